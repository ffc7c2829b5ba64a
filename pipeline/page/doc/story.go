package doc

import (
	"strings"
	"unicode"
)

// stories writes the text as a reader meets it: headers, text, notes, boxes, footers.
func (d *document) stories() error {
	d.notes = map[int]int{}
	heads, feet := d.edges()
	notes := d.readNotes(placeNoteRefs, placeNotes, storyNotes)
	ends := d.readNotes(placeEndRefs, placeEndnotes, storyEndnotes)
	text := d.whole(storyText)
	boxes := d.whole(storyBoxes)
	for _, part := range [][]part{heads, {text}, notes, ends, {boxes}, feet} {
		for _, p := range part {
			if err := d.write(p); err != nil {
				return err
			}
		}
	}
	return nil
}

// A part is characters that are read by themselves.
type part struct {
	cp, end int
	note    int  // its number, of a note
	edge    bool // a header or footer: numbers alone are no text
}

func (d *document) whole(story int) part {
	start := d.fib.start(story)
	return part{cp: start, end: start + d.fib.size[story]}
}

// readNotes finds the notes of one kind and numbers them on.
func (d *document) readNotes(refs, texts, story int) []part {
	from, to := d.place(refs), d.place(texts)
	start, n := d.fib.start(story), (len(from)-4)/6
	last := start
	var out []part
	for i := range max(n, 0) {
		p := part{cp: start + to.u32(4*i), end: start + to.u32(4*(i+1)), note: len(d.notes) + 1}
		if 4*(i+2) > len(to) || p.cp < last {
			break // notes follow each other
		}
		last = p.end
		d.notes[from.u32(4*i)] = p.note
		out = append(out, p)
	}
	return out
}

// Headers and footers: six that divide notes, then six for each section. ([MS-DOC] 2.3.3)
const dividers, perSection = 6, 6

// edges finds the headers and the footers, each once.
func (d *document) edges() (heads, feet []part) {
	plc, start := d.place(placeHeads), d.fib.start(storyHeads)
	seen, last := map[string]bool{}, start
	for i := dividers; 4*(i+3) <= len(plc); i++ {
		p := part{cp: start + plc.u32(4*i), end: start + plc.u32(4*(i+1)), edge: true}
		if p.cp < last {
			break
		}
		last = p.end
		words := d.words(p)
		if seen[words] || strings.IndexFunc(words, unicode.IsLetter) < 0 {
			continue
		}
		seen[words] = true
		switch (i - dividers) % perSection {
		case 0, 1, 4:
			heads = append(heads, p)
		default:
			feet = append(feet, p)
		}
	}
	return heads, feet
}

// mostEdge is how long a header or footer may be.
const mostEdge = 4096

func (d *document) words(p part) string {
	var b strings.Builder
	d.each(p.cp, min(p.end, p.cp+mostEdge), func(c char) error {
		b.WriteRune(c.r)
		return nil
	})
	return b.String()
}
