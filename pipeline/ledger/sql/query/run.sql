-- name: BeginRun :one
insert into run (command, started) values (?, ?) returning id;

-- name: EndRun :exec
update run set ended = ?, counts = ? where id = ?;

-- name: Runs :many
select * from run where id >= ? and started >= ? order by id;
