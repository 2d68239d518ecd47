import type { Host, ScriptModule } from '../host.ts';
import { checkAttributes, checkIdentity, type Identity } from './identity.ts';
import { leave } from './leave.ts';
import { report as tell } from './report.ts';
import { update } from './update.ts';
import { expect, isLine, UsageError } from './usage.ts';

/** Tracked moments that are remembered, the newest: in memory alone, for what the owner shows unasked. */
const maxTracked = 20;

const isSame = (one: Identity | undefined, other: Identity): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const commands: Record<string, (host: Host, ...parameters: unknown[]) => unknown> = {
  update,
  async identify(host, given) {
    const identity = checkIdentity(given);
    // Frameworks say it on every render.
    if (isSame(host.identity, identity)) return;
    host.identity = identity;
    await (await host.panel())?.become();
    host.emit('identify', { signed: identity.token !== undefined });
  },
  async logout(host) {
    host.identity = undefined;
    const panel = await host.panel();
    await (panel ? panel.become() : leave(host));
    host.emit('logout');
  },
  track(host, name, attributes = {}) {
    expect(isLine(name, 80) && name, 'track: a name of up to 80 characters');
    const moment = { name: name as string, attributes: checkAttributes(attributes), at: Date.now() };
    host.tracked = [...(host.tracked ?? []), moment].slice(-maxTracked);
    host.emit('track', { name, attributes: moment.attributes });
  },
  /** Asks that nothing comes unasked just now: at the till, in a film. */
  quiet(host, is = true) {
    expect(typeof is === 'boolean', 'quiet: true or false');
    host.quiet = is as boolean;
  },
  /** The visitor lets the page keep things in their browser. */
  consent(host, is = true) {
    expect(typeof is === 'boolean', 'consent: true or false');
    host.consent = is as boolean;
    if (!is) host.prompts?.forget();
  },
  /** From our own modules that have no other way. */
  report: (host, error) => tell(host, error),
};

export const run: ScriptModule['run'] = (host, name, parameters) => {
  if (!Object.hasOwn(commands, name)) throw new UsageError(`there is no command "${name}"`);
  // biome-ignore lint/style/noNonNullAssertion: the loader passes on only names of commands
  return commands[name]!(host, ...parameters);
};

export const report: ScriptModule['report'] = tell;
