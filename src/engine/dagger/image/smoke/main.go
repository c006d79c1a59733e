// A program that runs an image's own command inside its container and watches it: whether it starts, ends, answers on a port, calls
// itself healthy, prints what it should. Containers of the engine have no interface for that, and images need hold nothing but a program.
// It is compiled without cgo in the container of the Go steps, mounted beside the image's files, and says what it saw on standard
// output, as JSON. It only looks; what is seen is judged as on the host (src/engine/image/smoke.ts).
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"time"
)

type request struct {
	Command  []string
	LimitMs  int64
	SettleMs int64
	// Ends only when the command does, or with the time limit.
	ToTheEnd bool
	Port     int
	Path     string
	HTTP     bool
	Statuses [][2]int
	// Command of the HEALTHCHECK, empty without one.
	Health []string
	// Text, or a regular expression when Pattern is set.
	Output  string
	Pattern string
}

type health struct {
	Status string `json:"status"`
	Output string `json:"output"`
}

type observation struct {
	StartError *string `json:"startError"`
	Running    bool    `json:"running"`
	ExitCode   *int    `json:"exitCode"`
	Stubborn   bool    `json:"stubborn"`
	Probe      *probe  `json:"probe"`
	Health     *health `json:"health"`
	Output     string  `json:"output"`
	ObservedMs int64   `json:"observedMs"`
}

// tail keeps the end of what is written to it.
type tail struct {
	mu   sync.Mutex
	text []byte
}

const tailBytes = 32 << 10

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.text = append(t.text, p...)
	if extra := len(t.text) - tailBytes; extra > 0 {
		t.text = append([]byte(nil), t.text[extra:]...)
	}
	return len(p), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return string(t.text)
}

func main() {
	var asked request
	raw, err := os.ReadFile(os.Args[1])
	if err == nil {
		err = json.Unmarshal(raw, &asked)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	answer, err := json.Marshal(watch(asked))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout.Write(answer)
}

func watch(asked request) observation {
	var out tail
	var seen observation
	cmd := exec.Command(asked.Command[0], asked.Command[1:]...)
	cmd.Env = childEnv()
	cmd.Stdout, cmd.Stderr = &out, &out
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.WaitDelay = time.Second
	started := time.Now()
	if err := cmd.Start(); err != nil {
		text := startError(asked.Command[0], err)
		seen.StartError = &text
		return seen
	}
	ended := make(chan struct{})
	go func() { cmd.Wait(); close(ended) }()
	checked := make(chan health, 1)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if len(asked.Health) > 0 {
		seen.Health = &health{Status: "starting"}
		go checkHealth(ctx, asked.Health, checked)
	}
	limit := time.Duration(asked.LimitMs) * time.Millisecond
	for {
		select {
		case <-ended:
			seen.ExitCode = exitCode(cmd.ProcessState)
		case found := <-checked:
			seen.Health = &found
		case <-time.After(100 * time.Millisecond):
		}
		if seen.ExitCode == nil && asked.Port > 0 && (seen.Probe == nil || !seen.Probe.Answered) {
			seen.Probe = merge(seen.Probe, ask(asked, limit-time.Since(started)), started)
		}
		seen.ObservedMs = time.Since(started).Milliseconds()
		if seen.ExitCode != nil || satisfied(asked, seen, &out) || time.Since(started) >= limit {
			break
		}
	}
	seen.Running = seen.ExitCode == nil
	if seen.Running {
		seen.Stubborn = !stop(cmd, ended)
	}
	seen.Output = strings.ToValidUTF8(out.String(), "\uFFFD")
	return seen
}

func childEnv() []string {
	var env []string
	for _, each := range os.Environ() {
		name := strings.SplitN(each, "=", 2)[0]
		if strings.HasPrefix(name, "OTEL_") || name == "TRACEPARENT" || name == "TRACESTATE" || name == "BAGGAGE" {
			continue
		}
		env = append(env, each)
	}
	return env
}

func startError(name string, err error) string {
	var cause *os.PathError
	if errors.As(err, &cause) {
		return fmt.Sprintf("exec %s: %v", name, cause.Err)
	}
	return err.Error()
}

func exitCode(state *os.ProcessState) *int {
	code := state.ExitCode()
	if status, ok := state.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		code = 128 + int(status.Signal())
	}
	return &code
}

// satisfied: everything that was asked for has been seen.
func satisfied(asked request, seen observation, out *tail) bool {
	if asked.ToTheEnd {
		return false
	}
	if asked.Port > 0 && (seen.Probe == nil || !seen.Probe.Answered) {
		return false
	}
	if seen.Health != nil && seen.Health.Status != "healthy" {
		return false
	}
	wantsOutput := asked.Output != "" || asked.Pattern != ""
	if wantsOutput && !printed(asked, out.String()) {
		return false
	}
	return asked.Port > 0 || seen.Health != nil || wantsOutput || seen.ObservedMs >= asked.SettleMs
}

func printed(asked request, text string) bool {
	if asked.Pattern == "" {
		return strings.Contains(text, asked.Output)
	}
	pattern, err := regexp.Compile(asked.Pattern)
	return err == nil && pattern.MatchString(text)
}

func stop(cmd *exec.Cmd, ended chan struct{}) bool {
	syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM)
	defer syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	select {
	case <-ended:
		return true
	case <-time.After(3 * time.Second):
		return false
	}
}

// checkHealth: like Docker's, until the first success; a failure counts after three in a row.
func checkHealth(ctx context.Context, command []string, found chan<- health) {
	for failures := 0; ; {
		var out tail
		limited, cancel := context.WithTimeout(ctx, 30*time.Second)
		cmd := exec.CommandContext(limited, command[0], command[1:]...)
		cmd.Env = childEnv()
		cmd.Stdout, cmd.Stderr = &out, &out
		err := cmd.Run()
		cancel()
		if ctx.Err() != nil {
			return
		}
		state := health{Status: "healthy", Output: out.String()}
		if err != nil {
			failures++
			state.Status = "starting"
			if state.Output == "" {
				state.Output = err.Error()
			}
		}
		found <- state
		if err == nil {
			return
		}
		time.Sleep(time.Second)
	}
}
