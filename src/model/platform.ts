/** A build target in Go's terms. `variant` is GOARM, GOAMD64 and so on as Docker spells it (`v7`, `v3`). */
export interface Platform {
  readonly os: string;
  readonly arch: string;
  readonly variant: string | null;
}

/** `os/arch[/variant]`, the spelling of inputs, reports and stage ids. */
export function platformKey(platform: Platform): string {
  const base = `${platform.os}/${platform.arch}`;
  return platform.variant === null ? base : `${base}/${platform.variant}`;
}

/** `os-arch[-variant]`, the spelling of file and artifact names. */
export function platformSlug(platform: Platform): string {
  return platformKey(platform).replaceAll("/", "-");
}

/** Splits `os/arch[/variant]`; whether Go knows the pair is checked by inputs/. */
export function parsePlatform(text: string): Platform | null {
  const match = /^([a-z0-9]+)\/([a-z0-9]+)(?:\/([a-z0-9.]+))?$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { os: match[1], arch: match[2], variant: match[3] ?? null };
}
