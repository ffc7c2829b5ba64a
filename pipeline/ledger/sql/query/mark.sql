-- name: FirstStage :one
-- The stage that comes first among those with news; 0: none.
select cast(coalesce(min(stage), 0) as integer) from mark;

-- name: Marks :one
select count(*) from mark;
