package doc

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"

	"vnlex/pipeline/page/fault"
)

// data are the bytes of a stream; what lies beyond them reads as zero.
type data []byte

func (d data) u8(at int) int {
	if at < 0 || at >= len(d) {
		return 0
	}
	return int(d[at])
}

func (d data) u16(at int) int {
	if at < 0 || at > len(d)-2 {
		return 0
	}
	return int(binary.LittleEndian.Uint16(d[at:]))
}

func (d data) u32(at int) int {
	if at < 0 || at > len(d)-4 {
		return 0
	}
	return int(binary.LittleEndian.Uint32(d[at:]))
}

// cut returns size bytes from at on, as far as there are such.
func (d data) cut(at, size int) data {
	if at < 0 || size <= 0 || at >= len(d) {
		return nil
	}
	return d[at:min(len(d), at+min(size, len(d)))]
}

// streams are those of a compound file that text needs.
type streams struct {
	document data
	tables   [2]data
}

func open(raw []byte) (*streams, error) {
	file, err := mscfb.New(bytes.NewReader(raw))
	if err != nil {
		return nil, bad("its compound file is damaged: %v", err)
	}
	s := &streams{}
	for _, f := range file.File {
		if len(f.Path) > 0 {
			continue // of a file inside
		}
		var to *data
		switch strings.ToLower(f.Name) {
		case "worddocument":
			to = &s.document
		case "0table":
			to = &s.tables[0]
		case "1table":
			to = &s.tables[1]
		case "encryptedpackage":
			return nil, &fault.Error{Code: "encrypted", Detail: "it opens only with a password"}
		}
		if to == nil || *to != nil {
			continue
		}
		if *to, err = readAll(f, len(raw)); err != nil {
			return nil, bad("its stream %q is damaged: %v", f.Name, err)
		}
	}
	if s.document == nil {
		return nil, &fault.Error{Code: "unsupported",
			Detail: "it is a compound file, but not one of Word"}
	}
	return s, nil
}

// step is how much is read at once: whole sectors, few enough to be joined fast.
const step = 64 << 10

// readAll reads a stream; one that says to be larger than its file is damaged.
func readAll(f *mscfb.File, most int) (data, error) {
	if f.Size > int64(most) {
		return nil, errors.New("it is larger than the file")
	}
	out := make(data, 0, f.Size)
	for int64(len(out)) < f.Size {
		n := min(step, int(f.Size)-len(out))
		if _, err := io.ReadFull(f, out[len(out):len(out)+n]); err != nil {
			return nil, err
		}
		out = out[:len(out)+n]
	}
	return out, nil
}

func (s *streams) table(which int) (data, error) {
	if s.tables[which] == nil {
		return nil, bad("it has no table stream")
	}
	return s.tables[which], nil
}
