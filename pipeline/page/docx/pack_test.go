package docx

import (
	"archive/zip"
	"bytes"
	"testing"
)

const (
	space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
		`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
		`xmlns:v="urn:schemas-microsoft-com:vml"`
	office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// pack makes a file of parts, linked as Word does.
func pack(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name, data string) {
		f, err := z.Create(name)
		if err == nil {
			_, err = f.Write([]byte(data))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	links := ""
	for _, kind := range []string{"styles", "numbering", "footnotes", "endnotes", "header",
		"footer"} {
		if part, ok := parts[kind]; ok {
			add("word/"+kind+"1.xml",
				`<?xml version="1.0"?><w:`+kind+` `+space+`>`+part+`</w:`+kind+`>`)
			links += `<Relationship Id="` + kind + `" Type="` + office + kind +
				`" Target="` + kind + `1.xml"/>`
		}
	}
	add("_rels/.rels", `<Relationships><Relationship Id="a" Type="`+office+
		`officeDocument" Target="word/document.xml"/></Relationships>`)
	add("word/_rels/document.xml.rels", `<Relationships>`+links+`</Relationships>`)
	add("word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document `+space+
		`><w:body>`+parts["body"]+`</w:body></w:document>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func p(s string) string { return "<w:p>" + r(s) + "</w:p>" }

func r(s string) string { return "<w:r><w:t xml:space=\"preserve\">" + s + "</w:t></w:r>" }

// listed is a paragraph on a level of a list.
func listed(list, level, s string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list +
		`"/></w:numPr></w:pPr>` + r(s) + `</w:p>`
}
