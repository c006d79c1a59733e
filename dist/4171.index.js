export const id = 4171;
export const ids = [4171];
export const modules = {

/***/ 64171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openFile: () => (/* binding */ openFile),
/* harmony export */   openerOf: () => (/* binding */ openerOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71877);




/** What opens a file on a system, as a double click would; a text says why nothing would be seen. */
function openerOf(path, env, system) {
    const isSet = (name) => (env[name] ?? "") !== "";
    if (isSet("CI"))
        return "CI is set";
    const cwd = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    // cmd reads its line as a script: the name of the directory, which people choose, stays out of it. The empty title keeps start from taking the name for one.
    if (system === "win32")
        return { file: "cmd", args: ["/d", "/c", "start", '""', (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path)], cwd, verbatim: true };
    if (system === "darwin")
        return { file: "open", args: [path], cwd, verbatim: false };
    if (!isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY"))
        return "neither DISPLAY nor WAYLAND_DISPLAY is set";
    return { file: "xdg-open", args: [path], cwd, verbatim: false };
}
/** Starts what opens the file, on its own, and waits only until it has started. */
async function openFile(path, env, system) {
    const opener = openerOf(path, env, system);
    if (typeof opener === "string")
        return { status: "unavailable", reason: opener };
    const { file, args, cwd, verbatim } = opener;
    try {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, { cwd, env, detached: true, stdio: "ignore", windowsVerbatimArguments: verbatim });
        child.unref();
        await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, "spawn");
        return { status: "opened" };
    }
    catch (error) {
        return { status: "failed", reason: (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error) };
    }
}


/***/ })

};
