-- Marks the carriers of instruments where the key of a carrier has come to mean another document.
insert into mark (stage, bucket, unit)
select distinct ?1, bucket, owner from (
	select m.new_bucket as bucket, m.new_owner as owner
	from moved m cross join claim c on c.page = m.page and c.kind = 'i' and c.object = m.local
	union
	select m.old_bucket, m.old_owner
	from moved m cross join claim c on c.page = m.page and c.kind = 'i' and c.object = m.local
	where m.old_owner <> ''
)
