package fetch

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

// A decoder reads a decompressed body; free gives it back for the next one.
type decoder struct {
	io.Reader
	free func()
}

// decoded returns the reader of a body by its Content-Encoding (RFC 9110, 8.4). Only one
// coding is taken: several serve nobody but bombs. A body of no bytes is empty, in
// whatever coding.
func decoded(header []string, in io.Reader) (decoder, error) {
	coding := ""
	for name := range strings.SplitSeq(strings.ToLower(strings.Join(header, ",")), ",") {
		name = strings.TrimSpace(name)
		if name == "" || name == "identity" {
			continue
		}
		if coding != "" {
			return decoder{}, errors.New("it is compressed more than once")
		}
		coding = name
	}
	if coding == "" {
		return decoder{in, func() {}}, nil
	}
	b := bufio.NewReader(in)
	if _, err := b.Peek(1); err == io.EOF {
		return decoder{b, func() {}}, nil
	}
	return open(coding, b)
}

func open(coding string, in *bufio.Reader) (decoder, error) {
	switch coding {
	case "gzip", "x-gzip":
		return gunzip(in)
	case "deflate":
		return inflate(in)
	case "br":
		return unbrotli(in)
	case "zstd":
		return unzstd(in)
	}
	return decoder{}, fmt.Errorf("its coding %.40q is not known", coding)
}

var gzips, brotlis, zstds sync.Pool

func gunzip(in *bufio.Reader) (decoder, error) {
	z, ok := gzips.Get().(*gzip.Reader)
	if !ok {
		z = new(gzip.Reader)
	}
	if err := z.Reset(in); err != nil {
		return decoder{}, err
	}
	return decoder{z, func() { gzips.Put(z) }}, nil
}

// inflate reads zlib, which "deflate" means, and what some servers send in its place.
func inflate(in *bufio.Reader) (decoder, error) {
	if b, _ := in.Peek(2); len(b) == 2 && (b[0]&15 != 8 || (int(b[0])<<8|int(b[1]))%31 != 0) {
		return decoder{flate.NewReader(in), func() {}}, nil
	}
	z, err := zlib.NewReader(in)
	if err != nil {
		return decoder{}, err
	}
	return decoder{z, func() {}}, nil
}

func unbrotli(in *bufio.Reader) (decoder, error) {
	z, ok := brotlis.Get().(*brotli.Reader)
	if !ok {
		z = new(brotli.Reader)
	}
	if err := z.Reset(in); err != nil {
		return decoder{}, err
	}
	return decoder{z, func() { brotlis.Put(z) }}, nil
}

// window is what a sender may make a receiver remember (RFC 9659).
const window = 8 << 20

func unzstd(in *bufio.Reader) (decoder, error) {
	z, ok := zstds.Get().(*zstd.Decoder)
	if !ok {
		var err error
		z, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1),
			zstd.WithDecoderMaxWindow(window), zstd.WithDecoderLowmem(true))
		if err != nil {
			return decoder{}, err
		}
	}
	if err := z.Reset(in); err != nil {
		return decoder{}, err
	}
	return decoder{z, func() { zstds.Put(z) }}, nil
}
