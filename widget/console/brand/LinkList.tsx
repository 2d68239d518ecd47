import type { BrandLink } from '../../../shared/core/brand/schema.ts';
import { languageNames, ourLanguage } from '../../../shared/core/languages.ts';
import { SelectField, TextField } from '../../core/staff/fields.tsx';
import { fill } from '../../core/text/fill.ts';
import { useConsole } from '../context.ts';
import type { BrandTexts } from './texts.ts';

/** One link: its words, where it leads, and whose pages show it. */
const LinkEntry = ({
  link,
  path,
  number,
  texts,
  onChange,
  onMoveUp,
  onRemove,
}: {
  link: BrandLink;
  path: string;
  number: number;
  texts: BrandTexts;
  onChange(part: Partial<BrandLink>): void;
  onMoveUp: (() => void) | null;
  onRemove(): void;
}) => {
  const model = useConsole();
  const { languages } = model.drafted().settings;
  const options = [
    ['', texts.everyLanguage] as const,
    ...languages.map((tag) => [tag, languageNames[ourLanguage(tag) ?? 'en']] as const),
  ];
  return (
    <fieldset class="entry">
      <legend class="unseen">{fill(texts.link, { number })}</legend>
      <div class="pair">
        <TextField
          label={texts.label}
          value={link.label}
          maxLength={40}
          dir="auto"
          refused={model.refused(`${path}.label`)}
          onValue={(label) => onChange({ label })}
        />
        <TextField
          label={texts.href}
          hint={texts.hrefHint}
          value={link.href}
          maxLength={2_000}
          dir="ltr"
          refused={model.refused(`${path}.href`)}
          onValue={(href) => onChange({ href: href.trim() })}
        />
        {languages.length > 1 && (
          <SelectField
            label={texts.language}
            value={link.language}
            options={options}
            onValue={(language) => onChange({ language })}
          />
        )}
      </div>
      <div class="brand-actions">
        {onMoveUp && (
          <button type="button" aria-label={fill(texts.moveUp, { number })} onClick={onMoveUp}>
            ↑
          </button>
        )}
        <button type="button" aria-label={fill(texts.removeLink, { number })} onClick={onRemove}>
          {texts.remove}
        </button>
      </div>
    </fieldset>
  );
};

/** The list with the link at an index one place earlier. */
const movedUp = (list: readonly BrandLink[], index: number): BrandLink[] => {
  const next = [...list];
  next.splice(index - 1, 0, ...next.splice(index, 1));
  return next;
};

/** Links of the owner's own, in their order. */
export const LinkList = ({
  name,
  hint,
  max,
  texts,
}: {
  name: 'headerLinks' | 'footerLinks';
  hint: string;
  max: number;
  texts: BrandTexts;
}) => {
  const model = useConsole();
  const list = model.drafted().settings.brand[name];
  const set = (next: BrandLink[]): void => model.set(['settings', 'brand', name], next);
  return (
    <fieldset class="brand-links">
      <legend>{texts[name]}</legend>
      <p class="quiet">{hint}</p>
      {list.map((link, index) => (
        <LinkEntry
          key={`${index}`}
          link={link}
          path={`settings.brand.${name}.${index}`}
          number={index + 1}
          texts={texts}
          onChange={(part) => set(list.map((one, at) => (at === index ? { ...one, ...part } : one)))}
          onMoveUp={index > 0 ? () => set(movedUp(list, index)) : null}
          onRemove={() => set(list.filter((_, at) => at !== index))}
        />
      ))}
      {list.length < max && (
        <button type="button" onClick={() => set([...list, { label: '', href: 'https://', language: '' }])}>
          {texts.addLink}
        </button>
      )}
    </fieldset>
  );
};
