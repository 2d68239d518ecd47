import { recordSuggestionEvent } from './writes/suggestionEvents.ts';
import type { QuestionRow } from './queries/questions.ts';
import { listPhrasings } from './queries/phrasings.ts';
import { deletePhrasings, insertLearned, setAgreed } from './writes/phrasings.ts';
import { newId } from '../../shared/core/ids.ts';
import type { SuggestionEventBody } from '../../shared/ask/schema.ts';
import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { voterOf } from '../core/people/voter.ts';
import { foldPhrase } from '../core/search/tuning.ts';
import { isAgreed, learnablePhrase, memory, overflow } from './learningRules.ts';
import { countVoters } from './queries/answers.ts';
import { questionChangedEvent } from './searchSource.ts';

/** Phrasings that one known visitor can teach: a few at once, then one in ten minutes. */
const teachRate = { perMinute: 0.1, burst: 5 };

/** The person who votes: an address, and the visitor where the site knows one. */
export interface Voter {
  address: string;
  visitor: string | null;
}

const mayTeach = (ctx: Context, site: Site, visitor: string): boolean => {
  try {
    ctx.limiter.take('teach', `${site.id} ${visitor}`, teachRate);
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
};

/** Keeps what became of a suggestion, and learns from it: words that led to an answer lead there again. */
export const takeSuggestionEvent = async (
  ctx: Context,
  site: Site,
  question: QuestionRow,
  body: SuggestionEventBody,
  by: Voter,
): Promise<void> => {
  const phrase = learnablePhrase(body.query);
  const isNew = await recordSuggestionEvent(ctx, site.id, {
    id: body.id,
    session: body.session,
    kind: body.kind,
    questionId: question.id,
    query: body.query,
    phrase,
    voter: voterOf(ctx, site, question.id, by.address),
    visitorId: by.visitor,
    language: body.language,
  });
  if (!isNew || phrase === null) return;
  if (body.kind === 'solved') await strengthen(ctx, site, question, body, phrase, by);
  if (body.kind === 'not_quite') await weaken(ctx, site, question, phrase);
};

const votesFor = (
  ctx: Context,
  site: Site,
  question: QuestionRow,
  phrase: string,
  kind: 'solved' | 'not_quite',
) => countVoters(ctx, site.id, { questionId: question.id, phrase, kind, since: ctx.clock.now() - memory });

/** People whom the words helped, less those whom they did not; each address counts once. */
const agreement = async (
  ctx: Context,
  site: Site,
  question: QuestionRow,
  phrase: string,
): Promise<number> => {
  const solved = await votesFor(ctx, site, question, phrase, 'solved');
  const unsolved = await votesFor(ctx, site, question, phrase, 'not_quite');
  return solved.voters - unsolved.voters;
};

const strengthen = async (
  ctx: Context,
  site: Site,
  question: QuestionRow,
  body: SuggestionEventBody,
  phrase: string,
  by: Voter,
): Promise<void> => {
  if (foldPhrase(question.title) === phrase) return;
  const known = await listPhrasings(ctx, site.id, question.id);
  const same = known.find((row) => row.phrase === phrase);
  const agreed = await agreement(ctx, site, question, phrase);
  if (same) {
    await ctx.database.write((tx) => [setAgreed(tx, site.id, same.id, agreed)]);
    return;
  }
  if (known.some((row) => foldPhrase(row.text) === phrase)) return;
  const votes = await votesFor(ctx, site, question, phrase, 'solved');
  const isTaught = !isAgreed(votes, false) && by.visitor !== null && mayTeach(ctx, site, by.visitor);
  if (!isAgreed(votes, isTaught) || agreed < 1) return;
  const now = ctx.clock.now();
  const learned = {
    siteId: site.id,
    id: newId(now),
    questionId: question.id,
    text: body.query.trim(),
    language: body.language,
    source: 'learned' as const,
    phrase,
    agreed,
    createdAt: now,
  };
  const strongestFirst = [...known, learned].sort(
    (one, other) => other.agreed - one.agreed || other.createdAt - one.createdAt,
  );
  const dropped = overflow(strongestFirst).map((row) => row.id);
  if (dropped.includes(learned.id)) return;
  await ctx.database.commit({
    site: site.id,
    events: [questionChangedEvent(question.id)],
    write: (tx) => [insertLearned(tx, learned), ...deletePhrasings(tx, site.id, dropped)],
  });
};

const weaken = async (ctx: Context, site: Site, question: QuestionRow, phrase: string): Promise<void> => {
  const known = await listPhrasings(ctx, site.id, question.id);
  const same = known.find((row) => row.source === 'learned' && row.phrase === phrase);
  if (!same) return;
  const agreed = await agreement(ctx, site, question, phrase);
  if (agreed > 0) {
    await ctx.database.write((tx) => [setAgreed(tx, site.id, same.id, agreed)]);
    return;
  }
  await ctx.database.commit({
    site: site.id,
    events: [questionChangedEvent(question.id)],
    write: (tx) => deletePhrasings(tx, site.id, [same.id]),
  });
};
