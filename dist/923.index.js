export const id = 923;
export const ids = [923];
export const modules = {

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

/***/ 90255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N_: () => (/* binding */ TransientError),
  tR: () => (/* binding */ dispatcherFor),
  dg: () => (/* binding */ isTransient),
  sT: () => (/* binding */ retried),
  m4: () => (/* binding */ rootMessage)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./node_modules/proxy-from-env/index.js


var DEFAULT_PORTS = {
  ftp: 21,
  gopher: 70,
  http: 80,
  https: 443,
  ws: 80,
  wss: 443,
};

function parseUrl(urlString) {
  try {
    return new URL(urlString);
  } catch {
    return null;
  }
}

/**
 * @param {string|object|URL} url - The URL as a string or URL instance, or a
 *   compatible object (such as the result from legacy url.parse).
 * @return {string} The URL of the proxy that should handle the request to the
 *  given URL. If no proxy is set, this will be an empty string.
 */
function getProxyForUrl(url) {
  var parsedUrl = (typeof url === 'string' ? parseUrl(url) : url) || {};
  var proto = parsedUrl.protocol;
  var hostname = parsedUrl.host;
  var port = parsedUrl.port;
  if (typeof hostname !== 'string' || !hostname || typeof proto !== 'string') {
    return '';  // Don't proxy URLs without a valid scheme or host.
  }

  proto = proto.split(':', 1)[0];
  // Stripping ports in this way instead of using parsedUrl.hostname to make
  // sure that the brackets around IPv6 addresses are kept.
  hostname = hostname.replace(/:\d*$/, '');
  port = parseInt(port) || DEFAULT_PORTS[proto] || 0;
  if (!shouldProxy(hostname, port)) {
    return '';  // Don't proxy URLs that match NO_PROXY.
  }

  var proxy = getEnv(proto + '_proxy') || getEnv('all_proxy');
  if (proxy && proxy.indexOf('://') === -1) {
    // Missing scheme in proxy, default to the requested URL's scheme.
    proxy = proto + '://' + proxy;
  }
  return proxy;
}

/**
 * Determines whether a given URL should be proxied.
 *
 * @param {string} hostname - The host name of the URL.
 * @param {number} port - The effective port of the URL.
 * @returns {boolean} Whether the given URL should be proxied.
 * @private
 */
function shouldProxy(hostname, port) {
  var NO_PROXY = getEnv('no_proxy').toLowerCase();
  if (!NO_PROXY) {
    return true;  // Always proxy if NO_PROXY is not set.
  }
  if (NO_PROXY === '*') {
    return false;  // Never proxy if wildcard is set.
  }

  return NO_PROXY.split(/[,\s]/).every(function(proxy) {
    if (!proxy) {
      return true;  // Skip zero-length hosts.
    }
    var parsedProxy = proxy.match(/^(.+):(\d+)$/);
    var parsedProxyHostname = parsedProxy ? parsedProxy[1] : proxy;
    var parsedProxyPort = parsedProxy ? parseInt(parsedProxy[2]) : 0;
    if (parsedProxyPort && parsedProxyPort !== port) {
      return true;  // Skip if ports don't match.
    }

    if (!/^[.*]/.test(parsedProxyHostname)) {
      // No wildcards, so stop proxying if there is an exact match.
      return hostname !== parsedProxyHostname;
    }

    if (parsedProxyHostname.charAt(0) === '*') {
      // Remove leading wildcard.
      parsedProxyHostname = parsedProxyHostname.slice(1);
    }
    // Stop proxying if the hostname ends with the no_proxy host.
    return !hostname.endsWith(parsedProxyHostname);
  });
}

/**
 * Get the value for an environment variable.
 *
 * @param {string} key - The name of the environment variable.
 * @return {string} The value of the environment variable.
 * @private
 */
function getEnv(key) {
  return process.env[key.toLowerCase()] || process.env[key.toUpperCase()] || '';
}

// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(24371);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
;// CONCATENATED MODULE: ./build/stage/src/net/http.js




/** What sends requests to an address: through a proxy as HTTP(S)_PROXY, ALL_PROXY and NO_PROXY say, in either case. The caller closes it. */
function dispatcherFor(url, silenceMs = 30_000) {
    const limits = { connect: { timeout: 15_000 }, headersTimeout: silenceMs, bodyTimeout: silenceMs };
    const proxy = getProxyForUrl(url);
    return proxy === "" ? new undici.Agent(limits) : new undici.ProxyAgent({ ...limits, uri: proxy });
}
/** The message of the first cause: undici says `fetch failed` and keeps the reason in `cause`. */
function rootMessage(error) {
    let current = error;
    while (current instanceof Error && current.cause instanceof Error)
        current = current.cause;
    return (0,errors/* messageOf */.bD)(current);
}
/** Worth another attempt: the server was busy or the connection broke. */
class TransientError extends Error {
    name = "TransientError";
    /** How long the server wants to be left alone, at least. */
    waitMs;
    constructor(message, { waitMs = 0, ...options } = {}) {
        super(message, options);
        this.waitMs = waitMs;
    }
}
const byTheClock = (ms, signal) => (0,promises_.setTimeout)(ms, undefined, { signal });
/** Does something up to three times while it throws TransientErrors. Throws what the last attempt met. */
async function retried(work, { pauseMs, signal, wait = byTheClock }) {
    for (let attempt = 1;; attempt++) {
        try {
            return await work();
        }
        catch (error) {
            if (!(error instanceof TransientError) || attempt === attempts || signal.aborted)
                throw error;
            await wait(Math.max(pauseMs(attempt), error.waitMs), signal);
        }
    }
}
const attempts = 3;
/** Whether a server that answers with this status may have another answer soon. */
function isTransient(status) {
    return status === 408 || status === 429 || status >= 500;
}


/***/ }),

/***/ 87677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ requestSchema),
/* harmony export */   U: () => (/* binding */ answerSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** Exactly what the parent writes and reads. */
const requestSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** Name of the directory to save, in the current directory. */
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    key: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const answerSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** The service gave the client a place; what failed after that is only in the output. */
    accepted: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
});


/***/ }),

/***/ 50923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGithubPlatform: () => (/* binding */ createGithubPlatform)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/once.js
var once = __webpack_require__(50255);
// EXTERNAL MODULE: ./build/stage/src/net/http.js + 1 modules
var http = __webpack_require__(90255);
;// CONCATENATED MODULE: ./build/stage/src/platform/github-attest.js

/** Subjects of one statement that GitHub takes (actions/attest 1e69f48, src/subject.ts). */
const mostSubjects = 1_024;
/** The library tries again for about a minute at each of the services. */
const limitMs = 5 * 60_000;
/**
 * Attestations by GitHub's library: a certificate for the identity of the workflow from Sigstore, its public instance for public repositories and GitHub's own for others, and
 * build provenance as SLSA has it.
 */
function githubAttester(env) {
    return { lacks: lackIn(env), attest: (request) => attest(request, env) };
}
/** As the library knows the servers (@actions/attest 3.2.0, oidc.js). */
const servers = /^https:\/\/(github\.com|[a-z0-9-]+\.ghe\.com)$/;
function lackIn(env) {
    const server = env["GITHUB_SERVER_URL"] || "https://github.com";
    if (!servers.test(server))
        return `${server} keeps no attestations: GitHub Enterprise Server has none`;
    if (env["SIGSTORE_ID_TOKEN"]) {
        return "SIGSTORE_ID_TOKEN is set, and would sign in place of this workflow (@sigstore/sign 3.1.0, identity/ci.js); leave it out of the step's environment";
    }
    if (env["ACTIONS_ID_TOKEN_REQUEST_URL"] && env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"])
        return null;
    return "the job may not sign; add below its `permissions:` the lines `id-token: write` and `attestations: write`";
}
async function attest({ subjects, token, signal, keep }, env) {
    const { attestProvenance } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(3878), __webpack_require__.e(8029), __webpack_require__.e(2088), __webpack_require__.e(4476)]).then(__webpack_require__.bind(__webpack_require__, 4476));
    let url = null;
    for (let from = 0; from < subjects.length; from += mostSubjects) {
        const part = subjects.slice(from, from + mostSubjects).map(({ name, digest }) => {
            const [algorithm = "", hash = ""] = digest.split(":");
            return { name, digest: { [algorithm]: hash } };
        });
        const { bundle, attestationID } = await within(() => attestProvenance({ subjects: part, token }), signal);
        await keep(`${JSON.stringify(bundle)}\n`);
        url ??= addressOf(attestationID, env);
    }
    return { url };
}
function addressOf(id, env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
    return id === undefined || !server || !repository ? null : `${server}/${repository}/attestations/${id}`;
}
/** The library cannot be stopped: what it comes to later is left alone. */
async function within(work, signal) {
    signal.throwIfAborted();
    const ended = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
    const stopped = new Promise((_, reject) => {
        const late = new http/* TransientError */.N_(`signing did not end within ${limitMs / 60_000} min`);
        ended.addEventListener("abort", () => reject(late), { once: true });
    });
    return await Promise.race([work(), stopped]);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/stage/src/files/on-path.js
var on_path = __webpack_require__(65627);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
var external_node_zlib_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_zlib_, 2);
;// CONCATENATED MODULE: ./build/stage/src/files/tar-reader.js
const block = 512;
const damaged = "this is no tar archive, or it is damaged";
/** Names and times of one entry: nothing honest has more. */
const maxHeaderBytes = 1024 * 1024;
/**
 * Reads a tar archive while it arrives: regular files and directories, in POSIX's format with its extended headers and in GNU's with long names, as GNU tar and
 * bsdtar write them. Throws for everything else an archive may hold, and for one that is damaged.
 */
class TarReader {
    #visitor;
    #rest = Buffer.alloc(0);
    /** What the bytes are that come next. */
    #inside = null;
    #left = 0;
    #padding = 0;
    #collected = [];
    #extended = new Map();
    #longName = null;
    #ended = false;
    constructor(visitor) {
        this.#visitor = visitor;
    }
    /** The next bytes of the archive. */
    write(chunk) {
        const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
        let at = 0;
        while (!this.#ended) {
            const taken = this.#take(bytes.subarray(at));
            if (taken === 0)
                break;
            at += taken;
        }
        this.#rest = this.#ended ? Buffer.alloc(0) : Buffer.from(bytes.subarray(at));
    }
    /** There is no more. Throws when the archive is not whole. */
    finish() {
        if (!this.#ended)
            throw new Error("the archive ends too early");
    }
    /** Uses the beginning of `bytes` and answers how many that were; 0: more have to come first. */
    #take(bytes) {
        if (this.#left > 0)
            return this.#content(bytes.subarray(0, this.#left));
        if (this.#inside !== null)
            this.#close();
        if (this.#padding > 0) {
            const skipped = Math.min(this.#padding, bytes.length);
            this.#padding -= skipped;
            return skipped;
        }
        if (bytes.length < block)
            return 0;
        this.#open(bytes.subarray(0, block));
        return block;
    }
    #content(bytes) {
        if (this.#inside === "file")
            this.#visitor.data(bytes);
        else
            this.#collected.push(Buffer.from(bytes));
        this.#left -= bytes.length;
        return bytes.length;
    }
    #close() {
        const inside = this.#inside;
        this.#inside = null;
        if (inside === "file") {
            this.#visitor.end();
            return;
        }
        const text = Buffer.concat(this.#collected).toString("utf8");
        this.#collected = [];
        if (inside === "extended")
            this.#extended = extendedRecords(text);
        else
            this.#longName = text.replace(/\0.*$/s, "");
    }
    #open(header) {
        if (header.every((byte) => byte === 0)) {
            this.#ended = true;
            return;
        }
        checkSum(header);
        const type = textIn(header, 156, 1);
        if (type === "x" || type === "L") {
            this.#begin(type === "x" ? "extended" : "long-name", header);
            return;
        }
        const [extended, longName] = [this.#extended, this.#longName];
        this.#extended = new Map();
        this.#longName = null;
        const path = extended.get("path") ?? longName ?? nameIn(header);
        if (type === "5")
            return;
        if (type !== "0" && type !== "")
            throw new Error(`${path} is neither a file nor a directory`);
        const mtime = Number(extended.get("mtime") ?? numberIn(header, 136, 12));
        this.#visitor.file(path, numberIn(header, 100, 8), mtime);
        this.#begin("file", header, extended.get("size"));
    }
    #begin(inside, header, size) {
        const bytes = size === undefined ? numberIn(header, 124, 12) : Number(size);
        if (!Number.isSafeInteger(bytes) || bytes < 0)
            throw new Error(damaged);
        if (inside !== "file" && bytes > maxHeaderBytes)
            throw new Error(damaged);
        this.#inside = inside;
        this.#left = bytes;
        this.#padding = (block - (bytes % block)) % block;
    }
}
/** `length key=value\n`, the length counting bytes of all of it. */
function extendedRecords(text) {
    const records = new Map();
    for (let rest = Buffer.from(text); rest.length > 0;) {
        const head = /^(\d+) ([^=\n]+)=/.exec(rest.toString("utf8"));
        const length = Number(head?.[1] ?? 0);
        if (head?.[2] === undefined || length <= head[0].length || length > rest.length) {
            throw new Error(damaged);
        }
        records.set(head[2], rest.toString("utf8", head[0].length, length - 1));
        rest = rest.subarray(length);
    }
    return records;
}
function nameIn(header) {
    const prefix = textIn(header, 257, 6) === "ustar" ? textIn(header, 345, 155) : "";
    return (prefix === "" ? "" : `${prefix}/`) + textIn(header, 0, 100);
}
function textIn(header, from, length) {
    const field = header.subarray(from, from + length);
    const end = field.indexOf(0);
    return field.toString("utf8", 0, end === -1 ? length : end);
}
/** Octal digits. Other forms are for sizes and times that no entry of ours has. */
function numberIn(header, from, length) {
    const text = textIn(header, from, length).trim();
    if (!/^[0-7]*$/.test(text))
        throw new Error(damaged);
    return text === "" ? 0 : Number.parseInt(text, 8);
}
/** The sum of all bytes, those of the sum itself counted as spaces. */
function checkSum(header) {
    let sum = 0;
    for (let at = 0; at < block; at++)
        sum += at >= 148 && at < 156 ? 32 : (header[at] ?? 0);
    if (sum !== numberIn(header, 148, 8))
        throw new Error(damaged);
}

;// CONCATENATED MODULE: ./build/stage/src/files/unpack.js









/**
 * Unpacks an archive while it arrives. Only regular files and directories below `dir` come out of it, with their modes and times; anything else throws, as does an
 * archive that is not whole. What is there then is part of it.
 */
async function unpack({ source, compression, dir, maxBytes, signal }) {
    const sink = treeSink(dir, maxBytes);
    const decompressor = compression.name === "gzip" ? external_node_zlib_.createGunzip() : nodeZstd();
    if (decompressor !== null)
        return await (0,external_node_stream_promises_.pipeline)(source, decompressor, sink, { signal });
    if (compression.name === "zstd")
        await throughProgram(compression.program, source, sink, signal);
}
/** Node has zstd since 22.15. */
function nodeZstd() {
    const create = Reflect.get(external_node_zlib_namespaceObject, "createZstdDecompress");
    const made = typeof create === "function" ? create() : null;
    return made instanceof external_node_stream_.Duplex ? made : null;
}
async function throughProgram(program, source, sink, signal) {
    const stop = new AbortController();
    const all = AbortSignal.any([signal, stop.signal]);
    const child = (0,external_node_child_process_.spawn)(program, ["-d", "-c"], { stdio: ["pipe", "pipe", "ignore"], signal: all, windowsHide: true });
    const ended = (0,external_node_events_.once)(child, "exit").then(([code]) => {
        if (code !== 0)
            throw new Error("the archive cannot be decompressed");
    });
    const works = [
        (0,external_node_stream_promises_.pipeline)(source, child.stdin, { signal: all }),
        (0,external_node_stream_promises_.pipeline)(child.stdout, sink, { signal: all }),
        ended,
    ];
    for (const work of works)
        work.catch(() => stop.abort());
    const failures = (await Promise.allSettled(works)).flatMap((work) => work.status === "rejected" ? [work.reason] : []);
    // What the others say when one has ended is not why.
    const consequence = (error) => (0,errors/* hasCode */.up)(error, "EPIPE", "ECONNRESET", "ABORT_ERR", "ERR_STREAM_PREMATURE_CLOSE");
    if (failures.length > 0)
        throw failures.find((error) => !consequence(error)) ?? failures[0];
}
/** Writes the archive's files at once, one after the other: there are tens of thousands, and each is small. */
class Tree {
    #dir;
    #made = new Set();
    #open = null;
    constructor(dir) {
        this.#dir = dir;
    }
    file(path, mode, mtime) {
        const target = placeIn(this.#dir, path);
        const parent = (0,external_node_path_.dirname)(target);
        if (!this.#made.has(parent))
            (0,external_node_fs_.mkdirSync)(parent, { recursive: true });
        this.#made.add(parent);
        this.#open = { descriptor: (0,external_node_fs_.openSync)(target, "wx", mode & 0o777), mtime };
    }
    data(bytes) {
        if (this.#open === null)
            return;
        const { descriptor } = this.#open;
        for (let at = 0; at < bytes.length;)
            at += (0,external_node_fs_.writeSync)(descriptor, bytes, at);
    }
    end() {
        if (this.#open === null)
            return;
        const { descriptor, mtime } = this.#open;
        this.#open = null;
        try {
            (0,external_node_fs_.futimesSync)(descriptor, mtime, mtime);
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    }
}
function treeSink(dir, maxBytes) {
    const tree = new Tree(dir);
    const reader = new TarReader(tree);
    let bytes = 0;
    return new external_node_stream_.Writable({
        write: (chunk, _encoding, done) => {
            bytes += chunk.length;
            done(problemOf(() => {
                if (bytes > maxBytes)
                    throw new Error("the archive is larger than any that is saved");
                reader.write(chunk);
            }));
        },
        final: (done) => done(problemOf(() => reader.finish())),
        destroy: (error, done) => {
            done(error ?? problemOf(() => tree.end()));
        },
    });
}
function problemOf(work) {
    try {
        work();
        return null;
    }
    catch (error) {
        return error instanceof Error ? error : new Error(String(error));
    }
}
/** Where a path of the archive lies; throws for one that leads out of the directory, on any system. */
function placeIn(dir, path) {
    const [first, ...parts] = path.replace(/^\.\//, "").split("/");
    const odd = (part) => part === "" || part === "." || part === ".." || part.includes("\0");
    const foreign = (part) => process.platform === "win32" && /[\\:]/.test(part);
    const name = (0,external_node_path_.basename)(dir);
    if (first !== name || parts.length === 0 || parts.some((part) => odd(part) || foreign(part))) {
        throw new Error(`${JSON.stringify(path)} does not lie in ${name}`);
    }
    return (0,external_node_path_.join)(dir, ...parts);
}

// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(24371);
;// CONCATENATED MODULE: ./build/stage/src/platform/github-cache-download.js


/** One connection to blob storage is slower than the network: the archive is fetched in parts, a few at a time, and handed on in order. */
const partBytes = 8 * 1024 * 1024;
const partsAtOnce = 4;
const attempts = 3;
/** The bytes behind an address, in order; throws when they are not all to be had. */
async function* downloadParts(request) {
    const first = await github_cache_download_open(request, 0, partBytes - 1).catch(brokeOff);
    if (first.statusCode === 200)
        return yield* whole(first);
    if (first.statusCode !== 206)
        return await refuse(first);
    const total = Number(/\/(\d+)$/.exec(`${first.headers["content-range"] ?? ""}`)?.[1] ?? Number.NaN);
    if (!Number.isSafeInteger(total))
        throw new Error("the cache service does not say how large the archive is");
    const starts = Array.from({ length: Math.ceil(total / partBytes) - 1 }, (_, index) => (index + 1) * partBytes);
    const under = [];
    const next = () => {
        const start = starts.shift();
        if (start === undefined)
            return;
        const part = partFrom(request, start, Math.min(start + partBytes, total) - 1);
        // Awaited in its turn; until then nobody would hear of it.
        part.catch(() => undefined);
        under.push(part);
    };
    for (let count = 1; count < partsAtOnce; count++)
        next();
    let bytes = 0;
    for await (const chunk of whole(first)) {
        bytes += chunk.length;
        yield chunk;
    }
    if (bytes !== Math.min(partBytes, total))
        throw new Error("the download broke off");
    for (let part = under.shift(); part !== undefined; part = under.shift()) {
        next();
        yield await part;
    }
}
async function* whole({ body }) {
    try {
        for await (const chunk of body)
            yield chunk;
    }
    catch (error) {
        brokeOff(error);
    }
}
function brokeOff(error) {
    throw new Error(`the download broke off: ${(0,http/* rootMessage */.m4)(error)}`, { cause: error });
}
/** All of one part, asked for again when the connection breaks. */
async function partFrom(request, start, end) {
    for (let attempt = 1;; attempt++) {
        try {
            const response = await github_cache_download_open(request, start, end);
            if (response.statusCode !== 206)
                return await refuse(response);
            const bytes = Buffer.from(await response.body.arrayBuffer());
            if (bytes.length === end - start + 1)
                return bytes;
            throw new Error("a part of the archive is not whole");
        }
        catch (error) {
            request.signal.throwIfAborted();
            if (attempt === attempts)
                brokeOff(error);
        }
    }
}
function github_cache_download_open({ url, dispatcher, signal }, start, end) {
    return (0,undici.request)(url, { headers: { range: `bytes=${start}-${end}` }, dispatcher, signal });
}
async function refuse({ statusCode, body }) {
    await body.dump();
    throw new Error(`the service answered ${statusCode} when asked for the archive`);
}

// EXTERNAL MODULE: ./build/stage/src/platform/github-cache-flag.js
var github_cache_flag = __webpack_require__(27035);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./build/stage/src/platform/github-cache-lookup.js




/** Asks up to three times while the service is busy or the connection breaks. null when there is no such cache; throws when there is no answer. */
async function lookUp(request) {
    const ask = serviceVersion(request.env) === "v2" ? secondVersion : firstVersion;
    return await (0,http/* retried */.sT)(() => ask(request), { pauseMs: (attempt) => attempt * 500, signal: request.signal });
}
/** Why the mode of the runner forbids reading; null when it does not. */
function readingForbidden(env) {
    const mode = (env["ACTIONS_CACHE_MODE"] ?? "").trim().toLowerCase();
    const forbidden = mode === "none" || mode === "write-only";
    return forbidden ? `the effective cache-mode '${mode}' does not permit reads` : null;
}
/** What is part of a cache beside its key: the names of its directories and how it is compressed. */
function cacheVersion(name, compression) {
    const parts = [name, compression === "zstd" ? "zstd-without-long" : "gzip"];
    if (process.platform === "win32")
        parts.push("windows-only");
    return (0,external_node_crypto_.createHash)("sha256")
        .update([...parts, "1.0"].join("|"))
        .digest("hex");
}
/** GitHub Enterprise Server has the first one, whatever else is set. */
function serviceVersion(env) {
    const host = new URL(env["GITHUB_SERVER_URL"] || "https://github.com").hostname.toUpperCase();
    const hosted = host === "GITHUB.COM" || host.endsWith(".GHE.COM") || host.endsWith(".LOCALHOST");
    return hosted && (env["ACTIONS_CACHE_SERVICE_V2"] ?? "") !== "" ? "v2" : "v1";
}
/** Address of the service for its version; empty when the runner names none. */
function serviceAddress(env) {
    const [cache, results] = [env["ACTIONS_CACHE_URL"] ?? "", env["ACTIONS_RESULTS_URL"] ?? ""];
    return serviceVersion(env) === "v2" ? results : cache || results;
}
const firstAnswer = schemas/* object */.Ikc({ cacheKey: schemas/* string */.YjP(), archiveLocation: schemas/* url */.OZ5() });
async function firstVersion(request) {
    const query = `keys=${encodeURIComponent(request.keys.join(","))}&version=${request.version}`;
    const url = `${serviceAddress(request.env)}_apis/artifactcache/cache?${query}`;
    const answer = await send(request, url, { accept: "application/json;api-version=6.0-preview.1" }, null);
    if (answer === null)
        return null;
    const { cacheKey, archiveLocation } = firstAnswer.parse(answer);
    return { key: cacheKey, location: archiveLocation };
}
/** Twirp's JSON may have names in either form (https://protobuf.dev/programming-guides/json/). */
const secondAnswer = schemas/* object */.Ikc({
    ok: schemas/* boolean */.zMY().optional(),
    signed_download_url: schemas/* url */.OZ5().optional(),
    signedDownloadUrl: schemas/* url */.OZ5().optional(),
    matched_key: schemas/* string */.YjP().optional(),
    matchedKey: schemas/* string */.YjP().optional(),
});
async function secondVersion(request) {
    const [key = "", ...others] = request.keys;
    const path = "twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL";
    const url = new URL(`/${path}`, serviceAddress(request.env)).href;
    const body = JSON.stringify({ key, restore_keys: others, version: request.version });
    const answer = secondAnswer.parse(await send(request, url, { "content-type": "application/json" }, body));
    if (answer.ok !== true)
        return null;
    const location = answer.signed_download_url ?? answer.signedDownloadUrl;
    const matched = answer.matched_key ?? answer.matchedKey;
    if (location === undefined || matched === undefined)
        throw new Error("the cache service gave no address");
    return { key: matched, location };
}
/** JSON of the answer; null for none. */
async function send({ env, dispatcher, signal }, url, headers, body) {
    const authorization = `Bearer ${env["ACTIONS_RUNTIME_TOKEN"] ?? ""}`;
    const asked = { method: body === null ? "GET" : "POST", headers: { ...headers, authorization }, body };
    const [status, text] = await answerOf(() => (0,undici.request)(url, { ...asked, dispatcher, signal }), signal);
    if (status === 204)
        return null;
    if (status >= 200 && status < 300)
        return JSON.parse(text);
    const denied = /cache read denied:[^"]*/.exec(text)?.[0];
    const message = denied ?? `the cache service answered ${status}`;
    throw (0,http/* isTransient */.dg)(status) ? new http/* TransientError */.N_(message) : new Error(message);
}
async function answerOf(ask, signal) {
    try {
        const { statusCode, body } = await ask();
        return [statusCode, await body.text()];
    }
    catch (error) {
        signal.throwIfAborted();
        throw new http/* TransientError */.N_((0,http/* rootMessage */.m4)(error), { cause: error });
    }
}

;// CONCATENATED MODULE: ./build/stage/src/platform/github-cache-output.js
/**
 * Why the toolkit's cache client did not save, from what it printed: its function only answers "no". The lines are its workflow commands
 * (`::warning::Failed to save: …`) and, for what it does not find worth a warning, plain lines with the same words.
 */
function clientProblem(output) {
    const told = /^(?:Failed to save: |Cache save skipped: )/;
    const messages = output.split(/\r?\n/).map(messageOfLine);
    const problem = messages.findLast(({ text }) => told.test(text));
    return problem === undefined ? null : presentable(problem.text.replace(/^Failed to save: /, ""));
}
/** The last warning or error of any kind: the client ends some of its trouble with one and no further word. */
function lastWarning(output) {
    const warning = output
        .split(/\r?\n/)
        .map(messageOfLine)
        .findLast(({ isIssue }) => isIssue);
    return warning === undefined ? null : presentable(warning.text);
}
/** A token that may not write, a mode that forbids it, or another job that saves under the same key: no fault of anybody. */
function isRefusal(problem) {
    return /cache write denied:|Unable to reserve cache|does not permit writes/.test(problem);
}
function messageOfLine(line) {
    const issue = /^::(?:warning|error)(?: [^:]*)?::(.*)$/.exec(line)?.[1];
    if (issue === undefined)
        return { text: line, isIssue: false };
    return { text: issue.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%"), isIssue: true };
}
/** One line; addresses lose their query, which is the signature that opens the archive. */
function presentable(text) {
    const [first = ""] = text.trim().split(/\r?\n/);
    return first.replaceAll(/(https?:\/\/[^\s?]+)\?\S*/g, "$1");
}

// EXTERNAL MODULE: ./build/stage/src/platform/github-cache-protocol.js
var github_cache_protocol = __webpack_require__(87677);
;// CONCATENATED MODULE: ./build/stage/src/platform/github-cache-store.js












/** By the variables that the runner gives to steps of actions (never to `run:` steps). */
function cacheServiceOf(options) {
    const { env } = options;
    const given = (name) => (env[name] ?? "") !== "";
    if (!given("ACTIONS_RUNTIME_TOKEN") || !(given("ACTIONS_CACHE_URL") || given("ACTIONS_RESULTS_URL"))) {
        return { ok: false, reason: "this runner offers no cache service" };
    }
    return { ok: true, store: new GithubCacheStore(options) };
}
/** A service that answers at all does so within a second. */
const lookupLimitMs = 15_000;
const silenceMs = 15_000;
class GithubCacheStore {
    #options;
    #lookupLimitMs;
    #compression = null;
    constructor(options) {
        this.#options = options;
        this.#lookupLimitMs = options.lookupLimitMs ?? lookupLimitMs;
    }
    async find({ name, keys, signal }) {
        const { env } = this.#options;
        const forbidden = readingForbidden(env);
        if (forbidden !== null)
            return { status: "failed", reason: forbidden };
        const late = `the cache service did not answer within ${seconds(this.#lookupLimitMs)}`;
        const address = serviceAddress(env);
        return await this.#within({ address, limitMs: this.#lookupLimitMs, signal, late }, async (request) => {
            const version = cacheVersion(name, (await this.#howCompressed()).name);
            const cache = await lookUp({ env, keys, version, ...request });
            return cache === null ? { status: "missed" } : { status: "found", cache };
        });
    }
    async fetch({ cache, dir, maxBytes, limitMs, signal }) {
        const late = `not finished within ${seconds(limitMs)}`;
        return await this.#within({ address: cache.location, limitMs, signal, late }, async (request) => {
            const compression = await this.#howCompressed();
            const source = external_node_stream_.Readable.from(downloadParts({ url: cache.location, ...request }), { objectMode: false });
            await unpack({ source, compression, dir, maxBytes, signal: request.signal });
            return { status: "fetched" };
        });
    }
    /** Does something that speaks with the service. */
    async #within({ address, limitMs, signal, late }, work) {
        const limit = AbortSignal.timeout(limitMs);
        let dispatcher = null;
        try {
            dispatcher = (0,http/* dispatcherFor */.tR)(address, this.#options.silenceMs ?? silenceMs);
            return await work({ dispatcher, signal: AbortSignal.any([signal, limit]) });
        }
        catch (error) {
            const reason = presentable((0,errors/* messageOf */.bD)(error)) || noReason;
            return { status: "failed", reason: signal.aborted ? "the run was cancelled" : limit.aborted ? late : reason };
        }
        finally {
            await dispatcher?.destroy();
        }
    }
    /** As the toolkit's client compresses where zstd can be run, and where it cannot. */
    #howCompressed() {
        this.#compression ??= (0,on_path/* programsOnPath */.i)("zstd", this.#options.env, process.platform === "win32").then(([program]) => program === undefined ? { name: "gzip" } : { name: "zstd", program });
        return this.#compression;
    }
    async save({ dir, key, limitMs, signal }) {
        const { answer, problem } = await this.#ask({ dir, key, limitMs, signal });
        if (problem === null && answer?.accepted === true)
            return { status: "saved" };
        const reason = problem ?? noReason;
        return { status: isRefusal(reason) ? "refused" : "failed", reason };
    }
    /** Temporary files of the client lie in a directory of ours, so that one that was ended leaves nothing behind. */
    async #ask(question) {
        try {
            const own = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_path_.dirname)(question.dir), "cache-client-"));
            try {
                return await this.#askIn(own, question);
            }
            finally {
                await (0,promises_.rm)(own, { recursive: true, force: true, maxRetries: 3 });
            }
        }
        catch (error) {
            return { answer: null, problem: (0,errors/* messageOf */.bD)(error) };
        }
    }
    async #askIn(own, { dir, key, limitMs, signal }) {
        const request = (0,external_node_path_.join)(own, "request.json");
        const output = (0,external_node_path_.join)(own, "output");
        const asked = { name: (0,external_node_path_.basename)(dir), key };
        await (0,promises_.writeFile)(request, JSON.stringify(asked));
        const [file = process.execPath, ...args] = this.#options.self;
        const { end, exitCode, error } = await this.#options.run({
            file,
            args: [...args, github_cache_flag/* cacheClientFlag */.S, request],
            cwd: (0,external_node_path_.dirname)(dir),
            env: clientEnvironment(this.#options.env, own, (0,external_node_path_.dirname)(dir)),
            stdout: output,
            stderr: output,
            signal,
            timeoutMs: limitMs,
        });
        if (end === "timed-out")
            return { answer: null, problem: `not finished within ${seconds(limitMs)}` };
        if (end === "cancelled")
            return { answer: null, problem: "the run was cancelled" };
        if (exitCode !== 0)
            return { answer: null, problem: error ?? `the client ended with exit code ${exitCode}` };
        const answer = github_cache_protocol/* answerSchema */.U.parse(JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(own, "answer.json"), "utf8")));
        const said = await (0,promises_.readFile)(output, "utf8");
        return { answer, problem: clientProblem(said) ?? (answer.accepted ? null : lastWarning(said)) };
    }
}
const noReason = "the client gave no reason";
function seconds(ms) {
    return `${Math.ceil(ms / 1000)} s`;
}
/**
 * The runner's variables without inputs, which hold secrets. Archives are made relative to GITHUB_WORKSPACE, so that is where the directory lies, and temporary
 * files go where they are removed. RUNNER_DEBUG would list every file of an archive.
 */
function clientEnvironment(env, temp, workspace) {
    const kept = Object.entries(env).flatMap(([name, value]) => value === undefined || /^INPUT_|^RUNNER_DEBUG$|^GITHUB_(OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$/i.test(name)
        ? []
        : [[name, value]]);
    return { ...Object.fromEntries(kept), RUNNER_TEMP: temp, GITHUB_WORKSPACE: workspace };
}

;// CONCATENATED MODULE: ./build/stage/src/platform/problem-matchers.js
/**
 * actions/setup-go leaves a problem matcher behind, for all later steps of the job: every line of a log with `name.go:12:3: message` or `name.go: message`
 * anywhere in it becomes an error annotation (its matchers.json; the runner matches while commands are stopped too). Here that would be a second annotation
 * for each finding, and one for what a test prints; and since GitHub keeps ten of a step, ours, which are ranked and come last, would be the ones to go.
 *
 * The matcher looks for a blank after the last colon. A no-break space there looks the same, and leaves the position as it is. Removing the matcher would
 * take it from the steps after this one, which cannot be made good: nothing says whether it was there.
 */
function unmatched(line) {
    return line.replace(/(\.go:(?:\d+:\d+:)?) /g, "$1\u00a0");
}

;// CONCATENATED MODULE: ./build/stage/src/platform/github-channel.js



/**
 * Standard output as the runner reads it: it obeys commands (`::error::…`) wherever they stand, so text of others is written while
 * commands are stopped, and our own commands wait until they are obeyed again. Groups and uploads never overlap, since the
 * client for uploads issues commands of its own.
 */
class Channel {
    #output;
    #commands = new Switch();
    #folds = new Map();
    /** What waits until commands are obeyed again. */
    #held = [];
    #groups = Promise.resolve();
    constructor(output) {
        this.#output = output;
    }
    /** Runs something that prints a command or a line, as soon as commands are obeyed. */
    say(speak) {
        if (this.#commands.stopped)
            this.#held.push(speak);
        else
            speak();
    }
    /** The same at once, in the middle of a group too: a secret has to be registered before the next line. */
    sayNow(speak) {
        const { stopped } = this.#commands;
        if (stopped)
            this.#commands.resume();
        speak();
        if (stopped)
            this.#commands.stop();
    }
    group(title, lines, open) {
        const folded = [...this.#folds.values()].flatMap((fold) => fold.running);
        const group = Promise.allSettled([this.#groups, ...folded]).then(() => this.#write(title, lines, open));
        this.#groups = Promise.allSettled([group]);
        return group;
    }
    /** Folds what a client prints, with what others of the title print at the same time. */
    fold(title, run) {
        const fold = this.#folds.get(title) ?? new Fold(title);
        this.#folds.set(title, fold);
        return fold.add(this.#groups, run);
    }
    /** Resolves when no group is being written. */
    async idle() {
        await this.#groups;
    }
    async #write(title, lines, open) {
        if (!open)
            core/* startGroup */.Oh(title);
        this.#commands.stop();
        try {
            if (open)
                this.#output.line(unmatched(title));
            await this.#output.lines(lines, unmatched);
        }
        finally {
            this.#commands.resume();
            if (!open)
                core/* endGroup */.N4();
            for (const speak of this.#held.splice(0))
                speak();
        }
    }
}
/** While stopped, the runner takes every line as text until it reads the token (128 random bits, so nobody can guess it). */
class Switch {
    #token = null;
    get stopped() {
        return this.#token !== null;
    }
    stop() {
        this.#token = (0,external_node_crypto_.randomBytes)(16).toString("hex");
        core/* info */.pq(`::stop-commands::${this.#token}`);
    }
    resume() {
        core/* info */.pq(`::${this.#token}::`);
        this.#token = null;
    }
}
/** One group around everything that runs at the same time. */
class Fold {
    #title;
    #waiting = new Set();
    #inside = 0;
    constructor(title) {
        this.#title = title;
    }
    get running() {
        return [...this.#waiting];
    }
    add(before, run) {
        const work = this.#folded(before, run);
        this.#waiting.add(work);
        const done = () => this.#waiting.delete(work);
        work.then(done, done);
        return work;
    }
    async #folded(before, run) {
        await before;
        if (this.#inside++ === 0)
            core/* startGroup */.Oh(this.#title);
        try {
            return await run();
        }
        finally {
            if (--this.#inside === 0)
                core/* endGroup */.N4();
        }
    }
}

// EXTERNAL MODULE: ./build/stage/src/platform/platform.js
var platform = __webpack_require__(96779);
;// CONCATENATED MODULE: ./build/stage/src/platform/github-context.js


/**
 * What the runner says about the run. `@actions/github` reads the event payload when it is loaded, so an unreadable payload is
 * an error of the import: the facts that need it are then unknown, with a warning.
 */
async function readContext(env, warn) {
    const workspace = textOrNull(env["GITHUB_WORKSPACE"]);
    try {
        const { context } = await __webpack_require__.e(/* import() */ 1351).then(__webpack_require__.bind(__webpack_require__, 61351));
        const repository = textOrNull(env["GITHUB_REPOSITORY"]) ?? textOrNull(context.payload.repository?.full_name);
        const serverUrl = textOrNull(context.serverUrl);
        const runId = textOrNull(env["GITHUB_RUN_ID"]);
        const finished = finishedSchema.safeParse(context.payload["workflow_run"]).data ?? null;
        return {
            repository,
            serverUrl,
            sha: textOrNull(context.sha),
            ref: textOrNull(context.ref),
            eventName: textOrNull(context.eventName),
            defaultBranch: textOrNull(context.payload.repository?.["default_branch"]),
            base: baseOf(context.payload.pull_request?.["base"]),
            before: context.eventName === "push" ? textOrNull(context.payload["before"]) : null,
            headRepository: textOrNull(context.payload.pull_request?.["head"]?.repo?.full_name),
            headBranch: textOrNull(context.payload.pull_request?.["head"]?.ref),
            runAttempt: Number.isInteger(context.runAttempt) ? context.runAttempt : null,
            runUrl: runId === null || repository === null ? null : `${serverUrl}/${repository}/actions/runs/${runId}`,
            workflow: textOrNull(env["GITHUB_WORKFLOW"]),
            job: textOrNull(env["GITHUB_JOB"]),
            pullRequest: finished === null ? pullRequestOf(context.payload.pull_request) : testedBy(finished),
            finishedRun: finished === null
                ? null
                : { url: finished.html_url, workflow: finished.name, conclusion: finished.conclusion ?? "" },
            workspace,
        };
    }
    catch {
        // Not the parser's message: it quotes the payload, and no secret is registered yet.
        warn("The event of this workflow run (GITHUB_EVENT_PATH) could not be read; links to it are left out.");
        return { ...platform/* nothingKnown */.H, workspace };
    }
}
const headSchema = schemas/* object */.Ikc({
    ref: schemas/* string */.YjP(),
    sha: schemas/* string */.YjP(),
    repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }).nullish(),
});
/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request */
const pullRequestSchema = schemas/* object */.Ikc({ number: schemas/* int */.Whr(), head: headSchema });
/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run */
const finishedSchema = schemas/* object */.Ikc({
    event: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
    conclusion: schemas/* string */.YjP().nullish(),
    head_sha: schemas/* string */.YjP(),
    head_branch: schemas/* string */.YjP().nullish(),
    head_repository: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }).nullish(),
});
function pullRequestOf(payload) {
    const { data } = pullRequestSchema.safeParse(payload);
    if (data === undefined)
        return null;
    const { number, head } = data;
    return { number, head: { repository: head.repo?.full_name ?? null, branch: head.ref, sha: head.sha } };
}
/** Its list of pull requests is empty for forks, so the number has to be asked for. */
function testedBy(run) {
    if (run.event !== "pull_request")
        return null;
    const repository = run.head_repository?.full_name ?? null;
    return { number: null, head: { repository, branch: run.head_branch ?? null, sha: run.head_sha } };
}
function baseOf(base) {
    if (typeof base !== "object" || base === null || !("ref" in base) || !("sha" in base))
        return null;
    const { ref, sha } = base;
    return typeof ref === "string" && typeof sha === "string" ? { branch: ref, sha } : null;
}
/** The toolkit's types promise strings for variables that need not be set. */
function textOrNull(value) {
    return value === undefined || value === "" ? null : value;
}

// EXTERNAL MODULE: ./build/stage/src/parse-json.js
var parse_json = __webpack_require__(2078);
;// CONCATENATED MODULE: ./build/stage/src/platform/github-subjects.js



/** The runner fails a step that declares more in its job (actions/runner 2.336.0, src/Runner.Worker/CreateArtifactsFileCommand.cs). */
const maxSubjects = 500;
const listSchema = schemas/* object */.Ikc({ subjects: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), digest: schemas/* string */.YjP() })) });
/**
 * Declares what was built in the file that `GITHUB_ARTIFACTS` names, a line each. A wrong line fails the step, so what the runner would refuse is left out: a name
 * that an earlier step of the job gave to something else, what its format cannot hold, and what is too much. Answers in sentences what that was.
 */
async function declareSubjects(subjects, env) {
    const file = env["GITHUB_ARTIFACTS"];
    if (!file)
        return [];
    const known = await declaredBefore(env["GITHUB_ARTIFACTS_LIST"]);
    const lines = [];
    const left = [];
    for (const subject of subjects) {
        const line = lineOf(subject);
        const same = known.get(subject.name);
        if (same === subject.digest)
            continue;
        if (same !== undefined)
            left.push(`${subject.name} is the name of something else that this job has built`);
        else if (line === null)
            left.push(`the place of ${subject.name} has a character that the runner does not take`);
        else if (known.size === maxSubjects)
            left.push(`${subject.name} is one more than the ${maxSubjects} of a job`);
        else {
            known.set(subject.name, subject.digest);
            lines.push(`${line}\n`);
        }
    }
    if (lines.length > 0)
        await (0,promises_.appendFile)(file, lines.join(""));
    return left.map((why) => `Not declared for attestations: ${why}.`);
}
/** Digests by name. */
async function declaredBefore(path) {
    const text = path ? await (0,promises_.readFile)(path, "utf8").catch(() => "") : "";
    // Empty where the runner has the file and does not use it.
    const { success, data } = listSchema.safeParse((0,parse_json/* parseJson */.q)(text));
    return new Map(success ? data.subjects.map(({ name, digest }) => [name, digest]) : []);
}
function lineOf({ path, name, digest }) {
    const place = path === null ? `oci://${name}@${digest}` : `file://${path}`;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a name may hold any.
    return /[=\u0000-\u001f\u0085\u2028\u2029]|\s$/.test(place) ? null : place;
}

;// CONCATENATED MODULE: ./build/stage/src/platform/github-upload.js

/** The client gives up by itself after 5 minutes without progress in one upload; this ends what it waits for without a limit. */
const uploadLimitMs = 10 * 60_000;
/** Uploads with the toolkit's client, which is loaded only now: it is large and most runs of a terminal never need it. */
async function uploadToWorkflow(request, env, limitMs = uploadLimitMs) {
    // The runner sets both in steps of actions, never in `run:` steps.
    const missing = ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_RESULTS_URL"].filter((name) => !env[name]);
    if (missing.length > 0) {
        return { status: "unavailable", reason: `this runner offers no artifact service (${missing.join(", ")} not set)` };
    }
    const limit = timeLimit(limitMs);
    try {
        return await Promise.race([upload(request, env), limit.reached]);
    }
    catch (thrown) {
        return resultOfError(thrown);
    }
    finally {
        limit.stop();
    }
}
async function upload({ name, files, root, retentionDays, compressed }, env) {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(3878), __webpack_require__.e(2271), __webpack_require__.e(8029), __webpack_require__.e(7997)]).then(__webpack_require__.bind(__webpack_require__, 77997));
    const { id, size } = await new DefaultArtifactClient().uploadArtifact(name, [...files], root, {
        compressionLevel: compressed ? 0 : 6,
        ...(retentionDays === null ? {} : { retentionDays }),
    });
    return { status: "uploaded", url: id === undefined ? null : github_upload_addressOf(id, env), size: size ?? null };
}
/** As actions/upload-artifact makes its output `artifact-url` (src/shared/upload-artifact.ts). */
function github_upload_addressOf(id, env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
    return server && repository && run ? `${server}/${repository}/actions/runs/${run}/artifacts/${id}` : null;
}
/** The client has no error class for a name that is taken; the status code in its message is all it hands on. */
function resultOfError(thrown) {
    const reason = (0,errors/* messageOf */.bD)(thrown);
    if (thrown instanceof Error && thrown.name === "GHESNotSupportedError") {
        return {
            status: "unavailable",
            reason: "GitHub Enterprise Server has no artifact service that the client can use",
        };
    }
    if (/CreateArtifact: .*\(409\)/.test(reason))
        return { status: "name-taken" };
    return { status: "failed", reason };
}
function timeLimit(limitMs) {
    let timer;
    const reached = new Promise((resolve) => {
        const reason = `the artifact service did not finish within ${Math.ceil(limitMs / 1000)} s`;
        timer = setTimeout(() => resolve({ status: "failed", reason }), limitMs);
    });
    return { reached, stop: () => clearTimeout(timer) };
}

// EXTERNAL MODULE: ./build/stage/src/platform/mask.js
var mask = __webpack_require__(18412);
;// CONCATENATED MODULE: ./build/stage/src/platform/github.js












/** GitHub Actions, by the toolkit's libraries. */
async function createGithubPlatform({ env, inputNames, output, report, run, }) {
    const context = await readContext(env, core/* warning */.$e);
    const channel = new Channel(output);
    const say = (speak) => channel.say(speak);
    const earlier = earlierSummary(env);
    const { lacks, attest } = githubAttester(env);
    return {
        name: "github",
        inputs: () => readInputs(env, inputNames),
        context,
        colour: !env["NO_COLOR"],
        mask: (secret) => channel.sayNow(() => (0,mask/* maskForms */.y)(secret).map(core/* setSecret */.Pq)),
        log: (line) => say(() => core/* info */.pq(unmatched(line))),
        group: (title, lines, open) => channel.group(title, lines, open),
        annotate: (annotation) => say(() => annotate(annotation)),
        notice: (message) => say(() => core/* notice */.lm(message)),
        warning: (message) => say(() => core/* warning */.$e(message)),
        error: (message) => say(() => core/* error */.z3(message)),
        writeSummary: async (markdown) => {
            const problem = await writeSummary((await earlier()) + markdown);
            if (problem !== null)
                say(() => core/* warning */.$e(`The job summary could not be written: ${problem}`));
        },
        setOutputs: async (outputs) => say(() => setOutputs(outputs, env)),
        upload: (request) => channel.fold("Uploading workflow artifacts", () => uploadToWorkflow(request, env)),
        // Its client prints a token that it registers as a secret.
        attester: { lacks, attest: (request) => channel.fold("Attesting", () => attest(request)) },
        declare: (subjects) => declareSubjects(subjects, env),
        comment: async (request) => (await __webpack_require__.e(/* import() */ 8503).then(__webpack_require__.bind(__webpack_require__, 48503))).putComment(request, env),
        releases: async (place) => (await __webpack_require__.e(/* import() */ 142).then(__webpack_require__.bind(__webpack_require__, 10142))).githubReleases(place, env),
        cacheService: () => cacheServiceOf({ env, run, self: [process.execPath, ...process.execArgv, process.argv[1] ?? ""] }),
        ...(report === undefined ? {} : { report: (text) => report.text(withoutCommands(text)) }),
        flush: async () => {
            await channel.idle();
            await output.flush();
            await report?.flush();
        },
    };
}
/**
 * JSON that says the same, in which the runner finds no command where nothing else reads it: `##[…]` is one anywhere in a line, `::…` only at its beginning, where
 * JSON never has it (ActionCommand.cs of actions/runner, 079cdb1).
 */
function withoutCommands(json) {
    return json.replaceAll("##[", "#\\u0023[");
}
/** Answers why it cannot be written; null: it is. */
async function writeSummary(markdown) {
    try {
        await core/* summary */.z.addRaw(markdown).write({ overwrite: true });
        return null;
    }
    catch (thrown) {
        return (0,errors/* messageOf */.bD)(thrown);
    }
}
/** What the step's summary holds before ours: a step may be a script that wrote to it first. */
function earlierSummary(env) {
    // Whatever is wrong with the file is said when it is written.
    return (0,once/* once */.O)(() => (0,promises_.readFile)(env["GITHUB_STEP_SUMMARY"] ?? "", "utf8").catch(() => ""));
}
/** The runner upper-cases names and keeps hyphens; an input that is not given is an empty variable. */
function readInputs(env, names) {
    const pairs = names.flatMap((name) => {
        const value = env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`]?.trim() ?? "";
        return value === "" ? [] : [[name, value]];
    });
    return Object.fromEntries(pairs);
}
function annotate({ level, title, message, path, line, endLine, column }) {
    const issue = { error: core/* error */.z3, warning: core/* warning */.$e, notice: core/* notice */.lm }[level];
    const properties = {
        title,
        ...(path === null ? {} : { file: path }),
        ...(line === null ? {} : { startLine: line }),
        ...(endLine === undefined ? {} : { endLine }),
        ...(column === null ? {} : { startColumn: column }),
    };
    issue(message, properties);
}
/** Without the file the toolkit would print the old `::set-output` command, which runners refuse. */
function setOutputs(outputs, env) {
    try {
        if (!env["GITHUB_OUTPUT"])
            throw new Error("GITHUB_OUTPUT is not set");
        for (const [name, value] of Object.entries(outputs))
            core/* setOutput */.uH(name, value);
    }
    catch (thrown) {
        core/* warning */.$e(`The step outputs could not be set: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}


/***/ })

};
