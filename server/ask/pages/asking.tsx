/** @jsxImportSource hono/jsx */
import { type AskBody, askBody, type Suggestion } from '../../../shared/ask/schema.ts';
import type { FieldCode } from '../../../shared/core/errors.ts';
import { longest } from '../../../shared/core/fields.ts';
import { primarySubtag } from '../../../shared/core/languages.ts';
import { check } from '../../core/http/validate.ts';
import { type FieldNotes, fieldNotes, PersonFields, TrapField } from '../../core/pages/fieldNotes.tsx';
import { Layout } from '../../core/pages/layout.tsx';
import type { PageCall } from '../../core/pages/pages.tsx';
import { questionPath } from '../rules.ts';
import { topicName } from '../../core/pages/topics.ts';
import { withLanguage } from '../../core/pages/links.ts';
import { html, QuestionList, wrongText } from './parts.tsx';

/* Asking without JavaScript: first what is answered already, then the form. */

export type Values = Partial<
  Record<'title' | 'details' | 'category' | 'name' | 'email' | 'visibility', string>
>;

/** The category field; nothing where the site has no categories. */
const CategoryField = ({
  call,
  chosen,
  notes: { problem },
}: {
  call: PageCall;
  chosen: string | undefined;
  notes: FieldNotes;
}) => {
  const { site, language } = call;
  const { texts, tag } = language;
  if (site.settings.categories.length === 0) return null;
  return (
    <>
      <label for="category">
        {texts.about} <small>{texts.optional}</small>
      </label>
      <select id="category" name="category">
        <option value="">{texts.chooseNothing}</option>
        {site.settings.categories.map(({ key }) => (
          <option value={key} selected={chosen === key}>
            {topicName(site.settings.categories, key, tag)}
          </option>
        ))}
      </select>
      {problem('category')}
    </>
  );
};

const AskForm = ({
  call,
  values,
  wrong,
  id,
}: {
  call: PageCall;
  values: Values;
  wrong: Record<string, FieldCode>;
  id: string;
}) => {
  const { site, language } = call;
  const { texts, tag } = language;
  const notes = fieldNotes(wrong, (field, code) => wrongText(texts, field, code));
  const { problem, marks } = notes;
  return (
    <form method="post" action={`/sites/${site.key}/ask?lang=${tag}`}>
      <input type="hidden" name="id" value={id} />
      <label for="title">{texts.yourQuestion}</label>
      <input
        type="text"
        id="title"
        name="title"
        dir="auto"
        required
        value={values.title ?? ''}
        {...marks('title')}
      />
      {problem('title')}
      <label for="details">
        {texts.details} <small>{texts.optional}</small>
      </label>
      <textarea id="details" name="details" dir="auto" {...marks('details')}>
        {values.details ?? ''}
      </textarea>
      {problem('details')}
      <CategoryField call={call} chosen={values.category} notes={notes} />
      <PersonFields texts={texts} whyEmail={texts.whyEmail} values={values} notes={notes} />
      <fieldset>
        <legend>{texts.whoMayRead}</legend>
        <label class="choice">
          <input type="radio" name="visibility" value="private" checked={values.visibility !== 'public'} />
          {texts.onlyYou}
        </label>
        <label class="choice">
          <input type="radio" name="visibility" value="public" checked={values.visibility === 'public'} />
          {texts.everybody}
        </label>
      </fieldset>
      <TrapField texts={texts} />
      <div class="row">
        <button type="submit">{texts.send}</button>
      </div>
    </form>
  );
};

export const askPage = (
  call: PageCall,
  given: {
    values: Values;
    wrong?: Record<string, FieldCode>;
    id: string;
    found: Suggestion[];
    more: boolean;
  },
): string => {
  const { site, language } = call;
  const { texts, tag } = language;
  const typed = given.values.title ?? '';
  const items = given.found.map((item) => ({
    path: withLanguage(questionPath(site.key, item.id, 'answer'), tag),
    title: item.title,
    snippet: item.snippet,
    lang: item.language,
  }));
  const wrong = given.wrong ?? {};
  return html(
    <Layout site={site} language={language} title={texts.askTitle} secret={typed !== ''}>
      <h1>{texts.askTitle}</h1>
      {Object.keys(wrong).length > 0 && (
        <p class="card bad" role="alert">
          {texts.somethingWrong}
        </p>
      )}
      {site.settings.paused && <p class="card">{texts.paused}</p>}
      {typed === '' && !given.more ? (
        <form action={`/sites/${site.key}/ask`}>
          <input type="hidden" name="lang" value={tag} />
          <p class="quiet">{texts.askLead}</p>
          <label for="title">{texts.yourQuestion}</label>
          <input type="text" id="title" name="title" dir="auto" required maxlength={longest.title} />
          <div class="row">
            <button type="submit">{texts.next}</button>
          </div>
        </form>
      ) : (
        <>
          {!given.more && items.length > 0 && (
            <>
              <h2>{texts.maybe}</h2>
              <QuestionList items={items} language={primarySubtag(tag)} />
              <h2>{texts.noneOfThese}</h2>
            </>
          )}
          {!given.more && items.length === 0 && <p>{texts.noneYet}</p>}
          {!site.settings.paused && <AskForm call={call} values={given.values} wrong={wrong} id={given.id} />}
        </>
      )}
    </Layout>,
  );
};

export const readAsk = (form: Map<string, string>, language: string): AskBody =>
  check(askBody, {
    id: form.get('id'),
    title: form.get('title'),
    language,
    visibility: form.get('visibility') === 'public' ? 'public' : 'private',
    ...Object.fromEntries(
      ['details', 'category', 'name', 'email', 'website'].flatMap((name) =>
        form.get(name) ? [[name, form.get(name)]] : [],
      ),
    ),
  });
