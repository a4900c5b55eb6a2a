import { lookup } from "node:dns";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { rootCertificates } from "node:tls";
import type { Download, Downloaded, DownloadFailure, DownloadOptions } from "./download.js";
import { isPublicAddress } from "./public-address.js";

/** How often an address may point to another one. */
const mostRedirects = 5;

/** Milliseconds that a document may take, with all redirects. */
const timeLimit = 60_000;

/** Ends a download; the message is a sentence for the user. */
class Refusal extends Error {
  readonly fix: string | undefined;

  constructor(message: string, fix?: string) {
    super(message);
    this.fix = fix;
  }
}

/** Downloads over https and nothing else, from machine to machine without a proxy. The certificate always has to be right. */
export const httpsDownload: Download = async (address, options) => {
  const limit = AbortSignal.timeout(timeLimit);
  try {
    return await follow(new URL(address), options, limit);
  } catch (error) {
    return failureOf(error, limit);
  }
};

async function follow(first: URL, options: DownloadOptions, signal: AbortSignal): Promise<Downloaded> {
  let url = first;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    requireAllowed(url, options);
    const answer = await ask(url, options, signal);
    const next = locationOf(answer, url);
    if (next === undefined) {
      const bytes = await bytesOf(answer, options.maximum);
      return { bytes, ...(url === first ? {} : { redirectedTo: url.href }) };
    }
    answer.destroy();
    url = next;
  }
  throw new Refusal(`it points to other addresses more than ${String(mostRedirects)} times.`);
}

/** Looks at every address before it is asked: the first one, and each that an answer points to. */
function requireAllowed(
  { href, protocol, username, password, hostname }: URL,
  { allowPrivate }: DownloadOptions,
): void {
  if (protocol !== "https:") throw new Refusal(`it points to "${href}", which is not https.`);
  if (username !== "" || password !== "") {
    throw new Refusal("its address holds a user name or a password, which would stand in the lock file.");
  }
  // An address in figures is not looked up, so the lookup below does not see it.
  const literal = hostname.replace(/^\[|\]$/g, "");
  if (isIP(literal) !== 0 && !allowPrivate && !isPublicAddress(literal)) throw privateAddress(hostname, literal);
}

function privateAddress(host: string, address: string): Refusal {
  return new Refusal(
    `"${host}" is ${host.includes(address) ? "an address" : `the address ${address}`} of a private network.`,
    "If that machine is meant, add --allow-private.",
  );
}

/** Resolves a name once for the connection that follows: what was looked at is what is connected to. */
function lookupOf({ allowPrivate }: DownloadOptions): LookupFunction {
  return (hostname, wanted, done) => {
    lookup(hostname, { ...wanted, all: true }, (error, addresses) => {
      if (error !== null) {
        done(error, []);
        return;
      }
      const hidden = allowPrivate ? undefined : addresses.find(({ address }) => !isPublicAddress(address));
      const [first] = addresses;
      if (hidden !== undefined) done(privateAddress(hostname, hidden.address), []);
      else if (wanted.all === true || first === undefined) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

function ask(url: URL, options: DownloadOptions, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        agent: false,
        headers: {
          accept: "application/json, application/xml, application/yaml, */*;q=0.5",
          "accept-encoding": "identity",
        },
        lookup: lookupOf(options),
        // Nothing in the environment may switch it off.
        rejectUnauthorized: true,
        signal,
        ...(options.ca === undefined ? {} : { ca: [...rootCertificates, options.ca] }),
      },
      resolve,
    );
    asked.on("error", reject);
    asked.end();
  });
}

/** The address that an answer points to; undefined where it is the document. */
function locationOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | undefined {
  if (statusCode === 200) return undefined;
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(statusCode) || location === undefined) {
    throw new Refusal(`the server answers ${String(statusCode)}.`);
  }
  if (!URL.canParse(location, from.href)) throw new Refusal("it points to something that is not an address.");
  const next = new URL(location, from);
  next.hash = "";
  return next;
}

async function bytesOf(answer: IncomingMessage, maximum: number): Promise<Uint8Array> {
  const encoding = answer.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity")
    throw new Refusal(`the server sends it compressed (${encoding}), though that was not asked for.`);
  const tooLarge = (): Refusal => new Refusal(`it has more than ${String(maximum)} bytes.`);
  if (Number(answer.headers["content-length"] ?? 0) > maximum) {
    answer.destroy();
    throw tooLarge();
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of answer as AsyncIterable<Uint8Array>) {
    size += piece.length;
    // Leaving the loop closes the connection.
    if (size > maximum) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** OpenSSL's words for a certificate that cannot be trusted. */
const distrust = /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_CERT)/;

function failureOf(error: unknown, limit: AbortSignal): DownloadFailure {
  if (error instanceof Refusal)
    return { failure: error.message, ...(error.fix === undefined ? {} : { fix: error.fix }) };
  if (limit.aborted) return { failure: `it takes longer than ${String(timeLimit / 1000)} seconds.` };
  if (!(error instanceof Error)) throw error;
  const code = "code" in error ? String(error.code) : error.message;
  if (code === "ENOTFOUND") return { failure: "there is no such host." };
  if (!distrust.test(code)) return { failure: `the connection fails (${code}).` };
  return {
    failure: `the certificate of the server is not trusted (${code}).`,
    fix: "If an authority of your own has signed it, give its certificate: --ca FILE.",
  };
}
