export const id = 7607;
export const ids = [7607];
export const modules = {

/***/ 95849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  collectTests: () => (/* binding */ collectTests),
  failedAgain: () => (/* binding */ failedAgain),
  loadJUnit: () => (/* binding */ loadJUnit)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/files/lines.js
var lines = __webpack_require__(35743);
// EXTERNAL MODULE: ./build/stage/src/files/step-end.js
var step_end = __webpack_require__(47380);
// EXTERNAL MODULE: ./build/stage/src/files/text-file.js
var text_file = __webpack_require__(66536);
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

// EXTERNAL MODULE: ./build/stage/src/go/event-reader.js
var event_reader = __webpack_require__(32655);
// EXTERNAL MODULE: ./build/stage/src/go/named-setting.js
var named_setting = __webpack_require__(20651);
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
// EXTERNAL MODULE: ./build/stage/src/go/test-verdict.js
var test_verdict = __webpack_require__(48251);
// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
// EXTERNAL MODULE: ./build/stage/src/model/passes.js
var passes = __webpack_require__(10393);
// EXTERNAL MODULE: ./build/stage/src/model/stage.js
var stage = __webpack_require__(66180);
// EXTERNAL MODULE: ./build/stage/src/results/redact.js
var results_redact = __webpack_require__(63716);
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
;// CONCATENATED MODULE: ./build/stage/src/collect/tests.js






















/** Brings an XML library along: whoever wants it loads it while there is nothing else to do. */
const loadJUnit = () => Promise.all(/* import() */[__webpack_require__.e(8351), __webpack_require__.e(9119)]).then(__webpack_require__.bind(__webpack_require__, 19119));
/**
 * Reads the streams of a test stage once, one of each of its commands, as one, writing its log, its part of `tests/test2json.jsonl` and that of `tests/junit.xml` on the way, then the coverage
 * profile.
 */
async function collectTests(stage, all, bench) {
    // What is run again is so only after the first run has come to its end.
    const { tests, data } = (0,coverage_data/* partData */.sB)(stage, all);
    const outcome = all.followUps === undefined ? tests : { ...tests, end: "exited" };
    const { commands, resultDir } = outcome;
    if (commands.length === 0)
        return { failure: "go test did not run", findings: [] };
    const facts = await factsOf(bench);
    const stderr = await readErrors(commands);
    const exitCode = exitCodeOf(commands);
    const attempts = await readAttempts(outcome, facts);
    const streams = [...commands, ...(0,collect_attempts/* commandsAgain */.PR)(outcome)];
    const parts = {
        suites: [(0,external_node_path_.join)(resultDir, "junit.part")],
        events: streams.map((_, index) => (0,external_node_path_.join)(resultDir, `test2json-${index}.part`)),
    };
    const dirs = commands.map(() => []);
    const left = dirs.map((found, index) => ({ resultDir, outputDir: (0,test_artifacts/* artifactsDir */.B3)(index), dirs: found }));
    const [suites = ""] = parts.suites;
    const run = await readStreams(stage, outcome, facts, { stderr, attempts, dirs, suites, exitCode });
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
async function readStreams(stage, outcome, facts, { stderr, attempts, dirs, suites, exitCode }) {
    const { output, redactor, project, module } = facts;
    const { createJUnitWriter } = await loadJUnit();
    const log = await text_file/* TextFile */.u.create(output.log(stage.id));
    const junitFile = await text_file/* TextFile */.u.create(suites);
    try {
        const junit = createJUnitWriter((text) => junitFile.write(text), project.modules.length > 1 ? module.dir : null);
        const testLog = createTestLog((text) => log.write(redactor.redact(text)));
        const reader = (0,test_reader/* createTestReader */.E)({
            ...readerOptions(facts),
            stderr,
            later: (0,group_by/* groupBy */.$)(attempts.flatMap(({ packages }) => packages), ({ report }) => report.importPath),
            onPackage: (done) => junit.suite(redactor.idle() ? done : redacted(done, redactor)),
        });
        const read = (0,event_reader/* createEventReader */.E)(facts.goVersion);
        for (const [index, { stdout }] of outcome.commands.entries()) {
            if (index > 0)
                reader.next();
            for await (const line of (0,lines/* readLines */.Se)(stdout)) {
                const event = read(line);
                if (event.type === "artifacts")
                    dirs[index]?.push(event);
                reader.accept(event);
                testLog.accept(event);
                if (log.full)
                    await log.drain();
                if (junitFile.full)
                    await junitFile.drain();
            }
        }
        log.write(redactor.redact(stderr));
        await logAgain(outcome, facts, log);
        const timedOut = outcome.end === "timed-out";
        const died = await deathIn(stage, outcome);
        const exitCodes = outcome.commands.map((command) => command.exitCode);
        return reader.end({ exitCode, timedOut, stderr, died }, exitCodes);
    }
    finally {
        await log.close();
        await junitFile.close();
    }
}
/** What was run again, after the first run, each with a line that says so. */
async function logAgain({ followUps = [] }, { redactor, goVersion }, log) {
    const testLog = createTestLog((text) => log.write(redactor.redact(text)));
    for (const [index, { commands }] of followUps.entries()) {
        log.write(`\nFailed tests are run again, attempt ${index + 2}:\n`);
        for (const command of commands) {
            const read = (0,event_reader/* createEventReader */.E)(goVersion);
            for await (const line of (0,lines/* readLines */.Se)(command.stdout)) {
                testLog.accept(read(line));
                if (log.full)
                    await log.drain();
            }
            log.write(redactor.redact(await (0,lines/* readHead */.zy)(command.stderr, collect_attempts/* stderrLimit */.c3)));
        }
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
    return {
        ...report,
        reasons: report.reasons.map(redact),
        warnings: report.warnings.map(redact),
        engine: { ...report.engine, reason: redact(report.engine.reason) },
        stages: report.stages.map((stage) => redactStage(stage, redact)),
        ...(report.comparison === undefined ? {} : { comparison: redactComparison(report.comparison, redact) }),
        modules: report.modules.map((module) => ({ ...module, tests: redactTests(module.tests, redact) })),
        totals: { ...report.totals, tests: redactTests(report.totals.tests, redact) },
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


/***/ })

};
