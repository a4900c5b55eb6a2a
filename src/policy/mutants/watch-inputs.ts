import type { InspectedModule, RegoSources, RegoTest } from "../compiler/protocol.js";
import { watchedModules } from "./copies.js";

/** What a rule was asked about. */
export interface SeenInput {
  readonly input: unknown;
  /** The parameters of the profile, where the test gave some. */
  readonly params?: unknown;
}

/** The sign before what a watched rule prints; JSON has none like it. */
const seenSign = "\taims_seen\t";

/** The sources in which rules print what they are asked about. @param files paths of the rules */
export function watched(
  sources: RegoSources,
  modules: readonly InspectedModule[],
  files: readonly string[],
): RegoSources {
  return watchedModules(sources, modules, files, (file) => {
    const words = [
      JSON.stringify(`${seenSign}${file}\t`),
      "json.marshal(input)",
      '"\\t"',
      "json.marshal(data.params)",
      '"\\t"',
    ];
    return `print(${words.join(", ")})`;
  });
}

/** What the rules were asked about while tests ran, each once, by the path of the rule. */
export function seenInputs(tests: readonly RegoTest[]): ReadonlyMap<string, readonly SeenInput[]> {
  const seen = new Map<string, Map<string, SeenInput>>();
  for (const { output = "" } of tests) {
    for (const line of output.split("\n")) {
      if (!line.startsWith(seenSign)) continue;
      const [file = "", input = "", params = ""] = line
        .slice(seenSign.length)
        .split("\t")
        .map((part) => part.trim());
      const ofFile = seen.get(file) ?? new Map<string, SeenInput>();
      const given = parsed(input);
      const parameters = parsed(params);
      if (given !== undefined) {
        ofFile.set(`${input}\t${params}`, {
          input: given,
          ...(parameters === undefined ? {} : { params: parameters }),
        });
      }
      seen.set(file, ofFile);
    }
  }
  return new Map([...seen].map(([file, inputs]) => [file, [...inputs.values()]]));
}

/** A value that was printed; undefined where it was. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
