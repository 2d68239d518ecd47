import { type ReadonlySignal, signal } from '@preact/signals';
import { newId } from '../../../shared/core/ids.ts';
import * as contract from '../../../shared/ideas/staffRoutes.ts';
import type { DecideIdeas, StaffIdea, StaffIdeasQuery } from '../../../shared/ideas/staffSchema.ts';
import type { IdeaOrder, IdeaState, IdeaStatus } from '../../../shared/ideas/states.ts';
import type { StaffContext } from '../../core/staff/context.ts';

export type Decision = DecideIdeas['decision'];

/** The decision that takes one back, by where the idea was. */
const backTo: Record<IdeaState, Decision> = { waiting: 'hold', public: 'publish', hidden: 'hide' };

/** The last thing done, and how it is undone. */
interface Done {
  what: Decision | 'merge';
  undo(): Promise<unknown>;
}

/** A choice of a list. */
export interface Chosen {
  state: IdeaState;
  status: IdeaStatus | '';
  order: IdeaOrder;
  q: string;
}

/** Ideas that staff work through. */
export interface IdeasModel {
  /** Null while they load. */
  rows: ReadonlySignal<StaffIdea[] | null>;
  chosen: ReadonlySignal<Chosen>;
  waiting: ReadonlySignal<number>;
  hasMore: ReadonlySignal<boolean>;
  isOn: ReadonlySignal<boolean>;
  done: ReadonlySignal<Done | null>;
  load(): Promise<void>;
  more(): Promise<void>;
  show(change: Partial<Chosen>): void;
  decide(idea: StaffIdea, decision: Decision): Promise<void>;
  /** The actions that follow say whether they were taken: what was written stays where not. */
  setStatus(id: string, status: IdeaStatus, note: string): Promise<boolean>;
  edit(id: string, title: string, details: string): Promise<boolean>;
  add(title: string, details: string, language: string): Promise<boolean>;
  merge(id: string, into: string): Promise<boolean>;
  unmerge(id: string): Promise<boolean>;
  undo(): Promise<void>;
}

/** Ids of what is being sent, by what it says: tried again, it's the same one. */
const createIds = () => {
  const known = new Map<string, string>();
  return {
    of(words: string): string {
      const id = known.get(words) ?? newId();
      known.set(words, id);
      return id;
    },
    clear: () => known.clear(),
  };
};

export const createIdeas = (staff: StaffContext): IdeasModel => {
  const rows = signal<StaffIdea[] | null>(null);
  const chosen = signal<Chosen>({ state: 'public', status: '', order: 'top', q: '' });
  const [waiting, isOn, hasMore] = [signal(0), signal(true), signal(false)];
  const done = signal<Done | null>(null);
  let page = 1;
  /** The last request's number: a slower reply to another choice is nobody's. */
  let asked = 0;
  const ids = createIds();

  const read = async (from: number, until: number): Promise<void> => {
    const own = ++asked;
    const { state, status, order, q } = chosen.value;
    const found: StaffIdea[] = from > 1 ? [...(rows.value ?? [])] : [];
    for (page = from; page <= until; page++) {
      const query: StaffIdeasQuery = { state, order, page, ...(status && { status }), ...(q && { q }) };
      const reply = await staff.attempt(staff.call(contract.listStaffIdeas, { query }));
      if (!reply || own !== asked) return;
      found.push(...reply.ideas);
      [waiting.value, isOn.value, hasMore.value] = [reply.waiting, reply.isOn, found.length < reply.total];
    }
    page = until;
    rows.value = found;
  };
  const reload = (): Promise<void> => read(1, page);
  const take = async (work: Promise<unknown>): Promise<boolean> => {
    const reply = await staff.attempt(work);
    if (reply !== null) await reload();
    return reply !== null;
  };
  const send = (id: string, decision: Decision) =>
    staff.call(contract.decideStaffIdeas, { body: { ids: [id], decision } });
  const unmerge = (id: string) => staff.call(contract.unmergeIdea, { path: { idea: id } });

  return {
    rows,
    chosen,
    waiting,
    hasMore,
    isOn,
    done,
    load: reload,
    more: () => read(page + 1, page + 1),
    show(change) {
      chosen.value = { ...chosen.value, ...change };
      if (change.q === undefined) rows.value = null;
      done.value = null;
      void read(1, 1);
    },
    async decide(idea, decision) {
      if (await take(send(idea.id, decision)))
        done.value = { what: decision, undo: () => send(idea.id, backTo[idea.state]) };
    },
    async setStatus(id, status, note) {
      const body = { id: ids.of(`${id} ${status} ${note}`), status, note };
      const isTaken = await take(staff.call(contract.postIdeaStatus, { path: { idea: id }, body }));
      // The same again, later, is another step.
      if (isTaken) ids.clear();
      return isTaken;
    },
    edit: (id, title, details) =>
      take(staff.call(contract.patchStaffIdea, { path: { idea: id }, body: { title, details } })),
    add(title, details, language) {
      const body = { id: ids.of(`${title} ${details}`), title, details, language };
      return take(staff.call(contract.postStaffIdea, { body }));
    },
    async merge(id, into) {
      const isTaken = await take(staff.call(contract.mergeIdea, { path: { idea: id }, body: { into } }));
      if (isTaken) done.value = { what: 'merge', undo: () => unmerge(id) };
      return isTaken;
    },
    unmerge: (id) => take(unmerge(id)),
    async undo() {
      const last = done.value;
      done.value = null;
      if (last) await take(last.undo());
    },
  };
};
