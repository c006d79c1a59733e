export const id = 1518;
export const ids = [1518];
export const modules = {

/***/ 30383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ percentOf)
/* harmony export */ });
/** `100 * covered / statements` as `go tool cover` computes it; null without statements. */
function percentOf(covered, statements) {
    return statements === 0 ? null : (100 * covered) / statements;
}


/***/ }),

/***/ 18473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   uo: () => (/* binding */ capped)
/* harmony export */ });
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66055);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32618);


/** The first `max` of a list, rendered, and a paragraph that counts the rest; `what` names one of them. */
function capped(items, max, what, render) {
    const shown = items.slice(0, max);
    const left = items.length - shown.length;
    const blocks = shown.length === 0 ? [] : render(shown);
    if (left === 0)
        return blocks;
    return [...blocks, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL)(`… ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(left, `more ${what}`)} in report.json.`))];
}
/** The first `max` of a list in one line, and how many more there are; `what` names one of them. */
function listed(items, max, what, render) {
    const shown = items.slice(0, max).map((item) => [render(item)]);
    const left = items.length - shown.length;
    return joined(left > 0 ? [...shown, [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL)((0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(left, `more ${what}`))]] : shown, ", ");
}
/** Runs of inlines with something between them. */
function joined(parts, separator) {
    return parts.flatMap((part, index) => (index === 0 ? part : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL)(separator), ...part]));
}


/***/ }),

/***/ 56156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ fitted),
/* harmony export */   h: () => (/* binding */ textTarget)
/* harmony export */ });
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

/***/ 32618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ diagram),
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
/* harmony import */ var mdast_util_gfm__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35618);
/* harmony import */ var mdast_util_to_markdown__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59059);
/* harmony import */ var _text_clip_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51834);
/* harmony import */ var _text_html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74813);
/* harmony import */ var _text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92077);





/** Markdown text, ending with a line end. */
function renderMarkdown(blocks) {
    return (0,mdast_util_to_markdown__WEBPACK_IMPORTED_MODULE_2__/* .toMarkdown */ .l)({ type: "root", children: [...blocks] }, { bullet: "-", extensions: [(0,mdast_util_gfm__WEBPACK_IMPORTED_MODULE_3__/* .gfmToMarkdown */ .H)({ tablePipeAlign: false })] });
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
    return { type: "inlineCode", value: (0,_text_clip_js__WEBPACK_IMPORTED_MODULE_4__/* .clipName */ .es)((0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLine */ .g$)(value), max).trim() || " " };
}
/** What GitHub turns into links, mentions, references to issues and commits, emoji or formulas although it is plain text. */
const actedUpon = /[@#$]|:\/\/|www\.|\bGH-\d|:[\w+-]+:|\b(?=[a-f]*\d)[0-9a-f]{7,40}\b/i;
/**
 * A sentence that may hold text from the repository: what stands in backticks becomes code, and so do words that GitHub would act upon, since it leaves
 * code alone.
 */
function prose(value, max = 400) {
    const parts = (0,_text_clip_js__WEBPACK_IMPORTED_MODULE_4__/* .clipName */ .es)((0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLine */ .g$)(value), max).split(/(`[^`]+`|\s+)/);
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
    return { type: "code", lang, value: (0,_text_clip_js__WEBPACK_IMPORTED_MODULE_4__/* .clipText */ .gL)((0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeText */ .jZ)(value, 1_000), limits) };
}
/** What GitHub draws from a text of our own. */
function diagram(lang, value) {
    return { type: "code", lang, value };
}
/** Shell commands, complete: a cut one would be of no use. */
function shell(value) {
    return { type: "code", lang: "sh", value: (0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeText */ .jZ)(value) };
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
    return typeof part === "string" ? part : `<code>${(0,_text_html_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .Z)((0,_text_clip_js__WEBPACK_IMPORTED_MODULE_4__/* .clipName */ .es)((0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLine */ .g$)(part.code)))}</code>`;
}


/***/ }),

/***/ 66623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N$: () => (/* binding */ reproduceSection),
/* harmony export */   NG: () => (/* binding */ footerSection),
/* harmony export */   Z8: () => (/* binding */ noticesSection),
/* harmony export */   xd: () => (/* binding */ warningsSection)
/* harmony export */ });
/* harmony import */ var _model_engine_reason_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(59499);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66055);
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18473);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32618);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52458);
/* harmony import */ var _view_engine_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(88487);
/* harmony import */ var _view_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(954);
/* harmony import */ var _view_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43427);
/* harmony import */ var _view_test_reuse_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14784);









function warningsSection({ warnings }) {
    return linesSection("warning", warnings, { importance: 80, least: 10, most: 50 });
}
/** What inputs ask for in vain in a run of this kind. */
function noticesSection({ notices = [] }) {
    return linesSection("note", notices, { importance: 10, least: 0, most: 10 });
}
/** Lines under a title; `least` and `most`: how many of them at each end of the levels. */
function linesSection(what, lines, { importance, least, most }) {
    if (lines.length === 0)
        return [];
    const title = what === "warning" ? "Warnings" : "Notes";
    const level = (max) => () => max === 0
        ? []
        : [
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(title)),
            ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .capped */ .uo)(lines, max, what, (shown) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .bullets */ .e5)(shown.map((line) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(line))]))]),
        ];
    return [{ name: `${what}s`, importance, levels: [level(most), level(least)] }];
}
/** The command of every stage that did not pass, ready to be pasted at the root of the repository. */
function reproduceSection({ stages }, { fixable, pathOf }) {
    const troubled = stages.filter((stage) => (0,_view_status_js__WEBPACK_IMPORTED_MODULE_4__/* .isTrouble */ .KM)(stage) && stage.command !== "");
    if (troubled.length === 0)
        return [];
    const level = (max) => () => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("Reproduce locally")),
        ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .capped */ .uo)(troubled, max, "command", (shown) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .shell */ .vf)(shown.map(commandOf).join("\n"))]),
        ...(fixable ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("What tools would change, as one patch:")), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .shell */ .vf)((0,_view_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .applyFix */ .oM)(pathOf))] : []),
    ];
    return [{ name: "commands", importance: 92, levels: [level(50), level(10)] }];
}
function commandOf(stage) {
    return `# ${stage.id}\n${stage.command}`;
}
/** What ran all this, for how long, and where more is to be found. */
function footerSection(report, context) {
    const level = () => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(origins(report, context), " · "))];
    return [{ name: "footer", importance: 98, levels: [level] }];
}
/** What travelled, and why not more; what was restored is named by its size only, the key stands in the report. */
function cacheWords({ key, restoredBytes, restoreMs, saved, savedBytes, saveMs, notes, }) {
    const moved = [
        ...(key === null ? [] : [`restored ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatBytes */ .z3)(restoredBytes)} in ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatDuration */ .a3)(restoreMs)}`]),
        ...(saved ? [`saved ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatBytes */ .z3)(savedBytes)} in ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatDuration */ .a3)(saveMs)}`] : []),
    ];
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("caches: "), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)([...moved, ...notes].join("; "), 400)];
}
/** What was left to results of earlier runs, and where they were made. */
function reused(reuse) {
    const said = [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("tests: "), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_view_test_reuse_js__WEBPACK_IMPORTED_MODULE_6__/* .reuseWords */ ._)(reuse), 400)];
    const last = (0,_view_test_reuse_js__WEBPACK_IMPORTED_MODULE_6__/* .lastRun */ .K)(reuse);
    if (last === null)
        return said;
    const where = last.run.startsWith("https://") ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(last.run, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("an earlier run")) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(last.run, 100);
    return [
        ...said,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(", last run in "),
        where,
        ...(last.others === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(` and ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(last.others, "other")}`)]),
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
    const versions = (0,_view_engine_js__WEBPACK_IMPORTED_MODULE_7__/* .engineVersions */ .c)(engine, found);
    const version = versions.engine === null ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(" "), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(versions.engine, 40)];
    const reason = (0,_model_engine_reason_js__WEBPACK_IMPORTED_MODULE_8__/* .engineReason */ .r)(engine);
    const why = reason === null ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(" ("), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(reason, 200), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(")")];
    const goVersion = versions.go.map((version) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("Go "), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(version.replace(/^go/, ""), 40)]);
    return [
        [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("Engine "), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(engine.name, 40), ...version, ...why],
        ...goVersion,
        [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)((0,_text_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatDuration */ .a3)(durationMs))],
        ...(seed === undefined ? [] : [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("every test was run, "), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_view_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .orderWords */ .WS)(seed), 60)]]),
        ...(testReuse === null || isBesideThePoint(testReuse, cache) ? [] : [reused(testReuse)]),
        ...(cache === null ? [] : [cacheWords(cache)]),
        ...(traceUrl?.startsWith("https://") === true ? [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(traceUrl, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("trace"))]] : []),
        [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("complete result: "), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(pathOf(_target_js__WEBPACK_IMPORTED_MODULE_2__/* .fileNames */ .j.report), 200)],
    ];
}


/***/ }),

/***/ 29636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ coverageSection),
/* harmony export */   t: () => (/* binding */ uncoveredLines)
/* harmony export */ });
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66055);
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18473);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32618);
/* harmony import */ var _source_link_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5143);
/* harmony import */ var _view_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(954);





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
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("Coverage")),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(...total(coverage, thresholds)),
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
    const limit = (0,_view_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .totalLimit */ .Ur)(thresholds);
    const judged = limit === null ? "." : `; ${(0,_view_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .limitWords */ .vd)(limit)} ${limit.met ? "✅" : "❌"}`;
    const { statements, missing } = coverage;
    if (statements === 0)
        return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(`${missing.length === 0 ? "No statements to cover" : "No coverage"}${judged}`)];
    const counted = ` of statements covered (${(0,_view_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .ratio */ .CG)(coverage)})`;
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .strong */ .ko)((0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPercent */ .l9)(coverage.percent)), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(counted + judged)];
}
/** What is in no number here. */
function missingBlocks(missing, max) {
    if (missing.length === 0)
        return [];
    const names = (0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(missing, max, "package", (name) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name));
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("⚠️ Not counted, since they left no coverage profile: "), ...names)];
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
    const folded = (0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .capped */ .uo)(others, max - open.length, "package", (shown) => [packageTable(shown, missed)]);
    return [
        ...(open.length === 0 ? [] : [packageTable(open, missed)]),
        ...(max <= maxOpen || others.length === 0 ? folded : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .AU)([(0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(others.length, "more package")], folded)),
    ];
}
const barWidth = 10;
/** The share that is covered; full only for all of it. */
function bar({ percent }) {
    if (percent === null)
        return [];
    const full = Math.floor((percent / 100) * barWidth);
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)("█".repeat(full) + "░".repeat(barWidth - full))];
}
function packageTable(packages, missed) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)([
        { title: "Package" },
        { title: "" },
        { title: "Coverage", align: "right" },
        { title: "Statements", align: "right" },
    ], packages.map((item) => [
        [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(item.importPath)],
        bar(item),
        [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(percentOf(item, missed.get(item.importPath) ?? null))],
        [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)((0,_view_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .fraction */ .zO)(item))],
    ]));
}
function percentOf(item, floor) {
    return `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPercent */ .l9)(item.percent)}${floor === null ? "" : ` ❌ (${(0,_view_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .floorWords */ .yD)({ floor })})`}`;
}
function fileBlocks(files, max, { context, missed }) {
    if (files.length === 0 || max === 0)
        return [];
    const blocks = (0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .capped */ .uo)(files, max, "file", (shown) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)([{ title: "File" }, { title: "Coverage", align: "right" }, { title: "Lines no test reached" }], shown.map((file) => [
            [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(file.path)],
            [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(percentOf(file, missed.get(file.path) ?? null))],
            uncoveredLines(file, context),
        ])),
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .AU)(["Files with the least coverage"], blocks);
}
const maxRanges = 10;
/** Ranges of lines, links where possible. */
function uncoveredLines({ path, uncovered }, { source }) {
    return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(uncovered, maxRanges, "range", ([from, to]) => {
        const label = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(from === to ? `${from}` : `${from}–${to}`);
        const url = (0,_source_link_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceUrl */ .Hx)(source, path, [from, to]);
        return url === null ? label : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(url, label);
    });
}


/***/ }),

/***/ 40202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ uploadsSection),
/* harmony export */   X: () => (/* binding */ undeliveredSection)
/* harmony export */ });
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66055);
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18473);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32618);



/** The workflow artifacts, to be had by a click. */
function uploadsSection(_, { uploads }) {
    if (uploads.length === 0)
        return [];
    const level = (max) => () => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("Uploaded artifacts")),
        ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .capped */ .uo)(uploads, max, "artifact", (shown) => [uploadTable(shown)]),
    ];
    return [{ name: "uploaded artifacts", importance: 72, levels: [level(100), level(10)] }];
}
function uploadTable(uploads) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)([{ title: "Artifact" }, { title: "Size", align: "right" }], uploads.map((upload) => [nameOf(upload), upload.size === null ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)((0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(upload.size))]]));
}
function nameOf({ name, url }) {
    return [url === null ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(url, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name))];
}
/** What did not reach people as it was meant to: the run is no worse for it. */
function undeliveredSection(_, { undelivered }) {
    if (undelivered.length === 0)
        return [];
    const blocks = undelivered.map((sentence) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("⚠️ "), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(sentence, 600)));
    return [{ name: "what was not delivered", importance: 97, levels: [() => blocks] }];
}


/***/ }),

/***/ 77968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ otherFindings),
/* harmony export */   r: () => (/* binding */ basicFindings)
/* harmony export */ });
/* harmony import */ var _group_by_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82221);
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18473);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32618);
/* harmony import */ var _source_link_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5143);
/* harmony import */ var _view_findings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89591);





/** What keeps code from compiling, a section per source. Without it nothing below counts, so it belongs before the failed tests. */
const basicFindings = (report, context) => findingsSections(report, context, true);
/** What else the stages found in files, a section per source. */
const otherFindings = (report, context) => findingsSections(report, context, false);
/** The same finding once. Failed and flaky tests have sections of their own. */
function findingsSections(report, context, basic) {
    const { kinds } = context;
    const failed = new Set(report.totals.tests?.packages.flatMap(({ importPath, failures, flakes }) => [...failures, ...flakes].map(({ name }) => keyOf(importPath, name))));
    const ranked = (0,_view_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .rankFindings */ .JM)(report.stages, kinds).filter(({ finding }) => !isAbout(finding, failed));
    const bySource = (0,_group_by_js__WEBPACK_IMPORTED_MODULE_4__/* .groupBy */ .$)(ranked, ({ finding }) => finding.source);
    const dirs = report.modules.length < 2 ? null : new Set(report.modules.map(({ dir }) => dir));
    return [...bySource].flatMap(([source, found], index) => {
        if (kinds(source).basic !== basic)
            return [];
        const level = (detail) => () => findingBlocks(found, detail, { source, context, dirs });
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
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)(3, ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(title, 60)), ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .capped */ .uo)(found, max, "finding", (shown) => render(shown, limits, told))];
}
/** gofmt: a folded diff per file; the first ones are open. */
function diffs(found, limits, { dirs }) {
    return found.flatMap(({ finding, stage }, index) => {
        const blocks = [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fence */ .EU)("diff", finding.message, limits)];
        const module = moduleOf(stage, dirs);
        const where = module === null ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("in module "), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(module))];
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .AU)([{ code: finding.path ?? finding.title }], [...where, ...blocks], index < 3);
    });
}
function messages(found, limits, told) {
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .bullets */ .e5)(found.map((ranked) => messageItem(ranked, limits, told)))];
}
function messageItem({ finding, stage, stages, level }, limits, { context, dirs }) {
    const at = (0,_source_link_js__WEBPACK_IMPORTED_MODULE_2__/* .place */ .ik)(finding, context);
    const lines = finding.message.trimEnd().split("\n");
    const [first = ""] = lines;
    const start = [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(level === "error" ? "❌ " : "⚠️ "), ...(at === null ? [] : [at, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(" ")])];
    const end = dirs === null ? foundBy(stages, finding.source) : foundIn(moduleOf(stage, dirs), stages);
    if (lines.length === 1)
        return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(...start, ...message(first, at === null ? null : finding.line), ...end)];
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(...start, ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(finding.title), ...end), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fence */ .EU)("text", finding.message, limits)];
}
/** A stage that modules of a go.work share is of none of them. */
function moduleOf({ module }, dirs) {
    return module !== null && dirs?.has(module) === true ? module : null;
}
/** The stages, unless it goes without saying. */
function foundBy(stages, source) {
    if (stages.length === 1 && stages[0] === source)
        return [];
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(" ("), ...stageNames(stages), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(")")];
}
/** The module as well, since the stages of the one at the root do not name it. */
function foundIn(module, stages) {
    const place = module === null ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(" in "), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(module, 60)];
    return [...place, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(" ("), ...stageNames(stages), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(")")];
}
function stageNames(stages) {
    const names = stages.length > 5 ? [...stages.slice(0, 5), "…"] : stages;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(names.join(", "));
}
/** What is said about a line is in the language of tools; what is said about a file, or about none, is a sentence. */
function message(text, line) {
    return line === null ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(text) : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(text, 300)];
}


/***/ }),

/***/ 94274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R$: () => (/* binding */ artifactsSection),
/* harmony export */   dQ: () => (/* binding */ imageSection),
/* harmony export */   js: () => (/* binding */ sbomSection),
/* harmony export */   tg: () => (/* binding */ archivesSection)
/* harmony export */ });
/* harmony import */ var _model_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53107);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66055);
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18473);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32618);
/* harmony import */ var _view_attested_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38669);





/** The binaries that were built. */
function artifactsSection(report, context) {
    const { artifacts } = report;
    if (artifacts.length === 0)
        return [];
    const level = (max) => () => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("Binaries")),
        ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .capped */ .uo)(artifacts, max, "artifact", (shown) => [
            artifactTable(shown),
            ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .AU)(["SHA-256"], [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fence */ .EU)("text", checksums(shown), { maxLines: max, maxBytes: max * 400 })]),
        ]),
        ...signedFiles(report, artifacts, context),
    ];
    return [{ name: "binaries", importance: 70, levels: [level(300), level(50), level(10)] }];
}
function artifactTable(artifacts) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)([{ title: "Name" }, { title: "Platform" }, { title: "Format" }, { title: "Size", align: "right" }], artifacts.map((artifact) => [
        [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(artifact.name)],
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_model_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .platformKey */ .Ng)(artifact), 60),
        [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(formatWords(artifact))],
        [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)((0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(artifact.size))],
    ]));
}
/** `ELF, static`. */
function formatWords({ executable }) {
    return executable === undefined ? "–" : [executable.format, executable.linkage].filter((part) => part).join(", ");
}
/** What the binaries were packed as. */
function archivesSection(report, context) {
    const { archives = [] } = report;
    if (archives.length === 0)
        return [];
    const level = (max) => () => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("Archives")),
        ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .capped */ .uo)(archives, max, "archive", (shown) => [
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)([{ title: "Name" }, { title: "Size", align: "right" }], shown.map(({ name, size }) => [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name)], [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)((0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(size))]])),
            ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .AU)(["SHA-256"], [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fence */ .EU)("text", checksums(shown), { maxLines: max, maxBytes: max * 400 })]),
        ]),
        ...signedFiles(report, archives, context),
    ];
    return [{ name: "archives", importance: 69, levels: [level(300), level(50), level(10)] }];
}
/** What stands in them. An image that a Dockerfile made may hold anything. */
function sbomSection(report, context) {
    const { sboms = [], image } = report;
    if (sboms.length === 0)
        return [];
    const without = image !== null && sboms.every(({ subject }) => subject === "binary");
    const level = (max) => () => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("SBOM")),
        ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .capped */ .uo)(sboms, max, "SBOM", (shown) => [
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)([{ title: "Name" }, { title: "Of" }, { title: "Size", align: "right" }], shown.map(({ name, of, size }) => [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name)], [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(of)], [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)((0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(size))]])),
        ]),
        ...signedFiles(report, sboms, context),
        ...(without
            ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("A Dockerfile makes the image: what is in it is not known here, and there is no SBOM of it."))]
            : []),
    ];
    return [{ name: "sbom", importance: 68, levels: [level(300), level(50), level(10)] }];
}
/** Where what is signed about files can be seen, and how people check it. */
function signedFiles(report, files, { source }) {
    const attestation = (0,_view_attested_js__WEBPACK_IMPORTED_MODULE_4__/* .attestationOf */ .k)(report, files.map(_view_attested_js__WEBPACK_IMPORTED_MODULE_4__/* .fileDigest */ .h));
    if (attestation === null)
        return [];
    const told = [linked(attestation.url, "Build provenance"), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(" is signed")];
    // Of other servers `gh` wants to know more than the repository.
    if (source?.serverUrl !== "https://github.com")
        return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(...told, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("."))];
    const command = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(`gh attestation verify FILE --repo ${source.repository}`, 400);
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(...told, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(": "), command, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(" checks a file."))];
}
function linked(url, text) {
    return url === null ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(text) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(url, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(text));
}
/** As `sha256sum --check` takes them. */
function checksums(artifacts) {
    return artifacts.map(({ sha256, name }) => `${sha256}  ${name}`).join("\n");
}
/** The image: what it is, and what was tested about it. */
function imageSection(report) {
    const { image } = report;
    if (image === null)
        return [];
    const rows = [...imageRows(image), ...signedImage(report, image)].filter(([, value]) => value.length > 0);
    const level = () => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("Image")),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)([{ title: "Name" }, { title: [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(image.name)] }], rows.map(([name, value]) => [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(name)], value])),
    ];
    return [{ name: "image", importance: 75, levels: [level] }];
}
function imageRows(image) {
    const optional = (value) => (value === null ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(value)]);
    const size = image.size === null ? null : (0,_text_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(image.size);
    const layers = image.layers === null ? null : `${image.layers}`;
    return [
        ["References", names(image.tags, "reference")],
        ["Platforms", names(image.platforms, "platform")],
        ["Base", optional(image.base)],
        ["Size", size === null ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(size)]],
        ["Layers", layers === null ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(layers)]],
        ["Tested", image.tested === null ? [] : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(image.tested)],
        ["Digest at the registry", optional(image.digest === image.configDigest ? null : image.digest)],
        ["Digest of the configuration", optional(image.configDigest)],
        ["Tarball", optional(image.path)],
    ];
}
function signedImage(report, { digest }) {
    const attestation = (0,_view_attested_js__WEBPACK_IMPORTED_MODULE_4__/* .attestationOf */ .k)(report, [digest]);
    return attestation === null ? [] : [["Build provenance", [linked(attestation.url, "signed")]]];
}
/** A registry may take many tags; a table cell does not. */
function names(values, what) {
    return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(values, 20, what, (value) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(value));
}


/***/ }),

/***/ 12454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ stagesSection)
});

// EXTERNAL MODULE: ./build/stage/src/text/format.js
var format = __webpack_require__(66055);
// EXTERNAL MODULE: ./build/stage/src/report/blocks.js
var blocks = __webpack_require__(18473);
// EXTERNAL MODULE: ./build/stage/src/report/markdown.js
var markdown = __webpack_require__(32618);
// EXTERNAL MODULE: ./build/stage/src/report/view/modules.js
var view_modules = __webpack_require__(58804);
// EXTERNAL MODULE: ./build/stage/src/report/view/stage-rows.js
var stage_rows = __webpack_require__(89937);
// EXTERNAL MODULE: ./build/stage/src/report/view/status.js
var view_status = __webpack_require__(43427);
// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
// EXTERNAL MODULE: ./build/stage/src/report/view/alike.js
var view_alike = __webpack_require__(46413);
// EXTERNAL MODULE: ./build/stage/src/report/view/facts.js
var facts = __webpack_require__(954);
;// CONCATENATED MODULE: ./build/stage/src/report/sections/modules.js








/** On a telephone the statuses should be seen beside it. */
const maxDir = 40;
/** A row per module, and why what did not pass did not where the verdict has not said so. Modules in which all is well are the first to go. */
function moduleSections(modules, context) {
    const { rows } = modules;
    const level = (max) => () => [
        (0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)("Modules")),
        ...(0,blocks/* capped */.uo)(rows, max, "module", (shown) => [rowTable(shown, modules), legend(shown)]),
    ];
    return [{ name: "modules", importance: 95, levels: [level(300), level(60)] }, ...reasonSections(rows, context)];
}
function rowTable(rows, { gates, versions, tests, coverage }) {
    const text = (of) => (row) => [(0,markdown/* words */.aL)(of(row))];
    const right = (title, of) => ({ title, align: "right", cell: text(of) });
    const shown = [
        { title: "Module", cell: ({ module }) => [(0,markdown/* code */.aY)(module.dir, maxDir)] },
        ...gates.map((gate, index) => ({ title: [(0,markdown/* code */.aY)(gate, 40)], cell: text((row) => cellText(row.cells[index])) })),
        ...(tests ? [right("Tests", ({ module }) => together((0,facts/* countWords */.rj)((0,facts/* testCounts */.Js)(module.tests))))] : []),
        ...(coverage ? [right("Coverage", ({ module }) => (0,format/* formatPercent */.l9)(module.coverage?.percent ?? null))] : []),
        ...(versions
            ? [{ title: "Go", cell: ({ module }) => optional(module.goVersion?.replace(/^go/, "")) }]
            : []),
        right("Duration", ({ durationMs }) => (durationMs === null ? "–" : (0,format/* formatDuration */.a3)(durationMs))),
        { title: "Path", cell: ({ module }) => optional(module.path) },
    ];
    return (0,markdown/* table */.tp)(shown, rows.map((row) => shown.map(({ cell }) => cell(row))));
}
function optional(name) {
    return name == null ? [(0,markdown/* words */.aL)("–")] : [(0,markdown/* code */.aY)(name, 60)];
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
    return (0,markdown/* paragraph */.FY)((0,markdown/* words */.aL)([...meanings, ...(rows.some(({ cells }) => cells.includes(null)) ? ["– no stage of its own"] : [])].join(" · ")));
}
function reasonSections(rows, { reasons }) {
    const told = new Set(reasons.flatMap((reason) => (reason.kind === "stage" ? [reason.stage] : [])));
    const untold = ({ id, reason }) => reason !== null && !told.has(id);
    const alike = (0,view_alike/* alikeStages */.g)(rows.flatMap(({ stages }) => stages.filter(untold)));
    if (alike.length === 0)
        return [];
    const sorted = [...alike].sort((a, b) => (0,facts/* byUrgency */.td)(a.first.status, b.first.status));
    const level = (max) => () => (0,markdown/* fold */.AU)(["Why stages did not run or pass"], (0,blocks/* capped */.uo)(sorted, max, "reason", (shown) => [reasonTable(shown)]));
    return [{ name: "reasons of stages", importance: 85, levels: [level(100), level(10)] }];
}
function reasonTable(alike) {
    return (0,markdown/* table */.tp)([{ title: "Stages" }, { title: "Status" }, { title: "Reason" }, { title: "Modules" }], alike.map(({ first, names, modules }) => [
        (0,blocks/* listed */.KE)(names, 10, "stage", (name) => (0,markdown/* code */.aY)(name, 80)),
        [(0,markdown/* words */.aL)(`${view_status/* stageLooks */.Rx[first.status].icon} ${first.status}`)],
        (0,markdown/* prose */.CS)(first.reason ?? "", 200),
        (0,blocks/* listed */.KE)(modules, 10, "module", (dir) => (0,markdown/* code */.aY)(dir, maxDir)),
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
        (0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)(title)),
        ...(0,blocks/* capped */.uo)(rows, max, "stage", (shown) => [stageTable(shown)]),
    ];
    const full = rows.length <= 300 ? rows : notable;
    return [{ name: "stages", importance: 95, levels: [level(full, 300), level(notable, 60)] }];
}
function stageTable(rows) {
    return (0,markdown/* table */.tp)([{ title: "Stage" }, { title: "Status" }, { title: "Duration", align: "right" }, { title: "Reason" }], rows.map(({ first, ids }) => [
        (0,blocks/* listed */.KE)(ids, maxIds, "stage", (id) => (0,markdown/* code */.aY)(id, 80)),
        [(0,markdown/* words */.aL)(`${view_status/* stageLooks */.Rx[first.status].icon} ${first.status}`)],
        duration(first),
        first.reason === null ? [] : (0,markdown/* prose */.CS)(first.reason, 200),
    ]));
}
function duration({ startedAt, durationMs, cached }) {
    if (startedAt === null)
        return [(0,markdown/* words */.aL)("–")];
    return [(0,markdown/* words */.aL)(`${(0,format/* formatDuration */.a3)(durationMs)}${cached ? " (cached)" : ""}`)];
}


/***/ }),

/***/ 44729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ testsSection),
/* harmony export */   Zy: () => (/* binding */ flakySection),
/* harmony export */   aq: () => (/* binding */ interruptedSection)
/* harmony export */ });
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66055);
/* harmony import */ var _text_test_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86564);
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18473);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32618);
/* harmony import */ var _source_link_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5143);





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
    const title = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(failures.length === 0 ? "Failed packages" : "Failed tests"));
    const broken = (max) => (0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .capped */ .uo)(packages, max, "failed package", brokenPackages);
    const detailed = (max, limits) => () => [
        title,
        ...broken(max),
        ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .capped */ .uo)(failures, max, "failed test", (shown) => shown.flatMap((failure, index) => failureDetails(failure, { icon: "❌", limits, open: index < 3, context }))),
    ];
    const listed = (max) => () => [
        title,
        ...broken(max),
        ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .capped */ .uo)(failures, max, "failed test", (shown) => [testTable(shown, context)]),
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
    const title = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("Flaky tests"));
    const detailed = (max, limits) => () => [
        title,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("They failed, and passed when they were run again.")),
        ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .capped */ .uo)(flaky, max, "flaky test", (shown) => shown.flatMap((test) => failureDetails(test, { icon: "⚠️", limits, open: false, context }))),
    ];
    const listed = (max) => () => [
        title,
        ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .capped */ .uo)(flaky, max, "flaky test", (shown) => [testTable(shown, context)]),
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
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("Interrupted tests")),
        ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .capped */ .uo)(cut, max, "interrupted test", (shown) => [testTable(shown, context)]),
    ];
    return [{ name: "interrupted tests", importance: 75, levels: [level(100), level(10)] }];
}
function brokenPackages(packages) {
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .bullets */ .e5)(packages.map(({ found: { importPath, reason }, module }) => [
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("❌ "), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(importPath), ...inModule(module), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(" "), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(reason ?? "failed")),
        ])),
    ];
}
function inModule(module) {
    return module === null ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(" (module "), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(module, 60), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(")")];
}
function failureDetails({ test, importPath, module }, how) {
    const at = (0,_source_link_js__WEBPACK_IMPORTED_MODULE_2__/* .place */ .ik)(test, how.context);
    const said = (0,_text_test_words_js__WEBPACK_IMPORTED_MODULE_3__/* .firstWords */ .Cb)(test.output);
    const title = [
        ...[how.icon, { code: test.name }, "in", { code: importPath }],
        ...(said === null ? [] : ["–", { code: said }]),
        ...(test.durationMs === null ? [] : [`(${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(test.durationMs)})`]),
    ];
    const where = [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("in "),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(importPath),
        ...inModule(module),
        ...(at === null ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(" at "), at]),
    ];
    const output = test.output.trim() === "" ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fence */ .EU)("text", (0,_text_test_words_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutOwnFrames */ .D4)(test.output), how.limits)];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .AU)(title, [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(...where), ...output, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .shell */ .vf)(test.command)], how.open);
}
function testTable(tests, context) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)([{ title: "Test" }, { title: "Package" }, { title: "Line" }, { title: "Says" }], tests.map(({ test, importPath, module }) => {
        const at = (0,_source_link_js__WEBPACK_IMPORTED_MODULE_2__/* .place */ .ik)(test, context);
        const said = (0,_text_test_words_js__WEBPACK_IMPORTED_MODULE_3__/* .firstWords */ .Cb)(test.output);
        const cells = [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(test.name)], [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(importPath), ...inModule(module)], at === null ? [] : [at]];
        return [...cells, said === null ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(said, 200)]];
    }));
}


/***/ }),

/***/ 51045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ verdictSection)
/* harmony export */ });
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66055);
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18473);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32618);
/* harmony import */ var _view_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(954);
/* harmony import */ var _view_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43427);





/** The verdict with its reasons: what one reads first, and often only. */
function verdictSection(report) {
    const level = (max) => () => [
        headline(report),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(facts(report))),
        ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .capped */ .uo)(report.reasons, max, "reason", (reasons) => [
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .bullets */ .e5)(reasons.map((reason) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(reason))])),
        ]),
    ];
    return [{ name: "reasons", importance: 100, levels: [level(50), level(10)] }];
}
function headline(report) {
    const { icon, words: verdict } = _view_status_js__WEBPACK_IMPORTED_MODULE_3__/* .verdicts */ .rY[report.conclusion];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)(2, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(`${icon} Go pipeline ${verdict}`), ...subject(report.modules));
}
/** Several modules are named in their table. */
function subject(modules) {
    const [only] = modules;
    if (only === undefined)
        return [];
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(": "), modules.length > 1 ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)((0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(modules.length, "module")) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(only.path ?? only.dir)];
}
function facts({ stages, totals, artifacts, durationMs }) {
    const { tests, coverage, patch } = totals;
    return [
        (0,_view_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .enumerate */ .HL)("stage", (0,_view_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .stageCounts */ .Xr)(stages)),
        (0,_view_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .enumerate */ .HL)("test", (0,_view_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .testCounts */ .Js)(tests)),
        coverage === null ? "" : covered(coverage),
        patch === null || patch.statements === 0 ? "" : `${(0,_view_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .ratio */ .CG)(patch)} changed statements covered`,
        artifacts.length === 0 ? "" : (0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(artifacts.length, "binary", "binaries"),
        (0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(durationMs),
    ]
        .filter((fact) => fact !== "")
        .join(" · ");
}
function covered({ percent, missing }) {
    const without = missing.length === 0 ? "" : `no coverage of ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(missing.length, "package")}`;
    return [percent === null ? "" : `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPercent */ .l9)(percent)} covered`, without]
        .filter((text) => text !== "")
        .join(", ");
}


/***/ }),

/***/ 5143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hx: () => (/* binding */ sourceUrl),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   yT: () => (/* binding */ encodedPath)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32618);
/* harmony import */ var _view_findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89591);


/** A path that leads to a file of the repository as part of an address; null for any other. */
function encodedPath(path) {
    return (0,_view_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .segmentsInside */ .ll)(path)?.map(encodeSegment).join("/") ?? null;
}
/** The address of lines of a file at the checked commit; null when the commit is not known or the path leads out of the repository. */
function sourceUrl(source, path, lines) {
    const file = encodedPath(path);
    if (source === null || file === null)
        return null;
    return `${source.serverUrl}/${source.repository}/blob/${source.sha}/${file}${lineAnchor(lines)}`;
}
/** A position as code, a link where possible. */
function place(at, { source }) {
    const position = (0,_view_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .positionOf */ .df)(at);
    if (position === null || at.path === null)
        return null;
    const url = sourceUrl(source, at.path, at.line === null ? null : [at.line, at.line]);
    return url === null ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(position) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(url, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(position));
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


/***/ }),

/***/ 52458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ fileNames)
/* harmony export */ });
/** Files of the output directory that reports name. */
const fileNames = {
    report: "report.json",
    /** Only beside a report that is too large for whoever comments. */
    brief: "comment.json",
    summary: "summary.md",
    fix: "fix.patch",
    page: "report.html",
};


/***/ }),

/***/ 31518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ finalSummary),
  sp: () => (/* binding */ jobSummary),
  renderProblem: () => (/* binding */ renderProblem)
});

// UNUSED EXPORTS: renderSummary, summaryLimit

// EXTERNAL MODULE: ./build/stage/src/report/fit.js
var fit = __webpack_require__(56156);
// EXTERNAL MODULE: ./build/stage/src/report/markdown.js
var markdown = __webpack_require__(32618);
// EXTERNAL MODULE: ./build/stage/src/model/commit.js
var commit = __webpack_require__(82453);
// EXTERNAL MODULE: ./build/stage/src/text/benchmark-value.js
var benchmark_value = __webpack_require__(52521);
// EXTERNAL MODULE: ./build/stage/src/text/format.js
var format = __webpack_require__(66055);
// EXTERNAL MODULE: ./build/stage/src/report/blocks.js
var report_blocks = __webpack_require__(18473);
;// CONCATENATED MODULE: ./build/stage/src/report/sections/benchmarks.js





/** What is significantly other than at the base, and the rest folded; a part for each module. */
function benchmarksSection({ benchmarks = [], modules }) {
    if (benchmarks.length === 0)
        return [];
    const level = (most, others) => () => [
        (0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)("Benchmarks")),
        ...benchmarks.flatMap((each) => [
            ...(modules.length > 1 ? [(0,markdown/* paragraph */.FY)((0,markdown/* words */.aL)("Module "), (0,markdown/* code */.aY)(each.module))] : []),
            ...blocksOf(each, most, others),
        ]),
    ];
    return [{ name: "benchmarks", importance: 60, levels: [level(50, 200), level(20, 0), level(5, 0)] }];
}
function blocksOf(benchmarks, most, others) {
    const { results, notes } = benchmarks;
    const changed = results.filter(({ significant }) => significant).sort(byLoss);
    const rest = results.filter(({ significant }) => !significant);
    const shown = (0,report_blocks/* capped */.uo)(rest, others, "line", (rows) => [tableOf(rows, benchmarks)]);
    const title = `${(0,format/* plural */.LS)(rest.length, "measurement")}${benchmarks.base === null ? "" : " without a significant change"}`;
    return [
        (0,markdown/* paragraph */.FY)(...verdict(benchmarks, changed)),
        ...(0,report_blocks/* capped */.uo)(changed, most, "line", (rows) => [tableOf(rows, benchmarks)]),
        ...(rest.length === 0 ? [] : others === 0 ? shown : (0,markdown/* fold */.AU)([title], shown)),
        ...(notes.length === 0 ? [] : [(0,markdown/* bullets */.e5)(notes.map((note) => [(0,markdown/* paragraph */.FY)(...(0,markdown/* prose */.CS)(note))]))]),
    ];
}
function verdict({ base, threshold, results }, changed) {
    if (base === null)
        return [(0,markdown/* words */.aL)("Compared with nothing.")];
    const [worse, better] = ["worse", "better"].map((way) => changed.filter(({ direction }) => direction === way).length);
    const exceeding = results.filter(({ exceeds }) => exceeds).length;
    const limit = threshold === null ? "" : `, ${exceeding} by more than ${threshold} % ${exceeding === 0 ? "✅" : "❌"}`;
    return [
        ...[(0,markdown/* strong */.ko)(`${worse} significantly worse`), (0,markdown/* words */.aL)(`${limit}, `), (0,markdown/* strong */.ko)(`${better} better`)],
        ...[(0,markdown/* words */.aL)(` of ${(0,format/* plural */.LS)(results.length, "measurement")}, compared with `), (0,markdown/* code */.aY)((0,commit/* shortCommit */.A)(base)), (0,markdown/* words */.aL)(".")],
    ];
}
/** What is worse first, and most so; then what has changed most. */
function byLoss(a, b) {
    const loss = ({ change, direction }) => (direction === "worse" ? 1e12 : 0) + (change === null ? 1e9 : Math.abs(change));
    return loss(b) - loss(a);
}
/** Packages are named where there are several. */
function tableOf(rows, { base, results }) {
    const several = new Set(results.map((row) => row.package)).size > 1;
    const compared = base !== null;
    const columns = [
        { title: "Benchmark" },
        ...(several ? [{ title: "Package" }] : []),
        ...(compared ? [{ title: "Base", align: "right" }] : []),
        { title: "Now", align: "right" },
        ...(compared
            ? [
                { title: "Change", align: "right" },
                { title: "p", align: "right" },
            ]
            : []),
    ];
    const cells = (row) => [
        [(0,markdown/* code */.aY)(row.name)],
        ...(several ? [[(0,markdown/* code */.aY)(row.package)]] : []),
        ...(compared ? [[(0,markdown/* words */.aL)(measured(row.base, row.baseRange, row.unit))]] : []),
        [(0,markdown/* words */.aL)(measured(row.head, row.headRange, row.unit))],
        ...(compared ? [changeOf(row), [(0,markdown/* words */.aL)(row.p === null ? "–" : `${row.p}`)]] : []),
    ];
    return (0,markdown/* table */.tp)(columns, rows.map(cells));
}
function measured(value, range, unit) {
    if (value === null)
        return "–";
    return `${(0,benchmark_value/* benchmarkValue */.v)(value, unit)}${range === null || range === 0 ? "" : ` ± ${range} %`}`;
}
function changeOf({ significant, base, change, direction, exceeds }) {
    if (base === null)
        return [(0,markdown/* words */.aL)("new")];
    if (!significant)
        return [(0,markdown/* words */.aL)("~")];
    const text = (0,benchmark_value/* changeWords */.m)(change);
    if (direction === "worse")
        return [(0,markdown/* strong */.ko)(text), (0,markdown/* words */.aL)(exceeds ? " ❌" : " ⚠️")];
    return [(0,markdown/* words */.aL)(direction === "better" ? `${text} ✅` : text)];
}

// EXTERNAL MODULE: ./build/stage/src/report/view/change.js
var change = __webpack_require__(60289);
// EXTERNAL MODULE: ./build/stage/src/report/view/facts.js
var facts = __webpack_require__(954);
// EXTERNAL MODULE: ./build/stage/src/report/sections/coverage.js
var coverage = __webpack_require__(29636);
;// CONCATENATED MODULE: ./build/stage/src/report/sections/change.js







/** What the change under test covers, and what it did to the coverage of the whole. */
function changeSection(report, context) {
    const { comparison, totals } = report;
    const { patch, coverage } = totals;
    if (comparison === undefined || coverage === null)
        return [];
    const { baseline } = comparison;
    if (patch === null)
        return notesOnly(comparison);
    const level = (maxFiles, maxPackages) => () => [
        (0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)("Coverage of the change")),
        (0,markdown/* paragraph */.FY)(...patchInlines(patch, report)),
        ...(baseline === null ? [] : [(0,markdown/* paragraph */.FY)(...totalInlines(baseline, coverage))]),
        ...uncoveredBlocks(patch, maxFiles, context),
        ...(baseline === null ? [] : packageBlocks((0,change/* changedPackages */.cS)(coverage, baseline), maxPackages)),
        ...noteBlocks(comparison.notes),
    ];
    return [{ name: "coverage of the change", importance: 70, levels: [level(50, 100), level(10, 20), level(0, 0)] }];
}
/** Without a base there is one sentence about it. */
function notesOnly({ notes }) {
    if (notes.length === 0)
        return [];
    const blocks = () => [(0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)("Coverage of the change")), ...noteBlocks(notes)];
    return [{ name: "coverage of the change", importance: 20, levels: [blocks] }];
}
function patchInlines(patch, { thresholds }) {
    const limit = (0,change/* patchLimit */.Q1)(thresholds);
    const judged = limit === null ? "." : `; ${(0,facts/* limitWords */.vd)(limit)} ${limit.met ? "✅" : "❌"}`;
    const since = [(0,markdown/* words */.aL)(", compared with "), (0,markdown/* code */.aY)((0,commit/* shortCommit */.A)(patch.base)), (0,markdown/* words */.aL)(judged)];
    if (patch.statements === 0)
        return [(0,markdown/* strong */.ko)((0,format/* plural */.LS)(0, "changed statement")), ...since];
    const share = ` of changed statements covered (${(0,facts/* ratio */.CG)(patch)})`;
    return [(0,markdown/* strong */.ko)((0,format/* formatPercent */.l9)(patch.percent)), (0,markdown/* words */.aL)(share), ...since];
}
function totalInlines(before, now) {
    const { points, numbers } = (0,change/* totalWords */.iL)(before, now);
    if (points === null)
        return [(0,markdown/* words */.aL)(`All statements: ${numbers}.`)];
    return [(0,markdown/* words */.aL)("All statements: "), (0,markdown/* strong */.ko)(points), (0,markdown/* words */.aL)(`, ${numbers}.`)];
}
/** Where tests are missing; the file with most such lines first. */
function uncoveredBlocks(patch, max, context) {
    return (0,report_blocks/* capped */.uo)((0,change/* lackingFiles */.NZ)(patch), max, "file", (shown) => [
        (0,markdown/* table */.tp)([{ title: "File" }, { title: "Changed lines no test reached" }], shown.map((file) => [[(0,markdown/* code */.aY)(file.path)], (0,coverage/* uncoveredLines */.t)(file, context)])),
    ]);
}
function packageBlocks(packages, max) {
    if (packages.length === 0)
        return [];
    const blocks = (0,report_blocks/* capped */.uo)(packages, max, "package", (shown) => [
        (0,markdown/* table */.tp)([
            { title: "Package" },
            { title: "Before", align: "right" },
            { title: "Now", align: "right" },
            { title: "Points", align: "right" },
        ], shown.map((one) => {
            const { before, now, points } = (0,change/* packageWords */.CS)(one);
            return [[(0,markdown/* code */.aY)(one.importPath)], [(0,markdown/* words */.aL)(before)], [(0,markdown/* words */.aL)(now)], [(0,markdown/* words */.aL)(points)]];
        })),
    ]);
    return max === 0 ? blocks : (0,markdown/* fold */.AU)([`${(0,format/* plural */.LS)(packages.length, "package")} with other coverage than before`], blocks);
}
function noteBlocks(notes) {
    if (notes.length === 0)
        return [];
    const [only] = notes;
    if (only !== undefined && notes.length === 1)
        return [(0,markdown/* paragraph */.FY)(...(0,markdown/* prose */.CS)((0,change/* noteSentence */.k$)(only)))];
    return [(0,markdown/* bullets */.e5)(notes.map((note) => [(0,markdown/* paragraph */.FY)(...(0,markdown/* prose */.CS)((0,change/* noteSentence */.k$)(note)))]))];
}

// EXTERNAL MODULE: ./build/stage/src/report/sections/closing.js
var closing = __webpack_require__(66623);
// EXTERNAL MODULE: ./build/stage/src/report/sections/delivery.js
var delivery = __webpack_require__(40202);
// EXTERNAL MODULE: ./build/stage/src/report/sections/findings.js
var findings = __webpack_require__(77968);
// EXTERNAL MODULE: ./build/stage/src/report/sections/products.js
var products = __webpack_require__(94274);
;// CONCATENATED MODULE: ./build/stage/src/report/sections/release.js



/** What the pushed tag became. */
function releaseSection({ release }) {
    if (release === undefined)
        return [];
    const { tag, url, state, assets } = release;
    const level = (max) => () => [
        (0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)("Release")),
        (0,markdown/* paragraph */.FY)((0,markdown/* link */.nf)(url, (0,markdown/* code */.aY)(tag)), (0,markdown/* words */.aL)(state === "draft" ? ", a draft" : ", published")),
        ...(0,report_blocks/* capped */.uo)(assets, max, "file", fileTable),
    ];
    return [{ name: "release", importance: 76, levels: [level(300), level(50), level(5)] }];
}
function fileTable(assets) {
    const columns = [{ title: "File" }, { title: "Size", align: "right" }];
    return [
        (0,markdown/* table */.tp)(columns, assets.map(({ name, size }) => [[(0,markdown/* code */.aY)(name)], [(0,markdown/* words */.aL)((0,format/* formatBytes */.z3)(size))]])),
    ];
}

// EXTERNAL MODULE: ./build/stage/src/report/sections/stages.js + 1 modules
var stages = __webpack_require__(12454);
// EXTERNAL MODULE: ./build/stage/src/report/view/tests.js
var tests = __webpack_require__(3952);
;// CONCATENATED MODULE: ./build/stage/src/report/sections/test-lists.js




const maxSlow = 10;
/** What else is to be said of tests. The title goes with the list that is kept longest where room is short. */
function testListsSections(report) {
    const [first, ...others] = [...skippedSection(report), ...slowestSection(report)];
    if (first === undefined)
        return [];
    const titled = (blocks) => blocks.length === 0 ? [] : [(0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)("Tests")), ...blocks];
    return [{ ...first, levels: first.levels.map((level) => () => titled(level())) }, ...others];
}
/** Where the time of tests goes, folded. */
function slowestSection({ totals }) {
    const slow = (0,tests/* slowTests */.ZM)(totals.tests?.packages ?? []).slice(0, maxSlow);
    if (slow.length === 0)
        return [];
    const title = slow.length === 1 ? "Slowest test" : `${slow.length} slowest tests`;
    const duration = { title: "Duration", align: "right" };
    const level = () => (0,markdown/* fold */.AU)([title], [list(slow, duration, ({ test }) => [(0,markdown/* words */.aL)((0,format/* formatDuration */.a3)(test.durationMs ?? 0))])]);
    return [{ name: "slowest tests", importance: 20, levels: [level, () => []] }];
}
/** What was not tested, and why, folded. */
function skippedSection({ totals }) {
    const skipped = (0,tests/* skippedTests */.SE)(totals.tests?.packages ?? []);
    if (skipped.length === 0)
        return [];
    const why = ({ test }) => (test.reason === undefined ? [] : (0,markdown/* prose */.CS)(test.reason, 200));
    const level = (max) => () => (0,markdown/* fold */.AU)([(0,format/* plural */.LS)(skipped.length, "skipped test")], (0,report_blocks/* capped */.uo)(skipped, max, "skipped test", (shown) => [list(shown, { title: "Why" }, why)]));
    return [{ name: "skipped tests", importance: 25, levels: [level(100), level(20), () => []] }];
}
function list(tests, last, cell) {
    return (0,markdown/* table */.tp)([{ title: "Test" }, { title: "Package" }, last], tests.map((of) => [[(0,markdown/* code */.aY)(of.test.name)], [(0,markdown/* code */.aY)(of.importPath)], cell(of)]));
}

// EXTERNAL MODULE: ./build/stage/src/report/sections/tests.js
var sections_tests = __webpack_require__(44729);
// EXTERNAL MODULE: ./build/stage/src/text/clip.js
var clip = __webpack_require__(51834);
// EXTERNAL MODULE: ./build/stage/src/text/sanitize.js + 1 modules
var sanitize = __webpack_require__(92077);
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

// EXTERNAL MODULE: ./build/stage/src/report/view/timeline.js
var timeline = __webpack_require__(98506);
;// CONCATENATED MODULE: ./build/stage/src/report/sections/timeline.js





const maxLinks = 10;
/** When each stage ran, as a chart and, folded, as a table; and which stages the run waited for. */
function timelineSection({ stages }, { needs }) {
    const times = (0,timeline/* timeline */.I)(stages, needs);
    if (times.spans.length < 2)
        return [];
    const level = (max) => () => [
        (0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)("Timeline")),
        (0,markdown/* paragraph */.FY)(...conclusion(times)),
        (0,markdown/* diagram */.AC)("mermaid", gantt(times)),
        ...(max === 0
            ? []
            : (0,markdown/* fold */.AU)(["As a table"], (0,report_blocks/* capped */.uo)(times.spans, max, "stage", (shown) => [spanTable(shown, times)]))),
    ];
    return [{ name: "timeline", importance: 30, levels: [level(100), level(0), () => []] }];
}
function conclusion({ chain, sumMs, wallMs, spans }) {
    const saved = sumMs - wallMs;
    const overlap = saved > 0 ? `, up to ${(0,format/* formatDuration */.a3)(saved)} less than one after the other` : "";
    const cached = spans.filter((span) => span.cached).length;
    return [
        (0,markdown/* words */.aL)(`The stages add up to ${(0,format/* formatDuration */.a3)(sumMs)} and took ${(0,format/* formatDuration */.a3)(wallMs)} on the clock${overlap}.`),
        ...(cached === 0 ? [] : [(0,markdown/* words */.aL)(` ${cached} of ${(0,format/* plural */.LS)(spans.length, "stage")} came from a cache.`)]),
        (0,markdown/* words */.aL)(" The run waited for "),
        ...links(chain.slice(-maxLinks)),
        (0,markdown/* words */.aL)(chain.some(({ after }) => after === "turn") ? " (⇢ waited for its turn)." : "."),
    ];
}
/** Less passes between two stages in any run; milliseconds. */
const worthTelling = 100;
function links(chain) {
    return chain.flatMap(({ stage, after, waitedMs }, index) => [
        ...(index === 0 ? [] : [(0,markdown/* words */.aL)(after === "turn" ? " ⇢ " : " → ")]),
        (0,markdown/* code */.aY)(stage),
        ...(waitedMs < worthTelling ? [] : [(0,markdown/* words */.aL)(` (began ${(0,format/* formatDuration */.a3)(waitedMs)} later)`)]),
    ]);
}
function spanTable(spans, { chain }) {
    const waitedFor = new Map(chain.map((link) => [link.stage, link]));
    return (0,markdown/* table */.tp)([{ title: "Stage" }, { title: "Start", align: "right" }, { title: "Duration", align: "right" }], spans.map(({ stage, startMs, durationMs, cached }) => [
        [(0,markdown/* code */.aY)(stage), ...(waitedFor.has(stage) ? [(0,markdown/* words */.aL)(" ◆")] : [])],
        [(0,markdown/* words */.aL)((0,format/* formatDuration */.a3)(startMs))],
        [(0,markdown/* words */.aL)(`${(0,format/* formatDuration */.a3)(durationMs)}${cached ? " (cached)" : ""}`)],
    ]));
}

// EXTERNAL MODULE: ./build/stage/src/report/sections/verdict.js
var sections_verdict = __webpack_require__(51045);
// EXTERNAL MODULE: ./build/stage/src/report/target.js
var target = __webpack_require__(52458);
// EXTERNAL MODULE: ./build/stage/src/report/view/status.js
var view_status = __webpack_require__(43427);
;// CONCATENATED MODULE: ./build/stage/src/report/targets/job-summary.js

















/** GitHub shows nothing at all of a summary above 1 MiB; the rest is room for what other steps of ours may add. */
const summaryLimit = 900 * 1024;
const page = {
    name: "job summary",
    limit: summaryLimit,
    sections: [
        sections_verdict/* verdictSection */.V,
        findings/* basicFindings */.r,
        sections_tests/* testsSection */.FK,
        sections_tests/* flakySection */.Zy,
        sections_tests/* interruptedSection */.aq,
        findings/* otherFindings */.j,
        closing/* reproduceSection */.N$,
        closing/* warningsSection */.xd,
        changeSection,
        benchmarksSection,
        stages/* stagesSection */.p,
        timelineSection,
        testListsSections,
        coverage/* coverageSection */.E,
        products/* artifactsSection */.R$,
        products/* archivesSection */.tg,
        products/* imageSection */.dQ,
        releaseSection,
        products/* sbomSection */.js,
        delivery/* uploadsSection */.C,
        delivery/* undeliveredSection */.X,
        closing/* noticesSection */.Z8,
        closing/* footerSection */.NG,
    ],
    render: markdown/* renderMarkdown */.Gc,
    note: (names) => [(0,markdown/* paragraph */.FY)((0,markdown/* words */.aL)(`Shortened to fit GitHub's limit for summaries: ${names.join(", ")}.`))],
    deliver,
};
/** The page that a workflow run shows, and the same as a file. */
const jobSummary = (0,fit/* textTarget */.h)(page);
/** The page once more, when it is known what became of the uploads. */
const finalSummary = (0,fit/* textTarget */.h)({
    ...page,
    deliver: async (markdown, { platform, config }) => {
        if (config.summary)
            await platform.writeSummary(markdown);
    },
});
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
    const shown = details.slice(0, maxDetails).map((detail) => [(0,markdown/* paragraph */.FY)(...(0,markdown/* prose */.CS)(detail))]);
    return (0,markdown/* renderMarkdown */.Gc)([
        (0,markdown/* heading */.R_)(2, (0,markdown/* words */.aL)(`${view_status/* verdicts */.rY.error.icon} Go pipeline did not run`)),
        (0,markdown/* paragraph */.FY)(...(0,markdown/* prose */.CS)(headline)),
        ...(shown.length === 0 ? [] : [(0,markdown/* bullets */.e5)(shown)]),
        ...(left > 0 ? [(0,markdown/* paragraph */.FY)((0,markdown/* words */.aL)(`… ${left} more in the log.`))] : []),
        ...(remedy === null ? [] : [(0,markdown/* paragraph */.FY)(...(0,markdown/* prose */.CS)(remedy))]),
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
    return alike.modules.length > _model_own_module_js__WEBPACK_IMPORTED_MODULE_2__/* .maxToldApart */ .Yq
        ? [alike]
        : alike.modules.map((module) => ({ ...alike, modules: [module] }));
}


/***/ }),

/***/ 38669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ fileDigest),
/* harmony export */   k: () => (/* binding */ attestationOf)
/* harmony export */ });
/** What is signed about files by their digests, or about an image by that at the registry; null: not all of them have it. */
function attestationOf({ attestation }, digests) {
    if (attestation === undefined)
        return null;
    const signed = new Set(attestation.subjects.map(({ digest }) => digest));
    return digests.length > 0 && digests.every((digest) => digest !== null && signed.has(digest)) ? attestation : null;
}
/** As subjects name the content of a file. */
function fileDigest({ sha256 }) {
    return `sha256:${sha256}`;
}


/***/ }),

/***/ 60289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BD: () => (/* binding */ pointsWords),
/* harmony export */   CS: () => (/* binding */ packageWords),
/* harmony export */   EE: () => (/* binding */ pointsBetween),
/* harmony export */   NZ: () => (/* binding */ lackingFiles),
/* harmony export */   Q1: () => (/* binding */ patchLimit),
/* harmony export */   Wx: () => (/* binding */ patchWords),
/* harmony export */   cS: () => (/* binding */ changedPackages),
/* harmony export */   iL: () => (/* binding */ totalWords),
/* harmony export */   k$: () => (/* binding */ noteSentence)
/* harmony export */ });
/* harmony import */ var _model_percent_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30383);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66055);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(954);



/** The limit of the change, as it was judged; null when none was. */
function patchLimit(thresholds) {
    return thresholds.find(({ what }) => what === "patch") ?? null;
}
/** What is said of the comparison, as a sentence. */
function noteSentence(note) {
    return `${note.slice(0, 1).toUpperCase()}${note.slice(1)}.`;
}
/** `85.7 % of changed statements (6 of 7), threshold 80 % met`. */
function patchWords(patch, limit) {
    const { statements, percent } = patch;
    const share = `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPercent */ .l9)(percent)} of changed statements (${(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .ratio */ .CG)(patch)})`;
    const said = statements === 0 ? (0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(0, "changed statement") : share;
    return limit === null ? said : `${said}, ${(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .limitWords */ .vd)(limit)}`;
}
/** By how many percentage points coverage has changed; null where one of both has no statements. */
function pointsBetween(before, now) {
    const [was, is] = [(0,_model_percent_js__WEBPACK_IMPORTED_MODULE_2__/* .percentOf */ .p)(before.covered, before.statements), (0,_model_percent_js__WEBPACK_IMPORTED_MODULE_2__/* .percentOf */ .p)(now.covered, now.statements)];
    return was === null || is === null ? null : is - was;
}
/** `+0.4`, `−12.0`, `±0.0`: a difference that is there is never shown as none. */
function pointsWords(points) {
    if (points === 0)
        return "±0.0";
    const sign = points < 0 ? "−" : "+";
    const size = Math.abs(points);
    return size < 0.05 ? `${sign}<0.1` : `${sign}${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDecimal */ .zJ)(size)}`;
}
/** Packages whose numbers have changed, those that lost most covered share first, then those that gained; new and gone ones by name. */
function changedPackages(coverage, baseline) {
    // Where there were too many to keep.
    if (baseline.packages.length === 0 && baseline.statements > 0)
        return [];
    const before = new Map(baseline.packages.map((one) => [one.importPath, one]));
    const now = new Map(coverage.packages.map((one) => [one.importPath, one]));
    const paths = [...new Set([...before.keys(), ...now.keys()])].sort();
    const all = paths.map((importPath) => ({
        importPath,
        before: before.get(importPath) ?? null,
        now: now.get(importPath) ?? null,
    }));
    const points = (one) => one.before === null || one.now === null ? 0 : (pointsBetween(one.before, one.now) ?? 0);
    return all.filter(differs).sort((a, b) => points(a) - points(b));
}
/** What became of the coverage of the whole: by how many points it changed, null where it did not or nobody can say, and the numbers. */
function totalWords(before, now) {
    const points = pointsBetween(before, now);
    const from = `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPercent */ .l9)(before.percent)} (${(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .ratio */ .CG)(before)})`;
    const to = `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPercent */ .l9)(now.percent)} (${(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .ratio */ .CG)(now)})`;
    if (points === null)
        return { points, numbers: `${from} before, ${to} now` };
    if (points === 0)
        return { points: null, numbers: `${to}, as before` };
    return { points: `${pointsWords(points)} points`, numbers: `from ${from} to ${to}` };
}
/** What it was, what it is, and by how many points it changed, in words. */
function packageWords({ before, now }) {
    const points = before === null || now === null ? null : pointsBetween(before, now);
    const without = before === null ? "new" : now === null ? "gone" : "–";
    return { before: shareOf(before), now: shareOf(now), points: points === null ? without : pointsWords(points) };
}
function shareOf(counts) {
    if (counts === null)
        return "–";
    return `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPercent */ .l9)((0,_model_percent_js__WEBPACK_IMPORTED_MODULE_2__/* .percentOf */ .p)(counts.covered, counts.statements))} (${(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .fraction */ .zO)(counts)})`;
}
/** Files with changed lines that no test reached, the one with most of them first. */
function lackingFiles({ files }) {
    const size = ({ uncovered }) => uncovered.reduce((sum, [from, to]) => sum + to - from + 1, 0);
    return files.filter(({ uncovered }) => uncovered.length > 0).sort((a, b) => size(b) - size(a));
}
function differs({ before, now }) {
    const empty = { covered: 0, statements: 0 };
    const [was, is] = [before ?? empty, now ?? empty];
    return was.covered !== is.covered || was.statements !== is.statements;
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
/* harmony export */   yD: () => (/* binding */ floorWords),
/* harmony export */   zO: () => (/* binding */ fraction)
/* harmony export */ });
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66055);
/* harmony import */ var _text_shell_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24968);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52458);
/* harmony import */ var _tests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3952);




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
    return [
        { state: "failed", count: failed, note: (0,_tests_js__WEBPACK_IMPORTED_MODULE_1__/* .subtestsNote */ .Cf)(tests) },
        ...Object.entries({ flaky, interrupted, passed, skipped }).map(([state, count]) => ({ state, count })),
    ];
}
/** `2 tests failed, 40 passed, 1 skipped`; what there is none of goes without saying. */
function enumerate(what, counts) {
    return counts
        .filter(({ count }) => count > 0)
        .map(({ count, state, note = "" }, index) => `${index === 0 ? (0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(count, what) : (0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(count)} ${state}${note}`)
        .join(", ");
}
/** `2 failed, 40 passed`; an en dash when there is none of anything. */
function countWords(counts) {
    const words = counts
        .filter(({ count }) => count > 0)
        .map(({ count, state, note = "" }) => `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(count)} ${state}${note}`);
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
    return `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(covered)} of ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(statements)}`;
}
/** `80 / 100`, in a table. */
function fraction({ covered, statements }) {
    return `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(covered)} / ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(statements)}`;
}
/** Makes the changes that tools would make; typed at the root of the repository. */
function applyFix(pathOf) {
    return (0,_text_shell_js__WEBPACK_IMPORTED_MODULE_3__/* .shellCommand */ .q$)(".", ["git", "apply", pathOf(_target_js__WEBPACK_IMPORTED_MODULE_0__/* .fileNames */ .j.fix)]);
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
    return ranked.map((one) => inOrder(one, stages));
}
/** The rank of what was found may have put a later stage first. */
function inOrder(found, all) {
    const [first = found.stage, ...others] = all.filter(({ id }) => found.stages.includes(id));
    return { ...found, stage: first, stages: [first, ...others].map(({ id }) => id) };
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
    const own = (0,_model_own_module_js__WEBPACK_IMPORTED_MODULE_2__/* .ownModules */ .W0)(stages, modules.map(({ dir }) => dir), needs);
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

/***/ 3952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ subtestsNote),
/* harmony export */   SE: () => (/* binding */ skippedTests),
/* harmony export */   ZM: () => (/* binding */ slowTests)
/* harmony export */ });
/* unused harmony export failedBySubtests */
/** Faster ones are of no interest. */
const slowMs = 100;
/**
 * Failed tests that only failed because a subtest of theirs did: they are counted as failed, as Go counts them, and listed nowhere, since they have nothing to say
 * of their own.
 */
function failedBySubtests({ packages }) {
    return packages.reduce((sum, { tests, failures }) => {
        const listed = new Set(failures.map(({ name }) => name));
        return sum + tests.filter(({ status, name }) => status === "failed" && !listed.has(name)).length;
    }, 0);
}
/** ` (1 by its subtests only)`; empty when every failed test has failed by itself. */
function subtestsNote(tests) {
    const count = failedBySubtests(tests);
    return count === 0 ? "" : ` (${count} by ${count === 1 ? "its" : "their"} subtests only)`;
}
/** The slowest first: of a test and its subtests, the innermost; none of packages whose result is that of an earlier run. */
function slowTests(packages) {
    return packages
        .filter(({ cached }) => cached !== true)
        .flatMap(({ importPath, tests }) => {
        const parents = new Set(tests.flatMap(({ name }) => (name.includes("/") ? [parentOf(name)] : [])));
        return tests
            .filter(({ name, durationMs }) => (durationMs ?? 0) >= slowMs && !parents.has(name))
            .map((test) => ({ test, importPath }));
    })
        .sort((a, b) => (b.test.durationMs ?? 0) - (a.test.durationMs ?? 0));
}
function parentOf(name) {
    return name.slice(0, name.lastIndexOf("/"));
}
/** In the order of packages. */
function skippedTests(packages) {
    return packages.flatMap(({ importPath, tests }) => tests.filter(({ status }) => status === "skipped").map((test) => ({ test, importPath })));
}


/***/ }),

/***/ 98506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ timeline)
/* harmony export */ });
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43427);

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
        trouble: (0,_status_js__WEBPACK_IMPORTED_MODULE_0__/* .isTrouble */ .KM)(stage),
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


/***/ }),

/***/ 52521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ changeWords),
/* harmony export */   v: () => (/* binding */ benchmarkValue)
/* harmony export */ });
/** Numbers of benchmarks for people. */
/** `1.234 µs`, `3.25 KiB`, `2.5 MiB/s`, `12 allocs`, `0.5 things/op`: four digits, and what a unit says per operation left out where everybody knows. */
function benchmarkValue(value, unit) {
    if (unit === "sec/op")
        return scaled(value, 1_000, times, 3);
    if (unit === "B/op")
        return scaled(value, 1_024, bytes, 0);
    if (unit === "B/s")
        return `${scaled(value, 1_024, bytes, 0)}/s`;
    return `${digits(value)} ${unit === "allocs/op" ? "allocs" : unit}`;
}
const times = ["ns", "µs", "ms", "s"];
const bytes = ["B", "KiB", "MiB", "GiB", "TiB"];
/** `at`: the name of the unit itself; smaller ones stand before it. */
function scaled(value, step, units, at) {
    let [index, left] = [0, value * step ** at];
    while (left >= step && index < units.length - 1) {
        left /= step;
        index += 1;
    }
    return `${digits(left)} ${units[index] ?? ""}`;
}
function digits(value) {
    return `${Number(value.toPrecision(4))}`;
}
/** `+12.50 %`, `−3.10 %`, `from 0`; a difference that is there is never shown as none. `change`: percent, null where it was 0. */
function changeWords(change) {
    if (change === null)
        return "from 0";
    if (change === 0)
        return "±0 %";
    const [sign, size] = [change < 0 ? "−" : "+", Math.abs(change)];
    return size < 0.005 ? `${sign}<0.01 %` : `${sign}${size.toFixed(2)} %`;
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
