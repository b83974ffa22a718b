package sourcetext

// The limits on what is read. What passes one is refused by its name.
const (
	// MaxHashed bounds a file that is looked at, in bytes: a larger one is no
	// source.
	MaxHashed = 2 << 30
	// MaxText bounds a text, in bytes of its file.
	MaxText = 64 << 20
	// MaxTotal bounds all texts of a run together, in bytes of their files,
	// and, apart from them, what is read in search of edited versions.
	MaxTotal = 256 << 20
	// MaxLine bounds a line, in bytes of UTF-8.
	MaxLine = 1 << 20
	// MaxLines bounds the lines of a text.
	MaxLines = 2_000_000
	// MaxEntries bounds the files and folders of the tree that is searched.
	MaxEntries = 10_000
	// MaxDepth bounds how deep folders are searched.
	MaxDepth = 16
	// MaxNesting bounds the open elements of an HTML page, as browsers do.
	MaxNesting = 512
)

// limits are the bounds of one run, so that tests can lower them.
type limits struct {
	hashed, text, total, line int64
	lines, entries, depth     int
}

func defaultLimits() limits {
	return limits{
		hashed: MaxHashed, text: MaxText, total: MaxTotal, line: MaxLine,
		lines: MaxLines, entries: MaxEntries, depth: MaxDepth,
	}
}
