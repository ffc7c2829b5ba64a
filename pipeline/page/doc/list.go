package doc

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"vnlex/pipeline/page/counter"
)

// Sizes of what lists are kept in. ([MS-DOC] 2.9.147, 2.9.150, 2.9.131, 2.9.132)
const (
	listSize     = 28
	levelSize    = 28
	useSize      = 16
	overrideSize = 8
	mostLists    = 4096
)

// A reader goes through a table of things of different sizes.
type reader struct {
	data
	at int
}

func (r *reader) skip(n int) { r.at += n }

func (r *reader) over() bool { return r.at >= len(r.data) }

// readUses reads which lists count the paragraphs: the n-th is list n of a paragraph.
func (d *document) readUses() []*counter.Use {
	lists := d.readLists()
	r := &reader{data: d.place(placeUses)}
	n := min(r.u32(0), mostLists)
	over := &reader{data: r.data, at: 4 + n*useSize}
	var out []*counter.Use
	for i := range n {
		at := 4 + i*useSize
		if at+useSize > len(r.data) {
			break
		}
		use := &counter.Use{List: strconv.Itoa(r.u32(at))}
		if levels := lists[use.List]; levels != nil {
			use.Levels = *levels
		}
		over.override(use, r.u8(at+12))
		out = append(out, use)
	}
	return out
}

// override reads what a use has of its own on some levels.
func (r *reader) override(use *counter.Use, count int) {
	r.skip(4)
	for range count {
		if r.over() {
			return
		}
		start, flags := r.u32(r.at), r.u32(r.at+4)
		r.skip(overrideSize)
		i := flags & 0xf
		var own *counter.Level
		if flags&0x20 != 0 {
			own = r.level()
		}
		if i >= counter.Levels {
			continue
		}
		if own != nil {
			use.Levels[i], start = *own, own.Start
		}
		if flags&0x10 != 0 {
			use.Starts[i] = &start
		}
	}
}

// readLists reads the lists by their numbers. Their levels follow the table itself.
func (d *document) readLists() map[string]*[counter.Levels]counter.Level {
	out := map[string]*[counter.Levels]counter.Level{}
	if d.fib.at[placeLists][1] == 0 {
		return out
	}
	r := &reader{data: d.table, at: d.fib.at[placeLists][0]}
	n := min(r.u16(r.at), mostLists)
	first := r.at + 2
	r.skip(2 + n*listSize)
	for i := range n {
		at := first + i*listSize
		levels := new([counter.Levels]counter.Level)
		count := counter.Levels
		if r.u8(at+26)&1 != 0 { // a simple list
			count = 1
		}
		for j := range count {
			if r.over() {
				return out
			}
			levels[j] = *r.level()
		}
		out[strconv.Itoa(r.u32(at))] = levels
	}
	return out
}

var formats = map[int]counter.Format{1: counter.UpperRoman, 2: counter.LowerRoman,
	3: counter.UpperLetter, 4: counter.LowerLetter, 22: counter.DecimalZero,
	23: counter.Bullet, 255: counter.None}

// level reads a level; the numbers of levels stand in its text as their indexes.
func (r *reader) level() *counter.Level {
	at := r.at
	flags := r.u8(at + 5)
	l := &counter.Level{Start: r.u32(at), Format: formats[r.u8(at+4)], Legal: flags&4 != 0,
		Restart: r.u8(at + 26)}
	if flags&8 == 0 {
		l.Restart = 0 // as usual: at any level above
	} else if l.Restart == 0 {
		l.Restart = counter.Never
	}
	r.skip(levelSize + r.u8(at+24) + r.u8(at+25))
	n := r.u16(r.at)
	r.skip(2)
	units := make([]uint16, 0, min(n, 64))
	for range min(n, 64) {
		units = append(units, uint16(r.u16(r.at+2*len(units))))
	}
	r.skip(2 * n)
	var b strings.Builder
	for _, c := range utf16.Decode(units) {
		if c < counter.Levels {
			b.WriteString("%" + strconv.Itoa(int(c)+1))
		} else {
			b.WriteRune(c)
		}
	}
	l.Text = b.String()
	return l
}
