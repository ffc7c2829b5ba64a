insert into moved (page, local, old_owner, old_bucket, new_owner, new_bucket) values (?, ?, ?, ?, ?, ?)
