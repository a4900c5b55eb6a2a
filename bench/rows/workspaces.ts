// Workspaces: the US federal inventory of 2025 (1,904 systems), from descriptors on disk to OSCAL on disk, and the example (12 systems).
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { Process } from "../measure.js";
import { aims, type Beside, type Build, type Row } from "../row.js";
import { EXAMPLE, type Stage } from "../stage.js";

const unmeasurable = (stage: Stage): string | undefined => stage.missingShared();

function assess(stage: Stage, build: Build, workspace: string, profile = "us-federal-high-impact"): Process {
  const options = ["--as-of", "2026-04-14", "--profile", profile, "--out", stage.written("federal-out")];
  return aims(build, ["assess", workspace, ...options]);
}

/** The inventory under all rules, or under those of some controls; what a rule costs is the slope between the rows. */
function assessUnder(rules: string, profile: (stage: Stage) => string): Row {
  return {
    name: `assess-${rules}-rules`,
    title: `assess, 1,904 systems in NDJSON, ${rules} rules`,
    table: "more",
    unmeasurable,
    aims: (stage, build) => assess(stage, build, stage.federal("ndjson"), profile(stage)),
  };
}

/** Controls with ten rules, all of them about systems. */
const TEN_RULES = ["a.6.2.6"];
/** Likewise with fifty. */
const FIFTY_RULES = ["a.4.3", "a.5.4", "a.6.2.4", "a.6.2.5", ...TEN_RULES, "a.6.2.8", "a.8.2", "a.9.2", "a.9.3"];

function assessExample(stage: Stage, build: Build, workspace: string): Process {
  return aims(build, ["assess", workspace, "--as-of", "2026-11-01", "--out", stage.written("example-out")]);
}

/** The rules are compiled by each run: its cache is emptied before it. */
function uncached(stage: Stage, build: Build, workspace: string): Process {
  const home = `${build.home}-uncached`;
  const cache = stage.written(`cache-of-${home}`);
  return {
    ...assessExample(stage, { ...build, home }, workspace),
    env: { XDG_CACHE_HOME: cache },
    prepare: () => {
      rmSync(cache, { recursive: true, force: true });
    },
  };
}

/** The same systems in NDJSON, as the floor of a YAML file each. */
const sameInNdjson: Beside = {
  name: "the same in NDJSON",
  kind: "floor",
  process: (stage, build) => assess(stage, build, stage.federal("ndjson")),
};

const once: Beside = {
  name: "the inventory once",
  kind: "floor",
  process: (stage, build) => assess(stage, build, stage.federal("ndjson")),
};

/** The processor time of several threads is bought with cores: the same on some of them. */
function assessOn(cores: number): Row {
  const list = Array.from({ length: cores }, (_, index) => String(index)).join(",");
  return {
    name: `assess-${String(cores)}-core${cores === 1 ? "" : "s"}`,
    title: `assess, 1,904 systems in NDJSON, on ${String(cores)} core${cores === 1 ? "" : "s"}`,
    table: "cores",
    unmeasurable: (stage: Stage): string | undefined => {
      if (availableParallelism() < cores) return `this machine has ${String(availableParallelism())} cores`;
      if (spawnSync("taskset", ["-c", list, "true"]).status !== 0) return "taskset cannot choose these cores here";
      return stage.missingShared();
    },
    aims: (stage: Stage, build: Build): Process => {
      const { program, args, ...rest } = assess(stage, build, stage.federal("ndjson"));
      return { ...rest, program: "taskset", args: ["-c", list, program, ...args] };
    },
  };
}

export const workspaceRows: readonly Row[] = [
  {
    name: "validate-workspace-yaml",
    title: "validate, 1,904 YAML files",
    table: "goal",
    unmeasurable,
    aims: (stage, build) => aims(build, ["validate", stage.federal("yaml")]),
    wanted: { seconds: 0.55 },
  },
  {
    name: "assess-yaml",
    title: "assess, 1,904 YAML files",
    table: "goal",
    unmeasurable,
    aims: (stage, build) => assess(stage, build, stage.federal("yaml")),
    beside: [sameInNdjson],
    wanted: { seconds: 1.6 },
  },
  {
    name: "assess",
    title: "assess, 1,904 systems in NDJSON, the rules of the federal profile",
    table: "goal",
    onNewerNode: true,
    unmeasurable,
    aims: (stage, build) => assess(stage, build, stage.federal("ndjson")),
    wanted: { seconds: 0.9 },
  },
  assessUnder("10", (stage) => stage.profile("ten-rules", TEN_RULES)),
  assessUnder("50", (stage) => stage.profile("fifty-rules", FIFTY_RULES)),
  assessUnder("all", () => "iso-42001-full"),
  {
    name: "assess-tenfold",
    title: "assess, ten times the inventory",
    table: "goal",
    onNewerNode: true,
    unmeasurable,
    aims: (stage, build) => assess(stage, build, stage.federalTenfold()),
    beside: [once],
    wanted: { seconds: 4.2, mebibytes: 220 },
  },
  {
    name: "own-rule-cold",
    title: "assess the example with a rule of one's own, nothing cached",
    table: "goal",
    onNewerNode: true,
    aims: (stage, build) => uncached(stage, build, stage.ownRules(1)),
    wanted: { seconds: 1.8, mebibytes: 320 },
  },
  {
    name: "hundred-rules-cold",
    title: "assess the example with 100 rules of one's own, nothing cached",
    table: "goal",
    aims: (stage, build) => uncached(stage, build, stage.ownRules(100)),
    wanted: { seconds: 7 },
  },
  {
    name: "example",
    title: "assess the example",
    table: "goal",
    onNewerNode: true,
    aims: (stage, build) => assessExample(stage, build, EXAMPLE),
    wanted: { seconds: 0.31 },
  },
  {
    name: "own-rule-cached",
    title: "assess the example with a rule of one's own, cached",
    table: "more",
    aims: (stage, build) => assessExample(stage, build, stage.ownRules(1)),
  },
  {
    name: "import",
    title: "import the inventory",
    table: "more",
    unmeasurable,
    aims: (stage: Stage, build: Build): Process => {
      const out = stage.written("imported");
      return aims(build, ["import", "us-federal-2025", stage.inventory, "--out", out], {
        prepare: () => {
          rmSync(out, { recursive: true, force: true });
        },
      });
    },
  },
  ...[1, 2, 4].map(assessOn),
];
