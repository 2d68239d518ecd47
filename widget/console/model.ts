import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Change, listChanges } from '../../shared/console/changes.ts';
import type { FieldCode } from '../../shared/core/errors.ts';
import type { Membership } from '../../shared/core/people/staff.ts';
import * as routes from '../../shared/console/routes.ts';
import type {
  Colleague,
  History,
  ImportReply,
  Installation,
  Trouble,
  Saved,
  SiteDocument,
} from '../../shared/console/schema.ts';
import { newId, newSecret } from '../../shared/core/ids.ts';
import type { Role } from '../../shared/core/people/staff.ts';
import { type Call, CallError } from '../core/net/client.ts';
import { rebase, withValue } from './document.ts';

/** One site's console: what is saved, what is being changed, and everybody on it. */
interface Installations {
  list: readonly Installation[];
  troubles: readonly Trouble[];
  now: number;
}

export const createConsole = (membership: Membership, anonymous: Call) => {
  const call: Call = (route, options) =>
    anonymous(route, { ...options, path: { site: membership.site, ...options.path } });
  const saved = signal<Saved | null>(null);
  const draft = signal<SiteDocument | null>(null);
  const problem = signal<CallError | null>(null);
  /** What somebody else saved while we were writing. */
  const newer = signal<Saved | null>(null);
  const busy = signal(false);
  /** The revision before the one that was just saved here, while "undo" is offered. */
  const undoable = signal<number | null>(null);
  const history = signal<History['revisions'] | null>(null);
  const people = signal<readonly Colleague[] | null>(null);
  const hasMail = signal(false);
  const installations = signal<Installations | null>(null);

  const asFailure = (error: unknown): CallError =>
    error instanceof CallError ? error : new CallError('broken');

  /** Runs a call; what goes wrong is shown, never swallowed. */
  const attempt = async <Value>(work: Promise<Value>): Promise<Value | null> => {
    try {
      const value = await work;
      problem.value = null;
      return value;
    } catch (error) {
      problem.value = asFailure(error);
      return null;
    }
  };

  const take = (reply: Saved): void => {
    saved.value = reply;
    draft.value = reply.document;
    newer.value = null;
  };

  const load = async (): Promise<void> => {
    const reply = await attempt(call(routes.getSaved, {}));
    if (reply) take(reply);
  };

  /** A write on the revision that we know; a conflict shows what is there now and keeps what was written here. */
  const write = async (work: Promise<Saved>): Promise<boolean> => {
    const before = saved.value!.revision;
    busy.value = true;
    try {
      const reply = await work;
      problem.value = null;
      undoable.value = reply.revision > before ? before : null;
      take(reply);
      return true;
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code === 'conflict') newer.value = await attempt(call(routes.getSaved, {}));
      else problem.value = failure;
      return false;
    } finally {
      busy.value = false;
    }
  };

  const changes = computed<Change[]>(() =>
    saved.value && draft.value ? listChanges(saved.value.document, draft.value) : [],
  );

  // Closing the tab asks first while something is not saved.
  effect(() => {
    if (changes.value.length === 0) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  });

  const loadPeople = async (): Promise<void> => {
    const reply = await attempt(call(routes.getColleagues, {}));
    if (!reply) return;
    people.value = reply.people;
    hasMail.value = reply.hasMail;
  };
  const loadHistory = async (): Promise<void> => {
    const reply = await attempt(call(routes.getHistory, {}));
    if (reply) history.value = reply.revisions;
  };

  /** Asked for again and again: a failure is waited out, and what is refused elsewhere on the screen stays said. */
  const loadInstallations = async (): Promise<void> => {
    try {
      const reply = await call(routes.getInstallations, {});
      installations.value = { list: reply.installations, troubles: reply.troubles, now: reply.now };
    } catch (error) {
      if (!asFailure(error).passes) problem.value = asFailure(error);
    }
  };

  void load();

  return {
    membership,
    call,
    saved: saved as ReadonlySignal<Saved | null>,
    draft: draft as ReadonlySignal<SiteDocument | null>,
    problem: problem as ReadonlySignal<CallError | null>,
    newer: newer as ReadonlySignal<Saved | null>,
    busy: busy as ReadonlySignal<boolean>,
    undoable: undoable as ReadonlySignal<number | null>,
    history: history as ReadonlySignal<History['revisions'] | null>,
    people: people as ReadonlySignal<readonly Colleague[] | null>,
    hasMail: hasMail as ReadonlySignal<boolean>,
    installations: installations as ReadonlySignal<Installations | null>,
    changes,
    attempt,
    load,
    loadPeople,
    loadHistory,

    loadInstallations,

    /** Why the server refused a field of the document, or what lies below it. */
    refused(path: string): FieldCode | undefined {
      const name = `document.${path}`;
      const found = Object.entries(problem.value?.fields ?? {}).find(
        ([field]) => field === name || field.startsWith(`${name}.`),
      );
      return found?.[1];
    },
    set(path: readonly string[], value: unknown): void {
      undoable.value = null;
      draft.value = withValue(draft.value!, path, value);
    },
    /** Lets a refused origin in at once; what else is being changed stays as it is, unsaved. */
    async allow(origin: string): Promise<void> {
      const mine = changes.value;
      const { revision, document } = saved.value!;
      const withOrigin = (given: SiteDocument): SiteDocument => ({
        ...given,
        origins: [...new Set([...given.origins, origin])],
      });
      const body = { revision, document: withOrigin(document) };
      if (!(await write(call(routes.putSettings, { body })))) return;
      draft.value = withOrigin(rebase(saved.value!.document, mine));
      await loadInstallations();
    },
    discard(): void {
      problem.value = null;
      draft.value = saved.value!.document;
    },
    save: () =>
      write(call(routes.putSettings, { body: { revision: saved.value!.revision, document: draft.value! } })),
    undo: (to: number) => write(call(routes.undo, { body: { revision: saved.value!.revision, to } })),
    /** After a conflict: our changes on top of what is there now, to be saved again. */
    keepMine(): void {
      const mine = changes.value;
      const now = newer.value!;
      take(now);
      draft.value = rebase(now.document, mine);
    },
    takeTheirs: () => take(newer.value!),

    /** What a file would change, or null with the reason in `problem`. */
    lookInto: (file: object): Promise<ImportReply | null> =>
      attempt(
        call(routes.importSettings, {
          body: { revision: saved.value!.revision, file: file as never, apply: false },
        }),
      ),
    import: (file: object) =>
      write(
        call(routes.importSettings, {
          body: { revision: saved.value!.revision, file: file as never, apply: true },
        }).then((reply) => reply.saved),
      ),

    /** @returns the link that sets the password, null when they have one; undefined when it was refused */
    async invite(given: { email: string; name: string; role: Role }): Promise<string | null | undefined> {
      const secret = newSecret();
      const reply = await attempt(call(routes.postInvitation, { body: { id: newId(), secret, ...given } }));
      if (!reply) return undefined;
      await loadPeople();
      return reply.needsLink ? linkOf(secret) : null;
    },
    async renewLink(person: string): Promise<string | null> {
      const secret = newSecret();
      const reply = await attempt(call(routes.postLink, { path: { person }, body: { secret } }));
      return reply && linkOf(secret);
    },
    async changePerson(person: string, body: { name?: string; role?: Role }): Promise<boolean> {
      const reply = await attempt(call(routes.patchPerson, { path: { person }, body }));
      if (reply) await loadPeople();
      return reply !== null;
    },
    async removePerson(person: string): Promise<void> {
      const reply = await attempt(call(routes.deletePerson, { path: { person } }));
      if (reply) await loadPeople();
    },
  };
};

/** The secret stands behind the #, which browsers never send. */
const linkOf = (secret: string): string => `${location.origin}/inbox/welcome#${secret}`;

export type ConsoleModel = ReturnType<typeof createConsole>;
