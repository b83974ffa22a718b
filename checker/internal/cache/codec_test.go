package cache_test

import (
	"reflect"
	"testing"

	"github.com/tieout/tieout/checker/internal/cache"
	"github.com/tieout/tieout/checker/internal/finding"
)

// report has each kind of value that a report can hold, empty and not there.
var report = finding.Report{
	FormatVersion: "1",
	Summary:       finding.Summary{Findings: map[finding.Severity]int{finding.Error: 1, finding.Note: -2}, FactsByKind: map[string]int{}},
	Inputs:        []finding.Input{}, Notices: nil,
	Findings: []finding.Finding{
		{Rule: "bakery/loaves", Message: finding.Text{EN: "a", JA: "あ"}, Evidence: &finding.Evidence{}},
		{
			Evidence:    &finding.Evidence{Worlds: &finding.Worlds{Meets: []string{}}, Params: map[string]string{"b": "2", "a": "1"}, Explanations: []finding.Text{{}}},
			Disposition: &finding.Disposition{},
		},
	},
	Excerpts: map[string]map[int]string{"f": {3: "x", 1: ""}, "g": nil},
}

// TestCodec gives back what was put in, down to what is empty and what is not
// there: the bytes of a report depend on it.
func TestCodec(t *testing.T) {
	data, err := cache.Encode(report)
	if err != nil {
		t.Fatal(err)
	}
	var got finding.Report
	if err := cache.Decode(data, &got); err != nil || !reflect.DeepEqual(got, report) {
		t.Errorf("%+v\n(%v) instead of\n%+v", got, err, report)
	}
	again, err := cache.Encode(report)
	if err != nil || string(again) != string(data) {
		t.Errorf("the same value has other bytes (%v)", err)
	}
}

// TestOtherForm refuses what was written as another type, or not by Encode.
func TestOtherForm(t *testing.T) {
	type one struct{ A, B string }
	type two struct{ A, C string }
	data, err := cache.Encode(one{"a", "b"})
	if err != nil {
		t.Fatal(err)
	}
	var other two
	if cache.Decode(data, &other) == nil {
		t.Error("a value is read as one of other fields")
	}
	var same one
	for n := range data {
		if cache.Decode(data[:n], &same) == nil {
			t.Errorf("%d of %d bytes are taken for the whole", n, len(data))
		}
	}
	if cache.Decode(append(data, 0), &same) == nil {
		t.Error("a byte too many is passed over")
	}
}

// TestUnkept refuses values that could not be given back.
func TestUnkept(t *testing.T) {
	for _, v := range []any{1.5, func() {}, struct{ hidden int }{1}, []any{1}} {
		if _, err := cache.Encode(v); err == nil {
			t.Errorf("%T was written", v)
		}
	}
}

// FuzzDecode reads anything without failing, and without taking memory for
// what is not there.
func FuzzDecode(f *testing.F) {
	data, err := cache.Encode(report)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(_ *testing.T, data []byte) {
		var r finding.Report
		_ = cache.Decode(data, &r)
	})
}
