export const id = 911;
export const ids = [911];
export const modules = {

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
        flakes: entry.flakes.map((test) => redactTest(test, redact)),
        unfinished: entry.unfinished.map((test) => redactTest(test, redact)),
        tests: entry.tests.map((test) => redactResult(test, redact)),
    };
}
function redactResult(test, redact) {
    const { name, attributes, reason } = test;
    return {
        ...test,
        name: redact(name),
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

/***/ 48911:
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
;// CONCATENATED MODULE: ./build/stage/src/model/reason.js
/** A reason as reports show it. */
function reasonText(reason) {
    if (reason.kind === "cancelled")
        return "the run was cancelled";
    return reason.kind === "environment" ? reason.problem : `${reason.stage}: ${reason.said ?? reason.status}`;
}

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
/** How one test ended, subtests included. */
const testResultSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    /** `flaky`: failed, and passed when it was run again. */
    status: schemas/* enum */.k5n(["passed", "failed", "flaky", "skipped", "interrupted"]),
    durationMs: count.nullable(),
    /** What it says of itself by `T.Attr` (Go 1.25 and later), in the order in which it did; the first 100. */
    attributes: schemas/* array */.YOg(schemas/* object */.Ikc({ key: schemas/* string */.YjP(), value: schemas/* string */.YjP() })).optional(),
    /** Why it was skipped, as far as it says. */
    reason: schemas/* string */.YjP().optional(),
    /** Directories of what it left by `T.ArtifactDir` (Go 1.26 and later), relative to the repository. */
    artifacts: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
});
const testPackageSchema = schemas/* object */.Ikc({
    importPath: schemas/* string */.YjP(),
    /** `flaky`: failed, and all that had failed passed when it was run again. */
    status: schemas/* enum */.k5n(["passed", "failed", "flaky", "skipped"]),
    /** How often tests of it were run; absent: once. */
    attempts: schemas/* int */.Whr().min(2).optional(),
    /** Why a package failed without a failing test: build failed, panic, timeout, TestMain … */
    reason: schemas/* string */.YjP().nullable(),
    durationMs: count,
    /** Go took the result of an earlier run: nothing had changed that it can see. Output, counts and coverage are those of that run. */
    cached: schemas/* literal */.euz(true).optional(),
    passed: count,
    failed: count,
    skipped: count,
    /** Tests that failed, and passed when they were run again: counted here alone. */
    flaky: count,
    /** Running, or waiting for their turn, when something else ended the test binary: not known to fail. */
    interrupted: count,
    failures: schemas/* array */.YOg(failedTestSchema),
    /** The flaky tests, as they failed first. */
    flakes: schemas/* array */.YOg(failedTestSchema),
    /** The tests that were interrupted. */
    unfinished: schemas/* array */.YOg(failedTestSchema),
    /** All, by name. */
    tests: schemas/* array */.YOg(testResultSchema),
});
const testsSchema = schemas/* object */.Ikc({
    passed: count,
    failed: count,
    skipped: count,
    /** Failed first and passed when they were run again. */
    flaky: count,
    interrupted: count,
    /** Seed of the random order in which they ran; absent: in the order of the files. */
    shuffle: schemas/* string */.YjP().optional(),
    packages: schemas/* array */.YOg(testPackageSchema),
});
const percent = schemas/* number */.aig().min(0).max(100).nullable();
/** A limit that was asked for, judged once, by exact counts; what is missing meets none. */
const thresholdSchema = schemas/* object */.Ikc({
    what: schemas/* enum */.k5n(["total", "module", "package", "file", "patch"]),
    /** The package, the file; null for the total. */
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
    /** Directory of the module it was built from, relative to the repository. */
    module: schemas/* string */.YjP(),
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
/** A cache that was restored. */
const restoredSchema = schemas/* object */.Ikc({ key: schemas/* string */.YjP(), bytes: count, ms: count }).nullable();
/** Go's caches on their way between runs; sizes are bytes before compression. */
const cacheSchema = schemas/* object */.Ikc({
    /** Caches of a run with the same go.mod and go.sum files and the same settings were restored. */
    hit: schemas/* boolean */.zMY(),
    /** Of what was restored, a hit or not: the base's, or the delta's where there is no base; null when nothing was. */
    key: schemas/* string */.YjP().nullable(),
    restoredBytes: count,
    restoreMs: count,
    /** All that a run of the default branch used; `ms` until it was unpacked. */
    base: restoredSchema,
    /** What a later run used beyond the base. */
    delta: restoredSchema,
    saved: schemas/* boolean */.zMY(),
    savedAs: schemas/* enum */.k5n(["base", "delta"]).nullable(),
    savedKey: schemas/* string */.YjP().nullable(),
    savedBytes: count,
    saveMs: count,
    /** Why nothing was restored or nothing was saved. */
    notes: schemas/* array */.YOg(schemas/* string */.YjP()),
});
/** Whether tests that need not run again were left to earlier results. */
const testReuseSchema = schemas/* object */.Ikc({
    /** `off`: as go test does by itself; `full`: every test ran. */
    mode: schemas/* enum */.k5n(["off", "reuse", "full"]),
    reason: schemas/* string */.YjP(),
    /** Packages with tests, and how many of them have the result of an earlier run. */
    packages: count,
    reused: count,
    /** Where those were made, as far as that is known; the address of a workflow run. */
    runs: schemas/* array */.YOg(schemas/* object */.Ikc({ run: schemas/* string */.YjP(), packages: count })),
});
const reportSchema = schemas/* object */.Ikc({
    schemaVersion: schemas/* literal */.euz(schemaVersion),
    conclusion: schemas/* enum */.k5n(conclusions),
    /** Why the run did not succeed, most important first; empty on success. */
    reasons: schemas/* array */.YOg(schemas/* string */.YjP()),
    warnings: schemas/* array */.YOg(schemas/* string */.YjP()),
    engine: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), version: schemas/* string */.YjP().nullable(), reason: schemas/* string */.YjP() }),
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
    testReuse: testReuseSchema.nullable(),
    cache: cacheSchema.nullable(),
    traceUrl: schemas/* string */.YjP().nullable(),
    startedAt: iso/* datetime */.w$(),
    durationMs: count,
});

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
    thresholds: [],
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
        schemaVersion: schemaVersion,
        conclusion: verdict.conclusion,
        reasons: verdict.reasons.map(reasonText),
        warnings: parts.warnings,
        engine: { name: choice.name, version: parts.engineVersion, reason: choice.reason },
        modules,
        totals: { tests: sumTests(modules), coverage: collected.coverage, patch: null },
        thresholds: collected.thresholds,
        stages: parts.results,
        artifacts: collected.artifacts,
        image: collected.image,
        testReuse: reuseResult(parts, modules),
        cache: parts.cache,
        traceUrl: parts.traceUrl,
        startedAt: startedAt.toISOString(),
        durationMs: Math.max(0, finishedAt.getTime() - startedAt.getTime()),
    };
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

// EXTERNAL MODULE: ./build/stage/src/results/redact.js
var results_redact = __webpack_require__(63716);
;// CONCATENATED MODULE: ./build/stage/src/results/verdict.js
/** The exit code of a run that has a report, by the design's table: 130 beats 3 beats 1. */
const exitCodes = {
    success: 0,
    failure: 1,
    error: 3,
    cancelled: 130,
};
/** What a run came to. A stage on `warn` never counts. */
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
    return { conclusion: failed.length > 0 ? "failure" : "success", reasons };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
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
// EXTERNAL MODULE: ./build/stage/src/gates/index.js + 55 modules
var gates = __webpack_require__(56206);
// EXTERNAL MODULE: ./build/stage/src/plan/graph.js
var graph = __webpack_require__(67930);
// EXTERNAL MODULE: ./build/stage/src/report/reporters.js
var reporters = __webpack_require__(83117);
// EXTERNAL MODULE: ./build/stage/src/text/clip.js
var clip = __webpack_require__(51834);
// EXTERNAL MODULE: ./build/stage/src/text/format.js
var format = __webpack_require__(66055);
// EXTERNAL MODULE: ./build/stage/src/text/sanitize.js + 1 modules
var sanitize = __webpack_require__(92077);
// EXTERNAL MODULE: ./build/stage/src/report/view/findings.js
var findings = __webpack_require__(89591);
// EXTERNAL MODULE: ./build/stage/src/report/view/status.js
var view_status = __webpack_require__(43427);
;// CONCATENATED MODULE: ./build/stage/src/report/targets/annotations.js





/** Lines of files on the page of a change. A terminal has no lines to pin them to, and the log has told every finding with its position. */
const annotations = {
    name: "annotations",
    show: ({ report, context, platform, config }) => {
        if (!config.annotations || platform.name !== "github")
            return;
        for (const annotation of annotationsOf(report, context))
            platform.annotate(annotation);
    },
};
/** The runner keeps this many of each level per step and drops the rest without a word. */
const maxPerLevel = 10;
/** The runner cuts a message here (actions/runner, src/Runner.Worker/ExecutionContext.cs). */
const maxMessage = 4_096;
const maxTitle = 120;
const maxModule = 50;
/**
 * What is worth one of the few annotations: findings by rank, then stages that are in trouble without one, then what broke outside of any stage. What
 * finds no room is counted in a notice.
 */
function annotationsOf(report, { kinds, reasons }) {
    const several = report.modules.length > 1;
    const all = [
        ...broken(report, reasons),
        ...(0,findings/* rankFindings */.JM)(report.stages, kinds).map((ranked) => ofFinding(ranked, kinds, several)),
        ...report.stages.flatMap(ofStage),
    ];
    const errors = all.filter(({ level }) => level === "error");
    const warnings = all.filter(({ level }) => level === "warning");
    const shown = [...errors.slice(0, maxPerLevel), ...warnings.slice(0, maxPerLevel)];
    const left = all.length - shown.length;
    return left === 0 ? shown : [...shown, leftOver(left)];
}
function ofFinding({ finding, stage, level }, kinds, several) {
    const path = finding.path !== null && isInside(finding.path) ? finding.path : null;
    return {
        level,
        title: titleOf(finding.title, several ? stage.module : null),
        message: withCommand(finding.message, kinds(finding.source).command === "own" ? "" : stage.command),
        path,
        line: path === null ? null : finding.line,
        column: path === null || finding.line === null ? null : finding.column,
    };
}
/** With the module where there are several; the name of a stage has it already. */
function titleOf(title, module) {
    const end = module === null ? "" : ` (module ${(0,clip/* clipName */.es)((0,sanitize/* sanitizeLine */.g$)(module), maxModule)})`;
    return `${(0,clip/* clipEnd */.Oq)((0,sanitize/* sanitizeLine */.g$)(title), maxTitle - end.length)}${end}`;
}
/** A stage that timed out, broke or failed as a whole. */
function ofStage(stage) {
    const { level } = view_status/* stageLooks */.Rx[stage.status];
    if (level === null || stage.findings.length > 0)
        return [];
    const what = view_status/* verdicts */.rY[stage.status === "errored" ? "error" : "failure"].words;
    return [general(level, `${stage.id} ${what}`, withCommand(stage.reason ?? what, stage.command))];
}
/** What broke outside of any stage. What programs say when a run is cancelled is nobody's concern. */
function broken({ conclusion }, reasons) {
    if (conclusion !== "error")
        return [];
    return reasons.flatMap((reason) => reason.kind === "environment"
        ? [general("error", `The pipeline ${view_status/* verdicts */.rY.error.words}`, withCommand(reason.problem, ""))]
        : []);
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
/** A path of the repository without what a runner on Windows would read in it, a drive or a backslash, and without control characters. */
function isInside(path) {
    return (0,findings/* segmentsInside */.ll)(path) !== null && (0,sanitize/* sanitizeLine */.g$)(path) === path && !/^[a-z]:|[\\\n]/i.test(path);
}

// EXTERNAL MODULE: ./build/stage/src/report/targets/job-summary.js + 14 modules
var job_summary = __webpack_require__(90377);
// EXTERNAL MODULE: ./build/stage/src/report/target.js
var target = __webpack_require__(52458);
;// CONCATENATED MODULE: ./build/stage/src/report/targets/report-json.js


/** The whole result, for programs. */
const reportJson = {
    name: target/* fileNames */.j.report,
    show: async ({ report, write }) => {
        const { text, problem } = jsonReport(report);
        await write(target/* fileNames */.j.report, text);
        if (problem !== null)
            throw new Error(`it was written but departs from its schema: ${problem}`);
    },
};
/** The report as `report.json` holds it: two blanks of indentation, keys in the order of the schema, a line end at the end. */
function jsonReport(report) {
    const parsed = reportSchema.safeParse(report);
    const text = `${JSON.stringify(parsed.success ? parsed.data : report, null, 2)}\n`;
    if (parsed.success)
        return { text, problem: null };
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    return { text, problem: issues.slice(0, 5).join("; ") };
}

// EXTERNAL MODULE: ./build/stage/src/report/outputs.js + 1 modules
var outputs = __webpack_require__(23548);
;// CONCATENATED MODULE: ./build/stage/src/report/targets/step-outputs.js


/** The outputs of the step, for the steps that follow. */
const stepOutputs = {
    name: "step outputs",
    show: ({ report, context, platform }) => platform.setOutputs((0,outputs/* outputsOf */.Yz)(report, context.pathOf(target/* fileNames */.j.report))),
};

// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(57336);
// EXTERNAL MODULE: ./build/stage/src/text/columns.js
var columns = __webpack_require__(47677);
// EXTERNAL MODULE: ./build/stage/src/text/test-words.js
var test_words = __webpack_require__(86564);
// EXTERNAL MODULE: ./build/stage/src/report/fit.js
var fit = __webpack_require__(56156);
// EXTERNAL MODULE: ./build/stage/src/report/view/facts.js
var facts = __webpack_require__(954);
// EXTERNAL MODULE: ./build/stage/src/report/view/modules.js
var view_modules = __webpack_require__(58804);
// EXTERNAL MODULE: ./build/stage/src/report/view/stage-rows.js
var stage_rows = __webpack_require__(89937);
// EXTERNAL MODULE: ./build/stage/src/report/view/test-reuse.js
var test_reuse = __webpack_require__(14784);
// EXTERNAL MODULE: ./node_modules/fast-string-width/dist/index.js + 2 modules
var dist = __webpack_require__(93223);
// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
;// CONCATENATED MODULE: ./build/stage/src/report/targets/module-lines.js










const maxWidth = 100;
const minName = 20;
/**
 * A line per module; those that need attention come last, where a terminal ends. At most 100 columns wide, up to fourteen gates: directories are shortened in
 * their middle, and where gates leave no room for them, facts that the summary has are left out and headings cut.
 */
function moduleLines(modules, colour) {
    const paint = picocolors.createColors(colour);
    const rows = [...modules.rows].sort((a, b) => b.urgency - a.urgency);
    const all = layouts(modules, paint).map((columns) => cellsOf(rows, columns));
    const names = rows.map(({ module }) => (0,sanitize/* sanitizeLine */.g$)(module.dir));
    const needed = Math.min(minName, Math.max(...names.map((name) => (0,dist/* default */.A)(name))));
    const fitting = all.find((cells) => roomFor(cells) >= needed) ?? all.at(-1) ?? [];
    const room = Math.max(needed, roomFor(fitting));
    const lines = fitting.map((cells, index) => [(0,columns/* clipWidth */.Dx)(names[index - 1] ?? "module", room), ...cells]);
    return [...(0,columns/* aligned */.b6)(lines).map((line, index) => (index === 0 ? paint.dim(line) : line)), ...legend(rows, paint)];
}
/** What is left for the names beside some columns. */
function roomFor(cells) {
    return maxWidth - (0,columns/* alignedWidth */.Lf)(cells, "    ");
}
function cellsOf(rows, columns) {
    return [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ cell }) => cell(row)))];
}
/** From the widest to the narrowest. */
function layouts(modules, paint) {
    const { gates, versions } = modules;
    const tests = modules.tests ? [{ title: "tests", cell: testsOf }] : [];
    const covered = modules.coverage ? [{ title: "coverage", cell: coverageOf }] : [];
    const go = versions ? [{ title: "go", cell: ({ module }) => (0,sanitize/* sanitizeLine */.g$)(module.goVersion ?? "–") }] : [];
    const time = { title: "time", cell: timeOf };
    const named = (max) => gates.map((gate, index) => ({
        title: (0,clip/* clipEnd */.Oq)((0,sanitize/* sanitizeLine */.g$)(gate), max),
        cell: ({ cells }) => cellText(cells[index], paint),
    }));
    return [
        [...named(20), ...tests, ...covered, ...go, time],
        [...named(20), ...tests, ...covered, time],
        [...named(6), ...tests, ...covered, time],
        ...[20, 6, 3].map((max) => [...named(max), time]),
    ];
}
/** Skipped tests are in the line of facts. */
function testsOf({ module }) {
    return (0,facts/* countWords */.rj)((0,facts/* testCounts */.Js)(module.tests).filter(({ state }) => state !== "skipped"));
}
function coverageOf({ module }) {
    return (0,format/* formatPercent */.l9)(module.coverage?.percent ?? null);
}
function timeOf({ durationMs }) {
    return durationMs === null ? "–" : (0,format/* formatDuration */.a3)(durationMs);
}
/** `✗ 1/3` where the stages of a gate came to different ends. */
function cellText(cell, paint) {
    if (cell == null)
        return "";
    const { sign, colour } = view_status/* stageLooks */.Rx[cell.status];
    return paint[colour](cell.count === cell.of ? sign : `${sign} ${cell.count}/${cell.of}`);
}
/** What the signs mean, where not all is well. */
function legend(rows, paint) {
    const statuses = (0,view_modules/* statusesIn */.E)(rows);
    if (statuses.every((status) => status === "passed"))
        return [];
    const bySign = (0,group_by/* groupBy */.$)(statuses, (status) => view_status/* stageLooks */.Rx[status].sign);
    return [paint.dim(`  ${[...bySign].map(([sign, meanings]) => `${sign} ${meanings.join(" or ")}`).join(", ")}`)];
}

;// CONCATENATED MODULE: ./build/stage/src/report/targets/terminal.js
















const maxReasonWidth = 160;
const maxBinaries = 20;
const maxFailures = 20;
/** Of stages that have the directory of a module in their name. */
const maxName = 50;
/** A short table of the run for terminals and logs; the last line is the verdict. */
const verdictTable = {
    name: "verdict table",
    limit: Number.POSITIVE_INFINITY,
    sections: [
        resultSections,
        (report, context) => [lines("facts", factLines(report, context))],
        (report, context) => failureSections(report, context),
        (report, context) => [lines("verdict", [...otherReasons(context), verdictLine(report, context)])],
    ],
    render: (rows) => rows.map((row) => `${row}\n`).join(""),
    note: () => [],
    deliver: (text, { platform }) => {
        for (const line of ["", ...text.trimEnd().split("\n")])
            platform.log(line);
    },
};
/** Where the program was started, or the log of the step. */
const terminal = (0,fit/* textTarget */.h)(verdictTable);
function lines(name, content) {
    return { name, importance: 100, levels: [() => content] };
}
/** A row per stage; with several modules a row per module, then the stages of the whole run and those that tell what is wrong. */
function resultSections(report, context) {
    const modules = (0,view_modules/* moduleTable */.v)(report, context);
    const stages = modules === null ? report.stages : [...modules.shared, ...troubled(modules)];
    return [
        ...(modules === null ? [] : [lines("modules", moduleLines(modules, context.colour))]),
        ...(stages.length === 0 ? [] : [lines("stages", stageLines(stages, context, modules === null ? null : maxName))]),
    ];
}
/** What broke and where: what one looks for at the end of a long log. */
function failureSections({ stages }, { kinds, colour }) {
    const found = (0,findings/* rankFindings */.JM)(stages.filter(view_status/* isTrouble */.KM), kinds);
    if (found.length === 0)
        return [];
    const paint = picocolors.createColors(colour);
    const rows = found
        .slice(0, maxFailures)
        .map(({ finding, stage, level }) => [
        paint[level === "error" ? "red" : "yellow"](`${level === "error" ? "✗" : "!"} ${(0,columns/* clipWidth */.Dx)(subjectOf(finding, stage), maxName)}`),
        paint.cyan((0,sanitize/* sanitizeLine */.g$)((0,findings/* positionOf */.df)(finding) ?? "")),
        oneLine(saidOf(finding, kinds)),
    ]);
    const left = found.length - rows.length;
    const rest = left === 0 ? [] : [paint.dim(`  … ${(0,format/* plural */.LS)(left, "more finding")} above and in report.json`)];
    return [lines("failures", [...(0,columns/* aligned */.b6)(rows), ...rest])];
}
function subjectOf({ subject }, { id }) {
    return (0,sanitize/* sanitizeLine */.g$)(subject?.test ?? id);
}
/** Who failed is said already. */
function saidOf({ source, title, message }, kinds) {
    switch (kinds(source).style) {
        case "diff":
            return title;
        case "output":
            return (0,test_words/* firstWords */.Cb)(message) ?? title;
        default:
            return message.split("\n", 1)[0] || title;
    }
}
function troubled({ rows }) {
    return [...rows].sort((a, b) => b.urgency - a.urgency).flatMap(({ stages }) => stages.filter(view_status/* isTrouble */.KM));
}
function stageLines(stages, { needs, colour }, max) {
    const paint = picocolors.createColors(colour);
    const rows = (0,stage_rows/* stageRows */.U7)(stages, needs).map((row) => {
        const { first } = row;
        const { sign, colour } = view_status/* stageLooks */.Rx[first.status];
        return [
            paint[colour](`${sign} ${max === null ? (0,stage_rows/* rowName */._k)(row) : (0,columns/* clipWidth */.Dx)((0,stage_rows/* rowName */._k)(row), max)}`),
            first.startedAt === null ? paint.dim(first.status) : (0,format/* formatDuration */.a3)(first.durationMs),
            [...(first.cached ? ["cached"] : []), ...(first.reason === null ? [] : [oneLine(first.reason)])].join(", "),
        ];
    });
    return (0,columns/* aligned */.b6)(rows);
}
function factLines(report, { colour, pathOf, fixable }) {
    const { totals, thresholds, testReuse, artifacts, image } = report;
    const { tests, coverage } = totals;
    const paint = picocolors.createColors(colour);
    const rows = [
        ...(tests === null ? [] : [["tests", testWords(tests)]]),
        ...(testReuse === null || testReuse.mode === "off" ? [] : [["", oneLine((0,test_reuse/* reuseWords */._)(testReuse))]]),
        ...(coverage === null ? [] : [["coverage", coverageWords(coverage, thresholds)]]),
        ...binaryRows(artifacts),
        ...(image === null ? [] : [["image", imageWords(image)]]),
        ...(fixable ? [["fix", (0,facts/* applyFix */.oM)(pathOf)]] : []),
        ["summary", pathOf(target/* fileNames */.j.summary)],
        ["report", pathOf(target/* fileNames */.j.report)],
    ];
    return (0,columns/* aligned */.b6)(rows.map(([name, value]) => [paint.dim(name), value]));
}
function testWords({ passed, failed, skipped, flaky, interrupted, shuffle, }) {
    const unsteady = flaky === 0 ? "" : `, ${flaky} flaky`;
    const cut = interrupted === 0 ? "" : `, ${interrupted} interrupted`;
    return `${passed} passed, ${failed} failed, ${skipped} skipped${unsteady}${cut}${shuffle === undefined ? "" : `, ${(0,facts/* orderWords */.WS)(shuffle)}`}`;
}
function coverageWords(coverage, thresholds) {
    const { percent, missing } = coverage;
    const total = (0,facts/* totalLimit */.Ur)(thresholds);
    const limit = total === null ? "" : `, ${(0,facts/* limitWords */.vd)(total)}`;
    const without = missing.length === 0 ? "" : `, no profile from ${oneLine(missing.join(", "))}`;
    const nothing = missing.length === 0 ? "no statements to cover" : "none";
    const share = percent === null ? nothing : `${(0,format/* formatPercent */.l9)(percent)} of statements (${(0,facts/* ratio */.CG)(coverage)})`;
    return `${share}${limit}${without}`;
}
function imageWords({ name, tags, path }) {
    return oneLine([name, ...tags, ...(path === null ? [] : [path])].join(" "));
}
function binaryRows(artifacts) {
    const shown = artifacts.slice(0, maxBinaries).map(({ path, size }) => `${oneLine(path)} (${(0,format/* formatBytes */.z3)(size)})`);
    const left = artifacts.length - shown.length;
    const rows = left > 0 ? [...shown, `… ${left} more`] : shown;
    return rows.map((row, index) => [index === 0 ? "binaries" : "", row]);
}
/** Reasons that stand in no row of the table. */
function otherReasons({ reasons }) {
    return reasons.filter(({ kind }) => kind !== "stage").map((reason) => `  ${(0,sanitize/* sanitizeLine */.g$)(reasonText(reason))}`);
}
function verdictLine({ conclusion, durationMs }, context) {
    const { sign, words, colour } = view_status/* verdicts */.rY[conclusion];
    const paint = picocolors.createColors(context.colour);
    return paint.bold(paint[colour](`${sign} pipeline ${words} in ${(0,format/* formatDuration */.a3)(durationMs)}`));
}
function oneLine(text) {
    return (0,clip/* clipName */.es)((0,sanitize/* sanitizeLine */.g$)(text), maxReasonWidth);
}

;// CONCATENATED MODULE: ./build/stage/src/report/targets/index.js





/** Where a report goes, in this order: the file that has it all first, and last what people see last. */
const targets = [reportJson, job_summary/* jobSummary */.sp, annotations, stepOutputs, terminal];

;// CONCATENATED MODULE: ./build/stage/src/report/report.js


/** Shows the result everywhere it is shown. Answers the warnings about targets that broke; never throws for them. */
async function reportAll(request, all = targets) {
    const { report, platform, config, write } = request;
    const delivery = { report, context: contextOf(request), platform, config, write };
    return (0,reporters/* runReporters */.U)(platform, all.map(({ name, show }) => ({ name, run: () => show(delivery) })));
}
function contextOf({ platform, reasons, kinds, needs, pathOf, fixable }) {
    const { serverUrl, repository, sha } = platform.context;
    const source = serverUrl === null || repository === null || sha === null ? null : { serverUrl, repository, sha };
    return { source, colour: platform.colour, reasons, kinds, needs, pathOf, fixable };
}

;// CONCATENATED MODULE: ./build/stage/src/run/publish.js








/** Hands the report to everything that shows it, then uploads what the run left behind. Problems here are warnings: the verdict stands. */
async function publish(publication) {
    const { config, platform, output, report } = publication;
    await reportAll({
        report,
        reasons: publication.reasons,
        platform,
        kinds: gates/* kinds */.EZ,
        needs: (0,graph/* needsOf */.h)(publication.stages),
        fixable: publication.fixable,
        write: (name, text) => writeOwn((0,external_node_path_.join)(output.path, name), text),
        pathOf: (name) => output.relative((0,external_node_path_.join)(output.path, name)),
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
        name: artifactName(project, repository),
        prefix: config.artifactPrefix ?? "",
    };
    const published = await publishArtifacts(delivery, config.retentionDays, platform, signal);
    for (const notice of published.notices)
        platform.notice(notice);
    for (const warning of published.warnings)
        platform.warning(warning);
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
        cache: run.travel?.report ?? null,
        finishedAt: new Date(),
    };
    await publish({
        ...run,
        output,
        report: (0,results_redact/* redactReport */.a5)(assembleReport(parts), redact),
        reasons: verdict.reasons.map((reason) => (0,results_redact/* redactReason */.uS)(reason, redact)),
        stages: plan.stages,
        fixable: outcome.collected.fix.files.length > 0,
    });
    await output.clean();
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
        plan: { stages: [], warnings: [] },
        results: [],
    };
    return conclude(run, { ...nothing, collected: nothingCollected, problems, output });
}


/***/ })

};
