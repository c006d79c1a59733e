export const id = 7152;
export const ids = [7152];
export const modules = {

/***/ 24357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ registryLogin)
/* harmony export */ });
/** null: none was given, and the configuration of docker counts. */
function registryLogin({ registryUsername: username, registryPassword: password }) {
    return username === null || password === null ? null : { username, password };
}


/***/ }),

/***/ 18346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QM: () => (/* binding */ wantedPlatforms),
/* harmony export */   VJ: () => (/* binding */ wrongBase),
/* harmony export */   oI: () => (/* binding */ refusedBase)
/* harmony export */ });
/* harmony import */ var _binary_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14426);

/** The platforms that the base of an image of the binary has to have. */
function wantedPlatforms(source) {
    return source.binaries.map(({ platform }) => (0,_binary_context_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerPlatform */ .o)(platform));
}
/** Why nothing can be built on a base; null when it is right for every platform. */
function wrongBase(base, platforms) {
    const wrong = platforms.filter(({ wanted, found }) => !runsOn(found, wanted));
    if (wrong.length === 0)
        return null;
    const list = (names) => [...new Set(names)].join(", ");
    const found = list(wrong.map((one) => one.found));
    return `docker-base: ${base} is an image for ${found}, and the image is for ${list(wrong.map(({ wanted }) => wanted))}`;
}
/** The same where `docker build` without BuildKit refuses it by itself; null for every other error. */
function refusedBase(base, error) {
    const [, wanted, found] = /does not match the specified platform: wanted ([^\s,]+), actual: (\S+)/.exec(error) ?? [];
    return wanted === undefined || found === undefined ? null : wrongBase(base, [{ wanted, found }]);
}
/** A processor runs what was made for older ones of its kind: `linux/arm/v6` runs on `linux/arm/v7`. */
function runsOn(found, wanted) {
    const [os, arch = "", variant] = found.split("/");
    const [wantedOs, wantedArch, wantedVariant] = wanted.split("/");
    return os === wantedOs && arch === wantedArch && !(level(arch, variant) > level(arch, wantedVariant));
}
/** What a platform without a variant means: https://github.com/containerd/platforms/blob/v1.0.0/database.go */
const implied = { amd64: "v1", arm: "v7", arm64: "v8" };
/** NaN is no reason to refuse. */
function level(arch, variant) {
    return Number((variant ?? implied[arch] ?? "v0").slice(1));
}


/***/ }),

/***/ 14426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k1: () => (/* binding */ noZoneinfo),
/* harmony export */   mw: () => (/* binding */ writeBinaryContext),
/* harmony export */   o: () => (/* binding */ dockerPlatform)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41692);
/* harmony import */ var _files_read_start_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43303);
/* harmony import */ var _go_executable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24911);
/* harmony import */ var _model_platform_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53107);






/** Said when there is no zoneinfo.zip. */
const noZoneinfo = "the image has no time zones: this Go toolchain has no lib/time/zoneinfo.zip";
/** The user of distroless images, which no system uses for anything else. */
const user = 65532;
/**
 * Writes a context whose Dockerfile makes an image of the binaries: on the empty one with a user, certificates (Mozilla's list, as Node brings it: nothing of
 * this machine gets into the image), time zones and a /tmp, on another base with what that has, and a home on both. Answers a problem instead when a
 * binary cannot run like that.
 */
async function writeBinaryContext(request) {
    const { dir, entrypoint } = request;
    for (const { platform, path } of request.binaries) {
        const facts = (0,_go_executable_js__WEBPACK_IMPORTED_MODULE_4__/* .readExecutable */ .pK)(await (0,_files_read_start_js__WEBPACK_IMPORTED_MODULE_3__/* .readStart */ .H)(path, _go_executable_js__WEBPACK_IMPORTED_MODULE_4__/* .headBytes */ .c4));
        if (facts?.format !== "ELF")
            return `${(0,_model_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .platformKey */ .Ng)(platform)}: the build stage's ${entrypoint} is no Linux program`;
        if (facts.linkage === "dynamic" && request.base === null) {
            return `${(0,_model_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .platformKey */ .Ng)(platform)}: ${entrypoint} is not static (cgo), so it cannot run on an empty image; build with cgo: false, set docker-base to an image with its libraries, or write a Dockerfile`;
        }
    }
    for (const [path, content, mode] of files(request))
        await put((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, path), content, mode);
    for (const { platform, path } of request.binaries) {
        const copy = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, "bin", dockerPlatform(platform), entrypoint);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(copy), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(path, copy);
        await settle(copy, 0o755);
    }
    if (request.zoneinfo !== null)
        await copyZones(request.zoneinfo, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, "root", zonesPath));
    for (const [path, mode] of request.base === null ? directories : directories.filter(([path]) => path === "home")) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, path), { recursive: true });
        await settle((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, path), mode);
    }
    return null;
}
const zonesPath = "usr/share/zoneinfo.zip";
const certificatesPath = "etc/ssl/certs/ca-certificates.crt";
const directories = [
    ["root/tmp", 0o1777],
    ["home", 0o700],
];
function files(request) {
    const dockerfile = ["Dockerfile", binaryDockerfile(request), 0o644];
    if (request.base !== null)
        return [dockerfile];
    return [
        dockerfile,
        [`root/${certificatesPath}`, `${node_tls__WEBPACK_IMPORTED_MODULE_2__.rootCertificates.join("\n")}\n`, 0o644],
        [
            "root/etc/passwd",
            `root:x:0:0:root:/root:/sbin/nologin\nnonroot:x:${user}:${user}:nonroot:/home/nonroot:/sbin/nologin\n`,
            0o644,
        ],
        ["root/etc/group", `root:x:0:\nnonroot:x:${user}:\n`, 0o644],
    ];
}
/** A user by number is one on every base, and what starts containers can tell that it is not root. */
function binaryDockerfile({ entrypoint, base, binaries, zoneinfo }) {
    const several = binaries.length > 1;
    const [first] = binaries;
    const place = several || first === undefined ? "$TARGETPLATFORM" : dockerPlatform(first.platform);
    const zones = zoneinfo === null ? [] : [`ENV ZONEINFO=/${zonesPath}`];
    const program = JSON.stringify(`/usr/local/bin/${entrypoint}`);
    return [
        `FROM ${base ?? "scratch"}`,
        ...(several ? ["ARG TARGETPLATFORM"] : []),
        ...(base === null ? ["COPY root/ /"] : []),
        `COPY --chown=${user}:${user} home/ /home/nonroot/`,
        base === null
            ? `ENV PATH=/usr/local/bin SSL_CERT_FILE=/${certificatesPath} HOME=/home/nonroot`
            : "ENV HOME=/home/nonroot",
        ...zones,
        `COPY [${JSON.stringify(`bin/${place}/${entrypoint}`)}, ${program}]`,
        `USER ${user}:${user}`,
        "WORKDIR /home/nonroot",
        `ENTRYPOINT [${program}]`,
        "",
    ].join("\n");
}
/** A platform as BuildKit spells it in TARGETPLATFORM: arm means v7, arm64 v8 and amd64 v1 are not spelled out. */
function dockerPlatform(platform) {
    const { os, arch, variant } = platform;
    if (arch === "arm" && variant === null)
        return `${os}/${arch}/v7`;
    const implied = (arch === "arm64" && variant === "v8") || (arch === "amd64" && variant === "v1");
    return (0,_model_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .platformKey */ .Ng)({ os, arch, variant: implied ? null : variant });
}
async function put(path, content, mode) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, content);
    await settle(path, mode);
}
async function copyZones(from, to) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(to), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(from, to);
    await settle(to, 0o644);
}
/** Same mode and time in every run, so that equal binaries make equal layers. */
async function settle(path, mode) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(path, mode);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.utimes)(path, 0, 0);
}


/***/ }),

/***/ 68101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readInput),
/* harmony export */   r: () => (/* binding */ readIgnoreFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71877);
/* harmony import */ var _files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1939);
/* harmony import */ var _project_dockerfile_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32898);
/* harmony import */ var _binary_context_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(14426);






/** Reads or makes what an image is built from; answers the reason where that is impossible. */
async function readInput({ source }, backend, places, run) {
    if (source.type === "binary") {
        // Another base brings its own.
        return await binaryInput(source, source.base === null ? await zoneinfo(backend, run) : null, places);
    }
    const parsed = await (0,_project_dockerfile_js__WEBPACK_IMPORTED_MODULE_4__/* .readDockerfile */ .n)(places.root, source.dockerfile);
    return parsed === null ? { reason: `no Dockerfile at ${source.dockerfile}` } : { type: "dockerfile", source, parsed };
}
async function zoneinfo(backend, run) {
    const path = await backend.zoneinfo(run);
    if (path === null) {
        run.progress(_binary_context_js__WEBPACK_IMPORTED_MODULE_5__/* .noZoneinfo */ .k1);
        await run.log.line(_binary_context_js__WEBPACK_IMPORTED_MODULE_5__/* .noZoneinfo */ .k1);
    }
    return path;
}
async function binaryInput(source, zones, { tempDir, resultDirOf }) {
    // BuildKit takes files of an earlier context of the same name for unchanged when sizes and times are, and times here are always the same.
    const context = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tempDir, "binary-context-"));
    const binaries = source.binaries.map(({ platform, stage, out }) => {
        const from = resultDirOf(stage);
        if (from === undefined)
            throw new Error(`image: no results of ${stage}`);
        return { platform, path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(from, out) };
    });
    const { entrypoint, base } = source;
    const reason = await (0,_binary_context_js__WEBPACK_IMPORTED_MODULE_5__/* .writeBinaryContext */ .mw)({ dir: context, entrypoint, base, binaries, zoneinfo: zones });
    return reason === null ? { type: "binary", context, base: base ?? "scratch" } : { reason };
}
/**
 * What BuildKit ignores of a context: `<Dockerfile>.dockerignore`, else the context's .dockerignore. Both paths are absolute.
 * https://docs.docker.com/build/concepts/context/#filename-and-location
 */
async function readIgnoreFile(dockerfile, context) {
    for (const path of [`${dockerfile}.dockerignore`, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, ".dockerignore")]) {
        const text = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ifThere */ .y)((0,_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readRegularFile */ .X)(path));
        if (text !== null)
            return text;
    }
    return "";
}


/***/ }),

/***/ 63063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ parseIndex),
/* harmony export */   AB: () => (/* binding */ withoutAttestations),
/* harmony export */   K9: () => (/* binding */ packLayout),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   Sy: () => (/* binding */ readSaved),
/* harmony export */   T4: () => (/* binding */ readLayout),
/* harmony export */   j_: () => (/* binding */ nativeImage),
/* harmony export */   wy: () => (/* binding */ writeLayout)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var tar__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98697);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(92857);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71877);
/* harmony import */ var _files_digest_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84493);
/* harmony import */ var _files_move_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(12823);
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3847);









/**
 * Images as OCI layouts on disk (https://specs.opencontainers.org/image-spec/image-layout/), with the `manifest.json` of `docker save` beside, which
 * every docker that can load images understands.
 */
const descriptorSchema = zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({
    mediaType: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    digest: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().regex(/^sha256:[0-9a-f]{64}$/),
    size: zod__WEBPACK_IMPORTED_MODULE_7__/* .number */ .aig(),
    platform: zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({ os: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), architecture: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), variant: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().optional() }).optional(),
});
/** With whatever else it says, for whoever writes it anew. */
const indexSchema = zod__WEBPACK_IMPORTED_MODULE_7__/* .looseObject */ ._H3({ manifests: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_7__/* .looseObject */ ._H3(descriptorSchema.shape)) });
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({ config: descriptorSchema, layers: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(descriptorSchema) });
const configSchema = zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({ os: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), architecture: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), variant: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().optional() });
const savedSchema = zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({ Config: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), Layers: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()).nullable() }));
/** Manifest in the terms of OCI or Docker; null for an index. */
function parseManifest(value) {
    const parsed = manifestSchema.safeParse(value);
    return parsed.success ? parsed.data : null;
}
/** What an index names; null for a manifest. */
function parseIndex(value) {
    const parsed = indexSchema.safeParse(value);
    return parsed.success ? parsed.data.manifests : null;
}
/** The images of an OCI layout, however its indexes are nested; attestations are left out. */
async function readLayout(dir) {
    const images = [];
    const pending = [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dir, "index.json")];
    for (let path = pending.shift(); path !== undefined; path = pending.shift()) {
        const value = await readJson(path);
        for (const { digest, platform } of parseIndex(value) ?? []) {
            if (platform?.os !== "unknown")
                pending.push(blobPath(dir, digest));
        }
        const manifest = parseManifest(value);
        if (manifest === null)
            continue;
        const config = blobPath(dir, manifest.config.digest);
        const layers = manifest.layers.map((layer) => blobPath(dir, layer.digest));
        images.push({ platform: await platformOf(config), configDigest: manifest.config.digest, config, layers });
    }
    return images;
}
/** A layout without attestations, in `to` (absolute, not there); byte by byte the same where it has none. */
async function withoutAttestations(from, to) {
    const kept = [];
    /** The text of an index without them. */
    const strip = async (path) => {
        const index = indexSchema.parse(await readJson(path));
        const manifests = [];
        for (const entry of index.manifests.filter(({ platform }) => platform?.os !== "unknown")) {
            const blob = blobPath(from, entry.digest);
            const inner = parseManifest(await readJson(blob));
            if (inner !== null) {
                kept.push(entry, inner.config, ...inner.layers);
                manifests.push(entry);
                continue;
            }
            const text = await strip(blob);
            const digest = `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex")}`;
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(blobPath(to, digest), text);
            manifests.push({ ...entry, digest, size: Buffer.byteLength(text) });
        }
        const attested = manifests.length < index.manifests.length;
        const changed = manifests.some(({ digest }, at) => digest !== index.manifests[at]?.digest);
        return attested || changed ? JSON.stringify({ ...index, manifests }) : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, "utf8");
    };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(to, "blobs", "sha256"), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(to, "index.json"), await strip((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(from, "index.json")));
    for (const digest of new Set(kept.map((descriptor) => descriptor.digest))) {
        await (0,_files_move_js__WEBPACK_IMPORTED_MODULE_6__/* .linkOrCopy */ .L7)(blobPath(from, digest), blobPath(to, digest));
    }
    await markLayout(to);
    return to;
}
/** The image for a platform (`os/arch`, perhaps with a variant), else the first. Throws EnvironmentError when there is none at all. */
function nativeImage(images, enginePlatform) {
    const own = images.find(({ platform }) => `${platform}/`.startsWith(`${enginePlatform}/`)) ?? images[0];
    if (own === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .EnvironmentError */ .eG("the builder answered with an empty image", "Run again.");
    return own;
}
/** The image in an unpacked `docker save`, of any age. */
async function readSaved(dir) {
    const [saved] = savedSchema.parse(await readJson((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dir, "manifest.json")));
    if (saved === undefined)
        throw new Error("docker save: manifest.json names no image");
    const config = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dir, saved.Config);
    const layers = (saved.Layers ?? []).map((layer) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dir, layer));
    return { platform: await platformOf(config), configDigest: await digestOf(config), config, layers };
}
async function platformOf(config) {
    const { os, architecture, variant } = configSchema.parse(await readJson(config));
    return [os, architecture, ...(variant === undefined || variant === "" ? [] : [variant])].join("/");
}
/** Writes one image as a layout of its own into `dir`, with `manifest.json`; files are linked, not copied, where that is possible. */
async function writeLayout(dir, image, references) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dir, "blobs", "sha256"), { recursive: true });
    const layers = [];
    for (const layer of image.layers)
        layers.push(await addBlob(dir, layer, await layerType(layer)));
    const config = await addBlob(dir, image.config, "application/vnd.oci.image.config.v1+json");
    const type = "application/vnd.oci.image.manifest.v1+json";
    const manifest = JSON.stringify({ schemaVersion: 2, mediaType: type, config, layers });
    const digest = `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(manifest).digest("hex")}`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(blobPath(dir, digest), manifest);
    const entry = { mediaType: type, digest, size: Buffer.byteLength(manifest) };
    const manifests = references.map((reference) => ({ ...entry, annotations: nameAnnotations(reference) }));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dir, "index.json"), JSON.stringify({ schemaVersion: 2, manifests }));
    await markLayout(dir);
    const blob = (digest) => `blobs/sha256/${digest.slice("sha256:".length)}`;
    const Layers = layers.map((layer) => blob(layer.digest));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dir, "manifest.json"), JSON.stringify([{ Config: blob(config.digest), RepoTags: references, Layers }]));
}
/** buildx leaves this file out of a layout in a directory before 0.11. */
async function markLayout(dir) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dir, "oci-layout"), JSON.stringify({ imageLayoutVersion: "1.0.0" }));
}
/** How `docker load` and containerd find an image's name in a layout. */
function nameAnnotations(reference) {
    const tag = reference.slice(reference.lastIndexOf(":") + 1);
    return { "io.containerd.image.name": (0,_references_js__WEBPACK_IMPORTED_MODULE_8__/* .fullReference */ .P$)(reference), "org.opencontainers.image.ref.name": tag };
}
/** Packs a layout; equal layouts make equal files. */
async function packLayout(dir, file) {
    const names = ["oci-layout", "index.json", "manifest.json", "blobs"];
    const there = await Promise.all(names.map((name) => exists((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dir, name))));
    const entries = names.filter((_, index) => there[index]);
    await (0,tar__WEBPACK_IMPORTED_MODULE_3__.create)({ cwd: dir, file, portable: true, mtime: new Date(0), jobs: 1 }, entries);
}
async function addBlob(dir, file, mediaType) {
    // docker save of before 25 links to layers that occur twice.
    const source = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(file);
    const digest = await digestOf(source);
    const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(source);
    const target = blobPath(dir, digest);
    if (!(await exists(target)))
        await (0,_files_move_js__WEBPACK_IMPORTED_MODULE_6__/* .linkOrCopy */ .L7)(source, target);
    return { mediaType, digest, size };
}
/** By the first bytes: gzip, zstd, or a plain tar. */
async function layerType(path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path);
    try {
        const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
        const plain = "application/vnd.oci.image.layer.v1.tar";
        if (buffer.readUInt16BE(0) === 0x1f8b)
            return `${plain}+gzip`;
        return buffer.readUInt32LE(0) === 0xfd2fb528 ? `${plain}+zstd` : plain;
    }
    finally {
        await file.close();
    }
}
async function digestOf(path) {
    return `sha256:${(await (0,_files_digest_file_js__WEBPACK_IMPORTED_MODULE_5__/* .digestFile */ .T)(path)).sha256}`;
}
function blobPath(dir, digest) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dir, "blobs", "sha256", digest.replace(/^sha256:/, ""));
}
async function exists(path) {
    return (await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ifThere */ .y)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path))) !== null;
}
async function readJson(path) {
    return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, "utf8"));
}


/***/ }),

/***/ 68828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ createImageRunner)
});

// EXTERNAL MODULE: ./build/stage/src/model/outcome.js
var outcome = __webpack_require__(77594);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/project/dockerfile-facts.js
var dockerfile_facts = __webpack_require__(87256);
// EXTERNAL MODULE: ./build/stage/src/engine/image/base-platform.js
var base_platform = __webpack_require__(18346);
// EXTERNAL MODULE: ./build/stage/src/engine/image/references.js
var references = __webpack_require__(3847);
;// CONCATENATED MODULE: ./build/stage/src/engine/image/build-problem.js


/** Tells a broken Dockerfile from a broken environment, with what to do. `dockerfile` is null for an image of a binary. */
function buildProblem(report, dockerfile, given) {
    const error = report.error ?? "the build ended without a message";
    const rules = violatedRules(error);
    if (rules.length > 0)
        return violation(report, dockerfile, rules);
    const environment = generatorProblem(error, report.failedStep, given.generator) ?? environmentProblem(error, report.failedStep);
    if (environment !== null)
        return environment;
    const line = report.line ?? (dockerfile === null ? null : lineOf(dockerfile, report.failedStep, error));
    const reason = [describe(error, report.failedStep), ...hints(report, dockerfile, given)].join(". ");
    const place = line === null || dockerfile === null ? "" : `${dockerfile.path}:${line}: `;
    const output = report.failedOutput.filter((text) => text.trim() !== "").slice(-10);
    const problems = line === null ? [] : [{ line, message: [reason, ...output].join("\n") }];
    return { type: "failed", reason: `${place}${reason}`, problems };
}
/**
 * Rules of build checks that are errors (`# check=error=true`, or the build argument BUILDKIT_DOCKERFILE_CHECK), as the error of BuildKit 0.30 names them:
 * in another order each time.
 */
function violatedRules(error) {
    const rules = /^lint violation found for rules: (.+)$/.exec(error)?.[1];
    return rules === undefined ? [] : rules.split(", ").sort();
}
/** The checks themselves are findings, so there is nothing to add at their lines. */
function violation(report, dockerfile, rules) {
    const lines = report.checks.flatMap(({ rule, line }) => (rule !== null && rules.includes(rule) ? [line] : []));
    const place = dockerfile === null || lines.length === 0 ? "" : `${dockerfile.path}:${Math.min(...lines)}: `;
    const reason = `${place}build checks that count as errors failed: ${rules.join(", ")}`;
    return { type: "failed", reason, problems: [] };
}
/** What the build checks found, and which of it failed the build. */
function dockerfileChecks({ checks, error }) {
    const rules = violatedRules(error ?? "");
    return checks.map((check) => ({ ...check, fails: check.rule !== null && rules.includes(check.rule) }));
}
/** BuildKit pulls and runs the generator of SBOMs as part of the build; the Dockerfile has no part in it. */
function generatorProblem(error, step, generator) {
    if (generator === null || step === null)
        return null;
    const pulled = /^resolve image config for docker-image:\/\/(\S+)$/.exec(step)?.[1] ?? "";
    if ((0,references/* repositoryOf */._M)(pulled) === (0,references/* repositoryOf */._M)((0,references/* fullReference */.P$)(generator))) {
        const message = `the generator of the SBOM, ${generator}, cannot be pulled: ${error}`;
        return { type: "errored", message, remedy: generatorRemedy };
    }
    if (!/^\[[^\]]*\] generating sbom using /.test(step))
        return null;
    const message = `the generator of the SBOM, ${generator}, failed: ${error}`;
    return { type: "errored", message, remedy: generatorRemedy };
}
const generatorRemedy = "Name one that the builder can reach, such as a mirror of docker/buildkit-syft-scanner (docker-sbom: registry.example.com/buildkit-syft-scanner:1), or set docker-sbom to false.";
const ranAndFailed = /did not complete successfully: exit code|executor failed running|returned a non-zero code/;
const network = /dial (tcp|udp|unix)|no such host|connection (refused|reset)|i\/o timeout|handshake (timeout|failure)|EOF$|x509:|HTTP response to HTTPS client|unexpected status[^:]*: (429|5\d\d)|toomanyrequests|Too Many Requests|Service Unavailable|context deadline exceeded|no route to host|network is unreachable|proxyconnect/i;
const daemonLost = /error reading from server|code = Unavailable|Cannot connect to the Docker daemon|no builder .* found/i;
function environmentProblem(error, step) {
    if (ranAndFailed.test(error))
        return null;
    if (/no space left on device|disk quota exceeded/i.test(error)) {
        const remedy = "Free some space; `docker system df` shows what Docker holds, `docker builder prune` empties its cache.";
        return { type: "errored", message: `the disk is full: ${error}`, remedy };
    }
    if (daemonLost.test(error)) {
        return {
            type: "errored",
            message: `the builder was lost: ${error}`,
            remedy: "Run again; check the daemon's log if it persists.",
        };
    }
    if (!network.test(error))
        return null;
    const image = (0,dockerfile_facts/* loadedBase */.rn)(step ?? "");
    const what = image === null ? "the network failed during the build" : `the registry of base image ${image} cannot be reached`;
    const remedy = "Check the network, the proxy settings and the registry, then run again.";
    return { type: "errored", message: `${what}: ${error}`, remedy };
}
function describe(error, step) {
    const image = (0,dockerfile_facts/* loadedBase */.rn)(step ?? "") ?? pullDenied(error);
    if (image !== null) {
        if (/denied|unauthorized|insufficient_scope|authentication required|forbidden/i.test(error)) {
            return `base image ${image} does not exist, or needs a login (docker login) that this machine does not have`;
        }
        if (/no match for platform|no matching manifest for/i.test(error)) {
            // Of platforms that are resolved side by side, the step that BuildKit ends with the error may be another one's (0.30).
            const platform = /no matching manifest for (\S+)/.exec(error)?.[1];
            return `base image ${image} is none for ${platform ?? "a platform of the image"}`;
        }
        if (/not found|manifest unknown/i.test(error))
            return `base image ${image} not found`;
    }
    const code = /exit code: (\d+)|non-zero code: (\d+)/.exec(error);
    const instruction = step?.replace(/^\[[^\]]*\]\s*/, "");
    if (code !== null && instruction !== undefined)
        return `${clip(instruction)} failed with exit code ${code[1] ?? code[2]}`;
    return error;
}
function pullDenied(error) {
    return /(?:pull access denied for|manifest for) ([^\s,]+)/.exec(error)?.[1] ?? null;
}
function clip(text) {
    return text.length <= 120 ? text : `${text.slice(0, 117)}...`;
}
function lineOf(dockerfile, step, error) {
    const blank = /base name \((.*)\) should not be blank/.exec(error)?.[1];
    if (blank !== undefined) {
        const from = dockerfile.instructions.find((found) => found.keyword === "FROM" && found.value.includes(blank));
        return from?.line ?? null;
    }
    return step === null ? null : (0,dockerfile_facts/* instructionLine */.HH)(dockerfile, step);
}
/** What the Dockerfile asks for and nobody gave, when that can be the cause. */
function hints(report, dockerfile, given) {
    const ran = /^\[[^\]]*\] RUN /.test(report.failedStep ?? "");
    const blank = /should not be blank|invalid reference format/.test(report.error ?? "");
    if (dockerfile === null || !(ran || blank))
        return [];
    const args = (0,dockerfile_facts/* missingArgs */.Eu)(dockerfile, given.buildArgs);
    const secrets = ran ? (0,dockerfile_facts/* missingSecrets */.mO)(dockerfile, given.secretIds) : [];
    const found = [];
    if (secrets.length > 0)
        found.push(`It mounts secrets that docker-secrets does not give: ${secrets.join(", ")}`);
    if (args.length > 0) {
        found.push(`It has arguments without a default that docker-build-args does not set: ${args.join(", ")}`);
    }
    return found;
}

// EXTERNAL MODULE: ./build/stage/src/engine/image/input.js
var image_input = __webpack_require__(68101);
;// CONCATENATED MODULE: ./build/stage/src/engine/image/build.js






/** Builds the image of a step. A broken Dockerfile is a value; throws EnvironmentError when the environment is to blame. */
async function buildImage(step, backend, places, run) {
    await backend.prepare(step, run);
    const input = await (0,image_input/* readInput */.R)(step, backend, places, run);
    if ("reason" in input)
        return { image: null, facts: (0,outcome/* failedImage */.HZ)(input.reason, []), cached: false };
    const { image, report, base } = await backend.build(step, input, run);
    const checks = checksOf(input, report, backend);
    if (image === null)
        return { image, facts: whyNot(step, input, report, checks), cached: false };
    const wrong = input.type === "binary" ? (0,base_platform/* wrongBase */.VJ)(input.base, base) : null;
    if (wrong !== null)
        return { image: null, facts: (0,outcome/* failedImage */.HZ)(wrong, []), cached: false };
    run.progress(`${image.platforms.join(", ")}: ${image.layers} layers, ${image.size} bytes`);
    return { image, facts: imageFacts(image, input, checks), cached: report.cached };
}
function whyNot({ attest }, input, report, checks) {
    const [parsed, given] = input.type === "dockerfile" ? [input.parsed, input.source] : [null, { buildArgs: [], secretIds: [] }];
    const refused = input.type === "binary" ? (0,base_platform/* refusedBase */.oI)(input.base, report.error ?? "") : null;
    if (refused !== null)
        return (0,outcome/* failedImage */.HZ)(refused, []);
    const problem = buildProblem(report, parsed, { ...given, generator: attest?.sbom ?? null });
    if (problem.type === "errored")
        throw new errors/* EnvironmentError */.eG(problem.message, problem.remedy);
    return (0,outcome/* failedImage */.HZ)(problem.reason, problem.problems, checks);
}
function imageFacts(image, input, checks) {
    const { configDigest, platforms, size, layers } = image;
    const base = input.type === "dockerfile" ? (0,dockerfile_facts/* baseImage */.fF)(input.parsed, input.source) : input.base;
    return { ...outcome/* noImageFacts */.c0, configDigest, platforms, size, layers, base, dockerfileChecks: checks };
}
/** The Dockerfile of an image of a binary is ours. A builder that looks for nothing fails nothing, whatever the Dockerfile asks for. */
function checksOf(input, report, backend) {
    if (input.type !== "dockerfile")
        return [];
    const line = (0,dockerfile_facts/* strictChecksLine */.fS)(input.parsed, input.source.buildArgs);
    const builder = line === null ? null : backend.withoutChecks(input.parsed);
    if (line === null || builder === null)
        return dockerfileChecks(report);
    const message = `error=true fails nothing here: ${builder} makes no build checks`;
    return [...dockerfileChecks(report), { rule: null, line, message, url: null, fails: false }];
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/stage/src/engine/image/layout.js
var layout = __webpack_require__(63063);
;// CONCATENATED MODULE: ./build/stage/src/engine/image/delivery.js







/** Safest first: a push that fails leaves the tarball and the loaded image. */
const order = ["tarball", "load", "push"];
/** Hands the tested image over under its names. Throws only for what ends the step from outside. */
async function deliver(step, goods) {
    const outputs = step.outputs === "default" ? await goods.backend.defaultOutputs(goods.run) : step.outputs;
    const references = new Set();
    let tarball = null;
    let manifestDigest = null;
    const facts = () => ({ ...outcome/* noImageFacts */.c0, references: [...references], tarball, manifestDigest });
    try {
        for (const output of order.filter((candidate) => outputs.includes(candidate))) {
            if (output === "tarball")
                tarball = await writeTarball(step, goods);
            else if (output === "load") {
                await load(step.tags, goods);
                for (const reference of step.tags)
                    references.add(reference);
            }
            else {
                for (const reference of step.tags) {
                    const digest = await push(reference, goods);
                    manifestDigest ??= digest;
                    references.add(reference);
                }
            }
        }
        return { facts: facts(), problem: null };
    }
    catch (error) {
        if (!(error instanceof errors/* EnvironmentError */.eG))
            throw error;
        return { facts: facts(), problem: error };
    }
}
async function writeTarball(step, goods) {
    const { image, backend, run } = goods;
    const dir = (0,external_node_path_.join)(run.resultDir, "image");
    await (0,promises_.mkdir)(dir, { recursive: true });
    const file = (0,external_node_path_.join)(dir, `${(0,references/* shortName */.EU)(step.name)}.tar`);
    await (0,layout/* packLayout */.K9)(await backend.layout(image, step.tags, run), file);
    await run.log.line(`wrote image/${(0,external_node_path_.basename)(file)}`);
    return file;
}
async function load(references, goods) {
    const { image, backend, run } = goods;
    await backend.load(image, references, run);
    for (const reference of references)
        await run.log.line(`loaded ${reference} (${image.platform})`);
}
/** Answers the digest at the registry. */
async function push(reference, goods) {
    const { image, backend, run } = goods;
    const digest = await pushWithRetries(reference, goods);
    await run.log.line(`pushed ${reference}@${digest}`);
    await backend.verify(image, { reference, digest }, run);
    return digest;
}
async function pushWithRetries(reference, goods) {
    const { image, backend, retryDelaysMs, run } = goods;
    for (const pause of [...retryDelaysMs, null]) {
        const attempt = await backend.push(image, reference, run);
        if ("digest" in attempt)
            return attempt.digest;
        const problem = pushProblem(attempt.cause, reference);
        if (pause === null || !problem.again)
            throw new errors/* EnvironmentError */.eG(problem.message, problem.remedy);
        run.progress(`${problem.message}; trying again in ${pause / 1_000} s`);
        await (0,external_node_timers_promises_.setTimeout)(pause, undefined, { signal: run.signal });
    }
    throw new Error("unreachable: the last attempt answers or throws");
}
/** `cause`: what the registry, or whoever could not reach it, said last. */
function pushProblem(cause, reference) {
    const registry = (0,references/* registryOf */.Fv)(reference);
    const refused = /denied|unauthorized|authorization failed|authentication required|no basic auth|forbidden|\b40[13]\b/i;
    if (refused.test(cause)) {
        return {
            message: `${registry} refuses to take ${reference}: ${cause}`,
            remedy: "Set registry-username and registry-password (with the right to write), or log in with docker login before.",
            again: false,
        };
    }
    return {
        message: `${reference} could not be pushed: ${cause}`,
        remedy: `Check that the engine can reach ${registry} and that it has room, then run again.`,
        again: true,
    };
}

// EXTERNAL MODULE: ./build/stage/src/engine/outcome.js
var engine_outcome = __webpack_require__(57995);
;// CONCATENATED MODULE: ./build/stage/src/engine/image/outcome.js



/** The result of a step that threw: ended from outside, out of time, or in a broken environment. Throws on what is none of these. */
function endOf(error, cancelled, limit) {
    if (cancelled.aborted)
        return { end: "cancelled", facts: outcome/* noImageFacts */.c0 };
    if (limit.aborted)
        return { end: "timed-out", facts: outcome/* noImageFacts */.c0 };
    if (!(error instanceof errors/* EnvironmentError */.eG))
        throw error;
    return { end: "errored", facts: outcome/* noImageFacts */.c0, problem: error };
}
/** Removes secrets from all texts that may quote what a program printed. */
function redactResult(result, redact) {
    const { facts, problem } = result;
    const { judgement, tested, dockerfileProblems, dockerfileChecks } = facts;
    return {
        ...result,
        facts: {
            ...facts,
            tested: tested === null ? null : redact(tested),
            judgement: judgement === null ? null : { ...judgement, reason: redact(judgement.reason) },
            dockerfileProblems: dockerfileProblems.map((found) => ({ ...found, message: redact(found.message) })),
            dockerfileChecks: dockerfileChecks.map((found) => ({ ...found, message: redact(found.message) })),
        },
        problem: problem ? { message: redact(problem.message), remedy: problem.remedy } : null,
    };
}
/** The outcome as engines report it; the step's log stands in for the output of a command. */
function stepOutcome({ step, resultDir, log, startedAt, result }) {
    const durationMs = Date.now() - startedAt.getTime();
    const failed = result.facts.judgement?.status === "failed";
    const exitCode = result.end === "exited" ? (failed ? 1 : 0) : null;
    const command = { exitCode, signal: null, durationMs, stdout: log.stdout, stderr: log.stderr };
    const { facts: image, ...ended } = result;
    return (0,engine_outcome/* outcomeOf */.s)({ step, resultDir }, { ...ended, startedAt, durationMs, commands: [command], image });
}

// EXTERNAL MODULE: ./build/stage/src/engine/image/smoke.js
var smoke = __webpack_require__(61940);
;// CONCATENATED MODULE: ./build/stage/src/engine/image/smoke-test.js

/** Runs the smoke test of a built image, in containers of its engine. */
async function smokeTest(step, image, backend, run) {
    const { platform, enginePlatform, hasCommand } = image;
    if (archOf(platform) !== archOf(enginePlatform)) {
        const reason = `${platform}: built, not run (${backend.name} is on ${enginePlatform})`;
        return { status: "warned", reason, tested: null };
    }
    const verdict = hasCommand || step.command.length > 0 ? await observe(step, image, backend, run) : nothingToStart;
    run.progress(verdict.reason);
    await run.log.line(`${verdict.status}: ${verdict.reason}`);
    return verdict;
}
const nothingToStart = {
    status: "failed",
    reason: "the container cannot start: the image has neither ENTRYPOINT nor CMD. Set smoke-command, or give it one.",
    tested: "start of the container",
};
function archOf(platform) {
    return platform.split("/")[1];
}
async function observe(step, image, backend, run) {
    const observer = await backend.observer(step, image, run);
    try {
        const seen = [];
        for (let command = (0,smoke/* nextContainer */.Jx)(step, seen); command !== null; command = (0,smoke/* nextContainer */.Jx)(step, seen)) {
            const watched = await observer.watch(command);
            await logEnd(watched, run);
            seen.push(watched);
        }
        return (0,smoke/* judgeSmoke */.Hb)(step, seen);
    }
    finally {
        await observer.close();
    }
}
async function logEnd({ output, stubborn, running, exitCode }, { log }) {
    if (output !== "")
        await log.lines(output.trimEnd().split(/\r?\n/));
    if (stubborn)
        await log.line("(it did not end on SIGTERM and was killed)");
    await log.line(running ? "(still running, stopped)" : `(exit code ${exitCode ?? "none"})`);
}

// EXTERNAL MODULE: ./build/stage/src/engine/image/step-log.js
var step_log = __webpack_require__(50056);
;// CONCATENATED MODULE: ./build/stage/src/engine/image/pipeline.js






/** The steps on the image, the same on every engine. */
function createImageRunner(options) {
    return new Pipeline(options);
}
class Pipeline {
    #options;
    #image = null;
    /** Stage that failed with this image: only `docker: warn` lets the next ones run then, and they have nothing to do. */
    #failed = null;
    constructor(options) {
        this.#options = options;
    }
    async run(step, { resultDir, progress }, signal) {
        const { redact, backend } = this.#options;
        const startedAt = new Date();
        const log = await step_log/* StepLog */.J.open(resultDir, redact);
        const limit = AbortSignal.timeout(step.timeoutMs);
        const both = AbortSignal.any([signal, limit]);
        let result;
        try {
            const work = this.#execute(step, { resultDir, log, signal: both, progress: (line) => progress(redact(line)) });
            result = await (backend.endsWithSignal ? work : untilAborted(work, both));
        }
        catch (error) {
            result = endOf(both.aborted ? error : await backend.explain(error), signal, limit);
        }
        finally {
            await log.close();
        }
        if (result.end !== "exited" || result.facts.judgement?.status === "failed")
            this.#failed ??= step.stage;
        return stepOutcome({ step, resultDir, log, startedAt, result: redactResult(result, redact) });
    }
    async #execute(step, run) {
        if (step.type === "build-image")
            return await this.#build(step, run);
        const image = this.#image;
        if (image === null || this.#failed !== null) {
            const message = this.#failed === null ? "there is no image" : `${this.#failed} did not pass`;
            return { end: "blocked", facts: outcome/* noImageFacts */.c0, problem: { message, remedy: "" } };
        }
        return step.type === "test-image" ? await this.#smoke(step, image, run) : await this.#deliver(step, image, run);
    }
    async #build(step, run) {
        const { image, facts, cached } = await buildImage(step, this.#options.backend, this.#options, run);
        this.#image = image;
        return { end: "exited", facts, cached };
    }
    async #smoke(step, image, run) {
        const { tested, ...judgement } = await smokeTest(step, image, this.#options.backend, run);
        return { end: "exited", facts: { ...outcome/* noImageFacts */.c0, tested, judgement } };
    }
    async #deliver(step, image, run) {
        const { backend, retryDelaysMs = [2_000, 5_000, 15_000] } = this.#options;
        const { facts, problem } = await deliver(step, { image, backend, retryDelaysMs, run });
        return { end: problem === null ? "exited" : "errored", facts, problem };
    }
}
/** For calls that cannot be aborted: what they answer after the end is nobody's concern. */
async function untilAborted(work, signal) {
    const over = new AbortController();
    const aborted = new Promise((_, reject) => {
        const stop = () => reject(signal.reason);
        if (signal.aborted)
            stop();
        signal.addEventListener("abort", stop, { once: true, signal: over.signal });
    });
    try {
        return await Promise.race([work, aborted]);
    }
    finally {
        over.abort();
        work.catch(() => undefined);
        aborted.catch(() => undefined);
    }
}


/***/ }),

/***/ 3847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   Fv: () => (/* binding */ registryOf),
/* harmony export */   P$: () => (/* binding */ fullReference),
/* harmony export */   _M: () => (/* binding */ repositoryOf)
/* harmony export */ });
/** The registry that a reference names; Docker Hub when its first element has no dot, no port and is not localhost. */
function registryOf(reference) {
    const [first = "", ...rest] = reference.split("/");
    return rest.length > 0 && isRegistry(first) ? first : "docker.io";
}
/** A reference without its tag. */
function repositoryOf(reference) {
    const colon = reference.lastIndexOf(":");
    return colon > reference.lastIndexOf("/") ? reference.slice(0, colon) : reference;
}
/** `app:v1` -> `docker.io/library/app:v1`, as containerd spells names. */
function fullReference(reference) {
    const [first = "", ...rest] = reference.split("/");
    if (rest.length === 0)
        return `docker.io/library/${reference}`;
    return isRegistry(first) ? reference : `docker.io/${reference}`;
}
/** The last element of an image's name: what files of it are called. */
function shortName(name) {
    return name.split("/").at(-1) ?? name;
}
function isRegistry(element) {
    return /[.:]/.test(element) || element === "localhost";
}


/***/ }),

/***/ 61940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hb: () => (/* binding */ judgeSmoke),
/* harmony export */   Jx: () => (/* binding */ nextContainer),
/* harmony export */   _l: () => (/* binding */ settleMs),
/* harmony export */   n2: () => (/* binding */ isSatisfied)
/* harmony export */ });
/** With nothing asked for, a container that is still up after this time passes. */
const settleMs = 3_000;
/** Arguments to start the next container with, empty for the image's own command; null when the test is over. With a command and a probe, a command that ends well is a test of its own. */
function nextContainer(step, seen) {
    const [first, second] = seen;
    if (first === undefined)
        return step.command;
    const separate = step.commandGiven && step.probe !== null && endedWell(first) && !answered(first);
    return separate && second === undefined && contains(step, first) ? [] : null;
}
/** True when the engine can stop watching a running container: everything that was asked for has been seen. */
function isSatisfied(step, seen) {
    if (isCommandTest(step))
        return false;
    if (step.probe !== null && !answered(seen))
        return false;
    if (seen.health !== null && seen.health.status !== "healthy")
        return false;
    if (step.output !== null && !contains(step, seen))
        return false;
    const asked = step.probe !== null || seen.health !== null || step.output !== null;
    return asked || seen.observedMs >= Math.min(settleMs, step.limitMs);
}
/** Judges the smoke test; `seen` holds the one or two containers that `nextContainer` asked for. */
function judgeSmoke(step, seen) {
    const last = seen.at(-1);
    if (last === undefined)
        throw new Error("smoke: no container was started");
    const command = seen.length > 1 ? `${quoteCommand(step.command)} exited 0; ` : "";
    const verdict = startProblem(last) ?? (last.running ? judgeRunning(step, last) : judgeEnded(step, last, seen.length));
    return { ...verdict, tested: `${command}${verdict.tested}` };
}
function startProblem(seen) {
    const tested = "start of the container";
    if (seen.startError !== null)
        return failed(`the container cannot start: ${seen.startError}`, tested);
    if (seen.running)
        return null;
    const exec = execProblem(seen.output);
    if (exec !== null)
        return failed(`the container cannot start: ${exec}`, tested);
    if (seen.oomKilled)
        return failed(`killed for using too much memory (exit code ${seen.exitCode})`, tested);
    if (seen.exitCode === 126)
        return failed("the command cannot be executed (exit code 126)", tested);
    if (seen.exitCode === 127)
        return failed("the command was not found in the image (exit code 127)", tested);
    const signal = crashSignal(seen.exitCode) ?? goCrashSignal(seen);
    return signal === null ? null : failed(`crashed with ${signal} (exit code ${seen.exitCode})`, tested);
}
/** What runc prints in the container's place when the kernel refuses the program: wrong processor, missing loader or interpreter, no permission. */
function execProblem(output) {
    const refused = "exec format error|no such file or directory|permission denied";
    const pattern = new RegExp(`^(?:standard_init_linux\\.go:\\d+: )?exec (?:user process caused|\\S+): (?:${refused})$`);
    const line = output.trim();
    if (!pattern.test(line))
        return null;
    if (line.endsWith("exec format error"))
        return `${line} (built for another platform?)`;
    return line.endsWith("no such file or directory") ? `${line} (not a static binary?)` : line;
}
const crashSignals = {
    4: "SIGILL",
    5: "SIGTRAP",
    6: "SIGABRT",
    7: "SIGBUS",
    8: "SIGFPE",
    9: "SIGKILL",
    11: "SIGSEGV",
    31: "SIGSYS",
};
function crashSignal(exitCode) {
    return exitCode === null ? null : (crashSignals[exitCode - 128] ?? null);
}
/**
 * Go programs catch crash signals, print their goroutines and exit 2: `SIGSEGV: segmentation violation` with `PC=…`, or a panic with
 * `[signal SIGSEGV: …`. A panic without a signal (often for want of a database) is an exit code like any other.
 */
function goCrashSignal({ exitCode, output }) {
    if (exitCode !== 2)
        return null;
    return (/^\[signal (SIG[A-Z]+)[: ]/m.exec(output) ?? /^(SIG[A-Z]+): .*\nPC=/m.exec(output))?.[1] ?? null;
}
function judgeRunning(step, seen) {
    if (isCommandTest(step)) {
        const reason = `${what(step)} did not end within ${seconds(step.limitMs)}. For a service set smoke-port.`;
        return failed(reason, what(step));
    }
    const tested = testedService(step, seen);
    if (step.probe !== null && !answered(seen))
        return failed(noAnswer(step, seen), tested);
    if (seen.health?.status === "unhealthy")
        return failed(`its HEALTHCHECK failed${detail(seen.health.output)}`, tested);
    if (seen.health?.status === "starting") {
        return failed(`its HEALTHCHECK did not succeed within ${seconds(step.limitMs)}${detail(seen.health.output)}`, tested);
    }
    if (!contains(step, seen))
        return failed(`its output does not contain ${step.output}`, tested);
    return { status: "passed", reason: tested, tested };
}
function judgeEnded(step, seen, containers) {
    const code = seen.exitCode ?? -1;
    if (answered(seen))
        return failed(`exited ${code} after it had answered${detail(seen.output)}`, testedService(step, seen));
    if (step.probe !== null && !(step.commandGiven && containers === 1)) {
        const reason = `exited ${code} before it answered on port ${step.probe.port}${detail(seen.output)}`;
        return failed(reason, testedService(step, seen));
    }
    const tested = `${what(step)} exited ${code}`;
    const given = step.commandGiven || step.output !== null;
    if (code !== 0 && given)
        return failed(`${tested}${detail(seen.output)}`, tested);
    if (code !== 0)
        return { status: "warned", reason: `exited ${code}${detail(seen.output)}. ${hint}`, tested };
    if (!contains(step, seen))
        return failed(`${tested}, but its output does not contain ${step.output}`, tested);
    return { status: "passed", reason: tested, tested };
}
const hint = "Set smoke-command to something it can do here (such as --version), or smoke-port if it is a service; programs that need a database or arguments cannot start without.";
/** The exit code counts: a command was asked for and no service. */
function isCommandTest(step) {
    return step.commandGiven && step.probe === null;
}
function endedWell(seen) {
    return seen.startError === null && !seen.running && seen.exitCode === 0;
}
function answered(seen) {
    return seen.probe?.answered ?? false;
}
/** `smoke-output` between slashes is a regular expression, anything else plain text. */
function contains(step, seen) {
    if (step.output === null)
        return true;
    const pattern = /^\/(.+)\/([imsu]*)$/.exec(step.output);
    if (pattern?.[1] === undefined)
        return seen.output.includes(step.output);
    return new RegExp(pattern[1], pattern[2]).test(seen.output);
}
function testedService(step, seen) {
    const parts = [];
    if (step.probe !== null && seen.probe !== null)
        parts.push(testedProbe(step.probe, seen.probe));
    if (seen.health !== null)
        parts.push(`HEALTHCHECK ${seen.health.status}`);
    if (step.output !== null)
        parts.push(`output ${contains(step, seen) ? "contains" : "does not contain"} ${step.output}`);
    return parts.length === 0 ? `still up after ${seconds(seen.observedMs)}` : parts.join(", ");
}
function testedProbe(probe, seen) {
    const target = probe.path === null ? `port ${probe.port}` : `GET ${probe.path} on port ${probe.port}`;
    if (!seen.answered && seen.status === null)
        return `${target}: no answer`;
    if (probe.path === null)
        return `${target} accepted a connection after ${seconds(seen.afterMs)}`;
    return `${target} answered ${seen.status} after ${seconds(seen.afterMs)}`;
}
function noAnswer(step, seen) {
    const { port = 0, path = null, statuses = [] } = step.probe ?? {};
    const limit = seconds(step.limitMs);
    if (seen.probe?.status !== null && seen.probe?.status !== undefined) {
        const accepted = statuses.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
        return `GET ${path ?? "/"} on port ${port} answered ${seen.probe.status}, not ${accepted}, until ${limit} were over`;
    }
    const cause = seen.probe?.error ?? "nothing listens";
    return `no answer on port ${port} within ${limit} (${cause}). Check smoke-port; the service has to listen on all addresses, not on localhost.`;
}
function what(step) {
    return step.command.length === 0 ? "the image's own command" : quoteCommand(step.command);
}
function quoteCommand(command) {
    return `\`${command.join(" ")}\``;
}
/** The line of an output that says most: the cause of a panic, else the last one. */
function detail(output) {
    const lines = output.trim().split("\n");
    const line = (lines.find((text) => /^(panic|fatal error): /.test(text)) ?? lines.at(-1) ?? "").trim();
    return line === "" ? "" : `: ${line.slice(0, 200)}`;
}
function seconds(ms) {
    if (ms < 100)
        return `${ms} ms`;
    return `${(ms / 1_000).toFixed(ms < 9_950 && ms % 1_000 !== 0 ? 1 : 0)} s`;
}
function failed(reason, tested) {
    return { status: "failed", reason, tested };
}


/***/ }),

/***/ 50056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ StepLog),
/* harmony export */   X: () => (/* binding */ takeLines)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24717);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57995);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96254);





/** The log of one step: a file that only gets redacted lines. */
class StepLog {
    stdout;
    stderr;
    #file;
    #redact;
    constructor(file, stdout, stderr, redact) {
        this.#file = file;
        this.stdout = stdout;
        this.stderr = stderr;
        this.#redact = redact;
    }
    static async open(resultDir, redact) {
        const { stdout, stderr } = (0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .outputFiles */ .L)(resultDir, 0);
        for (const path of [stdout, stderr])
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)((0,_process_js__WEBPACK_IMPORTED_MODULE_3__/* .openNew */ .nR)(path));
        return new StepLog(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(stdout, "a"), stdout, stderr, redact);
    }
    async line(text) {
        await this.lines([text]);
    }
    async lines(texts) {
        if (texts.length > 0)
            await this.#file.write(`${this.#redact(texts.join("\n"))}\n`);
    }
    async close() {
        await this.#file.close();
    }
}
/** Lines of a file, one after the other, of each a megabyte at most; then the file is gone. */
async function* takeLines(path) {
    let lines = [];
    const splitter = (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .createLineSplitter */ .AD)((line) => lines.push(line));
    try {
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, "utf8")) {
            splitter.write(String(chunk));
            yield* lines;
            lines = [];
        }
        splitter.end();
        yield* lines;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true });
    }
}


/***/ }),

/***/ 77594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ failedImage),
/* harmony export */   c0: () => (/* binding */ noImageFacts),
/* harmony export */   d8: () => (/* binding */ withFollowUp)
/* harmony export */ });
/** An outcome with that of one more step for the same stage. */
function withFollowUp(outcome, next) {
    return {
        ...outcome,
        end: next.end,
        problem: next.problem,
        durationMs: outcome.durationMs + next.durationMs,
        followUps: [...(outcome.followUps ?? []), next],
    };
}
/** Facts of a step that found out nothing; adapters fill in what they know. */
const noImageFacts = {
    configDigest: null,
    manifestDigest: null,
    platforms: [],
    size: null,
    layers: null,
    base: null,
    tested: null,
    judgement: null,
    references: [],
    tarball: null,
    dockerfileProblems: [],
    dockerfileChecks: [],
};
/** Facts of an image that could not be built because of what the repository says. */
function failedImage(reason, dockerfileProblems, dockerfileChecks = []) {
    return { ...noImageFacts, judgement: { status: "failed", reason }, dockerfileProblems, dockerfileChecks };
}


/***/ }),

/***/ 87256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C9: () => (/* binding */ mountField),
/* harmony export */   Eu: () => (/* binding */ missingArgs),
/* harmony export */   HH: () => (/* binding */ instructionLine),
/* harmony export */   as: () => (/* binding */ buildStages),
/* harmony export */   fF: () => (/* binding */ baseImage),
/* harmony export */   fS: () => (/* binding */ strictChecksLine),
/* harmony export */   mO: () => (/* binding */ missingSecrets),
/* harmony export */   rn: () => (/* binding */ loadedBase)
/* harmony export */ });
/**
 * The image that the built stage starts from, with build arguments filled in, through stages that build on others. null when it cannot be told
 * (an argument without a value).
 */
function baseImage(dockerfile, inputs) {
    const stages = buildStages(dockerfile);
    const values = globalArgs(dockerfile, inputs.buildArgs);
    const target = inputs.target?.toLowerCase();
    let index = target === undefined ? stages.length - 1 : stages.findIndex((stage) => stage.name === target);
    if (index < 0 && target !== undefined && /^\d+$/.test(target))
        index = Number(target);
    for (let stage = stages[index]; stage !== undefined; stage = stages[index]) {
        const base = expand(stage.base, values);
        if (base === null)
            return null;
        const before = stages.slice(0, index).findLastIndex((other) => other.name === base.toLowerCase());
        if (before < 0)
            return base;
        index = before;
    }
    return null;
}
function buildStages(dockerfile) {
    return dockerfile.instructions
        .filter((instruction) => instruction.keyword === "FROM")
        .map((instruction) => {
        const words = instruction.value.split(/\s+/).filter((word) => !word.startsWith("--"));
        const named = words[1]?.toLowerCase() === "as";
        return { base: words[0] ?? "", name: named ? (words[2]?.toLowerCase() ?? null) : null };
    });
}
/** Only arguments declared before the first FROM can be used in one. */
function globalArgs(dockerfile, given) {
    const asked = new Map(given);
    const values = new Map();
    for (const { name, value } of declaredArgs(dockerfile.instructions.filter((found) => found.stage < 0))) {
        const found = asked.get(name) ?? (value === null ? null : expand(value, values));
        if (found !== null)
            values.set(name, found);
    }
    return values;
}
function declaredArgs(instructions) {
    return instructions
        .filter((instruction) => instruction.keyword === "ARG")
        .flatMap((instruction) => instruction.value.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [])
        .map((word) => {
        const at = word.indexOf("=");
        if (at < 0)
            return { name: word, value: null };
        return { name: word.slice(0, at), value: word.slice(at + 1).replace(/^(["'])(.*)\1$/, "$2") };
    });
}
/** `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:+other}`; null when a value is missing, and for the other forms that BuildKit knows (`${NAME%.*}`). */
function expand(text, values) {
    let missing = false;
    const result = text.replace(/\$(?:(\w+)|\{(\w+)(?::([-+])([^}]*))?\})/g, (_whole, bare, braced, operator, word) => {
        const value = values.get(bare ?? braced ?? "") ?? "";
        if (operator === "-")
            return value === "" ? (word ?? "") : value;
        if (operator === "+")
            return value === "" ? "" : (word ?? "");
        if (value === "")
            missing = true;
        return value;
    });
    return missing || result.includes("$") ? null : result;
}
/** Arguments that BuildKit sets by itself: https://docs.docker.com/reference/dockerfile/#predefined-args */
const predefined = /^(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT|STAGE)$|^BUILDKIT_|^SOURCE_DATE_EPOCH$|_proxy$/i;
/** Arguments declared without a default, anywhere, that nobody sets: the usual cause when a build fails that works elsewhere. */
function missingArgs(dockerfile, given) {
    const set = new Set(given.map(([name]) => name));
    const declared = declaredArgs(dockerfile.instructions);
    for (const { name, value } of declared)
        if (value !== null)
            set.add(name);
    const missing = declared.filter(({ name }) => !set.has(name) && !predefined.test(name)).map(({ name }) => name);
    return [...new Set(missing)];
}
/**
 * Line of `# check=…;error=true`, which makes violations of build checks errors; null without it, and where the build argument that takes its place says otherwise
 * (ParseLintOptions in frontend/dockerfile/linter of BuildKit 0.30).
 */
function strictChecksLine({ directives }, given) {
    if (given.some(([name]) => name === "BUILDKIT_DOCKERFILE_CHECK"))
        return null;
    const check = directives.find(({ name }) => name === "check");
    const options = check?.value.split(";").map((option) => option.trim()) ?? [];
    return options.some((option) => /^error\s*=\s*(1|t|true)$/i.test(option)) ? (check?.line ?? null) : null;
}
/** Ids of secrets that RUN instructions mount and nobody gives. */
function missingSecrets(dockerfile, given) {
    const ids = dockerfile.instructions
        .filter((instruction) => instruction.keyword === "RUN")
        .flatMap((instruction) => instruction.value.match(/--mount=\S*type=secret\S*/g) ?? [])
        .flatMap((mount) => secretId(mount) ?? []);
    return [...new Set(ids)].filter((id) => !given.includes(id));
}
/** Without an id the target's base name is it. */
function secretId(mount) {
    return mountField(mount, ["id"]) ?? mountField(mount, ["target", "dst", "destination"])?.split("/").at(-1) ?? null;
}
/** A field of `--mount=…` by one of its names. */
function mountField(mount, names) {
    const fields = mount.slice("--mount=".length).split(",");
    const found = fields.find((field) => names.includes(field.split("=")[0] ?? ""));
    return found?.replace(/^[^=]*=/, "").replace(/^"(.*)"$/, "$1") ?? null;
}
/** The base whose metadata a step of BuildKit asks a registry for; with several platforms it says for which. null: the step is another one. */
function loadedBase(step) {
    return /^\[(?:\S+ )?internal\] load metadata for (\S+)$/.exec(step)?.[1] ?? null;
}
/**
 * Line of the instruction that BuildKit shows as `name` (`[builder 2/5] RUN go build`, `[internal] load metadata for docker.io/library/golang:1`);
 * null when several or none look like it.
 */
function instructionLine(dockerfile, name) {
    const base = loadedBase(name);
    if (base !== null)
        return onlyLine(fromLines(dockerfile, base));
    const shown = collapse(name.replace(/^\[[^\]]*\]\s*/, ""));
    const equal = dockerfile.instructions.filter((found) => collapse(`${found.keyword} ${found.value}`) === shown);
    if (equal.length > 0)
        return onlyLine(equal);
    return onlyLine(dockerfile.instructions.filter((found) => startsAlike(found, shown)));
}
/** Variables are shown expanded: what stands before the first one has to do. */
function startsAlike(instruction, shown) {
    const text = collapse(`${instruction.keyword} ${instruction.value}`);
    const fixed = text.slice(0, text.indexOf("$")).trimEnd();
    return text.includes("$") && fixed.length > instruction.keyword.length && shown.startsWith(fixed);
}
function fromLines(dockerfile, reference) {
    const froms = dockerfile.instructions.filter((instruction) => instruction.keyword === "FROM");
    const short = reference.replace(/^docker\.io\/(library\/)?/, "");
    const base = (instruction) => instruction.value.split(/\s+/).find((word) => !word.startsWith("--")) ?? "";
    const exact = froms.filter((instruction) => [reference, short, short.replace(/:latest$/, "")].includes(base(instruction).replace(/^docker\.io\/(library\/)?/, "")));
    if (exact.length > 0)
        return exact.slice(0, 1);
    const variable = froms.filter((instruction) => base(instruction).includes("$"));
    return variable.length === 1 ? variable : [];
}
function onlyLine(found) {
    return found.length === 1 ? (found[0]?.line ?? null) : null;
}
function collapse(text) {
    return text.replace(/\s+/g, " ").trim();
}


/***/ }),

/***/ 24717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ createLineSplitter),
/* harmony export */   LX: () => (/* binding */ lineCounter),
/* harmony export */   TM: () => (/* binding */ firstLine)
/* harmony export */ });
/**
 * A plain loop instead of an async iterator: at ten million lines the awaiting would cost more than the work. What exceeds
 * `limit` characters of a line is dropped, so that a line of 200 MB does not fill the memory.
 */
function createLineSplitter(onLine, limit = 1_048_576) {
    let rest = "";
    const keep = (text) => {
        if (rest.length < limit)
            rest = (rest + text).slice(0, limit);
    };
    const hand = (line) => onLine(line.endsWith("\r") ? line.slice(0, -1) : line);
    return {
        write: (chunk) => {
            let start = 0;
            for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", start)) {
                if (rest === "" && end - start <= limit)
                    hand(chunk.slice(start, end));
                else {
                    keep(chunk.slice(start, end));
                    hand(rest);
                    rest = "";
                }
                start = end + 1;
            }
            if (start < chunk.length)
                keep(chunk.slice(start));
        },
        end: () => {
            if (rest !== "")
                hand(rest);
            rest = "";
        },
    };
}
/** Finds lines of places in a text that are asked for in ascending order: the line, and where it begins. */
function lineCounter(text) {
    let line = 1;
    let start = 0;
    return (at) => {
        for (let end = text.indexOf("\n", start); end >= 0 && end < at; end = text.indexOf("\n", start)) {
            line += 1;
            start = end + 1;
        }
        return { line, start };
    };
}
/** What stands before the first line end. */
function firstLine(text) {
    return text.split("\n", 1)[0] ?? "";
}


/***/ })

};
