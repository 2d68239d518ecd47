import type { Slot } from '../../shared/callbacks/schema.ts';
import type { Texts } from '../core/text/i18n.ts';

/** The reader's zone as they call it: "Eastern European Time", else its city. */
export const ownZone = ({ region }: Texts): string => {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const name = new Intl.DateTimeFormat(region, { timeZoneName: 'longGeneric' })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const city = zone.replace(/.*\//, '').replaceAll('_', ' ');
  return name && name !== city ? `${city} (${name})` : city;
};

/** Slots by the reader's days, in order. */
export const daysOf = (slots: readonly Slot[]): Slot[][] => {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    const day = new Date(slot.start).toDateString();
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days.values()];
};
