/** Stands for "the token is the user name", as GitHub documents it for OAuth tokens; no password of anybody. */
const placeholder = "x-oauth-basic";

/**
 * What is secret in an address such as `https://user:password@host`, as it was written and decoded: the password, or a user name that has none,
 * which is how tokens are written. A user name beside a password is no secret: masking a `u` or a `git` would only make reports unreadable.
 * null when there is no login.
 */
export function secretsOfLogin(address: string): readonly string[] | null {
  const userinfo = userinfoOf(address);
  if (userinfo === null) return null;
  const colon = userinfo.indexOf(":");
  const user = colon < 0 ? userinfo : userinfo.slice(0, colon);
  const password = colon < 0 ? "" : userinfo.slice(colon + 1);
  const secret = password === "" || password === placeholder ? user : password;
  return [...new Set([secret, decoded(secret)])].filter((text) => text !== "");
}

/** Up to the last `@` of the host's part, as URLs are read (https://url.spec.whatwg.org/#authority-state), else of the whole text: a token may hold a `/` that should have been encoded. */
function userinfoOf(address: string): string | null {
  const rest = /^\s*[a-z][a-z0-9+.-]*:\/\/(.*)$/is.exec(address)?.[1];
  if (rest === undefined) return null;
  const authority = rest.slice(0, /[/?#]|$/.exec(rest)?.index);
  const text = authority.includes("@") ? authority : rest;
  const at = text.lastIndexOf("@");
  return at < 0 ? null : text.slice(0, at);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not percent-encoded: the text itself is masked already.
    return text;
  }
}
