export const id = 9795;
export const ids = [9795];
export const modules = {

/***/ 79795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readCoverageBuilds: () => (/* binding */ readCoverageBuilds)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71877);
/* harmony import */ var _group_by_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82221);




/** Names by which covered binaries leave their data: internal/coverage/defs.go and pods.go, Go 1.26.8. */
const metaName = /^covmeta\.([0-9a-f]{32})$/;
const counterName = /^covcounters\.([0-9a-f]{32})\.\d+\.\d+$/;
/**
 * What the directories of `coverage-data` hold, by the build of the binary that left it. Throws UsageError for what nothing can be read from, and for data of
 * several modes, which no tool of Go merges.
 */
async function readCoverageBuilds(directories) {
    const found = await Promise.all(directories.map(listData));
    const problems = found.flatMap(({ problem }) => (problem === null ? [] : [problem]));
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(problems);
    const counters = (0,_group_by_js__WEBPACK_IMPORTED_MODULE_3__/* .groupBy */ .$)(found.flatMap(({ counters }) => counters), ({ hash }) => hash);
    const metas = new Map(found.flatMap(({ metas }) => metas.map((meta) => [meta.hash, meta])));
    const orphans = [...counters].filter(([hash]) => !metas.has(hash));
    if (orphans.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(orphans.map(([, files]) => orphaned(files)));
    const builds = [...counters].map(async ([hash, files]) => {
        const meta = metas.get(hash)?.path ?? "";
        const mode = await modeOf(meta);
        if (mode === null)
            return `coverage-data: ${meta} is no meta-data of coverage that Go 1.26 and 1.27 write`;
        const places = [...new Set(files.map(({ directory }) => directory))];
        return { hash, mode, meta, counters: files.map(({ path }) => path), directories: places };
    });
    return ofOneMode(await Promise.all(builds));
}
async function listData({ text, path }) {
    const entries = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ifThere */ .y)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path, { withFileTypes: true }));
    const files = (entries ?? []).filter((entry) => !entry.isDirectory()).map(({ name }) => name);
    const named = (pattern) => files.flatMap((name) => {
        const hash = pattern.exec(name)?.[1];
        return hash === undefined ? [] : [{ hash, path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name), directory: text }];
    });
    const [metas, counters] = [named(metaName), named(counterName)];
    return { metas, counters, problem: entries === null ? missing(text) : emptiness(text, files, { metas, counters }) };
}
function missing(text) {
    return `coverage-data: ${JSON.stringify(text)} is not a directory`;
}
/** Why a directory has nothing to read; null: it has. */
function emptiness(text, files, found) {
    const name = `coverage-data: ${JSON.stringify(text)}`;
    if (found.counters.length > 0)
        return null;
    if (found.metas.length > 0) {
        return `${name} has no counters (covcounters.*): the binaries did not run to their end, or ended by a signal that they do not handle`;
    }
    return files.length === 0
        ? `${name} is empty: run binaries built by \`go build -cover\` with GOCOVERDIR naming it`
        : `${name} has no data of coverage (covmeta.* and covcounters.*)`;
}
function orphaned(files) {
    const [first] = files;
    const where = [...new Set(files.map(({ directory }) => directory))].join(", ");
    return `coverage-data: ${where}: the counters of build ${first?.hash ?? ""} are of another build than the meta-data there: its covmeta.${first?.hash ?? ""} is missing`;
}
/** Where `MetaFileHeader` has its counter mode, behind magic, version, lengths, hash and string table. */
const modeAt = 48;
const modes = [undefined, "set", "count", "atomic"];
/** null when the file does not begin as meta-data does. */
async function modeOf(path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path);
    try {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(modeAt + 1), 0, modeAt + 1, 0);
        const isMeta = bytesRead === modeAt + 1 && buffer.toString("latin1", 0, 4) === "\0cvm";
        return isMeta ? (modes[buffer[modeAt] ?? 0] ?? null) : null;
    }
    finally {
        await file.close();
    }
}
function ofOneMode(builds) {
    const problems = builds.filter((build) => typeof build === "string");
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(problems);
    const read = builds.filter((build) => typeof build !== "string");
    const byMode = (0,_group_by_js__WEBPACK_IMPORTED_MODULE_3__/* .groupBy */ .$)(read, ({ mode }) => mode);
    if (byMode.size <= 1)
        return read;
    const named = [...byMode].map(([mode, of]) => `${mode} (${[...new Set(of.flatMap((one) => one.directories))].join(", ")})`);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb([
        `coverage-data: the data has several modes, ${named.join(" and ")}, which cannot be added up; build all binaries with one \`-covermode\``,
    ]);
}


/***/ })

};
