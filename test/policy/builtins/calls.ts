/** Rego expressions over the host builtins, edge cases and errors among them; `input` holds `callInput`. */
export const callInput = {
  text: "text",
  number: 7,
  list: ["a", "b"],
  none: null,
  object: { a: 1 },
};

const q = JSON.stringify;

/** A value of which the type checker knows nothing, so that it reaches a builtin that cannot take it. */
function untyped(json: string): string {
  return `json.unmarshal(${q(json)})`;
}

const sprintfFormats = [
  ...["%s", "%d", "%v", "%q", "%t", "%f", "%e", "%E", "%g", "%G", "%F", "%x", "%X", "%o", "%O", "%b", "%c", "%U", "%T", "%z"],
  ...["%5s", "%-5s|", "%05s", "%.2s", "%8.3s|", "%+q", "%#q", "%#x", "%# x", "% x", "% X", "%#v", "%+v", "%#+v", "%.0s"],
  ...["%5d", "%-5d|", "%05d", "%+d", "% d", "%.4d", "%8.4d", "%-8.4d|", "%08.4d", "%#o", "%#b", "%+05d", "% 05d", "%#08x", "%.0d", "%-05d|", "%+x"],
  ...["%.2f", "%8.2f", "%-8.2f|", "%08.2f", "%+.1f", "% .1f", "%.0f", "%.3e", "%.3g", "%#g", "%#.3g", "%.10g", "%6.1e", "%#f", "%#.0f", "%.1x", "%+08.2f", "%.20f", "%.0e", "%x"],
  ...["%5c|", "%-5c|", "%#U", "%+q", "%05q", "%5t", "%z", "%!", "%é", "%5z", "%+z", "%08z", "%-6z|", "%.1z"],
];

const sprintfArguments = [
  '"abc"', '""', '"héé\\u0001\\n\\"`\\t\\u00ad\\u2028😀"', '"back`tick"', "0", "-0", "1", "-1", "42", "255", "65", "128512", "1114112", "55296", "-7",
  "9223372036854775807", "-9223372036854775808", "9223372036854775808", "123456789012345678901234567890", "-123456789012345678901234567890",
  "1.0", "1.5", "-1.5", "0.1", "1e3", "1e21", "1e-7", "123456.789", "1e400", "100000.0", "1234567.0", "2.5", "0.5", "3.0e-5", "0.00012345678901", "1.7976931348623157e308", "5e-324",
  "true", "false", "null", "[]", '["a", 1, 2.50, null, true]', '{"b": 1, "a": [2]}', "{}", "{1, 2}", "set()", '{3, "x", [1], {"k": {2, 1}}}', '{1: "x", [2]: 3}', '"héé"',
];

export const sprintfCalls: readonly string[] = [
  ...sprintfFormats.flatMap((format) => sprintfArguments.map((arg) => `sprintf(${JSON.stringify(format)}, [${arg}])`)),
  'sprintf("%s and %d", ["x", 1])',
  'sprintf("%s", [])',
  'sprintf("%d %d", [1])',
  'sprintf("", [1, "a", 2.5, true, null, 123456789012345678901, {1}])',
  'sprintf("%d", [1, 2])',
  'sprintf("%[2]s %[1]s", ["a", "b"])',
  'sprintf("%[2]d", [1, 2, 3])',
  'sprintf("%[3]d", [1, 2])',
  'sprintf("%[0]d", [1, 2])',
  'sprintf("%[x]d", [1, 2])',
  'sprintf("%[]d", [1, 2])',
  'sprintf("%[1]d %d %[1]d", [1, 2])',
  'sprintf("%[1", [1, 2])',
  'sprintf("%[1]", [1, 2])',
  'sprintf("%[2]*[1]d|", [1, 5])',
  'sprintf("%[1]5d|", [1, 5])',
  'sprintf("%[1].2d|", [1, 5])',
  'sprintf("%.[2]*[1]f|", [1.23456, 2])',
  'sprintf("%6.[2]*[1]f|", [1.23456, 2])',
  'sprintf("%*d|", [5, 42])',
  'sprintf("%-*d|", [5, 42])',
  'sprintf("%*d|", [-5, 42])',
  'sprintf("%0*d|", [-5, 42])',
  'sprintf("%*d|", ["x", 42])',
  'sprintf("%*d|", [10000000, 42])',
  'sprintf("%.*f|", [2, 3.14159])',
  'sprintf("%.*f|", [-2, 3.14159])',
  'sprintf("%.*f|", ["x", 3.14159])',
  'sprintf("%*", [1])',
  'sprintf("%.", [1])',
  'sprintf("%5", [1])',
  'sprintf("%", [])',
  'sprintf("100%", [])',
  'sprintf("100%%", [])',
  'sprintf("%5%|%-5%", [])',
  'sprintf("%.5%", [1])',
  'sprintf("%!", [])',
  'sprintf("%d%%", [50])',
  'sprintf("%99999999d", [1])',
  'sprintf("%.99999999d x", [1])',
  'sprintf("%é", [1])',
  'sprintf("%😀", [1])',
  'sprintf("%s", [input.none])',
  'sprintf("%s %v", [input.list, input.object])',
  'sprintf(input.number, [])',
  'sprintf("x", input.object)',
  'sprintf("x", input.text)',
  'sprintf("%v", [[1.0, 1e3, 10000000000000000000000, 0.10]])',
  'sprintf("%d", [input.number])',
  'sprintf("%s%s%s", ["a", "b", "c"])',
  'sprintf("%v %v", [1, "a"])',
  'sprintf("%d", [count({1, 2, 3})])',
  'sprintf("%v", [3 / 2])',
  'sprintf("%d", [floor(3.7)])',
  'sprintf("%d", [round(2.5)])',
  'sprintf("%v", [10 / 5])',
];

const instants = [
  "0", "1", "-1", "1582977600000000000", "1582977600123456789", "1709164800000000000", "-62135596800000000000", "9223372036854775807",
  "-9223372036854775808", "9223372036854775808", "1.5", "1.0", "1e18", "951782400000000000", "4107542399999999999", "-999999999", "-1000000000", "946684799999999999",
];

const zones = ['"UTC"', '""', '"Europe/Berlin"', '"America/New_York"', '"Asia/Kolkata"', '"Australia/Lord_Howe"', '"Nowhere/Land"', '"europe/berlin"', '"+01:00"', '"US/Eastern"', "5"];

const layouts = [
  "", "RFC3339", "RFC3339Nano", "ANSIC", "RFC822Z", "RFC1123Z", "RubyDate", "2006-01-02", "Monday, January 2, 2006", "Mon Jan _2 15:04:05.000 2006", "3:04:05 PM", "03:04pm", "06-1-2 002 __2",
  "15h4m5s", "2006-01-02T15:04:05.999999999Z07:00", "05,000000", ".000 .999 ,0000000000", "-07 -0700 -07:00 -070000 -07:00:00", "Z07 Z0700 Z070000 Z07:00:00", "_2006 _2 Janet Monet Jan Mon", "20060102150405", "no fields", "1 01 2 02 3 03 4 04 5 05 6 06", "é2006",
];

const durations = [
  "0", "1h", "1h30m", "-1.5h", "+3s", "1d", "1w2d", "1y", "-1y", "1.5d", "1d2h3m4s5ms6us7ns", "1µs", "1μs", ".5s", "5.s", "s", "", "1", "-", "1h-2m", "1x", "1d ", "1..5d", "9223372036854775807ns", "9223372036854775808ns",
  "-9223372036854775808ns", "2562047h47m16.854775807s", "2562047h47m16.854775808s", "106751d", "106752d", "1 d", "1.00000000000000000001h", "0.3333333333333333333h", "1D", "100y", "300y", "0d", "1µs1d", "1e3s",
];

const rfc3339 = [
  "2026-11-01T00:00:00Z", "2026-11-01T23:59:59.999999999Z", "2024-02-29T12:00:00+01:00", "2023-02-29T12:00:00Z", "2026-11-01", "2026-11-01T00:00:00", "2026-11-01T24:00:00Z", "2026-11-01T00:00:60Z", "2026-11-01T00:00:00.1234567891Z",
  "2026-11-01T00:00:00,5Z", "2026-11-01T5:00:00Z", "2026-11-01t00:00:00z", "2026-1-01T00:00:00Z", "2026-11-01T00:00:00+24:00", "2026-11-01T00:00:00+25:00", "2026-11-01T00:00:00-00:00", "2026-11-01T00:00:00+01:60", "2026-11-01T00:00:00+0100", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2262-04-11T23:47:16.854775807Z",
  "2262-04-11T23:47:16.854775808Z", "1677-09-21T00:12:43.145224192Z", "1677-09-21T00:12:43.145224191Z", "1969-12-31T23:59:59.5Z", "", "garbage", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-11-00T00:00:00Z", "2026-11-01T00:00:00.Z", " 2026-11-01T00:00:00Z", "2026-11-01T00:00:00Zx", "2026-11-01T00:00:00.5+05:30",
];

const parses: readonly (readonly [string, string])[] = [
  ["2006-01-02", "2026-11-01"], ["2006-01-02", "2026-11-1"], ["2006-1-2", "2026-11-01"], ["RFC1123", "Sun, 01 Nov 2026 10:00:00 GMT"], ["RFC1123", "Sun, 01 Nov 2026 10:00:00 UTC"], ["RFC1123", "Sun, 01 Nov 2026 10:00:00 CEST"], ["RFC1123Z", "Sun, 01 Nov 2026 10:00:00 +0130"],
  ["ANSIC", "Sun Nov  1 10:00:00 2026"], ["ANSIC", "sun NOV 1 10:00:00 2026"], ["RFC822", "01 Nov 26 10:00 EST"], ["RFC850", "Sunday, 01-Nov-26 10:00:00 GMT+3"], ["January 2, 2006", "november 3, 2026"], ["Jan 2006", "Sept 2026"], ["3:04 PM", "12:30 AM"], ["3:04PM", "1:30PM"], ["3:04pm", "1:30pm"], ["3:04pm", "13:30pm"],
  ["06", "68"], ["06", "69"], ["06", "-5"], ["2006 002", "2024 366"], ["2006 002", "2023 366"], ["2006 __2", "2024  60"], ["2006-01 002", "2024-02 060"], ["2006-01 002", "2024-03 060"], ["2006-01-02 002", "2024-02-29 060"], ["15:04:05", "10:11:12.5"], ["15:04:05.000", "10:11:12.5"], ["15:04:05.000", "10:11:12.500"], ["15:04:05.999", "10:11:12.123456"], ["15:04:05.999", "10:11:12"],
  ["2006-01-02  15", "2026-11-01 07"], ["2006 MST", "2026 +03"], ["2006 MST", "2026 +5"], ["2006 MST", "2026 WITA"], ["2006 MST", "2026 ABCD"], ["2006 MST", "2026 ABCDT"], ["2006 MST", "2026 ChST"], ["2006 MST -0700", "2026 CET +0100"], ["2006-01-02T15:04:05Z07:00", "2026-01-02T03:04:05Z"], ["2006Z0700", "2026+0230"], ["2006-07:00:00", "2026-01:02:03"], ["2006Z07", "2026-11"], ["2006-0700", "2026-2500"],
  ["20060102150405", "20261101101112"], ["2006-01-02", "2026-02-30"], ["Monday 2006", "Tuesday 2026"], ["Monday 2006", "Tues 2026"], ["", ""], ["x", "x"], ["x", "y"], ["", "y"], ["2", "0"], ["_2", " 5"], ["_2", "15"], ["02", "5"], ["1", "13"], ["03", "13"], ["15", "24"], ["4", "60"], ["2006", "+202"], ["2006", "20266"], ["RFC3339", "2026-11-01T00:00:00Z"], ["15:04:05", "10:11:61"],
];

export const timeCalls: readonly string[] = [
  ...rfc3339.map((value) => `time.parse_rfc3339_ns(${q(value)})`),
  ...parses.map(([layout, value]) => `time.parse_ns(${q(layout)}, ${q(value)})`),
  ...durations.map((value) => `time.parse_duration_ns(${q(value)})`),
  ...instants.flatMap((ns) => ["date", "clock", "weekday", "format"].map((name) => `time.${name}(${ns})`)),
  ...instants.flatMap((ns) => zones.slice(0, 6).flatMap((zone) => ["date", "clock", "weekday"].map((name) => `time.${name}([${ns}, ${zone}])`))),
  ...zones.filter((zone) => zone !== "5").map((zone) => `time.date([1582977600000000000, ${zone}])`),
  ...layouts.flatMap((layout) => instants.slice(0, 6).map((ns) => `time.format([${ns}, "UTC", ${q(layout)}])`)),
  ...layouts.map((layout) => `time.format([1582977600123456789, "America/New_York", ${q(layout)}])`),
  'time.format([1582977600123456789, "UTC", "UnixDate"])',
  'time.format([1582977600123456789, "UTC", "2006 MST"])',
  ...instants.flatMap((ns) => ["0, 0, 0", "1, 0, 0", "0, 1, 0", "0, 0, 1", "-1, -1, -1", "0, 13, 40", "4, 12, -366"].map((delta) => `time.add_date(${ns}, ${delta})`)),
  "time.add_date(1582977600000000000, 1000, 0, 0)",
  "time.add_date(1582977600000000000, 1.0, 0, 0)",
  "time.add_date(1582977600000000000, 1.5, 0, 0)",
  "time.add_date(input.text, 1, 0, 0)",
  "time.add_date(1582977600000000000, 0, 0, 99999999999)",
  // Around changes of offset: a skipped hour and one that is there twice.
  `time.add_date(${untyped('[1774659600000000000, "Europe/Berlin"]')}, 0, 0, 1)`,
  `time.add_date(${untyped('[1774661400000000000, "Europe/Berlin"]')}, 0, 0, 1)`,
  `time.add_date(${untyped('[1792803600000000000, "Europe/Berlin"]')}, 0, 0, 1)`,
  `time.add_date(${untyped('[1792800000000000000, "Europe/Berlin"]')}, 0, 0, 1)`,
  `time.add_date(${untyped('[1772951400000000000, "America/New_York"]')}, 0, 0, 0)`,
  `time.add_date(${untyped('[1772865000000000000, "America/New_York"]')}, 0, 0, 1)`,
  `time.add_date(${untyped('[1774659600000000000, "Europe/London"]')}, 0, 0, 1)`,
  ...instants.flatMap((ns, i) => [`time.diff(${ns}, ${instants[(i + 5) % instants.length] ?? "0"})`, `time.diff(${ns}, 1709164800000000000)`]),
  'time.diff([1582977600000000000, "Europe/Berlin"], 1709164800000000000)',
  'time.diff([1582977600000000000, "America/New_York"], [1709164800000000000, "Asia/Kolkata"])',
  "time.diff(1709164800000000000, 1711843200000000000)",
  "time.diff(1706659200000000000, 1709251200000000000)",
  "time.diff(input.text, 5)",
  "time.date(input.list)",
  ...["[]", "[1, 5]", '["x", "UTC"]', '"x"', "null", '[1, "UTC", "RFC822Z", 5]'].map((value) => `time.date(${untyped(value)})`),
  `time.format(${untyped('[1, "UTC", 5]')})`,
  "time.parse_ns(input.number, \"x\")",
  "time.parse_rfc3339_ns(input.number)",
  'time.parse_rfc3339_ns("2026-11-01T00:00:00.000000001Z") + 1',
];

// Not two pre-release numbers beyond 64 bits that differ: OPA v1.22 never ends comparing these.
const versions = [
  "1.2.3", "v1.2.3", "1.2.3-alpha", "1.2.3-alpha.1", "1.2.3-alpha.10", "1.2.3-alpha.beta", "1.2.3-1", "1.2.3-01", "1.2.3+build", "1.2.3-rc.1+b.2", "1.2", "1.2.3.4", "01.2.3", "1.02.3", "", "a.b.c", "1.2.3-", "1.2.3+", "1.2.3-a..b",
  "9223372036854775807.0.0", "9223372036854775808.0.0", "1.2.3-99999999999999999999", "1.2.3-alpha.1.0", "V1.2.3", " 1.2.3", "1.2.3-0", "1.2.3-A", "1.2.3-a-b", "-1.2.3", "1.2.3+b-1", "vv1.2.3", "1.2.3-é",
];

export const semverCalls: readonly string[] = [
  ...versions.map((version) => `semver.is_valid(${q(version)})`),
  ...versions.flatMap((a) => versions.map((b) => `semver.compare(${q(a)}, ${q(b)})`)),
  "semver.is_valid(input.number)",
  "semver.compare(input.number, \"1.2.3\")",
];

const collections = ["{}", '{"a": 1}', '{"a": 1, "b": 2}', '{"a": {"x": [1, 2, 3]}, "b": {1, 2}}', '{"a": {"x": [2, 3]}}', '{"a": {"x": [3, 2]}}', '{"b": {1}}', '{"b": {1, 2.0}}', "[]", "[1, 2, 3]", "[2, 3]", "[1, 3]", "[1, 1, 2]", "[1, 1]", "set()", "{1, 2}", "{1}", "{1, 3}", "{[1]}", "[[1], 2]", '{1: "x"}', '{1.0: "x"}', "[1, 2, 1, 2, 3]", '{"a": [1]}', '{"a": {1}}'];

export const objectCalls: readonly string[] = collections.flatMap((a) => collections.map((b) => `object.subset(${a}, ${b})`)).concat(["object.subset(input.text, {})"]);

export const stringCalls: readonly string[] = [
  ...['"abc"', '["xabc", "abd"]', '{"b", "abc"}', "[]", "set()", '""', "input.number", untyped("[1]"), untyped('["abc", 1]')].flatMap((a) =>
    ['"ab"', '"bc"', '["z", "ab"]', '{"c", ""}', "[]", "set()", "input.object", untyped('["ab", 1]')].flatMap((b) => [
      `strings.any_prefix_match(${a}, ${b})`,
      `strings.any_suffix_match(${a}, ${b})`,
    ]),
  ),
  ...['"aaaa"', '"abcabc"', '""', '"héhé"', '"😀a😀a😀"', '"a\\u0301a"'].flatMap((a) =>
    ['"a"', '"aa"', '"abc"', '""', '"é"', '"h"', '"😀"', '"a😀"', '"\\u0301"', '"zzzzzzzzz"'].flatMap((b) => [`strings.count(${a}, ${b})`, `indexof_n(${a}, ${b})`]),
  ),
  "strings.count(input.number, \"a\")",
  "indexof_n(input.number, \"a\")",
];

const regexes: readonly (readonly [string, string])[] = [
  ["a+", "xaaya"], ["a*", "baac"], ["", "abc"], ["x*", "é😀"], ["(a)(b)?", "abaca"], ["(?P<year>\\d{4})-(?P<m>\\d\\d)", "on 2026-11-01 and 2025-01-02"], ["^", "a\nb"], ["(?m)^", "a\nb"], ["$", "ab"], ["\\b", "ab cd"], ["(?i)AB", "abAB"], ["[", "x"], ["(?=a)", "a"], ["\\pL+", "añb 1"], ["a{2,3}", "aaaaaaa"], ["a{1001}", "a"], ["(a|ab)(c|bcd)", "abcd"], [".", "a\n😀"],
  ["(?s).", "a\n😀"], ["\\Qa.b\\E", "a.b axb"], ["(?U)a+", "aaa"], ["\\d+|\\s", "1 22\t3"], ["(?<n>a)", "aa"], ["[[:alpha:]]+", "ab1c"], ["\\x41", "A"], ["(a*)*", "aab"], ["(a*)+b", "aaab"], ["|a", "aa"], ["a|", "ba"], ["\\z", "ab"], ["\\C", "a"], ["(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"],
];
const templates = ["X", "$0", "<$1>", "${1}x", "$1x", "$year", "${year}/${m}", "$$", "$", "$$1", "${", "${}", "$-", "$10", "$01", "é$1é", "$n", "${1", "$1$2", "\\1", "$é"];

export const regexCalls: readonly string[] = [
  ...regexes.flatMap(([pattern, text]) => templates.map((template) => `regex.replace(${q(text)}, ${q(pattern)}, ${q(template)})`)),
  ...regexes.flatMap(([pattern, text]) => [-1, 0, 1, 2].map((n) => `regex.find_n(${q(pattern)}, ${q(text)}, ${String(n)})`)),
  'regex.find_n("a", "aa", 1.5)',
  'regex.find_n("a", "aa", 1.0)',
  'regex.find_n(input.number, "aa", 1)',
  'regex.replace(input.number, "aa", "b")',
];

const patchTargets = ['{"a": {"b": [1, 2, 3]}, "c": "x", "": {"": 1}, "m~n": 1, "o/p": 2, "1": "one"}', '[1, [2, {"x": {3, 4}}], {"k": "v"}]', '{"s": {"x", "y"}, "t": {{"a": 1}, [2]}}', '"scalar"', "{1, 2}", "{}", "[]"];
const patches = [
  "[]", '[{"op": "add", "path": "/a/b/1", "value": 9}]', '[{"op": "add", "path": "/a/b/-", "value": 9}]', '[{"op": "add", "path": "a/b/0", "value": {"n": 1}}]', '[{"op": "add", "path": "/a/b/4", "value": 9}]', '[{"op": "add", "path": "/a/b/01", "value": 9}]', '[{"op": "add", "path": "", "value": {"z": 1}}]',
  '[{"op": "remove", "path": "/a/b/0"}]', '[{"op": "remove", "path": "/a/b/-"}]', '[{"op": "remove", "path": "/c"}]', '[{"op": "remove", "path": "/zz"}]', '[{"op": "replace", "path": "/c", "value": [1]}]', '[{"op": "replace", "path": "/zz", "value": 1}]', '[{"op": "replace", "path": "/a/b/2", "value": 1}]', '[{"op": "replace", "path": "", "value": 5}]',
  '[{"op": "move", "from": "/a/b", "path": "/d"}]', '[{"op": "move", "from": "/a", "path": "/a/b"}]', '[{"op": "copy", "from": "/a/b/0", "path": "/a/b/-"}]', '[{"op": "copy", "from": "/zz", "path": "/d"}]', '[{"op": "test", "path": "/c", "value": "x"}]', '[{"op": "test", "path": "/c", "value": "y"}]', '[{"op": "test", "path": "/zz", "value": "y"}]',
  '[{"op": "add", "path": "/m~0n", "value": 2}]', '[{"op": "add", "path": "/o~1p", "value": 3}]', '[{"op": "add", "path": "/", "value": 3}]', '[{"op": "add", "path": "//", "value": 3}]', '[{"op": "add", "path": ["a", "b", 0], "value": 3}]', '[{"op": "add", "path": ["1"], "value": 3}]', '[{"op": "add", "path": [1], "value": 3}]', '[{"op": "add", "path": "/1", "value": 3}]',
  '[{"op": "add", "path": "/s/z", "value": "z"}]', '[{"op": "add", "path": "/s/z", "value": "q"}]', '[{"op": "remove", "path": "/s/x"}]', '[{"op": "replace", "path": "/s/x", "value": "x"}]', '[{"op": "replace", "path": "/s/x", "value": "w"}]', '[{"op": "add", "path": ["t", {"a": 1}, "b"], "value": 2}]', '[{"op": "remove", "path": ["t", [2]]}]', '[{"op": "add", "path": ["t", [2], 0], "value": 1}]', '[{"op": "add", "path": [1, 1, "x", 5], "value": 5}]', '[{"op": "remove", "path": "/1/1/x/3"}]', '[{"op": "remove", "path": [1, 1, "x", 3]}]',
  '[{"op": "add", "path": "/2/k/z", "value": 1}]', '[{"op": "frobnicate", "path": "/c"}]', '[{"op": "add", "path": "/c"}]', '[{"op": "add", "value": 1}]', '[{"path": "/c", "value": 1}]', '[{"op": 5, "path": "/c"}]', '[{"op": "add", "path": 5, "value": 1}]', '["x"]', '[{"op": "move", "path": "/c"}]', '[{"op": "add", "path": [1], "value": 1}, {"op": "remove", "path": [1]}]', '[{"op": "add", "path": "/n", "value": {"deep": [1]}}, {"op": "add", "path": "/n/deep/-", "value": 2}, {"op": "move", "from": "/n/deep/0", "path": "/first"}]',
  '[{"op": "remove", "path": "/a/b/1.0"}]', '[{"op": "remove", "path": ["a", "b", 1.0]}]', '[{"op": "remove", "path": "/a/b/+1"}]', '[{"op": "remove", "path": "/a/b/-1"}]', '[{"op": "remove", "path": "/0"}, {"op": "remove", "path": "/0"}, {"op": "add", "path": "/0", "value": "n"}]', '[{"op": "add", "path": "/0", "value": "n"}, {"op": "test", "path": "/0", "value": "n"}, {"op": "replace", "path": "/1", "value": []}, {"op": "add", "path": "/1/0", "value": 1}]',
  '[{"op": "remove", "path": ""}, {"op": "add", "path": "", "value": 1}]', '[{"op": "remove", "path": ""}, {"op": "add", "path": "/a", "value": 1}]', '[{"op": "test", "path": "", "value": "scalar"}]', '[{"op": "move", "from": "", "path": "/x"}]', '[{"op": "copy", "from": "", "path": "/x"}]',
];

export const jsonPatchCalls: readonly string[] = patchTargets
  .flatMap((target) => patches.map((operations) => `json.patch(${target}, ${untyped(operations)})`))
  .concat(["json.patch({}, input.text)", "json.patch(input.object, [{\"op\": \"add\", \"path\": \"/a\", \"value\": 2.0}])"]);

export const numberCalls: readonly string[] = [
  ...["0, 10, 2", "10, 0, 3", "1, 1, 5", "0, 5, 0", "0, 5, -1", "-3, 3, 2", "0, 1, 0.5", "0.0, 3.0, 1.0", "1.5, 3, 1", "9007199254740991, 9007199254740995, 2", "-9223372036854775810, -9223372036854775806, 2", "0, 1e1, 5", "0, 100, 200", "5, -5, 4"].map((args) => `numbers.range_step(${args})`),
  ...["10K", "10k", "10Ki", "10ki", "1.5Mi", "1.5M", "200m", "100m", "0.1", "1e3", "1E3", "1e", "1E", "5e2k", "1Ei", "1ei", "10 K", "", "K", "-5", "-5m", "+5", "1.5", "0.00000000001", "1.23456789012345", "3P", "3Pi", "3T", "3Ti", "3G", "3gi", "\"10K\"", "10KB", "10X", ".5", "5.", ".", "1e400000", "1e1234567", "1..2", "--1", "1-1", "1mi", "1Mi", "1MI", "0m", "1e-3", "0.0005m", "1m", "999m", "12345678901234567890123", "é", "1é", "1_000", "0x10", "1/2", "1e+5", "1e+", "2.5e3Ki"].flatMap((text) => [`units.parse(${q(text)})`, `units.parse_bytes(${q(text)})`]),
  ...["10KB", "10kb", "10KiB", "10kib", "10MB", "1.5MiB", "2TiB", "1PB", "1EiB", "1eb", "10b", "10 KB", "1.9", "-1.9", "-1.5kb", "1e2kb", "10.5", "1tib", "1GIB", "1gi", "1g", "1.0000001KB", "0.1GB", "0.7kb", "123456789012345678901kb"].map((text) => `units.parse_bytes(${q(text)})`),
  "units.parse(input.number)",
  "units.parse_bytes(input.number)",
];

export const graphCalls: readonly string[] = [
  '{"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": set()}', '{"a": ["b"], "b": ["a"]}', '{"a": {"a"}}', '{"a": {"b"}}', untyped('{"a": ["b"], "b": null}'), untyped('{"a": ["b"], "b": "x"}'), '{1: {2}, 2: {3, 1}, 3: []}', "{}",
].flatMap((graph) => ['{"a"}', '["a", "b"]', "{1}", "[]", '{"zz"}'].map((start) => `graph.reachable_paths(${graph}, ${start})`));

const texts = ["", "abc", "héllo wörld", "😀", "a b+c&d=e/f?g", "~!*'()-_.", "%", "\u0000\u001f", "a%20b", "line\nbreak"];

export const encodingCalls: readonly string[] = [
  ...texts.flatMap((text) => ["crypto.sha256", "crypto.sha1", "crypto.md5", "hex.encode", "base64url.encode_no_pad", "urlquery.encode", "urlquery.decode", "hex.decode", "glob.quote_meta"].map((name) => `${name}(${q(text)})`)),
  ...["616263", "6", "zz", "C3A9", "c3a9", "00"].map((text) => `hex.decode(${q(text)})`),
  ...["a%20b+c", "%zz", "%C3%A9", "%e4%bd%a0", "100%", "%2", "%41%", "a=b;c"].map((text) => `urlquery.decode(${q(text)})`),
  ...["*?[a-c]{x,y}\\!", "plain", "{}[]", "a*b"].map((text) => `glob.quote_meta(${q(text)})`),
  ...["crypto.sha256", "crypto.sha1", "crypto.md5", "hex.encode", "hex.decode", "base64url.encode_no_pad", "urlquery.encode", "urlquery.decode", "glob.quote_meta", "net.cidr_is_valid", "uuid.parse"].map((name) => `${name}(input.number)`),
  ...["10.0.0.0/8", "10.0.0.0", "10.0.0.0/33", "10.0.0/8", "::/0", "2001:db8::/32", "2001:db8::/129", "::ffff:1.2.3.4/96", "fe80::1%eth0/64", "10.0.0.0/08", "10.0.0.0/+8", "10.0.0.0/", "/8", "010.0.0.0/8", "1.2.3.4/0", "1.2.3.4/8/8", " 1.2.3.4/8", "1.2.3.4/-1", "::1.2.3.4/12", "1.2.3.256/8", "2001:DB8::/32", "1.2.3.4/99999999999"].map((text) => `net.cidr_is_valid(${q(text)})`),
  ...["00000000-0000-0000-0000-000000000000", "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "000003e8-48b9-21ee-b200-325096b39f47", "f47ac10b-58cc-4372-a567-0e02b2c3d479", "urn:uuid:f47ac10b-58cc-4372-a567-0e02b2c3d479", "URN:UUID:f47ac10b-58cc-4372-a567-0e02b2c3d479", "urn:uuix:f47ac10b-58cc-4372-a567-0e02b2c3d479", "{f47ac10b-58cc-4372-a567-0e02b2c3d479}", "xf47ac10b-58cc-4372-a567-0e02b2c3d479y", "f47ac10b58cc4372a5670e02b2c3d479", "f47ac10b-58cc-4372-a567-0e02b2c3d47", "g47ac10b-58cc-4372-a567-0e02b2c3d479", "F47AC10B-58CC-4372-C567-0E02B2C3D479", "f47ac10b-58cc-4372-e567-0e02b2c3d479", "f47ac10b-58cc-1372-0567-0302b2c3d479", "f47ac10b-58cc-2372-0501-0202b2c3d479", "f47ac10b-58cc-2372-0509-0202b2c3d479", "ffffffff-ffff-1fff-bfff-ffffffffffff", "018f3c5e-7a5b-7cc0-8000-000000000000", "f47ac10b-58cc437-2a567-0e02b2c3d4790", ""].map((text) => `uuid.parse(${q(text)})`),
];
