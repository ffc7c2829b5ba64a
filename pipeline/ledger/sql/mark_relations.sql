-- Marks the units of whatever starts at, or leads to, a key that has come to mean another node.
insert into mark (stage, bucket, unit)
select distinct ?1, bucket, owner from (
	select m.new_bucket as bucket, m.new_owner as owner
	from moved m cross join claim c on c.page = m.page and c.kind in ('i', 'l', 'r') and c.subject = m.local
	union
	select m.old_bucket, m.old_owner
	from moved m cross join claim c on c.page = m.page and c.kind in ('i', 'l', 'r') and c.subject = m.local
	where m.old_owner <> ''
	union
	select a.bucket, a.owner
	from (select distinct page from moved) p
	cross join claim c on c.page = p.page and c.kind in ('i', 'l', 'r')
	cross join moved m on m.page = c.page and m.local = c.object
	cross join assign a on a.page = c.page and a.local = c.subject
)
