import { saveChoices } from '../core/people/staff/writes.ts';
import { IANAZone } from 'luxon';
import * as contract from '../../shared/alerts/routes.ts';
import * as schema from '../../shared/alerts/schema.ts';
import { alertChoices } from '../../shared/core/people/alertChoices.ts';
import { Failure } from '../core/http/failure.ts';
import { type Api, type Call, mount } from '../core/http/mount.ts';
import { findChoices } from '../core/people/staff/queries.ts';
import { describeDevice } from '../core/people/device.ts';
import { deleteDevice, findDevice, findLogin, listDevices, saveDevice } from './queries.ts';

const forStaff = { access: 'staff', rate: 'staff', reply: schema.alerts } as const;

/** Browsers of one person that pushes go to, at the most; beyond, the oldest goes. */
const mostDevices = 10;

type Own = Pick<Call<'staff', unknown, unknown>, 'ctx' | 'site' | 'session'>;

const describe = async ({ ctx, site, session }: Own): Promise<schema.Alerts> => {
  const loginAt = await findLogin(ctx, session.hash);
  const devices = await listDevices(ctx, site.id, [session.staff.id]);
  return {
    choices: await findChoices(ctx, site.id, session.staff.id, site.settings.hours.zone),
    hasMail: ctx.mailer.isConfigured,
    pushKey: ctx.pusher.publicKey,
    devices: devices.map((one) => ({
      id: one.id,
      device: one.device,
      createdAt: one.createdAt,
      isThis: one.loginAt === loginAt,
    })),
  };
};

/** What a member of staff is told of, and where; each for themselves. */
export const mountAlerts = (api: Api): void => {
  mount(
    api,
    contract.getAlerts,
    { ...forStaff, summary: 'What one is told of on this site, and on which browsers' },
    describe,
  );

  mount(
    api,
    contract.putAlerts,
    { ...forStaff, body: alertChoices, unsaid: true, summary: 'Choose what one is told of, and when not' },
    async (call) => {
      const { ctx, site, session, body } = call;
      if (!IANAZone.isValidZone(body.zone))
        throw new Failure('invalid', 'There is no such time zone.', { fields: { zone: 'unknown' } });
      await ctx.database.write((tx) => [
        saveChoices(tx, {
          siteId: site.id,
          staffId: session.staff.id,
          choices: body,
          updatedAt: ctx.clock.now(),
        }),
      ]);
      return describe(call);
    },
  );

  mount(
    api,
    contract.putPushDevice,
    { ...forStaff, body: schema.putDevice, summary: 'Have pushes sent to this browser' },
    async (call) => {
      const { ctx, site, session, body, path, read } = call;
      if (!ctx.pusher.accepts(body.endpoint))
        throw new Failure('invalid', 'Nothing is pushed there.', { fields: { endpoint: 'not_allowed' } });
      const id = path['device']!;
      const known = await findDevice(ctx, site.id, id);
      // Somebody else had logged in with this browser: it is not theirs any more.
      const mine = (await listDevices(ctx, site.id, [session.staff.id])).filter((one) => one.id !== id);
      const now = ctx.clock.now();
      const loginAt = (await findLogin(ctx, session.hash)) ?? now;
      await ctx.database.write((tx) => [
        ...mine
          .slice(0, Math.max(0, mine.length + 1 - mostDevices))
          .map((one) => deleteDevice(tx, site.id, one.id)),
        saveDevice(tx, {
          siteId: site.id,
          id,
          staffId: session.staff.id,
          ...body,
          device: describeDevice(read('user-agent') ?? ''),
          loginAt,
          createdAt: known?.createdAt ?? now,
        }),
      ]);
      return describe(call);
    },
  );

  mount(
    api,
    contract.deletePushDevice,
    { ...forStaff, summary: 'Have nothing pushed to a browser of one’s own any more' },
    async (call) => {
      const { ctx, site, session, path } = call;
      const known = await findDevice(ctx, site.id, path['device']!);
      if (known?.staffId === session.staff.id)
        await ctx.database.write((tx) => [deleteDevice(tx, site.id, known.id)]);
      return describe(call);
    },
  );
};
