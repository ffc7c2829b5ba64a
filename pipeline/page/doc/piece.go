package doc

import (
	"sort"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A piece is characters that stand together in the file: from cp on in the text, at
// byte fc of the main stream, one byte or two for each. ([MS-DOC] 2.8.35, 2.9.73)
type piece struct {
	cp, end int
	fc      int
	width   int
}

const narrow = 1 << 30 // a piece of one byte for each character

// readPieces reads the list of pieces, behind properties that do not matter here.
func (d *document) readPieces() ([]piece, error) {
	clx := d.place(placePieces)
	for len(clx) > 0 && clx[0] == 1 {
		clx = clx.cut(3+clx.u16(1), len(clx))
	}
	if clx.u8(0) != 2 {
		return nil, bad("it has no list of its pieces")
	}
	plc := clx.cut(5, clx.u32(1))
	n := (len(plc) - 4) / 12
	var out []piece
	for i := range n {
		p := piece{cp: plc.u32(4 * i), end: plc.u32(4 * (i + 1)), width: 2}
		p.fc = plc.u32(4*(n+1) + 8*i + 2)
		if p.fc&narrow != 0 {
			p.fc, p.width = (p.fc&^narrow)/2, 1
		}
		if len(out) > 0 && p.cp != out[len(out)-1].end || p.end <= p.cp || p.fc > len(d.main) {
			return nil, bad("its pieces do not follow each other")
		}
		p.end = min(p.end, p.cp+(len(d.main)-p.fc)/p.width)
		out = append(out, p)
		if p.end != plc.u32(4*(i+1)) {
			break // cut off
		}
	}
	return out, nil
}

// A char is a character of the text.
type char struct {
	r  rune
	cp int
	fc int // where it stands in the main stream
}

// each gives the characters from cp up to end to do, until it returns an error.
func (d *document) each(cp, end int, do func(char) error) error {
	first := sort.Search(len(d.pieces), func(i int) bool { return d.pieces[i].end > cp })
	for _, p := range d.pieces[first:] {
		if p.cp >= end {
			return nil
		}
		for at := max(cp, p.cp); at < min(end, p.end); at++ {
			c := char{cp: at, fc: p.fc + (at-p.cp)*p.width}
			c.r = d.character(p, at)
			if utf16.IsSurrogate(c.r) {
				if at+1 < p.end {
					c.r = utf16.DecodeRune(c.r, d.character(p, at+1))
					at++
				} else {
					c.r = utf8.RuneError
				}
			}
			if err := do(c); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *document) character(p piece, at int) rune {
	fc := p.fc + (at-p.cp)*p.width
	if p.width == 2 {
		return rune(d.main.u16(fc))
	}
	if b := d.main.u8(fc); b < 0x80 || b >= 0xa0 {
		return rune(b)
	}
	return charmap.Windows1252.DecodeByte(byte(d.main.u8(fc)))
}
