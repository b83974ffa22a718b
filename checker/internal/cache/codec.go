package cache

import (
	"encoding/binary"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// Encode writes a value of structs, slices, maps by strings or numbers,
// pointers, strings, booleans and integers, so that Decode gives its equal: a
// nil slice, map or pointer is told from an empty one, on which the bytes of a
// report may depend. Unexported fields are an error.
func Encode(v any) ([]byte, error) {
	var e encoder
	e.text(typeOf(reflect.TypeOf(v)))
	if err := e.value(reflect.ValueOf(v)); err != nil {
		return nil, err
	}
	return e.data, nil
}

// Decode reads what Encode wrote into the value that v points to, which must
// be of the same type, down to the names of fields.
func Decode(data []byte, v any) error {
	to := reflect.ValueOf(v).Elem()
	// Texts share this copy, so they cost nothing to cut out.
	d := decoder{data: string(data)}
	if d.text() != typeOf(to.Type()) {
		return errForm
	}
	if d.value(to); d.failed || d.at != len(d.data) {
		return errForm
	}
	return nil
}

var errForm = errors.New("the entry has another form")

// typeOf describes a type down to its fields, so that an entry is never read
// as what it was not written as.
func typeOf(t reflect.Type) string {
	if known, ok := types.Load(t); ok {
		return known.(string)
	}
	described := describe(t)
	types.Store(t, described)
	return described
}

// types holds what typeOf has described.
var types sync.Map

func describe(t reflect.Type) string {
	var b strings.Builder
	seen := map[reflect.Type]bool{}
	var walk func(t reflect.Type)
	walk = func(t reflect.Type) {
		fmt.Fprintf(&b, "%v %v;", t.Kind(), t)
		if seen[t] {
			return
		}
		seen[t] = true
		switch t.Kind() {
		case reflect.Struct:
			for f := range t.Fields() {
				b.WriteString(f.Name + " ")
				walk(f.Type)
			}
		case reflect.Map:
			walk(t.Key())
			walk(t.Elem())
		case reflect.Slice, reflect.Pointer:
			walk(t.Elem())
		default:
		}
	}
	walk(t)
	sum := KeyOf(b.String())
	return string(sum[:])
}

type encoder struct{ data []byte }

func (e *encoder) number(n int64) { e.data = binary.AppendVarint(e.data, n) }

func (e *encoder) text(s string) {
	e.number(int64(len(s)))
	e.data = append(e.data, s...)
}

func (e *encoder) value(v reflect.Value) error {
	switch v.Kind() {
	case reflect.String:
		e.text(v.String())
	case reflect.Bool:
		n := int64(0)
		if v.Bool() {
			n = 1
		}
		e.number(n)
	case reflect.Int, reflect.Int64, reflect.Int32, reflect.Int16, reflect.Int8:
		e.number(v.Int())
	case reflect.Struct:
		for i := range v.NumField() {
			if !v.Type().Field(i).IsExported() {
				return fmt.Errorf("%v has unexported fields", v.Type())
			}
			if err := e.value(v.Field(i)); err != nil {
				return err
			}
		}
	case reflect.Slice, reflect.Map, reflect.Pointer:
		return e.several(v)
	default:
		return fmt.Errorf("a %v cannot be kept", v.Type())
	}
	return nil
}

// several writes what may be nil: −1, or the number of what follows.
func (e *encoder) several(v reflect.Value) error {
	if v.IsNil() {
		e.number(-1)
		return nil
	}
	switch v.Kind() {
	case reflect.Pointer:
		e.number(1)
		return e.value(v.Elem())
	case reflect.Slice:
		e.number(int64(v.Len()))
		for i := range v.Len() {
			if err := e.value(v.Index(i)); err != nil {
				return err
			}
		}
	default:
		e.number(int64(v.Len()))
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
		for _, k := range keys {
			if err := errors.Join(e.value(k), e.value(v.MapIndex(k))); err != nil {
				return err
			}
		}
	}
	return nil
}

// decoder reads values; after the first fault it reads nothing more.
type decoder struct {
	data   string
	at     int
	failed bool
}

func (d *decoder) number() int64 {
	end := min(d.at+binary.MaxVarintLen64, len(d.data))
	n, size := binary.Varint([]byte(d.data[d.at:end]))
	if size <= 0 {
		d.failed = true
		return 0
	}
	d.at += size
	return n
}

func (d *decoder) text() string {
	n := d.number()
	if d.failed || n < 0 || n > int64(len(d.data)-d.at) {
		d.failed = true
		return ""
	}
	s := d.data[d.at : d.at+int(n)]
	d.at += int(n)
	return s
}

func (d *decoder) value(to reflect.Value) {
	if d.failed {
		return
	}
	switch to.Kind() {
	case reflect.String:
		to.SetString(d.text())
	case reflect.Bool:
		to.SetBool(d.number() == 1)
	case reflect.Int, reflect.Int64, reflect.Int32, reflect.Int16, reflect.Int8:
		to.SetInt(d.number())
	case reflect.Struct:
		for i := range to.NumField() { //nolint:modernize // an iterator over fields describes each, which takes most of the time
			d.value(to.Field(i))
		}
	case reflect.Slice, reflect.Map, reflect.Pointer:
		d.several(to)
	default:
		d.failed = true
	}
}

func (d *decoder) several(to reflect.Value) {
	n := d.number()
	if d.failed || n < 0 || n > int64(len(d.data)-d.at)+1 {
		d.failed = d.failed || n != -1
		return
	}
	switch to.Kind() {
	case reflect.Pointer:
		to.Set(reflect.New(to.Type().Elem()))
		d.value(to.Elem())
	case reflect.Slice:
		// What is not there takes no memory, whatever the number says.
		to.Set(reflect.MakeSlice(to.Type(), 0, int(min(n, 1024))))
		for i := 0; i < int(n) && !d.failed; i++ {
			to.Grow(1)
			to.SetLen(i + 1)
			d.value(to.Index(i))
		}
	default:
		to.Set(reflect.MakeMapWithSize(to.Type(), int(n)))
		for range n {
			k, v := reflect.New(to.Type().Key()).Elem(), reflect.New(to.Type().Elem()).Elem()
			d.value(k)
			d.value(v)
			if d.failed {
				return
			}
			to.SetMapIndex(k, v)
		}
	}
}
