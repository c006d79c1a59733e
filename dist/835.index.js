export const id = 835;
export const ids = [835];
export const modules = {

/***/ 30835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  collectTests: () => (/* binding */ collectTests),
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
// EXTERNAL MODULE: ./build/stage/src/go/coverage/missing.js
var missing = __webpack_require__(78558);
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

;// CONCATENATED MODULE: ./build/stage/src/go/log-lines.js
const indent = "    ";
const entryStart = /^ {4}((?:[A-Za-z]:)?[^\s:][^:]*\.go):(\d+): ?/;
const entryInLine = / {4}([^\s:]+\.go):(\d+): ?/;
/** True for output that begins as an entry does. `output` may still be JSON text. */
function startsEntry(output) {
    return entryStart.test(output);
}
/** True for the second and further lines of an entry. */
function continuesEntry(line) {
    return line.startsWith(indent + indent);
}
/** All entries in the order in which they were printed; whether a file of that name is there is not looked at. */
function logEntries(output) {
    const entries = [];
    const lines = output.split("\n");
    for (let at = 0; at < lines.length;) {
        const line = lines[at] ?? "";
        const atStart = entryStart.exec(line);
        const match = atStart ?? entryInLine.exec(line);
        at += 1;
        if (match?.[1] === undefined)
            continue;
        const text = [line.slice(match.index + match[0].length)];
        for (let next = lines[at]; next !== undefined && continuesEntry(next); next = lines[at]) {
            text.push(next.slice(indent.length * 2));
            at += 1;
        }
        const message = text.join("\n").trim();
        entries.push({ file: match[1], line: Number(match[2]), message, inLine: atStart === null });
    }
    return entries;
}

// EXTERNAL MODULE: ./build/stage/src/go/test-event.js
var test_event = __webpack_require__(14898);
;// CONCATENATED MODULE: ./build/stage/src/go/event-reader.js


/**
 * With -json, Go 1.27 drops the ESC of what a test prints, since ESC guards its own marks (cmd/internal/test2json), and
 * `[31mred[0m` remains. What t.Log and t.Error print keeps its ESC and is left alone, as is all output of older versions.
 * `goVersion`: as `go env GOVERSION` says it; without it the first event with an OutputType tells, which 1.27 and later write.
 */
function createEventReader(goVersion = null) {
    let drops = Number(/go1\.(\d+)/.exec(goVersion ?? "")?.[1] ?? 0) >= 27;
    /** Packages of which the last line belonged to an entry of the log. */
    const inEntry = new Set();
    return (line) => {
        const event = (0,test_event/* readTestEvent */.l)(line);
        if (event.type !== "test" || event.output === null)
            return event;
        const { output, outputType } = event;
        drops ||= outputType !== null;
        if (!drops || outputType === "frame")
            return event;
        const continues = inEntry.has(event.package) && continuesEntry(output);
        if (outputType !== null || continues || startsEntry(output)) {
            inEntry.add(event.package);
            return event;
        }
        inEntry.delete(event.package);
        const plain = withoutRemains(output);
        return plain === output ? event : { ...event, output: plain };
    };
}
/** Graphic rendition with the numbers that terminals know, and what progress bars are made of; not behind an ESC that is there or spelt out, as %q prints it. */
const sequence = /(?<!\\x1b|\\u001b|\\033|\\e|\^\[)(?:(?<=\[[\d;]{0,20}m)\[[JK]|\[(?:((?:0?\d|2[1-9]|[34]\d|5[3-5]|9[0-7]|10[0-7])(?:[;:]\d{1,3})*)m|(m)(?![A-Za-z])|\d{1,3}[ABCDGJK]|[JK](?![\w\]])|\?\d{1,4}[hl]))/gi;
/** Go's events hold at most 1,024 bytes (outBuffer in test2json.go), of which JSON makes six times as many characters. */
const longestOutput = 8_192;
/** A hyperlink or a title: an OSC that ends in BEL, or in the backslash of ESC `\`. */
const systemCommand = /\](?:8;[^;\\]*;|[012];)(?:[^\\]|\\(?!u0007|\\))*?(?:\\u0007|\\\\)/g;
/**
 * The text of a line, as JSON text, without the remains. They are told from text in brackets, such as a list of durations
 * (`[31m0s 5m0s]`), by a bracket that nothing closes on the line; and the reset that follows such a colour belongs to it.
 */
function withoutRemains(line) {
    if ((!line.includes("[") && !line.includes("]")) || line.length > longestOutput)
        return line;
    const text = line.replace(systemCommand, "");
    const found = [...text.matchAll(sequence)].map(toSequence);
    const remains = new Set();
    for (let before = -1; before < remains.size;) {
        before = remains.size;
        const open = unclosed(text, remains);
        for (const [at, entry] of found.entries()) {
            if (!open.has(entry.at))
                continue;
            remains.add(entry);
            const reset = entry.kind === "colour" ? found.slice(at + 1).find((next) => next.kind === "reset") : undefined;
            if (reset !== undefined)
                remains.add(reset);
        }
    }
    return cut(text, found.filter((entry) => remains.has(entry)));
}
function toSequence(match) {
    const [whole, colour, bare] = match;
    const isReset = bare !== undefined || /^(?:00?|2\d|39|49)$/.test(colour ?? "");
    const kind = isReset ? "reset" : colour === undefined ? "other" : "colour";
    return { at: match.index, end: match.index + whole.length, kind };
}
/** Positions of brackets that no later one on the line closes, as if `gone` were not there. */
function unclosed(text, gone) {
    const starts = new Set([...gone].map((entry) => entry.at));
    const open = [];
    for (let at = 0; at < text.length; at++) {
        if (text[at] === "[" && !starts.has(at))
            open.push(at);
        else if (text[at] === "]")
            open.pop();
    }
    return new Set(open);
}
function cut(text, parts) {
    let kept = "";
    let from = 0;
    for (const part of parts) {
        kept += text.slice(from, part.at);
        from = part.end;
    }
    return kept + text.slice(from);
}

// EXTERNAL MODULE: ./build/stage/src/go/named-setting.js
var named_setting = __webpack_require__(20651);
;// CONCATENATED MODULE: ./build/stage/src/go/test-log.js


/** `write` gets every output as it is, and every line that is no event with its line end: nothing is left out. */
function createTestLog(write) {
    const accept = (event) => {
        if (event.type === "junk")
            write(`${event.text}\n`);
        else if (event.type === "build")
            write(event.output);
        else if (event.output !== null)
            write(printed(event.output));
    };
    const read = createEventReader();
    return { line: (text) => accept(read(text)), accept };
}
/** Most lines hold no escape but the one at their end, and the text goes straight on to a file. */
function printed(output) {
    const escaped = output.indexOf("\\");
    if (escaped === output.length - 2 && output.endsWith("\\n"))
        return `${output.slice(0, escaped)}\n`;
    return escaped < 0 ? output : (0,test_event/* decodeOutput */.a)(output);
}

;// CONCATENATED MODULE: ./build/stage/src/go/build-log.js
const buildOutputLimit = 1024 * 1024;
const packageLimit = 24_000;
/** What the builds of all packages printed: Go 1.24 and later put it between the events, older ones on standard error. */
class BuildLog {
    #outputs = [];
    #byBuild = new Map();
    #stderr;
    #size = 0;
    /** `stderr`: what is known of it before the first event. */
    constructor(stderr) {
        this.#stderr = stderr;
    }
    /** `importPath` is that of the event: a package that is not there, or `p [p.test]`. */
    add(importPath, output) {
        if (this.#size >= buildOutputLimit)
            return;
        this.#size += output.length;
        this.#outputs.push(output);
        const known = this.#byBuild.get(importPath);
        if (known === undefined)
            this.#byBuild.set(importPath, [output]);
        else
            known.push(output);
    }
    text() {
        return this.#outputs.join("");
    }
    /** Why a package was not built: the output of the build that failed, else its own sections of standard error, else everything. */
    of(importPath, failedBuild) {
        const own = failedBuild === null ? undefined : this.#byBuild.get(failedBuild)?.join("");
        const sections = sectionsOf(this.#stderr).filter((section) => isAbout(section, importPath));
        const text = own ?? (sections.length > 0 ? sections.join("") : this.text() + this.#stderr);
        return text.slice(0, packageLimit);
    }
}
/** Each begins with a line `# import/path`, perhaps with `[import/path.test]` behind it. */
function sectionsOf(stderr) {
    return stderr.split(/^(?=# )/m).filter((section) => section.startsWith("# "));
}
function isAbout(section, importPath) {
    const name = /^# (\S+)/.exec(section)?.[1];
    return name === importPath || name === `${importPath}_test`;
}

// EXTERNAL MODULE: ./build/stage/src/go/diagnostics.js + 2 modules
var go_diagnostics = __webpack_require__(67242);
// EXTERNAL MODULE: ./build/stage/src/go/source-map.js
var source_map = __webpack_require__(89001);
;// CONCATENATED MODULE: ./build/stage/src/go/stack.js

/** `\t/src/a.go:12 +0x1d` after a line that names the function; race reports indent by spaces, signals add registers. */
const framePlace = /^(?:\t|\s{6})(.+?):(\d+)(?: \+0x[0-9a-f]+(?: fp=.*)?)?$/;
/** Splits a dump at its empty lines. */
function parseStacks(lines) {
    const blocks = [[]];
    for (const line of lines) {
        if (line === "")
            blocks.push([]);
        else
            blocks.at(-1)?.push(line);
    }
    return blocks.map((block) => ({ frames: framesOf(block), lines: block })).filter((stack) => stack.frames.length > 0);
}
/** Without those of `created by`: that is not where it went wrong. */
function framesOf(lines) {
    return lines.flatMap((line, at) => {
        const place = framePlace.exec(line);
        const caller = lines[at - 1]?.trim() ?? "";
        if (place?.[1] === undefined || caller.startsWith("created by "))
            return [];
        return [{ function: caller, file: place[1], line: Number(place[2]) }];
    });
}
/** The innermost frame of the repository's own code; with `after`, below the last frame of that function where there is one. */
function ownPlace(map, stack, after) {
    const from = after === undefined ? -1 : stack.frames.findLastIndex((frame) => frame.function.startsWith(after));
    for (const frame of stack.frames.slice(from + 1)) {
        const path = (0,source_map/* ownFrame */.QR)(map, frame.file);
        if (path !== null && frame.line > 0)
            return { path, line: frame.line };
    }
    return from >= 0 ? ownPlace(map, stack) : null;
}
/** The function that the testing package had called, or given to t.Cleanup; null outside of tests. */
function testFunction(stack) {
    const names = stack?.frames.map((frame) => frame.function.replace(/\([^()]*\)$/, "")) ?? [];
    // The function that t.Cleanup was given is a literal of the test's own, one level below it.
    const cleanup = names.indexOf("testing.(*common).Cleanup.func1");
    if (cleanup > 0)
        return names[cleanup - 1]?.replace(/\.(?:func)?\d+$/, "") ?? null;
    return names[names.indexOf("testing.tRunner") - 1] ?? null;
}

;// CONCATENATED MODULE: ./build/stage/src/go/crash.js


const maxLines = 600;
const maxSize = 96 * 1024;
const maxStackLines = 60;
const crashStart = /^(?:panic: |fatal error: |unexpected fault address |SIG[A-Z]+: |goroutine \d+ (?:gp=\S+ m=\S+ (?:mp=\S+ )?)?\[)/;
const stackStart = /^(?:goroutine \d+ |runtime stack:)/;
/** The kind of dump that begins with this output, as far as the text tells. */
function dumpStart(output) {
    // Looking at one character first keeps this off the path of ordinary output.
    switch (output.charCodeAt(0)) {
        case 0x57: // W
            return output.startsWith("WARNING: DATA RACE") ? "race" : null;
        case 0x70: // p
        case 0x66: // f
        case 0x75: // u
        case 0x53: // S
        case 0x67: // g
            return crashStart.test(output) ? "crash" : null;
        default:
            return null;
    }
}
/** True for the line that ends a race report. */
function endsRace(output) {
    return output.startsWith("==================");
}
/** An empty dump of output that Go attributes to `test`. */
function createDump(test, failed = []) {
    const outputs = [];
    let size = 0;
    let credible = false;
    return {
        test,
        failed,
        outputs,
        get credible() {
            return credible;
        },
        add: (output) => {
            credible ||= stackStart.test(output);
            if (outputs.length >= maxLines || size >= maxSize)
                return false;
            outputs.push((0,test_event/* decodeOutput */.a)(output));
            size += output.length;
            return true;
        },
    };
}
/** Reads a crash; null when there is no stack, so that a test that merely prints `panic: x` has not crashed. */
function readCrash(map, outputs) {
    const lines = outputs.join("").split(/\r?\n/);
    const firstStack = lines.findIndex((line) => stackStart.test(line));
    if (firstStack < 0)
        return null;
    const message = lines.slice(0, firstStack).filter((line) => line !== "");
    const first = message[0] ?? "crash";
    const panic = Math.max(first.indexOf("panic: "), 0);
    const title = first.slice(panic).replace(/ \[recovered.*\]$/, "");
    // Go itself and whoever watches over a time limit send SIGQUIT for the sake of the stacks.
    const timedOut = title.startsWith("panic: test timed out after ") || title === "SIGQUIT: quit";
    const stacks = parseStacks(lines.slice(firstStack));
    const at = timedOut ? waitingAt(map, stacks) : panicAt(map, stacks);
    const shown = (at?.stack ?? stacks[0])?.lines.slice(0, maxStackLines) ?? [];
    return {
        title: timedOut
            ? title.replace("panic: ", "").replace("SIGQUIT: quit", "stopped by SIGQUIT at a time limit")
            : title,
        timedOut,
        place: at?.place ?? null,
        entry: testFunction(stacks[0]),
        running: message.map((line) => /^\t{1,2}(.+) \(\S+\)$/.exec(line)?.[1]).filter((name) => name !== undefined),
        text: [...message, "", ...shown].join("\n"),
    };
}
/** Below the last `panic(` of a stack is where it began; above are deferred functions that raised it again. */
function panicAt(map, stacks) {
    for (const stack of stacks) {
        const place = ownPlace(map, stack, "panic(");
        if (place !== null)
            return { stack, place };
    }
    return null;
}
/** The goroutine that hangs: not one that waits for its subtests or for its turn to run in parallel. */
function waitingAt(map, stacks) {
    const waits = (stack) => stack.frames.some((frame) => /^testing\.\(\*[TF]\)\.(?:Run|Parallel|Fuzz)\(/.test(frame.function));
    const busy = stacks.filter((stack) => !waits(stack));
    return panicAt(map, busy) ?? panicAt(map, stacks);
}
/** Reads the report of one data race; the place is the first own frame of the first access that has one. */
function readRace(map, outputs) {
    const lines = outputs.join("").split(/\r?\n/);
    const end = lines.findIndex((line) => endsRace(line));
    const report = end < 0 ? lines : lines.slice(0, end);
    let place = null;
    for (const stack of parseStacks(report))
        place ??= ownPlace(map, stack);
    return { place, text: report.join("\n").trimEnd() };
}

;// CONCATENATED MODULE: ./build/stage/src/go/crashed-test.js
/** The test that crashed; null when none of those that have failed did, as when TestMain panics while it cleans up. */
function crashedTest(run, crash) {
    const named = run.output.crash?.test ?? null;
    const failed = new Set(run.failures.map((test) => test.name));
    if (crash.timedOut) {
        const leaves = leavesOf(crash.running);
        return leaves.find((name) => name === named) ?? leaves[0] ?? named;
    }
    // A goroutine that outlived its test runs neither of these.
    const inTest = /^testing\.(?:tRunner|runExample)[.(]/m.test(crash.text);
    const reported = inTest ? ofChain(run.output.crash?.failed ?? [], crash.entry) : null;
    if (reported !== null && failed.has(reported))
        return reported;
    const running = leavesOf(run.failures.filter((test) => test.unfinished === "running").map((test) => test.name));
    const inStack = running.filter((name) => isIn(name, crash));
    if (named === null)
        return null;
    if (inStack.length > 0)
        return inStack.find((name) => name === named) ?? inStack.at(-1) ?? null;
    if (!failed.has(named) || hasEnded(run, starterOf(crash)))
        return null;
    const below = running.findLast((name) => name.startsWith(`${named}/`));
    return below ?? (inTest || running.includes(named) ? named : null);
}
/** The test whose code has started the goroutine that crashed. */
function starterOf({ text }) {
    return /^created by \S*?\.((?:Test|Benchmark|Fuzz|Example)[^\s.([]*)/m.exec(text)?.[1] ?? null;
}
/** Whether a test has a result of its own: whichever runs now is not to blame for what it left behind. */
function hasEnded({ finished, failures }, name) {
    return finished.some((test) => test.name === name) && !failures.some((test) => test.name === name && test.unfinished);
}
/** Names that are no parents of others. */
function leavesOf(names) {
    return names.filter((name) => !names.some((other) => other.startsWith(`${name}/`)));
}
/**
 * Of a test and its parents, the one whose function the panic went through. The chain begins with a subtest that had failed before
 * when its parent panics right afterwards; then the stack tells them apart, as far as subtests are literals in their parents:
 * `TestX.func1.2` belongs two levels below TestX.
 */
function ofChain(chain, entry) {
    const top = chain.at(-1);
    const [first = null] = chain;
    if (top === undefined || entry === null || top.includes("/"))
        return first;
    const [name, ...literals] = entry
        .slice(entry.lastIndexOf("/") + 1)
        .split(".")
        .slice(1);
    if (name !== top || !literals.every((part) => /^(?:func)?\d+$/.test(part)))
        return first;
    return chain[Math.max(chain.length - 1 - literals.length, 0)] ?? first;
}
/** Whether the function of a test, or a literal of it, is on the stack or has started the goroutine. */
function isIn(test, crash) {
    const name = (test.split("/")[0] ?? "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`\\.${name}(?:[.(]| in goroutine |$)`, "m").test(crash.text);
}

;// CONCATENATED MODULE: ./build/stage/src/go/culprit.js
/**
 * The test that has ended the test binary, and so has failed: the one that crashed, or the only one whose code could have called os.Exit. null when a
 * time limit or a signal did it, or when several were running and nothing tells which.
 */
function culpritOf(run, crash, crashed) {
    if (crash !== null)
        return crash.timedOut ? null : crashed;
    const running = run.failures.filter((test) => test.unfinished === "running");
    if (run.result === null || [run.output.own.text(), ...running.map((test) => test.output)].some(saysSignal))
        return null;
    const leaves = running.filter(({ name }) => !running.some((other) => other.name.startsWith(`${name}/`)));
    return leaves.length === 1 ? (leaves[0]?.name ?? null) : null;
}
/** `go test` adds the signal to what the binary printed last, a test's output included (Go 1.26.8). */
function saysSignal(output) {
    return /(?:^|\n)signal: .+\n*$/.test(output);
}

;// CONCATENATED MODULE: ./build/stage/src/go/package-reason.js

/** Longest reason, in characters. */
const reasonLimit = 300;
/**
 * Why a package has failed, as far as that is not a failing test. `cutShort`: why the stream ended before the package's result, null
 * when it has one.
 */
function packageReason(run, crash, cutShort) {
    const { notBuilt, summary, own } = run.output;
    if (notBuilt !== null)
        return buildReason(run, notBuilt);
    if (crash !== null)
        return withDetail(crash.title, crash.timedOut ? runningTests(crash) : null);
    if (run.result === null)
        return cutShort ?? "ended without a result";
    const running = run.failures.filter((test) => test.unfinished === "running");
    const lastWords = lastLine(run.output.lastWords.text());
    if (running.length > 0) {
        const last = lastWords ?? lastLine(running.at(-1)?.output ?? "") ?? lastLine(own.text());
        return withDetail(`the test binary ended while ${wereRunning(running)}${guess(last)}`, last);
    }
    if (run.result === "passed")
        return "a test has failed although the package has passed";
    if (run.failures.length > 0)
        return null;
    const last = flagProblem(own.text()) ?? lastWords ?? lastLine(own.text());
    const held = heldOpen.exec(own.text())?.[1];
    if (held !== undefined)
        return `a process that its tests started still held their output ${held} after they had ended; stop it in the test`;
    if (summary === "PASS")
        return withDetail("failed after its tests had passed", last);
    if (run.counts.passed + run.counts.skipped === 0)
        return withDetail("failed before a test ran", last);
    return withDetail("failed without a failing test", last);
}
/** How long go waits for output after the test binary has ended depends on -timeout (cmd/go, runTestActor; Go 1.26.8, 1.27.4). */
const heldOpen = /^\*\*\* Test I\/O incomplete (\S+) after exiting\.$/m;
/** Why a test has no result of its own. `crash`: that of the package; null when it ended otherwise. */
function unfinishedReason(test, crash, cutShort) {
    if (test.unfinished === null)
        return null;
    const state = test.unfinished === "paused" ? "did not get its turn to run in parallel" : "did not finish";
    const ended = `the test binary has ended${guess(lastLine(test.output))}`;
    return `${test.name} ${state}: ${cutShort ?? crash?.title ?? ended}`;
}
/**
 * What the flag package says before it prints the usage, of which the last line would only be the description of some flag. Its
 * words are those of Go 1.27's flag.go.
 */
function flagProblem(text) {
    const said = /^(?:flag provided but not defined: |flag needs an argument: |bad flag syntax: |invalid (?:boolean )?value .* for |missing value for )/;
    const lines = text.split("\n");
    const usage = lines.findIndex((line) => /^Usage(?: of .*)?:$/.test(line));
    const problem = lines.find((line) => said.test(line)) ?? lines[usage - 1];
    return problem === undefined || problem.trim() === "" ? null : problem.trim();
}
function wereRunning(tests) {
    const names = leavesOf(tests.map((test) => test.name));
    return `${listed(names)} ${names.length === 1 ? "was" : "were"} running`;
}
function listed(names) {
    return `${names.slice(0, 5).join(", ")}${names.length > 5 ? ", …" : ""}`;
}
function buildReason(run, notBuilt) {
    const cause = run.failedBuild?.replace(/ \[.*\]$/, "");
    const elsewhere = cause !== undefined && cause !== run.importPath && cause !== `${run.importPath}_test`;
    return elsewhere ? `${notBuilt}: ${cause}` : notBuilt;
}
function runningTests(crash) {
    const leaves = leavesOf(crash.running);
    return leaves.length === 0 ? null : `running ${listed(leaves)}`;
}
/** Without a message from the system, the program has ended itself. */
function guess(last) {
    return last?.startsWith("signal: ") ? "" : " (os.Exit, log.Fatal?)";
}
/** The last line that says something; `exit status 1` only if nothing else does. */
function lastLine(text) {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    const line = lines.findLast((candidate) => !/^exit status \d+$/.test(candidate)) ?? lines.at(-1);
    return line === undefined ? null : line.trim();
}
function withDetail(reason, detail) {
    const text = detail === null ? reason : `${reason}: ${detail}`;
    return text.length <= reasonLimit ? text : `${text.slice(0, reasonLimit - 1)}…`;
}

// EXTERNAL MODULE: ./build/stage/src/text/shell.js
var shell = __webpack_require__(24968);
;// CONCATENATED MODULE: ./build/stage/src/go/repro.js

/**
 * The command that runs one test, or a package, again, for a POSIX shell in the module's directory. `-run` splits its argument at slashes like the
 * test's name and takes each part as a regular expression (testing/match.go); names in events are already rewritten the way
 * `-run` rewrites its argument. `flags` are words for `go test`, with `-args` and what follows; of those that choose tests, ours replaces theirs.
 */
function reproCommand(importPath, test, flags) {
    const end = flags.findIndex((word) => /^--?args$/.test(word));
    const own = end < 0 ? flags : flags.slice(0, end);
    const forBinary = end < 0 ? [] : flags.slice(end);
    const keep = (words) => (test === null ? words : withoutChoice(words));
    const once = flags.some((word) => /^--?(?:test\.)?count(?:=|$)/.test(word)) ? [] : ["-count=1"];
    return [
        ...["go", "test", importPath, ...keep(own)].map(shell/* shellWord */.r7),
        ...choice(test),
        ...[...once, ...keep(forBinary)].map(shell/* shellWord */.r7),
    ].join(" ");
}
/** Always in quotes: it is a pattern, also when it has no character that says so. */
function choice(test) {
    if (test === null)
        return [];
    const pattern = (0,shell/* quoted */.TL)(test.split("/").map(exactly).join("/"));
    return test.startsWith("Benchmark") ? ["-run", (0,shell/* quoted */.TL)("^$"), "-bench", pattern] : ["-run", pattern];
}
/** Flags that take their value from the next word when they have no `=`. */
function withoutChoice(words) {
    const isChoice = (word) => /^--?(?:test\.)?(?:run|bench)$/.test(word ?? "");
    return words.filter((word, index) => !isChoice(word) && !isChoice(words[index - 1]) && !/^--?(?:test\.)?(?:run|bench)=/.test(word));
}
/** As regexp.QuoteMeta does. */
function exactly(part) {
    return `^${part.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&")}$`;
}

;// CONCATENATED MODULE: ./build/stage/src/go/test-place.js



/** How sure an entry is to be the error, by the line of source that made it. */
const ranks = { elsewhere: 0, log: 1, unknown: 2, error: 3, marked: 10 };
/**
 * Where a test failed, by its own output. Go 1.27 marks what t.Error and t.Fatal print (`errors`); in what older versions print, they
 * look like t.Log, so the line of source that an entry names has to tell. Of equals the last counts: an error usually comes
 * after what was logged on the way.
 */
function failureWords(options, importPath, output, errors) {
    const candidates = [
        ...logEntries(output).flatMap((entry) => candidate(options, importPath, entry, false)),
        ...errors.flatMap(logEntries).flatMap((entry) => candidate(options, importPath, entry, true)),
    ];
    const best = Math.max(...candidates.map(({ rank }) => rank));
    const found = candidates.findLast(({ rank }) => rank === best);
    return found === undefined ? null : { place: found.place, message: found.message };
}
/** None for text that only looks like an entry: it names no file, or a line on which nothing can be called. */
function candidate(options, importPath, entry, marked) {
    const path = entry.line < 1 ? null : pathOf(options, importPath, entry);
    const { message, line } = entry;
    if (path === null)
        return marked ? [{ place: null, message, rank: ranks.marked + ranks.elsewhere }] : [];
    const source = options.sources?.line(path, line) ?? null;
    if (entry.inLine && !source?.includes("("))
        return [];
    return [{ place: { path, line }, message, rank: (marked ? ranks.marked : 0) + rankOf(source) }];
}
function rankOf(source) {
    if (source === null)
        return ranks.unknown;
    // `err.Error()` is no call of a test's; loggers have an Error of their own.
    if (/\.(?:Errorf|Fatalf?)\(|(?<!log(?:ger)?)\.Error\((?!\))/i.test(source))
        return ranks.error;
    return /\.(?:Logf?|Skipf?)\(/.test(source) ? ranks.log : ranks.unknown;
}
/** A base name is that of a file in the package's directory, or else of a helper somewhere that only one file has. */
function pathOf({ sources, ...map }, importPath, { file, line }) {
    if ((0,source_map/* isAbsolute */.oP)((0,source_map/* slashes */.k2)(file)))
        return (0,source_map/* ownFrame */.QR)(map, file);
    if (file.includes("/"))
        return null;
    const beside = (0,source_map/* importedPath */.U2)(map, `${importPath}/${file}`);
    if (sources === undefined)
        return file.endsWith("_test.go") ? beside : null;
    if (beside !== null && sources.line(beside, line) !== null)
        return beside;
    const others = sources.named(external_node_path_.posix.basename(file)).filter((path) => sources.line(path, line) !== null);
    return others.length === 1 && rankOf(sources.line(others[0] ?? "", line)) === ranks.error
        ? (others[0] ?? null)
        : null;
}

;// CONCATENATED MODULE: ./build/stage/src/go/package-report.js






const messageLimit = 3_000;
/**
 * The result of one package whose events are all in. `cutShort`: why the stream ended before the package's own result, which
 * makes it a failure; null when Go gave a result.
 */
function reportPackage(run, options, cutShort) {
    const failed = run.result === "failed" || run.result === null || run.counts.failed > 0;
    const crash = failed && run.output.crash !== null ? readCrash(options, run.output.crash.outputs) : null;
    if (crash === null)
        run.output.wentOn();
    // A binary that says PASS or FAIL has ended all its tests; what is left over then are benchmarks, which have no result.
    if (failed && run.output.summary === null)
        run.failUnfinished();
    const crashed = crash === null ? null : crashedTest(run, crash);
    const context = { run, options, crash, crashed, races: readRaces(run, options), cutShort };
    const reason = failed ? packageReason(run, crash, cutShort) : null;
    run.interruptUnfinished(culpritOf(run, crash, crashed));
    const describe = (tests) => tests.filter((test) => isListed(test, context)).map((test) => describeTest(test, context));
    const failures = describe(run.failures);
    const interrupted = describe(run.interrupted);
    const tests = [...failures, ...interrupted];
    const ofNoTest = crash !== null && crashed === null;
    return {
        package: {
            importPath: run.importPath,
            status: failed ? "failed" : (run.result ?? "failed"),
            reason,
            durationMs: run.durationMs,
            ...(run.output.cached ? { cached: true } : {}),
            ...run.counts,
            failures: failures.map((test) => test.failed),
            unfinished: interrupted.map((test) => test.failed),
        },
        findings: [
            ...context.races.map((race) => race.finding),
            ...tests.map((test) => test.finding).filter((finding) => finding !== null),
            ...(failed && (tests.length === 0 || ofNoTest) ? packageFindings(context, reason) : []),
        ],
    };
}
/** A parent that has failed by its subtests only, without a word of its own, adds nothing to them. */
function isListed(test, { run, crashed, crash }) {
    return (!run.failedParents.has(test.name) || test.spoke || (crash === null && test.dump !== "") || test.name === crashed);
}
function describeTest(test, context) {
    const { run, options, crash, races } = context;
    const own = test.name === context.crashed ? crash : null;
    const why = own === null ? unfinishedReason(test, crash, run.result === null ? context.cutShort : null) : null;
    const words = test.unfinished === "running" && crash === null ? run.output.lastWords.text().trimEnd() : "";
    const printed = (test.output + (crash === null ? test.dump : "")).trimEnd();
    const output = printed.endsWith(words) ? printed : joined([printed, words]);
    const said = failureWords(options, run.importPath, output, test.errors);
    const race = races.find((report) => report.test === test.name);
    const place = own?.place ?? said?.place ?? race?.place ?? null;
    const command = commandOf(run, test.name, options);
    const text = own?.text ?? (why === null ? (said?.message ?? output.trim()) : joined([output.slice(-1_000), why]));
    // What the subtests of a parent show at their lines is enough, and a race has its own finding.
    const isParent = own === null && run.failedParents.has(test.name);
    // What ended everybody is known, and says more than each of them.
    const isVictim = own === null && crash !== null && run.interrupted.includes(test);
    const quiet = test.unfinished === "paused" || isVictim || isParent || (race !== undefined && said === null);
    return {
        failed: {
            name: test.name,
            durationMs: test.durationMs,
            path: place?.path ?? null,
            line: place?.line ?? null,
            output: joined([output, own?.text ?? why ?? ""]),
            command,
        },
        finding: quiet
            ? null
            : {
                ...finding("test", titleOf(test, own), withCommand(text, command), place),
                subject: { package: run.importPath, test: test.name },
            },
    };
}
/** A failed package in which no test has failed; one that was not built is shown by what the compiler says. */
function packageFindings({ run, options, crash }, reason) {
    if (run.output.notBuilt !== null)
        return [];
    const command = commandOf(run, null, options);
    const printed = run.output.own.text().trim();
    const text = crash?.text ?? flagProblem(printed) ?? printed;
    return [finding("test", `${run.importPath}: ${reason}`, withCommand(text, command), crash?.place ?? null)];
}
function titleOf(test, crash) {
    if (crash?.timedOut)
        return `${test.name} timed out`;
    if (crash !== null)
        return `${test.name} crashed: ${clip(crash.title, reasonLimit)}`;
    return test.unfinished === null ? `${test.name} failed` : `${test.name} did not finish`;
}
/** Races by place: the same one is reported again for every run of the code. */
function readRaces(run, options) {
    const seen = new Set();
    return run.output.races.flatMap(({ test, outputs }) => {
        const { place, text } = readRace(options, outputs);
        const key = place === null ? text : `${place.path}:${place.line}`;
        if (seen.has(key))
            return [];
        seen.add(key);
        const title = test === null ? "data race" : `data race in ${test}`;
        return [{ test, place, finding: finding("race", title, clip(text), place) }];
    });
}
function finding(source, title, message, place) {
    const at = { path: place?.path ?? null, line: place?.line ?? null, column: null };
    return { source, severity: "error", ...at, title, message };
}
function joined(parts) {
    return parts.filter((part) => part !== "").join("\n");
}
function commandOf({ importPath }, test, { flags, wrap }) {
    const command = reproCommand(importPath, test, flags);
    return wrap === undefined ? command : wrap(command);
}
/** Every failure ends with the command that runs it again. */
function withCommand(text, command) {
    return `${text === "" ? "failed without output" : clip(text)}\n${command}`;
}
function clip(text, limit = messageLimit) {
    return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

;// CONCATENATED MODULE: ./build/stage/src/go/marked-errors.js


const maxErrors = 50;
const marked_errors_maxSize = 16_000;
/**
 * A test can print the mark itself (0x0F), and until the next true end of an error everything counts as its continuation. So only
 * what also looks like an entry of the log is kept, with what is indented below it.
 */
function createErrors() {
    const errors = [];
    let open = false;
    const extend = (output) => {
        const last = errors.pop() ?? "";
        // A line of more than a kilobyte comes in pieces.
        open &&= continuesEntry(output) || !last.endsWith("\\n");
        errors.push(open && last.length < marked_errors_maxSize ? last + output : last);
    };
    return {
        add: (output, type) => {
            if (type === "error") {
                open = startsEntry(output);
                if (open)
                    errors.push(output.slice(0, marked_errors_maxSize));
                if (errors.length > maxErrors)
                    errors.shift();
            }
            else if (type === "error-continue" && open)
                extend(output);
        },
        texts: () => errors.map(test_event/* decodeOutput */.a),
    };
}

;// CONCATENATED MODULE: ./build/stage/src/go/clip.js

/** `limit`: how many characters to keep; a quarter of it for the beginning, since what failed is usually said last. */
function createClip(limit) {
    const headLimit = limit / 4;
    const head = [];
    let headSize = 0;
    let full = false;
    // The end is kept as two generations, so that nothing is moved when old lines go.
    const end = { older: [], newer: [], newerSize: 0 };
    let lines = 0;
    let leftLines = 0;
    let leftSize = 0;
    const leave = (outputs) => {
        for (const output of outputs) {
            leftLines += isLine(output) ? 1 : 0;
            leftSize += output.length;
        }
    };
    const addToEnd = (output) => {
        end.newer.push(output);
        end.newerSize += output.length;
        if (end.newerSize <= limit - headLimit)
            return;
        leave(end.older);
        end.older = end.newer;
        end.newer = [];
        end.newerSize = 0;
    };
    return {
        get lines() {
            return lines;
        },
        add: (output) => {
            if (isLine(output))
                lines += 1;
            full ||= headSize + output.length > headLimit;
            if (full)
                return addToEnd(output);
            head.push((0,test_event/* decodeOutput */.a)(output));
            headSize += output.length;
        },
        text: () => {
            const tail = lastOf([...end.older, ...end.newer], limit - headLimit);
            const gone = { lines: leftLines + tail.gone.filter(isLine).length, size: leftSize + sizeOf(tail.gone) };
            const note = gone.size === 0 ? "" : leftOut(gone.lines, gone.size);
            return head.join("") + note + tail.kept.map(test_event/* decodeOutput */.a).join("");
        },
    };
}
function lastOf(outputs, limit) {
    let first = outputs.length;
    for (let size = 0; first > 0; first--) {
        size += outputs[first - 1]?.length ?? 0;
        if (size > limit)
            break;
    }
    return { kept: outputs.slice(first), gone: outputs.slice(0, first) };
}
function leftOut(lines, size) {
    return `[… ${lines} lines, about ${Math.max(1, Math.round(size / 1024))} KiB, left out …]\n`;
}
function sizeOf(outputs) {
    return outputs.reduce((sum, output) => sum + output.length, 0);
}
function isLine(output) {
    return output.endsWith("\\n");
}

;// CONCATENATED MODULE: ./build/stage/src/go/fail-chain.js
/**
 * When a test panics, the testing package reports it and all its parents as failed, innermost first, and raises the panic again
 * (tRunner in testing.go): the last lines before the dump name who crashed, where Go credits the dump to the outermost.
 */
function createFailChain() {
    let names = [];
    return {
        failed: (test) => {
            const last = names.at(-1);
            const isParent = last !== undefined && last.slice(0, last.lastIndexOf("/")) === test;
            names = isParent ? [...names, test] : [test];
        },
        broken: () => {
            if (names.length > 0)
                names = [];
        },
        names: () => names,
    };
}

;// CONCATENATED MODULE: ./build/stage/src/go/package-output.js



const maxRaces = 50;
const packageLine = /^(?:ok {2}|\? {3}|FAIL)\\t|^coverage: |^\\t\S+\\t\\t(?:coverage: |$)/;
const cachedLine = /^ok {2}\\t[^\\\s]+\\t\(cached\)/;
const framing = /^(?:=== (?:RUN|PAUSE|CONT|NAME|ATTR|ARTIFACTS) | *--- (PASS|FAIL|SKIP|BENCH): )/;
const lastWordsLimit = 4_000;
/** What a binary without a statement to cover says when it ends itself (emitMetaData in internal/coverage/cfile; Go 1.26.8 and 1.27.4): not its last words. */
const coverageNote = "program not built with -cover\\n";
/**
 * Sorts the output of one package: to the test that printed it, to the package, to a crash, to a report of the race detector.
 * Output is JSON text, as in TestEvent.
 */
class PackageOutput {
    running = new Map();
    races = [];
    /** What was printed outside of tests. */
    own;
    /** The test binary reached its own end and said so. */
    summary = null;
    notBuilt = null;
    /** With -cover a package without test files passes, where it would be skipped without (Go 1.22 and later). */
    untested = false;
    /** Go took the result of an earlier run and replays what it printed. */
    cached = false;
    crash = null;
    /**
     * What was printed after the last line of Go's own. When the binary ends itself these are its last words, whichever test Go credits
     * them to: that is the one it named last, which may have passed long ago.
     */
    lastWords = createClip(lastWordsLimit);
    #chain = createFailChain();
    #limit;
    #race = null;
    /** The last output that was not an empty line. */
    #before = null;
    constructor(limit) {
        this.#limit = limit;
        this.own = createClip(limit);
    }
    print(test, output, type) {
        if (output === coverageNote)
            return;
        if (test === null ? this.#isPackageLine(output) : this.#isFraming(test, output))
            return;
        if (test !== null && type !== null)
            this.running.get(test)?.errors.add(output, type);
        const taken = this.#addToDump(test, output);
        this.#chain.broken();
        this.lastWords.add(output);
        if (output !== "\\n")
            this.#before = output;
        if (!taken)
            this.#addToTest(test, output);
    }
    /** What looks like a crash of this test, as long as nothing shows that the binary went on. */
    dumpOf(test) {
        return this.crash?.test === test ? this.crash.outputs.join("") : "";
    }
    /** Something that follows shows that the binary went on: what looked like a crash was printed by a test. */
    wentOn() {
        const dump = this.crash;
        if (dump === null)
            return;
        this.crash = null;
        if (dump.test !== null && !this.running.has(dump.test))
            return;
        for (const output of dump.outputs)
            this.#addToTest(dump.test, JSON.stringify(output).slice(1, -1));
    }
    /** Lines in which the test binary speaks about a test. A result after what looked like a crash shows that it went on. */
    #isFraming(test, output) {
        const match = framing.exec(output);
        if (match === null)
            return false;
        if (match[1] !== undefined)
            this.wentOn();
        if (match[1] === "FAIL")
            this.#chain.failed(test);
        else
            this.#chain.broken();
        this.lastWords = createClip(lastWordsLimit);
        return true;
    }
    #addToTest(test, output) {
        const entry = test === null ? undefined : this.running.get(test);
        if (entry !== undefined)
            entry.clip ??= createClip(this.#limit);
        (entry?.clip ?? this.own).add(output);
    }
    /** True when the output belongs to the crash alone. */
    #addToDump(test, output) {
        if (this.#race !== null) {
            this.#race.add(output);
            if (endsRace(output))
                this.#race = null;
            return false;
        }
        const kind = dumpStart(output);
        // A second message after a stack: the first was printed by a test, since a binary crashes once.
        if (kind === "crash" && this.crash?.credible && !output.startsWith("goroutine "))
            this.wentOn();
        if (this.crash !== null)
            return this.crash.add(output) || this.crash.credible;
        if (kind === "crash")
            return this.#startCrash(test, output);
        if (kind === "race")
            this.#startRace(test, output);
        return false;
    }
    #startRace(test, output) {
        if (this.races.length >= maxRaces)
            return;
        this.#race = createDump(test);
        this.#race.add(output);
        this.races.push(this.#race);
    }
    #startCrash(test, output) {
        this.crash = createDump(test, this.#chain.names());
        // A panic right after text without a line end is part of that line, and the stack is the first sign of it.
        if (output.startsWith("goroutine ") && this.#before !== null)
            this.crash.add(this.#before);
        return this.crash.add(output);
    }
    /** Lines in which `go test` and the test binary speak about the package. */
    #isPackageLine(output) {
        if (output === "PASS\\n" || output === "FAIL\\n") {
            this.wentOn();
            this.#chain.broken();
            this.lastWords = createClip(lastWordsLimit);
            this.summary = output === "PASS\\n" ? "PASS" : "FAIL";
            return true;
        }
        if (!packageLine.test(output))
            return false;
        if (output.endsWith(" [build failed]\\n"))
            this.notBuilt = "build failed";
        if (output.endsWith(" [setup failed]\\n"))
            this.notBuilt = "setup failed";
        // Tests can print such a line too; the last one is Go's.
        if (output.startsWith("ok "))
            this.cached = cachedLine.test(output);
        if (output.startsWith("\\t"))
            this.untested = true;
        return true;
    }
}

;// CONCATENATED MODULE: ./build/stage/src/go/package-run.js


const outcomes = { pass: "passed", fail: "failed", skip: "skipped" };
/** What was seen of one package in a `go test -json` stream. Keeps the output of running and failed tests only, clipped. */
class PackageRun {
    importPath;
    /** RFC 3339, of the first event. */
    startedAt;
    output;
    counts = { passed: 0, failed: 0, skipped: 0, interrupted: 0 };
    finished = [];
    failures = [];
    /** Tests that did not fail but were not let end either. */
    interrupted = [];
    /** Names of tests of which a subtest failed. */
    failedParents = new Set();
    /** null until the package's own result has come. */
    result = null;
    durationMs = 0;
    failedBuild = null;
    #limits;
    constructor(importPath, startedAt, limits) {
        this.importPath = importPath;
        this.startedAt = startedAt;
        this.#limits = limits;
        this.output = new PackageOutput(limits.perTest);
    }
    accept(event) {
        const { action, test, output } = event;
        if (action === "output") {
            if (output !== null)
                this.output.print(test, output, event.outputType);
            return;
        }
        const outcome = outcomes[action];
        if (test === null) {
            if (outcome !== undefined)
                this.#onResult(outcome, event.elapsed, event.failedBuild);
        }
        else if (outcome === undefined)
            this.#onProgress(test, action);
        else
            this.#onTestResult(test, outcome, milliseconds(event.elapsed));
    }
    /** Counts what has begun and not ended as failed. Of benchmarks, which end without an event, only the last one can be running. */
    failUnfinished() {
        const { running } = this.output;
        const lastName = [...running.keys()].at(-1);
        for (const [name, { paused }] of running) {
            if (name.startsWith("Benchmark") && name !== lastName)
                continue;
            this.#onTestResult(name, "failed", null, paused ? "paused" : "running");
        }
        running.clear();
    }
    /** Takes back that tests which did not finish have failed, but for `culprit`, which ended the test binary, and its parents. */
    interruptUnfinished(culprit) {
        const interrupted = this.failures.filter(({ name, unfinished }) => unfinished !== null && name !== culprit && culprit?.startsWith(`${name}/`) !== true);
        const names = new Set(interrupted);
        this.failures = this.failures.filter((test) => !names.has(test));
        this.finished = this.finished.map((test) => (names.has(test) ? { ...test, result: "interrupted" } : test));
        this.interrupted = interrupted;
        this.counts.failed -= interrupted.length;
        this.counts.interrupted += interrupted.length;
    }
    #onProgress(test, action) {
        const { running } = this.output;
        if (action === "run") {
            this.output.wentOn();
            running.set(test, { clip: null, paused: false, errors: createErrors() });
        }
        const entry = running.get(test);
        if (entry !== undefined && (action === "pause" || action === "cont"))
            entry.paused = action === "pause";
    }
    #onResult(outcome, elapsed, failedBuild) {
        const { passed, failed, skipped } = this.counts;
        const untested = this.output.untested && passed + failed + skipped === 0;
        // The same package twice, as in two streams one after the other, is not healed by the second.
        if (this.result !== "failed")
            this.result = outcome === "passed" && untested ? "skipped" : outcome;
        this.durationMs += milliseconds(elapsed) ?? 0;
        this.failedBuild = failedBuild;
    }
    #onTestResult(name, result, durationMs, unfinished = null) {
        this.counts[result] += 1;
        const { clip = null, errors } = this.output.running.get(name) ?? {};
        this.output.running.delete(name);
        if (result === "failed") {
            const output = this.#keep(clip);
            const dump = this.output.dumpOf(name);
            const said = { output, spoke: clip !== null, errors: errors?.texts() ?? [], dump };
            const failure = { name, result, durationMs, ...said, unfinished };
            this.failures.push(failure);
            if (this.#limits.keepFinished)
                this.finished.push(failure);
            for (const parent of parentsOf(name))
                this.failedParents.add(parent);
        }
        else if (this.#limits.keepFinished) {
            const output = result === "skipped" ? (clip?.text() ?? "").slice(-500) : "";
            this.finished.push({ name, result, durationMs, output });
        }
    }
    #keep(clip) {
        if (clip === null)
            return "";
        if (this.#limits.left <= 0)
            return "[… left out: too much output of failed tests; the log is complete …]\n";
        const text = clip.text();
        this.#limits.left -= text.length;
        return text;
    }
}
function* parentsOf(test) {
    for (let slash = test.indexOf("/"); slash >= 0; slash = test.indexOf("/", slash + 1))
        yield test.slice(0, slash);
}
/** null also for what no test can take, since a report has to be able to hold sums. */
function milliseconds(seconds) {
    return seconds !== null && seconds >= 0 && seconds < 1e9 ? Math.round(seconds * 1000) : null;
}

// EXTERNAL MODULE: ./build/stage/src/go/test-verdict.js
var test_verdict = __webpack_require__(48251);
;// CONCATENATED MODULE: ./build/stage/src/go/test-reader.js






/** Characters of output kept of all failed tests together: they stay in memory, and go into report.json. */
const totalLimit = 32 * 1024 * 1024;
const defaultLimit = 24_000;
const maxTestFindings = 1_000;
/** Reads the stream of `go test -json` line by line. Memory does not grow with the output, nor with tests that pass. */
function createTestReader(options) {
    const { outputLimit = defaultLimit, keptOutput = totalLimit, onPackage } = options;
    const limits = { perTest: outputLimit, left: keptOutput, keepFinished: onPackage !== undefined };
    const runs = new Map();
    const reports = new Map();
    const build = new BuildLog(options.stderr ?? "");
    const read = createEventReader();
    let junkLines = 0;
    const close = (run, cutShort) => {
        const report = reportPackage(run, options, cutShort);
        runs.delete(run.importPath);
        reports.set(run.importPath, merge(reports.get(run.importPath), report));
        if (onPackage === undefined)
            return;
        const output = report.package.status === "failed" ? run.output.own.text() : "";
        const built = run.output.notBuilt === null ? "" : build.of(run.importPath, run.failedBuild);
        onPackage({ report: report.package, startedAt: run.startedAt, tests: run.finished, output: output + built });
    };
    /** Go before 1.24 reports a package that it cannot even load as plain text. */
    const onJunk = (text) => {
        const name = /^FAIL\t(\S+) \[(?:setup|build) failed\]$/.exec(text)?.[1];
        if (name === undefined)
            junkLines += text === "" ? 0 : 1;
        else
            for (const event of failedPackage(name, text))
                accept(event);
    };
    const accept = (event) => {
        if (event.type === "junk")
            onJunk(event.text);
        else if (event.type === "build")
            build.add(event.importPath, event.output);
        else {
            const run = runs.get(event.package) ?? new PackageRun(event.package, event.time, limits);
            runs.set(event.package, run);
            run.accept(event);
            if (run.result !== null)
                close(run, null);
        }
    };
    const end = (how) => {
        const cutShort = how.timedOut ? "stopped by the time limit of the stage" : "go test ended before the package did";
        for (const run of [...runs.values()])
            close(run, cutShort);
        const packages = [...reports.values()].map((report) => report.package).sort(byImportPath);
        const report = { ...totals(packages), flaky: 0, packages };
        const broken = packages.some((entry) => entry.status === "failed") || how.exitCode !== 0;
        const diagnostics = (0,go_diagnostics/* parseDiagnostics */.y)(build.text() + (broken ? `\n${how.stderr}` : ""), {
            ...options,
            source: "compile",
        });
        const tests = [...reports.values()].flatMap((entry) => entry.findings);
        const failedBecause = (0,test_verdict/* failureReason */.H)(report, how);
        return { report, findings: [...diagnostics, ...capped(tests)], failedBecause, junkLines };
    };
    return { line: (text) => accept(read(text)), accept, end };
}
function failedPackage(name, text) {
    const none = { test: null, elapsed: null, outputType: null, failedBuild: null, time: null };
    const event = { type: "test", package: name, ...none };
    return [
        { ...event, action: "output", output: `${text.replaceAll("\t", "\\t")}\\n` },
        { ...event, action: "fail", output: null },
    ];
}
/** Two results of one package, as when two streams follow each other. */
function merge(first, second) {
    if (first === undefined)
        return second;
    const [a, b] = [first.package, second.package];
    const failed = a.status === "failed" || b.status === "failed";
    return {
        package: {
            importPath: a.importPath,
            status: failed ? "failed" : a.status === "skipped" ? b.status : a.status,
            reason: a.reason ?? b.reason,
            durationMs: a.durationMs + b.durationMs,
            ...totals([a, b]),
            failures: [...a.failures, ...b.failures],
            unfinished: [...a.unfinished, ...b.unfinished],
        },
        findings: [...first.findings, ...second.findings],
    };
}
function totals(packages) {
    const sum = { passed: 0, failed: 0, skipped: 0, interrupted: 0 };
    for (const entry of packages) {
        sum.passed += entry.passed;
        sum.failed += entry.failed;
        sum.skipped += entry.skipped;
        sum.interrupted += entry.interrupted;
    }
    return sum;
}
function capped(findings) {
    const left = findings.length - maxTestFindings;
    if (left <= 0)
        return findings;
    const rest = { source: "test", severity: "error", path: null, line: null, column: null };
    const note = { ...rest, title: "more failed tests", message: `${left} more failures are listed in report.json` };
    return [...findings.slice(0, maxTestFindings), note];
}
function byImportPath(a, b) {
    if (a.importPath === b.importPath)
        return 0;
    return a.importPath < b.importPath ? -1 : 1;
}

// EXTERNAL MODULE: ./build/stage/src/model/passes.js
var passes = __webpack_require__(10393);
// EXTERNAL MODULE: ./build/stage/src/model/stage.js
var stage = __webpack_require__(66180);
// EXTERNAL MODULE: ./build/stage/src/results/redact.js
var results_redact = __webpack_require__(63716);
// EXTERNAL MODULE: ./build/stage/src/collect/coverage.js + 4 modules
var collect_coverage = __webpack_require__(32563);
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
        const read = (0,go_sources/* readText */.y)({ root }, path)?.split("\n") ?? [];
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

;// CONCATENATED MODULE: ./build/stage/src/collect/tests.js



















/** Brings an XML library along: whoever wants it loads it while there is nothing else to do. */
const loadJUnit = () => Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(119)]).then(__webpack_require__.bind(__webpack_require__, 19119));
/** Standard error of `go test` holds what Go before 1.24 says of builds. */
const stderrLimit = 4 * 1024 * 1024;
/**
 * Reads the stream of a test stage once, writing its log, its part of `tests/test2json.jsonl` and that of `tests/junit.xml` on the way, then the coverage
 * profile.
 */
async function collectTests(stage, outcome, bench) {
    const [command] = outcome.commands;
    if (command === undefined)
        return { failure: "go test did not run", findings: [] };
    const facts = await factsOf(bench);
    const stderr = await (0,lines/* readHead */.zy)(command.stderr, stderrLimit);
    const told = new Set();
    const parts = {
        suites: (0,external_node_path_.join)(outcome.resultDir, "junit.part"),
        events: (0,external_node_path_.join)(outcome.resultDir, "test2json.part"),
    };
    const run = await readStream(stage, outcome, facts, { stderr, told, suites: parts.suites });
    await (0,files/* moveRedacted */.aS)(command.stdout, parts.events, facts.redactor);
    const failed = run.report.packages.filter(({ status }) => status === "failed").map(({ importPath }) => importPath);
    const { coverage, thresholds, share } = await (0,collect_coverage/* collectCoverage */.f)(outcome, facts, { told, failed: new Set(failed) });
    const missed = thresholds?.failedBecause ?? null;
    const floor = facts.config.coverageThreshold;
    const lacking = missed === null || coverage === null || floor === null ? null : (0,coverage_lacking/* lackingPackages */.f)(coverage, floor);
    const reasons = [run.failedBecause, missed, lacking].filter((reason) => reason !== null);
    const failure = reasons.length === 0 ? null : reasons.join("; ");
    // Of a threshold alone: the command would pass.
    const reproduced = run.failedBecause === null && missed !== null ? { command: "" } : {};
    const findings = [...withoutCountedColumns(run.findings), ...(thresholds?.findings ?? [])];
    const products = [
        { type: "tests", tests: run.report, parts },
        { type: "coverage", coverage, thresholds: thresholds?.thresholds ?? [], share },
    ];
    const spoken = [stderr, ...run.findings.filter(({ source }) => source === "compile").map(({ message }) => message)];
    const fault = command.exitCode === 0 ? null : (0,named_setting/* settingFault */.Zw)(spoken.join("\n"));
    if (fault !== null)
        return { failure: fault, findings, broken: true, products };
    const untested = run.report.packages.every(({ status }) => status === "skipped");
    return { failure, findings, products, ...reproduced, ...(untested ? { skipped: test_verdict/* noTestFiles */._ } : {}) };
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
async function readStream(stage, outcome, facts, { stderr, told, suites }) {
    const { source, output, redactor, rerun, project, module } = facts;
    const { createJUnitWriter } = await loadJUnit();
    const log = await text_file/* TextFile */.u.create(output.log(stage.id));
    const junitFile = await text_file/* TextFile */.u.create(suites);
    try {
        const junit = createJUnitWriter((text) => junitFile.write(text), project.modules.length > 1 ? module.dir : null);
        const testLog = createTestLog((text) => log.write(redactor.redact(text)));
        const reader = createTestReader({
            ...source,
            cwd: module.dir,
            sources: sourceFiles(project),
            keptOutput: Math.floor(totalLimit / project.modules.length),
            ...rerun,
            stderr,
            onPackage: (done) => junit.suite(redactor.idle() ? done : redacted(done, redactor)),
        });
        const read = createEventReader(facts.goVersion);
        const [command] = outcome.commands;
        for await (const line of (0,lines/* readLines */.Se)(command?.stdout ?? "")) {
            const event = read(line);
            reader.accept(event);
            testLog.accept(event);
            const covered = (0,missing/* coverageTold */.SD)(event);
            if (covered !== null)
                told.add(covered);
            if (log.full)
                await log.drain();
            if (junitFile.full)
                await junitFile.drain();
        }
        log.write(redactor.redact(stderr));
        const timedOut = outcome.end === "timed-out";
        const died = await deathIn(stage, outcome);
        const run = reader.end({ exitCode: command?.exitCode ?? null, timedOut, stderr, died });
        return run;
    }
    finally {
        await log.close();
        await junitFile.close();
    }
}
async function deathIn({ step }, outcome) {
    if (!(0,stage/* isRunnable */.i)(step) || step.type !== "exec")
        return null;
    return (0,passes/* deathOf */.oZ)(step, await (0,step_end/* readStepEnd */.u)(step, outcome));
}
function redacted(done, { redact }) {
    const tests = done.tests.map((test) => ({ ...test, name: redact(test.name), output: redact(test.output) }));
    return { ...done, report: (0,results_redact/* redactPackage */.K_)(done.report, redact), tests, output: redact(done.output) };
}


/***/ }),

/***/ 63716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K_: () => (/* binding */ redactPackage),
/* harmony export */   Ms: () => (/* binding */ redactStage),
/* harmony export */   a5: () => (/* binding */ redactReport),
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
        unfinished: entry.unfinished.map((test) => redactTest(test, redact)),
    };
}
function redactTest(test, redact) {
    return { ...test, name: redact(test.name), output: redact(test.output), command: redact(test.command) };
}


/***/ })

};
