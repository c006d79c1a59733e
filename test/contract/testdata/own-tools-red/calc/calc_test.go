package calc

import "testing"

func FuzzQuarter(f *testing.F) {
	f.Add(3)
	f.Fuzz(func(t *testing.T, n int) {
		if n%2 != 0 {
			t.Fatalf("%d is odd", n)
		}
	})
}
