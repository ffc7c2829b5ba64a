-- name: BeginRun :one
insert into run (command, started) values (?, ?) returning id;

-- name: EndRun :exec
update run set ended = ?, counts = ? where id = ?;

-- name: Runs :many
select * from run where id >= ? and started >= ? order by id;

-- name: CountsOf :many
-- What runs of a command counted, the last one first.
select counts from run where command = sqlc.arg(command) and counts <> ''
and (cast(sqlc.arg(id) as integer) = 0 or id = sqlc.arg(id)) order by id desc limit 1;

-- name: LastRun :many
-- The last run of a command.
select id, started, counts from run where command = ? order by id desc limit 1;
