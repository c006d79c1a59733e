// A program that readies a container for `go test`, so that results of earlier runs hold exactly as long as nothing has changed: it gives sources times that
// their content decides, and has Go forget results that must not count. It runs before the first command of a step, on the step's own copy of the sources.
//
//	program ROOT AGE IMAGE
//
// ROOT is the directory of the sources, empty: their times stay. Results older than AGE milliseconds do not count, nor do those that were made on another image
// than IMAGE. GOCACHE is the build cache.
package main

import (
	"fmt"
	"os"
	"strconv"
)

func main() {
	if err := run(os.Args[1:], os.Getenv("GOCACHE")); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string, cache string) error {
	if len(args) != 3 || cache == "" {
		return fmt.Errorf("usage: GOCACHE=DIR program ROOT AGE IMAGE")
	}
	age, err := strconv.ParseInt(args[1], 10, 64)
	if err != nil {
		return err
	}
	if err := forget(cache, age, args[2]); err != nil {
		return err
	}
	if args[0] == "" {
		return nil
	}
	return setTimes(args[0])
}
