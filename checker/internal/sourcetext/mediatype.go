package sourcetext

import (
	"mime"
	"net/http"
	"path"
	"strings"
)

// The media types that texts are read as. A type is plain when its lines are
// those of the file.
const (
	plainText = "text/plain"
	htmlText  = "text/html"
	xhtmlText = "application/xhtml+xml"
)

var plainTypes = map[string]bool{
	plainText: true, "text/markdown": true, "text/csv": true, "text/tab-separated-values": true,
}

var typesByExtension = map[string]string{
	".txt": plainText, ".text": plainText, ".md": "text/markdown", ".csv": "text/csv",
	".tsv": "text/tab-separated-values", ".html": htmlText, ".htm": htmlText, ".xhtml": xhtmlText, ".xht": xhtmlText,
}

// declaration is how a file is to be read: what the registry says, else what
// its name and content show.
type declaration struct{ mediaType, charset string }

func (w Wanted) declaration() declaration {
	d := declaration{charset: strings.TrimSpace(w.Charset)}
	mediaType, params, err := mime.ParseMediaType(w.MediaType)
	if err != nil {
		d.mediaType = strings.ToLower(strings.TrimSpace(w.MediaType))
		return d
	}
	d.mediaType = mediaType
	if d.charset == "" {
		d.charset = params["charset"]
	}
	return d
}

// mediaTypeOf tells the type of a file that begins with head.
func mediaTypeOf(declared, name string, head []byte) (string, error) {
	sniffed, _, _ := strings.Cut(http.DetectContentType(head), ";")
	mediaType := declared
	if mediaType == "" {
		mediaType = typesByExtension[strings.ToLower(path.Ext(name))]
	}
	switch {
	case mediaType == "":
		mediaType = sniffed
	case sniffed == "application/pdf" || sniffed == "application/zip":
		// The content gives a wrong name away: a PDF called .txt, say.
		mediaType = sniffed
	}
	if !plainTypes[mediaType] && mediaType != htmlText && mediaType != xhtmlText {
		return "", &MediaTypeError{MediaType: mediaType}
	}
	return mediaType, nil
}
