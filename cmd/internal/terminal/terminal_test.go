package terminal

import (
	"strings"
	"testing"
)

func TestPlain(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Quyết định", "Quyết định"},
		{"Quye\u0302\u0301t", "Quyết"},
		{"a\tb\nc\r\nd", "a b c  d"},

		{"\x1b[31mred\x1b[0m", "\uFFFD[31mred\uFFFD[0m"},
		{"\u009b2J", "\uFFFD2J"},
		{"a\u202eb\u2066c", "a\uFFFDb\uFFFDc"},
		{"bell\a\x00", "bell\uFFFD\uFFFD"},
		{"\xff", "\uFFFD"},
	} {
		if got := Plain(tt.in); got != tt.want {
			t.Errorf("Plain(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestWriter(t *testing.T) {
	for _, tt := range []struct {
		json     bool
		in, want string
	}{
		{false, "một\thai\n", "một\thai\n"},
		{false, "x\x1b]0;title\a", "x\uFFFD]0;title\uFFFD"},

		{true, `{"a":"một"}`, `{"a":"một"}`},
		{true, "{\"a\":\"\u009b\u007f\u202e\"}", `{"a":"\u009b\u007f\u202e"}`},
	} {
		var b strings.Builder
		n, err := Writer{W: &b, JSON: tt.json}.Write([]byte(tt.in))
		if b.String() != tt.want || n != len(tt.in) || err != nil {
			t.Errorf("Write(%q) = %q, %d, %v, want %q", tt.in, b.String(), n, err, tt.want)
		}
	}
}
