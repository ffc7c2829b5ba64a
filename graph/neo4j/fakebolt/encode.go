package fakebolt

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"slices"
)

// A structure is a value of PackStream with a tag: a message.
type structure struct {
	tag    byte
	fields []any
}

// encode appends a value in PackStream.
func encode(w *bytes.Buffer, v any) {
	switch v := v.(type) {
	case nil:
		w.WriteByte(0xC0)
	case bool:
		w.WriteByte(map[bool]byte{false: 0xC2, true: 0xC3}[v])
	case int:
		encodeInt(w, int64(v))
	case int64:
		encodeInt(w, v)
	case float64:
		w.WriteByte(0xC1)
		put(w, math.Float64bits(v))
	case string:
		encodeSize(w, len(v), 0x80, 0xD0)
		w.WriteString(v)
	case []any:
		encodeSize(w, len(v), 0x90, 0xD4)
		for _, e := range v {
			encode(w, e)
		}
	case map[string]any:
		encodeSize(w, len(v), 0xA0, 0xD8)
		for _, k := range slices.Sorted(maps.Keys(v)) {
			encode(w, k)
			encode(w, v[k])
		}
	case structure:
		w.WriteByte(0xB0 | byte(len(v.fields)))
		w.WriteByte(v.tag)
		for _, f := range v.fields {
			encode(w, f)
		}
	default:
		panic(fmt.Sprintf("fakebolt: a value of type %T", v))
	}
}

// put appends a number, the highest byte first.
func put(w *bytes.Buffer, n any) {
	if err := binary.Write(w, binary.BigEndian, n); err != nil {
		panic(fmt.Sprintf("unreachable: %v", err)) // a buffer takes every number
	}
}

func encodeInt(w *bytes.Buffer, n int64) {
	switch {
	case n >= -16 && n < 128:
		w.WriteByte(byte(n))
	case n >= math.MinInt32 && n <= math.MaxInt32:
		w.WriteByte(0xCA)
		put(w, int32(n))
	default:
		w.WriteByte(0xCB)
		put(w, n)
	}
}

// encodeSize appends a size: in the marker itself if it is small, else in one,
// two or four bytes after it.
func encodeSize(w *bytes.Buffer, n int, tiny, sized byte) {
	switch {
	case n < 16:
		w.WriteByte(tiny | byte(n))
	case n < 1<<8:
		w.Write([]byte{sized, byte(n)})
	case n < 1<<16:
		w.WriteByte(sized + 1)
		put(w, uint16(n))
	default:
		w.WriteByte(sized + 2)
		put(w, uint32(n))
	}
}
