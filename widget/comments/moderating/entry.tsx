import { signal } from '@preact/signals';
import { getPageModeration, postPageModeration } from '../../../shared/comments/routes.ts';
import type { ModeratePage, PageModeration } from '../../../shared/comments/schema.ts';
import type { Language } from '../../../shared/core/languages.ts';
import type { CallError } from '../../core/net/client.ts';
import type { CommentListModel } from '../list.ts';
import type { CommentPage } from '../page.ts';
import { Bar } from './Bar.tsx';
import type { Pass } from './pass.ts';
import type { ModeratingTexts } from './texts/en.ts';

const loaders: Record<Language, () => Promise<{ default: ModeratingTexts }>> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  el: () => import('./texts/el.ts'),
  sq: () => import('./texts/sq.ts'),
  fil: () => import('./texts/fil.ts'),
  eo: () => import('./texts/eo.ts'),
  ar: () => import('./texts/ar.ts'),
};

const problemText = (texts: ModeratingTexts, { code, fields }: Partial<CallError>): string => {
  if (code === 'unauthenticated' || code === 'forbidden') return texts.ended;
  if (fields?.['pinned']) return texts.enough;
  return code === 'offline' ? texts.offline : texts.failed;
};

/**
 * The lazy entry: shows who has a pass what can be done with the page and its comments. A pass for another page of the
 * site stays for when the tab is back there.
 * @throws when its texts cannot be loaded
 */
export const startModerating = async (
  page: CommentPage,
  list: CommentListModel,
  pass: Pass,
): Promise<void> => {
  const { host, of, staff, ends } = page;
  const texts = (await loaders[host.language]()).default;
  const call = page.callWith(() => ({ authorization: `Bearer ${pass.read()}` }));
  const state = signal<PageModeration | null>(null);
  const problem = signal('');
  /** The comment that was hidden last, which can come back. */
  const hidden = signal<string | null>(null);
  /** The end of what was pressed so far: each after the other, and none is lost. */
  let last = Promise.resolve();

  const leave = (): void => {
    pass.forget();
    staff.value = null;
  };
  const run = async (body: ModeratePage): Promise<void> => {
    problem.value = '';
    try {
      state.value = await call(postPageModeration, { body });
      hidden.value = 'hidden' in body && body.hidden ? body.comment : null;
      await list.load(null, list.list.value?.sort);
    } catch (error) {
      problem.value = problemText(texts, error as Partial<CallError>);
    }
  };
  const act = (body: ModeratePage): void => {
    last = last.then(() => run(body));
  };
  try {
    state.value = await call(getPageModeration, { query: of });
  } catch (error) {
    const failure = error as Partial<CallError>;
    if (failure.code === 'not_found' || ends.aborted) return;
    problem.value = problemText(texts, failure);
  }
  staff.value = {
    bar: () => (
      <Bar
        texts={texts}
        state={state.value}
        problem={problem.value}
        hidden={hidden.value}
        act={act}
        leave={leave}
      />
    ),
    actions: ({ id, parent, pinned }) =>
      state.value && (
        <>
          {parent === null && (
            <button type="button" class="text" onClick={() => act({ comment: id, pinned: !pinned })}>
              {pinned ? texts.unpin : texts.pin}
            </button>
          )}
          <button type="button" class="text" onClick={() => act({ comment: id, hidden: true })}>
            {texts.hide}
          </button>
        </>
      ),
  };
};
