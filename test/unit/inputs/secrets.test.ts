import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { secretsToMask } from "../../../src/inputs/secrets.ts";
import { parse, parsed, problems } from "./support.ts";

describe("secrets", () => {
  it("are apart from the config", () => {
    const { secrets, config } = parsed({
      with: {
        "cloud-token": "dag_tok",
        "registry-username": "bot",
        "registry-password": "hunter2",
        "git-credentials": "https://u:p@github.com",
        "docker-secrets": "npm=s3cret",
      },
    });
    expect(secrets).toEqual({
      cloudToken: "dag_tok",
      registryUsername: "bot",
      registryPassword: "hunter2",
      gitCredentials: [{ host: "github.com", username: "u", password: "p" }],
      gitSsh: null,
      dockerSecrets: [{ id: "npm", value: "s3cret" }],
      deployEnv: [],
    });
    expect(JSON.stringify(config)).not.toMatch(/dag_tok|hunter2|s3cret/);
  });

  it("fall back to DAGGER_CLOUD_TOKEN", () => {
    const env = { DAGGER_CLOUD_TOKEN: " dag_env " };
    expect(parsed({ env }).secrets.cloudToken).toBe("dag_env");
    expect(parsed({ env, argv: ["--cloud-token=dag_flag"] }).secrets.cloudToken).toBe("dag_flag");
    expect(parsed({ env: { DAGGER_CLOUD_TOKEN: "" } }).secrets.cloudToken).toBeNull();
  });

  it("come as a whole login", () => {
    expect(problems({ argv: ["--registry-username=bot"] })).toEqual(["--registry-username: needs registry-password"]);
    expect(problems({ with: { "registry-password": "hunter2" } })).toEqual([
      "with: registry-password: needs registry-username",
    ]);
  });

  it("that are empty on a pull request from a fork are left out with a warning", () => {
    const result = parsed({
      with: {
        "registry-username": "bot",
        "registry-password": "",
        "git-credentials": "https://x-access-token:@github.com",
        "docker-secrets": "npm=",
      },
    });
    expect(result.secrets).toMatchObject({ registryUsername: null, gitCredentials: [], dockerSecrets: [] });
    const fork = "secrets are empty for pull requests from forks";
    expect(result.warnings).toEqual([
      `with: registry-username: needs registry-password; there is no login (${fork})`,
      `with: git-credentials: the token for github.com is empty; it is left out (${fork})`,
      `with: docker-secrets: the value of "npm" is empty; it is left out (${fork})`,
    ]);
  });

  describe("for SSH", () => {
    const { privateKey: key } = generateKeyPairSync("ec", {
      namedCurve: "prime256v1",
      privateKeyEncoding: { type: "sec1", format: "pem" },
      publicKeyEncoding: { type: "spki", format: "pem" },
    });
    const host = "git.example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

    it("are a key and known hosts, apart from the config", () => {
      const inputs = { "git-ssh-key": key, "git-ssh-known-hosts": host, goprivate: "git.example.com" };
      const { secrets, config, warnings } = parsed({ with: inputs });
      expect(secrets.gitSsh).toEqual({ key, knownHosts: [host] });
      expect(warnings).toEqual([]);
      expect(JSON.stringify(config)).not.toContain("EC PRIVATE");
    });

    it("are masked as they were given and as they are written", () => {
      const given = key.replaceAll("\n", "\r\n");
      const masks = secretsToMask({ argv: [], with: { "git-ssh-key": given }, env: {} });
      expect(masks).toEqual([given.trim(), key.trim()]);
    });

    it("warn when they open nothing", () => {
      const label = "with: git-ssh-key";
      expect(parsed({ with: { "git-ssh-key": key } }).warnings).toEqual([
        `${label}: is used for hosts that goprivate names, and it names none; modules are fetched by https`,
      ]);
      const env = { GOPRIVATE: "github.com/a,git.example.com" };
      expect(parsed({ with: { "git-ssh-key": key }, env }).warnings).toEqual([
        `${label}: SSH refuses git.example.com, which goprivate names, as long as git-ssh-known-hosts has no key of it`,
      ]);
    });

    it("need the key, but on forks", () => {
      const result = parsed({ with: { "git-ssh-key": "", "git-ssh-known-hosts": host } });
      expect(result.secrets.gitSsh).toBeNull();
      expect(result.warnings).toEqual([
        "with: git-ssh-known-hosts: needs git-ssh-key; there is no key (secrets are empty for pull requests from forks)",
      ]);
      expect(problems({ argv: ["--git-ssh-known-hosts", host] })).toEqual(["--git-ssh-known-hosts: needs git-ssh-key"]);
    });
  });

  it("that are empty are problems in flags and for a push", () => {
    expect(problems({ argv: ["--docker-secrets=npm="] })).toEqual(['--docker-secrets: the value of "npm" is empty']);
    expect(
      problems({ with: { "registry-username": "bot", "image-output": "push", "image-tags": "ghcr.io/o/a:1" } }),
    ).toEqual(["with: registry-username: needs registry-password"]);
  });

  it("are in no problem", () => {
    const result = parse({
      argv: ["--cloud-token", "hunter2\nx", "--registry-password=hunter2\0", "--registry-pass", "hunter2"],
      with: { "git-credentials": "hunter2\nhttps://a:hunter2@h/x", "docker-secrets": "x\nhunter2", goproxy: "hunter2" },
    });
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toContain("hunter2");
  });
});

describe("masking", () => {
  it("covers every secret, also in values that are wrong", () => {
    const found = secretsToMask({
      argv: ["--cloud-token=tok", "--registry-password", "pw ", "--docker-secrets=a=1st\nsecond"],
      with: { "git-credentials": "https://x-access-token:a%40b@github.com\nhttps://gh_tok:x-oauth-basic@h\nrubbish" },
      env: { DAGGER_CLOUD_TOKEN: "env", DAGGER_SESSION_TOKEN: "session", HOME: "/home" },
    });
    expect([...found].sort()).toEqual(
      ["tok", "pw", "1st", "second", "a%40b", "a@b", "gh_tok", "rubbish", "env", "session"].sort(),
    );
  });

  it.each([
    ["https://u:p%40ss@github.com", ["p%40ss", "p@ss"]],
    ["https://deploy:hunter2@github.com", ["hunter2"]],
    ["https://git:ghp_1@github.com:8443", ["ghp_1"]],
    ["https://ghp_1@github.com", ["ghp_1"]],
    ["https://ghp_1:@github.com", ["ghp_1"]],
    ["https://ghp_1:x-oauth-basic@github.com", ["ghp_1"]],
    ["https://x-token-auth:t@bitbucket.org", ["t"]],
    ["https://u:a@b@github.com", ["a@b"]],
    ["https://u:a:b@github.com", ["a:b"]],
    ["https://u:a/b@github.com", ["a/b"]],
    ["https://u:pw@github.com/o/r@v1", ["pw"]],
    ["https://u:100%@github.com", ["100%"]],
    ["https://github.com", ["https://github.com"]],
    ["hunter2", ["hunter2"]],
  ])("of the login %s covers %j", (line, expected) => {
    expect(secretsToMask({ argv: [], with: { "git-credentials": line }, env: {} })).toEqual(expected);
  });

  it("covers logins in the addresses of proxies", () => {
    const env = {
      GOPROXY:
        "https://bot:p%40ss@proxy.example.com,https://tok@other.example.com|https://key:@third.example.com,direct",
      GOVULNDB: "https://bot:vuln@vuln.example.com",
      https_proxy: "http://user:pw@10.0.0.1:3128",
      NO_PROXY: "a@b",
      HOME: "https://user:home@h",
    };
    expect([...secretsToMask({ argv: [], with: {}, env })].sort()).toEqual(
      ["p%40ss", "p@ss", "tok", "key", "vuln", "pw"].sort(),
    );
  });

  it("has nothing to do without secrets", () => {
    expect(secretsToMask({ argv: ["--race"], with: { "registry-username": "bot" }, env: {} })).toEqual([]);
  });
});
