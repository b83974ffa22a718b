package sourcetext

import (
	"errors"
	"strings"
	"testing"
)

func TestVisibleText(t *testing.T) {
	cases := []struct{ name, page, want string }{
		{"blocks", "<h1>Budget</h1><p>Bread\n  and <b>rolls</b></p>after", "Budget⏎Bread and rolls⏎after"},
		{"inline markup splits no figure", "<p>1,<b>60</b><i>5</i></p>", "1,605"},
		{"br", "a<br>b<br/>c</br>d", "a⏎b⏎c⏎d"},
		{"entities", "<p>&yen;1,605&nbsp;&amp; &#x2460; R&D &lt;b&gt; &copy</p>", "¥1,605\u00a0& ① R&D <b> ©"},
		{"head", "<html><head><title>t</title><style>s</style></head><body>b</body>", "b"},
		{"head left open", "<head><meta charset=utf-8><title>t</title><p>b", "b"},
		{"head ended by text", "<head>\n<title>t</title> b", "b"},
		{"scripts", "a<script>if (1<2) '</p>'</script><noscript>n</noscript><template><p>t</template>b", "ab"},
		{"comment", "a<!-- <p>no -->b", "ab"},
		{"hidden", "<p>a</p><div hidden><p>x</p><div>y</div>z</div><p>b", "a⏎b"},
		{"hidden, end tag left out", "<ul><li>a<li hidden>x<li>b</ul><p>c", "a⏎b⏎c"},
		{"hidden, ended by its parent", "<ul><li hidden>x</ul>c", "c"},
		{"hidden paragraph", "<p hidden>x<p>b", "b"},
		{"hidden, stray end tag", "<div hidden>x</span>y</div>b", "b"},
		{"hidden by style", `a<span style="color:red; DISPLAY : none">x</span><i style="visibility:hidden">y</i>b`, "ab"},
		{"hidden image and void elements", `<img hidden alt="x">a<input value=x>b`, "ab"},
		{"alt text", `a <img alt="no" src=x> b`, "a b"},
		{"table", "<table><tr><th>A<th>B<tr><td>1,605<td>415</table>", "A\tB⏎1,605\t415"},
		{"empty cells keep their column", "<table><tr><td></td><td>5</td><td></td><td>7</td><td></td></tr></table>", "\t5\t\t7"},
		{"blocks in a cell", "<table><tr><td><p>Net</p><p>sales</p><td>a<br>b</table>", "Net sales\ta b"},
		{"table in a cell", "<table><tr><td>x<table><tr><td>1<td>2<tr><td>3</table>y<td>z</table>w", "x⏎1\t2⏎3⏎y\tz⏎w"},
		{"hidden cell", "<table><tr><td>1<td hidden>2<td>3</table>", "1\t3"},
		{"caption and sections", "<table><caption>C<thead><tr><th>H<tbody><tr><td>1</table>", "C⏎H⏎1"},
		{"list", "<ul><li>a<ul><li>b</ul><li>c</ul>", "a⏎b⏎c"},
		{"pre", "<pre>\n a  b\n\n c &lt; d\r\ne</pre>", " a  b⏎ c < d⏎e"},
		{"pre with markup", "<pre>a <b>b</b>  c</pre>", "a b  c"},
		{"textarea", "<textarea>a <b>\nb</textarea>", "a <b>⏎b"},
		{"ruby", "<ruby>予算<rp>(</rp><rt>よさん</rt><rp>)</rp></ruby>案", "予算案"},
		{"ideographic space", "予算 案", "予算 案"},
		{"line end by entity", "a&#10;b", "a b"},
		{"svg", "<svg><title>t</title><g hidden/><text>5</text></svg>", "5"},
		{"cut off", "<p>a<b>c<a href=", "ac"},
		{"stray ends", "</div></p></table>a</b></body></html>b", "ab"},
		{"nothing", "<p> \n <br>", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			lines, err := htmlLines(t.Context(), c.page, false, defaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			if got := joined(lines); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestXHTMLClosesItself(t *testing.T) {
	lines, err := htmlLines(t.Context(), `<p>a<script src="x"/>b<span hidden=""/>c</p>`, true, defaultLimits())
	if err != nil || joined(lines) != "abc" {
		t.Errorf("%q, %v", joined(lines), err)
	}
}

// The lines of a page lead back to where they stand in its file.
func TestHTMLPositions(t *testing.T) {
	page := "\ufeff<html>\r\n<body>\n<p>\n  Bread &amp;\n  rolls</p>\r<table><tr>\n<td>1,605\n<td> 415 </table>"
	text, cause := read(t, "a.html", page, Wanted{})
	if cause != nil {
		t.Fatal(cause)
	}
	want := []struct {
		line int
		raw  string
	}{{4, "Bread &amp;\n  rolls"}, {7, "1,605\n<td> 415"}}
	if len(text.Lines) != len(want) {
		t.Fatalf("lines %q", texts(text.Lines))
	}
	for i, w := range want {
		l := text.Lines[i]
		if l.FileLine != w.line || page[l.Start:l.End] != w.raw {
			t.Errorf("%q: line %d, bytes %q", l.Text, l.FileLine, page[l.Start:l.End])
		}
	}
}

func TestHTMLLimits(t *testing.T) {
	l := defaultLimits()
	l.line, l.lines = 10, 3
	for name, c := range map[string]struct {
		page string
		want LimitError
	}{
		"line":    {"<p>a\n<p>0123456789 1", LimitError{What: LimitLine, Limit: 10, Line: 2}},
		"lines":   {"<p>a<p>b<p>c<p>d", LimitError{What: LimitLines, Limit: 3}},
		"nesting": {"\n" + strings.Repeat("<b>", MaxNesting+1), LimitError{What: LimitNesting, Limit: MaxNesting, Line: 2}},
	} {
		_, err := htmlLines(t.Context(), c.page, false, l)
		var limit *LimitError
		if !errors.As(err, &limit) || *limit != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := htmlLines(t.Context(), strings.Repeat("<p>a", 100_000), false, defaultLimits()); err != nil {
		t.Errorf("paragraphs without end tags do not nest: %v", err)
	}
}
