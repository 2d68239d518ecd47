import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { smallSample } from '../../../shared/reports/limits.ts';
import { getReportInsights } from '../../../shared/reports/routes.ts';
import type { ReportInsights, SiteReport } from '../../../shared/reports/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { followLink, go } from '../../core/staff/router.ts';
import type { Around } from './formats.ts';
import { Box, Change } from './parts.tsx';

/** The lists of a report's period: they come after its figures. */
const useInsights = ({ period, before }: Pick<SiteReport, 'period' | 'before'>): ReportInsights | null => {
  const staff = useStaff();
  const [insights, setInsights] = useState<ReportInsights | null>(null);
  useEffect(() => {
    let isStale = false;
    const query = { ...period, beforeFrom: before.from, beforeUntil: before.until };
    void staff.attempt(staff.call(getReportInsights, { query })).then((found) => {
      if (!isStale && found) setInsights(found);
    });
    return () => {
      isStale = true;
    };
  }, [period.from, period.until, before.from, before.until]);
  return insights;
};

type Given = { insights: ReportInsights; around: Around };

const List = ({
  name,
  formula,
  isEmpty,
  around: { texts },
  children,
}: {
  name: string;
  formula: string;
  isEmpty: boolean;
  around: Around;
  children: ComponentChildren;
}) => (
  <Box question={name} formula={formula} texts={texts}>
    {isEmpty ? <p class="quiet">{texts.none}</p> : <ul class="report-list">{children}</ul>}
  </Box>
);

const Gaps = ({ insights: { gaps }, around }: Given) => {
  const { texts, formats } = around;
  return (
    <List name={texts.gapsQ} formula={texts.gapsF} isEmpty={gaps.length === 0} around={around}>
      {gaps.map((gap) => (
        <li key={gap.title} class={gap.people < smallSample ? 'small' : ''}>
          <strong dir="auto">{gap.title}</strong>
          <span class="quiet">{formats.fill(texts.gapLine, gap)}</span>
          <button
            type="button"
            class="link only-screen"
            aria-label={`${texts.write}: ${gap.title}`}
            onClick={() => go('/inbox/articles/new', `?${new URLSearchParams({ title: gap.title })}`)}
          >
            {texts.write}
          </button>
        </li>
      ))}
    </List>
  );
};

const Articles = ({ insights: { articles }, around }: Given) => {
  const { texts, formats, show } = around;
  return (
    <List name={texts.articlesQ} formula={texts.articlesF} isEmpty={articles.length === 0} around={around}>
      {articles.map(({ id, title, path, language, reads, helped, from, to }) => (
        <li key={id} class={helped.now.of < smallSample ? 'small' : ''}>
          <a href={path} target="_blank" rel="noopener" lang={language} dir="auto">
            {title}
          </a>
          <span class="report-line">
            <button
              type="button"
              class="link"
              aria-label={`${title}: ${formats.fill(texts.readsLine, { n: reads.now })}`}
              onClick={() => show({ name: title, kind: 'article.read', subject: id })}
            >
              {formats.fill(texts.readsLine, { n: reads.now })}
            </button>
            {helped.now.of > 0 && (
              <button
                type="button"
                class="link"
                aria-label={`${title}: ${texts.helped}`}
                onClick={() => show({ name: title, kind: 'article.voted', subject: id })}
              >
                {formats.fill(texts.helpedLine, {
                  share: formats.percent(helped.now.hits / helped.now.of),
                  n: helped.now.of,
                })}
              </button>
            )}
            {from !== null && to !== null && (
              <span class="quiet">
                {formats.fill(texts.between, { from: formats.percent(from), to: formats.percent(to) })}
              </span>
            )}
            {helped.now.of > 0 && <Change change={helped.change} texts={texts} />}
          </span>
        </li>
      ))}
    </List>
  );
};

const Topics = ({ insights: { topics }, around, zone }: Given & { zone: string }) => {
  const { texts, formats } = around;
  const { tag } = useLanguage();
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: zone });
  return (
    <List name={texts.topicsQ} formula={texts.topicsF} isEmpty={topics.length === 0} around={around}>
      {topics.map(({ id, words, language, people, items, usual, startedAt }) => (
        <li key={id}>
          <a href="/inbox/trends" onClick={followLink} lang={language} dir="auto">
            {words.join(', ')}
          </a>
          <span class="quiet">
            {formats.fill(texts.topicLine, { people, items, usual, day: day.format(startedAt) })}
          </span>
        </li>
      ))}
    </List>
  );
};

const points = (share: number): number => Math.round(share * 1_000) / 10;

const Prompts = ({ insights: { prompts }, around }: Given) => {
  const { texts, formats } = around;
  const percent = ({ hits, of }: { hits: number; of: number }): string =>
    of ? formats.percent(hits / of) : '–';
  return (
    <List name={texts.promptsQ} formula={texts.promptsF} isEmpty={prompts.length === 0} around={around}>
      {prompts.map(({ id, name, shown, clicked, from, to, goals, lift, change }) => (
        <li key={id} class={shown < smallSample ? 'small' : ''}>
          <strong dir="auto">{name}</strong>
          <span class="quiet">
            {formats.fill(texts.promptLine, { shown, clicked: percent(clicked) })}{' '}
            {from !== null &&
              to !== null &&
              formats.fill(texts.between, { from: formats.percent(from), to: formats.percent(to) })}
          </span>
          {goals && lift && (
            <span class="report-line">
              <span class="quiet">
                {formats.fill(texts.liftLine, {
                  seen: percent(goals.shown),
                  unseen: percent(goals.held),
                  value: points(lift.value),
                  from: points(lift.from),
                  to: points(lift.to),
                })}
              </span>
              <Change change={change} texts={texts} />
            </span>
          )}
        </li>
      ))}
    </List>
  );
};

/** Lists that say what to do: what to write, what to mend, what comes up. */
export const Insights = ({ report, around }: { report: SiteReport; around: Around }) => {
  const insights = useInsights(report);
  if (!insights) return null;
  return (
    <>
      <Gaps insights={insights} around={around} />
      <Articles insights={insights} around={around} />
      <Topics insights={insights} around={around} zone={report.zone} />
      <Prompts insights={insights} around={around} />
    </>
  );
};
