import { computed, type ReadonlySignal, signal } from '@preact/signals';
import * as contract from '../../../../shared/articles/routes.ts';
import type { ArticleMeta, StaffArticle, StaffText } from '../../../../shared/articles/schema.ts';
import { CallError } from '../../../core/net/client.ts';
import type { StaffContext } from '../../../core/staff/context.ts';
import { TextDraft } from './textDraft.ts';

/** An article that its writers have open. */
export interface ArticleModel {
  article: ReadonlySignal<StaffArticle>;
  /** The language that is written. */
  draft: ReadonlySignal<TextDraft>;
  /** The saved text of that language; undefined while it is new. */
  stored: ReadonlySignal<StaffText | undefined>;
  /** Languages that have a text here. */
  languages: ReadonlySignal<string[]>;
  show(language: string): void;
  setMeta(change: Partial<ArticleMeta>): Promise<void>;
  /** @param at null: now. @returns whether it was done */
  publish(at: number | null, isCurrent: boolean): Promise<boolean>;
  unpublish(): Promise<boolean>;
  removeTranslation(): Promise<boolean>;
  /** Deletes it in all languages. */
  remove(): Promise<boolean>;
  dispose(): void;
}

const metaOf = ({ category, audience, language, verifyBy, authors }: StaffArticle): ArticleMeta => ({
  category,
  audience,
  language,
  verifyBy,
  authors,
});

/** An article that nobody saved yet. */
export const freshArticle = (id: string, language: string, author: string): StaffArticle => ({
  id,
  revision: 0,
  position: 0,
  category: null,
  audience: 'public',
  language,
  verifyBy: null,
  authors: [author],
  createdAt: 0,
  changedAt: 0,
  helped: 0,
  notHelped: 0,
  reasons: {},
  former: [],
  from: { conversation: null, question: null },
  texts: {},
});

/** The details shared by all languages: saved at once, each field by itself on top of what others changed. */
const createMeta = (staff: StaffContext, article: { value: StaffArticle }) => {
  const send = async (change: Partial<ArticleMeta>): Promise<void> => {
    const { id, revision } = article.value;
    const reply = await staff.call(contract.putArticle, {
      path: { article: id },
      body: { revision, article: { ...metaOf(article.value), ...change } },
    });
    article.value = reply.article;
  };
  const reread = async (): Promise<void> => {
    const reply = await staff.call(contract.getArticle, { path: { article: article.value.id } });
    article.value = reply.article;
  };
  let queue: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = queue.then(work);
    queue = turn.catch(() => {});
    return turn;
  };
  return {
    reread,
    prepare: () => inTurn(async () => (article.value.revision === 0 ? send({}) : undefined)),
    set: (change: Partial<ArticleMeta>) =>
      inTurn(() =>
        send(change).catch(async (error: unknown) => {
          if (!(error instanceof CallError) || error.code !== 'conflict') throw error;
          await reread();
          await send(change);
        }),
      ),
  };
};

export const createArticleModel = (staff: StaffContext, first: StaffArticle): ArticleModel => {
  const article = signal(first);
  const language = signal(first.language);
  const meta = createMeta(staff, article);
  const opened = signal<string[]>([first.language]);
  const drafts = new Map<string, TextDraft>();
  const draftOf = (one: string): TextDraft => {
    const stored = article.peek().texts[one];
    const onArticle = (now: StaffArticle): void => {
      article.value = now;
    };
    const known =
      drafts.get(one) ??
      new TextDraft({ staff, article: first.id, language: one, stored, prepare: meta.prepare, onArticle });
    drafts.set(one, known);
    return known;
  };
  const draft = computed(() => draftOf(language.value));

  /** Does something with the text as it is saved. */
  const act = async (
    work: (path: { article: string; text: string }, revision: number) => Promise<{ article: StaffArticle }>,
  ): Promise<boolean> => {
    const own = draft.value;
    if (!(await own.flush())) return false;
    const reply = await staff.attempt(work({ article: first.id, text: own.id }, own.revision));
    if (!reply) await staff.attempt(meta.reread());
    else article.value = reply.article;
    const stored = article.value.texts[own.language];
    if (stored) own.meet(stored);
    return reply !== null;
  };

  return {
    article,
    draft,
    stored: computed(() => article.value.texts[language.value]),
    languages: computed(() => [...new Set([...opened.value, ...Object.keys(article.value.texts)])]),
    show(wanted) {
      void draft.value.flush();
      if (!opened.value.includes(wanted)) opened.value = [...opened.value, wanted];
      language.value = wanted;
    },
    setMeta: async (change) => void (await staff.attempt(meta.set(change))),
    publish: (at, isCurrent) =>
      act((path, revision) =>
        staff.call(contract.publishArticleText, { path, body: { revision, at, isCurrent } }),
      ),
    unpublish: () =>
      act((path, revision) => staff.call(contract.unpublishArticleText, { path, body: { revision } })),
    async removeTranslation() {
      const own = draft.value;
      const isGone =
        article.value.texts[own.language] === undefined ||
        (await act((path, revision) => staff.call(contract.deleteArticleText, { path, body: { revision } })));
      if (!isGone) return false;
      own.forget();
      drafts.delete(own.language);
      opened.value = opened.value.filter((one) => one !== own.language);
      language.value = first.language;
      return true;
    },
    async remove() {
      const { revision } = article.value;
      const isGone =
        revision === 0 ||
        (await staff.attempt(
          staff.call(contract.deleteArticle, { path: { article: first.id }, body: { revision } }),
        )) !== null;
      if (isGone) for (const one of drafts.values()) one.forget();
      return isGone;
    },
    dispose() {
      for (const one of drafts.values()) void one.flush();
    },
  };
};
