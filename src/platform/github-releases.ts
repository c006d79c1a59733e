import { type Dispatcher, fetch } from "undici";
import * as z from "zod";
import { messageOf } from "../errors.ts";
import { dispatcherFor, TransientError } from "../net/http.ts";
import { type Client, connect, statusOf, understood } from "./github-client.ts";
import type { AssetFile, HostedAsset, HostedRelease, ReleasePlace, ReleaseService } from "./release-service.ts";

/** A longer pause that the API asks for is not waited for. */
const longestPauseMs = 60_000;
/** GitHub may think about a large file for a while. */
const silenceMs = 600_000;

/** Releases by GitHub's REST API (https://docs.github.com/en/rest/releases), version 2022-11-28. */
export async function githubReleases(
  { repository, token, signal }: ReleasePlace,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ReleaseService> {
  const baseUrl = env["GITHUB_API_URL"] || "https://api.github.com";
  const dispatchers = new Map<string, Dispatcher>();
  // Files go to another host than questions.
  const send: typeof fetch = (url, init) => {
    const { origin } = new URL(String(url));
    const dispatcher = dispatchers.get(origin) ?? dispatcherFor(origin, silenceMs);
    dispatchers.set(origin, dispatcher);
    return fetch(url, { ...init, dispatcher });
  };
  const client = await connect({ token, baseUrl, signal }, send);
  const [owner = "", repo = ""] = repository.split("/");
  return {
    ...questions(client, { owner, repo }),
    ...changes(client, { owner, repo }),
    close: async () => {
      await Promise.all([...dispatchers.values()].map((dispatcher) => dispatcher.destroy()));
    },
  };
}

interface Place {
  readonly owner: string;
  readonly repo: string;
}

function questions({ rest, paginate }: Client, place: Place): Pick<ReleaseService, "commitOf" | "list" | "assets"> {
  return {
    commitOf: (tag) =>
      asked(async () => (await rest.repos.getCommit({ ...place, ref: `tags/${tag}`, per_page: 1 })).data.sha).catch(
        (thrown: unknown) => (thrown instanceof UnknownError ? null : Promise.reject(thrown)),
      ),
    list: () =>
      asked(async () => (await paginate(rest.repos.listReleases, { ...place, per_page: 100 })).map(hostedRelease)),
    assets: ({ id }) =>
      asked(
        async () =>
          (await paginate(rest.repos.listReleaseAssets, { ...place, release_id: id, per_page: 100 })).map(hostedAsset),
        "gone",
      ),
  };
}

function changes(
  { rest, request }: Client,
  place: Place,
): Pick<ReleaseService, "create" | "upload" | "removeAsset" | "publish" | "removeDraft"> {
  return {
    // Without `target_commitish`: GitHub refuses commits there whose workflows are not those of the default branch.
    create: ({ tag, body, prerelease }) =>
      asked(async () =>
        hostedRelease(
          (await rest.repos.createRelease({ ...place, tag_name: tag, name: tag, body, prerelease, draft: true })).data,
        ),
      ),
    upload: ({ uploadUrl }, { name, contentType, content }: AssetFile) =>
      asked(async () => {
        const headers = { "content-type": contentType, "content-length": `${content.length}` };
        // `…/assets{?name,label}`
        const address = uploadUrl.replace(/\{[^}]*\}$/, "{?name}");
        const answer = await request(`POST ${address}`, { headers, name, data: content });
        return hostedAsset(assetSchema.parse(answer.data));
      }, "gone"),
    removeAsset: ({ id }) =>
      removed(() => asked(() => rest.repos.deleteReleaseAsset({ ...place, asset_id: id }), "gone")),
    publish: ({ id }, latest) =>
      asked(async () => {
        const make_latest = latest ? "true" : "false";
        return hostedRelease(
          (await rest.repos.updateRelease({ ...place, release_id: id, draft: false, make_latest })).data,
        );
      }, "gone"),
    removeDraft: ({ id }) => removed(() => asked(() => rest.repos.deleteRelease({ ...place, release_id: id }), "gone")),
  };
}

/** What was there a moment ago and is not: whoever looks again may see why. */
class GoneError extends TransientError {}

/** 422: GitHub finds no commit of that name. */
class UnknownError extends Error {}

/** Answers what GitHub does. `gone`: a 404 is about the thing itself, not about the rights of the token. */
async function asked<T>(work: () => Promise<T>, missing: "refused" | "gone" = "refused"): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const status = statusOf(thrown);
    const said = `${messageOf(thrown)} (${status})`;
    if (status === 404 && missing === "gone") throw new GoneError(said);
    if (status === 422 && /^No commit found/.test(messageOf(thrown))) throw new UnknownError(said);
    // Somebody was faster, or an attempt that seemed to fail did not.
    if (status === 409 || (status === 422 && /already_exists/.test(JSON.stringify(detailsOf(thrown))))) {
      throw new TransientError(said);
    }
    throw understood(thrown, longestPauseMs);
  }
}

async function removed(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    if (!(thrown instanceof GoneError)) throw thrown;
  }
}

const detailsSchema = z.object({ response: z.object({ data: z.object({ errors: z.unknown() }) }) });

function detailsOf(thrown: unknown): unknown {
  return detailsSchema.safeParse(thrown).data?.response.data.errors ?? null;
}

const assetSchema = z.object({
  id: z.int(),
  name: z.string(),
  size: z.int(),
  digest: z.string().nullish(),
  state: z.string(),
});

function hostedAsset({ id, name, size, digest, state }: z.infer<typeof assetSchema>): HostedAsset {
  // `uploaded`; `starter` and `open` are half of it.
  return { id, name, size, digest: digest ?? null, whole: state === "uploaded" };
}

interface ReleaseData {
  readonly id: number;
  readonly tag_name: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly html_url: string;
  readonly upload_url: string;
  readonly body?: string | null;
}

function hostedRelease({ id, tag_name, draft, prerelease, html_url, upload_url, body }: ReleaseData): HostedRelease {
  return { id, tag: tag_name, draft, prerelease, url: html_url, body: body ?? "", uploadUrl: upload_url };
}
