package checker

// Frugal has a run let the facts of each part go, as it does with large corpora.
func Frugal(o Options) Options {
	o.frugal = true
	return o
}
