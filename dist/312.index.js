export const id = 312;
export const ids = [312];
export const modules = {

/***/ 5312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runCacheClient: () => (/* binding */ runCacheClient)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _github_cache_protocol_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87677);



/**
 * GitHub's cache service by the toolkit's client, as a program of its own: the client takes no abort signal, writes to standard output when it likes, makes red
 * annotations of trouble that is none of the user's, and holds pieces of 128 MB in memory. A child process can be ended at any time, and its output is a file.
 */
/** Does what the request file asks in the current directory and leaves `answer.json` beside the request. Its exit code is 0 whatever the service does. */
async function runCacheClient(requestPath) {
    const request = _github_cache_protocol_js__WEBPACK_IMPORTED_MODULE_2__/* .requestSchema */ .TF.parse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(requestPath, "utf8")));
    const answer = await (request.action === "restore" ? restore(request) : save(request));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(requestPath)}/answer.json`, JSON.stringify(answer));
    return 0;
}
/**
 * First a look whether there is a cache, with a limit of its own: the client repeats its question for half a minute while the service answers with errors. The
 * name of the directory is relative, so that it means the same cache wherever a runner keeps its temporary files.
 */
async function restore({ name, keys, lookupLimitMs }) {
    const { restoreCache } = await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(830), __webpack_require__.e(271), __webpack_require__.e(838), __webpack_require__.e(142)]).then(__webpack_require__.bind(__webpack_require__, 60142));
    // The first key is looked up whole and as a beginning, as the others are.
    const [first = "", ...others] = keys;
    const found = await Promise.race([restoreCache([name], first, others, { lookupOnly: true }), late(lookupLimitMs)]);
    if (found === tooLate)
        return { lookup: "late", key: null };
    if (found === undefined)
        return { lookup: "missed", key: null };
    return { lookup: "accepted", key: (await restoreCache([name], found)) ?? null };
}
async function save({ name, keys: [key = ""] }) {
    const { saveCache } = await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(830), __webpack_require__.e(271), __webpack_require__.e(838), __webpack_require__.e(142)]).then(__webpack_require__.bind(__webpack_require__, 60142));
    const id = await saveCache([name], key);
    return { lookup: id === -1 ? "missed" : "accepted", key: null };
}
const tooLate = Symbol("too late");
function late(limitMs) {
    return new Promise((resolve) => {
        setTimeout(resolve, limitMs, tooLate).unref();
    });
}


/***/ })

};
