package crawl

import (
	"time"

	"vnlex/pipeline/ledger"
	"vnlex/pipeline/source"
)

const day = 24 * time.Hour

// longestVisit is how far ahead no visit is ever due.
const longestVisit = 400 * day

// usual is how soon a page is looked at again at first.
func usual(s *source.Site, kind string, page source.Kind) time.Duration {
	own, ours := source.Duration(0), day
	switch {
	case kind == kindListing, kind == kindFeed, kind == kindSitemap:
		own, ours = s.Revisit.Listing, day
	case kind == kindFile:
		own, ours = s.Revisit.File, 60*day
	case page == source.Legal:
		own, ours = s.Revisit.Legal, 14*day
	default:
		own = s.Revisit.News
	}
	if own > 0 {
		return time.Duration(own)
	}
	return ours
}

// soon returns how soon a page that did or did not change is looked at again: what
// changes comes sooner, what does not falls off, the more the older it is, between half
// of the usual time and 64 times that, a year at most.
func soon(base, last time.Duration, changed, now time.Time, isChanged bool) time.Duration {
	every := last
	switch {
	case last == 0:
		every = base
	case isChanged:
		every = last / 2
	default:
		every = last * 2
		if age := now.Sub(changed) / 8; !changed.IsZero() && age > every {
			every = age
		}
	}
	return min(max(every, base/2), 64*base, 365*day)
}

// visit sets when a page is looked at again: up to a tenth sooner than planned, so that
// pages that came together do not come together for ever, and a nightly run of today does
// not miss what tomorrow's minute would make due.
func (n *lane) visit(a *ledger.Answer, every time.Duration, now time.Time) {
	a.Visited, a.Every = now, every
	a.Due = now.Add(every - time.Duration(n.opt.Jitter()*float64(every)/10))
}

const (
	maxTries     = 4
	firstLong    = 6 * time.Hour
	longestRetry = 7 * day
)

// backoff is how long an address waits after so many failures in a row: seconds at first,
// hours when the run gives up.
func (n *lane) backoff(tries int) time.Duration {
	d := n.opt.Backoff << (2 * min(tries-1, 10))
	if tries >= maxTries {
		d = min(firstLong<<min(tries-maxTries, 10), longestRetry)
	}
	return d + time.Duration(n.opt.Jitter()*float64(d)/4)
}

// A host that fails three times in a row is let alone, twice as long each time.
const (
	troubles    = 3
	longestSlow = time.Hour
	longestWait = day // that a server may ask for
)

func (n *lane) recover(failures int) time.Duration {
	if failures < troubles {
		return 0
	}
	d := n.opt.Backoff << min(failures-troubles+1, 20)
	return min(d, longestSlow) + time.Duration(n.opt.Jitter()*float64(min(d, longestSlow))/4)
}
