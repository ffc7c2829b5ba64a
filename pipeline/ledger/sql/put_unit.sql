insert into unit (stage, unit, bucket, body) values (?, ?, ?, ?)
on conflict (stage, unit) do update set body = excluded.body
