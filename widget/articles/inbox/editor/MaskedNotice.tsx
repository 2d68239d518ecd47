import { useLanguage } from '../../../core/staff/context.ts';
import { counted } from '../../../core/staff/i18n.ts';
import { fill } from '../../../core/text/fill.ts';
import type { ArticleTexts } from '../texts.ts';
import type { ArticleModel } from './articleModel.ts';
import { countMasked } from './masked.ts';

/** Of an article that was begun from what people wrote: what was taken out of it and still stands as a placeholder. */
export const MaskedNotice = ({ model, texts }: { model: ArticleModel; texts: ArticleTexts }) => {
  const { tag } = useLanguage();
  const { from } = model.article.value;
  const draft = model.draft.value;
  const { title, body } = draft.words.value;
  if (!from.conversation && !from.question) return null;
  const found = countMasked(`${title}\n${body}`, draft.language);
  const [first] = found;
  // Once it was published, somebody looked at it.
  if (!first && (model.stored.value?.version ?? 0) > 0) return null;
  return (
    <section class="box article-masked" aria-labelledby="masked-title">
      <h3 id="masked-title">{texts.maskedTitle}</h3>
      {first && (
        <ul>
          {found.map(({ kind, placeholder, count }) => (
            <li key={kind}>
              {counted(tag, texts[`masked_${kind}`], count)}{' '}
              <code lang={draft.language} dir="auto">
                {placeholder}
              </code>
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">
        {first ? fill(texts.maskedLead, { placeholder: first.placeholder }) : texts.maskedNone}
      </p>
    </section>
  );
};
