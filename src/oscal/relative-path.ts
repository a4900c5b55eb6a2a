/** Whether an href names a file relative to the document that holds it: no scheme, no host, no absolute path, no mere fragment. */
export function isRelativePath(href: string): boolean {
  return href !== "" && !/^(?:[a-z][a-z\d+.-]*:|[/\\#?])/i.test(href);
}

/** The path that a relative href means, seen from where the path of its document starts. */
export function resolvedPath(document: string, href: string): string {
  return normalPath(document.slice(0, document.lastIndexOf("/") + 1) + decodedPath(href));
}

/** Takes "." and ".." out of a path with "/". */
export function normalPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === ".." && segments.length > 0 && segments.at(-1) !== "..") segments.pop();
    else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return (path.startsWith("/") ? "/" : "") + segments.join("/");
}

function decodedPath(href: string): string {
  const path = href.replace(/[?#].*$/s, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // Not percent-encoded after all.
  }
}
