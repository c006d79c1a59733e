import { expect, test } from "vitest";
import { createRedactor, maskForms } from "../../../src/platform/mask.ts";

test("masks every spelling a tool prints", () => {
  expect(maskForms("p@ss w\u00f6rd?\n")).toEqual([
    "p%40ss%20w%C3%B6rd%3F%0A",
    "p%40ss+w%C3%B6rd%3F%0A",
    "p%40ss%20w%C3%B6rd%3F",
    "p%40ss+w%C3%B6rd%3F",
    "cEBzcyB3w7ZyZD8K",
    "cEBzcyB3w7ZyZD8=",
    "BAc3Mgd8O2cmQ/C",
    "BAc3Mgd8O2cmQ_C",
    "wQHNzIHfDtnJkPw",
    "cEBzcyB3w7ZyZD8",
    "cEBzcyB3w7ZyZD",
    "BAc3Mgd8O2cmQ/",
    "BAc3Mgd8O2cmQ_",
    "wQHNzIHfDtnJkP",
    "p@ss w\u00f6rd?\\n",
    "p@ss w\u00f6rd?\n",
    "p@ss w\u00f6rd?",
  ]);
});

test("masks the lines of a key by themselves", () => {
  const forms = maskForms("-----BEGIN KEY-----\r\nabcdef\r\n-----END KEY-----");
  expect(forms).toContain("-----BEGIN KEY-----");
  expect(forms).toContain("abcdef");
  expect(forms).toContain("-----END KEY-----");
});

test("an empty or blank secret masks nothing", () => {
  expect(maskForms("")).toEqual([]);
  expect(maskForms(" \n")).toEqual([]);
});

test("half a surrogate pair is no error", () => {
  expect(maskForms("a\ud800b")).toContain("a%EF%BF%BDb");
});

test("redacts the longest form first, of all secrets", () => {
  const { add, redact } = createRedactor();
  add("token");
  add("token-and-more");
  expect(redact("token-and-more, token, dG9rZW4=")).toBe("***, ***, ***");
});

test("keeps short lines of a secret, which are everywhere", () => {
  expect(maskForms('{\n"key": "value"\n}')).not.toContain("}");
  expect(maskForms("}")).toContain("}");
});

test("masks what go test makes of angle brackets", () => {
  expect(maskForms("a<b>&c")).toContain("a\\u003cb\\u003e\\u0026c");
});

test("finds a secret wherever it stands in something encoded", () => {
  const { add, redact } = createRedactor();
  add("a-secret-of-words");
  for (let before = 0; before < 6; before += 1) {
    const text = Buffer.from(`${"x".repeat(before)}a-secret-of-words and more`).toString("base64");
    expect(redact(text), String(before)).toContain("***");
    expect(Buffer.from(redact(text).replace("***", ""), "base64").toString()).not.toContain("secret");
  }
});

async function redactedBytes(secrets: readonly string[], chunks: readonly Buffer[]): Promise<Buffer> {
  const { add, redactBytes } = createRedactor();
  for (const secret of secrets) add(secret);
  async function* source(): AsyncGenerator<Buffer> {
    yield* chunks;
  }
  const found: Buffer[] = [];
  for await (const chunk of redactBytes(source())) found.push(chunk);
  return Buffer.concat(found);
}

test("bytes are redacted wherever the chunks are cut", async () => {
  const secrets = ["w\u00f6rd", "w\u00f6rd-and-more", "x"];
  const bytes = Buffer.from("a w\u00f6rd-and-more, w\u00f6rd-and-mor, w\u00f6r, x\u0000\n");
  for (let size = 1; size <= bytes.length; size += 1) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
    expect((await redactedBytes(secrets, chunks)).toString()).toBe("a ***, ***-and-mor, w\u00f6r, ***\u0000\n");
  }
});

test("bytes that are no secret stay as they are, whatever they are", async () => {
  const bytes = Buffer.from(Array.from({ length: 512 }, (_, index) => index % 256));
  expect(await redactedBytes(["secret"], [bytes.subarray(0, 100), bytes.subarray(100)])).toEqual(bytes);
  expect(await redactedBytes([], [bytes])).toEqual(bytes);
  expect(createRedactor().idle()).toBe(true);
});
