/** Where a line of a known_hosts file says a host can be reached. */
export interface KnownHost {
  readonly host: string;
  /** null: SSH's own, 22. */
  readonly port: string | null;
}

/** `[@marker] hosts type key [comment]`: sshd(8), SSH_KNOWN_HOSTS FILE FORMAT. */
const knownHostsLine =
  /^(?:(@cert-authority|@revoked)[ \t]+)?(\S+)[ \t]+([a-z0-9@.-]+)[ \t]+([A-Za-z0-9+/]+={0,2})(?:[ \t].*)?$/;

/** Whether ssh reads a key from the line: the key itself says again of which type it is (RFC 4253, 6.6). */
export function isKnownHostsLine(line: string): boolean {
  const [, , , type = "", key = ""] = knownHostsLine.exec(line) ?? [];
  const bytes = Buffer.from(key, "base64");
  if (type === "" || bytes.length < 4) return false;
  const length = bytes.readUInt32BE(0);
  return length < bytes.length - 4 && bytes.toString("latin1", 4, 4 + length) === type;
}

/** The hosts that a line names in clear: no patterns, no hashes, no revoked keys. */
export function hostsOf(line: string): readonly KnownHost[] {
  const [, marker, names = ""] = knownHostsLine.exec(line) ?? [];
  if (marker === "@revoked") return [];
  return names.split(",").flatMap((name) => {
    const [, bracketed, port = null] = /^\[([^\]*?!]+)\]:(\d+)$/.exec(name) ?? [];
    if (bracketed !== undefined) return [{ host: bracketed.toLowerCase(), port }];
    return /^[^|*?![\]]+$/.test(name) ? [{ host: name.toLowerCase(), port: null }] : [];
  });
}

/** Whether the line says in clear whom it is about: no hash, no pattern, no authority for many hosts. */
export function namesOnly(line: string): boolean {
  const [, marker, names = ""] = knownHostsLine.exec(line) ?? [];
  return marker === undefined && !/[|*?!]/.test(names);
}
