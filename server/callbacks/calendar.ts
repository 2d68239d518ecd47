import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { isClosed } from '../../shared/callbacks/machine.ts';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { CallbackRow } from './queries.ts';
import { writtenOf } from './numbers.ts';

/** The same for every version of a call, so that calendars change what they have (RFC 5545, 3.8.4.7). */
const uidOf = (ctx: Pick<Context, 'config'>, row: CallbackRow): string =>
  `${createHash('sha256').update(`${row.siteId}\n${row.id}`).digest('hex').slice(0, 32)}@${new URL(ctx.config.publicUrl).hostname}`;

/** The calendar method of a call's state: `CANCEL` once there is nothing to expect any more (RFC 5546, 3.2). */
export const calendarMethod = (row: CallbackRow): 'REQUEST' | 'CANCEL' =>
  isClosed(row.state) ? 'CANCEL' : 'REQUEST';

/**
 * A call as an entry for a calendar (RFC 5545): times in UTC, one UID for all its versions, and SEQUENCE counting them.
 * @param text what the entry is called and says; @param attendee the visitor's address, where they left one
 * @returns null for a call that never had a time
 */
export const callbackCalendar = (
  ctx: Pick<Context, 'config' | 'clock'>,
  site: Site,
  row: CallbackRow,
  text: { summary: string; description: string; url?: string },
  attendee: string | null,
): string | null => {
  const { startsAt: start, endsAt: end } = row;
  if (start === null || end === null) return null;
  const method = calendarMethod(row);
  const calendar = ical({
    prodId: { company: 'Foyer', product: 'Foyer' },
    method: ICalCalendarMethod[method],
  });
  calendar.createEvent({
    id: uidOf(ctx, row),
    sequence: row.sequence,
    stamp: new Date(ctx.clock.now()),
    start: new Date(start),
    // As soon as possible may be a moment: an entry has a length.
    end: new Date(Math.max(end, start + 60_000)),
    summary: text.summary,
    description: text.description,
    location: writtenOf(row.number, row.extension),
    ...(text.url && { url: text.url }),
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: site.settings.teamName || site.name, email: ctx.config.mail.from },
    ...(attendee && { attendees: [{ email: attendee, rsvp: false }] }),
  });
  return calendar.toString();
};
