import { useEffect, useRef, useState } from 'preact/hooks';
import { listReportRows } from '../../../shared/reports/routes.ts';
import type { ReportRows, RowsQuery } from '../../../shared/reports/schema.ts';
import { kindName, useFeatures, useLanguage, useStaff } from '../../core/staff/context.ts';
import { go } from '../../core/staff/router.ts';
import type { Formats, Shown } from './formats.ts';
import type { ReportTexts } from './texts.ts';

type Row = ReportRows['rows'][number];

/** Kinds that are about no conversation: there's none that could be gone. */
const alone = /^(?:answer|article|nps|staff|suggestion|comment)\./;

/** Kinds whose value is a duration. */
const timed = new Set(['reply.first', 'conversation.closed', 'call.reached', 'staff.online']);

const RowView = ({
  row,
  name,
  zone,
  formats,
  texts,
}: {
  row: Row;
  name: string;
  zone: string;
  formats: Formats;
  texts: ReportTexts;
}) => {
  const staff = useStaff();
  const features = useFeatures();
  const { tag } = useLanguage();
  const about = [
    row.channel && kindName(features, row.channel, tag),
    row.team?.name,
    row.staff?.name,
    row.kind === 'article.voted' && (row.value ? texts.saidHelped : texts.saidNot),
    row.kind === 'nps.answered' && row.value !== null && formats.number(row.value),
    timed.has(row.kind) && row.value !== null && formats.duration(Math.round(row.value / 1_000)),
  ].filter(Boolean);
  const { conversation } = row;
  return (
    <li>
      <div class="spread">
        {conversation ? (
          <button
            type="button"
            class="link"
            dir="auto"
            title={texts.openTalk}
            onClick={() => {
              staff.open(conversation.id);
              go('/inbox');
            }}
          >
            {conversation.subject || texts.openTalk}
          </button>
        ) : (
          <span class="quiet">{alone.test(row.kind) ? name : texts.gone}</span>
        )}
        <span class="quiet">
          {new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(
            row.at,
          )}
        </span>
      </div>
      <p class="quiet">
        <bdi>{about.join(' · ')}</bdi>
      </p>
    </li>
  );
};

/** Rows that a number of the report counts, the newest first. */
export const Rows = ({
  shown: { name, ...of },
  period,
  zone,
  formats,
  texts,
  onBack,
}: {
  shown: Shown;
  period: { from: string; until: string };
  zone: string;
  formats: Formats;
  texts: ReportTexts;
  onBack(): void;
}) => {
  const staff = useStaff();
  const [page, setPage] = useState<ReportRows | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const load = async (before: string | null): Promise<void> => {
    const query = { ...period, ...of, ...(before && { before }) } as RowsQuery;
    const found = await staff.attempt(staff.call(listReportRows, { query }));
    if (found)
      setPage((known) => ({ ...found, rows: [...(before ? (known?.rows ?? []) : []), ...found.rows] }));
  };
  useEffect(() => {
    heading.current?.focus();
    void load(null);
  }, []);
  return (
    <section class="box report-rows">
      <div class="row-of-buttons">
        <button type="button" onClick={onBack}>
          {texts.back}
        </button>
      </div>
      <h3 ref={heading} tabIndex={-1}>
        {name}
      </h3>
      <p class="quiet">{formats.range(of.from ?? period.from, of.until ?? period.until)}</p>
      {page?.rows.length === 0 && <p class="quiet">{texts.noRows}</p>}
      <ul>
        {page?.rows.map((row, index) => (
          <RowView key={`${index}`} row={row} name={name} zone={zone} formats={formats} texts={texts} />
        ))}
      </ul>
      {page?.next && (
        <div class="row-of-buttons">
          <button type="button" onClick={() => void load(page.next)}>
            {texts.more}
          </button>
        </div>
      )}
    </section>
  );
};
