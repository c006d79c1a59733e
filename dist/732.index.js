export const id = 732;
export const ids = [732];
export const modules = {

/***/ 28351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   download: () => (/* binding */ download)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24371);
/* harmony import */ var _net_http_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90255);







/** Archives of the CLI have about 30 MB; nothing honest is larger than this. */
const sizeLimit = 300 * 1024 * 1024;
/**
 * Downloads a file, through HTTP(S)_PROXY and NO_PROXY when they are set, and answers its SHA-256. Broken connections and busy servers are tried
 * again with a random pause; throws what the last attempt met.
 */
async function download(request) {
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(request.limitMs)]);
    const dispatcher = (0,_net_http_js__WEBPACK_IMPORTED_MODULE_6__/* .dispatcherFor */ .tR)(request.url);
    try {
        const pauseMs = (attempt) => Math.random() * (request.pauseMs ?? 2_000) * attempt;
        return await (0,_net_http_js__WEBPACK_IMPORTED_MODULE_6__/* .retried */ .sT)(async () => {
            try {
                return await attemptDownload(request, dispatcher, signal);
            }
            catch (error) {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(request.file, { force: true });
                throw error;
            }
        }, { pauseMs, signal });
    }
    finally {
        await dispatcher.destroy();
    }
}
async function attemptDownload(request, dispatcher, signal) {
    const response = await (0,undici__WEBPACK_IMPORTED_MODULE_5__.fetch)(request.url, { dispatcher, signal, headers: { ...request.headers } }).catch((error) => {
        throw new _net_http_js__WEBPACK_IMPORTED_MODULE_6__/* .TransientError */ .N_((0,_net_http_js__WEBPACK_IMPORTED_MODULE_6__/* .rootMessage */ .m4)(error), { cause: error });
    });
    if (!response.ok || response.body === null) {
        const message = `the server answered ${response.status} ${response.statusText}`.trim();
        throw (0,_net_http_js__WEBPACK_IMPORTED_MODULE_6__/* .isTransient */ .dg)(response.status) ? new _net_http_js__WEBPACK_IMPORTED_MODULE_6__/* .TransientError */ .N_(message) : new Error(message);
    }
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
    let size = 0;
    const measured = async function* (chunks) {
        for await (const chunk of chunks) {
            size += chunk.length;
            if (size > sizeLimit)
                throw new Error(`the file is larger than ${sizeLimit} bytes`);
            hash.update(chunk);
            yield chunk;
        }
    };
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.fromWeb(response.body), measured, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(request.file), { signal });
    }
    catch (error) {
        throw isDiskError(error) ? error : new _net_http_js__WEBPACK_IMPORTED_MODULE_6__/* .TransientError */ .N_((0,_net_http_js__WEBPACK_IMPORTED_MODULE_6__/* .rootMessage */ .m4)(error), { cause: error });
    }
    return hash.digest("hex");
}
function isDiskError(error) {
    return error instanceof Error && "syscall" in error && (error.syscall === "write" || error.syscall === "open");
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


/***/ })

};
