insert into assign (page, local, node, owner, bucket) values (?, ?, ?, ?, ?)
on conflict (page, local) do update set node = excluded.node, owner = excluded.owner, bucket = excluded.bucket
