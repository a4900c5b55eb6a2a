/** A server on this machine that speaks https with a certificate of its own. */
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { selfSigned } from "./certificate.js";

/** An answer: a document, another address, or whatever else a server may say. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A server that is asked by the running test, and ends with it. */
export interface Server {
  /** Address of its root, such as https://localhost:40001/. */
  readonly root: string;
  /** Its certificate in PEM. */
  readonly ca: string;
  /** The paths that were asked for, in their order. */
  readonly asked: readonly string[];
}

/** Starts a server. @param answers by path; may change while it runs, and other paths are not there */
export async function httpsServer(answers: Readonly<Record<string, Answer | string>>): Promise<Server> {
  const { key, cert } = selfSigned();
  const asked: string[] = [];
  const server = createServer({ key, cert }, ({ url = "" }, response) => {
    asked.push(url);
    const found = answers[url];
    const {
      status = 200,
      headers = {},
      body = "",
    } = typeof found === "string" ? { body: found } : (found ?? { status: 404 });
    response.writeHead(status, headers);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { root: `https://localhost:${String((server.address() as AddressInfo).port)}/`, ca: cert, asked };
}
