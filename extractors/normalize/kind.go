package normalize

// A kind is what clean makes of a character.
type kind uint8

const (
	other kind = iota
	space
	newline
	dash
	slash
	invisible
)

// kindOf returns what becomes of r. (spec 5.1 step 5, 5.2)
func kindOf(r rune) kind {
	switch {
	case r < 0xa0:
		return control(r)
	case r == 0xa0, r == 0x1680, r >= 0x2000 && r <= 0x200a, r == 0x202f, r == 0x205f, r == 0x3000:
		return space
	case r == 0x2028, r == 0x2029:
		return newline
	case r >= 0x2010 && r <= 0x2015, r == 0x2212, r == 0xfe58, r == 0xfe63, r == 0xff0d:
		return dash
	case r == 0x2044, r == 0x2215, r == 0xff0f:
		return slash
	case r == 0xad, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e,
		r >= 0x2060 && r <= 0x206f, r == 0xfeff:
		return invisible
	case r >= 0xe000 && r <= 0xf8ff:
		return privateUse(r)
	}
	return other
}

func control(r rune) kind {
	switch {
	case r == ' ', r == '\t', r == 0x85: // U+0085 is a broken box more often than a line end
		return space
	case r >= '\n' && r <= '\r':
		return newline
	case r < ' ', r >= 0x7f:
		return invisible
	}
	return other
}

// privateUse tells the bullets of the Symbol and Wingdings fonts from their other signs.
func privateUse(r rune) kind {
	switch r {
	case 0xf02d, 0xf076, 0xf0a7, 0xf0b7, 0xf0d8, 0xf0e8, 0xf0fc:
		return dash
	}
	return invisible
}
