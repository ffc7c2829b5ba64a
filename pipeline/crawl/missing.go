package crawl

import (
	"time"

	"vnlex/pipeline/crawl/fetch"
	"vnlex/pipeline/ledger"
)

// missing is a page that its server does not have: remembered on the first day, taken out
// of the graph on another. A link to what never was is no failure.
func (n *lane) missing(e ledger.Entry, resp *fetch.Response, now time.Time) outcome {
	a := answerOf(e)
	a.Code, a.Tries, a.Visited = code(resp), 0, now
	o := outcome{gone: true, known: len(e.SHA256) > 0, start: n.starts.begins(e.URL),
		list: isList(e.Kind), code: a.Code}
	held := !e.Gone.IsZero() && !sameDay(e.Gone, now) && n.report.holdsBack(n, e)
	if e.Gone.IsZero() {
		a.Gone = now
	}
	switch {
	case o.start: // a site without it is dead: that is told by every run
		a.State, a.Due = "failed", now.Add(day)
		o.failure = &ledger.Failure{URL: e.URL, Code: a.Code, Reason: statusText(resp), Again: true}
	case !o.known: // a link to nowhere
		a.State, a.Every = "gone", 30*day
		a.Due = now.Add(a.Every)
	case (held || sameDay(a.Gone, now)) && e.State != "gone":
		a.State, a.Every, a.Due = "failed", e.Every, now.Add(day)
		o.failure = &ledger.Failure{URL: e.URL, Code: a.Code, Reason: statusText(resp), Again: true}
	default:
		a.State, a.ETag, a.Modified, a.SHA256, a.Unread = "gone", "", "", nil, ""
		a.Every = min(max(2*e.Every, 30*day), 365*day)
		a.Due = now.Add(a.Every)
		o.remove, o.reason = a.Code, statusText(resp)
	}
	o.answer = a
	return o
}

var vietnam = time.FixedZone("+07", 7*60*60)

func sameDay(a, b time.Time) bool {
	return a.In(vietnam).Format(time.DateOnly) == b.In(vietnam).Format(time.DateOnly)
}
