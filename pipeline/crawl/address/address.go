// Package address decides which network addresses a crawler may connect to. A page can
// name any host, and a name can lead anywhere, so the decision is made on the address
// that is about to be dialled, once for every connection.
package address

import (
	"cmp"
	"context"
	"fmt"
	"net/netip"
	"syscall"
)

// A Guard refuses connections to addresses that are not part of the public internet.
// The zero value refuses all of them.
type Guard struct {
	Allow   []netip.Prefix // allowed whatever they are
	Private bool           // every address is allowed
}

// An Error says why an address is refused.
type Error struct {
	Address string
	Why     string // what the address is: "loopback (RFC 1122)"
}

func (e *Error) Error() string { return fmt.Sprintf("%s is refused: %s", e.Address, e.Why) }

// Check returns an *Error if no connection may be made to a.
func (g Guard) Check(a netip.Addr) error {
	if g.Private {
		return nil
	}
	for _, p := range g.Allow {
		if p.Contains(a.WithZone("")) || p.Contains(a.Unmap()) {
			return nil
		}
	}
	if why := reason(a); why != "" {
		return &Error{a.String(), why}
	}
	return nil
}

// Control is for net.Dialer.ControlContext, which calls it after the name was resolved
// and before each connection: a redirect, a second address or a name that changes its
// answer cannot get round it.
func (g Guard) Control(_ context.Context, network, address string, _ syscall.RawConn) error {
	a, err := netip.ParseAddrPort(address)
	if err != nil {
		return &Error{address, "not an address with a port"}
	}
	if network != "tcp4" && network != "tcp6" && network != "tcp" {
		return &Error{address, "network " + network + ", and only tcp is asked"}
	}
	return g.Check(a.Addr())
}

// Forbidden reports whether a is not an address of the public internet.
func Forbidden(a netip.Addr) bool { return reason(a) != "" }

// reason says what a forbidden address is; empty: it is public.
func reason(a netip.Addr) string {
	switch {
	case !a.IsValid():
		return "no address"
	case a.Zone() != "":
		return "an address with a zone belongs to one link (RFC 4007)"
	case a.Is4():
		return within(a, special4)
	case a.Is4In6():
		return embedded(within(a.Unmap(), special4), "mapped")
	case nat64.Contains(a):
		return embedded(within(last4(a, 12), special4), "behind NAT64")
	case !global6.Contains(a):
		return cmp.Or(within(a, special6), "no global unicast address (RFC 4291)")
	case sixToFour.Contains(a):
		return embedded(within(last4(a, 2), special4), "behind 6to4")
	}
	if why := within(a, special6); why != "" {
		return why
	}
	return isatap(a)
}

// isatap judges the address inside an ISATAP interface identifier (RFC 5214, 6.1).
func isatap(a netip.Addr) string {
	b := a.As16()
	if (b[8] == 0 || b[8] == 2) && b[9] == 0 && b[10] == 0x5e && b[11] == 0xfe {
		return embedded(within(last4(a, 12), special4), "behind ISATAP")
	}
	return ""
}

func embedded(why, how string) string {
	if why == "" {
		return ""
	}
	return why + ", " + how
}

// last4 is the IPv4 address that begins at byte i of a.
func last4(a netip.Addr, i int) netip.Addr {
	b := a.As16()
	return netip.AddrFrom4([4]byte(b[i : i+4]))
}

func within(a netip.Addr, networks []network) string {
	for _, n := range networks {
		if n.prefix.Contains(a) {
			return n.what
		}
	}
	return ""
}
