export const id = 6701;
export const ids = [6701,5717];
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

/***/ 19331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LiveTests: () => (/* binding */ LiveTests),
  collectTests: () => (/* binding */ collectTests),
  failedAgain: () => (/* binding */ failedAgain)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/files/lines.js
var lines = __webpack_require__(35743);
// EXTERNAL MODULE: ./build/stage/src/go/coverage/lacking.js
var coverage_lacking = __webpack_require__(40373);
;// CONCATENATED MODULE: ./build/stage/src/go/covered-build.js
/**
 * Findings of a build for coverage as they would be of the sources: columns are those of a line with its counters, which says nothing about the
 * line that was written (Go 1.26 and 1.27: `bad.go:3:176` for column 25), and are left out. Test files have no counters, C code has none either.
 */
function withoutCountedColumns(findings) {
    const seen = new Set();
    return findings.map(asWritten).filter(({ source, path, line, column, message }) => {
        if (source !== "compile" || column !== null)
            return true;
        const key = `${path}:${line}: ${message}`;
        return !seen.has(key) && seen.add(key);
    });
}
function asWritten(finding) {
    const { source, path, message } = finding;
    if (source !== "compile" || path === null)
        return finding;
    const counted = hasCounters(path) && !/^(?:fatal )?error: |^warning: /.test(message);
    return { ...finding, column: counted ? null : finding.column, message: withoutColumns(message) };
}
function hasCounters(path) {
    return path.endsWith(".go") && !path.endsWith("_test.go");
}
/** `\tpath/x.go:7:90: other declaration of x`. */
function withoutColumns(message) {
    return message.replace(/^(\t([^\s:]+):\d+):\d+(?=: )/gm, (text, place, path) => hasCounters(path) ? place : text);
}

// EXTERNAL MODULE: ./build/stage/src/go/named-setting.js
var named_setting = __webpack_require__(20651);
// EXTERNAL MODULE: ./build/stage/src/go/test-reader.js + 1 modules
var test_reader = __webpack_require__(19086);
// EXTERNAL MODULE: ./build/stage/src/go/test-verdict.js
var test_verdict = __webpack_require__(48251);
// EXTERNAL MODULE: ./build/stage/src/collect/attempts.js
var collect_attempts = __webpack_require__(16071);
// EXTERNAL MODULE: ./build/stage/src/collect/coverage.js + 2 modules
var collect_coverage = __webpack_require__(21242);
// EXTERNAL MODULE: ./build/stage/src/collect/coverage-data.js
var coverage_data = __webpack_require__(6312);
// EXTERNAL MODULE: ./build/stage/src/collect/files.js
var files = __webpack_require__(84210);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/stage/src/project/gomod.js
var gomod = __webpack_require__(60008);
;// CONCATENATED MODULE: ./build/stage/src/collect/seen-modules.js



/**
 * The modules whose files in this repository a build in `module` uses: itself, first; those of its workspace; those that a `replace` leads to. Of any other
 * module it uses what was published, which is another file, whatever its import path is.
 */
async function seenModules(project, module) {
    const { workspaces, modules } = project;
    if (modules.length === 1)
        return [module];
    const goWork = workspaces.find(({ path }) => path === module.workspace);
    const inWorkspace = goWork?.uses.includes(module.dir) === true;
    const files = [external_node_path_.posix.join(module.dir, "go.mod"), ...(inWorkspace ? [goWork.path] : [])];
    // Everything comes from vendor/ there, but for the members of a workspace.
    const read = module.vendored && !inWorkspace ? [] : files;
    const named = await Promise.all(read.map((path) => directoriesIn(project, path)));
    const seen = new Set([...named.flat(), ...(inWorkspace ? goWork.uses : [])]);
    return [module, ...modules.filter(({ dir }) => dir !== module.dir && seen.has(dir))];
}
async function directoriesIn({ root }, path) {
    const content = await (0,promises_.readFile)((0,external_node_path_.join)(root, path), "utf8").catch(() => "");
    return (0,gomod/* localDirectories */.j0)(path, content);
}

// EXTERNAL MODULE: ./build/stage/src/collect/go-sources.js
var go_sources = __webpack_require__(95396);
;// CONCATENATED MODULE: ./build/stage/src/collect/source-files.js


/** Files whose lines are kept, since the tests of a package fail in the same few. */
const keptFiles = 20;
/**
 * The Go files of the repository as they are on this machine. Read one at a time and only where a test has failed, so this may block.
 */
function sourceFiles({ root, files }) {
    const kept = new Map();
    const lines = (path) => {
        const known = kept.get(path);
        if (known !== undefined)
            return known;
        if (kept.size >= keptFiles)
            kept.clear();
        const read = (0,go_sources/* readText */.yR)({ root }, path)?.split("\n") ?? [];
        kept.set(path, read);
        return read;
    };
    let byName = null;
    return {
        line: (path, line) => lines(path)[line - 1] ?? null,
        named: (base) => {
            byName ??= goFilesByName(files);
            return byName.get(base) ?? [];
        },
    };
}
function goFilesByName(files) {
    const byName = new Map();
    for (const path of files) {
        if (!path.endsWith(".go"))
            continue;
        const base = (0,external_node_path_.basename)(path);
        const others = byName.get(base);
        if (others === undefined)
            byName.set(base, [path]);
        else
            others.push(path);
    }
    return byName;
}

// EXTERNAL MODULE: ./build/stage/src/collect/test-artifacts.js
var test_artifacts = __webpack_require__(46547);
// EXTERNAL MODULE: ./build/stage/src/collect/test-reading.js + 1 modules
var test_reading = __webpack_require__(35717);
;// CONCATENATED MODULE: ./build/stage/src/collect/tests.js















/**
 * Reads the streams of a test stage once, one of each of its commands, as one, writing its log, its part of `tests/test2json.jsonl` and that of `tests/junit.xml` on the way, then the coverage
 * profile.
 */
async function collectTests(stage, all, bench, live = null) {
    // What is run again is so only after the first run has come to its end.
    const { tests, data } = (0,coverage_data/* partData */.sB)(stage, all);
    const outcome = all.followUps === undefined ? tests : { ...tests, end: "exited" };
    const { commands, resultDir } = outcome;
    if (commands.length === 0) {
        await live?.discard();
        return { failure: "go test did not run", findings: [] };
    }
    const facts = await factsOf(bench);
    const stderr = await readErrors(commands);
    const exitCode = exitCodeOf(commands);
    const attempts = await readAttempts(outcome, facts);
    const reading = (await live?.whole(stderr)) ?? (await readWhole(stage, outcome, facts, { stderr, attempts }));
    const streams = [...commands, ...(0,collect_attempts/* commandsAgain */.PR)(outcome)];
    const parts = {
        suites: [(0,test_reading.suitesPath)(resultDir)],
        events: streams.map((_, index) => (0,external_node_path_.join)(resultDir, `test2json-${index}.part`)),
    };
    const run = await reading.end(stage, outcome, { stderr, exitCode });
    const left = reading.dirs.map((dirs, index) => ({ resultDir, outputDir: (0,test_artifacts/* artifactsDir */.B3)(index), dirs }));
    for (const [index, path] of parts.events.entries()) {
        await (0,files/* moveRedacted */.aS)(streams[index]?.stdout ?? "", path, facts.redactor);
    }
    const told = new Set([run, ...attempts].flatMap(({ profiled }) => [...profiled]));
    const kept = await (0,test_artifacts/* collectArtifacts */.kx)([...left, ...attempts.flatMap(({ artifacts }) => artifacts)], facts);
    const failed = run.report.packages.filter(({ status }) => status === "failed").map(({ importPath }) => importPath);
    const collected = await (0,collect_coverage/* collectCoverage */.f)(outcome, data, facts, { told, failed: new Set(failed) });
    const { coverage, thresholds, share, change, covered } = collected;
    const missed = thresholds?.failedBecause ?? null;
    const floor = facts.config.coverageThreshold;
    const lacking = missed === null || coverage === null || floor === null ? null : (0,coverage_lacking/* lackingPackages */.f)(coverage, floor);
    const flaky = (0,test_verdict/* flakyWords */.Xy)(run.report);
    const fatal = facts.config.flaky === "fail" ? flaky : null;
    const refused = collected.refused.length === 0 ? null : collected.refused.join("; ");
    const reasons = [run.failedBecause, fatal, refused, missed, lacking].filter((reason) => reason !== null);
    const failure = reasons.length === 0 ? null : reasons.join("; ");
    // Of a threshold alone: the command would pass.
    const reproduced = run.failedBecause === null && fatal === null && reasons.length > 0 ? { command: "" } : {};
    const findings = [...withoutCountedColumns(run.findings), ...(thresholds?.findings ?? [])];
    const products = [
        { type: "tests", tests: (0,test_artifacts/* withArtifacts */.ig)(shuffled(run.report, facts.config), kept), parts },
        { type: "coverage", coverage, thresholds: thresholds?.thresholds ?? [], share, change, covered },
    ];
    const spoken = [stderr, ...run.findings.filter(({ source }) => source === "compile").map(({ message }) => message)];
    const fault = exitCode === 0 ? null : (0,named_setting/* settingFault */.Zw)(spoken.join("\n"));
    if (fault !== null)
        return { failure: fault, findings, broken: true, products };
    const untested = run.report.packages.every(({ status }) => status === "skipped") && facts.coverageBuilds.length === 0;
    const warning = [flaky, kept.refused].filter((said) => said !== null).join("; ");
    return {
        failure,
        warning: warning === "" ? null : warning,
        findings,
        products,
        ...reproduced,
        ...(untested ? { skipped: test_verdict/* noTestFiles */.HX } : {}),
    };
}
function readAttempts({ followUps = [] }, facts) {
    return Promise.all(followUps.map((outcome) => (0,collect_attempts/* readAttempt */.ce)(outcome, readerOptions(facts))));
}
/** How streams of the module's tests are read. */
function readerOptions({ source, project, module, rerun, goVersion, config }) {
    return {
        ...source,
        cwd: module.dir,
        sources: sourceFiles(project),
        keptOutput: Math.floor(test_reader/* totalLimit */.U / project.modules.length),
        ...rerun,
        goVersion,
        flaky: config.flaky === "fail" ? "error" : "warning",
    };
}
/** What of the packages that failed last can be run again, by import path. */
async function failedAgain(outcome, bench) {
    const last = outcome.followUps?.at(-1) ?? outcome;
    const { packages } = await (0,collect_attempts/* readAttempt */.ce)(last, readerOptions(await factsOf(bench)));
    return new Map(packages.flatMap(({ report, again }) => (again === null ? [] : [[report.importPath, again]])));
}
function shuffled(tests, { shuffle }) {
    return shuffle === null ? tests : { ...tests, shuffle };
}
/** What all commands said, one after the other. */
async function readErrors(commands) {
    let text = "";
    for (const { stderr } of commands) {
        if (text !== "" && !text.endsWith("\n"))
            text += "\n";
        text += await (0,lines/* readHead */.zy)(stderr, collect_attempts/* stderrLimit */.c3);
    }
    return text;
}
/** The first that is none of a success, else 0: one command for all would have exited so. */
function exitCodeOf(commands) {
    const failed = commands.find(({ exitCode }) => exitCode !== 0);
    return failed === undefined ? 0 : failed.exitCode;
}
async function factsOf(bench) {
    const { source, project, inspection, module } = bench;
    const inspected = inspection.modules.find(({ dir }) => dir === module.dir);
    return {
        ...bench,
        source: { ...source, modules: await seenModules(project, module) },
        packages: inspected?.packages ?? [],
        goVersion: inspected?.goVersion ?? inspection.goVersion,
    };
}
async function readWhole(stage, outcome, facts, known) {
    const { resultDir } = outcome;
    const reading = await test_reading.TestReading.open({ stage, facts, resultDir, reader: readerOptions(facts), ...known });
    await reading.readAll(outcome);
    return reading;
}
/** The stream of a test stage that is read while it grows. */
class LiveTests {
    #reading;
    #isLost = false;
    constructor(reading) {
        this.#reading = reading;
    }
    static async open(stage, resultDir, bench) {
        const facts = await factsOf(bench);
        const reader = readerOptions(facts);
        return new LiveTests(await test_reading.TestReading.open({ stage, facts, resultDir, reader, stderr: null, attempts: [] }));
    }
    line(text) {
        return this.#reading.line(text);
    }
    drain() {
        return this.#reading.drain();
    }
    /** The stream could not be read to its end. */
    lost() {
        this.#isLost = true;
    }
    /** null where the stream has to be read again: not all of it was read, or it needs standard error to be understood. */
    async whole(stderr) {
        if (!this.#isLost && !(this.#reading.lacksErrors && stderr !== ""))
            return this.#reading;
        await this.discard();
        return null;
    }
    discard() {
        return this.#reading.discard();
    }
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
