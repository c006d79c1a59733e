export const id = 681;
export const ids = [681];
export const modules = {

/***/ 32618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ fold),
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   FY: () => (/* binding */ paragraph),
/* harmony export */   Gc: () => (/* binding */ renderMarkdown),
/* harmony export */   R_: () => (/* binding */ heading),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   e5: () => (/* binding */ bullets),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   vf: () => (/* binding */ shell)
/* harmony export */ });
/* harmony import */ var mdast_util_gfm__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35618);
/* harmony import */ var mdast_util_to_markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59059);
/* harmony import */ var _clip_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83809);
/* harmony import */ var _sanitize_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36616);




/** Markdown text, ending with a line end. */
function renderMarkdown(blocks) {
    return (0,mdast_util_to_markdown__WEBPACK_IMPORTED_MODULE_1__/* .toMarkdown */ .l)({ type: "root", children: [...blocks] }, { bullet: "-", extensions: [(0,mdast_util_gfm__WEBPACK_IMPORTED_MODULE_2__/* .gfmToMarkdown */ .H)({ tablePipeAlign: false })] });
}
/** Our own words; never for text from the repository. */
function words(value) {
    return { type: "text", value };
}
function strong(value) {
    return { type: "strong", children: [words(value)] };
}
/** A name or a message from the repository, on one line and cut to `max` characters. */
function code(value, max = 120) {
    return { type: "inlineCode", value: (0,_clip_js__WEBPACK_IMPORTED_MODULE_3__/* .clipName */ .es)((0,_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitizeLine */ .g$)(value), max).trim() || " " };
}
/** What GitHub turns into links, mentions, references to issues and commits, emoji or formulas although it is plain text. */
const actedUpon = /[@#$]|:\/\/|www\.|\bGH-\d|:[\w+-]+:|\b(?=[a-f]*\d)[0-9a-f]{7,40}\b/i;
/**
 * A sentence that may hold text from the repository: what stands in backticks becomes code, and so do words that GitHub would act upon, since it leaves
 * code alone.
 */
function prose(value, max = 400) {
    const parts = (0,_clip_js__WEBPACK_IMPORTED_MODULE_3__/* .clipName */ .es)((0,_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitizeLine */ .g$)(value), max).split(/(`[^`]+`|\s+)/);
    const inlines = [];
    for (const part of parts.filter((text) => text !== "")) {
        const quoted = /^`[^`]+`$/.test(part);
        const next = quoted || actedUpon.test(part) ? code(quoted ? part.slice(1, -1) : part, max) : words(part);
        const last = inlines.at(-1);
        // Two code spans side by side would run into one another.
        if (last?.type === next.type)
            last.value += next.value;
        else
            inlines.push(next);
    }
    return inlines;
}
function heading(depth, ...children) {
    return { type: "heading", depth, children: [...children] };
}
function paragraph(...children) {
    return { type: "paragraph", children: [...children] };
}
/** `url` is ours: nothing from the repository but an encoded path. */
function link(url, ...children) {
    return { type: "link", url, children: children.filter((child) => child.type !== "link") };
}
/** Each item is a run of blocks, the first usually a paragraph. */
function bullets(items) {
    return {
        type: "list",
        spread: false,
        children: items.map((children) => ({ type: "listItem", spread: false, children: [...children] })),
    };
}
function table(columns, rows) {
    const head = columns.map(({ title }) => (typeof title === "string" ? [words(title)] : title));
    return {
        type: "table",
        align: columns.map(({ align }) => align ?? null),
        children: [head, ...rows].map((cells) => ({
            type: "tableRow",
            children: cells.map((children) => ({ type: "tableCell", children: [...children] })),
        })),
    };
}
/** Output of a tool, clipped, in a fence that nothing in it can close. */
function fence(lang, value, limits) {
    return { type: "code", lang, value: (0,_clip_js__WEBPACK_IMPORTED_MODULE_3__/* .clipText */ .gL)((0,_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitizeText */ .jZ)(value, 1_000), limits) };
}
/** Shell commands, complete: a cut one would be of no use. */
function shell(value) {
    return { type: "code", lang: "sh", value: (0,_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitizeText */ .jZ)(value) };
}
/** A part that is folded until the reader opens it. `title` is text of any origin; `name` in it is shown as code. */
function fold(title, blocks) {
    const name = title.name === undefined ? "" : `<code>${escapeHtml((0,_clip_js__WEBPACK_IMPORTED_MODULE_3__/* .clipName */ .es)((0,_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitizeLine */ .g$)(title.name)))}</code>`;
    const parts = [title.before ?? "", name, title.after ?? ""].filter((part) => part !== "");
    return [
        {
            type: "html",
            value: `<details${title.open === true ? " open" : ""}>\n<summary>${parts.join(" ")}</summary>`,
        },
        ...blocks,
        { type: "html", value: "</details>" },
    ];
}
const entities = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
};
function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}


/***/ }),

/***/ 69681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderSummary: () => (/* binding */ renderSummary)
});

// UNUSED EXPORTS: summaryLimit

// EXTERNAL MODULE: ./build/stage/src/report/clip.js
var clip = __webpack_require__(83809);
// EXTERNAL MODULE: ./build/stage/src/report/markdown.js
var markdown = __webpack_require__(32618);
// EXTERNAL MODULE: ./build/stage/src/report/format.js
var format = __webpack_require__(18736);
;// CONCATENATED MODULE: ./build/stage/src/report/section.js


/** The first `max` of a list, rendered, and a paragraph that counts the rest; `what` names one of them. */
function capped(items, max, what, render) {
    const shown = items.slice(0, max);
    const left = items.length - shown.length;
    const blocks = shown.length === 0 ? [] : render(shown);
    if (left === 0)
        return blocks;
    return [...blocks, (0,markdown/* paragraph */.FY)((0,markdown/* words */.aL)(`… ${(0,format/* plural */.LS)(left, `more ${what}`)} in report.json.`))];
}
/** Runs of inlines with something between them. */
function joined(parts, separator) {
    return parts.flatMap((part, index) => (index === 0 ? part : [(0,markdown/* words */.aL)(separator), ...part]));
}

// EXTERNAL MODULE: ./build/stage/src/report/status.js
var report_status = __webpack_require__(50997);
;// CONCATENATED MODULE: ./build/stage/src/report/sections/closing.js




function warningsSection({ warnings }) {
    if (warnings.length === 0)
        return null;
    const level = (max) => () => [
        (0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)("Warnings")),
        ...capped(warnings, max, "warning", (shown) => [(0,markdown/* bullets */.e5)(shown.map((warning) => [(0,markdown/* paragraph */.FY)(...(0,markdown/* prose */.CS)(warning))]))]),
    ];
    return { name: "warnings", importance: 80, levels: [level(50), level(10)] };
}
/** The command of every stage that did not pass, ready to be pasted at the root of the repository. */
function reproduceSection({ stages }) {
    const troubled = stages.filter((stage) => (0,report_status/* isTrouble */.KM)(stage) && stage.command !== "");
    if (troubled.length === 0)
        return null;
    const level = (max) => () => [
        (0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)("Reproduce locally")),
        ...capped(troubled, max, "command", (shown) => [(0,markdown/* shell */.vf)(shown.map(commandOf).join("\n"))]),
    ];
    return { name: "commands", importance: 92, levels: [level(50), level(10)] };
}
function commandOf(stage) {
    return `# ${stage.id}\n${stage.command}`;
}
/** What ran all this, for how long, and where more is to be found. */
function footerSection(report, context) {
    const level = () => [
        (0,markdown/* paragraph */.FY)(...joined(origins(report, context), " · ")),
        ...(context.command === null
            ? []
            : [(0,markdown/* paragraph */.FY)((0,markdown/* words */.aL)("Run the same pipeline locally: "), (0,markdown/* code */.aY)(context.command, 400))]),
    ];
    return { name: "footer", importance: 98, levels: [level] };
}
/** What travelled, and why not more; what was restored is named by its size only, the key stands in the report. */
function cacheWords({ key, restoredBytes, restoreMs, saved, savedBytes, saveMs, notes, }) {
    const moved = [
        ...(key === null ? [] : [`restored ${(0,format/* formatBytes */.z3)(restoredBytes)} in ${(0,format/* formatDuration */.a3)(restoreMs)}`]),
        ...(saved ? [`saved ${(0,format/* formatBytes */.z3)(savedBytes)} in ${(0,format/* formatDuration */.a3)(saveMs)}`] : []),
    ];
    return [(0,markdown/* words */.aL)("caches: "), ...(0,markdown/* prose */.CS)([...moved, ...notes].join("; "), 400)];
}
function origins(report, { files }) {
    const { engine, project, cache, durationMs, traceUrl } = report;
    const version = engine.version === null ? [] : [(0,markdown/* words */.aL)(" "), ...(0,markdown/* prose */.CS)(engine.version, 40)];
    const goVersion = project.goVersion === null ? [] : [[(0,markdown/* words */.aL)("Go "), ...(0,markdown/* prose */.CS)(project.goVersion.replace(/^go/, ""), 40)]];
    return [
        [(0,markdown/* words */.aL)(`Engine ${engine.name}`), ...version, (0,markdown/* words */.aL)(" ("), ...(0,markdown/* prose */.CS)(engine.reason, 200), (0,markdown/* words */.aL)(")")],
        ...goVersion,
        [(0,markdown/* words */.aL)((0,format/* formatDuration */.a3)(durationMs))],
        ...(cache === null ? [] : [cacheWords(cache)]),
        ...(traceUrl?.startsWith("https://") === true ? [[(0,markdown/* link */.nf)(traceUrl, (0,markdown/* words */.aL)("trace"))]] : []),
        [(0,markdown/* words */.aL)("complete result: "), (0,markdown/* code */.aY)(files.reportJson, 200)],
    ];
}

// EXTERNAL MODULE: ./build/stage/src/report/findings.js
var findings = __webpack_require__(48605);
;// CONCATENATED MODULE: ./build/stage/src/report/source-link.js


/** The address of lines of a file at the checked commit; null when the commit is not known or the path leads out of the repository. */
function sourceUrl(source, path, lines) {
    const segments = path.split("/");
    if (source === null || segments.some((segment) => segment === "" || segment === "." || segment === ".."))
        return null;
    const file = segments.map(encodeSegment).join("/");
    return `${source.serverUrl}/${source.repository}/blob/${source.sha}/${file}${lineAnchor(lines)}`;
}
/** A position as code, a link where possible. */
function place(at, { source }) {
    const position = (0,findings/* positionOf */.d)(at);
    if (position === null || at.path === null)
        return null;
    const url = sourceUrl(source, at.path, at.line === null ? null : [at.line, at.line]);
    return url === null ? (0,markdown/* code */.aY)(position) : (0,markdown/* link */.nf)(url, (0,markdown/* code */.aY)(position));
}
/** Half surrogate pairs, which no file name that git shows can hold, would make the encoder throw. */
function encodeSegment(segment) {
    return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, "\ufffd")).replace(/[()'*!]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
function lineAnchor(lines) {
    if (lines === null)
        return "";
    const [from, to] = lines;
    return from === to ? `#L${from}` : `#L${from}-L${to}`;
}

;// CONCATENATED MODULE: ./build/stage/src/report/sections/coverage.js




/** The total, and what is least covered first: that is where tests are missing. */
function coverageSection({ coverage }, context) {
    if (coverage === null || (coverage.statements === 0 && context.thresholds.total === null))
        return null;
    const packages = [...coverage.packages].sort(byCoverage((item) => item.importPath));
    const files = coverage.files
        .filter(({ covered, statements }) => covered < statements)
        .sort(byCoverage((file) => file.path));
    const level = (maxPackages, maxFiles) => () => [
        (0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)("Coverage")),
        (0,markdown/* paragraph */.FY)(...total(coverage, context.thresholds.total)),
        ...capped(packages, maxPackages, "package", (shown) => [packageTable(shown, context.thresholds.package)]),
        ...fileBlocks(files, maxFiles, context),
    ];
    return { name: "coverage", importance: 60, levels: [level(300, 30), level(100, 10), level(20, 0), level(0, 0)] };
}
/** Lowest percentage first, then most uncovered statements; what has no statements comes last. */
function byCoverage(name) {
    const uncovered = ({ covered, statements }) => statements - covered;
    return (a, b) => (a.percent ?? 101) - (b.percent ?? 101) ||
        uncovered(b) - uncovered(a) ||
        (name(a) < name(b) ? -1 : Number(name(a) > name(b)));
}
function total(coverage, threshold) {
    if (coverage.statements === 0)
        return [(0,markdown/* words */.aL)("No statements to cover.")];
    const counted = ` of statements covered (${coverage.covered} of ${coverage.statements})`;
    const judged = threshold === null ? "." : `; threshold ${threshold} % ${isMet(coverage, threshold) ? "met ✅" : "missed ❌"}`;
    return [(0,markdown/* strong */.ko)((0,format/* formatPercent */.l9)(coverage.percent)), (0,markdown/* words */.aL)(counted + judged)];
}
function packageTable(packages, threshold) {
    return (0,markdown/* table */.tp)([{ title: "Package" }, { title: "Coverage", align: "right" }, { title: "Statements", align: "right" }], packages.map((item) => [[(0,markdown/* code */.aY)(item.importPath)], [(0,markdown/* words */.aL)(percentOf(item, threshold))], [(0,markdown/* words */.aL)(fraction(item))]]));
}
function percentOf(item, threshold) {
    const missed = threshold !== null && item.statements > 0 && !isMet(item, threshold);
    return `${(0,format/* formatPercent */.l9)(item.percent)}${missed ? ` ❌ (threshold ${threshold} %)` : ""}`;
}
/** By exact counts: 99.96 % is shown as 100.0 % and still misses a threshold of 100. */
function isMet({ covered, statements }, threshold) {
    return 100 * covered >= threshold * statements;
}
function fraction({ covered, statements }) {
    return `${covered} / ${statements}`;
}
function fileBlocks(files, max, context) {
    if (files.length === 0 || max === 0)
        return [];
    const blocks = capped(files, max, "file", (shown) => [
        (0,markdown/* table */.tp)([{ title: "File" }, { title: "Coverage", align: "right" }, { title: "Lines no test reached" }], shown.map((file) => [[(0,markdown/* code */.aY)(file.path)], [(0,markdown/* words */.aL)((0,format/* formatPercent */.l9)(file.percent))], uncoveredLines(file, context)])),
    ]);
    return (0,markdown/* fold */.AU)({ before: "Files with the least coverage" }, blocks);
}
const maxRanges = 10;
function uncoveredLines({ path, uncovered }, { source }) {
    const shown = uncovered.slice(0, maxRanges).map(([from, to]) => {
        const label = (0,markdown/* words */.aL)(from === to ? `${from}` : `${from}–${to}`);
        const url = sourceUrl(source, path, [from, to]);
        return [url === null ? label : (0,markdown/* link */.nf)(url, label)];
    });
    const left = uncovered.length - shown.length;
    return joined(left > 0 ? [...shown, [(0,markdown/* words */.aL)((0,format/* plural */.LS)(left, "more range"))]] : shown, ", ");
}

;// CONCATENATED MODULE: ./build/stage/src/report/sections/findings.js




const titles = {
    compile: "Compile errors",
    deps: "Dependencies",
    vet: "go vet",
    race: "Data races",
    test: "Tests",
    format: "gofmt",
    dockerfile: "Dockerfile",
    smoke: "Smoke test",
    coverage: "Coverage",
};
/** What keeps code from compiling, and so from being tested. */
const basicSources = new Set(["compile", "deps"]);
/**
 * What the stages found in files, the same once; a section per source. Failed tests have a section of their own, which belongs between the two groups.
 */
function findingsSections(report, context) {
    const failed = new Set(report.tests?.packages.flatMap(({ failures }) => failures.map(({ name }) => name)));
    const ranked = (0,findings/* rankFindings */.J)(report.stages).filter(({ finding }) => !isAbout(finding, failed));
    const sources = [...new Set(ranked.map(({ finding }) => finding.source))];
    const sectionOf = (source) => {
        const found = ranked.filter(({ finding }) => finding.source === source);
        const level = (detail) => () => findingBlocks(found, detail, { source, context });
        return {
            name: titles[source],
            importance: basicSources.has(source) ? 91 : 88 - sources.indexOf(source),
            levels: [
                level({ max: 100, limits: { maxLines: 60, maxBytes: 6_000 } }),
                level({ max: 30, limits: { maxLines: 20, maxBytes: 2_000 } }),
                level({ max: 10, limits: { maxLines: 5, maxBytes: 500 } }),
            ],
        };
    };
    return {
        basic: sources.filter((source) => basicSources.has(source)).map(sectionOf),
        other: sources.filter((source) => !basicSources.has(source)).map(sectionOf),
    };
}
/** The title of a test's finding begins with its name, which holds no blank. */
function isAbout({ source, title }, tests) {
    return source === "test" && tests.has(title.split(" ", 1)[0] ?? "");
}
function findingBlocks(found, { max, limits }, { source, context }) {
    const render = source === "format" ? diffs : messages;
    return [
        (0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)(titles[source])),
        ...capped(found, max, "finding", (shown) => render(shown, limits, context)),
    ];
}
/** gofmt: a folded diff per file; the first ones are open. */
function diffs(found, limits) {
    return found.flatMap(({ finding }, index) => (0,markdown/* fold */.AU)({ name: finding.path ?? finding.title, open: index < 3 }, [(0,markdown/* fence */.EU)("diff", finding.message, limits)]));
}
function messages(found, limits, context) {
    return [(0,markdown/* bullets */.e5)(found.map((ranked) => messageItem(ranked, limits, context)))];
}
function messageItem({ finding, stages, level }, limits, context) {
    const at = place(finding, context);
    const lines = finding.message.trimEnd().split("\n");
    const [first = ""] = lines;
    const start = [(0,markdown/* words */.aL)(level === "error" ? "❌ " : "⚠️ "), ...(at === null ? [] : [at, (0,markdown/* words */.aL)(" ")])];
    const end = foundBy(stages, finding.source);
    if (lines.length === 1)
        return [(0,markdown/* paragraph */.FY)(...start, ...message(first, at), ...end)];
    return [(0,markdown/* paragraph */.FY)(...start, ...(0,markdown/* prose */.CS)(finding.title), ...end), (0,markdown/* fence */.EU)("text", finding.message, limits)];
}
/** The stages, unless it goes without saying. */
function foundBy(stages, source) {
    if (stages.length === 1 && stages[0] === source)
        return [];
    const names = stages.length > 5 ? [...stages.slice(0, 5), "…"] : stages;
    return [(0,markdown/* words */.aL)(" ("), ...(0,markdown/* prose */.CS)(names.join(", ")), (0,markdown/* words */.aL)(")")];
}
/** What is said about a line is in the language of tools; what stands alone is a sentence. */
function message(text, at) {
    return at === null ? (0,markdown/* prose */.CS)(text) : [(0,markdown/* code */.aY)(text, 300)];
}

;// CONCATENATED MODULE: ./build/stage/src/report/sections/products.js



/** The binaries that were built. */
function artifactsSection({ artifacts }) {
    if (artifacts.length === 0)
        return null;
    const level = (max) => () => [
        (0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)("Binaries")),
        ...capped(artifacts, max, "artifact", (shown) => [artifactTable(shown)]),
    ];
    return { name: "binaries", importance: 70, levels: [level(300), level(50), level(10)] };
}
function artifactTable(artifacts) {
    return (0,markdown/* table */.tp)([{ title: "Name" }, { title: "Platform" }, { title: "Size", align: "right" }, { title: "SHA-256" }], artifacts.map((artifact) => [
        [(0,markdown/* code */.aY)(artifact.name)],
        [(0,markdown/* words */.aL)([artifact.os, artifact.arch, artifact.variant].filter((part) => part !== null).join("/"))],
        [(0,markdown/* words */.aL)((0,format/* formatBytes */.z3)(artifact.size))],
        [(0,markdown/* code */.aY)(artifact.sha256)],
    ]));
}
/** The image: what it is, and what was tested about it. */
function imageSection({ image }) {
    if (image === null)
        return null;
    const rows = imageRows(image).filter(([, value]) => value.length > 0);
    const level = () => [
        (0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)("Image")),
        (0,markdown/* table */.tp)([{ title: "Name" }, { title: [(0,markdown/* code */.aY)(image.name)] }], rows.map(([name, value]) => [[(0,markdown/* words */.aL)(name)], value])),
    ];
    return { name: "image", importance: 75, levels: [level] };
}
function imageRows(image) {
    const optional = (value) => (value === null ? [] : [(0,markdown/* code */.aY)(value)]);
    const size = image.size === null ? null : (0,format/* formatBytes */.z3)(image.size);
    const layers = image.layers === null ? null : `${image.layers}`;
    return [
        ["References", list(image.tags)],
        ["Platforms", list(image.platforms)],
        ["Base", optional(image.base)],
        ["Size", size === null ? [] : [(0,markdown/* words */.aL)(size)]],
        ["Layers", layers === null ? [] : [(0,markdown/* words */.aL)(layers)]],
        ["Tested", image.tested === null ? [] : (0,markdown/* prose */.CS)(image.tested)],
        ["Digest at the registry", optional(image.digest === image.configDigest ? null : image.digest)],
        ["Digest of the configuration", optional(image.configDigest)],
        ["Tarball", optional(image.path)],
    ];
}
/** A registry may take many tags; a table cell does not. */
function list(values, max = 20) {
    const shown = values.slice(0, max).map((value) => [(0,markdown/* code */.aY)(value)]);
    const left = values.length - shown.length;
    return joined(left > 0 ? [...shown, [(0,markdown/* words */.aL)(`${left} more`)]] : shown, ", ");
}

;// CONCATENATED MODULE: ./build/stage/src/report/sections/stages.js




/** A row per stage. Stages that passed are the first to go, since the headline counts them. */
function stagesSection({ stages }) {
    if (stages.length === 0)
        return null;
    const notable = [...stages].sort((a, b) => Number(a.status === "passed") - Number(b.status === "passed"));
    const level = (rows, max) => () => [
        (0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)("Stages")),
        ...capped(rows, max, "stage", (shown) => [stageTable(shown)]),
    ];
    const full = stages.length <= 300 ? stages : notable;
    return { name: "stages", importance: 95, levels: [level(full, 300), level(notable, 60)] };
}
function stageTable(stages) {
    return (0,markdown/* table */.tp)([{ title: "Stage" }, { title: "Status" }, { title: "Duration", align: "right" }, { title: "Reason" }], stages.map((stage) => [
        [(0,markdown/* code */.aY)(stage.id, 80)],
        [(0,markdown/* words */.aL)(`${report_status/* stageLooks */.Rx[stage.status].icon} ${stage.status}`)],
        duration(stage),
        stage.reason === null ? [] : (0,markdown/* prose */.CS)(stage.reason, 200),
    ]));
}
function duration({ startedAt, durationMs, cached }) {
    if (startedAt === null)
        return [(0,markdown/* words */.aL)("–")];
    return [(0,markdown/* words */.aL)(`${(0,format/* formatDuration */.a3)(durationMs)}${cached ? " (cached)" : ""}`)];
}

;// CONCATENATED MODULE: ./build/stage/src/report/sections/tests.js




/** The failed tests with what they printed, and packages that failed without a failing test. */
function testsSection({ tests }, context) {
    if (tests === null)
        return null;
    const failures = tests.packages.flatMap(({ failures: failed, importPath }) => failed.map((test) => ({ test, importPath })));
    const packages = tests.packages.filter(({ status, failures: failed }) => status === "failed" && failed.length === 0);
    if (failures.length === 0 && packages.length === 0)
        return null;
    const title = (0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)(failures.length === 0 ? "Failed packages" : "Failed tests"));
    const broken = (max) => capped(packages, max, "failed package", brokenPackages);
    const detailed = (max, limits) => () => [
        title,
        ...broken(max),
        ...capped(failures, max, "failed test", (shown) => shown.flatMap((failure, index) => failureDetails(failure, { limits, open: index < 3, context }))),
    ];
    const listed = (max) => () => [
        title,
        ...broken(max),
        ...capped(failures, max, "failed test", (shown) => [failureTable(shown, context)]),
    ];
    return {
        name: "failed tests",
        importance: 90,
        levels: [
            detailed(150, { maxLines: 60, maxBytes: 4_000 }),
            detailed(50, { maxLines: 30, maxBytes: 2_000 }),
            listed(200),
            listed(20),
        ],
    };
}
function brokenPackages(packages) {
    return [
        (0,markdown/* bullets */.e5)(packages.map(({ importPath, reason }) => [
            (0,markdown/* paragraph */.FY)((0,markdown/* words */.aL)("❌ "), (0,markdown/* code */.aY)(importPath), (0,markdown/* words */.aL)(" "), ...(0,markdown/* prose */.CS)(reason ?? "failed")),
        ])),
    ];
}
function failureDetails({ test, importPath }, how) {
    const at = place(test, how.context);
    const after = test.durationMs === null ? "" : `(${(0,format/* formatDuration */.a3)(test.durationMs)})`;
    const where = [(0,markdown/* words */.aL)("in "), (0,markdown/* code */.aY)(importPath), ...(at === null ? [] : [(0,markdown/* words */.aL)(" at "), at])];
    const output = test.output.trim() === "" ? [] : [(0,markdown/* fence */.EU)("text", test.output, how.limits)];
    return (0,markdown/* fold */.AU)({ before: "❌", name: test.name, after, open: how.open }, [
        (0,markdown/* paragraph */.FY)(...where),
        ...output,
        (0,markdown/* shell */.vf)(test.command),
    ]);
}
function failureTable(failures, context) {
    return (0,markdown/* table */.tp)([{ title: "Test" }, { title: "Package" }, { title: "Line" }], failures.map(({ test, importPath }) => {
        const at = place(test, context);
        return [[(0,markdown/* code */.aY)(test.name)], [(0,markdown/* code */.aY)(importPath)], at === null ? [] : [at]];
    }));
}

;// CONCATENATED MODULE: ./build/stage/src/report/timeline.js
/** `needs` by stage id, as planned. Stages that never ran have no part in it. */
function timeline(stages, needs) {
    const ran = stages.flatMap((stage) => stage.startedAt === null ? [] : [{ stage, start: Date.parse(stage.startedAt), durationMs: stage.durationMs }]);
    const first = ran.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
    const spans = ran
        .map(({ stage, start, durationMs }) => ({
        stage: stage.id,
        startMs: start - first,
        durationMs,
        cached: stage.cached,
    }))
        .sort((a, b) => a.startMs - b.startMs);
    return {
        spans,
        wallMs: spans.reduce((end, span) => Math.max(end, span.startMs + span.durationMs), 0),
        sumMs: spans.reduce((sum, span) => sum + span.durationMs, 0),
        critical: criticalPath(spans, needs),
    };
}
const noPath = { stages: [], durationMs: 0 };
function criticalPath(spans, needs) {
    const durations = new Map(spans.map((span) => [span.stage, span.durationMs]));
    const paths = new Map();
    const pathTo = (stage) => {
        const known = paths.get(stage);
        if (known !== undefined)
            return known;
        // A circle cannot be planned; should a report hold one, it ends here and not in an endless descent.
        paths.set(stage, noPath);
        const before = longest((needs.get(stage) ?? []).map(pathTo));
        const duration = durations.get(stage);
        const path = duration === undefined ? before : { stages: [...before.stages, stage], durationMs: before.durationMs + duration };
        paths.set(stage, path);
        return path;
    };
    return longest(spans.map((span) => pathTo(span.stage)));
}
function longest(paths) {
    return paths.reduce((best, path) => (path.durationMs > best.durationMs ? path : best), noPath);
}

;// CONCATENATED MODULE: ./build/stage/src/report/sections/timeline.js




const barWidth = 24;
/** When each stage ran, as a table with bars, and which chain of stages the run waited for. */
function timelineSection({ stages }, { needs }) {
    const times = timeline(stages, needs);
    if (times.spans.length < 2)
        return null;
    const level = (max) => () => (0,markdown/* fold */.AU)({ before: "Timeline" }, [
        (0,markdown/* paragraph */.FY)(...conclusion(times)),
        ...capped(times.spans, max, "stage", (shown) => [spanTable(shown, times)]),
    ]);
    return { name: "timeline", importance: 30, levels: [level(100), level(0), () => []] };
}
function conclusion({ critical, sumMs, wallMs }) {
    const path = critical.stages.slice(0, 10).map((stage) => [(0,markdown/* code */.aY)(stage)]);
    const saved = sumMs - wallMs;
    const overlap = saved > 0 ? `, up to ${(0,format/* formatDuration */.a3)(saved)} less than one after the other` : "";
    return [
        (0,markdown/* words */.aL)(`The stages add up to ${(0,format/* formatDuration */.a3)(sumMs)} and took ${(0,format/* formatDuration */.a3)(wallMs)} on the clock${overlap}.`),
        ...(path.length === 0 ? [] : [(0,markdown/* words */.aL)(" Longest chain: "), ...joined(path, " → ")]),
        ...(path.length === 0 ? [] : [(0,markdown/* words */.aL)(` (${(0,format/* formatDuration */.a3)(critical.durationMs)}).`)]),
    ];
}
function spanTable(spans, times) {
    const slow = new Set(times.critical.stages);
    return (0,markdown/* table */.tp)([{ title: "Stage" }, { title: "Start", align: "right" }, { title: "Duration", align: "right" }, { title: "" }], spans.map((span) => [
        [(0,markdown/* code */.aY)(span.stage), ...(slow.has(span.stage) ? [(0,markdown/* words */.aL)(" ◆")] : [])],
        [(0,markdown/* words */.aL)((0,format/* formatDuration */.a3)(span.startMs))],
        [(0,markdown/* words */.aL)(`${(0,format/* formatDuration */.a3)(span.durationMs)}${span.cached ? " (cached)" : ""}`)],
        [(0,markdown/* code */.aY)(bar(span, times.wallMs))],
    ]));
}
/** The share of the whole time, at least one block wide. */
function bar({ startMs, durationMs }, wallMs) {
    const scale = wallMs === 0 ? 0 : barWidth / wallMs;
    const from = Math.min(barWidth - 1, Math.floor(startMs * scale));
    const width = Math.max(1, Math.min(barWidth - from, Math.round(durationMs * scale)));
    return "·".repeat(from) + "█".repeat(width) + "·".repeat(barWidth - from - width);
}

;// CONCATENATED MODULE: ./build/stage/src/report/sections/verdict.js




/** The verdict with its reasons: what one reads first, and often only. */
function verdictSection(report) {
    const level = (max) => () => [
        headline(report),
        (0,markdown/* paragraph */.FY)((0,markdown/* words */.aL)(facts(report))),
        ...capped(report.reasons, max, "reason", (reasons) => [
            (0,markdown/* bullets */.e5)(reasons.map((reason) => [(0,markdown/* paragraph */.FY)(...(0,markdown/* prose */.CS)(reason))])),
        ]),
    ];
    return { name: "reasons", importance: 100, levels: [level(50), level(10)] };
}
function headline(report) {
    const { icon, words: verdict } = report_status/* verdicts */.rY[report.conclusion];
    const modules = (0,report_status/* moduleNames */.hT)(report.project.modules);
    const subject = modules === "" ? [] : [(0,markdown/* words */.aL)(": "), (0,markdown/* code */.aY)(modules)];
    return (0,markdown/* heading */.R_)(2, (0,markdown/* words */.aL)(`${icon} Go pipeline ${verdict}`), ...subject);
}
/** The order in which numbers of stages are told: what needs attention first. */
const told = [
    "errored",
    "failed",
    "warned",
    "cancelled",
    "blocked",
    "passed",
    "skipped",
    "disabled",
];
function facts({ stages, tests, coverage, artifacts, durationMs }) {
    const stageCounts = told.map((status) => [stages.filter((stage) => stage.status === status).length, status]);
    const testCounts = tests === null
        ? []
        : [
            [tests.failed, "failed"],
            [tests.passed, "passed"],
            [tests.skipped, "skipped"],
        ];
    return [
        enumerate("stage", stageCounts),
        enumerate("test", testCounts),
        coverage === null || coverage.percent === null ? "" : `${(0,format/* formatPercent */.l9)(coverage.percent)} covered`,
        artifacts.length === 0 ? "" : (0,format/* plural */.LS)(artifacts.length, "binary", "binaries"),
        (0,format/* formatDuration */.a3)(durationMs),
    ]
        .filter((fact) => fact !== "")
        .join(" · ");
}
/** `2 tests failed, 40 passed, 1 skipped`. */
function enumerate(what, counts) {
    return counts
        .filter(([count]) => count > 0)
        .map(([count, state], index) => (index === 0 ? `${(0,format/* plural */.LS)(count, what)} ${state}` : `${count} ${state}`))
        .join(", ");
}

;// CONCATENATED MODULE: ./build/stage/src/report/summary.js










/** GitHub shows nothing at all of a summary above 1 MiB; the rest is room for what other steps of ours may add. */
const summaryLimit = 900 * 1024;
/**
 * The job summary as Markdown, at most `limit` bytes of UTF-8. Loads the Markdown libraries: import it when it is needed only.
 */
function renderSummary(report, context, limit = summaryLimit) {
    const findings = findingsSections(report, context);
    const sections = [
        verdictSection(report),
        stagesSection(report),
        ...findings.basic,
        testsSection(report, context),
        ...findings.other,
        reproduceSection(report),
        coverageSection(report, context),
        artifactsSection(report),
        imageSection(report),
        warningsSection(report),
        timelineSection(report, context),
        footerSection(report, context),
    ].filter((section) => section !== null);
    return shortenTo(sections, limit);
}
/** Shortens the least important section to its least detail before it touches the next one. */
function shortenTo(sections, limit) {
    let shown = sections.map((section) => show(section, 0));
    const steps = [...sections]
        .sort((a, b) => a.importance - b.importance)
        .flatMap((section) => section.levels.slice(1).map(() => section));
    for (const next of steps) {
        const text = join(shown);
        if ((0,clip/* byteLength */.dp)(text) <= limit)
            return text;
        shown = shown.map((part) => (part.section === next ? show(next, part.level + 1) : part));
    }
    return join(shown);
}
function show(section, level) {
    const blocks = section.levels[level]?.() ?? [];
    return { section, level, text: (0,markdown/* renderMarkdown */.Gc)(blocks) };
}
function join(shown) {
    const short = shown.filter(({ level }) => level > 0).map(({ section }) => section.name);
    const note = short.length === 0
        ? ""
        : (0,markdown/* renderMarkdown */.Gc)([(0,markdown/* paragraph */.FY)((0,markdown/* words */.aL)(`Shortened to fit GitHub's limit for summaries: ${short.join(", ")}.`))]);
    return [...shown.map(({ text }) => text), note].filter((text) => text !== "").join("\n");
}


/***/ })

};
