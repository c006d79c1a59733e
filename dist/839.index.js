export const id = 839;
export const ids = [839];
export const modules = {

/***/ 54839:
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
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/stage/src/files/output-dir.js
var output_dir = __webpack_require__(62473);
;// CONCATENATED MODULE: ./build/stage/src/files/text-file.js


/** Text that is written in small pieces and reaches the disk in large ones; memory stays bounded as long as `drain` is awaited now and then. */
class TextFile {
    #file;
    #pieces = [];
    #size = 0;
    constructor(file) {
        this.#file = file;
    }
    static async create(path) {
        await (0,output_dir/* makeParent */.j)(path);
        return new TextFile(await (0,promises_.open)(path, "wx"));
    }
    write(text) {
        this.#pieces.push(text);
        this.#size += text.length;
    }
    /** True when it is time to drain. */
    get full() {
        return this.#size > 262_144;
    }
    async drain() {
        const text = this.#pieces.join("");
        this.#pieces = [];
        this.#size = 0;
        if (text !== "")
            await this.#file.appendFile(text);
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

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/format.js
/** `100 * covered / statements` as `go tool cover` computes it; null without statements. */
function percentOf(covered, statements) {
    return statements === 0 ? null : (100 * covered) / statements;
}
/**
 * A percentage with one decimal as Go's `%.1f` rounds it: to the nearest, and what lies exactly between two goes to the even digit,
 * where `toFixed` goes up. Only quarters can lie between two tenths and be exact as binary fractions.
 */
function formatPercent(percent) {
    const quarters = percent * 4;
    if (!Number.isInteger(quarters) || quarters % 2 === 0)
        return percent.toFixed(1);
    const down = Math.floor(percent * 10);
    return ((down % 2 === 0 ? down : down + 1) / 10).toFixed(1);
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/threshold.js

/**
 * Holds coverage against the limits, on exact counts: the one place where this is judged. No limit is met by nothing, nor while something is missing.
 * Packages without statements have no limit.
 */
function judgeCoverage(coverage, limits) {
    const { total, perPackage } = limits;
    const judged = [
        ...(total === null ? [] : [judgeTotal(coverage, total)]),
        ...(perPackage === null ? [] : judgePackages(coverage, perPackage)),
    ];
    const reasons = [...new Set(judged.map(({ reason }) => reason).filter((reason) => reason !== null))];
    return { thresholds: judged.map(({ threshold }) => threshold), ...conclude(reasons) };
}
function judgeTotal({ counts, missing, problem }, floor) {
    const { covered, statements, percent } = counts ?? nothing;
    const without = missing.length === 0 ? null : `${listed(missing)} left no coverage profile`;
    const incomplete = problem === null && without !== null ? without : incompleteBecause(counts, problem);
    const low = counts !== null && problem === null && !reaches(counts, floor);
    const empty = statements === 0 ? "there are no statements to cover" : null;
    const reason = low
        ? [`coverage is ${shown({ covered, statements, percent })}, below the threshold of ${floor}%`, without]
        : [unmet(floor, incomplete ?? empty)];
    const said = reason.filter((part) => part !== null).join("; ");
    return judgement({ what: "total", name: null, floor, covered, statements }, said === "" ? null : said);
}
function judgePackages({ counts, missing, problem }, floor) {
    const incomplete = incompleteBecause(counts, problem);
    const packages = (counts?.packages ?? []).filter(({ statements }) => statements > 0);
    const unknown = missing.filter((name) => packages.every(({ importPath }) => importPath !== name));
    // Without a package to name, the limit itself is what is not met.
    if (incomplete !== null && packages.length + unknown.length === 0) {
        return [judgement({ what: "package", name: null, floor, ...zero }, unmet(floor, incomplete))];
    }
    const absent = new Set(missing);
    return [...packages, ...unknown.map((importPath) => ({ importPath, ...nothing }))].map((pkg) => {
        const { importPath: name, covered, statements } = pkg;
        const low = `coverage of ${name} is ${shown(pkg)}, below the package threshold of ${floor}%`;
        const gone = `coverage of ${name} is not known: it left no coverage profile`;
        const reason = absent.has(name) ? gone : (unmet(floor, incomplete) ?? (reaches(pkg, floor) ? null : low));
        return judgement({ what: "package", name, floor, covered, statements }, reason);
    });
}
const zero = { covered: 0, statements: 0 };
const nothing = { ...zero, percent: null };
function judgement(threshold, reason) {
    return { threshold: { ...threshold, met: reason === null }, reason };
}
function incompleteBecause(counts, problem) {
    if (problem !== null)
        return `the coverage profile is damaged: ${problem}`;
    return counts === null ? "no coverage profile was written" : null;
}
function unmet(floor, why) {
    return why === null ? null : `the coverage threshold of ${floor}% is not met: ${why}`;
}
/** Names at most ten. */
function listed(names) {
    const more = names.length - 10;
    return more > 0 ? `${names.slice(0, 10).join(", ")} and ${more} more` : names.join(", ");
}
/** `covered / statements >= threshold / 100` without rounding: the threshold is taken as the decimal that was typed. */
function reaches({ covered, statements }, threshold) {
    const [whole = "0", fraction = ""] = decimal(threshold).split(".");
    const scale = 10n ** BigInt(fraction.length);
    return BigInt(covered) * 100n * scale >= BigInt(whole + fraction) * BigInt(statements);
}
/** Without an exponent, which JavaScript uses below 1e-6. */
function decimal(value) {
    const text = String(value);
    return text.includes("e") ? value.toFixed(20) : text;
}
/** With the counts, since a rounded percentage may look as if it met the limit. */
function shown({ covered, statements, percent }) {
    return `${formatPercent(percent ?? 0)}% (${covered} of ${statements} statements)`;
}
function conclude(reasons) {
    const findings = reasons.map((message) => {
        const place = { path: null, line: null, column: null };
        return { source: "coverage", severity: "error", ...place, title: "coverage", message };
    });
    const more = reasons.length - 1;
    const failedBecause = reasons[0] === undefined ? null : reasons[0] + (more > 0 ? `, and ${more} more` : "");
    return { findings, failedBecause };
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/lacking.js


const lacking_shown = 5;
/**
 * The packages below the floor of the whole, those with most uncovered statements first, in one line; null when none is. That is what one looks for when a
 * threshold is missed: `go test` itself passes.
 */
function lackingPackages(coverage, floor) {
    const missing = (pkg) => pkg.statements - pkg.covered;
    const lacking = coverage.packages
        .filter((pkg) => pkg.statements > 0 && !reaches(pkg, floor))
        .sort((a, b) => missing(b) - missing(a));
    if (lacking.length === 0)
        return null;
    const names = lacking
        .slice(0, lacking_shown)
        .map((pkg) => `${pkg.importPath} ${formatPercent(pkg.percent ?? 0)}% (${pkg.covered} of ${pkg.statements})`);
    const more = lacking.length - names.length;
    return `least covered: ${names.join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}

;// CONCATENATED MODULE: ./build/stage/src/go/test-event.js
/** Reads one line. Never throws: what is not an event is junk. */
function readTestEvent(line) {
    return readOutputEvent(line) ?? readAnyEvent(line);
}
const actionKey = '","Action":"';
const outputStart = 'output","Package":"';
const testKey = '"Test":"';
const outputKey = '"Output":"';
const outputTypeEnd = /^,"OutputType":"([a-z-]+)"\}$/;
/**
 * Nine of ten lines are output, always with the keys in Go's order; finding the quotes is several times cheaper than parsing. Anything
 * that looks different, were it only an escaped character in a name, is left to the parser.
 */
function readOutputEvent(line) {
    if (!line.startsWith('{"Time":"') || !line.endsWith('"}'))
        return null;
    const action = line.indexOf(actionKey, 9) + actionKey.length;
    if (!line.startsWith(outputStart, action))
        return null;
    const name = action + outputStart.length;
    const nameEnd = line.indexOf('"', name);
    let at = nameEnd + 2;
    let test = null;
    if (line.startsWith(testKey, at)) {
        const start = at + testKey.length;
        const end = line.indexOf('"', start);
        test = line.slice(start, end);
        at = end + 2;
    }
    if (!line.startsWith(outputKey, at))
        return null;
    const start = at + outputKey.length;
    const outputEnd = closingQuote(line, start);
    const outputType = outputEnd === line.length - 2 ? null : outputTypeEnd.exec(line.slice(outputEnd + 1))?.[1];
    if (outputType === undefined)
        return null;
    const pkg = line.slice(name, nameEnd);
    if (pkg.includes("\\") || test?.includes("\\"))
        return null;
    const output = line.slice(start, outputEnd);
    const rest = { elapsed: null, failedBuild: null, time: null };
    return { type: "test", action: "output", package: pkg, test, output, outputType, ...rest };
}
/** Position of the quote that ends the JSON string whose text begins at `start`. */
function closingQuote(line, start) {
    for (let quote = line.indexOf('"', start); quote >= 0; quote = line.indexOf('"', quote + 1)) {
        let backslashes = 0;
        while (quote - backslashes > start && line[quote - backslashes - 1] === "\\")
            backslashes += 1;
        if (backslashes % 2 === 0)
            return quote;
    }
    return -1;
}
function readAnyEvent(line) {
    const junk = { type: "junk", text: line };
    if (!line.startsWith("{"))
        return junk;
    const event = parseObject(line);
    const action = test_event_text(event?.["Action"]);
    if (event === null || action === null)
        return junk;
    const importPath = test_event_text(event["ImportPath"]);
    if (importPath !== null && action.startsWith("build-")) {
        return { type: "build", importPath, failed: action === "build-fail", output: test_event_text(event["Output"]) ?? "" };
    }
    const name = test_event_text(event["Package"]);
    if (name === null || name === "")
        return junk;
    const output = test_event_text(event["Output"]);
    return {
        type: "test",
        action,
        package: name,
        test: test_event_text(event["Test"]) || null,
        elapsed: typeof event["Elapsed"] === "number" ? event["Elapsed"] : null,
        output: output === null ? null : JSON.stringify(output).slice(1, -1),
        outputType: test_event_text(event["OutputType"]),
        failedBuild: test_event_text(event["FailedBuild"]),
        time: test_event_text(event["Time"]),
    };
}
function parseObject(line) {
    try {
        const value = JSON.parse(line);
        return isObject(value) ? value : null;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return null;
        throw error;
    }
}
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function test_event_text(value) {
    return typeof value === "string" ? value : null;
}
/**
 * What was printed; the text itself when it is no JSON after all. The result never refers to the line it came from, so keeping it
 * does not keep a whole chunk of the file in memory.
 */
function decodeOutput(output) {
    try {
        const decoded = JSON.parse(`"${output}"`);
        return String(decoded);
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return output;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/functions.js
const token = /(\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(`[^`]*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'|[0-9][\w.]*)|([\p{L}_][\p{L}\p{Nd}_]*)|[\s\S]/uy;
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
    for (const { text, at, newLine } of tokensOf(source)) {
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
function* tokensOf(source) {
    let newLine = false;
    token.lastIndex = 0;
    for (let match = token.exec(source); match !== null; match = token.exec(source)) {
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
    let line = 1;
    let lineStart = 0;
    const position = (at) => {
        for (let end = source.indexOf("\n", lineStart); end >= 0 && end < at; end = source.indexOf("\n", lineStart)) {
            line += 1;
            lineStart = end + 1;
        }
        return { line, column: Buffer.byteLength(source.slice(lineStart, at)) + 1 };
    };
    return found.map(([from, to]) => {
        const start = position(from);
        const end = position(to);
        return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
    });
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/missing.js


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
    const said = /(?:^|\t)coverage: (?:\[no statements\]|\d+\.\d% of statements)/.test(decodeOutput(event.output));
    return said ? event.package : null;
}
/** Whether a Go file declares a function with something in it, or nobody can tell because of a syntax error. */
function hasStatements(source) {
    const spans = functionSpans(source);
    return (spans === null ||
        spans.some(([start, end]) => !/\{(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*\}$/.test(source.slice(start, end))));
}

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
        const event = readTestEvent(line);
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
    return escaped < 0 ? output : decodeOutput(output);
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
            outputs.push(decodeOutput(output));
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
    if (summary === "PASS")
        return withDetail("failed after its tests had passed", last);
    if (run.counts.passed + run.counts.skipped === 0)
        return withDetail("failed before a test ran", last);
    return withDetail("failed without a failing test", last);
}
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
    return `${package_reason_listed(names)} ${names.length === 1 ? "was" : "were"} running`;
}
function package_reason_listed(names) {
    return `${names.slice(0, 5).join(", ")}${names.length > 5 ? ", …" : ""}`;
}
function buildReason(run, notBuilt) {
    const cause = run.failedBuild?.replace(/ \[.*\]$/, "");
    const elsewhere = cause !== undefined && cause !== run.importPath && cause !== `${run.importPath}_test`;
    return elsewhere ? `${notBuilt}: ${cause}` : notBuilt;
}
function runningTests(crash) {
    const leaves = leavesOf(crash.running);
    return leaves.length === 0 ? null : `running ${package_reason_listed(leaves)}`;
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
        texts: () => errors.map(decodeOutput),
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
            head.push(decodeOutput(output));
            headSize += output.length;
        },
        text: () => {
            const tail = lastOf([...end.older, ...end.newer], limit - headLimit);
            const gone = { lines: leftLines + tail.gone.filter(isLine).length, size: leftSize + sizeOf(tail.gone) };
            const note = gone.size === 0 ? "" : leftOut(gone.lines, gone.size);
            return head.join("") + note + tail.kept.map(decodeOutput).join("");
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
const packageLine = /^(?:ok {2}|\? {3}|FAIL)\\t|^coverage: |^\\t\S+\\t\\tcoverage: /;
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

;// CONCATENATED MODULE: ./build/stage/src/go/test-verdict.js
const noise = /^go: (?:downloading|finding|extracting|warning:) ?/;
const maxReasons = 5;
/** Why the run is not a pass; null when it is. Errs on the side of failure: a run that failed is never shown green. */
function failureReason(report, end) {
    const reasons = [...packageReasons(report.packages), ...testReasons(report)];
    if (end.timedOut)
        return ["stopped by the time limit of the stage", ...reasons].join("; ");
    const died = end.died ?? (end.exitCode === null ? "go test was ended by a signal" : null);
    if (reasons.length > 0)
        return [died, ...reasons].filter((reason) => reason !== null).join("; ");
    if (died !== null && (end.exitCode === null || end.stderr.trim() === ""))
        return died;
    if (end.exitCode !== null && end.exitCode !== 0)
        return failedSilently(end.exitCode, end.stderr);
    return report.packages.length === 0 ? "go test has reported no package" : null;
}
function testReasons(report) {
    return [
        ...(report.failed === 0 ? [] : [`${count(report.failed, "test")} failed`]),
        ...(report.interrupted === 0 ? [] : [`${count(report.interrupted, "test")} interrupted`]),
    ];
}
/** Packages that failed otherwise than by a failing test: the reason of the first, the number of the others. */
function packageReasons(packages) {
    const groups = new Map();
    for (const entry of packages) {
        if (entry.status !== "failed" || (entry.reason === null && entry.failed > 0))
            continue;
        const kind = /^(?:build|setup) failed/.exec(entry.reason ?? "")?.[0] ?? entry.reason ?? "failed";
        groups.set(kind, [...(groups.get(kind) ?? []), entry]);
    }
    const reasons = [...groups].map(([kind, members]) => {
        const first = members[0]?.importPath ?? "";
        return members.length === 1 ? `${first}: ${kind}` : `${first} and ${members.length - 1} more: ${kind}`;
    });
    const more = reasons.length - maxReasons;
    return more <= 0 ? reasons : [...reasons.slice(0, maxReasons), `${more} more packages failed`];
}
/** With the first message of standard error: its line, and the one below that says what it is about. */
function failedSilently(exitCode, stderr) {
    const lines = stderr.split("\n").filter((line) => line.trim() !== "" && !noise.test(line));
    const [first = "", second = ""] = lines;
    const isHeading = first.endsWith(":") || second.startsWith("\t");
    const last = lines.slice(1).findIndex((line) => !line.startsWith("\t"));
    const detail = second.startsWith("\t") ? lines[last < 0 ? lines.length - 1 : last] : second;
    const message = (isHeading ? `${first} ${detail?.trim()}` : first).slice(0, 300);
    return `go test exited with ${exitCode}${message === "" ? "" : `: ${message}`}`;
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

;// CONCATENATED MODULE: ./build/stage/src/go/test-reader.js






/** Characters of output kept of all failed tests together. */
const totalLimit = 32 * 1024 * 1024;
const defaultLimit = 24_000;
const maxTestFindings = 1_000;
/** Reads the stream of `go test -json` line by line. Memory does not grow with the output, nor with tests that pass. */
function createTestReader(options) {
    const { outputLimit = defaultLimit, onPackage } = options;
    const limits = { perTest: outputLimit, left: totalLimit, keepFinished: onPackage !== undefined };
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
        const failedBecause = failureReason(report, how);
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
// EXTERNAL MODULE: ./build/stage/src/text/glob.js
var glob = __webpack_require__(91714);
;// CONCATENATED MODULE: ./build/stage/src/go/coverage/exclude.js

/**
 * Patterns as in .gitignore, without `!`: one with a slash begins at the root of the repository (or is an import path), one without
 * matches at any depth; a directory stands for all below it.
 */
function createExclusion(patterns) {
    const globs = patterns
        .map((pattern) => pattern.trim())
        .filter((pattern) => pattern !== "")
        .flatMap(globsOf);
    if (globs.length === 0)
        return () => false;
    const matchers = globs.map(glob/* globMatcher */.fU);
    const matches = (path) => matchers.some((matcher) => matcher(path));
    return (path, name) => (path !== null && matches(path)) || matches(name);
}
function globsOf(pattern) {
    const clean = pattern.replace(/^\.?\//, "").replace(/\/+$/, "");
    const anywhere = clean.includes("/") ? clean : `**/${clean}`;
    return [anywhere, `${anywhere}/**`];
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/files.js



/** The files of a profile with their places in the repository as far as their names say it, sorted by name. */
function namedFiles(profile, options) {
    const files = [...profile.files].map(([name, blocks]) => place(name, blocks, options));
    return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}
/** Without those that are excluded: by a name of their own, or by that of every Go file they may come from. */
function withoutExcluded(files, options) {
    const exclusion = createExclusion(options.exclude);
    const isLeftOut = (path, name) => exclusion(path, name) || (path !== null && options.isExcluded?.(path) === true);
    return files.filter(({ path, name, origins }) => !isLeftOut(path, name) && (origins.length === 0 || !origins.every((origin) => isLeftOut(origin, name))));
}
/** Both, for files that are all known by their names. */
function coveredFiles(profile, options) {
    return withoutExcluded(namedFiles(profile, options), options);
}
/**
 * Names are import paths with a file name; of files given on the command line, absolute paths or ones that begin with a dot; outside of
 * modules, `_` before an absolute directory.
 */
function place(name, blocks, options) {
    const clean = (0,source_map/* slashes */.k2)(name).replace(/^_(?=\/|[A-Za-z]:\/)/, "");
    const isFile = (0,source_map/* isAbsolute */.oP)(clean) || clean.startsWith("./") || clean.startsWith("../");
    const path = isFile ? (0,source_map/* repoPath */.qN)(options, clean, options.cwd) : (0,source_map/* importedPath */.U2)(options, clean);
    const importPath = isFile && path !== null ? importPathOf(path, options) : external_node_path_.posix.dirname(clean);
    // Of a file that is not here nobody can tell more than its name does.
    return { name, importPath, path, blocks, functions: null, lines: clean.endsWith(".go"), origins: [] };
}
/** The import path of a directory of the repository, by the innermost module that holds it. */
function importPathOf(path, { modules }) {
    const dir = external_node_path_.posix.dirname(path);
    const holding = modules.filter((module) => module.dir === "." || dir === module.dir || dir.startsWith(`${module.dir}/`));
    const module = holding.sort((a, b) => b.dir.length - a.dir.length)[0];
    if (module === undefined || module.path === null)
        return dir;
    return external_node_path_.posix.join(module.path, external_node_path_.posix.relative(module.dir, dir));
}

// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
// EXTERNAL MODULE: ./build/stage/src/text/html.js
var html = __webpack_require__(74813);
;// CONCATENATED MODULE: ./build/stage/src/go/coverage/spans.js
/** Cuts source text where blocks begin and end. Blocks may lie in each other: the inner one shows. */
function* spansOf(source, blocks) {
    const edges = edgesOf(source, blocks);
    const open = [];
    let from = 0;
    for (const { at, block, starts } of edges) {
        if (at > from)
            yield { text: source.slice(from, at), count: innermost(open) };
        from = Math.max(from, at);
        if (starts)
            open.push(block);
        else
            open.splice(open.lastIndexOf(block), 1);
    }
    if (from < source.length)
        yield { text: source.slice(from), count: innermost(open) };
}
function innermost(open) {
    return open.at(-1)?.count ?? null;
}
function edgesOf(source, blocks) {
    const lines = source.split("\n");
    const starts = [0];
    for (const line of lines)
        starts.push((starts.at(-1) ?? 0) + line.length + 1);
    const offset = (line, column) => {
        const start = Math.min(starts[line - 1] ?? source.length, source.length);
        return start + indexOfColumn(lines[line - 1] ?? "", column);
    };
    return blocks
        .flatMap((block) => {
        const [from, to] = [offset(block.startLine, block.startColumn), offset(block.endLine, block.endColumn)];
        if (to <= from)
            return [];
        return [
            { at: from, block, starts: true },
            { at: to, block, starts: false },
        ];
    })
        .sort((a, b) => a.at - b.at || Number(a.starts) - Number(b.starts));
}
/** Columns count bytes, indexes UTF-16 units. */
function indexOfColumn(line, column) {
    const bytes = Buffer.from(line);
    if (bytes.length === line.length)
        return Math.min(Math.max(0, column - 1), line.length);
    return bytes.subarray(0, Math.max(0, column - 1)).toString("utf8").length;
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/html.js




/**
 * A page like that of `go tool cover -html`, in pieces, one file at a time in memory. One file with everything in it and no script: a
 * link shows a file by `:target`, and without style sheets all files stand below each other.
 */
async function* renderCoverageHtml(page) {
    const reports = new Map(page.coverage.files.map((file) => [file.path, file]));
    const files = (0,group_by/* groupBy */.$)(page.files, (file) => file.path ?? file.name);
    const names = [...files.keys()].map((name) => `${htmlText(name)} (${html_shown(reports.get(name)?.percent ?? null)})`);
    yield head(page, names);
    for (const [index, parts] of [...files.values()].entries()) {
        yield `<section class="file" id="file${index}">\n<h2>${names[index]}</h2>\n<pre>\n`;
        yield await listing(parts, page);
        yield "</pre>\n</section>\n";
    }
    yield "</main>\n</body>\n</html>\n";
}
/** A file may have several names in the profile. */
async function listing(parts, page) {
    const placed = parts.filter((file) => file.lines);
    const source = placed[0] === undefined ? null : await page.source(placed[0]);
    if (source === null)
        return "The source is not available.";
    const blocks = placed.flatMap((file) => [...file.blocks]);
    return body(blocks, source, page.mode);
}
function head(page, names) {
    const title = htmlText(page.title);
    const items = names.map((name, index) => `<li><a href="#file${index}">${name}</a></li>`);
    const { covered, statements, percent, missing } = page.coverage;
    const without = missing.length === 0 ? "" : `<p class="missing">No coverage profile from ${htmlText(missing.join(", "))}</p>\n`;
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}: Go Coverage Report</title>
<style>
${styles()}</style>
</head>
<body>
<header>
<h1>${title}: ${html_shown(percent)} (${covered} of ${statements} statements)</h1>
${without}<p class="legend">${legend(page.mode)}</p>
</header>
<nav>
<details open><summary>Files: ${names.length}</summary>
<ul>
${items.join("\n")}
</ul>
</details>
</nav>
<main>
`;
}
function body(blocks, source, mode) {
    const max = blocks.reduce((most, block) => Math.max(most, block.count), 0);
    let text = "";
    for (const { text: part, count } of spansOf(source, blocks)) {
        const escaped = htmlText(part);
        if (count === null)
            text += escaped;
        else
            text += `<span class="cov${shade(count, mode === "set" ? 1 : max)}" title="${count}">${escaped}</span>`;
    }
    return text;
}
/** 0: not run; 1 to 10: how often, on the logarithmic scale of `go tool cover`; 8 where only whether counts. */
function shade(count, max) {
    if (count === 0)
        return 0;
    const share = max <= 1 ? 0.8 : Math.log(count) / Math.log(max);
    return Math.min(10, Math.floor(share * 9) + 1);
}
/** The colours of `go tool cover -html`. */
function styles() {
    const shades = Array.from({ length: 10 }, (_, n) => `rgb(${128 - 12 * n}, ${128 + 12 * n}, ${128 + 3 * n})`);
    const rules = ["rgb(192, 0, 0)", ...shades].map((colour, n) => `.cov${n} { color: ${colour} }\n`);
    return `body { background: black; color: rgb(80, 80, 80); margin: 0 1em; }
body, pre { font-family: Menlo, Consolas, monospace; font-weight: bold; tab-size: 8; }
h1, h2 { font-size: 1em; color: rgb(160, 160, 160); }
header, nav { border-bottom: 1px solid rgb(80, 80, 80); }
nav { max-height: 40vh; overflow: auto; position: sticky; top: 0; background: black; }
nav a, nav summary { color: rgb(160, 160, 160); }
.legend span { margin: 0 5px; }
.file { display: none; }
.file:target { display: block; scroll-margin-top: 40vh; }
${rules.join("")}`;
}
function legend(mode) {
    if (mode === "set")
        return spans(["not tracked", null], ["not covered", 0], ["covered", 8]);
    const middle = Array.from({ length: 8 }, (_, n) => ["*", n + 2]);
    return spans(["not tracked", null], ["no coverage", 0], ["low coverage", 1], ...middle, ["high coverage", 10]);
}
function spans(...entries) {
    return entries
        .map(([text, n]) => (n === null ? `<span>${text}</span>` : `<span class="cov${n}">${text}</span>`))
        .join(" ");
}
function html_shown(percent) {
    return percent === null ? "no statements" : `${formatPercent(percent)}%`;
}
/** Characters that have no place in HTML become U+FFFD. */
function htmlText(text) {
    return (0,html/* escapeHtml */.Z)(text)
        .replace(/\r/g, "")
        .replace(/(?![\t\n])\p{Cc}/gu, "\uFFFD");
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/json.js
/** The content of `coverage.json`: the part of report.json, and how it was counted. Percentages are not rounded. */
function coverageJson(coverage, mode) {
    return `${JSON.stringify({ schemaVersion: 1, mode, ...coverage }, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/blocks.js
/**
 * The blocks of one file, 28 bytes each. With -coverpkg every test binary writes every block, so most of what comes is already here: in the
 * same order, which makes the next one the first guess, a binary search the second.
 */
class blocks_FileBlocks {
    #size = 0;
    /** Start line, end line, start column, end column: the order in which Go sorts. */
    #positions = new Int32Array(64);
    #statements = new Int32Array(16);
    #counts = new Float64Array(16);
    #last = -1;
    /** By position, only when the blocks do not come in order. */
    #index = null;
    get size() {
        return this.#size;
    }
    /**
     * Adds a block, or its count to the one that is there: together in mode `set`, summed otherwise (golang.org/x/tools/cover). Answers
     * false when the number of statements contradicts an earlier one.
     */
    add(block, mode) {
        const at = this.#find(block);
        if (at < 0) {
            this.#append(block);
            return true;
        }
        this.#last = at;
        const before = this.#counts[at] ?? 0;
        this.#counts[at] = mode === "set" ? Math.max(before, block.count) : before + block.count;
        return this.#statements[at] === block.statements;
    }
    *[Symbol.iterator]() {
        for (let at = 0; at < this.#size; at++)
            yield this.#at(at);
    }
    #at(at) {
        const [startLine = 0, endLine = 0, startColumn = 0, endColumn = 0] = this.#positions.subarray(at * 4, at * 4 + 4);
        const statements = this.#statements[at] ?? 0;
        return { startLine, startColumn, endLine, endColumn, statements, count: this.#counts[at] ?? 0 };
    }
    #find(block) {
        if (this.#size === 0)
            return -1;
        if (this.#last + 1 < this.#size && this.#compare(this.#last + 1, block) === 0)
            return this.#last + 1;
        if (this.#index !== null)
            return this.#index.get(keyOf(block)) ?? -1;
        if (this.#compare(this.#size - 1, block) < 0)
            return -1;
        let [low, high] = [0, this.#size - 1];
        while (low <= high) {
            const middle = (low + high) >>> 1;
            const order = this.#compare(middle, block);
            if (order === 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1;
    }
    #append(block) {
        const inOrder = this.#size === 0 || this.#compare(this.#size - 1, block) < 0;
        if (!inOrder)
            this.#index ??= new Map([...this].map((entry, at) => [keyOf(entry), at]));
        if (this.#size === this.#statements.length)
            this.#grow();
        const at = this.#size++;
        this.#positions.set([block.startLine, block.endLine, block.startColumn, block.endColumn], at * 4);
        this.#statements[at] = block.statements;
        this.#counts[at] = block.count;
        this.#index?.set(keyOf(block), at);
        this.#last = at;
    }
    #grow() {
        const capacity = Math.ceil(this.#size * 1.5);
        const grown = { positions: new Int32Array(capacity * 4), statements: new Int32Array(capacity) };
        grown.positions.set(this.#positions);
        grown.statements.set(this.#statements);
        const counts = new Float64Array(capacity);
        counts.set(this.#counts);
        this.#positions = grown.positions;
        this.#statements = grown.statements;
        this.#counts = counts;
    }
    #compare(at, block) {
        const start = at * 4;
        const positions = this.#positions;
        return ((positions[start] ?? 0) - block.startLine ||
            (positions[start + 1] ?? 0) - block.endLine ||
            (positions[start + 2] ?? 0) - block.startColumn ||
            (positions[start + 3] ?? 0) - block.endColumn);
    }
}
function keyOf(block) {
    return `${block.startLine}.${block.startColumn},${block.endLine}.${block.endColumn}`;
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/directives.js



/** The functions that a file declares. In the profile each has the name of the file in which it begins, without its directory. */
function directedFunctions(source, directives) {
    return (functionSpans(source) ?? []).map((span) => ({ span, files: filesWithin(span, directives) }));
}
function filesWithin([start, end], directives) {
    const before = directives.filter(({ at }) => at <= start).at(-1)?.file ?? null;
    return [before, ...directives.filter(({ at }) => at > start && at < end).map(({ file }) => file)];
}
/**
 * The `//line` directives of a Go file, as go/scanner reads them: `//line` from the first column only, `/*line` anywhere; a line number, and a column in which case the file may be left
 * out; numbers from 1 (https://pkg.go.dev/cmd/compile#hdr-Compiler_Directives).
 */
function directivesOf(source) {
    if (!/\/[/*]line /.test(source))
        return [];
    const found = [];
    for (const { text, at } of commentsOf(source)) {
        const lineComment = text.startsWith("//");
        if (lineComment && at > 0 && source[at - 1] !== "\n")
            continue;
        const content = lineComment ? text.slice(2).replace(/\r$/, "") : text.slice(2, -2);
        const [, named, line, column] = /^line (.*?):(\d+)(?::(\d+))?$/s.exec(content) ?? [];
        if (named === undefined || Number(line) === 0 || (column !== undefined && Number(column) === 0))
            continue;
        const file = named === "" ? (column === undefined ? null : (found.at(-1)?.file ?? null)) : clean(named);
        if (file !== null)
            found.push({ at: lineComment ? at + text.length + 1 : at + text.length, file });
    }
    return found;
}
function clean(file) {
    const path = (0,source_map/* slashes */.k2)(file);
    return (0,source_map/* isAbsolute */.oP)(path) ? external_node_path_.posix.normalize(path) : external_node_path_.posix.join(path);
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/summary.js


/** Statements and covered statements in all, by package and by file, with the lines that no test reached. */
function summarizeCoverage(files) {
    const total = { covered: 0, statements: 0 };
    const packages = new Map();
    const byPath = new Map();
    for (const file of files) {
        const counted = [...countedBlocks(file)];
        const count = countOf(counted);
        const pkg = packages.get(file.importPath) ?? { covered: 0, statements: 0 };
        packages.set(file.importPath, pkg);
        const path = file.path ?? file.name;
        const own = byPath.get(path) ?? { covered: 0, statements: 0, lines: [] };
        byPath.set(path, own);
        if (file.lines)
            for (const block of counted)
                own.lines.push(block);
        for (const sum of [total, pkg, own]) {
            sum.covered += count.covered;
            sum.statements += count.statements;
        }
    }
    const reports = [...byPath].map(([path, { lines, ...count }]) => {
        return { path, ...withPercent(count), uncovered: uncoveredLines(lines) };
    });
    return {
        ...withPercent(total),
        packages: [...packages]
            .map(([importPath, count]) => ({ importPath, ...withPercent(count) }))
            .sort(by("importPath")),
        files: reports.sort(by("path")),
    };
}
/** The blocks of a file that count: all, or those in functions where these are known. */
function* countedBlocks(file) {
    for (const block of file.blocks) {
        if (file.functions === null || isInFunction(file.functions, block))
            yield block;
    }
}
function countOf(blocks) {
    const count = { covered: 0, statements: 0 };
    for (const block of blocks) {
        count.statements += block.statements;
        if (block.count > 0)
            count.covered += block.statements;
    }
    return count;
}
function withPercent(count) {
    return { percent: percentOf(count.covered, count.statements), ...count };
}
/**
 * Inclusive ranges of lines, those that touch joined. A line that a block shares with covered code is not uncovered: `if err != nil {` where it
 * begins, `} else if ok {` where it ends.
 */
function uncoveredLines(blocks) {
    const covered = coveredEdges(blocks);
    const ranges = blocks
        .filter((block) => block.count === 0 && block.statements > 0)
        .map((block) => {
        const { startLine, startColumn, endLine, endColumn } = block;
        const sharesLast = endLine > startLine && (covered.starts.get(endLine) ?? -1) >= endColumn;
        const last = sharesLast ? endLine - 1 : summary_lastLine(block);
        const sharesFirst = last > startLine && (covered.ends.get(startLine) ?? Number.POSITIVE_INFINITY) <= startColumn;
        const first = Math.max(1, sharesFirst ? startLine + 1 : startLine);
        return [first, Math.max(first, last)];
    })
        .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return summary_joined(ranges);
}
/**
 * The last line of a block. Its end is exclusive: in column 1, where Go 1.27 ends most of them, nothing of that line belongs to it. Column 0 is
 * Go's word for a column that a `//line` directive left unknown.
 */
function summary_lastLine({ startLine, endLine, endColumn }) {
    return endColumn === 1 && endLine > startLine ? endLine - 1 : endLine;
}
/** On which column covered blocks end first, and begin last, by line. */
function coveredEdges(blocks) {
    const starts = new Map();
    const ends = new Map();
    for (const { count, startLine, startColumn, endLine, endColumn } of blocks) {
        if (count === 0)
            continue;
        starts.set(startLine, Math.max(startColumn, starts.get(startLine) ?? startColumn));
        ends.set(endLine, Math.min(endColumn, ends.get(endLine) ?? endColumn));
    }
    return { starts, ends };
}
function summary_joined(ranges) {
    const result = [];
    for (const [from, to] of ranges) {
        const last = result.at(-1);
        if (last !== undefined && from <= last[1] + 1)
            last[1] = Math.max(last[1], to);
        else
            result.push([from, to]);
    }
    return result;
}
function by(key) {
    return (a, b) => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0);
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/placement.js






/**
 * Finds the places of what the profile says of one package. All of it counts; it is of a Go file, with functions and lines, where that can be told:
 * a directive may name any file, and several Go files may name the same.
 */
function placeFiles(files, sources, options) {
    const origins = sources.map((source) => ({ ...source, directives: directivesOf(source.text) }));
    return files.flatMap((file) => {
        const named = external_node_path_.posix.basename(file.path ?? file.name);
        const possible = origins.filter(({ path, directives }) => external_node_path_.posix.basename(path) === named || directives.some((directive) => external_node_path_.posix.basename(directive.file) === named));
        const found = { ...file, origins: possible.map(({ path }) => path) };
        const [only] = possible;
        if (only === undefined)
            return [{ ...found, lines: false }];
        if (possible.length === 1 && only.directives.length === 0) {
            return [{ ...found, functions: functionExtents(only.text) }];
        }
        return options.ownLines ? inOrigins(found, possible, named) : [inNamedFile(found, possible, named, options)];
    });
}
/** Since Go 1.27: a block belongs to the Go file that has a function of that name there. One that may be of two leaves all of the name without. */
function inOrigins(file, possible, named) {
    const extents = possible.map((origin) => ({ path: origin.path, extents: extentsOf(origin, named) }));
    const placed = new Map();
    for (const block of file.blocks) {
        const holding = extents.length === 1 ? extents : extents.filter((origin) => isInFunction(origin.extents, block));
        const [first] = holding;
        if (first === undefined || holding.length > 1)
            return [{ ...file, lines: false }];
        const blocks = placed.get(first.path) ?? new blocks_FileBlocks();
        placed.set(first.path, blocks);
        blocks.add(block, "count");
    }
    return [...placed].map(([path, blocks]) => ({ ...file, blocks, path, origins: [path], lines: true }));
}
/**
 * Up to Go 1.26: the lines are those of a file that is there, has as many, and no functions of its own besides, where no function of that name names
 * another within itself.
 */
function inNamedFile(file, possible, named, options) {
    const targets = new Set(possible.flatMap((origin) => targetsOf(origin, named, options)));
    const [target = null] = targets;
    const alone = targets.size === 1 && (possible.length === 1 || possible.every(({ path }) => path !== target));
    if (target !== null && alone && lastLineOf(file) <= (options.lineCount(target) ?? 0)) {
        return { ...file, path: target, lines: true };
    }
    const [only] = possible;
    return { ...file, path: possible.length === 1 && only !== undefined ? only.path : file.path, lines: false };
}
function lastLineOf({ blocks }) {
    let last = 0;
    for (const block of blocks)
        last = Math.max(last, block.startLine, summary_lastLine(block));
    return last;
}
function targetsOf(origin, named, options) {
    const files = functionsOf(origin, named).flatMap((found) => found.files);
    const dir = external_node_path_.posix.dirname(origin.path);
    return files.map((file) => (file === null ? origin.path : (0,source_map/* repoPath */.qN)(options, file, dir)));
}
function extentsOf(origin, named) {
    const spans = functionsOf(origin, named).map(({ span }) => span);
    return positionsOf(origin.text, spans);
}
/** The functions that have this name in the profile. */
function functionsOf({ path, text, directives }, named) {
    const functions = directedFunctions(text, directives);
    return functions.filter(({ files: [first] }) => external_node_path_.posix.basename(first ?? path) === named);
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/profile.js

/** Reads what `-coverprofile` wrote, line by line; equal blocks are merged while reading. Never throws. */
function createProfileReader() {
    const files = new Map();
    let mode = null;
    let problem = null;
    let number = 0;
    let name = "";
    let blocks = new blocks_FileBlocks();
    const readMode = (text) => {
        const value = text.slice("mode: ".length);
        if (!isMode(value))
            problem ??= `line ${number}: unknown mode ${JSON.stringify(value)}`;
        // A profile put together from several repeats the line.
        else if (mode !== null && mode !== value)
            problem ??= `line ${number}: mode ${value} after mode ${mode}`;
        else
            mode = value;
    };
    const readBlock = (text) => {
        const entry = parseBlock(text);
        if (mode === null)
            problem ??= `line ${number}: no mode line`;
        else if (entry === null)
            problem ??= `line ${number} is not a block: ${JSON.stringify(text.slice(0, 200))}`;
        else if (!blocksOf(entry.name).add(entry.block, mode)) {
            problem ??= `line ${number}: the number of statements has changed`;
        }
    };
    /** Blocks of one file follow each other, as a rule. */
    const blocksOf = (file) => {
        if (file !== name || !files.has(file)) {
            name = file;
            blocks = files.get(file) ?? new blocks_FileBlocks();
            files.set(file, blocks);
        }
        return blocks;
    };
    const line = (text) => {
        number += 1;
        if (text.startsWith("mode: "))
            readMode(text);
        else if (text !== "")
            readBlock(text);
    };
    return { line, end: () => ({ mode, files, problem }) };
}
/** One profile of several, as of the modules of a workspace. Blocks that occur in more than one are merged. */
function mergeProfiles(profiles) {
    const modes = new Set(profiles.map((profile) => profile.mode).filter((mode) => mode !== null));
    // What was only set cannot be summed with what was counted.
    const mode = modes.has("set") ? "set" : ([...modes][0] ?? null);
    const files = new Map();
    for (const profile of profiles) {
        for (const [name, blocks] of profile.files)
            files.set(name, together(files.get(name), blocks, mode ?? "set"));
    }
    return { mode, files, problem: profiles.find((profile) => profile.problem !== null)?.problem ?? null };
}
function together(first, second, mode) {
    if (first === undefined)
        return second;
    const merged = new FileBlocks();
    for (const block of [...first, ...second])
        merged.add(block, mode);
    return merged;
}
const blockFields = /^(.+):(\d+)\.(\d+),(\d+)\.(\d+) (\d+) (\d+)$/;
function parseBlock(text) {
    const match = blockFields.exec(text);
    if (match?.[1] === undefined)
        return null;
    const block = {
        startLine: Number(match[2]),
        startColumn: Number(match[3]),
        endLine: Number(match[4]),
        endColumn: Number(match[5]),
        statements: Number(match[6]),
        count: Number(match[7]),
    };
    return Math.max(block.startLine, block.endLine, block.statements) > 0x7fff_ffff ? null : { name: match[1], block };
}
function isMode(value) {
    return value === "set" || value === "count" || value === "atomic";
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/write.js
/** The profile again, merged and without what is excluded; `go tool cover` reads it. */
function* writeProfile(mode, files) {
    yield `mode: ${mode ?? "set"}\n`;
    for (const { name, blocks } of files) {
        let text = "";
        for (const block of blocks) {
            const count = mode === "set" ? Math.min(1, block.count) : block.count;
            const at = `${block.startLine}.${block.startColumn},${block.endLine}.${block.endColumn}`;
            text += `${name}:${at} ${block.statements} ${count}\n`;
        }
        yield text;
    }
}

// EXTERNAL MODULE: ./build/stage/src/project/generated.js
var project_generated = __webpack_require__(35451);
// EXTERNAL MODULE: ./build/stage/src/project/go-version.js
var go_version = __webpack_require__(14083);
// EXTERNAL MODULE: ./build/stage/src/collect/coverage-name.js
var coverage_name = __webpack_require__(19975);
// EXTERNAL MODULE: ./build/stage/src/collect/files.js
var collect_files = __webpack_require__(84210);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/stage/src/project/in-slices.js
var in_slices = __webpack_require__(94983);
;// CONCATENATED MODULE: ./build/stage/src/collect/go-sources.js




/** A file of the repository larger than this is not read for its functions or its source: no compiler output is that large. */
const sourceLimit = 8 * 1024 * 1024;
/** A package's Go files but its tests, as they are on this machine. */
async function readGoSources(project, dir) {
    const names = await (0,promises_.readdir)((0,external_node_path_.join)(project.root, dir)).catch(() => []);
    const own = names.filter((name) => name.endsWith(".go") && !name.endsWith("_test.go")).sort();
    const read = await (0,in_slices/* inSlices */.Z)(own, (name) => {
        const path = external_node_path_.posix.join(dir, name);
        const text = readText(project, path);
        return text === null ? null : { path, text };
    });
    return read.filter((source) => source !== null);
}
/** The source of a file of the repository as it is on this machine; null for files of other modules, links and what is gone. */
function readText(project, path) {
    return statOf(project, path) === null ? null : (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(project.root, path), "utf8");
}
/** null for what is no file, or too large. */
function statOf(project, path) {
    const stat = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(project.root, path), { throwIfNoEntry: false });
    return stat === undefined || !stat.isFile() || stat.size > sourceLimit ? null : stat;
}

;// CONCATENATED MODULE: ./build/stage/src/collect/missing.js





/**
 * Packages that left no profile although they have something to cover: tested ones, and those without tests that were not built, which count as 0
 * otherwise.
 */
async function findMissing(named, facts, results) {
    const { config, inspection, project } = facts;
    const tested = (inspection.modules[0]?.packages ?? []).filter(({ importPath, hasTests }) => hasTests || results.failed.has(importPath));
    const profiled = new Set(named.map(({ importPath }) => importPath));
    const silent = tested.filter(({ importPath }) => !results.told.has(importPath) && !profiled.has(importPath));
    const exclusion = createExclusion(config.coverageExclude);
    const withStatements = new Set();
    for (const { importPath, dir } of silent) {
        const sources = await readGoSources(project, dir);
        const counted = sources.filter(({ path, text }) => !exclusion(path, `${importPath}/${external_node_path_.posix.basename(path)}`) &&
            !(config.coverageExcludeGenerated && (0,project_generated/* isGenerated */.U)(text)));
        if (counted.some(({ text }) => hasStatements(text)))
            withStatements.add(importPath);
    }
    const coverpkg = [...config.testFlags, ...inspection.goflags.split(/\s+/)].some((word) => /^--?coverpkg\b/.test(word));
    const names = tested.map(({ importPath }) => importPath);
    return missingPackages({
        told: results.told,
        tested: names,
        profiled,
        coverpkg,
        hasStatements: (name) => withStatements.has(name),
    });
}

;// CONCATENATED MODULE: ./build/stage/src/collect/coverage.js


















/** Reads the coverage profile of the test stage, writes `coverage/coverage.{out,html,json}` and holds it against the thresholds. */
async function collectCoverage(outcome, facts, results) {
    const path = (0,external_node_path_.join)(outcome.resultDir, coverage_name/* profileName */.v);
    const profile = (await (0,collect_files/* isRegularFile */.Ze)(path)) ? await readProfile(path) : null;
    const named = profile === null ? [] : namedFiles(profile, placesOf(facts));
    const files = await selectFiles(named, facts);
    const counts = profile === null ? null : summarizeCoverage(files);
    const missing = await findMissing(named, facts, results);
    const thresholds = judgeCoverage({ counts, missing, problem: profile?.problem ?? null }, limitsOf(facts));
    if (counts === null && missing.length === 0 && thresholds.thresholds.length === 0)
        return { coverage: null, thresholds };
    const coverage = { ...(counts ?? summarizeCoverage([])), missing };
    if (profile !== null)
        await writeFiles(coverage, profile.mode, files, facts);
    return { coverage, thresholds };
}
function limitsOf({ config }) {
    return { total: config.coverageThreshold, perPackage: config.coveragePackageThreshold };
}
async function writeFiles(coverage, mode, files, facts) {
    const dir = facts.output.coverage;
    const { redact } = facts.redactor;
    await writeAll((0,external_node_path_.join)(dir, "coverage.out"), writeProfile(mode, files), redact);
    await writeAll((0,external_node_path_.join)(dir, "coverage.json"), [coverageJson(coverage, mode)], redact);
    const title = facts.project.modules[0]?.path ?? "coverage";
    // Before it is escaped for HTML.
    const shown = (file) => {
        const text = coverage_listed(file, facts);
        return text === null ? null : redact(text);
    };
    const page = { title, mode, coverage, files, source: shown };
    await writeAll((0,external_node_path_.join)(dir, "coverage.html"), renderCoverageHtml(page), redact);
}
async function readProfile(path) {
    const reader = createProfileReader();
    for await (const line of (0,lines/* readLines */.Se)(path))
        reader.line(line);
    return reader.end();
}
/** The text of a Go file to show; null for others. */
function coverage_listed({ path }, { project }) {
    return path?.endsWith(".go") === true ? readText(project, path) : null;
}
function placesOf({ config, source, project }) {
    return { ...source, cwd: project.modules[0]?.dir ?? ".", exclude: config.coverageExclude };
}
/** Without what the inputs exclude, with functions and lines where they can be told. */
async function selectFiles(named, facts) {
    const { config, source, project, inspection } = facts;
    const generated = new Set();
    const isExcluded = (path) => config.coverageExcludeGenerated && generated.has(path);
    const ownLines = (0,go_version/* compareGo */.Ac)(inspection.goVersion.replace(/^devel /, ""), "1.27") >= 0;
    const lineCount = (path) => readText(project, path)?.split("\n").length ?? null;
    const placed = [];
    for (const [dir, files] of (0,group_by/* groupBy */.$)(named, packageDir)) {
        const sources = dir === null ? [] : await readGoSources(project, dir);
        for (const { path, text } of sources)
            if ((0,project_generated/* isGenerated */.U)(text))
                generated.add(path);
        placed.push(...(dir === null ? files : placeFiles(files, sources, { ...source, ownLines, lineCount })));
    }
    return withoutExcluded(placed, { ...placesOf(facts), isExcluded });
}
/** null for packages of other modules. */
function packageDir({ path }) {
    return path === null ? null : external_node_path_.posix.dirname(path);
}
async function writeAll(path, pieces, redact) {
    const file = await TextFile.create(path);
    try {
        for await (const piece of pieces) {
            file.write(redact(piece));
            if (file.full)
                await file.drain();
        }
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./build/stage/src/collect/source-files.js


/** No compiler reads a file of this size; what is larger is no source. */
const sizeLimit = 8 * 1024 * 1024;
/** Files whose lines are kept, since the tests of a package fail in the same few. */
const keptFiles = 20;
/**
 * The Go files of the repository as they are on this machine. Read one at a time and only where a test has failed, so this may block. Links, which
 * can lead out of the repository, are not followed.
 */
function sourceFiles({ root, files }) {
    const kept = new Map();
    const lines = (path) => {
        const known = kept.get(path);
        if (known !== undefined)
            return known;
        if (kept.size >= keptFiles)
            kept.clear();
        const read = readSource((0,external_node_path_.join)(root, path))?.split("\n") ?? [];
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
/** null: no regular file, too large, or gone since the tests ran. */
function readSource(path) {
    const stat = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    return stat?.isFile() && stat.size <= sizeLimit ? (0,external_node_fs_.readFileSync)(path, "utf8") : null;
}

;// CONCATENATED MODULE: ./build/stage/src/collect/tests.js

















/** Brings an XML library along: whoever wants it loads it while there is nothing else to do. */
const loadJUnit = () => Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(119)]).then(__webpack_require__.bind(__webpack_require__, 19119));
/** Standard error of `go test` holds what Go before 1.24 says of builds. */
const stderrLimit = 4 * 1024 * 1024;
/**
 * Reads the stream of the test stage once, writing `tests/test2json.jsonl`, `tests/junit.xml` and the log on the way, then the coverage profile.
 */
async function collectTests(stage, outcome, facts) {
    const [command] = outcome.commands;
    if (command === undefined)
        return { failure: "go test did not run", findings: [] };
    const stderr = await (0,lines/* readHead */.zy)(command.stderr, stderrLimit);
    const told = new Set();
    const run = await readStream(stage, outcome, facts, { stderr, told });
    await (0,collect_files/* moveRedacted */.aS)(command.stdout, (0,external_node_path_.join)(facts.output.tests, "test2json.jsonl"), facts.redactor);
    const failed = run.report.packages.filter(({ status }) => status === "failed").map(({ importPath }) => importPath);
    const { coverage, thresholds } = await collectCoverage(outcome, facts, { told, failed: new Set(failed) });
    const missed = thresholds.failedBecause;
    const floor = facts.config.coverageThreshold;
    const lacking = missed === null || coverage === null || floor === null ? null : lackingPackages(coverage, floor);
    const reasons = [run.failedBecause, missed, lacking].filter((reason) => reason !== null);
    const failure = reasons.length === 0 ? null : reasons.join("; ");
    // Of a threshold alone: the command would pass.
    const reproduced = run.failedBecause === null && missed !== null ? { command: "" } : {};
    const findings = [...withoutCountedColumns(run.findings), ...thresholds.findings];
    const products = [
        { type: "tests", tests: run.report },
        { type: "coverage", coverage, thresholds: thresholds.thresholds },
    ];
    const spoken = [stderr, ...run.findings.filter(({ source }) => source === "compile").map(({ message }) => message)];
    const fault = command.exitCode === 0 ? null : (0,named_setting/* settingFault */.Zw)(spoken.join("\n"));
    if (fault !== null)
        return { failure: fault, findings, broken: true, products };
    return { failure, findings, products, ...reproduced };
}
async function readStream(stage, outcome, facts, { stderr, told }) {
    const { source, output, redactor, rerun } = facts;
    const { createJUnitWriter } = await loadJUnit();
    const log = await TextFile.create(output.log(stage.id));
    const junitFile = await TextFile.create((0,external_node_path_.join)(output.tests, "junit.xml"));
    try {
        const junit = createJUnitWriter((text) => junitFile.write(text));
        const testLog = createTestLog((text) => log.write(redactor.redact(text)));
        const reader = createTestReader({
            ...source,
            cwd: stage.module ?? ".",
            sources: sourceFiles(facts.project),
            ...rerun,
            stderr,
            onPackage: (done) => junit.suite(redactor.idle() ? done : redacted(done, redactor)),
        });
        const read = createEventReader(facts.inspection.goVersion);
        const [command] = outcome.commands;
        for await (const line of (0,lines/* readLines */.Se)(command?.stdout ?? "")) {
            const event = read(line);
            reader.accept(event);
            testLog.accept(event);
            const covered = coverageTold(event);
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
        junit.end();
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
/* harmony export */   a5: () => (/* binding */ redactReport)
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


/***/ }),

/***/ 74813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ escapeHtml)
/* harmony export */ });
const entities = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
};
/** A text as HTML shows it, in attributes too. */
function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}


/***/ })

};
