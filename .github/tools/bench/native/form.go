package main

import "encoding/json"

// registries are the entries that facts refer to.
type registries struct {
	Sources  map[string]source
	Entities map[string]struct {
		Offices []struct{ Organisation string }
	}
	Concepts map[string]struct {
		Bounds []struct{ AtMost string }
	}
}

type source struct {
	Entity, Kind, CitationDuty, Rounding string
}

// document is a fact file.
type document struct {
	Source     string
	Defaults   fields
	Quantities map[string]fields
	Tables     map[string]table
	Relations  map[string]map[string]json.RawMessage
	Plans      map[string]plan
	Claims     map[string]claim
	References map[string]list
	Events     map[string]struct{}

	source source
}

// fields are those of a figure, or of what is around it.
type fields struct {
	Concept, Entity, Unit, AsOf, Status string
	Period                              any
	Value                               json.Number
	Scale                               *int
	Rounded                             *bool
	Dimensions                          map[string]string
	Qualifiers                          []string
	Selector                            struct{ Line int }
	CitationList                        string
}

type table struct {
	fields
	Columns map[string]fields
	Rows    map[string]struct {
		fields
		Cells []fields
	}
	CrossFoot, Foot []foot
}

type foot struct {
	Total string
	Parts []string
}

type plan struct {
	Cap, Floor any
	Measures   map[string]measure
}

type measure struct {
	Weight, Target, Actual, Achievement, Score, Threshold, Maximum *fields
}

type claim struct {
	Modality, Entity string
	CitationList     string
	Citations        []any
	Rests            []string
}

type list struct {
	Kind    string
	Entries map[string]struct{ URL, Form string }
}
