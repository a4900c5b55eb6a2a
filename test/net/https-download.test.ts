import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { DownloadOptions } from "../../src/net/download.js";
import { httpsDownload } from "../../src/net/https-download.js";
import { httpsServer, type Answer, type Server } from "../support/https-server.js";

function allowed({ ca }: Server, more: Partial<DownloadOptions> = {}): DownloadOptions {
  return { maximum: 1000, allowPrivate: true, ca, ...more };
}

/** The text that comes from a path, or why nothing does. */
async function got(server: Server, path: string, more: Partial<DownloadOptions> = {}): Promise<unknown> {
  const outcome = await httpsDownload(`${server.root}${path}`, allowed(server, more));
  return "bytes" in outcome ? { ...outcome, bytes: Buffer.from(outcome.bytes).toString("utf8") } : outcome;
}

/** Paths `first`, `first - 1`, ... that point to one another, down to the document `0`. */
function chain(first: number): Record<string, Answer | string> {
  const answers: Record<string, Answer | string> = { "/0": "here" };
  for (let from = 1; from <= first; from += 1) {
    answers[`/${String(from)}`] = { status: 302, headers: { location: `/${String(from - 1)}` } };
  }
  return answers;
}

describe("httpsDownload", () => {
  it("gives the bytes that a server has under an address, its search part included", async () => {
    const server = await httpsServer({ "/a/b.json?ref=main": "text" });
    expect(await got(server, "a/b.json?ref=main")).toEqual({ bytes: "text" });
    expect(server.asked).toEqual(["/a/b.json?ref=main"]);
  });

  it("follows five addresses that point to another, and not a sixth", async () => {
    const server = await httpsServer(chain(6));
    expect(await got(server, "5")).toEqual({ bytes: "here", redirectedTo: `${server.root}0` });
    expect(server.asked).toHaveLength(6);
    expect(await got(server, "6")).toEqual({ failure: "it points to other addresses more than 5 times." });
  });

  it.each([
    ["http://localhost/a", 'it points to "http://localhost/a", which is not https.'],
    ["file:///etc/passwd", 'it points to "file:///etc/passwd", which is not https.'],
    [
      "https://me:secret@localhost/",
      "its address holds a user name or a password, which would stand in the lock file.",
    ],
    ["https://[", "it points to something that is not an address."],
  ])("does not follow to %s", async (location, failure) => {
    const server = await httpsServer({ "/a": { status: 301, headers: { location } } });
    expect(await got(server, "a")).toEqual({ failure });
  });

  it("does not ask a machine of a private network unless that is allowed, by its name or its address, at any step", async () => {
    const server = await httpsServer({});
    const fix = "If that machine is meant, add --allow-private.";
    const words = (failure: string): object => ({ failure, fix });
    expect(await got(server, "a", { allowPrivate: false })).toEqual({
      failure: expect.stringMatching(
        /^"localhost" is the address (?:127\.0\.0\.1|::1) of a private network\.$/,
      ) as string,
      fix,
    });
    const options = allowed(server, { allowPrivate: false });
    const { port } = new URL(server.root);
    expect(await httpsDownload(`https://127.0.0.1:${port}/`, options)).toEqual(
      words('"127.0.0.1" is an address of a private network.'),
    );
    expect(await httpsDownload(`https://0x7f.1:${port}/`, options)).toEqual(
      words('"127.0.0.1" is an address of a private network.'),
    );
    expect(await httpsDownload("https://[::ffff:10.0.0.1]/", options)).toEqual(
      words('"[::ffff:a00:1]" is an address of a private network.'),
    );
    expect(server.asked).toEqual([]);
  });

  it.each<[string, Answer, string]>([
    ["says that it is too large", { headers: { "content-length": "1001" } }, "it has more than 1000 bytes."],
    [
      "turns out too large",
      { headers: { "transfer-encoding": "chunked" }, body: "x".repeat(1001) },
      "it has more than 1000 bytes.",
    ],
    ["is not there", { status: 404 }, "the server answers 404."],
    ["points nowhere", { status: 302 }, "the server answers 302."],
    [
      "is compressed unasked",
      { headers: { "content-encoding": "gzip" }, body: gzipSync("x") },
      "the server sends it compressed (gzip), though that was not asked for.",
    ],
  ])("takes nothing that %s", async (_, answer, failure) => {
    const server = await httpsServer({ "/a": answer });
    expect(await got(server, "a")).toEqual({ failure });
  });

  it("trusts no certificate but those of the authorities of Node and those that are given", async () => {
    const server = await httpsServer({ "/a": "text" });
    const options = { maximum: 1000, allowPrivate: true };
    expect(await httpsDownload(`${server.root}a`, options)).toEqual({
      failure: expect.stringMatching(/^the certificate of the server is not trusted \([A-Z_]+\)\.$/) as string,
      fix: "If an authority of your own has signed it, give its certificate: --ca FILE.",
    });
    expect(server.asked).toEqual([]);
  });

  it("says where nobody answers", async () => {
    const options = { maximum: 1000, allowPrivate: true };
    expect(await httpsDownload("https://127.0.0.1:1/", options)).toEqual({
      failure: "the connection fails (ECONNREFUSED).",
    });
  });
});
