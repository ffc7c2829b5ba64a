-- Of one transaction at a time; they live in memory.

create temporary table if not exists batch (
	unit   text primary key,
	bucket integer not null
) without rowid;

-- Which keys of pages have come to mean another node, and whose units that touches.
create temporary table if not exists moved (
	page       blob not null,
	local      text not null,
	old_owner  text not null, -- empty: none
	old_bucket integer not null,
	new_owner  text not null,
	new_bucket integer not null,
	primary key (page, local)
) without rowid;

-- Owners of which something has changed that relations of other units need to know.
create temporary table if not exists touched (
	owner text primary key
) without rowid;
