import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { fetchToolchains } from "../../../src/engine/toolchain-list.ts";
import { directory } from "../../support/repository.ts";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

interface Asked {
  readonly url: string;
  readonly authorization: string | undefined;
}

/** A module proxy on loopback; answers its address. */
async function proxy(status: number, text: string, asked: Asked[] = []): Promise<string> {
  const server = createServer(({ url = "", headers }, response) => {
    asked.push({ url, authorization: headers.authorization });
    response.writeHead(status).end(text);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

const fetchFrom = (goproxy: string): Promise<string> =>
  fetchToolchains({
    ...{ goproxy, logins: [], tempRoot: directory({}), pauseMs: 1 },
    signal: new AbortController().signal,
  });

describe("the list of toolchains", () => {
  it("comes from the first proxy that has it", async () => {
    const asked: Asked[] = [];
    const good = await proxy(200, "v0.0.1-go1.26.8.linux-amd64\n", asked);
    const bad = [await proxy(404, "not found"), await proxy(503, "busy")];
    expect(await fetchFrom(`direct,${bad[0]},${bad[1]}|${good}/sub/,off`)).toBe("v0.0.1-go1.26.8.linux-amd64\n");
    expect(asked).toEqual([{ url: "/sub/golang.org/toolchain/@v/list", authorization: undefined }]);
  });

  it("comes from a directory", async () => {
    const root = directory({ "golang.org/toolchain/@v/list": "v0.0.1-go1.27.4.linux-amd64\n" });
    expect(await fetchFrom(pathToFileURL(root).href)).toBe("v0.0.1-go1.27.4.linux-amd64\n");
    await expect(fetchFrom(pathToFileURL(join(root, "absent")).href)).rejects.toThrow("ENOENT");
  });

  it("is asked for with the login of the address, which no message holds", async () => {
    const asked: Asked[] = [];
    const good = await proxy(200, "list", asked);
    await fetchFrom(good.replace("://", "://me:s%40cret@"));
    expect(asked[0]?.authorization).toBe(`Basic ${Buffer.from("me:s@cret").toString("base64")}`);
    const refusing = (await proxy(403, "")).replace("://", "://me:secret@");
    const refused = fetchFrom(refusing);
    await expect(refused).rejects.toThrow(/^127\.0\.0\.1:\d+: the server answered 403 Forbidden$/);
    await expect(fetchFrom("off,https://me:secret@proxy.test")).rejects.toThrow(
      "GOPROXY=off,https://proxy.test names no proxy to ask",
    );
  });

  it.each(["off", "direct", ""])("is nowhere with GOPROXY=%s", async (goproxy) => {
    await expect(fetchFrom(goproxy)).rejects.toThrow(`GOPROXY=${goproxy} names no proxy to ask`);
  });
});
