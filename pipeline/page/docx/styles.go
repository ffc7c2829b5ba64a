package docx

import "iter"

// styles are what paragraphs get from the styles they name.
type styles map[string]style

type style struct {
	Based string
	List  numbered
	Shown shown
}

// A numbered says that a paragraph is counted: in which list, on which level.
type numbered struct {
	list  string
	level int
	set   bool
}

// shown is how characters are shown, as far as it changes what one reads.
type shown struct {
	caps, hidden bool
}

// value is an element with nothing but a value.
type value struct {
	Val *string `xml:"val,attr"`
}

// on reports whether a switch is on: it is there and not turned off.
func (v *value) on() bool {
	if v == nil {
		return false
	}
	if v.Val == nil {
		return true
	}
	return *v.Val != "0" && *v.Val != "false" && *v.Val != "off"
}

func (v *value) text() string {
	if v == nil || v.Val == nil {
		return ""
	}
	return *v.Val
}

// paragraphProps are w:pPr.
type paragraphProps struct {
	Style *value `xml:"pStyle"`
	List  *struct {
		Level *value `xml:"ilvl"`
		List  *value `xml:"numId"`
	} `xml:"numPr"`
	Mark struct {
		Deleted *struct{} `xml:"del"`
		Moved   *struct{} `xml:"moveFrom"`
	} `xml:"rPr"`
}

// runProps are w:rPr.
type runProps struct {
	Style  *value `xml:"rStyle"`
	Caps   *value `xml:"caps"`
	Hidden *value `xml:"vanish"`
}

func readStyles(f *archive) (styles, error) {
	all := styles{}
	var file struct {
		Styles []struct {
			ID        string         `xml:"styleId,attr"`
			Based     *value         `xml:"basedOn"`
			Paragraph paragraphProps `xml:"pPr"`
			Run       runProps       `xml:"rPr"`
		} `xml:"style"`
	}
	for _, name := range f.related("styles") {
		if err := f.decode(name, &file); err != nil {
			return nil, err
		}
	}
	for _, s := range file.Styles {
		all[s.ID] = style{Based: s.Based.text(), List: s.Paragraph.numbered(),
			Shown: shown{s.Run.Caps.on(), s.Run.Hidden.on()}}
	}
	return all, nil
}

// numbered returns what the properties themselves say of counting.
func (p *paragraphProps) numbered() numbered {
	if p.List == nil {
		return numbered{}
	}
	n := numbered{list: p.List.List.text(), set: true, level: -1}
	if p.List.Level != nil {
		n.level = atoi(p.List.Level.text())
	}
	return n
}

// mostBased is how many styles may be based on each other.
const mostBased = 32

// from yields a style and those that it is based on.
func (s styles) from(id string) iter.Seq[style] {
	return func(yield func(style) bool) {
		for range mostBased {
			st, ok := s[id]
			if !ok || !yield(st) {
				return
			}
			id = st.Based
		}
	}
}

// list returns how a style counts its paragraphs, from the styles it is based on too.
func (s styles) list(id string) numbered {
	var n numbered
	for st := range s.from(id) {
		if st.List.set && n.list == "" {
			n.list, n.set = st.List.list, true
		}
		if st.List.set && n.level <= 0 && st.List.level > 0 {
			n.level = st.List.level
		}
	}
	return n
}

// shown returns how a style shows characters.
func (s styles) shown(id string) shown {
	var out shown
	for st := range s.from(id) {
		out.caps = out.caps || st.Shown.caps
		out.hidden = out.hidden || st.Shown.hidden
	}
	return out
}
