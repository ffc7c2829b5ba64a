# make build    the program, ./vnlex; needs only Go
# make test     everything: fetches what the tests need, lints, tests
# make lint     gofmt, vet, staticcheck, and whether sqlc's output is up to date
# make test-long   the promises at full count: 200 orders, 100 kills of an ingest, 300 of a crawl
# make bench    the benchmarks;  make fuzz   a minute per fuzz target
#
# Tests that need reference material look for it in VNLEX_SHARED, else beside
# this folder; without it, or without a Java for Neo4j, they are skipped and say
# so, unless CI=true.

GO ?= go
PACKAGES = ./... ./testdata
FUZZTIME ?= 60s

.PHONY: build test lint needs test-long bench fuzz

build:
	CGO_ENABLED=0 $(GO) build -trimpath -o vnlex ./cmd/vnlex

test: needs lint
	$(GO) test -race -timeout 30m $(PACKAGES)
	$(GO) test ./extractors/reading # every page: under race it takes a sample

lint:
	@unformatted=$$(gofmt -l $$(git ls-files '*.go' 2>/dev/null || find . -name '*.go')); \
	if [ -n "$$unformatted" ]; then echo "not gofmt-ed:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet $(PACKAGES)
	$(GO) tool -modfile=.tools/go.mod staticcheck $(PACKAGES)
	$(GO) tool -modfile=.tools/go.mod sqlc -f pipeline/ledger/sqlc.yaml diff

needs:
	@bash .ci/needs

test-long: needs
	VNLEX_LONG=1 $(GO) test -race -timeout 6h $(PACKAGES)

bench:
	$(GO) test -run '^$$' -bench . -benchmem $(PACKAGES)

fuzz:
	@for package in $$($(GO) list $(PACKAGES)); do \
		for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz'); do \
			echo "$$package $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) $$package || exit 1; \
		done; \
	done
