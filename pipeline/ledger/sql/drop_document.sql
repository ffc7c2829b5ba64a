delete from document where key = ?
