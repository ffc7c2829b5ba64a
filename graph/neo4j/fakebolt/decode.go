package fakebolt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// A decoder reads values of PackStream from a whole message.
type decoder struct {
	rest []byte
	err  error
}

var errShort = errors.New("the message ends early")

func decode(message []byte) (any, error) {
	d := &decoder{rest: message}
	v := d.value()
	return v, d.err
}

func (d *decoder) take(n int) []byte {
	if d.err != nil || n > len(d.rest) {
		d.rest, d.err = nil, errShort
		return make([]byte, min(n, 8))
	}
	b := d.rest[:n]
	d.rest = d.rest[n:]
	return b
}

func (d *decoder) size(bytes int) int {
	n := 0
	for _, b := range d.take(bytes) {
		n = n<<8 | int(b)
	}
	return n
}

func (d *decoder) value() any {
	m := d.take(1)[0]
	switch {
	case d.err != nil:
		return nil
	case m < 0x80 || m >= 0xF0:
		return int64(int8(m))
	case m < 0x90:
		return d.text(int(m & 15))
	case m < 0xA0:
		return d.list(int(m & 15))
	case m < 0xB0:
		return d.dict(int(m & 15))
	case m < 0xC0:
		return structure{d.take(1)[0], d.list(int(m & 15))}
	}
	return d.marked(m)
}

// marked reads a value whose marker tells its type, and the width of its size.
func (d *decoder) marked(m byte) any {
	switch m {
	case 0xC0:
		return nil
	case 0xC1:
		return math.Float64frombits(binary.BigEndian.Uint64(d.take(8)))
	case 0xC2, 0xC3:
		return m == 0xC3
	case 0xC8:
		return int64(int8(d.size(1)))
	case 0xC9:
		return int64(int16(d.size(2)))
	case 0xCA:
		return int64(int32(d.size(4)))
	case 0xCB:
		return int64(d.size(8))
	case 0xCC, 0xCD, 0xCE:
		return d.take(d.size(1 << (m - 0xCC)))
	case 0xD0, 0xD1, 0xD2:
		return d.text(d.size(1 << (m - 0xD0)))
	case 0xD4, 0xD5, 0xD6:
		return d.list(d.size(1 << (m - 0xD4)))
	case 0xD8, 0xD9, 0xDA:
		return d.dict(d.size(1 << (m - 0xD8)))
	}
	d.err = fmt.Errorf("unknown marker %#x", m)
	return nil
}

func (d *decoder) text(n int) string { return string(d.take(n)) }

func (d *decoder) list(n int) []any {
	var l []any
	for range n {
		if d.err != nil {
			return nil
		}
		l = append(l, d.value())
	}
	return l
}

func (d *decoder) dict(n int) map[string]any {
	m := make(map[string]any)
	for range n {
		k, ok := d.value().(string)
		if !ok && d.err == nil {
			d.err = errors.New("a key that is no text")
		}
		if d.err != nil {
			return m
		}
		m[k] = d.value()
	}
	return m
}
