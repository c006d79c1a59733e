export const id = 377;
export const ids = [377];
export const modules = {

/***/ 56156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ textTarget)
/* harmony export */ });
/* unused harmony export fitted */
/* harmony import */ var _text_clip_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51834);

/** A target that is made of sections, as one among all. */
function textTarget(target) {
    return {
        name: target.name,
        show: (delivery) => target.deliver(fitted(target, delivery.report, delivery.context), delivery),
    };
}
/**
 * The text of a report for a target, at most as long as its limit. Shortens the least important section to its least detail before it touches the next
 * one.
 */
function fitted(target, report, context) {
    const sections = target.sections.flatMap((make) => make(report, context));
    const show = (section, level) => {
        return { section, level, text: target.render(section.levels[level]?.() ?? []) };
    };
    let shown = sections.map((section) => show(section, 0));
    const steps = [...sections]
        .sort((a, b) => a.importance - b.importance)
        .flatMap((section) => section.levels.slice(1).map(() => section));
    for (const next of steps) {
        const text = join(shown, target);
        if ((0,_text_clip_js__WEBPACK_IMPORTED_MODULE_0__/* .byteLength */ .dp)(text) <= target.limit)
            return text;
        shown = shown.map((part) => (part.section === next ? show(next, part.level + 1) : part));
    }
    return join(shown, target);
}
function join(shown, { render, note }) {
    const short = shown.filter(({ level }) => level > 0).map(({ section }) => section.name);
    const end = short.length === 0 ? "" : render(note(short));
    return [...shown.map(({ text }) => text), end].filter((text) => text !== "").join("\n");
}


/***/ }),

/***/ 52458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ fileNames)
/* harmony export */ });
/** Files of the output directory that reports name. */
const fileNames = { report: "report.json", summary: "summary.md", fix: "fix.patch" };


/***/ }),

/***/ 90377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sp: () => (/* binding */ jobSummary),
  renderProblem: () => (/* binding */ renderProblem)
});

// UNUSED EXPORTS: renderSummary, summaryLimit

// EXTERNAL MODULE: ./build/stage/src/report/fit.js
var fit = __webpack_require__(56156);
// EXTERNAL MODULE: ./node_modules/mdast-util-gfm/lib/index.js + 6 modules
var lib = __webpack_require__(35618);
// EXTERNAL MODULE: ./node_modules/mdast-util-to-markdown/lib/index.js + 14 modules
var mdast_util_to_markdown_lib = __webpack_require__(59059);
// EXTERNAL MODULE: ./build/stage/src/text/clip.js
var clip = __webpack_require__(51834);
// EXTERNAL MODULE: ./build/stage/src/text/html.js
var html = __webpack_require__(74813);
// EXTERNAL MODULE: ./build/stage/src/text/sanitize.js + 1 modules
var sanitize = __webpack_require__(92077);
;// CONCATENATED MODULE: ./build/stage/src/report/markdown.js





/** Markdown text, ending with a line end. */
function renderMarkdown(blocks) {
    return (0,mdast_util_to_markdown_lib/* toMarkdown */.l)({ type: "root", children: [...blocks] }, { bullet: "-", extensions: [(0,lib/* gfmToMarkdown */.H)({ tablePipeAlign: false })] });
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
    return { type: "inlineCode", value: (0,clip/* clipName */.es)((0,sanitize/* sanitizeLine */.g$)(value), max).trim() || " " };
}
/** What GitHub turns into links, mentions, references to issues and commits, emoji or formulas although it is plain text. */
const actedUpon = /[@#$]|:\/\/|www\.|\bGH-\d|:[\w+-]+:|\b(?=[a-f]*\d)[0-9a-f]{7,40}\b/i;
/**
 * A sentence that may hold text from the repository: what stands in backticks becomes code, and so do words that GitHub would act upon, since it leaves
 * code alone.
 */
function prose(value, max = 400) {
    const parts = (0,clip/* clipName */.es)((0,sanitize/* sanitizeLine */.g$)(value), max).split(/(`[^`]+`|\s+)/);
    const inlines = [];
    for (const next of parts.filter((text) => text !== "").flatMap((part) => asInlines(part, max))) {
        const last = inlines.at(-1);
        // Two code spans side by side would run into one another.
        if (last?.type === next.type)
            last.value += next.value;
        else
            inlines.push(next);
    }
    return inlines;
}
function asInlines(part, max) {
    if (/^`[^`]+`$/.test(part))
        return [code(part.slice(1, -1), max)];
    if (!actedUpon.test(part))
        return [words(part)];
    // What ends a sentence is no part of an address.
    const [, bare = "", end = ""] = /^(.*?)([.,;]?)$/.exec(part) ?? [];
    return end !== "" && actedUpon.test(bare) ? [code(bare, max), words(end)] : [code(part, max)];
}
function heading(depth, ...children) {
    return { type: "heading", depth, children: [...children] };
}
function paragraph(...children) {
    return { type: "paragraph", children: [...children] };
}
/** `url` is ours: nothing from the repository but an encoded path. */
function markdown_link(url, ...children) {
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
    return { type: "code", lang, value: (0,clip/* clipText */.gL)((0,sanitize/* sanitizeText */.jZ)(value, 1_000), limits) };
}
/** What GitHub draws from a text of our own. */
function diagram(lang, value) {
    return { type: "code", lang, value };
}
/** Shell commands, complete: a cut one would be of no use. */
function shell(value) {
    return { type: "code", lang: "sh", value: (0,sanitize/* sanitizeText */.jZ)(value) };
}
/** A part that is folded until the reader opens it. */
function fold(title, blocks, open = false) {
    return [
        {
            type: "html",
            value: `<details${open ? " open" : ""}>\n<summary>${title.map(titlePart).join(" ")}</summary>`,
        },
        ...blocks,
        { type: "html", value: "</details>" },
    ];
}
function titlePart(part) {
    return typeof part === "string" ? part : `<code>${(0,html/* escapeHtml */.Z)((0,clip/* clipName */.es)((0,sanitize/* sanitizeLine */.g$)(part.code)))}</code>`;
}

// EXTERNAL MODULE: ./build/stage/src/text/format.js
var format = __webpack_require__(66055);
;// CONCATENATED MODULE: ./build/stage/src/report/blocks.js


/** The first `max` of a list, rendered, and a paragraph that counts the rest; `what` names one of them. */
function capped(items, max, what, render) {
    const shown = items.slice(0, max);
    const left = items.length - shown.length;
    const blocks = shown.length === 0 ? [] : render(shown);
    if (left === 0)
        return blocks;
    return [...blocks, paragraph(words(`… ${(0,format/* plural */.LS)(left, `more ${what}`)} in report.json.`))];
}
/** The first `max` of a list in one line, and how many more there are; `what` names one of them. */
function listed(items, max, what, render) {
    const shown = items.slice(0, max).map((item) => [render(item)]);
    const left = items.length - shown.length;
    return joined(left > 0 ? [...shown, [words((0,format/* plural */.LS)(left, `more ${what}`))]] : shown, ", ");
}
/** Runs of inlines with something between them. */
function joined(parts, separator) {
    return parts.flatMap((part, index) => (index === 0 ? part : [words(separator), ...part]));
}

// EXTERNAL MODULE: ./build/stage/src/report/target.js
var target = __webpack_require__(52458);
// EXTERNAL MODULE: ./build/stage/src/report/view/engine.js
var view_engine = __webpack_require__(88487);
// EXTERNAL MODULE: ./build/stage/src/report/view/facts.js
var facts = __webpack_require__(954);
// EXTERNAL MODULE: ./build/stage/src/report/view/status.js
var view_status = __webpack_require__(43427);
// EXTERNAL MODULE: ./build/stage/src/report/view/test-reuse.js
var test_reuse = __webpack_require__(14784);
;// CONCATENATED MODULE: ./build/stage/src/report/sections/closing.js








function warningsSection({ warnings }) {
    if (warnings.length === 0)
        return [];
    const level = (max) => () => [
        heading(3, words("Warnings")),
        ...capped(warnings, max, "warning", (shown) => [bullets(shown.map((warning) => [paragraph(...prose(warning))]))]),
    ];
    return [{ name: "warnings", importance: 80, levels: [level(50), level(10)] }];
}
/** The command of every stage that did not pass, ready to be pasted at the root of the repository. */
function reproduceSection({ stages }, { fixable, pathOf }) {
    const troubled = stages.filter((stage) => (0,view_status/* isTrouble */.KM)(stage) && stage.command !== "");
    if (troubled.length === 0)
        return [];
    const level = (max) => () => [
        heading(3, words("Reproduce locally")),
        ...capped(troubled, max, "command", (shown) => [shell(shown.map(commandOf).join("\n"))]),
        ...(fixable ? [paragraph(words("What tools would change, as one patch:")), shell((0,facts/* applyFix */.oM)(pathOf))] : []),
    ];
    return [{ name: "commands", importance: 92, levels: [level(50), level(10)] }];
}
function commandOf(stage) {
    return `# ${stage.id}\n${stage.command}`;
}
/** What ran all this, for how long, and where more is to be found. */
function footerSection(report, context) {
    const level = () => [paragraph(...joined(origins(report, context), " · "))];
    return [{ name: "footer", importance: 98, levels: [level] }];
}
/** What travelled, and why not more; what was restored is named by its size only, the key stands in the report. */
function cacheWords({ key, restoredBytes, restoreMs, saved, savedBytes, saveMs, notes, }) {
    const moved = [
        ...(key === null ? [] : [`restored ${(0,format/* formatBytes */.z3)(restoredBytes)} in ${(0,format/* formatDuration */.a3)(restoreMs)}`]),
        ...(saved ? [`saved ${(0,format/* formatBytes */.z3)(savedBytes)} in ${(0,format/* formatDuration */.a3)(saveMs)}`] : []),
    ];
    return [words("caches: "), ...prose([...moved, ...notes].join("; "), 400)];
}
/** What was left to results of earlier runs, and where they were made. */
function reused(reuse) {
    const said = [words("tests: "), ...prose((0,test_reuse/* reuseWords */._)(reuse), 400)];
    const last = (0,test_reuse/* lastRun */.K)(reuse);
    if (last === null)
        return said;
    const where = last.run.startsWith("https://") ? markdown_link(last.run, words("an earlier run")) : code(last.run, 100);
    return [
        ...said,
        words(", last run in "),
        where,
        ...(last.others === 0 ? [] : [words(` and ${(0,format/* plural */.LS)(last.others, "other")}`)]),
    ];
}
/** Where nothing travels nobody expects results of earlier runs. */
function isBesideThePoint({ mode, reused: count }, cache) {
    return cache === null && mode === "off" && count === 0;
}
function origins(report, { pathOf }) {
    const { engine, modules, totals, testReuse, cache, durationMs, traceUrl } = report;
    const seed = totals.tests?.shuffle;
    const found = modules.map(({ goVersion }) => goVersion).filter((version) => version !== null);
    const versions = (0,view_engine/* engineVersions */.c)(engine, found);
    const version = versions.engine === null ? [] : [words(" "), ...prose(versions.engine, 40)];
    const goVersion = versions.go.map((version) => [words("Go "), ...prose(version.replace(/^go/, ""), 40)]);
    return [
        [words(`Engine ${engine.name}`), ...version, words(" ("), ...prose(engine.reason, 200), words(")")],
        ...goVersion,
        [words((0,format/* formatDuration */.a3)(durationMs))],
        ...(seed === undefined ? [] : [[words(`every test was run, ${(0,facts/* orderWords */.WS)(seed)}`)]]),
        ...(testReuse === null || isBesideThePoint(testReuse, cache) ? [] : [reused(testReuse)]),
        ...(cache === null ? [] : [cacheWords(cache)]),
        ...(traceUrl?.startsWith("https://") === true ? [[markdown_link(traceUrl, words("trace"))]] : []),
        [words("complete result: "), code(pathOf(target/* fileNames */.j.report), 200)],
    ];
}

// EXTERNAL MODULE: ./build/stage/src/report/view/findings.js
var findings = __webpack_require__(89591);
;// CONCATENATED MODULE: ./build/stage/src/report/source-link.js


/** The address of lines of a file at the checked commit; null when the commit is not known or the path leads out of the repository. */
function sourceUrl(source, path, lines) {
    const segments = (0,findings/* segmentsInside */.ll)(path);
    if (source === null || segments === null)
        return null;
    const file = segments.map(encodeSegment).join("/");
    return `${source.serverUrl}/${source.repository}/blob/${source.sha}/${file}${lineAnchor(lines)}`;
}
/** A position as code, a link where possible. */
function place(at, { source }) {
    const position = (0,findings/* positionOf */.df)(at);
    if (position === null || at.path === null)
        return null;
    const url = sourceUrl(source, at.path, at.line === null ? null : [at.line, at.line]);
    return url === null ? code(position) : markdown_link(url, code(position));
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
function coverageSection({ totals, thresholds }, context) {
    const { coverage } = totals;
    if (coverage === null)
        return [];
    const { statements, missing } = coverage;
    if (statements === 0 && missing.length === 0 && thresholds.length === 0)
        return [];
    const packages = [...coverage.packages].sort(byCoverage((item) => item.importPath));
    const files = coverage.files
        .filter(({ covered, statements }) => covered < statements)
        .sort(byCoverage((file) => file.path));
    const level = (maxPackages, maxFiles) => () => [
        heading(3, words("Coverage")),
        paragraph(...total(coverage, thresholds)),
        ...missingBlocks(missing, Math.max(10, maxPackages)),
        ...packageBlocks(packages, maxPackages, missedFloors(thresholds, "package")),
        ...fileBlocks(files, maxFiles, { context, missed: missedFloors(thresholds, "file") }),
    ];
    return [{ name: "coverage", importance: 60, levels: [level(300, 30), level(100, 10), level(20, 0), level(0, 0)] }];
}
/** Lowest percentage first, then most uncovered statements; what has no statements comes last. */
function byCoverage(name) {
    const uncovered = ({ covered, statements }) => statements - covered;
    return (a, b) => (a.percent ?? 101) - (b.percent ?? 101) ||
        uncovered(b) - uncovered(a) ||
        (name(a) < name(b) ? -1 : Number(name(a) > name(b)));
}
function total(coverage, thresholds) {
    const limit = (0,facts/* totalLimit */.Ur)(thresholds);
    const judged = limit === null ? "." : `; ${(0,facts/* limitWords */.vd)(limit)} ${limit.met ? "✅" : "❌"}`;
    const { statements, missing } = coverage;
    if (statements === 0)
        return [words(`${missing.length === 0 ? "No statements to cover" : "No coverage"}${judged}`)];
    const counted = ` of statements covered (${(0,facts/* ratio */.CG)(coverage)})`;
    return [strong((0,format/* formatPercent */.l9)(coverage.percent)), words(counted + judged)];
}
/** What is in no number here. */
function missingBlocks(missing, max) {
    if (missing.length === 0)
        return [];
    const names = listed(missing, max, "package", (name) => code(name));
    return [paragraph(words("⚠️ Not counted, since they left no coverage profile: "), ...names)];
}
/** The limits of packages or files that miss them. */
function missedFloors(thresholds, of) {
    const missed = thresholds.filter(({ what, met }) => what === of && !met);
    return new Map(missed.map(({ name, floor }) => [name, floor]));
}
/** Packages that are shown without a click. */
const maxOpen = 10;
/** The least covered ones, and the others folded. */
function packageBlocks(packages, max, missed) {
    const open = packages.slice(0, Math.min(max, maxOpen));
    const others = packages.slice(open.length);
    const folded = capped(others, max - open.length, "package", (shown) => [packageTable(shown, missed)]);
    return [
        ...(open.length === 0 ? [] : [packageTable(open, missed)]),
        ...(max <= maxOpen || others.length === 0 ? folded : fold([(0,format/* plural */.LS)(others.length, "more package")], folded)),
    ];
}
const barWidth = 10;
/** The share that is covered; full only for all of it. */
function bar({ percent }) {
    if (percent === null)
        return [];
    const full = Math.floor((percent / 100) * barWidth);
    return [code("█".repeat(full) + "░".repeat(barWidth - full))];
}
function packageTable(packages, missed) {
    return table([
        { title: "Package" },
        { title: "" },
        { title: "Coverage", align: "right" },
        { title: "Statements", align: "right" },
    ], packages.map((item) => [
        [code(item.importPath)],
        bar(item),
        [words(percentOf(item, missed.get(item.importPath) ?? null))],
        [words(fraction(item))],
    ]));
}
function percentOf(item, floor) {
    return `${(0,format/* formatPercent */.l9)(item.percent)}${floor === null ? "" : ` ❌ (${(0,facts/* floorWords */.yD)({ floor })})`}`;
}
function fraction({ covered, statements }) {
    return `${covered} / ${statements}`;
}
function fileBlocks(files, max, { context, missed }) {
    if (files.length === 0 || max === 0)
        return [];
    const blocks = capped(files, max, "file", (shown) => [
        table([{ title: "File" }, { title: "Coverage", align: "right" }, { title: "Lines no test reached" }], shown.map((file) => [
            [code(file.path)],
            [words(percentOf(file, missed.get(file.path) ?? null))],
            uncoveredLines(file, context),
        ])),
    ]);
    return fold(["Files with the least coverage"], blocks);
}
const maxRanges = 10;
function uncoveredLines({ path, uncovered }, { source }) {
    return listed(uncovered, maxRanges, "range", ([from, to]) => {
        const label = words(from === to ? `${from}` : `${from}–${to}`);
        const url = sourceUrl(source, path, [from, to]);
        return url === null ? label : markdown_link(url, label);
    });
}

// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
;// CONCATENATED MODULE: ./build/stage/src/report/sections/findings.js





/** What keeps code from compiling, a section per source. Without it nothing below counts, so it belongs before the failed tests. */
const basicFindings = (report, context) => findingsSections(report, context, true);
/** What else the stages found in files, a section per source. */
const otherFindings = (report, context) => findingsSections(report, context, false);
/** The same finding once. Failed and flaky tests have sections of their own. */
function findingsSections(report, context, basic) {
    const { kinds } = context;
    const failed = new Set(report.totals.tests?.packages.flatMap(({ importPath, failures, flakes }) => [...failures, ...flakes].map(({ name }) => keyOf(importPath, name))));
    const ranked = (0,findings/* rankFindings */.JM)(report.stages, kinds).filter(({ finding }) => !isAbout(finding, failed));
    const bySource = (0,group_by/* groupBy */.$)(ranked, ({ finding }) => finding.source);
    return [...bySource].flatMap(([source, found], index) => {
        if (kinds(source).basic !== basic)
            return [];
        const level = (detail) => () => findingBlocks(found, detail, { source, context, several: report.modules.length > 1 });
        return [
            {
                name: kinds(source).title,
                importance: basic ? 91 : 88 - index,
                levels: [
                    level({ max: 100, limits: { maxLines: 60, maxBytes: 6_000 } }),
                    level({ max: 30, limits: { maxLines: 20, maxBytes: 2_000 } }),
                    level({ max: 10, limits: { maxLines: 5, maxBytes: 500 } }),
                ],
            },
        ];
    });
}
function isAbout({ subject }, tests) {
    return subject !== undefined && tests.has(keyOf(subject.package, subject.test));
}
function keyOf(importPath, test) {
    return `${importPath}\n${test}`;
}
function findingBlocks(found, { max, limits }, told) {
    const { title, style } = told.context.kinds(told.source);
    const render = style === "diff" ? diffs : messages;
    return [heading(3, words(title)), ...capped(found, max, "finding", (shown) => render(shown, limits, told))];
}
/** gofmt: a folded diff per file; the first ones are open. */
function diffs(found, limits, { several }) {
    return found.flatMap(({ finding, stage }, index) => {
        const blocks = [fence("diff", finding.message, limits)];
        const module = several && stage.module !== null ? [paragraph(words("in module "), code(stage.module))] : [];
        return fold([{ code: finding.path ?? finding.title }], [...module, ...blocks], index < 3);
    });
}
function messages(found, limits, told) {
    return [bullets(found.map((ranked) => messageItem(ranked, limits, told)))];
}
function messageItem({ finding, stage, stages, level }, limits, { context, several }) {
    const at = place(finding, context);
    const lines = finding.message.trimEnd().split("\n");
    const [first = ""] = lines;
    const start = [words(level === "error" ? "❌ " : "⚠️ "), ...(at === null ? [] : [at, words(" ")])];
    const end = several ? foundIn(stage.module, stages) : foundBy(stages, finding.source);
    if (lines.length === 1)
        return [paragraph(...start, ...message(first, at), ...end)];
    return [paragraph(...start, ...prose(finding.title), ...end), fence("text", finding.message, limits)];
}
/** The stages, unless it goes without saying. */
function foundBy(stages, source) {
    if (stages.length === 1 && stages[0] === source)
        return [];
    return [words(" ("), ...stageNames(stages), words(")")];
}
/** The module as well, since the stages of the one at the root do not name it. */
function foundIn(module, stages) {
    const place = module === null ? [] : [words(" in "), code(module, 60)];
    return [...place, words(" ("), ...stageNames(stages), words(")")];
}
function stageNames(stages) {
    const names = stages.length > 5 ? [...stages.slice(0, 5), "…"] : stages;
    return prose(names.join(", "));
}
/** What is said about a line is in the language of tools; what stands alone is a sentence. */
function message(text, at) {
    return at === null ? prose(text) : [code(text, 300)];
}

// EXTERNAL MODULE: ./build/stage/src/model/platform.js
var platform = __webpack_require__(53107);
;// CONCATENATED MODULE: ./build/stage/src/report/sections/products.js




/** The binaries that were built. */
function artifactsSection({ artifacts }) {
    if (artifacts.length === 0)
        return [];
    const level = (max) => () => [
        heading(3, words("Binaries")),
        ...capped(artifacts, max, "artifact", (shown) => [
            artifactTable(shown),
            ...fold(["SHA-256"], [fence("text", checksums(shown), { maxLines: max, maxBytes: max * 400 })]),
        ]),
    ];
    return [{ name: "binaries", importance: 70, levels: [level(300), level(50), level(10)] }];
}
function artifactTable(artifacts) {
    return table([{ title: "Name" }, { title: "Platform" }, { title: "Size", align: "right" }], artifacts.map((artifact) => [
        [code(artifact.name)],
        [words((0,platform/* platformKey */.Ng)(artifact))],
        [words((0,format/* formatBytes */.z3)(artifact.size))],
    ]));
}
/** As `sha256sum --check` takes them. */
function checksums(artifacts) {
    return artifacts.map(({ sha256, name }) => `${sha256}  ${name}`).join("\n");
}
/** The image: what it is, and what was tested about it. */
function imageSection({ image }) {
    if (image === null)
        return [];
    const rows = imageRows(image).filter(([, value]) => value.length > 0);
    const level = () => [
        heading(3, words("Image")),
        table([{ title: "Name" }, { title: [code(image.name)] }], rows.map(([name, value]) => [[words(name)], value])),
    ];
    return [{ name: "image", importance: 75, levels: [level] }];
}
function imageRows(image) {
    const optional = (value) => (value === null ? [] : [code(value)]);
    const size = image.size === null ? null : (0,format/* formatBytes */.z3)(image.size);
    const layers = image.layers === null ? null : `${image.layers}`;
    return [
        ["References", names(image.tags, "reference")],
        ["Platforms", names(image.platforms, "platform")],
        ["Base", optional(image.base)],
        ["Size", size === null ? [] : [words(size)]],
        ["Layers", layers === null ? [] : [words(layers)]],
        ["Tested", image.tested === null ? [] : prose(image.tested)],
        ["Digest at the registry", optional(image.digest === image.configDigest ? null : image.digest)],
        ["Digest of the configuration", optional(image.configDigest)],
        ["Tarball", optional(image.path)],
    ];
}
/** A registry may take many tags; a table cell does not. */
function names(values, what) {
    return listed(values, 20, what, (value) => code(value));
}

// EXTERNAL MODULE: ./build/stage/src/report/view/modules.js
var view_modules = __webpack_require__(58804);
// EXTERNAL MODULE: ./build/stage/src/report/view/stage-rows.js
var stage_rows = __webpack_require__(89937);
// EXTERNAL MODULE: ./build/stage/src/report/view/alike.js
var view_alike = __webpack_require__(46413);
;// CONCATENATED MODULE: ./build/stage/src/report/sections/modules.js








/** On a telephone the statuses should be seen beside it. */
const maxDir = 40;
/** A row per module, and why what did not pass did not where the verdict has not said so. Modules in which all is well are the first to go. */
function moduleSections(modules, context) {
    const { rows } = modules;
    const level = (max) => () => [
        heading(3, words("Modules")),
        ...capped(rows, max, "module", (shown) => [rowTable(shown, modules), legend(shown)]),
    ];
    return [{ name: "modules", importance: 95, levels: [level(300), level(60)] }, ...reasonSections(rows, context)];
}
function rowTable(rows, { gates, versions, tests, coverage }) {
    const text = (of) => (row) => [words(of(row))];
    const right = (title, of) => ({ title, align: "right", cell: text(of) });
    const shown = [
        { title: "Module", cell: ({ module }) => [code(module.dir, maxDir)] },
        ...gates.map((gate, index) => ({ title: [code(gate, 40)], cell: text((row) => cellText(row.cells[index])) })),
        ...(tests ? [right("Tests", ({ module }) => together((0,facts/* countWords */.rj)((0,facts/* testCounts */.Js)(module.tests))))] : []),
        ...(coverage ? [right("Coverage", ({ module }) => (0,format/* formatPercent */.l9)(module.coverage?.percent ?? null))] : []),
        ...(versions
            ? [{ title: "Go", cell: ({ module }) => optional(module.goVersion?.replace(/^go/, "")) }]
            : []),
        right("Duration", ({ durationMs }) => (durationMs === null ? "–" : (0,format/* formatDuration */.a3)(durationMs))),
        { title: "Path", cell: ({ module }) => optional(module.path) },
    ];
    return table(shown, rows.map((row) => shown.map(({ cell }) => cell(row))));
}
function optional(name) {
    return name == null ? [words("–")] : [code(name, 60)];
}
/** `❌ 1 of 3` where the stages of a gate, for its platforms, came to different ends. */
function cellText(cell) {
    if (cell == null)
        return "–";
    const icon = iconOf(cell.status);
    return cell.count === cell.of ? icon : together(`${icon} ${cell.count} of ${cell.of}`);
}
/** Among many cells those that had nothing to do should not catch the eye. */
function iconOf(status) {
    return view_status/* stageLooks */.Rx[status].idle ? "➖" : view_status/* stageLooks */.Rx[status].icon;
}
/** Beside a long path, a narrow column would be broken at every blank. */
function together(text) {
    return text.replaceAll(" ", "\u00a0");
}
/** What the icons mean, those that are there. */
function legend(rows) {
    const byIcon = (0,group_by/* groupBy */.$)((0,view_modules/* statusesIn */.E)(rows), iconOf);
    const meanings = [...byIcon].map(([icon, statuses]) => `${icon} ${statuses.join(" or ")}`);
    return paragraph(words([...meanings, ...(rows.some(({ cells }) => cells.includes(null)) ? ["– no stage of its own"] : [])].join(" · ")));
}
function reasonSections(rows, { reasons }) {
    const told = new Set(reasons.flatMap((reason) => (reason.kind === "stage" ? [reason.stage] : [])));
    const untold = ({ id, reason }) => reason !== null && !told.has(id);
    const alike = (0,view_alike/* alikeStages */.g)(rows.flatMap(({ stages }) => stages.filter(untold)));
    if (alike.length === 0)
        return [];
    const sorted = [...alike].sort((a, b) => (0,facts/* byUrgency */.td)(a.first.status, b.first.status));
    const level = (max) => () => fold(["Why stages did not run or pass"], capped(sorted, max, "reason", (shown) => [reasonTable(shown)]));
    return [{ name: "reasons of stages", importance: 85, levels: [level(100), level(10)] }];
}
function reasonTable(alike) {
    return table([{ title: "Stages" }, { title: "Status" }, { title: "Reason" }, { title: "Modules" }], alike.map(({ first, names, modules }) => [
        listed(names, 10, "stage", (name) => code(name, 80)),
        [words(`${view_status/* stageLooks */.Rx[first.status].icon} ${first.status}`)],
        prose(first.reason ?? "", 200),
        listed(modules, 10, "module", (dir) => code(dir, maxDir)),
    ]));
}

;// CONCATENATED MODULE: ./build/stage/src/report/sections/stages.js







/** Of one row. */
const maxIds = 20;
/** A row per stage; with several modules a row per module, and one per stage of the whole run. */
function stagesSection(report, context) {
    const modules = (0,view_modules/* moduleTable */.v)(report, context);
    if (modules === null)
        return stageSections("Stages", report.stages, context);
    return [...moduleSections(modules, context), ...stageSections("Whole run", modules.shared, context)];
}
/** Stages that passed are the first to go, since the headline counts them. */
function stageSections(title, stages, { needs }) {
    if (stages.length === 0)
        return [];
    const rows = (0,stage_rows/* stageRows */.U7)(stages, needs);
    const passed = ({ first }) => Number(first.status === "passed");
    const notable = [...rows].sort((a, b) => passed(a) - passed(b));
    const level = (rows, max) => () => [
        heading(3, words(title)),
        ...capped(rows, max, "stage", (shown) => [stageTable(shown)]),
    ];
    const full = rows.length <= 300 ? rows : notable;
    return [{ name: "stages", importance: 95, levels: [level(full, 300), level(notable, 60)] }];
}
function stageTable(rows) {
    return table([{ title: "Stage" }, { title: "Status" }, { title: "Duration", align: "right" }, { title: "Reason" }], rows.map(({ first, ids }) => [
        listed(ids, maxIds, "stage", (id) => code(id, 80)),
        [words(`${view_status/* stageLooks */.Rx[first.status].icon} ${first.status}`)],
        duration(first),
        first.reason === null ? [] : prose(first.reason, 200),
    ]));
}
function duration({ startedAt, durationMs, cached }) {
    if (startedAt === null)
        return [words("–")];
    return [words(`${(0,format/* formatDuration */.a3)(durationMs)}${cached ? " (cached)" : ""}`)];
}

// EXTERNAL MODULE: ./build/stage/src/text/test-words.js
var test_words = __webpack_require__(86564);
;// CONCATENATED MODULE: ./build/stage/src/report/sections/tests.js





function packagesOf({ modules, totals }) {
    if (modules.length < 2)
        return (totals.tests?.packages ?? []).map((found) => ({ found, module: null }));
    return modules.flatMap(({ dir, tests }) => (tests?.packages ?? []).map((found) => ({ found, module: dir })));
}
function listedTests(packages, which) {
    return packages.flatMap(({ found, module }) => found[which].map((test) => ({ test, importPath: found.importPath, module })));
}
/** The failed tests with what they printed, and packages that failed without a failing test. */
function testsSection(report, context) {
    const all = packagesOf(report);
    const failures = listedTests(all, "failures");
    const packages = all.filter(({ found }) => found.status === "failed" && found.failures.length === 0);
    if (failures.length === 0 && packages.length === 0)
        return [];
    const title = heading(3, words(failures.length === 0 ? "Failed packages" : "Failed tests"));
    const broken = (max) => capped(packages, max, "failed package", brokenPackages);
    const detailed = (max, limits) => () => [
        title,
        ...broken(max),
        ...capped(failures, max, "failed test", (shown) => shown.flatMap((failure, index) => failureDetails(failure, { icon: "❌", limits, open: index < 3, context }))),
    ];
    const listed = (max) => () => [
        title,
        ...broken(max),
        ...capped(failures, max, "failed test", (shown) => [testTable(shown, context)]),
    ];
    return [
        {
            name: "failed tests",
            importance: 90,
            levels: [
                detailed(150, { maxLines: 60, maxBytes: 4_000 }),
                detailed(50, { maxLines: 30, maxBytes: 2_000 }),
                listed(200),
                listed(20),
            ],
        },
    ];
}
/** Tests that failed, and passed when they were run again, with what they printed when they failed. */
function flakySection(report, context) {
    const flaky = listedTests(packagesOf(report), "flakes");
    if (flaky.length === 0)
        return [];
    const title = heading(3, words("Flaky tests"));
    const detailed = (max, limits) => () => [
        title,
        paragraph(words("They failed, and passed when they were run again.")),
        ...capped(flaky, max, "flaky test", (shown) => shown.flatMap((test) => failureDetails(test, { icon: "⚠️", limits, open: false, context }))),
    ];
    const listed = (max) => () => [
        title,
        ...capped(flaky, max, "flaky test", (shown) => [testTable(shown, context)]),
    ];
    return [
        {
            name: "flaky tests",
            importance: 89,
            levels: [detailed(50, { maxLines: 30, maxBytes: 2_000 }), listed(100), listed(10)],
        },
    ];
}
/** Tests that a crash elsewhere, a time limit or a signal did not let end: nobody knows whether they pass. */
function interruptedSection(report, context) {
    const cut = listedTests(packagesOf(report), "unfinished");
    if (cut.length === 0)
        return [];
    const level = (max) => () => [
        heading(3, words("Interrupted tests")),
        ...capped(cut, max, "interrupted test", (shown) => [testTable(shown, context)]),
    ];
    return [{ name: "interrupted tests", importance: 75, levels: [level(100), level(10)] }];
}
function brokenPackages(packages) {
    return [
        bullets(packages.map(({ found: { importPath, reason }, module }) => [
            paragraph(words("❌ "), code(importPath), ...inModule(module), words(" "), ...prose(reason ?? "failed")),
        ])),
    ];
}
function inModule(module) {
    return module === null ? [] : [words(" (module "), code(module, 60), words(")")];
}
function failureDetails({ test, importPath, module }, how) {
    const at = place(test, how.context);
    const said = (0,test_words/* firstWords */.Cb)(test.output);
    const title = [
        ...[how.icon, { code: test.name }, "in", { code: importPath }],
        ...(said === null ? [] : ["–", { code: said }]),
        ...(test.durationMs === null ? [] : [`(${(0,format/* formatDuration */.a3)(test.durationMs)})`]),
    ];
    const where = [
        words("in "),
        code(importPath),
        ...inModule(module),
        ...(at === null ? [] : [words(" at "), at]),
    ];
    const output = test.output.trim() === "" ? [] : [fence("text", (0,test_words/* withoutOwnFrames */.D4)(test.output), how.limits)];
    return fold(title, [paragraph(...where), ...output, shell(test.command)], how.open);
}
function testTable(tests, context) {
    return table([{ title: "Test" }, { title: "Package" }, { title: "Line" }], tests.map(({ test, importPath, module }) => {
        const at = place(test, context);
        return [[code(test.name)], [code(importPath), ...inModule(module)], at === null ? [] : [at]];
    }));
}

;// CONCATENATED MODULE: ./build/stage/src/report/view/gantt.js


const maxBars = 40;
/**
 * The times as a Gantt chart of Mermaid, which GitHub draws (https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/creating-diagrams);
 * the longest stages where there are many. Trouble is red (`crit`), what the run waited for stands out (`active`), and what was
 * cached is grey (`done`).
 */
function gantt({ spans, chain, wallMs }) {
    const waitedFor = new Set(chain.map(({ stage }) => stage));
    const longest = [...spans].sort((a, b) => b.durationMs - a.durationMs).slice(0, maxBars);
    const shown = spans.filter((span) => longest.includes(span));
    return [
        "gantt",
        "    dateFormat HH:mm:ss.SSS",
        `    axisFormat ${wallMs < 3_600_000 ? "%M:%S" : "%H:%M:%S"}`,
        ...shown.map((span) => `    ${label(span)} :${tags(span, waitedFor)}${clock(span.startMs)}, ${Math.max(1, span.durationMs)}ms`),
    ].join("\n");
}
/** Mermaid takes `:`, `;`, `#`, `,` and `%%` for its own, wherever they stand. */
function label({ stage }) {
    const plain = (0,sanitize/* sanitizeLine */.g$)(stage)
        .replaceAll(/[^\p{L}\p{N}./_-]+/gu, " ")
        .trim();
    return (0,clip/* clipName */.es)(plain, 60) || "stage";
}
function tags({ stage, cached, trouble }, waitedFor) {
    return (trouble ? "crit, " : "") + (cached ? "done, " : waitedFor.has(stage) ? "active, " : "");
}
/** A time of day, since the chart knows no other; what takes longer than a day starts again. */
function clock(ms) {
    return new Date(ms).toISOString().slice(11, 23);
}

;// CONCATENATED MODULE: ./build/stage/src/report/view/timeline.js

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
        trouble: (0,view_status/* isTrouble */.KM)(stage),
    }))
        .sort((a, b) => a.startMs - b.startMs);
    return {
        spans,
        wallMs: spans.reduce((end, span) => Math.max(end, span.startMs + span.durationMs), 0),
        sumMs: spans.reduce((sum, span) => sum + span.durationMs, 0),
        chain: chainOf(spans, needs),
    };
}
/** Backwards from the last end: before each stage the one that ended last until then, a needed one first where several did. */
function chainOf(spans, needs) {
    const chain = [];
    const open = new Set(spans);
    let current = latest([...open]);
    while (current !== null) {
        const { stage, startMs } = current;
        open.delete(current);
        const needed = new Set(needs.get(stage) ?? []);
        const ended = [...open].filter((span) => endOf(span) <= startMs);
        const last = latest(ended);
        const atOnce = ended.filter((span) => last !== null && endOf(span) >= endOf(last) - sameMoment);
        const before = latest(atOnce.filter((span) => needed.has(span.stage))) ?? last;
        const after = before === null ? null : needed.has(before.stage) ? "need" : "turn";
        chain.unshift({ stage, after, waitedMs: before === null ? 0 : startMs - endOf(before) });
        current = before;
    }
    return chain;
}
/** Between the end of a stage and the start of the next lies what the scheduler does; milliseconds. */
const sameMoment = 20;
function endOf({ startMs, durationMs }) {
    return startMs + durationMs;
}
function latest(spans) {
    return spans.reduce((best, span) => (best === null || endOf(span) > endOf(best) ? span : best), null);
}

;// CONCATENATED MODULE: ./build/stage/src/report/sections/timeline.js





const maxLinks = 10;
/** When each stage ran, as a chart and, folded, as a table; and which stages the run waited for. */
function timelineSection({ stages }, { needs }) {
    const times = timeline(stages, needs);
    if (times.spans.length < 2)
        return [];
    const level = (max) => () => [
        heading(3, words("Timeline")),
        paragraph(...conclusion(times)),
        diagram("mermaid", gantt(times)),
        ...(max === 0
            ? []
            : fold(["As a table"], capped(times.spans, max, "stage", (shown) => [spanTable(shown, times)]))),
    ];
    return [{ name: "timeline", importance: 30, levels: [level(100), level(0), () => []] }];
}
function conclusion({ chain, sumMs, wallMs, spans }) {
    const saved = sumMs - wallMs;
    const overlap = saved > 0 ? `, up to ${(0,format/* formatDuration */.a3)(saved)} less than one after the other` : "";
    const cached = spans.filter((span) => span.cached).length;
    return [
        words(`The stages add up to ${(0,format/* formatDuration */.a3)(sumMs)} and took ${(0,format/* formatDuration */.a3)(wallMs)} on the clock${overlap}.`),
        ...(cached === 0 ? [] : [words(` ${cached} of ${(0,format/* plural */.LS)(spans.length, "stage")} came from a cache.`)]),
        words(" The run waited for "),
        ...links(chain.slice(-maxLinks)),
        words(chain.some(({ after }) => after === "turn") ? " (⇢ waited for its turn)." : "."),
    ];
}
function links(chain) {
    return chain.flatMap(({ stage, after }, index) => [
        ...(index === 0 ? [] : [words(after === "turn" ? " ⇢ " : " → ")]),
        code(stage),
    ]);
}
function spanTable(spans, { chain }) {
    const waitedFor = new Map(chain.map((link) => [link.stage, link]));
    return table([{ title: "Stage" }, { title: "Start", align: "right" }, { title: "Duration", align: "right" }], spans.map(({ stage, startMs, durationMs, cached }) => [
        [code(stage), ...(waitedFor.has(stage) ? [words(" ◆")] : [])],
        [words((0,format/* formatDuration */.a3)(startMs))],
        [words(`${(0,format/* formatDuration */.a3)(durationMs)}${cached ? " (cached)" : ""}`)],
    ]));
}

;// CONCATENATED MODULE: ./build/stage/src/report/sections/verdict.js





/** The verdict with its reasons: what one reads first, and often only. */
function verdictSection(report) {
    const level = (max) => () => [
        headline(report),
        paragraph(words(verdict_facts(report))),
        ...capped(report.reasons, max, "reason", (reasons) => [
            bullets(reasons.map((reason) => [paragraph(...prose(reason))])),
        ]),
    ];
    return [{ name: "reasons", importance: 100, levels: [level(50), level(10)] }];
}
function headline(report) {
    const { icon, words: verdict } = view_status/* verdicts */.rY[report.conclusion];
    return heading(2, words(`${icon} Go pipeline ${verdict}`), ...subject(report.modules));
}
/** Several modules are named in their table. */
function subject(modules) {
    const [only] = modules;
    if (only === undefined)
        return [];
    return [words(": "), modules.length > 1 ? words((0,format/* plural */.LS)(modules.length, "module")) : code(only.path ?? only.dir)];
}
function verdict_facts({ stages, totals, artifacts, durationMs }) {
    const { tests, coverage } = totals;
    return [
        (0,facts/* enumerate */.HL)("stage", (0,facts/* stageCounts */.Xr)(stages)),
        (0,facts/* enumerate */.HL)("test", (0,facts/* testCounts */.Js)(tests)),
        coverage === null ? "" : covered(coverage),
        artifacts.length === 0 ? "" : (0,format/* plural */.LS)(artifacts.length, "binary", "binaries"),
        (0,format/* formatDuration */.a3)(durationMs),
    ]
        .filter((fact) => fact !== "")
        .join(" · ");
}
function covered({ percent, missing }) {
    const without = missing.length === 0 ? "" : `no coverage of ${(0,format/* plural */.LS)(missing.length, "package")}`;
    return [percent === null ? "" : `${(0,format/* formatPercent */.l9)(percent)} covered`, without]
        .filter((text) => text !== "")
        .join(", ");
}

;// CONCATENATED MODULE: ./build/stage/src/report/targets/job-summary.js












/** GitHub shows nothing at all of a summary above 1 MiB; the rest is room for what other steps of ours may add. */
const summaryLimit = 900 * 1024;
const page = {
    name: "job summary",
    limit: summaryLimit,
    sections: [
        verdictSection,
        basicFindings,
        testsSection,
        flakySection,
        interruptedSection,
        otherFindings,
        reproduceSection,
        warningsSection,
        stagesSection,
        timelineSection,
        coverageSection,
        artifactsSection,
        imageSection,
        footerSection,
    ],
    render: renderMarkdown,
    note: (names) => [paragraph(words(`Shortened to fit GitHub's limit for summaries: ${names.join(", ")}.`))],
    deliver,
};
/** The page that a workflow run shows, and the same as a file. */
const jobSummary = (0,fit/* textTarget */.h)(page);
/** The job summary as Markdown, at most `limit` bytes of UTF-8. */
function renderSummary(report, context, limit = summaryLimit) {
    return fitted({ ...page, limit }, report, context);
}
async function deliver(markdown, { platform, config, write }) {
    // Locally the file is all there is; in a workflow a full disk must not cost the job summary.
    const kept = write(target/* fileNames */.j.summary, markdown);
    const done = await Promise.allSettled([kept, config.summary && platform.writeSummary(markdown)]);
    const broken = done.find((result) => result.status === "rejected");
    if (broken !== undefined)
        throw broken.reason;
}
const maxDetails = 100;
/** The job summary of a run that ended before it had a report. */
function renderProblem({ headline, details, remedy }) {
    const left = details.length - maxDetails;
    const shown = details.slice(0, maxDetails).map((detail) => [paragraph(...prose(detail))]);
    return renderMarkdown([
        heading(2, words(`${view_status/* verdicts */.rY.error.icon} Go pipeline did not run`)),
        paragraph(...prose(headline)),
        ...(shown.length === 0 ? [] : [bullets(shown)]),
        ...(left > 0 ? [paragraph(words(`… ${left} more in the log.`))] : []),
        ...(remedy === null ? [] : [paragraph(...prose(remedy))]),
    ]);
}


/***/ }),

/***/ 46413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ toldApart),
/* harmony export */   g: () => (/* binding */ alikeStages)
/* harmony export */ });
/* harmony import */ var _group_by_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82221);
/* harmony import */ var _model_own_module_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42679);
/* harmony import */ var _model_stage_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22736);



/** The stages of each module that have one status and one reason, and the modules in which these are the same; none of the run's. */
function alikeStages(stages) {
    const inModules = (0,_group_by_js__WEBPACK_IMPORTED_MODULE_0__/* .groupBy */ .$)(stages, ({ module, status, reason }) => JSON.stringify([module, status, reason]));
    const found = [...inModules.values()].flatMap((group) => {
        const [first] = group;
        const module = first?.module ?? null;
        return first === undefined || module === null ? [] : [{ first, names: group.map(_model_stage_id_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb), modules: [module] }];
    });
    const everywhere = (0,_group_by_js__WEBPACK_IMPORTED_MODULE_0__/* .groupBy */ .$)(found, ({ first, names }) => JSON.stringify([first.status, first.reason, names]));
    return [...everywhere.values()].flatMap((group) => {
        const [first] = group;
        return first === undefined ? [] : [{ ...first, modules: group.flatMap(({ modules }) => modules).sort() }];
    });
}
/** One after the other where there are few modules. */
function toldApart(alike) {
    return alike.modules.length > _model_own_module_js__WEBPACK_IMPORTED_MODULE_2__/* .maxToldApart */ .Y
        ? [alike]
        : alike.modules.map((module) => ({ ...alike, modules: [module] }));
}


/***/ }),

/***/ 88487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ engineVersions)
/* harmony export */ });
/** `goVersions`: of the modules, in the order in which they are told. */
function engineVersions({ version, reason }, goVersions) {
    const named = new Set(reason.split(/[\s,;()]+/));
    const all = [...new Set(goVersions)];
    return {
        engine: version !== null && all.includes(version) ? null : version,
        go: all.every((go) => named.has(go)) ? [] : all,
    };
}


/***/ }),

/***/ 954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CG: () => (/* binding */ ratio),
/* harmony export */   HL: () => (/* binding */ enumerate),
/* harmony export */   Js: () => (/* binding */ testCounts),
/* harmony export */   Ur: () => (/* binding */ totalLimit),
/* harmony export */   WS: () => (/* binding */ orderWords),
/* harmony export */   Xr: () => (/* binding */ stageCounts),
/* harmony export */   cF: () => (/* binding */ urgency),
/* harmony export */   oM: () => (/* binding */ applyFix),
/* harmony export */   rj: () => (/* binding */ countWords),
/* harmony export */   td: () => (/* binding */ byUrgency),
/* harmony export */   vd: () => (/* binding */ limitWords),
/* harmony export */   yD: () => (/* binding */ floorWords)
/* harmony export */ });
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66055);
/* harmony import */ var _text_shell_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24968);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52458);



/** The order in which numbers of stages are told: what needs attention first. */
const told = [
    ...["errored", "failed", "warned", "cancelled", "blocked"],
    ...["passed", "skipped", "disabled"],
];
/** Lower needs attention more. */
function urgency(status) {
    return told.indexOf(status);
}
/** What needs attention first. */
function byUrgency(a, b) {
    return urgency(a) - urgency(b);
}
/** Stages by status, all statuses. */
function stageCounts(stages) {
    return told.map((state) => ({ state, count: stages.filter(({ status }) => status === state).length }));
}
/** Tests by how they ended; none without a test run. */
function testCounts(tests) {
    if (tests === null)
        return [];
    const { failed, flaky, interrupted, passed, skipped } = tests;
    return Object.entries({ failed, flaky, interrupted, passed, skipped }).map(([state, count]) => ({ state, count }));
}
/** `2 tests failed, 40 passed, 1 skipped`; what there is none of goes without saying. */
function enumerate(what, counts) {
    return counts
        .filter(({ count }) => count > 0)
        .map(({ count, state }, index) => (index === 0 ? `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(count, what)} ${state}` : `${count} ${state}`))
        .join(", ");
}
/** `2 failed, 40 passed`; an en dash when there is none of anything. */
function countWords(counts) {
    const words = counts.filter(({ count }) => count > 0).map(({ count, state }) => `${count} ${state}`);
    return words.length === 0 ? "–" : words.join(", ");
}
/** `in the order of seed 42`. */
function orderWords(seed) {
    return `in the order of seed ${seed}`;
}
/** The limit of the whole, as it was judged; null when none was asked for. */
function totalLimit(thresholds) {
    return thresholds.find(({ what }) => what === "total") ?? null;
}
/** `threshold 80 %`. */
function floorWords({ floor }) {
    return `threshold ${floor} %`;
}
/** `threshold 80 % met`. */
function limitWords(limit) {
    return `${floorWords(limit)} ${limit.met ? "met" : "missed"}`;
}
/** `80 of 100`. */
function ratio({ covered, statements }) {
    return `${covered} of ${statements}`;
}
/** Makes the changes that tools would make; typed at the root of the repository. */
function applyFix(pathOf) {
    return (0,_text_shell_js__WEBPACK_IMPORTED_MODULE_2__/* .shellCommand */ .q$)(".", ["git", "apply", pathOf(_target_js__WEBPACK_IMPORTED_MODULE_0__/* .fileNames */ .j.fix)]);
}


/***/ }),

/***/ 89591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JM: () => (/* binding */ rankFindings),
/* harmony export */   df: () => (/* binding */ positionOf),
/* harmony export */   ll: () => (/* binding */ segmentsInside)
/* harmony export */ });
/**
 * Errors before warnings, then by the rank of their kind, then in the order of stages; the same message at the same place is one. Who does not know the
 * column, as a build for coverage, means the one that others know.
 */
function rankFindings(stages, kinds) {
    const rank = ({ finding, level }) => (level === "error" ? 0 : 1_000) + kinds(finding.source).rank;
    const found = new Map();
    const all = stages.flatMap((stage) => stage.findings.map((finding) => rankable(finding, stage)));
    const ranked = [];
    for (const next of all.sort((a, b) => rank(a) - rank(b))) {
        const key = keyOf(next.finding, kinds);
        const alike = found.get(key) ?? [];
        const same = sameAs(next.finding, alike);
        if (same !== undefined)
            join(same, next);
        else {
            const first = { ...next, stages: [next.stage.id] };
            found.set(key, [...alike, first]);
            ranked.push(first);
        }
    }
    return ranked;
}
function sameAs({ column }, alike) {
    const exact = alike.find(({ finding }) => finding.column === column);
    return exact ?? alike.find(({ finding }) => finding.column === null || column === null);
}
function join(same, { finding, stage }) {
    if (same.finding.column === null)
        same.finding = { ...same.finding, column: finding.column };
    if (!same.stages.includes(stage.id))
        same.stages.push(stage.id);
}
/**
 * File, line and message. What compilers say differs where code has counters in the columns within it and in the source that C compilers quote.
 */
function keyOf({ source, path, line, message }, kinds) {
    const place = `${path}\n${line}\n`;
    if (!kinds(source).byCompiler)
        return place + message;
    const said = message.split("\n").filter((text) => !/^\s+\d* \|/.test(text));
    return place + said.join("\n").replace(/^(\t[^\s:]+:\d+):\d+(?=: )/gm, "$1");
}
function rankable(finding, stage) {
    return { finding, stage, level: stage.status === "warned" ? "warning" : finding.severity };
}
/** The names of a path that leads to a file of the repository, whoever wrote it; null for any other. */
function segmentsInside(path) {
    const segments = path.split("/");
    return segments.some((segment) => segment === "" || segment === "." || segment === "..") ? null : segments;
}
/** `dir/file.go:12:5`, as far as known; null without a path. */
function positionOf(place) {
    if (place.path === null)
        return null;
    return [place.path, place.line, place.line === null ? null : (place.column ?? null)]
        .filter((part) => part !== null)
        .join(":");
}


/***/ }),

/***/ 58804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ statusesIn),
/* harmony export */   v: () => (/* binding */ moduleTable)
/* harmony export */ });
/* harmony import */ var _group_by_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82221);
/* harmony import */ var _model_own_module_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42679);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(954);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43427);




/** null with a single module, or when nothing was planned: then there are rows for stages only. */
function moduleTable({ modules, stages }, { needs }) {
    if (modules.length < 2 || stages.length === 0)
        return null;
    const own = (0,_model_own_module_js__WEBPACK_IMPORTED_MODULE_2__/* .ownModules */ .W)(stages, modules.map(({ dir }) => dir), needs);
    const byModule = (0,_group_by_js__WEBPACK_IMPORTED_MODULE_3__/* .groupBy */ .$)(stages, own);
    const rows = modules.map((module) => ({ module, stages: byModule.get(module.dir) ?? [] }));
    const busy = new Set(rows.flatMap((row) => row.stages.filter(({ status }) => !_status_js__WEBPACK_IMPORTED_MODULE_1__/* .stageLooks */ .Rx[status].idle).map(gateOf)));
    const gates = [...new Set(stages.map(gateOf))].filter((gate) => busy.has(gate));
    return {
        gates,
        rows: rows.map((row) => rowOf(row, gates)).sort(byAttention),
        shared: byModule.get(null) ?? [],
        tests: modules.some(({ tests }) => tests !== null),
        coverage: modules.some(({ coverage }) => coverage !== null),
        versions: new Set(modules.map(({ goVersion }) => goVersion).filter((version) => version !== null)).size > 1,
    };
}
/** The statuses of the cells of some rows, what needs attention first. */
function statusesIn(rows) {
    const there = new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.status ?? [])));
    return [...there].sort(_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .byUrgency */ .td);
}
function gateOf({ gate }) {
    return gate;
}
function rowOf({ module, stages }, gates) {
    const byGate = (0,_group_by_js__WEBPACK_IMPORTED_MODULE_3__/* .groupBy */ .$)(stages, gateOf);
    const ran = stages.filter(({ startedAt }) => startedAt !== null);
    return {
        ...{ module, stages },
        cells: gates.map((gate) => cellOf(byGate.get(gate) ?? [])),
        durationMs: ran.length === 0 ? null : ran.reduce((sum, { durationMs }) => sum + durationMs, 0),
        urgency: stages.reduce((least, { status }) => Math.min(least, (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .urgency */ .cF)(status)), (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .urgency */ .cF)("passed")),
    };
}
function cellOf(stages) {
    const [worst] = [...stages].sort((a, b) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .byUrgency */ .td)(a.status, b.status));
    if (worst === undefined)
        return null;
    const { status } = worst;
    return { status, count: stages.filter((stage) => stage.status === status).length, of: stages.length };
}
function byAttention(a, b) {
    return a.urgency - b.urgency || (a.module.dir < b.module.dir ? -1 : Number(a.module.dir > b.module.dir));
}


/***/ }),

/***/ 89937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ idleRows),
/* harmony export */   U7: () => (/* binding */ stageRows),
/* harmony export */   _k: () => (/* binding */ rowName)
/* harmony export */ });
/* harmony import */ var _text_clip_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51834);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66055);
/* harmony import */ var _text_sanitize_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92077);
/* harmony import */ var _alike_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46413);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43427);





/**
 * A row for each stage, but one for those that had nothing to do for one reason and are of one gate or need one another: no main package means no binary for
 * any platform, and no Dockerfile no image, and so nothing to test and nothing to hand over. `needs` by stage id, as planned. The row stands where its first stage does.
 */
function stageRows(stages, needs) {
    const rows = [];
    for (const stage of stages) {
        const [row, ...others] = rows.filter((members) => members.some((other) => shareFate(stage, other, needs)));
        if (row === undefined)
            rows.push([stage]);
        else {
            row.push(stage, ...others.flat());
            for (const other of others)
                rows.splice(rows.indexOf(other), 1);
        }
    }
    const position = new Map(stages.map((stage, index) => [stage, index]));
    const inOrder = (a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0);
    return rows.flatMap((row) => {
        const [first] = row.sort(inOrder);
        return first === undefined ? [] : [{ first, ids: row.map(({ id }) => id), place: "" }];
    });
}
function shareFate(a, b, needs) {
    const alike = _status_js__WEBPACK_IMPORTED_MODULE_1__/* .stageLooks */ .Rx[a.status].idle && a.status === b.status && a.reason !== null && a.reason === b.reason;
    const related = needs.get(a.id)?.includes(b.id) === true || needs.get(b.id)?.includes(a.id) === true;
    return alike && (related || (a.gate === b.gate && a.module === b.module));
}
/**
 * Rows for stages that had nothing to do. With several modules a row for all of a module that have one reason, and a single one where that is so in many
 * modules.
 */
function idleRows(stages, needs, moduleCount) {
    if (moduleCount < 2)
        return stageRows(stages, needs);
    const ofRun = stages.filter(({ module }) => module === null);
    return [...(0,_alike_js__WEBPACK_IMPORTED_MODULE_2__/* .alikeStages */ .g)(stages).flatMap(_alike_js__WEBPACK_IMPORTED_MODULE_2__/* .toldApart */ .Y).map(alikeRow), ...stageRows(ofRun, needs)];
}
function alikeRow({ first, names, modules }) {
    const [only = ""] = modules;
    const where = modules.length > 1 ? (0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(modules.length, "module") : (0,_text_clip_js__WEBPACK_IMPORTED_MODULE_4__/* .clipName */ .es)((0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitizeLine */ .g$)(only), 60);
    return { first, ids: names, place: ` in ${where}` };
}
/** The stages of a row for a line of text; many of them would move everybody's columns. */
function rowName({ ids, place }) {
    const names = ids.slice(0, 3).map((id) => (0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitizeLine */ .g$)(id));
    const left = ids.length - names.length;
    return `${[...names, ...(left > 0 ? [`${left} more`] : [])].join(", ")}${place}`;
}


/***/ }),

/***/ 43427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KM: () => (/* binding */ isTrouble),
/* harmony export */   Rx: () => (/* binding */ stageLooks),
/* harmony export */   rY: () => (/* binding */ verdicts)
/* harmony export */ });
const quiet = { level: null, trouble: false, idle: false };
/** All that reports make of a status. */
const stageLooks = {
    passed: { ...quiet, icon: "✅", sign: "✓", colour: "green" },
    failed: { ...quiet, icon: "❌", sign: "✗", colour: "red", level: "error", trouble: true },
    warned: { ...quiet, icon: "⚠️", sign: "!", colour: "yellow", level: "warning", trouble: true },
    skipped: { ...quiet, icon: "⏭️", sign: "-", colour: "dim", idle: true },
    disabled: { ...quiet, icon: "⚪", sign: "-", colour: "dim", idle: true },
    blocked: { ...quiet, icon: "⛔", sign: "-", colour: "dim" },
    cancelled: { ...quiet, icon: "🚫", sign: "■", colour: "yellow", trouble: true },
    errored: { ...quiet, icon: "💥", sign: "✗", colour: "red", level: "error", trouble: true },
};
/** The verdict in words; `error` is never worded as a failed check. */
const verdicts = {
    success: { ...stageLooks.passed, words: "passed" },
    failure: { ...stageLooks.failed, words: "failed" },
    error: { ...stageLooks.errored, words: "could not finish" },
    cancelled: { ...stageLooks.cancelled, words: "was cancelled" },
};
/** The stage ran and found something, or broke. */
function isTrouble({ status }) {
    return stageLooks[status].trouble;
}


/***/ }),

/***/ 14784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ lastRun),
/* harmony export */   _: () => (/* binding */ reuseWords)
/* harmony export */ });
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66055);

/** How many results of tests are those of earlier runs, without the runs: `41 of 52 packages unchanged`; else why none is. */
function reuseWords({ mode, reason, packages, reused }) {
    if (mode === "full")
        return `every package was run: ${reason}`;
    if (mode === "off" && reused === 0)
        return `no results of earlier runs: ${reason}`;
    return `${reused} of ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(packages, "package")} unchanged`;
}
/** `, last run in <run> and 2 others`; empty when nobody knows. */
function lastRun({ runs }) {
    const [first, ...others] = runs;
    return first === undefined ? null : { run: first.run, others: others.length };
}


/***/ }),

/***/ 74813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ escapeHtml)
/* harmony export */ });
const entities = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
};
/** A text as HTML shows it, in attributes too. */
function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}


/***/ })

};
