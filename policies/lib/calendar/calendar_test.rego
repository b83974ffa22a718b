package tieout.lib.calendar_test

import data.tieout.lib.calendar

test_pass_ends_of_days_and_spans if {
	calendar.first("2025-03-31") == "2025-03-31"
	calendar.last("2025-03-31") == "2025-03-31"
	calendar.first("2024-04-01/2025-03-31") == "2024-04-01"
	calendar.last("2024-04-01/2025-03-31") == "2025-03-31"
	calendar.span("2024-04-01/2025-03-31")
	not calendar.span("2025-03-31")
}

test_pass_calendar_years if {
	calendar.calendar_year("2024-01-01/2024-12-31")
	not calendar.calendar_year("2024-01-01/2025-12-31")
	not calendar.calendar_year("2024-04-01/2025-03-31")
	not calendar.calendar_year("2024-01-01")
}

test_pass_years_of_twelve_months if {
	calendar.year_long("2024-01-01/2024-12-31")
	calendar.year_long("2024-04-01/2025-03-31")
	calendar.year_long("2023-03-01/2024-02-29")
	calendar.year_long("2024-10-01/2025-09-30")
	not calendar.year_long("2024-04-02/2025-03-31")
	not calendar.year_long("2024-04-01/2025-03-27")
	not calendar.year_long("2024-04-01/2025-02-28")
	not calendar.year_long("2024-04-01/2026-03-31")
	not calendar.year_long("2024-04-01")
}

test_pass_periods_that_share_a_day if {
	calendar.overlap("2024-01-01/2024-12-31", "2024-12-31")
	calendar.overlap("2024-12-31", "2024-01-01/2024-12-31")
	not calendar.overlap("2024-01-01/2024-12-31", "2025-01-01")
	not calendar.overlap("2025-01-01", "2024-01-01/2024-12-31")
}

test_pass_the_same_day_a_year_later if {
	calendar.year_later("2024-11-06") == "2025-11-06"
	calendar.year_later("1999-12-31") == "2000-12-31"
	calendar.year_later("2024-02-29") == "2025-02-29"
}
