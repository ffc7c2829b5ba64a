-- The ledger, version 2: the frontier of a crawl, and what it keeps of each answer.

-- What was answered when the bytes of a body came; 0 and empty: not known.
alter table body add column status integer not null default 0;
alter table body add column header text not null default ''; -- "Name: value\r\n" lines
alter table body add column fetched integer not null default 0;

create index page_url on page (url);

-- A queue with a clock of its own: all that shares one politeness key.
create table host (
	hash       blob primary key, -- first 16 bytes of sha256(name)
	name       text not null,
	not_before integer not null default 0, -- no request earlier
	since      integer not null default 0, -- when that was said
	failures   integer not null default 0, -- in a row
	epoch      integer not null default 0, -- grows with each lease
	lease      integer not null default 0, -- until when
	size       integer not null default 0  -- addresses in the queue and behind it
) strict, without rowid;

-- The robots.txt of an origin.
create table robots (
	hash     blob primary key, -- first 16 bytes of sha256(scheme://host:port)
	status   integer not null,
	body     blob not null,    -- packed
	etag     text not null,
	modified text not null,    -- Last-Modified, as the server wrote it
	waiting  integer not null, -- since when it cannot be had; 0: it can
	asked    integer not null, -- Crawl-delay, as the file has it
	expires  integer not null
) strict, without rowid;

create table url (
	id       integer primary key,
	hash     blob not null unique, -- first 16 bytes of sha256(url)
	host     blob not null,
	url      text not null,
	site     text not null,        -- name of its site file
	kind     text not null,        -- page, file, listing, feed, sitemap
	depth    integer not null,
	source   blob not null,        -- hash of the page on which it was found; empty: a start
	due      integer not null,     -- next visit; 0: none
	state    text not null default 'new', -- new, done, failed, gone, refused, moved
	code     text not null default '',
	tries    integer not null default 0,  -- in a row that failed
	etag     text not null default '',
	modified text not null default '',    -- Last-Modified, as the server wrote it
	sha256   blob not null default x'',   -- of the body that came last
	unread   text not null default '',    -- why that body could not be read
	visited  integer not null default 0,
	run      integer not null default 0,  -- that visited it last
	changed  integer not null default 0,
	every    integer not null default 0,  -- time between two visits
	gone     integer not null default 0,  -- time of the first 404 or 410 in a row
	link     text not null default '',    -- redirect, canonical, duplicate
	target   blob                         -- hash of the page that link leads to
) strict;

create index url_due on url (host, due) where due > 0;
create index url_site on url (site, state, kind) where state <> 'new'; -- so that finding costs nothing
create index url_target on url (target) where target is not null;

-- How many addresses differ in their query alone.
create table family (
	hash blob primary key, -- of the address without its query
	size integer not null
) strict, without rowid;

-- The history of a page.
create table visit (
	page      blob not null,
	at        integer not null,
	run       integer not null,
	status    integer not null,
	sha256    blob not null,    -- of the body; empty: there was none
	unchanged text not null,    -- digest: the same body came again; not-modified: 304
	primary key (page, at)
) strict, without rowid;

-- What tells that the main text of two pages is nearly the same.
create table likeness (
	page blob primary key,
	sign blob not null
) strict, without rowid;

create table band (
	value integer not null,
	page  blob not null,
	primary key (value, page)
) strict, without rowid;

-- What the last run said of a site.
create table site (
	name   text primary key,
	state  text not null, -- ok, changed
	reason text not null,
	run    integer not null,
	at     integer not null
) strict, without rowid;
