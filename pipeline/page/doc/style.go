package doc

// A style is what paragraphs get from the style they name. ([MS-DOC] 2.9.271)
type style struct {
	based int
	set   set
	shown shown
}

// noStyle is the base of a style that has none.
const noStyle = 0xFFF

// Kinds of styles.
const (
	styleOfParagraph  = 1
	styleOfCharacters = 2
)

// readStyles reads the styles by their numbers.
func (d *document) readStyles() []style {
	table := d.place(placeStyles)
	info := table.u16(0)
	count, fixed := table.u16(2), table.u16(4)
	var out []style
	at := 2 + info
	for range count {
		if at >= len(table) {
			break
		}
		size := table.u16(at)
		out = append(out, readStyle(table.cut(at+2, size), fixed))
		at += 2 + size + size%2
	}
	return out
}

// readStyle reads one style: fixed bytes, its name, then lists of properties, which begin
// at even places.
func readStyle(d data, fixed int) style {
	s := style{based: d.u16(2) >> 4}
	at := fixed + 2 + 2*d.u16(fixed) + 2
	next := func() data {
		at += at % 2
		size := d.u16(at)
		list := d.cut(at+2, size)
		at += 2 + size
		return list
	}
	switch d.u16(2) & 0xf {
	case styleOfParagraph:
		list := next()
		s.set = paragraph(list.cut(2, len(list)))
		s.shown = characters(next())
	case styleOfCharacters:
		s.shown = characters(next())
	}
	return s
}

// mostBased is how many styles may be based on each other.
const mostBased = 32

// styled returns what paragraphs of a style are by it and those it is based on.
func (d *document) styled(n int) (out style) {
	for range mostBased {
		if n < 0 || n >= len(d.styles) || n == noStyle {
			break
		}
		s := &d.styles[n]
		if !out.set.own && s.set.own {
			out.set.own, out.set.list, out.set.level = true, s.set.list, s.set.level
		}
		out.shown.caps = out.shown.caps || s.shown.caps
		out.shown.hidden = out.shown.hidden || s.shown.hidden
		n = s.based
	}
	return out
}
