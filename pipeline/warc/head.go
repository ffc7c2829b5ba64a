package warc

import (
	"bufio"
	"errors"
	"strconv"
	"strings"

	"github.com/nlnwa/gowarc/v3"
)

// mostHead is how long the head of a record may be.
const mostHead = 64 << 10

// A head is the fields of a record, as they were written.
type head struct {
	raw    []byte
	fields map[string]string // by names in small letters; the first of several
	length int64             // of the block
}

func (h *head) get(name string) string { return h.fields[strings.ToLower(name)] }

func (h *head) has(name string) bool {
	_, ok := h.fields[strings.ToLower(name)]
	return ok
}

// readHead reads up to the empty line that ends a head.
func readHead(src *bufio.Reader) (*head, error) {
	if magic, _ := src.Peek(5); string(magic) != "WARC/" {
		return nil, broken("no record begins where one should")
	}
	h := &head{fields: map[string]string{}}
	for len(h.raw) <= mostHead {
		line, err := src.ReadSlice('\n')
		h.raw = append(h.raw, line...)
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return nil, broken("the head of a record is cut off")
		}
		text := strings.TrimRight(string(line), "\r\n")
		if text == "" {
			return h, h.measure()
		}
		name, value, _ := strings.Cut(text, ":")
		if name = strings.ToLower(name); !h.has(name) {
			h.fields[name] = strings.TrimSpace(value)
		}
	}
	return nil, broken("the head of a record is longer than %d bytes", mostHead)
}

// measure reads how long the block is.
func (h *head) measure() (err error) {
	h.length, err = strconv.ParseInt(h.get(gowarc.ContentLength), 10, 64)
	if err != nil || h.length < 0 {
		return broken("the head of a record has the length %q", h.get(gowarc.ContentLength))
	}
	return nil
}
