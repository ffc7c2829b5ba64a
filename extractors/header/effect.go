package header

import (
	"strings"
	"unicode/utf8"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// An Effect is a clause that says from when something is in force, or until
// when (spec 3.7). Reading binds its date and its subject.
type Effect struct {
	Sentence extractors.Span
	At       extractors.Span // "có hiệu lực thi hành kể từ"
	Ends     bool            // hết hiệu lực
	Signing  bool            // kể từ ngày ký, ngày ban hành
	Days     int             // sau 45 ngày kể từ …
	Date     int             // where a date may begin, when neither
	With     extractors.Span // "ngày Thông tư này có hiệu lực"
	Except   extractors.Span // "trừ khoản 2 Điều này"
}

const (
	inForce = iota + 1
	outOfForce
	sinceSigning
	sinceWord
	afterWord
	exceptWord
	dayWord
	untilWord
)

func force(v *sentence.Vocab) *sentence.Phrases {
	p := sentence.NewPhrases(v)
	add := func(value int, phrases ...string) {
		for _, s := range phrases {
			p.Add(s, value)
		}
	}
	add(inForce, "có hiệu lực", "có hiệu lực thi hành", "có hiệu lực pháp luật", "bắt đầu có hiệu lực", "hiệu lực thi hành",
		"có hiệu lực và được áp dụng", "có hiệu lực áp dụng", "chính thức có hiệu lực", "được áp dụng", "hiệu lực")
	add(outOfForce, "hết hiệu lực", "hết hiệu lực thi hành", "hết hiệu lực pháp luật", "chấm dứt hiệu lực")
	add(sinceSigning, "ngày ký", "ngày ký ban hành", "ngày ban hành", "ngày được ký", "ngày ký quyết định", "ngày được ký ban hành",
		"ngày thông qua", "ngày được thông qua", "ngày quốc hội thông qua", "ngày được quốc hội thông qua")
	add(sinceWord, "từ", "kể từ", "vào", "bắt đầu từ")
	add(afterWord, "sau")
	add(exceptWord, "trừ", "trừ trường hợp", "ngoại trừ")
	add(dayWord, "ngày")
	add(untilWord, "đến hết ngày", "đến ngày", "đến hết")
	return p
}

// Effects returns the clauses of force in l, in order.
func Effects(l *sentence.Layout) []Effect {
	r := reader{Layout: l, w: vocabulary()}
	var all []Effect
	for i := 0; ; {
		j := strings.Index(l.Norm[i:], "hiệu")
		if j < 0 {
			return all
		}
		i += j
		if e, ok := r.effect(i); ok {
			all = append(all, e)
		}
		i += len("hiệu")
	}
}

// The words of a clause of force stand near the word "hiệu", in bytes; those from when it
// is in force are among the first tokens.
const (
	effectBefore = 60
	effectBehind = 1500
	effectWords  = effectBefore + 40
)

// effect reads the clause around the word "hiệu" at byte at.
func (r *reader) effect(at int) (Effect, bool) {
	if rest := strings.TrimLeft(r.Norm[at+len("hiệu"):min(at+len("hiệu")+12, len(r.Norm))], " \n*"); !strings.HasPrefix(rest, "lực") {
		return Effect{}, false
	}
	b := r.Blocks[r.At(at)]
	if at >= b.End {
		return Effect{}, false
	}
	e := Effect{Sentence: r.Sentence(b, extractors.Span{Start: at, End: at + 1})}
	from := max(e.Sentence.Start, at-effectBefore)
	for !utf8.RuneStart(r.Norm[from]) {
		from++
	}
	near := extractors.Span{Start: from, End: min(e.Sentence.End, at+effectBehind)}
	t := r.First(r.tokens[:0], r.w.vocab, near, effectWords)
	r.tokens = t
	i := 0
	for i < len(t) && int(t[i].Start) < at {
		i++
	}
	i, kind, n := r.forceAt(t, i)
	if kind == 0 || i > 0 && r.denied(t[i-1]) || r.onlyDates(t, i, n) {
		return Effect{}, false
	}
	e.Ends = kind == outOfForce
	e.At = extractors.Span{Start: int(t[i].Start), End: int(t[i+n-1].End)}
	if !r.since(&e, t, i+n) {
		return Effect{}, false
	}
	r.except(&e, near.End)
	return e, true
}

// forceAt finds the phrase of force that holds token i.
func (r *reader) forceAt(t []sentence.Token, i int) (at, kind, n int) {
	for back := 3; back >= 0; back-- {
		if i < back || i-back >= len(t) {
			continue
		}
		v, k := r.w.force.At(t, i-back)
		if (v == inForce || v == outOfForce) && i-back+k > i {
			return i - back, v, k
		}
	}
	return i, 0, 0
}

// denied reports whether the word before takes the force away, or says that it
// began before: chưa có hiệu lực, tạm ngưng hiệu lực, tiếp tục có hiệu lực.
func (r *reader) denied(t sentence.Token) bool {
	switch strings.ToLower(r.Norm[t.Start:t.End]) {
	case "chưa", "không", "còn", "ngưng", "ngừng", "dừng", "tục", "lùi", "dài", "hạn":
		return true
	}
	return false
}

// onlyDates reports whether the n tokens of force at i only tell another day:
// "trước ngày Luật này có hiệu lực, …". A date in brackets behind them explains it.
func (r *reader) onlyDates(t []sentence.Token, i, n int) bool {
	if i+n < len(t) && t[i+n].ID == '(' && t[i+n].Kind == sentence.Punct {
		return false
	}
	for j := i - 1; j > 0 && i-j < 8 && t[j].Kind == sentence.Word; j-- {
		if v, _ := r.w.force.At(t, j-1); v == dayWord && r.Norm[t[j].Start:t[j].End] != "này" {
			kind, _ := r.w.kinds.At(t, j)
			return kind > 0
		}
	}
	return false
}

// since reads what follows: from a date, from signing, so many days after.
func (r *reader) since(e *Effect, t []sentence.Token, i int) bool {
	for end := min(len(t), i+14); i < end; {
		v, n := r.w.force.At(t, i)
		switch {
		case v == sinceSigning:
			e.Signing, e.Except = true, r.behind(t, i+n)
			return true
		case v == afterWord && i+1 < len(t) && t[i+1].Kind == sentence.Digit:
			e.Days = atoi(r.Norm[t[i+1].Start:t[i+1].End])
			i += 3 // sau 45 ngày
		case v == afterWord && r.counted(t, i+1) > 0:
			for e.Days = r.counted(t, i+1); r.Norm[t[i].Start:t[i].End] != "ngày"; i++ {
			}
			i++ // sau mười lăm ngày
		case t[i].Kind == sentence.Digit && r.span(t, i+1):
			i += 2 // trong thời hạn 02 năm
		case e.Days > 0 && t[i].Kind == sentence.Punct && t[i].ID == ')':
			i += 2 // sau 15 (mười lăm) ngày
		case v == dayWord && i+1 < len(t) && t[i+1].Kind == sentence.Word && t[i+1].Case == sentence.Capital:
			e.With = extractors.Span{Start: int(t[i+1].Start), End: e.Sentence.End}
			e.Except = r.behind(t, i+n)
			return true
		case v == dayWord || t[i].Kind == sentence.Digit:
			e.Date, e.Except = int(t[i].Start), r.behind(t, i+n)
			return true
		case t[i].Kind == sentence.Punct && (t[i].ID == ')' || t[i].ID == ';' || t[i].ID == '.'):
			return false
		case r.names(t, i):
			return false // the date behind it is that of another document
		case v == untilWord:
			e.Ends = true
			fallthrough
		default:
			i += max(n, 1)
		}
	}
	return false
}

// counted reads a number of days in words at token i; 0 when there is none.
func (r *reader) counted(t []sentence.Token, i int) int {
	for n := 2; n > 0; n-- {
		if i+n < len(t) && r.Norm[t[i+n].Start:t[i+n].End] == "ngày" {
			return dayNumbers[oneSpace(strings.ToLower(r.Norm[t[i].Start:t[i+n-1].End]))]
		}
	}
	if i+3 < len(t) && r.Norm[t[i+3].Start:t[i+3].End] == "ngày" {
		return dayNumbers[oneSpace(strings.ToLower(r.Norm[t[i].Start:t[i+2].End]))]
	}
	return 0
}

func oneSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

// dayNumbers are the periods that laws set before a document is in force.
var dayNumbers = map[string]int{"năm": 5, "bảy": 7, "mười": 10, "mười lăm": 15, "hai mươi": 20, "ba mươi": 30,
	"bốn mươi lăm": 45, "bốn lăm": 45, "sáu mươi": 60, "chín mươi": 90}

// span reports whether token i makes the number before it a span of time, not a date.
func (r *reader) span(t []sentence.Token, i int) bool {
	if i >= len(t) {
		return false
	}
	w := r.Norm[t[i].Start:t[i].End]
	return w == "năm" || w == "tháng"
}

// names reports whether token i begins the name of a document: "Nghị định số …".
func (r *reader) names(t []sentence.Token, i int) bool {
	v, n := r.w.kinds.At(t, i)
	return v > 0 && t[i].Case != sentence.LowerCase && i+n < len(t)
}

// behind returns the place of token i, where an exception may begin.
func (r *reader) behind(t []sentence.Token, i int) extractors.Span {
	at := int(t[min(i, len(t))-1].End)
	return extractors.Span{Start: at, End: at}
}

// except finds "trừ …" behind the date, up to byte end.
func (r *reader) except(e *Effect, end int) {
	s := extractors.Span{Start: e.Except.Start, End: end}
	e.Except = extractors.Span{}
	if text := r.Norm[s.Start:max(s.End, s.Start)]; !strings.Contains(text, "ừ") && !strings.Contains(text, "Ừ") {
		return
	}
	t := r.Tokens(r.tokens[:0], r.w.vocab, s)
	r.tokens = t
	for i := range t {
		if v, n := r.w.force.At(t, i); v == exceptWord && i+n < len(t) {
			e.Except = extractors.Span{Start: int(t[i+n].Start), End: e.Sentence.End}
			return
		}
	}
}

func atoi(s string) int {
	n := 0
	for i := 0; i < len(s) && '0' <= s[i] && s[i] <= '9' && n < 10000; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
