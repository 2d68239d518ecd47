/** @jsxImportSource hono/jsx */
import type { PageTexts } from '../../core/pages/textShape.ts';
import type { FieldCode } from '../../../shared/core/errors.ts';
import { longest } from '../../../shared/core/fields.ts';
import type { PageCall } from '../../core/pages/pages.tsx';
import { fill } from '../../core/pages/texts.ts';

/* What the pages of ask share. */

export const html = (page: unknown): string => `<!doctype html>${String(page)}`;

export const SearchForm = ({ site, language, value }: PageCall & { value: string }) => (
  <form class="search" role="search" action={`/sites/${site.key}/questions`}>
    <input type="hidden" name="lang" value={language.tag} />
    <input
      type="search"
      name="q"
      value={value}
      maxlength={longest.query}
      aria-label={language.texts.searchLabel}
      placeholder={language.texts.searchLabel}
    />
    <button type="submit">{language.texts.search}</button>
  </form>
);

export const QuestionList = ({
  items,
  language,
}: {
  items: { path: string; title: string; snippet: string; lang: string }[];
  language: string;
}) => (
  <ul class="list">
    {items.map((item) => (
      <li>
        <a href={item.path} lang={item.lang === language ? undefined : item.lang}>
          <strong>
            <bdi>{item.title}</bdi>
          </strong>
          <span class="quiet">
            <bdi>{item.snippet}</bdi>
          </span>
        </a>
      </li>
    ))}
  </ul>
);

const maxLengthOf: Record<string, number> = {
  title: longest.title,
  details: longest.details,
  name: longest.name,
  email: longest.email,
};

export const wrongText = (texts: PageTexts, field: string, code: FieldCode): string => {
  const known = texts[`wrong_${code}` as keyof PageTexts];
  return fill(typeof known === 'string' ? known : texts.wrong_invalid, { max: maxLengthOf[field] ?? 0 });
};
