-- Whatever a unit of resolution can be made of: blocks, owners, parties, pages, and units that have written.
select distinct 'block', block, 0, 0 from claim where block is not null
union all select distinct 'owner', owner, 0, 0 from assign
union all select distinct 'party', node, 0, 0 from party
union all select 'page', lower(hex(hash)), 0, 0 from page
union all select 'unit', unit, stage, bucket from unit
