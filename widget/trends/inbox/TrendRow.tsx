import type { Trend } from '../../../shared/trends/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { ago, counted, exact } from '../../core/staff/i18n.ts';
import { followLink } from '../../core/staff/router.ts';
import { fill } from '../../core/text/fill.ts';
import { IncidentForm } from './IncidentForm.tsx';
import type { TrendTexts } from './texts.ts';
import type { TrendsModel } from './trendsModel.ts';

const itemKinds = ['conversation', 'comment', 'search'] as const satisfies (keyof Trend['kinds'])[];

type Given = { trend: Trend; model: TrendsModel; texts: TrendTexts };

const colours = { current: 'red', incident: 'orange', over: '', quiet: '' } as const;

/** The number who wrote, the number who usually do, and when. */
const About = ({ trend, texts }: Omit<Given, 'model'>) => {
  const { tag } = useLanguage();
  const { now } = useStaff();
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  return (
    <>
      <p class="quiet">
        {counted(tag, texts.people, trend.people)} · {counted(tag, texts.items, trend.items)} ·{' '}
        {trend.usual < 0.05 ? texts.usualNone : fill(texts.usual, { count: number.format(trend.usual) })} ·{' '}
        <time dateTime={new Date(trend.lastAt).toISOString()} title={exact(tag, trend.lastAt)}>
          {ago(tag, trend.lastAt, now.value)}
        </time>
      </p>
      <p class="trend-marks">
        <span class={`chip ${colours[trend.state]}`}>{texts[`state_${trend.state}`]}</span>
        {itemKinds.map(
          (kind) =>
            (trend.kinds[kind] ?? 0) > 0 && (
              <span key={kind} class="chip">
                {texts[`kind_${kind}`]} {number.format(trend.kinds[kind] ?? 0)}
              </span>
            ),
        )}
      </p>
    </>
  );
};

const Examples = ({ trend, texts }: Omit<Given, 'model'>) => {
  const { tag } = useLanguage();
  const staff = useStaff();
  if (trend.examples.length === 0) return <p class="quiet">{texts.forgotten}</p>;
  return (
    <ul class="trend-examples" aria-label={texts.examples}>
      {trend.examples.map(({ text, times, conversation }) => (
        <li key={text}>
          {conversation ? (
            <button
              type="button"
              class="link"
              aria-label={`${texts.openConversation}: ${text}`}
              onClick={() => staff.open(conversation)}
            >
              <bdi>{text}</bdi>
            </button>
          ) : (
            <bdi>{text}</bdi>
          )}
          {times > 1 && <span class="quiet"> ×{new Intl.NumberFormat(tag).format(times)}</span>}
        </li>
      ))}
    </ul>
  );
};

/** One burst, and what to do about it. */
export const TrendRow = ({ trend, model, texts }: Given) => {
  const title = trend.incident?.title ?? trend.words.join(', ');
  const named = (text: string): string => `${text}: ${title}`;
  return (
    <li>
      <h4>
        <bdi>{title}</bdi>
      </h4>
      <About trend={trend} texts={texts} />
      <Examples trend={trend} texts={texts} />
      {model.opening.value === trend.id ? (
        <IncidentForm
          trend={trend}
          model={model}
          texts={texts}
          onClose={() => {
            model.opening.value = null;
          }}
        />
      ) : (
        <div class="row-of-buttons">
          {trend.incident ? (
            <>
              {trend.incident.closedAt === null && (
                <a href="/inbox/news" onClick={followLink}>
                  {texts.toNews}
                </a>
              )}
              <a href={trend.incident.path} target="_blank" rel="noopener">
                {texts.page}
              </a>
            </>
          ) : (
            <>
              <button
                type="button"
                class={trend.state === 'current' ? 'primary' : ''}
                aria-label={named(texts.open)}
                onClick={() => {
                  model.opening.value = trend.id;
                }}
              >
                {texts.open}
              </button>
              {trend.state === 'quiet' ? (
                <button
                  type="button"
                  aria-label={named(texts.undo)}
                  onClick={() => void model.setQuiet(trend, false)}
                >
                  {texts.undo}
                </button>
              ) : (
                <button
                  type="button"
                  aria-label={named(texts.quiet)}
                  onClick={() => void model.setQuiet(trend, true)}
                >
                  {texts.quiet}
                </button>
              )}
            </>
          )}
        </div>
      )}
    </li>
  );
};
