package docx

import (
	"strconv"

	"vnlex/pipeline/page/counter"
)

// lists are how paragraphs are counted.
type lists struct {
	uses    map[string]*counter.Use   // by the number that paragraphs give
	byStyle map[string]map[string]int // of each use: which level a style is on
	counter counter.Counter
}

// A level is how paragraphs on it are counted.
type level struct {
	Index   string `xml:"ilvl,attr"`
	Start   *value `xml:"start"`
	Format  *value `xml:"numFmt"`
	Text    *value `xml:"lvlText"`
	Restart *value `xml:"lvlRestart"`
	Legal   *value `xml:"isLgl"`
	Style   *value `xml:"pStyle"`
}

type numbering struct {
	Abstract []struct {
		ID     string  `xml:"abstractNumId,attr"`
		Levels []level `xml:"lvl"`
	} `xml:"abstractNum"`
	Uses []use `xml:"num"`
}

type use struct {
	ID        string `xml:"numId,attr"`
	Abstract  *value `xml:"abstractNumId"`
	Overrides []struct {
		Index string `xml:"ilvl,attr"`
		Start *value `xml:"startOverride"`
		Level *level `xml:"lvl"`
	} `xml:"lvlOverride"`
}

func readLists(f *archive) (lists, error) {
	l := lists{uses: map[string]*counter.Use{}, byStyle: map[string]map[string]int{}}
	var file numbering
	for _, name := range f.related("numbering") {
		if err := f.decode(name, &file); err != nil {
			return l, err
		}
	}
	abstract := map[string][]level{}
	for _, a := range file.Abstract {
		abstract[a.ID] = a.Levels
	}
	for _, u := range file.Uses {
		l.add(u, abstract[u.Abstract.text()])
	}
	return l, nil
}

func (l *lists) add(u use, all []level) {
	l.uses[u.ID] = &counter.Use{List: u.Abstract.text()}
	l.byStyle[u.ID] = map[string]int{}
	for _, lv := range all {
		l.put(u.ID, lv.Index, lv)
	}
	for _, o := range u.Overrides {
		if o.Level != nil {
			l.put(u.ID, o.Index, *o.Level)
		}
		if i, ok := index(o.Index); ok && o.Start != nil {
			start := atoi(o.Start.text())
			l.uses[u.ID].Starts[i] = &start
		}
	}
}

func (l *lists) put(id, at string, lv level) {
	i, ok := index(at)
	if !ok {
		return
	}
	l.uses[id].Levels[i] = lv.counted()
	if s := lv.Style.text(); s != "" {
		l.byStyle[id][s] = i
	}
}

var formats = map[string]counter.Format{
	"decimalZero": counter.DecimalZero, "upperRoman": counter.UpperRoman,
	"lowerRoman": counter.LowerRoman, "upperLetter": counter.UpperLetter,
	"lowerLetter": counter.LowerLetter, "bullet": counter.Bullet, "none": counter.None,
}

func (lv *level) counted() counter.Level {
	out := counter.Level{Start: 1, Format: formats[lv.Format.text()], Text: lv.Text.text(),
		Legal: lv.Legal.on()}
	if lv.Start != nil {
		out.Start = atoi(lv.Start.text())
	}
	if lv.Restart != nil {
		if out.Restart = atoi(lv.Restart.text()); out.Restart == 0 {
			out.Restart = counter.Never
		}
	}
	return out
}

func index(s string) (int, bool) {
	i, err := strconv.Atoi(s)
	return i, err == nil && i >= 0 && i < counter.Levels
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// next counts a paragraph and returns its number as it is printed, "" if it has none.
func (l *lists) next(at numbered, style string) string {
	use := l.uses[at.list]
	if use == nil {
		return ""
	}
	i := max(at.level, 0)
	if by, ok := l.byStyle[at.list][style]; ok && at.level <= 0 {
		i = by
	}
	return l.counter.Next(use, i)
}
