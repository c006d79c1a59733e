export const id = 819;
export const ids = [819];
export const modules = {

/***/ 87677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ requestSchema),
/* harmony export */   U: () => (/* binding */ answerSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** Exactly what the parent writes and reads. */
const requestSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["restore", "save"]),
    /** Name of the directory to restore or save, in the current directory. */
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Restore: beginnings of keys, best first. Save: the key. */
    keys: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).min(1),
    /** Milliseconds until the service has to have said whether it has a cache. */
    lookupLimitMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
});
const answerSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** Restore: what the service has. Save: `accepted` when it gave the client a place, `missed` when it did not; what failed after that is only in the output. */
    lookup: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["accepted", "missed", "late"]),
    /** The whole key of what was restored; null when nothing was. */
    key: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
});


/***/ }),

/***/ 6819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGithubPlatform: () => (/* binding */ createGithubPlatform)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/platform/github-cache-flag.js
var github_cache_flag = __webpack_require__(27035);
;// CONCATENATED MODULE: ./build/stage/src/platform/github-cache-output.js
/**
 * Why the toolkit's cache client did not do what it was asked, from what it printed: its functions only answer "no". The lines are its workflow commands
 * (`::warning::Failed to restore: …`) and, for what it does not find worth a warning, plain lines with the same words.
 */
function clientProblem(output) {
    const told = /^(?:Failed to (?:save|restore): |Cache (?:save|restore) skipped: )/;
    const messages = output.split(/\r?\n/).map(messageOfLine);
    const problem = messages.findLast(({ text }) => told.test(text));
    return problem === undefined ? null : presentable(problem.text.replace(/^Failed to (?:save|restore): /, ""));
}
/** The last warning or error of any kind: the client ends some of its trouble with one and no further word. */
function lastWarning(output) {
    const warning = output
        .split(/\r?\n/)
        .map(messageOfLine)
        .findLast(({ isIssue }) => isIssue);
    return warning === undefined ? null : presentable(warning.text);
}
/** A token that may not write, a mode that forbids it, or another job that saves under the same key: no fault of anybody. */
function isRefusal(problem) {
    return /cache write denied:|Unable to reserve cache|does not permit writes/.test(problem);
}
function messageOfLine(line) {
    const issue = /^::(?:warning|error)(?: [^:]*)?::(.*)$/.exec(line)?.[1];
    if (issue === undefined)
        return { text: line, isIssue: false };
    return { text: issue.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%"), isIssue: true };
}
/** One line; addresses lose their query, which is the signature that opens the archive. */
function presentable(text) {
    const [first = ""] = text.trim().split(/\r?\n/);
    return first.replaceAll(/(https?:\/\/[^\s?]+)\?\S*/g, "$1");
}

// EXTERNAL MODULE: ./build/stage/src/platform/github-cache-protocol.js
var github_cache_protocol = __webpack_require__(87677);
;// CONCATENATED MODULE: ./build/stage/src/platform/github-cache-store.js






/** By the variables that the runner gives to steps of actions (never to `run:` steps). */
function cacheServiceOf(options) {
    const { env } = options;
    const given = (name) => (env[name] ?? "") !== "";
    if (!given("ACTIONS_RUNTIME_TOKEN") || !(given("ACTIONS_CACHE_URL") || given("ACTIONS_RESULTS_URL"))) {
        return { ok: false, reason: "this runner offers no cache service" };
    }
    return { ok: true, store: new GithubCacheStore(options) };
}
/** A service that answers at all does so within a second; the client alone would ask for half a minute. */
const lookupLimitMs = 15_000;
class GithubCacheStore {
    #options;
    #lookupLimitMs;
    constructor(options) {
        this.#options = options;
        this.#lookupLimitMs = options.lookupLimitMs ?? lookupLimitMs;
    }
    async restore(request) {
        const { answer, problem } = await this.#ask({ action: "restore", ...request });
        if (typeof answer?.key === "string")
            return { status: "restored", key: answer.key };
        if (problem === null && answer?.lookup === "missed")
            return { status: "missed" };
        return { status: "failed", reason: problem ?? noReason };
    }
    async save({ key, ...request }) {
        const { answer, problem } = await this.#ask({ action: "save", keys: [key], ...request });
        if (problem === null && answer?.lookup === "accepted")
            return { status: "saved" };
        const reason = problem ?? noReason;
        return { status: isRefusal(reason) ? "refused" : "failed", reason };
    }
    /** Temporary files of the client lie in a directory of ours, so that one that was ended leaves nothing behind. */
    async #ask(question) {
        try {
            const own = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_path_.dirname)(question.dir), "cache-client-"));
            try {
                return await this.#askIn(own, question);
            }
            finally {
                await (0,promises_.rm)(own, { recursive: true, force: true, maxRetries: 3 });
            }
        }
        catch (error) {
            return { answer: null, problem: (0,errors/* messageOf */.bD)(error) };
        }
    }
    async #askIn(own, { action, dir, keys, limitMs, signal }) {
        const request = (0,external_node_path_.join)(own, "request.json");
        const output = (0,external_node_path_.join)(own, "output");
        const asked = { action, name: (0,external_node_path_.basename)(dir), keys: [...keys], lookupLimitMs: this.#lookupLimitMs };
        await (0,promises_.writeFile)(request, JSON.stringify(asked));
        const [file = process.execPath, ...args] = this.#options.self;
        const { end, exitCode, error } = await this.#options.run({
            file,
            args: [...args, github_cache_flag/* cacheClientFlag */.S, request],
            cwd: (0,external_node_path_.dirname)(dir),
            env: clientEnvironment(this.#options.env, own, (0,external_node_path_.dirname)(dir)),
            stdout: output,
            stderr: output,
            signal,
            timeoutMs: limitMs,
        });
        if (end === "timed-out")
            return { answer: null, problem: `not finished within ${seconds(limitMs)}` };
        if (end === "cancelled")
            return { answer: null, problem: "the run was cancelled" };
        if (exitCode !== 0)
            return { answer: null, problem: error ?? `the client ended with exit code ${exitCode}` };
        return this.#reply(await (0,promises_.readFile)((0,external_node_path_.join)(own, "answer.json"), "utf8"), await (0,promises_.readFile)(output, "utf8"));
    }
    #reply(text, output) {
        const answer = github_cache_protocol/* answerSchema */.U.parse(JSON.parse(text));
        if (answer.lookup === "late") {
            return { answer, problem: `the cache service did not answer within ${seconds(this.#lookupLimitMs)}` };
        }
        const failed = answer.lookup === "missed" ? lastWarning(output) : null;
        return { answer, problem: clientProblem(output) ?? failed };
    }
}
const noReason = "the client gave no reason";
function seconds(ms) {
    return `${Math.ceil(ms / 1000)} s`;
}
/**
 * The runner's variables without inputs, which hold secrets. Archives are made relative to GITHUB_WORKSPACE, so that is where the directory lies, and temporary
 * files go where they are removed. RUNNER_DEBUG would list every file of an archive.
 */
function clientEnvironment(env, temp, workspace) {
    const kept = Object.entries(env).flatMap(([name, value]) => value === undefined || /^INPUT_|^RUNNER_DEBUG$|^GITHUB_(OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$/i.test(name)
        ? []
        : [[name, value]]);
    return { ...Object.fromEntries(kept), RUNNER_TEMP: temp, GITHUB_WORKSPACE: workspace };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/stage/src/platform/problem-matchers.js
/**
 * actions/setup-go leaves a problem matcher behind, for all later steps of the job: every line of a log with `name.go:12:3: message` or `name.go: message`
 * anywhere in it becomes an error annotation (its matchers.json; the runner matches while commands are stopped too). Here that would be a second annotation
 * for each finding, and one for what a test prints; and since GitHub keeps ten of a step, ours, which are ranked and come last, would be the ones to go.
 *
 * The matcher looks for a blank after the last colon. A no-break space there looks the same, and leaves the position as it is. Removing the matcher would
 * take it from the steps after this one, which cannot be made good: nothing says whether it was there.
 */
function unmatched(line) {
    return line.replace(/(\.go:(?:\d+:\d+:)?) /g, "$1\u00a0");
}

;// CONCATENATED MODULE: ./build/stage/src/platform/github-channel.js



function createChannel(output) {
    const commands = createSwitch();
    const uploads = createFold("Uploading workflow artifacts");
    const held = [];
    let groups = Promise.resolve();
    const write = async (title, lines, open) => {
        if (!open)
            core/* startGroup */.Oh(title);
        commands.stop();
        try {
            if (open)
                output.line(unmatched(title));
            await output.lines(lines, unmatched);
        }
        finally {
            commands.resume();
            if (!open)
                core/* endGroup */.N4();
            for (const speak of held.splice(0))
                speak();
        }
    };
    return {
        say: (speak) => {
            if (commands.stopped())
                held.push(speak);
            else
                speak();
        },
        sayNow: (speak) => {
            if (!commands.stopped())
                return speak();
            commands.resume();
            speak();
            commands.stop();
        },
        group: (title, lines, open) => {
            const before = Promise.allSettled([groups, ...uploads.running()]);
            const group = before.then(() => write(title, lines, open));
            groups = Promise.allSettled([group]);
            return group;
        },
        upload: (run) => uploads.add(groups, run),
        idle: () => groups.then(() => undefined),
    };
}
/** While stopped, the runner takes every line as text until it reads the token (128 random bits, so nobody can guess it). */
function createSwitch() {
    let token = null;
    return {
        stop: () => {
            token = (0,external_node_crypto_.randomBytes)(16).toString("hex");
            core/* info */.pq(`::stop-commands::${token}`);
        },
        resume: () => {
            core/* info */.pq(`::${token}::`);
            token = null;
        },
        stopped: () => token !== null,
    };
}
/** One group around everything that runs at the same time. */
function createFold(title) {
    const waiting = new Set();
    let inside = 0;
    const folded = async (before, run) => {
        await before;
        if (inside++ === 0)
            core/* startGroup */.Oh(title);
        try {
            return await run();
        }
        finally {
            if (--inside === 0)
                core/* endGroup */.N4();
        }
    };
    return {
        add: (before, run) => {
            const work = folded(before, run);
            waiting.add(work);
            const done = () => waiting.delete(work);
            work.then(done, done);
            return work;
        },
        running: () => [...waiting],
    };
}

// EXTERNAL MODULE: ./build/stage/src/platform/platform.js
var platform = __webpack_require__(96779);
;// CONCATENATED MODULE: ./build/stage/src/platform/github-context.js

/**
 * What the runner says about the run. `@actions/github` reads the event payload when it is loaded, so an unreadable payload is
 * an error of the import: the facts that need it are then unknown, with a warning.
 */
async function readContext(env, warn) {
    const workspace = textOrNull(env["GITHUB_WORKSPACE"]);
    try {
        const { context } = await __webpack_require__.e(/* import() */ 732).then(__webpack_require__.bind(__webpack_require__, 61351));
        return {
            repository: textOrNull(env["GITHUB_REPOSITORY"]) ?? textOrNull(context.payload.repository?.full_name),
            serverUrl: textOrNull(context.serverUrl),
            sha: textOrNull(context.sha),
            ref: textOrNull(context.ref),
            eventName: textOrNull(context.eventName),
            defaultBranch: textOrNull(context.payload.repository?.["default_branch"]),
            headRepository: textOrNull(context.payload.pull_request?.["head"]?.repo?.full_name),
            runAttempt: Number.isInteger(context.runAttempt) ? context.runAttempt : null,
            workspace,
        };
    }
    catch {
        // Not the parser's message: it quotes the payload, and no secret is registered yet.
        warn("The event of this workflow run (GITHUB_EVENT_PATH) could not be read; links to it are left out.");
        return { ...platform/* nothingKnown */.H, workspace };
    }
}
/** The toolkit's types promise strings for variables that need not be set. */
function textOrNull(value) {
    return value === undefined || value === "" ? null : value;
}

;// CONCATENATED MODULE: ./build/stage/src/platform/github-upload.js

/** The client gives up by itself after 5 minutes without progress in one upload; this ends what it waits for without a limit. */
const uploadLimitMs = 10 * 60_000;
/** Uploads with the toolkit's client, which is loaded only now: it is large and most runs of a terminal never need it. */
async function uploadToWorkflow(request, env, limitMs = uploadLimitMs) {
    // The runner sets both in steps of actions, never in `run:` steps.
    const missing = ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_RESULTS_URL"].filter((name) => !env[name]);
    if (missing.length > 0) {
        return { status: "unavailable", reason: `this runner offers no artifact service (${missing.join(", ")} not set)` };
    }
    const limit = timeLimit(limitMs);
    try {
        return await Promise.race([upload(request), limit.reached]);
    }
    catch (thrown) {
        return resultOfError(thrown);
    }
    finally {
        limit.stop();
    }
}
async function upload({ name, files, root, retentionDays, compressed }) {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(271), __webpack_require__.e(732), __webpack_require__.e(892)]).then(__webpack_require__.bind(__webpack_require__, 33892));
    const { id, size } = await new DefaultArtifactClient().uploadArtifact(name, [...files], root, {
        compressionLevel: compressed ? 0 : 6,
        ...(retentionDays === null ? {} : { retentionDays }),
    });
    return { status: "uploaded", id: id ?? null, size: size ?? null };
}
/** The client has no error class for a name that is taken; the status code in its message is all it hands on. */
function resultOfError(thrown) {
    const reason = (0,errors/* messageOf */.bD)(thrown);
    if (thrown instanceof Error && thrown.name === "GHESNotSupportedError") {
        return {
            status: "unavailable",
            reason: "GitHub Enterprise Server has no artifact service that the client can use",
        };
    }
    if (/CreateArtifact: .*\(409\)/.test(reason))
        return { status: "name-taken" };
    return { status: "failed", reason };
}
function timeLimit(limitMs) {
    let timer;
    const reached = new Promise((resolve) => {
        const reason = `the artifact service did not finish within ${Math.ceil(limitMs / 1000)} s`;
        timer = setTimeout(() => resolve({ status: "failed", reason }), limitMs);
    });
    return { reached, stop: () => clearTimeout(timer) };
}

// EXTERNAL MODULE: ./build/stage/src/platform/mask.js
var mask = __webpack_require__(18412);
;// CONCATENATED MODULE: ./build/stage/src/platform/github.js








/** GitHub Actions, by the toolkit's libraries. */
async function createGithubPlatform({ env, inputNames, output, run }) {
    const context = await readContext(env, core/* warning */.$e);
    const channel = createChannel(output);
    const { say } = channel;
    return {
        name: "github",
        inputs: () => readInputs(env, inputNames),
        context,
        colour: !env["NO_COLOR"],
        mask: (secret) => channel.sayNow(() => (0,mask/* maskForms */.y)(secret).map(core/* setSecret */.Pq)),
        log: (line) => say(() => core/* info */.pq(unmatched(line))),
        group: channel.group,
        annotate: (annotation) => say(() => annotate(annotation)),
        notice: (message) => say(() => core/* notice */.lm(message)),
        warning: (message) => say(() => core/* warning */.$e(message)),
        error: (message) => say(() => core/* error */.z3(message)),
        writeSummary: async (markdown) => {
            try {
                await core/* summary */.z.addRaw(markdown).write();
            }
            catch (thrown) {
                say(() => core/* warning */.$e(`The job summary could not be written: ${(0,errors/* messageOf */.bD)(thrown)}`));
            }
        },
        setOutputs: async (outputs) => say(() => setOutputs(outputs, env)),
        upload: (request) => channel.upload(() => uploadToWorkflow(request, env)),
        cacheService: () => cacheServiceOf({ env, run, self: [process.execPath, ...process.execArgv, process.argv[1] ?? ""] }),
        flush: async () => {
            await channel.idle();
            await output.flush();
        },
    };
}
/** The runner upper-cases names and keeps hyphens; an input that is not given is an empty variable. */
function readInputs(env, names) {
    const pairs = names.flatMap((name) => {
        const value = env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`]?.trim() ?? "";
        return value === "" ? [] : [[name, value]];
    });
    return Object.fromEntries(pairs);
}
function annotate({ level, title, message, path, line, column }) {
    const issue = { error: core/* error */.z3, warning: core/* warning */.$e, notice: core/* notice */.lm }[level];
    const properties = {
        title,
        ...(path === null ? {} : { file: path }),
        ...(line === null ? {} : { startLine: line }),
        ...(column === null ? {} : { startColumn: column }),
    };
    issue(message, properties);
}
/** Without the file the toolkit would print the old `::set-output` command, which runners refuse. */
function setOutputs(outputs, env) {
    try {
        if (!env["GITHUB_OUTPUT"])
            throw new Error("GITHUB_OUTPUT is not set");
        for (const [name, value] of Object.entries(outputs))
            core/* setOutput */.uH(name, value);
    }
    catch (thrown) {
        core/* warning */.$e(`The step outputs could not be set: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}


/***/ })

};
