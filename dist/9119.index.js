export const id = 9119;
export const ids = [9119];
export const modules = {

/***/ 45539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ suiteCounts),
/* harmony export */   Hv: () => (/* binding */ junitHead),
/* harmony export */   Qr: () => (/* binding */ isBroken),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   vF: () => (/* binding */ junitTail)
/* harmony export */ });
/** A package that fails otherwise than by a test: it gets a case of its own, or tools would count it as green. */
function isBroken({ status, reason }) {
    return status === "failed" && reason !== null;
}
function suiteCounts(report) {
    const { passed, failed, skipped, flaky, interrupted, durationMs } = report;
    const errors = isBroken(report) ? 1 : 0;
    const tests = passed + failed + skipped + flaky + interrupted + errors;
    return { tests, failures: failed, errors, skipped: skipped + interrupted, durationMs };
}
/** What stands before the suites in a file of JUnit XML, with their totals. */
function junitHead(packages) {
    const all = packages.map(suiteCounts);
    const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
    const counts = `tests="${sum("tests")}" failures="${sum("failures")}" errors="${sum("errors")}"`;
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts} time="${seconds(sum("durationMs"))}">\n`;
}
/** What stands after them. */
const junitTail = "</testsuites>\n";
/** As JUnit writes durations. */
function seconds(milliseconds) {
    return (milliseconds / 1000).toFixed(3);
}


/***/ }),

/***/ 19119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createJUnitWriter: () => (/* binding */ createJUnitWriter)
/* harmony export */ });
/* harmony import */ var _text_clip_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51834);
/* harmony import */ var _text_test_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86564);
/* harmony import */ var _declared_tests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3153);
/* harmony import */ var _junit_frame_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45539);
/* harmony import */ var _xml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58898);





/** Of the first line, which lists show. */
const maxMessage = 500;
/**
 * `write` gets the text in pieces. Of tests that passed only names, durations and the places of their declarations are written, of failed ones the first line as `message`, the place of the
 * failure and the clipped output, of skipped ones the reason. A flaky test has a `flakyFailure`, as Maven Surefire writes it, which readers that do not know it take for a pass.
 * What tests say of themselves stands first, as properties. Tests that were interrupted are `skipped`, the only element that readers do not take for a failure.
 * What says how a test ended has an explicit end tag: a reader takes a test with a self-closing one for passed (https://pypi.org/project/test-results-parser/0.6.1/).
 */
function createJUnitWriter(write, { module, declared }) {
    const xml = (0,_xml_js__WEBPACK_IMPORTED_MODULE_0__/* .createXml */ .c)();
    const put = (child) => write(`    ${xml.write(child)}\n`);
    return {
        suite: ({ report, startedAt, tests, output }) => {
            const { importPath } = report;
            const { durationMs, ...counts } = (0,_junit_frame_js__WEBPACK_IMPORTED_MODULE_1__/* .suiteCounts */ .D4)(report);
            const when = startedAt === null ? {} : { timestamp: startedAt.slice(0, 19) };
            const attributes = { name: importPath, ...counts, time: (0,_junit_frame_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(durationMs), ...when };
            write(`  ${xml.start(xml.element("testsuite", attributes))}\n`);
            if (module !== null)
                put(properties(xml, [{ key: "module", value: module }]));
            const tell = teller(report, declared(importPath, new Set(tests.map(({ name }) => (0,_declared_tests_js__WEBPACK_IMPORTED_MODULE_2__/* .functionOf */ .OA)(name)))));
            for (const test of tests)
                put(testcase(xml, test, importPath, tell(test)));
            if ((0,_junit_frame_js__WEBPACK_IMPORTED_MODULE_1__/* .isBroken */ .Qr)(report))
                put(brokenPackage(xml, report, output));
            write("  </testsuite>\n");
        },
    };
}
/** Looks up what the report of a package says of its tests. */
function teller({ failures, flakes, unfinished, tests }, declared) {
    const listed = new Map([...failures, ...flakes, ...unfinished].map((failure) => [failure.name, failure]));
    const reasons = new Map(tests.flatMap(({ name, reason }) => (reason === undefined ? [] : [[name, reason]])));
    return ({ name, output }) => {
        const failed = listed.get(name) ?? null;
        const { path = null, line = null } = failed ?? {};
        const place = path === null ? (declared.get((0,_declared_tests_js__WEBPACK_IMPORTED_MODULE_2__/* .functionOf */ .OA)(name)) ?? null) : { path, line };
        return { failed, output: failed?.output ?? output, reason: reasons.get(name) ?? null, place };
    };
}
function testcase(xml, test, classname, told) {
    const { path = null, line = null } = told.place ?? {};
    const place = path === null ? {} : { file: path, ...(line === null ? {} : { line }) };
    const attributes = { classname, name: test.name, time: (0,_junit_frame_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(test.durationMs ?? 0), ...place };
    const said = test.attributes === undefined ? [] : [properties(xml, test.attributes)];
    return xml.element("testcase", attributes, [...said, ...end(xml, test, told)]);
}
/** How a test ended, as its element says it. */
function end(xml, test, { failed, output, reason }) {
    if (test.result === "passed")
        return [];
    const content = output.trim() === "" ? "failed without output" : output;
    const message = messageOf(content);
    switch (test.result) {
        case "skipped":
            return [xml.element("skipped", { message: messageOf(reason ?? output) }, output)];
        case "interrupted":
            return [xml.element("skipped", { message: "interrupted" }, output)];
        case "flaky":
            return [xml.element("flakyFailure", { message, type: "flaky" }, content)];
        default:
            return [
                failed === null && output.trim() === ""
                    ? xml.element("failure", { message: failedBySubtests }, failedBySubtests)
                    : xml.element("failure", { message }, content),
            ];
    }
}
/** A package that failed as a whole, as a test of its own. */
function brokenPackage(xml, { importPath, reason }, output) {
    const problem = xml.element("error", { message: reason ?? "" }, output.trim() === "" ? (reason ?? "") : output);
    return xml.element("testcase", { classname: importPath, name: "package", time: (0,_junit_frame_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(0) }, [problem]);
}
function properties(xml, all) {
    const named = all.map(({ key, value }) => xml.element("property", { name: key, value }));
    return xml.element("properties", {}, named);
}
const failedBySubtests = "failed by its subtests";
function messageOf(output) {
    return (0,_text_clip_js__WEBPACK_IMPORTED_MODULE_3__/* .clipEnd */ .Oq)((0,_text_test_words_js__WEBPACK_IMPORTED_MODULE_4__/* .firstWords */ .Cb)(output) ?? "", maxMessage);
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
