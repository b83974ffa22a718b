package corpora

import "strconv"

// plan adds a pay plan of four measures. Every third one prints where pay starts
// and where it stops growing.
var plan = &block{facts: 31, weight: 7, make: (*document).plan}

// measure is a measure while it is being made up. Its figures are in percent but
// for target and actual.
type measure struct {
	id, metric  string
	weight      int
	achievement int
	score       figure
	target      int
	actual      int
	threshold   int
	maximum     int
	outcome     string
	unadjusted  int
	discretion  string
	withheld    list // the notes that say so
	unsaid      bool
	stated      int // the year that the target is said to be for
}

var (
	metrics = []string{"sales", "visitors", "profit", "satisfaction"}
	splits  = [][4]int{{40, 30, 20, 10}, {25, 25, 25, 25}, {35, 30, 20, 15}, {50, 20, 20, 10}}
)

func (d *document) plan(flaw string) bool {
	id := d.next("plan")
	measures := d.measures()
	d.planWrong(flaw, id, measures)
	if flaw == "withheld" {
		measures[0].withheld = list{d.note()}
	}
	overall := figure{places: 2}
	for i := range measures {
		overall.digits += measures[i].score.digits
	}
	if flaw == "overall" {
		overall = overall.plus(d.between(300, 900))
	}
	at := d.member()
	limits := object{
		{"cap", d.quantity(quantity{concept: "cap", axes: object{at}, n: whole(120)})},
		{"floor", d.quantity(quantity{concept: "floor", axes: object{at}, n: whole(50)})},
	}
	d.plans.open(id)
	d.plans.entry("label", word{"Bonus of the house", "賞与制度"}.label(d.ja))
	d.plans.entry("dimensions", object{at})
	for _, limit := range limits {
		d.plans.entry(limit.key, limit.value)
	}
	d.plans.entry("overall", d.cell(overall.printed()+"%", overall))
	d.plans.open("measures")
	for i := range measures {
		d.plans.entry(measures[i].id, d.measure(&measures[i]))
	}
	d.plans.shut()
	d.plans.shut()
	d.count++
	return true
}

// measures makes up four measures that hold together.
func (d *document) measures() []measure {
	all, weights := make([]measure, len(metrics)), pick(&d.random, splits)
	limited := d.below(3) == 0
	for i := range all {
		m := &all[i]
		m.id, m.metric, m.weight = "of-"+metrics[i], metrics[i], weights[i]
		m.achievement, m.outcome = d.between(60, 85), "missed"
		if i == 0 || d.below(2) == 0 {
			m.achievement, m.outcome = d.between(105, 115), "exceeded"
		}
		m.target = d.money()
		if m.metric == "satisfaction" {
			m.target = d.between(40, 80)
		}
		m.actual = m.target * m.achievement / 100
		m.score = figure{m.weight * m.achievement, 2}
		if limited && i < 2 {
			m.threshold, m.maximum = m.target/2, m.target*13/10
		}
	}
	return all
}

// planWrong makes the first measure, or its plan, wrong.
func (d *document) planWrong(wrong, id string, all []measure) {
	m := &all[0]
	subject := id + "." + m.id
	var rule, of string
	switch wrong {
	case "target":
		rule, m.unsaid, m.threshold, m.maximum = "pay/missing-target", true, 0, 0
	case "weights":
		rule, subject = "pay/weights", id
		m.weight += 5
		m.score.digits = m.weight * m.achievement
	case "score":
		rule, m.score = "pay/score-from-achievement", m.score.plus(d.between(300, 900))
	case "overall":
		rule, subject = "pay/overall-from-scores", id
	case "outcome":
		rule, of, m.actual = "pay/outcome-against-figures", "exceeded", m.target*7/10
	case "missed":
		rule, m.outcome, m.actual = "pay/score-against-outcome", "missed", m.target*7/10
	case "cap":
		rule, m.achievement = "pay/cap-and-floor", d.between(125, 140)
		m.score.digits = m.weight * m.achievement
	case "threshold":
		rule, m.threshold, m.maximum = "pay/threshold", m.target*6/5, 0
	case "basis":
		rule, m.stated = "pay/target-basis", d.year+1
	case "discretion":
		rule, of, m.discretion, m.unadjusted = "pay/discretion", "direction", "reduced", m.achievement-d.between(10, 20)
	case "withheld":
		m.threshold, m.maximum = 0, 0
		d.plant("pay/missing-target", "undisclosed", "undetermined", d.full(subject), subject+".target")
		d.follows("pay/undisclosed-weight-share", "", "undetermined", d.full(id), subject+".target")
		d.follows("pay/not-reperformable", "target", "undetermined", d.full(subject), subject+".target")
		told := flaw{rule: withoutValue, name: "undisclosed"}.key()
		if d.once[told] {
			return // in one finding for all of them
		}
		d.once[told] = true
		d.follows(withoutValue, "", "undetermined", d.full("[undisclosed]"), subject+".target")
		return
	default:
		return
	}
	d.plant(rule, of, inconsistent, d.full(subject), subject)
}

// measure gives a measure as fact files hold it, and counts its figures.
func (d *document) measure(m *measure) object {
	d.count++
	k := d.use(m.metric)
	o := object{{"metric", m.metric}, {"weight", d.percent(figure{m.weight, 0})}}
	amount := func(role string, n int, more ...field) {
		d.count++
		o = append(o, field{role, append(append(d.cell(k.print(whole(n)), whole(n)), k.format()...), more...)})
	}
	switch {
	case m.withheld != nil:
		d.count++
		o = append(o, field{"target", object{{"status", "undisclosed"}, {"notes", m.withheld}, {"selector", d.at("")}}})
	case m.stated != 0:
		amount("target", m.target, field{"statedPeriod", strconv.Itoa(m.stated)})
	case !m.unsaid:
		amount("target", m.target)
	}
	amount("actual", m.actual)
	if m.threshold != 0 {
		amount("threshold", m.threshold)
	}
	if m.maximum != 0 {
		amount("maximum", m.maximum)
	}
	o = append(o, field{"outcome", m.outcome})
	if m.discretion != "" {
		o = append(o, field{"discretion", m.discretion}, field{"unadjusted", d.percent(whole(m.unadjusted))})
	}
	return append(o, field{"achievement", d.percent(whole(m.achievement))}, field{"score", d.percent(m.score)})
}

func (d *document) percent(n figure) object {
	d.count++
	return d.cell(n.printed()+"%", n)
}
