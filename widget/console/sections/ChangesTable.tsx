import type { Change } from '../../../shared/console/changes.ts';
import { useWords } from '../context.ts';

const showValue = (value: unknown, empty: string): string => {
  if (value === undefined || value === null || value === '') return empty;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Changes of settings, one a row. */
export const ChangesTable = ({ label, changes }: { label: string; changes: readonly Change[] }) => {
  const { say } = useWords();
  return (
    <div class="scroll-x" tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.what}</th>
            <th scope="col">{say.before}</th>
            <th scope="col">{say.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ path, before, after }) => (
            <tr key={path.join('.')}>
              <th scope="row" dir="ltr">
                {path.join('.')}
              </th>
              <td dir="auto">{showValue(before, say.empty)}</td>
              <td dir="auto">{showValue(after, say.empty)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
