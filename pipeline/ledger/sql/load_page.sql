-- The documents that the pages of the batch name.
select b.unit, a.node, c.value
from batch b
cross join claim c on c.page = unhex(b.unit) and c.kind = 'd'
join assign a on a.page = c.page and a.local = c.subject
order by b.unit
