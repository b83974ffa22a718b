package finding

// FormatVersion is the version of the report's form: it grows when a consumer
// of the JSON report would have to change.
const FormatVersion = "1"

// Report is the outcome of a run: what was checked, by which rules, and what
// was found. Two runs over the same input give equal reports.
type Report struct {
	FormatVersion string `json:"formatVersion"`
	Tool          Tool   `json:"tool"`
	// AsOf is the date that expiry is measured against, as YYYY-MM-DD.
	AsOf    string   `json:"asOf"`
	Summary Summary  `json:"summary"`
	Inputs  []Input  `json:"inputs"`
	Sources []Origin `json:"sources"`
	// Rules holds every rule that ran, by id, with its counts.
	Rules []RuleResult `json:"rules"`
	// Skipped are the rules that were left out on purpose, by id.
	Skipped  []SkippedRule `json:"skipped,omitempty"`
	Findings []Finding     `json:"findings"`
	// Passes are the checks that held; kept only in audit mode.
	Passes []Finding `json:"passes,omitempty"`
	// Baseline tells of the comparison with a base, if one was asked for.
	Baseline *Baseline `json:"baseline,omitempty"`
	// Scope is what the run was asked to look at.
	Scope *Scope `json:"scope,omitempty"`
	// Coverage is kept in audit mode, for runs that were given source texts.
	Coverage []Coverage `json:"coverage,omitempty"`
	// References is kept in audit mode, for sources with lists of references.
	References []ReferenceMap `json:"references,omitempty"`
	// Notices are remarks on the run that are no findings.
	Notices []Notice `json:"notices,omitempty"`
	// Excerpts holds the lines of the fact files that findings point at, for
	// formats that show them: by file, then by line number.
	Excerpts map[string]map[int]string `json:"-"`
	// Long, if not nil, gives the findings and passes, which are too many for the
	// lists above; see EachFinding and EachPass, which serve both.
	Long *Long `json:"-"`
}

// Tool identifies the checker and the policies that it ran.
type Tool struct {
	Name         string `json:"name"`
	Version      string `json:"version"`
	PolicyDigest string `json:"policyDigest"`
	SchemaDigest string `json:"schemaDigest,omitempty"`
}

// Summary counts what the report holds. Findings counts the active ones by
// severity; Decided are those that a live decision sets aside.
type Summary struct {
	Findings     map[Severity]int `json:"findings"`
	Decided      int              `json:"decided"`
	Checks       int              `json:"checks"`
	Undetermined int              `json:"undetermined"`
	Facts        int              `json:"facts"`
	FactsByKind  map[string]int   `json:"factsByKind"`
	// Excluded counts the facts that took no part because their form is wrong.
	Excluded int `json:"excluded"`
	Sources  int `json:"sources"`
	// Hidden counts the findings outside the paths that were asked for.
	Hidden int `json:"hidden,omitempty"`
	// Anchors counts the facts that say where in their source they stand.
	Anchors Anchors `json:"anchors"`
	// InputErrors counts the findings that make the run's exit code 2.
	InputErrors int `json:"inputErrors"`
}

// Anchors counts facts by what is known of the places that they name: Verified
// were found there as they say, in the source's text or, Recorded of them, when
// it was last at hand; Stale have changed since; Unverified never were found.
type Anchors struct {
	Verified   int `json:"verified"`
	Recorded   int `json:"recorded"`
	Stale      int `json:"stale"`
	Unverified int `json:"unverified"`
}

// Len counts the facts that name a place.
func (a Anchors) Len() int { return a.Verified + a.Stale + a.Unverified }

// SkippedRule is a rule that was left out: By names the flag or the settings
// file that says so, Reason is what the settings give for it.
type SkippedRule struct {
	Rule   string `json:"rule"`
	By     string `json:"by"`
	Reason string `json:"reason,omitempty"`
}

// Input is a file that was read. SHA256 is in lower-case hexadecimal.
type Input struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
	Facts  int    `json:"facts"`
}

// Origin is a source document that facts were drawn from.
type Origin struct {
	ID     string `json:"id"`
	Title  Text   `json:"title"`
	Kind   string `json:"kind"`
	SHA256 string `json:"sha256,omitempty"`
	Facts  int    `json:"facts"`
	// Publisher, Published (a date) and Language are as registered; Rounding is
	// round, truncate or unknown.
	Publisher string `json:"publisher,omitempty"`
	Published string `json:"published,omitempty"`
	Language  string `json:"language,omitempty"`
	Rounding  string `json:"rounding,omitempty"`
}

// Notice is a remark on the run: a byte-order mark that was skipped, say.
type Notice struct {
	Message  Text  `json:"message"`
	Location Range `json:"location"`
}

// Rule describes a rule to its readers.
type Rule struct {
	ID          string   `json:"id"`
	Title       string   `json:"title"`
	Description string   `json:"description,omitempty"`
	Severity    Severity `json:"severity"`
	Class       Class    `json:"class"`
	// Scope is fact, document or corpus; form for the checks on the files
	// themselves, which are not written in Rego.
	Scope       string   `json:"scope"`
	Kinds       []string `json:"kinds,omitempty"`
	Remediation Text     `json:"remediation"`
	Related     []Link   `json:"related,omitempty"`
	// Preliminary checks are on whether the files and the decisions can be used
	// at all. They are asked of everything, and not counted among the checks.
	Preliminary bool `json:"preliminary,omitempty"`
	// Location is the file of the rule, empty for built-in checks.
	Location string `json:"location,omitempty"`
}

// Link is a resource to read further in.
type Link struct {
	Ref         string `json:"ref"`
	Description string `json:"description,omitempty"`
}

// RuleResult is a rule with what it did in this run: Population is the number
// of subjects, and the verdicts add up to it.
type RuleResult struct {
	Rule
	Population   int `json:"population"`
	Consistent   int `json:"consistent"`
	RoundingOnly int `json:"roundingOnly"`
	Inconsistent int `json:"inconsistent"`
	Undetermined int `json:"undetermined"`
}
