import { exportArticleRedirects } from '../../../../shared/articles/routes.ts';
import { fillPath } from '../../../../shared/core/route.ts';
import { isAtLeast } from '../../../../shared/core/people/roles.ts';
import type { ArticleList, Reason, StaffArticle } from '../../../../shared/articles/schema.ts';
import { useStaff } from '../../../core/staff/context.ts';
import { Counts } from '../../../core/staff/editing/Page.tsx';
import { Field, SelectField } from '../../../core/staff/fields.tsx';
import { go } from '../../../core/staff/router.ts';
import { fromLocal, toLocal } from '../../../core/staff/zoned.ts';
import { isDue } from '../list/listed.ts';
import type { ArticleTexts } from '../texts.ts';
import type { ArticleModel } from './articleModel.ts';

type Given = { model: ArticleModel; list: ArticleList; texts: ArticleTexts };

const reasons: readonly Reason[] = ['missing', 'unclear', 'wrong', 'other'];

const Audience = ({ model, texts }: Given) => (
  <fieldset>
    <legend>{texts.audience}</legend>
    {(['public', 'internal'] as const).map((one) => (
      <label key={one} class="check article-choice">
        <input
          type="radio"
          name="audience"
          checked={model.article.value.audience === one}
          onChange={() => void model.setMeta({ audience: one })}
        />
        <span>
          {texts[one]}
          <br />
          <span class="quiet">{texts[`${one}Hint`]}</span>
        </span>
      </label>
    ))}
  </fieldset>
);

const VerifyBy = ({ model, list, texts }: Given) => {
  const { verifyBy } = model.article.value;
  const { zone } = list;
  const due = isDue(model.article.value, useStaff().now.value);
  return (
    <Field label={texts.verifyBy} hint={due ? texts.isDue : texts.verifyHint}>
      {(control) => (
        <input
          {...control}
          type="date"
          value={verifyBy === null ? '' : toLocal(verifyBy, zone).slice(0, 10)}
          onChange={(event) => {
            const { value } = event.currentTarget;
            void model.setMeta({ verifyBy: value ? fromLocal(`${value}T00:00`, zone) : null });
          }}
        />
      )}
    </Field>
  );
};

const Authors = ({ model, texts }: Given) => {
  const { people } = useStaff();
  const { authors } = model.article.value;
  return (
    <fieldset>
      <legend>{texts.authors}</legend>
      <div class="checks">
        {people.value.map(({ id, name }) => {
          const isOne = authors.includes(id);
          return (
            <label key={id} class="check">
              <input
                type="checkbox"
                checked={isOne}
                // Somebody stands behind it, and ten fit below a title.
                disabled={isOne ? authors.length === 1 : authors.length >= 10}
                onChange={() =>
                  void model.setMeta({
                    authors: isOne ? authors.filter((one) => one !== id) : [...authors, id],
                  })
                }
              />
              <span dir="auto">{name}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
};

/** Readers' votes on it, where there are any. */
const Results = ({ article, texts }: { article: StaffArticle; texts: ArticleTexts }) =>
  article.helped + article.notHelped > 0 ? (
    <section aria-label={texts.results}>
      <h3>{texts.results}</h3>
      <Counts
        rows={[
          [texts.yes, article.helped],
          [texts.no, article.notHelped],
          ...reasons.flatMap((one) => {
            const count = article.reasons[one];
            return count ? [[texts[`reason_${one}`], count] as const] : [];
          }),
        ]}
      />
    </section>
  ) : null;

/** The source of an article: the team alone sees it. */
const From = ({ article, texts }: { article: StaffArticle; texts: ArticleTexts }) => {
  const { open } = useStaff();
  const { conversation, question } = article.from;
  if (!conversation && !question) return null;
  return (
    <section aria-label={texts.cameFrom}>
      <h3>{texts.cameFrom}</h3>
      {question?.path && (
        <p>
          <a href={question.path} target="_blank" rel="noopener" dir="auto">
            {question.title}
          </a>
        </p>
      )}
      {conversation && (
        <p>
          <button
            type="button"
            class="link"
            onClick={() => {
              go('/inbox');
              open(conversation);
            }}
          >
            {texts.fromConversation}
          </button>
        </p>
      )}
    </section>
  );
};

/** Addresses that it had in another help desk. */
const Former = ({ article: { former }, texts }: { article: StaffArticle; texts: ArticleTexts }) => {
  const { membership } = useStaff();
  return former.length === 0 ? null : (
    <section aria-label={texts.former}>
      <h3>{texts.former}</h3>
      <p class="quiet">{texts.formerHint}</p>
      <ul>
        {former.map((address) => (
          <li key={address}>
            <bdi dir="ltr">{address}</bdi>
          </li>
        ))}
      </ul>
      <p>
        <a href={fillPath(exportArticleRedirects.path, { site: membership.site })} download>
          {texts.formerExport}
        </a>
      </p>
    </section>
  );
};

/** Details that all languages of an article share, and its deletion. */
export const Details = (given: Given & { onGone(): void }) => {
  const { model, list, texts } = given;
  const { membership } = useStaff();
  const article = model.article.value;
  const isTranslation = model.draft.value.language !== article.language;
  return (
    <div class="article-details">
      <SelectField
        label={texts.topic}
        value={article.category ?? ''}
        options={[['', texts.noTopic], ...list.categories.map(({ key, name }) => [key, name] as const)]}
        onValue={(category) => void model.setMeta({ category: category || null })}
      />
      <Audience {...given} />
      <VerifyBy {...given} />
      <Authors {...given} />
      <From article={article} texts={texts} />
      <Former article={article} texts={texts} />
      <Results article={article} texts={texts} />
      <div class="article-ends">
        {isTranslation && (
          <button
            type="button"
            class="link"
            onClick={() => confirm(texts.sureRemoveTranslation) && void model.removeTranslation()}
          >
            {texts.removeTranslation}
          </button>
        )}
        {!isAtLeast(membership.role, 'admin') ? (
          <p class="quiet">{texts.onlyAdmins}</p>
        ) : (
          <button
            type="button"
            class="link"
            onClick={() => {
              if (confirm(texts.sureRemove)) void model.remove().then((isGone) => isGone && given.onGone());
            }}
          >
            {texts.remove}
          </button>
        )}
      </div>
    </div>
  );
};
