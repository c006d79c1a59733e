export const id = 4130;
export const ids = [4130];
export const modules = {

/***/ 94130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   totalCoverage: () => (/* binding */ totalCoverage)
/* harmony export */ });
/* harmony import */ var _go_coverage_lacking_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40373);
/* harmony import */ var _go_coverage_merge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84094);
/* harmony import */ var _go_coverage_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62578);
/* harmony import */ var _go_coverage_threshold_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94045);
/* harmony import */ var _change_coverage_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69412);
/* harmony import */ var _coverage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21242);
/* harmony import */ var _coverage_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77412);
/* harmony import */ var _coverage_for_tools_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(95579);
/* harmony import */ var _missing_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(76125);









/**
 * The coverage of a run with several modules, in the order of the plan: writes the files of `coverage` and holds it against the thresholds.
 * @param absent modules that left nothing: their tests did not run to an end that could be read
 */
async function totalCoverage(modules, absent, bench) {
    const { project } = bench;
    const profiles = modules.flatMap(({ module, share: { profile } }) => profile === null ? [] : [{ module, ...profile }]);
    const merged = (0,_go_coverage_merge_js__WEBPACK_IMPORTED_MODULE_1__/* .mergeProfiles */ .N)(profiles, [...project.modules.map(({ dir }) => dir), ...project.unchecked]);
    const settings = settingsOf(modules);
    const unknown = await packagesOf(absent, project, settings);
    const missing = united([...modules.flatMap(({ coverage }) => coverage?.missing ?? []), ...unknown]);
    const counts = profiles.length === 0 ? null : (0,_go_coverage_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .summarizeCoverage */ .G0)(merged.files);
    const packages = bench.inspection.modules.flatMap((module) => module.packages);
    const change = await (0,_change_coverage_js__WEBPACK_IMPORTED_MODULE_4__/* .changeCoverage */ .j)(merged.files, { ...bench, packages, missing, settings });
    const judged = judge(modules, { counts, missing, patch: change.patch });
    const coverage = (0,_coverage_js__WEBPACK_IMPORTED_MODULE_5__/* .coverageOf */ ._)(counts, missing, judged);
    if (counts !== null && coverage !== null)
        await write(coverage, merged, bench);
    const warnings = merged.differing.length === 0 ? [] : [warningOf(merged.differing)];
    return { ...judged, coverage, change, covered: merged.files, warnings };
}
/** All share the inputs. */
function settingsOf(modules) {
    return (modules[0]?.share.settings ?? {
        limits: { total: null, perPackage: null, perFile: [], patch: null },
        exclude: [],
        excludeGenerated: false,
    });
}
/** Nobody knows what a module holds that Go cannot load: it stands for its packages. */
async function packagesOf(modules, project, settings) {
    const broken = modules.filter(({ problem }) => problem !== null).map(({ dir, path }) => path ?? dir);
    const known = modules.flatMap(({ packages }) => packages);
    return [...broken, ...(await (0,_missing_js__WEBPACK_IMPORTED_MODULE_8__/* .packagesThatCount */ .c5)(known, project, settings))];
}
function united(names) {
    return [...new Set(names)].sort();
}
/** A missed total names what lacks coverage: that is what one looks for. */
function judge(modules, { counts, missing, patch }) {
    const damaged = modules.find(({ share }) => share.problem !== null);
    const problem = damaged === undefined ? null : `${damaged.module}: ${damaged.share.problem}`;
    const { limits } = settingsOf(modules);
    const result = (0,_go_coverage_threshold_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeCoverage */ .o)({ counts, missing, problem, patch }, limits);
    if (result.failedBecause === null || counts === null || limits.total === null)
        return result;
    const own = modules.flatMap(({ module, coverage }) => (coverage === null ? [] : [[module, coverage]]));
    const lacking = [(0,_go_coverage_lacking_js__WEBPACK_IMPORTED_MODULE_0__/* .lackingModules */ .p)(own, limits.total), (0,_go_coverage_lacking_js__WEBPACK_IMPORTED_MODULE_0__/* .lackingPackages */ .f)({ ...counts, missing }, limits.total)];
    const said = [result.failedBecause, ...lacking].filter((part) => part !== null);
    return { ...result, failedBecause: said.join("; ") };
}
async function write(coverage, merged, { output, redactor }) {
    const written = { coverage, ...merged };
    const where = { dir: output.coverage, redactor };
    await (0,_coverage_files_js__WEBPACK_IMPORTED_MODULE_6__/* .writeNumbers */ .W1)(written, where);
    await (0,_coverage_for_tools_js__WEBPACK_IMPORTED_MODULE_7__/* .writeForTools */ .y)(written, where);
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
