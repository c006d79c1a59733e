import { describe, expect, it } from "vitest";
import { explainOutput } from "../../../../src/engine/dagger/explain-output.ts";
import { engineProblem, isConnectionGone } from "../../../../src/engine/dagger/problem.ts";

/** As the SDK throws it: its own error around the GraphQL client's, whose message holds the answer and the whole query. */
function sdkError(code: string, message: string, fields: Record<string, unknown> = {}): Error {
  const client = new Error(
    `${message}: {"response":{"errors":[]},"request":{"query":"{ setSecret(plaintext: \\"hunter2\\") }"}}`,
  );
  return Object.assign(new Error(message, { cause: client }), { code, ...fields });
}

const here = { lost: null };
const again = "Run it again; if it persists, look at the engine's own log, or use `engine: host`.";

describe("engineProblem", () => {
  const captured: readonly (readonly [words: string, headline: string])[] = [
    [
      'failed to resolve image "docker.io/library/golang:9.99" (platform: "linux/amd64"): docker.io/library/golang:9.99: not found',
      "The image docker.io/library/golang:9.99 does not exist.",
    ],
    [
      'failed to resolve image "127.0.0.1:5999/golang:1" (platform: "linux/amd64"): failed to do request: Head "http://127.0.0.1:5999/v2/golang/manifests/1": dial tcp 127.0.0.1:5999: connect: connection refused',
      "The registry of 127.0.0.1:5999/golang:1 cannot be reached from the engine: dial tcp 127.0.0.1:5999: connect: connection refused.",
    ],
    [
      'failed to resolve image "nosuchhost.invalid/golang:1" (platform: "linux/amd64"): failed to do request: Head "https://nosuchhost.invalid/v2/golang/manifests/1": dial tcp: lookup nosuchhost.invalid on 10.87.0.1:53: no such host',
      "The registry of nosuchhost.invalid/golang:1 cannot be reached from the engine: dial tcp: lookup nosuchhost.invalid on 10.87.0.1:53: no such host.",
    ],
    [
      'failed to resolve identity inputs for Container.from: resolve implicit input "fromSessionScope": failed to parse image address bad ref:::: invalid reference format',
      "bad ref::: is not the name of an image.",
    ],
    [
      "failed to mount /tmp/buildkit-mount123: write /var/lib/dagger/x: no space left on device [traceparent:1-2]",
      "The Dagger engine has no disk space left.",
    ],
    [
      "failed to get snapshot: lstat /nowhere: no such file or directory [traceparent:1e71-ac37]",
      "The Dagger engine failed: failed to get snapshot: lstat /nowhere: no such file or directory",
    ],
    ["GraphQL Error (Code: 502)", "The Dagger engine was lost while it worked."],
  ];

  it.each(captured)("%s", (words, headline) => {
    const { message } = engineProblem(sdkError("D100", words), here);
    expect(message).toBe(headline);
  });

  it("shows neither queries nor what is in them", () => {
    const { message, remedy } = engineProblem(sdkError("D101", "Encountered an unknown error"), here);
    expect(message).toBe("The Dagger engine failed: Encountered an unknown error");
    expect(message + remedy).not.toContain("hunter2");
  });

  it("knows that a call that was not awaited is an engine that is gone", () => {
    const refused = Object.assign(new Error("request to http://127.0.0.1:1/query failed"), { errno: "ECONNREFUSED" });
    const error = Object.assign(new Error("Make sure the function called is awaited.", { cause: refused }), {
      code: "D108",
    });
    expect(engineProblem(error, here)).toEqual({
      message: "The Dagger engine was lost while it worked.",
      remedy: again,
    });
    expect(engineProblem(error, { lost: "the Dagger CLI was ended by SIGKILL" }).message).toBe(
      "The Dagger engine was lost while it worked: the Dagger CLI was ended by SIGKILL.",
    );
  });

  it("tells a container that was killed from one that lacks a tool", () => {
    const killed = sdkError("D109", "exit code: 137", { exitCode: 137, stderr: "" });
    expect(engineProblem(killed, here).message).toMatch(/^The container of a step was killed, .* memory\.$/);
    const lacking = sdkError("D109", "exit code: 1", { exitCode: 1, stderr: "the image has no setsid\n" });
    expect(engineProblem(lacking, here).message).toBe(
      "The container of a step failed with exit code 1: the image has no setsid",
    );
  });

  it("takes whatever is thrown", () => {
    expect(engineProblem("plain text", here).message).toBe("The Dagger engine failed: plain text");
    expect(engineProblem(undefined, here).message).toBe("The Dagger engine failed: undefined");
  });
});

describe("isConnectionGone", () => {
  const answered = { response: { status: 200, errors: [{}] } };

  it("tells a broken connection of the engine to a registry from one to the engine", () => {
    const words = "short read: expected 480 bytes but got 0: unexpected EOF";
    expect(isConnectionGone(sdkError("D100", words, answered))).toBe(false);
    expect(isConnectionGone(sdkError("D101", words))).toBe(true);
  });

  it("believes an engine that says its session is gone", () => {
    expect(isConnectionGone(sdkError("D100", "failed to get requester session: closed", answered))).toBe(true);
    expect(isConnectionGone(sdkError("D100", "exit code: 1", answered))).toBe(false);
  });
});

describe("explainOutput", () => {
  it("finds what the CLI's command said behind its exit status", () => {
    const output = [
      "1   : connect",
      "2   : exec docker version ERROR [0.0s]",
      "2   : ! failed to run command [docker version]: exit status 1",
      "2   : [0.0s] | Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
      "",
      "Error: start engine: failed to run command [docker version]: exit status 1 [traceparent:b06b-11da]",
    ].join("\n");
    expect(explainOutput(output)).toEqual({
      detail: "Cannot connect to the Docker daemon at unix:///var/run/docker.sock",
      remedy: "Start Docker, or use `engine: host`, which needs no container runtime.",
    });
  });

  it("falls back to the CLI's last error", () => {
    const { detail, remedy } = explainOutput("Error: first\nError: connect: something new [traceparent:1-2]\n");
    expect(detail).toBe("connect: something new");
    expect(remedy).toBe("Check `runner-host` and that the engine runs, or use `engine: host`.");
  });

  it("names the addresses that can be given for an unknown one", () => {
    const { detail, remedy } = explainOutput(
      'Error: start engine: no driver for scheme "bogus" found [traceparent:1-2]',
    );
    expect(detail).toBe('no driver for scheme "bogus" found');
    expect(remedy).toContain("unix://, tcp://, docker-container://, kube-pod://");
  });
});
