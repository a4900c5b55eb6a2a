// Runs whole processes and measures them: wall time, and the peak of resident memory as the kernel counted it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

export interface Measurement {
  /** Median of the runs. */
  seconds: number;
  /** Highest peak of the runs; NaN where the system does not tell. */
  mebibytes: number;
}

/** A process to measure. */
export interface Process {
  program: string;
  args: string[];
  /** 5 by default. */
  runs?: number;
  cwd?: string;
  /** Beside that of the bench. */
  env?: NodeJS.ProcessEnv;
  /** Exit codes; 0 by default. */
  expect?: number[];
  /** Done before each run, unmeasured. */
  prepare?: () => void;
}

export function measure(program: string, args: string[], options?: Omit<Process, "program" | "args">): Measurement {
  const [measurement] = measureInTurn([{ program, args, ...options }]);
  if (measurement === undefined) throw new Error("Nothing was measured");
  return measurement;
}

/**
 * Measures several processes in turn, a run of each in every round, so that a machine that grows slower or faster meanwhile does so
 * for all of them: their ratios hold.
 * @returns in their order
 */
export function measureInTurn(processes: readonly Process[]): Measurement[] {
  const seconds = processes.map(() => [] as number[]);
  const rounds = Math.max(...processes.map(({ runs = 5 }) => runs));
  for (let round = 0; round < rounds; round += 1) {
    processes.forEach((process, index) => {
      if (round < (process.runs ?? 5)) seconds[index]?.push(timeOf(process));
    });
  }
  return processes.map((process, index) => ({
    seconds: median(seconds[index] ?? []),
    mebibytes: peakMemory(process) ?? Number.NaN,
  }));
}

/** @returns wall time of one run, in seconds */
function timeOf({ program, args, cwd, env, expect = [0], prepare }: Process): number {
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
    throw new Error(`${program} ${args.join(" ")} ended with ${String(status)}:\n${String(stderr).slice(-2000)}`);
  return seconds;
}

/** One more run under the kernel's accounting; kept apart from the timed ones. */
function peakMemory({ program, args, cwd, env, prepare }: Process): number | undefined {
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

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.map(line)].join("\n");
}

export function time(seconds: number): string {
  return seconds < 1 ? `${(seconds * 1000).toFixed(0)} ms` : `${seconds.toFixed(2)} s`;
}

export function memory({ mebibytes }: Measurement): string {
  return Number.isNaN(mebibytes) ? "-" : `${mebibytes.toFixed(0)} MiB`;
}
