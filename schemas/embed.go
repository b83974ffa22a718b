// Package schemas carries the JSON Schemas that fact files, registries, rule
// examples, reports and manifests are held to, so that the checker validates against the
// very files that editors read.
package schemas

import "embed"

// FS holds the schemas by file name, such as "facts.schema.json".
//
//go:embed *.schema.json
var FS embed.FS
