/** A draft in this browser that the server doesn't have yet. */
export interface KeptDraft {
  id: string;
  /** Of the text that it was typed into. */
  revision: number;
  title: string;
  body: string;
}

/** A place of one draft in the browser's storage. */
export interface Keeper {
  read(): KeptDraft | null;
  keep(draft: KeptDraft): void;
  drop(): void;
}

const isDraft = (value: unknown): value is KeptDraft => {
  const { id, revision, title, body } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    typeof revision === 'number' &&
    typeof title === 'string' &&
    typeof body === 'string'
  );
};

/** Storage may be full or forbidden: what is typed is then kept on the page alone, as its state says. */
const attempt = <Value>(work: () => Value): Value | null => {
  try {
    return work();
  } catch {
    return null;
  }
};

export const createKeeper = (...key: string[]): Keeper => {
  const name = ['foyer-article', ...key].join(' ');
  return {
    read() {
      const found = attempt(() => JSON.parse(localStorage.getItem(name) ?? 'null') as unknown);
      return isDraft(found) ? found : null;
    },
    keep: (draft) => attempt(() => localStorage.setItem(name, JSON.stringify(draft))),
    drop: () => attempt(() => localStorage.removeItem(name)),
  };
};
