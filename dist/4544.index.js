export const id = 4544;
export const ids = [4544];
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

/***/ 14544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hostUsable: () => (/* binding */ hostUsable)
/* harmony export */ });
/* harmony import */ var _go_on_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52787);
/* harmony import */ var _choose_go_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48290);


/** Whether there is a Go that fits, or one that fetches it. `ask` runs programs without switching toolchains. */
async function hostUsable(request, ask) {
    if (request.way !== "there")
        return { ok: false, reason: null };
    const { ok, reason } = await (0,_choose_go_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseGo */ .E)(request, ask && (() => (0,_go_on_path_js__WEBPACK_IMPORTED_MODULE_0__/* .goOnPath */ .V)(request, ask)));
    return { ok, reason };
}


/***/ })

};
