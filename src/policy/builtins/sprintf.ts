import { quoteString } from "./go/quote.js";
import { isArray, machineIntegerFromText, numberText, RegoNumber, RegoObject, RegoSet } from "./rego/value.js";
import type { RegoValue } from "./rego/value.js";
import { formatArgument } from "./sprintf/argument.js";
import type { FormatFlags, SprintfArgument } from "./sprintf/argument.js";

/**
 * `sprintf(format, values)` as OPA gives it: Go's fmt.Sprintf over strings, 64-bit integers, floats and big integers, with
 * every other value printed as Rego before it is formatted. (Only %w and %p of integers beyond 64 bits, for which Go shows
 * its own memory, differ.) Undefined unless the arguments are a string and an array.
 */
export function sprintf(format: RegoValue = null, values: RegoValue = null): RegoValue | undefined {
  if (typeof format !== "string" || !isArray(values)) return undefined;
  return formatSimply(format, values) ?? new Formatter(format, values.map(sprintfArgument)).format();
}

function sprintfArgument(value: RegoValue): SprintfArgument {
  if (typeof value === "string") return { type: "string", value };
  if (typeof value === "number") return { type: "int64", value: BigInt(value) };
  if (!(value instanceof RegoNumber)) return { type: "string", value: printValue(value) };
  const text = numberText(value);
  if (/[.eE]/u.test(text)) {
    const float = Number(text);
    return Number.isFinite(float) ? { type: "float64", value: float } : { type: "string", value: text };
  }
  const integer = machineIntegerFromText(text);
  return integer === undefined ? { type: "*big.Int", value: BigInt(text) } : { type: "int64", value: integer };
}

interface SimpleFormat {
  /** Texts around the verbs: one more than there are verbs. */
  readonly texts: readonly string[];
  readonly verbs: readonly string[];
}

const SIMPLE = /^(?:[^%]|%[sdv])*$/u;
const MOST_CACHED_FORMATS = 1000;
const simpleFormats = new Map<string, SimpleFormat | null>();

/** The frequent case: nothing but %s, %d and %v, with the arguments that they ask for. */
function formatSimply(format: string, values: readonly RegoValue[]): string | undefined {
  let simple = simpleFormats.get(format);
  if (simple === undefined) {
    const parts = SIMPLE.test(format) ? format.split(/%([sdv])/u) : undefined;
    simple =
      parts === undefined
        ? null
        : { texts: parts.filter((_, i) => i % 2 === 0), verbs: parts.filter((_, i) => i % 2 === 1) };
    if (simpleFormats.size >= MOST_CACHED_FORMATS) simpleFormats.clear();
    simpleFormats.set(format, simple);
  }
  if (simple?.verbs.length !== values.length) return undefined;
  let text = simple.texts[0] ?? "";
  for (const [i, verb] of simple.verbs.entries()) {
    const value = values[i] ?? null;
    if (typeof value === "string" && verb !== "d") text += value;
    else if (typeof value === "number" && verb !== "s") text += String(value);
    else return undefined;
    text += simple.texts[i + 1] ?? "";
  }
  return text;
}

function askForGoSyntax(flags: FormatFlags): void {
  flags.sharpV = flags.sharp ?? false;
  flags.plusV = flags.plus ?? false;
  flags.sharp = false;
  flags.plus = false;
}

// Beyond this, Go takes a width or precision for a mistake.
const LARGEST_SIZE = 1_000_000;

class Formatter {
  readonly #format: string;
  readonly #arguments: readonly SprintfArgument[];
  #at = 0;
  #next = 0;
  #reordered = false;
  #goodIndex = true;
  #afterIndex = false;
  #out = "";

  constructor(format: string, args: readonly SprintfArgument[]) {
    this.#format = format;
    this.#arguments = args;
  }

  format(): string {
    for (;;) {
      const percent = this.#format.indexOf("%", this.#at);
      this.#out += this.#format.slice(this.#at, percent === -1 ? undefined : percent);
      if (percent === -1) break;
      this.#at = percent + 1;
      if (!this.#directive()) break;
    }
    if (!this.#reordered && this.#next < this.#arguments.length) {
      const extra = this.#arguments.slice(this.#next).map((arg) => `${arg.type}=${formatArgument(arg, "v", {})}`);
      this.#out += `%!(EXTRA ${extra.join(", ")})`;
    }
    return this.#out;
  }

  /** One directive after its percent sign; false when the format ends inside it. */
  #directive(): boolean {
    const flags: FormatFlags = {};
    this.#begin();
    this.#readFlags(flags);
    this.#readIndex();
    this.#readWidth(flags);
    this.#readPrecision(flags);
    if (!this.#afterIndex) this.#readIndex();
    const code = this.#format.codePointAt(this.#at);
    if (code === undefined) {
      this.#out += "%!(NOVERB)";
      return false;
    }
    const verb = String.fromCodePoint(code);
    this.#at += verb.length;
    const arg = this.#arguments[this.#next];
    if (verb === "%") {
      this.#out += "%";
    } else if (!this.#goodIndex) {
      this.#out += `%!${verb}(BADINDEX)`;
    } else if (arg === undefined) {
      this.#out += `%!${verb}(MISSING)`;
    } else {
      this.#next++;
      if (verb === "v" || verb === "w") askForGoSyntax(flags);
      this.#out += formatArgument(arg, verb, flags);
    }
    return true;
  }

  #begin(): void {
    this.#goodIndex = true;
    this.#afterIndex = false;
  }

  #readFlags(flags: FormatFlags): void {
    for (; ; this.#at++) {
      switch (this.#format[this.#at]) {
        case "#":
          flags.sharp = true;
          break;
        case "0":
          flags.zero = true;
          break;
        case "+":
          flags.plus = true;
          break;
        case "-":
          flags.minus = true;
          break;
        case " ":
          flags.space = true;
          break;
        default:
          return;
      }
    }
  }

  /** An explicit argument index such as [2]. */
  #readIndex(): void {
    this.#afterIndex = false;
    if (this.#format[this.#at] !== "[") return;
    this.#reordered = true;
    const close = this.#format.length - this.#at < 3 ? -1 : this.#format.indexOf("]", this.#at + 1);
    if (close === -1) {
      this.#goodIndex = false;
      this.#at++;
      return;
    }
    const digits = this.#format.slice(this.#at + 1, close);
    this.#at = close + 1;
    const index = /^\d+$/u.test(digits) ? Number(digits) - 1 : NaN;
    this.#afterIndex = !Number.isNaN(index) && Number(digits) <= LARGEST_SIZE * 10;
    if (this.#afterIndex && index >= 0 && index < this.#arguments.length) this.#next = index;
    else this.#goodIndex = false;
  }

  #readWidth(flags: FormatFlags): void {
    if (this.#format[this.#at] === "*") {
      this.#at++;
      flags.width = this.#sizeArgument();
      if (flags.width === undefined) this.#out += "%!(BADWIDTH)";
      if ((flags.width ?? 0) < 0) {
        flags.width = -(flags.width ?? 0);
        flags.minus = true;
        flags.zero = false;
      }
      this.#afterIndex = false;
      return;
    }
    flags.width = this.#readSize();
    if (this.#afterIndex && flags.width !== undefined) this.#goodIndex = false;
  }

  #readPrecision(flags: FormatFlags): void {
    // A dot at the very end is not a precision but a verb.
    if (this.#format[this.#at] !== "." || this.#at + 1 >= this.#format.length) return;
    this.#at++;
    if (this.#afterIndex) this.#goodIndex = false;
    this.#readIndex();
    if (this.#format[this.#at] === "*") {
      this.#at++;
      const precision = this.#sizeArgument();
      flags.precision = precision === undefined || precision < 0 ? undefined : precision;
      if (flags.precision === undefined) this.#out += "%!(BADPREC)";
      this.#afterIndex = false;
    } else {
      flags.precision = this.#readSize() ?? 0;
    }
  }

  #readSize(): number | undefined {
    let size: number | undefined;
    for (; ; this.#at++) {
      const digit = this.#format.charCodeAt(this.#at) - 0x30;
      if (!(digit >= 0 && digit <= 9)) return size;
      if ((size ?? 0) > LARGEST_SIZE) {
        // An endless number swallows the rest of the format.
        this.#at = this.#format.length;
        return undefined;
      }
      size = (size ?? 0) * 10 + digit;
    }
  }

  #sizeArgument(): number | undefined {
    const arg = this.#arguments[this.#next];
    if (arg === undefined) return undefined;
    this.#next++;
    if (arg.type !== "int64") return undefined;
    const size = Number(arg.value);
    return Math.abs(size) > LARGEST_SIZE ? undefined : size;
  }
}

/** A value as OPA prints it: Rego syntax with strings quoted as in Go, sets and keys in Rego's order. */
function printValue(value: RegoValue): string {
  if (typeof value === "string") return quoteString(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number" || value instanceof RegoNumber) return numberText(value);
  if (value instanceof RegoSet) {
    return value.items.length === 0 ? "set()" : `{${value.items.map(printValue).join(", ")}}`;
  }
  if (value instanceof RegoObject) {
    return `{${value.entries.map(([key, item]) => `${printValue(key)}: ${printValue(item)}`).join(", ")}}`;
  }
  return `[${value.map(printValue).join(", ")}]`;
}
