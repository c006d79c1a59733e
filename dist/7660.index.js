export const id = 7660;
export const ids = [7660];
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

/***/ 57995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ outputFiles),
/* harmony export */   s: () => (/* binding */ outcomeOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** A step's outcome with what was not said left empty; it took until now when no other duration is said. */
function outcomeOf(planned, ended) {
    return {
        stage: planned.step.stage,
        end: ended.end,
        problem: ended.problem ?? null,
        startedAt: ended.startedAt,
        durationMs: ended.durationMs ?? Math.max(0, Date.now() - ended.startedAt.getTime()),
        cached: ended.cached ?? false,
        commands: ended.commands ?? [],
        resultDir: planned.resultDir,
        image: ended.image ?? null,
    };
}
/** Files for what a command of a step prints, beside the step's result files. `index`: of the command in the step. */
function outputFiles(resultDir, index) {
    return { stdout: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(resultDir, `${index}.stdout`), stderr: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(resultDir, `${index}.stderr`) };
}


/***/ }),

/***/ 45539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ suiteCounts),
/* harmony export */   Hv: () => (/* binding */ junitHead),
/* harmony export */   Qr: () => (/* binding */ isBroken),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   vF: () => (/* binding */ junitTail)
/* harmony export */ });
/** A package that fails otherwise than by a test: it gets a case of its own, or tools would count it as green. */
function isBroken({ status, reason }) {
    return status === "failed" && reason !== null;
}
function suiteCounts(report) {
    const { passed, failed, skipped, flaky, interrupted, durationMs } = report;
    const errors = isBroken(report) ? 1 : 0;
    const tests = passed + failed + skipped + flaky + interrupted + errors;
    return { tests, failures: failed, errors, skipped: skipped + interrupted, durationMs };
}
/** What stands before the suites in a file of JUnit XML, with their totals. */
function junitHead(packages) {
    const all = packages.map(suiteCounts);
    const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
    const counts = `tests="${sum("tests")}" failures="${sum("failures")}" errors="${sum("errors")}"`;
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts} time="${seconds(sum("durationMs"))}">\n`;
}
/** What stands after them. */
const junitTail = "</testsuites>\n";
/** As JUnit writes durations. */
function seconds(milliseconds) {
    return (milliseconds / 1000).toFixed(3);
}


/***/ }),

/***/ 77594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ failedImage),
/* harmony export */   c0: () => (/* binding */ noImageFacts),
/* harmony export */   d8: () => (/* binding */ withFollowUp)
/* harmony export */ });
/** An outcome with that of one more step for the same stage. */
function withFollowUp(outcome, next) {
    return {
        ...outcome,
        end: next.end,
        problem: next.problem,
        durationMs: outcome.durationMs + next.durationMs,
        followUps: [...(outcome.followUps ?? []), next],
    };
}
/** Facts of a step that found out nothing; adapters fill in what they know. */
const noImageFacts = {
    configDigest: null,
    manifestDigest: null,
    platforms: [],
    size: null,
    layers: null,
    base: null,
    tested: null,
    judgement: null,
    references: [],
    tarball: null,
    dockerfileProblems: [],
    dockerfileChecks: [],
};
/** Facts of an image that could not be built because of what the repository says. */
function failedImage(reason, dockerfileProblems, dockerfileChecks = []) {
    return { ...noImageFacts, judgement: { status: "failed", reason }, dockerfileProblems, dockerfileChecks };
}


/***/ }),

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

/***/ 57492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ reasonText)
/* harmony export */ });
/** A reason as reports show it. */
function reasonText(reason) {
    if (reason.kind === "cancelled")
        return "the run was cancelled";
    return reason.kind === "environment" ? reason.problem : `${reason.stage}: ${reason.said ?? reason.status}`;
}


/***/ }),

/***/ 39081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Qh: () => (/* binding */ reportSchema),
  CZ: () => (/* binding */ schemaVersion)
});

// UNUSED EXPORTS: conclusions, moduleSchema

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./build/stage/src/model/report/benchmarks.js

/** One benchmark in one unit, before and now. */
const benchmarkSchema = schemas/* object */.Ikc({
    package: schemas/* string */.YjP(),
    /** Without `Benchmark`, with what Go adds for GOMAXPROCS: `List/big-8`. */
    name: schemas/* string */.YjP(),
    /** `sec/op`, `B/s`, `B/op`, `allocs/op`, or one of the benchmark's own. */
    unit: schemas/* string */.YjP(),
    /** Medians; null: it was not measured there. */
    base: schemas/* number */.aig().nullable(),
    head: schemas/* number */.aig().nullable(),
    /** Confidence interval as plus and minus percent; null: there were too few runs. */
    baseRange: schemas/* number */.aig().nullable(),
    headRange: schemas/* number */.aig().nullable(),
    /** Percent; null: one of both is not there, or it was 0. */
    change: schemas/* number */.aig().nullable(),
    p: schemas/* number */.aig().nullable(),
    significant: schemas/* boolean */.zMY(),
    /** What a significant difference is, in units of which that is known. */
    direction: schemas/* enum */.k5n(["better", "worse"]).nullable(),
    /** It is worse by more than the limit. */
    exceeds: schemas/* boolean */.zMY(),
});
/** The benchmarks of one module, as benchstat compares them with those of the base. */
const benchmarksSchema = schemas/* object */.Ikc({
    /** Directory relative to the repository. */
    module: schemas/* string */.YjP(),
    /** Commit; null: compared with nothing. */
    base: schemas/* string */.YjP().nullable(),
    /** Limit in percent; null: none was asked for. */
    threshold: schemas/* number */.aig().nullable(),
    /** What was not compared, and why. */
    notes: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** What was printed, and what benchstat made of it. */
    files: schemas/* array */.YOg(schemas/* string */.YjP()),
    results: schemas/* array */.YOg(benchmarkSchema),
});

// EXTERNAL MODULE: ./build/stage/src/model/report/numbers.js
var numbers = __webpack_require__(72967);
;// CONCATENATED MODULE: ./build/stage/src/model/report/caches.js


/** A cache that was restored. */
const restoredSchema = schemas/* object */.Ikc({ key: schemas/* string */.YjP(), bytes: numbers/* count */.U9, ms: numbers/* count */.U9 }).nullable();
/** Go's caches on their way between runs; sizes are bytes before compression. */
const cacheSchema = schemas/* object */.Ikc({
    /** Caches of a run with the same go.mod and go.sum files and the same settings were restored. */
    hit: schemas/* boolean */.zMY(),
    /** Of what was restored, a hit or not: the base's, or the delta's where there is no base; null when nothing was. */
    key: schemas/* string */.YjP().nullable(),
    restoredBytes: numbers/* count */.U9,
    restoreMs: numbers/* count */.U9,
    /** All that a run of the default branch used; `ms` until it was unpacked. */
    base: restoredSchema,
    /** What a later run used beyond the base. */
    delta: restoredSchema,
    saved: schemas/* boolean */.zMY(),
    savedAs: schemas/* enum */.k5n(["base", "delta"]).nullable(),
    savedKey: schemas/* string */.YjP().nullable(),
    savedBytes: numbers/* count */.U9,
    saveMs: numbers/* count */.U9,
    /** Why nothing was restored or nothing was saved. */
    notes: schemas/* array */.YOg(schemas/* string */.YjP()),
});
/** Whether tests that need not run again were left to earlier results. */
const testReuseSchema = schemas/* object */.Ikc({
    /** `off`: as go test does by itself; `full`: every test ran. */
    mode: schemas/* enum */.k5n(["off", "reuse", "full"]),
    reason: schemas/* string */.YjP(),
    /** Packages with tests, and how many of them have the result of an earlier run. */
    packages: numbers/* count */.U9,
    reused: numbers/* count */.U9,
    /** Where those were made, as far as that is known; the address of a workflow run. */
    runs: schemas/* array */.YOg(schemas/* object */.Ikc({ run: schemas/* string */.YjP(), packages: numbers/* count */.U9 })),
});

// EXTERNAL MODULE: ./build/stage/src/model/report/coverage.js
var coverage = __webpack_require__(57899);
;// CONCATENATED MODULE: ./build/stage/src/model/report/products.js


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
    sha256: numbers/* sha256 */.sc,
    size: numbers/* count */.U9,
    /** What its header says: `ELF`, `Mach-O`, `PE` …, and whether it asks for a loader or libraries of the system. Absent: it is no program that is known. */
    executable: schemas/* object */.Ikc({ format: schemas/* string */.YjP(), arch: schemas/* string */.YjP().nullable(), linkage: schemas/* enum */.k5n(["static", "dynamic"]).nullable() })
        .optional(),
    /** Path of the archive that holds it. */
    archive: schemas/* string */.YjP().optional(),
});
/** All programs of a module for a platform, packed to be handed to people. */
const archiveSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    os: schemas/* string */.YjP(),
    arch: schemas/* string */.YjP(),
    variant: schemas/* string */.YjP().nullable(),
    /** Directory of the module, relative to the repository. */
    module: schemas/* string */.YjP(),
    /** Of the module: `v1.2.3`. */
    version: schemas/* string */.YjP(),
    path: schemas/* string */.YjP(),
    sha256: numbers/* sha256 */.sc,
    size: numbers/* count */.U9,
    /** Names of the binaries in it, as `artifacts` has them. */
    binaries: schemas/* array */.YOg(schemas/* string */.YjP()),
});
/** A software bill of materials: CycloneDX 1.6, JSON. */
const sbomSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    /** What it is of: a binary by its name in `artifacts`, or the image by its name. */
    subject: schemas/* enum */.k5n(["binary", "image"]),
    of: schemas/* string */.YjP(),
    path: schemas/* string */.YjP(),
    sha256: numbers/* sha256 */.sc,
    size: numbers/* count */.U9,
});
const imageSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    tags: schemas/* array */.YOg(schemas/* string */.YjP()),
    digest: schemas/* string */.YjP().nullable(),
    configDigest: schemas/* string */.YjP().nullable(),
    platforms: schemas/* array */.YOg(schemas/* string */.YjP()),
    size: numbers/* count */.U9.nullable(),
    layers: numbers/* count */.U9.nullable(),
    base: schemas/* string */.YjP().nullable(),
    tested: schemas/* string */.YjP().nullable(),
    path: schemas/* string */.YjP().nullable(),
});
/** What is signed to say which commit, workflow and run it comes from. */
const attestationSchema = schemas/* object */.Ikc({
    /** Where people see it; of several the first. null: the service does not say. */
    url: schemas/* string */.YjP().nullable(),
    /** Sigstore bundles, a line each. */
    path: schemas/* string */.YjP(),
    /** Files by their names, a pushed image by its own without a tag; `sha256:` and the sum. */
    subjects: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), digest: schemas/* string */.YjP() })),
});
/** What a pushed tag became at GitHub. */
const releaseSchema = schemas/* object */.Ikc({
    tag: schemas/* string */.YjP(),
    /** Directory of the module, relative to the repository. */
    module: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(["draft", "published"]),
    /** Where people see it. */
    url: schemas/* string */.YjP(),
    assets: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), sha256: numbers/* sha256 */.sc, size: numbers/* count */.U9 })),
});

;// CONCATENATED MODULE: ./build/stage/src/model/report/stage.js


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
    durationMs: numbers/* count */.U9,
    cached: schemas/* boolean */.zMY(),
    reason: schemas/* string */.YjP().nullable(),
    findings: schemas/* array */.YOg(findingSchema),
    command: schemas/* string */.YjP(),
});

// EXTERNAL MODULE: ./build/stage/src/model/report/tests.js
var tests = __webpack_require__(18020);
;// CONCATENATED MODULE: ./build/stage/src/model/report.js








/**
 * The result of a run as `report.json` holds it. The zod schema is the single source: types are inferred from it and
 * `schema/report.schema.json` is generated from it; its sections are files of `report/`. Paths are relative to the repository, slashes.
 */
const schemaVersion = 2;
const conclusions = ["success", "failure", "error", "cancelled"];
const moduleSchema = schemas/* object */.Ikc({
    /** Directory relative to the repository, `.` for its root. */
    dir: schemas/* string */.YjP(),
    path: schemas/* string */.YjP().nullable(),
    goVersion: schemas/* string */.YjP().nullable(),
    tests: tests/* testsSchema */.zv.nullable(),
    coverage: coverage/* coverageSchema */.aU.nullable(),
});
const reportSchema = schemas/* object */.Ikc({
    schemaVersion: schemas/* literal */.euz(schemaVersion),
    conclusion: schemas/* enum */.k5n(conclusions),
    /** Why the run did not succeed, most important first; empty on success. */
    reasons: schemas/* array */.YOg(schemas/* string */.YjP()),
    warnings: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** What inputs ask for in vain in a run of this kind: it needs no attention. Absent where there is nothing. */
    notices: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    engine: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), version: schemas/* string */.YjP().nullable(), reason: schemas/* string */.YjP() }),
    modules: schemas/* array */.YOg(moduleSchema),
    totals: schemas/* object */.Ikc({
        tests: tests/* testsSchema */.zv.nullable(),
        coverage: coverage/* coverageSchema */.aU.nullable(),
        patch: coverage/* patchSchema */.Oj.nullable(),
    }),
    /** Absent where no coverage was measured. */
    comparison: coverage/* comparisonSchema */.D.optional(),
    /** Absent where no benchmark was asked for. */
    benchmarks: schemas/* array */.YOg(benchmarksSchema).optional(),
    thresholds: schemas/* array */.YOg(coverage/* thresholdSchema */.P4),
    stages: schemas/* array */.YOg(stageSchema),
    artifacts: schemas/* array */.YOg(artifactSchema),
    /** With the input `archives`. */
    archives: schemas/* array */.YOg(archiveSchema).optional(),
    /** With the input `sbom`. */
    sboms: schemas/* array */.YOg(sbomSchema).optional(),
    image: imageSchema.nullable(),
    /** With the input `attest`, where something was signed. */
    attestation: attestationSchema.optional(),
    /** With the input `release`, where there is one of the tag. */
    release: releaseSchema.optional(),
    testReuse: testReuseSchema.nullable(),
    cache: cacheSchema.nullable(),
    traceUrl: schemas/* string */.YjP().nullable(),
    startedAt: iso/* datetime */.w$(),
    durationMs: numbers/* count */.U9,
});


/***/ }),

/***/ 57899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ comparisonSchema),
/* harmony export */   Oj: () => (/* binding */ patchSchema),
/* harmony export */   P4: () => (/* binding */ thresholdSchema),
/* harmony export */   aU: () => (/* binding */ coverageSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72967);


/** A limit that was asked for, judged once, by exact counts; what is missing meets none. */
const thresholdSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    what: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["total", "module", "package", "file", "patch"]),
    /** The package, the file; null for the total. */
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    /** Percent. */
    floor: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    covered: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    statements: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    met: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
});
const coverageSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    percent: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN,
    covered: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    statements: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    /** Packages that left no profile: panics, exits, builds that failed. What they cover is in no number here. */
    missing: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    packages: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ importPath: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), percent: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN, covered: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9, statements: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9 })),
    files: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        percent: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN,
        covered: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
        statements: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
        /** Inclusive line ranges that no test reached. */
        uncovered: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1), zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1)])),
    })),
});
/** Coverage of the statements that a change touches. */
const patchSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    /** Commit that the change is seen from. */
    base: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    percent: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN,
    covered: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    statements: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    /** Those with changed statements. */
    files: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        /** Inclusive ranges of changed lines that no test reached. */
        uncovered: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1), zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1)])),
    })),
});
/** What the coverage of the run was compared with. */
const comparisonSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    /** Commit; null: not known, so that `totals.patch` is null as well. */
    base: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    /** Coverage of the base, as a run of it left it; null: none was found. */
    baseline: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        percent: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN,
        covered: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
        statements: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
        packages: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ importPath: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), covered: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9, statements: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9 })),
    })
        .nullable(),
    /** What is left out, and why. */
    notes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
});


/***/ }),

/***/ 72967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const count = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0);
/** 0-100; null: of nothing. */
const percent = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).max(100).nullable();
const sha256 = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);


/***/ }),

/***/ 18020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OI: () => (/* binding */ testPackageSchema),
/* harmony export */   zv: () => (/* binding */ testsSchema)
/* harmony export */ });
/* unused harmony exports failedTestSchema, testResultSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72967);


const failedTestSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    durationMs: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9.nullable(),
    path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    line: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1).nullable(),
    /** The test's own output, clipped from the front. */
    output: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    command: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
/** How one test ended, subtests included. */
const testResultSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** `flaky`: failed, and passed when it was run again. */
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["passed", "failed", "flaky", "skipped", "interrupted"]),
    durationMs: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9.nullable(),
    /** What it says of itself by `T.Attr` (Go 1.25 and later), in the order in which it did; the first 100. */
    attributes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ key: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), value: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })).optional(),
    /** Why it was skipped, as far as it says. */
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    /** Directories of what it left by `T.ArtifactDir` (Go 1.26 and later), relative to the repository. */
    artifacts: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).optional(),
});
const testPackageSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    importPath: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** `flaky`: failed, and all that had failed passed when it was run again. */
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["passed", "failed", "flaky", "skipped"]),
    /** How often tests of it were run; absent: once. */
    attempts: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(2).optional(),
    /** Why a package failed without a failing test: build failed, panic, timeout, TestMain … */
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    durationMs: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    /** Go, or an engine that took the whole stage, took the result of an earlier run: nothing had changed that it can see. Output, counts and coverage are those of that run. */
    cached: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(true).optional(),
    passed: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    failed: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    skipped: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    /** Tests that failed, and passed when they were run again: counted here alone. */
    flaky: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    /** Running, or waiting for their turn, when something else ended the test binary: not known to fail. */
    interrupted: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    failures: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(failedTestSchema),
    /** The flaky tests, as they failed first. */
    flakes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(failedTestSchema),
    /** The tests that were interrupted. */
    unfinished: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(failedTestSchema),
    /** All, by name. */
    tests: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(testResultSchema),
});
const testsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    passed: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    failed: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    skipped: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    /** Failed first and passed when they were run again. */
    flaky: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    interrupted: _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    /** Seed of the random order in which they ran; absent: in the order of the files. */
    shuffle: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    packages: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(testPackageSchema),
});


/***/ }),

/***/ 15284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ outsideHistory)
/* harmony export */ });
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41086);

/** Paths relative to the repository at `root`; git looks into no checkout. */
async function outsideHistory(root) {
    const ask = (...args) => (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)({ root, cwd: root, args: ["ls-files", "-z", ...args] });
    const [tracked, others] = await Promise.all([ask("--stage"), ask("--others", "--exclude-standard")]);
    if (!tracked.ok)
        return tracked;
    if (!others.ok)
        return others;
    const submodules = (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .splitNul */ .K5)(tracked.stdout).filter((entry) => entry.startsWith("160000 "));
    const untracked = (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .splitNul */ .K5)(others.stdout);
    // A checkout that is not tracked is one entry with a slash at its end.
    const checkouts = untracked.filter((path) => path.endsWith("/")).map((path) => path.slice(0, -1));
    return {
        ok: true,
        untracked: untracked.filter((path) => !path.endsWith("/")),
        checkouts: [...new Set([...submodules.map((entry) => entry.slice(entry.indexOf("\t") + 1)), ...checkouts])],
    };
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

/***/ 97660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  executePlan: () => (/* binding */ executePlan)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/stage/src/engine/outcome.js
var outcome = __webpack_require__(57995);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
;// CONCATENATED MODULE: ./build/stage/src/files/growing-file.js



const chunkBytes = 256 * 1024;
/** The text of a file, from its beginning to as far as it has grown; it may not be there yet. */
class GrowingFile {
    #path;
    #decoder = new external_node_string_decoder_.StringDecoder("utf8");
    #buffer = Buffer.alloc(chunkBytes);
    #file = null;
    constructor(path) {
        this.#path = path;
    }
    /** True when it is there and open; `begin` is awaited once, before anything is read. */
    async isThere(begin) {
        if (this.#file !== null)
            return true;
        const opened = await (0,errors/* ifThere */.y)((0,promises_.open)(this.#path, "r"));
        try {
            if (opened !== null)
                await begin();
        }
        catch (error) {
            await opened?.close();
            throw error;
        }
        this.#file = opened;
        return opened !== null;
    }
    /** What has come since the last time, in pieces; no new one after `limit` bytes. */
    async *pieces(limit) {
        for (let left = limit; left > 0 && this.#file !== null;) {
            const { bytesRead } = await this.#file.read(this.#buffer, 0, chunkBytes, null);
            if (bytesRead === 0)
                return;
            left -= bytesRead;
            yield this.#decoder.write(this.#buffer.subarray(0, bytesRead));
        }
    }
    /** Of a character that was cut, when nothing can follow any more. */
    rest() {
        return this.#decoder.end();
    }
    async close() {
        await this.#file?.close().catch(() => undefined);
    }
}

// EXTERNAL MODULE: ./build/stage/src/files/lines.js
var lines = __webpack_require__(35743);
;// CONCATENATED MODULE: ./build/stage/src/files/follow.js


/** What a stage has printed beyond that when it ends is left to its report, which reads all of it again. */
const maxBytesAtEnd = 16 * 1024 * 1024;
/** Follows a file. A file that cannot be read is not followed any more, and a watcher that makes a verdict of it is told. */
function followFile(options) {
    return new Follower(options);
}
class Follower {
    #watcher;
    #onProgress;
    #file;
    #lines = new lines/* LineCutter */.kD();
    #timer;
    #told = "";
    /** null: nobody looks just now. */
    #looking = null;
    #stopped = false;
    constructor({ path, watcher, onProgress, intervalMs = 250 }) {
        this.#watcher = watcher;
        this.#onProgress = onProgress;
        this.#file = new GrowingFile(path);
        this.#timer = setInterval(() => this.#lookAgain(), intervalMs);
        this.#timer.unref();
    }
    async end() {
        const followed = !this.#stopped;
        this.#stop();
        await this.#looking;
        if (followed)
            await this.#lookLast().catch(() => this.#giveUp());
        await this.#file.close();
    }
    #lookAgain() {
        if (this.#stopped)
            return;
        this.#looking ??= this.#look(Number.POSITIVE_INFINITY)
            .catch(() => this.#giveUp())
            .finally(() => {
            this.#looking = null;
        });
    }
    async #look(limit) {
        if (!(await this.#file.isThere(() => this.#watcher.verdict?.begin())))
            return;
        for await (const text of this.#file.pieces(limit))
            await this.#take(text);
        const words = this.#watcher.progress();
        if (words !== this.#told)
            this.#onProgress(words);
        this.#told = words;
    }
    /** What has no line end is a line too when nothing can follow any more. */
    async #lookLast() {
        const { verdict } = this.#watcher;
        await this.#look(verdict === undefined ? maxBytesAtEnd : Number.POSITIVE_INFINITY);
        if (verdict === undefined)
            return;
        await this.#take(this.#file.rest());
        const rest = this.#lines.rest();
        if (rest !== "")
            this.#watcher.line(rest);
    }
    async #take(text) {
        for (const line of this.#lines.take(text))
            this.#watcher.line(line);
        await this.#watcher.verdict?.drain();
    }
    #giveUp() {
        this.#stop();
        this.#watcher.verdict?.lost();
    }
    #stop() {
        this.#stopped = true;
        clearInterval(this.#timer);
    }
}

// EXTERNAL MODULE: ./build/stage/src/files/output-dir.js
var output_dir = __webpack_require__(62473);
// EXTERNAL MODULE: ./build/stage/src/gates/index.js + 39 modules
var gates = __webpack_require__(84810);
// EXTERNAL MODULE: ./build/stage/src/model/engine-reason.js
var engine_reason = __webpack_require__(59499);
// EXTERNAL MODULE: ./build/stage/src/plan/command-env.js
var command_env = __webpack_require__(46845);
// EXTERNAL MODULE: ./build/stage/src/plan/graph.js
var graph = __webpack_require__(67930);
// EXTERNAL MODULE: ./build/stage/src/plan/plan.js + 2 modules
var plan_plan = __webpack_require__(25615);
// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(57336);
// EXTERNAL MODULE: ./build/stage/src/text/clip.js
var clip = __webpack_require__(51834);
// EXTERNAL MODULE: ./build/stage/src/text/format.js
var format = __webpack_require__(66055);
// EXTERNAL MODULE: ./build/stage/src/text/sanitize.js + 1 modules
var sanitize = __webpack_require__(92077);
// EXTERNAL MODULE: ./build/stage/src/text/columns.js
var text_columns = __webpack_require__(47677);
;// CONCATENATED MODULE: ./build/stage/src/report/running.js





/** Failures of one stage that are told before its end, where all of them are. */
const maxTroubles = 10;
/** The stages that run just now, and what is said of them meanwhile. Times are milliseconds of any clock. */
class RunningStages {
    #stages = new Map();
    #now;
    constructor(now) {
        this.#now = now;
    }
    start(stage) {
        const now = this.#now();
        this.#stages.set(stage, { startedAt: now, words: "", toldAt: now, troubles: 0 });
    }
    end(stage) {
        this.#stages.delete(stage);
    }
    seen(stage, words) {
        const running = this.#stages.get(stage);
        if (running !== undefined)
            running.words = (0,sanitize/* sanitizeLine */.g$)(words);
    }
    /** What is printed at once; null for one too many. */
    trouble(stage, trouble, colour) {
        const running = this.#stages.get(stage);
        if (running === undefined || running.troubles > maxTroubles)
            return null;
        running.toldAt = this.#now();
        running.troubles += 1;
        const more = running.troubles > maxTroubles;
        return more ? `… more failures in ${(0,sanitize/* sanitizeLine */.g$)(stage)}, told when it has ended` : troubleLine(trouble, colour);
    }
    /** A line for each stage of which nothing was printed for so long. */
    silent(ms) {
        const now = this.#now();
        return [...this.#stages].flatMap(([stage, running]) => {
            if (now - running.toldAt < ms)
                return [];
            running.toldAt = now;
            const words = running.words === "" ? "" : `: ${running.words}`;
            return [`… ${(0,sanitize/* sanitizeLine */.g$)(stage)} runs for ${(0,format/* formatDuration */.a3)(now - running.startedAt)}${words}`];
        });
    }
    /** A line for each, no wider than the screen, and no more than it has room for. */
    lines(columns, rows, colour) {
        const now = this.#now();
        const paint = picocolors.createColors(colour);
        const all = [...this.#stages].map(([stage, { startedAt, words }]) => [
            `▶ ${(0,text_columns/* clipWidth */.Dx)((0,sanitize/* sanitizeLine */.g$)(stage), 40)}`,
            (0,format/* formatDuration */.a3)(Math.floor((now - startedAt) / 1000) * 1000),
            words,
        ]);
        const shown = all.slice(0, Math.max(1, rows));
        const left = all.length - shown.length;
        const lines = (0,text_columns/* aligned */.b6)(shown).map((line) => paint.dim((0,text_columns/* clipWidth */.Dx)(line, columns)));
        return left === 0 ? lines : [...lines, paint.dim(`  … ${left} more`)];
    }
}
function troubleLine({ subject, within, place, said }, colour) {
    const paint = picocolors.createColors(colour);
    const what = paint.red(`✗ ${(0,clip/* clipName */.es)((0,sanitize/* sanitizeLine */.g$)(subject), 120)}`);
    const where = [
        `in ${(0,clip/* clipName */.es)((0,sanitize/* sanitizeLine */.g$)(within), 120)}`,
        ...(place === null ? [] : [paint.cyan((0,sanitize/* sanitizeLine */.g$)(place))]),
    ];
    return `${what} ${where.join(" ")}${said === null ? "" : `: ${(0,clip/* clipName */.es)((0,sanitize/* sanitizeLine */.g$)(said), 200)}`}`;
}

// EXTERNAL MODULE: ./build/stage/src/report/view/findings.js
var findings = __webpack_require__(89591);
;// CONCATENATED MODULE: ./build/stage/src/report/stage-output.js





/** Lines of a stage's output that go to the log; the file has them all. */
const limits = {
    passed: { head: 100, tail: 400 },
    trouble: { head: 500, tail: 1_500 },
    debug: { head: 20_000, tail: 2_000 },
    finding: { maxLines: 60, maxBytes: 6_000 },
};
const maxFindings = 200;
/** The output of a stage that passed, sanitized and clipped. */
function passedLines(stage, options) {
    return outputLines(stage, options, limits.passed);
}
/** The output of a stage in trouble, its findings and, last, the command that reproduces it. */
async function* troubleLines(stage, options) {
    const { findings, command } = stage.result;
    const shown = new Set();
    for await (const line of outputLines(stage, options, limits.trouble)) {
        shown.add(withoutPrefix(line));
        yield line;
    }
    const blocks = findings.slice(0, maxFindings).map((finding) => findingLines(finding, options.kinds));
    // In a module at the root the tool has named the same place in the same words already.
    const fresh = blocks.filter(([first = ""]) => !shown.has(first)).flat();
    if (fresh.length > 0)
        yield* [...(shown.size === 0 ? [] : [""]), `${(0,format/* plural */.LS)(findings.length, "finding")}:`, ...fresh];
    if (findings.length > maxFindings)
        yield `… ${findings.length - maxFindings} more in report.json`;
    if (command !== "")
        yield* ["", `Reproduce: ${(0,sanitize/* sanitizeLine */.g$)(command)}`];
}
/** `vet: ./main.go:3:1: …` is what a finding calls `main.go:3:1: …`. */
function withoutPrefix(line) {
    return line.replace(/^(?:(?:vet|fix): )?(?:\.\/)?/, "");
}
/**
 * `dir/file.go:12:5: message`, which people and editors read, also when there are annotations. What a failed test printed follows, since the log of
 * the stage is not shown then.
 */
function findingLines(finding, kinds) {
    const { title, message } = finding;
    const [first = ""] = message.split("\n", 1);
    const { style } = kinds(finding.source);
    const whole = style === "output";
    const text = style !== "line" || first === "" ? title : first;
    const line = (0,sanitize/* sanitizeLine */.g$)([(0,findings/* positionOf */.df)(finding), text].filter((part) => part !== null).join(": "));
    return whole ? [line, ...indented((0,clip/* clipText */.gL)((0,sanitize/* sanitizeText */.jZ)(message), limits.finding))] : [line];
}
function indented(text) {
    return text.split("\n").map((line) => (line === "" ? "" : `    ${line}`));
}
async function* outputLines({ result, log, brief }, { logLevel, kinds, shown, readLog }, limit) {
    if (log === null)
        return;
    const note = (left) => `… ${(0,format/* plural */.LS)(left, "line")} left out here; all of it is in ${(0,sanitize/* sanitizeLine */.g$)(log)}`;
    const debug = logLevel === "debug";
    const told = result.status === "passed" || result.findings.some(({ source }) => kinds(source).style === "output");
    const from = told && !debug && shown(result.gate).brief ? brief : log;
    if (from === undefined)
        return;
    try {
        yield* (0,clip/* clipLines */.U_)((0,sanitize/* sanitizedLines */.HF)(readLog(from)), { ...(debug ? limits.debug : limit), note });
    }
    catch (thrown) {
        yield `The output could not be read: ${(0,sanitize/* sanitizeLine */.g$)((0,errors/* messageOf */.bD)(thrown))}`;
    }
}

// EXTERNAL MODULE: ./build/stage/src/report/view/stage-rows.js
var stage_rows = __webpack_require__(89937);
// EXTERNAL MODULE: ./build/stage/src/report/view/status.js
var view_status = __webpack_require__(43427);
;// CONCATENATED MODULE: ./build/stage/src/report/log.js









/** Of a log that nobody can redraw: how long a stage may be silent. */
const silenceMs = 60_000;
/** Of a screen. */
const redrawMs = 500;
/**
 * The live log: a line when a stage starts and ends, when a test has failed, and once a minute for a stage that is silent; one for stages that have nothing to do for one reason, in a module and in many; the output of a stage as one block, folded when it passed. Stages in trouble come last and open, in the order
 * of the plan, each ending with the command that reproduces it. Blocks are printed one at a time, however stages overlap.
 */
function createLogReporter(options) {
    return new LiveLog(options);
}
class LiveLog {
    #options;
    #isQuiet;
    #running;
    #held = [];
    #idle = [];
    #queue;
    #timer;
    constructor(options) {
        const { platform, logLevel, now = () => performance.now() } = options;
        this.#options = options;
        this.#isQuiet = logLevel === "quiet";
        this.#running = new RunningStages(now);
        this.#queue = new Queue((problem) => platform.warning(`The log is incomplete: ${problem}`));
        const everyMs = platform.screen === undefined ? silenceMs / 6 : redrawMs;
        this.#timer = this.#isQuiet ? null : setInterval(() => this.#redraw(), everyMs);
        this.#timer?.unref();
    }
    listener = (event) => {
        if (event.type === "stage-finished" && view_status/* stageLooks */.Rx[event.result.status].idle) {
            this.#idle.push(event.result);
            return;
        }
        this.#tellIdle();
        this.#tell(event);
    };
    finish = async () => {
        const { platform, order } = this.#options;
        if (this.#timer !== null)
            clearInterval(this.#timer);
        platform.screen?.show([]);
        this.#tellIdle();
        const position = ({ result }) => order.indexOf(result.id);
        for (const event of this.#held.splice(0).sort((a, b) => position(a) - position(b))) {
            this.#queue.add(() => printTrouble(event, this.#options));
        }
        await this.#queue.idle();
    };
    #print(line) {
        this.#queue.add(() => this.#options.platform.log(line));
    }
    #redraw() {
        const { screen, colour } = this.#options.platform;
        if (screen === undefined)
            for (const line of this.#running.silent(silenceMs))
                this.#print(line);
        else
            screen.show(this.#running.lines(screen.columns(), screen.rows() - 2, colour));
    }
    #tellIdle() {
        const { platform, needs, moduleCount } = this.#options;
        const rows = (0,stage_rows/* idleRows */.C1)(this.#idle.splice(0), needs, moduleCount);
        if (!this.#isQuiet)
            for (const row of rows)
                this.#print(endLine(row, platform.colour));
    }
    #tell(event) {
        const { platform, logLevel } = this.#options;
        if (event.type === "stage-finished")
            this.#end(event);
        else if (event.type === "stage-started") {
            this.#running.start(event.stage);
            // A screen shows which stages run.
            if (!this.#isQuiet && platform.screen === undefined)
                this.#print(`▶ ${(0,sanitize/* sanitizeLine */.g$)(event.stage)}`);
        }
        else if (event.type === "stage-seen")
            this.#running.seen(event.stage, event.words);
        else if (event.type === "trouble-seen") {
            const line = this.#running.trouble(event.stage, event.trouble, platform.colour);
            if (line !== null && !this.#isQuiet)
                this.#print(line);
        }
        else if (logLevel === "debug")
            this.#print(`  ${(0,sanitize/* sanitizeLine */.g$)(event.stage)} │ ${(0,sanitize/* sanitizeLine */.g$)(event.line, 1_000)}`);
    }
    #end(event) {
        const { result } = event;
        this.#running.end(result.id);
        const trouble = (0,view_status/* isTrouble */.KM)(result);
        if (trouble || !this.#isQuiet)
            this.#print(endLine(rowOf(result), this.#options.platform.colour));
        if (trouble)
            this.#held.push(event);
        else if (showsPassed(this.#options, result))
            this.#queue.add(() => printOutput(event, this.#options));
    }
}
/** One task after the other, in the order they came. */
class Queue {
    #onProblem;
    #last = Promise.resolve();
    constructor(onProblem) {
        this.#onProblem = onProblem;
    }
    add(task) {
        this.#last = this.#last.then(async () => {
            try {
                await task();
            }
            catch (thrown) {
                this.#onProblem((0,errors/* messageOf */.bD)(thrown));
            }
        });
    }
    idle() {
        return this.#last;
    }
}
/** A terminal cannot fold, so there the output of stages that passed is for those who ask for it. */
function showsPassed({ platform, logLevel, shown }, { gate }) {
    const asked = platform.name === "github" || shown(gate).asked;
    return logLevel === "debug" || (logLevel === "normal" && asked);
}
function rowOf(result) {
    return { first: result, ids: [result.id], place: "" };
}
function endLine(row, colour) {
    const { status, durationMs, cached, reason, startedAt } = row.first;
    const time = startedAt === null || view_status/* stageLooks */.Rx[status].idle ? "" : ` in ${(0,format/* formatDuration */.a3)(durationMs)}`;
    const why = reason === null ? "" : `: ${(0,clip/* clipName */.es)((0,sanitize/* sanitizeLine */.g$)(reason), 300)}`;
    const look = view_status/* stageLooks */.Rx[status];
    const head = picocolors.createColors(colour)[look.colour](`${look.sign} ${(0,stage_rows/* rowName */._k)(row)} ${status}`);
    return `${head}${time}${cached ? " (cached)" : ""}${why}`;
}
async function printOutput(event, options) {
    const lines = passedLines(event, options);
    const first = await lines.next();
    if (first.done === true)
        return;
    await options.platform.group(`${(0,sanitize/* sanitizeLine */.g$)(event.result.id)}: output`, prepend(first.value, lines), false);
}
async function* prepend(first, rest) {
    yield first;
    yield* rest;
}
async function printTrouble(event, options) {
    const { platform } = options;
    platform.log("");
    await platform.group(endLine(rowOf(event.result), platform.colour), troubleLines(event, options), true);
}

// EXTERNAL MODULE: ./build/stage/src/report/view/engine.js
var view_engine = __webpack_require__(88487);
// EXTERNAL MODULE: ./build/stage/src/results/assemble.js + 1 modules
var assemble = __webpack_require__(90072);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/collect/build.js
var build = __webpack_require__(46841);
// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/apply.js + 3 modules
var apply = __webpack_require__(85796);
// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 2 modules
var create = __webpack_require__(37291);
// EXTERNAL MODULE: ./build/stage/src/go/file-diff.js
var file_diff = __webpack_require__(49073);
;// CONCATENATED MODULE: ./build/stage/src/collect/fix-patch.js




/**
 * Joins what stages would change, one after the other, into one change of each file. Where two of them change the same lines the first one counts, unless
 * the second covers all that were there before it. `read` answers the text of a file of the repository, null when it is not there.
 */
async function joinPatches(patches, read) {
    const files = new Map();
    const lacks = [];
    for (const { stage, files: changes, covers } of patches) {
        for (const change of changes) {
            const { path } = change;
            const before = files.has(path) ? null : await read(path);
            const file = files.get(path) ?? { path, before, after: before, modes: noModes, stages: [] };
            files.set(path, file);
            if (!fix_patch_apply(file, change, covers))
                lacks.push({ stage: stage.id, path, why: lackOf(file.stages) });
            file.stages.push(stage);
        }
    }
    const changed = [...files.values()].filter(({ before, after, modes }) => before !== after || !sameMode(modes));
    const sorted = changed
        .map(({ path, before, after, modes }) => ({ path, before, after, modes }))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
    return { text: sorted.map(filePatch).join(""), files: sorted, lacks };
}
const noModes = { before: null, after: null };
function sameMode({ before, after }) {
    return before === null || after === null || before === after;
}
/** Answers whether the change fits. */
function fix_patch_apply(file, { diff, modes }, covers) {
    const onTop = (0,apply/* applyPatch */.X)(file.after ?? "", diff);
    const covered = file.stages.every(({ gate }) => covers.includes(gate));
    const text = onTop === false && covered ? (0,apply/* applyPatch */.X)(file.before ?? "", diff) : onTop;
    if (text === false)
        return false;
    const gone = modes !== undefined && modes.after === null;
    file.after = gone ? null : text;
    if (modes !== undefined)
        file.modes = { before: file.modes.before ?? modes.before, after: modes.after };
    return true;
}
function lackOf(before) {
    return before.length === 0
        ? "the file has changed since"
        : `it overlaps with what ${before.map(({ id }) => id).join(" and ")} would change there: apply the patch, then run again`;
}
/** For people. */
function lackWarning({ stage, path, why }) {
    return `fix.patch lacks what ${stage} would change in ${path}: ${why}.`;
}
const ordinary = "100644";
function filePatch({ path, before, after, modes }) {
    const names = { oldFileName: `a/${path}`, newFileName: `b/${path}`, oldHeader: "", newHeader: "" };
    const patch = { ...names, hunks: [...(0,file_diff/* textHunks */.Vr)(before ?? "", after ?? "")], isGit: true };
    if (before === null) {
        const newMode = modes.after ?? ordinary;
        return (0,create/* formatPatch */.Gu)({ ...patch, oldFileName: "/dev/null", isCreate: true, newMode }, create/* FILE_HEADERS_ONLY */.jr);
    }
    if (after === null) {
        const oldMode = modes.before ?? ordinary;
        return (0,create/* formatPatch */.Gu)({ ...patch, newFileName: "/dev/null", isDelete: true, oldMode }, create/* FILE_HEADERS_ONLY */.jr);
    }
    const { before: oldMode, after: newMode } = modes;
    const moded = oldMode === null || newMode === null || oldMode === newMode ? {} : { oldMode, newMode };
    return (0,create/* formatPatch */.Gu)({ ...patch, ...moded }, create/* FILE_HEADERS_ONLY */.jr);
}
/** Writes the patch when there is something to change, without secrets. */
async function writeFixPatch({ text }, path, redactor) {
    if (text === "")
        return;
    await (0,output_dir/* makeParent */.j)(path);
    await (0,promises_.writeFile)(path, redactor.redact(text), { flag: "wx" });
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/stage/src/go/junit-frame.js
var junit_frame = __webpack_require__(45539);
// EXTERNAL MODULE: ./build/stage/src/collect/files.js
var files = __webpack_require__(84210);
;// CONCATENATED MODULE: ./build/stage/src/collect/join-tests.js







/**
 * `tests/junit.xml` and `tests/test2json.jsonl` of the run, out of what its modules left, one after the other: modules are tested side by side, their
 * streams do not mix. Parts are gone afterwards. Answers in sentences what cannot be read any more.
 */
async function joinTests(modules, { tests }) {
    if (modules.length === 0)
        return [];
    const lost = new Set();
    const readable = async (name, part) => {
        const found = [];
        for (const { stage, parts } of modules) {
            for (const path of parts[part]) {
                if (await (0,files/* isRegularFile */.Ze)(path))
                    found.push(path);
                else
                    lost.add(`${name} lacks what ${stage.id} left: something has removed it while the run went on.`);
            }
        }
        return found;
    };
    await joinEvents((0,external_node_path_.join)(tests, "test2json.jsonl"), await readable("tests/test2json.jsonl", "events"));
    const packages = modules.flatMap((module) => module.tests.packages);
    await joinSuites((0,external_node_path_.join)(tests, "junit.xml"), await readable("tests/junit.xml", "suites"), (0,junit_frame/* junitHead */.Hv)(packages));
    return [...lost];
}
/** The first part becomes the file; it may be large, and is the only one as a rule. */
async function joinEvents(to, [first, ...others]) {
    if (first === undefined)
        return;
    await (0,files/* moveFile */.mV)(first, to);
    if (others.length > 0)
        await (0,external_node_stream_promises_.pipeline)(join_tests_lines(others, await isUnfinished(to)), (0,external_node_fs_.createWriteStream)(to, { flags: "a" }));
}
/** Each part begins on a line of its own, also after one that was cut off. */
async function* join_tests_lines(paths, unfinished) {
    let last = unfinished ? 0 : newLine;
    for (const path of paths) {
        let begun = false;
        const chunks = (0,external_node_fs_.createReadStream)(path);
        for await (const chunk of chunks) {
            if (!begun && last !== newLine)
                yield Buffer.from("\n");
            begun = true;
            last = chunk.at(-1) ?? last;
            yield chunk;
        }
        await (0,promises_.rm)(path);
    }
}
const newLine = 0x0a;
/** True for a file whose last line has no end. */
async function isUnfinished(path) {
    const file = await (0,promises_.open)(path, "r");
    try {
        const { size } = await file.stat();
        const { buffer, bytesRead } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
        return bytesRead === 1 && buffer[0] !== newLine;
    }
    finally {
        await file.close();
    }
}
async function joinSuites(to, paths, head) {
    await (0,output_dir/* makeParent */.j)(to);
    await (0,external_node_stream_promises_.pipeline)(framed(paths, head), (0,external_node_fs_.createWriteStream)(to, { flags: "wx" }));
}
async function* framed(paths, head) {
    yield head;
    for (const path of paths) {
        const chunks = (0,external_node_fs_.createReadStream)(path);
        yield* chunks;
        await (0,promises_.rm)(path);
    }
    yield junit_frame/* junitTail */.vF;
}

// EXTERNAL MODULE: ./build/stage/src/collect/logs.js
var logs = __webpack_require__(84086);
// EXTERNAL MODULE: ./build/stage/src/model/stage.js
var stage = __webpack_require__(66180);
;// CONCATENATED MODULE: ./build/stage/src/results/image.js
/**
 * The report's image out of what the steps `image`, `smoke` and `deliver` found out, in this order; null when none was built. `tarball` is the
 * place of the tarball in the report's terms, null when there is none.
 */
function reportImage(name, facts, tarball) {
    const known = facts.filter((found) => found !== null);
    const last = (key) => known.map((found) => found[key]).findLast((value) => value !== null) ?? null;
    const configDigest = last("configDigest");
    if (configDigest === null)
        return null;
    return {
        name,
        tags: known.flatMap((found) => found.references),
        digest: last("manifestDigest") ?? configDigest,
        configDigest,
        platforms: [...(known.findLast((found) => found.platforms.length > 0)?.platforms ?? [])],
        size: last("size"),
        layers: last("layers"),
        base: last("base"),
        tested: last("tested"),
        path: tarball,
    };
}

// EXTERNAL MODULE: ./build/stage/src/results/redact.js
var redact = __webpack_require__(63716);
// EXTERNAL MODULE: ./build/stage/src/run/stage-result.js
var stage_result = __webpack_require__(66692);
// EXTERNAL MODULE: ./build/stage/src/run/stamps.js
var run_stamps = __webpack_require__(44664);
;// CONCATENATED MODULE: ./build/stage/src/run/collector.js












/** Has stages judged by their gates, and keeps what they hand over. */
class Collector {
    #options;
    #gates;
    #products = [];
    constructor(options) {
        this.#options = options;
        this.#gates = new Map(options.gates.map((gate) => [gate.name, gate]));
    }
    /** What the gate of a stage wants to run next. */
    async followUp(stage, outcome) {
        const step = await this.#gateOf(stage).followUp?.(stage, outcome, this.#options);
        return step == null ? null : { ...step, stage: stage.id };
    }
    #gateOf(stage) {
        const gate = this.#gates.get(stage.gate);
        if (gate === undefined)
            throw new Error(`collector: ${stage.id} is of no gate that is known`);
        return gate;
    }
    /** `verdict`: what has read the stage's stream already; null: nothing. */
    async settle(stage, outcome, verdict = null) {
        const { output, redactor } = this.#options;
        const gate = this.#gateOf(stage);
        const log = output.log(stage.id);
        if (gate.log === "commands") {
            const commands = [outcome, ...(outcome.followUps ?? [])].flatMap((each) => each.commands);
            await (0,logs/* writeStageLog */.mE)(log, commands, (0,logs/* noteOf */.kH)(outcome.problem), redactor);
        }
        const judgement = await (verdict?.judge(outcome) ?? gate.judge(stage, outcome, this.#options));
        for (const product of judgement.products ?? [])
            this.#products.push({ ...product, stage });
        const result = (0,redact/* redactStage */.Ms)((0,stage_result/* stageResult */.MT)(stage, outcome, judgement), redactor.redact);
        return { result, log, ...(judgement.brief === undefined ? {} : { brief: judgement.brief }) };
    }
    /** What all stages together produced, in the order of the plan; after the last one. */
    async finish(results) {
        const order = new Map(this.#options.plan.stages.map(({ id }, at) => [id, at]));
        this.#products.sort((a, b) => (order.get(a.stage.id) ?? 0) - (order.get(b.stage.id) ?? 0));
        const built = await this.#built(results);
        const tested = await this.#tested();
        const mended = await this.#mended();
        const covered = await this.#covered(results);
        const parts = [built, tested, mended, covered];
        const judged = [...parts.flatMap((part) => part.results), ...this.#conclusions(results)];
        const collected = {
            ...built.facts,
            ...tested.facts,
            ...mended.facts,
            ...covered.facts,
            benchmarks: this.#all("benchmarks").map(({ benchmarks }) => benchmarks),
            image: this.image(),
            warnings: parts.flatMap((part) => part.warnings),
        };
        return { collected, judged: judged.map((result) => (0,redact/* redactStage */.Ms)(result, this.#options.redactor.redact)) };
    }
    /** The binaries, and what is made of them. */
    async #built(results) {
        const { output } = this.#options;
        const products = this.#all("binary");
        const binaries = products.map(({ artifact }) => artifact);
        const broken = [];
        await this.#written(products, "checksums", () => (0,build/* writeChecksums */.g)(binaries, output.bin), broken);
        const archives = await this.#written(products, "archives", () => this.#archives(binaries, results), broken);
        const archiveOf = new Map(archives?.flatMap(({ path, binaries }) => binaries.map((name) => [name, path])));
        const artifacts = binaries.map((artifact) => {
            const archive = archiveOf.get(artifact.name);
            return archive === undefined ? artifact : { ...artifact, archive };
        });
        const listed = await this.#written(products, "sbom", () => this.#sboms(artifacts, this.image()), broken);
        const packed = archives === null ? {} : { archives };
        const facts = { artifacts, ...packed, ...(listed === null ? {} : { sboms: listed.sboms }) };
        return { facts, results: broken, warnings: listed?.warnings ?? [] };
    }
    /** Tests by module, and the files for other tools. */
    async #tested() {
        const products = this.#all("tests");
        const broken = [];
        const lost = await this.#written(products, "reports", () => joinTests(products, this.#options.output), broken);
        return { facts: { modules: this.#modules() }, results: broken, warnings: lost ?? [] };
    }
    /** What stages would change, as one patch. */
    async #mended() {
        const { output, project, redactor } = this.#options;
        const products = this.#all("patch");
        const broken = [];
        const write = async () => {
            const patch = await joinPatches(products, (path) => (0,errors/* ifThere */.y)((0,promises_.readFile)((0,external_node_path_.join)(project.root, path), "utf8")));
            await writeFixPatch(patch, output.fixPatch, redactor);
            return patch;
        };
        const { files, lacks } = (await this.#written(products, "patch", write, broken)) ?? { files: [], lacks: [] };
        const mends = products.filter(({ complete }) => complete).map(({ stage }) => stage.id);
        return { facts: { fix: { files, lacks, mends } }, results: broken, warnings: lacks.map(lackWarning) };
    }
    /** Coverage of the whole run, what the change did to it, and what was asked of both. */
    async #covered(results) {
        const products = this.#all("coverage");
        const [first] = products;
        const none = { coverage: null, covered: [], thresholds: [], change: null, baseline: null };
        if (first === undefined)
            return { facts: none, results: [], warnings: [] };
        const broken = [];
        const total = await this.#written(products, "total", () => this.#total(first.stage, results), broken);
        if (broken.length > 0)
            return { facts: none, results: broken, warnings: [] };
        const { coverage, covered, change } = total ?? first;
        const thresholds = total?.thresholds ?? products.flatMap((product) => product.thresholds);
        const baseline = change === null ? null : await this.#options.baseline();
        const without = (0,stage_result/* unknownBase */.SO)(first.stage, change, this.#options.baseNamed);
        return {
            facts: { coverage, covered, thresholds, change, baseline },
            results: [...without.results, ...(total === null ? [] : (0,stage_result/* totalResult */.Wg)(first.stage, total, results))],
            warnings: [...(total?.warnings ?? []), ...without.warnings],
        };
    }
    /** What is made of all that stages left. A full disk, or a binary that is gone, takes nothing else from the report: it is one more result in `broken`. */
    async #written([first], variant, write, broken) {
        try {
            return await write();
        }
        catch (thrown) {
            if (first === undefined)
                throw thrown;
            broken.push((0,stage_result/* unwrittenResult */.CU)(first.stage, variant, `cannot be written: ${(0,errors/* messageOf */.bD)(thrown)}`));
            return null;
        }
    }
    /** null: nobody asked for them. */
    async #archives(artifacts, results) {
        const { config, plan, project, output, stamps } = this.#options;
        if (!(0,run_stamps/* packs */.t)(config))
            return null;
        const { writeArchives } = await __webpack_require__.e(/* import() */ 4777).then(__webpack_require__.bind(__webpack_require__, 74777));
        return await writeArchives({ project, stamps, stages: plan.stages, results, artifacts, output });
    }
    /** null: nobody asked for them. */
    async #sboms(artifacts, image) {
        const { config, plan, project, output, stamps } = this.#options;
        if (!config.sbom)
            return null;
        const { writeSboms } = await __webpack_require__.e(/* import() */ 4502).then(__webpack_require__.bind(__webpack_require__, 44502));
        return await writeSboms({ project, stamps, stages: plan.stages, artifacts, image, output });
    }
    /** What gates say when all of their stages are in. */
    #conclusions(results) {
        const { gates, plan } = this.#options;
        return gates.flatMap((gate) => {
            const stages = plan.stages.filter((stage) => stage.gate === gate.name);
            const [first] = stages;
            if (gate.conclude === undefined || first === undefined)
                return [];
            const ended = results
                .filter((result) => result.gate === gate.name)
                .map((result) => ({ result, products: this.#products.filter(({ stage }) => stage.id === result.id) }));
            const said = gate.conclude(ended, this.#options);
            return said === null ? [] : [(0,stage_result/* concludingResult */.yb)(first, said)];
        });
    }
    /** null with a single module, whose stage has judged it, and without coverage. */
    async #total({ gate: covering }, results) {
        const shares = this.#all("coverage").flatMap(({ stage, coverage, share }) => share === null ? [] : [{ module: stage.module ?? ".", coverage, share }]);
        if (shares.length === 0)
            return null;
        const left = new Set(shares.map(({ module }) => module));
        const asked = results.filter(({ gate, status }) => gate === covering && status !== "disabled");
        const absent = new Set(asked.map(({ module }) => module).filter((module) => module !== null && !left.has(module)));
        const { modules } = this.#options.inspection;
        const { totalCoverage } = await Promise.all(/* import() */[__webpack_require__.e(6798), __webpack_require__.e(5448), __webpack_require__.e(4130)]).then(__webpack_require__.bind(__webpack_require__, 94130));
        return await totalCoverage(shares, modules.filter(({ dir }) => absent.has(dir)), this.#options);
    }
    #modules() {
        const modules = new Map();
        const add = ({ module }, found) => {
            const dir = module ?? ".";
            modules.set(dir, { tests: null, coverage: null, ...modules.get(dir), ...found });
        };
        for (const { stage, tests } of this.#all("tests"))
            add(stage, { tests });
        for (const { stage, coverage } of this.#all("coverage"))
            add(stage, { coverage });
        return modules;
    }
    #all(type) {
        return this.#products.filter((product) => product.type === type);
    }
    /** What is known of it so far: it may be pushed when all else is over. */
    image() {
        const step = this.#options.plan.stages
            .map((stage) => stage.step)
            .filter(stage/* isRunnable */.i)
            .find((planned) => planned.type === "build-image");
        if (step?.type !== "build-image")
            return null;
        const found = this.#all("image");
        const tarball = found.map((product) => product.tarball).find((path) => path !== null) ?? null;
        return reportImage(step.name, found.map((product) => product.facts), tarball);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./build/stage/src/model/commit.js
var model_commit = __webpack_require__(82453);
// EXTERNAL MODULE: ./build/stage/src/model/percent.js
var percent = __webpack_require__(30383);
;// CONCATENATED MODULE: ./build/stage/src/cache/baseline.js








const baseline_format = 1;
/** Name of what is packed: a part of what makes two caches the same. */
const packedName = "go-coverage";
const fileName = "baseline.json";
/** Of the entry, before compression. */
const maxBytes = 1024 ** 2;
const limitMs = 30_000;
/**
 * Coverage by commit, as small entries of the cache service: what runs of the default branch keep, every pull request can read, those from forks too. Never throws: no
 * comparison is worth a red run.
 */
class Baselines {
    #options;
    constructor(options) {
        this.#options = options;
    }
    /** What a run of this commit with the same settings has covered. */
    async find(commit) {
        const { service, permission } = this.#options;
        if (!service.ok)
            return none(service.reason);
        if (!permission.restore)
            return none(permission.reason ?? "caches are not read");
        try {
            return await this.#inDirectory((dir) => this.#read(service.store, commit, dir));
        }
        catch (error) {
            return none((0,errors/* messageOf */.bD)(error));
        }
    }
    async #read(store, commit, dir) {
        const { signal } = this.#options;
        const key = this.#keyOf(commit);
        const found = await store.find({ name: packedName, keys: [key], signal });
        if (found.status === "failed")
            return none(found.reason);
        if (found.status === "missed" || found.cache.key !== key) {
            return none(`no run of ${(0,model_commit/* shortCommit */.A)(commit)} with the same settings has left one`);
        }
        const fetched = await store.fetch({ cache: found.cache, dir, maxBytes: maxBytes * 2, limitMs, signal });
        if (fetched.status === "failed")
            return none(fetched.reason);
        const coverage = parseBaseline(await (0,promises_.readFile)((0,external_node_path_.join)(dir, fileName), "utf8"));
        return coverage === null ? none("what an earlier run has left is damaged") : { coverage, problem: null };
    }
    /** Keeps the coverage of a commit. Answers why that could not be done; null when it was, by this run or by an earlier one. */
    async save(commit, coverage) {
        const { service, permission, signal } = this.#options;
        if (!service.ok)
            return service.reason;
        if (!permission.save)
            return permission.reason;
        const key = this.#keyOf(commit);
        try {
            return await this.#inDirectory(async (dir) => {
                await (0,promises_.mkdir)(dir);
                await (0,promises_.writeFile)((0,external_node_path_.join)(dir, fileName), serializeBaseline(coverage));
                const result = await service.store.save({ dir, key, limitMs, signal });
                return result.status === "failed" ? result.reason : null;
            });
        }
        catch (error) {
            return (0,errors/* messageOf */.bD)(error);
        }
    }
    /** Does something with a directory that is not there yet, and removes it. */
    async #inDirectory(work) {
        const parent = await (0,promises_.mkdtemp)((0,external_node_path_.join)(this.#options.tempRoot || (0,external_node_os_.tmpdir)(), "go-pipeline-coverage-"));
        try {
            return await work((0,external_node_path_.join)(parent, packedName));
        }
        finally {
            await (0,promises_.rm)(parent, { recursive: true, force: true, maxRetries: 3 });
        }
    }
    /** No key is the beginning of another. */
    #keyOf(commit) {
        return `go-pipeline-coverage-${baseline_format}-${this.#options.settings}-${commit}`;
    }
}
function none(problem) {
    return { coverage: null, problem };
}
/** What decides which statements there are, and which tests run: numbers of other settings are not comparable. */
function baselineSettings(parts) {
    return (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
const counts = { covered: schemas/* int */.Whr().min(0), statements: schemas/* int */.Whr().min(0) };
const stored = schemas/* object */.Ikc({
    version: schemas/* literal */.euz(baseline_format),
    ...counts,
    packages: schemas/* array */.YOg(schemas/* object */.Ikc({ importPath: schemas/* string */.YjP().max(1_000), ...counts })).max(20_000),
});
/** What `serializeBaseline` has written; null for anything else. Whoever could save a cache could write it. */
function parseBaseline(text) {
    try {
        const parsed = stored.safeParse(JSON.parse(text));
        if (!parsed.success)
            return null;
        const { covered, statements, packages } = parsed.data;
        if (covered > statements || packages.some((one) => one.covered > one.statements))
            return null;
        return { percent: (0,percent/* percentOf */.p)(covered, statements), covered, statements, packages };
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return null;
        throw error;
    }
}
/** Without its packages where these are too many. */
function serializeBaseline({ covered, statements, packages }) {
    const written = (some) => JSON.stringify({
        version: baseline_format,
        ...{ covered, statements },
        packages: some.map((one) => ({ importPath: one.importPath, covered: one.covered, statements: one.statements })),
    });
    const whole = written(packages);
    return Buffer.byteLength(whole) > maxBytes || packages.length > 20_000 ? written([]) : whole;
}

// EXTERNAL MODULE: ./build/stage/src/cache/permission.js
var permission = __webpack_require__(87742);
// EXTERNAL MODULE: ./build/stage/src/engine/hosted.js
var hosted = __webpack_require__(31808);
// EXTERNAL MODULE: ./build/stage/src/inputs/path-facts.js
var path_facts = __webpack_require__(79275);
// EXTERNAL MODULE: ./build/stage/src/model/platform.js
var model_platform = __webpack_require__(53107);
// EXTERNAL MODULE: ./build/stage/src/once.js
var once = __webpack_require__(50255);
// EXTERNAL MODULE: ./build/stage/src/project/git.js
var git = __webpack_require__(41086);
;// CONCATENATED MODULE: ./build/stage/src/project/change-base.js


/**
 * The commit that the change under test is compared with. What somebody asks for comes first: the commit at which HEAD left it. In a pull request whose merge is
 * checked out, as actions/checkout does, it is HEAD's first parent, which its commit names in a shallow clone too. Else it is the commit at which HEAD left the base
 * of the pull request, or the default branch.
 */
async function findBase(request) {
    const head = await headOf(request.root);
    if ("problem" in head)
        return { ok: false, problem: head.problem };
    const ask = (0,git/* gitAt */.c8)(request.root);
    const exact = exactBase(request, head);
    return exact === null ? await whereParted(basesOf(request), ask) : await commitAt(exact, request, ask);
}
/** Parents as the commit has them; git itself hides those that a shallow clone does not hold. */
async function headOf(root) {
    // Answers with a line for the object, `<hash> commit <bytes>`, and its content: https://git-scm.com/docs/git-cat-file#_batch_output
    const answer = await (0,git/* git */.$Y)({ root, cwd: root, args: ["cat-file", "--batch"], input: "HEAD^{commit}\n" });
    if (!answer.ok)
        return { problem: `git does not answer: ${answer.problem}` };
    const [header = ""] = answer.stdout.split("\n\n", 1);
    const commit = /^([0-9a-f]+) commit /.exec(header)?.[1];
    if (commit === undefined)
        return { problem: "there is no commit yet" };
    const parents = [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = ""]) => parent);
    return { commit, parents };
}
/** The commit that is checked out; null when there is none. */
async function headCommit(root) {
    const commit = await (0,git/* gitAt */.c8)(root)("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
    return commit.ok ? commit.stdout.trim() : null;
}
/** A commit whose tree is compared with as it is; null where history has to be asked. */
function exactBase({ asked, occasion, sincePush }, head) {
    const { eventName, sha, base, before } = occasion;
    if (asked !== null)
        return null;
    const [first] = head.parents;
    // For pull_request_target GitHub names, and actions/checkout checks out, the base itself.
    const isMerge = base !== null && eventName !== "pull_request_target" && (sha ?? head.commit) === head.commit;
    if (isMerge && first !== undefined)
        return { commit: first, role: "HEAD's first parent" };
    if (!sincePush || eventName !== "push" || before === null || !isHash(before))
        return null;
    return { commit: before, role: "the commit before the push" };
}
/** Zeros stand for a branch that is new. */
function isHash(text) {
    return /^(?!0+$)[0-9a-f]{40,64}$/.test(text);
}
const fetchLimitMs = 60_000;
async function commitAt({ commit, role }, { root, fetch }, ask) {
    const isThere = async () => (await ask("rev-parse", "--verify", "--quiet", `${commit}^{tree}`)).ok;
    if (await isThere())
        return { ok: true, commit };
    const missing = `${role} (${(0,model_commit/* shortCommit */.A)(commit)}) is not in this clone`;
    if (!fetch)
        return { ok: false, problem: `${missing}; ${deeper}` };
    // A depth would make a clone with the whole history a shallow one, for all that follows in the job.
    const depth = (await isShallow(ask)) ? ["--depth=1"] : [];
    const args = ["-c", "gc.auto=0", "fetch", "--quiet", ...depth, "--no-tags"];
    const fetched = await (0,git/* git */.$Y)({
        root,
        cwd: root,
        args: [...args, "--no-recurse-submodules", "origin", commit],
        limitMs: fetchLimitMs,
    });
    if (fetched.ok && (await isThere()))
        return { ok: true, commit };
    return {
        ok: false,
        problem: `${missing} and cannot be fetched${fetched.ok ? "" : ` (${fetched.problem})`}; ${deeper}`,
    };
}
const deeper = "check out with `fetch-depth: 0` (actions/checkout), or run `git fetch --unshallow`";
/** Names of what HEAD may have left, the first that is there counts. */
function basesOf({ asked, occasion }) {
    const { base, defaultBranch } = occasion;
    if (asked !== null)
        return [asked, `origin/${asked}`];
    if (base !== null)
        return [`origin/${base.branch}`, base.sha];
    return [`origin/${defaultBranch ?? "HEAD"}`];
}
async function whereParted(names, ask) {
    const known = [];
    for (const name of names) {
        const commit = await ask("rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`);
        if (!commit.ok)
            continue;
        known.push(name);
        const parted = await ask("merge-base", commit.stdout.trim(), "HEAD");
        if (parted.ok)
            return { ok: true, commit: parted.stdout.trim() };
    }
    const headline = known.length === 0
        ? `git knows no commit ${names.join(" or ")}`
        : `git knows no commit that HEAD shares with ${known.join(" or ")}`;
    if (await isShallow(ask))
        return { ok: false, problem: `${headline}, and the clone is shallow; ${deeper}` };
    return { ok: false, problem: `${headline}; fetch it, or name another one with \`base\`` };
}
async function isShallow(ask) {
    const shallow = await ask("rev-parse", "--is-shallow-repository");
    return shallow.ok && shallow.stdout.trim() === "true";
}

;// CONCATENATED MODULE: ./build/stage/src/project/base-tree.js




/**
 * Writes the files of the base to a directory of their own, as a checkout would: by an index of its own, so that nothing in the repository is touched, and without what
 * `git archive` leaves out by attributes. What submodules and Git LFS have is not there.
 */
async function writeBaseTree({ root, base, directory }) {
    if (!base.ok)
        return { problem: base.problem, unknown: true };
    const { commit } = base;
    if ((await headCommit(root)) === commit && (await isClean(root))) {
        return { problem: `nothing has changed since the base (${(0,model_commit/* shortCommit */.A)(commit)})`, unknown: false };
    }
    const path = await directory();
    const env = { GIT_INDEX_FILE: (0,external_node_path_.join)(await directory(), "index") };
    for (const args of [
        ["read-tree", commit],
        [...withoutLfs, "checkout-index", "--all", "--quiet", `--prefix=${path.replaceAll("\\", "/")}/`],
    ]) {
        const done = await (0,git/* git */.$Y)({ root, cwd: root, args, env });
        if (!done.ok)
            return { problem: `git cannot write the files of ${(0,model_commit/* shortCommit */.A)(commit)}: ${done.problem}`, unknown: true };
    }
    return { commit, path };
}
/** Fetching them would take a login, and time. */
const withoutLfs = ["smudge=", "process=", "required=false"].flatMap((setting) => ["-c", `filter.lfs.${setting}`]);
async function isClean(root) {
    const status = await (0,git/* gitAt */.c8)(root)("status", "--porcelain=v1", "--untracked-files=all");
    return status.ok && status.stdout === "";
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/parse.js
var parse = __webpack_require__(73857);
// EXTERNAL MODULE: ./build/stage/src/project/outside-history.js
var outside_history = __webpack_require__(15284);
;// CONCATENATED MODULE: ./build/stage/src/project/changed-lines.js



/**
 * All that differs from the base. What changed in a submodule, or in a checkout that is not tracked, is not known here: all of it counts. `root`: the absolute path of the
 * repository.
 */
async function readChangedLines(root, base) {
    if (!base.ok)
        return { problem: `the change cannot be told apart: ${base.problem}` };
    const { commit } = base;
    const [added, outside] = await Promise.all([addedSince(root, commit, []), (0,outside_history/* outsideHistory */.E)(root)]);
    if ("problem" in added)
        return added;
    if (!outside.ok)
        return { problem: `git cannot list new files: ${outside.problem}` };
    const whole = new Set(outside.untracked);
    const inCheckout = (path) => outside.checkouts.some((dir) => path.startsWith(`${dir}/`));
    return {
        base: commit,
        has: (path, line) => whole.has(path) || inCheckout(path) || (added.get(path)?.has(line) ?? false),
    };
}
/** The same of Go files, without what submodules and checkouts that are not tracked hold: their history is their own. */
async function readPatch({ root, base, others, uncommitted }) {
    const paths = [":(top,glob)**/*.go", ...others.map((path) => `:(top,literal)${path}`)];
    const since = (commit) => addedSince(root, commit, paths);
    return uncommitted
        ? withNewFiles(...(await Promise.all([since(base), (0,outside_history/* outsideHistory */.E)(root)])))
        : withoutUncommitted(...(await Promise.all([since(base), since("HEAD")])));
}
function withNewFiles(added, outside) {
    if ("problem" in added)
        return added;
    if (!outside.ok)
        return { problem: `git cannot list new files: ${outside.problem}` };
    return new Map([...added, ...outside.untracked.map((path) => [path, everyLine])]);
}
const everyLine = { has: () => true };
/** Lines that something has changed since the checkout are none of the commit's. */
function withoutUncommitted(added, later) {
    if ("problem" in added)
        return added;
    if ("problem" in later)
        return later;
    return new Map([...added].map(([path, lines]) => {
        const without = later.get(path);
        return [path, without === undefined ? lines : { has: (line) => lines.has(line) && !without.has(line) }];
    }));
}
/** Whatever the user's configuration of git, and attributes of files, make of diffs: `-diff` and `binary` would hide the lines. */
const diffArgs = [
    ...["-c", "core.quotePath=false", "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--text"],
    ...["--ignore-submodules", "--find-renames", "--unified=0", "--inter-hunk-context=0"],
    ...["--src-prefix=a/", "--dst-prefix=b/"],
];
/** What the working tree adds to the files of a commit; of all of them without `paths`. */
async function addedSince(root, commit, paths) {
    const diff = await (0,git/* gitAt */.c8)(root)(...diffArgs, commit, "--", ...paths);
    if (!diff.ok)
        return { problem: `git cannot compare with ${commit}: ${diff.problem}` };
    return addedLines(diff.stdout);
}
/**
 * The lines behind the plus signs of a diff, by path; there may be others around them, since GIT_DIFF_OPTS goes before `--unified=0`
 * (https://git-scm.com/docs/git#Documentation/git.txt-GITDIFFOPTS). Throws on a diff that was cut off.
 */
function addedLines(diff) {
    const files = (0,parse/* parsePatch */.i)(diff).map(({ newFileName = "", hunks }) => {
        const lines = hunks.flatMap((hunk) => {
            const present = hunk.lines.filter((line) => !/^[-\\]/.test(line));
            return present.flatMap((line, at) => (line.startsWith("+") ? [hunk.newStart + at] : []));
        });
        return [newFileName.replace(/^b\//, ""), new Set(lines)];
    });
    return new Map(files.filter(([, lines]) => lines.size > 0));
}

// EXTERNAL MODULE: ./build/stage/src/project/locate.js
var locate = __webpack_require__(84386);
;// CONCATENATED MODULE: ./build/stage/src/run/comparison.js












/** `directory` makes one for the files of the base. */
function createComparison(run, inspection, directory) {
    const { config, env, platform, project } = run;
    const { root } = project;
    const asked = { root, asked: config.base, occasion: platform.context, fetch: (0,hosted/* isHosted */.O)(env) };
    const baseOf = (sincePush) => (0,once/* once */.O)(() => findBase({ ...asked, sincePush }));
    const [forFindings, forChange] = [baseOf(false), baseOf(true)];
    const baselines = openBaselines(run, inspection);
    const baseline = (0,once/* once */.O)(async () => {
        const base = await forChange();
        return base.ok ? await baselines.find(base.commit) : null;
    });
    let wanted = false;
    return {
        changedLines: (0,once/* once */.O)(async () => readChangedLines(root, await forFindings())),
        patchLines: async (others) => {
            wanted = true;
            // On its way while git compares.
            void baseline();
            return await patchSince(await forChange(), { root, others, uncommitted: platform.name === "local" });
        },
        baseTree: (0,once/* once */.O)(async () => writeBaseTree({ root, base: await forChange(), directory })),
        baseNamed: config.base !== null || platform.context.base !== null,
        baseline: async () => (wanted ? await baseline() : null),
        keep: (collected) => keep(run, baselines, collected),
    };
}
async function patchSince(base, request) {
    if (!base.ok)
        return { problem: `what the change covers is not known: ${base.problem}` };
    const added = await readPatch({ ...request, base: base.commit });
    return "problem" in added ? added : { base: base.commit, added };
}
function openBaselines({ config, env, platform, project, signal }, { native }) {
    const { packages, modules, workspace, buildTags, coverpkg, race, testFlags, goVersion } = config;
    const { coverageExclude, coverageExcludeGenerated, coverageData } = config;
    const directory = (0,locate/* relativeSlashes */.qH)(project.root, config.workingDirectory, (0,path_facts/* nodePathFacts */.$)());
    // Jobs of a matrix differ by minor versions; a new patch release is no other Go.
    const go = goVersion?.split(".").slice(0, 2) ?? null;
    return new Baselines({
        service: platform.cacheService?.() ?? nowhere,
        permission: (0,permission/* permissionOf */.F)(config.cache, platform.context),
        settings: baselineSettings({
            ...{ directory, packages, modules, workspace, buildTags, coverpkg, race, testFlags, go },
            ...{ coverageExclude, coverageExcludeGenerated, platform: (0,model_platform/* platformKey */.Ng)(native) },
            // Names of directories may differ from run to run.
            withData: coverageData.length > 0,
        }),
        tempRoot: env["RUNNER_TEMP"] ?? "",
        signal,
    });
}
const nowhere = { ok: false, reason: "only runs of a workflow keep it" };
/** What a pull request is tested as, its merge, is nothing that a later run is compared with. */
async function keep({ platform, project }, baselines, collected) {
    const { coverage } = collected;
    if (platform.cacheService === undefined || platform.context.base !== null || coverage === null)
        return;
    if (coverage.missing.length > 0 || (0,assemble/* testedPackages */.NK)(collected).some(({ status }) => status === "failed"))
        return;
    const commit = await headCommit(project.root);
    if (commit === null)
        return;
    const problem = await baselines.save(commit, coverage);
    if (problem !== null)
        platform.log((0,sanitize/* sanitizeLine */.g$)(`coverage of this commit is not kept for later runs: ${problem}`));
}

// EXTERNAL MODULE: ./build/stage/src/preload.js
var preload = __webpack_require__(40421);
;// CONCATENATED MODULE: ./build/stage/src/run/preload-beside.js


/**
 * Loads what is needed when stages end, once a stage runs that had to wait for another one: before that, the time that a library takes would pass until the stage
 * starts. Where none waits, once any of them runs.
 */
function preloadBeside(stages, loads) {
    const late = new Set(stages.filter(({ needs, step }) => (0,stage/* isRunnable */.i)(step) && needs.length > 0).map(({ id }) => id));
    let begun = false;
    return (event) => {
        if (begun || event.type !== "stage-started" || (late.size > 0 && !late.has(event.stage)))
            return;
        begun = true;
        // By then the stages that may run have their processes.
        for (const [at, load] of loads.entries())
            (0,preload/* preload */.u)(load, 40 * (at + 1));
    };
}

// EXTERNAL MODULE: ./build/stage/src/artifacts/subjects.js
var artifacts_subjects = __webpack_require__(35175);
// EXTERNAL MODULE: ./build/stage/src/model/attestation.js
var model_attestation = __webpack_require__(26212);
// EXTERNAL MODULE: ./build/stage/src/run/scheduler.js + 1 modules
var scheduler = __webpack_require__(41257);
;// CONCATENATED MODULE: ./build/stage/src/run/attest.js











/** Attests what was built, when everything before has passed. Never throws. */
async function attestBuilt(run, { skipped }, matter) {
    const { signal, redactor } = run;
    const startedAt = new Date();
    if (skipped !== null)
        return { result: (0,stage_result/* endingResult */.R7)(model_attestation/* attestStage */.C, "skipped", skipped), attestation: null };
    const held = (0,scheduler/* heldBack */.Zg)(matter.before, signal);
    if (held !== null)
        return { result: (0,stage_result/* endingResult */.R7)(model_attestation/* attestStage */.C, held.status, held.reason), attestation: null };
    const { status, reason, attestation = null } = await attested(run, matter);
    const times = { startedAt: startedAt.toISOString(), durationMs: Date.now() - startedAt.getTime() };
    const result = (0,redact/* redactStage */.Ms)({ ...(0,stage_result/* endingResult */.R7)(model_attestation/* attestStage */.C, status, reason), ...times }, redactor.redact);
    return { result, attestation };
}
async function attested({ platform, signal, githubToken: token, repository }, { collected, output }) {
    const { attester } = platform;
    const path = (0,external_node_path_.join)(output.path, model_attestation/* attestationsFile */.j);
    const subjects = (0,artifacts_subjects/* subjectsOf */.Z)({ ...collected, conclusion: "success" }, repository);
    if (subjects.length === 0)
        return { status: "skipped", reason: "nothing was built that could be attested" };
    if (attester === undefined || token === null)
        return { status: "errored", reason: "there is nobody to sign" };
    try {
        await (0,output_dir/* makeParent */.j)(path);
        const keep = (bundle) => (0,promises_.appendFile)(path, bundle);
        const { url } = await attester.attest({ subjects, token, signal, keep });
        const said = `${(0,format/* plural */.LS)(subjects.length, "subject")} attested`;
        return {
            ...{ status: "passed", reason: (0,sanitize/* sanitizeLine */.g$)(url === null ? said : `${said}: ${url}`) },
            attestation: {
                ...{ url, path: output.relative(path) },
                subjects: subjects.map(({ name, digest }) => ({ name, digest })),
            },
        };
    }
    catch (thrown) {
        if (signal.aborted)
            return { status: "cancelled", reason: scheduler/* runCancelled */.LJ };
        const said = (0,sanitize/* sanitizeLine */.g$)((0,errors/* messageOf */.bD)(thrown), 400);
        return { status: "errored", reason: refusal.test(said) ? `${said}. ${rights}` : said };
    }
}
/** What GitHub answers with 401, 403 and 404; the library (@actions/attest 3.2.0, store.js) hands on the words alone. */
const refusal = /\b(Resource not accessible|Bad credentials|Not Found|Forbidden)\b/i;
const rights = "The job needs `permissions:` with `id-token: write` and `attestations: write`.";

// EXTERNAL MODULE: ./build/stage/src/model/step.js
var model_step = __webpack_require__(78242);
;// CONCATENATED MODULE: ./build/stage/src/run/phases.js


function phasesOf({ stages }, occasion) {
    const last = stages.filter((stage) => stage.last === true);
    const others = stages.filter((stage) => stage.last !== true);
    if (occasion === null || "skipped" in occasion)
        return { first: others, pushing: [], last };
    const held = heldBack(others);
    return {
        first: others.filter(({ id }) => !held.has(id)),
        pushing: others.filter(({ id }) => held.has(id)),
        last,
    };
}
/** What pushes, and all that needs it, near or far. */
function heldBack(stages) {
    const held = new Set(stages.filter(pushes).map(({ id }) => id));
    for (let before = -1; before < held.size;) {
        before = held.size;
        for (const { id, needs } of stages)
            if (needs.some((need) => held.has(need)))
                held.add(id);
    }
    return held;
}
function pushes({ step }) {
    return (0,stage/* isRunnable */.i)(step) && step.type === "deliver-image" && (0,model_step/* pushesImage */.a)(step.outputs);
}

;// CONCATENATED MODULE: ./build/stage/src/run/run-phases.js



/**
 * Checks first. What is released, pushed, attested and deployed goes by what all of them came to, and by what is judged of them together: a draft is filled, images
 * are pushed, all of it is attested, the release becomes public, and what deploys comes last.
 */
async function runPhases(run, prepared, means) {
    const { schedule, collector, output } = means;
    const { plan } = prepared;
    const phases = phasesOf(plan, prepared.release);
    const tell = (results) => {
        for (const result of results)
            schedule.emit({ type: "stage-finished", result, log: null });
    };
    const checked = await (0,scheduler/* runPlan */.Fo)({ ...schedule, plan: { ...plan, stages: phases.first } });
    const { collected: gathered, judged } = await collector.finish(checked);
    tell(judged);
    const matter = { collected: gathered, before: [...checked, ...judged], output };
    const releasing = prepared.release === null ? null : await beginRelease(run, prepared.release, matter);
    const before = releasing?.before ?? matter.before;
    const pushed = await (0,scheduler/* runPlan */.Fo)({ ...schedule, plan: { ...plan, stages: phases.pushing }, before });
    const collected = { ...gathered, image: collector.image() };
    const built = { collected, before: [...before, ...pushed], output };
    const attested = run.attests === null ? null : await attestBuilt(run, run.attests, built);
    const signed = attested === null ? [] : [attested.result];
    const released = await releasing?.end([...pushed, ...signed]);
    const ending = [...signed, ...(released === undefined ? [] : [released.result])];
    tell(ending);
    const all = [...matter.before, ...pushed, ...ending];
    const deployed = await (0,scheduler/* runPlan */.Fo)({ ...schedule, plan: { ...plan, stages: phases.last }, before: all });
    return {
        results: inOrder(plan, [...checked, ...pushed, ...deployed]),
        ofRun: [...judged, ...ending],
        collected,
        attestation: attested?.attestation ?? null,
        release: released?.release ?? null,
    };
}
/** Most runs release nothing. */
async function beginRelease(...asked) {
    return await (await Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(8444), __webpack_require__.e(6229)]).then(__webpack_require__.bind(__webpack_require__, 36229))).beginRelease(...asked);
}
function inOrder({ stages }, results) {
    return stages.flatMap(({ id }) => results.find((result) => result.id === id) ?? []);
}

// EXTERNAL MODULE: ./build/stage/src/run/test-reuse.js + 2 modules
var test_reuse = __webpack_require__(70032);
;// CONCATENATED MODULE: ./build/stage/src/run/execute.js

















/** Runs the stages of a plan, shows them as they go, and gathers what they leave behind. */
async function executePlan(run, engine, prepared, loadNext) {
    const { inspection, plan } = prepared;
    const { config, gates, platform, signal } = run;
    const output = await (0,output_dir/* prepareOutputDir */.g)(config.outputDirectory, run.repository);
    const tests = run.testReuse === null ? null : await (0,test_reuse/* beginTests */.dF)(run, engine, (0,test_reuse/* restoredFor */.yP)(run, run.testReuse));
    const engineVersion = await engine.version();
    const comparison = createComparison(run, inspection, () => output.resultDir("base"));
    const bench = benchOf(run, prepared, output, comparison);
    const collector = new Collector(bench);
    const log = logOf(run, plan);
    platform.log(engineLine({ ...run.choice, version: engineVersion }, inspection.goVersion));
    for (const warning of plan.warnings)
        platform.warning(warning);
    for (const notice of plan.notices)
        platform.log(notice);
    run.travel?.beginStages();
    const loads = [...gates.flatMap(({ preload }) => preload ?? []), loadNext];
    const preloads = preloadBeside(plan.stages, loads);
    const emit = (event) => {
        log.listener(event);
        preloads(event);
    };
    const schedule = scheduleOf(run, { engine, bench, collector, emit });
    const ran = await runPhases(run, prepared, { schedule, collector, output });
    const { results, ofRun, collected, attestation, release } = ran;
    await log.finish();
    for (const warning of collected.warnings)
        platform.warning(warning);
    const packages = (0,assemble/* testedPackages */.NK)(collected);
    const looked = tests === null ? null : (0,test_reuse/* endTests */.Xq)(run, tests, inspection, packages);
    const testsFailed = packages.some(({ status }) => status === "failed");
    const end = { ...runEnd(results, inspection, signal), testsFailed, sidecar: looked?.sidecar ?? null };
    await Promise.all([run.travel?.save(engine.caches, end), signal.aborted ? null : comparison.keep(collected)]);
    return {
        ...{ testReuse: tests?.reuse ?? null, reusedFrom: looked?.reusedFrom ?? [] },
        ...{ engineVersion, traceUrl: engine.traceUrl?.() ?? null, inspection, plan },
        ...{ results: [...results, ...ofRun], collected, problems: [], output },
        ...(attestation === null ? {} : { attestation }),
        ...(release === null ? {} : { release }),
    };
}
/** What gates judge with. */
function benchOf({ config, gates, project, coverageBuilds, redactor }, { inspection, stamps, plan }, output, comparison) {
    return {
        ...{ config, project, inspection, stamps, plan, gates, output, coverageBuilds, redactor },
        source: { root: inspection.root, modules: project.modules },
        commandEnv: (module) => (0,command_env/* commandEnv */.z)({ config, project, inspection }, module),
        runs: (name) => (0,plan_plan/* gateRuns */.uk)(gates, name, config),
        changedLines: comparison.changedLines,
        patchLines: comparison.patchLines,
        baseTree: comparison.baseTree,
        baseNamed: comparison.baseNamed,
        baseline: comparison.baseline,
    };
}
function logOf({ config, platform, project }, { stages }) {
    return createLogReporter({
        platform,
        logLevel: config.logLevel,
        kinds: gates/* kinds */.EZ,
        shown: (gate) => (0,gates/* shownOutput */.fe)(gate, config),
        order: stages.map((stage) => stage.id),
        needs: (0,graph/* needsOf */.h)(stages),
        moduleCount: project.modules.length,
        readLog: (path) => (0,external_node_fs_.createReadStream)(path, { highWaterMark: 262_144 }),
    });
}
/** How stages run, whichever they are. */
function scheduleOf({ config, travel, signal }, floor) {
    const { engine, bench, collector, emit } = floor;
    const { inspection, output } = bench;
    return {
        engine,
        resultDir: output.resultDir,
        concurrency: config.concurrency ?? Math.max(2, inspection.processors),
        cold: !inspection.warm && (travel?.report.key ?? null) === null,
        failFast: config.failFast,
        signal,
        watch: (stage, planned) => watchStage(stage, planned, bench, emit),
        followUp: (stage, outcome) => collector.followUp(stage, outcome),
        settle: (stage, outcome, verdict) => collector.settle(stage, outcome, verdict),
        emit,
    };
}
/** Follows the commands of a stage, as far as its gate can read them. Engines that hand over results at the end show all of it then. */
function watchStage(stage, { step, resultDir }, bench, emit) {
    const { id, gate: name, module } = stage;
    const { gates, redactor, inspection } = bench;
    const gate = gates.find((candidate) => candidate.name === name);
    if (gate?.watch === undefined || step.type !== "exec")
        return null;
    const watcher = gate.watch({
        ...{ stage, resultDir, bench, commands: step.commands.length },
        inspected: inspection.modules.find(({ dir }) => dir === module) ?? null,
        redact: redactor.redact,
        onTrouble: (trouble) => emit({ type: "trouble-seen", stage: id, trouble }),
    });
    const onProgress = (words) => emit({ type: "stage-seen", stage: id, words });
    const followed = step.commands.map((_, index) => followFile({ path: (0,outcome/* outputFiles */.L)(resultDir, index).stdout, watcher, onProgress }));
    return {
        verdict: watcher.verdict ?? null,
        end: async () => {
            for (const following of followed)
                await following.end();
        },
    };
}
/** Caches of a run that broke may hold half of what they should. */
function runEnd(results, { goVersion }, signal) {
    const broke = results.find(({ status }) => status === "errored");
    const spoiled = signal.aborted ? "the run was cancelled" : broke === undefined ? null : `stage ${broke.id} broke`;
    const complete = results.every(({ status, cached }) => !cached && !["blocked", "cancelled"].includes(status));
    return { goVersion, spoiled, complete };
}
function engineLine(engine, goVersion) {
    const versions = (0,view_engine/* engineVersions */.c)(engine, [goVersion]);
    const name = [engine.name, versions.engine].filter((part) => part !== null).join(" ");
    const reason = (0,engine_reason/* engineReason */.r)(engine);
    return [`engine: ${name}${reason === null ? "" : ` (${reason})`}`, ...versions.go].join(", ");
}


/***/ }),

/***/ 41257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Zg: () => (/* binding */ heldBack),
  LJ: () => (/* binding */ runCancelled),
  Fo: () => (/* binding */ runPlan)
});

// EXTERNAL MODULE: ./node_modules/p-queue/dist/index.js + 4 modules
var dist = __webpack_require__(19052);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/model/outcome.js
var model_outcome = __webpack_require__(77594);
// EXTERNAL MODULE: ./build/stage/src/model/stage.js
var model_stage = __webpack_require__(66180);
;// CONCATENATED MODULE: ./build/stage/src/plan/alone.js
/**
 * For stages that run alone, and those that wait for one: the stages whose end they wait for beside what they need. One that runs alone waits for all that do not
 * lead back to such a stage; what needs one waits for all of them.
 */
function waitsForAlone(stages) {
    const alone = stages.filter((stage) => stage.alone === true).map(({ id }) => id);
    if (alone.length === 0)
        return new Map();
    const later = ledToBy(alone, stages);
    const before = stages.map(({ id }) => id).filter((id) => !later.has(id));
    return new Map([...later].map((id) => [id, alone.includes(id) ? before : alone]));
}
/** Some stages, and all that need one of them by however many steps. */
function ledToBy(first, stages) {
    const found = new Set(first);
    for (let before = 0; before < found.size;) {
        before = found.size;
        for (const { id, needs } of stages)
            if (needs.some((need) => found.has(need)))
                found.add(id);
    }
    return found;
}

// EXTERNAL MODULE: ./build/stage/src/plan/schedule.js
var schedule = __webpack_require__(51573);
// EXTERNAL MODULE: ./build/stage/src/run/stage-result.js
var stage_result = __webpack_require__(66692);
;// CONCATENATED MODULE: ./build/stage/src/run/scheduler.js







/**
 * Runs a plan: every stage starts as soon as what it needs has ended, nothing waits for a whole wave but what has to run alone, and a failing stage never keeps an independent one
 * from its end (unless failFast). Resolves with one result per stage in the plan's order; never rejects for what an engine does.
 */
async function runPlan(options) {
    const run = new PlanRun(options);
    await run.all();
    return options.plan.stages.map((stage) => run.resultOf(stage));
}
/** Statuses of a stage that let the ones that need it run. */
function opensTheWay(result) {
    return ["passed", "warned", "skipped", "disabled"].includes(result.status);
}
class PlanRun {
    #options;
    #results = new Map();
    #settled = new Map();
    #stop = new AbortController();
    #waits;
    /** Of stages that run alone. */
    #turns = new dist/* default */.Ay({ concurrency: 1 });
    #stoppedBy = null;
    constructor(options) {
        this.#options = options;
        this.#waits = waitsForAlone(options.plan.stages);
        for (const stage of options.plan.stages) {
            let resolve = () => undefined;
            const promise = new Promise((done) => {
                resolve = done;
            });
            this.#settled.set(stage.id, { promise, resolve });
        }
    }
    resultOf(stage) {
        const result = this.#results.get(stage.id);
        if (result === undefined)
            throw new Error(`scheduler: ${stage.id} has no result`);
        return result;
    }
    async all() {
        const { plan, signal, concurrency } = this.#options;
        const forward = () => this.#stop.abort();
        if (signal.aborted)
            forward();
        signal.addEventListener("abort", forward);
        try {
            const runnable = [];
            for (const stage of plan.stages) {
                const { id, step } = stage;
                if ((0,model_stage/* isRunnable */.i)(step))
                    runnable.push([stage, { step, resultDir: await this.#options.resultDir(id) }]);
                else
                    this.#record(stage, (0,stage_result/* notRunResult */.Ee)(stage, step.status, step.reason));
            }
            const queue = new dist/* default */.Ay({ concurrency });
            await Promise.all(runnable.map(([stage, planned]) => this.#runStage(stage, planned, queue)));
        }
        finally {
            signal.removeEventListener("abort", forward);
        }
    }
    async #runStage(stage, planned, queue) {
        const { plan, cold } = this.#options;
        const awaited = [...stage.needs, ...(cold ? stage.after : []), ...(this.#waits.get(stage.id) ?? [])];
        await Promise.all(awaited.map((id) => this.#settled.get(id)?.promise));
        const turns = stage.alone === true ? this.#turns : queue;
        await turns.add(() => this.#start(stage, planned), { priority: (0,schedule/* priorityOf */.a)(stage, plan.stages, cold) });
    }
    async #start(stage, planned) {
        const blocker = stage.always === true ? undefined : this.#blockerOf(stage);
        if (this.#stop.signal.aborted)
            this.#record(stage, (0,stage_result/* notRunResult */.Ee)(stage, "cancelled", this.#stopReason()));
        else if (blocker !== undefined)
            this.#record(stage, (0,stage_result/* notRunResult */.Ee)(stage, "blocked", blockedReason(blocker)));
        else
            await this.#execute(stage, planned);
    }
    #blockerOf({ needs }) {
        const { before = [] } = this.#options;
        const needed = needs.flatMap((need) => this.#results.get(need) ?? []);
        return blockerIn([...before, ...needed]);
    }
    async #execute(stage, planned) {
        const { emit, watch } = this.#options;
        emit({ type: "stage-started", stage: stage.id, at: new Date() });
        const watched = watch?.(stage, planned) ?? null;
        const outcome = await this.#step(planned);
        await watched?.end();
        await this.#finish(stage, outcome, watched?.verdict ?? null);
    }
    #step(planned) {
        const { engine, emit } = this.#options;
        const progress = (line) => emit({ type: "progress", stage: planned.step.stage, line });
        const outcome = engine.run(planned, { progress }, this.#stop.signal);
        return outcome.catch((error) => lostOutcome(planned, error));
    }
    /** Runs what is decided from the outcome of a stage, until there is nothing more. */
    async #followed(stage, first) {
        const { followUp, resultDir } = this.#options;
        let outcome = first;
        while (outcome.end === "exited" && !this.#stop.signal.aborted) {
            const step = await followUp(stage, outcome);
            if (step === null)
                break;
            const dir = await resultDir(`${stage.id}:again`);
            outcome = (0,model_outcome/* withFollowUp */.d8)(outcome, await this.#step({ step, resultDir: dir }));
        }
        return outcome;
    }
    async #finish(stage, first, verdict) {
        try {
            const outcome = await this.#followed(stage, first);
            const { result, ...files } = await this.#options.settle(stage, outcome, verdict);
            const ours = result.status === "cancelled" && this.#stoppedBy !== null;
            this.#record(stage, ours ? { ...result, reason: this.#stopReason() } : result, files);
        }
        catch (error) {
            this.#record(stage, (0,stage_result/* notRunResult */.Ee)(stage, "errored", `its results could not be read: ${(0,errors/* messageOf */.bD)(error)}`));
        }
    }
    #record(stage, result, files = { log: null }) {
        this.#results.set(stage.id, result);
        this.#options.emit({ type: "stage-finished", result, ...files });
        this.#settled.get(stage.id)?.resolve();
        if (this.#options.failFast && result.status === "failed" && !this.#stop.signal.aborted) {
            this.#stoppedBy = stage.id;
            this.#stop.abort();
        }
    }
    #stopReason() {
        return this.#stoppedBy === null ? runCancelled : `stopped because ${this.#stoppedBy} failed (fail-fast)`;
    }
}
/** What becomes of something that comes after stages and shall not begin; null: nothing keeps it back. */
function heldBack(results, signal) {
    if (signal.aborted)
        return { status: "cancelled", reason: runCancelled };
    const blocker = blockerIn(results);
    return blocker === undefined ? null : { status: "blocked", reason: blockedReason(blocker) };
}
const runCancelled = "the run was cancelled";
/** The first of several stages that keeps what comes after them from running. */
function blockerIn(results) {
    return results.find((result) => !opensTheWay(result))?.id;
}
function blockedReason(by) {
    return `${by} did not pass`;
}
function lostOutcome(planned, error) {
    return {
        stage: planned.step.stage,
        end: "errored",
        problem: {
            message: (0,errors/* messageOf */.bD)(error),
            remedy: "Run it again; if it persists, run with log-level: debug and report it.",
        },
        startedAt: new Date(),
        durationMs: 0,
        cached: false,
        commands: [],
        resultDir: planned.resultDir,
        image: null,
    };
}


/***/ }),

/***/ 66692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ unwrittenResult),
/* harmony export */   Ee: () => (/* binding */ notRunResult),
/* harmony export */   MT: () => (/* binding */ stageResult),
/* harmony export */   R7: () => (/* binding */ endingResult),
/* harmony export */   SO: () => (/* binding */ unknownBase),
/* harmony export */   Wg: () => (/* binding */ totalResult),
/* harmony export */   yb: () => (/* binding */ concludingResult)
/* harmony export */ });
/* harmony import */ var _model_stage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66180);
/* harmony import */ var _model_stage_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22736);
/* harmony import */ var _text_go_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17871);



/** The verdict of a stage: how its step ended weighs more than what it printed. */
function stageResult(stage, outcome, judgement) {
    const { status, reason } = statusOf(stage, outcome, judgement);
    return {
        ...resultOf(stage, status, reason),
        startedAt: outcome.startedAt.toISOString(),
        durationMs: outcome.durationMs,
        cached: outcome.cached,
        findings: judgement.findings,
        command: judgement.command ?? stage.command,
    };
}
/** The result of a stage whose step did not run, or whose outcome nobody could read. */
function notRunResult(stage, status, reason) {
    return resultOf(stage, status, reason);
}
/**
 * What is judged of several stages together, `judged` one of them, when all are in: one more result, of the run, as `<gate>:coverage`; none when nothing was asked for. Where the run was
 * stopped, that is why.
 */
function totalResult(judged, total, results) {
    if (total.thresholds.length === 0)
        return [];
    const stage = ofRun(judged, "coverage");
    const stopped = results.find(({ gate, status }) => gate === judged.gate && status === "cancelled");
    const { failedBecause, findings } = total;
    if (stopped !== undefined)
        return [{ ...resultOf(stage, "cancelled", stopped.reason), findings }];
    return [{ ...resultOf(stage, failedBecause === null ? "passed" : "failed", failedBecause), findings }];
}
/**
 * What becomes of a limit whose base cannot be had. Where a base was named, by somebody or by a pull request, it is one more result, broken, as `<gate>:patch`; else a
 * warning. `judged`: one of the stages that covered.
 */
function unknownBase(judged, change, named) {
    const nothing = { results: [], warnings: [] };
    if (change === null || change.problem === null || !change.limited)
        return nothing;
    const { problem } = change;
    if (!named)
        return { ...nothing, warnings: [`the patch threshold is held against nothing: ${problem}`] };
    const stage = ofRun(judged, "patch");
    return { ...nothing, results: [resultOf(stage, stage.warnOnly ? "warned" : "errored", problem)] };
}
/** What a gate says at the end: one more failed result, of the run, as `<gate>:<variant>`. `judged`: one of its stages. */
function concludingResult(judged, { variant, failure, findings }) {
    return { ...resultOf(ofRun(judged, variant), "failed", failure), findings };
}
/** What could not be written of what stages left: one more broken result, of the run, as `build:archives`, also where the gate is on `warn`. `one`: a stage that left some of it. */
function unwrittenResult(one, variant, problem) {
    return resultOf(ofRun(one, variant), "errored", problem);
}
/** The result of a stage that is in no plan: one of ours, at the end of a run. */
function endingResult(name, status, reason) {
    return {
        ...{ id: name, gate: name, module: null, variant: null, status, reason },
        ...{ startedAt: null, durationMs: 0, cached: false, findings: [], command: "" },
    };
}
/** What all stages of a gate have in common, as one that no command has. */
function ofRun(stage, variant) {
    const key = { gate: stage.gate, module: null, variant };
    return { ...stage, ...key, id: (0,_model_stage_id_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(key), command: "" };
}
function resultOf(stage, status, reason) {
    const { id, gate, module, variant, command } = stage;
    return {
        ...{ id, gate, module, variant },
        status: status === "failed" && stage.warnOnly ? "warned" : status,
        startedAt: null,
        durationMs: 0,
        cached: false,
        reason,
        findings: [],
        command,
    };
}
function statusOf(stage, outcome, judgement) {
    const { end, problem } = outcome;
    const said = problem === null ? null : `${problem.message} ${problem.remedy}`.trim();
    if (end === "errored")
        return { status: "errored", reason: said };
    if (end === "blocked")
        return { status: "blocked", reason: problem?.message ?? null };
    if (end === "cancelled")
        return { status: "cancelled", reason: problem?.message ?? "the run was cancelled" };
    if (end === "timed-out")
        return { status: "failed", reason: judgement.overtime ?? timeLimit(stage) };
    const failure = [judgement.failure, stage.failure].filter((reason) => reason !== null).join("; ");
    if (failure !== "")
        return { status: judgement.broken === true ? "errored" : "failed", reason: failure };
    if (judgement.skipped !== undefined)
        return { status: "skipped", reason: judgement.skipped };
    const warning = judgement.warning ?? null;
    return { status: warning === null ? "passed" : "warned", reason: warning };
}
function timeLimit({ step, ownLimit }) {
    const limit = (0,_model_stage_js__WEBPACK_IMPORTED_MODULE_1__/* .isRunnable */ .i)(step) ? ` of ${(0,_text_go_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .goDuration */ .L)(step.timeoutMs)}` : "";
    return `stopped at its time limit${limit} (${ownLimit === true ? "`timeout` of the stage" : "input `timeout`"})`;
}


/***/ })

};
