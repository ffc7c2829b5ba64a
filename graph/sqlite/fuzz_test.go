package sqlite

import (
	"bytes"
	"testing"
)

func FuzzEntries(f *testing.F) {
	f.Add(entry{place{src: 1}, 0, 2}.append(nil))
	f.Add(entry{place{300, 2, 1 << 40}, 5, 0}.append(entry{place{src: 9}, 1, 2}.append(nil)))
	f.Fuzz(func(t *testing.T, row []byte) {
		entries, err := decodeEntries(row)
		if err != nil {
			return
		}
		again := appendAll(entries)
		if len(again) > len(row) { // a varint may be written longer than it must
			t.Errorf("%x is written again as %x", row, again)
		}
		twice, err := decodeEntries(again)
		if err != nil || len(twice) != len(entries) {
			t.Errorf("%x does not round-trip: %v", row, err)
		}
		if !bytes.Equal(appendAll(twice), again) {
			t.Errorf("%x does not round-trip", row)
		}
	})
}

func appendAll(entries []entry) (b []byte) {
	for _, e := range entries {
		b = e.append(b)
	}
	return b
}
