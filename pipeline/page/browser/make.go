package browser

import (
	"context"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"vnlex/pipeline/page/fault"
)

// make has the page made, until it does not change any more.
func (b *Browser) make(tab context.Context, url string, document *Document) (p Page, err error) {
	if err := chromedp.Do(tab); err != nil { // opens the tab
		return p, err
	}
	closeDialogs(tab)
	if err := b.watch(tab, document); err != nil {
		return p, err
	}
	answer, err := chromedp.RunResponse(tab, chromedp.Navigate(url))
	if err != nil {
		return p, err
	}
	if answer != nil {
		p.Status = int(answer.Status)
	}
	if err := b.settle(tab); err != nil {
		return p, err
	}
	if p.URL, err = chromedp.Run(tab, chromedp.Location()); err != nil {
		return p, err
	}
	text, err := chromedp.Run(tab, chromedp.Evaluate[string]("document.documentElement.outerHTML"))
	p.HTML = []byte("<!DOCTYPE html>\n" + text)
	return p, err
}

// watch has every request of the tab judged, and the first one for a document answered by
// us, if we have that document.
func (b *Browser) watch(tab context.Context, document *Document) error {
	requests := chromedp.Events(tab, fetch.RequestPaused)
	go func() {
		for e, err := range requests {
			switch {
			case err != nil:
				return
			case document != nil && e.ResourceType == network.ResourceTypeDocument:
				give(tab, e.RequestID, document)
				document = nil
			default:
				go b.judge(tab, e) // which may have to ask for a robots.txt
			}
		}
	}()
	if _, err := chromedp.Call(tab, network.SetBypassServiceWorker,
		network.SetBypassServiceWorkerParams{Bypass: true}); err != nil {
		return err // what a worker asks for would pass by us
	}
	_, err := chromedp.Call(tab, fetch.Enable, fetch.EnableParams{})
	return err
}

// give answers a request with a document.
func give(tab context.Context, id fetch.RequestID, d *Document) {
	chromedp.Call(tab, fetch.FulfillRequest, fetch.FulfillRequestParams{
		RequestID: id, ResponseCode: 200, Body: d.Body,
		ResponseHeaders: []*fetch.HeaderEntry{{Name: "Content-Type", Value: d.Media}}})
}

// judge lets a request go on, or fail.
func (b *Browser) judge(tab context.Context, e fetch.EventRequestPaused) {
	if isWeb(e.Request.URL) && b.opt.May != nil && !b.opt.May(tab, e.Request.URL) {
		chromedp.Call(tab, fetch.FailRequest, fetch.FailRequestParams{
			RequestID: e.RequestID, ErrorReason: network.ErrorReasonBlockedByClient})
		return
	}
	chromedp.Call(tab, fetch.ContinueRequest,
		fetch.ContinueRequestParams{RequestID: e.RequestID})
}

// closeDialogs answers what a page asks of a person, which would halt it.
func closeDialogs(tab context.Context) {
	dialogs := chromedp.Events(tab, page.JavascriptDialogOpening)
	go func() {
		for _, err := range dialogs {
			if err != nil {
				return
			}
			chromedp.Call(tab, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{})
		}
	}()
}

// A page counts as made when it has stayed as it is for some looks.
const (
	look  = 150 * time.Millisecond
	quiet = 4
)

// settle waits until the page has not changed, and nothing been loaded, for a while.
func (b *Browser) settle(tab context.Context) error {
	const measure = "document.documentElement ? document.documentElement.outerHTML.length : 0"
	for same, last := 0, int64(-1); same < quiet; {
		size, err := chromedp.Run(tab, chromedp.Evaluate[int64](measure))
		if err == nil {
			err = chromedp.Do(tab, chromedp.Sleep(look))
		}
		switch {
		case err != nil:
			return err
		case size > b.opt.Bytes:
			return &fault.Error{Code: "too_large",
				Detail: fmt.Sprintf("its script has made more than %d characters", b.opt.Bytes)}
		case size == last && b.proxy.idle():
			same++
		default:
			same, last = 0, size
		}
	}
	return nil
}
