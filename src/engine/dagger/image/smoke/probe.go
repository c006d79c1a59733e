// The part that asks a port of its own container.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"os"
	"syscall"
	"time"
)

type probe struct {
	Answered bool    `json:"answered"`
	Status   *int    `json:"status"`
	Error    *string `json:"error"`
	AfterMs  int64   `json:"afterMs"`

	connected bool
}

// addresses of this container that others reach it by; a service that listens on localhost alone serves nobody. Engines may give containers IPv4
// alone: then the link's own IPv6 address finds a service on IPv6.
func addresses() []string {
	var found, local []string
	links, err := net.Interfaces()
	if err != nil {
		return found
	}
	for _, link := range links {
		all, err := link.Addrs()
		if err != nil {
			continue
		}
		for _, each := range all {
			address, ok := each.(*net.IPNet)
			switch {
			case !ok:
			case address.IP.IsGlobalUnicast():
				found = append(found, address.IP.String())
			case address.IP.To4() == nil && address.IP.IsLinkLocalUnicast():
				local = append(local, address.IP.String()+"%"+link.Name)
			}
		}
	}
	return append(found, local...)
}

func ask(asked request, left time.Duration) probe {
	limit := max(200*time.Millisecond, min(5*time.Second, left))
	text := "this container has no address"
	last := probe{Error: &text}
	for index, address := range addresses() {
		answer := askOne(asked, net.JoinHostPort(address, fmt.Sprint(asked.Port)), limit)
		if answer.Answered {
			return answer
		}
		// Of addresses where nobody answers the first one counts; where something listens, what it says.
		if index == 0 || answer.connected && last.Status == nil {
			last = answer
		}
	}
	return last
}

func askOne(asked request, address string, limit time.Duration) probe {
	conn, err := net.DialTimeout("tcp", address, limit)
	if err != nil {
		text := err.Error()
		if errors.Is(err, syscall.ECONNREFUSED) {
			text = "connection refused"
		}
		return probe{Error: &text}
	}
	defer conn.Close()
	if !asked.HTTP {
		return probe{Answered: true, connected: true}
	}
	conn.SetDeadline(time.Now().Add(limit))
	fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\nUser-Agent: smoke-test\r\n\r\n", asked.Path, asked.Port)
	line, err := bufio.NewReader(conn).ReadString('\n')
	var minor, status int
	fmt.Sscanf(line, "HTTP/1.%d %d", &minor, &status)
	if status == 0 {
		text := "no answer in HTTP"
		switch {
		case errors.Is(err, os.ErrDeadlineExceeded):
			text = "no answer in time"
		case err != nil:
			text = "connection closed"
		}
		return probe{Error: &text, connected: true}
	}
	for _, accepted := range asked.Statuses {
		if status >= accepted[0] && status <= accepted[1] {
			return probe{Answered: true, Status: &status, connected: true}
		}
	}
	return probe{Status: &status, connected: true}
}

// merge keeps the last status that was answered: it says more than a refusal afterwards.
func merge(before *probe, now probe, started time.Time) *probe {
	if now.Status == nil && !now.Answered && before != nil {
		now.Status = before.Status
	}
	now.AfterMs = time.Since(started).Milliseconds()
	return &now
}
