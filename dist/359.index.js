export const id = 359;
export const ids = [359];
export const modules = {

/***/ 48605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ rankFindings),
/* harmony export */   d: () => (/* binding */ positionOf)
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
/** `dir/file.go:12:5`, as far as known; null without a path. */
function positionOf(place) {
    if (place.path === null)
        return null;
    return [place.path, place.line, place.line === null ? null : (place.column ?? null)]
        .filter((part) => part !== null)
        .join(":");
}


/***/ }),

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
/** Shell commands, complete: a cut one would be of no use. */
function shell(value) {
    return { type: "code", lang: "sh", value: (0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeText */ .jZ)(value) };
}
/** A part that is folded until the reader opens it. `title` is text of any origin; `name` in it is shown as code. */
function fold(title, blocks) {
    const name = title.name === undefined ? "" : `<code>${(0,_text_html_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .Z)((0,_text_clip_js__WEBPACK_IMPORTED_MODULE_4__/* .clipName */ .es)((0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLine */ .g$)(title.name)))}</code>`;
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


/***/ }),

/***/ 27571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ statusPaint)
/* harmony export */ });
/** The colour of a status, the same wherever a stage is named. */
function statusPaint(paint, status) {
    const paints = {
        passed: paint.green,
        failed: paint.red,
        errored: paint.red,
        warned: paint.yellow,
        cancelled: paint.yellow,
        blocked: paint.dim,
        skipped: paint.dim,
        disabled: paint.dim,
    };
    return paints[status];
}


/***/ }),

/***/ 50997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KM: () => (/* binding */ isTrouble),
/* harmony export */   Rx: () => (/* binding */ stageLooks),
/* harmony export */   hT: () => (/* binding */ moduleNames),
/* harmony export */   rY: () => (/* binding */ verdicts)
/* harmony export */ });
const stageLooks = {
    passed: { icon: "✅", sign: "✓" },
    failed: { icon: "❌", sign: "✗" },
    warned: { icon: "⚠️", sign: "!" },
    skipped: { icon: "⏭️", sign: "-" },
    disabled: { icon: "⚪", sign: "-" },
    blocked: { icon: "⛔", sign: "-" },
    cancelled: { icon: "🚫", sign: "■" },
    errored: { icon: "💥", sign: "✗" },
};
/** The verdict in words; `error` is never worded as a failed check. */
const verdicts = {
    success: { ...stageLooks.passed, words: "passed" },
    failure: { ...stageLooks.failed, words: "failed" },
    error: { ...stageLooks.errored, words: "could not finish" },
    cancelled: { ...stageLooks.cancelled, words: "was cancelled" },
};
/** The stage ran and found something, or broke: its output and its command are of interest. */
function isTrouble(stage) {
    return ["failed", "warned", "errored", "cancelled"].includes(stage.status);
}
/** The modules that were checked, `example.com/greeter, ./tools`. */
function moduleNames(modules) {
    return modules.map(({ dir, path }) => path ?? dir).join(", ");
}


/***/ }),

/***/ 63716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K_: () => (/* binding */ redactPackage),
/* harmony export */   Ms: () => (/* binding */ redactStage),
/* harmony export */   a5: () => (/* binding */ redactReport)
/* harmony export */ });
/** A report without secrets in anything that quotes tools or people; names that the schema fixes, paths and counts stay. */
function redactReport(report, redact) {
    return {
        ...report,
        reasons: report.reasons.map(redact),
        warnings: report.warnings.map(redact),
        engine: { ...report.engine, reason: redact(report.engine.reason) },
        stages: report.stages.map((stage) => redactStage(stage, redact)),
        modules: report.modules.map((module) => ({ ...module, tests: redactTests(module.tests, redact) })),
        totals: { ...report.totals, tests: redactTests(report.totals.tests, redact) },
    };
}
function redactStage(stage, redact) {
    return {
        ...stage,
        reason: stage.reason === null ? null : redact(stage.reason),
        findings: stage.findings.map((finding) => redactFinding(finding, redact)),
        command: redact(stage.command),
    };
}
function redactFinding(finding, redact) {
    return { ...finding, title: redact(finding.title), message: redact(finding.message) };
}
function redactTests(tests, redact) {
    if (tests === null)
        return null;
    return { ...tests, packages: tests.packages.map((entry) => redactPackage(entry, redact)) };
}
function redactPackage(entry, redact) {
    return {
        ...entry,
        reason: entry.reason === null ? null : redact(entry.reason),
        failures: entry.failures.map((test) => redactTest(test, redact)),
        unfinished: entry.unfinished.map((test) => redactTest(test, redact)),
    };
}
function redactTest(test, redact) {
    return { ...test, name: redact(test.name), output: redact(test.output), command: redact(test.command) };
}


/***/ }),

/***/ 95359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  conclude: () => (/* binding */ conclude),
  concludeBroken: () => (/* binding */ concludeBroken)
});

// EXTERNAL MODULE: ./build/stage/src/files/output-dir.js
var output_dir = __webpack_require__(62473);
// EXTERNAL MODULE: ./build/stage/src/report/errors.js
var errors = __webpack_require__(67172);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./build/stage/src/model/report.js

/**
 * The result of a run as `report.json` holds it. The zod schema is the single source: types are inferred from it and
 * `schema/report.schema.json` is generated from it. Paths are relative to the repository, slashes.
 */
const schemaVersion = 2;
const stageStatuses = [
    "passed",
    "failed",
    "warned",
    "skipped",
    "disabled",
    "blocked",
    "cancelled",
    "errored",
];
const conclusions = ["success", "failure", "error", "cancelled"];
const count = schemas/* int */.Whr().min(0);
const findingSchema = schemas/* object */.Ikc({
    /** What kind of problem it is: `compile`, `vet`, `test`, … */
    source: schemas/* string */.YjP(),
    severity: schemas/* enum */.k5n(["error", "warning"]),
    path: schemas/* string */.YjP().nullable(),
    line: schemas/* int */.Whr().min(1).nullable(),
    column: schemas/* int */.Whr().min(1).nullable(),
    title: schemas/* string */.YjP(),
    message: schemas/* string */.YjP(),
    /** The test that it is about. */
    subject: schemas/* object */.Ikc({ package: schemas/* string */.YjP(), test: schemas/* string */.YjP() }).optional(),
});
const stageSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    gate: schemas/* string */.YjP(),
    /** Directory relative to the repository; null: of the run, not of a module. */
    module: schemas/* string */.YjP().nullable(),
    /** What tells the stages of a gate apart, such as `linux/arm/v7`. */
    variant: schemas/* string */.YjP().nullable(),
    status: schemas/* enum */.k5n(stageStatuses),
    startedAt: iso/* datetime */.w$().nullable(),
    durationMs: count,
    cached: schemas/* boolean */.zMY(),
    reason: schemas/* string */.YjP().nullable(),
    findings: schemas/* array */.YOg(findingSchema),
    command: schemas/* string */.YjP(),
});
const failedTestSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    durationMs: count.nullable(),
    path: schemas/* string */.YjP().nullable(),
    line: schemas/* int */.Whr().min(1).nullable(),
    /** The test's own output, clipped from the front. */
    output: schemas/* string */.YjP(),
    command: schemas/* string */.YjP(),
});
const testPackageSchema = schemas/* object */.Ikc({
    importPath: schemas/* string */.YjP(),
    status: schemas/* enum */.k5n(["passed", "failed", "skipped"]),
    /** Why a package failed without a failing test: build failed, panic, timeout, TestMain … */
    reason: schemas/* string */.YjP().nullable(),
    durationMs: count,
    passed: count,
    failed: count,
    skipped: count,
    /** Running, or waiting for their turn, when something else ended the test binary: not known to fail. */
    interrupted: count,
    failures: schemas/* array */.YOg(failedTestSchema),
    /** The tests that were interrupted. */
    unfinished: schemas/* array */.YOg(failedTestSchema),
});
const testsSchema = schemas/* object */.Ikc({
    passed: count,
    failed: count,
    skipped: count,
    /** Failed first and passed when they were run again. */
    flaky: count,
    interrupted: count,
    packages: schemas/* array */.YOg(testPackageSchema),
});
const percent = schemas/* number */.aig().min(0).max(100).nullable();
/** A limit that was asked for, judged once, by exact counts; what is missing meets none. */
const thresholdSchema = schemas/* object */.Ikc({
    what: schemas/* enum */.k5n(["total", "module", "package", "file", "patch"]),
    /** The package; null for the total. */
    name: schemas/* string */.YjP().nullable(),
    /** Percent. */
    floor: schemas/* number */.aig(),
    covered: count,
    statements: count,
    met: schemas/* boolean */.zMY(),
});
const coverageSchema = schemas/* object */.Ikc({
    percent,
    covered: count,
    statements: count,
    /** Packages that left no profile: panics, exits, builds that failed. What they cover is in no number here. */
    missing: schemas/* array */.YOg(schemas/* string */.YjP()),
    packages: schemas/* array */.YOg(schemas/* object */.Ikc({ importPath: schemas/* string */.YjP(), percent, covered: count, statements: count })),
    files: schemas/* array */.YOg(schemas/* object */.Ikc({
        path: schemas/* string */.YjP(),
        percent,
        covered: count,
        statements: count,
        /** Inclusive line ranges that no test reached. */
        uncovered: schemas/* array */.YOg(schemas/* tuple */.PVZ([schemas/* int */.Whr().min(1), schemas/* int */.Whr().min(1)])),
    })),
});
/** Coverage of the lines that a change adds. */
const patchSchema = schemas/* object */.Ikc({
    /** Commit that the change is seen from. */
    base: schemas/* string */.YjP(),
    percent,
    covered: count,
    statements: count,
    files: schemas/* array */.YOg(schemas/* object */.Ikc({ path: schemas/* string */.YjP(), uncovered: schemas/* array */.YOg(schemas/* tuple */.PVZ([schemas/* int */.Whr().min(1), schemas/* int */.Whr().min(1)])) })),
});
const moduleSchema = schemas/* object */.Ikc({
    /** Directory relative to the repository, `.` for its root. */
    dir: schemas/* string */.YjP(),
    path: schemas/* string */.YjP().nullable(),
    goVersion: schemas/* string */.YjP().nullable(),
    tests: testsSchema.nullable(),
    coverage: coverageSchema.nullable(),
});
const artifactSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    os: schemas/* string */.YjP(),
    arch: schemas/* string */.YjP(),
    variant: schemas/* string */.YjP().nullable(),
    /** Import path of the main package. */
    package: schemas/* string */.YjP(),
    path: schemas/* string */.YjP(),
    sha256: schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/),
    size: count,
});
const imageSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    tags: schemas/* array */.YOg(schemas/* string */.YjP()),
    digest: schemas/* string */.YjP().nullable(),
    configDigest: schemas/* string */.YjP().nullable(),
    platforms: schemas/* array */.YOg(schemas/* string */.YjP()),
    size: count.nullable(),
    layers: count.nullable(),
    base: schemas/* string */.YjP().nullable(),
    tested: schemas/* string */.YjP().nullable(),
    path: schemas/* string */.YjP().nullable(),
});
/** Go's caches on their way between runs; sizes are bytes before compression. */
const cacheSchema = schemas/* object */.Ikc({
    /** Caches of a run with the same go.mod and go.sum files and the same settings were restored. */
    hit: schemas/* boolean */.zMY(),
    /** Of what was restored, a hit or not; null when nothing was. */
    key: schemas/* string */.YjP().nullable(),
    restoredBytes: count,
    restoreMs: count,
    saved: schemas/* boolean */.zMY(),
    savedKey: schemas/* string */.YjP().nullable(),
    savedBytes: count,
    saveMs: count,
    /** Why nothing was restored or nothing was saved. */
    notes: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const reportSchema = schemas/* object */.Ikc({
    schemaVersion: schemas/* literal */.euz(schemaVersion),
    conclusion: schemas/* enum */.k5n(conclusions),
    /** Why the run did not succeed, most important first; empty on success. */
    reasons: schemas/* array */.YOg(schemas/* string */.YjP()),
    warnings: schemas/* array */.YOg(schemas/* string */.YjP()),
    engine: schemas/* object */.Ikc({ name: schemas/* enum */.k5n(["dagger", "host"]), version: schemas/* string */.YjP().nullable(), reason: schemas/* string */.YjP() }),
    modules: schemas/* array */.YOg(moduleSchema),
    totals: schemas/* object */.Ikc({
        tests: testsSchema.nullable(),
        coverage: coverageSchema.nullable(),
        patch: patchSchema.nullable(),
    }),
    thresholds: schemas/* array */.YOg(thresholdSchema),
    stages: schemas/* array */.YOg(stageSchema),
    artifacts: schemas/* array */.YOg(artifactSchema),
    image: imageSchema.nullable(),
    cache: cacheSchema.nullable(),
    traceUrl: schemas/* string */.YjP().nullable(),
    startedAt: iso/* datetime */.w$(),
    durationMs: count,
});

;// CONCATENATED MODULE: ./build/stage/src/results/totals.js
/** What all modules come to together. With one module it is what that one came to. */
function totalsOf(modules) {
    return {
        tests: sumTests(modules.map(({ tests }) => tests).filter((tests) => tests !== null)),
        coverage: sumCoverage(modules),
        patch: null,
    };
}
function sumTests(all) {
    if (all.length === 0)
        return null;
    const sum = (count) => all.reduce((total, tests) => total + count(tests), 0);
    return {
        passed: sum(({ passed }) => passed),
        failed: sum(({ failed }) => failed),
        skipped: sum(({ skipped }) => skipped),
        flaky: sum(({ flaky }) => flaky),
        interrupted: sum(({ interrupted }) => interrupted),
        packages: all.flatMap(({ packages }) => packages),
    };
}
/**
 * The sum over files. Tests of one module may cover files of another: then the profile of the module that owns the file counts alone.
 */
function sumCoverage(modules) {
    const measured = modules.flatMap(({ dir, coverage }) => (coverage === null ? [] : [{ dir, coverage }]));
    const [first, ...others] = measured;
    if (first === undefined)
        return null;
    if (others.length === 0)
        return first.coverage;
    const dirs = modules.map(({ dir }) => dir);
    const files = measured.flatMap(({ dir, coverage }) => coverage.files.filter(({ path }) => (ownerOf(path, dirs) ?? dir) === dir));
    const covered = files.reduce((total, file) => total + file.covered, 0);
    const statements = files.reduce((total, file) => total + file.statements, 0);
    return {
        percent: statements === 0 ? null : (100 * covered) / statements,
        covered,
        statements,
        missing: measured.flatMap(({ coverage }) => coverage.missing),
        packages: measured.flatMap(({ coverage }) => coverage.packages),
        files,
    };
}
/** The innermost module that holds a file; null for none. */
function ownerOf(path, dirs) {
    const holding = dirs.filter((dir) => dir === "." || path.startsWith(`${dir}/`));
    return holding.sort((a, b) => depth(b) - depth(a))[0] ?? null;
}
function depth(dir) {
    return dir === "." ? 0 : dir.split("/").length;
}

;// CONCATENATED MODULE: ./build/stage/src/results/assemble.js


const nothingCollected = { modules: new Map(), thresholds: [], artifacts: [], image: null };
/** The whole result of a run, as `report.json` holds it. */
function assembleReport(parts) {
    const { choice, verdict, collected, startedAt, finishedAt } = parts;
    const modules = moduleResults(parts);
    return {
        schemaVersion: schemaVersion,
        conclusion: verdict.conclusion,
        reasons: verdict.reasons,
        warnings: parts.warnings,
        engine: { name: choice.name, version: parts.engineVersion, reason: choice.reason },
        modules,
        totals: totalsOf(modules),
        thresholds: collected.thresholds,
        stages: parts.results,
        artifacts: collected.artifacts,
        image: collected.image,
        cache: parts.cache,
        traceUrl: parts.traceUrl,
        startedAt: startedAt.toISOString(),
        durationMs: Math.max(0, finishedAt.getTime() - startedAt.getTime()),
    };
}
function moduleResults({ project, inspection, collected }) {
    return project.modules.map(({ dir, path }) => {
        const { tests, coverage } = collected.modules.get(dir) ?? { tests: null, coverage: null };
        return { dir, path, goVersion: inspection?.goVersion ?? null, tests, coverage };
    });
}

// EXTERNAL MODULE: ./build/stage/src/results/redact.js
var redact = __webpack_require__(63716);
;// CONCATENATED MODULE: ./build/stage/src/results/verdict.js
/**
 * The exit code by the design's table: 130 beats 3 beats 1. A stage on `warn` never counts.
 */
function judgeRun(facts) {
    const warnOnly = new Set(facts.stages.filter((stage) => stage.warnOnly).map((stage) => stage.id));
    const counting = facts.results.filter((result) => !warnOnly.has(result.id));
    const of = (status) => counting.filter((result) => result.status === status).map((result) => `${result.id}: ${result.reason ?? status}`);
    const broken = [...facts.environmentProblems, ...of("errored")];
    const failed = of("failed");
    const reasons = [...broken, ...failed];
    if (facts.cancelled)
        return { conclusion: "cancelled", exitCode: 130, reasons: ["the run was cancelled", ...reasons] };
    if (broken.length > 0)
        return { conclusion: "error", exitCode: 3, reasons };
    if (failed.length > 0)
        return { conclusion: "failure", exitCode: 1, reasons };
    return { conclusion: "success", exitCode: 0, reasons: [] };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var src_errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/model/platform.js
var model_platform = __webpack_require__(53107);
;// CONCATENATED MODULE: ./build/stage/src/artifacts/names.js

/** Longest part of a name that comes from the repository. */
const maxLength = 100;
/**
 * A text from the repository as part of an artifact or file name: letters, digits and `._-` only, so that it is valid on every
 * file system and for the artifact service (which refuses `" : < > | * ? \ /` and line ends, but takes `..`).
 */
function slug(text) {
    const plain = text
        .normalize("NFKD")
        .replace(/[^A-Za-z0-9._-]+/g, "-")
        .replace(/\.{2,}/g, ".")
        .replace(/-{2,}/g, "-");
    return plain
        .replace(/^[-.]+/, "")
        .slice(0, maxLength)
        .replace(/[-.]+$/, "");
}
/** `<prefix><name>-<os>-<arch>[-<variant>]`; a name of which nothing is left becomes `binaries`. */
function binariesArtifact(prefix, name, platform) {
    return `${prefixSlug(prefix)}${slug(name) || "binaries"}-${(0,model_platform/* platformSlug */.DN)(platform)}`;
}
function namedArtifact(prefix, name) {
    return `${prefixSlug(prefix)}${name}`;
}
/** As slug, but keeps the separator at its end: `linux-` stays `linux-`. */
function prefixSlug(prefix) {
    const plain = slug(prefix);
    return plain === "" ? "" : `${plain}${/[-.]$/.exec(prefix)?.[0] ?? ""}`;
}

// EXTERNAL MODULE: ./node_modules/tar/dist/esm/index.min.js
var index_min = __webpack_require__(98697);
// EXTERNAL MODULE: ./build/stage/src/collect/files.js
var files = __webpack_require__(84210);
// EXTERNAL MODULE: ./build/stage/src/results/checksums.js
var checksums = __webpack_require__(84981);
;// CONCATENATED MODULE: ./build/stage/src/artifacts/regular-files.js


/**
 * Why a file must not leave the machine, null when it may. Code of the repository could have put a link there: an upload
 * follows it and publishes what it points to.
 */
async function refusalOf(path) {
    const stats = await (0,promises_.lstat)(path).catch(() => null);
    if (stats === null)
        return "it is not there";
    if (stats.isSymbolicLink())
        return "it is a symbolic link";
    if (!stats.isFile())
        return "it is not a regular file";
    return stats.nlink > 1 ? "it is another file as well (hard link)" : null;
}
/** All files below a directory that may leave the machine. Links to directories are not followed; names with a leading dot are ours. */
async function findFiles(directory) {
    const files = [];
    const refused = [];
    for (const path of await walk(directory, "")) {
        const reason = await refusalOf((0,external_node_path_.join)(directory, path));
        if (reason === null)
            files.push(path);
        else
            refused.push({ path, reason });
    }
    return { files, refused };
}
async function walk(directory, below) {
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(directory, below), { withFileTypes: true });
    const sorted = entries.filter(({ name }) => !name.startsWith(".")).sort((a, b) => (a.name < b.name ? -1 : 1));
    const paths = sorted.map((entry) => {
        const path = below === "" ? entry.name : `${below}/${entry.name}`;
        return entry.isDirectory() ? walk(directory, path) : [path];
    });
    return (await Promise.all(paths)).flat();
}

;// CONCATENATED MODULE: ./build/stage/src/artifacts/pack.js






/** The same for every file, so that equal binaries give equal archives. Not 1970, which some tools call implausible. */
const modified = new Date("1980-01-01T00:00:00Z");
/**
 * Packs executables and their `checksums.txt` into a `.tar.gz`: mode 0755 and 0644 whatever the file system says (a workflow
 * artifact keeps no mode), no owner, sorted by name; the same files give the same bytes. Works on private copies in `scratch`
 * (absolute, empty). Throws an Error that names a file which is not, or no longer, the regular file that was built.
 */
async function packExecutables(files, scratch, archive) {
    const directory = (0,external_node_path_.join)(scratch, "files");
    await (0,promises_.mkdir)(directory);
    for (const file of files)
        await copyChecked(file, (0,external_node_path_.join)(directory, file.name));
    await (0,promises_.writeFile)((0,external_node_path_.join)(directory, checksums/* checksumsFile */.$), (0,checksums/* checksumLines */.z)(files));
    const names = [...files.map(({ name }) => name).sort(), checksums/* checksumsFile */.$];
    await index_min/* create */.vt({
        file: archive,
        cwd: directory,
        gzip: { level: 6 },
        portable: true,
        mtime: modified,
        onWriteEntry: (entry) => {
            // The mode of the file system is not to be trusted: Windows has none.
            if (entry.stat !== undefined)
                entry.stat.mode = entry.path === checksums/* checksumsFile */.$ ? 0o100644 : 0o100755;
        },
    }, names);
}
async function copyChecked({ path, name, sha256 }, copy) {
    const refusal = await refusalOf(path);
    if (refusal !== null)
        throw new Error(`${name} was refused: ${refusal}`);
    await (0,promises_.copyFile)(path, copy);
    await (0,promises_.chmod)(copy, 0o600);
    if ((await (0,files/* digestFile */.TM)(copy)).sha256 !== sha256)
        throw new Error(`${name} was refused: it changed after it was built`);
}

;// CONCATENATED MODULE: ./build/stage/src/artifacts/bundles.js






/** One bundle per platform, the image's tarball, and everything else in the output directory as the report. */
function bundlesOf(delivery) {
    const { artifacts, image, prefix } = delivery;
    const groups = byPlatform(artifacts).map(([platform, group]) => {
        const name = binariesArtifact(prefix, delivery.name, platform);
        return { name, prepare: (scratch) => packedBinaries(delivery, group, name, scratch) };
    });
    const tarball = image === null ? [] : [(0,external_node_path_.resolve)(delivery.repository, image)];
    const images = tarball.map((path) => ({ name: namedArtifact(prefix, "image"), prepare: () => imageTarball(path) }));
    const apart = [...artifacts.map(({ path }) => (0,external_node_path_.resolve)(delivery.repository, path)), ...tarball];
    const report = {
        name: namedArtifact(prefix, "report"),
        prepare: () => everythingBut(apart, delivery.outputDirectory),
    };
    return [report, ...groups, ...images];
}
function byPlatform(artifacts) {
    const groups = new Map();
    for (const artifact of artifacts) {
        const group = groups.get((0,model_platform/* platformKey */.Ng)(artifact));
        if (group === undefined)
            groups.set((0,model_platform/* platformKey */.Ng)(artifact), [artifact, [artifact]]);
        else
            group[1].push(artifact);
    }
    return [...groups.values()];
}
async function packedBinaries(delivery, artifacts, name, scratch) {
    await (0,promises_.mkdir)(scratch);
    const archive = (0,external_node_path_.join)(scratch, `${name}.tar.gz`);
    const files = artifacts.map(({ path, sha256 }) => {
        const file = (0,external_node_path_.resolve)(delivery.repository, path);
        return { path: file, name: (0,external_node_path_.basename)(file), sha256 };
    });
    await packExecutables(files, scratch, archive);
    return { files: [archive], root: scratch, compressed: true, refused: [] };
}
async function imageTarball(path) {
    const refusal = await refusalOf(path);
    if (refusal !== null)
        throw new Error(`${(0,external_node_path_.basename)(path)} was refused: ${refusal}`);
    return { files: [path], root: (0,external_node_path_.dirname)(path), compressed: false, refused: [] };
}
async function everythingBut(apart, root) {
    const { files, refused } = await findFiles(root);
    return {
        files: files.map((path) => (0,external_node_path_.resolve)(root, path)).filter((path) => !apart.includes(path)),
        root,
        compressed: false,
        refused: refused
            .filter(({ path }) => !apart.includes((0,external_node_path_.resolve)(root, path)))
            .map(({ path, reason }) => `${path} was left out: ${reason}`),
    };
}

;// CONCATENATED MODULE: ./build/stage/src/artifacts/publish.js







/** Uploads side by side; the client itself sends each in several pieces at once. */
const concurrency = 3;
/** More than the jobs a matrix can have (256) ask for the same name. */
const mostNames = 256;
/**
 * Uploads the workflow artifacts. A problem with one hinders no other; never throws. Where there is no workflow (a terminal) nothing is packed.
 * @param retentionDays null: the repository's default
 * @param cancelled aborted when the run shall end: uploads then have a few seconds left
 */
async function publishArtifacts(delivery, retentionDays, platform, cancelled = new AbortController().signal) {
    if (platform.name === "local")
        return { uploaded: [], notices: [], warnings: [] };
    const publisher = createPublisher(retentionDays, platform);
    try {
        const scratch = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "dagger-go-artifacts-"));
        const all = publishAll(bundlesOf(delivery), scratch, publisher);
        if ((await Promise.race([all, graceAfter(cancelled)])) === "over")
            publisher.warn(stopped);
        await (0,promises_.rm)(scratch, { recursive: true, force: true, maxRetries: 3 });
    }
    catch (thrown) {
        publisher.warn(`Temporary files for workflow artifacts: ${(0,src_errors/* messageOf */.bD)(thrown)}`);
    }
    return publisher.published();
}
const stopped = "Not all artifacts were uploaded: the run was cancelled.";
/** Of the ten seconds that GitHub leaves a cancelled job, what is left for uploads. */
const graceMs = 4_000;
async function graceAfter(cancelled) {
    if (!cancelled.aborted)
        await (0,external_node_events_.once)(cancelled, "abort");
    return (0,external_node_timers_promises_.setTimeout)(graceMs, "over");
}
async function publishAll(bundles, scratch, publisher) {
    // All workers take from the same iterator, so each bundle is taken once.
    const queue = bundles.entries();
    const worker = async () => {
        for (const [index, bundle] of queue)
            await publisher.publish(bundle, (0,external_node_path_.join)(scratch, String(index)));
    };
    await Promise.all(Array.from({ length: concurrency }, worker));
}
function createPublisher(retentionDays, platform) {
    const names = new Set();
    const uploaded = [];
    const notices = [];
    const warnings = [];
    const unavailable = [];
    const publish = async ({ name: wanted, prepare }, scratch) => {
        const { refused, ...content } = await prepare(scratch);
        warnings.push(...refused);
        const { name, result } = await uploadAsFree({ ...content, name: wanted, retentionDays }, names, platform);
        if (result.status === "failed")
            throw new Error(result.reason);
        if (result.status === "unavailable") {
            unavailable.push(result.reason);
            return;
        }
        uploaded.push(name);
        if (name !== wanted)
            notices.push(`The artifact name ${wanted} is taken in this workflow run: uploaded as ${name}.`);
    };
    return {
        publish: async (bundle, scratch) => {
            if (unavailable.length > 0)
                return;
            await publish(bundle, scratch).catch((thrown) => {
                warnings.push(`The artifact ${bundle.name} was not uploaded: ${(0,src_errors/* messageOf */.bD)(thrown)}`);
            });
        },
        warn: (message) => warnings.push(message),
        published: () => ({
            uploaded: uploaded.sort(),
            notices,
            warnings: [...warnings, ...unavailable.slice(0, 1).map((reason) => `No artifact was uploaded: ${reason}`)],
        }),
    };
}
/** Under the first free one of `name`, `name-2`, `name-3` …; `used` are the names this run has tried. */
async function uploadAsFree(request, used, platform) {
    for (let number = 1; number <= mostNames; number++) {
        const name = number === 1 ? request.name : `${request.name}-${number}`;
        if (used.has(name))
            continue;
        used.add(name);
        const result = await platform.upload({ ...request, name });
        if (result.status !== "name-taken")
            return { name, result };
    }
    const reason = `the name and its first ${mostNames} numbers are taken in this workflow run`;
    return { name: request.name, result: { status: "failed", reason } };
}

// EXTERNAL MODULE: ./build/stage/src/gates/binaries.js
var binaries = __webpack_require__(18242);
// EXTERNAL MODULE: ./build/stage/src/gates/index.js + 36 modules
var gates = __webpack_require__(46404);
// EXTERNAL MODULE: ./build/stage/src/text/clip.js
var clip = __webpack_require__(51834);
// EXTERNAL MODULE: ./build/stage/src/text/format.js
var format = __webpack_require__(66055);
// EXTERNAL MODULE: ./build/stage/src/text/sanitize.js + 1 modules
var sanitize = __webpack_require__(92077);
// EXTERNAL MODULE: ./build/stage/src/report/findings.js
var findings = __webpack_require__(48605);
;// CONCATENATED MODULE: ./build/stage/src/report/annotations.js




/** The runner keeps this many of each level per step and drops the rest without a word. */
const maxPerLevel = 10;
/** The runner cuts a message here (actions/runner, src/Runner.Worker/ExecutionContext.cs). */
const maxMessage = 4_096;
const maxTitle = 120;
/**
 * What is worth one of the few annotations: findings by rank, then stages that are in trouble without one, then what broke outside of any stage. What
 * finds no room is counted in a notice.
 */
function annotationsOf(report, kinds) {
    const all = [
        ...broken(report),
        ...(0,findings/* rankFindings */.J)(report.stages, kinds).map((ranked) => ofFinding(ranked, kinds)),
        ...report.stages.flatMap(ofStage),
    ];
    const errors = all.filter(({ level }) => level === "error");
    const warnings = all.filter(({ level }) => level === "warning");
    const shown = [...errors.slice(0, maxPerLevel), ...warnings.slice(0, maxPerLevel)];
    const left = all.length - shown.length;
    return left === 0 ? shown : [...shown, leftOver(left)];
}
function ofFinding({ finding, stage, level }, kinds) {
    const path = finding.path !== null && isInside(finding.path) ? finding.path : null;
    return {
        level,
        title: (0,clip/* clipEnd */.Oq)((0,sanitize/* sanitizeLine */.g$)(finding.title), maxTitle),
        message: withCommand(finding.message, kinds(finding.source).command === "own" ? "" : stage.command),
        path,
        line: path === null ? null : finding.line,
        column: path === null || finding.line === null ? null : finding.column,
    };
}
const stageLevels = {
    failed: "error",
    errored: "error",
    warned: "warning",
};
/** A stage that timed out, broke or failed as a whole. */
function ofStage(stage) {
    const level = stageLevels[stage.status];
    if (level === undefined || stage.findings.length > 0)
        return [];
    const what = stage.status === "errored" ? "could not finish" : "failed";
    return [general(level, `${stage.id} ${what}`, withCommand(stage.reason ?? what, stage.command))];
}
/** Reasons for an error that no stage tells. */
function broken({ conclusion, stages, reasons }) {
    if (conclusion !== "error" || stages.some(({ status }) => status === "errored"))
        return [];
    return reasons.map((reason) => general("error", "The pipeline could not finish", withCommand(reason, "")));
}
function leftOver(count) {
    return general("notice", "More findings", `${(0,format/* plural */.LS)(count, "more finding")} in the job summary and in report.json.`);
}
function general(level, title, message) {
    return { level, title: (0,clip/* clipEnd */.Oq)((0,sanitize/* sanitizeLine */.g$)(title), maxTitle), message, path: null, line: null, column: null };
}
/** The command is never cut, so that it can be pasted; the message is. */
function withCommand(message, command) {
    const end = command === "" ? "" : `\n\nReproduce: ${(0,sanitize/* sanitizeLine */.g$)(command)}`;
    const room = maxMessage - end.length;
    const text = (0,sanitize/* sanitizeText */.jZ)(message).trimEnd();
    return room < maxMessage / 4 ? (0,clip/* clipEnd */.Oq)(text, maxMessage) : `${(0,clip/* clipEnd */.Oq)(text, room)}${end}`;
}
/** A path that names a file of the repository, whoever wrote it: relative, without `..`, a drive or control characters. */
function isInside(path) {
    const segments = path.split("/");
    const plain = (0,sanitize/* sanitizeLine */.g$)(path) === path && !/^[a-z]:|[\\\n]/i.test(path);
    return plain && segments.every((segment) => segment !== "" && segment !== "." && segment !== "..");
}

;// CONCATENATED MODULE: ./build/stage/src/report/json.js

/** The report as `report.json` holds it: two blanks of indentation, keys in the order of the schema, a line end at the end. */
function jsonReport(report) {
    const parsed = reportSchema.safeParse(report);
    const text = `${JSON.stringify(parsed.success ? parsed.data : report, null, 2)}\n`;
    if (parsed.success)
        return { text, problem: null };
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    return { text, problem: issues.slice(0, 5).join("; ") };
}

// EXTERNAL MODULE: ./build/stage/src/report/outputs.js
var outputs = __webpack_require__(91317);
// EXTERNAL MODULE: ./build/stage/src/report/reporters.js
var report_reporters = __webpack_require__(83117);
// EXTERNAL MODULE: ./build/stage/src/report/markdown.js
var markdown = __webpack_require__(32618);
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
    const level = () => [(0,markdown/* paragraph */.FY)(...joined(origins(report, context), " · "))];
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
    const { engine, modules, cache, durationMs, traceUrl } = report;
    const version = engine.version === null ? [] : [(0,markdown/* words */.aL)(" "), ...(0,markdown/* prose */.CS)(engine.version, 40)];
    const versions = [...new Set(modules.map(({ goVersion }) => goVersion).filter((version) => version !== null))];
    const goVersion = versions.map((version) => [(0,markdown/* words */.aL)("Go "), ...(0,markdown/* prose */.CS)(version.replace(/^go/, ""), 40)]);
    return [
        [(0,markdown/* words */.aL)(`Engine ${engine.name}`), ...version, (0,markdown/* words */.aL)(" ("), ...(0,markdown/* prose */.CS)(engine.reason, 200), (0,markdown/* words */.aL)(")")],
        ...goVersion,
        [(0,markdown/* words */.aL)((0,format/* formatDuration */.a3)(durationMs))],
        ...(cache === null ? [] : [cacheWords(cache)]),
        ...(traceUrl?.startsWith("https://") === true ? [[(0,markdown/* link */.nf)(traceUrl, (0,markdown/* words */.aL)("trace"))]] : []),
        [(0,markdown/* words */.aL)("complete result: "), (0,markdown/* code */.aY)(files.reportJson, 200)],
    ];
}

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
function coverageSection({ totals, thresholds }, context) {
    const { coverage } = totals;
    if (coverage === null)
        return null;
    const { statements, missing } = coverage;
    if (statements === 0 && missing.length === 0 && thresholds.length === 0)
        return null;
    const packages = [...coverage.packages].sort(byCoverage((item) => item.importPath));
    const files = coverage.files
        .filter(({ covered, statements }) => covered < statements)
        .sort(byCoverage((file) => file.path));
    const level = (maxPackages, maxFiles) => () => [
        (0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)("Coverage")),
        (0,markdown/* paragraph */.FY)(...total(coverage, thresholds)),
        ...missingBlocks(missing, Math.max(10, maxPackages)),
        ...capped(packages, maxPackages, "package", (shown) => [packageTable(shown, missedFloors(thresholds))]),
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
function total(coverage, thresholds) {
    const limit = thresholds.find(({ what }) => what === "total");
    const judged = limit === undefined ? "." : `; threshold ${limit.floor} % ${limit.met ? "met ✅" : "missed ❌"}`;
    if (coverage.statements === 0)
        return [(0,markdown/* words */.aL)(`No statements to cover${judged}`)];
    const counted = ` of statements covered (${coverage.covered} of ${coverage.statements})`;
    return [(0,markdown/* strong */.ko)((0,format/* formatPercent */.l9)(coverage.percent)), (0,markdown/* words */.aL)(counted + judged)];
}
/** What is in no number here. */
function missingBlocks(missing, max) {
    if (missing.length === 0)
        return [];
    const left = missing.length - max;
    const shown = missing.slice(0, max).map((name) => [(0,markdown/* code */.aY)(name)]);
    const names = joined(left > 0 ? [...shown, [(0,markdown/* words */.aL)((0,format/* plural */.LS)(left, "more package"))]] : shown, ", ");
    return [(0,markdown/* paragraph */.FY)((0,markdown/* words */.aL)("⚠️ Not counted, since they left no coverage profile: "), ...names)];
}
/** The limits of packages that miss them. */
function missedFloors(thresholds) {
    const missed = thresholds.filter(({ what, met }) => what === "package" && !met);
    return new Map(missed.map(({ name, floor }) => [name, floor]));
}
function packageTable(packages, missed) {
    return (0,markdown/* table */.tp)([{ title: "Package" }, { title: "Coverage", align: "right" }, { title: "Statements", align: "right" }], packages.map((item) => [
        [(0,markdown/* code */.aY)(item.importPath)],
        [(0,markdown/* words */.aL)(percentOf(item, missed.get(item.importPath) ?? null))],
        [(0,markdown/* words */.aL)(fraction(item))],
    ]));
}
function percentOf(item, missedFloor) {
    return `${(0,format/* formatPercent */.l9)(item.percent)}${missedFloor === null ? "" : ` ❌ (threshold ${missedFloor} %)`}`;
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




/**
 * What the stages found in files, the same once; a section per source. Failed tests have a section of their own, which belongs between the two groups.
 */
function findingsSections(report, context) {
    const { kinds } = context;
    const failed = new Set(report.totals.tests?.packages.flatMap(({ importPath, failures }) => failures.map(({ name }) => keyOf(importPath, name))));
    const ranked = (0,findings/* rankFindings */.J)(report.stages, kinds).filter(({ finding }) => !isAbout(finding, failed));
    const sources = [...new Set(ranked.map(({ finding }) => finding.source))];
    const sectionOf = (source) => {
        const found = ranked.filter(({ finding }) => finding.source === source);
        const level = (detail) => () => findingBlocks(found, detail, { source, context });
        return {
            name: kinds(source).title,
            importance: kinds(source).basic ? 91 : 88 - sources.indexOf(source),
            levels: [
                level({ max: 100, limits: { maxLines: 60, maxBytes: 6_000 } }),
                level({ max: 30, limits: { maxLines: 20, maxBytes: 2_000 } }),
                level({ max: 10, limits: { maxLines: 5, maxBytes: 500 } }),
            ],
        };
    };
    return {
        basic: sources.filter((source) => kinds(source).basic).map(sectionOf),
        other: sources.filter((source) => !kinds(source).basic).map(sectionOf),
    };
}
function isAbout({ subject }, tests) {
    return subject !== undefined && tests.has(keyOf(subject.package, subject.test));
}
function keyOf(importPath, test) {
    return `${importPath}\n${test}`;
}
function findingBlocks(found, { max, limits }, { source, context }) {
    const { title, style } = context.kinds(source);
    const render = style === "diff" ? diffs : messages;
    return [(0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)(title)), ...capped(found, max, "finding", (shown) => render(shown, limits, context))];
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

;// CONCATENATED MODULE: ./build/stage/src/report/sections/interrupted.js



/** Tests that a crash elsewhere, a time limit or a signal did not let end: nobody knows whether they pass. */
function interruptedSection({ totals }, context) {
    const { tests } = totals;
    const list = (tests?.packages ?? []).flatMap(({ unfinished, importPath }) => unfinished.map((test) => [[(0,markdown/* code */.aY)(test.name)], [(0,markdown/* code */.aY)(importPath)], placed(test, context)]));
    if (list.length === 0)
        return null;
    const columns = [{ title: "Test" }, { title: "Package" }, { title: "Line" }];
    const level = (max) => () => [
        (0,markdown/* heading */.R_)(3, (0,markdown/* words */.aL)("Interrupted tests")),
        ...capped(list, max, "interrupted test", (shown) => [(0,markdown/* table */.tp)(columns, shown)]),
    ];
    return { name: "interrupted tests", importance: 75, levels: [level(100), level(10)] };
}
function placed(test, context) {
    const at = place(test, context);
    return at === null ? [] : [at];
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
function testsSection({ totals }, context) {
    const { tests } = totals;
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
    const modules = (0,report_status/* moduleNames */.hT)(report.modules);
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
function facts({ stages, totals, artifacts, durationMs }) {
    const { tests, coverage } = totals;
    const stageCounts = told.map((status) => [stages.filter((stage) => stage.status === status).length, status]);
    const testCounts = tests === null
        ? []
        : [
            [tests.failed, "failed"],
            [tests.interrupted, "interrupted"],
            [tests.passed, "passed"],
            [tests.skipped, "skipped"],
        ];
    return [
        enumerate("stage", stageCounts),
        enumerate("test", testCounts),
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
        interruptedSection(report, context),
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

;// CONCATENATED MODULE: ./node_modules/fast-string-truncated-width/dist/utils.js
/* MAIN */
const getCodePointsLength = (() => {
    const SURROGATE_PAIR_RE = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
    return (input) => {
        let surrogatePairsNr = 0;
        SURROGATE_PAIR_RE.lastIndex = 0;
        while (SURROGATE_PAIR_RE.test(input)) {
            surrogatePairsNr += 1;
        }
        return input.length - surrogatePairsNr;
    };
})();
const isFullWidth = (x) => {
    return x === 0x3000 || x >= 0xFF01 && x <= 0xFF60 || x >= 0xFFE0 && x <= 0xFFE6;
};
const isWideNotCJKTNotEmoji = (x) => {
    return x === 0x231B || x === 0x2329 || x >= 0x2FF0 && x <= 0x2FFF || x >= 0x3001 && x <= 0x303E || x >= 0x3099 && x <= 0x30FF || x >= 0x3105 && x <= 0x312F || x >= 0x3131 && x <= 0x318E || x >= 0x3190 && x <= 0x31E3 || x >= 0x31EF && x <= 0x321E || x >= 0x3220 && x <= 0x3247 || x >= 0x3250 && x <= 0x4DBF || x >= 0xFE10 && x <= 0xFE19 || x >= 0xFE30 && x <= 0xFE52 || x >= 0xFE54 && x <= 0xFE66 || x >= 0xFE68 && x <= 0xFE6B || x >= 0x1F200 && x <= 0x1F202 || x >= 0x1F210 && x <= 0x1F23B || x >= 0x1F240 && x <= 0x1F248 || x >= 0x20000 && x <= 0x2FFFD || x >= 0x30000 && x <= 0x3FFFD;
};
/* EXPORT */


;// CONCATENATED MODULE: ./node_modules/fast-string-truncated-width/dist/index.js
/* IMPORT */

/* HELPERS */
const ANSI_RE = /[\u001b\u009b][[()#;?]*(?:[0-9]{1,4}(?:;[0-9]{0,4})*)?[0-9A-ORZcf-nqry=><]|\u001b\]8;[^;]*;.*?(?:\u0007|\u001b\u005c)/y;
const CONTROL_RE = /[\x00-\x08\x0A-\x1F\x7F-\x9F]{1,1000}/y;
const CJKT_WIDE_RE = /(?:(?![\uFF61-\uFF9F\uFF00-\uFFEF])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Tangut}]){1,1000}/yu;
const TAB_RE = /\t{1,1000}/y;
const EMOJI_RE = /[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation}|\p{Emoji}\uFE0F\u20E3?))*/yu;
const LATIN_RE = /(?:[\x20-\x7E\xA0-\xFF](?!\uFE0F)){1,1000}/y;
const MODIFIER_RE = /\p{M}+/gu;
const NO_TRUNCATION = { limit: Infinity, ellipsis: '' };
/* MAIN */
const getStringTruncatedWidth = (input, truncationOptions = {}, widthOptions = {}) => {
    /* CONSTANTS */
    const LIMIT = truncationOptions.limit ?? Infinity;
    const ELLIPSIS = truncationOptions.ellipsis ?? '';
    const ELLIPSIS_WIDTH = truncationOptions?.ellipsisWidth ?? (ELLIPSIS ? getStringTruncatedWidth(ELLIPSIS, NO_TRUNCATION, widthOptions).width : 0);
    const ANSI_WIDTH = 0;
    const CONTROL_WIDTH = widthOptions.controlWidth ?? 0;
    const TAB_WIDTH = widthOptions.tabWidth ?? 8;
    const EMOJI_WIDTH = widthOptions.emojiWidth ?? 2;
    const FULL_WIDTH_WIDTH = 2;
    const REGULAR_WIDTH = widthOptions.regularWidth ?? 1;
    const WIDE_WIDTH = widthOptions.wideWidth ?? FULL_WIDTH_WIDTH;
    const PARSE_BLOCKS = [
        [LATIN_RE, REGULAR_WIDTH],
        [ANSI_RE, ANSI_WIDTH],
        [CONTROL_RE, CONTROL_WIDTH],
        [TAB_RE, TAB_WIDTH],
        [EMOJI_RE, EMOJI_WIDTH],
        [CJKT_WIDE_RE, WIDE_WIDTH],
    ];
    /* STATE */
    let indexPrev = 0;
    let index = 0;
    let length = input.length;
    let lengthExtra = 0;
    let truncationEnabled = false;
    let truncationIndex = length;
    let truncationLimit = Math.max(0, LIMIT - ELLIPSIS_WIDTH);
    let unmatchedStart = 0;
    let unmatchedEnd = 0;
    let width = 0;
    let widthExtra = 0;
    /* PARSE LOOP */
    outer: while (true) {
        /* UNMATCHED */
        if ((unmatchedEnd > unmatchedStart) || (index >= length && index > indexPrev)) {
            const unmatched = input.slice(unmatchedStart, unmatchedEnd) || input.slice(indexPrev, index);
            lengthExtra = 0;
            for (const char of unmatched.replaceAll(MODIFIER_RE, '')) {
                const codePoint = char.codePointAt(0) || 0;
                if (isFullWidth(codePoint)) {
                    widthExtra = FULL_WIDTH_WIDTH;
                }
                else if (isWideNotCJKTNotEmoji(codePoint)) {
                    widthExtra = WIDE_WIDTH;
                }
                else {
                    widthExtra = REGULAR_WIDTH;
                }
                if ((width + widthExtra) > truncationLimit) {
                    truncationIndex = Math.min(truncationIndex, Math.max(unmatchedStart, indexPrev) + lengthExtra);
                }
                if ((width + widthExtra) > LIMIT) {
                    truncationEnabled = true;
                    break outer;
                }
                lengthExtra += char.length;
                width += widthExtra;
            }
            unmatchedStart = unmatchedEnd = 0;
        }
        /* EXITING */
        if (index >= length) {
            break outer;
        }
        /* PARSE BLOCKS */
        for (let i = 0, l = PARSE_BLOCKS.length; i < l; i++) {
            const [BLOCK_RE, BLOCK_WIDTH] = PARSE_BLOCKS[i];
            BLOCK_RE.lastIndex = index;
            if (BLOCK_RE.test(input)) {
                lengthExtra = BLOCK_RE === CJKT_WIDE_RE ? getCodePointsLength(input.slice(index, BLOCK_RE.lastIndex)) : BLOCK_RE === EMOJI_RE ? 1 : BLOCK_RE.lastIndex - index;
                widthExtra = lengthExtra * BLOCK_WIDTH;
                if ((width + widthExtra) > truncationLimit) {
                    truncationIndex = Math.min(truncationIndex, index + Math.floor((truncationLimit - width) / BLOCK_WIDTH));
                }
                if ((width + widthExtra) > LIMIT) {
                    truncationEnabled = true;
                    break outer;
                }
                width += widthExtra;
                unmatchedStart = indexPrev;
                unmatchedEnd = index;
                index = indexPrev = BLOCK_RE.lastIndex;
                continue outer;
            }
        }
        /* UNMATCHED INDEX */
        index += 1;
    }
    /* RETURN */
    return {
        width: truncationEnabled ? truncationLimit : width,
        index: truncationEnabled ? truncationIndex : length,
        truncated: truncationEnabled,
        ellipsed: truncationEnabled && LIMIT >= ELLIPSIS_WIDTH
    };
};
/* EXPORT */
/* harmony default export */ const dist = (getStringTruncatedWidth);

;// CONCATENATED MODULE: ./node_modules/fast-string-width/dist/index.js
/* IMPORT */

/* HELPERS */
const dist_NO_TRUNCATION = {
    limit: Infinity,
    ellipsis: '',
    ellipsisWidth: 0,
};
/* MAIN */
const fastStringWidth = (input, options = {}) => {
    return dist(input, dist_NO_TRUNCATION, options).width;
};
/* EXPORT */
/* harmony default export */ const fast_string_width_dist = (fastStringWidth);

// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(57336);
// EXTERNAL MODULE: ./build/stage/src/report/paint.js
var report_paint = __webpack_require__(27571);
;// CONCATENATED MODULE: ./build/stage/src/report/terminal.js







const maxReasonWidth = 160;
const maxBinaries = 20;
/** A short table of the run for terminals and logs; the last line is the verdict. */
function verdictLines(report, context, colour) {
    const paint = picocolors.createColors(colour);
    const facts = factRows(report, context);
    return [
        ...(report.stages.length === 0 ? [] : ["", ...stageLines(report.stages, paint)]),
        ...(facts.length === 0 ? [] : ["", ...aligned(facts.map(([name, value]) => [paint.dim(name), value]))]),
        "",
        ...otherReasons(report).map((reason) => `  ${reason}`),
        verdictLine(report, paint),
    ];
}
function stageLines(stages, paint) {
    const rows = stages.map((stage) => [
        (0,report_paint/* statusPaint */.z)(paint, stage.status)(`${report_status/* stageLooks */.Rx[stage.status].sign} ${(0,sanitize/* sanitizeLine */.g$)(stage.id)}`),
        stage.startedAt === null ? paint.dim(stage.status) : (0,format/* formatDuration */.a3)(stage.durationMs),
        [...(stage.cached ? ["cached"] : []), ...(stage.reason === null ? [] : [oneLine(stage.reason)])].join(", "),
    ]);
    return aligned(rows);
}
/** Columns padded by what a terminal shows: wide characters count twice, colours not at all. */
function aligned(rows) {
    const widths = [];
    for (const row of rows) {
        for (const [index, cell] of row.entries())
            widths[index] = Math.max(widths[index] ?? 0, fast_string_width_dist(cell));
    }
    return rows.map((row) => {
        const cells = row.map((cell, index) => cell + " ".repeat((widths[index] ?? 0) - fast_string_width_dist(cell)));
        return `  ${cells.join("  ")}`.trimEnd();
    });
}
function testCounts({ passed, failed, skipped, interrupted }) {
    const cut = interrupted === 0 ? "" : `, ${interrupted} interrupted`;
    return `${passed} passed, ${failed} failed, ${skipped} skipped${cut}`;
}
function factRows(report, { files }) {
    const { totals, thresholds, artifacts, image } = report;
    const { tests, coverage } = totals;
    return [
        ...(tests === null ? [] : [["tests", testCounts(tests)]]),
        ...(coverage === null ? [] : [["coverage", coverageText(coverage, thresholds)]]),
        ...binaryRows(artifacts),
        ...(image === null
            ? []
            : [["image", oneLine([image.name, ...image.tags, image.path ?? ""].filter(Boolean).join(" "))]]),
        ["summary", files.summary],
        ["report", files.reportJson],
    ];
}
function coverageText(coverage, thresholds) {
    const { percent, covered, statements, missing } = coverage;
    const total = thresholds.find(({ what }) => what === "total");
    const limit = total === undefined ? "" : `, threshold ${total.floor} % ${total.met ? "met" : "missed"}`;
    const without = missing.length === 0 ? "" : `, no profile from ${oneLine(missing.join(", "))}`;
    return `${(0,format/* formatPercent */.l9)(percent)} of statements (${covered} of ${statements})${limit}${without}`;
}
function binaryRows(artifacts) {
    const shown = artifacts.slice(0, maxBinaries).map(({ path, size }) => `${oneLine(path)} (${(0,format/* formatBytes */.z3)(size)})`);
    const left = artifacts.length - shown.length;
    const rows = left > 0 ? [...shown, `… ${left} more`] : shown;
    return rows.map((row, index) => [index === 0 ? "binaries" : "", row]);
}
/** Reasons that stand in no row of the table. */
function otherReasons({ reasons, stages }) {
    const told = new Set(stages.map(({ id, reason, status }) => `${id}: ${reason ?? status}`));
    return reasons.filter((reason) => !told.has(reason)).map((reason) => (0,sanitize/* sanitizeLine */.g$)(reason));
}
function verdictLine(report, paint) {
    const { sign, words } = report_status/* verdicts */.rY[report.conclusion];
    const paints = { success: paint.green, failure: paint.red, error: paint.red, cancelled: paint.yellow };
    const text = `${sign} pipeline ${words} in ${(0,format/* formatDuration */.a3)(report.durationMs)}`;
    return paint.bold(paints[report.conclusion](text));
}
function oneLine(text) {
    return (0,clip/* clipName */.es)((0,sanitize/* sanitizeLine */.g$)(text), maxReasonWidth);
}

;// CONCATENATED MODULE: ./build/stage/src/report/report.js






/** Shows the result everywhere it is shown. Answers the warnings about reporters that broke; never throws for them. */
async function reportAll(request) {
    const { report, platform, config, files, write } = request;
    const context = contextOf(request);
    const reporters = [
        { name: "report.json", run: () => writeJson(report, write.reportJson) },
        { name: "job summary", run: () => writeSummary(request, context) },
        // A terminal has no lines to pin them to, and the log has told every finding with its position.
        config.annotations && platform.name === "github" && { name: "annotations", run: () => annotate(request) },
        { name: "step outputs", run: () => platform.setOutputs((0,outputs/* outputsOf */.Yz)(report, files.reportJson)) },
        { name: "verdict table", run: () => printVerdict(report, context, platform) },
    ];
    return (0,report_reporters/* runReporters */.U)(platform, reporters.filter((reporter) => reporter !== false));
}
function contextOf({ platform, kinds, needs, files }) {
    const { serverUrl, repository, sha } = platform.context;
    return {
        source: serverUrl === null || repository === null || sha === null ? null : { serverUrl, repository, sha },
        kinds,
        needs,
        files,
    };
}
async function writeJson(report, write) {
    const { text, problem } = jsonReport(report);
    await write(text);
    if (problem !== null)
        throw new Error(`it was written but departs from its schema: ${problem}`);
}
async function writeSummary({ report, platform, config, write }, context) {
    const markdown = renderSummary(report, context);
    // Locally the file is all there is; in a workflow a full disk must not cost the job summary.
    const done = await Promise.allSettled([write.summary(markdown), config.summary && platform.writeSummary(markdown)]);
    const broken = done.find((result) => result.status === "rejected");
    if (broken !== undefined)
        throw broken.reason;
}
function printVerdict(report, context, platform) {
    for (const line of verdictLines(report, context, platform.colour))
        platform.log(line);
}
function annotate({ report, platform, kinds }) {
    for (const annotation of annotationsOf(report, kinds))
        platform.annotate(annotation);
}

;// CONCATENATED MODULE: ./build/stage/src/run/publish.js






/** Hands the report to everything that shows it, then uploads what the run left behind. Problems here are warnings: the verdict stands. */
async function publish(publication) {
    const { config, platform, output, report } = publication;
    await reportAll({
        report,
        platform,
        kinds: gates/* kinds */.EZ,
        needs: new Map(publication.stages.map((stage) => [stage.id, stage.needs])),
        write: {
            reportJson: (text) => writeOwn(output.reportJson, text),
            summary: (text) => writeOwn(output.summary, text),
        },
        files: { reportJson: output.relative(output.reportJson), summary: output.relative(output.summary) },
        config,
    });
    if (config.uploadArtifacts)
        await upload(publication);
}
async function writeOwn(path, text) {
    await (0,output_dir/* makeParent */.j)(path);
    await (0,promises_.writeFile)(path, text, { flag: "wx" });
}
async function upload({ config, project, repository, platform, output, report, signal }) {
    const delivery = {
        outputDirectory: output.path,
        repository,
        artifacts: report.artifacts,
        image: report.image?.path ?? null,
        name: (0,binaries/* packageName */.oZ)(project.modules[0]?.path ?? "module"),
        prefix: config.artifactPrefix ?? "",
    };
    const published = await publishArtifacts(delivery, config.retentionDays, platform, signal);
    for (const notice of published.notices)
        platform.notice(notice);
    for (const warning of published.warnings)
        platform.warning(warning);
}

;// CONCATENATED MODULE: ./build/stage/src/run/conclude.js






/** Judges what a run came to, publishes it, and answers the exit code. */
async function conclude(run, outcome) {
    const { plan, results, problems, output } = outcome;
    const verdict = judgeRun({
        stages: plan.stages,
        results,
        cancelled: run.signal.aborted,
        environmentProblems: problems,
    });
    const warnings = [...(run.choice.warning === null ? [] : [run.choice.warning]), ...plan.warnings];
    const parts = { ...run, ...outcome, verdict, warnings, cache: run.travel?.report ?? null, finishedAt: new Date() };
    await publish({
        ...run,
        output,
        report: (0,redact/* redactReport */.a5)(assembleReport(parts), run.redactor.redact),
        stages: plan.stages,
    });
    await output.clean();
    // Also when it was cancelled while the report was on its way.
    return run.signal.aborted ? 130 : verdict.exitCode;
}
/** The run ended before it had a plan: the report says why, the exit code is 3. Without an error it was cancelled: 130. */
async function concludeBroken(run, error) {
    const problems = error === null ? [] : [(0,errors/* reasonOf */.A3)(error)];
    if (run.config.dryRun) {
        for (const problem of problems)
            run.platform.error(problem);
        return run.signal.aborted ? 130 : 3;
    }
    const output = await (0,output_dir/* prepareOutputDir */.g)(run.config.outputDirectory, run.repository);
    const nothing = {
        engineVersion: null,
        traceUrl: null,
        inspection: null,
        plan: { stages: [], warnings: [] },
        results: [],
    };
    return conclude(run, { ...nothing, collected: nothingCollected, problems, output });
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


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
