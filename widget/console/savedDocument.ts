import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Change, listChanges } from '../../shared/console/changes.ts';
import * as routes from '../../shared/console/routes.ts';
import type { ImportReply, Saved, SiteDocument } from '../../shared/console/schema.ts';
import { withoutField } from '../core/staff/withoutField.ts';
import type { Attempt } from '../core/net/attempt.ts';
import { asCallError } from '../core/net/client.ts';
import type { Call, CallError } from '../core/net/client.ts';
import { rebase, withValue } from './document.ts';

/** A site's settings: as they are saved, and as they are being changed. */
export interface SavedDocument {
  saved: ReadonlySignal<Saved | null>;
  draft: ReadonlySignal<SiteDocument | null>;
  /** The value of `saved`. @throws Error before it is loaded */
  loaded(): Saved;
  /** The value of `draft`. @throws Error before it is loaded */
  drafted(): SiteDocument;
  changes: ReadonlySignal<Change[]>;
  /** The version that somebody else saved while we were writing. */
  newer: ReadonlySignal<Saved | null>;
  busy: ReadonlySignal<boolean>;
  /** The revision before the one that was just saved here, while "undo" is offered. */
  undoable: ReadonlySignal<number | null>;
  load(): Promise<void>;
  set(path: readonly string[], value: unknown): void;
  discard(): void;
  save(): Promise<boolean>;
  undo(to: number): Promise<boolean>;
  /** True after going back, until something changes. */
  wasUndone: ReadonlySignal<boolean>;
  /** After a conflict: our changes on top of what is there now, to be saved again. */
  keepMine(): void;
  takeTheirs(): void;
  /** Lets an origin in at once; what else is being changed stays as it is, unsaved. @returns whether it was taken */
  allowOrigin(origin: string): Promise<boolean>;
  /** Previews what a file would change; null with the reason in `problem`. */
  lookInto(file: object): Promise<ImportReply | null>;
  import(file: object): Promise<boolean>;
}

/** Closing the tab asks first while something is not saved. */
const warnOfChanges = (changes: ReadonlySignal<readonly Change[]>): void => {
  effect(() => {
    if (changes.value.length === 0) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  });
};

const withOrigin = (document: SiteDocument, origin: string): SiteDocument => ({
  ...document,
  origins: [...new Set([...document.origins, origin])],
});

/** Sections and actions exist only once the document is loaded. @throws Error before: a fault of ours */
const assertLoaded = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('the console is not loaded');
  return value;
};

/** The saved settings and how they are written. @param problem why the last call failed */
const createRevisions = (call: Call, attempt: Attempt, problem: Signal<CallError | null>) => {
  const saved = signal<Saved | null>(null);
  const draft = signal<SiteDocument | null>(null);
  const newer = signal<Saved | null>(null);
  const busy = signal(false);
  const undoable = signal<number | null>(null);
  const take = (reply: Saved): void => {
    saved.value = reply;
    draft.value = reply.document;
    newer.value = null;
  };
  const loaded = (): Saved => assertLoaded(saved.value);
  const drafted = (): SiteDocument => assertLoaded(draft.value);
  const revision = (): number => loaded().revision;
  /** A write on the revision that we know; a conflict shows what is there now and keeps what was written here. */
  const write = async (work: Promise<Saved>): Promise<boolean> => {
    const before = revision();
    busy.value = true;
    try {
      const reply = await work;
      problem.value = null;
      undoable.value = reply.revision > before ? before : null;
      take(reply);
      return true;
    } catch (error) {
      const failure = asCallError(error);
      if (failure.code === 'conflict') newer.value = await attempt(call(routes.getSaved, {}));
      else problem.value = failure;
      return false;
    } finally {
      busy.value = false;
    }
  };
  return { saved, draft, newer, busy, undoable, loaded, drafted, take, revision, write };
};

/** @param problem why the last call failed */
export const createSavedDocument = (
  call: Call,
  attempt: Attempt,
  problem: Signal<CallError | null>,
): SavedDocument => {
  const revisions = createRevisions(call, attempt, problem);
  const { saved, draft, newer, busy, undoable, loaded, drafted, take, revision, write } = revisions;
  const wasUndone = signal(false);
  const changes = computed<Change[]>(() =>
    saved.value && draft.value ? listChanges(saved.value.document, draft.value) : [],
  );
  warnOfChanges(changes);

  const put = (document: SiteDocument): Promise<boolean> =>
    write(call(routes.putSettings, { body: { revision: revision(), document } }));
  const readFile = (file: object, apply: boolean): Promise<ImportReply> =>
    call(routes.importSettings, { body: { revision: revision(), file: file as never, apply } });

  return {
    saved,
    draft,
    loaded,
    drafted,
    changes,
    newer,
    busy,
    undoable,
    async load() {
      const reply = await attempt(call(routes.getSaved, {}));
      if (reply) take(reply);
    },
    set(path, value) {
      undoable.value = null;
      wasUndone.value = false;
      problem.value = withoutField(problem.value, ['document', ...path].join('.'));
      draft.value = withValue(drafted(), path, value);
    },
    discard() {
      problem.value = null;
      draft.value = loaded().document;
    },
    save() {
      wasUndone.value = false;
      return put(drafted());
    },
    wasUndone,
    async undo(to) {
      const isBack = await write(call(routes.undo, { body: { revision: revision(), to } }));
      // Going back is no change of one's own that asks to be undone again: the history has it.
      if (isBack) undoable.value = null;
      wasUndone.value = isBack;
      return isBack;
    },
    keepMine() {
      const mine = changes.value;
      const now = assertLoaded(newer.value);
      take(now);
      draft.value = rebase(now.document, mine);
    },
    takeTheirs: () => take(assertLoaded(newer.value)),
    async allowOrigin(origin) {
      const mine = changes.value;
      if (!(await put(withOrigin(loaded().document, origin)))) return false;
      draft.value = withOrigin(rebase(loaded().document, mine), origin);
      return true;
    },
    lookInto: (file) => attempt(readFile(file, false)),
    import: (file) => write(readFile(file, true).then((reply) => reply.saved)),
  };
};
