package source

import (
	"net/url"
	"strconv"
	"strings"
)

// PageURL returns the address of page n of a listing, from 1; ok is false behind the last
// page that is asked for.
func (s Start) PageURL(n int) (address string, ok bool) {
	switch {
	case n == 1:
		return s.URL, true
	case n < 1 || s.Pages == "" || n > s.Limit:
		return "", false
	}
	r := strings.NewReplacer("{page}", strconv.Itoa(n), "{offset}", strconv.Itoa((n-1)*s.Size))
	base, err := url.Parse(s.URL)
	if err != nil {
		return "", false
	}
	next, err := base.Parse(r.Replace(s.Pages))
	if err != nil {
		return "", false
	}
	return next.String(), true
}
