package discover

import "time"

// vietnam is where a time without a zone is meant.
var vietnam = time.FixedZone("+07", 7*60*60)

// layouts of the times in sitemaps: those of W3C-DTF, and what is written instead.
var layouts = []string{
	time.RFC3339Nano, "2006-01-02T15:04Z07:00", "2006-01-02", "2006-01", "2006",
	"2006-01-02T15:04:05.999999999Z0700", "2006-01-02T15:04:05.999999999",
	"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 Z07:00", "2006-01-02 15:04:05",
	time.RFC1123Z, time.RFC1123, "02/01/2006",
}

// moment reads a time; what cannot be read is the zero one.
func moment(s string) time.Time {
	for _, l := range layouts {
		if t, err := time.ParseInLocation(l, s, vietnam); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}
