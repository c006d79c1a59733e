export const id = 98;
export const ids = [98];
export const modules = {

/***/ 41508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ findCli),
/* harmony export */   U: () => (/* binding */ obtainCli)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71877);
/* harmony import */ var _files_on_path_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65627);
/* harmony import */ var _user_cache_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13743);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77174);







/**
 * Finds the pinned Dagger CLI: the one that `_EXPERIMENTAL_DAGGER_CLI_BIN` names, one on PATH that has the pinned version, one downloaded earlier, or
 * else downloads it. What is downloaded is verified before it is unpacked. Throws EnvironmentError.
 */
async function obtainCli(request) {
    const local = await findCli(request);
    if (local !== null)
        return local;
    const { downloadCli } = await Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(8697), __webpack_require__.e(1316), __webpack_require__.e(1628)]).then(__webpack_require__.bind(__webpack_require__, 1628));
    const path = await downloadCli(request, cachePaths(request));
    return { path, source: "download" };
}
/** The same without a download; null when there is none. */
async function findCli(request) {
    const named = request.env["_EXPERIMENTAL_DAGGER_CLI_BIN"] ?? "";
    if (named !== "")
        return { path: await namedCli(named), source: "env" };
    for (const path of await (0,_files_on_path_js__WEBPACK_IMPORTED_MODULE_4__/* .programsOnPath */ .i)("dagger", request.env, request.platform === "win32")) {
        if ((await cliVersion(path, request.env)) === _version_js__WEBPACK_IMPORTED_MODULE_6__/* .daggerVersion */ .hu)
            return { path, source: "path" };
    }
    const { dir, marker, binary } = cachePaths(request);
    const cached = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dir, binary);
    return (await (0,_files_on_path_js__WEBPACK_IMPORTED_MODULE_4__/* .isExecutable */ .T)(marker, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.constants.F_OK)) && (await (0,_files_on_path_js__WEBPACK_IMPORTED_MODULE_4__/* .isExecutable */ .T)(cached))
        ? { path: cached, source: "cache" }
        : null;
}
async function namedCli(path) {
    if (await (0,_files_on_path_js__WEBPACK_IMPORTED_MODULE_4__/* .isExecutable */ .T)(path))
        return path;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EnvironmentError */ .eG(`_EXPERIMENTAL_DAGGER_CLI_BIN names ${path}, which cannot be executed.`, "Correct the variable or unset it; without it the CLI is found or downloaded.");
}
/** `dagger v0.21.8 (registry.dagger.io/engine:v0.21.8) linux/amd64`; null for anything else and when it does not answer in time. */
async function cliVersion(path, inherited) {
    const env = { ...inherited, DAGGER_NO_UPDATE_CHECK: "1", DAGGER_NO_NAG: "1", DO_NOT_TRACK: "1" };
    return await new Promise((resolve) => {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(path, ["version"], { env, timeout: 10_000, killSignal: "SIGKILL" }, (error, stdout) => {
            resolve(error === null ? (/^dagger v?(\S+)/.exec(stdout)?.[1] ?? null) : null);
        });
    });
}
function binaryName(platform) {
    return platform === "win32" ? "dagger.exe" : "dagger";
}
/** The runner's tool cache has the layout `<tool>/<version>/<arch>` with `<arch>.complete` beside it (actions/toolkit, tool-cache). */
function cachePaths(request) {
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(cacheRoot(request), "dagger", _version_js__WEBPACK_IMPORTED_MODULE_6__/* .daggerVersion */ .hu);
    const dir = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, request.arch);
    return { parent, dir, marker: `${dir}.complete`, binary: binaryName(request.platform) };
}
function cacheRoot({ env, platform }) {
    return env["RUNNER_TOOL_CACHE"] || (0,_user_cache_js__WEBPACK_IMPORTED_MODULE_5__/* .userCacheDirectory */ .V)(env, platform);
}


/***/ }),

/***/ 20051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YF: () => (/* binding */ startingLimitMs),
/* harmony export */   ig: () => (/* binding */ namedEngine),
/* harmony export */   rk: () => (/* binding */ runningLimitMs)
/* harmony export */ });
const runningLimitMs = 60_000;
const startingLimitMs = 300_000;
/** The session of `dagger run`, else the address of a runner; null without either. */
function namedEngine({ config, env }) {
    const isSet = (name) => (env[name] ?? "") !== "";
    if (isSet("DAGGER_SESSION_PORT")) {
        const kept = "the engine of `dagger run` keeps its caches";
        return { reason: "started by dagger run", kept, limitMs: runningLimitMs };
    }
    const at = (holder, limitMs) => {
        return { reason: `${holder} is set`, kept: `the engine at ${holder} keeps its caches`, limitMs };
    };
    if (config.runnerHost !== null)
        return at("runner-host", runningLimitMs);
    if (isSet("_EXPERIMENTAL_DAGGER_RUNNER_HOST"))
        return at("_EXPERIMENTAL_DAGGER_RUNNER_HOST", runningLimitMs);
    return isSet("DAGGER_CLOUD_ENGINE") ? at("DAGGER_CLOUD_ENGINE", startingLimitMs) : null;
}


/***/ }),

/***/ 60098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  daggerUsable: () => (/* binding */ daggerUsable)
});

// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/engine/ask-program.js
var ask_program = __webpack_require__(86687);
// EXTERNAL MODULE: ./build/stage/src/engine/dagger/cli.js
var cli = __webpack_require__(41508);
// EXTERNAL MODULE: ./build/stage/src/engine/dagger/named.js
var dagger_named = __webpack_require__(20051);
// EXTERNAL MODULE: ./build/stage/src/engine/dagger/version.js
var version = __webpack_require__(77174);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/runtime.js

/** In the order in which the CLI tries them (engine/client/drivers); it takes the first that is installed, running or not. */
const runtimes = [
    ["docker", ["info", "--format", "{{.OSType}}"], /^linux$/],
    ["container", ["system", "status"], /running/],
    ["podman", ["info", "--format", "{{.Host.OS}}"], /^linux$/],
    ["finch", ["info", "--format", "{{.OSType}}"], /^linux$/],
    ["nerdctl", ["info", "--format", "{{.OSType}}"], /^linux$/],
];
/** Finds the runtime that the Dagger CLI would start an engine in. */
async function probeRuntime(ask) {
    for (const [file, args, expected] of runtimes) {
        const answer = await ask(file, args);
        if (!answer.installed)
            continue;
        if (answer.problem !== "")
            return { found: "unusable", why: `${file}: ${answer.problem}` };
        const said = answer.stdout.trim();
        if (expected.test(said))
            return { found: "linux", name: file };
        return { found: "unusable", why: `${file} runs ${said === "" ? "nothing" : `${said} containers`}` };
    }
    return { found: "none" };
}
/** Looks for the engine in the runtime that the CLI would take. Apple's has another command line, and nobody asks it. */
async function findLocalEngine(ask, lookForImage) {
    for (const [runtime] of runtimes) {
        const listed = await ask(runtime, ["ps", "--filter", `name=${version/* engineContainer */.WZ}`, "--format", "{{.Names}}"]);
        if (!listed.installed)
            continue;
        if (listed.problem !== "")
            return { found: "nothing" };
        if (listed.stdout.split(/\s+/).includes(version/* engineContainer */.WZ))
            return { found: "running", runtime };
        if (!(await lookForImage()))
            return { found: "nothing" };
        const inspected = await ask(runtime, ["image", "inspect", "--format", "{{.Id}}", version/* engineImage */.Sg]);
        return inspected.problem === "" ? { found: "image", runtime } : { found: "nothing" };
    }
    return { found: "nothing" };
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/usable.js






/** Whether an engine can be had in one way. */
async function daggerUsable(request, machine = thisMachine(request)) {
    if (request.way === "named") {
        const named = (0,dagger_named/* namedEngine */.ig)(request);
        return named === null ? { ok: false, reason: null } : { ok: true, reason: named.reason };
    }
    return request.way === "there" ? await lyingHere(machine) : await toFetch(machine);
}
async function lyingHere({ ask, hasCli }) {
    const local = await findLocalEngine(ask, hasCli);
    if (local.found === "nothing")
        return { ok: false, reason: null };
    const { found, runtime } = local;
    const running = `${runtime} runs the engine ${version/* engineContainer */.WZ}`;
    return {
        ok: true,
        reason: found === "running" ? running : `the Dagger CLI and ${version/* engineImage */.Sg} (${runtime}) are here`,
    };
}
async function toFetch({ ask }) {
    const runtime = await probeRuntime(ask);
    if (runtime.found === "none")
        return { ok: false, reason: "no container runtime here" };
    if (runtime.found === "unusable") {
        return { ok: false, reason: `no usable container runtime: ${(0,errors/* firstSentence */.qi)(runtime.why)}` };
    }
    return { ok: true, reason: `${runtime.name} runs Linux containers; Dagger ${version/* daggerVersion */.hu} is downloaded` };
}
function thisMachine({ env, signal, log }) {
    const { platform, arch } = process;
    return {
        ask: (0,ask_program/* askPrograms */.b)({ env, signal }),
        hasCli: async () => {
            try {
                return (await (0,cli/* findCli */.M)({ env, platform, arch, signal, log, limitMs: 0 })) !== null;
            }
            catch (error) {
                // The variable names a file that is none: who takes the engine is told.
                if (error instanceof errors/* EnvironmentError */.eG)
                    return false;
                throw error;
            }
        },
    };
}


/***/ }),

/***/ 77174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sg: () => (/* binding */ engineImage),
/* harmony export */   WZ: () => (/* binding */ engineContainer),
/* harmony export */   hu: () => (/* binding */ daggerVersion)
/* harmony export */ });
/** SDK, CLI and engine are one version: the API changes between them. Must equal the version of @dagger.io/dagger in package.json. */
const daggerVersion = "0.21.8";
/** The image that the CLI of this version starts, and the name that it gives the container (engine/client/drivers/container.go). */
const engineImage = `registry.dagger.io/engine:v${daggerVersion}`;
const engineContainer = `dagger-engine-v${daggerVersion}`;


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


/***/ }),

/***/ 65627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ isExecutable),
/* harmony export */   i: () => (/* binding */ programsOnPath)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71877);
/* harmony import */ var _text_variables_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83711);




/** Whether this user can run a file; with F_OK as `mode`, whether it is there. */
async function isExecutable(path, mode = node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path, mode);
        return true;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .xU)(error) !== null)
            return false;
        throw error;
    }
}
/** Where PATH has a program of this name, in its order; `windows` decides how the program's file and the variable are spelt. */
async function programsOnPath(name, env, windows) {
    const file = windows ? `${name}.exe` : name;
    const dirs = ((0,_text_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .variable */ .b)(env, "PATH", windows) ?? "").split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).filter((dir) => dir !== "");
    const found = [];
    for (const path of dirs.map((dir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, file)))
        if (await isExecutable(path))
            found.push(path);
    return found;
}


/***/ })

};
