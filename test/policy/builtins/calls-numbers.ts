import type { Call } from "./call.js";

const numbers = [
  ...["0", "-0", "1", "1.0", "-1", "0.5", "-0.5", "1.5", "-1.5", "2.5", "3", "-7", "0.1", "0.2", "0.3", "1.10", "100"],
  ...["1e3", "1e20", "1e21", "1e-7", "1234567.5", "0.00001", "4503599627370497.5", "2147483648", "9007199254740993"],
  ...["9223372036854775807", "9223372036854775808", "-9223372036854775808", "123456789012345678901234567890"],
  ...["3.3333333333", "1e300", "1.7976931348623157e308", "5e-324", "0.49999999999999994", "999999999999999999999.5"],
];
/** Every second one: all with all would take long. */
const operands = numbers.filter((_, i) => i % 2 === 1);
const others = ["null", '"1"', "[]", "{}", "true"];
const pairs = (values: readonly string[]): readonly string[] =>
  values.flatMap((a) => values.map((b) => `[${a}, ${b}]`));

const lists = [
  ...[
    "[]",
    "[1, 2, 3]",
    "[0.1, 3]",
    "[0.1, 0.2]",
    "[0.3, 0.1, 0.2]",
    "[1.0, 2]",
    "[1e20, 1]",
    "[-1, 0.5]",
    "[1e300, 1e300]",
  ],
  ...[
    "[9223372036854775807, 1]",
    "[9007199254740993, 0.5]",
    "[0.1, 0.1, 0.1, 0.1]",
    '[1, "2"]',
    "[null]",
    "5",
    '"12"',
    "{}",
  ],
];

/** Where WebAssembly has another arithmetic than OPA: fractions, integers written as none, and numbers beyond 64 bits. */
export const arithmeticCalls: readonly Call[] = [
  ...["plus", "minus", "mul", "div", "rem"].flatMap((name) =>
    [...pairs(operands), ...others.flatMap((other) => [`[${other}, 1]`, `[1, ${other}]`])].map((args): Call => [
      name,
      args,
    ]),
  ),
  ...["abs", "ceil", "floor", "round"].flatMap((name) =>
    [...numbers, ...others].map((value): Call => [name, `[${value}]`]),
  ),
  ...["sum", "product"].flatMap((name) => lists.map((list): Call => [name, `[${list}]`])),
];

const integers = [
  "0",
  "-0",
  "1",
  "-1",
  "5",
  "255",
  "-6",
  "1.0",
  "1.5",
  "1e3",
  "4294967296",
  "-9223372036854775809",
  '"1"',
];

export const integerCalls: readonly Call[] = [
  ...["bits.and", "bits.or", "bits.xor"].flatMap((name) => pairs(integers).map((args): Call => [name, args])),
  ...["bits.lsh", "bits.rsh"].flatMap((name) =>
    integers.flatMap((value) => ["0", "1", "2.0", "65", "-1", "0.5"].map((by): Call => [name, `[${value}, ${by}]`])),
  ),
  ...integers.map((value): Call => ["bits.negate", `[${value}]`]),
  ...[...numbers, "null"].flatMap((value) =>
    ["2", "8", "10", "16", "3", "10.0"].map((base): Call => ["format_int", `[${value}, ${base}]`]),
  ),
  ...[
    "[0, 5]",
    "[5, 0]",
    "[1.0, 3]",
    "[1.5, 3]",
    "[1e1, 12]",
    "[9223372036854775806, 9223372036854775809]",
    '["a", 1]',
  ].map((args): Call => ["numbers.range", args]),
  ...[
    "[[1, 2, 3], 0, 2.0]",
    "[[1, 2, 3], 1.0, 9223372036854775807]",
    "[[1], 0, 1e0]",
    "[[1, 2], -1, 1]",
    "[[1, 2], 0, 1.5]",
  ].map((args): Call => ["array.slice", args]),
  ...["[[1, 2, 3], 0, 99999999999999999999]", '["a", 0, 1]'].map((args): Call => ["array.slice", args]),
];

const texts = [
  ...[
    "1",
    "0",
    "-0",
    "007",
    "1.0",
    "1.",
    ".5",
    "-.5",
    "1e5",
    "1E+5",
    "1e400",
    "1e-400",
    "1e20",
    "1e",
    "e1",
    "",
    "-",
    ".",
    " 1",
  ],
  ...[
    "1 ",
    "--1",
    "1.2.3",
    "Inf",
    "-inf",
    "infinity",
    "NaN",
    "0x",
    "0x1",
    "0b1",
    "1,000",
    "_1",
    "1_",
    "1__0",
    "٣",
    "null",
    "1f",
  ],
];

export const toNumberCalls: readonly Call[] = [
  ...texts.map((text): Call => ["to_number", JSON.stringify([text])]),
  ...["null", "true", "false", "[]", "{}", "1.50"].map((value): Call => ["to_number", `[${value}]`]),
];

/** The module has the number, but not its text: JSON has none such. */
export const numberSpellings: readonly string[] = [
  ...[
    'to_number("1_000") == 1000',
    'to_number("+1") == 1',
    'to_number("0x1p-2") == 0.25',
    'to_number("+.5e1_0") < 6e9',
  ],
];
