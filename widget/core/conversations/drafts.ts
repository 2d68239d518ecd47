import { signal, type ReadonlySignal } from '@preact/signals';
import { toJson } from '../net/json.ts';
import { createStore } from '../net/storage.ts';
import type { Session } from '../net/session.ts';

/** What is half written, by conversation: the same in every tab, and there again after a reload. */
export interface Drafts {
  all: ReadonlySignal<Record<string, string>>;
  write(place: string, text: string): void;
  dispose(): void;
}

/** Name of what is stored; the whole goes when the visitor does. */
export const draftsName = (site: string): string => `foyer:${site}:drafts`;

const parse = (text: string | null): Record<string, string> => {
  try {
    return JSON.parse(text ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
};

/** Nothing is stored of somebody who has not acted: until then a draft lives as long as the page. */
export const createDrafts = ({ session, site }: { session: Session; site: string }): Drafts => {
  const name = draftsName(site);
  const store = createStore(name);
  const all = signal(parse(session.isKnown ? store.read() : null));
  const onStorage = ({ key, newValue }: StorageEvent): void => {
    if (key === name) all.value = parse(newValue);
  };
  addEventListener('storage', onStorage);
  return {
    all,
    write(place, text) {
      const { [place]: _, ...others } = all.value;
      all.value = text ? { ...others, [place]: text } : others;
      if (session.isKnown) store.write(Object.keys(all.value).length ? toJson(all.value) : null);
    },
    dispose: () => removeEventListener('storage', onStorage),
  };
};
