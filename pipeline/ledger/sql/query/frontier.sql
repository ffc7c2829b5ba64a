-- name: OldLease :many
-- Until when a host was leased; 0: it was given back.
select lease from host where hash = ?;

-- name: LeaseHost :one
-- Takes a host for a worker: a free one, or one whose lease has run out or is of a clock that was wrong.
update host set epoch = epoch + 1, lease = sqlc.arg(until)
where hash = sqlc.arg(hash) and (lease <= sqlc.arg(now) or lease > sqlc.arg(longest) or cast(sqlc.arg(alone) as integer) = 1)
returning name, not_before, since, failures, epoch;

-- name: HoldHost :execrows
-- Moves the clock of a host on before it is asked, and keeps its lease.
update host set not_before = ?, since = ?, lease = ? where hash = ? and epoch = ?;

-- name: SlowHost :execrows
update host set not_before = ?, since = ?, failures = ? where hash = ? and epoch = ?;

-- name: HealHost :exec
update host set failures = 0 where hash = ? and epoch = ? and failures > 0;

-- name: SizeOfHost :one
select size from host where hash = ?;

-- name: GrowHost :exec
update host set size = size + ? where hash = ?;

-- name: FreeHost :exec
update host set lease = 0 where hash = ? and epoch = ?;

-- name: HasHost :one
select count(*) from host where hash = ? and epoch = ?;

-- name: DueHosts :many
-- Hosts with something due until then.
select h.hash, h.name from host h
where exists (select 1 from url u where u.host = h.hash and u.due > 0 and u.due <= sqlc.arg(until)) order by h.hash;

-- name: DueURLs :many
-- What comes next at a host, by due time; nothing that this run has looked at already, but to try it again.
select u.hash, u.url, u.site, u.kind, u.depth, u.due, u.state, u.code, u.tries, u.etag, u.modified, u.sha256, u.unread,
	u.visited, u.changed, u.every, u.gone,
	(select count(*) from forgotten f where f.hash = u.hash) as forgotten
from url u where u.host = sqlc.arg(host) and u.due > 0 and u.due <= sqlc.arg(until)
and (cast(sqlc.arg(failed) as integer) = 0 or u.state = 'failed')
and (u.run <> sqlc.arg(run) or u.tries > 0)
order by u.due, u.id limit sqlc.arg(some);

-- name: NextTry :one
-- When something that failed is tried again; 0: nothing is until then.
select cast(coalesce(min(due), 0) as integer) from url
where host = sqlc.arg(host) and due > 0 and due <= sqlc.arg(until) and tries > 0;

-- name: CountDue :one
select count(*) from url where host = ? and due > 0 and due <= ?;

-- name: AnswerURL :exec
-- What a page is nearly the same as stays, unless it leads elsewhere.
update url set due = sqlc.arg(due), state = sqlc.arg(state), code = sqlc.arg(code), tries = sqlc.arg(tries),
	etag = sqlc.arg(etag), modified = sqlc.arg(modified), sha256 = sqlc.arg(sha256), unread = sqlc.arg(unread), visited = sqlc.arg(visited), run = sqlc.arg(run),
	changed = sqlc.arg(changed), every = sqlc.arg(every), gone = sqlc.arg(gone),
	target = case when cast(sqlc.arg(link) as text) = '' and link = 'duplicate' then target else sqlc.arg(target) end,
	link = case when cast(sqlc.arg(link) as text) = '' and link = 'duplicate' then link else cast(sqlc.arg(link) as text) end
where hash = sqlc.arg(hash);

-- name: DueSooner :exec
-- A known page of which its list says that it is newer than the last visit. Some lists say so of every page,
-- always: none is looked at more than eight times as often as it would be without.
update url set due = sqlc.arg(due) where hash = sqlc.arg(hash) and (due > sqlc.arg(due) or due = 0)
	and visited < sqlc.arg(modified) and visited + every / 8 <= sqlc.arg(due) and state in ('done', 'failed', 'gone');

-- name: StartDue :exec
-- Where a site begins is looked at by every run.
update url set due = sqlc.arg(due), site = sqlc.arg(site), kind = sqlc.arg(kind), depth = 0 where hash = sqlc.arg(hash);

-- name: FailedDue :exec
-- Takes up again what failed, and what could not be read as if it had never come.
update url set due = sqlc.arg(due), tries = 0, unread = '',
	sha256 = case unread when '' then sha256 else x'' end, etag = case unread when '' then etag else '' end,
	modified = case unread when '' then modified else '' end where state = 'failed' and state <> 'new' and site in (sqlc.slice(sites));

-- name: Untimely :exec
-- A clock that was wrong may have put visits off for years.
update url set due = sqlc.arg(now) where host = sqlc.arg(host) and due > sqlc.arg(latest);

-- name: FindURL :many
select u.state, u.code, u.due, u.visited, u.link, coalesce(t.url, '') as target
from url u left join url t on t.hash = u.target where u.hash = ?;

-- name: PutDue :exec
update url set due = ? where hash = ?;

-- name: AgainDue :exec
-- An address that was never to be asked for again, as if it were new.
update url set due = ?, state = 'new', code = '', tries = 0, sha256 = x'', etag = '', modified = '', unread = '' where hash = ? and due = 0;

-- name: LinkedTo :many
-- Pages that have moved to another one.
select hash, url from url where target = ? and link in ('redirect', 'canonical') and code <> 'temporary' order by hash;

-- name: Robots :one
select * from robots where hash = ?;

-- name: PutRobots :exec
insert into robots (hash, status, body, etag, modified, waiting, asked, expires) values (?, ?, ?, ?, ?, ?, ?, ?)
on conflict (hash) do update set status = excluded.status, body = excluded.body, etag = excluded.etag,
	modified = excluded.modified, waiting = excluded.waiting,
	asked = excluded.asked, expires = excluded.expires;

-- name: GrowFamily :one
insert into family (hash, size) values (?, 1) on conflict (hash) do update set size = size + 1 returning size;

-- name: HasURL :one
select count(*) from url where hash = ?;

-- name: SiteCounts :many
select site, cast(sum(state = 'done' and kind in ('page', 'file')) as integer) as pages,
	cast(sum(state = 'failed') as integer) as failed, cast(sum(state = 'gone') as integer) as gone
from url where state <> 'new' group by site order by site;

-- name: SiteDue :many
-- What sites have in their queues.
select site, cast(sum(due <= sqlc.arg(now)) as integer) as due, cast(min(due) as integer) as next from url where due > 0 group by site;

-- name: DueOfSite :many
select url from url where site = ? and due > 0 and due <= ? order by due, id limit ?;

-- name: PutHost :exec
insert into host (hash, name) values (?, ?) on conflict (hash) do nothing;

-- name: FailedOfSite :many
select url from url where site = ? and state = 'failed' and state <> 'new' order by due, id limit ?;

-- name: CountGone :one
-- How many addresses of a site stand, and how many were not there when last asked for.
select cast(coalesce(sum(state = 'done'), 0) as integer) as done,
	cast(coalesce(sum(state = 'failed' and gone > 0), 0) as integer) as gone from url where site = ? and state <> 'new';

-- name: CountStrange :one
-- How many pages of a site are not built as its file says.
select count(*) from url where site = ? and state = 'failed' and state <> 'new' and unread = 'changed_layout';
