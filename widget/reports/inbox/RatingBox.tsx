import { smallSample } from '../../../shared/reports/limits.ts';
import type { RatingFigure, ReportRatings } from '../../../shared/reports/schema.ts';
import { kindName, useFeatures, useLanguage } from '../../core/staff/context.ts';
import type { Around } from './formats.ts';
import { Box, Change, Figure, ShareFigure, Table } from './parts.tsx';

const countOf = ({ good, okay, bad }: RatingFigure): number => good + okay + bad;
const shareOf = (figure: RatingFigure) => ({ hits: figure.good, of: countOf(figure) });

/** Ratings by channel and team. */
const Groups = ({ ratings, around }: { ratings: ReportRatings; around: Around }) => {
  const { texts, formats, show } = around;
  const features = useFeatures();
  const { tag } = useLanguage();
  const percent = (figure: RatingFigure): string =>
    countOf(figure) ? formats.percent(figure.good / countOf(figure)) : '–';
  const groups = [
    ...ratings.channels.map((one) => ({
      ...one,
      name: kindName(features, one.id, tag),
      shown: { channel: one.id },
    })),
    ...ratings.teams.map((one) => ({ ...one, name: one.name || texts.team, shown: { team: one.id } })),
  ];
  return (
    <Table
      columns={[texts.group, texts.count, texts.satisfied, texts.responses, texts.before, texts.change]}
      rows={groups.map(({ id, name, now, before, change, shown }) => ({
        key: id,
        isSmall: countOf(now) < smallSample,
        cells: [
          <bdi key="name">{name}</bdi>,
          <button
            key="count"
            type="button"
            class="link"
            aria-label={`${name}: ${formats.number(countOf(now))}`}
            onClick={() => show({ name: `${texts.ratingsQ} ${name}`, kind: 'rating.given', ...shown })}
          >
            {formats.number(countOf(now))}
          </button>,
          percent(now),
          now.asked ? formats.percent(Math.min(1, countOf(now) / now.asked)) : '–',
          percent(before),
          <Change key="change" change={change} texts={texts} />,
        ],
      }))}
      texts={texts}
    />
  );
};

/** Ratings of conversations: how many are satisfied, how sure that is, and how many answered. */
export const RatingBox = ({ ratings, around }: { ratings: ReportRatings; around: Around }) => {
  const { texts, formats } = around;
  const { now, before, change, responses } = ratings;
  return (
    <Box question={texts.ratingsQ} formula={texts.ratingsF} texts={texts}>
      <div class="figures">
        <ShareFigure
          name={texts.satisfied}
          share={{ now: shareOf(now), before: shareOf(before), change }}
          shown={{ kind: 'rating.given' }}
          around={around}
        />
        <ShareFigure
          name={texts.responses}
          share={responses}
          shown={{ kind: 'rating.asked' }}
          around={around}
        />
        {(['good', 'okay', 'bad'] as const).map((key) => (
          <Figure
            key={key}
            name={texts[key]}
            value={formats.number(now[key])}
            before={formats.number(before[key])}
            shown={{ kind: 'rating.given', value: key }}
            around={around}
          />
        ))}
      </div>
      {now.from !== null && now.to !== null && (
        <p class="quiet">
          {formats.fill(texts.ratingsText, {
            from: formats.percent(now.from),
            to: formats.percent(now.to),
            n: countOf(now),
          })}
        </p>
      )}
      {ratings.channels.length + ratings.teams.length > 0 && <Groups ratings={ratings} around={around} />}
    </Box>
  );
};
