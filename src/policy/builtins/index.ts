import type { HostBuiltin } from "./rego/value.js";

type Family = Readonly<Record<string, HostBuiltin>>;

/**
 * The builtins that a policy module leaves to its host, by family: loaded when a policy requires them, and not before.
 * All of them have the semantics of OPA v1.22, are pure, and read neither clock nor network nor chance.
 * The compiler has the same list (compiler/host_builtins.txt).
 */
const families: readonly { readonly names: readonly string[]; readonly load: () => Promise<Family> }[] = [
  { names: ["sprintf"], load: async () => ({ sprintf: (await import("./sprintf.js")).sprintf }) },
  {
    names: [
      "time.parse_ns",
      "time.parse_rfc3339_ns",
      "time.parse_duration_ns",
      "time.add_date",
      "time.date",
      "time.clock",
      "time.diff",
      "time.weekday",
      "time.format",
    ],
    load: async () => (await import("./time.js")).timeBuiltins,
  },
  { names: ["semver.compare", "semver.is_valid"], load: async () => (await import("./semver.js")).semverBuiltins },
  { names: ["object.subset"], load: async () => (await import("./object.js")).objectBuiltins },
  {
    names: ["strings.any_prefix_match", "strings.any_suffix_match", "strings.count", "indexof_n"],
    load: async () => (await import("./strings.js")).stringBuiltins,
  },
  {
    names: ["regex.replace", "regex.find_n", "regex.match", "regex.is_valid", "regex.find_all_string_submatch_n"],
    load: async () => (await import("./regex.js")).regexBuiltins,
  },
  { names: ["json.patch"], load: async () => (await import("./json-patch.js")).jsonPatchBuiltins },
  {
    names: ["numbers.range", "numbers.range_step", "format_int", "to_number"],
    load: async () => (await import("./numbers.js")).numberBuiltins,
  },
  {
    names: ["plus", "minus", "mul", "div", "rem", "abs", "ceil", "floor", "round", "sum", "product"],
    load: async () => (await import("./arithmetic.js")).arithmeticBuiltins,
  },
  {
    names: ["bits.and", "bits.or", "bits.xor", "bits.negate", "bits.lsh", "bits.rsh"],
    load: async () => (await import("./bits.js")).bitBuiltins,
  },
  {
    names: ["json.marshal", "json.unmarshal", "json.is_valid"],
    load: async () => (await import("./json.js")).jsonBuiltins,
  },
  { names: ["units.parse", "units.parse_bytes"], load: async () => (await import("./units.js")).unitBuiltins },
  {
    names: ["crypto.sha256", "crypto.sha1", "crypto.md5"],
    load: async () => (await import("./crypto.js")).cryptoBuiltins,
  },
  {
    names: [
      "hex.encode",
      "hex.decode",
      "base64.decode",
      "base64.is_valid",
      "base64url.decode",
      "base64url.encode_no_pad",
      "urlquery.encode",
      "urlquery.decode",
    ],
    load: async () => (await import("./encoding.js")).encodingBuiltins,
  },
  {
    names: ["net.cidr_is_valid", "net.cidr_contains", "net.cidr_intersects"],
    load: async () => (await import("./net.js")).netBuiltins,
  },
  { names: ["glob.quote_meta"], load: async () => (await import("./glob.js")).globBuiltins },
  { names: ["uuid.parse"], load: async () => (await import("./uuid.js")).uuidBuiltins },
];

/** Names of all host builtins, as authors write them. */
export const hostBuiltinNames: readonly string[] = families.flatMap(({ names }) => names);

// The compiler puts this before a name: opa-wasm has builtins of its own, of which those named like ours would be called.
const RUNTIME_PREFIX = "aims:";

/** The name by which a rule's author knows a builtin that a compiled policy asks for. */
export function authorsName(required: string): string {
  return required.startsWith(RUNTIME_PREFIX) ? required.slice(RUNTIME_PREFIX.length) : required;
}

/** The functions behind the names that a compiled policy asks for (`aims:sprintf`), as far as they are host builtins. */
export async function loadBuiltins(required: readonly string[]): Promise<ReadonlyMap<string, HostBuiltin>> {
  const wanted = families.filter((family) => family.names.some((name) => required.includes(RUNTIME_PREFIX + name)));
  const loaded = await Promise.all(wanted.map(({ load }) => load()));
  const entries = loaded.flatMap((family) => Object.entries(family));
  return new Map(
    entries
      .map(([name, builtin]) => [RUNTIME_PREFIX + name, builtin] as const)
      .filter(([name]) => required.includes(name)),
  );
}
