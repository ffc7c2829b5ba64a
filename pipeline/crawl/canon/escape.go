package canon

import "strings"

// A part of a URL says which characters stand in it as themselves: those of RFC 3986.
const (
	inPath  = "/:@!$&'()*+,;="
	inQuery = "/:@!$&'()*+,;=?"
)

const upperHex = "0123456789ABCDEF"

// escape writes s with unreserved characters as themselves, the reserved ones as they
// came, and everything else percent-encoded with capitals (RFC 3986, 6.2.2). A percent
// sign that encodes nothing is encoded itself.
func escape(s, reserved string) string {
	if isNormal(s, reserved) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c, encoded := s[i], false
		if c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			c, encoded = unhex(s[i+1])<<4|unhex(s[i+2]), true
			i += 2
		}
		if unreserved(c) || !encoded && strings.IndexByte(reserved, c) >= 0 {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(upperHex[c>>4])
		b.WriteByte(upperHex[c&15])
	}
	return b.String()
}

func isNormal(s, reserved string) bool {
	for i := range len(s) {
		if !unreserved(s[i]) && strings.IndexByte(reserved, s[i]) < 0 {
			return false
		}
	}
	return true
}

func unreserved(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' ||
		c == '-' || c == '.' || c == '_' || c == '~'
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f'
}

func unhex(c byte) byte {
	if c <= '9' {
		return c - '0'
	}
	return c | 0x20 - 'a' + 10
}
