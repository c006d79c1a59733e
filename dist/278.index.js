export const id = 278;
export const ids = [278];
export const modules = {

/***/ 86564:
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

/***/ 60709:
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
/* harmony export */   iL: () => (/* binding */ moduleEnvironment),
/* harmony export */   mI: () => (/* binding */ hostEnvironment)
/* harmony export */ });
/* unused harmony export isPrivateName */
/** Variables of the runner and of ourselves that processes of the repository never see, on both engines. */
const privateName = /^(GITHUB|ACTIONS|RUNNER|DAGGER|INPUT|_EXPERIMENTAL_DAGGER)_/i;
/**
 * The environment of host processes: everything passes unchanged but the private names, plus `CI=true`. Windows spells names in any case, so the
 * later of two spellings wins there.
 */
function hostEnvironment(env, added, windows) {
    const result = {};
    const spelling = new Map();
    const set = (name, value) => {
        const key = windows ? name.toUpperCase() : name;
        const known = spelling.get(key) ?? name;
        spelling.set(key, known);
        result[known] = value;
    };
    for (const [name, value] of Object.entries(env)) {
        if (value !== undefined && !isPrivateName(name))
            set(name, value);
    }
    set("CI", "true");
    for (const [name, value] of Object.entries(added))
        set(name, value);
    return result;
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

/***/ 99278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createHostEngine: () => (/* binding */ createHostEngine)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/project/inspect.js
var inspect = __webpack_require__(30098);
// EXTERNAL MODULE: ./build/stage/src/engine/environment.js
var environment = __webpack_require__(96642);
// EXTERNAL MODULE: ./build/stage/src/engine/process.js + 1 modules
var engine_process = __webpack_require__(19418);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/stage/src/cache/entries.js
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

// EXTERNAL MODULE: ./build/stage/src/cache/modules.js
var cache_modules = __webpack_require__(86564);
// EXTERNAL MODULE: ./build/stage/src/cache/worth.js
var worth = __webpack_require__(60709);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
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
        copies ||= !(await linked(source, target));
        if (copies)
            await (0,promises_.copyFile)(source, target);
    }
}
async function linked(source, target) {
    try {
        await (0,promises_.link)(source, target);
        return true;
    }
    catch (error) {
        if (!(0,errors/* hasCode */.up)(error, "EXDEV", "EPERM", "EMLINK", "ENOTSUP"))
            throw error;
        return false;
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
    try {
        return await (0,promises_.readdir)(directory);
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "ENOENT", "ENOTDIR"))
            return [];
        throw error;
    }
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
            await move(source, target);
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
async function move(from, to) {
    try {
        await (0,promises_.rename)(from, to);
    }
    catch (error) {
        if (!(0,errors/* hasCode */.up)(error, "EXDEV"))
            throw error;
        await (0,promises_.cp)(from, to, { recursive: true, preserveTimestamps: true });
        await (0,promises_.rm)(from, { recursive: true, force: true });
    }
}
async function isThere(path) {
    try {
        await (0,promises_.lstat)(path);
        return true;
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "ENOENT"))
            return false;
        throw error;
    }
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
        const modules = await this.#modulesInUse(rule, (0,cache_modules/* moduleVersions */.y_)(rule.sums));
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
            const toolchain = (0,cache_modules/* isToolchainInUse */.ed)(tree, rule.goVersion);
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
        const known = (version) => wanted.mods.has(version) || (0,cache_modules/* isToolchainInUse */.ed)(version, rule.goVersion);
        const files = (await isDirectory(download)) ? await regularFiles(download) : new Map();
        for (const [file, size] of files) {
            const version = (0,cache_modules/* downloadOf */.qg)(file);
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
async function isDirectory(path) {
    try {
        return (await (0,promises_.stat)(path)).isDirectory();
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "ENOENT"))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/credentials.js


/**
 * Logins for private modules, as files only this user can read, and the variables that point git and the go command at them. They go to the steps
 * that fetch modules, never to tests. git: https://git-scm.com/docs/git-config (GIT_CONFIG_COUNT, credential.helper store); go: NETRC in
 * https://pkg.go.dev/cmd/go#hdr-GOAUTH_environment_variable.
 */
async function writeCredentials(tempDir, credentials) {
    if (credentials.length === 0)
        return {};
    const store = (0,external_node_path_.join)(tempDir, "git-credentials");
    const netrc = (0,external_node_path_.join)(tempDir, "netrc");
    const encode = encodeURIComponent;
    const urls = credentials.map(({ host, username, password }) => `https://${encode(username)}:${encode(password)}@${host}\n`);
    const logins = credentials.map(({ host, username, password }) => `machine ${host} login ${username} password ${password}\n`);
    await (0,promises_.writeFile)(store, urls.join(""), { mode: 0o600 });
    await (0,promises_.writeFile)(netrc, logins.join(""), { mode: 0o600 });
    return {
        NETRC: netrc,
        GIT_TERMINAL_PROMPT: "0",
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: "credential.helper",
        GIT_CONFIG_VALUE_0: `store --file=${store}`,
    };
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/exec.js



/** Runs the commands of a step one after the other within its time limit; each leaves `<n>.stdout` and `<n>.stderr` in `resultDir`. */
async function runExecStep(step, resultDir, context, signal) {
    const startedAt = new Date();
    const deadline = performance.now() + step.timeoutMs;
    await writeLfCopies(step, context);
    const commands = [];
    let end = "exited";
    let error = null;
    for (const [index, command] of step.commands.entries()) {
        const streams = { stdout: (0,external_node_path_.join)(resultDir, `${index}.stdout`), stderr: (0,external_node_path_.join)(resultDir, `${index}.stderr`) };
        const timeoutMs = Math.max(0, deadline - performance.now());
        const result = await runCommand(command, step, { ...context, resultDir, streams, timeoutMs, signal });
        commands.push({ exitCode: result.exitCode, signal: result.signal, durationMs: result.durationMs, ...streams });
        ({ end, error } = result);
        if (end !== "exited" || (step.stopAtFirstFailure && result.exitCode !== 0))
            break;
    }
    return {
        stage: step.stage,
        end: end === "not-started" ? "errored" : end,
        problem: error === null
            ? null
            : { message: error, remedy: "Install the tool, or use `engine: dagger`, which brings its own." },
        startedAt,
        durationMs: Math.round(Date.now() - startedAt.getTime()),
        cached: false,
        commands,
        resultDir,
        image: null,
    };
}
async function runCommand(command, step, context) {
    return (0,engine_process/* runProcess */.R3)({
        file: command.tool === "gofmt" ? await gofmtPath(step, context) : command.tool,
        args: await resolveArgs(command, context.resultDir),
        cwd: command.cwd === "lf" ? lfDir(context) : (0,external_node_path_.join)(context.root, step.module),
        env: { ...context.env, ...command.env },
        ...context.streams,
        signal: context.signal,
        timeoutMs: context.timeoutMs,
        ...(step.stage === "test" ? { timeoutSignal: "SIGQUIT" } : {}),
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
async function gofmtPath(step, context) {
    const out = (0,external_node_path_.join)(context.tempDir, "goroot");
    const result = await (0,engine_process/* runProcess */.R3)({
        file: "go",
        args: ["env", "GOROOT"],
        cwd: (0,external_node_path_.join)(context.root, step.module),
        env: context.env,
        stdout: out,
        stderr: `${out}.err`,
        signal: context.signal,
        timeoutMs: context.timeoutMs,
    });
    const goroot = result.exitCode === 0 ? (await (0,promises_.readFile)(out, "utf8")).trim() : "";
    return goroot === "" ? "gofmt" : (0,external_node_path_.join)(goroot, "bin", process.platform === "win32" ? "gofmt.exe" : "gofmt");
}
function lfDir(context) {
    return (0,external_node_path_.join)(context.tempDir, "lf");
}
async function writeLfCopies(step, context) {
    for (const path of step.lfCopies) {
        const copy = (0,external_node_path_.join)(lfDir(context), path);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(copy), { recursive: true });
        const content = await (0,promises_.readFile)((0,external_node_path_.join)(context.root, step.module, path));
        await (0,promises_.writeFile)(copy, content.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/shlex/shlex.js
var shlex = __webpack_require__(95637);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/reuse/key.js



/** Raised when the meaning of a key or the form of an entry changes. */
const formatVersion = 1;
function keyParts(step, facts) {
    return {
        formatVersion,
        stage: step.stage,
        sources: facts.sources,
        toolchain: facts.toolchain,
        environment: digest(relevantEnvironment(facts)),
        commands: digest([step.module, step.commands, step.lfCopies, step.stopAtFirstFailure]),
    };
}
function keyOf(parts) {
    return digest(parts);
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
function digest(value) {
    return (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(value)).digest("hex");
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
    const { relative, isAbsolute } = /^[A-Za-z]:/.test(root) ? external_node_path_.win32 : external_node_path_.posix;
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
        return (0,shlex/* split */.lD)(text);
    }
    catch (error) {
        if (error instanceof Error)
            return [text];
        throw error;
    }
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./node_modules/p-queue/dist/index.js + 4 modules
var dist = __webpack_require__(19052);
// EXTERNAL MODULE: ./build/stage/src/project/source.js + 1 modules
var source = __webpack_require__(41253);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/reuse/sources.js








/**
 * Reads every file that a build could read: what would go to an engine elsewhere (tracked, new, and ignored files that a build needs), and the ones that
 * only their secret-looking names keep here. More than a stage needs, so a change of a file that it does not read makes it run again, never the reverse.
 */
async function readSources(request) {
    const paths = await listPaths(request);
    const files = await new dist/* default */.Ay({ concurrency: width }).addAll(paths.map((path) => () => readFacts(request.root, path)));
    const moduleFiles = files.filter(({ path }) => isModuleFile(path)).map(({ content }) => content?.toString() ?? "");
    return {
        digest: hashOf(files.map(({ path, kind, hash }) => [path, kind, hash])),
        stamp: hashOf(files.map(({ path, stamp }) => [path, stamp])),
        moduleFiles,
    };
}
/** The stamp of the files as they are now, without reading them. */
async function readStamp(request) {
    const paths = await listPaths(request);
    const stampOf = async (path) => [
        path,
        (await statOf((0,external_node_path_.join)(request.root, path))).stamp,
    ];
    return hashOf(await new dist/* default */.Ay({ concurrency: width }).addAll(paths.map((path) => () => stampOf(path))));
}
async function listPaths(request) {
    const { files, secretLooking } = await (0,source/* readUploadRule */.w)(request);
    return [...files, ...secretLooking].sort();
}
function isModuleFile(path) {
    return /(^|\/)go\.(mod|work)$/.test(path);
}
async function readFacts(root, path) {
    const absolute = (0,external_node_path_.join)(root, path);
    const { kind, stamp } = await statOf(absolute);
    const target = kind === "link" ? await (0,promises_.readlink)(absolute) : "";
    const hash = (0,external_node_crypto_.createHash)("sha256").update(`${target}\0`);
    // A link counts by where it leads and by what is there.
    const size = kind === "missing" || kind === "other" ? null : await fileSize(absolute);
    const content = isModuleFile(path) && size !== null ? await (0,promises_.readFile)(absolute) : null;
    if (content !== null)
        hash.update(content);
    else if (size !== null && size <= readWhole)
        hash.update(await (0,promises_.readFile)(absolute));
    else if (size !== null)
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(absolute), hash, { end: false });
    return { path, kind, hash: hash.digest("hex"), stamp, content };
}
/** Bytes. Larger files are read in pieces. */
const readWhole = 4_000_000;
/** Of a regular file, links followed; null for anything else (Go follows no links to directories) and for nothing. */
async function fileSize(path) {
    try {
        const found = await (0,promises_.stat)(path);
        return found.isFile() ? found.size : null;
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "ENOENT", "ELOOP", "ENOTDIR"))
            return null;
        throw error;
    }
}
async function statOf(path) {
    try {
        const found = await (0,promises_.lstat)(path, { bigint: true });
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
function hashOf(rows) {
    return (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(rows)).digest("hex");
}
/** Open files at the same time: enough to keep the disk busy, far from any limit. */
const width = 64;

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
    try {
        const { size, mtimeMs } = await (0,promises_.stat)(path);
        return `${path} ${size} ${mtimeMs}`;
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "ENOENT", "ENOTDIR"))
            return `${path} none`;
        throw error;
    }
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
        const reason = notReusable({ goEnv, root, moduleFiles: sources.moduleFiles });
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
        if (stepNotReusable(step) !== null)
            return null;
        const facts = await this.#facts.get(step.module);
        return facts === undefined || facts === null ? null : keyParts(step, facts);
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
        stdout: (0,external_node_path_.join)(resultDir, `${index}.stdout`),
        stderr: (0,external_node_path_.join)(resultDir, `${index}.stderr`),
    }));
    return {
        stage: step.stage,
        end: "exited",
        problem: null,
        startedAt,
        durationMs: Math.round(Date.now() - startedAt.getTime()),
        cached: true,
        commands,
        resultDir,
        image: null,
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/reuse/store.js





const entrySchema = schemas/* object */.Ikc({
    key: schemas/* object */.Ikc({
        formatVersion: schemas/* number */.aig(),
        stage: schemas/* string */.YjP(),
        sources: schemas/* string */.YjP(),
        toolchain: schemas/* string */.YjP(),
        environment: schemas/* string */.YjP(),
        commands: schemas/* string */.YjP(),
    }),
    madeAt: iso/* datetime */.w$(),
    durationMs: schemas/* number */.aig().nonnegative(),
    commands: schemas/* array */.YOg(schemas/* object */.Ikc({ durationMs: schemas/* number */.aig().nonnegative() })),
    files: schemas/* array */.YOg(schemas/* object */.Ikc({ path: schemas/* string */.YjP(), size: schemas/* number */.aig(), mtimeMs: schemas/* number */.aig() })),
});
/** Begins the names of directories that are no entries yet. */
const unfinished = ".new-";
/** Passed results by key, on this machine, for this user. Nothing in it is needed: whatever does not fit is as if it were not there. */
class ResultStore {
    #root;
    /** `root`: absolute, may not exist yet. */
    constructor(root) {
        this.#root = root;
    }
    /** Brings the files of an entry to an empty directory; null when there is none, or when one of its files is not what it was. */
    async take(parts, into) {
        const dir = this.#dir(parts);
        const entry = await readEntry((0,external_node_path_.join)(dir, "entry.json"));
        if (entry === null || keyOf(entry.key) !== keyOf(parts))
            return null;
        for (const file of entry.files) {
            const source = (0,external_node_path_.join)(dir, "files", file.path);
            const target = await parentMade((0,external_node_path_.join)(into, file.path));
            if ((await isUntouched(source, file)) && (await linkFile(source, target)))
                continue;
            await emptyDirectory(into);
            return null;
        }
        const now = new Date();
        await (0,promises_.utimes)((0,external_node_path_.join)(dir, "entry.json"), now, now);
        return entry;
    }
    /** Takes what a step left in `from` and answers how to make an entry of it; until then nobody finds it. */
    async stage(parts, from, facts) {
        await (0,promises_.mkdir)(this.#root, { recursive: true, mode: 0o700 });
        const dir = (0,external_node_path_.join)(this.#root, `${unfinished}${process.pid}-${keyOf(parts)}`);
        await (0,promises_.rm)(dir, { recursive: true, force: true });
        const paths = await listFiles(from, "");
        for (const path of paths)
            await linkFile((0,external_node_path_.join)(from, path), await parentMade((0,external_node_path_.join)(dir, "files", path)));
        return {
            keep: async () => {
                const files = await Promise.all(paths.map(async (path) => store_describeFile((0,external_node_path_.join)(dir, "files"), path)));
                const entry = { key: parts, madeAt: new Date().toISOString(), ...facts, files };
                await (0,promises_.writeFile)((0,external_node_path_.join)(dir, "entry.json"), JSON.stringify(entry));
                await (0,promises_.rm)(this.#dir(parts), { recursive: true, force: true });
                await (0,promises_.rename)(dir, this.#dir(parts));
            },
            drop: () => (0,promises_.rm)(dir, { recursive: true, force: true }),
        };
    }
    /** Removes what was not used for a week, then the least recently used until the rest fits, and what runs that died left unfinished. */
    async trim(limits = defaultLimits) {
        const found = await this.#entries();
        let bytes = 0;
        for (const { dir, usedAt, size } of found.sort((a, b) => b.usedAt - a.usedAt)) {
            bytes += size;
            const old = Date.now() - usedAt > limits.unusedMs;
            if (old || bytes > limits.bytes)
                await (0,promises_.rm)(dir, { recursive: true, force: true });
        }
    }
    async #entries() {
        const found = [];
        for (const name of await store_namesIn(this.#root)) {
            const dir = (0,external_node_path_.join)(this.#root, name);
            const whole = !name.startsWith(unfinished);
            const entry = whole ? await readEntry((0,external_node_path_.join)(dir, "entry.json")) : null;
            const usedAt = (await modifiedAt(whole ? (0,external_node_path_.join)(dir, "entry.json") : dir)) ?? 0;
            found.push({ dir, usedAt, size: entry?.files.reduce((sum, file) => sum + file.size, 0) ?? 0 });
        }
        return found;
    }
    #dir(parts) {
        return (0,external_node_path_.join)(this.#root, keyOf(parts));
    }
}
/** Room for the binaries of some dozens of states; a week as Go's own cache keeps for five days what nobody uses (cmd/go/internal/cache, trimLimit). */
const defaultLimits = { bytes: 2_000_000_000, unusedMs: 7 * 24 * 3_600_000 };
async function readEntry(path) {
    try {
        const parsed = entrySchema.safeParse(JSON.parse(await (0,promises_.readFile)(path, "utf8")));
        return parsed.success ? parsed.data : null;
    }
    catch (error) {
        if (error instanceof SyntaxError || (0,errors/* hasCode */.up)(error, "ENOENT", "ENOTDIR"))
            return null;
        throw error;
    }
}
/** The same file under another name, where the file system can: nobody writes to result directories any more. false: it is not there. */
async function linkFile(from, to) {
    try {
        await (0,promises_.link)(from, to);
        return true;
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "ENOENT", "ENOTDIR"))
            return false;
        if (!(0,errors/* hasCode */.up)(error, "EXDEV", "EPERM", "EMLINK", "ENOTSUP", "ENOSYS"))
            throw error;
        await (0,promises_.copyFile)(from, to);
        return true;
    }
}
async function parentMade(path) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    return path;
}
async function store_describeFile(root, path) {
    const { size, mtimeMs } = await (0,promises_.stat)((0,external_node_path_.join)(root, path));
    return { path, size, mtimeMs };
}
/** By size and time, as Go's own cache trusts its files: reading hundreds of megabytes of binaries would cost more than some links. */
async function isUntouched(path, { size, mtimeMs }) {
    try {
        const now = await (0,promises_.stat)(path);
        return now.size === size && now.mtimeMs === mtimeMs;
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "ENOENT", "ENOTDIR"))
            return false;
        throw error;
    }
}
/** Regular files below `dir`, relative to it. */
async function listFiles(root, below) {
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, below), { withFileTypes: true });
    const lists = entries.map(async (entry) => {
        const path = below === "" ? entry.name : `${below}/${entry.name}`;
        if (entry.isDirectory())
            return listFiles(root, path);
        return entry.isFile() ? [path] : [];
    });
    return (await Promise.all(lists)).flat();
}
async function emptyDirectory(dir) {
    for (const name of await store_namesIn(dir))
        await (0,promises_.rm)((0,external_node_path_.join)(dir, name), { recursive: true, force: true });
}
async function store_namesIn(dir) {
    try {
        return await (0,promises_.readdir)(dir);
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "ENOENT"))
            return [];
        throw error;
    }
}
async function modifiedAt(path) {
    try {
        return (await (0,promises_.stat)(path)).mtimeMs;
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "ENOENT"))
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/warmth.js




/** Whether an earlier run filled the build cache with what this repository needs, and nobody has emptied it since. */
async function isWarm(request) {
    const identity = await identityOf(request);
    return identity !== null && identity === (await readNote(notePath(request)));
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
    const parts = JSON.stringify([root, goEnv["GOVERSION"], goEnv["GOCACHE"]]);
    return (0,external_node_path_.join)(directory, (0,external_node_crypto_.createHash)("sha256").update(parts).digest("hex"));
}
/** `go clean -cache` removes the 256 directories of the cache (cmd/go/internal/clean): the next run makes others. null: there is no cache. */
async function identityOf({ goEnv }) {
    try {
        const { ino, birthtimeMs } = await (0,promises_.stat)((0,external_node_path_.join)(goEnv["GOCACHE"] ?? "", "00"));
        return `${ino} ${birthtimeMs}`;
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "ENOENT", "ENOTDIR"))
            return null;
        throw error;
    }
}
async function readNote(path) {
    try {
        return await (0,promises_.readFile)(path, "utf8");
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "ENOENT"))
            return null;
        throw error;
    }
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
    #reuse;
    #warmth = null;
    #docker = null;
    #scratch = 0;
    constructor(options, tempDir, fetching) {
        this.#options = options;
        this.#tempDir = tempDir;
        this.#fetching = fetching;
        this.caches = createHostCaches({
            goEnv: (names, signal) => this.#goEnv(names, signal),
            fresh: options.env["RUNNER_ENVIRONMENT"] === "github-hosted",
            jobTemp: options.tempRoot,
        });
        this.#reuse = options.keep === null ? null : this.#makeReuse((0,external_node_path_.join)(options.keep, "results"));
    }
    #makeReuse(directory) {
        const { root, outputDirectory, cache, log, redact } = this.#options;
        return new Reuse({
            ...{ root, without: [outputDirectory], log, redact },
            store: new ResultStore(directory),
            env: this.#environment({}),
            windows: process.platform === "win32",
            write: cache === "true",
        });
    }
    async version() {
        const output = await this.#go({ module: ".", args: ["env", "GOVERSION"], env: {} }, new AbortController().signal);
        if (output.exitCode !== 0)
            throw cannotRunGo(output.stderr);
        return output.stdout.trim();
    }
    async inspect(request, signal) {
        const root = await (0,promises_.realpath)(this.#options.root);
        const answers = await Promise.all(request.modules.map((module) => this.#inspectModule(request, module, signal)));
        const env = answers.map((outputs) => outputs[0]).find((output) => output?.exitCode === 0) ?? (await this.#localEnv(signal));
        const goEnv = (0,inspect/* parseGoEnv */.LB)(env);
        if (goEnv === null)
            throw cannotRunGo(env.stderr);
        for (const module of request.modules)
            this.#reuse?.know(module.dir, root, goEnv);
        if (this.#options.keep !== null)
            this.#warmth = { directory: (0,external_node_path_.join)(this.#options.keep, "warm"), root, goEnv };
        return {
            goVersion: goEnv.GOVERSION,
            root,
            native: { os: goEnv.GOOS, arch: goEnv.GOARCH, variant: null },
            goflags: goEnv.GOFLAGS,
            warm: this.#warmth !== null && (await isWarm(this.#warmth)),
            modules: request.modules.map((module, index) => (0,inspect/* parseModule */.Y$)(request, module, root, answers[index] ?? [])),
        };
    }
    async #inspectModule(request, module, signal) {
        const ask = (commands) => Promise.all(commands.map((command) => this.#go(command, signal)));
        const more = (0,inspect/* cgoCommands */.ME)(request, module).then(ask);
        return (await Promise.all([ask((0,inspect/* inspectCommands */.ZI)(request, module)), more])).flat();
    }
    async #goEnv(names, signal) {
        const { exitCode, stdout, stderr } = await this.#localEnv(signal, names);
        if (exitCode !== 0)
            throw cannotRunGo(stderr);
        return JSON.parse(stdout);
    }
    /** What the installed toolchain says of itself, whatever go.mod asks for. */
    #localEnv(signal, names = ["GOVERSION", "GOOS", "GOARCH", "GOFLAGS"]) {
        const args = ["env", "-json", ...names];
        return this.#go({ module: ".", args, env: { GOTOOLCHAIN: "local", GOWORK: "off" } }, signal, this.#tempDir);
    }
    async #go(command, signal, cwd) {
        const base = (0,external_node_path_.join)(this.#tempDir, `inspect-${this.#scratch++}`);
        const result = await (0,engine_process/* runProcess */.R3)({
            file: "go",
            args: command.args,
            cwd: cwd ?? (0,external_node_path_.join)(this.#options.root, command.module),
            env: this.#environment({ ...this.#fetching, ...command.env }),
            stdout: `${base}.out`,
            stderr: `${base}.err`,
            signal,
            timeoutMs: inspectLimitMs,
        });
        if (result.end === "not-started")
            throw cannotRunGo(result.error ?? "");
        const [stdout, stderr] = await Promise.all([(0,promises_.readFile)(`${base}.out`, "utf8"), (0,promises_.readFile)(`${base}.err`, "utf8")]);
        return { exitCode: result.exitCode, stdout, stderr };
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
            tempDir: (0,external_node_path_.join)(this.#tempDir, `step-${this.#scratch++}`),
            env: this.#environment(this.#stepVariables(step)),
        };
        await (0,promises_.mkdir)(context.tempDir);
        const known = await this.#reuse?.find(step, resultDir);
        if (known !== undefined && known !== null)
            return known;
        const outcome = await runExecStep(step, resultDir, context, signal);
        const compiled = outcome.end === "exited" && step.stage !== "deps" && step.stage !== "format";
        if (compiled && this.#warmth !== null)
            await noteWarmth(this.#warmth);
        await this.#reuse?.offer(step, outcome);
        return outcome;
    }
    /** Loaded and made only for runs that have to do with images. */
    #dockerRunner() {
        this.#docker ??= Promise.all(/* import() */[__webpack_require__.e(825), __webpack_require__.e(789)]).then(__webpack_require__.bind(__webpack_require__, 11789)).then(({ cacheServiceOf, createDockerRunner }) => createDockerRunner({
            ...this.#options,
            env: this.#environment({}),
            tempDir: this.#tempDir,
            cacheService: cacheServiceOf(this.#options.env),
        }));
        return this.#docker;
    }
    #stepVariables(step) {
        return step.stage === "test" ? Object.fromEntries(this.#options.testEnv) : { ...this.#fetching };
    }
    #environment(added) {
        return (0,environment/* hostEnvironment */.mI)(this.#options.env, { ...(0,environment/* moduleEnvironment */.iL)(this.#options), ...added }, process.platform === "win32");
    }
    async close() {
        await this.#reuse?.end();
        await (await this.#docker)?.close();
        await (0,promises_.rm)(this.#tempDir, { recursive: true, force: true, maxRetries: 3 });
    }
}
/** Loading packages without their dependencies takes well under a second; the first call may fetch a toolchain. */
const inspectLimitMs = 300_000;
function cannotRunGo(stderr) {
    const cause = stderr.trim().split("\n").at(-1) ?? "";
    return new errors/* EnvironmentError */.eG(`No usable Go on this machine${cause === "" ? "" : `: ${cause}`}.`, "Install Go (in a workflow: actions/setup-go before this action), or use `engine: dagger`, which brings its own.");
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
            if (!isMissing(error))
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
/** Tracked but deleted in the working tree. */
function isMissing(error) {
    return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EISDIR");
}


/***/ })

};
