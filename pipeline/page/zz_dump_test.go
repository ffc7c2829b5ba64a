package page
import ("testing";"os";"path/filepath";"fmt")
func TestDump(t *testing.T){ fs,_:=filepath.Glob("/work/shared/data/html/*/*.html"); for _,f:=range fs{ b,_:=os.ReadFile(f); s,err:=Read(f,"",b); name:="/tmp/dump/"+filepath.Base(filepath.Dir(f))+"_"+filepath.Base(f)+".txt"
 o:=fmt.Sprintf("err=%v\ntitle=%q pub=%q author=%q\n",err,s.Title,s.Published,s.Author); for _,l:=range s.Labels{ o+=fmt.Sprintf("LABEL %q = %q %v\n",l.Name,l.Value,s.Text[l.Start:l.End]==l.Value)}; os.WriteFile(name,[]byte(o+"=====\n"+s.Text),0o644); fmt.Println(f,len(b),len(s.Text),len(s.Labels),err)}}
