export const id = 8503;
export const ids = [8503];
export const modules = {

/***/ 55911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ connect),
/* harmony export */   Se: () => (/* binding */ understood),
/* harmony export */   c2: () => (/* binding */ statusOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71877);
/* harmony import */ var _net_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90255);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39550);




/** A client of GitHub's API that prints nothing and tries nothing twice. */
async function connect({ token, baseUrl, signal }, send) {
    const { getOctokit } = await __webpack_require__.e(/* import() */ 1351).then(__webpack_require__.bind(__webpack_require__, 61351));
    const silent = () => undefined;
    return getOctokit(token, {
        baseUrl,
        userAgent: "dagger-go-pipeline",
        request: { fetch: send, signal },
        log: { debug: silent, info: silent, warn: silent, error: silent },
    });
}
const httpSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
    response: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ headers: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()) }).optional(),
});
/** GraphQL answers 200 to everything (https://docs.github.com/en/graphql/overview/rate-limits-and-node-limits-for-the-graphql-api). */
const graphqlSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    headers: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()),
    errors: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional() })),
});
/** The status that an error of the client tells of; null: there was no answer. */
function statusOf(thrown) {
    const answered = httpSchema.safeParse(thrown).data;
    return answered?.response === undefined ? null : answered.status;
}
/** What an error of the client means for us. `pauseMs`: a longer pause that the API asks for is not waited for. */
function understood(thrown, pauseMs) {
    const answered = httpSchema.safeParse(thrown).data;
    if (answered !== undefined) {
        const { status, response } = answered;
        const headers = response?.headers ?? {};
        const said = `${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)} (${response === undefined ? "no answer" : status})`;
        if (isRateLimit(status, headers, said))
            return busy(said, headers, pauseMs);
        if ((0,_net_http_js__WEBPACK_IMPORTED_MODULE_1__/* .isTransient */ .dg)(status))
            return new _net_http_js__WEBPACK_IMPORTED_MODULE_1__/* .TransientError */ .N_(said);
        return [401, 403, 404].includes(status) ? new _refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .Refusal */ .P(said) : new Error(said);
    }
    const asked = graphqlSchema.safeParse(thrown).data;
    if (asked?.errors.some(({ type }) => type === "RATE_LIMITED"))
        return busy((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown), asked.headers, pauseMs);
    return thrown;
}
function isRateLimit(status, headers, said) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    return "retry-after" in headers || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(said);
}
function busy(said, headers, pauseMs) {
    const waitMs = pauseOf(headers) ?? pauseMs;
    if (waitMs <= pauseMs)
        return new _net_http_js__WEBPACK_IMPORTED_MODULE_1__/* .TransientError */ .N_(said, { waitMs });
    return new Error(`${said}; it asks to wait ${Math.ceil(waitMs / 60_000)} min, which is too long`);
}
/** null: GitHub does not say. */
function pauseOf(headers) {
    const after = Number(headers["retry-after"] ?? Number.NaN);
    if (Number.isFinite(after))
        return after * 1_000;
    const reset = Number(headers["x-ratelimit-reset"] ?? Number.NaN);
    const isUsedUp = headers["x-ratelimit-remaining"] === "0" && Number.isFinite(reset);
    return isUsedUp ? Math.max(0, reset * 1_000 - Date.now()) : null;
}


/***/ }),

/***/ 48503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   putComment: () => (/* binding */ putComment)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24371);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92857);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71877);
/* harmony import */ var _model_commit_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82453);
/* harmony import */ var _net_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90255);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55911);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39550);







/** GitHub asks for a minute where it says no more (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api). */
const defaultLimits = { allMs: 150_000, pauseMs: 60_000, retryMs: 2_000 };
/** Finds the pull request and our comment on it, and changes that, or writes the first one. Never throws. */
async function putComment(request, env, limits = defaultLimits) {
    const baseUrl = env["GITHUB_API_URL"] || "https://api.github.com";
    const dispatcher = (0,_net_http_js__WEBPACK_IMPORTED_MODULE_2__/* .dispatcherFor */ .tR)(baseUrl);
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(limits.allMs)]);
    try {
        const send = (url, init) => (0,undici__WEBPACK_IMPORTED_MODULE_0__.fetch)(url, { ...init, dispatcher });
        const client = await (0,_github_client_js__WEBPACK_IMPORTED_MODULE_3__/* .connect */ .Ng)({ ...request, baseUrl, signal }, send);
        // From the start each time: an attempt that seems to have failed may have written the comment.
        const attempt = () => put(client, request).catch((thrown) => {
            throw (0,_github_client_js__WEBPACK_IMPORTED_MODULE_3__/* .understood */ .Se)(thrown, limits.pauseMs);
        });
        return await (0,_net_http_js__WEBPACK_IMPORTED_MODULE_2__/* .retried */ .sT)(attempt, { pauseMs: (count) => count * limits.retryMs, signal });
    }
    catch (thrown) {
        if (thrown instanceof _refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P)
            return { status: "refused", reason: thrown.message };
        const late = signal.aborted && !request.signal.aborted;
        const reason = late ? `GitHub's API did not answer within ${limits.allMs / 1_000} s` : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown);
        return { status: "failed", reason };
    }
    finally {
        await dispatcher.destroy();
    }
}
async function put(client, request) {
    const { body, marker, pullRequest } = request;
    const [owner = "", repo = ""] = request.repository.split("/");
    const found = await findPullRequest(client, { owner, repo }, pullRequest);
    if ("skipped" in found)
        return { status: "skipped", reason: found.skipped };
    const issue = { owner, repo, issue_number: found.number };
    const own = await ownComment(client, issue, marker);
    const { rest } = client;
    const { data } = own === null
        ? await rest.issues.createComment({ ...issue, body })
        : await rest.issues.updateComment({ owner, repo, comment_id: own, body });
    return { status: "written", url: data.html_url, created: own === null };
}
/** The open pull request whose head was checked, or why there is none. A result of yesterday's commit must not take the place of today's. */
async function findPullRequest({ rest, paginate }, place, { number, head }) {
    const commit = (0,_model_commit_js__WEBPACK_IMPORTED_MODULE_5__/* .shortCommit */ .A)(head.sha);
    if (number !== null) {
        const { data } = await rest.pulls.get({ ...place, pull_number: number });
        if (data.head.sha === head.sha)
            return { number };
        return { skipped: `#${number} has moved on from ${commit}; the run of its newest commit comments` };
    }
    const [owner] = head.repository?.split("/") ?? [];
    if (owner === undefined || head.branch === null)
        return { skipped: `the repository of ${commit} is gone` };
    const open = await paginate(rest.pulls.list, {
        ...place,
        state: "open",
        head: `${owner}:${head.branch}`,
        per_page: 100,
    });
    const [first, ...others] = open
        .filter((pull) => pull.head.sha === head.sha && pull.head.repo?.full_name === head.repository)
        .map((pull) => pull.number);
    if (first === undefined)
        return { skipped: `no open pull request has ${commit} as its newest commit` };
    if (others.length === 0)
        return { number: first };
    return { skipped: `${commit} is the newest commit of several pull requests: #${[first, ...others].join(", #")}` };
}
const viewerSchema = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ viewer: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().min(1) }) });
/**
 * The comment that begins with the marker and was written with this token. Whose token it is says GraphQL's `viewer`: `github-actions[bot]` for `GITHUB_TOKEN`, which
 * `GET /user` refuses like every token of an app ("Resource not accessible by integration"). Anybody can write the marker; the token could change comments of others too.
 */
async function ownComment({ rest, paginate, graphql }, issue, marker) {
    const { viewer } = viewerSchema.parse(await graphql("query { viewer { login } }"));
    for await (const { data } of paginate.iterator(rest.issues.listComments, { ...issue, per_page: 100 })) {
        const own = data.find(({ user, body }) => user?.login === viewer.login && body?.startsWith(marker) === true);
        if (own !== undefined)
            return own.id;
    }
    return null;
}


/***/ }),

/***/ 39550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ Refusal)
/* harmony export */ });
/** The token may not; asking again is of no use. */
class Refusal extends Error {
    name = "Refusal";
}


/***/ })

};
