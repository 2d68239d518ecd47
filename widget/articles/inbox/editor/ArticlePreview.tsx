import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { previewArticle } from '../../../../shared/articles/routes.ts';
import type { RichNode } from '../../../../shared/core/richText.ts';
import { RichArticle } from '../../../core/article/RichArticle.tsx';
import { useLanguage, useStaff } from '../../../core/staff/context.ts';
import type { ArticleTexts } from '../texts.ts';
import type { TextDraft } from './textDraft.ts';

/** A pause in typing, milliseconds. */
const typingPause = 300;

/** The article as readers will see it: made by what will make it when it's published. */
export const ArticlePreview = ({ draft, texts }: { draft: TextDraft; texts: ArticleTexts }) => {
  const staff = useStaff();
  const { texts: inboxTexts } = useLanguage();
  const rich = useSignal<RichNode[] | null>(null);
  const { title, body } = draft.words.value;
  useEffect(() => {
    let left = false;
    if (!body.trim()) {
      rich.value = [];
      return;
    }
    const timer = setTimeout(
      () =>
        // Nobody asked for it: that it can't be made now is said where the text is saved.
        staff.call(previewArticle, { body: { language: draft.language, body } }).then(
          (reply) => {
            if (!left) rich.value = reply.rich;
          },
          () => {},
        ),
      rich.value?.length ? typingPause : 0,
    );
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [body]);
  return (
    <div
      class="article-preview"
      lang={draft.language}
      dir="auto"
      role="region"
      aria-label={texts.preview}
      tabIndex={0}
    >
      {title && <h2 dir="auto">{title}</h2>}
      {rich.value === null ? (
        <p class="quiet">{inboxTexts.loading}</p>
      ) : rich.value.length ? (
        <RichArticle nodes={rich.value} />
      ) : (
        <p class="quiet">{texts.emptyPreview}</p>
      )}
    </div>
  );
};
