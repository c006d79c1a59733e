export const id = 5448;
export const ids = [5448];
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

/***/ 69412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ changeCoverage)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/go/coverage/functions.js
var functions = __webpack_require__(11107);
;// CONCATENATED MODULE: ./build/stage/src/go/coverage/code.js

/** The code of a Go file. */
function codeOf(source) {
    const lines = withoutComments(source)
        .split("\n")
        .map((line) => Buffer.from(line));
    return {
        on: (line, { startLine, startColumn, endLine, endColumn }) => {
            const text = lines[line - 1];
            if (text === undefined || line < startLine || line > endLine)
                return false;
            const from = line === startLine ? startColumn - 1 : 0;
            const to = line === endLine ? endColumn - 1 : text.length;
            return /[^\s(){}[\],;]/.test(text.toString("utf8", Math.max(0, from), Math.max(0, to)));
        },
    };
}
/** Of a file in another language nobody knows what is code: all that is not blank. */
const anyCode = { on: (line, { startLine, endLine }) => startLine <= line && line <= endLine };
/** Blanks in their place, as many bytes. */
function withoutComments(source) {
    let text = "";
    let end = 0;
    for (const comment of (0,functions/* commentsOf */.u3)(source)) {
        text +=
            source.slice(end, comment.at) + comment.text.replace(/[^\n]/gu, (one) => " ".repeat(Buffer.byteLength(one)));
        end = comment.at + comment.text.length;
    }
    return text + source.slice(end);
}

// EXTERNAL MODULE: ./build/stage/src/go/coverage/exclude.js
var exclude = __webpack_require__(16680);
// EXTERNAL MODULE: ./build/stage/src/go/coverage/missing.js
var coverage_missing = __webpack_require__(78558);
// EXTERNAL MODULE: ./build/stage/src/model/percent.js
var percent = __webpack_require__(30383);
// EXTERNAL MODULE: ./build/stage/src/go/coverage/summary.js
var summary = __webpack_require__(62578);
;// CONCATENATED MODULE: ./build/stage/src/go/coverage/patch.js


/**
 * The statements of blocks that a change touches. A block is what runs as a whole, so all of its statements count when one of its lines is new and holds code of it;
 * lines that hold nothing but comments or brackets touch nothing. Uncovered are lines with code that are both new and not reached, and new lines between two of them that
 * hold no code that was reached.
 * @param codeOf the code of the file at a path; null when it is not here
 */
function patchCoverage(files, changed, codeOf) {
    const found = new Map();
    for (const file of files) {
        const { path } = file;
        const lines = path === null || !file.lines ? undefined : changed.get(path);
        const code = path === null || lines === undefined ? null : codeOf(path);
        if (path === null || lines === undefined || code === null)
            continue;
        const touched = found.get(path) ?? { covered: 0, statements: 0, lines, reached: new Set(), uncovered: new Set() };
        for (const block of (0,summary/* countedBlocks */.zO)(file))
            touch(touched, block, code);
        if (touched.statements > 0)
            found.set(path, touched);
    }
    const all = [...found].map(([path, touched]) => ({ path, uncovered: rangesOf(touched) }));
    const sum = (count) => [...found.values()].reduce((n, file) => n + count(file), 0);
    const [covered, statements] = [sum((file) => file.covered), sum((file) => file.statements)];
    return { percent: (0,percent/* percentOf */.p)(covered, statements), covered, statements, files: all.sort((0,summary.by)("path")) };
}
function touch(touched, block, code) {
    if (block.statements === 0)
        return;
    const lines = [];
    for (let line = block.startLine; line <= (0,summary/* lastLine */.fM)(block); line++) {
        if (touched.lines.has(line) && code.on(line, block))
            lines.push(line);
    }
    if (lines.length === 0)
        return;
    const isReached = block.count > 0;
    touched.statements += block.statements;
    if (isReached)
        touched.covered += block.statements;
    for (const line of lines)
        (isReached ? touched.reached : touched.uncovered).add(line);
}
/** Inclusive ranges of the uncovered lines. */
function rangesOf({ lines, reached, uncovered }) {
    const found = [];
    for (const line of [...uncovered].sort((a, b) => a - b)) {
        const last = found.at(-1);
        let next = (last?.[1] ?? line) + 1;
        while (next < line && lines.has(next) && !reached.has(next))
            next += 1;
        if (last !== undefined && next === line)
            last[1] = line;
        else
            found.push([line, line]);
    }
    return found;
}

// EXTERNAL MODULE: ./build/stage/src/project/generated.js
var generated = __webpack_require__(35451);
// EXTERNAL MODULE: ./build/stage/src/text/format.js
var format = __webpack_require__(66055);
// EXTERNAL MODULE: ./build/stage/src/collect/go-sources.js
var go_sources = __webpack_require__(95396);
;// CONCATENATED MODULE: ./build/stage/src/collect/change-coverage.js








/** What the files of the run's profile say about the change under test. */
async function changeCoverage(files, facts) {
    const limited = facts.settings.limits.patch !== null;
    const paths = new Set(files.flatMap(({ path }) => (path === null ? [] : [path])));
    const lines = await facts.patchLines([...paths].filter((path) => !path.endsWith(".go")));
    if ("problem" in lines)
        return { limited, patch: null, problem: lines.problem, notes: [] };
    const { base, added } = lines;
    const counts = patchCoverage(files, added, (path) => {
        const text = (0,go_sources/* readText */.yR)(facts.project, path);
        return text === null ? null : path.endsWith(".go") ? codeOf(text) : anyCode;
    });
    const notes = [...placeless(files, added), ...notCompiled(files, added, facts)];
    return { limited, patch: { base, ...counts }, problem: null, notes };
}
const maxNamed = 10;
/** Files of which nobody knows which lines their statements are on. */
function placeless(files, added) {
    const origins = files.filter(({ lines }) => !lines).flatMap((file) => file.origins);
    const changed = [...new Set(origins)].filter((path) => added.has(path)).sort();
    return changed.length === 0
        ? []
        : [
            `\`//line\` directives hide which lines of ${(0,format/* firstOf */.Ku)(changed, maxNamed)} changed: not counted as a part of the change`,
        ];
}
/** Changed Go files of packages that were tested, with statements of which no profile tells: other systems, other build tags. */
function notCompiled(files, added, { project, packages, missing, settings }) {
    const told = new Set(files.flatMap(({ path, origins }) => (path === null ? origins : [path, ...origins])));
    const gone = new Set(missing);
    const tested = packages.filter(({ importPath }) => !gone.has(importPath));
    const names = new Map(tested.map(({ dir, importPath }) => [dir, importPath]));
    const isExcluded = (0,exclude/* createExclusion */.x)(settings.exclude);
    const found = [...added.keys()].filter((path) => {
        const name = names.get(external_node_path_.posix.dirname(path));
        if (name === undefined || told.has(path) || !path.endsWith(".go") || path.endsWith("_test.go"))
            return false;
        const text = isExcluded(path, `${name}/${external_node_path_.posix.basename(path)}`) ? null : (0,go_sources/* readText */.yR)(project, path);
        return text !== null && !(settings.excludeGenerated && (0,generated/* isGenerated */.U)(text)) && (0,coverage_missing/* hasStatements */.$D)(text);
    });
    if (found.length === 0)
        return [];
    const named = (0,format/* firstOf */.Ku)(found.sort(), maxNamed);
    return [
        `${(0,format/* plural */.LS)(found.length, "changed file")} that nothing here compiles, such as for another system: not counted (${named})`,
    ];
}


/***/ }),

/***/ 77412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jE: () => (/* binding */ coverageFileNames),
  f4: () => (/* binding */ writeAll),
  W1: () => (/* binding */ writeNumbers)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/files/text-file.js
var text_file = __webpack_require__(66536);
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

;// CONCATENATED MODULE: ./build/stage/src/collect/coverage-files.js




/** Names in the directory of coverage. */
const coverageFileNames = {
    profile: "coverage.out",
    json: "coverage.json",
    cobertura: "cobertura.xml",
    lcov: "lcov.info",
};
/** The profile and its numbers. */
async function writeNumbers(written, { dir, redactor }) {
    const { coverage, mode, files, differing } = written;
    await writeAll((0,external_node_path_.join)(dir, coverageFileNames.profile), writeProfile(mode, files), redactor);
    await writeAll((0,external_node_path_.join)(dir, coverageFileNames.json), [coverageJson(coverage, mode, differing)], redactor);
}
/** Writes a file piece by piece, without secrets. */
function writeAll(path, pieces, { redact }) {
    return (0,text_file/* writePieces */.R)(path, redacted(pieces, redact));
}
async function* redacted(pieces, redact) {
    for await (const piece of pieces)
        yield redact(piece);
}


/***/ }),

/***/ 95579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ writeForTools)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/stage/src/go/coverage/lcov.js
/** The content of `lcov.info`, as `geninfo` describes it (man geninfo, lcov 1.16): paths relative to the repository, lines without functions and branches. */
function* writeLcov(files) {
    for (const { path, hits, covered } of files) {
        // A record ends with its line: the format cannot hold such a name.
        if (/[\r\n]/.test(path))
            continue;
        const lines = hits.map(([line, count]) => `DA:${line},${count}\n`).join("");
        yield `TN:\nSF:${path}\n${lines}LF:${hits.length}\nLH:${covered}\nend_of_record\n`;
    }
}

// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
// EXTERNAL MODULE: ./build/stage/src/go/coverage/summary.js
var summary = __webpack_require__(62578);
;// CONCATENATED MODULE: ./build/stage/src/go/coverage/line-hits.js


/** The most that readers which count in 32 bits take. */
const maxHits = 2_147_483_647;
/**
 * The files of a profile as formats see them that count lines. A line has been run as often as the code in it that was run most; it has not been run where
 * `uncovered` of the report says so. Files of other modules, and those whose lines are not known, are left out.
 */
function lineFiles(files) {
    const known = files.flatMap((file) => (file.path === null || !file.lines ? [] : [{ ...file, path: file.path }]));
    const byPath = (0,group_by/* groupBy */.$)(known, ({ path }) => path);
    return [...byPath]
        .flatMap(([path, [first, ...others]]) => {
        if (first === undefined)
            return [];
        const blocks = [first, ...others].flatMap((file) => [...(0,summary/* countedBlocks */.zO)(file)]);
        const hits = hitsOf(blocks);
        if (hits.length === 0)
            return [];
        const covered = hits.filter(([, count]) => count > 0).length;
        return [{ path, importPath: first.importPath, hits, covered }];
    })
        .sort((0,summary.by)("path"));
}
function hitsOf(blocks) {
    const hits = new Map();
    for (const block of blocks) {
        if (block.statements === 0)
            continue;
        for (let line = Math.max(1, block.startLine); line <= (0,summary/* lastLine */.fM)(block); line++) {
            hits.set(line, Math.max(hits.get(line) ?? 0, Math.min(block.count, maxHits)));
        }
    }
    for (const [from, to] of (0,summary/* uncoveredLines */.t1)(blocks))
        for (let line = from; line <= to; line++)
            hits.set(line, 0);
    return [...hits].sort(([a], [b]) => a - b);
}

// EXTERNAL MODULE: ./build/stage/src/collect/coverage-files.js + 2 modules
var coverage_files = __webpack_require__(77412);
;// CONCATENATED MODULE: ./build/stage/src/collect/coverage-for-tools.js




/** The coverage of the whole run in the formats of other tools, which count lines. */
async function writeForTools({ files }, where) {
    // Brings an XML library along.
    const { writeCobertura } = await Promise.all(/* import() */[__webpack_require__.e(8351), __webpack_require__.e(1483)]).then(__webpack_require__.bind(__webpack_require__, 1483));
    const lines = lineFiles(files);
    const { cobertura, lcov } = coverage_files/* coverageFileNames */.jE;
    await (0,coverage_files/* writeAll */.f4)((0,external_node_path_.join)(where.dir, cobertura), writeCobertura(lines, Date.now()), where.redactor);
    await (0,coverage_files/* writeAll */.f4)((0,external_node_path_.join)(where.dir, lcov), writeLcov(lines), where.redactor);
}


/***/ }),

/***/ 21242:
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
// EXTERNAL MODULE: ./build/stage/src/go/coverage/files.js
var coverage_files = __webpack_require__(52945);
// EXTERNAL MODULE: ./build/stage/src/go/source-map.js
var source_map = __webpack_require__(89001);
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

// EXTERNAL MODULE: ./build/stage/src/go/coverage/summary.js
var summary = __webpack_require__(62578);
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

// EXTERNAL MODULE: ./build/stage/src/go/coverage/profile.js
var profile = __webpack_require__(20007);
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
// EXTERNAL MODULE: ./build/stage/src/collect/change-coverage.js + 2 modules
var change_coverage = __webpack_require__(69412);
// EXTERNAL MODULE: ./build/stage/src/collect/coverage-data.js
var coverage_data = __webpack_require__(6312);
// EXTERNAL MODULE: ./build/stage/src/collect/coverage-files.js + 2 modules
var collect_coverage_files = __webpack_require__(77412);
// EXTERNAL MODULE: ./build/stage/src/collect/coverage-for-tools.js + 2 modules
var coverage_for_tools = __webpack_require__(95579);
// EXTERNAL MODULE: ./build/stage/src/collect/files.js
var files = __webpack_require__(84210);
// EXTERNAL MODULE: ./build/stage/src/collect/go-sources.js
var go_sources = __webpack_require__(95396);
// EXTERNAL MODULE: ./build/stage/src/collect/missing.js
var collect_missing = __webpack_require__(76125);
;// CONCATENATED MODULE: ./build/stage/src/collect/coverage.js



















/**
 * Reads the coverage profiles of the test stage, one of each of its commands. Of the only module, it is that of the run: writes the files of `coverage` and holds it against the
 * thresholds. Of one of several, writes `coverage/<module>/coverage.{out,json}` and answers its share of the run's.
 */
async function collectCoverage(outcome, data, facts, results) {
    const tested = await readProfile((0,attempts/* profilePaths */.IU)(outcome));
    const named = tested === null ? [] : (0,coverage_files/* namedFiles */.VI)(tested, placesOf(facts));
    const ofTests = tested === null ? null : { mode: tested.mode, files: named };
    const { profile, problems: refused } = await (0,coverage_data/* addData */.ys)(ofTests, data, facts);
    const files = await selectFiles(profile?.files ?? [], facts);
    const counts = profile === null ? null : (0,summary/* summarizeCoverage */.G0)(files);
    const missing = await (0,collect_missing/* findMissing */.y7)(named, facts, results);
    const problem = tested?.problem ?? null;
    const settings = (0,collect_missing/* settingsOf */.f5)(facts.config);
    const several = facts.project.modules.length > 1;
    const change = several ? null : await (0,change_coverage/* changeCoverage */.j)(files, { ...facts, missing, settings });
    const patch = change?.patch ?? null;
    const thresholds = several ? null : (0,threshold/* judgeCoverage */.o)({ counts, missing, problem, patch }, settings.limits);
    const own = profile === null ? null : { mode: profile.mode, files };
    const share = several ? { profile: own, problem, settings } : null;
    const coverage = coverageOf(counts, missing, thresholds);
    if (profile !== null && coverage !== null) {
        await writeFiles({ coverage, mode: profile.mode, files, differing: null }, facts);
    }
    return { coverage, thresholds, share, change, covered: several ? [] : files, refused };
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
        await (0,collect_coverage_files/* writeNumbers */.W1)(written, where);
        return await (0,coverage_for_tools/* writeForTools */.y)(written, where);
    }
    const scope = { modules: project.modules.map(({ dir }) => dir), root: project.directory };
    const slug = (0,stage_id/* moduleSlugs */.xX)(scope, Object.values(collect_coverage_files/* coverageFileNames */.jE)).get(module.dir) ?? module.dir;
    await (0,collect_coverage_files/* writeNumbers */.W1)(written, { dir: (0,external_node_path_.join)(output.coverage, slug), redactor });
}
/** One out of several, added up by their mode: what ran again counts besides. null where none was written. */
async function readProfile(paths) {
    const reader = (0,profile/* createProfileReader */.F)();
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
    const lineCount = (path) => (0,go_sources/* readText */.yR)(project, path)?.split("\n").length ?? null;
    const placed = [];
    for (const [dir, files] of (0,group_by/* groupBy */.$)(named, packageDir)) {
        const sources = dir === null ? [] : await (0,go_sources/* readGoSources */.r2)(project, dir);
        for (const { path, text } of sources)
            if ((0,project_generated/* isGenerated */.U)(text))
                generated.add(path);
        placed.push(...(dir === null ? files : placeFiles(files, sources, { ...source, ownLines, lineCount })));
    }
    return (0,coverage_files/* withoutExcluded */.fP)(placed, { ...placesOf(facts), isExcluded });
}
/** null for packages of other modules. */
function packageDir({ path }) {
    return path === null ? null : external_node_path_.posix.dirname(path);
}


/***/ }),

/***/ 95396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r2: () => (/* binding */ readGoSources),
/* harmony export */   xP: () => (/* binding */ textSize),
/* harmony export */   yR: () => (/* binding */ readText)
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
    return textSize({ root }, path) === null ? null : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path), "utf8");
}
/** How many bytes that would read; null: nothing. */
function textSize({ root }, path) {
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path), { throwIfNoEntry: false });
    return stat?.isFile() && stat.size <= sourceLimit ? stat.size : null;
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
            patch: config.coveragePatchThreshold,
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
        const sources = await (0,_go_sources_js__WEBPACK_IMPORTED_MODULE_3__/* .readGoSources */ .r2)(project, dir);
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
/* harmony export */   R: () => (/* binding */ writePieces),
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
/** Writes a file that is not there yet, piece by piece; half of it is not left behind. */
async function writePieces(path, pieces) {
    const file = await TextFile.create(path);
    try {
        try {
            for await (const piece of pieces) {
                file.write(piece);
                if (file.full)
                    await file.drain();
            }
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

/***/ 62578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G0: () => (/* binding */ summarizeCoverage),
/* harmony export */   by: () => (/* binding */ by),
/* harmony export */   fM: () => (/* binding */ lastLine),
/* harmony export */   t1: () => (/* binding */ uncoveredLines),
/* harmony export */   zO: () => (/* binding */ countedBlocks)
/* harmony export */ });
/* harmony import */ var _model_percent_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30383);
/* harmony import */ var _functions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11107);


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
        if (file.functions === null || (0,_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .isInFunction */ .ab)(file.functions, block))
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
    return { percent: (0,_model_percent_js__WEBPACK_IMPORTED_MODULE_1__/* .percentOf */ .p)(count.covered, count.statements), ...count };
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
/** The order of texts under a key. */
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
    const { total, perPackage, perFile, patch } = limits;
    const judged = [
        ...(total === null ? [] : [judgeTotal(coverage, total)]),
        ...(perPackage === null ? [] : judgePackages(coverage, perPackage)),
        ...judgeFiles(coverage, perFile),
        ...(patch === null || coverage.patch === null ? [] : [judgePatch(coverage, coverage.patch, patch)]),
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
/** A change without statements meets every limit. */
function judgePatch({ counts, missing, problem }, patch, floor) {
    const { covered, statements } = patch;
    const absent = missing.length === 0 ? null : `${listed(missing)} left no coverage profile`;
    const incomplete = incompleteBecause(counts, problem) ?? absent;
    const lines = patch.files.flatMap(({ path, uncovered }) => uncovered.map(([from, to]) => `${path}:${from}${from === to ? "" : `-${to}`}`));
    const low = `coverage of the change is ${shown(patch)}, below the patch threshold of ${floor}%: no test reaches ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .firstOf */ .Ku)(lines, 5)}`;
    const reason = unmet(floor, incomplete, "patch") ?? (statements === 0 || reaches(patch, floor) ? null : low);
    return judgement({ what: "patch", name: null, floor, covered, statements }, reason);
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
function unmet(floor, why, what = "coverage") {
    return why === null ? null : `the ${what} threshold of ${floor}% is not met: ${why}`;
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


/***/ })

};
