import type { Presence } from '../../../shared/core/people/presence.ts';
import type { Texts } from '../text/i18n.ts';
import { clockTime, dayName, whenText } from '../text/times.ts';

/** The instant at which the reader's clock shows what a clock of the zone shows at the given one. */
const onClockOf = (zone: string, at: number): number => {
  try {
    // Swedish writes dates as ISO 8601 does, without a zone: read again, they are the reader's.
    return Date.parse(new Date(at).toLocaleString('sv', { timeZone: zone }).replace(' ', 'T'));
  } catch {
    // A zone that this browser has never heard of.
    return at;
  }
};

const zoneName = ({ region }: Texts, zone: string, at: number): string =>
  new Intl.DateTimeFormat(region, { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;

const isSameDay = (one: number, other: number): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString();

/** When the doors open next: on the site's clock and, where that is another, on the reader's; empty while they are open. */
export const backText = (texts: Texts, { opensAt, zone }: Presence, now: number): string => {
  if (opensAt === null) return '';
  const there = onClockOf(zone, opensAt);
  // Clocks are set by minutes.
  if (Math.abs(there - opensAt) < 60_000) return texts.get('backAt', { when: whenText(texts, opensAt, now) });
  return texts.get('backAtBoth', {
    when: whenText(texts, there, onClockOf(zone, now)),
    zone: zoneName(texts, zone, opensAt),
    own: isSameDay(there, opensAt)
      ? clockTime(texts, opensAt)
      : texts.get('dayAndTime', {
          day: dayName(texts, opensAt, now),
          time: clockTime(texts, opensAt),
        }),
  });
};
