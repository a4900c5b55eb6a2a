/**
 * Decodes base64 (RFC 4648 section 4); white space between the digits is passed over, since XML breaks long values into lines.
 * @returns undefined where the text is no base64
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const digits = text.replace(/\s+/g, "");
  if (digits.length % 4 !== 0) return undefined;
  const padding = digits.endsWith("==") ? 2 : digits.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((digits.length / 4) * 3 - padding);
  let buffer = 0;
  let length = 0;
  for (let index = 0; index < digits.length - padding; index += 1) {
    const value = digitValue(digits.charCodeAt(index));
    if (value === undefined) return undefined;
    buffer = ((buffer << 6) | value) & 0xff_ffff;
    if (index % 4 !== 0) {
      bytes[length] = (buffer >> (6 - 2 * (index % 4))) & 0xff;
      length += 1;
    }
  }
  return bytes;
}

function digitValue(code: number): number | undefined {
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  if (code >= 0x61 && code <= 0x7a) return code - 0x61 + 26;
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 52;
  if (code === 0x2b) return 62;
  return code === 0x2f ? 63 : undefined;
}
