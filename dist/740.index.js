export const id = 740;
export const ids = [740];
export const modules = {

/***/ 45834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ notReusable),
/* harmony export */   Qi: () => (/* binding */ keyParts),
/* harmony export */   R_: () => (/* binding */ stepNotReusable),
/* harmony export */   TN: () => (/* binding */ keyOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var shlex__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95637);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58924);



/** Raised when the meaning of a key or the form of an entry changes. */
const formatVersion = 1;
function keyParts(step, facts) {
    return {
        formatVersion,
        stage: step.stage,
        sources: facts.sources,
        toolchain: facts.toolchain,
        environment: (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .o)(relevantEnvironment(facts)),
        commands: (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .o)([step.module, step.commands, step.lfCopies, step.stopAtFirstFailure]),
    };
}
function keyOf(parts) {
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .o)(parts);
}
/**
 * Everything that `go env` knows, whichever way it was set, and all variables by which Go, its tools and a C compiler are told something
 * (https://pkg.go.dev/cmd/go#hdr-Environment_variables). GOGCCFLAGS holds the name of a temporary directory.
 */
function relevantEnvironment({ goEnv, env }) {
    const known = Object.entries(goEnv).filter(([name]) => name !== "GOGCCFLAGS");
    const named = /^(GO|CGO_|CC$|CXX$|FC$|AR$|PKG_CONFIG|LD_|C_INCLUDE_PATH|CPLUS_INCLUDE_PATH|CPATH|LIBRARY_PATH|SOURCE_DATE_EPOCH$)/;
    const given = Object.entries(env).filter(([name]) => named.test(name));
    return [...known, ...given].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
/** Why no result may be reused here: something decides it that the key does not hold. null when nothing does. */
function notReusable({ goEnv, root, moduleFiles }) {
    const gowork = goEnv["GOWORK"] ?? "";
    if (goEnv["GO111MODULE"] === "off")
        return "GO111MODULE is off";
    if (gowork !== "" && gowork !== "off" && !isBelow(root, gowork))
        return "go.work lies outside the repository";
    if (moduleFiles.some(replacesOutside))
        return "go.mod or go.work names a directory outside its own";
    const strange = words(goEnv["GOFLAGS"] ?? "").find((flag) => !harmlessFlag.test(flag));
    return strange === undefined ? null : `GOFLAGS has ${strange}`;
}
/** Flags that name no file or program; others, such as -toolexec, -overlay or -modfile, let something decide that is no source. */
const harmlessFlag = /^--?(mod=(mod|readonly|vendor)|trimpath(=\w+)?|buildvcs(=\w+)?|tags=[^/]*|p=\d+|v|x|race(=\w+)?|modcacherw(=\w+)?|count=\d+|short(=\w+)?)$/;
/** `replace` and `use` lines that lead up or to an absolute path. What is above a nested module may still be in the repository: that costs a reuse, no more. */
function replacesOutside(content) {
    const lines = content.split("\n").map((line) => line.replace(/\/\/.*$/, ""));
    return lines.some((line) => /(^|\s|["`])(\.\.([/\\]|["`]?\s*$)|\/|[A-Za-z]:[/\\])/.test(line));
}
function isBelow(root, path) {
    const { relative, isAbsolute } = /^[A-Za-z]:/.test(root) ? node_path__WEBPACK_IMPORTED_MODULE_0__.win32 : node_path__WEBPACK_IMPORTED_MODULE_0__.posix;
    const way = relative(root, path);
    return !way.startsWith("..") && !isAbsolute(way);
}
/** Why the result of this step may not be reused although others may; null when it may. */
function stepNotReusable(step) {
    if (step.stage === "format" || step.stage === "vet")
        return null;
    if (!step.stage.startsWith("build:"))
        return "only Go's own cache decides about it";
    for (const { args, env } of step.commands) {
        const flags = args.filter((arg) => typeof arg === "string");
        if (env["CGO_ENABLED"] !== "0")
            return "C libraries of this machine go into it";
        if (flags.includes("-buildvcs=true"))
            return "the state of the repository is stamped into it";
        const ldflags = flags.find((flag) => flag.startsWith("-ldflags="))?.slice("-ldflags=".length) ?? "";
        if (!isHarmless(ldflags))
            return "ldflags may name files of this machine";
    }
    return null;
}
/** `-s`, `-w`, `-buildid` and `-X`, perhaps for a pattern of packages (`all=-s -w`). */
function isHarmless(ldflags) {
    const flags = words(ldflags.replace(/^[\w./-]*=(?=-)/, ""));
    return flags.every((flag, index) => /^--?(s|w|X|X=.*|buildid=.*)$/.test(flag) || /^--?X$/.test(flags[index - 1] ?? ""));
}
/** Split as Go splits them, at blanks outside of quotes. A quote without an end is no flag of ours to judge. */
function words(text) {
    try {
        return (0,shlex__WEBPACK_IMPORTED_MODULE_1__/* .split */ .lD)(text);
    }
    catch (error) {
        if (error instanceof Error)
            return [text];
        throw error;
    }
}


/***/ }),

/***/ 78740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Reuse: () => (/* binding */ Reuse)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/engine/outcome.js
var outcome = __webpack_require__(57995);
// EXTERNAL MODULE: ./build/stage/src/engine/host/reuse/key.js
var key = __webpack_require__(45834);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/stage/src/project/in-slices.js
var in_slices = __webpack_require__(94983);
// EXTERNAL MODULE: ./build/stage/src/project/source.js + 1 modules
var source = __webpack_require__(41253);
// EXTERNAL MODULE: ./build/stage/src/engine/host/digest.js
var digest = __webpack_require__(58924);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/reuse/sources.js








/**
 * Reads every file that a build could read: what would go to an engine elsewhere (tracked, new, and ignored files that a build needs), and the ones that
 * only their secret-looking names keep here. More than a stage needs, so a change of a file that it does not read makes it run again, never the reverse.
 */
async function readSources(request) {
    const paths = await listPaths(request);
    const files = await Promise.all(await (0,in_slices/* inSlices */.Z)(paths, (path) => readFacts(request.root, path)));
    const moduleFiles = files.filter(({ path }) => isModuleFile(path)).map(({ content }) => content?.toString() ?? "");
    return {
        digest: (0,digest/* digestOf */.o)(files.map(({ path, kind, hash }) => [path, kind, hash])),
        stamp: (0,digest/* digestOf */.o)(files.map(({ path, stamp }) => [path, stamp])),
        moduleFiles,
    };
}
/** The stamp of the files as they are now, without reading them. */
async function readStamp(request) {
    const paths = await listPaths(request);
    return (0,digest/* digestOf */.o)(await (0,in_slices/* inSlices */.Z)(paths, (path) => [path, statOf((0,external_node_path_.join)(request.root, path)).stamp]));
}
async function listPaths(request) {
    const { files, secretLooking } = await (0,source/* readUploadRule */.w)(request);
    return [...files, ...secretLooking].sort();
}
function isModuleFile(path) {
    return /(^|\/)go\.(mod|work)$/.test(path);
}
/** At once, except for a file that is too large to be read while everything else waits. */
function readFacts(root, path) {
    const absolute = (0,external_node_path_.join)(root, path);
    const { kind, stamp } = statOf(absolute);
    const target = kind === "link" ? (0,external_node_fs_.readlinkSync)(absolute) : "";
    const hash = (0,external_node_crypto_.createHash)("sha256").update(`${target}\0`);
    // A link counts by where it leads and by what is there.
    const size = kind === "missing" || kind === "other" ? null : fileSize(absolute);
    if (size !== null && size > readWhole)
        return readLarge(absolute, hash, { path, kind, stamp });
    const content = size === null ? null : (0,external_node_fs_.readFileSync)(absolute);
    if (content !== null)
        hash.update(content);
    return { path, kind, hash: hash.digest("hex"), stamp, content: isModuleFile(path) ? content : null };
}
async function readLarge(absolute, hash, known) {
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(absolute), hash, { end: false });
    return { ...known, hash: hash.digest("hex"), content: null };
}
/** Bytes. */
const readWhole = 1_000_000;
/** Of a regular file, links followed; null for anything else (Go follows no links to directories) and for nothing. */
function fileSize(path) {
    try {
        const found = (0,external_node_fs_.statSync)(path);
        return found.isFile() ? found.size : null;
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "ENOENT", "ELOOP", "ENOTDIR"))
            return null;
        throw error;
    }
}
function statOf(path) {
    try {
        const found = (0,external_node_fs_.lstatSync)(path, { bigint: true });
        const stamp = [found.mode, found.size, found.mtimeNs, found.ctimeNs, found.ino].join(" ");
        const kind = found.isSymbolicLink() ? "link" : found.isFile() ? "file" : "other";
        return { kind: kind === "file" && (found.mode & 64n) !== 0n ? "executable" : kind, stamp };
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "ENOENT", "ENOTDIR"))
            return { kind: "missing", stamp: "" };
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/reuse/toolchain.js



/** Programs of a Go toolchain that decide what a format, vet or build stage finds, relative to GOROOT and GOTOOLDIR. */
const goPrograms = ["bin/go", "bin/gofmt"];
const tools = ["compile", "asm", "link", "vet", "cgo"];
/**
 * Says which toolchain it is: version, place, and of each program size and time; also of the C compiler, which vet uses through cgo. As with Go's own
 * cache, changes of C libraries are not seen (`go help cache`).
 */
async function describeToolchain({ goEnv, env, windows }) {
    const suffix = windows ? ".exe" : "";
    const value = (name) => goEnv[name] ?? "";
    const own = [
        ...goPrograms.map((name) => (0,external_node_path_.join)(value("GOROOT"), name + suffix)),
        ...tools.map((name) => (0,external_node_path_.join)(value("GOTOOLDIR"), name + suffix)),
    ];
    const compiler = await findProgram(value("CC").split(" ")[0] ?? "", env, suffix);
    const facts = await Promise.all([...own, compiler ?? ""].map(describeFile));
    return [value("GOVERSION"), value("GOROOT"), ...facts].join("\n");
}
/** A tool that is built on demand has no file yet (since Go 1.25: https://go.dev/doc/go1.25#go-command); the version stands for it. */
async function describeFile(path) {
    if (path === "")
        return "none";
    const found = await (0,errors/* ifThere */.y)((0,promises_.stat)(path));
    return found === null ? `${path} none` : `${path} ${found.size} ${found.mtimeMs}`;
}
async function findProgram(name, env, suffix) {
    if (name === "")
        return null;
    if ((0,external_node_path_.isAbsolute)(name))
        return name;
    for (const dir of (env["PATH"] ?? "").split(external_node_path_.delimiter)) {
        const path = (0,external_node_path_.join)(dir, name + suffix);
        if (dir !== "" && !(await describeFile(path)).endsWith(" none"))
            return path;
    }
    return null;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/reuse/reuse.js






/**
 * Results of format, vet and build stages that passed before with the same sources, toolchain, environment and command: they are taken instead of made
 * again. Tests are left to Go's own cache. What goes wrong in here costs time, never a result: the stage then runs.
 */
class Reuse {
    #options;
    #sources;
    #staged = [];
    /** By module directory; null: not here. */
    #facts = new Map();
    /** Begins to read the sources at once. */
    constructor(options) {
        this.#options = options;
        this.#sources = this.#unlessBroken(() => readSources(options));
    }
    /** `goEnv`: what `go env -json` prints in the directory of the module. `root`: the repository as Go sees it. */
    know(module, root, goEnv) {
        this.#facts.set(module, this.#unlessBroken(() => this.#gather(root, goEnv)));
    }
    async #gather(root, goEnv) {
        const { env, windows, log } = this.#options;
        const [sources, toolchain] = await Promise.all([this.#sources, describeToolchain({ goEnv, env, windows })]);
        if (sources === null)
            return null;
        const reason = (0,key/* notReusable */.D_)({ goEnv, root, moduleFiles: sources.moduleFiles });
        if (reason !== null)
            log(`no results are reused: ${reason}`);
        return reason === null ? { goEnv, env, sources: sources.digest, toolchain } : null;
    }
    /** The outcome of an earlier run, with its files in `resultDir`; null when the step has to run. */
    async find(step, resultDir) {
        const startedAt = new Date();
        const parts = await this.#partsOf(step);
        if (parts === null)
            return null;
        const entry = await this.#unlessBroken(() => this.#options.store.take(parts, resultDir));
        return entry === null ? null : reusedOutcome(step, entry, resultDir, startedAt);
    }
    /** Takes note of how a step ended. What passed will be kept, if the sources are still the same at the end. */
    async offer(step, outcome) {
        const parts = this.#options.write ? await this.#partsOf(step) : null;
        if (parts === null)
            return;
        await this.#unlessBroken(async () => {
            if (!hasPassed(step, outcome) || !(await this.#isKeepable(step, outcome)))
                return;
            const commands = outcome.commands.map(({ durationMs }) => ({ durationMs }));
            const facts = { durationMs: outcome.durationMs, commands };
            this.#staged.push(await this.#options.store.stage(parts, outcome.resultDir, facts));
        });
    }
    /** What was printed is kept as it is, so there must be no secret in it; gofmt says by its output alone that a file is not formatted. */
    async #isKeepable(step, { commands }) {
        const { redact } = this.#options;
        const outputs = await Promise.all(commands.map(({ stdout }) => (0,promises_.readFile)(stdout, "utf8")));
        if (step.stage === "format" && outputs.some((text) => text !== ""))
            return false;
        const errors = await Promise.all(commands.map(({ stderr }) => (0,promises_.readFile)(stderr, "utf8")));
        return [...outputs, ...errors].every((text) => redact(text) === text);
    }
    /** Keeps what passed, unless somebody wrote to the sources meanwhile: then nobody knows which state was compiled. */
    async end() {
        if (this.#staged.length === 0)
            return;
        await this.#unlessBroken(async () => {
            const sources = await this.#sources;
            const same = sources !== null && sources.stamp === (await readStamp(this.#options));
            for (const entry of this.#staged)
                await (same ? entry.keep() : entry.drop());
            await this.#options.store.trim();
            return null;
        });
    }
    async #partsOf(step) {
        if ((0,key/* stepNotReusable */.R_)(step) !== null)
            return null;
        const facts = await this.#facts.get(step.module);
        return facts === undefined || facts === null ? null : (0,key/* keyParts */.Qi)(step, facts);
    }
    async #unlessBroken(work) {
        try {
            return await work();
        }
        catch (error) {
            this.#options.log(`results of earlier runs cannot be used: ${(0,errors/* messageOf */.bD)(error)}`);
            return null;
        }
    }
}
function hasPassed(step, { end, commands }) {
    return (end === "exited" && commands.length === step.commands.length && commands.every(({ exitCode }) => exitCode === 0));
}
function reusedOutcome(step, entry, resultDir, startedAt) {
    const commands = entry.commands.map(({ durationMs }, index) => ({
        exitCode: 0,
        signal: null,
        durationMs,
        ...(0,outcome/* outputFiles */.L)(resultDir, index),
    }));
    return (0,outcome/* outcomeOf */.s)({ step, resultDir }, { end: "exited", startedAt, cached: true, commands });
}


/***/ }),

/***/ 41253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ readUploadRule)
});

// UNUSED EXPORTS: uploadRule

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/go/glob.js
var go_glob = __webpack_require__(9165);
;// CONCATENATED MODULE: ./build/stage/src/project/embed.js

/** The patterns of the `//go:embed` lines in a Go file, unquoted; https://pkg.go.dev/embed#hdr-Directives. */
function embedPatterns(source) {
    const lines = source.matchAll(/^\/\/go:embed[ \t]+(.+?)\r?$/gm);
    return [...lines].flatMap((line) => splitPatterns(line[1] ?? ""));
}
function splitPatterns(text) {
    const words = text.match(/"(?:[^"\\]|\\.)*"|`[^`]*`|[^\s"`]+/g) ?? [];
    return words.map((word) => {
        if (word.startsWith("`"))
            return word.slice(1, -1);
        return word.startsWith('"') ? word.slice(1, -1).replaceAll(/\\(.)/g, "$1") : word;
    });
}
/**
 * Answers whether `pattern` embeds the file at `path`, relative to the package directory. A pattern that names a directory takes its whole
 * tree, without names that begin with `.` or `_` unless it begins with `all:`.
 */
function embedMatcher(pattern) {
    const all = pattern.startsWith("all:");
    const glob = all ? pattern.slice("all:".length) : pattern;
    if (glob === ".")
        return (path) => all || !hasHiddenName(path.split("/"));
    const depth = glob.split("/").length;
    const matches = (0,go_glob/* pathMatcher */.kZ)(glob);
    return (path) => {
        const names = path.split("/");
        if (names.length < depth || !matches(names.slice(0, depth).join("/")))
            return false;
        return all || !hasHiddenName(names.slice(depth));
    };
}
function hasHiddenName(names) {
    return names.some((name) => name.startsWith(".") || name.startsWith("_"));
}

// EXTERNAL MODULE: ./build/stage/src/project/regular-file.js
var regular_file = __webpack_require__(84125);
// EXTERNAL MODULE: ./build/stage/src/project/tree.js
var project_tree = __webpack_require__(51280);
;// CONCATENATED MODULE: ./build/stage/src/project/source.js





/** Applies the rule to the repository as it is now. */
async function readUploadRule(request) {
    const without = request.without
        .map((path) => (0,external_node_path_.relative)(request.root, path).replaceAll("\\", "/"))
        .filter((path) => path !== "" && !path.startsWith("../"));
    const tree = withoutPaths(await (0,project_tree/* listTree */.n)(request.root), without);
    const embedded = await readEmbedded(request.root, tree);
    const rule = uploadRule(tree, embedded.needed);
    const warnings = [...(tree.warning === null ? [] : [treeWarning(tree.warning)]), ...embedded.warnings];
    return { ...rule, exclude: [...rule.exclude, ...without].sort(), warnings: [...rule.warnings, ...warnings] };
}
function treeWarning(problem) {
    return `${problem}; the whole tree is sent, as .gitignore allows`;
}
function withoutPaths(tree, without) {
    const stays = (path) => !without.some((left) => path === left || path.startsWith(`${left}/`));
    return {
        ...tree,
        tracked: tree.tracked.filter(stays),
        untracked: tree.untracked.filter(stays),
        ignored: tree.ignored.filter(stays),
    };
}
/** The rule itself. `embedded`: which ignored files a `//go:embed` line names. */
function uploadRule(tree, embedded) {
    const isNeeded = neededForBuild(tree);
    const wanted = [...tree.untracked, ...tree.ignored.filter((path) => embedded.has(path) || isNeeded(path))];
    const secretLooking = wanted.filter((path) => looksSecret(path) && !(tree.source === "walk" && isFixture(path)));
    const left = new Set(secretLooking);
    const files = [...tree.tracked, ...wanted.filter((path) => !left.has(path))].sort();
    const exclude = excludes(files, [...tree.ignored, ...secretLooking]);
    return { files, exclude, secretLooking, warnings: [] };
}
/** `.env*`, `*.pem`, `.netrc`. */
function looksSecret(path) {
    return /^(\.env.*|.*\.pem|\.netrc)$/i.test(external_node_path_.posix.basename(path));
}
/** Without git nothing says that a key is meant to be there, except that it lies where Go keeps the data of tests. */
function isFixture(path) {
    return path.split("/").includes("testdata");
}
/** Extensions from https://pkg.go.dev/cmd/go#hdr-Go_and_non_Go_source_files_ and go/build's `goodOSArchFile` callers. */
const sourceFile = /\.(go|s|S|sx|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|swig|swigcxx|syso)$/;
function neededForBuild(tree) {
    const all = [...tree.tracked, ...tree.untracked, ...tree.ignored];
    const packageDirs = new Set(all.filter((path) => path.endsWith(".go")).map((path) => external_node_path_.posix.dirname(path)));
    const vendors = all.filter((path) => /(^|\/)vendor\/modules\.txt$/.test(path)).map((path) => external_node_path_.posix.dirname(path));
    return (path) => {
        if (vendors.some((vendor) => path.startsWith(`${vendor}/`)))
            return true;
        if (outsideBuilds(path))
            return false;
        if (/^go\.(mod|sum|work|work\.sum)$/.test(external_node_path_.posix.basename(path)))
            return true;
        return sourceFile.test(path) && packageDirs.has(external_node_path_.posix.dirname(path));
    };
}
/** Go looks for no packages below names with a leading `.` or `_`; a module cache inside the repository is not part of it. */
function outsideBuilds(path) {
    return /(^|\/)pkg\/mod\//.test(path) || /(^|\/)[._][^/]*\//.test(path);
}
/** Largest directories without a file that stays, and single files elsewhere. */
function excludes(stay, leave) {
    const busy = new Set();
    for (const path of stay)
        for (const dir of parents(path))
            busy.add(dir);
    const staying = new Set(stay);
    const found = leave
        .map((path) => path.replace(/\/$/, ""))
        .filter((path) => !staying.has(path))
        .map((path) => parents(path).find((dir) => !busy.has(dir)) ?? path);
    return [...new Set(found)].sort();
}
/** Directories above a path, outermost first, without the root. */
function parents(path) {
    const names = path.split("/").slice(0, -1);
    return names.map((_, index) => names.slice(0, index + 1).join("/"));
}
/** Which ignored files the Go files above them embed. Only Go files that have an ignored file beside or below them are read. */
async function readEmbedded(root, tree) {
    const needed = new Set();
    const warnings = [];
    const below = ignoredBelow(tree);
    for (const goFile of [...tree.tracked, ...tree.untracked, ...tree.ignored]) {
        const dir = external_node_path_.posix.dirname(goFile);
        const candidates = goFile.endsWith(".go") && !outsideBuilds(goFile) ? below.get(dir) : undefined;
        if (candidates === undefined)
            continue;
        try {
            const matchers = embedPatterns(await (0,regular_file/* readRegularFile */.X)((0,external_node_path_.join)(root, goFile))).map(embedMatcher);
            const inDir = (path) => (dir === "." ? path : path.slice(dir.length + 1));
            for (const path of candidates)
                if (matchers.some((matches) => matches(inDir(path))))
                    needed.add(path);
        }
        catch (error) {
            // Tracked but deleted in the working tree.
            if (!(0,errors/* hasCode */.up)(error, "ENOENT", "EISDIR"))
                warnings.push(`${goFile} could not be read: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
    return { needed, warnings };
}
/** Ignored files by every directory above them that holds a Go file. */
function ignoredBelow(tree) {
    const goDirs = new Set();
    for (const path of [...tree.tracked, ...tree.untracked, ...tree.ignored]) {
        if (path.endsWith(".go"))
            goDirs.add(external_node_path_.posix.dirname(path));
    }
    const below = new Map();
    for (const path of tree.ignored) {
        for (const dir of [".", ...parents(path)]) {
            if (!goDirs.has(dir))
                continue;
            const list = below.get(dir) ?? [];
            list.push(path);
            below.set(dir, list);
        }
    }
    return below;
}


/***/ })

};
