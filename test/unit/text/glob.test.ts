import { describe, expect, it } from "vitest";
import { globMatcher, pathMatcher } from "../../../src/text/glob.ts";
import { effort } from "../../support/effort.ts";

// From the table in Go's path/match_test.go, without the patterns that it calls malformed.
describe("pathMatcher", () => {
  it.each([
    ["abc", "abc", true],
    ["*", "abc", true],
    ["*c", "abc", true],
    ["a*", "a", true],
    ["a*", "abc", true],
    ["a*", "ab/c", false],
    ["a*/b", "abc/b", true],
    ["a*/b", "a/c/b", false],
    ["a*b*c*d*e*/f", "axbxcxdxe/f", true],
    ["a*b*c*d*e*/f", "axbxcxdxexxx/f", true],
    ["a*b*c*d*e*/f", "axbxcxdxe/xxx/f", false],
    ["a*b*c*d*e*/f", "axbxcxdxexxx/fff", false],
    ["a*b?c*x", "abxbbxdbxebxczzx", true],
    ["a*b?c*x", "abxbbxdbxebxczzy", false],
    ["ab[c]", "abc", true],
    ["ab[b-d]", "abc", true],
    ["ab[e-g]", "abc", false],
    ["ab[^c]", "abc", false],
    ["ab[^b-d]", "abc", false],
    ["ab[^e-g]", "abc", true],
    ["a\\*b", "a*b", true],
    ["a\\*b", "ab", false],
    ["a?b", "a☺b", true],
    ["a[^a]b", "a☺b", true],
    ["a???b", "a☺b", false],
    ["[a-ζ]*", "α", true],
    ["*[a-ζ]", "A", false],
    ["a?b", "a/b", false],
    ["a*b", "a/b", false],
    ["*x", "xxx", true],
    ["a[", "a[", true],
    ["[]a]", "]", true],
    ["[\\]a]", "]", true],
    ["[a\\]b]x", "bx", true],
    ["[^\\]a]", "x", true],
    ["[!a]", "b", false],
    ["[!a]", "!", true],
    ["[[:alpha:]]", "b", false],
    ["[[:alpha:]]", ":]", true],
    ["(a)+", "(a)+", true],
    ["**", "a/b", false],
  ])("%s and %s: %s", (pattern, path, expected) => {
    expect(pathMatcher(pattern)(path)).toBe(expected);
  });
});

describe("globMatcher", () => {
  it.each([
    ["**", "a/b/c", true],
    ["**/c", "c", true],
    ["**/c", "a/b/c", true],
    ["a/**", "a", false],
    ["a/**", "a/b/c", true],
    ["a/**/d", "a/d", true],
    ["a/**/d", "a/b/c/d", true],
    ["a/**/d", "a/b/c", false],
    ["**/b/**/d", "a/b/c/b/d/e/d", true],
    ["**/b/**/d", "a/b/c/e", false],
    ["{a,b}/*.go", "b/x.go", true],
    ["{a,b}/*.go", "c/x.go", false],
    ["{a,{b,c}d}", "cd", true],
    ["{a,}b", "b", true],
    ["a{b}", "a{b}", true],
    ["{a,b", "{a,b", true],
    ["\\{a,b\\}/*.go", "{a,b}/x.go", true],
    ["!a", "!a", true],
    ["#a", "#a", true],
    ["@(a)/*", "@(a)/x.go", true],
    ["*/x.go", ".b/x.go", true],
    ["a/?", "a/😀", true],
  ])("%s and %s: %s", (pattern, path, expected) => {
    expect(globMatcher(pattern)(path)).toBe(expected);
  });
});

describe("a pattern that is made to take long", () => {
  it.each([
    ["brackets", "(".repeat(50_000)],
    ["classes", "[".repeat(2_000)],
    ["braces", "{".repeat(50_000)],
    ["stars", `${"*a".repeat(500)}b`],
    ["trees", `${"**/a/".repeat(500)}b`],
  ])("%s", (_, pattern) => {
    const path = `${"a/".repeat(500)}${"a".repeat(500)}`;
    const matched = effort(() => {
      expect(globMatcher(pattern)(path)).toBe(false);
      expect(pathMatcher(pattern)("a".repeat(1_000))).toBe(false);
    });
    expect(matched).toBeLessThan(100);
  });
});
