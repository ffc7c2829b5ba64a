package source

import "testing"

func TestLoad(t *testing.T) {
	sites, err := Load("")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sites {
		t.Log(s.Name, s.File, s.Layouts[0].Paths)
	}
	for _, bad := range []string{"nmae='x'", "name='x'\n[[layout]]\ntitle='h1['", "[[layout]]\n[layout.asert]\nrequire=['x']\n", "[politeness]\ndelay='x'", "[[layout]]\npath=['(']"} {
		_, err := Parse("x.toml", []byte(bad))
		t.Log(err)
	}
}
