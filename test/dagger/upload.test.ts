import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sandboxes, smallModule, testLog } from "./support/repositories.ts";

const newSandbox = sandboxes();

describe("what goes to the engine", () => {
  it("is what is tracked, new or needed, and no untracked secret", async () => {
    const names = ["embedded.txt", ".env.test", "new.txt", "ignored.log", "server.pem", ".netrc", "link", ".git"];
    const box = newSandbox({
      ...smallModule,
      ".gitignore": "*.log\nembedded.txt\n",
      ".env.test": "A=b\n",
      "embed.go":
        'package main\n\nimport _ "embed"\n\n//go:embed embedded.txt\nvar text string\n\nfunc init() { _ = text }\n',
      "here_test.go": [
        "package main",
        "",
        'import (\n\t"os"\n\t"testing"\n)',
        "",
        "func TestHere(t *testing.T) {",
        `\tfor _, name := range []string{${names.map((name) => JSON.stringify(name)).join(", ")}} {`,
        "\t\t_, err := os.Stat(name)",
        '\t\tt.Logf("here %s %v", name, err == nil)',
        "\t}",
        "}",
        "",
      ].join("\n"),
    });
    box.write({ "embedded.txt": "x", "new.txt": "x", "ignored.log": "x", "server.pem": "x", ".netrc": "x" });
    symlinkSync("/etc/hostname", join(box.root, "link"));
    const run = await box.run();
    expect(run.exitCode, run.stdout).toBe(0);
    const seen = [...testLog(box).matchAll(/here (\S+) (true|false)/g)].map(([, name, there]) => [name, there]);
    expect(Object.fromEntries(seen)).toEqual({
      "embedded.txt": "true",
      ".env.test": "true",
      "new.txt": "true",
      "ignored.log": "false",
      "server.pem": "false",
      ".netrc": "false",
      // The link goes, what it points at on this machine does not; the container may have a file of that name.
      link: expect.stringMatching(/true|false/),
      ".git": "false",
    });
  });
});
