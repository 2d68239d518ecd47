import type { Change } from '../../../shared/console/changes.ts';
import { fill } from '../../core/text/fill.ts';
import { useTexts } from '../context.ts';
import type { ConsoleTexts } from '../i18n.ts';
import { sectionName } from '../sectionName.ts';

/** A value in words: names and numbers as they are, switches as on and off, and of what holds more, how much. */
const valueText = (texts: ConsoleTexts, tag: string, value: unknown): string => {
  if (value === undefined || value === null || value === '') return texts.empty;
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
export const ChangesTable = ({ label, changes }: { label: string; changes: readonly Change[] }) => {
  const { texts, tag } = useTexts();
  return (
    <div class="scroll-x" tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.what}</th>
            <th scope="col">{texts.before}</th>
            <th scope="col">{texts.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ path, before, after }) => (
            <tr key={path.join('.')}>
              <th scope="row">{sectionName(texts, path.join('.')) ?? texts.otherSettings}</th>
              <td dir="auto">{valueText(texts, tag, before)}</td>
              <td dir="auto">{valueText(texts, tag, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
