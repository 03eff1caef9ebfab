/**
 * The value under a name that a site chose; not what every object has under it, such as
 * "constructor".
 */
export const entry = <T>(names: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  names && Object.hasOwn(names, name) ? names[name] : undefined;
