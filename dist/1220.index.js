export const id = 1220;
export const ids = [1220];
export const modules = {

/***/ 1220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createScreen: () => (/* binding */ createScreen)
/* harmony export */ });
/* harmony import */ var log_update__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17600);

function createScreen(stream) {
    // The cursor stays where people expect it, however the program ends.
    const update = (0,log_update__WEBPACK_IMPORTED_MODULE_0__/* .createLogUpdate */ .SY)(stream, { showCursor: true });
    let lines = [];
    let hidden = 0;
    const draw = () => {
        if (hidden > 0)
            return;
        if (lines.length === 0)
            update.clear();
        else
            update(lines.join("\n"));
    };
    return {
        show: (next) => {
            lines = next;
            draw();
        },
        columns: () => stream.columns,
        rows: () => stream.rows,
        hide: () => {
            if (hidden === 0)
                update.clear();
            hidden += 1;
        },
        unhide: () => {
            hidden -= 1;
            draw();
        },
    };
}


/***/ })

};
