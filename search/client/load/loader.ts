// How the files of the index get here (search/FORMAT.md, "Payload"): as classic scripts, since
// these also work from a file system and under `script-src 'self'`. Each calls KengashZ.

import { utf8 } from "../text/utf8";

/** Gets the data of a payload, as its file has it. */
export type Load = (key: string, url: string) => Promise<string>;

declare global {
  var KengashZ: ((key: string, data: string) => void) | undefined;
}

// What is to be done with the data that each script brings.
const awaited = new WeakMap<object, (key: string, data: string) => void>();

/** Adds a script to the page. */
export const loadScript: Load = (key, url) =>
  new Promise((resolve, reject) => {
    globalThis.KengashZ = (key, data) => awaited.get(document.currentScript!)?.(key, data);
    const script = document.createElement("script");
    const fail = (why: string) => () => reject(new Error(`search: ${url} ${why}`));
    awaited.set(script, (brought, data) => brought === key && resolve(data));
    script.onload = fail("is not the file that it should be"); // without effect after resolve
    script.onerror = fail("cannot be loaded");
    script.src = url;
    document.head.append(script);
    script.remove(); // it loads all the same
  });

/** How many characters a seal has, and how many bytes a payload may have at most. */
const sealed = 5;
const most = 1 << 26;

/**
 * Unpacks the data of a payload in a folder: a seal, and then a raw deflate stream, at 15 bits a
 * character. It is refused where the seal is not that of these bytes, this key and this folder.
 */
export async function unpack(data: string, key: string, folder: string): Promise<Uint8Array> {
  const bytes = symbols(data, sealed);
  const sum = seal([bytes, utf8(`\n${key}\n${folder}`)]);
  if (symbols(`${data.slice(0, sealed)};`).some((b, i) => b !== sum[i])) {
    throw new Error(`search: ${key} is damaged, or of another build`);
  }
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    if ((size += next.value.length) > most) {
      void reader.cancel();
      throw new RangeError(`search: ${key} is too large`);
    }
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** The bytes of characters from one on; the last says how many bits before it are padding. */
function symbols(data: string, first = 0): Uint8Array<ArrayBuffer> {
  const last = data.length - 1;
  const bytes = new Uint8Array(((last - first) * 15 - (data.charCodeAt(last) - 48)) / 8);
  for (let i = first, at = 0, bits = 0, count = 0; i < last; i++) {
    bits = ((bits << 15) | (data.charCodeAt(i) - 0x3000)) & 0x3fffff; // at most 7 bits were left
    for (count += 15; count >= 8 && at < bytes.length; ) {
      bytes[at++] = bits >> (count -= 8);
    }
  }
  return bytes;
}

/** CRC-64/XZ of all parts, the most significant byte first. */
function seal(parts: readonly Uint8Array[]): Uint8Array {
  let high = -1;
  let low = -1;
  for (const b of parts.flatMap((part) => Array.from(part))) {
    const at = ((low ^ b) & 255) * 2;
    low = ((low >>> 8) | (high << 24)) ^ table[at]!;
    high = (high >>> 8) ^ table[at + 1]!;
  }
  return Uint8Array.from([~high, ~low].flatMap((half) => [24, 16, 8, 0].map((bits) => half >>> bits)));
}

/** What each value of a byte does to a checksum: the low half and the high half. */
const table = Int32Array.from(
  Array.from({ length: 256 }, (_, n) => {
    let [low, high] = [n, 0];
    for (let bit = 0; bit < 8; bit++) {
      const odd = -(low & 1);
      low = ((low >>> 1) | (high << 31)) ^ (odd & 0xd7870f42);
      high = (high >>> 1) ^ (odd & 0xc96c5795);
    }
    return [low, high];
  }).flat(),
);
