// Package finding holds what every step of the checker speaks of: places in
// files, rules, and findings with their evidence. The steps before it make
// findings, settle puts them in order, and the reports print them; so this
// package imports none of them.
package finding

// Severity says how much a finding matters.
type Severity string

// The severities, from the gravest.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// Severities lists all severities, the gravest first.
func Severities() []Severity { return []Severity{Error, Warning, Note} }

// Rank orders severities: the graver, the higher. An unknown severity ranks 0.
func (s Severity) Rank() int {
	switch s {
	case Error:
		return 3
	case Warning:
		return 2
	case Note:
		return 1
	}
	return 0
}

// Class says who has to act on a finding.
type Class string

// The classes of findings.
const (
	// Record means that the fact file is wrong and must be mended.
	Record Class = "record"
	// Source means that the document itself does not hold together.
	Source Class = "source"
	// Gap means that what is disclosed does not suffice to decide.
	Gap Class = "gap"
)

// Verdict is the outcome of one rule on one subject.
type Verdict string

// The verdicts, from the best to the worst; Undetermined stands apart.
const (
	Consistent   Verdict = "consistent"
	RoundingOnly Verdict = "roundingOnly"
	Inconsistent Verdict = "inconsistent"
	Undetermined Verdict = "undetermined"
)

// Text is a sentence in the languages that the reports speak. A language that
// is empty falls back on English.
type Text struct {
	EN string `json:"en"`
	JA string `json:"ja,omitempty"`
}

// In gives the sentence in the language lang ("en" or "ja").
func (t Text) In(lang string) string {
	if lang == "ja" && t.JA != "" {
		return t.JA
	}
	return t.EN
}

// Finding is one check that a person should see, or, among a report's passes,
// one that held.
type Finding struct {
	// Rule is the rule's id, such as "arithmetic/sum".
	Rule string `json:"rule"`
	// Case names the variant of the rule that applies, if the rule has any.
	Case     string   `json:"case,omitempty"`
	Class    Class    `json:"class"`
	Severity Severity `json:"severity"`
	Verdict  Verdict  `json:"verdict"`
	// Fingerprint identifies the finding over edits: see package settle.
	Fingerprint string `json:"fingerprint"`
	// Subject is the id of the fact, or the key of the group, that was checked.
	Subject string `json:"subject"`
	// Message says what does not hold, Help what to do about it.
	Message Text `json:"message"`
	Help    Text `json:"help"`
	// Location is where a person should look first.
	Location Range `json:"location"`
	// Evidence is nil for findings on the form of a file.
	Evidence *Evidence `json:"evidence,omitempty"`
	// Related are further places, for findings without operands of their own
	// (the first of two duplicate keys, say).
	Related []Related `json:"related,omitempty"`
	// Disposition is what a person decided about the finding, if anything.
	Disposition *Disposition `json:"disposition,omitempty"`
	// Baseline is how the finding stands to the base of a comparison.
	Baseline BaselineState `json:"baseline,omitempty"`
}

// Active reports whether the finding still asks for attention: no live
// decision sets it aside.
func (f *Finding) Active() bool {
	return f.Disposition == nil || f.Disposition.State != DispositionLive
}

// Related is a further place that a finding speaks of.
type Related struct {
	Message  Text  `json:"message"`
	Location Range `json:"location"`
}

// The states of a decision.
const (
	DispositionLive    = "live"
	DispositionStale   = "stale"
	DispositionExpired = "expired"
)

// Disposition is a decision on a finding, as recorded by people. State says
// whether it still stands: live, stale (the evidence has changed since), or
// expired.
type Disposition struct {
	Status   string `json:"status"`
	Reason   string `json:"reason"`
	Owner    string `json:"owner"`
	Approver string `json:"approver,omitempty"`
	Date     string `json:"date,omitempty"`
	Expires  string `json:"expires,omitempty"`
	State    string `json:"state"`
}
