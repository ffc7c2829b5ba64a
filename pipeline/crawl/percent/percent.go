// Package percent reads and writes percent-encoding (RFC 3986, 2.1).
package percent

import "strings"

// Next returns the character at byte i of s, whether it stands encoded there, and where
// what follows it begins. A percent sign that encodes nothing stands for itself.
func Next(s string, i int) (c byte, encoded bool, next int) {
	if s[i] == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
		return unhex(s[i+1])<<4 | unhex(s[i+2]), true, i + 3
	}
	return s[i], false, i + 1
}

// Write encodes c, with capitals (RFC 3986, 6.2.2.1).
func Write(b *strings.Builder, c byte) {
	const hex = "0123456789ABCDEF"
	b.WriteByte('%')
	b.WriteByte(hex[c>>4])
	b.WriteByte(hex[c&15])
}

// Unreserved reports whether c means the same encoded or not (RFC 3986, 2.3).
func Unreserved(c byte) bool {
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
