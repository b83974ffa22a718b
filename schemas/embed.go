// Package schemas carries the JSON Schemas that fact files, registries, rule
// examples, reports and manifests are held to, so that the checker validates against the
// very files that editors read.
package schemas

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
)

// FS holds the schemas by file name, such as "facts.schema.json".
//
//go:embed *.schema.json
var FS embed.FS

// Digest identifies the schemas as a whole, in lower-case hexadecimal.
func Digest() string {
	digest := sha256.New()
	// The files are part of the program, so that reading them cannot fail.
	files, _ := fs.Glob(FS, "*")
	for _, file := range files {
		data, _ := FS.ReadFile(file)
		fmt.Fprintf(digest, "%s %d\n", file, len(data))
		digest.Write(data)
	}
	return hex.EncodeToString(digest.Sum(nil))
}
