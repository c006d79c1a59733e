import { describe, expect, it } from "vitest";
import { createRedactor } from "../../src/platform/mask.ts";
import { isSecretName, secretTexts } from "../../src/text/secret-names.ts";

describe("isSecretName", () => {
  it.each([
    "GITHUB_TOKEN",
    "npm_token",
    "TOKEN",
    "MY_SECRET_ID",
    "DB_PASSWORD",
    "PGPASSWORD",
    "SIGNING_KEY",
    "signing_key",
    "ApiKey",
  ])("%s holds a secret", (name) => expect(isSecretName(name)).toBe(true));

  it.each(["PATH", "HOME", "MODE", "KEYBOARD", "MONKEY", "KEY_FILE", "GOFLAGS"])("%s holds none", (name) =>
    expect(isSecretName(name)).toBe(false),
  );
});

describe("secretTexts", () => {
  it.each([
    ["hunter2-hunter2", true],
    ["Passw0rd", true],
    ["correct horse battery staple", true],
    ["abcdefghijklmnop", true],
    ["ghp_0123456789abcdefghijABCDEFGHIJ012345", true],
    ["/x9+Kd8sQ2lMv0pZ1aWbT4uYcR7nEeHgJfOiSkXz", true],
    ["", false],
    ["1", false],
    ["true", false],
    ["test", false],
    ["hunter2", false],
    ["postgres", false],
    ["production", false],
    ["1234567890", false],
    ["/home/runner/.ssh/id_ed25519", false],
    ["./testdata/key.pem", false],
    ["~/.netrc", false],
    ["C:\\keys\\id_rsa", false],
  ])("%j is hidden: %s", (value, hidden) => {
    expect(secretTexts([["A_TOKEN", value]])).toEqual(hidden ? [value] : []);
    expect(secretTexts([["A_MODE", value]])).toEqual([]);
  });

  it("takes values of several lines apart, once each", () => {
    const key = "-----BEGIN KEY-----\r\nMIIEvQIBADANBgkq\nAQ==\n-----END KEY-----\n";
    expect(
      secretTexts([
        ["SIGN_KEY", key],
        ["sign_key", key],
        ["NO_SECRET", undefined],
      ]),
    ).toEqual(["-----BEGIN KEY-----", "MIIEvQIBADANBgkq", "-----END KEY-----"]);
  });

  it("is enough for a redactor to find encodings of the whole", () => {
    const value = "first-line-0001\nsecond-line-0002";
    const redactor = createRedactor();
    for (const text of secretTexts([["A_SECRET", value]])) redactor.add(text);
    const spellings = [value, JSON.stringify(value), encodeURIComponent(value), Buffer.from(value).toString("base64")];
    for (const text of spellings) expect(redactor.redact(text)).not.toMatch(/line-000|bGluZS|ZmlydC|c2Vjb25k/);
  });
});
