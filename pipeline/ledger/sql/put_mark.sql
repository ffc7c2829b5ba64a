insert into mark (stage, bucket, unit) values (?, ?, ?)
