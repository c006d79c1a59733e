export const id = 9347;
export const ids = [9347];
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

/***/ 74936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   dN: () => (/* binding */ checkDocker)
/* harmony export */ });
/* unused harmony export availabilityOf */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71877);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2078);


/** A daemon that does not answer by then is none. */
const limitMs = 15_000;
/** Asks whether a daemon that runs Linux containers answers. Never throws. */
async function checkDocker(cli) {
    try {
        return availabilityOf(await cli.run(["version", "--format", "{{json .}}"], { timeoutMs: limitMs }));
    }
    catch (error) {
        const remedy = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EnvironmentError */ .eG ? error.remedy : installRemedy;
        return { ok: false, reason: `Docker is not usable here: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, remedy };
    }
}
const installRemedy = "Install Docker, or switch the image off with `docker: false`.";
/** Reads the answer to `docker version --format '{{json .}}'`. */
function availabilityOf(result) {
    if (result.end !== "exited") {
        const reason = `the Docker daemon does not answer (${limitMs / 1_000} s)`;
        return { ok: false, reason, remedy: "Restart the daemon, or switch the image off with `docker: false`." };
    }
    const daemon = parseVersion(result.stdout);
    if (daemon === null)
        return refused(result.stderr);
    if (daemon.os !== "linux") {
        const reason = `the Docker daemon runs ${daemon.os} containers, not Linux ones`;
        return { ok: false, reason, remedy: "Switch it to Linux containers, or set `docker: false` on this machine." };
    }
    return { ok: true, daemon };
}
function refused(stderr) {
    const line = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .firstSentence */ .qi)(stderr.trim().split("\n")[0] ?? "");
    if (/permission denied/i.test(stderr)) {
        return {
            ok: false,
            reason: "this user may not talk to the Docker daemon (permission denied)",
            remedy: "Add the user to the group docker, or point DOCKER_HOST at a daemon it may use.",
        };
    }
    const reason = /cannot connect|is the docker daemon running|connection refused|no such host|pipe/i.test(stderr)
        ? "no Docker daemon answers"
        : "the Docker daemon refuses";
    return {
        ok: false,
        reason: line === "" ? reason : `${reason} (${line})`,
        remedy: "Start it, or set `docker: false`.",
    };
}
function parseVersion(stdout) {
    const value = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(stdout);
    const server = field(value, "Server");
    const version = field(server, "Version");
    const os = field(server, "Os");
    const arch = field(server, "Arch");
    if (typeof version !== "string" || typeof os !== "string" || typeof arch !== "string")
        return null;
    const client = field(field(value, "Client"), "Version");
    const clientMajor = typeof client === "string" ? Number.parseInt(client, 10) : 0;
    return { version, os, arch, clientMajor: Number.isNaN(clientMajor) ? 0 : clientMajor };
}
/** A property of what may be an object. */
function field(value, name) {
    return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}


/***/ }),

/***/ 29845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dd: () => (/* binding */ dockerRemedy),
/* harmony export */   MB: () => (/* binding */ takeTail),
/* harmony export */   Vo: () => (/* binding */ DockerCli),
/* harmony export */   fM: () => (/* binding */ lastLine)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71877);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96254);




/** Calls the docker command line, whose output goes through files in a directory of ours. */
class DockerCli {
    tempDir;
    #env;
    #calls = 0;
    constructor(env, tempDir) {
        this.#env = env;
        this.tempDir = tempDir;
    }
    /** Runs `docker <args>`. Throws EnvironmentError when there is no such program, the signal's reason when that ended it; how it ended is a value. */
    async run(args, options = {}) {
        const base = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.tempDir, `docker-${this.#calls++}`);
        const stdout = options.stdoutFile ?? `${base}.out`;
        const stderr = options.stderrFile ?? `${base}.err`;
        const result = await (0,_process_js__WEBPACK_IMPORTED_MODULE_3__/* .runProcess */ .R3)({
            file: "docker",
            args,
            cwd: this.tempDir,
            env: { ...this.#env, DOCKER_CLI_HINTS: "false", ...options.env },
            stdout,
            stderr,
            ...(options.signal === undefined ? {} : { signal: options.signal }),
            timeoutMs: options.timeoutMs ?? defaultLimitMs,
        });
        if (result.end === "not-started")
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EnvironmentError */ .eG(result.error ?? "docker: not started", dockerRemedy);
        if (result.end === "cancelled")
            options.signal?.throwIfAborted();
        const [out, err] = await Promise.all([
            options.stdoutFile === undefined ? takeTail(stdout) : "",
            options.stderrFile === undefined ? takeTail(stderr) : "",
        ]);
        return { end: result.end, exitCode: result.exitCode, stdout: out, stderr: err, durationMs: result.durationMs };
    }
    /** Like `run`, for calls that have to succeed: answers their standard output, throws EnvironmentError otherwise. */
    async get(args, options = {}) {
        const result = await this.run(args, options);
        if (result.end === "exited" && result.exitCode === 0)
            return result.stdout.trim();
        const cause = result.end === "exited" ? lastLine(result.stderr) : result.end;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EnvironmentError */ .eG(`docker ${args.slice(0, 2).join(" ")}: ${cause}`, dockerRemedy);
    }
}
/** Questions to a daemon; builds, pushes and the like bring their own limit. */
const defaultLimitMs = 60_000;
const dockerRemedy = "Check that `docker version` works for this user, or switch the image off with `docker: false`.";
const tailBytes = 1_048_576;
/** Reads the end of a file, a megabyte at most, and removes it. */
async function takeTail(path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path);
    try {
        const { size } = await file.stat();
        const length = Math.min(size, tailBytes);
        const buffer = Buffer.alloc(length);
        await file.read(buffer, 0, length, size - length);
        return buffer.toString("utf8");
    }
    finally {
        await file.close();
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
    }
}
/** The last line that says something, without docker's usual prefix. */
function lastLine(text) {
    const line = text
        .trim()
        .split("\n")
        .findLast((candidate) => candidate.trim() !== "" && !/^See 'docker .*--help'|^Run 'docker .*--help'/.test(candidate));
    return (line ?? "no message").replace(/^(docker: )?(Error response from daemon: )?/, "").trim();
}


/***/ }),

/***/ 53028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ DockerContainer)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71877);
/* harmony import */ var _cli_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29845);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53891);
/* harmony import */ var _smoke_network_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63797);






const stateSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    State: zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
        Status: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
        ExitCode: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig(),
        OOMKilled: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY(),
        Error: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
        Health: zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ Status: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), Log: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ Output: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() })).nullish() }).nullish(),
    }),
    NetworkSettings: _smoke_network_js__WEBPACK_IMPORTED_MODULE_4__/* .networkSettingsSchema */ .TQ,
});
/** What a container gets to end by itself after SIGTERM. */
const stopSeconds = 3;
/** `docker logs` has to work whatever the daemon's own driver, and a program that prints for ever must not fill the disk. */
const boundedLog = ["--log-driver", "json-file", "--log-opt", "max-size=4m", "--log-opt", "max-file=2"];
/** A container of the smoke test or of a stage, from its creation until it is removed. */
class DockerContainer {
    name;
    #cli;
    constructor(cli, name) {
        this.#cli = cli;
        this.name = name;
    }
    /** Creates, but does not start; not to be interrupted, so that nothing is left of it. Throws EnvironmentError. */
    static async create(cli, request, env = {}) {
        const container = new DockerContainer(cli, (0,_session_js__WEBPACK_IMPORTED_MODULE_3__/* .temporaryName */ .NT)());
        const fixed = ["create", "--name", container.name, "--label", _session_js__WEBPACK_IMPORTED_MODULE_3__/* .ownLabel */ .tZ];
        await cli.get([...fixed, ...boundedLog, ...request.options, request.image, ...request.command], { env });
        return container;
    }
    /** Starts the process. Answers why that is impossible with this image, null when it runs; throws EnvironmentError for the daemon's own troubles. */
    async start(signal) {
        const started = await this.#cli.run(["start", this.name], { signal });
        if (started.exitCode === 0)
            return null;
        const message = started.stderr.trim().split("\n")[0] ?? "";
        const cause = message.replace(/^Error response from daemon: /, "");
        if (/OCI runtime|runc |container init|starting container process|exec format error/.test(cause))
            return shorten(cause);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EnvironmentError */ .eG(`docker start: ${cause}`, _cli_js__WEBPACK_IMPORTED_MODULE_2__/* .dockerRemedy */ .Dd);
    }
    /** Starts the process and waits for its end; both streams go to files, whole. A time limit ends the waiting, not the process. */
    attach(files, options) {
        const streams = { stdoutFile: files.stdout, stderrFile: files.stderr };
        return this.#cli.run(["start", "--attach", this.name], { ...options, ...streams });
    }
    async state(signal) {
        const text = await this.#cli.get(["container", "inspect", "--format", "{{json .}}", this.name], { signal });
        return stateSchema.parse(JSON.parse(text));
    }
    /** Both streams in the order the daemon got them; the last megabyte. */
    async logs() {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(this.#cli.tempDir, `${this.name}.log`);
        await this.#cli.run(["logs", this.name], { stdoutFile: file, stderrFile: file, timeoutMs: _session_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanupLimitMs */ .ST });
        return (0,_cli_js__WEBPACK_IMPORTED_MODULE_2__/* .takeTail */ .MB)(file);
    }
    /** Ends the process: SIGTERM, and SIGKILL for those that ignore it. True when SIGTERM was enough. */
    async stop() {
        const startedAt = performance.now();
        await this.#cli.run(["stop", "-t", String(stopSeconds), this.name], { timeoutMs: _session_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanupLimitMs */ .ST });
        return performance.now() - startedAt < stopSeconds * 1_000;
    }
    /** Removes the container with its volumes, whatever its state. Never throws; answers what went wrong. */
    async remove() {
        const args = ["rm", "--force", "--volumes", this.name];
        const removed = await this.#cli.run(args, { timeoutMs: _session_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanupLimitMs */ .ST });
        if (removed.exitCode === 0 || /No such container/i.test(removed.stderr))
            return null;
        return `container ${this.name} was not removed: ${(0,_cli_js__WEBPACK_IMPORTED_MODULE_2__/* .lastLine */ .fM)(removed.stderr)}`;
    }
}
/** The runtime's own words without those of the layers above it. */
function shorten(cause) {
    const exec = /exec: .*|exec format error.*/.exec(cause)?.[0] ?? cause;
    return exec.replace(/^exec: /, "").replace(/: unknown$/, "");
}


/***/ }),

/***/ 29347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runInImage: () => (/* binding */ runInImage)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71877);
/* harmony import */ var _container_env_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(930);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57995);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(23934);
/* harmony import */ var _keep_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15929);
/* harmony import */ var _availability_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74936);
/* harmony import */ var _cli_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(29845);
/* harmony import */ var _container_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(53028);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(53891);











/** Where the container has the repository. */
const source = "/src";
/** Runs a step in a container of an image, as root, on a copy of the repository of its own; the image's entry point does not count. */
async function runInImage(options) {
    const { step, resultDir, tempDir, env, signal } = options;
    const startedAt = new Date();
    const cli = new _cli_js__WEBPACK_IMPORTED_MODULE_7__/* .DockerCli */ .Vo(env, tempDir);
    const broken = (problem) => (0,_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .outcomeOf */ .s)({ step, resultDir }, { end: "errored", problem, startedAt });
    const available = await (0,_availability_js__WEBPACK_IMPORTED_MODULE_6__/* .checkDocker */ .dN)(cli);
    if (!available.ok) {
        return broken({
            message: `It runs in the image ${step.image}, for which the host engine needs Docker: ${available.reason}.`,
            remedy: "Start Docker, or use `engine: dagger`, which brings its own containers.",
        });
    }
    try {
        await pull(step.image, cli, signal);
        return await runContainer(options, cli, startedAt);
    }
    catch (error) {
        if (signal.aborted)
            return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .outcomeOf */ .s)({ step, resultDir }, { end: "cancelled", startedAt });
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EnvironmentError */ .eG))
            throw error;
        return broken(error);
    }
}
async function pull(image, cli, signal) {
    const known = await cli.run(["image", "inspect", "--format", "{{.Id}}", image], { signal });
    if (known.exitCode === 0)
        return;
    const pulled = await cli.run(["pull", "--quiet", image], { signal, timeoutMs: _session_js__WEBPACK_IMPORTED_MODULE_9__/* .transferLimitMs */ .R8 });
    if (pulled.exitCode === 0)
        return;
    const why = pulled.end === "exited" ? (0,_cli_js__WEBPACK_IMPORTED_MODULE_7__/* .lastLine */ .fM)(pulled.stderr) : pulled.end;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EnvironmentError */ .eG(`The image ${image} cannot be had: ${why}.`, "Check `image` of the stage, the network, and the login of Docker on this machine.");
}
async function runContainer(options, cli, startedAt) {
    const { step, resultDir, copy, signal } = options;
    const [command] = step.commands;
    if (command === undefined || step.commands.length > 1)
        throw new Error(`${step.stage}: an image is for one command`);
    const name = typeof command.tool === "string" ? command.tool : command.tool.name;
    const { args, cliEnv, files } = await variablesOf(options, command.env);
    const workdir = step.module === "." ? source : `${source}/${step.module}`;
    const container = await _container_js__WEBPACK_IMPORTED_MODULE_8__/* .DockerContainer */ .C.create(cli, {
        image: step.image,
        command: command.args.map((arg) => (typeof arg === "string" ? arg : arg.prefix)),
        options: ["--user", "0:0", "--workdir", workdir, "--entrypoint", name, ...args],
    }, cliEnv);
    try {
        for (const file of files)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(file);
        await cli.get(["cp", `${copy}/.`, `${container.name}:${source}`], { signal, timeoutMs: _session_js__WEBPACK_IMPORTED_MODULE_9__/* .transferLimitMs */ .R8 });
        const streams = (0,_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .outputFiles */ .L)(resultDir, 0);
        const ran = await container.attach(streams, { signal, timeoutMs: step.timeoutMs });
        if (ran.end === "timed-out")
            await container.stop();
        const { State } = await container.state(signal);
        const absent = ran.end === "exited" && State.Error !== "";
        if (absent && !(0,_programs_js__WEBPACK_IMPORTED_MODULE_10__/* .isOfRepository */ .iI)(name)) {
            return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .outcomeOf */ .s)({ step, resultDir }, { end: "errored", problem: (0,_programs_js__WEBPACK_IMPORTED_MODULE_10__/* .notFound */ .mX)(name, `in the image ${step.image}`), startedAt });
        }
        if (absent)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(streams.stderr, (0,_programs_js__WEBPACK_IMPORTED_MODULE_10__/* .notFoundHere */ .YH)(name));
        await keepOf(container.name, workdir, options, cli);
        const timedOut = ran.end === "timed-out";
        const exitCode = timedOut ? null : absent ? 127 : ran.exitCode;
        const commands = [{ exitCode, signal: timedOut ? "SIGKILL" : null, durationMs: ran.durationMs, ...streams }];
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .outcomeOf */ .s)({ step, resultDir }, { end: timedOut ? "timed-out" : "exited", startedAt, commands });
    }
    finally {
        await container.remove();
    }
}
/** Secrets never stand among the arguments: those on one line go by a file, others, which such a file cannot hold, by docker's own environment. */
async function variablesOf({ tempDir, env, goproxy, goprivate, secret }, own) {
    const { plain } = (0,_container_env_js__WEBPACK_IMPORTED_MODULE_3__/* .containerVariables */ .J)(env, { goproxy, goprivate });
    const args = Object.entries({ ...plain, ...own }).flatMap(([name, value]) => ["--env", `${name}=${value}`]);
    const secrets = Object.entries(secret).filter(([name]) => !(name in own));
    const long = secrets.filter(([, value]) => /[\r\n]/.test(value));
    const short = secrets.filter(([, value]) => !/[\r\n]/.test(value));
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tempDir, "variables");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, short.map(([name, value]) => `${name}=${value}\n`).join(""), { mode: 0o600 });
    const handed = long.flatMap(([name]) => ["--env", name]);
    return { args: [...args, "--env-file", file, ...handed], cliEnv: Object.fromEntries(long), files: [file] };
}
/**
 * What is not there is found missing afterwards. What lies in another output comes with that: docker writes through a link that it has brought before, wherever on this
 * machine it leads, and into a directory that is there.
 */
async function keepOf(container, workdir, { step, resultDir, tempDir, signal }, cli) {
    const taken = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tempDir, "taken");
    const { keeps = [] } = step;
    for (const path of keeps.filter((each) => !keeps.some((other) => each.startsWith(`${other}/`)))) {
        const to = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(taken, path);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(to), { recursive: true });
        await cli.run(["cp", `${container}:${workdir}/${path}`, to], { signal, timeoutMs: _session_js__WEBPACK_IMPORTED_MODULE_9__/* .transferLimitMs */ .R8 });
    }
    await (0,_keep_js__WEBPACK_IMPORTED_MODULE_5__/* .keepFiles */ .N)(taken, step, resultDir);
}


/***/ }),

/***/ 53891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NT: () => (/* binding */ temporaryName),
/* harmony export */   R8: () => (/* binding */ transferLimitMs),
/* harmony export */   ST: () => (/* binding */ cleanupLimitMs),
/* harmony export */   qz: () => (/* binding */ tell),
/* harmony export */   tZ: () => (/* binding */ ownLabel)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Says something at once and in the step's log. */
async function tell({ progress, log }, line) {
    progress(line);
    await log.line(line);
}
/** Marks containers and networks of ours, and starts the names of everything that only lives as long as a run. */
const ownLabel = "go-pipeline.temporary";
/** A name nobody else uses. */
function temporaryName() {
    return `go-pipeline-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString("hex")}`;
}
/** What cleaning up may take, whatever happened before. */
const cleanupLimitMs = 30_000;
/** For what moves a whole image, on a slow disk. */
const transferLimitMs = 600_000;


/***/ }),

/***/ 63797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $F: () => (/* binding */ probeTargets),
/* harmony export */   D: () => (/* binding */ daemonHost),
/* harmony export */   TQ: () => (/* binding */ networkSettingsSchema),
/* harmony export */   VS: () => (/* binding */ createNetwork),
/* harmony export */   Zw: () => (/* binding */ removeNetwork),
/* harmony export */   gI: () => (/* binding */ publishOptions)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77030);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var _cli_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29845);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53891);






/** Makes the network. A service that listens on IPv6 alone can only be reached on one that has it. Takes a second at most: it is not interrupted. */
async function createNetwork(cli) {
    const name = (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .temporaryName */ .NT)();
    const create = ["network", "create", "--label", _session_js__WEBPACK_IMPORTED_MODULE_4__/* .ownLabel */ .tZ];
    // Docker before 27 chooses no IPv6 subnet by itself: a random one of RFC 4193.
    const subnet = `fd${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(1).toString("hex")}:${group()}:${group()}:${group()}::/64`;
    const six = await cli.run([...create, "--ipv6", "--subnet", subnet, name]);
    if (six.exitCode !== 0)
        await cli.get([...create, name]);
    return { name, ipv6: six.exitCode === 0, self: await joinNetwork(cli, name) };
}
function group() {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(2).toString("hex");
}
/** A job that runs in a container itself reaches the daemon's containers only on a network that both are in. */
async function joinNetwork(cli, network) {
    const name = (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)();
    if (process.platform !== "linux" || !/^[0-9a-f]{12}$/.test(name))
        return null;
    const found = await cli.run(["container", "inspect", "--format", "{{.Id}}", name]);
    const id = found.stdout.trim();
    if (found.exitCode !== 0 || !id.startsWith(name))
        return null;
    const joined = await cli.run(["network", "connect", network, id]);
    return joined.exitCode === 0 ? id : null;
}
/** Removes the network; its containers have to be gone. Never throws. Answers what went wrong. */
async function removeNetwork(cli, network) {
    const limit = { timeoutMs: _session_js__WEBPACK_IMPORTED_MODULE_4__/* .cleanupLimitMs */ .ST };
    if (network.self !== null)
        await cli.run(["network", "disconnect", "--force", network.name, network.self], limit);
    const removed = await cli.run(["network", "rm", network.name], limit);
    return removed.exitCode === 0 ? null : `network ${network.name} was not removed: ${(0,_cli_js__WEBPACK_IMPORTED_MODULE_3__/* .lastLine */ .fM)(removed.stderr)}`;
}
const portsSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ HostIp: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), HostPort: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() })).nullable());
const networksSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    IPAddress: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullish(),
    IPPrefixLen: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().nullish(),
    GlobalIPv6Address: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullish(),
    GlobalIPv6PrefixLen: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().nullish(),
}));
const networkSettingsSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ Ports: portsSchema.nullish(), Networks: networksSchema.nullish() });
/**
 * Where to look for `port`: at the container's own addresses when this machine has one in their networks, and at the published ports.
 * `daemonHost`: name of the machine the daemon runs on, null when it is this one.
 */
function probeTargets(settings, port, daemonHost) {
    const own = Object.values(settings.Networks ?? {}).flatMap((network) => [
        ...address(network.IPAddress, network.IPPrefixLen),
        ...address(network.GlobalIPv6Address, network.GlobalIPv6PrefixLen),
    ]);
    const published = settings.Ports?.[`${port}/tcp`] ?? [];
    return [
        ...own.map((host) => ({ host, port, proxied: false })),
        ...published.map((binding) => ({
            host: daemonHost ?? binding.HostIp,
            port: Number(binding.HostPort),
            proxied: true,
        })),
    ];
}
function address(ip, prefix) {
    if (!ip || !prefix)
        return [];
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIPv6)(ip) ? "ipv6" : "ipv4";
    const network = new node_net__WEBPACK_IMPORTED_MODULE_1__.BlockList();
    network.addSubnet(ip, prefix, family);
    const interfaces = Object.values((0,node_os__WEBPACK_IMPORTED_MODULE_2__.networkInterfaces)()).flatMap((list) => list ?? []);
    const reachable = interfaces.some((found) => found.family.toLowerCase() === family && network.check(found.address, family));
    return reachable ? [ip] : [];
}
/** Publishes on the loopback of this machine alone, except when the daemon runs on another one. */
function publishOptions(port, daemonHost) {
    return ["--publish", daemonHost === null ? `127.0.0.1::${port}` : String(port)];
}
/** Name of the machine behind a daemon's address (`tcp://docker:2376`, `ssh://user@host`); null for this one. */
function daemonHost(endpoint) {
    if (!/^(tcp|ssh|https?):\/\//.test(endpoint))
        return null;
    const host = new URL(endpoint.replace(/^\w+:/, "http:")).hostname.replace(/^\[|\]$/g, "");
    return host === "localhost" || host === "::1" || host.startsWith("127.") ? null : host;
}


/***/ })

};
