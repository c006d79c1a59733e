export const id = 5749;
export const ids = [5749];
export const modules = {

/***/ 75749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TestReading: () => (/* binding */ TestReading),
  briefPath: () => (/* binding */ briefPath),
  loadJUnit: () => (/* binding */ loadJUnit),
  suitesPath: () => (/* binding */ suitesPath)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/files/lines.js
var lines = __webpack_require__(35743);
// EXTERNAL MODULE: ./build/stage/src/files/step-end.js
var step_end = __webpack_require__(47380);
// EXTERNAL MODULE: ./build/stage/src/files/text-file.js
var text_file = __webpack_require__(66536);
// EXTERNAL MODULE: ./build/stage/src/go/event-reader.js
var event_reader = __webpack_require__(32655);
// EXTERNAL MODULE: ./build/stage/src/go/test-log.js
var test_log = __webpack_require__(85168);
// EXTERNAL MODULE: ./build/stage/src/go/test-reader.js + 3 modules
var test_reader = __webpack_require__(5981);
// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
// EXTERNAL MODULE: ./build/stage/src/model/passes.js
var passes = __webpack_require__(10393);
// EXTERNAL MODULE: ./build/stage/src/model/stage.js
var stage = __webpack_require__(66180);
// EXTERNAL MODULE: ./build/stage/src/results/redact.js
var results_redact = __webpack_require__(63716);
// EXTERNAL MODULE: ./build/stage/src/collect/attempts.js
var attempts = __webpack_require__(16071);
// EXTERNAL MODULE: ./build/stage/src/collect/files.js
var files = __webpack_require__(84210);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/go/declared-tests.js
var declared_tests = __webpack_require__(3153);
// EXTERNAL MODULE: ./build/stage/src/collect/go-sources.js
var go_sources = __webpack_require__(95396);
;// CONCATENATED MODULE: ./build/stage/src/collect/test-declarations.js




/** Characters of test files that are read of one package, those of one file more: they stay in memory until its tests are written. */
const packageLimit = 32 * 1024 * 1024;
/**
 * Finds where tests are declared in the test files of their package, as they are on this machine. They are read one after the other when the package has ended.
 */
function testDeclarations({ project, packages, config }) {
    const byImportPath = new Map(packages.map((found) => [found.importPath, found]));
    const isAsListed = !config.testEnv.some(({ name }) => choosesFiles.test(name));
    return (importPath, names) => {
        const found = byImportPath.get(importPath);
        if (found === undefined || names.size === 0)
            return new Map();
        const { dir, testFiles, excludedTestFiles } = found;
        const read = createReader(project, dir);
        const others = isAsListed ? excludedTestFiles : [...testFiles, ...excludedTestFiles];
        return (0,declared_tests/* declaredTests */.ob)(names, { built: read(isAsListed ? testFiles : []), others: read(others) });
    };
}
/** Variables that may decide which files of a package are built (`go help buildconstraint`); without a C compiler on PATH there is no cgo. */
const choosesFiles = /^(?:GO.*|CGO_ENABLED|CC|PATH)$/;
/** null where the system refuses: a place is no reason for a stage to fail. */
function ifReadable(read) {
    try {
        return read();
    }
    catch (error) {
        if ((0,errors/* systemCode */.xU)(error) === null)
            throw error;
        return null;
    }
}
function createReader(project, dir) {
    let left = packageLimit;
    return function* (names) {
        for (const name of names) {
            const path = external_node_path_.posix.join(dir, name);
            const text = left < 0 ? null : ifReadable(() => (0,go_sources/* readText */.yR)(project, path));
            left -= text?.length ?? 0;
            yield text === null ? null : { path, text };
        }
    };
}

;// CONCATENATED MODULE: ./build/stage/src/collect/test-reading.js















/** Brings an XML library along: whoever wants it loads it while there is nothing else to do. */
const loadJUnit = () => Promise.all(/* import() */[__webpack_require__.e(8351), __webpack_require__.e(9119)]).then(__webpack_require__.bind(__webpack_require__, 19119));
/** Where the suites of a stage are written, part of `tests/junit.xml`. */
function suitesPath(resultDir) {
    return (0,external_node_path_.join)(resultDir, "junit.part");
}
/** The log goes to its place when the tests have ended: what runs meanwhile may remove what it knows of. */
function logPath(resultDir) {
    return (0,external_node_path_.join)(resultDir, "log.part");
}
/** Where the lines of packages are written: of a log of any size, all that is shown as a rule. */
function briefPath(resultDir) {
    return (0,external_node_path_.join)(resultDir, "brief.part");
}
/** Reads the streams of a test stage, one after the other, as one, and writes its log, the lines of it that are about packages and its part of `tests/junit.xml` on the way. */
class TestReading {
    /** Artifact directories of tests, command by command. */
    dirs = [[]];
    #files;
    #resultDir;
    #facts;
    #read;
    #reader;
    #testLog;
    constructor({ facts, resultDir, reader, stderr, attempts }, files, junit) {
        const { redactor } = facts;
        this.#files = files;
        this.#resultDir = resultDir;
        this.#facts = facts;
        this.#read = (0,event_reader/* createEventReader */.E)(facts.goVersion);
        this.#testLog = this.#createLog();
        this.#reader = (0,test_reader/* createTestReader */.E)({
            ...reader,
            stderr,
            later: (0,group_by/* groupBy */.$)(attempts.flatMap(({ packages }) => packages), ({ report }) => report.importPath),
            onPackage: (done) => junit.suite(redactor.idle() ? done : redacted(done, redactor)),
        });
    }
    static async open(options) {
        const { facts, resultDir } = options;
        const { createJUnitWriter } = await loadJUnit();
        const files = {
            log: await text_file/* TextFile */.u.create(logPath(resultDir)),
            brief: await text_file/* TextFile */.u.create(briefPath(resultDir)),
            suites: await text_file/* TextFile */.u.create(suitesPath(resultDir)),
        };
        const module = facts.project.modules.length > 1 ? facts.module.dir : null;
        const declared = testDeclarations(facts);
        return new TestReading(options, files, createJUnitWriter((text) => files.suites.write(text), { module, declared }));
    }
    #createLog() {
        const { redact } = this.#facts.redactor;
        const { log, brief } = this.#files;
        return (0,test_log/* createTestLog */.p)((text) => {
            const shown = redact(text);
            log.write(shown);
            if ((0,test_log/* isPackageLine */.H)(shown))
                brief.write(shown.endsWith("\n") ? shown : `${shown}\n`);
        });
    }
    /** One line of the stream; answers what it says. */
    line(text) {
        const event = this.#read(text);
        if (event.type === "artifacts")
            this.dirs.at(-1)?.push(event);
        this.#reader.accept(event);
        this.#testLog.accept(event);
        return event;
    }
    /** To be awaited now and then. */
    async drain() {
        const { log, brief, suites } = this.#files;
        if (log.full)
            await log.drain();
        if (brief.full)
            await brief.drain();
        if (suites.full)
            await suites.drain();
    }
    /** Standard error should have been known: it may say why a package was not built. */
    get lacksErrors() {
        return this.#reader.lacksErrors;
    }
    /** Reads the streams of all commands from their beginning. */
    async readAll({ commands }) {
        for (const [index, { stdout }] of commands.entries()) {
            if (index > 0)
                this.#next();
            for await (const line of (0,lines/* readLines */.Se)(stdout)) {
                this.line(line);
                await this.drain();
            }
        }
    }
    #next() {
        this.#reader.next();
        this.dirs.push([]);
    }
    /** When all streams are read. `exitCode`: that one command for all would have had. */
    async end(stage, outcome, { stderr, exitCode }) {
        const { output, redactor } = this.#facts;
        let run;
        try {
            this.#files.log.write(redactor.redact(stderr));
            await this.#logAgain(outcome);
            const timedOut = outcome.end === "timed-out";
            const died = await deathIn(stage, outcome);
            const exitCodes = outcome.commands.map((command) => command.exitCode);
            // Writes the suites of packages that did not end.
            run = this.#reader.end({ exitCode, timedOut, stderr, died }, exitCodes);
        }
        finally {
            await this.close();
        }
        await (0,files/* moveFile */.mV)(logPath(this.#resultDir), output.log(stage.id));
        return run;
    }
    /** What was run again, after the first run, each with a line that says so. */
    async #logAgain({ followUps = [] }) {
        const { redactor, goVersion } = this.#facts;
        const { log } = this.#files;
        const testLog = this.#createLog();
        for (const [index, { commands }] of followUps.entries()) {
            log.write(`\nFailed tests are run again, attempt ${index + 2}:\n`);
            for (const command of commands) {
                const read = (0,event_reader/* createEventReader */.E)(goVersion);
                for await (const line of (0,lines/* readLines */.Se)(command.stdout)) {
                    testLog.accept(read(line));
                    await this.drain();
                }
                log.write(redactor.redact(await (0,lines/* readHead */.zy)(command.stderr, attempts/* stderrLimit */.c3)));
            }
        }
    }
    async close() {
        for (const file of Object.values(this.#files))
            await file.close();
    }
    /** Leaves nothing of it. */
    async discard() {
        await this.close();
        for (const path of [logPath, briefPath, suitesPath])
            await (0,promises_.rm)(path(this.#resultDir), { force: true });
    }
}
async function deathIn({ step }, outcome) {
    if (!(0,stage/* isRunnable */.i)(step) || step.type !== "exec")
        return null;
    return (0,passes/* deathOf */.oZ)(step, await (0,step_end/* readStepEnd */.u)(step, outcome));
}
function redacted(done, { redact }) {
    const tests = done.tests.map((test) => ({
        ...{ ...test, name: redact(test.name), output: redact(test.output) },
        ...(test.attributes === undefined ? {} : { attributes: (0,results_redact/* redactAttributes */.nX)(test.attributes, redact) }),
    }));
    return { ...done, report: (0,results_redact/* redactPackage */.K_)(done.report, redact), tests, output: redact(done.output) };
}


/***/ }),

/***/ 3153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OA: () => (/* binding */ functionOf),
/* harmony export */   ob: () => (/* binding */ declaredTests)
/* harmony export */ });
/* unused harmony export functionsIn */
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24717);

/** The function that a test, or one of its subtests, belongs to. A benchmark that fails after its first round has the number of processors behind its name (Go 1.26.8). */
function functionOf(test) {
    const slash = test.indexOf("/");
    const name = slash < 0 ? test : test.slice(0, slash);
    return name.startsWith("Benchmark") ? name.replace(/-\d+$/, "") : name;
}
/**
 * Where functions of these names are declared. The packages `x` and `x_test` of a directory may both declare one, and its tests are then told apart by nobody. What no file declares that is
 * surely built, such as what `-race` brings in, stands in the only other file that declares it, if all could be read.
 */
function declaredTests(names, sources) {
    const sure = new Map();
    const possible = new Map();
    let isComplete = true;
    const read = (source, isSure) => {
        if (source === null)
            isComplete = false;
        else
            note(isSure(source.text) ? sure : possible, source, names);
    };
    for (const source of sources.built)
        read(source, (text) => !dependsOnFlags.test(text));
    // The package `x_test` may declare what the one of the same directory declares.
    if (!isComplete)
        return new Map();
    if (sure.size < names.size)
        for (const source of sources.others)
            read(source, () => false);
    if (isComplete)
        for (const [name, found] of possible)
            if (!sure.has(name))
                sure.set(name, found);
    return sure;
}
/** A build constraint that flags of `go test` decide: go list is asked without them. */
const dependsOnFlags = /^\/\/(?:go:build|[ \t]*\+build)[ \t].*\b(?:race|msan|asan)\b/m;
function note(found, { path, text }, names) {
    for (const { name, line } of functionsIn(text, names))
        found.set(name, found.has(name) ? null : { path, line });
}
/** What has to be skipped, or is the declaration of a function: methods, literals and functions with type parameters, which Go takes for no tests, look different. */
const mark = /\/[/*]|[`"']|\bfunc\s+([\p{L}_][\p{L}\p{Nd}_]*)\s*\(/gu;
/** The functions of these names that a Go file declares, with their lines. Takes time for the length of a text whatever it holds, and throws for none. */
function* functionsIn(text, names) {
    const lineOf = (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .lineCounter */ .LX)(text);
    let at = 0;
    for (;;) {
        mark.lastIndex = at;
        const match = mark.exec(text);
        if (match === null)
            return;
        const [found, name] = match;
        at = name === undefined ? endOf(text, match.index, found) : match.index + found.length;
        const wanted = name === undefined || !names.has(name) ? null : name;
        if (wanted !== null)
            yield { name: wanted, line: lineOf(match.index).line };
    }
}
/** The place behind a comment or a literal that begins at `at`; a string ends with its line. */
function endOf(text, at, mark) {
    const behind = (end, from) => {
        const found = text.indexOf(end, from);
        return found < 0 ? text.length : found + end.length;
    };
    if (mark === "//")
        return behind("\n", at);
    if (mark === "/*")
        return behind("*/", at + 2);
    if (mark === "`")
        return behind("`", at + 1);
    for (let next = at + 1; next < text.length; next += 1) {
        const one = text[next];
        if (one === "\n" || one === mark)
            return next + 1;
        if (one === "\\")
            next += 1;
    }
    return text.length;
}


/***/ }),

/***/ 85168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isPackageLine),
/* harmony export */   p: () => (/* binding */ createTestLog)
/* harmony export */ });
/* harmony import */ var _event_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32655);
/* harmony import */ var _test_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14898);


/** Of what `go test -v` prints, the line of each package: `ok`, `FAIL` and `?` with their tabs. */
const packageLine = /^(?:ok {2}|FAIL|\? {3})\t/;
/** True for a line of the log in which `go test` says how a package ended. */
function isPackageLine(text) {
    return packageLine.test(text);
}
/** `write` gets every output as it is, and every line that is no event with its line end: nothing is left out. */
function createTestLog(write) {
    const accept = (event) => {
        if (event.type === "junk")
            write(`${event.text}\n`);
        else if (event.type === "build")
            write(event.output);
        else if (event.type === "test" && event.output !== null)
            write(printed(event.output));
    };
    const read = (0,_event_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .createEventReader */ .E)();
    return { line: (text) => accept(read(text)), accept };
}
/** Most lines hold no escape but the one at their end, and the text goes straight on to a file. */
function printed(output) {
    const escaped = output.indexOf("\\");
    if (escaped === output.length - 2 && output.endsWith("\\n"))
        return `${output.slice(0, escaped)}\n`;
    return escaped < 0 ? output : (0,_test_event_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeOutput */ .a)(output);
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


/***/ })

};
