export const id = 312;
export const ids = [312];
export const modules = {

/***/ 87677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ requestSchema),
/* harmony export */   U: () => (/* binding */ answerSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** Exactly what the parent writes and reads. */
const requestSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["restore", "save"]),
    /** Name of the directory to restore or save, in the current directory. */
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Restore: beginnings of keys, best first. Save: the key. */
    keys: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).min(1),
    /** Milliseconds until the service has to have said whether it has a cache. */
    lookupLimitMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
});
const answerSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** Restore: what the service has. Save: `accepted` when it gave the client a place, `missed` when it did not; what failed after that is only in the output. */
    lookup: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["accepted", "missed", "late"]),
    /** The whole key of what was restored; null when nothing was. */
    key: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
});


/***/ }),

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
    const request = _github_cache_protocol_js__WEBPACK_IMPORTED_MODULE_2__/* .requestSchema */ .T.parse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(requestPath, "utf8")));
    const answer = await (request.action === "restore" ? restore(request) : save(request));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(requestPath)}/answer.json`, JSON.stringify(answer));
    return 0;
}
/**
 * First a look whether there is a cache, with a limit of its own: the client repeats its question for half a minute while the service answers with errors. The
 * name of the directory is relative, so that it means the same cache wherever a runner keeps its temporary files.
 */
async function restore({ name, keys, lookupLimitMs }) {
    const { restoreCache } = await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(830), __webpack_require__.e(271), __webpack_require__.e(838), __webpack_require__.e(108)]).then(__webpack_require__.bind(__webpack_require__, 47108));
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
    const { saveCache } = await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(830), __webpack_require__.e(271), __webpack_require__.e(838), __webpack_require__.e(108)]).then(__webpack_require__.bind(__webpack_require__, 47108));
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
