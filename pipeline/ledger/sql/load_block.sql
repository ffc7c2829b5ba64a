-- The claims of the blocks of the batch, with what they meant so far.
select c.block, c.page, c.kind, c.subject, c.id, '', c.value, c.start, c.stop, c.quote, c.rule, c.confidence,
	p.url, p.published, coalesce(a.node, ''), coalesce(a.owner, ''), coalesce(a.bucket, 0)
from batch b
cross join claim c on c.block = b.unit
join page p on p.hash = c.page
left join assign a on c.kind in ('d', 'i') and a.page = c.page and a.local = c.subject
order by b.unit
