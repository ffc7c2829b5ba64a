// Package testdata holds pages of our own writing: invented documents in the
// shape of real ones. They feed the demo and the tests.
//
// Under chien-luoc stands a strategy with the plans that carry it out, under
// luat a law with its decree, circular and amendments, under tin the news about
// both. One page, tin/anh-chup-cong-van.txt, is a picture and cannot be read.
//
// The folder gold beside it holds pages with the answers that a reader should give: news,
// questions and answers, official documents and portal pages in many ways of saying, and
// many citations that state no relation. The binary carries them not.
package testdata

import (
	"embed"
	"io/fs"
)

//go:embed pages
var pages embed.FS

// Pages returns the pages as a file system, without the leading "pages/".
func Pages() fs.FS {
	sub, err := fs.Sub(pages, "pages")
	if err != nil {
		panic("unreachable: " + err.Error())
	}
	return sub
}
