-- Takes the units of a stage that come first, by bucket.
insert into batch (unit, bucket)
select unit, bucket from mark where stage = ?1 group by bucket, unit order by bucket, unit limit ?2
