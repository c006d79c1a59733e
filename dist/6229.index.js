export const id = 6229;
export const ids = [6229,4777];
export const modules = {

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

/***/ 39550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ Refusal)
/* harmony export */ });
/** The token may not; asking again is of no use. */
class Refusal extends Error {
    name = "Refusal";
}


/***/ }),

/***/ 32618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ diagram),
/* harmony export */   AU: () => (/* binding */ fold),
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   FY: () => (/* binding */ paragraph),
/* harmony export */   Gc: () => (/* binding */ renderMarkdown),
/* harmony export */   R_: () => (/* binding */ heading),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   e5: () => (/* binding */ bullets),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   vf: () => (/* binding */ shell)
/* harmony export */ });
/* harmony import */ var mdast_util_gfm__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35618);
/* harmony import */ var mdast_util_to_markdown__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59059);
/* harmony import */ var _text_clip_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51834);
/* harmony import */ var _text_html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74813);
/* harmony import */ var _text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92077);





/** Markdown text, ending with a line end. */
function renderMarkdown(blocks) {
    return (0,mdast_util_to_markdown__WEBPACK_IMPORTED_MODULE_2__/* .toMarkdown */ .l)({ type: "root", children: [...blocks] }, { bullet: "-", extensions: [(0,mdast_util_gfm__WEBPACK_IMPORTED_MODULE_3__/* .gfmToMarkdown */ .H)({ tablePipeAlign: false })] });
}
/** Our own words; never for text from the repository. */
function words(value) {
    return { type: "text", value };
}
function strong(value) {
    return { type: "strong", children: [words(value)] };
}
/** A name or a message from the repository, on one line and cut to `max` characters. */
function code(value, max = 120) {
    return { type: "inlineCode", value: (0,_text_clip_js__WEBPACK_IMPORTED_MODULE_4__/* .clipName */ .es)((0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLine */ .g$)(value), max).trim() || " " };
}
/** What GitHub turns into links, mentions, references to issues and commits, emoji or formulas although it is plain text. */
const actedUpon = /[@#$]|:\/\/|www\.|\bGH-\d|:[\w+-]+:|\b(?=[a-f]*\d)[0-9a-f]{7,40}\b/i;
/**
 * A sentence that may hold text from the repository: what stands in backticks becomes code, and so do words that GitHub would act upon, since it leaves
 * code alone.
 */
function prose(value, max = 400) {
    const parts = (0,_text_clip_js__WEBPACK_IMPORTED_MODULE_4__/* .clipName */ .es)((0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLine */ .g$)(value), max).split(/(`[^`]+`|\s+)/);
    const inlines = [];
    for (const next of parts.filter((text) => text !== "").flatMap((part) => asInlines(part, max))) {
        const last = inlines.at(-1);
        // Two code spans side by side would run into one another.
        if (last?.type === next.type)
            last.value += next.value;
        else
            inlines.push(next);
    }
    return inlines;
}
function asInlines(part, max) {
    if (/^`[^`]+`$/.test(part))
        return [code(part.slice(1, -1), max)];
    if (!actedUpon.test(part))
        return [words(part)];
    // What ends a sentence is no part of an address.
    const [, bare = "", end = ""] = /^(.*?)([.,;]?)$/.exec(part) ?? [];
    return end !== "" && actedUpon.test(bare) ? [code(bare, max), words(end)] : [code(part, max)];
}
function heading(depth, ...children) {
    return { type: "heading", depth, children: [...children] };
}
function paragraph(...children) {
    return { type: "paragraph", children: [...children] };
}
/** `url` is ours: nothing from the repository but an encoded path. */
function link(url, ...children) {
    return { type: "link", url, children: children.filter((child) => child.type !== "link") };
}
/** Each item is a run of blocks, the first usually a paragraph. */
function bullets(items) {
    return {
        type: "list",
        spread: false,
        children: items.map((children) => ({ type: "listItem", spread: false, children: [...children] })),
    };
}
function table(columns, rows) {
    const head = columns.map(({ title }) => (typeof title === "string" ? [words(title)] : title));
    return {
        type: "table",
        align: columns.map(({ align }) => align ?? null),
        children: [head, ...rows].map((cells) => ({
            type: "tableRow",
            children: cells.map((children) => ({ type: "tableCell", children: [...children] })),
        })),
    };
}
/** Output of a tool, clipped, in a fence that nothing in it can close. */
function fence(lang, value, limits) {
    return { type: "code", lang, value: (0,_text_clip_js__WEBPACK_IMPORTED_MODULE_4__/* .clipText */ .gL)((0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeText */ .jZ)(value, 1_000), limits) };
}
/** What GitHub draws from a text of our own. */
function diagram(lang, value) {
    return { type: "code", lang, value };
}
/** Shell commands, complete: a cut one would be of no use. */
function shell(value) {
    return { type: "code", lang: "sh", value: (0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeText */ .jZ)(value) };
}
/** A part that is folded until the reader opens it. */
function fold(title, blocks, open = false) {
    return [
        {
            type: "html",
            value: `<details${open ? " open" : ""}>\n<summary>${title.map(titlePart).join(" ")}</summary>`,
        },
        ...blocks,
        { type: "html", value: "</details>" },
    ];
}
function titlePart(part) {
    return typeof part === "string" ? part : `<code>${(0,_text_html_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .Z)((0,_text_clip_js__WEBPACK_IMPORTED_MODULE_4__/* .clipName */ .es)((0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLine */ .g$)(part.code)))}</code>`;
}


/***/ }),

/***/ 74777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ archiveNames),
  writeArchives: () => (/* binding */ writeArchives)
});

// UNUSED EXPORTS: archiveName

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/files/output-dir.js
var output_dir = __webpack_require__(62473);
// EXTERNAL MODULE: ./build/stage/src/text/paths.js
var text_paths = __webpack_require__(60938);
// EXTERNAL MODULE: ./build/stage/src/collect/files.js
var collect_files = __webpack_require__(84210);
;// CONCATENATED MODULE: ./build/stage/src/collect/archive.js







/** Some tools take the years before for mistakes, and zip has none. */
const earliest = Date.UTC(1980, 0, 1);
/**
 * Packs files by the name of the archive, `.zip` or `.tar.gz`: sorted, of no owner, modes 0755 and 0644, all of one time, so that the same files make the
 * same bytes.
 * @param modified milliseconds since 1970
 */
async function writeArchive(path, files, modified) {
    const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
    const time = new Date(Math.max(modified, earliest));
    await (0,output_dir/* makeParent */.j)(path);
    await (path.endsWith(".zip") ? writeZip : writeTar)(path, sorted, time);
}
async function writeTar(path, files, mtime) {
    const tar = await __webpack_require__.e(/* import() */ 8697).then(__webpack_require__.bind(__webpack_require__, 98697));
    const scratch = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "archive-"));
    try {
        for (const file of files)
            await (0,collect_files/* keepFile */.aF)(file.path, (0,external_node_path_.join)(scratch, file.name));
        const executable = new Set(files.filter((file) => file.executable).map(({ name }) => name));
        await tar.create({
            ...{ file: path, cwd: scratch, gzip: { level: 9 }, portable: true, mtime },
            onWriteEntry: (entry) => {
                // What the file system says depends on the umask, and Windows has no modes.
                if (entry.stat !== undefined)
                    entry.stat.mode = executable.has(entry.path) ? 0o100755 : 0o100644;
            },
        }, files.map(({ name }) => name));
    }
    finally {
        await (0,promises_.rm)(scratch, { recursive: true, force: true, maxRetries: 3 });
    }
}
async function writeZip(path, files, mtime) {
    const { default: AdmZip } = await __webpack_require__.e(/* import() */ 1316).then(__webpack_require__.t.bind(__webpack_require__, 71316, 19));
    const zip = new AdmZip(undefined, { noSort: true });
    for (const { name, path: file, executable } of files) {
        const entry = zip.addFile(name, await (0,promises_.readFile)(file), "", executable ? 0o755 : 0o644);
        // Made on Unix, whatever it was made on: only then modes count.
        entry.header.made = 0x0314;
        entry.header.time = inZoneOfZip(mtime);
    }
    await (0,promises_.writeFile)(path, await zip.toBufferPromise());
}
/** Zip has the time of a clock on the wall, and the library writes that of this machine: this shows UTC on it. */
function inZoneOfZip(time) {
    const [year, month, day] = [time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()];
    return new Date(year, month, day, time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds());
}
/** What a reader of an archive wants beside the programs, by the names that goreleaser takes, and what licences ask to come along. */
const companion = /^(?:licen[cs]e|copying|notice|readme|changelog)/i;
const licence = /^(?:licen[cs]e|copying)/i;
/** No text that people write for others is larger. */
const largestText = 1024 * 1024;
/**
 * Licence, readme and the like of a module: from its directory, a licence else from the nearest directory above. `paths`: files of the repository,
 * relative to it. A link counts as the file that it leads to, inside of the repository.
 */
async function companions(root, dir, paths) {
    const inDirectory = (place) => paths.filter((path) => (place === "." ? !path.includes("/") : path === `${place}/${(0,external_node_path_.basename)(path)}`));
    const isText = (path) => companion.test((0,external_node_path_.basename)(path)) && !path.endsWith(".go");
    const own = inDirectory(dir).filter(isText);
    const places = dir === "." ? [] : [...dir.split("/").keys()].map((at) => dir.split("/").slice(0, at).join("/") || ".");
    const lacking = own.some((path) => licence.test((0,external_node_path_.basename)(path)));
    const above = lacking
        ? []
        : places
            .reverse()
            .map((place) => inDirectory(place).filter((path) => isText(path) && licence.test((0,external_node_path_.basename)(path))));
    const found = [];
    for (const path of [...own, ...(above.find((list) => list.length > 0) ?? [])]) {
        const real = await (0,errors/* ifThere */.y)((0,promises_.realpath)((0,external_node_path_.join)(root, path)));
        if (real === null || !(0,text_paths/* isInside */.FK)(await (0,promises_.realpath)(root), real, (0,text_paths/* pathStyle */.Ls)(process.platform)))
            continue;
        const { size, mode, ...kind } = await fileAt(real);
        if (kind.isFile && size <= largestText)
            found.push({ name: (0,external_node_path_.basename)(path), path: real, executable: (mode & 0o100) !== 0 });
    }
    return found;
}
async function fileAt(path) {
    const found = await (0,promises_.stat)(path);
    return { size: found.size, mode: found.mode, isFile: found.isFile() };
}

// EXTERNAL MODULE: ./build/stage/src/collect/build.js
var build = __webpack_require__(46841);
// EXTERNAL MODULE: ./build/stage/src/files/digest-file.js
var digest_file = __webpack_require__(84493);
// EXTERNAL MODULE: ./build/stage/src/gates/binaries.js
var gates_binaries = __webpack_require__(18242);
// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
// EXTERNAL MODULE: ./build/stage/src/model/own-module.js
var own_module = __webpack_require__(42679);
// EXTERNAL MODULE: ./build/stage/src/model/stamp.js
var model_stamp = __webpack_require__(31405);
;// CONCATENATED MODULE: ./build/stage/src/run/archives.js








/** One archive for each module and platform all of whose programs were built, and their checksums. */
async function writeArchives(request) {
    const { project, stamps, stages, results, artifacts, output } = request;
    const names = archiveNames(project);
    const ended = new Map(results.map(({ id, status }) => [id, status]));
    const archives = [];
    for (const { id, module, binaries } of stages) {
        const [first] = binaries;
        const built = binaries.map((planned) => artifacts.find(({ name }) => name === planned.file));
        const whole = built.filter((artifact) => artifact !== undefined);
        if (first === undefined || module === null || whole.length < binaries.length)
            continue;
        if (ended.get(id) !== "passed")
            continue;
        const stamp = stamps.of((0,own_module/* placeOfModule */.dI)(project, module));
        const version = (0,model_stamp/* stampValue */.n)(stamp, "semver") ?? "";
        const { platform } = first;
        const name = archiveName(names.get(module) ?? "binaries", version, platform);
        const path = (0,external_node_path_.join)(output.archives, name);
        const programs = programNames(binaries.map(({ out, file }) => ({ program: (0,external_node_path_.basename)(out), file })));
        const files = whole.map((artifact, at) => ({
            name: programs[at] ?? artifact.name,
            path: (0,external_node_path_.join)(output.bin, artifact.name),
            executable: true,
        }));
        const texts = await companions(project.root, module, project.files);
        const beside = texts.filter((text) => !programs.some((program) => (0,gates_binaries/* fold */.AU)(program) === (0,gates_binaries/* fold */.AU)(text.name)));
        await writeArchive(path, [...files, ...beside], Date.parse(stamp.date ?? "") || 0);
        archives.push({
            ...{ name, ...platform, module, version: stamp.version ?? "", path: output.relative(path) },
            ...(await (0,digest_file/* digestFile */.T)(path)),
            binaries: whole.map((artifact) => artifact.name),
        });
    }
    await (0,build/* writeChecksums */.g)(archives, output.archives);
    return archives;
}
/** `tool_1.2.3_linux_amd64.tar.gz`, as goreleaser names them (v2.14.3, internal/pipe/archive). */
function archiveName(name, version, { os, arch, variant }) {
    return `${name}_${version}_${os}_${arch}${variantPart(arch, variant)}.${os === "windows" ? "zip" : "tar.gz"}`;
}
/** `armv7`, `amd64v3`, `mips_softfloat`; what `amd64` and `arm64` mean by themselves goes without saying. */
function variantPart(arch, variant) {
    if (variant === null || arch === "arm64" || (arch === "amd64" && variant === "v1"))
        return "";
    return arch.startsWith("mips") ? `_${variant}` : variant;
}
/** What archives of each module begin with, by its directory: the last element of its path; where several have the same, their directories. */
function archiveNames({ modules, root }) {
    const short = modules.map(({ dir, path }) => [dir, (0,gates_binaries/* packageName */.oZ)(path ?? root.replaceAll("\\", "/"))]);
    const uses = (0,group_by/* groupBy */.$)(short, ([, name]) => (0,gates_binaries/* fold */.AU)(name));
    return new Map(short.map(([dir, name]) => {
        const alone = (uses.get((0,gates_binaries/* fold */.AU)(name)) ?? []).length === 1;
        return [dir, alone || dir === "." ? name : dir.replaceAll("/", "-")];
    }));
}
/** As `go build` names the programs, unless two of an archive would be one. */
function programNames(binaries) {
    const uses = (0,group_by/* groupBy */.$)(binaries, ({ program }) => (0,gates_binaries/* fold */.AU)(program));
    return binaries.map(({ program, file }) => ((uses.get((0,gates_binaries/* fold */.AU)(program)) ?? []).length === 1 ? program : file));
}


/***/ }),

/***/ 36229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  beginRelease: () => (/* binding */ beginRelease)
});

// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/gates/build.js + 2 modules
var build = __webpack_require__(53305);
// EXTERNAL MODULE: ./build/stage/src/model/release.js
var release = __webpack_require__(86543);
// EXTERNAL MODULE: ./build/stage/src/platform/refusal.js
var refusal = __webpack_require__(39550);
// EXTERNAL MODULE: ./build/stage/src/project/git.js
var git = __webpack_require__(41086);
;// CONCATENATED MODULE: ./build/stage/src/project/commits.js

/** Commits up to HEAD that changed something below a directory, newest first, merges left out. */
async function commitsSince(request) {
    const { root, since, dir, without, max } = request;
    const paths = [
        dir === "." ? ":(top)" : `:(top,literal)${dir}`,
        ...without.map((other) => `:(top,exclude,literal)${other}`),
    ];
    const range = since === null ? "HEAD" : `refs/tags/${since}..HEAD`;
    const format = ["-z", "--no-decorate", "--no-merges", "--format=%H %s", `--max-count=${max}`];
    const args = ["-c", "log.showSignature=false", "log", ...format, range, "--", ...paths];
    const answer = await (0,git/* git */.$Y)({ root, cwd: root, args });
    if (!answer.ok)
        return { problem: answer.problem };
    const commits = (0,git/* splitNul */.K5)(answer.stdout).map((line) => {
        const at = line.indexOf(" ");
        return { hash: line.slice(0, at), subject: line.slice(at + 1) };
    });
    return { commits };
}

// EXTERNAL MODULE: ./build/stage/src/net/http.js + 1 modules
var http = __webpack_require__(90255);
;// CONCATENATED MODULE: ./build/stage/src/release/asset.js
/** GitHub renames files with other characters, and periods at either end (https://docs.github.com/en/rest/releases/assets#upload-a-release-asset). */
function assetName(name) {
    return name.replace(/[^A-Za-z0-9._-]+/g, ".").replace(/^\.+|\.+$/g, "");
}
function contentType(name) {
    if (/\.t?gz$/.test(name))
        return "application/gzip";
    if (name.endsWith(".zip"))
        return "application/zip";
    if (name.endsWith(".json"))
        return "application/json";
    return name.endsWith(".txt") ? "text/plain; charset=utf-8" : "application/octet-stream";
}

// EXTERNAL MODULE: ./build/stage/src/model/commit.js
var model_commit = __webpack_require__(82453);
;// CONCATENATED MODULE: ./build/stage/src/release/marker.js
/** What the text of our releases begins with. */
function releaseMarker({ commit }) {
    return `<!-- dagger-go-pipeline release commit=${commit} -->`;
}
/** The commit that a release of ours was made of; null: it is somebody else's. */
function markedCommit({ body }) {
    return /^<!-- dagger-go-pipeline release commit=([0-9a-f]{40,64}) -->/.exec(body)?.[1] ?? null;
}

;// CONCATENATED MODULE: ./build/stage/src/release/job.js


/** Nobody else's release is touched, and none that is public: a person has to decide. */
class ReleaseConflict extends Error {
    name = "ReleaseConflict";
}
/** Looks for releases of the tag, whose commit has to be the one that was built. Throws ReleaseConflict for a tag or draft that is another's. */
async function look(job) {
    await requireCommit(job);
    const { service, release } = job;
    const { tag } = release;
    const all = await service.list();
    const here = all.filter((each) => each.tag === tag);
    const drafts = here.filter(({ draft }) => draft).sort((a, b) => a.id - b.id);
    for (const draft of drafts)
        refuseOthers(draft, release);
    return { published: here.find(({ draft }) => !draft) ?? null, drafts, all };
}
/** Throws ReleaseConflict unless the tag is still of the commit that was built. */
async function requireCommit({ service, release }) {
    const { tag, commit } = release;
    const now = await service.commitOf(tag);
    if (now === null)
        throw new ReleaseConflict(`GitHub has no tag ${tag} any more`);
    if (now !== commit) {
        throw new ReleaseConflict(`the tag ${tag} is now of ${(0,model_commit/* shortCommit */.A)(now)}; this run is of ${(0,model_commit/* shortCommit */.A)(commit)}`);
    }
}
function refuseOthers(draft, { tag, commit }) {
    const marked = markedCommit(draft);
    if (marked === commit)
        return;
    const whose = marked === null ? "is not of this pipeline" : `is of the commit ${(0,model_commit/* shortCommit */.A)(marked)}`;
    throw new ReleaseConflict(`there is a draft for ${tag} that ${whose}: publish or delete it (${draft.url})`);
}
/** Throws ReleaseConflict unless a release has all files of the run, with the same digests. */
function requireSame({ url }, there, wanted) {
    const lacks = wanted.filter(({ name }) => !there.some((asset) => asset.name === name));
    const silent = wanted.filter(({ name }) => there.some((asset) => asset.name === name && asset.digest === null));
    const others = wanted.filter(({ name, sha256 }) => there.some((asset) => asset.name === name && asset.digest !== null && asset.digest !== `sha256:${sha256}`));
    const said = [
        ...lacks.map(({ name }) => `lacks ${name}`),
        ...silent.map(({ name }) => `has ${name}, whose digest GitHub does not say`),
        ...others.map(({ name }) => `has another ${name}`),
    ];
    if (said.length > 0)
        throw new ReleaseConflict(`the release (${url}) ${said.slice(0, 5).join(", ")}`);
}

;// CONCATENATED MODULE: ./build/stage/src/release/draft.js



/**
 * Brings the files of a run to a draft of its own, or finds them published already. Every attempt looks first at what is there: one that seems to have failed may
 * have done its work, and another run of the same tag may be at it.
 */
async function fillDraft(job) {
    let release = await (0,http/* retried */.sT)(() => ensureDraft(job), job.retries);
    for (const asset of job.assets) {
        let again = false;
        const halves = new Set();
        await (0,http/* retried */.sT)(async () => {
            if (again)
                release = await ensureDraft(job);
            again = true;
            if (release.draft)
                await ensureAsset(job, release, asset, halves);
        }, job.retries);
        if (!release.draft)
            break;
    }
    return release;
}
async function ensureDraft(job) {
    const { service, release, notes: body, assets } = job;
    const { published, drafts } = await look(job);
    if (published !== null) {
        requireSame(published, await service.assets(published), assets);
        return published;
    }
    const [oldest] = drafts;
    if (oldest !== undefined)
        return oldest;
    const { tag, prerelease } = release;
    const created = await service.create({ tag, prerelease, body });
    // Another run may have made one at the same time: all go on with the oldest.
    const [first = created] = (await look(job)).drafts;
    if (first.id !== created.id)
        await service.removeDraft(created);
    return first;
}
/** `halves`: files that were seen in part; one of another run may be on its way, so none is removed at first sight. */
async function ensureAsset(job, release, asset, halves) {
    const { service } = job;
    const there = (await service.assets(release)).find(({ name }) => name === asset.name);
    if (there !== undefined) {
        if (isThere(there, asset))
            return;
        if (!there.whole && !halves.has(there.id)) {
            halves.add(there.id);
            throw new http/* TransientError */.N_(`the draft (${release.url}) has half of ${asset.name}, or it is arriving`);
        }
        // Nothing is taken from what is public: another run may have been faster.
        const { drafts } = await look(job);
        if (drafts.every(({ id }) => id !== release.id))
            throw new http/* TransientError */.N_(`${release.url} is no draft any more`);
        await service.removeAsset(there);
    }
    const content = await asset.read();
    const { name } = asset;
    const uploaded = await service.upload(release, { name, content, contentType: contentType(name) });
    if (isThere(uploaded, asset))
        return;
    throw new http/* TransientError */.N_(`GitHub has another ${asset.name} than was sent`);
}
/** All of it, as it was made. Where GitHub says no digest, nobody knows: another look may tell. */
function isThere({ name, size, digest, whole }, asset) {
    if (name !== asset.name || !whole || size !== asset.size)
        return false;
    if (digest !== null)
        return digest === `sha256:${asset.sha256}`;
    throw new http/* TransientError */.N_(`GitHub does not say the digest of ${name}, so nobody knows whether it is what was sent`);
}

// EXTERNAL MODULE: ./build/stage/src/report/markdown.js
var markdown = __webpack_require__(32618);
;// CONCATENATED MODULE: ./build/stage/src/release/notes.js



/** More make notes that nobody reads, and that GitHub may not take. */
const maxCommits = 200;
/** The text of a release: our marker, and the commits since the one before. */
function releaseNotes({ release, address, commits, redact }) {
    const { before, cutOff, tag } = release;
    const shown = commits.slice(0, maxCommits);
    const compared = before === null ? `${address}/commits/${pathOf(tag)}` : `${address}/compare/${pathOf(before)}...${pathOf(tag)}`;
    const blocks = [
        (0,markdown/* heading */.R_)(2, ...(before === null ? [(0,markdown/* words */.aL)("Changes")] : [(0,markdown/* words */.aL)("Changes since "), (0,markdown/* code */.aY)(before)])),
        ...(cutOff === null && shown.length > 0
            ? [(0,markdown/* bullets */.e5)(shown.map((commit) => [(0,markdown/* paragraph */.FY)(...line(commit, address))]))]
            : []),
        ...(commits.length > shown.length ? [(0,markdown/* paragraph */.FY)((0,markdown/* words */.aL)(`… and more, ${maxCommits} are shown.`))] : []),
        (0,markdown/* paragraph */.FY)((0,markdown/* link */.nf)(compared, (0,markdown/* words */.aL)("All commits"))),
    ];
    return `${releaseMarker(release)}\n${redact((0,markdown/* renderMarkdown */.Gc)(blocks))}`;
}
/** `0123456789ab What it does (#12)`: the numbers that GitHub adds to what it squashes are links, all else means nothing to it. */
function line({ hash, subject }, address) {
    const [, said = subject, number] = /^(.*) \(#(\d{1,9})\)$/.exec(subject) ?? [];
    const pull = number === undefined ? [] : [(0,markdown/* words */.aL)(" ("), (0,markdown/* link */.nf)(`${address}/pull/${number}`, (0,markdown/* words */.aL)(`#${number}`)), (0,markdown/* words */.aL)(")")];
    return [(0,markdown/* link */.nf)(`${address}/commit/${hash}`, (0,markdown/* words */.aL)((0,model_commit/* shortCommit */.A)(hash))), (0,markdown/* words */.aL)(" "), ...(0,markdown/* prose */.CS)(said, 200), ...pull];
}
function pathOf(tag) {
    return tag.split("/").map(encodeURIComponent).join("/");
}

// EXTERNAL MODULE: ./build/stage/src/project/module-version.js
var module_version = __webpack_require__(96721);
;// CONCATENATED MODULE: ./build/stage/src/release/publish.js




/**
 * Makes a filled draft public, when it holds what the run made and nothing else, and looks at what is public then. `isPublic` hears of a release of ours as soon as
 * it is: what fails afterwards does not take it back.
 */
async function publishDraft(job, isPublic = () => undefined) {
    return await (0,http/* retried */.sT)(() => publish(job, isPublic), job.retries);
}
async function publish(job, isPublic) {
    const { service, assets, release } = job;
    const found = await look(job);
    const published = found.published ?? (await makePublic(job, found));
    if (markedCommit(published) === release.commit)
        isPublic(published);
    // It may have been moved between the look and the publishing.
    await requireCommit(job);
    requireSame(published, await service.assets(published), assets);
    // Of runs that were at it at the same time.
    for (const draft of found.drafts)
        if (draft.id !== published.id)
            await service.removeDraft(draft);
    return published;
}
async function makePublic({ service, release, assets }, { drafts, all }) {
    const [draft] = drafts;
    if (draft === undefined)
        throw new http/* TransientError */.N_(`the draft for ${release.tag} is not there any more`);
    const there = await service.assets(draft);
    const lacks = assets.filter((asset) => !there.some(({ name, whole }) => whole && name === asset.name));
    if (lacks.length > 0) {
        const names = lacks.slice(0, 5).map(({ name }) => name);
        throw new http/* TransientError */.N_(`the draft (${draft.url}) lacks ${names.join(", ")}, or it is arriving`);
    }
    requireSame(draft, there, assets);
    const foreign = there.filter(({ name }) => !assets.some((asset) => asset.name === name)).map(({ name }) => name);
    if (foreign.length > 0) {
        const names = foreign.slice(0, 5).join(", ");
        throw new ReleaseConflict(`the draft (${draft.url}) holds ${names}, which this run did not make: delete that, or publish it by hand`);
    }
    return await service.publish(draft, isLatest(release, all));
}
/** Not before a higher one: fixes of an older version do not take its place. */
function isLatest({ plainTags, prerelease, version }, all) {
    if (!plainTags || prerelease)
        return false;
    const rules = (0,module_version/* tagRules */.w8)(".", null, () => false);
    const others = all
        .filter((other) => !other.draft && !other.prerelease)
        .flatMap(({ tag }) => (0,module_version/* versionOfTag */.mx)(tag, rules) ?? [])
        .filter((other) => !(0,module_version/* isPrerelease */.V1)(other));
    return others.every((other) => !(0,module_version/* isAfter */.dS)(other, version));
}

// EXTERNAL MODULE: ./build/stage/src/results/redact.js
var redact = __webpack_require__(63716);
// EXTERNAL MODULE: ./build/stage/src/text/sanitize.js + 1 modules
var sanitize = __webpack_require__(92077);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/collect/files.js
var files = __webpack_require__(84210);
// EXTERNAL MODULE: ./build/stage/src/files/digest-file.js
var digest_file = __webpack_require__(84493);
// EXTERNAL MODULE: ./build/stage/src/run/archives.js + 1 modules
var run_archives = __webpack_require__(74777);
;// CONCATENATED MODULE: ./build/stage/src/run/release-assets.js







/** The files of a release: archives of the module, else its binaries, SBOMs of the binaries, and the checksums of all. Throws where one is not what the run built any more. */
async function releaseAssets({ module, version }, { archives, artifacts, sboms = [] }, project, output) {
    const binaries = artifacts.filter((artifact) => artifact.module === module);
    const packed = archives?.filter((archive) => archive.module === module);
    const described = sboms.filter(({ subject, of }) => subject === "binary" && binaries.some(({ name }) => name === of));
    const files = [
        ...(packed?.map(builtIn(output.archives)) ?? binaries.map(builtIn(output.bin))),
        ...described.map(builtIn(output.sbom)),
    ];
    const assets = await Promise.all(files.map(assetOf));
    if (assets.length === 0)
        return [];
    const name = `${(0,run_archives/* archiveNames */.P)(project).get(module) ?? "release"}_${version.replace(/^v/, "")}_checksums.txt`;
    const sums = Buffer.from(assets.map(({ sha256, name }) => `${sha256}  ${name}\n`).join(""));
    const sha256 = (0,external_node_crypto_.createHash)("sha256").update(sums).digest("hex");
    const all = [...assets, { name: assetName(name), size: sums.length, sha256, read: async () => sums }];
    const twice = all.find((asset, at) => all.findIndex((other) => other.name === asset.name) < at);
    if (twice !== undefined)
        throw new Error(`two files of the release would be called ${twice.name}`);
    return all;
}
function builtIn(dir) {
    return ({ name, sha256 }) => ({ name, sha256, path: (0,external_node_path_.join)(dir, name) });
}
async function assetOf({ name, sha256, path }) {
    const now = (await (0,files/* isRegularFile */.Ze)(path)) ? await (0,digest_file/* digestFile */.T)(path) : null;
    if (now?.sha256 !== sha256)
        throw new Error(`${name} is not the file that the run built: something changed it since`);
    return { name: assetName(name), size: now.size, sha256, read: () => (0,promises_.readFile)(path) };
}

// EXTERNAL MODULE: ./build/stage/src/run/scheduler.js + 1 modules
var scheduler = __webpack_require__(41257);
// EXTERNAL MODULE: ./build/stage/src/run/stage-result.js
var stage_result = __webpack_require__(66692);
;// CONCATENATED MODULE: ./build/stage/src/run/release.js














/** Before the second attempt; twice as long before the third. */
const retryMs = 2_000;
/** Brings the files of a release to a draft, when everything before has passed. Never throws. */
async function beginRelease(run, occasion, matter) {
    const { before } = matter;
    const ended = (status, reason) => over(before, stageResult(status, reason));
    if ("skipped" in occasion)
        return ended("skipped", occasion.skipped);
    const held = (0,scheduler/* heldBack */.Zg)(before, run.signal);
    if (held !== null)
        return ended(held.status, held.reason);
    const half = before.find((result) => isHalf(result, occasion.release));
    if (half !== undefined)
        return ended("failed", `${half.id} did not pass, and a release holds every platform`);
    const { signal, githubToken: token, platform } = run;
    const { repository } = platform.context;
    if (platform.releases === undefined || repository === null || token === null) {
        return ended("errored", "the runner does not say which repository this is");
    }
    const open = platform.releases;
    return await begin(run, () => open({ repository, token, signal }), occasion.release, matter);
}
/** A build on `warn` leaves out what it could not build. */
function isHalf({ gate, module, status }, release) {
    return gate === build/* build */.jq.name && module === release.module && status === "warned";
}
function over(before, result) {
    return { before: [...before, result], end: async () => ({ result, release: null }) };
}
async function begin(run, open, planned, matter) {
    const startedAt = new Date();
    const settled = (part) => (0,redact/* redactStage */.Ms)({
        ...stageResult(part.status, part.reason),
        startedAt: startedAt.toISOString(),
        durationMs: Date.now() - startedAt.getTime(),
    }, run.redactor.redact);
    let service = null;
    try {
        const opened = await open();
        service = opened;
        const job = await jobOf(run, opened, planned, matter);
        const draft = await fillDraft(job);
        const end = async (pushed) => {
            const { release, ...part } = await finish(run, job, draft, pushed);
            await opened.close();
            return { result: settled(part), release: reportOf(job, release) };
        };
        return { before: matter.before, end };
    }
    catch (thrown) {
        await service?.close();
        return over(matter.before, settled(failureOf(thrown, run, draftStays)));
    }
}
async function jobOf({ platform, project, redactor, signal }, service, release, { collected, output }) {
    const { serverUrl, repository } = platform.context;
    const { module: dir, before: since, cutOff } = release;
    const inside = [...project.modules.map((module) => module.dir), ...project.unchecked].filter((other) => other !== dir && (dir === "." || other.startsWith(`${dir}/`)));
    const history = { root: project.root, since, dir, without: inside, max: maxCommits + 1 };
    const found = cutOff === null ? await commitsSince(history) : { commits: [] };
    if ("problem" in found)
        throw new Error(`git does not say which commits are new: ${found.problem}`);
    const address = `${serverUrl ?? "https://github.com"}/${repository ?? ""}`;
    const notes = releaseNotes({ release, address, commits: found.commits, redact: redactor.redact });
    const assets = await releaseAssets(release, collected, project, output);
    return { service, release, notes, assets, retries: { pauseMs: (attempt) => attempt * retryMs, signal } };
}
/** What became of the draft. Never throws. */
async function finish(run, job, draft, pushed) {
    const held = (0,scheduler/* heldBack */.Zg)(pushed, run.signal);
    if (held !== null)
        return { ...held, release: draft };
    if (!draft.draft)
        return { status: "passed", reason: "it was published already, with the same files", release: draft };
    if (!job.release.published)
        return { status: "passed", reason: null, release: draft };
    let now = draft;
    const isPublic = (release) => {
        now = release;
    };
    try {
        return { status: "passed", reason: null, release: await publishDraft(job, isPublic) };
    }
    catch (thrown) {
        return { ...failureOf(thrown, run, now.draft ? draftStays : publicStays), release: now };
    }
}
const draftStays = "A draft that is there stays, and the next run of the tag goes on with it.";
const publicStays = "The release is public all the same, and the next run of the tag looks at it again.";
/** `stays`: what there is at GitHub. */
function failureOf(thrown, { signal }, stays) {
    const said = (0,sanitize/* sanitizeLine */.g$)((0,errors/* messageOf */.bD)(thrown), 400);
    if (signal.aborted)
        return { status: "cancelled", reason: scheduler/* runCancelled */.LJ };
    if (thrown instanceof ReleaseConflict)
        return { status: "failed", reason: said };
    if (thrown instanceof refusal/* Refusal */.P) {
        return {
            status: "errored",
            reason: `GitHub refuses the token: ${said}. The job needs \`permissions: contents: write\`.`,
        };
    }
    return { status: "errored", reason: `${said}. ${stays}` };
}
function reportOf({ release, assets }, { url, draft }) {
    return {
        ...{ tag: release.tag, module: release.module, state: draft ? "draft" : "published", url },
        assets: assets.map(({ name, sha256, size }) => ({ name, size, sha256 })),
    };
}
function stageResult(status, reason) {
    return (0,stage_result/* endingResult */.R7)(release/* releaseStage */.m, status, reason);
}


/***/ }),

/***/ 74813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ escapeHtml)
/* harmony export */ });
const entities = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
};
/** A text as HTML shows it, in attributes too. */
function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}


/***/ })

};
