package eval

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"vnlex/extractors/reading"
)

// A goldPortal is a saved page of a legal portal with the attributes that its markup
// labels: one by one, as "Label: value" (vbInfo), as a table (properties), and with its
// diagram of relations (luocdo_items).
type goldPortal struct {
	File       string                         `json:"file"` // beside the gold
	Lines      []string                       `json:"vbInfo"`
	Properties map[string][]string            `json:"properties"`
	Diagram    map[string][][]json.RawMessage `json:"luocdo_items"` // label → [title, id]
	labelled   map[string]string
}

func readPortal(v value) (*goldPortal, error) {
	g := &goldPortal{labelled: map[string]string{}}
	if err := decode(v, g); err != nil {
		return nil, err
	}
	if g.File == "" {
		return nil, lacking("file")
	}
	var all map[string]any
	if err := decode(v, &all); err != nil {
		return nil, err
	}
	for label, value := range all {
		if text, ok := value.(string); ok {
			g.labelled[label] = text
		}
	}
	return g, nil
}

func parsePortal(v value) ([]task, error) {
	g, err := readPortal(v)
	if err != nil {
		return nil, err
	}
	edges, err := g.edges()
	if err != nil {
		return nil, err
	}
	return []task{{g.File, func(ctx context.Context, r *reader, s *sheet) error {
		got, err := r.read(ctx, s, v, v.beside(g.File), "")
		if err == nil {
			g.score(s, got, edges)
		}
		return err
	}}}, nil
}

func (g *goldPortal) score(s *sheet, got *reading.Reading, edges []portalEdge) {
	if got == nil {
		got = &reading.Reading{}
	}
	h := header{s, got, own(got)}
	want := g.attributes()
	for _, name := range slices.Sorted(maps.Keys(want)) {
		h.attribute(name, want[name])
	}
	scoreDiagram(s, got, edges)
}

// attributes are the fields that are labelled with a value.
func (g *goldPortal) attributes() map[string]string {
	out := map[string]string{}
	take := func(label, value string) {
		if name := portalFields[label]; name != "" && !withheld(value) {
			out[name] = strings.TrimSpace(value)
		}
	}
	for label, value := range g.labelled {
		take(label, value)
	}
	for _, line := range g.Lines {
		if label, value, ok := strings.Cut(line, ":"); ok {
			take(label, value)
			continue
		}
		// "Luật 31/VBHN-VPQH", without a label
		if symbol := line[strings.LastIndexByte(line, ' ')+1:]; strings.Contains(symbol, "/") {
			out[mNumber] = symbol
		}
	}
	for label, values := range g.Properties {
		g.property(label, values, take)
	}
	return out
}

// property takes a row of a table of attributes; one of them labels three values.
func (g *goldPortal) property(label string, values []string, take func(label, value string)) {
	labels := strings.Split(label, "/")
	if len(labels) != len(values) {
		labels, values = []string{label}, values[:min(len(values), 1)]
	}
	for i, value := range values {
		take(strings.TrimSpace(labels[i]), value)
	}
}

// portalFields are the measures of labels. What is not here has no place in a reading:
// number of the gazette, scope of application.
var portalFields = map[string]string{
	"Số hiệu": mNumber, "Số ký hiệu": mNumber,
	"Loại văn bản": mType,
	"Nơi ban hành": mAgency, "Cơ quan ban hành": mAgency,
	"Người ký": mSigner, "Chức danh": mTitle,
	"Ngày ban hành": mIssued, "Ngày ký xác thực": mIssued,
	"Ngày hiệu lực": mEffective, "Ngày có hiệu lực": mEffective,
	"Ngày hết hiệu lực": mExpires,
	"Tình trạng":        mStatus, "Hiệu lực": mStatus, "Tình trạng hiệu lực": mStatus,
	"Ngày công báo": mGazetted, "Ngày đăng công báo": mGazetted,
	"h1": mCaption, "article:published_time": mPublished,
}

// withheld reports whether a portal prints v to those who do not pay, or has no value yet.
func withheld(v string) bool {
	switch strings.TrimSpace(v) {
	case "", "Đã biết", "Đang cập nhật":
		return true
	}
	return false
}

// numberless are what portals print for a document without number (Hiến pháp).
var numberless = []string{"Không số", "Khongso"}

func (h header) attribute(name, want string) {
	switch name {
	case mNumber:
		if slices.Contains(numberless, want) {
			h.sheet.field(name, want, h.doc.Symbol, h.doc.Type != "" && h.doc.Symbol == "", "")
			return
		}
		h.number(want)
	case mAgency:
		h.agency(want)
	case mSigner:
		h.signer(want, "")
	case mTitle:
		h.signer("", want)
	case mIssued:
		h.field(name, isoDate(want), h.issued(), same)
	case mGazetted:
		h.field(name, isoDate(want), h.dated("gazette"), same)
	default:
		h.plain(name, want)
	}
}

func (h header) plain(name, want string) {
	got := map[string]string{
		mType: h.doc.Type, mEffective: h.doc.Effective, mExpires: h.doc.Expires,
		mStatus: h.doc.StatusPrinted, mCaption: h.page.Page.Title,
		mPublished: h.page.Page.Published,
	}[name]
	h.field(name, isoDate(want), got, func(a, b string) bool { return a == b || sameWords(a, b) })
}

// issued is when the document was issued; a consolidated text is authenticated instead.
func (h header) issued() string {
	if h.doc.Issued == "" {
		return h.dated("authenticated")
	}
	return h.doc.Issued
}

func (h header) dated(role string) string {
	for _, d := range h.page.Dates {
		if d.Role == role {
			return d.Value
		}
	}
	return ""
}

var errDiagram = errors.New("luocdo_items has an entry without title")
