import { describe, expect, it } from "vitest";
import { accessProblem } from "../../../src/go/access.ts";
import { parseDeps } from "../../../src/go/deps.ts";
import { source } from "./fixture.ts";

/** As Go 1.26.8 prints what git 2.39.5 and OpenSSH 9.2 said, from its `git ls-remote` on. */
const behind =
  "\r\n\tfatal: Could not read from remote repository.\n\t\n\tPlease make sure you have the correct access rights\n\tand the repository exists.";
const before =
  "reading github.com/acme/lib/go.mod at revision v1.0.0: git ls-remote -q --end-of-options https://github.com/acme/lib in /m/cache/vcs/3ca1: exit status 128:\n\t";
const said = (text: string): string => before + text + behind;

const unknown =
  "No ED25519 host key is known for [127.0.0.1]:40022 and you have requested strict checking.\r\n\tHost key verification failed.";
const changed =
  "Add correct host key in /tmp/kh to get rid of this message.\r\n\tHost key for [127.0.0.1]:40022 has changed and you have requested strict checking.\r\n\tHost key verification failed.";
const username = "fatal: could not read Username for 'https://github.com': terminal prompts disabled";

describe("a repository that git does not reach", () => {
  it.each([
    [said(unknown), "SSH knows no host key of [127.0.0.1]:40022", true],
    [said(changed), "[127.0.0.1]:40022 has another host key than the one that is known", true],
    [said("git@127.0.0.1: Permission denied (publickey)."), "127.0.0.1 takes no SSH key that it was shown", true],
    [said("ssh -F /l/ssh-config: 1: ssh: not found"), "there is no ssh", true],
    [said("bash: line 1: ssh: command not found"), "there is no ssh", true],
    [said("error: cannot run ssh: No such file or directory"), "there is no ssh", true],
    [
      'unable to resolve git version: failed to execute git version: exec: "git": executable file not found in $PATH',
      "there is no git",
      true,
    ],
    [said(username), "github.com asks for a login", false],
    [
      said("fatal: could not read Password for 'https://me@git.example.com:8443': x"),
      "git.example.com:8443 asks for a login",
      false,
    ],
    [
      "127.0.0.1/lib.git@v1.0.0: no secure protocol found for repository",
      "neither https nor SSH found a repository",
      false,
    ],
  ])("%j: %s", (text, cause, environment) => {
    expect(accessProblem(text)).toMatchObject({ cause, environment });
  });

  it("is something else", () => {
    expect(accessProblem("missing go.sum entry for module providing package github.com/acme/ssh")).toBeNull();
  });

  it("is named by the deps stage with what to do", () => {
    const stdout = `"github.com/acme/lib" "m.go:3:8" ${JSON.stringify(said(unknown))} "example.com/m"\n`;
    expect(parseDeps({ stdout, stderr: "", exitCode: 0 }, { ...source, cwd: "." })).toEqual({
      failedBecause: "cannot find github.com/acme/lib: SSH knows no host key of [127.0.0.1]:40022",
      environment: true,
      findings: [
        expect.objectContaining({
          path: "m.go",
          line: 3,
          message: expect.stringMatching(/\nput the host key of \[127\.0\.0\.1\]:40022 into `git-ssh-known-hosts` /),
        }),
      ],
    });
  });

  it("is named when go itself gives up", () => {
    const stderr = `go: github.com/acme/lib@v1.0.0: ${said(username)}\n`;
    const { failedBecause, environment } = parseDeps({ stdout: "", stderr, exitCode: 1 }, { ...source, cwd: "." });
    expect([failedBecause, environment]).toEqual([
      "cannot fetch github.com/acme/lib@v1.0.0: github.com asks for a login",
      false,
    ]);
  });
});
