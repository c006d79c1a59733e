package calc

import "testing"

func TestBefore(t *testing.T) {}

func TestPanic(t *testing.T) {
	var m map[string]int
	m["a"] = Max(1, 2)
}

func TestNever(t *testing.T) {}
