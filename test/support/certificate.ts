/** A certificate of the test's own, written as DER (X.690) by hand: Node makes keys and signatures, but no certificates (RFC 5280). */
import { generateKeyPairSync, sign } from "node:crypto";

/** A key and the certificate that it has signed itself, in PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A self-signed certificate for localhost and 127.0.0.1, valid until the end of 2049. */
export function selfSigned(): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const ecdsaWithSha256 = sequence(identifier("2a8648ce3d040302"));
  const name = sequence(set(sequence(identifier("550403"), tagged(0x0c, Buffer.from("aims test")))));
  const body = sequence(
    tagged(0xa0, integer(2)), // version 3
    integer(1), // serial number
    ecdsaWithSha256,
    name,
    sequence(utcTime("200101000000Z"), utcTime("491231235959Z")),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    tagged(
      0xa3,
      sequence(
        extension("551d11", alternativeNames()),
        extension("551d13", sequence(tagged(0x01, Buffer.from([255])))),
      ),
    ),
  );
  const cert = sequence(body, ecdsaWithSha256, bits(sign("sha256", body, privateKey)));
  return { key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(), cert: pem(cert) };
}

/** The names and addresses that the certificate holds for. */
function alternativeNames(): Buffer {
  return sequence(tagged(0x82, Buffer.from("localhost")), tagged(0x87, Buffer.from([127, 0, 0, 1])));
}

function extension(id: string, value: Buffer): Buffer {
  return sequence(identifier(id), tagged(0x04, value));
}

/** A value behind its tag and its length. */
function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const { length } = value;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function set(...parts: readonly Buffer[]): Buffer {
  return tagged(0x31, ...parts);
}

function integer(value: number): Buffer {
  return tagged(0x02, Buffer.from([value]));
}

/** @param encoded the object identifier as DER has it, in hexadecimal */
function identifier(encoded: string): Buffer {
  return tagged(0x06, Buffer.from(encoded, "hex"));
}

function utcTime(text: string): Buffer {
  return tagged(0x17, Buffer.from(text));
}

function bits(value: Buffer): Buffer {
  return tagged(0x03, Buffer.from([0]), value);
}

function pem(der: Buffer): string {
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
