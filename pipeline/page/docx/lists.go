package docx

import (
	"strconv"
	"strings"
)

// levels is how many levels a list has.
const levels = 9

// lists count paragraphs as Word does.
type lists struct {
	nums   map[string]*num         // by the number that paragraphs give
	counts map[string]*[levels]int // of each abstract list: where it stands, -1 not begun
	begun  map[string]bool         // nums whose own start was taken
}

// A num is one use of an abstract list.
type num struct {
	id       string
	abstract string
	levels   [levels]level
	starts   [levels]*int
	byStyle  map[string]int
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

type numberingPart struct {
	Abstract []struct {
		ID     string  `xml:"abstractNumId,attr"`
		Levels []level `xml:"lvl"`
	} `xml:"abstractNum"`
	Nums []struct {
		ID        string `xml:"numId,attr"`
		Abstract  *value `xml:"abstractNumId"`
		Overrides []struct {
			Index string `xml:"ilvl,attr"`
			Start *value `xml:"startOverride"`
			Level *level `xml:"lvl"`
		} `xml:"lvlOverride"`
	} `xml:"num"`
}

func readLists(f *archive) (lists, error) {
	l := lists{nums: map[string]*num{}, counts: map[string]*[levels]int{}, begun: map[string]bool{}}
	var file numberingPart
	for _, name := range f.related("numbering") {
		if err := f.decode(name, &file); err != nil {
			return l, err
		}
	}
	abstract := map[string][]level{}
	for _, a := range file.Abstract {
		abstract[a.ID] = a.Levels
	}
	for _, n := range file.Nums {
		use := &num{id: n.ID, abstract: n.Abstract.text(), byStyle: map[string]int{}}
		for _, lv := range abstract[use.abstract] {
			use.put(lv.Index, lv)
		}
		for _, o := range n.Overrides {
			if o.Level != nil {
				use.put(o.Index, *o.Level)
			}
			if i, ok := index(o.Index); ok && o.Start != nil {
				start := atoi(o.Start.text())
				use.starts[i] = &start
			}
		}
		l.nums[n.ID] = use
	}
	return l, nil
}

func (n *num) put(at string, lv level) {
	i, ok := index(at)
	if !ok {
		return
	}
	n.levels[i] = lv
	if s := lv.Style.text(); s != "" {
		n.byStyle[s] = i
	}
}

func index(s string) (int, bool) {
	i, err := strconv.Atoi(s)
	return i, err == nil && i >= 0 && i < levels
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// next counts a paragraph and returns its number as it is printed, "" if it has none.
func (l *lists) next(at numbered, styleID string) string {
	n := l.nums[at.list]
	if n == nil {
		return ""
	}
	i := max(at.level, 0)
	if by, ok := n.byStyle[styleID]; ok && at.level <= 0 {
		i = by
	}
	if i >= levels {
		return ""
	}
	c := l.count(n, i)
	return n.label(c, i)
}

// count moves a list on at level i. (ECMA-376 part 1, 17.9)
func (l *lists) count(n *num, i int) *[levels]int {
	c := l.counts[n.abstract]
	if c == nil {
		c = new([levels]int)
		for j := range c {
			c[j] = -1
		}
		l.counts[n.abstract] = c
	}
	if !l.begun[n.id] {
		l.begun[n.id] = true
		for j, s := range n.starts {
			if s != nil {
				c[j] = *s - 1
			}
		}
	}
	for j := range i {
		if c[j] < 0 {
			c[j] = n.levels[j].start()
		}
	}
	if c[i] < 0 {
		c[i] = n.levels[i].start() - 1
	}
	c[i]++
	for j := i + 1; j < levels; j++ {
		if r := n.levels[j].Restart; r == nil || atoi(r.text()) > i {
			c[j] = -1
		}
	}
	return c
}

func (lv *level) start() int {
	if lv.Start == nil {
		return 1
	}
	return atoi(lv.Start.text())
}

// label prints the number of a paragraph on level i.
func (n *num) label(c *[levels]int, i int) string {
	lv := &n.levels[i]
	text := lv.Text.text()
	if lv.Format.text() == "bullet" {
		if strings.TrimSpace(text) == "" {
			return ""
		}
		return "-"
	}
	legal := lv.Legal.on()
	var b strings.Builder
	for k := 0; k < len(text); k++ {
		if text[k] != '%' || k+1 == len(text) || text[k+1] < '1' || text[k+1] > '9' {
			b.WriteByte(text[k])
			continue
		}
		k++
		j := int(text[k] - '1')
		format := n.levels[j].Format.text()
		if legal {
			format = "decimal"
		}
		b.WriteString(number(max(c[j], 0), format))
	}
	return b.String()
}

// mostRoman is the largest number that is printed in Roman figures or letters.
const mostRoman = 4999

// number prints n in a format of lists; those of other scripts as figures.
func number(n int, format string) string {
	switch format {
	case "none":
		return ""
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "lowerLetter":
		return strings.ToLower(letter(n))
	case "upperLetter":
		return letter(n)
	}
	return strconv.Itoa(n)
}

// letter is A to Z, then AA to ZZ, as Word counts.
func letter(n int) string {
	if n < 1 || n > mostRoman {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > mostRoman {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
		{40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.sign)
		}
	}
	return b.String()
}
