package pipeline

import (
	"context"
	"io"
	"iter"

	"vnlex/extractors/reading"
)

// Read gives what each page says, in the order of the inputs, and stores nothing; "-" is
// one page on stdin. A page that cannot be read gives a *PageError, and the others go on.
func Read(
	ctx context.Context, paths []string, stdin io.Reader, opt Options,
) iter.Seq2[*reading.Reading, error] {
	opt = opt.withDefaults()
	return func(yield func(*reading.Reading, error) bool) {
		for _, p := range paths {
			all := at(p, opt)
			if p == "-" {
				all = one(standard(stdin))
			}
			for in := range all {
				if err := ctx.Err(); err != nil {
					yield(nil, err)
					return
				}
				if !in.place && !yield(readOne(ctx, in, opt)) {
					return
				}
			}
		}
	}
}

func standard(stdin io.Reader) input {
	return input{url: "-", open: func(context.Context) (content, error) {
		return content{body: io.NopCloser(stdin), size: -1}, nil
	}}
}

func readOne(ctx context.Context, in input, opt Options) (*reading.Reading, error) {
	check(&in)
	if in.failed != nil {
		return nil, in.failed
	}
	raw, err := load(ctx, &in, opt)
	if err != nil {
		return nil, err
	}
	t, err := read(in.url, in.media, raw, opt)
	if err != nil {
		return nil, err
	}
	t.reading.Text = t.source.Text
	return t.reading, nil
}
