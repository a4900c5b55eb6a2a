import { resolve } from "node:path";
import { problem } from "../../diagnostics/codes/crosswalks.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { fileAt } from "../../files/paths.js";
import { statusAt } from "../../files/reader.js";
import { nearest } from "../../foundation/nearest.js";
import { isProfileName, shippedCollection, shippedCollections } from "../../workspace/shipped.js";
import type { Host } from "../host.js";

/** Arguments with the paths of those collections that ship with aims in place of their names. */
export interface SpelledOut {
  readonly args: readonly string[];
  /** Of names that nothing has. */
  readonly problems: readonly Diagnostic[];
}

/** Tells the names of shipped collections from paths: a file of one's own may be called without an ending. */
export function spelledOut(args: readonly string[], host: Host): SpelledOut {
  const problems: Diagnostic[] = [];
  const known = shippedCollections();
  const paths = args.flatMap((argument) => {
    if (argument === "-" || !isProfileName(argument)) return [argument];
    if (known.includes(argument)) return [shippedCollection(argument)];
    // A path, of a folder perhaps, or what cannot be looked at: reading it tells.
    if (statusAt(fileAt(resolve(host.folder, argument)), host.read) !== undefined || argument.includes("."))
      return [argument];
    const told = { name: argument, known, guess: nearest(argument, known) };
    problems.push(problem("unknown-mapping", undefined, told));
    return [];
  });
  return { args: paths, problems };
}
