import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hostsWithoutKey, type SshAccess, sshHosts } from "../../../src/project/private-hosts.ts";
import { publishedHostKeys } from "../../../src/project/ssh-host-keys.ts";
import { isKnownHostsLine } from "../../../src/text/known-hosts.ts";

const key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";
const written = (access: SshAccess): readonly string[] =>
  sshHosts(access).map(({ host, port }) => (port === null ? host : `${host}:${port}`));
const nothing = { goprivate: "", knownHosts: [], withLogin: [] };

describe("hosts that SSH is used for", () => {
  it.each([
    ["", []],
    ["github.com/owner/*", ["github.com"]],
    ["github.com/a/*,github.com/b,GitLab.com", ["github.com", "gitlab.com"]],
    ["git.example.com/team", ["git.example.com"]],
    ["*.example.com", []],
    ["*", ["github.com", "gitlab.com", "bitbucket.org"]],
  ])("%s: %j", (goprivate, expected) => {
    expect(written({ ...nothing, goprivate })).toEqual(expected);
  });

  it.each([
    ["git.example.com, ", ["git.example.com:2222"]],
    ["*.example.com/team", ["git.example.com:2222", "code.example.com"]],
    ["*", ["git.example.com:2222", "code.example.com", "github.com", "gitlab.com", "bitbucket.org"]],
  ])("with known hosts %s: %j", (goprivate, expected) => {
    const lines = [`[Git.example.com]:2222,git.example.com`, "code.example.com", "|1|a=|b=", "*.example.net"];
    expect(written({ ...nothing, goprivate, knownHosts: lines.map((line) => `${line} ${key}`) })).toEqual(expected);
  });

  it("are not those that have a login for https", () => {
    const found = sshHosts({ ...nothing, goprivate: "github.com/a,gitlab.com", withLogin: ["github.com"] });
    expect(found).toEqual([{ host: "gitlab.com", port: null }]);
  });

  it("are refused without a key", () => {
    const access = { ...nothing, goprivate: "github.com/a,git.example.com,code.example.com" };
    expect(hostsWithoutKey(access)).toEqual(["git.example.com", "code.example.com"]);
    expect(hostsWithoutKey({ ...access, knownHosts: [`code.example.com ${key}`] })).toEqual(["git.example.com"]);
    expect(hostsWithoutKey({ ...access, knownHosts: [`@revoked git.example.com ${key}`] })).toEqual([]);
    expect(hostsWithoutKey({ ...access, knownHosts: [`|1|a=|b= ${key}`] })).toEqual([]);
  });
});

/** As GitHub, GitLab and Atlassian list them beside the keys: see src/project/ssh-host-keys.ts. */
const fingerprints = [
  "github.com SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU",
  "github.com SHA256:p2QAMXNIC1TJYWeIOttrVc98/R1BUFWu3/LiyKgUfQM",
  "github.com SHA256:uNiVztksCsDhcc0u9e8BujQXVUpKZIDTMczCvj3tD2s",
  "gitlab.com SHA256:eUXGGm1YGsMAS7vkcx6JOJdOGHPem5gQp4taiCfCLB8",
  "gitlab.com SHA256:ROQFvPThGrW4RuWLoL9tq9I9zJ42fK4XywyRtbOz/EQ",
  "gitlab.com SHA256:HbW3g8zUjNSksFbqTiUWPWg2Bq1x8xdGUrliXFzSnUw",
  "bitbucket.org SHA256:ybgmFkzwOSotHTHLJgHO0QN8L0xErw6vd0VhFA9m3SM",
  "bitbucket.org SHA256:FC73VB6C4OQLSCrjEayhMp9UMxS97caD/Yyi2bhW/J0",
  "bitbucket.org SHA256:46OSHA1Rmj8E8ERTC6xkNcmGOw9oFxYr0WF6zWW8l1E",
];

it("the keys that are built in have the fingerprints that their hosts publish", () => {
  expect(publishedHostKeys.every(isKnownHostsLine)).toBe(true);
  const found = publishedHostKeys.map((line) => {
    const [host, , text = ""] = line.split(" ");
    const digest = createHash("sha256").update(Buffer.from(text, "base64")).digest("base64").replace(/=+$/, "");
    return `${host} SHA256:${digest}`;
  });
  expect(found).toEqual(fingerprints);
});
