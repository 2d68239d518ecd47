import { useEffect, useState } from 'preact/hooks';
import { useStaff } from '../../core/staff/context.ts';
import { Page } from '../../core/staff/editing/Page.tsx';
import '../../core/staff/editing/styles.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import './styles.ts';
import { TrendRow } from './TrendRow.tsx';
import { texts as trendTexts } from './texts.ts';
import { createTrends } from './trendsModel.ts';

/** Bursts of similar questions, comments and searches. */
export const Trends = () => {
  const staff = useStaff();
  const texts = useFeatureTexts(trendTexts);
  const [model] = useState(() => createTrends(staff));
  useEffect(() => void model.load(), [staff.otherChanges.value]);
  const trends = model.trends.value;
  const done = model.done.value;
  if (!texts || !trends) return null;
  // A row that went to another list would be drawn anew, without what is being written in it.
  const isNow = ({ id, state }: (typeof trends)[number]): boolean =>
    state === 'current' || state === 'incident' || id === model.opening.value;
  const lists = [
    { name: 'now', title: texts.now, shown: trends.filter(isNow) },
    { name: 'before', title: texts.before, shown: trends.filter((trend) => !isNow(trend)) },
  ].filter(({ shown }) => shown.length > 0);
  return (
    <Page name="trends" title={texts.title} lead={texts.lead} head={null}>
      {trends.length === 0 && <p class="empty">{texts.none}</p>}
      {lists.map(({ name, title, shown }) => (
        <section key={name} aria-labelledby={`trends-${name}`}>
          <h3 id={`trends-${name}`}>{title}</h3>
          <ul class="trends">
            {shown.map((trend) => (
              <TrendRow key={trend.id} trend={trend} model={model} texts={texts} />
            ))}
          </ul>
        </section>
      ))}
      <div class="toast" role="status">
        {done && (
          <p>
            <span>{done.by === 'quiet' ? texts.isQuiet : texts.opened}</span>
            {done.by === 'quiet' && (
              <button type="button" class="link" onClick={() => void model.setQuiet(done.trend, false)}>
                {texts.undo}
              </button>
            )}
          </p>
        )}
      </div>
    </Page>
  );
};
