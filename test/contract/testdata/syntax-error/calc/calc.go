// Package calc does sums.
package calc

// Max returns the greater of a and b.
func Max(a, b int int {
	if a > b {
		return a
	}
	return b
}
