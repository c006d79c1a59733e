export const id = 2625;
export const ids = [2625];
export const modules = {

/***/ 35175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ subjectsOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** What a run built and handed over, by which it can be attested. Of a run that did not succeed nothing is to be. */
function subjectsOf({ conclusion, artifacts, archives = [], sboms = [], image, }, repository) {
    if (conclusion !== "success")
        return [];
    const files = [...artifacts, ...archives, ...sboms].map(({ path, sha256 }) => ({
        ...{ name: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path), digest: `sha256:${sha256}` },
        path: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(repository, path),
    }));
    return [...files, ...(image === null ? [] : pushed(image))];
}
/** The digest is that of a registry's manifest where it is not that of the configuration. */
function pushed({ tags, digest, configDigest }) {
    if (digest === null || digest === configDigest)
        return [];
    return [...new Set(tags.map(withoutTag))].map((name) => ({ name, digest, path: null }));
}
function withoutTag(reference) {
    const colon = reference.lastIndexOf(":");
    return colon > reference.lastIndexOf("/") ? reference.slice(0, colon) : reference;
}


/***/ }),

/***/ 66536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ writePieces),
/* harmony export */   u: () => (/* binding */ TextFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _output_dir_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62473);


const drainedAt = 262_144;
/** Text that is written in small pieces and reaches the disk in large ones; memory stays bounded as long as `drain` is awaited now and then. */
class TextFile {
    #file;
    /** What is not on disk yet, as bytes: to join small pieces to large texts, and encode those, takes an eighth more of the time of reading a stream of tests. */
    #bytes = Buffer.allocUnsafe(2 * drainedAt);
    /** One that is on disk and can be used again. */
    #spare = null;
    #size = 0;
    constructor(file) {
        this.#file = file;
    }
    static async create(path) {
        await (0,_output_dir_js__WEBPACK_IMPORTED_MODULE_1__/* .makeParent */ .j)(path);
        return new TextFile(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, "wx"));
    }
    write(text) {
        // A character takes at most three bytes per UTF-16 unit.
        if (this.#size + text.length * 3 > this.#bytes.length)
            this.#makeRoom(Buffer.byteLength(text));
        this.#size += this.#bytes.write(text, this.#size);
    }
    #makeRoom(bytes) {
        if (this.#size + bytes <= this.#bytes.length)
            return;
        const larger = Buffer.allocUnsafe(this.#size + bytes + 2 * drainedAt);
        this.#bytes.copy(larger, 0, 0, this.#size);
        this.#bytes = larger;
    }
    /** True when it is time to drain. */
    get full() {
        return this.#size > drainedAt;
    }
    async drain() {
        if (this.#size === 0)
            return;
        const [bytes, size] = [this.#bytes, this.#size];
        this.#bytes = this.#spare ?? Buffer.allocUnsafe(2 * drainedAt);
        this.#spare = null;
        this.#size = 0;
        await this.#file.appendFile(bytes.subarray(0, size));
        if (bytes.length === 2 * drainedAt)
            this.#spare = bytes;
    }
    async close() {
        try {
            await this.drain();
        }
        finally {
            await this.#file.close();
        }
    }
}
/** Writes a file that is not there yet, piece by piece; half of it is not left behind. */
async function writePieces(path, pieces) {
    const file = await TextFile.create(path);
    try {
        try {
            await writeAll(file, pieces);
        }
        finally {
            await file.close();
        }
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
        throw error;
    }
}
/** Small pieces that are there already are not waited for one by one: that would take longer than writing them. */
async function writeAll(file, pieces) {
    if (Symbol.asyncIterator in pieces) {
        for await (const piece of pieces) {
            file.write(piece);
            if (file.full)
                await file.drain();
        }
        return;
    }
    for (const piece of pieces) {
        file.write(piece);
        if (file.full)
            await file.drain();
    }
}


/***/ }),

/***/ 90072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xr: () => (/* binding */ assembleReport),
  P1: () => (/* binding */ nothingCollected),
  NK: () => (/* binding */ testedPackages)
});

// EXTERNAL MODULE: ./build/stage/src/model/reason.js
var reason = __webpack_require__(57492);
// EXTERNAL MODULE: ./build/stage/src/model/report.js + 4 modules
var report = __webpack_require__(39081);
;// CONCATENATED MODULE: ./build/stage/src/results/totals.js
/** The tests of all modules together; null when none has any. With one module they are that one's. */
function sumTests(modules) {
    const all = modules.map(({ tests }) => tests).filter((tests) => tests !== null);
    if (all.length === 0)
        return null;
    const sum = (count) => all.reduce((total, tests) => total + count(tests), 0);
    const [shuffle] = all.flatMap((tests) => tests.shuffle ?? []);
    return {
        passed: sum(({ passed }) => passed),
        failed: sum(({ failed }) => failed),
        skipped: sum(({ skipped }) => skipped),
        flaky: sum(({ flaky }) => flaky),
        interrupted: sum(({ interrupted }) => interrupted),
        ...(shuffle === undefined ? {} : { shuffle }),
        packages: all.flatMap(({ packages }) => packages),
    };
}

;// CONCATENATED MODULE: ./build/stage/src/results/assemble.js



const nothingCollected = {
    modules: new Map(),
    coverage: null,
    covered: [],
    thresholds: [],
    change: null,
    baseline: null,
    benchmarks: [],
    artifacts: [],
    image: null,
    fix: { files: [], lacks: [], mends: [] },
    warnings: [],
};
/** The whole result of a run, as `report.json` holds it. */
function assembleReport(parts) {
    const { choice, verdict, collected, startedAt, finishedAt } = parts;
    const modules = moduleResults(parts);
    return {
        schemaVersion: report/* schemaVersion */.CZ,
        conclusion: verdict.conclusion,
        reasons: verdict.reasons.map(reason/* reasonText */.u),
        warnings: parts.warnings,
        ...(parts.notices.length === 0 ? {} : { notices: parts.notices }),
        engine: { name: choice.name, version: parts.engineVersion, reason: choice.reason },
        modules,
        totals: { tests: sumTests(modules), coverage: collected.coverage, patch: collected.change?.patch ?? null },
        ...comparisonOf(collected),
        ...(collected.benchmarks.length === 0 ? {} : { benchmarks: collected.benchmarks }),
        thresholds: collected.thresholds,
        stages: parts.results,
        artifacts: collected.artifacts,
        ...(collected.archives === undefined ? {} : { archives: collected.archives }),
        ...(collected.sboms === undefined ? {} : { sboms: collected.sboms }),
        image: collected.image,
        ...(parts.attestation === undefined ? {} : { attestation: parts.attestation }),
        ...(parts.release === undefined ? {} : { release: parts.release }),
        testReuse: reuseResult(parts, modules),
        cache: parts.cache,
        traceUrl: parts.traceUrl,
        startedAt: startedAt.toISOString(),
        durationMs: Math.max(0, finishedAt.getTime() - startedAt.getTime()),
    };
}
/** What coverage was compared with, and what of it is left out. */
function comparisonOf({ coverage, change, baseline }) {
    if (coverage === null || change === null)
        return {};
    const { patch, problem, notes, limited } = change;
    // What a limit waits for is told with it.
    const why = problem === null || limited ? [] : [problem];
    if (patch === null)
        return { comparison: { base: null, baseline: null, notes: why } };
    const incomplete = coverage.missing.length > 0 ? "coverage is not complete" : null;
    const without = incomplete ?? baseline?.problem ?? null;
    const found = without === null ? (baseline?.coverage ?? null) : null;
    const said = without === null ? notes : [...notes, `no comparison with the coverage of the base: ${without}`];
    return { comparison: { base: patch.base, baseline: found, notes: said } };
}
/** The packages that were tested, of all modules. */
function testedPackages({ modules }) {
    return [...modules.values()].flatMap(({ tests }) => tests?.packages ?? []);
}
/** How many packages of the tests have the result of an earlier run. */
function reuseResult({ testReuse: reuse, reusedFrom: runs }, modules) {
    if (reuse === null)
        return null;
    const packages = modules.flatMap(({ tests }) => tests?.packages ?? []).filter(({ status }) => status !== "skipped");
    const reused = packages.filter(({ cached }) => cached === true).length;
    return { mode: reuse.mode, reason: reuse.reason, packages: packages.length, reused, runs };
}
function moduleResults({ project, inspection, collected }) {
    const versions = new Map(inspection?.modules.map((module) => [module.dir, module.goVersion]));
    return project.modules.map(({ dir, path }) => {
        const { tests, coverage } = collected.modules.get(dir) ?? { tests: null, coverage: null };
        return { dir, path, goVersion: versions.get(dir) ?? null, tests, coverage };
    });
}


/***/ }),

/***/ 63716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K_: () => (/* binding */ redactPackage),
/* harmony export */   Ms: () => (/* binding */ redactStage),
/* harmony export */   a5: () => (/* binding */ redactReport),
/* harmony export */   nX: () => (/* binding */ redactAttributes),
/* harmony export */   uS: () => (/* binding */ redactReason)
/* harmony export */ });
/** A report without secrets in anything that quotes tools or people; names that the schema fixes, paths and counts stay. */
function redactReport(report, redact) {
    // Those of the modules are those of the totals.
    const done = new Map();
    const tests = (found) => redactTests(found, redact, done);
    return {
        ...report,
        reasons: report.reasons.map(redact),
        warnings: report.warnings.map(redact),
        ...(report.notices === undefined ? {} : { notices: report.notices.map(redact) }),
        engine: { ...report.engine, reason: redact(report.engine.reason) },
        stages: report.stages.map((stage) => redactStage(stage, redact)),
        ...(report.comparison === undefined ? {} : { comparison: redactComparison(report.comparison, redact) }),
        ...(report.benchmarks === undefined
            ? {}
            : { benchmarks: report.benchmarks.map((found) => redactBenchmarks(found, redact)) }),
        modules: report.modules.map((module) => ({ ...module, tests: tests(module.tests) })),
        totals: { ...report.totals, tests: tests(report.totals.tests) },
    };
}
function redactComparison(comparison, redact) {
    return { ...comparison, notes: comparison.notes.map(redact) };
}
function redactBenchmarks(benchmarks, redact) {
    const results = benchmarks.results.map((row) => ({ ...row, name: redact(row.name), unit: redact(row.unit) }));
    return { ...benchmarks, notes: benchmarks.notes.map(redact), results };
}
/** The reasons of a run, by the same rule. */
function redactReason(reason, redact) {
    if (reason.kind === "environment")
        return { ...reason, problem: redact(reason.problem) };
    if (reason.kind === "stage" && reason.said !== null)
        return { ...reason, said: redact(reason.said) };
    return reason;
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
function redactTests(tests, redact, done) {
    if (tests === null)
        return null;
    const packages = tests.packages.map((entry) => {
        const redacted = done.get(entry) ?? redactPackage(entry, redact);
        done.set(entry, redacted);
        return redacted;
    });
    return { ...tests, packages };
}
function redactPackage(entry, redact) {
    return {
        ...entry,
        reason: entry.reason === null ? null : redact(entry.reason),
        failures: entry.failures.map((test) => redactTest(test, redact)),
        flakes: entry.flakes.map((test) => redactTest(test, redact)),
        unfinished: entry.unfinished.map((test) => redactTest(test, redact)),
        tests: entry.tests.map((test) => redactResult(test, redact)),
    };
}
function redactResult(test, redact) {
    const { name: said, attributes, reason } = test;
    const name = redact(said);
    // Most tests say nothing but their names, and there are many.
    if (name === said && attributes === undefined && reason === undefined)
        return test;
    return {
        ...test,
        name,
        ...(attributes === undefined ? {} : { attributes: redactAttributes(attributes, redact) }),
        ...(reason === undefined ? {} : { reason: redact(reason) }),
    };
}
/** What tests say of themselves. */
function redactAttributes(attributes, redact) {
    return attributes.map(({ key, value }) => ({ key: redact(key), value: redact(value) }));
}
function redactTest(test, redact) {
    return { ...test, name: redact(test.name), output: redact(test.output), command: redact(test.command) };
}


/***/ }),

/***/ 22625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  conclude: () => (/* binding */ conclude),
  concludeBroken: () => (/* binding */ concludeBroken)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/stage/src/files/ends.js

/** At most about `limit` bytes of a text, a quarter of them from its beginning: whole lines, as far as there are line ends. */
async function readEnds(path, limit) {
    const file = await (0,promises_.open)(path, "r");
    try {
        const { size } = await file.stat();
        if (size <= limit)
            return { bytes: size, head: await readAt(file, 0, size), tail: null };
        const first = Math.floor(limit / 4);
        const head = await readAt(file, 0, first);
        const tail = await readAt(file, size - (limit - first), limit - first);
        return { bytes: size, head: wholeLines(head), tail: tail.slice(tail.indexOf("\n") + 1) };
    }
    finally {
        await file.close();
    }
}
function wholeLines(text) {
    const end = text.lastIndexOf("\n");
    return end < 0 ? text : text.slice(0, end + 1);
}
async function readAt(file, position, length) {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, position);
    return buffer.subarray(0, bytesRead).toString("utf8");
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/spans.js
/**
 * Cuts source text where blocks begin and end: of each stretch its length and its count, one after the other; -1: not tracked. Blocks may lie in each other: the
 * inner one shows.
 */
function runsOf(source, blocks) {
    const runs = [];
    const open = [];
    let from = 0;
    const runTo = (end) => {
        if (end > from)
            runs.push(end - from, blocks[open.at(-1) ?? -1]?.count ?? -1);
        from = Math.max(from, end);
    };
    for (const edge of edgesOf(source, blocks)) {
        const index = edge % blocks.length;
        const place = Math.floor(edge / blocks.length);
        runTo(Math.floor(place / 2));
        if (place % 2 === 1)
            open.push(index);
        else
            open.splice(open.lastIndexOf(index), 1);
    }
    runTo(source.length);
    return runs;
}
/** Where blocks begin and end, in order; of those at one place ends come first. A number each, which is sorted many times as fast as an object: place, beginning or end, block. */
function edgesOf(source, blocks) {
    const offset = offsetsIn(source);
    const edges = new Float64Array(2 * blocks.length);
    let size = 0;
    for (const [index, block] of blocks.entries()) {
        const start = offset(block.startLine, block.startColumn);
        const end = offset(block.endLine, block.endColumn);
        if (end <= start)
            continue;
        edges[size++] = (2 * start + 1) * blocks.length + index;
        edges[size++] = 2 * end * blocks.length + index;
    }
    return edges.subarray(0, size).sort();
}
/** The place of a line and a column in the text, both from 1. */
function offsetsIn(source) {
    const starts = [0];
    for (let end = source.indexOf("\n"); end >= 0; end = source.indexOf("\n", end + 1))
        starts.push(end + 1);
    starts.push(source.length + 1);
    const isAscii = Buffer.byteLength(source) === source.length;
    return (line, column) => {
        const start = starts[line - 1] ?? source.length;
        const end = Math.max(start, (starts[line] ?? 0) - 1);
        const before = Math.max(0, column - 1);
        const within = isAscii ? Math.min(before, end - start) : unitsIn(source.slice(start, end), before);
        return Math.min(source.length, start + within);
    };
}
/** Columns count bytes, indexes UTF-16 units: those in the first bytes of a line. */
function unitsIn(line, bytes) {
    return Buffer.from(line).subarray(0, bytes).toString("utf8").length;
}

// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
// EXTERNAL MODULE: ./build/stage/src/collect/files.js
var files = __webpack_require__(84210);
// EXTERNAL MODULE: ./build/stage/src/collect/go-sources.js
var go_sources = __webpack_require__(95396);
;// CONCATENATED MODULE: ./build/stage/src/collect/evidence.js






/** Sources and logs as they are on this machine; `covered`: the files that count, with their blocks. */
function evidenceOf(covered, { project, output, redactor }) {
    const byPath = (0,group_by/* groupBy */.$)(covered, ({ path }) => path);
    return {
        sourceSize: (path) => (isGoFile(path) ? (0,go_sources/* textSize */.xP)(project, path) : null),
        source: (path) => {
            const text = isGoFile(path) ? (0,go_sources/* readText */.yR)(project, path) : null;
            if (text === null)
                return null;
            // A file may have several names in the profile.
            const blocks = (byPath.get(path) ?? []).flatMap((file) => (file.lines ? [...file.blocks] : []));
            const shown = redactor.redact(text);
            return { text: shown, runs: runsOf(shown, blocks) };
        },
        log: async (stage, limit) => {
            const path = output.log(stage);
            if (!(await (0,files/* isRegularFile */.Ze)(path)))
                return null;
            return { path: (0,external_node_path_.relative)(output.path, path).replaceAll("\\", "/"), ...(await readEnds(path, limit)) };
        },
    };
}
function isGoFile(path) {
    return path.endsWith(".go");
}

// EXTERNAL MODULE: ./build/stage/src/files/output-dir.js
var output_dir = __webpack_require__(62473);
// EXTERNAL MODULE: ./build/stage/src/report/errors.js
var errors = __webpack_require__(67172);
// EXTERNAL MODULE: ./build/stage/src/results/assemble.js + 1 modules
var assemble = __webpack_require__(90072);
// EXTERNAL MODULE: ./build/stage/src/results/redact.js
var results_redact = __webpack_require__(63716);
// EXTERNAL MODULE: ./build/stage/src/model/attestation.js
var attestation = __webpack_require__(26212);
// EXTERNAL MODULE: ./build/stage/src/model/release.js
var release = __webpack_require__(86543);
;// CONCATENATED MODULE: ./build/stage/src/results/verdict.js


/** The exit code of a run that has a report, by the design's table: 130 beats 3 beats 1. */
const exitCodes = {
    success: 0,
    failure: 1,
    error: 3,
    cancelled: 130,
};
/** What a run came to. A stage on `warn` never counts; a release or a deployment that one held back does. */
function judgeRun({ stages, results, cancelled, environmentProblems }) {
    const warnOnly = new Set(stages.filter((stage) => stage.warnOnly).map((stage) => stage.id));
    const of = (status) => results
        .filter((result) => result.status === status && !warnOnly.has(result.id))
        .map((result) => ({ kind: "stage", stage: result.id, status, said: result.reason }));
    const problems = environmentProblems.map((problem) => ({ kind: "environment", problem }));
    const broken = [...problems, ...of("errored")];
    const failed = of("failed");
    const reasons = [...broken, ...failed];
    if (cancelled)
        return { conclusion: "cancelled", reasons: [{ kind: "cancelled" }, ...reasons] };
    if (broken.length > 0)
        return { conclusion: "error", reasons };
    if (failed.length > 0)
        return { conclusion: "failure", reasons };
    const ends = new Set([release/* releaseStage */.m, attestation/* attestStage */.C, ...stages.filter(({ last }) => last === true).map(({ id }) => id)]);
    const held = of("blocked").filter((reason) => reason.kind === "stage" && ends.has(reason.stage));
    return { conclusion: held.length > 0 ? "failure" : "success", reasons: held };
}

// EXTERNAL MODULE: ./build/stage/src/report/target.js
var target = __webpack_require__(52458);
// EXTERNAL MODULE: ./build/stage/src/text/sanitize.js + 1 modules
var sanitize = __webpack_require__(92077);
;// CONCATENATED MODULE: ./build/stage/src/run/open-page.js



/** Shows report.html to who started the run, where somebody would see it; says so in one line where nobody would. Never throws. */
async function openPage(platform, outputDirectory) {
    const result = (await platform.open?.((0,external_node_path_.join)(outputDirectory, target/* fileNames */.j.page))) ?? {
        status: "unavailable",
        reason: "this is a workflow",
    };
    if (result.status === "opened")
        return;
    const said = (0,sanitize/* sanitizeLine */.g$)(`open: ${target/* fileNames */.j.page} is not opened: ${result.reason}`);
    if (result.status === "failed")
        platform.warning(said);
    else
        platform.log(said);
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var src_errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/model/platform.js
var model_platform = __webpack_require__(53107);
// EXTERNAL MODULE: ./build/stage/src/results/checksums.js
var checksums = __webpack_require__(84981);
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
// EXTERNAL MODULE: ./build/stage/src/files/digest-file.js
var digest_file = __webpack_require__(84493);
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
 * Packs executables, what belongs to them and their `checksums.txt` into a `.tar.gz`: mode 0755 and 0644 whatever the file system says (a workflow
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
    const executable = new Set(files.filter((file) => file.executable).map(({ name }) => name));
    await index_min.create({
        file: archive,
        cwd: directory,
        gzip: { level: 6 },
        portable: true,
        mtime: modified,
        onWriteEntry: (entry) => {
            // The mode of the file system is not to be trusted: Windows has none.
            if (entry.stat !== undefined)
                entry.stat.mode = executable.has(entry.path) ? 0o100755 : 0o100644;
        },
    }, names);
}
async function copyChecked({ path, name, sha256 }, copy) {
    const refusal = await refusalOf(path);
    if (refusal !== null)
        throw new Error(`${name} was refused: ${refusal}`);
    await (0,promises_.copyFile)(path, copy);
    await (0,promises_.chmod)(copy, 0o600);
    if ((await (0,digest_file/* digestFile */.T)(copy)).sha256 !== sha256)
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
    const [packed] = delivery.archives.map(({ path }) => (0,external_node_path_.dirname)((0,external_node_path_.resolve)(delivery.repository, path)));
    const archives = packed === undefined ? [] : [{ name: namedArtifact(prefix, "archives"), prepare: () => packedAlready(packed) }];
    const archived = delivery.archives.map(({ path }) => (0,external_node_path_.resolve)(delivery.repository, path));
    const sums = packed === undefined ? [] : [(0,external_node_path_.join)(packed, checksums/* checksumsFile */.$)];
    const apart = [...artifacts.map(({ path }) => (0,external_node_path_.resolve)(delivery.repository, path)), ...archived, ...sums, ...tarball];
    const report = {
        name: namedArtifact(prefix, "report"),
        prepare: () => everythingBut(apart, delivery.outputDirectory),
    };
    return [report, ...groups, ...archives, ...images];
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
    const packed = (executable) => (product) => {
        const file = (0,external_node_path_.resolve)(delivery.repository, product.path);
        return { path: file, name: (0,external_node_path_.basename)(file), sha256: product.sha256, executable };
    };
    const names = new Set(artifacts.map((artifact) => artifact.name));
    const sboms = delivery.sboms.filter(({ subject, of }) => subject === "binary" && names.has(of));
    const files = [...artifacts.map(packed(true)), ...sboms.map(packed(false))];
    await packExecutables(files, scratch, archive);
    return { files: [archive], root: scratch, compressed: true, refused: [] };
}
async function packedAlready(root) {
    const { files, refused } = await findFiles(root);
    return {
        files: files.map((path) => (0,external_node_path_.resolve)(root, path)),
        root,
        compressed: true,
        refused: refused.map(({ path, reason }) => `${path} was left out: ${reason}`),
    };
}
async function imageTarball(path) {
    const refusal = await refusalOf(path);
    if (refusal !== null)
        throw new Error(`${(0,external_node_path_.basename)(path)} was refused: ${refusal}`);
    return { files: [path], root: (0,external_node_path_.dirname)(path), compressed: false, refused: [] };
}
async function everythingBut(apart, root) {
    const { files, refused } = await findFiles(root);
    const others = new Set(apart);
    return {
        files: files.map((path) => (0,external_node_path_.resolve)(root, path)).filter((path) => !others.has(path)),
        root,
        compressed: false,
        refused: refused
            .filter(({ path }) => !others.has((0,external_node_path_.resolve)(root, path)))
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
        uploaded.push({ name, url: result.url, size: result.size });
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
            uploaded: uploaded.sort((a, b) => (a.name < b.name ? -1 : 1)),
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

// EXTERNAL MODULE: ./build/stage/src/artifacts/subjects.js
var subjects = __webpack_require__(35175);
// EXTERNAL MODULE: ./build/stage/src/files/text-file.js
var text_file = __webpack_require__(66536);
// EXTERNAL MODULE: ./build/stage/src/gates/binaries.js
var binaries = __webpack_require__(18242);
// EXTERNAL MODULE: ./build/stage/src/gates/index.js + 39 modules
var gates = __webpack_require__(84810);
// EXTERNAL MODULE: ./build/stage/src/plan/graph.js
var graph = __webpack_require__(67930);
// EXTERNAL MODULE: ./build/stage/src/report/report.js + 21 modules
var report_report = __webpack_require__(68040);
// EXTERNAL MODULE: ./build/stage/src/report/targets/job-summary.js + 6 modules
var job_summary = __webpack_require__(31518);
// EXTERNAL MODULE: ./build/stage/src/run/comment.js + 1 modules
var comment = __webpack_require__(26643);
;// CONCATENATED MODULE: ./build/stage/src/run/publish.js














/**
 * Hands the report to everything that shows it, uploads what the run left behind, and then tells the pull request and, once more, the job summary, with the addresses of
 * the uploads. Problems here are warnings: the verdict stands.
 */
async function publish(publication) {
    const { config, platform, output, report } = publication;
    const request = {
        report,
        reasons: publication.reasons,
        platform,
        kinds: gates/* kinds */.EZ,
        kindsOf: gates/* kindsOf */.tG,
        needs: (0,graph/* needsOf */.h)(publication.stages),
        fixable: publication.fixable,
        write: (name, text) => writeOwn((0,external_node_path_.join)(output.path, name), text),
        writePieces: (name, pieces) => (0,text_file/* writePieces */.R)((0,external_node_path_.join)(output.path, name), pieces),
        evidence: publication.evidence,
        pathOf: (name) => output.relative((0,external_node_path_.join)(output.path, name)),
        config,
    };
    await (0,report_report/* reportAll */.Y)(request);
    await declare(publication);
    const uploads = config.uploadArtifacts ? await upload(publication) : [];
    const undelivered = config.prComment ? await commentOn(publication, { ...request, uploads }) : [];
    if (uploads.length + undelivered.length > 0)
        await (0,report_report/* reportAll */.Y)({ ...request, uploads, undelivered }, [job_summary/* finalSummary */.t]);
}
/** What the summary has to say of it; a comment that is there speaks for itself. */
async function commentOn(publication, request) {
    const { platform, redactor, signal } = publication;
    // The runner gives a run that was cancelled a few seconds, which belong to what was made.
    if (signal.aborted)
        return [];
    const commenting = { ...publication, context: (0,report_report/* contextOf */.V)(request), redact: redactor.redact };
    const { status, sentence, url } = await (0,comment/* comment */.p)(commenting);
    const said = `pr-comment: ${sentence}`;
    if (status === "refused")
        platform.notice(said);
    else if (status === "failed")
        platform.warning(said);
    else
        platform.log((0,sanitize/* sanitizeLine */.g$)(url === null ? said : `${said} ${url}`));
    return status === "refused" || status === "failed" ? [sentence] : [];
}
/** Tells the runner what was built, where it wants to know. */
async function declare({ platform, report, repository }) {
    try {
        const left = (await platform.declare?.((0,subjects/* subjectsOf */.Z)(report, repository))) ?? [];
        for (const notice of left)
            platform.notice(notice);
    }
    catch (thrown) {
        platform.warning(`What was built could not be declared for attestations: ${(0,src_errors/* messageOf */.bD)(thrown)}`);
    }
}
async function writeOwn(path, text) {
    await (0,output_dir/* makeParent */.j)(path);
    await (0,promises_.writeFile)(path, text, { flag: "wx" });
}
async function upload(publication) {
    const { config, project, repository, platform, output, report, signal } = publication;
    const delivery = {
        outputDirectory: output.path,
        repository,
        artifacts: report.artifacts,
        archives: report.archives ?? [],
        sboms: report.sboms ?? [],
        image: report.image?.path ?? null,
        name: artifactName(project, repository),
        prefix: config.artifactPrefix ?? "",
    };
    const published = await publishArtifacts(delivery, config.retentionDays, platform, signal);
    for (const notice of published.notices)
        platform.notice(notice);
    for (const warning of published.warnings)
        platform.warning(warning);
    return published.uploaded;
}
/** Binaries of several modules come in one artifact per platform. */
function artifactName({ modules }, repository) {
    return modules.length > 1 ? (0,external_node_path_.basename)(repository) : (0,binaries/* packageName */.oZ)(modules[0]?.path ?? "module");
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
    const { redact } = run.redactor;
    const warnings = [
        ...(run.choice.warning === null ? [] : [run.choice.warning]),
        ...plan.warnings,
        ...outcome.collected.warnings,
    ];
    const parts = {
        ...run,
        ...outcome,
        verdict,
        warnings,
        notices: plan.notices,
        cache: run.travel?.report ?? null,
        finishedAt: new Date(),
    };
    await publish({
        ...run,
        output,
        report: (0,results_redact/* redactReport */.a5)((0,assemble/* assembleReport */.xr)(parts), redact),
        evidence: evidenceOf(outcome.collected.covered, { ...run, output }),
        reasons: verdict.reasons.map((reason) => (0,results_redact/* redactReason */.uS)(reason, redact)),
        stages: plan.stages,
        fixable: outcome.collected.fix.files.length > 0,
    });
    await output.clean();
    if (run.config.open && !run.signal.aborted)
        await openPage(run.platform, output.path);
    // Also when it was cancelled while the report was on its way.
    return run.signal.aborted ? 130 : exitCodes[verdict.conclusion];
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
        testReuse: run.testReuse,
        reusedFrom: [],
        inspection: null,
        plan: { stages: [], warnings: [], notices: [] },
        results: [],
    };
    return conclude(run, { ...nothing, collected: assemble/* nothingCollected */.P1, problems, output });
}


/***/ })

};
