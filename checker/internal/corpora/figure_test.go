package corpora

import "testing"

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		f              figure
		plain, printed string
	}{
		{whole(0), "0", "0"},
		{whole(1234567), "1234567", "1,234,567"},
		{whole(-1204), "-1204", "-1,204"},
		{figure{5, 2}, "0.05", "0.05"},
		{figure{-123456, 1}, "-12345.6", "-12,345.6"},
	} {
		if got := c.f.plain(); got != c.plain {
			t.Errorf("%+v is written %s, want %s", c.f, got, c.plain)
		}
		if got := c.f.printed(); got != c.printed {
			t.Errorf("%+v is printed %s, want %s", c.f, got, c.printed)
		}
	}
}

func TestQuotients(t *testing.T) {
	for _, c := range []struct {
		n, d, places int
		rounded, cut string
	}{
		{1, 3, 2, "0.33", "0.33"},
		{2, 3, 2, "0.67", "0.66"},
		{-2, 3, 1, "-0.7", "-0.6"},
		{1, 2, 0, "1", "0"},
		{-1, 2, 0, "-1", "0"},
	} {
		if got := quotient(c.n, c.d, c.places, false).plain(); got != c.rounded {
			t.Errorf("%d/%d is rounded to %s, want %s", c.n, c.d, got, c.rounded)
		}
		if got := quotient(c.n, c.d, c.places, true).plain(); got != c.cut {
			t.Errorf("%d/%d is cut to %s, want %s", c.n, c.d, got, c.cut)
		}
	}
}

// Two companies of one name would be a finding that nobody planted.
func TestTownsDiffer(t *testing.T) {
	seen := map[string]bool{}
	for i := range 160_100 {
		w := town(i)
		if seen[w.en] || seen[w.ja] {
			t.Fatalf("the name %v comes twice", w)
		}
		seen[w.en], seen[w.ja] = true, true
	}
}

// A block that adds more than it says would overfill its document.
func TestBlocksKeepTheirSize(t *testing.T) {
	c := &corpus{Options: Options{Facts: 1_000_000, PerDocument: 1_000_000}, used: map[string]bool{}, documents: 1, whole: 1}
	for i, b := range blocks {
		d := c.document(0)
		for range 50 {
			before := d.count
			b.make(d, "")
			if added := d.count - before; added < 1 || added > b.facts {
				t.Errorf("block %d adds %d facts, and says %d", i, added, b.facts)
			}
		}
	}
	for _, f := range flawsAndBroken {
		d := c.document(0)
		if f.block.make(d, f.name); d.count > f.block.facts {
			t.Errorf("%s %s adds %d facts, and says %d", f.rule, f.name, d.count, f.block.facts)
		}
	}
}
