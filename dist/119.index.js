export const id = 119;
export const ids = [119];
export const modules = {

/***/ 19119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createJUnitWriter: () => (/* binding */ createJUnitWriter)
/* harmony export */ });
/* harmony import */ var _xmldom_xmldom__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98351);

/**
 * `write` gets the text in pieces. Of tests that passed only names and durations are written, of failed ones the clipped output, of
 * skipped ones the last words as their reason. Since the suites are written before all are known, `testsuites` carries no totals.
 * A flaky test has a `flakyFailure`, as Maven Surefire writes it, which readers that do not know it take for a pass. What tests say of themselves stands first, as properties. Tests that were interrupted are `skipped`, the only element that readers do not take for a failure. What says how a test ended has an explicit end
 * tag: a reader takes a test with a self-closing one for passed (https://pypi.org/project/test-results-parser/0.6.1/).
 * @param module what suites carry as their property `module`; null: nothing
 */
function createJUnitWriter(write, module = null) {
    const document = new _xmldom_xmldom__WEBPACK_IMPORTED_MODULE_0__/* .DOMImplementation */ .x2().createDocument(null, "testsuites", null);
    const serializer = new _xmldom_xmldom__WEBPACK_IMPORTED_MODULE_0__/* .XMLSerializer */ .el();
    const element = (name, attributes, content = null) => {
        const created = document.createElement(name);
        for (const [key, value] of Object.entries(attributes))
            created.setAttribute(key, line(String(value)));
        if (content !== null)
            created.appendChild(typeof content === "string" ? document.createTextNode(text(content)) : content);
        return created;
    };
    const properties = (all) => {
        const list = element("properties", {});
        for (const { key, value } of all)
            list.appendChild(element("property", { name: key, value }));
        return list;
    };
    const end = (test, output) => {
        if (test.result === "passed")
            return null;
        if (test.result === "skipped")
            return element("skipped", { message: output }, "");
        if (test.result === "flaky")
            return element("flakyFailure", { message: "Failed, then passed when it was run again" }, said(output));
        if (test.result === "interrupted")
            return element("skipped", { message: "interrupted" }, output);
        return element("failure", { message: "Failed" }, said(output));
    };
    const testcase = (test, classname, output) => {
        const created = element("testcase", { classname, name: test.name, time: seconds(test.durationMs ?? 0) });
        if (test.attributes !== undefined)
            created.appendChild(properties(test.attributes));
        const ended = end(test, output);
        if (ended !== null)
            created.appendChild(ended);
        return created;
    };
    const suite = ({ report, startedAt, tests, output }) => {
        const { importPath, reason } = report;
        // A package that fails otherwise than by a test gets a case of its own, or tools would count it as green.
        const broken = report.status === "failed" && reason !== null;
        const count = { tests: tests.length + (broken ? 1 : 0), failures: report.failed, errors: broken ? 1 : 0 };
        const time = { skipped: report.skipped + report.interrupted, time: seconds(report.durationMs) };
        const when = startedAt === null ? {} : { timestamp: startedAt.slice(0, 19) };
        const open = serializer.serializeToString(element("testsuite", { name: importPath, ...count, ...time, ...when }));
        write(`  ${open.replace(/\/>$/, ">")}\n`);
        const put = (child) => write(`    ${serializer.serializeToString(child)}\n`);
        if (module !== null)
            put(properties([{ key: "module", value: module }]));
        const outputs = new Map([...report.failures, ...report.flakes, ...report.unfinished].map((failure) => [failure.name, failure.output]));
        for (const test of tests)
            put(testcase(test, importPath, outputs.get(test.name) ?? test.output));
        if (broken) {
            const problem = element("error", { message: reason }, output.trim() === "" ? reason : output);
            put(element("testcase", { classname: importPath, name: "package", time: seconds(0) }, problem));
        }
        write("  </testsuite>\n");
    };
    return { suite };
}
function said(output) {
    return output.trim() === "" ? "failed without output" : output;
}
function seconds(milliseconds) {
    return (milliseconds / 1000).toFixed(3);
}
/** Line ends and tabs in attributes are read back as spaces by many: one space says the same. */
function line(value) {
    return text(value).trim().replace(/\s+/g, " ");
}
/** What XML 1.0 cannot hold, such as NUL, ESC and half a surrogate pair, becomes U+FFFD; a carriage return, a line end. */
function text(value) {
    return value
        .replace(/\r\n?/g, "\n")
        .replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}


/***/ })

};
