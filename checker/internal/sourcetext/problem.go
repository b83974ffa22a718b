package sourcetext

import (
	"fmt"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// Missing is a source of which no file was found.
type Missing struct{ ID, SHA256 string }

// Changed is a source of which only an edited version was found: facts are
// not verified against it, but Text says where their quotations stand now.
type Changed struct {
	ID, Path string
	// Registered is the digest in the registry, SHA256 that of the file.
	Registered, SHA256 string
	// Stand of the source's distinct Quotations stand in the file in order;
	// Named: it was recognised by its name alone.
	Stand, Quotations int
	Named             bool
	// Text is nil when the file cannot be read.
	Text *Text
}

// Unsupported is a source whose registered file cannot be read.
type Unsupported struct {
	ID, Path string
	Cause    Cause
}

// Undigested is a source that is registered without a digest. Path and
// SHA256 are those of the file that evidently is its own, if there is one.
type Undigested struct{ ID, Path, SHA256 string }

// Shared is a digest that several sources are registered with.
type Shared struct {
	IDs    []string
	SHA256 string
}

// Duplicate is a registered file that is in the folder more than once. The
// first is the one that was read.
type Duplicate struct {
	IDs    []string
	SHA256 string
	Paths  []string
}

// Skipped is a file or folder that was not looked at.
type Skipped struct {
	Path  string
	Cause Cause
}

func duplicate(digest string, ids []string, files []file) Duplicate {
	d := Duplicate{IDs: ids, SHA256: digest}
	for _, f := range files {
		d.Paths = append(d.Paths, f.path)
	}
	return d
}

// settle says of each source without a text why there is none.
func (s *search) settle(edited map[string]candidate) {
	unsupported := map[string]bool{}
	for _, u := range s.texts.unsupported {
		unsupported[u.ID] = true
	}
	for _, id := range s.ids {
		if s.texts.texts[id] != nil || unsupported[id] {
			continue
		}
		digest := s.texts.wanted[id].digest()
		c, found := edited[id]
		switch {
		case digest == "":
			s.texts.undigested = append(s.texts.undigested,
				Undigested{ID: id, Path: c.file.path, SHA256: s.digests[c.file.path]})
		case found:
			s.texts.changed = append(s.texts.changed, Changed{
				ID: id, Path: c.file.path, Registered: digest, SHA256: s.digests[c.file.path],
				Stand: c.stand, Quotations: c.quotations, Named: c.named, Text: c.text,
			})
		default:
			s.texts.missing = append(s.texts.missing, Missing{ID: id, SHA256: digest})
		}
	}
	s.texts.searched = s.root != nil
	s.texts.sort()
}

func (m Missing) message() finding.Text {
	return finding.Text{
		EN: fmt.Sprintf("the text of %s (sha256 %s) is not among the source texts", m.ID, m.SHA256),
		JA: fmt.Sprintf("%s の原文(sha256 %s)が見つかりません", m.ID, m.SHA256),
	}
}

func (c Changed) message() finding.Text {
	t := finding.Text{
		EN: fmt.Sprintf("%s is not the registered text of %s: its sha256 is %s, registered is %s",
			c.Path, c.ID, c.SHA256, c.Registered),
		JA: fmt.Sprintf("%s は登録された %s の原文ではありません(sha256 は %s、登録は %s)",
			c.Path, c.ID, c.SHA256, c.Registered),
	}
	if c.Text != nil && c.Quotations > 0 {
		t.EN += fmt.Sprintf("; %d of %d quotations still stand in it", c.Stand, c.Quotations)
		t.JA += fmt.Sprintf("。引用 %d 件のうち %d 件は今も載っています", c.Quotations, c.Stand)
	}
	return t
}

func (c Changed) help() finding.Text {
	return finding.Text{
		EN: "use the registered text; or, if the new one is to count, register it and correct the selectors with `tieout anchor --fix`",
		JA: "登録された原文を使うか、新しい原文に改めるなら `tieout anchor --fix` で登録と selector を直してください",
	}
}

func (u Unsupported) message() finding.Text {
	cause := u.Cause.Text()
	return finding.Text{
		EN: fmt.Sprintf("the text of %s was not read: %s %s", u.ID, u.Path, cause.EN),
		JA: fmt.Sprintf("%s の原文を読めません: %s %s", u.ID, u.Path, cause.JA),
	}
}

func (u Undigested) message() finding.Text {
	if u.SHA256 == "" {
		return finding.Text{
			EN: fmt.Sprintf("%s is registered without a sha256, by which its text could be found", u.ID),
			JA: fmt.Sprintf("%s は sha256 が登録されていないため、原文を探せません", u.ID),
		}
	}
	return finding.Text{
		EN: fmt.Sprintf("%s is registered without a sha256; if %s is its text, register sha256: %s", u.ID, u.Path, u.SHA256),
		JA: fmt.Sprintf("%s は sha256 が登録されていません。%s がその原文なら sha256: %s と登録してください", u.ID, u.Path, u.SHA256),
	}
}

func (s Shared) message() finding.Text {
	return finding.Text{
		EN: fmt.Sprintf("%s are registered with the same text (sha256 %s)", strings.Join(s.IDs, " and "), s.SHA256),
		JA: fmt.Sprintf("%s に同じ原文が登録されています(sha256 %s)", strings.Join(s.IDs, " と "), s.SHA256),
	}
}

func (s Shared) help() finding.Text {
	return finding.Text{
		EN: "register each document once, or correct the sha256", JA: "同じ文書の登録を一つにまとめるか、sha256 を直してください",
	}
}

func (d Duplicate) message() finding.Text {
	return finding.Text{
		EN: fmt.Sprintf("the text of %s is there %d times (%s); the first was read",
			strings.Join(d.IDs, " and "), len(d.Paths), list(d.Paths, ", ")),
		JA: fmt.Sprintf("%s の原文が %d 個あります(%s)。最初のものを読みました",
			strings.Join(d.IDs, " と "), len(d.Paths), list(d.Paths, "、")),
	}
}

// list joins names, the first few of them.
func list(all []string, comma string) string {
	if len(all) > maxNamed {
		all = append(all[:maxNamed:maxNamed], "…")
	}
	return strings.Join(all, comma)
}
