delete from carried where key = ?
