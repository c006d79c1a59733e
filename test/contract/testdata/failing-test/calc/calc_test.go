package calc

import "testing"

func TestMax(t *testing.T) {
	t.Run("first", func(t *testing.T) {
		if got := Max(2, 1); got != 2 {
			t.Fatalf("got %d", got)
		}
	})
	t.Run("a|b <img> @user", func(t *testing.T) {
		t.Log("a line of context")
		t.Errorf("Max(1, 2) = %d, want 3", Max(1, 2))
	})
}

func TestOther(t *testing.T) {}
