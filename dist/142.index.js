export const id = 142;
export const ids = [142];
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

/***/ 10142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubReleases: () => (/* binding */ githubReleases)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24371);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71877);
/* harmony import */ var _net_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90255);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55911);





/** A longer pause that the API asks for is not waited for. */
const longestPauseMs = 60_000;
/** GitHub may think about a large file for a while. */
const silenceMs = 600_000;
/** Releases by GitHub's REST API (https://docs.github.com/en/rest/releases), version 2022-11-28. */
async function githubReleases({ repository, token, signal }, env) {
    const baseUrl = env["GITHUB_API_URL"] || "https://api.github.com";
    const dispatchers = new Map();
    // Files go to another host than questions.
    const send = (url, init) => {
        const { origin } = new URL(String(url));
        const dispatcher = dispatchers.get(origin) ?? (0,_net_http_js__WEBPACK_IMPORTED_MODULE_2__/* .dispatcherFor */ .tR)(origin, silenceMs);
        dispatchers.set(origin, dispatcher);
        return (0,undici__WEBPACK_IMPORTED_MODULE_0__.fetch)(url, { ...init, dispatcher });
    };
    const client = await (0,_github_client_js__WEBPACK_IMPORTED_MODULE_3__/* .connect */ .Ng)({ token, baseUrl, signal }, send);
    const [owner = "", repo = ""] = repository.split("/");
    return {
        ...questions(client, { owner, repo }),
        ...changes(client, { owner, repo }),
        close: async () => {
            await Promise.all([...dispatchers.values()].map((dispatcher) => dispatcher.destroy()));
        },
    };
}
function questions({ rest, paginate }, place) {
    return {
        commitOf: (tag) => asked(async () => (await rest.repos.getCommit({ ...place, ref: `tags/${tag}`, per_page: 1 })).data.sha).catch((thrown) => (thrown instanceof UnknownError ? null : Promise.reject(thrown))),
        list: () => asked(async () => (await paginate(rest.repos.listReleases, { ...place, per_page: 100 })).map(hostedRelease)),
        assets: ({ id }) => asked(async () => (await paginate(rest.repos.listReleaseAssets, { ...place, release_id: id, per_page: 100 })).map(hostedAsset), "gone"),
    };
}
function changes({ rest, request }, place) {
    return {
        // Without `target_commitish`: GitHub refuses commits there whose workflows are not those of the default branch.
        create: ({ tag, body, prerelease }) => asked(async () => hostedRelease((await rest.repos.createRelease({ ...place, tag_name: tag, name: tag, body, prerelease, draft: true })).data)),
        upload: ({ uploadUrl }, { name, contentType, content }) => asked(async () => {
            const headers = { "content-type": contentType, "content-length": `${content.length}` };
            // `…/assets{?name,label}`
            const address = uploadUrl.replace(/\{[^}]*\}$/, "{?name}");
            const answer = await request(`POST ${address}`, { headers, name, data: content });
            return hostedAsset(assetSchema.parse(answer.data));
        }, "gone"),
        removeAsset: ({ id }) => removed(() => asked(() => rest.repos.deleteReleaseAsset({ ...place, asset_id: id }), "gone")),
        publish: ({ id }, latest) => asked(async () => {
            const make_latest = latest ? "true" : "false";
            return hostedRelease((await rest.repos.updateRelease({ ...place, release_id: id, draft: false, make_latest })).data);
        }, "gone"),
        removeDraft: ({ id }) => removed(() => asked(() => rest.repos.deleteRelease({ ...place, release_id: id }), "gone")),
    };
}
/** What was there a moment ago and is not: whoever looks again may see why. */
class GoneError extends _net_http_js__WEBPACK_IMPORTED_MODULE_2__/* .TransientError */ .N_ {
}
/** 422: GitHub finds no commit of that name. */
class UnknownError extends Error {
}
/** Answers what GitHub does. `gone`: a 404 is about the thing itself, not about the rights of the token. */
async function asked(work, missing = "refused") {
    try {
        return await work();
    }
    catch (thrown) {
        const status = (0,_github_client_js__WEBPACK_IMPORTED_MODULE_3__/* .statusOf */ .c2)(thrown);
        const said = `${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)} (${status})`;
        if (status === 404 && missing === "gone")
            throw new GoneError(said);
        if (status === 422 && /^No commit found/.test((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)))
            throw new UnknownError(said);
        // Somebody was faster, or an attempt that seemed to fail did not.
        if (status === 409 || (status === 422 && /already_exists/.test(JSON.stringify(detailsOf(thrown))))) {
            throw new _net_http_js__WEBPACK_IMPORTED_MODULE_2__/* .TransientError */ .N_(said);
        }
        throw (0,_github_client_js__WEBPACK_IMPORTED_MODULE_3__/* .understood */ .Se)(thrown, longestPauseMs);
    }
}
async function removed(work) {
    try {
        await work();
    }
    catch (thrown) {
        if (!(thrown instanceof GoneError))
            throw thrown;
    }
}
const detailsSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ response: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ data: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ errors: zod__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5J() }) }) });
function detailsOf(thrown) {
    return detailsSchema.safeParse(thrown).data?.response.data.errors ?? null;
}
const assetSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr(),
    name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    size: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr(),
    digest: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullish(),
    state: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
});
function hostedAsset({ id, name, size, digest, state }) {
    // `uploaded`; `starter` and `open` are half of it.
    return { id, name, size, digest: digest ?? null, whole: state === "uploaded" };
}
function hostedRelease({ id, tag_name, draft, prerelease, html_url, upload_url, body }) {
    return { id, tag: tag_name, draft, prerelease, url: html_url, body: body ?? "", uploadUrl: upload_url };
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
