package doc

import "vnlex/pipeline/page/fault"

// A fib tells where everything stands. ([MS-DOC] 2.5)
type fib struct {
	table int                // which table stream
	size  [storyCount]int    // of each story, in characters
	at    [placeCount][2]int // where tables stand in the table stream, and their size
}

// Stories follow each other in the text of a file.
const (
	storyText = iota
	storyNotes
	storyHeads
	storyMacros
	storyComments
	storyEndnotes
	storyBoxes
	storyHeadBoxes
	storyCount
)

// Places of tables.
const (
	placeNoteRefs = iota
	placeNotes
	placeHeads
	placeChars
	placeParagraphs
	placePieces
	placeEndRefs
	placeEndnotes
	placeLists
	placeUses
	placeStyles
	placeCount
)

// placeIndex is where fc and lcb of a place stand in the list of them.
var placeIndex = [placeCount]int{placeNoteRefs: 2, placeNotes: 3, placeHeads: 11,
	placeChars: 12, placeParagraphs: 13, placePieces: 33, placeEndRefs: 46,
	placeEndnotes: 47, placeLists: 73, placeUses: 74,
	placeStyles: 1}

const (
	magic97  = 0xA5EC
	magic95  = 0xA5DC
	first97  = 0xC1
	baseSize = 32
)

// Flags of a file.
const (
	flagEncrypted  = 0x0100
	flagTable1     = 0x0200
	flagObfuscated = 0x8000
)

func readFIB(d data) (fib, error) {
	var f fib
	magic, version, flags := d.u16(0), d.u16(2), d.u16(0x0A)
	switch {
	case magic == magic95, magic == magic97 && version < first97:
		return f, &fault.Error{Code: "unsupported",
			Detail: "it is of Word 6 or 95: save it as DOCX"}
	case magic != magic97:
		return f, bad("it does not begin as a file of Word")
	case flags&(flagEncrypted|flagObfuscated) != 0:
		return f, &fault.Error{Code: "encrypted", Detail: "it opens only with a password"}
	}
	if flags&flagTable1 != 0 {
		f.table = 1
	}
	words := baseSize + 2 + 2*d.u16(baseSize)
	longs := words + 2
	for i := range f.size {
		f.size[i] = d.u32(longs + 4*(3+i))
	}
	pairs := longs + 4*d.u16(words)
	count := d.u16(pairs)
	for i, index := range placeIndex {
		if index < count {
			at := pairs + 2 + 8*index
			f.at[i] = [2]int{d.u32(at), d.u32(at + 4)}
		}
	}
	return f, nil
}

// start returns where a story begins.
func (f *fib) start(story int) int {
	n := 0
	for _, size := range f.size[:story] {
		n += size
	}
	return n
}

// place returns a table.
func (d *document) place(which int) data {
	return d.table.cut(d.fib.at[which][0], d.fib.at[which][1])
}
