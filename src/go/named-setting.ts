/** Both decide together what code is for. */
export const platformSetting = "GOOS and GOARCH";

/**
 * Sentences in which the go command gives up because of a setting (`go help environment`), with that setting's name; as Go 1.26.8 and 1.27.4 print them.
 * What a setting does to the listing of a module is found by leaving it out (project/settings.ts), whatever Go says; these also come up later.
 */
const sentences: readonly (readonly [pattern: RegExp, setting: string | null])[] = [
  [/^(?:go: )?.*(?:parsing |\(from )\$(GOFLAGS)\b/m, null],
  [/^(?:go: )?(?:invalid|unknown|malformed) (GO[A-Z0-9]+)\b/m, null],
  [/^go: unknown environment setting (GO[A-Z0-9]+)=/m, null],
  [/^(?:go: )+(GO[A-Z0-9]+) entry is relative/m, null],
  [/^go: cannot find (GOROOT) directory/m, null],
  [/(?:missing|invalid) (GOSUMDB)\b/, null],
  [/^fatal error: removed (GODEBUG) .* in environment/m, null],
  [/^error starting (GOCACHEPROG) program/m, null],
  [/^(?:build cache is (?:disabled|required)|failed to initialize build cache)\b/m, "GOCACHE"],
  [/^go: creating work dir: /m, "GOTMPDIR (or TMPDIR)"],
  [/^go: unsupported GOOS\/GOARCH pair /m, platformSetting],
  [/^cgo: C compiler ".*" not found/m, "CC and CGO_ENABLED"],
  [/^go: -\w+ requires cgo; enable cgo by setting (CGO_ENABLED)=1/m, null],
  [/^(?:-mod|buildmode)=\S* not supported/m, "GOFLAGS"],
  [/^go: error obtaining buildID for go tool /m, "GOFLAGS"],
  [/\bmodule lookup (?:is )?disabled by (GOPROXY)=off/, null],
];

/** The setting that Go blames in what it printed; null when it blames none. */
export function namedSetting(text: string): string | null {
  for (const [pattern, setting] of sentences) {
    const found = pattern.exec(text);
    if (found !== null) return setting ?? found[1] ?? null;
  }
  return null;
}

/** One sentence for people, with Go's own words. */
export function settingProblem(setting: string, words: string): string {
  return `Go cannot work with ${setting} as the environment has it: ${words}`;
}

/** The same for a text that names a setting, with the line that does, which others may stand above; null when none does. */
export function settingFault(text: string): string | null {
  for (const line of text.split(/\r?\n/)) {
    const setting = namedSetting(line);
    if (setting !== null) return settingProblem(setting, line.replace(/^(?:go: )+/, "").trim());
  }
  return null;
}
