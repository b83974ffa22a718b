package sourcetext

import (
	"fmt"

	"github.com/tieout/tieout/checker/internal/finding"
)

// Limit names one of the limits.
type Limit string

// The limits that a LimitError can name.
const (
	LimitFile    Limit = "file"
	LimitText    Limit = "text"
	LimitTotal   Limit = "total"
	LimitLine    Limit = "line"
	LimitLines   Limit = "lines"
	LimitEntries Limit = "entries"
	LimitDepth   Limit = "depth"
	LimitNesting Limit = "nesting"
)

// LimitError says that a limit was passed.
type LimitError struct {
	What  Limit
	Limit int64
	// Line is the line of the file where it was passed, 0 when that has none.
	Line int
}

func (e *LimitError) Error() string {
	if e.What == LimitEntries {
		return "read sources: the folder " + e.Text().EN
	}
	return e.Text().EN
}

// Text names the limit.
func (e *LimitError) Text() finding.Text {
	switch e.What {
	case LimitFile:
		return e.sized("is over the limit of %s for a file", "の大きさがファイルの上限 %s を超えています")
	case LimitText:
		return e.sized("is over the limit of %s for a text", "の大きさがテキストの上限 %s を超えています")
	case LimitTotal:
		return e.sized("exceeds, with the texts before it, the limit of %s for all texts",
			"を加えると全テキストの上限 %s を超えます")
	case LimitLine:
		return finding.Text{
			EN: fmt.Sprintf("has a line over the limit of %s (line %d)", size(e.Limit), e.Line),
			JA: fmt.Sprintf("の %d 行目が 1 行の上限 %s を超えています", e.Line, size(e.Limit)),
		}
	case LimitLines:
		return e.counted("has more than %d lines, the limit", "の行数が上限の %d を超えています")
	case LimitEntries:
		return e.counted("holds more than %d files and folders, the limit",
			"のファイルとフォルダーの数が上限の %d を超えています")
	case LimitDepth:
		return e.counted("lies deeper than %d folders, the limit", "の深さがフォルダーの階層の上限 %d を超えています")
	case LimitNesting:
		return finding.Text{
			EN: fmt.Sprintf("nests elements deeper than %d, the limit (line %d)", e.Limit, e.Line),
			JA: fmt.Sprintf("の %d 行目で要素の入れ子が上限の %d を超えています", e.Line, e.Limit),
		}
	}
	return finding.Text{EN: "is over a limit", JA: "が上限を超えています"}
}

func (e *LimitError) sized(en, ja string) finding.Text {
	return finding.Text{EN: fmt.Sprintf(en, size(e.Limit)), JA: fmt.Sprintf(ja, size(e.Limit))}
}

func (e *LimitError) counted(en, ja string) finding.Text {
	return finding.Text{EN: fmt.Sprintf(en, e.Limit), JA: fmt.Sprintf(ja, e.Limit)}
}

// Help says how to stay below it.
func (e *LimitError) Help() finding.Text {
	switch e.What {
	case LimitLine:
		return finding.Text{
			EN: "break the text into lines and register the new file",
			JA: "テキストに改行を入れ、新しいファイルを登録してください",
		}
	case LimitEntries, LimitDepth:
		return finding.Text{
			EN: "keep the source documents in a folder of their own", JA: "原文だけを入れたフォルダーを指定してください",
		}
	case LimitNesting:
		return finding.Text{EN: "save the page as plain text and register that", JA: "プレーンテキストで保存し、それを登録してください"}
	default:
		return finding.Text{
			EN: "split the document and register its parts", JA: "文書を分割し、それぞれを登録してください",
		}
	}
}

// size writes a number of bytes in the largest unit that divides it.
func size(n int64) string {
	units := []string{"bytes", "KiB", "MiB", "GiB"}
	u := 0
	for n >= 1024 && n%1024 == 0 && u < len(units)-1 {
		n /= 1024
		u++
	}
	return fmt.Sprintf("%d %s", n, units[u])
}
