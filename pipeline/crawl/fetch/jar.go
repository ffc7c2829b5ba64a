package fetch

import (
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"sync"

	"golang.org/x/net/publicsuffix"

	"vnlex/pipeline/crawl/canon"
)

// Bounds of what is remembered for servers: they may forget, not fill the memory.
const (
	maxJars    = 1000 // domains; one more, and any other is forgotten
	maxPerJar  = 1000 // cookies set; one more, and the domain begins anew
	maxCookies = 20   // of one answer
	maxCookie  = 4096 // bytes of one
)

// A jar keeps the cookies of each registered domain, apart from those of others.
type jar struct {
	mu   sync.Mutex
	kept map[string]*domain
}

type domain struct {
	*cookiejar.Jar
	set int
}

func (j *jar) add(req *http.Request) {
	j.mu.Lock()
	d := j.kept[canon.Key(req.URL.String())]
	j.mu.Unlock()
	if d == nil {
		return
	}
	for _, c := range d.Cookies(req.URL) {
		req.AddCookie(c)
	}
}

func (j *jar) keep(u *url.URL, resp *http.Response) {
	if len(resp.Header["Set-Cookie"]) == 0 {
		return
	}
	var taken []*http.Cookie
	for _, c := range resp.Cookies() {
		if len(c.Name)+len(c.Value) <= maxCookie && len(taken) < maxCookies {
			taken = append(taken, c)
		}
	}
	if d := j.domain(canon.Key(u.String()), len(taken)); d != nil {
		d.SetCookies(u, taken)
	}
}

// domain returns what is kept for a domain, with room for n cookies more.
func (j *jar) domain(key string, n int) *domain {
	j.mu.Lock()
	defer j.mu.Unlock()
	d := j.kept[key]
	if d == nil || d.set+n > maxPerJar {
		made, err := cookiejar.New(&cookiejar.Options{PublicSuffixList: publicsuffix.List})
		if err != nil {
			return nil
		}
		d = &domain{Jar: made}
	}
	d.set += n
	if j.kept == nil {
		j.kept = map[string]*domain{}
	}
	j.kept[key] = d
	for other := range j.kept {
		if len(j.kept) <= maxJars {
			break
		}
		if other != key {
			delete(j.kept, other)
		}
	}
	return d
}
