package number

// A Family is a shape of numbers (spec section 1.2).
type Family uint8

// The families. F13, named Party resolutions, has no number.
const (
	F1  Family = iota + 1 // 30/2020/NĐ-CP
	F2                    // 64/2025/QH15
	F3                    // 726/QĐ-TTg
	F4                    // 4108/BCT-KHCN
	F5                    // 663/SCT
	F6                    // 57-NQ/TW
	F7                    // 388-HĐBT, 23-L/CTN
	F8                    // 08/VBHN-VPQH
	F9                    // TCVN 7957:2008
	F10                   // 221/2012/TTLT-BTC-BCT
	F11                   // Quyết định 842
	F12                   // Luật Đất đai 2024
)
