import { ownValue } from '../../../shared/core/own.ts';
import { type ConversationKind, kinds, ownPromiseKinds } from '../../../shared/core/conversations/schema.ts';
import { primarySubtag } from '../../../shared/core/languages.ts';
import type { Context } from '../../context.ts';
import { type ConversationRow, findConversations } from '../../core/conversations/queries/conversations.ts';
import { planJob } from '../../core/jobs/queries.ts';
import type { NewJob } from '../../core/jobs/work.ts';
import type { Planner, JobHandler } from '../../core/jobs/handlers.ts';
import { type Site, siteChanged } from '../../core/people/sites/sites.ts';
import { listTeams } from '../queries/teams.ts';
import { type Candidate, choose, settle } from './choose.ts';
import {
  type Assignment,
  findLastWith,
  listCandidates,
  listOffers,
  listPassed,
  listUnassigned,
  nameStaff,
  stillOffered,
} from './queries.ts';
import { takeBack, giveTo } from './writes.ts';

/*
 * Rounds of giving what waits to who is there. A round follows from whatever may change who gets what: words, a closed
 * conversation, somebody who comes or goes, the site's settings. While something was given and not looked at, and while
 * something waits although somebody is there, the round after it is planned with it. Every step decides in SQL that
 * things still are as they were read, so that of two rounds at once each conversation is given by one.
 */

/** Whether somebody has left without a word is looked at so often while they have something untouched, milliseconds. */
const watchEvery = 5_000;

/** Places become free with time alone, too: looked at so often while something waits, milliseconds. */
const waitEvery = 60_000;

const relevantEvents = new Set(['message.added', 'conversation.changed', 'presence.changed', siteChanged]);

/** Kinds of conversation that a site wants to be given to people. */
const kindsOf = ({ settings }: Site): ConversationKind[] => {
  const { mode } = settings.assignment;
  if (mode === 'off') return [];
  return mode === 'chats' ? ['chat'] : kinds.filter((kind) => !ownPromiseKinds.includes(kind));
};

const round = (key: string, runAt: number): NewJob => ({ kind: 'inbox.assign', key, payload: {}, runAt });

export const planRounds: Planner = async (ctx, siteId, batch) => {
  const last = batch.findLast(({ kind }) => relevantEvents.has(kind));
  const site = last && (await ctx.sites.byId(siteId));
  return site && kindsOf(site).length ? [round(`after ${last.seq}`, last.at)] : [];
};

/** Ends what can be ended of what was given before. @returns what stands still */
const settleOffers = async (ctx: Context, site: Site, there: readonly Candidate[]): Promise<Assignment[]> => {
  const { acceptSeconds } = site.settings.assignment;
  const offers = await listOffers(ctx, site.id);
  const rows = await findConversations(
    ctx,
    site.id,
    offers.map(({ conversationId }) => conversationId),
  );
  const names = await nameStaff(
    ctx,
    offers.map(({ staffId }) => staffId),
  );
  const standing: Assignment[] = [];
  for (const offer of offers) {
    const row = rows.find(({ id }) => id === offer.conversationId);
    const isThere = there.some(({ id }) => id === offer.staffId);
    const outcome = row ? settle(offer, row, isThere, ctx.clock.now(), acceptSeconds) : 'over';
    if (outcome === 'stands') standing.push(offer);
    else if (outcome === 'over' || !row)
      await ctx.database.write((tx) => [stillOffered(tx, offer, 'accepted', ctx.clock.now())]);
    else await takeBack(ctx, offer, row, outcome, names.get(offer.staffId) ?? '', acceptSeconds);
  }
  return standing;
};

/** Gives what waits to who can have it. @returns what was given, and whether something waits on */
const giveOut = async (
  ctx: Context,
  site: Site,
  wanted: ConversationKind[],
): Promise<{ given: number; waits: boolean }> => {
  const teams = await listTeams(ctx, site.id);
  const byLanguage = site.settings.assignment.teams;
  const membersOf = (row: ConversationRow): Set<string> | null => {
    const team =
      row.teamId ?? ownValue(byLanguage, row.language) ?? ownValue(byLanguage, primarySubtag(row.language));
    const found = teams.find(({ id }) => id === team);
    return found ? new Set(found.members) : null;
  };
  let candidates = await listCandidates(ctx, site.id, wanted);
  let given = 0;
  let waits = false;
  if (candidates.length === 0) return { given, waits };
  for (const row of await listUnassigned(ctx, site.id, wanted)) {
    const choice = choose(
      {
        language: row.language,
        members: membersOf(row),
        lastWith: await findLastWith(ctx, row),
        passedBy: await listPassed(ctx, row),
      },
      candidates,
    );
    if (!choice) {
      waits = true;
      continue;
    }
    if (await giveTo(ctx, row, choice, wanted)) {
      given++;
      const now = ctx.clock.now();
      candidates = candidates.map((one) =>
        one.id === choice.person.id ? { ...one, load: one.load + 1, givenAt: now } : one,
      );
    }
    // Somebody else was faster: who is how busy may be another now.
    else candidates = await listCandidates(ctx, site.id, wanted);
  }
  return { given, waits };
};

const assign: JobHandler = async (ctx, job) => {
  const site = await ctx.sites.byId(job.siteId);
  const wanted = site ? kindsOf(site) : [];
  if (!site || wanted.length === 0) return { kind: 'done' };
  const standing = await settleOffers(ctx, site, await listCandidates(ctx, site.id, wanted));
  const { given, waits } = await giveOut(ctx, site, wanted);
  const now = ctx.clock.now();
  const pause = standing.length || given ? watchEvery : waits ? waitEvery : null;
  if (pause === null) return { kind: 'done' };
  // On a grid, so that however many rounds ask for the next one, there is one.
  const next = (Math.floor(now / pause) + 1) * pause;
  return { kind: 'done', write: (tx) => [planJob(tx, site.id, round(`at ${next}`, next), now)] };
};

export const assignJobs: Record<string, JobHandler> = { 'inbox.assign': assign };
