export const id = 4431;
export const ids = [4431];
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
    const there = (0,go_version/* satisfiesGo */.MB)(installed.version, asked);
    const fetches = (0,go_releases/* isExact */.u0)(asked) && (0,go_version/* compareGo */.Ac)(installed.version, "1.21") >= 0;
    if (!there && !fetches) {
        return { ok: false, why: `${(0,go_version/* askedBy */.Ai)(config)} asks for Go ${asked}, but ${installed.version} is on PATH` };
    }
    const version = there ? installed.version : `go${asked}`;
    const wanted = (0,go_version/* linesOf */.Dx)(project, "local");
    if (!(0,go_version/* notOlder */.Sm)(version, wanted)) {
        return { ok: false, why: `Go ${wanted} is asked for, but ${(0,go_version/* askedBy */.Ai)(config)} asks for Go ${asked}` };
    }
    return { ok: true, version, gotoolchain: there ? "local" : version };
}
function fitOfLines(installed, project) {
    const switches = (0,go_version/* compareGo */.Ac)(installed.version, "1.21") >= 0;
    const setting = switches ? installed.gotoolchain : "local";
    const own = (0,go_version/* ownToolchain */.Oj)(setting) ?? installed.version;
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
        return { ok: true, version: null, env: {}, installed: null, reason: "Go is on PATH" };
    const own = found.state === "there" ? choiceOf(found, request) : { ok: false, reason: found.why };
    if (own.ok && (own.env["GOTOOLCHAIN"] ?? "local") === "local")
        return own;
    const { env, config } = request;
    const cached = cachedFit(await cachedGos({ env, platform: process.platform, arch: process.arch }), request);
    if (cached === null)
        return own;
    return {
        ok: true,
        version: cached.version,
        env: cachedEnv(cached, env, config.goVersion !== null),
        installed: null,
        reason: `${cached.version} is in the runner's tool cache`,
    };
}
function choiceOf(installed, wish) {
    const fit = fitOf(installed, wish);
    if (!fit.ok)
        return { ok: false, reason: fit.why };
    const { version, gotoolchain } = fit;
    const own = version === installed.version;
    return {
        ok: true,
        version,
        env: gotoolchain === null ? {} : { GOTOOLCHAIN: gotoolchain },
        installed: installed.goEnv,
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

/***/ 15929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ keepFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71877);
/* harmony import */ var _files_move_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12823);
/* harmony import */ var _model_step_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78242);





/**
 * Leaves in the result directory what a step was asked to keep of its copy of the repository, `from` the directory of the module there. What is neither
 * file nor directory is listed for files/irregular.ts, and nothing is taken from where a link leads.
 */
async function keepFiles(from, { keeps = [] }, resultDir) {
    const irregular = [];
    // What holds another one goes first, and takes it along.
    for (const path of [...keeps].sort((a, b) => a.length - b.length)) {
        if (await isBehindLink(from, path))
            irregular.push(`${_model_step_js__WEBPACK_IMPORTED_MODULE_4__/* .keptDir */ .k}/${path}`);
        else
            await keep((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(from, path), resultDir, `${_model_step_js__WEBPACK_IMPORTED_MODULE_4__/* .keptDir */ .k}/${path}`, irregular);
    }
    if (irregular.length === 0)
        return;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(resultDir, "irregular"), irregular.map((path) => `${path}\0`).join(""));
}
async function isBehindLink(from, path) {
    for (let above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path); above !== "."; above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(above)) {
        if ((await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ifThere */ .y)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(from, above))))?.isSymbolicLink() === true)
            return true;
    }
    return false;
}
async function keep(from, resultDir, path, irregular) {
    const stat = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ifThere */ .y)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(from));
    if (stat === null)
        return;
    if (!stat.isFile() && !stat.isDirectory()) {
        irregular.push(path);
        return;
    }
    const to = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(resultDir, path);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(stat.isFile() ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(to) : to, { recursive: true });
    if (stat.isFile())
        return await (0,_files_move_js__WEBPACK_IMPORTED_MODULE_3__/* .move */ .Cy)(from, to);
    // A program may have closed its own directories.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(from, (stat.mode & 0o777) | 0o700);
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(from))
        await keep((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(from, name), resultDir, `${path}/${name}`, irregular);
}


/***/ }),

/***/ 34431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openHost: () => (/* binding */ openHost)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/stage/src/engine/hosted.js
var hosted = __webpack_require__(31808);
// EXTERNAL MODULE: ./build/stage/src/engine/user-cache.js
var user_cache = __webpack_require__(13743);
// EXTERNAL MODULE: ./build/stage/src/engine/host/choose-go.js + 2 modules
var choose_go = __webpack_require__(48290);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/files/on-path.js
var on_path = __webpack_require__(65627);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
;// CONCATENATED MODULE: ./build/stage/src/files/remove-tree.js



/** Removes a directory of ours with all that programs have left there, also in directories that they have closed. */
async function removeTree(path) {
    const remove = () => (0,promises_.rm)(path, { recursive: true, force: true, maxRetries: 3 });
    try {
        await remove();
    }
    catch (error) {
        if (!(0,errors/* hasCode */.up)(error, "EACCES", "EPERM"))
            throw error;
        await remove_tree_open(path);
        await remove();
    }
}
async function remove_tree_open(dir) {
    await (0,promises_.chmod)(dir, 0o700);
    for (const entry of await (0,promises_.readdir)(dir, { withFileTypes: true })) {
        if (entry.isDirectory())
            await remove_tree_open((0,external_node_path_.join)(dir, entry.name));
    }
}

// EXTERNAL MODULE: ./build/stage/src/project/inspect.js + 1 modules
var inspect = __webpack_require__(58325);
// EXTERNAL MODULE: ./build/stage/src/text/paths.js
var paths = __webpack_require__(60938);
// EXTERNAL MODULE: ./build/stage/src/text/variables.js
var variables = __webpack_require__(83711);
// EXTERNAL MODULE: ./build/stage/src/engine/cache-listing.js
var cache_listing = __webpack_require__(51884);
// EXTERNAL MODULE: ./build/stage/src/engine/environment.js
var environment = __webpack_require__(96642);
// EXTERNAL MODULE: ./build/stage/src/engine/outcome.js
var engine_outcome = __webpack_require__(57995);
// EXTERNAL MODULE: ./build/stage/src/engine/release.js
var release = __webpack_require__(77758);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/stage/src/files/move.js
var move = __webpack_require__(12823);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/cache-files.js







const cache_files_all = { omits: (name) => cache_listing/* unlisted */.B$.includes(name), known: new Map() };
/** All files below a directory, with `name` before their paths; none when it is not there. */
async function listFiles(root, name, limits = cache_files_all) {
    const files = [];
    if ((await namesIn(root)).length > 0)
        await addFiles(root, name, limits, files);
    return files;
}
async function addFiles(root, name, limits, files) {
    for (const entry of (0,external_node_fs_.readdirSync)(root, { withFileTypes: true })) {
        const [path, below] = [(0,external_node_path_.join)(root, entry.name), name === "" ? entry.name : `${name}/${entry.name}`];
        const bytes = limits.known.get(below);
        if (entry.isFile() && bytes !== undefined)
            files.push({ name: below, bytes, mtimeMs: 0, regular: true });
        else if (entry.isFile()) {
            const { size, mtimeMs } = (0,external_node_fs_.statSync)(path);
            files.push({ name: below, bytes: size, mtimeMs, regular: true });
        }
        else if (!entry.isDirectory())
            files.push({ name: below, bytes: 0, mtimeMs: 0, regular: false });
        else if (!limits.omits(below))
            await addFiles(path, below, limits, files);
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
/**
 * The same for a build cache: an output comes before the actions that name it, so that whoever looks meanwhile finds no action without its output. Entries that
 * `replaces` knows, by their paths, take the place of what is there.
 */
async function mergeBuildCache(from, to, replaces) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
    if (await movedWhole(from, to))
        return;
    const entries = await (0,promises_.readdir)(from, { withFileTypes: true });
    const isBelow = ({ name }) => /^[0-9a-f]{2}$/.test(name);
    const places = [];
    for (const { name } of entries.filter(isBelow)) {
        await (0,promises_.mkdir)((0,external_node_path_.join)(to, name), { recursive: true });
        places.push(...(await (0,promises_.readdir)((0,external_node_path_.join)(from, name))).map((entry) => (0,external_node_path_.join)(name, entry)));
    }
    const isAction = (name) => name.endsWith("-a");
    const ordered = [...places.filter((name) => !isAction(name)), ...places.filter(isAction)];
    // Beside the entries lie programs that were compiled for stages, a directory for each version.
    const files = [];
    for (const entry of entries.filter((found) => !isBelow(found))) {
        if (entry.isDirectory())
            await mergeTree((0,external_node_path_.join)(from, entry.name), (0,external_node_path_.join)(to, entry.name));
        else
            files.push(entry.name);
    }
    for (const name of [...files, ...ordered]) {
        if (replaces(name) || !(await isThere((0,external_node_path_.join)(to, name))))
            await (0,move/* move */.Cy)((0,external_node_path_.join)(from, name), (0,external_node_path_.join)(to, name));
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

;// CONCATENATED MODULE: ./build/stage/src/engine/host/rewritten.js



/**
 * Actions of the base to which Go has given another output, by name. It does so with what a test looks at, when a test binary of the base looks at more than it did:
 * the list has the name of the binary (cmd/go/internal/test, saveOutput; Go 1.26), and the result that of the list. They are looked for only where an output is
 * new that no new action leads to.
 */
async function rewrittenActions(request) {
    const { base, place, since } = request;
    const wanted = ownerless(request);
    const found = new Map();
    if (wanted.size === 0)
        return found;
    const used = [...base.keys()].flatMap((name) => {
        if (!(0,cache_listing/* isAction */.ve)(name))
            return [];
        const stat = (0,external_node_fs_.statSync)(place(name), { throwIfNoEntry: false });
        return stat === undefined || stat.mtimeMs < since
            ? []
            : [{ name, bytes: stat.size, mtimeMs: stat.mtimeMs, regular: true }];
    });
    const texts = await readTexts(used.map(({ name }) => place(name)));
    for (const [index, file] of used.entries()) {
        const text = texts[index] ?? "";
        const [, output] = (0,cache_listing/* resultOf */.Bg)(text) ?? [];
        if (output !== undefined && wanted.has(output))
            found.set(file.name, { file, text });
    }
    return found;
}
/** Entries of new outputs that no new action names. */
function ownerless({ build, texts, restored, base, since }) {
    const named = new Set(texts.flatMap((text) => (0,cache_listing/* resultOf */.Bg)(text)?.[1] ?? []));
    const made = build.filter(({ name, mtimeMs }) => mtimeMs >= since && !base.has(name) && !restored.has(name));
    const entries = made.flatMap(({ name }) => (0,cache_listing/* entryOf */.Ms)(name) ?? []);
    return new Set(entries.filter((entry) => !(0,cache_listing/* isAction */.ve)(entry) && !named.has(entry)));
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/caches.js







/** GOCACHE and GOMODCACHE of this machine. In what travels they are `build` and `mod`. */
function createHostCaches(options) {
    return new HostCaches(options);
}
/** Files are stamped with the time of the system's last tick, which is some milliseconds old. */
const tickMs = 20;
/** Left in the job's directory for temporary files: what is in the caches came from us, or from steps of this job. */
const marker = "go-pipeline-caches.restored";
class HostCaches {
    #options;
    #gocache = "";
    #gomodcache = "";
    #restored = new Set();
    /** Sizes by name. */
    #base = new Map();
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
            image: this.#options.image,
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
    async begin({ base, delta }) {
        const now = Date.now();
        const there = await this.#entryFiles();
        const young = there.filter(({ mtimeMs }) => mtimeMs > now - cache_listing/* ageMs */.WO);
        // What this job has compiled so far would not be marked when it is used.
        await age(young.map(({ name }) => this.#place(name)), now);
        // Both are looked at before anything is moved.
        const [inBase, inDelta] = [await filesOf(base), await filesOf(delta)];
        const namesInBase = new Set(inBase.map(({ name }) => name));
        const namesInDelta = new Set(inDelta.map(({ name }) => name));
        if (base !== null)
            await this.#put(base, new Set());
        // What a delta has in the place of its base's is newer. What this machine had stays.
        if (delta !== null)
            await this.#put(delta, there.length === 0 ? namesInBase : new Set());
        if (this.#options.fresh && (base ?? delta) !== null)
            await (0,promises_.writeFile)((0,external_node_path_.join)(this.#options.jobTemp, marker), "");
        const onlyInBase = inBase.filter(({ name }) => !namesInDelta.has(name));
        this.#base = new Map(onlyInBase.map(({ name, bytes }) => [name, bytes]));
        this.#restored = new Set([...namesInBase, ...namesInDelta]);
        this.#since = Date.now() - cache_listing/* clockToleranceMs */.c7;
        return { base: (0,cache_listing/* bytesOf */.$$)(inBase), delta: (0,cache_listing/* bytesOf */.$$)(inDelta) };
    }
    /** Replaces actions of these names, and nothing else. */
    async #put(dir, replaced) {
        const build = (0,external_node_path_.join)(dir, "build");
        // The time of Go's last trim (cmd/go/internal/cache: trimFile): entries that travelled for days are older than what Go keeps.
        await (0,promises_.mkdir)(build, { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(build, "trim.txt"), `${Math.floor(Date.now() / 1000)}`);
        await mergeBuildCache(build, this.#gocache, (name) => name.endsWith("-a") && replaced.has(`build/${name}`));
        if ((await namesIn(dir)).includes("mod"))
            await mergeTree((0,external_node_path_.join)(dir, "mod"), this.#gomodcache);
    }
    async list(part) {
        const known = part === "delta" ? this.#base : new Map();
        const trees = new Set([...known.keys()].map(cache_listing/* treeOf */.g7));
        const limits = { omits: (name) => cache_listing/* unlisted */.B$.includes(name) || trees.has(name), known };
        const build = await listFiles(this.#gocache, "build", limits);
        const actions = build.filter(({ name, regular }) => regular && (0,cache_listing/* isAction */.ve)(name) && !known.has(name));
        const place = (name) => this.#place(name);
        const texts = await readTexts(actions.map(({ name }) => place(name)));
        const own = { since: this.#since, restored: this.#restored };
        const anew = await rewrittenActions({ ...own, build, texts, base: known, place });
        const without = (names) => new Set([...names].filter((name) => !anew.has(name)));
        return {
            files: [
                ...build.map((file) => anew.get(file.name)?.file ?? file),
                ...(await listFiles(this.#gomodcache, "mod", limits)),
            ],
            actions: [...texts, ...[...anew.values()].map(({ text }) => text)],
            since: this.#since,
            tickMs,
            restored: without(this.#restored),
            base: without(this.#base.keys()),
        };
    }
    async pack(dir, names) {
        await (0,promises_.rm)(dir, { recursive: true, force: true });
        await linkFiles(names, (name) => this.#place(name), dir);
        const entries = names.filter((name) => (0,cache_listing/* entryOf */.Ms)(name) !== null || (0,cache_listing/* isOfProgram */.Gk)(name) || (0,cache_listing/* isLinked */.GW)(name));
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
/** What a directory brings. Throws when anything in it is neither a file nor a directory. */
async function filesOf(dir) {
    const files = dir === null ? [] : await listFiles(dir, "", { omits: () => false, known: new Map() });
    const odd = files.find(({ regular }) => !regular);
    if (odd !== undefined)
        throw new Error(`${odd.name} is neither a file nor a directory`);
    return files;
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
// EXTERNAL MODULE: ./build/stage/src/engine/bring-files.js
var bring_files = __webpack_require__(83453);
// EXTERNAL MODULE: ./build/stage/src/engine/lf-copies.js
var lf_copies = __webpack_require__(70491);
// EXTERNAL MODULE: ./build/stage/src/engine/process.js
var engine_process = __webpack_require__(96254);
// EXTERNAL MODULE: ./build/stage/src/engine/programs.js
var programs = __webpack_require__(23934);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/moved-workspace.js



/** Where a file of the repository that GOWORK names is in a copy of it at `to`; null: GOWORK names none. */
function movedWorkspace(env, { root, to }) {
    const goWork = (0,variables/* variable */.b)(env, "GOWORK", process.platform === "win32") ?? "";
    const inside = goWork === "" ? null : (0,paths/* pathInside */._l)(root, goWork, (0,paths/* pathStyle */.Ls)(process.platform));
    return inside === null ? null : (0,external_node_path_.join)(to, inside);
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/exec.js












/** Runs the commands of a step one after the other within its time limit; each leaves `<n>.stdout` and `<n>.stderr` in `resultDir`. */
async function runExecStep(step, resultDir, context, signal) {
    const startedAt = new Date();
    const deadline = performance.now() + step.timeoutMs;
    await (0,lf_copies/* writeLfCopies */.J)(lfDir(context), step, context.root);
    await (0,bring_files/* bringFiles */.A)(broughtDir(context), step);
    const commands = [];
    let end = "exited";
    let problem = null;
    for (const [index, command] of step.commands.entries()) {
        const streams = (0,engine_outcome/* outputFiles */.L)(resultDir, index);
        const timeoutMs = Math.max(0, deadline - performance.now());
        const result = await runCommand(command, step, { ...context, resultDir, streams, timeoutMs, signal });
        problem = result.problem;
        const { exitCode, signal: endedBy, durationMs } = result;
        const outcome = { exitCode, signal: endedBy, durationMs, ...streams };
        commands.push(outcome);
        ({ end } = result);
        if (end !== "exited")
            break;
        if (step.stopAtFirstFailure && !(0,passes/* commandPassed */.co)(step, index, await (0,step_end/* readCommandEnd */.f)(outcome)))
            break;
    }
    return (0,engine_outcome/* outcomeOf */.s)({ step, resultDir }, {
        end: end === "not-started" ? "errored" : end,
        problem,
        startedAt,
        commands,
    });
}
async function runCommand(command, step, context) {
    const { tool } = command;
    const result = await start(command, step, context);
    if (result.error === null)
        return { ...result, problem: null };
    if (typeof tool === "string" || !("found" in tool)) {
        const remedy = "Install the tool, or use `engine: dagger`, which brings its own.";
        return { ...result, problem: { message: result.error, remedy } };
    }
    if (!(0,programs/* isOfRepository */.iI)(tool.name))
        return { ...result, problem: (0,programs/* notFound */.mX)(tool.name, "on PATH") };
    await (0,promises_.appendFile)(context.streams.stderr, (0,programs/* notFoundHere */.YH)(tool.name));
    // As a shell says it.
    return { ...result, end: "exited", exitCode: 127, problem: null };
}
async function start(command, step, context) {
    return (0,engine_process/* runProcess */.R3)({
        file: toolPath(command, context),
        args: await resolveArgs(command, context),
        cwd: workingDirectory(command, step, context),
        env: (0,variables/* withVariables */.s)(context.env, { ...(await workspaceOf(command, step, context)), ...command.env }, process.platform === "win32"),
        ...context.streams,
        signal: context.signal,
        timeoutMs: context.timeoutMs,
        ...(step.atLimit === "dump-goroutines" ? { timeoutSignal: "SIGQUIT" } : {}),
    });
}
function workingDirectory({ cwd }, { module }, context) {
    if (cwd === "lf")
        return lfDir(context);
    if (cwd === "module")
        return (0,external_node_path_.join)(context.root, module);
    return (0,external_node_path_.join)(cwd.brought === true ? broughtDir(context) : context.root, cwd.dir);
}
/** In what the step brings of the repository GOWORK names what is there; where that is nothing, there is no workspace. */
async function workspaceOf({ cwd }, { brings = [] }, context) {
    if (typeof cwd === "string" || cwd.brought !== true)
        return {};
    const tree = brings.find(({ to, repository }) => repository === true && `${cwd.dir}/`.startsWith(`${to}/`));
    if (tree === undefined)
        return {};
    const goWork = movedWorkspace(context.env, { root: context.root, to: (0,external_node_path_.join)(broughtDir(context), tree.to) });
    if (goWork === null)
        return {};
    return { GOWORK: (await (0,errors/* ifThere */.y)((0,promises_.stat)(goWork))) === null ? "off" : goWork };
}
/** Replaces what names a result file by its absolute path; a trailing slash asks for the directory to be made. */
async function resolveArgs(command, context) {
    return Promise.all(command.args.map(async (arg) => {
        if (typeof arg === "string")
            return arg;
        if ("brought" in arg)
            return `${arg.prefix}${(0,external_node_path_.join)(broughtDir(context), arg.brought)}`;
        const path = (0,external_node_path_.join)(context.resultDir, arg.out);
        await (0,promises_.mkdir)(arg.out.endsWith("/") ? path : (0,external_node_path_.dirname)(path), { recursive: true });
        return `${arg.prefix}${path}`;
    }));
}
function toolPath({ tool }, context) {
    if (tool === "gofmt")
        return gofmtPath(context);
    if (tool === "go")
        return tool;
    if ("found" in tool)
        return tool.name;
    if ("brought" in tool)
        return (0,external_node_path_.join)(broughtDir(context), tool.brought);
    const path = tool.path ?? context.program;
    if (path === null)
        throw new Error(`${tool.name} is no program of the step`);
    return path;
}
/** The gofmt of the toolchain that the module selects: versions format differently, and PATH may hold another one. */
function gofmtPath({ goroot }) {
    return goroot === "" ? "gofmt" : (0,external_node_path_.join)(goroot, "bin", process.platform === "win32" ? "gofmt.exe" : "gofmt");
}
function broughtDir(context) {
    return (0,external_node_path_.join)(context.tempDir, "brought");
}
function lfDir(context) {
    return (0,external_node_path_.join)(context.tempDir, "lf");
}

// EXTERNAL MODULE: ./node_modules/p-queue/dist/index.js + 4 modules
var dist = __webpack_require__(19052);
// EXTERNAL MODULE: ./build/stage/src/go/build-info.js
var build_info = __webpack_require__(35544);
// EXTERNAL MODULE: ./build/stage/src/go/go-words.js
var go_words = __webpack_require__(49697);
// EXTERNAL MODULE: ./build/stage/src/go/named-setting.js
var named_setting = __webpack_require__(20651);
// EXTERNAL MODULE: ./build/stage/src/project/settings.js
var settings = __webpack_require__(9357);
// EXTERNAL MODULE: ./build/stage/src/engine/go-on-path.js
var go_on_path = __webpack_require__(52787);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/go.js












/** Loading packages without their dependencies takes well under a second; the first call may fetch a toolchain. */
const limitMs = 300_000;
const forgetTests = { ...go_on_path/* installedQuestion */.P, args: ["clean", "-testcache"] };
/** Asks the go command of this machine. Throws EnvironmentError when there is no usable one. */
class HostGo {
    #options;
    /** A repository may have hundreds of modules. */
    #queue = new dist/* default */.Ay({ concurrency: Math.max(4, 2 * (0,external_node_os_.availableParallelism)()) });
    #questions = 0;
    #installed;
    constructor(options) {
        this.#options = options;
        this.#installed = options.installed === null ? null : Promise.resolve(options.installed);
    }
    /** What the installed toolchain says of itself, whatever go.mod asks for; it is asked once. */
    installed(signal) {
        this.#installed ??= this.#ask(go_on_path/* installedQuestion */.P, signal).then(goEnvIn);
        return this.#installed;
    }
    /** No result that Go keeps of a test counts from now on (`go help clean`). Throws when Go cannot say so. */
    async forgetTests(signal) {
        const { exitCode, stderr } = await this.#ask(forgetTests, signal);
        if (exitCode !== 0)
            throw cannotRunGo(stderr);
    }
    /** What the modules hold, in the order of the request. */
    async modules(asked, signal) {
        const request = { ...asked, goflags: (await this.installed(signal)).GOFLAGS };
        const answers = await Promise.all(request.modules.map((module) => this.#module(request, module, signal)));
        await Promise.all(request.modules.map((module, at) => this.#blame(request, module, answers[at] ?? [], signal)));
        return answers;
    }
    /** What Go knows of programs at absolute paths. It has no answer for those that it has not compiled. */
    async programs(found, signal) {
        if (found.length === 0)
            return [];
        return (0,build_info/* parseBuildInfo */._)((await this.#ask({ ...(0,inspect/* localEnv */.dJ)([]), args: ["version", "-m", ...found] }, signal)).stdout);
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
        const targets = (0,inspect/* targetCommands */.Kv)(request, module).then(async (beside) => ask(beside.length > 0 ? beside : await (0,inspect/* missedTargets */.Ec)(request, module, await first)));
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

// EXTERNAL MODULE: ./build/stage/src/engine/host/keep.js
var keep = __webpack_require__(15929);
// EXTERNAL MODULE: ./build/stage/src/engine/host/digest.js
var digest = __webpack_require__(58924);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/linked.js







/** The time that a program of an earlier run has until Go has looked at it. */
const unseen = new Date("2001-01-01T00:00:00Z");
/**
 * Programs that earlier runs linked, for steps with `linksAlike`. Go keeps no program in its build cache. But where one stands in the place of what it is to
 * link, it reads the build ID in it, which is of all packages, flags and the toolchain, and leaves a program that would come out the same, with a new time
 * (cmd/go/internal/work, useCache and BuildInstallFunc; seen with Go 1.26.8 and 1.27.1).
 */
class LinkedPrograms {
    #options;
    constructor(options) {
        this.#options = options;
    }
    /** Runs a step with what earlier runs linked in its places. What it leaves is what Go has linked or found to be the same; when it has passed that is kept. */
    async around(step, resultDir, run) {
        const brought = await this.#bring(step, resultDir);
        const outcome = await run();
        const left = await takeAwayUnseen(resultDir, brought);
        if ((0,passes/* hasPassed */.Pc)(step, await (0,step_end/* readStepEnd */.u)(step, outcome)))
            await this.#keep(step, resultDir, left);
        return outcome;
    }
    /** What was brought, by its place: which file it is. */
    async #bring(step, resultDir) {
        const brought = new Map();
        await this.#unlessBroken(async () => {
            for (const out of step.leaves) {
                const [kept, path] = [this.#placeOf(step, out), (0,external_node_path_.join)(resultDir, out)];
                if ((await (0,errors/* ifThere */.y)((0,promises_.stat)(kept))) === null)
                    continue;
                await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
                await copyWhole(kept, path, unseen);
                brought.set(out, await identityOf(path));
            }
        });
        return brought;
    }
    /** `left`: which of them Go has found to be the same, so that what is kept needs only the time of its last use. */
    async #keep(step, resultDir, left) {
        await this.#unlessBroken(async () => {
            await (0,promises_.mkdir)(this.#options.directory, { recursive: true, mode: 0o700 });
            const now = new Date();
            for (const out of step.leaves) {
                const kept = this.#placeOf(step, out);
                if (left.has(out))
                    await (0,promises_.utimes)(kept, now, now);
                else
                    await copyWhole((0,external_node_path_.join)(resultDir, out), kept, now);
            }
        });
    }
    /** The name says whose it is, not what it is made of: that is for Go to find. */
    #placeOf({ module, stage }, out) {
        return (0,external_node_path_.join)(this.#options.directory, (0,digest/* digestOf */.o)([module, stage, out]));
    }
    async #unlessBroken(work) {
        try {
            await work();
        }
        catch (error) {
            this.#options.log(`programs of earlier runs cannot be used: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
}
/** Go may have failed, or been ended, before it came to one of them. Gives those that it left as they are. */
async function takeAwayUnseen(resultDir, brought) {
    const left = new Set();
    for (const [out, identity] of brought) {
        const path = (0,external_node_path_.join)(resultDir, out);
        const found = await (0,errors/* ifThere */.y)((0,promises_.stat)(path));
        if (found?.mtimeMs === unseen.getTime())
            await (0,promises_.rm)(path);
        else if (found !== null && (await identityOf(path)) === identity)
            left.add(out);
    }
    return left;
}
/** Go writes what it links to a file of its own first, and renames that. */
async function identityOf(path) {
    const { ino, birthtimeNs } = await (0,promises_.stat)(path, { bigint: true });
    return `${ino} ${birthtimeNs}`;
}
/** Half a program may have its build ID already: it is seen whole or not at all. A copy, since whoever gets the program may change it where it lies. */
async function copyWhole(from, to, time) {
    const half = `${to}.new`;
    try {
        await (0,promises_.copyFile)(from, half, external_node_fs_.constants.COPYFILE_FICLONE);
        await (0,promises_.utimes)(half, time, time);
        await (0,promises_.rename)(half, to);
    }
    catch (error) {
        await (0,promises_.rm)(half, { force: true });
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/programs.js






/** Programs that nobody has used for so long are removed. */
const keptMs = 30 * 24 * 3_600_000;
/** Programs that Go has compiled, for steps of this machine. Each is compiled once, however many steps need it. */
class HostPrograms {
    #options;
    #places = new Map();
    constructor(options) {
        this.#options = options;
    }
    /** Where it is, when it is there. After an abort the answer means nothing. */
    get(program, signal) {
        const file = (0,programs/* programFile */.pq)(program, process.platform === "win32" ? ".exe" : "");
        const known = this.#places.get(file) ?? this.#bring(program, file, signal);
        this.#places.set(file, known);
        return known;
    }
    async #bring(program, file, signal) {
        const directory = await this.#options.directory(signal);
        const path = (0,external_node_path_.join)(directory, file);
        const now = new Date();
        if (await (0,on_path/* isExecutable */.T)(path)) {
            // Says that it is in use; another user's directory may not let us.
            for (const used of [path, (0,external_node_path_.dirname)(path)])
                await (0,promises_.utimes)(used, now, now).catch(() => undefined);
            return { path };
        }
        const { tempDir, environment } = this.#options;
        await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
        await removeOld(directory);
        // In the same file system as its place: others see all of it or nothing.
        const bin = await (0,promises_.mkdtemp)((0,external_node_path_.join)(directory, "new-"));
        try {
            const [stdout, stderr] = [(0,external_node_path_.join)(bin, "stdout"), (0,external_node_path_.join)(bin, "stderr")];
            const { end, exitCode, error } = await (0,engine_process/* runProcess */.R3)({
                file: "go",
                args: (0,programs/* installArgs */.vd)(program),
                cwd: tempDir,
                env: environment({ ...(0,programs/* installEnv */.P2)(program), GOBIN: (0,external_node_path_.join)(bin, "bin") }),
                ...{ stdout, stderr, signal, timeoutMs: programs/* installLimitMs */.Np },
            });
            if (end !== "exited" || exitCode !== 0) {
                return { problem: (0,programs/* cannotBeHad */.wF)(program, error ?? (await (0,promises_.readFile)(stderr, "utf8"))) };
            }
            await put((0,external_node_path_.join)(bin, "bin"), path);
            return { path };
        }
        finally {
            await (0,promises_.rm)(bin, { recursive: true, force: true, maxRetries: 3 });
        }
    }
}
/** What another process has put there meanwhile is the same; what cannot be executed has lost its mode on the way. */
async function put(bin, path) {
    const place = (0,external_node_path_.dirname)(path);
    try {
        await (0,promises_.rename)(bin, place);
    }
    catch (error) {
        if ((await (0,errors/* ifThere */.y)((0,promises_.stat)(place))) === null)
            throw error;
        if (await (0,on_path/* isExecutable */.T)(path))
            return;
        await (0,promises_.rm)(place, { recursive: true, force: true, maxRetries: 3 });
        await (0,promises_.rename)(bin, place);
    }
}
async function removeOld(directory) {
    for (const name of await (0,promises_.readdir)(directory)) {
        const place = (0,external_node_path_.join)(directory, name);
        const found = await (0,errors/* ifThere */.y)((0,promises_.stat)(place));
        if (found !== null && found.mtimeMs < Date.now() - keptMs)
            await (0,promises_.rm)(place, { recursive: true, force: true });
    }
}

// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
// EXTERNAL MODULE: ./build/stage/src/project/git.js
var git = __webpack_require__(41086);
// EXTERNAL MODULE: ./build/stage/src/project/in-slices.js
var in_slices = __webpack_require__(94983);
// EXTERNAL MODULE: ./build/stage/src/project/needed.js
var needed = __webpack_require__(97189);
// EXTERNAL MODULE: ./build/stage/src/project/source.js + 1 modules
var source = __webpack_require__(31213);
// EXTERNAL MODULE: ./build/stage/src/project/walk.js
var walk = __webpack_require__(66605);
// EXTERNAL MODULE: ./build/stage/src/engine/host/reuse/source-file.js + 1 modules
var source_file = __webpack_require__(15913);
// EXTERNAL MODULE: ./build/stage/src/engine/host/reuse/sources.js
var sources = __webpack_require__(28899);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/times/content-time.js


/** Seconds: 2000-01-01 and 2020-01-01. Older than anything that a run writes, and so than what Go takes for too new (`modTimeCutoff`). */
const [first, end] = [946_684_800, 1_577_836_800];
/** As fine as Node sets times everywhere: libuv of Node 20 and 22 cuts off what is below a microsecond. */
const perSecond = 1_000_000;
/**
 * A time that a digest (hexadecimal) alone decides, in seconds with their fraction. Half a microsecond is on top, so that a floating-point number that is a
 * little too small is not cut off to the microsecond before.
 */
function timeOfDigest(digest) {
    const microseconds = BigInt(`0x${digest.slice(0, 16)}`) % BigInt((end - first) * perSecond);
    return first + (Number(microseconds) + 0.5) / perSecond;
}
/** The time of a link: where it leads, as the link says it. */
function timeOfLink(target) {
    return timeOfDigest((0,external_node_crypto_.createHash)("sha256").update(`link\0${target}`).digest("hex"));
}
/**
 * The time of a directory. Of directories in it only the names count: a file system does not look deeper either, and a change far below would otherwise make
 * every test run that looks at a directory above it.
 */
function timeOfDirectory(entries) {
    const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return timeOfDigest((0,digest/* digestOf */.o)(["directory", sorted]));
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/times/source-times.js













/**
 * Gives the sources times that their content decides, and puts the old ones back. Go takes a file that a test reads for the same while size, mode and time
 * are the same (cmd/go/internal/test, hashWriteStat), and every checkout makes new times. What cannot be set stays as it is: a test that reads it runs.
 */
class SourceTimes {
    #options;
    #done = [];
    #left = [];
    #setTime;
    constructor(options) {
        this.#options = options;
        this.#setTime = options.setTime ?? external_node_fs_.utimesSync;
    }
    /** How many files, links and directories have such a time. */
    get count() {
        return this.#done.length;
    }
    async set() {
        const { root, debug } = this.#options;
        const place = await (0,sources/* placeOf */.$t)(this.#options);
        const paths = await (0,source/* readBuildFiles */.CR)(this.#options);
        const times = await Promise.all(await (0,in_slices/* inSlices */.Z)(paths, (path) => this.#setOne(place, path)));
        const directories = entriesByDirectory(paths, times);
        const contents = new Map([...directories].map(([dir, entries]) => [dir, timeOfDirectory(entries)]));
        await (0,in_slices/* inSlices */.Z)([...contents], ([dir, time]) => this.#try(dir, time, this.#setTime));
        if (this.#left.length > 0) {
            debug(`the times of ${this.#left.length} files cannot be set, among them ${this.#left[0]}`);
        }
        debug(`${this.count} files and directories of ${root} have times of their content`);
        return withTestdata(contents);
    }
    async #setOne(place, path) {
        const absolute = (0,external_node_path_.join)(place.root, path);
        try {
            const found = (0,external_node_fs_.lstatSync)(absolute, { throwIfNoEntry: false });
            if (found === undefined)
                return "missing";
            if (found.isSymbolicLink())
                return this.#try(path, timeOfLink((0,external_node_fs_.readlinkSync)(absolute)), external_node_fs_.lutimesSync);
            if (!found.isFile())
                return "as it was";
            const { hash } = await (0,source_file/* readFacts */.MH)(place, path);
            // Nobody should write to sources now, but what was read would then not be what is there.
            const now = (0,external_node_fs_.lstatSync)(absolute, { throwIfNoEntry: false });
            const same = now?.mtimeMs === found.mtimeMs && now.ctimeMs === found.ctimeMs;
            return same ? this.#try(path, timeOfDigest(hash), this.#setTime) : "as it was";
        }
        catch (error) {
            return this.#leave(path, error);
        }
    }
    #try(path, time, set) {
        const absolute = (0,external_node_path_.join)(this.#options.root, path);
        try {
            const { atimeMs, mtimeMs } = (0,external_node_fs_.lstatSync)(absolute);
            set(absolute, atimeMs / 1000, time);
            this.#done.push({ path, set: (0,external_node_fs_.lstatSync)(absolute, { bigint: true }).mtimeNs, before: mtimeMs / 1000 });
            return time;
        }
        catch (error) {
            return this.#leave(path, error);
        }
    }
    #leave(path, error) {
        this.#left.push(`${path} (${(0,errors/* messageOf */.bD)(error)})`);
        return "as it was";
    }
    /** Puts back the times that are still as they were set, to about a microsecond, and lets git take note of them. Never throws. */
    async putBack() {
        const done = this.#done.splice(0);
        if (done.length === 0)
            return;
        try {
            const left = (await (0,in_slices/* inSlices */.Z)(done, (one) => this.#putOneBack(one))).filter((back) => !back).length;
            if (left > 0)
                this.#options.debug(`${left} files have changed since, or cannot be given their old times`);
            for (const checkout of await this.#checkouts(done))
                await refreshIndex(checkout);
        }
        catch (error) {
            this.#options.debug(`old times: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
    #putOneBack({ path, set, before }) {
        const absolute = (0,external_node_path_.join)(this.#options.root, path);
        try {
            const now = (0,external_node_fs_.lstatSync)(absolute, { bigint: true });
            if (now.mtimeNs !== set)
                return false;
            const put = now.isSymbolicLink() ? external_node_fs_.lutimesSync : external_node_fs_.utimesSync;
            put(absolute, Number(now.atimeMs) / 1000, before);
            return true;
        }
        catch {
            return false;
        }
    }
    /** The repository, submodules and checkouts in it that have an index of git. */
    async #checkouts(done) {
        const dirs = new Set([".", ...done.map(({ path }) => path)].map((path) => (0,external_node_path_.join)(this.#options.root, path)));
        const found = [];
        for (const dir of dirs)
            if (await (0,walk/* exists */.t2)((0,external_node_path_.join)(dir, ".git")))
                found.push(dir);
        return found;
    }
}
/** With what lies in its `testdata`, which is no package of its own. */
function withTestdata(times) {
    const packageOf = (dir) => {
        const inTestdata = /^(?:(.*?)\/)?testdata(?:\/|$)/.exec(dir);
        return inTestdata === null ? dir : (inTestdata[1] ?? ".");
    };
    const byPackage = (0,group_by/* groupBy */.$)([...times], ([dir]) => packageOf(dir));
    return new Map([...byPackage].map(([dir, parts]) => [dir, (0,digest/* digestOf */.o)([...parts].sort()).slice(0, 16)]));
}
/** What every directory of the sources holds, `.` being the repository. */
function entriesByDirectory(paths, found) {
    const all = new Map();
    const add = (path, time) => {
        const dir = external_node_path_.posix.dirname(path);
        const entries = all.get(dir) ?? new Map();
        all.set(dir, entries.set(external_node_path_.posix.basename(path), time));
    };
    for (const [at, path] of paths.entries()) {
        const time = found[at];
        if (time === undefined || time === "missing")
            continue;
        add(path, time === "as it was" ? null : time);
        for (const dir of (0,needed/* parents */.M8)(path))
            add(dir, null);
    }
    return all;
}
/** So that it does not take every file for changed. It exits 1 where files have changed indeed. */
async function refreshIndex(root) {
    await (0,git/* git */.$Y)({ root, cwd: root, args: ["update-index", "-q", "--refresh"] });
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/times/test-results.js




/** The results of tests in GOCACHE of this machine, and the times of the files that they depend on. */
class HostTestResults {
    #options;
    #times = null;
    /** What stands in the file of expiry when the run is over. */
    #expiry = null;
    constructor(options) {
        this.#options = options;
    }
    async begin(rule, debug, signal) {
        const { root, without, go } = this.#options;
        const { GOCACHE = "", GOMODCACHE = "" } = await go.installed(signal);
        if (rule.maxAgeMs === 0)
            await this.#forgetAll(GOCACHE, signal);
        else
            await expireBefore(GOCACHE, Date.now() - rule.maxAgeMs);
        if (!rule.times)
            return new Map();
        this.#times = new SourceTimes({ root, without: [...without, GOCACHE, GOMODCACHE], debug });
        return await this.#times.set();
    }
    /** By Go's own command, and for as long as the run lasts also what a machine made whose clock was ahead of this one's. */
    async #forgetAll(gocache, signal) {
        await this.#options.go.forgetTests(signal);
        this.#expiry = { gocache, timeMs: Date.now() };
        await writeExpiry(gocache, endOfTime);
    }
    /** Puts old times back. Never throws: what is not put back makes tests run. */
    async close() {
        await this.#times?.putBack();
        if (this.#expiry === null)
            return;
        const { gocache, timeMs } = this.#expiry;
        await writeExpiry(gocache, nanoseconds(timeMs)).catch(() => undefined);
    }
}
/** The last one that Go can read there (math.MaxInt64). */
const endOfTime = 2n ** 63n - 1n;
/**
 * Lets Go take no result of a test that is older, as `go clean -testcache` does with all of them: by the nanoseconds in this file (cmd/go/internal/test,
 * testCacheExpire; Go 1.22 to 1.27). A later time that is there already stays.
 */
async function expireBefore(gocache, timeMs) {
    const written = /^(\d+)\n$/.exec((await (0,errors/* ifThere */.y)((0,promises_.readFile)((0,external_node_path_.join)(gocache, expiryFile), "utf8"))) ?? "");
    const wanted = nanoseconds(timeMs);
    if (BigInt(written?.[1] ?? 0) < wanted)
        await writeExpiry(gocache, wanted);
}
const expiryFile = "testexpire.txt";
async function writeExpiry(gocache, time) {
    await (0,promises_.mkdir)(gocache, { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(gocache, expiryFile), `${time}\n`);
}
function nanoseconds(timeMs) {
    return BigInt(Math.floor(timeMs)) * 1000000n;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/warmth.js




/** Whether an earlier run filled the build cache with what this repository needs, and nobody has emptied it since. */
async function isWarm(request) {
    const identity = await warmth_identityOf(request);
    return identity !== null && identity === (await (0,errors/* ifThere */.y)((0,promises_.readFile)(notePath(request), "utf8")));
}
/** Takes note that the build cache is filled now. */
async function noteWarmth(request) {
    const identity = await warmth_identityOf(request);
    if (identity === null)
        return;
    await (0,promises_.mkdir)(request.directory, { recursive: true, mode: 0o700 });
    await (0,promises_.writeFile)(notePath(request), identity);
}
function notePath({ directory, root, goEnv }) {
    return (0,external_node_path_.join)(directory, (0,digest/* digestOf */.o)([root, goEnv["GOVERSION"], goEnv["GOCACHE"]]));
}
/** `go clean -cache` removes the 256 directories of the cache (cmd/go/internal/clean): the next run makes others. null: there is no cache. */
async function warmth_identityOf({ goEnv }) {
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
    testResults;
    #options;
    #tempDir;
    #logins;
    /** Result directories by stage: an image of a binary takes it from the build stage. */
    #resultDirs = new Map();
    #go;
    #programs;
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
            ...{ root: options.root, tempDir, installed: options.toolchain.installed },
            environment: (added) => this.#environment(added, true),
        });
        this.#programs = new HostPrograms({
            directory: async (signal) => (0,external_node_path_.join)(await this.#programsIn(signal), cache_listing/* programsDirectory */.Lk),
            ...{ tempDir, environment: (added) => this.#environment(added) },
        });
        this.caches = createHostCaches({
            goEnv: (signal) => this.#go.installed(signal),
            toolchain: options.toolchain.version,
            image: (0,hosted/* runnerImage */.y)(options.env),
            fresh: (0,hosted/* isHosted */.O)(options.env),
            jobTemp: options.tempRoot,
        });
        this.testResults = new HostTestResults({
            ...{ root: options.root, go: this.#go },
            without: [options.outputDirectory, options.tempRoot],
        });
    }
    async #programsIn(signal) {
        return this.#options.keep ?? (await this.#travelling(signal)) ?? this.#tempDir;
    }
    /** What travels from a machine of one job to the next one: Go's build cache; null where nothing does. */
    async #travelling(signal) {
        const { cache, env } = this.#options;
        if (!(0,hosted/* isHosted */.O)(env) || cache === "false")
            return null;
        const { GOCACHE = "" } = await this.#go.installed(signal);
        return GOCACHE || null;
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
        const [{ Reuse }, { ResultStore }] = await Promise.all([__webpack_require__.e(/* import() */ 7356).then(__webpack_require__.bind(__webpack_require__, 47356)), __webpack_require__.e(/* import() */ 2720).then(__webpack_require__.bind(__webpack_require__, 82720))]);
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
        const [answers, root, reuse, programs] = await Promise.all([
            this.#go.modules(request, signal),
            (0,promises_.realpath)(this.#options.root),
            this.#openReuse(),
            this.#go.programs(await this.#onPath(request.programs), signal),
        ]);
        this.#reuse = reuse;
        const goEnv = await this.#go.envOf(answers, signal);
        const own = ownEnvironments(request.modules, answers);
        for (const [dir, { GOROOT = "" }] of own)
            this.#goroots.set(dir, GOROOT);
        reuse?.know({ root, goEnvs: new Map(request.modules.map(({ dir }) => [dir, own.get(dir) ?? null])) });
        if (keep !== null)
            this.#warmth = { directory: (0,external_node_path_.join)(keep, "warm"), root, goEnv };
        const warm = this.#warmth !== null && (await isWarm(this.#warmth));
        const inspection = (0,inspect/* inspectionOf */.Ms)(request, answers, {
            ...{ goEnv, root, warm, programs },
            processors: (0,external_node_os_.availableParallelism)(),
        });
        this.#goVersion = inspection.goVersion;
        return inspection;
    }
    async #onPath(names) {
        const env = this.#environment({});
        const found = names.map((name) => (0,on_path/* programsOnPath */.i)(name, env, process.platform === "win32"));
        return (await Promise.all(found)).flat().filter((path) => (0,external_node_path_.isAbsolute)(path));
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
        const startedAt = new Date();
        const place = step.program === null ? null : await this.#programs.get(step.program, signal);
        if (place !== null && "problem" in place) {
            const ended = signal.aborted ? { end: "cancelled" } : { end: "errored", ...place };
            return (0,engine_outcome/* outcomeOf */.s)(planned, { ...ended, startedAt });
        }
        const context = {
            root: this.#options.root,
            tempDir: (0,external_node_path_.join)(this.#tempDir, `step-${this.#steps++}`),
            env: this.#environment(this.#ownVariables(step), step.gets.logins),
            goroot: this.#goroots.get(step.module) ?? "",
            program: place?.path ?? null,
        };
        await (0,promises_.mkdir)(context.tempDir);
        if (step.copy !== undefined)
            return await this.#runOnCopy(step, resultDir, context, signal);
        const known = await this.#reuse?.find(step, resultDir);
        if (known !== undefined && known !== null)
            return known;
        const linked = await this.#linkedFor(step, signal);
        const run = () => runExecStep(step, resultDir, context, signal);
        const outcome = linked === null ? await run() : await linked.around(step, resultDir, run);
        const compiled = outcome.end === "exited" && step.compiles !== null;
        if (compiled && this.#warmth !== null)
            await noteWarmth(this.#warmth);
        await this.#reuse?.offer(step, outcome);
        return outcome;
    }
    /** On a machine that stays results are kept as a whole; what is released is linked anew. */
    async #linkedFor({ linksAlike }, signal) {
        const { env, log } = this.#options;
        const build = linksAlike === true && !(0,release/* isReleaseRun */.D)(env) ? await this.#travelling(signal) : null;
        return build === null ? null : new LinkedPrograms({ directory: (0,external_node_path_.join)(build, cache_listing/* linkedDirectory */.hd), log });
    }
    #ownVariables({ gets }) {
        const { testEnv, secrets } = this.#options;
        return {
            ...(gets.testEnv ? Object.fromEntries(testEnv) : {}),
            ...(gets.deployEnv === true ? (0,environment/* deployVariables */.JL)(secrets) : {}),
        };
    }
    /** The code for copies is loaded only for steps that want one. */
    async #runOnCopy(step, resultDir, context, signal) {
        const { root, outputDirectory, tempRoot } = this.#options;
        const { copyTree } = await __webpack_require__.e(/* import() */ 282).then(__webpack_require__.bind(__webpack_require__, 282));
        const style = (0,paths/* pathStyle */.Ls)(process.platform);
        const ownTemp = (0,paths/* pathInside */._l)(root, tempRoot, style);
        const without = [outputDirectory, this.#tempDir, ...(ownTemp === null || ownTemp === "" ? [] : [tempRoot])];
        const to = (0,external_node_path_.join)(context.tempDir, "copy");
        const startedAt = new Date();
        const { git = false, uncompared = false } = step.copy ?? {};
        const copy = await copyTree({ root, to, without, git, uncompared, whole: step.image !== undefined, signal });
        if (copy === null)
            return (0,engine_outcome/* outcomeOf */.s)({ step, resultDir }, { end: "cancelled", startedAt });
        const goWork = movedWorkspace(context.env, { root, to: copy.root });
        const env = (0,variables/* withVariables */.s)(context.env, goWork === null ? {} : { GOWORK: goWork }, process.platform === "win32");
        const outcome = step.image === undefined
            ? await runExecStep(step, resultDir, { ...context, root: copy.root, env }, signal)
            : await this.#runInImage({ ...step, image: step.image }, resultDir, copy.root, signal);
        if (step.image === undefined)
            await (0,keep/* keepFiles */.N)((0,external_node_path_.join)(copy.root, step.module), step, resultDir);
        if (outcome.end === "exited" && !uncompared)
            await copy.changes(resultDir);
        await removeTree(to);
        return outcome;
    }
    async #runInImage(step, resultDir, copy, signal) {
        const { secrets } = this.#options;
        const { runInImage } = await __webpack_require__.e(/* import() */ 9347).then(__webpack_require__.bind(__webpack_require__, 29347));
        return await runInImage({
            ...this.#options,
            ...{ step, resultDir, copy, signal },
            tempDir: await (0,promises_.mkdtemp)((0,external_node_path_.join)(this.#tempDir, "image-")),
            env: this.#environment({}),
            secret: step.gets.deployEnv === true ? (0,environment/* deployVariables */.JL)(secrets) : {},
        });
    }
    /** Loaded and made only for runs that have to do with images. */
    #dockerRunner() {
        const { env, layers, mask } = this.#options;
        this.#docker ??= Promise.all(/* import() */[__webpack_require__.e(8697), __webpack_require__.e(7152), __webpack_require__.e(341)]).then(__webpack_require__.bind(__webpack_require__, 10341)).then(({ createDockerRunner, layerCacheOf }) => createDockerRunner({
            ...this.#options,
            env: this.#environment({}),
            tempDir: this.#tempDir,
            resultDirOf: (stage) => this.#resultDirs.get(stage),
            layers: layerCacheOf(env, layers, mask),
        }));
        return this.#docker;
    }
    /** `fetching`: for what fetches modules. */
    #environment(added, fetching = false) {
        const { env, secrets } = this.#options;
        const logins = fetching ? this.#logins.variables : {};
        return (0,environment/* hostEnvironment */.mI)(fetching || secrets.gitSsh === null ? env : withoutAgent(env), { ...(0,environment/* moduleEnvironment */.iL)(this.#options), ...this.#options.toolchain.env, ...logins, ...added }, process.platform === "win32");
    }
    async close() {
        await this.#reuse?.end();
        await this.testResults.close();
        await (await this.#docker)?.close();
        this.#logins.remove();
        await removeTree(this.#tempDir);
    }
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/open.js





/** The engine on this machine. Whether there is a usable Go shows when it is asked. */
async function openHost(request) {
    const { config, secrets, project, env, redact, mask, log, layers, mounts } = request;
    const { outputDirectory, goproxy, goprivate, cache } = config;
    const chosen = await (0,choose_go/* chooseGo */.E)(request);
    if ((0,hosted/* isHosted */.O)(env) && chosen.ok && chosen.version !== null) {
        request.expected?.({ engine: "host", os: process.platform, toolchain: chosen.version, image: (0,hosted/* runnerImage */.y)(env) });
    }
    return createHostEngine({
        ...{ outputDirectory, goproxy, goprivate, cache, layers, mounts, secrets, env, redact },
        ...{ mask, log },
        testEnv: config.testEnv.map(({ name, value }) => [name, value]),
        root: project.root,
        toolchain: chosen.ok ? chosen : { version: null, env: {}, installed: null },
        tempRoot: env["RUNNER_TEMP"] || (0,external_node_os_.tmpdir)(),
        keep: keepsResults({ config, env }) ? (0,user_cache/* userCacheDirectory */.V)(env, process.platform) : null,
    });
}
/** What is kept on a machine that is gone after the job costs time and saves none. */
function keepsResults({ config, env }) {
    return config.cache !== "false" && !(0,hosted/* isHosted */.O)(env);
}


/***/ }),

/***/ 74392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ unknownInclude),
/* harmony export */   z: () => (/* binding */ includesOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71877);



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
            const found = resolve((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(real, node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(path)), name);
            if (found === null || seen.has(found))
                continue;
            seen.add(found);
            const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(real, found).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join("/");
            if (inside.startsWith("../") || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(inside))
                return `${path} includes a file outside the repository`;
            if (!known.has(inside))
                return `${path} includes ${inside}, which is not among the sources`;
            open.push(...includesOf((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(found, "latin1")));
        }
    }
    return null;
}
/** As the system goes: `..` behind a link leads to the parent of where the link leads. */
function resolve(dir, name) {
    try {
        return node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(name) ? name : `${dir}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}${name}`);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, "ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG"))
            return null;
        throw error;
    }
}


/***/ }),

/***/ 15913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LQ: () => (/* binding */ isModuleFile),
  MH: () => (/* binding */ readFacts),
  Zs: () => (/* binding */ stampOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/stage/src/engine/host/reuse/includes.js
var includes = __webpack_require__(74392);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
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
    const known = { path, kind, isLinkedDirectory: target === "directory", stamp, unknown };
    if (size === null)
        return { ...known, ...said(path, null), hash: hash.digest("hex") };
    if (size > readWhole && !isRead(path))
        return readLarge(absolute, hash, known);
    const content = (0,external_node_fs_.readFileSync)(absolute);
    return { ...known, ...said(path, content), hash: hash.update(content).digest("hex") };
}
async function readLarge(absolute, hash, known) {
    await (0,promises_.pipeline)((0,external_node_fs_.createReadStream)(absolute), hash, { end: false });
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
        includes: extension === ".s" && content !== null ? (0,includes/* includesOf */.z)(content.toString("latin1")) : [],
    };
}
/** `import "C"`, alone or in a group. What only looks like it, in a comment or a string, costs a reuse, no more. */
function importsC(content) {
    return content.includes('"C"') && /(^|\bimport|[(;]|\*\/)[ \t]*"C"/m.test(content.toString("latin1"));
}


/***/ }),

/***/ 28899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ readStamps),
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Zc: () => (/* binding */ readTree),
/* harmony export */   u0: () => (/* binding */ sourcesOf),
/* harmony export */   yu: () => (/* binding */ stampOfFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _project_in_slices_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94983);
/* harmony import */ var _project_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31213);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58924);
/* harmony import */ var _includes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74392);
/* harmony import */ var _source_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15913);







/**
 * Reads every file that a build without cgo could read, those of submodules and of checkouts inside the checkout included. More than a stage needs, so a
 * change of a file that it does not read makes it run again, never the reverse.
 */
async function readTree(request) {
    const paths = await (0,_project_source_js__WEBPACK_IMPORTED_MODULE_2__/* .readBuildFiles */ .CR)(request);
    const place = await placeOf(request);
    return { place, files: await Promise.all(await (0,_project_in_slices_js__WEBPACK_IMPORTED_MODULE_6__/* .inSlices */ .Z)(paths, (path) => (0,_source_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readFacts */ .MH)(place, path))) };
}
/** The part of the tree that a module's stages can read. */
function sourcesOf({ place, files: all }, reach) {
    const files = all.filter(({ path }) => reach(path));
    const moduleFiles = files
        .filter(({ path }) => (0,_source_file_js__WEBPACK_IMPORTED_MODULE_5__/* .isModuleFile */ .LQ)(path))
        .map(({ path, content }) => ({ path, content: content?.toString() ?? "" }));
    const unknown = files.find((file) => file.unknown !== null)?.unknown ?? (0,_includes_js__WEBPACK_IMPORTED_MODULE_4__/* .unknownInclude */ .Z)(place.real, files);
    return {
        digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .o)(files.map(({ path, kind, hash }) => [path, kind, hash])),
        stamp: stampOfFiles(files),
        ...{ moduleFiles, unknown },
        cgo: files.some((file) => file.cgo),
    };
}
/** Path and stamp of every file as it is now, without reading it. */
async function readStamps(request) {
    const paths = await (0,_project_source_js__WEBPACK_IMPORTED_MODULE_2__/* .readBuildFiles */ .CR)(request);
    return await (0,_project_in_slices_js__WEBPACK_IMPORTED_MODULE_6__/* .inSlices */ .Z)(paths, (path) => ({ path, stamp: (0,_source_file_js__WEBPACK_IMPORTED_MODULE_5__/* .stampOf */ .Zs)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(request.root, path)) }));
}
/** To be compared with that of {@link Sources}. */
function stampOfFiles(files) {
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .o)(files.map(({ path, stamp }) => [path, stamp]));
}
/** Where the sources lie, as far as links may lead in it. */
async function placeOf({ root, without }) {
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(root);
    return { root, real, without: without.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(real, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path))) };
}


/***/ })

};
