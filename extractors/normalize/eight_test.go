package normalize

import "testing"

func TestMasks(t *testing.T) {
	for lo := 0; lo < 256; lo += 3 {
		for _, hi := range []int{lo, lo + 5, lo | 0x7f} {
			if hi > 255 || lo < 0x80 && hi >= 0x80 {
				continue
			}
			for c := range 256 {
				x := uint64(0x61ff000a)<<32 | uint64(c)<<24 | 0x80007f
				got := within(x, byte(lo), byte(hi))>>31&1 == 1
				if want := c >= lo && c <= hi; got != want {
					t.Fatalf("within(%#x, %#x, %#x) = %v, want %v", c, lo, hi, got, want)
				}
			}
		}
	}
	for c := range 256 {
		x := uint64(0x7f8000ff)<<32 | uint64(c)<<24 | 0x10ff7f
		if got, want := equal(x, 0x80)>>31&1 == 1, c == 0x80; got != want {
			t.Fatalf("equal(%#x, 0x80) = %v, want %v", c, got, want)
		}
	}
}
