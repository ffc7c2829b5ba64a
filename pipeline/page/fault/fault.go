// Package fault says why a page cannot be read.
package fault

// An Error is the reason that is kept beside a page.
type Error struct {
	// Code is one of binary, too_large, bad_charset, too_deep, empty, unsupported; of
	// files bad_pdf, bad_docx, bad_doc, bad_rtf, encrypted, scanned, no_pdftotext; of
	// programs no_browser, timeout, crash.
	Code   string
	Detail string
}

func (e *Error) Error() string { return e.Code + ": " + e.Detail }
