import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { knownHosts, privateKey } from "../../../src/kinds/ssh.ts";
import { read } from "./read.ts";

/** As ssh-keygen of OpenSSH 9.2 lays a key out, with nothing secret in it. */
function openSshKey(cipher: string, cut = 0): string {
  const field = (text: string): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text.length);
    return Buffer.concat([length, Buffer.from(text, "latin1")]);
  };
  const one = Buffer.from([0, 0, 0, 1]);
  const parts = [cipher, cipher === "none" ? "none" : "bcrypt", ""].map(field);
  const bytes = Buffer.concat([
    Buffer.from("openssh-key-v1\0"),
    ...parts,
    one,
    field("p".repeat(51)),
    field("s".repeat(136)),
  ]);
  const lines =
    bytes
      .subarray(0, bytes.length - cut)
      .toString("base64")
      .match(/.{1,70}/g) ?? [];
  return pem("OPENSSH PRIVATE KEY", lines.join("\n"));
}

function pem(label: string, body: string): string {
  return `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
}

const plain = openSshKey("none");
const ec = generateKeyPairSync("ec", {
  namedCurve: "prime256v1",
  privateKeyEncoding: { type: "sec1", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});
const pkcs8 = { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "x" } as const;
const encrypted = generateKeyPairSync("ec", {
  namedCurve: "prime256v1",
  privateKeyEncoding: pkcs8,
  publicKeyEncoding: { type: "spki", format: "pem" },
});

describe("a private key", () => {
  it.each([
    ["as ssh-keygen writes it", plain, plain],
    ["without its last line end", plain.trimEnd(), plain],
    ["with CRLF line ends", plain.replaceAll("\n", "\r\n"), plain],
    ["between empty lines", `\n\n  ${plain}\n\n`, plain],
    ["in PEM format", ec.privateKey, ec.privateKey],
  ])("is taken %s", (_, text, expected) => {
    expect(read(privateKey, text)).toBe(expected);
  });

  const passphrase =
    "is encrypted with a passphrase, which nobody can type here; give a key without one (ssh-keygen -p -f FILE)";
  const noKey = "is not a private key; give the whole text of a file such as id_ed25519";
  const isPublic = "is a public key; give the private one, whose file has the same name without .pub";

  it.each([
    ["with a passphrase", openSshKey("aes256-ctr"), passphrase],
    ["with a passphrase, PKCS#8", encrypted.privateKey, passphrase],
    [
      "with a passphrase, PEM",
      pem("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA"),
      passphrase,
    ],
    ["that is public", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl me", isPublic],
    ["that is public, PEM", ec.publicKey, isPublic],
    [
      "of PuTTY",
      "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n",
      "is a key of PuTTY; convert it (puttygen KEY.ppk -O private-openssh -o id_key)",
    ],
    ["that is none", "hunter2", noKey],
    ["that is a certificate", pem("CERTIFICATE", "AAAA"), noKey],
    ["that is a path", "~/.ssh/id_ed25519", noKey],
    ["without an end", plain.split("\n").slice(0, 3).join("\n"), "is cut off: its last line, END …, is missing"],
    ["with lines missing", openSshKey("none", 60), "is a private key that is damaged or cut off"],
    ["with lines missing, PEM", pem("EC PRIVATE KEY", "MHcCAQEEIA=="), "is a private key that is damaged or cut off"],
    ["on one line", plain.replaceAll("\n", " "), "has lost its line ends; give it with them"],
    ["with line ends written out", plain.replaceAll("\n", "\\n"), "has lost its line ends; give it with them"],
    ["twice", plain + plain, "is more than one key; give one"],
    ["of two halves", plain.replace("END OPENSSH", "END RSA"), "begins and ends as two different keys; give one"],
    ["of endless length", "x".repeat(70_000), "is longer than 64000 characters; no private key is"],
  ])("%s is refused without being shown", (_, text, problem) => {
    expect(read(privateKey, text)).toEqual([problem]);
  });
});

describe("known hosts", () => {
  const key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

  it("are lines of a file", () => {
    const lines = [
      `git.example.com ${key}`,
      `[git.example.com]:2222,10.0.0.1 ${key} a comment`,
      `|1|F1E1KeoE/eEWhi10WpGv4OdiO6Y=|3988QV0VE8wmZL7suNrYQLITLCg= ${key}`,
      `@cert-authority *.example.com ${key}`,
    ];
    expect(read(knownHosts, `# ours\n${lines.join("\n")}\n\n`)).toEqual(lines);
    expect(read(knownHosts, lines.join("\r\n"))).toEqual(lines);
  });

  it.each([key, "git.example.com", `git.example.com ${key.slice(12)}`, `git.example.com ssh-rsa ${key.slice(12)}`])(
    "%s is none",
    (line) => {
      expect(read(knownHosts, line)).toEqual([
        "line 1 is not a line of a known_hosts file, such as git.example.com ssh-ed25519 AAAA… (ssh-keyscan prints them; compare them with what the host publishes)",
      ]);
    },
  );
});
