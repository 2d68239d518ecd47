import { assertPresent } from '../core/assertPresent.ts';
import { refuseCommon } from '../core/people/staff/commonPasswords.ts';
import {
  endOthers,
  setName,
  setPassword,
  endSessions,
  forgetResets,
  proposeSecondFactor,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from './writes.ts';
import qrcode from 'qrcode';
import * as contract from '../../shared/account/routes.ts';
import * as schema from '../../shared/account/schema.ts';
import { Failure } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { recordOwnAudit, takeCode } from '../core/people/staff/writes.ts';
import { hashPassword, verifyPassword } from '../core/people/staff/passwords.ts';
import {
  hashCode,
  makeCodes,
  newTotpSecret,
  seal,
  stepOf,
  totpOf,
  unseal,
} from '../core/people/staff/secondFactor.ts';
import { mountPasskeys } from './passkeys/routes.ts';
import { findPerson, listAuditRows, listSessions } from './queries.ts';
import { type Own, toView } from './view.ts';
import { revokeStreams, wrong } from './ownAccount.ts';
import { mountReset } from './resetRoutes.ts';

const auditPageSize = 50;

/** The person, when the password is theirs: a browser that was left open decides nothing. Guessing is as slow as at the door. */
const prove = async ({ ctx, session }: Own, address: string, password: string, field: string) => {
  const person = assertPresent(await findPerson(ctx, session.staff.id), 'a session ends with its person');
  await ctx.loginThrottle.admit(person.email, address, session.hash);
  if (!(await verifyPassword(person.passwordHash, password))) throw wrong(field);
  return person;
};

/** The dark modules of a QR code as an SVG path, one unit each. */
export const qrOf = (text: string): { size: number; path: string } => {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let place = 0; place < data.length; place++)
    if (data[place]) path += `M${place % size} ${Math.floor(place / size)}h1v1h-1z`;
  return { size, path };
};

/** One's own name: an admin changes a membership, never the person. */
const mountName = (api: Api): void =>
  mount(
    api,
    contract.patchAccount,
    {
      access: 'session',
      rate: 'staff',
      body: schema.changeName,
      reply: schema.account,
      maxBytes: 2_048,
      operationId: 'updateAccount',
      summary: 'Change your own name',
    },
    async (call) => {
      const { ctx, session, body } = call;
      const { id, name } = session.staff;
      if (body.name !== name) {
        await ctx.database.write((tx) => [setName(tx, id, body.name)]);
        await recordOwnAudit(ctx, id, 'renamed');
      }
      return toView(call);
    },
  );

/** The account with its sessions, and its password. */
const mountSessions = (api: Api): void => {
  mount(
    api,
    contract.getAccount,
    {
      access: 'session',
      rate: 'staff',
      reply: schema.account,
      operationId: 'getAccount',
      summary: 'Get your own account: sessions and two-factor authentication',
    },
    toView,
  );

  mount(
    api,
    contract.postRevoke,
    {
      access: 'session',
      rate: 'staff',
      body: schema.revokeSessions,
      reply: schema.account,
      maxBytes: 8_192,
      operationId: 'endSessions',
      summary: 'End your other sessions, or one of them',
    },
    async (call) => {
      const { ctx, session, body, address } = call;
      await prove(call, address, body.current, 'current');
      const ended = (await listSessions(ctx, session.staff.id))
        .map(({ hash }) => hash)
        .filter((hash) => hash !== session.hash && (body.session === undefined || hash === body.session));
      await ctx.database.write((tx) => endSessions(tx, session.staff.id, ended));
      revokeStreams(ctx, ended);
      if (ended.length) await recordOwnAudit(ctx, session.staff.id, 'sessions_ended');
      return toView(call);
    },
  );

  mount(
    api,
    contract.postPassword,
    {
      access: 'session',
      rate: 'staff',
      body: schema.changePassword,
      reply: schema.account,
      maxBytes: 8_192,
      operationId: 'changePassword',
      summary: 'Change your password and end all other sessions',
    },
    async (call) => {
      const { ctx, session, body, address } = call;
      const person = await prove(call, address, body.current, 'current');
      if (person.totpSince !== null && !(await takeCode(ctx, person, body.code ?? ''))) throw wrong('code');
      refuseCommon(body.password, 'password', [session.staff.name, session.staff.email]);
      const passwordHash = await hashPassword(body.password);
      const ended = (await listSessions(ctx, person.id)).map(({ hash }) => hash);
      await ctx.database.write((tx) => [
        setPassword(tx, person.id, passwordHash),
        endOthers(tx, person.id, session.hash),
        forgetResets(tx, person.id),
      ]);
      revokeStreams(
        ctx,
        ended.filter((hash) => hash !== session.hash),
      );
      await recordOwnAudit(ctx, person.id, 'password');
      return toView(call);
    },
  );
};

/** The second factor: shown, turned on, turned off. */
const mountSecondFactor = (api: Api): void => {
  mount(
    api,
    contract.postSecondFactor,
    {
      access: 'session',
      rate: 'staff',
      body: schema.beginSecondFactor,
      reply: schema.enrolment,
      operationId: 'startSecondFactor',
      summary: 'Start turning on two-factor authentication; it takes effect after the first code',
    },
    async (call) => {
      const { ctx, body, address } = call;
      const person = await prove(call, address, body.password, 'password');
      if (person.totpSince !== null)
        throw new Failure('conflict', 'Two-factor authentication is already on.');
      const secret = newTotpSecret();
      await ctx.database.write((tx) => [proposeSecondFactor(tx, person.id, seal(ctx, secret))]);
      const uri = totpOf(secret, 'Foyer', person.email).toString();
      return { secret, uri, qr: qrOf(uri) };
    },
  );

  mount(
    api,
    contract.putSecondFactor,
    {
      access: 'session',
      rate: 'staff',
      body: schema.confirmSecondFactor,
      reply: schema.recoveryCodes,
      operationId: 'confirmSecondFactor',
      summary: 'Turn on two-factor authentication with a code; recovery codes are shown once',
    },
    async ({ ctx, session, body, address }) => {
      const person = assertPresent(await findPerson(ctx, session.staff.id), 'a session ends with its person');
      if (person.totpSecret === null || person.totpSince !== null)
        throw new Failure('conflict', 'There’s nothing to turn on. Start again.');
      await ctx.loginThrottle.admit(person.email, address, session.hash);
      const step = stepOf(unseal(ctx, person.totpSecret), body.code, ctx.clock.now());
      if (step === null) throw wrong('code');
      const codes = makeCodes();
      const hashes = codes.map((code) => hashCode(person.id, code));
      await ctx.database.write((tx) => turnOnSecondFactor(tx, person.id, step, hashes, ctx.clock.now()));
      await recordOwnAudit(ctx, person.id, 'second_factor_on');
      return { codes };
    },
  );

  mount(
    api,
    contract.postEndSecondFactor,
    {
      access: 'session',
      rate: 'staff',
      body: schema.endSecondFactor,
      reply: schema.account,
      operationId: 'endSecondFactor',
      summary: 'Turn off two-factor authentication',
    },
    async (call) => {
      const { ctx, body, address } = call;
      const person = await prove(call, address, body.password, 'password');
      if (!(await takeCode(ctx, person, body.code))) throw wrong('code');
      await ctx.database.write((tx) => turnOffSecondFactor(tx, person.id));
      await recordOwnAudit(ctx, person.id, 'second_factor_off');
      return toView(call);
    },
  );
};

/** Routes of the activity log. */
const mountAudit = (api: Api): void => {
  mount(
    api,
    contract.listAudit,
    {
      access: 'staff',
      rate: 'staff',
      role: 'admin',
      query: schema.auditQuery,
      reply: schema.auditPage,
      operationId: 'listAuditEntries',
      scope: 'settings:read',
      summary: 'List the site’s activity log, newest first',
    },
    async ({ ctx, site, query }) => {
      const rows = await listAuditRows(ctx, site.id, query, auditPageSize + 1);
      const page = rows.slice(0, auditPageSize);
      return {
        entries: page.map((row) => ({ ...row, who: row.who ?? '' })),
        next: rows.length > auditPageSize ? (page.at(-1)?.id ?? null) : null,
      };
    },
  );
};

/** Routes of a person's own account: password, second factor, sessions. */
export const mountAccount = (api: Api): void => {
  mountName(api);
  mountSessions(api);
  mountSecondFactor(api);
  mountPasskeys(api);
  mountReset(api);
  mountAudit(api);
};
