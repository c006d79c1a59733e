export const id = 2838;
export const ids = [2838];
export const modules = {

/***/ 83453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ bringFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** Copies the files and directories that a step brings into `dir`, which is made when there are any. */
async function bringFiles(dir, { brings = [] }) {
    for (const { from, to, executable } of brings) {
        const copy = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, to);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(copy), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.cp)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(from), copy, { recursive: true, verbatimSymlinks: true });
        if (executable === true)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(copy, 0o755);
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

/***/ 23934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Np: () => (/* binding */ installLimitMs),
/* harmony export */   P2: () => (/* binding */ installEnv),
/* harmony export */   YH: () => (/* binding */ notFoundHere),
/* harmony export */   iI: () => (/* binding */ isOfRepository),
/* harmony export */   mX: () => (/* binding */ notFound),
/* harmony export */   pq: () => (/* binding */ programFile),
/* harmony export */   vd: () => (/* binding */ installArgs),
/* harmony export */   wF: () => (/* binding */ cannotBeHad)
/* harmony export */ });
/* harmony import */ var _go_go_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49697);

/** Where a program lies below a directory of programs, slashes; `suffix` is what the system's executables end with. */
function programFile({ name, package: path, version, go }, suffix = "") {
    return `${path.replaceAll("/", "+")}@${version}-${go ?? "go"}/${name}${suffix}`;
}
/** Arguments of the go command that compiles it. */
function installArgs({ package: path, version }) {
    return ["install", `${path}@${version}`];
}
/**
 * Variables for that, beside GOBIN. With `+auto` Go takes a newer toolchain where the program's go.mod asks for one (https://go.dev/doc/toolchain#select),
 * also where GOTOOLCHAIN is `local`, as in images and after actions/setup-go: that is said of the repository. Without cgo no C compiler is needed. A program may go on
 * to another machine, so it asks for no more of the processor than Go's defaults do (`go help environment`, Go 1.26.8).
 */
function installEnv({ go, goflags }) {
    return {
        GOTOOLCHAIN: `${go ?? "local"}+auto`,
        GOFLAGS: goflags,
        GOWORK: "off",
        CGO_ENABLED: "0",
        GOAMD64: "v1",
        GOARM64: "v8.0",
    };
}
/** Compiling one for the first time takes minutes on a small machine. */
const installLimitMs = 1_800_000;
/** A program by a relative path is a file of the repository, and whether it is there the repository's own affair. */
function isOfRepository(program) {
    return program.includes("/") && !program.startsWith("/") && !/^[A-Za-z]:/.test(program);
}
/** What is said of one that is not there. */
function notFoundHere(program) {
    return `${program}: not there, or not executable\n`;
}
/** Why a step did not run that names a program itself; `place`: where it was looked for, in words. */
function notFound(program, place) {
    return {
        message: `${program} cannot be had: it is not ${place}.`,
        remedy: "Install it there, or name an `image` for the stage that has it.",
    };
}
/** Why a step did not run: `said` is the standard error of the go command. */
function cannotBeHad(program, said) {
    const why = (0,_go_go_words_js__WEBPACK_IMPORTED_MODULE_0__/* .goSentence */ .Mq)(said);
    return {
        message: `${program.name} ${program.version} cannot be had${why === "" ? "" : `: ${why}`}.`,
        remedy: `Check its version and GOPROXY, or bring it along: on a \`tool\` line of go.mod (go get -tool ${program.package}@${program.version}), or that version on PATH. It is fetched without logins.`,
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


/***/ }),

/***/ 35544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ parseBuildInfo)
/* harmony export */ });
/** Reads what `go version -m FILE...` prints; files that it knows nothing of, or that are no programs of a module, are left out. */
function parseBuildInfo(text) {
    const found = [];
    // `FILE: go1.26.8`, then lines that begin with a tab: `path`, `mod`, `dep` and `build` with their words (runtime/debug: ParseBuildInfo).
    for (const [, path = "", go = "", info = ""] of text.matchAll(/^([^\t\r\n].*): (\S.*?)\r?\n((?:\t[^\n]*(?:\n|$))*)/gm)) {
        const main = /^\tpath\t(\S+)/m.exec(info)?.[1];
        const version = /^\tmod\t\S+\t(\S+)/m.exec(info)?.[1];
        // With experiments or flags: `go1.26.8 X:nodwarf5`.
        if (main !== undefined && version !== undefined)
            found.push({ path, package: main, version, go });
    }
    return found;
}


/***/ }),

/***/ 97189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M8: () => (/* binding */ parents),
/* harmony export */   VW: () => (/* binding */ outsideBuilds),
/* harmony export */   dr: () => (/* binding */ everyPath),
/* harmony export */   gz: () => (/* binding */ readableByBuild),
/* harmony export */   sP: () => (/* binding */ inModuleCache),
/* harmony export */   zp: () => (/* binding */ neededForBuild)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _gomod_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60008);


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
    const packageDirs = new Set(all.filter((path) => path.endsWith(".go")).map((path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path)));
    const isVendored = vendored(all);
    return (path) => {
        if (isVendored(path))
            return true;
        if (outsideBuilds(path, named))
            return false;
        const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path);
        if (moduleFile.test(name))
            return true;
        return (sourceFile.test(name) || name === profile) && packageDirs.has(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path));
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
        const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path);
        const known = moduleFile.test(name) || sourceFile.test(name) || name === profile || isVendored(path);
        return known && !inCache(path);
    };
}
function everyPath({ tracked, untracked, ignored }) {
    return [...tracked, ...untracked, ...ignored];
}
function vendored(all) {
    const dirs = all.filter((path) => /(^|\/)vendor\/modules\.txt$/.test(path)).map((path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path));
    return (path) => dirs.some((dir) => path.startsWith(`${dir}/`));
}
/** `./...` finds no packages below names with a leading `.` or `_`, seen from the module; a module cache inside the repository is not part of it. */
function outsideBuilds(path, named) {
    const views = [
        path,
        ...named.filter((dir) => dir !== "." && (0,_gomod_js__WEBPACK_IMPORTED_MODULE_1__/* .isInside */ .FK)(dir, path)).map((dir) => path.slice(dir.length)),
    ];
    return views.every((view) => /(^|\/)pkg\/mod\//.test(view) || /(^|\/)[._][^/]*\//.test(view));
}
/** Tells what lies in a module cache (`<cache>/cache/download/<module>/@v`), unless a go.mod or go.work names a directory there. */
function inModuleCache({ ignored }, named) {
    const found = ignored.map((path) => /^(.+?)\/cache\/download\/.+\/@v\//.exec(path)?.[1]);
    const caches = [...new Set(found)].filter((cache) => cache !== undefined);
    const left = caches.filter((cache) => !named.some((dir) => (0,_gomod_js__WEBPACK_IMPORTED_MODULE_1__/* .isInside */ .FK)(cache, dir)));
    return (path) => left.some((cache) => (0,_gomod_js__WEBPACK_IMPORTED_MODULE_1__/* .isInside */ .FK)(cache, path));
}
/** Directories above a path, outermost first, without the root. */
function parents(path) {
    const names = path.split("/").slice(0, -1);
    return names.map((_, index) => names.slice(0, index + 1).join("/"));
}


/***/ }),

/***/ 31213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  AQ: () => (/* binding */ isFixture),
  n0: () => (/* binding */ looksSecret),
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
// EXTERNAL MODULE: ./build/stage/src/project/embed.js
var project_embed = __webpack_require__(27327);
// EXTERNAL MODULE: ./build/stage/src/project/needed.js
var project_needed = __webpack_require__(97189);
;// CONCATENATED MODULE: ./build/stage/src/project/embedded.js





/** Which ignored files the Go files above them embed. Only Go files that have an ignored file beside or below them are read. */
async function readEmbedded(root, tree, counts) {
    const needed = new Set();
    const warnings = [];
    const below = ignoredBelow(tree);
    for (const goFile of (0,project_needed/* everyPath */.dr)(tree)) {
        const dir = external_node_path_.posix.dirname(goFile);
        const candidates = goFile.endsWith(".go") && counts(goFile) ? below.get(dir) : undefined;
        if (candidates === undefined)
            continue;
        try {
            const matchers = (0,project_embed/* embedPatterns */.P)(await (0,regular_file/* readRegularFile */.X)((0,external_node_path_.join)(root, goFile))).map(project_embed/* embedMatcher */.g);
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
    for (const path of (0,project_needed/* everyPath */.dr)(tree)) {
        if (path.endsWith(".go"))
            goDirs.add(external_node_path_.posix.dirname(path));
    }
    const below = new Map();
    for (const path of tree.ignored) {
        for (const dir of [".", ...(0,project_needed/* parents */.M8)(path)]) {
            if (!goDirs.has(dir))
                continue;
            const list = below.get(dir) ?? [];
            list.push(path);
            below.set(dir, list);
        }
    }
    return below;
}

// EXTERNAL MODULE: ./build/stage/src/project/gomod.js
var gomod = __webpack_require__(60008);
// EXTERNAL MODULE: ./build/stage/src/project/in-slices.js
var in_slices = __webpack_require__(94983);
// EXTERNAL MODULE: ./build/stage/src/project/tree.js
var project_tree = __webpack_require__(51280);
;// CONCATENATED MODULE: ./build/stage/src/project/source.js










/** Applies the rule to the repository as it is now. */
async function readUploadRule({ root, without }) {
    const left = pathsBelow(root, without);
    const tree = withoutPaths(await (0,project_tree/* listTree */.n)(root), left);
    const named = await readNamed(root, tree);
    const embedded = await readEmbedded(root, tree, (path) => !(0,project_needed/* outsideBuilds */.VW)(path, named));
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
    const inCache = (0,project_needed/* inModuleCache */.sP)(tree, named);
    const [{ needed }, links] = [await readEmbedded(root, tree, (path) => !inCache(path)), await linksIn(root, tree)];
    const isReadable = (0,project_needed/* readableByBuild */.gz)(tree, named);
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
    for (const path of (0,project_needed/* everyPath */.dr)(tree).filter((path) => /(^|\/)go\.(mod|work)$/.test(path))) {
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
    const isNeeded = (0,project_needed/* neededForBuild */.zp)(tree, named);
    const wanted = [...tree.untracked, ...tree.ignored.filter((path) => embedded.has(path) || isNeeded(path))];
    const secretLooking = wanted.filter((path) => looksSecret(path) && !(tree.source === "walk" && isFixture(path)));
    const left = new Set(secretLooking);
    const files = [...tree.tracked, ...wanted.filter((path) => !left.has(path))].sort();
    const exclude = excludes(files, [...tree.ignored, ...secretLooking]);
    return { files, exclude, secretLooking, warnings: [] };
}
/** `.env*`, `*.pem`, `.netrc`. */
function looksSecret(path) {
    return /^(\.env.*|.*\.pem|\.netrc)$/is.test(external_node_path_.posix.basename(path));
}
/** Without git nothing says that a key is meant to be there, except that it lies where Go keeps the data of tests. */
function isFixture(path) {
    return path.split("/").includes("testdata");
}
/** Largest directories without a file that stays, and single files elsewhere. */
function excludes(stay, leave) {
    const busy = new Set();
    for (const path of stay)
        for (const dir of (0,project_needed/* parents */.M8)(path))
            busy.add(dir);
    const staying = new Set(stay);
    const found = leave
        .map((path) => path.replace(/\/$/, ""))
        .filter((path) => !staying.has(path))
        .map((path) => (0,project_needed/* parents */.M8)(path).find((dir) => !busy.has(dir)) ?? path);
    return [...new Set(found)].sort();
}


/***/ })

};
