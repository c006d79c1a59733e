/**
 * For `go list -e -deps -test -f <template> <patterns>`: one line per package that Go could not find, nothing for the
 * others. Such a package has no directory; one with a syntax error, a cycle or a missing embedded file has one, and
 * belongs to vet, test and build. The fields are quoted as Go quotes them, so that no content can end a line: import path, position,
 * error, and the package that imports it (elements of the stack are strings before Go 1.24 and structs after, so only the first
 * quoted part of it counts).
 */
export const depsTemplate =
  '{{if .Error}}{{if not .Dir}}{{printf "%q %q %q" .ImportPath .Error.Pos .Error.Err}} {{with .Error.ImportStack}}{{printf "%q" (index . 0)}}{{end}}{{"\\n"}}{{end}}{{end}}';
