import type { Secrets } from "../model/secrets.ts";
import { hostsWithoutKey, type SshAccess } from "../project/private-hosts.ts";
import { fork, type Notes } from "./fork.ts";
import type { Given } from "./given.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** The key for private modules, and what would keep it from opening anything. */
export function checkSsh(given: Given, env: Env): Notes & { readonly login: Secrets["gitSsh"] } {
  const key = given.get("git-ssh-key");
  const knownHosts = given.get("git-ssh-known-hosts") ?? [];
  const nothing = { login: null, problems: [], warnings: [] };
  if (!given.valid("git-ssh-key", "git-ssh-known-hosts", "goprivate", "git-credentials")) return nothing;
  if (key === null) return given.has("git-ssh-known-hosts") ? withoutKey(given) : nothing;
  const withLogin = (given.get("git-credentials")?.filled ?? []).map(({ host }) => host);
  const goprivate = given.get("goprivate").join(",") || (env["GOPRIVATE"] ?? "");
  const warnings = useless(given, { goprivate, knownHosts, withLogin });
  return { login: { key, knownHosts }, problems: [], warnings };
}

function withoutKey(given: Given): Notes & { readonly login: null } {
  const text = `${given.label("git-ssh-known-hosts")}: needs git-ssh-key`;
  if (given.raw("git-ssh-known-hosts")?.source !== "with") return { login: null, problems: [text], warnings: [] };
  return { login: null, problems: [], warnings: [`${text}; there is no key (${fork})`] };
}

function useless(given: Given, access: SshAccess): readonly string[] {
  const label = given.label("git-ssh-key");
  if (access.goprivate === "") {
    return [`${label}: is used for hosts that goprivate names, and it names none; modules are fetched by https`];
  }
  return hostsWithoutKey(access).map(
    (host) => `${label}: SSH refuses ${host}, which goprivate names, as long as git-ssh-known-hosts has no key of it`,
  );
}
