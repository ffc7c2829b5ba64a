package pipeline_test

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strings"

	"vnlex/extractors/normalize"
	"vnlex/extractors/reading"
)

// Synthetic readings test resolution apart from the extractors: a page's text is
// the seed of what it says. The world is small, so that pages meet: numbers recur in
// several years and with none, provinces merge, instruments get and lose carriers.

// syntheticText is the text of a page that says something else for each seed.
func syntheticText(seed uint64) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Trang %d.\n", seed)
	for i := range 40 {
		fmt.Fprintf(&b, "Câu thứ %d của trang %d nói về một văn bản.\n", i, seed)
	}
	return b.String()
}

type world struct {
	rng  *rand.Rand
	text string
	r    *reading.Reading
	keys []string
	inst []string
}

func syntheticReading(s reading.Source) *reading.Reading {
	h := fnv.New64a()
	h.Write([]byte(s.Text))
	w := &world{rng: rand.New(rand.NewPCG(h.Sum64(), 1)), text: s.Text}
	w.r = &reading.Reading{Page: reading.Page{URL: s.URL, Kind: w.pick("news", "legal"),
		Title: w.title(),
		Published: w.pick("", "2021-03-29T03:33:00+07:00", "2023-05-02",
			"2025-08-01T10:00:00+07:00")}}
	for range w.rng.IntN(6) {
		w.document()
	}
	if len(w.keys) == 0 {
		return w.r
	}
	if w.rng.IntN(3) > 0 {
		w.r.Subject = w.keys[0]
	}
	for range w.rng.IntN(3) {
		w.instrument()
	}
	for range w.rng.IntN(5) {
		w.relation()
	}
	if w.r.Subject != "" && len(w.keys) > 1 && w.rng.IntN(3) == 0 {
		w.r.Related = append(w.r.Related, reading.Related{Key: w.keys[1], List: w.rng.IntN(3),
			Start: 3, End: 9})
	}
	return w.r
}

func (w *world) pick(all ...string) string { return all[w.rng.IntN(len(all))] }

func (w *world) title() string {
	return w.pick("về khuyến công quốc gia", "về sản xuất sạch hơn trong công nghiệp",
		"quy định chi tiết Luật Điện lực",
		"phê duyệt Chiến lược phát triển ngành công nghiệp hoá chất", "về tiết kiệm năng lượng")
}

func (w *world) date(year string) string {
	if year == "0000" {
		return w.pick("", "2022-06-16")
	}
	return year + w.pick("", "", "-06", "-06-16", "-06-16", "-06-30", "-07-02", "-12-01")
}

func (w *world) evidence() reading.Evidence {
	lines := strings.SplitAfter(w.text, "\n")
	n := 1 + w.rng.IntN(len(lines)-2)
	start := len(strings.Join(lines[:n], ""))
	quote := strings.TrimSuffix(lines[n], "\n")
	return reading.Evidence{Start: start, End: start + len(quote), Quote: quote}
}

func (w *world) document() {
	year := w.pick("0000", "0000", "2020", "2021", "2022", "2025")
	key := fmt.Sprintf("vn:%s:%s:%d", w.pick("quyet-dinh:ttg", "quyet-dinh:bct", "nghi-dinh:cp",
		"quyet-dinh:ubnd@gia-lai",
		"thong-tu-lien-tich:btc-bct"), year, 1+w.rng.IntN(3))
	for _, have := range w.keys {
		if have == key {
			return
		}
	}
	d := reading.Document{Key: key, Symbol: w.pick("1/QĐ", "01/QĐ", "1/QD"), Issued: w.date(year),
		Issuers: []string{w.pick("Thủ tướng Chính phủ", "Bộ Công Thương")}, Title: w.title(),
		Unit: w.pick("", "KHCN"), Place: w.pick("", "Hà Nội"), Carried: w.rng.IntN(4) == 0}
	e := w.evidence()
	d.Mentions = []reading.Place{{Start: e.Start, End: e.End, Text: e.Quote}}
	if w.rng.IntN(2) == 0 {
		d.Mentions = append(d.Mentions, d.Mentions[0])
	}
	w.field(&d, "issued", d.Issued)
	w.field(&d, "title", d.Title)
	if w.rng.IntN(3) == 0 {
		d.Effective = w.pick("2022-08-01", "2025-08-15")
		w.field(&d, "effective", d.Effective)
	}
	if w.rng.IntN(3) == 0 {
		d.Signer = &reading.Signer{Name: w.pick("Lê Văn Thành", "Lê văn Thành", "Đỗ Thắng Hải"),
			Title: w.pick("", "Phó Thủ tướng"), Capacity: []string{"KT"}}
		w.field(&d, "signer", d.Signer.Name)
	}
	w.keys = append(w.keys, key)
	w.r.Documents = append(w.r.Documents, d)
}

func (w *world) field(d *reading.Document, name, value string) {
	if value == "" {
		return
	}
	e := w.evidence()
	d.Fields = append(d.Fields, reading.Field{Name: name, Value: value, Start: e.Start,
		End: e.End,
		Rule: w.pick("metadata", "header", "after-number", "prose", "place-date",
			"unheard-of"),
		Confidence: float64(w.rng.IntN(5)+5) / 10})
}

func (w *world) instrument() {
	kind := w.pick("chien-luoc", "ke-hoach")
	head := map[string]string{"chien-luoc": "Chiến lược", "ke-hoach": "Kế hoạch"}[kind]
	name := head + " " + w.pick("phát triển ngành công nghiệp hoá chất Việt Nam",
		"phát triển công nghiệp hóa chất Việt Nam",
		"sản xuất sạch hơn", "sản xuất sạch hơn trong công nghiệp", "khuyến công tỉnh Cà Mau", "khuyến công tỉnh Gia Lai")
	horizon := w.pick("", "2030", "2040")
	i := reading.Instrument{Name: name, Kind: kind, Period: []string{"", w.pick("", "2030")},
		Horizon:  horizon,
		Evidence: w.evidence(), Act: w.pick("approves", "promulgates"), Rule: "I001",
		Confidence: float64(w.rng.IntN(5)+5) / 10, Aliases: []string{head}}
	if w.rng.IntN(2) == 0 {
		i.Carrier = w.pick(w.keys...)
		i.Key = "I:" + strings.TrimPrefix(i.Carrier, "vn:") + ":" + kind
	} else {
		i.Act = ""
		i.Key = "I::" + normalize.Slug(name+" "+i.Period[1]+" "+horizon)
	}
	for _, have := range w.inst {
		if have == i.Key {
			return
		}
	}
	w.inst = append(w.inst, i.Key)
	w.r.Instruments = append(w.r.Instruments, i)
}

func (w *world) relation() {
	ends := append(append([]string{}, w.keys...), w.inst...)
	family := w.pick("implements", "amends", "cites")
	kind := map[string]string{"implements": w.pick("implements", "guides"),
		"amends": w.pick("amends", "repeals"),
		"cites":  w.pick("based_on", "refers_to", "consolidates")}[family]
	r := reading.Relation{From: w.pick(ends...), To: w.pick(ends...), Family: family, Kind: kind,
		Confidence: float64(w.rng.IntN(7)+3) / 10, Rule: w.pick("T001",
			"T002"), Evidence: w.evidence(),
		Derived: w.rng.IntN(8) == 0}
	if w.rng.IntN(2) == 0 {
		r.Parts = []reading.Part{{ScopeTo: w.pick("#dieu-1", "#dieu-2"), Op: w.pick("", "repeal"),
			Effective: w.pick("",
				"2023-01-01"), Quoted: w.rng.IntN(4) == 0, Start: r.Evidence.Start, End: r.Evidence.End}}
	}
	w.r.Relations = append(w.r.Relations, r)
}
