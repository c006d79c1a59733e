export const id = 1483;
export const ids = [1483];
export const modules = {

/***/ 1483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   writeCobertura: () => (/* binding */ writeCobertura)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _group_by_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82221);
/* harmony import */ var _xml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58898);



/**
 * The content of `cobertura.xml`, valid against coverage-04.dtd: one `class` per file, paths relative to the repository. It counts lines; Go counts statements, and
 * knows no branches. It names no DTD: readers would look for it in the network, or refuse a document that has one.
 * @param timestamp milliseconds since 1970
 */
function* writeCobertura(files, timestamp) {
    const xml = (0,_xml_js__WEBPACK_IMPORTED_MODULE_1__/* .createXml */ .c)();
    const noBranches = { "branch-rate": 0, complexity: 0 };
    const rate = (of) => ({ "line-rate": lineRate(sumOf(of)) });
    const total = sumOf(files);
    const covered = { "lines-covered": total.covered, "lines-valid": total.lines };
    const branches = { "branches-covered": 0, "branches-valid": 0 };
    const root = { ...rate(files), ...covered, ...noBranches, ...branches, version: "", timestamp };
    yield '<?xml version="1.0" encoding="UTF-8"?>\n';
    yield `${xml.start(xml.element("coverage", root))}\n  <sources>\n    <source>.</source>\n  </sources>\n  <packages>\n`;
    for (const [importPath, own] of (0,_group_by_js__WEBPACK_IMPORTED_MODULE_2__/* .groupBy */ .$)(files, (file) => file.importPath)) {
        const attributes = { name: importPath, ...rate(own), ...noBranches };
        yield `    ${xml.start(xml.element("package", attributes))}\n      <classes>\n`;
        for (const file of own) {
            const { path } = file;
            const attributes = { name: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path), filename: path, ...rate([file]), ...noBranches };
            const start = xml.start(xml.element("class", attributes));
            yield `        ${start}\n          <methods/>\n          <lines>\n${lineElements(file)}          </lines>\n        </class>\n`;
        }
        yield "      </classes>\n    </package>\n";
    }
    yield "  </packages>\n</coverage>\n";
}
function lineElements({ lines, hits }) {
    let text = "";
    for (let at = 0; at < lines.length; at++)
        text += `            <line number="${lines[at]}" hits="${hits[at]}"/>\n`;
    return text;
}
function sumOf(files) {
    const sum = { covered: 0, lines: 0 };
    for (const { covered, lines } of files) {
        sum.covered += covered;
        sum.lines += lines.length;
    }
    return sum;
}
/** Of nothing, nothing is uncovered. */
function lineRate({ covered, lines }) {
    return lines === 0 ? "1" : `${Number((covered / lines).toFixed(6))}`;
}


/***/ }),

/***/ 58898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ createXml)
/* harmony export */ });
/* harmony import */ var _xmldom_xmldom__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98351);

function createXml() {
    const document = new _xmldom_xmldom__WEBPACK_IMPORTED_MODULE_0__/* .DOMImplementation */ .x2().createDocument(null, "root", null);
    const serializer = new _xmldom_xmldom__WEBPACK_IMPORTED_MODULE_0__/* .XMLSerializer */ .el();
    const write = (element) => serializer.serializeToString(element);
    return {
        element: (name, attributes, content = null) => {
            const created = document.createElement(name);
            for (const [key, value] of Object.entries(attributes))
                created.setAttribute(key, oneLine(String(value)));
            if (typeof content === "string")
                created.appendChild(document.createTextNode(held(content)));
            else
                for (const child of content ?? [])
                    created.appendChild(child);
            return created;
        },
        write,
        start: (element) => write(element).replace(/\/>$/, ">"),
    };
}
/** Line ends and tabs in attributes are read back as spaces by many: one space says the same. */
function oneLine(value) {
    return unchanged.test(value) ? value : held(value).trim().replace(/\s+/g, " ");
}
/** Most names, paths and numbers: to see that nothing has to go takes a fifth of the time. */
const unchanged = /^[!-~]*$/;
/** What XML can hold, without what turns the order of characters around; a carriage return is a line end. */
function held(value) {
    return value
        .replace(/\r\n?/g, "\n")
        .replace(/[^\t\n\u{20}-\u{2029}\u{202F}-\u{2065}\u{206A}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}


/***/ })

};
