package address

import "strings"

// Numeric reports whether host ends in a number, decimal, octal or hexadecimal. No name
// of the public internet does: browsers and inet_aton take such a host for an IPv4
// address (0x7f.1, 017700000001, 2130706433), and so must who judges it.
func Numeric(host string) bool {
	host = strings.TrimSuffix(host, ".")
	last := host[strings.LastIndexByte(host, '.')+1:]
	if last == "" {
		return false
	}
	if strings.Trim(last, "0123456789") == "" {
		return true
	}
	digits, ok := strings.CutPrefix(strings.ToLower(last), "0x")
	return ok && strings.Trim(digits, "0123456789abcdef") == ""
}
