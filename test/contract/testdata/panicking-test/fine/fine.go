// Package fine does sums.
package fine

// Max returns the greater of a and b.
func Max(a, b int) int {
	if a > b {
		return a
	}
	return b
}
