package finding

// BaselineState says how a finding stands to the base that a run was compared
// with. Empty: there was no comparison.
type BaselineState string

// The states of a finding against a base, as SARIF distinguishes them.
const (
	// BaselineNew is a finding that the base does not have.
	BaselineNew BaselineState = "new"
	// BaselineUnchanged is a finding that the base has on the same evidence.
	BaselineUnchanged BaselineState = "unchanged"
	// BaselineChanged is a finding that the base has on other evidence.
	BaselineChanged BaselineState = "changed"
	// BaselineGone is a finding that only the base has.
	BaselineGone BaselineState = "gone"
)

// Baseline is what a run was compared with, and what the base has that the run
// has not.
type Baseline struct {
	// Name is the base as the caller named it: a revision, or a report's file.
	Name string `json:"name"`
	// Commit is the revision that Name resolved to, in hexadecimal; empty for
	// a report.
	Commit string `json:"commit,omitempty"`
	// Unusable says why the base could not be compared, so that everything
	// counts as new; nil when it was.
	Unusable *Text `json:"unusable,omitempty"`
	// Counts holds the findings by state.
	Counts map[BaselineState]int `json:"counts"`
	// Gone are the findings of the base that are no more, as they stood there,
	// but for those whose checks are dropped.
	Gone []Finding `json:"gone,omitempty"`
	// Dropped are the checks that the base made and this run no longer makes.
	Dropped []DroppedCheck `json:"dropped,omitempty"`
}

// DroppedCheck is a check that the base made and the run does not: what it
// looked at was deleted.
type DroppedCheck struct {
	Rule        string `json:"rule"`
	Subject     string `json:"subject"`
	Fingerprint string `json:"fingerprint"`
	// Verdict is what the check came to in the base.
	Verdict Verdict `json:"verdict"`
	Message Text    `json:"message"`
	// Location is where its subject stood in the base.
	Location Range `json:"location"`
	// Disposition is what a person decided about the deletion, if anything.
	Disposition *Disposition `json:"disposition,omitempty"`
}

// FailsNew tells whether a finding fails a run that only looks at what a change
// makes worse: it is new or changed, or on the record itself, which is mended
// however old it is.
func (f *Finding) FailsNew() bool {
	return f.Baseline != BaselineUnchanged || f.Class == Record
}
