import type { SiteReport } from '../../../shared/reports/schema.ts';
import { kindName, useFeatures, useLanguage } from '../../core/staff/context.ts';
import { DayBars, DayLine, Heat } from './charts.tsx';
import type { Around } from './formats.ts';
import { Box, Figure, Table } from './parts.tsx';

/** The volume, by day and by channel. */
export const VolumeBox = ({ report: { volume }, around }: { report: SiteReport; around: Around }) => {
  const { texts, formats } = around;
  const features = useFeatures();
  const { tag } = useLanguage();
  const { now, before } = volume.all;
  const figures = [
    ['opened', texts.conversations, 'conversation.opened'],
    ['in', texts.messagesIn, 'message.in'],
    ['out', texts.replies, 'message.out'],
  ] as const;
  return (
    <Box question={texts.volumeQ} formula={texts.volumeF} texts={texts}>
      <div class="figures">
        {figures.map(([key, name, kind]) => (
          <Figure
            key={key}
            name={name}
            value={formats.number(now[key])}
            before={formats.number(before[key])}
            shown={{ kind }}
            around={around}
          />
        ))}
      </div>
      <DayBars
        points={volume.days.map(({ day, opened }) => ({ day, value: opened }))}
        label={`${texts.volumeQ} ${texts.conversations}`}
        formats={formats}
      />
      <Table
        columns={[texts.channel, ...figures.flatMap(([, name]) => [name, texts.before])]}
        rows={volume.channels.map((one) => ({
          key: one.channel,
          cells: [
            kindName(features, one.channel, tag),
            ...figures.flatMap(([key, name, kind]) => [
              <button
                key={key}
                type="button"
                class="link"
                onClick={() => around.show({ name, kind, channel: one.channel })}
              >
                {formats.number(one.now[key])}
              </button>,
              formats.number(one.before[key]),
            ]),
          ],
        }))}
        texts={texts}
      />
    </Box>
  );
};

/** When visitors write. */
export const HeatBox = ({
  report: { heat },
  around: { texts, formats },
}: {
  report: SiteReport;
  around: Around;
}) => (
  <Box question={texts.heatQ} formula={texts.heatF} texts={texts}>
    <Heat heat={heat} label={texts.heatQ} formats={formats} />
    <Table
      columns={[texts.day, ...Array.from({ length: 24 }, (_, hour) => formats.number(hour))]}
      rows={heat.map((hours, weekday) => ({
        key: `${weekday}`,
        cells: [formats.weekday(weekday), ...hours.map(formats.number)],
      }))}
      texts={texts}
    />
  </Box>
);

/** Open conversations, day by day. */
export const BacklogBox = ({
  report: { backlog },
  around: { texts, formats },
}: {
  report: SiteReport;
  around: Around;
}) => (
  <Box question={texts.backlogQ} formula={texts.backlogF} texts={texts}>
    <DayLine
      points={backlog.map(({ day, open }) => ({ day, value: open }))}
      label={texts.backlogQ}
      formats={formats}
    />
    <Table
      columns={[texts.day, texts.open]}
      rows={backlog.map(({ day, open }) => ({ key: day, cells: [formats.day(day), formats.number(open)] }))}
      texts={texts}
    />
  </Box>
);
