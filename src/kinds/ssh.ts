import { createPrivateKey } from "node:crypto";
import { isKnownHostsLine } from "../text/known-hosts.ts";
import { all, invalid, type Kind, type Result, scalar, valid } from "./kind.ts";
import { splitLines } from "./pairs.ts";

/** Longer than any key that ssh-keygen makes (RSA with 16,384 bits: 13 KB). */
const longestKey = 64_000;

/** The text of a private key. Nothing of it is ever shown. */
export const privateKey: Kind<string> = scalar({
  allows: "the text of a private key without a passphrase, in OpenSSH or PEM format",
  verbatim: true,
  parse(text): Result<string> {
    const key = `${text.replace(/\r\n?/g, "\n").trim()}\n`;
    const problem = problemOfKey(key);
    return problem === null ? valid(key) : invalid(problem);
  },
});

/** A PEM block (RFC 1421): `label`, what stands between its first and its last line. */
const block = /^-----BEGIN ([A-Z0-9 ]+)-----\n([\s\S]*?)\n-----END ([A-Z0-9 ]+)-----\n$/;

function problemOfKey(key: string): string | null {
  if (key.length > longestKey) return `is longer than ${longestKey} characters; no private key is`;
  const other = otherThing(key);
  if (other !== null) return other;
  const [, label = "", body = "", end] = block.exec(key) ?? [];
  if (label === "") return incomplete(key);
  if (/^-----BEGIN /m.test(body)) return "is more than one key; give one";
  if (label !== end) return "begins and ends as two different keys; give one";
  if (label === "ENCRYPTED PRIVATE KEY" || /^Proc-Type: 4,ENCRYPTED$/m.test(body)) return withPassphrase;
  if (label === "OPENSSH PRIVATE KEY") return problemOfOpenSsh(Buffer.from(body, "base64"));
  if (!/^((RSA|DSA|EC) )?PRIVATE KEY$/.test(label)) return noKey;
  return opens(key) ? null : damaged;
}

/** PKCS#1, PKCS#8 and SEC1, as OpenSSL reads them. */
function opens(key: string): boolean {
  try {
    return createPrivateKey(key).type === "private";
  } catch {
    // What OpenSSL says of it could quote it.
    return false;
  }
}

const damaged = "is a private key that is damaged or cut off";
const noKey = "is not a private key; give the whole text of a file such as id_ed25519";
const withPassphrase =
  "is encrypted with a passphrase, which nobody can type here; give a key without one (ssh-keygen -p -f FILE)";

/** What people give by mistake. */
function otherThing(key: string): string | null {
  if (/^(ssh-|ecdsa-sha2-|sk-)\S+ AAAA|^-----BEGIN [A-Z0-9 ]*PUBLIC KEY-----|^---- BEGIN SSH2 PUBLIC KEY/.test(key)) {
    return "is a public key; give the private one, whose file has the same name without .pub";
  }
  if (key.startsWith("PuTTY-User-Key-File-")) {
    return "is a key of PuTTY; convert it (puttygen KEY.ppk -O private-openssh -o id_key)";
  }
  return null;
}

function incomplete(key: string): string {
  if (!/^-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(key)) return noKey;
  if (/^-----BEGIN [A-Z ]+-----(\\n| +[A-Za-z0-9+/=])/.test(key)) return "has lost its line ends; give it with them";
  return "is cut off: its last line, END …, is missing";
}

/**
 * Magic text, cipher, its derivation and options, the number of keys, a public key, the private part: each but magic and number
 * with its length before it (https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key).
 */
function problemOfOpenSsh(bytes: Buffer): string | null {
  const magic = "openssh-key-v1\0";
  if (bytes.toString("latin1", 0, magic.length) !== magic) return noKey;
  const cipher = fieldAt(bytes, magic.length);
  const options = fieldAt(bytes, fieldAt(bytes, cipher?.end)?.end);
  const secret = fieldAt(bytes, fieldAt(bytes, options === null ? undefined : options.end + 4)?.end);
  if (cipher === null || secret === null) return damaged;
  return cipher.text === "none" ? null : withPassphrase;
}

/** null: it goes on behind the end. */
function fieldAt(bytes: Buffer, start: number | undefined): { readonly text: string; readonly end: number } | null {
  if (start === undefined || start + 4 > bytes.length) return null;
  const end = start + 4 + bytes.readUInt32BE(start);
  return end > bytes.length ? null : { text: bytes.toString("latin1", start + 4, end), end };
}

/** Lines of a known_hosts file (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT). */
export const knownHosts: Kind<readonly string[]> = {
  shape: "pairs",
  allows: "lines of a known_hosts file, such as `git.example.com ssh-ed25519 AAAA…`",
  words: [],
  schema: { type: "string" },
  parse: (raw) => all(splitLines(raw).map((line, index) => parseKnownHost(line.trim(), index + 1))),
};

function parseKnownHost(line: string, number: number): Result<string> {
  if (isKnownHostsLine(line)) return valid(line);
  return invalid(
    `line ${number} is not a line of a known_hosts file, such as git.example.com ssh-ed25519 AAAA… (ssh-keyscan prints them; compare them with what the host publishes)`,
  );
}
