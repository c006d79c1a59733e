export const id = 373;
export const ids = [373];
export const modules = {

/***/ 32618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ fold),
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   FY: () => (/* binding */ paragraph),
/* harmony export */   Gc: () => (/* binding */ renderMarkdown),
/* harmony export */   R_: () => (/* binding */ heading),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   e5: () => (/* binding */ bullets),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   vf: () => (/* binding */ shell)
/* harmony export */ });
/* harmony import */ var mdast_util_gfm__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35618);
/* harmony import */ var mdast_util_to_markdown__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59059);
/* harmony import */ var _text_clip_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51834);
/* harmony import */ var _text_html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74813);
/* harmony import */ var _text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92077);





/** Markdown text, ending with a line end. */
function renderMarkdown(blocks) {
    return (0,mdast_util_to_markdown__WEBPACK_IMPORTED_MODULE_2__/* .toMarkdown */ .l)({ type: "root", children: [...blocks] }, { bullet: "-", extensions: [(0,mdast_util_gfm__WEBPACK_IMPORTED_MODULE_3__/* .gfmToMarkdown */ .H)({ tablePipeAlign: false })] });
}
/** Our own words; never for text from the repository. */
function words(value) {
    return { type: "text", value };
}
function strong(value) {
    return { type: "strong", children: [words(value)] };
}
/** A name or a message from the repository, on one line and cut to `max` characters. */
function code(value, max = 120) {
    return { type: "inlineCode", value: (0,_text_clip_js__WEBPACK_IMPORTED_MODULE_4__/* .clipName */ .es)((0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLine */ .g$)(value), max).trim() || " " };
}
/** What GitHub turns into links, mentions, references to issues and commits, emoji or formulas although it is plain text. */
const actedUpon = /[@#$]|:\/\/|www\.|\bGH-\d|:[\w+-]+:|\b(?=[a-f]*\d)[0-9a-f]{7,40}\b/i;
/**
 * A sentence that may hold text from the repository: what stands in backticks becomes code, and so do words that GitHub would act upon, since it leaves
 * code alone.
 */
function prose(value, max = 400) {
    const parts = (0,_text_clip_js__WEBPACK_IMPORTED_MODULE_4__/* .clipName */ .es)((0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLine */ .g$)(value), max).split(/(`[^`]+`|\s+)/);
    const inlines = [];
    for (const next of parts.filter((text) => text !== "").flatMap((part) => asInlines(part, max))) {
        const last = inlines.at(-1);
        // Two code spans side by side would run into one another.
        if (last?.type === next.type)
            last.value += next.value;
        else
            inlines.push(next);
    }
    return inlines;
}
function asInlines(part, max) {
    if (/^`[^`]+`$/.test(part))
        return [code(part.slice(1, -1), max)];
    if (!actedUpon.test(part))
        return [words(part)];
    // What ends a sentence is no part of an address.
    const [, bare = "", end = ""] = /^(.*?)([.,;]?)$/.exec(part) ?? [];
    return end !== "" && actedUpon.test(bare) ? [code(bare, max), words(end)] : [code(part, max)];
}
function heading(depth, ...children) {
    return { type: "heading", depth, children: [...children] };
}
function paragraph(...children) {
    return { type: "paragraph", children: [...children] };
}
/** `url` is ours: nothing from the repository but an encoded path. */
function link(url, ...children) {
    return { type: "link", url, children: children.filter((child) => child.type !== "link") };
}
/** Each item is a run of blocks, the first usually a paragraph. */
function bullets(items) {
    return {
        type: "list",
        spread: false,
        children: items.map((children) => ({ type: "listItem", spread: false, children: [...children] })),
    };
}
function table(columns, rows) {
    const head = columns.map(({ title }) => (typeof title === "string" ? [words(title)] : title));
    return {
        type: "table",
        align: columns.map(({ align }) => align ?? null),
        children: [head, ...rows].map((cells) => ({
            type: "tableRow",
            children: cells.map((children) => ({ type: "tableCell", children: [...children] })),
        })),
    };
}
/** Output of a tool, clipped, in a fence that nothing in it can close. */
function fence(lang, value, limits) {
    return { type: "code", lang, value: (0,_text_clip_js__WEBPACK_IMPORTED_MODULE_4__/* .clipText */ .gL)((0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeText */ .jZ)(value, 1_000), limits) };
}
/** Shell commands, complete: a cut one would be of no use. */
function shell(value) {
    return { type: "code", lang: "sh", value: (0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeText */ .jZ)(value) };
}
/** A part that is folded until the reader opens it. `title` is text of any origin; `name` in it is shown as code. */
function fold(title, blocks) {
    const name = title.name === undefined ? "" : `<code>${(0,_text_html_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .Z)((0,_text_clip_js__WEBPACK_IMPORTED_MODULE_4__/* .clipName */ .es)((0,_text_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLine */ .g$)(title.name)))}</code>`;
    const parts = [title.before ?? "", name, title.after ?? ""].filter((part) => part !== "");
    return [
        {
            type: "html",
            value: `<details${title.open === true ? " open" : ""}>\n<summary>${parts.join(" ")}</summary>`,
        },
        ...blocks,
        { type: "html", value: "</details>" },
    ];
}


/***/ }),

/***/ 29373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderProblem: () => (/* binding */ renderProblem)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32618);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50997);


const maxDetails = 100;
/** The job summary of a run that ended before it had a report. Loads the Markdown libraries, as summary.ts does. */
function renderProblem({ headline, details, remedy }) {
    const left = details.length - maxDetails;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .renderMarkdown */ .Gc)([
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .heading */ .R_)(2, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL)(`${_status_js__WEBPACK_IMPORTED_MODULE_1__/* .verdicts */ .rY.error.icon} Go pipeline did not run`)),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)(...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(headline)),
        ...(details.length === 0
            ? []
            : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .bullets */ .e5)(details.slice(0, maxDetails).map((detail) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)(...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(detail))]))]),
        ...(left > 0 ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL)(`… ${left} more in the log.`))] : []),
        ...(remedy === null ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)(...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(remedy))]),
    ]);
}


/***/ }),

/***/ 50997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KM: () => (/* binding */ isTrouble),
/* harmony export */   Rx: () => (/* binding */ stageLooks),
/* harmony export */   hT: () => (/* binding */ moduleNames),
/* harmony export */   rY: () => (/* binding */ verdicts)
/* harmony export */ });
const stageLooks = {
    passed: { icon: "✅", sign: "✓" },
    failed: { icon: "❌", sign: "✗" },
    warned: { icon: "⚠️", sign: "!" },
    skipped: { icon: "⏭️", sign: "-" },
    disabled: { icon: "⚪", sign: "-" },
    blocked: { icon: "⛔", sign: "-" },
    cancelled: { icon: "🚫", sign: "■" },
    errored: { icon: "💥", sign: "✗" },
};
/** The verdict in words; `error` is never worded as a failed check. */
const verdicts = {
    success: { ...stageLooks.passed, words: "passed" },
    failure: { ...stageLooks.failed, words: "failed" },
    error: { ...stageLooks.errored, words: "could not finish" },
    cancelled: { ...stageLooks.cancelled, words: "was cancelled" },
};
/** The stage ran and found something, or broke: its output and its command are of interest. */
function isTrouble(stage) {
    return ["failed", "warned", "errored", "cancelled"].includes(stage.status);
}
/** The modules that were checked, `example.com/greeter, ./tools`. */
function moduleNames(modules) {
    return modules.map(({ dir, path }) => path ?? dir).join(", ");
}


/***/ }),

/***/ 74813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ escapeHtml)
/* harmony export */ });
const entities = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
};
/** A text as HTML shows it, in attributes too. */
function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}


/***/ })

};
