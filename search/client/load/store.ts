import { unpack, type Load } from "./loader";

/**
 * The payloads of one build that are here, and a way to compute with them as if all were.
 *
 * What reads the index is written without waiting: it asks the store, which notes what is not here
 * and gives undefined. settle then loads all that was noted, at once, and computes again, until
 * nothing is missing. So what a query needs is asked for in as few rounds as it depends on itself,
 * without a word on loading where queries are planned and scored.
 */
export class Store {
  private readonly values = new Map<string, unknown>();
  private readonly loading = new Map<string, Promise<void>>();
  private missing = new Map<string, (bytes: Uint8Array) => unknown>();

  /**
   * What lies below base, in the folder that folder names for a key; "" is none. Query is added to
   * addresses. See Load for the rest.
   */
  constructor(
    private readonly base: string,
    private readonly folder: (key: string) => string,
    private readonly load: Load,
    private readonly query = "",
  ) {}

  /** What parse makes of a payload, once; undefined if it is not here yet. */
  get<T>(key: string, parse: (bytes: Uint8Array) => T): T | undefined {
    if (this.values.has(key)) {
      return this.values.get(key) as T;
    }
    this.missing.set(key, parse);
    return undefined;
  }

  /**
   * The value of compute with all loaded that it asks for. It may be called several times. What
   * cannot be loaded, and why, goes into lacking, if that is given; compute then does without.
   */
  async settle<T>(compute: () => T, signal?: AbortSignal, lacking?: Map<string, unknown>): Promise<T> {
    for (;;) {
      signal?.throwIfAborted();
      this.missing = new Map();
      const value = compute();
      const missing = [...this.missing].filter(([key]) => !lacking?.has(key));
      if (missing.length === 0) {
        return value;
      }
      await Promise.all(
        missing.map(([key, parse]) => {
          const loading = this.request(key, parse);
          return lacking ? loading.catch((why: unknown) => lacking.set(key, why)) : loading;
        }),
      );
    }
  }

  /** Begins to load what compute asks for. */
  want(compute: () => unknown): void {
    this.settle(compute).catch(() => {}); // whoever needs it tries again, and is told
  }

  private request(key: string, parse: (bytes: Uint8Array) => unknown): Promise<void> {
    let loading = this.loading.get(key);
    if (!loading) {
      const from = async (query: string): Promise<void> => {
        const folder = this.folder(key);
        const data = await this.load(key, `${this.base}${folder && `${folder}/`}${key}.js${query}`);
        this.values.set(key, parse(await unpack(data, key, folder)));
      };
      // What is not right is loaded once more, past all that may keep an old or damaged copy.
      loading = from(this.query)
        .catch(() => from(`?${Date.now()}`))
        .finally(() => this.loading.delete(key));
      this.loading.set(key, loading);
    }
    return loading;
  }
}
