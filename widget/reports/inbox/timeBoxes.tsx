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
        columns={[texts.day, ...figures.map(([, name]) => name)]}
        rows={volume.days.map((one) => ({
          key: one.day,
          cells: [
            formats.day(one.day),
            ...figures.map(([key, name, kind]) => (
              <button
                key={key}
                type="button"
                class="link"
                onClick={() => around.show({ name, kind, from: one.day, until: one.day })}
              >
                {formats.number(one[key])}
              </button>
            )),
          ],
        }))}
        texts={texts}
      />
      {/* Its numbers are folded away, and on paper they stay so. */}
      <h4 class="only-screen">{texts.channel}</h4>
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

/** The numbers of a map by weekday and hour. */
const WeekTable = ({ week, around: { texts, formats } }: { week: number[][]; around: Around }) => (
  <Table
    columns={[texts.day, ...Array.from({ length: 24 }, (_, hour) => formats.number(hour))]}
    rows={week.map((hours, weekday) => ({
      key: `${weekday}`,
      cells: [formats.weekday(weekday), ...hours.map(formats.number)],
    }))}
    texts={texts}
  />
);

/** When visitors write, when they are answered, and who is there then. */
export const HeatBox = ({ report, around }: { report: SiteReport; around: Around }) => {
  const { heat, answered, volume, online, waiting } = report;
  const { texts, formats } = around;
  return (
    <Box question={texts.heatQ} formula={`${texts.heatF} ${texts.answeredF} ${texts.onlineF}`} texts={texts}>
      <div class="figures">
        <Figure
          name={texts.messagesIn}
          value={formats.number(volume.all.now.in)}
          before={null}
          shown={{ kind: 'message.in' }}
          around={around}
        />
        {online && (
          <Figure
            name={texts.online}
            value={formats.number(online.average)}
            before={null}
            shown={{ kind: 'staff.online' }}
            around={around}
          />
        )}
      </div>
      {waiting && (
        <p>
          {formats.fill(texts.waitingText, {
            ...formats.weekHours(waiting.weekday, waiting.hour, 2),
            n: waiting.n,
            time: formats.duration(waiting.seconds),
          })}
        </p>
      )}
      <Heat heat={heat} label={texts.heatQ} formats={formats} />
      <WeekTable week={heat} around={around} />
      <h4>{texts.answeredQ}</h4>
      <Heat heat={answered} label={texts.answeredQ} formats={formats} />
      <WeekTable week={answered} around={around} />
      {online && (
        <>
          <h4>{texts.onlineQ}</h4>
          <Heat heat={online.week} label={texts.onlineQ} formats={formats} />
          <WeekTable week={online.week} around={around} />
        </>
      )}
    </Box>
  );
};

/** Open conversations, day by day. */
export const BacklogBox = ({
  report: { backlog, volume },
  around: { texts, formats, show },
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
      columns={[texts.day, texts.open, texts.conversations]}
      rows={backlog.map(({ day, open }) => ({
        key: day,
        cells: [
          formats.day(day),
          formats.number(open),
          <button
            key="opened"
            type="button"
            class="link"
            onClick={() =>
              show({ name: texts.conversations, kind: 'conversation.opened', from: day, until: day })
            }
          >
            {formats.number(volume.days.find((one) => one.day === day)?.opened ?? 0)}
          </button>,
        ],
      }))}
      texts={texts}
    />
  </Box>
);
