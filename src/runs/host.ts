import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { nodeWriter } from "../files/node-writer.js";
import { nodeReader, type Reader } from "../files/reader.js";
import type { Writer } from "../files/writer.js";
import type { Day } from "../foundation/day.js";
import type { Download } from "../net/download.js";

/** The world of a run: everything that it sees and does beside its own computing goes through here. */
export interface Host {
  /** Absolute path of the folder that relative paths start from. */
  readonly folder: string;
  /** The present moment; a run asks once, and only where it is not told a day or a moment. */
  readonly now: () => Date;
  /** Where compiled rules are kept, an absolute path; without one, they are compiled anew. */
  readonly cache?: string;
  readonly read: Reader;
  readonly write: Writer;
  /** Asks other machines, for the one run that does; without it, over https from this machine. */
  readonly download?: Download;
  /** Told now and then how far a long run is, in words. */
  readonly progress?: (words: string) => void;
}

/** The present moment. */
export const clock = (): Date => new Date();

/**
 * The machine that the process runs on: its disk, its clock, and `XDG_CACHE_HOME/aims` or `.cache/aims` in the user's home for
 * compiled rules.
 */
export function nodeHost(
  folder: string = process.cwd(),
  env: Readonly<Record<string, string | undefined>> = process.env,
): Host {
  const base = env["XDG_CACHE_HOME"];
  return {
    folder,
    now: clock,
    // Relative paths are to be ignored (XDG Base Directory Specification 0.8).
    cache: join(base !== undefined && isAbsolute(base) ? base : join(homedir(), ".cache"), "aims"),
    read: nodeReader,
    write: nodeWriter,
  };
}

/** Whether a text is a day that exists. */
export function isDay(text: string): text is Day {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

/** The day that a request names, or else the present one in UTC. @throws RangeError where it is not a day that exists */
export function dayOf(asked: string | undefined, host: Host): Day {
  const day = asked ?? host.now().toISOString().slice(0, 10);
  if (!isDay(day)) throw new RangeError(`asOf is "${day}", but has to be a day that exists, as YYYY-MM-DD.`);
  return day;
}
