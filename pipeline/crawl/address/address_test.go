package address_test

import (
	"errors"
	"net/netip"
	"testing"

	"vnlex/pipeline/crawl/address"
)

func TestForbidden(t *testing.T) {
	for _, tt := range []struct {
		address   string
		forbidden bool
	}{
		{"0.0.0.0", true},
		{"0.1.2.3", true},
		{"10.0.0.0", true},
		{"10.255.255.255", true},
		{"100.64.0.0", true},
		{"100.127.255.255", true},
		{"127.0.0.1", true},
		{"127.255.255.254", true},
		{"169.254.169.254", true}, // metadata of clouds
		{"172.16.0.1", true},
		{"172.31.255.255", true},
		{"192.0.0.8", true},
		{"192.0.2.1", true},
		{"192.88.99.1", true},
		{"192.168.0.1", true},
		{"198.18.0.1", true},
		{"198.19.255.255", true},
		{"198.51.100.1", true},
		{"203.0.113.1", true},
		{"224.0.0.1", true},
		{"239.255.255.255", true},
		{"240.0.0.1", true},
		{"255.255.255.255", true},
		{"::", true},
		{"::1", true},
		{"::8.8.8.8", true},               // compatible: no such network
		{"::127.0.0.1", true},             //
		{"::ffff:127.0.0.1", true},        // mapped
		{"::ffff:169.254.169.254", true},  //
		{"::ffff:0:8.8.8.8", true},        // translated (RFC 2765)
		{"64:ff9b::10.0.0.1", true},       // NAT64 of a private one
		{"64:ff9b::a9fe:a9fe", true},      //
		{"64:ff9b:1::808:808", true},      //
		{"100::1", true},                  //
		{"2001::1", true},                 // Teredo
		{"2001:db8::1", true},             //
		{"2001:2::1", true},               // benchmarking
		{"2002:7f00:1::1", true},          // 6to4 of 127.0.0.1
		{"2002:c0a8:101::1", true},        // 6to4 of 192.168.1.1
		{"2400::5efe:10.0.0.1", true},     // ISATAP
		{"2400::200:5efe:10.0.0.1", true}, //
		{"3fff::1", true},
		{"4000::1", true}, // not assigned
		{"5f00::1", true},
		{"fc00::1", true},
		{"fd00:ec2::254", true}, // metadata of a cloud
		{"fe80::1", true},
		{"fe80::1%eth0", true},
		{"2606:4700::1111%eth0", true},
		{"fec0::1", true},
		{"ff02::1", true},

		{"1.1.1.1", false},
		{"9.255.255.255", false},
		{"11.0.0.0", false},
		{"100.63.255.255", false},
		{"100.128.0.0", false},
		{"126.255.255.255", false},
		{"128.0.0.0", false},
		{"172.15.255.255", false},
		{"172.32.0.0", false},
		{"192.0.1.0", false},
		{"223.255.255.255", false},
		{"::ffff:8.8.8.8", false},
		{"64:ff9b::8.8.8.8", false},
		{"2002:808:808::1", false},
		{"2001:4860:4860::8888", false},
		{"2400::200:5efe:8.8.8.8", false},
		{"2606:4700::1111", false},
	} {
		a := netip.MustParseAddr(tt.address)
		if got := address.Forbidden(a); got != tt.forbidden {
			t.Errorf("Forbidden(%s) = %v, want %v", a, got, tt.forbidden)
		}
	}
	if !address.Forbidden(netip.Addr{}) {
		t.Error("no address is allowed")
	}
}

func TestControl(t *testing.T) {
	local := []netip.Prefix{
		netip.MustParsePrefix("127.0.0.1/32"), netip.MustParsePrefix("fe80::/10"),
	}
	for _, tt := range []struct {
		name             string
		guard            address.Guard
		network, address string
		refused          bool
	}{
		{"public", address.Guard{}, "tcp4", "8.8.8.8:80", false},
		{"all allowed", address.Guard{Private: true}, "tcp4", "127.0.0.1:80", false},
		{"one allowed", address.Guard{Allow: local}, "tcp4", "127.0.0.1:80", false},
		{"mapped", address.Guard{Allow: local}, "tcp6", "[::ffff:127.0.0.1]:80", false},
		{"with a zone", address.Guard{Allow: local}, "tcp6", "[fe80::1%eth0]:80", false},

		{"private", address.Guard{}, "tcp4", "10.0.0.1:80", true},
		{"beside what is allowed", address.Guard{Allow: local}, "tcp4", "127.0.0.2:80", true},
		{"another network", address.Guard{}, "udp4", "8.8.8.8:53", true},
		{"a socket", address.Guard{Private: true}, "unix", "/var/run/x.sock", true},
		{"no address", address.Guard{}, "tcp", "localhost:80", true},
	} {
		err := tt.guard.Control(t.Context(), tt.network, tt.address, nil)
		var refused *address.Error
		if errors.As(err, &refused) != tt.refused {
			t.Errorf("%s: Control(%s) = %v, want refused %v", tt.name, tt.address, err, tt.refused)
		}
	}
}

func TestNumeric(t *testing.T) {
	for host, want := range map[string]bool{
		"127.0.0.1": true, "127.1": true, "2130706433": true, "0x7f000001": true,
		"0X7F.1": true, "017700000001": true, "0x": true, "1.2.3.4.5": true, "a.1": true,
		"127.0.0.1.": true, "999": true, "99999999999999999999999": true, "0x7f.0x0.0x0.0x1": true,

		"": false, ".": false, "a": false, "moit.gov.vn": false, "1.vn": false, "0xg": false,
		"1a": false, "xn--0x.vn": false,
	} {
		if got := address.Numeric(host); got != want {
			t.Errorf("Numeric(%q) = %v, want %v", host, got, want)
		}
	}
}
