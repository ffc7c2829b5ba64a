package page_test

import (
	"net/url"
	"testing"

	"vnlex/pipeline/crawl/canon"
)

// The frontier knows addresses by their canonical form: in that form, too, every fixture
// page and every start point is read by the layout that is meant.
func TestSiteAddressesCanonical(t *testing.T) {
	all := sites(t)
	var addresses []string
	for _, f := range fixtures(t) {
		addresses = append(addresses, f.url)
	}
	for _, s := range all {
		for _, start := range s.Starts {
			addresses = append(addresses, start.URL)
			if next, ok := start.PageURL(2); ok {
				addresses = append(addresses, next)
			}
		}
	}
	addresses = append(addresses,
		"https://congbao.sonla.gov.vn/congbao.nsf/2979FBD220E3084E47258E33002A7EF2/$file/QD%20so%2037.2026.doc")
	for _, raw := range addresses {
		form, err := canon.URL(raw)
		if err != nil {
			t.Errorf("canon.URL(%s): %v", raw, err)
			continue
		}
		s := siteOf(t, all, raw)
		before, _ := url.Parse(raw)
		after, err := url.Parse(form)
		if err != nil {
			t.Fatal(err)
		}
		if s.LayoutAt(before) != s.LayoutAt(after) || s.Covers(before) != s.Covers(after) {
			t.Errorf("%s has layout %d, its canonical form %s layout %d (covered: %v, %v)", raw,
				s.LayoutAt(before), form, s.LayoutAt(after), s.Covers(before), s.Covers(after))
		}
	}
}
