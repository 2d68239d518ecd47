import { type ReadonlySignal, signal } from '@preact/signals';
import * as contract from '../../../../shared/ask/staffRoutes.ts';
import type { Gaps, SearchExplanation } from '../../../../shared/ask/staffSchema.ts';
import { newId } from '../../../../shared/core/ids.ts';
import type { StaffContext } from '../../../core/staff/context.ts';

export type Gap = Gaps['gaps'][number];

/** The model of subjects worth writing about, and of the last decision. */
export interface NextModel {
  gaps: ReadonlySignal<Gap[] | null>;
  /** The last subject that was set aside or pinned. */
  done: ReadonlySignal<{ gap: Gap; by: 'aside' | 'pinned' } | null>;
  load(): Promise<void>;
  setAside(gap: Gap): Promise<boolean>;
  bringBack(gap: Gap): Promise<void>;
  /** Public questions that come close to a text. */
  findQuestions(text: string): Promise<SearchExplanation['results']>;
  /** Has a question come first for what people typed. */
  pin(gap: Gap, question: string): Promise<boolean>;
}

/** Code units of a phrase that an answer is pinned to. */
const longestPhrase = 120;

export const createNext = (staff: StaffContext): NextModel => {
  const gaps = signal<Gap[] | null>(null);
  const done = signal<{ gap: Gap; by: 'aside' | 'pinned' } | null>(null);
  const take = async (work: Promise<Gaps>): Promise<boolean> => {
    const reply = await staff.attempt(work);
    if (reply) gaps.value = reply.gaps;
    return reply !== null;
  };
  const leave = async (gap: Gap, by: 'aside' | 'pinned'): Promise<boolean> => {
    const isDone = await take(staff.call(contract.setGapAside, { body: { phrasings: gap.phrasings } }));
    if (isDone) done.value = { gap, by };
    return isDone;
  };
  return {
    gaps,
    done,
    load: async () => void (await take(staff.call(contract.listGaps, {}))),
    setAside: (gap) => leave(gap, 'aside'),
    async bringBack(gap) {
      if (await take(staff.call(contract.bringGapBack, { body: { phrasings: gap.phrasings } })))
        done.value = null;
    },
    async findQuestions(text) {
      const found = await staff.attempt(staff.call(contract.getSearchExplanation, { query: { q: text } }));
      return (found?.results ?? []).filter(({ verdict }) => verdict !== 'not_public');
    },
    async pin(gap, question) {
      const body = { id: newId(), phrase: gap.title.slice(0, longestPhrase), question };
      const saved = await staff.attempt(staff.call(contract.postPin, { body }));
      return saved !== null && leave(gap, 'pinned');
    },
  };
};
