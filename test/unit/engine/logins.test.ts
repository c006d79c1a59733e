import { describe, expect, it } from "vitest";
import { gitCredentialLines, loginsOf, netrcLines } from "../../../src/engine/logins.ts";
import { publishedHostKeys } from "../../../src/project/ssh-host-keys.ts";

const credentials = [{ host: "git.example", username: "me@x", password: "p:w/1" }];
const knownHosts = ["[code.example]:2222 ssh-ed25519 AAAA"];
const gitSsh = { key: "the key\n", knownHosts };
const request = { goprivate: [], env: {}, pathOf: (name: string) => `/run/l/${name}` };

describe("logins", () => {
  it("are written as git and go read them", () => {
    expect(gitCredentialLines(credentials)).toBe("https://me%40x:p%3Aw%2F1@git.example\n");
    expect(netrcLines(credentials)).toBe("machine git.example login me@x password p:w/1\n");
  });

  it("are nothing when nobody gave one", () => {
    expect(loginsOf({ ...request, secrets: { gitCredentials: [], gitSsh: null } })).toEqual({
      files: [],
      variables: {},
    });
  });

  it("for https are a credential store and a .netrc", () => {
    const { files, variables } = loginsOf({ ...request, secrets: { gitCredentials: credentials, gitSsh: null } });
    expect(files.map(({ name }) => name)).toEqual(["git-credentials", "netrc"]);
    expect(variables).toEqual({
      GIT_TERMINAL_PROMPT: "0",
      NETRC: "/run/l/netrc",
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "credential.helper",
      GIT_CONFIG_VALUE_0: "store --file=/run/l/git-credentials",
    });
  });

  it("for SSH are a key, known hosts and what ssh may use, with addresses to match", () => {
    const goprivate = ["github.com/acme/*", "*.example/team"];
    const { files, variables } = loginsOf({ ...request, goprivate, secrets: { gitCredentials: [], gitSsh } });
    expect(variables).toEqual({
      GIT_TERMINAL_PROMPT: "0",
      GIT_SSH_COMMAND: "ssh -F /run/l/ssh-config",
      GIT_SSH_VARIANT: "ssh",
      GIT_CONFIG_COUNT: "2",
      GIT_CONFIG_KEY_0: "url.ssh://git@code.example:2222/.insteadOf",
      GIT_CONFIG_VALUE_0: "https://code.example/",
      GIT_CONFIG_KEY_1: "url.ssh://git@github.com/.insteadOf",
      GIT_CONFIG_VALUE_1: "https://github.com/",
    });
    const content = Object.fromEntries(files.map((file) => [file.name, file.content]));
    expect(content).toEqual({
      "ssh-key": "the key\n",
      known_hosts: `${[...knownHosts, ...publishedHostKeys].join("\n")}\n`,
      "ssh-config": [
        'IdentityFile "/run/l/ssh-key"',
        "IdentitiesOnly yes",
        "IdentityAgent none",
        'UserKnownHostsFile "/run/l/known_hosts"',
        'GlobalKnownHostsFile "/run/l/known_hosts"',
        "StrictHostKeyChecking yes",
        "UpdateHostKeys no",
        "PreferredAuthentications publickey",
        "BatchMode yes",
        "ControlMaster no",
        "ConnectTimeout 30",
        "",
      ].join("\n"),
    });
  });

  it("stand behind the settings of git that the environment has; GOPRIVATE of the environment counts", () => {
    const env = { GIT_CONFIG_COUNT: "2", GOPRIVATE: "git.example/x,github.com/y" };
    const { variables } = loginsOf({ ...request, env, secrets: { gitCredentials: credentials, gitSsh } });
    expect(variables).toMatchObject({
      GIT_CONFIG_COUNT: "4",
      GIT_CONFIG_KEY_2: "credential.helper",
      GIT_CONFIG_KEY_3: "url.ssh://git@github.com/.insteadOf",
    });
    expect(Object.keys(variables)).not.toContain("GIT_CONFIG_KEY_0");
  });

  it("stand paths that shells and ssh read", () => {
    const pathOf = (name: string): string => `/a b's/100%/${name}`;
    const { files, variables } = loginsOf({ ...request, pathOf, secrets: { gitCredentials: credentials, gitSsh } });
    expect(variables["GIT_SSH_COMMAND"]).toBe(`ssh -F '/a b'\\''s/100%/ssh-config'`);
    expect(variables["GIT_CONFIG_VALUE_0"]).toBe(`store --file='/a b'\\''s/100%/git-credentials'`);
    expect(files.find(({ name }) => name === "ssh-config")?.content).toContain(`IdentityFile "/a b's/100%%/ssh-key"\n`);
  });
});
