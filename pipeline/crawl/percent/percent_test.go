package percent

import (
	"strings"
	"testing"
)

func TestNext(t *testing.T) {
	for _, tt := range []struct {
		in      string
		c       byte
		encoded bool
		next    int
	}{
		{"%41b", 'A', true, 3},
		{"%c3", 0xC3, true, 3},
		{"%C3", 0xC3, true, 3},

		{"a", 'a', false, 1},
		{"%", '%', false, 1},
		{"%4", '%', false, 1},
		{"%4g", '%', false, 1},
		{"%@1", '%', false, 1},
	} {
		c, encoded, next := Next(tt.in, 0)
		if c != tt.c || encoded != tt.encoded || next != tt.next {
			t.Errorf("Next(%q) = %q, %v, %d, want %q, %v, %d",
				tt.in, c, encoded, next, tt.c, tt.encoded, tt.next)
		}
	}
}

// What is written is read again, whatever the byte.
func TestWrite(t *testing.T) {
	for c := range 256 {
		var b strings.Builder
		Write(&b, byte(c))
		got, encoded, next := Next(b.String(), 0)
		if got != byte(c) || !encoded || next != b.Len() {
			t.Errorf("Next(%q) = %q, %v, %d", b.String(), got, encoded, next)
		}
	}
}
