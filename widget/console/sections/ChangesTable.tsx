import type { Change } from '../../../shared/console/changes.ts';
import { fill } from '../../core/text/fill.ts';
import { useTexts } from '../context.ts';
import type { ConsoleTexts } from '../i18n.ts';
import { optionName, settingName } from '../sectionName.ts';

/** A value in words: names and numbers as they are, switches as on and off, and of what holds more, how much. */
const valueText = (
  texts: ConsoleTexts,
  tag: string,
  path: readonly PropertyKey[],
  value: unknown,
): string => {
  if (value === undefined || value === null || value === '') return texts.empty;
  const option = optionName(texts, path.join('.'), value);
  if (option) return option;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return new Intl.NumberFormat(tag).format(value);
  if (typeof value === 'boolean') return value ? texts.isOn : texts.isOff;
  const parts = Array.isArray(value) ? value : Object.values(value);
  if (parts.length === 0) return texts.empty;
  const isPlain = parts.every((part) => typeof part === 'string' || typeof part === 'number');
  if (isPlain) return parts.join(', ');
  return fill(texts.entries, { count: new Intl.NumberFormat(tag).format(parts.length) });
};

/** Changes of settings, one a row. */
export const ChangesTable = ({
  label,
  heads: [before, after],
  changes,
}: {
  label: string;
  /** Heads of the columns before and after, by the table's place. */
  heads: readonly [before: string, after: string];
  changes: readonly Change[];
}) => {
  const { texts, tag } = useTexts();
  return (
    <div class="scroll-x" tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.what}</th>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ path, ...values }) => (
            <tr key={path.join('.')}>
              <th scope="row">{settingName(texts, path.join('.')) ?? texts.otherSettings}</th>
              <td dir="auto">{valueText(texts, tag, path, values.before)}</td>
              <td dir="auto">{valueText(texts, tag, path, values.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
