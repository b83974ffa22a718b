package finding

// Change is how one finding stands between two reports. Old is nil for a new
// finding, New for one that is gone.
type Change struct {
	State    BaselineState
	Old, New *Finding
	// Evidence tells that the figures behind the finding differ, Severity that
	// its severity does, Decision that what a person decided about it does.
	Evidence, Severity, Decision bool
	// Held tells that the check behind a finding that is gone was made again, and
	// held; only known where the new report keeps its passes.
	Held bool
}
