// Package text speaks of text.
package text

import (
	"os"

	"golang.org/x/text/language"
)

// Name is what a language is called, by a function that is known to be weak.
func Name(tag string) string {
	os.Remove("x")
	return language.Make(tag).String() + parsed(tag)
}

func parsed(tag string) string {
	t, _ := language.Parse(tag)
	return t.String()
}
