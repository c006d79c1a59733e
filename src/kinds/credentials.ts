import type { Secrets } from "../model/secrets.ts";

import { all, invalid, type Kind, quote, type Raw, type Result, valid } from "./kind.ts";
import { splitLines } from "./pairs.ts";
import { hasControls } from "./text.ts";

type Login = Secrets["gitCredentials"][number];
type DockerSecret = Secrets["dockerSecrets"][number];

/** What is kept of lines that name a secret, and the names whose secret is empty, as on a pull request from a fork. */
export interface Filled<T> {
  readonly filled: readonly T[];
  readonly empty: readonly string[];
}

/** The size above which Dagger refuses a secret. */
const largestSecret = 128_000;

/** Lines `https://user:token@host`, the format of git's credential store. Nothing of a line but its host is ever shown. */
export const gitCredentials: Kind<Filled<Login>> = {
  shape: "list",
  allows: "lines `https://user:token@host`",
  words: [],
  schema: { type: "string" },
  parse(raw) {
    const logins = all(splitLines(raw).map((line, index) => parseLogin(line.trim(), index + 1)));
    return logins.ok
      ? separate(
          logins.value,
          ({ host }) => host,
          ({ password }) => password,
        )
      : logins;
  },
};

function parseLogin(line: string, number: number): Result<Login> {
  const where = `line ${number}`;
  const url = URL.canParse(line) ? new URL(line) : null;
  if (url === null || url.username === "") {
    return invalid(`${where} is not https://user:token@host; in a token, / # ? @ : are written %2F %23 %3F %40 %3A`);
  }
  if (url.protocol !== "https:") return invalid(`${where} is not https; a token is not sent in the clear`);
  if (!/^\/?$/.test(url.pathname) || url.search !== "" || url.hash !== "") {
    return invalid(
      `${where} goes on after the host; logins are for whole hosts (in a token, / # ? are written %2F %23 %3F)`,
    );
  }
  const username = decode(url.username);
  const password = decode(url.password);
  if (username === null || password === null) return invalid(`${where} has a % that is not followed by two hex digits`);
  // White space would start another word of a .netrc file.
  if (/\s/.test(username + password) || hasControls(username + password)) {
    return invalid(`${where} has white space or control characters in the user or token`);
  }
  return valid({ host: url.host, username, password });
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // The only thing it throws is URIError.
    return null;
  }
}

/** Lines `id=value` for `RUN --mount=type=secret,id=…`. Values are never shown. */
export const dockerSecrets: Kind<Filled<DockerSecret>> = {
  shape: "pairs",
  allows: "lines `id=value`",
  words: [],
  schema: { type: "string" },
  parse(raw: Raw) {
    const secrets = all(splitLines(raw).map((line, index) => parseSecret(line, index + 1)));
    return secrets.ok
      ? separate(
          secrets.value,
          ({ id }) => id,
          ({ value }) => value,
        )
      : secrets;
  },
};

function parseSecret(line: string, number: number): Result<DockerSecret> {
  const at = line.indexOf("=");
  const id = line.slice(0, Math.max(at, 0)).trim();
  // What stands before a `=` may be the start of a secret that spans lines, so it is not shown.
  if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/.test(id)) {
    return invalid(`line ${number} is not id=value; put an entry that spans lines into double quotes`);
  }
  const value = line.slice(at + 1);
  if (Buffer.byteLength(value) > largestSecret) return invalid(`${quote(id)} is larger than ${largestSecret} bytes`);
  return value.includes("\0") ? invalid(`${quote(id)} contains a NUL character`) : valid({ id, value });
}

function separate<T>(items: readonly T[], name: (item: T) => string, secret: (item: T) => string): Result<Filled<T>> {
  const names = items.map(name);
  const twin = names.find((each, index) => names.indexOf(each) !== index);
  if (twin !== undefined) return invalid(`${quote(twin)} is given twice`);
  return valid({
    filled: items.filter((item) => secret(item) !== ""),
    empty: items.filter((item) => secret(item) === "").map(name),
  });
}
