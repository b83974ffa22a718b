package evaluate

import "github.com/open-policy-agent/opa/v1/ast"

// The names of fields: one term each, shared by all objects.
var (
	keyAccessed     = ast.StringTerm("accessed")
	keyAchievement  = ast.StringTerm("achievement")
	keyActual       = ast.StringTerm("actual")
	keyAlong        = ast.StringTerm("along")
	keyAnchored     = ast.StringTerm("anchored")
	keyAsOf         = ast.StringTerm("asOf")
	keyBegins       = ast.StringTerm("begins")
	keyCalls        = ast.StringTerm("calls")
	keyCap          = ast.StringTerm("cap")
	keyCitations    = ast.StringTerm("citations")
	keyConcept      = ast.StringTerm("concept")
	keyDate         = ast.StringTerm("date")
	keyDecimals     = ast.StringTerm("decimals")
	keyDimensions   = ast.StringTerm("dimensions")
	keyDiscretion   = ast.StringTerm("discretion")
	keyDue          = ast.StringTerm("due")
	keyEntity       = ast.StringTerm("entity")
	keyExists       = ast.StringTerm("exists")
	keyFact         = ast.StringTerm("fact")
	keyFacts        = ast.StringTerm("facts")
	keyFloor        = ast.StringTerm("floor")
	keyForm         = ast.StringTerm("form")
	keyGroups       = ast.StringTerm("groups")
	keyHaving       = ast.StringTerm("having")
	keyID           = ast.StringTerm("id")
	keyIntervals    = ast.StringTerm("intervals")
	keyIs           = ast.StringTerm("is")
	keyKey          = ast.StringTerm("key")
	keyKind         = ast.StringTerm("kind")
	keyList         = ast.StringTerm("list")
	keyListKind     = ast.StringTerm("listKind")
	keyLower        = ast.StringTerm("lower")
	keyLowerOpen    = ast.StringTerm("lowerOpen")
	keyMarker       = ast.StringTerm("marker")
	keyMaximum      = ast.StringTerm("maximum")
	keyMetric       = ast.StringTerm("metric")
	keyModality     = ast.StringTerm("modality")
	keyMode         = ast.StringTerm("mode")
	keyNotes        = ast.StringTerm("notes")
	keyNumber       = ast.StringTerm("number")
	keyOf           = ast.StringTerm("of")
	keyOffice       = ast.StringTerm("office")
	keyOperands     = ast.StringTerm("operands")
	keyOutcome      = ast.StringTerm("outcome")
	keyPeriod       = ast.StringTerm("period")
	keyPlan         = ast.StringTerm("plan")
	keyPrinted      = ast.StringTerm("printed")
	keyPublished    = ast.StringTerm("published")
	keyQualifiers   = ast.StringTerm("qualifiers")
	keyRef          = ast.StringTerm("ref")
	keyRefs         = ast.StringTerm("refs")
	keyRests        = ast.StringTerm("rests")
	keyRole         = ast.StringTerm("role")
	keyRounded      = ast.StringTerm("rounded")
	keyRounding     = ast.StringTerm("rounding")
	keyScore        = ast.StringTerm("score")
	keySection      = ast.StringTerm("section")
	keySource       = ast.StringTerm("source")
	keyStatedPeriod = ast.StringTerm("statedPeriod")
	keyStatus       = ast.StringTerm("status")
	keyTable        = ast.StringTerm("table")
	keyTarget       = ast.StringTerm("target")
	keyText         = ast.StringTerm("text")
	keyThreshold    = ast.StringTerm("threshold")
	keyTopic        = ast.StringTerm("topic")
	keyTopics       = ast.StringTerm("topics")
	keyTruncated    = ast.StringTerm("truncated")
	keyType         = ast.StringTerm("type")
	keyUnadjusted   = ast.StringTerm("unadjusted")
	keyUnit         = ast.StringTerm("unit")
	keyUpper        = ast.StringTerm("upper")
	keyUpperOpen    = ast.StringTerm("upperOpen")
	keyURL          = ast.StringTerm("url")
	keyValue        = ast.StringTerm("value")
	keyWeight       = ast.StringTerm("weight")
)

// keys are the terms of the fields of facts, by name.
var keys = byName(
	keyAccessed, keyAchievement, keyActual, keyAlong, keyAnchored, keyAsOf, keyBegins, keyCalls, keyCap,
	keyCitations, keyConcept, keyDate, keyDecimals, keyDimensions, keyDiscretion, keyDue, keyEntity, keyFloor,
	keyForm, keyHaving, keyID, keyIntervals, keyIs, keyKind, keyList, keyListKind, keyMaximum, keyMetric,
	keyModality, keyNotes, keyNumber, keyOf, keyOffice, keyOperands, keyOutcome, keyPeriod, keyPlan, keyPrinted,
	keyPublished, keyQualifiers, keyRefs, keyRests, keyRole, keyRounding, keyScore, keySection, keySource,
	keyStatedPeriod, keyStatus, keyTable, keyTarget, keyText, keyThreshold, keyTopic, keyTopics, keyType,
	keyUnadjusted, keyUnit, keyURL, keyValue, keyWeight,
)

func byName(terms ...*ast.Term) map[string]*ast.Term {
	names := make(map[string]*ast.Term, len(terms))
	for _, t := range terms {
		names[string(t.Value.(ast.String))] = t
	}
	return names
}
