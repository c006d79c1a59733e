export const id = 511;
export const ids = [511];
export const modules = {

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

/***/ 96892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  chooseEngine: () => (/* binding */ chooseEngine)
});

// UNUSED EXPORTS: decideEngine

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/engine/dagger/base-image.js
var base_image = __webpack_require__(35009);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/runtime.js

/** In the order in which the CLI tries them (engine/client/drivers); it takes the first that is installed, running or not. */
const runtimes = [
    ["docker", ["info", "--format", "{{.OSType}}"], /^linux$/],
    ["container", ["system", "status"], /running/],
    ["podman", ["info", "--format", "{{.Host.OS}}"], /^linux$/],
    ["finch", ["info", "--format", "{{.OSType}}"], /^linux$/],
    ["nerdctl", ["info", "--format", "{{.OSType}}"], /^linux$/],
];
/** Finds the runtime that the Dagger CLI would start an engine in. */
async function probeRuntime(ask) {
    for (const [file, args, expected] of runtimes) {
        const answer = await ask(file, args);
        if (!answer.installed)
            continue;
        if (answer.problem !== "")
            return { found: "unusable", why: `${file}: ${answer.problem}` };
        const said = answer.stdout.trim();
        if (expected.test(said))
            return { found: "linux", name: file };
        return { found: "unusable", why: `${file} runs ${said === "" ? "nothing" : `${said} containers`}` };
    }
    return { found: "none" };
}
/** Runs a command of a runtime, for at most ten seconds. */
function askRuntime(env) {
    return async (file, args) => await new Promise((resolve) => {
        const options = { env: { ...env }, timeout: 10_000, killSignal: "SIGKILL" };
        (0,external_node_child_process_.execFile)(file, [...args], options, (error, stdout, stderr) => {
            const installed = error === null || error.code !== "ENOENT";
            const said = stderr.trim().split("\n").at(-1)?.trim() ?? "";
            const problem = error === null ? "" : error.killed === true ? "no answer within 10 s" : said || error.message;
            resolve({ installed, stdout, problem });
        });
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/stage/src/preload.js
var preload = __webpack_require__(40421);
// EXTERNAL MODULE: ./build/stage/src/text/variables.js
var variables = __webpack_require__(83711);
// EXTERNAL MODULE: ./build/stage/src/engine/user-cache.js
var user_cache = __webpack_require__(13743);
// EXTERNAL MODULE: ./build/stage/src/engine/dagger/version.js
var version = __webpack_require__(77174);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/cli.js







/**
 * Finds the pinned Dagger CLI: the one that `_EXPERIMENTAL_DAGGER_CLI_BIN` names, one on PATH that has the pinned version, one downloaded earlier, or
 * else downloads it. What is downloaded is verified before it is unpacked. Throws EnvironmentError.
 */
async function obtainCli(request) {
    const local = await findCli(request);
    if (local !== null)
        return local;
    const { downloadCli } = await Promise.all(/* import() */[__webpack_require__.e(697), __webpack_require__.e(752), __webpack_require__.e(316), __webpack_require__.e(24)]).then(__webpack_require__.bind(__webpack_require__, 26024));
    const path = await downloadCli(request, cachePaths(request));
    return { path, source: "download" };
}
/** The same without a download; null when there is none. */
async function findCli(request) {
    const named = request.env["_EXPERIMENTAL_DAGGER_CLI_BIN"] ?? "";
    if (named !== "")
        return { path: await namedCli(named), source: "env" };
    for (const path of await pathCandidates(request)) {
        if ((await cliVersion(path, request.env)) === version/* daggerVersion */.h)
            return { path, source: "path" };
    }
    const { dir, marker, binary } = cachePaths(request);
    const cached = (0,external_node_path_.join)(dir, binary);
    return (await isExecutable(marker, promises_.constants.F_OK)) && (await isExecutable(cached))
        ? { path: cached, source: "cache" }
        : null;
}
async function namedCli(path) {
    if (await isExecutable(path))
        return path;
    throw new errors/* EnvironmentError */.eG(`_EXPERIMENTAL_DAGGER_CLI_BIN names ${path}, which cannot be executed.`, "Correct the variable or unset it; without it the CLI is found or downloaded.");
}
async function pathCandidates(request) {
    const value = (0,variables/* variable */.b)(request.env, "PATH", request.platform === "win32") ?? "";
    const found = [];
    for (const dir of value.split(external_node_path_.delimiter).filter((element) => element !== "")) {
        const path = (0,external_node_path_.join)(dir, binaryName(request.platform));
        if (await isExecutable(path))
            found.push(path);
    }
    return found;
}
/** `dagger v0.21.8 (registry.dagger.io/engine:v0.21.8) linux/amd64`; null for anything else and when it does not answer in time. */
async function cliVersion(path, inherited) {
    const env = { ...inherited, DAGGER_NO_UPDATE_CHECK: "1", DAGGER_NO_NAG: "1", DO_NOT_TRACK: "1" };
    return await new Promise((resolve) => {
        (0,external_node_child_process_.execFile)(path, ["version"], { env, timeout: 10_000, killSignal: "SIGKILL" }, (error, stdout) => {
            resolve(error === null ? (/^dagger v?(\S+)/.exec(stdout)?.[1] ?? null) : null);
        });
    });
}
function binaryName(platform) {
    return platform === "win32" ? "dagger.exe" : "dagger";
}
/** The runner's tool cache has the layout `<tool>/<version>/<arch>` with `<arch>.complete` beside it (actions/toolkit, tool-cache). */
function cachePaths(request) {
    const parent = (0,external_node_path_.join)(cacheRoot(request), "dagger", version/* daggerVersion */.h);
    const dir = (0,external_node_path_.join)(parent, request.arch);
    return { parent, dir, marker: `${dir}.complete`, binary: binaryName(request.platform) };
}
function cacheRoot({ env, platform }) {
    return env["RUNNER_TOOL_CACHE"] || (0,user_cache/* userCacheDirectory */.V)(env, platform);
}
async function isExecutable(path, mode = promises_.constants.X_OK) {
    try {
        await (0,promises_.access)(path, mode);
        return true;
    }
    catch (error) {
        if ((0,errors/* systemCode */.xU)(error) !== null)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/connection.js
const loadSdk = () => Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(815), __webpack_require__.e(562), __webpack_require__.e(672)]).then(__webpack_require__.bind(__webpack_require__, 93562));
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

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/named-secret.js


const query = "query($name: String!, $plaintext: String!) { setSecret(name: $name, plaintext: $plaintext) { id } }";
const answerSchema = schemas/* object */.Ikc({ data: schemas/* object */.Ikc({ setSecret: schemas/* object */.Ikc({ id: schemas/* string */.YjP().min(1) }) }) });
/**
 * Makes a secret with a name and answers its id. A Dockerfile finds its secrets by their names, and only `setSecret` gives one: what comes from a file or a
 * variable has none, and `dockerBuild` refuses it (core/container.go of Dagger 0.21.8). The SDK would write the value into the text of the query, where
 * errors and traces repeat it; so it goes as a variable, in a request of our own. Throws without a word of the value.
 */
async function nameSecret(endpoint, name, value, signal) {
    const text = await post(endpoint, { query, variables: { name, plaintext: value } }, signal);
    const answer = answerSchema.safeParse(JSON.parse(text));
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

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./build/stage/src/engine/orphan-guard.js
var orphan_guard = __webpack_require__(21149);
// EXTERNAL MODULE: ./build/stage/src/engine/process.js
var engine_process = __webpack_require__(96254);
;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/explain-output.js
const start = "Start Docker, or use `engine: host`, which needs no container runtime.";
/** Causes that the CLI reports as `exit status 1` of a command whose own words are further up. Only the wording of the help depends on them. */
const causes = [
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
    for (const [pattern, remedy] of causes) {
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
    const value = parseJson(line);
    if (typeof value === "object" && value !== null && "port" in value && "session_token" in value) {
        const { port, session_token: token } = value;
        if (typeof port === "number" && typeof token === "string" && token !== "")
            return { port, token };
    }
    throw sessionFailed("The Dagger CLI answered something else than the address of a session", "");
}
function parseJson(line) {
    try {
        return JSON.parse(line);
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return null;
        throw error;
    }
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
    return (0,orphan_guard/* startGuardShell */.W)(watchdogScript, "dagger-watchdog", String(pid), String(graceSeconds));
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
    return obtainCli({ env, limitMs, signal, log, platform: process.platform, arch: process.arch });
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
    if (engineVersion !== version/* daggerVersion */.h) {
        options.log(`the engine has version ${engineVersion}; this program was made for ${version/* daggerVersion */.h}`);
    }
    const { client, sdk, release } = await inTime(connectClient(endpoint), options, own);
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
async function inTime(work, options, own) {
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

;// CONCATENATED MODULE: ./build/stage/src/engine/dagger/choose.js







/** The first of: a session, a runner host, a Linux container runtime, the host. What was asked for by name is never exchanged. */
function decideEngine({ asked, session, runnerHost, runtime }) {
    if (asked === "host")
        return { engine: "host", reason: "engine: host" };
    if (asked === "dagger")
        return { engine: "dagger", reason: "engine: dagger", fallback: false };
    if (session)
        return { engine: "dagger", reason: "started by dagger run", fallback: false };
    if (runnerHost !== null)
        return { engine: "dagger", reason: `${runnerHost} is set`, fallback: false };
    if (runtime === null)
        return { engine: "probe" };
    if (runtime.found === "linux") {
        return { engine: "dagger", reason: `${runtime.name} runs Linux containers`, fallback: true };
    }
    if (runtime.found === "none")
        return { engine: "host", reason: "no container runtime here" };
    return { engine: "host", reason: `no usable container runtime: ${(0,errors/* firstSentence */.qi)(runtime.why)}` };
}
/** Chooses the engine of a run and, for dagger, opens its session. Throws EnvironmentError when an engine that may not be exchanged cannot be had. */
async function chooseEngine(request, probes = realProbes(request)) {
    const { config, env } = request;
    const facts = {
        asked: config.engine,
        session: (env["DAGGER_SESSION_PORT"] ?? "") !== "",
        runnerHost: config.runnerHost === null ? runnerVariable(env) : "runner-host",
        runtime: null,
    };
    let decision = decideEngine(facts);
    if (decision.engine === "probe")
        decision = decideEngine({ ...facts, runtime: await probes.runtime() });
    if (decision.engine === "probe")
        throw new Error("choosing an engine: the runtime was asked for twice");
    const { reason } = decision;
    if (decision.engine === "host")
        return { name: "host", reason, warning: null, opened: null, kept: null };
    const kept = whyKept(facts);
    if (kept === null && env["RUNNER_ENVIRONMENT"] === "github-hosted") {
        request.expected?.({ engine: "dagger", toolchain: (0,base_image/* imageFor */.z)(request) });
    }
    if (!decision.fallback) {
        const opened = await choose_open(request, probes, limitFor(facts), request.signal);
        return { name: "dagger", reason, warning: null, opened, kept };
    }
    return await openOrFallBack(request, probes, reason);
}
async function openOrFallBack(request, probes, reason) {
    const limit = AbortSignal.timeout(probes.autoLimitMs);
    try {
        const opened = await choose_open(request, probes, probes.autoLimitMs, AbortSignal.any([request.signal, limit]));
        return { name: "dagger", reason, warning: null, opened, kept: null };
    }
    catch (error) {
        if (request.signal.aborted || !(error instanceof errors/* EnvironmentError */.eG || limit.aborted))
            throw error;
        const cause = limit.aborted
            ? `not there within ${probes.autoLimitMs / 1_000} s`
            : (0,errors/* messageOf */.bD)(error).replace(/\.$/, "");
        const why = `${reason}, but the Dagger engine cannot be had: ${cause}`;
        return { name: "host", reason: why, warning: `engine: auto takes the host: ${why}.`, opened: null, kept: null };
    }
}
/** An engine that somebody else has started stays when the job is over. */
function whyKept({ session, runnerHost }) {
    if (session)
        return "the engine of `dagger run` keeps its caches";
    return runnerHost === null ? null : `the engine at ${runnerHost} keeps its caches`;
}
async function choose_open(request, probes, limitMs, signal) {
    const { config, secrets, env, log, mask } = request;
    const tempDir = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env["RUNNER_TEMP"] || (0,external_node_os_.tmpdir)(), "go-pipeline-"));
    try {
        const { runnerHost } = config;
        const { cloudToken } = secrets;
        const session = await probes.open({ env, runnerHost, cloudToken, cwd: tempDir, limitMs, signal, mask, log });
        return { session, tempDir };
    }
    catch (error) {
        await (0,promises_.rm)(tempDir, { recursive: true, force: true });
        throw error;
    }
}
function runnerVariable(env) {
    const name = "_EXPERIMENTAL_DAGGER_RUNNER_HOST";
    if ((env[name] ?? "") !== "")
        return name;
    return (env["DAGGER_CLOUD_ENGINE"] ?? "") === "" ? null : "DAGGER_CLOUD_ENGINE";
}
/** An engine that runs already answers at once; one that has to be pulled and started may take minutes. */
function limitFor({ session, runnerHost }) {
    return session || runnerHost === "_EXPERIMENTAL_DAGGER_RUNNER_HOST" || runnerHost === "runner-host"
        ? 60_000
        : 300_000;
}
function realProbes({ env }) {
    return { runtime: () => probeRuntime(askRuntime(env)), open: openSession, autoLimitMs: 60_000 };
}


/***/ }),

/***/ 77174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ daggerVersion)
/* harmony export */ });
/** SDK, CLI and engine are one version: the API changes between them. Must equal the version of @dagger.io/dagger in package.json. */
const daggerVersion = "0.21.8";


/***/ })

};
