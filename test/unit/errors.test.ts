import { describe, expect, it } from "vitest";
import {
  EnvironmentError,
  environmentErrorOf,
  firstSentence,
  hasCode,
  ifThere,
  messageOf,
  systemCode,
} from "../../src/errors.ts";

const failed = (code: string, syscall = "write"): Error =>
  Object.assign(new Error(`${code}: no, write`), { code, syscall });

describe("environmentErrorOf", () => {
  it("knows the machine's troubles, with a remedy for each", () => {
    const found = ["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EMFILE", "ENFILE", "EIO"].map((code) =>
      environmentErrorOf(failed(code)),
    );
    expect(found.map((error) => error?.message)).toContain("This machine is in the way: EROFS: no, write.");
    expect(new Set(found.map((error) => error?.remedy)).size).toBe(6 + 1);
  });

  it("takes a missing file for one only where temporary files go", () => {
    expect(environmentErrorOf(failed("ENOENT", "mkdtemp"))?.remedy).toBe(
      "Let RUNNER_TEMP or TMPDIR name a directory that is there.",
    );
    expect(environmentErrorOf(failed("ENOENT", "open"))).toBeNull();
    expect(environmentErrorOf(Object.assign(new Error("x"), { code: "ENOENT" }))).toBeNull();
  });

  it("leaves defects to others, and what is one already as it is", () => {
    const known = new EnvironmentError("a", "b");
    expect(environmentErrorOf(known)).toBe(known);
    expect([environmentErrorOf(new Error("x")), environmentErrorOf("x"), environmentErrorOf(failed("EINVAL"))]).toEqual(
      [null, null, null],
    );
  });
});

describe("messageOf", () => {
  it("has words for anything thrown", () => {
    expect([messageOf(new Error("a")), messageOf(new TypeError("")), messageOf("b"), messageOf(null)]).toEqual([
      "a",
      "TypeError",
      "b",
      "null",
    ]);
  });
});

describe("firstSentence", () => {
  it.each([
    [
      "Cannot connect to the Docker daemon at unix:///x.sock. Is the docker daemon running?",
      "Cannot connect to the Docker daemon at unix:///x.sock",
    ],
    ["dial unix /x.sock: permission denied", "dial unix /x.sock: permission denied"],
    ["", ""],
  ])("%j", (text, first) => expect(firstSentence(text)).toBe(first));
});

describe("system errors", () => {
  it("are known by their codes", () => {
    expect([failed("ENOENT"), new Error("ENOENT"), { code: "ENOENT" }, null].map(systemCode)).toEqual([
      "ENOENT",
      null,
      null,
      null,
    ]);
    expect(hasCode(failed("EPERM"), "ESRCH", "EPERM")).toBe(true);
    expect([hasCode(failed("EPERM"), "ESRCH"), hasCode(new Error("x"), "null")]).toEqual([false, false]);
  });

  it("are no errors where a file need not be there", async () => {
    expect(await ifThere(Promise.resolve("text"))).toBe("text");
    expect(await ifThere(Promise.reject(failed("ENOENT")))).toBeNull();
    expect(await ifThere(Promise.reject(failed("ENOTDIR")))).toBeNull();
    await expect(ifThere(Promise.reject(failed("EACCES")))).rejects.toMatchObject({ code: "EACCES" });
    await expect(ifThere(Promise.reject(new Error("x")))).rejects.toThrow("x");
  });
});
