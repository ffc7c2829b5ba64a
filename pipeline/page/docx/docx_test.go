package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"vnlex/pipeline/page/fault"
	"vnlex/pipeline/page/sheet/sheettest"
)

func TestText(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"paragraphs", p("Điều 1. Phạm vi") + p("") + p("Thông tư này"),
			"Điều 1. Phạm vi\nThông tư này"},
		{"pieces", `<w:p><w:r><w:t>24/2018</w:t><w:t>/QH</w:t></w:r><w:r><w:t>14</w:t></w:r></w:p>`,
			"24/2018/QH14"},
		{"signs", `<w:p><w:r><w:t>TTr</w:t><w:noBreakHyphen/><w:t>BCT</w:t><w:tab/><w:t>a</w:t>` +
			`<w:br/><w:t>b</w:t><w:softHyphen/></w:r></w:p>`, "TTr-BCT a/b"},
		{"capitals", `<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>bộ công thương, đ</w:t></w:r>` +
			`<w:r><w:rPr><w:caps w:val="0"/></w:rPr><w:t> Hà Nội</w:t></w:r></w:p>`,
			"BỘ CÔNG THƯƠNG, Đ Hà Nội"},
		{"hidden", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t><w:tab/></w:r>` +
			r("hiện") + `</w:p>`,
			"hiện"},
		{"tracked changes", `<w:p><w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins>` +
			r("13") +
			`</w:ins><w:moveFrom>` + r("x") + `</w:moveFrom><w:moveTo>` + r("/QĐ") +
			`</w:moveTo></w:p>`,
			"13/QĐ"},
		{"a deleted end of a paragraph", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` +
			r("Điều ") + `</w:p>` +
			p("1."), "Điều 1."},
		{"field", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>` +
			`PAGE</w:instrText></w:r>` +
			r("7") + `</w:p>`, "7"},
		{"link", `<w:p><w:hyperlink>` + r("Luật Đất đai") + `</w:hyperlink></w:p>`, "Luật Đất đai"},
		{"content control", `<w:sdt><w:sdtPr><w:tag/></w:sdtPr><w:sdtContent>` + p("Số: 5") +
			`</w:sdtContent></w:sdt>`,
			"Số: 5"},
		{"table", `<w:tbl><w:tblPr/><w:tr><w:tc>` + p("STT") + `</w:tc><w:tc>` + p("Tên") +
			`</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>` + p("bỏ") +
			`</w:tc></w:tr><w:tr><w:tc>` + p("1") +
			`</w:tc><w:tc><w:tbl><w:tr><w:tc>` + p("a") + `</w:tc></w:tr></w:tbl>` + p("b") +
			`</w:tc></w:tr></w:tbl>`,
			"[STT | Tên | ]\n[]\n[1 | [a | ]\nb | ]"},
		{"text box, the newer form of two", `<w:p>` + r("Nơi nhận") +
			`<w:r><mc:AlternateContent><mc:Choice><w:drawing>` +
			`<w:txbxContent>` + p("Số: 7") + `</w:txbxContent></w:drawing></mc:Choice>` +
			`<mc:Fallback><w:pict><v:textbox>` +
			`<w:txbxContent>` + p("Số: 7") + `</w:txbxContent></v:textbox></w:pict>` +
			`</mc:Fallback></mc:AlternateContent>` +
			`</w:r>` + r(": A") + `</w:p>` + p("B"), "Nơi nhận: A\nSố: 7\nB"},
		{"a section's end is no text", p("a") + `<w:sectPr><w:pgSz/></w:sectPr>`, "a"},
	} {
		got, err := Read(pack(t, map[string]string{"body": tt.body}))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if diff := cmp.Diff(tt.want, sheettest.Lines(got)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.name, diff)
		}
	}
}

const counting = `
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Chương %1"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/>
  <w:lvlText w:val="Điều %2."/><w:pStyle w:val="Dieu"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
 <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%4)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/>
 <w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`

const styled = `
<w:style w:styleId="Dieu"><w:basedOn w:val="List"/></w:style>
<w:style w:styleId="List"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
<w:style w:styleId="Big"><w:rPr><w:caps/></w:rPr></w:style>`

func styledP(style, s string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + r(s) + `</w:p>`
}

func TestNumbers(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"articles run on through chapters, clauses and points begin anew",
			listed("1", "0", "CHUNG") + listed("1", "1", "A") + listed("1", "2", "x") +
				listed("1", "2", "y") +
				listed("1", "3", "k") + listed("1", "3", "l") + listed("1", "2", "z") +
				listed("1", "0", "RIÊNG") + listed("1", "1", "B") + listed("1", "2", "x"),
			"Chương I CHUNG\nĐiều 1. A\n1. x\n2. y\na) k\nb) l\n3. z\nChương II RIÊNG\nĐiều 2. " +
				"B\n1. x"},
		{"by style", styledP("Dieu", "A") + styledP("Dieu", "B") + styledP("Loop", "C") +
			styledP("Big", "d"),
			"Điều 1. A\nĐiều 2. B\nC\nD"},
		{"a style switched off", `<w:p><w:pPr><w:pStyle w:val="Dieu"/><w:numPr><w:numId ` +
			`w:val="0"/></w:numPr></w:pPr>` +
			r("A") + `</w:p>`, "A"},
		{"dashes", listed("2", "0", "A") + listed("2", "0", "B"), "- A\n- B"},
		{"a start of its own, levels of others", listed("2", "0", "A") + listed("2", "1", "B"),
			"- A\n1.3 B"},
		{"another use of the list with its own start", listed("1", "2", "x") + listed("3", "2",
			"y") + listed("3", "2", "z"),
			"1. x\n5. y\n6. z"},
		{"no such list", listed("77", "0", "A") + listed("1", "12", "B"), "A\nB"},
	} {
		got, err := Read(pack(t, map[string]string{"body": tt.body, "numbering": counting,
			"styles": styled}))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if diff := cmp.Diff(tt.want, sheettest.Lines(got)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.name, diff)
		}
	}
}

func TestParts(t *testing.T) {
	got, err := Read(pack(t, map[string]string{
		"body": `<w:p>` + r("Thông tư này") + `<w:r><w:footnoteReference w:id="9"/></w:r><w:r>` +
			`<w:footnoteReference w:id="4"/>` +
			`</w:r></w:p>`,
		"footnotes": `<w:footnote w:type="separator" w:id="0">` + p("---") +
			`</w:footnote><w:footnote w:id="4">` +
			p("hai") + `</w:footnote><w:footnote w:id="9">` + p("một") +
			`</w:footnote><w:footnote w:id="5">` + p("bỏ") + `</w:footnote>`,
		"header": p("DỰ THẢO 2") + p("12"), "footer": p("- 7 -"),
	}))
	if err != nil {
		t.Fatal(err)
	}
	if want := "DỰ THẢO 2\nThông tư này[1][2]\n[2] hai\n[1] một"; sheettest.Lines(got) != want {
		t.Errorf("parts in order: %q, want %q", sheettest.Lines(got), want)
	}
}

// TestMadeByOffice reads a decision that an office program has written.
func TestMadeByOffice(t *testing.T) {
	raw, err := os.ReadFile("testdata/decision.docx")
	if err != nil {
		t.Fatal(err)
	}
	body, err := Read(raw)
	if err != nil {
		t.Fatal(err)
	}
	got := sheettest.Lines(body)
	for _, want := range []string{"Số: 2417/QĐ-UBND", "\nĐiều 1. Ban hành kèm theo",
		"\n1. Phê duyệt", "\na) Sở Tài chính;"} {
		if !strings.Contains(got, want) {
			t.Errorf("the text has no %q:\n%s", want, got)
		}
	}
}

func TestRefused(t *testing.T) {
	var sheets bytes.Buffer
	z := zip.NewWriter(&sheets)
	f, _ := z.Create("xl/workbook.xml")
	io.WriteString(f, "<workbook/>")
	z.Close()
	deep := strings.Repeat("<w:sdt>", 300) + p("a") + strings.Repeat("</w:sdt>", 300)
	tables := strings.Repeat("<w:tbl><w:tr><w:tc>", 20) + p("a") +
		strings.Repeat("</w:tc></w:tr></w:tbl>", 20)
	whole := pack(t, map[string]string{"body": p("a")})
	for _, tt := range []struct {
		name, want string
		raw        []byte
	}{
		{"cut off", "bad_docx", whole[:len(whole)/2]},
		{"a spreadsheet", "unsupported", sheets.Bytes()},
		{"no XML", "bad_docx", pack(t, map[string]string{"body": "<w:p><w:r>"})},
		{"an entity", "bad_docx", pack(t, map[string]string{"body": p("&xxe;")})},
		{"deep elements", "too_deep", pack(t, map[string]string{"body": deep})},
		{"deep styles", "too_deep", pack(t, map[string]string{"body": p("a"), "styles": deep})},
		{"deep tables", "too_deep", pack(t, map[string]string{"body": tables})},
		{"a bomb", "too_large", pack(t,
			map[string]string{"body": strings.Repeat(p("aaaaaaaaaaaa"), 1<<18)})},

		{"all well", "", whole},
	} {
		_, err := Read(tt.raw)
		if sheettest.Code(err) != tt.want || (err == nil) != (tt.want == "") {
			t.Errorf("%s: %v, want code %q", tt.name, err, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(p("a")+listed("1", "1", "A"), counting, styled,
		`<w:footnote w:id="1">`+p("a")+`</w:footnote>`)
	f.Add("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", "", "", "")
	f.Fuzz(func(t *testing.T, body, numbering, styles, notes string) {
		got, err := Read(pack(t, map[string]string{"body": body, "numbering": numbering,
			"styles": styles, "footnotes": notes}))
		var e *fault.Error
		if err != nil && !errors.As(err, &e) {
			t.Errorf("an error of another kind: %v", err)
		}
		if err == nil && got == nil {
			t.Error("neither text nor error")
		}
	})
}

func FuzzOpen(f *testing.F) {
	f.Add(pack(f, map[string]string{"body": p("a")}))
	f.Fuzz(func(t *testing.T, raw []byte) {
		Is(raw)
		Read(raw)
	})
}
