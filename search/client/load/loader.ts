// How the files of the index get here (search/FORMAT.md, "Payload"): as classic scripts, since
// these also work from a file system and under `script-src 'self'`. Each calls KengashZ.

import { utf8 } from "../text/utf8";
import { damaged, within } from "./bounds";

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
    awaited.set(script, (brought, data) => brought === key && resolve(data));
    // Without effect after resolve.
    script.onload = script.onerror = () => reject(new Error(`search: ${url} cannot be loaded`));
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
  const bytes = symbols(data.slice(sealed));
  const seal = symbols(`${data.slice(0, sealed)};`);
  if (!isSum(seal, [bytes, utf8(`\n${key}\n${folder}`)])) {
    throw damaged(key);
  }
  let size = 0;
  const bounded = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, out) => {
      size = within(size + chunk.length, most);
      out.enqueue(chunk);
    },
  });
  const stream = new Response(bytes).body!.pipeThrough(new DecompressionStream("deflate-raw")).pipeThrough(bounded);
  const whole = new Response(stream).arrayBuffer().catch(() => {
    throw damaged(key); // the stream's own error says less
  });
  return new Uint8Array(await whole);
}

/** The bytes of characters; the last says how many bits before it are padding. */
function symbols(data: string): Uint8Array<ArrayBuffer> {
  const last = data.length - 1;
  const bytes = new Uint8Array((last * 15 - (data.charCodeAt(last) - 48)) / 8);
  for (let i = 0, at = 0, bits = 0, count = 0; i < last; i++) {
    bits = ((bits << 15) | (data.charCodeAt(i) - 0x3000)) & 0x3fffff; // at most 7 bits were left
    for (count += 15; count >= 8 && at < bytes.length; ) {
      bytes[at++] = bits >> (count -= 8);
    }
  }
  return bytes;
}

/**
 * Reports whether a sum, the most significant byte first, is the CRC-64/XZ of all parts: after the
 * complement of its own bytes nothing is left of it.
 */
function isSum(sum: Uint8Array, parts: readonly Uint8Array[]): boolean {
  let high = -1;
  let low = -1;
  for (const part of [...parts, sum.map((b) => ~b).reverse()]) {
    for (const b of part) {
      low ^= b;
      for (let bit = 0; bit < 8; bit++) {
        const odd = -(low & 1);
        low = ((low >>> 1) | (high << 31)) ^ (odd & 0xd7870f42);
        high = (high >>> 1) ^ (odd & 0xc96c5795);
      }
    }
  }
  return (high | low) === 0;
}
