-- name: PutLikeness :exec
insert into likeness (page, sign) values (?, ?) on conflict (page) do update set sign = excluded.sign;

-- name: LikenessOf :one
select sign from likeness where page = ?;

-- name: DeleteLikeness :exec
delete from likeness where page = ?;

-- name: PutBand :exec
insert into band (value, page) values (?, ?) on conflict do nothing;

-- name: DeleteBand :exec
delete from band where value = ? and page = ?;

-- name: PagesOfBand :many
-- Some pages that share a band, with the page that each is nearly the same as.
select b.page, l.sign, u.url, coalesce(t.url, '') as target
from band b join likeness l on l.page = b.page join url u on u.hash = b.page left join url t on t.hash = u.target
where b.value = ? and b.page <> ? order by b.page limit 50;

-- name: LinkDuplicate :exec
update url set link = sqlc.arg(link), target = sqlc.arg(target) where hash = sqlc.arg(hash) and link in ('', 'duplicate');

-- name: DuplicatesOf :many
select u.hash, u.url, l.sign from url u join likeness l on l.page = u.hash
where u.target = ? and u.link = 'duplicate' order by u.url;
