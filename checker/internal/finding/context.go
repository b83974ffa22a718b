package finding

// Scope is what a run was asked to look at.
type Scope struct {
	// Facts are the folders and files that were loaded, Policies the folders of
	// rules beside the built-in ones, Paths what the report is restricted to.
	Facts    []string `json:"facts"`
	Policies []string `json:"policies,omitempty"`
	Paths    []string `json:"paths,omitempty"`
	// Rules are the only ones to run, if any; Skip those left out.
	Rules []string `json:"rules,omitempty"`
	Skip  []string `json:"skip,omitempty"`
	// Texts says that a folder of source texts was given.
	Texts bool `json:"texts"`
}

// Coverage says what of a source's text the facts account for. Without a text,
// Why says why there is none, and the counts are 0.
type Coverage struct {
	Source string `json:"source"`
	Why    *Text  `json:"why,omitempty"`
	TokenCount
	Sections []CoverageSection `json:"sections,omitempty"`
}

// CoverageSection is a part of a text, from its First line to its Last, both
// included. Title is empty for a part without a heading.
type CoverageSection struct {
	Title string `json:"title,omitempty"`
	First int    `json:"first"`
	Last  int    `json:"last"`
	TokenCount
}

// TokenCount counts the figures, markers and pointers of a text. Drawn, SetAside
// and Unaccounted add up to Tokens; Checked ones are among the drawn.
type TokenCount struct {
	Tokens      int `json:"tokens"`
	Drawn       int `json:"drawn"`
	Checked     int `json:"checked"`
	SetAside    int `json:"setAside"`
	Unaccounted int `json:"unaccounted"`
}

// ReferenceMap says where the citation markers of a source lead, list by list.
type ReferenceMap struct {
	Source string `json:"source"`
	// Lists are the source's lists of references, in the order of its text.
	Lists []ReferenceList `json:"lists"`
	// Markers are the numbers that the lists have or claims cite.
	Markers []Marker `json:"markers"`
}

// ReferenceList is a list of references. Section is empty when it serves the
// whole document.
type ReferenceList struct {
	ID      string `json:"id"`
	Section string `json:"section,omitempty"`
	Entries int    `json:"entries"`
}

// Marker is a number as claims cite it. Claims counts those that do. Disagrees
// says that the lists in which one of them may be looked up give different
// addresses for it.
type Marker struct {
	Number    string           `json:"number"`
	Claims    int              `json:"claims"`
	Disagrees bool             `json:"disagrees,omitempty"`
	Entries   []ReferenceEntry `json:"entries,omitempty"`
}

// ReferenceEntry is where a marker leads in one list: to an address, or else to
// what is told by its form and its first characters.
type ReferenceEntry struct {
	List       string `json:"list"`
	Fact       string `json:"fact"`
	URL        string `json:"url,omitempty"`
	Form       string `json:"form,omitempty"`
	Begins     string `json:"begins,omitempty"`
	SourceLine int    `json:"sourceLine,omitempty"`
}
