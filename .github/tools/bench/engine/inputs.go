package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/policies"
)

// witness is a rule that hands out what rules of its scope see.
const witness = `# METADATA
# title: What is seen
# description: Hands out what the rules of a scope see, for other engines.
# custom:
#   id: compare/seen-%[1]d
#   severity: note
#   class: record
#   scope: %[2]s
#   kinds: [%[5]s]
%[3]s#   remediation: {en: None., ja: なし。}
#   message: {en: "{params.input}", ja: "{params.input}"}
package tieout.rules.compare.seen_%[1]d

subjects contains subject

check contains {"subject": subject, "verdict": "inconsistent", "evidence": {"params": {
	"input": json.marshal(input),
	"registry": json.marshal(data.registry),
}}}

subject := %[4]s
`

// hand writes into the folder to what the policies see of the facts in the
// folder of, and a query that evaluates all rules on it:
//
//	opa eval --data POLICIES --data TO data.compare.found
func hand(ctx context.Context, of, to string) error {
	set, problems, err := policy.Load(policy.Root{Name: "policies", FS: policies.FS, Tested: true})
	if err != nil || len(problems) > 0 {
		return errors.Join(err, refused(problems))
	}
	scopes := scopesOf(set.Rules)
	seen := map[string][]json.RawMessage{}
	var registry json.RawMessage
	files := fstest.MapFS{}
	for i, scope := range scopes {
		files[fmt.Sprintf("rules/compare/seen-%[1]d/seen-%[1]d.rego", i)] = &fstest.MapFile{Data: scope.witness(i)}
	}
	witnesses, problems, err := policy.Load(policy.Root{Name: "policies", FS: policies.FS}, policy.Root{Name: "witnesses", FS: files})
	if err != nil || len(problems) > 0 {
		return errors.Join(err, refused(problems))
	}
	outcomes, err := outcomes(ctx, of, witnesses)
	if err != nil {
		return err
	}
	for _, o := range outcomes {
		var n int
		if _, err := fmt.Sscanf(o.Rule.ID, "compare/seen-%d", &n); err != nil {
			continue
		}
		for _, c := range o.Checks {
			seen[scopes[n].name] = append(seen[scopes[n].name], param(c, "input"))
			registry = param(c, "registry")
		}
	}
	if registry == nil {
		return errors.New("the rules see nothing")
	}
	data, err := json.Marshal(map[string]any{"registry": registry, "seen": seen})
	if err != nil {
		return err
	}
	return errors.Join(
		os.WriteFile(filepath.Join(to, "seen.json"), data, 0o644),
		os.WriteFile(filepath.Join(to, "found.rego"), query(scopes), 0o644),
	)
}

func param(c evaluate.Check, name string) json.RawMessage {
	return json.RawMessage(c.Evidence.Params[name])
}

// scope is the rules that see the same.
type scope struct {
	name  string
	rules []*policy.Rule
}

// scopesOf joins the rules by what they see: one source, or the groups of one
// kind. What a rule leaves out of that by METADATA changes nothing for it.
func scopesOf(rules []*policy.Rule) []scope {
	by := map[string][]*policy.Rule{}
	for _, r := range rules {
		name := policy.ScopeDocument
		if r.Group != nil {
			name = r.Group.Key()
		}
		by[name] = append(by[name], r)
	}
	var all []scope
	for _, name := range slices.Sorted(maps.Keys(by)) {
		all = append(all, scope{name, by[name]})
	}
	return all
}

func (s scope) witness(n int) []byte {
	name, group, subject, kinds := policy.ScopeDocument, "", "input.source", "quantity, relation, measure, claim, reference, event"
	if g := s.rules[0].Group; g != nil {
		name, subject, kinds = policy.ScopeCorpus, "input.groups[0].key", "quantity"
		group = "#   group: {by: [" + strings.Join(g.By, ", ") + "]"
		if g.Linked != "" {
			group += ", linked: " + g.Linked
		}
		group += "}\n"
	}
	return fmt.Appendf(nil, witness, n, name, group, subject, kinds)
}

// query asks all rules of a scope at once, as Tieout does.
func query(scopes []scope) []byte {
	var b bytes.Buffer
	b.WriteString("package compare\n")
	for _, s := range scopes {
		fmt.Fprintf(&b, "\nfound contains concat(\"\\t\", [rule, check.subject, check.verdict]) if {\n\tsome unit in data.seen[%q]\n\tchecks := {\n", s.name)
		for _, r := range s.rules {
			fmt.Fprintf(&b, "\t\t%q: %v.check,\n", r.ID, r.Package)
		}
		b.WriteString("\t} with input as unit\n\tsome rule, all in checks\n\tsome check in all\n}\n")
	}
	return b.Bytes()
}
