#!/usr/bin/env bash
# A here-document that the shell runs is refused by BuildKit, or its text is taken for instructions.
#
# Guess:    in a RUN line BuildKit finds the here-documents that the shell of that line finds.
# Seen:     it takes the line apart into words by quotes and blanks, and knows no comments, operators or arithmetic:
#           `<<EOF|sh` waits for a line "EOF|sh" and `$((1 << N))` for a line "N))" ("unterminated heredoc").
#           One apostrophe in a comment, and the line has no here-document at all: the text below it is instructions.
# Versions: github.com/moby/buildkit 0.27.1, bash 5.2, on 2026-11-29.
# Why:      a script that works in a `run:` step fails in a Dockerfile, with an error that names neither the pipe nor
#           the apostrophe; adding a comment to a RUN line can break a Dockerfile that was built for years.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

printf 'module example.com/reader\n\ngo 1.24\n' > go.mod
cat > main.go <<'EOF'
package main

import (
	"fmt"
	"os"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

func main() {
	file, err := parser.Parse(os.Stdin)
	if err != nil {
		fmt.Println(err)
		return
	}
	stages, _, err := instructions.Parse(file.AST, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, command := range stages[0].Commands {
		run, ok := command.(*instructions.RunCommand)
		if ok {
			fmt.Printf("RUN with %d here-documents\n", len(run.Files))
		}
	}
}
EOF
go get github.com/moby/buildkit@v0.27.1 2> get.txt
go mod tidy 2> tidy.txt
go build -o reader .

check() { # what, output of the shell, reading of BuildKit, lines of the script
  local script
  script=$(printf '%s\n' "${@:4}")
  expect "$1 in bash    " "$2" "$(bash -c "$script" 2>&1)"
  expect "$1 in BuildKit" "$3" "$(printf 'FROM scratch\nRUN %s\n' "$script" | ./reader)"
}

check 'cat <<EOF | sh    ' 'hello' 'RUN with 1 here-documents' 'cat <<EOF | sh' 'echo hello' 'EOF'
check 'cat <<EOF|sh      ' 'hello' 'unterminated heredoc' 'cat <<EOF|sh' 'echo hello' 'EOF'
check '$((1<<N))         ' '8' 'RUN with 0 here-documents' 'N=3; echo $((1<<N))'
check '$((1 << N))       ' '8' 'unterminated heredoc' 'N=3; echo $((1 << N))'
check '# do not change   ' 'hello' 'RUN with 1 here-documents' 'cat <<EOF # do not change' 'hello' 'EOF'
check "# don't change    " 'hello' 'dockerfile parse error on line 3: unknown instruction: hello (did you mean shell?)' "cat <<EOF # don't change" 'hello' 'EOF'
