/** Links of Markdown pages: where they lead, and which of them lead nowhere. */
import { posix } from "node:path";

/** A link that leads nowhere. */
export interface DeadLink {
  readonly page: string;
  readonly line: number;
  readonly target: string;
}

/** Pages of the documentation among files. */
export function pagesAmong(paths: Iterable<string>): string[] {
  return [...paths].filter((path) => path.endsWith(".md") && !/^(?:\.changeset|test)\//.test(path));
}

/**
 * Relative links to files, folders and headings that are not there. Addresses of the web are not looked at.
 * @param pages the pages to look through
 * @param paths every file that there is, from the root, with slashes
 * @param read the text of a page
 */
export function deadLinks(
  pages: readonly string[],
  paths: ReadonlySet<string>,
  read: (page: string) => string,
): DeadLink[] {
  const folders = new Set([...paths].flatMap(foldersAbove));
  return pages.flatMap((page) =>
    linksOf(read(page)).flatMap(({ line, target }) => {
      if (/^[a-z]+:/.test(target)) return [];
      const [path = "", heading] = target.split("#");
      const to = path === "" ? page : posix.join(posix.dirname(page), decodeURI(path)).replace(/\/$/, "");
      const there =
        heading === undefined
          ? paths.has(to) || folders.has(to)
          : paths.has(to) && headingsOf(read(to)).includes(heading);
      return there ? [] : [{ page, line, target }];
    }),
  );
}

function linksOf(text: string): { line: number; target: string }[] {
  return proseOf(text).flatMap((words, at) =>
    [...words.matchAll(/\]\(<?([^)\s>]+)>?\)/g)].map(([, target = ""]) => ({ line: at + 1, target })),
  );
}

/** Anchors of a page's headings, as code hosts make them. */
function headingsOf(text: string): string[] {
  const seen = new Map<string, number>();
  return proseOf(text, false).flatMap((line) => {
    const title = /^#{1,6} +(.*)$/.exec(line)?.[1];
    if (title === undefined) return [];
    const anchor = title
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, "")
      .replaceAll(" ", "-");
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    return [before === 0 ? anchor : `${anchor}-${String(before)}`];
  });
}

/** The lines of a page, those of blocks blank; and, unless told otherwise, without code inside of lines. */
function proseOf(text: string, withoutCode = true): string[] {
  let inside = false;
  return text.split("\n").map((line) => {
    if (/^ *```/.test(line)) inside = !inside;
    if (inside) return "";
    return withoutCode ? line.replace(/`[^`]*`/g, "``") : line;
  });
}

function foldersAbove(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_part, at) => parts.slice(0, at + 1).join("/"));
}
