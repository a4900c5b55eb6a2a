import { describe, expect, it } from "vitest";
import { problem, type UnwritableCause } from "../../src/diagnostics/codes/outputs.js";

const elsewhere = "Name a place that you may write to; folders on the way are made.";
const failed = (code: string): UnwritableCause => ({ error: Object.assign(new Error(`${code}: failed`), { code }) });

describe("the words for what cannot be written", () => {
  it.each<[string, UnwritableCause, string, string]>([
    ["a right that is missing", failed("EACCES"), "Permission to write the folder is denied.", elsewhere],
    ["a forbidden call", failed("EPERM"), "Permission to write the folder is denied.", elsewhere],
    ["a disk to read from", failed("EROFS"), "The folder lies on a disk that can only be read.", elsewhere],
    [
      "a file in the way",
      failed("ENOTDIR"),
      "A file stands where a folder is needed.",
      "Name a folder, or a path below folders; missing folders are made.",
    ],
    [
      "a file in its place",
      failed("EEXIST"),
      "A file stands where a folder is needed.",
      "Name a folder, or a path below folders; missing folders are made.",
    ],
    ["a folder in its place", failed("EISDIR"), "A folder stands where the file is to be written.", "Name a file."],
    ["a full disk", failed("ENOSPC"), "The disk is full.", "Make room, or name a place on another disk."],
    ["another error", failed("EIO"), "The folder cannot be written: EIO: failed.", "Check the disk and the path."],
    ["what is no error", { error: "odd" }, "The folder cannot be written: odd.", "Check the disk and the path."],
    [
      "something else that stands there",
      { stands: "a pipe" },
      "This is not a file but a pipe, which is not replaced by one.",
      'Name a file; for standard output, write "-" in place of the path.',
    ],
  ])("because of %s", (_, cause, message, fix) => {
    expect(problem("unwritable-folder", { file: "/ws/out" }, cause)).toEqual({
      code: "unwritable-folder",
      severity: "error",
      message,
      file: "/ws/out",
      fix,
    });
  });

  it("speak of a file where one is written", () => {
    expect(problem("unwritable-file", { file: "/ws/a.json" }, failed("EACCES"))).toEqual({
      code: "unwritable-file",
      severity: "error",
      message: "Permission to write the file is denied.",
      file: "/ws/a.json",
      fix: elsewhere,
    });
  });
});
