export const id = 540;
export const ids = [540];
export const modules = {

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

/***/ 34540:
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/stage/src/project/source.js + 1 modules
var source = __webpack_require__(41253);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/reuse/sources.js








/**
 * Reads every file that a build could read: what would go to an engine elsewhere (tracked, new, and ignored files that a build needs), and the ones that
 * only their secret-looking names keep here. More than a stage needs, so a change of a file that it does not read makes it run again, never the reverse.
 */
async function readSources(request) {
    const paths = await listPaths(request);
    const files = await (0,p_limit/* default */.A)(width).map(paths, (path) => readFacts(request.root, path));
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
    return hashOf(await (0,p_limit/* default */.A)(width).map(paths, async (path) => [path, (await statOf((0,external_node_path_.join)(request.root, path))).stamp]));
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
        if (parts === null || !(await hasPassed(step, outcome)))
            return;
        const commands = outcome.commands.map(({ durationMs }) => ({ durationMs }));
        const facts = { durationMs: outcome.durationMs, commands };
        const staged = await this.#unlessBroken(() => this.#options.store.stage(parts, outcome.resultDir, facts));
        if (staged !== null)
            this.#staged.push(staged);
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
async function hasPassed(step, { end, commands }) {
    if (end !== "exited" || commands.length !== step.commands.length)
        return false;
    if (commands.some(({ exitCode }) => exitCode !== 0))
        return false;
    // gofmt says by its output alone that a file is not formatted.
    if (step.stage !== "format")
        return true;
    const outputs = await Promise.all(commands.map(({ stdout }) => (0,promises_.readFile)(stdout)));
    return outputs.every((output) => output.length === 0);
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
    files: schemas/* array */.YOg(schemas/* object */.Ikc({ path: schemas/* string */.YjP(), size: schemas/* number */.aig(), sha256: schemas/* string */.YjP() })),
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
        for (const { path, sha256 } of entry.files) {
            const target = await parentMade((0,external_node_path_.join)(into, path));
            if ((await linkFile((0,external_node_path_.join)(dir, "files", path), target)) && (await sha256Of(target)) === sha256)
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
        for (const name of await namesIn(this.#root)) {
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
    const { size } = await (0,promises_.stat)((0,external_node_path_.join)(root, path));
    return { path, size, sha256: await sha256Of((0,external_node_path_.join)(root, path)) };
}
async function sha256Of(path) {
    return (0,external_node_crypto_.createHash)("sha256")
        .update(await (0,promises_.readFile)(path))
        .digest("hex");
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
    for (const name of await namesIn(dir))
        await (0,promises_.rm)((0,external_node_path_.join)(dir, name), { recursive: true, force: true });
}
async function namesIn(dir) {
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

;// CONCATENATED MODULE: ./build/stage/src/engine/host/host.js










/** Runs steps with the Go toolchain on PATH. No sandbox: the repository's code runs as this user. */
async function createHostEngine(options) {
    const tempDir = await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.tempRoot, "go-pipeline-"));
    const fetching = await writeCredentials(tempDir, options.secrets.gitCredentials);
    return new HostEngine(options, tempDir, fetching);
}
class HostEngine {
    name = "host";
    #options;
    #tempDir;
    /** Variables for the steps that fetch modules. */
    #fetching;
    /** Result directories by stage: an image of a binary takes it from the build stage. */
    #resultDirs = new Map();
    #reuse;
    #docker = null;
    #scratch = 0;
    constructor(options, tempDir, fetching) {
        this.#options = options;
        this.#tempDir = tempDir;
        this.#fetching = fetching;
        this.#reuse = options.results === null ? null : this.#makeReuse(options.results);
    }
    #makeReuse(directory) {
        const { root, outputDirectory, cache, log } = this.#options;
        return new Reuse({
            ...{ root, without: [outputDirectory], log },
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
        return {
            goVersion: goEnv.GOVERSION,
            root,
            native: { os: goEnv.GOOS, arch: goEnv.GOARCH, variant: null },
            goflags: goEnv.GOFLAGS,
            modules: request.modules.map((module, index) => (0,inspect/* parseModule */.Y$)(request, module, root, answers[index] ?? [])),
        };
    }
    #inspectModule(request, module, signal) {
        return Promise.all((0,inspect/* inspectCommands */.ZI)(request, module).map((command) => this.#go(command, signal)));
    }
    /** What the installed toolchain says of itself, whatever go.mod asks for. */
    #localEnv(signal) {
        const args = ["env", "-json", "GOVERSION", "GOOS", "GOARCH", "GOFLAGS"];
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

/***/ 19418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nR: () => (/* binding */ openNew),
  R3: () => (/* binding */ runProcess)
});

// UNUSED EXPORTS: taskkillArgs

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/stage/src/engine/orphan-guard.js


/** Remembers groups by what it reads; the end of its standard input is how it learns that we are gone. */
const script = `groups=" "
while read -r what pid; do
  if [ "$what" = watch ]; then groups="$groups$pid "; else groups="\${groups%% $pid *} \${groups#* $pid }"; fi
done
for pid in $groups; do kill -9 "-$pid"; done`;
/**
 * Starts with the first group, as a shell in a session of its own, so that no signal for us ends it. Windows needs none: there, children of Node die with it.
 */
function createOrphanGuard(platform = process.platform) {
    let shell = null;
    const tell = (what, pid) => {
        if (platform === "win32")
            return;
        shell ??= startShell();
        shell.stdin?.write(`${what} ${pid}\n`);
    };
    return { watch: (pid) => tell("watch", pid), forget: (pid) => tell("forget", pid) };
}
function startShell() {
    const shell = (0,external_node_child_process_.spawn)("/bin/sh", ["-c", script], {
        cwd: "/",
        env: { PATH: "/usr/bin:/bin" },
        detached: true,
        stdio: ["pipe", "ignore", "ignore"],
    });
    // Without a shell, or when someone has killed it, groups go on unguarded.
    shell.on("error", () => shell.stdin?.destroy());
    shell.stdin?.on("error", () => shell.stdin?.destroy());
    shell.unref();
    if (shell.stdin instanceof external_node_net_.Socket)
        shell.stdin.unref();
    return shell;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/process.js






/** GitHub sends SIGINT, 7.5 s later SIGTERM, 2.5 s later it kills: children get less than that to end by themselves. */
const graceMs = 2_500;
/**
 * Runs one program in a process group of its own and waits for it. A time limit or an abort ends the whole group: first politely, then
 * with SIGKILL. Whatever is left of the group after the program's end is killed too. Never throws for what the program does.
 */
async function runProcess(request) {
    const stdout = await openNew(request.stdout);
    const stderr = request.stderr === request.stdout ? stdout : await openNew(request.stderr);
    try {
        return await supervise(request, stdout.fd, stderr.fd);
    }
    finally {
        await stdout.close();
        if (stderr !== stdout)
            await stderr.close();
    }
}
/** A new file in the place of whatever is there: a link that a test has planted is removed, not followed. */
async function openNew(path) {
    await (0,promises_.rm)(path, { recursive: true, force: true });
    return (0,promises_.open)(path, "wx");
}
async function supervise(request, stdout, stderr) {
    if (request.signal?.aborted)
        return notRun("cancelled", null);
    const startedAt = performance.now();
    const child = (0,external_node_child_process_.spawn)(request.file, request.args, {
        cwd: request.cwd,
        env: { ...request.env },
        detached: process.platform !== "win32",
        windowsHide: true,
        stdio: [request.input === undefined ? "ignore" : "pipe", stdout, stderr],
    });
    const ended = untilClosed(child);
    const release = endWithUs(child);
    const limits = enforceLimits(child, request);
    feed(child, request.input);
    try {
        const { exitCode, signal } = await ended;
        const durationMs = Math.round(performance.now() - startedAt);
        return { end: limits.reason() ?? "exited", exitCode, signal, durationMs, error: null };
    }
    catch (error) {
        return notRun("not-started", startError(request.file, error));
    }
    finally {
        limits.clear();
        await killTree(child.pid, "SIGKILL");
        release();
    }
}
function notRun(end, error) {
    return { end, exitCode: null, signal: null, durationMs: 0, error };
}
const running = new Set();
const guard = createOrphanGuard();
/** When our process ends before a program has (a third Ctrl-C, SIGKILL), its whole group is killed. Answers how to take that back. */
function endWithUs(child) {
    if (running.size === 0)
        process.on("exit", killRunning);
    running.add(child);
    if (child.pid !== undefined)
        guard.watch(child.pid);
    return () => {
        running.delete(child);
        if (child.pid !== undefined)
            guard.forget(child.pid);
        if (running.size === 0)
            process.off("exit", killRunning);
    };
}
/** Nothing asynchronous happens any more while a process exits. On Windows children of Node end with it. */
function killRunning() {
    if (process.platform === "win32")
        return;
    for (const { pid } of running)
        if (pid !== undefined)
            killGroup(pid, "SIGKILL");
}
/** Resolves at the program's end, rejects when it could not be started. */
async function untilClosed(child) {
    await (0,external_node_events_.once)(child, "close");
    return { exitCode: child.exitCode, signal: child.signalCode };
}
/** Programs may end without reading their input: a broken pipe is their choice, not a fault. */
function feed(child, input) {
    if (input === undefined)
        return;
    child.stdin?.on("error", () => child.stdin?.destroy());
    child.stdin?.end(input);
}
function enforceLimits(child, request) {
    let reason = null;
    const stop = (why, first) => {
        if (reason !== null)
            return;
        reason = why;
        void endGroup(child, first);
    };
    const onAbort = () => stop("cancelled", "SIGTERM");
    request.signal?.addEventListener("abort", onAbort, { once: true });
    const onTime = () => stop("timed-out", request.timeoutSignal ?? "SIGTERM");
    const timer = request.timeoutMs === undefined ? undefined : setTimeout(onTime, request.timeoutMs);
    const clear = () => {
        clearTimeout(timer);
        request.signal?.removeEventListener("abort", onAbort);
    };
    return { reason: () => reason, clear };
}
function startError(file, cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (code === "ENOENT")
        return `${file}: command not found`;
    if (code === "EACCES")
        return `${file}: not executable`;
    return `${file}: ${(0,errors/* messageOf */.bD)(cause)}`;
}
async function endGroup(child, first) {
    const signals = first === "SIGTERM" ? ["SIGTERM", "SIGKILL"] : [first, "SIGTERM", "SIGKILL"];
    for (const signal of signals) {
        if (child.exitCode !== null || child.signalCode !== null)
            return;
        await killTree(child.pid, signal);
        await (0,external_node_timers_promises_.setTimeout)(graceMs / (signals.length - 1), undefined, { ref: false });
    }
}
/** Signals every process of the group that `pid` leads; on Windows, which has no groups, `taskkill /T` walks the tree. */
async function killTree(pid, signal) {
    if (pid === undefined)
        return;
    if (process.platform === "win32") {
        const taskkill = (0,external_node_child_process_.spawn)("taskkill", taskkillArgs(pid), { stdio: "ignore", windowsHide: true });
        await (0,external_node_events_.once)(taskkill, "close");
        return;
    }
    killGroup(pid, signal);
}
function killGroup(pid, signal) {
    try {
        process.kill(-pid, signal);
    }
    catch (error) {
        if (!isGone(error))
            throw error;
    }
}
/** Arguments that end a process and all it started; Windows knows no polite variant for console programs. */
function taskkillArgs(pid) {
    return ["/PID", String(pid), "/T", "/F"];
}
function isGone(error) {
    return error instanceof Error && "code" in error && (error.code === "ESRCH" || error.code === "EPERM");
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
