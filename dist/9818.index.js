export const id = 9818;
export const ids = [9818];
export const modules = {

/***/ 39818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDoctor: () => (/* binding */ runDoctor)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/stage/src/engine/ask-program.js
var ask_program = __webpack_require__(86687);
// EXTERNAL MODULE: ./build/stage/src/engine/environment.js
var environment = __webpack_require__(96642);
// EXTERNAL MODULE: ./build/stage/src/engine/go-on-path.js
var go_on_path = __webpack_require__(52787);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/go/named-setting.js
var named_setting = __webpack_require__(20651);
// EXTERNAL MODULE: ./build/stage/src/group-by.js
var group_by = __webpack_require__(82221);
// EXTERNAL MODULE: ./build/stage/src/inputs/parse.js + 7 modules
var parse = __webpack_require__(59839);
// EXTERNAL MODULE: ./build/stage/src/inputs/path-facts.js
var path_facts = __webpack_require__(79275);
// EXTERNAL MODULE: ./build/stage/src/project/git.js
var project_git = __webpack_require__(41086);
// EXTERNAL MODULE: ./build/stage/src/project/locate.js
var locate = __webpack_require__(84386);
// EXTERNAL MODULE: ./build/stage/src/project/modules.js + 1 modules
var modules = __webpack_require__(96108);
// EXTERNAL MODULE: ./build/stage/src/project/repository.js
var project_repository = __webpack_require__(58136);
// EXTERNAL MODULE: ./build/stage/src/text/format.js
var format = __webpack_require__(66055);
// EXTERNAL MODULE: ./build/stage/src/text/sanitize.js + 1 modules
var sanitize = __webpack_require__(92077);
;// CONCATENATED MODULE: ./build/stage/src/doctor/check.js
function ok(saw) {
    return { state: "ok", saw };
}
function odd(saw, remedy) {
    return { state: "odd", saw, remedy };
}
/** The exit code is that with which a run would end. */
function broken(exitCode, saw, remedy) {
    return { state: "broken", saw, remedy, exitCode };
}

// EXTERNAL MODULE: ./build/stage/src/doctor/workflows.js
var workflows = __webpack_require__(2104);
;// CONCATENATED MODULE: ./build/stage/src/doctor/checks/caches.js


/** Two actions that keep Go's caches in one job save and restore the same gigabytes twice. */
const caches = {
    name: "caches",
    async look({ repository }) {
        const twice = [];
        const own = (0,workflows/* workflowFiles */.BF)(repository.files);
        for (const path of own) {
            for (const { name, steps } of await (0,workflows/* jobsIn */.ev)((await repository.read(path)) ?? "")) {
                const ours = steps.some((step) => (0,workflows/* runsPipeline */.Nm)(step) && step.given.get("cache") !== "false");
                const others = steps
                    .filter(({ uses, given }) => keepsGo(uses, given))
                    .map(({ uses }) => uses.split("@")[0] ?? uses);
                if (ours && others.length > 0)
                    twice.push(`${path}, job ${name}: ${others.join(", ")}`);
            }
        }
        if (twice.length === 0)
            return ok(`${own.length} workflow file(s), none with a second cache of Go`);
        return odd(`kept twice in ${twice.join("; ")}`, "Set `cache: false` on the other action, or leave it out: Go comes without actions/setup-go.");
    },
};
function keepsGo(uses, given) {
    if (/^actions\/setup-go@/.test(uses))
        return given.get("cache") !== "false";
    return (/^actions\/cache(\/restore)?@/.test(uses) &&
        /go-build|go\/pkg\/mod|GOCACHE|GOMODCACHE/.test(given.get("path") ?? ""));
}

// EXTERNAL MODULE: ./build/stage/src/engine/index.js + 2 modules
var engine = __webpack_require__(6512);
;// CONCATENATED MODULE: ./build/stage/src/doctor/checks/containers.js



/** Something runs Linux containers, where the run needs them. */
const containers = {
    name: "containers",
    async look({ ask, env, go, inputs, repository }) {
        if (!inputs.ok)
            return ok("not known without the inputs");
        const { config } = inputs;
        // `auto` is none of them.
        const asked = engine/* engines */.sP.find(({ name }) => name === config.engine);
        const needed = asked?.sandbox === true;
        const named = asked === undefined || needed ? (0,engine/* namedEngine */.ig)({ config, env }) : null;
        if (named !== null)
            return ok(`an engine elsewhere runs them: ${named.reason}`);
        const runtime = await (0,engine/* probeRuntime */.hn)(ask);
        // Without a sandbox images are built with Docker alone.
        const enough = runtime.found === "linux" && (runtime.name === "docker" || needed);
        if (enough)
            return ok(`${runtime.name} runs Linux containers`);
        const lack = lackOf(runtime);
        if (runtime.found !== "linux" && needed) {
            return broken(3, `${lack}, which \`engine: ${config.engine}\` needs`, "Start Docker, or let runner-host name an engine.");
        }
        if (runtime.found !== "linux" && go.state === "none") {
            return broken(3, `${lack}, and ${go.why}: nothing here can execute the stages`, "Install Go, start Docker, or let runner-host name an engine.");
        }
        const builds = config.docker !== "false" && repository.files.includes(config.dockerfile);
        if (!builds)
            return ok(`no image is built here, and nothing else needs them (${lack})`);
        return odd(`${lack}: the stages of the image are skipped, or fail with \`docker: true\``, "Start Docker, let runner-host name a Dagger engine, or set `docker: false`.");
    },
};
/** What is missing, as the beginning of a sentence. */
function lackOf(runtime) {
    if (runtime.found === "linux")
        return `${runtime.name} runs containers, but no Docker`;
    return runtime.found === "none" ? "no container runtime on PATH" : `no usable one: ${(0,errors/* firstSentence */.qi)(runtime.why)}`;
}

;// CONCATENATED MODULE: ./build/stage/src/doctor/checks/disk.js


/** Below this a build of a larger repository, whose cache and temporary files lie here, may not come to its end. */
const enough = 2 * 1024 ** 3;
const least = 64 * 1024 ** 2;
/** There is room to compile. */
const disk = {
    name: "disk",
    async look({ free }) {
        const places = await free();
        const saw = places.map(({ place, bytes }) => `${(0,format/* formatBytes */.z3)(bytes)} free at ${place}`).join("; ");
        const lowest = Math.min(...places.map(({ bytes }) => bytes));
        const remedy = "Free some space (`go clean -cache`), or let GOCACHE and TMPDIR name a larger disk.";
        if (lowest < least)
            return broken(3, saw, remedy);
        return lowest < enough ? odd(saw, remedy) : ok(saw);
    },
};

;// CONCATENATED MODULE: ./build/stage/src/doctor/checks/fork.js

/** The run gets the repository's secrets. */
const fork = {
    name: "fork",
    look({ context }) {
        const { eventName, headRepository, repository } = context;
        if (eventName === null)
            return ok("not in a workflow");
        if (headRepository === null || headRepository === repository)
            return ok(`event ${eventName}`);
        return odd(`${eventName} of the fork ${headRepository}: secrets are empty, the token only reads, and no cache is saved`, "Check out nothing of a fork under pull_request_target; what needs secrets belongs into a push to this repository.");
    },
};

;// CONCATENATED MODULE: ./build/stage/src/doctor/checks/history.js

/** The first input that does. */
function wantsHistory({ lintNewOnly, buildvcs, bench, release }) {
    if (lintNewOnly)
        return "lint-new-only";
    if (buildvcs)
        return "buildvcs";
    if (bench !== "false")
        return "bench";
    return release === "false" ? null : "release";
}
/** git works, and has as much history as the inputs need. */
const history_history = {
    name: "history",
    async look({ inputs, git }) {
        const shallow = await git("rev-parse", "--is-shallow-repository");
        if (!shallow.ok) {
            return /not a git repository/.test(shallow.problem)
                ? odd("not a git repository", "Check it out with git: what is ignored cannot be told well without.")
                : odd(`git does not answer: ${shallow.problem}`, "Install git 2.15 or newer, or repair the repository.");
        }
        if (shallow.stdout.trim() !== "true")
            return ok("the whole history is here");
        const asks = inputs.ok ? wantsHistory(inputs.config) : null;
        if (asks === null)
            return ok("a shallow clone, which is enough for these inputs");
        return odd(`a shallow clone, but ${asks} needs more history`, "actions/checkout: `fetch-depth: 0`; here: `git fetch --unshallow`.");
    },
};

;// CONCATENATED MODULE: ./build/stage/src/doctor/checks/inputs.js

/** Flags, `with:` and config file can be read. */
const inputs = {
    name: "inputs",
    look({ inputs }) {
        if (!inputs.ok)
            return broken(2, inputs.problems.join("; "), "Correct what is named; `--help` lists the inputs.");
        if (inputs.warnings.length > 0)
            return odd(inputs.warnings.join("; "), "Give the values, or leave the inputs out.");
        const { config } = inputs.config;
        return ok(config === null ? "no config file" : `config file ${config}`);
    },
};

// EXTERNAL MODULE: ./build/stage/src/go/lfs.js
var lfs = __webpack_require__(97244);
;// CONCATENATED MODULE: ./build/stage/src/doctor/checks/lfs.js




/** Files in Git LFS are there with their content. */
const lfs_lfs = {
    name: "git lfs",
    async look({ repository, git }) {
        if (!repository.files.some((path) => path.split("/").at(-1) === ".gitattributes"))
            return ok("not used");
        const listed = await git("ls-files", "-z", "--", ":(attr:filter=lfs)");
        const paths = listed.ok ? (0,project_git/* splitNul */.K5)(listed.stdout) : [];
        const pointers = [];
        for (const path of paths) {
            const text = await readSmall(repository.read, path);
            if (text !== null && (0,lfs/* isLfsPointer */.NS)(text))
                pointers.push(path);
        }
        if (pointers.length === 0)
            return ok(paths.length === 0 ? "not used" : "every file has its content");
        return odd(`pointers without content: ${(0,format/* firstOf */.Ku)(pointers, 5)}`, `${lfs/* lfsRemedy */._E}.`);
    },
};
/** What is too large to be read is no pointer. */
async function readSmall(read, path) {
    return await read(path).catch(() => null);
}

;// CONCATENATED MODULE: ./build/stage/src/doctor/checks/modules.js


/** There is something to check. */
const modules_modules = {
    name: "modules",
    look({ project, projectProblems }) {
        if (project === null) {
            return broken(2, projectProblems.join("; "), "Let working-directory and `modules` name directories with a go.mod.");
        }
        const dirs = project.modules.map(({ dir }) => dir);
        const saw = `${(0,format/* plural */.LS)(dirs.length, "module")}: ${(0,format/* firstOf */.Ku)(dirs, 5)}`;
        if (project.unchecked.length > 0) {
            const rest = (0,format/* firstOf */.Ku)(project.unchecked, 5);
            return odd(`${saw}; not checked: ${rest}`, "Name them in `modules`, unless they are left out on purpose.");
        }
        if (project.loose.length === 0)
            return ok(saw);
        const where = (0,format/* firstOf */.Ku)(project.loose, 5);
        return odd(`${saw}; in no module: ${where}`, "Name the modules to check in `modules`, if no go command is meant to look there.");
    },
};

;// CONCATENATED MODULE: ./build/stage/src/doctor/checks/proxies.js

/** Where modules and downloads come from. */
const proxies = {
    name: "proxies",
    look({ env, go }) {
        const goproxy = go.state === "there" ? (go.goEnv["GOPROXY"] ?? "") : (env["GOPROXY"] ?? "");
        if (goproxy === "off")
            return odd("GOPROXY=off: nothing can be fetched", "Unset GOPROXY, unless all modules are vendored or in the module cache.");
        const set = Object.keys(env).filter((name) => /^(https?|all)_proxy$/i.test(name) && env[name] !== "");
        const excluded = Object.keys(env).some((name) => /^no_proxy$/i.test(name) && env[name] !== "");
        if (set.length > 0 && !excluded) {
            return odd(`${set.join(", ")} without NO_PROXY: requests to services of this job go through the proxy too`, "Set NO_PROXY=localhost,127.0.0.1 and what else is near.");
        }
        return ok(`GOPROXY=${withoutLogins(goproxy) || "Go's own default"}${set.length === 0 ? "" : `; ${set.join(", ")}`}`);
    },
};
function withoutLogins(text) {
    return text.replaceAll(/\/\/[^/@,|]*@/g, "//");
}

;// CONCATENATED MODULE: ./build/stage/src/doctor/checks/release.js


/** Files by which goreleaser is configured, as it looks for them itself (cmd/config.go, 2.14.3). */
const goreleaserFiles = /^(?:\.config\/)?\.?goreleaser\.ya?ml$/;
/** What a release needs, and whether another program releases too. */
const release = {
    name: "release",
    async look({ repository, inputs }) {
        const lacks = [];
        let releases = inputs.ok && inputs.config.release !== "false";
        for (const path of (0,workflows/* workflowFiles */.BF)(repository.files)) {
            for (const job of await (0,workflows/* jobsIn */.ev)((await repository.read(path)) ?? "")) {
                if (!job.steps.some(isRelease))
                    continue;
                releases = true;
                lacks.push(...release_lackOf(job).map((what) => `${path}, job ${job.name}: ${what}`));
            }
        }
        if (lacks.length > 0) {
            return odd(lacks.join("; "), "`permissions: contents: write` lets the job release, `fetch-depth: 0` of actions/checkout finds the version before: docs/releasing.md.");
        }
        const other = repository.files.find((path) => goreleaserFiles.test(path));
        const packs = inputs.ok && inputs.config.archives;
        if (other === undefined || !(releases || packs))
            return ok(releases ? "it has what it needs" : "nothing is released");
        return odd(`${other} configures goreleaser, and ${releases ? "`release`" : "`archives`"} packs the same binaries`, "Leave out one of them: the archives have the same names, and a release has each of them once.");
    },
};
function isRelease(step) {
    return (0,workflows/* runsPipeline */.Nm)(step) && ["draft", "true"].includes(step.given.get("release") ?? "");
}
function release_lackOf({ contents, steps }) {
    const checkout = steps.find(({ uses }) => uses.startsWith("actions/checkout@"));
    return [
        ...(contents === null || contents === "write" ? [] : [`contents: ${contents}`]),
        ...(checkout === undefined || checkout.given.get("fetch-depth") === "0"
            ? []
            : ["actions/checkout fetches one commit"]),
    ];
}

// EXTERNAL MODULE: ./build/stage/src/gates/test-reuse.js + 1 modules
var test_reuse = __webpack_require__(13621);
;// CONCATENATED MODULE: ./build/stage/src/doctor/checks/reuse.js


/** Go may take results of tests from earlier runs. */
const reuse = {
    name: "test reuse",
    look({ inputs, go, env }) {
        if (!inputs.ok)
            return ok("not known without the inputs");
        const goflags = go.state === "there" ? (go.goEnv["GOFLAGS"] ?? "") : (env["GOFLAGS"] ?? "");
        const goVersions = go.state === "there" ? [go.version] : [];
        const why = (0,test_reuse/* runsAgain */.jh)({ config: inputs.config, goflags, goVersions });
        if (why === null)
            return ok("no flag keeps Go from reusing results of tests");
        return odd(`${why}: no result of a test is reused`, "Take it out of `test-flags`, `shuffle`, `test-artifacts` or GOFLAGS; `test-reuse-except` names packages that have to run each time.");
    },
};

// EXTERNAL MODULE: ./build/stage/src/project/source.js + 1 modules
var source = __webpack_require__(31213);
;// CONCATENATED MODULE: ./build/stage/src/doctor/checks/secrets.js




/** No file of the repository looks like a secret. */
const secrets = {
    name: "secrets",
    async look({ git }) {
        const listed = await git("ls-files", "-z", "--cached");
        if (!listed.ok)
            return ok("not known without git");
        const found = (0,project_git/* splitNul */.K5)(listed.stdout).filter((path) => (0,source/* looksSecret */.n0)(path) && !(0,source/* isFixture */.AQ)(path) && !/\.(example|sample|template)$/.test(path));
        if (found.length === 0)
            return ok("no tracked file is named like one");
        return odd(`tracked files named like secrets: ${(0,format/* firstOf */.Ku)(found, 5)}; they go to engines and into images`, "`git rm --cached` them and change the secrets, unless they are examples.");
    },
};

// EXTERNAL MODULE: ./build/stage/src/project/gomod.js
var gomod = __webpack_require__(60008);
;// CONCATENATED MODULE: ./build/stage/src/doctor/checks/sums.js



/** go.sum has a line for every module that go.mod requires. */
const sums = {
    name: "go.sum",
    async look({ project, repository }) {
        const modules = project?.modules ?? [];
        const works = await Promise.all((project?.workspaces ?? []).map(({ path }) => repository.read(`${path}.sum`)));
        const lacking = [];
        for (const { dir, vendored, workspace } of modules) {
            if (vendored)
                continue;
            const shared = workspace === null ? [] : works;
            const lines = new Set([await repository.read((0,gomod/* joinPath */.uJ)(dir, "go.sum")), ...shared].flatMap((text) => linesOf(text)));
            lacking.push(...(await missingIn(dir, lines, { repository, modules })));
        }
        if (lacking.length === 0)
            return ok(modules.length === 0 ? "no module" : "every requirement has its line");
        return odd(`lines are missing for ${(0,format/* firstOf */.Ku)(lacking, 5)}`, "`go mod tidy` in that module, and commit go.sum.");
    },
};
function linesOf(text) {
    return (text ?? "").split("\n").map((line) => line.split(" ").slice(0, 2).join(" "));
}
async function missingIn(dir, lines, { repository, modules, }) {
    const content = await repository.read((0,gomod/* joinPath */.uJ)(dir, "go.mod"));
    const own = new Set(modules.map(({ path }) => path));
    return (0,gomod/* requirements */.Ln)(content ?? "")
        .filter(({ path, version }) => !own.has(path) && !lines.has(`${path} ${version}/go.mod`))
        .map(({ path, version }) => `${path}@${version}${dir === "." ? "" : ` (${dir})`}`);
}

// EXTERNAL MODULE: ./build/stage/src/project/go-version.js
var go_version = __webpack_require__(14083);
;// CONCATENATED MODULE: ./build/stage/src/doctor/checks/toolchain.js


/** The Go of this machine is the one that the modules ask for. */
const toolchain = {
    name: "go",
    look({ go, project, inputs }) {
        const own = "Install Go (in a workflow: actions/setup-go), or use `engine: dagger`, which brings its own.";
        if (go.state === "none")
            return odd(go.why, own);
        if (go.state === "refuses")
            return broken(3, "a setting of the environment is one that Go does not take", "`go version` or `go env` names it: correct or unset it.");
        const asked = inputs.ok ? inputs.config.goVersion : null;
        const wanted = asked ?? project?.wantedGo?.version ?? go_version/* oldestGo */.Wg;
        const source = asked === null ? (project?.wantedGo?.source ?? "the oldest that is supported") : "go-version";
        const saw = `${go.version} is on PATH; ${wanted} is wanted (${source})`;
        if (!/^\d/.test(wanted) || (0,go_version/* compareGo */.Ac)(go.version, wanted) >= 0)
            return ok(saw);
        if ((0,go_version/* takesToolchains */.Vd)(go.gotoolchain)) {
            return odd(`${saw}, which Go downloads in every fresh job`, "Install that version, or lower the line.");
        }
        return odd(`${saw}, and GOTOOLCHAIN=${go.gotoolchain} forbids to take another`, `Unset GOTOOLCHAIN, or install Go ${wanted}; \`engine: dagger\` brings its own.`);
    },
};

;// CONCATENATED MODULE: ./build/stage/src/doctor/index.js














/** What the command `doctor` looks at, in this order. */
const checks = [
    ...[inputs, modules_modules, history_history, sums, toolchain, containers, disk],
    ...[proxies, fork, caches, reuse, release, lfs_lfs, secrets],
];

;// CONCATENATED MODULE: ./build/stage/src/doctor/run-doctor.js

















/** The command `doctor`: says what is odd here, with its remedy. 0: nothing keeps a run from beginning; else the exit code with which one would end. */
async function runDoctor(request) {
    const { platform, redact } = request;
    const surroundings = await look(request);
    const seen = [];
    for (const check of checks) {
        if (request.signal.aborted)
            return 130;
        const found = { name: check.name, ...(await check.look(surroundings)) };
        seen.push(found);
        for (const line of run_doctor_linesOf(found))
            platform.log(redact((0,sanitize/* sanitizeLine */.g$)(line)));
    }
    const count = (state) => seen.filter((one) => one.state === state).length;
    platform.log(`${(0,format/* plural */.LS)(checks.length, "check")}: ${count("ok")} ok, ${count("odd")} odd, ${count("broken")} broken`);
    const codes = seen.flatMap((one) => (one.state === "broken" ? [one.exitCode] : []));
    return codes.length === 0 ? 0 : Math.min(...codes);
}
const width = Math.max(...checks.map(({ name }) => name.length));
function run_doctor_linesOf(found) {
    const head = `${found.state.padEnd(6)}  ${found.name.padEnd(width)}  `;
    return [`${head}${found.saw}`, ...(found.state === "ok" ? [] : [`${" ".repeat(head.length)}${found.remedy}`])];
}
async function look(request) {
    const { env, cwd, signal, inputs, platform } = request;
    const facts = (0,path_facts/* nodePathFacts */.$)();
    const places = (0,parse/* placesOf */.e)({ ...request, facts });
    const root = places.repository;
    const repository = await (0,project_repository/* openRepository */.h)(root);
    const windows = process.platform === "win32";
    const go = await acceptedGo({ env, signal });
    const found = await projectOf(repository, (0,locate/* relativeSlashes */.qH)(root, places.workingDirectory, facts), { env, inputs });
    const goCache = go.state === "there" ? (go.goEnv["GOCACHE"] ?? "") : "";
    return {
        ...{ env, inputs, repository, go, context: platform.context },
        ...found,
        ask: (0,ask_program/* askPrograms */.b)({ env: (0,environment/* hostEnvironment */.mI)(env, {}, windows), signal }),
        git: (0,project_git/* gitAt */.c8)(root),
        free: () => freeSpace([cwd, (0,external_node_os_.tmpdir)(), goCache].filter((dir) => dir !== "")),
    };
}
/** The Go on PATH; asked for anything but `go env`, it refuses GOFLAGS that it cannot parse too (cmd/go/internal/base/goflags.go, Go 1.26.8). */
async function acceptedGo(request) {
    const found = await (0,go_on_path/* goOnPath */.V)(request);
    if (found.state !== "there")
        return found;
    const own = (0,environment/* hostEnvironment */.mI)(request.env, go_on_path/* installedQuestion */.P.env, process.platform === "win32");
    const { stderr } = await (0,ask_program/* askPrograms */.b)({ env: own, signal: request.signal })("go", ["version"]);
    return (0,named_setting/* namedSetting */.y1)(stderr) === null ? found : { state: "refuses" };
}
/** What is free where directories lie, those of one file system together. */
async function freeSpace(dirs) {
    const asked = [...new Set(dirs)].map(async (place) => {
        // A cache that is not there yet lies on some disk all the same, but nobody says on which.
        const [stats, { dev }] = await Promise.all([(0,promises_.statfs)(place), (0,promises_.stat)(place)]).catch(() => [null, { dev: 0 }]);
        return stats === null ? [] : [{ place, dev, bytes: stats.bavail * stats.bsize }];
    });
    const found = (0,group_by/* groupBy */.$)((await Promise.all(asked)).flat(), ({ dev }) => dev);
    return [...found.values()].map((same) => ({
        place: same.map(({ place }) => place).join(", "),
        bytes: Math.min(...same.map(({ bytes }) => bytes)),
    }));
}
async function projectOf(repository, directory, { env, inputs }) {
    try {
        const selection = inputs.ok ? inputs.config.modules : null;
        const workspace = inputs.ok ? inputs.config.workspace : "auto";
        const settings = { gotoolchain: env["GOTOOLCHAIN"], gowork: env["GOWORK"] };
        const project = await (0,modules/* discoverProject */.J)(repository, { directory, selection, workspace, ...settings });
        return { project, projectProblems: [] };
    }
    catch (error) {
        if (!(error instanceof errors/* UsageError */.eb))
            throw error;
        return { project: null, projectProblems: error.problems };
    }
}


/***/ }),

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

/***/ 97189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M8: () => (/* binding */ parents),
/* harmony export */   VW: () => (/* binding */ outsideBuilds),
/* harmony export */   dr: () => (/* binding */ everyPath),
/* harmony export */   gz: () => (/* binding */ readableByBuild),
/* harmony export */   sP: () => (/* binding */ inModuleCache),
/* harmony export */   zp: () => (/* binding */ neededForBuild)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _gomod_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60008);


/** Extensions from https://pkg.go.dev/cmd/go#hdr-Go_and_non_Go_source_files_ and go/build's `goodOSArchFile` callers. */
const sourceFile = /\.(go|s|S|sx|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|swig|swigcxx|syso)$/;
const moduleFile = /^go\.(mod|sum|work|work\.sum)$/;
/** Of a main package, Go takes the profile of this name: https://go.dev/doc/pgo#building. */
const profile = "default.pgo";
/**
 * Tells which ignored files a build most likely needs. `named`: directories that a go.mod or go.work names, which count whatever they are called.
 */
function neededForBuild(tree, named) {
    const all = everyPath(tree);
    const packageDirs = new Set(all.filter((path) => path.endsWith(".go")).map((path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path)));
    const isVendored = vendored(all);
    return (path) => {
        if (isVendored(path))
            return true;
        if (outsideBuilds(path, named))
            return false;
        const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path);
        if (moduleFile.test(name))
            return true;
        return (sourceFile.test(name) || name === profile) && packageDirs.has(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path));
    };
}
/**
 * Tells which ignored files a build without cgo could read, if only because an import names a directory with a leading `_` or `.`, which patterns such as
 * `./...` pass over. Module caches are left out: go.sum says what is in them.
 */
function readableByBuild(tree, named) {
    const all = everyPath(tree);
    const isVendored = vendored(all);
    const inCache = inModuleCache(tree, named);
    return (path) => {
        const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path);
        const known = moduleFile.test(name) || sourceFile.test(name) || name === profile || isVendored(path);
        return known && !inCache(path);
    };
}
function everyPath({ tracked, untracked, ignored }) {
    return [...tracked, ...untracked, ...ignored];
}
function vendored(all) {
    const dirs = all.filter((path) => /(^|\/)vendor\/modules\.txt$/.test(path)).map((path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path));
    return (path) => dirs.some((dir) => path.startsWith(`${dir}/`));
}
/** `./...` finds no packages below names with a leading `.` or `_`, seen from the module; a module cache inside the repository is not part of it. */
function outsideBuilds(path, named) {
    const views = [
        path,
        ...named.filter((dir) => dir !== "." && (0,_gomod_js__WEBPACK_IMPORTED_MODULE_1__/* .isInside */ .FK)(dir, path)).map((dir) => path.slice(dir.length)),
    ];
    return views.every((view) => /(^|\/)pkg\/mod\//.test(view) || /(^|\/)[._][^/]*\//.test(view));
}
/** Tells what lies in a module cache (`<cache>/cache/download/<module>/@v`), unless a go.mod or go.work names a directory there. */
function inModuleCache({ ignored }, named) {
    const found = ignored.map((path) => /^(.+?)\/cache\/download\/.+\/@v\//.exec(path)?.[1]);
    const caches = [...new Set(found)].filter((cache) => cache !== undefined);
    const left = caches.filter((cache) => !named.some((dir) => (0,_gomod_js__WEBPACK_IMPORTED_MODULE_1__/* .isInside */ .FK)(cache, dir)));
    return (path) => left.some((cache) => (0,_gomod_js__WEBPACK_IMPORTED_MODULE_1__/* .isInside */ .FK)(cache, path));
}
/** Directories above a path, outermost first, without the root. */
function parents(path) {
    const names = path.split("/").slice(0, -1);
    return names.map((_, index) => names.slice(0, index + 1).join("/"));
}


/***/ }),

/***/ 31213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  AQ: () => (/* binding */ isFixture),
  n0: () => (/* binding */ looksSecret),
  CR: () => (/* binding */ readBuildFiles),
  wG: () => (/* binding */ readUploadRule)
});

// UNUSED EXPORTS: uploadRule

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/files/regular-file.js
var regular_file = __webpack_require__(1939);
// EXTERNAL MODULE: ./build/stage/src/text/paths.js
var text_paths = __webpack_require__(60938);
// EXTERNAL MODULE: ./build/stage/src/project/embed.js
var project_embed = __webpack_require__(27327);
// EXTERNAL MODULE: ./build/stage/src/project/needed.js
var project_needed = __webpack_require__(97189);
;// CONCATENATED MODULE: ./build/stage/src/project/embedded.js





/** Which ignored files the Go files above them embed. Only Go files that have an ignored file beside or below them are read. */
async function readEmbedded(root, tree, counts) {
    const needed = new Set();
    const warnings = [];
    const below = ignoredBelow(tree);
    for (const goFile of (0,project_needed/* everyPath */.dr)(tree)) {
        const dir = external_node_path_.posix.dirname(goFile);
        const candidates = goFile.endsWith(".go") && counts(goFile) ? below.get(dir) : undefined;
        if (candidates === undefined)
            continue;
        try {
            const matchers = (0,project_embed/* embedPatterns */.P)(await (0,regular_file/* readRegularFile */.X)((0,external_node_path_.join)(root, goFile))).map(project_embed/* embedMatcher */.g);
            const inDir = (path) => (dir === "." ? path : path.slice(dir.length + 1));
            for (const path of candidates)
                if (matchers.some((matches) => matches(inDir(path))))
                    needed.add(path);
        }
        catch (error) {
            // Tracked but deleted in the working tree.
            if (!(0,errors/* hasCode */.up)(error, "ENOENT", "ENOTDIR", "EISDIR"))
                warnings.push(`${goFile} could not be read: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
    return { needed, warnings };
}
/** Ignored files by every directory above them that holds a Go file. */
function ignoredBelow(tree) {
    const goDirs = new Set();
    for (const path of (0,project_needed/* everyPath */.dr)(tree)) {
        if (path.endsWith(".go"))
            goDirs.add(external_node_path_.posix.dirname(path));
    }
    const below = new Map();
    for (const path of tree.ignored) {
        for (const dir of [".", ...(0,project_needed/* parents */.M8)(path)]) {
            if (!goDirs.has(dir))
                continue;
            const list = below.get(dir) ?? [];
            list.push(path);
            below.set(dir, list);
        }
    }
    return below;
}

// EXTERNAL MODULE: ./build/stage/src/project/gomod.js
var gomod = __webpack_require__(60008);
// EXTERNAL MODULE: ./build/stage/src/project/in-slices.js
var in_slices = __webpack_require__(94983);
// EXTERNAL MODULE: ./build/stage/src/project/tree.js
var project_tree = __webpack_require__(51280);
;// CONCATENATED MODULE: ./build/stage/src/project/source.js










/** Applies the rule to the repository as it is now. */
async function readUploadRule({ root, without }) {
    const left = pathsBelow(root, without);
    const tree = withoutPaths(await (0,project_tree/* listTree */.n)(root), left);
    const named = await readNamed(root, tree);
    const embedded = await readEmbedded(root, tree, (path) => !(0,project_needed/* outsideBuilds */.VW)(path, named));
    const rule = uploadRule(tree, embedded.needed, named);
    const warnings = [...(tree.warning === null ? [] : [treeWarning(tree.warning)]), ...embedded.warnings];
    return { ...rule, exclude: [...rule.exclude, ...left].sort(), warnings: [...rule.warnings, ...warnings] };
}
/**
 * Every file that a build without cgo could read, relative to the repository, sorted: what git does not ignore, and of the rest what has a name that Go
 * reads, is embedded, or is a link, which may lead anywhere.
 */
async function readBuildFiles({ root, without }) {
    const tree = withoutPaths(await (0,project_tree/* listTree */.n)(root), pathsBelow(root, without));
    const named = await readNamed(root, tree);
    const inCache = (0,project_needed/* inModuleCache */.sP)(tree, named);
    const [{ needed }, links] = [await readEmbedded(root, tree, (path) => !inCache(path)), await linksIn(root, tree)];
    const isReadable = (0,project_needed/* readableByBuild */.gz)(tree, named);
    const ignored = tree.ignored.filter((path) => isReadable(path) || needed.has(path) || links.has(path));
    return [...new Set([...tree.tracked, ...tree.untracked, ...ignored])].sort();
}
async function linksIn(root, { ignored }) {
    const found = await (0,in_slices/* inSlices */.Z)(ignored, (path) => isLink((0,external_node_path_.join)(root, path)));
    return new Set(ignored.filter((_, index) => found[index] === true));
}
function isLink(path) {
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
function pathsBelow(root, paths) {
    return paths
        .map((path) => (0,text_paths/* pathInside */._l)(root, path, (0,text_paths/* pathStyle */.Ls)(process.platform)))
        .filter((path) => path !== null && path !== "");
}
/** Directories that a go.mod or go.work of the repository names. */
async function readNamed(root, tree) {
    const named = [];
    for (const path of (0,project_needed/* everyPath */.dr)(tree).filter((path) => /(^|\/)go\.(mod|work)$/.test(path))) {
        try {
            named.push(...(0,gomod/* localDirectories */.j0)(path, await (0,regular_file/* readRegularFile */.X)((0,external_node_path_.join)(root, path))));
        }
        catch (error) {
            // Deleted, or nothing that Go could read either; a stage will say so if it matters.
            if (!(error instanceof errors/* EnvironmentError */.eG) && !(0,errors/* hasCode */.up)(error, "ENOENT", "ENOTDIR", "ELOOP", "EACCES"))
                throw error;
        }
    }
    return [...new Set(named)];
}
function treeWarning(problem) {
    return `${problem}; the whole tree is sent, as .gitignore allows`;
}
function withoutPaths(tree, without) {
    const stays = (path) => !without.some((left) => path === left || path.startsWith(`${left}/`));
    return {
        ...tree,
        tracked: tree.tracked.filter(stays),
        untracked: tree.untracked.filter(stays),
        ignored: tree.ignored.filter(stays),
    };
}
/** The rule itself. `embedded`: which ignored files a `//go:embed` line names. `named`: directories that a go.mod or go.work names. */
function uploadRule(tree, embedded, named = []) {
    const isNeeded = (0,project_needed/* neededForBuild */.zp)(tree, named);
    const wanted = [...tree.untracked, ...tree.ignored.filter((path) => embedded.has(path) || isNeeded(path))];
    const secretLooking = wanted.filter((path) => looksSecret(path) && !(tree.source === "walk" && isFixture(path)));
    const left = new Set(secretLooking);
    const files = [...tree.tracked, ...wanted.filter((path) => !left.has(path))].sort();
    const exclude = excludes(files, [...tree.ignored, ...secretLooking]);
    return { files, exclude, secretLooking, warnings: [] };
}
/** `.env*`, `*.pem`, `.netrc`. */
function looksSecret(path) {
    return /^(\.env.*|.*\.pem|\.netrc)$/is.test(external_node_path_.posix.basename(path));
}
/** Without git nothing says that a key is meant to be there, except that it lies where Go keeps the data of tests. */
function isFixture(path) {
    return path.split("/").includes("testdata");
}
/** Largest directories without a file that stays, and single files elsewhere. */
function excludes(stay, leave) {
    const busy = new Set();
    for (const path of stay)
        for (const dir of (0,project_needed/* parents */.M8)(path))
            busy.add(dir);
    const staying = new Set(stay);
    const found = leave
        .map((path) => path.replace(/\/$/, ""))
        .filter((path) => !staying.has(path))
        .map((path) => (0,project_needed/* parents */.M8)(path).find((dir) => !busy.has(dir)) ?? path);
    return [...new Set(found)].sort();
}


/***/ })

};
