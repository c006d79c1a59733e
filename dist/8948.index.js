export const id = 8948;
export const ids = [8948];
export const modules = {

/***/ 82152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ writeFixed)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71877);
/* harmony import */ var _text_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60938);




/**
 * Makes a file below `root` what it is to become, as `git apply` would by fix.patch. Answers why it did not; null: it did.
 */
async function writeFixed(root, { path, before, after, modes }) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path);
    const stat = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ifThere */ .y)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(file));
    if (stat !== null && !stat.isFile())
        return "it is no regular file";
    const now = stat === null ? null : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8");
    if (now !== before)
        return "it has changed since";
    if (after === null) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(file);
        return null;
    }
    const leadsOut = await wayOut(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file));
    if (leadsOut)
        return "it lies behind a link that leads out of the repository";
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
    if (after !== before)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, after);
    if (modes.after !== null && modes.after !== modes.before)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(file, modes.after === "100755" ? 0o755 : 0o644);
    return null;
}
/** Whether the nearest directory that is there lies elsewhere. */
async function wayOut(root, dir) {
    const real = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ifThere */ .y)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(dir));
    if (real === null)
        return await wayOut(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(dir));
    return !(0,_text_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .isInside */ .FK)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(root), real, (0,_text_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .pathStyle */ .Ls)(process.platform));
}


/***/ }),

/***/ 15284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ outsideHistory)
/* harmony export */ });
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41086);

/** Paths relative to the repository at `root`; git looks into no checkout. */
async function outsideHistory(root) {
    const ask = (...args) => (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)({ root, cwd: root, args: ["ls-files", "-z", ...args] });
    const [tracked, others] = await Promise.all([ask("--stage"), ask("--others", "--exclude-standard")]);
    if (!tracked.ok)
        return tracked;
    if (!others.ok)
        return others;
    const submodules = (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .splitNul */ .K5)(tracked.stdout).filter((entry) => entry.startsWith("160000 "));
    const untracked = (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .splitNul */ .K5)(others.stdout);
    // A checkout that is not tracked is one entry with a slash at its end.
    const checkouts = untracked.filter((path) => path.endsWith("/")).map((path) => path.slice(0, -1));
    return {
        ok: true,
        untracked: untracked.filter((path) => !path.endsWith("/")),
        checkouts: [...new Set([...submodules.map((entry) => entry.slice(entry.indexOf("\t") + 1)), ...checkouts])],
    };
}


/***/ }),

/***/ 18948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  conclude: () => (/* binding */ conclude),
  concludeBroken: () => (/* binding */ concludeBroken)
});

// EXTERNAL MODULE: ./build/stage/src/files/write-fixed.js
var write_fixed = __webpack_require__(82152);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/project/git.js
var git = __webpack_require__(41086);
// EXTERNAL MODULE: ./build/stage/src/project/outside-history.js
var outside_history = __webpack_require__(15284);
// EXTERNAL MODULE: ./build/stage/src/project/walk.js
var walk = __webpack_require__(66605);
;// CONCATENATED MODULE: ./build/stage/src/project/uncommitted.js





/** More do not fit on every command line: then git is asked for all that it knows of. */
const mostPaths = 200;
/**
 * Which of the paths, relative to the repository at `root`, have changes that are not committed, or are there and not tracked; none where there is no
 * repository. What lies in a submodule, or in a checkout of its own, is for its own git to say; where it has none, nobody knows, and it counts. Throws EnvironmentError when git cannot be asked.
 */
async function uncommitted(root, paths) {
    if (paths.length === 0 || !(await isRepository(root)))
        return [];
    const outside = await (0,outside_history/* outsideHistory */.E)(root);
    if (!outside.ok)
        throw unknown(outside.problem);
    const found = new Set();
    let own = paths;
    for (const dir of outside.checkouts) {
        const inside = own.filter((path) => path.startsWith(`${dir}/`)).map((path) => path.slice(dir.length + 1));
        if (inside.length === 0)
            continue;
        own = own.filter((path) => !path.startsWith(`${dir}/`));
        for (const path of await uncommittedInside((0,external_node_path_.join)(root, dir), inside))
            found.add(`${dir}/${path}`);
    }
    for (const path of await uncommittedOwn(root, own))
        found.add(path);
    return paths.filter((path) => found.has(path));
}
async function uncommittedInside(root, paths) {
    return (await isRepository(root)) ? uncommitted(root, paths) : paths;
}
async function uncommittedOwn(root, paths) {
    if (paths.length === 0)
        return [];
    const specs = paths.length > mostPaths ? [] : ["--", ...paths.map((path) => `:(literal)${path}`)];
    const args = ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", ...specs];
    const answer = await (0,git/* git */.$Y)({ root, cwd: root, args });
    if (!answer.ok)
        throw unknown(answer.problem);
    const changed = new Set((0,git/* splitNul */.K5)(answer.stdout).map((entry) => entry.slice("XY ".length)));
    return paths.filter((path) => changed.has(path));
}
function isRepository(root) {
    return (0,walk/* exists */.t2)((0,external_node_path_.join)(root, ".git"));
}
function unknown(problem) {
    return new errors/* EnvironmentError */.eG(`git does not say whether files have uncommitted changes: ${problem}.`, "Apply fix.patch in the output directory yourself.");
}

// EXTERNAL MODULE: ./build/stage/src/report/errors.js
var report_errors = __webpack_require__(67172);
// EXTERNAL MODULE: ./build/stage/src/text/format.js
var format = __webpack_require__(66055);
// EXTERNAL MODULE: ./build/stage/src/text/sanitize.js + 1 modules
var sanitize = __webpack_require__(92077);
;// CONCATENATED MODULE: ./build/stage/src/run/conclude-fix.js





/** Applies what the stages of a run would change. 0: it is done, or nothing was to do; 1: something failed; 2: a file has changes of its own; 3, 130 as in a run. */
async function conclude(run, { collected, results, output }) {
    await output.clean();
    if (run.signal.aborted)
        return 130;
    const { fix } = collected;
    const { root } = run.project;
    // Their changes could not be told from ours afterwards.
    const dirty = await uncommitted(root, fix.files.map(({ path }) => path));
    for (const path of dirty)
        run.platform.error((0,sanitize/* sanitizeLine */.g$)(dirtyWords(path, output.relative(output.fixPatch))));
    if (dirty.length > 0)
        return 2;
    const skipped = await apply(root, fix);
    for (const { path, why } of skipped)
        run.platform.error((0,sanitize/* sanitizeLine */.g$)(`fix: ${path} stays as it is: ${why}`));
    const left = new Set(skipped.map(({ path }) => path));
    sayDone(run, fix.files.map(({ path }) => path).filter((path) => !left.has(path)));
    return exitCode(run, fix, results, skipped.length);
}
/** What broke before there was a plan. */
async function concludeBroken(run, error) {
    if (error !== null)
        run.platform.error((0,report_errors/* reasonOf */.A3)(error));
    return run.signal.aborted ? 130 : 3;
}
/** Writes the files by itself: it needs no git for that. */
async function apply(root, { files }) {
    const skipped = [];
    for (const file of files) {
        const why = await (0,write_fixed/* writeFixed */.y)(root, file);
        if (why !== null)
            skipped.push({ path: file.path, why });
    }
    return skipped;
}
function dirtyWords(path, patch) {
    return `fix: ${path} has uncommitted changes. Nothing was changed: commit or stash them, or apply ${patch} yourself.`;
}
function sayDone({ platform }, paths) {
    platform.log(paths.length === 0 ? "fix: nothing to change" : `fix: ${(0,format/* plural */.LS)(paths.length, "file")} changed`);
    for (const path of paths)
        platform.log((0,sanitize/* sanitizeLine */.g$)(`  ${path}`));
}
function exitCode(run, fix, results, skipped) {
    const preparing = new Set(run.gates.filter(({ fixes }) => fixes === "first").map(({ name }) => name));
    const broken = results.filter(({ status }) => status === "errored");
    const mended = new Set(fix.mends);
    const failed = results.filter(({ id, gate, status }) => (status === "blocked" || ((status === "warned" || status === "failed") && !preparing.has(gate))) &&
        !mended.has(id));
    for (const { id, reason } of [...broken, ...failed]) {
        run.platform.error((0,sanitize/* sanitizeLine */.g$)(`fix: ${id} failed: ${reason ?? "it did not run to its end"}`));
    }
    if (broken.length > 0)
        return 3;
    return failed.length + fix.lacks.length + skipped > 0 ? 1 : 0;
}


/***/ })

};
