insert into carried (key, owner, grp, names, confidence) values (?, ?, ?, ?, ?)
on conflict (key) do update set owner = excluded.owner, grp = excluded.grp, names = excluded.names, confidence = excluded.confidence
