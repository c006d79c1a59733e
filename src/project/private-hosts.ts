import { pathMatcher } from "../text/glob.ts";
import { hostsOf, type KnownHost, namesOnly } from "../text/known-hosts.ts";
import { publishedHostKeys } from "./ssh-host-keys.ts";

/** What decides which hosts SSH is used for. */
export interface SshAccess {
  /** GOPRIVATE (https://go.dev/ref/mod#private-modules). */
  readonly goprivate: string;
  /** Lines of `git-ssh-known-hosts`. */
  readonly knownHosts: readonly string[];
  /** Hosts that have a login for https. */
  readonly withLogin: readonly string[];
}

/**
 * The hosts of private modules that are fetched over SSH: those that GOPRIVATE names, and of its patterns what known hosts they
 * match. The port is the one that the line of known hosts has.
 */
export function sshHosts({ goprivate, knownHosts, withLogin }: SshAccess): readonly KnownHost[] {
  const patterns = hostPatterns(goprivate);
  const matchers = patterns.map(pathMatcher);
  const known = [...knownHosts, ...publishedHostKeys].flatMap(hostsOf);
  const named = patterns.filter(isName).map((host) => ({ host, port: null }));
  const hosts = new Map<string, KnownHost>();
  for (const found of [...known.filter(({ host }) => matchers.some((matches) => matches(host))), ...named]) {
    if (!withLogin.includes(found.host) && !hosts.has(found.host)) hosts.set(found.host, found);
  }
  return [...hosts.values()];
}

/** Those of them that SSH will refuse, since nobody said what their key is. Where lines hide their hosts, nobody can tell. */
export function hostsWithoutKey(access: SshAccess): readonly string[] {
  if (!access.knownHosts.every(namesOnly)) return [];
  const known = [...access.knownHosts, ...publishedHostKeys].flatMap(hostsOf).map(({ host }) => host);
  return sshHosts(access)
    .map(({ host }) => host)
    .filter((host) => !known.includes(host));
}

/** The first elements of the patterns. */
function hostPatterns(goprivate: string): readonly string[] {
  const firsts = goprivate.split(",").map((pattern) => (pattern.trim().split("/")[0] ?? "").toLowerCase());
  return [...new Set(firsts)].filter((first) => first !== "");
}

/** A host name and not a pattern of them. */
function isName(pattern: string): boolean {
  return /^[a-z0-9.-]+$/.test(pattern);
}
