/** Most annotations of one kind that GitHub shows for a step. */
export const mostAnnotations = 10;

export type AnnotationKind = "error" | "warning" | "notice";

export interface Annotation {
  readonly kind: AnnotationKind;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly title: string;
  readonly message: string;
}

/**
 * Annotations as workflow commands of GitHub Actions, as many of each kind as are shown.
 * @param more says how many are left out
 */
export function* githubCommands(annotations: Iterable<Annotation>, more: (left: number) => string): Generator<string> {
  const counts = { error: 0, warning: 0, notice: 0 };
  let left = 0;
  for (const { kind, file, line, column, title, message } of annotations) {
    counts[kind] += 1;
    if (counts[kind] > mostAnnotations) {
      left += 1;
      continue;
    }
    const place = [
      ...(file === undefined ? [] : [`file=${property(file)}`]),
      ...(line === undefined ? [] : [`line=${String(line)}`]),
      ...(column === undefined ? [] : [`col=${String(column)}`]),
      `title=${property(title)}`,
    ];
    yield `::${kind} ${place.join(",")}::${data(message)}\n`;
  }
  if (left > 0) yield `::notice title=aims::${data(more(left))}\n`;
}

/** Escapes as the runner's command parser undoes them. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
