package node

// The default limits. They are far beyond any file that a person would write,
// and low enough that a hostile file costs neither minutes nor gigabytes.
const (
	MaxFileBytes    = 32 << 20
	MaxLineBytes    = 1 << 20
	MaxDepth        = 100
	MaxNodes        = 2_000_000
	MaxNumberLength = 1_000
	MaxExponent     = 400
	MaxStringBytes  = 1 << 20
	MaxProblems     = 1_000
)

// Limits bounds what Parse accepts. A field that is not positive stands for
// its default.
type Limits struct {
	// FileBytes is the size of a file, LineBytes that of one of its lines.
	FileBytes, LineBytes int
	// Depth is the number of lists and mappings inside each other, aliases
	// expanded.
	Depth int
	// Nodes is the number of values in a file, aliases expanded.
	Nodes int
	// NumberLength is the length of a number's text, Exponent the greatest
	// magnitude of its power of ten. They hold for numbers, not for figures
	// in quotes.
	NumberLength, Exponent int
	// StringBytes is the length of a text or a key.
	StringBytes int
	// Problems is the number of problems reported for a file.
	Problems int
}

// withDefaults fills the fields that are not set.
func (l Limits) withDefaults() Limits {
	for _, f := range []struct {
		value    *int
		standard int
	}{
		{&l.FileBytes, MaxFileBytes},
		{&l.LineBytes, MaxLineBytes},
		{&l.Depth, MaxDepth},
		{&l.Nodes, MaxNodes},
		{&l.NumberLength, MaxNumberLength},
		{&l.Exponent, MaxExponent},
		{&l.StringBytes, MaxStringBytes},
		{&l.Problems, MaxProblems},
	} {
		if *f.value <= 0 {
			*f.value = f.standard
		}
	}
	return l
}
