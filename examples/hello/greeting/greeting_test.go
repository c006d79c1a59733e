package greeting

import "testing"

func TestFor(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"somebody", "Gopher", "Hello, Gopher!"},
		{"nobody", "", "Hello, world!"},
		{"blank", " \t", "Hello, world!"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := For(tt.in); got != tt.want {
				t.Errorf("For(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}
