export const id = 5717;
export const ids = [5717];
export const modules = {

/***/ 35717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TestReading: () => (/* binding */ TestReading),
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
// EXTERNAL MODULE: ./build/stage/src/go/test-event.js
var test_event = __webpack_require__(14898);
;// CONCATENATED MODULE: ./build/stage/src/go/test-log.js


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
    const read = (0,event_reader/* createEventReader */.E)();
    return { line: (text) => accept(read(text)), accept };
}
/** Most lines hold no escape but the one at their end, and the text goes straight on to a file. */
function printed(output) {
    const escaped = output.indexOf("\\");
    if (escaped === output.length - 2 && output.endsWith("\\n"))
        return `${output.slice(0, escaped)}\n`;
    return escaped < 0 ? output : (0,test_event/* decodeOutput */.a)(output);
}

// EXTERNAL MODULE: ./build/stage/src/go/test-reader.js + 1 modules
var test_reader = __webpack_require__(19086);
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
;// CONCATENATED MODULE: ./build/stage/src/collect/test-reading.js













/** Brings an XML library along: whoever wants it loads it while there is nothing else to do. */
const loadJUnit = () => Promise.all(/* import() */[__webpack_require__.e(8351), __webpack_require__.e(9119)]).then(__webpack_require__.bind(__webpack_require__, 19119));
/** Where the suites of a stage are written, part of `tests/junit.xml`. */
function suitesPath(resultDir) {
    return (0,external_node_path_.join)(resultDir, "junit.part");
}
/** Reads the streams of a test stage, one after the other, as one, and writes its log and its part of `tests/junit.xml` on the way. */
class TestReading {
    /** Artifact directories of tests, command by command. */
    dirs = [[]];
    #log;
    #suites;
    #paths;
    #facts;
    #read;
    #reader;
    #testLog;
    constructor({ facts, reader, stderr, attempts }, { log, suites, paths }, junit) {
        const { redactor } = facts;
        this.#log = log;
        this.#suites = suites;
        this.#paths = paths;
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
        const { stage, facts, resultDir } = options;
        const { createJUnitWriter } = await loadJUnit();
        const paths = [facts.output.log(stage.id), suitesPath(resultDir)];
        const [log, suites] = [await text_file/* TextFile */.u.create(paths[0] ?? ""), await text_file/* TextFile */.u.create(paths[1] ?? "")];
        const module = facts.project.modules.length > 1 ? facts.module.dir : null;
        return new TestReading(options, { log, suites, paths }, createJUnitWriter((text) => suites.write(text), module));
    }
    #createLog() {
        const { redact } = this.#facts.redactor;
        return createTestLog((text) => this.#log.write(redact(text)));
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
        if (this.#log.full)
            await this.#log.drain();
        if (this.#suites.full)
            await this.#suites.drain();
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
        const { redactor } = this.#facts;
        try {
            this.#log.write(redactor.redact(stderr));
            await this.#logAgain(outcome);
            const timedOut = outcome.end === "timed-out";
            const died = await deathIn(stage, outcome);
            const exitCodes = outcome.commands.map((command) => command.exitCode);
            return this.#reader.end({ exitCode, timedOut, stderr, died }, exitCodes);
        }
        finally {
            await this.close();
        }
    }
    /** What was run again, after the first run, each with a line that says so. */
    async #logAgain({ followUps = [] }) {
        const { redactor, goVersion } = this.#facts;
        const testLog = this.#createLog();
        for (const [index, { commands }] of followUps.entries()) {
            this.#log.write(`\nFailed tests are run again, attempt ${index + 2}:\n`);
            for (const command of commands) {
                const read = (0,event_reader/* createEventReader */.E)(goVersion);
                for await (const line of (0,lines/* readLines */.Se)(command.stdout)) {
                    testLog.accept(read(line));
                    if (this.#log.full)
                        await this.#log.drain();
                }
                this.#log.write(redactor.redact(await (0,lines/* readHead */.zy)(command.stderr, attempts/* stderrLimit */.c3)));
            }
        }
    }
    async close() {
        await this.#log.close();
        await this.#suites.close();
    }
    /** Leaves nothing of it. */
    async discard() {
        await this.close();
        for (const path of this.#paths)
            await (0,promises_.rm)(path, { force: true });
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
        engine: { ...report.engine, reason: redact(report.engine.reason) },
        stages: report.stages.map((stage) => redactStage(stage, redact)),
        ...(report.comparison === undefined ? {} : { comparison: redactComparison(report.comparison, redact) }),
        modules: report.modules.map((module) => ({ ...module, tests: tests(module.tests) })),
        totals: { ...report.totals, tests: tests(report.totals.tests) },
    };
}
function redactComparison(comparison, redact) {
    return { ...comparison, notes: comparison.notes.map(redact) };
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
