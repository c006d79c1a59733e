import { describe, expect, it } from "vitest";
import { hostEnvironment, moduleEnvironment } from "../../../src/engine/environment.ts";

const runner = {
  GITHUB_TOKEN: "t",
  ACTIONS_RUNTIME_TOKEN: "t",
  RUNNER_TEMP: "/t",
  DAGGER_SESSION_TOKEN: "t",
  INPUT_FORMAT: "true",
  _EXPERIMENTAL_DAGGER_RUNNER_HOST: "tcp://x",
  PATH: "/bin",
  HOME: "/home/u",
  GOFLAGS: "-mod=vendor",
  HTTPS_PROXY: "http://proxy",
  SSH_AUTH_SOCK: "/sock",
};

describe("hostEnvironment", () => {
  it("keeps what is the runner's from the repository's processes and passes the rest unchanged", () => {
    expect(hostEnvironment(runner, { A: "1" }, false)).toEqual({
      PATH: "/bin",
      HOME: "/home/u",
      GOFLAGS: "-mod=vendor",
      HTTPS_PROXY: "http://proxy",
      SSH_AUTH_SOCK: "/sock",
      CI: "true",
      A: "1",
    });
  });

  it("ignores case where Windows does", () => {
    expect(hostEnvironment({ Path: "C:\\go", github_token: "t" }, { PATH: "D:\\go" }, true)).toEqual({
      Path: "D:\\go",
      CI: "true",
    });
    expect(hostEnvironment({ Path: "a" }, { PATH: "b" }, false)).toEqual({ Path: "a", PATH: "b", CI: "true" });
  });
});

describe("moduleEnvironment", () => {
  it("sets only what was asked for", () => {
    expect(moduleEnvironment({ goproxy: null, goprivate: [] })).toEqual({});
    expect(moduleEnvironment({ goproxy: "off", goprivate: ["a.com", "b.com/*"] })).toEqual({
      GOPROXY: "off",
      GOPRIVATE: "a.com,b.com/*",
    });
  });
});
