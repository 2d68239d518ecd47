import { currentZone, isZone } from '../../shared/core/people/zones.ts';
import { saveChoices } from '../core/people/staff/writes.ts';
import * as contract from '../../shared/alerts/routes.ts';
import * as schema from '../../shared/alerts/schema.ts';
import { alertChoices, wantsReports } from '../../shared/core/people/alertChoices.ts';
import { Failure } from '../core/http/failure.ts';
import { type Api, type Call, mount } from '../core/http/mount.ts';
import { findChoices } from '../core/people/staff/queries.ts';
import { deviceName } from '../core/people/device.ts';
import { deleteDevice, findDevice, findLogin, listDevices, saveDevice } from './queries.ts';

const forStaff = {
  access: 'staff',
  rate: 'staff',
  reply: schema.alerts,
  scope: null,
  person: 'These are a person’s own settings.',
} as const;

/** Browsers of one person that pushes go to, at the most; beyond, the oldest goes. */
const maxDevices = 10;

type Own = Pick<Call<'staff', unknown, unknown>, 'ctx' | 'site' | 'session' | 'role'>;

const toView = async ({ ctx, site, session, role }: Own): Promise<schema.Alerts> => {
  const loginAt = await findLogin(ctx, session.hash);
  const devices = await listDevices(ctx, site.id, [session.staff.id]);
  const choices = await findChoices(ctx, site.id, session.staff.id, site.settings.hours.zone);
  return {
    choices: { ...choices, mailReports: wantsReports(choices, role) },
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

/** Routes of one's choice of alerts. */
const mountChoices = (api: Api): void => {
  mount(
    api,
    contract.getAlerts,
    {
      ...forStaff,
      operationId: 'getNotificationSettings',
      summary: 'Get your notification settings and browsers',
    },
    toView,
  );

  mount(
    api,
    contract.putAlerts,
    {
      ...forStaff,
      body: alertChoices,
      audit: false,
      operationId: 'saveNotificationSettings',
      summary: 'Change your notification settings',
    },
    async (call) => {
      const { ctx, site, session, body } = call;
      if (!isZone(body.zone))
        throw new Failure('invalid', 'Unknown time zone.', { fields: { zone: 'unknown' } });
      await ctx.database.write((tx) => [
        saveChoices(tx, {
          siteId: site.id,
          staffId: session.staff.id,
          choices: { ...body, zone: currentZone(body.zone) },
          updatedAt: ctx.clock.now(),
        }),
      ]);
      return toView(call);
    },
  );
};

/** The browsers that are told. */
const mountDevices = (api: Api): void => {
  mount(
    api,
    contract.putPushDevice,
    {
      ...forStaff,
      body: schema.putDevice,
      operationId: 'savePushDevice',
      summary: 'Turn on notifications in a browser',
    },
    async (call) => {
      const { ctx, site, session, body, parameter, read } = call;
      if (!ctx.pusher.accepts(body.endpoint))
        throw new Failure('invalid', 'Notifications can’t be sent to this address.', {
          fields: { endpoint: 'not_allowed' },
        });
      const id = parameter('device');
      const known = await findDevice(ctx, site.id, id);
      // Somebody else had logged in with this browser: it is not theirs any more.
      const mine = (await listDevices(ctx, site.id, [session.staff.id])).filter((one) => one.id !== id);
      const now = ctx.clock.now();
      const loginAt = (await findLogin(ctx, session.hash)) ?? now;
      await ctx.database.write((tx) => [
        ...mine
          .slice(0, Math.max(0, mine.length + 1 - maxDevices))
          .map((one) => deleteDevice(tx, site.id, one.id)),
        saveDevice(tx, {
          siteId: site.id,
          id,
          staffId: session.staff.id,
          ...body,
          device: deviceName(read('user-agent') ?? ''),
          loginAt,
          createdAt: known?.createdAt ?? now,
        }),
      ]);
      return toView(call);
    },
  );

  mount(
    api,
    contract.deletePushDevice,
    {
      ...forStaff,
      operationId: 'deletePushDevice',
      summary: 'Turn off notifications in one of your browsers',
    },
    async (call) => {
      const { ctx, site, session, parameter } = call;
      const known = await findDevice(ctx, site.id, parameter('device'));
      if (known?.staffId === session.staff.id)
        await ctx.database.write((tx) => [deleteDevice(tx, site.id, known.id)]);
      return toView(call);
    },
  );
};

/** Routes of staff alerts: what each member is told of, and where. */
export const mountAlerts = (api: Api): void => {
  mountChoices(api);
  mountDevices(api);
};
