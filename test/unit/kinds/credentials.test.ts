import { describe, expect, it } from "vitest";
import { dockerSecrets, gitCredentials } from "../../../src/kinds/credentials.ts";
import { raw, read } from "./read.ts";

describe("git credentials", () => {
  it("are lines of a credential store", () => {
    const text = "https://x-access-token:t0ken@github.com\n# work\nhttps://bot:p%40ss@git.example.com:8443/\n";
    expect(read(gitCredentials, text)).toEqual({
      filled: [
        { host: "github.com", username: "x-access-token", password: "t0ken" },
        { host: "git.example.com:8443", username: "bot", password: "p@ss" },
      ],
      empty: [],
    });
  });

  it("name hosts whose token is empty", () => {
    expect(read(gitCredentials, "https://x-access-token:@github.com")).toEqual({ filled: [], empty: ["github.com"] });
  });

  it.each([
    ["hunter2", "line 1 is not https://user:token@host; in a token, / # ? @ : are written %2F %23 %3F %40 %3A"],
    [
      "https://github.com",
      "line 1 is not https://user:token@host; in a token, / # ? @ : are written %2F %23 %3F %40 %3A",
    ],
    ["http://me:hunter2@github.com", "line 1 is not https; a token is not sent in the clear"],
    [
      "https://me:hunter2@github.com/owner",
      "line 1 goes on after the host; logins are for whole hosts (in a token, / # ? are written %2F %23 %3F)",
    ],
    ["https://me:hunter2%zz@github.com", "line 1 has a % that is not followed by two hex digits"],
    ["https://me:hunter2%0a@github.com", "line 1 has white space or control characters in the user or token"],
    ["https://a:1@github.com\nhttps://b:2@github.com", '"github.com" is given twice'],
  ])("refuse %j without showing it", (text, problem) => {
    expect(read(gitCredentials, text)).toEqual([problem]);
  });
});

describe("docker secrets", () => {
  it("are lines of id=value", () => {
    expect(read(dockerSecrets, 'npm=abc=\n"key=-----BEGIN\nline 2\n-----END"\nnone=')).toEqual({
      filled: [
        { id: "npm", value: "abc=" },
        { id: "key", value: "-----BEGIN\nline 2\n-----END" },
      ],
      empty: ["none"],
    });
  });

  it("refuse lines without an id and do not show them", () => {
    expect(dockerSecrets.parse(raw("key=first\nhunter2", "bad id=hunter2"))).toEqual({
      ok: false,
      problems: [
        "line 2 is not id=value; put an entry that spans lines into double quotes",
        "line 3 is not id=value; put an entry that spans lines into double quotes",
      ],
    });
    expect(read(dockerSecrets, "a=1\na=2")).toEqual(['"a" is given twice']);
    expect(read(dockerSecrets, `a=${"x".repeat(128_001)}`)).toEqual(['"a" is larger than 128000 bytes']);
  });
});
