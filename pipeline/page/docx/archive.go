package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"vnlex/pipeline/page/fault"
)

// An archive is the parts of a file.
type archive struct {
	parts map[string]*zip.File
	main  string
	links []link
	left  int64 // how many bytes may still be unpacked
}

// A link is how the text names another part.
type link struct {
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

func open(raw []byte) (*archive, error) {
	r, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, bad("its archive is damaged: %v", err)
	}
	if len(r.File) > mostParts {
		return nil, tooLarge("it has more than %d parts", mostParts)
	}
	a := &archive{parts: map[string]*zip.File{}, left: mostBytes}
	for _, f := range r.File {
		if name := partName(f.Name); a.parts[name] == nil {
			a.parts[name] = f
		}
	}
	return a, a.findMain()
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// findMain finds the part with the text, and the parts that it names.
func (a *archive) findMain() error {
	top, err := a.linksOf("")
	if err != nil {
		return err
	}
	a.main = "word/document.xml"
	for _, l := range top {
		if kindOf(l) == "officeDocument" {
			a.main = partName(l.Target)
		}
	}
	if a.parts[a.main] == nil || !strings.HasPrefix(a.main, "word/") {
		return &fault.Error{Code: "unsupported", Detail: "it is an archive, but not one of Word"}
	}
	a.links, err = a.linksOf(a.main)
	return err
}

func kindOf(l link) string { return path.Base(l.Type) }

// linksOf returns the links of a part; "" is the archive as a whole.
func (a *archive) linksOf(part string) ([]link, error) {
	dir, file := path.Split(part)
	var out struct {
		Links []link `xml:"Relationship"`
	}
	name := dir + "_rels/" + file + ".rels"
	if a.parts[name] == nil {
		return nil, nil
	}
	if err := a.decode(name, &out); err != nil {
		return nil, err
	}
	for i, l := range out.Links {
		if !strings.HasPrefix(l.Target, "/") {
			out.Links[i].Target = path.Join(dir, l.Target)
		}
	}
	return out.Links, nil
}

// related returns the parts of a kind that the text names, in the order of their names.
func (a *archive) related(kind string) []string {
	var names []string
	for _, l := range a.links {
		name := partName(l.Target)
		if kindOf(l) == kind && l.Mode != "External" && a.parts[name] != nil {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// read unpacks a part.
func (a *archive) read(name string) ([]byte, error) {
	f := a.parts[name]
	r, err := f.Open()
	if err != nil {
		return nil, bad("its part %q cannot be unpacked: %v", name, err)
	}
	defer r.Close()
	most := min(a.left, max(fewBytes, mostRatio*int64(min(f.CompressedSize64, mostBytes))))
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	a.left -= int64(len(data))
	switch {
	case int64(len(data)) > most:
		return nil, tooLarge("its part %q grows to more than %d bytes", name, most)
	case err != nil:
		return nil, bad("its part %q is damaged: %v", name, err)
	}
	return data, nil
}

// decode reads a part that is small and flat into v.
func (a *archive) decode(name string, v any) error {
	data, err := a.read(name)
	if err != nil {
		return err
	}
	if err := checkDepth(data); err != nil {
		return err
	}
	if err := xml.Unmarshal(data, v); err != nil {
		return bad("its part %q: %v", name, err)
	}
	return nil
}

// checkDepth refuses elements that are nested too deeply, before anything recurses.
func checkDepth(data []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(data))
	for depth := 0; ; {
		token, err := dec.RawToken()
		if err != nil {
			return nil // what is wrong is told by who reads it
		}
		switch token.(type) {
		case xml.StartElement:
			if depth++; depth > deepest {
				return &fault.Error{Code: "too_deep", Detail: "its elements are nested too deeply"}
			}
		case xml.EndElement:
			depth--
		}
	}
}
