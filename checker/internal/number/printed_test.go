package number

import "testing"

func TestPrinted(t *testing.T) {
	for text, want := range map[string]string{
		"1,605": "1605", "1605": "1605", "$1,605": "1605", "1,605円": "1605", "1,234,567": "1234567",
		"0.6%": "0.6", "約60%": "60", "約60％": "60", "１，２３４": "1234", "１２．５": "12.5",
		"△19": "-19", "▲1,000": "-1000", "−5": "-5", "-5.25%": "-5.25", "(19)": "-19", "(1,605)": "-1605", "($5)": "-5",
		"3億円": "3", "3億": "3", "698百万円": "698", "2千台": "2", "「35」": "35", "[35]": "35", "18社": "18", "60強": "60",
		"about 12 persons": "12", "100 or more": "100", "US$5 million": "5", "5 million": "5", "¥1,234": "1234", "1 ": "1", "最大10%": "10",
		"100+": "100", "10%程度": "10", "1.50": "1.5", "total of 12": "12",
		"24年間": "24", "3事業年度": "3", "3事業年度目": "3", "2種類": "2", "6つ": "6", "6つの原則": "6", "最大で約567千株": "567", "800V": "800", "第126期": "126", "第3世代": "3", "2億USドル": "2", "第3位": "3", "360°": "360",
	} {
		d, ok := Printed(text)
		if !ok || Text(d.Value) != want {
			t.Errorf("Printed(%q) = %v, %v; want %s", text, d.Value, ok, want)
		}
	}
	if d, _ := Printed("1.50"); d.Places != 2 {
		t.Errorf("1.50 has %d places", d.Places)
	}
}

// Whatever might be another number than it looks is unknown, never a guess.
func TestPrintedNeverGuesses(t *testing.T) {
	for _, text := range []string{
		"", "-", "—", "A-", "5億1万", "5億1", "3億5千万", "十二", "三割", "1/12", "1〜3", "1~3", "1-3", "1–3", "1,23", "12,34,567",
		"1.605,00", "1.2.3", "1,605541566100", "1e5", "2024年度", "FY2024", "第三期", "第3-5期", "1¹", "1²", "12 34", "1 605", "No. 5", "３分の１",
		"-(5)", "--5", "△(5)", "(5", "5)", "(5]", "約", "5*", "1,605 (FY24)", "15%から20%", "2025/11", "10倍強の5", "½", "6割", "12分の1", "約12分の1", "10分の1以下", "5分", "半", "1年半", "3つのうち2つ", "2024年5月9日", "16:13", "$5m", "$5mm", "3)", "½", "Ⅳ", "①", "1,605,", ".5", "5.", "1,2345",
	} {
		if d, ok := Printed(text); ok {
			t.Errorf("Printed(%q) = %s, want unknown", text, Text(d.Value))
		}
	}
}

func FuzzPrinted(f *testing.F) {
	for _, seed := range []string{"$1,605", "約60%", "△１９", "(1,605)", "5億1万", "1.50", "(($5", "１，２３４円"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := Printed(text)
		if !ok {
			return
		}
		printed := Grouped(d.Value.FloatString(d.Places))
		again, ok := Printed(printed)
		if !ok || again.Value.Cmp(d.Value) != 0 || again.Places != d.Places {
			t.Errorf("%q prints as %q, which reads as %v, %v", text, printed, again.Value, ok)
		}
	})
}
