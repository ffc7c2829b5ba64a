package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vnlex/extractors"
	"vnlex/extractors/agency"
	"vnlex/extractors/normalize"
	"vnlex/extractors/number"
	"vnlex/extractors/signer"
)

// spell gives the words of a title as a sentence writes them. Headings print titles
// in capitals: they are spelled as the page spells them elsewhere, else with the
// capitals that names have.
func (p *page) spell(at extractors.Span) string {
	title := oneLine(p.text.Quote(at))
	if !inCapitals(title) {
		return title
	}
	if s, ok := p.spelledElsewhere(at); ok {
		return s
	}
	return sentenceCase(oneLine(p.norm(at)))
}

// inCapitals reports whether s has words, and no small letter.
func inCapitals(s string) bool {
	return strings.Contains(s, " ") && s == strings.ToUpper(s) && s != strings.ToLower(s)
}

// spelledWithin is how much of a text is searched for another spelling of its title:
// the enacting words, the first article and a portal's own heading stand there.
const spelledWithin = 24_000

// spelledElsewhere finds the words of at once more, not in capitals.
func (p *page) spelledElsewhere(at extractors.Span) (string, bool) {
	text := strings.ReplaceAll(p.text.Norm[:min(len(p.text.Norm), spelledWithin)], "\n", " ")
	low, words := strings.ToLower(text), strings.ToLower(oneLine(p.norm(at)))
	if len(low) != len(text) {
		return "", false
	}
	for i := 0; ; {
		j := strings.Index(low[i:], words)
		if j < 0 {
			return "", false
		}
		i += j
		if s := text[i : i+len(words)]; !inCapitals(s) && !letterBefore(text, i) {
			r, n := utf8.DecodeRuneInString(s)
			return string(unicode.ToUpper(r)) + s[n:], true
		}
		i += len(words)
	}
}

// sentenceCase writes words in capitals small, but for the first letter, the names of
// bodies, posts, persons and provinces, symbols and abbreviations.
func sentenceCase(s string) string {
	c := casing{s: s}
	for i := 0; i < len(s); {
		i = c.word(i)
	}
	out := c.out.String()
	r, n := utf8.DecodeRuneInString(out)
	return string(unicode.ToUpper(r)) + out[n:]
}

// A casing goes through a title in capitals.
type casing struct {
	s     string
	out   strings.Builder
	last  string // the word before, small
	named bool   // a post or body stands right before: a person's name may follow
	place bool   // a province stands right before, but for a comma or "và"
}

// word writes the name or word at byte i and returns where the next one begins.
func (c *casing) word(i int) int {
	rest := c.s[i:]
	if n := len(rest) - len(strings.TrimLeft(rest, " ,;:()“”\"'–-")); n > 0 {
		c.out.WriteString(rest[:n])
		return i + n
	}
	for _, name := range []func(string) (string, int){c.body, c.post, c.person, c.province, c.district, c.symbol} {
		if spelled, n := name(rest); n > 0 {
			c.out.WriteString(spelled)
			return i + n
		}
	}
	n := strings.IndexAny(rest, " ,;:()”\"")
	if n < 0 {
		n = len(rest)
	}
	w := strings.ToLower(rest[:n])
	c.place = c.place && w == "và"
	if c.opens(rest, w) {
		r, k := utf8.DecodeRuneInString(w)
		w = string(unicode.ToUpper(r)) + w[k:]
	}
	c.out.WriteString(w)
	c.last, c.named = w, false
	return i + n
}

// body spells the name of a state body, and of the country.
func (c *casing) body(s string) (string, int) {
	for _, name := range bodies {
		if begins(s, name) {
			return name, len(name)
		}
	}
	m, ok := agency.ByName(s)
	if !ok || m.Office != "" || !begins(s, m.Agency.Name) {
		return "", 0
	}
	c.named, c.place = true, m.Agency.Local()
	return m.Agency.Name, len(m.Agency.Name)
}

// bodies are names that issue no documents of their own.
var bodies = []string{"Việt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam", "Bộ Chính trị", "Ban Bí thư", "Nhà nước",
	"Ban Chấp hành Trung ương", "Trung ương", "Đảng Cộng sản Việt Nam", "Mặt trận Tổ quốc", "Thừa Thiên Huế"}

// begins reports whether s begins with the words of name, in any case.
func begins(s, name string) bool {
	return len(s) >= len(name) && strings.EqualFold(s[:len(name)], name) && !letterAt(s, len(name))
}

func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

func (c *casing) post(s string) (string, int) {
	post, n := signer.PostAt(s)
	if n != len(post) || !begins(s, post) {
		return "", 0
	}
	c.named = true
	return post, n
}

// person spells the name behind a post: up to four syllables, of which the first is
// that of a family.
func (c *casing) person(s string) (string, int) {
	if !c.named {
		return "", 0
	}
	c.named = false
	words := strings.Split(s, " ")
	if !signer.Family(words[0]) {
		return "", 0
	}
	n, end := 0, 0
	for n < min(len(words), 4) && !behindName[strings.ToLower(words[n])] && !strings.ContainsAny(words[n], ",;:(") {
		r, k := utf8.DecodeRuneInString(words[n])
		end += len(words[n]) + 1
		words[n] = string(r) + strings.ToLower(words[n][k:])
		n++
	}
	if n < 2 {
		return "", 0
	}
	return strings.Join(words[:n], " "), end - 1
}

// behindName holds the words that follow the name of a person.
var behindName = map[string]bool{"tại": true, "về": true, "trong": true, "dự": true, "sau": true, "với": true, "và": true,
	"đến": true, "làm": true, "khi": true, "ở": true, "đã": true, "tham": true, "thăm": true}

// province spells a province behind "tỉnh", "thành phố", or behind another one.
func (c *casing) province(s string) (string, int) {
	if c.last != "tỉnh" && c.last != "phố" && c.last != "tp" && !c.place {
		return "", 0
	}
	c.place = false
	for words := strings.Fields(s); ; {
		words = words[:min(len(words), 4)]
		if len(words) == 0 {
			return "", 0
		}
		name := strings.TrimRight(strings.Join(words, " "), ",;.)")
		if pl, ok := agency.Province(name); ok && begins(s, pl.Name) {
			c.place = true
			return pl.Name, len(pl.Name)
		}
		words = words[:len(words)-1]
	}
}

// district spells the place behind "huyện", "xã" and the like: up to three words before a
// comma, the next larger place or the end.
func (c *casing) district(s string) (string, int) {
	switch c.last {
	case "huyện", "quận", "xã", "phường", "trấn":
	default:
		return "", 0
	}
	name := s
	for _, stop := range []string{",", ";", " TỈNH ", " HUYỆN ", " THÀNH PHỐ ", " ("} {
		if i := strings.Index(name, stop); i >= 0 {
			name = name[:i]
		}
	}
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > 3 || begins(name, "hội") || begins(name, "tỉnh") || strings.Contains(name, "“") {
		return "", 0
	}
	for i, w := range words {
		if !normalize.IsSyllable(w) {
			return "", 0
		}
		r, n := utf8.DecodeRuneInString(w)
		words[i] = string(r) + strings.ToLower(w[n:])
	}
	c.last, c.named = strings.ToLower(words[len(words)-1]), false
	return strings.Join(words, " "), len(name)
}

// symbol keeps what is no Vietnamese word: numbers, symbols, abbreviations, and Roman
// numerals behind a word that they count.
func (c *casing) symbol(s string) (string, int) {
	n := strings.IndexAny(s, " ,;:()”\"")
	if n < 0 {
		n = len(s)
	}
	w := s[:n]
	roman := strings.Trim(w, "IVX") == "" && counting[c.last]
	if !roman && !strings.ContainsAny(w, "0123456789/&") && normalize.IsSyllable(w) {
		return "", 0
	}
	c.last, c.named = w, false
	return w, n
}

var counting = map[string]bool{"khóa": true, "khoá": true, "quý": true, "lục": true, "chương": true, "thứ": true, "loại": true,
	"nhóm": true, "hạng": true, "đợt": true, "phần": true, "mục": true, "kỳ": true, "cấp": true}

// opens reports whether the word w, which begins s, has a capital: a type word before a
// number, a law and its name, an instrument behind the verb that carries it.
func (c *casing) opens(s, w string) bool {
	if c.last == "Luật" || c.last == "Sở" || w == "sở" && !strings.HasPrefix(s, "SỞ HỮU") || strings.HasSuffix(c.out.String(), "“") {
		return true
	}
	t, ok := number.NextWord(s[:min(len(s), 60)], 0)
	if !ok || t.Start != 0 {
		return false
	}
	behind := strings.ToLower(strings.TrimLeft(s[t.End:], " "))
	counted := strings.HasPrefix(behind, "số ") || behind != "" && behind[0] >= '0' && behind[0] <= '9'
	return counted || lawTypes[t.Type.Slug] && w != "pháp" || c.last == "duyệt" || c.last == "hành" && t.Type.Slug != "huong-dan"
}
