import { Agent, request as httpRequest } from "node:http";

/** Where a session listens on this machine. */
export interface Endpoint {
  readonly port: number;
  readonly token: string;
}

/** Asks a session for its engine's version, without the SDK. Throws when it does not answer with one. */
export async function askVersion(endpoint: Endpoint, signal: AbortSignal): Promise<string> {
  const answer: unknown = JSON.parse(await ping(endpoint, signal));
  const version = /"version":"v?([^"]+)"/.exec(JSON.stringify(answer))?.[1];
  if (version === undefined) throw new Error("the answer holds no version");
  return version;
}

/** The smallest question there is; whatever is answered, something is there. Rejects on anything but an HTTP status of 200. */
export function ping(endpoint: Endpoint, signal: AbortSignal): Promise<string> {
  return post(endpoint, { query: "{version}" }, signal);
}

interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** What a session answers, as text. Rejects on anything but an HTTP status of 200, without a word of what was sent. */
export function post({ port, token }: Endpoint, question: Question, signal: AbortSignal): Promise<string> {
  // An agent of its own: the global one may go through a proxy, and the session is on this machine.
  const agent = new Agent();
  const headers = {
    "content-type": "application/json",
    authorization: `Basic ${Buffer.from(`${token}:`).toString("base64")}`,
  };
  return new Promise<string>((resolve, reject) => {
    const outgoing = httpRequest(
      { host: "127.0.0.1", port, path: "/query", method: "POST", agent, signal, headers },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("error", reject);
        response.on("end", () => {
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`HTTP status ${response.statusCode}`));
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(JSON.stringify(question));
  }).finally(() => agent.destroy());
}
