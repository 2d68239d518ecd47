import { useState } from 'preact/hooks';
import { type Editing, useDraft } from './useDraft.ts';

/** Something that is stored with a revision, while it is changed here. */
export interface Revised<Known, Draft> {
  editing: Editing<Draft>;
  /** As it is written now, and as it is stored. */
  value: Draft;
  stored: Draft;
  /** The stored version; null for a new one. */
  known: Known | null;
  /** @param put sends the draft made on a revision (0: new), and gives back what is stored now */
  save(put: (revision: number, draft: Draft) => Promise<Known>): Promise<boolean>;
  remove(send: (revision: number) => Promise<unknown>): Promise<boolean>;
}

/** @param first what something new begins with; looked at once */
export const useRevised = <Known extends { revision: number }, Draft extends object>(
  given: Known | null,
  draftOf: (known: Known) => Draft,
  first: () => Draft,
): Revised<Known, Draft> => {
  const [known, setKnown] = useState(given);
  const [fresh] = useState(first);
  const stored = known ? draftOf(known) : fresh;
  const editing = useDraft(stored);
  const { value } = editing.draft;
  const revision = known?.revision ?? 0;
  return {
    editing,
    value,
    stored,
    known,
    save: (put) => editing.save(async () => setKnown(await put(revision, value))),
    remove: (send) => editing.save(() => send(revision)),
  };
};
