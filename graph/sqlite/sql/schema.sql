-- The tables of the graph, beside those of the ledger.
create table if not exists graph_meta (
  name  text not null primary key, -- schema; generation; names: renewed whenever graph_name changes
  value text not null
) strict, without rowid;

-- Everything that a node or an end of an edge is called. A name stays when its
-- node goes: the log speaks of it.
create table if not exists graph_name (
  id      integer primary key,
  label   integer not null, -- codes.go
  ident   text not null,
  present integer not null  -- 1: the graph has the node
) strict;
create unique index if not exists graph_name_ident on graph_name (label, ident);

create table if not exists graph_node (
  id    integer primary key, -- graph_name.id
  props blob not null        -- graph.AppendNode
) strict;

create table if not exists graph_number ( -- the number in a document's key
  number text not null,
  id     integer not null,
  primary key (number, id)
) strict, without rowid;

create table if not exists graph_alias (
  alias text not null,
  id    integer not null,
  primary key (alias, id)
) strict, without rowid;

create virtual table if not exists graph_search using fts5 ( -- rowid = graph_name.id
  words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

create table if not exists graph_what ( -- a type of edge with a kind
  id   integer primary key,
  type integer not null, -- codes.go
  kind text not null,
  unique (type, kind)
) strict;

create table if not exists graph_edge ( -- also while an end is absent
  id    integer primary key,
  src   integer not null,
  what  integer not null,
  dst   integer not null,
  low   integer not null, -- graph.Edge.Low
  props blob not null     -- graph.AppendEdge
) strict;
create unique index if not exists graph_edge_out on graph_edge (src, what, dst);
create index if not exists graph_edge_in on graph_edge (dst, what, src, low);

create table if not exists graph_bucket (
  bucket integer primary key,
  seq    integer not null, -- of the last entry of its log
  hash   blob not null     -- of its log up to there
) strict;

create table if not exists graph_log ( -- one row per bucket and delta
  bucket  integer not null,
  seq     integer not null, -- of its last entry
  count   integer not null, -- of its entries
  run     integer not null,
  hash    blob not null,    -- of the log up to here
  entries blob not null     -- log.go
) strict;
create unique index if not exists graph_log_seq on graph_log (bucket, seq);
create index if not exists graph_log_run on graph_log (run);
