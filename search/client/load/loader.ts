// How the files of the index get here (search/FORMAT.md, "Payload"): as classic scripts, since
// these also work from a file system and under `script-src 'self'`. Each calls KengashZ.

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

/** Unpacks the data of a payload: 15 bits a character, of a raw deflate stream. */
export async function unpack(data: string): Promise<Uint8Array> {
  const last = data.length - 1;
  const bytes = new Uint8Array((last * 15 - (data.charCodeAt(last) - 48)) / 8);
  for (let i = 0, at = 0, bits = 0, count = 0; i < last; i++) {
    bits = ((bits << 15) | (data.charCodeAt(i) - 0x3000)) & 0x3fffff; // at most 7 bits were left
    for (count += 15; count >= 8 && at < bytes.length; ) {
      bytes[at++] = bits >> (count -= 8);
    }
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
