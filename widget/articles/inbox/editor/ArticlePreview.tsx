import type { ArticleTexts } from '../texts.ts';
import { RichPreview } from './RichPreview.tsx';
import type { TextDraft } from './textDraft.ts';

/** The article as readers will see it. */
export const ArticlePreview = ({ draft, texts }: { draft: TextDraft; texts: ArticleTexts }) => {
  const { title, body } = draft.words.value;
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
      <RichPreview language={draft.language} body={body} empty={texts.emptyPreview} />
    </div>
  );
};
