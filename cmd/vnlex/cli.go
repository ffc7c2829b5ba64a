package main

// A cli is the command line: the flags that stand everywhere and the table of
// commands. Help texts stand in the messages, under help.COMMAND and flag.NAME.
type cli struct {
	globals

	Demo       demoCmd       `cmd:"" group:"start"`
	Extract    extractCmd    `cmd:"" group:"pages"`
	Ingest     ingestCmd     `cmd:"" group:"pages"`
	Refresh    refreshCmd    `cmd:"" group:"pages"`
	Sites      sitesCmd      `cmd:"" group:"pages"`
	Report     reportCmd     `cmd:"" group:"pages"`
	Pages      pagesCmd      `cmd:"" group:"pages"`
	Retry      retryCmd      `cmd:"" group:"pages"`
	Forget     forgetCmd     `cmd:"" group:"pages"`
	Rebuild    rebuildCmd    `cmd:"" group:"pages"`
	Sync       syncCmd       `cmd:"" group:"pages"`
	Show       showCmd       `cmd:"" group:"questions"`
	Implements implementsCmd `cmd:"" group:"questions"`
	Amendments amendmentsCmd `cmd:"" group:"questions"`
	Cites      citesCmd      `cmd:"" group:"questions"`
	CitedBy    citedByCmd    `cmd:"" group:"questions"`
	Search     searchCmd     `cmd:"" group:"questions"`
	Path       pathCmd       `cmd:"" group:"questions"`
	Missing    missingCmd    `cmd:"" group:"questions"`
	Changes    changesCmd    `cmd:"" group:"questions"`
	Export     exportCmd     `cmd:"" group:"upkeep"`
	Backup     backupCmd     `cmd:"" group:"upkeep"`
	Eval       evalCmd       `cmd:"" group:"upkeep"`
	Doctor     doctorCmd     `cmd:"" group:"upkeep"`
	Version    versionCmd    `cmd:"" group:"upkeep"`
	Completion completionCmd `cmd:"" group:"upkeep"`
}

// The globals are understood by every command.
type globals struct {
	DB           string    `name:"db" placeholder:"FILE"`
	Graph        graphURL  `placeholder:"URL"`
	JSON         bool      `name:"json"`
	Format       string    `placeholder:"FORMAT"`
	Limit        countFlag `default:"100" placeholder:"N"`
	Offset       countFlag `placeholder:"N"`
	All          bool      ``
	Lang         langFlag  `placeholder:"vi|en"`
	Quiet        bool      `xor:"loud"`
	Verbose      bool      `short:"v" xor:"loud"`
	LogFormat    string    `enum:"text,json" default:"text" placeholder:"text|json"`
	Config       string    `placeholder:"FILE"`
	MaxBytes     sizeFlag  `default:"64MiB" placeholder:"N"`
	AllowPrivate bool      ``
	Contact      string    `placeholder:"TEXT"`
}

// variables are the flags that an environment variable may set.
var variables = map[string]string{
	"db":      "VNLEX_DB",
	"graph":   "VNLEX_GRAPH",
	"contact": "VNLEX_CONTACT",
}

// formats are the values of --format that a command takes; most take none.
var formats = map[string][]string{
	"extract":    {"json", "jsonl"},
	"export":     {"jsonl", "warc"},
	"pages":      answerFormats,
	"sites":      answerFormats,
	"report":     {"text", "html"},
	"show":       answerFormats,
	"implements": answerFormats,
	"amendments": answerFormats,
	"cites":      answerFormats,
	"cited-by":   answerFormats,
	"search":     answerFormats,
	"path":       answerFormats,
	"missing":    answerFormats,
	"changes":    answerFormats,
}

var answerFormats = []string{"table", "csv"}
