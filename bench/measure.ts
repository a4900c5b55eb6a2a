// Runs whole processes in turn and measures them: wall time, processor time, and the peak of resident memory as the kernel counted it.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A process to measure. */
export interface Process {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Beside PATH, HOME and TMPDIR, which every process is given. */
  readonly env?: Readonly<Record<string, string>>;
  /** The folder that HOME is, by its name: processes of one name find what the others left in their caches. "home" by default. */
  readonly home?: string;
  /** Exit codes; 0 by default. */
  readonly expect?: readonly number[];
  /** Done before each run, unmeasured. */
  readonly prepare?: () => void;
}

export interface Measurement {
  /** Median wall time of the runs. */
  readonly seconds: number;
  /** Median processor time of the runs, of all threads and processes together; NaN where the system does not tell. */
  readonly processorSeconds: number;
  /** Highest peak of the runs; NaN where the system does not tell. */
  readonly mebibytes: number;
  readonly runs: number;
}

interface Run {
  seconds: number;
  processorSeconds: number;
  mebibytes: number;
}

/** The seconds that the runs of one process may take together, unless the fewest runs take longer. */
const SECONDS = 8;
const FEWEST = 3;
const MOST = 15;

/**
 * Measures several processes in turn, so that a machine that grows slower or faster meanwhile does so for all of them: their ratios
 * hold. A process that takes long runs less often, evenly among the runs of the others.
 * @param work folder for what the processes leave behind
 * @returns in their order
 * @throws Error when one of them ends with another exit code than expected
 */
export function measureInTurn(processes: readonly Process[], work: string): Measurement[] {
  const runs = processes.map((process) => [timed(process, work)]);
  const counts = runs.map(([first]) =>
    Math.min(MOST, Math.max(FEWEST, Math.floor(SECONDS / (first?.seconds ?? SECONDS)))),
  );
  const rounds = Math.max(...counts);
  for (let round = 1; round < rounds; round += 1) {
    processes.forEach((process, index) => {
      const count = counts[index] ?? rounds;
      const isDue = Math.floor((round * count) / rounds) !== Math.floor(((round - 1) * count) / rounds);
      if (isDue) runs[index]?.push(timed(process, work));
    });
  }
  return runs.map((each) => ({
    seconds: median(each.map(({ seconds }) => seconds)),
    processorSeconds: median(each.map(({ processorSeconds }) => processorSeconds)),
    mebibytes: Math.max(...each.map(({ mebibytes }) => mebibytes)),
    runs: each.length,
  }));
}

/** Runs a process once without measuring it. @throws Error when it ends with another exit code than expected */
export function runOnce(process: Process, work: string): void {
  timed(process, work);
}

/**
 * The same few variables for every process: a variable of the machine, such as NODE_EXTRA_CA_CERTS, which makes Node 20 read
 * certificates at each start, would be measured with it.
 */
export function environmentOf(
  { env, home = "home" }: Pick<Process, "env" | "home">,
  work: string,
): Record<string, string> {
  const [HOME, TMPDIR] = [join(work, home), join(work, "tmp")];
  for (const folder of [HOME, TMPDIR]) mkdirSync(folder, { recursive: true });
  return { PATH: process.env.PATH ?? "", HOME, TMPDIR, ...env };
}

/** Starts a process, waits, and asks the kernel what it took; Node cannot ask that about a process that it started. */
const MEASURE = `
import json, os, sys, time
told = json.load(sys.stdin)
os.chdir(told["cwd"])
quiet = [(os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0), (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0),
         (os.POSIX_SPAWN_OPEN, 2, told["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)]
begin = time.perf_counter()
child = os.posix_spawnp(told["args"][0], told["args"], told["env"], file_actions=quiet)
_, status, usage = os.wait4(child, 0)
seconds = time.perf_counter() - begin
unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
json.dump({"status": os.waitstatus_to_exitcode(status), "seconds": seconds,
           "processorSeconds": usage.ru_utime + usage.ru_stime, "mebibytes": usage.ru_maxrss / unit}, sys.stdout)
`;

function timed(process: Process, work: string): Run {
  process.prepare?.();
  const [args, cwd, log] = [[process.program, ...process.args], process.cwd ?? work, join(work, "stderr")];
  const env = environmentOf(process, work);
  const { stdout, error } = spawnSync("python3", ["-c", MEASURE], {
    encoding: "utf8",
    input: JSON.stringify({ args, cwd, env, log }),
  });
  const run =
    error || stdout === "" ? withoutKernel(process, cwd, env) : (JSON.parse(stdout) as Run & { status: number });
  if (!(process.expect ?? [0]).includes(run.status)) {
    const said = error ? "" : readFileSync(log, "utf8").slice(-2000);
    throw new Error(`${args.join(" ")} ended with ${String(run.status)}:\n${said}`);
  }
  return run;
}

/** Where there is no Python: the time alone. */
function withoutKernel({ program, args }: Process, cwd: string, env: Record<string, string>): Run & { status: number } {
  const begin = performance.now();
  const { status, error } = spawnSync(program, args, { cwd, env, stdio: "ignore" });
  const seconds = (performance.now() - begin) / 1000;
  if (error) throw error;
  return { status: status ?? -1, seconds, processorSeconds: Number.NaN, mebibytes: Number.NaN };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
