package web

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestHandler(t *testing.T) {
	tests := []struct{ path, want string }{
		{"/healthz", "ok\n"},
		{"/", "Hello, world!\n"},
		{"/?name=Gopher", "Hello, Gopher!\n"},
	}
	for _, tt := range tests {
		t.Run(tt.path, func(t *testing.T) {
			recorder := httptest.NewRecorder()
			Handler().ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, tt.path, nil))
			if recorder.Code != http.StatusOK {
				t.Errorf("status %d, want %d", recorder.Code, http.StatusOK)
			}
			if got := recorder.Body.String(); got != tt.want {
				t.Errorf("body %q, want %q", got, tt.want)
			}
		})
	}
}
