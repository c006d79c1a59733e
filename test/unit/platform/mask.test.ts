import { expect, test } from "vitest";
import { createRedactor, maskForms } from "../../../src/platform/mask.ts";

test("masks every spelling a tool prints", () => {
  expect(maskForms("p@ss w\u00f6rd?\n")).toEqual([
    "p%40ss%20w%C3%B6rd%3F%0A",
    "p%40ss%20w%C3%B6rd%3F",
    "cEBzcyB3w7ZyZD8K",
    "cEBzcyB3w7ZyZD8=",
    "cEBzcyB3w7ZyZD8",
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
