/**
 * The physical lines of a stream of bytes without their line feeds (a carriage return before it stays). A line over the limit comes
 * as "too-long" and is not kept, so that memory does not grow with the file.
 * @param maximum bytes of a line
 */
export async function* byteLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maximum: number,
): AsyncGenerator<Uint8Array | "too-long"> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  const complete = (): Uint8Array | "too-long" => {
    const line =
      length > maximum ? "too-long" : pieces.length === 1 ? (pieces[0] ?? new Uint8Array()) : Buffer.concat(pieces);
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, start)) {
      length += end - start;
      if (length <= maximum) pieces.push(chunk.subarray(start, end));
      yield complete();
      start = end + 1;
    }
    length += chunk.length - start;
    if (start < chunk.length && length <= maximum) pieces.push(chunk.subarray(start));
    else if (length > maximum) pieces = [];
  }
  if (length > 0) yield complete();
}
