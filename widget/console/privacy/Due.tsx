import type { RetentionPreview } from '../../../shared/core/people/retentionSchema.ts';
import { stamp } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { useTexts } from '../context.ts';
import { kindName, type PrivacyTexts } from './texts.ts';

/** The preview of what would go now, kind by kind. */
export const Due = (given: {
  own: PrivacyTexts;
  found: RetentionPreview | null;
  isChanged: boolean;
  onRun(): void;
}) => {
  const { own, found, isChanged, onRun } = given;
  const { texts, tag } = useTexts();
  const due = found?.kinds.filter(({ count }) => count > 0) ?? [];
  const count = new Intl.NumberFormat(tag);
  return (
    <section class="card" aria-labelledby="due">
      <h2 id="due">{own.due}</h2>
      <p class="quiet">{isChanged ? own.saveFirst : own.dueLead}</p>
      {found === null ? (
        <p class="quiet">{texts.loading}</p>
      ) : due.length === 0 ? (
        <p>{own.dueNone}</p>
      ) : (
        <>
          <ul class="plain-list">
            {due.map(({ kind, count: number, oldest }) => (
              <li class="entry-row" key={kind}>
                <span class="entry-name">{kindName(own, `kind_${kind}`)}</span>
                <span class="quiet">
                  {oldest === null
                    ? count.format(number)
                    : fill(own.oldest, { count: count.format(number), time: stamp(tag, oldest) })}
                </span>
              </li>
            ))}
          </ul>
          <div class="actions">
            <button type="button" disabled={isChanged} onClick={onRun}>
              {own.run}
            </button>
          </div>
        </>
      )}
    </section>
  );
};
