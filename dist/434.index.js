export const id = 434;
export const ids = [434];
export const modules = {

/***/ 57434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createDagger: () => (/* binding */ createDagger)
});

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/base-image.js
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
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(14006);
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
    const matches = picomatch(glob, { dot: true, nobrace: true, noextglob: true, noglobstar: true, nonegate: true });
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
            const matchers = embedPatterns(await (0,promises_.readFile)((0,external_node_path_.join)(root, goFile), "utf8")).map(embedMatcher);
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

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/batches.js
/**
 * A container costs one to two seconds whatever it runs, so all Go steps share one. With logins for private modules, only the step that fetches modules
 * (or, without it, the ones that compile) may see them: it gets a container of its own, and tests never share one with a login.
 */
function groupSteps(steps, logins) {
    const go = steps.filter(({ step }) => step.type === "exec");
    const others = steps.filter(({ step }) => step.type !== "exec").map((planned) => [planned]);
    const fetching = logins ? go.filter((planned) => needsLogin(planned, go)) : [];
    const rest = go.filter((planned) => !fetching.includes(planned));
    return [fetching, rest, ...others].filter((batch) => batch.length > 0);
}
/** Whether a step is given the logins, when there are any. */
function needsLogin({ step }, go) {
    if (go.some((planned) => planned.step.stage === "deps"))
        return step.stage === "deps";
    return step.stage !== "test" && step.stage !== "format";
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
    for (const [name, value] of [...found, ...Object.entries((0,environment/* moduleEnvironment */.iL)(inputs))]) {
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

passed() {
  [ "$(cat "$1.code" 2>/dev/null)" = 0 ] || return 1
  # go list -e exits 0 and prints what is missing.
  if [ -e "$2/silent" ] && [ -s "$1.stdout" ]; then return 1; fi
  return 0
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
    passed "$out/$1/$index" "$spec/$1" || verdict=failed
    if [ -e "$work/$1.late" ]; then end=timed-out; break; fi
    if [ -e "$work/stop" ]; then end=cancelled; break; fi
    if [ "$verdict" = failed ] && [ ! -e "$spec/$1/all" ]; then break; fi
    index=$((index + 1))
  done
  now >"$out/$1/end"
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
        seconds: String(step.seconds),
        signals: step.quit ? "QUIT TERM" : "TERM",
        commands: String(step.commands.length),
        variables: step.variablesFile ?? "",
    };
    if (step.soft)
        files["soft"] = "";
    if (step.silent)
        files["silent"] = "";
    if (!step.stopAtFirstFailure)
        files["all"] = "";
    if (step.dirs.length > 0)
        files["dirs"] = nulTerminated(step.dirs);
    for (const [index, command] of step.commands.entries()) {
        files[`${index}.head`] = nulTerminated([command.dir, "env"]);
        files[`${index}.args`] = nulTerminated(command.words);
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
function workingDirectory(command, index, step) {
    if (command.cwd === "lf")
        return `${paths.spec}/lf/${index}`;
    return step.module === "." ? paths.source : `${paths.source}/${step.module}`;
}
/** Writes the LF copies of a step's files into the specification. `root`: the repository on this machine. */
async function writeLfCopies(dir, index, step, root) {
    for (const path of step.lfCopies) {
        const copy = (0,external_node_path_.join)(dir, "lf", String(index), path);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(copy), { recursive: true });
        const content = await (0,promises_.readFile)((0,external_node_path_.join)(root, step.module, path));
        await (0,promises_.writeFile)(copy, content.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
    }
}

;// CONCATENATED MODULE: ./build/stage/src/engine/logins.js
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
        mount: async (container, path, content) => container.withMountedSecret(path, await store(content), { mode: 0o400, owner: "0:0" }),
        variable: async (container, name, value) => container.withSecretVariable(name, await store(value)),
    };
}
/** Gives a container the logins for private modules, for git and for the go command. */
async function withLogins(container, secrets, credentials) {
    const paths = { git: `${secretDir}/git-credentials`, netrc: `${secretDir}/netrc` };
    let result = await secrets.mount(container, paths.git, gitCredentialLines(credentials));
    result = await secrets.mount(result, paths.netrc, netrcLines(credentials));
    return withVariables(result, loginVariables(paths.git, paths.netrc));
}
function withVariables(container, variables) {
    return Object.entries(variables).reduce((result, [name, value]) => result.withEnvVariable(name, value), container);
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/go-container.js





/** Same place and same options in every container: they are part of what makes it the same volume. */
const caches = { GOMODCACHE: "/var/cache/go/mod", GOCACHE: "/var/cache/go/build" };
function createGoContainer(options) {
    const secrets = createSecretStore(options.session.client, options.tempDir);
    let base = null;
    return {
        run: async (request) => {
            base ??= baseContainer(options, secrets);
            const dir = await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.tempDir, "batch-"));
            const container = await withSpec(await base, dir, request, options, secrets);
            const out = (0,external_node_path_.join)(dir, "out");
            const results = await container.directory(paths.out).sync();
            // A session that was given to us goes on after an abort; nothing may be written to this machine any more then.
            request.signal.throwIfAborted();
            await results.export(out);
            await refuseIrregular(out);
            return await readResults(out, request.spec.steps.length);
        },
    };
}
async function baseContainer(options, secrets) {
    const { session, image, cacheScope, variables } = options;
    const { client, sdk } = session;
    let container = client.container().from(image).withUser("0:0");
    for (const [name, path] of Object.entries(caches)) {
        const volume = client.cacheVolume(`go-pipeline ${name} ${cacheScope}`);
        container = container
            .withMountedCache(path, volume, { sharing: sdk.CacheSharingMode.Shared })
            .withEnvVariable(name, path);
    }
    container = withVariables(container, variables.plain);
    for (const [name, value] of Object.entries(variables.secret))
        container = await secrets.variable(container, name, value);
    return container.withMountedDirectory(paths.source, await options.source());
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
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/move-tree.js


/** Moves a file, or everything below a directory into another one, also to another file system. Links were refused before. */
async function moveTree(from, to) {
    if ((await (0,promises_.lstat)(from)).isDirectory()) {
        await (0,promises_.mkdir)(to, { recursive: true });
        for (const entry of await (0,promises_.readdir)(from))
            await moveTree((0,external_node_path_.join)(from, entry), (0,external_node_path_.join)(to, entry));
        return;
    }
    try {
        await (0,promises_.rename)(from, to);
    }
    catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "EXDEV"))
            throw error;
        await (0,promises_.copyFile)(from, to);
    }
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/outcomes.js
/** A step's outcome with what was not said left empty. */
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

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/go-steps.js








function isExec(planned) {
    return planned.step.type === "exec";
}
/** Runs Go steps in one container and answers an outcome for each, in order. Throws what the engine throws. */
async function runGoSteps(batch, options) {
    const startedAt = new Date();
    const request = {
        spec: batchSpec(batch, options),
        more: async (dir) => {
            for (const [index, { step }] of batch.entries())
                await writeLfCopies(dir, index, step, options.root);
        },
        logins: batch.every((planned) => needsLogin(planned, batch)),
        testEnv: batch.some((planned) => usesTestEnv(planned, options)),
        signal: options.signal,
    };
    let result = await options.container.run({ ...request, nonce: null });
    let cached = result.session !== options.sessionId;
    if (cached && (await isRed(batch, result))) {
        // The engine remembers failures like successes; running again is what a person who starts again wants.
        result = await options.container.run({ ...request, nonce: (0,external_node_crypto_.randomUUID)() });
        cached = false;
    }
    return await Promise.all(batch.map((planned, index) => settle(planned, { batch, index, result, cached, startedAt })));
}
function batchSpec(batch, options) {
    const indexes = new Map(batch.map(({ step }, index) => [step.stage, index]));
    const steps = batch.map((planned, index) => {
        const { step } = planned;
        return {
            ...specCommands(step, index),
            needs: planned.needs.flatMap((need) => indexes.get(need) ?? []),
            soft: planned.warnOnly,
            silent: step.stage === "deps",
            seconds: Math.max(1, Math.ceil(step.timeoutMs / 1_000)),
            quit: step.stage === "test",
            stopAtFirstFailure: step.stopAtFirstFailure,
            variablesFile: usesTestEnv(planned, options) ? testEnvPath : null,
        };
    });
    return { steps, jobs: options.jobs, failFast: options.failFast };
}
function usesTestEnv({ step }, options) {
    return options.hasTestEnv && step.stage === "test";
}
/** Whether any stage of a batch will be shown as failed. */
async function isRed(batch, result) {
    const red = await Promise.all(result.steps.map(async (step, index) => {
        if (step.end !== "exited" || step.commands.some((command) => command.exitCode !== 0))
            return true;
        // These two fail by what they print.
        const stage = batch[index]?.step.stage;
        const spoken = stage === "format" ? step.commands : stage === "deps" ? step.commands.slice(0, 1) : [];
        const sizes = await Promise.all(spoken.map(async (command) => (await (0,promises_.stat)(command.stdout)).size));
        return sizes.some((size) => size > 0);
    }));
    return red.includes(true);
}
async function settle(planned, settling) {
    const { batch, index, result, cached, startedAt } = settling;
    const step = result.steps[index];
    if (step === undefined)
        throw new Error(`no result for ${planned.step.stage}`);
    await moveTree(step.files, planned.resultDir);
    const times = cached ? { startedAt, durationMs: Date.now() - startedAt.getTime() } : timesOf(step, startedAt);
    return outcomeOf(planned, {
        end: step.end,
        problem: blockedBy(step, batch),
        ...times,
        cached: cached && step.end === "exited",
        commands: await moveOutputs(step, planned.resultDir),
    });
}
/** The container's clock may differ from ours: only spans of it are used, counted back from now. */
function timesOf(step, batchStart) {
    const startedAt = new Date(Math.max(batchStart.getTime(), Date.now() - step.beforeEndMs));
    return { startedAt, durationMs: step.durationMs };
}
function blockedBy(step, batch) {
    if (step.end !== "blocked")
        return null;
    const by = step.blockedBy === null ? undefined : batch[step.blockedBy]?.step.stage;
    return { message: `${by ?? "a stage it needs"} did not pass`, remedy: "" };
}
/** Output files lie beside the result files, named as the host engine names them. */
async function moveOutputs(step, resultDir) {
    return await Promise.all(step.commands.map(async (command, index) => {
        const moved = { stdout: (0,external_node_path_.join)(resultDir, `${index}.stdout`), stderr: (0,external_node_path_.join)(resultDir, `${index}.stderr`) };
        await moveTree(command.stdout, moved.stdout);
        await moveTree(command.stderr, moved.stderr);
        return { ...command, ...moved };
    }));
}

// EXTERNAL MODULE: ./build/stage/src/project/inspect.js
var inspect = __webpack_require__(30098);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/inspect.js





/** Loading packages without their dependencies takes well under a second; with a cold cache, go.mod files of dependencies are fetched. */
const limitSeconds = 300;
/** Asks Go in the container what the modules hold, with one container for all questions. Throws EnvironmentError without a usable Go. */
async function inspectInContainer(request, container, { sessionId, image, signal }) {
    const commands = request.modules.flatMap((module) => (0,inspect/* inspectCommands */.ZI)(request, module));
    const steps = [...commands, localEnv].map(inspectStep);
    const batch = { spec: { steps, jobs: 0, failFast: false }, logins: true, testEnv: false, signal };
    let result = await container.run({ ...batch, nonce: null });
    const failed = (step) => step.commands[0]?.exitCode !== 0;
    if (result.session !== sessionId && result.steps.some(failed)) {
        result = await container.run({ ...batch, nonce: (0,external_node_crypto_.randomUUID)() });
    }
    return toInspection(request, await readOutputs(result), image);
}
/** What the image's toolchain says of itself, whatever go.mod asks for. */
const localEnv = {
    module: "",
    args: ["env", "-json", "GOVERSION", "GOOS", "GOARCH", "GOFLAGS"],
    env: { GOTOOLCHAIN: "local", GOWORK: "off" },
};
function inspectStep(command) {
    const dir = command.module === "" ? "/" : command.module === "." ? paths.source : `${paths.source}/${command.module}`;
    const env = Object.entries(command.env).map(([name, value]) => `${name}=${value}`);
    return {
        needs: [],
        soft: true,
        silent: false,
        seconds: limitSeconds,
        quit: false,
        stopAtFirstFailure: true,
        commands: [{ dir, words: [...env, "go", ...command.args] }],
        variablesFile: null,
        dirs: [],
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
function toInspection(request, outputs, image) {
    let at = 0;
    const answers = request.modules.map((module) => {
        const count = (0,inspect/* inspectCommands */.ZI)(request, module).length;
        at += count;
        return outputs.slice(at - count, at);
    });
    const env = answers.map((answer) => answer[0]).find((answer) => answer?.exitCode === 0) ?? outputs.at(-1);
    const goEnv = env === undefined ? null : (0,inspect/* parseGoEnv */.LB)(env);
    if (goEnv === null)
        throw noGo(image, env?.stderr ?? "");
    return {
        goVersion: goEnv.GOVERSION,
        root: paths.source,
        native: { os: goEnv.GOOS, arch: goEnv.GOARCH, variant: null },
        goflags: goEnv.GOFLAGS,
        modules: request.modules.map((module, index) => (0,inspect/* parseModule */.Y$)(request, module, paths.source, answers[index] ?? [])),
    };
}
function noGo(image, stderr) {
    const cause = stderr.trim().split("\n").at(-1) ?? "";
    return new errors/* EnvironmentError */.eG(`No usable Go in the image ${image}${cause === "" ? "" : `: ${cause}`}.`, "Set go-image to an image that holds a Go toolchain, such as golang:1.26.");
}

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
/** How Node, the CLI and the engine put it that a connection is gone; the CLI answers 502 for an engine that does not. */
const connectionGone = /ECONNREFUSED|ECONNRESET|EPIPE|socket hang up|Premature close|Code: 50[234]\b|error reading from server|transport is closing|failed to get requester session|closing transport|\bEOF$/im;
/** True when an error means that the engine is not there any more, rather than that it refused something. */
function isConnectionGone(error) {
    // The SDK calls a refused connection a call that was not awaited (D108).
    return causes(error).some((cause) => codeOf(cause) === "D108" || connectionGone.test(ownWords(cause)));
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
/** A GraphQL client appends answer and query as JSON, the engine the number of a trace. */
function ownWords(error) {
    return (0,errors/* messageOf */.bD)(error)
        .replace(/: \{"response":.*$/s, "")
        .replace(/ \[traceparent:[^\]]*\]/g, "");
}
function clip(text) {
    const line = text.split("\n")[0] ?? "";
    return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

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
    #options;
    #go;
    #lost = null;
    #closed = null;
    /** Under way, perhaps nobody's concern any more: it still writes to our directory. */
    #pending = new Set();
    constructor(options) {
        const { session } = options;
        this.#options = options;
        this.#go = createGoContainer({
            ...options,
            variables: containerVariables(options.env, options),
            logins: options.gitCredentials,
            source: () => this.#source(),
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
            const details = { sessionId: session.id, image, signal };
            return await this.#unlessOver(() => inspectInContainer(request, this.#go, details), signal);
        }
        catch (error) {
            if (error instanceof errors/* EnvironmentError */.eG)
                throw error;
            const { message, remedy } = await this.#problem(error);
            throw new errors/* EnvironmentError */.eG(message, remedy, { cause: error });
        }
    }
    async imageBuilder() {
        return { ok: true };
    }
    group(steps) {
        return groupSteps(steps, this.#options.gitCredentials.length > 0);
    }
    async run(batch, sink, signal) {
        const startedAt = new Date();
        for (const { step } of batch)
            sink.started(step.stage, startedAt);
        try {
            const outcomes = await this.#unlessOver(() => this.#runGo(batch, signal), signal);
            for (const outcome of outcomes)
                sink.finished(outcome);
        }
        catch (error) {
            const end = signal.aborted ? "cancelled" : "errored";
            const problem = signal.aborted ? null : await this.#problem(error);
            for (const planned of batch)
                sink.finished(outcomeOf(planned, { end, problem, startedAt }));
        }
    }
    async #runGo(batch, signal) {
        const { session, root, testEnv, concurrency, failFast } = this.#options;
        return await runGoSteps(batch.filter(isExec), {
            container: this.#go,
            sessionId: session.id,
            root,
            hasTestEnv: testEnv.length > 0,
            jobs: concurrency ?? 0,
            failFast,
            signal,
        });
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
    /** A broken request is often noticed before what broke it. */
    async #problem(error) {
        if (this.#lost === null && isConnectionGone(error)) {
            this.#lost = await Promise.race([this.#options.session.lost, (0,external_node_timers_promises_.setTimeout)(1_000, "it does not answer any more")]);
        }
        return engineProblem(error, { lost: this.#lost });
    }
    async #source() {
        const { session, root, without, log } = this.#options;
        const rule = await readUploadRule({ root, without });
        for (const warning of rule.warnings)
            log(warning);
        if (rule.secretLooking.length > 0) {
            log(`not sent to the engine, because the names look secret and git does not track them: ${rule.secretLooking.join(", ")}`);
        }
        return session.client
            .host()
            .directory(root, { exclude: excludePatterns(rule.exclude, process.platform === "win32") });
    }
    #end(graceMs) {
        this.#closed ??= this.#options.session.close(graceMs);
        return this.#closed;
    }
    async close() {
        try {
            await this.#end(this.#lost === null ? closeGraceMs : cancelGraceMs);
            await Promise.race([Promise.allSettled(this.#pending), (0,external_node_timers_promises_.setTimeout)(cancelGraceMs, undefined, { ref: false })]);
            await (0,promises_.rm)(this.#options.tempDir, { recursive: true, force: true, maxRetries: 3 });
        }
        catch (error) {
            this.#options.log(`cleaning up after the engine: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/create.js


/** The engine for a choice that `chooseEngine` made; it owns the choice's session from here on. */
function createDagger(choice, request) {
    if (!isOpened(choice) || choice.opened === null)
        throw new Error("the dagger engine was not chosen by chooseEngine");
    const { config, secrets, project, env, log } = request;
    return createDaggerEngine({
        ...choice.opened,
        root: project.root,
        without: [config.outputDirectory],
        env,
        image: baseImage({
            image: config.goImage,
            asked: config.goVersion,
            wanted: project.wantedGo?.version ?? null,
        }),
        cacheScope: cacheScope(env["GITHUB_REPOSITORY"], project.modules[0]?.path ?? null, project.root),
        goproxy: config.goproxy,
        goprivate: config.goprivate,
        testEnv: config.testEnv,
        gitCredentials: secrets.gitCredentials,
        concurrency: config.concurrency,
        failFast: config.failFast,
        log,
    });
}
function isOpened(choice) {
    return "opened" in choice;
}
/** Repositories on one engine keep their caches apart: what a fork's pull request writes must not be compiled into another project's release. */
function cacheScope(repository, modulePath, root) {
    return (repository ?? "") || modulePath || root;
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


/***/ })

};
