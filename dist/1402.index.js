export const id = 1402;
export const ids = [1402];
export const modules = {

/***/ 43993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ embeddedInfo)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/stage/src/go/embedded-info.js
/** What comes before it in a file. */
const infoMagic = Buffer.from("\xff Go buildinf:", "latin1");
/** Of the magic, the size of a pointer, flags, and room for two pointers that older Go versions used. */
const headerBytes = 32;
/** The flag that says that the strings follow the header: Go 1.18 and newer. */
const inline = 2;
/** Marks that the linker puts around what it says of the modules (cmd/go/internal/modload, ModInfoProg). */
const begin = Buffer.from("3077af0c9274080241e1c107e6d618e6", "hex");
const end = Buffer.from("f932433186182072008242104116d8f2", "hex");
/** Reads what stands where the magic begins (debug/buildinfo of Go); null when it is something else, or the program is of no module. */
function readEmbeddedInfo(data) {
    if (data.length <= headerBytes || !data.subarray(0, infoMagic.length).equals(infoMagic))
        return null;
    if (((data[15] ?? 0) & inline) === 0)
        return null;
    const go = readString(data, headerBytes);
    const info = go === null ? null : readString(data, go.next);
    if (go === null || info === null || go.bytes.length === 0)
        return null;
    const { bytes } = info;
    if (!bytes.subarray(0, begin.length).equals(begin) || !bytes.subarray(-end.length).equals(end))
        return null;
    return parseInfo(go.bytes.toString(), bytes.subarray(begin.length, -end.length).toString());
}
/** A string with its length before it, as encoding/binary writes unsigned numbers. */
function readString(data, at) {
    let length = 0;
    for (let index = 0; index < 5; index++) {
        const byte = data[at + index];
        if (byte === undefined)
            return null;
        length += (byte & 0x7f) * 2 ** (7 * index);
        if (byte >= 0x80)
            continue;
        const from = at + index + 1;
        return from + length > data.length ? null : { bytes: data.subarray(from, from + length), next: from + length };
    }
    return null;
}
/** Lines of words between tabs: `path`, `mod`, `dep`, `=>` for what stands in the place of the one before, `build`. */
function parseInfo(go, text) {
    let main = null;
    const modules = [];
    const settings = new Map();
    for (const line of text.split("\n")) {
        const [word, path = "", version = "", sum = ""] = line.split("\t");
        if (word === "path")
            main = path;
        else if (word === "mod" || word === "dep") {
            modules.push({ own: word === "mod", module: { path, version, sum, replacement: null } });
        }
        else if (word === "=>") {
            const replaced = modules.at(-1);
            if (replaced !== undefined)
                replaced.module = { ...replaced.module, replacement: { path, version, sum } };
        }
        else if (word === "build") {
            const [, key = "", value = ""] = /^([^=]*)=(.*)$/.exec(path) ?? [];
            settings.set(key, value);
        }
    }
    const own = modules.find((each) => each.own);
    if (main === null || own === undefined)
        return null;
    const used = modules.filter((each) => !each.own).map(({ module }) => module);
    return { go, package: main, main: own.module, modules: used, settings };
}

;// CONCATENATED MODULE: ./build/stage/src/collect/embedded-info.js


/** What is looked through at a time. */
const chunkBytes = 1 << 20;
/** Much more than programs of a thousand modules have. */
const mostBytes = 4 << 20;
/**
 * What Go wrote into a program about its making; null: nothing, as for WebAssembly and for what was packed by another program. It is found by its marks
 * alone, in every format in which `go version -m` finds it. `main`: import path of the program, which may carry other programs.
 */
async function embeddedInfo(path, main) {
    const file = await (0,promises_.open)(path);
    try {
        const chunk = Buffer.alloc(chunkBytes);
        // Chunks overlap by what the mark may be cut in.
        for (let start = 0;; start += chunkBytes - infoMagic.length) {
            const { bytesRead } = await file.read(chunk, 0, chunkBytes, start);
            const read = chunk.subarray(0, bytesRead);
            // A program that reads such information itself has the mark among its own texts.
            for (let at = read.indexOf(infoMagic); at >= 0; at = read.indexOf(infoMagic, at + 1)) {
                const info = readEmbeddedInfo(await readAt(file, start + at));
                if (info?.package === main)
                    return info;
            }
            if (bytesRead < chunkBytes)
                return null;
        }
    }
    finally {
        await file.close();
    }
}
async function readAt(file, position) {
    const { size } = await file.stat();
    const data = Buffer.alloc(Math.min(mostBytes, size - position));
    const { bytesRead } = await file.read(data, 0, data.length, position);
    return data.subarray(0, bytesRead);
}


/***/ }),

/***/ 91402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  differenceOf: () => (/* binding */ differenceOf)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/stage/src/files/digest-file.js
var digest_file = __webpack_require__(84493);
// EXTERNAL MODULE: ./build/stage/src/files/read-start.js
var read_start = __webpack_require__(43303);
;// CONCATENATED MODULE: ./build/stage/src/go/binary-difference.js
/** Why two programs are not the same, as far as they tell it: sentences, one a line. */
function explainDifference({ info, buildId, place }) {
    const cgo = info.again?.settings.get("CGO_ENABLED") === "1";
    return [
        infoWords(info),
        actionWords(buildId),
        ...(place === null ? [] : [placeWords(place)]),
        ...(cgo
            ? ["cgo is on: a C compiler or linker can leave times (`__DATE__`, `__TIME__`), paths and random numbers."]
            : []),
    ]
        .filter((words) => words !== null)
        .join("\n");
}
function infoWords({ first, again }) {
    if (first === null || again === null)
        return null;
    const [before, after] = [linesOf(first), linesOf(again)];
    const names = new Set([...before.keys(), ...after.keys()]);
    const other = [...names].filter((name) => before.get(name) !== after.get(name));
    const [key] = other;
    if (key === undefined)
        return "What `go version -m` prints is the same for both.";
    const said = (lines) => {
        const value = lines.get(key);
        return value === undefined ? "nothing" : `\`${value}\``;
    };
    // Go 1.24 and later make the version of the main module of what git says as well.
    const why = hint(key === "mod" ? (other.find(isStamp) ?? key) : key);
    return `\`go version -m\` differs first in \`${key}\`: ${said(before)}, then ${said(after)}.${why}`;
}
/** What `go version -m` prints, by the words that a line begins with. */
function linesOf({ go, main, modules, settings }) {
    return new Map([
        ["go", go],
        ["mod", moduleWords(main)],
        ...modules.map((module) => [`dep ${module.path}`, moduleWords(module)]),
        ...[...settings].map(([key, value]) => [`build ${key}`, value]),
    ]);
}
function moduleWords({ path, version, sum, replacement }) {
    const own = [path, version, sum].filter((word) => word !== "").join(" ");
    return replacement === null ? own : `${own} => ${moduleWords({ ...replacement, replacement: null })}`;
}
function isStamp(key) {
    return key.startsWith("build vcs");
}
function hint(key) {
    if (isStamp(key))
        return " Something changed the working tree between the two builds, or what is checked out.";
    return /^build CGO_/.test(key) ? " The environment of the C compiler was another." : "";
}
/**
 * The four parts of an id are hashes: of what was linked, of what package main was compiled from, of what came of that, and of the program (cmd/go/internal/work/buildid.go of Go
 * 1.26).
 */
function actionWords({ first, again }) {
    const [linked, compiled, main] = first?.split("/") ?? [];
    const [linkedAgain, compiledAgain, mainAgain] = again?.split("/") ?? [];
    if (linked === undefined || linkedAgain === undefined)
        return null;
    if (compiled !== compiledAgain) {
        return "By its build id package main was compiled from something else: a source, a file that it embeds, a flag, or a package that it imports.";
    }
    if (main !== mainAgain)
        return "By its build id the compiler made something else of the same package main.";
    if (linked !== linkedAgain)
        return "By its build id package main is the same, and another package is not.";
    return "By its build id the same was compiled and linked: what came out depends on something that Go does not know, as an external linker.";
}
function placeWords({ at, text }) {
    if (text === null)
        return `The first bytes that differ are at ${at}.`;
    return `The first text that differs is at byte ${at}: \`${text.first}\`, then \`${text.again}\`.`;
}

// EXTERNAL MODULE: ./build/stage/src/go/executable.js
var executable = __webpack_require__(24911);
// EXTERNAL MODULE: ./build/stage/src/collect/embedded-info.js + 1 modules
var embedded_info = __webpack_require__(43993);
;// CONCATENATED MODULE: ./build/stage/src/collect/same-binary.js






/** What is compared at a time. */
const chunkBytes = 1 << 20;
/** Places that are looked at for a text. */
const mostPlaces = 50;
/** Bytes to either side of a place that are looked at: more than a build id is long. */
const aroundBytes = 100;
/** Characters to either side of a place that are shown. */
const shown = 40;
/** In what a program that was built again is not the one that was built first, with both digests; null: they are the same bytes. */
async function differenceOf(files, importPath) {
    const digests = await both(files, digest_file/* digestFile */.T);
    if (digests.first.sha256 === digests.again.sha256)
        return null;
    const lines = ["first", "again"].map((name) => {
        const { sha256, size } = digests[name];
        return `${name}: sha256:${sha256}, ${size} bytes`;
    });
    const differing = {
        info: await both(files, (path) => (0,embedded_info/* embeddedInfo */.H)(path, importPath)),
        buildId: await both(files, buildIdOf),
        place: await firstPlace(files),
    };
    return [...lines, explainDifference(differing)].join("\n");
}
async function both(files, read) {
    return { first: await read(files.first), again: await read(files.again) };
}
/** Four hashes of 120 bits in base64url (cmd/go/internal/cache, HashToString). */
const buildId = /[\w-]{20}(?:\/[\w-]{20}){3}/;
/** It stands at the start of a program: the linker puts it there for `go` itself (cmd/internal/buildid). */
async function buildIdOf(path) {
    return buildId.exec((await (0,read_start/* readStart */.H)(path, executable/* headBytes */.c4)).toString("latin1"))?.[0] ?? null;
}
/** The first place with a text that differs and is no build id; without one the first place. */
async function firstPlace(files) {
    return await opened(files.first, (first) => opened(files.again, async (again) => {
        const places = await differingPlaces({ first, again });
        let bytes = null;
        for (const at of places) {
            const texts = { first: await textAt(first, at), again: await textAt(again, at) };
            if (buildId.test(texts.first.join("")) || buildId.test(texts.again.join("")))
                continue;
            const text = { first: excerpt(texts.first), again: excerpt(texts.again) };
            if (text.first.length > 3 && text.again.length > 3)
                return { at, text };
            bytes ??= { at, text: null };
        }
        return bytes;
    }));
}
/** Where differing bytes begin. */
async function differingPlaces({ first, again }) {
    const chunks = { first: Buffer.alloc(chunkBytes), again: Buffer.alloc(chunkBytes) };
    const places = [];
    let last = Number.NEGATIVE_INFINITY;
    for (let start = 0;; start += chunkBytes) {
        const a = await first.read(chunks.first, 0, chunkBytes, start);
        const b = await again.read(chunks.again, 0, chunkBytes, start);
        const size = Math.max(a.bytesRead, b.bytesRead);
        const same = chunks.first.subarray(0, a.bytesRead).equals(chunks.again.subarray(0, b.bytesRead));
        for (let at = 0; !same && at < size; at++) {
            if (at < Math.min(a.bytesRead, b.bytesRead) && chunks.first[at] === chunks.again[at])
                continue;
            if (start + at - last > aroundBytes)
                places.push(start + at);
            last = start + at;
            if (places.length === mostPlaces)
                return places;
        }
        if (size < chunkBytes)
            return places;
    }
}
/** The readable characters before a place, and from it on. */
async function textAt(file, place) {
    const start = Math.max(0, place - aroundBytes);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2 * aroundBytes), 0, 2 * aroundBytes, start);
    const read = buffer.toString("latin1", 0, bytesRead);
    const before = /[\x20-\x7e]*$/.exec(read.slice(0, place - start))?.[0] ?? "";
    const after = /^[\x20-\x7e]*/.exec(read.slice(place - start))?.[0] ?? "";
    return [before, after];
}
/** Empty where the place itself cannot be read. */
function excerpt([before, after]) {
    return after === "" ? "" : before.slice(-shown) + after.slice(0, shown);
}
async function opened(path, use) {
    const file = await (0,promises_.open)(path);
    try {
        return await use(file);
    }
    finally {
        await file.close();
    }
}


/***/ })

};
