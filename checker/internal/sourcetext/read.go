package sourcetext

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
)

// hashBuffer is how much of a file is held while it is hashed.
const hashBuffer = 256 << 10

// hashFile gives the digest of a file, which is never held whole.
func hashFile(ctx context.Context, root *os.Root, name string, limit int64) (string, int64, error) {
	f, err := root.Open(name)
	if err != nil {
		return "", 0, &UnreadableError{Err: err}
	}
	defer f.Close() //nolint:errcheck // Opened for reading only.
	h, buf, total := sha256.New(), make([]byte, hashBuffer), int64(0)
	for {
		if err := ctx.Err(); err != nil {
			return "", total, fmt.Errorf("read sources: %w", err)
		}
		n, err := f.Read(buf)
		_, _ = h.Write(buf[:n])
		if total += int64(n); total > limit {
			return "", total, &LimitError{What: LimitFile, Limit: limit}
		}
		switch {
		case errors.Is(err, io.EOF):
			return hex.EncodeToString(h.Sum(nil)), total, nil
		case err != nil:
			return "", total, &UnreadableError{Err: err}
		}
	}
}

// readFile gives the bytes of a file of which the digest is known.
func readFile(root *os.Root, name, digest string, limit int64) ([]byte, error) {
	f, err := root.Open(name)
	if err != nil {
		return nil, &UnreadableError{Err: err}
	}
	defer f.Close() //nolint:errcheck // Opened for reading only.
	raw, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, &UnreadableError{Err: err}
	}
	if int64(len(raw)) > limit {
		return nil, &LimitError{What: LimitText, Limit: limit}
	}
	if sum := sha256.Sum256(raw); hex.EncodeToString(sum[:]) != digest {
		return nil, &UnreadableError{Err: errRewritten}
	}
	return raw, nil
}

// parse makes a text of a file's bytes.
func parse(ctx context.Context, name string, raw []byte, d declaration, l limits) (*Text, error) {
	mediaType, err := mediaTypeOf(d.mediaType, name, raw)
	if err != nil {
		return nil, err
	}
	text, c, err := decodeText(raw, d.charset, mediaType)
	if err != nil {
		return nil, err
	}
	t := &Text{Path: name, MediaType: mediaType, Charset: c.name}
	if plainTypes[mediaType] {
		t.Lines, err = plainLines(ctx, text, l)
	} else {
		t.Lines, err = htmlLines(ctx, text, mediaType == xhtmlText, l)
	}
	if err != nil {
		return nil, err
	}
	at := make([]*int64, 0, 2*len(t.Lines))
	for i := range t.Lines {
		at = append(at, &t.Lines[i].Start, &t.Lines[i].End)
	}
	return t, c.offsets(raw, at)
}
