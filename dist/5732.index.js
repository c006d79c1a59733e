export const id = 5732;
export const ids = [5732];
export const modules = {

/***/ 5732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readGovulncheck: () => (/* binding */ readGovulncheck)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24717);



const position = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ filename: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(), line: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), column: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() });
const frame = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    module: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    package: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    function: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    receiver: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    position: position.optional(),
});
/** golang.org/x/vuln/internal/govulncheck, protocol v1.0.0. */
const message = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    config: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        db: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        db_last_modified: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        scanner_name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        scanner_version: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        scan_level: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        scan_mode: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    })
        .optional(),
    SBOM: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ roots: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).optional(), modules: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })).optional() })
        .optional(),
    osv: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        summary: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        details: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        aliases: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).optional(),
    })
        .optional(),
    finding: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ osv: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), fixed_version: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(), trace: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(frame).min(1) }).optional(),
});
/** Reads the stream, line by line. Throws an Error where it is no such stream. */
async function readGovulncheck(lines, map) {
    let config;
    let roots = 0;
    const directories = new Set();
    const advisories = new Map();
    const findings = new Map();
    for await (const { config: said, SBOM, osv, finding } of messages(lines)) {
        config ??= said;
        roots += SBOM?.roots?.length ?? 0;
        for (const { path } of SBOM?.modules ?? [])
            if (isDirectory.test(path))
                directories.add(path);
        if (osv !== undefined)
            advisories.set(osv.id, osv);
        if (finding !== undefined)
            findings.set(finding.osv, [...(findings.get(finding.osv) ?? []), finding]);
    }
    const { db = null, db_last_modified: modified = null, scanner_name: name, scanner_version: version } = config ?? {};
    return {
        database: db,
        modified,
        scanner: name === undefined || version === undefined ? null : `${name} ${version}`,
        loaded: config?.scan_mode === "source" && config.scan_level === "symbol" && roots > 0,
        directories: [...directories].sort(),
        vulnerabilities: [...findings]
            .map(([id, found]) => vulnerability(id, found, advisories.get(id), map))
            .sort(nearestFirst),
    };
}
/** What a `replace` line names without a version (https://go.dev/ref/mod#go-mod-file-replace); govulncheck 1.9.0 has it in the place of the module's path. */
const isDirectory = /^(?:\.{0,2}[/\\]|[A-Za-z]:[/\\])/;
/** Values of JSON one after the other, each over several lines whose last is a brace at the margin (json.Encoder with an indent). */
async function* messages(lines) {
    let text = "";
    for await (const line of lines) {
        text += `${line}\n`;
        if (!line.startsWith("}") && !(text === `${line}\n` && line.endsWith("}")))
            continue;
        yield message.parse(JSON.parse(text));
        text = "";
    }
    if (text.trim() !== "")
        throw new Error("the stream ends in the middle");
}
const order = ["called", "imported", "required"];
function nearestFirst(a, b) {
    return order.indexOf(a.nearness) - order.indexOf(b.nearness) || (a.id < b.id ? -1 : 1);
}
/** The same vulnerability is found in its module, in its package and in each function, each time as a finding of its own. */
function vulnerability(id, found, advisory, map) {
    const called = found.filter(({ trace: [symbol] }) => symbol?.function !== undefined);
    const imported = found.some(({ trace: [symbol] }) => symbol?.package !== undefined);
    const [first] = found;
    const [symbol] = first?.trace ?? [];
    const calls = new Map(called.map(({ trace }) => callOf(trace, map)).map((call) => [placeOf(call), call]));
    const summary = advisory?.summary ?? advisory?.details ?? "";
    return {
        id,
        aliases: advisory?.aliases ?? [],
        summary: (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .firstLine */ .TM)(summary),
        nearness: called.length > 0 ? "called" : imported ? "imported" : "required",
        module: symbol?.module ?? "",
        version: symbol?.version ?? null,
        fixed: first?.fixed_version ?? null,
        calls: [...calls.values()],
    };
}
function placeOf({ path, line, column, symbol }) {
    return path === null ? symbol : `${path}:${line}:${column}`;
}
/** The trace leads from the vulnerable function to where the program begins: the first function of the repository on it is nearest. */
function callOf(trace, map) {
    const [vulnerable] = trace;
    const own = trace.find(({ module, position: at }) => at !== undefined && moduleDir(map, module) !== null);
    const dir = own === undefined ? null : moduleDir(map, own.module);
    const at = own?.position;
    const file = at?.filename;
    const placed = dir !== null && file !== undefined && at !== undefined && at.line > 0;
    return {
        symbol: nameOf(vulnerable),
        caller: own === undefined ? null : nameOf(own),
        path: placed ? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(dir, file) : null,
        line: placed ? at.line : null,
        column: placed && at.column > 0 ? at.column : null,
    };
}
function moduleDir({ modules }, path) {
    return modules.find((module) => module.path === path)?.dir ?? null;
}
/** `language.Parse`, `http.Client.Do`. */
function nameOf(found) {
    const last = found?.package?.split("/").at(-1);
    const receiver = found?.receiver?.replace(/^\*/, "");
    return [last, receiver, found?.function].filter((part) => part !== undefined && part !== "").join(".");
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
