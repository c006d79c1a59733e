export const id = 5894;
export const ids = [5894];
export const modules = {

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

/***/ 39634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ briefJson),
/* harmony export */   X: () => (/* binding */ readableReport)
/* harmony export */ });
/* harmony import */ var _text_clip_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51834);
/* harmony import */ var _view_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43427);


/** Bytes of a report that somebody else made, at most: whoever comments on a pull request reads no more (docs/pr-comments.md). */
const readableReport = 1024 * 1024;
/** From all that a comment could show to a handful. */
const rooms = [
    { length: Number.POSITIVE_INFINITY, said: 4_000 },
    { length: 2_000, said: 1_000 },
    { length: 500, said: 500 },
    { length: 100, said: 500 },
    { length: 20, said: 200 },
];
/**
 * What a comment shows of a report, as JSON by the same schema: without the tests and packages that have nothing to say, the files, and the ends of long texts.
 * Lists are cut as far as it takes, which is said as a warning of the report. null: it is too large even so.
 */
function briefJson(report, limit = readableReport) {
    for (const room of rooms) {
        const text = `${JSON.stringify(briefReport(report, room))}\n`;
        if (Buffer.byteLength(text) <= limit)
            return text;
    }
    return null;
}
const cutNote = "The report of this run is large: lists in this comment were cut before it was made, and what is counted as left out is less than there is.";
function briefReport(report, room) {
    const { modules, totals, stages, comparison } = report;
    const cut = new Cut(room);
    const several = modules.length > 1;
    const troubled = new Set(stages.filter(_view_status_js__WEBPACK_IMPORTED_MODULE_0__/* .isTrouble */ .KM).map(({ module }) => module));
    return {
        ...report,
        reasons: cut.texts(report.reasons),
        warnings: [...cut.texts(report.warnings), ...(Number.isFinite(room.length) ? [cutNote] : [])],
        modules: cut.worst(modules, ({ dir }) => troubled.has(dir)).map((module) => briefModule(module, several, cut)),
        // No comment shows them.
        ...(report.benchmarks === undefined ? {} : { benchmarks: [] }),
        ...(report.notices === undefined ? {} : { notices: [] }),
        totals: {
            // The comment lists the packages of the modules where there are several, else those of the totals.
            tests: briefTests(totals.tests, !several, cut),
            coverage: totals.coverage === null ? null : briefCoverage(totals.coverage, cut),
            patch: totals.patch === null ? null : { ...totals.patch, files: cut.first(totals.patch.files) },
        },
        ...(comparison === undefined ? {} : { comparison: briefComparison(comparison, cut) }),
        thresholds: cut.first([...report.thresholds].sort((a, b) => Number(a.met) - Number(b.met))),
        stages: cut.worst(stages, _view_status_js__WEBPACK_IMPORTED_MODULE_0__/* .isTrouble */ .KM).map((stage) => briefStage(stage, cut)),
        artifacts: cut.first(report.artifacts),
        testReuse: report.testReuse === null ? null : { ...report.testReuse, runs: [] },
    };
}
/** Cuts lists and texts to the room that there is. */
class Cut {
    #room;
    constructor(room) {
        this.#room = room;
    }
    first(items) {
        return items.slice(0, this.#room.length);
    }
    /** What has trouble stands before what has none, where not all have room. */
    worst(items, hasTrouble) {
        return this.firstBy(items, (a, b) => Number(hasTrouble(b)) - Number(hasTrouble(a)));
    }
    /** In that order where not all have room, else in their own. */
    firstBy(items, order) {
        return items.length <= this.#room.length ? items : this.first([...items].sort(order));
    }
    text(text) {
        return (0,_text_clip_js__WEBPACK_IMPORTED_MODULE_1__/* .clipEnd */ .Oq)(text, this.#room.said);
    }
    texts(texts) {
        return this.first(texts).map((text) => this.text(text));
    }
}
function briefModule(module, listed, cut) {
    return {
        ...module,
        tests: briefTests(module.tests, listed, cut),
        coverage: module.coverage === null ? null : { ...module.coverage, missing: [], packages: [], files: [] },
    };
}
function briefTests(found, listed, cut) {
    if (found === null)
        return null;
    const packages = listed ? cut.first(found.packages.filter(hasTrouble)) : [];
    return { ...found, packages: packages.map((pkg) => briefPackage(pkg, cut)) };
}
function hasTrouble({ status, interrupted, failures }) {
    return status === "failed" || status === "flaky" || interrupted > 0 || failures.length > 0;
}
function briefPackage(found, cut) {
    const failures = (tests) => cut.first(tests).map((test) => ({ ...test, output: cut.text(test.output), command: cut.text(test.command) }));
    return {
        ...found,
        reason: found.reason === null ? null : cut.text(found.reason),
        failures: failures(found.failures),
        flakes: failures(found.flakes),
        unfinished: failures(found.unfinished),
        tests: cut
            .first(found.tests.filter(({ status }) => status === "failed"))
            .map(({ name, status, durationMs }) => ({ name, status, durationMs })),
    };
}
/** Its packages least covered first, as a comment shows them. */
function briefCoverage(found, cut) {
    const packages = cut.firstBy(found.packages, (a, b) => (a.percent ?? 101) - (b.percent ?? 101));
    return { ...found, missing: cut.first(found.missing), packages, files: [] };
}
function briefComparison(comparison, cut) {
    const { baseline, notes } = comparison;
    return {
        ...comparison,
        baseline: baseline === null ? null : { ...baseline, packages: [] },
        notes: cut.texts(notes),
    };
}
function briefStage(stage, cut) {
    return {
        ...stage,
        reason: stage.reason === null ? null : cut.text(stage.reason),
        findings: cut.first(stage.findings).map((finding) => ({ ...finding, message: cut.text(finding.message) })),
    };
}


/***/ }),

/***/ 68040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ contextOf),
  Y: () => (/* binding */ reportAll)
});

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
 * finds no room is counted in a notice. Changed lines without coverage are notices, which have room of their own.
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
    const uncovered = uncoveredChanges(report);
    const found = [...errors.slice(0, maxPerLevel), ...warnings.slice(0, maxPerLevel)];
    const left = all.length - found.length;
    // The last notice tells what finds no room.
    const room = left > 0 || uncovered.length > maxPerLevel ? maxPerLevel - 1 : maxPerLevel;
    const shown = [...found, ...uncovered.slice(0, room)];
    return [...shown, ...leftOver(left, Math.max(0, uncovered.length - room))];
}
/** Lines of the change that no test reached, the longest ranges first. */
function uncoveredChanges({ totals: { patch } }) {
    if (patch === null)
        return [];
    const ranges = patch.files
        .filter(({ path }) => isInside(path))
        .flatMap(({ path, uncovered }) => uncovered.map(([from, to]) => ({ path, from, to })))
        .sort((a, b) => b.to - b.from - (a.to - a.from));
    return ranges.map(({ path, from, to }) => ({
        ...general("notice", "Not covered", to === from ? "No test reaches this changed line." : "No test reaches these changed lines."),
        ...{ path, line: from, ...(to === from ? {} : { endLine: to }) },
    }));
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
function leftOver(findings, ranges) {
    const more = findings === 0 ? [] : [(0,format/* plural */.LS)(findings, "more finding")];
    const lines = ranges === 0 ? [] : [`${(0,format/* plural */.LS)(ranges, "more range")} of changed lines that no test reaches`];
    if (findings + ranges === 0)
        return [];
    const title = findings === 0 ? "More lines not covered" : "More findings";
    return [general("notice", title, `${[...more, ...lines].join(" and ")} in the job summary and in report.json.`)];
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

// EXTERNAL MODULE: ./build/stage/src/text/html.js
var html = __webpack_require__(74813);
;// CONCATENATED MODULE: ./build/stage/src/report/badge.js



const label = "Go pipeline";
const colours = { green: "#2da44e", red: "#cf222e", yellow: "#9a6700", dim: "#57606a" };
/** Of a character in 11 px; `textLength` makes every font as wide. */
const width = 6.6;
const padding = 8;
/** Verdict and coverage in one small picture. Nothing in it comes from the repository but numbers. */
function badgeOf({ conclusion, totals }) {
    const { words, colour } = view_status/* verdicts */.rY[conclusion];
    const percent = totals.coverage?.percent ?? null;
    const said = percent === null ? words : `${words}, ${(0,format/* formatPercent */.l9)(percent)} covered`;
    const left = part(label, 0, "#24292f");
    const right = part(said, left.width, colours[colour]);
    const title = (0,html/* escapeHtml */.Z)(`${label}: ${said}`);
    const all = left.width + right.width;
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${all}" height="20" role="img" aria-label="${title}">`,
        `<title>${title}</title>`,
        `<clipPath id="r"><rect width="${all}" height="20" rx="3"/></clipPath>`,
        `<g clip-path="url(#r)">${left.box}${right.box}</g>`,
        `<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">${left.text}${right.text}</g>`,
        "</svg>\n",
    ].join("");
}
function part(said, x, fill) {
    const length = Math.round(said.length * width);
    const whole = length + 2 * padding;
    return {
        width: whole,
        box: `<rect x="${x}" width="${whole}" height="20" fill="${fill}"/>`,
        text: `<text x="${x + padding}" y="14" textLength="${length}">${(0,html/* escapeHtml */.Z)(said)}</text>`,
    };
}

;// CONCATENATED MODULE: ./build/stage/src/report/targets/badge.js

/** For a README, wherever it is put from there. */
const badge = {
    name: "badge",
    show: ({ report, write }) => write("badge.svg", badgeOf(report)),
};

// EXTERNAL MODULE: ./build/stage/src/report/targets/job-summary.js + 6 modules
var job_summary = __webpack_require__(31518);
;// CONCATENATED MODULE: ./build/stage/src/page/data.js
/**
 * What report.html holds beside its script: blocks of JSON by the id of their element. The first three are read when they are needed, the others one by
 * one, when somebody looks. Names and output are sanitized; sources are as they are.
 */
/** Ids of the blocks that are always there. */
const blockIds = { overview: "overview", tests: "tests", files: "files" };
/** How tests end, a letter each. */
const testEnds = { passed: "p", failed: "f", flaky: "k", skipped: "s", interrupted: "i" };

;// CONCATENATED MODULE: ./build/stage/src/page/texts.js
/** The script and the style sheet of report.html with what its Content-Security-Policy calls them. Written by scripts/generate.ts. */
const texts = {
    script: "/*! Contains Preact:\nThe MIT License (MIT)\n\nCopyright (c) 2015-present Jason Miller\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software and associated documentation files (the \"Software\"), to deal\nin the Software without restriction, including without limitation the rights\nto use, copy, modify, merge, publish, distribute, sublicense, and/or sell\ncopies of the Software, and to permit persons to whom the Software is\nfurnished to do so, subject to the following conditions:\n\nThe above copyright notice and this permission notice shall be included in all\ncopies or substantial portions of the Software.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR\nIMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,\nFITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE\nAUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER\nLIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,\nOUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE\nSOFTWARE.\n*/\n\"use strict\";(()=>{var b,lt,xn,q,Le,he,it,pe,ut,Ie,Ne,Tn,se=Symbol.for(\"pv\"),_e={},ye=[],Cn=/^m(i|n|o|s|text|space)$/,Be=Array.isArray,ct=ye.slice,Y=Object.assign;function j(e){e&&e.parentNode&&e.remove()}function fe(e,n,o,r,a){var s={type:e,props:n,key:o,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:se,__v:a||++lt,__i:-1,__u:0};return!a&&b.vnode&&b.vnode(s),s}function f(e){return e.children}function me(e,n){this.props=e,this.context=n,this.__g=0}function G(e,n){if(n==null)return e.__&&G(e.__,e.__i+1);for(var o;n<e.__k.length;n++)if((o=e.__k[n])&&o.__e)return o.__e;return typeof e.type!=\"function\"||e.props.__P?null:G(e)}function En(e){var n,o=e.__v,r=o.__e,a=[],s=[],l=e.__P;l&&((n=Y({constructor:se},o)).__v=o.__v+1,b.vnode&&b.vnode(n),He(l,n,o,e.__n,l.namespaceURI,32&o.__u?[r]:null,a,r||G(o),32&o.__u,s),n.__v=o.__v,n.__.__k[n.__i]=n,ht(a,n,s),o.__=o.__e=null,n.__e!=r&&dt(n))}function dt(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(n){return n&&(e.__e=n.__e)}),dt(e)}function at(e){(8&e.__g||(e.__g|=8,q.push(e),he++))&&Le==b.debounceRendering||((Le=b.debounceRendering)||queueMicrotask)(pt)}function pt(){try{for(var e,n=1;q.length;)q.length>n&&q.sort(it),e=q.shift(),n=q.length,8&e.__g&&En(e)}finally{(he=q.length)&&(Le||queueMicrotask)(pt)}}function ft(e,n,o,r,a,s,l,i,d,p,c){var h,_,u,m,C,P,x=r.__k||ye,y=n.length;for(d=Fn(o,n,x,d,y),h=0;h<y;h++)(u=o.__k[h])!=null&&(_=~u.__i&&x[u.__i]||_e,u.__i=h,P=He(e,u,_,a,s,l,i,d,p,c),m=u.__e,(_.ref!=u.ref||8&_.__u)&&(_.ref&&De(_.ref,null,u,_),u.ref&&c.push(u.ref,u.__c||m,u)),C=C||m,4&u.__u?(d=mt(u,d,e,!_.__v),_.__e&&(_.__e=null)):typeof u.type==\"function\"&&P!==void 0?d=P:m&&(d=m.nextSibling),u.__u&=-21);return o.__e=C,d}function Fn(e,n,o,r,a){var s,l,i,d,p,c,h,_,u,m=o.length,C=m,P=0,x=0,y=e.__k=Array(a);for(s=0;s<a;s++)(l=n[s])!=null&&typeof l!=\"boolean\"&&typeof l!=\"function\"?(typeof l!=\"object\"||l.constructor===String?l=y[s]=fe(null,l):Be(l)?l=y[s]=fe(f,{children:l}):l.constructor===se&&l.__b?l=y[s]=fe(l.type,l.props,l.key,l.ref,l.__v):y[s]=l,d=s+P,l.__=e,l.__b=e.__b+1,i=null,~(p=l.__i=Rn(l,o,d,C))&&(C--,(i=o[p])&&(i.__u|=2)),i&&i.__v?(l.__u|=16,p==d-1?P--:p==d+1?P++:p!=d&&(p>d?P--:P++,x=1)):(~p||(a>m?P--:a<m&&P++),typeof l.type!=\"function\"&&(l.__u|=4))):y[s]=null;if(x){for(c=[],h=[],s=0;s<a;s++)if((l=y[s])&&16&l.__u){for(P=0,_=c.length;P<_;)c[u=P+_>>1]<l.__i?P=u+1:_=u;c[P]=l.__i,h[s]=P+1}for(P=c.length;s--;)h[s]&&(h[s]==P?P--:y[s].__u|=4)}if(C)for(s=0;s<m;s++)!(i=o[s])||2&i.__u||(i.__e==r&&(r=G(i)),Ue(i,i));return r}function mt(e,n,o,r){var a,s,l,i;if(typeof e.type==\"function\"){if(e.props.__P)return n;if(a=e.__k)for(s=0;s<a.length;s++)a[s]&&(a[s].__=e,n=mt(a[s],n,o,!1));return n}for(n&&!n.parentNode&&(n=G(e))&&!n.parentNode&&(n=null),l=e.__e,i=n;i&&i.nodeType==8;)i=i.nextSibling;for(l!=i&&(!r&&o.moveBefore&&l.parentNode?o.moveBefore(l,n):o.insertBefore(l,n||null)),n=l;(n=n&&n.nextSibling)&&n.nodeType==8&&!n.data.startsWith(\"$s\"););return n}function Rn(e,n,o,r){var a,s=e.key,l=e.type,i=n[o],d=i&&!(2&i.__u);if(i===null&&s==null||d&&s==i.key&&l==i.type)return o;if(r>(d?1:0)){for(a=o-1;a>=0;a--)if((i=n[a])&&!(2&i.__u)&&s==i.key&&l==i.type)return a;for(a=o+1;a<n.length;a++)if((i=n[a])&&!(2&i.__u)&&s==i.key&&l==i.type)return a}return-1}function st(e,n,o){o==null&&(o=\"\"),n[0]==\"-\"?e.setProperty(n,o):e[n]=o}function de(e,n,o,r,a){var s,l;if(n==\"style\")if(typeof o==\"string\")e.style.cssText=o;else{if(typeof r==\"string\"&&(e.style.cssText=r=\"\"),r)for(n in r)o&&n in o||st(e.style,n);if(o)for(n in o)r&&o[n]==r[n]||st(e.style,n,o[n])}else if(n[0]==\"o\"&&n[1]==\"n\")typeof o!=\"function\"&&(o=null),typeof r!=\"function\"&&(r=null),(e.__e||(e.__e={}))[n]=o,o&&r||(l=Ne[n]||(Ne[n]=$n(n)),(e.__a||(e.__a={}))[n]=Ie,s=n!=(n=n.replace(ut,\"$1\")),(n=n.slice(2))[0]<\"a\"&&(n=n.toLowerCase()),o?e.addEventListener(n,l,s):e.removeEventListener(n,l,s));else{if(a==\"http://www.w3.org/2000/svg\")n=n.replace(/xlink(H|:h)/,\"h\").replace(/sName$/,\"s\");else if(n!=\"width\"&&n!=\"height\"&&n!=\"href\"&&n!=\"list\"&&n!=\"form\"&&n!=\"tabIndex\"&&n!=\"download\"&&n!=\"rowSpan\"&&n!=\"colSpan\"&&n!=\"role\"&&n!=\"popover\"&&n in e)try{return void(e[n]=o??\"\")}catch{}if(typeof o==\"function\")return;o==null||o===!1&&n[4]!=\"-\"?e.removeAttribute(n):e.setAttribute(n,n==\"popover\"&&o==1?\"\":o)}}function $n(e){return function(n){var o=this.__e;if(o){if(o=o[e],n[pe]==null)n[pe]=Ie++;else if(n[pe]<this.__a[e])return;return o(b.event?b.event(n):n)}}}function He(e,n,o,r,a,s,l,i,d,p){var c,h,_,u,m,C,P,x,y,O,T,Me,ot,ce,Q,rt,K,z,V=n.type;if(n.constructor!==se)return null;128&o.__u&&(d=32&o.__u,c=o.__c.__z)&&(n.__u|=d,h=s=[],c.nodeType==8?i=ge(c,s):s.push(c),i=s[0]||i),(c=b.__b)&&c(n);e:if(typeof V==\"function\"){_=l.length;try{if(x=n.props,y=(c=V.prototype)&&c.render,O=(c=V.contextType)&&r[c.__c],T=c?O?O.props.value:c.__:r,(u=o.__c)?(n.__c=u,2&u.__g&&(u.__g|=1)):(y?n.__c=u=new V(x,T):(n.__c=u=new me(x,T),u.constructor=V,u.render=Jn),O&&O.sub(u),u.state||(u.state={}),u.__n=r,u.__g|=8,u.__h=[],u.__k=[]),y&&(u.__s||(u.__s=u.state),V.getDerivedStateFromProps&&(u.__s==u.state&&(u.__s=Y({},u.__s)),Y(u.__s,V.getDerivedStateFromProps(x,u.__s)))),m=u.props,C=u.state,u.__v=n,o.__c){if(x!==m&&y&&!V.getDerivedStateFromProps&&u.componentWillReceiveProps&&u.componentWillReceiveProps(x,T),n.__v==o.__v&&!(8&u.__g)||!(4&u.__g)&&u.shouldComponentUpdate&&u.shouldComponentUpdate(x,u.__s,T)===!1){n.__v!=o.__v&&(u.props=x,u.state=u.__s,u.__g&=-9),n.__e=o.__e,n.__k=o.__k,n.__k.some(function(B){B&&(B.__=n)}),ye.push.apply(u.__h,u.__k),u.__k=[],u.__h.length&&l.push(u),i=G(o);break e}u.componentWillUpdate&&u.componentWillUpdate(x,u.__s,T),y&&u.componentDidUpdate&&u.__h.push(function(){u.componentDidUpdate(m,C,P)})}else y&&!V.getDerivedStateFromProps&&u.componentWillMount&&u.componentWillMount(),y&&u.componentDidMount&&u.__h.push(u.componentDidMount);u.context=T,u.props=x,u.__P=e,u.__g&=-5,Me=b.__r,ot=y?25:0;do u.__g&=-9,Me&&Me(n),c=u.render(u.props,u.state=u.__s,u.context);while(8&u.__g&&++ot<25);y&&(ye.push.apply(u.__h,u.__k),u.__k=[]),u.state=u.__s,u.getChildContext&&(r=Y({},r,u.getChildContext())),y&&o.__c&&u.getSnapshotBeforeUpdate&&(P=u.getSnapshotBeforeUpdate(m,C)),ce=c&&c.type===f&&c.key==null?c.props.children:c,x.__P&&(c=i,a=(e=x.__P).namespaceURI,d=s=null,o.props&&o.props.__P!=e&&(o.__k.some(function(B){B&&Ue(B,B)}),o.__k=null),i=o.__k?G(o,0):null),i=ft(e,Be(ce)?ce:[ce],n,o,r,a,s,l,i,d,p),x.__P&&(n.__e=null,i=c),n.__u&=-161,h&&h.some(j),u.__h.length&&l.push(u),1&u.__g&&(u.__g&=-4)}catch(B){if(l.length=_,n.__v=null,d||s)if(B&&B.then){if(n.__u|=128|d,s){for(~(K=s.indexOf(i||void 0))||(K=s.length);(z=s[K-1])&&z.nodeType==8;)K--;for(;K<s.length;K++)if(z=s[K])if(s[K]=null,Q){if(z==rt)break}else{if(z.nodeType!=8)break;z.data.startsWith(\"$s\")&&(rt=ge(Q=z))}}if(!Q){for(;i&&i.nodeType==8&&i.nextSibling;)i=i.nextSibling;Q=i}(c=ge(Q=n.__c.__z||(n.__c.__z=Q)))?(n.__e=Q,i=c):n.__e=i,i=i&&i.nextSibling}else s&&s.some(j);else n.__e=o.__e;n.__k||(n.__k=o.__k||[]),B&&B.then||gt(n),b.__e(B,n,o)}}else i=n.__e=On(o.__e,n,o,r,a,s,l,d,p,e);return(c=b.diffed)&&c(n),i}function ge(e,n){if(e&&e.nodeType==8&&e.data.startsWith(\"$s\"))for(var o=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(\"$s\"))o++;else if(e.data.startsWith(\"/$s\")&&!--o)return e}n&&n.push(e)}}function gt(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(gt))}function ht(e,n,o){for(var r=0;r<o.length;)De(o[r++],o[r++],o[r++]);b.__c&&b.__c(n,e),e.some(function(a){try{e=a.__h,a.__h=[],e.some(function(s){s.call(a)})}catch(s){b.__e(s,a.__v)}})}function On(e,n,o,r,a,s,l,i,d,p){var c,h,_,u,m,C,P,x,y=o.props||_e,O=n.props,T=n.type;if(T==\"svg\"?a=\"http://www.w3.org/2000/svg\":T==\"math\"?a=\"http://www.w3.org/1998/Math/MathML\":a||(a=\"http://www.w3.org/1999/xhtml\"),s){for(c=0;c<s.length;c++)if((m=s[c])&&(T?m.localName==T:m.nodeType==3)){e=m,s[c]=null;break}}if(!e){if(x=p.ownerDocument||document,!T)return x.createTextNode(O);e=x.createElementNS(a,T,O.is?O:p),i&&(b.__m&&b.__m(n,s),i=!1),s=null}if(T){if(p=T==\"template\"&&e.content||e,s=T==\"textarea\"&&O.defaultValue!=null?null:s&&ct.call(p.childNodes),!i&&s)for(y={},c=0;c<e.attributes.length;c++)y[(m=e.attributes[c]).name]=m.value;for(c in y)m=y[c],c==\"dangerouslySetInnerHTML\"?_=m:c==\"children\"||c in O||c==\"value\"&&\"defaultValue\"in O||c==\"checked\"&&\"defaultChecked\"in O||de(e,c,null,m,a);for(c in O)m=O[c],c==\"children\"?u=m:c==\"dangerouslySetInnerHTML\"?h=m:c==\"value\"?C=m:c==\"checked\"?P=m:i&&typeof m!=\"function\"||y[c]===m||de(e,c,m,y[c],a);h?(i||_&&(h.__html==_.__html||h.__html==e.innerHTML)||(e.innerHTML=h.__html),n.__k=[]):(_&&(e.textContent=\"\"),(T==\"foreignObject\"||a==\"http://www.w3.org/1998/Math/MathML\"&&Cn.test(T))&&(a=\"http://www.w3.org/1999/xhtml\"),ft(p,Be(u)?u:[u],n,o,r,a,s,l,s?s[0]:o.__k&&G(o,0),i,d),s&&s.some(j)),i&&T!=\"textarea\"||(c=\"value\",T==\"progress\"&&C==null?e.removeAttribute(c):C==null||C===e[c]&&(T!=\"progress\"||C)||de(e,c,C,y[c],a),c=\"checked\",P!=null&&P!=e[c]&&de(e,c,P,y[c],a))}else y===O||i&&e.data==O||(e.data=O);return e}function De(e,n,o,r){try{typeof e==\"function\"?n?n.__x=e(n)||1:r&&(r=r.__c||r.__e)&&(n=r.__x)&&(r.__x=null,typeof n==\"function\"?n():e(null)):e.current=n}catch(a){b.__e(a,o)}}function Ue(e,n,o){var r,a,s,l;if(b.unmount&&b.unmount(e),!(r=e.ref)||r.current&&r.current!=e.__e||De(r,null,n,e),r=e.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(i){b.__e(i,n)}r.__P=r.__n=null}if(r=e.__k)for(l=0;l<r.length;l++)r[l]&&Ue(r[l],n,typeof e.type!=\"function\"||o&&!e.props.__P);!o&&(r=e.__c)&&(r=r.__z)&&(a=ge(r,s=[]))&&(r==e.__e&&s.some(j),j(a),j(r)),o||j(e.__e),e.__e=e.__c=e.__=null}function Jn(e,n,o){return this.constructor(e,o)}function _t(e,n){var o,r,a,s;b.__&&b.__(e,n),n.nodeType==9&&(n=n.documentElement),r=(o=e&&32&e.__u)?null:n.__k,n.__k=fe(f,{children:[e]}),a=[],s=[],He(n,n.__k,r||_e,_e,n.namespaceURI,r?null:n.firstChild?ct.call(n.childNodes):null,a,r?r.__e:n.firstChild,o,s),ht(a,n.__k,s),n.__k.props.children=null}b={__e:function(e,n,o,r){for(var a,s,l;n=n.__;)if((a=n.__c)&&!(1&a.__g)){a.__g|=4;try{if((l=(s=a.constructor)&&s.getDerivedStateFromError)&&a.setState(s.getDerivedStateFromError(e)),a.componentDidCatch&&(a.componentDidCatch(e,r||{}),l=1),l&&8&a.__g)return void(a.__g|=2)}catch(i){e=i}}throw he=0,e}},lt=0,xn=function(e){return e!=null&&e.constructor===se},me.prototype.setState=function(e,n){var o=this.__s;o&&o!=this.state||(o=this.__s=Y({},this.state)),typeof e==\"function\"&&(e=e(Y({},o),this.props)),e&&(Y(o,e),this.__v&&(n&&this.__k.push(n),at(this)))},me.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),at(this))},me.prototype.render=f,q=[],he=0,it=function(e,n){return e.__v.__b-n.__v.__b},pe=Symbol(),ut=/(PointerCapture)$|Capture$/i,Ie=0,Ne={},Tn=0;var ne,R,Ae,yt,Ve=Object.is,ve=0,Ct=[],We=[],F=b,vt=F.__b,bt=F.__r,Pt=F.diffed,wt=F.__c,kt=F.unmount,St=F.__;function be(e,n){F.__h&&F.__h(R,e,ve||n),ve=0;var o=R.__H||(R.__H={__:[],__h:[]});return e>=o.__.length&&o.__.push({}),o.__[e]}function J(e){return ve=1,Xn(Rt,e)}function Xn(e,n,o){var r=be(ne++,2);if(r.t=e,!r.__c&&(r.__=[o?o(n):Rt(void 0,n),function(s){var l=(r.__N||r.__)[0],i=r.t(l,s);Ve(l,i)||(r.__N=[i,r.__[1]],r.__c.setState({}))}],r.__c=R,!R.__f)){R.__f=!0;var a=R.shouldComponentUpdate;R.shouldComponentUpdate=function(s,l,i){var d=this.__H;if(!d)return!0;var p=!1,c=this.props!=s;if(d.__.some(function(_){_.__N&&(p=!0,Ve(_.__[0],_.__N[0])||(c=!0))}),a){var h=a.call(this,s,l,i);return p?h||c:h}return!p||c}}return r.__}function N(e,n){var o=be(ne++,3);!F.__s&&Ft(o.__H,n)&&(o.__P=!0,o.__=e,o.u=n,R.__H.__h.push(o))}function H(e){return ve=5,L(function(){return{current:e}},[])}function L(e,n){var o=be(ne++,7);return Ft(o.__H,n)&&(o.__=e(),o.__H=n),o.__}function Et(){var e=be(ne++,11);if(!e.__){for(var n=R.__v;!n.__m&&n.__;)n=n.__;var o=n.__m||(n.__m=[0,0]);e.__=\"P\"+o[0]+\"-\"+o[1]++}return e.__}function Mn(){var e;do{for(;e=We.shift();)try{le(e)}catch(o){F.__e(o,{__:(e=e.__P)&&e.__v})}for(;e=Ct.shift();){var n=e.__H;if(e.__P&&n)try{n.__h.some(le),n.__h.some(Ke),n.__h=[]}catch(o){n.__h=[],F.__e(o,e.__v)}}}while(We.length)}F.__b=function(e){R=null,vt&&vt(e)},F.__=function(e,n){e&&n.__k&&n.__k.__m&&(e.__m=n.__k.__m),St&&St(e,n)},F.__r=function(e){bt&&bt(e),ne=0;var n=(R=e.__c).__H;n&&(Ae==R?R.__h=[]:(n.__h.some(le),n.__h.some(Ke),ne=0),n.__h=[],n.__.some(function(o){o.__N&&(o.__=o.__N),o.u=o.__N=void 0})),Ae=R},F.diffed=function(e){Pt&&Pt(e);var n=e.__c;n&&n.__H&&(n.__H.__h.length&&Tt(Ct.push(n)),n.__H.__.some(function(o){o.u&&(o.__H=o.u)})),Ae=R=null},F.__c=function(e,n){n.some(function(o){try{o.__h.some(le),o.__h=o.__h.filter(function(r){return!r.__||Ke(r)})}catch(r){o.__h=[function(){throw r}]}}),wt&&wt(e,n)},F.unmount=function(e){kt&&kt(e);var n,o,r=e.__c;r&&r.__H&&(r.__H.__.some(function(a){try{if(a.__P&&a.__c){if(o===void 0){for(o=e.__;o&&(!o.__c||!o.__c.__P);)o=o.__;o=o&&o.__c}a.__P=o,Tt(We.push(a))}else le(a)}catch(s){n=s}}),r.__H=void 0,n&&F.__e(n,r.__v))};var xt=typeof requestAnimationFrame==\"function\";function Ln(e){var n,o=function(){clearTimeout(r),xt&&cancelAnimationFrame(n),setTimeout(e)},r=setTimeout(o,35);xt&&(n=requestAnimationFrame(o))}function Tt(e){e!=1&&yt==F.requestAnimationFrame||((yt=F.requestAnimationFrame)||Ln)(Mn)}function le(e){var n=R,o=e.__c;typeof o==\"function\"&&(e.__c=void 0,o()),R=n}function Ke(e){var n=R;e.__c=e.__(),R=n}function Ft(e,n){return!e||e.length!=n.length||n.some(function(o,r){return!Ve(o,e[r])})}function Rt(e,n){return typeof n==\"function\"?n(e):n}var D={overview:\"overview\",tests:\"tests\",files:\"files\"},ie={passed:\"p\",failed:\"f\",flaky:\"k\",skipped:\"s\",interrupted:\"i\"};var qe=new Map;function X(e){if(!qe.has(e)){let n=document.getElementById(e)?.textContent??null;if(n===null)return null;let o=JSON.parse(n);if(e.includes(\"-\"))return o;qe.set(e,o)}return qe.get(e)}function oe(){let[e,n]=J(document.readyState!==\"loading\");return N(()=>{if(e)return;let o=()=>n(!0);return document.addEventListener(\"DOMContentLoaded\",o),document.readyState!==\"loading\"&&o(),()=>document.removeEventListener(\"DOMContentLoaded\",o)},[e]),e}function $(e){if(e<1e3)return`${Math.round(e)} ms`;if(e<9950)return`${(e/1e3).toFixed(1)} s`;let n=Math.round(e/1e3);if(n<60)return`${n} s`;if(n<3600)return`${Math.floor(n/60)} min ${n%60} s`;let o=Math.round(n/60);return`${Math.floor(o/60)} h ${o%60} min`}var $t=[\"B\",\"KiB\",\"MiB\",\"GiB\",\"TiB\"];function Pe(e){let n=e,o=0;for(;n>=1023.95&&o<$t.length-1;)n/=1024,o+=1;return`${o===0?n:n.toFixed(1)} ${$t[o]??\"\"}`}function Nn(e){return e*4%4===1?`${Math.floor(e)}.2`:e.toFixed(1)}function I(e){return e===null?\"\\u2013\":`${Nn(e)} %`}function k(e){return e.toLocaleString(\"en\")}function M(e,n,o=`${n}s`){return`${k(e)} ${e===1?n:o}`}var In=[\"overview\",\"timeline\",\"tests\",\"coverage\",\"file\",\"logs\",\"products\"];function Ot(e){let[,n=\"\",o=\"\"]=/^#\\/(\\w+)(?:\\?(.*))?$/su.exec(e)??[];return{view:In.find(a=>a===n)??\"overview\",params:Object.fromEntries(new URLSearchParams(o))}}function w(e,n={}){let o=new URLSearchParams;for(let[a,s]of Object.entries(n))s!==null&&s!==\"\"&&o.set(a,Bn(`${s}`));let r=o.toString();return`#/${e}${r===\"\"?\"\":`?${r}`}`}function Bn(e){return e.replace(new RegExp(\"\\\\p{Surrogate}\",\"gu\"),\"\\uFFFD\")}function Jt(e){let n=!1;return e.split(`\n`).map(o=>(o.startsWith(\"@@\")?n=!0:o.startsWith(\"diff \")&&(n=!1),{text:o,kind:n?Hn(o):null}))}function Hn(e){return e.startsWith(\"+\")?\"added\":e.startsWith(\"-\")?\"removed\":null}function Xt(e){return e.split(/(`[^`]+`)/u).filter(n=>n!==\"\").map(n=>/^`[^`]+`$/u.test(n)?{text:n.slice(1,-1),code:!0}:{text:n,code:!1})}var Dn=new RegExp(\"[^\\\\P{Cc}\\\\t\\\\n]|[\\\\u061c\\\\u200b-\\\\u200f\\\\u202a-\\\\u202e\\\\u2060-\\\\u206f\\\\ufeff\\\\ufff9-\\\\ufffb]|\\\\p{Surrogate}\",\"gu\");function Mt(e){let n=[],o=0;for(let r of e.matchAll(Dn))r.index>o&&n.push({text:e.slice(o,r.index)}),n.push({hidden:Un(r[0])}),o=r.index+r[0].length;return o<e.length&&n.push({text:e.slice(o)}),n}function Un(e){return`U+${(e.codePointAt(0)??0).toString(16).toUpperCase().padStart(4,\"0\")}`}function Lt(){let[e,n]=J(location.hash);return N(()=>{let o=()=>n(location.hash);return addEventListener(\"hashchange\",o),()=>removeEventListener(\"hashchange\",o)},[]),Ot(e)}function U(e,n,o=!1){let r=w(e,n);o?location.replace(r):location.hash=r}var we=matchMedia(\"print\");function A(){let[e,n]=J(we.matches);return N(()=>{let o=()=>n(we.matches);return we.addEventListener(\"change\",o),()=>we.removeEventListener(\"change\",o)},[]),e}var An=Symbol.for(\"pv\"),Vn=0;function t(e,n,o,r,a,s){n||(n={});var l,i,d=n;if(\"ref\"in d&&typeof e!=\"function\")for(i in d={},n)i==\"ref\"?l=n[i]:d[i]=n[i];var p={type:e,props:d,key:o,ref:l,__k:null,__:null,__b:0,__e:null,__c:null,constructor:An,__v:--Vn,__i:-1,__u:0};return(a||s)&&(p.__source=a,p.__self=s),b.vnode&&b.vnode(p),p}function v({text:e}){return t(f,{children:Mt(e).map(n=>\"text\"in n?n.text:t(\"span\",{class:\"hidden-char\",children:n.hidden}))})}function Z({text:e}){return t(f,{children:Xt(e).map(n=>n.code?t(\"code\",{children:t(v,{text:n.text})}):t(v,{text:n.text}))})}function g({text:e}){return t(\"code\",{class:\"name\",children:t(v,{text:e})})}function ee({text:e,label:n,diff:o=!1}){return t(\"pre\",{class:\"output\",tabIndex:0,role:\"region\",\"aria-label\":n,children:o?Jt(e).map(r=>t(\"span\",{class:r.kind??void 0,children:t(v,{text:`${r.text}\n`})})):t(v,{text:e})})}function E({look:e,words:n}){return t(\"span\",{class:`status ${e.tone}`,children:[t(\"span\",{\"aria-hidden\":\"true\",class:\"sign\",children:e.sign}),n]})}function re({text:e}){let[n,o]=J(!1);if(e===\"\")return null;let r=()=>{navigator.clipboard?.writeText(e).then(()=>o(!0),()=>o(!1))};return t(\"div\",{class:\"command\",children:[t(\"pre\",{tabIndex:0,role:\"region\",\"aria-label\":\"Command that reproduces it\",children:t(v,{text:e})}),navigator.clipboard===void 0?null:t(\"button\",{type:\"button\",class:\"small\",onClick:r,children:n?\"Copied\":\"Copy\"})]})}function ue({path:e,line:n,column:o=null}){if(e===null)return null;let r=[e,n,n===null?null:o].filter(a=>a!==null).join(\":\");return t(\"a\",{class:\"place\",href:w(\"file\",{path:e,line:n}),children:t(g,{text:r})})}function Se({percent:e}){return t(\"span\",{class:\"share\",children:[t(te,{percent:e}),t(\"span\",{class:\"number\",children:I(e)})]})}function te({percent:e}){return t(\"span\",{class:e===null?\"bar nothing\":\"bar\",\"aria-hidden\":\"true\",children:e===null?null:t(\"span\",{style:{width:`${e}%`}})})}function ae({facts:e}){return t(\"dl\",{class:\"facts\",children:e.map(({name:n,values:o,link:r})=>t(\"div\",{children:[t(\"dt\",{children:n}),o.map(a=>t(\"dd\",{children:r===void 0?t(Z,{text:a}):t(\"a\",{href:r,children:a})}))]}))})}var ke=200,Wn=2e3;function S({items:e,what:n,about:o,children:r}){let[a,s]=J({about:o,rows:ke}),i=A()?Wn:a.about===o?a.rows:ke,d=e.length-i;return t(f,{children:[r(e.slice(0,i)),d>0?t(\"p\",{class:\"more\",children:[t(\"button\",{type:\"button\",class:\"screen-only\",onClick:()=>s({about:o,rows:i+ke}),children:[\"Show \",Math.min(ke,d),\" more\"]}),t(\"span\",{children:[k(d),\" more \",n]})]}):null]})}var Ge={p:{sign:\"\\u2713\",tone:\"good\",words:\"passed\"},f:{sign:\"\\u2717\",tone:\"bad\",words:\"failed\"},k:{sign:\"~\",tone:\"warn\",words:\"flaky\"},s:{sign:\"-\",tone:\"quiet\",words:\"skipped\"},i:{sign:\"\\u25A0\",tone:\"warn\",words:\"interrupted\"}};function Nt(e){return Object.values(Ge).find(({words:n})=>n===e)?.tone??\"quiet\"}function It({change:e}){let{patch:n,total:o,files:r,packages:a,notes:s}=e;return t(\"section\",{class:`card${n?.met===!1?\" bad-edge\":\"\"}`,children:[t(\"h3\",{children:\"This change\"}),n===null?null:t(\"p\",{children:t(Qe,{patch:n})}),o===null?null:t(\"p\",{children:[\"All statements: \",o]}),r.length===0?null:t(Kn,{files:r}),a.length===0?null:t(qn,{packages:a}),s.map(l=>t(\"p\",{class:\"muted\",children:t(Z,{text:l})}))]})}function Qe({patch:e}){return e.met===null?t(v,{text:e.words}):t(E,{look:e.met?{sign:\"\\u2713\",tone:\"good\"}:{sign:\"\\u2717\",tone:\"bad\"},words:e.words})}function Kn({files:e}){return t(f,{children:[t(\"h4\",{children:\"Changed lines that no test reached\"}),t(S,{items:e,what:\"files\",about:\"\",children:n=>t(\"ul\",{class:\"plain\",children:n.map(({path:o,uncovered:r})=>t(\"li\",{children:[t(g,{text:o}),\" \",r.map(([a,s],l)=>t(f,{children:[l===0?\"\":\", \",t(\"a\",{href:w(\"file\",{path:o,line:a}),children:a===s?a:`${a}\\u2013${s}`})]}))]},o))})})]})}function qn({packages:e}){return t(f,{children:[t(\"h4\",{children:\"Packages with other coverage than before\"}),t(S,{items:e,what:\"packages\",about:\"\",children:n=>t(\"div\",{class:\"scrolls\",tabIndex:0,role:\"region\",\"aria-label\":\"Packages with other coverage than before\",children:t(\"table\",{children:[t(\"thead\",{children:t(\"tr\",{children:[t(\"th\",{scope:\"col\",children:\"Package\"}),t(\"th\",{scope:\"col\",children:\"Before\"}),t(\"th\",{scope:\"col\",children:\"Now\"}),t(\"th\",{scope:\"col\",class:\"right\",children:\"Points\"})]})}),t(\"tbody\",{children:n.map(({name:o,before:r,now:a,points:s})=>t(\"tr\",{children:[t(\"th\",{scope:\"row\",children:t(g,{text:o})}),t(\"td\",{children:r}),t(\"td\",{children:a}),t(\"td\",{class:\"right\",children:s})]},o))})]})})})]})}function Bt(e,n){return n===0?null:100*e/n}function Te(e){return e.flatMap(({path:n,counts:o})=>o===null?[]:[{path:n,...o}])}function W({covered:e,statements:n}){return Bt(e,n)}function Ce(e,n){let o=n.search.toLowerCase().split(/\\s+/u).filter(a=>a!==\"\"),r=n.descending?-1:1;return e.filter(a=>Gn(a,o)&&(!n.onlyUncovered||a.covered<a.statements)).sort((a,s)=>Qn(a,s,n.sort,r)||xe(a,s))}function Gn({path:e},n){let o=e.toLowerCase();return n.every(r=>o.includes(r))}function Qn(e,n,o,r){if(o===\"path\")return xe(e,n)*r;if(o===\"uncovered\")return(e.statements-e.covered-(n.statements-n.covered))*r;if(o===\"statements\")return(e.statements-n.statements)*r;let[a,s]=[W(e),W(n)];return a===null||s===null?+(a===null)-+(s===null):(a-s)*r}function xe(e,n){return e.path<n.path?-1:+(e.path>n.path)}function Ht(e){let n={dirs:new Map,files:[]};for(let o of e){let r=o.path.split(\"/\"),a=r.pop()??\"\",s=n;for(let l of r){let i=s.dirs.get(l)??{dirs:new Map,files:[]};s.dirs.set(l,i),s=i}s.files.push({...o,name:a,children:null})}return Dt(n,\"\")}function Dt({dirs:e,files:n},o){return[...[...e].map(([a,s])=>zn(a,`${o}${a}`,s)).sort(xe),...[...n].sort(xe)]}function zn(e,n,o){let r=Dt(o,`${n}/`),[a]=r;if(a?.children!=null&&r.length===1)return{...a,name:`${e}/${a.name}`};let s=r.reduce((i,d)=>i+d.covered,0),l=r.reduce((i,d)=>i+d.statements,0);return{name:e,path:n,covered:s,statements:l,children:r}}var Ut=[{key:\"percent\",title:\"Coverage\"},{key:\"uncovered\",title:\"Uncovered\"},{key:\"statements\",title:\"Statements\"}];function Vt({files:e,mode:n,search:o,onlyUncovered:r,route:a}){let s=[\"path\",...Ut.map(({key:p})=>p)].find(p=>p===a.params.sort),l={search:o,onlyUncovered:r,sort:s??\"percent\",descending:a.params.order===\"down\"},i=JSON.stringify([n,l]),d=L(()=>Ce(n===\"files\"?Te(e.files):e.packages,l),[i]);return t(f,{children:[t(\"p\",{role:\"status\",class:\"muted\",children:M(d.length,n===\"files\"?\"file\":\"package\")}),t(S,{items:d,what:n,about:i,children:p=>t(\"table\",{class:\"counted\",children:[t(\"thead\",{children:t(\"tr\",{children:[t(At,{column:\"path\",title:n===\"files\"?\"File\":\"Package\",query:l,route:a}),Ut.map(({key:c,title:h})=>t(At,{column:c,title:h,query:l,route:a}))]})}),t(\"tbody\",{children:p.map(c=>t(jn,{row:c,mode:n},c.path))})]})})]})}function At({column:e,title:n,query:o,route:r}){let a=o.sort===e,s=a&&!o.descending?\"down\":\"\";return t(\"th\",{scope:\"col\",class:e===\"path\"?void 0:\"right\",\"aria-sort\":a?o.descending?\"descending\":\"ascending\":void 0,children:t(\"button\",{type:\"button\",class:\"sort\",onClick:()=>U(\"coverage\",{...r.params,sort:e,order:s},!0),children:[n,t(\"span\",{\"aria-hidden\":\"true\",children:a?o.descending?\" \\u2193\":\" \\u2191\":\"\"})]})})}function jn({row:e,mode:n}){let o=t(g,{text:e.path});return t(\"tr\",{children:[t(\"th\",{scope:\"row\",children:n===\"files\"?t(\"a\",{href:w(\"file\",{path:e.path}),children:o}):o}),t(\"td\",{class:\"right\",children:t(Se,{percent:W(e)})}),t(\"td\",{class:\"right\",children:k(e.statements-e.covered)}),t(\"td\",{class:\"right\",children:k(e.statements)})]})}function Wt({files:e,search:n,onlyUncovered:o}){let r=L(()=>Ce(Te(e.files),{search:n,onlyUncovered:o,sort:\"path\",descending:!1}),[n,o]),a=L(()=>Ht(r),[r]),s=r.length<=60;return t(f,{children:[t(\"p\",{role:\"status\",class:\"muted\",children:M(r.length,\"file\")}),t(Kt,{nodes:a,open:s},`${n} ${o}`)]})}function Kt({nodes:e,open:n}){return t(S,{items:e,what:\"entries\",about:\"\",children:o=>t(\"ul\",{class:\"tree\",children:o.map(r=>t(\"li\",{children:r.children===null?t(Zn,{node:r}):t(Yn,{node:r,open:n||e.length===1})},r.path))})})}function Yn({node:e,open:n}){let o=A(),[r,a]=J(n),s=r||o;return t(f,{children:[t(\"div\",{class:\"leaf\",children:[t(\"button\",{type:\"button\",class:\"branch\",\"aria-expanded\":s,onClick:()=>a(!r),children:[t(\"span\",{\"aria-hidden\":\"true\",class:\"arrow\",children:s?\"\\u25BE\":\"\\u25B8\"}),t(g,{text:`${e.name}/`})]}),t(qt,{node:e})]}),s?t(Kt,{nodes:e.children??[],open:!1}):null]})}function Zn({node:e}){return t(\"div\",{class:\"leaf\",children:[t(\"a\",{href:w(\"file\",{path:e.path}),children:t(g,{text:e.name})}),t(qt,{node:e})]})}function qt({node:e}){return t(\"span\",{class:\"amount\",children:[t(\"span\",{class:\"muted\",children:t(v,{text:`${k(e.covered)} / ${k(e.statements)}`})}),t(Se,{percent:W(e)})]})}function Ee({label:e,value:n,onChange:o}){let r=Et(),[a,s]=J(n),l=H(n),i=H(o);return i.current=o,N(()=>{n!==l.current&&s(n),l.current=n},[n]),N(()=>{if(a===l.current)return;let d=setTimeout(()=>{l.current=a,i.current(a)},120);return()=>clearTimeout(d)},[a]),t(\"div\",{class:\"search\",children:[t(\"label\",{for:r,class:\"vh\",children:e}),t(\"input\",{id:r,type:\"search\",placeholder:e,value:a,autocomplete:\"off\",spellcheck:!1,onInput:d=>s(d.currentTarget.value)})]})}var Gt=[\"tree\",\"files\",\"packages\"];function Qt({overview:{coverage:e},route:n}){let o=X(D.files);return t(f,{children:[t(\"h2\",{tabIndex:-1,children:\"Coverage\"}),o===null||e===null?t(\"p\",{children:\"No coverage was measured.\"}):t(f,{children:[t(eo,{coverage:e}),e.change===null?null:t(It,{change:e.change}),t(to,{coverage:e}),t(no,{packages:e.missing}),t(oo,{files:o,route:n})]})]})}function eo({coverage:e}){return t(\"p\",{class:\"total\",children:[t(\"span\",{class:\"big\",children:I(e.percent)}),\" \",t(te,{percent:e.percent}),\" \",t(\"span\",{class:\"muted\",children:[k(e.covered),\" of \",k(e.statements),\" statements\"]})]})}function to({coverage:e}){let n=e.change?.patch!=null,o=e.thresholds.filter(({met:r,what:a})=>!r&&!(n&&a===\"patch\"));return o.length===0?null:t(\"section\",{class:\"card bad-edge\",children:[t(\"h3\",{children:\"Missed limits\"}),t(S,{items:o,what:\"limits\",about:\"\",children:r=>t(\"ul\",{class:\"plain\",children:r.map(({what:a,name:s,floor:l,percent:i})=>t(\"li\",{children:[t(E,{look:{sign:\"\\u2717\",tone:\"bad\"},words:\"\"}),\" \",a===\"patch\"?\"change\":a,\" \",s===null?null:t(g,{text:s}),\" \",I(i),\" of \",l,\" %\"]}))})})]})}function no({packages:e}){return e.length===0?null:t(\"section\",{class:\"card warn-edge\",children:[t(\"h3\",{children:\"Not counted: no coverage profile\"}),t(S,{items:e,what:\"packages\",about:\"\",children:n=>t(\"ul\",{class:\"plain\",children:n.map(o=>t(\"li\",{children:t(g,{text:o})}))})})]})}function oo({files:e,route:n}){let o=Gt.find(s=>s===n.params.by)??\"tree\",r=n.params.search??\"\",a=n.params.only===\"uncovered\";return t(f,{children:[e.left===null?null:t(\"p\",{class:\"muted\",children:e.left}),t(ro,{mode:o,search:r,onlyUncovered:a,route:n}),o===\"tree\"?t(Wt,{files:e,search:r,onlyUncovered:a}):t(Vt,{files:e,mode:o,search:r,onlyUncovered:a,route:n})]})}function ro({mode:e,search:n,onlyUncovered:o,route:r}){let a=s=>U(\"coverage\",{...r.params,...s},!0);return t(\"div\",{class:\"controls\",children:[t(Ee,{label:e===\"packages\"?\"Filter packages\":\"Filter files\",value:n,onChange:s=>a({search:s})}),t(\"div\",{role:\"group\",\"aria-label\":\"Coverage by\",class:\"chips\",children:Gt.map(s=>t(\"button\",{type:\"button\",\"aria-pressed\":s===e,onClick:()=>a({by:s===\"tree\"?\"\":s}),children:[s[0]?.toUpperCase(),s.slice(1)]}))}),t(\"label\",{class:\"choice\",children:[t(\"input\",{type:\"checkbox\",checked:o,onChange:s=>a({only:s.currentTarget.checked?\"uncovered\":\"\"})}),\"Hide what is fully covered\"]})]})}function jt({text:e,runs:n},{uncovered:o,changed:r}){let a=[[]],s=0;for(let d=0;d<n.length;d+=2){let[p=0,c=-1]=n.slice(d,d+2),h=e.slice(s,s+p).split(`\n`);s+=p;for(let[_,u]of h.entries())_>0&&a.push([]),u!==\"\"&&a.at(-1)?.push({text:u.replace(/\\r$/,\"\"),count:c})}a.at(-1)?.length===0&&a.pop();let l=zt(o),i=zt(r);return a.map((d,p)=>{let c=p+1;return{number:c,changed:i(c),...ao(d,l(c))}})}function ao(e,n){let o=e.filter(({text:i})=>/[^\\s{}()]/u.test(i)),a=(o.length>0?o:e.filter(({text:i})=>i.trim()!==\"\")).filter(({count:i})=>i>0),s=n||o.some(({count:i})=>i===0),l=a.reduce((i,d)=>Math.max(i,d.count),0);return{state:so(a.length>0,s),count:l,parts:e}}function so(e,n){return n?e?\"partial\":\"uncovered\":e?\"covered\":\"untracked\"}function zt(e){let n=0;return o=>{for(;n<e.length&&(e[n]?.[1]??0)<o;)n+=1;let r=e[n];return r!==void 0&&r[0]<=o}}function Yt(e,n,o){let r=o>0?e.findIndex(([s])=>s>n):e.findLastIndex(([s])=>s<n),a=e[r];return a===void 0?null:{index:r,range:a}}var Fe={on:!0};function Re(e){let n=H(e);n.current=e,N(()=>{let o=r=>{if(!Fe.on||r.ctrlKey||r.metaKey||r.altKey||lo(r.target))return;let a=n.current[r.key];a!==void 0&&(r.preventDefault(),a())};return addEventListener(\"keydown\",o),()=>removeEventListener(\"keydown\",o)},[])}function lo(e){return e instanceof HTMLElement&&e.matches(\"input, select, textarea\")}function Zt(e,n){let o=new Map;for(let r of e){let a=n(r),s=o.get(a);s===void 0?o.set(a,[r]):s.push(r)}return o}var en={covered:{words:\"covered\",sign:\"\\u2713\"},partial:{words:\"covered in part\",sign:\"\\xB1\"},uncovered:{words:\"not covered\",sign:\"\\u2717\"},untracked:{words:\"\",sign:\"\"}};function tn({lines:e,marks:n,current:o}){let r=H(null);return N(()=>{if(o<1)return;let a=r.current?.rows[o-1];a?.scrollIntoView({block:\"center\"}),a?.focus({preventScroll:!0})},[o,e]),t(\"div\",{class:\"scrolls source-box\",tabIndex:0,role:\"region\",\"aria-label\":\"Source\",children:t(\"table\",{class:\"source\",children:[t(\"thead\",{class:\"vh\",children:t(\"tr\",{children:[t(\"th\",{scope:\"col\",children:\"Line\"}),t(\"th\",{scope:\"col\",children:\"Coverage\"}),t(\"th\",{scope:\"col\",children:\"Source\"})]})}),t(\"tbody\",{ref:r,children:t(io,{lines:e,marks:n,current:o})})]})})}function io({lines:e,marks:n,current:o}){let r=L(()=>Zt(n,l=>l.line),[n]),a=L(()=>e.map(l=>i=>t(uo,{line:l,marks:r.get(l.number)??[],current:i})),[e,r]),s=L(()=>a.map(l=>l(!1)),[a]);return t(f,{children:s.map((l,i)=>i+1===o?a[i]?.(!0)??l:l)})}function uo({line:e,marks:n,current:o}){let{number:r,state:a,changed:s,count:l,parts:i}=e,{sign:d}=en[a],p=`${en[a].words}${s?\", changed\":\"\"}`;return t(\"tr\",{class:`${a}${s?\" changed\":\"\"}${n.length>0?\" marked\":\"\"}`,tabIndex:-1,\"aria-current\":o?\"true\":void 0,children:[t(\"td\",{class:\"no\",children:r}),t(\"td\",{class:\"hit\",title:p===\"\"?void 0:co(p,l),children:d===\"\"?null:t(f,{children:[t(\"span\",{\"aria-hidden\":\"true\",children:d}),t(\"span\",{class:\"vh\",children:p})]})}),t(\"td\",{class:\"code\",children:[t(\"code\",{children:i.map(c=>a===\"partial\"&&c.count===0?t(\"span\",{class:\"missed\",children:t(v,{text:c.text})}):t(v,{text:c.text}))}),n.map(c=>t(\"span\",{class:\"mark\",children:t(v,{text:c.text})}))]})]})}function co(e,n){return n>1?`${e}, ${n} times`:e}function nn({route:e}){let n=X(D.files)?.files??[],o=e.params.path??\"\",r=n.find(a=>a.path===o);return r===void 0?t(f,{children:[t(\"h2\",{tabIndex:-1,children:t(g,{text:o})}),t(\"p\",{children:\"This page does not have the file.\"})]}):t(po,{file:r,files:n,line:Number(e.params.line??0)},o)}function po({file:e,files:n,line:o}){let r=oe(),a=L(()=>e.source===null?null:X(e.source),[e,r]),s=L(()=>a===null?null:jt(a,e),[a]);return t(f,{children:[t(\"p\",{class:\"crumbs\",children:t(\"a\",{href:w(\"coverage\"),children:\"Coverage\"})}),t(\"h2\",{tabIndex:-1,children:t(g,{text:e.path})}),t(fo,{file:e}),t(mo,{file:e}),t(go,{file:e,files:n,line:o}),s===null?t(yo,{file:e,loaded:r}):t(tn,{lines:s,marks:e.marks,current:o})]})}function fo({file:{counts:e,url:n}}){return t(\"p\",{class:\"total\",children:[e===null?t(\"span\",{class:\"muted\",children:\"Not counted\"}):t(f,{children:[t(\"span\",{class:\"big\",children:I(W(e))}),\" \",t(te,{percent:W(e)}),\" \",t(\"span\",{class:\"muted\",children:[e.covered,\" of \",e.statements,\" statements\"]})]}),n===null?null:t(\"a\",{href:n,children:\"Open at the commit\"})]})}function mo({file:{path:e,marks:n}}){return n.length===0?null:t(\"ul\",{class:\"plain card bad-edge\",children:n.map(o=>t(\"li\",{children:[t(\"a\",{href:w(\"file\",{path:e,line:o.line}),children:[\"Line \",o.line]}),\" \",t(v,{text:o.text})]}))})}function go({file:e,files:n,line:o}){let{path:r,uncovered:a}=e,[s,l]=J(\"\"),i=d=>{let p=o===0&&d<0?Number.POSITIVE_INFINITY:o,c=Yt(a,p,d);if(c!==null){let[_,u]=c.range;l(`${ho(_,u)} not covered, ${c.index+1} of ${a.length} in this file`),U(\"file\",{path:r,line:_},!0);return}let h=_o(n,e,d);h===null?l(d>0?\"No uncovered lines after this\":\"No uncovered lines before this\"):U(\"file\",{path:h.path,line:(d>0?h.uncovered[0]:h.uncovered.at(-1))?.[0]??null})};return Re({n:()=>i(1),p:()=>i(-1)}),t(\"div\",{class:\"controls sticky screen-only\",children:[t(\"button\",{type:\"button\",onClick:()=>i(-1),children:[\"\\u2191 Previous uncovered \",t(\"kbd\",{children:\"p\"})]}),t(\"button\",{type:\"button\",onClick:()=>i(1),children:[\"\\u2193 Next uncovered \",t(\"kbd\",{children:\"n\"})]}),t(\"span\",{role:\"status\",class:\"muted\",children:s===\"\"?M(a.length,\"uncovered place\"):s})]})}function ho(e,n){return e===n?`Line ${e}`:`Lines ${e} to ${n}`}function _o(e,n,o){let r=e.indexOf(n);return(o>0?e.slice(r+1):e.slice(0,r).reverse()).find(({uncovered:s,source:l})=>s.length>0&&l!==null)??null}function yo({file:e,loaded:n}){if(!n)return t(\"p\",{class:\"muted\",children:\"Loading \\u2026\"});let o=X(D.files)?.left??null,r=e.uncovered.map(([a,s])=>a===s?`${a}`:`${a}\\u2013${s}`);return t(f,{children:[t(\"p\",{children:[\"The source is not in this page. \",o]}),r.length===0?null:t(\"p\",{children:[\"Uncovered lines: \",r.join(\", \")]})]})}function on({overview:e,route:n,tabs:o}){return t(\"header\",{children:[t(\"div\",{class:\"inner\",children:[t(\"h1\",{children:[t(\"span\",{class:`verdict ${e.tone}`,children:[t(\"span\",{\"aria-hidden\":\"true\",children:e.sign}),\" \",e.verdict]}),t(g,{text:e.title})]}),t(\"p\",{class:\"muted\",children:[\"Go pipeline \\xB7 \",t(\"time\",{dateTime:e.startedAt,children:bo(e.startedAt)}),\" \\xB7\",\" \",$(e.durationMs)]})]}),t(\"nav\",{\"aria-label\":\"Report\",class:\"inner tabs\",children:o.map(({view:r,title:a,badge:s,tone:l})=>t(\"a\",{href:w(r),\"aria-current\":vo(n,r)?\"page\":void 0,children:[a,s===null?null:t(\"span\",{class:`badge ${l}`,children:s})]}))})]})}function rn({tests:e,coverage:n,binaries:o,archives:r,sboms:a,image:s}){let l=e?.counts.find(({state:p})=>p===\"failed\")?.count??0,i=(e?.counts??[]).reduce((p,{count:c})=>p+c,0),d=o.length+r.length+a.length+(s===null?0:1);return[{view:\"overview\",title:\"Overview\",badge:null,tone:\"\"},{view:\"timeline\",title:\"Timeline\",badge:null,tone:\"\"},{view:\"tests\",title:\"Tests\",badge:e===null?null:l>0?`${k(l)} failed`:k(i),tone:l>0?\"bad\":\"\"},{view:\"coverage\",title:\"Coverage\",badge:n===null?null:I(n.percent),tone:\"\"},{view:\"logs\",title:\"Logs\",badge:null,tone:\"\"},{view:\"products\",title:\"Products\",badge:d===0?null:`${d}`,tone:\"\"}]}function vo({view:e},n){return e===n||e===\"file\"&&n===\"coverage\"}function bo(e){return`${e.slice(0,16).replace(\"T\",\" \")} UTC`}var Po=[[\"1 \\u2026 6\",\"the views, in their order\"],[\"/\",\"search\"],[\"n\",\"next uncovered lines, in a source\"],[\"p\",\"previous uncovered lines, in a source\"],[\"?\",\"this help\"]];function an({onClose:e}){let[n,o]=J(Fe.on),r=a=>{Fe.on=a,o(a)};return t(f,{children:[t(\"h2\",{id:\"help-title\",children:\"Keyboard shortcuts\"}),t(\"dl\",{class:\"facts\",children:Po.map(([a,s])=>t(\"div\",{children:[t(\"dt\",{children:t(\"kbd\",{children:a})}),t(\"dd\",{children:s})]}))}),t(\"p\",{children:t(\"label\",{class:\"choice\",children:[t(\"input\",{type:\"checkbox\",checked:n,onChange:a=>r(a.currentTarget.checked)}),\"Single keys do this\"]})}),t(\"button\",{type:\"button\",onClick:e,children:\"Close\"})]})}function sn({overview:e,route:n}){let o=e.stages.filter(({log:s})=>s!==null),r=s=>o.find(({status:l})=>e.looks[l].tone===s),a=o.find(({id:s})=>s===n.params.stage)??r(\"bad\")??r(\"warn\")??o[0];return t(f,{children:[t(\"h2\",{tabIndex:-1,children:\"Logs\"}),a===void 0?t(\"p\",{children:\"No stage has written a log.\"}):t(\"div\",{class:\"logs\",children:[t(\"nav\",{\"aria-label\":\"Logs\",children:t(S,{items:o,what:\"logs\",about:\"\",children:s=>t(\"ul\",{class:\"plain\",children:s.map(({id:l,status:i})=>t(\"li\",{children:t(\"a\",{href:w(\"logs\",{stage:l}),\"aria-current\":l===a.id?\"true\":void 0,children:[t(E,{look:e.looks[i],words:\"\"}),\" \",t(g,{text:l}),t(\"span\",{class:\"vh\",children:i})]})}))})})}),t(wo,{block:a.log??\"\"},a.id)]})]})}function wo({block:e}){let n=oe(),o=X(e);if(o===null)return t(\"p\",{class:\"muted\",children:n?\"The log is not in this page.\":\"Loading \\u2026\"});let{stage:r,path:a,bytes:s,head:l,tail:i}=o;return t(\"section\",{class:\"log\",children:[t(\"h3\",{children:t(g,{text:r})}),t(\"p\",{class:\"muted\",children:[t(\"a\",{href:a,children:a}),\" \",Pe(s),i===null?\"\":\"; this page has its beginning and its end\"]}),l===\"\"&&i===null?t(\"p\",{children:\"It is empty.\"}):t(ee,{text:l,label:`Log of ${r}`}),i===null?null:t(f,{children:[t(\"p\",{class:\"cut\",children:[\"\\u2026 the rest is in \",t(\"a\",{href:a,children:a}),\" \\u2026\"]}),t(ee,{text:i,label:`End of the log of ${r}`})]})]})}function un({overview:e}){let{tests:n,coverage:o,stageCounts:r}=e;return t(\"div\",{class:\"cards\",children:[n===null?null:t(\"a\",{class:\"card\",href:w(\"tests\"),children:[t(\"span\",{class:\"card-name\",children:\"Tests\"}),t(ln,{counts:n.counts}),t(\"span\",{class:\"muted\",children:[\"in \",M(n.packages,\"package\")]})]}),o===null?null:t(\"a\",{class:\"card\",href:w(\"coverage\"),children:[t(\"span\",{class:\"card-name\",children:\"Coverage\"}),t(\"span\",{class:\"big\",children:I(o.percent)}),t(te,{percent:o.percent}),t(\"span\",{class:\"muted\",children:[k(o.covered),\" of \",k(o.statements),\" statements\"]}),o.missing.length===0?null:t(\"span\",{class:\"warn\",children:[\"no profile from \",M(o.missing.length,\"package\")]}),o.change?.patch==null?null:t(\"span\",{class:\"muted\",children:t(Qe,{patch:o.change.patch})}),t(So,{coverage:o})]}),t(\"a\",{class:\"card\",href:w(\"timeline\"),children:[t(\"span\",{class:\"card-name\",children:\"Stages\"}),t(ln,{counts:r}),t(\"span\",{class:\"muted\",children:[$(e.durationMs),\" in all\"]})]})]})}function ln({counts:e}){let n=e.filter(({count:o})=>o>0);return t(\"span\",{class:\"counts\",children:[n.map(({state:o,count:r})=>t(\"span\",{class:ko(o),children:[t(\"b\",{children:k(r)}),\" \",o]})),n.length===0?t(\"span\",{children:\"none\"}):null]})}function ko(e){return e===\"errored\"?\"bad\":e===\"warned\"||e===\"cancelled\"?\"warn\":Nt(e)}function So({coverage:{thresholds:e}}){let n=e.find(({what:r})=>r===\"total\"),o=e.filter(({met:r,what:a})=>!r&&a!==\"total\");return n===void 0&&o.length===0?null:t(\"span\",{class:\"limits\",children:[n===void 0?null:t(E,{look:n.met?{sign:\"\\u2713\",tone:\"good\"}:{sign:\"\\u2717\",tone:\"bad\"},words:`threshold ${n.floor} % ${n.met?\"met\":\"missed\"}`}),o.length===0?null:t(E,{look:{sign:\"\\u2717\",tone:\"bad\"},words:`${M(o.length,n===void 0?\"limit\":\"more limit\")} missed`})]})}var je=[\"all\",\"failed\",\"flaky\",\"interrupted\",\"skipped\",\"slow\"],Ye=100,xo={all:null,slow:null,failed:ie.failed,flaky:ie.flaky,interrupted:ie.interrupted,skipped:ie.skipped};function $e(e,n){let o=n.search.toLowerCase().split(/\\s+/u).filter(l=>l!==\"\"),r=xo[n.filter],a=[];for(let l of e){if(r!==null&&!l.ends.includes(r))continue;let i=l.path.toLowerCase(),d=o.filter(p=>!i.includes(p));for(let[p,c]of l.names.entries())r!==null&&l.ends[p]!==r||d.length>0&&!To(c,d)||a.push({of:l,index:p})}let s=n.filter===\"slow\";return s||n.byTime?a.sort((l,i)=>ze(i)-ze(l)):n.filter===\"all\"&&a.sort((l,i)=>cn(l)-cn(i)),s?Co(a):a}function To(e,n){let o=e.toLowerCase();return n.every(r=>o.includes(r))}function ze({of:e,index:n}){return e.times[n]??0}function cn({of:e,index:n}){return\"fki\".indexOf(e.ends[n]??\"\")<0?1:0}function Co(e){let n=new Map,o=[];for(let r of e){if(o.length===Ye||ze(r)===0)break;let a=n.get(r.of)??Eo(r.of);n.set(r.of,a),a.has(r.of.names[r.index]??\"\")||o.push(r)}return o}function Eo({names:e}){let n=new Set;for(let o of e)for(let r=o.lastIndexOf(\"/\");r>0;r=o.lastIndexOf(\"/\",r-1))n.add(o.slice(0,r));return n}function dn({of:e,index:n}){return e.notes[n]??null}function Oe({status:e,reason:n}){return e===\"failed\"&&n!==null}function Je({packages:e}){return t(\"section\",{class:\"card bad-edge\",children:[t(\"h3\",{children:\"Packages that failed as a whole\"}),t(S,{items:e,what:\"packages\",about:\"\",children:n=>t(\"ul\",{class:\"plain\",children:n.map(({path:o,module:r,reason:a})=>t(\"li\",{children:[t(E,{look:{sign:\"\\u2717\",tone:\"bad\"},words:\"\"}),\" \",t(g,{text:o}),\" \",r===null?null:t(\"span\",{class:\"muted\",children:[\"in \",r,\" \"]}),t(v,{text:a??\"failed\"})]}))})})]})}function Xe({test:e,named:n,open:o}){let r=A(),{of:a,index:s}=e,l=dn(e),i=Ge[a.ends[s]??\"\"],d=a.times[s]??null,p=t(f,{children:[i===void 0?null:t(E,{look:i,words:i.words}),t(\"span\",{class:\"what\",children:[t(g,{text:a.names[s]??\"\"}),l?.said===void 0&&l?.reason===void 0?null:t(\"span\",{class:\"said\",children:t(v,{text:l.said??l.reason??\"\"})}),n?t(\"span\",{class:\"muted within\",children:t(v,{text:a.path})}):null]}),t(\"span\",{class:\"number muted\",children:d===null?\"\":$(d)})]});return l===null?t(\"div\",{class:\"row\",children:p}):t(\"details\",{open:o||r,children:[t(\"summary\",{class:\"row\",children:p}),t(Fo,{note:l})]})}function Fo({note:e}){let{path:n=null,line:o=null,reason:r,attributes:a=[],artifacts:s=[],command:l,output:i,cut:d}=e;return t(\"div\",{class:\"note\",children:[n===null?null:t(\"p\",{children:[\"at \",t(ue,{path:n,line:o})]}),r===void 0?null:t(\"p\",{children:[\"Skipped: \",t(v,{text:r})]}),i===void 0?null:t($o,{block:i}),d===!0?t(\"p\",{class:\"muted\",children:\"Its output found no room here; report.json and the log of the stage have it.\"}):null,a.length===0?null:t(Ro,{attributes:a}),s.map(p=>t(\"p\",{children:[\"Artifacts: \",t(g,{text:p})]})),l===void 0?null:t(re,{text:l})]})}function Ro({attributes:e}){return t(\"dl\",{class:\"facts\",children:e.map(([n,o])=>t(\"div\",{children:[t(\"dt\",{children:t(v,{text:n})}),t(\"dd\",{children:t(v,{text:o})})]}))})}function $o({block:e}){let n=oe(),o=X(e);return o===null?t(\"p\",{class:\"muted\",children:n?\"Its output is not here.\":\"Loading \\u2026\"}):t(ee,{text:o,label:\"Output of the test\"})}var pn=20;function mn({overview:e}){let n=new Map(e.tests?.counts.map(({state:a,count:s})=>[a,s])),o=X(D.tests)??[],r=o.filter(Oe);return t(f,{children:[r.length===0?null:t(Je,{packages:r}),t(fn,{filter:\"failed\",title:\"Failed tests\",open:3,count:n.get(\"failed\")??0,packages:o}),t(fn,{filter:\"flaky\",title:\"Flaky tests\",open:0,count:n.get(\"flaky\")??0,packages:o})]})}function fn({filter:e,title:n,open:o,count:r,packages:a}){return r===0?null:t(\"section\",{class:`card ${e===\"failed\"?\"bad\":\"warn\"}-edge`,children:[t(\"h3\",{children:[n,\" \",t(\"span\",{class:\"count\",children:k(r)})]}),t(\"ul\",{class:\"rows\",children:$e(a,{filter:e,search:\"\",byTime:!1}).slice(0,pn).map((s,l)=>t(\"li\",{children:t(Xe,{test:s,named:!0,open:l<o})}))}),r>pn?t(\"p\",{class:\"more\",children:t(\"a\",{href:w(\"tests\",{status:e}),children:[\"All \",k(r)]})}):null]})}function Ze({findings:e}){if(e.length===0)return null;let n=[...new Set(e.map(({kind:o})=>o))];return t(f,{children:n.map(o=>{let r=e.filter(s=>s.kind===o),a=r.some(({level:s})=>s===\"error\");return t(\"section\",{class:`card ${a?\"bad\":\"warn\"}-edge`,children:[t(\"h3\",{children:[o,\" \",t(\"span\",{class:\"count\",children:k(r.length)})]}),t(S,{items:r,what:\"findings\",about:o,children:s=>t(\"ul\",{class:\"rows\",children:s.map((l,i)=>t(\"li\",{children:t(Oo,{finding:l,open:i<3})}))})})]})})})}function Oo({finding:e,open:n}){let o=A(),{level:r,style:a,path:s,line:l,column:i,title:d,message:p,stages:c}=e,[h=\"\",..._]=p.trimEnd().split(`\n`),u=r===\"error\"?{sign:\"\\u2717\",tone:\"bad\"}:{sign:\"!\",tone:\"warn\"},m=a===\"line\"&&_.length===0,C=t(f,{children:[t(E,{look:u,words:r}),t(\"span\",{class:\"what\",children:[s===null?null:m?t(ue,{path:s,line:l,column:i}):t(g,{text:s}),t(\"span\",{class:m?\"message\":\"said\",children:t(v,{text:m?h:d})}),t(\"span\",{class:\"muted within\",children:t(v,{text:c.join(\", \")})})]})]});return m?t(\"div\",{class:\"row\",children:C}):t(\"details\",{open:n||o,children:[t(\"summary\",{class:\"row\",children:C}),t(\"div\",{class:\"note\",children:[s===null?null:t(\"p\",{children:[\"at \",t(ue,{path:s,line:l,column:i})]}),t(ee,{text:p,label:d,diff:a===\"diff\"})]})]})}function gn({modules:e,looks:n}){return t(\"section\",{children:[t(\"h3\",{children:\"Modules\"}),t(\"div\",{class:\"scrolls\",tabIndex:0,role:\"region\",\"aria-label\":\"Modules\",children:t(\"table\",{children:[t(\"thead\",{children:t(Jo,{gates:e.gates})}),t(\"tbody\",{children:e.rows.map(o=>t(Xo,{row:o,looks:n}))})]})})]})}function Jo({gates:e}){return t(\"tr\",{children:[t(\"th\",{scope:\"col\",children:\"Module\"}),e.map(n=>t(\"th\",{scope:\"col\",children:t(v,{text:n})})),t(\"th\",{scope:\"col\",children:\"Tests\"}),t(\"th\",{scope:\"col\",class:\"right\",children:\"Coverage\"}),t(\"th\",{scope:\"col\",class:\"right\",children:\"Time\"})]})}function Xo({row:{dir:e,cells:n,tests:o,percent:r,durationMs:a},looks:s}){return t(\"tr\",{children:[t(\"th\",{scope:\"row\",children:t(g,{text:e})}),n.map(l=>t(\"td\",{children:l===null?\"\\u2013\":t(E,{look:s[l.status],words:l.count===l.of?l.status:`${l.count} of ${l.of} ${l.status}`})})),t(\"td\",{children:o}),t(\"td\",{class:\"right\",children:I(r)}),t(\"td\",{class:\"right\",children:a===null?\"\\u2013\":$(a)})]})}function hn({overview:e}){let n=A(),{stages:o,looks:r,modules:a}=e;if(a===null)return t(\"section\",{children:[t(\"h3\",{children:\"Stages\"}),o.length===0?t(\"p\",{children:\"Nothing was run.\"}):t(et,{stages:o,overview:e})]});let s=o.filter(({status:l})=>[\"bad\",\"warn\"].includes(r[l].tone));return t(\"section\",{children:[t(\"h3\",{children:\"Stages\"}),t(et,{stages:s,overview:e}),t(\"details\",{open:n,children:[t(\"summary\",{class:\"all\",children:[\"All \",M(o.length,\"stage\")]}),t(et,{stages:o,overview:e})]})]})}function et({stages:e,overview:n}){return t(S,{items:e,what:\"stages\",about:\"\",children:o=>t(\"ul\",{class:\"rows\",children:o.map(r=>t(\"li\",{children:t(Mo,{stage:r,overview:n})}))})})}function Mo({stage:e,overview:n}){let{id:o,status:r,ran:a,durationMs:s,cached:l,reason:i,command:d,log:p}=e,c=[...l?[\"cached\"]:[],...i===null?[]:[i]].join(\", \");return t(\"details\",{children:[t(\"summary\",{class:\"row\",children:[t(E,{look:n.looks[r],words:r}),t(\"span\",{class:\"what\",children:[t(g,{text:o}),t(\"span\",{class:\"said\",children:t(Z,{text:c})})]}),t(\"span\",{class:\"number muted\",children:a?$(s):\"\"})]}),t(\"div\",{class:\"note\",children:[t(re,{text:d}),p===null?t(\"p\",{class:\"muted\",children:\"It has no log.\"}):t(\"p\",{children:t(\"a\",{href:w(\"logs\",{stage:o}),children:[\"Log of \",o]})})]})]})}function yn({overview:e}){let{reasons:n,findings:o,modules:r,looks:a,warnings:s,notices:l}=e;return t(f,{children:[t(\"h2\",{tabIndex:-1,class:\"vh\",children:\"Overview\"}),n.length===0?null:t(\"section\",{class:`card ${e.tone}-edge`,children:[t(\"h3\",{children:\"Why\"}),t(vn,{texts:n})]}),t(Ze,{findings:o.filter(({basic:i})=>i)}),t(mn,{overview:e}),t(Ze,{findings:o.filter(({basic:i})=>!i)}),t(Lo,{overview:e}),t(un,{overview:e}),r===null?null:t(gn,{modules:r,looks:a}),t(hn,{overview:e}),t(_n,{title:\"Warnings\",lines:s}),t(_n,{title:\"Notes\",lines:l}),t(No,{overview:e})]})}function _n({title:e,lines:n}){return n.length===0?null:t(\"section\",{children:[t(\"h3\",{children:e}),t(vn,{texts:n})]})}function vn({texts:e}){return t(\"ul\",{children:e.map(n=>t(\"li\",{children:t(Z,{text:n})}))})}function Lo({overview:e}){let{moreFindings:n,fix:o}=e;return t(f,{children:[n===0?null:t(\"p\",{class:\"muted\",children:[M(n,\"more finding\"),\" in report.json\"]}),o===null?null:t(\"section\",{children:[t(\"h3\",{children:\"What tools would change, as one patch\"}),t(re,{text:o})]})]})}function No({overview:{facts:e,beside:n}}){return t(\"section\",{children:[t(\"h3\",{children:\"This run\"}),t(ae,{facts:e}),t(\"h4\",{children:\"Files beside this page\"}),t(\"ul\",{class:\"beside\",children:n.map(({name:o,about:r})=>t(\"li\",{children:[t(\"a\",{href:o,children:t(\"code\",{children:o})}),\" \",t(\"span\",{class:\"muted\",children:r})]}))})]})}function bn({overview:e}){let{binaries:n,archives:o,sboms:r,image:a,attestation:s,release:l}=e;return t(f,{children:[t(\"h2\",{tabIndex:-1,children:\"Products\"}),l===null?null:t(f,{children:[t(\"h3\",{children:\"Release\"}),t(ae,{facts:l})]}),t(\"h3\",{children:\"Binaries\"}),n.length===0?t(\"p\",{children:\"None were built.\"}):t(tt,{files:n,what:\"binaries\"}),o.length===0?null:t(f,{children:[t(\"h3\",{children:\"Archives\"}),t(tt,{files:o,what:\"archives\"})]}),t(\"h3\",{children:\"Image\"}),a===null?t(\"p\",{children:\"None was built.\"}):t(ae,{facts:a}),r.length===0?null:t(f,{children:[t(\"h3\",{children:\"SBOMs\"}),t(tt,{files:r,what:\"SBOMs\"})]}),s===null?null:t(f,{children:[t(\"h3\",{children:\"Build provenance\"}),t(ae,{facts:s})]})]})}function tt({files:e,what:n}){let o=e.some(({platform:r})=>r!==null);return t(S,{items:e,what:n,about:\"\",children:r=>t(\"table\",{class:\"products\",children:[t(\"thead\",{children:t(\"tr\",{children:[t(\"th\",{scope:\"col\",children:\"Name\"}),o?t(\"th\",{scope:\"col\",children:\"Platform\"}):null,t(\"th\",{scope:\"col\",class:\"right\",children:\"Size\"}),t(\"th\",{scope:\"col\",children:\"SHA-256\"})]})}),t(\"tbody\",{children:r.map(({name:a,of:s,platform:l,size:i,sha256:d})=>t(\"tr\",{children:[t(\"th\",{scope:\"row\",children:[t(g,{text:a}),s===null?null:t(\"span\",{class:\"muted within\",children:s})]}),o?t(\"td\",{children:l}):null,t(\"td\",{class:\"right\",children:Pe(i)}),t(\"td\",{children:t(\"code\",{class:\"sum\",children:d})})]}))})]})})}function wn({overview:e,route:n}){let o=X(D.tests)??[],r=Io(n),{filter:a,search:s,byTime:l}=r,i=L(()=>$e(o,r),[a,s,l]),d=o.filter(Oe);return t(f,{children:[t(\"h2\",{tabIndex:-1,children:\"Tests\"}),t(Bo,{overview:e,route:n,query:r}),e.tests===null?t(\"p\",{children:\"No tests ran.\"}):null,e.tests?.notes.map(p=>t(\"p\",{class:\"muted\",children:t(v,{text:p})})),d.length>0&&(a===\"all\"||a===\"failed\")&&s===\"\"?t(Je,{packages:d}):null,t(\"p\",{role:\"status\",class:\"muted\",children:[M(i.length,\"test\"),a===\"slow\"?` that took longest, of at most ${Ye}`:\"\"]}),t(S,{items:i,what:\"tests\",about:`${a} ${s} ${l}`,children:p=>t(Do,{tests:p,grouped:a!==\"slow\"&&!l})})]})}function Io({params:e}){return{filter:je.find(n=>n===e.status)??\"all\",search:e.search??\"\",byTime:e.sort===\"time\"}}function Bo({overview:e,route:n,query:{filter:o,search:r,byTime:a}}){let s=new Map(e.tests?.counts.map(({state:i,count:d})=>[i,d])),l=i=>U(\"tests\",{...n.params,...i},!0);return t(\"div\",{class:\"controls\",children:[t(Ee,{label:\"Search tests and packages\",value:r,onChange:i=>l({search:i})}),t(\"div\",{role:\"group\",\"aria-label\":\"Which tests\",class:\"chips\",children:je.filter(i=>i===\"all\"||i===\"slow\"||i===o||(s.get(i)??0)>0).map(i=>t(\"button\",{type:\"button\",\"aria-pressed\":i===o,onClick:()=>l({status:i===\"all\"?\"\":i}),children:Ho(i,s,e)}))}),o===\"slow\"?null:t(\"label\",{class:\"choice\",children:[t(\"input\",{type:\"checkbox\",checked:a,onChange:i=>l({sort:i.currentTarget.checked?\"time\":\"\"})}),\"Longest first\"]})]})}function Ho(e,n,{tests:o}){if(e===\"slow\")return\"Slowest\";let r=(o?.counts??[]).reduce((s,{count:l})=>s+l,0),a=e===\"all\"?r:n.get(e)??0;return`${e[0]?.toUpperCase()}${e.slice(1)} ${k(a)}`}function Do({tests:e,grouped:n}){if(!n)return t(Pn,{tests:e,named:!0});let o=[];for(let r of e){let a=o.at(-1);a?.of===r.of?a.tests.push(r):o.push({of:r.of,tests:[r]})}return t(f,{children:o.map(r=>t(\"section\",{class:\"group\",children:[t(\"h3\",{children:[t(g,{text:r.of.path}),t(\"span\",{class:\"muted\",children:[r.of.module===null?\"\":`${r.of.module} \\xB7 `,$(r.of.ms),r.of.cached?\" \\xB7 cached\":\"\",r.of.attempts>1?` \\xB7 ${r.of.attempts} attempts`:\"\"]})]}),t(Pn,{tests:r.tests,named:!1})]}))})}function Pn({tests:e,named:n}){return t(\"ul\",{class:\"rows\",children:e.map(o=>t(\"li\",{children:t(Xe,{test:o,named:n,open:!1})},`${o.of.path} ${o.index}`))})}function kn({overview:e}){let{spans:n,wallMs:o,sumMs:r}=e.timeline;return t(f,{children:[t(\"h2\",{tabIndex:-1,children:\"Timeline\"}),n.length===0?t(\"p\",{children:\"No stage ran.\"}):t(\"p\",{class:\"muted\",children:[$(o),\" from the first start to the last end; the stages one after the other would have taken up to \",$(r),\". What the end of the run waited for is marked\",\" \",t(\"b\",{class:\"chain-mark\",children:\"critical path\"}),\".\"]}),t(S,{items:n,what:\"stages\",about:\"\",children:a=>t(\"table\",{class:\"timeline\",children:[t(\"thead\",{children:t(Uo,{wallMs:o})}),t(\"tbody\",{children:a.map(s=>t(Ao,{span:s,overview:e}))})]})})]})}function Uo({wallMs:e}){return t(\"tr\",{children:[t(\"th\",{scope:\"col\",children:\"Stage\"}),t(\"th\",{scope:\"col\",class:\"right\",children:\"Start\"}),t(\"th\",{scope:\"col\",class:\"right\",children:\"Time\"}),t(\"th\",{scope:\"col\",class:\"gantt\",children:[t(\"span\",{class:\"axis\",\"aria-hidden\":\"true\",children:[t(\"span\",{children:\"0\"}),t(\"span\",{children:$(e/2)}),t(\"span\",{children:$(e)})]}),t(\"span\",{class:\"vh\",children:\"When\"})]})]})}function Ao({span:e,overview:n}){let{stage:o,startMs:r,durationMs:a,status:s,cached:l,chain:i}=e,d=Math.max(1,n.timeline.wallMs),p=n.looks[s],c=n.stages.find(({id:h})=>h===o)?.log??null;return t(\"tr\",{children:[t(\"th\",{scope:\"row\",children:[t(E,{look:p,words:\"\"}),\" \",c===null?t(g,{text:o}):t(\"a\",{href:w(\"logs\",{stage:o}),children:t(g,{text:o})}),t(\"span\",{class:\"vh\",children:s}),l?t(\"span\",{class:\"muted\",children:\" cached\"}):null]}),t(\"td\",{class:\"right\",\"data-label\":\"start\",children:$(r)}),t(\"td\",{class:\"right\",\"data-label\":\"time\",children:$(a)}),t(\"td\",{class:\"gantt\",children:[t(\"span\",{class:\"track\",children:t(\"span\",{class:`span ${p.tone}${l?\" cached\":\"\"}${i===null?\"\":\" chain\"}`,style:{left:`${r/d*100}%`,width:`max(3px, ${a/d*100}%)`}})}),i===null?null:t(\"span\",{class:\"chain-words\",children:Vo(i)})]})]})}function Vo({after:e,waitedMs:n}){if(e===null)return\"critical path\";let o=n<100?\"\":`, ${$(n)} after it`;return`critical path: began when ${e===\"need\"?\"what it needs was done\":\"a stage before had ended\"}${o}`}function Wo({overview:e}){let n=Lt(),o=H(null),r=H(null),a=rn(e);return qo(n,o),Re({...Object.fromEntries(a.map(({view:s},l)=>[`${l+1}`,()=>U(s,{})])),\"/\":()=>o.current?.querySelector(\"input[type=search]\")?.focus(),\"?\":()=>r.current?.showModal()}),t(f,{children:[t(\"button\",{type:\"button\",class:\"skip\",onClick:()=>o.current?.focus(),children:\"Skip to content\"}),t(on,{overview:e,route:n,tabs:a}),t(\"main\",{ref:o,tabIndex:-1,id:\"main\",class:\"inner\",children:t(Ko,{overview:e,route:n})}),t(\"footer\",{class:\"inner screen-only\",children:t(\"button\",{type:\"button\",class:\"small\",onClick:()=>r.current?.showModal(),children:[\"Keyboard shortcuts \",t(\"kbd\",{children:\"?\"})]})}),t(\"dialog\",{ref:r,\"aria-labelledby\":\"help-title\",children:t(an,{onClose:()=>r.current?.close()})})]})}function Ko({overview:e,route:n}){switch(n.view){case\"timeline\":return t(kn,{overview:e});case\"tests\":return t(wn,{overview:e,route:n});case\"coverage\":return t(Qt,{overview:e,route:n});case\"file\":return t(nn,{route:n});case\"logs\":return t(sn,{overview:e,route:n});case\"products\":return t(bn,{overview:e});default:return t(yn,{overview:e})}}function qo({view:e,params:n},o){let r=`${e} ${n.path??\"\"} ${n.stage??\"\"}`,a=H(r);N(()=>{a.current!==r&&(a.current=r,n.line===void 0&&(scrollTo(0,0),o.current?.querySelector(\"h2\")?.focus({preventScroll:!0})))},[r])}var Sn=X(D.overview),nt=document.getElementById(\"app\");Sn!==null&&nt!==null&&(nt.replaceChildren(),_t(t(Wo,{overview:Sn}),nt));})();\n",
    scriptHash: "sha256-eqCG7Vmfz7Ozt+yAEwn1RtU7cM9FpB84EF1pk4OobGs=",
    styles: ":root{color-scheme:light dark;--ground: #ffffff;--raised: #f6f8fa;--text: #1f2328;--muted: #59636e;--line: #d1d9e0;--link: #0550ae;--focus: #0969da;--good: #116329;--good-ground: #dafbe1;--good-fill: #2da44e;--bad: #a40e26;--bad-ground: #ffebe9;--bad-strong: #ffc1ba;--bad-fill: #cf222e;--warn: #7d4e00;--warn-ground: #fff8c5;--warn-fill: #bf8700;--quiet-fill: #818b98;--mono: ui-monospace, SFMono-Regular, \"SF Mono\", Menlo, Consolas, \"Liberation Mono\", monospace}@media(prefers-color-scheme:dark){:root{--ground: #0d1117;--raised: #151b23;--text: #e6edf3;--muted: #9198a1;--line: #3d444d;--link: #79b8ff;--focus: #58a6ff;--good: #56d364;--good-ground: #12261e;--good-fill: #2ea043;--bad: #ff938a;--bad-ground: #2d1417;--bad-strong: #67060c;--bad-fill: #da3633;--warn: #e3b341;--warn-ground: #272115;--warn-fill: #9e6a03;--quiet-fill: #656c76}}*{box-sizing:border-box}html{scroll-padding-top:4rem}body{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,-apple-system,Segoe UI,Noto Sans,Helvetica,Arial,sans-serif;overflow-wrap:anywhere}.inner{max-width:76rem;margin:0 auto;padding-inline:1.25rem}h1,h2,h3,h4{line-height:1.3;margin:1.75rem 0 .6rem}h1{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem .8rem;font-size:1.35rem;margin:0 0 .2rem;padding-top:1rem}h2{font-size:1.25rem}h3{font-size:1.05rem}h4{font-size:.95rem}h2:focus,main:focus{outline:none}p{margin:.4rem 0}a{color:var(--link);text-decoration:none}a:hover{text-decoration:underline}p a,dd a,li>a{text-decoration:underline;text-underline-offset:.3em}:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:3px}code,pre,kbd{font-family:var(--mono);font-size:.87em;unicode-bidi:isolate}h1 code,h2 code{font-size:.95em}pre{margin:0}kbd{padding:.05em .4em;border:1px solid var(--line);border-radius:4px;background:var(--raised);color:var(--muted)}ul{margin:.4rem 0;padding-left:1.4rem}.plain,.rows,.tree{list-style:none;padding:0}.plain li{padding:.15rem 0}.muted{color:var(--muted)}.right,.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.vh{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.skip{position:absolute;left:1rem;top:-4rem;padding:.5rem 1rem;background:var(--raised);z-index:3}.skip:focus{top:.5rem}.hidden-char{padding:0 .2em;border:1px dashed var(--warn);border-radius:3px;color:var(--warn);font-size:.85em;white-space:nowrap}body>#app>header{border-bottom:1px solid var(--line);background:var(--raised)}.verdict{padding:.1rem .75rem;border-radius:2rem;font-size:1rem;background:#59636e;white-space:nowrap}.verdict:first-letter{text-transform:uppercase}.tabs{display:flex;flex-wrap:wrap;gap:0 .25rem}.tabs a{display:inline-flex;align-items:center;gap:.4rem;padding:.55rem .7rem;color:var(--text);border-bottom:3px solid transparent}.tabs a:hover{text-decoration:none;border-color:var(--line)}.tabs a[aria-current]{font-weight:600;border-color:#e0593e}.badge,.count{padding:0 .5rem;border-radius:1rem;background:color-mix(in srgb,var(--muted) 18%,transparent);color:var(--text);font-size:.8rem;font-weight:500;line-height:1.5}.badge.bad{background:var(--bad-ground);color:var(--bad)}main{padding-bottom:3rem;min-height:60vh}footer{padding-bottom:2rem}.card{display:block;margin:1rem 0;padding:.2rem 1rem .6rem;border:1px solid var(--line);border-radius:8px}.card>h3{margin-top:.6rem}ul.card{padding:.5rem 1rem}.bad-edge{border-left:4px solid var(--bad-fill)}.warn-edge{border-left:4px solid var(--warn-fill)}.good-edge{border-left:4px solid var(--good-fill)}.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:1rem;margin:1.25rem 0}.cards .card{display:flex;flex-direction:column;gap:.3rem;margin:0;padding:.8rem 1rem;color:inherit;background:var(--raised)}.cards .card:hover{text-decoration:none;border-color:var(--muted)}.card-name{font-weight:600}.big{font-size:1.6rem;font-weight:600;line-height:1.2}.counts{display:flex;flex-wrap:wrap;gap:0 .9rem}.counts b{font-size:1.3rem;font-weight:600}.bad{color:var(--bad)}.good{color:var(--good)}.warn{color:var(--warn)}.quiet{color:var(--muted)}.verdict.good{background:#1a7f37;color:#fff}.verdict.bad{background:#c21c2c;color:#fff}.verdict.warn{background:#7d4e00;color:#fff}.facts{margin:.4rem 0}.facts>div{display:grid;grid-template-columns:minmax(7rem,12rem) 1fr;gap:0 1rem;padding:.25rem 0;border-bottom:1px solid var(--line)}.facts>div:last-child{border-bottom:0}.facts dt{color:var(--muted)}.facts dd{grid-column:2;margin:0}.limits{display:flex;flex-wrap:wrap;gap:0 1rem}.rows>li{border-top:1px solid var(--line)}.rows>li:first-child{border-top:0}.row{display:grid;grid-template-columns:7.2rem minmax(0,1fr) auto;gap:.6rem;align-items:baseline;padding:.3rem .25rem}details>.row{cursor:pointer;list-style:none}details>.row::-webkit-details-marker{display:none}details>.row:hover{background:var(--raised)}details>.row .status:before{content:\"\\25b8\";display:inline-block;width:1rem;color:var(--muted)}details[open]>.row .status:before{content:\"\\25be\"}div.row .status:before{content:\"\";display:inline-block;width:1rem}.what{display:flex;flex-wrap:wrap;gap:0 .7rem;align-items:baseline;min-width:0}.what>*{min-width:0}.rows .what .name{font-weight:600}.name{overflow:hidden;text-overflow:ellipsis}summary .name,div.row .name,.leaf .name{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;line-clamp:3}details[open]>summary .name{display:inline}.said{color:var(--muted);display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;line-clamp:2;overflow:hidden}.within{font-size:.87em;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;line-clamp:2;overflow:hidden}.note{padding:.1rem .25rem .8rem 1.25rem}.status{white-space:nowrap}p>.status,.cards .status{white-space:normal}.sign{display:inline-block;min-width:1.1em}.output{max-height:24rem;margin:.5rem 0;padding:.7rem .9rem;overflow:auto;border:1px solid var(--line);border-radius:6px;background:var(--raised);line-height:1.45;white-space:pre-wrap;tab-size:4}.added{color:var(--good);background:var(--good-ground)}.removed{color:var(--bad);background:var(--bad-ground)}.command{display:flex;gap:.5rem;align-items:start;margin:.5rem 0}.command pre{flex:1;min-width:0;padding:.4rem .9rem;overflow-x:auto;border:1px solid var(--line);border-radius:6px;background:var(--raised);white-space:pre-wrap}.group>h3{display:flex;flex-wrap:wrap;gap:0 .8rem;align-items:baseline;margin:1.2rem 0 .2rem;padding-bottom:.2rem;border-bottom:1px solid var(--line);font-size:.95rem}.group>h3 .muted{font-weight:400;font-size:.87rem}.more{display:flex;gap:.8rem;align-items:center;color:var(--muted)}.all{padding:.5rem .25rem;cursor:pointer;color:var(--link)}.controls{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:center;margin:.8rem 0}.search{flex:1 1 16rem}input[type=search]{width:100%;padding:.45rem .7rem;border:1px solid var(--quiet-fill);border-radius:6px;background:var(--ground);color:inherit;font:inherit}input::placeholder{color:var(--muted);opacity:1}button{padding:.35rem .8rem;border:1px solid var(--line);border-radius:6px;background:var(--raised);color:var(--text);font:inherit;cursor:pointer}button:hover{border-color:var(--muted)}.small{padding:.2rem .6rem;font-size:.87rem}.chips{display:flex;flex-wrap:wrap;gap:.3rem}.chips button{border-radius:2rem;padding:.25rem .8rem;font-size:.93rem}.chips button[aria-pressed=true]{background:var(--link);border-color:var(--link);color:var(--ground)}.choice{display:inline-flex;gap:.4rem;align-items:center}.sticky{position:sticky;top:0;z-index:2;margin:0;padding:.5rem 0;background:var(--ground);border-bottom:1px solid var(--line)}dialog{max-width:32rem;border:1px solid var(--line);border-radius:10px;background:var(--ground);color:inherit;padding:.5rem 1.5rem 1.5rem}dialog::backdrop{background:#00000073}table{width:100%;border-collapse:collapse}th,td{padding:.35rem .6rem;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--line);font-weight:400}th.right,td.right{text-align:right}thead th{font-weight:600;white-space:nowrap}.sort{padding:0;border:0;background:none;font-weight:600}.scrolls{overflow-x:auto}td .within,th .within{display:block}.sum{color:var(--muted)}.total{display:flex;flex-wrap:wrap;gap:.2rem .9rem;align-items:center}.bar{display:inline-block;flex:none;width:6rem;height:.5rem;border-radius:1rem;overflow:hidden;background:var(--bad-strong);vertical-align:middle}.bar.nothing{background:var(--line)}.bar>span{display:block;height:100%;background:var(--good-fill)}.cards .bar{width:100%}.share{display:inline-flex;gap:.6rem;align-items:center}.share .number{min-width:4.2rem}.tree .tree{margin:0;padding-left:1.3rem}.leaf{display:flex;gap:.8rem;align-items:baseline;justify-content:space-between;padding:.2rem .25rem;border-bottom:1px solid var(--line)}.leaf:hover{background:var(--raised)}.branch{padding:0;border:0;background:none;text-align:left}.branch .name{display:inline}.arrow{display:inline-block;width:1rem;color:var(--muted)}.amount{display:inline-flex;flex:none;gap:.9rem;align-items:center;font-variant-numeric:tabular-nums}.timeline .gantt{width:55%}.timeline tbody th,.timeline td{vertical-align:top}.axis{display:flex;justify-content:space-between;color:var(--muted);font-weight:400;font-size:.85rem}.track{display:block;position:relative;height:1rem;background:repeating-linear-gradient(90deg,transparent 0,transparent calc(25% - 1px),var(--line) calc(25% - 1px),var(--line) 25%)}.span{position:absolute;top:.15rem;height:.7rem;border-radius:3px;background:var(--quiet-fill)}.span.good{background:var(--good-fill)}.span.bad{background:var(--bad-fill)}.span.warn{background:var(--warn-fill)}.span.cached{opacity:.5}.span.chain{box-shadow:0 0 0 2px var(--ground),0 0 0 4px var(--focus)}.chain-words{display:block;color:var(--muted);font-size:.83rem}.chain-mark{white-space:nowrap;padding:0 .4rem;border:2px solid var(--focus);border-radius:4px;font-weight:500;color:var(--text)}.crumbs{margin:1.2rem 0 -1.4rem;font-size:.9rem}.source-box{margin:.6rem 0;border:1px solid var(--line);border-radius:6px}.source{font-family:var(--mono);font-size:.83rem;line-height:1.5}.source td{padding:0 .6rem;border:0}.source code{font-size:1em;white-space:pre;overflow-wrap:normal;tab-size:4}.source .no{width:1%;min-width:3rem;text-align:right;white-space:nowrap;color:var(--muted);-webkit-user-select:none;user-select:none}.source .hit{width:1.8rem;padding:0 .3rem;text-align:center;border-left:3px solid transparent;-webkit-user-select:none;user-select:none}.source .covered .hit{border-color:var(--good-fill);color:var(--good)}.source .uncovered .hit,.source .partial .hit{border-color:var(--bad-fill);color:var(--bad)}.source .partial .hit{border-color:var(--warn-fill);color:var(--warn)}.source .uncovered .code{background:var(--bad-ground)}.source .partial .code{background:var(--warn-ground)}.source .changed .no{border-left:3px solid var(--bad-fill);color:var(--text)}.source .missed{background:var(--bad-strong)}.source tr:focus{outline:2px solid var(--focus);outline-offset:-2px}.source tr[aria-current] .no{color:var(--text);font-weight:700}.source .mark{display:block;margin:.15rem 0 .3rem;padding:.1rem .6rem;border-left:3px solid var(--bad-fill);background:var(--bad-ground);color:var(--bad);white-space:pre-wrap}.logs{display:grid;grid-template-columns:minmax(10rem,16rem) minmax(0,1fr);gap:1.5rem}.logs nav a{display:block;padding:.15rem .5rem;border-radius:6px;color:inherit;text-decoration:none}.logs nav a:hover,.logs nav a[aria-current]{background:var(--raised)}.logs nav a[aria-current]{font-weight:600}.log h3{margin-top:.2rem}.log .output{max-height:none}.cut{text-align:center;color:var(--muted)}@media(max-width:640px){.inner{padding-inline:.8rem}.row{grid-template-columns:minmax(0,1fr) auto;gap:.1rem .6rem}.row .what{grid-column:1 / -1;grid-row:2;padding-left:1rem}.facts>div{grid-template-columns:1fr}.facts dd{grid-column:1}.logs{grid-template-columns:minmax(0,1fr)}.counted .bar,.leaf .bar,.leaf .amount .muted,.counted th:nth-child(4),.counted td:nth-child(4){display:none}.share .number{min-width:0}th,td{padding:.35rem .3rem}.timeline,.timeline tbody,.timeline tr,.timeline .gantt,.timeline tbody th{display:block;width:auto}.timeline thead{display:none}.timeline td[data-label]:before{content:attr(data-label) \" \";color:var(--muted)}.timeline td,.timeline tbody th{border:0;padding-bottom:0}.timeline tr{padding-bottom:.5rem;border-bottom:1px solid var(--line)}.products td:last-child,.products th:last-child{min-width:6rem}.tabs a{padding:.4rem .45rem}}@media print{:root{--ground: #ffffff;--raised: #ffffff;--text: #000000;--muted: #444444;--line: #bbbbbb;--link: #000000;--good: #116329;--good-ground: #ffffff;--bad: #a40e26;--bad-ground: #ffebe9;--bad-strong: #ffc1ba;--warn: #7d4e00;--warn-ground: #fff8c5}.tabs,.screen-only,.controls,.skip,.logs nav,.command button{display:none}.output,.scrolls{max-height:none;overflow:visible}.source code{white-space:pre-wrap}.logs{display:block}.bar,.span,.source td,.verdict{-webkit-print-color-adjust:exact;print-color-adjust:exact}.row,.leaf{break-inside:avoid}}\n",
    stylesHash: "sha256-sBU/pjkAdolAo5qFZDc1O47YU4eEYRdgIcM/5BG7Hsw=",
};

;// CONCATENATED MODULE: ./build/stage/src/report/page/document.js


/** Nothing but the script and the style sheet that are here: no request, no other script, whatever the data say. */
const policy = [
    "default-src 'none'",
    `script-src '${texts.scriptHash}'`,
    `style-src '${texts.stylesHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
].join("; ");
/** The beginning of the page, before its data. */
function pageStart(title) {
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${(0,html/* escapeHtml */.Z)(title)}</title>
<style>${texts.styles}</style>
</head>
<body>
<div id="app"><main><h1>${(0,html/* escapeHtml */.Z)(title)}</h1><p>This page needs JavaScript. report.json and summary.md beside it say the same.</p></main></div>
`;
}
/** The script; it shows what stands before it, and what follows when somebody asks for it. */
function pageScript() {
    return `<script>${texts.script}</script>\n`;
}
function pageEnd() {
    return "</body>\n</html>\n";
}
/** A block of data. No browser runs it. */
function block(id, value) {
    return `${blockStart(id)}${json(value)}${blockEnd}`;
}
function blockStart(id) {
    return `<script type="application/json" id="${id}">`;
}
const blockEnd = "</script>\n";
/** JSON in which nothing ends an element or begins a comment. Halves of surrogate pairs become escapes (JSON.stringify). */
function json(value) {
    return JSON.stringify(value).replaceAll("<", "\\u003c");
}

// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
// EXTERNAL MODULE: ./build/stage/src/text/lines.js
var lines = __webpack_require__(24717);
// EXTERNAL MODULE: ./build/stage/src/text/test-words.js
var test_words = __webpack_require__(86564);
// EXTERNAL MODULE: ./build/stage/src/report/source-link.js
var source_link = __webpack_require__(5143);
;// CONCATENATED MODULE: ./build/stage/src/report/page/files.js







/** Bytes of all sources in the page, and of one. */
const sourceLimits = { all: 20 * 1024 * 1024, one: 1024 * 1024 };
const maxMarks = 100;
/** Files that count and files in which something was found. */
function pageFiles({ report, context, evidence }, limits = sourceLimits) {
    const { coverage } = report.totals;
    const counted = new Map(coverage?.files.map((file) => [file.path, file]));
    const marks = marksOf(report, context);
    const changed = new Map(report.totals.patch?.files.map((file) => [file.path, file.uncovered]));
    const paths = [...new Set([...counted.keys(), ...marks.keys()])].sort();
    const candidates = paths.map((path) => {
        const size = (0,findings/* segmentsInside */.ll)(path) === null ? null : evidence.sourceSize(path);
        return {
            ...{ path, counted: counted.get(path) ?? null, marks: marks.get(path) ?? [], size },
            changed: changed.get(path) ?? [],
        };
    });
    const { chosen, left } = choose(candidates, limits);
    const ids = new Map(chosen.map(({ path }, index) => [path, `source-${index}`]));
    return {
        files: {
            files: candidates.filter(isOfUse).map((candidate) => fileOf(candidate, ids.get(candidate.path) ?? null, context)),
            packages: (coverage?.packages ?? []).map(({ importPath, covered, statements }) => ({
                path: (0,sanitize/* sanitizeLine */.g$)(importPath),
                ...{ covered, statements },
            })),
            left,
        },
        sources: chosen.map(({ path }) => ({ id: ids.get(path) ?? "", read: () => evidence.source(path) })),
    };
}
/** What counts, and what can be shown. */
function isOfUse({ counted, size }) {
    return counted !== null || size !== null;
}
function fileOf({ path, counted, marks, changed }, source, { source: at }) {
    return {
        path,
        counts: counted === null ? null : { covered: counted.covered, statements: counted.statements },
        uncovered: counted?.uncovered ?? [],
        changed,
        marks,
        source,
        url: (0,source_link/* sourceUrl */.Hx)(at, path, null),
    };
}
/** Lines of findings and of failed tests, by file. */
function marksOf({ stages, totals }, { kinds }) {
    const tests = (totals.tests?.packages ?? []).flatMap(({ failures, flakes }) => [...failures, ...flakes].map(({ path, line, name, output }) => ({
        ...{ path, line },
        text: `${name}: ${(0,test_words/* firstWords */.Cb)(output) ?? "failed"}`,
    })));
    const found = stages.flatMap(({ findings }) => findings
        .filter(({ subject }) => subject === undefined)
        .map(({ source, path, line, title, message }) => ({
        ...{ path, line },
        text: kinds(source).style === "line" ? (0,lines/* firstLine */.TM)(message) : title,
    })));
    const placed = [...found, ...tests].flatMap(({ path, line, text }) => path === null || line === null ? [] : [{ path, line, text: (0,sanitize/* sanitizeLine */.g$)(text, 400) }]);
    return new Map([...(0,group_by/* groupBy */.$)(placed, ({ path }) => path)].map(([path, marks]) => {
        const own = new Map(marks.map(({ line, text }) => [`${line} ${text}`, { line, text }]));
        return [path, [...own.values()].sort((a, b) => a.line - b.line).slice(0, maxMarks)];
    }));
}
/**
 * All sources, as long as there is room; else those with lines that are marked or uncovered, the marked ones first, then those with most uncovered
 * statements. Says what is left out.
 */
function choose(candidates, limits) {
    const there = candidates.filter(({ size }) => size !== null);
    const small = there.filter(({ size }) => sizeOf(size) <= limits.one);
    const large = there.length - small.length;
    const said = large === 0 ? [] : [`${(0,format/* plural */.LS)(large, "source")} above ${mebibytes(limits.one)} not in this page.`];
    if (total(small) <= limits.all)
        return { chosen: small, left: said.join(" ") || null };
    const telling = small.filter(({ marks, counted }) => marks.length > 0 || missed(counted) > 0);
    const ranked = [...telling].sort((a, b) => Number(b.marks.length > 0) - Number(a.marks.length > 0) || missed(b.counted) - missed(a.counted));
    let room = limits.all;
    const chosen = ranked.filter(({ size }) => {
        room -= sizeOf(size);
        return room >= 0;
    });
    const cut = telling.length - chosen.length;
    said.unshift(`The sources have more than ${mebibytes(limits.all)} together: this page has those of files with uncovered or failing lines${cut === 0 ? "" : `, but for ${(0,format/* plural */.LS)(cut, "file")} with the fewest of them`}.`);
    return { chosen, left: said.join(" ") };
}
function sizeOf(size) {
    return size ?? 0;
}
function total(candidates) {
    return candidates.reduce((sum, { size }) => sum + sizeOf(size), 0);
}
function missed(counted) {
    return counted === null ? 0 : counted.statements - counted.covered;
}
function mebibytes(bytes) {
    return `${bytes / 1024 / 1024} MiB`;
}

;// CONCATENATED MODULE: ./build/stage/src/report/page/logs.js

/** Bytes of all logs together, and of one at most and at least. */
const limits = { all: 8 * 1024 * 1024, most: 192 * 1024, least: 8 * 1024 };
/** Blocks of logs by stage; stages that did not run have none. */
function logIds({ stages }) {
    const ran = stages.filter(({ startedAt }) => startedAt !== null);
    return new Map(ran.map(({ id }, index) => [id, `log-${index}`]));
}
/** The log of a stage, one of `count`, as far as there is room; null: nothing was written. */
async function pageLog(stage, count, { evidence }) {
    const share = Math.floor(limits.all / Math.max(1, count));
    const ends = await evidence.log(stage, Math.max(limits.least, Math.min(limits.most, share)));
    if (ends === null)
        return null;
    const { path, bytes, head, tail } = ends;
    return { stage, path, bytes, head: (0,sanitize/* sanitizeText */.jZ)(head), tail: tail === null ? null : (0,sanitize/* sanitizeText */.jZ)(tail) };
}

// EXTERNAL MODULE: ./build/stage/src/model/attestation.js
var model_attestation = __webpack_require__(26212);
// EXTERNAL MODULE: ./build/stage/src/model/percent.js
var model_percent = __webpack_require__(30383);
// EXTERNAL MODULE: ./build/stage/src/report/target.js
var target = __webpack_require__(52458);
// EXTERNAL MODULE: ./build/stage/src/report/view/facts.js
var facts = __webpack_require__(954);
// EXTERNAL MODULE: ./build/stage/src/report/view/modules.js
var view_modules = __webpack_require__(58804);
// EXTERNAL MODULE: ./build/stage/src/report/view/test-reuse.js
var test_reuse = __webpack_require__(14784);
// EXTERNAL MODULE: ./build/stage/src/report/view/timeline.js
var timeline = __webpack_require__(98506);
// EXTERNAL MODULE: ./build/stage/src/model/commit.js
var commit = __webpack_require__(82453);
// EXTERNAL MODULE: ./build/stage/src/report/view/change.js
var change = __webpack_require__(60289);
;// CONCATENATED MODULE: ./build/stage/src/report/page/change.js



/** What the change under test covers, and what it did to the coverage of the whole; null where there was nothing to compare and nothing is to be said of it. */
function pageChange({ comparison, totals, thresholds }) {
    const { coverage, patch } = totals;
    if (comparison === undefined || coverage === null)
        return null;
    const notes = comparison.notes.map((note) => (0,sanitize/* sanitizeLine */.g$)((0,change/* noteSentence */.k$)(note)));
    if (patch === null)
        return notes.length === 0 ? null : { patch: null, total: null, files: [], packages: [], notes };
    const { baseline } = comparison;
    return {
        patch: patchOf(patch, thresholds),
        files: (0,change/* lackingFiles */.NZ)(patch).map(({ path, uncovered }) => ({ path, uncovered })),
        ...(baseline === null ? { total: null, packages: [] } : wholeOf(baseline, coverage)),
        notes,
    };
}
function patchOf(patch, thresholds) {
    const limit = (0,change/* patchLimit */.Q1)(thresholds);
    const words = `${(0,change/* patchWords */.Wx)(patch, limit)}, compared with ${(0,commit/* shortCommit */.A)(patch.base)}`;
    return { percent: patch.percent, words: (0,sanitize/* sanitizeLine */.g$)(words), met: limit?.met ?? null };
}
function wholeOf(baseline, coverage) {
    const packages = (0,change/* changedPackages */.cS)(coverage, baseline).map((one) => ({
        name: (0,sanitize/* sanitizeLine */.g$)(one.importPath),
        ...(0,change/* packageWords */.CS)(one),
    }));
    const { points, numbers } = (0,change/* totalWords */.iL)(baseline, coverage);
    return { total: points === null ? numbers : `${points}, ${numbers}`, packages };
}

// EXTERNAL MODULE: ./build/stage/src/model/engine-reason.js
var engine_reason = __webpack_require__(59499);
// EXTERNAL MODULE: ./build/stage/src/report/view/engine.js
var view_engine = __webpack_require__(88487);
;// CONCATENATED MODULE: ./build/stage/src/report/page/facts.js




/** What ran all this, and with what. */
function runFacts({ engine, modules, cache, traceUrl, testReuse }) {
    const found = modules.map(({ goVersion }) => goVersion).filter((version) => version !== null);
    const versions = (0,view_engine/* engineVersions */.c)(engine, found);
    const name = versions.engine === null ? engine.name : `${engine.name} ${versions.engine}`;
    const reason = (0,engine_reason/* engineReason */.r)(engine);
    const goVersions = [...new Set(found)].map((version) => (0,sanitize/* sanitizeLine */.g$)(version.replace(/^go/, "")));
    const [run] = testReuse?.runs ?? [];
    return [
        { name: "Engine", values: [(0,sanitize/* sanitizeLine */.g$)(reason === null ? name : `${name} (${reason})`)] },
        ...(goVersions.length === 0 ? [] : [{ name: "Go", values: goVersions }]),
        ...(cache === null ? [] : [{ name: "Caches", values: cacheWords(cache) }]),
        ...address("Trace", traceUrl),
        ...address("Tests last run in", run?.run ?? null),
    ];
}
/** Only what is an address becomes a link. */
function address(name, url) {
    if (url === null)
        return [];
    const text = (0,sanitize/* sanitizeLine */.g$)(url);
    return [{ name, values: [text], ...(text.startsWith("https://") ? { link: text } : {}) }];
}
function cacheWords({ key, restoredBytes, restoreMs, saved, savedBytes, saveMs, notes, }) {
    const said = [
        ...(key === null ? [] : [`restored ${(0,format/* formatBytes */.z3)(restoredBytes)} in ${(0,format/* formatDuration */.a3)(restoreMs)}`]),
        ...(saved ? [`saved ${(0,format/* formatBytes */.z3)(savedBytes)} in ${(0,format/* formatDuration */.a3)(saveMs)}`] : []),
        ...notes.map((note) => (0,sanitize/* sanitizeLine */.g$)(note)),
    ];
    return said.length === 0 ? ["nothing was restored or saved"] : said;
}

// EXTERNAL MODULE: ./build/stage/src/model/platform.js
var platform = __webpack_require__(53107);
// EXTERNAL MODULE: ./build/stage/src/report/view/attested.js
var attested = __webpack_require__(38669);
;// CONCATENATED MODULE: ./build/stage/src/report/page/products.js





/** What the run made, and what became of it. */
function pageProducts(report) {
    const { artifacts, archives = [], sboms = [], image, attestation, release } = report;
    return {
        binaries: artifacts.map((artifact) => product(artifact, artifact.package, (0,platform/* platformKey */.Ng)(artifact))),
        archives: archives.map((archive) => product(archive, null, (0,platform/* platformKey */.Ng)(archive))),
        sboms: sboms.map((sbom) => product(sbom, sbom.of, null)),
        image: image === null ? null : [...imageFacts(image), ...signedImage(report, image)],
        attestation: attestation === undefined ? null : attestationFacts(attestation),
        release: release === undefined ? null : releaseFacts(release),
    };
}
function product({ name, size, sha256 }, of, platform) {
    return { name: (0,sanitize/* sanitizeLine */.g$)(name), of: of === null ? null : (0,sanitize/* sanitizeLine */.g$)(of), platform, size, sha256 };
}
function imageFacts(image) {
    const one = (name, value) => value === null ? [] : [{ name, values: [(0,sanitize/* sanitizeLine */.g$)(value)] }];
    const several = (name, values) => values.length === 0 ? [] : [{ name, values: values.map((value) => (0,sanitize/* sanitizeLine */.g$)(value)) }];
    return [
        ...one("Name", image.name),
        ...several("References", image.tags),
        ...several("Platforms", image.platforms),
        ...one("Base", image.base),
        ...one("Size", image.size === null ? null : (0,format/* formatBytes */.z3)(image.size)),
        ...one("Layers", image.layers === null ? null : `${image.layers}`),
        ...one("Tested", image.tested),
        ...one("Digest at the registry", image.digest === image.configDigest ? null : image.digest),
        ...one("Digest of the configuration", image.configDigest),
        ...one("Tarball", image.path),
    ];
}
function signedImage(report, { digest }) {
    const attestation = (0,attested/* attestationOf */.k)(report, [digest]);
    if (attestation === null)
        return [];
    return attestation.url === null
        ? [{ name: "Build provenance", values: ["signed"] }]
        : address("Build provenance", attestation.url);
}
function attestationFacts({ url, path, subjects }) {
    return [
        ...address("Address", url),
        { name: "Of", values: subjects.map(({ name }) => (0,sanitize/* sanitizeLine */.g$)(name)) },
        { name: "Kept as", values: [(0,sanitize/* sanitizeLine */.g$)(path)] },
    ];
}
function releaseFacts({ tag, url, state, assets }) {
    const files = assets.map(({ name, size }) => `${(0,sanitize/* sanitizeLine */.g$)(name)}, ${(0,format/* formatBytes */.z3)(size)}`);
    return [
        { name: "Tag", values: [(0,sanitize/* sanitizeLine */.g$)(tag)] },
        { name: "State", values: [state === "draft" ? "a draft" : "published"] },
        ...address("Address", url),
        ...(files.length === 0 ? [] : [{ name: "Files", values: files }]),
    ];
}

;// CONCATENATED MODULE: ./build/stage/src/report/page/overview.js















const maxFindings = 1_000;
const findingLimits = { maxLines: 200, maxBytes: 16_000 };
const tones = {
    green: "good",
    red: "bad",
    yellow: "warn",
    dim: "quiet",
};
/** What the page shows first, and what its other parts have in common. */
function pageOverview({ report, context }, logs) {
    const { conclusion, stages, warnings, notices = [], reasons, startedAt, durationMs } = report;
    const verdict = view_status/* verdicts */.rY[conclusion];
    const { found, more } = findingsOf(report, context);
    return {
        ...{ title: overview_titleOf(report), conclusion, startedAt, durationMs },
        verdict: verdict.words,
        tone: tones[verdict.colour],
        sign: verdict.sign,
        looks: looks(),
        reasons: reasons.map((reason) => (0,sanitize/* sanitizeLine */.g$)(reason)),
        warnings: warnings.map((warning) => (0,sanitize/* sanitizeLine */.g$)(warning)),
        notices: notices.map((notice) => (0,sanitize/* sanitizeLine */.g$)(notice)),
        stages: stages.map((stage) => ({
            id: (0,sanitize/* sanitizeLine */.g$)(stage.id),
            status: stage.status,
            durationMs: stage.durationMs,
            ran: stage.startedAt !== null,
            cached: stage.cached,
            reason: stage.reason === null ? null : (0,sanitize/* sanitizeLine */.g$)(stage.reason),
            command: (0,sanitize/* sanitizeText */.jZ)(stage.command).trimEnd(),
            log: logs.get(stage.id) ?? null,
        })),
        stageCounts: (0,facts/* stageCounts */.Xr)(stages).filter(({ count }) => count > 0),
        timeline: timelineOf(report, context),
        modules: modulesOf(report, context),
        findings: found,
        moreFindings: more,
        fix: context.fixable ? (0,facts/* applyFix */.oM)(context.pathOf) : null,
        tests: testsOf(report),
        coverage: coverageOf(report),
        ...pageProducts(report),
        facts: runFacts(report),
        beside: besideOf(report, context),
    };
}
function overview_titleOf({ modules }) {
    const [only] = modules;
    if (only === undefined)
        return "Go pipeline";
    return modules.length > 1 ? (0,format/* plural */.LS)(modules.length, "module") : (0,sanitize/* sanitizeLine */.g$)(only.path ?? only.dir);
}
function looks() {
    const look = (status) => {
        const { sign, colour } = view_status/* stageLooks */.Rx[status];
        return { sign, tone: tones[colour] };
    };
    return {
        ...{ passed: look("passed"), failed: look("failed"), warned: look("warned"), skipped: look("skipped") },
        ...{ disabled: look("disabled"), blocked: look("blocked") },
        ...{ cancelled: look("cancelled"), errored: look("errored") },
    };
}
function timelineOf({ stages }, { needs }) {
    const { spans, wallMs, sumMs, chain } = (0,timeline/* timeline */.I)(stages, needs);
    const links = new Map(chain.map(({ stage, after, waitedMs }) => [stage, { after, waitedMs }]));
    const statuses = new Map(stages.map(({ id, status }) => [id, status]));
    return {
        ...{ wallMs, sumMs },
        spans: spans.map(({ stage, startMs, durationMs, cached }) => ({
            ...{ stage: (0,sanitize/* sanitizeLine */.g$)(stage), startMs, durationMs, cached },
            status: statuses.get(stage) ?? "passed",
            chain: links.get(stage) ?? null,
        })),
    };
}
function modulesOf(report, context) {
    const table = (0,view_modules/* moduleTable */.v)(report, context);
    if (table === null)
        return null;
    return {
        gates: table.gates,
        rows: table.rows.map(({ module: { dir, path, goVersion, tests, coverage }, cells, durationMs }) => ({
            dir: (0,sanitize/* sanitizeLine */.g$)(dir),
            path: path === null ? null : (0,sanitize/* sanitizeLine */.g$)(path),
            ...{ goVersion, cells, durationMs },
            tests: (0,facts/* countWords */.rj)((0,facts/* testCounts */.Js)(tests)),
            percent: coverage?.percent ?? null,
        })),
    };
}
/** Without those about tests, which the tests tell. */
function findingsOf({ stages, totals }, { kinds }) {
    const told = new Set(totals.tests?.packages.flatMap(({ importPath, failures, flakes }) => [...failures, ...flakes].map(({ name }) => `${importPath}\n${name}`)));
    const ranked = (0,findings/* rankFindings */.JM)(stages, kinds).filter(({ finding: { subject } }) => subject === undefined || !told.has(`${subject.package}\n${subject.test}`));
    const found = ranked.slice(0, maxFindings).map(({ finding, stages: ids, level }) => {
        const { source, path, line, column, title, message } = finding;
        const { title: kind, style, basic } = kinds(source);
        return {
            ...{ level, kind: (0,sanitize/* sanitizeLine */.g$)(kind), basic, style, path, line, column, title: (0,sanitize/* sanitizeLine */.g$)(title) },
            message: (0,clip/* clipText */.gL)((0,sanitize/* sanitizeText */.jZ)(message), findingLimits),
            stages: ids.map((id) => (0,sanitize/* sanitizeLine */.g$)(id)),
        };
    });
    return { found, more: ranked.length - found.length };
}
function testsOf({ totals: { tests }, testReuse }) {
    if (tests === null)
        return null;
    return {
        counts: (0,facts/* testCounts */.Js)(tests),
        packages: tests.packages.length,
        notes: [
            ...(tests.shuffle === undefined ? [] : [`Every test was run, ${(0,facts/* orderWords */.WS)((0,sanitize/* sanitizeLine */.g$)(tests.shuffle))}.`]),
            ...(testReuse === null || testReuse.mode === "off" ? [] : [(0,sanitize/* sanitizeLine */.g$)((0,test_reuse/* reuseWords */._)(testReuse))]),
        ],
    };
}
function coverageOf(report) {
    const { coverage } = report.totals;
    if (coverage === null)
        return null;
    const { percent, covered, statements, missing } = coverage;
    return {
        ...{ percent, covered, statements },
        missing: missing.map((name) => (0,sanitize/* sanitizeLine */.g$)(name)),
        thresholds: report.thresholds.map(({ what, name, floor, met, ...counts }) => ({
            ...{ what, name: name === null ? null : (0,sanitize/* sanitizeLine */.g$)(name), floor, met },
            percent: (0,model_percent/* percentOf */.p)(counts.covered, counts.statements),
        })),
        change: pageChange(report),
    };
}
function besideOf({ totals, attestation }, { fixable }) {
    const { tests, coverage } = totals;
    return [
        { name: target/* fileNames */.j.report, about: "the whole result, for programs" },
        { name: target/* fileNames */.j.summary, about: "what the job summary shows" },
        ...(fixable ? [{ name: target/* fileNames */.j.fix, about: "what tools would change" }] : []),
        ...(tests === null
            ? []
            : [
                { name: "tests/junit.xml", about: "tests, for programs that read JUnit" },
                { name: "tests/test2json.jsonl", about: "all that go test -json printed, also of tests that passed" },
            ]),
        ...(attestation === undefined
            ? []
            : [{ name: model_attestation/* attestationsFile */.j, about: "what is signed, for gh attestation verify --bundle" }]),
        ...(coverage === null || coverage.statements === 0
            ? []
            : [{ name: "coverage/coverage.out", about: "the coverage profile, for go tool cover" }]),
    ];
}

;// CONCATENATED MODULE: ./build/stage/src/report/page/tests.js



/** Characters of all output that finds room. */
const maxOutput = 16 * 1024 * 1024;
/** The packages of all modules, one after the other; those with trouble first. Hands over the output of tests as it comes. */
function* createTestPages({ modules, totals }, onOutput) {
    const several = modules.length > 1;
    const all = several
        ? modules.flatMap(({ dir, tests }) => (tests?.packages ?? []).map((found) => ({ found, module: dir })))
        : (totals.tests?.packages ?? []).map((found) => ({ found, module: null }));
    let room = maxOutput;
    let count = 0;
    const keep = (text) => {
        if (text.length > room)
            return null;
        room -= text.length;
        const id = `output-${count++}`;
        onOutput({ id, text });
        return id;
    };
    for (const { found, module } of [...all].sort((a, b) => trouble(a.found) - trouble(b.found))) {
        yield testPage(found, module === null ? null : (0,sanitize/* sanitizeLine */.g$)(module), keep);
    }
}
function trouble({ status, interrupted }) {
    if (status === "failed")
        return 0;
    return status === "flaky" || interrupted > 0 ? 1 : 2;
}
function testPage(found, module, keep) {
    const { importPath, status, reason, durationMs, cached, attempts, failures, flakes, unfinished } = found;
    const told = new Map([...failures, ...flakes, ...unfinished].map((test) => [test.name, test]));
    const known = new Set(found.tests.map(({ name }) => name));
    const listed = [...found.tests, ...unlisted(failures, "failed"), ...unlisted(unfinished, "interrupted")].filter((test, index) => index < found.tests.length || !known.has(test.name));
    const notes = listed.flatMap((test, index) => {
        const note = { ...ownWords(test), ...failureWords(told.get(test.name), keep) };
        return Object.keys(note).length === 0 ? [] : [[`${index}`, note]];
    });
    return {
        ...{ path: (0,sanitize/* sanitizeLine */.g$)(importPath), module, status, ms: durationMs },
        reason: reason === null ? null : (0,sanitize/* sanitizeText */.jZ)(reason),
        cached: cached === true,
        attempts: attempts ?? 1,
        names: listed.map(({ name }) => (0,sanitize/* sanitizeLine */.g$)(name)),
        ends: listed.map((test) => testEnds[test.status]).join(""),
        times: listed.map((test) => test.durationMs),
        notes: Object.fromEntries(notes),
    };
}
function unlisted(tests, status) {
    return tests.map(({ name, durationMs }) => ({ name, status, durationMs }));
}
function ownWords({ reason, attributes, artifacts }) {
    return {
        ...(reason === undefined ? {} : { reason: (0,sanitize/* sanitizeText */.jZ)(reason).trimEnd() }),
        ...(attributes === undefined
            ? {}
            : { attributes: attributes.map(({ key, value }) => [(0,sanitize/* sanitizeLine */.g$)(key), (0,sanitize/* sanitizeLine */.g$)(value)]) }),
        ...(artifacts === undefined ? {} : { artifacts: artifacts.map((dir) => (0,sanitize/* sanitizeLine */.g$)(dir)) }),
    };
}
function failureWords(test, keep) {
    if (test === undefined)
        return {};
    const { path, line, output, command } = test;
    const said = (0,test_words/* firstWords */.Cb)(output);
    const text = (0,sanitize/* sanitizeText */.jZ)((0,test_words/* withoutOwnFrames */.D4)(output)).trimEnd();
    const kept = text === "" ? null : keep(text);
    return {
        ...{ path, line },
        ...(said === null ? {} : { said: (0,sanitize/* sanitizeLine */.g$)(said) }),
        ...(kept === null ? {} : { output: kept }),
        ...(kept === null && text !== "" ? { cut: true } : {}),
        ...(command === "" ? {} : { command: (0,sanitize/* sanitizeText */.jZ)(command).trimEnd() }),
    };
}

;// CONCATENATED MODULE: ./build/stage/src/report/page/page.js






/**
 * report.html in pieces: what is shown first, the script that shows it, then what it shows when somebody asks for it, a block each. One file, one log and one
 * package at a time are in memory, and the output of tests.
 */
async function* pagePieces(matter) {
    const { report } = matter;
    const logs = logIds(report);
    const overview = pageOverview(matter, logs);
    yield pageStart(`${overview.title}: Go pipeline ${overview.verdict}`);
    yield block(blockIds.overview, overview);
    const outputs = [];
    yield* list(blockIds.tests, createTestPages(report, (output) => outputs.push(output)));
    const { files, sources } = pageFiles(matter);
    yield block(blockIds.files, files);
    yield pageScript();
    for (const { id, text } of outputs)
        yield block(id, text);
    for (const [stage, id] of logs) {
        const log = await pageLog(stage, logs.size, matter);
        if (log !== null)
            yield block(id, log);
    }
    for (const { id, read } of sources) {
        const source = read();
        if (source !== null)
            yield block(id, source);
    }
    yield pageEnd();
}
function* list(id, packages) {
    yield blockStart(id);
    let separator = "[";
    for (const item of packages) {
        yield `${separator}${json(item)}`;
        separator = ",";
    }
    yield `${separator === "[" ? "[" : ""}]${blockEnd}`;
}

;// CONCATENATED MODULE: ./build/stage/src/report/targets/page.js


/** The whole run as one page, to be opened anywhere. */
const page = {
    name: target/* fileNames */.j.page,
    show: ({ report, context, evidence, writePieces }) => writePieces(target/* fileNames */.j.page, pagePieces({ report, context, evidence })),
};

// EXTERNAL MODULE: ./build/stage/src/report/targets/report-json.js + 1 modules
var report_json = __webpack_require__(52995);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/stage/src/inputs/version.js
var version = __webpack_require__(75112);
;// CONCATENATED MODULE: ./build/stage/src/report/sarif.js







/**
 * Code scanning shows the 5,000 gravest results of a run and refuses a run with more than 25,000 results or rules; this holds both
 * (https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support).
 */
const maxResults = 5_000;
const sarif_maxMessage = 1_000;
const maxName = 120;
/**
 * What the stages of a gate found as a log of SARIF 2.1.0 with one run; null where it would mislead: a gate that finds nothing in files, or a stage that did
 * not come to its end, after which code scanning would take what is not found for repaired. What has no place in the repository is no result, since code scanning
 * takes none without one, but a notification of the run, and so is how many results were left out.
 */
function sarifOf(gate, stages, context, columnOf) {
    const ran = stages.filter(({ status }) => status !== "skipped" && status !== "disabled");
    const ended = ran.every(({ status }) => status === "passed" || status === "failed" || status === "warned");
    if (context.kindsOf(gate).length === 0 || ran.length === 0 || !ended)
        return null;
    const found = (0,findings/* rankFindings */.JM)(ran, context.kinds);
    const placed = found.flatMap(placedAt);
    const results = new Set(placed.map(({ finding }) => finding));
    const shown = [...placed].sort((a, b) => gravity(a) - gravity(b)).slice(0, maxResults);
    const rules = rulesOf(shown, context);
    const left = placed.length - shown.length;
    const notes = [
        ...found.filter(({ finding }) => !results.has(finding)).map(noteOf),
        ...(left === 0 ? [] : [notification("note", `${left} more results are in report.json`)]),
        ...ran
            .filter(foundNothing)
            .map(({ id, status, reason }) => notification(levelOf(status), `${id}: ${reason ?? "failed"}`)),
    ];
    return {
        version: "2.1.0",
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        runs: [
            {
                tool: { driver: { name: `Go pipeline ${gate}`, semanticVersion: version/* version */.r, rules: [...rules.values()] } },
                automationDetails: { id: `go-pipeline/${gate}/` },
                columnKind: "utf16CodeUnits",
                originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
                ...provenance(context),
                invocations: [
                    {
                        executionSuccessful: !ran.some(foundNothing),
                        ...(notes.length === 0 ? {} : { toolExecutionNotifications: notes.slice(0, maxResults) }),
                    },
                ],
                results: resultsOf(shown, [...rules.keys()], { ...context, columnOf }),
            },
        ],
    };
}
/** Empty where a finding has no place in the repository. */
function placedAt(ranked) {
    const uri = ranked.finding.path === null ? null : (0,source_link/* encodedPath */.yT)(ranked.finding.path);
    return uri === null ? [] : [{ ...ranked, uri }];
}
/** It failed or warned, and named no reason in a file: it may not have looked at everything. */
function foundNothing({ status, findings }) {
    return (status === "failed" || status === "warned") && findings.length === 0;
}
function levelOf(status) {
    return status === "warned" ? "warning" : "error";
}
function gravity({ level }) {
    return level === "error" ? 0 : 1;
}
function provenance({ source }) {
    if (source === null)
        return {};
    const { serverUrl, repository, sha } = source;
    return { versionControlProvenance: [{ repositoryUri: `${serverUrl}/${repository}`, revisionId: sha }] };
}
/** The rules that found something, by their ids. */
function rulesOf(found, { kinds }) {
    const rules = new Map();
    for (const { finding } of found) {
        const kind = kinds(finding.source);
        const id = ruleId(finding, kind);
        if (!rules.has(id))
            rules.set(id, ruleOf(id, finding, kind));
    }
    return rules;
}
function ruleId({ source, title }, { titleIsRule }) {
    return (0,clip/* clipName */.es)((0,sanitize/* sanitizeLine */.g$)(titleIsRule === true ? `${source}/${title}` : source), maxName);
}
function ruleOf(id, { title }, kind) {
    const name = kind.titleIsRule ? `${kind.title}: ${(0,clip/* clipName */.es)((0,sanitize/* sanitizeLine */.g$)(title), maxName)}` : kind.title;
    const text = { text: `${name}.` };
    return { id, shortDescription: text, fullDescription: text, help: text };
}
function resultsOf(found, ids, { kinds, columnOf }) {
    const indexes = new Map(ids.map((id, index) => [id, index]));
    const seen = new Map();
    return found.map(({ finding, level, uri }) => {
        const kind = kinds(finding.source);
        const id = ruleId(finding, kind);
        const { line } = finding;
        const column = columnOf(finding);
        const region = line === null ? {} : { region: { startLine: line, ...(column === null ? {} : { startColumn: column }) } };
        const print = fingerprint([id, uri, finding.title, (0,lines/* firstLine */.TM)(finding.message)]);
        const before = seen.get(print) ?? 0;
        seen.set(print, before + 1);
        return {
            ...{ ruleId: id, ruleIndex: indexes.get(id) ?? 0, level, message: textOf(finding, kind) },
            locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, ...region } }],
            partialFingerprints: { "goPipelineFinding/v1": `${print}:${before + 1}` },
        };
    });
}
/** The same finding has the same one when it has moved to another line. */
function fingerprint(parts) {
    return (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}
/** A diff is in the report; its title says what is to be done. */
function textOf({ title, message }, { style }) {
    const text = (0,clip/* clipEnd */.Oq)((0,sanitize/* sanitizeText */.jZ)(style === "diff" ? title : message).trim(), sarif_maxMessage);
    return { text: text === "" ? "found" : text };
}
function noteOf({ finding, level }) {
    return notification(level, `${finding.title}: ${(0,lines/* firstLine */.TM)(finding.message)}`);
}
function notification(level, text) {
    return { level, message: { text: (0,clip/* clipEnd */.Oq)((0,sanitize/* sanitizeLine */.g$)(text), sarif_maxMessage) } };
}

;// CONCATENATED MODULE: ./build/stage/src/report/targets/sarif.js


/** What gates found, for code scanning and for editors: a file per gate that looked at everything it was to look at. */
const sarif = {
    name: "SARIF",
    show: async ({ report, context, evidence, write }) => {
        const columnOf = utf16Columns(evidence);
        for (const [gate, stages] of (0,group_by/* groupBy */.$)(report.stages, (stage) => stage.gate)) {
            const log = sarifOf(gate, stages, context, columnOf);
            if (log !== null)
                await write(`sarif/${fileName(gate)}.sarif`, `${JSON.stringify(log, null, 2)}\n`);
        }
    },
};
function fileName(gate) {
    return gate.replace(/[^\w.-]/g, "-");
}
/** Go's tools count bytes (https://pkg.go.dev/go/token#Position). Without the text of the line there is no column. */
function utf16Columns(evidence) {
    // Findings come by file.
    let last = null;
    return ({ path, line, column }) => {
        if (path === null || line === null || column === null)
            return null;
        if (last?.path !== path)
            last = { path, lines: evidence.source(path)?.text.split("\n") ?? [] };
        const bytes = Buffer.from(last.lines[line - 1] ?? "");
        return column - 1 > bytes.length ? null : bytes.toString("utf8", 0, column - 1).length + 1;
    };
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
// EXTERNAL MODULE: ./build/stage/src/model/reason.js
var model_reason = __webpack_require__(57492);
// EXTERNAL MODULE: ./build/stage/src/text/columns.js
var columns = __webpack_require__(47677);
// EXTERNAL MODULE: ./build/stage/src/report/fit.js
var fit = __webpack_require__(56156);
// EXTERNAL MODULE: ./build/stage/src/report/view/stage-rows.js
var stage_rows = __webpack_require__(89937);
// EXTERNAL MODULE: ./build/stage/src/report/view/tests.js
var view_tests = __webpack_require__(3952);
// EXTERNAL MODULE: ./node_modules/fast-string-width/dist/index.js + 2 modules
var dist = __webpack_require__(93223);
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
    const tests = modules.tests ? [{ title: "tests", cell: module_lines_testsOf }] : [];
    const covered = modules.coverage ? [{ title: "coverage", cell: module_lines_coverageOf }] : [];
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
function module_lines_testsOf({ module }) {
    return (0,facts/* countWords */.rj)((0,facts/* testCounts */.Js)(module.tests).filter(({ state }) => state !== "skipped"));
}
function module_lines_coverageOf({ module }) {
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
const terminal_maxName = 50;
/** A short table of the run for terminals and logs; the last line is the verdict. */
const verdictTable = {
    name: "verdict table",
    limit: Number.POSITIVE_INFINITY,
    sections: [
        resultSections,
        (report, context) => [terminal_lines("facts", factLines(report, context))],
        (report, context) => failureSections(report, context),
        (report, context) => [terminal_lines("verdict", [...otherReasons(context), verdictLine(report, context)])],
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
function terminal_lines(name, content) {
    return { name, importance: 100, levels: [() => content] };
}
/** A row per stage; with several modules a row per module, then the stages of the whole run and those that tell what is wrong. */
function resultSections(report, context) {
    const modules = (0,view_modules/* moduleTable */.v)(report, context);
    const stages = modules === null ? report.stages : [...modules.shared, ...troubled(modules)];
    return [
        ...(modules === null ? [] : [terminal_lines("modules", moduleLines(modules, context.colour))]),
        ...(stages.length === 0 ? [] : [terminal_lines("stages", stageLines(stages, context, modules === null ? null : terminal_maxName))]),
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
        paint[level === "error" ? "red" : "yellow"](`${level === "error" ? "✗" : "!"} ${(0,columns/* clipWidth */.Dx)(subjectOf(finding, stage), terminal_maxName)}`),
        paint.cyan((0,sanitize/* sanitizeLine */.g$)((0,findings/* positionOf */.df)(finding) ?? "")),
        oneLine(saidOf(finding, kinds)),
    ]);
    const left = found.length - rows.length;
    const rest = left === 0 ? [] : [paint.dim(`  … ${(0,format/* plural */.LS)(left, "more finding")} above and in report.json`)];
    return [terminal_lines("failures", [...(0,columns/* aligned */.b6)(rows), ...rest])];
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
            return (0,lines/* firstLine */.TM)(message) || title;
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
    const { totals, testReuse, artifacts, archives = [], sboms = [], image, release } = report;
    const { tests, coverage } = totals;
    const paint = picocolors.createColors(colour);
    const rows = [
        ...(tests === null ? [] : [["tests", testWords(tests)]]),
        ...(testReuse === null || testReuse.mode === "off" ? [] : [["", oneLine((0,test_reuse/* reuseWords */._)(testReuse))]]),
        ...(coverage === null ? [] : [["coverage", coverageWords(coverage, report)]]),
        ...changeRows(report),
        ...fileRows("binaries", artifacts),
        ...fileRows("archives", archives),
        ...fileRows("sbom", sboms),
        ...(image === null ? [] : [["image", imageWords(image)]]),
        ...(release === undefined ? [] : [["release", releaseWords(release)]]),
        ...(fixable ? [["fix", (0,facts/* applyFix */.oM)(pathOf)]] : []),
        ["summary", pathOf(target/* fileNames */.j.summary)],
        ["report", pathOf(target/* fileNames */.j.page)],
        ["", pathOf(target/* fileNames */.j.report)],
    ];
    return (0,columns/* aligned */.b6)(rows.map(([name, value]) => [paint.dim(name), value]));
}
function testWords(tests) {
    const { passed, failed, skipped, flaky, interrupted, shuffle } = tests;
    const told = [
        `${(0,format/* formatCount */.B4)(passed)} passed`,
        `${(0,format/* formatCount */.B4)(failed)} failed${(0,view_tests/* subtestsNote */.Cf)(tests)}`,
        `${(0,format/* formatCount */.B4)(skipped)} skipped`,
        ...(flaky === 0 ? [] : [`${(0,format/* formatCount */.B4)(flaky)} flaky`]),
        ...(interrupted === 0 ? [] : [`${(0,format/* formatCount */.B4)(interrupted)} interrupted`]),
        ...(shuffle === undefined ? [] : [(0,facts/* orderWords */.WS)(shuffle)]),
    ];
    return told.join(", ");
}
function coverageWords(coverage, { thresholds, comparison }) {
    const { percent, missing } = coverage;
    const total = (0,facts/* totalLimit */.Ur)(thresholds);
    const limit = total === null ? "" : `, ${(0,facts/* limitWords */.vd)(total)}`;
    const without = missing.length === 0 ? "" : `, no profile from ${oneLine(missing.join(", "))}`;
    const nothing = missing.length === 0 ? "no statements to cover" : "none";
    const share = percent === null ? nothing : `${(0,format/* formatPercent */.l9)(percent)} of statements (${(0,facts/* ratio */.CG)(coverage)})`;
    const baseline = comparison?.baseline ?? null;
    const points = baseline === null ? null : (0,change/* pointsBetween */.EE)(baseline, coverage);
    return `${share}${points === null ? "" : `, ${(0,change/* pointsWords */.BD)(points)} points`}${limit}${without}`;
}
/** What the change covers, and what is left out of that. */
function changeRows({ totals: { patch }, thresholds, comparison }) {
    const words = patch === null ? [] : [(0,change/* patchWords */.Wx)(patch, (0,change/* patchLimit */.Q1)(thresholds))];
    const said = [...words, ...(comparison?.notes ?? []).map(oneLine)];
    return said.map((text, index) => [index === 0 ? "change" : "", text]);
}
function imageWords({ name, tags, path }) {
    return oneLine([name, ...tags, ...(path === null ? [] : [path])].join(" "));
}
function releaseWords({ tag, state, url }) {
    return oneLine(`${tag} ${state === "draft" ? "draft" : "published"} ${url}`);
}
function fileRows(name, files) {
    const shown = files.slice(0, maxBinaries).map(({ path, size }) => `${oneLine(path)} (${(0,format/* formatBytes */.z3)(size)})`);
    const left = files.length - shown.length;
    const rows = left > 0 ? [...shown, `… ${(0,format/* formatCount */.B4)(left)} more`] : shown;
    return rows.map((row, index) => [index === 0 ? name : "", row]);
}
/** Reasons that stand in no row of the table. */
function otherReasons({ reasons }) {
    return reasons.filter(({ kind }) => kind !== "stage").map((reason) => `  ${(0,sanitize/* sanitizeLine */.g$)((0,model_reason/* reasonText */.u)(reason))}`);
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
const targets = [
    report_json/* reportJson */.l4,
    job_summary/* jobSummary */.sp,
    page,
    sarif,
    badge,
    annotations,
    stepOutputs,
    terminal,
];

;// CONCATENATED MODULE: ./build/stage/src/report/report.js


/** Shows the result everywhere it is shown. Answers the warnings about targets that broke; never throws for them. */
async function reportAll(request, all = targets) {
    const { report, platform, config, write, writePieces, evidence } = request;
    const context = contextOf(request);
    const delivery = { report, context, platform, config, write, writePieces, evidence };
    return (0,reporters/* runReporters */.U)(platform, all.map(({ name, show }) => ({ name, run: () => show(delivery) })));
}
/** What the sections of a report are made with. */
function contextOf(request) {
    const { platform, reasons, kinds, kindsOf, needs, pathOf, fixable, uploads = [], undelivered = [] } = request;
    const { serverUrl, repository, sha } = platform.context;
    const source = serverUrl === null || repository === null || sha === null ? null : { serverUrl, repository, sha };
    return { source, colour: platform.colour, reasons, kinds, kindsOf, needs, pathOf, fixable, uploads, undelivered };
}


/***/ }),

/***/ 71266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lh: () => (/* binding */ renderCommented),
/* harmony export */   wQ: () => (/* binding */ renderComment)
/* harmony export */ });
/* unused harmony export commentLimit */
/* harmony import */ var _model_commit_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(82453);
/* harmony import */ var _text_clip_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(51834);
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18473);
/* harmony import */ var _fit_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(56156);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32618);
/* harmony import */ var _sections_closing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66623);
/* harmony import */ var _sections_coverage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29636);
/* harmony import */ var _sections_delivery_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40202);
/* harmony import */ var _sections_findings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77968);
/* harmony import */ var _sections_products_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94274);
/* harmony import */ var _sections_stages_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12454);
/* harmony import */ var _sections_tests_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(44729);
/* harmony import */ var _sections_verdict_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(51045);
/* harmony import */ var _view_status_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(43427);














/** GitHub refuses a comment of more than 65,536 characters ("body is too long"). */
const commentLimit = 60 * 1024;
/** What a reviewer wants to know, in that order: what broke, where, how to see it again; then what there is. */
const parts = [
    ...[_sections_findings_js__WEBPACK_IMPORTED_MODULE_5__/* .basicFindings */ .r, _sections_tests_js__WEBPACK_IMPORTED_MODULE_8__/* .testsSection */ .FK, _sections_tests_js__WEBPACK_IMPORTED_MODULE_8__/* .flakySection */ .Zy, _sections_tests_js__WEBPACK_IMPORTED_MODULE_8__/* .interruptedSection */ .aq, _sections_findings_js__WEBPACK_IMPORTED_MODULE_5__/* .otherFindings */ .j, _sections_closing_js__WEBPACK_IMPORTED_MODULE_2__/* .reproduceSection */ .N$, _sections_closing_js__WEBPACK_IMPORTED_MODULE_2__/* .warningsSection */ .xd],
    ...[_sections_coverage_js__WEBPACK_IMPORTED_MODULE_3__/* .coverageSection */ .E, _sections_products_js__WEBPACK_IMPORTED_MODULE_6__/* .artifactsSection */ .R$, _sections_products_js__WEBPACK_IMPORTED_MODULE_6__/* .imageSection */ .dQ, _sections_delivery_js__WEBPACK_IMPORTED_MODULE_4__/* .uploadsSection */ .C, _sections_stages_js__WEBPACK_IMPORTED_MODULE_7__/* .stagesSection */ .p, _sections_closing_js__WEBPACK_IMPORTED_MODULE_2__/* .footerSection */ .NG],
];
/** More sections than reports have; each kind of finding that a report names makes one. */
const maxSections = 60;
/** The comment on a pull request: the sections of the job summary, each at its shortest; what does not fit is left out, the least important first. */
function renderComment(report, context, origin) {
    const { marker } = origin;
    const all = parts.flatMap((make) => make(report, context));
    const kept = new Set([...all].sort((a, b) => b.importance - a.importance).slice(0, maxSections));
    const shortest = all
        .filter((section) => kept.has(section))
        .map((section) => ({ ...section, levels: [...section.levels.slice(-1), () => []] }));
    const [verdict] = (0,_sections_verdict_js__WEBPACK_IMPORTED_MODULE_9__/* .verdictSection */ .V)(report);
    const sections = [
        { ...verdict, levels: verdict.levels.slice(-1) },
        { name: "doubt", importance: 100, levels: [() => doubtBlocks(origin)] },
        ...shortest,
        { name: "origin", importance: 100, levels: [() => originBlocks(origin)] },
    ];
    const look = {
        limit: commentLimit - (0,_text_clip_js__WEBPACK_IMPORTED_MODULE_11__/* .byteLength */ .dp)(marker) - 1,
        sections: [() => sections],
        render: _markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .renderMarkdown */ .Gc,
        note: (names) => [
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("Left out to fit GitHub's limit for comments: "), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(names.join(", "), 400), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(".")),
        ],
    };
    return `${marker}\n${(0,_fit_js__WEBPACK_IMPORTED_MODULE_12__/* .fitted */ .$)(look, report, context)}`;
}
function originBlocks({ run, commit, fork }) {
    const checked = run === null ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("Checked") : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(run, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("Workflow run"));
    const told = fork === null ? [] : [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("as reported by the run of "), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(fork), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(", a fork")]];
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)([[checked, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(" of "), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_model_commit_js__WEBPACK_IMPORTED_MODULE_13__/* .shortCommit */ .A)(commit))], ...told], ", "))];
}
function doubtBlocks({ otherwise }) {
    if (otherwise === null)
        return [];
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("⚠️ The workflow run itself ended with "), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(otherwise), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)("."))];
}
/** The job summary of a run that only comments. */
function renderCommented(sentence, done, ok) {
    const { icon } = _view_status_js__WEBPACK_IMPORTED_MODULE_10__/* .verdicts */ .rY[ok ? "success" : "error"];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .renderMarkdown */ .Gc)([
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)(2, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(`${icon} Comment on the pull request`)),
        done === null ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(sentence, 600)) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(done.url, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL)(sentence))),
    ]);
}


/***/ }),

/***/ 52995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l4: () => (/* binding */ reportJson),
  Zg: () => (/* binding */ schemaProblem)
});

// UNUSED EXPORTS: jsonReport

// EXTERNAL MODULE: ./build/stage/src/model/report/coverage.js
var coverage = __webpack_require__(57899);
// EXTERNAL MODULE: ./build/stage/src/model/report/tests.js
var report_tests = __webpack_require__(18020);
// EXTERNAL MODULE: ./build/stage/src/model/report.js + 4 modules
var model_report = __webpack_require__(39081);
// EXTERNAL MODULE: ./build/stage/src/report/brief-report.js
var brief_report = __webpack_require__(39634);
;// CONCATENATED MODULE: ./build/stage/src/report/json-pieces.js
/** An array whose elements are made while it is written. */
class LazyArray {
    elements;
    constructor(elements) {
        this.elements = elements;
    }
}
/** Objects that lie as deep are written at once, which takes less time than small pieces. */
const deepest = 4;
/** What `JSON.stringify(value, null, 2)` writes, in pieces that need not be in memory together: one for each element of an array, as far as it does not lie too deep. */
function* jsonPieces(value, depth = 0) {
    if (value instanceof LazyArray)
        yield* arrayPieces(value.elements, depth);
    else if (Array.isArray(value) && depth <= deepest)
        yield* arrayPieces(value, depth);
    else if (isObject(value) && depth < deepest)
        yield* objectPieces(value, depth);
    else
        yield (JSON.stringify(value, null, 2) ?? "null").replaceAll("\n", lineEnd(depth));
}
function* arrayPieces(elements, depth) {
    let before = "[";
    for (const element of elements) {
        yield before + lineEnd(depth + 1);
        yield* jsonPieces(element, depth + 1);
        before = ",";
    }
    yield before === "[" ? "[]" : `${lineEnd(depth)}]`;
}
function* objectPieces(value, depth) {
    let before = "{";
    for (const [key, member] of Object.entries(value)) {
        if (member === undefined)
            continue;
        yield `${before}${lineEnd(depth + 1)}${JSON.stringify(key)}: `;
        yield* jsonPieces(member, depth + 1);
        before = ",";
    }
    yield before === "{" ? "{}" : `${lineEnd(depth)}}`;
}
function lineEnd(depth) {
    return `\n${"  ".repeat(depth)}`;
}
function isObject(value) {
    return typeof value === "object" && value !== null;
}

// EXTERNAL MODULE: ./build/stage/src/report/target.js
var target = __webpack_require__(52458);
;// CONCATENATED MODULE: ./build/stage/src/report/targets/report-json.js






/** The whole result, for programs; what is too large for a comment on a pull request has the part of it beside it that the comment needs. */
const reportJson = {
    name: target/* fileNames */.j.report,
    show: async ({ report, write, writePieces, platform }) => {
        // Before the file, which a full disk may refuse.
        if (platform.report !== undefined)
            for (const piece of jsonReport(report).pieces)
                platform.report(piece);
        const { pieces, problem } = jsonReport(report);
        let size = 0;
        const counted = function* () {
            for (const piece of pieces) {
                size += Buffer.byteLength(piece);
                yield piece;
            }
        };
        await writePieces(target/* fileNames */.j.report, counted());
        const brief = size > brief_report/* readableReport */.X ? (0,brief_report/* briefJson */.P)(report) : null;
        if (brief !== null)
            await write(target/* fileNames */.j.brief, brief);
        const departs = problem();
        if (departs !== null)
            throw new Error(`it was written but departs from its schema: ${departs}`);
    },
};
/**
 * The report as `report.json` holds it: two blanks of indentation, keys in the order of the schema, a line end at the end. Most of it are tests and lines without
 * coverage, which are checked and written package by package and file by file.
 */
function jsonReport(report) {
    const checked = model_report/* reportSchema */.Qh.safeParse(withoutLists(report));
    if (!checked.success)
        return { pieces: report_json_text(report), problem: () => schemaProblem(checked.error.issues) };
    const issues = [];
    const withLists = (measured, whole, path) => {
        const { tests, coverage } = measured;
        const listOf = (kind, list) => ({ issues, path: [...path, kind, list] });
        const packages = checkedElements(whole?.tests?.packages ?? [], report_tests/* testPackageSchema */.OI, listOf("tests", "packages"));
        const files = checkedElements(whole?.coverage?.files ?? [], fileSchema, listOf("coverage", "files"));
        return {
            ...measured,
            tests: tests === null ? null : { ...tests, packages: new LazyArray(packages) },
            coverage: coverage === null ? null : { ...coverage, files: new LazyArray(files) },
        };
    };
    const { modules, totals } = checked.data;
    const whole = {
        ...checked.data,
        modules: modules.map((module, at) => withLists(module, report.modules[at], ["modules", at])),
        totals: withLists(totals, report.totals, ["totals"]),
    };
    return { pieces: report_json_text(whole), problem: () => (issues.length === 0 ? null : schemaProblem(issues)) };
}
function* report_json_text(value) {
    yield* jsonPieces(value);
    yield "\n";
}
const fileSchema = coverage/* coverageSchema */.aU.shape.files.element;
function withoutLists(report) {
    const without = (measured) => {
        const { tests, coverage } = measured;
        return {
            ...measured,
            tests: tests === null ? null : { ...tests, packages: [] },
            coverage: coverage === null ? null : { ...coverage, files: [] },
        };
    };
    return { ...report, modules: report.modules.map(without), totals: without(report.totals) };
}
function* checkedElements(found, schema, { path, issues }) {
    for (const [at, element] of found.entries()) {
        const { success, data, error } = schema.safeParse(element);
        for (const { path: within, message } of error?.issues ?? []) {
            issues.push({ path: [...path, at, ...within], message });
        }
        yield success ? data : element;
    }
}
/** The first departures from the schema, in words. */
function schemaProblem(issues) {
    return issues
        .slice(0, 5)
        .map(({ path, message }) => `${path.map(String).join(".")}: ${message}`)
        .join("; ");
}


/***/ }),

/***/ 26643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ comment),
  I: () => (/* binding */ commentBody)
});

// EXTERNAL MODULE: ./build/stage/src/inputs/path-facts.js
var path_facts = __webpack_require__(79275);
// EXTERNAL MODULE: ./build/stage/src/project/locate.js
var locate = __webpack_require__(84386);
;// CONCATENATED MODULE: ./build/stage/src/report/comment-marker.js
/** The first line of our comment, which nobody sees. Nothing in it ends the HTML comment: every `<`, `>` and white space is percent-encoded. */
function markerOf({ workflow, job, artifactPrefix, workingDirectory }) {
    const fields = { workflow, job, "artifact-prefix": artifactPrefix, "working-directory": workingDirectory };
    const text = Object.entries(fields).map(([name, value]) => `${name}=${encoded(value)}`);
    return `<!-- dagger-go-pipeline ${text.join(" ")} -->`;
}
/** Half surrogate pairs make the encoder throw. */
function encoded(value) {
    return encodeURIComponent(value.replace(/\p{Surrogate}/gu, "\ufffd"));
}

// EXTERNAL MODULE: ./build/stage/src/report/targets/pr-comment.js
var pr_comment = __webpack_require__(71266);
// EXTERNAL MODULE: ./build/stage/src/text/sanitize.js + 1 modules
var sanitize = __webpack_require__(92077);
;// CONCATENATED MODULE: ./build/stage/src/run/comment.js





/** Writes the comment on the pull request that the run is about. */
async function comment(commenting) {
    const { platform, githubToken: token, redact, signal } = commenting;
    const { repository, pullRequest } = platform.context;
    if (platform.comment === undefined || repository === null || pullRequest === null || token === null) {
        return { status: "skipped", sentence: "This run is not about a pull request: nothing is commented.", url: null };
    }
    const { marker, body } = commentBody(commenting, pullRequest.head.sha);
    const result = await platform.comment({ repository, pullRequest, token, marker, body: redact(body), signal });
    const reason = "reason" in result ? (0,sanitize/* sanitizeLine */.g$)(redact(result.reason), 200) : "";
    return {
        status: result.status,
        url: "url" in result ? result.url : null,
        sentence: sentenceOf(result, reason, platform.context),
    };
}
/** The comment's first line, and the whole of it. */
function commentBody({ config, repository, platform, report, context }, commit) {
    const { workflow, job, runUrl, finishedRun, pullRequest, repository: own } = platform.context;
    const marker = markerOf({
        workflow: finishedRun?.workflow ?? workflow ?? "",
        job: job ?? "",
        artifactPrefix: config.artifactPrefix ?? "",
        workingDirectory: (0,locate/* relativeSlashes */.qH)(repository, config.workingDirectory, (0,path_facts/* nodePathFacts */.$)()),
    });
    const from = pullRequest?.head.repository ?? null;
    const ended = finishedRun?.conclusion ?? "";
    const body = (0,pr_comment/* renderComment */.wQ)(report, context, {
        marker,
        run: finishedRun?.url ?? runUrl,
        commit,
        fork: finishedRun === null || from === own ? null : from,
        otherwise: report.conclusion === "success" && ended !== "" && ended !== "success" ? ended : null,
    });
    return { marker, body };
}
function sentenceOf(result, reason, context) {
    switch (result.status) {
        case "written":
            return result.created ? "The pull request was commented." : "The comment on the pull request was changed.";
        case "skipped":
            return `The pull request was not commented: ${reason}.`;
        case "refused":
            return `The pull request was not commented, since GitHub refuses the token: ${reason}. ${remedy(context)}`;
        case "failed":
            return `The pull request was not commented: ${reason}.`;
    }
}
function remedy({ repository, pullRequest, finishedRun }) {
    const fork = finishedRun === null && pullRequest?.head.repository !== repository;
    return fork
        ? "Tokens of pull requests from forks may only read; docs/pr-comments.md of the action has a workflow for those."
        : "The job needs `permissions: pull-requests: write`.";
}


/***/ }),

/***/ 24717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ createLineSplitter),
/* harmony export */   LX: () => (/* binding */ lineCounter),
/* harmony export */   TM: () => (/* binding */ firstLine)
/* harmony export */ });
/**
 * A plain loop instead of an async iterator: at ten million lines the awaiting would cost more than the work. What exceeds
 * `limit` characters of a line is dropped, so that a line of 200 MB does not fill the memory.
 */
function createLineSplitter(onLine, limit = 1_048_576) {
    let rest = "";
    const keep = (text) => {
        if (rest.length < limit)
            rest = (rest + text).slice(0, limit);
    };
    const hand = (line) => onLine(line.endsWith("\r") ? line.slice(0, -1) : line);
    return {
        write: (chunk) => {
            let start = 0;
            for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", start)) {
                if (rest === "" && end - start <= limit)
                    hand(chunk.slice(start, end));
                else {
                    keep(chunk.slice(start, end));
                    hand(rest);
                    rest = "";
                }
                start = end + 1;
            }
            if (start < chunk.length)
                keep(chunk.slice(start));
        },
        end: () => {
            if (rest !== "")
                hand(rest);
            rest = "";
        },
    };
}
/** Finds lines of places in a text that are asked for in ascending order: the line, and where it begins. */
function lineCounter(text) {
    let line = 1;
    let start = 0;
    return (at) => {
        for (let end = text.indexOf("\n", start); end >= 0 && end < at; end = text.indexOf("\n", start)) {
            line += 1;
            start = end + 1;
        }
        return { line, start };
    };
}
/** What stands before the first line end. */
function firstLine(text) {
    return text.split("\n", 1)[0] ?? "";
}


/***/ })

};
