export const id = 4502;
export const ids = [4502];
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

/***/ 44502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeSboms: () => (/* binding */ writeSboms)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/stage/src/collect/cyclonedx.js

/** CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/) of one program. */
function programSbom(program, making) {
    const component = programComponent(program);
    const components = librariesOf(program.info);
    const refs = components.map((each) => each["bom-ref"]);
    const dependencies = [{ ref: component["bom-ref"], dependsOn: refs }, ...refs.map((ref) => ({ ref }))];
    // Everything that Go linked is there; what else each of them needs, nobody says.
    const compositions = [{ aggregate: "complete", dependencies: [component["bom-ref"]] }];
    return documentOf({ component, components, dependencies, compositions }, making);
}
/** The same of an image that was made of programs; what else is in it is not listed. */
function imageSbom(image, programs, making) {
    const component = imageComponent(image);
    const listed = new Map();
    const dependencies = [];
    for (const program of programs) {
        const own = { ...programComponent(program), scope: "required" };
        const libraries = librariesOf(program.info);
        for (const each of [own, ...libraries])
            listed.set(each["bom-ref"], each);
        dependencies.push({ ref: own["bom-ref"], dependsOn: libraries.map((each) => each["bom-ref"]) });
    }
    const inside = dependencies.map(({ ref }) => ref);
    const others = [...listed.keys()].filter((ref) => !inside.includes(ref)).map((ref) => ({ ref }));
    const contents = {
        component,
        components: [...listed.values()],
        dependencies: [{ ref: component["bom-ref"], dependsOn: inside }, ...dependencies, ...others],
        compositions: [{ aggregate: "incomplete", dependencies: [component["bom-ref"]] }],
    };
    return documentOf(contents, making);
}
function documentOf({ component, ...rest }, { version, date }) {
    const tool = { type: "application", name: "dagger-go-pipeline", version };
    const time = date === null ? {} : { timestamp: date };
    const contents = {
        version: 1,
        metadata: { ...time, lifecycles: [{ phase: "build" }], tools: { components: [tool] }, component },
        ...rest,
    };
    const format = {
        $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
        bomFormat: "CycloneDX",
        specVersion: "1.6",
    };
    const serialNumber = `urn:uuid:${uuidOf(JSON.stringify(contents))}`;
    return `${JSON.stringify({ ...format, serialNumber, ...contents }, null, 2)}\n`;
}
/** The namespace of addresses: RFC 9562, 6.6. */
const namespace = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");
/** UUID of version 5 (RFC 9562, 5.5): the same text has the same. */
function uuidOf(text) {
    const bytes = (0,external_node_crypto_.createHash)("sha1").update(namespace).update(text).digest().subarray(0, 16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
function programComponent({ artifact, info, version: named }) {
    const { main, settings } = info;
    const known = main.version !== "" && main.version !== devel;
    const version = known ? main.version : named;
    const [goos, goarch] = [settings.get("GOOS") ?? artifact.os, settings.get("GOARCH") ?? artifact.arch];
    const below = info.package.startsWith(`${main.path}/`)
        ? `#${encodePath(info.package.slice(main.path.length + 1))}`
        : "";
    const purl = `${purlOf(main.path, version ?? "")}?goarch=${goarch}&goos=${goos}${below}`;
    return {
        ...{ type: "application", "bom-ref": purl, name: info.package },
        ...(version === null ? {} : { version }),
        hashes: [{ alg: "SHA-256", content: artifact.sha256 }],
        ...{ purl, properties: propertiesOf(artifact.name, info) },
    };
}
/** Settings that say what the program is for; flags and CGO_* may tell of the machine. */
const shownSettings = /^(GO[A-Z0-9]+|CGO_ENABLED)$/;
/** As https://github.com/CycloneDX/cyclonedx-gomod names them. */
function propertiesOf(name, { settings }) {
    const shown = [...settings].filter(([key]) => shownSettings.test(key));
    const compiler = settings.get("-compiler");
    const tags = settings.get("-tags")?.split(",") ?? [];
    return [
        { name: "cdx:gomod:binary:name", value: name },
        ...(compiler === undefined ? [] : [{ name: "cdx:gomod:build:compiler", value: compiler }]),
        ...shown.map(([key, value]) => ({ name: `cdx:gomod:build:env:${key}`, value })),
        ...tags.map((value) => ({ name: "cdx:gomod:build:tag", value })),
    ];
}
/** Its digest is the registry's where the image was pushed. */
function imageComponent({ name, digest, configDigest }) {
    const known = digest ?? configDigest;
    const sha256 = known?.startsWith("sha256:") === true ? known.slice("sha256:".length) : null;
    const short = encodeURIComponent(name.split("/").at(-1) ?? name);
    const pushed = digest !== null && digest !== configDigest;
    const purl = pushed
        ? { purl: `pkg:oci/${short}@${encodeURIComponent(digest)}?repository_url=${encodeURIComponent(name)}` }
        : {};
    return {
        ...{ type: "container", "bom-ref": known ?? name, name },
        ...(known === null ? {} : { version: known }),
        ...(sha256 === null ? {} : { hashes: [{ alg: "SHA-256", content: sha256 }] }),
        ...purl,
    };
}
function librariesOf({ go, modules }) {
    const listed = new Map();
    for (const module of modules) {
        const component = libraryOf(module);
        listed.set(component["bom-ref"], component);
    }
    // With experiments: `go1.26.8 X:nodwarf5`.
    const [release = go] = go.split(" ");
    const purl = purlOf("stdlib", release.replace(/^go/, ""));
    listed.set(purl, { type: "library", "bom-ref": purl, name: "stdlib", version: release, scope: "required", purl });
    return [...listed.values()];
}
/** What stands in the place of a module counts; a directory has no path that others know. */
function libraryOf(module) {
    const { replacement } = module;
    const local = replacement !== null && /^(\.{0,2}\/|[A-Za-z]:)/.test(replacement.path);
    const used = replacement === null ? module : local ? { ...replacement, path: module.path } : replacement;
    const version = used.version === devel ? "" : used.version;
    const purl = purlOf(used.path, version);
    const hash = hashOf(used.sum);
    const replaced = `${module.path}@${module.version}`;
    return {
        ...{ type: "library", "bom-ref": purl, name: used.path },
        ...(version === "" ? {} : { version }),
        scope: "required",
        ...(hash === null ? {} : { hashes: [hash] }),
        purl,
        ...(replacement === null ? {} : { properties: [{ name: "dagger-go-pipeline:replaces", value: replaced }] }),
    };
}
/** What Go says of a module that comes from a directory. */
const devel = "(devel)";
/** A line of go.sum is SHA-256 of a list of files with theirs (golang.org/x/mod/sumdb/dirhash); cyclonedx-gomod writes it as this too. */
function hashOf(sum) {
    const bytes = sum.startsWith("h1:") ? Buffer.from(sum.slice(3), "base64") : Buffer.alloc(0);
    return bytes.length === 32 ? { alg: "SHA-256", content: bytes.toString("hex") } : null;
}
/** https://github.com/package-url/purl-spec, type golang; letters stay as they are, as syft and cyclonedx-gomod write them. */
function purlOf(path, version) {
    return `pkg:golang/${encodePath(path)}${version === "" ? "" : `@${encodeURIComponent(version)}`}`;
}
function encodePath(path) {
    return path.split("/").map(encodeURIComponent).join("/");
}

// EXTERNAL MODULE: ./build/stage/src/collect/embedded-info.js + 1 modules
var embedded_info = __webpack_require__(43993);
// EXTERNAL MODULE: ./build/stage/src/files/digest-file.js
var digest_file = __webpack_require__(84493);
// EXTERNAL MODULE: ./build/stage/src/files/output-dir.js
var output_dir = __webpack_require__(62473);
// EXTERNAL MODULE: ./build/stage/src/inputs/version.js
var version = __webpack_require__(75112);
// EXTERNAL MODULE: ./build/stage/src/model/own-module.js
var own_module = __webpack_require__(42679);
// EXTERNAL MODULE: ./build/stage/src/model/stage.js
var stage = __webpack_require__(66180);
;// CONCATENATED MODULE: ./build/stage/src/run/sboms.js









/** One SBOM for each program that was built, and one for an image that was made of them. */
async function writeSboms(request) {
    const { project, stamps, artifacts, image, output } = request;
    const described = [];
    const warnings = [];
    const sboms = [];
    const write = async (file, what, text) => {
        const name = `${file}.cdx.json`;
        const path = (0,external_node_path_.join)(output.sbom, name);
        await (0,output_dir/* makeParent */.j)(path);
        await (0,promises_.writeFile)(path, text, { flag: "wx" });
        sboms.push({ name, ...what, path: output.relative(path), ...(await (0,digest_file/* digestFile */.T)(path)) });
    };
    for (const artifact of artifacts) {
        const stamp = stamps.of((0,own_module/* placeOfModule */.dI)(project, artifact.module));
        const info = await (0,embedded_info/* embeddedInfo */.H)((0,external_node_path_.join)(output.bin, artifact.name), artifact.package);
        if (info === null) {
            warnings.push(`sbom: ${artifact.name} has no build information of Go, so there is no SBOM of it.`);
            continue;
        }
        const program = { artifact, info, version: stamp.version };
        described.push(program);
        const text = programSbom(program, { version: version/* version */.r, date: stamp.date });
        await write(artifact.name, { subject: "binary", of: artifact.name }, text);
    }
    const inside = image === null ? [] : described.filter(({ artifact }) => filesInImage(request.stages).has(artifact.name));
    if (image !== null && inside.length > 0) {
        const { date } = stamps.of((0,own_module/* placeOfRun */.kc)(project));
        const text = imageSbom(image, inside, { version: version/* version */.r, date });
        await write(freeName(image.name, artifacts), { subject: "image", of: image.name }, text);
    }
    return { sboms, warnings };
}
/** Names of the binaries that an image is made of; none where a Dockerfile or another base may put anything into it. */
function filesInImage(stages) {
    const sources = stages.flatMap(({ step }) => (0,stage/* isRunnable */.i)(step) && step.type === "build-image" && step.source.type === "binary" && step.source.base === null
        ? step.source.binaries
        : []);
    const files = sources.flatMap(({ stage, out }) => {
        const built = stages.find(({ id }) => id === stage)?.binaries.find((binary) => binary.out === out);
        return built === undefined ? [] : [built.file];
    });
    return new Set(files);
}
const imageFile = "image";
/** With the image's name behind it where a binary is called so. */
function freeName(name, artifacts) {
    const taken = artifacts.some((artifact) => artifact.name.toLowerCase() === imageFile);
    return taken ? `${imageFile}-${name.replace(/[^A-Za-z0-9._-]+/g, "-")}` : imageFile;
}


/***/ })

};
