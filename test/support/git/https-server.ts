import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import { join } from "node:path";

export interface HttpsServer {
  readonly port: number;
  /** Path of a certificate that says who the server is. */
  readonly certificate: string;
  /** Requests with the right login so far, `METHOD /path`. */
  readonly served: readonly string[];
  close(): Promise<void>;
}

/** `git http-backend` behind a login, over TLS; serves the repositories below `<dir>/repositories`. */
export async function startHttpsServer(
  dir: string,
  login: { readonly username: string; readonly password: string },
  address = "127.0.0.1",
): Promise<HttpsServer> {
  const [key, certificate] = [join(dir, "tls.key"), join(dir, "tls.crt")];
  const subject = ["-subj", "/CN=a test", "-addext", `subjectAltName=IP:${address}`];
  const options = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", ...subject];
  execFileSync("openssl", [...options, "-keyout", key, "-out", certificate], { stdio: "ignore" });
  const served: string[] = [];
  const wanted = `Basic ${Buffer.from(`${login.username}:${login.password}`).toString("base64")}`;
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
    if (request.headers.authorization !== wanted) {
      response.writeHead(401, { "WWW-Authenticate": 'Basic realm="a test"' }).end();
      return;
    }
    served.push(`${request.method} ${request.url}`);
    serve(join(dir, "repositories"), request, response);
  });
  server.listen(0, address);
  await once(server, "listening");
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("a server without a port");
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { port: bound.port, certificate, served, close };
}

/** As a web server runs a CGI program (RFC 3875). */
function serve(root: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", "https://localhost");
  const env = {
    PATH: process.env["PATH"] ?? "",
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: "1",
    GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
    REQUEST_METHOD: request.method ?? "GET",
    PATH_INFO: url.pathname,
    QUERY_STRING: url.search.slice(1),
    CONTENT_TYPE: request.headers["content-type"] ?? "",
    HTTP_CONTENT_ENCODING: String(request.headers["content-encoding"] ?? ""),
  };
  const backend = spawn("git", ["http-backend"], { env, stdio: ["pipe", "pipe", "inherit"] });
  request.pipe(backend.stdin);
  const chunks: Buffer[] = [];
  backend.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  backend.on("close", () => answer(Buffer.concat(chunks), response));
}

function answer(output: Buffer, response: ServerResponse): void {
  const end = output.indexOf("\r\n\r\n");
  const headers = output.toString("latin1", 0, end).split("\r\n");
  for (const header of headers) {
    const [name = "", value = ""] = header.split(/: (.*)/s);
    if (name === "Status") response.statusCode = Number.parseInt(value, 10);
    else response.setHeader(name, value);
  }
  response.end(output.subarray(end + 4));
}
