export const id = 451;
export const ids = [451];
export const modules = {

/***/ 47502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ed: () => (/* binding */ isToolchainInUse),
/* harmony export */   qg: () => (/* binding */ downloadOf),
/* harmony export */   y_: () => (/* binding */ moduleVersions)
/* harmony export */ });
/** Reads go.sum and go.work.sum files: lines `path version hash` and `path version/go.mod hash` (https://go.dev/ref/mod#go-sum-files). */
function moduleVersions(sums) {
    const trees = new Set();
    const mods = new Set();
    for (const line of sums.flatMap((text) => text.split(/\r?\n/))) {
        const [path = "", version = "", hash = ""] = line.trim().split(/\s+/);
        if (hash === "")
            continue;
        const name = `${escapePath(path)}@${escapePath(version.replace(/\/go\.mod$/, ""))}`;
        mods.add(name);
        if (!version.endsWith("/go.mod"))
            trees.add(name);
    }
    return { trees, mods };
}
/** Capitals become `!` and the small letter, for file systems that know only one of them (https://go.dev/ref/mod#module-cache). */
function escapePath(path) {
    return path.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
/** True for the toolchain that the go command downloaded as a module and the run used: `golang.org/toolchain@v0.0.1-go1.27.0.linux-amd64`. */
function isToolchainInUse(name, goVersion) {
    const prefix = `golang.org/toolchain@v0.0.1-${goVersion}.`;
    return name.startsWith(prefix) && /^[a-z]/.test(name.slice(prefix.length));
}
/** The module version that a file below `cache/download` is about, null for what is no go.mod, no information and no hash. */
function downloadOf(file) {
    const match = /^(.+)\/@v\/(.+)\.(?:info|mod|ziphash)$/.exec(file);
    return match === null ? null : `${match[1]}@${match[2]}`;
}


/***/ }),

/***/ 91595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S1: () => (/* binding */ minNewShare),
/* harmony export */   YC: () => (/* binding */ capBytes),
/* harmony export */   hi: () => (/* binding */ isWorthSaving)
/* harmony export */ });
/** Bytes before compression that caches of one run may have; about a quarter of it is what travels and counts against the repository's 10 GB. */
const capBytes = 2 * 1024 ** 3;
/** Below this share of new bytes the next run is better off compiling them again than this one is with saving everything. */
const minNewShare = 0.05;
/** Whether what is new pays for packing and sending all of it. */
function isWorthSaving(newBytes, bytes) {
    return newBytes > 0 && newBytes >= bytes * minNewShare;
}


/***/ }),

/***/ 96642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ moduleEnvironment),
/* harmony export */   m: () => (/* binding */ hostEnvironment)
/* harmony export */ });
/* harmony import */ var _text_variables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83711);

/** Variables of the runner and of ourselves that processes of the repository never see, on both engines. */
const privateName = /^(GITHUB|ACTIONS|RUNNER|DAGGER|INPUT|_EXPERIMENTAL_DAGGER)_/i;
/**
 * The environment of host processes: everything passes unchanged but the private names, plus `CI=true`. Windows spells names in any case, so the
 * later of two spellings wins there.
 */
function hostEnvironment(env, added, windows) {
    const passed = Object.entries(env).filter(([name]) => !isPrivateName(name));
    return (0,_text_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .withVariables */ .s)(Object.fromEntries(passed), { CI: "true", ...added }, windows);
}
/** True for the names that stay with the runner. */
function isPrivateName(name) {
    return privateName.test(name);
}
/** GOPROXY and GOPRIVATE as the inputs ask; empty when they do not. */
function moduleEnvironment(inputs) {
    const env = {};
    if (inputs.goproxy !== null)
        env["GOPROXY"] = inputs.goproxy;
    if (inputs.goprivate.length > 0)
        env["GOPRIVATE"] = inputs.goprivate.join(",");
    return env;
}


/***/ }),

/***/ 58924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** SHA-256 of a value's JSON, in hexadecimal. */
function digestOf(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(JSON.stringify(value)).digest("hex");
}


/***/ }),

/***/ 44451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createHostEngine: () => (/* binding */ createHostEngine)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/project/go-version.js
var go_version = __webpack_require__(14083);
// EXTERNAL MODULE: ./build/stage/src/project/inspect.js + 1 modules
var inspect = __webpack_require__(58325);
// EXTERNAL MODULE: ./build/stage/src/engine/environment.js
var environment = __webpack_require__(96642);
// EXTERNAL MODULE: ./build/stage/src/engine/release.js
var release = __webpack_require__(77758);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
;// CONCATENATED MODULE: ./build/stage/src/engine/caches/entries.js
/** Restored files are made this old, so that Go marks each one it uses. */
const ageMs = 2 * 60 * 60_000;
/**
 * What is worth keeping: actions that the run used, each with its output. Go looks outputs up by their actions, and need not touch the output of an action it
 * only asked about, so outputs are kept by reference and not by time. Above the cap the largest outputs are left out: for the
 * same bytes more packages stay compiled.
 */
function selectEntries(request) {
    const { entries, since, restored, keepUnused, capBytes } = request;
    const byName = new Map(entries.map((entry) => [entry.name, entry]));
    const wanted = entries.filter(({ name, mtimeMs }) => name.endsWith("-a") && (mtimeMs >= since || (keepUnused && restored.has(name))));
    const pairs = wanted
        .map((action) => pairOf(action, byName, request))
        .filter((pair) => pair !== null)
        .sort((a, b) => a.bytes - b.bytes);
    const names = new Set();
    const sums = { bytes: 0, newBytes: 0, droppedBytes: 0 };
    for (const pair of pairs) {
        if (sums.bytes + pair.bytes > capBytes)
            sums.droppedBytes += pair.bytes;
        else {
            for (const name of pair.names)
                names.add(name);
            sums.bytes += pair.bytes;
            sums.newBytes += pair.newBytes;
        }
    }
    return { names: [...names], ...sums };
}
/** An action whose output is not there is of no use to anybody. */
function pairOf(action, byName, { outputs, restored }) {
    const output = byName.get(outputs.get(action.name) ?? "");
    if (output === undefined)
        return null;
    const both = [action, output];
    const sum = (some) => some.reduce((total, { bytes }) => total + bytes, 0);
    return {
        names: both.map(({ name }) => name),
        bytes: sum(both),
        newBytes: sum(both.filter(({ name }) => !restored.has(name))),
    };
}
/**
 * The output that an action's entry names: `v1 <action> <output> <size> <time>`, hashes as 64 hex digits (cmd/go/internal/cache, Cache.get). null for anything
 * else.
 */
function outputOf(text) {
    const id = /^v1 [0-9a-f]{64} ([0-9a-f]{64}) /.exec(text)?.[1];
    return id === undefined ? null : `${id.slice(0, 2)}/${id}-d`;
}

// EXTERNAL MODULE: ./build/stage/src/engine/caches/modules.js
var caches_modules = __webpack_require__(47502);
// EXTERNAL MODULE: ./build/stage/src/engine/caches/worth.js
var worth = __webpack_require__(91595);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/stage/src/files/move.js
var move = __webpack_require__(12823);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/cache-files.js







/** Build and module caches hold tens of thousands of files: what looks at all of them does so synchronously, a directory at a time. */
/** Directories of the build cache that hold entries: the first two digits of their names. */
async function entryDirectories(gocache) {
    return (await namesIn(gocache)).filter((name) => /^[0-9a-f]{2}$/.test(name));
}
/** All entries of the build cache. An output that is an executable, such as a tool that Go builds when it needs it, is a directory with one file. */
async function listEntries(gocache) {
    const entries = [];
    for (const dir of await entryDirectories(gocache)) {
        for (const file of (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(gocache, dir))) {
            if (!/-[ad]$/.test(file))
                continue;
            const path = (0,external_node_path_.join)(gocache, dir, file);
            const about = (0,external_node_fs_.statSync)(path);
            const bytes = about.isDirectory() ? sumOf(await regularFiles(path)) : about.size;
            entries.push({ name: `${dir}/${file}`, bytes, mtimeMs: about.mtimeMs });
        }
        await (0,external_node_timers_promises_.setImmediate)();
    }
    return entries;
}
function sumOf(files) {
    return [...files.values()].reduce((sum, size) => sum + size, 0);
}
/** The files of entries. */
async function filesOfEntries(gocache, names) {
    const files = [];
    for (const name of names) {
        if (!(0,external_node_fs_.statSync)((0,external_node_path_.join)(gocache, name)).isDirectory())
            files.push(name);
        else
            for (const file of (await regularFiles((0,external_node_path_.join)(gocache, name))).keys())
                files.push(`${name}/${file}`);
    }
    return files;
}
/** By the name of an action's entry, the name of its output. */
async function readOutputs(gocache, actions) {
    const outputs = new Map();
    for (const [index, action] of actions.entries()) {
        const output = outputOf((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(gocache, action), "latin1"));
        if (output !== null)
            outputs.set(action, output);
        if (index % 500 === 0)
            await (0,external_node_timers_promises_.setImmediate)();
    }
    return outputs;
}
/** Makes files at least `ageMs` old. */
async function age(directory, names, now) {
    const seconds = (now - ageMs) / 1000;
    for (const [index, name] of names.entries()) {
        (0,external_node_fs_.utimesSync)((0,external_node_path_.join)(directory, name), seconds, seconds);
        if (index % 500 === 0)
            await (0,external_node_timers_promises_.setImmediate)();
    }
}
/** Links files into another tree, or copies them when it lies on another file system. */
async function linkFiles(from, to, names) {
    for (const parent of new Set(names.map((name) => (0,external_node_path_.dirname)(name))))
        await (0,promises_.mkdir)((0,external_node_path_.join)(to, parent), { recursive: true });
    let copies = false;
    for (const name of names) {
        const [source, target] = [(0,external_node_path_.join)(from, name), (0,external_node_path_.join)(to, name)];
        copies ||= !(await (0,move/* tryLink */.qB)(source, target));
        if (copies)
            await (0,promises_.copyFile)(source, target);
    }
}
/** Relative paths of all files below a directory, slashes, with their sizes. Throws for links and whatever else is neither file nor directory. */
async function regularFiles(root, below = "") {
    const files = new Map();
    for (const entry of (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, below), { withFileTypes: true })) {
        const name = below === "" ? entry.name : `${below}/${entry.name}`;
        if (entry.isFile())
            files.set(name, (0,external_node_fs_.statSync)((0,external_node_path_.join)(root, name)).size);
        else if (!entry.isDirectory())
            throw new Error(`${name} is neither a file nor a directory`);
        else
            for (const [file, size] of await regularFiles(root, name))
                files.set(file, size);
    }
    await (0,external_node_timers_promises_.setImmediate)();
    return files;
}
/** `path@version` of all modules that are unpacked in the module cache. */
async function moduleTrees(gomodcache, below = "") {
    const trees = [];
    for (const name of await namesIn((0,external_node_path_.join)(gomodcache, below))) {
        const path = below === "" ? name : `${below}/${name}`;
        if (/.@/.test(name))
            trees.push(path);
        // Downloads, not trees. Files lie only in trees.
        else if (path !== "cache")
            trees.push(...(await moduleTrees(gomodcache, path)));
    }
    return trees;
}
/** Empty for a directory that is not there. */
async function namesIn(directory) {
    return (await (0,errors/* ifThere */.y)((0,promises_.readdir)(directory))) ?? [];
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/merge-tree.js




/**
 * Moves a tree into another one. What is there stays, whole modules (`path@version`) included. Copies when the other tree lies on another file system.
 */
async function mergeTree(from, to) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
    if (await movedWhole(from, to))
        return;
    for (const entry of await (0,promises_.readdir)(from, { withFileTypes: true })) {
        const [source, target] = [(0,external_node_path_.join)(from, entry.name), (0,external_node_path_.join)(to, entry.name)];
        const isModule = /.@/.test(entry.name);
        if (entry.isDirectory() && !isModule)
            await mergeTree(source, target);
        else if (!(await isThere(target)))
            await (0,move/* move */.Cy)(source, target);
    }
}
/** A directory that is not there, or empty, is replaced by one rename. */
async function movedWhole(from, to) {
    try {
        await (0,promises_.rename)(from, to);
        return true;
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "EXDEV"))
            await (0,promises_.mkdir)(to, { recursive: true });
        else if (!(0,errors/* hasCode */.up)(error, "ENOTEMPTY", "EEXIST", "EPERM", "EACCES"))
            throw error;
        return false;
    }
}
async function isThere(path) {
    return (await (0,errors/* ifThere */.y)((0,promises_.lstat)(path))) !== null;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/caches.js









/** GOCACHE and GOMODCACHE of this machine. In what travels they are `build` and `mod`. */
function createHostCaches(options) {
    return new HostCaches(options);
}
/** Left in the job's directory for temporary files: what is in the caches came from us, or from steps of this job. */
const marker = "go-pipeline-caches.restored";
class HostCaches {
    #options;
    #gocache = "";
    #gomodcache = "";
    #restored = none;
    #since = 0;
    constructor(options) {
        this.#options = options;
    }
    async state(signal) {
        const names = ["GOCACHE", "GOMODCACHE", "GOVERSION", "GOCACHEPROG"];
        const { GOCACHE = "", GOMODCACHE = "", GOVERSION = "", GOCACHEPROG = "", } = await this.#options.goEnv(names, signal);
        this.#gocache = GOCACHE;
        this.#gomodcache = GOMODCACHE;
        return {
            toolchain: GOVERSION,
            kept: GOCACHEPROG === "" ? await this.#kept() : "GOCACHEPROG keeps the build cache",
        };
    }
    /** Caches that outlive the job, or that an earlier step has restored: a file that is older than the machine came with an archive. */
    async #kept() {
        const entries = await listEntries(this.#gocache);
        if (entries.length === 0)
            return null;
        if (!this.#options.fresh)
            return "this machine keeps its build cache";
        if ((await namesIn(this.#options.jobTemp)).includes(marker))
            return null;
        const started = Date.now() - (0,external_node_os_.uptime)() * 1000;
        const foreign = entries.some(({ mtimeMs }) => mtimeMs < started);
        return foreign ? "an earlier step has restored a build cache (actions/setup-go does, unless `cache: false`)" : null;
    }
    async begin(dir) {
        const now = Date.now();
        const young = (await listEntries(this.#gocache)).filter(({ mtimeMs }) => mtimeMs > now - ageMs);
        // What this job has compiled so far would not be marked when it is used.
        await age(this.#gocache, young.map(({ name }) => name), now);
        const bytes = dir === null ? 0 : await this.#put(dir);
        this.#since = Date.now() - clockToleranceMs;
        return bytes;
    }
    async #put(dir) {
        const files = await regularFiles(dir);
        const [build, mod] = [(0,external_node_path_.join)(dir, "build"), (0,external_node_path_.join)(dir, "mod")];
        const inside = (part) => [...files.keys()].flatMap((file) => (file.startsWith(`${part}/`) ? [file.slice(part.length + 1)] : []));
        const entries = inside("build").map((file) => file.split("/").slice(0, 2).join("/"));
        this.#restored = { entries: new Set(entries), trees: new Set(await moduleTrees(mod)) };
        // The time of Go's last trim (cmd/go/internal/cache: trimFile): entries that travelled for days are older than what Go keeps.
        await (0,promises_.mkdir)(build, { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(build, "trim.txt"), `${Math.floor(Date.now() / 1000)}`);
        await mergeTree(build, this.#gocache);
        if (inside("mod").length > 0)
            await mergeTree(mod, this.#gomodcache);
        if (this.#options.fresh)
            await (0,promises_.writeFile)((0,external_node_path_.join)(this.#options.jobTemp, marker), "");
        return sumOf(files);
    }
    async take(dir, rule) {
        const modules = await this.#modulesInUse(rule, (0,caches_modules/* moduleVersions */.y_)(rule.sums));
        const build = await this.#entriesInUse(rule, worth/* capBytes */.YC - modules.bytes);
        const bytes = build.bytes + modules.bytes;
        const newBytes = build.newBytes + modules.newBytes;
        const taken = (0,worth/* isWorthSaving */.hi)(newBytes, bytes);
        if (taken) {
            await (0,promises_.rm)(dir, { recursive: true, force: true });
            await linkFiles(this.#gocache, (0,external_node_path_.join)(dir, "build"), await filesOfEntries(this.#gocache, build.names));
            await linkFiles(this.#gomodcache, (0,external_node_path_.join)(dir, "mod"), modules.names);
            await age((0,external_node_path_.join)(dir, "build"), build.names, Date.now());
        }
        return { taken, bytes, newBytes, droppedBytes: build.droppedBytes };
    }
    async #entriesInUse({ keepUnused }, cap) {
        const entries = await listEntries(this.#gocache);
        const actions = entries.flatMap(({ name }) => (name.endsWith("-a") ? [name] : []));
        const outputs = await readOutputs(this.#gocache, actions);
        const request = { entries, outputs, keepUnused, since: this.#since, restored: this.#restored.entries };
        return selectEntries({ ...request, capBytes: cap });
    }
    /** Unpacked modules with what Go wants to know of them. Archives stay behind: Go reads them only to unpack; and `cache/vcs`, which holds git configurations. */
    async #modulesInUse(rule, wanted) {
        const names = [];
        const sums = { bytes: 0, newBytes: 0 };
        for (const tree of await moduleTrees(this.#gomodcache)) {
            const toolchain = (0,caches_modules/* isToolchainInUse */.ed)(tree, rule.goVersion);
            if (!toolchain && !wanted.trees.has(tree))
                continue;
            for (const [file, size] of await regularFiles((0,external_node_path_.join)(this.#gomodcache, tree))) {
                names.push(`${tree}/${file}`);
                sums.bytes += size;
                if (!this.#restored.trees.has(tree))
                    sums.newBytes += size;
            }
        }
        const download = (0,external_node_path_.join)(this.#gomodcache, "cache", "download");
        const known = (version) => wanted.mods.has(version) || (0,caches_modules/* isToolchainInUse */.ed)(version, rule.goVersion);
        const files = (await (0,errors/* ifThere */.y)((0,promises_.stat)(download)))?.isDirectory()
            ? await regularFiles(download)
            : new Map();
        for (const [file, size] of files) {
            const version = (0,caches_modules/* downloadOf */.qg)(file);
            if (version !== null ? !known(version) : !file.startsWith("sumdb/"))
                continue;
            names.push(`cache/download/${file}`);
            sums.bytes += size;
        }
        return { names, ...sums };
    }
}
const none = { entries: new Set(), trees: new Set() };
/** File systems stamp with the time of the last tick; what was there before is hours old. */
const clockToleranceMs = 2_000;

// EXTERNAL MODULE: ./build/stage/src/engine/logins.js
var logins = __webpack_require__(22037);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/credentials.js



/**
 * Logins for private modules, as files only this user can read, and the variables that point git and the go command at them. They go to the steps
 * that fetch modules, never to tests.
 */
async function writeCredentials(tempDir, credentials) {
    if (credentials.length === 0)
        return {};
    const store = (0,external_node_path_.join)(tempDir, "git-credentials");
    const netrc = (0,external_node_path_.join)(tempDir, "netrc");
    await (0,promises_.writeFile)(store, (0,logins/* gitCredentialLines */.jl)(credentials), { mode: 0o600 });
    await (0,promises_.writeFile)(netrc, (0,logins/* netrcLines */.Uu)(credentials), { mode: 0o600 });
    return (0,logins/* loginVariables */.Bt)(store, netrc);
}

// EXTERNAL MODULE: ./build/stage/src/files/step-end.js
var step_end = __webpack_require__(47380);
// EXTERNAL MODULE: ./build/stage/src/model/passes.js
var passes = __webpack_require__(10393);
// EXTERNAL MODULE: ./build/stage/src/text/variables.js
var variables = __webpack_require__(83711);
// EXTERNAL MODULE: ./build/stage/src/engine/lf-copies.js
var lf_copies = __webpack_require__(70491);
// EXTERNAL MODULE: ./build/stage/src/engine/outcome.js
var engine_outcome = __webpack_require__(57995);
// EXTERNAL MODULE: ./build/stage/src/engine/process.js
var engine_process = __webpack_require__(96254);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/exec.js








/** Runs the commands of a step one after the other within its time limit; each leaves `<n>.stdout` and `<n>.stderr` in `resultDir`. */
async function runExecStep(step, resultDir, context, signal) {
    const startedAt = new Date();
    const deadline = performance.now() + step.timeoutMs;
    await (0,lf_copies/* writeLfCopies */.J)(lfDir(context), step, context.root);
    const commands = [];
    let end = "exited";
    let error = null;
    for (const [index, command] of step.commands.entries()) {
        const streams = (0,engine_outcome/* outputFiles */.L)(resultDir, index);
        const timeoutMs = Math.max(0, deadline - performance.now());
        const result = await runCommand(command, step, { ...context, resultDir, streams, timeoutMs, signal });
        const { exitCode, signal: endedBy, durationMs } = result;
        const outcome = { exitCode, signal: endedBy, durationMs, ...streams };
        commands.push(outcome);
        ({ end, error } = result);
        if (end !== "exited")
            break;
        if (step.stopAtFirstFailure && !(0,passes/* commandPassed */.co)(step, index, await (0,step_end/* readCommandEnd */.f)(outcome)))
            break;
    }
    const remedy = "Install the tool, or use `engine: dagger`, which brings its own.";
    return (0,engine_outcome/* outcomeOf */.s)({ step, resultDir }, {
        end: end === "not-started" ? "errored" : end,
        problem: error === null ? null : { message: error, remedy },
        startedAt,
        commands,
    });
}
async function runCommand(command, step, context) {
    return (0,engine_process/* runProcess */.R3)({
        file: command.tool === "gofmt" ? gofmtPath(context) : command.tool,
        args: await resolveArgs(command, context.resultDir),
        cwd: command.cwd === "lf" ? lfDir(context) : (0,external_node_path_.join)(context.root, step.module),
        env: (0,variables/* withVariables */.s)(context.env, command.env, process.platform === "win32"),
        ...context.streams,
        signal: context.signal,
        timeoutMs: context.timeoutMs,
        ...(step.atLimit === "dump-goroutines" ? { timeoutSignal: "SIGQUIT" } : {}),
    });
}
/** Replaces what names a result file by its absolute path; a trailing slash asks for the directory to be made. */
async function resolveArgs(command, resultDir) {
    return Promise.all(command.args.map(async (arg) => {
        if (typeof arg === "string")
            return arg;
        const path = (0,external_node_path_.join)(resultDir, arg.out);
        await (0,promises_.mkdir)(arg.out.endsWith("/") ? path : (0,external_node_path_.dirname)(path), { recursive: true });
        return `${arg.prefix}${path}`;
    }));
}
/** The gofmt of the toolchain that the module selects: versions format differently, and PATH may hold another one. */
function gofmtPath({ goroot }) {
    return goroot === "" ? "gofmt" : (0,external_node_path_.join)(goroot, "bin", process.platform === "win32" ? "gofmt.exe" : "gofmt");
}
function lfDir(context) {
    return (0,external_node_path_.join)(context.tempDir, "lf");
}

// EXTERNAL MODULE: ./build/stage/src/go/go-words.js
var go_words = __webpack_require__(49697);
// EXTERNAL MODULE: ./build/stage/src/go/named-setting.js
var named_setting = __webpack_require__(20651);
// EXTERNAL MODULE: ./build/stage/src/project/settings.js
var settings = __webpack_require__(9357);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/go.js








/** Loading packages without their dependencies takes well under a second; the first call may fetch a toolchain. */
const limitMs = 300_000;
/** Asks the go command of this machine. Throws EnvironmentError when there is no usable one. */
class HostGo {
    #options;
    #questions = 0;
    constructor(options) {
        this.#options = options;
    }
    /** Of the toolchain that runs in the repository's root: `go1.26.8`. */
    async version() {
        const command = { module: ".", args: ["env", "GOVERSION"], env: {} };
        const { exitCode, stdout, stderr } = await this.#ask(command, new AbortController().signal);
        if (exitCode !== 0)
            throw cannotRunGo(stderr);
        return stdout.trim();
    }
    /** What the installed toolchain says of itself, whatever go.mod asks for. */
    async env(names, signal) {
        const { exitCode, stdout, stderr } = await this.#ask((0,inspect/* localEnv */.dJ)(names), signal);
        if (exitCode !== 0)
            throw cannotRunGo(stderr);
        return JSON.parse(stdout);
    }
    /** What the modules hold, in the order of the request. */
    async modules(request, signal) {
        const answers = await Promise.all(request.modules.map((module) => this.#module(request, module, signal)));
        await Promise.all(request.modules.map((module, at) => this.#blame(request, module, answers[at] ?? [], signal)));
        return answers;
    }
    /** Throws when Go can list the module but for a setting of the environment. */
    async #blame(request, module, answers, signal) {
        const problem = (0,settings/* listingProblem */.eD)(request, module, answers);
        if (problem === null)
            return;
        const trials = (0,settings/* settingTrials */.cO)(request, module, this.#options.environment({}));
        const ask = (command) => this.#ask(command, signal);
        const tried = await Promise.all(trials.map(({ commands }) => Promise.all(commands.map(ask))));
        const guilty = (0,settings/* guiltySetting */.R0)(request, module, { trials, answers: tried }, problem);
        if (guilty !== null)
            throw guilty;
    }
    /** The environment inside the first module that Go can load, else the installed toolchain's own. */
    async envOf(answers, signal) {
        const output = (0,inspect/* moduleEnv */.Cu)(answers) ?? (await this.#ask((0,inspect/* localEnv */.dJ)(), signal));
        const goEnv = (0,inspect/* parseGoEnv */.LB)(output);
        if (goEnv === null)
            throw cannotRunGo(output.stderr);
        return goEnv;
    }
    async #module(request, module, signal) {
        const ask = (commands) => Promise.all(commands.map((command) => this.#ask(command, signal)));
        const more = (0,inspect/* cgoCommands */.ME)(request, module).then(ask);
        return (await Promise.all([ask((0,inspect/* inspectCommands */.ZI)(request, module)), more])).flat();
    }
    async #ask({ module, args, env }, signal) {
        const { root, tempDir, environment } = this.#options;
        const base = (0,external_node_path_.join)(tempDir, `inspect-${this.#questions++}`);
        const result = await (0,engine_process/* runProcess */.R3)({
            file: "go",
            args,
            cwd: module === "" ? tempDir : (0,external_node_path_.join)(root, module),
            env: environment(env),
            stdout: `${base}.out`,
            stderr: `${base}.err`,
            signal,
            timeoutMs: limitMs,
        });
        signal.throwIfAborted();
        if (result.end === "not-started")
            throw noUsableGo(result.error ?? "");
        const [stdout, stderr] = await Promise.all([(0,promises_.readFile)(`${base}.out`, "utf8"), (0,promises_.readFile)(`${base}.err`, "utf8")]);
        return { exitCode: result.exitCode, stdout, stderr };
    }
}
/**
 * What Go says of itself in each module, by directory: `toolchain` lines and the go.work above it make it another Go. Modules
 * that it cannot load are left out.
 */
function ownEnvironments(modules, answers) {
    const found = new Map();
    for (const [index, { dir }] of modules.entries()) {
        const own = answers[index]?.[0];
        const goEnv = own === undefined ? null : (0,inspect/* parseGoEnv */.LB)(own);
        if (goEnv !== null)
            found.set(dir, goEnv);
    }
    return found;
}
/** `stderr`: of a go command that gave no answer. */
function cannotRunGo(stderr) {
    const setting = (0,named_setting/* namedSetting */.y1)(stderr);
    return setting === null ? noUsableGo((0,go_words/* goSentence */.Mq)(stderr)) : (0,settings/* settingError */.Hu)(setting, stderr);
}
function noUsableGo(cause) {
    return new errors/* EnvironmentError */.eG(`No usable Go on this machine${cause === "" ? "" : `: ${cause}`}.`, "Install Go (in a workflow: actions/setup-go before this action), or use `engine: dagger`, which brings its own.");
}

// EXTERNAL MODULE: ./build/stage/src/engine/host/digest.js
var digest = __webpack_require__(58924);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/warmth.js




/** Whether an earlier run filled the build cache with what this repository needs, and nobody has emptied it since. */
async function isWarm(request) {
    const identity = await identityOf(request);
    return identity !== null && identity === (await (0,errors/* ifThere */.y)((0,promises_.readFile)(notePath(request), "utf8")));
}
/** Takes note that the build cache is filled now. */
async function noteWarmth(request) {
    const identity = await identityOf(request);
    if (identity === null)
        return;
    await (0,promises_.mkdir)(request.directory, { recursive: true, mode: 0o700 });
    await (0,promises_.writeFile)(notePath(request), identity);
}
function notePath({ directory, root, goEnv }) {
    return (0,external_node_path_.join)(directory, (0,digest/* digestOf */.o)([root, goEnv["GOVERSION"], goEnv["GOCACHE"]]));
}
/** `go clean -cache` removes the 256 directories of the cache (cmd/go/internal/clean): the next run makes others. null: there is no cache. */
async function identityOf({ goEnv }) {
    const found = await (0,errors/* ifThere */.y)((0,promises_.stat)((0,external_node_path_.join)(goEnv["GOCACHE"] ?? "", "00")));
    return found === null ? null : `${found.ino} ${found.birthtimeMs}`;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/host.js











/** Runs steps with the Go toolchain on PATH. No sandbox: the repository's code runs as this user. */
async function createHostEngine(options) {
    const tempDir = await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.tempRoot, "go-pipeline-"));
    const fetching = await writeCredentials(tempDir, options.secrets.gitCredentials);
    return new HostEngine(options, tempDir, fetching);
}
class HostEngine {
    name = "host";
    caches;
    #options;
    #tempDir;
    /** Variables for the steps that fetch modules. */
    #fetching;
    /** Result directories by stage: an image of a binary takes it from the build stage. */
    #resultDirs = new Map();
    #go;
    #reuse = null;
    /** By module directory. */
    #goroots = new Map();
    /** GOTOOLCHAIN, when `go-version` asks for the installed Go and go.mod for another one. */
    #toolchain = {};
    #warmth = null;
    #docker = null;
    #steps = 0;
    constructor(options, tempDir, fetching) {
        this.#options = options;
        this.#tempDir = tempDir;
        this.#fetching = fetching;
        this.#go = new HostGo({
            ...{ root: options.root, tempDir },
            environment: (added) => this.#environment({ ...fetching, ...added }),
        });
        this.caches = createHostCaches({
            goEnv: (names, signal) => this.#go.env(names, signal),
            fresh: options.env["RUNNER_ENVIRONMENT"] === "github-hosted",
            jobTemp: options.tempRoot,
        });
    }
    /** Begins to read the sources. Loaded here, after Go was asked, since nothing has to wait for it yet. */
    async #openReuse() {
        const { root, outputDirectory, cache, log, redact, keep } = this.#options;
        if (keep === null)
            return null;
        if ((0,release/* isReleaseRun */.D)(this.#options.env)) {
            log("no results are reused: releases and tags are built from sources alone");
            return null;
        }
        const [{ Reuse }, { ResultStore }] = await Promise.all([__webpack_require__.e(/* import() */ 714).then(__webpack_require__.bind(__webpack_require__, 66714)), Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(720)]).then(__webpack_require__.bind(__webpack_require__, 82720))]);
        return new Reuse({
            ...{ root, without: [outputDirectory], log, redact },
            store: new ResultStore((0,external_node_path_.join)(keep, "results")),
            env: this.#environment({}),
            windows: process.platform === "win32",
            write: cache === "true",
        });
    }
    version() {
        return this.#go.version();
    }
    async inspect(request, signal) {
        const { keep } = this.#options;
        const [answers, root, reuse] = await Promise.all([
            this.#askGo(request, signal),
            (0,promises_.realpath)(this.#options.root),
            this.#openReuse(),
        ]);
        this.#reuse = reuse;
        const goEnv = await this.#go.envOf(answers, signal);
        for (const [dir, own] of ownEnvironments(request.modules, answers)) {
            this.#goroots.set(dir, own["GOROOT"] ?? "");
            reuse?.know(dir, root, own);
        }
        if (keep !== null)
            this.#warmth = { directory: (0,external_node_path_.join)(keep, "warm"), root, goEnv };
        const warm = this.#warmth !== null && (await isWarm(this.#warmth));
        return (0,inspect/* inspectionOf */.Ms)(request, answers, { goEnv, root, warm });
    }
    /** `go-version` overrules `toolchain` lines: the installed Go stays when it is the one that is asked for. */
    async #askGo(request, signal) {
        const answers = await this.#go.modules(request, signal);
        const { goVersion } = this.#options;
        const chosen = (0,inspect/* moduleEnv */.Cu)(answers);
        const selected = chosen === undefined ? null : (0,inspect/* parseGoEnv */.LB)(chosen);
        if (goVersion === null || (selected !== null && (0,go_version/* satisfiesGo */.MB)(selected.GOVERSION, goVersion)))
            return answers;
        const installed = await this.#go.env(["GOVERSION"], signal);
        if (!(0,go_version/* satisfiesGo */.MB)(installed["GOVERSION"] ?? "", goVersion))
            return answers;
        this.#toolchain = { GOTOOLCHAIN: "local" };
        return await this.#go.modules(request, signal);
    }
    async imageBuilder() {
        const available = await (await this.#dockerRunner()).available();
        return available.ok ? { ok: true } : { ok: false, reason: available.reason };
    }
    group(steps) {
        return steps.map((step) => [step]);
    }
    async run(batch, sink, signal) {
        for (const planned of batch) {
            sink.started(planned.step.stage, new Date());
            sink.finished(await this.#runStep(planned, sink, signal));
        }
    }
    async #runStep(planned, sink, signal) {
        const { step, resultDir } = planned;
        this.#resultDirs.set(step.stage, resultDir);
        if (step.type !== "exec") {
            const resultDirOf = (stage) => this.#resultDirs.get(stage);
            const progress = (line) => sink.progress(step.stage, line);
            return (await this.#dockerRunner()).run(step, { resultDir, resultDirOf, progress }, signal);
        }
        const context = {
            root: this.#options.root,
            tempDir: (0,external_node_path_.join)(this.#tempDir, `step-${this.#steps++}`),
            env: this.#environment(this.#stepVariables(step)),
            goroot: this.#goroots.get(step.module) ?? "",
        };
        await (0,promises_.mkdir)(context.tempDir);
        const known = await this.#reuse?.find(step, resultDir);
        if (known !== undefined && known !== null)
            return known;
        const outcome = await runExecStep(step, resultDir, context, signal);
        const compiled = outcome.end === "exited" && step.compiles !== null;
        if (compiled && this.#warmth !== null)
            await noteWarmth(this.#warmth);
        await this.#reuse?.offer(step, outcome);
        return outcome;
    }
    /** Loaded and made only for runs that have to do with images. */
    #dockerRunner() {
        this.#docker ??= Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(697), __webpack_require__.e(926), __webpack_require__.e(789)]).then(__webpack_require__.bind(__webpack_require__, 11789)).then(({ cacheServiceOf, createDockerRunner }) => createDockerRunner({
            ...this.#options,
            env: this.#environment({}),
            tempDir: this.#tempDir,
            cacheService: cacheServiceOf(this.#options.env),
        }));
        return this.#docker;
    }
    #stepVariables({ gets }) {
        return {
            ...(gets.logins ? this.#fetching : {}),
            ...(gets.testEnv ? Object.fromEntries(this.#options.testEnv) : {}),
        };
    }
    #environment(added) {
        return (0,environment/* hostEnvironment */.m)(this.#options.env, { ...(0,environment/* moduleEnvironment */.i)(this.#options), ...this.#toolchain, ...added }, process.platform === "win32");
    }
    async close() {
        await this.#reuse?.end();
        await (await this.#docker)?.close();
        await (0,promises_.rm)(this.#tempDir, { recursive: true, force: true, maxRetries: 3 });
    }
}


/***/ }),

/***/ 70491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ writeLfCopies)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** Writes copies of a step's files, with LF line ends, into `dir`, which is made. `root`: absolute path of the repository on this machine. */
async function writeLfCopies(dir, step, root) {
    for (const path of step.lfCopies) {
        const copy = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, path);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(copy), { recursive: true });
        const content = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, step.module, path));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(copy, content.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
    }
}


/***/ }),

/***/ 22037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bt: () => (/* binding */ loginVariables),
/* harmony export */   Uu: () => (/* binding */ netrcLines),
/* harmony export */   jl: () => (/* binding */ gitCredentialLines)
/* harmony export */ });
/** Lines for `git credential-store` (https://git-scm.com/docs/git-credential-store#_storage_format). */
function gitCredentialLines(logins) {
    const encode = encodeURIComponent;
    return logins
        .map(({ host, username, password }) => `https://${encode(username)}:${encode(password)}@${host}\n`)
        .join("");
}
/** The same logins as the go command reads them: NETRC in https://pkg.go.dev/cmd/go#hdr-GOAUTH_environment_variable. */
function netrcLines(logins) {
    return logins
        .map(({ host, username, password }) => `machine ${host} login ${username} password ${password}\n`)
        .join("");
}
/** Variables that point git and the go command at files with those lines. */
function loginVariables(gitCredentials, netrc) {
    return {
        NETRC: netrc,
        GIT_TERMINAL_PROMPT: "0",
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: "credential.helper",
        GIT_CONFIG_VALUE_0: `store --file=${gitCredentials}`,
    };
}


/***/ }),

/***/ 57995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ outputFiles),
/* harmony export */   s: () => (/* binding */ outcomeOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** A step's outcome with what was not said left empty; it took until now when no other duration is said. */
function outcomeOf(planned, ended) {
    return {
        stage: planned.step.stage,
        end: ended.end,
        problem: ended.problem ?? null,
        startedAt: ended.startedAt,
        durationMs: ended.durationMs ?? Math.max(0, Date.now() - ended.startedAt.getTime()),
        cached: ended.cached ?? false,
        commands: ended.commands ?? [],
        resultDir: planned.resultDir,
        image: ended.image ?? null,
    };
}
/** Files for what a command of a step prints, beside the step's result files. `index`: of the command in the step. */
function outputFiles(resultDir, index) {
    return { stdout: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(resultDir, `${index}.stdout`), stderr: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(resultDir, `${index}.stderr`) };
}


/***/ })

};
