package checker

// Frugal has a run let the facts of each part go, as it does with large corpora.
func Frugal(o Options) Options {
	o.frugal = true
	return o
}

// Streaming has a run hold no more than so many findings and passes in memory.
func Streaming(o Options, short int) Options {
	o.Stream, o.short = true, short
	return o
}
