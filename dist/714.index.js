export const id = 714;
export const ids = [714];
export const modules = {

/***/ 45834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ notReusable),
/* harmony export */   Qi: () => (/* binding */ keyParts),
/* harmony export */   TN: () => (/* binding */ keyOf)
/* harmony export */ });
/* harmony import */ var _go_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84080);
/* harmony import */ var _text_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60938);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58924);



/** Raised when the meaning of a key or the form of an entry changes. */
const formatVersion = 2;
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
    if (gowork !== "" && gowork !== "off" && !(0,_text_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .isInside */ .FK)(root, gowork, (0,_text_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .styleOf */ .Vj)(root)))
        return "go.work lies outside the repository";
    if (moduleFiles.some(replacesOutside))
        return "go.mod or go.work names a directory outside its own";
    if (moduleFiles.some(namesGit))
        return "go.mod or go.work names a directory of git";
    const strange = (0,_go_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .flagWords */ .GK)(goEnv["GOFLAGS"] ?? "").find((flag) => !harmlessFlag.test(flag));
    return strange === undefined ? null : `GOFLAGS has ${strange}`;
}
/** Flags that name no file or program; others, such as -toolexec, -overlay or -modfile, let something decide that is no source. */
const harmlessFlag = /^--?(mod=(mod|readonly|vendor)|trimpath(=\w+)?|buildvcs(=\w+)?|tags=[^/]*|p=\d+|v|x|race(=\w+)?|modcacherw(=\w+)?|count=\d+|short(=\w+)?)$/;
/** `replace` and `use` lines that lead up or to an absolute path. What is above a nested module may still be in the repository: that costs a reuse, no more. */
function replacesOutside(content) {
    const lines = content.split("\n").map((line) => line.replace(/\/\/.*$/, ""));
    return lines.some((line) => /(^|\s|["`])(\.\.([/\\]|["`]?\s*$)|\/|[A-Za-z]:[/\\])/.test(line));
}
/** What lies in `.git` is no source, whatever lies there. */
function namesGit(content) {
    return /(^|[\s"`/\\])\.git([/\\"`\s]|$)/m.test(content.replaceAll(/\/\/.*$/gm, ""));
}


/***/ }),

/***/ 66714:
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
// EXTERNAL MODULE: ./build/stage/src/files/step-end.js
var step_end = __webpack_require__(47380);
// EXTERNAL MODULE: ./build/stage/src/model/passes.js
var passes = __webpack_require__(10393);
// EXTERNAL MODULE: ./build/stage/src/engine/outcome.js
var outcome = __webpack_require__(57995);
// EXTERNAL MODULE: ./build/stage/src/engine/host/reuse/key.js
var key = __webpack_require__(45834);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/project/in-slices.js
var in_slices = __webpack_require__(94983);
// EXTERNAL MODULE: ./build/stage/src/project/source.js + 3 modules
var source = __webpack_require__(24487);
// EXTERNAL MODULE: ./build/stage/src/engine/host/digest.js
var digest = __webpack_require__(58924);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/reuse/includes.js



/** The names in `#include "…"` lines. */
function includesOf(text) {
    return [...text.matchAll(/#[ \t]*include\b[^"\n]*"([^"\n]*)"/g)].map(([, name]) => name ?? "");
}
/**
 * Why assembly takes in a file that is not among `files`; null when it does not. Go's assembler looks in the directory of the package, whoever includes,
 * then in its own. What it takes from other directories is not in the key of Go's build cache either (Go 1.26.8).
 */
function unknownInclude(real, files) {
    const known = new Set(files.map(({ path }) => path));
    for (const { path, includes } of files) {
        const seen = new Set();
        const open = [...includes];
        for (let name = open.pop(); name !== undefined; name = open.pop()) {
            const found = resolve((0,external_node_path_.join)(real, external_node_path_.posix.dirname(path)), name);
            if (found === null || seen.has(found))
                continue;
            seen.add(found);
            const inside = (0,external_node_path_.relative)(real, found).split(external_node_path_.sep).join("/");
            if (inside.startsWith("../") || (0,external_node_path_.isAbsolute)(inside))
                return `${path} includes a file outside the repository`;
            if (!known.has(inside))
                return `${path} includes ${inside}, which git ignores`;
            open.push(...includesOf((0,external_node_fs_.readFileSync)(found, "latin1")));
        }
    }
    return null;
}
/** As the system goes: `..` behind a link leads to the parent of where the link leads. */
function resolve(dir, name) {
    try {
        return external_node_fs_.realpathSync.native((0,external_node_path_.isAbsolute)(name) ? name : `${dir}${external_node_path_.sep}${name}`);
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG"))
            return null;
        throw error;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/reuse/look.js



/** What is at `path` (absolute), without reading it. */
function lookAt(path) {
    const own = unlessMissing(() => (0,external_node_fs_.lstatSync)(path, { bigint: true }), "ENOENT", "ENOTDIR");
    if (own === null)
        return { kind: "missing", stamp: "", target: null, size: null };
    if (!own.isSymbolicLink()) {
        const size = own.isFile() ? own.size : null;
        return { kind: kindOf(own), stamp: timesOf(own), target: null, size };
    }
    const found = unlessMissing(() => (0,external_node_fs_.statSync)(path, { bigint: true }), "ENOENT", "ENOTDIR", "ELOOP");
    const target = found === null ? null : targetOf(found);
    // The time of a directory changes with what is no source of a build, such as our own output; its files have stamps of their own.
    const there = found === null ? "" : target === "file" ? timesOf(found) : `${found.dev} ${found.ino}`;
    return {
        kind: "link",
        stamp: `${timesOf(own)} ${there}`,
        target,
        size: found !== null && target === "file" ? found.size : null,
    };
}
function kindOf(found) {
    if (found.isDirectory())
        return "directory";
    if (!found.isFile())
        return "other";
    return (found.mode & 64n) === 0n ? "file" : "executable";
}
function targetOf(found) {
    return found.isFile() ? "file" : found.isDirectory() ? "directory" : "other";
}
function timesOf(found) {
    return [found.mode, found.size, found.mtimeNs, found.ctimeNs, found.ino].join(" ");
}
/**
 * Why what a link leads to is not among the sources; null when it is. Go follows links to directories where a module is (`replace`, `use`, `vendor`) and
 * where an import path names a package, though `./...` passes over them (Go 1.26.8).
 */
function unknownTarget({ root, real, without }, path, target) {
    if (target === null)
        return null;
    const there = external_node_fs_.realpathSync.native((0,external_node_path_.join)(root, path));
    const way = (0,external_node_path_.relative)(real, there);
    if (way.split(external_node_path_.sep)[0] === ".." || (0,external_node_path_.isAbsolute)(way))
        return `the link ${path} leads out of the repository`;
    if (target === "other")
        return `the link ${path} leads to no ordinary file`;
    const isLeft = way.split(external_node_path_.sep).includes(".git") || without.some((left) => `${there}${external_node_path_.sep}`.startsWith(`${left}${external_node_path_.sep}`));
    return target === "directory" && isLeft ? `the link ${path} leads to what is no source` : null;
}
function unlessMissing(look, ...codes) {
    try {
        return look();
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, ...codes))
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/reuse/source-file.js






function isModuleFile(path) {
    return /(^|\/)go\.(mod|work)$/.test(path);
}
/** Same as long as nobody wrote to the file, or, for a link, to the file it leads to. */
function stampOf(path) {
    return lookAt(path).stamp;
}
/** At once, except for a file that is too large to be read while everything else waits. */
function readFacts(place, path) {
    const absolute = (0,external_node_path_.join)(place.root, path);
    const { kind, stamp, target, size } = lookAt(absolute);
    // A link counts by where it leads and by what is there.
    const hash = (0,external_node_crypto_.createHash)("sha256").update(`${kind === "link" ? (0,external_node_fs_.readlinkSync)(absolute) : ""}\0`);
    const unknown = kind === "other" ? `${path} is no ordinary file` : unknownTarget(place, path, target);
    const known = { path, kind, stamp, unknown };
    if (size === null)
        return { ...known, ...said(path, null), hash: hash.digest("hex") };
    if (size > readWhole && !isRead(path))
        return readLarge(absolute, hash, known);
    const content = (0,external_node_fs_.readFileSync)(absolute);
    return { ...known, ...said(path, content), hash: hash.update(content).digest("hex") };
}
async function readLarge(absolute, hash, known) {
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(absolute), hash, { end: false });
    return { ...known, ...said(known.path, null), hash: hash.digest("hex") };
}
/** Bytes. */
const readWhole = 1_000_000;
/** Files that are not only hashed. */
function isRead(path) {
    return isModuleFile(path) || /\.(go|s)$/.test(path);
}
/** What else the file says, by its name and content. */
function said(path, content) {
    const extension = external_node_path_.posix.extname(path);
    const swig = extension === ".swig" || extension === ".swigcxx";
    return {
        content: isModuleFile(path) ? content : null,
        cgo: swig || (extension === ".go" && content !== null && importsC(content)),
        includes: extension === ".s" && content !== null ? includesOf(content.toString("latin1")) : [],
    };
}
/** `import "C"`, alone or in a group. What only looks like it, in a comment or a string, costs a reuse, no more. */
function importsC(content) {
    return content.includes('"C"') && /(^|\bimport|[(;]|\*\/)[ \t]*"C"/m.test(content.toString("latin1"));
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/reuse/sources.js







/**
 * Reads every file that a build without cgo could read, those of submodules and of checkouts inside the checkout included. More than a stage needs, so a
 * change of a file that it does not read makes it run again, never the reverse.
 */
async function readSources(request) {
    const paths = await (0,source/* readBuildFiles */.CR)(request);
    const place = await placeOf(request);
    const files = await Promise.all(await (0,in_slices/* inSlices */.Z)(paths, (path) => readFacts(place, path)));
    const moduleFiles = files.filter(({ path }) => isModuleFile(path)).map(({ content }) => content?.toString() ?? "");
    const unknown = files.find((file) => file.unknown !== null)?.unknown ?? unknownInclude(place.real, files);
    return {
        digest: (0,digest/* digestOf */.o)(files.map(({ path, kind, hash }) => [path, kind, hash])),
        stamp: (0,digest/* digestOf */.o)(files.map(({ path, stamp }) => [path, stamp])),
        ...{ moduleFiles, unknown },
        cgo: files.some((file) => file.cgo),
    };
}
/** The stamp of the files as they are now, without reading them. */
async function readStamp(request) {
    const paths = await (0,source/* readBuildFiles */.CR)(request);
    return (0,digest/* digestOf */.o)(await (0,in_slices/* inSlices */.Z)(paths, (path) => [path, stampOf((0,external_node_path_.join)(request.root, path))]));
}
async function placeOf({ root, without }) {
    const real = await (0,promises_.realpath)(root);
    return { root, real, without: without.map((path) => (0,external_node_path_.join)(real, (0,external_node_path_.relative)(root, path))) };
}

// EXTERNAL MODULE: ./build/stage/src/text/variables.js
var variables = __webpack_require__(83711);
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
    const path = (0,variables/* variable */.b)(env, "PATH", windows) ?? "";
    const value = (name) => goEnv[name] ?? "";
    const own = [
        ...goPrograms.map((name) => (0,external_node_path_.join)(value("GOROOT"), name + suffix)),
        ...tools.map((name) => (0,external_node_path_.join)(value("GOTOOLDIR"), name + suffix)),
    ];
    const compiler = await findProgram(value("CC").split(" ")[0] ?? "", path, suffix);
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
async function findProgram(name, path, suffix) {
    if (name === "")
        return null;
    if ((0,external_node_path_.isAbsolute)(name))
        return name;
    for (const dir of path.split(external_node_path_.delimiter)) {
        const file = (0,external_node_path_.join)(dir, name + suffix);
        if (dir !== "" && !(await describeFile(file)).endsWith(" none"))
            return file;
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
    #said = new Set();
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
        const { env, windows } = this.#options;
        const [sources, toolchain] = await Promise.all([this.#sources, describeToolchain({ goEnv, env, windows })]);
        if (sources === null)
            return null;
        const reason = sources.unknown ?? (0,key/* notReusable */.D_)({ goEnv, root, moduleFiles: sources.moduleFiles });
        if (reason !== null)
            this.#sayOnce(`no results are reused: ${reason}`);
        if (reason !== null)
            return null;
        const cgo = sources.cgo && goEnv["CGO_ENABLED"] !== "0";
        return { cgo, key: { goEnv, env, sources: sources.digest, toolchain } };
    }
    /** Modules share most reasons. */
    #sayOnce(line) {
        if (!this.#said.has(line))
            this.#options.log(line);
        this.#said.add(line);
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
            if (outcome.end !== "exited" || !(0,passes/* hasPassed */.Pc)(step, await (0,step_end/* readStepEnd */.u)(step, outcome)))
                return;
            if (!(await this.#isKeepable(outcome)))
                return;
            const commands = outcome.commands.map(({ durationMs }) => ({ durationMs }));
            const facts = { durationMs: outcome.durationMs, commands };
            this.#staged.push(await this.#options.store.stage(parts, outcome.resultDir, facts));
        });
    }
    /** What was printed is kept as it is, so there must be no secret in it. */
    async #isKeepable({ commands }) {
        const { redact } = this.#options;
        const files = commands.flatMap(({ stdout, stderr }) => [stdout, stderr]);
        const texts = await Promise.all(files.map((file) => (0,promises_.readFile)(file, "utf8")));
        return texts.every((text) => redact(text) === text);
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
        if (step.reuse !== "by-sources" && step.reuse !== "by-go-sources")
            return null;
        const facts = (await this.#facts.get(step.module)) ?? null;
        return facts === null || (facts.cgo && step.reuse === "by-go-sources") ? null : (0,key/* keyParts */.Qi)(step, facts.key);
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

/***/ 24487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CR: () => (/* binding */ readBuildFiles),
  wG: () => (/* binding */ readUploadRule)
});

// UNUSED EXPORTS: uploadRule

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/files/regular-file.js
var regular_file = __webpack_require__(1939);
// EXTERNAL MODULE: ./build/stage/src/text/paths.js
var text_paths = __webpack_require__(60938);
// EXTERNAL MODULE: ./build/stage/src/text/glob.js + 7 modules
var text_glob = __webpack_require__(73282);
;// CONCATENATED MODULE: ./build/stage/src/project/embed.js

/** The patterns of the `//go:embed` lines in a Go file, indented ones in groups too, unquoted; https://pkg.go.dev/embed#hdr-Directives. */
function embedPatterns(source) {
    const lines = source.matchAll(/^[ \t]*\/\/go:embed[ \t]+(.+?)\r?$/gm);
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
    const matches = (0,text_glob/* pathMatcher */.k)(glob);
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

// EXTERNAL MODULE: ./build/stage/src/project/gomod.js
var gomod = __webpack_require__(60008);
;// CONCATENATED MODULE: ./build/stage/src/project/needed.js


/** Extensions from https://pkg.go.dev/cmd/go#hdr-Go_and_non_Go_source_files_ and go/build's `goodOSArchFile` callers. */
const sourceFile = /\.(go|s|S|sx|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|swig|swigcxx|syso)$/;
const moduleFile = /^go\.(mod|sum|work|work\.sum)$/;
/** Of a main package, Go takes the profile of this name: https://go.dev/doc/pgo#building. */
const profile = "default.pgo";
/**
 * Tells which ignored files a build most likely needs. `named`: directories that a go.mod or go.work names, which count whatever they are called.
 */
function neededForBuild(tree, named) {
    const all = everyPath(tree);
    const packageDirs = new Set(all.filter((path) => path.endsWith(".go")).map((path) => external_node_path_.posix.dirname(path)));
    const isVendored = vendored(all);
    return (path) => {
        if (isVendored(path))
            return true;
        if (outsideBuilds(path, named))
            return false;
        const name = external_node_path_.posix.basename(path);
        if (moduleFile.test(name))
            return true;
        return (sourceFile.test(name) || name === profile) && packageDirs.has(external_node_path_.posix.dirname(path));
    };
}
/**
 * Tells which ignored files a build without cgo could read, if only because an import names a directory with a leading `_` or `.`, which patterns such as
 * `./...` pass over. Module caches are left out: go.sum says what is in them.
 */
function readableByBuild(tree, named) {
    const all = everyPath(tree);
    const isVendored = vendored(all);
    const inCache = inModuleCache(tree, named);
    return (path) => {
        const name = external_node_path_.posix.basename(path);
        const known = moduleFile.test(name) || sourceFile.test(name) || name === profile || isVendored(path);
        return known && !inCache(path);
    };
}
function everyPath({ tracked, untracked, ignored }) {
    return [...tracked, ...untracked, ...ignored];
}
function vendored(all) {
    const dirs = all.filter((path) => /(^|\/)vendor\/modules\.txt$/.test(path)).map((path) => external_node_path_.posix.dirname(path));
    return (path) => dirs.some((dir) => path.startsWith(`${dir}/`));
}
/** `./...` finds no packages below names with a leading `.` or `_`, seen from the module; a module cache inside the repository is not part of it. */
function outsideBuilds(path, named) {
    const views = [
        path,
        ...named.filter((dir) => dir !== "." && (0,gomod/* isInside */.FK)(dir, path)).map((dir) => path.slice(dir.length)),
    ];
    return views.every((view) => /(^|\/)pkg\/mod\//.test(view) || /(^|\/)[._][^/]*\//.test(view));
}
/** Tells what lies in a module cache (`<cache>/cache/download/<module>/@v`), unless a go.mod or go.work names a directory there. */
function inModuleCache({ ignored }, named) {
    const found = ignored.map((path) => /^(.+?)\/cache\/download\/.+\/@v\//.exec(path)?.[1]);
    const caches = [...new Set(found)].filter((cache) => cache !== undefined);
    const left = caches.filter((cache) => !named.some((dir) => (0,gomod/* isInside */.FK)(cache, dir)));
    return (path) => left.some((cache) => (0,gomod/* isInside */.FK)(cache, path));
}
/** Directories above a path, outermost first, without the root. */
function parents(path) {
    const names = path.split("/").slice(0, -1);
    return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

;// CONCATENATED MODULE: ./build/stage/src/project/embedded.js





/** Which ignored files the Go files above them embed. Only Go files that have an ignored file beside or below them are read. */
async function readEmbedded(root, tree, counts) {
    const needed = new Set();
    const warnings = [];
    const below = ignoredBelow(tree);
    for (const goFile of everyPath(tree)) {
        const dir = external_node_path_.posix.dirname(goFile);
        const candidates = goFile.endsWith(".go") && counts(goFile) ? below.get(dir) : undefined;
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
            if (!(0,errors/* hasCode */.up)(error, "ENOENT", "ENOTDIR", "EISDIR"))
                warnings.push(`${goFile} could not be read: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
    return { needed, warnings };
}
/** Ignored files by every directory above them that holds a Go file. */
function ignoredBelow(tree) {
    const goDirs = new Set();
    for (const path of everyPath(tree)) {
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

// EXTERNAL MODULE: ./build/stage/src/project/in-slices.js
var in_slices = __webpack_require__(94983);
// EXTERNAL MODULE: ./build/stage/src/project/tree.js + 1 modules
var project_tree = __webpack_require__(11996);
;// CONCATENATED MODULE: ./build/stage/src/project/source.js










/** Applies the rule to the repository as it is now. */
async function readUploadRule({ root, without }) {
    const left = pathsBelow(root, without);
    const tree = withoutPaths(await (0,project_tree/* listTree */.n)(root), left);
    const named = await readNamed(root, tree);
    const embedded = await readEmbedded(root, tree, (path) => !outsideBuilds(path, named));
    const rule = uploadRule(tree, embedded.needed, named);
    const warnings = [...(tree.warning === null ? [] : [treeWarning(tree.warning)]), ...embedded.warnings];
    return { ...rule, exclude: [...rule.exclude, ...left].sort(), warnings: [...rule.warnings, ...warnings] };
}
/**
 * Every file that a build without cgo could read, relative to the repository, sorted: what git does not ignore, and of the rest what has a name that Go
 * reads, is embedded, or is a link, which may lead anywhere.
 */
async function readBuildFiles({ root, without }) {
    const tree = withoutPaths(await (0,project_tree/* listTree */.n)(root), pathsBelow(root, without));
    const named = await readNamed(root, tree);
    const inCache = inModuleCache(tree, named);
    const [{ needed }, links] = [await readEmbedded(root, tree, (path) => !inCache(path)), await linksIn(root, tree)];
    const isReadable = readableByBuild(tree, named);
    const ignored = tree.ignored.filter((path) => isReadable(path) || needed.has(path) || links.has(path));
    return [...new Set([...tree.tracked, ...tree.untracked, ...ignored])].sort();
}
async function linksIn(root, { ignored }) {
    const found = await (0,in_slices/* inSlices */.Z)(ignored, (path) => isLink((0,external_node_path_.join)(root, path)));
    return new Set(ignored.filter((_, index) => found[index] === true));
}
function isLink(path) {
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
function pathsBelow(root, paths) {
    return paths
        .map((path) => (0,text_paths/* pathInside */._l)(root, path, (0,text_paths/* pathStyle */.Ls)(process.platform)))
        .filter((path) => path !== null && path !== "");
}
/** Directories that a go.mod or go.work of the repository names. */
async function readNamed(root, tree) {
    const named = [];
    for (const path of everyPath(tree).filter((path) => /(^|\/)go\.(mod|work)$/.test(path))) {
        try {
            named.push(...(0,gomod/* localDirectories */.j0)(path, await (0,regular_file/* readRegularFile */.X)((0,external_node_path_.join)(root, path))));
        }
        catch (error) {
            // Deleted, or nothing that Go could read either; a stage will say so if it matters.
            if (!(error instanceof errors/* EnvironmentError */.eG) && !(0,errors/* hasCode */.up)(error, "ENOENT", "ENOTDIR", "ELOOP", "EACCES"))
                throw error;
        }
    }
    return [...new Set(named)];
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
/** The rule itself. `embedded`: which ignored files a `//go:embed` line names. `named`: directories that a go.mod or go.work names. */
function uploadRule(tree, embedded, named = []) {
    const isNeeded = neededForBuild(tree, named);
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


/***/ })

};
