package report

import (
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// mapView is the reference map of a source: the markers on which its lists
// disagree, and the others.
type mapView struct {
	*finding.ReferenceMap
	Disputed, Settled []markerView
	Cited             int // numbers
}

// markerView is a marker with the places that it leads to.
type markerView struct {
	Number string
	Claims int
	Places []placeView
}

// placeView is a place that entries lead to; Letter tells the places of one
// marker apart.
type placeView struct {
	Letter, URL, Words string
	Lists              []string
}

func mapViews(maps []finding.ReferenceMap) []mapView {
	var list []mapView
	for i := range maps {
		v := mapView{ReferenceMap: &maps[i]}
		for _, m := range maps[i].Markers {
			if m.Claims > 0 {
				v.Cited++
			}
			if m.Disagrees {
				v.Disputed = append(v.Disputed, viewMarker(m))
			} else {
				v.Settled = append(v.Settled, viewMarker(m))
			}
		}
		list = append(list, v)
	}
	return list
}

func viewMarker(m finding.Marker) markerView {
	v := markerView{Number: m.Number, Claims: m.Claims}
	at := map[string]int{}
	for _, e := range m.Entries {
		words := strings.TrimSpace(e.Form + " " + e.Begins)
		key := e.URL + "\x00" + words
		if _, known := at[key]; !known {
			at[key] = len(v.Places)
			v.Places = append(v.Places, placeView{Letter: letter(len(v.Places)), URL: e.URL, Words: words})
		}
		list := e.List
		if e.SourceLine > 0 {
			list += ":" + strconv.Itoa(e.SourceLine)
		}
		place := &v.Places[at[key]]
		place.Lists = append(place.Lists, list)
	}
	return v
}

// letter numbers places as a, b, …, z, 27, 28.
func letter(i int) string {
	if letters := "abcdefghijklmnopqrstuvwxyz"; i < len(letters) {
		return letters[i : i+1]
	}
	return strconv.Itoa(i + 1)
}
