package node

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// texts of JSON, sound and broken, that tell readers apart.
var jsonTexts = []string{
	"", " \n", "1", "-", "-0.5e+10 ", "01", "1.", "1.5.2", "1e", "tru", "truex", "null", "[1,,2]", "[1,]", "[,1]", "[1 2]", "[", "[1", "]", ",", "{}", "{\"a\"}",
	"{\"a\" 1}", "{\"a\"::1}", "{\"a\":}", "{\"a\":1,}", "{,}", "{1:2}", "{name: 1}", "{tx: 1}", "{[1,x]:2}", "{\"a\":1 \"b\n\"}", "[1}", "{\"a\":1]", "{\"a\":", "{\"a\"",
	"\"a", "\"a\nb\"", "\"\\q\"", "\"\\u12\"", "\"\\u12x4\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\\u0041\"", "\"\\ude00\\ud83d\"", "\"\ufffd\\ud83d\"", "\"\\",
	"{\"\\ud83d\": \"\\ud83d\"}", "[\"表\", \"\\u8868\\n\",\r\n\t\"🍞\" , \r2]", "{\"a\": [{\"b\": 1, \"b\": 2}], \"a\": 3}", "// x\n{}", "{} {}", "['a']", "[\"\\ud83d\\q\"]",
	"{\"表\": 1, \"表\": 2, \"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1,\"j\":1,\"k\":1,\"l\":1,\"m\":1,\"n\":1,\"o\":1,\"p\":1,\"q\":1,\"b\":1}", "[1e401, 2]", "\u00a0", " \u00a0[", "[[[1]]", "\ufeff1",
}

// sameAsTokens compares what the reader and the tokens of the standard library
// make of data.
func sameAsTokens(t *testing.T, data []byte, limits Limits) {
	t.Helper()
	if len(data) > limits.withDefaults().FileBytes {
		return
	}
	// The tokens take an escaped backslash for an escape where halves are counted.
	if bytes.HasPrefix(data, []byte(ByteOrderMark)) || strings.Contains(strings.ToLower(string(data)), `\\ufffd`) {
		return
	}
	documents, problems, _ := Parse("f.json", data, limits)
	wantDocuments, wantProblems, _ := parseTokens(data, limits)
	if !reflect.DeepEqual(documents, wantDocuments) {
		t.Errorf("%.300q\ngot  %s\nwant %s", data, written(documents), written(wantDocuments))
	}
	if !reflect.DeepEqual(problems, wantProblems) {
		t.Errorf("%.300q\ngot  %.300v\nwant %.300v", data, problems, wantProblems)
	}
}

// written gives documents as text.
func written(documents []*Node) string {
	text, err := json.Marshal(documents)
	return fmt.Sprintf("%.1000s %v", text, err)
}

// small are limits that short texts reach.
var small = Limits{FileBytes: 1 << 16, LineBytes: 1 << 12, Depth: 6, Nodes: 60, NumberLength: 20, StringBytes: 60, Problems: 4}

// A JSON file means what the standard library says it means, in every place
// and every complaint.
func TestJSONLikeTheStandardLibrary(t *testing.T) {
	texts := slices.Clone(jsonTexts)
	for _, pattern := range []string{"../../../schemas/*.json", "../*/testdata/*.json", "../*/testdata/*/*.json"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(data[:min(len(data), 20_000)]), string(data))
		}
	}
	for _, text := range texts {
		sameAsTokens(t, []byte(text), Limits{})
		sameAsTokens(t, []byte(text), small)
	}
	// What is cut off or torn fails alike.
	for _, text := range jsonTexts {
		for i := range len(text) {
			sameAsTokens(t, []byte(text[:i]), Limits{})
			sameAsTokens(t, []byte(text[:i]+","+text[i:]), Limits{})
			sameAsTokens(t, []byte(text[:i]+text[i+1:]), Limits{})
		}
	}
}

// FuzzJSON holds the reader to the tokens of the standard library.
func FuzzJSON(f *testing.F) {
	for _, text := range jsonTexts {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		sameAsTokens(t, data, small)
	})
}
