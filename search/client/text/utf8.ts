const decoder = new TextDecoder();
const encoder = new TextEncoder();

export const text = (bytes: Uint8Array): string => decoder.decode(bytes);
export const utf8 = (s: string): Uint8Array => encoder.encode(s);

/** Orders byte strings as the index orders terms; below 0 if a comes first. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a[i] !== b[i]) {
      return a[i]! - b[i]!;
    }
  }
  return a.length - b.length;
}

/** Orders strings as Go does. */
export const compareStrings = (a: string, b: string): number => (a === b ? 0 : compareBytes(utf8(a), utf8(b)));
