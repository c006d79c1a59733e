export const id = 5926;
export const ids = [5926];
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


/***/ })

};
