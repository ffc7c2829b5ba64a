package normalize

import "math/bits"

// The texts are searched for what needs repair eight bytes at a time: an eight is
// a stretch of eight bytes, and a mask has the high bit set in those bytes of an
// eight that are meant.

const (
	ones = 0x0101010101010101
	high = 0x8080808080808080
)

// eightAt returns the bytes s[i:i+8], the first lowest.
func eightAt(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// equal returns the bytes of x that are c.
func equal(x uint64, c byte) uint64 {
	x ^= ones * uint64(c)
	return ^(x&^high + ones*0x7f | x) & high
}

// within returns the bytes of x from lo to hi, both below 0x80 or both not.
func within(x uint64, lo, hi byte) uint64 {
	low := x &^ high
	in := (low + ones*uint64(0x80-lo&0x7f)) &^ (low + ones*uint64(0x7f-hi&0x7f))
	if lo < 0x80 {
		return in &^ x & high
	}
	return in & x & high
}

// first returns which byte is the first of a mask.
func first(mask uint64) int { return bits.TrailingZeros64(mask) / 8 }

// soiled returns the bytes of x at which clean may have to repair; next holds the
// bytes one further on each. See dirty.
func soiled(x, next uint64) uint64 {
	vietnamese := equal(x, 0xe1) & equal(next&^(ones*3), 0xb8)
	return within(x, 0x00, 0x1f)&^equal(x, '\n') | equal(x, 0x7f) | equal(x, 0xc2) |
		within(x, 0xcc, 0xff)&^vietnamese | equal(x, ' ')&equal(next, ' ')
}

// strange returns the bytes of x that may begin a letter of stands.
func strange(x, next uint64) uint64 {
	return within(x, 0xce, 0xd2) | equal(x, 0xc3)&equal(next&^(ones*0x20), 0x90) |
		equal(x, 0xc6)&equal(next, 0x89)
}
