import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { newSecret } from '../../../../shared/core/ids.ts';
import { type Role, roles } from '../../../../shared/core/people/roles.ts';
import { type Command, complain, findSite, type Shell } from '../../cli.ts';
import { Failure } from '../../http/failure.ts';
import { refuseCommon } from './commonPasswords.ts';
import { shortestPassword } from './passwords.ts';
import { findStaffId } from './queries.ts';
import { createStaff, disableStaff, enableStaff, recordOwnAudit } from './writes.ts';

const askPassword = async (): Promise<{ password: string; made: boolean }> => {
  if (!process.stdin.isTTY) return { password: newSecret().slice(0, 20), made: true };
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const password = await terminal.question(`Password (at least ${shortestPassword} characters): `);
  terminal.close();
  return { password, made: false };
};

/** The fault of a chosen password; null for none. */
const complaintAbout = (password: string, context: readonly string[]): string | null => {
  if (password.length < shortestPassword)
    return `Use at least ${shortestPassword} characters for the password.`;
  try {
    refuseCommon(password, 'password', context);
    return null;
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
};

const create: Command = {
  help: `create-staff EMAIL --site KEY --name NAME [--role moderator|agent|admin|owner]
                                          asks for a password; without a terminal, creates and prints one`,
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string', default: 'agent' },
      },
    });
    const [email = ''] = positionals;
    if (!/^\S+@\S+\.\S+$/.test(email)) return complain('Add the person’s email address.');
    if (!(roles as readonly string[]).includes(values.role))
      return complain(`Use one of these roles: ${roles.join(', ')}.`);
    const name = values.name ?? email.split('@')[0] ?? email;
    const { password, made } = await askPassword();
    const complaint = complaintAbout(password, [name, email]);
    if (complaint) return complain(complaint);
    return shell.withContext(async (ctx) => {
      const site = await findSite(ctx, values.site);
      if (!site) return 2;
      await createStaff(ctx, { site: site.id, email, name, password, role: values.role as Role });
      console.log(`${email} is now on ${site.key} as ${values.role}.${made ? ` Password: ${password}` : ''}`);
      return 0;
    });
  },
};

/** Runs something on the account with the address that a command was given. */
const onAccount = (
  shell: Shell,
  [email = '']: string[],
  run: (ctx: Parameters<Parameters<Shell['withContext']>[0]>[0], id: string) => Promise<string>,
): Promise<number> =>
  shell.withContext(async (ctx) => {
    const id = await findStaffId(ctx, email);
    if (!id) return complain(`There’s no account with the email ${JSON.stringify(email)}.`);
    console.log(await run(ctx, id));
    return 0;
  });

const disable: Command = {
  help: 'disable-staff EMAIL               log someone out everywhere, and don’t let them log in again',
  run: (shell, args) =>
    onAccount(shell, args, async (ctx, id) => {
      await disableStaff(ctx, id);
      await recordOwnAudit(ctx, id, 'disabled');
      return `${args[0]} is logged out and can’t log in. Undo this with: foyer enable-staff ${args[0]}`;
    }),
};

const enable: Command = {
  help: 'enable-staff EMAIL                let someone log in again after disable-staff',
  run: (shell, args) =>
    onAccount(shell, args, async (ctx, id) => {
      await enableStaff(ctx, id);
      await recordOwnAudit(ctx, id, 'enabled');
      return `${args[0]} can log in again.`;
    }),
};

/** Accounts from the command line: for who runs the server, over all sites. */
export const staffCommands: Record<string, Command> = {
  'create-staff': create,
  'disable-staff': disable,
  'enable-staff': enable,
};
