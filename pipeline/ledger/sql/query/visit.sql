-- name: PutVisit :exec
insert into visit (page, at, run, status, sha256, unchanged) values (?, ?, ?, ?, ?, ?)
on conflict (page, at) do update set run = excluded.run, status = excluded.status, sha256 = excluded.sha256, unchanged = excluded.unchanged;

-- name: VisitsOf :many
select * from visit where page = ? order by at;

-- name: PagesFrom :many
select url from page where url > ? order by url limit ?;

-- name: PutAnswer :exec
-- How the bytes of a page came.
update body set status = ?, header = ?, fetched = ? where page = ?;

-- name: AnswerOfBody :many
select status, header, fetched, raw from body where page = ?;

-- name: PutGone :exec
-- A page that is not there any more is remembered, and has nothing to say.
update page set state = 'gone', sha256 = x'', code = ?, reason = ?, fetched = ? where hash = ?;

-- name: PutSite :exec
insert into site (name, state, reason, run, at) values (?, ?, ?, ?, ?)
on conflict (name) do update set state = excluded.state, reason = excluded.reason, run = excluded.run, at = excluded.at;

-- name: Sites :many
select * from site order by name;

-- name: SiteReason :many
select reason from site where name = ? and state = 'changed';

-- name: ReadAgain :exec
-- A page that failed in between is what it was.
update page set state = 'read', code = '', reason = '', tries = 0 where hash = ? and state = 'failed' and length(sha256) > 0;

-- name: Stated :many
-- Of which documents and relations a page speaks.
select distinct kind, subject, object from claim where page = ? and kind in ('d', 'r');

-- name: PublishedOf :many
select published from page where hash = ?;
