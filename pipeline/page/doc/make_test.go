package doc

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
)

// A wrote is a piece of text as it stands in a file.
type wrote struct {
	text   string
	narrow bool // one byte for each character
}

// make97 makes a file of pieces without any properties.
func make97(pieces ...wrote) []byte {
	document, plc, pcd := make([]byte, 2048), []byte{}, []byte{}
	le := binary.LittleEndian
	cp := 0
	for _, p := range pieces {
		plc = le.AppendUint32(plc, uint32(cp))
		at := len(document)
		if p.narrow {
			document = append(document, p.text...)
			cp += len(p.text)
			at = at*2 | narrow
		} else {
			units := utf16.Encode([]rune(p.text))
			for _, u := range units {
				document = le.AppendUint16(document, u)
			}
			cp += len(units)
		}
		pcd = le.AppendUint16(pcd, 0)
		pcd = le.AppendUint32(pcd, uint32(at))
		pcd = le.AppendUint16(pcd, 0)
	}
	plc = append(le.AppendUint32(plc, uint32(cp)), pcd...)
	table := le.AppendUint32([]byte{2}, uint32(len(plc)))
	table = append(table, plc...)
	le.PutUint16(document, magic97)
	le.PutUint16(document[2:], first97)
	le.PutUint16(document[0x0A:], flagTable1)
	le.PutUint16(document[32:], 14)
	le.PutUint16(document[62:], 22)
	le.PutUint32(document[64+4*3:], uint32(cp))
	le.PutUint16(document[152:], 93)
	le.PutUint32(document[154+8*33:], 0)
	le.PutUint32(document[154+8*33+4:], uint32(len(table)))
	return compound(map[string][]byte{"WordDocument": document, "1Table": table})
}

// compound packs streams into a compound file, each so long that it has sectors of its own.
func compound(streams map[string][]byte) []byte {
	const sector, chainEnd, fatSector = 512, 0xFFFFFFFE, 0xFFFFFFFD
	le := binary.LittleEndian
	fat := []uint32{fatSector, chainEnd}
	var data, dir []byte
	entry := func(name string, kind byte, child, next, start uint32, size int) {
		e := make([]byte, 128)
		units := utf16.Encode([]rune(name))
		for i, u := range units {
			le.PutUint16(e[2*i:], u)
		}
		le.PutUint16(e[64:], uint16(2*len(units)+2))
		e[66], e[67] = kind, 1
		le.PutUint32(e[68:], 0xFFFFFFFF)
		le.PutUint32(e[72:], next)
		le.PutUint32(e[76:], child)
		le.PutUint32(e[116:], start)
		le.PutUint64(e[120:], uint64(size))
		dir = append(dir, e...)
	}
	entry("Root Entry", 5, 1, 0xFFFFFFFF, chainEnd, 0)
	for i, name := range []string{"WordDocument", "1Table"} {
		s := append([]byte{}, streams[name]...)
		for len(s) < 4096 || len(s)%sector != 0 {
			s = append(s, 0)
		}
		next := uint32(i + 2)
		if i == 1 {
			next = 0xFFFFFFFF
		}
		entry(name, 2, 0xFFFFFFFF, next, uint32(len(fat)), len(s))
		for n := len(s) / sector; n > 0; n-- {
			follows := uint32(len(fat) + 1)
			if n == 1 {
				follows = chainEnd
			}
			fat = append(fat, follows)
		}
		data = append(data, s...)
	}
	head := make([]byte, sector)
	copy(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	for at, v := range map[int]uint16{24: 0x3e, 26: 3, 28: 0xfffe, 30: 9, 32: 6} {
		le.PutUint16(head[at:], v)
	}
	for at, v := range map[int]uint32{44: 1, 48: 1, 56: 4096, 60: chainEnd, 68: chainEnd} {
		le.PutUint32(head[at:], v)
	}
	for i := range 109 {
		le.PutUint32(head[76+4*i:], 0xFFFFFFFF)
	}
	le.PutUint32(head[76:], 0)
	var fats []byte
	for len(fat) < sector/4 {
		fat = append(fat, 0xFFFFFFFF)
	}
	for _, v := range fat {
		fats = le.AppendUint32(fats, v)
	}
	for len(dir) < sector {
		dir = append(dir, 0)
	}
	return bytes.Join([][]byte{head, fats, dir, data}, nil)
}
