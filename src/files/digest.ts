import { createHash } from "node:crypto";
import type { Reader } from "./reader.js";

/** SHA-256 of a file as 64 hexadecimal digits, read as a stream. @throws the operating system's error */
export async function sha256OfFile(path: string, reader: Reader): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of reader.chunks(path)) hash.update(chunk);
  return hash.digest("hex");
}
