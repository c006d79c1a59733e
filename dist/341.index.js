export const id = 341;
export const ids = [341];
export const modules = {

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

/***/ 10341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cacheServiceOf: () => (/* binding */ cacheServiceOf),
  createDockerRunner: () => (/* binding */ createDockerRunner),
  layerCacheOf: () => (/* binding */ layerCacheOf)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/engine/hosted.js
var hosted = __webpack_require__(31808);
// EXTERNAL MODULE: ./build/stage/src/engine/image/pipeline.js + 5 modules
var pipeline = __webpack_require__(68828);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/engine/image/backend.js
var backend = __webpack_require__(24357);
// EXTERNAL MODULE: ./build/stage/src/engine/image/layout.js
var image_layout = __webpack_require__(63063);
// EXTERNAL MODULE: ./build/stage/src/engine/image/references.js
var references = __webpack_require__(3847);
// EXTERNAL MODULE: ./build/stage/src/engine/host/docker/availability.js
var availability = __webpack_require__(74936);
// EXTERNAL MODULE: ./build/stage/src/engine/image/base-platform.js
var base_platform = __webpack_require__(18346);
// EXTERNAL MODULE: ./build/stage/src/model/platform.js
var platform = __webpack_require__(53107);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/builder.js
/** Asks for the plugin, the builder it uses by default and the daemon's image store. */
async function findBuilder(cli, daemon, signal) {
    const [version, inspect, status] = await Promise.all([
        cli.run(["buildx", "version"], { signal }),
        cli.run(["buildx", "inspect"], { signal }),
        cli.run(["info", "--format", "{{json .DriverStatus}}"], { signal }),
    ]);
    const containerdStore = status.stdout.includes("io.containerd.snapshotter");
    const minor = buildxMinor(version.exitCode === 0 ? version.stdout : "");
    if (minor === null) {
        return { kind: "plain", buildkit: daemon.clientMajor < 23, driver: null, minor: 0, containerdStore };
    }
    const driver = /^Driver:\s*(\S+)/m.exec(inspect.stdout)?.[1] ?? null;
    return { kind: "buildx", buildkit: true, driver, minor, containerdStore };
}
/** One that was built without a version (`go install`, a distribution's package) is taken for a current one. */
const newest = 1_000;
/** `github.com/docker/buildx v0.38.2 <commit>` -> 38; null when that is not what it says. */
function buildxMinor(text) {
    const match = /buildx\s+v?(\d+)\.(\d+)\.\d+(\+unknown)?/.exec(text);
    if (match?.[1] === undefined || match[2] === undefined)
        return null;
    return match[1] === "0" && match[3] === undefined ? Number(match[2]) : newest;
}
/** Whether it can export: several platforms and the cache of GitHub need more than the daemon's own builder with its classic store. */
function canExport(builder) {
    return builder.kind === "buildx" && (builder.driver !== "docker" || builder.containerdStore);
}
/** First buildx with `--progress=rawjson`. */
const rawJsonMinor = 13;
/** First buildx whose `imagetools create` reads an OCI layout: https://github.com/docker/buildx/pull/3721 */
const layoutPushMinor = 33;

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/build-arguments.js


/** Arguments of `docker` that build an image. */
function buildArguments(builder, request) {
    const { target, tag } = request;
    const common = [
        ...["--file", request.dockerfile],
        ...(target === null ? [] : ["--target", target]),
        ...(tag === null ? [] : ["--tag", tag]),
        ...request.buildArgs.flatMap(([name, value]) => ["--build-arg", `${name}=${value}`]),
        ...request.secrets.flatMap(({ id, variable }) => ["--secret", `id=${id},env=${variable}`]),
        ...request.labels.flatMap(([name, value]) => ["--label", `${name}=${value}`]),
        ...(request.platforms.length === 0 ? [] : ["--platform", request.platforms.map(platform/* platformKey */.Ng).join(",")]),
    ];
    return [...command(builder, request), ...common, request.context];
}
function command(builder, request) {
    if (builder.kind === "plain") {
        // Without BuildKit every step runs in a container, and that of a failed one stays.
        const mode = builder.buildkit ? ["--progress", "plain"] : ["--force-rm"];
        return ["build", ...mode, "--iidfile", request.metadataFile];
    }
    const { layout, cache, attest } = request;
    return [
        ...["buildx", "build"],
        ...["--progress", builder.minor >= rawJsonMinor ? "rawjson" : "plain"],
        ...["--metadata-file", request.metadataFile],
        ...(layout === null ? ["--load"] : ["--output", `type=oci,tar=false,dest=${layout}`]),
        ...(cache === null ? [] : ["--cache-from", `type=gha,scope=${cache.scope}`]),
        ...(cache === null || !cache.save
            ? []
            : ["--cache-to", `type=gha,scope=${cache.scope},mode=max,ignore-error=true`]),
        ...(attest === null ? [] : attestArguments(attest)),
    ];
}
function attestArguments({ sbom, provenance }) {
    return [
        ...(sbom === null ? [] : ["--attest", `type=sbom,generator=${sbom}`]),
        ...(provenance === null ? [] : ["--attest", `type=provenance,mode=${provenance}`]),
    ];
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./build/stage/src/parse-json.js
var parse_json = __webpack_require__(2078);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/inspect-image.js



/** The part of `docker image inspect` that counts here. */
const imageSchema = schemas/* object */.Ikc({
    Id: schemas/* string */.YjP(),
    Os: schemas/* string */.YjP(),
    Architecture: schemas/* string */.YjP(),
    Variant: schemas/* string */.YjP().optional(),
    Size: schemas/* number */.aig(),
    RepoDigests: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    RootFS: schemas/* object */.Ikc({ Layers: schemas/* array */.YOg(schemas/* string */.YjP()).nullish() }).nullish(),
    Config: schemas/* object */.Ikc({
        Entrypoint: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
        Cmd: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
        Healthcheck: schemas/* object */.Ikc({ Test: schemas/* array */.YOg(schemas/* string */.YjP()).nullish() }).nullish(),
    })
        .nullish(),
});
/** Asks the daemon what an image of its is like. `metadata`: what buildx wrote about the build. */
async function inspectImage(run, builder, reference, metadata) {
    const text = await run.cli.get(["image", "inspect", "--format", "{{json .}}", reference], { signal: run.signal });
    const image = imageSchema.parse(JSON.parse(text));
    const test = image.Config?.Healthcheck?.Test ?? [];
    const command = [...(image.Config?.Entrypoint ?? []), ...(image.Config?.Cmd ?? [])];
    return {
        configDigest: builder.containerdStore ? digestFrom(metadata) : image.Id,
        platform: [image.Os, image.Architecture, ...(image.Variant ? [image.Variant] : [])].join("/"),
        size: image.Size,
        layers: image.RootFS?.Layers?.length ?? 0,
        hasHealthcheck: test.length > 0 && test[0] !== "NONE",
        hasCommand: command.length > 0,
    };
}
function digestFrom(metadata) {
    const digest = (0,availability/* field */.ZZ)((0,parse_json/* parseJson */.q)(metadata), "containerimage.config.digest");
    return typeof digest === "string" ? digest : null;
}

// EXTERNAL MODULE: ./build/stage/src/engine/image/step-log.js
var step_log = __webpack_require__(50056);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/build-log-plain.js
/** How many lines of a step's output are kept. */
const tailLines = 20;
/** A step of the Dockerfile that does something (`[2/5] RUN …`), not BuildKit's own work. */
function isStep(name) {
    return /^\[[^\]]*\d+\/\d+\] (?!FROM |ARG )/.test(name);
}
/** Reader of `--progress=plain`, of `docker build` without BuildKit and of the text that ends a rawjson log. */
class PlainReader {
    #names = new Map();
    #cached = new Set();
    #tails = new Map();
    #current = "";
    #failed = null;
    #error = null;
    /** The last line that belongs to no step: docker before 23 and the builder before BuildKit end with a bare error. */
    #last = "";
    #location = null;
    read(line) {
        const step = /^#(\d+) (?:(\[.*)|(CACHED)$|(ERROR): .*|(.*))$/.exec(line);
        if (step?.[1] !== undefined)
            this.#step(step[1], step);
        else
            this.#text(line);
        return [line];
    }
    #step(id, [, , name, cached, error, text]) {
        if (name !== undefined)
            this.#names.set(id, name);
        else if (cached !== undefined)
            this.#cached.add(id);
        else if (error !== undefined)
            this.#failed = id;
        else if (text !== undefined)
            this.#output(id, text.replace(/^\d+\.\d+ /, ""));
    }
    #output(id, text) {
        if (/^(DONE \d|transferring |sha256:|naming to|writing image|exporting )/.test(text))
            return;
        const tail = this.#tails.get(id) ?? [];
        tail.push(text);
        tail.splice(0, tail.length - tailLines);
        this.#tails.set(id, tail);
    }
    /** The builder before BuildKit: `Step 2/3 : RUN …`, ` ---> Using cache`. */
    #text(line) {
        const legacy = /^Step (\d+\/\d+) : (.*)$/.exec(line);
        if (legacy?.[1] !== undefined) {
            this.#current = legacy[1];
            this.#names.set(legacy[1], `[${legacy[1]}] ${legacy[2]}`);
        }
        else if (/^ ---> Using cache$/.test(line))
            this.#cached.add(this.#current);
        else if (!this.#ending(line) && this.#current !== "" && !/^( --->|Removing intermediate)/.test(line)) {
            this.#output(this.#current, line);
        }
    }
    /** `Dockerfile:3`, a line of dashes, the source with `>>>`, another such line, and the error itself. */
    #ending(line) {
        if (line.trim() !== "" && !/^-+$|^ > /.test(line))
            this.#last = line;
        const header = /^\S.*:(\d+)$/.exec(line);
        if (header?.[1] !== undefined)
            this.#location = { line: Number(header[1]), confirmed: false };
        else if (/^-{20}$/.test(line) && this.#location !== null)
            this.#location.confirmed = true;
        const error = /^(?:ERROR|error): (.*)$/.exec(line)?.[1];
        if (error !== undefined)
            this.#error = error;
        if (!line.startsWith("The command "))
            return error !== undefined;
        this.#failed = this.#current;
        return true;
    }
    report(failed) {
        const steps = [...this.#names].filter(([, name]) => isStep(name));
        const error = failed ? unwrap((this.#current === "" ? this.#error : null) ?? this.#last) : null;
        const parse = /parse error (?:on )?line (\d+)/.exec(error ?? "")?.[1];
        const line = this.#location?.confirmed === true ? this.#location.line : null;
        return {
            cached: steps.length > 0 && steps.every(([id]) => this.#cached.has(id)),
            failedStep: this.#failed === null ? null : (this.#names.get(this.#failed) ?? null),
            failedOutput: this.#failed === null ? [] : (this.#tails.get(this.#failed) ?? []),
            error: error === "" ? null : error,
            line: line ?? (parse === undefined ? null : Number(parse)),
            checks: [],
        };
    }
}
const wrappings = [
    /^Error response from daemon: /,
    /^failed to build: /,
    /^failed to solve: /,
    /^rpc error: code = \w+ desc = /,
    /^failed to solve with frontend [\w.]+: /,
    /^failed to create LLB definition: /,
    /^failed to compute cache key: /,
    /^failed to calculate checksum of ref \S+: /,
];
function unwrap(error) {
    let rest = error;
    for (let before = ""; before !== rest;) {
        before = rest;
        for (const wrapping of wrappings)
            rest = rest.replace(wrapping, "");
    }
    return rest;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/build-log.js



/**
 * Reader of `--progress=rawjson` (BuildKit's SolveStatus, one object per line, see client/graph.go of moby/buildkit) with whatever buildx prints
 * as text between and after it.
 */
class RawJsonReader {
    #vertices = new Map();
    #checks = [];
    #end = new PlainReader();
    read(line) {
        const status = line.startsWith("{") ? (0,parse_json/* parseJson */.q)(line) : null;
        if (status === null)
            return this.#end.read(line);
        const text = [];
        for (const vertex of list(status, "vertexes"))
            text.push(...this.#vertex(vertex));
        for (const log of list(status, "logs"))
            text.push(...this.#log(log));
        for (const warning of list(status, "warnings"))
            this.#check(warning);
        return text;
    }
    #vertex(value) {
        const digest = textField(value, "digest");
        const known = this.#vertices.get(digest);
        const vertex = known ?? newVertex(this.#vertices.size + 1, textField(value, "name"));
        this.#vertices.set(digest, vertex);
        const text = known === undefined ? [`#${vertex.number} ${vertex.name}`] : [];
        if ((0,availability/* field */.ZZ)(value, "cached") === true)
            vertex.cached = true;
        const error = textField(value, "error");
        if (error !== "")
            vertex.error = error;
        if (vertex.ended || textField(value, "completed") === "")
            return text;
        vertex.ended = true;
        return [...text, ...flush(vertex), `#${vertex.number} ${outcome(vertex)}`];
    }
    #log(value) {
        const vertex = this.#vertices.get(textField(value, "vertex"));
        if (vertex === undefined)
            return [];
        const lines = (vertex.rest + Buffer.from(textField(value, "data"), "base64").toString("utf8")).split(/\r?\n/);
        vertex.rest = lines.pop() ?? "";
        return print(vertex, lines);
    }
    /** `short` is `FromAsCasing: 'as' and 'FROM' keywords' casing do not match (line 1)`. */
    #check(value) {
        const range = list(value, "range")[0];
        const line = (0,availability/* field */.ZZ)((0,availability/* field */.ZZ)(range, "start"), "line");
        const short = Buffer.from(textField(value, "short"), "base64")
            .toString("utf8")
            .replace(/ \(line \d+\)$/, "");
        const [, rule = null, message = short] = /^([A-Z][A-Za-z]+): ([\s\S]+)$/.exec(short) ?? [];
        const url = textField(value, "url");
        if (typeof line !== "number" || line <= 0)
            return;
        this.#checks.push({ rule, line, message, url: url === "" ? null : url });
    }
    report(failed) {
        const vertices = [...this.#vertices.values()];
        // Not the import or export of a cache, which may fail without harm.
        const broken = vertices.findLast((vertex) => vertex.error !== null && !/ cache( |$)/.test(vertex.name));
        const steps = vertices.filter((vertex) => isStep(vertex.name));
        const end = this.#end.report(failed);
        return {
            ...end,
            cached: steps.length > 0 && steps.every((vertex) => vertex.cached),
            failedStep: broken?.name ?? null,
            failedOutput: broken?.tail ?? [],
            error: end.error ?? broken?.error ?? null,
            checks: this.#checks,
        };
    }
}
function newVertex(number, name) {
    return { number, name, cached: false, error: null, ended: false, rest: "", tail: [] };
}
function outcome(vertex) {
    if (vertex.error !== null)
        return `ERROR: ${vertex.error}`;
    return vertex.cached ? "CACHED" : "DONE";
}
function flush(vertex) {
    const { rest } = vertex;
    vertex.rest = "";
    return rest === "" ? [] : print(vertex, [rest]);
}
function print(vertex, lines) {
    vertex.tail.push(...lines);
    vertex.tail.splice(0, vertex.tail.length - tailLines);
    return lines.map((line) => `#${vertex.number} ${line}`);
}
function list(value, name) {
    const found = (0,availability/* field */.ZZ)(value, name);
    return Array.isArray(found) ? found : [];
}
function textField(value, name) {
    const found = (0,availability/* field */.ZZ)(value, name);
    return typeof found === "string" ? found : "";
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/stage/src/project/dockerfile-facts.js
var dockerfile_facts = __webpack_require__(87256);
;// CONCATENATED MODULE: ./build/stage/src/project/dockerfile-mounts.js

const targetNames = ["target", "dst", "destination"];
/** The caches of Go's that RUN instructions mount, one for each stage and id, as far as the Dockerfile itself says which caches are Go's. */
function goCacheMounts(dockerfile) {
    const named = namedCaches(dockerfile.instructions);
    const all = cacheMounts(dockerfile.instructions);
    const secret = all.filter(({ besideSecrets }) => besideSecrets).map(({ id }) => id);
    const first = new Map();
    for (const { text, target, id, stage } of all) {
        const kind = kindOf(target, named);
        const key = `${stage} ${id}`;
        if (kind === null || first.has(key))
            continue;
        const besideSecrets = secret.some((other) => mayBeOne(id, other));
        first.set(key, { kind, target, id, identity: identityOf(text, target), stage, besideSecrets });
    }
    return [...first.values()];
}
/** What variables hold is known to the builder alone. */
function mayBeOne(id, other) {
    return id === other || id.includes("$") || other.includes("$");
}
/** Flags stand before the command. */
function cacheMounts(instructions) {
    return instructions
        .filter(({ keyword }) => keyword === "RUN")
        .flatMap(({ value, stage }) => {
        const mounts = (/^(?:--\S+\s*)*/.exec(value)?.[0] ?? "")
            .split(/\s+/)
            .filter((flag) => flag.startsWith("--mount="));
        const besideSecrets = mounts.some((mount) => /^(secret|ssh)$/.test((0,dockerfile_facts/* mountField */.C9)(mount, ["type"]) ?? ""));
        return mounts
            .filter((mount) => (0,dockerfile_facts/* mountField */.C9)(mount, ["type"]) === "cache")
            .map((text) => {
            const target = (0,dockerfile_facts/* mountField */.C9)(text, targetNames)?.replace(/(.)\/+$/, "$1") ?? "";
            return { text, target, id: (0,dockerfile_facts/* mountField */.C9)(text, ["id"]) ?? target, stage, besideSecrets };
        });
    });
}
/** Values that ENV gives to GOCACHE and GOMODCACHE. */
function namedCaches(instructions) {
    const values = instructions
        .filter(({ keyword }) => keyword === "ENV")
        .flatMap(({ value }) => [...value.matchAll(/\b(GOCACHE|GOMODCACHE)[= ]"?([^\s"]+)/g)]);
    return new Map(values.map(([, name, value = ""]) => [value, name === "GOCACHE" ? "compiled" : "modules"]));
}
function kindOf(target, named) {
    if (/\/go-build$|^\$\{?GOCACHE\}?$/.test(target))
        return "compiled";
    if (/\/pkg\/mod$|^\$\{?GOMODCACHE\}?$/.test(target))
        return "modules";
    return named.get(target) ?? null;
}
/**
 * Without an id BuildKit takes the target for it (frontend/dockerfile/dockerfile2llb/convert_runmount.go), and of the options nothing but the id says which cache it is
 * (solver/llbsolver/mounts/mount.go; both BuildKit 0.30).
 */
function identityOf(text, target) {
    const fields = text.slice("--mount=".length).split(",");
    const kept = fields.filter((field) => !/^(type|target|dst|destination|ro|readonly|rw|readwrite)(=|$)/.test(field));
    return [...(kept.some((field) => field.startsWith("id=")) ? [] : [`id=${target}`]), ...kept].join(",");
}
/** Stages that the built one is made of, itself included, by their indexes. Without a target it is the last one. */
function neededStages(dockerfile, target) {
    const stages = (0,dockerfile_facts/* buildStages */.as)(dockerfile);
    const indexOf = (name, before) => {
        const named = stages.slice(0, before).findLastIndex((stage) => stage.name === name.toLowerCase());
        return named < 0 && /^\d+$/.test(name) && Number(name) < before ? Number(name) : named;
    };
    const needed = new Set();
    const pending = [target === null ? stages.length - 1 : indexOf(target, stages.length)];
    for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
        if (index < 0 || needed.has(index))
            continue;
        needed.add(index);
        pending.push(indexOf(stages[index]?.base ?? "", index));
        const own = dockerfile.instructions.filter(({ stage }) => stage === index);
        for (const from of own.flatMap(({ value }) => [...value.matchAll(/(?:--from=|[,=]from=)([^\s,]+)/g)])) {
            pending.push(indexOf(from[1] ?? "", index));
        }
    }
    return needed;
}
/**
 * The beginning of a Dockerfile that ends with a stage like the one of this index: the same base, variables and arguments, so that a mount written the same way is the
 * same cache, and nothing else of it.
 */
function stageOutline(dockerfile, index) {
    const stages = (0,dockerfile_facts/* buildStages */.as)(dockerfile);
    const chain = [];
    for (let at = index; at >= 0;) {
        chain.unshift(at);
        const base = stages[at]?.base.toLowerCase();
        at = stages.slice(0, at).findLastIndex(({ name }) => name === base);
    }
    const kept = dockerfile.instructions.filter(({ keyword, stage }) => (stage < 0 && keyword === "ARG") || (chain.includes(stage) && /^(FROM|ARG|ENV)$/.test(keyword)));
    return [
        ...dockerfile.directives.filter(({ name }) => name !== "check").map(({ name, value }) => `# ${name}=${value}`),
        ...kept.map(({ keyword, value }) => `${keyword} ${value}`),
    ];
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/layer-cache.js



/** Nothing travels, and nobody expects it. */
const noLayerCache = { service: null, hosted: false, restore: false, save: false, reason: null };
/** How a build uses GitHub's cache. `arch`: the daemon's, whose platform counts when none is asked for. */
function layerUse(step, builder, cache, arch) {
    const { service, hosted, restore, save, reason } = cache;
    // An image of a binary has nothing that takes longer to build than to fetch.
    if (step.source.type === "binary")
        return { use: null, note: null };
    if (!restore)
        return { use: null, note: reason === null ? null : without(reason) };
    if (service === null)
        return { use: null, note: hosted ? without("this step is offered no cache service") : null };
    if (!canExport(builder)) {
        const driver = builder.driver ?? "docker build";
        const remedy = "docker/setup-buildx-action sets one up that can";
        return { use: null, note: without(`the builder (${driver}) cannot export one; ${remedy}`) };
    }
    const note = save || reason === null ? null : `layers in GitHub's cache are only read: ${reason}`;
    return { use: { scope: layerScope(step, arch), save, service }, note };
}
/** Where a builder lives on the machine of the job, and goes with it; a `remote` one keeps its mounts. Without buildx it is the daemon. */
const local = [null, "docker", "docker-container"];
/** Targets of the caches that a Dockerfile mounts for Go, where they begin empty because the runner is gone after the job. */
function emptyMounts(input, { driver }, { hosted }) {
    const gone = hosted && local.includes(driver);
    const found = gone && input.type === "dockerfile" ? goCacheMounts(input.parsed) : [];
    return [...new Set(found.map(({ target }) => target))];
}
function without(reason) {
    return `no layer cache of GitHub: ${reason}`;
}
/**
 * A scope holds the layers of the last build that was saved under it, so what makes other layers has one of its own: Dockerfile, context, target and platforms.
 * Not values of build arguments: they may be another one with each commit, whose scope nothing would ever be read from.
 */
function layerScope({ source, platforms }, arch) {
    if (source.type === "binary")
        throw new Error("an image of a binary has no scope");
    const { dockerfile, context, target } = source;
    const parts = JSON.stringify([dockerfile, context, target, platforms.length === 0 ? arch : platforms]);
    const hash = (0,external_node_crypto_.createHash)("sha256").update(parts).digest("hex").slice(0, 12);
    return `go-pipeline-${hash}`;
}

// EXTERNAL MODULE: ./build/stage/src/engine/host/docker/session.js
var session = __webpack_require__(53891);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/run-build.js









/** Runs the builder; its output goes to the step's log. A cache service that the builder cannot use is done without. */
async function runBuild(call, run) {
    const { use, note } = layerUse(call.step, call.builder, call.layers, call.arch);
    if (note !== null)
        await (0,session/* tell */.qz)(run, note);
    const end = await buildOnce(call, use, run);
    if (end.metadata !== null || use === null || !/configure gha cache/.test(end.error ?? ""))
        return end;
    await (0,session/* tell */.qz)(run, `no layer cache of GitHub: ${end.error}`);
    return buildOnce(call, null, run);
}
async function buildOnce(call, cache, run) {
    const { cli, log, signal } = run;
    const { builder } = call;
    const metadataFile = (0,external_node_path_.join)(cli.tempDir, "build-metadata");
    const args = buildArguments(builder, { ...call, ...call.step, ...inputsOf(call), metadataFile, cache });
    await log.line(`$ docker ${args.join(" ")}`);
    const output = (0,external_node_path_.join)(cli.tempDir, "build-output");
    const raw = builder.kind === "buildx" && builder.minor >= rawJsonMinor;
    const reader = raw ? new RawJsonReader() : new PlainReader();
    const options = { env: buildEnvironment(call, cache), stdoutFile: output, stderrFile: output, signal };
    let failed = true;
    try {
        const result = await cli.run(args, { ...options, timeoutMs: call.step.timeoutMs });
        failed = result.exitCode !== 0;
    }
    finally {
        for await (const line of (0,step_log/* takeLines */.X)(output))
            await log.lines(reader.read(line));
    }
    return { ...reader.report(failed), metadata: failed ? null : await (0,promises_.readFile)(metadataFile, "utf8") };
}
function inputsOf(call) {
    const { source } = call.step;
    const tag = call.layout === null ? call.reference : null;
    if (source.type === "binary")
        return { tag, target: null, buildArgs: [], secrets: [] };
    const secrets = call.secrets.map(({ id }, index) => ({ id, variable: secretVariable(index) }));
    return { tag, target: source.target, buildArgs: source.buildArgs, secrets };
}
function secretVariable(index) {
    return `PIPELINE_DOCKER_SECRET_${index}`;
}
function buildEnvironment({ step, builder, secrets }, cache) {
    const mounted = step.source.type === "dockerfile" ? secrets : [];
    return {
        ...Object.fromEntries(mounted.map(({ value }, index) => [secretVariable(index), value])),
        ...cache?.service,
        ...builderEnvironment(builder),
    };
}
/** What every build is called with. */
function builderEnvironment(builder) {
    return {
        // Attestations would make an index of every image; https://docs.docker.com/build/building/variables/
        BUILDX_NO_DEFAULT_ATTESTATIONS: "1",
        ...(builder.kind === "plain" ? { DOCKER_BUILDKIT: builder.buildkit ? "1" : "0" } : {}),
    };
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/base-platforms.js









/**
 * The platforms of what an image of the binary is built on. BuildKit takes a base of one platform for any other, and writes the platform that was asked for
 * into the result: only an image of the base alone, built for no platform in particular, keeps the base's own.
 */
async function basePlatforms({ source }, { builder, name }, run) {
    const { cli, signal } = run;
    if (source.type !== "binary" || source.base === null)
        return [];
    const found = [];
    for (const [index, wanted] of (0,base_platform/* wantedPlatforms */.QM)(source).entries()) {
        const context = (0,external_node_path_.join)(cli.tempDir, `base-${index}`);
        await (0,promises_.mkdir)(context);
        const dockerfile = (0,external_node_path_.join)(context, "Dockerfile");
        await (0,promises_.writeFile)(dockerfile, `FROM --platform=${wanted} ${source.base}\n`);
        const layout = canExport(builder) ? (0,external_node_path_.join)(cli.tempDir, `base-layout-${index}`) : null;
        const tag = layout === null ? name() : null;
        const args = buildArguments(builder, {
            ...{ context, dockerfile, layout, tag, metadataFile: (0,external_node_path_.join)(cli.tempDir, `base-metadata-${index}`) },
            ...{ target: null, buildArgs: [], secrets: [], labels: [], platforms: [], cache: null, attest: null },
        });
        await cli.get(args, { env: builderEnvironment(builder), signal, timeoutMs: session/* transferLimitMs */.R8 });
        const images = layout === null ? [await inspectImage(run, builder, tag ?? "", "")] : await (0,image_layout/* readLayout */.T4)(layout);
        found.push(...images.map(({ platform }) => ({ wanted, found: platform })));
    }
    return found;
}

// EXTERNAL MODULE: ./build/stage/src/text/paths.js
var paths = __webpack_require__(60938);
// EXTERNAL MODULE: ./build/stage/src/engine/image/input.js
var input = __webpack_require__(68101);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/context.js





/**
 * The context to build from, without our output directory. BuildKit reads the rules beside the Dockerfile, so copies of both with one more line do it
 * without touching the repository.
 */
async function prepareContext(request) {
    const inside = await realPathInside(request.context, request.outputDirectory);
    if (inside === null)
        return { context: request.context, dockerfile: request.dockerfile };
    if (!request.buildkit)
        return await copyContext(request);
    const dir = (0,external_node_path_.join)(request.tempDir, "dockerfile");
    await (0,promises_.mkdir)(dir, { recursive: true });
    const dockerfile = (0,external_node_path_.join)(dir, (0,external_node_path_.basename)(request.dockerfile));
    await (0,promises_.writeFile)(dockerfile, await (0,promises_.readFile)(request.dockerfile));
    await (0,promises_.writeFile)(`${dockerfile}.dockerignore`, withPattern(await (0,input/* readIgnoreFile */.r)(request.dockerfile, request.context), inside));
    return { context: request.context, dockerfile };
}
/** Path of `path` below `dir`, slashes; null when it is not below it. Symlinks are followed as far as there are files. */
async function realPathInside(dir, path) {
    const inside = (0,paths/* pathInside */._l)(await realDirectory(dir), await realDirectory(path), (0,paths/* pathStyle */.Ls)(process.platform));
    return inside === "" ? null : inside;
}
async function realDirectory(path) {
    return (await (0,errors/* ifThere */.y)((0,promises_.realpath)(path))) ?? (0,external_node_path_.resolve)(path);
}
/** The rule goes last: the last one that matches a file decides. Patterns are those of Go's filepath.Match. */
function withPattern(ignore, path) {
    const pattern = `/${path.replace(/[\\*?[\]]/g, "\\$&")}`;
    return `${ignore}${ignore === "" || ignore.endsWith("\n") ? "" : "\n"}${pattern}\n`;
}
/**
 * A Dockerfile in the context is that of the copy. One that lies outside goes along under a new random name each time, which docker also writes into the
 * `.dockerignore` that it sends: no `COPY . .` would ever be taken from the layer cache (seen with docker 28.2.2 without buildx).
 */
async function copyContext(request) {
    const { context, dockerfile, outputDirectory, tempDir } = request;
    const copy = (0,external_node_path_.join)(tempDir, "context");
    const left = await realDirectory(outputDirectory);
    await (0,promises_.cp)(context, copy, {
        recursive: true,
        verbatimSymlinks: true,
        filter: async (source) => (await realDirectory(source)) !== left,
    });
    const inside = await realPathInside(context, dockerfile);
    return { context: copy, dockerfile: inside === null ? dockerfile : (0,external_node_path_.join)(copy, inside) };
}

// EXTERNAL MODULE: ./node_modules/tar/dist/esm/index.min.js
var index_min = __webpack_require__(98697);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/layouts.js





/** Loads one platform of a layout into the daemon, for the smoke test and `load`. */
async function loadAlone(image, reference, { cli, signal }) {
    const dir = (0,external_node_path_.join)(cli.tempDir, "native");
    const archive = (0,external_node_path_.join)(cli.tempDir, "native.tar");
    await (0,promises_.mkdir)(dir, { recursive: true });
    await (0,image_layout/* writeLayout */.wy)(dir, image, [reference]);
    await (0,image_layout/* packLayout */.K9)(dir, archive);
    await cli.get(["load", "--input", archive], { signal, timeoutMs: session/* transferLimitMs */.R8 });
}
/** The daemon's image as an OCI layout. What `docker save` gives depends on the daemon (Docker's own format before 25), so it is made here. */
async function savedLayout(image, references, { cli, signal }) {
    const archive = (0,external_node_path_.join)(cli.tempDir, "saved.tar");
    await cli.get(["save", "--output", archive, image.reference], { signal, timeoutMs: session/* transferLimitMs */.R8 });
    const saved = (0,external_node_path_.join)(cli.tempDir, "saved");
    await (0,promises_.mkdir)(saved);
    await (0,index_min.extract)({ file: archive, cwd: saved });
    const layout = (0,external_node_path_.join)(cli.tempDir, "saved-layout");
    await (0,image_layout/* writeLayout */.wy)(layout, await (0,image_layout/* readSaved */.Sy)(saved), references);
    return layout;
}

// EXTERNAL MODULE: ./build/stage/src/files/digest-file.js
var digest_file = __webpack_require__(84493);
// EXTERNAL MODULE: ./build/stage/src/files/move.js
var move = __webpack_require__(12823);
// EXTERNAL MODULE: ./build/stage/src/text/format.js
var format = __webpack_require__(66055);
// EXTERNAL MODULE: ./build/stage/src/engine/carried-mounts.js
var carried_mounts = __webpack_require__(47828);
// EXTERNAL MODULE: ./build/stage/src/engine/host/docker/cli.js
var docker_cli = __webpack_require__(29845);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/mounts/texts.js
/** The programs of this folder by name. Written by scripts/generate.ts. */
const texts = {
    "empty.sh": "#!/bin/sh\n# Empties the cache mounts of a Dockerfile: empty.sh NONCE NAME...\nset -eu\nshift\nmkdir -p /go-pipeline-out\nfor name in \"$@\"; do\n  cd \"/go-pipeline/$name\"\n  # Go makes directories of modules read-only.\n  chmod -R u+w .\n  find . -mindepth 1 -maxdepth 1 -exec rm -rf {} +\ndone\necho end >/go-pipeline-out/told\n",
    "put.sh": "#!/bin/sh\n# Puts what an earlier run left into the cache mounts of a Dockerfile: put.sh NONCE NAME...\n# Each NAME is a mount at /go-pipeline/NAME and an archive /go-pipeline/given/NAME.tar. Runs as root, in sh of any base image.\nset -eu\nexport TZ=UTC0\nshift\ntold=/go-pipeline-out/told\nmkdir -p /go-pipeline-out\nfor name in \"$@\"; do\n  cd \"/go-pipeline/$name\"\n  # What an earlier build of this job left is newer.\n  if [ -n \"$(ls -A)\" ]; then\n    echo \"kept $name\" >>\"$told\"\n    continue\n  fi\n  tar -xpf \"/go-pipeline/given/$name.tar\"\n  # Go marks what it uses with the time, at most once an hour (cmd/go/internal/cache of Go 1.26), and removes what is older than five days.\n  find . -type f -exec touch -t \"$(cat /go-pipeline/given/stamp)\" {} +\n  # Who builds now may be another user than who left it.\n  chmod -R a+rwX .\n  # Go has results of tests among what it compiled, and does not know that they depend on the image: none counts that is older than this file says.\n  case $name in\n    compiled*) echo \"$(date +%s)000000000\" >testexpire.txt ;;\n  esac\n  echo \"put $name\" >>\"$told\"\ndone\n",
    "take.sh": "#!/bin/sh\n# Takes out of the cache mounts of a Dockerfile what a build has used: take.sh NONCE all|used NAME...\n# Each NAME is a mount at /go-pipeline/NAME; it becomes /go-pipeline-out/NAME.tar. Runs as root, in sh of any base image.\nset -eu\nexport TZ=UTC0\nfacts=$2\nshift 2\nout=/go-pipeline-out\nlist=/go-pipeline-list\nmkdir -p \"$out\" \"$list\"\ntouch -t \"$(cat /go-pipeline/given/stamp)\" \"$list/stamp\"\n\n# Outputs and actions that Go has marked since.\ncompiled() {\n  find . -type f \\( -name '*-a' -o -name '*-d' \\) -path './??/*' ! -path './??/*/*' -newer \"$list/stamp\"\n}\n\n# Archives of modules that Go has unpacked, and what it wants to know of modules. Neither clones of git nor hashes: Go compares archives without a hash with go.sum.\nmodules() {\n  find . -type f -path './cache/download/*/@v/*' \\( -name '*.zip' -o -name '*.mod' -o -name '*.info' \\) |\n    while IFS= read -r file; do\n      module=${file#./cache/download/}\n      path=${module%/@v/*}\n      version=${module##*/@v/}\n      if [ -d \"./$path@${version%.*}\" ]; then\n        printf '%s\\n' \"$file\"\n        continue\n      fi\n      case $facts$file in\n        *.zip) ;;\n        all*) printf '%s\\n' \"$file\" ;;\n        *) find \"$file\" -newer \"$list/stamp\" ;;\n      esac\n    done\n}\n\nfor name in \"$@\"; do\n  cd \"/go-pipeline/$name\"\n  case $name in\n    compiled*) compiled >\"$list/files\" ;;\n    *) modules >\"$list/files\" ;;\n  esac\n  [ -s \"$list/files\" ] || continue\n  # Directories with their owners: who builds may not be who unpacks.\n  case $name in\n    compiled*) find . -type d -path './??' ! -path './??/*' ;;\n    *) find ./cache -type d ! -path './cache/vcs*' ! -path './cache/lock*' ;;\n  esac >\"$list/directories\"\n  cat \"$list/directories\" \"$list/files\" >\"$list/all\"\n  tar -cf \"$out/$name.tar\" --no-recursion -T \"$list/all\"\n  # What Go wants to know of modules may be all that lies there when no step ran.\n  if grep -q -e '\\.zip$' -e '-[ad]$' \"$list/files\"; then echo \"used $name\" >>\"$out/told\"; fi\ndone\necho end >>\"$out/told\"\n",
};

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/go-mounts.js














/** Go marks what it uses at most once an hour. */
const agedMs = 2 * 3_600_000;
const limitMs = 180_000;
/** What lies beside the archives. */
const contentsName = "contents.json";
const contentsSchema = schemas/* object */.Ikc({ archives: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/)) });
/**
 * Go's caches that a Dockerfile mounts. Only builds reach them, so small ones of ours put in what an earlier run left and take out what this one has used: they mount
 * the same caches, in the same base image, beside a context of our own.
 */
class GoMounts {
    #options;
    #run;
    #stamp = stampOf(new Date(Date.now() - agedMs));
    #dir;
    #builds = 0;
    /** What was restored is of the same modules, base image and Dockerfile. */
    #exact = true;
    constructor(options, run) {
        this.#options = options;
        this.#run = run;
        this.#dir = (0,external_node_path_.join)(run.cli.tempDir, "go-mounts-work");
    }
    /** Puts in what an earlier run left; answers whether anything was. Throws only when the run ends. */
    async put() {
        const { plan, carrier } = this.#options;
        const { signal } = this.#run;
        const dir = (0,external_node_path_.join)(this.#dir, "restored", carried_mounts/* mountsName */.m);
        try {
            await (0,promises_.mkdir)((0,external_node_path_.join)(this.#dir, "restored"), { recursive: true });
            const restored = await carrier.restore(plan.scope, dir, signal);
            if (restored === null)
                return false;
            this.#exact = restored.exact;
            const names = await this.#whole(dir);
            if (names.length === 0)
                return false;
            const startedAt = performance.now();
            const { told } = await this.#build("put.sh", names, { given: dir });
            const took = (0,format/* formatDuration */.a3)(Math.round(performance.now() - startedAt));
            await this.#say(`${(0,format/* formatBytes */.z3)(await bytesIn(dir))} put into them in ${took}: ${told.join(", ")}`);
            return true;
        }
        catch (error) {
            signal.throwIfAborted();
            await this.#say(`not used: ${(0,errors/* messageOf */.bD)(error)}`);
            await this.empty();
            return false;
        }
        finally {
            await (0,promises_.rm)((0,external_node_path_.join)(this.#dir, "restored"), { recursive: true, force: true, maxRetries: 3 });
        }
    }
    /** Names of the archives that are what was saved; throws when one is not. */
    async #whole(dir) {
        const text = await (0,errors/* ifThere */.y)((0,promises_.readFile)((0,external_node_path_.join)(dir, contentsName), "utf8"));
        const contents = contentsSchema.safeParse(text === null ? null : (0,parse_json/* parseJson */.q)(text));
        if (!contents.success)
            throw new Error("what an earlier run left is none of ours");
        const { archives } = contents.data;
        const names = [...this.#options.plan.mounts.keys()].filter((name) => name in archives);
        for (const name of names) {
            const found = await (0,errors/* ifThere */.y)((0,digest_file/* digestFile */.T)((0,external_node_path_.join)(dir, `${name}.tar`)));
            if (found?.sha256 !== archives[name])
                throw new Error("what an earlier run left is damaged");
        }
        return names;
    }
    /** Takes what was put in out again. */
    async empty() {
        try {
            await this.#build("empty.sh", [...this.#options.plan.mounts.keys()], {});
        }
        catch (error) {
            this.#run.signal.throwIfAborted();
            await this.#say(`they could not be emptied: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
    /** Keeps what the build has used for later runs. Never throws: the image is there. */
    async take() {
        const { plan, carrier } = this.#options;
        const { signal } = this.#run;
        try {
            const why = await carrier.whyNot(plan.scope, signal);
            if (why !== null)
                return await this.#say(`not saved: ${why}`);
            const startedAt = performance.now();
            const args = [this.#exact ? "all" : "used", ...plan.mounts.keys()];
            const { told, out } = await this.#build("take.sh", args, {});
            if (!told.some((line) => line.startsWith("used "))) {
                return await this.#say("not saved: no step of this build has used them");
            }
            const dir = (0,external_node_path_.join)(this.#dir, "taken", carried_mounts/* mountsName */.m);
            const bytes = await this.#collect(out, dir);
            if (bytes > carrier.maxBytes) {
                const limit = (0,format/* formatBytes */.z3)(carrier.maxBytes);
                return await this.#say(`not saved: ${(0,format/* formatBytes */.z3)(bytes)} are above the limit of ${limit}`);
            }
            const took = (0,format/* formatDuration */.a3)(Math.round(performance.now() - startedAt));
            await this.#say(`${(0,format/* formatBytes */.z3)(bytes)} taken out of them in ${took}`);
            await carrier.save(plan.scope, dir, signal);
        }
        catch (error) {
            await this.#say(`not saved: ${(0,errors/* messageOf */.bD)(error)}`);
        }
        finally {
            await (0,promises_.rm)(this.#dir, { recursive: true, force: true, maxRetries: 3 });
        }
    }
    /** The archives with their digests; answers their bytes. */
    async #collect(out, dir) {
        await (0,promises_.mkdir)(dir, { recursive: true });
        const archives = {};
        for (const name of this.#options.plan.mounts.keys()) {
            const from = (0,external_node_path_.join)(out, `${name}.tar`);
            if ((await (0,errors/* ifThere */.y)((0,promises_.stat)(from))) === null)
                continue;
            archives[name] = (await (0,digest_file/* digestFile */.T)(from)).sha256;
            await (0,move/* linkOrCopy */.L7)(from, (0,external_node_path_.join)(dir, `${name}.tar`));
        }
        await (0,promises_.writeFile)((0,external_node_path_.join)(dir, contentsName), JSON.stringify({ archives }));
        return await bytesIn(dir);
    }
    /** Runs a script beside the mounts; answers what it told and where its files are. Throws when it did not run to its end. */
    async #build(script, args, { given = null }) {
        const { cli, signal, log } = this.#run;
        const { step, builder, plan } = this.#options;
        const dir = (0,external_node_path_.join)(this.#dir, `build-${this.#builds++}`);
        const [context, out, dockerfile] = [given ?? (0,external_node_path_.join)(dir, "context"), (0,external_node_path_.join)(dir, "out"), (0,external_node_path_.join)(dir, "Dockerfile")];
        for (const each of [dir, context, out])
            await (0,promises_.mkdir)(each, { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(context, "stamp"), this.#stamp);
        await (0,promises_.writeFile)((0,external_node_path_.join)(context, script), texts[script]);
        await (0,promises_.writeFile)(dockerfile, dockerfileOf(plan, script, args));
        const buildArgs = step.source.type === "dockerfile" ? step.source.buildArgs : [];
        const call = [
            ...["buildx", "build", "--progress", "plain", "--file", dockerfile, "--output", `type=local,dest=${out}`],
            ...(plan.platform === null ? [] : ["--platform", plan.platform]),
            ...buildArgs.flatMap(([name, value]) => ["--build-arg", `${name}=${value}`]),
            context,
        ];
        const result = await cli.run(call, { env: builderEnvironment(builder), signal, timeoutMs: limitMs });
        if (result.end === "exited" && result.exitCode === 0) {
            const told = await (0,promises_.readFile)((0,external_node_path_.join)(out, "told"), "utf8");
            return { out, told: told.trim().split("\n") };
        }
        await log.lines(result.stderr.trimEnd().split("\n").slice(-20));
        throw new Error(result.end === "exited" ? (0,docker_cli/* lastLine */.fM)(result.stderr) : `not finished within ${(0,format/* formatDuration */.a3)(limitMs)}`);
    }
    async #say(text) {
        await (0,session/* tell */.qz)(this.#run, `Go's caches of the Dockerfile: ${text}`);
    }
}
/** What a build prints when files in Go's caches are not what they should be; without them it may succeed. */
function looksDamaged({ error, failedOutput }) {
    const told = [...failedOutput, error ?? ""].join("\n");
    return /(cache\/download|pkg\/mod|go-build)\S*: permission denied|no space left on device|checksum mismatch|not a valid zip file|zip: |unexpected package format|could not import .*(EOF|not a package file)|malformed (object|archive)|file too small/i.test(told);
}
/** Mounted at a place of our own; without an id the Dockerfile's place is one. */
function dockerfileOf({ outline, mounts }, script, args) {
    const flags = [...mounts].map(([name, { identity }]) => `--mount=type=cache,${identity},target=/go-pipeline/${name}`);
    const given = "--mount=type=bind,target=/go-pipeline/given";
    // What was run once is not run again.
    const command = JSON.stringify(["/bin/sh", `/go-pipeline/given/${script}`, (0,external_node_crypto_.randomUUID)(), ...args]);
    const stage = outline.filter((line) => line.startsWith("FROM ")).length - 1;
    const run = `RUN ${[given, ...flags].join(" ")} ${command}`;
    return [...outline, "USER 0", run, "FROM scratch", `COPY --from=${stage} /go-pipeline-out /`, ""].join("\n");
}
/** As `touch -t` reads it, in UTC. */
function stampOf(date) {
    return date.toISOString().replace(/[-:T]/g, "").slice(0, 12);
}
async function bytesIn(dir) {
    let bytes = 0;
    for (const name of await (0,promises_.readdir)(dir))
        bytes += (await (0,promises_.stat)((0,external_node_path_.join)(dir, name))).size;
    return bytes;
}

// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/go-mounts-plan.js






/** null: the Dockerfile mounts none. `arch`: the daemon's. */
function mountPlan(step, input, arch) {
    if (input.type !== "dockerfile")
        return null;
    const { parsed, source } = input;
    const needed = neededStages(parsed, source.target);
    const all = goCacheMounts(parsed).filter(({ stage }) => needed.has(stage));
    const [stage, others] = mostMounts(all);
    if (stage === null)
        return null;
    const left = new Map(others.map(({ target }) => [target, "another stage mounts it"]));
    const mounts = new Map();
    for (const mount of all.filter((found) => found.stage === stage)) {
        const why = whyLeft(mount, step.platforms.length > 1);
        if (why === null)
            mounts.set(nameFor(mount, mounts), mount);
        else
            left.set(mount.target, why);
    }
    return {
        mounts,
        left: [...left].map(([target, why]) => `${target} (${why})`),
        outline: stageOutline(parsed, stage),
        platform: platformOf(step, arch),
        scope: { scope: layerScope(step, arch).replace(/^go-pipeline-/, ""), exact: exactHash(parsed, stage, source) },
    };
}
/** The stage that mounts most of them, and mounts of others that it does not have. */
function mostMounts(all) {
    const [most] = [...(0,group_by/* groupBy */.$)(all, ({ stage }) => stage)].sort(([, a], [, b]) => b.length - a.length);
    if (most === undefined)
        return [null, []];
    const own = new Set(most[1].map(({ id }) => id));
    return [most[0], all.filter(({ id }) => !own.has(id))];
}
function nameFor({ kind }, taken) {
    let name = kind;
    for (let next = 2; taken.has(name); next++)
        name = `${kind}-${next}`;
    return name;
}
/** What a RUN with secrets compiles may hold them; of modules only what go.sum names by its hash is taken. */
function whyLeft({ kind, identity, besideSecrets }, severalPlatforms) {
    if (/(^|,)(from|source|src)=/.test(identity))
        return "it begins with files of an image";
    if (!/^[\w./:${}@,=+-]+$/.test(identity))
        return "its options are not understood";
    if (severalPlatforms && /\$\{?(TARGET|BUILD)/.test(identity))
        return "each platform has its own";
    return kind === "compiled" && besideSecrets ? "a RUN that mounts secrets uses it too" : null;
}
/** Go's caches hold what is for several platforms, so one of them does; the daemon's runs without emulation. */
function platformOf({ platforms }, arch) {
    const names = platforms.map(platform/* platformKey */.Ng);
    return names.find((name) => `${name}/`.startsWith(`linux/${arch}/`)) ?? names[0] ?? null;
}
/** Not of build arguments: they may be other ones with each commit. */
function exactHash(parsed, stage, { buildArgs }) {
    const base = (0,dockerfile_facts/* baseImage */.fF)(parsed, { target: `${stage}`, buildArgs });
    const text = parsed.instructions.map(({ keyword, value }) => `${keyword} ${value}`);
    return (0,external_node_crypto_.createHash)("sha256")
        .update(JSON.stringify([base, text]))
        .digest("hex")
        .slice(0, 12);
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/with-go-mounts.js




/** Builds with what earlier runs left in the caches of Go's that the Dockerfile mounts, and keeps what this one has used, where they would begin empty. */
async function withGoMounts({ step, builder, daemon, layers, mounts: carrier }, input, run, build) {
    const empty = emptyMounts(input, builder, layers);
    if (empty.length === 0)
        return await build();
    const refusal = whyNot(builder, carrier);
    const plan = refusal === null ? mountPlan(step, input, daemon.arch) : null;
    if (refusal !== null)
        await (0,session/* tell */.qz)(run, notCarried(`${empty.join(", ")} (${refusal})`));
    for (const left of plan?.left ?? [])
        await (0,session/* tell */.qz)(run, notCarried(left));
    if (carrier === null || plan === null || plan.mounts.size === 0)
        return await build();
    return await carried(new GoMounts({ plan, step, builder, carrier }, run), build);
}
function whyNot({ kind }, carrier) {
    if (carrier === null)
        return "`docker-go-cache` or `cache` is false, or this job is offered no cache service";
    return kind === "buildx" ? null : "docker buildx is missing";
}
function notCarried(what) {
    return `Go's caches of the Dockerfile begin empty: ${what}`;
}
/** What was put in makes a build slower at worst: one that fails over it is built again without. */
async function carried(mounts, build) {
    const put = await mounts.put();
    let end = await build();
    if (end.metadata === null && put && looksDamaged(end)) {
        await mounts.empty();
        end = await build();
    }
    if (end.metadata !== null)
        await mounts.take();
    return end;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/build.js










/** Throws EnvironmentError when the builder can make no such image, whatever is in it. */
function refuseImpossible(step, builder) {
    const remedy = "Install the plugin docker-buildx (in a workflow: docker/setup-buildx-action before this action).";
    if (step.platforms.length > 1 && !canExport(builder)) {
        const what = builder.kind === "plain" ? "`docker build` without buildx" : "the builder inside this Docker daemon";
        throw new errors/* EnvironmentError */.eG(`docker-platforms: ${what} makes one platform only.`, remedy);
    }
    if (step.source.type === "dockerfile" && step.source.secretIds.length > 0 && !builder.buildkit) {
        const message = "docker-secrets: secrets need BuildKit, which `docker build` of this version lacks without buildx.";
        throw new errors/* EnvironmentError */.eG(message, remedy);
    }
    if (step.attest !== null)
        refuseAttestations(builder);
}
/** The daemon's classic store has no place for them, so they go from the builder to the registry by a layout. */
function refuseAttestations(builder) {
    const problem = "docker-sbom, docker-provenance";
    if (!canExport(builder)) {
        const what = builder.kind === "plain" ? "`docker build` without buildx" : "the builder inside this Docker daemon";
        throw new errors/* EnvironmentError */.eG(`${problem}: ${what} makes no attestations.`, attestRemedy);
    }
    if (builder.minor < layoutPushMinor) {
        throw new errors/* EnvironmentError */.eG(`${problem}: buildx 0.${builder.minor} cannot push attestations after the image was tested.`, attestRemedy);
    }
}
const attestRemedy = `Use docker buildx 0.${layoutPushMinor} or newer with a builder of its own (in a workflow: docker/setup-buildx-action before this action), or set both to false.`;
/** Builds into the daemon; several platforms, and what is attested, into a layout first, of which the daemon gets its own platform. */
async function buildImage(options, input, run) {
    const { step, builder, reference, daemon } = options;
    const layout = step.platforms.length > 1 || step.attest !== null ? (0,external_node_path_.join)(run.cli.tempDir, "layout") : null;
    const call = { ...options, ...(await contextOf(input, options, run)), layout, arch: daemon.arch };
    const { metadata, ...report } = await withGoMounts(options, input, run, () => runBuild(call, run));
    if (metadata === null)
        return { image: null, report, base: [] };
    const base = await basePlatforms(step, options, run);
    const enginePlatform = `${daemon.os}/${daemon.arch}`;
    const images = layout === null ? null : await (0,image_layout/* readLayout */.T4)(layout);
    const native = images === null ? null : (0,image_layout/* nativeImage */.j_)(images, enginePlatform);
    if (native !== null)
        await loadAlone(native, reference, run);
    const inspected = await inspectImage(run, builder, reference, metadata);
    const platforms = images?.map(({ platform }) => platform) ?? [inspected.platform];
    const configDigest = native?.configDigest ?? inspected.configDigest;
    return { image: { ...inspected, configDigest, reference, builder, layout, platforms, enginePlatform }, report, base };
}
async function contextOf(input, { root, outputDirectory, builder: { buildkit } }, { cli: { tempDir } }) {
    if (input.type === "binary")
        return { context: input.context, dockerfile: (0,external_node_path_.join)(input.context, "Dockerfile") };
    const context = (0,external_node_path_.join)(root, input.source.context);
    const dockerfile = (0,external_node_path_.join)(root, input.source.dockerfile);
    return await prepareContext({ context, dockerfile, outputDirectory, tempDir, buildkit });
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/login.js






/**
 * A configuration of the docker command line of its own, readable by this user alone, that logs in to one registry and else keeps
 * the context, the builders and the plugins. Neither the user's configuration nor a keychain is touched. Answers the variables that select it.
 */
async function writeLogin(dir, login, registry, env) {
    const original = env["DOCKER_CONFIG"] ?? (0,external_node_path_.join)(env["HOME"] ?? env["USERPROFILE"] ?? (0,external_node_os_.homedir)(), ".docker");
    await (0,promises_.mkdir)(dir, { recursive: true, mode: 0o700 });
    const config = (0,parse_json/* parseJson */.q)((await (0,errors/* ifThere */.y)((0,promises_.readFile)((0,external_node_path_.join)(original, "config.json"), "utf8"))) ?? "{}");
    await (0,promises_.writeFile)((0,external_node_path_.join)(dir, "config.json"), JSON.stringify(loginConfig(config, login, registry)), { mode: 0o600 });
    for (const part of ["contexts", "cli-plugins"])
        await (0,promises_.symlink)((0,external_node_path_.join)(original, part), (0,external_node_path_.join)(dir, part), "junction");
    return { DOCKER_CONFIG: dir, BUILDX_CONFIG: env["BUILDX_CONFIG"] ?? (0,external_node_path_.join)(original, "buildx") };
}
/** Of the user's configuration only what says where the daemon and the plugins are. */
function loginConfig(config, { username, password }, registry) {
    const auth = Buffer.from(`${username}:${password}`).toString("base64");
    const kept = ["currentContext", "cliPluginsExtraDirs", "proxies"].flatMap((name) => {
        const value = (0,availability/* field */.ZZ)(config, name);
        return value === undefined ? [] : [[name, value]];
    });
    return { ...Object.fromEntries(kept), auths: { [authKey(registry)]: { auth } } };
}
/** Name of a registry in `auths`; Docker Hub has an old one. */
function authKey(registry) {
    return registry === "docker.io" ? "https://index.docker.io/v1/" : registry;
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/stage/src/engine/image/smoke.js
var smoke = __webpack_require__(61940);
// EXTERNAL MODULE: ./build/stage/src/engine/host/docker/container.js
var docker_container = __webpack_require__(53028);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/probe.js



/** One try at every address; the first that satisfies ends it. `limitMs` is for each. */
async function probeOnce(probe, targets, limitMs) {
    let last = { answered: false, status: null, error: "the port is not published" };
    for (const target of probe.path === null ? exact(targets) : targets) {
        const attempt = await (probe.path === null ? probePort(target, limitMs) : probeHttp(probe, target, limitMs));
        if (attempt.answered)
            return attempt;
        // An answer with the wrong status says more than a refused connection.
        if (last.status === null)
            last = attempt;
    }
    return last;
}
/** An accepted connection only says something of the container where nothing of Docker's stands between. */
function exact(targets) {
    const direct = targets.filter((target) => !target.proxied);
    return direct.length > 0 ? direct : targets;
}
function probeHttp(probe, target, limitMs) {
    const { host, port } = target;
    return new Promise((resolve) => {
        const path = probe.path?.startsWith("/") ? probe.path : `/${probe.path ?? ""}`;
        const headers = { host: `localhost:${probe.port}`, connection: "close", "user-agent": "smoke-test" };
        const call = (0,external_node_http_.request)({ host, port, path, headers, agent: false, timeout: limitMs }, (response) => {
            const status = response.statusCode ?? 0;
            const answered = probe.statuses.some(([from, to]) => status >= from && status <= to);
            response.destroy();
            resolve({ answered, status, error: null });
        });
        call.on("timeout", () => call.destroy(new Error("no answer in time")));
        call.on("error", (error) => resolve({ answered: false, status: null, error: cause(error) }));
        call.end();
    });
}
/** How long a connection through Docker's proxy has to hold: the proxy closes it as soon as the container refuses. */
const holdMs = 1_000;
function probePort({ host, port, proxied }, limitMs) {
    return new Promise((resolve) => {
        const socket = (0,external_node_net_.connect)({ host, port });
        let timer = setTimeout(() => socket.destroy(new Error("no answer in time")), limitMs);
        const end = (attempt) => {
            clearTimeout(timer);
            socket.destroy();
            resolve(attempt);
        };
        const accepted = () => end({ answered: true, status: null, error: null });
        socket.on("connect", () => {
            clearTimeout(timer);
            if (proxied)
                timer = setTimeout(accepted, holdMs);
            else
                accepted();
        });
        socket.on("data", accepted);
        socket.on("end", () => end({ answered: false, status: null, error: "connection closed" }));
        socket.on("error", (error) => end({ answered: false, status: null, error: cause(error) }));
    });
}
function cause(error) {
    const known = {
        ECONNREFUSED: "connection refused",
        ECONNRESET: "connection closed",
        EHOSTUNREACH: "no route to the container",
        ENETUNREACH: "no route to the container",
    };
    return known[(0,errors/* systemCode */.xU)(error) ?? ""] ?? (0,errors/* messageOf */.bD)(error);
}

// EXTERNAL MODULE: ./build/stage/src/engine/host/docker/smoke-network.js
var smoke_network = __webpack_require__(63797);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/observer.js





/**
 * Makes the network of a smoke test, whose containers are removed whatever happens, on cancellation too. Throws EnvironmentError when the daemon is to
 * blame, the signal's reason when the step ends early.
 */
async function createObserver(step, image, run) {
    const { cli, log, signal } = run;
    const endpoint = await cli.get(["context", "inspect", "--format", "{{.Endpoints.docker.Host}}"], { signal });
    signal.throwIfAborted();
    const network = await (0,smoke_network/* createNetwork */.VS)(cli);
    const watch = { step, image, network, daemon: (0,smoke_network/* daemonHost */.D)(endpoint), run };
    return {
        watch: (command) => watchContainer(watch, command),
        async close() {
            const problem = await (0,smoke_network/* removeNetwork */.Zw)(cli, network);
            if (problem !== null)
                await log.line(problem);
        },
    };
}
async function watchContainer(watch, command) {
    const { run, image, network } = watch;
    const { cli, log, signal } = run;
    const options = createOptions(watch);
    if (!network.ipv6)
        await log.line("no IPv6 here: the service is probed on IPv4 alone");
    await log.line(`$ docker run ${[...options, image.reference, ...command].join(" ")}`);
    const container = await docker_container/* DockerContainer */.C.create(cli, { image: image.reference, command, options });
    try {
        const startError = await container.start(signal);
        const seen = startError === null ? await observe(watch, container) : { ...notStarted, startError };
        return { ...seen, stubborn: seen.running && !(await container.stop()) };
    }
    finally {
        const problem = await container.remove();
        if (problem !== null)
            await log.line(problem);
    }
}
/** No socket of the daemon, no network of the host: nothing but a bridge and, for a probe, one published port. */
function createOptions(watch) {
    const { step, network, daemon } = watch;
    const publish = step.probe === null ? [] : (0,smoke_network/* publishOptions */.gI)(step.probe.port, daemon);
    return ["--network", network.name, ...healthOptions(watch), ...publish];
}
/** A HEALTHCHECK that is waited for is asked every second; while its start period lasts, a failure does not count. */
function healthOptions(watch) {
    if (!waitsForHealth(watch))
        return ["--no-healthcheck"];
    const periodSeconds = Math.ceil(watch.step.limitMs / 1_000) + 5;
    return ["--health-interval", "1s", "--health-start-period", `${periodSeconds}s`];
}
/** It says something of the service; a command that is judged by its exit code is none. */
function waitsForHealth({ step, image }) {
    return image.hasHealthcheck && !(step.commandGiven && step.probe === null);
}
const notStarted = {
    running: false,
    exitCode: null,
    oomKilled: false,
    probe: null,
    health: null,
    output: "",
    observedMs: 0,
};
/** Between two looks at a container. */
const pauseMs = 150;
/** For one address; a service that needs longer for a health check is asked again. */
const attemptMs = 5_000;
/** Looks at a running container until it ends, everything asked for was seen, or the time is up. */
async function observe(watch, container) {
    const { step, run } = watch;
    const startedAt = performance.now();
    let probe = null;
    for (;;) {
        const state = await container.state(run.signal);
        const running = state.State.Status === "running";
        if (running && step.probe !== null && probe?.answered !== true) {
            const left = Math.max(200, step.limitMs - (performance.now() - startedAt));
            const targets = (0,smoke_network/* probeTargets */.$F)(state.NetworkSettings, step.probe.port, watch.daemon);
            const attempt = await probeOnce(step.probe, targets, Math.min(attemptMs, left));
            probe = merge(probe, attempt, Math.round(performance.now() - startedAt));
        }
        const observedMs = Math.round(performance.now() - startedAt);
        const output = !running || step.output !== null ? await container.logs() : "";
        const seen = { ...stateOf(watch, state, running), probe, output, observedMs };
        if (!running)
            return seen;
        if ((0,smoke/* isSatisfied */.n2)(step, seen) || observedMs >= step.limitMs)
            return { ...seen, output: await container.logs() };
        await (0,external_node_timers_promises_.setTimeout)(pauseMs, undefined, { signal: run.signal });
    }
}
/** Keeps the last status that was answered: it says more than a refusal afterwards. */
function merge(before, attempt, afterMs) {
    const status = attempt.status ?? (attempt.answered ? null : (before?.status ?? null));
    return { ...attempt, status, afterMs };
}
function stateOf(watch, { State }, running) {
    return {
        startError: null,
        running,
        exitCode: running ? null : State.ExitCode,
        oomKilled: State.OOMKilled,
        health: waitsForHealth(watch) && State.Health
            ? { status: health(State.Health.Status), output: healthOutput(State) }
            : null,
    };
}
function health(status) {
    return status === "healthy" || status === "unhealthy" ? status : "starting";
}
function healthOutput({ Health }) {
    return Health?.Log?.at(-1)?.Output ?? "";
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/push.js









/** Pushes the image under one name, once. `env`: variables that select the login. Throws EnvironmentError. */
function pushImage(image, reference, env, run) {
    return image.layout === null
        ? pushFromDaemon(image, reference, env, run)
        : pushLayout(image, image.layout, { reference, env }, run);
}
async function pushFromDaemon(image, reference, env, run) {
    const { cli, signal } = run;
    await cli.get(["tag", image.reference, reference], { signal });
    const cause = await attempt(["push", reference], env, run);
    if (cause !== null)
        return { cause };
    const format = "{{range .RepoDigests}}{{println .}}{{end}}";
    const digests = await cli.get(["image", "inspect", "--format", format, reference], { signal });
    const name = (0,references/* repositoryOf */._M)(reference).replace(/^docker\.io\/(library\/)?/, "");
    const found = digests.split("\n").find((line) => line.startsWith(`${name}@`));
    if (found === undefined)
        throw new errors/* EnvironmentError */.eG(`docker push: no digest of ${reference}`, "Run again.");
    return { digest: found.slice(found.indexOf("@") + 1) };
}
/** Several platforms go to the registry as they were built and tested, file by file. */
async function pushLayout({ builder }, layout, { reference, env }, run) {
    if (builder.minor < layoutPushMinor) {
        throw new errors/* EnvironmentError */.eG(`buildx 0.${builder.minor} cannot push an image of several platforms after it was tested`, `Use docker buildx 0.${layoutPushMinor} or newer (docker/setup-buildx-action), or image-output: tarball.`);
    }
    const metadata = (0,external_node_path_.join)(run.cli.tempDir, "push-metadata");
    const create = ["buildx", "imagetools", "create", "--progress", "plain", "--metadata-file", metadata];
    const cause = await attempt([...create, "--tag", reference, `oci-layout://${layout}:latest`], env, run);
    if (cause !== null)
        return { cause };
    const value = (0,parse_json/* parseJson */.q)(await (0,promises_.readFile)(metadata, "utf8"));
    const digest = (0,availability/* field */.ZZ)(value, "containerimage.digest") ?? (0,availability/* field */.ZZ)((0,availability/* field */.ZZ)(value, "containerimage.descriptor"), "digest");
    if (typeof digest !== "string")
        throw new errors/* EnvironmentError */.eG(`buildx names no digest of ${reference}`, "Run again.");
    return { digest };
}
/** Answers why it failed, null when it did not. */
async function attempt(args, env, { cli, log, signal }) {
    await log.line(`$ docker ${args.join(" ")}`);
    const result = await cli.run(args, { env, signal, timeoutMs: pushLimitMs });
    await log.lines(`${result.stdout}${result.stderr}`.trim().split("\n"));
    if (result.end === "exited" && result.exitCode === 0)
        return null;
    return result.end === "timed-out" ? "no answer in time" : (0,docker_cli/* lastLine */.fM)(result.stderr);
}
/** For one attempt; the stage's own limit is over all. */
const pushLimitMs = 900_000;
/** Reads back what the registry holds: it has to be the image that was tested. */
async function verifyPushed(image, { reference, digest }, env, run) {
    if (image.builder.kind === "plain") {
        await run.log.line("(not read back from the registry: that needs docker buildx)");
        return;
    }
    const pushed = await configDigests((0,references/* repositoryOf */._M)(reference), digest, env, run);
    if (pushed === null) {
        run.progress(`${reference} was pushed, but could not be read back to compare it with the tested image`);
        return;
    }
    if (image.configDigest === null || pushed.includes(image.configDigest))
        return;
    throw new errors/* EnvironmentError */.eG(`${reference} is not the image that was tested (${pushed.join(", ")} instead of ${image.configDigest})`, "Somebody else pushed to the same name, or the registry rewrites images.");
}
/** Digests of the configurations of all platforms; null when the registry does not show them. */
async function configDigests(repository, digest, env, run) {
    const args = ["buildx", "imagetools", "inspect", "--raw", `${repository}@${digest}`];
    const result = await run.cli.run(args, { env, signal: run.signal });
    const value = result.exitCode === 0 ? (0,parse_json/* parseJson */.q)(result.stdout) : null;
    if (value === null) {
        await run.log.line(`imagetools inspect: ${(0,docker_cli/* lastLine */.fM)(result.stderr)}`);
        return null;
    }
    const manifest = (0,image_layout/* parseManifest */.Ng)(value);
    if (manifest !== null)
        return [manifest.config.digest];
    const digests = [];
    for (const entry of (0,image_layout/* parseIndex */.A1)(value) ?? []) {
        if (entry.platform?.os === "unknown")
            continue;
        const inner = await configDigests(repository, entry.digest, env, run);
        if (inner === null)
            return null;
        digests.push(...inner);
    }
    return digests;
}

// EXTERNAL MODULE: ./build/stage/src/engine/process.js
var engine_process = __webpack_require__(96254);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/zoneinfo.js




/** Absolute path of the time zones that come with the Go toolchain (https://pkg.go.dev/time#LoadLocation); null when it has none. */
async function findZoneinfo(env, { cli: { tempDir }, signal }) {
    const out = (0,external_node_path_.join)(tempDir, "goroot");
    const result = await (0,engine_process/* runProcess */.R3)({
        file: "go",
        args: ["env", "GOROOT"],
        cwd: tempDir,
        env: { ...env, GOTOOLCHAIN: "local" },
        stdout: out,
        stderr: `${out}.err`,
        signal,
        timeoutMs: 30_000,
    });
    if (result.exitCode !== 0)
        return null;
    const path = (0,external_node_path_.join)((await (0,promises_.readFile)(out, "utf8")).trim(), "lib", "time", "zoneinfo.zip");
    return (await (0,errors/* ifThere */.y)((0,promises_.stat)(path)))?.isFile() ? path : null;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/backend.js
















/** Works with the docker command line. */
class DockerBackend {
    name = "the Docker daemon";
    endsWithSignal = true;
    #options;
    #cli;
    #availability = null;
    #tools = null;
    /** Names in the daemon to give back or remove: what they named before, null for nothing. */
    #names = new Map();
    /** Names that the image was handed over under. */
    #loaded = new Set();
    /** By registry: the variables that select the login. */
    #logins = new Map();
    constructor(options) {
        this.#options = options;
        this.#cli = new docker_cli/* DockerCli */.Vo(options.env, options.tempDir);
    }
    available() {
        this.#availability ??= (0,availability/* checkDocker */.dN)(this.#cli);
        return this.#availability;
    }
    async prepare(step, { signal }) {
        const available = await this.available();
        if (!available.ok)
            throw new errors/* EnvironmentError */.eG(available.reason, available.remedy);
        const builder = await findBuilder(this.#cli, available.daemon, signal);
        refuseImpossible(step, builder);
        this.#tools = { daemon: available.daemon, builder };
    }
    zoneinfo(run) {
        return findZoneinfo(this.#options.env, this.#with(run));
    }
    /** A frontend that `# syntax=` names may be a newer one than that of the BuildKit in Docker before 23. */
    withoutChecks({ syntaxLine }) {
        const builder = this.#tools?.builder;
        if (builder === undefined || builder.kind === "buildx" || (builder.buildkit && syntaxLine !== null))
            return null;
        return "`docker build` without buildx";
    }
    async build(step, input, run) {
        if (this.#tools === null)
            throw new Error("docker: a build that was not prepared");
        const { secrets, ...options } = this.#options;
        const name = () => {
            const reference = `${(0,session/* temporaryName */.NT)()}:build`;
            this.#names.set(reference, null);
            return reference;
        };
        const call = {
            ...options,
            ...this.#tools,
            ...{ step, name, reference: name(), secrets: secrets.dockerSecrets },
        };
        return await buildImage(call, input, this.#with(run));
    }
    observer(step, image, run) {
        return createObserver(step, image, this.#with(run));
    }
    async defaultOutputs() {
        return ["load"];
    }
    async layout(image, references, run) {
        // A file holds the image alone, whether it is for one platform or several; attestations are for a registry.
        if (image.layout !== null && image.platforms.length > 1) {
            return await (0,image_layout/* withoutAttestations */.AB)(image.layout, (0,external_node_path_.join)(this.#options.tempDir, "tarball"));
        }
        return await savedLayout(image, references, this.#with(run));
    }
    async load(image, references, { signal }) {
        for (const reference of references) {
            await this.#cli.get(["tag", image.reference, reference], { signal });
            this.#loaded.add(reference);
        }
    }
    async push(image, reference, run) {
        const env = await this.#login(reference);
        if (image.layout === null && !this.#loaded.has(reference))
            await this.#borrow(reference);
        return await pushImage(image, reference, env, this.#with(run));
    }
    async verify(image, pushed, run) {
        await verifyPushed(image, pushed, await this.#login(pushed.reference), this.#with(run));
    }
    async explain(error) {
        return error;
    }
    /** Removes the image under its working name and all files. Never throws. */
    async close() {
        for (const [name, before] of this.#names) {
            await this.#cleanUp(["image", "rm", name]);
            if (before !== null)
                await this.#cleanUp(["tag", before, name]);
        }
        this.#names.clear();
        await (0,promises_.rm)(this.#options.tempDir, { recursive: true, force: true, maxRetries: 3 });
    }
    #with(run) {
        return { ...run, cli: this.#cli };
    }
    #login(reference) {
        const { secrets, env, tempDir } = this.#options;
        const registry = (0,references/* registryOf */.Fv)(reference);
        const login = (0,backend/* registryLogin */.j)(secrets);
        const dir = (0,external_node_path_.join)(tempDir, `login-${this.#logins.size}`);
        const variables = this.#logins.get(registry) ?? (login === null ? Promise.resolve({}) : writeLogin(dir, login, registry, env));
        this.#logins.set(registry, variables);
        return variables;
    }
    /** Remembers what a name stands for in the daemon before it is used for a push. */
    async #borrow(name) {
        if (this.#names.has(name))
            return;
        const found = await this.#cli.run(["image", "inspect", "--format", "{{.Id}}", name]);
        this.#names.set(name, found.exitCode === 0 ? found.stdout.trim() : null);
    }
    /** Nothing is left to be said when it fails: an image that was never made is not there to be removed. */
    async #cleanUp(args) {
        await this.#cli.run(args, { timeoutMs: session/* cleanupLimitMs */.ST }).catch((error) => {
            if (!(error instanceof errors/* EnvironmentError */.eG))
                throw error;
        });
    }
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/runner.js





/** `tempDir`: there; everything below it that is ours goes with `close`. */
async function createDockerRunner(options) {
    const own = { ...options, tempDir: await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.tempDir, "docker-")) };
    const backend = new DockerBackend(own);
    const images = (0,pipeline/* createImageRunner */.e)({ ...own, backend });
    return {
        available: () => backend.available(),
        run: (step, context, signal) => images.run(step, context, signal),
        close: () => backend.close(),
    };
}
/** What the runner offers builders of images. Its token goes to buildx by the environment alone, and may be quoted by whatever speaks to the service. */
function layerCacheOf(env, permission, mask) {
    const service = cacheServiceOf(env);
    const token = service?.["ACTIONS_RUNTIME_TOKEN"];
    if (token !== undefined)
        mask(token);
    return { ...permission, service, hosted: (0,hosted/* isHosted */.O)(env) };
}
/** Variables of GitHub's cache service that the runner gives to actions; null when they are not all there. */
function cacheServiceOf(env) {
    const names = ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_RESULTS_URL", "ACTIONS_CACHE_URL", "ACTIONS_CACHE_SERVICE_V2"];
    const found = names.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
    const offered = Object.fromEntries(found);
    const complete = "ACTIONS_RUNTIME_TOKEN" in offered && ("ACTIONS_RESULTS_URL" in offered || "ACTIONS_CACHE_URL" in offered);
    return complete ? offered : null;
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
