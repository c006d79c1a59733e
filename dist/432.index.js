export const id = 432;
export const ids = [432];
export const modules = {

/***/ 84210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TM: () => (/* binding */ digestFile),
/* harmony export */   Ze: () => (/* binding */ isRegularFile),
/* harmony export */   aF: () => (/* binding */ keepFile),
/* harmony export */   aS: () => (/* binding */ moveRedacted),
/* harmony export */   mV: () => (/* binding */ moveFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);
/* harmony import */ var _engine_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23764);
/* harmony import */ var _output_dir_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15814);






/** Moves a regular file, also to another file system; anything else (a planted link, a device) is refused with an Error. */
async function moveFile(from, to) {
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(from);
    if (!stat.isFile())
        throw new Error(`${from} is not a regular file`);
    await (0,_output_dir_js__WEBPACK_IMPORTED_MODULE_5__/* .makeParent */ .j)(to);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(to, { force: true });
    await (0,_engine_files_js__WEBPACK_IMPORTED_MODULE_4__/* .move */ .Cy)(from, to);
}
/** The same for a file that may hold secrets, which do not come along. */
async function moveRedacted(from, to, redactor) {
    if (redactor.idle())
        return moveFile(from, to);
    if (!(await isRegularFile(from)))
        throw new Error(`${from} is not a regular file`);
    await (0,_output_dir_js__WEBPACK_IMPORTED_MODULE_5__/* .makeParent */ .j)(to);
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(from), redactor.redactBytes, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(to, { flags: "wx" }));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(from);
}
/** Copies a regular file; file systems that can share the blocks do. */
async function keepFile(from, to) {
    await (0,_output_dir_js__WEBPACK_IMPORTED_MODULE_5__/* .makeParent */ .j)(to);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(to, { force: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.copyFile)(from, to, node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.constants.COPYFILE_FICLONE);
}
/** True for an existing regular file that is not a link. */
async function isRegularFile(path) {
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path).catch(() => null);
    return stat?.isFile() ?? false;
}
/** SHA-256 in lower-case hexadecimal, and the size in bytes. */
async function digestFile(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
    let size = 0;
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { highWaterMark: 1 << 20 }), async (chunks) => {
        for await (const chunk of chunks) {
            hash.update(chunk);
            size += chunk.length;
        }
    });
    return { sha256: hash.digest("hex"), size };
}


/***/ }),

/***/ 15814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ prepareOutputDir),
/* harmony export */   j: () => (/* binding */ makeParent)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71877);



/** Its presence says that the directory is ours to empty. */
const marker = ".dagger-go-pipeline";
/**
 * Empties the output directory of an earlier run, or makes a new one. Throws UsageError when it is neither empty nor ours, when it is a link, or
 * when it cannot be written.
 */
async function prepareOutputDir(path, repository) {
    await refuseForeign(path);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { recursive: true });
        for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, entry), { recursive: true, force: true, maxRetries: 3 });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, marker), "This directory is emptied by every run of the pipeline.\n");
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, ".gitignore"), "*\n");
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb([
            `output-directory: ${path} cannot be written (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}). Choose a directory this user may write to.`,
        ]);
    }
    return outputDir(path, repository);
}
async function refuseForeign(path) {
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => null);
    if (stat === null)
        return;
    const refuse = (why) => new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb([
        `output-directory: ${path} ${why}. It would be emptied by a run: choose one that is new, empty or made by an earlier run.`,
    ]);
    if (!stat.isDirectory())
        throw refuse(stat.isSymbolicLink() ? "is a symbolic link" : "is not a directory");
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path);
    if (entries.length > 0 && !entries.includes(marker))
        throw refuse("is not empty and was not made by this pipeline");
}
function outputDir(path, repository) {
    const work = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, ".work");
    return {
        path,
        reportJson: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, "report.json"),
        summary: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, "summary.md"),
        bin: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, "bin"),
        coverage: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, "coverage"),
        tests: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, "tests"),
        image: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, "image"),
        relative: (file) => relativeTo(repository, file),
        log: (stage) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, "logs", `${stageSlug(stage)}.log`),
        resultDir: async (stage) => {
            const dir = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(work, stageSlug(stage));
            await makeParent(dir);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(dir);
            return dir;
        },
        clean: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(work, { recursive: true, force: true, maxRetries: 3 }),
    };
}
function relativeTo(repository, file) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(repository, file);
    const outside = path.startsWith("..") || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path);
    return (outside ? file : path).replaceAll("\\", "/");
}
/** `:` and `/` of a stage id become `-`. */
function stageSlug(stage) {
    return stage.replaceAll(/[:/]/g, "-");
}
/**
 * Makes room for a file of ours: the directory it lies in is there, and nothing is in its place. Tests run while we write, and may plant links, which must
 * not be written through.
 */
async function makeParent(path) {
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(parent).catch(() => null);
    if (stat !== null && !stat.isDirectory())
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(parent, { force: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(parent, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true });
}


/***/ }),

/***/ 23764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ move),
/* harmony export */   L7: () => (/* binding */ linkOrCopy),
/* harmony export */   qB: () => (/* binding */ tryLink)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71877);


/** Gives a file a second name. False where the file system cannot, or the other name lies on another one; throws what else is wrong. */
async function tryLink(from, to) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.link)(from, to);
        return true;
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .up)(error, "EXDEV", "EPERM", "EMLINK", "ENOTSUP", "ENOSYS"))
            throw error;
        return false;
    }
}
/** The same file under another name where that is possible, else a copy. Nobody may write to either of them any more. */
async function linkOrCopy(from, to) {
    if (!(await tryLink(from, to)))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(from, to);
}
/** Renames a file or a directory, also to another file system; what is there is replaced as `rename` does. */
async function move(from, to) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(from, to);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .up)(error, "EXDEV"))
            throw error;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.cp)(from, to, { recursive: true, preserveTimestamps: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(from, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 59432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  executePlan: () => (/* binding */ executePlan)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/plan/model.js
var model = __webpack_require__(25039);
// EXTERNAL MODULE: ./build/stage/src/results/assemble.js
var assemble = __webpack_require__(15169);
// EXTERNAL MODULE: ./build/stage/src/results/image.js
var results_image = __webpack_require__(16428);
// EXTERNAL MODULE: ./build/stage/src/results/redact.js
var results_redact = __webpack_require__(63716);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/results/checksums.js
var checksums = __webpack_require__(84981);
// EXTERNAL MODULE: ./build/stage/src/collect/files.js
var collect_files = __webpack_require__(84210);
// EXTERNAL MODULE: ./build/stage/src/collect/output-dir.js
var output_dir = __webpack_require__(15814);
;// CONCATENATED MODULE: ./build/stage/src/collect/build.js





/**
 * Copies what a build stage produced to `bin/`, also after a failure: what was built is kept. An image may still be made of the original. Regular files only. Paths in the answer are relative to
 * `relativeTo` (absolute), slashes.
 */
async function collectBinaries(stage, outcome, output) {
    const { platform } = stage;
    if (platform === null)
        return [];
    const artifacts = [];
    for (const binary of stage.binaries) {
        const built = (0,external_node_path_.join)(outcome.resultDir, binary.out);
        if (!(await (0,collect_files/* isRegularFile */.Ze)(built)))
            continue;
        const path = (0,external_node_path_.join)(output.bin, binary.file);
        await (0,collect_files/* keepFile */.aF)(built, path);
        await (0,promises_.chmod)(path, 0o755);
        const { sha256, size } = await (0,collect_files/* digestFile */.TM)(path);
        artifacts.push({
            name: binary.file,
            ...platform,
            package: binary.package,
            path: output.relative(path),
            sha256,
            size,
        });
    }
    return artifacts;
}
/** `bin/checksums.txt`, so that `sha256sum -c checksums.txt` works in `bin/`. */
async function writeChecksums(artifacts, output) {
    if (artifacts.length === 0)
        return;
    const path = (0,external_node_path_.join)(output.bin, checksums/* checksumsFile */.$);
    await (0,output_dir/* makeParent */.j)(path);
    await (0,promises_.writeFile)(path, (0,checksums/* checksumLines */.z)(artifacts));
}

;// CONCATENATED MODULE: ./build/stage/src/go/go-quote.js
const simple = {
    a: "\x07",
    b: "\b",
    f: "\f",
    n: "\n",
    r: "\r",
    t: "\t",
    v: "\v",
    "\\": "\\",
    '"': '"',
};
/** Reverses Go's `%q` (strconv.Quote): takes the text between the quotes. Bytes that are no UTF-8, `\x..`, are read as Latin-1. */
function unquote(text) {
    return text.replace(/\\(?:([abfnrtv\\"])|x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))/g, (whole, letter, byte, short, long) => {
        if (letter !== undefined)
            return simple[letter] ?? whole;
        const code = Number.parseInt(byte ?? short ?? long ?? "", 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
/** The quoted strings of a line, in order, without what stands between them. */
function quotedStrings(line) {
    return [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => unquote(match[1] ?? ""));
}

;// CONCATENATED MODULE: ./build/stage/src/go/source-map.js

/**
 * The path in the repository of a file name as Go tools print it: relative to `cwd` (itself relative to the repository) or absolute.
 * null: not a file of the repository.
 */
function repoPath(map, name, cwd) {
    const path = slashes(name);
    if (isAbsolute(path))
        return below(map.root, path);
    // `go tool cover` names files from the parent of the directory it ran in: `../repository/a.go` is inside as well.
    return below(map.root, external_node_path_.posix.join(slashes(map.root), cwd, path));
}
/** The path in the repository of `import/path/file.go`; null when no module of the repository has that path. */
function importedPath(map, name) {
    let best = null;
    for (const module of map.modules) {
        if (module.path === null || !(name === module.path || name.startsWith(`${module.path}/`)))
            continue;
        if (best === null || module.path.length > (best.path ?? "").length)
            best = module;
    }
    if (best === null)
        return null;
    return external_node_path_.posix.normalize(external_node_path_.posix.join(best.dir, name.slice((best.path ?? "").length + 1)));
}
/**
 * Same for the file of a stack frame, which is absolute or, with `-trimpath`, begins with an import path. Generated and vendored
 * code is not the repository's own: null.
 */
function ownFrame(map, file) {
    const path = slashes(file);
    const found = isAbsolute(path) ? below(map.root, path) : importedPath(map, path);
    return found === null || isVendored(found) ? null : found;
}
/** True for absolute paths of any system, after `slashes`. */
function isAbsolute(path) {
    return path.startsWith("/") || /^[A-Za-z]:\//.test(path);
}
/** Windows tools print `sub\x.go`; everything else here speaks slashes. */
function slashes(path) {
    return path.replaceAll("\\", "/");
}
function isVendored(path) {
    return path.startsWith("vendor/") || path.includes("/vendor/");
}
function below(root, path) {
    const base = slashes(root).replace(/\/+$/, "");
    const clean = external_node_path_.posix.normalize(path);
    const windows = /^[A-Za-z]:/.test(base);
    const inside = windows ? clean.toLowerCase().startsWith(`${base.toLowerCase()}/`) : clean.startsWith(`${base}/`);
    return inside ? clean.slice(base.length + 1) : null;
}

;// CONCATENATED MODULE: ./build/stage/src/go/deps.js


/** Reads the output of `go list -e -deps -test -f <depsTemplate> <patterns>`. */
function parseDeps({ stdout, stderr, exitCode }, options) {
    const missing = uniqueOf(stdout
        .split("\n")
        .map(readLine)
        .filter((entry) => entry !== null));
    const findings = missing.map((entry) => missingFinding(entry, options));
    if (exitCode !== 0)
        findings.push(...goFindings(stderr, exitCode, options));
    return conclude(findings);
}
/** Reads the output of `go mod verify`, which names modules whose files differ from what was downloaded. */
function parseModVerify({ stdout, stderr, exitCode }, options) {
    if (exitCode === 0)
        return conclude([]);
    const modified = `${stdout}\n${stderr}`.split(/\r?\n/).filter((line) => / (?:dir|zip) has been modified /.test(line));
    if (modified.length === 0)
        return conclude(goFindings(stderr, exitCode, options));
    return conclude(modified.map((line) => deps("a downloaded module has been modified", withRemedy(line))));
}
function conclude(findings) {
    return {
        findings,
        failedBecause: failureReason(findings),
        unreachable: findings.length > 0 && findings.every((finding) => network.test(finding.message)),
    };
}
function readLine(line) {
    const [importPath, position, error, importedBy = ""] = quotedStrings(line);
    if (importPath === undefined || position === undefined || error === undefined)
        return null;
    return { importPath, position, error, importedBy };
}
/** A package and its test variants miss the same import. */
function uniqueOf(entries) {
    const seen = new Map(entries.map((entry) => [`${entry.importPath}\n${entry.position}`, entry]));
    return [...seen.values()];
}
function missingFinding(entry, options) {
    const at = /^(.+?):(\d+)(?::(\d+))?$/.exec(entry.position);
    const path = at?.[1] === undefined ? null : repoPath(options, at[1], options.cwd);
    const by = entry.importedBy === "" || path !== null ? "" : `\nimported by ${entry.importedBy}`;
    const unsummed = entry.error.includes("missing go.sum entry");
    const title = unsummed ? `go.sum has no entry for ${entry.importPath}` : `cannot find ${entry.importPath}`;
    const own = importedPath(options, entry.importPath) !== null;
    const message = own ? `${entry.error}${by}\n${ownRemedy}` : withRemedy(entry.error + by);
    return deps(title, message, path === null ? undefined : { path, line: at?.[2], column: at?.[3] });
}
/** What `go` itself said before it gave up: a broken go.mod, vendoring that does not fit, a checksum that differs. */
function goFindings(stderr, exitCode, options) {
    const lines = stderr.split(/\r?\n/).filter((line) => !/^go: (?:downloading|finding|extracting) /.test(line));
    const text = lines.join("\n").trim();
    const ended = `go has ended with ${exitCode === null ? "a signal" : `exit code ${exitCode}`}`;
    if (text === "")
        return [deps(ended, "without a message")];
    const placed = [
        ...text.matchAll(/^(?:go: )?((?:[A-Za-z]:[\\/])?[^:\s]*go\.(?:mod|sum|work)):(\d+)(?::(\d+))?: (.+)$/gm),
    ];
    if (placed.length > 0) {
        return placed.map(([, file = "", line, column, message = ""]) => {
            const path = repoPath(options, file, options.cwd);
            return deps(titleOf(text), message, path === null ? undefined : { path, line, column });
        });
    }
    const path = repoPath(options, fileAtFault(text), options.cwd);
    return [deps(titleOf(text), withRemedy(text), path === null ? undefined : { path })];
}
function deps(title, message, at) {
    const place = { path: at?.path ?? null, line: positive(at?.line), column: positive(at?.column) };
    return { source: "deps", severity: "error", ...place, title, message };
}
/** The file to look at when Go names no line. */
function fileAtFault(text) {
    return text.includes("checksum mismatch") || /missing go\.sum entry/.test(text) ? "go.sum" : "go.mod";
}
function titleOf(text) {
    if (text.includes("inconsistent vendoring"))
        return "vendor does not fit go.mod";
    if (text.includes("checksum mismatch"))
        return "checksum mismatch";
    if (text.includes("errors parsing"))
        return "go.mod cannot be read";
    // The first line of everything else says what is wrong.
    return (text.split("\n")[0] ?? "").replace(/^go: /, "").replace(/:$/, "").slice(0, 200);
}
const ownRemedy = "add the package to this module, or correct its path";
const remedies = [
    [/inconsistent vendoring|import lookup disabled by -mod=vendor/, "run `go mod vendor` and commit the result"],
    [/checksum mismatch/, "find out why the module has changed before you accept its new checksum"],
    [/directory not found|no such file or directory|matched no packages/, "correct the pattern in `packages`"],
    [/has been modified/, "run `go clean -modcache` and download it again"],
    [/is not in std/, "correct the import path: a module's path begins with a host name"],
    [/replacement directory .* does not exist/, "correct the `replace` in go.mod, or commit the directory"],
    [
        /missing go\.sum entry|no required module provides package|updates to go\.(?:mod|sum) needed/,
        "run `go mod tidy` and commit go.mod and go.sum",
    ],
];
function withRemedy(message) {
    const remedy = remedies.find(([pattern]) => pattern.test(message))?.[1];
    return remedy === undefined ? message : `${message}\n${remedy}`;
}
/** Messages of Go's net and net/http packages, and of the module proxy client for an answer that is no answer. */
const network = /dial (?:tcp|udp)|no such host|i\/o timeout|TLS handshake|connection re(?:fused|set)|server misbehaving|: EOF\b|\b(?:429|5\d\d) [A-Z][a-z]+|context deadline exceeded|module lookup disabled by GOPROXY=off/;
function failureReason(findings) {
    const first = findings[0];
    if (first === undefined)
        return null;
    const titles = [...new Set(findings.map((finding) => finding.title))];
    const more = titles.length > 3 ? `, and ${titles.length - 3} more` : "";
    return titles.slice(0, 3).join(", ") + more;
}
function positive(text) {
    const value = Number(text);
    return Number.isSafeInteger(value) && value >= 1 ? value : null;
}

;// CONCATENATED MODULE: ./build/stage/src/go/diagnosed-path.js


/** A Go file with counters that `go test` has written for cgo; Go 1.26 and 1.27 say nothing else of the file it was made of. */
const withCounters = /^\$WORK\/b\d+\/([^/]+)\.cover\.go$/;
/** Code of cgo's own, and what C compilers call the code that is in no file. */
const noFile = /^(?:\$WORK\/|<|cgo-[a-z-]+$)/;
/**
 * The path in the repository of a file as a compiler names it, in the messages on the package `inPackage`; null when it is no file of the repository.
 */
function diagnosedPath(printed, inPackage, place) {
    const name = slashes(printed);
    const dir = inPackage === null ? null : importedPath(place, inPackage);
    const counted = withCounters.exec(name)?.[1];
    if (counted !== undefined)
        return dir === null ? null : external_node_path_.posix.join(dir, `${counted}.go`);
    if (noFile.test(name))
        return null;
    return dir !== null && isRelativeToPackage(name, dir, place)
        ? external_node_path_.posix.join(dir, name)
        : repoPath(place, name, place.cwd);
}
/**
 * C compilers run in the directory of the package and name files from there. Absolute names, and all of Go files, are made relative to
 * where `go` runs.
 */
function isRelativeToPackage(name, dir, { cwd }) {
    if (isAbsolute(name) || name.startsWith("../") || name.endsWith(".go"))
        return false;
    const fromCwd = external_node_path_.posix.relative(cwd, dir);
    return name.startsWith("./") || !name.startsWith(`${fromCwd}/`);
}

;// CONCATENATED MODULE: ./build/stage/src/go/diagnostic-sections.js
/** What `go` says while all is well, and how the C compiler came to a file that it included. */
const noise = /^(?:go: (?:downloading|finding|extracting|upgraded|added|found|warning:) ?|warning: |testing: warning: |exit status \d+$|note: |In file included from | +from \S+:\d+[:,]$)/;
/** A remark of the C compiler on what it has just said. */
const remark = /^[^\t\n]+?:\d+(?::\d+)?: (note: .*)$/;
/** Entries with the same `# pkg` header; those without any stand alone. */
function sectionsOf(text) {
    const sections = [];
    let name = null;
    let byVet = false;
    for (const line of text.split(/\r?\n/)) {
        const [, bracket, header] = /^# (\[)?([^\s\]]+)/.exec(line) ?? [];
        // Another program may stand in brackets as well: `# [pkg-config --cflags -- x]`.
        if (header !== undefined && (bracket === undefined || name === null || name === header)) {
            byVet = bracket !== undefined;
            name = header;
            if (!byVet)
                sections.push([]);
            continue;
        }
        const section = sections.at(-1) ?? [];
        if (sections.length === 0)
            sections.push(section);
        addLine(section, line, { package: name, byVet });
    }
    return sections;
}
function addLine(section, line, facts) {
    if (line.trim() === "" || noise.test(line))
        return;
    const last = section.at(-1);
    const note = remark.exec(line)?.[1];
    if (last !== undefined && (note !== undefined || /^\s/.test(line)))
        last.lines.push(note ?? line);
    else
        section.push({ ...facts, lines: [line] });
}

;// CONCATENATED MODULE: ./build/stage/src/go/diagnostics.js




/** A name that is more than blanks and digits. That is looked for ahead, in one pass: tools may print lines of megabytes. */
const position = /^(vet: )?((?:[A-Za-z]:[\\/])?(?=[\s\d]*[^:\s\d])[^:\t\n]+):(\d+)(?::(\d+))?:(?: |$)(.*)$/s;
const sectionLimit = 40;
/**
 * Findings in the text of a failed `go build`, `go vet` or `go test`: `file:line:col: message` and what cannot be placed, such as
 * errors of the linker, as one finding per package. The same problem is told once, however often it was printed.
 */
function parseDiagnostics(text, options) {
    const findings = [];
    for (const section of sectionsOf(text))
        findings.push(...readSection(section, options));
    const seen = new Set();
    return findings.filter((finding) => {
        const key = `${finding.path}:${finding.line}:${finding.column}:${finding.message}`;
        return !seen.has(key) && seen.add(key);
    });
}
/** In the section of a package, text without a place only surrounds what has one; without a header every entry stands for itself. */
function readSection(section, options) {
    const name = section[0]?.package ?? null;
    const found = section.map((entry) => ({ entry, finding: readEntry(entry, options) }));
    if (name === null) {
        return found
            .filter(({ entry, finding }) => finding !== null || !isHeading(entry))
            .map(({ entry, finding }) => finding ?? unplaced(null, entry.lines, options));
    }
    const placed = found.map(({ finding }) => finding).filter((finding) => finding !== null);
    return placed.length > 0
        ? placed
        : [
            unplaced(name, section.flatMap((entry) => entry.lines), options),
        ];
}
/** `go: errors parsing go.mod:`, followed by what has a place. */
function isHeading(entry) {
    return entry.lines.length === 1 && entry.lines[0]?.endsWith(":") === true;
}
/** null: not at a place in the repository. */
function readEntry(entry, options) {
    const [first = "", ...below] = entry.lines;
    const at = readPosition(first, entry.package, options) ?? importPosition(entry.lines, options);
    if (at === null || at.message === "too many errors" || /^(?:In function |note: )/.test(at.message))
        return null;
    const compiler = first.startsWith("vet: ") || byC.test(at.message) || (options.source === "compile" && !entry.byVet);
    const source = compiler ? "compile" : "vet";
    // The lines that C compilers quote of a file with counters are those of another file.
    const quoted = first.startsWith("$WORK") ? below.filter((line) => !quotedSource.test(line)) : below;
    return {
        source,
        severity: at.message.startsWith("warning: ") ? "warning" : "error",
        path: at.path,
        line: at.line,
        column: at.column,
        title: source === "vet" ? "go vet" : "compile error",
        message: [at.message, ...quoted].join("\n").replace(cgoName, "C.").trimEnd(),
    };
}
/** A line of source, or marks below it, as C compilers show them. */
const quotedSource = /^\s+\d* \|/;
/** Go writes them so itself, but only when it prints other names of cgo beside them (cmd/go, cgoTypeSigRe; Go 1.26 and 1.27). */
const cgoName = /\b_C2?(?:type|func|var|macro)_\B/g;
/** What the C compiler and cgo say, whoever has called them. */
const byC = /^(?:fatal )?error: |^(?:could not determine |call of non-function C\.|must call C\.|inconsistent definitions for C\.)/;
function readPosition(line, inPackage, options) {
    const match = position.exec(line);
    if (match?.[2] === undefined)
        return null;
    const path = diagnosedPath(match[2], inPackage, options);
    if (path === null)
        return null;
    return { path, line: atLeastOne(match[3]), column: atLeastOne(match[4]), message: match[5] ?? "" };
}
/**
 * `package x`, with below it either the position of the import, or the circle of imports by file:
 * `\timports example.com/m/b from a.go`.
 */
function importPosition(lines, options) {
    const root = /^package (\S+)$/.exec(lines[0] ?? "")?.[1];
    if (root === undefined)
        return null;
    for (const line of lines.slice(1)) {
        const at = readPosition(line.trim(), null, options);
        if (at !== null)
            return { ...at, message: lines[0] ?? "" };
    }
    const file = /^\timports \S+ from ([^\s:]+)/.exec(lines[1] ?? "")?.[1];
    const dir = importedPath(options, root);
    if (file === undefined || dir === null)
        return null;
    return { path: external_node_path_.posix.join(dir, file), line: null, column: null, message: lines[0] ?? "" };
}
function unplaced(name, lines, options) {
    const kept = lines.slice(0, sectionLimit);
    if (kept.length < lines.length)
        kept.push(`[… ${lines.length - kept.length} lines left out …]`);
    return {
        source: options.source,
        severity: "error",
        path: null,
        line: null,
        column: null,
        title: name === null ? "go" : `${options.source === "vet" ? "go vet" : "compile error"} in ${name}`,
        message: kept.join("\n").trimEnd(),
    };
}
function atLeastOne(text) {
    const value = Number(text);
    return Number.isSafeInteger(value) && value >= 1 ? value : null;
}

// EXTERNAL MODULE: ./build/stage/src/go/repro.js
var repro = __webpack_require__(34307);
;// CONCATENATED MODULE: ./build/stage/src/go/gofmt.js



/**
 * Reads what `gofmt -l -d <files>` printed. Its exit code says nothing before Go 1.26 and little after: the file names count. They
 * are looked up among those that were given, since a line of a diff may look like anything.
 */
function parseGofmt({ stdout, stderr, files, dir }) {
    const { blocks, strays } = blocksOf(stdout, new Set(files.map(slashes)));
    const unformatted = blocks.map(({ name, lines }) => ({
        path: external_node_path_.posix.normalize(external_node_path_.posix.join(dir, name)),
        line: firstChange(lines),
        diff: lines.join("\n"),
    }));
    const fix = blocks.length === 0 ? null : ["gofmt", "-w", ...blocks.map(({ name }) => (0,repro/* shellWord */.r)(name))].join(" ");
    const problems = [...strays, ...stderr.split(/\r?\n/)].filter((line) => line.trim() !== "");
    return { files: unformatted, problems: problems.map((line) => problem(line, dir)), fix };
}
/** A file name on a line of its own, then `diff <name>.orig <name>`, then the diff. `strays`: what precedes the first name. */
function blocksOf(stdout, given) {
    const lines = stdout.split("\n");
    if (lines.at(-1) === "")
        lines.pop();
    const blocks = [];
    const strays = [];
    lines.forEach((line, at) => {
        const name = slashes(line.replace(/\r$/, ""));
        // Every line of a diff but its first begins with one of ` +-@\`.
        const startsBlock = lines[at + 1]?.startsWith(`diff ${name}.orig `) === true || !/^[ +\-@\\]/.test(line);
        if (given.has(name) && startsBlock)
            blocks.push({ name, lines: [] });
        else
            (blocks.at(-1)?.lines ?? strays).push(line);
    });
    return { blocks, strays };
}
function firstChange(lines) {
    const at = lines.findIndex((line) => line.startsWith("@@ "));
    const first = Number(/^@@ -(\d+)/.exec(lines[at] ?? "")?.[1] ?? 1);
    const change = lines.slice(at + 1).findIndex((line) => /^[-+]/.test(line));
    return Math.max(1, first + Math.max(0, change));
}
/** `file:line:col: message`, or any other complaint. */
function problem(text, dir) {
    const at = /^((?:[A-Za-z]:[\\/])?[^:]+):(\d+):(\d+): (.*)$/.exec(text);
    const [, name, line, column, message] = at ?? [];
    return {
        source: "format",
        severity: "error",
        path: name === undefined ? null : external_node_path_.posix.normalize(external_node_path_.posix.join(dir, slashes(name))),
        line: line === undefined ? null : Math.max(1, Number(line)),
        column: column === undefined ? null : Math.max(1, Number(column)),
        title: at === null ? "gofmt" : "syntax error",
        message: message ?? text,
    };
}

// EXTERNAL MODULE: ./build/stage/src/report/clip.js
var clip = __webpack_require__(83809);
// EXTERNAL MODULE: ./build/stage/src/inputs/kinds/duration.js
var duration = __webpack_require__(13962);
// EXTERNAL MODULE: ./build/stage/src/plan/platform.js
var platform = __webpack_require__(93115);
;// CONCATENATED MODULE: ./build/stage/src/collect/judgement.js



/** The verdict of a stage: how its step ended weighs more than what it printed. */
function stageResult(stage, outcome, judgement) {
    const { status, reason } = statusOf(stage, outcome, judgement);
    return {
        id: stage.id,
        module: stage.module,
        platform: stage.platform === null ? null : (0,platform/* platformKey */.Ng)(stage.platform),
        status: status === "failed" && stage.warnOnly ? "warned" : status,
        startedAt: outcome.startedAt.toISOString(),
        durationMs: outcome.durationMs,
        cached: outcome.cached,
        reason,
        findings: judgement.findings,
        command: stage.command,
    };
}
function statusOf(stage, outcome, judgement) {
    const { end, problem } = outcome;
    const said = problem === null ? null : `${problem.message} ${problem.remedy}`.trim();
    if (end === "errored")
        return { status: "errored", reason: said };
    if (end === "blocked")
        return { status: "blocked", reason: problem?.message ?? null };
    if (end === "cancelled")
        return { status: "cancelled", reason: problem?.message ?? "the run was cancelled" };
    if (end === "timed-out")
        return { status: "failed", reason: timeLimit(stage) };
    const failure = [judgement.failure, stage.failure].filter((reason) => reason !== null).join("; ");
    if (failure !== "")
        return { status: judgement.broken === true ? "errored" : "failed", reason: failure };
    const warning = judgement.warning ?? null;
    return { status: warning === null ? "passed" : "warned", reason: warning };
}
function timeLimit({ step }) {
    const limit = (0,model/* isRunnable */.i)(step) ? ` of ${(0,duration/* formatDuration */.a)(step.timeoutMs)}` : "";
    return `stopped at its time limit${limit} (input \`timeout\`)`;
}
/** How a tool that said nothing readable failed; null when it did not. */
function exitFailure(tool, outcome) {
    const command = outcome.commands.at(-1);
    if (command === undefined)
        return `${tool} did not run`;
    if (command.exitCode === 0)
        return null;
    return command.exitCode === null
        ? `${tool} was ended by ${command.signal ?? "a signal"}`
        : `${tool} exited with ${command.exitCode}`;
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
;// CONCATENATED MODULE: ./build/stage/src/collect/lines.js



/** A line longer than this is cut: whoever parses lines never needs more, and a 200 MB line must not fill the memory. */
const lineLimit = 1_048_576;
/** Lines of a file without their line ends, in bounded memory; what exceeds `lineLimit` characters of a line is dropped. */
async function* readLines(path) {
    const decoder = new external_node_string_decoder_.StringDecoder("utf8");
    let rest = "";
    for await (const chunk of (0,external_node_fs_.createReadStream)(path, { highWaterMark: 262_144 })) {
        const text = decoder.write(chunk);
        let start = 0;
        for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
            yield withoutReturn(append(rest, text.slice(start, end)));
            rest = "";
            start = end + 1;
        }
        rest = append(rest, text.slice(start));
    }
    rest = append(rest, decoder.end());
    if (rest !== "")
        yield withoutReturn(rest);
}
function append(rest, more) {
    return rest.length >= lineLimit ? rest : (rest + more).slice(0, lineLimit);
}
function withoutReturn(line) {
    return line.endsWith("\r") ? line.slice(0, -1) : line;
}
/** The first `limit` bytes of a file as text; for output that is parsed whole, such as compiler messages. */
async function readHead(path, limit) {
    const file = await (0,promises_.open)(path, "r");
    try {
        const buffer = Buffer.alloc(Math.min(limit, (await file.stat()).size));
        const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
        return buffer.subarray(0, bytesRead).toString("utf8");
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./build/stage/src/collect/checks.js







/** Compilers stop after ten errors per package; more than this is not read by people either. */
const outputLimit = 4 * 1024 * 1024;
/** What deps, format, vet and build printed, as findings and a verdict. */
async function judgeCheck(stage, outcome, source) {
    if (stage.kind === "format")
        return judgeFormat(stage, outcome);
    if (stage.kind === "deps")
        return judgeDeps(stage, outcome, source);
    const vet = stage.kind === "vet";
    const { stdout, stderr } = await outputOf(outcome.commands);
    const failure = exitFailure(vet ? "go vet" : "go build", outcome);
    const options = { ...source, source: vet ? "vet" : "compile", cwd: stage.module };
    if (failure === null)
        return { failure, findings: [] };
    const findings = parseDiagnostics(`${stdout}\n${stderr}`, options);
    const full = diskIsFull.exec(stderr)?.[0].trim();
    if (full !== undefined)
        return { failure: (0,clip/* clipEnd */.Oq)(full, reasonLimit), findings, broken: true };
    return { failure: counted(findings.length, vet ? "finding" : "error") ?? failure, findings };
}
/** The line with ENOSPC in the words of the Go toolchain (package syscall) and the linkers it calls: that a disk is full has no exit code of its own. */
const diskIsFull = /^.*: no space left on device\r?$/im;
/** Characters of a tool's line that a reason quotes. */
const reasonLimit = 500;
async function judgeDeps(stage, outcome, source) {
    const [list, verify] = outcome.commands;
    if (list === undefined)
        return { failure: "go list did not run", findings: [] };
    const { stdout, stderr } = await outputOf([list]);
    const { exitCode } = list;
    const options = { ...source, cwd: stage.module };
    const found = parseDeps({ stdout, stderr, exitCode }, options);
    if (found.failedBecause !== null || verify === undefined)
        return asJudgement(found);
    return asJudgement(parseModVerify({ ...(await outputOf([verify])), exitCode: verify.exitCode }, options));
}
function asJudgement({ findings, failedBecause, unreachable }) {
    return { failure: failedBecause, findings, broken: unreachable };
}
async function judgeFormat(stage, outcome) {
    const { stdout, stderr } = await outputOf(outcome.commands);
    const { files, problems, fix } = parseGofmt({ stdout, stderr, files: formattedFiles(stage), dir: stage.module });
    const findings = [...problems, ...files.map(unformatted)];
    const parts = [
        counted(problems.length, "problem"),
        files.length === 0 ? null : `${counted(files.length, "file")} to format: ${fix}`,
    ];
    const failure = parts.filter((part) => part !== null).join("; ");
    return { failure: failure === "" ? null : failure, findings };
}
function formattedFiles(stage) {
    if (!(0,model/* isRunnable */.i)(stage.step) || stage.step.type !== "exec")
        return [];
    return stage.step.commands
        .flatMap((command) => command.args.filter((arg) => typeof arg === "string" && arg.startsWith("./")))
        .map(String);
}
function unformatted({ path, line, diff }) {
    return {
        source: "format",
        severity: "error",
        path,
        line,
        column: null,
        title: "not formatted by gofmt",
        message: diff,
    };
}
/** The output of all commands of a step, one after the other. */
async function outputOf(commands) {
    const read = async (paths) => (await Promise.all(paths.map((path) => readHead(path, outputLimit)))).join("");
    const stdout = await read(commands.map((command) => command.stdout));
    const stderr = await read(commands.map((command) => command.stderr));
    return { stdout, stderr };
}
function counted(count, noun) {
    return count === 0 ? null : `${count} ${noun}${count === 1 ? "" : "s"}`;
}

;// CONCATENATED MODULE: ./build/stage/src/collect/image.js




/** What an image, smoke or deliver step found out, as a verdict; `dockerfile` is relative to the repository. */
function judgeImage(outcome, dockerfile) {
    const facts = outcome.image;
    const findings = facts === null ? [] : (0,results_image/* dockerfileFindings */.zZ)(facts, dockerfile);
    const judgement = facts?.judgement ?? null;
    if (judgement === null)
        return { failure: exitFailure("docker", outcome), findings };
    const { status, reason } = judgement;
    return { failure: status === "failed" ? reason : null, findings, warning: status === "warned" ? reason : null };
}
/** Moves the tarball of a deliver step to `image/`; answers its path as reports name it, null when there is none. */
async function collectTarball(facts, output) {
    const tarball = facts?.tarball ?? null;
    if (tarball === null)
        return null;
    const path = (0,external_node_path_.join)(output.image, (0,external_node_path_.basename)(tarball));
    await (0,collect_files/* moveFile */.mV)(tarball, path);
    return output.relative(path);
}

;// CONCATENATED MODULE: ./build/stage/src/collect/logs.js



/**
 * Writes `logs/<stage>.log`: everything the commands printed, unclipped and as it was but for secrets, standard output before standard error of each. A
 * note says what the engine has to add (a time limit, a cause).
 */
async function writeStageLog(path, commands, note, redactor) {
    await (0,output_dir/* makeParent */.j)(path);
    const log = await (0,promises_.open)(path, "wx");
    try {
        for (const source of commands.flatMap((command) => [command.stdout, command.stderr])) {
            for await (const chunk of redactor.redactBytes((0,external_node_fs_.createReadStream)(source)))
                await log.appendFile(chunk);
        }
        if (note !== null)
            await log.appendFile(`${redactor.redact(note)}\n`);
    }
    finally {
        await log.close();
    }
}

;// CONCATENATED MODULE: ./build/stage/src/go/test-event.js
/** Reads one line. Never throws: what is not an event is junk. */
function readTestEvent(line) {
    return readOutputEvent(line) ?? readAnyEvent(line);
}
const actionKey = '","Action":"';
const outputStart = 'output","Package":"';
const testKey = '"Test":"';
const outputKey = '"Output":"';
/**
 * Nine of ten lines are output, always with the keys in Go's order; finding the quotes is several times cheaper than parsing. Anything
 * that looks different, were it only an escaped character in a name, is left to the parser.
 */
function readOutputEvent(line) {
    if (!line.startsWith('{"Time":"') || !line.endsWith('"}'))
        return null;
    const action = line.indexOf(actionKey, 9) + actionKey.length;
    if (!line.startsWith(outputStart, action))
        return null;
    const name = action + outputStart.length;
    const nameEnd = line.indexOf('"', name);
    let at = nameEnd + 2;
    let test = null;
    if (line.startsWith(testKey, at)) {
        const start = at + testKey.length;
        const end = line.indexOf('"', start);
        test = line.slice(start, end);
        at = end + 2;
    }
    if (!line.startsWith(outputKey, at))
        return null;
    const start = at + outputKey.length;
    if (closingQuote(line, start) !== line.length - 2)
        return null;
    const pkg = line.slice(name, nameEnd);
    if (pkg.includes("\\") || test?.includes("\\"))
        return null;
    const output = line.slice(start, line.length - 2);
    return { type: "test", action: "output", package: pkg, test, elapsed: null, output, failedBuild: null, time: null };
}
/** Position of the quote that ends the JSON string whose text begins at `start`. */
function closingQuote(line, start) {
    for (let quote = line.indexOf('"', start); quote >= 0; quote = line.indexOf('"', quote + 1)) {
        let backslashes = 0;
        while (quote - backslashes > start && line[quote - backslashes - 1] === "\\")
            backslashes += 1;
        if (backslashes % 2 === 0)
            return quote;
    }
    return -1;
}
function readAnyEvent(line) {
    const junk = { type: "junk", text: line };
    if (!line.startsWith("{"))
        return junk;
    const event = parseObject(line);
    const action = test_event_text(event?.["Action"]);
    if (event === null || action === null)
        return junk;
    const importPath = test_event_text(event["ImportPath"]);
    if (importPath !== null && action.startsWith("build-")) {
        return { type: "build", importPath, failed: action === "build-fail", output: test_event_text(event["Output"]) ?? "" };
    }
    const name = test_event_text(event["Package"]);
    if (name === null || name === "")
        return junk;
    const output = test_event_text(event["Output"]);
    return {
        type: "test",
        action,
        package: name,
        test: test_event_text(event["Test"]) || null,
        elapsed: typeof event["Elapsed"] === "number" ? event["Elapsed"] : null,
        output: output === null ? null : JSON.stringify(output).slice(1, -1),
        failedBuild: test_event_text(event["FailedBuild"]),
        time: test_event_text(event["Time"]),
    };
}
function parseObject(line) {
    try {
        const value = JSON.parse(line);
        return isObject(value) ? value : null;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return null;
        throw error;
    }
}
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function test_event_text(value) {
    return typeof value === "string" ? value : null;
}
/**
 * What was printed; the text itself when it is no JSON after all. The result never refers to the line it came from, so keeping it
 * does not keep a whole chunk of the file in memory.
 */
function decodeOutput(output) {
    try {
        const decoded = JSON.parse(`"${output}"`);
        return String(decoded);
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return output;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/functions.js
const token = /(\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(`[^`]*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'|[0-9][\w.]*)|([\p{L}_][\p{L}\p{Nd}_]*)|[\s\S]/uy;
const keywords = new Set("break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var".split(" "));
/**
 * Extents of the function declarations in a Go file. `go tool cover -func` counts only the blocks inside of them: a function literal of a
 * package variable (`var cmd = &cobra.Command{Run: func…}`) is in the profile, but not in its total. null when they cannot be
 * told: unbalanced brackets.
 */
function functionExtents(source) {
    const spans = functionSpans(source);
    return spans === null ? null : positionsOf(source, spans);
}
/** The same as offsets in the text. */
function functionSpans(source) {
    const found = [];
    let depth = 0;
    let start = null;
    let inBody = false;
    let before = ";";
    for (const { text, at, newLine } of tokensOf(source)) {
        // Outside of all brackets a statement is a declaration.
        if (depth === 0 && (before === ";" || (newLine && endsStatement(before))))
            start = text === "func" ? at : null;
        if ("([{".includes(text)) {
            if (depth === 0)
                inBody = text === "{" && start !== null && before !== "struct" && before !== "interface";
            depth += 1;
        }
        else if (")]}".includes(text)) {
            depth -= 1;
            if (depth < 0)
                return null;
            if (depth === 0 && inBody && start !== null)
                found.push([start, at + 1]);
        }
        before = text;
    }
    return depth === 0 ? found : null;
}
/** The comments of a Go file with their offsets. */
function* commentsOf(source) {
    token.lastIndex = 0;
    for (let match = token.exec(source); match !== null; match = token.exec(source)) {
        const [text, blankOrComment] = match;
        // A generator may wait while others use the expression.
        const next = token.lastIndex;
        if (blankOrComment?.startsWith("/"))
            yield { text, at: match.index };
        token.lastIndex = next;
    }
}
/** True for a block that `go tool cover -func` counts to one of the functions. */
function isInFunction(extents, block) {
    let [low, high] = [0, extents.length - 1];
    while (low <= high) {
        const middle = (low + high) >>> 1;
        const extent = extents[middle];
        if (extent === undefined)
            return false;
        if (!isBefore(block.startLine, block.startColumn, extent.endLine, extent.endColumn))
            low = middle + 1;
        else if (!isBefore(extent.startLine, extent.startColumn, block.endLine, block.endColumn))
            high = middle - 1;
        else
            return true;
    }
    return false;
}
function isBefore(line, column, otherLine, otherColumn) {
    return line < otherLine || (line === otherLine && column < otherColumn);
}
function* tokensOf(source) {
    let newLine = false;
    token.lastIndex = 0;
    for (let match = token.exec(source); match !== null; match = token.exec(source)) {
        const [text, space, literal] = match;
        if (space === undefined) {
            yield { text: literal === undefined ? text : "literal", at: match.index, newLine };
            newLine = false;
        }
        else
            newLine ||= space.includes("\n");
    }
}
/** Where Go puts a semicolon at the end of a line, as far as it matters between declarations. */
function endsStatement(text) {
    return ")]}".includes(text) || (/^[\p{L}_]/u.test(text) && !keywords.has(text));
}
function positionsOf(source, found) {
    let line = 1;
    let lineStart = 0;
    const position = (at) => {
        for (let end = source.indexOf("\n", lineStart); end >= 0 && end < at; end = source.indexOf("\n", lineStart)) {
            line += 1;
            lineStart = end + 1;
        }
        return { line, column: Buffer.byteLength(source.slice(lineStart, at)) + 1 };
    };
    return found.map(([from, to]) => {
        const start = position(from);
        const end = position(to);
        return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
    });
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/missing.js


/**
 * The tested packages whose binaries left no profile. Go writes none, and says nothing, when a binary panics, exits early or was not built, and for
 * what `-failfast` leaves out (Go 1.26 and 1.27).
 */
function missingPackages(facts) {
    return facts.tested.filter((name) => isMissing(name, facts)).sort();
}
function isMissing(name, facts) {
    if (facts.told.has(name))
        return false;
    return facts.coverpkg || (!facts.profiled.has(name) && facts.hasStatements(name));
}
/** The package that this event says the coverage of; null for all other events. */
function coverageTold(event) {
    if (event.type !== "test" || event.output === null || event.test !== null)
        return null;
    // Most output is never decoded.
    if (!event.output.includes("coverage: "))
        return null;
    const said = /(?:^|\t)coverage: (?:\[no statements\]|\d+\.\d% of statements)/.test(decodeOutput(event.output));
    return said ? event.package : null;
}
/** Whether a Go file declares a function with something in it. */
function hasStatements(source) {
    const spans = functionSpans(source) ?? [];
    return spans.some(([start, end]) => !/\{(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*\}$/.test(source.slice(start, end)));
}

;// CONCATENATED MODULE: ./build/stage/src/go/covered-build.js
/**
 * Findings of a build for coverage as they would be of the sources: columns are those of a line with its counters, which says nothing about the
 * line that was written (Go 1.26 and 1.27: `bad.go:3:176` for column 25), and are left out. Test files have no counters, C code has none either.
 */
function withoutCountedColumns(findings) {
    const seen = new Set();
    return findings.map(asWritten).filter(({ source, path, line, column, message }) => {
        if (source !== "compile" || column !== null)
            return true;
        const key = `${path}:${line}: ${message}`;
        return !seen.has(key) && seen.add(key);
    });
}
function asWritten(finding) {
    const { source, path, message } = finding;
    if (source !== "compile" || path === null)
        return finding;
    const counted = hasCounters(path) && !/^(?:fatal )?error: |^warning: /.test(message);
    return { ...finding, column: counted ? null : finding.column, message: withoutColumns(message) };
}
function hasCounters(path) {
    return path.endsWith(".go") && !path.endsWith("_test.go");
}
/** `\tpath/x.go:7:90: other declaration of x`. */
function withoutColumns(message) {
    return message.replace(/^(\t([^\s:]+):\d+):\d+(?=: )/gm, (text, place, path) => hasCounters(path) ? place : text);
}

;// CONCATENATED MODULE: ./build/stage/src/go/test-log.js

/** `write` gets every output as it is, and every line that is no event with its line end: nothing is left out. */
function createTestLog(write) {
    const accept = (event) => {
        if (event.type === "junk")
            write(`${event.text}\n`);
        else if (event.type === "build")
            write(event.output);
        else if (event.output !== null)
            write(printed(event.output));
    };
    return { line: (text) => accept(readTestEvent(text)), accept };
}
/** Most lines hold no escape but the one at their end, and the text goes straight on to a file. */
function printed(output) {
    const escaped = output.indexOf("\\");
    if (escaped === output.length - 2 && output.endsWith("\\n"))
        return `${output.slice(0, escaped)}\n`;
    return escaped < 0 ? output : decodeOutput(output);
}

;// CONCATENATED MODULE: ./build/stage/src/go/stack.js

/** `\t/src/a.go:12 +0x1d` after a line that names the function; race reports indent by spaces, signals add registers. */
const framePlace = /^(?:\t|\s{6})(.+?):(\d+)(?: \+0x[0-9a-f]+(?: fp=.*)?)?$/;
/** Splits a dump at its empty lines. */
function parseStacks(lines) {
    const blocks = [[]];
    for (const line of lines) {
        if (line === "")
            blocks.push([]);
        else
            blocks.at(-1)?.push(line);
    }
    return blocks.map((block) => ({ frames: framesOf(block), lines: block })).filter((stack) => stack.frames.length > 0);
}
/** Without those of `created by`: that is not where it went wrong. */
function framesOf(lines) {
    return lines.flatMap((line, at) => {
        const place = framePlace.exec(line);
        const caller = lines[at - 1]?.trim() ?? "";
        if (place?.[1] === undefined || caller.startsWith("created by "))
            return [];
        return [{ function: caller, file: place[1], line: Number(place[2]) }];
    });
}
/** The innermost frame of the repository's own code; with `after`, below the last frame of that function where there is one. */
function ownPlace(map, stack, after) {
    const from = after === undefined ? -1 : stack.frames.findLastIndex((frame) => frame.function.startsWith(after));
    for (const frame of stack.frames.slice(from + 1)) {
        const path = ownFrame(map, frame.file);
        if (path !== null && frame.line > 0)
            return { path, line: frame.line };
    }
    return from >= 0 ? ownPlace(map, stack) : null;
}

;// CONCATENATED MODULE: ./build/stage/src/go/crash.js


const maxLines = 600;
const maxSize = 96 * 1024;
const maxStackLines = 60;
const crashStart = /^(?:panic: |fatal error: |unexpected fault address |SIG[A-Z]+: |goroutine \d+ (?:gp=\S+ m=\S+ (?:mp=\S+ )?)?\[)/;
const stackStart = /^(?:goroutine \d+ |runtime stack:)/;
/** The kind of dump that begins with this output, as far as the text tells. */
function dumpStart(output) {
    // Looking at one character first keeps this off the path of ordinary output.
    switch (output.charCodeAt(0)) {
        case 0x57: // W
            return output.startsWith("WARNING: DATA RACE") ? "race" : null;
        case 0x70: // p
        case 0x66: // f
        case 0x75: // u
        case 0x53: // S
        case 0x67: // g
            return crashStart.test(output) ? "crash" : null;
        default:
            return null;
    }
}
/** True for the line that ends a race report. */
function endsRace(output) {
    return output.startsWith("==================");
}
/** An empty dump of output that Go attributes to `test`. */
function createDump(test) {
    const outputs = [];
    let size = 0;
    let credible = false;
    return {
        test,
        outputs,
        get credible() {
            return credible;
        },
        add: (output) => {
            credible ||= stackStart.test(output);
            if (outputs.length >= maxLines || size >= maxSize)
                return false;
            outputs.push(decodeOutput(output));
            size += output.length;
            return true;
        },
    };
}
/** Reads a crash; null when there is no stack, so that a test that merely prints `panic: x` has not crashed. */
function readCrash(map, outputs) {
    const lines = outputs.join("").split(/\r?\n/);
    const firstStack = lines.findIndex((line) => stackStart.test(line));
    if (firstStack < 0)
        return null;
    const message = lines.slice(0, firstStack).filter((line) => line !== "");
    const first = message[0] ?? "crash";
    const panic = Math.max(first.indexOf("panic: "), 0);
    const title = first.slice(panic).replace(/ \[recovered.*\]$/, "");
    // Go itself and whoever watches over a time limit send SIGQUIT for the sake of the stacks.
    const timedOut = title.startsWith("panic: test timed out after ") || title === "SIGQUIT: quit";
    const stacks = parseStacks(lines.slice(firstStack));
    const at = timedOut ? waitingAt(map, stacks) : panicAt(map, stacks);
    const shown = (at?.stack ?? stacks[0])?.lines.slice(0, maxStackLines) ?? [];
    return {
        title: timedOut
            ? title.replace("panic: ", "").replace("SIGQUIT: quit", "stopped by SIGQUIT at a time limit")
            : title,
        timedOut,
        place: at?.place ?? null,
        entry: entryOf(stacks[0]),
        running: message.map((line) => /^\t{1,2}(.+) \(\S+\)$/.exec(line)?.[1]).filter((name) => name !== undefined),
        text: [...message, "", ...shown].join("\n"),
    };
}
function entryOf(stack) {
    const runner = stack?.frames.findIndex((frame) => frame.function.startsWith("testing.tRunner(")) ?? -1;
    return stack?.frames[runner - 1]?.function.replace(/\([^()]*\)$/, "") ?? null;
}
/** Below the last `panic(` of a stack is where it began; above are deferred functions that raised it again. */
function panicAt(map, stacks) {
    for (const stack of stacks) {
        const place = ownPlace(map, stack, "panic(");
        if (place !== null)
            return { stack, place };
    }
    return null;
}
/** The goroutine that hangs: not one that waits for its subtests or for its turn to run in parallel. */
function waitingAt(map, stacks) {
    const waits = (stack) => stack.frames.some((frame) => /^testing\.\(\*[TF]\)\.(?:Run|Parallel|Fuzz)\(/.test(frame.function));
    const busy = stacks.filter((stack) => !waits(stack));
    return panicAt(map, busy) ?? panicAt(map, stacks);
}
/** Reads the report of one data race; the place is the first own frame of the first access that has one. */
function readRace(map, outputs) {
    const lines = outputs.join("").split(/\r?\n/);
    const end = lines.findIndex((line) => endsRace(line));
    const report = end < 0 ? lines : lines.slice(0, end);
    let place = null;
    for (const stack of parseStacks(report))
        place ??= ownPlace(map, stack);
    return { place, text: report.join("\n").trimEnd() };
}

;// CONCATENATED MODULE: ./build/stage/src/go/package-reason.js
/** Longest reason, in characters. */
const package_reason_reasonLimit = 300;
/**
 * Why a package has failed, as far as that is not a failing test. `cutShort`: why the stream ended before the package's result, null
 * when it has one.
 */
function packageReason(run, crash, cutShort) {
    const { notBuilt, summary, own } = run.output;
    if (notBuilt !== null)
        return buildReason(run, notBuilt);
    if (crash !== null)
        return withDetail(crash.title, crash.timedOut ? runningTests(crash) : null);
    if (run.result === null)
        return cutShort ?? "ended without a result";
    const unfinished = run.failures.findLast((test) => test.unfinished === "running");
    if (unfinished !== undefined) {
        const last = lastLine(unfinished.output) ?? lastLine(own.text());
        return withDetail(`the test binary ended while ${unfinished.name} was running${guess(last)}`, last);
    }
    if (run.result === "passed")
        return "a test has failed although the package has passed";
    if (run.failures.length > 0)
        return null;
    const last = lastLine(own.text());
    if (summary === "PASS")
        return withDetail("failed after its tests had passed", last);
    if (run.counts.passed + run.counts.skipped === 0)
        return withDetail("failed before a test ran", last);
    return withDetail("failed without a failing test", last);
}
/** Why a test has no result of its own. `crash`: that of the package; null when it ended otherwise. */
function unfinishedReason(test, crash, cutShort) {
    if (test.unfinished === null)
        return null;
    const state = test.unfinished === "paused" ? "did not get its turn to run in parallel" : "did not finish";
    const ended = `the test binary has ended${guess(lastLine(test.output))}`;
    return `${test.name} ${state}: ${cutShort ?? crash?.title ?? ended}`;
}
/**
 * The test that crashed. Go attributes the crash to a parent when a subtest panics, since the subtest's result has been printed by
 * then; the stack tells them apart, for it begins in the test function itself or in a literal of it.
 */
function crashedTest(run, crash) {
    const named = run.output.crash?.test ?? null;
    if (crash.timedOut) {
        const leaves = leavesOf(crash.running);
        return leaves.find((name) => name === named) ?? leaves[0] ?? named;
    }
    if (named === null)
        return null;
    const inParent = crash.entry !== null && !named.includes("/") && crash.entry.endsWith(`.${named}`);
    if (inParent)
        return named;
    return run.failures.findLast((test) => test.name.startsWith(`${named}/`))?.name ?? named;
}
function buildReason(run, notBuilt) {
    const cause = run.failedBuild?.replace(/ \[.*\]$/, "");
    const elsewhere = cause !== undefined && cause !== run.importPath && cause !== `${run.importPath}_test`;
    return elsewhere ? `${notBuilt}: ${cause}` : notBuilt;
}
function leavesOf(names) {
    return names.filter((name) => !names.some((other) => other.startsWith(`${name}/`)));
}
function runningTests(crash) {
    const leaves = leavesOf(crash.running);
    return leaves.length === 0 ? null : `running ${leaves.slice(0, 5).join(", ")}${leaves.length > 5 ? ", …" : ""}`;
}
/** Without a message from the system, the program has ended itself. */
function guess(last) {
    return last?.startsWith("signal: ") ? "" : " (os.Exit, log.Fatal?)";
}
/** The last line that says something; `exit status 1` only if nothing else does. */
function lastLine(text) {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    const line = lines.findLast((candidate) => !/^exit status \d+$/.test(candidate)) ?? lines.at(-1);
    return line === undefined ? null : line.trim();
}
function withDetail(reason, detail) {
    const text = detail === null ? reason : `${reason}: ${detail}`;
    return text.length <= package_reason_reasonLimit ? text : `${text.slice(0, package_reason_reasonLimit - 1)}…`;
}

;// CONCATENATED MODULE: ./build/stage/src/go/test-place.js

/** `    file_test.go:12: message`, as t.Log and t.Error print it; an absolute path with `-fullpath`. */
const logLine = /^ {4}((?:[A-Za-z]:)?[^:\n]*_test\.go):(\d+): ?/gm;
/**
 * Where a test failed, by its own output: the last line that a test file logged, since an error or Fatal usually comes after what was
 * logged on the way. Only test files: they are always in the directory of the package, while a helper's file may be anywhere.
 */
function failurePlace(map, importPath, output) {
    const matches = [...output.matchAll(logLine)];
    const last = matches.at(-1);
    if (last?.[1] === undefined || Number(last[2]) < 1)
        return null;
    const path = testFile(map, importPath, last[1]);
    if (path === null)
        return null;
    return { path, line: Number(last[2]), message: messageAfter(output, last.index + last[0].length) };
}
function testFile(map, importPath, name) {
    if (isAbsolute(slashes(name)))
        return ownFrame(map, name);
    return name.includes("/") ? null : importedPath(map, `${importPath}/${name}`);
}
/** The rest of the line and the lines that testing has indented below it. */
function messageAfter(output, at) {
    const [first = "", ...rest] = output.slice(at).split("\n");
    const end = rest.findIndex((line) => !line.startsWith("        "));
    const more = (end < 0 ? rest : rest.slice(0, end)).map((line) => line.slice(8));
    return [first, ...more].join("\n").trim();
}

;// CONCATENATED MODULE: ./build/stage/src/go/package-report.js




const messageLimit = 3_000;
/**
 * The result of one package whose events are all in. `cutShort`: why the stream ended before the package's own result, which
 * makes it a failure; null when Go gave a result.
 */
function reportPackage(run, options, cutShort) {
    const failed = run.result === "failed" || run.result === null || run.counts.failed > 0;
    const crash = failed && run.output.crash !== null ? readCrash(options, run.output.crash.outputs) : null;
    if (crash === null)
        run.output.wentOn();
    // A binary that says PASS or FAIL has ended all its tests; what is left over then are benchmarks, which have no result.
    if (failed && run.output.summary === null)
        run.failUnfinished();
    const crashed = crash === null ? null : crashedTest(run, crash);
    const context = { run, options, crash, crashed, races: readRaces(run, options), cutShort };
    const reason = failed ? packageReason(run, crash, cutShort) : null;
    const tests = run.failures.filter((test) => isListed(test, context)).map((test) => describeTest(test, context));
    return {
        package: {
            importPath: run.importPath,
            status: failed ? "failed" : (run.result ?? "failed"),
            reason,
            durationMs: run.durationMs,
            ...run.counts,
            failures: tests.map((test) => test.failed),
        },
        findings: [
            ...context.races.map((race) => race.finding),
            ...tests.map((test) => test.finding).filter((finding) => finding !== null),
            ...(failed && tests.length === 0 ? packageFindings(context, reason) : []),
        ],
    };
}
/** A parent that has failed by its subtests only, without a word of its own, adds nothing to them. */
function isListed(test, { run, crashed, crash }) {
    return (!run.failedParents.has(test.name) || test.spoke || (crash === null && test.dump !== "") || test.name === crashed);
}
function describeTest(test, context) {
    const { run, options, crash, races } = context;
    const own = test.name === context.crashed ? crash : null;
    const why = own === null ? unfinishedReason(test, crash, run.result === null ? context.cutShort : null) : null;
    const output = (test.output + (crash === null ? test.dump : "")).trimEnd();
    const said = failurePlace(options, run.importPath, test.output);
    const race = races.find((report) => report.test === test.name);
    const place = own?.place ?? said ?? race?.place ?? null;
    const command = (0,repro/* reproCommand */.W)(run.importPath, test.name, options.flags);
    const text = own?.text ?? (why === null ? (said?.message ?? output.trim()) : joined([output.slice(-1_000), why]));
    // What the subtests of a parent show at their lines is enough, and a race has its own finding.
    const isParent = own === null && run.failedParents.has(test.name);
    const quiet = test.unfinished === "paused" || isParent || (race !== undefined && said === null);
    return {
        failed: {
            name: test.name,
            durationMs: test.durationMs,
            path: place?.path ?? null,
            line: place?.line ?? null,
            output: joined([output, own?.text ?? why ?? ""]),
            command,
        },
        finding: quiet ? null : finding("test", package_report_titleOf(test, own), withCommand(text, command), place),
    };
}
/** A failed package in which no test has failed; one that was not built is shown by what the compiler says. */
function packageFindings({ run, options, crash }, reason) {
    if (run.output.notBuilt !== null)
        return [];
    const command = (0,repro/* reproCommand */.W)(run.importPath, null, options.flags);
    const text = crash?.text ?? run.output.own.text().trim();
    return [finding("test", `${run.importPath}: ${reason}`, withCommand(text, command), crash?.place ?? null)];
}
function package_report_titleOf(test, crash) {
    if (crash?.timedOut)
        return `${test.name} timed out`;
    if (crash !== null)
        return `${test.name} crashed: ${package_report_clip(crash.title, package_reason_reasonLimit)}`;
    return test.unfinished === null ? `${test.name} failed` : `${test.name} did not finish`;
}
/** Races by place: the same one is reported again for every run of the code. */
function readRaces(run, options) {
    const seen = new Set();
    return run.output.races.flatMap(({ test, outputs }) => {
        const { place, text } = readRace(options, outputs);
        const key = place === null ? text : `${place.path}:${place.line}`;
        if (seen.has(key))
            return [];
        seen.add(key);
        const title = test === null ? "data race" : `data race in ${test}`;
        return [{ test, place, finding: finding("race", title, package_report_clip(text), place) }];
    });
}
function finding(source, title, message, place) {
    const at = { path: place?.path ?? null, line: place?.line ?? null, column: null };
    return { source, severity: "error", ...at, title, message };
}
function joined(parts) {
    return parts.filter((part) => part !== "").join("\n");
}
/** Every failure ends with the command that runs it again. */
function withCommand(text, command) {
    return `${text === "" ? "failed without output" : package_report_clip(text)}\n${command}`;
}
function package_report_clip(text, limit = messageLimit) {
    return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

;// CONCATENATED MODULE: ./build/stage/src/go/clip.js

/** `limit`: how many characters to keep; a quarter of it for the beginning, since what failed is usually said last. */
function createClip(limit) {
    const headLimit = limit / 4;
    const head = [];
    let headSize = 0;
    let full = false;
    // The end is kept as two generations, so that nothing is moved when old lines go.
    const end = { older: [], newer: [], newerSize: 0 };
    let lines = 0;
    let leftLines = 0;
    let leftSize = 0;
    const leave = (outputs) => {
        for (const output of outputs) {
            leftLines += isLine(output) ? 1 : 0;
            leftSize += output.length;
        }
    };
    const addToEnd = (output) => {
        end.newer.push(output);
        end.newerSize += output.length;
        if (end.newerSize <= limit - headLimit)
            return;
        leave(end.older);
        end.older = end.newer;
        end.newer = [];
        end.newerSize = 0;
    };
    return {
        get lines() {
            return lines;
        },
        add: (output) => {
            if (isLine(output))
                lines += 1;
            full ||= headSize + output.length > headLimit;
            if (full)
                return addToEnd(output);
            head.push(decodeOutput(output));
            headSize += output.length;
        },
        text: () => {
            const tail = lastOf([...end.older, ...end.newer], limit - headLimit);
            const gone = { lines: leftLines + tail.gone.filter(isLine).length, size: leftSize + sizeOf(tail.gone) };
            const note = gone.size === 0 ? "" : leftOut(gone.lines, gone.size);
            return head.join("") + note + tail.kept.map(decodeOutput).join("");
        },
    };
}
function lastOf(outputs, limit) {
    let first = outputs.length;
    for (let size = 0; first > 0; first--) {
        size += outputs[first - 1]?.length ?? 0;
        if (size > limit)
            break;
    }
    return { kept: outputs.slice(first), gone: outputs.slice(0, first) };
}
function leftOut(lines, size) {
    return `[… ${lines} lines, about ${Math.max(1, Math.round(size / 1024))} KiB, left out …]\n`;
}
function sizeOf(outputs) {
    return outputs.reduce((sum, output) => sum + output.length, 0);
}
function isLine(output) {
    return output.endsWith("\\n");
}

;// CONCATENATED MODULE: ./build/stage/src/go/package-output.js


const maxRaces = 50;
const packageLine = /^(?:ok {2}|\? {3}|FAIL)\\t|^coverage: |^\\t\S+\\t\\tcoverage: /;
const framing = /^(?:=== (?:RUN|PAUSE|CONT|NAME|ATTR|ARTIFACTS) | *--- (?:PASS|FAIL|SKIP|BENCH): )/;
/**
 * Sorts the output of one package: to the test that printed it, to the package, to a crash, to a report of the race detector.
 * Output is JSON text, as in TestEvent.
 */
class PackageOutput {
    running = new Map();
    races = [];
    /** What was printed outside of tests. */
    own;
    /** The test binary reached its own end and said so. */
    summary = null;
    notBuilt = null;
    /** With -cover a package without test files passes, where it would be skipped without (Go 1.22 and later). */
    untested = false;
    crash = null;
    #limit;
    #race = null;
    /** The last output that was not an empty line. */
    #before = null;
    constructor(limit) {
        this.#limit = limit;
        this.own = createClip(limit);
    }
    print(test, output) {
        if (test === null ? this.#isPackageLine(output) : framing.test(output))
            return;
        const taken = this.#addToDump(test, output);
        if (output !== "\\n")
            this.#before = output;
        if (!taken)
            this.#addToTest(test, output);
    }
    /** What looks like a crash of this test, as long as nothing shows that the binary went on. */
    dumpOf(test) {
        return this.crash?.test === test ? this.crash.outputs.join("") : "";
    }
    /** Something that follows shows that the binary went on: what looked like a crash was printed by a test. */
    wentOn() {
        const dump = this.crash;
        if (dump === null)
            return;
        this.crash = null;
        if (dump.test !== null && !this.running.has(dump.test))
            return;
        for (const output of dump.outputs)
            this.#addToTest(dump.test, JSON.stringify(output).slice(1, -1));
    }
    #addToTest(test, output) {
        const entry = test === null ? undefined : this.running.get(test);
        if (entry !== undefined)
            entry.clip ??= createClip(this.#limit);
        (entry?.clip ?? this.own).add(output);
    }
    /** True when the output belongs to the crash alone. */
    #addToDump(test, output) {
        if (this.#race !== null) {
            this.#race.add(output);
            if (endsRace(output))
                this.#race = null;
            return false;
        }
        if (this.crash !== null)
            return this.crash.add(output) || this.crash.credible;
        const kind = dumpStart(output);
        if (kind === "crash")
            return this.#startCrash(test, output);
        if (kind === "race")
            this.#startRace(test, output);
        return false;
    }
    #startRace(test, output) {
        if (this.races.length >= maxRaces)
            return;
        this.#race = createDump(test);
        this.#race.add(output);
        this.races.push(this.#race);
    }
    #startCrash(test, output) {
        this.crash = createDump(test);
        // A panic right after text without a line end is part of that line, and the stack is the first sign of it.
        if (output.startsWith("goroutine ") && this.#before !== null)
            this.crash.add(this.#before);
        return this.crash.add(output);
    }
    /** Lines in which `go test` and the test binary speak about the package. */
    #isPackageLine(output) {
        if (output === "PASS\\n" || output === "FAIL\\n") {
            this.wentOn();
            this.summary = output === "PASS\\n" ? "PASS" : "FAIL";
            return true;
        }
        if (!packageLine.test(output))
            return false;
        if (output.endsWith(" [build failed]\\n"))
            this.notBuilt = "build failed";
        if (output.endsWith(" [setup failed]\\n"))
            this.notBuilt = "setup failed";
        if (output.startsWith("\\t"))
            this.untested = true;
        return true;
    }
}

;// CONCATENATED MODULE: ./build/stage/src/go/package-run.js

const outcomes = { pass: "passed", fail: "failed", skip: "skipped" };
/** What was seen of one package in a `go test -json` stream. Keeps the output of running and failed tests only, clipped. */
class PackageRun {
    importPath;
    /** RFC 3339, of the first event. */
    startedAt;
    output;
    counts = { passed: 0, failed: 0, skipped: 0 };
    finished = [];
    failures = [];
    /** Names of tests of which a subtest failed. */
    failedParents = new Set();
    /** null until the package's own result has come. */
    result = null;
    durationMs = 0;
    failedBuild = null;
    #limits;
    constructor(importPath, startedAt, limits) {
        this.importPath = importPath;
        this.startedAt = startedAt;
        this.#limits = limits;
        this.output = new PackageOutput(limits.perTest);
    }
    accept(event) {
        const { action, test, output } = event;
        if (action === "output") {
            if (output !== null)
                this.output.print(test, output);
            return;
        }
        const outcome = outcomes[action];
        if (test === null) {
            if (outcome !== undefined)
                this.#onResult(outcome, event.elapsed, event.failedBuild);
        }
        else if (outcome === undefined)
            this.#onProgress(test, action);
        else
            this.#onTestResult(test, outcome, milliseconds(event.elapsed));
    }
    /** Counts what has begun and not ended as failed. Of benchmarks, which end without an event, only the last one can be running. */
    failUnfinished() {
        const { running } = this.output;
        const lastName = [...running.keys()].at(-1);
        for (const [name, { paused }] of running) {
            if (name.startsWith("Benchmark") && name !== lastName)
                continue;
            this.#onTestResult(name, "failed", null, paused ? "paused" : "running");
        }
        running.clear();
    }
    #onProgress(test, action) {
        const { running } = this.output;
        if (action === "run") {
            this.output.wentOn();
            running.set(test, { clip: null, paused: false });
        }
        const entry = running.get(test);
        if (entry !== undefined && (action === "pause" || action === "cont"))
            entry.paused = action === "pause";
    }
    #onResult(outcome, elapsed, failedBuild) {
        const { passed, failed, skipped } = this.counts;
        const untested = this.output.untested && passed + failed + skipped === 0;
        // The same package twice, as in two streams one after the other, is not healed by the second.
        if (this.result !== "failed")
            this.result = outcome === "passed" && untested ? "skipped" : outcome;
        this.durationMs += milliseconds(elapsed) ?? 0;
        this.failedBuild = failedBuild;
    }
    #onTestResult(name, result, durationMs, unfinished = null) {
        this.counts[result] += 1;
        const clip = this.output.running.get(name)?.clip ?? null;
        this.output.running.delete(name);
        if (result === "passed")
            this.output.wentOn();
        if (result === "failed") {
            const output = this.#keep(clip);
            const dump = this.output.dumpOf(name);
            const failure = { name, result, durationMs, output, spoke: clip !== null, dump, unfinished };
            this.failures.push(failure);
            if (this.#limits.keepFinished)
                this.finished.push(failure);
            for (const parent of parentsOf(name))
                this.failedParents.add(parent);
        }
        else if (this.#limits.keepFinished) {
            const output = result === "skipped" ? (clip?.text() ?? "").slice(-500) : "";
            this.finished.push({ name, result, durationMs, output });
        }
    }
    #keep(clip) {
        if (clip === null)
            return "";
        if (this.#limits.left <= 0)
            return "[… left out: too much output of failed tests; the log is complete …]\n";
        const text = clip.text();
        this.#limits.left -= text.length;
        return text;
    }
}
function* parentsOf(test) {
    for (let slash = test.indexOf("/"); slash >= 0; slash = test.indexOf("/", slash + 1))
        yield test.slice(0, slash);
}
/** null also for what no test can take, since a report has to be able to hold sums. */
function milliseconds(seconds) {
    return seconds !== null && seconds >= 0 && seconds < 1e9 ? Math.round(seconds * 1000) : null;
}

;// CONCATENATED MODULE: ./build/stage/src/go/test-verdict.js
const test_verdict_noise = /^go: (?:downloading|finding|extracting|warning:) ?/;
const maxReasons = 5;
/** Why the run is not a pass; null when it is. Errs on the side of failure: a run that failed is never shown green. */
function test_verdict_failureReason(report, end) {
    const reasons = [...packageReasons(report.packages), ...testReasons(report)];
    if (end.timedOut)
        return ["stopped by the time limit of the stage", ...reasons].join("; ");
    if (reasons.length > 0)
        return reasons.join("; ");
    if (end.exitCode === null)
        return "go test was ended by a signal";
    if (end.exitCode !== 0)
        return failedSilently(end.exitCode, end.stderr);
    return report.packages.length === 0 ? "go test has reported no package" : null;
}
function testReasons(report) {
    return report.failed === 0 ? [] : [`${count(report.failed, "test")} failed`];
}
/** Packages that failed otherwise than by a failing test: the reason of the first, the number of the others. */
function packageReasons(packages) {
    const groups = new Map();
    for (const entry of packages) {
        if (entry.status !== "failed" || (entry.reason === null && entry.failed > 0))
            continue;
        const kind = /^(?:build|setup) failed/.exec(entry.reason ?? "")?.[0] ?? entry.reason ?? "failed";
        groups.set(kind, [...(groups.get(kind) ?? []), entry]);
    }
    const reasons = [...groups].map(([kind, members]) => {
        const first = members[0]?.importPath ?? "";
        return members.length === 1 ? `${first}: ${kind}` : `${first} and ${members.length - 1} more: ${kind}`;
    });
    const more = reasons.length - maxReasons;
    return more <= 0 ? reasons : [...reasons.slice(0, maxReasons), `${more} more packages failed`];
}
/** With the first message of standard error: its line, and the one below that says what it is about. */
function failedSilently(exitCode, stderr) {
    const lines = stderr.split("\n").filter((line) => line.trim() !== "" && !test_verdict_noise.test(line));
    const [first = "", second = ""] = lines;
    const isHeading = first.endsWith(":") || second.startsWith("\t");
    const last = lines.slice(1).findIndex((line) => !line.startsWith("\t"));
    const detail = second.startsWith("\t") ? lines[last < 0 ? lines.length - 1 : last] : second;
    const message = (isHeading ? `${first} ${detail?.trim()}` : first).slice(0, 300);
    return `go test exited with ${exitCode}${message === "" ? "" : `: ${message}`}`;
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

;// CONCATENATED MODULE: ./build/stage/src/go/test-reader.js





/** Characters of output kept of all failed tests together. */
const totalLimit = 32 * 1024 * 1024;
const defaultLimit = 24_000;
const buildOutputLimit = 1024 * 1024;
const maxTestFindings = 1_000;
/** Reads the stream of `go test -json` line by line. Memory does not grow with the output, nor with tests that pass. */
function createTestReader(options) {
    const { outputLimit = defaultLimit, onPackage } = options;
    const limits = { perTest: outputLimit, left: totalLimit, keepFinished: onPackage !== undefined };
    const runs = new Map();
    const reports = new Map();
    const build = createBuildLog();
    let junkLines = 0;
    const close = (run, cutShort) => {
        const report = reportPackage(run, options, cutShort);
        runs.delete(run.importPath);
        reports.set(run.importPath, merge(reports.get(run.importPath), report));
        const output = report.package.status === "failed" ? run.output.own.text() : "";
        onPackage?.({ report: report.package, startedAt: run.startedAt, tests: run.finished, output });
    };
    /** Go before 1.24 reports a package that it cannot even load as plain text. */
    const onJunk = (text) => {
        const name = /^FAIL\t(\S+) \[(?:setup|build) failed\]$/.exec(text)?.[1];
        if (name === undefined)
            junkLines += text === "" ? 0 : 1;
        else
            for (const event of failedPackage(name, text))
                accept(event);
    };
    const accept = (event) => {
        if (event.type === "junk")
            onJunk(event.text);
        else if (event.type === "build")
            build.add(event.output);
        else {
            const run = runs.get(event.package) ?? new PackageRun(event.package, event.time, limits);
            runs.set(event.package, run);
            run.accept(event);
            if (run.result !== null)
                close(run, null);
        }
    };
    const end = (how) => {
        const cutShort = how.timedOut ? "stopped by the time limit of the stage" : "go test ended before the package did";
        for (const run of [...runs.values()])
            close(run, cutShort);
        const packages = [...reports.values()].map((report) => report.package).sort(byImportPath);
        const report = { ...totals(packages), packages };
        const broken = packages.some((entry) => entry.status === "failed") || how.exitCode !== 0;
        const diagnostics = parseDiagnostics(build.text() + (broken ? `\n${how.stderr}` : ""), {
            ...options,
            source: "compile",
        });
        const tests = [...reports.values()].flatMap((entry) => entry.findings);
        const failedBecause = test_verdict_failureReason(report, how);
        return { report, findings: [...diagnostics, ...capped(tests)], failedBecause, junkLines };
    };
    return { line: (text) => accept(readTestEvent(text)), accept, end };
}
function failedPackage(name, text) {
    const event = { type: "test", package: name, test: null, elapsed: null, failedBuild: null, time: null };
    return [
        { ...event, action: "output", output: `${text.replaceAll("\t", "\\t")}\\n` },
        { ...event, action: "fail", output: null },
    ];
}
/** What the builds of all packages printed; Go 1.24 and later put it between the events. */
function createBuildLog() {
    const outputs = [];
    let size = 0;
    return {
        add: (output) => {
            if (size >= buildOutputLimit)
                return;
            outputs.push(output);
            size += output.length;
        },
        text: () => outputs.join(""),
    };
}
/** Two results of one package, as when two streams follow each other. */
function merge(first, second) {
    if (first === undefined)
        return second;
    const [a, b] = [first.package, second.package];
    const failed = a.status === "failed" || b.status === "failed";
    return {
        package: {
            importPath: a.importPath,
            status: failed ? "failed" : a.status === "skipped" ? b.status : a.status,
            reason: a.reason ?? b.reason,
            durationMs: a.durationMs + b.durationMs,
            ...totals([a, b]),
            failures: [...a.failures, ...b.failures],
        },
        findings: [...first.findings, ...second.findings],
    };
}
function totals(packages) {
    const sum = { passed: 0, failed: 0, skipped: 0 };
    for (const entry of packages) {
        sum.passed += entry.passed;
        sum.failed += entry.failed;
        sum.skipped += entry.skipped;
    }
    return sum;
}
function capped(findings) {
    const left = findings.length - maxTestFindings;
    if (left <= 0)
        return findings;
    const rest = { source: "test", severity: "error", path: null, line: null, column: null };
    const note = { ...rest, title: "more failed tests", message: `${left} more failures are listed in report.json` };
    return [...findings.slice(0, maxTestFindings), note];
}
function byImportPath(a, b) {
    if (a.importPath === b.importPath)
        return 0;
    return a.importPath < b.importPath ? -1 : 1;
}

// EXTERNAL MODULE: ./build/stage/src/plan/arguments.js
var plan_arguments = __webpack_require__(32298);
// EXTERNAL MODULE: ./build/stage/src/go/glob.js
var glob = __webpack_require__(9165);
;// CONCATENATED MODULE: ./build/stage/src/go/coverage/exclude.js

/**
 * Patterns as in .gitignore, without `!`: one with a slash begins at the root of the repository (or is an import path), one without
 * matches at any depth; a directory stands for all below it.
 */
function createExclusion(patterns) {
    const globs = patterns
        .map((pattern) => pattern.trim())
        .filter((pattern) => pattern !== "")
        .flatMap(globsOf);
    if (globs.length === 0)
        return () => false;
    const matchers = globs.map(glob/* globMatcher */.fU);
    const matches = (path) => matchers.some((matcher) => matcher(path));
    return (path, name) => (path !== null && matches(path)) || matches(name);
}
function globsOf(pattern) {
    const clean = pattern.replace(/^\.?\//, "").replace(/\/+$/, "");
    const anywhere = clean.includes("/") ? clean : `**/${clean}`;
    return [anywhere, `${anywhere}/**`];
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/files.js



/** The files of a profile with their places in the repository as far as their names say it, sorted by name. */
function namedFiles(profile, options) {
    const files = [...profile.files].map(([name, blocks]) => place(name, blocks, options));
    return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}
/** Without those that are excluded: by a name of their own, or by that of every Go file they may come from. */
function withoutExcluded(files, options) {
    const exclusion = createExclusion(options.exclude);
    const isLeftOut = (path, name) => exclusion(path, name) || (path !== null && options.isExcluded?.(path) === true);
    return files.filter(({ path, name, origins }) => !isLeftOut(path, name) && (origins.length === 0 || !origins.every((origin) => isLeftOut(origin, name))));
}
/** Both, for files that are all known by their names. */
function coveredFiles(profile, options) {
    return withoutExcluded(namedFiles(profile, options), options);
}
/**
 * Names are import paths with a file name; of files given on the command line, absolute paths or ones that begin with a dot; outside of
 * modules, `_` before an absolute directory.
 */
function place(name, blocks, options) {
    const clean = slashes(name).replace(/^_(?=\/|[A-Za-z]:\/)/, "");
    const isFile = isAbsolute(clean) || clean.startsWith("./") || clean.startsWith("../");
    const path = isFile ? repoPath(options, clean, options.cwd) : importedPath(options, clean);
    const importPath = isFile && path !== null ? importPathOf(path, options) : external_node_path_.posix.dirname(clean);
    // Of a file that is not here nobody can tell more than its name does.
    return { name, importPath, path, blocks, functions: null, lines: clean.endsWith(".go"), origins: [] };
}
/** The import path of a directory of the repository, by the innermost module that holds it. */
function importPathOf(path, { modules }) {
    const dir = external_node_path_.posix.dirname(path);
    const holding = modules.filter((module) => module.dir === "." || dir === module.dir || dir.startsWith(`${module.dir}/`));
    const module = holding.sort((a, b) => b.dir.length - a.dir.length)[0];
    if (module === undefined || module.path === null)
        return dir;
    return external_node_path_.posix.join(module.path, external_node_path_.posix.relative(module.dir, dir));
}

// EXTERNAL MODULE: ./build/stage/src/html.js
var html = __webpack_require__(31347);
// EXTERNAL MODULE: ./build/stage/src/plan/group-by.js
var group_by = __webpack_require__(93035);
;// CONCATENATED MODULE: ./build/stage/src/go/coverage/format.js
/** `100 * covered / statements` as `go tool cover` computes it; null without statements. */
function percentOf(covered, statements) {
    return statements === 0 ? null : (100 * covered) / statements;
}
/**
 * A percentage with one decimal as Go's `%.1f` rounds it: to the nearest, and what lies exactly between two goes to the even digit,
 * where `toFixed` goes up. Only quarters can lie between two tenths and be exact as binary fractions.
 */
function formatPercent(percent) {
    const quarters = percent * 4;
    if (!Number.isInteger(quarters) || quarters % 2 === 0)
        return percent.toFixed(1);
    const down = Math.floor(percent * 10);
    return ((down % 2 === 0 ? down : down + 1) / 10).toFixed(1);
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/spans.js
/** Cuts source text where blocks begin and end. Blocks may lie in each other: the inner one shows. */
function* spansOf(source, blocks) {
    const edges = edgesOf(source, blocks);
    const open = [];
    let from = 0;
    for (const { at, block, starts } of edges) {
        if (at > from)
            yield { text: source.slice(from, at), count: innermost(open) };
        from = Math.max(from, at);
        if (starts)
            open.push(block);
        else
            open.splice(open.lastIndexOf(block), 1);
    }
    if (from < source.length)
        yield { text: source.slice(from), count: innermost(open) };
}
function innermost(open) {
    return open.at(-1)?.count ?? null;
}
function edgesOf(source, blocks) {
    const lines = source.split("\n");
    const starts = [0];
    for (const line of lines)
        starts.push((starts.at(-1) ?? 0) + line.length + 1);
    const offset = (line, column) => {
        const start = Math.min(starts[line - 1] ?? source.length, source.length);
        return start + indexOfColumn(lines[line - 1] ?? "", column);
    };
    return blocks
        .flatMap((block) => {
        const [from, to] = [offset(block.startLine, block.startColumn), offset(block.endLine, block.endColumn)];
        if (to <= from)
            return [];
        return [
            { at: from, block, starts: true },
            { at: to, block, starts: false },
        ];
    })
        .sort((a, b) => a.at - b.at || Number(a.starts) - Number(b.starts));
}
/** Columns count bytes, indexes UTF-16 units. */
function indexOfColumn(line, column) {
    const bytes = Buffer.from(line);
    if (bytes.length === line.length)
        return Math.min(Math.max(0, column - 1), line.length);
    return bytes.subarray(0, Math.max(0, column - 1)).toString("utf8").length;
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/html.js




/**
 * A page like that of `go tool cover -html`, in pieces, one file at a time in memory. One file with everything in it and no script: a
 * link shows a file by `:target`, and without style sheets all files stand below each other.
 */
async function* renderCoverageHtml(page) {
    const reports = new Map(page.coverage.files.map((file) => [file.path, file]));
    const files = (0,group_by/* groupBy */.$)(page.files, (file) => file.path ?? file.name);
    const names = [...files.keys()].map((name) => `${htmlText(name)} (${shown(reports.get(name)?.percent ?? null)})`);
    yield head(page, names);
    for (const [index, parts] of [...files.values()].entries()) {
        yield `<section class="file" id="file${index}">\n<h2>${names[index]}</h2>\n<pre>\n`;
        yield await listing(parts, page);
        yield "</pre>\n</section>\n";
    }
    yield "</main>\n</body>\n</html>\n";
}
/** A file may have several names in the profile. */
async function listing(parts, page) {
    const placed = parts.filter((file) => file.lines);
    const source = placed[0] === undefined ? null : await page.source(placed[0]);
    if (source === null)
        return "The source is not available.";
    const blocks = placed.flatMap((file) => [...file.blocks]);
    return body(blocks, source, page.mode);
}
function head(page, names) {
    const title = htmlText(page.title);
    const items = names.map((name, index) => `<li><a href="#file${index}">${name}</a></li>`);
    const { covered, statements, percent, missing } = page.coverage;
    const without = missing.length === 0 ? "" : `<p class="missing">No coverage profile from ${htmlText(missing.join(", "))}</p>\n`;
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}: Go Coverage Report</title>
<style>
${styles()}</style>
</head>
<body>
<header>
<h1>${title}: ${shown(percent)} (${covered} of ${statements} statements)</h1>
${without}<p class="legend">${legend(page.mode)}</p>
</header>
<nav>
<details open><summary>Files: ${names.length}</summary>
<ul>
${items.join("\n")}
</ul>
</details>
</nav>
<main>
`;
}
function body(blocks, source, mode) {
    const max = blocks.reduce((most, block) => Math.max(most, block.count), 0);
    let text = "";
    for (const { text: part, count } of spansOf(source, blocks)) {
        const escaped = htmlText(part);
        if (count === null)
            text += escaped;
        else
            text += `<span class="cov${shade(count, mode === "set" ? 1 : max)}" title="${count}">${escaped}</span>`;
    }
    return text;
}
/** 0: not run; 1 to 10: how often, on the logarithmic scale of `go tool cover`; 8 where only whether counts. */
function shade(count, max) {
    if (count === 0)
        return 0;
    const share = max <= 1 ? 0.8 : Math.log(count) / Math.log(max);
    return Math.min(10, Math.floor(share * 9) + 1);
}
/** The colours of `go tool cover -html`. */
function styles() {
    const shades = Array.from({ length: 10 }, (_, n) => `rgb(${128 - 12 * n}, ${128 + 12 * n}, ${128 + 3 * n})`);
    const rules = ["rgb(192, 0, 0)", ...shades].map((colour, n) => `.cov${n} { color: ${colour} }\n`);
    return `body { background: black; color: rgb(80, 80, 80); margin: 0 1em; }
body, pre { font-family: Menlo, Consolas, monospace; font-weight: bold; tab-size: 8; }
h1, h2 { font-size: 1em; color: rgb(160, 160, 160); }
header, nav { border-bottom: 1px solid rgb(80, 80, 80); }
nav { max-height: 40vh; overflow: auto; position: sticky; top: 0; background: black; }
nav a, nav summary { color: rgb(160, 160, 160); }
.legend span { margin: 0 5px; }
.file { display: none; }
.file:target { display: block; scroll-margin-top: 40vh; }
${rules.join("")}`;
}
function legend(mode) {
    if (mode === "set")
        return spans(["not tracked", null], ["not covered", 0], ["covered", 8]);
    const middle = Array.from({ length: 8 }, (_, n) => ["*", n + 2]);
    return spans(["not tracked", null], ["no coverage", 0], ["low coverage", 1], ...middle, ["high coverage", 10]);
}
function spans(...entries) {
    return entries
        .map(([text, n]) => (n === null ? `<span>${text}</span>` : `<span class="cov${n}">${text}</span>`))
        .join(" ");
}
function shown(percent) {
    return percent === null ? "no statements" : `${formatPercent(percent)}%`;
}
/** Characters that have no place in HTML become U+FFFD. */
function htmlText(text) {
    return (0,html/* escapeHtml */.Z)(text)
        .replace(/\r/g, "")
        .replace(/(?![\t\n])\p{Cc}/gu, "\uFFFD");
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/json.js
/** The content of `coverage.json`: the part of report.json, and how it was counted. Percentages are not rounded. */
function coverageJson(coverage, mode) {
    return `${JSON.stringify({ schemaVersion: 1, mode, ...coverage }, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/blocks.js
/**
 * The blocks of one file, 28 bytes each. With -coverpkg every test binary writes every block, so most of what comes is already here: in the
 * same order, which makes the next one the first guess, a binary search the second.
 */
class blocks_FileBlocks {
    #size = 0;
    /** Start line, end line, start column, end column: the order in which Go sorts. */
    #positions = new Int32Array(64);
    #statements = new Int32Array(16);
    #counts = new Float64Array(16);
    #last = -1;
    /** By position, only when the blocks do not come in order. */
    #index = null;
    get size() {
        return this.#size;
    }
    /**
     * Adds a block, or its count to the one that is there: together in mode `set`, summed otherwise (golang.org/x/tools/cover). Answers
     * false when the number of statements contradicts an earlier one.
     */
    add(block, mode) {
        const at = this.#find(block);
        if (at < 0) {
            this.#append(block);
            return true;
        }
        this.#last = at;
        const before = this.#counts[at] ?? 0;
        this.#counts[at] = mode === "set" ? Math.max(before, block.count) : before + block.count;
        return this.#statements[at] === block.statements;
    }
    *[Symbol.iterator]() {
        for (let at = 0; at < this.#size; at++)
            yield this.#at(at);
    }
    #at(at) {
        const [startLine = 0, endLine = 0, startColumn = 0, endColumn = 0] = this.#positions.subarray(at * 4, at * 4 + 4);
        const statements = this.#statements[at] ?? 0;
        return { startLine, startColumn, endLine, endColumn, statements, count: this.#counts[at] ?? 0 };
    }
    #find(block) {
        if (this.#size === 0)
            return -1;
        if (this.#last + 1 < this.#size && this.#compare(this.#last + 1, block) === 0)
            return this.#last + 1;
        if (this.#index !== null)
            return this.#index.get(keyOf(block)) ?? -1;
        if (this.#compare(this.#size - 1, block) < 0)
            return -1;
        let [low, high] = [0, this.#size - 1];
        while (low <= high) {
            const middle = (low + high) >>> 1;
            const order = this.#compare(middle, block);
            if (order === 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1;
    }
    #append(block) {
        const inOrder = this.#size === 0 || this.#compare(this.#size - 1, block) < 0;
        if (!inOrder)
            this.#index ??= new Map([...this].map((entry, at) => [keyOf(entry), at]));
        if (this.#size === this.#statements.length)
            this.#grow();
        const at = this.#size++;
        this.#positions.set([block.startLine, block.endLine, block.startColumn, block.endColumn], at * 4);
        this.#statements[at] = block.statements;
        this.#counts[at] = block.count;
        this.#index?.set(keyOf(block), at);
        this.#last = at;
    }
    #grow() {
        const capacity = Math.ceil(this.#size * 1.5);
        const grown = { positions: new Int32Array(capacity * 4), statements: new Int32Array(capacity) };
        grown.positions.set(this.#positions);
        grown.statements.set(this.#statements);
        const counts = new Float64Array(capacity);
        counts.set(this.#counts);
        this.#positions = grown.positions;
        this.#statements = grown.statements;
        this.#counts = counts;
    }
    #compare(at, block) {
        const start = at * 4;
        const positions = this.#positions;
        return ((positions[start] ?? 0) - block.startLine ||
            (positions[start + 1] ?? 0) - block.endLine ||
            (positions[start + 2] ?? 0) - block.startColumn ||
            (positions[start + 3] ?? 0) - block.endColumn);
    }
}
function keyOf(block) {
    return `${block.startLine}.${block.startColumn},${block.endLine}.${block.endColumn}`;
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/directives.js



/** The functions that a file declares. In the profile each has the name of the file in which it begins, without its directory. */
function directedFunctions(source, directives) {
    return (functionSpans(source) ?? []).map((span) => ({ span, files: filesWithin(span, directives) }));
}
function filesWithin([start, end], directives) {
    const before = directives.filter(({ at }) => at <= start).at(-1)?.file ?? null;
    return [before, ...directives.filter(({ at }) => at > start && at < end).map(({ file }) => file)];
}
/**
 * The `//line` directives of a Go file, as go/scanner reads them: `//line` from the first column only, `/*line` anywhere; a line number, and a column in which case the file may be left
 * out; numbers from 1 (https://pkg.go.dev/cmd/compile#hdr-Compiler_Directives).
 */
function directivesOf(source) {
    if (!/\/[/*]line /.test(source))
        return [];
    const found = [];
    for (const { text, at } of commentsOf(source)) {
        const lineComment = text.startsWith("//");
        if (lineComment && at > 0 && source[at - 1] !== "\n")
            continue;
        const content = lineComment ? text.slice(2).replace(/\r$/, "") : text.slice(2, -2);
        const [, named, line, column] = /^line (.*?):(\d+)(?::(\d+))?$/s.exec(content) ?? [];
        if (named === undefined || Number(line) === 0 || (column !== undefined && Number(column) === 0))
            continue;
        const file = named === "" ? (column === undefined ? null : (found.at(-1)?.file ?? null)) : clean(named);
        if (file !== null)
            found.push({ at: lineComment ? at + text.length + 1 : at + text.length, file });
    }
    return found;
}
function clean(file) {
    const path = slashes(file);
    return isAbsolute(path) ? external_node_path_.posix.normalize(path) : external_node_path_.posix.join(path);
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/summary.js


/** Statements and covered statements in all, by package and by file, with the lines that no test reached. */
function summarizeCoverage(files) {
    const total = { covered: 0, statements: 0 };
    const packages = new Map();
    const byPath = new Map();
    for (const file of files) {
        const counted = [...countedBlocks(file)];
        const count = countOf(counted);
        const pkg = packages.get(file.importPath) ?? { covered: 0, statements: 0 };
        packages.set(file.importPath, pkg);
        const path = file.path ?? file.name;
        const own = byPath.get(path) ?? { covered: 0, statements: 0, lines: [] };
        byPath.set(path, own);
        if (file.lines)
            for (const block of counted)
                own.lines.push(block);
        for (const sum of [total, pkg, own]) {
            sum.covered += count.covered;
            sum.statements += count.statements;
        }
    }
    const reports = [...byPath].map(([path, { lines, ...count }]) => {
        return { path, ...withPercent(count), uncovered: uncoveredLines(lines) };
    });
    return {
        ...withPercent(total),
        packages: [...packages]
            .map(([importPath, count]) => ({ importPath, ...withPercent(count) }))
            .sort(by("importPath")),
        files: reports.sort(by("path")),
    };
}
/** The blocks of a file that count: all, or those in functions where these are known. */
function* countedBlocks(file) {
    for (const block of file.blocks) {
        if (file.functions === null || isInFunction(file.functions, block))
            yield block;
    }
}
function countOf(blocks) {
    const count = { covered: 0, statements: 0 };
    for (const block of blocks) {
        count.statements += block.statements;
        if (block.count > 0)
            count.covered += block.statements;
    }
    return count;
}
function withPercent(count) {
    return { percent: percentOf(count.covered, count.statements), ...count };
}
/**
 * Inclusive ranges of lines, those that touch joined. A line that a block shares with covered code is not uncovered: `if err != nil {` where it
 * begins, `} else if ok {` where it ends.
 */
function uncoveredLines(blocks) {
    const covered = coveredEdges(blocks);
    const ranges = blocks
        .filter((block) => block.count === 0 && block.statements > 0)
        .map((block) => {
        const { startLine, startColumn, endLine, endColumn } = block;
        const sharesLast = endLine > startLine && (covered.starts.get(endLine) ?? -1) >= endColumn;
        const last = sharesLast ? endLine - 1 : summary_lastLine(block);
        const sharesFirst = last > startLine && (covered.ends.get(startLine) ?? Number.POSITIVE_INFINITY) <= startColumn;
        const first = Math.max(1, sharesFirst ? startLine + 1 : startLine);
        return [first, Math.max(first, last)];
    })
        .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return summary_joined(ranges);
}
/**
 * The last line of a block. Its end is exclusive: in column 1, where Go 1.27 ends most of them, nothing of that line belongs to it. Column 0 is
 * Go's word for a column that a `//line` directive left unknown.
 */
function summary_lastLine({ startLine, endLine, endColumn }) {
    return endColumn === 1 && endLine > startLine ? endLine - 1 : endLine;
}
/** On which column covered blocks end first, and begin last, by line. */
function coveredEdges(blocks) {
    const starts = new Map();
    const ends = new Map();
    for (const { count, startLine, startColumn, endLine, endColumn } of blocks) {
        if (count === 0)
            continue;
        starts.set(startLine, Math.max(startColumn, starts.get(startLine) ?? startColumn));
        ends.set(endLine, Math.min(endColumn, ends.get(endLine) ?? endColumn));
    }
    return { starts, ends };
}
function summary_joined(ranges) {
    const result = [];
    for (const [from, to] of ranges) {
        const last = result.at(-1);
        if (last !== undefined && from <= last[1] + 1)
            last[1] = Math.max(last[1], to);
        else
            result.push([from, to]);
    }
    return result;
}
function by(key) {
    return (a, b) => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0);
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/placement.js






/**
 * Finds the places of what the profile says of one package. All of it counts; it is of a Go file, with functions and lines, where that can be told:
 * a directive may name any file, and several Go files may name the same.
 */
function placeFiles(files, sources, options) {
    const origins = sources.map((source) => ({ ...source, directives: directivesOf(source.text) }));
    return files.flatMap((file) => {
        const named = external_node_path_.posix.basename(file.path ?? file.name);
        const possible = origins.filter(({ path, directives }) => external_node_path_.posix.basename(path) === named || directives.some((directive) => external_node_path_.posix.basename(directive.file) === named));
        const found = { ...file, origins: possible.map(({ path }) => path) };
        const [only] = possible;
        if (only === undefined)
            return [{ ...found, lines: false }];
        if (possible.length === 1 && only.directives.length === 0) {
            return [{ ...found, functions: functionExtents(only.text) }];
        }
        return options.ownLines ? inOrigins(found, possible, named) : [inNamedFile(found, possible, named, options)];
    });
}
/** Since Go 1.27: a block belongs to the Go file that has a function of that name there. One that may be of two leaves all of the name without. */
function inOrigins(file, possible, named) {
    const extents = possible.map((origin) => ({ path: origin.path, extents: extentsOf(origin, named) }));
    const placed = new Map();
    for (const block of file.blocks) {
        const holding = extents.length === 1 ? extents : extents.filter((origin) => isInFunction(origin.extents, block));
        const [first] = holding;
        if (first === undefined || holding.length > 1)
            return [{ ...file, lines: false }];
        const blocks = placed.get(first.path) ?? new blocks_FileBlocks();
        placed.set(first.path, blocks);
        blocks.add(block, "count");
    }
    return [...placed].map(([path, blocks]) => ({ ...file, blocks, path, origins: [path], lines: true }));
}
/**
 * Up to Go 1.26: the lines are those of a file that is there, has as many, and no functions of its own besides, where no function of that name names
 * another within itself.
 */
function inNamedFile(file, possible, named, options) {
    const targets = new Set(possible.flatMap((origin) => targetsOf(origin, named, options)));
    const [target = null] = targets;
    const alone = targets.size === 1 && (possible.length === 1 || possible.every(({ path }) => path !== target));
    if (target !== null && alone && lastLineOf(file) <= (options.lineCount(target) ?? 0)) {
        return { ...file, path: target, lines: true };
    }
    const [only] = possible;
    return { ...file, path: possible.length === 1 && only !== undefined ? only.path : file.path, lines: false };
}
function lastLineOf({ blocks }) {
    let last = 0;
    for (const block of blocks)
        last = Math.max(last, block.startLine, summary_lastLine(block));
    return last;
}
function targetsOf(origin, named, options) {
    const files = functionsOf(origin, named).flatMap((found) => found.files);
    const dir = external_node_path_.posix.dirname(origin.path);
    return files.map((file) => (file === null ? origin.path : repoPath(options, file, dir)));
}
function extentsOf(origin, named) {
    const spans = functionsOf(origin, named).map(({ span }) => span);
    return positionsOf(origin.text, spans);
}
/** The functions that have this name in the profile. */
function functionsOf({ path, text, directives }, named) {
    const functions = directedFunctions(text, directives);
    return functions.filter(({ files: [first] }) => external_node_path_.posix.basename(first ?? path) === named);
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/profile.js

/** Reads what `-coverprofile` wrote, line by line; equal blocks are merged while reading. Never throws. */
function createProfileReader() {
    const files = new Map();
    let mode = null;
    let problem = null;
    let number = 0;
    let name = "";
    let blocks = new blocks_FileBlocks();
    const readMode = (text) => {
        const value = text.slice("mode: ".length);
        if (!isMode(value))
            problem ??= `line ${number}: unknown mode ${JSON.stringify(value)}`;
        // A profile put together from several repeats the line.
        else if (mode !== null && mode !== value)
            problem ??= `line ${number}: mode ${value} after mode ${mode}`;
        else
            mode = value;
    };
    const readBlock = (text) => {
        const entry = parseBlock(text);
        if (mode === null)
            problem ??= `line ${number}: no mode line`;
        else if (entry === null)
            problem ??= `line ${number} is not a block: ${JSON.stringify(text.slice(0, 200))}`;
        else if (!blocksOf(entry.name).add(entry.block, mode)) {
            problem ??= `line ${number}: the number of statements has changed`;
        }
    };
    /** Blocks of one file follow each other, as a rule. */
    const blocksOf = (file) => {
        if (file !== name || !files.has(file)) {
            name = file;
            blocks = files.get(file) ?? new blocks_FileBlocks();
            files.set(file, blocks);
        }
        return blocks;
    };
    const line = (text) => {
        number += 1;
        if (text.startsWith("mode: "))
            readMode(text);
        else if (text !== "")
            readBlock(text);
    };
    return { line, end: () => ({ mode, files, problem }) };
}
/** One profile of several, as of the modules of a workspace. Blocks that occur in more than one are merged. */
function mergeProfiles(profiles) {
    const modes = new Set(profiles.map((profile) => profile.mode).filter((mode) => mode !== null));
    // What was only set cannot be summed with what was counted.
    const mode = modes.has("set") ? "set" : ([...modes][0] ?? null);
    const files = new Map();
    for (const profile of profiles) {
        for (const [name, blocks] of profile.files)
            files.set(name, together(files.get(name), blocks, mode ?? "set"));
    }
    return { mode, files, problem: profiles.find((profile) => profile.problem !== null)?.problem ?? null };
}
function together(first, second, mode) {
    if (first === undefined)
        return second;
    const merged = new FileBlocks();
    for (const block of [...first, ...second])
        merged.add(block, mode);
    return merged;
}
const blockFields = /^(.+):(\d+)\.(\d+),(\d+)\.(\d+) (\d+) (\d+)$/;
function parseBlock(text) {
    const match = blockFields.exec(text);
    if (match?.[1] === undefined)
        return null;
    const block = {
        startLine: Number(match[2]),
        startColumn: Number(match[3]),
        endLine: Number(match[4]),
        endColumn: Number(match[5]),
        statements: Number(match[6]),
        count: Number(match[7]),
    };
    return Math.max(block.startLine, block.endLine, block.statements) > 0x7fff_ffff ? null : { name: match[1], block };
}
function isMode(value) {
    return value === "set" || value === "count" || value === "atomic";
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/threshold.js

/**
 * Holds coverage against the limits, on exact counts: the one place where this is judged. No limit is met by nothing, nor while something is missing.
 * Packages without statements have no limit.
 */
function judgeCoverage(coverage, limits) {
    const { total, perPackage } = limits;
    const judged = [
        ...(total === null ? [] : [judgeTotal(coverage, total)]),
        ...(perPackage === null ? [] : judgePackages(coverage, perPackage)),
    ];
    const reasons = [...new Set(judged.map(({ reason }) => reason).filter((reason) => reason !== null))];
    return { thresholds: judged.map(({ threshold }) => threshold), ...threshold_conclude(reasons) };
}
function judgeTotal({ counts, missing, problem }, floor) {
    const { covered, statements, percent } = counts ?? nothing;
    const without = missing.length === 0 ? null : `${listed(missing)} left no coverage profile`;
    const incomplete = problem === null && without !== null ? without : incompleteBecause(counts, problem);
    const low = counts !== null && problem === null && !reaches(counts, floor);
    const empty = statements === 0 ? "there are no statements to cover" : null;
    const reason = low
        ? [`coverage is ${threshold_shown({ covered, statements, percent })}, below the threshold of ${floor}%`, without]
        : [unmet(floor, incomplete ?? empty)];
    const said = reason.filter((part) => part !== null).join("; ");
    return judgement({ what: "total", name: null, floor, covered, statements }, said === "" ? null : said);
}
function judgePackages({ counts, missing, problem }, floor) {
    const incomplete = incompleteBecause(counts, problem);
    const packages = (counts?.packages ?? []).filter(({ statements }) => statements > 0);
    const unknown = missing.filter((name) => packages.every(({ importPath }) => importPath !== name));
    // Without a package to name, the limit itself is what is not met.
    if (incomplete !== null && packages.length + unknown.length === 0) {
        return [judgement({ what: "package", name: null, floor, ...zero }, unmet(floor, incomplete))];
    }
    const absent = new Set(missing);
    return [...packages, ...unknown.map((importPath) => ({ importPath, ...nothing }))].map((pkg) => {
        const { importPath: name, covered, statements } = pkg;
        const low = `coverage of ${name} is ${threshold_shown(pkg)}, below the package threshold of ${floor}%`;
        const gone = `coverage of ${name} is not known: it left no coverage profile`;
        const reason = absent.has(name) ? gone : (unmet(floor, incomplete) ?? (reaches(pkg, floor) ? null : low));
        return judgement({ what: "package", name, floor, covered, statements }, reason);
    });
}
const zero = { covered: 0, statements: 0 };
const nothing = { ...zero, percent: null };
function judgement(threshold, reason) {
    return { threshold: { ...threshold, met: reason === null }, reason };
}
function incompleteBecause(counts, problem) {
    if (problem !== null)
        return `the coverage profile is damaged: ${problem}`;
    return counts === null ? "no coverage profile was written" : null;
}
function unmet(floor, why) {
    return why === null ? null : `the coverage threshold of ${floor}% is not met: ${why}`;
}
/** Names at most ten. */
function listed(names) {
    const more = names.length - 10;
    return more > 0 ? `${names.slice(0, 10).join(", ")} and ${more} more` : names.join(", ");
}
/** `covered / statements >= threshold / 100` without rounding: the threshold is taken as the decimal that was typed. */
function reaches({ covered, statements }, threshold) {
    const [whole = "0", fraction = ""] = decimal(threshold).split(".");
    const scale = 10n ** BigInt(fraction.length);
    return BigInt(covered) * 100n * scale >= BigInt(whole + fraction) * BigInt(statements);
}
/** Without an exponent, which JavaScript uses below 1e-6. */
function decimal(value) {
    const text = String(value);
    return text.includes("e") ? value.toFixed(20) : text;
}
/** With the counts, since a rounded percentage may look as if it met the limit. */
function threshold_shown({ covered, statements, percent }) {
    return `${formatPercent(percent ?? 0)}% (${covered} of ${statements} statements)`;
}
function threshold_conclude(reasons) {
    const findings = reasons.map((message) => {
        const place = { path: null, line: null, column: null };
        return { source: "coverage", severity: "error", ...place, title: "coverage", message };
    });
    const more = reasons.length - 1;
    const failedBecause = reasons[0] === undefined ? null : reasons[0] + (more > 0 ? `, and ${more} more` : "");
    return { findings, failedBecause };
}

;// CONCATENATED MODULE: ./build/stage/src/go/coverage/write.js
/** The profile again, merged and without what is excluded; `go tool cover` reads it. */
function* writeProfile(mode, files) {
    yield `mode: ${mode ?? "set"}\n`;
    for (const { name, blocks } of files) {
        let text = "";
        for (const block of blocks) {
            const count = mode === "set" ? Math.min(1, block.count) : block.count;
            const at = `${block.startLine}.${block.startColumn},${block.endLine}.${block.endColumn}`;
            text += `${name}:${at} ${block.statements} ${count}\n`;
        }
        yield text;
    }
}

// EXTERNAL MODULE: ./build/stage/src/plan/stages.js + 1 modules
var stages = __webpack_require__(18994);
// EXTERNAL MODULE: ./build/stage/src/project/generated.js
var project_generated = __webpack_require__(35451);
// EXTERNAL MODULE: ./build/stage/src/project/go-version.js
var go_version = __webpack_require__(14083);
// EXTERNAL MODULE: ./build/stage/src/project/in-slices.js
var in_slices = __webpack_require__(94983);
;// CONCATENATED MODULE: ./build/stage/src/collect/go-sources.js




/** A file of the repository larger than this is not read for its functions or its source: no compiler output is that large. */
const sourceLimit = 8 * 1024 * 1024;
/** A package's Go files but its tests, as they are on this machine. */
async function readGoSources(project, dir) {
    const names = await (0,promises_.readdir)((0,external_node_path_.join)(project.root, dir)).catch(() => []);
    const own = names.filter((name) => name.endsWith(".go") && !name.endsWith("_test.go")).sort();
    const read = await (0,in_slices/* inSlices */.Z)(own, (name) => {
        const path = external_node_path_.posix.join(dir, name);
        const text = readText(project, path);
        return text === null ? null : { path, text };
    });
    return read.filter((source) => source !== null);
}
/** The source of a file of the repository as it is on this machine; null for files of other modules, links and what is gone. */
function readText(project, path) {
    return statOf(project, path) === null ? null : (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(project.root, path), "utf8");
}
/** null for what is no file, or too large. */
function statOf(project, path) {
    const stat = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(project.root, path), { throwIfNoEntry: false });
    return stat === undefined || !stat.isFile() || stat.size > sourceLimit ? null : stat;
}

;// CONCATENATED MODULE: ./build/stage/src/collect/missing.js





/**
 * Packages that left no profile although they have something to cover: tested ones, and those without tests that were not built, which count as 0
 * otherwise.
 */
async function findMissing(named, facts, results) {
    const { config, inspection, project } = facts;
    const tested = (inspection.modules[0]?.packages ?? []).filter(({ importPath, hasTests }) => hasTests || results.failed.has(importPath));
    const profiled = new Set(named.map(({ importPath }) => importPath));
    const silent = tested.filter(({ importPath }) => !results.told.has(importPath) && !profiled.has(importPath));
    const exclusion = createExclusion(config.coverageExclude);
    const withStatements = new Set();
    for (const { importPath, dir } of silent) {
        const sources = await readGoSources(project, dir);
        const counted = sources.filter(({ path, text }) => !exclusion(path, `${importPath}/${external_node_path_.posix.basename(path)}`) &&
            !(config.coverageExcludeGenerated && (0,project_generated/* isGenerated */.U)(text)));
        if (counted.some(({ text }) => hasStatements(text)))
            withStatements.add(importPath);
    }
    const coverpkg = [...config.testFlags, ...inspection.goflags.split(/\s+/)].some((word) => /^--?coverpkg\b/.test(word));
    const names = tested.map(({ importPath }) => importPath);
    return missingPackages({
        told: results.told,
        tested: names,
        profiled,
        coverpkg,
        hasStatements: (name) => withStatements.has(name),
    });
}

;// CONCATENATED MODULE: ./build/stage/src/collect/text-file.js


/** Text that is written in small pieces and reaches the disk in large ones; memory stays bounded as long as `drain` is awaited now and then. */
class TextFile {
    #file;
    #pieces = [];
    #size = 0;
    constructor(file) {
        this.#file = file;
    }
    static async create(path) {
        await (0,output_dir/* makeParent */.j)(path);
        return new TextFile(await (0,promises_.open)(path, "wx"));
    }
    write(text) {
        this.#pieces.push(text);
        this.#size += text.length;
    }
    /** True when it is time to drain. */
    get full() {
        return this.#size > 262_144;
    }
    async drain() {
        const text = this.#pieces.join("");
        this.#pieces = [];
        this.#size = 0;
        if (text !== "")
            await this.#file.appendFile(text);
    }
    async close() {
        try {
            await this.drain();
        }
        finally {
            await this.#file.close();
        }
    }
}

;// CONCATENATED MODULE: ./build/stage/src/collect/coverage.js


















/** Reads the coverage profile of the test stage, writes `coverage/coverage.{out,html,json}` and holds it against the thresholds. */
async function collectCoverage(outcome, facts, results) {
    const path = (0,external_node_path_.join)(outcome.resultDir, stages/* profileName */.vR);
    const profile = (await (0,collect_files/* isRegularFile */.Ze)(path)) ? await readProfile(path) : null;
    const named = profile === null ? [] : namedFiles(profile, placesOf(facts));
    const files = await selectFiles(named, facts);
    const counts = profile === null ? null : summarizeCoverage(files);
    const missing = await findMissing(named, facts, results);
    const thresholds = judgeCoverage({ counts, missing, problem: profile?.problem ?? null }, limitsOf(facts));
    if (counts === null && missing.length === 0 && thresholds.thresholds.length === 0)
        return { coverage: null, thresholds };
    const coverage = { ...(counts ?? summarizeCoverage([])), missing, thresholds: thresholds.thresholds };
    if (profile !== null)
        await writeFiles(coverage, profile.mode, files, facts);
    return { coverage, thresholds };
}
function limitsOf({ config }) {
    return { total: config.coverageThreshold, perPackage: config.coveragePackageThreshold };
}
async function writeFiles(coverage, mode, files, facts) {
    const dir = facts.output.coverage;
    await writeAll((0,external_node_path_.join)(dir, "coverage.out"), writeProfile(mode, files));
    await writeAll((0,external_node_path_.join)(dir, "coverage.json"), [coverageJson(coverage, mode)]);
    const title = facts.project.modules[0]?.path ?? "coverage";
    const page = { title, mode, coverage, files, source: (file) => coverage_listed(file, facts) };
    await writeAll((0,external_node_path_.join)(dir, "coverage.html"), renderCoverageHtml(page));
}
async function readProfile(path) {
    const reader = createProfileReader();
    for await (const line of readLines(path))
        reader.line(line);
    return reader.end();
}
/** The text of a Go file to show; null for others. */
function coverage_listed({ path }, { project }) {
    return path?.endsWith(".go") === true ? readText(project, path) : null;
}
function placesOf({ config, source, project }) {
    return { ...source, cwd: project.modules[0]?.dir ?? ".", exclude: config.coverageExclude };
}
/** Without what the inputs exclude, with functions and lines where they can be told. */
async function selectFiles(named, facts) {
    const { config, source, project, inspection } = facts;
    const generated = new Set();
    const isExcluded = (path) => config.coverageExcludeGenerated && generated.has(path);
    const ownLines = (0,go_version/* compareGo */.Ac)(inspection.goVersion.replace(/^devel /, ""), "1.27") >= 0;
    const lineCount = (path) => readText(project, path)?.split("\n").length ?? null;
    const placed = [];
    for (const [dir, files] of (0,group_by/* groupBy */.$)(named, packageDir)) {
        const sources = dir === null ? [] : await readGoSources(project, dir);
        for (const { path, text } of sources)
            if ((0,project_generated/* isGenerated */.U)(text))
                generated.add(path);
        placed.push(...(dir === null ? files : placeFiles(files, sources, { ...source, ownLines, lineCount })));
    }
    return withoutExcluded(placed, { ...placesOf(facts), isExcluded });
}
/** null for packages of other modules. */
function packageDir({ path }) {
    return path === null ? null : external_node_path_.posix.dirname(path);
}
async function writeAll(path, pieces) {
    const file = await TextFile.create(path);
    try {
        for await (const piece of pieces) {
            file.write(piece);
            if (file.full)
                await file.drain();
        }
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./build/stage/src/collect/tests.js












/** Brings an XML library along: whoever wants it loads it while there is nothing else to do. */
const loadJUnit = () => Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(119)]).then(__webpack_require__.bind(__webpack_require__, 19119));
/** Standard error of `go test` holds what Go before 1.24 says of builds. */
const stderrLimit = 4 * 1024 * 1024;
/**
 * Reads the stream of the test stage once, writing `tests/test2json.jsonl`, `tests/junit.xml` and the log on the way, then the coverage profile.
 */
async function collectTests(stage, outcome, facts) {
    const [command] = outcome.commands;
    if (command === undefined)
        return { tests: null, coverage: null, judgement: { failure: "go test did not run", findings: [] } };
    const stderr = await readHead(command.stderr, stderrLimit);
    const told = new Set();
    const run = await readStream(stage, outcome, facts, { stderr, told });
    await (0,collect_files/* moveRedacted */.aS)(command.stdout, (0,external_node_path_.join)(facts.output.tests, "test2json.jsonl"), facts.redactor);
    const failed = run.report.packages.filter(({ status }) => status === "failed").map(({ importPath }) => importPath);
    const { coverage, thresholds } = await collectCoverage(outcome, facts, { told, failed: new Set(failed) });
    const reasons = [run.failedBecause, thresholds.failedBecause].filter((reason) => reason !== null);
    const failure = reasons.length === 0 ? null : reasons.join("; ");
    const findings = [...withoutCountedColumns(run.findings), ...thresholds.findings];
    return { tests: run.report, coverage, judgement: { failure, findings } };
}
async function readStream(stage, outcome, facts, { stderr, told }) {
    const { config, source, output, redactor } = facts;
    const { createJUnitWriter } = await loadJUnit();
    const log = await TextFile.create(output.log(stage.id));
    const junitFile = await TextFile.create((0,external_node_path_.join)(output.tests, "junit.xml"));
    try {
        const junit = createJUnitWriter((text) => junitFile.write(text));
        const testLog = createTestLog((text) => log.write(redactor.redact(text)));
        const reader = createTestReader({
            ...source,
            cwd: stage.module,
            flags: reproFlags(config),
            onPackage: (done) => junit.suite(redactor.idle() ? done : redacted(done, redactor)),
        });
        const [command] = outcome.commands;
        for await (const line of readLines(command?.stdout ?? "")) {
            const event = readTestEvent(line);
            reader.accept(event);
            testLog.accept(event);
            const covered = coverageTold(event);
            if (covered !== null)
                told.add(covered);
            if (log.full)
                await log.drain();
            if (junitFile.full)
                await junitFile.drain();
        }
        log.write(redactor.redact(stderr));
        const run = reader.end({ exitCode: command?.exitCode ?? null, timedOut: outcome.end === "timed-out", stderr });
        junit.end();
        return run;
    }
    finally {
        await log.close();
        await junitFile.close();
    }
}
function redacted(done, { redact }) {
    const tests = done.tests.map((test) => ({ ...test, name: redact(test.name), output: redact(test.output) }));
    return { ...done, report: (0,results_redact/* redactPackage */.K_)(done.report, redact), tests, output: redact(done.output) };
}
/** What a command for a single test needs to see the same code. */
function reproFlags(config) {
    return [...(0,plan_arguments/* tagFlags */.av)(config.buildTags), ...(config.race ? ["-race"] : [])];
}

;// CONCATENATED MODULE: ./build/stage/src/collect/collector.js











/** Judges stages by what their steps left behind, and brings their files to the output directory. */
class Collector {
    #options;
    #source;
    #imageFacts = [];
    #collected = assemble/* nothingCollected */.P;
    #tarball = null;
    constructor(options) {
        this.#options = options;
        this.#source = { root: options.inspection.root, modules: options.project.modules };
    }
    async settle(stage, outcome) {
        const { output, redactor } = this.#options;
        const log = output.log(stage.id);
        const note = outcome.problem === null ? null : `${outcome.problem.message}\n${outcome.problem.remedy}`;
        if (stage.kind !== "test")
            await writeStageLog(log, outcome.commands, note, redactor);
        const judgement = await this.#judge(stage, outcome);
        return { result: (0,results_redact/* redactStage */.Ms)(stageResult(stage, outcome, judgement), redactor.redact), log };
    }
    async #judge(stage, outcome) {
        const { config, output } = this.#options;
        switch (stage.kind) {
            case "deps":
            case "format":
            case "vet":
                return judgeCheck(stage, outcome, this.#source);
            case "build": {
                const built = await collectBinaries(stage, outcome, output);
                this.#collected = { ...this.#collected, artifacts: [...this.#collected.artifacts, ...built] };
                return judgeCheck(stage, outcome, this.#source);
            }
            case "test": {
                const { tests, coverage, judgement } = await collectTests(stage, outcome, {
                    ...this.#options,
                    source: this.#source,
                });
                this.#collected = { ...this.#collected, tests, coverage };
                return judgement;
            }
            case "image":
            case "smoke":
            case "deliver":
                if (outcome.image !== null)
                    this.#imageFacts.push(outcome.image);
                this.#tarball ??= await collectTarball(outcome.image, output);
                return judgeImage(outcome, config.dockerfile);
            default:
                return (0,errors/* unreachable */.HB)(stage.kind);
        }
    }
    /** What all stages together produced, in the order of the plan; after the last one. */
    async finish() {
        const { plan, output } = this.#options;
        const files = plan.stages.flatMap((stage) => stage.binaries.map((binary) => binary.file));
        const artifacts = [...this.#collected.artifacts].sort((a, b) => files.indexOf(a.name) - files.indexOf(b.name));
        await writeChecksums(artifacts, output);
        return { ...this.#collected, artifacts, image: this.#image() };
    }
    #image() {
        const step = this.#options.plan.stages.find((stage) => stage.kind === "image")?.step;
        if (step === undefined || !(0,model/* isRunnable */.i)(step) || step.type !== "image")
            return null;
        return (0,results_image/* reportImage */.o7)(step.name, this.#imageFacts, this.#tarball);
    }
}

// EXTERNAL MODULE: ./build/stage/src/preload.js
var preload = __webpack_require__(40421);
// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(57336);
// EXTERNAL MODULE: ./build/stage/src/report/format.js
var format = __webpack_require__(18736);
// EXTERNAL MODULE: ./build/stage/src/report/paint.js
var paint = __webpack_require__(27571);
// EXTERNAL MODULE: ./build/stage/src/report/sanitize.js + 1 modules
var sanitize = __webpack_require__(36616);
// EXTERNAL MODULE: ./build/stage/src/report/findings.js
var findings = __webpack_require__(48605);
;// CONCATENATED MODULE: ./build/stage/src/report/stage-output.js





/** Lines of a stage's output that go to the log; the file has them all. */
const limits = {
    passed: { head: 100, tail: 400 },
    trouble: { head: 500, tail: 1_500 },
    debug: { head: 20_000, tail: 2_000 },
    finding: { maxLines: 60, maxBytes: 6_000 },
};
const maxFindings = 200;
/** The output of a stage that passed, sanitized and clipped. */
function passedLines(stage, options) {
    return outputLines(stage, options, limits.passed);
}
/** The output of a stage in trouble, its findings and, last, the command that reproduces it. */
async function* troubleLines(stage, options) {
    const { findings, command } = stage.result;
    const shown = new Set();
    for await (const line of outputLines(stage, options, limits.trouble)) {
        shown.add(withoutPrefix(line));
        yield line;
    }
    const blocks = findings.slice(0, maxFindings).map(findingLines);
    // In a module at the root the tool has named the same place in the same words already.
    const fresh = blocks.filter(([first = ""]) => !shown.has(first)).flat();
    if (fresh.length > 0)
        yield* [...(shown.size === 0 ? [] : [""]), `${(0,format/* plural */.LS)(findings.length, "finding")}:`, ...fresh];
    if (findings.length > maxFindings)
        yield `… ${findings.length - maxFindings} more in report.json`;
    if (command !== "")
        yield* ["", `Reproduce: ${(0,sanitize/* sanitizeLine */.g$)(command)}`];
}
/** `vet: ./main.go:3:1: …` is what a finding calls `main.go:3:1: …`. */
function withoutPrefix(line) {
    return line.replace(/^(?:vet: )?(?:\.\/)?/, "");
}
/**
 * `dir/file.go:12:5: message`, which people and editors read, also when there are annotations. What a failed test printed follows, since the log of
 * the stage is not shown then.
 */
function findingLines(finding) {
    const { source, title, message } = finding;
    const [first = ""] = message.split("\n", 1);
    const whole = isOfTest(finding);
    const text = whole || source === "format" || first === "" ? title : first;
    const line = (0,sanitize/* sanitizeLine */.g$)([(0,findings/* positionOf */.d)(finding), text].filter((part) => part !== null).join(": "));
    return whole ? [line, ...indented((0,clip/* clipText */.gL)((0,sanitize/* sanitizeText */.jZ)(message), limits.finding))] : [line];
}
function isOfTest({ source }) {
    return source === "test" || source === "race";
}
function indented(text) {
    return text.split("\n").map((line) => (line === "" ? "" : `    ${line}`));
}
async function* outputLines({ result, log }, { logLevel, readLog }, limit) {
    if (log === null)
        return;
    const note = (left) => `… ${(0,format/* plural */.LS)(left, "line")} left out here; all of it is in ${(0,sanitize/* sanitizeLine */.g$)(log)}`;
    const debug = logLevel === "debug";
    const brief = result.id === "test" && !debug && (result.status === "passed" || result.findings.some(isOfTest));
    try {
        const lines = (0,sanitize/* sanitizedLines */.HF)(readLog(log));
        yield* (0,clip/* clipLines */.U_)(brief ? packageLines(lines) : lines, { ...(debug ? limits.debug : limit), note });
    }
    catch (thrown) {
        yield `The output could not be read: ${(0,sanitize/* sanitizeLine */.g$)((0,errors/* messageOf */.bD)(thrown))}`;
    }
}
/** Of what `go test -v` prints, the line of each package: `ok`, `FAIL` and `?` with their tabs. */
async function* packageLines(lines) {
    for await (const line of lines) {
        if (/^(?:ok {2}|FAIL|\? {3})\t/.test(line))
            yield line;
    }
}

// EXTERNAL MODULE: ./build/stage/src/report/status.js
var report_status = __webpack_require__(50997);
;// CONCATENATED MODULE: ./build/stage/src/report/log.js








/**
 * The live log: a line when a stage starts and ends; the output of a stage as one block, folded when it passed. Stages in trouble come last and open, in the order
 * of the plan, each ending with the command that reproduces it. Blocks are printed one at a time, however stages overlap.
 */
function createLogReporter(options) {
    const { platform, logLevel, order } = options;
    const held = [];
    const queue = createQueue((problem) => platform.warning(`The log is incomplete: ${problem}`));
    const print = (line) => queue.add(() => platform.log(line));
    const finished = (event) => {
        const trouble = (0,report_status/* isTrouble */.KM)(event.result);
        if (trouble || logLevel !== "quiet")
            print(endLine(event.result, platform.colour));
        if (trouble)
            held.push(event);
        else if (showsPassed(options))
            queue.add(() => printOutput(event, options));
    };
    const listener = (event) => {
        if (event.type === "stage-finished")
            finished(event);
        else if (event.type === "stage-started") {
            if (logLevel !== "quiet")
                print(`▶ ${(0,sanitize/* sanitizeLine */.g$)(event.stage)}`);
        }
        else if (logLevel === "debug")
            print(`  ${(0,sanitize/* sanitizeLine */.g$)(event.stage)} │ ${(0,sanitize/* sanitizeLine */.g$)(event.line, 1_000)}`);
    };
    const finish = async () => {
        const position = ({ result }) => order.indexOf(result.id);
        for (const event of held.splice(0).sort((a, b) => position(a) - position(b))) {
            queue.add(() => printTrouble(event, options));
        }
        await queue.idle();
    };
    return { listener, finish };
}
/** One task after the other, in the order they came. */
function createQueue(onProblem) {
    let last = Promise.resolve();
    return {
        add: (task) => {
            last = last.then(async () => {
                try {
                    await task();
                }
                catch (thrown) {
                    onProblem((0,errors/* messageOf */.bD)(thrown));
                }
            });
        },
        idle: () => last,
    };
}
/** A terminal cannot fold, so there the output of stages that passed is for those who ask for it. */
function showsPassed({ platform, logLevel }) {
    return logLevel === "debug" || (logLevel === "normal" && platform.name === "github");
}
function endLine(result, colour) {
    const { status, durationMs, cached, reason, startedAt } = result;
    const time = startedAt === null ? "" : ` in ${(0,format/* formatDuration */.a3)(durationMs)}`;
    const why = reason === null ? "" : `: ${(0,clip/* clipName */.es)((0,sanitize/* sanitizeLine */.g$)(reason), 300)}`;
    const head = `${report_status/* stageLooks */.Rx[status].sign} ${(0,sanitize/* sanitizeLine */.g$)(result.id)} ${status}`;
    return `${(0,paint/* statusPaint */.z)(picocolors.createColors(colour), status)(head)}${time}${cached ? " (cached)" : ""}${why}`;
}
async function printOutput(event, options) {
    const lines = passedLines(event, options);
    const first = await lines.next();
    if (first.done === true)
        return;
    await options.platform.group(`${(0,sanitize/* sanitizeLine */.g$)(event.result.id)}: output`, prepend(first.value, lines), false);
}
async function* prepend(first, rest) {
    yield first;
    yield* rest;
}
async function printTrouble(event, options) {
    const { platform } = options;
    platform.log("");
    await platform.group(endLine(event.result, platform.colour), troubleLines(event, options), true);
}

// EXTERNAL MODULE: ./node_modules/p-queue/dist/index.js + 4 modules
var dist = __webpack_require__(19052);
// EXTERNAL MODULE: ./build/stage/src/plan/schedule.js
var schedule = __webpack_require__(51573);
;// CONCATENATED MODULE: ./build/stage/src/run/not-run.js

/** The result of a stage whose step did not run, or whose outcome nobody could read. */
function notRunResult(stage, status, reason) {
    return {
        id: stage.id,
        module: stage.module,
        platform: stage.platform === null ? null : (0,platform/* platformKey */.Ng)(stage.platform),
        status: status === "failed" && stage.warnOnly ? "warned" : status,
        startedAt: null,
        durationMs: 0,
        cached: false,
        reason,
        findings: [],
        command: stage.command,
    };
}

;// CONCATENATED MODULE: ./build/stage/src/run/scheduler.js





/**
 * Runs a plan: every batch starts as soon as what it needs has ended, nothing waits for a whole wave, and a failing stage never keeps an independent one
 * from its end (unless failFast). Resolves with one result per stage in the plan's order; never rejects for what an engine does.
 */
async function runPlan(options) {
    const run = new Run(options);
    await run.all();
    return options.plan.stages.map((stage) => run.resultOf(stage));
}
/** Statuses of a stage that let the ones that need it run. */
function opensTheWay(result) {
    return ["passed", "warned", "skipped", "disabled"].includes(result.status);
}
class Run {
    #options;
    #stages;
    #results = new Map();
    /** Stages whose step an engine has ended: what it says of them later does not count. */
    #ended = new Set();
    #settled = new Map();
    #stop = new AbortController();
    #stoppedBy = null;
    constructor(options) {
        this.#options = options;
        this.#stages = new Map(options.plan.stages.map((stage) => [stage.id, stage]));
        for (const stage of options.plan.stages) {
            let resolve = () => undefined;
            const promise = new Promise((done) => {
                resolve = done;
            });
            this.#settled.set(stage.id, { promise, resolve });
        }
    }
    resultOf(stage) {
        const result = this.#results.get(stage.id);
        if (result === undefined)
            throw new Error(`scheduler: ${stage.id} has no result`);
        return result;
    }
    async all() {
        const { plan, engine, signal, concurrency } = this.#options;
        const forward = () => this.#stop.abort();
        if (signal.aborted)
            forward();
        signal.addEventListener("abort", forward);
        try {
            const planned = [];
            for (const stage of plan.stages) {
                if (!(0,model/* isRunnable */.i)(stage.step))
                    this.#record(stage, notRunResult(stage, stage.step.status, stage.step.reason), null);
                else
                    planned.push(await this.#plannedStep(stage, stage.step));
            }
            const queue = new dist/* default */.Ay({ concurrency });
            await Promise.all(engine.group(planned).map((batch) => this.#runBatch(batch, queue)));
        }
        finally {
            signal.removeEventListener("abort", forward);
        }
    }
    async #plannedStep(stage, step) {
        const { needs, after, warnOnly } = stage;
        return { step, needs, after, warnOnly, resultDir: await this.#options.resultDir(stage.id) };
    }
    async #runBatch(batch, queue) {
        const own = new Set(batch.map((planned) => planned.step.stage));
        const awaited = batch.flatMap(({ needs, after }) => (this.#options.cold ? [...needs, ...after] : needs));
        const outside = awaited.filter((need) => !own.has(need));
        await Promise.all(outside.map((need) => this.#settled.get(need)?.promise));
        const work = async () => {
            const ready = this.#dropUnready(batch);
            if (ready.length > 0)
                await this.#execute(ready);
        };
        await queue.add(work, { priority: this.#priorityOf(batch) });
    }
    #priorityOf(batch) {
        const { plan, cold } = this.#options;
        return Math.max(...batch.map(({ step }) => (0,schedule/* priorityOf */.a)(this.#stage(step.stage), plan.stages, cold)));
    }
    /** Settles the steps that cannot start any more and answers the others. */
    #dropUnready(batch) {
        return batch.filter((planned) => {
            const stage = this.#stage(planned.step.stage);
            const blocker = planned.needs.find((need) => {
                const result = this.#results.get(need);
                return result !== undefined && !opensTheWay(result);
            });
            if (this.#stop.signal.aborted)
                this.#record(stage, notRunResult(stage, "cancelled", this.#stopReason()), null);
            else if (blocker !== undefined)
                this.#record(stage, notRunResult(stage, "blocked", blockedReason(blocker)), null);
            else
                return true;
            return false;
        });
    }
    async #execute(batch) {
        const settling = [];
        const sink = {
            started: (stage, at) => this.#options.emit({ type: "stage-started", stage, at }),
            progress: (stage, line) => this.#options.emit({ type: "progress", stage, line }),
            finished: (outcome) => settling.push(this.#finish(outcome)),
        };
        try {
            await this.#options.engine.run(batch, sink, this.#stop.signal);
        }
        catch (error) {
            for (const planned of batch)
                sink.finished(lostOutcome(planned, error));
        }
        await Promise.all(settling);
    }
    async #finish(outcome) {
        const stage = this.#stage(outcome.stage);
        if (this.#ended.has(stage.id))
            return;
        this.#ended.add(stage.id);
        try {
            const { result, log } = await this.#options.settle(stage, outcome);
            const ours = result.status === "cancelled" && this.#stoppedBy !== null;
            this.#record(stage, ours ? { ...result, reason: this.#stopReason() } : result, log);
        }
        catch (error) {
            this.#record(stage, notRunResult(stage, "errored", `its results could not be read: ${(0,errors/* messageOf */.bD)(error)}`), null);
        }
    }
    #record(stage, result, log) {
        this.#results.set(stage.id, result);
        this.#options.emit({ type: "stage-finished", result, log });
        this.#settled.get(stage.id)?.resolve();
        if (this.#options.failFast && result.status === "failed" && !this.#stop.signal.aborted) {
            this.#stoppedBy = stage.id;
            this.#stop.abort();
        }
    }
    #stopReason() {
        return this.#stoppedBy === null ? "the run was cancelled" : `stopped because ${this.#stoppedBy} failed (fail-fast)`;
    }
    #stage(id) {
        const stage = this.#stages.get(id);
        if (stage === undefined)
            throw new Error(`scheduler: an engine answered for ${id}, which is not in the plan`);
        return stage;
    }
}
function blockedReason(by) {
    return `${by} did not pass`;
}
function lostOutcome(planned, error) {
    return {
        stage: planned.step.stage,
        end: "errored",
        problem: {
            message: (0,errors/* messageOf */.bD)(error),
            remedy: "Run it again; if it persists, run with log-level: debug and report it.",
        },
        startedAt: new Date(),
        durationMs: 0,
        cached: false,
        commands: [],
        resultDir: planned.resultDir,
        image: null,
    };
}

;// CONCATENATED MODULE: ./build/stage/src/execute.js








/** Runs the stages of a plan, shows them as they go, and gathers what they leave behind. */
async function executePlan(run, engine, { inspection, plan }) {
    const { config, platform, project, signal } = run;
    const output = await (0,output_dir/* prepareOutputDir */.g)(config.outputDirectory, run.repository);
    const engineVersion = engine.name === "host" ? inspection.goVersion : await engine.version();
    const collector = new Collector({ config, project, inspection, plan, output, redactor: run.redactor });
    const log = createLogReporter({
        platform,
        logLevel: config.logLevel,
        order: plan.stages.map((stage) => stage.id),
        readLog: (path) => (0,external_node_fs_.createReadStream)(path),
    });
    platform.log(engineLine(engine.name, run.choice.reason, engineVersion, inspection.goVersion));
    for (const warning of plan.warnings)
        platform.warning(warning);
    (0,preload/* preload */.u)(loadJUnit, 120);
    const results = await runPlan({
        plan,
        engine,
        resultDir: output.resultDir,
        concurrency: config.concurrency ?? Math.max(2, (0,external_node_os_.availableParallelism)()),
        cold: !inspection.warm && (run.travel?.report.key ?? null) === null,
        failFast: config.failFast,
        signal,
        settle: (stage, outcome) => collector.settle(stage, outcome),
        emit: log.listener,
    });
    await log.finish();
    const [collected] = await Promise.all([
        collector.finish(),
        run.travel?.save(engine.caches, runEnd(results, inspection, signal)),
    ]);
    const traceUrl = engine.traceUrl?.() ?? null;
    return { engineVersion, traceUrl, inspection, plan, results, collected, problems: [], output };
}
/** Caches of a run that broke may hold half of what they should. */
function runEnd(results, { goVersion }, signal) {
    const broke = results.find(({ status }) => status === "errored");
    const spoiled = signal.aborted ? "the run was cancelled" : broke === undefined ? null : `stage ${broke.id} broke`;
    const complete = results.every(({ status, cached }) => !cached && !["blocked", "cancelled"].includes(status));
    return { goVersion, spoiled, complete };
}
/** The version of the host engine is that of its Go. */
function engineLine(name, reason, version, goVersion) {
    return `engine: ${name === "host" || version === null ? name : `${name} ${version}`} (${reason}), ${goVersion}`;
}


/***/ }),

/***/ 31347:
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


/***/ }),

/***/ 48605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ rankFindings),
/* harmony export */   d: () => (/* binding */ positionOf)
/* harmony export */ });
/** What makes everything else fail comes first. */
const sourceRanks = {
    compile: 0,
    deps: 1,
    vet: 2,
    race: 3,
    test: 3,
    format: 4,
    dockerfile: 5,
    smoke: 6,
    coverage: 7,
};
/**
 * Errors before warnings, then by source, then in the order of stages; the same message at the same place is one. Who does not know the column, as a build
 * for coverage, means the one that others know.
 */
function rankFindings(stages) {
    const found = new Map();
    const all = stages.flatMap((stage) => stage.findings.map((finding) => rankable(finding, stage)));
    const ranked = [];
    for (const next of all.sort((a, b) => rank(a) - rank(b))) {
        const key = keyOf(next.finding);
        const alike = found.get(key) ?? [];
        const same = sameAs(next.finding, alike);
        if (same !== undefined)
            join(same, next);
        else {
            const first = { ...next, stages: [next.stage.id] };
            found.set(key, [...alike, first]);
            ranked.push(first);
        }
    }
    return ranked;
}
function sameAs({ column }, alike) {
    const exact = alike.find(({ finding }) => finding.column === column);
    return exact ?? alike.find(({ finding }) => finding.column === null || column === null);
}
function join(same, { finding, stage }) {
    if (same.finding.column === null)
        same.finding = { ...same.finding, column: finding.column };
    if (!same.stages.includes(stage.id))
        same.stages.push(stage.id);
}
/**
 * File, line and message. What compilers say differs where code has counters in the columns within it and in the source that C compilers quote.
 */
function keyOf({ source, path, line, message }) {
    const place = `${path}\n${line}\n`;
    if (source !== "compile" && source !== "vet")
        return place + message;
    const said = message.split("\n").filter((text) => !/^\s+\d* \|/.test(text));
    return place + said.join("\n").replace(/^(\t[^\s:]+:\d+):\d+(?=: )/gm, "$1");
}
function rankable(finding, stage) {
    return { finding, stage, level: stage.status === "warned" ? "warning" : finding.severity };
}
function rank({ finding, level }) {
    return (level === "error" ? 0 : 100) + sourceRanks[finding.source];
}
/** `dir/file.go:12:5`, as far as known; null without a path. */
function positionOf(place) {
    if (place.path === null)
        return null;
    return [place.path, place.line, place.line === null ? null : (place.column ?? null)]
        .filter((part) => part !== null)
        .join(":");
}


/***/ }),

/***/ 27571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ statusPaint)
/* harmony export */ });
/** The colour of a status, the same wherever a stage is named. */
function statusPaint(paint, status) {
    const paints = {
        passed: paint.green,
        failed: paint.red,
        errored: paint.red,
        warned: paint.yellow,
        cancelled: paint.yellow,
        blocked: paint.dim,
        skipped: paint.dim,
        disabled: paint.dim,
    };
    return paints[status];
}


/***/ }),

/***/ 50997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KM: () => (/* binding */ isTrouble),
/* harmony export */   Rx: () => (/* binding */ stageLooks),
/* harmony export */   hT: () => (/* binding */ moduleNames),
/* harmony export */   rY: () => (/* binding */ verdicts)
/* harmony export */ });
const stageLooks = {
    passed: { icon: "✅", sign: "✓" },
    failed: { icon: "❌", sign: "✗" },
    warned: { icon: "⚠️", sign: "!" },
    skipped: { icon: "⏭️", sign: "-" },
    disabled: { icon: "⚪", sign: "-" },
    blocked: { icon: "⛔", sign: "-" },
    cancelled: { icon: "🚫", sign: "■" },
    errored: { icon: "💥", sign: "✗" },
};
/** The verdict in words; `error` is never worded as a failed check. */
const verdicts = {
    success: { ...stageLooks.passed, words: "passed" },
    failure: { ...stageLooks.failed, words: "failed" },
    error: { ...stageLooks.errored, words: "could not finish" },
    cancelled: { ...stageLooks.cancelled, words: "was cancelled" },
};
/** The stage ran and found something, or broke: its output and its command are of interest. */
function isTrouble(stage) {
    return ["failed", "warned", "errored", "cancelled"].includes(stage.status);
}
/** The modules that were checked, `example.com/greeter, ./tools`. */
function moduleNames(modules) {
    return modules.map(({ dir, path }) => path ?? dir).join(", ");
}


/***/ }),

/***/ 15169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ nothingCollected),
/* harmony export */   x: () => (/* binding */ assembleReport)
/* harmony export */ });
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57876);

const nothingCollected = { tests: null, coverage: null, artifacts: [], image: null };
/** The whole result of a run, as `report.json` holds it. */
function assembleReport(parts) {
    const { choice, project, inspection, verdict, collected, startedAt, finishedAt } = parts;
    return {
        schemaVersion: _model_js__WEBPACK_IMPORTED_MODULE_0__/* .schemaVersion */ .CZ,
        conclusion: verdict.conclusion,
        reasons: verdict.reasons,
        warnings: parts.warnings,
        engine: { name: choice.name, version: parts.engineVersion, reason: choice.reason },
        project: {
            modules: project.modules.map(({ dir, path }) => ({ dir, path })),
            goVersion: inspection?.goVersion ?? null,
        },
        stages: parts.results,
        tests: collected.tests,
        coverage: collected.coverage,
        artifacts: collected.artifacts,
        image: collected.image,
        cache: parts.cache,
        traceUrl: parts.traceUrl,
        startedAt: startedAt.toISOString(),
        durationMs: Math.max(0, finishedAt.getTime() - startedAt.getTime()),
    };
}


/***/ }),

/***/ 84981:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ checksumsFile),
/* harmony export */   z: () => (/* binding */ checksumLines)
/* harmony export */ });
/** Name of the file beside binaries that `sha256sum --check` reads. */
const checksumsFile = "checksums.txt";
/** Its lines, as `sha256sum` prints them, sorted by name. */
function checksumLines(files) {
    const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
    return sorted.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
}


/***/ }),

/***/ 16428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ failedImage),
/* harmony export */   c0: () => (/* binding */ noImageFacts),
/* harmony export */   o7: () => (/* binding */ reportImage),
/* harmony export */   zZ: () => (/* binding */ dockerfileFindings)
/* harmony export */ });
/** Facts of a step that found out nothing; adapters fill in what they know. */
const noImageFacts = {
    configDigest: null,
    manifestDigest: null,
    platforms: [],
    size: null,
    layers: null,
    base: null,
    tested: null,
    judgement: null,
    references: [],
    tarball: null,
    dockerfileProblems: [],
};
/** Facts of an image that could not be built because of what the repository says. */
function failedImage(reason, dockerfileProblems) {
    return { ...noImageFacts, judgement: { status: "failed", reason }, dockerfileProblems };
}
/**
 * The report's image out of what the steps `image`, `smoke` and `deliver` found out, in this order; null when none was built. `tarball` is the
 * place of the tarball in the report's terms, null when there is none.
 */
function reportImage(name, facts, tarball) {
    const known = facts.filter((found) => found !== null);
    const last = (key) => known.map((found) => found[key]).findLast((value) => value !== null) ?? null;
    const configDigest = last("configDigest");
    if (configDigest === null)
        return null;
    return {
        name,
        tags: known.flatMap((found) => found.references),
        digest: last("manifestDigest") ?? configDigest,
        configDigest,
        platforms: [...(known.findLast((found) => found.platforms.length > 0)?.platforms ?? [])],
        size: last("size"),
        layers: last("layers"),
        base: last("base"),
        tested: last("tested"),
        path: tarball,
    };
}
/** Problems in the Dockerfile as findings; `path` is relative to the repository. */
function dockerfileFindings(facts, path) {
    const severity = facts.judgement?.status === "failed" ? "error" : "warning";
    return facts.dockerfileProblems.map(({ line, message }) => ({
        source: "dockerfile",
        severity,
        path,
        line,
        column: null,
        title: severity === "error" ? "Image does not build" : "Dockerfile check",
        message,
    }));
}


/***/ }),

/***/ 57876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CZ: () => (/* binding */ schemaVersion),
/* harmony export */   Qh: () => (/* binding */ reportSchema)
/* harmony export */ });
/* unused harmony exports stageStatuses, conclusions, findingSchema, stageSchema, failedTestSchema, testPackageSchema, testsSchema, thresholdSchema, coverageSchema, artifactSchema, imageSchema, cacheSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64377);

/**
 * The result of a run as `report.json` holds it. The zod schema is the single source: types are inferred from it and
 * `schema/report.schema.json` is generated from it. Paths are relative to the repository, slashes.
 */
const schemaVersion = 1;
const stageStatuses = [
    "passed",
    "failed",
    "warned",
    "skipped",
    "disabled",
    "blocked",
    "cancelled",
    "errored",
];
const conclusions = ["success", "failure", "error", "cancelled"];
const count = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0);
const findingSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    source: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["deps", "format", "compile", "vet", "test", "race", "coverage", "dockerfile", "smoke"]),
    severity: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["error", "warning"]),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).nullable(),
    column: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).nullable(),
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const stageSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    module: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    platform: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(stageStatuses),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$().nullable(),
    durationMs: count,
    cached: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    findings: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(findingSchema),
    command: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const failedTestSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    durationMs: count.nullable(),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).nullable(),
    /** The test's own output, clipped from the front. */
    output: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    command: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const testPackageSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    importPath: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["passed", "failed", "skipped"]),
    /** Why a package failed without a failing test: build failed, panic, timeout, TestMain … */
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    durationMs: count,
    passed: count,
    failed: count,
    skipped: count,
    failures: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(failedTestSchema),
});
const testsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    passed: count,
    failed: count,
    skipped: count,
    packages: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(testPackageSchema),
});
const percent = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).max(100).nullable();
const thresholdSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    what: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["total", "package"]),
    /** The package; null for the total. */
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** Percent. */
    floor: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    covered: count,
    statements: count,
    met: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
});
const coverageSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    percent,
    covered: count,
    statements: count,
    /** Packages that left no profile: panics, exits, builds that failed. What they cover is in no number here. */
    missing: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** Every limit that was asked for, judged by exact counts; what is missing meets none. */
    thresholds: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(thresholdSchema),
    packages: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ importPath: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), percent, covered: count, statements: count })),
    files: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        percent,
        covered: count,
        statements: count,
        /** Inclusive line ranges that no test reached. */
        uncovered: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1), zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1)])),
    })),
});
const artifactSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    os: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    arch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    variant: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** Import path of the main package. */
    package: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
    size: count,
});
const imageSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    tags: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    digest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    configDigest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    platforms: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    size: count.nullable(),
    layers: count.nullable(),
    base: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    tested: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
});
/** Go's caches on their way between runs; sizes are bytes before compression. */
const cacheSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** Caches of a run with the same go.mod and go.sum files and the same settings were restored. */
    hit: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** Of what was restored, a hit or not; null when nothing was. */
    key: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    restoredBytes: count,
    restoreMs: count,
    saved: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    savedKey: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    savedBytes: count,
    saveMs: count,
    /** Why nothing was restored or nothing was saved. */
    notes: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
});
const reportSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(schemaVersion),
    conclusion: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(conclusions),
    /** Why the run did not succeed, most important first; empty on success. */
    reasons: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    warnings: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    engine: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["dagger", "host"]), version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(), reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    project: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        modules: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ dir: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable() })),
        goVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    }),
    stages: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(stageSchema),
    tests: testsSchema.nullable(),
    coverage: coverageSchema.nullable(),
    artifacts: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(artifactSchema),
    image: imageSchema.nullable(),
    cache: cacheSchema.nullable(),
    traceUrl: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
    durationMs: count,
});


/***/ }),

/***/ 63716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K_: () => (/* binding */ redactPackage),
/* harmony export */   Ms: () => (/* binding */ redactStage),
/* harmony export */   a5: () => (/* binding */ redactReport)
/* harmony export */ });
/** A report without secrets in anything that quotes tools or people; names that the schema fixes, paths and counts stay. */
function redactReport(report, redact) {
    return {
        ...report,
        reasons: report.reasons.map(redact),
        warnings: report.warnings.map(redact),
        engine: { ...report.engine, reason: redact(report.engine.reason) },
        stages: report.stages.map((stage) => redactStage(stage, redact)),
        tests: report.tests === null ? null : redactTests(report.tests, redact),
    };
}
function redactStage(stage, redact) {
    return {
        ...stage,
        reason: stage.reason === null ? null : redact(stage.reason),
        findings: stage.findings.map((finding) => redactFinding(finding, redact)),
        command: redact(stage.command),
    };
}
function redactFinding(finding, redact) {
    return { ...finding, title: redact(finding.title), message: redact(finding.message) };
}
function redactTests(tests, redact) {
    return { ...tests, packages: tests.packages.map((entry) => redactPackage(entry, redact)) };
}
function redactPackage(entry, redact) {
    return {
        ...entry,
        reason: entry.reason === null ? null : redact(entry.reason),
        failures: entry.failures.map((failure) => ({
            ...failure,
            name: redact(failure.name),
            output: redact(failure.output),
            command: redact(failure.command),
        })),
    };
}


/***/ })

};
