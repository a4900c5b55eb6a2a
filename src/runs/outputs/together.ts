import { displayName } from "../../files/files.js";
import { OutputFile } from "../../files/write.js";
import type { Terminal } from "../../cli/terminal.js";
import { writing } from "../../files/writing.js";

/** The files of one run while they are written. */
export interface TogetherFiles {
  /** Opens a file to be written piece by piece. @param path absolute */
  readonly open: (path: string) => OutputFile;
  /** Writes a whole file. @param path absolute */
  readonly write: (path: string, pieces: Iterable<string>) => void;
}

/**
 * Writes several files as one: all are complete before the first one takes its place, and where one cannot be written, none appears.
 * @throws InputError for places that cannot be written to
 */
export async function writeTogether(terminal: Terminal, work: (files: TogetherFiles) => Promise<void>): Promise<void> {
  const files: OutputFile[] = [];
  const called = (path: string): string => displayName(terminal.cwd, path);
  const open = (path: string): OutputFile => {
    const file = writing("file", called(path), () => new OutputFile(path));
    files.push(file);
    return file;
  };
  const write = (path: string, pieces: Iterable<string>): void => {
    const file = open(path);
    writing("file", called(path), () => {
      for (const piece of pieces) file.write(piece);
    });
  };
  try {
    await work({ open, write });
    for (const file of files) {
      writing("file", called(file.path), () => {
        file.commit();
      });
    }
  } finally {
    for (const file of files) file.discard();
  }
}
