// Operations counts what a reading does. Built with coverage in mode atomic, it reads texts
// from stdin as JSON and prints for each how often the basic blocks of the extractors ran.
package main

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime/coverage"

	"vnlex/extractors/reading"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	var texts []reading.Source
	if err := json.NewDecoder(os.Stdin).Decode(&texts); err != nil {
		return err
	}
	reading.Read(reading.Source{Text: "Căn cứ Luật số 1/2020/QH14;"}) // tables are made once
	counts := make([]uint64, 0, len(texts))
	for _, src := range texts {
		n, err := operations(src)
		if err != nil {
			return err
		}
		counts = append(counts, n)
	}
	return json.NewEncoder(os.Stdout).Encode(counts)
}

func operations(src reading.Source) (uint64, error) {
	if err := coverage.ClearCounters(); err != nil {
		return 0, err
	}
	reading.Read(src)
	var c counters
	if err := coverage.WriteCounters(&c); err != nil {
		return 0, err
	}
	return c.sum()
}

// counters are what the runtime writes of its counters, in the format of package
// internal/coverage: a header, the header of a segment with the lengths of its strings and
// arguments, then of each function the number of its counters, two numbers that name it,
// and the counters, all as variable-length integers.
type counters []byte

func (c *counters) Write(p []byte) (int, error) {
	*c = append(*c, p...)
	return len(p), nil
}

const (
	headerLen  = 32
	segmentLen = 16
	varints    = 2 // the flavor of the counters, in byte 24
)

func (c counters) sum() (total uint64, err error) {
	if len(c) < headerLen+segmentLen || string(c[:4]) != "\x00cwm" || c[24] != varints {
		return 0, errors.New("counters in an unknown format")
	}
	functions := binary.LittleEndian.Uint64(c[headerLen:])
	strings, args := binary.LittleEndian.Uint32(c[headerLen+8:]), binary.LittleEndian.Uint32(c[headerLen+12:])
	at := (headerLen + segmentLen + int(strings) + int(args) + 3) &^ 3
	next := func() (v uint64) {
		v, n := binary.Uvarint(c[min(at, len(c)):])
		if n <= 0 {
			err = errors.New("the counters end early")
		}
		at += n
		return v
	}
	for ; functions > 0 && err == nil; functions-- {
		n := next()
		next()
		next()
		for ; n > 0 && err == nil; n-- {
			total += next()
		}
	}
	return total, err
}
