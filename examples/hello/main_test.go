package main

import (
	"context"
	"net"
	"net/http"
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

func TestServeAnswersUntilItsContextEnds(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- serve(ctx, listener) }()
	response, err := http.Get("http://" + listener.Addr().String() + "/healthz")
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusOK {
		t.Errorf("status %d, want %d", response.StatusCode, http.StatusOK)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Errorf("serve: %v", err)
	}
}
