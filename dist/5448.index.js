export const id = 5448;
export const ids = [5448];
export const modules = {

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
function* redacted(pieces, redact) {
    for (const piece of pieces)
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
    for (const { path, lines, hits, covered } of files) {
        // A record ends with its line: the format cannot hold such a name.
        if (/[\r\n]/.test(path))
            continue;
        let text = `TN:\nSF:${path}\n`;
        for (let at = 0; at < lines.length; at++)
            text += `DA:${lines[at]},${hits[at]}\n`;
        yield `${text}LF:${lines.length}\nLH:${covered}\nend_of_record\n`;
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
        const found = hitsOf([first, ...others].flatMap(summary/* countedBlocks */.zO));
        return found.lines.length === 0 ? [] : [{ path, importPath: first.importPath, ...found }];
    })
        .sort((0,summary.by)("path"));
}
function hitsOf(blocks) {
    const counts = [];
    for (const block of blocks) {
        if (block.statements === 0)
            continue;
        const last = (0,summary/* lastLine */.fM)(block);
        for (let line = Math.max(1, block.startLine); line <= last; line++) {
            counts[line] = Math.max(counts[line] ?? 0, Math.min(block.count, maxHits));
        }
    }
    for (const [from, to] of (0,summary/* uncoveredLines */.t1)(blocks))
        for (let line = from; line <= to; line++)
            counts[line] = 0;
    return compact(counts);
}
/** Of an array with holes, where lines hold no statement. */
function compact(counts) {
    const lines = new Int32Array(counts.length);
    const hits = new Int32Array(counts.length);
    let [size, covered] = [0, 0];
    for (let line = 0; line < counts.length; line++) {
        const count = counts[line];
        if (count === undefined)
            continue;
        lines[size] = line;
        hits[size] = count;
        size += 1;
        if (count > 0)
            covered += 1;
    }
    return { lines: lines.slice(0, size), hits: hits.slice(0, size), covered };
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
        for await (const bytes of (0,lines/* readLineBytes */.qH)(path))
            reader.lines(bytes);
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
/* harmony import */ var _model_project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57543);
/* harmony import */ var _project_generated_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35451);
/* harmony import */ var _go_sources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95396);






/**
 * Packages that left no profile although they have something to cover: tested ones, and those without tests that were not built, which count as 0
 * otherwise.
 */
async function findMissing(named, facts, results) {
    const { config, inspection, project, packages } = facts;
    const tested = packages.filter((found) => (0,_model_project_js__WEBPACK_IMPORTED_MODULE_4__/* .hasTests */ .u)(found) || results.failed.has(found.importPath));
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
        const counted = sources.filter(({ path, text }) => !exclusion(path, `${importPath}/${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path)}`) && !(excludeGenerated && (0,_project_generated_js__WEBPACK_IMPORTED_MODULE_5__/* .isGenerated */ .U)(text)));
        if (counted.some(({ text }) => (0,_go_coverage_missing_js__WEBPACK_IMPORTED_MODULE_2__/* .hasStatements */ .$D)(text)))
            counting.push(importPath);
    }
    return counting;
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

/***/ 62578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G0: () => (/* binding */ summarizeCoverage),
/* harmony export */   by: () => (/* binding */ by),
/* harmony export */   fM: () => (/* binding */ lastLine),
/* harmony export */   t1: () => (/* binding */ uncoveredLines),
/* harmony export */   zO: () => (/* binding */ countedBlocks)
/* harmony export */ });
/* harmony import */ var _group_by_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82221);
/* harmony import */ var _model_percent_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30383);
/* harmony import */ var _functions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11107);



/** Statements and covered statements in all, by package and by file, with the lines that no test reached. The blocks of one path at a time are in memory. */
function summarizeCoverage(files) {
    const total = { covered: 0, statements: 0 };
    const packages = new Map();
    const reports = [];
    for (const [path, named] of (0,_group_by_js__WEBPACK_IMPORTED_MODULE_1__/* .groupBy */ .$)(files, (file) => file.path ?? file.name)) {
        const own = { covered: 0, statements: 0 };
        const lines = [];
        for (const file of named) {
            const counted = countedBlocks(file);
            const count = countOf(counted);
            const pkg = packages.get(file.importPath) ?? { covered: 0, statements: 0 };
            packages.set(file.importPath, pkg);
            if (file.lines)
                for (const block of counted)
                    lines.push(block);
            for (const sum of [total, pkg, own]) {
                sum.covered += count.covered;
                sum.statements += count.statements;
            }
        }
        reports.push({ path, ...withPercent(own), uncovered: uncoveredLines(lines) });
    }
    return {
        ...withPercent(total),
        packages: [...packages]
            .map(([importPath, count]) => ({ importPath, ...withPercent(count) }))
            .sort(by("importPath")),
        files: reports.sort(by("path")),
    };
}
/** The blocks of a file that count: all, or those in functions where these are known. */
function countedBlocks({ blocks, functions }) {
    const all = [...blocks];
    return functions === null ? all : all.filter((block) => (0,_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .isInFunction */ .ab)(functions, block));
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
    return { percent: (0,_model_percent_js__WEBPACK_IMPORTED_MODULE_2__/* .percentOf */ .p)(count.covered, count.statements), ...count };
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
    return `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDecimal */ .zJ)(percent ?? 0)}% (${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(covered)} of ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(statements)} statements)`;
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


/***/ })

};
