export const id = 262;
export const ids = [262];
export const modules = {

/***/ 48290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ chooseGo)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/text/variables.js
var variables = __webpack_require__(83711);
// EXTERNAL MODULE: ./build/stage/src/project/go-releases.js
var go_releases = __webpack_require__(24261);
// EXTERNAL MODULE: ./build/stage/src/project/go-version.js
var go_version = __webpack_require__(14083);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/fitting-go.js


/** Whether the Go on PATH is the one that is asked for, as it is or by what it fetches itself (https://go.dev/doc/toolchain#select). */
function fitOf(installed, { config, project }) {
    const asked = config.goVersion;
    return asked === null ? fitOfLines(installed, project) : fitOfAsked(installed, asked, { config, project });
}
/** `go-version` overrules `toolchain` lines and GOTOOLCHAIN of the environment. */
function fitOfAsked(installed, asked, { config, project }) {
    const own = installed.version.replace(/^devel /, "");
    const there = (0,go_version/* satisfiesGo */.MB)(own, asked);
    const fetches = (0,go_releases/* isExact */.u0)(asked) && (0,go_version/* compareGo */.Ac)(own, "1.21") >= 0;
    if (!there && !fetches) {
        return { ok: false, why: `${(0,go_version/* askedBy */.Ai)(config)} asks for Go ${asked}, but ${installed.version} is on PATH` };
    }
    const version = there ? own : `go${asked}`;
    const wanted = (0,go_version/* linesOf */.Dx)(project, "local");
    if (!(0,go_version/* notOlder */.Sm)(version, wanted)) {
        return { ok: false, why: `Go ${wanted} is asked for, but ${(0,go_version/* askedBy */.Ai)(config)} asks for Go ${asked}` };
    }
    return { ok: true, version, gotoolchain: there ? "local" : version };
}
function fitOfLines(installed, project) {
    const switches = (0,go_version/* compareGo */.Ac)(installed.version, "1.21") >= 0;
    const setting = switches ? installed.gotoolchain : "local";
    const own = (0,go_version/* ownToolchain */.Oj)(setting) ?? installed.version.replace(/^devel /, "");
    const wanted = (0,go_version/* linesOf */.Dx)(project, setting);
    const version = (0,go_version/* takesToolchains */.Vd)(setting) ? (0,go_version/* effectiveGo */.E7)(own, wanted) : own;
    if (!(0,go_version/* notOlder */.Sm)(version, wanted))
        return { ok: false, why: `Go ${wanted} is asked for, but ${onPath(installed, version)}` };
    if (!(0,go_version/* notOlder */.Sm)(version, go_version/* oldestGo */.Wg))
        return { ok: false, why: `${onPath(installed, version)}, older than ${go_version/* oldestGo */.Wg}` };
    return { ok: true, version, gotoolchain: null };
}
/** The newest Go of the runner's tool cache that is asked for; null: none of them. `cached`: newest first. */
function cachedFit(cached, { config, project }) {
    const asked = config.goVersion;
    const wanted = (0,go_version/* linesOf */.Dx)(project, "local");
    const fits = ({ version }) => (asked === null ? (0,go_version/* compareGo */.Ac)(version, go_version/* oldestGo */.Wg) >= 0 : (0,go_version/* satisfiesGo */.MB)(version, asked)) && (0,go_version/* notOlder */.Sm)(version, wanted);
    return cached.find(fits) ?? null;
}
function onPath({ version, gotoolchain }, chosen) {
    const setting = gotoolchain === "" ? "" : ` with GOTOOLCHAIN=${gotoolchain}`;
    return `${version} is on PATH${(0,go_version/* compareGo */.Ac)(version, chosen) === 0 ? setting : ` and takes ${chosen}`}`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/tool-cache.js






/**
 * What the runner's image and actions/setup-go have put there, newest first: `$RUNNER_TOOL_CACHE/go/<version>/<arch>` with a file `<arch>.complete` beside
 * it (https://github.com/actions/toolkit/tree/main/packages/tool-cache, 4.0.0).
 */
async function cachedGos({ env, platform, arch }) {
    const windows = platform === "win32";
    const cache = (0,variables/* variable */.b)(env, "RUNNER_TOOL_CACHE", windows) ?? "";
    if (cache === "")
        return [];
    const names = (await (0,errors/* ifThere */.y)((0,promises_.readdir)((0,external_node_path_.join)(cache, "go")))) ?? [];
    const found = [];
    for (const name of names) {
        const root = (0,external_node_path_.join)(cache, "go", name, arch);
        const version = goVersionOf(name);
        const complete = (0,external_node_fs_.existsSync)(`${root}.complete`) && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, "bin", windows ? "go.exe" : "go"));
        if (version !== null && complete)
            found.push({ version, root });
    }
    return found.sort((a, b) => (0,go_version/* compareGo */.Ac)(b.version, a.version));
}
/** Directories are named as semver wants it: `1.27.0-rc.1` is what actions/setup-go makes of `1.27rc1`. */
function goVersionOf(name) {
    const [, release, minor, kind, number] = /^((1\.\d+)\.\d+)(?:-(rc|beta)\.?(\d+))?$/.exec(name) ?? [];
    if (release === undefined)
        return null;
    return kind === undefined ? `go${release}` : `go${minor}${kind}${number}`;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/choose-go.js




/**
 * The Go that `go-version` and the modules ask for: the one on PATH, else one from the runner's tool cache, else what the one on PATH fetches by itself. Starts
 * no fetching.
 */
async function chooseGo(request, onPath = request.goOnPath) {
    const found = await onPath();
    if (found.state === "refuses")
        return { ok: true, version: null, env: {}, reason: "Go is on PATH" };
    const own = found.state === "there" ? choiceOf(found, request) : { ok: false, reason: found.why };
    if (own.ok && (own.env["GOTOOLCHAIN"] ?? "local") === "local")
        return own;
    const { env, config } = request;
    const cached = cachedFit(await cachedGos({ env, platform: process.platform, arch: process.arch }), request);
    if (cached === null)
        return own;
    const reason = `${cached.version} is in the runner's tool cache`;
    return { ok: true, version: cached.version, env: cachedEnv(cached, env, config.goVersion !== null), reason };
}
function choiceOf(installed, wish) {
    const fit = fitOf(installed, wish);
    if (!fit.ok)
        return { ok: false, reason: fit.why };
    const { version, gotoolchain } = fit;
    const own = version === installed.version.replace(/^devel /, "");
    return {
        ok: true,
        version,
        env: gotoolchain === null ? {} : { GOTOOLCHAIN: gotoolchain },
        reason: own ? `${installed.version} is on PATH` : `${installed.version} on PATH takes ${version}`,
    };
}
/** First on PATH, so that programs of the repository find it too. A GOROOT that belongs to another Go would keep it from its own library. */
function cachedEnv({ root }, env, asked) {
    const windows = process.platform === "win32";
    const path = (0,variables/* variable */.b)(env, "PATH", windows) ?? "";
    return {
        PATH: [(0,external_node_path_.join)(root, "bin"), ...(path === "" ? [] : [path])].join(external_node_path_.delimiter),
        ...(((0,variables/* variable */.b)(env, "GOROOT", windows) ?? "") === "" ? {} : { GOROOT: root }),
        ...(asked ? { GOTOOLCHAIN: "local" } : {}),
    };
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

/***/ 21262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openHost: () => (/* binding */ openHost)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/stage/src/engine/user-cache.js
var user_cache = __webpack_require__(13743);
// EXTERNAL MODULE: ./build/stage/src/engine/host/choose-go.js + 2 modules
var choose_go = __webpack_require__(48290);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/project/inspect.js + 1 modules
var inspect = __webpack_require__(58325);
// EXTERNAL MODULE: ./build/stage/src/engine/environment.js
var environment = __webpack_require__(96642);
// EXTERNAL MODULE: ./build/stage/src/engine/release.js
var release = __webpack_require__(77758);
// EXTERNAL MODULE: ./build/stage/src/engine/cache-listing.js
var cache_listing = __webpack_require__(51884);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/files/move.js
var move = __webpack_require__(12823);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/cache-files.js







/** Build and module caches hold tens of thousands of files: what looks at all of them does so synchronously, a directory at a time. */
/** All files below a directory, with `name` before their paths; none when it is not there. Leaves out what is called as one of `without`. */
async function listFiles(root, name, without = cache_listing/* unlisted */.B$) {
    const files = [];
    if ((await namesIn(root)).length > 0)
        await addFiles(root, name, without, files);
    return files;
}
async function addFiles(root, name, without, files) {
    for (const entry of (0,external_node_fs_.readdirSync)(root, { withFileTypes: true })) {
        const [path, below] = [(0,external_node_path_.join)(root, entry.name), name === "" ? entry.name : `${name}/${entry.name}`];
        if (entry.isFile()) {
            const { size, mtimeMs } = (0,external_node_fs_.statSync)(path);
            files.push({ name: below, bytes: size, mtimeMs, regular: true });
        }
        else if (!entry.isDirectory())
            files.push({ name: below, bytes: 0, mtimeMs: 0, regular: false });
        else if (!without.includes(below))
            await addFiles(path, below, without, files);
    }
    await (0,external_node_timers_promises_.setImmediate)();
}
/** The texts of files. */
async function readTexts(paths) {
    const texts = [];
    for (const [index, path] of paths.entries()) {
        texts.push((0,external_node_fs_.readFileSync)(path, "latin1"));
        if (index % 500 === 0)
            await (0,external_node_timers_promises_.setImmediate)();
    }
    return texts;
}
/** Makes files at least `ageMs` old. */
async function age(paths, now) {
    const seconds = (now - cache_listing/* ageMs */.WO) / 1000;
    for (const [index, path] of paths.entries()) {
        (0,external_node_fs_.utimesSync)(path, seconds, seconds);
        if (index % 500 === 0)
            await (0,external_node_timers_promises_.setImmediate)();
    }
}
/** Links files into another tree, or copies them when it lies on another file system. `place` says where a name is. */
async function linkFiles(names, place, to) {
    for (const parent of new Set(names.map((name) => (0,external_node_path_.dirname)(name))))
        await (0,promises_.mkdir)((0,external_node_path_.join)(to, parent), { recursive: true });
    let copies = false;
    for (const name of names) {
        const [source, target] = [place(name), (0,external_node_path_.join)(to, name)];
        copies ||= !(await (0,move/* tryLink */.qB)(source, target));
        if (copies)
            await (0,promises_.copyFile)(source, target);
    }
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
    #restored = new Set();
    #since = 0;
    constructor(options) {
        this.#options = options;
    }
    async state(signal) {
        const { GOCACHE = "", GOMODCACHE = "", GOVERSION = "", GOCACHEPROG = "" } = await this.#options.goEnv(signal);
        this.#gocache = GOCACHE;
        this.#gomodcache = GOMODCACHE;
        return {
            os: process.platform,
            toolchain: this.#options.toolchain ?? GOVERSION,
            kept: GOCACHEPROG === "" ? await this.#kept() : "GOCACHEPROG keeps the build cache",
        };
    }
    /** Caches that outlive the job, or that an earlier step has restored: a file that is older than the machine came with an archive. */
    async #kept() {
        const entries = await this.#entryFiles();
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
        const young = (await this.#entryFiles()).filter(({ mtimeMs }) => mtimeMs > now - cache_listing/* ageMs */.WO);
        // What this job has compiled so far would not be marked when it is used.
        await age(young.map(({ name }) => this.#place(name)), now);
        const bytes = dir === null ? 0 : await this.#put(dir);
        this.#since = Date.now() - cache_listing/* clockToleranceMs */.c7;
        return bytes;
    }
    async #put(dir) {
        const files = await listFiles(dir, "", []);
        const odd = files.find(({ regular }) => !regular);
        if (odd !== undefined)
            throw new Error(`${odd.name} is neither a file nor a directory`);
        this.#restored = new Set(files.map(({ name }) => name));
        const [build, mod] = [(0,external_node_path_.join)(dir, "build"), (0,external_node_path_.join)(dir, "mod")];
        // The time of Go's last trim (cmd/go/internal/cache: trimFile): entries that travelled for days are older than what Go keeps.
        await (0,promises_.mkdir)(build, { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(build, "trim.txt"), `${Math.floor(Date.now() / 1000)}`);
        await mergeTree(build, this.#gocache);
        if (files.some(({ name }) => name.startsWith("mod/")))
            await mergeTree(mod, this.#gomodcache);
        if (this.#options.fresh)
            await (0,promises_.writeFile)((0,external_node_path_.join)(this.#options.jobTemp, marker), "");
        return files.reduce((sum, file) => sum + file.bytes, 0);
    }
    async list() {
        const build = await listFiles(this.#gocache, "build");
        const actions = build.filter(({ name, regular }) => regular && name.endsWith("-a") && (0,cache_listing/* entryOf */.Ms)(name) === name);
        return {
            files: [...build, ...(await listFiles(this.#gomodcache, "mod"))],
            actions: await readTexts(actions.map(({ name }) => this.#place(name))),
            since: this.#since,
            restored: this.#restored,
        };
    }
    async pack(dir, names) {
        await (0,promises_.rm)(dir, { recursive: true, force: true });
        await linkFiles(names, (name) => this.#place(name), dir);
        const entries = names.filter((name) => (0,cache_listing/* entryOf */.Ms)(name) !== null);
        await age(entries.map((name) => (0,external_node_path_.join)(dir, name)), Date.now());
    }
    async #entryFiles() {
        return (await listFiles(this.#gocache, "build")).filter(({ name }) => (0,cache_listing/* entryOf */.Ms)(name) !== null);
    }
    /** Where a file of a listing lies. */
    #place(name) {
        const cache = name.startsWith("build/") ? this.#gocache : this.#gomodcache;
        return (0,external_node_path_.join)(cache, name.slice(name.indexOf("/") + 1));
    }
}

// EXTERNAL MODULE: ./build/stage/src/engine/logins.js
var logins = __webpack_require__(22037);
// EXTERNAL MODULE: ./build/stage/src/engine/need-ssh.js
var need_ssh = __webpack_require__(37056);
// EXTERNAL MODULE: ./build/stage/src/engine/orphan-guard.js
var orphan_guard = __webpack_require__(21149);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/credentials.js






/**
 * Writes the logins for private modules where only this user can read them. They go to the steps that fetch modules, never to
 * tests, and are removed whatever way we end.
 */
async function writeLogins(tempDir, request) {
    const directory = (0,external_node_path_.join)(tempDir, "logins");
    // A shell reads some of the paths, and to it a backslash means something else.
    const base = process.platform === "win32" ? directory.replaceAll("\\", "/") : directory;
    const { files, variables } = (0,logins/* loginsOf */.Qm)({ ...request, pathOf: (name) => `${base}/${name}` });
    if (files.length === 0)
        return { variables, remove: () => undefined };
    const remove = (0,orphan_guard/* removeWithUs */.Rc)(directory);
    await (0,promises_.mkdir)(directory, { mode: 0o700 });
    for (const { name, content } of files)
        await (0,promises_.writeFile)((0,external_node_path_.join)(directory, name), content, { mode: 0o600 });
    return { variables, remove };
}
/** Throws EnvironmentError where git could do nothing with a key. Git for Windows finds an ssh of its own. */
function requireSsh(env) {
    if (process.platform === "win32")
        return;
    const dirs = (env["PATH"] ?? "").split(external_node_path_.delimiter);
    for (const program of need_ssh/* sshPrograms */.W) {
        if (!dirs.some((dir) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(dir, program))))
            throw (0,need_ssh/* withoutProgram */.v)(program, "on PATH");
    }
}
const agent = "SSH_AUTH_SOCK";
/** With a key of our own nothing but what fetches reaches the user's other keys. */
function withoutAgent(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => name !== agent));
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
        cwd: workingDirectory(command, step, context),
        env: (0,variables/* withVariables */.s)(context.env, command.env, process.platform === "win32"),
        ...context.streams,
        signal: context.signal,
        timeoutMs: context.timeoutMs,
        ...(step.atLimit === "dump-goroutines" ? { timeoutSignal: "SIGQUIT" } : {}),
    });
}
function workingDirectory({ cwd }, { module }, context) {
    if (cwd === "lf")
        return lfDir(context);
    return (0,external_node_path_.join)(context.root, cwd === "module" ? module : cwd.dir);
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

// EXTERNAL MODULE: ./node_modules/p-queue/dist/index.js + 4 modules
var dist = __webpack_require__(19052);
// EXTERNAL MODULE: ./build/stage/src/go/go-words.js
var go_words = __webpack_require__(49697);
// EXTERNAL MODULE: ./build/stage/src/go/named-setting.js
var named_setting = __webpack_require__(20651);
// EXTERNAL MODULE: ./build/stage/src/project/settings.js
var settings = __webpack_require__(9357);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/go.js










/** Loading packages without their dependencies takes well under a second; the first call may fetch a toolchain. */
const limitMs = 300_000;
/** What is asked of the installed toolchain: not all that it knows, for which it would look for a C compiler. */
const installedNames = ["GOVERSION", "GOOS", "GOARCH", "GOFLAGS", "GOCACHE", "GOMODCACHE", "GOCACHEPROG"];
/** Asks the go command of this machine. Throws EnvironmentError when there is no usable one. */
class HostGo {
    #options;
    /** A repository may have hundreds of modules. */
    #queue = new dist/* default */.Ay({ concurrency: Math.max(4, 2 * (0,external_node_os_.availableParallelism)()) });
    #questions = 0;
    #installed = null;
    constructor(options) {
        this.#options = options;
    }
    /** What the installed toolchain says of itself, whatever go.mod asks for; it is asked once. */
    installed(signal) {
        this.#installed ??= this.#ask((0,inspect/* localEnv */.dJ)(installedNames), signal).then(goEnvIn);
        return this.#installed;
    }
    /** What the modules hold, in the order of the request. */
    async modules(asked, signal) {
        const request = { ...asked, goflags: (await this.installed(signal)).GOFLAGS };
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
        const output = (0,inspect/* moduleEnv */.Cu)(answers);
        return output === undefined ? await this.installed(signal) : goEnvIn(output);
    }
    async #module(request, module, signal) {
        const ask = (commands) => Promise.all(commands.map((command) => this.#ask(command, signal)));
        const first = ask((0,inspect/* inspectCommands */.ZI)(request, module));
        const targets = (0,inspect/* targetCommands */.Kv)(request, module, () => first).then(ask);
        return (await Promise.all([first, targets])).flat();
    }
    #ask(command, signal) {
        return this.#queue.add(() => this.#askNow(command, signal));
    }
    async #askNow({ module, args, env }, signal) {
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
function goEnvIn(output) {
    const goEnv = (0,inspect/* parseGoEnv */.LB)(output);
    if (goEnv === null)
        throw cannotRunGo(output.stderr);
    return goEnv;
}
/** `stderr`: of a go command that gave no answer. */
function cannotRunGo(stderr) {
    const setting = (0,named_setting/* namedSetting */.y1)(stderr);
    return setting === null ? noUsableGo((0,go_words/* goSentence */.Mq)(stderr)) : (0,settings/* settingError */.Hu)(setting, stderr);
}
function noUsableGo(cause) {
    return new errors/* EnvironmentError */.eG(`No usable Go on this machine${cause === "" ? "" : `: ${cause}`}.`, "Install Go (in a workflow: actions/setup-go before this action): any since 1.21 fetches the version that is asked for. Or use `engine: dagger`, which brings its own.");
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











/** Runs steps with the Go toolchain of this machine. No sandbox: the repository's code runs as this user. */
async function createHostEngine(options) {
    const tempDir = await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.tempRoot, "go-pipeline-"));
    const logins = await writeLogins(tempDir, options);
    return new HostEngine(options, tempDir, logins);
}
class HostEngine {
    name = "host";
    caches;
    #options;
    #tempDir;
    #logins;
    /** Result directories by stage: an image of a binary takes it from the build stage. */
    #resultDirs = new Map();
    #go;
    #reuse = null;
    /** By module directory. */
    #goroots = new Map();
    /** What the inspection found. */
    #goVersion = null;
    #warmth = null;
    #docker = null;
    #steps = 0;
    constructor(options, tempDir, logins) {
        this.#options = options;
        this.#tempDir = tempDir;
        this.#logins = logins;
        this.#go = new HostGo({
            ...{ root: options.root, tempDir },
            environment: (added) => this.#environment(added, true),
        });
        this.caches = createHostCaches({
            goEnv: (signal) => this.#go.installed(signal),
            toolchain: options.toolchain.version,
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
    async version() {
        if (this.#goVersion === null)
            throw new Error("the version of Go is known when the modules were inspected");
        return this.#goVersion;
    }
    async inspect(request, signal) {
        const { keep, secrets, env } = this.#options;
        if (secrets.gitSsh !== null)
            requireSsh(env);
        const [answers, root, reuse] = await Promise.all([
            this.#go.modules(request, signal),
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
        const inspection = (0,inspect/* inspectionOf */.Ms)(request, answers, { goEnv, root, warm, processors: (0,external_node_os_.availableParallelism)() });
        this.#goVersion = inspection.goVersion;
        return inspection;
    }
    async imageBuilder() {
        const available = await (await this.#dockerRunner()).available();
        return available.ok ? { ok: true } : { ok: false, reason: available.reason };
    }
    async run(planned, { progress }, signal) {
        const { step, resultDir } = planned;
        this.#resultDirs.set(step.stage, resultDir);
        if (step.type !== "exec") {
            return (await this.#dockerRunner()).run(step, { resultDir, progress }, signal);
        }
        const context = {
            root: this.#options.root,
            tempDir: (0,external_node_path_.join)(this.#tempDir, `step-${this.#steps++}`),
            env: this.#environment(step.gets.testEnv ? Object.fromEntries(this.#options.testEnv) : {}, step.gets.logins),
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
        this.#docker ??= Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(697), __webpack_require__.e(266), __webpack_require__.e(545)]).then(__webpack_require__.bind(__webpack_require__, 25545)).then(({ cacheServiceOf, createDockerRunner }) => createDockerRunner({
            ...this.#options,
            env: this.#environment({}),
            tempDir: this.#tempDir,
            resultDirOf: (stage) => this.#resultDirs.get(stage),
            cacheService: cacheServiceOf(this.#options.env),
        }));
        return this.#docker;
    }
    /** `fetching`: for what fetches modules. */
    #environment(added, fetching = false) {
        const { env, secrets } = this.#options;
        const logins = fetching ? this.#logins.variables : {};
        return (0,environment/* hostEnvironment */.m)(fetching || secrets.gitSsh === null ? env : withoutAgent(env), { ...(0,environment/* moduleEnvironment */.i)(this.#options), ...this.#options.toolchain.env, ...logins, ...added }, process.platform === "win32");
    }
    async close() {
        await this.#reuse?.end();
        await (await this.#docker)?.close();
        this.#logins.remove();
        await (0,promises_.rm)(this.#tempDir, { recursive: true, force: true, maxRetries: 3 });
    }
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/open.js




/** The engine on this machine. Whether there is a usable Go shows when it is asked. */
async function openHost(request) {
    const { config, secrets, project, env, redact, log } = request;
    const { outputDirectory, goproxy, goprivate, cache } = config;
    const chosen = await (0,choose_go/* chooseGo */.E)(request);
    return createHostEngine({
        ...{ outputDirectory, goproxy, goprivate, cache, secrets, env, redact, log },
        testEnv: config.testEnv.map(({ name, value }) => [name, value]),
        root: project.root,
        toolchain: chosen.ok ? chosen : { version: null, env: {} },
        tempRoot: env["RUNNER_TEMP"] || (0,external_node_os_.tmpdir)(),
        keep: keepsResults({ config, env }) ? (0,user_cache/* userCacheDirectory */.V)(env, process.platform) : null,
    });
}
/** A hosted runner is gone after the job, with everything on it: keeping results there costs time and saves none. */
function keepsResults({ config, env }) {
    return config.cache !== "false" && env["RUNNER_ENVIRONMENT"] !== "github-hosted";
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
/* harmony export */   Qm: () => (/* binding */ loginsOf)
/* harmony export */ });
/* unused harmony exports gitCredentialLines, netrcLines */
/* harmony import */ var _project_private_hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58483);
/* harmony import */ var _project_ssh_host_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3564);
/* harmony import */ var _text_shell_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24968);



/** The logins of a run; no files when there are none. */
function loginsOf(request) {
    const { gitCredentials, gitSsh } = request.secrets;
    const parts = [
        ...(gitCredentials.length === 0 ? [] : [byHttps(gitCredentials, request)]),
        ...(gitSsh === null ? [] : [bySsh(gitSsh, request)]),
    ];
    if (parts.length === 0)
        return { files: [], variables: {} };
    const settings = parts.flatMap((part) => part.settings);
    const variables = parts.map((part) => part.variables);
    return {
        files: parts.flatMap((part) => part.files),
        variables: Object.assign({ GIT_TERMINAL_PROMPT: "0", ...gitSettings(settings, request.env) }, ...variables),
    };
}
const names = { store: "git-credentials", netrc: "netrc", key: "ssh-key", hosts: "known_hosts", config: "ssh-config" };
function byHttps(credentials, { pathOf }) {
    return {
        files: [
            { name: names.store, content: gitCredentialLines(credentials) },
            { name: names.netrc, content: netrcLines(credentials) },
        ],
        variables: { NETRC: pathOf(names.netrc) },
        settings: [["credential.helper", `store --file=${(0,_text_shell_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r7)(pathOf(names.store))}`]],
    };
}
/** The key and nothing else of the user's SSH: no agent, no configuration, no known hosts. */
function bySsh({ key, knownHosts }, request) {
    const { pathOf, secrets } = request;
    const goprivate = request.goprivate.join(",") || (request.env["GOPRIVATE"] ?? "");
    const hosts = (0,_project_private_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .sshHosts */ .g)({ goprivate, knownHosts, withLogin: secrets.gitCredentials.map(({ host }) => host) });
    return {
        files: [
            { name: names.key, content: key },
            { name: names.hosts, content: [...knownHosts, ..._project_ssh_host_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .publishedHostKeys */ .r].map((line) => `${line}\n`).join("") },
            { name: names.config, content: sshConfig(pathOf(names.key), pathOf(names.hosts)) },
        ],
        variables: { GIT_SSH_COMMAND: `ssh -F ${(0,_text_shell_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r7)(pathOf(names.config))}`, GIT_SSH_VARIANT: "ssh" },
        // The go command knows repositories by https alone, unless a path ends with .git (https://go.dev/ref/mod#vcs).
        settings: hosts.map(({ host, port }) => [
            `url.ssh://git@${host}${port === null ? "" : `:${port}`}/.insteadOf`,
            `https://${host}/`,
        ]),
    };
}
/** `ssh -F` reads this and no other file (ssh(1)). */
function sshConfig(key, knownHosts) {
    const settings = {
        IdentityFile: sshPath(key),
        IdentitiesOnly: "yes",
        IdentityAgent: "none",
        UserKnownHostsFile: sshPath(knownHosts),
        // Or /etc/ssh/ssh_known_hosts counts as well.
        GlobalKnownHostsFile: sshPath(knownHosts),
        StrictHostKeyChecking: "yes",
        UpdateHostKeys: "no",
        PreferredAuthentications: "publickey",
        BatchMode: "yes",
        ControlMaster: "no",
        ConnectTimeout: "30",
    };
    return Object.entries(settings)
        .map(([name, value]) => `${name} ${value}\n`)
        .join("");
}
/** In ssh_config(5) `%` begins a token, and white space ends a word outside of double quotes. */
function sshPath(path) {
    return `"${path.replaceAll("%", "%%").replace(/["\\]/g, "\\$&")}"`;
}
/** Settings of git as variables (git-config(1), ENVIRONMENT), behind those that the environment has already. */
function gitSettings(settings, env) {
    const there = /^\d+$/.test(env["GIT_CONFIG_COUNT"] ?? "") ? Number(env["GIT_CONFIG_COUNT"]) : 0;
    const variables = { GIT_CONFIG_COUNT: String(there + settings.length) };
    for (const [index, [key, value]] of settings.entries()) {
        variables[`GIT_CONFIG_KEY_${there + index}`] = key;
        variables[`GIT_CONFIG_VALUE_${there + index}`] = value;
    }
    return variables;
}
/** Lines for `git credential-store` (https://git-scm.com/docs/git-credential-store#_storage_format). */
function gitCredentialLines(credentials) {
    const encode = encodeURIComponent;
    return credentials
        .map(({ host, username, password }) => `https://${encode(username)}:${encode(password)}@${host}\n`)
        .join("");
}
/** The same logins as the go command reads them: NETRC in https://pkg.go.dev/cmd/go#hdr-GOAUTH_environment_variable. */
function netrcLines(credentials) {
    return credentials
        .map(({ host, username, password }) => `machine ${host} login ${username} password ${password}\n`)
        .join("");
}


/***/ }),

/***/ 37056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ sshPrograms),
/* harmony export */   v: () => (/* binding */ withoutProgram)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71877);

/** Programs that git needs for a key. */
const sshPrograms = ["git", "ssh"];
/** Said before anything is fetched: the go command keeps what git said of some hosts to itself. `where`: `on PATH`, or an image. */
function withoutProgram(program, where) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EnvironmentError */ .eG(`git-ssh-key needs ${program}, and there is none ${where}.`, "Install git and an SSH client (openssh-client), or use a `go-image` that has both.");
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


/***/ }),

/***/ 13743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ userCacheDirectory)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/**
 * Where this program keeps what it may lose: `dagger-go-pipeline` in the user's cache directory (XDG_CACHE_HOME or ~/.cache, ~/Library/Caches,
 * %LOCALAPPDATA%). Absolute; not created.
 */
function userCacheDirectory(env, platform) {
    const given = (name) => env[name] || null;
    const home = given("HOME") ?? (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)();
    const parent = platform === "win32"
        ? (given("LOCALAPPDATA") ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, "AppData", "Local"))
        : platform === "darwin"
            ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, "Library", "Caches")
            : (given("XDG_CACHE_HOME") ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, ".cache"));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, "dagger-go-pipeline");
}


/***/ })

};
