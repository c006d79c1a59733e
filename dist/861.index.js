export const id = 861;
export const ids = [861];
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

/***/ 77861:
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
// EXTERNAL MODULE: ./build/stage/src/engine/process.js
var engine_process = __webpack_require__(96254);
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
    return (0,engine_process/* runProcess */.R)({
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
    const result = await (0,engine_process/* runProcess */.R)({
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
    #docker = null;
    #scratch = 0;
    constructor(options, tempDir, fetching) {
        this.#options = options;
        this.#tempDir = tempDir;
        this.#fetching = fetching;
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
        const result = await (0,engine_process/* runProcess */.R)({
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
        return runExecStep(step, resultDir, context, signal);
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

/***/ 96254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ runProcess)
/* harmony export */ });
/* unused harmony export taskkillArgs */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71877);





/** GitHub sends SIGINT, 7.5 s later SIGTERM, 2.5 s later it kills: children get less than that to end by themselves. */
const graceMs = 2_500;
/**
 * Runs one program in a process group of its own and waits for it. A time limit or an abort ends the whole group: first politely, then
 * with SIGKILL. Whatever is left of the group after the program's end is killed too. Never throws for what the program does.
 */
async function runProcess(request) {
    const stdout = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(request.stdout, "w");
    const stderr = request.stderr === request.stdout ? stdout : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(request.stderr, "w");
    try {
        return await supervise(request, stdout.fd, stderr.fd);
    }
    finally {
        await stdout.close();
        if (stderr !== stdout)
            await stderr.close();
    }
}
async function supervise(request, stdout, stderr) {
    if (request.signal?.aborted)
        return notRun("cancelled", null);
    const startedAt = performance.now();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(request.file, request.args, {
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
/** When our process gives up before a program has ended (a third Ctrl-C), its whole group is killed. Answers how to take that back. */
function endWithUs(child) {
    if (running.size === 0)
        process.on("exit", killRunning);
    running.add(child);
    return () => {
        running.delete(child);
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
    await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, "close");
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
    return `${file}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(cause)}`;
}
async function endGroup(child, first) {
    const signals = first === "SIGTERM" ? ["SIGTERM", "SIGKILL"] : [first, "SIGTERM", "SIGKILL"];
    for (const signal of signals) {
        if (child.exitCode !== null || child.signalCode !== null)
            return;
        await killTree(child.pid, signal);
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setTimeout)(graceMs / (signals.length - 1), undefined, { ref: false });
    }
}
/** Signals every process of the group that `pid` leads; on Windows, which has no groups, `taskkill /T` walks the tree. */
async function killTree(pid, signal) {
    if (pid === undefined)
        return;
    if (process.platform === "win32") {
        const taskkill = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)("taskkill", taskkillArgs(pid), { stdio: "ignore", windowsHide: true });
        await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(taskkill, "close");
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


/***/ })

};
