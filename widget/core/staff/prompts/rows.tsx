import type { ComponentChildren } from 'preact';
import type { AttributeTest, PageMatch } from '../../../../shared/core/prompts/kinds.ts';
import { attributeTests, matchKinds } from '../../../../shared/core/prompts/options.ts';
import type { RuleTexts } from '../../../../shared/core/prompts/texts.ts';

/** Rows of a list, each with a way out, and a way to another one. */
export const Rows = <Row,>(given: {
  title: string;
  rows: readonly Row[];
  add: string;
  remove: string;
  max: number;
  fresh: Row;
  draw(row: Row, change: (row: Row) => void): ComponentChildren;
  onRows(rows: Row[]): void;
}) => (
  <fieldset class="rows">
    <legend>{given.title}</legend>
    {given.rows.map((row, index) => (
      <div class="rule-row" key={`${index}`}>
        {given.draw(row, (changed) =>
          given.onRows(given.rows.map((one, at) => (at === index ? changed : one))),
        )}
        <button type="button" onClick={() => given.onRows(given.rows.filter((_, at) => at !== index))}>
          {given.remove}
        </button>
      </div>
    ))}
    {given.rows.length < given.max && (
      <button type="button" onClick={() => given.onRows([...given.rows, given.fresh])}>
        {given.add}
      </button>
    )}
  </fieldset>
);

/** One of several, within a row. */
export const Choice = <Value extends string>(given: {
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onValue(value: Value): void;
}) => (
  <select
    aria-label={given.label}
    value={given.value}
    onChange={(event) => given.onValue(event.currentTarget.value as Value)}
  >
    {given.options.map(([value, words]) => (
      <option key={value} value={value}>
        {words}
      </option>
    ))}
  </select>
);

/** A short text, within a row. */
export const ShortText = (given: {
  label: string;
  value: string;
  max: number;
  onValue(value: string): void;
}) => (
  <input
    type="text"
    aria-label={given.label}
    placeholder={given.label}
    dir="ltr"
    maxLength={given.max}
    value={given.value}
    onInput={(event) => given.onValue(event.currentTarget.value)}
  />
);

/** Addresses of pages. */
export const PageRows = ({
  title,
  pages,
  max,
  texts,
  onPages,
}: {
  title: string;
  pages: readonly PageMatch[];
  max: number;
  texts: RuleTexts;
  onPages(pages: PageMatch[]): void;
}) => (
  <Rows<PageMatch>
    title={title}
    rows={pages}
    add={texts.addPage}
    remove={texts.remove}
    max={max}
    fresh={{ how: 'is', value: '' }}
    onRows={onPages}
    draw={(page, change) => (
      <>
        <Choice
          label={title}
          value={page.how}
          options={matchKinds.map((how) => [how, texts[`how_${how}`]] as const)}
          onValue={(how) => change({ ...page, how })}
        />
        <ShortText
          label={texts.value}
          value={page.value}
          max={300}
          onValue={(value) => change({ ...page, value })}
        />
      </>
    )}
  />
);

/** The visitor's attributes. */
export const AttributeRows = ({
  tests,
  texts,
  onTests,
}: {
  tests: readonly AttributeTest[];
  texts: RuleTexts;
  onTests(tests: AttributeTest[]): void;
}) => (
  <Rows<AttributeTest>
    title={texts.attributes}
    rows={tests}
    add={texts.addAttribute}
    remove={texts.remove}
    max={10}
    fresh={{ name: '', how: 'is', value: '' }}
    onRows={onTests}
    draw={(row, change) => (
      <>
        <ShortText
          label={texts.name}
          value={row.name}
          max={40}
          onValue={(name) => change({ ...row, name })}
        />
        <Choice
          label={texts.attributes}
          value={row.how}
          options={attributeTests.map((how) => [how, texts[`test_${how}`]] as const)}
          onValue={(how) => change({ ...row, how })}
        />
        {row.how !== 'known' && row.how !== 'unknown' && (
          <ShortText
            label={texts.value}
            value={row.value}
            max={200}
            onValue={(value) => change({ ...row, value })}
          />
        )}
      </>
    )}
  />
);
