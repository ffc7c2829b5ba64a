-- name: PageCounts :one
select count(*) as pages, cast(coalesce(sum(state = 'failed'), 0) as integer) as failed from page;
