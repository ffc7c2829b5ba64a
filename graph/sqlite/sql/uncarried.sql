-- The documents that no page carries, with how many documents have a relation
-- onto each and how many pages name it. Types: CARRIES; IMPLEMENTS, AMENDS,
-- CITES; REPORTS_ON, MENTIONS.
with counted as (
  select n.ident as ident,
    (
      select count(distinct e.src)
      from graph_what as w
      cross join graph_edge as e on e.dst = n.id and e.what = w.id
      cross join graph_name as s on s.id = e.src and s.present and s.label = n.label
      where w.type in (?3, ?4, ?5) and s.id <> n.id
    ) as documents,
    (
      select count(distinct e.src)
      from graph_what as w
      cross join graph_edge as e on e.dst = n.id and e.what = w.id
      cross join graph_name as s on s.id = e.src and s.present
      where w.type in (?6, ?7)
    ) as pages
  from graph_name as n
  where n.label = ?1 and n.present and not exists (
    select 1
    from graph_what as w
    cross join graph_edge as e on e.dst = n.id and e.what = w.id
    cross join graph_name as s on s.id = e.src and s.present
    where w.type = ?2
  )
)
select ident, documents, pages from counted where documents + pages > 0 order by ident
