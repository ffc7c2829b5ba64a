package doc

import "sort"

// A span is what holds for the bytes of the main stream from start up to end.
type span[T any] struct {
	start, end int
	value      T
}

// shown is how characters are shown, as far as it changes what one reads.
type shown struct {
	hidden, caps bool
	plain        bool // no capitals, whatever the style says
}

// set is how a paragraph is set.
type set struct {
	depth int  // in how many tables it stands
	row   bool // it ends a row
	cell  bool // it ends a cell of an inner table
	list  int  // which use of a list counts it, from 1
	own   bool // it says so itself, even if it is none; else its style does
	level int
	style int
}

// at returns what holds for byte fc.
func at[T any](all []span[T], fc int) (v T) {
	i := sort.Search(len(all), func(i int) bool { return all[i].end > fc })
	if i < len(all) && all[i].start <= fc {
		return all[i].value
	}
	return v
}

const pageSize = 512

// pages calls do for each page of properties that a list names, with the bounds of the
// bytes that entry i is about. ([MS-DOC] 2.9.33, 2.9.175)
func (d *document) pages(place int, do func(page data, i, count, start, end int)) {
	plc := d.place(place)
	n := (len(plc) - 4) / 8
	for k := range min(max(n, 0), len(d.main)/pageSize) {
		number := plc.u32(4*(n+1)+4*k) & 0x3fffff
		page := d.main.cut(number*pageSize, pageSize)
		if len(page) < pageSize {
			continue
		}
		count := page.u8(pageSize - 1)
		for i := range count {
			do(page, i, count, page.u32(4*i), page.u32(4*(i+1)))
		}
	}
}

func (d *document) readChars() []span[shown] {
	var out []span[shown]
	d.pages(placeChars, func(page data, i, count, start, end int) {
		at := 2 * page.u8(4*(count+1)+i)
		if at == 0 || end <= start {
			return
		}
		if v := characters(page.cut(at+1, page.u8(at))); v != (shown{}) {
			out = append(out, span[shown]{start, end, v})
		}
	})
	return inOrder(out)
}

// characters reads how characters are shown. ([MS-DOC] 2.6.1)
func characters(props data) (v shown) {
	eachProp(props, func(sprm int, operand data) {
		on := operand.u8(0) == 1 || operand.u8(0) == 0x81
		switch sprm {
		case 0x083C, 0x0800: // sprmCFVanish; sprmCFRMarkDel: deleted while tracked
			v.hidden = v.hidden || on
		case 0x083B: // sprmCFCaps
			v.caps, v.plain = on, !on
		}
	})
	return v
}

func (d *document) readParagraphs() []span[set] {
	var out []span[set]
	d.pages(placeParagraphs, func(page data, i, count, start, end int) {
		at := 2 * page.u8(4*(count+1)+13*i)
		if at == 0 || end <= start {
			return
		}
		size := 2*page.u8(at) - 1
		if size < 0 { // the size stands in the next byte
			at++
			size = 2 * page.u8(at)
		}
		list := page.cut(at+1, size)
		v := paragraph(list.cut(2, size))
		if v.style = list.u16(0); v != (set{}) {
			out = append(out, span[set]{start, end, v})
		}
	})
	return inOrder(out)
}

// paragraph reads the properties of a paragraph. ([MS-DOC] 2.6.2)
func paragraph(props data) (v set) {
	inTable, depth, ends, innerEnds := false, 0, false, false
	eachProp(props, func(sprm int, operand data) {
		on := operand.u8(0) != 0
		switch sprm {
		case 0x2416: // sprmPFInTable
			inTable = on
		case 0x2417: // sprmPFTtp
			ends = on
		case 0x6649: // sprmPItap
			depth = operand.u32(0)
		case 0x244B: // sprmPFInnerTableCell
			v.cell = on
		case 0x244C: // sprmPFInnerTtp
			innerEnds = on
		case 0x260A: // sprmPIlvl
			v.level = operand.u8(0)
		case 0x460B: // sprmPIlfo
			v.list, v.own = operand.u16(0), true
		}
	})
	if v.depth = depth; depth == 0 && inTable {
		v.depth = 1
	}
	v.row = ends && v.depth == 1 || innerEnds && v.depth > 1
	v.cell = v.cell && v.depth > 1
	return v
}

func inOrder[T any](all []span[T]) []span[T] {
	sort.SliceStable(all, func(i, j int) bool { return all[i].start < all[j].start })
	out := all[:0]
	for _, s := range all {
		if len(out) == 0 || s.start >= out[len(out)-1].end {
			out = append(out, s)
		}
	}
	return out
}

// sizes of operands by the three upper bits of a property. ([MS-DOC] 2.6)
var sizes = [8]int{1, 1, 2, 4, 2, 2, -1, 3}

// eachProp calls do for each property of a list.
func eachProp(list data, do func(sprm int, operand data)) {
	for len(list) >= 3 {
		sprm := list.u16(0)
		size, skip := sizes[sprm>>13], 2
		if size < 0 {
			size, skip = list.u8(2), 3
			if sprm == 0xD608 || sprm == 0xD606 { // sprmTDefTable
				size, skip = list.u16(2)-1, 4
			}
		}
		if size < 0 || skip+size > len(list) {
			return
		}
		do(sprm, list[skip:skip+size])
		list = list[skip+size:]
	}
}
