export const id = 726;
export const ids = [726];
export const modules = {

/***/ 72726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportAll: () => (/* binding */ reportAll)
});

// EXTERNAL MODULE: ./build/stage/src/report/clip.js
var clip = __webpack_require__(83809);
// EXTERNAL MODULE: ./build/stage/src/report/findings.js
var findings = __webpack_require__(48605);
// EXTERNAL MODULE: ./build/stage/src/report/format.js
var format = __webpack_require__(18736);
// EXTERNAL MODULE: ./build/stage/src/report/sanitize.js + 1 modules
var sanitize = __webpack_require__(36616);
;// CONCATENATED MODULE: ./build/stage/src/report/annotations.js




/** The runner keeps this many of each level per step and drops the rest without a word. */
const maxPerLevel = 10;
/** The runner cuts a message here (actions/runner, src/Runner.Worker/ExecutionContext.cs). */
const maxMessage = 4_096;
const maxTitle = 120;
/**
 * What is worth one of the few annotations: findings by rank, then stages that are in trouble without one, then what broke outside of any stage. What
 * finds no room is counted in a notice.
 */
function annotationsOf(report) {
    const all = [...broken(report), ...(0,findings/* rankFindings */.J)(report.stages).map(ofFinding), ...report.stages.flatMap(ofStage)];
    const errors = all.filter(({ level }) => level === "error");
    const warnings = all.filter(({ level }) => level === "warning");
    const shown = [...errors.slice(0, maxPerLevel), ...warnings.slice(0, maxPerLevel)];
    const left = all.length - shown.length;
    return left === 0 ? shown : [...shown, leftOver(left)];
}
function ofFinding({ finding, stage, level }) {
    const path = finding.path !== null && isInside(finding.path) ? finding.path : null;
    return {
        level,
        title: (0,clip/* clipEnd */.Oq)((0,sanitize/* sanitizeLine */.g$)(finding.title), maxTitle),
        // A failed test ends with its own command.
        message: withCommand(finding.message, finding.source === "test" ? "" : stage.command),
        path,
        line: path === null ? null : finding.line,
        column: path === null || finding.line === null ? null : finding.column,
    };
}
const stageLevels = {
    failed: "error",
    errored: "error",
    warned: "warning",
};
/** A stage that timed out, broke or failed as a whole. */
function ofStage(stage) {
    const level = stageLevels[stage.status];
    if (level === undefined || stage.findings.length > 0)
        return [];
    const what = stage.status === "errored" ? "could not finish" : "failed";
    return [general(level, `${stage.id} ${what}`, withCommand(stage.reason ?? what, stage.command))];
}
/** Reasons for an error that no stage tells. */
function broken({ conclusion, stages, reasons }) {
    if (conclusion !== "error" || stages.some(({ status }) => status === "errored"))
        return [];
    return reasons.map((reason) => general("error", "The pipeline could not finish", withCommand(reason, "")));
}
function leftOver(count) {
    return general("notice", "More findings", `${(0,format/* plural */.LS)(count, "more finding")} in the job summary and in report.json.`);
}
function general(level, title, message) {
    return { level, title: (0,clip/* clipEnd */.Oq)((0,sanitize/* sanitizeLine */.g$)(title), maxTitle), message, path: null, line: null, column: null };
}
/** The command is never cut, so that it can be pasted; the message is. */
function withCommand(message, command) {
    const end = command === "" ? "" : `\n\nReproduce: ${(0,sanitize/* sanitizeLine */.g$)(command)}`;
    const room = maxMessage - end.length;
    const text = (0,sanitize/* sanitizeText */.jZ)(message).trimEnd();
    return room < maxMessage / 4 ? (0,clip/* clipEnd */.Oq)(text, maxMessage) : `${(0,clip/* clipEnd */.Oq)(text, room)}${end}`;
}
/** A path that names a file of the repository, whoever wrote it: relative, without `..`, a drive or control characters. */
function isInside(path) {
    const segments = path.split("/");
    const plain = (0,sanitize/* sanitizeLine */.g$)(path) === path && !/^[a-z]:|[\\\n]/i.test(path);
    return plain && segments.every((segment) => segment !== "" && segment !== "." && segment !== "..");
}

// EXTERNAL MODULE: ./build/stage/src/results/model.js
var model = __webpack_require__(57876);
;// CONCATENATED MODULE: ./build/stage/src/report/json.js

/** The report as `report.json` holds it: two blanks of indentation, keys in the order of the schema, a line end at the end. */
function jsonReport(report) {
    const parsed = model/* reportSchema */.Qh.safeParse(report);
    const text = `${JSON.stringify(parsed.success ? parsed.data : report, null, 2)}\n`;
    if (parsed.success)
        return { text, problem: null };
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    return { text, problem: issues.slice(0, 5).join("; ") };
}

// EXTERNAL MODULE: ./build/stage/src/report/outputs.js
var outputs = __webpack_require__(91317);
// EXTERNAL MODULE: ./build/stage/src/report/reporters.js
var report_reporters = __webpack_require__(83117);
// EXTERNAL MODULE: ./build/stage/src/report/terminal.js + 7 modules
var terminal = __webpack_require__(28262);
;// CONCATENATED MODULE: ./build/stage/src/report/report.js





/** Shows the result everywhere it is shown. Answers the warnings about reporters that broke; never throws for them. */
async function reportAll(request) {
    const { report, platform, config, files, write } = request;
    const context = contextOf(request);
    const reporters = [
        { name: "report.json", run: () => writeJson(report, write.reportJson) },
        { name: "job summary", run: () => writeSummary(request, context) },
        // A terminal has no lines to pin them to, and the log has told every finding with its position.
        config.annotations && platform.name === "github" && { name: "annotations", run: () => annotate(report, platform) },
        { name: "step outputs", run: () => platform.setOutputs((0,outputs/* outputsOf */.Yz)(report, files.reportJson)) },
        { name: "verdict table", run: () => printVerdict(report, context, platform) },
    ];
    return (0,report_reporters/* runReporters */.U)(platform, reporters.filter((reporter) => reporter !== false));
}
function contextOf({ platform, config, needs, files, command }) {
    const { serverUrl, repository, sha } = platform.context;
    return {
        source: serverUrl === null || repository === null || sha === null ? null : { serverUrl, repository, sha },
        thresholds: { total: config.coverageThreshold, package: config.coveragePackageThreshold },
        needs,
        files,
        command: command ?? null,
    };
}
async function writeJson(report, write) {
    const { text, problem } = jsonReport(report);
    await write(text);
    if (problem !== null)
        throw new Error(`it was written but departs from its schema: ${problem}`);
}
async function writeSummary({ report, platform, config, write }, context) {
    const { renderSummary } = await Promise.all(/* import() */[__webpack_require__.e(444), __webpack_require__.e(681)]).then(__webpack_require__.bind(__webpack_require__, 69681));
    const markdown = renderSummary(report, context);
    // Locally the file is all there is; in a workflow a full disk must not cost the job summary.
    const done = await Promise.allSettled([write.summary(markdown), config.summary && platform.writeSummary(markdown)]);
    const broken = done.find((result) => result.status === "rejected");
    if (broken !== undefined)
        throw broken.reason;
}
function printVerdict(report, context, platform) {
    for (const line of (0,terminal/* verdictLines */.r)(report, context, platform.colour))
        platform.log(line);
}
function annotate(report, platform) {
    for (const annotation of annotationsOf(report))
        platform.annotate(annotation);
}


/***/ })

};
