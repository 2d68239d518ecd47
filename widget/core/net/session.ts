import { newSecret } from '../../../shared/core/ids.ts';
import { type Call, createCall } from './client.ts';
import { toJson } from './json.ts';
import { createStore, type Store } from './storage.ts';

/** The stored secret of a browser's visitor. */
export interface StoredSecret {
  secret: string;
  /** When it was made, milliseconds since the epoch. */
  at: number;
  /** Told to the server as the successor, not confirmed yet. */
  next?: string | undefined;
}

/** The visitor's session: a secret that is made at their first action, never before. */
export interface Session {
  readonly isKnown: boolean;
  /** False while the secret lives in this page alone. */
  readonly isStored: boolean;
  /** Makes the secret when there is none. */
  begin(): void;
  headers(): Record<string, string>;
  /** Calls with the secret. */
  call: Call;
  stored(): StoredSecret | null;
  store(secret: StoredSecret): void;
  forget(): void;
}

const parse = (text: string | null): StoredSecret | null => {
  try {
    const stored = JSON.parse(text ?? 'null') as StoredSecret | null;
    return typeof stored?.secret === 'string' ? stored : null;
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
  const write = (stored: StoredSecret) => store.write(toJson(stored));
  const headers = (): Record<string, string> => {
    const stored = read();
    return stored ? { authorization: `Bearer ${stored.secret}` } : {};
  };
  const call = createCall(base, headers, { site });

  return {
    get isKnown() {
      return read() !== null;
    },
    get isStored() {
      return store.persists;
    },
    begin() {
      if (!read()) write({ secret: newSecret(), at: now() });
    },
    headers,
    call,
    stored: read,
    store: write,
    forget: () => store.write(null),
  };
};
