/**
 * Variables that hold secrets, as far as a name tells; upper and lower case are the same. GitHub masks what it knows in its log, but nothing in
 * files that are handed over.
 */
export function isSecretName(name: string): boolean {
  return /TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|_KEY$|API_?KEY$/i.test(name);
}

/** Texts that are hidden because of the names of the variables that hold them: line by line, without what would make reports unreadable. */
export function secretTexts(
  variables: Iterable<readonly [name: string, value: string | undefined]>,
): readonly string[] {
  const texts = [...variables].flatMap(([name, value = ""]) => (isSecretName(name) ? value.split(/\r?\n/) : []));
  return [...new Set(texts.map((line) => line.trim()).filter(tellsSomething))];
}

const shortest = 8;
const longEnough = 16;

/**
 * `1`, `true`, `postgres`, `/run/secrets/key` stand in reports without being anybody's secret. So at least 8 characters, of two kinds (small and
 * capital letters, digits, others) or 16 in all, and no path.
 */
function tellsSomething(text: string): boolean {
  if (text.length < shortest || isPath(text)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(text));
  return kinds.length > 1 || text.length >= longEnough;
}

/** Base64 may begin with a slash as well, but hardly goes on with small letters and another one. */
function isPath(text: string): boolean {
  return /^(?:~|\.\.?|[A-Za-z]:)[\\/]/.test(text) || /^\/(?:[a-z]+|Users)\//.test(text);
}
