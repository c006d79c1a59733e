export const id = 937;
export const ids = [937];
export const modules = {

/***/ 98937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cacheServiceOf: () => (/* binding */ cacheServiceOf),
  createDockerRunner: () => (/* binding */ createDockerRunner)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/results/image.js
var results_image = __webpack_require__(16428);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/availability.js

/** A daemon that does not answer by then is none. */
const limitMs = 15_000;
/** Asks whether a daemon that runs Linux containers answers. Never throws. */
async function checkDocker(cli) {
    try {
        return availabilityOf(await cli.run(["version", "--format", "{{json .}}"], { timeoutMs: limitMs }));
    }
    catch (error) {
        const remedy = error instanceof errors/* EnvironmentError */.eG ? error.remedy : installRemedy;
        return { ok: false, reason: `Docker is not usable here: ${(0,errors/* messageOf */.bD)(error)}`, remedy };
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
    const line = stderr.trim().split("\n")[0] ?? "";
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
    const value = parseObject(stdout);
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
/** JSON that may be none; null then. */
function parseObject(text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return null;
        throw error;
    }
}
/** A property of what may be an object. */
function field(value, name) {
    return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

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
/** `github.com/docker/buildx v0.38.2 <commit>` -> 38; null when that is not what it says. */
function buildxMinor(text) {
    const match = /\bv?(\d+)\.(\d+)(?:\.\d+)?/.exec(text.replace(/^\S*buildx\s/, ""));
    if (!/buildx/.test(text) || match?.[1] === undefined || match[2] === undefined)
        return null;
    return match[1] === "0" ? Number(match[2]) : 1_000;
}
/** Whether it can export: several platforms and the cache of GitHub need more than the daemon's own builder with its classic store. */
function canExport(builder) {
    return builder.kind === "buildx" && (builder.driver !== "docker" || builder.containerdStore);
}
/** First buildx with `--progress=rawjson`. */
const rawJsonMinor = 13;
/** First buildx whose `imagetools create` reads an OCI layout: https://github.com/docker/buildx/pull/3721 */
const layoutPushMinor = 33;

// EXTERNAL MODULE: ./build/stage/src/engine/process.js
var engine_process = __webpack_require__(96254);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/cli.js




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
        const base = (0,external_node_path_.join)(this.tempDir, `docker-${this.#calls++}`);
        const stdout = options.stdoutFile ?? `${base}.out`;
        const stderr = options.stderrFile ?? `${base}.err`;
        const result = await (0,engine_process/* runProcess */.R)({
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
            throw new errors/* EnvironmentError */.eG(result.error ?? "docker: not started", dockerRemedy);
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
        throw new errors/* EnvironmentError */.eG(`docker ${args.slice(0, 2).join(" ")}: ${cause}`, dockerRemedy);
    }
}
/** Questions to a daemon; builds, pushes and the like bring their own limit. */
const defaultLimitMs = 60_000;
const dockerRemedy = "Check that `docker version` works for this user, or switch the image off with `docker: false`.";
const tailBytes = 1_048_576;
/** Reads the end of a file, a megabyte at most, and removes it. */
async function takeTail(path) {
    const file = await (0,promises_.open)(path);
    try {
        const { size } = await file.stat();
        const length = Math.min(size, tailBytes);
        const buffer = Buffer.alloc(length);
        await file.read(buffer, 0, length, size - length);
        return buffer.toString("utf8");
    }
    finally {
        await file.close();
        await (0,promises_.rm)(path, { force: true });
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

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/login.js




/**
 * A configuration of the docker command line of its own, readable by this user alone, that logs in to the registries of `references` and else keeps
 * the context, the builders and the plugins. Neither the user's configuration nor a keychain is touched. Answers the variables that select it.
 */
async function writeLogin(dir, login, references, env) {
    const original = env["DOCKER_CONFIG"] ?? (0,external_node_path_.join)(env["HOME"] ?? env["USERPROFILE"] ?? (0,external_node_os_.homedir)(), ".docker");
    await (0,promises_.mkdir)(dir, { recursive: true, mode: 0o700 });
    const config = parseObject(await readOptional((0,external_node_path_.join)(original, "config.json")));
    await (0,promises_.writeFile)((0,external_node_path_.join)(dir, "config.json"), JSON.stringify(loginConfig(config, login, references)), { mode: 0o600 });
    for (const part of ["contexts", "cli-plugins"])
        await (0,promises_.symlink)((0,external_node_path_.join)(original, part), (0,external_node_path_.join)(dir, part), "junction");
    return { DOCKER_CONFIG: dir, BUILDX_CONFIG: env["BUILDX_CONFIG"] ?? (0,external_node_path_.join)(original, "buildx") };
}
async function readOptional(path) {
    try {
        return await (0,promises_.readFile)(path, "utf8");
    }
    catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT")
            return "{}";
        throw error;
    }
}
/** Of the user's configuration only what says where the daemon and the plugins are. */
function loginConfig(config, { username, password }, references) {
    const auth = Buffer.from(`${username}:${password}`).toString("base64");
    const kept = ["currentContext", "cliPluginsExtraDirs", "proxies"].flatMap((name) => {
        const value = field(config, name);
        return value === undefined ? [] : [[name, value]];
    });
    const auths = Object.fromEntries(references.map((reference) => [authKey(reference), { auth }]));
    return { ...Object.fromEntries(kept), auths };
}
/** Name of a reference's registry in `auths`; Docker Hub has an old one. */
function authKey(reference) {
    const registry = registryOf(reference);
    return registry === "docker.io" ? "https://index.docker.io/v1/" : registry;
}
/** The registry that a reference names; Docker Hub when its first element has no dot, no port and is not localhost. */
function registryOf(reference) {
    const [first = "", ...rest] = reference.split("/");
    return rest.length > 0 && (/[.:]/.test(first) || first === "localhost") ? first : "docker.io";
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/tar/dist/esm/index.min.js
var index_min = __webpack_require__(98697);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/layout.js






/**
 * Images as OCI layouts on disk (https://specs.opencontainers.org/image-spec/image-layout/), with the `manifest.json` of `docker save` beside, which
 * every docker that can load images understands.
 */
const descriptorSchema = schemas/* object */.Ikc({
    mediaType: schemas/* string */.YjP(),
    digest: schemas/* string */.YjP().regex(/^sha256:[0-9a-f]{64}$/),
    size: schemas/* number */.aig(),
    platform: schemas/* object */.Ikc({ os: schemas/* string */.YjP(), architecture: schemas/* string */.YjP(), variant: schemas/* string */.YjP().optional() }).optional(),
});
const indexSchema = schemas/* object */.Ikc({ manifests: schemas/* array */.YOg(descriptorSchema) });
const manifestSchema = schemas/* object */.Ikc({ config: descriptorSchema, layers: schemas/* array */.YOg(descriptorSchema) });
const configSchema = schemas/* object */.Ikc({ os: schemas/* string */.YjP(), architecture: schemas/* string */.YjP(), variant: schemas/* string */.YjP().optional() });
const savedSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ Config: schemas/* string */.YjP(), Layers: schemas/* array */.YOg(schemas/* string */.YjP()).nullable() }));
/** Manifest in the terms of OCI or Docker; null for an index. */
function parseManifest(value) {
    const parsed = manifestSchema.safeParse(value);
    return parsed.success ? parsed.data : null;
}
/** What an index names; null for a manifest. */
function parseIndex(value) {
    const parsed = indexSchema.safeParse(value);
    return parsed.success ? parsed.data.manifests : null;
}
/** The images of an OCI layout, however its indexes are nested; attestations are left out. */
async function readLayout(dir) {
    const images = [];
    const pending = [(0,external_node_path_.join)(dir, "index.json")];
    for (let path = pending.shift(); path !== undefined; path = pending.shift()) {
        const value = await readJson(path);
        for (const { digest, platform } of parseIndex(value) ?? []) {
            if (platform?.os !== "unknown")
                pending.push(blobPath(dir, digest));
        }
        const manifest = parseManifest(value);
        if (manifest === null)
            continue;
        const config = blobPath(dir, manifest.config.digest);
        const layers = manifest.layers.map((layer) => blobPath(dir, layer.digest));
        images.push({ platform: await platformOf(config), configDigest: manifest.config.digest, config, layers });
    }
    return images;
}
/** The image in an unpacked `docker save`, of any age. */
async function readSaved(dir) {
    const [saved] = savedSchema.parse(await readJson((0,external_node_path_.join)(dir, "manifest.json")));
    if (saved === undefined)
        throw new Error("docker save: manifest.json names no image");
    const config = (0,external_node_path_.join)(dir, saved.Config);
    const layers = (saved.Layers ?? []).map((layer) => (0,external_node_path_.join)(dir, layer));
    return { platform: await platformOf(config), configDigest: await digestOf(config), config, layers };
}
async function platformOf(config) {
    const { os, architecture, variant } = configSchema.parse(await readJson(config));
    return [os, architecture, ...(variant === undefined || variant === "" ? [] : [variant])].join("/");
}
/** Writes one image as a layout of its own into `dir`, with `manifest.json`; files are linked, not copied, where that is possible. */
async function writeLayout(dir, image, references) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(dir, "blobs", "sha256"), { recursive: true });
    const layers = [];
    for (const layer of image.layers)
        layers.push(await addBlob(dir, layer, await layerType(layer)));
    const config = await addBlob(dir, image.config, "application/vnd.oci.image.config.v1+json");
    const type = "application/vnd.oci.image.manifest.v1+json";
    const manifest = JSON.stringify({ schemaVersion: 2, mediaType: type, config, layers });
    const digest = `sha256:${(0,external_node_crypto_.createHash)("sha256").update(manifest).digest("hex")}`;
    await (0,promises_.writeFile)(blobPath(dir, digest), manifest);
    const entry = { mediaType: type, digest, size: Buffer.byteLength(manifest) };
    const manifests = references.map((reference) => ({ ...entry, annotations: nameAnnotations(reference) }));
    await (0,promises_.writeFile)((0,external_node_path_.join)(dir, "index.json"), JSON.stringify({ schemaVersion: 2, manifests }));
    await markLayout(dir);
    const blob = (digest) => `blobs/sha256/${digest.slice("sha256:".length)}`;
    const Layers = layers.map((layer) => blob(layer.digest));
    await (0,promises_.writeFile)((0,external_node_path_.join)(dir, "manifest.json"), JSON.stringify([{ Config: blob(config.digest), RepoTags: references, Layers }]));
}
/** buildx leaves this file out of a layout in a directory before 0.11. */
async function markLayout(dir) {
    await (0,promises_.writeFile)((0,external_node_path_.join)(dir, "oci-layout"), JSON.stringify({ imageLayoutVersion: "1.0.0" }));
}
/** How `docker load` and containerd find an image's name in a layout. */
function nameAnnotations(reference) {
    const tag = reference.slice(reference.lastIndexOf(":") + 1);
    return { "io.containerd.image.name": fullReference(reference), "org.opencontainers.image.ref.name": tag };
}
/** `app:v1` -> `docker.io/library/app:v1`, as containerd spells names. */
function fullReference(reference) {
    const [first = "", ...rest] = reference.split("/");
    if (rest.length === 0)
        return `docker.io/library/${reference}`;
    return /[.:]/.test(first) || first === "localhost" ? reference : `docker.io/${reference}`;
}
/** Packs a layout; equal layouts make equal files. */
async function packLayout(dir, file) {
    const names = ["oci-layout", "index.json", "manifest.json", "blobs"];
    const there = await Promise.all(names.map((name) => exists((0,external_node_path_.join)(dir, name))));
    const entries = names.filter((_, index) => there[index]);
    await (0,index_min/* create */.vt)({ cwd: dir, file, portable: true, mtime: new Date(0), jobs: 1 }, entries);
}
async function addBlob(dir, file, mediaType) {
    // docker save of before 25 links to layers that occur twice.
    const source = await (0,promises_.realpath)(file);
    const digest = await digestOf(source);
    const { size } = await (0,promises_.stat)(source);
    const target = blobPath(dir, digest);
    if (!(await exists(target)))
        await linkOrCopy(source, target);
    return { mediaType, digest, size };
}
async function linkOrCopy(source, target) {
    try {
        await (0,promises_.link)(source, target);
    }
    catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : "";
        if (!["EXDEV", "EPERM", "ENOTSUP", "EMLINK"].includes(code))
            throw error;
        await (0,promises_.copyFile)(source, target);
    }
}
/** By the first bytes: gzip, zstd, or a plain tar. */
async function layerType(path) {
    const file = await (0,promises_.open)(path);
    try {
        const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
        const plain = "application/vnd.oci.image.layer.v1.tar";
        if (buffer.readUInt16BE(0) === 0x1f8b)
            return `${plain}+gzip`;
        return buffer.readUInt32LE(0) === 0xfd2fb528 ? `${plain}+zstd` : plain;
    }
    finally {
        await file.close();
    }
}
async function digestOf(path) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    for await (const chunk of (0,external_node_fs_.createReadStream)(path))
        hash.update(chunk);
    return `sha256:${hash.digest("hex")}`;
}
function blobPath(dir, digest) {
    return (0,external_node_path_.join)(dir, "blobs", "sha256", digest.replace(/^sha256:/, ""));
}
async function exists(path) {
    try {
        await (0,promises_.stat)(path);
        return true;
    }
    catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT")
            return false;
        throw error;
    }
}
async function readJson(path) {
    return JSON.parse(await (0,promises_.readFile)(path, "utf8"));
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/push.js









/** Pushes the image under one name and answers the digest the registry has it by. Throws EnvironmentError. */
async function pushImage(image, reference, options, run) {
    const digest = image.layout === null
        ? await pushFromDaemon(image, reference, options, run)
        : await pushLayout(image, image.layout, reference, options, run);
    await verify(image, reference, digest, options, run);
    await run.log.line(`pushed ${reference}@${digest}`);
    return digest;
}
async function pushFromDaemon(image, reference, options, run) {
    const { cli, signal } = run;
    await cli.get(["tag", image.reference, reference], { signal });
    await withRetries(["push", reference], reference, options, run);
    const format = "{{range .RepoDigests}}{{println .}}{{end}}";
    const digests = await cli.get(["image", "inspect", "--format", format, reference], { signal });
    const name = repository(reference).replace(/^docker\.io\/(library\/)?/, "");
    const found = digests.split("\n").find((line) => line.startsWith(`${name}@`));
    if (found === undefined)
        throw new errors/* EnvironmentError */.eG(`docker push: no digest of ${reference}`, "Run again.");
    return found.slice(found.indexOf("@") + 1);
}
/** Several platforms go to the registry as they were built and tested, file by file. */
async function pushLayout(image, layout, reference, options, run) {
    if (image.builder.minor < layoutPushMinor) {
        throw new errors/* EnvironmentError */.eG(`buildx 0.${image.builder.minor} cannot push an image of several platforms after it was tested`, `Use docker buildx 0.${layoutPushMinor} or newer (docker/setup-buildx-action), or image-output: tarball.`);
    }
    const metadata = (0,external_node_path_.join)(run.cli.tempDir, "push-metadata");
    const create = ["buildx", "imagetools", "create", "--progress", "plain", "--metadata-file", metadata];
    await withRetries([...create, "--tag", reference, `oci-layout://${layout}:latest`], reference, options, run);
    const value = parseObject(await (0,promises_.readFile)(metadata, "utf8"));
    const digest = field(value, "containerimage.digest") ?? field(field(value, "containerimage.descriptor"), "digest");
    if (typeof digest !== "string")
        throw new errors/* EnvironmentError */.eG(`buildx names no digest of ${reference}`, "Run again.");
    return digest;
}
async function withRetries(args, reference, options, run) {
    const { cli, log, signal } = run;
    for (const wait of [...options.retryDelaysMs, null]) {
        await log.line(`$ docker ${args.join(" ")}`);
        const result = await cli.run(args, { env: options.env, signal, timeoutMs: pushLimitMs });
        await log.lines(`${result.stdout}${result.stderr}`.trim().split("\n"));
        if (result.end === "exited" && result.exitCode === 0)
            return;
        const problem = pushProblem(result, reference);
        if (wait === null || !problem.again)
            throw new errors/* EnvironmentError */.eG(problem.message, problem.remedy);
        run.progress(`${problem.message}; trying again in ${wait / 1_000} s`);
        await (0,external_node_timers_promises_.setTimeout)(wait, undefined, { signal });
    }
}
/** For one attempt; the stage's own limit is over all. */
const pushLimitMs = 900_000;
function pushProblem(result, reference) {
    const cause = result.end === "timed-out" ? "no answer in time" : lastLine(result.stderr);
    const registry = registryOf(reference);
    if (/denied|unauthorized|authentication required|no basic auth|forbidden|\b40[13]\b/i.test(cause)) {
        return {
            message: `${registry} refuses to take ${reference}: ${cause}`,
            remedy: "Set registry-username and registry-password (with the right to write), or log in with docker login before.",
            again: false,
        };
    }
    return {
        message: `${reference} could not be pushed: ${cause}`,
        remedy: `Check that ${registry} can be reached and has room, then run again.`,
        again: true,
    };
}
/** Reads back what the registry holds: it has to be the image that was tested. */
async function verify(image, reference, digest, options, run) {
    if (image.builder.kind === "plain") {
        await run.log.line("(not read back from the registry: that needs docker buildx)");
        return;
    }
    const pushed = await configDigests(`${repository(reference)}@${digest}`, options, run);
    if (pushed === null) {
        run.progress(`${reference} was pushed, but could not be read back to compare it with the tested image`);
        return;
    }
    if (image.configDigest === null || pushed.includes(image.configDigest))
        return;
    throw new errors/* EnvironmentError */.eG(`${reference} is not the image that was tested (${pushed.join(", ")} instead of ${image.configDigest})`, "Somebody else pushed to the same name, or the registry rewrites images.");
}
/** Digests of the configurations of all platforms; null when the registry does not show them. */
async function configDigests(reference, { env }, run) {
    const args = ["buildx", "imagetools", "inspect", "--raw", reference];
    const result = await run.cli.run(args, { env, signal: run.signal });
    const value = result.exitCode === 0 ? parseObject(result.stdout) : null;
    if (value === null) {
        await run.log.line(`imagetools inspect: ${lastLine(result.stderr)}`);
        return null;
    }
    const manifest = parseManifest(value);
    if (manifest !== null)
        return [manifest.config.digest];
    const digests = [];
    for (const entry of parseIndex(value) ?? []) {
        if (entry.platform?.os === "unknown")
            continue;
        const inner = await configDigests(`${reference.slice(0, reference.indexOf("@"))}@${entry.digest}`, { env, retryDelaysMs: [] }, run);
        if (inner === null)
            return null;
        digests.push(...inner);
    }
    return digests;
}
/** A reference without its tag. */
function repository(reference) {
    const colon = reference.lastIndexOf(":");
    return colon > reference.lastIndexOf("/") ? reference.slice(0, colon) : reference;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/tarball.js




/**
 * Writes the image as a file: an OCI layout, and with one platform the `manifest.json` that `docker load` of any age reads. What `docker save` gives
 * depends on the daemon (Docker's own format before 25), so the layout is made here. Answers the path.
 */
async function writeTarball(image, name, references, run) {
    const dir = (0,external_node_path_.join)(run.resultDir, "image");
    await (0,promises_.mkdir)(dir, { recursive: true });
    const file = (0,external_node_path_.join)(dir, `${name.split("/").at(-1) ?? name}.tar`);
    await packLayout(image.layout ?? (await savedLayout(image, references, run)), file);
    return file;
}
async function savedLayout(image, references, run) {
    const { tempDir } = run.cli;
    const archive = (0,external_node_path_.join)(tempDir, "saved.tar");
    await run.cli.get(["save", "--output", archive, image.reference], { signal: run.signal, timeoutMs: 600_000 });
    const saved = (0,external_node_path_.join)(tempDir, "saved");
    await (0,promises_.mkdir)(saved);
    await (0,index_min/* extract */.o6)({ file: archive, cwd: saved });
    const layout = (0,external_node_path_.join)(tempDir, "saved-layout");
    await writeLayout(layout, await readSaved(saved), references);
    return layout;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/deliver-step.js






/** Safest first: a push that fails leaves the tarball and the loaded image. */
const order = ["tarball", "load", "push"];
/** Hands the tested image over. Throws only for what ends the step from outside. */
async function deliver(step, image, options, run) {
    const outputs = step.outputs === "default" ? ["load"] : step.outputs;
    const references = [];
    let tarball = null;
    let manifestDigest = null;
    const facts = () => ({ ...results_image/* noImageFacts */.c0, references: [...new Set(references)], tarball, manifestDigest });
    try {
        for (const output of order.filter((candidate) => outputs.includes(candidate))) {
            if (output === "tarball") {
                tarball = await writeTarball(image, step.name, step.tags, run);
                await run.log.line(`wrote ${tarball}`);
            }
            else if (output === "load") {
                references.push(...(await load(image, step.tags, run)));
            }
            else {
                const pushEnv = await loginEnv(step, options, run);
                for (const reference of step.tags) {
                    if (image.layout === null && !outputs.includes("load"))
                        await options.borrow(reference);
                    const digest = await pushImage(image, reference, { ...options, env: pushEnv }, run);
                    manifestDigest ??= digest;
                    references.push(reference);
                }
            }
        }
        return { facts: facts(), problem: null };
    }
    catch (error) {
        if (!(error instanceof errors/* EnvironmentError */.eG))
            throw error;
        return { facts: facts(), problem: error };
    }
}
async function load(image, references, run) {
    for (const reference of references) {
        await run.cli.get(["tag", image.reference, reference], { signal: run.signal });
        await run.log.line(`loaded ${reference} (${image.platform})`);
    }
    return references;
}
function loginEnv(step, { login, env }, run) {
    if (login === null)
        return Promise.resolve({});
    return writeLogin((0,external_node_path_.join)(run.cli.tempDir, "login"), login, step.tags, env);
}

// EXTERNAL MODULE: ./build/stage/src/project/dockerfile.js + 1 modules
var dockerfile = __webpack_require__(5550);
;// CONCATENATED MODULE: ./build/stage/src/project/dockerfile-facts.js
/**
 * The image that the built stage starts from, with build arguments filled in, through stages that build on others. null when it cannot be told
 * (an argument without a value).
 */
function baseImage(dockerfile, inputs) {
    const stages = buildStages(dockerfile);
    const values = globalArgs(dockerfile, inputs.buildArgs);
    const target = inputs.target?.toLowerCase();
    let index = target === undefined ? stages.length - 1 : stages.findIndex((stage) => stage.name === target);
    if (index < 0 && target !== undefined && /^\d+$/.test(target))
        index = Number(target);
    for (let stage = stages[index]; stage !== undefined; stage = stages[index]) {
        const base = expand(stage.base, values);
        if (base === null)
            return null;
        const before = stages.slice(0, index).findLastIndex((other) => other.name === base.toLowerCase());
        if (before < 0)
            return base;
        index = before;
    }
    return null;
}
function buildStages(dockerfile) {
    return dockerfile.instructions
        .filter((instruction) => instruction.keyword === "FROM")
        .map((instruction) => {
        const words = instruction.value.split(/\s+/).filter((word) => !word.startsWith("--"));
        const named = words[1]?.toLowerCase() === "as";
        return { base: words[0] ?? "", name: named ? (words[2]?.toLowerCase() ?? null) : null };
    });
}
/** Only arguments declared before the first FROM can be used in one. */
function globalArgs(dockerfile, given) {
    const asked = new Map(given);
    const values = new Map();
    for (const { name, value } of declaredArgs(dockerfile.instructions.filter((found) => found.stage < 0))) {
        const found = asked.get(name) ?? (value === null ? null : expand(value, values));
        if (found !== null)
            values.set(name, found);
    }
    return values;
}
function declaredArgs(instructions) {
    return instructions
        .filter((instruction) => instruction.keyword === "ARG")
        .flatMap((instruction) => instruction.value.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [])
        .map((word) => {
        const at = word.indexOf("=");
        if (at < 0)
            return { name: word, value: null };
        return { name: word.slice(0, at), value: word.slice(at + 1).replace(/^(["'])(.*)\1$/, "$2") };
    });
}
/** `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:+other}`; null when a value is missing. */
function expand(text, values) {
    let missing = false;
    const result = text.replace(/\$(?:(\w+)|\{(\w+)(?::([-+])([^}]*))?\})/g, (_whole, bare, braced, operator, word) => {
        const value = values.get(bare ?? braced ?? "") ?? "";
        if (operator === "-")
            return value === "" ? (word ?? "") : value;
        if (operator === "+")
            return value === "" ? "" : (word ?? "");
        if (value === "")
            missing = true;
        return value;
    });
    return missing ? null : result;
}
/** Arguments that BuildKit sets by itself: https://docs.docker.com/reference/dockerfile/#predefined-args */
const predefined = /^(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT|STAGE)$|^BUILDKIT_|^SOURCE_DATE_EPOCH$|_proxy$/i;
/** Arguments declared without a default, anywhere, that nobody sets: the usual cause when a build fails that works elsewhere. */
function missingArgs(dockerfile, given) {
    const set = new Set(given.map(([name]) => name));
    const declared = declaredArgs(dockerfile.instructions);
    for (const { name, value } of declared)
        if (value !== null)
            set.add(name);
    const missing = declared.filter(({ name }) => !set.has(name) && !predefined.test(name)).map(({ name }) => name);
    return [...new Set(missing)];
}
/** Ids of secrets that RUN instructions mount and nobody gives. */
function missingSecrets(dockerfile, given) {
    const ids = dockerfile.instructions
        .filter((instruction) => instruction.keyword === "RUN")
        .flatMap((instruction) => instruction.value.match(/--mount=\S*type=secret\S*/g) ?? [])
        .flatMap((mount) => secretId(mount) ?? []);
    return [...new Set(ids)].filter((id) => !given.includes(id));
}
/** Without an id the target's base name is it. */
function secretId(mount) {
    const fields = mount.slice("--mount=".length).split(",");
    const value = (names) => fields.find((field) => names.includes(field.split("=")[0] ?? ""))?.replace(/^[^=]*=/, "");
    return value(["id"]) ?? value(["target", "dst", "destination"])?.split("/").at(-1) ?? null;
}
/**
 * Line of the instruction that BuildKit shows as `name` (`[builder 2/5] RUN go build`, `[internal] load metadata for docker.io/library/golang:1`);
 * null when several or none look like it.
 */
function instructionLine(dockerfile, name) {
    const metadata = /^\[internal\] load metadata for (\S+)$/.exec(name);
    if (metadata?.[1] !== undefined)
        return onlyLine(fromLines(dockerfile, metadata[1]));
    const shown = collapse(name.replace(/^\[[^\]]*\]\s*/, ""));
    const equal = dockerfile.instructions.filter((found) => collapse(`${found.keyword} ${found.value}`) === shown);
    if (equal.length > 0)
        return onlyLine(equal);
    return onlyLine(dockerfile.instructions.filter((found) => startsAlike(found, shown)));
}
/** Variables are shown expanded: what stands before the first one has to do. */
function startsAlike(instruction, shown) {
    const text = collapse(`${instruction.keyword} ${instruction.value}`);
    const fixed = text.slice(0, text.indexOf("$")).trimEnd();
    return text.includes("$") && fixed.length > instruction.keyword.length && shown.startsWith(fixed);
}
function fromLines(dockerfile, reference) {
    const froms = dockerfile.instructions.filter((instruction) => instruction.keyword === "FROM");
    const short = reference.replace(/^docker\.io\/(library\/)?/, "");
    const base = (instruction) => instruction.value.split(/\s+/).find((word) => !word.startsWith("--")) ?? "";
    const exact = froms.filter((instruction) => [reference, short, short.replace(/:latest$/, "")].includes(base(instruction).replace(/^docker\.io\/(library\/)?/, "")));
    if (exact.length > 0)
        return exact.slice(0, 1);
    const variable = froms.filter((instruction) => base(instruction).includes("$"));
    return variable.length === 1 ? variable : [];
}
function onlyLine(found) {
    return found.length === 1 ? (found[0]?.line ?? null) : null;
}
function collapse(text) {
    return text.replace(/\s+/g, " ").trim();
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: ./build/stage/src/plan/platform.js
var plan_platform = __webpack_require__(93115);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/elf.js
/** Program header type of the loader's path: https://refspecs.linuxfoundation.org/elf/gabi4+/ch5.pheader.html */
const interpreter = 3;
/** Reads the start of an ELF file (64 KiB are plenty); null when it is none. */
function elfFacts(head) {
    if (head.length < 64 || head.readUInt32BE(0) !== 0x7f454c46)
        return null;
    const wide = head[4] === 2;
    const little = head[5] === 1;
    const read = (offset, size) => {
        if (size === 8)
            return Number(little ? head.readBigUInt64LE(offset) : head.readBigUInt64BE(offset));
        return little ? head.readUIntLE(offset, size) : head.readUIntBE(offset, size);
    };
    const start = wide ? read(32, 8) : read(28, 4);
    const size = read(wide ? 54 : 42, 2);
    const count = read(wide ? 56 : 44, 2);
    for (let index = 0; index < count; index++) {
        const offset = start + index * size;
        if (offset + 4 > head.length)
            break;
        if (read(offset, 4) === interpreter)
            return { dynamic: true };
    }
    return { dynamic: false };
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/binary-context.js





/** The user of distroless images, which no system uses for anything else. */
const user = 65532;
/**
 * Writes a context whose Dockerfile makes an image of the binaries alone: a user, certificates (Mozilla's list, as Node brings it: nothing of this
 * machine gets into the image), time zones, a home and a /tmp. Answers a problem instead when a binary cannot run like that.
 */
async function writeBinaryContext(request) {
    const { dir, entrypoint } = request;
    for (const { platform, path } of request.binaries) {
        const facts = elfFacts(await readHead(path));
        if (facts === null)
            return `${(0,plan_platform/* platformKey */.Ng)(platform)}: the build stage's ${entrypoint} is no Linux program`;
        if (facts.dynamic) {
            return `${(0,plan_platform/* platformKey */.Ng)(platform)}: ${entrypoint} is not static (cgo), so it cannot run in an image of its own; build with cgo: false or write a Dockerfile`;
        }
    }
    for (const [path, content, mode] of files(request))
        await put((0,external_node_path_.join)(dir, path), content, mode);
    for (const { platform, path } of request.binaries) {
        const copy = (0,external_node_path_.join)(dir, "bin", dockerPlatform(platform), entrypoint);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(copy), { recursive: true });
        await (0,promises_.copyFile)(path, copy);
        await settle(copy, 0o755);
    }
    if (request.zoneinfo !== null)
        await copyZones(request.zoneinfo, (0,external_node_path_.join)(dir, "root", zonesPath));
    for (const [path, mode] of directories) {
        await (0,promises_.mkdir)((0,external_node_path_.join)(dir, path), { recursive: true });
        await settle((0,external_node_path_.join)(dir, path), mode);
    }
    return null;
}
const zonesPath = "usr/share/zoneinfo.zip";
const certificatesPath = "etc/ssl/certs/ca-certificates.crt";
const directories = [
    ["root/tmp", 0o1777],
    ["home", 0o700],
];
function files(request) {
    return [
        ["Dockerfile", binaryDockerfile(request), 0o644],
        [`root/${certificatesPath}`, `${external_node_tls_.rootCertificates.join("\n")}\n`, 0o644],
        [
            "root/etc/passwd",
            `root:x:0:0:root:/root:/sbin/nologin\nnonroot:x:${user}:${user}:nonroot:/home/nonroot:/sbin/nologin\n`,
            0o644,
        ],
        ["root/etc/group", `root:x:0:\nnonroot:x:${user}:\n`, 0o644],
    ];
}
function binaryDockerfile({ entrypoint, binaries, zoneinfo }) {
    const several = binaries.length > 1;
    const [first] = binaries;
    const place = several || first === undefined ? "$TARGETPLATFORM" : dockerPlatform(first.platform);
    const zones = zoneinfo === null ? [] : [`ENV ZONEINFO=/${zonesPath}`];
    const program = JSON.stringify(`/usr/local/bin/${entrypoint}`);
    return [
        "FROM scratch",
        ...(several ? ["ARG TARGETPLATFORM"] : []),
        "COPY root/ /",
        `COPY --chown=${user}:${user} home/ /home/nonroot/`,
        `ENV PATH=/usr/local/bin SSL_CERT_FILE=/${certificatesPath} HOME=/home/nonroot`,
        ...zones,
        `COPY [${JSON.stringify(`bin/${place}/${entrypoint}`)}, ${program}]`,
        `USER ${user}:${user}`,
        "WORKDIR /home/nonroot",
        `ENTRYPOINT [${program}]`,
        "",
    ].join("\n");
}
/** A platform as BuildKit spells it in TARGETPLATFORM: arm means v7, arm64 v8 and amd64 v1 are not spelled out. */
function dockerPlatform(platform) {
    const { os, arch, variant } = platform;
    if (arch === "arm" && variant === null)
        return `${os}/${arch}/v7`;
    const implied = (arch === "arm64" && variant === "v8") || (arch === "amd64" && variant === "v1");
    return (0,plan_platform/* platformKey */.Ng)({ os, arch, variant: implied ? null : variant });
}
async function put(path, content, mode) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    await (0,promises_.writeFile)(path, content);
    await settle(path, mode);
}
async function copyZones(from, to) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
    await (0,promises_.copyFile)(from, to);
    await settle(to, 0o644);
}
/** Same mode and time in every run, so that equal binaries make equal layers. */
async function settle(path, mode) {
    await (0,promises_.chmod)(path, mode);
    await (0,promises_.utimes)(path, 0, 0);
}
async function readHead(path) {
    const file = await (0,promises_.open)(path);
    try {
        const buffer = Buffer.alloc(65_536);
        const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
        return buffer.subarray(0, bytesRead);
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/build-problem.js

/** Tells a broken Dockerfile from a broken environment, with what to do. `dockerfile` is null for an image of a binary. */
function buildProblem(report, dockerfile, given) {
    const error = report.error ?? "the build ended without a message";
    const environment = environmentProblem(error, report.failedStep);
    if (environment !== null)
        return environment;
    const line = report.line ?? (dockerfile === null ? null : lineOf(dockerfile, report.failedStep, error));
    const reason = [describe(error, report.failedStep), ...hints(report, dockerfile, given)].join(". ");
    const place = line === null || dockerfile === null ? "" : `${dockerfile.path}:${line}: `;
    const output = report.failedOutput.filter((text) => text.trim() !== "").slice(-10);
    const problems = line === null ? [] : [{ line, message: [reason, ...output].join("\n") }];
    return { type: "failed", reason: `${place}${reason}`, problems };
}
const ranAndFailed = /did not complete successfully: exit code|executor failed running|returned a non-zero code/;
const network = /dial (tcp|udp|unix)|no such host|connection (refused|reset)|i\/o timeout|handshake (timeout|failure)|EOF$|x509:|HTTP response to HTTPS client|unexpected status[^:]*: (429|5\d\d)|toomanyrequests|Too Many Requests|Service Unavailable|context deadline exceeded|no route to host|network is unreachable|proxyconnect/i;
const daemonLost = /error reading from server|code = Unavailable|Cannot connect to the Docker daemon|no builder .* found/i;
function environmentProblem(error, step) {
    if (ranAndFailed.test(error))
        return null;
    if (/no space left on device|disk quota exceeded/i.test(error)) {
        const remedy = "Free some space; `docker system df` shows what Docker holds, `docker builder prune` empties its cache.";
        return { type: "errored", message: `the disk is full: ${error}`, remedy };
    }
    if (daemonLost.test(error)) {
        return {
            type: "errored",
            message: `the builder was lost: ${error}`,
            remedy: "Run again; check the daemon's log if it persists.",
        };
    }
    if (!network.test(error))
        return null;
    const image = step === null ? null : (/^\[internal\] load metadata for (\S+)$/.exec(step)?.[1] ?? null);
    const what = image === null ? "the network failed during the build" : `the registry of base image ${image} cannot be reached`;
    const remedy = "Check the network, the proxy settings and the registry, then run again.";
    return { type: "errored", message: `${what}: ${error}`, remedy };
}
function describe(error, step) {
    const image = /^\[internal\] load metadata for (\S+)$/.exec(step ?? "")?.[1] ?? pullDenied(error);
    if (image !== null && image !== undefined) {
        if (/denied|unauthorized|insufficient_scope|authentication required|forbidden/i.test(error)) {
            return `base image ${image} does not exist, or needs a login (docker login) that this machine does not have`;
        }
        if (/not found|manifest unknown|no match for platform/i.test(error))
            return `base image ${image} not found`;
    }
    const code = /exit code: (\d+)|non-zero code: (\d+)/.exec(error);
    const instruction = step?.replace(/^\[[^\]]*\]\s*/, "");
    if (code !== null && instruction !== undefined)
        return `${clip(instruction)} failed with exit code ${code[1] ?? code[2]}`;
    return error;
}
function pullDenied(error) {
    return /(?:pull access denied for|manifest for) ([^\s,]+)/.exec(error)?.[1] ?? null;
}
function clip(text) {
    return text.length <= 120 ? text : `${text.slice(0, 117)}...`;
}
function lineOf(dockerfile, step, error) {
    const blank = /base name \((.*)\) should not be blank/.exec(error)?.[1];
    if (blank !== undefined) {
        const from = dockerfile.instructions.find((found) => found.keyword === "FROM" && found.value.includes(blank));
        return from?.line ?? null;
    }
    return step === null ? null : instructionLine(dockerfile, step);
}
/** What the Dockerfile asks for and nobody gave, when that can be the cause. */
function hints(report, dockerfile, given) {
    const ran = /^\[[^\]]*\] RUN /.test(report.failedStep ?? "");
    const blank = /should not be blank|invalid reference format/.test(report.error ?? "");
    if (dockerfile === null || !(ran || blank))
        return [];
    const args = missingArgs(dockerfile, given.buildArgs);
    const secrets = ran ? missingSecrets(dockerfile, given.secretIds) : [];
    const found = [];
    if (secrets.length > 0)
        found.push(`It mounts secrets that docker-secrets does not give: ${secrets.join(", ")}`);
    if (args.length > 0) {
        found.push(`It has arguments without a default that docker-build-args does not set: ${args.join(", ")}`);
    }
    return found;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/context.js


/**
 * The context to build from, without our output directory. BuildKit reads a `<Dockerfile>.dockerignore` beside the Dockerfile before the one of the
 * context (https://docs.docker.com/build/concepts/context/#filename-and-location), so copies of both with one more line do it without touching
 * the repository.
 */
async function prepareContext(request) {
    const inside = await pathInside(request.context, request.outputDirectory);
    if (inside === null)
        return { context: request.context, dockerfile: request.dockerfile };
    if (!request.buildkit)
        return { context: await copyContext(request), dockerfile: request.dockerfile };
    const dir = (0,external_node_path_.join)(request.tempDir, "dockerfile");
    await (0,promises_.mkdir)(dir, { recursive: true });
    const dockerfile = (0,external_node_path_.join)(dir, (0,external_node_path_.basename)(request.dockerfile));
    await (0,promises_.writeFile)(dockerfile, await (0,promises_.readFile)(request.dockerfile));
    await (0,promises_.writeFile)(`${dockerfile}.dockerignore`, withPattern(await ignoreFile(request), inside));
    return { context: request.context, dockerfile };
}
/** Path of `path` below `dir`, slashes; null when it is not below it. Symlinks are followed as far as there are files. */
async function pathInside(dir, path) {
    const inside = (0,external_node_path_.relative)(await realDirectory(dir), await realDirectory(path));
    if (inside === "" || inside.startsWith("..") || (0,external_node_path_.isAbsolute)(inside))
        return null;
    return inside.replaceAll("\\", "/");
}
async function realDirectory(path) {
    try {
        return await (0,promises_.realpath)(path);
    }
    catch (error) {
        if (isMissing(error))
            return (0,external_node_path_.resolve)(path);
        throw error;
    }
}
async function ignoreFile({ context, dockerfile }) {
    for (const path of [`${dockerfile}.dockerignore`, (0,external_node_path_.join)(context, ".dockerignore")]) {
        try {
            return await (0,promises_.readFile)(path, "utf8");
        }
        catch (error) {
            if (!isMissing(error))
                throw error;
        }
    }
    return "";
}
function isMissing(error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT";
}
/** The rule goes last: the last one that matches a file decides. Patterns are those of Go's filepath.Match. */
function withPattern(ignore, path) {
    const pattern = `/${path.replace(/[\\*?[\]]/g, "\\$&")}`;
    return `${ignore}${ignore === "" || ignore.endsWith("\n") ? "" : "\n"}${pattern}\n`;
}
async function copyContext({ context, outputDirectory, tempDir }) {
    const copy = (0,external_node_path_.join)(tempDir, "context");
    const left = await realDirectory(outputDirectory);
    await (0,promises_.cp)(context, copy, {
        recursive: true,
        verbatimSymlinks: true,
        filter: async (source) => (await realDirectory(source)) !== left,
    });
    return copy;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/go-zones.js



/** Absolute path of the time zones that come with the Go toolchain (https://pkg.go.dev/time#LoadLocation); null when it has none. */
async function findZoneinfo(env, run) {
    const out = (0,external_node_path_.join)(run.cli.tempDir, "goroot");
    const result = await (0,engine_process/* runProcess */.R)({
        file: "go",
        args: ["env", "GOROOT"],
        cwd: run.cli.tempDir,
        env: { ...env, GOTOOLCHAIN: "local" },
        stdout: out,
        stderr: `${out}.err`,
        signal: run.signal,
        timeoutMs: 30_000,
    });
    if (result.exitCode !== 0)
        return null;
    const path = (0,external_node_path_.join)((await (0,promises_.readFile)(out, "utf8")).trim(), "lib", "time", "zoneinfo.zip");
    try {
        return (await (0,promises_.stat)(path)).isFile() ? path : null;
    }
    catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT")
            return null;
        throw error;
    }
}

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
        ...(request.platforms.length === 0 ? [] : ["--platform", request.platforms.map(plan_platform/* platformKey */.Ng).join(",")]),
    ];
    return [...command(builder, request), ...common, request.context];
}
function command(builder, request) {
    if (builder.kind === "plain") {
        // Without BuildKit every step runs in a container, and that of a failed one stays.
        const mode = builder.buildkit ? ["--progress", "plain"] : ["--force-rm"];
        return ["build", ...mode, "--iidfile", request.metadataFile];
    }
    const { layout, cache } = request;
    return [
        ...["buildx", "build"],
        ...["--progress", builder.minor >= rawJsonMinor ? "rawjson" : "plain"],
        ...["--metadata-file", request.metadataFile],
        ...(layout === null ? ["--load"] : ["--output", `type=oci,tar=false,dest=${layout}`]),
        ...(cache === null ? [] : ["--cache-from", `type=gha,scope=${cache.scope}`]),
        ...(cache === null || !cache.save
            ? []
            : ["--cache-to", `type=gha,scope=${cache.scope},mode=max,ignore-error=true`]),
    ];
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/build-log.js

const tailLines = 20;
/**
 * Reader of `--progress=rawjson` (BuildKit's SolveStatus, one object per line, see client/graph.go of moby/buildkit) with whatever buildx prints
 * as text between and after it.
 */
class RawJsonReader {
    #vertices = new Map();
    #warnings = [];
    #end = new PlainReader();
    read(line) {
        const status = line.startsWith("{") ? parseObject(line) : null;
        if (status === null)
            return this.#end.read(line);
        const text = [];
        for (const vertex of list(status, "vertexes"))
            text.push(...this.#vertex(vertex));
        for (const log of list(status, "logs"))
            text.push(...this.#log(log));
        for (const warning of list(status, "warnings"))
            this.#warning(warning);
        return text;
    }
    #vertex(value) {
        const digest = textField(value, "digest");
        const known = this.#vertices.get(digest);
        const vertex = known ?? newVertex(this.#vertices.size + 1, textField(value, "name"));
        this.#vertices.set(digest, vertex);
        const text = known === undefined ? [`#${vertex.number} ${vertex.name}`] : [];
        if (field(value, "cached") === true)
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
    #warning(value) {
        const range = list(value, "range")[0];
        const line = field(field(range, "start"), "line");
        const message = Buffer.from(textField(value, "short"), "base64").toString("utf8");
        if (typeof line === "number" && line > 0) {
            this.#warnings.push({ line, message: message.replace(/ \(line \d+\)$/, "") });
        }
    }
    report() {
        const vertices = [...this.#vertices.values()];
        // Not the import or export of a cache, which may fail without harm.
        const failed = vertices.findLast((vertex) => vertex.error !== null && !/ cache( |$)/.test(vertex.name));
        const steps = vertices.filter((vertex) => isStep(vertex.name));
        const end = this.#end.report();
        return {
            ...end,
            cached: steps.length > 0 && steps.every((vertex) => vertex.cached),
            failedStep: failed?.name ?? null,
            failedOutput: failed?.tail ?? [],
            error: end.error ?? failed?.error ?? null,
            warnings: this.#warnings,
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
/** A step of the Dockerfile that does something (`[2/5] RUN …`), not BuildKit's own work. */
function isStep(name) {
    return /^\[[^\]]*\d+\/\d+\] (?!FROM |ARG )/.test(name);
}
function list(value, name) {
    const found = field(value, name);
    return Array.isArray(found) ? found : [];
}
function textField(value, name) {
    const found = field(value, name);
    return typeof found === "string" ? found : "";
}
/** Reader of `--progress=plain`, of `docker build` without BuildKit and of the text that ends a rawjson log. */
class PlainReader {
    #names = new Map();
    #cached = new Set();
    #tails = new Map();
    #current = "";
    #failed = null;
    #error = null;
    /** The last line that is no step of BuildKit: without it, that is all there is of an error. */
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
        if (line.trim() !== "")
            this.#last = line;
        const header = /^\S.*:(\d+)$/.exec(line);
        if (header?.[1] !== undefined)
            this.#location = { line: Number(header[1]), confirmed: false };
        else if (/^-{20}$/.test(line) && this.#location !== null)
            this.#location.confirmed = true;
        const error = /^(?:ERROR: |error: |failed to solve: |Error response from daemon: |The command )(.*)$/.exec(line);
        if (error === null)
            return false;
        this.#error = unwrap(line.startsWith("The command ") ? line : (error[1] ?? ""));
        if (this.#failed === null && this.#current !== "")
            this.#failed = this.#current;
        return true;
    }
    report() {
        const steps = [...this.#names].filter(([, name]) => isStep(name));
        const error = this.#error ?? (this.#current === "" ? null : this.#last);
        const parse = /parse error (?:on )?line (\d+)/.exec(error ?? "")?.[1];
        const line = this.#location?.confirmed === true ? this.#location.line : null;
        return {
            cached: steps.length > 0 && steps.every(([id]) => this.#cached.has(id)),
            failedStep: this.#failed === null ? null : (this.#names.get(this.#failed) ?? null),
            failedOutput: this.#failed === null ? [] : (this.#tails.get(this.#failed) ?? []),
            error,
            line: line ?? (parse === undefined ? null : Number(parse)),
            warnings: [],
        };
    }
}
const wrappings = [
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

// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/step-log.js




/** The log of one step: a file that only gets redacted lines. */
class StepLog {
    stdout;
    stderr;
    #file;
    #redact;
    constructor(file, stdout, stderr, redact) {
        this.#file = file;
        this.stdout = stdout;
        this.stderr = stderr;
        this.#redact = redact;
    }
    static async open(resultDir, redact) {
        const stdout = (0,external_node_path_.join)(resultDir, "0.stdout");
        const stderr = (0,external_node_path_.join)(resultDir, "0.stderr");
        await (0,promises_.writeFile)(stderr, "");
        return new StepLog(await (0,promises_.open)(stdout, "w"), stdout, stderr, redact);
    }
    async line(text) {
        await this.lines([text]);
    }
    async lines(texts) {
        if (texts.length > 0)
            await this.#file.write(`${this.#redact(texts.join("\n"))}\n`);
    }
    async close() {
        await this.#file.close();
    }
}
/** Lines of a file, one after the other, and the file is gone. */
async function* takeLines(path) {
    const lines = (0,external_node_readline_.createInterface)({ input: (0,external_node_fs_.createReadStream)(path, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
    try {
        yield* lines;
    }
    finally {
        lines.close();
        await (0,promises_.rm)(path, { force: true });
    }
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/image-build.js






/** Runs the builder; its output goes to the step's log. A cache service that the builder cannot use is done without. */
async function runBuild(call, run) {
    const cache = await cacheUse(call, run);
    const end = await buildOnce(call, cache, run);
    if (!end.failed || cache === null || !/configure gha cache/.test(end.error ?? ""))
        return end;
    await warn(run, `no layer cache of GitHub: ${end.error}`);
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
        for await (const line of takeLines(output))
            await log.lines(reader.read(line));
    }
    return { ...reader.report(), failed, metadata: failed ? "" : await (0,promises_.readFile)(metadataFile, "utf8") };
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
function buildEnvironment({ step, builder, secrets, cacheService }, cache) {
    const mounted = step.source.type === "dockerfile" ? secrets : [];
    return {
        ...Object.fromEntries(mounted.map(({ value }, index) => [secretVariable(index), value])),
        ...(cache === null ? {} : cacheService),
        // Attestations would make an index of every image; https://docs.docker.com/build/building/variables/
        BUILDX_NO_DEFAULT_ATTESTATIONS: "1",
        ...(builder.kind === "plain" ? { DOCKER_BUILDKIT: builder.buildkit ? "1" : "0" } : {}),
    };
}
async function cacheUse({ step, builder, cacheService, saveCache }, run) {
    if (cacheService === null)
        return null;
    if (canExport(builder)) {
        return { scope: `go-pipeline-${step.name.replace(/[^\w.-]/g, "-")}`, save: saveCache };
    }
    const driver = builder.driver ?? "docker build";
    await warn(run, `no layer cache of GitHub: the builder (${driver}) cannot export one; docker/setup-buildx-action sets one up that can`);
    return null;
}
async function warn(run, line) {
    run.progress(line);
    await run.log.line(line);
}

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
    const digest = field(parseObject(metadata), "containerimage.config.digest");
    return typeof digest === "string" ? digest : null;
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/session.js

/** Marks containers and networks of ours, and starts the names of everything that only lives as long as a run. */
const ownLabel = "go-pipeline.temporary";
/** A name nobody else uses. */
function temporaryName() {
    return `go-pipeline-${(0,external_node_crypto_.randomBytes)(6).toString("hex")}`;
}
/** What cleaning up may take, whatever happened before. */
const cleanupLimitMs = 30_000;

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/image-step.js















/** Builds the image of a step. Throws EnvironmentError when the environment is to blame. */
async function buildImage(step, builder, options, run) {
    refuseImpossible(step, builder);
    const input = await prepare(step.source, builder, options, run);
    if ("reason" in input)
        return failed(input.reason, []);
    const reference = `${temporaryName()}:build`;
    options.own(reference);
    const layout = step.platforms.length > 1 ? (0,external_node_path_.join)(run.cli.tempDir, "layout") : null;
    const build = await runBuild({ ...options, ...input, step, builder, reference, layout }, run);
    if (build.failed) {
        const given = step.source.type === "dockerfile" ? step.source : { buildArgs: [], secretIds: [] };
        const problem = buildProblem(build, input.parsed, given);
        if (problem.type === "errored")
            throw new errors/* EnvironmentError */.eG(problem.message, problem.remedy);
        return failed(problem.reason, problem.problems);
    }
    const loaded = layout === null ? null : await loadFromLayout(layout, reference, run);
    const inspected = await inspectImage(run, builder, reference, build.metadata);
    const platforms = loaded?.platforms ?? [inspected.platform];
    const configDigest = loaded?.configDigest ?? inspected.configDigest;
    const image = { ...inspected, configDigest, reference, builder, layout, base: input.base, platforms };
    return { type: "built", image, cached: build.cached, facts: imageFacts(image, build.warnings) };
}
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
}
async function prepare(source, builder, options, run) {
    if (source.type === "binary")
        return prepareBinary(source, options, run);
    const parsed = await (0,dockerfile/* readDockerfile */.n)(options.root, source.dockerfile);
    if (parsed === null)
        return { reason: `no Dockerfile at ${source.dockerfile}` };
    const prepared = await prepareContext({
        context: (0,external_node_path_.join)(options.root, source.context),
        dockerfile: (0,external_node_path_.join)(options.root, source.dockerfile),
        outputDirectory: options.outputDirectory,
        tempDir: run.cli.tempDir,
        buildkit: builder.buildkit,
    });
    return { ...prepared, parsed, base: baseImage(parsed, source) };
}
async function prepareBinary(source, options, run) {
    const binaries = source.binaries.map(({ platform, stage, out }) => {
        const from = run.resultDirOf(stage);
        if (from === undefined)
            throw new Error(`image: no results of ${stage}`);
        return { platform, path: (0,external_node_path_.join)(from, out) };
    });
    const zoneinfo = await findZoneinfo(options.env, run);
    if (zoneinfo === null) {
        const line = "the image has no time zones: this Go toolchain has no lib/time/zoneinfo.zip";
        run.progress(line);
        await run.log.line(line);
    }
    const dir = (0,external_node_path_.join)(run.cli.tempDir, "binary-context");
    const reason = await writeBinaryContext({ dir, entrypoint: source.entrypoint, binaries, zoneinfo });
    if (reason !== null)
        return { reason };
    return { context: dir, dockerfile: (0,external_node_path_.join)(dir, "Dockerfile"), parsed: null, base: "scratch" };
}
/** Loads the daemon's own platform (else the first) of a layout, for the smoke test and `load`. */
async function loadFromLayout(layout, reference, run) {
    const images = await readLayout(layout);
    const own = await run.cli.get(["version", "--format", "{{.Server.Os}}/{{.Server.Arch}}"], { signal: run.signal });
    const image = images.find(({ platform }) => `${platform}/`.startsWith(`${own}/`)) ?? images[0];
    if (image === undefined)
        throw new errors/* EnvironmentError */.eG("the builder answered with an empty image", "Run again.");
    const dir = (0,external_node_path_.join)(run.cli.tempDir, "native");
    const archive = (0,external_node_path_.join)(run.cli.tempDir, "native.tar");
    await (0,promises_.mkdir)(dir, { recursive: true });
    await writeLayout(dir, image, [reference]);
    await packLayout(dir, archive);
    await run.cli.get(["load", "--input", archive], { signal: run.signal, timeoutMs: loadLimitMs });
    return { platforms: images.map((found) => found.platform), configDigest: image.configDigest };
}
/** A large image on a slow disk. */
const loadLimitMs = 600_000;
function failed(reason, problems) {
    const judgement = { status: "failed", reason };
    return { type: "failed", facts: { ...results_image/* noImageFacts */.c0, judgement, dockerfileProblems: problems } };
}
function imageFacts(image, warnings) {
    const { configDigest, platforms, size, layers, base } = image;
    return { ...results_image/* noImageFacts */.c0, configDigest, platforms, size, layers, base, dockerfileProblems: warnings };
}

;// CONCATENATED MODULE: ./build/stage/src/results/smoke.js
/** With nothing asked for, a container that is still up after this time passes. */
const settleMs = 3_000;
/** The command to start the next container with; null when the test is over. With a command and a probe, a command that ends well is a test of its own. */
function nextContainer(step, seen) {
    const [first, second] = seen;
    if (first === undefined)
        return step.command;
    const separate = step.commandGiven && step.probe !== null && endedWell(first) && !answered(first);
    return separate && second === undefined && contains(step, first) ? [] : null;
}
/** True when the engine can stop watching a running container: everything that was asked for has been seen. */
function isSatisfied(step, seen) {
    if (isCommandTest(step))
        return false;
    if (step.probe !== null && !answered(seen))
        return false;
    if (seen.health !== null && seen.health.status !== "healthy")
        return false;
    if (step.output !== null && !contains(step, seen))
        return false;
    const asked = step.probe !== null || seen.health !== null || step.output !== null;
    return asked || seen.observedMs >= Math.min(settleMs, step.limitMs);
}
/** Judges the smoke test; `seen` holds the one or two containers that `nextContainer` asked for. */
function judgeSmoke(step, seen) {
    const last = seen.at(-1);
    if (last === undefined)
        throw new Error("smoke: no container was started");
    const command = seen.length > 1 ? `${quoteCommand(step.command)} exited 0; ` : "";
    const verdict = startProblem(last) ?? (last.running ? judgeRunning(step, last) : judgeEnded(step, last, seen.length));
    return { ...verdict, tested: `${command}${verdict.tested}` };
}
function startProblem(seen) {
    const tested = "start of the container";
    if (seen.startError !== null)
        return smoke_failed(`the container cannot start: ${seen.startError}`, tested);
    if (seen.running)
        return null;
    const exec = execProblem(seen.output);
    if (exec !== null)
        return smoke_failed(`the container cannot start: ${exec}`, tested);
    if (seen.oomKilled)
        return smoke_failed(`killed for using too much memory (exit code ${seen.exitCode})`, tested);
    if (seen.exitCode === 126)
        return smoke_failed("the command cannot be executed (exit code 126)", tested);
    if (seen.exitCode === 127)
        return smoke_failed("the command was not found in the image (exit code 127)", tested);
    const signal = crashSignal(seen.exitCode) ?? goCrashSignal(seen);
    return signal === null ? null : smoke_failed(`crashed with ${signal} (exit code ${seen.exitCode})`, tested);
}
/** What runc prints in the container's place when the kernel refuses the program: wrong processor, missing loader or interpreter, no permission. */
function execProblem(output) {
    const refused = "exec format error|no such file or directory|permission denied";
    const pattern = new RegExp(`^(?:standard_init_linux\\.go:\\d+: )?exec (?:user process caused|\\S+): (?:${refused})$`);
    const line = output.trim();
    if (!pattern.test(line))
        return null;
    if (line.endsWith("exec format error"))
        return `${line} (built for another platform?)`;
    return line.endsWith("no such file or directory") ? `${line} (not a static binary?)` : line;
}
const crashSignals = {
    4: "SIGILL",
    5: "SIGTRAP",
    6: "SIGABRT",
    7: "SIGBUS",
    8: "SIGFPE",
    9: "SIGKILL",
    11: "SIGSEGV",
    31: "SIGSYS",
};
function crashSignal(exitCode) {
    return exitCode === null ? null : (crashSignals[exitCode - 128] ?? null);
}
/**
 * Go programs catch crash signals, print their goroutines and exit 2: `SIGSEGV: segmentation violation` with `PC=…`, or a panic with
 * `[signal SIGSEGV: …`. A panic without a signal (often for want of a database) is an exit code like any other.
 */
function goCrashSignal({ exitCode, output }) {
    if (exitCode !== 2)
        return null;
    return (/^\[signal (SIG[A-Z]+)[: ]/m.exec(output) ?? /^(SIG[A-Z]+): .*\nPC=/m.exec(output))?.[1] ?? null;
}
function judgeRunning(step, seen) {
    if (isCommandTest(step)) {
        const reason = `${what(step)} did not end within ${seconds(step.limitMs)}. For a service set smoke-port.`;
        return smoke_failed(reason, what(step));
    }
    const tested = testedService(step, seen);
    if (step.probe !== null && !answered(seen))
        return smoke_failed(noAnswer(step, seen), tested);
    if (seen.health?.status === "unhealthy")
        return smoke_failed(`its HEALTHCHECK failed${detail(seen.health.output)}`, tested);
    if (seen.health?.status === "starting") {
        return smoke_failed(`its HEALTHCHECK did not succeed within ${seconds(step.limitMs)}${detail(seen.health.output)}`, tested);
    }
    if (!contains(step, seen))
        return smoke_failed(`its output does not contain ${step.output}`, tested);
    return { status: "passed", reason: tested, tested };
}
function judgeEnded(step, seen, containers) {
    const code = seen.exitCode ?? -1;
    if (answered(seen))
        return smoke_failed(`exited ${code} after it had answered${detail(seen.output)}`, testedService(step, seen));
    if (step.probe !== null && !(step.commandGiven && containers === 1)) {
        const reason = `exited ${code} before it answered on port ${step.probe.port}${detail(seen.output)}`;
        return smoke_failed(reason, testedService(step, seen));
    }
    const tested = `${what(step)} exited ${code}`;
    const given = step.commandGiven || step.output !== null;
    if (code !== 0 && given)
        return smoke_failed(`${tested}${detail(seen.output)}`, tested);
    if (code !== 0)
        return { status: "warned", reason: `exited ${code}${detail(seen.output)}. ${hint}`, tested };
    if (!contains(step, seen))
        return smoke_failed(`${tested}, but its output does not contain ${step.output}`, tested);
    return { status: "passed", reason: tested, tested };
}
const hint = "Set smoke-command to something it can do here (such as --version), or smoke-port if it is a service; programs that need a database or arguments cannot start without.";
/** The exit code counts: a command was asked for and no service. */
function isCommandTest(step) {
    return step.commandGiven && step.probe === null;
}
function endedWell(seen) {
    return seen.startError === null && !seen.running && seen.exitCode === 0;
}
function answered(seen) {
    return seen.probe?.answered ?? false;
}
/** `smoke-output` between slashes is a regular expression, anything else plain text. */
function contains(step, seen) {
    if (step.output === null)
        return true;
    const pattern = /^\/(.+)\/([imsu]*)$/.exec(step.output);
    if (pattern?.[1] === undefined)
        return seen.output.includes(step.output);
    return new RegExp(pattern[1], pattern[2]).test(seen.output);
}
function testedService(step, seen) {
    const parts = [];
    if (step.probe !== null && seen.probe !== null)
        parts.push(testedProbe(step.probe, seen.probe));
    if (seen.health !== null)
        parts.push(`HEALTHCHECK ${seen.health.status}`);
    if (step.output !== null)
        parts.push(`output ${contains(step, seen) ? "contains" : "does not contain"} ${step.output}`);
    return parts.length === 0 ? `still up after ${seconds(seen.observedMs)}` : parts.join(", ");
}
function testedProbe(probe, seen) {
    const target = probe.path === null ? `port ${probe.port}` : `GET ${probe.path} on port ${probe.port}`;
    if (!seen.answered && seen.status === null)
        return `${target}: no answer`;
    if (probe.path === null)
        return `${target} accepted a connection after ${seconds(seen.afterMs)}`;
    return `${target} answered ${seen.status} after ${seconds(seen.afterMs)}`;
}
function noAnswer(step, seen) {
    const { port = 0, path = null, statuses = [] } = step.probe ?? {};
    const limit = seconds(step.limitMs);
    if (seen.probe?.status !== null && seen.probe?.status !== undefined) {
        const accepted = statuses.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
        return `GET ${path ?? "/"} on port ${port} answered ${seen.probe.status}, not ${accepted}, until ${limit} were over`;
    }
    const cause = seen.probe?.error ?? "nothing listens";
    return `no answer on port ${port} within ${limit} (${cause}). Check smoke-port; the service has to listen on all addresses, not on localhost.`;
}
function what(step) {
    return step.command.length === 0 ? "the image's own command" : quoteCommand(step.command);
}
function quoteCommand(command) {
    return `\`${command.join(" ")}\``;
}
/** The line of an output that says most: the cause of a panic, else the last one. */
function detail(output) {
    const lines = output.trim().split("\n");
    const line = (lines.find((text) => /^(panic|fatal error): /.test(text)) ?? lines.at(-1) ?? "").trim();
    return line === "" ? "" : `: ${line.slice(0, 200)}`;
}
function seconds(ms) {
    if (ms < 100)
        return `${ms} ms`;
    return `${(ms / 1_000).toFixed(ms < 9_950 && ms % 1_000 !== 0 ? 1 : 0)} s`;
}
function smoke_failed(reason, tested) {
    return { status: "failed", reason, tested };
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/smoke-network.js






/** Makes the network. A service that listens on IPv6 alone can only be reached on one that has it. Takes a second at most: it is not interrupted. */
async function createNetwork(cli) {
    const name = temporaryName();
    const create = ["network", "create", "--label", ownLabel];
    // Docker before 27 chooses no IPv6 subnet by itself: a random one of RFC 4193.
    const subnet = `fd${(0,external_node_crypto_.randomBytes)(1).toString("hex")}:${group()}:${group()}:${group()}::/64`;
    const six = await cli.run([...create, "--ipv6", "--subnet", subnet, name]);
    if (six.exitCode !== 0)
        await cli.get([...create, name]);
    return { name, ipv6: six.exitCode === 0, self: await joinNetwork(cli, name) };
}
function group() {
    return (0,external_node_crypto_.randomBytes)(2).toString("hex");
}
/** A job that runs in a container itself reaches the daemon's containers only on a network that both are in. */
async function joinNetwork(cli, network) {
    const name = (0,external_node_os_.hostname)();
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
    const limit = { timeoutMs: cleanupLimitMs };
    if (network.self !== null)
        await cli.run(["network", "disconnect", "--force", network.name, network.self], limit);
    const removed = await cli.run(["network", "rm", network.name], limit);
    return removed.exitCode === 0 ? null : `network ${network.name} was not removed: ${lastLine(removed.stderr)}`;
}
const portsSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* object */.Ikc({ HostIp: schemas/* string */.YjP(), HostPort: schemas/* string */.YjP() })).nullable());
const networksSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({
    IPAddress: schemas/* string */.YjP().nullish(),
    IPPrefixLen: schemas/* number */.aig().nullish(),
    GlobalIPv6Address: schemas/* string */.YjP().nullish(),
    GlobalIPv6PrefixLen: schemas/* number */.aig().nullish(),
}));
const networkSettingsSchema = schemas/* object */.Ikc({ Ports: portsSchema.nullish(), Networks: networksSchema.nullish() });
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
    const family = (0,external_node_net_.isIPv6)(ip) ? "ipv6" : "ipv4";
    const network = new external_node_net_.BlockList();
    network.addSubnet(ip, prefix, family);
    const interfaces = Object.values((0,external_node_os_.networkInterfaces)()).flatMap((list) => list ?? []);
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

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/container.js






const stateSchema = schemas/* object */.Ikc({
    State: schemas/* object */.Ikc({
        Status: schemas/* string */.YjP(),
        ExitCode: schemas/* number */.aig(),
        OOMKilled: schemas/* boolean */.zMY(),
        Error: schemas/* string */.YjP(),
        Health: schemas/* object */.Ikc({ Status: schemas/* string */.YjP(), Log: schemas/* array */.YOg(schemas/* object */.Ikc({ Output: schemas/* string */.YjP() })).nullish() }).nullish(),
    }),
    NetworkSettings: networkSettingsSchema,
});
/** What a container gets to end by itself after SIGTERM. */
const stopSeconds = 3;
/** `docker logs` has to work whatever the daemon's own driver, and a program that prints for ever must not fill the disk. */
const boundedLog = ["--log-driver", "json-file", "--log-opt", "max-size=4m", "--log-opt", "max-file=2"];
/** A container of the smoke test, from its creation until it is removed. */
class SmokeContainer {
    name;
    #cli;
    constructor(cli, name) {
        this.#cli = cli;
        this.name = name;
    }
    /** Creates, but does not start; not to be interrupted, so that nothing is left of it. Throws EnvironmentError. */
    static async create(cli, request) {
        const container = new SmokeContainer(cli, temporaryName());
        const fixed = ["create", "--name", container.name, "--label", ownLabel];
        await cli.get([...fixed, ...boundedLog, ...request.options, request.image, ...request.command]);
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
        throw new errors/* EnvironmentError */.eG(`docker start: ${cause}`, dockerRemedy);
    }
    async state(signal) {
        const text = await this.#cli.get(["container", "inspect", "--format", "{{json .}}", this.name], { signal });
        return stateSchema.parse(JSON.parse(text));
    }
    /** Both streams in the order the daemon got them; the last megabyte. */
    async logs() {
        const file = (0,external_node_path_.join)(this.#cli.tempDir, `${this.name}.log`);
        await this.#cli.run(["logs", this.name], { stdoutFile: file, stderrFile: file, timeoutMs: cleanupLimitMs });
        return takeTail(file);
    }
    /** Ends the process: SIGTERM, and SIGKILL for those that ignore it. True when SIGTERM was enough. */
    async stop() {
        const startedAt = performance.now();
        await this.#cli.run(["stop", "-t", String(stopSeconds), this.name], { timeoutMs: cleanupLimitMs });
        return performance.now() - startedAt < stopSeconds * 1_000;
    }
    /** Removes the container with its volumes, whatever its state. Never throws; answers what went wrong. */
    async remove() {
        const args = ["rm", "--force", "--volumes", this.name];
        const removed = await this.#cli.run(args, { timeoutMs: cleanupLimitMs });
        if (removed.exitCode === 0 || /No such container/i.test(removed.stderr))
            return null;
        return `container ${this.name} was not removed: ${lastLine(removed.stderr)}`;
    }
}
/** The runtime's own words without those of the layers above it. */
function shorten(cause) {
    const exec = /exec: .*|exec format error.*/.exec(cause)?.[0] ?? cause;
    return exec.replace(/^exec: /, "").replace(/: unknown$/, "");
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
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
    const code = "code" in error ? String(error.code) : "";
    const known = {
        ECONNREFUSED: "connection refused",
        ECONNRESET: "connection closed",
        EHOSTUNREACH: "no route to the container",
        ENETUNREACH: "no route to the container",
    };
    return known[code] ?? (0,errors/* messageOf */.bD)(error);
}

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/smoke-step.js





/**
 * Runs the smoke test of a built image. Containers and network are removed whatever happens, on cancellation too. Throws EnvironmentError when the
 * daemon is to blame, the signal's reason when the step ends early.
 */
async function smokeTest(step, image, run) {
    const { cli, log, signal } = run;
    if (!image.hasCommand && step.command.length === 0) {
        const reason = "the container cannot start: the image has neither ENTRYPOINT nor CMD. Set smoke-command, or give it one.";
        return { status: "failed", reason, tested: "start of the container" };
    }
    const endpoint = await cli.get(["context", "inspect", "--format", "{{.Endpoints.docker.Host}}"], { signal });
    signal.throwIfAborted();
    const network = await createNetwork(cli);
    try {
        if (!network.ipv6)
            await log.line("no IPv6 here: the service is probed on IPv4 alone");
        const seen = [];
        for (let command = nextContainer(step, seen); command !== null; command = nextContainer(step, seen)) {
            seen.push(await watchContainer({ step, image, command, network, daemon: daemonHost(endpoint), run }));
        }
        return judgeSmoke(step, seen);
    }
    finally {
        const problem = await removeNetwork(cli, network);
        if (problem !== null)
            await log.line(problem);
    }
}
async function watchContainer(watch) {
    const { run, image, command } = watch;
    const { cli, log, signal } = run;
    const options = createOptions(watch);
    await log.line(`$ docker run ${[...options, image.reference, ...command].join(" ")}`);
    const container = await SmokeContainer.create(cli, { image: image.reference, command, options });
    try {
        const startError = await container.start(signal);
        const seen = startError === null ? await observe(watch, container) : notStarted(command, startError);
        if (seen.output !== "")
            await log.lines(seen.output.trimEnd().split(/\r?\n/));
        if (seen.running && !(await container.stop()))
            await log.line("(it did not end on SIGTERM and was killed)");
        await log.line(seen.running ? "(still running, stopped)" : `(exit code ${seen.exitCode ?? "none"})`);
        return seen;
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
    const publish = step.probe === null ? [] : publishOptions(step.probe.port, daemon);
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
function notStarted(command, startError) {
    return {
        command,
        startError,
        running: false,
        exitCode: null,
        oomKilled: false,
        probe: null,
        health: null,
        output: "",
        observedMs: 0,
    };
}
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
            const targets = probeTargets(state.NetworkSettings, step.probe.port, watch.daemon);
            const attempt = await probeOnce(step.probe, targets, Math.min(attemptMs, left));
            probe = merge(probe, attempt, Math.round(performance.now() - startedAt));
        }
        const observedMs = Math.round(performance.now() - startedAt);
        const output = !running || step.output !== null ? await container.logs() : "";
        const seen = { ...observation(watch, state, running), probe, output, observedMs };
        if (!running)
            return seen;
        if (isSatisfied(step, seen) || observedMs >= step.limitMs)
            return { ...seen, output: await container.logs() };
        await (0,external_node_timers_promises_.setTimeout)(pauseMs, undefined, { signal: run.signal });
    }
}
/** Keeps the last status that was answered: it says more than a refusal afterwards. */
function merge(before, attempt, afterMs) {
    const status = attempt.status ?? (attempt.answered ? null : (before?.status ?? null));
    return { ...attempt, status, afterMs };
}
function observation(watch, { State }, running) {
    return {
        command: watch.command,
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

;// CONCATENATED MODULE: ./build/stage/src/engine/host/docker/runner.js












async function createDockerRunner(options) {
    const tempDir = await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.tempDir, "docker-"));
    return new Runner(options, tempDir);
}
/** Variables of GitHub's cache service that the runner gives to actions; null when they are not all there. */
function cacheServiceOf(env) {
    const names = ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_RESULTS_URL", "ACTIONS_CACHE_URL", "ACTIONS_CACHE_SERVICE_V2"];
    const found = names.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
    const offered = Object.fromEntries(found);
    const complete = "ACTIONS_RUNTIME_TOKEN" in offered && ("ACTIONS_RESULTS_URL" in offered || "ACTIONS_CACHE_URL" in offered);
    return complete ? offered : null;
}
class Runner {
    #options;
    #tempDir;
    #cli;
    #availability = null;
    #image = null;
    /** Names in the daemon to give back or remove: what they named before, null for nothing. */
    #names = new Map();
    constructor(options, tempDir) {
        this.#options = options;
        this.#tempDir = tempDir;
        this.#cli = new DockerCli(options.env, tempDir);
    }
    available() {
        this.#availability ??= checkDocker(this.#cli);
        return this.#availability;
    }
    async run(step, context, signal) {
        const startedAt = new Date();
        const log = await StepLog.open(context.resultDir, this.#options.redact);
        const limit = AbortSignal.timeout(step.timeoutMs);
        const run = { ...context, cli: this.#cli, log, signal: AbortSignal.any([signal, limit]) };
        let end = "exited";
        let result = { facts: results_image/* noImageFacts */.c0 };
        try {
            result = await this.#execute(step, run);
            if (result.problem)
                end = "errored";
        }
        catch (error) {
            if (signal.aborted)
                end = "cancelled";
            else if (limit.aborted)
                end = "timed-out";
            else if (error instanceof errors/* EnvironmentError */.eG) {
                end = "errored";
                result = { facts: results_image/* noImageFacts */.c0, problem: error };
            }
            else
                throw error;
        }
        finally {
            await log.close();
        }
        const durationMs = Date.now() - startedAt.getTime();
        return {
            ...runner_outcome(step, context, result),
            end,
            startedAt,
            durationMs,
            commands: [runner_command(log, result, end, durationMs)],
        };
    }
    async #execute(step, run) {
        if (step.type === "image")
            return this.#build(step, run);
        const image = this.#image;
        if (image === null)
            throw new Error(`${step.stage}: no image was built`);
        return step.type === "smoke" ? this.#smoke(step, image, run) : this.#deliver(step, image, run);
    }
    async #build(step, run) {
        const available = await this.available();
        if (!available.ok)
            throw new errors/* EnvironmentError */.eG(available.reason, available.remedy);
        const { root, env, outputDirectory, secrets, cache, cacheService } = this.#options;
        const builder = await findBuilder(this.#cli, available.daemon, run.signal);
        const options = {
            root,
            env,
            outputDirectory,
            secrets: secrets.dockerSecrets,
            cacheService: cache === "false" ? null : cacheService,
            saveCache: cache === "true",
        };
        const result = await buildImage(step, builder, { ...options, own: (name) => this.#names.set(name, null) }, run);
        if (result.type === "failed")
            return { facts: result.facts };
        this.#image = result.image;
        run.progress(`${result.image.platforms.join(", ")}: ${result.image.layers} layers, ${result.image.size} bytes`);
        return { facts: result.facts, cached: result.cached };
    }
    async #smoke(step, image, run) {
        const available = await this.available();
        const arch = available.ok ? available.daemon.arch : "";
        if (image.platform.split("/")[1] !== arch) {
            const reason = `${image.platform}: built, not run (the Docker daemon is on linux/${arch})`;
            return { facts: { ...results_image/* noImageFacts */.c0, tested: null, judgement: { status: "warned", reason } } };
        }
        const { status, reason, tested } = await smokeTest(step, image, run);
        run.progress(reason);
        await run.log.line(`${status}: ${reason}`);
        return { facts: { ...results_image/* noImageFacts */.c0, tested, judgement: { status, reason } } };
    }
    async #deliver(step, image, run) {
        const { env, secrets, retryDelaysMs = [2_000, 5_000, 15_000] } = this.#options;
        const { registryUsername: username, registryPassword: password } = secrets;
        const login = username !== null && password !== null ? { username, password } : null;
        const borrow = (name) => this.#borrow(name);
        const { facts, problem } = await deliver(step, image, { login, env, retryDelaysMs, borrow }, run);
        return { facts, problem };
    }
    /** Remembers what a name stands for in the daemon before it is used for a push. */
    async #borrow(name) {
        const found = await this.#cli.run(["image", "inspect", "--format", "{{.Id}}", name]);
        this.#names.set(name, found.exitCode === 0 ? found.stdout.trim() : null);
    }
    /** Nothing is left to be said when it fails: an image that was never made is not there to be removed. */
    async #cleanUp(args) {
        await this.#cli.run(args, { timeoutMs: cleanupLimitMs }).catch((error) => {
            if (!(error instanceof errors/* EnvironmentError */.eG))
                throw error;
        });
    }
    async close() {
        for (const [name, before] of this.#names) {
            await this.#cleanUp(["image", "rm", name]);
            if (before !== null)
                await this.#cleanUp(["tag", before, name]);
        }
        this.#names.clear();
        await (0,promises_.rm)(this.#tempDir, { recursive: true, force: true, maxRetries: 3 });
    }
}
function runner_outcome(step, context, result) {
    return {
        stage: step.stage,
        problem: result.problem ? { message: result.problem.message, remedy: result.problem.remedy } : null,
        cached: result.cached ?? false,
        resultDir: context.resultDir,
        image: result.facts,
    };
}
function runner_command(log, result, end, durationMs) {
    const failed = result.facts.judgement?.status === "failed";
    const exitCode = end === "exited" ? (failed ? 1 : 0) : null;
    return { exitCode, signal: null, durationMs, stdout: log.stdout, stderr: log.stderr };
}


/***/ })

};
