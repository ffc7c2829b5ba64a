package counter

import "testing"

func TestPrint(t *testing.T) {
	for _, tt := range []struct {
		n      int
		format Format
		want   string
	}{
		{4, UpperRoman, "IV"}, {1999, LowerRoman, "mcmxcix"}, {27, LowerLetter, "aa"}, {3,
			UpperLetter, "C"},
		{7, DecimalZero, "07"}, {12, DecimalZero, "12"}, {5, None, ""}, {5, Decimal, "5"},
		{0, UpperRoman, "0"}, {1 << 40, LowerLetter, "1099511627776"},
	} {
		if got := tt.format.Print(tt.n); got != tt.want {
			t.Errorf("%d.Print(%d) = %q, want %q", tt.format, tt.n, got, tt.want)
		}
	}
}
