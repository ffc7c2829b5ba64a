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
-- Some pages that share a band.
select b.page, l.sign, u.url from band b join likeness l on l.page = b.page join url u on u.hash = b.page
where b.value = ? and b.page <> ? order by b.page limit 50;

-- name: LinkDuplicate :exec
update url set link = sqlc.arg(link), target = sqlc.arg(target) where hash = sqlc.arg(hash) and link in ('', 'duplicate');
