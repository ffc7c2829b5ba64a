package rtf

import (
	"strconv"

	"golang.org/x/text/encoding/charmap"

	"vnlex/pipeline/page/fault"
	"vnlex/pipeline/page/sheet"
)

// silent are groups that are no text.
var silent = map[string]bool{"colortbl": true, "stylesheet": true, "info": true, "pict": true,
	"object": true, "objdata": true, "listtable": true, "listoverridetable": true,
	"rsidtbl": true, "generator": true, "xmlnstbl": true, "revtbl": true, "filetbl": true,
	"themedata": true, "datastore": true, "latentstyles": true, "nonesttables": true,
	"header": true, "headerl": true, "headerr": true, "headerf": true, "footer": true,
	"footerl": true, "footerr": true, "footerf": true, "ftnsep": true, "ftnsepc": true,
	"sp": true, "bkmkstart": true, "bkmkend": true, "fldinst": true, "annotation": true,
	"atnid": true, "atnauthor": true, "upr": true, "pgdsctbl": true, "private": true}

// known are groups that say to be passed over by those who do not know them, and are text.
var known = map[string]bool{"shpinst": true, "shptxt": true, "nesttableprops": true,
	"footnote": true}

// signs are words that stand for a character.
var signs = map[string]rune{"tab": ' ', "emdash": '—', "endash": '–', "lquote": '‘',
	"rquote": '’', "ldblquote": '“', "rdblquote": '”', "bullet": '•', "emspace": ' ',
	"enspace": ' ', "qmspace": ' '}

// pages are the encodings of fonts by their character sets.
var pages = map[int]*charmap.Charmap{163: charmap.Windows1258, 204: charmap.Windows1251,
	238: charmap.Windows1250}

// word reads a control word.
func (r *reader) word(word string, n int, given bool) error {
	g := r.group()
	first := !g.begun
	g.begun = true
	if first && (silent[word] || g.starred && !known[word]) {
		g.silent = true
		return nil
	}
	if c, ok := signs[word]; ok {
		r.write(c)
		return nil
	}
	on := !given || n != 0
	switch word {
	case "par", "sect", "page":
		return r.paragraph()
	case "line":
		if !g.silent {
			r.sheet.Break()
		}
	case "u":
		r.unicode(n)
	case "uc":
		g.skipped = max(0, min(n, 16))
	case "v", "deleted":
		g.hidden = on
	case "caps":
		g.caps = on
	case "plain":
		g.hidden, g.caps = false, false
	case "footnote":
		return r.note()
	default:
		return r.layout(word, n)
	}
	return nil
}

// layout reads a word of tables or fonts.
func (r *reader) layout(word string, n int) error {
	g := r.group()
	switch word {
	case "pard":
		r.depth, r.inner = 0, 0
	case "intbl":
		r.depth = 1
	case "itap":
		r.inner = n
	case "cell", "nestcell":
		return r.cell(word == "nestcell")
	case "row", "nestrow":
		if !g.silent {
			return r.row(word == "nestrow")
		}
	case "ansicpg":
		if n == 1258 {
			g.page = charmap.Windows1258
		}
	case "fonttbl":
		g.fonts, g.silent = true, true
	case "f":
		if r.font = n; !g.fonts && r.fonts[n] != nil {
			g.page = r.fonts[n]
		}
	case "fcharset":
		if g.fonts {
			r.fonts[r.font] = charmap.Windows1252
			if p := pages[n]; p != nil {
				r.fonts[r.font] = p
			}
		}
	}
	return nil
}

var errDeep = &fault.Error{Code: "too_deep", Detail: "its tables are nested too deeply"}

// within returns in how many tables a row or a cell ends.
func (r *reader) within(nested bool) int {
	if nested {
		return max(2, r.inner)
	}
	return 1
}

// row ends a row.
func (r *reader) row(nested bool) error {
	if !r.tables.To(r.within(nested)) {
		return errDeep
	}
	r.tables.EndRow()
	return nil
}

// paragraph ends a paragraph. Where it stands is known only now: it is put there whole.
func (r *reader) paragraph() error {
	if r.group().silent {
		return nil
	}
	n := max(r.depth, r.inner)
	if n == r.tables.Depth() && n == 0 {
		r.sheet.End()
		return nil
	}
	return r.move(n)
}

// move puts the open paragraph into the innermost of n tables.
func (r *reader) move(n int) error {
	p := r.sheet.Take()
	if !r.tables.To(n) {
		return errDeep
	}
	r.tables.Cell()
	r.sheet.Put(p)
	return nil
}

// cell ends a cell.
func (r *reader) cell(nested bool) error {
	if r.group().silent {
		return nil
	}
	if err := r.move(r.within(nested)); err != nil {
		return err
	}
	r.tables.EndCell()
	return nil
}

// note reads a note as a box behind the paragraph that it hangs on.
func (r *reader) note() error {
	if r.group().silent {
		return nil
	}
	r.notes++
	mark := "[" + strconv.Itoa(r.notes) + "]"
	r.sheet.Text(mark)
	end, ok := r.sheet.OpenBox()
	if !ok {
		return &fault.Error{Code: "too_deep", Detail: "its notes are nested too deeply"}
	}
	r.sheet.Text(mark + " ")
	tables, depth, inner := r.tables, r.depth, r.inner
	r.tables, r.depth, r.inner = sheet.Tables{Sheet: r.sheet}, 0, 0
	r.group().note = func() {
		r.sheet.End()
		r.tables.To(0)
		end()
		r.tables, r.depth, r.inner = tables, depth, inner
	}
	return nil
}
