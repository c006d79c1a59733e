import { createHash, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { onTestFinished } from "vitest";

export interface SilentRegistry {
  /** Reference of an image whose layer never comes. */
  readonly image: string;
  /** How often the layer was asked for. */
  asked(): number;
}

/** A registry that knows an image, and begins to send its layer and never goes on. Ends with the test. */
export async function silentRegistry(): Promise<SilentRegistry> {
  // A new one each time: the engine remembers where it has seen an image before.
  const layer = digestOf(randomUUID());
  const config = JSON.stringify({
    ...{ architecture: "amd64", os: "linux", config: {} },
    rootfs: { type: "layers", diff_ids: [layer] },
  });
  const type = (kind: string): string => `application/vnd.oci.image.${kind}`;
  const manifest = JSON.stringify({
    ...{ schemaVersion: 2, mediaType: type("manifest.v1+json") },
    config: { mediaType: type("config.v1+json"), digest: digestOf(config), size: config.length },
    layers: [{ mediaType: type("layer.v1.tar+gzip"), digest: layer, size: 1_000 }],
  });
  let asked = 0;
  const server = createServer((request, response) => {
    const url = request.url ?? "";
    if (url.endsWith(layer)) {
      asked += 1;
      response.writeHead(200, { "content-length": 1_000 }).write("begun");
      return;
    }
    const body = url === "/v2/" ? "{}" : url.includes("/manifests/") ? manifest : config;
    const contentType = body === manifest ? type("manifest.v1+json") : "application/json";
    response.writeHead(200, { "content-type": contentType, "content-length": body.length });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("the registry has no port");
  return { image: `127.0.0.1:${bound.port}/team/golang:1`, asked: () => asked };
}

function digestOf(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}
