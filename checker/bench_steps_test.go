package checker_test

import (
	"io"
	"os"
	"slices"
	"testing"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/checker/internal/report"
	"github.com/tieout/tieout/checker/internal/validate"
	"github.com/tieout/tieout/policies"
)

// BenchmarkLoad is the first look at all files, and then the reading of each, as
// a run does it: one after the other, none kept.
func BenchmarkLoad(b *testing.B) {
	for _, format := range []string{"json", "yaml"} {
		b.Run(format, func(b *testing.B) {
			atSizes(b, format, func(b *testing.B, dir string, facts int) {
				survey := func() *load.Files {
					files, err := load.Survey(b.Context(), os.DirFS(dir), []string{"facts"}, false)
					if err != nil {
						b.Fatal(err)
					}
					return files
				}
				files := survey()
				b.Run("survey", func(b *testing.B) { perFact(b, facts, func() { survey() }) })
				b.Run("read", func(b *testing.B) {
					perFact(b, facts, func() {
						for i := range files.List {
							if r, err := files.Read([]int{i}); err != nil || r.Incomplete() {
								b.Fatal(err)
							}
						}
					})
				})
			})
		})
	}
}

// loaded gives the documents of a corpus.
func loaded(b *testing.B, dir string) []load.Document {
	b.Helper()
	r, err := load.Load(b.Context(), os.DirFS(dir), []string{"facts"})
	if err != nil || r.Incomplete() {
		b.Fatal(err)
	}
	return r.Documents
}

// BenchmarkValidate holds all documents to their schemas.
func BenchmarkValidate(b *testing.B) {
	atSizes(b, "json", func(b *testing.B, dir string, facts int) {
		docs := loaded(b, dir)
		perFact(b, facts, func() {
			if r := validate.Documents(docs); len(r.Findings) > 0 {
				b.Fatal(r.Findings[0].Message.EN)
			}
		})
	})
}

// built gives the facts of documents.
func built(b *testing.B, docs []load.Document, facts int) *fact.Corpus {
	b.Helper()
	c, _ := fact.Build(docs, nil, false)
	if c.Len() != facts {
		b.Fatalf("%d facts of %d", c.Len(), facts)
	}
	return c
}

// BenchmarkBuild makes facts of the documents, and resolves their references.
func BenchmarkBuild(b *testing.B) {
	atSizes(b, "json", func(b *testing.B, dir string, facts int) {
		docs := loaded(b, dir)
		perFact(b, facts, func() { built(b, docs, facts) })
	})
}

// BenchmarkEvaluate evaluates the rules of each scope, compiled before.
func BenchmarkEvaluate(b *testing.B) {
	set, problems, err := policy.Load(policy.Root{Name: "policies", FS: policies.FS, Tested: true})
	if err != nil || len(problems) > 0 {
		b.Fatal(err, problems)
	}
	for _, scope := range []string{"fact", "document", "corpus"} {
		b.Run(scope, func(b *testing.B) {
			some := *set
			some.Rules = slices.DeleteFunc(slices.Clone(set.Rules), func(r *policy.Rule) bool { return r.Scope != scope })
			atSizes(b, "json", func(b *testing.B, dir string, facts int) {
				corpus := built(b, loaded(b, dir), facts)
				engine := evaluate.NewEngine(&some, corpus.Registry, evaluate.Options{Workers: 1})
				if err := engine.Prepare(b.Context(), corpus); err != nil {
					b.Fatal(err)
				}
				perFact(b, facts, func() {
					r, err := engine.Part(b.Context(), 0, corpus)
					if err != nil || len(r.Outcomes)+len(r.Groups) == 0 || len(engine.Problems()) > 0 {
						b.Fatal(err, engine.Problems())
					}
				})
			})
		})
	}
}

// BenchmarkReport prints the report of a corpus, with the findings alone, in
// every format.
func BenchmarkReport(b *testing.B) {
	atSizes(b, "json", func(b *testing.B, dir string, facts int) {
		files := os.DirFS(dir)
		r, err := checker.Run(b.Context(), checker.Options{FS: files, AsOf: asOf})
		if err != nil {
			b.Fatal(err)
		}
		for _, name := range report.Names() {
			format, _ := report.New(name, report.Options{Lang: "en", Files: files})
			b.Run(name, func(b *testing.B) {
				perFact(b, facts, func() {
					if err := format.Write(io.Discard, r); err != nil {
						b.Fatal(err)
					}
				})
			})
		}
	})
}
