package cli

import (
	"fmt"
	"strings"
	"sync"
)

// account is what a run can say of its outputs when it is ended.
type account struct {
	mu sync.Mutex
	// delivering says that the checks are done and their report is going out,
	// files counts those that were asked for, and whole names those that are there.
	delivering bool
	files      int
	whole      []string
}

// deliver begins the outputs, so many of them files.
func (a *account) deliver(files int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.delivering, a.files = true, files
}

// wrote notes a file that is there.
func (a *account) wrote(file string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.whole = append(a.whole, file)
}

// sentence says how far a run has come that was ended by a signal. m is nil for
// a run that nobody measures.
func (a *account) sentence(m *meter, terminated bool) string {
	a.mu.Lock()
	defer a.mu.Unlock()
	w := farewells["en"]
	if m != nil {
		w = farewells[m.lang]
	}
	s := w.interrupted
	if terminated {
		s = w.terminated
	}
	switch {
	case m == nil:
		return s
	case a.delivering && a.files == 0:
		return s + w.colon + w.cutShort
	case a.delivering && len(a.whole) == 0:
		return s + w.colon + w.noneWhole
	case a.delivering:
		return s + w.colon + fmt.Sprintf(w.someWhole, len(a.whole), a.files, strings.Join(a.whole, w.comma))
	}
	p := m.state()
	if p.Facts > 0 {
		s += w.colon + fmt.Sprintf(w.checked, thousands(p.Facts), permille(p)/10)
	} else {
		s += w.colon + w.nothing
	}
	s += w.semicolon + w.noReport
	if m.kept && p.Facts > 0 {
		s += w.semicolon + w.kept
	}
	return s
}

// farewells are the words for a run that was ended, by language.
var farewells = map[string]struct {
	interrupted, terminated, colon, semicolon, comma string
	nothing, checked, noReport, kept                 string
	cutShort, noneWhole, someWhole                   string
}{
	"en": {
		interrupted: "interrupted", terminated: "terminated", colon: ": ", semicolon: "; ", comma: ", ",
		nothing: "no facts were checked yet", checked: "%s facts were checked, %d%% of the work",
		noReport: "no report was written", kept: "the next run goes on from what the cache keeps",
		cutShort: "everything was checked, but the report is not whole", noneWhole: "everything was checked, but no file was written",
		someWhole: "everything was checked, but %d of %d files were written: %s",
	},
	"ja": {
		interrupted: "中断しました", terminated: "終了の要求により中止しました", colon: "：", semicolon: "。", comma: "、",
		nothing: "事実はまだ検査していません", checked: "事実%s件を検査しました（全体の%d%%）",
		noReport: "レポートは書き出していません", kept: "検査済みの結果はキャッシュに残り、次回に引き継がれます",
		cutShort: "検査は終わりましたが、レポートの出力は途中までです", noneWhole: "検査は終わりましたが、ファイルは書き出していません",
		someWhole: "検査は終わりましたが、書き出したファイルは%[2]d件中%[1]d件です：%[3]s",
	},
}
