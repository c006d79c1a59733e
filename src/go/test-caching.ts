/**
 * Which words of a `go test` command line make Go run tests again although nothing has changed. Its own rule, from `go help test`: results are reused when
 * every test flag is of a restricted set, and nothing goes to the test binary itself (cmd/go/internal/test/test.go, `tryCacheWithID`; Go 1.22 to 1.27).
 */
const reusable = new Set(
  "benchtime coverprofile cpu failfast fullpath list outputdir parallel run short skip timeout v".split(" "),
);

/** Decide what is built, not how often it runs. */
const building = new Set(
  (
    "a asan asmflags buildmode buildvcs compiler cover covermode coverpkg gccgoflags gcflags installsuffix json ldflags linkshared mod modcacherw " +
    "modfile msan overlay p pgo pkgdir race tags toolexec trimpath vet work x"
  ).split(" "),
);

/** Of both: take no word of their own. */
const switches = new Set(
  "a asan buildvcs cover failfast fullpath json linkshared modcacherw msan race short trimpath v work x".split(" "),
);

/** The first of some words after `go test` (or of GOFLAGS) because of which Go reuses no result; null when it may. A word that is not known is one. */
export function uncachedBy(words: readonly string[]): string | null {
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    const [, name = "", value] = /^--?(?:test\.)?([^=]+)(=.*)?$/s.exec(word) ?? [];
    if (name === "args") return words[index + 1] ?? null;
    if (!reusable.has(name) && !building.has(name)) return word;
    if (value === undefined && !switches.has(name)) index += 1;
  }
  return null;
}
