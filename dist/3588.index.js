export const id = 3588;
export const ids = [3588];
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

/***/ 3588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   daggerUsable: () => (/* binding */ daggerUsable)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71877);
/* harmony import */ var _ask_program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86687);
/* harmony import */ var _cli_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41508);
/* harmony import */ var _named_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20051);
/* harmony import */ var _runtime_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69894);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77174);






/** Whether an engine can be had in one way. */
async function daggerUsable(request, machine = thisMachine(request)) {
    if (request.way === "named") {
        const named = (0,_named_js__WEBPACK_IMPORTED_MODULE_3__/* .namedEngine */ .ig)(request);
        return named === null ? { ok: false, reason: null } : { ok: true, reason: named.reason };
    }
    return request.way === "there" ? await lyingHere(machine) : await toFetch(machine);
}
async function lyingHere({ ask, hasCli }) {
    const local = await (0,_runtime_js__WEBPACK_IMPORTED_MODULE_4__/* .findLocalEngine */ .N)(ask, hasCli);
    if (local.found === "nothing")
        return { ok: false, reason: null };
    const { found, runtime } = local;
    const running = `${runtime} runs the engine ${_version_js__WEBPACK_IMPORTED_MODULE_5__/* .engineContainer */ .WZ}`;
    return {
        ok: true,
        reason: found === "running" ? running : `the Dagger CLI and ${_version_js__WEBPACK_IMPORTED_MODULE_5__/* .engineImage */ .Sg} (${runtime}) are here`,
    };
}
async function toFetch({ ask }) {
    const runtime = await (0,_runtime_js__WEBPACK_IMPORTED_MODULE_4__/* .probeRuntime */ .h)(ask);
    if (runtime.found === "none")
        return { ok: false, reason: "no container runtime here" };
    if (runtime.found === "unusable") {
        return { ok: false, reason: `no usable container runtime: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .firstSentence */ .qi)(runtime.why)}` };
    }
    return { ok: true, reason: `${runtime.name} runs Linux containers; Dagger ${_version_js__WEBPACK_IMPORTED_MODULE_5__/* .daggerVersion */ .hu} is downloaded` };
}
function thisMachine({ env, signal, log }) {
    const { platform, arch } = process;
    return {
        ask: (0,_ask_program_js__WEBPACK_IMPORTED_MODULE_1__/* .askPrograms */ .b)({ env, signal }),
        hasCli: async () => {
            try {
                return (await (0,_cli_js__WEBPACK_IMPORTED_MODULE_2__/* .findCli */ .M)({ env, platform, arch, signal, log, limitMs: 0 })) !== null;
            }
            catch (error) {
                // The variable names a file that is none: who takes the engine is told.
                if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EnvironmentError */ .eG)
                    return false;
                throw error;
            }
        },
    };
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
