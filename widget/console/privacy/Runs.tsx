import { type RetentionKind, retentionKinds } from '../../../shared/core/people/retentionKinds.ts';
import type { RetentionRun } from '../../../shared/core/people/retentionSchema.ts';
import { stamp } from '../../core/staff/i18n.ts';
import { useTexts } from '../context.ts';
import { kindName, type PrivacyTexts } from './texts.ts';

const said = (own: PrivacyTexts, tag: string, { state, counts }: RetentionRun): string => {
  const number = new Intl.NumberFormat(tag);
  const parts = retentionKinds.flatMap((kind: RetentionKind) => {
    const count = counts[kind];
    return count ? [`${kindName(own, `kind_${kind}`)}: ${number.format(count)}`] : [];
  });
  return parts.length ? parts.join(' · ') : state === 'running' ? own.running : own.nothing;
};

/** Finished runs: what was deleted, and when. */
export const Runs = ({ own, runs }: { own: PrivacyTexts; runs: readonly RetentionRun[] | null }) => {
  const { texts, tag } = useTexts();
  return (
    <section class="card" aria-labelledby="runs">
      <h2 id="runs">{own.runs}</h2>
      <div role="status">
        {runs === null ? (
          <p class="quiet">{texts.loading}</p>
        ) : runs.length === 0 ? (
          <p class="quiet">{own.runsNone}</p>
        ) : (
          <ul class="plain-list">
            {runs.map((run) => (
              <li class="entry-row" key={run.id}>
                <span class="entry-name token-facts">
                  <strong>{said(own, tag, run)}</strong>
                  <span class="quiet">
                    {run.by === 'daily' ? own.byDaily : own.byStaff} · {stamp(tag, run.startedAt)}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
};
