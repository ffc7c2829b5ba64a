-- name: Page :one
select * from page where hash = ?;

-- name: PageDigest :one
-- What tells whether a page has changed, without a look at anything else.
select sha256, media, state, stamped from page where hash = ?;

-- name: Pages :many
select * from page where (cast(sqlc.arg(site) as text) = '' or site = sqlc.arg(site))
and (cast(sqlc.arg(failed) as integer) = 0 or state = 'failed') order by url;

-- name: PagesAfter :many
select * from page where url > ? and state = 'read' order by url limit ?;

-- name: PutPage :exec
insert into page (hash, url, kind, site, title, published, sha256, media, origin, state, code, reason, tries, stamped, fetched)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict (hash) do update set kind = excluded.kind, site = excluded.site, title = excluded.title,
published = excluded.published, sha256 = excluded.sha256, media = excluded.media, origin = excluded.origin,
state = excluded.state, code = excluded.code, reason = excluded.reason, tries = excluded.tries,
stamped = excluded.stamped, fetched = excluded.fetched;

-- name: FailPage :exec
-- A page that was read before keeps what it said.
insert into page (hash, url, site, sha256, media, origin, state, code, reason, tries, fetched)
values (?, ?, ?, x'', '', ?, 'failed', ?, ?, 1, ?)
on conflict (hash) do update set state = 'failed', code = excluded.code, reason = excluded.reason,
origin = excluded.origin, tries = page.tries + 1, fetched = excluded.fetched;

-- name: DeletePage :exec
delete from page where hash = ?;

-- name: Body :one
select raw, text from body where page = ?;

-- name: PutBody :exec
insert into body (page, raw, text) values (?, ?, ?)
on conflict (page) do update set raw = excluded.raw, text = excluded.text;

-- name: DeleteBody :exec
delete from body where page = ?;

-- name: Forgotten :one
select count(*) from forgotten where hash = ?;

-- name: ForgottenPages :many
select url from forgotten order by url;

-- name: PutForgotten :exec
insert into forgotten (hash, url) values (?, ?) on conflict do nothing;

-- name: DeleteForgotten :execrows
delete from forgotten where hash = ?;
