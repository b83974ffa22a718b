package corpora

import (
	"strconv"
	"strings"
)

// figure is a printed decimal: digits × 10^-places.
type figure struct {
	digits int
	places int
}

func whole(n int) figure { return figure{digits: n} }

// plain writes the figure as fact files do.
func (f figure) plain() string {
	s, sign := strconv.Itoa(f.digits), ""
	if f.digits < 0 {
		s, sign = s[1:], "-"
	}
	if f.places == 0 {
		return sign + s
	}
	for len(s) <= f.places {
		s = "0" + s
	}
	return sign + s[:len(s)-f.places] + "." + s[len(s)-f.places:]
}

// printed writes the figure as documents do, with its thousands parted.
func (f figure) printed() string {
	head, tail, _ := strings.Cut(f.plain(), ".")
	sign := ""
	if head[0] == '-' {
		sign, head = "-", head[1:]
	}
	for i := len(head) - 3; i > 0; i -= 3 {
		head = head[:i] + "," + head[i:]
	}
	if tail != "" {
		tail = "." + tail
	}
	return sign + head + tail
}

func (f figure) plus(n int) figure { return figure{f.digits + n, f.places} }

// quotient divides whole numbers and prints the result with so many places, cut
// off or rounded half up, as the source does.
func quotient(n, d, places int, truncate bool) figure {
	for range places {
		n *= 10
	}
	q := n / d
	if r := n % d; !truncate && 2*max(r, -r) >= d {
		if n < 0 {
			q--
		} else {
			q++
		}
	}
	return figure{q, places}
}
