import type { ReportQuery } from '../../../shared/reports/schema.ts';

export const grains = ['week', 'month', 'own'] as const;
export type Grain = (typeof grains)[number];

/** A period that the reader chose, and how many before the last whole one it is. */
export interface Chosen {
  grain: Grain;
  back: number;
  from: string;
  until: string;
}

const day = 86_400_000;

/** A calendar day as midnight of UTC: days are counted without a zone. */
const asTime = (name: string): number => Date.parse(`${name}T00:00:00Z`);
const asName = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day that an instant is in, in a zone. Sweden writes dates as ISO 8601 does. */
export const dayOf = (at: number, zone: string | undefined): string =>
  new Intl.DateTimeFormat('sv', { ...(zone && { timeZone: zone }), dateStyle: 'short' }).format(at);

const monthOf = (today: string, back: number): { from: string; until: string } => {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return {
    from: asName(Date.UTC(year, month - 1 - back, 1)),
    until: asName(Date.UTC(year, month - back, 0)),
  };
};

const weekOf = (today: string, back: number): { from: string; until: string } => {
  const time = asTime(today);
  const monday = time - ((new Date(time).getUTCDay() + 6) % 7) * day - back * 7 * day;
  return { from: asName(monday), until: asName(monday + 6 * day) };
};

/**
 * The query of chosen weeks from Monday or whole months, against the one before; of one that isn't over, as many days
 * of both.
 * @returns null while a period of the reader's choice is none
 */
export const queryOf = ({ grain, back, from, until }: Chosen, today: string): ReportQuery | null => {
  if (grain === 'own') return from && until && from <= until ? { from, until } : null;
  const periodAt = grain === 'week' ? weekOf : monthOf;
  const period = periodAt(today, back);
  const before = periodAt(today, back + 1);
  if (period.until <= today) return { ...period, beforeFrom: before.from, beforeUntil: before.until };
  const passed = asTime(today) - asTime(period.from);
  const beforeUntil = asName(Math.min(asTime(before.from) + passed, asTime(before.until)));
  return { from: period.from, until: today, beforeFrom: before.from, beforeUntil };
};

/** Periods back that a link may name. */
const maxBack = 600;

/** The period that an address names, as links in mails do; the last whole week where it names none. */
export const chosenBy = (search: string, today: string): Chosen => {
  const usual: Chosen = { grain: 'week', back: 1, from: '', until: '' };
  const query = new URLSearchParams(search);
  const [from, until] = [query.get('from') ?? '', query.get('until') ?? ''];
  if (![from, until].every((day) => /^\d{4}-\d\d-\d\d$/.test(day))) return usual;
  const grain = query.get('grain');
  if (grain === 'week' || grain === 'month') {
    const periodAt = grain === 'week' ? weekOf : monthOf;
    for (let back = 0; back <= maxBack; back++)
      if (periodAt(today, back).from === from) return { ...usual, grain, back };
  }
  return { grain: 'own', back: 0, from, until };
};
