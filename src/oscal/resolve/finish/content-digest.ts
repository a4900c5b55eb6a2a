/**
 * A digest of a JSON value that does not depend on the order of properties; what is undefined counts as not there. It tells contents
 * apart (64 bits) and protects nothing; a cryptographic digest of a large catalog would take longer than all the rest of resolving it.
 * @returns 16 hexadecimal digits
 */
export function contentDigest(value: unknown): string {
  const digest = new Digest();
  digest.value(value);
  return digest.hex();
}

/** Two sums of 32 bits that are mixed with everything that is read. */
class Digest {
  #high = 0x811c9dc5;
  #low = 0x9e3779b9;

  value(value: unknown): void {
    if (typeof value === "string") this.#text(value);
    else if (Array.isArray(value)) {
      this.#number(0x5b + value.length * 256);
      for (const entry of value as unknown[]) this.value(entry);
    } else if (typeof value === "object" && value !== null) this.#object(value as Record<string, unknown>);
    else {
      this.#number(0x6a);
      this.#text(JSON.stringify(value));
    }
  }

  hex(): string {
    this.#number(0x2e);
    return [this.#high, this.#low].map((sum) => (sum >>> 0).toString(16).padStart(8, "0")).join("");
  }

  /** Each property begins from the same state and is added to the others, so that their order does not count. */
  #object(object: Record<string, unknown>): void {
    const high = this.#high;
    const low = this.#low;
    let sumHigh = 0;
    let sumLow = 0;
    let count = 0;
    for (const key of Object.keys(object)) {
      if (object[key] === undefined) continue;
      this.#high = high;
      this.#low = low;
      this.#text(key);
      this.value(object[key]);
      this.#number(0x3a);
      sumHigh = (sumHigh + this.#high) | 0;
      sumLow = (sumLow + this.#low) | 0;
      count += 1;
    }
    this.#high = high;
    this.#low = low;
    this.#number(0x7b + count * 256);
    this.#number(sumHigh);
    this.#number(sumLow);
  }

  #text(text: string): void {
    let high = this.#high ^ text.length;
    let low = this.#low;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      high = Math.imul(high ^ code, 2654435761);
      low = Math.imul(low ^ code, 1597334677);
    }
    this.#high = high;
    this.#low = low;
    this.#number(0x22);
  }

  #number(number: number): void {
    const high = Math.imul(this.#high ^ number, 2246822507);
    const low = Math.imul(this.#low ^ number ^ (high >>> 15), 3266489909);
    this.#high = high ^ (high >>> 13) ^ (low >>> 16);
    this.#low = low ^ (low >>> 16);
  }
}
