import { type ReadonlySignal, signal } from '@preact/signals';
import type { MailPerson } from '../../../shared/core/conversations/mailPeople.ts';
import { isSame } from './people.ts';

export type CopyKind = 'cc' | 'bcc';
export type CopyList = Record<CopyKind, readonly MailPerson[]>;

/** Whom a reply goes to besides the visitor: nobody, until somebody is chosen. */
export interface CopyChoice {
  now: ReadonlySignal<CopyList>;
  add(kind: CopyKind, people: readonly MailPerson[]): void;
  remove(address: string): void;
  /** Takes them for a reply that is sent. */
  take(): { cc?: string[]; bcc?: string[] } | undefined;
  restore(list: { cc?: readonly string[] | undefined; bcc?: readonly string[] | undefined }): void;
}

const nobody: CopyList = { cc: [], bcc: [] };

/** Kept in this browser as long as the draft is: who was chosen is not forgotten by a reload. */
export const createCopies = (conversation: string): CopyChoice => {
  const key = `foyer-copies-${conversation}`;
  const read = (): CopyList => {
    try {
      return (JSON.parse(localStorage.getItem(key) ?? 'null') as CopyList | null) ?? nobody;
    } catch {
      return nobody;
    }
  };
  const now = signal<CopyList>(read());
  const set = (list: CopyList): void => {
    now.value = list;
    try {
      if (list.cc.length + list.bcc.length) localStorage.setItem(key, JSON.stringify(list));
      else localStorage.removeItem(key);
    } catch {
      // Then it lives as long as the page.
    }
  };
  const add = (kind: CopyKind, people: readonly MailPerson[]): void => {
    const { cc, bcc } = now.value;
    const added = people.filter(
      ({ address }) => ![...cc, ...bcc].some((person) => isSame(person.address, address)),
    );
    set({ ...now.value, [kind]: [...now.value[kind], ...added] });
  };
  return {
    now,
    add,
    remove(address) {
      const without = (list: readonly MailPerson[]) => list.filter((one) => !isSame(one.address, address));
      set({ cc: without(now.value.cc), bcc: without(now.value.bcc) });
    },
    take() {
      const [cc, bcc] = [now.value.cc, now.value.bcc].map((list) => list.map(({ address }) => address));
      set(nobody);
      return cc?.length || bcc?.length
        ? { ...(cc?.length && { cc }), ...(bcc?.length && { bcc }) }
        : undefined;
    },
    restore({ cc = [], bcc = [] }) {
      add(
        'cc',
        cc.map((address) => ({ name: '', address })),
      );
      add(
        'bcc',
        bcc.map((address) => ({ name: '', address })),
      );
    },
  };
};
