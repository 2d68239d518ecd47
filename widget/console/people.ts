import { type ReadonlySignal, signal } from '@preact/signals';
import * as routes from '../../shared/console/routes.ts';
import type { Colleague } from '../../shared/console/schema.ts';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { isAtLeast, type Role } from '../../shared/core/people/roles.ts';
import type { Attempt } from '../core/net/attempt.ts';
import type { Call } from '../core/net/client.ts';

/** True for who answers visitors, and is shown to them: neither invited alone nor a moderator. */
export const answersVisitors = ({ pending, role }: Pick<Colleague, 'pending' | 'role'>): boolean =>
  !pending && isAtLeast(role, 'agent');

/** The secret stands behind the #, which browsers never send. */
const linkOf = (secret: string): string => `${location.origin}/inbox/welcome#${secret}`;

/** Everybody on a site, as who may change that sees them. */
export const createPeople = (call: Call, attempt: Attempt) => {
  const people = signal<readonly Colleague[] | null>(null);
  const hasMail = signal(false);
  const loadPeople = async (): Promise<void> => {
    const reply = await attempt(call(routes.getColleagues, {}));
    if (!reply) return;
    people.value = reply.people;
    hasMail.value = reply.hasMail;
  };
  return {
    people: people as ReadonlySignal<readonly Colleague[] | null>,
    /** Whether invitations go out by email. */
    hasMail: hasMail as ReadonlySignal<boolean>,
    loadPeople,
    /** @returns the link to hand on; null when it was refused */
    async invite(given: { email: string; name: string; role: Role }): Promise<string | null> {
      const secret = newSecret();
      const reply = await attempt(call(routes.postInvitation, { body: { id: newId(), secret, ...given } }));
      if (!reply) return null;
      await loadPeople();
      return linkOf(secret);
    },
    async renewLink(person: string): Promise<string | null> {
      const secret = newSecret();
      const reply = await attempt(call(routes.postLink, { path: { person }, body: { secret } }));
      return reply && linkOf(secret);
    },
    async changeRole(person: string, role: Role): Promise<boolean> {
      const reply = await attempt(call(routes.patchPerson, { path: { person }, body: { role } }));
      if (reply) await loadPeople();
      return reply !== null;
    },
    async removePerson(person: string): Promise<void> {
      const reply = await attempt(call(routes.deletePerson, { path: { person } }));
      if (reply) await loadPeople();
    },
  };
};
