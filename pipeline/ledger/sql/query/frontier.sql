-- name: LeaseHost :one
-- Takes a host for a worker: a free one, or one whose lease has run out or is of a clock that was wrong.
update host set epoch = epoch + 1, lease = sqlc.arg(until)
where hash = sqlc.arg(hash) and (lease <= sqlc.arg(now) or lease > sqlc.arg(longest) or cast(sqlc.arg(alone) as integer) = 1)
returning name, not_before, failures, epoch;

-- name: HoldHost :execrows
-- Moves the clock of a host before it is asked, and keeps its lease.
update host set not_before = ?, lease = ? where hash = ? and epoch = ?;

-- name: SlowHost :execrows
update host set not_before = max(not_before, sqlc.arg(not_before)), failures = sqlc.arg(failures)
where hash = sqlc.arg(hash) and epoch = sqlc.arg(epoch);

-- name: FreeHost :exec
update host set lease = 0 where hash = ? and epoch = ?;

-- name: HasHost :one
select count(*) from host where hash = ? and epoch = ?;

-- name: DueHosts :many
-- Hosts with something due until then.
select h.hash, h.name, h.not_before from host h
where exists (select 1 from url u where u.host = h.hash and u.due > 0 and u.due <= sqlc.arg(until)) order by h.hash;

-- name: DueURLs :many
-- What comes next at a host, by due time.
select u.id, u.hash, u.url, u.site, u.kind, u.depth, u.due, u.state, u.tries, u.etag, u.modified, u.sha256,
	u.visited, u.changed, u.every, u.gone,
	(select count(*) from forgotten f where f.hash = u.hash) as forgotten
from url u where u.host = sqlc.arg(host) and u.due > 0 and u.due <= sqlc.arg(until) order by u.due, u.id limit sqlc.arg(some);

-- name: NextDue :one
select cast(coalesce(min(due), 0) as integer) from url where host = ? and due > 0;

-- name: CountDue :one
select count(*) from url where host = ? and due > 0 and due <= ?;

-- name: AnswerURL :exec
update url set due = sqlc.arg(due), state = sqlc.arg(state), code = sqlc.arg(code), tries = sqlc.arg(tries),
	etag = sqlc.arg(etag), modified = sqlc.arg(modified), sha256 = sqlc.arg(sha256), visited = sqlc.arg(visited),
	changed = sqlc.arg(changed), every = sqlc.arg(every), gone = sqlc.arg(gone), link = sqlc.arg(link), target = sqlc.arg(target)
where hash = sqlc.arg(hash);

-- name: DueSooner :exec
-- A known page of which its list says that it is newer than the last visit.
update url set due = sqlc.arg(due) where hash = sqlc.arg(hash) and (due > sqlc.arg(due) or due = 0)
	and visited < sqlc.arg(modified) and state in ('done', 'failed', 'gone');

-- name: StartDue :exec
-- Where a site begins is looked at by every run.
update url set due = sqlc.arg(due), site = sqlc.arg(site), kind = sqlc.arg(kind), depth = 0 where hash = sqlc.arg(hash);

-- name: FailedDue :execrows
-- Takes up again what failed.
update url set due = sqlc.arg(due), tries = 0 where host = sqlc.arg(host) and state = 'failed';

-- name: Untimely :execrows
-- A clock that was wrong may have put visits off for years.
update url set due = sqlc.arg(now) where due > sqlc.arg(latest);

-- name: UntimelyHosts :exec
update host set not_before = sqlc.arg(now) where not_before > sqlc.arg(latest);

-- name: FindURL :one
select id, hash, url, site, kind, state, code, due, visited, link, target from url where hash = ?;

-- name: DropDue :exec
update url set due = 0 where hash = ?;

-- name: AgainDue :exec
update url set due = ? where hash = ? and due = 0;

-- name: LinkedTo :many
-- Pages that have moved to another one.
select hash, url from url where target = ? and link in ('redirect', 'canonical') order by hash;

-- name: Hosts :many
select * from host order by name;

-- name: Robots :one
select * from robots where hash = ?;

-- name: PutRobots :exec
insert into robots (hash, status, body, waiting, expires) values (?, ?, ?, ?, ?)
on conflict (hash) do update set status = excluded.status, body = excluded.body, waiting = excluded.waiting, expires = excluded.expires;

-- name: GrowFamily :one
insert into family (hash, size) values (?, 1) on conflict (hash) do update set size = size + 1 returning size;

-- name: HasURL :one
select count(*) from url where hash = ?;

-- name: CountURLs :one
select count(*) from url where host = ?;

-- name: SiteCounts :many
select site, state, count(*) as n from url group by site, state order by site, state;
