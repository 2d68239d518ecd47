import type {
  DecideIdeas,
  EditIdeaBody,
  IdeaStatusBody,
  StaffIdeaBody,
} from '../../shared/ideas/staffSchema.ts';
import type { IdeaState } from '../../shared/ideas/states.ts';
import type { HeldReason } from '../../shared/core/heldReasons.ts';
import { newId } from '../../shared/core/ids.ts';
import { hasVisibleText } from '../../shared/core/visibleText.ts';
import type { Context } from '../context.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { countReports } from '../core/moderation/reports/queries.ts';
import { forgetReports } from '../core/moderation/reports/writes.ts';
import { fingerprint } from '../core/people/secrets.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { refuse } from './checks.ts';
import { findSteps } from './queries/details.ts';
import { findIdea, findIdeas, type IdeaRow } from './queries/ideas.ts';
import { ideaEvent, slugOf } from './rules.ts';
import { insertIdea, insertStep, keepVersion, linkMerged, updateIdea } from './writes/ideas.ts';
import { recount } from './writes/votes.ts';

/* What staff decide about an idea: whether it's public, its words, its status, and which others are the same. */

const conflict = () => new Failure('conflict', 'This ID has already been used for something else.');

/** @throws Failure `not_found` */
const requireIdea = async (ctx: Context, site: Site, id: string): Promise<IdeaRow> => {
  const row = await findIdea(ctx, site.id, id);
  if (!row) throw notFound();
  return row;
};

/** Adds an idea of the team's. The same id with the same text again changes nothing. */
export const addAsStaff = async (
  ctx: Context,
  site: Site,
  staff: { id: string; name: string },
  { id, title: typed, details, language }: StaffIdeaBody,
): Promise<void> => {
  const title = typed.trim();
  const print = fingerprint(title, details);
  const now = ctx.clock.now();
  const rich = await ctx.renderer.render(details, { site: site.id, person: staff.id });
  const { applied } = await ctx.database.commit({
    site: site.id,
    events: [ideaEvent('added', id), ideaEvent('changed', id)],
    write: (tx) => [
      insertIdea(tx, {
        siteId: site.id,
        id,
        title,
        details,
        rich,
        language,
        slug: slugOf(title),
        authorKind: 'staff',
        authorId: staff.id,
        // A customer's wish is nobody's of the team by name.
        authorName: site.settings.teamName || site.name,
        verified: false,
        state: 'public',
        reason: null,
        createdAt: now,
        updatedAt: now,
        fingerprint: print,
      }),
    ],
  });
  const made = await findIdea(ctx, site.id, id);
  if (!made || (!applied && (made.authorId !== staff.id || made.fingerprint !== print))) throw conflict();
};

const stateOf: Record<DecideIdeas['decision'], IdeaState> = {
  publish: 'public',
  hide: 'hidden',
  hold: 'waiting',
};

/** Takes a decision for several ideas, each in a commit of its own. @returns the ids of those that it changed */
export const decide = async (
  ctx: Context,
  site: Site,
  { ids, decision }: DecideIdeas,
  reason: HeldReason | null = null,
): Promise<string[]> => {
  const reported = await countReports(ctx, site.id, ids);
  const state = stateOf[decision];
  const changed: string[] = [];
  for (const row of await findIdeas(ctx, site.id, [...new Set(ids)])) {
    // What was erased has nothing left to be seen.
    if (row.title === '' || (row.state === state && !reported.has(row.id))) continue;
    await ctx.database.commit({
      site: site.id,
      events: [
        ...(state === 'public' && row.state !== 'public' ? [ideaEvent('published', row.id)] : []),
        ideaEvent('changed', row.id),
      ],
      write: (tx) => [
        updateIdea(tx, site.id, row.id, {
          state,
          vetted: state === 'public',
          reason: state === 'waiting' ? reason : null,
          updatedAt: ctx.clock.now(),
        }),
        forgetReports(tx, site.id, row.id),
      ],
    });
    changed.push(row.id);
  }
  return changed;
};

/** Changes an idea's words; what it said before is kept. Its old address leads to the new one. */
export const edit = async (
  ctx: Context,
  site: Site,
  staffId: string,
  id: string,
  { title: typed, details }: EditIdeaBody,
): Promise<void> => {
  const row = await requireIdea(ctx, site, id);
  const title = typed.trim();
  if (row.title === title && row.details === details) return;
  const now = ctx.clock.now();
  const rich = await ctx.renderer.render(details, { site: site.id, person: staffId });
  await ctx.database.commit({
    site: site.id,
    events: [ideaEvent('changed', id)],
    write: (tx) => [
      keepVersion(tx, {
        siteId: site.id,
        id: newId(now),
        ideaId: id,
        title: row.title,
        details: row.details,
        staffId,
        at: now,
      }),
      updateIdea(tx, site.id, id, {
        title,
        details,
        rich,
        slug: slugOf(title),
        editedAt: now,
        updatedAt: now,
      }),
    ],
  });
};

/**
 * Sets an idea's status, with a note for everybody. The same id again changes nothing.
 * @throws Failure `invalid` where what is declined has no reason
 */
export const setStatus = async (
  ctx: Context,
  site: Site,
  staffId: string,
  ideaId: string,
  { id, status, note: typed }: IdeaStatusBody,
): Promise<void> => {
  const row = await requireIdea(ctx, site, ideaId);
  const note = hasVisibleText(typed) ? typed.trim() : '';
  if (status === 'declined' && note === '') throw refuse('note', 'required');
  const [before] = await findSteps(ctx, site.id, [id]);
  if (before) {
    if (before.ideaId !== ideaId || before.status !== status || before.note !== note) throw conflict();
    return;
  }
  if (row.state !== 'public' || row.mergedInto !== null)
    throw new Failure('forbidden', 'Only a public idea has a status.');
  if (row.status === status && row.note === note) return;
  const now = ctx.clock.now();
  const noteRich = await ctx.renderer.render(note, { site: site.id, person: staffId });
  const { applied } = await ctx.database.commit({
    site: site.id,
    events: [ideaEvent('step', id), ideaEvent('changed', ideaId)],
    write: (tx) => [
      insertStep(tx, { siteId: site.id, id, ideaId, status, note, noteRich, staffId, at: now }),
      updateIdea(tx, site.id, ideaId, { status, note, noteRich, statusAt: now, updatedAt: now }),
    ],
  });
  // Its id was taken a moment ago: what that was is looked at once more.
  if (!applied) throw conflict();
};

/** Makes an idea part of another: votes, followers and links count there. */
export const merge = async (ctx: Context, site: Site, id: string, into: string): Promise<void> => {
  const row = await requireIdea(ctx, site, id);
  const target = await findIdea(ctx, site.id, into);
  const root = target?.mergedInto ?? into;
  if (target?.state !== 'public') throw refuse('into', 'unknown');
  if (root === id || row.state !== 'public') throw refuse('into', 'not_allowed');
  if (row.mergedInto === root) return;
  const now = ctx.clock.now();
  await ctx.database.commit({
    site: site.id,
    events: [ideaEvent('changed', id), ideaEvent('changed', root)],
    write: (tx) => [
      ...linkMerged(tx, site.id, id, root),
      updateIdea(tx, site.id, root, { updatedAt: now }),
      recount(tx, site.id, root),
      ...(row.mergedInto ? [recount(tx, site.id, row.mergedInto)] : []),
    ],
  });
};

/** Takes a merge back: each has its own votes again. */
export const unmerge = async (ctx: Context, site: Site, id: string): Promise<void> => {
  const { mergedInto } = await requireIdea(ctx, site, id);
  if (mergedInto === null) return;
  await ctx.database.commit({
    site: site.id,
    events: [ideaEvent('changed', id), ideaEvent('changed', mergedInto)],
    write: (tx) => [
      updateIdea(tx, site.id, id, { mergedInto: null, updatedAt: ctx.clock.now() }),
      recount(tx, site.id, id),
      recount(tx, site.id, mergedInto),
    ],
  });
};
