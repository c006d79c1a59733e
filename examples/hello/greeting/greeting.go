// Package greeting says hello.
package greeting

import "strings"

// For is the greeting for somebody, or for the world when the name is blank.
func For(name string) string {
	name = strings.TrimSpace(name)
	if name == "" {
		name = "world"
	}
	return "Hello, " + name + "!"
}
