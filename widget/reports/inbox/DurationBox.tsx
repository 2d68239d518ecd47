import { smallSample } from '../../../shared/reports/limits.ts';
import type { ComparedDuration, Durations } from '../../../shared/reports/schema.ts';
import { kindName, useFeatures, useLanguage } from '../../core/staff/context.ts';
import { Spans } from './charts.tsx';
import type { Around, Shown } from './formats.ts';
import { Box, Change, Figure, Table } from './parts.tsx';

interface Group extends ComparedDuration {
  id: string;
  name: string;
  shown: Omit<Shown, 'name' | 'kind'>;
}

/** Channels, teams and people, each with its name. */
const useGroups = ({ channels, teams, people }: Durations, texts: Around['texts']): Group[] => {
  const features = useFeatures();
  const { tag } = useLanguage();
  return [
    ...channels.map((one) => ({ ...one, name: kindName(features, one.id, tag), shown: { channel: one.id } })),
    ...teams.map((one) => ({ ...one, name: one.name || texts.team, shown: { team: one.id } })),
    ...people.map((one) => ({ ...one, name: one.name || texts.person, shown: { staff: one.id } })),
  ];
};

const Figures = ({ all, kind, around }: { all: ComparedDuration; kind: string; around: Around }) => {
  const { texts, formats } = around;
  const isSmall = all.now.n < smallSample;
  const names = { median: texts.median, p90: texts.p90, clockMedian: texts.clock } as const;
  return (
    <div class="figures">
      {(['median', 'p90', 'clockMedian'] as const).map((key) => (
        <Figure
          key={key}
          name={names[key]}
          value={formats.duration(all.now[key])}
          before={formats.duration(all.before[key])}
          isSmall={isSmall}
          shown={key === 'median' ? { kind } : undefined}
          change={key === 'median' ? all.change : undefined}
          around={around}
        />
      ))}
    </div>
  );
};

const GroupTable = ({
  groups,
  question,
  kind,
  around: { texts, formats, show },
}: {
  groups: readonly Group[];
  question: string;
  kind: string;
  around: Around;
}) => (
  <Table
    columns={[texts.group, texts.count, texts.median, texts.p90, texts.before, texts.change]}
    rows={groups.map(({ id, name, now, before, change, shown }) => ({
      key: id,
      isSmall: now.n < smallSample,
      cells: [
        <bdi key="name">{name}</bdi>,
        <button
          key="count"
          type="button"
          class="link"
          aria-label={`${name}: ${formats.number(now.n)}`}
          onClick={() => show({ name: `${question} ${name}`, kind, ...shown })}
        >
          {formats.number(now.n)}
        </button>,
        formats.duration(now.median),
        formats.duration(now.p90),
        formats.duration(before.median),
        <Change key="change" change={change} texts={texts} />,
      ],
    }))}
    texts={texts}
  />
);

/** Channels, teams, or people, under each other. */
const GroupChart = ({
  of,
  groups,
  question,
  around: { texts, formats },
}: {
  of: 'channel' | 'team' | 'staff';
  groups: readonly Group[];
  question: string;
  around: Around;
}) => {
  const points = groups
    .filter(({ now, shown }) => now.n > 0 && of in shown)
    .map(({ id, name, now }) => ({
      id,
      name,
      median: now.median ?? 0,
      p90: now.p90 ?? 0,
      isSmall: now.n < smallSample,
    }));
  const name = texts[of === 'staff' ? 'person' : of];
  return points.length > 0 ? (
    <>
      <h4>{name}</h4>
      <Spans
        points={points}
        most={Math.max(...groups.map(({ now }) => now.p90 ?? 0))}
        label={`${question} ${name}`}
        formats={formats}
      />
    </>
  ) : null;
};

/** Durations by channel, team and person. */
export const DurationBox = ({
  question,
  formula,
  kind,
  durations,
  own,
  around,
}: {
  question: string;
  formula: string;
  kind: string;
  durations: Durations;
  /** True where the person who reads sees no figures of others. */
  own: boolean;
  around: Around;
}) => {
  const { texts } = around;
  const groups = useGroups(durations, texts);
  return (
    <Box question={question} formula={formula} texts={texts}>
      {durations.all.now.n === 0 ? (
        <p class="quiet">{texts.none}</p>
      ) : (
        <>
          <Figures all={durations.all} kind={kind} around={around} />
          {(['channel', 'team', 'staff'] as const).map((key) => (
            <GroupChart key={key} of={key} groups={groups} question={question} around={around} />
          ))}
          <GroupTable groups={groups} question={question} kind={kind} around={around} />
          {own && <p class="quiet">{texts.you}</p>}
        </>
      )}
    </Box>
  );
};
