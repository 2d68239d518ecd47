import { signalText } from '../../events/liveFrames.ts';
import { heldTime, hourOf, onlineFacts, passOnline } from './onlineHours.ts';
import { savePresence, updatePresence } from './writes.ts';
import {
  presence as presenceSchema,
  presenceHolds,
  type Presence,
  type PresenceSignal,
  type PresenceState,
  setPresence as setPresenceBody,
} from '../../../../shared/core/people/presence.ts';
import { getPresence, postPresence, presenceMark } from '../../../../shared/core/people/presenceRoutes.ts';
import type { Person } from '../../../../shared/core/people/site.ts';
import type { Context } from '../../../context.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../../db/database.ts';
import { insertFacts } from '../../facts/writes.ts';
import type { Sink } from '../../events/liveTypes.ts';
import { type Api, mount } from '../../http/mount.ts';
import { openState } from '../sites/hours.ts';
import type { Site } from '../sites/sites.ts';
import { listOnline, findPresence } from './queries.ts';

type Needs = Pick<Context, 'database' | 'clock' | 'bus' | 'sites'>;

/** Presence last announced on this process's own streams, by site. */
const announcedByBus = new WeakMap<Context['bus'], Map<string, string>>();

const announcedOn = (bus: Context['bus']): Map<string, string> => {
  const announced = announcedByBus.get(bus) ?? new Map<string, string>();
  announcedByBus.set(bus, announced);
  return announced;
};

const toView = ({ clock }: Pick<Context, 'clock'>, site: Site, online: Person[]): Presence => {
  const { hours } = site.settings;
  return { online, ...openState(hours, clock.now()), zone: hours.zone };
};

/** Announces presence on open streams, if it changed since it was last announced. */
export const announcePresence = async (ctx: Needs, siteId: string): Promise<Person[]> => {
  const online = await listOnline(ctx, siteId);
  const site = await ctx.sites.byId(siteId);
  if (!site) return online;
  const announced = announcedOn(ctx.bus);
  const now = presenceMark(online);
  if ((announced.get(siteId) ?? '') !== now) {
    announced.set(siteId, now);
    ctx.bus.signal({
      site: siteId,
      to: { staff: true, everyone: true },
      kind: 'presence',
      data: toView(ctx, site, online) satisfies PresenceSignal['data'],
    });
  }
  return online;
};

/**
 * Writes presence to a stream that was just opened, unless its reader has it: nobody has to ask besides, and a change
 * between two streams isn't missed.
 * @param mark what the reader knows, as {@link presenceMark} writes it; undefined: they do not want to hear it
 */
export const greetWithPresence = async (
  ctx: Needs,
  site: Site,
  mark: string | undefined,
  sink: Pick<Sink, 'write'>,
): Promise<void> => {
  if (mark === undefined) return;
  const online = await listOnline(ctx, site.id);
  const now = presenceMark(online);
  // What the process before this one told is what readers know: a change of it is news.
  const announced = announcedOn(ctx.bus);
  if (!announced.has(site.id)) announced.set(site.id, now);
  if (mark === now) return;
  sink.write(
    signalText({
      kind: 'presence',
      signal: true,
      data: toView(ctx, site, online),
    } satisfies PresenceSignal),
  );
};

/** Sites where somebody was there: they are looked at until nobody is. */
export const sitesWithPresence = (ctx: Needs): string[] =>
  [...(announcedByBus.get(ctx.bus) ?? [])].filter(([, online]) => online !== '').map(([site]) => site);

/** Says that somebody is there or away. */
export const setPresence = async (
  ctx: Needs,
  siteId: string,
  staffId: string,
  state: PresenceState,
): Promise<Person[]> => {
  const seenAt = ctx.clock.now();
  const zone = (await ctx.sites.byId(siteId))?.settings.hours.zone ?? 'utc';
  const before = await findPresence(ctx, siteId, staffId);
  const was = before && before.seenAt > seenAt - presenceHolds ? before.state : 'away';
  const { over, open } = passOnline(
    before ?? { hourAt: hourOf(seenAt, zone), onlineFor: 0 },
    before ? heldTime(before, seenAt) : null,
    seenAt,
    zone,
  );
  const now = { state, seenAt, ...open };
  const save = (tx: Queries): (Statement | Decisive)[] =>
    before && over.length
      ? // An hour is kept once, however many tabs say that it's over.
        [decisive(updatePresence(tx, before, now)), ...insertFacts(tx, siteId, onlineFacts(staffId, over))]
      : [savePresence(tx, { siteId, staffId, ...now })];
  // Said every few seconds: only who comes or goes is news for the log.
  const isSaved =
    was === state
      ? await ctx.database.write(save)
      : (
          await ctx.database.commit({
            site: siteId,
            events: [{ kind: 'presence.changed', subject: staffId, audience: 'staff' }],
            write: save,
          })
        ).applied;
  // Another tab was faster, and the hour that is over is kept by now.
  if (!isSaved) return setPresence(ctx, siteId, staffId, state);
  return announcePresence(ctx, siteId);
};

/** Routes of presence: told by the inbox, asked by the widget. */
export const mountPresence = (api: Api): void => {
  mount(
    api,
    getPresence,
    {
      access: 'public',
      rate: 'read',
      reply: presenceSchema,
      operationId: 'getPresence',
      summary: 'List who is online',
    },
    async ({ ctx, site, headers }) => {
      // For what stands between: a browser that asks wants to know.
      headers.set('cache-control', 'public, max-age=0, s-maxage=5');
      return toView(ctx, site, await listOnline(ctx, site.id));
    },
  );
  mount(
    api,
    postPresence,
    {
      access: 'staff',
      audit: false,
      rate: 'staff',
      body: setPresenceBody,
      reply: presenceSchema,
      operationId: 'setPresence',
      scope: null,
      person: 'Being there is something that people are.',
      summary: 'Set yourself online or away, for a minute',
    },
    async ({ ctx, site, session, body }) =>
      toView(ctx, site, await setPresence(ctx, site.id, session.staff.id, body.state)),
  );
};

/** The interval of checks for staff who left without a word, milliseconds. */
const sweepEvery = 10_000;

/** Watches for staff who left without saying so. @returns a function that stops it */
export const watchPresence = (ctx: Context): (() => void) => {
  const timer = setInterval(() => {
    for (const site of sitesWithPresence(ctx))
      announcePresence(ctx, site).catch((err) => {
        ctx.metrics.faults.inc({ kind: 'presence' });
        ctx.log.error({ err }, 'presence');
      });
  }, sweepEvery);
  timer.unref();
  return () => clearInterval(timer);
};
