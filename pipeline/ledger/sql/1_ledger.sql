-- The ledger, version 1. Keys are hashes or short codes, times are Unix milliseconds.

create table page (
	hash      blob primary key, -- first 16 bytes of sha256(url)
	url       text not null,
	kind      text not null default '',
	site      text not null default '',
	title     text not null default '',
	published text not null default '',
	sha256    blob not null,    -- of what came; empty while nothing did
	media     text not null default '',
	origin    text not null default '', -- where it is to be had again, if not at url
	state     text not null,    -- read, failed
	code      text not null default '',
	reason    text not null default '',
	tries     integer not null default 0, -- in a row that failed
	stamped   integer not null default 0, -- when the page says it was fetched; 0: it does not
	fetched   integer not null
) strict, without rowid;

-- What came, and the text that was read; both compressed. No text: it is what came.
create table body (
	id   integer primary key,
	page blob not null unique,
	raw  blob not null,
	text blob
) strict;

create table claim (
	page       blob not null,
	kind       text not null,
	subject    text not null,
	id         blob not null,
	object     text not null,
	block      text,
	value      text not null,
	start      integer not null,
	stop       integer not null,
	quote      text not null,
	rule       text not null,
	confidence real not null,
	primary key (page, kind, subject, id)
) strict, without rowid;

create index claim_block on claim (block) where block is not null;

-- Which node a page means by one of its keys, and whose unit writes what starts there.
create table assign (
	page   blob not null,
	local  text not null,
	node   text not null,
	owner  text not null,
	bucket integer not null, -- of the owner
	primary key (page, local)
) strict, without rowid;

create index assign_owner on assign (owner);

-- What relations need to know of documents and instruments.
create table document (
	key    text primary key,
	issued text not null
) strict, without rowid;

create table carried (
	key        text primary key,
	owner      text not null,
	grp        text not null,
	names      text not null, -- JSON
	confidence real not null
) strict, without rowid;

create index carried_grp on carried (grp);

-- Under which names documents name agencies and persons.
create table party (
	node     text not null,
	document text not null,
	name     text not null,
	count    integer not null,
	primary key (node, document, name)
) strict, without rowid;

-- What a unit of resolution has put into the graph.
create table unit (
	stage  integer not null,
	unit   text not null,
	bucket integer not null,
	body   blob not null,
	primary key (stage, unit)
) strict, without rowid;

-- News, append-only: who works on a unit deletes exactly the rows that he read.
create table mark (
	id     integer primary key autoincrement,
	stage  integer not null,
	bucket integer not null,
	unit   text not null
) strict;

create index mark_unit on mark (stage, bucket, unit);

create table run (
	id      integer primary key autoincrement,
	command text not null,
	started integer not null,
	ended   integer,
	counts  text not null default '' -- JSON
) strict;

create table forgotten (
	hash blob primary key,
	url  text not null
) strict, without rowid;
