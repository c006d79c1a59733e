package calc

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	os.Exit(3)
}

func TestMax(t *testing.T) {}
