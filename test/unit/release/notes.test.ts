import { expect, it } from "vitest";
import { assetName, contentType } from "../../../src/release/asset.ts";
import { markedCommit } from "../../../src/release/marker.ts";
import { maxCommits, releaseNotes } from "../../../src/release/notes.ts";

const commit = "0123456789012345678901234567890123456789";
const address = "https://github.com/octo/hello";
const release = {
  ...{ tag: "tools/gen/v0.4.0", version: "v0.4.0", prerelease: false, module: "tools/gen", plainTags: false, commit },
  ...{ before: "tools/gen/v0.3.0", cutOff: null, published: true },
};
const redact = (text: string) => text;
const made = (subject: string) => ({ hash: "fedcba9876543210fedcba9876543210fedcba98", subject });

it("notes are a list of commits in which nothing calls anybody or leads away", () => {
  const commits = ["Say it twice (#12)", "Thanks to @octocat <b>x</b> [a](https://evil.example) #3"].map(made);
  const notes = releaseNotes({ release, address, commits, redact });
  expect(notes).toBe(`<!-- dagger-go-pipeline release commit=${commit} -->
## Changes since \`tools/gen/v0.3.0\`

- [fedcba987654](https://github.com/octo/hello/commit/fedcba9876543210fedcba9876543210fedcba98) Say it twice ([#12](https://github.com/octo/hello/pull/12))
- [fedcba987654](https://github.com/octo/hello/commit/fedcba9876543210fedcba9876543210fedcba98) Thanks to \`@octocat\` \\<b>x\\</b> \`[a](https://evil.example)\` \`#3\`

[All commits](https://github.com/octo/hello/compare/tools/gen/v0.3.0...tools/gen/v0.4.0)
`);
  expect(markedCommit({ body: notes })).toBe(commit);
  expect(markedCommit({ body: `> ${notes}` })).toBeNull();
});

it("notes of the first release lead to all commits, and a long list is cut", () => {
  const commits = Array.from({ length: maxCommits + 1 }, () => made("One"));
  const notes = releaseNotes({ release: { ...release, before: null }, address, commits, redact });
  expect(notes).toContain("## Changes\n");
  expect(notes.match(/^- /gm)).toHaveLength(maxCommits);
  expect(notes).toContain("… and more, 200 are shown.");
  expect(notes).toContain("/commits/tools/gen/v0.4.0)");
});

it("notes list nothing where nobody knows what is new", () => {
  const notes = releaseNotes({ release: { ...release, cutOff: "shallow" }, address, commits: [made("One")], redact });
  expect(notes).not.toContain("One");
});

it("files are called as GitHub calls them", () => {
  expect(["a b+c.zip", ".hidden.", "x_1.2.3_linux_amd64.tar.gz"].map(assetName)).toEqual([
    "a.b.c.zip",
    "hidden",
    "x_1.2.3_linux_amd64.tar.gz",
  ]);
  expect(["a.tar.gz", "a.tgz", "a.zip", "a.cdx.json", "checksums.txt", "a.exe"].map(contentType)).toEqual([
    ...["application/gzip", "application/gzip", "application/zip", "application/json"],
    ...["text/plain; charset=utf-8", "application/octet-stream"],
  ]);
});
