package figure

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// tokens writes the tokens of a line: their text and what they say.
func tokens(line string) (list []string) {
	for _, s := range Find(line) {
		list = append(list, s.Text+" = "+s.Figure.String())
	}
	return list
}

// Coverage counts these tokens and drafts are made from them: what is cut wrong
// here is asked of a person there.
func TestFind(t *testing.T) {
	for _, row := range rows(t, "testdata/find.txt") {
		got := tokens(row[0])
		if want := row[1:]; strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("Find(%q):\n  got  %s\n  want %s", row[0], strings.Join(got, "\n       "), strings.Join(want, "\n       "))
		}
	}
}

func TestFindTellsWhereTokensStand(t *testing.T) {
	line := "税収は約５％増の (1,605)百万円¹、第3回"
	spans := Find(line)
	check(t, line, spans)
	if len(spans) != 4 {
		t.Fatalf("%d tokens: %v", len(spans), tokens(line))
	}
	first, second := spans[0], spans[1]
	if first.Text != "約５％" || first.Start != len("税収は") || first.From != 3 || first.To != 6 || first.Bracketed {
		t.Errorf("first token: %+v", first)
	}
	if second.Text != "1,605" || !second.Bracketed || second.Figure.Scaled().Sign() < 0 {
		t.Errorf("second token: %+v", second)
	}
}

// The numbers of a text can be counted by its tokens.
func TestFindCountsNumerals(t *testing.T) {
	for line, want := range map[string]int{
		"2025年3月31日": 3, "1,605.5": 1, "7~37%": 2, "約60%": 1, "三社": 0, "¹²": 0, "(注4,5)": 1, "12..5": 2, "1-2-3": 3, "B612": 1,
		"https://example.org/2024/12 2 3": 2,
	} {
		n := 0
		for _, s := range Find(line) {
			n += s.Numerals
		}
		if n != want {
			t.Errorf("%q has %d numerals, want %d: %v", line, n, want, tokens(line))
		}
	}
}

// check holds spans to what their readers rely on.
func check(t *testing.T, line string, spans []Span) {
	t.Helper()
	end, to := 0, 0
	for _, s := range spans {
		switch {
		case s.Start < end || s.From < to || s.End <= s.Start || s.To <= s.From || s.End > len(line):
			t.Fatalf("%q: span %+v after %d", line, s, end)
		case s.Text != line[s.Start:s.End]:
			t.Fatalf("%q: span %+v has another text", line, s)
		case utf8.RuneCountInString(line[end:s.Start]) != s.From-to || utf8.RuneCountInString(s.Text) != s.To-s.From:
			t.Fatalf("%q: span %+v counts code points wrongly", line, s)
		case s.Figure.Kind == "":
			t.Fatalf("%q: span %+v has no kind", line, s)
		}
		end, to = s.End, s.To
	}
}

// Every digit outside of URLs is in a token.
func TestFindLeavesNoDigitOut(t *testing.T) {
	for _, row := range rows(t, "testdata/forms.txt") {
		for _, line := range []string{row[0], "本年は" + row[0] + "であり、", "(" + row[0] + ")", "x" + row[0] + " y"} {
			digits, covered := countDigits(line), 0
			for _, s := range Find(line) {
				covered += countDigits(s.Text)
			}
			if covered != digits {
				t.Errorf("%q: %d of %d digits in tokens: %v", line, covered, digits, tokens(line))
			}
		}
	}
}

func countDigits(s string) (n int) {
	for _, r := range s {
		if isDigit(fold(r)) {
			n++
		}
	}
	return n
}

// hostile are parts of lines that make readers go back and forth when they are
// repeated.
var hostile = []string{
	"1", "1,", "約", "a-", "一", "-", "(注", "第", "数", "1-", "twenty ", "1万", "http://", "1 to ", "(1)", "最大", "¹", "約1", "- ", "2025年",
	"\xff", "5億1", "(", "三つの", "[1", "FY", "H3.", "1/",
}

// One hostile line must neither hold up a run nor bring it down. BenchmarkFind
// shows that the time it takes grows with its length only.
func TestFindOnHostileLines(t *testing.T) {
	for _, part := range hostile {
		line := strings.Repeat(part, 3_000)
		check(t, line, Find(line))
	}
}
