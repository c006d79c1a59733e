export const id = 5653;
export const ids = [5653,5926];
export const modules = {

/***/ 90937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ readTestStreams)
/* harmony export */ });
/* harmony import */ var _files_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35743);
/* harmony import */ var _go_event_reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32655);
/* harmony import */ var _go_test_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85168);
/* harmony import */ var _go_test_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5981);
/* harmony import */ var _attempts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16071);





/** Reads the streams of commands, one of each, as one. */
async function readTestStreams(commands, { goVersion, died = null, ...options }, sink) {
    const stderr = (await Promise.all(commands.map((command) => (0,_files_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .readHead */ .zy)(command.stderr, _attempts_js__WEBPACK_IMPORTED_MODULE_2__/* .stderrLimit */ .c3)))).join("");
    const reader = (0,_go_test_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .createTestReader */ .E)({ ...options, stderr });
    const log = (0,_go_test_log_js__WEBPACK_IMPORTED_MODULE_3__/* .createTestLog */ .p)(sink.log);
    for (const [index, { stdout }] of commands.entries()) {
        if (index > 0)
            reader.next();
        const parse = (0,_go_event_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .createEventReader */ .E)(goVersion);
        for await (const line of (0,_files_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .readLines */ .Se)(stdout)) {
            const event = parse(line);
            sink.event(event);
            reader.accept(event);
            log.accept(event);
            await sink.room?.();
        }
    }
    const codes = commands.map(({ exitCode }) => exitCode);
    const exitCode = codes.find((code) => code !== 0) ?? (codes.includes(null) ? null : 0);
    return { ...reader.end({ exitCode, timedOut: false, stderr, died }, codes), stderr };
}


/***/ }),

/***/ 55926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ courseOf),
  H: () => (/* binding */ isRefused),
  stepAfter: () => (/* binding */ stepAfter)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/files/text-file.js
var text_file = __webpack_require__(66536);
// EXTERNAL MODULE: ./build/stage/src/go/listed-test.js
var listed_test = __webpack_require__(87063);
// EXTERNAL MODULE: ./build/stage/src/go/test-event.js
var test_event = __webpack_require__(14898);
// EXTERNAL MODULE: ./build/stage/src/collect/test-streams.js
var test_streams = __webpack_require__(90937);
;// CONCATENATED MODULE: ./build/stage/src/collect/bench.js




/** Characters of what was printed that a log takes; all of it is in the files of the results. */
const saidLimit = 4 * 1024 * 1024;
/** Reads what a listing of benchmarks came to. */
async function readList(commands, reading) {
    const listed = new Set();
    const run = await read(commands, reading, (event) => {
        const found = (0,listed_test/* listedTest */.k)("Benchmark", event);
        if (found !== null)
            listed.add(found.importPath);
    });
    return { ...run, listed: [...listed].sort() };
}
/** Reads benchmarks that ran, and writes what they printed to `path`, as benchstat takes it. */
async function readBenchmarks(commands, path, reading) {
    const file = await text_file/* TextFile */.u.create(path);
    let results = 0;
    let line = "";
    try {
        const run = await read(commands, reading, (event) => {
            if (!("package" in event && "output" in event) || event.output === null)
                return;
            const output = (0,test_event/* decodeOutput */.a)(event.output);
            file.write(output);
            line += output;
            if (!line.endsWith("\n"))
                return;
            if (/^Benchmark\S*\s+\d+\s/.test(line))
                results += 1;
            line = "";
        });
        return { ...run, results };
    }
    finally {
        await file.close();
    }
}
async function read(commands, reading, event) {
    const said = [];
    let room = saidLimit;
    const log = (text) => {
        if (room > 0)
            said.push(text);
        room -= text.length;
    };
    const { report, findings, failedBecause, stderr } = await (0,test_streams/* readTestStreams */.w)(commands, reading, { event, log });
    return { packages: report.packages, findings, failedBecause, said: [...said, stderr].join("") };
}

// EXTERNAL MODULE: ./build/stage/src/collect/files.js
var files = __webpack_require__(84210);
// EXTERNAL MODULE: ./build/stage/src/files/step-end.js
var step_end = __webpack_require__(47380);
// EXTERNAL MODULE: ./build/stage/src/model/commit.js
var commit = __webpack_require__(82453);
// EXTERNAL MODULE: ./build/stage/src/model/passes.js
var passes = __webpack_require__(10393);
// EXTERNAL MODULE: ./build/stage/src/model/stage.js
var stage = __webpack_require__(66180);
// EXTERNAL MODULE: ./build/stage/src/gates/bench-steps.js
var bench_steps = __webpack_require__(60351);
// EXTERNAL MODULE: ./build/stage/src/gates/judged.js
var judged = __webpack_require__(61610);
;// CONCATENATED MODULE: ./build/stage/src/gates/bench-course.js









/** What a stage runs next; null: nothing more. */
async function stepAfter(stage, outcome, bench) {
    const facts = (0,bench_steps/* factsOf */.xS)(stage, bench, timeLeft(stage, outcome));
    const { list, listPassed, base, baseList, sides, rounds, compared } = await courseOf(stage, outcome, bench);
    if (facts.timeoutMs <= 0 || !listPassed || list.listed.length === 0 || base === null)
        return null;
    if (isRefused(base, bench))
        return null;
    if ("path" in base && baseList === null)
        return (0,bench_steps/* baseListStep */.CN)(facts, base.path, patternsOf(stage, bench));
    if (rounds === null)
        return (0,bench_steps/* roundsStep */.G9)(facts, sides);
    if (!rounds.passed || rounds.results.head === 0 || compared !== null)
        return null;
    return (0,bench_steps/* compareStep */.Yy)(facts, rounds.dir, sides.base.length > 0);
}
/** A limit on the change cannot do without what somebody, or a pull request, has named. */
function isRefused(base, { config, baseNamed }) {
    return "problem" in base && base.unknown && config.benchThreshold !== null && baseNamed;
}
function patternsOf({ module }, { inspection }) {
    return inspection.modules.find(({ dir }) => dir === module)?.patterns ?? [];
}
function timeLeft({ step }, { durationMs }) {
    return ((0,stage/* isRunnable */.i)(step) ? step.timeoutMs : 0) - durationMs;
}
/** Reads again what the steps of a stage have come to. */
async function courseOf(stage, outcome, bench) {
    const facts = (0,bench_steps/* factsOf */.xS)(stage, bench, timeLeft(stage, outcome));
    const { passed } = await (0,judged/* judgedOf */.B8)(stage, { ...outcome, end: ended(outcome) });
    const list = await readList(outcome.commands, (0,bench_steps/* readingOf */.MU)(facts));
    const wanted = passed && list.listed.length > 0;
    const base = wanted ? await baseOf(facts) : null;
    const [...followed] = outcome.followUps ?? [];
    const baseListed = base !== null && "path" in base ? followed.shift() : undefined;
    const [ran, compared] = followed;
    const baseList = baseListed === undefined ? null : await readList(baseListed.commands, (0,bench_steps/* readingOf */.MU)(facts));
    const sides = {
        head: list.listed,
        base: baseList === null ? [] : list.listed.filter((importPath) => baseList.listed.includes(importPath)),
        path: base !== null && "path" in base ? base.path : null,
    };
    return {
        ...{ list, listPassed: passed, base, baseList, sides },
        rounds: ran === undefined ? null : await roundsOf(ran, facts, sides),
        compared: compared ?? null,
    };
}
/** What was run after the list has run because it had come to its end. */
function ended({ end, followUps }) {
    return followUps === undefined ? end : "exited";
}
/** The base, as far as the module is there. */
async function baseOf({ module, bench }) {
    const base = await bench.baseTree();
    if ("problem" in base)
        return base;
    if (await (0,files/* isRegularFile */.Ze)((0,external_node_path_.join)(base.path, module.dir, "go.mod")))
        return base;
    return { problem: `the module is not there at the base (${(0,commit/* shortCommit */.A)(base.commit)})`, unknown: false };
}
async function roundsOf(ran, facts, sides) {
    const step = { ...(0,bench_steps/* roundsStep */.G9)(facts, sides), stage: ran.stage };
    const of = (side) => ran.commands.filter((_, index) => {
        const command = step.commands[index];
        return command !== undefined && (0,bench_steps/* sideOf */.Jh)(command) === side;
    });
    const reading = (0,bench_steps/* readingOf */.MU)(facts);
    const head = await readBenchmarks(of("head"), (0,external_node_path_.join)(ran.resultDir, bench_steps/* files */.aq.head), reading);
    const base = await readBenchmarks(of("base"), (0,external_node_path_.join)(ran.resultDir, bench_steps/* files */.aq.base), reading);
    return {
        ...{ head, base, dir: ran.resultDir },
        results: { head: head.results, base: base.results },
        passed: (0,passes/* hasPassed */.Pc)(step, await (0,step_end/* readStepEnd */.u)(step, ran)),
    };
}


/***/ }),

/***/ 65653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgeBenchmarks: () => (/* binding */ judgeBenchmarks)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _collect_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84210);
/* harmony import */ var _collect_logs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84086);
/* harmony import */ var _collect_output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23828);
/* harmony import */ var _go_benchstat_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77067);
/* harmony import */ var _model_stage_id_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(22736);
/* harmony import */ var _text_benchmark_value_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(52521);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(66055);
/* harmony import */ var _bench_course_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55926);
/* harmony import */ var _bench_steps_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60351);
/* harmony import */ var _broken_tool_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(87517);
/* harmony import */ var _judged_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(61610);












/** What the steps of a stage have come to; brings what they printed to the output directory, and writes the log. */
async function judgeBenchmarks(stage, outcome, bench) {
    const course = await (0,_bench_course_js__WEBPACK_IMPORTED_MODULE_5__/* .courseOf */ .b)(stage, outcome, bench);
    const said = [];
    const judgement = await judgementOf(stage, outcome, { course, bench, said });
    const note = (0,_collect_logs_js__WEBPACK_IMPORTED_MODULE_2__/* .noteOf */ .kH)(outcome.problem);
    const lines = [...said, ...(note === null ? [] : [note])].map((text) => text.trimEnd());
    await (0,_collect_logs_js__WEBPACK_IMPORTED_MODULE_2__/* .writeToldLog */ .zt)(bench.output.log(stage.id), lines.filter((line) => line !== ""), bench.redactor);
    return judgement;
}
async function judgementOf(stage, outcome, { course, bench, said }) {
    const { list, listPassed, base, rounds } = course;
    if (!listPassed) {
        said.push(list.said);
        const { death, ...judged } = await (0,_judged_js__WEBPACK_IMPORTED_MODULE_8__/* .judgedOf */ .B8)(stage, { ...outcome, end: "exited" });
        return { failure: (0,_judged_js__WEBPACK_IMPORTED_MODULE_8__/* .failureOf */ .g5)({ ...judged, death }, list.failedBecause), findings: findingsOf(list) };
    }
    if (base === null)
        return { failure: null, findings: [], skipped: "no benchmarks" };
    if ((0,_bench_course_js__WEBPACK_IMPORTED_MODULE_5__/* .isRefused */ .H)(base, bench)) {
        const why = "problem" in base ? base.problem : "";
        return { failure: `bench-threshold is held against nothing: ${why}`, findings: [], broken: true };
    }
    if (rounds === null)
        return { failure: "the benchmarks did not run", findings: [] };
    const kept = await keepFiles(stage, rounds, { course, bench });
    if (!rounds.passed) {
        said.push(rounds.head.said);
        return { failure: failureWords(rounds.head), findings: findingsOf(rounds.head) };
    }
    if (rounds.results.head === 0) {
        said.push(rounds.head.said);
        const why = `no benchmark has given a result that matches bench-pattern ${bench.config.benchPattern}`;
        return { failure: null, findings: [], skipped: why };
    }
    return await compared(stage, { course, bench, said }, kept);
}
/** Benchmarks count as tests for `go test`, and fail as they do. */
function findingsOf({ findings }) {
    return findings.map((finding) => (finding.source === "test" ? { ...finding, source: "bench" } : finding));
}
function failureWords({ packages, failedBecause }) {
    // Each round runs them all.
    const failed = packages.reduce((sum, { failures }) => sum + new Set(failures.map(({ name }) => name)).size, 0);
    const others = packages.some((entry) => entry.status === "failed" && (entry.failed === 0 || entry.reason !== null));
    if (failed > 0 && !others)
        return `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_9__/* .plural */ .LS)(failed, "benchmark")} failed`;
    return failedBecause ?? "not all benchmarks have run";
}
function failedAtBase(base) {
    return base.failedBecause === null ? null : failureWords(base);
}
/** Brings what was printed to `bench`, with several modules to a directory of each; answers where. */
async function keepFiles({ module }, { dir, results }, { bench }) {
    const { output, project, redactor } = bench;
    const scope = { modules: project.modules.map((found) => found.dir), root: project.directory };
    const slug = (0,_model_stage_id_js__WEBPACK_IMPORTED_MODULE_10__/* .moduleSlugs */ .xX)(scope, Object.values(_bench_steps_js__WEBPACK_IMPORTED_MODULE_6__/* .files */ .aq)).get(module ?? ".") ?? ".";
    const to = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(output.path, "bench", project.modules.length === 1 ? "" : slug);
    const names = [_bench_steps_js__WEBPACK_IMPORTED_MODULE_6__/* .files */ .aq.head, ...(results.base > 0 ? [_bench_steps_js__WEBPACK_IMPORTED_MODULE_6__/* .files */ .aq.base] : [])];
    for (const name of names)
        await (0,_collect_files_js__WEBPACK_IMPORTED_MODULE_1__/* .moveRedacted */ .aS)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(dir, name), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(to, name), redactor);
    return { dir: to, paths: names.map((name) => output.relative((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(to, name))) };
}
/** There should be something to hold a limit against, and there is not; what is new has nothing. */
function isUnheld({ base, baseList, sides }, { config }) {
    if (config.benchThreshold === null || base === null || sides.base.length > 0)
        return false;
    return "problem" in base ? base.unknown : baseList !== null && baseList.failedBecause !== null;
}
/** What benchstat says of results that are there; without it nobody knows. */
async function compared(stage, { course, bench, said }, kept) {
    const [data, table] = course.compared?.commands ?? [];
    if (data === undefined)
        return { failure: "benchstat did not run", findings: [], broken: true };
    const { stdout, stderr } = await (0,_collect_output_js__WEBPACK_IMPORTED_MODULE_3__/* .outputOf */ .j)([data]);
    const rows = data.exitCode === 0 && !(0,_broken_tool_js__WEBPACK_IMPORTED_MODULE_7__/* .saysThatItDied */ .HU)(stderr) ? parsed(stdout) : null;
    if (rows === null || !rows.some(({ head }) => head !== null)) {
        said.push(stderr);
        const how = data.exitCode === null ? `was ended by ${data.signal ?? "a signal"}` : `exited with ${data.exitCode}`;
        const why = [(0,_broken_tool_js__WEBPACK_IMPORTED_MODULE_7__/* .errorIn */ .Kd)(stderr), rows === null && data.exitCode === 0 ? "its output cannot be read" : ""];
        const words = [`benchstat ${how}`, ...why.filter((part) => part !== "")].join(": ");
        return { failure: words, findings: [], broken: true };
    }
    const unread = stderr.split("\n").filter((line) => unreadable.test(line)).length;
    const lacks = unread === 0 ? [] : [`benchstat cannot read ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_9__/* .plural */ .LS)(unread, "line")} of results`];
    const notes = [...notesOf(course), ...lacks];
    const unheld = isUnheld(course, bench) ? [`bench-threshold is held against nothing: ${notes[0] ?? ""}`] : [];
    const warning = [...unheld, ...lacks].join("; ") || null;
    const text = table === undefined ? "" : (await (0,_collect_output_js__WEBPACK_IMPORTED_MODULE_3__/* .outputOf */ .j)([table])).stdout;
    said.push(...notes, text);
    const shown = table === undefined ? [] : [await keepTable(table.stdout, kept, bench)];
    const results = rows.flatMap((row) => (row.head === null ? [] : [resultOf(row, bench.config.benchThreshold)]));
    const benchmarks = {
        module: stage.module ?? ".",
        base: course.sides.base.length === 0 || course.base === null || "problem" in course.base ? null : course.base.commit,
        threshold: bench.config.benchThreshold,
        notes,
        files: [...kept.paths, ...shown],
        results,
    };
    const findings = results.filter(({ exceeds }) => exceeds).map((row) => worse(row, bench.config.benchThreshold));
    const count = new Set(results.filter(({ exceeds }) => exceeds).map((row) => `${row.package} ${row.name}`)).size;
    const failure = count === 0
        ? null
        : `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_9__/* .plural */ .LS)(count, "benchmark is", "benchmarks are")} worse by more than ${bench.config.benchThreshold} %`;
    return { failure, findings, warning, products: [{ type: "benchmarks", benchmarks }] };
}
/** Lines that are no results in the format of benchmarks, as those of a benchmark that prints between its name and its numbers. */
const unreadable = /(?:head|base)\.txt:\d+: /;
function parsed(text) {
    try {
        return (0,_go_benchstat_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBenchstat */ .au)(text);
    }
    catch (error) {
        if (error instanceof Error)
            return null;
        throw error;
    }
}
async function keepTable(from, { dir }, { output, redactor }) {
    const to = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(dir, _bench_steps_js__WEBPACK_IMPORTED_MODULE_6__/* .files */ .aq.table);
    await (0,_collect_files_js__WEBPACK_IMPORTED_MODULE_1__/* .moveRedacted */ .aS)(from, to, redactor);
    return output.relative(to);
}
function notesOf({ base, baseList, sides, rounds }) {
    if (base !== null && "problem" in base)
        return [`compared with nothing: ${base.problem}`];
    if (baseList === null)
        return [];
    const known = new Map(baseList.packages.map((entry) => [entry.importPath, entry]));
    const broken = sides.head.filter((path) => known.get(path)?.status === "failed");
    const absent = sides.head.filter((path) => !known.has(path));
    const failed = rounds === null || sides.base.length === 0 ? null : failedAtBase(rounds.base);
    return [
        ...(broken.length === 0
            ? []
            : [`at the base these do not build, and are compared with nothing: ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_9__/* .firstOf */ .Ku)(broken, 5)}`]),
        ...(absent.length === 0 ? [] : [`at the base there is no ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_9__/* .firstOf */ .Ku)(absent, 5)}`]),
        ...(known.size === 0
            ? [`at the base nothing can be run: ${baseList.failedBecause ?? "go test did not say why"}`]
            : []),
        ...(failed === null ? [] : [`at the base not all could be measured: ${failed}`]),
    ];
}
function resultOf(row, threshold) {
    const change = (0,_go_benchstat_js__WEBPACK_IMPORTED_MODULE_4__/* .changeOf */ .C2)(row);
    return {
        ...row,
        change: change === null || !Number.isFinite(change) ? null : change,
        direction: (0,_go_benchstat_js__WEBPACK_IMPORTED_MODULE_4__/* .directionOf */ .FR)(row),
        exceeds: threshold !== null && (0,_go_benchstat_js__WEBPACK_IMPORTED_MODULE_4__/* .lossOf */ .je)(row) > threshold,
    };
}
function worse(row, threshold) {
    const { base, head, unit, p } = row;
    const value = (number) => (number === null ? "–" : (0,_text_benchmark_value_js__WEBPACK_IMPORTED_MODULE_11__/* .benchmarkValue */ .v)(number, unit));
    const certain = p === null ? "" : `, p = ${p}`;
    const message = `${row.package}: Benchmark${row.name}: ${unit} ${value(base)} → ${value(head)} (${(0,_text_benchmark_value_js__WEBPACK_IMPORTED_MODULE_11__/* .changeWords */ .m)(row.change)}${certain}; bench-threshold is ${threshold} %)`;
    const title = `Benchmark${row.name} is worse`;
    return { source: "bench-change", severity: "error", path: null, line: null, column: null, title, message };
}


/***/ }),

/***/ 87063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ listedTest)
/* harmony export */ });
/* harmony import */ var _test_event_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14898);

/** A line that is an identifier in which no lower-case letter follows the word (cmd/go/internal/load, isTest). */
const nameOf = (word) => new RegExp(`^(${word}(?:(?!\\p{Ll})[\\p{L}\\p{Nd}_]+)?)\\r?\\n$`, "u");
const names = { Benchmark: nameOf("Benchmark"), Fuzz: nameOf("Fuzz") };
/** A function that `go test -list=^<kind> -json` names; null: the event names none, and its line is what a program printed. */
function listedTest(kind, event) {
    if (event.type !== "test" || event.test !== null || event.output === null)
        return null;
    const name = names[kind].exec((0,_test_event_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeOutput */ .a)(event.output))?.[1];
    return name === undefined ? null : { importPath: event.package, name };
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


/***/ })

};
