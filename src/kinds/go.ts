import { didYouMean } from "../text/suggest.ts";
import { invalid, type Kind, quote, type Result, scalar, valid } from "./kind.ts";
import { list } from "./list.ts";
import { hasControls, texts } from "./text.ts";

/** The oldest Go that is supported, as the minor of 1.x. */
const oldestMinor = 22;

const goNames = ["stable", "oldstable"];

/** `1.26.8`, `1.27rc1`, `1.26` (any patch release), `stable` or `oldstable`. */
export const goVersion: Kind<string> = scalar({
  allows: "a Go version such as `1.26` or `1.26.8`, at least 1.22, or `stable` or `oldstable`",
  schema: { type: "string", pattern: `^(${goNames.join("|")}|1\\.\\d+(\\.\\d+|(rc|beta)\\d+)?)$` },
  parse(text): Result<string> {
    if (goNames.includes(text)) return valid(text);
    const match = /^(?:go|v)?(1\.(\d{1,3})(?:\.\d{1,3}|(?:rc|beta)\d{1,2})?)$/.exec(text);
    if (match?.[1] === undefined) {
      return invalid(
        `${quote(text)} is not a Go version such as 1.26 or 1.26.8, nor stable or oldstable${didYouMean(text, goNames)}`,
      );
    }
    if (match[1] !== text) return invalid(`${quote(text)} is not written as a Go version; write ${match[1]}`);
    return Number(match[2]) >= oldestMinor ? valid(text) : invalid(`${text} is too old; at least 1.${oldestMinor}`);
  },
});

/** Package patterns of the go command, relative (`./...`) or import paths. */
export const packages: Kind<readonly string[]> = list({
  allows: "package patterns such as `./...` or `./cmd/tool`",
  parse(text): Result<string> {
    if (text.startsWith("-")) return invalid(`${quote(text)} is a flag; package patterns look like ./cmd/...`);
    if (text.endsWith(".go")) return invalid(`${quote(text)} is a file; name the directory of its package`);
    if (text.includes("@")) return invalid(`${quote(text)} names a version; packages of this repository have none`);
    if (/^([/~]|[A-Za-z]:)/.test(text))
      return invalid(`${quote(text)} is absolute; write it relative, such as ./cmd/...`);
    if (text.includes("\\")) return invalid(`${quote(text)} contains a backslash; write / between directories`);
    if (hasControls(text)) return invalid(`${quote(text)} contains a control character`);
    // As the go command says which of its arguments a package matches: `./cmd/` is `./cmd` (cmd/go/internal/search, CleanPatterns).
    return valid(text.replace(/\/+$/, ""));
  },
});

/** Build tags (https://pkg.go.dev/cmd/go#hdr-Build_constraints). */
export const buildTags: Kind<readonly string[]> = texts({
  allows: "build tags such as `integration,netgo`",
  pattern: /^[\p{L}\p{N}_.]{1,100}$/u,
  otherwise: "is not a build tag; use letters, digits, _ and ., with commas between tags",
});

/** Patterns of module paths, as GOPRIVATE takes them. */
export const modulePatterns: Kind<readonly string[]> = texts({
  allows: "patterns of module paths such as `github.com/owner/*`",
  pattern: /^[A-Za-z0-9*?[\]^_.~/-]{1,200}$/,
  otherwise: "is not a pattern of module paths such as github.com/owner/*",
});

/** GOPROXY: addresses, `direct` and `off`, with `,` or `|` between them (https://go.dev/ref/mod#environment-variables). */
export const goproxy: Kind<string> = scalar({
  allows: "what GOPROXY takes, such as `https://proxy.example.com,direct`",
  parse(text): Result<string> {
    for (const entry of text.split(/[,|]/).map((part) => part.trim())) {
      if (entry === "direct" || entry === "off") continue;
      // A broken address may hold a password, so the text is not shown.
      const url = URL.canParse(entry) ? new URL(entry) : null;
      if (url === null || !/^(https?|file):$/.test(url.protocol) || hasControls(entry)) {
        return invalid("is not a list of https:// addresses, direct and off, with , or | between them");
      }
      if (url.username !== "" || url.password !== "") {
        return invalid(`holds a password for ${url.host}; put https://user:token@${url.host} into git-credentials`);
      }
    }
    return valid(text);
  },
});
