export const id = 282;
export const ids = [282];
export const modules = {

/***/ 282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyTree: () => (/* binding */ copyTree)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71877);
/* harmony import */ var _files_tree_changes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(98686);
/* harmony import */ var _project_git_directory_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(89872);
/* harmony import */ var _project_in_slices_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(94983);
/* harmony import */ var _project_tree_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(51280);
/* harmony import */ var _project_walk_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(66605);
/* harmony import */ var _text_paths_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(60938);











/** Copies every file of the working tree, what git ignores too: a generator may need it. What git ignores is not compared. null: the signal came before it was whole. */
async function copyTree(request) {
    const { root, to, without, signal } = request;
    const { tracked, untracked, ignored } = await (0,_project_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .listTree */ .n)(root);
    const style = (0,_text_paths_js__WEBPACK_IMPORTED_MODULE_9__/* .pathStyle */ .Ls)(process.platform);
    const comes = (path) => !without.some((left) => (0,_text_paths_js__WEBPACK_IMPORTED_MODULE_9__/* .isInside */ .FK)(left, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path), style));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(to, { recursive: true });
    const skipped = new Set(ignored);
    for (const path of [...tracked, ...untracked, ...ignored].filter(comes)) {
        if (signal.aborted)
            return null;
        await copyEntry(root, to, path, skipped.has(path) ? unreadable : gone);
    }
    if (request.git)
        await copyGit(root, to, request.whole === true);
    const compared = request.uncompared === true ? [] : [...tracked, ...untracked].filter(comes);
    const before = await entriesOf(to, compared);
    return {
        root: to,
        changes: async (resultDir) => {
            const now = await (0,_project_walk_js__WEBPACK_IMPORTED_MODULE_8__/* .walk */ .GG)(to);
            const found = [...now.untracked, ...now.ignored].filter((path) => !path.endsWith("/") && !skipped.has(path));
            await writeChanges(to, resultDir, before, await entriesOf(to, [...new Set([...found, ...before.keys()])]));
        },
    };
}
async function writeChanges(root, resultDir, before, after) {
    const changed = (0,_files_tree_changes_js__WEBPACK_IMPORTED_MODULE_5__/* .compareLists */ .tM)(before, after);
    const only = (entries) => new Map([...entries].filter(([path]) => changed.some((change) => change.path === path)));
    for (const { path, after: kind } of changed) {
        if (kind !== "-" && kind !== "x")
            continue;
        const content = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(resultDir, _files_tree_changes_js__WEBPACK_IMPORTED_MODULE_5__/* .treeFiles */ .CU.content, path);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(content), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.copyFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path), content);
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(resultDir, _files_tree_changes_js__WEBPACK_IMPORTED_MODULE_5__/* .treeFiles */ .CU.before), (0,_files_tree_changes_js__WEBPACK_IMPORTED_MODULE_5__/* .listText */ .so)(only(before)));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(resultDir, _files_tree_changes_js__WEBPACK_IMPORTED_MODULE_5__/* .treeFiles */ .CU.after), (0,_files_tree_changes_js__WEBPACK_IMPORTED_MODULE_5__/* .listText */ .so)(only(after)));
}
/** Something else at work in the repository has removed it meanwhile. */
const gone = ["ENOENT"];
/** What git ignores may be another user's as well, as what a container has left behind. */
const unreadable = [...gone, "EACCES", "EPERM"];
/**
 * A link that leads to the repository by an absolute path leads into the copy. Sockets and the like stay behind, and what fails with one of the codes
 * `without`.
 */
async function copyEntry(root, to, path, without) {
    const [from, target] = [(0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(to, path)];
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(from, { throwIfNoEntry: false });
    if (stat === undefined || !(stat.isFile() || stat.isSymbolicLink()))
        return;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(target), { recursive: true });
    try {
        if (stat.isFile())
            return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.copyFile)(from, target, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.COPYFILE_FICLONE);
        const leads = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readlink)(from);
        const own = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(leads) && (0,_text_paths_js__WEBPACK_IMPORTED_MODULE_9__/* .isInside */ .FK)(root, leads, (0,_text_paths_js__WEBPACK_IMPORTED_MODULE_9__/* .pathStyle */ .Ls)(process.platform));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.symlink)(own ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(to, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(root, leads)) : leads, target);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasCode */ .up)(error, ...without))
            throw error;
    }
}
/** Commit, tags, branches and index, as the container engine gets them too. Objects are read where they are, and new ones are written to the copy. */
async function copyGit(root, to, whole) {
    const parts = await (0,_project_git_directory_js__WEBPACK_IMPORTED_MODULE_6__/* .readGitDirectory */ .I)(root);
    if ("problem" in parts)
        return;
    const git = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(to, ".git");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(git, "objects/info"), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(git, "refs"), { recursive: true });
    const objects = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parts.common, "objects");
    if (whole)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.cp)(objects, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(git, "objects"), { recursive: true });
    else
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(git, "objects/info/alternates"), `${objects.replaceAll("\\", "/")}\n`);
    for (const name of ["refs", "packed-refs", "shallow", "reftable", "info"]) {
        await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ifThere */ .y)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.cp)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parts.common, name), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(git, name), { recursive: true }));
    }
    await copyIndex(parts, git);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(git, "HEAD"), parts.head);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(git, "config"), parts.config);
}
/** There is none before the first commit. */
async function copyIndex({ index }, git) {
    await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ifThere */ .y)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.copyFile)(index, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(git, "index")));
}
async function entriesOf(root, paths) {
    const found = await (0,_project_in_slices_js__WEBPACK_IMPORTED_MODULE_10__/* .inSlices */ .Z)(paths, (path) => entryOf((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path)));
    return new Map(paths.flatMap((path, index) => {
        const entry = found[index];
        return entry === undefined || entry === null ? [] : [[path, entry]];
    }));
}
function entryOf(path) {
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
    if (stat?.isSymbolicLink())
        return { kind: "l", digest: digest((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)(path)) };
    if (stat?.isFile() !== true)
        return null;
    return { kind: (stat.mode & 0o100) === 0 ? "-" : "x", digest: digest((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path)) };
}
function digest(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(content).digest("hex");
}


/***/ }),

/***/ 89872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ readGitDirectory)
/* harmony export */ });
/* unused harmony export storageConfig */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41086);



/** Asks git for the parts; null with `problem` when there is no repository to ask. */
async function readGitDirectory(root) {
    const ask = (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .gitAt */ .c8)(root);
    const paths = await ask("rev-parse", "--path-format=absolute", "--git-common-dir", "--git-path", "index", "--git-path", "HEAD");
    if (!paths.ok)
        return { problem: paths.problem };
    const [common, index, head] = paths.stdout.split("\n");
    if (common === undefined || index === undefined || head === undefined)
        return { problem: "git gave no answer" };
    const listed = await ask("config", "--file", (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(common, "config"), "--list", "-z");
    if (!listed.ok)
        return { problem: listed.problem };
    return { common, index, head: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(head, "utf8"), config: storageConfig((0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .splitNul */ .K5)(listed.stdout)) };
}
/** Sections that say how objects and files are stored, and of `core` only what bears on the content of files. */
const harmless = /^(?:extensions\.[\w.-]+|core\.(?:repositoryformatversion|filemode|symlinks|ignorecase|precomposeunicode|autocrlf|eol|safecrlf))$/i;
/** The harmless settings of `git config --list -z` (`key\nvalue`) as a configuration file. */
function storageConfig(settings) {
    const lines = settings.flatMap((setting) => {
        const [key = "", value = "true"] = setting.split("\n");
        if (!harmless.test(key))
            return [];
        const dot = key.indexOf(".");
        return [`[${key.slice(0, dot)}]\n\t${key.slice(dot + 1)} = ${JSON.stringify(value)}\n`];
    });
    return lines.join("");
}


/***/ })

};
