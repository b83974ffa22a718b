package evaluate

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/cache"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/policy"
)

// digest is that of all that rules see in a value. No two values share one.
func digest(v ast.Value) string {
	d := digester{hash: sha256.New(), buffer: make([]byte, 0, 4096)}
	d.value(v)
	d.flush()
	return string(d.hash.Sum(nil))
}

type digester struct {
	hash   hash.Hash
	buffer []byte
}

func (d *digester) flush() {
	d.hash.Write(d.buffer)
	d.buffer = d.buffer[:0]
}

// write writes a kind of value, and its text or the number of its members.
func (d *digester) write(kind byte, n int, text string) {
	if len(d.buffer)+len(text)+16 > cap(d.buffer) {
		d.flush()
	}
	d.buffer = append(d.buffer, kind)
	d.buffer = binary.AppendUvarint(d.buffer, uint64(n)) //nolint:gosec // a length is never negative
	d.buffer = append(d.buffer, text...)
}

func (d *digester) value(v ast.Value) {
	switch v := v.(type) {
	case ast.String:
		d.write('s', len(v), string(v))
	case ast.Number:
		d.write('n', len(v), string(v))
	case ast.Boolean:
		d.write('b', 0, fmt.Sprint(bool(v)))
	case *ast.Array:
		d.write('a', v.Len(), "")
		v.Foreach(func(t *ast.Term) { d.value(t.Value) })
	case ast.Object:
		d.write('o', v.Len(), "")
		v.Foreach(func(key, value *ast.Term) {
			d.value(key.Value)
			d.value(value.Value)
		})
	default:
		text := v.String() // null, and what the encoder does not write
		d.write('?', len(text), text)
	}
}

// registryDigest is that of the registries, as policies see them.
func registryDigest(r fact.Registry, rules []*policy.Rule) (string, error) {
	data, err := json.Marshal(registryObject(r, rules))
	if err != nil {
		return "", fmt.Errorf("digest the registries: %w", err)
	}
	sum := cache.KeyOf(string(data))
	return string(sum[:]), nil
}
