export const id = 908;
export const ids = [908];
export const modules = {

/***/ 48605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ rankFindings),
/* harmony export */   d: () => (/* binding */ positionOf)
/* harmony export */ });
/**
 * Errors before warnings, then by the rank of their kind, then in the order of stages; the same message at the same place is one. Who does not know the
 * column, as a build for coverage, means the one that others know.
 */
function rankFindings(stages, kinds) {
    const rank = ({ finding, level }) => (level === "error" ? 0 : 1_000) + kinds(finding.source).rank;
    const found = new Map();
    const all = stages.flatMap((stage) => stage.findings.map((finding) => rankable(finding, stage)));
    const ranked = [];
    for (const next of all.sort((a, b) => rank(a) - rank(b))) {
        const key = keyOf(next.finding, kinds);
        const alike = found.get(key) ?? [];
        const same = sameAs(next.finding, alike);
        if (same !== undefined)
            join(same, next);
        else {
            const first = { ...next, stages: [next.stage.id] };
            found.set(key, [...alike, first]);
            ranked.push(first);
        }
    }
    return ranked;
}
function sameAs({ column }, alike) {
    const exact = alike.find(({ finding }) => finding.column === column);
    return exact ?? alike.find(({ finding }) => finding.column === null || column === null);
}
function join(same, { finding, stage }) {
    if (same.finding.column === null)
        same.finding = { ...same.finding, column: finding.column };
    if (!same.stages.includes(stage.id))
        same.stages.push(stage.id);
}
/**
 * File, line and message. What compilers say differs where code has counters in the columns within it and in the source that C compilers quote.
 */
function keyOf({ source, path, line, message }, kinds) {
    const place = `${path}\n${line}\n`;
    if (!kinds(source).byCompiler)
        return place + message;
    const said = message.split("\n").filter((text) => !/^\s+\d* \|/.test(text));
    return place + said.join("\n").replace(/^(\t[^\s:]+:\d+):\d+(?=: )/gm, "$1");
}
function rankable(finding, stage) {
    return { finding, stage, level: stage.status === "warned" ? "warning" : finding.severity };
}
/** `dir/file.go:12:5`, as far as known; null without a path. */
function positionOf(place) {
    if (place.path === null)
        return null;
    return [place.path, place.line, place.line === null ? null : (place.column ?? null)]
        .filter((part) => part !== null)
        .join(":");
}


/***/ }),

/***/ 27571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ statusPaint)
/* harmony export */ });
/** The colour of a status, the same wherever a stage is named. */
function statusPaint(paint, status) {
    const paints = {
        passed: paint.green,
        failed: paint.red,
        errored: paint.red,
        warned: paint.yellow,
        cancelled: paint.yellow,
        blocked: paint.dim,
        skipped: paint.dim,
        disabled: paint.dim,
    };
    return paints[status];
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

/***/ 63716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K_: () => (/* binding */ redactPackage),
/* harmony export */   Ms: () => (/* binding */ redactStage),
/* harmony export */   a5: () => (/* binding */ redactReport)
/* harmony export */ });
/** A report without secrets in anything that quotes tools or people; names that the schema fixes, paths and counts stay. */
function redactReport(report, redact) {
    return {
        ...report,
        reasons: report.reasons.map(redact),
        warnings: report.warnings.map(redact),
        engine: { ...report.engine, reason: redact(report.engine.reason) },
        stages: report.stages.map((stage) => redactStage(stage, redact)),
        modules: report.modules.map((module) => ({ ...module, tests: redactTests(module.tests, redact) })),
        totals: { ...report.totals, tests: redactTests(report.totals.tests, redact) },
    };
}
function redactStage(stage, redact) {
    return {
        ...stage,
        reason: stage.reason === null ? null : redact(stage.reason),
        findings: stage.findings.map((finding) => redactFinding(finding, redact)),
        command: redact(stage.command),
    };
}
function redactFinding(finding, redact) {
    return { ...finding, title: redact(finding.title), message: redact(finding.message) };
}
function redactTests(tests, redact) {
    if (tests === null)
        return null;
    return { ...tests, packages: tests.packages.map((entry) => redactPackage(entry, redact)) };
}
function redactPackage(entry, redact) {
    return {
        ...entry,
        reason: entry.reason === null ? null : redact(entry.reason),
        failures: entry.failures.map((test) => redactTest(test, redact)),
        unfinished: entry.unfinished.map((test) => redactTest(test, redact)),
    };
}
function redactTest(test, redact) {
    return { ...test, name: redact(test.name), output: redact(test.output), command: redact(test.command) };
}


/***/ }),

/***/ 39908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  executePlan: () => (/* binding */ executePlan)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/stage/src/files/output-dir.js
var output_dir = __webpack_require__(62473);
// EXTERNAL MODULE: ./build/stage/src/gates/index.js + 36 modules
var gates = __webpack_require__(46404);
// EXTERNAL MODULE: ./build/stage/src/plan/plan.js
var plan_plan = __webpack_require__(2163);
// EXTERNAL MODULE: ./build/stage/src/plan/toolchain-env.js
var toolchain_env = __webpack_require__(72327);
// EXTERNAL MODULE: ./build/stage/src/preload.js
var preload = __webpack_require__(40421);
// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(57336);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: ./build/stage/src/text/clip.js
var clip = __webpack_require__(51834);
// EXTERNAL MODULE: ./build/stage/src/text/format.js
var format = __webpack_require__(66055);
// EXTERNAL MODULE: ./build/stage/src/text/sanitize.js + 1 modules
var sanitize = __webpack_require__(92077);
// EXTERNAL MODULE: ./build/stage/src/report/paint.js
var paint = __webpack_require__(27571);
// EXTERNAL MODULE: ./build/stage/src/report/findings.js
var findings = __webpack_require__(48605);
;// CONCATENATED MODULE: ./build/stage/src/report/stage-output.js





/** Lines of a stage's output that go to the log; the file has them all. */
const limits = {
    passed: { head: 100, tail: 400 },
    trouble: { head: 500, tail: 1_500 },
    debug: { head: 20_000, tail: 2_000 },
    finding: { maxLines: 60, maxBytes: 6_000 },
};
const maxFindings = 200;
/** The output of a stage that passed, sanitized and clipped. */
function passedLines(stage, options) {
    return outputLines(stage, options, limits.passed);
}
/** The output of a stage in trouble, its findings and, last, the command that reproduces it. */
async function* troubleLines(stage, options) {
    const { findings, command } = stage.result;
    const shown = new Set();
    for await (const line of outputLines(stage, options, limits.trouble)) {
        shown.add(withoutPrefix(line));
        yield line;
    }
    const blocks = findings.slice(0, maxFindings).map((finding) => findingLines(finding, options.kinds));
    // In a module at the root the tool has named the same place in the same words already.
    const fresh = blocks.filter(([first = ""]) => !shown.has(first)).flat();
    if (fresh.length > 0)
        yield* [...(shown.size === 0 ? [] : [""]), `${(0,format/* plural */.LS)(findings.length, "finding")}:`, ...fresh];
    if (findings.length > maxFindings)
        yield `… ${findings.length - maxFindings} more in report.json`;
    if (command !== "")
        yield* ["", `Reproduce: ${(0,sanitize/* sanitizeLine */.g$)(command)}`];
}
/** `vet: ./main.go:3:1: …` is what a finding calls `main.go:3:1: …`. */
function withoutPrefix(line) {
    return line.replace(/^(?:vet: )?(?:\.\/)?/, "");
}
/**
 * `dir/file.go:12:5: message`, which people and editors read, also when there are annotations. What a failed test printed follows, since the log of
 * the stage is not shown then.
 */
function findingLines(finding, kinds) {
    const { title, message } = finding;
    const [first = ""] = message.split("\n", 1);
    const { style } = kinds(finding.source);
    const whole = style === "output";
    const text = style !== "line" || first === "" ? title : first;
    const line = (0,sanitize/* sanitizeLine */.g$)([(0,findings/* positionOf */.d)(finding), text].filter((part) => part !== null).join(": "));
    return whole ? [line, ...indented((0,clip/* clipText */.gL)((0,sanitize/* sanitizeText */.jZ)(message), limits.finding))] : [line];
}
function indented(text) {
    return text.split("\n").map((line) => (line === "" ? "" : `    ${line}`));
}
async function* outputLines({ result, log }, { logLevel, kinds, shown, readLog }, limit) {
    if (log === null)
        return;
    const note = (left) => `… ${(0,format/* plural */.LS)(left, "line")} left out here; all of it is in ${(0,sanitize/* sanitizeLine */.g$)(log)}`;
    const debug = logLevel === "debug";
    const told = result.status === "passed" || result.findings.some(({ source }) => kinds(source).style === "output");
    const lines = debug || !told ? null : shown(result.gate).brief;
    try {
        const all = (0,sanitize/* sanitizedLines */.HF)(readLog(log));
        yield* (0,clip/* clipLines */.U_)(lines === null ? all : linesLike(lines, all), { ...(debug ? limits.debug : limit), note });
    }
    catch (thrown) {
        yield `The output could not be read: ${(0,sanitize/* sanitizeLine */.g$)((0,errors/* messageOf */.bD)(thrown))}`;
    }
}
async function* linesLike(pattern, lines) {
    for await (const line of lines)
        if (pattern.test(line))
            yield line;
}

// EXTERNAL MODULE: ./build/stage/src/report/status.js
var report_status = __webpack_require__(50997);
;// CONCATENATED MODULE: ./build/stage/src/report/log.js








/**
 * The live log: a line when a stage starts and ends; the output of a stage as one block, folded when it passed. Stages in trouble come last and open, in the order
 * of the plan, each ending with the command that reproduces it. Blocks are printed one at a time, however stages overlap.
 */
function createLogReporter(options) {
    const { platform, logLevel, order } = options;
    const held = [];
    const queue = createQueue((problem) => platform.warning(`The log is incomplete: ${problem}`));
    const print = (line) => queue.add(() => platform.log(line));
    const finished = (event) => {
        const trouble = (0,report_status/* isTrouble */.KM)(event.result);
        if (trouble || logLevel !== "quiet")
            print(endLine(event.result, platform.colour));
        if (trouble)
            held.push(event);
        else if (showsPassed(options, event.result))
            queue.add(() => printOutput(event, options));
    };
    const listener = (event) => {
        if (event.type === "stage-finished")
            finished(event);
        else if (event.type === "stage-started") {
            if (logLevel !== "quiet")
                print(`▶ ${(0,sanitize/* sanitizeLine */.g$)(event.stage)}`);
        }
        else if (logLevel === "debug")
            print(`  ${(0,sanitize/* sanitizeLine */.g$)(event.stage)} │ ${(0,sanitize/* sanitizeLine */.g$)(event.line, 1_000)}`);
    };
    const finish = async () => {
        const position = ({ result }) => order.indexOf(result.id);
        for (const event of held.splice(0).sort((a, b) => position(a) - position(b))) {
            queue.add(() => printTrouble(event, options));
        }
        await queue.idle();
    };
    return { listener, finish };
}
/** One task after the other, in the order they came. */
function createQueue(onProblem) {
    let last = Promise.resolve();
    return {
        add: (task) => {
            last = last.then(async () => {
                try {
                    await task();
                }
                catch (thrown) {
                    onProblem((0,errors/* messageOf */.bD)(thrown));
                }
            });
        },
        idle: () => last,
    };
}
/** A terminal cannot fold, so there the output of stages that passed is for those who ask for it. */
function showsPassed({ platform, logLevel, shown }, { gate }) {
    const asked = platform.name === "github" || shown(gate).asked;
    return logLevel === "debug" || (logLevel === "normal" && asked);
}
function endLine(result, colour) {
    const { status, durationMs, cached, reason, startedAt } = result;
    const time = startedAt === null ? "" : ` in ${(0,format/* formatDuration */.a3)(durationMs)}`;
    const why = reason === null ? "" : `: ${(0,clip/* clipName */.es)((0,sanitize/* sanitizeLine */.g$)(reason), 300)}`;
    const head = `${report_status/* stageLooks */.Rx[status].sign} ${(0,sanitize/* sanitizeLine */.g$)(result.id)} ${status}`;
    return `${(0,paint/* statusPaint */.z)(picocolors.createColors(colour), status)(head)}${time}${cached ? " (cached)" : ""}${why}`;
}
async function printOutput(event, options) {
    const lines = passedLines(event, options);
    const first = await lines.next();
    if (first.done === true)
        return;
    await options.platform.group(`${(0,sanitize/* sanitizeLine */.g$)(event.result.id)}: output`, prepend(first.value, lines), false);
}
async function* prepend(first, rest) {
    yield first;
    yield* rest;
}
async function printTrouble(event, options) {
    const { platform } = options;
    platform.log("");
    await platform.group(endLine(event.result, platform.colour), troubleLines(event, options), true);
}

// EXTERNAL MODULE: ./build/stage/src/collect/build.js
var build = __webpack_require__(46841);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/stage/src/collect/logs.js



/**
 * Writes `logs/<stage>.log`: everything the commands printed, unclipped and as it was but for secrets, standard output before standard error of each. A
 * note says what the engine has to add (a time limit, a cause).
 */
async function writeStageLog(path, commands, note, redactor) {
    await (0,output_dir/* makeParent */.j)(path);
    const log = await (0,promises_.open)(path, "wx");
    try {
        for (const source of commands.flatMap((command) => [command.stdout, command.stderr])) {
            for await (const chunk of redactor.redactBytes((0,external_node_fs_.createReadStream)(source)))
                await log.appendFile(chunk);
        }
        if (note !== null)
            await log.appendFile(`${redactor.redact(note)}\n`);
    }
    finally {
        await log.close();
    }
}

// EXTERNAL MODULE: ./build/stage/src/model/stage.js
var model_stage = __webpack_require__(66180);
;// CONCATENATED MODULE: ./build/stage/src/results/image.js
/**
 * The report's image out of what the steps `image`, `smoke` and `deliver` found out, in this order; null when none was built. `tarball` is the
 * place of the tarball in the report's terms, null when there is none.
 */
function reportImage(name, facts, tarball) {
    const known = facts.filter((found) => found !== null);
    const last = (key) => known.map((found) => found[key]).findLast((value) => value !== null) ?? null;
    const configDigest = last("configDigest");
    if (configDigest === null)
        return null;
    return {
        name,
        tags: known.flatMap((found) => found.references),
        digest: last("manifestDigest") ?? configDigest,
        configDigest,
        platforms: [...(known.findLast((found) => found.platforms.length > 0)?.platforms ?? [])],
        size: last("size"),
        layers: last("layers"),
        base: last("base"),
        tested: last("tested"),
        path: tarball,
    };
}

// EXTERNAL MODULE: ./build/stage/src/results/redact.js
var redact = __webpack_require__(63716);
// EXTERNAL MODULE: ./build/stage/src/text/go-duration.js
var go_duration = __webpack_require__(17871);
;// CONCATENATED MODULE: ./build/stage/src/run/stage-result.js


/** The verdict of a stage: how its step ended weighs more than what it printed. */
function stageResult(stage, outcome, judgement) {
    const { status, reason } = statusOf(stage, outcome, judgement);
    return {
        ...resultOf(stage, status, reason),
        startedAt: outcome.startedAt.toISOString(),
        durationMs: outcome.durationMs,
        cached: outcome.cached,
        findings: judgement.findings,
        command: judgement.command ?? stage.command,
    };
}
/** The result of a stage whose step did not run, or whose outcome nobody could read. */
function notRunResult(stage, status, reason) {
    return resultOf(stage, status, reason);
}
function resultOf(stage, status, reason) {
    const { id, gate, module, variant, command } = stage;
    return {
        ...{ id, gate, module, variant },
        status: status === "failed" && stage.warnOnly ? "warned" : status,
        startedAt: null,
        durationMs: 0,
        cached: false,
        reason,
        findings: [],
        command,
    };
}
function statusOf(stage, outcome, judgement) {
    const { end, problem } = outcome;
    const said = problem === null ? null : `${problem.message} ${problem.remedy}`.trim();
    if (end === "errored")
        return { status: "errored", reason: said };
    if (end === "blocked")
        return { status: "blocked", reason: problem?.message ?? null };
    if (end === "cancelled")
        return { status: "cancelled", reason: problem?.message ?? "the run was cancelled" };
    if (end === "timed-out")
        return { status: "failed", reason: timeLimit(stage) };
    const failure = [judgement.failure, stage.failure].filter((reason) => reason !== null).join("; ");
    if (failure !== "")
        return { status: judgement.broken === true ? "errored" : "failed", reason: failure };
    const warning = judgement.warning ?? null;
    return { status: warning === null ? "passed" : "warned", reason: warning };
}
function timeLimit({ step }) {
    const limit = (0,model_stage/* isRunnable */.i)(step) ? ` of ${(0,go_duration/* goDuration */.L)(step.timeoutMs)}` : "";
    return `stopped at its time limit${limit} (input \`timeout\`)`;
}

;// CONCATENATED MODULE: ./build/stage/src/run/collector.js






/** Has stages judged by their gates, and keeps what they hand over. */
class Collector {
    #options;
    #gates;
    #products = [];
    constructor(options) {
        this.#options = options;
        this.#gates = new Map(options.gates.map((gate) => [gate.name, gate]));
    }
    async settle(stage, outcome) {
        const { output, redactor } = this.#options;
        const gate = this.#gates.get(stage.gate);
        if (gate === undefined)
            throw new Error(`collector: ${stage.id} is of no gate that is known`);
        const log = output.log(stage.id);
        const note = outcome.problem === null ? null : `${outcome.problem.message}\n${outcome.problem.remedy}`;
        if (gate.log === "commands")
            await writeStageLog(log, outcome.commands, note, redactor);
        const judgement = await gate.judge(stage, outcome, this.#options);
        this.#products.push(...(judgement.products ?? []).map((product) => ({ ...product, module: stage.module })));
        return { result: (0,redact/* redactStage */.Ms)(stageResult(stage, outcome, judgement), redactor.redact), log };
    }
    /** What all stages together produced, in the order of the plan; after the last one. */
    async finish() {
        const { plan, output } = this.#options;
        const files = plan.stages.flatMap((stage) => stage.binaries.map((binary) => binary.file));
        const artifacts = this.#all("binary").map(({ artifact }) => artifact);
        artifacts.sort((a, b) => files.indexOf(a.name) - files.indexOf(b.name));
        await (0,build/* writeChecksums */.g)(artifacts, output);
        const thresholds = this.#all("coverage").flatMap((product) => product.thresholds);
        return { modules: this.#modules(), thresholds, artifacts, image: this.#image() };
    }
    #modules() {
        const modules = new Map();
        const add = (module, found) => {
            const dir = module ?? ".";
            modules.set(dir, { tests: null, coverage: null, ...modules.get(dir), ...found });
        };
        for (const { module, tests } of this.#all("tests"))
            add(module, { tests });
        for (const { module, coverage } of this.#all("coverage"))
            add(module, { coverage });
        return modules;
    }
    #all(type) {
        return this.#products.filter((product) => product.type === type);
    }
    #image() {
        const step = this.#options.plan.stages
            .map((stage) => stage.step)
            .filter(model_stage/* isRunnable */.i)
            .find((planned) => planned.type === "build-image");
        if (step?.type !== "build-image")
            return null;
        const found = this.#all("image");
        const tarball = found.map((product) => product.tarball).find((path) => path !== null) ?? null;
        return reportImage(step.name, found.map((product) => product.facts), tarball);
    }
}

// EXTERNAL MODULE: ./node_modules/p-queue/dist/index.js + 4 modules
var dist = __webpack_require__(19052);
// EXTERNAL MODULE: ./build/stage/src/plan/schedule.js
var schedule = __webpack_require__(51573);
;// CONCATENATED MODULE: ./build/stage/src/run/scheduler.js





/**
 * Runs a plan: every batch starts as soon as what it needs has ended, nothing waits for a whole wave, and a failing stage never keeps an independent one
 * from its end (unless failFast). Resolves with one result per stage in the plan's order; never rejects for what an engine does.
 */
async function runPlan(options) {
    const run = new Run(options);
    await run.all();
    return options.plan.stages.map((stage) => run.resultOf(stage));
}
/** Statuses of a stage that let the ones that need it run. */
function opensTheWay(result) {
    return ["passed", "warned", "skipped", "disabled"].includes(result.status);
}
class Run {
    #options;
    #stages;
    #results = new Map();
    /** Stages whose step an engine has ended: what it says of them later does not count. */
    #ended = new Set();
    #settled = new Map();
    #stop = new AbortController();
    #stoppedBy = null;
    constructor(options) {
        this.#options = options;
        this.#stages = new Map(options.plan.stages.map((stage) => [stage.id, stage]));
        for (const stage of options.plan.stages) {
            let resolve = () => undefined;
            const promise = new Promise((done) => {
                resolve = done;
            });
            this.#settled.set(stage.id, { promise, resolve });
        }
    }
    resultOf(stage) {
        const result = this.#results.get(stage.id);
        if (result === undefined)
            throw new Error(`scheduler: ${stage.id} has no result`);
        return result;
    }
    async all() {
        const { plan, engine, signal, concurrency } = this.#options;
        const forward = () => this.#stop.abort();
        if (signal.aborted)
            forward();
        signal.addEventListener("abort", forward);
        try {
            const planned = [];
            for (const stage of plan.stages) {
                if (!(0,model_stage/* isRunnable */.i)(stage.step))
                    this.#record(stage, notRunResult(stage, stage.step.status, stage.step.reason), null);
                else
                    planned.push(await this.#plannedStep(stage, stage.step));
            }
            const queue = new dist/* default */.Ay({ concurrency });
            await Promise.all(engine.group(planned).map((batch) => this.#runBatch(batch, queue)));
        }
        finally {
            signal.removeEventListener("abort", forward);
        }
    }
    async #plannedStep(stage, step) {
        const { needs, after, warnOnly } = stage;
        return { step, needs, after, warnOnly, resultDir: await this.#options.resultDir(stage.id) };
    }
    async #runBatch(batch, queue) {
        const own = new Set(batch.map((planned) => planned.step.stage));
        const awaited = batch.flatMap(({ needs, after }) => (this.#options.cold ? [...needs, ...after] : needs));
        const outside = awaited.filter((need) => !own.has(need));
        await Promise.all(outside.map((need) => this.#settled.get(need)?.promise));
        const work = async () => {
            const ready = this.#dropUnready(batch);
            if (ready.length > 0)
                await this.#execute(ready);
        };
        await queue.add(work, { priority: this.#priorityOf(batch) });
    }
    #priorityOf(batch) {
        const { plan, cold } = this.#options;
        return Math.max(...batch.map(({ step }) => (0,schedule/* priorityOf */.a)(this.#stage(step.stage), plan.stages, cold)));
    }
    /** Settles the steps that cannot start any more and answers the others. */
    #dropUnready(batch) {
        return batch.filter((planned) => {
            const stage = this.#stage(planned.step.stage);
            const blocker = planned.needs.find((need) => {
                const result = this.#results.get(need);
                return result !== undefined && !opensTheWay(result);
            });
            if (this.#stop.signal.aborted)
                this.#record(stage, notRunResult(stage, "cancelled", this.#stopReason()), null);
            else if (blocker !== undefined)
                this.#record(stage, notRunResult(stage, "blocked", blockedReason(blocker)), null);
            else
                return true;
            return false;
        });
    }
    async #execute(batch) {
        const settling = [];
        const sink = {
            started: (stage, at) => this.#options.emit({ type: "stage-started", stage, at }),
            progress: (stage, line) => this.#options.emit({ type: "progress", stage, line }),
            finished: (outcome) => settling.push(this.#finish(outcome)),
        };
        try {
            await this.#options.engine.run(batch, sink, this.#stop.signal);
        }
        catch (error) {
            for (const planned of batch)
                sink.finished(lostOutcome(planned, error));
        }
        await Promise.all(settling);
    }
    async #finish(outcome) {
        const stage = this.#stage(outcome.stage);
        if (this.#ended.has(stage.id))
            return;
        this.#ended.add(stage.id);
        try {
            const { result, log } = await this.#options.settle(stage, outcome);
            const ours = result.status === "cancelled" && this.#stoppedBy !== null;
            this.#record(stage, ours ? { ...result, reason: this.#stopReason() } : result, log);
        }
        catch (error) {
            this.#record(stage, notRunResult(stage, "errored", `its results could not be read: ${(0,errors/* messageOf */.bD)(error)}`), null);
        }
    }
    #record(stage, result, log) {
        this.#results.set(stage.id, result);
        this.#options.emit({ type: "stage-finished", result, log });
        this.#settled.get(stage.id)?.resolve();
        if (this.#options.failFast && result.status === "failed" && !this.#stop.signal.aborted) {
            this.#stoppedBy = stage.id;
            this.#stop.abort();
        }
    }
    #stopReason() {
        return this.#stoppedBy === null ? "the run was cancelled" : `stopped because ${this.#stoppedBy} failed (fail-fast)`;
    }
    #stage(id) {
        const stage = this.#stages.get(id);
        if (stage === undefined)
            throw new Error(`scheduler: an engine answered for ${id}, which is not in the plan`);
        return stage;
    }
}
function blockedReason(by) {
    return `${by} did not pass`;
}
function lostOutcome(planned, error) {
    return {
        stage: planned.step.stage,
        end: "errored",
        problem: {
            message: (0,errors/* messageOf */.bD)(error),
            remedy: "Run it again; if it persists, run with log-level: debug and report it.",
        },
        startedAt: new Date(),
        durationMs: 0,
        cached: false,
        commands: [],
        resultDir: planned.resultDir,
        image: null,
    };
}

;// CONCATENATED MODULE: ./build/stage/src/run/execute.js










/** Runs the stages of a plan, shows them as they go, and gathers what they leave behind. */
async function executePlan(run, engine, { inspection, plan }) {
    const { config, platform, project, signal } = run;
    const output = await (0,output_dir/* prepareOutputDir */.g)(config.outputDirectory, run.repository);
    const engineVersion = engine.name === "host" ? inspection.goVersion : await engine.version();
    const collector = new Collector({
        ...{ config, project, inspection, plan, gates: gates/* gates */.VF, output, redactor: run.redactor },
        source: { root: inspection.root, modules: project.modules, goWork: project.goWork?.path ?? null },
        toolchainEnv: (0,toolchain_env/* toolchainEnv */.J)(config, inspection),
        runs: (name) => (0,plan_plan/* gateRuns */.u)(gates/* gates */.VF, name, config),
    });
    const log = createLogReporter({
        platform,
        logLevel: config.logLevel,
        kinds: gates/* kinds */.EZ,
        shown: (gate) => (0,gates/* shownOutput */.fe)(gate, config),
        order: plan.stages.map((stage) => stage.id),
        readLog: (path) => (0,external_node_fs_.createReadStream)(path),
    });
    platform.log(engineLine(engine.name, run.choice.reason, engineVersion, inspection.goVersion));
    for (const warning of plan.warnings)
        platform.warning(warning);
    for (const { preload: load } of gates/* gates */.VF)
        if (load !== undefined)
            (0,preload/* preload */.u)(load, 120);
    const results = await runPlan({
        plan,
        engine,
        resultDir: output.resultDir,
        concurrency: config.concurrency ?? Math.max(2, (0,external_node_os_.availableParallelism)()),
        cold: !inspection.warm && (run.travel?.report.key ?? null) === null,
        failFast: config.failFast,
        signal,
        settle: (stage, outcome) => collector.settle(stage, outcome),
        emit: log.listener,
    });
    await log.finish();
    const [collected] = await Promise.all([
        collector.finish(),
        run.travel?.save(engine.caches, runEnd(results, inspection, signal)),
    ]);
    const traceUrl = engine.traceUrl?.() ?? null;
    return { engineVersion, traceUrl, inspection, plan, results, collected, problems: [], output };
}
/** Caches of a run that broke may hold half of what they should. */
function runEnd(results, { goVersion }, signal) {
    const broke = results.find(({ status }) => status === "errored");
    const spoiled = signal.aborted ? "the run was cancelled" : broke === undefined ? null : `stage ${broke.id} broke`;
    const complete = results.every(({ status, cached }) => !cached && !["blocked", "cancelled"].includes(status));
    return { goVersion, spoiled, complete };
}
/** The version of the host engine is that of its Go. */
function engineLine(name, reason, version, goVersion) {
    return `engine: ${name === "host" || version === null ? name : `${name} ${version}`} (${reason}), ${goVersion}`;
}


/***/ })

};
