export const id = 5312;
export const ids = [5312];
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
    /** Name of the directory to save, in the current directory. */
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    key: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const answerSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** The service gave the client a place; what failed after that is only in the output. */
    accepted: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
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
 * Saving by the toolkit's client, as a program of its own: the client takes no abort signal, writes to standard output when it likes, makes red annotations of
 * trouble that is none of the user's, and holds pieces of 128 MB in memory. A child process can be ended at any time, and its output is a file.
 */
/**
 * Does what the request file asks in the current directory and leaves `answer.json` beside the request. Its exit code is 0 whatever the service does. The name of the
 * directory is relative, so that it means the same cache wherever a runner keeps its temporary files.
 */
async function runCacheClient(requestPath) {
    const { name, key } = _github_cache_protocol_js__WEBPACK_IMPORTED_MODULE_2__/* .requestSchema */ .T.parse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(requestPath, "utf8")));
    const { saveCache } = await Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(3878), __webpack_require__.e(2271), __webpack_require__.e(3838), __webpack_require__.e(2088), __webpack_require__.e(7108)]).then(__webpack_require__.bind(__webpack_require__, 47108));
    const answer = { accepted: (await saveCache([name], key)) !== -1 };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(requestPath)}/answer.json`, JSON.stringify(answer));
    return 0;
}


/***/ })

};
