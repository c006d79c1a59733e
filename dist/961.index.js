export const id = 961;
export const ids = [961];
export const modules = {

/***/ 87961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGithubPlatform: () => (/* binding */ createGithubPlatform)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(91659);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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
                output.line(title);
            await output.lines(lines);
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

;// CONCATENATED MODULE: ./build/stage/src/platform/github-context.js
/**
 * What the runner says about the run. `@actions/github` reads the event payload when it is loaded, so an unreadable payload is
 * an error of the import: the facts that need it are then unknown, with a warning.
 */
async function readContext(env, warn) {
    const workspace = textOrNull(env["GITHUB_WORKSPACE"]);
    try {
        const { context } = await __webpack_require__.e(/* import() */ 351).then(__webpack_require__.bind(__webpack_require__, 61351));
        return {
            repository: textOrNull(env["GITHUB_REPOSITORY"]) ?? textOrNull(context.payload.repository?.full_name),
            serverUrl: textOrNull(context.serverUrl),
            sha: textOrNull(context.sha),
            ref: textOrNull(context.ref),
            eventName: textOrNull(context.eventName),
            runAttempt: Number.isInteger(context.runAttempt) ? context.runAttempt : null,
            workspace,
        };
    }
    catch {
        // Not the parser's message: it quotes the payload, and no secret is registered yet.
        warn("The event of this workflow run (GITHUB_EVENT_PATH) could not be read; links to it are left out.");
        const unknown = { repository: null, serverUrl: null, sha: null, ref: null, eventName: null, runAttempt: null };
        return { ...unknown, workspace };
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
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(830), __webpack_require__.e(402)]).then(__webpack_require__.bind(__webpack_require__, 74402));
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
async function createGithubPlatform({ env, inputNames, output }) {
    const context = await readContext(env, core/* warning */.$e);
    const channel = createChannel(output);
    const { say } = channel;
    return {
        name: "github",
        inputs: () => readInputs(env, inputNames),
        context,
        colour: !env["NO_COLOR"],
        mask: (secret) => channel.sayNow(() => (0,mask/* maskForms */.y)(secret).map(core/* setSecret */.Pq)),
        log: (line) => say(() => core/* info */.pq(line)),
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
