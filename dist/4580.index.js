export const id = 4580;
export const ids = [4580];
export const modules = {

/***/ 930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ containerVariables)
/* harmony export */ });
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96642);

/**
 * Settings of the go command that pass from this machine into containers. Not those that name places on this machine (GOPATH, GOROOT, GOENV,
 * GOCACHEPROG …), that tune its runtime, or that exchange the toolchain (the image's own is the one that is wanted).
 */
const passed = new Set([
    "GO111MODULE",
    "GO386",
    "GOAMD64",
    "GOARM",
    "GOARM64",
    "GODEBUG",
    "GOEXPERIMENT",
    "GOFIPS140",
    "GOFLAGS",
    "GOINSECURE",
    "GOMIPS",
    "GOMIPS64",
    "GONOPROXY",
    "GONOSUMDB",
    "GOPPC64",
    "GOPRIVATE",
    "GOPROXY",
    "GORISCV64",
    "GOSUMDB",
    "GOTRACEBACK",
    "GOVCS",
    "GOWASM",
]);
const proxies = new Set(["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "FTP_PROXY"]);
/** The environment of all Go steps in the container. `goproxy` and `goprivate` are the inputs. */
function containerVariables(env, inputs) {
    const plain = { CI: "true" };
    const secret = {};
    const found = Object.entries(env).filter(([name]) => passed.has(name) || proxies.has(name.toUpperCase()) || (name === "GOWORK" && env[name] === "off"));
    for (const [name, value] of [...found, ...Object.entries((0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .moduleEnvironment */ .iL)(inputs))]) {
        if (value === undefined || value === "")
            continue;
        delete plain[name];
        delete secret[name];
        (holdsLogin(value) ? secret : plain)[name] = value;
    }
    return { plain, secret };
}
/** `https://user:password@host`. */
function holdsLogin(value) {
    return /:\/\/[^/\s,|]*@/.test(value);
}


/***/ }),

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

/***/ 64580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cacheScope: () => (/* binding */ cacheScope),
  openDagger: () => (/* binding */ openDagger)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/engine/hosted.js
var hosted = __webpack_require__(31808);
// EXTERNAL MODULE: ./build/stage/src/engine/release.js
var release = __webpack_require__(77758);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/base-image.js
/** Reference of the image for a run. */
function imageFor({ config, project }) {
    return baseImage({
        image: config.goImage,
        asked: config.goVersion,
        wanted: project.wantedGo?.version ?? null,
    });
}
/** Newest Go that is known to be there when nothing says which one is wanted: a go.mod without a `go` line. */
const fallback = "1";
/**
 * Reference of the image that the Go steps run in. The official images hold the whole toolchain of exactly that version; one that Go fetches by itself
 * lacks `covdata`, which coverage of packages without tests needs (https://go.dev/issue/75031).
 */
function baseImage({ image, asked, wanted }) {
    return image ?? `docker.io/library/golang:${asked ?? wanted ?? fallback}`;
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/stage/src/engine/container-env.js
var container_env = __webpack_require__(930);
// EXTERNAL MODULE: ./build/stage/src/engine/environment.js
var environment = __webpack_require__(96642);
// EXTERNAL MODULE: ./build/stage/src/engine/logins.js
var logins = __webpack_require__(22037);
// EXTERNAL MODULE: ./build/stage/src/engine/outcome.js
var outcome = __webpack_require__(57995);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/stage/src/engine/cache-listing.js
var cache_listing = __webpack_require__(51884);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/cache-listing.js
/** Reads what `list.sh` wrote. Throws for anything else, such as a name with a line end: a listing with a hole must not decide. */
function parseListing(text) {
    const files = [];
    const actions = [];
    for (const line of text.split("\n")) {
        if (line.startsWith("v1 "))
            actions.push(line);
        else if (line !== "")
            files.push(parseFile(line));
    }
    return { files, actions };
}
function parseFile(line) {
    const [, mode = "", bytes, seconds, name] = /^([0-9a-f]{4}) (\d+) (\d+) ((?:build|mod)\/.+)$/.exec(line) ?? [];
    if (name === undefined)
        throw new Error(`the container's listing holds ${JSON.stringify(line.slice(0, 100))}`);
    if (!mode.startsWith("8"))
        return { name, bytes: 0, mtimeMs: 0, regular: false };
    return { name, bytes: Number(bytes), mtimeMs: Number(seconds) * 1_000, regular: true };
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/scripts/texts.js
/** The programs of this folder by name. Written by scripts/generate.ts. */
const texts = {
    "caches-list.sh": "#!/bin/sh\n# sh caches-list.sh ROOT LISTING: a line `mode bytes seconds name` for each file, then the texts of actions' entries, which begin with `v1`.\nset -eu\ncd \"$1\"\nfind build mod '(' -path build/fuzz -o -path build/pipeline-programs/cache -o -path mod/cache/vcs ')' -prune -o ! -type d -exec stat -c '%f %s %Y %n' {} + >\"$2\"\nfind build -path 'build/??/*-a' -type f -exec awk '/^v1 /' {} + >>\"$2\"\n",
    "caches-pack.sh": "#!/bin/sh\n# sh caches-pack.sh ROOT NAMES ARCHIVE: packs the files that NAMES has, each with a NUL after it, which image results of tests were made on, and which of them\n# do not count (tests/forget.go). BusyBox's tar knows lines only.\nset -eu\n{\n  tr '\\0' '\\n' <\"$2\"\n  for name in build/pipeline-tests-image build/testexpire.txt; do\n    [ ! -e \"$1/$name\" ] || echo \"$name\"\n  done\n} | tar -cf \"$3\" -C \"$1\" -T -\n",
    "caches-put.sh": "#!/bin/sh\n# sh caches-put.sh ROOT ARCHIVE: unpacks, prints the time. Restored entries are made old, so that Go marks what it uses, and Go is told that it has\n# trimmed today (cmd/go/internal/cache: trim.txt). So are programs, which whoever runs them marks. What is neither file nor directory is refused.\nset -eu\nif tar -tvf \"$2\" | grep -q '^[^-d]'; then echo links; exit; fi\nmade=build/pipeline-tests-image\nbefore=$(cat \"$1/$made\" 2>/dev/null) || :\ntar -xf \"$2\" -C \"$1\"\ncd \"$1/build\"\n# Results of two images, and nobody knows which is whose.\nif [ -n \"$before\" ] && [ \"$before\" != \"$(cat pipeline-tests-image)\" ]; then echo several >pipeline-tests-image; fi\nfind . '(' -name '*-[ad]' -o -path './pipeline-programs/*' ')' -exec touch -t 200101010000 {} +\n: >pipeline-warm\ndate +%s >trim.txt\ndate +%s\n",
    "caches-state.sh": "#!/bin/sh\n# sh caches-state.sh ROOT: prints `kept` when the build cache holds something.\nset -eu\ncd \"$1/build\"\nfor entry in */*-d; do\n  [ ! -e \"$entry\" ] || { echo kept; exit; }\n  break\ndone\n",
    "found.sh": "#!/bin/sh\n# sh found.sh MARK PROGRAM ARGUMENT...: runs a program that PATH or a path names. Where the image has none of that name, MARK is left.\nmark=$1\nshift\ncase $1 in\n/*) [ -f \"$1\" ] && [ -x \"$1\" ] || { : >\"$mark\"; exit 127; } ;;\n*/*) [ -f \"$1\" ] && [ -x \"$1\" ] || { echo \"$1: not there, or not executable\" >&2; exit 127; } ;;\n*) command -v \"$1\" >/dev/null 2>&1 || { : >\"$mark\"; exit 127; } ;;\nesac\nexec \"$@\"\n",
    "inspect.sh": "#!/bin/sh\n# sh inspect.sh SPEC OUT: runs every step below SPEC/questions, as many side by side as there are processors. The answers go to OUT,\n# as step.sh leaves them, with the number of processors and whether the build cache holds what an earlier run has compiled.\nset -eu\nspec=$1\nout=$2\nstep=$(dirname \"$0\")/step.sh\ncommand -v nproc >/dev/null || { echo \"the image has no nproc\" >&2; exit 1; }\nmkdir -p \"$out\"\nnproc >\"$out/processors\"\nif [ -e \"$GOCACHE/pipeline-warm\" ]; then echo yes; else echo no; fi >\"$out/warm\"\ncd \"$spec/questions\"\nprintf '%s\\n' * | xargs -P \"$(cat \"$out/processors\")\" -I '{}' sh \"$step\" \"$spec/questions/{}\" \"$out/{}\"\n",
    "on-path.sh": "#!/bin/sh\n# sh on-path.sh NAME...: says what Go knows of the programs on PATH that have one of the names. What Go has not compiled it does not know.\nset -u\nIFS=:\nfor dir in $PATH; do\n  for name in \"$@\"; do\n    [ ! -x \"$dir/$name\" ] || go version -m \"$dir/$name\"\n  done\ndone\nexit 0\n",
    "one.sh": "#!/bin/sh\n# sh one.sh BASE DIR COMMAND..., as the leader of a process group: runs one command in DIR; output and exit code go to BASE.stdout,\n# BASE.stderr and BASE.code, the group's number to BASE.leader. It survives the polite signals sent to the group, to report how the\n# command took them.\nbase=$1\necho $$ >\"$base.leader\"\ntrap : QUIT TERM\ncd \"$2\" || exit\nshift 2\n\"$@\" >\"$base.stdout\" 2>\"$base.stderr\" </dev/null\necho $? >\"$base.code\"\nexit 0\n",
    "program.sh": "#!/bin/sh\n# sh program.sh PLACE NAME PACKAGE@VERSION: leaves the program in the directory PLACE, compiled by Go, unless it is there. Its time says that it\n# is in use. Containers beside this one see no half of it.\nset -u\n[ ! -x \"$1/$2\" ] || { touch \"$1/$2\"; exit 0; }\nmkdir -p \"$1\" || exit\nnew=$(mktemp -d \"$1/new.XXXXXX\") || exit\nGOBIN=$new go install \"$3\" && mv \"$new/$2\" \"$1/$2\"\ncode=$?\nrm -rf \"$new\"\nexit $code\n",
    "step.sh": "#!/bin/sh\n# sh step.sh SPEC OUT: runs the commands of one step, one after the other. SPEC is a directory of plain files (step-spec.ts writes\n# it), OUT becomes one (step-results.ts reads it). For any POSIX shell (dash, busybox). Every argument of a command comes from a\n# file of NUL-separated words through xargs, so nothing a user wrote is ever read by the shell.\n# Exits 0 whatever the commands did: a container that fails gives no files back.\nset -u\nspec=$1\nout=$2\none=$(dirname \"$0\")/one.sh\nmkdir -p \"$out/result\"\nprintf '%s' \"${PIPELINE_SESSION-}\" >\"$out/session\"\nunset PIPELINE_SESSION PIPELINE_NONCE BAGGAGE TRACEPARENT TRACESTATE\nfor name in $(env | sed -n 's/^\\(OTEL_[A-Z0-9_]*\\)=.*/\\1/p'); do unset \"$name\"; done\nfor tool in setsid xargs; do\n  command -v \"$tool\" >/dev/null || { echo \"the image has no $tool\" >&2; exit 1; }\ndone\n\npause() { sleep 0.1 2>/dev/null || sleep 1; }\n\nnow() { read -r uptime _ </proc/uptime && printf '%s' \"$uptime\"; }\n\n# Ends the command with files $1 after $2 seconds: by the signals that the step says, and then for good.\nlimit() {\n  left=$2\n  while [ \"$left\" -gt 0 ]; do\n    sleep 1\n    [ ! -e \"$1.code\" ] || return 0\n    left=$((left - 1))\n  done\n  : >\"$1.late\"\n  until [ -s \"$1.leader\" ]; do\n    [ ! -e \"$1.code\" ] || return 0\n    pause\n  done\n  group=$(cat \"$1.leader\")\n  signals=$(cat \"$spec/signals\")\n  for signal in $signals; do\n    kill \"-$signal\" \"-$group\" 2>/dev/null\n    wait_for_group\n  done\n  kill -KILL \"-$group\" 2>/dev/null\n  return 0\n}\n\nwait_for_group() {\n  seconds=3\n  while [ \"$seconds\" -gt 0 ] && kill -0 \"-$group\" 2>/dev/null; do\n    sleep 1\n    seconds=$((seconds - 1))\n  done\n}\n\n# The words of command $1, each ended by NUL, with the step's own variables among them.\nwords() {\n  cat \"$spec/$1.head\"\n  if [ -e \"$spec/variables\" ]; then cat \"$(cat \"$spec/variables\")\"; fi\n  cat \"$spec/$1.args\"\n}\n\n# Runs command $1 for at most $2 seconds; the answer is in files. The command is no child of what starts with &: a shell starts that\n# with SIGINT ignored, and tests that interrupt a child of theirs would wait for ever.\nrun_command() {\n  base=$out/$1\n  : >\"$base.stdout\"\n  : >\"$base.stderr\"\n  now >\"$base.start\"\n  limit \"$base\" \"$2\" >/dev/null 2>&1 &\n  timer=$!\n  words \"$1\" | xargs -0 -s 130000 setsid sh \"$one\" \"$base\" 2>\"$base.xargs\" >/dev/null\n  if [ -e \"$base.late\" ]; then wait \"$timer\"; else kill \"$timer\" 2>/dev/null; fi\n  [ ! -e \"$base.leader\" ] || kill -KILL \"-$(cat \"$base.leader\")\" 2>/dev/null\n  now >\"$base.end\"\n}\n\n# Whether command $1 passed: the rule of model/passes.ts.\npassed() {\n  code=$(cat \"$out/$1.code\" 2>/dev/null)\n  if [ -e \"$spec/$1.advisory\" ]; then\n    [ \"${code:-129}\" -le 128 ]\n    return\n  fi\n  [ \"$code\" = 0 ] || return 1\n  if [ -e \"$spec/$1.silent\" ] && [ -s \"$out/$1.stdout\" ]; then return 1; fi\n  return 0\n}\n\n# Lists what is in the directory below $1 to file $2, sorted: kind, SHA-256 and name, as files/tree-changes.ts reads it.\nlist() {\n  (\n    cd \"$1\" || exit\n    find . -name .git -prune -o -type f -perm -100 -exec sha256sum {} + | sed 's/^/x /'\n    find . -name .git -prune -o -type f ! -perm -100 -exec sha256sum {} + | sed 's/^/- /'\n    find . -name .git -prune -o -type l -exec sh -c '\n      for link; do printf \"l %s  %s\\n\" \"$(readlink \"$link\" | sha256sum | cut -c 1-64)\" \"$link\"; done' sh {} +\n  ) | LC_ALL=C sort >\"$2\"\n}\n\n# Leaves what differs from list $2 below $1: both lists without what is in the other, and the files as they are now.\ndifferences() {\n  list \"$1\" \"$out/listed\"\n  LC_ALL=C sort \"$2\" \"$out/listed\" \"$out/listed\" | uniq -u >\"$out/result/tree.before\"\n  LC_ALL=C sort \"$2\" \"$2\" \"$out/listed\" | uniq -u >\"$out/result/tree.after\"\n  sed -n 's/^[-x] [0-9a-f]\\{64\\}  //p' \"$out/result/tree.after\" | while IFS= read -r name; do\n    mkdir -p \"$out/result/tree/$(dirname \"$name\")\"\n    cp \"$1/$name\" \"$out/result/tree/$name\"\n  done\n  rm \"$out/listed\" \"$2\"\n}\n\n# Leaves regular files of one name alone in the result directories that $spec/loose names; what is taken out is listed for\n# files/irregular.ts. Directories are opened for whoever gets them.\nsift() {\n  rm -rf \"$out/result/irregular\"\n  (\n    cd \"$out/result\" || exit\n    while IFS= read -r dir; do\n      find \"$dir\" -type f -links +1 -exec sh -c 'for file; do cp \"$file\" \"$0\" && mv -f \"$0\" \"$file\"; done' \"$out/alone\" {} +\n      find \"$dir\" ! -type d ! -type f -exec sh -c 'printf \"%s\\0\" \"$@\"; rm -f \"$@\"' sh {} + >>irregular\n      chmod -R u+rwX \"$dir\"\n    done <\"$spec/loose\"\n  ) 2>/dev/null\n}\n\n# Leaves in the result directory what $spec/keeps names below the directory that $spec/keeps.from holds, and nothing that lies behind a link.\nkeep() {\n  from=$(cat \"$spec/keeps.from\")\n  while IFS= read -r name; do\n    to=$out/result/kept\n    place=$from\n    rest=$name\n    while [ \"$rest\" != \"${rest#*/}\" ]; do\n      place=$place/${rest%%/*}\n      to=$to/${rest%%/*}\n      rest=${rest#*/}\n      [ ! -L \"$place\" ] || continue 2\n    done\n    [ -e \"$from/$name\" ] || [ -L \"$from/$name\" ] || continue\n    mkdir -p \"$to\" && cp -RP \"$from/$name\" \"$to/\"\n  done <\"$spec/keeps\"\n}\n\ndate +%s >\"$out/made\"\nif [ -e \"$spec/tests\" ]; then\n  \"$(cat \"$spec/tests.program\")\" \"$(cat \"$spec/tests\")\" \"$PIPELINE_TESTS_AGE\" \"$(cat \"$spec/tests.image\")\" || exit 1\nfi\nunset PIPELINE_TESTS_AGE\nbegin=$(now)\nprintf '%s' \"$begin\" >\"$out/start\"\ndeadline=$((${begin%.*} + $(cat \"$spec/seconds\")))\n[ ! -e \"$spec/dirs\" ] || (cd \"$out/result\" && xargs -0 mkdir -p <\"$spec/dirs\")\n[ ! -e \"$spec/watches\" ] || list \"$(cat \"$spec/watches\")\" \"$out/listed.first\"\ncount=$(cat \"$spec/commands\")\nindex=0\nstatus=exited\nwhile [ \"$index\" -lt \"$count\" ]; do\n  time=$(now)\n  run_command \"$index\" $((deadline - ${time%.*}))\n  if [ -e \"$out/$index.late\" ]; then\n    status=timed-out\n    break\n  fi\n  if ! passed \"$index\" && [ ! -e \"$spec/all\" ]; then break; fi\n  index=$((index + 1))\ndone\nnow >\"$out/end\"\n[ ! -e \"$spec/keeps\" ] || keep\n[ ! -e \"$spec/loose\" ] || sift\nif [ \"$status\" = exited ] && [ -e \"$spec/watches\" ]; then differences \"$(cat \"$spec/watches\")\" \"$out/listed.first\"; fi\n# Says that a step which compiles has run to its end with this build cache; inspect.sh looks for it.\nif [ \"$status\" = exited ] && [ -e \"$spec/compiles\" ]; then touch \"$GOCACHE/pipeline-warm\"; fi\nprintf '%s' \"$status\" >\"$out/status\"\n",
};

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/caches.js






/** What travels is one archive of both volumes, which a container packs and unpacks. */
function createDaggerCaches(options) {
    return new DaggerCaches(options);
}
const archive = "caches.tar";
const cacheScripts = ["caches-state.sh", "caches-put.sh", "caches-list.sh", "caches-pack.sh"];
class DaggerCaches {
    #options;
    #restored = new Set();
    #base = new Set();
    /** Volumes that nothing was put into were empty: the run used all that they hold. */
    #since = 0;
    constructor(options) {
        this.#options = options;
    }
    async state(signal) {
        const { image, kept, fresh, guard } = this.#options;
        if (kept !== null || fresh)
            return { os: "linux", toolchain: image, image: "", kept };
        const answer = await guard(() => this.#run(this.#scripts(), "caches-state.sh").stdout(), signal);
        return {
            os: "linux",
            toolchain: image,
            image: "",
            kept: answer.trim() === "kept" ? "the engine keeps its build cache" : null,
        };
    }
    async begin({ base, delta }, signal) {
        const [inBase, inDelta] = [await this.#put(base, signal), await this.#put(delta, signal)];
        this.#base = new Set(inBase.keys());
        this.#restored = new Set([...inBase.keys(), ...inDelta.keys()]);
        const bytes = (sizes) => [...sizes.values()].reduce((sum, size) => sum + size, 0);
        const beyond = new Map([...inDelta].filter(([name]) => !inBase.has(name)));
        return { base: bytes(inBase), delta: bytes(beyond) };
    }
    /** Sizes by name of what the volumes hold then. */
    async #put(dir, signal) {
        if (dir === null)
            return new Map();
        const path = (0,external_node_path_.join)(dir, archive);
        if (!(await (0,promises_.lstat)(path)).isFile())
            throw new Error(`${archive} is no file`);
        const file = this.#options.session.client.host().file(path);
        const done = this.#run(this.#scripts().withMountedFile("/caches.tar", file), "caches-put.sh", "/caches.tar");
        const answer = (await this.#options.guard(() => done.stdout(), signal)).trim();
        if (answer === "links")
            throw new Error("the archive holds what is neither a file nor a directory");
        this.#since = secondsOf(answer) * 1_000 - cache_listing/* clockToleranceMs */.c7;
        const { files } = await this.#list(done, signal);
        return new Map(files.map(({ name, bytes }) => [name, bytes]));
    }
    async list(_part, signal) {
        return {
            ...(await this.#list(this.#scripts(), signal)),
            since: this.#since,
            // Listings have whole seconds.
            tickMs: 1_000,
            restored: this.#restored,
            base: this.#base,
        };
    }
    async #list(base, signal) {
        const dir = await this.#directory();
        const path = (0,external_node_path_.join)(dir, "listing");
        const file = this.#run(base, "caches-list.sh", "/listing").file("/listing");
        await this.#options.guard(() => file.export(path), signal);
        const listing = parseListing(await (0,promises_.readFile)(path, "utf8"));
        await (0,promises_.rm)(dir, { recursive: true });
        return listing;
    }
    async pack(dir, names, signal) {
        const odd = names.find((name) => /[\n\\]/.test(name));
        if (odd !== undefined)
            throw new Error(`tar cannot be told of ${JSON.stringify(odd)}`);
        const path = (0,external_node_path_.join)(await this.#directory(), "names");
        await (0,promises_.writeFile)(path, names.map((name) => `${name}\0`).join(""));
        await (0,promises_.mkdir)(dir, { recursive: true });
        const base = this.#scripts().withMountedFile("/names", this.#options.session.client.host().file(path));
        const packed = this.#run(base, "caches-pack.sh", "/names", "/packed.tar").file("/packed.tar");
        await this.#options.guard(() => packed.export((0,external_node_path_.join)(dir, archive)), signal);
    }
    #directory() {
        return (0,promises_.mkdtemp)((0,external_node_path_.join)(this.#options.tempDir, "caches-"));
    }
    /** Volumes are no part of what the engine remembers a run by, so it is told that this one is new. */
    #scripts() {
        const { session, container } = this.#options;
        const scripts = cacheScripts.reduce((directory, name) => directory.withNewFile(name, texts[name]), session.client.directory());
        return container().withMountedDirectory("/scripts", scripts).withEnvVariable("PIPELINE_NONCE", (0,external_node_crypto_.randomUUID)());
    }
    #run(base, script, ...args) {
        return base.withExec(["sh", `/scripts/${script}`, this.#options.root, ...args]);
    }
}
function secondsOf(text) {
    if (!/^\d+$/.test(text))
        throw new Error(`the container said ${JSON.stringify(text.slice(0, 100))}`);
    return Number(text);
}

// EXTERNAL MODULE: ./build/stage/src/engine/need-ssh.js
var need_ssh = __webpack_require__(37056);
// EXTERNAL MODULE: ./build/stage/src/engine/orphan-guard.js
var orphan_guard = __webpack_require__(21149);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/credentials.js




/** Where secret files appear in containers. */
const secretDir = "/run/pipeline";
/** where step.sh finds the test step's own variables. */
const testEnvPath = `${secretDir}/test-env`;
/** The same of a deployment. */
const deployEnvPath = `${secretDir}/deploy-env`;
/**
 * Secrets by file, not by value: their content never stands in a query, and what the engine keeps for its cache is a salted digest of it, so that a changed
 * value runs steps again. `dir`: a directory that only we can read. The files are gone when we are.
 */
function createSecretStore(client, dir) {
    let count = 0;
    let made = null;
    const directory = (0,external_node_path_.join)(dir, "secrets");
    const store = async (content) => {
        if (made === null)
            (0,orphan_guard/* removeWithUs */.Rc)(directory);
        made ??= (0,promises_.mkdir)(directory, { mode: 0o700 });
        await made;
        const file = (0,external_node_path_.join)(directory, String(count++));
        await (0,promises_.writeFile)(file, content, { mode: 0o600 });
        return client.secret(`file://${file.replaceAll("\\", "/")}`);
    };
    return {
        secret: store,
        mount: async (container, path, content) => container.withMountedSecret(path, await store(content), { mode: 0o400, owner: "0:0" }),
        variable: async (container, name, value) => container.withSecretVariable(name, await store(value)),
    };
}
/** Where a container finds a file of the logins. */
function loginPath(name) {
    return `${secretDir}/${name}`;
}
/** Gives a container the logins for private modules, for git and for the go command. */
async function withLogins(container, secrets, logins) {
    let result = container;
    for (const { name, content } of logins.files)
        result = await secrets.mount(result, loginPath(name), content);
    return withVariables(result, logins.variables);
}
/** Throws EnvironmentError where git could do nothing with a key. */
async function requireSsh(container, image) {
    const script = 'for program; do command -v "$program" >/dev/null || echo "$program"; done';
    const missing = (await container.withExec(["sh", "-c", script, "sh", ...need_ssh/* sshPrograms */.W]).stdout()).split("\n")[0] ?? "";
    if (missing !== "")
        throw (0,need_ssh/* withoutProgram */.v)(missing, `in the image ${image}`);
}
function withVariables(container, variables) {
    return Object.entries(variables).reduce((result, [name, value]) => result.withEnvVariable(name, value), container);
}

// EXTERNAL MODULE: ./build/stage/src/text/go-duration.js
var go_duration = __webpack_require__(17871);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/limits.js


/** An image of Go has 300 MB: half a megabyte per second is enough. */
const defaultLimits = { imageMs: 10 * 60_000, transferMs: 10 * 60_000, endingMs: 10_000 };
/** Node's timers cannot wait longer. */
const longest = 2 ** 31 - 1;
/** When a container has to be back: its steps end themselves, one after the other at worst. */
function containerLimitMs(steps, { transferMs, endingMs }) {
    const own = steps.reduce((sum, step) => sum + step.seconds * 1_000 + endingMs, 0);
    return Math.min(own + transferMs, longest);
}
/**
 * What `work` answers, or throws `late()` when that is not there in time. The SDK's calls cannot be stopped: `work` is told by its signal, so that it does
 * nothing more with an answer that comes later.
 */
function inTime(work, limitMs, late) {
    return new Promise((resolve, reject) => {
        const over = new AbortController();
        const timer = setTimeout(() => {
            const error = late();
            over.abort(error);
            reject(error);
        }, limitMs);
        const stop = () => clearTimeout(timer);
        work(over.signal).then(resolve, reject).finally(stop);
    });
}
/** `own`: a stage has named the image. */
function imageLate(image, { imageMs }, own = false) {
    return new errors/* EnvironmentError */.eG(`The image ${image} was not in the engine after ${(0,go_duration/* goDuration */.L)(imageMs)}.`, `Check the network between the engine and the registry, or set ${own ? "`image` of the stage" : "go-image"} to an image in a registry nearby.`);
}
function containerLate(limitMs) {
    return new errors/* EnvironmentError */.eG(`The engine has given nothing back for ${(0,go_duration/* goDuration */.L)(limitMs)}, longer than what runs there may take.`, "Run it again; if it persists, look at the engine's own log, or use `engine: host`.");
}
function cachesLate({ transferMs }) {
    return new Error(`moving Go's caches took longer than ${(0,go_duration/* goDuration */.L)(transferMs)}`);
}
function testsLate({ imageMs, transferMs }) {
    return new Error(`readying a container for the tests took longer than ${(0,go_duration/* goDuration */.L)(imageMs + transferMs)}`);
}

// EXTERNAL MODULE: ./build/stage/src/model/passes.js
var passes = __webpack_require__(10393);
// EXTERNAL MODULE: ./build/stage/src/model/step.js
var model_step = __webpack_require__(78242);
// EXTERNAL MODULE: ./build/stage/src/engine/programs.js
var programs = __webpack_require__(23934);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/step-spec.js






/** Where things are inside the container. */
const paths = {
    source: "/src",
    elsewhere: "/elsewhere/src",
    spec: "/pipeline/spec",
    out: "/pipeline/out",
    tests: "/pipeline/tests",
};
/** Directory of both of Go's caches. */
const cacheRoot = "/var/cache/go";
/** Programs that Go has compiled, and what they keep. In the volume of the build cache: Go removes nothing there but its own entries. */
const programsDir = `${cacheRoot}/build/${cache_listing/* programsDirectory */.Lk}`;
/** xargs is given room for 130,000 bytes, of which `sh one.sh BASE` takes some. */
const commandLineLimit = 120_000;
/** Directory of an inspection's steps, below the specification. */
const questionsDir = "questions";
/** Writes the files that `step.sh` reads into `dir`, which is made. */
async function writeSpec(dir, step) {
    const files = {
        seconds: String(step.seconds),
        signals: step.quit ? "QUIT TERM" : "TERM",
        commands: String(step.commands.length),
    };
    if (step.variablesFile !== null)
        files["variables"] = step.variablesFile;
    if (!step.stopAtFirstFailure)
        files["all"] = "";
    if (step.compiles)
        files["compiles"] = "";
    if (step.tests !== undefined) {
        files["tests"] = step.tests.root ?? "";
        files["tests.image"] = step.tests.image;
        files["tests.program"] = step.tests.program;
    }
    if (step.watches !== null)
        files["watches"] = step.watches;
    if (step.keeps !== undefined) {
        files["keeps"] = step.keeps.paths.map((path) => `${path}\n`).join("");
        files["keeps.from"] = step.keeps.from;
    }
    if (step.loose.length > 0)
        files["loose"] = step.loose.map((dir) => `${dir.replace(/\/$/, "")}\n`).join("");
    if (step.dirs.length > 0)
        files["dirs"] = nulTerminated(step.dirs);
    for (const [index, command] of step.commands.entries()) {
        files[`${index}.head`] = nulTerminated([command.dir, "env"]);
        files[`${index}.args`] = nulTerminated(command.words);
        if (command.silent)
            files[`${index}.silent`] = "";
        if (command.advisory)
            files[`${index}.advisory`] = "";
    }
    await (0,promises_.mkdir)(dir, { recursive: true });
    await Promise.all(Object.entries(files).map(([name, text]) => (0,promises_.writeFile)((0,external_node_path_.join)(dir, name), text)));
}
function nulTerminated(words) {
    const text = words.map((word) => `${word}\0`).join("");
    const size = Buffer.byteLength(text);
    if (size > commandLineLimit)
        throw new Error(`a command line of ${size} bytes is too long`);
    return text;
}
/** The commands of a step with container paths in place of result files and working directories. */
function specCommands(step) {
    const { keeps = [] } = step;
    const kept = keeps.length === 0 ? [] : [`${model_step/* keptDir */.k}/`];
    const dirs = new Set(kept);
    const loose = new Set(kept);
    const commands = step.commands.map((command, index) => ({
        dir: workingDirectory(command, step),
        silent: (0,passes/* mustBeSilent */.qO)(step, command),
        advisory: command.advisory === true,
        words: [
            ...Object.entries(command.env).map(([name, value]) => `${name}=${value}`),
            ...toolWords(command, step, index),
            ...command.args.map((arg) => {
                if (typeof arg === "string")
                    return arg;
                if ("brought" in arg)
                    return `${arg.prefix}${paths.spec}/${broughtDir}/${arg.brought}`;
                dirs.add(arg.out.endsWith("/") ? arg.out : (0,external_node_path_.dirname)(arg.out));
                if (arg.loose === true)
                    loose.add(arg.out);
                return `${arg.prefix}${paths.out}/result/${arg.out}`;
            }),
        ],
    }));
    const ordered = [...keeps].sort((a, b) => a.length - b.length);
    const own = keeps.length === 0 ? {} : { keeps: { from: inSource(step, step.module), paths: ordered } };
    return { commands, dirs: [...dirs], loose: [...loose], ...own };
}
/** What programs keep for later runs lies where XDG_CACHE_HOME says, for those that `go tool` starts as well. */
function toolWords({ tool, args }, { program }, index) {
    const cache = `XDG_CACHE_HOME=${programsDir}/cache`;
    if (typeof tool === "string")
        return tool === "go" && args[0] === "tool" ? [cache, tool] : [tool];
    if ("found" in tool)
        return ["/bin/sh", `${paths.spec}/found.sh`, `${paths.out}/${index}.missing`, tool.name];
    if ("brought" in tool)
        return [`${paths.spec}/${broughtDir}/${tool.brought}`];
    if (tool.path === null && program === null)
        throw new Error(`${tool.name} is no program of the step`);
    return [cache, tool.path ?? `${programsDir}/${program === null ? "" : (0,programs/* programFile */.pq)(program)}`];
}
/** Directory of the files that a step brings, below the specification. */
const broughtDir = "brought";
/** Directory of a step's LF copies, below the specification. */
const lfDir = "lf";
function workingDirectory(command, step) {
    if (command.cwd === "lf")
        return `${paths.spec}/${lfDir}`;
    if (command.cwd === "module")
        return inSource(step, step.module);
    const { dir, brought } = command.cwd;
    return brought === true ? `${paths.spec}/${broughtDir}/${dir}` : inSource(step, dir);
}
/** Where the repository is for a step. */
function sourceOf({ copy }) {
    return copy?.elsewhere === true ? paths.elsewhere : paths.source;
}
/** A directory of the repository. */
function inSource(step, dir) {
    return dir === "." ? sourceOf(step) : `${sourceOf(step)}/${dir}`;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/specification.js




/** One step. `more` writes further files for it. */
function stepSpecification(step, more) {
    return {
        script: "step.sh",
        steps: [step],
        write: async (dir) => {
            await writeScripts(dir, ["step.sh", "one.sh", "found.sh"]);
            await writeSpec(dir, step);
            await more(dir);
        },
    };
}
/** Several steps of one command each, side by side. */
function inspectionSpecification(questions) {
    return {
        script: "inspect.sh",
        steps: questions,
        write: async (dir) => {
            await writeScripts(dir, ["inspect.sh", "step.sh", "one.sh"]);
            for (const [index, question] of questions.entries()) {
                await writeSpec((0,external_node_path_.join)(dir, questionsDir, `${index}`), question);
            }
        },
    };
}
async function writeScripts(dir, names) {
    await (0,promises_.mkdir)(dir, { recursive: true });
    for (const name of names)
        await (0,promises_.writeFile)((0,external_node_path_.join)(dir, name), texts[name]);
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/step-results.js



/**
 * Reads what a step wrote. Throws an Error when a file is missing or says nonsense: then the script did not run to its end. Everything below `dir` was checked
 * before: see `refuseIrregular`.
 */
async function readStep(dir) {
    const end = await (0,promises_.readFile)((0,external_node_path_.join)(dir, "status"), "utf8");
    if (end !== "exited" && end !== "timed-out")
        throw new Error(`a step ended as ${JSON.stringify(end)}`);
    const session = await (0,promises_.readFile)((0,external_node_path_.join)(dir, "session"), "utf8");
    const durationMs = milliseconds(await readNumber((0,external_node_path_.join)(dir, "start")), await readNumber((0,external_node_path_.join)(dir, "end")));
    const madeAtMs = (await readNumber((0,external_node_path_.join)(dir, "made"))) * 1_000;
    const names = new Set(await (0,promises_.readdir)(dir));
    const commands = [];
    for (let index = 0; names.has(`${index}.start`); index++)
        commands.push(await readCommand(dir, index, names));
    const missing = [...names].some((name) => /^\d+\.missing$/.test(name));
    return { session, end, durationMs, madeAtMs, commands, missing, files: (0,external_node_path_.join)(dir, "result") };
}
/** Reads what an inspection of `count` questions wrote; as `readStep`. */
async function readAnswers(dir, count) {
    const steps = await Promise.all(Array.from({ length: count }, (_, index) => readStep((0,external_node_path_.join)(dir, String(index)))));
    const warm = (await (0,promises_.readFile)((0,external_node_path_.join)(dir, "warm"), "utf8")).trim() === "yes";
    return { steps, processors: await readNumber((0,external_node_path_.join)(dir, "processors")), warm };
}
async function readCommand(dir, index, names) {
    const base = (0,external_node_path_.join)(dir, String(index));
    const durationMs = milliseconds(await readNumber(`${base}.start`), await readNumber(`${base}.end`));
    const streams = { stdout: `${base}.stdout`, stderr: `${base}.stderr` };
    if (!names.has(`${index}.code`)) {
        if (!names.has(`${index}.leader`))
            throw new Error((await (0,promises_.readFile)(`${base}.xargs`, "utf8")).trim());
        return { exitCode: null, signal: "SIGKILL", durationMs, ...streams };
    }
    return { ...exitOf(await readNumber(`${base}.code`)), durationMs, ...streams };
}
/** Shells report a signal as 128 + its number. */
function exitOf(code) {
    const signal = Object.entries(external_node_os_.constants.signals).find(([, number]) => number === code - 128)?.[0];
    return signal === undefined ? { exitCode: code, signal: null } : { exitCode: null, signal };
}
async function readNumber(path) {
    const text = (await (0,promises_.readFile)(path, "utf8")).trim();
    if (!/^\d+(\.\d+)?$/.test(text))
        throw new Error(`${path} holds ${JSON.stringify(text)} instead of a number`);
    return Number(text);
}
/** Between two times in seconds. */
function milliseconds(from, to) {
    return Math.max(0, Math.round((to - from) * 1_000));
}
/**
 * Throws an Error unless everything below `dir` is a directory or a regular file with one name: a link that a build left behind could make later
 * steps read or publish any file of this machine.
 */
async function refuseIrregular(dir) {
    for (const entry of await (0,promises_.readdir)(dir)) {
        const path = (0,external_node_path_.join)(dir, entry);
        const stat = await (0,promises_.lstat)(path);
        if (stat.isDirectory())
            await refuseIrregular(path);
        else if (!stat.isFile() || stat.nlink > 1)
            throw new Error(`a step left ${entry} behind, which is not a regular file`);
    }
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/go-container.js







/** Same place and same options in every container: they are part of what makes it the same volume. */
const caches = { GOMODCACHE: `${cacheRoot}/mod`, GOCACHE: `${cacheRoot}/build` };
function createGoContainer(options) {
    const { limits } = options;
    const images = new Map();
    const bases = new Map();
    const baseFor = (place) => {
        const key = `${place.git} ${place.source}`;
        const base = bases.get(key) ?? baseContainer(options, place);
        bases.set(key, base);
        return base;
    };
    const pulled = (image = options.image) => {
        const known = images.get(image) ?? pull(image, options);
        images.set(image, known);
        return known;
    };
    const run = async (given, request, place) => {
        const shared = place.image === undefined && request.deployEnv !== true;
        const [base] = await Promise.all([shared ? baseFor(place) : aloneContainer(options, place), pulled(place.image)]);
        const dir = await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.tempDir, "container-"));
        const container = await withSpec(base, dir, { given, request }, options);
        const limitMs = containerLimitMs(given.steps, limits);
        return await inTime((over) => execute(container, dir, [request.signal, over]), limitMs, () => containerLate(limitMs));
    };
    return {
        step: async (request) => readStep(await run(stepSpecification(request.spec, request.more), request, request)),
        inspect: async (questions, request) => readAnswers(await run(inspectionSpecification(questions), request, plainPlace), questions.length),
        pulled: () => pulled(),
        bare: () => toolchain(options),
        resolvedImage: async () => {
            await pulled();
            return await options.session.client.container().from(options.image).imageRef();
        },
        program: (files) => compile(options, files),
        zoneinfo: (path) => exportZoneinfo(options, path),
    };
}
async function exportZoneinfo(options, path) {
    const script = 'cp "$(go env GOROOT)/lib/time/zoneinfo.zip" /zoneinfo.zip || : >/zoneinfo.zip';
    await toolchain(options).withExec(["sh", "-c", script]).file("/zoneinfo.zip").export(path);
    return (await (0,promises_.stat)(path)).size === 0 ? null : path;
}
const plainPlace = { git: false, source: paths.source };
/** Answers the directory on this machine that holds the results. */
async function execute(container, dir, ends) {
    const out = (0,external_node_path_.join)(dir, "out");
    const results = await container.directory(paths.out).sync();
    // What was given up goes on in a session that somebody else has started: nothing may be written to this machine any more then.
    for (const ended of ends)
        ended.throwIfAborted();
    await results.export(out);
    await refuseIrregular(out);
    return out;
}
/** Alone, and before anything that has a limit by what it runs: how long a download takes says nothing of the repository. */
async function pull(image, { session, limits, ...options }) {
    const pulling = () => session.client.container().from(image).sync();
    await inTime(pulling, limits.imageMs, () => imageLate(image, limits, image !== options.image));
}
/** The image with the caches, and nothing of the repository. */
function toolchain({ session, image, cacheScope, }) {
    const { client, sdk } = session;
    let container = client.container().from(image).withUser("0:0");
    for (const [name, path] of Object.entries(caches)) {
        // Compiled packages are of no use to another toolchain, modules are.
        const volume = client.cacheVolume(`go-pipeline ${name} ${name === "GOCACHE" ? `${cacheScope} ${image}` : cacheScope}`);
        container = container
            .withMountedCache(path, volume, { sharing: sdk.CacheSharingMode.Shared })
            .withEnvVariable(name, path);
    }
    return container;
}
async function baseContainer(options, { git, source }) {
    const { variables, secrets } = options;
    let container = withVariables(toolchain(options), variables.plain);
    for (const [name, value] of Object.entries(variables.secret))
        container = await secrets.variable(container, name, value);
    return container.withMountedDirectory(source, await options.source(git));
}
/** Without the volumes of the caches, to which every step can write. An image of somebody else's gets no addresses with logins either. */
async function aloneContainer(options, { git, source, image }) {
    const { session, variables, secrets } = options;
    const from = session.client
        .container()
        .from(image ?? options.image)
        .withUser("0:0");
    let container = withVariables(from, variables.plain);
    for (const [name, value] of Object.entries(image === undefined ? variables.secret : {}))
        container = await secrets.variable(container, name, value);
    return container.withMountedDirectory(source, await options.source(git));
}
function compile(options, files) {
    const { client } = options.session;
    const source = Object.entries(files).reduce((dir, [name, text]) => dir.withNewFile(name, text), client.directory());
    const settings = { CGO_ENABLED: "0", GOWORK: "off", GOTOOLCHAIN: "local" };
    // The settings that binaries are built with by default: the standard library need not be compiled for this alone.
    const command = ["go", "build", "-ldflags=-s -w", "-o", "/program/program", ...Object.keys(files)];
    const built = withVariables(toolchain(options), settings)
        .withDirectory("/program/source", source)
        .withWorkdir("/program/source");
    return client.directory().withFile("program", built.withExec(command).file("/program/program"));
}
async function withSpec(base, dir, { given, request }, { session, secrets, logins, testEnv, deployEnv = {} }) {
    const specDir = (0,external_node_path_.join)(dir, "spec");
    await given.write(specDir);
    let container = base.withMountedDirectory(paths.spec, session.client.host().directory(specDir));
    if (request.logins && logins.files.length > 0)
        container = await withLogins(container, secrets, logins);
    if (request.testEnv && testEnv.length > 0) {
        const words = testEnv.map(([name, value]) => `${name}=${value}\0`).join("");
        container = await secrets.mount(container, testEnvPath, words);
    }
    if (request.deployEnv === true) {
        const words = Object.entries(deployEnv).map(([name, value]) => `${name}=${value}\0`);
        container = await secrets.mount(container, deployEnvPath, words.join(""));
    }
    if (request.nonce !== null)
        container = container.withEnvVariable("PIPELINE_NONCE", request.nonce);
    if (request.tests != null) {
        container = container
            .withMountedDirectory(paths.tests, request.tests.program)
            .withVolatileVariable("PIPELINE_TESTS_AGE", String(Math.ceil(request.tests.maxAgeMs())));
    }
    return container
        .withVolatileVariable("PIPELINE_SESSION", session.id)
        .withExec(["sh", `${paths.spec}/${given.script}`, paths.spec, paths.out]);
}

// EXTERNAL MODULE: ./build/stage/src/files/step-end.js
var step_end = __webpack_require__(47380);
// EXTERNAL MODULE: ./build/stage/src/engine/bring-files.js
var bring_files = __webpack_require__(83453);
// EXTERNAL MODULE: ./build/stage/src/engine/lf-copies.js
var lf_copies = __webpack_require__(70491);
// EXTERNAL MODULE: ./build/stage/src/files/move.js
var move = __webpack_require__(12823);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/move-tree.js



/** Moves a file, or everything below a directory into another one, also to another file system. Links were refused before. */
async function moveTree(from, to) {
    if ((await (0,promises_.lstat)(from)).isDirectory()) {
        await (0,promises_.mkdir)(to, { recursive: true });
        for (const entry of await (0,promises_.readdir)(from))
            await moveTree((0,external_node_path_.join)(from, entry), (0,external_node_path_.join)(to, entry));
        return;
    }
    await (0,move/* move */.Cy)(from, to);
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/go-step.js











/** Runs a Go step in a container of its own. Throws what the engine throws. */
async function runGoStep(step, resultDir, options) {
    const startedAt = new Date();
    // Two steps may ask for the same, as when tests are run again and again.
    const never = typeof step.reuse !== "string" || testsOf(step, options)?.all === true;
    const first = await go_step_execute(step, options, options.fresh || never ? (0,external_node_crypto_.randomUUID)() : null);
    const remembered = first.session !== options.sessionId;
    if (remembered && (await stands(step, first, testsOf(step, options)))) {
        const times = { startedAt, durationMs: Date.now() - startedAt.getTime() };
        return await settle({ step, resultDir }, first, { ...times, cached: true });
    }
    // The engine remembers failures like successes; running them again is what a person who starts again wants.
    const result = remembered ? await go_step_execute(step, options, (0,external_node_crypto_.randomUUID)()) : first;
    if (result.missing === true)
        return (0,outcome/* outcomeOf */.s)({ step, resultDir }, { end: "errored", problem: missingIn(step), startedAt });
    return await settle({ step, resultDir }, result, { ...timesOf(result, startedAt), cached: false });
}
function testsOf(step, { readyTests }) {
    return step.keepsTests === true ? (readyTests ?? null) : null;
}
function missingIn({ commands, image }) {
    const tool = commands[0]?.tool ?? "";
    const place = image === undefined ? "in the image with Go" : `in the image ${image}`;
    return (0,programs/* notFound */.mX)(typeof tool === "string" ? tool : tool.name, place);
}
function go_step_execute(step, options, nonce) {
    const { container, root, hasTestEnv, signal } = options;
    const testEnv = hasTestEnv && step.gets.testEnv;
    const tests = testsOf(step, options);
    return container.step({
        spec: specOf(step, testEnv, tests),
        more: async (dir) => {
            await (0,lf_copies/* writeLfCopies */.J)((0,external_node_path_.join)(dir, lfDir), step, root);
            await (0,bring_files/* bringFiles */.A)((0,external_node_path_.join)(dir, broughtDir), step);
        },
        logins: step.gets.logins,
        git: step.copy?.git === true,
        source: sourceOf(step),
        image: step.image,
        deployEnv: step.gets.deployEnv === true,
        ...{ tests, testEnv, nonce, signal },
    });
}
function specOf(step, testEnv, tests) {
    return {
        ...specCommands(step),
        seconds: Math.max(1, Math.ceil(step.timeoutMs / 1_000)),
        quit: step.atLimit === "dump-goroutines",
        stopAtFirstFailure: step.stopAtFirstFailure,
        variablesFile: testEnv ? testEnvPath : step.gets.deployEnv === true ? deployEnvPath : null,
        compiles: step.compiles !== null,
        ...(tests === null ? {} : { tests: readied(step, tests) }),
        // The source directory of a container is a copy that is its own.
        watches: step.copy === undefined || step.copy.uncompared === true ? null : sourceOf(step),
    };
}
function readied(step, { times, image }) {
    return { program: `${paths.tests}/program`, root: times ? sourceOf(step) : null, image };
}
/** Whether a result of an earlier session counts: nobody asked for the step to run each time, it is not too old, and it has passed. */
async function stands(step, result, tests) {
    if (typeof step.reuse !== "string")
        return false;
    if (tests !== null && Date.now() - result.madeAtMs > tests.maxAgeMs())
        return false;
    return (0,passes/* hasPassed */.Pc)(step, await (0,step_end/* readStepEnd */.u)(step, { ...result, resultDir: result.files }));
}
async function settle(planned, result, facts) {
    await moveTree(result.files, planned.resultDir);
    return (0,outcome/* outcomeOf */.s)(planned, {
        end: result.end,
        ...facts,
        commands: await moveOutputs(result, planned.resultDir),
    });
}
/** The container's clock may differ from ours: only spans of it are used, counted back from now. */
function timesOf({ durationMs }, askedAt) {
    return { startedAt: new Date(Math.max(askedAt.getTime(), Date.now() - durationMs)), durationMs };
}
/** Output files lie beside the result files, named as the host engine names them. */
async function moveOutputs({ commands }, resultDir) {
    return await Promise.all(commands.map(async (command, index) => {
        const moved = (0,outcome/* outputFiles */.L)(resultDir, index);
        await moveTree(command.stdout, moved.stdout);
        await moveTree(command.stderr, moved.stderr);
        return { ...command, ...moved };
    }));
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/host-tree.js




/**
 * A directory of this machine with the content that its files have now. The engine keeps a copy of what a client has sent, by the client's id and the path,
 * and takes a file of the same size, mode and time for unchanged (engine/filesync/diff.go, also with `noCache`); within one session it does not even look
 * again (core/schema/host.go; both Dagger 0.21.8). A session of our own is a client that nobody knows yet. Another one may know the path, so the files go
 * under a path that is new: links to them, in a directory of ours.
 */
async function uploadTree({ client, keepsState }, tree, tempDir) {
    const exclude = [...tree.exclude];
    if (!keepsState)
        return client.host().directory(tree.path, { exclude });
    const stage = await (0,promises_.mkdtemp)((0,external_node_path_.join)(tempDir, "upload-"));
    await mirror(tree, "", stage, stage);
    return client.host().directory(stage, { exclude });
}
/** Empties a directory of ours, here and in the copy that the engine keeps for a client which lives on: it would grow with every run. Never throws. */
async function forget({ client }, tempDir) {
    try {
        for (const name of await (0,promises_.readdir)(tempDir))
            await (0,promises_.rm)((0,external_node_path_.join)(tempDir, name), { recursive: true, force: true });
        await client.host().directory(tempDir, { noCache: true }).sync();
    }
    catch {
        // It costs space in the engine, no more, until the engine's own clean-up.
    }
}
/** Makes `to`, which is there, the same as the directory `dir` of a tree. What is no file, directory or link never goes. */
async function mirror(tree, dir, to, stage) {
    const from = (0,external_node_path_.join)(tree.path, dir);
    const entries = (await (0,errors/* ifThere */.y)((0,promises_.readdir)(from, { withFileTypes: true }))) ?? [];
    await Promise.all(entries.map(async (entry) => {
        const path = dir === "" ? entry.name : `${dir}/${entry.name}`;
        // Our directory for temporary files may lie in the tree.
        if (tree.leftOut(path) || entry.name === (0,external_node_path_.basename)(stage))
            return;
        const [source, target] = [(0,external_node_path_.join)(from, entry.name), (0,external_node_path_.join)(to, entry.name)];
        if (entry.isDirectory()) {
            await (0,promises_.mkdir)(target);
            await mirror(tree, path, target, stage);
            await copyMode(source, target);
        }
        else if (entry.isSymbolicLink()) {
            await (0,errors/* ifThere */.y)((0,promises_.readlink)(source).then((value) => (0,promises_.symlink)(value, target)));
        }
        else if (entry.isFile()) {
            await (0,errors/* ifThere */.y)(linkOrCopy(source, target));
        }
    }));
}
/** We have to be able to remove it again. */
async function copyMode(from, to) {
    const stat = await (0,errors/* ifThere */.y)((0,promises_.lstat)(from));
    if (stat !== null)
        await (0,promises_.chmod)(to, (stat.mode & 0o7777) | 0o700);
}
/** Not on another file system, and Linux lets nobody link to files that he may not write (fs.protected_hardlinks). */
async function linkOrCopy(from, to) {
    try {
        await (0,promises_.link)(from, to);
    }
    catch (error) {
        if (!(0,errors/* hasCode */.up)(error, "EXDEV", "EPERM", "EACCES", "EMLINK", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"))
            throw error;
        const { atime, mtime } = await (0,promises_.lstat)(from);
        await (0,promises_.copyFile)(from, to, external_node_fs_.constants.COPYFILE_FICLONE);
        await (0,promises_.utimes)(to, atime, mtime);
    }
}

// EXTERNAL MODULE: ./build/stage/src/engine/image/backend.js
var backend = __webpack_require__(24357);
// EXTERNAL MODULE: ./build/stage/src/engine/image/pipeline.js + 5 modules
var pipeline = __webpack_require__(68828);
// EXTERNAL MODULE: ./build/stage/src/engine/image/base-platform.js
var base_platform = __webpack_require__(18346);
// EXTERNAL MODULE: ./build/stage/src/engine/image/binary-context.js
var binary_context = __webpack_require__(14426);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/problem.js

const again = "Run it again; if it persists, look at the engine's own log, or use `engine: host`.";
const problem_image = '(?:resolve image|pull) "([^"]+)"';
const ownImageRemedy = "Check `image` of the stage, and whether the engine can reach its registry and is logged in there.";
/** Engines report by prose alone. No verdict depends on it, only the words that help: what matches nothing is still an engine problem. */
const rules = [
    [
        /no space left on device/i,
        () => ({
            message: "The Dagger engine has no disk space left.",
            remedy: "Free space where the engine stores its data, or give it a larger disk.",
        }),
    ],
    [
        new RegExp(`${problem_image}.*: not found$`, "m"),
        (found) => ({
            message: `The image ${found[1]} does not exist.`,
            remedy: "Check go-version and go-image; the official images are golang:<version>.",
        }),
        true,
    ],
    [
        /image address (.+): invalid reference format/,
        (found) => ({ message: `${found[1]} is not the name of an image.`, remedy: "Correct go-image." }),
        true,
    ],
    [
        new RegExp(`${problem_image}.*(toomanyrequests|429 too many requests)`, "i"),
        (found) => ({
            message: `The registry limits downloads and refused ${found[1]}.`,
            remedy: "Log in to the registry on this machine (`docker login`), or set go-image to a mirror.",
        }),
        true,
    ],
    [
        new RegExp(`${problem_image}.*(401 unauthorized|403 forbidden|authorization failed|pull access denied)`, "i"),
        (found) => ({
            message: `The registry refuses to give out ${found[1]}: ${found[2]}.`,
            remedy: "Log in to the registry on this machine (`docker login`), or set go-image to an image that can be read.",
        }),
        true,
    ],
    [
        new RegExp(`${problem_image}.*: failed to do request: .*?: ((?:dial|read|net|tls|x509|lookup|EOF|context)\\b.*)$`, "m"),
        (found) => ({
            message: `The registry of ${found[1]} cannot be reached from the engine: ${found[2]}.`,
            remedy: "Check the engine's network, or set go-image to an image in a registry that it can reach.",
        }),
        true,
    ],
];
/** How Node and the CLI put it that a connection is gone; the CLI answers 502 for an engine that does not. */
const connectionGone = /ECONNREFUSED|ECONNRESET|EPIPE|socket hang up|Premature close|Code: 50[234]\b|\bEOF$/im;
/** The same in the words of an engine that still answers, or half of it. */
const sessionGone = /error reading from server|transport is closing|failed to get requester session|closing transport/i;
/** True when an error means that the engine is not there any more, rather than that it refused something or met a broken connection of its own. */
function isConnectionGone(error) {
    const chain = causes(error);
    const gone = chain.some(wasAnswered)
        ? sessionGone
        : new RegExp(`${connectionGone.source}|${sessionGone.source}`, "im");
    // The SDK calls a refused connection a call that was not awaited (D108).
    return chain.some((cause) => codeOf(cause) === "D108" || gone.test(ownWords(cause)));
}
/** A GraphQL answer with errors comes from an engine that works. */
function wasAnswered(error) {
    return field(field(error, "response"), "status") === 200;
}
/** Anything that was thrown while the engine worked, as a headline with cause and remedy. Queries and tokens are in none of it. */
function engineProblem(error, { lost, ownImage = false }) {
    const chain = causes(error);
    const text = chain.map(ownWords).join("\n");
    for (const [pattern, explain, about] of rules) {
        const found = pattern.exec(text);
        if (found === null)
            continue;
        return ownImage && about === true ? { ...explain(found), remedy: ownImageRemedy } : explain(found);
    }
    if (lost !== null)
        return { message: `The Dagger engine was lost while it worked: ${lost}.`, remedy: again };
    if (isConnectionGone(error))
        return { message: "The Dagger engine was lost while it worked.", remedy: again };
    for (const cause of chain)
        if (codeOf(cause) === "D109")
            return containerProblem(cause, ownImage);
    // D101 only says that something unknown happened.
    const telling = chain.find((cause) => codeOf(cause) !== "D101") ?? error;
    return { message: `The Dagger engine failed: ${clip(ownWords(telling))}`, remedy: again };
}
/** The container itself failed, not a command in it: step.sh exits 0 whatever they do. */
function containerProblem(error, ownImage) {
    const exitCode = field(error, "exitCode");
    if (exitCode === 137) {
        return {
            message: "The container of a step was killed, most likely because the engine ran out of memory.",
            remedy: "Give the engine more memory, or lower `concurrency`.",
        };
    }
    const stderr = field(error, "stderr");
    const last = typeof stderr === "string" ? clip(stderr.trim().split("\n").at(-1) ?? "") : "";
    return {
        message: `The container of a step failed with exit code ${String(exitCode)}${last === "" ? "" : `: ${last}`}`,
        remedy: ownImage
            ? "Under Dagger the image of a stage has to have a POSIX shell, xargs and setsid, as those with a distribution or busybox do."
            : "The image has to have a POSIX shell, xargs, setsid and nproc; the official golang images do.",
    };
}
function causes(error) {
    const chain = [error];
    let at = error;
    while (at instanceof Error && at.cause !== undefined && chain.length < 10) {
        at = at.cause;
        chain.push(at);
    }
    return chain;
}
function codeOf(error) {
    const code = field(error, "code");
    return typeof code === "string" ? code : null;
}
function field(error, name) {
    return typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
}
/** What an error says itself: a GraphQL client appends answer and query as JSON, the engine the number of a trace. */
function ownWords(error) {
    return (0,errors/* messageOf */.bD)(error)
        .replace(/: \{"response":.*$/s, "")
        .replace(/ \[traceparent:[^\]]*\]/g, "");
}
function clip(text) {
    const line = text.split("\n")[0] ?? "";
    return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/image/build-report.js

/** The engine says nothing of a build that went well. */
const nothingToReport = {
    cached: false,
    failedStep: null,
    failedOutput: [],
    error: null,
    line: null,
    checks: [],
};
/** What the engine threw when it built, in the terms of BuildKit's own logs, so that one set of rules judges builds on both engines. */
function buildReport(error, dockerfile) {
    const message = unwrapped(error);
    const nothing = { ...nothingToReport, error: message };
    const command = failedCommand(error);
    if (command !== null) {
        const { text, exitCode, output } = command;
        const failedStep = runStep(dockerfile, text);
        // Without a code it never ran: the engine says why not.
        if (exitCode < 0)
            return { ...nothing, failedStep };
        return {
            ...nothing,
            failedStep,
            failedOutput: output,
            error: `process "${text}" did not complete successfully: exit code: ${exitCode}`,
        };
    }
    const syntax = /dockerfile parse error on line (\d+): .*/.exec(message);
    if (syntax !== null)
        return { ...nothing, line: Number(syntax[1]), error: syntax[0] };
    const frontend = /syntax frontend "([^"]+)" is unsupported/.exec(message)?.[1];
    if (frontend !== undefined)
        return { ...nothing, line: dockerfile?.syntaxLine ?? null, error: ownFrontend(frontend) };
    const copied = /failed to copy source (?:directory|file): lstat (\S+): no such file or directory/.exec(message);
    if (copied?.[1] !== undefined) {
        return {
            ...nothing,
            line: copyLine(dockerfile, copied[1]),
            error: `"${copied[1]}": not found in the docker context`,
        };
    }
    const secret = /secret "([^"]+)" is required but|secret ([^\s:]+): not found/.exec(message);
    const id = secret?.[1] ?? secret?.[2];
    if (id !== undefined)
        return { ...nothing, failedStep: mountingStep(dockerfile, id), error: `secret ${id}: not found` };
    const image = /(?:^|: )(\S+): \1: not found$|(?:^|: )(\S+): failed to do request|(?:^|: )(\S+): (?:pull access denied|unexpected status)/.exec(message);
    const reference = image?.[1] ?? image?.[2] ?? image?.[3];
    if (reference !== undefined)
        return { ...nothing, failedStep: `[internal] load metadata for ${reference}` };
    return nothing;
}
/** Dagger 0.21 takes docker/dockerfile and docker/dockerfile-upstream of Docker Hub, any tag, and pulls neither. */
function ownFrontend(refused) {
    return (`the Dagger engine has its own Dockerfile frontend and refuses ${refused}: write \`# syntax=docker/dockerfile:1\` ` +
        "(nothing is pulled for it), remove the line, or use `engine: host`");
}
/** The wrapping of the engine says how it builds, not what is wrong; ids of objects are as long as pages. */
function unwrapped(error) {
    return ownWords(error)
        .replace(/load \w+@[A-Za-z0-9+/=]+: /g, "")
        .replace(/^(?:failed to (?:convert Dockerfile(?: LLB)? to (?:LLB|Dagger ID)|load container from converted ID|clone built container state|read Dockerfile "[^"]*"): )+/, "")
        .replace(/(?:(?:load xxh3:[0-9a-f]+|inputs): )+/g, "")
        .replace(/^llbtodagger: unsupported op "exec" \([^)]*\): /, "");
}
/** A RUN that failed, as the SDK's ExecError tells. */
function failedCommand(error) {
    const field = (name) => (error instanceof Error ? Reflect.get(error, name) : undefined);
    const cmd = field("cmd");
    const exitCode = field("exitCode");
    if (field("code") !== "D109" || !Array.isArray(cmd) || typeof exitCode !== "number")
        return null;
    const words = cmd.map(String);
    const text = words[0] === "/bin/sh" && words[1] === "-c" ? words.slice(2).join(" ") : words.join(" ");
    const output = [field("stdout"), field("stderr")].flatMap((part) => typeof part === "string" ? part.split("\n") : []);
    return { text, exitCode, output: output.filter((line) => line !== "") };
}
/** A RUN named as BuildKit names steps: with its flags, of which the engine says nothing. */
function runStep(dockerfile, text) {
    const words = (shell) => shell.replace(/\s+/g, " ").trim();
    const runs = (dockerfile?.instructions ?? []).filter(({ keyword }) => keyword === "RUN");
    const flags = runs
        .map(({ value }) => /^(?:--\S+\s+)*/.exec(value)?.[0] ?? "")
        .find((found, index) => words(runs[index]?.value.slice(found.length) ?? "") === words(text));
    return `[1/1] RUN ${flags ?? ""}${text}`;
}
/** The first RUN that mounts a secret, named as BuildKit names steps. */
function mountingStep(dockerfile, id) {
    const found = (dockerfile?.instructions ?? []).find(({ keyword, value }) => keyword === "RUN" && value.split(/[\s,]+/).includes(`id=${id}`));
    return found === undefined ? null : `[1/1] RUN ${found.value}`;
}
/** Line of the only COPY or ADD that names a path. */
function copyLine(dockerfile, path) {
    const name = path.replace(/^\//, "");
    const copies = (dockerfile?.instructions ?? []).filter(({ keyword, value }) => /^(COPY|ADD)$/.test(keyword) && value.split(/[\s",[\]]+/).some((word) => word.replace(/^\.?\//, "") === name));
    return copies.length === 1 ? (copies[0]?.line ?? null) : null;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./build/stage/src/engine/image/layout.js
var image_layout = __webpack_require__(63063);
// EXTERNAL MODULE: ./node_modules/tar/dist/esm/index.min.js
var index_min = __webpack_require__(98697);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/image/export.js





const indexSchema = schemas/* object */.Ikc({ manifests: schemas/* array */.YOg(schemas/* object */.Ikc({ digest: schemas/* string */.YjP() })) });
/** What every export and every push of an image is made with: the same bytes each time. */
function imageOptions({ sdk }, containers) {
    const forcedCompression = sdk.ImageLayerCompression.Gzip;
    const mediaTypes = sdk.ImageMediaTypes.OcimediaTypes;
    return { forcedCompression, mediaTypes, ...(containers.length > 1 ? { platformVariants: [...containers] } : {}) };
}
/** The container that exports and pushes for all platforms. */
function exporter({ client }, containers) {
    const [only, ...others] = containers;
    return only === undefined || others.length > 0 ? client.container() : only;
}
/**
 * Brings an image here, into `dir`, as `publish` pushes it later in the same session.
 *
 * Not by `asTarball`: its result stays in the engine's cache when the engine restarts, while 0.21.8 forgets then when and by what each layer was made and
 * writes something new into the configuration. From there on the cached file is never the image that `publish` puts together.
 */
async function exportImage(session, containers, dir) {
    const layout = (0,external_node_path_.join)(dir, "layout");
    await (0,promises_.mkdir)(layout, { recursive: true });
    const archive = (0,external_node_path_.join)(dir, "image.tar");
    await exporter(session, containers).export(archive, imageOptions(session, containers));
    await (0,index_min.extract)({ file: archive, cwd: layout, strict: true });
    await (0,promises_.rm)(archive);
    const index = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(layout, "index.json"), "utf8"));
    const digest = indexSchema.parse(index).manifests[0]?.digest;
    if (digest === undefined)
        throw new Error("the engine exported an index without manifests");
    return { layout, images: await (0,image_layout/* readLayout */.T4)(layout), digest };
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/image/built-image.js





/** The part of an image's configuration that counts for running it. */
const configSchema = schemas/* object */.Ikc({
    config: schemas/* object */.Ikc({
        Entrypoint: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
        Cmd: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
        Shell: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
        Volumes: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullish(),
        Healthcheck: schemas/* object */.Ikc({ Test: schemas/* array */.YOg(schemas/* string */.YjP()).nullish() }).nullish(),
    })
        .nullish(),
});
/** Builds and brings the image here, to know what it is. */
async function bringImage(session, builds, { dir, enginePlatform }) {
    const settled = [];
    for (const [index, build] of builds.entries())
        settled.push(await built_image_settle(session, build, (0,external_node_path_.join)(dir, `platform-${index}`)));
    const containers = settled.map(({ container }) => container);
    const [only] = settled;
    const exported = (settled.length === 1 ? only?.exported : null) ?? (await exportImage(session, containers, (0,external_node_path_.join)(dir, "all")));
    const native = (0,image_layout/* nativeImage */.j_)(exported.images, enginePlatform);
    return { ...exported, containers, native, enginePlatform, ...(await factsOf(native, exported)) };
}
async function factsOf({ platform, configDigest, config: file, layers }, { images }) {
    const config = configSchema.parse(await readJson(file)).config ?? {};
    const sizes = await Promise.all(layers.map(async (layer) => (await (0,promises_.stat)(layer)).size));
    return {
        ...{ config, configDigest, platform },
        platforms: images.map((image) => image.platform),
        size: sizes.reduce((sum, bytes) => sum + bytes, 0),
        layers: layers.length,
        hasCommand: (config.Entrypoint ?? []).length + (config.Cmd ?? []).length > 0,
    };
}
/**
 * Engines up to 0.21.8 forget the platform of what `dockerBuild` makes for another one: the files are right, the configuration says the engine's own. The
 * configuration is corrected and the image brought in anew.
 */
async function built_image_settle(session, { container, platform }, dir) {
    const exported = await exportImage(session, [container], dir);
    const [image] = exported.images;
    if (image === undefined)
        throw new Error("the engine exported an empty image");
    if (platform === null || image.platform === platform)
        return { container, exported };
    const [os, architecture, variant] = platform.split("/");
    const config = await readJson(image.config);
    const corrected = (0,external_node_path_.join)(dir, "config.json");
    await (0,promises_.writeFile)(corrected, JSON.stringify({ ...Object(config), os, architecture, ...(variant === undefined ? {} : { variant }) }));
    const file = await fileOf({ ...image, config: corrected }, dir, ["platform:corrected"]);
    const { client } = session;
    const imported = client.container({ platform: daggerPlatform(platform) }).import_(client.host().file(file));
    return { container: imported, exported: null };
}
/** The SDK's type for platforms is a branded string that only a cast can make. */
function daggerPlatform(platform) {
    return platform;
}
async function readJson(path) {
    return JSON.parse(await (0,promises_.readFile)(path, "utf8"));
}
/** Writes the native image alone, as a layout; answers its path. */
function nativeLayout(image, dir, references) {
    return layoutOf(image.native, dir, references);
}
/** Writes it as a file that every docker can load and the engine can import; answers its path. */
function nativeFile(image, dir, references) {
    return fileOf(image.native, dir, references);
}
async function layoutOf(image, dir, references) {
    const layout = (0,external_node_path_.join)(dir, "alone");
    await (0,promises_.mkdir)(layout, { recursive: true });
    await (0,image_layout/* writeLayout */.wy)(layout, image, references);
    return layout;
}
async function fileOf(image, dir, references) {
    const file = (0,external_node_path_.join)(dir, "alone.tar");
    await (0,image_layout/* packLayout */.K9)(await layoutOf(image, dir, references), file);
    return file;
}

// EXTERNAL MODULE: ./build/stage/src/text/paths.js
var text_paths = __webpack_require__(60938);
// EXTERNAL MODULE: ./build/stage/src/engine/image/input.js
var input = __webpack_require__(68101);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/upload-patterns.js
/**
 * A literal path as a pattern of `host.directory` (github.com/moby/patternmatcher): every character that means something there is escaped, blanks at the
 * ends would be trimmed. On Windows the backslash separates directories, and names cannot hold the characters that need it.
 */
function literalPattern(path, windows) {
    if (windows)
        return path.replaceAll("[", "[[]");
    return path.replaceAll(/[\\*?[\]!^]/g, "\\$&").replaceAll(/^ | $/g, "[ ]");
}
/** Patterns for what never goes: `.git` of the repository and of whatever lies in it, and the paths of the upload rule. */
function excludePatterns(paths, windows) {
    return [".git", "**/.git", ...paths.map((path) => literalPattern(path, windows))];
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/image/context.js






/** Name of the Dockerfile in the context as it goes to the engine; nothing of the repository is called that. */
const dockerfileName = ".go-pipeline.Dockerfile";
/**
 * The context as `docker build` would see it. The Dockerfile, which may lie outside, and the rules of its .dockerignore go in under names of ours that the
 * rules themselves leave out; what the rules leave out is not even uploaded.
 */
async function dockerContext(request) {
    const { session, root, source, without, dir, tempDir } = request;
    const context = await (0,promises_.realpath)((0,external_node_path_.join)(root, source.context));
    const dockerfile = (0,external_node_path_.join)(root, source.dockerfile);
    const rules = parseIgnore(await (0,input/* readIgnoreFile */.r)(dockerfile, context));
    const style = (0,text_paths/* pathStyle */.Ls)(process.platform);
    const left = without
        .map((path) => (0,text_paths/* pathInside */._l)(context, path, style))
        .filter((path) => path !== null && path !== "");
    await (0,promises_.mkdir)(dir, { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(dir, dockerfileName), await (0,promises_.readFile)(dockerfile));
    const own = [...rules, `/${dockerfileName}*`].map((rule) => `${rule}\n`).join("");
    await (0,promises_.writeFile)((0,external_node_path_.join)(dir, `${dockerfileName}.dockerignore`), own);
    const exclude = [...uploadPatterns(rules), ...left.map((path) => literalPattern(path, style === "win32"))];
    const sent = await uploadTree(session, { path: context, exclude, leftOut: leftOut(rules, left) }, tempDir);
    return sent.withDirectory("/", session.client.host().directory(dir));
}
/** What plain rules leave out, when no rule takes anything back. */
function leftOut(rules, paths) {
    const plain = rules.some((rule) => rule.startsWith("!"))
        ? []
        : uploadPatterns(rules).filter((rule) => !/[*?[\]\\]/.test(rule));
    const left = new Set([...plain, ...paths]);
    return (path) => left.has(path);
}
/** The rules of a .dockerignore, without comments and blank lines. */
function parseIgnore(text) {
    const lines = text.replace(/^\uFEFF/, "").split("\n");
    return lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
/** The same rules as patterns of an upload, which begin at the context and know no leading slash (github.com/moby/patternmatcher/ignorefile). */
function uploadPatterns(rules) {
    return rules.map((rule) => {
        const [sign, path] = rule.startsWith("!") ? ["!", rule.slice(1).trim()] : ["", rule];
        return `${sign}${path.replace(/^\/+/, "").replace(/\/+$/, "")}`;
    });
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/image/build.js








/** Builds an image in the engine and brings it here. */
async function buildImage(step, input, options, run) {
    const { session, tempDir } = options;
    const dir = (0,external_node_path_.join)(tempDir, "image");
    await (0,promises_.mkdir)(dir, { recursive: true });
    const context = await contextOf(input, options, (0,external_node_path_.join)(dir, "dockerfile"));
    const enginePlatform = await session.client.defaultPlatform();
    try {
        const secrets = await secretsFor(input, options, run);
        const builds = platformsOf(step).map((platform) => ({
            platform,
            container: containerFor(step, context, platform, secrets),
        }));
        const image = await bringImage(session, builds, { dir, enginePlatform });
        const names = image.images.map(({ platform, configDigest }) => `${platform} ${configDigest}`);
        await run.log.line(`built ${names.join(", ")}`);
        return { image, report: nothingToReport, base: await basePlatforms(step, session) };
    }
    catch (error) {
        if (isConnectionGone(error) || run.signal.aborted)
            throw error;
        const report = buildReport(error, input.type === "dockerfile" ? input.parsed : null);
        await run.log.lines([...report.failedOutput, report.error ?? ""]);
        return { image: null, report, base: [] };
    }
}
/** The engine takes a base of one platform for any other, as BuildKit does; pulled for a platform it tells its own. */
async function basePlatforms({ source }, { client }) {
    if (source.type !== "binary")
        return [];
    const { base } = source;
    if (base === null)
        return [];
    const found = (0,base_platform/* wantedPlatforms */.QM)(source).map(async (wanted) => ({
        wanted,
        found: await client
            .container({ platform: daggerPlatform(wanted) })
            .from(base)
            .platform(),
    }));
    return await Promise.all(found);
}
/** null: the engine's own platform. */
function platformsOf({ platforms }) {
    return platforms.length === 0 ? [null] : platforms.map(binary_context/* dockerPlatform */.o);
}
async function contextOf(input, options, dir) {
    const { session, root, without, tempDir } = options;
    if (input.type === "binary") {
        return { directory: session.client.host().directory(input.context), dockerfile: "Dockerfile" };
    }
    const directory = await dockerContext({ session, root, source: input.source, without, dir, tempDir });
    return { directory, dockerfile: dockerfileName };
}
function containerFor(step, context, platform, secrets) {
    const { source } = step;
    const dockerfile = source.type === "dockerfile" ? source : null;
    const built = context.directory.dockerBuild({
        dockerfile: context.dockerfile,
        ...(platform === null ? {} : { platform: daggerPlatform(platform) }),
        ...(dockerfile?.target ? { target: dockerfile.target } : {}),
        buildArgs: (dockerfile?.buildArgs ?? []).map(([name, value]) => ({ name, value })),
        secrets,
    });
    return step.labels.reduce((container, [name, value]) => container.withLabel(name, value), built);
}
/** The engine knows them by the name under which a Dockerfile mounts them. */
async function secretsFor(input, { session, secrets: { dockerSecrets } }, { signal }) {
    const ids = input.type === "dockerfile" ? input.source.secretIds : [];
    const wanted = dockerSecrets.filter(({ id }) => ids.includes(id));
    return await Promise.all(wanted.map(({ id, value }) => session.namedSecret(id, value, signal)));
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/image/local-docker.js


/** Whether a docker daemon answers on this machine that takes images for Linux. */
async function daemonTakesImages(env, signal) {
    const answer = await docker(["version", "--format", "{{.Server.Os}}"], { env, signal, timeout: 15_000 });
    return answer.problem === null && answer.stdout.trim() === "linux";
}
/** Loads an image from a file into the daemon of this machine. Throws EnvironmentError. */
async function loadFile(file, env, signal) {
    const { problem } = await docker(["load", "--input", file], { env, signal, timeout: 600_000 });
    if (problem === null)
        return;
    throw new errors/* EnvironmentError */.eG(`The image could not be loaded into the local Docker daemon: ${problem}`, "Start Docker, or set image-output to tarball or push.");
}
function docker(args, options) {
    return new Promise((resolve) => {
        const given = { ...options, env: { ...options.env }, maxBuffer: 1_048_576 };
        (0,external_node_child_process_.execFile)("docker", [...args], given, (error, stdout, stderr) => {
            const last = stderr.trim().split("\n").at(-1) ?? "";
            resolve({ stdout, problem: error === null ? null : last || (0,errors/* messageOf */.bD)(error) });
        });
    });
}

// EXTERNAL MODULE: ./build/stage/src/engine/image/smoke.js
var smoke = __webpack_require__(61940);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/image/smoke/texts.js
/** The programs of this folder by name. Written by scripts/generate.ts. */
const texts_texts = {
    "main.go": "// A program that runs an image's own command inside its container and watches it: whether it starts, ends, answers on a port, calls\n// itself healthy, prints what it should. Containers of the engine have no interface for that, and images need hold nothing but a program.\n// It is compiled without cgo in the container of the Go steps, mounted beside the image's files, and says what it saw on standard\n// output, as JSON. It only looks; what is seen is judged as on the host (src/engine/image/smoke.ts).\npackage main\n\nimport (\n\t\"context\"\n\t\"encoding/json\"\n\t\"errors\"\n\t\"fmt\"\n\t\"os\"\n\t\"os/exec\"\n\t\"regexp\"\n\t\"strings\"\n\t\"sync\"\n\t\"syscall\"\n\t\"time\"\n)\n\ntype request struct {\n\tCommand  []string\n\tLimitMs  int64\n\tSettleMs int64\n\t// Ends only when the command does, or with the time limit.\n\tToTheEnd bool\n\tPort     int\n\tPath     string\n\tHTTP     bool\n\tStatuses [][2]int\n\t// Command of the HEALTHCHECK, empty without one.\n\tHealth []string\n\t// Text, or a regular expression when Pattern is set.\n\tOutput  string\n\tPattern string\n}\n\ntype health struct {\n\tStatus string `json:\"status\"`\n\tOutput string `json:\"output\"`\n}\n\ntype observation struct {\n\tStartError *string `json:\"startError\"`\n\tRunning    bool    `json:\"running\"`\n\tExitCode   *int    `json:\"exitCode\"`\n\tStubborn   bool    `json:\"stubborn\"`\n\tProbe      *probe  `json:\"probe\"`\n\tHealth     *health `json:\"health\"`\n\tOutput     string  `json:\"output\"`\n\tObservedMs int64   `json:\"observedMs\"`\n}\n\n// tail keeps the end of what is written to it.\ntype tail struct {\n\tmu   sync.Mutex\n\ttext []byte\n}\n\nconst tailBytes = 32 << 10\n\nfunc (t *tail) Write(p []byte) (int, error) {\n\tt.mu.Lock()\n\tdefer t.mu.Unlock()\n\tt.text = append(t.text, p...)\n\tif extra := len(t.text) - tailBytes; extra > 0 {\n\t\tt.text = append([]byte(nil), t.text[extra:]...)\n\t}\n\treturn len(p), nil\n}\n\nfunc (t *tail) String() string {\n\tt.mu.Lock()\n\tdefer t.mu.Unlock()\n\treturn string(t.text)\n}\n\nfunc main() {\n\tvar asked request\n\traw, err := os.ReadFile(os.Args[1])\n\tif err == nil {\n\t\terr = json.Unmarshal(raw, &asked)\n\t}\n\tif err != nil {\n\t\tfmt.Fprintln(os.Stderr, err)\n\t\tos.Exit(1)\n\t}\n\tanswer, err := json.Marshal(watch(asked))\n\tif err != nil {\n\t\tfmt.Fprintln(os.Stderr, err)\n\t\tos.Exit(1)\n\t}\n\tos.Stdout.Write(answer)\n}\n\nfunc watch(asked request) observation {\n\tvar out tail\n\tvar seen observation\n\tcmd := exec.Command(asked.Command[0], asked.Command[1:]...)\n\tcmd.Env = childEnv()\n\tcmd.Stdout, cmd.Stderr = &out, &out\n\tcmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}\n\tcmd.WaitDelay = time.Second\n\tstarted := time.Now()\n\tif err := cmd.Start(); err != nil {\n\t\ttext := startError(asked.Command[0], err)\n\t\tseen.StartError = &text\n\t\treturn seen\n\t}\n\tended := make(chan struct{})\n\tgo func() { cmd.Wait(); close(ended) }()\n\tchecked := make(chan health, 1)\n\tctx, cancel := context.WithCancel(context.Background())\n\tdefer cancel()\n\tif len(asked.Health) > 0 {\n\t\tseen.Health = &health{Status: \"starting\"}\n\t\tgo checkHealth(ctx, asked.Health, checked)\n\t}\n\tlimit := time.Duration(asked.LimitMs) * time.Millisecond\n\tfor {\n\t\tselect {\n\t\tcase <-ended:\n\t\t\tseen.ExitCode = exitCode(cmd.ProcessState)\n\t\tcase found := <-checked:\n\t\t\tseen.Health = &found\n\t\tcase <-time.After(100 * time.Millisecond):\n\t\t}\n\t\tif seen.ExitCode == nil && asked.Port > 0 && (seen.Probe == nil || !seen.Probe.Answered) {\n\t\t\tseen.Probe = merge(seen.Probe, ask(asked, limit-time.Since(started)), started)\n\t\t}\n\t\tseen.ObservedMs = time.Since(started).Milliseconds()\n\t\tif seen.ExitCode != nil || satisfied(asked, seen, &out) || time.Since(started) >= limit {\n\t\t\tbreak\n\t\t}\n\t}\n\tseen.Running = seen.ExitCode == nil\n\tif seen.Running {\n\t\tseen.Stubborn = !stop(cmd, ended)\n\t}\n\tseen.Output = strings.ToValidUTF8(out.String(), \"\\uFFFD\")\n\treturn seen\n}\n\nfunc childEnv() []string {\n\tvar env []string\n\tfor _, each := range os.Environ() {\n\t\tname := strings.SplitN(each, \"=\", 2)[0]\n\t\tif strings.HasPrefix(name, \"OTEL_\") || name == \"TRACEPARENT\" || name == \"TRACESTATE\" || name == \"BAGGAGE\" {\n\t\t\tcontinue\n\t\t}\n\t\tenv = append(env, each)\n\t}\n\treturn env\n}\n\nfunc startError(name string, err error) string {\n\tvar cause *os.PathError\n\tif errors.As(err, &cause) {\n\t\treturn fmt.Sprintf(\"exec %s: %v\", name, cause.Err)\n\t}\n\treturn err.Error()\n}\n\nfunc exitCode(state *os.ProcessState) *int {\n\tcode := state.ExitCode()\n\tif status, ok := state.Sys().(syscall.WaitStatus); ok && status.Signaled() {\n\t\tcode = 128 + int(status.Signal())\n\t}\n\treturn &code\n}\n\n// satisfied: everything that was asked for has been seen.\nfunc satisfied(asked request, seen observation, out *tail) bool {\n\tif asked.ToTheEnd {\n\t\treturn false\n\t}\n\tif asked.Port > 0 && (seen.Probe == nil || !seen.Probe.Answered) {\n\t\treturn false\n\t}\n\tif seen.Health != nil && seen.Health.Status != \"healthy\" {\n\t\treturn false\n\t}\n\twantsOutput := asked.Output != \"\" || asked.Pattern != \"\"\n\tif wantsOutput && !printed(asked, out.String()) {\n\t\treturn false\n\t}\n\treturn asked.Port > 0 || seen.Health != nil || wantsOutput || seen.ObservedMs >= asked.SettleMs\n}\n\nfunc printed(asked request, text string) bool {\n\tif asked.Pattern == \"\" {\n\t\treturn strings.Contains(text, asked.Output)\n\t}\n\tpattern, err := regexp.Compile(asked.Pattern)\n\treturn err == nil && pattern.MatchString(text)\n}\n\nfunc stop(cmd *exec.Cmd, ended chan struct{}) bool {\n\tsyscall.Kill(-cmd.Process.Pid, syscall.SIGTERM)\n\tdefer syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)\n\tselect {\n\tcase <-ended:\n\t\treturn true\n\tcase <-time.After(3 * time.Second):\n\t\treturn false\n\t}\n}\n\n// checkHealth: like Docker's, until the first success; a failure counts after three in a row.\nfunc checkHealth(ctx context.Context, command []string, found chan<- health) {\n\tfor failures := 0; ; {\n\t\tvar out tail\n\t\tlimited, cancel := context.WithTimeout(ctx, 30*time.Second)\n\t\tcmd := exec.CommandContext(limited, command[0], command[1:]...)\n\t\tcmd.Env = childEnv()\n\t\tcmd.Stdout, cmd.Stderr = &out, &out\n\t\terr := cmd.Run()\n\t\tcancel()\n\t\tif ctx.Err() != nil {\n\t\t\treturn\n\t\t}\n\t\tstate := health{Status: \"healthy\", Output: out.String()}\n\t\tif err != nil {\n\t\t\tfailures++\n\t\t\tstate.Status = \"starting\"\n\t\t\tif state.Output == \"\" {\n\t\t\t\tstate.Output = err.Error()\n\t\t\t}\n\t\t}\n\t\tfound <- state\n\t\tif err == nil {\n\t\t\treturn\n\t\t}\n\t\ttime.Sleep(time.Second)\n\t}\n}\n",
    "probe.go": "// The part that asks a port of its own container.\npackage main\n\nimport (\n\t\"bufio\"\n\t\"errors\"\n\t\"fmt\"\n\t\"net\"\n\t\"os\"\n\t\"syscall\"\n\t\"time\"\n)\n\ntype probe struct {\n\tAnswered bool    `json:\"answered\"`\n\tStatus   *int    `json:\"status\"`\n\tError    *string `json:\"error\"`\n\tAfterMs  int64   `json:\"afterMs\"`\n\n\tconnected bool\n}\n\n// addresses of this container that others reach it by; a service that listens on localhost alone serves nobody. Engines may give containers IPv4\n// alone: then the link's own IPv6 address finds a service on IPv6.\nfunc addresses() []string {\n\tvar found, local []string\n\tlinks, err := net.Interfaces()\n\tif err != nil {\n\t\treturn found\n\t}\n\tfor _, link := range links {\n\t\tall, err := link.Addrs()\n\t\tif err != nil {\n\t\t\tcontinue\n\t\t}\n\t\tfor _, each := range all {\n\t\t\taddress, ok := each.(*net.IPNet)\n\t\t\tswitch {\n\t\t\tcase !ok:\n\t\t\tcase address.IP.IsGlobalUnicast():\n\t\t\t\tfound = append(found, address.IP.String())\n\t\t\tcase address.IP.To4() == nil && address.IP.IsLinkLocalUnicast():\n\t\t\t\tlocal = append(local, address.IP.String()+\"%\"+link.Name)\n\t\t\t}\n\t\t}\n\t}\n\treturn append(found, local...)\n}\n\nfunc ask(asked request, left time.Duration) probe {\n\tlimit := max(200*time.Millisecond, min(5*time.Second, left))\n\ttext := \"this container has no address\"\n\tlast := probe{Error: &text}\n\tfor index, address := range addresses() {\n\t\tanswer := askOne(asked, net.JoinHostPort(address, fmt.Sprint(asked.Port)), limit)\n\t\tif answer.Answered {\n\t\t\treturn answer\n\t\t}\n\t\t// Of addresses where nobody answers the first one counts; where something listens, what it says.\n\t\tif index == 0 || answer.connected && last.Status == nil {\n\t\t\tlast = answer\n\t\t}\n\t}\n\treturn last\n}\n\nfunc askOne(asked request, address string, limit time.Duration) probe {\n\tconn, err := net.DialTimeout(\"tcp\", address, limit)\n\tif err != nil {\n\t\ttext := err.Error()\n\t\tif errors.Is(err, syscall.ECONNREFUSED) {\n\t\t\ttext = \"connection refused\"\n\t\t}\n\t\treturn probe{Error: &text}\n\t}\n\tdefer conn.Close()\n\tif !asked.HTTP {\n\t\treturn probe{Answered: true, connected: true}\n\t}\n\tconn.SetDeadline(time.Now().Add(limit))\n\tfmt.Fprintf(conn, \"GET %s HTTP/1.1\\r\\nHost: localhost:%d\\r\\nConnection: close\\r\\nUser-Agent: smoke-test\\r\\n\\r\\n\", asked.Path, asked.Port)\n\tline, err := bufio.NewReader(conn).ReadString('\\n')\n\tvar minor, status int\n\tfmt.Sscanf(line, \"HTTP/1.%d %d\", &minor, &status)\n\tif status == 0 {\n\t\ttext := \"no answer in HTTP\"\n\t\tswitch {\n\t\tcase errors.Is(err, os.ErrDeadlineExceeded):\n\t\t\ttext = \"no answer in time\"\n\t\tcase err != nil:\n\t\t\ttext = \"connection closed\"\n\t\t}\n\t\treturn probe{Error: &text, connected: true}\n\t}\n\tfor _, accepted := range asked.Statuses {\n\t\tif status >= accepted[0] && status <= accepted[1] {\n\t\t\treturn probe{Answered: true, Status: &status, connected: true}\n\t\t}\n\t}\n\treturn probe{Status: &status, connected: true}\n}\n\n// merge keeps the last status that was answered: it says more than a refusal afterwards.\nfunc merge(before *probe, now probe, started time.Time) *probe {\n\tif now.Status == nil && !now.Answered && before != nil {\n\t\tnow.Status = before.Status\n\t}\n\tnow.AfterMs = time.Since(started).Milliseconds()\n\treturn &now\n}\n",
};

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/image/observer.js







/** Where the smoke program lies in the container of the image. */
const place = "/.go-pipeline";
/** What the smoke program prints. */
const answerSchema = schemas/* object */.Ikc({
    startError: schemas/* string */.YjP().nullable(),
    running: schemas/* boolean */.zMY(),
    exitCode: schemas/* int */.Whr().nullable(),
    stubborn: schemas/* boolean */.zMY(),
    probe: schemas/* object */.Ikc({ answered: schemas/* boolean */.zMY(), status: schemas/* int */.Whr().nullable(), error: schemas/* string */.YjP().nullable(), afterMs: schemas/* number */.aig() })
        .nullable(),
    health: schemas/* object */.Ikc({ status: schemas/* enum */.k5n(["healthy", "starting"]), output: schemas/* string */.YjP() }).nullable(),
    output: schemas/* string */.YjP(),
    observedMs: schemas/* number */.aig(),
});
/** Runs containers inside the engine: no docker socket, no network of the host. */
async function createObserver(step, image, options, { log }) {
    const container = await imageContainer(image, options);
    const program = options.go.program(texts_texts);
    return {
        async watch(command) {
            const words = command.length > 0 ? command : (image.config.Cmd ?? []);
            const started = [...(image.config.Entrypoint ?? []), ...words];
            await log.line(`$ ${JSON.stringify(started)}`);
            const request = smokeRequest(step, image.config, started);
            return { ...(await watch(container, program, request, options)), oomKilled: false };
        },
        async close() {
            // A container ends with its call, and takes everything with it.
        },
    };
}
/** The image as it is handed over, brought in anew: the container it was built in still has the build's secrets mounted. */
async function imageContainer(image, { session, tempDir }) {
    const { client } = session;
    const file = await nativeFile(image, (0,external_node_path_.join)(tempDir, "smoke"), ["smoke:test"]);
    const container = client.container().import_(client.host().file(file));
    const volumes = Object.keys(image.config.Volumes ?? {});
    return volumes.reduce((result, path) => result.withMountedTemp(path), container);
}
/** In the terms of the smoke program. */
function smokeRequest(step, config, command) {
    const { probe, output } = step;
    const toTheEnd = step.commandGiven && probe === null;
    const pattern = output === null ? null : /^\/(.+)\/([imsu]*)$/.exec(output);
    return {
        Command: command,
        LimitMs: step.limitMs,
        SettleMs: Math.min(smoke/* settleMs */._l, step.limitMs),
        ToTheEnd: toTheEnd,
        Port: probe?.port ?? 0,
        HTTP: (probe?.path ?? null) !== null,
        Path: probe?.path?.startsWith("/") ? probe.path : `/${probe?.path ?? ""}`,
        Statuses: probe?.statuses ?? [],
        Health: toTheEnd ? [] : healthCommand(config),
        Output: pattern === null ? (output ?? "") : "",
        Pattern: pattern === null ? "" : goPattern(pattern[1] ?? "", pattern[2] ?? ""),
    };
}
/** Flags of JavaScript that Go knows too; it is only about when to stop looking. */
function goPattern(source, flags) {
    const known = [...flags].filter((flag) => "ims".includes(flag)).join("");
    return known === "" ? source : `(?${known})${source}`;
}
/** https://docs.docker.com/reference/dockerfile/#healthcheck */
function healthCommand({ Healthcheck, Shell }) {
    const [kind, ...words] = Healthcheck?.Test ?? [];
    if (kind === "CMD")
        return words;
    return kind === "CMD-SHELL" ? [...(Shell ?? ["/bin/sh", "-c"]), ...words] : [];
}
async function watch(container, program, request, { session, tempDir }) {
    // A test that passed yesterday says nothing of today: every run of it is one of its own.
    const id = (0,external_node_crypto_.randomUUID)();
    const dir = (0,external_node_path_.join)(tempDir, `smoke-${id}`);
    await (0,promises_.mkdir)(dir);
    await (0,promises_.writeFile)((0,external_node_path_.join)(dir, "request.json"), JSON.stringify(request), { mode: 0o644 });
    const files = program.withDirectory("/", session.client.host().directory(dir));
    const args = [`${place}/program`, `${place}/request.json`, id];
    const printed = await container.withMountedDirectory(place, files).withExec(args).stdout();
    return answerSchema.parse(JSON.parse(printed));
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/stage/src/engine/image/references.js
var references = __webpack_require__(3847);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/image/push.js








/** Pushes under one name, once. */
async function pushImage({ containers }, reference, options, { signal }) {
    const { session } = options;
    const container = await withLogin(exporter(session, containers), reference, options);
    try {
        const pushed = await container.publish(reference, imageOptions(session, containers));
        return { digest: pushed.slice(pushed.lastIndexOf("@") + 1) };
    }
    catch (error) {
        if (signal.aborted || isConnectionGone(error))
            throw error;
        return { cause: ownWords(error) };
    }
}
/** Without a login of its own the engine asks the docker configuration of this machine. */
async function withLogin(container, reference, { login, store }) {
    if (login === null)
        return container;
    return container.withRegistryAuth((0,references/* registryOf */.Fv)(reference), login.username, await store.secret(login.password));
}
/**
 * The engine puts the image together anew to push it. Where that came out with another digest, an export with the same digest shows what was pushed: it
 * has to run as the tested image does. Throws EnvironmentError when it does not, or when nothing shows it.
 */
async function verifyPushed(image, pushed, { session, tempDir }, { log, signal }) {
    if (pushed.digest === image.digest)
        return;
    const dir = await (0,promises_.mkdtemp)((0,external_node_path_.join)(tempDir, "pushed-"));
    try {
        const again = await exportImage(session, image.containers, dir);
        if (again.digest !== pushed.digest || !(await sameContent(again.images, image.images)))
            throw notTheTested(pushed, image);
        await log.line(`${pushed.digest} is the tested ${image.digest} but for when and by what its layers were made`);
    }
    catch (error) {
        if (error instanceof errors/* EnvironmentError */.eG || signal.aborted || isConnectionGone(error))
            throw error;
        throw notTheTested(pushed, image, error);
    }
    finally {
        await (0,promises_.rm)(dir, { recursive: true, force: true });
    }
}
function notTheTested({ reference, digest }, image, cause) {
    const why = cause === undefined ? "" : ` (it cannot be compared: ${ownWords(cause)})`;
    return new errors/* EnvironmentError */.eG(`The engine pushed ${digest} as ${reference}, not the image ${image.digest} that was tested${why}.`, `Do not use ${reference}, and run again; if it persists, empty the engine's cache: dagger core engine local-cache prune.`, { cause });
}
const push_configSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
/**
 * Whether two images are the same to whoever runs them: platforms in their order, configuration, and the files of all layers, which `rootfs.diff_ids`
 * names by digest (every runtime checks what it unpacks against them). How layers are compressed, and when and by what they were made (`created`,
 * `history`), may differ: https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#properties
 */
async function sameContent(left, right) {
    return (0,external_node_util_.isDeepStrictEqual)(await contentOf(left), await contentOf(right));
}
function contentOf(images) {
    return Promise.all(images.map(async ({ config }) => {
        const { created, history, ...content } = push_configSchema.parse(JSON.parse(await (0,promises_.readFile)(config, "utf8")));
        return content;
    }));
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/image/backend.js









/** Builds, tests and hands over one image in a Dagger engine. What it leaves is in the session and in `tempDir`. */
function createDaggerImages(options) {
    return (0,pipeline/* createImageRunner */.e)({ ...options, backend: new DaggerBackend(options) });
}
/** No docker socket, no network of this machine: all but a `load` happens inside the engine. */
class DaggerBackend {
    name = "the Dagger engine";
    endsWithSignal = false;
    explain;
    #options;
    constructor(options) {
        this.#options = options;
        this.explain = options.explain;
    }
    async prepare({ attest }) {
        if (attest === null)
            return;
        throw new errors/* EnvironmentError */.eG("docker-sbom, docker-provenance: the Dagger engine makes no attestations of images.", "Use `engine: host` with docker buildx (in a workflow: docker/setup-buildx-action before this action), or set both to false.");
    }
    zoneinfo() {
        return this.#options.go.zoneinfo((0,external_node_path_.join)(this.#options.tempDir, "zoneinfo.zip"));
    }
    withoutChecks() {
        return "the Dagger engine";
    }
    build(step, input, run) {
        return buildImage(step, input, this.#options, run);
    }
    observer(step, image, run) {
        return createObserver(step, image, this.#options, run);
    }
    /** Into the daemon of this machine where one answers that takes images for Linux, else a file. */
    async defaultOutputs(run) {
        return (await daemonTakesImages(this.#options.env, run.signal)) ? ["load"] : ["tarball"];
    }
    async layout(image, references) {
        if (image.images.length > 1)
            return image.layout;
        return await nativeLayout(image, (0,external_node_path_.join)(this.#options.tempDir, "tarball"), references);
    }
    async load(image, references, run) {
        const file = await nativeFile(image, (0,external_node_path_.join)(this.#options.tempDir, "load"), references);
        await loadFile(file, this.#options.env, run.signal);
    }
    push(image, reference, run) {
        const { session, store, secrets } = this.#options;
        return pushImage(image, reference, { session, store, login: (0,backend/* registryLogin */.j)(secrets) }, run);
    }
    verify(image, pushed, run) {
        return verifyPushed(image, pushed, this.#options, run);
    }
}

// EXTERNAL MODULE: ./build/stage/src/go/build-info.js
var build_info = __webpack_require__(35544);
// EXTERNAL MODULE: ./build/stage/src/go/go-words.js
var go_words = __webpack_require__(49697);
// EXTERNAL MODULE: ./build/stage/src/go/named-setting.js
var named_setting = __webpack_require__(20651);
// EXTERNAL MODULE: ./build/stage/src/project/inspect.js + 1 modules
var inspect = __webpack_require__(58325);
// EXTERNAL MODULE: ./build/stage/src/project/settings.js
var project_settings = __webpack_require__(9357);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/inspect.js










/** Loading packages without their dependencies takes well under a second; with a cold cache, go.mod files of dependencies are fetched. */
const limitSeconds = 300;
/** Asks Go in the container what the modules hold, with one container for all questions. Throws EnvironmentError without a usable Go. */
async function inspectInContainer(request, container, { sessionId, image, settings, signal }) {
    const questions = await Promise.all(request.modules.map((module) => questionsOf(request, module)));
    const onPath = request.programs.length === 0 ? [] : [onPathStep(request.programs)];
    const asked = [...onPath, ...[...questions.flat(), (0,inspect/* localEnv */.dJ)()].map(inspectStep)];
    const beside = { logins: true, testEnv: false, signal, nonce: null };
    const anew = (steps) => container.inspect(steps, { ...beside, nonce: (0,external_node_crypto_.randomUUID)() });
    let result = await container.inspect(asked, beside);
    if (result.steps.some((step) => step.session !== sessionId && hasFailed(step)))
        result = await anew(asked);
    const all = await readOutputs(result);
    const outputs = all.slice(onPath.length);
    const programs = all.slice(0, onPath.length).flatMap(({ stdout }) => (0,build_info/* parseBuildInfo */._)(stdout));
    const answers = grouped(questions, outputs);
    const again = async (trials) => grouped(trials, await readOutputs(await anew(trials.flat().map(inspectStep))));
    for (const [at, module] of request.modules.entries()) {
        await blameSettings(request, module, { answers: answers[at] ?? [], settings, again });
    }
    const whole = await withTargets(request, { questions, answers, again });
    const env = (0,inspect/* moduleEnv */.Cu)(answers) ?? outputs.at(-1);
    const goEnv = env === undefined ? null : (0,inspect/* parseGoEnv */.LB)(env);
    if (goEnv === null)
        throw noGo(image, env?.stderr ?? "");
    // Answers that the engine remembers say what was so when they were given, with the same sources. If the build cache was cold then, what waits for another step
    // waits for a result that is most likely remembered too; if it was warm and was emptied since, steps compile the same side by side.
    const { warm, processors } = result;
    return (0,inspect/* inspectionOf */.Ms)(request, whole, { goEnv, root: paths.source, warm, processors, programs });
}
/** Where the first answers name other main packages than the files, targets are asked for after them. */
async function withTargets(request, { questions, answers, again }) {
    const late = await Promise.all(request.modules.map(async (module, at) => {
        const asked = (questions[at]?.length ?? 0) > (0,inspect/* inspectCommands */.ZI)(request, module).length;
        return asked ? [] : await (0,inspect/* missedTargets */.Ec)(request, module, answers[at] ?? []);
    }));
    if (late.every(({ length }) => length === 0))
        return answers;
    const more = await again(late);
    return answers.map((known, at) => [...known, ...(more[at] ?? [])]);
}
function hasFailed({ commands: [command] }) {
    return command?.exitCode !== 0;
}
/** Throws when Go can list the module but for a setting that the container was given. */
async function blameSettings(request, module, { answers, settings, again }) {
    const problem = (0,project_settings/* listingProblem */.eD)(request, module, answers);
    if (problem === null)
        return;
    const trials = (0,project_settings/* settingTrials */.cO)(request, module, settings);
    const tried = await again(trials.map(({ commands }) => commands));
    const guilty = (0,project_settings/* guiltySetting */.R0)(request, module, { trials, answers: tried }, problem);
    if (guilty !== null)
        throw guilty;
}
/** The outputs of each question's commands, which were asked one after the other. */
function grouped(questions, outputs) {
    let at = 0;
    return questions.map(({ length }) => {
        at += length;
        return outputs.slice(at - length, at);
    });
}
async function questionsOf(request, module) {
    return [...(0,inspect/* inspectCommands */.ZI)(request, module), ...(await (0,inspect/* targetCommands */.Kv)(request, module))];
}
function inspectStep(command) {
    const dir = command.module === "" ? "/" : command.module === "." ? paths.source : `${paths.source}/${command.module}`;
    const env = Object.entries(command.env).map(([name, value]) => `${name}=${value}`);
    return questionOf(dir, [...env, "go", ...command.args]);
}
/** The text of the script is an argument: a question is no more than words. */
function onPathStep(names) {
    return questionOf("/", ["GOTOOLCHAIN=local", "sh", "-c", texts["on-path.sh"], "sh", ...names]);
}
function questionOf(dir, words) {
    return {
        seconds: limitSeconds,
        quit: false,
        stopAtFirstFailure: true,
        commands: [{ dir, words, silent: false, advisory: false }],
        variablesFile: null,
        dirs: [],
        compiles: false,
        loose: [],
        watches: null,
    };
}
async function readOutputs(result) {
    return await Promise.all(result.steps.map(async ({ commands: [command] }) => {
        if (command === undefined)
            throw new Error("a question to go was not asked");
        const [stdout, stderr] = await Promise.all([(0,promises_.readFile)(command.stdout, "utf8"), (0,promises_.readFile)(command.stderr, "utf8")]);
        return { exitCode: command.exitCode, stdout, stderr };
    }));
}
function noGo(image, stderr) {
    const setting = (0,named_setting/* namedSetting */.y1)(stderr);
    if (setting !== null)
        return (0,project_settings/* settingError */.Hu)(setting, stderr);
    const cause = (0,go_words/* goSentence */.Mq)(stderr);
    return new errors/* EnvironmentError */.eG(`No usable Go in the image ${image}${cause === "" ? "" : `: ${cause}`}.`, "Set go-image to an image that holds a Go toolchain, such as golang:1.26.");
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/programs.js






const script = "program.sh";
/** Programs that Go compiles in a container of its own, without logins, into the volume of the build cache, where steps find them. Each is asked for once. */
class DaggerPrograms {
    #container;
    #problems = new Map();
    constructor(container) {
        this.#container = container;
    }
    /** Why there is none; null: it is there. */
    problem(program, signal) {
        const place = external_node_path_.posix.join(programsDir, (0,programs/* programFile */.pq)(program));
        const known = this.#problems.get(place) ?? this.#bring(program, place, signal);
        this.#problems.set(place, known);
        return known;
    }
    async #bring(program, place, signal) {
        const { end, commands } = await this.#container.step({
            spec: programs_specOf(program, place),
            more: (dir) => (0,promises_.writeFile)((0,external_node_path_.join)(dir, script), texts[script]),
            // The engine remembers that it was there, and not that the volume was emptied since.
            ...{ git: false, source: paths.source, logins: false, testEnv: false, nonce: (0,external_node_crypto_.randomUUID)(), signal },
        });
        const [command] = commands;
        if (end === "exited" && command?.exitCode === 0)
            return null;
        return (0,programs/* cannotBeHad */.wF)(program, command === undefined ? "" : await (0,promises_.readFile)(command.stderr, "utf8"));
    }
}
function programs_specOf(program, place) {
    const env = Object.entries((0,programs/* installEnv */.P2)(program)).map(([name, value]) => `${name}=${value}`);
    const run = ["sh", `${paths.spec}/${script}`, external_node_path_.posix.dirname(place), program.name, ...(0,programs/* installArgs */.vd)(program).slice(1)];
    return {
        seconds: programs/* installLimitMs */.Np / 1_000,
        quit: false,
        stopAtFirstFailure: true,
        commands: [{ dir: "/", words: [...env, ...run], silent: false, advisory: false }],
        variablesFile: null,
        dirs: [],
        compiles: false,
        loose: [],
        watches: null,
    };
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/tests/texts.js
/** The programs of this folder by name. Written by scripts/generate.ts. */
const tests_texts_texts = {
    "forget.go": "package main\n\nimport (\n\t\"errors\"\n\t\"fmt\"\n\t\"os\"\n\t\"path/filepath\"\n\t\"strconv\"\n\t\"strings\"\n\t\"syscall\"\n\t\"time\"\n)\n\n// expiryFile holds the nanoseconds before which Go takes no result of a test; `go clean -testcache` writes it (cmd/go/internal/test, testCacheExpire; Go 1.22\n// to 1.27).\nconst expiryFile = \"testexpire.txt\"\n\n// imageFile holds the image that the results in the cache were made on. Go does not know that they depend on it.\nconst imageFile = \"pipeline-tests-image\"\n\n// lockFile is held while the other two are read and written: runs share the cache.\nconst lockFile = \"pipeline-tests-lock\"\n\n// forget lets results not count that are older than age (milliseconds) by this machine's clock, and none where they may be another image's.\nfunc forget(cache string, age int64, image string) error {\n\tlock, err := os.OpenFile(filepath.Join(cache, lockFile), os.O_CREATE|os.O_RDWR, 0o644)\n\tif err != nil {\n\t\treturn err\n\t}\n\t// Ends with it.\n\tdefer lock.Close()\n\tif err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX); err != nil {\n\t\treturn err\n\t}\n\tnow := time.Now()\n\tbefore := now.Add(-time.Duration(age) * time.Millisecond)\n\tmade, err := os.ReadFile(filepath.Join(cache, imageFile))\n\tif err != nil && !errors.Is(err, os.ErrNotExist) {\n\t\treturn err\n\t}\n\tsame := err == nil && string(made) == image\n\tif !same {\n\t\tbefore = now\n\t}\n\tif err := expire(filepath.Join(cache, expiryFile), before.UnixNano()); err != nil || same {\n\t\treturn err\n\t}\n\treturn replace(filepath.Join(cache, imageFile), image)\n}\n\n// expire keeps a later time that is there already, which another run may have wanted.\nfunc expire(path string, before int64) error {\n\ttext, err := os.ReadFile(path)\n\tif err != nil && !errors.Is(err, os.ErrNotExist) {\n\t\treturn err\n\t}\n\twritten, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64)\n\tif err == nil && written >= before {\n\t\treturn nil\n\t}\n\treturn replace(path, fmt.Sprintf(\"%d\\n\", before))\n}\n\n// replace writes a file as a whole: others read it meanwhile.\nfunc replace(path, text string) error {\n\tfile, err := os.CreateTemp(filepath.Dir(path), \"pipeline-tests-*\")\n\tif err != nil {\n\t\treturn err\n\t}\n\t_, err = file.WriteString(text)\n\terr = errors.Join(err, file.Close(), os.Chmod(file.Name(), 0o644))\n\tif err == nil {\n\t\terr = os.Rename(file.Name(), path)\n\t}\n\tif err != nil {\n\t\t_ = os.Remove(file.Name())\n\t}\n\treturn err\n}\n",
    "main.go": "// A program that readies a container for `go test`, so that results of earlier runs hold exactly as long as nothing has changed: it gives sources times that\n// their content decides, and has Go forget results that must not count. It runs before the first command of a step, on the step's own copy of the sources.\n//\n//\tprogram ROOT AGE IMAGE\n//\n// ROOT is the directory of the sources, empty: their times stay. Results older than AGE milliseconds do not count, nor do those that were made on another image\n// than IMAGE. GOCACHE is the build cache.\npackage main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n\t\"strconv\"\n)\n\nfunc main() {\n\tif err := run(os.Args[1:], os.Getenv(\"GOCACHE\")); err != nil {\n\t\tfmt.Fprintln(os.Stderr, err)\n\t\tos.Exit(1)\n\t}\n}\n\nfunc run(args []string, cache string) error {\n\tif len(args) != 3 || cache == \"\" {\n\t\treturn fmt.Errorf(\"usage: GOCACHE=DIR program ROOT AGE IMAGE\")\n\t}\n\tage, err := strconv.ParseInt(args[1], 10, 64)\n\tif err != nil {\n\t\treturn err\n\t}\n\tif err := forget(cache, age, args[2]); err != nil {\n\t\treturn err\n\t}\n\tif args[0] == \"\" {\n\t\treturn nil\n\t}\n\treturn setTimes(args[0])\n}\n",
    "times.go": "package main\n\nimport (\n\t\"crypto/sha256\"\n\t\"encoding/binary\"\n\t\"fmt\"\n\t\"io\"\n\t\"io/fs\"\n\t\"os\"\n\t\"path/filepath\"\n\t\"runtime\"\n\t\"sync\"\n\t\"syscall\"\n\t\"time\"\n\t\"unsafe\"\n)\n\n// Seconds: 2000-01-01 and 2020-01-01. Older than anything that a run writes, and so than what Go takes for too new (cmd/go/internal/modindex, modTimeCutoff).\nconst first, end = 946_684_800, 1_577_836_800\n\ntype sum = [sha256.Size]byte\n\n// entry is a file, a link or a directory; others keep their times.\ntype entry struct {\n\tpath string\n\tmode fs.FileMode\n\t// Of a file's content or a link's target; known false: it could not be read.\n\tsum   sum\n\tknown bool\n}\n\n// setTimes gives everything below root a time that its content decides: a file that of its bytes, a link that of its target, a directory that of the names in it\n// and of its files. Of directories in it only the names count, or a change far below would make every test run that looks at a directory above. What cannot be\n// read or set stays as it is, and tests that read it run. Nothing of git's own is touched.\nfunc setTimes(root string) error {\n\tentries, err := list(root)\n\tif err != nil {\n\t\treturn err\n\t}\n\teachBeside(entries, readAndSet)\n\tinside := map[string][]*entry{}\n\tfor _, one := range entries {\n\t\tif one.path != root {\n\t\t\tdir := filepath.Dir(one.path)\n\t\t\tinside[dir] = append(inside[dir], one)\n\t\t}\n\t}\n\t// Deepest first: the time of a directory changes with what is put into it, and a file system may do that to set the times of what lies there.\n\tfor at := len(entries) - 1; at >= 0; at-- {\n\t\tif one := entries[at]; one.mode.IsDir() {\n\t\t\t_ = setTime(one.path, timeOf(sumOfDirectory(inside[one.path])))\n\t\t}\n\t}\n\treturn nil\n}\n\n// list walks in the order of names, directories before what is in them.\nfunc list(root string) ([]*entry, error) {\n\tvar entries []*entry\n\terr := filepath.WalkDir(root, func(path string, found fs.DirEntry, err error) error {\n\t\tif err != nil {\n\t\t\treturn err\n\t\t}\n\t\tif found.Name() == \".git\" && path != root {\n\t\t\tif found.IsDir() {\n\t\t\t\treturn filepath.SkipDir\n\t\t\t}\n\t\t\treturn nil\n\t\t}\n\t\tentries = append(entries, &entry{path: path, mode: found.Type()})\n\t\treturn nil\n\t})\n\treturn entries, err\n}\n\nfunc readAndSet(one *entry) {\n\tvar err error\n\tswitch {\n\tcase one.mode.IsRegular():\n\t\tone.sum, err = sumOfFile(one.path)\n\tcase one.mode&fs.ModeSymlink != 0:\n\t\tvar target string\n\t\ttarget, err = os.Readlink(one.path)\n\t\tone.sum = sha256.Sum256([]byte(\"link\\x00\" + target))\n\tdefault:\n\t\treturn\n\t}\n\tone.known = err == nil && setTime(one.path, timeOf(one.sum)) == nil\n}\n\nfunc sumOfFile(path string) (found sum, err error) {\n\tfile, err := os.Open(path)\n\tif err != nil {\n\t\treturn found, err\n\t}\n\tdefer file.Close()\n\thash := sha256.New()\n\tif _, err = io.Copy(hash, file); err != nil {\n\t\treturn found, err\n\t}\n\thash.Sum(found[:0])\n\treturn found, nil\n}\n\nfunc sumOfDirectory(entries []*entry) (found sum) {\n\thash := sha256.New()\n\tfor _, one := range entries {\n\t\tfmt.Fprintf(hash, \"%q %v %x\\n\", filepath.Base(one.path), one.known, one.sum)\n\t}\n\thash.Sum(found[:0])\n\treturn found\n}\n\nfunc timeOf(of sum) time.Time {\n\tnanoseconds := binary.BigEndian.Uint64(of[:]) % ((end - first) * uint64(time.Second))\n\treturn time.Unix(first, int64(nanoseconds))\n}\n\nconst (\n\tatFdCwd           = -0x64\n\tatSymlinkNoFollow = 0x100\n)\n\n// setTime leaves what a link leads to alone, which package os cannot (utimensat(2)).\nfunc setTime(path string, to time.Time) error {\n\tname, err := syscall.BytePtrFromString(path)\n\tif err != nil {\n\t\treturn err\n\t}\n\tvalue := syscall.NsecToTimespec(to.UnixNano())\n\ttimes := [2]syscall.Timespec{value, value}\n\tfdCwd := atFdCwd\n\t_, _, failed := syscall.Syscall6(syscall.SYS_UTIMENSAT, uintptr(fdCwd), uintptr(unsafe.Pointer(name)),\n\t\tuintptr(unsafe.Pointer(&times)), atSymlinkNoFollow, 0, 0)\n\tif failed != 0 {\n\t\treturn failed\n\t}\n\treturn nil\n}\n\n// eachBeside does one thing to all, as many at a time as there are processors.\nfunc eachBeside(entries []*entry, do func(*entry)) {\n\tnext := make(chan *entry)\n\tvar workers sync.WaitGroup\n\tfor i := 0; i < runtime.NumCPU(); i++ {\n\t\tworkers.Add(1)\n\t\tgo func() {\n\t\t\tdefer workers.Done()\n\t\t\tfor one := range next {\n\t\t\t\tdo(one)\n\t\t\t}\n\t\t}()\n\t}\n\tfor _, one := range entries {\n\t\tnext <- one\n\t}\n\tclose(next)\n\tworkers.Wait()\n}\n",
};

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/test-results.js


/**
 * The results of tests in the volume of the build cache. A container's sources are a copy of its own, so their times need not be put back, and no run sees those
 * of another. Set there, because the engine leaves times out of what it tells directories by: it mounts one with the times that it had first (Dagger 0.21.8).
 */
class DaggerTestResults {
    #options;
    #ready = null;
    constructor(options) {
        this.#options = options;
    }
    /** null: results count as go test and the engine decide by themselves. */
    get ready() {
        return this.#ready;
    }
    async begin({ maxAgeMs, times }, _, signal) {
        const { go, limits, guard } = this.#options;
        const begunAt = Date.now();
        const all = maxAgeMs === 0;
        const asked = async () => await Promise.all([go.program(tests_texts_texts).sync(), go.resolvedImage()]);
        const limited = () => inTime(asked, limits.imageMs + limits.transferMs, () => testsLate(limits));
        const [program, image] = await guard(limited, signal);
        // Of a run of all tests the results of its own other stages stay. What the engine remembers of a step may hold results that Go had then: both ages add up.
        this.#ready = { program, image, times, all, maxAgeMs: () => (all ? Date.now() - begunAt : maxAgeMs / 2) };
        return new Map();
    }
}

// EXTERNAL MODULE: ./build/stage/src/project/source.js + 1 modules
var project_source = __webpack_require__(31213);
// EXTERNAL MODULE: ./build/stage/src/project/git-directory.js
var git_directory = __webpack_require__(89872);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/git-directory.js





/** What of a `.git` never goes: programs, other working trees, histories of refs, and everything that can hold a login. */
const left = [
    "config",
    "config.worktree",
    "hooks",
    "worktrees",
    "modules",
    "logs",
    "lfs",
    "HEAD",
    "index",
    "FETCH_HEAD",
    "*.lock",
];
/** Adds a `.git` to a source directory with which git knows commit and changes there, and nothing else. */
async function withGitDirectory(source, upload) {
    const { session, root, tempDir, log } = upload;
    const parts = await (0,git_directory/* readGitDirectory */.I)(root);
    if ("problem" in parts) {
        log(`there is no git repository to send (${parts.problem})`);
        return source;
    }
    const own = await (0,promises_.mkdtemp)((0,external_node_path_.join)(tempDir, "git-"));
    await (0,promises_.writeFile)((0,external_node_path_.join)(own, "HEAD"), parts.head);
    await (0,promises_.writeFile)((0,external_node_path_.join)(own, "config"), parts.config);
    // There is none before the first `git add`.
    await (0,errors/* ifThere */.y)((0,promises_.copyFile)(parts.index, (0,external_node_path_.join)(own, "index")));
    const tree = { path: parts.common, exclude: left, leftOut: (path) => left.includes(path) };
    const common = await uploadTree(session, tree, tempDir);
    return source.withDirectory(".git", common.withDirectory("/", session.client.host().directory(own)));
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/upload.js




/** The repository as it goes to the engine, sent once; with `.git` when that is asked for, or always where the options say so. */
function createSource(options) {
    let plain = null;
    return async (git) => {
        plain ??= sourceDirectory(options);
        return git && !options.vcs ? await withGitDirectory(await plain, options) : await plain;
    };
}
/** The repository as it goes to the engine; what stays here because of its name alone is said. */
async function sourceDirectory(options) {
    const { session, root, without, vcs, tempDir, log } = options;
    const rule = await (0,project_source/* readUploadRule */.wG)({ root, without });
    for (const warning of rule.warnings)
        log(warning);
    if (rule.secretLooking.length > 0) {
        log(`not sent to the engine, because the names look secret and git does not track them: ${rule.secretLooking.join(", ")}`);
    }
    const windows = process.platform === "win32";
    const left = new Set(rule.exclude);
    const tree = {
        path: root,
        exclude: excludePatterns(rule.exclude, windows),
        leftOut: (path) => left.has(path) || path === ".git" || path.endsWith("/.git"),
    };
    const source = await uploadTree(session, tree, tempDir);
    return vcs ? await withGitDirectory(source, { session, root, tempDir, log }) : source;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/engine.js






















/** Runs steps in containers of a Dagger engine. */
function createDaggerEngine(options) {
    return new DaggerEngine(options);
}
/** GitHub kills 10 s after the first signal, and reports still have to be written. */
const cancelGraceMs = 2_000;
const closeGraceMs = 15_000;
class DaggerEngine {
    name = "dagger";
    caches;
    testResults;
    #options;
    #variables;
    #store;
    #logins;
    #go;
    #programs;
    #images = null;
    /** Result directories by stage: an image of a binary takes it from the build stage. */
    #resultDirs = new Map();
    #lost = null;
    #closed = null;
    /** Under way, perhaps nobody's concern any more: it still writes to our directory. */
    #pending = new Set();
    constructor(options) {
        const { session, limits = defaultLimits } = options;
        this.#options = options;
        // Of this machine's own settings of git nothing reaches a container.
        this.#logins = (0,logins/* loginsOf */.Qm)({ ...options, env: { GOPRIVATE: options.env["GOPRIVATE"] }, pathOf: loginPath });
        this.#variables = (0,container_env/* containerVariables */.J)(options.env, options);
        this.#store = createSecretStore(session.client, options.tempDir);
        this.#go = createGoContainer({
            ...options,
            secrets: this.#store,
            variables: this.#variables,
            logins: this.#logins,
            deployEnv: (0,environment/* deployVariables */.JL)(options.secrets),
            source: createSource(options),
            limits,
        });
        this.#programs = new DaggerPrograms(this.#go);
        this.testResults = new DaggerTestResults({
            go: this.#go,
            limits,
            guard: (work, signal) => this.#unlessOver(work, signal),
        });
        this.caches = createDaggerCaches({
            ...options,
            container: () => this.#go.bare(),
            root: cacheRoot,
            fresh: (0,hosted/* isHosted */.O)(options.env),
            guard: (work, signal) => this.#unlessOver(() => this.#moving(work, limits), signal),
        });
        session.lost.then((reason) => {
            this.#lost = reason;
        });
    }
    async version() {
        return this.#options.session.engineVersion;
    }
    async inspect(request, signal) {
        const { session, image } = this.#options;
        try {
            const { plain, secret } = this.#variables;
            const details = { sessionId: session.id, image, settings: { ...plain, ...secret }, signal };
            const inspected = async () => {
                if (this.#options.secrets.gitSsh !== null)
                    await this.#requireSsh();
                return await inspectInContainer(request, this.#go, details);
            };
            return await this.#unlessOver(inspected, signal);
        }
        catch (error) {
            throw await this.#explain(error);
        }
    }
    async #requireSsh() {
        await this.#go.pulled();
        await requireSsh(this.#go.bare(), this.#options.image);
    }
    async imageBuilder() {
        return { ok: true };
    }
    async run(planned, sink, signal) {
        const startedAt = new Date();
        this.#resultDirs.set(planned.step.stage, planned.resultDir);
        try {
            return await this.#unlessOver(() => this.#runStep(planned, sink, signal), signal);
        }
        catch (error) {
            const end = signal.aborted ? "cancelled" : "errored";
            const { step } = planned;
            const own = step.type === "exec" && step.image !== undefined;
            const problem = signal.aborted ? null : await this.#explain(error, own);
            return (0,outcome/* outcomeOf */.s)(planned, { end, problem, startedAt });
        }
    }
    async #runStep({ step, resultDir }, { progress }, signal) {
        if (step.type !== "exec") {
            this.#images ??= this.#imageRunner();
            return await this.#images.run(step, { resultDir, progress }, signal);
        }
        const startedAt = new Date();
        const problem = step.program === null ? null : await this.#programs.problem(step.program, signal);
        if (problem !== null)
            return (0,outcome/* outcomeOf */.s)({ step, resultDir }, { end: "errored", problem, startedAt });
        const { session, root, testEnv, fresh = false } = this.#options;
        return await runGoStep(step, resultDir, {
            container: this.#go,
            sessionId: session.id,
            hasTestEnv: testEnv.length > 0,
            readyTests: this.testResults.ready,
            ...{ root, fresh, signal },
        });
    }
    #imageRunner() {
        const { session, root, without, env, tempDir, secrets, redact } = this.#options;
        return createDaggerImages({
            ...{ session, root, without, env, tempDir, secrets, redact },
            go: this.#go,
            store: this.#store,
            resultDirOf: (stage) => this.#resultDirs.get(stage),
            explain: (error) => this.#explain(error),
        });
    }
    async #moving(work, limits) {
        await this.#go.pulled();
        return await inTime(work, limits.transferMs, () => cachesLate(limits));
    }
    /** What is under way in the engine cannot be stopped alone: an abort ends the session, and with it every container. */
    async #unlessOver(start, signal) {
        signal.throwIfAborted();
        const over = new AbortController();
        const aborted = (0,external_node_events_.once)(signal, "abort", { signal: over.signal }).then(() => {
            void this.#end(cancelGraceMs);
            throw new Error("the run was cancelled");
        });
        const lost = this.#options.session.lost.then((reason) => {
            throw new Error(reason);
        });
        const work = start();
        this.#pending.add(work);
        work.catch(() => undefined).finally(() => this.#pending.delete(work));
        try {
            return await Promise.race([work, aborted, lost]);
        }
        finally {
            over.abort();
            for (const loser of [aborted, lost])
                loser.catch(() => undefined);
        }
    }
    async #explain(error, ownImage = false) {
        if (error instanceof errors/* EnvironmentError */.eG)
            return error;
        const { message, remedy } = await this.#problem(error, ownImage);
        // Not as a cause: a GraphQL client's error quotes answer and query, and causes are shown.
        return new errors/* EnvironmentError */.eG(message, remedy);
    }
    /** A broken request is often noticed before what broke it. */
    async #problem(error, ownImage) {
        if (this.#lost === null && isConnectionGone(error)) {
            this.#lost = await Promise.race([this.#options.session.lost, (0,external_node_timers_promises_.setTimeout)(1_000, "it does not answer any more")]);
        }
        return engineProblem(error, { lost: this.#lost, ownImage });
    }
    traceUrl() {
        return this.#options.session.traceUrl();
    }
    #end(graceMs) {
        this.#closed ??= this.#options.session.close(graceMs);
        return this.#closed;
    }
    async close() {
        const { session, tempDir, log } = this.#options;
        try {
            // What is still under way reads from our directory.
            if (session.keepsState && this.#lost === null && this.#closed === null && this.#pending.size === 0) {
                await Promise.race([forget(session, tempDir), (0,external_node_timers_promises_.setTimeout)(cancelGraceMs, undefined, { ref: false })]);
            }
            await this.#end(this.#lost === null ? closeGraceMs : cancelGraceMs);
            await Promise.race([Promise.allSettled(this.#pending), (0,external_node_timers_promises_.setTimeout)(cancelGraceMs, undefined, { ref: false })]);
            await (0,promises_.rm)(tempDir, { recursive: true, force: true, maxRetries: 3 });
        }
        catch (error) {
            log(`cleaning up after the engine: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
}

// EXTERNAL MODULE: ./build/stage/src/engine/dagger/named.js
var dagger_named = __webpack_require__(20051);
// EXTERNAL MODULE: ./build/stage/src/preload.js
var preload = __webpack_require__(40421);
// EXTERNAL MODULE: ./build/stage/src/engine/dagger/cli.js
var cli = __webpack_require__(41508);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/connection.js
const loadSdk = () => Promise.all(/* import() */[__webpack_require__.e(3562), __webpack_require__.e(9672)]).then(__webpack_require__.bind(__webpack_require__, 93562));
/**
 * The SDK takes the address of a session only from the environment, and reads it before its first pause: it is set for that long and no longer, so that
 * no child process ever sees it.
 */
async function connectClient({ port, token }) {
    const sdk = await loadSdk();
    const { DAGGER_SESSION_PORT, DAGGER_SESSION_TOKEN } = process.env;
    let release = () => undefined;
    const released = new Promise((resolve) => {
        release = resolve;
    });
    return await new Promise((resolve, reject) => {
        setVariable("DAGGER_SESSION_PORT", String(port));
        setVariable("DAGGER_SESSION_TOKEN", token);
        const unmute = muteErrors();
        try {
            sdk
                .connect(async (client) => {
                unmute();
                resolve({ client, sdk, release });
                await released;
            })
                .catch(reject);
        }
        finally {
            setVariable("DAGGER_SESSION_PORT", DAGGER_SESSION_PORT);
            setVariable("DAGGER_SESSION_TOKEN", DAGGER_SESSION_TOKEN);
        }
    });
}
/** When its first question fails the SDK prints the whole error and goes on. The next question meets the same and is reported. */
function muteErrors() {
    const { error } = console;
    console.error = () => undefined;
    return () => {
        console.error = error;
    };
}
function setVariable(name, value) {
    if (value === undefined)
        delete process.env[name];
    else
        process.env[name] = value;
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/endpoint.js

/** Asks a session for its engine's version, without the SDK. Throws when it does not answer with one. */
async function askVersion(endpoint, signal) {
    const answer = JSON.parse(await ping(endpoint, signal));
    const version = /"version":"v?([^"]+)"/.exec(JSON.stringify(answer))?.[1];
    if (version === undefined)
        throw new Error("the answer holds no version");
    return version;
}
/** The smallest question there is; whatever is answered, something is there. Rejects on anything but an HTTP status of 200. */
function ping(endpoint, signal) {
    return post(endpoint, { query: "{version}" }, signal);
}
/** What a session answers, as text. Rejects on anything but an HTTP status of 200, without a word of what was sent. */
function post({ port, token }, question, signal) {
    // An agent of its own: the global one may go through a proxy, and the session is on this machine.
    const agent = new external_node_http_.Agent();
    const headers = {
        "content-type": "application/json",
        authorization: `Basic ${Buffer.from(`${token}:`).toString("base64")}`,
    };
    return new Promise((resolve, reject) => {
        const outgoing = (0,external_node_http_.request)({ host: "127.0.0.1", port, path: "/query", method: "POST", agent, signal, headers }, (response) => {
            let text = "";
            response.setEncoding("utf8");
            response.on("data", (chunk) => {
                text += chunk;
            });
            response.on("error", reject);
            response.on("end", () => {
                if (response.statusCode === 200)
                    resolve(text);
                else
                    reject(new Error(`HTTP status ${response.statusCode}`));
            });
        });
        outgoing.on("error", reject);
        outgoing.end(JSON.stringify(question));
    }).finally(() => agent.destroy());
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/heartbeat.js


/** Asks again and again, and resolves with the reason once there is no answer. Never rejects; stays pending for ever once it was stopped. */
async function untilSilent({ ask, everyMs, patienceMs, stop }) {
    while (!stop.aborted) {
        let limit = stop;
        try {
            await (0,external_node_timers_promises_.setTimeout)(everyMs, undefined, { signal: stop, ref: false });
            limit = AbortSignal.timeout(patienceMs);
            await ask(AbortSignal.any([stop, limit]));
        }
        catch (error) {
            if (stop.aborted)
                break;
            if (limit.aborted)
                return `it has not answered for ${Math.round(patienceMs / 1_000)} s`;
            return `it does not answer any more (${(0,errors/* messageOf */.bD)(error)})`;
        }
    }
    return await new Promise(() => undefined);
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/named-secret.js


const query = "query($name: String!, $plaintext: String!) { setSecret(name: $name, plaintext: $plaintext) { id } }";
const named_secret_answerSchema = schemas/* object */.Ikc({ data: schemas/* object */.Ikc({ setSecret: schemas/* object */.Ikc({ id: schemas/* string */.YjP().min(1) }) }) });
/**
 * Makes a secret with a name and answers its id. A Dockerfile finds its secrets by their names, and only `setSecret` gives one: what comes from a file or a
 * variable has none, and `dockerBuild` refuses it (core/container.go of Dagger 0.21.8). The SDK would write the value into the text of the query, where
 * errors and traces repeat it; so it goes as a variable, in a request of our own. Throws without a word of the value.
 */
async function nameSecret(endpoint, name, value, signal) {
    const text = await post(endpoint, { query, variables: { name, plaintext: value } }, signal);
    const answer = named_secret_answerSchema.safeParse(JSON.parse(text));
    // What the engine says of it may quote it.
    if (!answer.success)
        throw new Error(`the engine does not take the secret ${name}`);
    // The SDK's type for ids is a branded string that only a cast can make.
    return answer.data.data.setSecret.id;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/runner-address.js


const limitMs = 10_000;
/**
 * Asks an engine's own address whether anything listens there, because the CLI would wait for it without end. Addresses that are not sockets (containers,
 * pods, images) are left to the CLI. Throws EnvironmentError.
 */
async function requireListener(address) {
    const target = socketOf(address);
    if (target === null)
        return;
    const problem = await tryConnect(target);
    if (problem === null)
        return;
    throw new errors/* EnvironmentError */.eG(`No Dagger engine listens at ${address}: ${problem}.`, "Check runner-host (or _EXPERIMENTAL_DAGGER_RUNNER_HOST) and that the engine runs, or use `engine: host`.");
}
/** What to connect to for `unix://path` and `tcp://host:port`; null for every other kind of address. */
function socketOf(address) {
    const unix = /^unix:\/\/(\/.*)$/.exec(address);
    if (unix?.[1] !== undefined)
        return { path: unix[1] };
    const tcp = /^tcp:\/\/(?:\[([^\]]+)\]|([^/:]+)):(\d+)\/?$/.exec(address);
    const host = tcp?.[1] ?? tcp?.[2];
    return host === undefined ? null : { host, port: Number(tcp?.[3]) };
}
function tryConnect(target) {
    return new Promise((resolve) => {
        const socket = (0,external_node_net_.connect)({ ...target, timeout: limitMs });
        const end = (problem) => {
            socket.destroy();
            resolve(problem);
        };
        socket.on("connect", () => end(null));
        socket.on("timeout", () => end(`no answer within ${limitMs / 1_000} s`));
        socket.on("error", (error) => end(describe(error)));
    });
}
function describe(error) {
    const known = {
        ECONNREFUSED: "connection refused",
        ENOENT: "there is no such socket",
        EACCES: "this user may not use the socket",
        ENOTFOUND: "no such host",
        EHOSTUNREACH: "no route to the host",
    };
    return known[(0,errors/* systemCode */.xU)(error) ?? ""] ?? (0,errors/* messageOf */.bD)(error);
}

// EXTERNAL MODULE: ./build/stage/src/parse-json.js
var parse_json = __webpack_require__(2078);
// EXTERNAL MODULE: ./build/stage/src/engine/process.js
var engine_process = __webpack_require__(96254);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/explain-output.js
const start = "Start Docker, or use `engine: host`, which needs no container runtime.";
/** Causes that the CLI reports as `exit status 1` of a command whose own words are further up. Only the wording of the help depends on them. */
const explain_output_causes = [
    [
        /permission denied while trying to connect to the Docker daemon.*/i,
        "Give this user access to the Docker socket (group docker), or use `engine: host`.",
    ],
    [/Cannot connect to the Docker daemon[^\n]*?(?=\.\s|$)/im, start],
    [/driver for scheme "\w+" was not available/, start],
    [
        /no driver for scheme "[^"]*" found/,
        "`runner-host` takes unix://, tcp://, docker-container://, kube-pod:// and the other addresses that the Dagger CLI knows.",
    ],
    [
        /(?:toomanyrequests|pull access denied|manifest unknown|failed to pull)[^\n]*/i,
        "The image of the engine cannot be pulled: check access to registry.dagger.io, or set `runner-host` to an engine that runs already.",
    ],
    [/no space left on device/i, "Free disk space where the container runtime stores its data."],
    [
        /(?:invalid|unauthorized|expired)[^\n]*(?:cloud|token)[^\n]*/i,
        "Check `cloud-token`; without it nothing is asked of Dagger Cloud.",
    ],
];
const otherwise = "Check `runner-host` and that the engine runs, or use `engine: host`.";
/** The cause in what `dagger session` printed, and what to do about it. */
function explainOutput(output) {
    for (const [pattern, remedy] of explain_output_causes) {
        const found = pattern.exec(output);
        if (found !== null)
            return { detail: found[0].trim(), remedy };
    }
    const last = [...output.matchAll(/^Error: (.*)$/gm)].at(-1)?.[1] ?? "";
    return { detail: last.replace(/ \[traceparent:[^\]]*\]$/, "").trim(), remedy: otherwise };
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/output-tail.js


const headLimit = 16_384;
const tailLimit = 32_768;
/** Drains a stream for ever and keeps its beginning and its end; what lies between is dropped, however much it is. */
class OutputTail {
    /** Resolves when the stream has ended. */
    closed;
    #head = "";
    #tail = "";
    #hidden = [];
    constructor(stream) {
        const decoder = new external_node_string_decoder_.StringDecoder("utf8");
        stream?.on("data", (chunk) => this.#keep(decoder.write(chunk)));
        stream?.on("error", () => stream.destroy());
        this.closed = stream === null ? Promise.resolve() : (0,external_node_events_.once)(stream, "close").then(() => undefined);
    }
    /** Replaces a secret wherever the text is given out. */
    hide(secret) {
        this.#hidden.push(secret);
    }
    text() {
        return this.#hidden.reduce((text, secret) => text.replaceAll(secret, "***"), this.#head + this.#tail);
    }
    find(pattern) {
        return pattern.exec(this.text())?.[0] ?? null;
    }
    #keep(text) {
        const room = headLimit - this.#head.length;
        this.#head += text.slice(0, Math.max(0, room));
        const rest = room > 0 ? text.slice(room) : text;
        this.#tail = (this.#tail + rest).slice(-tailLimit);
    }
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/session-process.js









/**
 * Starts `dagger session` and waits for the one line of JSON that says where it listens. The CLI leads a process group of its own; it ends with the
 * session, with us, and, while it still waits for an engine and hears nothing, by a watchdog. Throws EnvironmentError.
 */
async function startSession(request) {
    const child = (0,external_node_child_process_.spawn)(request.cli, ["session", "--label", "dagger.io/sdk.name:nodejs"], {
        cwd: request.cwd,
        env: { ...request.env },
        detached: process.platform !== "win32",
        windowsHide: true,
        stdio: ["pipe", "pipe", "pipe"],
    });
    // The pipe stays open as long as we live: its end is how the CLI learns that we are gone. Writing never happens.
    child.stdin?.on("error", () => child.stdin?.destroy());
    const watchdog = startWatchdog(child.pid, request.orphanGraceSeconds ?? 15);
    const tail = new OutputTail(child.stderr);
    const ended = describeEnd(child, () => watchdog?.stdin?.destroy());
    try {
        const { port, token } = await connectParameters(child, request, ended, tail);
        request.mask(token);
        tail.hide(token);
        const stop = (graceMs) => stopChild(child, ended, graceMs);
        return { port, token, tail: () => tail.text(), find: (pattern) => tail.find(pattern), ended, stop };
    }
    catch (error) {
        await stopChild(child, ended, 0);
        throw error;
    }
}
/** Resolves with how the process ended; never rejects. */
async function describeEnd(child, cleanUp) {
    try {
        await (0,external_node_events_.once)(child, "exit");
        const { exitCode, signalCode } = child;
        return signalCode === null ? `exited with code ${exitCode}` : `was ended by ${signalCode}`;
    }
    catch (error) {
        return `could not be started: ${(0,errors/* messageOf */.bD)(error)}`;
    }
    finally {
        cleanUp();
    }
}
async function connectParameters(child, request, ended, tail) {
    const over = new AbortController();
    const signal = AbortSignal.any([over.signal, request.signal]);
    const died = ended.then(async (how) => {
        await tail.closed;
        throw sessionFailed(`The Dagger CLI ${how} before it reached an engine`, tail.text());
    });
    const late = (0,external_node_timers_promises_.setTimeout)(request.connectLimitMs, undefined, { signal }).then(() => {
        const seconds = Math.round(request.connectLimitMs / 1_000);
        throw sessionFailed(`No Dagger engine answered within ${seconds} s`, tail.text());
    });
    try {
        const line = await Promise.race([firstLine(child), died, late]);
        return parseParameters(line);
    }
    catch (error) {
        if (request.signal.aborted)
            throw sessionFailed("Waiting for a Dagger engine was stopped", "");
        throw error;
    }
    finally {
        over.abort();
        died.catch(ignoreLoser);
        late.catch(ignoreLoser);
    }
}
/** The race is decided; what the others say later changes nothing. */
function ignoreLoser() {
    return undefined;
}
const lineLimit = 65_536;
async function firstLine(child) {
    let text = "";
    if (child.stdout === null)
        throw new Error("the CLI has no standard output");
    child.stdout.setEncoding("utf8");
    for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
        text += chunk;
        if (text.includes("\n") || text.length > lineLimit)
            break;
    }
    child.stdout.resume();
    // Without a line the process is about to end, and how it ended says more.
    if (text === "")
        return await new Promise(() => undefined);
    return text.split("\n")[0] ?? "";
}
function parseParameters(line) {
    const value = (0,parse_json/* parseJson */.q)(line);
    if (typeof value === "object" && value !== null && "port" in value && "session_token" in value) {
        const { port, session_token: token } = value;
        if (typeof port === "number" && typeof token === "string" && token !== "")
            return { port, token };
    }
    throw sessionFailed("The Dagger CLI answered something else than the address of a session", "");
}
function sessionFailed(what, output) {
    const cause = explainOutput(output);
    return new errors/* EnvironmentError */.eG(cause.detail === "" ? `${what}.` : `${what}: ${cause.detail.replace(/\.$/, "")}.`, cause.remedy);
}
/** `$1` the process group, `$2` seconds. */
const watchdogScript = `cat >/dev/null
while [ "$2" -gt 0 ]; do
  kill -0 "-$1" 2>/dev/null || exit 0
  sleep 1
  set -- "$1" $(($2 - 1))
done
kill -9 "-$1"`;
/**
 * Whatever way we die, the CLI must follow. It ends when its standard input does, but not while it is still looking for an engine: then it
 * ignores that and every polite signal. So a shell waits for the end of its own standard input and, if need be, kills the CLI's group.
 * Windows needs none: there, children of Node die with it.
 */
function startWatchdog(pid, graceSeconds) {
    if (pid === undefined || process.platform === "win32")
        return null;
    return (0,orphan_guard/* startGuardShell */.W3)(watchdogScript, "dagger-watchdog", String(pid), String(graceSeconds));
}
async function stopChild(child, ended, graceMs) {
    child.stdin?.destroy();
    if (graceMs > 0) {
        signalGroup(child, "SIGTERM");
        await Promise.race([ended, (0,external_node_timers_promises_.setTimeout)(graceMs, undefined, { ref: false })]);
    }
    // Also when the CLI has ended: a `docker pull` it started may be left in its group.
    signalGroup(child, "SIGKILL");
    await ended;
}
function signalGroup(child, signal) {
    if (child.pid === undefined)
        return;
    if (process.platform === "win32") {
        child.kill(signal);
        return;
    }
    (0,engine_process/* killGroup */.i0)(child.pid, signal);
}

// EXTERNAL MODULE: ./build/stage/src/engine/dagger/version.js
var version = __webpack_require__(77174);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/session.js












/** Uses the session of `dagger run` when there is one, else starts one. Throws EnvironmentError. */
async function openSession(options) {
    const given = givenSession(options.env);
    if (given !== null) {
        options.mask(given.token);
        return await attach(given, options, null);
    }
    const address = options.runnerHost ?? options.env["_EXPERIMENTAL_DAGGER_RUNNER_HOST"] ?? "";
    await requireListener(address);
    const cli = await cliFor(options);
    // 7 MB of it: loaded while the CLI looks for an engine.
    (0,preload/* preload */.u)(loadSdk, 10);
    const process = await startSession({
        cli: cli.path,
        env: sessionEnvironment(options),
        cwd: options.cwd,
        connectLimitMs: options.limitMs,
        signal: options.signal,
        mask: options.mask,
    });
    try {
        return await attach(process, options, process);
    }
    catch (error) {
        await process.stop(0);
        throw error;
    }
}
/** The session that `dagger run` describes in the environment. Throws EnvironmentError for half of one. */
function givenSession(env) {
    const port = env["DAGGER_SESSION_PORT"] ?? "";
    const token = env["DAGGER_SESSION_TOKEN"] ?? "";
    if (port === "")
        return null;
    if (/^[0-9]{1,5}$/.test(port) && token !== "")
        return { port: Number(port), token };
    throw new errors/* EnvironmentError */.eG(token === ""
        ? "DAGGER_SESSION_PORT is set but DAGGER_SESSION_TOKEN is not."
        : "DAGGER_SESSION_PORT is not a port number.", "Run under `dagger run`, which sets both, or unset both.");
}
function cliFor(options) {
    const { env, limitMs, signal, log } = options;
    return (0,cli/* obtainCli */.U)({ env, limitMs, signal, log, platform: process.platform, arch: process.arch });
}
/**
 * What the CLI sees: our own environment without inputs (they hold secrets). Other engines on the machine are left alone, nothing is asked of Dagger Cloud
 * without a token, and the CLI is not exchanged for another release.
 */
function sessionEnvironment(options) {
    const dropped = /^(INPUT_|DAGGER_SESSION_|DAGGER_X_RELEASE$|DAGGER_CLOUD_TOKEN$|DAGGER_SILENT$|DAGGER_QUIET$)/i;
    const env = {};
    for (const [name, value] of Object.entries(options.env)) {
        if (value === undefined || dropped.test(name))
            continue;
        // Its mere presence makes the CLI look for an engine in the cloud.
        if (name === "DAGGER_CLOUD_ENGINE" && value === "")
            continue;
        env[name] = value;
    }
    if (options.runnerHost !== null)
        env["_EXPERIMENTAL_DAGGER_RUNNER_HOST"] = options.runnerHost;
    if (options.cloudToken !== null)
        env["DAGGER_CLOUD_TOKEN"] = options.cloudToken;
    return {
        ...env,
        // The CLI keeps its id there and nothing else (engine/client/stableid.go): with an id of its own a run sends every file, see host-tree.ts.
        XDG_STATE_HOME: (0,external_node_path_.join)(options.cwd, "state"),
        DAGGER_LEAVE_OLD_ENGINE: "1",
        DAGGER_NO_NAG: "1",
        DAGGER_NO_UPDATE_CHECK: "1",
        DAGGER_PROGRESS: "plain",
        DO_NOT_TRACK: "1",
        NO_COLOR: "1",
    };
}
async function attach(endpoint, options, own) {
    const engineVersion = await firstVersion(endpoint, options);
    if (engineVersion !== version/* daggerVersion */.hu) {
        options.log(`the engine has version ${engineVersion}; this program was made for ${version/* daggerVersion */.hu}`);
    }
    const { client, sdk, release } = await session_inTime(connectClient(endpoint), options, own);
    const closing = new AbortController();
    const died = own?.ended.then((how) => (closing.signal.aborted ? forever() : `the Dagger CLI ${how}`)) ?? forever();
    const silent = untilSilent({
        ask: (signal) => ping(endpoint, signal),
        everyMs: 20_000,
        patienceMs: 120_000,
        stop: closing.signal,
    });
    return {
        client,
        sdk,
        keepsState: own === null,
        id: (0,external_node_crypto_.randomUUID)(),
        engineVersion,
        namedSecret: async (name, value, signal) => client.loadSecretFromID(await nameSecret(endpoint, name, value, signal)),
        lost: Promise.race([died, silent]),
        traceUrl: () => (own === null ? null : traceUrl(own)),
        close: async (graceMs) => {
            closing.abort();
            release();
            await own?.stop(graceMs);
        },
    };
}
function forever() {
    return new Promise(() => undefined);
}
/** Printed by the CLI when a cloud token is there; `/setup` is what it prints without one. */
function traceUrl(own) {
    const url = own.find(/https:\/\/dagger\.cloud\/\S*traces\/\S+/);
    return url === null || url.endsWith("/traces/setup") ? null : url;
}
/** The SDK waits a week for its first answer, and knows neither of the CLI's end nor of ours. */
async function session_inTime(work, options, own) {
    const limit = AbortSignal.any([options.signal, AbortSignal.timeout(Math.min(options.limitMs, 60_000))]);
    const remedy = "Run it again. If that does not help, restart the engine.";
    const over = new Promise((_, reject) => {
        const late = () => reject(new errors/* EnvironmentError */.eG("The Dagger session stopped answering.", remedy));
        limit.addEventListener("abort", late, { once: true });
        void own?.ended.then((how) => reject(new errors/* EnvironmentError */.eG(`The Dagger CLI ${how} right after its start.`, remedy)));
    });
    // The one that loses is nobody's business any more.
    for (const each of [work, over])
        each.catch(() => undefined);
    return await Promise.race([over, work]);
}
/** First question to the engine, with a time limit that the SDK does not have. */
async function firstVersion(endpoint, options) {
    const limitMs = Math.min(options.limitMs, 60_000);
    try {
        return await askVersion(endpoint, AbortSignal.any([options.signal, AbortSignal.timeout(limitMs)]));
    }
    catch (error) {
        throw new errors/* EnvironmentError */.eG(`The Dagger session on port ${endpoint.port} does not answer: ${(0,errors/* messageOf */.bD)(error)}.`, "If it was started by `dagger run`, start it again; variables of an ended session are of no use.", { cause: error });
    }
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/open.js











const realOpening = { open: openSession, autoLimitMs: dagger_named/* runningLimitMs */.rk };
/** Opens a session and makes the engine that owns it. Throws EnvironmentError. */
async function openDagger(request, opening = realOpening) {
    const { config, env } = request;
    const named = (0,dagger_named/* namedEngine */.ig)(request);
    const image = imageFor(request);
    if (named === null && (0,hosted/* isHosted */.O)(env)) {
        request.expected?.({ engine: "dagger", os: "linux", toolchain: image, image: "" });
    }
    if (request.way === "fetched") {
        request.log(`engine: auto downloads the Dagger CLI ${version/* daggerVersion */.hu}, ${version/* engineImage */.Sg} and ${image}, unless they are here`);
    }
    const opened = await openInTime(request, opening, named?.limitMs ?? dagger_named/* startingLimitMs */.YF);
    const { secrets, project, redact, log } = request;
    return createDaggerEngine({
        ...{ ...opened, secrets, redact, log, env, image },
        root: project.root,
        without: [config.outputDirectory, opened.tempDir],
        kept: named?.kept ?? null,
        cacheScope: cacheScope(env, project.modules[0]?.path ?? null, project.root),
        goproxy: config.goproxy,
        goprivate: config.goprivate,
        testEnv: config.testEnv.map(({ name, value }) => [name, value]),
        vcs: config.buildvcs,
        fresh: (0,release/* isReleaseRun */.D)(env),
    });
}
/** What lies here is waited for no longer than something else could take its place. */
async function openInTime(request, opening, limitMs) {
    if (request.way !== "there")
        return await open_open(request, opening, limitMs);
    const { autoLimitMs } = opening;
    const limit = AbortSignal.timeout(autoLimitMs);
    const signal = AbortSignal.any([request.signal, limit]);
    try {
        return await open_open({ ...request, signal }, opening, autoLimitMs);
    }
    catch (error) {
        if (!limit.aborted)
            throw error;
        const problem = `The Dagger engine was not there within ${autoLimitMs / 1_000} s.`;
        throw new errors/* EnvironmentError */.eG(problem, "Use `engine: dagger` to wait for it longer.", { cause: error });
    }
}
async function open_open(request, opening, limitMs) {
    const { config, secrets, env, signal, log, mask } = request;
    const tempDir = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env["RUNNER_TEMP"] || (0,external_node_os_.tmpdir)(), "go-pipeline-"));
    try {
        const { runnerHost } = config;
        const { cloudToken } = secrets;
        const session = await opening.open({ env, runnerHost, cloudToken, cwd: tempDir, limitMs, signal, mask, log });
        return { session, tempDir };
    }
    catch (error) {
        await (0,promises_.rm)(tempDir, { recursive: true, force: true });
        throw error;
    }
}
/** How GitHub, GitLab, Bitbucket and Azure name the repository that a job is for. */
const repositoryVariables = [
    "GITHUB_REPOSITORY",
    "CI_PROJECT_PATH",
    "BITBUCKET_REPO_FULL_NAME",
    "BUILD_REPOSITORY_NAME",
];
/**
 * Repositories on one engine keep their caches apart: what one of them wrote must not be compiled into another one's release. Outside of CI it is the
 * module that counts.
 */
function cacheScope(env, modulePath, root) {
    const named = repositoryVariables.map((name) => env[name] ?? "").find((name) => name !== "");
    return named ?? modulePath ?? root;
}


/***/ }),

/***/ 89872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ readGitDirectory)
/* harmony export */ });
/* unused harmony export storageConfig */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41086);



/** Asks git for the parts; null with `problem` when there is no repository to ask. */
async function readGitDirectory(root) {
    const ask = (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .gitAt */ .c8)(root);
    const paths = await ask("rev-parse", "--path-format=absolute", "--git-common-dir", "--git-path", "index", "--git-path", "HEAD");
    if (!paths.ok)
        return { problem: paths.problem };
    const [common, index, head] = paths.stdout.split("\n");
    if (common === undefined || index === undefined || head === undefined)
        return { problem: "git gave no answer" };
    const listed = await ask("config", "--file", (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(common, "config"), "--list", "-z");
    if (!listed.ok)
        return { problem: listed.problem };
    return { common, index, head: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(head, "utf8"), config: storageConfig((0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .splitNul */ .K5)(listed.stdout)) };
}
/** Sections that say how objects and files are stored, and of `core` only what bears on the content of files. */
const harmless = /^(?:extensions\.[\w.-]+|core\.(?:repositoryformatversion|filemode|symlinks|ignorecase|precomposeunicode|autocrlf|eol|safecrlf))$/i;
/** The harmless settings of `git config --list -z` (`key\nvalue`) as a configuration file. */
function storageConfig(settings) {
    const lines = settings.flatMap((setting) => {
        const [key = "", value = "true"] = setting.split("\n");
        if (!harmless.test(key))
            return [];
        const dot = key.indexOf(".");
        return [`[${key.slice(0, dot)}]\n\t${key.slice(dot + 1)} = ${JSON.stringify(value)}\n`];
    });
    return lines.join("");
}


/***/ })

};
