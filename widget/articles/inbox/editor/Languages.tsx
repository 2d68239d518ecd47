import { languageNames } from '../../../../shared/core/languages.ts';
import { useLanguage } from '../../../core/staff/context.ts';
import { languageName } from '../../../core/staff/i18n.ts';
import type { ArticleTexts } from '../texts.ts';
import type { ArticleModel } from './articleModel.ts';

/** The languages of an article, and a way to another one: the site's own come first. */
export const Languages = (given: { model: ArticleModel; site: readonly string[]; texts: ArticleTexts }) => {
  const { model, texts } = given;
  const { tag } = useLanguage();
  const article = model.article.value;
  const shown = model.draft.value.language;
  const languages = model.languages.value;
  const left = [...new Set([...given.site, ...Object.keys(languageNames)])].filter(
    (one) => !languages.includes(one),
  );
  return (
    <div class="row-of-buttons" role="group" aria-label={texts.languages}>
      {languages.map((one) => (
        <button key={one} type="button" aria-pressed={one === shown} onClick={() => model.show(one)}>
          {languageName(tag, one)}
          {one === article.language && languages.length > 1 && <span class="quiet"> · {texts.original}</span>}
          {article.texts[one]?.isOutdated && (
            <>
              {' '}
              <span class="chip orange">{texts.outdated}</span>
            </>
          )}
        </button>
      ))}
      {left.length > 0 && (
        <select
          class="article-add"
          aria-label={texts.addTranslation}
          value=""
          onChange={({ currentTarget }) => {
            model.show(currentTarget.value);
            currentTarget.value = '';
          }}
        >
          <option value="" disabled>
            {texts.addTranslation}
          </option>
          {left.map((one) => (
            <option key={one} value={one}>
              {languageName(tag, one)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
};
