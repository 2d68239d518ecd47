import { clockText, zoneFor } from '../core/pages/dates.ts';
import { fill } from '../core/pages/texts.ts';
import { mailTime } from '../core/mail/texts.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { CallbackRow } from './queries.ts';
import { callbackTexts } from './texts.ts';

/** A call's state in words: what the visitor may count on now, in the zone that they asked from. */
export const stateText = (row: CallbackRow, tag: string): string => {
  const texts = callbackTexts(tag);
  const { state, startsAt, endsAt, zone } = row;
  if (state === 'reached') return texts.reached;
  if (state === 'wrong_number') return texts.wrong;
  if (state === 'cancelled') return texts.cancelled;
  if (state === 'expired') return texts.expired;
  if (state === 'calling') return texts.calling;
  if (startsAt === null || endsAt === null) return texts.missed;
  // They asked in it: it is theirs.
  const own = zoneFor(zone, zone);
  const from = mailTime(startsAt, tag, own);
  if (state === 'no_answer') return fill(texts.next, { from });
  return row.soon
    ? fill(texts.by, { time: mailTime(endsAt, tag, own) })
    : fill(texts.between, { from, until: clockText(endsAt, tag, zone) });
};

/** The title and text of a calendar entry. */
export const calendarText = (
  site: Site,
  row: CallbackRow,
  tag: string,
): { summary: string; description: string } => {
  const team = site.settings.teamName || site.name;
  return {
    summary: fill(callbackTexts(tag).summary, { team }),
    description: [stateText(row, tag), row.topic].filter(Boolean).join('\n'),
  };
};
