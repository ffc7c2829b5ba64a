package number

// Canon returns the canonical spelling of a symbol (spec section 1.10).
func Canon(symbol string) string { return symbol }
