#!/usr/bin/env bash
# ncc makes three different things of `new URL(..., import.meta.url)`, by what stands around it.
#
# Guess:    in a bundle for ESM a file named by `new URL("./go.sh", import.meta.url)` is copied once, and the expression
#           still is a URL of it.
# Seen:     as a constant, as an argument or with `.href` behind it, it becomes the text of a path: fileURLToPath
#           refuses it (ERR_INVALID_URL), and the href is none. With `.pathname.endsWith(...)` behind it, it stays a
#           URL, of a second copy whose name is a hash. And the directory, `new URL(".", import.meta.url)`, is with
#           `.pathname` behind it a module that ncc writes beside the bundle.
# Versions: @vercel/ncc 0.45.0, Node 20.20.2, on 2026-11-29.
# Why:      an action that starts a script beside its code works from the sources and not from dist/, and what
#           breaks depends on whether the URL was first put into a constant.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

printf '{ "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund @vercel/ncc@0.45.0

mkdir src
printf 'go test ./...\n' > src/go.sh
cat > src/index.js <<'EOF'
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const attempt = (read) => {
  try {
    return read();
  } catch (error) {
    return error.code;
  }
};

const script = new URL("./go.sh", import.meta.url);
const path = attempt(() => fileURLToPath(new URL("./go.sh", import.meta.url)));
const href = new URL("./go.sh", import.meta.url).href;
const sameName = new URL("./go.sh", import.meta.url).pathname.endsWith("/go.sh");
const directory = new URL(".", import.meta.url).pathname;
const answers = {
  constant: script instanceof URL ? "URL" : typeof script,
  fileURLToPath: path.startsWith("/") ? "a path" : path,
  href: href.startsWith("file:") ? "file:" : "no scheme",
  name: sameName ? "go.sh" : "another name",
  directory: statSync(directory).isDirectory() ? "a directory" : "a file",
};
console.log(answers[process.argv[2]]);
EOF
node_modules/.bin/ncc build src/index.js -o dist > ncc.txt

check() { # name of the answer, from the sources, from the bundle
  expect "$1, sources" "$2" "$(node src/index.js "$1")"
  expect "$1, bundle " "$3" "$(node dist/index.js "$1")"
}

check 'constant' 'URL' 'string'
check 'fileURLToPath' 'a path' 'ERR_INVALID_URL'
check 'href' 'file:' 'no scheme'
check 'name' 'go.sh' 'another name'
check 'directory' 'a directory' 'a file'
expect 'files of the bundle' 'HASH.js HASH.sh go.sh index.js package.json' "$(ls dist | sed -E 's/^[0-9a-f]{20}/HASH/' | LC_ALL=C sort | xargs)"
