package anchor

import (
	"strings"

	"github.com/tieout/tieout/checker/internal/figure"
)

// date holds an event's date to the printed one. A print may leave out its
// year, but what it says must be what is recorded, as precisely.
func (c *comparison) date(recorded string) {
	f := c.figure
	if f.Kind != figure.Date && f.Kind != figure.Period {
		return
	}
	c.compared = true
	printed := f.Date
	if f.Fiscal && f.Kind == figure.Period {
		printed = "FY" + f.Date
	}
	if recorded == printed {
		return
	}
	if part, ok := strings.CutPrefix(printed, "--"); ok && (strings.HasSuffix(recorded, "-"+part) || strings.Contains(recorded, "-"+part+"-")) {
		return
	}
	c.differ(say("the date is %s, but the selector quotes %q", "日付は %s ですが、selector の引用は「%s」です", recorded, c.printed),
		say("write the date as precisely as it is printed, or correct the quotation", "印字どおりの日付を書くか、引用を直してください"))
}
