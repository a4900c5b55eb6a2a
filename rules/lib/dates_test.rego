package aims.lib.dates_test

import data.aims.lib.dates

test_precision if {
	{date: precision | some date in ["2026", "2026-03", "2026-03-14"]; precision := dates.precision(date)} == {
		"2026": "year",
		"2026-03": "month",
		"2026-03-14": "day",
	}
}

test_readable_days_are_the_days_of_the_calendar if {
	{date | some date in ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"]; dates.readable(date)} == {
		"2024-02-29",
		"2000-02-29",
		"0001-01-01",
		"9999-12-31",
	}
}

test_everything_else_is_unreadable if {
	{date | some date in unreadable; dates.readable(date)} == set()
}

test_nothing_can_be_said_about_an_unreadable_date if {
	{date | some date in unreadable; dates.earliest(date)} == set()
	{date | some date in unreadable; dates.latest(date)} == set()
	{date | some date in unreadable; dates.in_words(date)} == set()
	{date | some date in unreadable; dates.age_in_days(date, "2026-11-01")} == set()
}

unreadable := [
	"", "-", "26", "02026", "02026-01", "0000", "20 6", "+026", "1e+3", "2026-", "2026-1", "2026-00", "2026-13", "2026-0a",
	"2026-02-29", "1900-02-29", "2026-04-31", "2026-01-00", "2026-01-1", "2026-01-001", "2026-01-01-01", "2026-01-01T00:00:00Z",
	"01/02/2026", "March 2026", 2026, null, true, ["2026"], {"year": 2026},
]

test_months_follow_one_another if {
	[dates.months[name].number | some name in month_names] == numbers.range(1, 12)
	{name: dates.months[name].before | some name in month_names} == {name: before |
		some i, name in month_names
		before := sum([dates.months[earlier].days | some earlier in array.slice(month_names, 0, i)])
	}
}

month_names := [sprintf("%02d", [number]) | some number in numbers.range(1, 12)]

test_each_month_ends_with_its_last_day if {
	[dates.latest(concat("-", ["2026", name])) | some name in month_names] == [
		"2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30",
		"2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31", "2026-11-30", "2026-12-31",
	]
	[dates.latest(concat("-", ["2024", name])) | some name in ["01", "02", "03"]] == ["2024-01-31", "2024-02-29", "2024-03-31"]
}

test_earliest_and_latest_day if {
	{date: [dates.earliest(date), dates.latest(date)] | some date in ["2026", "2026-02", "2024-02", "2026-04", "2026-12", "2026-03-14"]} == {
		"2026": ["2026-01-01", "2026-12-31"],
		"2026-02": ["2026-02-01", "2026-02-28"],
		"2024-02": ["2024-02-01", "2024-02-29"],
		"2026-04": ["2026-04-01", "2026-04-30"],
		"2026-12": ["2026-12-01", "2026-12-31"],
		"2026-03-14": ["2026-03-14", "2026-03-14"],
	}
}

test_before_holds_only_where_it_is_certain if {
	pairs := [
		["2026-10-31", "2026-11-01"], ["2026-11-01", "2026-11-01"], ["2026-11-02", "2026-11-01"],
		["2026-10", "2026-11-01"], ["2026-11", "2026-11-01"], ["2025", "2026-11-01"], ["2026", "2026-11-01"],
		["2025", "2026"], ["2026-03", "2026-04"], ["nonsense", "2026-11-01"],
	]
	{pair | some pair in pairs; dates.before(pair[0], pair[1])} == {
		["2026-10-31", "2026-11-01"],
		["2026-10", "2026-11-01"],
		["2025", "2026-11-01"],
		["2025", "2026"],
		["2026-03", "2026-04"],
	}
}

test_after_holds_only_where_it_is_certain if {
	{date | some date in ["2026-10-31", "2026-11-01", "2026-11-02", "2026-11", "2026-12", "2026", "2027"]; dates.after(date, "2026-11-01")} == {
		"2026-11-02",
		"2026-12",
		"2027",
	}
}

test_age_counts_from_the_earliest_day if {
	{date: dates.age_in_days(date, "2026-11-01") | some date in ["2026-11-01", "2026-10-31", "2026-10", "2026", "2025", "2026-11-02", "1500-01-01"]} == {
		"2026-11-01": 0,
		"2026-10-31": 1,
		"2026-10": 31,
		"2026": 304,
		"2025": 669,
		"2026-11-02": -1,
		"1500-01-01": 192422,
	}
}

# Nanosecond time knows the years 1678 to 2261; there the two ways of counting must agree on both sides of every turn.
test_day_numbers_agree_with_nanosecond_time if {
	every day in days_at_the_turns {
		nanoseconds := time.parse_rfc3339_ns(concat("", [day, "T00:00:00Z"]))
		dates.day_number(day) - dates.day_number("1970-01-01") == nanoseconds / 86400000000000
	}
	count(days_at_the_turns) == 216
}

# The days before and after which a leap day is counted, or left out.
test_day_numbers_begin_with_the_first_day_of_the_calendar if {
	days := {
		"0001-01-01": 1,
		"0004-12-31": 1461,
		"0005-01-01": 1462,
		"0100-12-31": 36524,
		"0101-01-01": 36525,
		"0400-12-31": 146097,
		"0401-01-01": 146098,
		"0801-01-01": 292195,
		"2001-01-01": 730486,
		"2401-01-01": 876583,
		"9999-12-31": 3652059,
	}
	{day: dates.day_number(day) | some day, _ in days} == days
}

days_at_the_turns contains sprintf("%d-%s", [year, day]) if {
	some year in [1678, 1700, 1899, 1900, 1969, 1972, 1999, 2000, 2023, 2024, 2026, 2100]
	some day in [
		"01-01", "01-31", "02-01", "02-28", "03-01", "03-31", "04-30", "05-01", "06-30",
		"07-31", "08-01", "08-31", "09-01", "09-30", "10-31", "11-01", "12-01", "12-31",
	]
}

test_leap_days if {
	[dates.age_in_days("2024-02-28", "2024-03-01"), dates.age_in_days("2026-02-28", "2026-03-01")] == [2, 1]
	[dates.age_in_days("2000-02-28", "2000-03-01"), dates.age_in_days("1900-02-28", "1900-03-01")] == [2, 1]
}

test_words if {
	[dates.in_words("2026-03-14"), dates.in_words("2026-03"), dates.in_words("2026")] == ["on 2026-03-14", "in 2026-03", "in 2026"]
	[dates.days_in_words(0), dates.days_in_words(1), dates.days_in_words(365)] == ["0 days", "1 day", "365 days"]
}
