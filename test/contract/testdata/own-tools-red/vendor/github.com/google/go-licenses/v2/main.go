// What go-licenses would print of the one module that is vendored here.
package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	text, err := os.ReadFile("vendor/example.com/dep/LICENSE")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("example.com/dep,Unknown," + strings.TrimSpace(string(text)))
	fmt.Println("example.com/owntools,Unknown,Unknown")
}
