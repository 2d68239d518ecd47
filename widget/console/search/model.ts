import { type ReadonlySignal, signal } from '@preact/signals';
import * as routes from '../../../shared/ask/staffRoutes.ts';
import type {
  DuplicateLinks,
  EmptySearches,
  LearnedPhrasings,
  QuestionPhrasings,
  SearchExplanation,
  SearchState,
  SitePins,
  SiteSynonyms,
} from '../../../shared/ask/staffSchema.ts';
import type { ConsoleModel } from '../model.ts';

export type Pin = SitePins['pins'][number];
export type Synonym = SiteSynonyms['synonyms'][number];

/** A question as it is chosen: what it is called goes with it. */
export interface Chosen {
  id: string;
  title: string;
}

/** A signal that calls fill. */
const createList = <Value>(attempt: ConsoleModel['attempt'], load: () => Promise<Value>) => {
  const found = signal<Value | null>(null);
  const take = async (work: Promise<Value>): Promise<boolean> => {
    const reply = await attempt(work);
    if (reply) found.value = reply;
    return reply !== null;
  };
  return { found: found as ReadonlySignal<Value | null>, take, load: () => take(load()) };
};

/** The model of one site's search, as an owner sees and sets it. A failure is shown where the console's others are. */
export const createSearch = ({ call, attempt }: Pick<ConsoleModel, 'call' | 'attempt'>) => {
  const pins = createList<SitePins>(attempt, () => call(routes.listPins, {}));
  const synonyms = createList<SiteSynonyms>(attempt, () => call(routes.listSynonyms, {}));
  const links = createList<DuplicateLinks>(attempt, () => call(routes.listDuplicateLinks, {}));
  const learned = createList<LearnedPhrasings>(attempt, () => call(routes.listLearnedPhrasings, {}));
  const empty = createList<EmptySearches>(attempt, () => call(routes.listEmptySearches, {}));
  const state = createList<SearchState>(attempt, () => call(routes.getSearchState, {}));

  /**
   * Reads empty searches again after tuning: what was tuned may have found an answer. Nobody waits for that: an editor
   * that closes late would take the next one with it.
   */
  const tuned = async (work: Promise<boolean>): Promise<boolean> => {
    const isTaken = await work;
    if (isTaken) void empty.load();
    return isTaken;
  };

  return {
    pins,
    synonyms,
    links,
    learned,
    empty,
    state,
    savePin: (id: string, phrase: string, question: string) =>
      tuned(pins.take(call(routes.postPin, { body: { id, phrase, question } }))),
    deletePin: (pin: string) => tuned(pins.take(call(routes.deletePin, { path: { pin } }))),
    saveSynonym: (id: string, words: string[]) =>
      tuned(synonyms.take(call(routes.postSynonym, { body: { id, words } }))),
    deleteSynonym: (synonym: string) =>
      tuned(synonyms.take(call(routes.deleteSynonym, { path: { synonym } }))),
    dismiss: (text: string) => empty.take(call(routes.dismissEmptySearch, { body: { text } })),
    async link(question: string, of: string): Promise<boolean> {
      const reply = await attempt(call(routes.linkDuplicate, { path: { question }, body: { of } }));
      return reply !== null && links.load();
    },
    async unlink(question: string): Promise<boolean> {
      const reply = await attempt(call(routes.unlinkDuplicate, { path: { question } }));
      return reply !== null && links.load();
    },
    async deletePhrasing(phrasing: string): Promise<boolean> {
      const reply = await attempt(call(routes.deletePhrasing, { path: { phrasing } }));
      return reply !== null && learned.load();
    },
    phrasingsOf: (question: string): Promise<QuestionPhrasings | null> =>
      attempt(call(routes.listPhrasings, { path: { question } })),
    explain: (q: string): Promise<SearchExplanation | null> =>
      attempt(call(routes.getSearchExplanation, { query: { q } })),
  };
};

export type SearchModel = ReturnType<typeof createSearch>;
