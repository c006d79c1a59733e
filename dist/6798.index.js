export const id = 6798;
export const ids = [6798];
export const modules = {

/***/ 16071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IU: () => (/* binding */ profilePaths),
/* harmony export */   PR: () => (/* binding */ commandsAgain),
/* harmony export */   c3: () => (/* binding */ stderrLimit),
/* harmony export */   ce: () => (/* binding */ readAttempt)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _files_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35743);
/* harmony import */ var _go_event_reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32655);
/* harmony import */ var _go_test_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5981);
/* harmony import */ var _coverage_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19975);
/* harmony import */ var _test_artifacts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46547);






/** Standard error of `go test` holds what Go before 1.24 says of builds. */
const stderrLimit = 4 * 1024 * 1024;
/** Reads the streams of a step, each of which is one of `go test -json`. */
async function readAttempt({ commands, resultDir }, options) {
    const packages = [];
    const profiled = new Set();
    const artifacts = [];
    for (const [index, command] of commands.entries()) {
        const dirs = [];
        const stderr = await (0,_files_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .readHead */ .zy)(command.stderr, stderrLimit);
        const reader = (0,_go_test_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .createTestReader */ .E)({ ...options, stderr, onPackage: (done) => packages.push(done) });
        const read = (0,_go_event_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .createEventReader */ .E)(options.goVersion);
        for await (const line of (0,_files_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .readLines */ .Se)(command.stdout)) {
            const event = read(line);
            if (event.type === "artifacts")
                dirs.push(event);
            reader.accept(event);
        }
        artifacts.push({ resultDir, outputDir: (0,_test_artifacts_js__WEBPACK_IMPORTED_MODULE_3__/* .artifactsDir */ .B3)(index), dirs });
        const run = reader.end({ exitCode: command.exitCode, timedOut: false, stderr });
        for (const name of run.profiled)
            profiled.add(name);
    }
    return { packages, profiled, artifacts };
}
/** The commands that ran tests again, in order. */
function commandsAgain({ followUps = [] }) {
    return followUps.flatMap(({ commands }) => commands);
}
/** Where the profiles of a stage may lie, that of the first run first. */
function profilePaths(outcome) {
    return [outcome, ...(outcome.followUps ?? [])].flatMap(({ resultDir, commands }) => commands.map((_, index) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(resultDir, (0,_coverage_name_js__WEBPACK_IMPORTED_MODULE_5__/* .profileNameOf */ .C)(index))));
}


/***/ }),

/***/ 66536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ writePieces),
/* harmony export */   u: () => (/* binding */ TextFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _output_dir_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62473);


const drainedAt = 262_144;
/** Text that is written in small pieces and reaches the disk in large ones; memory stays bounded as long as `drain` is awaited now and then. */
class TextFile {
    #file;
    /** What is not on disk yet, as bytes: to join small pieces to large texts, and encode those, takes an eighth more of the time of reading a stream of tests. */
    #bytes = Buffer.allocUnsafe(2 * drainedAt);
    /** One that is on disk and can be used again. */
    #spare = null;
    #size = 0;
    constructor(file) {
        this.#file = file;
    }
    static async create(path) {
        await (0,_output_dir_js__WEBPACK_IMPORTED_MODULE_1__/* .makeParent */ .j)(path);
        return new TextFile(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, "wx"));
    }
    write(text) {
        // A character takes at most three bytes per UTF-16 unit.
        if (this.#size + text.length * 3 > this.#bytes.length)
            this.#makeRoom(Buffer.byteLength(text));
        this.#size += this.#bytes.write(text, this.#size);
    }
    #makeRoom(bytes) {
        if (this.#size + bytes <= this.#bytes.length)
            return;
        const larger = Buffer.allocUnsafe(this.#size + bytes + 2 * drainedAt);
        this.#bytes.copy(larger, 0, 0, this.#size);
        this.#bytes = larger;
    }
    /** True when it is time to drain. */
    get full() {
        return this.#size > drainedAt;
    }
    async drain() {
        if (this.#size === 0)
            return;
        const [bytes, size] = [this.#bytes, this.#size];
        this.#bytes = this.#spare ?? Buffer.allocUnsafe(2 * drainedAt);
        this.#spare = null;
        this.#size = 0;
        await this.#file.appendFile(bytes.subarray(0, size));
        if (bytes.length === 2 * drainedAt)
            this.#spare = bytes;
    }
    async close() {
        try {
            await this.drain();
        }
        finally {
            await this.#file.close();
        }
    }
}
/** Writes a file that is not there yet, piece by piece; half of it is not left behind. */
async function writePieces(path, pieces) {
    const file = await TextFile.create(path);
    try {
        try {
            await writeAll(file, pieces);
        }
        finally {
            await file.close();
        }
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
        throw error;
    }
}
/** Small pieces that are there already are not waited for one by one: that would take longer than writing them. */
async function writeAll(file, pieces) {
    if (Symbol.asyncIterator in pieces) {
        for await (const piece of pieces) {
            file.write(piece);
            if (file.full)
                await file.drain();
        }
        return;
    }
    for (const piece of pieces) {
        file.write(piece);
        if (file.full)
            await file.drain();
    }
}


/***/ }),

/***/ 11107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ab: () => (/* binding */ isInFunction),
/* harmony export */   gS: () => (/* binding */ functionSpans),
/* harmony export */   kk: () => (/* binding */ functionExtents),
/* harmony export */   q$: () => (/* binding */ positionsOf),
/* harmony export */   u3: () => (/* binding */ commentsOf)
/* harmony export */ });
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24717);

/** What has no end goes on to that of the line or the file: looked for again from each place, it would take time for the square of the length. */
const token = /(\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(`[^`]*`?|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|[0-9][\w.]*)|([\p{L}_][\p{L}\p{Nd}_]*)|[\s\S]/uy;
/** The next bracket; comments and literals, which may hold some, are skipped. Its groups are those of `token`. */
const bracket = /(\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(`[^`]*`?|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)|[()[\]{}]/gu;
const keywords = new Set("break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var".split(" "));
/**
 * Extents of the function declarations in a Go file. `go tool cover -func` counts only the blocks inside of them: a function literal of a
 * package variable (`var cmd = &cobra.Command{Run: func…}`) is in the profile, but not in its total. null when they cannot be
 * told: unbalanced brackets.
 */
function functionExtents(source) {
    const spans = functionSpans(source);
    return spans === null ? null : positionsOf(source, spans);
}
/** The same as offsets in the text. */
function functionSpans(source) {
    const found = [];
    let depth = 0;
    let start = null;
    let inBody = false;
    let before = ";";
    for (const { text, at, newLine } of tokensOf(source, () => depth > 0)) {
        // Outside of all brackets a statement is a declaration.
        if (depth === 0 && (before === ";" || (newLine && endsStatement(before))))
            start = text === "func" ? at : null;
        if ("([{".includes(text)) {
            if (depth === 0)
                inBody = text === "{" && start !== null && before !== "struct" && before !== "interface";
            depth += 1;
        }
        else if (")]}".includes(text)) {
            depth -= 1;
            if (depth < 0)
                return null;
            if (depth === 0 && inBody && start !== null)
                found.push([start, at + 1]);
        }
        before = text;
    }
    return depth === 0 ? found : null;
}
/** The comments of a Go file with their offsets. */
function* commentsOf(source) {
    token.lastIndex = 0;
    for (let match = token.exec(source); match !== null; match = token.exec(source)) {
        const [text, blankOrComment] = match;
        // A generator may wait while others use the expression.
        const next = token.lastIndex;
        if (blankOrComment?.startsWith("/"))
            yield { text, at: match.index };
        token.lastIndex = next;
    }
}
/** True for a block that `go tool cover -func` counts to one of the functions. */
function isInFunction(extents, block) {
    let [low, high] = [0, extents.length - 1];
    while (low <= high) {
        const middle = (low + high) >>> 1;
        const extent = extents[middle];
        if (extent === undefined)
            return false;
        if (!isBefore(block.startLine, block.startColumn, extent.endLine, extent.endColumn))
            low = middle + 1;
        else if (!isBefore(extent.startLine, extent.startColumn, block.endLine, block.endColumn))
            high = middle - 1;
        else
            return true;
    }
    return false;
}
function isBefore(line, column, otherLine, otherColumn) {
    return line < otherLine || (line === otherLine && column < otherColumn);
}
/** All tokens outside of brackets, nothing but brackets inside of them: most of a file, where nothing else is asked for. */
function* tokensOf(source, inBrackets) {
    let newLine = false;
    for (let at = 0; at < source.length;) {
        const pattern = inBrackets() ? bracket : token;
        pattern.lastIndex = at;
        const match = pattern.exec(source);
        if (match === null)
            return;
        at = pattern.lastIndex;
        const [text, space, literal] = match;
        if (space === undefined) {
            yield { text: literal === undefined ? text : "literal", at: match.index, newLine };
            newLine = false;
        }
        else
            newLine ||= space.includes("\n");
    }
}
/** Where Go puts a semicolon at the end of a line, as far as it matters between declarations. */
function endsStatement(text) {
    return ")]}".includes(text) || (/^[\p{L}_]/u.test(text) && !keywords.has(text));
}
function positionsOf(source, found) {
    const lineOf = (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .lineCounter */ .LX)(source);
    const position = (at) => {
        const { line, start } = lineOf(at);
        return { line, column: Buffer.byteLength(source.slice(start, at)) + 1 };
    };
    return found.map(([from, to]) => {
        const start = position(from);
        const end = position(to);
        return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
    });
}


/***/ }),

/***/ 78558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ hasStatements),
/* harmony export */   K$: () => (/* binding */ missingPackages),
/* harmony export */   SD: () => (/* binding */ coverageTold)
/* harmony export */ });
/* harmony import */ var _test_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14898);
/* harmony import */ var _functions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11107);


/**
 * The tested packages whose binaries left no profile. Go writes none, and says nothing, when a binary panics, exits early or was not built, and for
 * what `-failfast` leaves out (Go 1.26 and 1.27).
 */
function missingPackages(facts) {
    return facts.tested.filter((name) => isMissing(name, facts)).sort();
}
function isMissing(name, facts) {
    if (facts.told.has(name))
        return false;
    return facts.coverpkg || (!facts.profiled.has(name) && facts.hasStatements(name));
}
/** The package that this event says the coverage of; null for all other events. */
function coverageTold(event) {
    if (event.type !== "test" || event.output === null || event.test !== null)
        return null;
    // Most output is never decoded.
    if (!event.output.includes("coverage: "))
        return null;
    const said = /(?:^|\t)coverage: (?:\[no statements\]|\d+\.\d% of statements)/.test((0,_test_event_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeOutput */ .a)(event.output));
    return said ? event.package : null;
}
/** Whether a Go file declares a function with something in it, or nobody can tell because of a syntax error. */
function hasStatements(source) {
    const spans = (0,_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .functionSpans */ .gS)(source);
    return (spans === null ||
        spans.some(([start, end]) => !/\{(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*\}$/.test(source.slice(start, end))));
}


/***/ }),

/***/ 32655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ createEventReader)
/* harmony export */ });
/* unused harmony export withoutRemains */
/* harmony import */ var _log_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83043);
/* harmony import */ var _test_event_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14898);


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
        const event = (0,_test_event_js__WEBPACK_IMPORTED_MODULE_0__/* .readTestEvent */ .l)(line);
        if (event.type !== "test" || event.output === null)
            return event;
        const { output, outputType } = event;
        drops ||= outputType !== null;
        if (!drops || outputType === "frame")
            return event;
        const continues = inEntry.has(event.package) && (0,_log_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .continuesEntry */ .bS)(output);
        if (outputType !== null || continues || (0,_log_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .startsEntry */ .iq)(output)) {
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


/***/ }),

/***/ 5981:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ createTestReader),
  U: () => (/* binding */ totalLimit)
});

// EXTERNAL MODULE: ./build/stage/src/go/attempts.js
var attempts = __webpack_require__(78937);
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

;// CONCATENATED MODULE: ./build/stage/src/go/command-streams.js
/** The streams of several commands, one after the other: which packages are in which, and what that makes of exit codes. */
class CommandStreams {
    #current = 0;
    #streams = new Map();
    /** Streams in which a package that failed has passed when it was run again. */
    #healed = new Set();
    /** What follows is the stream of another command. */
    next() {
        this.#current += 1;
    }
    /** The current one has a package. */
    has(importPath) {
        this.#streams.set(importPath, this.#current);
    }
    /** A package that failed has passed since. */
    healed(importPath) {
        this.#healed.add(this.#streams.get(importPath) ?? 0);
    }
    /**
     * The first exit code that still counts, 0 where none does: an exit with 1 does not when every package that made the command fail has passed since. Of a
     * command that died nobody knows what it left out.
     */
    exitCode(codes, failures, died) {
        const red = new Set(failures.map(({ importPath }) => this.#streams.get(importPath)));
        const isHealed = (stream) => !died && this.#healed.has(stream) && !red.has(stream);
        const first = codes.find((code, stream) => code !== 0 && !(code === 1 && isHealed(stream)));
        return first === undefined ? 0 : first;
    }
}

// EXTERNAL MODULE: ./build/stage/src/go/coverage/missing.js
var missing = __webpack_require__(78558);
// EXTERNAL MODULE: ./build/stage/src/go/diagnostics.js + 2 modules
var go_diagnostics = __webpack_require__(67242);
// EXTERNAL MODULE: ./build/stage/src/go/event-reader.js
var event_reader = __webpack_require__(32655);
;// CONCATENATED MODULE: ./build/stage/src/go/merged-packages.js
/** What all packages came to together, by name. */
function reportOf(reports) {
    const packages = reports.map((report) => report.package).sort(byImportPath);
    return { ...totals(packages), packages };
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
            flakes: [...a.flakes, ...b.flakes],
            unfinished: [...a.unfinished, ...b.unfinished],
            tests: [...a.tests, ...b.tests],
        },
        findings: [...first.findings, ...second.findings],
        again: null,
    };
}
function totals(packages) {
    const sum = { passed: 0, failed: 0, skipped: 0, flaky: 0, interrupted: 0 };
    for (const entry of packages) {
        sum.passed += entry.passed;
        sum.failed += entry.failed;
        sum.skipped += entry.skipped;
        sum.flaky += entry.flaky;
        sum.interrupted += entry.interrupted;
    }
    return sum;
}
function byImportPath(a, b) {
    if (a.importPath === b.importPath)
        return 0;
    return a.importPath < b.importPath ? -1 : 1;
}

// EXTERNAL MODULE: ./build/stage/src/go/package-report.js + 3 modules
var package_report = __webpack_require__(80973);
// EXTERNAL MODULE: ./build/stage/src/go/package-run.js + 4 modules
var package_run = __webpack_require__(19150);
// EXTERNAL MODULE: ./build/stage/src/go/test-verdict.js
var test_verdict = __webpack_require__(48251);
;// CONCATENATED MODULE: ./build/stage/src/go/test-reader.js










/** Characters of output kept of all failed tests together: they stay in memory, and go into report.json. */
const totalLimit = 32 * 1024 * 1024;
const defaultLimit = 24_000;
const maxTestFindings = 1_000;
/** Reads the stream of `go test -json` line by line. Memory does not grow with the output, nor with tests that pass. */
function createTestReader(options) {
    return new StreamReader(options);
}
class StreamReader {
    #options;
    #limits;
    #read = (0,event_reader/* createEventReader */.E)();
    #build;
    #streams = new CommandStreams();
    /** Packages that have not ended. */
    #runs = new Map();
    #reports = new Map();
    #profiled = new Set();
    #junkLines = 0;
    #lacksErrors = false;
    constructor(options) {
        const { outputLimit = defaultLimit, keptOutput = totalLimit, onPackage, later, stderr } = options;
        this.#options = options;
        this.#limits = {
            perTest: outputLimit,
            left: keptOutput,
            keepFinished: onPackage !== undefined || later !== undefined,
        };
        this.#build = new BuildLog(stderr ?? "");
    }
    get lacksErrors() {
        return this.#lacksErrors;
    }
    line = (text) => this.accept(this.#read(text));
    next = () => this.#streams.next();
    accept(event) {
        if (event.type === "junk")
            this.#junk(event.text);
        else if (event.type === "build")
            this.#build.add(event.importPath, event.output);
        else if (event.type === "attribute")
            this.#runs.get(event.package)?.attribute(event.test, event);
        else if (event.type === "test")
            this.#test(event);
    }
    end(ended, exitCodes = [ended.exitCode]) {
        const cutShort = ended.timedOut ? "stopped by the time limit of the stage" : "go test ended before the package did";
        for (const run of [...this.#runs.values()])
            this.#close(run, cutShort);
        const reports = [...this.#reports.values()];
        const report = reportOf(reports);
        const failures = report.packages.filter(({ status }) => status === "failed");
        const exitCode = this.#streams.exitCode(exitCodes, failures, ended.died != null);
        const broken = failures.length > 0 || exitCode !== 0;
        const diagnostics = (0,go_diagnostics/* parseDiagnostics */.y)(this.#build.text() + (broken ? `\n${ended.stderr}` : ""), {
            ...this.#options,
            source: "compile",
        });
        return {
            report,
            findings: [...diagnostics, ...capped(reports.flatMap(({ findings }) => findings))],
            failedBecause: (0,test_verdict/* failureReason */.Hr)(report, { ...ended, exitCode }),
            ...{ profiled: this.#profiled, junkLines: this.#junkLines },
        };
    }
    #test(event) {
        const run = this.#runs.get(event.package) ?? new package_run/* PackageRun */.M(event.package, event.time, this.#limits);
        this.#runs.set(event.package, run);
        this.#streams.has(event.package);
        if ((0,missing/* coverageTold */.SD)(event) !== null) {
            run.profiled = true;
            // The name that the event has may keep a whole piece of the stream in memory.
            this.#profiled.add(run.importPath);
        }
        run.accept(event);
        if (run.result !== null)
            this.#close(run, null);
    }
    /** Go before 1.24 reports a package that it cannot even load as plain text. */
    #junk(text) {
        const name = /^FAIL\t(\S+) \[(?:setup|build) failed\]$/.exec(text)?.[1];
        if (name === undefined)
            this.#junkLines += text === "" ? 0 : 1;
        else
            for (const event of failedPackage(name, text))
                this.accept(event);
    }
    #close(run, cutShort) {
        const { importPath } = run;
        const { stderr, later, flaky = "warning", onPackage } = this.#options;
        const { package: report, ...rest } = (0,package_report/* reportPackage */.f)(run, this.#options, cutShort);
        this.#runs.delete(importPath);
        this.#lacksErrors ||= run.output.notBuilt !== null && stderr === null;
        const own = { report, ...rest, startedAt: run.startedAt, tests: run.finished, output: this.#outputOf(run, report) };
        const done = (0,attempts/* withAttempts */.d)(own, later?.get(importPath) ?? [], flaky);
        if (report.status === "failed" && done.report.status !== "failed")
            this.#streams.healed(importPath);
        const { findings, again } = done;
        const result = { package: done.report, findings, again };
        this.#reports.set(importPath, merge(this.#reports.get(importPath), result));
        onPackage?.(done);
    }
    #outputOf({ output, importPath, failedBuild }, { status }) {
        const own = status === "failed" ? output.own.text() : "";
        return output.notBuilt === null ? own : own + this.#build.of(importPath, failedBuild);
    }
}
function failedPackage(name, text) {
    const none = { test: null, elapsed: null, outputType: null, failedBuild: null, time: null };
    const event = { type: "test", package: name, ...none };
    return [
        { ...event, action: "output", output: `${text.replaceAll("\t", "\\t")}\\n` },
        { ...event, action: "fail", output: null },
    ];
}
function capped(findings) {
    const left = findings.length - maxTestFindings;
    if (left <= 0)
        return findings;
    const rest = { source: "test", severity: "error", path: null, line: null, column: null };
    const note = { ...rest, title: "more failed tests", message: `${left} more failures are listed in report.json` };
    return [...findings.slice(0, maxTestFindings), note];
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
