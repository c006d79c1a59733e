export const id = 277;
export const ids = [277];
export const modules = {

/***/ 10277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  collectFuzzing: () => (/* binding */ collectFuzzing),
  listedTargets: () => (/* binding */ listedTargets)
});

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
// EXTERNAL MODULE: ./build/stage/src/go/fuzz-target.js
var fuzz_target = __webpack_require__(72978);
// EXTERNAL MODULE: ./build/stage/src/go/crash.js + 1 modules
var go_crash = __webpack_require__(84497);
// EXTERNAL MODULE: ./build/stage/src/go/source-map.js
var source_map = __webpack_require__(89001);
// EXTERNAL MODULE: ./build/stage/src/go/test-event.js
var test_event = __webpack_require__(14898);
// EXTERNAL MODULE: ./build/stage/src/go/test-place.js
var test_place = __webpack_require__(18221);
;// CONCATENATED MODULE: ./build/stage/src/go/fuzzing.js




/** Characters that are kept of what a target prints. */
const outputLimit = 96 * 1024;
const results = { pass: "passed", fail: "failed", skip: "skipped" };
/** Reads the stream of a target line by line. The words are those of testing/fuzz.go and internal/fuzz/fuzz.go, the same from Go 1.22.12 to 1.27.4. */
function createFuzzReader(name) {
    const progress = new Progress();
    let result = null;
    let input = null;
    let seed = null;
    let output = "";
    /** Below the result of the input that failed, everything is one step further in. */
    let nested = false;
    const line = (text) => {
        if (progress.accept(text) || /^=== (?:RUN|NAME|PAUSE|CONT) /.test(text))
            return;
        const result = /^( *)--- (?:FAIL|PASS|SKIP): /.exec(text);
        if (result !== null) {
            nested ||= result[1] !== "";
            return;
        }
        const seedEntry = /^failure while testing seed corpus entry: (.+)\n$/.exec(text)?.[1];
        if (seedEntry !== undefined) {
            seed = seedEntry;
            return;
        }
        const written = /^ {4}Failing input written to (.+)\n$/.exec(text)?.[1];
        if (written !== undefined) {
            input = (0,source_map/* slashes */.k2)(written);
            return;
        }
        if (/^ {4}(?:To re-run:|go test -run=.*)\n$/.test(text) && input !== null)
            return;
        if (output.length < outputLimit)
            output += nested && text.startsWith("        ") ? text.slice(4) : text;
    };
    return {
        accept(event) {
            if (event.type !== "test" || event.test === null)
                return;
            if (event.test !== name && !event.test.startsWith(`${name}/`))
                return;
            if (event.test === name)
                result = results[event.action] ?? result;
            if (event.output !== null)
                line((0,test_event/* decodeOutput */.a)(event.output));
        },
        end: () => ({ result, output: output.trimEnd(), input, seed, ...progress.end() }),
    };
}
/** Follows the lines of internal/fuzz that say how far it is. */
class Progress {
    #execs = 0;
    #seeds = "";
    #now = 0;
    #moved = 0;
    /** Whether that is such a line. */
    accept(text) {
        if (text.startsWith("fuzz: minimizing "))
            return true;
        const elapsed = /^fuzz: elapsed: (?:(\d+)h)?(?:(\d+)m)?(\d+)s, /.exec(text);
        if (elapsed === null)
            return false;
        const [, hours = 0, minutes = 0, seconds = 0] = elapsed.map(Number);
        this.#now = (hours || 0) * 3_600 + (minutes || 0) * 60 + seconds;
        if (this.#hasMoved(text.slice(elapsed[0].length)))
            this.#moved = this.#now;
        return true;
    }
    #hasMoved(state) {
        const [, execs, rate] = /^execs: (\d+) \((\d+)\/sec\)/.exec(state) ?? [];
        if (execs !== undefined)
            this.#execs = Number(execs);
        if (execs !== undefined || !state.startsWith("gathering baseline coverage: "))
            return rate !== "0";
        const moves = state !== this.#seeds;
        this.#seeds = state;
        return moves;
    }
    end() {
        return { execs: this.#execs, stalledSeconds: this.#now - this.#moved };
    }
}
/**
 * Up to Go 1.26 the end of `-fuzztime` is now and then reported as a failure with these words and nothing else (golang/go#75804, mended in 1.27). What a
 * test itself says of a context has its place before it.
 */
function isOnlyOutOfTime({ result, output, input, seed }) {
    return result === "failed" && input === null && seed === null && output.trim() === "context deadline exceeded";
}
/** What a target said when it failed, and where; Go reports a panic as an entry of the log, with the stack below it. */
function fuzzWords(options, importPath, { output }) {
    const panic = /^(?: {4}testing\.go:\d+: )?(panic: [\s\S]*)$/m.exec(output)?.[1];
    const lines = panic?.split("\n").map((line) => `${line.replace(/^ {8}/, "")}\n`);
    const crash = lines === undefined ? null : (0,go_crash/* readCrash */.Up)(options, lines);
    if (crash !== null)
        return { place: crash.place, message: crash.text };
    const words = (0,test_place/* failureWords */.A)(options, importPath, output, []);
    return words ?? { place: null, message: unindented(output) };
}
function unindented(output) {
    return output
        .split("\n")
        .map((line) => line.replace(/^ {4}/, ""))
        .join("\n")
        .trim();
}

// EXTERNAL MODULE: ./build/stage/src/go/listed-test.js
var listed_test = __webpack_require__(87063);
// EXTERNAL MODULE: ./build/stage/src/model/passes.js
var passes = __webpack_require__(10393);
// EXTERNAL MODULE: ./build/stage/src/text/format.js
var format = __webpack_require__(66055);
// EXTERNAL MODULE: ./build/stage/src/go/repro.js
var repro = __webpack_require__(34307);
// EXTERNAL MODULE: ./build/stage/src/model/step.js
var step = __webpack_require__(78242);
// EXTERNAL MODULE: ./build/stage/src/text/clip.js
var clip = __webpack_require__(51834);
// EXTERNAL MODULE: ./build/stage/src/text/shell.js
var shell = __webpack_require__(24968);
// EXTERNAL MODULE: ./build/stage/src/collect/files.js
var files = __webpack_require__(84210);
// EXTERNAL MODULE: ./build/stage/src/collect/go-sources.js
var go_sources = __webpack_require__(95396);
;// CONCATENATED MODULE: ./build/stage/src/collect/fuzz-findings.js










/** Workers tell of the inputs that they have tried ten times a second (internal/fuzz/fuzz.go); for the last of them Go waits a second or two, and a busy machine longer. */
const stalledFor = 3;
/** Go ends a worker that hangs when the time is over, keeps no input of it, and says that all is well (Go 1.26.8). */
function stalledTarget(target, { stalledSeconds }, reading) {
    const { name } = target;
    const message = `no input of ${name} came to an end in the last ${stalledSeconds} s: Go does not report one that hangs`;
    const lines = [`${name} stalled`, message, againCommand(target, reading)];
    return { message, finding: findingOf(target, "warning", declaredAt(target, reading), lines) };
}
/** Characters of an input, or of what a target says, that a finding shows. */
const [inputLimit, messageLimit] = [1_000, 3_000];
/** What a target said when it failed, with the input that made it, which is brought to `fuzz/<its path in the repository>`. */
async function failedTarget(target, end, resultDir, reading) {
    const { importPath, name } = target;
    const { place, message } = fuzzWords(reading.places, importPath, end);
    const kept = await keepInput(target, end, resultDir, reading);
    const at = place ?? declaredAt(target, reading);
    const command = await commandFor(target, end, kept, reading);
    const lines = [
        (0,clip/* clipEnd */.Oq)(message === "" ? "failed without output" : message.replaceAll(`\t${reading.places.root}/`, "\t"), messageLimit),
        ...(end.input === null
            ? []
            : [kept === null ? "the file with the input could not be kept" : `input: ${kept.shown}`]),
        ...(kept === null ? [] : [kept.text]),
        command,
    ];
    return { command, finding: findingOf(target, "error", at, [`${end.seed ?? name} failed`, ...lines]) };
}
function findingOf({ importPath, name }, severity, at, [title = "", ...lines]) {
    const place = { path: at?.path ?? null, line: at?.line ?? null, column: null };
    const subject = { package: importPath, test: name };
    return { source: "fuzz", severity, ...place, title, message: lines.join("\n"), subject };
}
/** Brings the file that Go has written to where results are. */
async function keepInput(target, { input }, resultDir, { packages, module, output, redactor }) {
    const dir = (0,fuzz_target/* corpusDir */.gx)(target, packages);
    if (input === null || dir === null)
        return null;
    const home = external_node_path_.posix.join(dir, external_node_path_.posix.basename(input));
    const from = (0,external_node_path_.join)(resultDir, step/* keptDir */.k, external_node_path_.posix.relative(module.dir, home));
    if (!(await (0,files/* isRegularFile */.Ze)(from)))
        return null;
    const to = (0,external_node_path_.join)(output.path, "fuzz", home);
    await (0,files/* moveRedacted */.aS)(from, to, redactor);
    const text = (await (0,lines/* readHead */.zy)(to, inputLimit)).trimEnd();
    return { shown: output.relative(to), home, text };
}
/** The function itself: of a process that ended Go knows no more. */
function declaredAt({ importPath, name }, { packages, project }) {
    const dir = packages.find((found) => found.importPath === importPath)?.dir;
    for (const path of project.files) {
        if (!path.endsWith("_test.go") || external_node_path_.posix.dirname(path) !== dir)
            continue;
        const lines = (0,go_sources/* readText */.yR)(project, path)?.split("\n") ?? [];
        const at = lines.findIndex((line) => new RegExp(`^func\\s+${name}\\s*\\(`).test(line));
        if (at >= 0)
            return { path, line: at + 1 };
    }
    return null;
}
/** What makes a target fail again: with its input in place, by the seed, or by more fuzzing. */
async function commandFor(target, { seed }, kept, reading) {
    const { rerun } = reading;
    if (kept === null && seed === null)
        return againCommand(target, reading);
    const entry = kept === null ? `${seed}` : `${target.name}/${external_node_path_.posix.basename(kept.home)}`;
    const test = rerun.wrap((0,repro/* reproCommand */.W)(target.importPath, entry, rerun.flags));
    if (kept === null)
        return test;
    const dir = external_node_path_.posix.dirname(kept.home);
    return `mkdir -p ${(0,shell/* shellWord */.r7)(dir)} && cp ${(0,shell/* shellWord */.r7)(kept.shown)} ${(0,shell/* shellWord */.r7)(`${dir}/`)} && ${test}`;
}
/** What fuzzes a target once more. */
function againCommand({ importPath, name }, { rerun, fuzzTime }) {
    const words = ["go", "test", ...rerun.flags, ...(0,fuzz_target/* fuzzFlags */.lL)(name, fuzzTime), importPath];
    return rerun.wrap(words.map(shell/* shellWord */.r7).join(" "));
}

// EXTERNAL MODULE: ./build/stage/src/collect/seen-modules.js
var seen_modules = __webpack_require__(69066);
// EXTERNAL MODULE: ./build/stage/src/collect/source-files.js
var source_files = __webpack_require__(27950);
// EXTERNAL MODULE: ./build/stage/src/collect/test-streams.js
var test_streams = __webpack_require__(90937);
;// CONCATENATED MODULE: ./build/stage/src/collect/fuzzing.js















/** The targets that the commands of a step have listed, in their order. */
async function listedTargets({ commands }) {
    const targets = [];
    for (const { stdout } of commands) {
        const read = (0,event_reader/* createEventReader */.E)();
        for await (const line of (0,lines/* readLines */.Se)(stdout)) {
            const target = (0,listed_test/* listedTest */.k)("Fuzz", read(line));
            if (target !== null)
                targets.push(target);
        }
    }
    return targets;
}
/**
 * Reads the streams of a stage that has listed the targets of a module, and then fuzzed one after the other in a copy of the repository. Writes its log, and
 * brings each input that failed to `fuzz/<its path in the repository>`.
 */
async function collectFuzzing(stage, outcome, bench) {
    const { project, module, output, redactor } = bench;
    const targets = await listedTargets(outcome);
    const log = await text_file/* TextFile */.u.create(output.log(stage.id));
    const fuzzed = { reasons: [], failed: [], findings: [], warnings: [], unfit: null, command: null };
    try {
        const modules = await (0,seen_modules/* seenModules */.J)(project, module);
        const places = { ...bench.source, modules, sources: (0,source_files/* sourceFiles */.l)(project) };
        const reading = { ...bench, places, log, redact: redactor.redact };
        for (const command of outcome.commands) {
            const run = await read(command, reading, () => undefined);
            if (run.failedBecause !== null)
                fuzzed.reasons.push(run.failedBecause);
            fuzzed.findings.push(...run.findings.map(asFuzz));
        }
        await readTargets(targets, outcome.followUps?.[0] ?? null, reading, fuzzed);
    }
    finally {
        await log.close();
    }
    return judgementOf(fuzzed, targets.length);
}
function judgementOf(fuzzed, targets) {
    const { reasons, failed, findings, warnings, unfit, command } = fuzzed;
    if (unfit !== null && reasons.length === 0)
        return { failure: null, findings: [], skipped: unfit };
    const ofTargets = `${failed.length} of ${(0,format/* plural */.LS)(targets, "fuzz target")} failed: ${[...new Set(failed)].join(", ")}`;
    const all = [...new Set(failed.length === 0 ? reasons : [ofTargets, ...reasons])];
    const failure = all.length === 0 ? null : all.join("; ");
    return {
        failure,
        findings,
        warning: warnings.length === 0 ? null : warnings.join("; "),
        ...(targets === 0 ? { skipped: fuzz_target/* noTargets */.UV } : {}),
        ...(command === null ? {} : { command }),
    };
}
/** The step that fuzzes: the first command says where the copy is, each of the others is one target's. */
async function readTargets(targets, copy, reading, fuzzed) {
    const [place, ...commands] = copy?.commands ?? [];
    const goMod = place === undefined ? "" : (0,source_map/* slashes */.k2)((await (0,lines/* readHead */.zy)(place.stdout, 4_096)).trim());
    const below = `/${external_node_path_.posix.join(reading.module.dir, "go.mod")}`;
    const root = goMod.endsWith(below) ? goMod.slice(0, -below.length) : reading.places.root;
    const inCopy = { ...reading, places: { ...reading.places, root } };
    for (const [index, target] of targets.entries()) {
        const command = commands[index];
        if (copy === null || command === undefined) {
            fuzzed.reasons.push(notFuzzed(target));
            continue;
        }
        inCopy.log.write(`\n${target.name} of ${target.importPath}\n`);
        await readTarget(target, command, copy.resultDir, inCopy, fuzzed);
    }
}
function notFuzzed({ name, importPath }) {
    return `${name} of ${importPath} was not fuzzed`;
}
/** `-fuzz` on a platform that has no workers (cmd/go/internal/test, Go 1.26.8). */
const unsupported = /^(-fuzz flag is not supported on \S+)$/m;
async function readTarget(target, command, resultDir, reading, fuzzed) {
    const reader = createFuzzReader(target.name);
    const run = await read(command, reading, (event) => reader.accept(event));
    const end = reader.end();
    const unfit = unsupported.exec(run.stderr)?.[1];
    if (unfit !== undefined) {
        fuzzed.unfit = unfit;
        return;
    }
    const passed = run.failedBecause === null && (end.result === "passed" || end.result === "skipped");
    if (passed || isOnlyOutOfTime(end)) {
        if (end.stalledSeconds >= stalledFor) {
            const { message, finding } = stalledTarget(target, end, reading);
            fuzzed.warnings.push(message);
            fuzzed.findings.push(finding);
        }
        return;
    }
    if (end.result === "failed") {
        const { finding, command } = await failedTarget(target, end, resultDir, reading);
        fuzzed.failed.push(target.name);
        fuzzed.findings.push(finding);
        fuzzed.command ??= command;
    }
    else {
        fuzzed.reasons.push(run.failedBecause ?? notFuzzed(target));
        fuzzed.findings.push(...run.findings.map(asFuzz));
        fuzzed.command ??= againCommand(target, reading);
    }
}
function asFuzz(finding) {
    return finding.source === "compile" ? finding : { ...finding, source: "fuzz" };
}
/** Reads the stream of a command, which goes to the log as text. */
async function read(command, { places, module, rerun, log, redact }, event) {
    const one = { tool: "go", args: ["test"], env: {}, cwd: "module" };
    const ends = { end: "exited", commands: [await (0,step_end/* readCommandEnd */.f)(command)], missing: [] };
    const died = (0,passes/* deathOf */.oZ)({ passes: "exit-zero", commands: [one] }, ends);
    const room = async () => (log.full ? await log.drain() : undefined);
    const sink = { event, log: (text) => log.write(redact(text)), room };
    const run = await (0,test_streams/* readTestStreams */.w)([command], { ...places, ...rerun, cwd: module.dir, died }, sink);
    sink.log(run.stderr);
    return run;
}


/***/ }),

/***/ 69066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ seenModules)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _project_gomod_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60008);



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
    const files = [node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(module.dir, "go.mod"), ...(inWorkspace ? [goWork.path] : [])];
    // Everything comes from vendor/ there, but for the members of a workspace.
    const read = module.vendored && !inWorkspace ? [] : files;
    const named = await Promise.all(read.map((path) => directoriesIn(project, path)));
    const seen = new Set([...named.flat(), ...(inWorkspace ? goWork.uses : [])]);
    return [module, ...modules.filter(({ dir }) => dir !== module.dir && seen.has(dir))];
}
async function directoriesIn({ root }, path) {
    const content = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path), "utf8").catch(() => "");
    return (0,_project_gomod_js__WEBPACK_IMPORTED_MODULE_2__/* .localDirectories */ .j0)(path, content);
}


/***/ }),

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
