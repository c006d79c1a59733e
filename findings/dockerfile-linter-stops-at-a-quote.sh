#!/usr/bin/env bash
# A `<<` in quotes ends a Dockerfile for dockerfile-ast, and a `<<` with a blank behind it is none.
#
# Guess:    dockerfile-ast finds the same here-documents as BuildKit's own parser, so its instructions are those that
#           are built, and dockerfile-utils warns of the misspelt one.
# Seen:     `RUN echo "usage: app <<EOF"` takes in the rest of the file, nothing behind it is an instruction or is
#           checked; so does a RUN of the form with brackets. `<< EOF` and `3<<EOF`, which BuildKit takes for
#           here-documents, are none: their lines are "Unknown instruction".
# Versions: dockerfile-ast 0.7.1, dockerfile-utils 0.16.3, github.com/moby/buildkit 0.27.1, on 2026-11-29.
# Why:      both are behind editors and checks in CI; a check that the image ends with USER fails or passes
#           by the words of a message.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

npm init --yes > npm.txt
npm install --silent --no-audit --no-fund dockerfile-ast@0.7.1 dockerfile-utils@0.16.3
cat > read.mjs <<'EOF'
import { readFileSync } from "node:fs";
import { DockerfileParser } from "dockerfile-ast";
import { validate } from "dockerfile-utils";

const text = readFileSync(0, "utf8");
const names = DockerfileParser.parse(text).getInstructions().map((instruction) => instruction.getInstruction());
const problems = validate(text).map((problem) => problem.message);
console.log(`${names.join(" ")}; ${problems.join(", ") || "no problem"}`);
EOF

printf 'module example.com/reader\n\ngo 1.24\n' > go.mod
cat > main.go <<'EOF'
package main

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

func main() {
	file, err := parser.Parse(os.Stdin)
	if err != nil {
		log.Fatal(err)
	}
	var names []string
	for _, node := range file.AST.Children {
		names = append(names, node.Value)
	}
	fmt.Println(strings.Join(names, " "))
}
EOF
go get github.com/moby/buildkit@v0.27.1 2> get.txt
go mod tidy 2> tidy.txt
go build -o reader .

check() { # what, instructions of BuildKit, of dockerfile-ast with the problems, lines after the FROM
  printf '%s\n' 'FROM alpine' "${@:4}" > Dockerfile
  expect "$1, BuildKit      " "$2" "$(./reader < Dockerfile)"
  expect "$1, dockerfile-ast" "$3" "$(node read.mjs < Dockerfile)"
}

unknown='Unknown instruction: HELLO, Unknown instruction: EOF'

check '<<EOF        ' 'FROM RUN USER' 'FROM RUN USER; no problem' 'RUN cat <<EOF' 'hello' 'EOF' 'USER app'
check '<< EOF       ' 'FROM RUN USER' "FROM RUN hello EOF USER; $unknown" 'RUN cat << EOF' 'hello' 'EOF' 'USER app'
check '3<<EOF       ' 'FROM RUN USER' "FROM RUN hello EOF USER; $unknown" 'RUN cat 3<<EOF <&3' 'hello' 'EOF' 'USER app'
check 'without <<   ' 'FROM RUN USR' 'FROM RUN USR; Unknown instruction: USR' 'RUN echo "usage: app FILE"' 'USR app'
check '".. <<EOF"   ' 'FROM RUN USR' 'FROM RUN; no problem' 'RUN echo "usage: app <<EOF"' 'USR app'
check '[.., "<<EOF"]' 'FROM RUN USR' 'FROM RUN; no problem' 'RUN ["echo", "usage: app <<EOF"]' 'USR app'
