// Package web answers HTTP requests with greetings.
package web

import (
	"fmt"
	"net/http"

	"example.com/hello/greeting"
)

// Handler serves /, with the name in the query, and /healthz for probes.
func Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, "ok")
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, greeting.For(r.URL.Query().Get("name")))
	})
	return mux
}
