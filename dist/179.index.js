export const id = 179;
export const ids = [179];
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
/* harmony import */ var _go_test_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19086);
/* harmony import */ var _coverage_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19975);
/* harmony import */ var _test_artifacts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95947);






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

/***/ 85882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jE: () => (/* binding */ coverageFileNames),
  W1: () => (/* binding */ writeNumbers),
  xv: () => (/* binding */ writePage)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/files/text-file.js
var text_file = __webpack_require__(66536);
// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
// EXTERNAL MODULE: ./build/stage/src/text/format.js
var format = __webpack_require__(66055);
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
    const names = [...files.keys()].map((name) => `${htmlText(name)} (${shown(reports.get(name)?.percent ?? null)})`);
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
<h1>${title}: ${shown(percent)} (${covered} of ${statements} statements)</h1>
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
function shown(percent) {
    return percent === null ? "no statements" : `${(0,format/* formatDecimal */.zJ)(percent)}%`;
}
/** Characters that have no place in HTML become U+FFFD. */
function htmlText(text) {
    return (0,html/* escapeHtml */.Z)(text)
        .replace(/\r/g, "")
        .replace(/(?![\t\n])\p{Cc}/gu, "\uFFFD");
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/json.js
/**
 * The content of `coverage.json`: the part of report.json, and how it was counted. Percentages are not rounded. `differing`: of several modules' profiles,
 * the files of which only one of them counts.
 */
function coverageJson(coverage, mode, differing = null) {
    return `${JSON.stringify({ schemaVersion: 1, mode, ...coverage, ...(differing === null ? {} : { differing }) }, null, 2)}\n`;
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

// EXTERNAL MODULE: ./build/stage/src/collect/go-sources.js
var go_sources = __webpack_require__(95396);
;// CONCATENATED MODULE: ./build/stage/src/collect/coverage-files.js






/** Names in the directory of coverage. */
const coverageFileNames = {
    profile: "coverage.out",
    json: "coverage.json",
    page: "coverage.html",
};
/** The profile and its numbers. */
async function writeNumbers(written, { dir, redactor }) {
    const { coverage, mode, files, differing } = written;
    await writeAll((0,external_node_path_.join)(dir, coverageFileNames.profile), writeProfile(mode, files), redactor);
    await writeAll((0,external_node_path_.join)(dir, coverageFileNames.json), [coverageJson(coverage, mode, differing)], redactor);
}
/** The page of the whole run. */
async function writePage(written, title, project, where) {
    const { redactor } = where;
    // Before it is escaped for HTML.
    const source = (file) => {
        const text = listed(file, project);
        return text === null ? null : redactor.redact(text);
    };
    const page = { title, mode: written.mode, coverage: written.coverage, files: written.files, source };
    await writeAll((0,external_node_path_.join)(where.dir, coverageFileNames.page), renderCoverageHtml(page), redactor);
}
/** The text of a Go file to show; null for others. */
function listed({ path }, project) {
    return path?.endsWith(".go") === true ? (0,go_sources/* readText */.y)(project, path) : null;
}
async function writeAll(path, pieces, { redact }) {
    const file = await text_file/* TextFile */.u.create(path);
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


/***/ }),

/***/ 32563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ collectCoverage),
  _: () => (/* binding */ coverageOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/files/lines.js
var lines = __webpack_require__(35743);
// EXTERNAL MODULE: ./build/stage/src/go/source-map.js
var source_map = __webpack_require__(89001);
// EXTERNAL MODULE: ./build/stage/src/go/coverage/exclude.js
var exclude = __webpack_require__(16680);
;// CONCATENATED MODULE: ./build/stage/src/go/coverage/files.js



/** The files of a profile with their places in the repository as far as their names say it, sorted by name. */
function namedFiles(profile, options) {
    const files = [...profile.files].map(([name, blocks]) => place(name, blocks, options));
    return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}
/** Without those that are excluded: by a name of their own, or by that of every Go file they may come from. */
function withoutExcluded(files, options) {
    const exclusion = (0,exclude/* createExclusion */.x)(options.exclude);
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

// EXTERNAL MODULE: ./build/stage/src/go/coverage/blocks.js
var coverage_blocks = __webpack_require__(13474);
// EXTERNAL MODULE: ./build/stage/src/go/coverage/functions.js
var functions = __webpack_require__(11107);
;// CONCATENATED MODULE: ./build/stage/src/go/coverage/directives.js



/** The functions that a file declares. In the profile each has the name of the file in which it begins, without its directory. */
function directedFunctions(source, directives) {
    return ((0,functions/* functionSpans */.gS)(source) ?? []).map((span) => ({ span, files: filesWithin(span, directives) }));
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
    for (const { text, at } of (0,functions/* commentsOf */.u3)(source)) {
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

// EXTERNAL MODULE: ./build/stage/src/go/coverage/summary.js + 1 modules
var summary = __webpack_require__(51054);
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
            return [{ ...found, functions: (0,functions/* functionExtents */.kk)(only.text) }];
        }
        return options.ownLines ? inOrigins(found, possible, named) : [inNamedFile(found, possible, named, options)];
    });
}
/** Since Go 1.27: a block belongs to the Go file that has a function of that name there. One that may be of two leaves all of the name without. */
function inOrigins(file, possible, named) {
    const extents = possible.map((origin) => ({ path: origin.path, extents: extentsOf(origin, named) }));
    const placed = new Map();
    for (const block of file.blocks) {
        const holding = extents.length === 1 ? extents : extents.filter((origin) => (0,functions/* isInFunction */.ab)(origin.extents, block));
        const [first] = holding;
        if (first === undefined || holding.length > 1)
            return [{ ...file, lines: false }];
        const blocks = placed.get(first.path) ?? new coverage_blocks/* FileBlocks */.X();
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
        last = Math.max(last, block.startLine, (0,summary/* lastLine */.fM)(block));
    return last;
}
function targetsOf(origin, named, options) {
    const files = functionsOf(origin, named).flatMap((found) => found.files);
    const dir = external_node_path_.posix.dirname(origin.path);
    return files.map((file) => (file === null ? origin.path : (0,source_map/* repoPath */.qN)(options, file, dir)));
}
function extentsOf(origin, named) {
    const spans = functionsOf(origin, named).map(({ span }) => span);
    return (0,functions/* positionsOf */.q$)(origin.text, spans);
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
    let blocks = new coverage_blocks/* FileBlocks */.X();
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
            blocks = files.get(file) ?? new coverage_blocks/* FileBlocks */.X();
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

// EXTERNAL MODULE: ./build/stage/src/go/coverage/threshold.js
var threshold = __webpack_require__(94045);
// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
// EXTERNAL MODULE: ./build/stage/src/model/stage-id.js
var stage_id = __webpack_require__(22736);
// EXTERNAL MODULE: ./build/stage/src/project/generated.js
var project_generated = __webpack_require__(35451);
// EXTERNAL MODULE: ./build/stage/src/project/go-version.js
var go_version = __webpack_require__(14083);
// EXTERNAL MODULE: ./build/stage/src/collect/attempts.js
var attempts = __webpack_require__(16071);
// EXTERNAL MODULE: ./build/stage/src/collect/coverage-files.js + 4 modules
var coverage_files = __webpack_require__(85882);
// EXTERNAL MODULE: ./build/stage/src/collect/files.js
var files = __webpack_require__(84210);
// EXTERNAL MODULE: ./build/stage/src/collect/go-sources.js
var go_sources = __webpack_require__(95396);
// EXTERNAL MODULE: ./build/stage/src/collect/missing.js
var collect_missing = __webpack_require__(76125);
;// CONCATENATED MODULE: ./build/stage/src/collect/coverage.js
















/**
 * Reads the coverage profiles of the test stage, one of each of its commands. Of the only module, it is that of the run: writes `coverage/coverage.{out,html,json}` and holds it against the
 * thresholds. Of one of several, writes `coverage/<module>/coverage.{out,json}` and answers its share of the run's.
 */
async function collectCoverage(outcome, facts, results) {
    const profile = await readProfile((0,attempts/* profilePaths */.IU)(outcome));
    const named = profile === null ? [] : namedFiles(profile, placesOf(facts));
    const files = await selectFiles(named, facts);
    const counts = profile === null ? null : (0,summary/* summarizeCoverage */.G0)(files);
    const missing = await (0,collect_missing/* findMissing */.y7)(named, facts, results);
    const problem = profile?.problem ?? null;
    const settings = (0,collect_missing/* settingsOf */.f5)(facts.config);
    const several = facts.project.modules.length > 1;
    const thresholds = several ? null : (0,threshold/* judgeCoverage */.o)({ counts, missing, problem }, settings.limits);
    const own = profile === null ? null : { mode: profile.mode, files };
    const share = several ? { profile: own, problem, settings } : null;
    const coverage = coverageOf(counts, missing, thresholds);
    if (profile !== null && coverage !== null) {
        await writeFiles({ coverage, mode: profile.mode, files, differing: null }, facts);
    }
    return { coverage, thresholds, share };
}
/** null when there is nothing to say. */
function coverageOf(counts, missing, judged) {
    const asked = judged !== null && judged.thresholds.length > 0;
    if (counts === null && missing.length === 0 && !asked)
        return null;
    return { ...(counts ?? (0,summary/* summarizeCoverage */.G0)([])), missing };
}
async function writeFiles(written, facts) {
    const { output, redactor, project, module } = facts;
    if (project.modules.length === 1) {
        const where = { dir: output.coverage, redactor };
        await (0,coverage_files/* writeNumbers */.W1)(written, where);
        return (0,coverage_files/* writePage */.xv)(written, module.path ?? "coverage", project, where);
    }
    const scope = { modules: project.modules.map(({ dir }) => dir), root: project.directory };
    const slug = (0,stage_id/* moduleSlugs */.xX)(scope, Object.values(coverage_files/* coverageFileNames */.jE)).get(module.dir) ?? module.dir;
    await (0,coverage_files/* writeNumbers */.W1)(written, { dir: (0,external_node_path_.join)(output.coverage, slug), redactor });
}
/** One out of several, added up by their mode: what ran again counts besides. null where none was written. */
async function readProfile(paths) {
    const reader = createProfileReader();
    let found = false;
    for (const path of paths) {
        if (!(await (0,files/* isRegularFile */.Ze)(path)))
            continue;
        found = true;
        for await (const line of (0,lines/* readLines */.Se)(path))
            reader.line(line);
    }
    return found ? reader.end() : null;
}
function placesOf({ config, source, module }) {
    return { ...source, cwd: module.dir, exclude: config.coverageExclude };
}
/** Without what the inputs exclude, with functions and lines where they can be told. */
async function selectFiles(named, facts) {
    const { config, source, project, goVersion } = facts;
    const generated = new Set();
    const isExcluded = (path) => config.coverageExcludeGenerated && generated.has(path);
    const ownLines = (0,go_version/* compareGo */.Ac)(goVersion, "1.27") >= 0;
    const lineCount = (path) => (0,go_sources/* readText */.y)(project, path)?.split("\n").length ?? null;
    const placed = [];
    for (const [dir, files] of (0,group_by/* groupBy */.$)(named, packageDir)) {
        const sources = dir === null ? [] : await (0,go_sources/* readGoSources */.r)(project, dir);
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


/***/ }),

/***/ 95396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readGoSources),
/* harmony export */   y: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _project_in_slices_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94983);




/** No compiler reads a file of this size; what is larger is no source. */
const sourceLimit = 8 * 1024 * 1024;
/** A package's Go files but its tests, as they are on this machine. */
async function readGoSources(project, dir) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(project.root, dir)).catch(() => []);
    const own = names.filter((name) => name.endsWith(".go") && !name.endsWith("_test.go")).sort();
    const read = await (0,_project_in_slices_js__WEBPACK_IMPORTED_MODULE_3__/* .inSlices */ .Z)(own, (name) => {
        const path = node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(dir, name);
        const text = readText(project, path);
        return text === null ? null : { path, text };
    });
    return read.filter((source) => source !== null);
}
/**
 * The source of a file of the repository as it is on this machine; null for what is no file, too large or gone, and for links, which can lead out
 * of the repository.
 */
function readText({ root }, path) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path);
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(file, { throwIfNoEntry: false });
    return stat?.isFile() && stat.size <= sourceLimit ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, "utf8") : null;
}


/***/ }),

/***/ 76125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c5: () => (/* binding */ packagesThatCount),
/* harmony export */   f5: () => (/* binding */ settingsOf),
/* harmony export */   y7: () => (/* binding */ findMissing)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _go_coverage_exclude_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16680);
/* harmony import */ var _go_coverage_missing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78558);
/* harmony import */ var _project_generated_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35451);
/* harmony import */ var _go_sources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95396);





/**
 * Packages that left no profile although they have something to cover: tested ones, and those without tests that were not built, which count as 0
 * otherwise.
 */
async function findMissing(named, facts, results) {
    const { config, inspection, project, packages } = facts;
    const tested = packages.filter(({ importPath, hasTests }) => hasTests || results.failed.has(importPath));
    const profiled = new Set(named.map(({ importPath }) => importPath));
    const silent = tested.filter(({ importPath }) => !results.told.has(importPath) && !profiled.has(importPath));
    const withStatements = new Set(await packagesThatCount(silent, project, settingsOf(config)));
    const inFlags = inspection.goflags.split(/\s+/).some((word) => /^--?coverpkg\b/.test(word));
    const coverpkg = inFlags || config.coverpkg.length > 0;
    const names = tested.map(({ importPath }) => importPath);
    return (0,_go_coverage_missing_js__WEBPACK_IMPORTED_MODULE_2__/* .missingPackages */ .K$)({
        told: results.told,
        tested: names,
        profiled,
        coverpkg,
        hasStatements: (name) => withStatements.has(name),
    });
}
function settingsOf(config) {
    return {
        limits: {
            total: config.coverageThreshold,
            perPackage: config.coveragePackageThreshold,
            perFile: config.coverageFileThreshold,
        },
        exclude: config.coverageExclude,
        excludeGenerated: config.coverageExcludeGenerated,
    };
}
/** Import paths of those that have something to cover, as far as the inputs let it count. */
async function packagesThatCount(packages, project, { exclude, excludeGenerated }) {
    const exclusion = (0,_go_coverage_exclude_js__WEBPACK_IMPORTED_MODULE_1__/* .createExclusion */ .x)(exclude);
    const counting = [];
    for (const { importPath, dir } of packages) {
        const sources = await (0,_go_sources_js__WEBPACK_IMPORTED_MODULE_3__/* .readGoSources */ .r)(project, dir);
        const counted = sources.filter(({ path, text }) => !exclusion(path, `${importPath}/${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path)}`) && !(excludeGenerated && (0,_project_generated_js__WEBPACK_IMPORTED_MODULE_4__/* .isGenerated */ .U)(text)));
        if (counted.some(({ text }) => (0,_go_coverage_missing_js__WEBPACK_IMPORTED_MODULE_2__/* .hasStatements */ .$D)(text)))
            counting.push(importPath);
    }
    return counting;
}


/***/ }),

/***/ 66536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ TextFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _output_dir_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62473);


/** Text that is written in small pieces and reaches the disk in large ones; memory stays bounded as long as `drain` is awaited now and then. */
class TextFile {
    #file;
    #pieces = [];
    #size = 0;
    constructor(file) {
        this.#file = file;
    }
    static async create(path) {
        await (0,_output_dir_js__WEBPACK_IMPORTED_MODULE_1__/* .makeParent */ .j)(path);
        return new TextFile(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, "wx"));
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


/***/ }),

/***/ 13474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ FileBlocks)
/* harmony export */ });
/**
 * The blocks of one file, 28 bytes each. With -coverpkg every test binary writes every block, so most of what comes is already here: in the
 * same order, which makes the next one the first guess, a binary search the second.
 */
class FileBlocks {
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


/***/ }),

/***/ 16680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ createExclusion)
/* harmony export */ });
/* harmony import */ var _text_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73282);

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
    const matchers = globs.map(_text_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .globMatcher */ .f);
    const matches = (path) => matchers.some((matcher) => matcher(path));
    return (path, name) => (path !== null && matches(path)) || matches(name);
}
function globsOf(pattern) {
    const clean = pattern.replace(/^\.?\//, "").replace(/\/+$/, "");
    const anywhere = clean.includes("/") ? clean : `**/${clean}`;
    return [anywhere, `${anywhere}/**`];
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


/***/ }),

/***/ 40373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ lackingPackages),
/* harmony export */   p: () => (/* binding */ lackingModules)
/* harmony export */ });
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66055);
/* harmony import */ var _threshold_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94045);


const shown = 5;
/**
 * The packages below the floor of the whole, those with most uncovered statements first, in one line; null when none is. That is what one looks for when a
 * threshold is missed: `go test` itself passes.
 */
function lackingPackages(coverage, floor) {
    const packages = coverage.packages.map((pkg) => ({ ...pkg, name: pkg.importPath }));
    return lacking("least covered", packages, floor);
}
/** The same of modules, by their directories. */
function lackingModules(modules, floor) {
    return lacking("modules below it", modules.map(([dir, { percent, covered, statements }]) => ({ name: dir, percent, covered, statements })), floor);
}
function lacking(head, all, floor) {
    const missing = ({ covered, statements }) => statements - covered;
    const found = all.filter((one) => one.statements > 0 && !(0,_threshold_js__WEBPACK_IMPORTED_MODULE_0__/* .reaches */ .O)(one, floor));
    if (found.length === 0)
        return null;
    const names = found
        .sort((a, b) => missing(b) - missing(a))
        .map((one) => `${one.name} ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDecimal */ .zJ)(one.percent ?? 0)}% (${one.covered} of ${one.statements})`);
    return `${head}: ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .firstOf */ .Ku)(names, shown)}`;
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

/***/ 51054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fM: () => (/* binding */ lastLine),
  G0: () => (/* binding */ summarizeCoverage)
});

// UNUSED EXPORTS: uncoveredLines

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/format.js
/** `100 * covered / statements` as `go tool cover` computes it; null without statements. */
function percentOf(covered, statements) {
    return statements === 0 ? null : (100 * covered) / statements;
}

// EXTERNAL MODULE: ./build/stage/src/go/coverage/functions.js
var functions = __webpack_require__(11107);
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
        if (file.functions === null || (0,functions/* isInFunction */.ab)(file.functions, block))
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
        const last = sharesLast ? endLine - 1 : lastLine(block);
        const sharesFirst = last > startLine && (covered.ends.get(startLine) ?? Number.POSITIVE_INFINITY) <= startColumn;
        const first = Math.max(1, sharesFirst ? startLine + 1 : startLine);
        return [first, Math.max(first, last)];
    })
        .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return joined(ranges);
}
/**
 * The last line of a block. Its end is exclusive: in column 1, where Go 1.27 ends most of them, nothing of that line belongs to it. Column 0 is
 * Go's word for a column that a `//line` directive left unknown.
 */
function lastLine({ startLine, endLine, endColumn }) {
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
function joined(ranges) {
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


/***/ }),

/***/ 94045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ reaches),
/* harmony export */   o: () => (/* binding */ judgeCoverage)
/* harmony export */ });
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66055);
/* harmony import */ var _text_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73282);


/**
 * Holds coverage against the limits, on exact counts: the one place where this is judged. No limit is met by nothing, nor while something is missing.
 * Packages without statements have no limit.
 */
function judgeCoverage(coverage, limits) {
    const { total, perPackage, perFile } = limits;
    const judged = [
        ...(total === null ? [] : [judgeTotal(coverage, total)]),
        ...(perPackage === null ? [] : judgePackages(coverage, perPackage)),
        ...judgeFiles(coverage, perFile),
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
    const counted = new Set(packages.map(({ importPath }) => importPath));
    const unknown = missing.filter((name) => !counted.has(name));
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
/** What is missing may have files that nobody knows; a pattern that has no file was meant for one. */
function judgeFiles({ counts, missing, problem }, floors) {
    const rules = floors.map(({ glob, floor }) => ({ glob, floor, has: glob === null ? () => true : (0,_text_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .globMatcher */ .f)(glob) }));
    const [first] = rules;
    if (first === undefined)
        return [];
    const absent = missing.length === 0 ? null : `${listed(missing)} left no coverage profile`;
    const incomplete = incompleteBecause(counts, problem) ?? absent;
    const whole = { what: "file", name: null, floor: first.floor, ...zero };
    const files = (counts?.files ?? []).filter(({ statements }) => statements > 0);
    const idle = rules.filter(({ glob, has }) => glob !== null && !files.some(({ path }) => has(path)));
    const judged = files.flatMap((file) => {
        const { path: name, covered, statements } = file;
        const rule = rules.findLast(({ has }) => has(name));
        if (rule === undefined)
            return [];
        const { floor } = rule;
        const low = `coverage of ${name} is ${shown(file)}, below the file threshold of ${floor}%`;
        return [judgement({ what: "file", name, floor, covered, statements }, reaches(file, floor) ? null : low)];
    });
    return [
        ...judged,
        ...(incomplete === null ? [] : [judgement(whole, unmet(first.floor, incomplete))]),
        ...(incomplete !== null
            ? []
            : idle.map(({ glob, floor }) => judgement({ ...whole, floor }, unmet(floor, `no file with statements is like ${glob}`)))),
    ];
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
    return `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDecimal */ .zJ)(percent ?? 0)}% (${covered} of ${statements} statements)`;
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

/***/ 19086:
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

// EXTERNAL MODULE: ./build/stage/src/go/coverage/missing.js
var missing = __webpack_require__(78558);
// EXTERNAL MODULE: ./build/stage/src/go/diagnostics.js + 2 modules
var go_diagnostics = __webpack_require__(67242);
// EXTERNAL MODULE: ./build/stage/src/go/event-reader.js
var event_reader = __webpack_require__(32655);
// EXTERNAL MODULE: ./build/stage/src/go/package-report.js + 4 modules
var package_report = __webpack_require__(39844);
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
    const { outputLimit = defaultLimit, keptOutput = totalLimit, onPackage } = options;
    const limits = {
        perTest: outputLimit,
        left: keptOutput,
        keepFinished: onPackage !== undefined || options.later !== undefined,
    };
    const runs = new Map();
    const reports = new Map();
    const build = new BuildLog(options.stderr ?? "");
    const read = (0,event_reader/* createEventReader */.E)();
    const profiled = new Set();
    let junkLines = 0;
    let stream = 0;
    /** In which stream a package is. */
    const streams = new Map();
    /** Streams in which a package that failed has passed when it was run again. */
    const healed = new Set();
    const close = (run, cutShort) => {
        const { package: report, ...rest } = (0,package_report/* reportPackage */.f)(run, options, cutShort);
        runs.delete(run.importPath);
        const output = report.status === "failed" ? run.output.own.text() : "";
        const built = run.output.notBuilt === null ? "" : build.of(run.importPath, run.failedBuild);
        const own = { report, ...rest, startedAt: run.startedAt, tests: run.finished, output: output + built };
        const done = (0,attempts/* withAttempts */.d)(own, options.later?.get(run.importPath) ?? [], options.flaky ?? "warning");
        if (report.status === "failed" && done.report.status !== "failed")
            healed.add(streams.get(run.importPath) ?? 0);
        reports.set(run.importPath, merge(reports.get(run.importPath), { ...done, package: done.report }));
        onPackage?.(done);
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
        else if (event.type === "attribute")
            runs.get(event.package)?.attribute(event.test, event);
        else if (event.type === "test") {
            const run = runs.get(event.package) ?? new package_run/* PackageRun */.M(event.package, event.time, limits);
            runs.set(event.package, run);
            streams.set(event.package, stream);
            if ((0,missing/* coverageTold */.SD)(event) !== null) {
                run.profiled = true;
                profiled.add(event.package);
            }
            run.accept(event);
            if (run.result !== null)
                close(run, null);
        }
    };
    const end = (ended, exitCodes = [ended.exitCode]) => {
        const cutShort = ended.timedOut ? "stopped by the time limit of the stage" : "go test ended before the package did";
        for (const run of [...runs.values()])
            close(run, cutShort);
        const packages = [...reports.values()].map((report) => report.package).sort(byImportPath);
        const report = { ...totals(packages), packages };
        const failures = packages.filter((entry) => entry.status === "failed");
        const failed = failures.length > 0;
        const red = new Set(failures.map(({ importPath }) => streams.get(importPath)));
        // Every package that made a command exit with 1 has passed since; of one that died nobody knows what it left out.
        const isHealed = (index) => ended.died == null && healed.has(index) && !red.has(index);
        const codes = exitCodes.map((code, index) => (code === 1 && isHealed(index) ? 0 : code));
        const exitCode = codes.find((code) => code !== 0);
        const how = { ...ended, exitCode: exitCode === undefined ? 0 : exitCode };
        const broken = failed || how.exitCode !== 0;
        const diagnostics = (0,go_diagnostics/* parseDiagnostics */.y)(build.text() + (broken ? `\n${how.stderr}` : ""), {
            ...options,
            source: "compile",
        });
        const tests = [...reports.values()].flatMap((entry) => entry.findings);
        const failedBecause = (0,test_verdict/* failureReason */.Hr)(report, how);
        return { report, findings: [...diagnostics, ...capped(tests)], failedBecause, profiled, junkLines };
    };
    const next = () => {
        stream += 1;
    };
    return { line: (text) => accept(read(text)), accept, next, end };
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
