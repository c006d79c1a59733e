// Package text has no tests.
package text

// Shout makes s loud.
func Shout(s string) string {
	if s == "" {
		return ""
	}
	return s + "!"
}
