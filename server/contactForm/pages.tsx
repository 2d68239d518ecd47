/** @jsxImportSource hono/jsx */
import type { FieldCode } from '../../shared/core/errors.ts';
import { longest } from '../../shared/core/fields.ts';
import { fieldNotes, NameField, TrapField } from '../core/pages/fieldNotes.tsx';
import { Layout } from '../core/pages/layout.tsx';
import { withLanguage } from '../core/pages/links.ts';
import type { PageCall } from '../core/pages/pages.tsx';
import { fill } from '../core/pages/texts.ts';
import type { PageTexts } from '../core/pages/textShape.ts';
import type { Sent } from './readSent.ts';
import { contactFormTexts } from './texts.ts';

/** Path that the owner's form sends to, below the site's own. */
export const formPath = 'form';

/** Says that it arrived, where the owner has no page of their own for that. */
export const sentPage = ({ site, language }: PageCall): string => {
  const texts = contactFormTexts(language.tag);
  return `<!doctype html>${String(
    <Layout site={site} language={language} title={texts.sentTitle} secret>
      <h1>{texts.sentTitle}</h1>
      <p class="card good" role="status">
        {texts.sent}
      </p>
    </Layout>,
  )}`;
};

/** Shows what was wrong, with all that was written: the page that it came from may have lost it. */
export const wrongPage = (
  { site, language }: PageCall,
  sent: Sent,
  wrong: Record<string, FieldCode>,
): string => {
  const texts = contactFormTexts(language.tag);
  const notes = fieldNotes(wrong, (_, code) => {
    const known = language.texts[`wrong_${code}` as keyof PageTexts];
    return fill(typeof known === 'string' ? known : language.texts.wrong_invalid, { max: longest.details });
  });
  const { problem, marks } = notes;
  return `<!doctype html>${String(
    <Layout site={site} language={language} title={texts.wrongTitle} secret>
      <h1>{texts.wrongTitle}</h1>
      <p role="alert">{texts.wrongLead}</p>
      {sent.files.length > 0 && <p class="quiet">{texts.filesGone}</p>}
      <form method="post" action={withLanguage(`/sites/${site.key}/${formPath}`, language.tag)}>
        <NameField texts={language.texts} value={sent.name} notes={notes} />
        <label for="email">{language.texts.yourEmail}</label>
        <input
          type="email"
          id="email"
          name="email"
          required
          dir="ltr"
          autocomplete="email"
          maxlength={longest.email}
          value={sent.email.slice(0, longest.email)}
          {...marks('email')}
        />
        {problem('email')}
        <label for="subject">
          {texts.subject} <small>{texts.optional}</small>
        </label>
        <input
          type="text"
          id="subject"
          name="subject"
          dir="auto"
          maxlength={longest.title}
          value={sent.subject}
        />
        {sent.own.map(({ label, value }, place) => (
          <>
            <label for={`own-${place}`} dir="auto">
              {label}
            </label>
            <input type="text" id={`own-${place}`} name={label} dir="auto" value={value} />
          </>
        ))}
        <label for="message">{texts.message}</label>
        <textarea id="message" name="message" dir="auto" required {...marks('message')}>
          {sent.message}
        </textarea>
        {problem('message')}
        <input type="hidden" name="_next" value={sent.next} />
        <TrapField texts={language.texts} />
        <div class="row">
          <button type="submit">{language.texts.send}</button>
        </div>
      </form>
    </Layout>,
  )}`;
};
