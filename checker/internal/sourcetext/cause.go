package sourcetext

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/tieout/tieout/checker/internal/finding"
)

// Cause is the reason for which a file could not be used: one of
// *MediaTypeError, *CharsetError, *LimitError, *LinkError and
// *UnreadableError. Text says it in words that follow "the file … ", and Help
// says the mend.
type Cause interface {
	error
	Text() finding.Text
	Help() finding.Text
}

// MediaTypeError says that files of a type cannot be read.
type MediaTypeError struct{ MediaType string }

func (e *MediaTypeError) Error() string { return e.Text().EN }

// Text says which type it is.
func (e *MediaTypeError) Text() finding.Text {
	return finding.Text{
		EN: fmt.Sprintf("is of the media type %s, which is not supported", e.MediaType),
		JA: fmt.Sprintf("の形式 %s には対応していません", e.MediaType),
	}
}

// Help names the types that can be read.
func (e *MediaTypeError) Help() finding.Text {
	return finding.Text{
		EN: "register the document's text: text/plain and text/html are supported",
		JA: "文書をテキストにして登録してください(text/plain と text/html に対応しています)",
	}
}

// LinkError says that a symbolic link was not followed.
type LinkError struct{}

func (e *LinkError) Error() string { return e.Text().EN }

// Text says that it is a link.
func (e *LinkError) Text() finding.Text {
	return finding.Text{EN: "is a symbolic link", JA: "はシンボリックリンクです"}
}

// Help says what to do instead.
func (e *LinkError) Help() finding.Text {
	return finding.Text{
		EN: "put the file itself into the folder", JA: "ファイルそのものをフォルダーに置いてください",
	}
}

// UnreadableError says that a file could not be read.
type UnreadableError struct{ Err error }

func (e *UnreadableError) Error() string { return e.Text().EN }

// Unwrap gives the failure.
func (e *UnreadableError) Unwrap() error { return e.Err }

// Text says why, without the path, which differs from machine to machine.
func (e *UnreadableError) Text() finding.Text {
	reason := e.Err
	if at, ok := errors.AsType[*fs.PathError](e.Err); ok {
		reason = at.Err
	}
	return finding.Text{
		EN: fmt.Sprintf("cannot be read: %v", reason), JA: fmt.Sprintf("を読めません: %v", reason),
	}
}

// Help says what to look at.
func (e *UnreadableError) Help() finding.Text {
	return finding.Text{EN: "check the file and its permissions", JA: "ファイルと権限を確認してください"}
}

// errRewritten is the failure of a file that changed between two readings.
var errRewritten = errors.New("it changed while it was read")
