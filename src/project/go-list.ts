import { parseJson } from "../parse-json.ts";

export interface ListedPackage {
  readonly ImportPath: string;
  readonly Dir: string;
  readonly Name: string;
  /** The patterns that it matches, as they were given. */
  readonly Match: readonly string[];
  readonly files: number;
  readonly testFiles: readonly string[];
  /** Of those that build constraints leave out. */
  readonly excludedTestFiles: readonly string[];
  /** Of the `//go:embed` lines, those of tests included. */
  readonly embeds: readonly string[];
  /** Why Go could not load it, in Go's words; empty when it could. */
  readonly error: string;
}

/** `go list -json` prints objects one after the other, each opening and closing in the first column. */
export function parseGoList(text: string): readonly ListedPackage[] {
  const packages: ListedPackage[] = [];
  let start = -1;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? text.length : end).trimEnd();
    if (line === "{") start = at;
    if (line === "}" && start >= 0) packages.push(listedPackage(parseJson(text.slice(start, at + 1))));
    if (end < 0) break;
    at = end + 1;
  }
  return packages;
}

function listedPackage(value: unknown): ListedPackage {
  const get = (name: string): unknown =>
    typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  const text = (name: string): string => {
    const found = get(name);
    return typeof found === "string" ? found : "";
  };
  const length = (name: string): number => {
    const found = get(name);
    return Array.isArray(found) ? found.length : 0;
  };
  return {
    ImportPath: text("ImportPath"),
    Dir: text("Dir"),
    Name: text("Name"),
    Match: texts(get("Match")),
    files: length("GoFiles") + length("CgoFiles"),
    testFiles: ["TestGoFiles", "XTestGoFiles"].flatMap((name) => texts(get(name))),
    excludedTestFiles: texts(get("IgnoredGoFiles")).filter((name) => name.endsWith("_test.go")),
    embeds: ["EmbedPatterns", "TestEmbedPatterns", "XTestEmbedPatterns"].flatMap((name) => texts(get(name))),
    error: errorText(get("Error")),
  };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

function errorText(value: unknown): string {
  const text: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "Err") : undefined;
  return typeof text === "string" ? text : "";
}
