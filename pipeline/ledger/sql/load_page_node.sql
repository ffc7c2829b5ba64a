-- The pages of the batch that were read.
select b.unit, p.url, p.kind, p.site, p.title, p.published, lower(hex(p.sha256))
from batch b cross join page p on p.hash = unhex(b.unit) where length(p.sha256) > 0
