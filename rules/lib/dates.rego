# Calendar dates with the precision that is known: YYYY, YYYY-MM or YYYY-MM-DD.
#
# A year or a month stands for all of its days. What has to be proven fresh is therefore counted from the earliest of
# them, and one date is before another only where that holds whichever days were meant. The arithmetic is in whole days
# and covers the years 0001 to 9999 (nanosecond time ends in 2262, and "valid until 9999-12-31" is a common way to say
# "for ever"). Every function is undefined for text that is not such a date.
package aims.lib.dates

months := {
	"01": {"number": 1, "days": 31, "before": 0},
	"02": {"number": 2, "days": 28, "before": 31},
	"03": {"number": 3, "days": 31, "before": 59},
	"04": {"number": 4, "days": 30, "before": 90},
	"05": {"number": 5, "days": 31, "before": 120},
	"06": {"number": 6, "days": 30, "before": 151},
	"07": {"number": 7, "days": 31, "before": 181},
	"08": {"number": 8, "days": 31, "before": 212},
	"09": {"number": 9, "days": 30, "before": 243},
	"10": {"number": 10, "days": 31, "before": 273},
	"11": {"number": 11, "days": 30, "before": 304},
	"12": {"number": 12, "days": 31, "before": 334},
}

# "year", "month" or "day"; defined exactly for readable dates.
precision(date) := ["year", "month", "day"][count(parts) - 1] if {
	is_string(date)
	parts := split(date, "-")
	[year, month, day] := array.slice(array.concat(parts, ["01", "01"]), 0, 3)
	count(parts) <= 3
	count(year) == 4
	count(day) == 2
	number(day) <= days_in(number(year), months[month])
}

readable(date) if precision(date)

# The first day that the date can mean, as YYYY-MM-DD.
earliest(date) := date if precision(date) == "day"

earliest(date) := concat("", [date, "-01"]) if precision(date) == "month"

earliest(date) := concat("", [date, "-01-01"]) if precision(date) == "year"

# The last day that the date can mean, as YYYY-MM-DD.
latest(date) := date if precision(date) == "day"

latest(date) := sprintf("%s-%d", [date, days_in(number(year), months[month])]) if {
	precision(date) == "month"
	[year, month] := split(date, "-")
}

latest(date) := concat("", [date, "-12-31"]) if precision(date) == "year"

# Certainly before: every day that `date` can mean comes before every day that `other` can mean.
before(date, other) if latest(date) < earliest(other)

# Certainly after, likewise.
after(date, other) if before(other, date)

# Whole days from the earliest day that `date` can mean to the full date `as_of`; negative when it lies after it.
age_in_days(date, as_of) := day_number(earliest(as_of)) - day_number(earliest(date))

# How a sentence names the date: "on 2026-03-14", "in 2026-03", "in 2026".
in_words(date) := sprintf("on %s", [date]) if precision(date) == "day"

in_words(date) := sprintf("in %s", [date]) if precision(date) in {"month", "year"}

# "1 day", "12 days"
days_in_words(1) := "1 day"

days_in_words(days) := sprintf("%d days", [days]) if days != 1

# Days since the day before 0001-01-01 in the Gregorian calendar, for YYYY-MM-DD.
day_number(day) := ((365 * (year - 1)) + leap_days_before(year)) + day_of_year if {
	[year_text, month_text, day_text] := split(day, "-")
	year := number(year_text)
	month := months[month_text]
	day_of_year := (month.before + leap_day_passed(year, month)) + number(day_text)
}

leap_days_before(year) := (quotient(year - 1, 4) - quotient(year - 1, 100)) + quotient(year - 1, 400)

# Without a fraction on the way, which takes longer.
quotient(whole, part) := (whole - (whole % part)) / part

leap_day_passed(year, month) := 1 if {
	leap(year)
	month.number > 2
} else := 0

days_in(year, month) := 29 if {
	leap(year)
	month.number == 2
} else := month.days

leap(year) if {
	year % 4 == 0
	year % 100 != 0
}

leap(year) if year % 400 == 0

# Digits to a number, above zero only: neither month, day nor year may be nought.
number(digits) := to_number(trim_left(digits, "0")) if trim(digits, "0123456789") == ""
