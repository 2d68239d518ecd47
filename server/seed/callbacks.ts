import { assertPresent } from '../core/assertPresent.ts';
import { jobsOfCallback } from '../callbacks/jobs.ts';
import { findCallback, listBooked } from '../callbacks/queries.ts';
import { requestCallback } from '../callbacks/request.ts';
import { moveCallback } from '../callbacks/routes.ts';
import { freeSlots, slotsBetween } from '../callbacks/slots.ts';
import { type Actor, takeStep, theSystem } from '../callbacks/steps.ts';
import type { Context } from '../context.ts';
import { planJob } from '../core/jobs/queries.ts';
import { fingerprint } from '../core/people/secrets.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { newVisitor } from '../core/people/visitors/visitor.ts';
import { calls, type SeedCallback } from './content/callbacks.ts';
import { people, siteTexts } from './content/people.ts';
import { atTime, idFor, minute } from './time.ts';

const day = 24 * 60 * minute;
/** A time that is over began at least so long ago: nobody is just calling. */
const over = 30 * minute;
/** A time that is still to come is far enough away to be looked at before it is due. */
const ahead = 90 * minute;

/** The time of a call, and when it was asked for. */
const timeOf = async (
  ctx: Context,
  site: Site,
  now: number,
  { time, askedBefore }: SeedCallback,
): Promise<{ start: number; askedAt: number }> => {
  const rules = site.settings.callback;
  const asked = askedBefore * minute;
  if ('past' in time) {
    const start = assertPresent(
      [...slotsBetween(rules, now - 7 * day, now - over)].at(-time.past),
      'a week has open hours',
    ).start;
    return { start, askedAt: start - asked };
  }
  return { start: await freeAt(ctx, site, now, time.free), askedAt: now - asked };
};

const freeAt = async (ctx: Context, site: Site, now: number, place: number): Promise<number> =>
  assertPresent(
    freeSlots(site.settings.callback, now + ahead, await listBooked(ctx, site.id, now))[place],
    'the days ahead have free slots',
  ).start;

const actorOf = (staff: Map<string, string>, key: string): Actor =>
  key === 'system'
    ? theSystem
    : {
        kind: 'staff',
        id: assertPresent(staff.get(key), 'the demo’s staff come first'),
        name: people.find((person) => person.key === key)?.name ?? '',
      };

const seedCallback = async (
  ctx: Context,
  site: Site,
  now: number,
  staff: Map<string, string>,
  call: SeedCallback,
): Promise<void> => {
  const id = idFor(call.key);
  const { start, askedAt } = await timeOf(ctx, site, now, call);
  const visitor = newVisitor(site.id, fingerprint(ctx.secrets.signing, call.key), askedAt);
  await requestCallback(
    atTime(ctx, askedAt),
    site,
    visitor,
    {
      id,
      number: call.number,
      country: call.country,
      when: { start },
      topic: call.topic,
      note: call.note,
      name: call.name,
      zone: call.zone,
      language: call.language,
      consent: true,
      page: { url: `${ctx.config.publicUrl}${call.pageUrl}`, title: siteTexts.name },
    },
    // Each from an address of its own: nobody is asked to prove that they are a person.
    `seed ${call.key}`,
    () => undefined,
  );
  if (call.accepted)
    await takeStep(atTime(ctx, askedAt + 12 * minute), site, id, {
      id: idFor(`${call.key} accepted`),
      step: 'accept',
      actor: actorOf(staff, call.accepted),
    });
  if (call.movedTo !== undefined)
    await moveCallback(
      atTime(ctx, askedAt + 30 * minute),
      site,
      id,
      { kind: 'visitor', id: visitor.id, name: call.name },
      { id: idFor(`${call.key} moved`), when: { start: await freeAt(ctx, site, now, call.movedTo) } },
    );
  for (const [index, { step, by, minutes, note }] of (call.steps ?? []).entries())
    await takeStep(atTime(ctx, start + minutes * minute), site, id, {
      id: idFor(`${call.key} ${index}`),
      step,
      actor: actorOf(staff, by),
      note,
    });
};

/** Calls that were asked for and dealt with as in the product, around now. */
export const seedCallbacks = async (
  ctx: Context,
  site: Site,
  now: number,
  staff: Map<string, string>,
): Promise<void> => {
  for (const call of calls) await seedCallback(ctx, site, now, staff, call);
};

/** Plans what is still to come of them: reminders, and that they come due. */
export const planSeededCallbacks = async (ctx: Context, site: Site, now: number): Promise<void> => {
  const rows = await Promise.all(calls.map(({ key }) => findCallback(ctx, site.id, idFor(key))));
  const planned = rows.flatMap((row) => (row ? jobsOfCallback(row) : [])).filter(({ runAt }) => runAt > now);
  await ctx.database.write((tx) => planned.map((job) => planJob(tx, site.id, job, now)));
};
