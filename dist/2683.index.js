export const id = 2683;
export const ids = [2683];
export const modules = {

/***/ 52683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseConfigFile: () => (/* binding */ parseConfigFile)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _kinds_kind_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2276);
/* harmony import */ var _text_suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92784);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43911);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4072);





/**
 * Reads the text of a config file: a YAML map with the names of inputs as keys. Every scalar is taken as it is written (`1.20` stays `1.20`).
 * `file` is the name that problems use.
 */
function parseConfigFile(file, text) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    // failsafe: YAML's schema without types. Pretty errors would quote lines of the file.
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.parseDocument)(text, { schema: "failsafe", prettyErrors: false, lineCounter: lines });
    const at = (offset) => `${file}: line ${lines.linePos(offset ?? 0).line}`;
    if (document.errors.length > 0) {
        return { values: new Map(), problems: document.errors.map((error) => `${at(error.pos[0])}: ${error.message}`) };
    }
    if (document.contents === null || isEmpty(document.contents))
        return { values: new Map(), problems: [] };
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(document.contents))
        return { values: new Map(), problems: [`${file}: is not a list of \`key: value\` lines`] };
    const values = new Map();
    const problems = [];
    for (const pair of document.contents.items) {
        const line = at((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) ? pair.key.range?.[0] : undefined);
        const entry = readEntry(file, line, pair);
        if (!entry.ok)
            problems.push(...entry.problems);
        else if (entry.value !== null)
            values.set(...entry.value);
    }
    return { values, problems };
}
/** A key and its value; null for a key without one. */
function readEntry(file, line, { key, value }) {
    const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value) : "";
    if (!(0,_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .isInputName */ .wp)(name))
        return (0,_kinds_kind_js__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)(`${line}: unknown key ${(0,_kinds_kind_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(name)}${(0,_text_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(name, settable)}`);
    const { kind, notFromConfigFile, configFileWords, onlyFlag } = _spec_js__WEBPACK_IMPORTED_MODULE_3__/* .inputs */ .QL[name];
    const label = `${file}: ${name}`;
    if (onlyFlag)
        return (0,_kinds_kind_js__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)((0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .flagOnly */ .J8)(label));
    if (notFromConfigFile !== null) {
        return (0,_kinds_kind_js__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)(`${label}: is not taken from the config file, which a pull request can change: ${notFromConfigFile}. Use a flag or \`with:\``);
    }
    if (value === null || isEmpty(value))
        return (0,_kinds_kind_js__WEBPACK_IMPORTED_MODULE_4__/* .valid */ .rZ)(null);
    const written = readValue(value, kind.shape);
    if (written === null)
        return (0,_kinds_kind_js__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)(`${label}: ${shapes[kind.shape]} (${line.slice(file.length + 2)})`);
    const refused = written.values.find((word) => configFileWords !== null && !configFileWords.includes(word.trim()));
    if (refused !== undefined && configFileWords !== null) {
        return (0,_kinds_kind_js__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)(`${label}: ${(0,_kinds_kind_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(refused)} is not taken from the config file, which a pull request can change; only ${(0,_kinds_kind_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL)(configFileWords)} is`);
    }
    return (0,_kinds_kind_js__WEBPACK_IMPORTED_MODULE_4__/* .valid */ .rZ)([name, { source: "config", label, ...written }]);
}
const settable = _spec_js__WEBPACK_IMPORTED_MODULE_3__/* .inputNames */ .vj.filter((name) => _spec_js__WEBPACK_IMPORTED_MODULE_3__/* .inputs */ .QL[name].notFromConfigFile === null && !_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .inputs */ .QL[name].onlyFlag);
/** What to write instead of a value of the wrong shape. */
const shapes = {
    switch: "has to be one value, not a list or map",
    value: "has to be one value, not a list or map",
    list: "has to be one value or a list of values",
    pairs: "has to be a map of names to values or a list of NAME=value",
    maps: "has to be a list of maps",
    records: "has to be a list of maps",
};
function readValue(value, shape) {
    if (shape === "maps")
        return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(value) ? entries(value.items.map(mapText)) : null;
    if (shape === "records")
        return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(value) ? entries(value.items.map(recordText)) : null;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value))
        return { values: [String(value.value)], entries: false };
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(value) && (shape === "list" || shape === "pairs"))
        return entries(value.items.map(textOf));
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value) && shape === "pairs") {
        return entries(value.items.map((pair) => {
            const text = pair.value === null ? "" : textOf(pair.value);
            return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) && text !== null ? `${String(pair.key.value)}=${text}` : null;
        }));
    }
    return null;
}
function entries(values) {
    const texts = values.filter((value) => value !== null);
    return texts.length === values.length ? { values: texts, entries: true } : null;
}
/** A map of scalars as JSON; null for anything else. */
function mapText(node) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return null;
    const pairs = node.items.map(({ key, value }) => [textOf(key), value === null ? "" : textOf(value)]);
    return pairs.some((pair) => pair.includes(null)) ? null : JSON.stringify(Object.fromEntries(pairs));
}
/** A map as JSON whose values are scalars, lists of them or maps of them; null for anything else. */
function recordText(node) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return null;
    const fields = node.items.map(({ key, value }) => [textOf(key), fieldOf(value)]);
    return fields.some((field) => field.includes(null)) ? null : JSON.stringify(Object.fromEntries(fields));
}
function fieldOf(node) {
    if (node === null)
        return "";
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
        const items = node.items.map(textOf);
        return items.includes(null) ? null : items;
    }
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return textOf(node);
    const pairs = node.items.map(({ key, value }) => [textOf(key), value === null ? "" : textOf(value)]);
    return pairs.some((pair) => pair.includes(null)) ? null : Object.fromEntries(pairs);
}
/** Text of a scalar, null for anything else: aliases too, a file this small needs none. */
function textOf(node) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
        return null;
    return isEmpty(node) ? "" : String(node.value);
}
/** `key:`, `key: ~` and `key: null`, which YAML's core schema reads as nothing. */
function isEmpty(node) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.PLAIN && /^(|~|null|Null|NULL)$/.test(String(node.value));
}


/***/ })

};
