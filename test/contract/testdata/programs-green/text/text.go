// Package text speaks of text.
package text

import "golang.org/x/text/language"

// Name is what a tag is called; nothing that is known to be weak is called here.
func Name(tag language.Tag) string { return tag.String() }
