package webtest

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// PDF makes a PDF of one page with these lines, as office programs write it: glyphs
// by number, and a table that says which letters they are.
func PDF(lines ...string) string {
	var content, letters strings.Builder
	content.WriteString("BT /F 11 Tf 14 TL 50 800 Td\n")
	glyph := map[rune]int{}
	for _, line := range lines {
		content.WriteByte('<')
		for _, r := range line {
			if glyph[r] == 0 {
				glyph[r] = len(glyph) + 1
				fmt.Fprintf(&letters, "<%04X> <%s>\n", glyph[r], utf16Hex(r))
			}
			fmt.Fprintf(&content, "%04X", glyph[r])
		}
		content.WriteString("> Tj T*\n")
	}
	content.WriteString("ET")
	return assemble(
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"+
			" /Resources << /Font << /F 5 0 R >> >> >>",
		stream(content.String()),
		"<< /Type /Font /Subtype /Type0 /BaseFont /Roman /Encoding /Identity-H"+
			" /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
		"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Roman /DW 500 /CIDSystemInfo"+
			" << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"+
			" /FontDescriptor 8 0 R >>",
		stream("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"+
			"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"+chars(letters.String())+
			"endcmap end end"),
		"<< /Type /FontDescriptor /FontName /Roman /Flags 4 /ItalicAngle 0 /Ascent 800"+
			" /Descent -200 /CapHeight 700 /StemV 80 /FontBBox [0 -200 1000 800] >>",
	)
}

func utf16Hex(r rune) string {
	var s string
	for _, u := range utf16.Encode([]rune{r}) {
		s += fmt.Sprintf("%04X", u)
	}
	return s
}

// chars groups the entries of a table by 100, the most that a block may have.
func chars(table string) string {
	var b strings.Builder
	all := strings.SplitAfter(strings.TrimSuffix(table, "\n"), "\n")
	for len(all) > 0 {
		part := all[:min(100, len(all))]
		all = all[len(part):]
		fmt.Fprintf(&b, "%d beginbfchar\n%s\nendbfchar\n", len(part),
			strings.TrimSuffix(strings.Join(part, ""), "\n"))
	}
	return b.String()
}

func stream(s string) string {
	return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(s), s)
}

// assemble numbers the objects from 1 and adds the table of where they stand.
func assemble(objects ...string) string {
	var b strings.Builder
	b.WriteString("%PDF-1.4\n")
	table := "0000000000 65535 f \n"
	for i, o := range objects {
		table += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, table, len(objects)+1, at)
	return b.String()
}
