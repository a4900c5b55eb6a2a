// How long it takes until aims has started.
import { emptyScript } from "../peers.js";
import { aims, type Row } from "../row.js";

export const startRows: readonly Row[] = [
  {
    name: "version",
    title: "--version",
    table: "goal",
    onNewerNode: true,
    aims: (_stage, build) => aims(build, ["--version"]),
    beside: [emptyScript],
    wanted: { beside: { [emptyScript.name]: 1.3 } },
  },
  {
    name: "help",
    title: "--help",
    table: "more",
    aims: (_stage, build) => aims(build, ["--help"]),
    beside: [emptyScript],
  },
];
