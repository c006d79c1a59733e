package main

import (
	"context"
	"testing"
)

func TestAddress(t *testing.T) {
	if got := address(""); got != ":8080" {
		t.Errorf("address(%q) = %q, want :8080", "", got)
	}
	if got := address("9000"); got != ":9000" {
		t.Errorf("address(%q) = %q, want :9000", "9000", got)
	}
}

func TestServeEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := serve(ctx, "127.0.0.1:0"); err != nil {
		t.Errorf("serve: %v", err)
	}
}
