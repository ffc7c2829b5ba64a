-- name: Page :one
select * from page where hash = ?;

-- name: PageDigest :one
-- What tells whether a page has changed, without a look at anything else.
select sha256, media, state, stamped from page where hash = ?;

-- name: Known :one
-- What tells whether a page is to be taken, without a look at anything else.
select (select count(*) from forgotten where forgotten.hash = sqlc.arg(hash)) as forgotten,
	p.sha256, p.media, p.state, p.stamped
from (select 1) left join page p on p.hash = sqlc.arg(hash);

-- name: Pages :many
-- With the page that each leads to, or is nearly the same as.
select p.*, cast(coalesce(u.link, '') as text) as link, cast(coalesce(t.url, '') as text) as target,
	cast(u.hash is not null as integer) as crawled
from page p left join url u on u.hash = p.hash left join url t on t.hash = u.target where (cast(sqlc.arg(site) as text) = '' or p.site = sqlc.arg(site))
and (cast(sqlc.arg(failed) as integer) = 0 or p.state = 'failed') order by p.url;

-- name: FailedOrigins :many
-- Where the failed pages are to be had again; those of the frontier are a crawl's matter.
select distinct cast(case origin when '' then url else origin end as text) from page where state = 'failed'
and not exists (select 1 from url where url.hash = page.hash) order by 1;

-- name: KeptPages :many
select p.url, p.media, p.origin, p.stamped, coalesce(u.site, '') as site
from page p left join url u on u.hash = p.hash and u.state = 'done' and u.sha256 = p.sha256
where p.url > ? and length(p.sha256) > 0 order by p.url limit ?;

-- name: PutPage :exec
insert into page (hash, url, kind, site, title, published, sha256, media, origin, state, code, reason, tries, stamped, fetched)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict (hash) do update set kind = excluded.kind, site = excluded.site, title = excluded.title,
published = excluded.published, sha256 = excluded.sha256, media = excluded.media, origin = excluded.origin,
state = excluded.state, code = excluded.code, reason = excluded.reason, tries = excluded.tries,
stamped = excluded.stamped, fetched = excluded.fetched;

-- name: FailPage :exec
-- A page that was read before keeps what it said. The same failure again is no news, unless it was tried on purpose.
insert into page (hash, url, site, sha256, media, origin, state, code, reason, tries, fetched)
values (sqlc.arg(hash), sqlc.arg(url), sqlc.arg(site), x'', '', sqlc.arg(origin), 'failed', sqlc.arg(code),
	sqlc.arg(reason), 1 + cast(sqlc.arg(again) as integer), sqlc.arg(fetched))
on conflict (hash) do update set state = 'failed', code = excluded.code, reason = excluded.reason,
	origin = excluded.origin, fetched = excluded.fetched,
	tries = case when state = 'failed' and code = excluded.code and reason = excluded.reason
		then page.tries + excluded.tries - 1 else page.tries + 1 end;

-- name: DropPlace :exec
-- A folder that can be read again is no page.
delete from page where hash = ? and state = 'failed' and length(sha256) = 0;

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
