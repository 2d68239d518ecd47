import { newSecret } from '../../../shared/core/ids.ts';
import { type Call, createCall } from './client.ts';
import { toJson } from './json.ts';
import { createStore, type Store } from './storage.ts';

/** What a browser remembers of its visitor. */
export interface Kept {
  secret: string;
  /** When it was made, milliseconds since the epoch. */
  at: number;
  /** Told to the server as the successor, not confirmed yet. */
  next?: string | undefined;
}

/** Who the visitor is to the server: a secret that is made at their first action, never before. */
export interface Session {
  readonly isKnown: boolean;
  /** False while the secret lives in this page alone. */
  readonly isStored: boolean;
  /** Makes the secret when there is none. */
  begin(): void;
  headers(): Record<string, string>;
  /** Calls with the secret. */
  call: Call;
  kept(): Kept | null;
  keep(kept: Kept): void;
  forget(): void;
}

const parse = (text: string | null): Kept | null => {
  try {
    const kept = JSON.parse(text ?? 'null') as Kept | null;
    return typeof kept?.secret === 'string' ? kept : null;
  } catch {
    return null;
  }
};

export const createSession = (
  base: string,
  site: string,
  now: () => number = Date.now,
  store: Store = createStore(`foyer:${site}`),
): Session => {
  // Read anew each time: another tab may have replaced it.
  const read = () => parse(store.read());
  const write = (kept: Kept) => store.write(toJson(kept));
  const headers = (): Record<string, string> => {
    const kept = read();
    return kept ? { authorization: `Bearer ${kept.secret}` } : {};
  };
  const call = createCall(base, headers, { site });

  return {
    get isKnown() {
      return read() !== null;
    },
    get isStored() {
      return store.isKept;
    },
    begin() {
      if (!read()) write({ secret: newSecret(), at: now() });
    },
    headers,
    call,
    kept: read,
    keep: write,
    forget: () => store.write(null),
  };
};
