package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// expiryFile holds the nanoseconds before which Go takes no result of a test; `go clean -testcache` writes it (cmd/go/internal/test, testCacheExpire; Go 1.22
// to 1.27).
const expiryFile = "testexpire.txt"

// imageFile holds the image that the results in the cache were made on. Go does not know that they depend on it.
const imageFile = "pipeline-tests-image"

// lockFile is held while the other two are read and written: runs share the cache.
const lockFile = "pipeline-tests-lock"

// forget lets results not count that are older than age (milliseconds) by this machine's clock, and none where they may be another image's.
func forget(cache string, age int64, image string) error {
	lock, err := os.OpenFile(filepath.Join(cache, lockFile), os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return err
	}
	// Ends with it.
	defer lock.Close()
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX); err != nil {
		return err
	}
	now := time.Now()
	before := now.Add(-time.Duration(age) * time.Millisecond)
	made, err := os.ReadFile(filepath.Join(cache, imageFile))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	same := err == nil && string(made) == image
	if !same {
		before = now
	}
	if err := expire(filepath.Join(cache, expiryFile), before.UnixNano()); err != nil || same {
		return err
	}
	return replace(filepath.Join(cache, imageFile), image)
}

// expire keeps a later time that is there already, which another run may have wanted.
func expire(path string, before int64) error {
	text, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	written, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64)
	if err == nil && written >= before {
		return nil
	}
	return replace(path, fmt.Sprintf("%d\n", before))
}

// replace writes a file as a whole: others read it meanwhile.
func replace(path, text string) error {
	file, err := os.CreateTemp(filepath.Dir(path), "pipeline-tests-*")
	if err != nil {
		return err
	}
	_, err = file.WriteString(text)
	err = errors.Join(err, file.Close(), os.Chmod(file.Name(), 0o644))
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		_ = os.Remove(file.Name())
	}
	return err
}
