package main

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"syscall"
	"time"
	"unsafe"
)

// Seconds: 2000-01-01 and 2020-01-01. Older than anything that a run writes, and so than what Go takes for too new (cmd/go/internal/modindex, modTimeCutoff).
const first, end = 946_684_800, 1_577_836_800

type sum = [sha256.Size]byte

// entry is a file, a link or a directory; others keep their times.
type entry struct {
	path string
	mode fs.FileMode
	// Of a file's content or a link's target; known false: it could not be read.
	sum   sum
	known bool
}

// setTimes gives everything below root a time that its content decides: a file that of its bytes, a link that of its target, a directory that of the names in it
// and of its files. Of directories in it only the names count, or a change far below would make every test run that looks at a directory above. What cannot be
// read or set stays as it is, and tests that read it run. Nothing of git's own is touched.
func setTimes(root string) error {
	entries, err := list(root)
	if err != nil {
		return err
	}
	eachBeside(entries, readAndSet)
	inside := map[string][]*entry{}
	for _, one := range entries {
		if one.path != root {
			dir := filepath.Dir(one.path)
			inside[dir] = append(inside[dir], one)
		}
	}
	// Deepest first: the time of a directory changes with what is put into it, and a file system may do that to set the times of what lies there.
	for at := len(entries) - 1; at >= 0; at-- {
		if one := entries[at]; one.mode.IsDir() {
			_ = setTime(one.path, timeOf(sumOfDirectory(inside[one.path])))
		}
	}
	return nil
}

// list walks in the order of names, directories before what is in them.
func list(root string) ([]*entry, error) {
	var entries []*entry
	err := filepath.WalkDir(root, func(path string, found fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if found.Name() == ".git" && path != root {
			if found.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		entries = append(entries, &entry{path: path, mode: found.Type()})
		return nil
	})
	return entries, err
}

func readAndSet(one *entry) {
	var err error
	switch {
	case one.mode.IsRegular():
		one.sum, err = sumOfFile(one.path)
	case one.mode&fs.ModeSymlink != 0:
		var target string
		target, err = os.Readlink(one.path)
		one.sum = sha256.Sum256([]byte("link\x00" + target))
	default:
		return
	}
	one.known = err == nil && setTime(one.path, timeOf(one.sum)) == nil
}

func sumOfFile(path string) (found sum, err error) {
	file, err := os.Open(path)
	if err != nil {
		return found, err
	}
	defer file.Close()
	hash := sha256.New()
	if _, err = io.Copy(hash, file); err != nil {
		return found, err
	}
	hash.Sum(found[:0])
	return found, nil
}

func sumOfDirectory(entries []*entry) (found sum) {
	hash := sha256.New()
	for _, one := range entries {
		fmt.Fprintf(hash, "%q %v %x\n", filepath.Base(one.path), one.known, one.sum)
	}
	hash.Sum(found[:0])
	return found
}

func timeOf(of sum) time.Time {
	nanoseconds := binary.BigEndian.Uint64(of[:]) % ((end - first) * uint64(time.Second))
	return time.Unix(first, int64(nanoseconds))
}

const (
	atFdCwd           = -0x64
	atSymlinkNoFollow = 0x100
)

// setTime leaves what a link leads to alone, which package os cannot (utimensat(2)).
func setTime(path string, to time.Time) error {
	name, err := syscall.BytePtrFromString(path)
	if err != nil {
		return err
	}
	value := syscall.NsecToTimespec(to.UnixNano())
	times := [2]syscall.Timespec{value, value}
	fdCwd := atFdCwd
	_, _, failed := syscall.Syscall6(syscall.SYS_UTIMENSAT, uintptr(fdCwd), uintptr(unsafe.Pointer(name)),
		uintptr(unsafe.Pointer(&times)), atSymlinkNoFollow, 0, 0)
	if failed != 0 {
		return failed
	}
	return nil
}

// eachBeside does one thing to all, as many at a time as there are processors.
func eachBeside(entries []*entry, do func(*entry)) {
	next := make(chan *entry)
	var workers sync.WaitGroup
	for i := 0; i < runtime.NumCPU(); i++ {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for one := range next {
				do(one)
			}
		}()
	}
	for _, one := range entries {
		next <- one
	}
	close(next)
	workers.Wait()
}
