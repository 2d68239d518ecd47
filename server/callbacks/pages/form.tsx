/** @jsxImportSource hono/jsx */
import type { CallbackForm } from '../../../shared/callbacks/schema.ts';
import type { FieldCode } from '../../../shared/core/errors.ts';
import { type FieldNotes, fieldNotes, PersonFields, TrapField } from '../../core/pages/fieldNotes.tsx';
import { Layout } from '../../core/pages/layout.tsx';
import type { PageCall } from '../../core/pages/pages.tsx';
import { fill } from '../../core/pages/texts.ts';
import { callbackTexts } from '../texts.ts';
import { When } from './When.tsx';

const maxLengths: Record<string, number> = { number: 60, name: 80, email: 254, note: 2_000 };

/** Text of what was wrong with a field. */
const createWrongText = ({ texts, tag }: PageCall['language']) => {
  const own = callbackTexts(tag);
  return (field: string, code: FieldCode): string => {
    if (field === 'when') return own.taken;
    if (field === 'consent') return own.agree;
    if (code === 'not_callable') return own.notCallable;
    if (code === 'already_there') return own.already;
    if (field === 'number') return own.notPhone;
    const known = texts[`wrong_${code}` as keyof typeof texts];
    return fill(typeof known === 'string' ? known : texts.wrong_invalid, { max: maxLengths[field] ?? 0 });
  };
};

/** The input of each group of fields. */
interface Group {
  call: PageCall;
  form: CallbackForm;
  values: Record<string, string>;
  notes: FieldNotes;
}

/** The number to call, with its country. */
const NumberFields = ({ call, form, values, notes: { problem, marks } }: Group) => {
  const own = callbackTexts(call.language.tag);
  const country = values['country'] ?? form.country;
  return (
    <>
      <label for="country">{own.country}</label>
      <select id="country" name="country" autocomplete="country">
        {form.countries.map(({ code, dial, name }) => (
          <option value={code} selected={code === country}>
            {`${name} (+${dial})`}
          </option>
        ))}
      </select>
      <label for="number">{own.number}</label>
      <input
        type="tel"
        id="number"
        name="number"
        autocomplete="tel"
        dir="ltr"
        required
        maxlength={maxLengths['number']}
        value={values['number'] ?? ''}
        {...marks('number')}
      />
      {problem('number')}
    </>
  );
};

/** The topic field; nothing where the site has no topics. */
const TopicField = ({ call, form, values, notes: { problem } }: Group) => {
  const { texts, tag } = call.language;
  const own = callbackTexts(tag);
  if (form.topics.length === 0) return null;
  return (
    <>
      <label for="topic">
        {own.topic} <small>{texts.optional}</small>
      </label>
      <select id="topic" name="topic">
        <option value="">{own.noTopic}</option>
        {form.topics.map(({ key, name }) => (
          <option value={key} selected={values['topic'] === key}>
            {name}
          </option>
        ))}
      </select>
      {problem('topic')}
    </>
  );
};

/** The note field. */
const NoteField = ({ call, values, notes: { problem, marks } }: Group) => {
  const { texts, tag } = call.language;
  return (
    <>
      <label for="note">
        {callbackTexts(tag).note} <small>{texts.optional}</small>
      </label>
      <textarea id="note" name="note" {...marks('note')}>
        {values['note'] ?? ''}
      </textarea>
      {problem('note')}
    </>
  );
};

/** The consent field; nothing where the site asks for no consent. */
const ConsentField = ({ form, values, notes: { problem, marks } }: Group) => {
  if (!form.consent) return null;
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          name="consent"
          value="yes"
          required
          checked={values['consent'] === 'yes'}
          {...marks('consent')}
        />
        {form.consent}
      </label>
      {problem('consent')}
    </>
  );
};

/** Asking for a call without JavaScript; the times are in the site's zone, which is named. */
export const formPage = (
  call: PageCall,
  form: CallbackForm,
  given: { values: Record<string, string>; wrong: Record<string, FieldCode>; id: string },
): string => {
  const { site, language } = call;
  const { texts, tag } = language;
  const { values, wrong } = given;
  const own = callbackTexts(tag);
  const notes = fieldNotes(wrong, createWrongText(call.language));
  const { problem, marks } = notes;
  return `<!doctype html>${String(
    <Layout site={site} language={language} title={own.title} secret={Object.keys(values).length > 0}>
      <h1>{own.title}</h1>
      <p class="quiet">{own.lead}</p>
      {Object.keys(wrong).length > 0 && (
        <p class="card bad" role="alert">
          {texts.somethingWrong}
        </p>
      )}
      <form method="post" action={`/sites/${site.key}/callback?lang=${tag}`}>
        <input type="hidden" name="id" value={given.id} />
        <NumberFields call={call} form={form} values={values} notes={notes} />
        <When
          form={form}
          tag={tag}
          zone={form.zone}
          chosen={values['when'] ?? ''}
          isSoonOffered
          marks={marks('when')}
        />
        {problem('when')}
        <TopicField call={call} form={form} values={values} notes={notes} />
        <PersonFields texts={texts} whyEmail={own.whyEmail} values={values} notes={notes} />
        <NoteField call={call} form={form} values={values} notes={notes} />
        <ConsentField call={call} form={form} values={values} notes={notes} />
        <TrapField texts={texts} />
        <div class="row">
          <button type="submit">{own.title}</button>
        </div>
      </form>
    </Layout>,
  )}`;
};
