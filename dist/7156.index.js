export const id = 7156;
export const ids = [7156];
export const modules = {

/***/ 2104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BF: () => (/* binding */ workflowFiles),
/* harmony export */   Nm: () => (/* binding */ runsPipeline),
/* harmony export */   ev: () => (/* binding */ jobsIn)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const step = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ uses: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(), with: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).optional() });
const permissions = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J())]).nullish();
const job = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ steps: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(step).optional(), permissions });
const workflow = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ permissions, jobs: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), job) });
/** Those of the files that GitHub takes for workflows. */
function workflowFiles(files) {
    return files.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path));
}
/** Whether the step is one of this action, whoever owns it. */
function runsPipeline({ uses }) {
    return /\/dagger-go-pipeline@/.test(uses);
}
/** The jobs of a workflow file; none of a text that is no workflow. */
async function jobsIn(text) {
    const { parseDocument } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const document = parseDocument(text, { prettyErrors: false });
    const read = document.errors.length > 0 ? null : workflow.safeParse(document.toJS());
    if (read?.success !== true)
        return [];
    return Object.entries(read.data.jobs).map(([name, { steps = [], permissions: own }]) => ({
        name,
        contents: contentsOf(own ?? read.data.permissions),
        steps: steps.flatMap(({ uses, with: given = {} }) => uses === undefined
            ? []
            : [{ uses, given: new Map(Object.entries(given).map(([key, value]) => [key, String(value)])) }]),
    }));
}
/** What is not named beside others is none (https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions). */
function contentsOf(given) {
    if (given === undefined || given === null)
        return null;
    if (typeof given === "string")
        return given.replace(/-all$/, "");
    return String(given["contents"] ?? "none");
}


/***/ }),

/***/ 82152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ writeFixed)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71877);
/* harmony import */ var _text_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60938);




/**
 * Makes a file below `root` what it is to become, as `git apply` would by fix.patch. Answers why it did not; null: it did.
 */
async function writeFixed(root, { path, before, after, modes }) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path);
    const stat = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ifThere */ .y)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(file));
    if (stat !== null && !stat.isFile())
        return "it is no regular file";
    const now = stat === null ? null : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8");
    if (now !== before)
        return "it has changed since";
    if (after === null) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(file);
        return null;
    }
    const leadsOut = await wayOut(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file));
    if (leadsOut)
        return "it lies behind a link that leads out of the repository";
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
    if (after !== before)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, after);
    if (modes.after !== null && modes.after !== modes.before)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(file, modes.after === "100755" ? 0o755 : 0o644);
    return null;
}
/** Whether the nearest directory that is there lies elsewhere. */
async function wayOut(root, dir) {
    const real = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ifThere */ .y)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(dir));
    if (real === null)
        return await wayOut(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(dir));
    return !(0,_text_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .isInside */ .FK)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(root), real, (0,_text_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .pathStyle */ .Ls)(process.platform));
}


/***/ }),

/***/ 67156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runInit: () => (/* binding */ runInit)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/doctor/workflows.js
var workflows = __webpack_require__(2104);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/files/write-fixed.js
var write_fixed = __webpack_require__(82152);
// EXTERNAL MODULE: ./build/stage/src/inputs/path-facts.js
var path_facts = __webpack_require__(79275);
// EXTERNAL MODULE: ./build/stage/src/inputs/places.js
var places = __webpack_require__(47874);
// EXTERNAL MODULE: ./build/stage/src/project/git.js
var git = __webpack_require__(41086);
// EXTERNAL MODULE: ./build/stage/src/project/gomod.js
var gomod = __webpack_require__(60008);
// EXTERNAL MODULE: ./build/stage/src/project/locate.js
var locate = __webpack_require__(84386);
// EXTERNAL MODULE: ./build/stage/src/project/modules.js + 1 modules
var modules = __webpack_require__(96108);
// EXTERNAL MODULE: ./build/stage/src/project/repository.js
var project_repository = __webpack_require__(58136);
// EXTERNAL MODULE: ./build/stage/src/text/sanitize.js + 1 modules
var sanitize = __webpack_require__(92077);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/stage/src/init/comments.js


/** How everything that is written looks. */
const style = { lineWidth: 0, nullStr: "", flowCollectionPadding: false };
function textOf(document) {
    return document.toString(style);
}
/** A key with its value, lists and maps in it on the same line. */
function pairOf(key, value) {
    const node = new dist/* Document */.yo().createNode(value);
    if ((0,dist/* isCollection */.P3)(node))
        node.flow = true;
    return new dist/* Pair */.Rm(new dist/* Scalar */.X5(key), node);
}
/** The same as a line of YAML. */
function line(key, value) {
    const document = new dist/* Document */.yo({});
    document.add(pairOf(key, value));
    return textOf(document).trimEnd();
}
/** Lines as the YAML library takes comments. Nothing that comes from the repository begins a line of its own. */
function comment(lines) {
    return lines.map((text) => (text === "" ? "" : ` ${(0,sanitize/* sanitizeLine */.g$)(text)}`)).join("\n");
}

// EXTERNAL MODULE: ./build/stage/src/gates/lint.js + 1 modules
var lint = __webpack_require__(47437);
// EXTERNAL MODULE: ./build/stage/src/gates/vulncheck.js
var vulncheck = __webpack_require__(31818);
// EXTERNAL MODULE: ./build/stage/src/inputs/spec.js + 9 modules
var spec = __webpack_require__(4072);
// EXTERNAL MODULE: ./build/stage/src/text/format.js
var format = __webpack_require__(66055);
;// CONCATENATED MODULE: ./build/stage/src/init/settings.js




/** What the config file has, in the order of the table of inputs. Set is only what this repository needs to be other than by default. */
function settingsFor(seen) {
    return [
        ...[...settings_modules(seen), ...checks(seen), ...tests(seen)],
        ...[...binaries(seen), ...products(seen), ...settings_image(seen), ...access(seen)],
    ];
}
function set(name, value, why) {
    return { name, value, isSet: true, why };
}
function offer(name, value, why) {
    return { name, value, isSet: false, why };
}
function settings_modules({ modules: dirs, workspaces }) {
    const several = `${(0,format/* plural */.LS)(dirs.length, "module")}, all checked: ${(0,format/* firstOf */.Ku)(dirs, 8)}. Those behind ! are left out.`;
    const shared = `${(0,format/* firstOf */.Ku)(workspaces, 3)} lets modules see each other; off checks each as its users get it.`;
    return [
        ...(dirs.length < 2 ? [] : [offer("modules", [`!${dirs.at(-1)}`], several)]),
        ...(workspaces.length === 0 ? [] : [offer("workspace", "off", shared)]),
    ];
}
function checks(seen) {
    const generate = `Check that go generate changes nothing (${seen.generates} has a line for it). The programs that it calls have to be there.`;
    return [
        offer("tidy", true, "Check that go mod tidy has nothing to change."),
        ...(seen.generates === null ? [] : [offer("generate", true, generate)]),
        settings_lint(seen),
        seen.tools.includes(vulncheck/* govulncheck */.E.package)
            ? set("vulncheck", true, "Check that no known vulnerability is called: go.mod has govulncheck on a tool line.")
            : offer("vulncheck", true, "Check with govulncheck that no known vulnerability is called."),
        ...(seen.requires
            ? [
                offer("licenses", true, "Check with go-licenses that the licences of dependencies ask for no more than to be named."),
            ]
            : []),
    ];
}
function settings_lint({ golangci: found, tools }) {
    if (found?.version === "v1") {
        const migrate = `${found.path} is of golangci-lint v1; after \`golangci-lint migrate\`:`;
        return offer("lint", true, migrate);
    }
    if (found !== null)
        return set("lint", true, `Check that golangci-lint finds nothing, as ${found.path} configures it.`);
    return tools.includes(lint/* golangci */.Rz.package)
        ? set("lint", true, "Check that golangci-lint finds nothing: go.mod has it on a tool line.")
        : offer("lint", true, "Check that golangci-lint finds nothing, with its own defaults: there is no configuration of it.");
}
function tests({ fuzzes, benchmarks }) {
    const fuzz = `Fuzz every target of the tests for a while (${fuzzes} has one); \`fuzz-time\` says how long.`;
    const bench = `Compare the benchmarks (${benchmarks} has some) with those of what a change is based on: check out with \`fetch-depth: 0\`.`;
    return [
        offer("race", true, "The race detector. It needs a C compiler."),
        offer("coverage-threshold", 60, "Fail below this percentage of all statements."),
        ...(fuzzes === null ? [] : [offer("fuzz", true, fuzz)]),
        ...(benchmarks === null ? [] : [offer("bench", true, bench)]),
    ];
}
/** For whoever publishes what is built. */
function products({ mains, released }) {
    if (mains.length === 0 || released === null)
        return [];
    return [
        offer("archives", true, `Pack the binaries as archives: there are versions, such as ${released}.`),
        offer("sbom", true, "Write an SBOM of each binary."),
    ];
}
function binaries({ mains, cgoOnly, someCgo }) {
    if (mains.length === 0)
        return [];
    const usual = spec/* inputs */.QL.platforms.default;
    const platforms = `Main packages are built for ${usual}.`;
    const chosen = `${(0,format/* plural */.LS)(mains.length, "main package")}, all built: ${(0,format/* firstOf */.Ku)(mains, 8)}.`;
    const needed = `${(0,format/* firstOf */.Ku)(cgoOnly, 3)} needs cgo.`;
    return [
        cgoOnly.length === 0
            ? offer("platforms", ["linux/amd64", "linux/arm64"], platforms)
            : set("platforms", ["linux/amd64"], "Every other platform needs a C compiler for it."),
        ...(mains.length < 2 ? [] : [offer("main-packages", mains.slice(0, 1), chosen)]),
        ...(cgoOnly.length > 0 ? [set("cgo", true, needed)] : []),
        ...(cgoOnly.length === 0 && someCgo !== null
            ? [offer("cgo", true, `${someCgo} has files with cgo and files without; builds take those without.`)]
            : []),
    ];
}
function settings_image({ docker, otherDockerfiles, mains }) {
    if (docker !== null) {
        const { path, port, args } = docker;
        const values = Object.fromEntries(args.map((name) => [name, "value"]));
        const answers = `The image of ${path} is started; with a port it also has to accept connections there.`;
        return [
            ...(args.length === 0
                ? []
                : [offer("docker-build-args", values, `${path} has build arguments without a value.`)]),
            offer("smoke-port", port ?? 8080, answers),
            offer("smoke-path", "/healthz", "With smoke-port: a path that has to answer by HTTP."),
        ];
    }
    const [other] = otherDockerfiles;
    if (other !== undefined) {
        return [
            offer("dockerfile", other, `No image is built before this names a Dockerfile: ${(0,format/* firstOf */.Ku)(otherDockerfiles, 5)}.`),
        ];
    }
    return mains.length === 1 ? [offer("docker", true, "Without a Dockerfile: an image of the binary alone.")] : [];
}
function access({ privateModules }) {
    if (privateModules.length === 0)
        return [];
    return [offer("goprivate", privateModules, "If these are private modules; their login goes into the workflow.")];
}

;// CONCATENATED MODULE: ./build/stage/src/init/config-text.js



const head = [
    "Settings of the pipeline, for workflow and laptop alike. The keys are the inputs of the action; `--help` prints them.",
    "What is not here has its default. Keys that are comments can be taken up as they are.",
];
/** The text of `.dagger-go.yml`. */
function configText(seen) {
    const map = new dist/* YAMLMap */.CA();
    const document = new dist/* Document */.yo();
    document.commentBefore = comment(head);
    let before = [];
    for (const { name, value, isSet, why } of settingsFor(seen)) {
        if (!isSet) {
            before = [...before, why, line(name, value), ""];
            continue;
        }
        const pair = pairOf(name, value);
        pair.key.commentBefore = comment([...before, why]);
        pair.key.spaceBefore = map.items.length > 0;
        map.add(pair);
        before = [];
    }
    const last = before.slice(0, -1);
    if (map.items.length > 0) {
        document.contents = map;
        document.comment = comment(last);
    }
    else
        document.commentBefore = comment([...head, "", ...last]);
    return `${textOf(document).trimEnd()}\n`;
}

// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
// EXTERNAL MODULE: ./build/stage/src/project/dockerfile-facts.js
var dockerfile_facts = __webpack_require__(87256);
// EXTERNAL MODULE: ./build/stage/src/project/dockerfile-parse.js + 1 modules
var dockerfile_parse = __webpack_require__(69578);
// EXTERNAL MODULE: ./build/stage/src/project/go-files.js + 1 modules
var go_files = __webpack_require__(81068);
// EXTERNAL MODULE: ./build/stage/src/project/module-dirs.js
var module_dirs = __webpack_require__(79649);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./build/stage/src/init/compose.js


const service = schemas/* object */.Ikc({
    image: schemas/* string */.YjP().optional(),
    build: schemas/* unknown */.L5J().optional(),
    ports: schemas/* array */.YOg(schemas/* unknown */.L5J()).optional(),
});
const compose = schemas/* object */.Ikc({ services: schemas/* record */.g1P(schemas/* string */.YjP(), service) });
/** The services of a compose file that start an image of somebody else; none of a text that is no compose file. */
function servicesIn(text) {
    const document = (0,dist.parseDocument)(text, { prettyErrors: false });
    const read = document.errors.length > 0 ? null : compose.safeParse(document.toJS());
    if (read?.success !== true)
        return [];
    return Object.entries(read.data.services).flatMap(([name, { image, build, ports = [] }]) => image === undefined || build !== undefined
        ? []
        : [{ name, image, ports: ports.filter((port) => typeof port === "string") }]);
}

;// CONCATENATED MODULE: ./build/stage/src/init/private-modules.js

/** Where everybody has repositories: what is private there can only be among those of the same owner. */
const publicHosts = new Set(["github.com", "gitlab.com", "bitbucket.org", "codeberg.org"]);
/**
 * Patterns of required modules that may be private: GOPRIVATE's, where it is set; else hosts that are named like those of one company, and the owner or
 * host of the repository's own modules. Nobody can tell without asking: they are good for a comment and nothing more.
 */
function privateModules(modules, goMods, goprivate) {
    if (goprivate !== "")
        return goprivate.split(",").map((pattern) => pattern.trim());
    const own = modules.flatMap(({ path }) => path ?? []);
    const required = goMods.flatMap((text) => (0,gomod/* requirements */.Ln)(text ?? "")).map(({ path }) => path);
    const others = required.filter((path) => !own.includes(path));
    const ownPlaces = new Set(own.map(placeOf));
    const found = others.map(placeOf).filter((place) => ownPlaces.has(place) || isCompanyHost(place));
    return [...new Set(found)].sort();
}
/** `github.com/owner/*` where a host belongs to everybody, else the host. */
function placeOf(path) {
    const [host = "", owner] = path.split("/");
    return publicHosts.has(host) && owner !== undefined ? `${host}/${owner}/*` : host;
}
function isCompanyHost(place) {
    return /^(git|gitlab|github|gitea|bitbucket|stash|scm|code)\.|\.(internal|corp|local|lan)$/.test(place.split("/").length === 1 && !publicHosts.has(place) ? place : "");
}

;// CONCATENATED MODULE: ./build/stage/src/init/look.js










/** Looks at a repository by its files alone: no Go runs, and nothing of it is executed. */
async function lookAt(request) {
    const { repository, project, goprivate } = request;
    const { directory, modules, workspaces } = project;
    const packages = (await Promise.all(modules.map((module) => packagesOf(project, module)))).flat();
    const texts = await Promise.all(modules.map(({ dir }) => repository.read((0,gomod/* joinPath */.uJ)(dir, "go.mod"))));
    const docker = await dockerOf(request);
    return {
        directory,
        modules: modules.map(({ dir }) => external_node_path_.posix.relative(directory, dir) || "."),
        workspaces: workspaces.map(({ path }) => path),
        tools: [...new Set(modules.flatMap(({ tools }) => tools))],
        mains: [...new Set(packages.filter(({ files }) => files.some(isProgram)).map(({ inModule }) => inModule))].sort(),
        cgoOnly: packages.filter(({ files }) => needCgo(files) === "all").map(({ dir }) => dir),
        someCgo: packages.find(({ files }) => needCgo(files) === "some")?.dir ?? null,
        generates: firstFile(packages, "generates"),
        fuzzes: firstFile(packages, "fuzzes"),
        benchmarks: firstFile(packages, "benchmarks"),
        requires: modules.some(({ requires }) => requires.length > 0),
        released: await releasedAs(request),
        golangci: await golangciOf(request),
        docker,
        otherDockerfiles: otherDockerfiles(request),
        compose: await composeOf(request),
        privateModules: privateModules(modules, texts, goprivate),
        defaultBranch: await defaultBranch(request),
    };
}
function firstFile(packages, what) {
    return packages.find((found) => found[what] !== null)?.[what] ?? null;
}
async function packagesOf(project, module) {
    const byDirectory = (0,group_by/* groupBy */.$)(await (0,go_files/* readGoFiles */.sg)(project, module), ({ path }) => external_node_path_.posix.dirname(path));
    return [...byDirectory].map(([dir, all]) => {
        const first = (mentions) => {
            const found = all.find(mentions);
            return found === undefined ? null : (0,gomod/* joinPath */.uJ)(module.dir, found.path);
        };
        return {
            dir: (0,gomod/* joinPath */.uJ)(module.dir, dir),
            inModule: dir === "." ? "." : `./${dir}`,
            files: all.filter(({ path, neverBuilt }) => !neverBuilt && !path.endsWith("_test.go")),
            generates: first(({ mentionsGenerate }) => mentionsGenerate),
            fuzzes: first(({ mentionsFuzz }) => mentionsFuzz),
            benchmarks: first(({ mentionsBenchmark }) => mentionsBenchmark),
        };
    });
}
function isProgram({ mentionsMain }) {
    return mentionsMain;
}
function needCgo(files) {
    const needing = files.filter(({ needsCgo }) => needsCgo).length;
    return needing === 0 ? "none" : needing === files.length ? "all" : "some";
}
async function golangciOf({ repository, project }) {
    const files = new Set(repository.files);
    const path = project.modules.map(({ dir }) => (0,module_dirs/* fileAbove */.Cs)(dir, lint/* golangciFiles */.KJ, files)).find((found) => found !== null);
    if (path === undefined)
        return null;
    // golangci-lint v2 takes no file that does not say so: `version: "2"`, `version = "2"`, `"version": "2"`.
    const text = (await repository.read(path)) ?? "";
    return { path, version: /^\s*\{?\s*["']?version["']?\s*[:=]\s*["']?2\b/m.test(text) ? "v2" : "v1" };
}
async function dockerOf({ repository, dockerfile: path }) {
    const text = await repository.read(path);
    if (text === null)
        return null;
    const dockerfile = (0,dockerfile_parse/* parseDockerfile */.A)(path, text);
    const last = Math.max(...dockerfile.instructions.map(({ stage }) => stage));
    const exposed = dockerfile.instructions.filter(({ keyword, stage }) => keyword === "EXPOSE" && stage === last);
    const port = exposed.flatMap(({ value }) => value.split(/\s+/)).find((word) => /^\d+(\/tcp)?$/.test(word));
    return {
        path,
        port: port === undefined ? null : Number.parseInt(port, 10),
        args: (0,dockerfile_facts/* missingArgs */.Eu)(dockerfile, []),
        secrets: (0,dockerfile_facts/* missingSecrets */.mO)(dockerfile, []),
    };
}
function otherDockerfiles({ repository, project: { directory }, dockerfile }) {
    return (0,module_dirs/* filesNamed */.hK)("Dockerfile", repository.files, directory)
        .filter((path) => path !== dockerfile)
        .map((path) => external_node_path_.posix.relative(directory, path));
}
/** The names that Docker Compose looks for itself. */
const composeFiles = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];
async function composeOf({ repository, project }) {
    const found = composeFiles.flatMap((name) => (0,module_dirs/* filesNamed */.hK)(name, repository.files, "."));
    const near = found.filter((path) => (0,gomod/* isInside */.FK)(project.directory, path) || !path.includes("/"));
    for (const path of near) {
        const services = servicesIn((await repository.read(path)) ?? "");
        if (services.length > 0)
            return { path, services };
    }
    return null;
}
/** A tag that Go takes for a version of some module: `v1.2.3`, `dir/v1.2.3`. */
async function releasedAs({ git }) {
    const answer = await git("tag", "--list", "--sort=-creatordate");
    if (!answer.ok)
        return null;
    return answer.stdout.split("\n").find((tag) => /^(?:.+\/)?v\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(tag)) ?? null;
}
/** What the remote repository has as its own, as far as a clone knows it. */
async function defaultBranch({ git }) {
    const answer = await git("symbolic-ref", "--short", "refs/remotes/origin/HEAD");
    return answer.ok ? answer.stdout.trim().replace(/^origin\//, "") || null : null;
}

;// CONCATENATED MODULE: ./build/stage/src/init/workflow-text.js


/** Pinned by commit, as in the workflows of this repository: a test compares. */
const checkout = {
    uses: "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1",
    version: "v7.0.1",
};
/** OWNER is for the user to fill in. */
const action = "OWNER/dagger-go-pipeline@v1";
const owner = ["Put the owner of the action in the place of OWNER. A commit in the place of v1 cannot be moved."];
/** The text of the workflow: least permissions, one run for each branch, and an end for jobs that hang. */
function workflowText(seen) {
    const { directory, defaultBranch } = seen;
    const given = directory === "." ? {} : { with: { "working-directory": directory } };
    const document = new dist/* Document */.yo({
        name: "Go",
        on: { push: { branches: defaultBranch === null ? ["main", "master"] : [defaultBranch] }, pull_request: null },
        permissions: { contents: "read" },
        concurrency: {
            group: `${githubExpression("github.workflow")}-${githubExpression("github.ref")}`,
            "cancel-in-progress": githubExpression("github.event_name == 'pull_request'"),
        },
        jobs: {
            go: {
                "runs-on": "ubuntu-latest",
                "timeout-minutes": 30,
                steps: [
                    { uses: checkout.uses, with: { "persist-credentials": false } },
                    { uses: action, ...given },
                ],
            },
        },
    });
    const branches = document.getIn(["on", "push", "branches"], true);
    if ((0,dist/* isCollection */.P3)(branches))
        branches.flow = true;
    explain(document, [], "permissions", releases(seen));
    space(document, ["on", "permissions", "concurrency", "jobs"]);
    const pinned = document.getIn(["jobs", "go", "steps", 0, "uses"], true);
    if ((0,dist/* isScalar */.jn)(pinned))
        pinned.comment = ` ${checkout.version}`;
    explain(document, ["jobs", "go"], "steps", services(seen));
    const step = ["jobs", "go", "steps", 1];
    const called = document.getIn(step, true);
    if ((0,dist/* isMap */.jh)(called))
        called.commentBefore = comment(owner);
    const more = moreInputs(seen);
    const target = document.getIn(directory === "." ? step : [...step, "with"], true);
    if (more.length > 0 && (0,dist/* isMap */.jh)(target)) {
        target.comment = comment(directory === "." ? ["with:", ...more.map(indented)] : more);
    }
    return textOf(document);
}
function indented(text) {
    return `  ${text}`;
}
function githubExpression(text) {
    return `\${{ ${text} }}`;
}
function space(document, keys) {
    if (!(0,dist/* isMap */.jh)(document.contents))
        return;
    for (const { key } of document.contents.items) {
        if ((0,dist/* isScalar */.jn)(key) && keys.includes(String(key.value)))
            key.spaceBefore = true;
    }
}
/** Puts a comment before a key of the map at `path`. */
function explain(document, path, name, lines) {
    const map = document.getIn(path, true);
    if (!(0,dist/* isMap */.jh)(map) || lines.length === 0)
        return;
    for (const { key } of map.items) {
        if ((0,dist/* isScalar */.jn)(key) && key.value === name)
            key.commentBefore = comment(lines);
    }
}
/** A release needs more than checks of every push should have. */
function releases({ mains, released }) {
    if (mains.length === 0 || released === null)
        return [];
    return [
        "Releases (`release: draft`) want a workflow of their own: on pushed tags, with `contents: write` and",
        "`fetch-depth: 0`. docs/releasing.md of the action has it.",
    ];
}
function services({ compose }) {
    if (compose === null)
        return [];
    const each = compose.services.flatMap(({ name, image, ports }) => [
        // What a job may call its services.
        `${name.replaceAll(/[^\w-]/g, "-")}:`,
        indented(line("image", image)),
        ...(ports.length === 0 ? [] : [indented(`ports: ${JSON.stringify(ports)}`)]),
    ]);
    return [
        `Tests that need what ${compose.path} starts have it as services of the job, with \`engine: host\` below.`,
        ...["services:", ...each.map(indented)],
    ];
}
/** Inputs that a config file may not have. */
function moreInputs({ compose, privateModules, docker }) {
    const secrets = docker?.secrets ?? [];
    return [
        ...(compose === null ? [] : ["engine: host"]),
        ...(privateModules.length === 0 ? [] : [line("git-credentials", loginFor(privateModules))]),
        ...(secrets.length === 0 ? [] : ["docker-secrets: |", ...secrets.map((id) => `  ${id}=${secretFor(id)}`)]),
    ];
}
/** Of a pattern such as `*.example.com` nobody can tell which host it is. */
function loginFor([pattern = ""]) {
    const host = (pattern.split("/")[0] ?? "").replace(/^\*/, "git");
    return `https://x-access-token:${githubExpression("secrets.MODULES_TOKEN")}@${host}`;
}
/** Names of secrets are letters, digits and `_`. */
function secretFor(id) {
    return githubExpression(`secrets.${id.toUpperCase().replaceAll(/\W/g, "_")}`);
}

;// CONCATENATED MODULE: ./build/stage/src/init/run-init.js
















const workflowPath = ".github/workflows/go.yml";
/** The command `init`: writes config file and workflow as far as they are not there. 0: written, or nothing to write. */
async function runInit({ env, platform, config, repository: root }) {
    const repository = await (0,project_repository/* openRepository */.h)(root);
    const directory = (0,locate/* relativeSlashes */.qH)(root, config.workingDirectory, (0,path_facts/* nodePathFacts */.$)());
    const { modules: selection, workspace, dockerfile } = config;
    const settings = { gotoolchain: env["GOTOOLCHAIN"], gowork: env["GOWORK"] };
    const project = await (0,modules/* discoverProject */.J)(repository, { directory, selection, workspace, ...settings });
    const seen = await lookAt({
        ...{ repository, project, dockerfile },
        goprivate: config.goprivate?.join(",") ?? env["GOPRIVATE"] ?? "",
        git: (0,git/* gitAt */.c8)(root),
    });
    const say = (text) => platform.log((0,sanitize/* sanitizeLine */.g$)(text));
    for (const { path, there, text } of await filesOf(repository, config, seen)) {
        if (there !== null)
            say(`left as it is: ${there}`);
        else if (config.dryRun)
            await platform.group(`would write ${path}`, text(seen).trimEnd().split("\n"), true);
        else {
            await write(root, path, text(seen));
            say(`wrote ${path}`);
        }
    }
    return 0;
}
async function filesOf(repository, { config: configFile }, { directory }) {
    const { root } = repository;
    const found = configFile === null ? null : (0,locate/* relativeSlashes */.qH)(root, configFile, (0,path_facts/* nodePathFacts */.$)());
    return [
        { path: (0,gomod/* joinPath */.uJ)(directory, places/* configFileName */.S), there: found, text: configText },
        { path: workflowPath, there: await workflowThere(repository), text: workflowText },
    ];
}
async function workflowThere({ root, files, read }) {
    for (const path of [workflowPath, workflowPath.replace(/yml$/, "yaml")]) {
        if ((await (0,errors/* ifThere */.y)((0,promises_.lstat)((0,external_node_path_.join)(root, path)))) !== null)
            return path;
    }
    for (const path of (0,workflows/* workflowFiles */.BF)(files)) {
        const steps = (await (0,workflows/* jobsIn */.ev)((await read(path)) ?? "")).flatMap((job) => job.steps);
        if (steps.some(workflows/* runsPipeline */.Nm))
            return `${path}, which runs the pipeline`;
    }
    return null;
}
async function write(root, path, text) {
    const file = { path, before: null, after: text, modes: { before: null, after: null } };
    const why = await (0,write_fixed/* writeFixed */.y)(root, file).catch((error) => {
        if ((0,errors/* systemCode */.xU)(error) === null)
            throw error;
        return (0,errors/* messageOf */.bD)(error);
    });
    if (why === null)
        return;
    throw new errors/* EnvironmentError */.eG(`${path} cannot be written: ${why}.`, "Make room for it, or take what --dry-run shows.");
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


/***/ })

};
