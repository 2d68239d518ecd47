import { signal, type ReadonlySignal } from '@preact/signals';
import { toJson } from '../net/json.ts';
import { createStore, type Store } from '../net/storage.ts';
import type { Session } from '../net/session.ts';

/** Drafts by conversation: the same in every tab, and there again after a reload. */
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

/** The drafts of somebody who has not acted: in this tab alone, and as long as it lives. */
export const tabDrafts = (site: string): Store => createStore(draftsName(site), () => sessionStorage);

/** Of somebody who has not acted nothing is kept beyond the tab. */
export const createDrafts = ({ session, site }: { session: Session; site: string }): Drafts => {
  const name = draftsName(site);
  const store = createStore(name);
  const inTab = tabDrafts(site);
  const all = signal({ ...parse(inTab.read()), ...parse(session.isKnown ? store.read() : null) });
  const onStorage = ({ key, newValue }: StorageEvent): void => {
    if (key === name) all.value = parse(newValue);
  };
  addEventListener('storage', onStorage);
  return {
    all,
    write(place, text) {
      const { [place]: _, ...others } = all.value;
      all.value = text ? { ...others, [place]: text } : others;
      const stored = Object.keys(all.value).length ? toJson(all.value) : null;
      inTab.write(session.isKnown ? null : stored);
      if (session.isKnown) store.write(stored);
    },
    dispose: () => removeEventListener('storage', onStorage),
  };
};
