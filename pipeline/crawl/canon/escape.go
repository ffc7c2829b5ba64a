package canon

import (
	"strings"

	"vnlex/pipeline/crawl/percent"
)

// A part of a URL says which characters stand in it as themselves: those of RFC 3986.
const (
	inPath  = "/:@!$&'()*+,;="
	inQuery = "/:@!$&'()*+,;=?"
)

// escape writes s with unreserved characters as themselves, the reserved ones as they
// came, and everything else percent-encoded with capitals (RFC 3986, 6.2.2). A percent
// sign that encodes nothing is encoded itself.
func escape(s, reserved string) string {
	if isNormal(s, reserved) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		c, encoded, next := percent.Next(s, i)
		if percent.Unreserved(c) || !encoded && strings.IndexByte(reserved, c) >= 0 {
			b.WriteByte(c)
		} else {
			percent.Write(&b, c)
		}
		i = next
	}
	return b.String()
}

func isNormal(s, reserved string) bool {
	for i := range len(s) {
		if !percent.Unreserved(s[i]) && strings.IndexByte(reserved, s[i]) < 0 {
			return false
		}
	}
	return true
}
