import type { Calendar } from './calendar.ts';
import { fill } from './fill.ts';
import type { Texts } from './i18n.ts';

const dayLength = 86_400_000;
type Unit = 'second' | 'minute' | 'hour';

/** Calendar days between two instants in the reader's zone. */
const daysBetween = (from: number, to: number): number =>
  Math.round((new Date(to).setHours(0, 0, 0, 0) - new Date(from).setHours(0, 0, 0, 0)) / dayLength);

const format = ({ region }: Texts, at: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(region, options).format(at);

/** 14:20, as the reader writes it. */
export const clockTime = (texts: Texts, at: number): string => {
  const { calendar } = texts;
  if (!calendar) return format(texts, at, { hour: 'numeric', minute: '2-digit' });
  const date = new Date(at);
  const hours = date.getHours();
  const minutes = `${date.getMinutes()}`.padStart(2, '0');
  return calendar.clock === 24
    ? `${`${hours}`.padStart(2, '0')}:${minutes}`
    : // A space that does not break.
      `${hours % 12 || 12}:${minutes}\u00A0${calendar.clock[hours < 12 ? 0 : 1]}`;
};

const dateText = (calendar: Calendar, at: number): string => {
  const date = new Date(at);
  // biome-ignore lint/style/noNonNullAssertion: a calendar has twelve months
  return fill(calendar.date, { day: date.getDate(), month: calendar.months[date.getMonth()]! });
};

/** "today", "yesterday", "Monday" within a week, else the date. */
export const dayName = (texts: Texts, at: number, now: number): string => {
  const days = daysBetween(now, at);
  const distance = Math.abs(days);
  const { calendar } = texts;
  if (calendar) {
    // biome-ignore lint/style/noNonNullAssertion: `days` is -1, 0 or 1 here
    if (distance < 2) return calendar.near[days + 1]!;
    // biome-ignore lint/style/noNonNullAssertion: a calendar has seven days
    return distance < 7 ? calendar.days[new Date(at).getDay()]! : dateText(calendar, at);
  }
  if (distance < 2) return new Intl.RelativeTimeFormat(texts.region, { numeric: 'auto' }).format(days, 'day');
  return format(texts, at, distance < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' });
};

/** The day where a line or a button begins with it: "Tomorrow". */
export const dayTitle = (texts: Texts, at: number, now: number): string =>
  dayName(texts, at, now).replace(/^./u, (first) => first.toLocaleUpperCase(texts.language));

/** A day that can be chosen: what it is called, and its date. "Tomorrow", "1 December". */
export const dayChoice = (texts: Texts, at: number, now: number): { name: string; date: string } => {
  const { calendar } = texts;
  // biome-ignore lint/style/noNonNullAssertion: a calendar has seven days
  const weekday = calendar ? calendar.days[new Date(at).getDay()]! : format(texts, at, { weekday: 'long' });
  return {
    name: Math.abs(daysBetween(now, at)) < 2 ? dayTitle(texts, at, now) : weekday,
    date: calendar ? dateText(calendar, at) : format(texts, at, { day: 'numeric', month: 'long' }),
  };
};

/** The time alone today, else with its day. */
export const whenText = (texts: Texts, at: number, now: number): string =>
  daysBetween(now, at) === 0
    ? clockTime(texts, at)
    : texts.get('dayAndTime', { day: dayName(texts, at, now), time: clockTime(texts, at) });

const spanText = ({ calendar, region }: Texts, count: number, unit: Unit): string =>
  calendar?.own
    ? fill(calendar.own.units[unit][count === 1 ? 0 : 1], { n: count })
    : new Intl.NumberFormat(region, { style: 'unit', unit, unitDisplay: 'long' }).format(count);

/** "40 minutes", "3 hours". */
export const durationText = (texts: Texts, minutes: number): string => {
  const hours = minutes >= 90;
  return texts.get(hours ? 'hours' : 'minutes', {
    count: Math.max(1, Math.ceil(hours ? minutes / 60 : minutes)),
  });
};

/** "in 20 seconds", "in 3 minutes". */
export const inText = (texts: Texts, seconds: number): string => {
  const unit = seconds < 90 ? 'second' : seconds < 5_400 ? 'minute' : 'hour';
  const count = Math.ceil(seconds / { second: 1, minute: 60, hour: 3_600 }[unit]);
  const own = texts.calendar?.own;
  return own
    ? fill(own.within, { span: spanText(texts, count, unit) })
    : new Intl.RelativeTimeFormat(texts.region).format(count, unit);
};

/** "Mara, Tomás and Lena". */
export const listText = (texts: Texts, items: readonly string[]): string => {
  const comma = texts.language === 'ar' ? '، ' : ', ';
  return items.length > 1
    ? // biome-ignore lint/style/noNonNullAssertion: there are two at least
      texts.get('listEnd', { list: items.slice(0, -1).join(comma), last: items.at(-1)! })
    : (items[0] ?? '');
};

/** The date with its year: "21 November 2026". */
export const fullDate = (texts: Texts, at: number): string =>
  texts.calendar
    ? `${dateText(texts.calendar, at)} ${new Date(at).getFullYear()}`
    : format(texts, at, { dateStyle: 'long' });

/** Day, date and time, for those who want to know exactly. */
export const exactText = (texts: Texts, at: number): string =>
  texts.calendar
    ? `${texts.calendar.days[new Date(at).getDay()]}, ${fullDate(texts, at)}, ${clockTime(texts, at)}`
    : format(texts, at, { dateStyle: 'full', timeStyle: 'short' });
