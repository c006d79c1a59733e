#!/usr/bin/env bash
# Bundled by ncc, an action that reads go.mod of the working directory reads the one that lay beside its own sources.
#
# Guess:    process.cwd() is a call; what `join(process.cwd(), "go.mod")` names is known when the action runs, in the
#           repository that it runs for.
# Seen:     in a bundle for ESM ncc takes the directory that it was itself started in. If a file or folder of that name
#           is there, it is copied into dist/, and the path is that of the copy, also by a constant or by resolve("go.mod").
#           What was not there when ncc ran is looked for where the action runs; so it is with a template
#           (`${process.cwd()}/go.mod`), with the directory as the argument of a function, and with CommonJS for all of them.
#           That it is meant so: https://github.com/vercel/webpack-asset-relocator-loader/issues/112, of 2021.
# Versions: @vercel/ncc 0.45.0, Node 20.20.2, on 2026-12-01.
# Why:      an action for Go has a go.mod or .golangci.yml of its own as soon as it tests itself: the same sources then
#           give another bundle, which tells every repository the module and the Go version of the action, and does not fail.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

mkdir action shop
printf 'module example.com/shop\n\ngo 1.26\n' > shop/go.mod
cd action
npm init --yes > npm.txt
npm install --silent --no-audit --no-fund @vercel/ncc@0.45.0
cat > body.js <<'JS'

const root = process.cwd();
const below = (directory) => join(directory, "go.mod");
const files = {
  join: join(process.cwd(), "go.mod"),
  constant: join(root, "go.mod"),
  resolve: resolve("go.mod"),
  template: `${process.cwd()}/go.mod`,
  argument: below(process.cwd()),
};
console.log(readFileSync(files[process.argv[2]], "utf8").split("\n")[0]);
JS
{ printf 'import { readFileSync } from "node:fs";\nimport { join, resolve } from "node:path";\n'; cat body.js; } > esm.mjs
{ printf 'const { readFileSync } = require("node:fs");\nconst { join, resolve } = require("node:path");\n'; cat body.js; } > common.cjs

built() { # source: what is in the bundle's folder
  rm -rf dist
  node_modules/.bin/ncc build "$1" -o dist -q > ncc.txt
  find dist -type f -printf '%P\n' | sort | tr '\n' ' '
}
said() { (cd ../shop && node ../action/dist/index.*js "$1"); } # the module that the bundle sees in shop

expect 'bundle, no go.mod beside the sources' 'index.mjs ' "$(built esm.mjs)"
for way in join constant resolve template argument; do
  expect "  $way" 'module example.com/shop' "$(said $way)"
done

printf 'module example.com/fixture\n\ngo 1.20\n' > go.mod
expect 'bundle, a go.mod beside the sources ' 'go.mod index.mjs ' "$(built esm.mjs)"
for way in join constant resolve; do
  expect "  $way" 'module example.com/fixture' "$(said $way)"
done
for way in template argument; do
  expect "  $way" 'module example.com/shop' "$(said $way)"
done

expect 'the same as CommonJS                ' 'index.cjs ' "$(built common.cjs)"
for way in join constant resolve template argument; do
  expect "  $way" 'module example.com/shop' "$(said $way)"
done
