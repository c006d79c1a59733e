export const id = 7356;
export const ids = [7356];
export const modules = {

/***/ 45834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ notReusable),
/* harmony export */   Qi: () => (/* binding */ keyParts),
/* harmony export */   TN: () => (/* binding */ keyOf)
/* harmony export */ });
/* harmony import */ var _go_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84080);
/* harmony import */ var _project_gomod_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60008);
/* harmony import */ var _text_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60938);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58924);




/** Raised when the meaning of a key or the form of an entry changes. */
const formatVersion = 3;
function keyParts(step, facts) {
    return {
        formatVersion,
        stage: step.stage,
        sources: facts.sources,
        toolchain: facts.toolchain,
        environment: (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .o)(relevantEnvironment(facts)),
        commands: (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .o)([step.module, step.program, step.commands, step.lfCopies, step.stopAtFirstFailure]),
    };
}
function keyOf(parts) {
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .o)(parts);
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
    if (gowork !== "" && gowork !== "off" && !(0,_text_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .isInside */ .FK)(root, gowork, (0,_text_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .styleOf */ .Vj)(root)))
        return "go.work lies outside the repository";
    if (moduleFiles.some(({ path, content }) => (0,_project_gomod_js__WEBPACK_IMPORTED_MODULE_1__/* .namesOutside */ .Y6)(path, content)))
        return "go.mod or go.work names a directory outside the repository";
    if (moduleFiles.some(({ content }) => namesGit(content)))
        return "go.mod or go.work names a directory of git";
    const strange = (0,_go_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .flagWords */ .GK)(goEnv["GOFLAGS"] ?? "").find((flag) => !harmlessFlag.test(flag));
    return strange === undefined ? null : `GOFLAGS has ${strange}`;
}
/** Flags that name no file or program; others, such as -toolexec, -overlay or -modfile, let something decide that is no source. */
const harmlessFlag = /^--?(mod=(mod|readonly|vendor)|trimpath(=\w+)?|buildvcs(=\w+)?|tags=[^/]*|p=\d+|v|x|race(=\w+)?|modcacherw(=\w+)?|count=\d+|short(=\w+)?)$/;
/** What lies in `.git` is no source, whatever lies there. */
function namesGit(content) {
    return /(^|[\s"`/\\])\.git([/\\"`\s]|$)/m.test(content.replaceAll(/\/\/.*$/gm, ""));
}


/***/ }),

/***/ 47356:
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
// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
// EXTERNAL MODULE: ./build/stage/src/model/passes.js
var passes = __webpack_require__(10393);
// EXTERNAL MODULE: ./build/stage/src/text/paths.js
var paths = __webpack_require__(60938);
// EXTERNAL MODULE: ./build/stage/src/engine/outcome.js
var outcome = __webpack_require__(57995);
// EXTERNAL MODULE: ./build/stage/src/engine/host/reuse/key.js
var key = __webpack_require__(45834);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/project/gomod.js
var gomod = __webpack_require__(60008);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/reuse/reach.js


const everything = () => true;
/**
 * What a module's stages can read of the repository: its own files without those of modules inside of it, and the same of modules that go.mod or go.work name.
 * Go goes from module to module by these lines alone: `./...` and `//go:embed` end at another go.mod (seen with Go 1.26.8, cmd/go/internal/load: resolveEmbed).
 * Where that is not sure, it is everything: behind a link to a directory, and where a line names what this run does not know as a module.
 */
function reachOf(files, { module, goWork, modules }) {
    // Directories below vendor belong to the module that is built with them, whatever lies there.
    const known = new Set(modules.filter((dir) => !dir.split("/").includes("vendor")));
    const contents = new Map(files.flatMap(({ path, content }) => (content === null ? [] : [[path, content.toString()]])));
    const reached = new Set();
    const open = [module, ...(goWork === null ? [] : (0,gomod/* localDirectories */.j0)(goWork, contents.get(goWork) ?? ""))];
    for (let dir = open.pop(); dir !== undefined; dir = open.pop()) {
        if (reached.has(dir))
            continue;
        reached.add(dir);
        const goMod = external_node_path_.posix.join(dir, "go.mod");
        open.push(...(0,gomod/* localDirectories */.j0)(goMod, contents.get(goMod) ?? ""));
    }
    const isUnsure = files.some(({ isLinkedDirectory }) => isLinkedDirectory) || (goWork !== null && !contents.has(goWork));
    if (isUnsure || [...reached].some((dir) => !known.has(dir)))
        return everything;
    const ofWorkspace = goWork === null ? () => false : belongsTo(goWork);
    return (path) => ofWorkspace(path) || reached.has(ownerOf(path, known));
}
/** go.work, its sums, and what `go work vendor` made. */
function belongsTo(goWork) {
    const vendor = external_node_path_.posix.join(external_node_path_.posix.dirname(goWork), "vendor/");
    return (path) => path === goWork || path === `${goWork}.sum` || path.startsWith(vendor);
}
/** The innermost module that a path lies in; `.` for what lies in none. */
function ownerOf(path, modules) {
    for (let dir = external_node_path_.posix.dirname(path); dir !== "."; dir = external_node_path_.posix.dirname(dir))
        if (modules.has(dir))
            return dir;
    return ".";
}

// EXTERNAL MODULE: ./build/stage/src/engine/host/reuse/sources.js
var reuse_sources = __webpack_require__(28899);
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
    #tree;
    #staged = [];
    /** By module directory; null: not here. */
    #facts = new Map();
    #said = new Set();
    /** Begins to read the sources at once. */
    constructor(options) {
        this.#options = options;
        this.#tree = this.#unlessBroken(() => (0,reuse_sources/* readTree */.Zc)(options));
    }
    know({ root, goEnvs }) {
        const modules = [...goEnvs.keys()];
        for (const [module, goEnv] of goEnvs) {
            if (goEnv === null)
                continue;
            const facts = this.#unlessBroken(() => this.#gather({ root, goEnv, module, modules }));
            this.#facts.set(module, facts);
        }
    }
    async #gather({ root, goEnv, module, modules }) {
        const { env, windows } = this.#options;
        const [tree, toolchain] = await Promise.all([this.#tree, describeToolchain({ goEnv, env, windows })]);
        if (tree === null)
            return null;
        const reach = reachOf(tree.files, { module, goWork: goWorkIn(root, goEnv), modules });
        const { digest, stamp, moduleFiles, unknown, ...sources } = (0,reuse_sources/* sourcesOf */.u0)(tree, reach);
        const reason = unknown ?? (0,key/* notReusable */.D_)({ goEnv, root, moduleFiles });
        if (reason !== null)
            this.#sayOnce(`no results are reused: ${reason}`);
        if (reason !== null)
            return null;
        const cgo = sources.cgo && goEnv["CGO_ENABLED"] !== "0";
        return { cgo, reach, stamp, key: { goEnv, env, sources: digest, toolchain } };
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
        const facts = await this.#factsOf(step);
        if (facts === null)
            return null;
        const parts = (0,key/* keyParts */.Qi)(step, facts.key);
        const entry = await this.#unlessBroken(() => this.#options.store.take(parts, resultDir));
        return entry === null ? null : reusedOutcome(step, entry, resultDir, startedAt);
    }
    /** Takes note of how a step ended. What passed will be kept, if the sources are still the same at the end. */
    async offer(step, outcome) {
        const known = this.#options.write ? await this.#factsOf(step) : null;
        if (known === null)
            return;
        await this.#unlessBroken(async () => {
            if (outcome.end !== "exited" || !(0,passes/* hasPassed */.Pc)(step, await (0,step_end/* readStepEnd */.u)(step, outcome)))
                return;
            if (!(await this.#isKeepable(outcome)))
                return;
            const commands = outcome.commands.map(({ durationMs }) => ({ durationMs }));
            const facts = { durationMs: outcome.durationMs, commands };
            const entry = await this.#options.store.stage((0,key/* keyParts */.Qi)(step, known.key), outcome.resultDir, facts);
            this.#staged.push({ entry, facts: known });
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
            const now = await (0,reuse_sources/* readStamps */.$V)(this.#options);
            for (const [{ reach, stamp }, staged] of (0,group_by/* groupBy */.$)(this.#staged, ({ facts }) => facts)) {
                const same = (0,reuse_sources/* stampOfFiles */.yu)(now.filter(({ path }) => reach(path))) === stamp;
                for (const { entry } of staged)
                    await (same ? entry.keep() : entry.drop());
            }
            await this.#options.store.trim();
            return null;
        });
    }
    /** null: the step has to run. */
    async #factsOf(step) {
        if (step.reuse !== "by-sources" && step.reuse !== "by-go-sources")
            return null;
        const facts = (await this.#facts.get(step.module)) ?? null;
        return facts?.cgo === true && step.reuse === "by-go-sources" ? null : facts;
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
/** go.work relative to the repository; null without one, or when it lies outside: then nothing is reused anyway. */
function goWorkIn(root, goEnv) {
    const goWork = goEnv["GOWORK"] ?? "";
    return goWork === "" || goWork === "off" ? null : (0,paths/* pathInside */._l)(root, goWork, (0,paths/* styleOf */.Vj)(root));
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


/***/ })

};
