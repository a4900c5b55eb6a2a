import fc from "fast-check";

/** The `input` of the expressions. */
export const expressionInput = {
  n: 7,
  half: 0.5,
  text: "a b,c",
  list: [3, 1, 2],
  words: ["b", "a", "é"],
  object: { b: 1, a: { c: [1, 2], d: null } },
  none: null,
};

interface Kinds {
  number: string;
  text: string;
  truth: string;
  array: string;
  texts: string;
  set: string;
  object: string;
  any: string;
}

type Kind = keyof Kinds;

/** Distinct expressions; the same ones for the same seed. */
export function randomExpressions(count: number, seed: number): readonly string[] {
  // About half of them are too short to be made only once.
  const made = fc.sample(regoExpression(), { seed, numRuns: 3 * count });
  return [...new Set(made)].slice(0, count);
}

/** Rego expressions that are mostly well-typed, over numbers, texts, arrays, sets and objects, one in another. */
function regoExpression(): fc.Arbitrary<string> {
  return fc.letrec<Kinds>((tie) => {
    const depth = { maxDepth: 3, depthIdentifier: "expression" };
    const of = (kind: Kind): fc.Arbitrary<string> => tie(kind) as fc.Arbitrary<string>;
    /** A form such as `plus(number, number)`: names of kinds in it become expressions of these kinds. */
    const form = (template: string): fc.Arbitrary<string> => {
      const parts = template.split(/\b(number|text|truth|array|texts|set|object|any)\b(?![.])/u);
      return fc
        .tuple(...parts.map((part, i) => (i % 2 === 1 ? of(part as Kind) : fc.constant(part))))
        .map((made) => made.join(""));
    };
    const forms = (...templates: readonly string[]): fc.Arbitrary<string> => fc.oneof(...templates.map(form));
    const kind = (leaves: fc.Arbitrary<string>, ...templates: readonly string[]): fc.Arbitrary<string> =>
      fc.oneof(depth, leaves, { weight: 4, arbitrary: forms(...templates) });
    return {
      number: kind(
        fc.oneof(fc.constantFrom(...NUMBERS), fc.constantFrom("input.n", "input.half", "input.list[0]")),
        ...["(number + number)", "(number - number)", "(number * number)", "(number / number)", "(number % number)"],
        ...["abs(number)", "ceil(number)", "floor(number)", "round(number)", "count(any)", "sum([number, number])"],
        ...["sum({number, number})", "product([number, number, number])", "max([number, number])", "min(array)"],
        ...["to_number(text)", "indexof(text, text)", "bits.and(number, number)", "bits.or(number, number)"],
        ...["bits.xor(number, number)", "bits.lsh(number, 3)", "bits.rsh(number, 2)", "strings.count(text, text)"],
        ...["count([x | some x in set; x == number])", "sum([x | some x in numbers.range(1, 4); x > number])"],
        ...[
          "sum([x * y | some x in [number, 2]; some y in [1.5, number]])",
          "array[0]",
          "object.get(object, text, number)",
        ],
        ...["[x | some x in set][0]", "[k | some k, _ in object][0]"],
      ),
      text: kind(
        fc.oneof(fc.constantFrom(...TEXTS), fc.constantFrom("input.text", "input.words[2]")),
        ...["concat(text, texts)", "lower(text)", "upper(text)", "trim(text, text)", "trim_space(text)"],
        ...["trim_left(text, text)", "trim_prefix(text, text)", "trim_suffix(text, text)", "strings.reverse(text)"],
        ...[
          "substring(text, 1, number)",
          "substring(text, number, 2)",
          'replace(text, "a", text)',
          "json.marshal(any)",
        ],
        ...[
          'sprintf("%v", [any])',
          'sprintf("%d %s", [number, text])',
          'sprintf("%.2f|%5v|%q", [number, number, text])',
        ],
        ...[
          '$"{any}"',
          '$"<{text}> {number}"',
          '$"{set} and {object}"',
          "format_int(number, 10)",
          "format_int(number, 16)",
        ],
        ...[
          "base64.encode(text)",
          "base64url.encode(text)",
          "type_name(any)",
          'strings.replace_n({"a": text, "b": "X"}, text)',
        ],
        ...["crypto.sha256(text)", "urlquery.encode(text)", 'regex.replace(text, "[a-c]+", text)'],
        ...["concat(text, {text, text, text})", "concat(text, [x | some x in {text, text, text}])"],
      ),
      truth: kind(
        fc.constantFrom("true", "false"),
        ...[
          "(number < number)",
          "(number == number)",
          "(number >= number)",
          "(text < text)",
          "(text == text)",
          "(any == any)",
        ],
        ...["(any < any)", "(set == set)", "(object != object)", "contains(text, text)", "startswith(text, text)"],
        ...[
          "endswith(text, text)",
          "(number in set)",
          "(any in array)",
          "is_string(any)",
          "is_number(any)",
          "is_set(any)",
        ],
        ...[
          "json.is_valid(text)",
          'regex.match("^[a-c]*,?", text)',
          'glob.match("a*", [","], text)',
          "object.subset(any, any)",
        ],
        ...["strings.any_prefix_match(text, texts)", "base64.is_valid(text)", "(set & set == set)"],
      ),
      array: kind(
        fc.constantFrom("[]", "[1, 2]", "[0.5, 1.0, 2]", "input.list"),
        ...[
          "[number, any]",
          "[any]",
          "array.concat(array, array)",
          "array.reverse(array)",
          "array.slice(array, 1, number)",
        ],
        ...["array.flatten([array, any])", "sort(array)", "sort(set)", "numbers.range(1, 4)", "json.unmarshal(text)"],
        ...[
          "[x | some x in array; x != number]",
          "[[i, x] | some i, x in array]",
          "[y | some x in texts; y := upper(x)]",
        ],
        ...["[x | some x in array; every y in array { x >= y }]", "[[x, y] | some x in texts; some y in array]"],
        ...[
          "[x | some x in set]",
          "[[k, v] | some k, v in object]",
          "[x | walk(object, [x, _])]",
          "[x | some x in (set | set)]",
        ],
      ),
      texts: kind(
        fc.constantFrom("[]", '["a", "b"]', "input.words"),
        ...["[text, text]", "[text]", "split(text, text)", 'split(text, ",")', 'regex.find_n("[a-z]", text, 2)'],
        ...[
          "[upper(x) | some x in texts]",
          "array.reverse(texts)",
          "sort(texts)",
          "[x | some x in texts; contains(x, text)]",
        ],
        ...["[x | some x in {text, text}]", "[k | some k, _ in {text: 1, text: 1}]"],
      ),
      set: kind(
        fc.constantFrom("set()", "{1, 2, 3}", '{"a", "b"}'),
        ...["{number, number}", "{any, text}", "(set | set)", "(set & set)", "(set - set)", "union({set, set})"],
        ...["intersection({set, set})", "{x | some x in array}", "{upper(x) | some x in texts}", "object.keys(object)"],
        ...["{x | some x in set; x != number}", "{type_name(x) | some x in array}", "{x | walk(object, [_, x])}"],
      ),
      object: kind(
        fc.constantFrom("{}", "input.object", '{"a": 1, "b": [2]}'),
        ...['{"k": any}', '{"x": number, "a": any}', "{text: any}", "object.union(object, object)", '{"o": object}'],
        ...['object.remove(object, ["a"])', 'object.filter(object, ["a", text])', 'json.remove(object, ["a/c"])'],
        ...['json.filter(object, ["a/c", text])', "{x: 1 | some x in texts}", "{i: x | some i, x in array}"],
        ...["{k: v | some k, v in object; k != text}", "{number: any}", "object.union_n([object, object])"],
      ),
      any: fc.oneof(
        depth,
        fc.constantFrom("null", "input.none", "input.missing"),
        ...(["number", "text", "truth", "array", "texts", "set", "object"] as const).map((each) => ({
          weight: 3,
          arbitrary: of(each),
        })),
      ),
    };
  }).any;
}

const NUMBERS = [
  ...["0", "1", "2", "3", "10", "-1", "-7", "0.5", "0.1", "0.3", "1.5", "-0.5", "2.5", "1e3", "1e20", "1e-7", "255"],
  ...["9007199254740993", "123456789012345678901234567890", "1234567.5", "0.00001"],
];
const TEXTS = [
  ...[
    '""',
    '"a"',
    '"b"',
    '"abc"',
    '"a,b,,c"',
    '" é "',
    '"😀a"',
    '"10"',
    '"-1.5"',
    '"0x1"',
    '"<a&b>"',
    '"{\\"a\\": [1, 1.0]}"',
  ],
  ...['"YWI="', '"Ab"', '"aaa"', '"\\u00a0a"'],
];
