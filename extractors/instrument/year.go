package instrument

import (
	"strings"

	"vnlex/extractors/sentence"
)

// yearsAt returns how many tokens a period or horizon takes at token j:
// "giai đoạn 2025 - 2030", "đến năm 2030", "tầm nhìn đến năm 2050"; 0 for none.
func (s *search) yearsAt(j int) int {
	v, n := s.years.At(s.toks, j)
	switch {
	case v == 0:
		return 0
	case s.yearAt(j+n) == "":
		if v == period && s.word(j+n) == "từ" && s.yearAt(j+n+1) != "" {
			n++
			break
		}
		if v == period && s.word(j+n) == "đến" && s.word(j+n+1) == "năm" && s.yearAt(j+n+2) != "" {
			return n + 3
		}
		return 0
	}
	n++
	if s.dashAt(j+n) && s.yearAt(j+n+1) != "" {
		n += 2
	} else if s.word(j+n) == "đến" && s.yearAt(j+n+1) != "" {
		n += 2
	} else if s.word(j+n) == "đến" && s.word(j+n+1) == "năm" && s.yearAt(j+n+2) != "" {
		n += 3
	}
	return n
}

func (s *search) dashAt(i int) bool {
	return i < len(s.toks) && s.toks[i].Kind == sentence.Punct && s.toks[i].ID == '-'
}

// yearAt returns the year at token i; empty when there is none.
func (s *search) yearAt(i int) string {
	w := s.word(i)
	if len(w) == 4 && (strings.HasPrefix(w, "19") || strings.HasPrefix(w, "20")) && strings.Trim(w, "0123456789") == "" {
		return w
	}
	return ""
}

// period reads period and horizon of the name in the tokens from i to end. Only
// those of the instrument itself count, not of what it carries out.
func (s *search) period(m *Mention, i, end int) {
	for j := i; j < end; {
		n := s.yearsAt(j)
		if n == 0 {
			j++
			continue
		}
		v, k := s.years.At(s.toks, j)
		first, last := s.firstYear(j+k, j+n), s.yearAt(j+n-1)
		switch {
		case v == vision:
			m.Far = last
		case v == until && m.To == "":
			m.To = last
		case v == until && m.To != last:
			m.Far = last
		case m.To == "" && first != last:
			m.From, m.To = first, last
		case m.To == "":
			m.From, m.To = first, first
		}
		j += n
	}
}

func (s *search) firstYear(from, to int) string {
	for i := from; i < to; i++ {
		if y := s.yearAt(i); y != "" {
			return y
		}
	}
	return ""
}
