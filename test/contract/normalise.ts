/** Keys whose values differ between runs, machines or engines. */
const varying = new Set([
  "durationMs",
  "startedAt",
  "engine",
  "cached",
  "sha256",
  "size",
  "command",
  "goVersion",
  "testReuse",
  // Names a commit.
  "comparison",
]);

const replacements: readonly (readonly [RegExp, string])[] = [
  [/\d+\.\d+s\b/g, "0.00s"],
  [/\b0x[0-9a-f]+\??/g, "0x0"],
  // Stacks differ between platforms and Go versions; that there is one is what counts.
  [/goroutine \d+[\s\S]*$/, "goroutine 0 …"],
  [/^PC=[\s\S]*$/m, "PC=0x0 …"],
  [/\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /g, ""],
  [/\b\d+ minutes?/g, "0 minutes"],
  // Longer where the machine is slower.
  [/\btime limit of [\dhms]+ /g, "time limit of 8s "],
  // A command names the Go of a run that was given one.
  [/^GOTOOLCHAIN=go1\.[\w.]+ /gm, ""],
  // `go tool cover` names files from the parent of the checkout.
  [/\.\.\/(contract-\w+|src|work)\//g, "../ROOT/"],
  [
    /(\/usr\/local\/go|\/[\w./@-]*golang\.org\/toolchain@[\w.-]+|\/opt\/hostedtoolcache\/go\/[\w./]+?)\/(src|pkg)\//g,
    "GOROOT/$2/",
  ],
  [/GOROOT\/pkg\/tool\/\w+/g, "GOROOT/pkg/tool"],
];

/** A report without what differs, for comparison as a whole; `root` is where the repository was. */
export function normalise(value: unknown, root: string): unknown {
  if (typeof value === "string") return normaliseText(value, root);
  if (Array.isArray(value)) return value.map((element) => normalise(element, root));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !varying.has(key));
  return Object.fromEntries(entries.map(([key, field]) => [key, normalise(field, root)]));
}

function normaliseText(text: string, root: string): string {
  let result = text.replaceAll(root, "ROOT");
  for (const [pattern, replacement] of replacements) result = result.replace(pattern, replacement);
  return result;
}
