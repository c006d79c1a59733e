package calc

import "example.com/dep"

// Quarter halves twice.
func Quarter(n int) int { return dep.Half(dep.Half(n)) }
