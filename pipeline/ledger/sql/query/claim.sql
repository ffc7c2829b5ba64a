-- name: ClaimsOfPage :many
select id, kind, subject, block from claim where page = ? order by kind, subject, id;

-- name: DeleteClaims :exec
delete from claim where page = ?;

-- name: AssignedOfPage :many
select local, node, owner, bucket from assign where page = ? order by local;

-- name: DeleteAssigned :exec
delete from assign where page = ? and local = ?;
