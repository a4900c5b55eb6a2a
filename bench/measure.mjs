// @ts-check
// Runs whole processes and measures them: wall time, and the peak of resident memory as the kernel counted it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

/**
 * @typedef {object} Measurement
 * @property {number} seconds median of the runs
 * @property {number} mebibytes highest peak of the runs; NaN where the system does not tell
 */

/**
 * A process to measure.
 * @typedef {object} Process
 * @property {string} program
 * @property {string[]} args
 * @property {number} [runs] 5 by default
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] beside that of the bench
 * @property {number[]} [expect] exit codes; 0 by default
 * @property {() => void} [prepare] done before each run, unmeasured
 */

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Omit<Process, "program" | "args">} [options]
 * @returns {Measurement}
 */
export function measure(program, args, options) {
  const [measurement] = measureInTurn([{ program, args, ...options }]);
  if (measurement === undefined) throw new Error("Nothing was measured");
  return measurement;
}

/**
 * Measures several processes in turn, a run of each in every round, so that a machine that grows slower or faster meanwhile does so
 * for all of them: their ratios hold.
 * @param {readonly Process[]} processes
 * @returns {Measurement[]} in their order
 */
export function measureInTurn(processes) {
  const seconds = processes.map(() => /** @type {number[]} */ ([]));
  const rounds = Math.max(...processes.map(({ runs = 5 }) => runs));
  for (let round = 0; round < rounds; round += 1) {
    processes.forEach((process, index) => {
      if (round < (process.runs ?? 5)) seconds[index]?.push(timeOf(process));
    });
  }
  return processes.map((process, index) => ({
    seconds: median(seconds[index] ?? []),
    mebibytes: peakMemory(process.program, process.args, process) ?? Number.NaN,
  }));
}

/** @param {Process} process @returns {number} wall time of one run, in seconds */
function timeOf({ program, args, cwd, env, expect = [0], prepare }) {
  prepare?.();
  const start = performance.now();
  const { status, stderr, error } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...env },
    maxBuffer: 1 << 30,
  });
  const seconds = (performance.now() - start) / 1000;
  if (error) throw error;
  if (!expect.includes(status ?? -1))
    throw new Error(`${program} ${args.join(" ")} ended with ${status}:\n${String(stderr).slice(-2000)}`);
  return seconds;
}

/** One more run under the kernel's accounting; kept apart from the timed ones. */
function peakMemory(program, args, { cwd, env, prepare }) {
  const folder = mkdtempSync(join(tmpdir(), "aims-bench-"));
  const report = join(folder, "peak");
  try {
    prepare?.();
    const script =
      "import resource,subprocess,sys;subprocess.run(sys.argv[2:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL);open(sys.argv[1],'w').write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))";
    const { error } = spawnSync("python3", ["-c", script, report, program, ...args], {
      cwd,
      env: { ...process.env, ...env },
      maxBuffer: 1 << 30,
    });
    if (error) return undefined;
    return Number(readFileSync(report, "utf8")) / 1024;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
export function table(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.map(line)].join("\n");
}

/** @param {number} seconds */
export function time(seconds) {
  return seconds < 1 ? `${(seconds * 1000).toFixed(0)} ms` : `${seconds.toFixed(2)} s`;
}

/** @param {Measurement} measurement */
export function memory({ mebibytes }) {
  return Number.isNaN(mebibytes) ? "-" : `${mebibytes.toFixed(0)} MiB`;
}
