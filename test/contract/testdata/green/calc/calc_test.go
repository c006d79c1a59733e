package calc

import "testing"

func TestMax(t *testing.T) {
	for name, tc := range map[string]struct{ a, b, want int }{
		"first": {2, 1, 2},
		"equal": {1, 1, 1},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Max(tc.a, tc.b); got != tc.want {
				t.Fatalf("got %d", got)
			}
		})
	}
}

func TestLater(t *testing.T) {
	t.Skip("later")
}
