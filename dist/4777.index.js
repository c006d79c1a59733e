export const id = 4777;
export const ids = [4777];
export const modules = {

/***/ 74777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ archiveNames),
  writeArchives: () => (/* binding */ writeArchives)
});

// UNUSED EXPORTS: archiveName

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/files/output-dir.js
var output_dir = __webpack_require__(62473);
// EXTERNAL MODULE: ./build/stage/src/text/paths.js
var text_paths = __webpack_require__(60938);
// EXTERNAL MODULE: ./build/stage/src/collect/files.js
var collect_files = __webpack_require__(84210);
;// CONCATENATED MODULE: ./build/stage/src/collect/archive.js







/** Some tools take the years before for mistakes, and zip has none. */
const earliest = Date.UTC(1980, 0, 1);
/**
 * Packs files by the name of the archive, `.zip` or `.tar.gz`: sorted, of no owner, modes 0755 and 0644, all of one time, so that the same files make the
 * same bytes.
 * @param modified milliseconds since 1970
 */
async function writeArchive(path, files, modified) {
    const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
    const time = new Date(Math.max(modified, earliest));
    await (0,output_dir/* makeParent */.j)(path);
    await (path.endsWith(".zip") ? writeZip : writeTar)(path, sorted, time);
}
async function writeTar(path, files, mtime) {
    const tar = await __webpack_require__.e(/* import() */ 8697).then(__webpack_require__.bind(__webpack_require__, 98697));
    const scratch = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "archive-"));
    try {
        for (const file of files)
            await (0,collect_files/* keepFile */.aF)(file.path, (0,external_node_path_.join)(scratch, file.name));
        const executable = new Set(files.filter((file) => file.executable).map(({ name }) => name));
        await tar.create({
            ...{ file: path, cwd: scratch, gzip: { level: 9 }, portable: true, mtime },
            onWriteEntry: (entry) => {
                // What the file system says depends on the umask, and Windows has no modes.
                if (entry.stat !== undefined)
                    entry.stat.mode = executable.has(entry.path) ? 0o100755 : 0o100644;
            },
        }, files.map(({ name }) => name));
    }
    finally {
        await (0,promises_.rm)(scratch, { recursive: true, force: true, maxRetries: 3 });
    }
}
async function writeZip(path, files, mtime) {
    const { default: AdmZip } = await __webpack_require__.e(/* import() */ 1316).then(__webpack_require__.t.bind(__webpack_require__, 71316, 19));
    const zip = new AdmZip(undefined, { noSort: true });
    for (const { name, path: file, executable } of files) {
        const entry = zip.addFile(name, await (0,promises_.readFile)(file), "", executable ? 0o755 : 0o644);
        // Made on Unix, whatever it was made on: only then modes count.
        entry.header.made = 0x0314;
        entry.header.time = inZoneOfZip(mtime);
    }
    await (0,promises_.writeFile)(path, await zip.toBufferPromise());
}
/** Zip has the time of a clock on the wall, and the library writes that of this machine: this shows UTC on it. */
function inZoneOfZip(time) {
    const [year, month, day] = [time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()];
    return new Date(year, month, day, time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds());
}
/** What a reader of an archive wants beside the programs, by the names that goreleaser takes, and what licences ask to come along. */
const companion = /^(?:licen[cs]e|copying|notice|readme|changelog)/i;
const licence = /^(?:licen[cs]e|copying)/i;
/** No text that people write for others is larger. */
const largestText = 1024 * 1024;
/**
 * Licence, readme and the like of a module: from its directory, a licence else from the nearest directory above. `paths`: files of the repository,
 * relative to it. A link counts as the file that it leads to, inside of the repository.
 */
async function companions(root, dir, paths) {
    const inDirectory = (place) => paths.filter((path) => (place === "." ? !path.includes("/") : path === `${place}/${(0,external_node_path_.basename)(path)}`));
    const isText = (path) => companion.test((0,external_node_path_.basename)(path)) && !path.endsWith(".go");
    const own = inDirectory(dir).filter(isText);
    const places = dir === "." ? [] : [...dir.split("/").keys()].map((at) => dir.split("/").slice(0, at).join("/") || ".");
    const lacking = own.some((path) => licence.test((0,external_node_path_.basename)(path)));
    const above = lacking
        ? []
        : places
            .reverse()
            .map((place) => inDirectory(place).filter((path) => isText(path) && licence.test((0,external_node_path_.basename)(path))));
    const found = [];
    for (const path of [...own, ...(above.find((list) => list.length > 0) ?? [])]) {
        const real = await (0,errors/* ifThere */.y)((0,promises_.realpath)((0,external_node_path_.join)(root, path)));
        if (real === null || !(0,text_paths/* isInside */.FK)(await (0,promises_.realpath)(root), real, (0,text_paths/* pathStyle */.Ls)(process.platform)))
            continue;
        const { size, mode, ...kind } = await fileAt(real);
        if (kind.isFile && size <= largestText)
            found.push({ name: (0,external_node_path_.basename)(path), path: real, executable: (mode & 0o100) !== 0 });
    }
    return found;
}
async function fileAt(path) {
    const found = await (0,promises_.stat)(path);
    return { size: found.size, mode: found.mode, isFile: found.isFile() };
}

// EXTERNAL MODULE: ./build/stage/src/collect/build.js
var build = __webpack_require__(46841);
// EXTERNAL MODULE: ./build/stage/src/files/digest-file.js
var digest_file = __webpack_require__(84493);
// EXTERNAL MODULE: ./build/stage/src/gates/binaries.js
var gates_binaries = __webpack_require__(18242);
// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
// EXTERNAL MODULE: ./build/stage/src/model/own-module.js
var own_module = __webpack_require__(42679);
// EXTERNAL MODULE: ./build/stage/src/model/stamp.js
var model_stamp = __webpack_require__(31405);
;// CONCATENATED MODULE: ./build/stage/src/run/archives.js








/** One archive for each module and platform all of whose programs were built, and their checksums. */
async function writeArchives(request) {
    const { project, stamps, stages, results, artifacts, output } = request;
    const names = archiveNames(project);
    const ended = new Map(results.map(({ id, status }) => [id, status]));
    const archives = [];
    for (const { id, module, binaries } of stages) {
        const [first] = binaries;
        const built = binaries.map((planned) => artifacts.find(({ name }) => name === planned.file));
        const whole = built.filter((artifact) => artifact !== undefined);
        if (first === undefined || module === null || whole.length < binaries.length)
            continue;
        if (ended.get(id) !== "passed")
            continue;
        const stamp = stamps.of((0,own_module/* placeOfModule */.dI)(project, module));
        const version = (0,model_stamp/* stampValue */.n)(stamp, "semver") ?? "";
        const { platform } = first;
        const name = archiveName(names.get(module) ?? "binaries", version, platform);
        const path = (0,external_node_path_.join)(output.archives, name);
        const programs = programNames(binaries.map(({ out, file }) => ({ program: (0,external_node_path_.basename)(out), file })));
        const files = whole.map((artifact, at) => ({
            name: programs[at] ?? artifact.name,
            path: (0,external_node_path_.join)(output.bin, artifact.name),
            executable: true,
        }));
        const texts = await companions(project.root, module, project.files);
        const beside = texts.filter((text) => !programs.some((program) => (0,gates_binaries/* fold */.AU)(program) === (0,gates_binaries/* fold */.AU)(text.name)));
        await writeArchive(path, [...files, ...beside], Date.parse(stamp.date ?? "") || 0);
        archives.push({
            ...{ name, ...platform, module, version: stamp.version ?? "", path: output.relative(path) },
            ...(await (0,digest_file/* digestFile */.T)(path)),
            binaries: whole.map((artifact) => artifact.name),
        });
    }
    await (0,build/* writeChecksums */.g)(archives, output.archives);
    return archives;
}
/** `tool_1.2.3_linux_amd64.tar.gz`, as goreleaser names them (v2.14.3, internal/pipe/archive). */
function archiveName(name, version, { os, arch, variant }) {
    return `${name}_${version}_${os}_${arch}${variantPart(arch, variant)}.${os === "windows" ? "zip" : "tar.gz"}`;
}
/** `armv7`, `amd64v3`, `mips_softfloat`; what `amd64` and `arm64` mean by themselves goes without saying. */
function variantPart(arch, variant) {
    if (variant === null || arch === "arm64" || (arch === "amd64" && variant === "v1"))
        return "";
    return arch.startsWith("mips") ? `_${variant}` : variant;
}
/** What archives of each module begin with, by its directory: the last element of its path; where several have the same, their directories. */
function archiveNames({ modules, root }) {
    const short = modules.map(({ dir, path }) => [dir, (0,gates_binaries/* packageName */.oZ)(path ?? root.replaceAll("\\", "/"))]);
    const uses = (0,group_by/* groupBy */.$)(short, ([, name]) => (0,gates_binaries/* fold */.AU)(name));
    return new Map(short.map(([dir, name]) => {
        const alone = (uses.get((0,gates_binaries/* fold */.AU)(name)) ?? []).length === 1;
        return [dir, alone || dir === "." ? name : dir.replaceAll("/", "-")];
    }));
}
/** As `go build` names the programs, unless two of an archive would be one. */
function programNames(binaries) {
    const uses = (0,group_by/* groupBy */.$)(binaries, ({ program }) => (0,gates_binaries/* fold */.AU)(program));
    return binaries.map(({ program, file }) => ((uses.get((0,gates_binaries/* fold */.AU)(program)) ?? []).length === 1 ? program : file));
}


/***/ })

};
