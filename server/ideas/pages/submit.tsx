/** @jsxImportSource hono/jsx */
import { type IdeaBody, type IdeaCard, ideaBody } from '../../../shared/ideas/schema.ts';
import type { FieldCode } from '../../../shared/core/errors.ts';
import { longest } from '../../../shared/core/fields.ts';
import { check } from '../../core/http/validate.ts';
import { fieldNotes, TrapField, NameField } from '../../core/pages/fieldNotes.tsx';
import { Layout } from '../../core/pages/layout.tsx';
import type { PageCall } from '../../core/pages/pages.tsx';
import { ideasPath, sectionName } from '../rules.ts';
import { ideaTexts } from '../texts.ts';
import { html, IdeaList, wrongText } from './parts.tsx';

/* Suggesting an idea without JavaScript: first what is there already, then the form. */

export type Values = Partial<Record<'title' | 'details' | 'name', string>>;

/** A form, as far as it was filled in. */
export interface Filled {
  values: Values;
  wrong: Record<string, FieldCode>;
  /** The write's id, so that sending twice is once. */
  id: string;
}

const SubmitForm = ({ call, filled: { values, wrong, id } }: { call: PageCall; filled: Filled }) => {
  const { site, language } = call;
  const texts = ideaTexts(language.tag);
  const notes = fieldNotes(wrong, (field, code) => wrongText(call, field, code));
  const { problem, marks } = notes;
  return (
    <form method="post" action={`${ideasPath(site.key)}/new?lang=${language.tag}`}>
      <input type="hidden" name="id" value={id} />
      <label for="title">{texts.yourIdea}</label>
      <input
        type="text"
        id="title"
        name="title"
        dir="auto"
        required
        maxlength={longest.title}
        value={values.title ?? ''}
        {...marks('title')}
      />
      {problem('title')}
      <label for="details">
        {texts.details} <small>{language.texts.optional}</small>
      </label>
      <textarea id="details" name="details" dir="auto" maxlength={longest.details} {...marks('details')}>
        {values.details ?? ''}
      </textarea>
      {problem('details')}
      <NameField texts={language.texts} value={values.name} notes={notes} />
      <p class="quiet">{texts.everybodyReads}</p>
      <TrapField texts={language.texts} />
      <div class="row">
        <button type="submit">{texts.send}</button>
      </div>
    </form>
  );
};

const TitleForm = ({ call }: { call: PageCall }) => {
  const { site, language } = call;
  const texts = ideaTexts(language.tag);
  return (
    <form action={`${ideasPath(site.key)}/new`}>
      <input type="hidden" name="lang" value={language.tag} />
      <p class="quiet">{texts.submitLead}</p>
      <label for="title">{texts.yourIdea}</label>
      <input type="text" id="title" name="title" dir="auto" required maxlength={longest.title} />
      <div class="row">
        <button type="submit">{texts.next}</button>
      </div>
    </form>
  );
};

export const submitPage = (
  call: PageCall,
  given: { filled: Filled; similar: readonly IdeaCard[]; voted: ReadonlySet<string> },
): string => {
  const { ctx, site, language } = call;
  const texts = ideaTexts(language.tag);
  const { filled, similar, voted } = given;
  const isWrong = Object.keys(filled.wrong).length > 0;
  const base = `${ctx.config.publicUrl}/sites/${site.key}`;
  const isBegun = (filled.values.title ?? '') !== '' || isWrong;
  return html(
    <Layout
      site={site}
      language={language}
      title={texts.submitTitle}
      secret={isBegun}
      crumbs={[
        { name: language.texts.helpCentre, href: `${base}?lang=${language.tag}` },
        { name: sectionName(site, language.tag), href: `${base}/ideas?lang=${language.tag}` },
        { name: texts.submitTitle, href: `${base}/ideas/new?lang=${language.tag}` },
      ]}
    >
      <h1>{texts.submitTitle}</h1>
      {isWrong && (
        <p class="card bad" role="alert">
          {language.texts.somethingWrong}
        </p>
      )}
      {!isBegun && <TitleForm call={call} />}
      {isBegun && similar.length > 0 && (
        <>
          <h2>{texts.similar}</h2>
          <IdeaList call={call} ideas={similar} voted={voted} back={{}} />
          <h2>{texts.noneOfThese}</h2>
        </>
      )}
      {isBegun && similar.length === 0 && !isWrong && <p class="quiet">{texts.noneYet}</p>}
      {isBegun && <SubmitForm call={call} filled={filled} />}
    </Layout>,
  );
};

/** @throws Failure `invalid` with the fields */
export const readIdea = (form: ReadonlyMap<string, string>, language: string): IdeaBody =>
  check(ideaBody, {
    id: form.get('id'),
    title: form.get('title') ?? '',
    language,
    ...Object.fromEntries(
      ['details', 'name', 'website'].flatMap((name) => (form.get(name) ? [[name, form.get(name)]] : [])),
    ),
  });
