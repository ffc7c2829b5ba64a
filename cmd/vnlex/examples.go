package main

const (
	// demoFirst makes the database that examples ask.
	demoFirst = "vnlex demo --dir demo"
	// onePage makes a page.
	onePage = "echo 'Thông tư số 171/2023/TT-BCT hướng dẫn Nghị định số 312/2023/NĐ-CP.' >tin.txt"
)

// examples are lines for a shell that work as they stand in an empty folder;
// help shows them, and a test runs them.
var examples = map[string][]string{
	"demo":    {demoFirst},
	"extract": {onePage, "vnlex extract tin.txt"},
	"ingest":  {onePage, "vnlex ingest tin.txt --db my.db"},
	"refresh": {"vnlex refresh --dry-run --contact you@example.vn --db my.db"},
	"sites":   {"vnlex sites --db my.db"},
	"sites-check": {
		`printf 'name = "tin.vn"\nhosts = ["tin.vn"]\n[[layout]]\nkind = "news"\ntitle = "h1"\n' >tin.toml`,
		"echo '<h1>Tin mới</h1><p>Theo Nghị định số 32/2024/NĐ-CP.</p>' >tin.html",
		"vnlex sites check tin.toml tin.html --url https://tin.vn/a.html",
	},
	"report":  {"vnlex demo --crawl --dir web", "vnlex report --db web/vnlex.db"},
	"pages":   {demoFirst, "vnlex pages --failed --db demo/vnlex.db"},
	"retry":   {onePage, "vnlex ingest tin.txt --db my.db", "vnlex retry --db my.db"},
	"forget":  {demoFirst, "vnlex forget tin/sua-luat-tai-che.txt --db demo/vnlex.db"},
	"rebuild": {onePage, "vnlex ingest tin.txt --db my.db", "vnlex rebuild --db my.db"},
	"sync":    {demoFirst, "vnlex sync bolt://localhost:7687 --db demo/vnlex.db"},
	"show":    {demoFirst, "vnlex show 77/CT-TTg --db demo/vnlex.db"},
	"implements": {
		demoFirst,
		"vnlex implements 'Chiến lược phát triển công nghiệp vật liệu tái chế' --db demo/vnlex.db",
	},
	"amendments": {
		demoFirst,
		"vnlex amendments 'Luật Tái chế vật liệu' --as-of 2026-03-01 --db demo/vnlex.db",
	},
	"cites":      {demoFirst, "vnlex cites 264/2024/QĐ-UBND --db demo/vnlex.db"},
	"cited-by":   {demoFirst, "vnlex cited-by 312/2023/NĐ-CP --db demo/vnlex.db"},
	"search":     {demoFirst, "vnlex search thu gom vat lieu thai --db demo/vnlex.db"},
	"path":       {demoFirst, "vnlex path 9143/KH-UBND 7305/QĐ-BCT --db demo/vnlex.db"},
	"missing":    {demoFirst, "vnlex missing --db demo/vnlex.db"},
	"changes":    {demoFirst, "vnlex changes --limit 5 --db demo/vnlex.db"},
	"export":     {demoFirst, "vnlex export --out graph.jsonl --db demo/vnlex.db"},
	"backup":     {demoFirst, "vnlex backup copy.db --db demo/vnlex.db"},
	"doctor":     {demoFirst, "vnlex doctor --db demo/vnlex.db"},
	"version":    {"vnlex version"},
	"completion": {"source <(vnlex completion bash)"},

	"eval": {
		`echo '{"id": 1, "text": "Căn cứ Nghị định số 312/2023/NĐ-CP;",` +
			` "entities": [{"start": 7, "end": 34, "label": "NĐ"}]}' >gold.jsonl`,
		"vnlex eval --errors gold.jsonl",
	},
}
