-- Marks the units of whatever leads to something of an owner that has changed.
insert into mark (stage, bucket, unit)
select distinct ?1, a.bucket, a.owner
from touched t
cross join assign o on o.owner = t.owner
cross join claim c on c.page = o.page and c.kind = 'r' and c.object = o.local
cross join assign a on a.page = c.page and a.local = c.subject
