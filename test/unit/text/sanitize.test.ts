import { describe, expect, it } from "vitest";
import { maxLineLength, sanitizeLine, sanitizeText } from "../../../src/text/sanitize.ts";
import { linesOf } from "../report/lines-of.ts";
import { isCommand, runnerLines } from "../report/runner-oracle.ts";

const ESC = "\u001b";

describe("control sequences", () => {
  it.each([
    ["colour", `${ESC}[1;31mFAIL${ESC}[0m`, "FAIL"],
    ["cursor and erase", `${ESC}[2K${ESC}[1Gdone`, "done"],
    ["private mode", `${ESC}[?25lspin${ESC}[?25h`, "spin"],
    ["8-bit CSI", "\u009b31mred", "red"],
    ["OSC title, BEL", `${ESC}]0;evil\u0007text`, "text"],
    ["OSC 8 hyperlink, ST", `${ESC}]8;;http://evil${ESC}\\link${ESC}]8;;${ESC}\\`, "link"],
    ["8-bit OSC and ST", "\u009d0;x\u009ctext", "text"],
    ["DCS", `${ESC}Pq#0;2${ESC}\\text`, "text"],
    ["SOS, PM, APC", `${ESC}Xa${ESC}\\${ESC}^b${ESC}\\${ESC}_c${ESC}\\text`, "text"],
    ["charset", `${ESC}(Btext`, "text"],
    ["two bytes", `${ESC}7text${ESC}8`, "text"],
    ["escape inside a string starts anew", `${ESC}]0;x${ESC}[31mred`, "red"],
    ["cancelled string", `${ESC}]0;x\u0018text`, "text"],
    ["a string that is never closed ends with its line", `${ESC}]0;hidden\nFAIL: TestX`, "\nFAIL: TestX"],
    ["a CSI that is never closed", `${ESC}[31\nnext`, "\nnext"],
    ["escape before a letter that is not ASCII", `${ESC}é`, "é"],
    ["escape at the end", `text${ESC}`, "text"],
  ])("%s", (_, input, expected) => {
    expect(sanitizeText(input)).toBe(expected);
  });
});

describe("characters", () => {
  it.each([
    ["NUL, BEL, backspace, DEL", "a\u0000b\u0007c\bd\u007fe", "abcde"],
    ["C1", "a\u0081b\u0099c", "abc"],
    ["tab stays", "a\tb", "a\tb"],
    ["vertical tab, form feed, NEL", "a\u000bb\u000cc\u0085d", "a b c d"],
    ["separators", "a\u2028b\u2029c", "a b c"],
    ["bidirectional overrides and isolates", "\u202eabc\u202c \u2066x\u2069", "abc x"],
    ["marks of direction and joiners stay", "\u200fא\u200d", "\u200fא\u200d"],
    ["BOM", "\ufeffpackage", "package"],
    ["half surrogate pairs", "a\ud800b\udc00c", "a\ufffdb\ufffdc"],
    ["emoji stay", "👩‍💻 ✓ é 世界", "👩‍💻 ✓ é 世界"],
  ])("%s", (_, input, expected) => {
    expect(sanitizeText(input)).toBe(expected);
  });
});

describe("line ends", () => {
  it.each([
    ["CR LF", "a\r\nb\r\n", "a\nb\n"],
    ["blank lines", "a\n\n\nb", "a\n\n\nb"],
    ["blank lines with CR LF", "a\r\n\r\nb", "a\n\nb"],
    ["CR CR LF", "a\r\r\nb", "a\nb"],
    ["progress by CR: every state is a line", "10%\r50%\r100%\n", "10%\n50%\n100%\n"],
    ["a CR that leads", "\r10%\r20%", "10%\n20%"],
    ["CR only", "a\rb\rc", "a\nb\nc"],
    ["no end", "a", "a"],
  ])("%s", (_, input, expected) => {
    expect(sanitizeText(input)).toBe(expected);
  });
});

describe("workflow commands", () => {
  it.each([
    ["::error file=a.go,line=1::forged", "\\::error file=a.go,line=1::forged"],
    ["::set-output name=coverage::100", "\\::set-output name=coverage::100"],
    ["::add-mask::e", "\\::add-mask::e"],
    ["::add-matcher::evil.json", "\\::add-matcher::evil.json"],
    ["::stop-commands::x", "\\::stop-commands::x"],
    ["::group::x", "\\::group::x"],
    ["::endgroup::", "\\::endgroup::"],
    ["::save-state name=a::b", "\\::save-state name=a::b"],
    ["::debug::x", "\\::debug::x"],
    ["::echo::on", "\\::echo::on"],
    ["::ERROR::x", "\\::ERROR::x"],
    ["   ::error::x", "   \\::error::x"],
    ["\t::error::x", "\t\\::error::x"],
    ["\u00a0\u3000\u2003::error::x", "\u00a0\u3000\u2003\\::error::x"],
    ["\u1680\u205f\u202f::error::x", "\u1680\u205f\u202f\\::error::x"],
    ["\u2028::error::x", " \\::error::x"],
    ["\u0085::error::x", " \\::error::x"],
    ["\u000b::error::x", " \\::error::x"],
    ["\ufeff::error::x", "\\::error::x"],
    ["\u200b::error::x", "\u200b\\::error::x"],
    [":\u00ad:error::x", "\\:\u00ad:error::x"],
    ["\u202e::error::x", "\\::error::x"],
    [":\u0000:error::x", "\\::error::x"],
    [`${ESC}[0m::error::x`, "\\::error::x"],
    [`:${ESC}[0m:error::x`, "\\::error::x"],
    [`${ESC}]0;x\u0007::error::x`, "\\::error::x"],
    [`${ESC}]0;x\n::error::x`, "\n\\::error::x"],
    ["\r::error::x", "\\::error::x"],
    ["ok\r::error::x", "ok\n\\::error::x"],
    ["ok\r\n::error::x", "ok\n\\::error::x"],
    ["ok\n ::error::x", "ok\n \\::error::x"],
    ["##[error]x", "##\\[error]x"],
    ["ok ##[group]x", "ok ##\\[group]x"],
    ["###[add-mask]e", "###\\[add-mask]e"],
    ["##[a]##[b]", "##\\[a]##\\[b]"],
    ["#\u0000#[error]x", "##\\[error]x"],
    ["#\u200b#\u2060[error]x", "#\u200b#\u2060\\[error]x"],
    [`#${ESC}[0m#[error]x`, "##\\[error]x"],
    ["##\u009b0m[error]x", "##\\[error]x"],
    [":::error::x", "\\:::error::x"],
  ])("%j becomes inert", (input, expected) => {
    expect(sanitizeText(input)).toBe(expected);
    expect(runnerLines(expected).filter(isCommand)).toEqual([]);
  });

  it.each(["a::b::c", "std::vector", "x: :y", "## [title]", "# heading", ":error:", "\\::error::x", "##\\[group]"])(
    "leaves %j alone",
    (text) => {
      expect(sanitizeText(text)).toBe(text);
    },
  );
});

describe("the oracle", () => {
  it.each([
    "::error::x",
    " \u3000::error::x",
    "\ufeff::error::x",
    ":\u00ad:error::x",
    "a ##[error]x",
    "#\u200b#[error]x",
  ])("takes %j for a command", (line) => {
    expect(isCommand(line)).toBe(true);
  });

  it.each(["x ::error::x", "\\::error::x", "##\\[error]x", "::", "##["])("does not take %j for one", (line) => {
    expect(isCommand(line)).toBe(false);
  });
});

describe("one line", () => {
  it.each([
    ["a\nb", "a b"],
    ["a\n", "a"],
    ["\n::error::x", " \\::error::x"],
    ["##\n[x]", "## [x]"],
    ["", ""],
  ])("%j", (input, expected) => {
    expect(sanitizeLine(input)).toBe(expected);
  });
});

describe("long lines", () => {
  it("cuts at the limit and tells how much", () => {
    expect(sanitizeText("abcdefgh\nxy", 5)).toBe("abcde… (3 more characters)\nxy");
    expect(sanitizeText("abcde", 5)).toBe("abcde");
  });

  it("counts only what would be shown", () => {
    expect(sanitizeText(`${ESC}[31mabcde${ESC}[0m\u0000`, 5)).toBe("abcde");
  });

  it("never cuts a character in two", () => {
    expect(sanitizeText("abc😀def", 4)).toBe("abc… (5 more characters)");
  });

  it("reads 64 MB without a line end in bounded memory", async () => {
    const chunk = Buffer.alloc(1 << 20, "x");
    const before = process.memoryUsage().heapUsed;
    const lines = await linesOf(Array.from({ length: 64 }, () => chunk));
    expect(lines).toEqual([`${"x".repeat(maxLineLength)}… (${(64 << 20) - maxLineLength} more characters)`]);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(48 << 20);
  });
});

describe("streams", () => {
  it("decodes UTF-8 split anywhere and marks what is not UTF-8", async () => {
    const bytes = Buffer.concat([
      Buffer.from("é世😀\n"),
      Buffer.from([0x61, 0xff, 0xc3, 0x28, 0x0a]),
      Buffer.from("end"),
    ]);
    const single = [...bytes].map((byte) => Uint8Array.of(byte));
    expect(await linesOf(single)).toEqual(["é世😀", "a\ufffd\ufffd(", "end"]);
    expect(await linesOf([bytes])).toEqual(["é世😀", "a\ufffd\ufffd(", "end"]);
  });

  it("marks a character that the end of the stream cuts off", async () => {
    expect(await linesOf([Uint8Array.of(0x61, 0xe4, 0xb8)])).toEqual(["a\ufffd"]);
  });

  it("is empty for an empty stream", async () => {
    expect(await linesOf([])).toEqual([]);
    expect(await linesOf(["\n"])).toEqual([""]);
  });
});
