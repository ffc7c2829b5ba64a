package fetch_test

import (
	"context"
	"net"
	"net/netip"
	"sync"
	"testing"

	"golang.org/x/net/dns/dnsmessage"
)

// A zone is what a name server answers. Of several answers for a name, each question
// takes the next, and the last stays.
type zone struct {
	mu      sync.Mutex
	answers map[string][][]string
	asked   map[string]int
}

// serveDNS runs a name server for the zone and returns a resolver that asks it alone.
func serveDNS(t *testing.T, answers map[string][][]string) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	z := &zone{answers: answers, asked: map[string]int{}}
	go z.serve(conn)
	return &net.Resolver{PreferGo: true, StrictErrors: true,
		Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, "udp4", conn.LocalAddr().String())
		}}
}

func (z *zone) serve(conn net.PacketConn) {
	buf := make([]byte, 4096)
	for {
		n, from, err := conn.ReadFrom(buf)
		if err != nil {
			return
		}
		if answer := z.answer(buf[:n]); answer != nil {
			conn.WriteTo(answer, from)
		}
	}
}

func (z *zone) answer(query []byte) []byte {
	var m dnsmessage.Message
	if m.Unpack(query) != nil || len(m.Questions) != 1 {
		return nil
	}
	q := m.Questions[0]
	all, known := z.next(q.Name.String(), q.Type)
	m.Response, m.Additionals = true, nil
	if !known {
		m.RCode = dnsmessage.RCodeNameError
	}
	for _, text := range all {
		a := netip.MustParseAddr(text)
		h := dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class}
		switch {
		case a.Is4() && q.Type == dnsmessage.TypeA:
			m.Answers = append(m.Answers, dnsmessage.Resource{Header: h,
				Body: &dnsmessage.AResource{A: a.As4()}})
		case !a.Is4() && q.Type == dnsmessage.TypeAAAA:
			m.Answers = append(m.Answers, dnsmessage.Resource{Header: h,
				Body: &dnsmessage.AAAAResource{AAAA: a.As16()}})
		}
	}
	out, err := m.Pack()
	if err != nil {
		return nil
	}
	return out
}

func (z *zone) next(name string, typ dnsmessage.Type) ([]string, bool) {
	z.mu.Lock()
	defer z.mu.Unlock()
	all, ok := z.answers[name]
	if !ok {
		return nil, false
	}
	key := name + typ.String()
	n := min(z.asked[key], len(all)-1)
	z.asked[key]++
	return all[n], true
}
