-- name: PutVisit :exec
insert into visit (page, at, run, status, sha256, unchanged) values (?, ?, ?, ?, ?, ?)
on conflict (page, at) do update set run = excluded.run, status = excluded.status, sha256 = excluded.sha256, unchanged = excluded.unchanged;

-- name: Visits :many
-- The history of some pages after a url, with what is kept of their bodies.
select p.url, p.media, v.at, v.status, v.sha256, v.unchanged, p.sha256 as kept, b.fetched as kept_at
from page p join visit v on v.page = p.hash left join body b on b.page = p.hash
where p.url > sqlc.arg(after) and p.url <= sqlc.arg(last) order by p.url, v.at;

-- name: VisitsOf :many
select * from visit where page = ? order by at;

-- name: PagesFrom :many
select url from page where url > ? order by url limit ?;

-- name: PutAnswer :exec
-- How the bytes of a page came.
update body set status = ?, header = ?, fetched = ? where page = ?;

-- name: AnswerOfBody :one
select status, header, fetched, raw from body where page = ?;

-- name: PutGone :exec
-- A page that is not there any more is remembered, and has nothing to say.
update page set state = 'gone', sha256 = x'', code = ?, reason = ?, fetched = ? where hash = ?;

-- name: PutSite :exec
insert into site (name, state, reason, run, at) values (?, ?, ?, ?, ?)
on conflict (name) do update set state = excluded.state, reason = excluded.reason, run = excluded.run, at = excluded.at;

-- name: Sites :many
select * from site order by name;
