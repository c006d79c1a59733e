export const id = 468;
export const ids = [468];
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

/***/ 35009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ imageFor)
/* harmony export */ });
/* unused harmony export baseImage */
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


/***/ }),

/***/ 34468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createDagger: () => (/* binding */ createDagger)
});

// UNUSED EXPORTS: cacheScope

// EXTERNAL MODULE: ./build/stage/src/engine/release.js
var release = __webpack_require__(77758);
// EXTERNAL MODULE: ./build/stage/src/engine/dagger/base-image.js
var base_image = __webpack_require__(35009);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/engine/outcome.js
var outcome = __webpack_require__(57995);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/batches.js
/**
 * A container costs one to two seconds whatever it runs, so all Go steps share one. With logins for private modules, only the step that fetches modules
 * (or, without it, the ones that compile) may see them: it gets a container of its own, and tests never share one with a login.
 */
function groupSteps(steps, logins) {
    const go = steps.filter(({ step }) => step.type === "exec");
    const others = steps.filter(({ step }) => step.type !== "exec").map((planned) => [planned]);
    const fetching = logins ? go.filter(needsLogin) : [];
    const rest = go.filter((planned) => !fetching.includes(planned));
    return [fetching, rest, ...others].filter((batch) => batch.length > 0);
}
/** Whether a step is given the logins, when there are any. */
function needsLogin({ step }) {
    return step.type === "exec" && step.gets.logins;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/engine/caches/modules.js
var modules = __webpack_require__(47502);
// EXTERNAL MODULE: ./build/stage/src/engine/caches/worth.js
var worth = __webpack_require__(91595);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/caches-script.js
/**
 * Programs that put Go's caches into volumes and take them out again, in a container of the Go image: POSIX shell with find, xargs, awk, stat and tar, as Debian and
 * Alpine (BusyBox) have them. One archive travels, `build/` and `mod/` as the volumes are mounted: one file to send is faster than 20,000.
 */
/** `sh state.sh ROOT`: prints `kept` when the build cache holds something. */
const stateScript = `set -eu
cd "$1/build"
for entry in */*-d; do
  [ ! -e "$entry" ] || { echo kept; exit; }
  break
done
`;
/**
 * `sh put.sh ROOT ARCHIVE`: unpacks, prints the bytes that were put in. Restored entries are made old, so that Go marks what it uses, and Go is told that it has
 * trimmed today (cmd/go/internal/cache: trim.txt). What is neither file nor directory is refused.
 */
const putScript = `set -eu
if tar -tvf "$2" | grep -q '^[^-d]'; then echo links; exit; fi
tar -xf "$2" -C "$1"
cd "$1/build"
find . -name '*-[ad]' -exec touch -t 200101010000 {} +
find . -name '*-[ad]' | sort >pipeline-restored
date +%s >trim.txt
: >pipeline-warm
cd "$1/mod"
find . -path ./cache -prune -o -type d -name '?*@*' -print -prune >"$1/build/pipeline-trees"
: >"$1/build/pipeline-since"
find "$1" -type f -exec stat -c %s {} + | awk '{ sum += $1 } END { printf "%.0f\\n", sum }'
`;
/**
 * `sh take.sh ROOT LISTS OUT SHARE CAP ALL`: prints `taken bytes new dropped` and, when new bytes are at least SHARE of all, leaves OUT/caches.tar. LISTS holds
 * `trees` and `mods`: the modules to keep, `path@version`. Which entries are kept, and why: see cache/entries.ts. ALL is 1 when entries that were not
 * used are kept as well.
 */
const takeScript = `set -eu
root=$1 lists=$2 out=$3 share=$4 cap=$5 all=$6
mkdir -p "$out"
cd "$root/mod"
[ -e "$root/build/pipeline-trees" ] || : >"$root/build/pipeline-trees"
[ -e "$root/build/pipeline-restored" ] || : >"$root/build/pipeline-restored"
find . -path ./cache -prune -o -type d -name '?*@*' -print -prune |
  awk 'NR == FNR { want[$0] = 1; next } substr($0, 3) in want' "$lists/trees" - >"$out/trees"
awk 'NR == FNR { old[$0] = 1; next } !($0 in old)' "$root/build/pipeline-trees" "$out/trees" >"$out/trees-new"
find . -path './cache/download/*' -type f '(' -name '*.info' -o -name '*.mod' -o -name '*.ziphash' ')' |
  awk 'NR == FNR { want[$0] = 1; next }
    { name = substr($0, 18); sub(/[.](info|mod|ziphash)$/, "", name); sub(/[/]@v[/]/, "@", name) }
    name in want' "$lists/mods" - >"$out/downloads"
[ ! -d cache/download/sumdb ] || echo ./cache/download/sumdb >>"$out/downloads"
sizes() { xargs -r -n 200 sh -c 'find "$@" -type f -exec stat -c %s {} +' sh | awk '{ sum += $1 } END { printf "%.0f\\n", sum }'; }
modules=$(cat "$out/trees" "$out/downloads" | sizes)
modules_new=$(sizes <"$out/trees-new")
cd "$root/build"
find . -path './*/*' -name '*-a' >"$out/actions"
if [ -e pipeline-since ] && [ "$all" != 1 ]; then find . -path './*/*' -name '*-a' -newer pipeline-since >"$out/actions"; fi
find . -path './*/*' -type f -exec stat -c '%s %n' {} + |
  awk '{ split($2, at, "/"); sum["./" at[2] "/" at[3]] += $1 } END { for (name in sum) printf "%.0f %s\\n", sum[name], name }' >"$out/sizes"
xargs -r awk '/^v1 / { print FILENAME, "./" substr($3, 1, 2) "/" $3 "-d" }' <"$out/actions" >"$out/pairs"
awk -v sizes="$out/sizes" -v restored=pipeline-restored '
  BEGIN { while ((getline line <sizes) > 0) { split(line, part, " "); size[part[2]] = part[1] }
          while ((getline line <restored) > 0) old[line] = 1 }
  ($1 in size) && ($2 in size) {
    fresh = ($1 in old ? 0 : size[$1]) + ($2 in old ? 0 : size[$2])
    printf "%.0f %.0f %s %s\\n", size[$1] + size[$2], fresh, $1, $2 }' "$out/pairs" | sort -n |
  awk -v cap="$cap" -v modules="$modules" -v modules_new="$modules_new" -v share="$share" -v names="$out/names" '
    BEGIN { sum = modules; fresh = modules_new; printf "" >names }
    sum + $1 > cap { dropped += $1; next }
    { sum += $1; fresh += $2; print $3 >names; if (!seen[$4]++) print $4 >names }
    END { printf "%d %.0f %.0f %.0f\\n", (fresh > 0 && fresh >= sum * share), sum, fresh, dropped }' >"$out/summary"
read -r taken rest <"$out/summary"
if [ "$taken" = 1 ]; then
  sed 's|^[.]/|build/|' "$out/names" >"$out/all"
  cat "$out/trees" "$out/downloads" | sed 's|^[.]/|mod/|' >>"$out/all"
  tar -cf "$out/caches.tar" -C "$root" -T "$out/all"
fi
cat "$out/summary"
`;

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/caches.js





/** What travels is one archive of both volumes, which a container packs and unpacks. */
function createDaggerCaches(options) {
    return {
        state: (signal) => stateOf(options, signal),
        begin: async (dir, signal) => (dir === null ? 0 : await put(options, dir, signal)),
        take: (dir, rule, signal) => take(options, dir, rule, signal),
    };
}
const archive = "caches.tar";
async function stateOf(options, signal) {
    const { image, root, guard, kept, fresh } = options;
    if (kept !== null || fresh)
        return { toolchain: image, kept };
    const answer = await guard(() => script(options, stateScript, [root]).stdout(), signal);
    return { toolchain: image, kept: answer.trim() === "kept" ? "the engine keeps its build cache" : null };
}
async function put(options, dir, signal) {
    const { session, root, guard } = options;
    const path = (0,external_node_path_.join)(dir, archive);
    if (!(await (0,promises_.lstat)(path)).isFile())
        throw new Error(`${archive} is no file`);
    const file = session.client.host().file(path);
    const answer = await guard(() => script(options, putScript, [root, "/caches.tar"], (base) => base.withMountedFile("/caches.tar", file)).stdout(), signal);
    if (answer.trim() === "links")
        throw new Error("the archive holds what is neither a file nor a directory");
    return amount(answer.trim());
}
async function take(options, dir, rule, signal) {
    const { session, root, guard } = options;
    const lists = session.client.host().directory(await writeLists(options.tempDir, rule));
    const args = [root, "/lists", "/out", `${worth/* minNewShare */.S1}`, `${worth/* capBytes */.YC}`, rule.keepUnused ? "1" : "0"];
    const done = script(options, takeScript, args, (base) => base.withMountedDirectory("/lists", lists));
    const [taken = "", ...amounts] = (await guard(() => done.stdout(), signal)).trim().split(" ");
    const [bytes = 0, newBytes = 0, droppedBytes = 0] = amounts.map(amount);
    if (taken === "1") {
        await (0,promises_.mkdir)(dir, { recursive: true });
        await guard(() => done.file(`/out/${archive}`).export((0,external_node_path_.join)(dir, archive)), signal);
    }
    return { taken: taken === "1", bytes, newBytes, droppedBytes };
}
/** The toolchain lies in the image; one that the go command fetched besides is kept by its name. */
async function writeLists(tempDir, { sums, goVersion }) {
    const { trees, mods } = (0,modules/* moduleVersions */.y_)(sums);
    const toolchain = `golang.org/toolchain@v0.0.1-${goVersion}.linux-`;
    const toolchains = ["amd64", "arm64"].map((arch) => `${toolchain}${arch}`);
    const dir = await (0,promises_.mkdtemp)((0,external_node_path_.join)(tempDir, "caches-"));
    await (0,promises_.writeFile)((0,external_node_path_.join)(dir, "trees"), lines([...trees, ...toolchains]));
    await (0,promises_.writeFile)((0,external_node_path_.join)(dir, "mods"), lines([...mods, ...toolchains]));
    return dir;
}
function lines(names) {
    return names.map((name) => `${name}\n`).join("");
}
/** A container that has run a script of ours. Volumes are no part of what the engine remembers a run by, so it is told that this one is new. */
function script({ session, container }, text, args, prepare = (base) => base) {
    const base = container().withNewFile("/script.sh", text).withEnvVariable("PIPELINE_NONCE", session.id);
    return prepare(base).withExec(["sh", "/script.sh", ...args]);
}
function amount(text) {
    if (!/^\d+$/.test(text))
        throw new Error(`the container said ${JSON.stringify(text.slice(0, 100))}`);
    return Number(text);
}

// EXTERNAL MODULE: ./build/stage/src/engine/environment.js
var environment = __webpack_require__(96642);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/container-env.js

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
    for (const [name, value] of [...found, ...Object.entries((0,environment/* moduleEnvironment */.i)(inputs))]) {
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

// EXTERNAL MODULE: ./build/stage/src/engine/logins.js
var logins = __webpack_require__(22037);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/credentials.js



/** Where secret files appear in containers. */
const secretDir = "/run/pipeline";
/** Where run.sh finds the test step's own variables. */
const testEnvPath = `${secretDir}/test-env`;
/**
 * Secrets by file, not by value: their content never stands in a query, and what the engine keeps for its cache is a salted digest of it, so that a changed
 * value runs steps again. `dir`: a directory that only we can read.
 */
function createSecretStore(client, dir) {
    let count = 0;
    const store = async (content) => {
        const file = (0,external_node_path_.join)(dir, `secret-${count++}`);
        await (0,promises_.writeFile)(file, content, { mode: 0o600 });
        return client.secret(`file://${file.replaceAll("\\", "/")}`);
    };
    return {
        secret: store,
        mount: async (container, path, content) => container.withMountedSecret(path, await store(content), { mode: 0o400, owner: "0:0" }),
        variable: async (container, name, value) => container.withSecretVariable(name, await store(value)),
    };
}
/** Gives a container the logins for private modules, for git and for the go command. */
async function withLogins(container, secrets, credentials) {
    const paths = { git: `${secretDir}/git-credentials`, netrc: `${secretDir}/netrc` };
    let result = await secrets.mount(container, paths.git, (0,logins/* gitCredentialLines */.jl)(credentials));
    result = await secrets.mount(result, paths.netrc, (0,logins/* netrcLines */.Uu)(credentials));
    return withVariables(result, (0,logins/* loginVariables */.Bt)(paths.git, paths.netrc));
}
function withVariables(container, variables) {
    return Object.entries(variables).reduce((result, [name, value]) => result.withEnvVariable(name, value), container);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/batch-results.js



/**
 * Reads what a batch of `count` steps wrote. Throws an Error when a file is missing or says nonsense: then the script did not run to its end. Everything
 * below `dir` was checked before: see `refuseIrregular`.
 */
async function readResults(dir, count) {
    const endedAt = await readSeconds((0,external_node_path_.join)(dir, "end"));
    const session = await (0,promises_.readFile)((0,external_node_path_.join)(dir, "session"), "utf8");
    const steps = await Promise.all(Array.from({ length: count }, (_, index) => readStep((0,external_node_path_.join)(dir, String(index)), endedAt)));
    return { session, steps };
}
async function readStep(dir, endedAt) {
    const status = await (0,promises_.readFile)((0,external_node_path_.join)(dir, "status"), "utf8");
    const files = (0,external_node_path_.join)(dir, "result");
    const names = new Set(await (0,promises_.readdir)(dir));
    const blocked = /^blocked (\d+)$/.exec(status);
    if (blocked !== null || !names.has("start")) {
        if (blocked === null && status !== "cancelled")
            throw new Error(`a step ended as ${JSON.stringify(status)}`);
        const blockedBy = blocked?.[1] === undefined ? null : Number(blocked[1]);
        const end = blocked === null ? "cancelled" : "blocked";
        return { end, blockedBy, beforeEndMs: 0, durationMs: 0, commands: [], files };
    }
    if (status !== "exited" && status !== "timed-out" && status !== "cancelled") {
        throw new Error(`a step ended as ${JSON.stringify(status)}`);
    }
    const start = await readSeconds((0,external_node_path_.join)(dir, "start"));
    const durationMs = milliseconds(start, await readSeconds((0,external_node_path_.join)(dir, "end")));
    const commands = [];
    for (let index = 0; names.has(`${index}.start`); index++)
        commands.push(await readCommand(dir, index, names));
    return { end: status, blockedBy: null, beforeEndMs: milliseconds(start, endedAt), durationMs, commands, files };
}
async function readCommand(dir, index, names) {
    const base = (0,external_node_path_.join)(dir, String(index));
    const durationMs = milliseconds(await readSeconds(`${base}.start`), await readSeconds(`${base}.end`));
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
const readSeconds = readNumber;
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

// EXTERNAL MODULE: ./build/stage/src/model/passes.js
var passes = __webpack_require__(10393);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/runner-script.js
/**
 * What runs inside the container: two constant scripts for any POSIX shell (dash, busybox), with a directory of plain files as input. Every argument of
 * a command comes from a file of NUL-separated words through xargs, so nothing a user wrote is ever read by the shell. See batch-spec.ts for the
 * files read and batch-results.ts for the files written.
 *
 * A batch exits 0 whatever its steps did: a container that fails gives no files back. Steps run side by side as parts of one pipeline and not with `&`,
 * because a shell starts what follows `&` with SIGINT ignored, and tests that interrupt a child of theirs would wait for ever.
 */
/** `sh run.sh SPEC OUT`: runs the steps of a batch as their needs allow, at most `jobs` at a time. */
const runScript = `set -u
spec=$1
out=$2
mkdir -p "$out"
work=$(mktemp -d)
printf '%s' "\${PIPELINE_SESSION-}" >"$out/session"
unset PIPELINE_SESSION PIPELINE_NONCE BAGGAGE TRACEPARENT TRACESTATE
for name in $(env | sed -n 's/^\\(OTEL_[A-Z0-9_]*\\)=.*/\\1/p'); do unset "$name"; done
for tool in setsid xargs mkfifo; do
  command -v "$tool" >/dev/null || { echo "the image has no $tool" >&2; exit 1; }
done

pause() { sleep 0.1 2>/dev/null || sleep 1; }

now() { read -r uptime rest </proc/uptime && printf '%s' "$uptime"; }

# Ends the command with files $1 after $2 seconds, or when the batch stops: by the signals $4 and then for good.
limit() {
  left=$2
  while [ "$left" -gt 0 ] && [ ! -e "$work/stop" ]; do
    sleep 1
    [ ! -e "$1.code" ] || return 0
    left=$((left - 1))
  done
  [ -e "$work/stop" ] || : >"$work/$3.late"
  until [ -s "$1.leader" ]; do
    [ ! -e "$1.code" ] || return 0
    pause
  done
  group=$(cat "$1.leader")
  for signal in $4; do
    kill "-$signal" "-$group" 2>/dev/null
    wait_for_group
  done
  kill -KILL "-$group" 2>/dev/null
  return 0
}

wait_for_group() {
  seconds=3
  while [ "$seconds" -gt 0 ] && kill -0 "-$group" 2>/dev/null; do
    sleep 1
    seconds=$((seconds - 1))
  done
}

# Runs command $2 of step $1 for at most $3 seconds; the answer is in files.
run_command() {
  base=$out/$1/$2
  : >"$base.stdout"
  : >"$base.stderr"
  now >"$base.start"
  limit "$base" "$3" "$1" "$(cat "$spec/$1/signals")" >/dev/null 2>&1 &
  timer=$!
  cat "$spec/$1/$2.head" $(cat "$spec/$1/variables") "$spec/$1/$2.args" |
    xargs -0 -s 130000 setsid sh "$spec/one.sh" "$base" 2>"$base.xargs"
  if [ -e "$work/$1.late" ] || [ -e "$work/stop" ]; then wait "$timer"; else kill "$timer" 2>/dev/null; fi
  [ ! -e "$base.leader" ] || kill -KILL "-$(cat "$base.leader")" 2>/dev/null
  now >"$base.end"
}

# Whether command $2 of step $1 passed: the rule of engine/passes.ts.
passed() {
  [ "$(cat "$out/$1/$2.code" 2>/dev/null)" = 0 ] || return 1
  if [ -e "$spec/$1/$2.silent" ] && [ -s "$out/$1/$2.stdout" ]; then return 1; fi
  return 0
}

# Whether step $1 left what it had to.
complete() {
  [ -e "$spec/$1/leaves" ] || return 0
  (cd "$out/$1/result" && xargs -0 sh -c 'for file; do [ -e "$file" ] || exit 1; done' sh <"$spec/$1/leaves")
}

run_commands() {
  begin=$(now)
  printf '%s' "$begin" >"$out/$1/start"
  deadline=$((\${begin%.*} + $(cat "$spec/$1/seconds")))
  [ ! -e "$spec/$1/dirs" ] || (cd "$out/$1/result" && xargs -0 mkdir -p <"$spec/$1/dirs")
  count=$(cat "$spec/$1/commands")
  index=0
  end=exited
  verdict=passed
  while [ "$index" -lt "$count" ]; do
    time=$(now)
    run_command "$1" "$index" $((deadline - \${time%.*}))
    passed "$1" "$index" || verdict=failed
    if [ -e "$work/$1.late" ]; then end=timed-out; break; fi
    if [ -e "$work/stop" ]; then end=cancelled; break; fi
    if [ "$verdict" = failed ] && [ ! -e "$spec/$1/all" ]; then break; fi
    index=$((index + 1))
  done
  now >"$out/$1/end"
  complete "$1" || verdict=failed
  [ ! -e "$spec/$1/soft" ] || verdict=passed
  if [ "$verdict" = failed ] && [ -e "$spec/fail-fast" ]; then : >"$work/stop"; fi
  settle "$1" "$end" "$verdict"
}

settle() {
  printf '%s' "$2" >"$out/$1/status"
  printf '%s' "$3" >"$work/$1.part"
  mv "$work/$1.part" "$work/$1.verdict"
}

run_step() {
  blocked=
  for need in $(cat "$spec/$1/needs"); do
    while [ ! -e "$work/$need.verdict" ]; do pause; done
    [ "$(cat "$work/$need.verdict")" = passed ] || blocked="blocked $need"
  done
  if [ -z "$blocked" ] && [ ! -e "$warm" ]; then
    for other in $(cat "$spec/$1/after"); do
      while [ ! -e "$work/$other.verdict" ]; do pause; done
    done
  fi
  if [ -e "$work/stop" ]; then blocked=cancelled; fi
  if [ -n "$blocked" ]; then settle "$1" "$blocked" failed; return; fi
  # One line in the pipe is one free place; who can start at once may have been given one already.
  [ -e "$work/$1.place" ] || read -r place <&3
  if [ -e "$work/stop" ]; then settle "$1" cancelled failed; else run_commands "$1"; fi
  echo >&3
}

run_all() {
  if [ "$1" -lt "$total" ]; then
    run_step "$1" </dev/null >/dev/null | run_all $(($1 + 1))
  fi
}

total=$(cat "$spec/total")
# Says that a batch which compiles has run to its end with this build cache.
warm=\${GOCACHE:-$work}/pipeline-warm
jobs=$(cat "$spec/jobs")
[ "$jobs" -gt 0 ] || jobs=$(nproc)
step=0
while [ "$step" -lt "$total" ]; do
  mkdir -p "$out/$step/result"
  if [ "$jobs" -gt 0 ] && [ ! -s "$spec/$step/needs" ]; then
    : >"$work/$step.place"
    jobs=$((jobs - 1))
  fi
  step=$((step + 1))
done
mkfifo "$work/places"
exec 3<>"$work/places"
while [ "$jobs" -gt 0 ]; do
  echo >&3
  jobs=$((jobs - 1))
done
run_all 0
if [ ! -e "$work/stop" ] && cat "$spec"/*/after | grep -q .; then : >"$warm"; fi
now >"$out/end"
rm -rf "$work"
`;
/**
 * `sh one.sh BASE DIR COMMAND...`, as the leader of a process group: runs one command in DIR; output and exit code go to BASE.stdout, BASE.stderr and
 * BASE.code, the group's number to BASE.leader. It survives the polite signals sent to the group, to report how the command took them.
 */
const oneScript = `base=$1
echo $$ >"$base.leader"
trap : QUIT TERM
cd "$2" || exit
shift 2
"$@" >"$base.stdout" 2>"$base.stderr" </dev/null 3>&-
echo $? >"$base.code"
exit 0
`;

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/batch-spec.js




/** Where things are inside the container. */
const paths = { source: "/src", spec: "/pipeline/spec", out: "/pipeline/out" };
/** xargs is given room for 130,000 bytes, of which `sh one.sh BASE` takes some. */
const commandLineLimit = 120_000;
/** Writes the files that `run.sh` reads into an empty directory. */
async function writeSpec(dir, spec) {
    await (0,promises_.writeFile)((0,external_node_path_.join)(dir, "run.sh"), runScript);
    await (0,promises_.writeFile)((0,external_node_path_.join)(dir, "one.sh"), oneScript);
    await (0,promises_.writeFile)((0,external_node_path_.join)(dir, "total"), String(spec.steps.length));
    await (0,promises_.writeFile)((0,external_node_path_.join)(dir, "jobs"), String(spec.jobs));
    if (spec.failFast)
        await (0,promises_.writeFile)((0,external_node_path_.join)(dir, "fail-fast"), "");
    for (const [index, step] of spec.steps.entries())
        await writeStep((0,external_node_path_.join)(dir, String(index)), step);
}
async function writeStep(dir, step) {
    const files = {
        needs: step.needs.join(" "),
        after: step.after.join(" "),
        seconds: String(step.seconds),
        signals: step.quit ? "QUIT TERM" : "TERM",
        commands: String(step.commands.length),
        variables: step.variablesFile ?? "",
    };
    if (step.soft)
        files["soft"] = "";
    if (!step.stopAtFirstFailure)
        files["all"] = "";
    if (step.dirs.length > 0)
        files["dirs"] = nulTerminated(step.dirs);
    if (step.leaves.length > 0)
        files["leaves"] = nulTerminated(step.leaves);
    for (const [index, command] of step.commands.entries()) {
        files[`${index}.head`] = nulTerminated([command.dir, "env"]);
        files[`${index}.args`] = nulTerminated(command.words);
        if (command.silent)
            files[`${index}.silent`] = "";
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
/** The commands of a step with container paths in place of result files and working directories. `index`: of the step in its batch. */
function specCommands(step, index) {
    const dirs = new Set();
    const commands = step.commands.map((command) => ({
        dir: workingDirectory(command, index, step),
        silent: (0,passes/* mustBeSilent */.qO)(step, command),
        words: [
            ...Object.entries(command.env).map(([name, value]) => `${name}=${value}`),
            command.tool,
            ...command.args.map((arg) => {
                if (typeof arg === "string")
                    return arg;
                dirs.add(arg.out.endsWith("/") ? arg.out : (0,external_node_path_.dirname)(arg.out));
                return `${arg.prefix}${paths.out}/${index}/result/${arg.out}`;
            }),
        ],
    }));
    return { commands, dirs: [...dirs] };
}
/** Directory of a step's LF copies, below the specification. */
function lfDir(index) {
    return `lf/${index}`;
}
function workingDirectory(command, index, step) {
    if (command.cwd === "lf")
        return `${paths.spec}/${lfDir(index)}`;
    return step.module === "." ? paths.source : `${paths.source}/${step.module}`;
}

// EXTERNAL MODULE: ./build/stage/src/text/go-duration.js
var go_duration = __webpack_require__(17871);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/limits.js


/** An image of Go has 300 MB: half a megabyte per second is enough. */
const defaultLimits = { imageMs: 10 * 60_000, transferMs: 10 * 60_000, endingMs: 10_000 };
/** Node's timers cannot wait longer. */
const longest = 2 ** 31 - 1;
/** When a batch has to be back: its steps end themselves, one after the other at worst. */
function batchLimitMs({ steps }, { transferMs, endingMs }) {
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
function imageLate(image, { imageMs }) {
    return new errors/* EnvironmentError */.eG(`The image ${image} was not in the engine after ${(0,go_duration/* goDuration */.L)(imageMs)}.`, "Check the network between the engine and the registry, or set go-image to an image in a registry nearby.");
}
function batchLate(limitMs) {
    return new errors/* EnvironmentError */.eG(`The engine has given nothing back for ${(0,go_duration/* goDuration */.L)(limitMs)}, longer than all steps together may take.`, "Run it again; if it persists, look at the engine's own log, or use `engine: host`.");
}
function cachesLate({ transferMs }) {
    return new Error(`moving Go's caches took longer than ${(0,go_duration/* goDuration */.L)(transferMs)}`);
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/go-container.js






/** Directory of both caches. */
const cacheRoot = "/var/cache/go";
/** Same place and same options in every container: they are part of what makes it the same volume. */
const caches = { GOMODCACHE: `${cacheRoot}/mod`, GOCACHE: `${cacheRoot}/build` };
function createGoContainer(options) {
    const { secrets, limits } = options;
    let image = null;
    let base = null;
    const pulled = () => {
        image ??= pull(options);
        return image;
    };
    return {
        run: async (request) => {
            base ??= baseContainer(options, secrets);
            await Promise.all([pulled(), base]);
            const dir = await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.tempDir, "batch-"));
            const container = await withSpec(await base, dir, request, options, secrets);
            const limitMs = batchLimitMs(request.spec, limits);
            return await inTime((over) => execute(container, dir, request, over), limitMs, () => batchLate(limitMs));
        },
        pulled,
        bare: () => toolchain(options),
        program: (files) => compile(toolchain(options), options, files),
        zoneinfo: async (path) => {
            const script = 'cp "$(go env GOROOT)/lib/time/zoneinfo.zip" /zoneinfo.zip || : >/zoneinfo.zip';
            await toolchain(options).withExec(["sh", "-c", script]).file("/zoneinfo.zip").export(path);
            return (await (0,promises_.stat)(path)).size === 0 ? null : path;
        },
    };
}
async function execute(container, dir, { spec, signal }, over) {
    const out = (0,external_node_path_.join)(dir, "out");
    const results = await container.directory(paths.out).sync();
    // What was given up goes on in a session that somebody else has started: nothing may be written to this machine any more then.
    for (const ended of [signal, over])
        ended.throwIfAborted();
    await results.export(out);
    await refuseIrregular(out);
    return await readResults(out, spec.steps.length);
}
/** Alone, and before anything that has a limit by what it runs: how long a download takes says nothing of the repository. */
async function pull({ session, image, limits }) {
    const pulling = () => session.client.container().from(image).sync();
    await inTime(pulling, limits.imageMs, () => imageLate(image, limits));
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
async function baseContainer(options, secrets) {
    const { variables } = options;
    let container = withVariables(toolchain(options), variables.plain);
    for (const [name, value] of Object.entries(variables.secret))
        container = await secrets.variable(container, name, value);
    return container.withMountedDirectory(paths.source, await options.source());
}
function compile(base, { session }, files) {
    const { client } = session;
    const source = Object.entries(files).reduce((dir, [name, text]) => dir.withNewFile(name, text), client.directory());
    const settings = { CGO_ENABLED: "0", GOWORK: "off", GOTOOLCHAIN: "local" };
    // The settings that binaries are built with by default: the standard library need not be compiled for this alone.
    const command = ["go", "build", "-ldflags=-s -w", "-o", "/program/program", ...Object.keys(files)];
    const built = withVariables(base, settings).withDirectory("/program/source", source).withWorkdir("/program/source");
    return client.directory().withFile("program", built.withExec(command).file("/program/program"));
}
async function withSpec(base, dir, request, options, secrets) {
    const { session, logins, testEnv } = options;
    const specDir = (0,external_node_path_.join)(dir, "spec");
    await (0,promises_.mkdir)(specDir);
    await writeSpec(specDir, request.spec);
    await request.more?.(specDir);
    let container = base.withMountedDirectory(paths.spec, session.client.host().directory(specDir));
    if (request.logins && logins.length > 0)
        container = await withLogins(container, secrets, logins);
    if (request.testEnv && testEnv.length > 0) {
        const words = testEnv.map(([name, value]) => `${name}=${value}\0`).join("");
        container = await secrets.mount(container, testEnvPath, words);
    }
    if (request.nonce !== null)
        container = container.withEnvVariable("PIPELINE_NONCE", request.nonce);
    return container
        .withVolatileVariable("PIPELINE_SESSION", session.id)
        .withExec(["sh", `${paths.spec}/run.sh`, paths.spec, paths.out]);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/stage/src/files/step-end.js
var step_end = __webpack_require__(47380);
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

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/go-steps.js










function isExec(planned) {
    return planned.step.type === "exec";
}
/** Runs Go steps in one container and answers an outcome for each, in order. Throws what the engine throws. */
async function runGoSteps(batch, options) {
    const startedAt = new Date();
    const logins = batch.every(needsLogin);
    const first = await go_steps_execute(batch, { ...options, logins, nonce: options.fresh ? (0,external_node_crypto_.randomUUID)() : null });
    const lookedUp = { startedAt, durationMs: Date.now() - startedAt.getTime() };
    const known = first.session === options.sessionId ? [] : await unlessRed(batch, first);
    const again = known.length === 0 ? [] : batch.filter((_, index) => known[index] !== true);
    // The engine remembers failures like successes; running them again is what a person who starts again wants.
    const rerun = { ...options, logins, nonce: (0,external_node_crypto_.randomUUID)() };
    const result = again.length === 0 ? first : merge(batch, first, again, await go_steps_execute(again, rerun));
    const red = await Promise.all(result.steps.map((step, index) => isRed(step, batch[index])));
    return await Promise.all(batch.map((planned, index) => {
        const cached = known[index] === true ? lookedUp : null;
        return settle(planned, { batch, index, result, cached, red, startedAt });
    }));
}
function go_steps_execute(batch, options) {
    return options.container.run({
        spec: batchSpec(batch, options),
        more: async (dir) => {
            for (const [index, { step }] of batch.entries())
                await (0,lf_copies/* writeLfCopies */.J)((0,external_node_path_.join)(dir, lfDir(index)), step, options.root);
        },
        logins: options.logins,
        testEnv: batch.some((planned) => usesTestEnv(planned, options)),
        signal: options.signal,
        nonce: options.nonce,
    });
}
/** By index: the step ran to its end, will not be shown as failed, and nobody asked for it to run each time. */
function unlessRed(batch, { steps }) {
    const green = async (step, index) => step.end === "exited" && typeof batch[index]?.step.reuse === "string" && !(await isRed(step, batch[index]));
    return Promise.all(steps.map(green));
}
/** The results of `batch` with those of the steps that ran again in their places. */
function merge(batch, first, again, second) {
    const placeOf = (stage) => batch.findIndex(({ step }) => step.stage === stage);
    const steps = [...first.steps];
    for (const [index, result] of second.steps.entries()) {
        const { blockedBy } = result;
        steps[placeOf(again[index]?.step.stage)] = {
            ...result,
            blockedBy: blockedBy === null ? null : placeOf(again[blockedBy]?.step.stage),
        };
    }
    return { session: second.session, steps };
}
function batchSpec(batch, options) {
    const indexes = new Map(batch.map(({ step }, index) => [step.stage, index]));
    const steps = batch.map((planned, index) => {
        const { step } = planned;
        return {
            ...specCommands(step, index),
            needs: planned.needs.flatMap((need) => indexes.get(need) ?? []),
            after: planned.after.flatMap((other) => indexes.get(other) ?? []),
            soft: planned.warnOnly,
            leaves: step.leaves,
            seconds: Math.max(1, Math.ceil(step.timeoutMs / 1_000)),
            quit: step.atLimit === "dump-goroutines",
            stopAtFirstFailure: step.stopAtFirstFailure,
            variablesFile: usesTestEnv(planned, options) ? testEnvPath : null,
        };
    });
    return { steps, jobs: options.jobs, failFast: options.failFast };
}
function usesTestEnv({ step }, options) {
    return options.hasTestEnv && step.type === "exec" && step.gets.testEnv;
}
/** Whether the stage will be shown as failed. */
async function isRed(result, planned) {
    if (result.end === "cancelled" || result.end === "blocked" || planned === undefined)
        return false;
    return !(0,passes/* hasPassed */.Pc)(planned.step, await (0,step_end/* readStepEnd */.u)(planned.step, { ...result, resultDir: result.files }));
}
async function settle(planned, settling) {
    const { index, result, cached, startedAt } = settling;
    const step = result.steps[index];
    if (step === undefined)
        throw new Error(`no result for ${planned.step.stage}`);
    await moveTree(step.files, planned.resultDir);
    return (0,outcome/* outcomeOf */.s)(planned, {
        end: step.end,
        problem: problemOf(step, settling),
        ...(cached ?? timesOf(step, startedAt)),
        cached: cached !== null,
        commands: await moveOutputs(step, planned.resultDir),
    });
}
/** The container's clock may differ from ours: only spans of it are used, counted back from now. */
function timesOf(step, batchStart) {
    const startedAt = new Date(Math.max(batchStart.getTime(), Date.now() - step.beforeEndMs));
    return { startedAt, durationMs: step.durationMs };
}
/** Why a step did not run to its end, as far as the batch knows. */
function problemOf(step, { batch, red }) {
    if (step.end === "blocked") {
        const by = step.blockedBy === null ? undefined : batch[step.blockedBy]?.step.stage;
        return { message: `${by ?? "a stage it needs"} did not pass`, remedy: "" };
    }
    if (step.end !== "cancelled")
        return null;
    const culprit = batch.find((planned, index) => red[index] === true && !planned.warnOnly)?.step.stage;
    return { message: `stopped because ${culprit ?? "another stage"} failed (fail-fast)`, remedy: "" };
}
/** Output files lie beside the result files, named as the host engine names them. */
async function moveOutputs(step, resultDir) {
    return await Promise.all(step.commands.map(async (command, index) => {
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

// EXTERNAL MODULE: ./build/stage/src/model/outcome.js
var model_outcome = __webpack_require__(77594);
// EXTERNAL MODULE: ./build/stage/src/engine/image/outcome.js
var image_outcome = __webpack_require__(34149);
// EXTERNAL MODULE: ./build/stage/src/engine/image/step-log.js + 1 modules
var step_log = __webpack_require__(17826);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./build/stage/src/engine/image/content.js



const configSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
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
        const { created, history, ...content } = configSchema.parse(JSON.parse(await (0,promises_.readFile)(config, "utf8")));
        return content;
    }));
}

// EXTERNAL MODULE: ./build/stage/src/engine/image/delivery.js
var delivery = __webpack_require__(66561);
// EXTERNAL MODULE: ./build/stage/src/engine/image/layout.js
var image_layout = __webpack_require__(63063);
// EXTERNAL MODULE: ./build/stage/src/engine/image/registry.js
var registry = __webpack_require__(24950);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/problem.js

const again = "Run it again; if it persists, look at the engine's own log, or use `engine: host`.";
const problem_image = '(?:resolve image|pull) "([^"]+)"';
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
    ],
    [
        /image address (.+): invalid reference format/,
        (found) => ({ message: `${found[1]} is not the name of an image.`, remedy: "Correct go-image." }),
    ],
    [
        new RegExp(`${problem_image}.*(toomanyrequests|429 too many requests)`, "i"),
        (found) => ({
            message: `The registry limits downloads and refused ${found[1]}.`,
            remedy: "Log in to the registry on this machine (`docker login`), or set go-image to a mirror.",
        }),
    ],
    [
        new RegExp(`${problem_image}.*(401 unauthorized|403 forbidden|authorization failed|pull access denied)`, "i"),
        (found) => ({
            message: `The registry refuses to give out ${found[1]}: ${found[2]}.`,
            remedy: "Log in to the registry on this machine (`docker login`), or set go-image to an image that can be read.",
        }),
    ],
    [
        new RegExp(`${problem_image}.*: failed to do request: .*?: ((?:dial|read|net|tls|x509|lookup|EOF|context)\\b.*)$`, "m"),
        (found) => ({
            message: `The registry of ${found[1]} cannot be reached from the engine: ${found[2]}.`,
            remedy: "Check the engine's network, or set go-image to an image in a registry that it can reach.",
        }),
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
function engineProblem(error, { lost }) {
    const chain = causes(error);
    const text = chain.map(ownWords).join("\n");
    for (const [pattern, explain] of rules) {
        const found = pattern.exec(text);
        if (found !== null)
            return explain(found);
    }
    if (lost !== null)
        return { message: `The Dagger engine was lost while it worked: ${lost}.`, remedy: again };
    if (isConnectionGone(error))
        return { message: "The Dagger engine was lost while it worked.", remedy: again };
    for (const cause of chain)
        if (codeOf(cause) === "D109")
            return containerProblem(cause);
    // D101 only says that something unknown happened.
    const telling = chain.find((cause) => codeOf(cause) !== "D101") ?? error;
    return { message: `The Dagger engine failed: ${clip(ownWords(telling))}`, remedy: again };
}
/** The container itself failed, not a command in it: run.sh exits 0 whatever they do. */
function containerProblem(error) {
    const exitCode = field(error, "exitCode");
    if (exitCode === 137) {
        return {
            message: "The container of the Go steps was killed, most likely because the engine ran out of memory.",
            remedy: "Give the engine more memory, or lower `concurrency`.",
        };
    }
    const stderr = field(error, "stderr");
    const last = typeof stderr === "string" ? clip(stderr.trim().split("\n").at(-1) ?? "") : "";
    return {
        message: `The container of the Go steps failed with exit code ${String(exitCode)}${last === "" ? "" : `: ${last}`}`,
        remedy: "The image has to have a POSIX shell, xargs, setsid and mkfifo; the official golang images do.",
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
    await (0,index_min/* extract */.o6)({ file: archive, cwd: layout, strict: true });
    await (0,promises_.rm)(archive);
    const index = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(layout, "index.json"), "utf8"));
    const digest = indexSchema.parse(index).manifests[0]?.digest;
    if (digest === undefined)
        throw new Error("the engine exported an index without manifests");
    return { layout, images: await (0,image_layout/* readLayout */.T4)(layout), digest };
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/image/built-image.js





/** The part of an image's configuration that counts for running it. */
const built_image_configSchema = schemas/* object */.Ikc({
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
async function bringImage(session, builds, { dir, nativePlatform, base }) {
    const settled = [];
    for (const [index, build] of builds.entries())
        settled.push(await built_image_settle(session, build, (0,external_node_path_.join)(dir, `platform-${index}`)));
    const containers = settled.map(({ container }) => container);
    const [only] = settled;
    const exported = (settled.length === 1 ? only?.exported : null) ?? (await exportImage(session, containers, (0,external_node_path_.join)(dir, "all")));
    const { images } = exported;
    const native = images.find(({ platform }) => `${platform}/`.startsWith(`${nativePlatform}/`)) ?? images[0];
    if (native === undefined)
        throw new Error("the engine exported an image without any platform");
    const { config } = built_image_configSchema.parse(await readJson(native.config));
    const sizes = await Promise.all(native.layers.map(async (layer) => (await (0,promises_.stat)(layer)).size));
    const size = sizes.reduce((sum, bytes) => sum + bytes, 0);
    return { ...exported, containers, native, config: config ?? {}, size, base };
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
    const file = await writeAlone({ ...image, config: corrected }, dir, ["platform:corrected"]);
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
/** Writes the native image alone as a file that every docker can load and the engine can import. */
function writeNative(image, dir, references) {
    return writeAlone(image.native, dir, references);
}
async function writeAlone(image, dir, references) {
    const layout = (0,external_node_path_.join)(dir, "alone");
    await (0,promises_.mkdir)(layout, { recursive: true });
    await (0,image_layout/* writeLayout */.wy)(layout, image, references);
    const file = (0,external_node_path_.join)(dir, "alone.tar");
    await (0,image_layout/* packLayout */.K9)(layout, file);
    return file;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/image/deliver-step.js












/** Hands the tested image over. Throws only for what ends the step from outside. */
async function deliver(step, image, run) {
    const outputs = step.outputs === "default" ? await defaultOutputs(run) : step.outputs;
    const handover = {
        tarball: () => writeTarball(step, image, run),
        load: () => loadImage(step, image, run),
        push: (reference) => pushImage(reference, image, run),
    };
    return await (0,delivery/* handOver */.C)(outputs, step.tags, handover, run.log);
}
/** Into the daemon of this machine where one answers that takes images for Linux, else a file. */
async function defaultOutputs(run) {
    const answer = await docker(["version", "--format", "{{.Server.Os}}"], run, 15_000);
    return answer.problem === null && answer.stdout.trim() === "linux" ? ["load"] : ["tarball"];
}
async function writeTarball(step, image, run) {
    const dir = (0,external_node_path_.join)(run.resultDir, "image");
    await (0,promises_.mkdir)(dir, { recursive: true });
    const file = (0,external_node_path_.join)(dir, `${step.name.split("/").at(-1) ?? step.name}.tar`);
    if (image.images.length > 1)
        await (0,image_layout/* packLayout */.K9)(image.layout, file);
    else
        await (0,image_layout/* packLayout */.K9)(await nativeLayout(step, image, run), file);
    return file;
}
async function nativeLayout(step, image, run) {
    const dir = (0,external_node_path_.join)(run.tempDir, "tarball");
    await writeNative(image, dir, step.tags);
    return (0,external_node_path_.join)(dir, "alone");
}
async function loadImage(step, image, run) {
    const file = await writeNative(image, (0,external_node_path_.join)(run.tempDir, "load"), step.tags);
    const loaded = await docker(["load", "--input", file], run, 600_000);
    if (loaded.problem !== null) {
        throw new errors/* EnvironmentError */.eG(`The image could not be loaded into the local Docker daemon: ${loaded.problem}`, "Start Docker, or set image-output to tarball or push.");
    }
    for (const reference of step.tags)
        await run.log.line(`loaded ${reference} (${image.native.platform})`);
}
function docker(args, run, timeout) {
    return new Promise((resolve) => {
        const options = { env: { ...run.env }, timeout, signal: run.signal, maxBuffer: 1_048_576 };
        (0,external_node_child_process_.execFile)("docker", [...args], options, (error, stdout, stderr) => {
            const last = stderr.trim().split("\n").at(-1) ?? "";
            resolve({ stdout, problem: error === null ? null : last || (0,errors/* messageOf */.bD)(error) });
        });
    });
}
async function pushImage(reference, image, run) {
    const digest = await publish(reference, image, run);
    await run.log.line(`pushed ${reference}@${digest}`);
    if (digest !== image.digest)
        await compare({ reference, digest }, image, run);
    return digest;
}
/** Answers the digest of the manifest that the registry took. */
async function publish(reference, image, run) {
    const container = await withLogin(exporter(run.session, image.containers), reference, run);
    for (const pause of [...run.retryDelaysMs, null]) {
        try {
            const pushed = await container.publish(reference, imageOptions(run.session, image.containers));
            return pushed.slice(pushed.lastIndexOf("@") + 1);
        }
        catch (error) {
            if (run.signal.aborted || isConnectionGone(error))
                throw error;
            const problem = (0,delivery/* pushProblem */.a)(ownWords(error), reference);
            if (pause === null || !problem.again)
                throw new errors/* EnvironmentError */.eG(problem.message, problem.remedy);
            run.progress(`${problem.message}; trying again in ${pause / 1_000} s`);
            await (0,external_node_timers_promises_.setTimeout)(pause, undefined, { signal: run.signal });
        }
    }
    throw new Error("unreachable: the last attempt answers or throws");
}
/**
 * The engine puts the image together anew to push it. Where that came out with another digest, an export with the same digest shows what was pushed: it
 * has to run as the tested image does. Throws EnvironmentError when it does not, or when nothing shows it.
 */
async function compare(pushed, image, run) {
    const dir = await (0,promises_.mkdtemp)((0,external_node_path_.join)(run.tempDir, "pushed-"));
    try {
        const again = await exportImage(run.session, image.containers, dir);
        if (again.digest !== pushed.digest || !(await sameContent(again.images, image.images)))
            throw notTheTested(pushed, image);
        await run.log.line(`${pushed.digest} is the tested ${image.digest} but for when and by what its layers were made`);
    }
    catch (error) {
        if (error instanceof errors/* EnvironmentError */.eG || run.signal.aborted || isConnectionGone(error))
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
/** Without a login of its own the engine asks the docker configuration of this machine. */
async function withLogin(container, reference, run) {
    if (run.login === null)
        return container;
    const password = await run.store.secret(run.login.password);
    return container.withRegistryAuth((0,registry/* registryOf */.F)(reference), run.login.username, password);
}

// EXTERNAL MODULE: ./build/stage/src/project/dockerfile.js + 1 modules
var dockerfile = __webpack_require__(5550);
// EXTERNAL MODULE: ./build/stage/src/project/dockerfile-facts.js
var dockerfile_facts = __webpack_require__(87256);
// EXTERNAL MODULE: ./build/stage/src/engine/image/binary-context.js + 1 modules
var binary_context = __webpack_require__(5600);
// EXTERNAL MODULE: ./build/stage/src/engine/image/build-problem.js
var build_problem = __webpack_require__(33063);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/image/build-report.js

/** What the engine threw when it built, in the terms of BuildKit's own logs, so that one set of rules judges builds on both engines. */
function buildReport(error, dockerfile) {
    const message = unwrapped(error);
    const nothing = { cached: false, failedStep: null, failedOutput: [], line: null, warnings: [], error: message };
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

// EXTERNAL MODULE: ./build/stage/src/files/regular-file.js
var regular_file = __webpack_require__(1939);
// EXTERNAL MODULE: ./build/stage/src/text/paths.js
var text_paths = __webpack_require__(60938);
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
    const rules = await ignoreRules((0,external_node_path_.join)(root, source.dockerfile), context);
    const style = (0,text_paths/* pathStyle */.Ls)(process.platform);
    const left = without
        .map((path) => (0,text_paths/* pathInside */._l)(context, path, style))
        .filter((path) => path !== null && path !== "");
    await (0,promises_.mkdir)(dir, { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(dir, dockerfileName), await (0,promises_.readFile)((0,external_node_path_.join)(root, source.dockerfile)));
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
/** Lines of `<Dockerfile>.dockerignore`, else of the context's .dockerignore (https://docs.docker.com/build/concepts/context/#filename-and-location). */
async function ignoreRules(dockerfile, context) {
    for (const path of [`${dockerfile}.dockerignore`, (0,external_node_path_.join)(context, ".dockerignore")]) {
        const text = await (0,errors/* ifThere */.y)((0,regular_file/* readRegularFile */.X)(path));
        if (text !== null)
            return parseIgnore(text);
    }
    return [];
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

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/image/image-step.js












/** Builds the image of a step in the engine. A broken Dockerfile is a value; throws EnvironmentError when the environment is to blame. */
async function buildImage(step, run) {
    const dir = (0,external_node_path_.join)(run.tempDir, "image");
    await (0,promises_.mkdir)(dir, { recursive: true });
    const input = await prepare(step.source, run, dir);
    if ("reason" in input)
        return failed(input.reason, []);
    const nativePlatform = await run.session.client.defaultPlatform();
    try {
        const secrets = await secretsFor(step.source.type === "dockerfile" ? step.source.secretIds : [], run);
        const builds = platformsOf(step).map((platform) => ({
            platform,
            container: containerFor(step, input, platform, secrets),
        }));
        const image = await bringImage(run.session, builds, { dir, nativePlatform, base: input.base });
        await run.log.line(`built ${image.images.map(({ platform, configDigest }) => `${platform} ${configDigest}`).join(", ")}`);
        return { type: "built", image, facts: imageFacts(image) };
    }
    catch (error) {
        if (isConnectionGone(error) || run.signal.aborted)
            throw error;
        return await explain(error, step.source, input, run);
    }
}
async function explain(error, source, input, run) {
    const report = buildReport(error, input.parsed);
    await run.log.lines([...report.failedOutput, report.error ?? ""]);
    const given = source.type === "dockerfile" ? source : { buildArgs: [], secretIds: [] };
    const problem = (0,build_problem/* buildProblem */.U)(report, input.parsed, given);
    if (problem.type === "errored")
        throw new errors/* EnvironmentError */.eG(problem.message, problem.remedy);
    return failed(problem.reason, problem.problems);
}
/** null: the engine's own platform. */
function platformsOf({ platforms }) {
    return platforms.length === 0 ? [null] : platforms.map(binary_context/* dockerPlatform */.o);
}
function containerFor(step, input, platform, secrets) {
    const { source } = step;
    const dockerfile = source.type === "dockerfile" ? source : null;
    const built = input.context.dockerBuild({
        dockerfile: input.dockerfile,
        ...(platform === null ? {} : { platform: daggerPlatform(platform) }),
        ...(dockerfile?.target ? { target: dockerfile.target } : {}),
        buildArgs: (dockerfile?.buildArgs ?? []).map(([name, value]) => ({ name, value })),
        secrets,
    });
    return step.labels.reduce((container, [name, value]) => container.withLabel(name, value), built);
}
/** The engine knows them by the name under which a Dockerfile mounts them. */
async function secretsFor(ids, { session, secrets, signal }) {
    const wanted = secrets.filter(({ id }) => ids.includes(id));
    return await Promise.all(wanted.map(({ id, value }) => session.namedSecret(id, value, signal)));
}
async function prepare(source, run, dir) {
    if (source.type === "binary")
        return await prepareBinary(source, run, (0,external_node_path_.join)(dir, "binary"));
    const parsed = await (0,dockerfile/* readDockerfile */.n)(run.root, source.dockerfile);
    if (parsed === null)
        return { reason: `no Dockerfile at ${source.dockerfile}` };
    const { session, root, without, tempDir } = run;
    const context = await dockerContext({ session, root, source, without, dir: (0,external_node_path_.join)(dir, "dockerfile"), tempDir });
    return { context, dockerfile: dockerfileName, parsed, base: (0,dockerfile_facts/* baseImage */.fF)(parsed, source) };
}
async function prepareBinary(source, run, dir) {
    const binaries = (0,binary_context/* builtBinaries */.iV)(source, run.resultDirOf);
    const zoneinfo = await run.go.zoneinfo(`${dir}-zoneinfo.zip`);
    if (zoneinfo === null)
        await run.log.line(binary_context/* noZoneinfo */.k1);
    const reason = await (0,binary_context/* writeBinaryContext */.mw)({ dir, entrypoint: source.entrypoint, binaries, zoneinfo });
    if (reason !== null)
        return { reason };
    return { context: run.session.client.host().directory(dir), dockerfile: "Dockerfile", parsed: null, base: "scratch" };
}
function failed(reason, problems) {
    return { type: "failed", facts: (0,model_outcome/* failedImage */.H)(reason, problems) };
}
function imageFacts({ native, images, size, base }) {
    const platforms = images.map(({ platform }) => platform);
    return { ...model_outcome/* noImageFacts */.c, configDigest: native.configDigest, platforms, size, layers: native.layers.length, base };
}

// EXTERNAL MODULE: ./build/stage/src/engine/image/smoke.js
var smoke = __webpack_require__(61940);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/image/smoke-probe.js
/** The part of the smoke program (see smoke-program.ts) that asks a port of its own container. */
const smokeProbe = `package main

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"os"
	"syscall"
	"time"
)

type probe struct {
	Answered bool    \`json:"answered"\`
	Status   *int    \`json:"status"\`
	Error    *string \`json:"error"\`
	AfterMs  int64   \`json:"afterMs"\`

	connected bool
}

// addresses of this container that others reach it by; a service that listens on localhost alone serves nobody. Engines may give containers IPv4
// alone: then the link's own IPv6 address finds a service on IPv6.
func addresses() []string {
	var found, local []string
	links, err := net.Interfaces()
	if err != nil {
		return found
	}
	for _, link := range links {
		all, err := link.Addrs()
		if err != nil {
			continue
		}
		for _, each := range all {
			address, ok := each.(*net.IPNet)
			switch {
			case !ok:
			case address.IP.IsGlobalUnicast():
				found = append(found, address.IP.String())
			case address.IP.To4() == nil && address.IP.IsLinkLocalUnicast():
				local = append(local, address.IP.String()+"%"+link.Name)
			}
		}
	}
	return append(found, local...)
}

func ask(asked request, left time.Duration) probe {
	limit := max(200*time.Millisecond, min(5*time.Second, left))
	text := "this container has no address"
	last := probe{Error: &text}
	for index, address := range addresses() {
		answer := askOne(asked, net.JoinHostPort(address, fmt.Sprint(asked.Port)), limit)
		if answer.Answered {
			return answer
		}
		// Of addresses where nobody answers the first one counts; where something listens, what it says.
		if index == 0 || answer.connected && last.Status == nil {
			last = answer
		}
	}
	return last
}

func askOne(asked request, address string, limit time.Duration) probe {
	conn, err := net.DialTimeout("tcp", address, limit)
	if err != nil {
		text := err.Error()
		if errors.Is(err, syscall.ECONNREFUSED) {
			text = "connection refused"
		}
		return probe{Error: &text}
	}
	defer conn.Close()
	if !asked.HTTP {
		return probe{Answered: true, connected: true}
	}
	conn.SetDeadline(time.Now().Add(limit))
	fmt.Fprintf(conn, "GET %s HTTP/1.1\\r\\nHost: localhost:%d\\r\\nConnection: close\\r\\nUser-Agent: smoke-test\\r\\n\\r\\n", asked.Path, asked.Port)
	line, err := bufio.NewReader(conn).ReadString('\\n')
	var minor, status int
	fmt.Sscanf(line, "HTTP/1.%d %d", &minor, &status)
	if status == 0 {
		text := "no answer in HTTP"
		switch {
		case errors.Is(err, os.ErrDeadlineExceeded):
			text = "no answer in time"
		case err != nil:
			text = "connection closed"
		}
		return probe{Error: &text, connected: true}
	}
	for _, accepted := range asked.Statuses {
		if status >= accepted[0] && status <= accepted[1] {
			return probe{Answered: true, Status: &status, connected: true}
		}
	}
	return probe{Status: &status, connected: true}
}

// merge keeps the last status that was answered: it says more than a refusal afterwards.
func merge(before *probe, now probe, started time.Time) *probe {
	if now.Status == nil && !now.Answered && before != nil {
		now.Status = before.Status
	}
	now.AfterMs = time.Since(started).Milliseconds()
	return &now
}
`;

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/image/smoke-program.js
/**
 * A Go program that runs the image's own command inside its container and watches it: whether it starts, ends, answers on a port, calls itself healthy,
 * prints what it should. Containers of the engine have no interface for that, and images need hold nothing but a program. It is compiled without
 * cgo in the container of the Go steps, mounted beside the image's files, and says what it saw on standard output, as JSON.
 *
 * It only looks; what is seen is judged by results/smoke.ts, as on the host.
 */
const smokeMain = `package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"time"
)

type request struct {
	Command  []string
	LimitMs  int64
	SettleMs int64
	// Ends only when the command does, or with the time limit.
	ToTheEnd bool
	Port     int
	Path     string
	HTTP     bool
	Statuses [][2]int
	// Command of the HEALTHCHECK, empty without one.
	Health []string
	// Text, or a regular expression when Pattern is set.
	Output  string
	Pattern string
}

type health struct {
	Status string \`json:"status"\`
	Output string \`json:"output"\`
}

type observation struct {
	StartError *string \`json:"startError"\`
	Running    bool    \`json:"running"\`
	ExitCode   *int    \`json:"exitCode"\`
	Stubborn   bool    \`json:"stubborn"\`
	Probe      *probe  \`json:"probe"\`
	Health     *health \`json:"health"\`
	Output     string  \`json:"output"\`
	ObservedMs int64   \`json:"observedMs"\`
}

// tail keeps the end of what is written to it.
type tail struct {
	mu   sync.Mutex
	text []byte
}

const tailBytes = 32 << 10

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.text = append(t.text, p...)
	if extra := len(t.text) - tailBytes; extra > 0 {
		t.text = append([]byte(nil), t.text[extra:]...)
	}
	return len(p), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return string(t.text)
}

func main() {
	var asked request
	raw, err := os.ReadFile(os.Args[1])
	if err == nil {
		err = json.Unmarshal(raw, &asked)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	answer, err := json.Marshal(watch(asked))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout.Write(answer)
}

func watch(asked request) observation {
	var out tail
	var seen observation
	cmd := exec.Command(asked.Command[0], asked.Command[1:]...)
	cmd.Env = childEnv()
	cmd.Stdout, cmd.Stderr = &out, &out
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.WaitDelay = time.Second
	started := time.Now()
	if err := cmd.Start(); err != nil {
		text := startError(asked.Command[0], err)
		seen.StartError = &text
		return seen
	}
	ended := make(chan struct{})
	go func() { cmd.Wait(); close(ended) }()
	checked := make(chan health, 1)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if len(asked.Health) > 0 {
		seen.Health = &health{Status: "starting"}
		go checkHealth(ctx, asked.Health, checked)
	}
	limit := time.Duration(asked.LimitMs) * time.Millisecond
	for {
		select {
		case <-ended:
			seen.ExitCode = exitCode(cmd.ProcessState)
		case found := <-checked:
			seen.Health = &found
		case <-time.After(100 * time.Millisecond):
		}
		if seen.ExitCode == nil && asked.Port > 0 && (seen.Probe == nil || !seen.Probe.Answered) {
			seen.Probe = merge(seen.Probe, ask(asked, limit-time.Since(started)), started)
		}
		seen.ObservedMs = time.Since(started).Milliseconds()
		if seen.ExitCode != nil || satisfied(asked, seen, &out) || time.Since(started) >= limit {
			break
		}
	}
	seen.Running = seen.ExitCode == nil
	if seen.Running {
		seen.Stubborn = !stop(cmd, ended)
	}
	seen.Output = strings.ToValidUTF8(out.String(), "\\uFFFD")
	return seen
}

func childEnv() []string {
	var env []string
	for _, each := range os.Environ() {
		name := strings.SplitN(each, "=", 2)[0]
		if strings.HasPrefix(name, "OTEL_") || name == "TRACEPARENT" || name == "TRACESTATE" || name == "BAGGAGE" {
			continue
		}
		env = append(env, each)
	}
	return env
}

func startError(name string, err error) string {
	var cause *os.PathError
	if errors.As(err, &cause) {
		return fmt.Sprintf("exec %s: %v", name, cause.Err)
	}
	return err.Error()
}

func exitCode(state *os.ProcessState) *int {
	code := state.ExitCode()
	if status, ok := state.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		code = 128 + int(status.Signal())
	}
	return &code
}

// satisfied: everything that was asked for has been seen.
func satisfied(asked request, seen observation, out *tail) bool {
	if asked.ToTheEnd {
		return false
	}
	if asked.Port > 0 && (seen.Probe == nil || !seen.Probe.Answered) {
		return false
	}
	if seen.Health != nil && seen.Health.Status != "healthy" {
		return false
	}
	wantsOutput := asked.Output != "" || asked.Pattern != ""
	if wantsOutput && !printed(asked, out.String()) {
		return false
	}
	return asked.Port > 0 || seen.Health != nil || wantsOutput || seen.ObservedMs >= asked.SettleMs
}

func printed(asked request, text string) bool {
	if asked.Pattern == "" {
		return strings.Contains(text, asked.Output)
	}
	pattern, err := regexp.Compile(asked.Pattern)
	return err == nil && pattern.MatchString(text)
}

func stop(cmd *exec.Cmd, ended chan struct{}) bool {
	syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM)
	defer syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	select {
	case <-ended:
		return true
	case <-time.After(3 * time.Second):
		return false
	}
}

// checkHealth: like Docker's, until the first success; a failure counts after three in a row.
func checkHealth(ctx context.Context, command []string, found chan<- health) {
	for failures := 0; ; {
		var out tail
		limited, cancel := context.WithTimeout(ctx, 30*time.Second)
		cmd := exec.CommandContext(limited, command[0], command[1:]...)
		cmd.Env = childEnv()
		cmd.Stdout, cmd.Stderr = &out, &out
		err := cmd.Run()
		cancel()
		if ctx.Err() != nil {
			return
		}
		state := health{Status: "healthy", Output: out.String()}
		if err != nil {
			failures++
			state.Status = "starting"
			if state.Output == "" {
				state.Output = err.Error()
			}
		}
		found <- state
		if err == nil {
			return
		}
		time.Sleep(time.Second)
	}
}
`;

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/image/smoke-step.js








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
/** Runs the smoke test of a built image inside the engine: no docker socket, no network of the host. */
async function smokeTest(step, image, run) {
    const entry = [...(image.config.Entrypoint ?? [])];
    if (entry.length + (image.config.Cmd ?? []).length === 0 && step.command.length === 0) {
        const reason = "the container cannot start: the image has neither ENTRYPOINT nor CMD. Set smoke-command, or give it one.";
        return { status: "failed", reason, tested: "start of the container" };
    }
    const container = await imageContainer(image, run);
    const program = run.go.program({ "main.go": smokeMain, "probe.go": smokeProbe });
    const seen = [];
    for (let command = (0,smoke/* nextContainer */.Jx)(step, seen); command !== null; command = (0,smoke/* nextContainer */.Jx)(step, seen)) {
        const words = command.length > 0 ? command : (image.config.Cmd ?? []);
        const request = smokeRequest(step, image.config, [...entry, ...words]);
        const observation = await watch(container, program, request, run);
        seen.push({ ...observation, command });
    }
    return (0,smoke/* judgeSmoke */.Hb)(step, seen);
}
/** The image as it is handed over, brought in anew: the container it was built in still has the build's secrets mounted. */
async function imageContainer(image, run) {
    const { client } = run.session;
    const file = await writeNative(image, (0,external_node_path_.join)(run.tempDir, "smoke"), ["smoke:test"]);
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
async function watch(container, program, request, run) {
    // A test that passed yesterday says nothing of today: every run of it is one of its own.
    const id = (0,external_node_crypto_.randomUUID)();
    const dir = (0,external_node_path_.join)(run.tempDir, `smoke-${id}`);
    await (0,promises_.mkdir)(dir);
    await (0,promises_.writeFile)((0,external_node_path_.join)(dir, "request.json"), JSON.stringify(request), { mode: 0o644 });
    const files = program.withDirectory("/", run.session.client.host().directory(dir));
    const args = [`${place}/program`, `${place}/request.json`, id];
    const printed = await container.withMountedDirectory(place, files).withExec(args).stdout();
    const { stubborn, ...seen } = answerSchema.parse(JSON.parse(printed));
    await run.log.line(`$ ${JSON.stringify(request["Command"])}`);
    if (seen.output !== "")
        await run.log.lines(seen.output.trimEnd().split(/\r?\n/));
    if (stubborn)
        await run.log.line("(it did not end on SIGTERM and was killed)");
    await run.log.line(seen.running ? "(still running, stopped)" : `(exit code ${seen.exitCode ?? "none"})`);
    return { ...seen, oomKilled: false };
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/image/runner.js






/** Builds, tests and hands over one image in the engine; it lives here between the steps. */
class ImageRunner {
    #options;
    #image = null;
    /** Stage that failed with this image: only `docker: warn` lets the next ones run then, and they have nothing to do. */
    #failed = null;
    constructor(options) {
        this.#options = options;
    }
    /** Runs one step; how it ends is a value. */
    async run(step, context, signal) {
        const { redact, explain, ...rest } = this.#options;
        const startedAt = new Date();
        const log = await step_log/* StepLog */.J.open(context.resultDir, redact);
        const limit = AbortSignal.timeout(step.timeoutMs);
        const both = AbortSignal.any([signal, limit]);
        const progress = (line) => context.progress(redact(line));
        let result;
        try {
            result = await untilAborted(this.#execute(step, { ...rest, ...context, progress, log, signal: both }), both);
        }
        catch (error) {
            result = (0,image_outcome/* endOf */.pJ)(both.aborted ? error : await explain(error), signal, limit);
        }
        finally {
            await log.close();
        }
        if (result.end !== "exited" || result.facts.judgement?.status === "failed")
            this.#failed ??= step.stage;
        return (0,image_outcome/* stepOutcome */.fh)({ step, context, log, startedAt, result: (0,image_outcome/* redactResult */.rd)(result, redact) });
    }
    async #execute(step, run) {
        if (step.type === "build-image") {
            const result = await buildImage(step, run);
            if (result.type === "built")
                this.#image = result.image;
            return { end: "exited", facts: result.facts };
        }
        const image = this.#image;
        if (image === null || this.#failed !== null) {
            const message = this.#failed === null ? "there is no image" : `${this.#failed} did not pass`;
            return { end: "blocked", facts: model_outcome/* noImageFacts */.c, problem: { message, remedy: "" } };
        }
        return step.type === "test-image" ? await this.#smoke(step, image, run) : await this.#deliver(step, image, run);
    }
    async #smoke(step, image, run) {
        const { status, reason, tested } = await smokeTest(step, image, run);
        run.progress(reason);
        await run.log.line(`${status}: ${reason}`);
        return { end: "exited", facts: { ...model_outcome/* noImageFacts */.c, tested, judgement: { status, reason } } };
    }
    async #deliver(step, image, run) {
        const { facts, problem } = await deliver(step, image, run);
        return { end: problem === null ? "exited" : "errored", facts, problem };
    }
}
/** The SDK's calls cannot be aborted: what they answer after the end is nobody's concern. */
async function untilAborted(work, signal) {
    const over = new AbortController();
    const aborted = new Promise((_, reject) => {
        const stop = () => reject(signal.reason);
        if (signal.aborted)
            stop();
        signal.addEventListener("abort", stop, { once: true, signal: over.signal });
    });
    try {
        return await Promise.race([work, aborted]);
    }
    finally {
        over.abort();
        work.catch(() => undefined);
        aborted.catch(() => undefined);
    }
}

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
    const commands = questions.flat();
    const steps = [...commands, (0,inspect/* localEnv */.dJ)()].map(inspectStep);
    const batch = { spec: { steps, jobs: 0, failFast: false }, logins: true, testEnv: false, signal };
    let result = await container.run({ ...batch, nonce: null });
    const failed = (step) => step.commands[0]?.exitCode !== 0;
    if (result.session !== sessionId && result.steps.some(failed)) {
        result = await container.run({ ...batch, nonce: (0,external_node_crypto_.randomUUID)() });
    }
    const outputs = await readOutputs(result);
    const answers = grouped(questions, outputs);
    const again = async (asked) => {
        const spec = { ...batch.spec, steps: asked.flat().map(inspectStep) };
        return grouped(asked, await readOutputs(await container.run({ ...batch, spec, nonce: (0,external_node_crypto_.randomUUID)() })));
    };
    for (const [at, module] of request.modules.entries()) {
        await blameSettings(request, module, { answers: answers[at] ?? [], settings, again });
    }
    return toInspection(request, answers, outputs.at(-1), image);
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
    return [...(0,inspect/* inspectCommands */.ZI)(request, module), ...(await (0,inspect/* cgoCommands */.ME)(request, module))];
}
function inspectStep(command) {
    const dir = command.module === "" ? "/" : command.module === "." ? paths.source : `${paths.source}/${command.module}`;
    const env = Object.entries(command.env).map(([name, value]) => `${name}=${value}`);
    return {
        needs: [],
        after: [],
        soft: true,
        seconds: limitSeconds,
        quit: false,
        stopAtFirstFailure: true,
        commands: [{ dir, words: [...env, "go", ...command.args], silent: false }],
        variablesFile: null,
        dirs: [],
        leaves: [],
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
function toInspection(request, answers, local, image) {
    const env = (0,inspect/* moduleEnv */.Cu)(answers) ?? local;
    const goEnv = env === undefined ? null : (0,inspect/* parseGoEnv */.LB)(env);
    if (goEnv === null)
        throw noGo(image, env?.stderr ?? "");
    // Whether the cache is warm, the script looks for itself when it runs.
    return (0,inspect/* inspectionOf */.Ms)(request, answers, { goEnv, root: paths.source, warm: false });
}
function noGo(image, stderr) {
    const setting = (0,named_setting/* namedSetting */.y1)(stderr);
    if (setting !== null)
        return (0,project_settings/* settingError */.Hu)(setting, stderr);
    const cause = (0,go_words/* goSentence */.Mq)(stderr);
    return new errors/* EnvironmentError */.eG(`No usable Go in the image ${image}${cause === "" ? "" : `: ${cause}`}.`, "Set go-image to an image that holds a Go toolchain, such as golang:1.26.");
}

// EXTERNAL MODULE: ./build/stage/src/project/source.js + 3 modules
var project_source = __webpack_require__(24487);
// EXTERNAL MODULE: ./build/stage/src/project/git.js
var git = __webpack_require__(41086);
;// CONCATENATED MODULE: ./build/stage/src/project/git-directory.js



/** Asks git for the parts; null with `problem` when there is no repository to ask. */
async function readGitDirectory(root) {
    const ask = (...args) => (0,git/* git */.$Y)({ root, cwd: root, args });
    const paths = await ask("rev-parse", "--path-format=absolute", "--git-common-dir", "--git-path", "index", "--git-path", "HEAD");
    if (!paths.ok)
        return { problem: paths.problem };
    const [common, index, head] = paths.stdout.split("\n");
    if (common === undefined || index === undefined || head === undefined)
        return { problem: "git gave no answer" };
    const listed = await ask("config", "--file", (0,external_node_path_.join)(common, "config"), "--list", "-z");
    if (!listed.ok)
        return { problem: listed.problem };
    return { common, index, head: await (0,promises_.readFile)(head, "utf8"), config: storageConfig((0,git/* splitNul */.K5)(listed.stdout)) };
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
    const parts = await readGitDirectory(root);
    if ("problem" in parts) {
        log(`buildvcs: there is no git repository to send (${parts.problem})`);
        return source;
    }
    const own = await (0,promises_.mkdtemp)((0,external_node_path_.join)(tempDir, "git-"));
    await (0,promises_.writeFile)((0,external_node_path_.join)(own, "HEAD"), parts.head);
    await (0,promises_.writeFile)((0,external_node_path_.join)(own, "config"), parts.config);
    await (0,promises_.copyFile)(parts.index, (0,external_node_path_.join)(own, "index"));
    const tree = { path: parts.common, exclude: left, leftOut: (path) => left.includes(path) };
    const common = await uploadTree(session, tree, tempDir);
    return source.withDirectory(".git", common.withDirectory("/", session.client.host().directory(own)));
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/upload.js




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
    #options;
    #store;
    #go;
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
        this.#store = createSecretStore(session.client, options.tempDir);
        this.#go = createGoContainer({
            ...options,
            secrets: this.#store,
            variables: containerVariables(options.env, options),
            logins: options.secrets.gitCredentials,
            source: () => sourceDirectory(options),
            limits,
        });
        this.caches = createDaggerCaches({
            ...options,
            container: () => this.#go.bare(),
            root: cacheRoot,
            fresh: options.env["RUNNER_ENVIRONMENT"] === "github-hosted",
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
            const { plain, secret } = containerVariables(this.#options.env, this.#options);
            const details = { sessionId: session.id, image, settings: { ...plain, ...secret }, signal };
            return await this.#unlessOver(() => inspectInContainer(request, this.#go, details), signal);
        }
        catch (error) {
            throw await this.#explain(error);
        }
    }
    async imageBuilder() {
        return { ok: true };
    }
    group(steps) {
        return groupSteps(steps, this.#options.secrets.gitCredentials.length > 0);
    }
    async run(batch, sink, signal) {
        const startedAt = new Date();
        for (const { step, resultDir } of batch) {
            this.#resultDirs.set(step.stage, resultDir);
            sink.started(step.stage, startedAt);
        }
        try {
            const outcomes = await this.#unlessOver(() => this.#runSteps(batch, sink, signal), signal);
            for (const outcome of outcomes)
                sink.finished(outcome);
        }
        catch (error) {
            const end = signal.aborted ? "cancelled" : "errored";
            const problem = signal.aborted ? null : await this.#explain(error);
            for (const planned of batch)
                sink.finished((0,outcome/* outcomeOf */.s)(planned, { end, problem, startedAt }));
        }
    }
    async #runSteps(batch, sink, signal) {
        const [first] = batch;
        if (first === undefined || first.step.type === "exec")
            return await this.#runGo(batch, signal);
        const { step, resultDir } = first;
        const progress = (line) => sink.progress(step.stage, line);
        this.#images ??= this.#imageRunner();
        return [await this.#images.run(step, { resultDir, progress }, signal)];
    }
    #imageRunner() {
        const { session, root, without, env, tempDir, secrets, redact } = this.#options;
        const { registryUsername: username, registryPassword: password, dockerSecrets } = secrets;
        return new ImageRunner({
            ...{ session, root, without, env, tempDir, redact },
            go: this.#go,
            store: this.#store,
            secrets: dockerSecrets,
            retryDelaysMs: [2_000, 5_000, 15_000],
            login: username === null || password === null ? null : { username, password },
            resultDirOf: (stage) => this.#resultDirs.get(stage),
            explain: (error) => this.#explain(error),
        });
    }
    async #runGo(batch, signal) {
        const { session, root, testEnv, concurrency, failFast, fresh = false } = this.#options;
        return await runGoSteps(batch.filter(isExec), {
            container: this.#go,
            sessionId: session.id,
            root,
            hasTestEnv: testEnv.length > 0,
            jobs: concurrency ?? 0,
            failFast,
            fresh,
            signal,
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
    async #explain(error) {
        if (error instanceof errors/* EnvironmentError */.eG)
            return error;
        const { message, remedy } = await this.#problem(error);
        // Not as a cause: a GraphQL client's error quotes answer and query, and causes are shown.
        return new errors/* EnvironmentError */.eG(message, remedy);
    }
    /** A broken request is often noticed before what broke it. */
    async #problem(error) {
        if (this.#lost === null && isConnectionGone(error)) {
            this.#lost = await Promise.race([this.#options.session.lost, (0,external_node_timers_promises_.setTimeout)(1_000, "it does not answer any more")]);
        }
        return engineProblem(error, { lost: this.#lost });
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

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/create.js



/** The engine for a choice that `chooseEngine` made; it owns the choice's session from here on. `redact` removes secrets from texts. */
function createDagger(choice, request, redact) {
    if (!isOpened(choice) || choice.opened === null)
        throw new Error("the dagger engine was not chosen by chooseEngine");
    const { config, secrets, project, env, log } = request;
    return createDaggerEngine({
        ...choice.opened,
        root: project.root,
        without: [config.outputDirectory, choice.opened.tempDir],
        env,
        image: (0,base_image/* imageFor */.z)(request),
        kept: choice.kept,
        cacheScope: cacheScope(env, project.modules[0]?.path ?? null, project.root),
        goproxy: config.goproxy,
        goprivate: config.goprivate,
        testEnv: config.testEnv.map(({ name, value }) => [name, value]),
        secrets,
        redact,
        vcs: config.buildvcs,
        concurrency: config.concurrency,
        failFast: config.failFast,
        fresh: (0,release/* isReleaseRun */.D)(env),
        log,
    });
}
function isOpened(choice) {
    return "opened" in choice;
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


/***/ }),

/***/ 24487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
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
// EXTERNAL MODULE: ./build/stage/src/text/glob.js
var text_glob = __webpack_require__(91714);
;// CONCATENATED MODULE: ./build/stage/src/project/embed.js

/** The patterns of the `//go:embed` lines in a Go file, indented ones in groups too, unquoted; https://pkg.go.dev/embed#hdr-Directives. */
function embedPatterns(source) {
    const lines = source.matchAll(/^[ \t]*\/\/go:embed[ \t]+(.+?)\r?$/gm);
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
    const matches = (0,text_glob/* pathMatcher */.kZ)(glob);
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

// EXTERNAL MODULE: ./build/stage/src/project/gomod.js
var gomod = __webpack_require__(60008);
;// CONCATENATED MODULE: ./build/stage/src/project/needed.js


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
    const packageDirs = new Set(all.filter((path) => path.endsWith(".go")).map((path) => external_node_path_.posix.dirname(path)));
    const isVendored = vendored(all);
    return (path) => {
        if (isVendored(path))
            return true;
        if (outsideBuilds(path, named))
            return false;
        const name = external_node_path_.posix.basename(path);
        if (moduleFile.test(name))
            return true;
        return (sourceFile.test(name) || name === profile) && packageDirs.has(external_node_path_.posix.dirname(path));
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
        const name = external_node_path_.posix.basename(path);
        const known = moduleFile.test(name) || sourceFile.test(name) || name === profile || isVendored(path);
        return known && !inCache(path);
    };
}
function everyPath({ tracked, untracked, ignored }) {
    return [...tracked, ...untracked, ...ignored];
}
function vendored(all) {
    const dirs = all.filter((path) => /(^|\/)vendor\/modules\.txt$/.test(path)).map((path) => external_node_path_.posix.dirname(path));
    return (path) => dirs.some((dir) => path.startsWith(`${dir}/`));
}
/** `./...` finds no packages below names with a leading `.` or `_`, seen from the module; a module cache inside the repository is not part of it. */
function outsideBuilds(path, named) {
    const views = [
        path,
        ...named.filter((dir) => dir !== "." && (0,gomod/* isInside */.FK)(dir, path)).map((dir) => path.slice(dir.length)),
    ];
    return views.every((view) => /(^|\/)pkg\/mod\//.test(view) || /(^|\/)[._][^/]*\//.test(view));
}
/** Tells what lies in a module cache (`<cache>/cache/download/<module>/@v`), unless a go.mod or go.work names a directory there. */
function inModuleCache({ ignored }, named) {
    const found = ignored.map((path) => /^(.+?)\/cache\/download\/.+\/@v\//.exec(path)?.[1]);
    const caches = [...new Set(found)].filter((cache) => cache !== undefined);
    const left = caches.filter((cache) => !named.some((dir) => (0,gomod/* isInside */.FK)(cache, dir)));
    return (path) => left.some((cache) => (0,gomod/* isInside */.FK)(cache, path));
}
/** Directories above a path, outermost first, without the root. */
function parents(path) {
    const names = path.split("/").slice(0, -1);
    return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

;// CONCATENATED MODULE: ./build/stage/src/project/embedded.js





/** Which ignored files the Go files above them embed. Only Go files that have an ignored file beside or below them are read. */
async function readEmbedded(root, tree, counts) {
    const needed = new Set();
    const warnings = [];
    const below = ignoredBelow(tree);
    for (const goFile of everyPath(tree)) {
        const dir = external_node_path_.posix.dirname(goFile);
        const candidates = goFile.endsWith(".go") && counts(goFile) ? below.get(dir) : undefined;
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
    for (const path of everyPath(tree)) {
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

// EXTERNAL MODULE: ./build/stage/src/project/in-slices.js
var in_slices = __webpack_require__(94983);
// EXTERNAL MODULE: ./build/stage/src/project/tree.js + 1 modules
var project_tree = __webpack_require__(11996);
;// CONCATENATED MODULE: ./build/stage/src/project/source.js










/** Applies the rule to the repository as it is now. */
async function readUploadRule({ root, without }) {
    const left = pathsBelow(root, without);
    const tree = withoutPaths(await (0,project_tree/* listTree */.n)(root), left);
    const named = await readNamed(root, tree);
    const embedded = await readEmbedded(root, tree, (path) => !outsideBuilds(path, named));
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
    const inCache = inModuleCache(tree, named);
    const [{ needed }, links] = [await readEmbedded(root, tree, (path) => !inCache(path)), await linksIn(root, tree)];
    const isReadable = readableByBuild(tree, named);
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
    for (const path of everyPath(tree).filter((path) => /(^|\/)go\.(mod|work)$/.test(path))) {
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
    const isNeeded = neededForBuild(tree, named);
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


/***/ })

};
