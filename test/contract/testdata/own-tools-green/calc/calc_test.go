package calc

import "testing"

func FuzzQuarter(f *testing.F) {
	f.Add(4)
	f.Fuzz(func(t *testing.T, n int) {
		if Quarter(n) != n/4 {
			t.Fatalf("a quarter of %d is %d", n, Quarter(n))
		}
	})
}
