export const id = 721;
export const ids = [721];
export const modules = {

/***/ 62721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  totalCoverage: () => (/* binding */ totalCoverage)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/go/coverage/lacking.js
var coverage_lacking = __webpack_require__(40373);
// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
// EXTERNAL MODULE: ./build/stage/src/go/coverage/blocks.js
var coverage_blocks = __webpack_require__(13474);
;// CONCATENATED MODULE: ./build/stage/src/go/coverage/merge.js



/**
 * One profile of several, in the order of the plan. A file is what lies at its path, whatever profiles call it. Blocks are added where all profiles
 * have the same of a file; where they differ (another Go, other build tags) only the profile of the module that the file lies in counts, of a file of none of them the first.
 * Of modes, `set` beats the others: what was only set cannot be summed with what was counted.
 * @param modules directories of all modules of the repository
 */
function mergeProfiles(profiles, modules) {
    const modes = profiles.map(({ mode }) => mode).filter((mode) => mode !== null);
    const mode = modes.includes("set") ? "set" : (modes[0] ?? null);
    const dirs = new Set(modules);
    const differing = [];
    const files = [];
    for (const [path, [first, ...others]] of partsByFile(profiles)) {
        if (first === undefined)
            continue;
        const parts = [first, ...others];
        const own = parts.find(({ module }) => module === ownerOf(first, dirs)) ?? first;
        if (others.every((part) => isSame(first, part)))
            files.push(...summed(own, parts, mode ?? "set"));
        else {
            files.push(...own.files);
            const left = parts.filter((part) => part !== own).map(({ module }) => module);
            differing.push({ path, counted: own.module, others: left });
        }
    }
    return { mode, files: withOwnNames(files), differing };
}
function partsByFile(profiles) {
    const found = new Map();
    for (const { module, files } of profiles) {
        for (const [path, group] of (0,group_by/* groupBy */.$)(files, identityOf)) {
            const parts = found.get(path);
            if (parts === undefined)
                found.set(path, [{ module, files: group }]);
            else
                parts.push({ module, files: group });
        }
    }
    return found;
}
/** Before Go 1.27 the lines of a file with directives are those of another one; where it comes from is the same. */
function identityOf({ origins, path, name }) {
    const [origin] = origins;
    return origins.length === 1 && origin !== undefined ? origin : (path ?? name);
}
/** The innermost module that holds the file; null for none. */
function ownerOf({ files: [file] }, modules) {
    if (file === undefined || file.path === null)
        return null;
    let dir = external_node_path_.posix.dirname(identityOf(file));
    while (!modules.has(dir)) {
        if (dir === "." || dir === "/")
            return null;
        dir = external_node_path_.posix.dirname(dir);
    }
    return dir;
}
function isSame(one, other) {
    if (one.files.length !== other.files.length)
        return false;
    const blocks = new Map(other.files.map((file) => [file.name, file.blocks]));
    return one.files.every((file) => hasSameBlocks(file.blocks, blocks.get(file.name)));
}
function hasSameBlocks(some, others) {
    if (others === undefined || some.size !== others.size)
        return false;
    const sum = blocksOf(some);
    for (const block of others)
        if (!sum.add(block, "set"))
            return false;
    return sum.size === some.size;
}
function blocksOf(blocks) {
    const copy = new coverage_blocks/* FileBlocks */.X();
    for (const block of blocks)
        copy.add(block, "set");
    return copy;
}
function summed(own, parts, mode) {
    if (parts.length === 1)
        return own.files;
    return own.files.map((file) => {
        const blocks = new coverage_blocks/* FileBlocks */.X();
        const same = parts.flatMap((part) => part.files.filter(({ name }) => name === file.name));
        for (const found of same)
            for (const block of found.blocks)
                blocks.add(block, mode);
        return { ...file, blocks };
    });
}
/** Two modules may have one path, and so may their files: the second is then named by its place, which `go tool cover` understands too. */
function withOwnNames(files) {
    const taken = new Map();
    const named = files.map((file) => {
        const identity = identityOf(file);
        const first = taken.get(file.name) ?? identity;
        taken.set(file.name, first);
        return first === identity || file.path === null ? file : { ...file, name: `./${file.path}` };
    });
    return named.sort((a, b) => (a.name < b.name ? -1 : 1));
}

// EXTERNAL MODULE: ./build/stage/src/go/coverage/summary.js + 1 modules
var summary = __webpack_require__(51054);
// EXTERNAL MODULE: ./build/stage/src/go/coverage/threshold.js
var threshold = __webpack_require__(94045);
// EXTERNAL MODULE: ./build/stage/src/collect/coverage.js + 4 modules
var collect_coverage = __webpack_require__(32563);
// EXTERNAL MODULE: ./build/stage/src/collect/coverage-files.js + 4 modules
var coverage_files = __webpack_require__(85882);
// EXTERNAL MODULE: ./build/stage/src/collect/missing.js
var missing = __webpack_require__(76125);
;// CONCATENATED MODULE: ./build/stage/src/collect/total-coverage.js








/**
 * The coverage of a run with several modules, in the order of the plan: writes `coverage/coverage.{out,html,json}` and holds it against the thresholds.
 * @param absent modules that left nothing: their tests did not run to an end that could be read
 */
async function totalCoverage(modules, absent, bench) {
    const { project } = bench;
    const profiles = modules.flatMap(({ module, share: { profile } }) => profile === null ? [] : [{ module, ...profile }]);
    const merged = mergeProfiles(profiles, [...project.modules.map(({ dir }) => dir), ...project.unchecked]);
    const unknown = await packagesOf(absent, project, settingsOf(modules));
    const missing = united([...modules.flatMap(({ coverage }) => coverage?.missing ?? []), ...unknown]);
    const counts = profiles.length === 0 ? null : (0,summary/* summarizeCoverage */.G0)(merged.files);
    const judged = judge(modules, { counts, missing });
    const coverage = (0,collect_coverage/* coverageOf */._)(counts, missing, judged);
    if (counts !== null && coverage !== null)
        await write(coverage, merged, bench);
    return { ...judged, coverage, warnings: merged.differing.length === 0 ? [] : [warningOf(merged.differing)] };
}
/** All share the inputs. */
function settingsOf(modules) {
    return (modules[0]?.share.settings ?? {
        limits: { total: null, perPackage: null, perFile: [] },
        exclude: [],
        excludeGenerated: false,
    });
}
/** Nobody knows what a module holds that Go cannot load: it stands for its packages. */
async function packagesOf(modules, project, settings) {
    const broken = modules.filter(({ problem }) => problem !== null).map(({ dir, path }) => path ?? dir);
    const known = modules.flatMap(({ packages }) => packages);
    return [...broken, ...(await (0,missing/* packagesThatCount */.c5)(known, project, settings))];
}
function united(names) {
    return [...new Set(names)].sort();
}
/** A missed total names what lacks coverage: that is what one looks for. */
function judge(modules, { counts, missing }) {
    const damaged = modules.find(({ share }) => share.problem !== null);
    const problem = damaged === undefined ? null : `${damaged.module}: ${damaged.share.problem}`;
    const { limits } = settingsOf(modules);
    const result = (0,threshold/* judgeCoverage */.o)({ counts, missing, problem }, limits);
    if (result.failedBecause === null || counts === null || limits.total === null)
        return result;
    const own = modules.flatMap(({ module, coverage }) => (coverage === null ? [] : [[module, coverage]]));
    const lacking = [(0,coverage_lacking/* lackingModules */.p)(own, limits.total), (0,coverage_lacking/* lackingPackages */.f)({ ...counts, missing }, limits.total)];
    const said = [result.failedBecause, ...lacking].filter((part) => part !== null);
    return { ...result, failedBecause: said.join("; ") };
}
async function write(coverage, merged, bench) {
    const { project, output, redactor } = bench;
    const written = { coverage, ...merged };
    const where = { dir: output.coverage, redactor };
    await (0,coverage_files/* writeNumbers */.W1)(written, where);
    await (0,coverage_files/* writePage */.xv)(written, (0,external_node_path_.basename)(project.root), project, where);
}
/** Files that a warning names one by one; coverage.json has all. */
const maxNamed = 10;
function warningOf(differing) {
    const named = differing
        .slice(0, maxNamed)
        .map(({ path, counted, others }) => `${path} (that of ${counted}, not of ${others.join(", ")})`);
    const more = differing.length - named.length;
    const names = `${named.join(", ")}${more > 0 ? `, and ${more} more (coverage/coverage.json)` : ""}`;
    return `Coverage: the profiles of several modules have different blocks for the same file, so that only one counts: ${names}. Another Go or other build tags do that.`;
}


/***/ })

};
