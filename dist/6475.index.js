export const id = 6475;
export const ids = [6475];
export const modules = {

/***/ 16475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommentFrom: () => (/* binding */ runCommentFrom)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/stage/src/errors.js
var errors = __webpack_require__(71877);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/stage/src/files/plain-file.js



/** The text of a file of strangers: only a regular file, in a directory that is no link, of at most `limit` bytes. Neither links nor pipes are opened. */
async function readPlainFile(directory, name, limit) {
    const folder = await (0,errors/* ifThere */.y)((0,promises_.lstat)(directory));
    if (folder === null)
        return missing("is not there");
    if (folder.isSymbolicLink())
        return refused("is a link");
    if (!folder.isDirectory())
        return missing("is no directory");
    const path = `${directory}/${name}`;
    const found = await (0,errors/* ifThere */.y)((0,promises_.lstat)(path));
    if (found === null)
        return missing(`has no ${name}`);
    if (!found.isFile())
        return refused(`has no regular file ${name}`);
    try {
        return await readBounded(path, name, limit);
    }
    catch (error) {
        if ((0,errors/* hasCode */.up)(error, "ELOOP", "ENOENT", "EACCES"))
            return refused(`has no ${name} that can be read`);
        throw error;
    }
}
async function readBounded(path, name, limit) {
    const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = external_node_fs_.constants;
    const file = await (0,promises_.open)(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
        const { size } = await file.stat();
        if (size > limit)
            return refused(`has a ${name} of ${size} bytes; at most ${limit} are read`);
        const buffer = Buffer.alloc(limit);
        const { bytesRead } = await file.read(buffer, 0, limit, 0);
        return { ok: true, text: buffer.toString("utf8", 0, bytesRead) };
    }
    finally {
        await file.close();
    }
}
function missing(problem) {
    return { ok: false, there: false, problem };
}
function refused(problem) {
    return { ok: false, there: true, problem };
}

// EXTERNAL MODULE: ./build/stage/src/gates/index.js + 39 modules
var gates = __webpack_require__(84810);
// EXTERNAL MODULE: ./build/stage/src/model/report.js + 4 modules
var report = __webpack_require__(39081);
// EXTERNAL MODULE: ./build/stage/src/parse-json.js
var parse_json = __webpack_require__(2078);
// EXTERNAL MODULE: ./build/stage/src/report/brief-report.js
var brief_report = __webpack_require__(39634);
;// CONCATENATED MODULE: ./build/stage/src/report/harmless-report.js
/** More than anybody reads in a comment; tables of modules and gates grow with both. */
const maxModules = 500;
const maxStages = 2_000;
/**
 * A report that somebody else made, as our own code may show it: without addresses, which sections take for ours, without what is said to be signed, and without more than they are made for.
 * Every text of it is one of strangers to them anyway.
 */
function harmlessReport({ attestation: _, ...report }) {
    return {
        ...report,
        modules: report.modules.slice(0, maxModules),
        stages: report.stages.slice(0, maxStages),
        testReuse: report.testReuse === null ? null : { ...report.testReuse, runs: [] },
        traceUrl: null,
    };
}

// EXTERNAL MODULE: ./build/stage/src/report/report.js + 21 modules
var report_report = __webpack_require__(68040);
// EXTERNAL MODULE: ./build/stage/src/report/target.js
var target = __webpack_require__(52458);
// EXTERNAL MODULE: ./build/stage/src/report/targets/pr-comment.js
var pr_comment = __webpack_require__(71266);
// EXTERNAL MODULE: ./build/stage/src/report/targets/report-json.js + 1 modules
var report_json = __webpack_require__(52995);
// EXTERNAL MODULE: ./build/stage/src/text/sanitize.js + 1 modules
var sanitize = __webpack_require__(92077);
// EXTERNAL MODULE: ./build/stage/src/run/comment.js + 1 modules
var comment = __webpack_require__(26643);
;// CONCATENATED MODULE: ./build/stage/src/run/comment-from.js














/**
 * Shows the report of another run on its pull request, and runs nothing. That run may have been one of strangers: nothing of the report says where the comment goes, and all of it is
 * shown as text. 0: commented, or there is nothing to comment on; 1: the report is refused; 3: GitHub did not take the comment.
 */
async function runCommentFrom(request) {
    const { config, platform } = request;
    const read = await readReport((0,external_node_path_.resolve)(config.workingDirectory, config.commentFrom ?? ""));
    if ("refused" in read) {
        const sentence = `The report is refused: ${(0,sanitize/* sanitizeLine */.g$)(read.refused)}.`;
        platform.error(`comment-from: ${sentence}`);
        await summarize(request, { status: "failed", sentence, url: null });
        return 1;
    }
    const { head } = platform.context.pullRequest ?? {};
    const { serverUrl } = platform.context;
    const source = head === undefined || head.repository === null || serverUrl === null
        ? null
        : { serverUrl, repository: head.repository, sha: head.sha };
    const nowhere = { reasons: [], kinds: gates/* kinds */.EZ, kindsOf: gates/* kindsOf */.tG, needs: new Map(), pathOf: (name) => name, fixable: false };
    const commenting = {
        ...request,
        report: harmlessReport(read.report),
        context: { ...(0,report_report/* contextOf */.V)({ ...nowhere, platform }), source },
        redact: request.redactor.redact,
    };
    if (config.dryRun) {
        await platform.group("The comment", (0,comment/* commentBody */.I)(commenting, head?.sha ?? "").body.split("\n"), true);
        return 0;
    }
    const commented = await (0,comment/* comment */.p)(commenting);
    const { status, sentence, url } = commented;
    await summarize(request, commented);
    if (status === "refused" || status === "failed") {
        platform.error(`comment-from: ${sentence}`);
        return 3;
    }
    platform.log((0,sanitize/* sanitizeLine */.g$)(`comment-from: ${sentence}${url === null ? "" : ` ${url}`}`));
    return 0;
}
async function summarize({ config, platform }, { status, sentence, url }) {
    const ok = status === "written" || status === "skipped";
    if (config.summary)
        await platform.writeSummary((0,pr_comment/* renderCommented */.lh)(sentence, url === null ? null : { url }, ok));
}
/** A directory without a report is a wrong value; a report that is none is somebody's. */
async function readReport(directory) {
    const brief = await readPlainFile(directory, target/* fileNames */.j.brief, brief_report/* readableReport */.X);
    // It is there beside reports that are too large; what is wrong with it is wrong with the artifact.
    const name = brief.ok || brief.there ? target/* fileNames */.j.brief : target/* fileNames */.j.report;
    const file = name === target/* fileNames */.j.brief ? brief : await readPlainFile(directory, name, brief_report/* readableReport */.X);
    if (!file.ok) {
        const problem = `${directory} ${file.problem}`;
        if (file.there)
            return { refused: problem };
        throw new errors/* UsageError */.eb([
            `comment-from: ${problem}; name the directory of a report, such as an artifact that was downloaded`,
        ]);
    }
    const parsed = report/* reportSchema */.Qh.safeParse((0,parse_json/* parseJson */.q)(file.text));
    if (parsed.success)
        return { report: parsed.data };
    return { refused: `${name} departs from its schema: ${(0,report_json/* schemaProblem */.Zg)(parsed.error.issues)}` };
}


/***/ })

};
