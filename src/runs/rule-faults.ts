import type { Tally } from "../assessment/tally.js";
import type { Diagnostic, DiagnosticPlace } from "../diagnostics/diagnostic.js";
import { codeFrame } from "../diagnostics/frame.js";
import { packageFile } from "../files/package.js";
import { fileAt } from "../files/paths.js";
import { readBounded } from "../files/read.js";
import { nodeReader, type Reader } from "../files/reader.js";
import { ruleFault, shippedPath, type RuleFault } from "../policy/rule-fault.js";
import { decodeUtf8 } from "../source/decode.js";
import type { LoadedPolicy } from "../workspace/policy.js";

/** Different faults of a rule that are shown. */
const MOST_SHOWN = 3;

/** Rules in error, each at the line of its file where it failed, once for all subjects. */
export async function ruleFaults(
  { rules, subjects }: Tally,
  policy: LoadedPolicy,
  reader: Reader,
): Promise<Diagnostic[]> {
  const { problem } = await import("../diagnostics/codes/rules.js");
  return rules.flatMap(({ rule, faults }) =>
    faults.slice(0, MOST_SHOWN).map(({ message, count, subjects: [first = 0] }) => {
      const fault = ruleFault(rule, message);
      const told = { rule: rule.id, reason: fault.message, count, subject: subjects[first]?.id ?? "" };
      return problem("rule-in-error", placeOf(fault, policy, reader), told);
    }),
  );
}

/** The place with the line itself, where the file can still be read. */
function placeOf({ file: name, line, column }: RuleFault, policy: LoadedPolicy, reader: Reader): DiagnosticPlace {
  const own = policy.files.get(name);
  const shipped = shippedPath(name, policy.files.size > 0);
  const file = own ?? fileAt(packageFile(...(shipped ?? name).split("/")));
  const bytes = readBounded({ file }, own === undefined ? nodeReader : reader);
  const text = bytes instanceof Uint8Array ? decodeUtf8(bytes, file) : undefined;
  if (typeof text !== "string") return { file, line, column };
  return { file, line, column, frame: codeFrame(text.split(/\r?\n/), line, column) };
}
