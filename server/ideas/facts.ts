import { ideaStatuses, type IdeaStatus } from '../../shared/ideas/states.ts';
import type { FactSource } from '../core/facts/source.ts';
import type { FillPage, Filled, NewFact } from '../core/facts/types.ts';
import type { Context } from '../context.ts';
import { findSteps } from './queries/details.ts';
import { listIdeasAfter, listStepsAfter, listTold, listVotesAfter } from './queries/facts.ts';

/** Rows of the past that are filled in at once. */
const pageLength = 500;

const channel = 'ideas';

const stepFact = (step: { ideaId: string; status: IdeaStatus; staffId: string; at: number }): NewFact => ({
  kind: 'idea.status',
  at: step.at,
  subjectId: step.ideaId,
  channel,
  staffId: step.staffId,
  value: ideaStatuses.indexOf(step.status),
});

/** Beginnings of places in the three tables that are filled in one after the other. */
const [ofVotes, ofSteps] = ['vote ', 'step '];

const fillIdeas = async (ctx: Context, siteId: string, { after, before }: FillPage): Promise<Filled> => {
  const rows = await listIdeasAfter(ctx, siteId, after, pageLength);
  return {
    facts: rows
      .filter(({ at }) => at < before)
      .map(({ id, language, at }) => ({ kind: 'idea.added', at, subjectId: id, channel, language })),
    after: rows.length < pageLength ? ofVotes : (rows.at(-1)?.id ?? null),
  };
};

const fillVotes = async (ctx: Context, siteId: string, { after, before }: FillPage): Promise<Filled> => {
  const [ideaId = '', visitorId = ''] = after.slice(ofVotes.length).split(' ');
  const rows = await listVotesAfter(ctx, siteId, { ideaId, visitorId }, pageLength);
  const last = rows.at(-1);
  return {
    facts: rows
      .filter(({ at }) => at < before)
      .map(({ ideaId: id, language, at }) => ({ kind: 'idea.voted', at, subjectId: id, channel, language })),
    after: last && rows.length === pageLength ? `${ofVotes}${last.ideaId} ${last.visitorId}` : ofSteps,
  };
};

const fillSteps = async (ctx: Context, siteId: string, { after, before }: FillPage): Promise<Filled> => {
  const rows = await listStepsAfter(ctx, siteId, after.slice(ofSteps.length), pageLength);
  const last = rows.at(-1);
  return {
    facts: rows.filter(({ at }) => at < before).map(stepFact),
    after: last && rows.length === pageLength ? ofSteps + last.id : null,
  };
};

/** The facts of ideas for reports: that one was suggested, voted for, or given a status. */
export const ideaFacts: FactSource = {
  async read(ctx, siteId, batch) {
    const named = (...kinds: string[]) => batch.filter(({ kind }) => kinds.includes(kind));
    const told = named('idea.added', 'idea.published', 'idea.voted');
    const steps = named('idea.step');
    if (told.length + steps.length === 0) return [];
    const ids = (events: typeof batch) => [...new Set(events.flatMap(({ subjectId }) => subjectId ?? []))];
    const ideas = new Map((await listTold(ctx, siteId, ids(told))).map((row) => [row.id, row]));
    const rows = new Map((await findSteps(ctx, siteId, ids(steps))).map((row) => [row.id, row]));
    return batch.flatMap(({ kind, subjectId, at }): NewFact[] => {
      const step = kind === 'idea.step' ? rows.get(subjectId ?? '') : undefined;
      if (step) return [stepFact({ ...step, at })];
      const idea = kind.startsWith('idea.') ? ideas.get(subjectId ?? '') : undefined;
      if (!idea || !told.some((event) => event.kind === kind)) return [];
      const of = { at, subjectId: idea.id, channel, language: idea.language };
      return [{ kind: kind === 'idea.voted' ? 'idea.voted' : 'idea.added', ...of }];
    });
  },
  async fill(ctx, siteId, page) {
    if (page.after.startsWith(ofVotes)) return fillVotes(ctx, siteId, page);
    if (page.after.startsWith(ofSteps)) return fillSteps(ctx, siteId, page);
    return fillIdeas(ctx, siteId, page);
  },
};
