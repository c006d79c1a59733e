export const id = 2720;
export const ids = [2720];
export const modules = {

/***/ 45834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ notReusable),
/* harmony export */   Qi: () => (/* binding */ keyParts),
/* harmony export */   TN: () => (/* binding */ keyOf)
/* harmony export */ });
/* harmony import */ var _go_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84080);
/* harmony import */ var _project_gomod_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60008);
/* harmony import */ var _text_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60938);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58924);




/** Raised when the meaning of a key or the form of an entry changes. */
const formatVersion = 3;
function keyParts(step, facts) {
    return {
        formatVersion,
        stage: step.stage,
        sources: facts.sources,
        toolchain: facts.toolchain,
        environment: (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .o)(relevantEnvironment(facts)),
        commands: (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .o)([step.module, step.program, step.commands, step.lfCopies, step.stopAtFirstFailure]),
    };
}
function keyOf(parts) {
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .o)(parts);
}
/**
 * Everything that `go env` knows, whichever way it was set, and all variables by which Go, its tools and a C compiler are told something
 * (https://pkg.go.dev/cmd/go#hdr-Environment_variables). GOGCCFLAGS holds the name of a temporary directory.
 */
function relevantEnvironment({ goEnv, env }) {
    const known = Object.entries(goEnv).filter(([name]) => name !== "GOGCCFLAGS");
    const named = /^(GO|CGO_|CC$|CXX$|FC$|AR$|PKG_CONFIG|LD_|C_INCLUDE_PATH|CPLUS_INCLUDE_PATH|CPATH|LIBRARY_PATH|SOURCE_DATE_EPOCH$)/;
    const given = Object.entries(env).filter(([name]) => named.test(name));
    return [...known, ...given].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
/** Why no result may be reused here: something decides it that the key does not hold. null when nothing does. */
function notReusable({ goEnv, root, moduleFiles }) {
    const gowork = goEnv["GOWORK"] ?? "";
    if (goEnv["GO111MODULE"] === "off")
        return "GO111MODULE is off";
    if (gowork !== "" && gowork !== "off" && !(0,_text_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .isInside */ .FK)(root, gowork, (0,_text_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .styleOf */ .Vj)(root)))
        return "go.work lies outside the repository";
    if (moduleFiles.some(({ path, content }) => (0,_project_gomod_js__WEBPACK_IMPORTED_MODULE_1__/* .namesOutside */ .Y6)(path, content)))
        return "go.mod or go.work names a directory outside the repository";
    if (moduleFiles.some(({ content }) => namesGit(content)))
        return "go.mod or go.work names a directory of git";
    const strange = (0,_go_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .flagWords */ .GK)(goEnv["GOFLAGS"] ?? "").find((flag) => !harmlessFlag.test(flag));
    return strange === undefined ? null : `GOFLAGS has ${strange}`;
}
/** Flags that name no file or program; others, such as -toolexec, -overlay or -modfile, let something decide that is no source. */
const harmlessFlag = /^--?(mod=(mod|readonly|vendor)|trimpath(=\w+)?|buildvcs(=\w+)?|tags=[^/]*|p=\d+|v|x|race(=\w+)?|modcacherw(=\w+)?|count=\d+|short(=\w+)?)$/;
/** What lies in `.git` is no source, whatever lies there. */
function namesGit(content) {
    return /(^|[\s"`/\\])\.git([/\\"`\s]|$)/m.test(content.replaceAll(/\/\/.*$/gm, ""));
}


/***/ }),

/***/ 82720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ResultStore: () => (/* binding */ ResultStore)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64377);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71877);
/* harmony import */ var _files_move_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12823);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45834);






const entrySchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    key: zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
        formatVersion: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig(),
        stage: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
        sources: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
        toolchain: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
        environment: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
        commands: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    }),
    madeAt: zod__WEBPACK_IMPORTED_MODULE_6__/* .datetime */ .w$(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().nonnegative(),
    commands: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ durationMs: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().nonnegative() })),
    files: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), size: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig(), mtimeMs: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig() })),
});
/** Begins the names of directories that are no entries yet. */
const unfinished = ".new-";
/** Passed results by key, on this machine, for this user. Nothing in it is needed: whatever does not fit is as if it were not there. */
class ResultStore {
    #root;
    /** `root`: absolute, may not exist yet. */
    constructor(root) {
        this.#root = root;
    }
    /** Brings the files of an entry to an empty directory; null when there is none, or when one of its files is not what it was. */
    async take(parts, into) {
        const dir = this.#dir(parts);
        const entry = await readEntry((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, "entry.json"));
        if (entry === null || (0,_key_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(entry.key) !== (0,_key_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(parts))
            return null;
        for (const file of entry.files) {
            const source = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, "files", file.path);
            const target = await parentMade((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(into, file.path));
            if ((await isUntouched(source, file)) && (await isTaken(source, target)))
                continue;
            await emptyDirectory(into);
            return null;
        }
        const now = new Date();
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.utimes)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, "entry.json"), now, now);
        return entry;
    }
    /** Takes what a step left in `from` and answers how to make an entry of it; until then nobody finds it. */
    async stage(parts, from, facts) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(this.#root, { recursive: true, mode: 0o700 });
        const dir = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.#root, `${unfinished}${process.pid}-${(0,_key_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(parts)}`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(dir, { recursive: true, force: true });
        const paths = await listFiles(from, "");
        for (const path of paths)
            await (0,_files_move_js__WEBPACK_IMPORTED_MODULE_3__/* .linkOrCopy */ .L7)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(from, path), await parentMade((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, "files", path)));
        return {
            keep: async () => {
                const files = await Promise.all(paths.map(async (path) => describeFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, "files"), path)));
                const entry = { key: parts, madeAt: new Date().toISOString(), ...facts, files };
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, "entry.json"), JSON.stringify(entry));
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(this.#dir(parts), { recursive: true, force: true });
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(dir, this.#dir(parts));
            },
            drop: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(dir, { recursive: true, force: true }),
        };
    }
    /** Removes what was not used for a week, then the least recently used until the rest fits, and what runs that died left unfinished. */
    async trim(limits = defaultLimits) {
        const found = await this.#entries();
        let bytes = 0;
        for (const { dir, usedAt, size } of found.sort((a, b) => b.usedAt - a.usedAt)) {
            bytes += size;
            const old = Date.now() - usedAt > limits.unusedMs;
            if (old || bytes > limits.bytes)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(dir, { recursive: true, force: true });
        }
    }
    async #entries() {
        const found = [];
        for (const name of await namesIn(this.#root)) {
            const dir = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.#root, name);
            const whole = !name.startsWith(unfinished);
            const entry = whole ? await readEntry((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, "entry.json")) : null;
            const usedAt = (await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ifThere */ .y)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(whole ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, "entry.json") : dir)))?.mtimeMs ?? 0;
            found.push({ dir, usedAt, size: entry?.files.reduce((sum, file) => sum + file.size, 0) ?? 0 });
        }
        return found;
    }
    #dir(parts) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.#root, (0,_key_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(parts));
    }
}
/** Room for the binaries of some dozens of states; a week as Go's own cache keeps for five days what nobody uses (cmd/go/internal/cache, trimLimit). */
const defaultLimits = { bytes: 2_000_000_000, unusedMs: 7 * 24 * 3_600_000 };
async function readEntry(path) {
    try {
        const parsed = entrySchema.safeParse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8")));
        return parsed.success ? parsed.data : null;
    }
    catch (error) {
        if (error instanceof SyntaxError || (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, "ENOENT", "ENOTDIR"))
            return null;
        throw error;
    }
}
/** False when the file is not there: another run may just be removing the entry. Nobody writes to result directories any more, so a link will do. */
async function isTaken(from, to) {
    return (await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ifThere */ .y)((0,_files_move_js__WEBPACK_IMPORTED_MODULE_3__/* .linkOrCopy */ .L7)(from, to).then(() => true))) ?? false;
}
async function parentMade(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    return path;
}
async function describeFile(root, path) {
    const { size, mtimeMs } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path));
    return { path, size, mtimeMs };
}
/** By size and time, as Go's own cache trusts its files: reading hundreds of megabytes of binaries would cost more than some links. */
async function isUntouched(path, { size, mtimeMs }) {
    const now = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ifThere */ .y)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path));
    return now?.size === size && now.mtimeMs === mtimeMs;
}
/** Regular files below `dir`, relative to it. */
async function listFiles(root, below) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, below), { withFileTypes: true });
    const lists = entries.map(async (entry) => {
        const path = below === "" ? entry.name : `${below}/${entry.name}`;
        if (entry.isDirectory())
            return listFiles(root, path);
        return entry.isFile() ? [path] : [];
    });
    return (await Promise.all(lists)).flat();
}
async function emptyDirectory(dir) {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(dir))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, name), { recursive: true, force: true });
}
/** Empty for a directory that is not there; what is no directory in its place is an error of this machine. */
async function namesIn(dir) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(dir);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, "ENOENT"))
            return [];
        throw error;
    }
}


/***/ })

};
