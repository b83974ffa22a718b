package node

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// parseYAML reads a file that holds any number of YAML documents.
func (p *parser) parseYAML() {
	if p.checkSeparators() && !p.parsePlain() {
		p.parseByLibrary()
	}
}

func (p *parser) parseByLibrary() {
	next, err := p.loadYAML()
	for err == nil && !p.stopped {
		var document *yaml.Node
		if document, err = next(); err != nil {
			break
		}
		p.document(document)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		p.yamlError(err)
	}
}

// loadYAML gives a function that reads the next document.
func (p *parser) loadYAML() (func() (*yaml.Node, error), error) {
	limits := loaderlimits.New(loaderlimits.DepthValue(p.limits.Depth+1), loaderlimits.AliasNone())
	loader, err := yaml.NewLoader(bytes.NewReader(p.src.data), yaml.WithV4Defaults(), yaml.WithPlugin(limits))
	if err != nil {
		return nil, err
	}
	return func() (document *yaml.Node, err error) {
		defer func() {
			if cause := recover(); cause != nil {
				err = &libraryPanicError{cause: cause}
			}
		}()
		document = new(yaml.Node)
		return document, loader.Load(document)
	}, nil
}

// libraryPanicError is a failure of the YAML library itself.
type libraryPanicError struct{ cause any }

func (e *libraryPanicError) Error() string {
	return fmt.Sprintf("the YAML library failed: %v", e.cause)
}

// checkSeparators bounds the number of values before the library takes some
// hundred bytes for each: none stands without a character that sets it off.
func (p *parser) checkSeparators() bool {
	data, n := p.src.data, 0
	if len(data) <= p.limits.Nodes {
		return true
	}
	for i, b := range data {
		switch b {
		case ',', ':', '[', '{':
			n++
		case '-', '?':
			if i+1 == len(data) || data[i+1] <= ' ' {
				n++
			}
		}
	}
	if n <= p.limits.Nodes {
		return true
	}
	p.report(problem{
		message: sayf("the file has more than %d separators (such as `:` and `,`), too many for the values to be read",
			"区切り記号（`:` や `,` など）が%d個を超えており、値が多すぎて読めません", p.limits.Nodes),
		help: tooManyHelp(),
	})
	return false
}
