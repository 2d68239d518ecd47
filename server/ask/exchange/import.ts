import { mainLanguage, primarySubtag } from '../../../shared/core/languages.ts';
import type { Context } from '../../context.ts';
import type { Statement, Queries } from '../../core/db/database.ts';
import { derivedId } from '../../core/derivedId.ts';
import { Failure } from '../../core/http/failure.ts';
import { check } from '../../core/http/validate.ts';
import { storableRecord } from '../../core/importing/characters.ts';
import { readLines } from '../../core/importing/json.ts';
import { createNotes, type ImportNotes } from '../../core/importing/notes.ts';
import { readText } from '../../core/importing/readText.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import type { AnswerRow } from '../queries/answers.ts';
import { findAnswersByIds, listPhrasingsOf, listRedirectsOf } from '../queries/exchange.ts';
import { findQuestions, type QuestionRow } from '../queries/questions.ts';
import { reasonOf } from '../importReasons.ts';
import { slugOf } from '../rules.ts';
import { questionChangedEvent } from '../searchSource.ts';
import { insertAnswer, updateAnswer } from '../writes/answers.ts';
import { insertRedirects } from '../writes/exchange.ts';
import { insertPhrasings } from '../writes/phrasings.ts';
import { insertQuestion, updateQuestion } from '../writes/questions.ts';
import { type AnswerOfLine, type QuestionLine, questionLine } from './questionLine.ts';

/** Questions written in one commit: an import of thousands waits for the disk tens of times. */
const atOnce = 50;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The outcome of an import. */
export interface ImportedQuestions {
  added: number;
  changed: number;
  unchanged: number;
  answers: number;
  notes: ImportNotes;
}

/** A question of a file with the ids that it has here. */
interface Taken extends Omit<QuestionLine, 'id' | 'duplicateOf' | 'answers'> {
  id: string;
  duplicateOf: string | null;
  answers: (AnswerOfLine & { id: string })[];
}

/** An id of another system as ours, the same each time. */
const ownId = (siteId: string, kind: string, id: string): string =>
  uuid.test(id) ? id : derivedId(siteId, `imported ${kind}`, id);

const toTaken = (siteId: string, line: QuestionLine): Taken => {
  const id = ownId(siteId, 'question', line.id);
  const duplicateOf = line.duplicateOf === null ? null : ownId(siteId, 'question', line.duplicateOf);
  return {
    ...line,
    id,
    duplicateOf: duplicateOf === id ? null : duplicateOf,
    answers: line.answers.map((answer) => ({
      ...answer,
      // Two questions may have answers that are numbered alike.
      id: uuid.test(answer.id) ? answer.id : derivedId(siteId, `imported answer ${id}`, answer.id),
    })),
  };
};

/** The columns of a question that a file decides. */
const columnsOf = (site: Site, taken: Taken) => ({
  title: taken.title,
  details: taken.details,
  language: primarySubtag(taken.language ?? mainLanguage(site.settings)),
  category: taken.category,
  slug: slugOf(taken.title),
  askedBy: taken.askedBy,
  duplicateOf: taken.duplicateOf,
  closedAt: taken.closed,
  closedReason: taken.closedReason,
  createdAt: taken.created,
  updatedAt: taken.updated ?? taken.created,
});

/** Votes of a question: the file's, until people vote here. */
const votesOf = (taken: Taken, before: QuestionRow | undefined) =>
  before && before.baseMeToo !== before.meToo
    ? {}
    : { solved: taken.solved, meToo: taken.meToo, baseMeToo: taken.meToo };

/** The columns of an answer that a file decides; its votes until people vote here. */
const answerColumns = (taken: AnswerOfLine, team: string, before: AnswerRow | undefined) => ({
  body: taken.body,
  authorKind: taken.author.kind,
  authorName: taken.author.name || (taken.author.kind === 'visitor' ? '' : team),
  verified: taken.author.verified,
  official: taken.official,
  accepted: taken.accepted,
  ...(before && before.baseHelpful !== before.helpful
    ? {}
    : { helpful: taken.helpful, baseHelpful: taken.helpful }),
  createdAt: taken.created,
  editedAt: taken.edited,
});

/** Whether a row says all that a file says. */
const holds = <Row extends object>(row: Row, wanted: Partial<Row>): boolean =>
  Object.entries(wanted).every(([name, value]) => row[name as keyof Row] === value);

/** Rows that are there already of a batch. */
const readBefore = async (ctx: Context, siteId: string, batch: readonly Taken[]) => {
  const ids = batch.map(({ id }) => id);
  const answerIds = batch.flatMap(({ answers }) => answers.map(({ id }) => id));
  const [questions, answers, phrasings, redirects] = await Promise.all([
    findQuestions(ctx, siteId, ids),
    findAnswersByIds(ctx, siteId, answerIds),
    listPhrasingsOf(ctx, siteId, ids),
    listRedirectsOf(ctx, siteId, ids),
  ]);
  return {
    questions: new Map(questions.map((row) => [row.id, row])),
    answers: new Map(answers.map((row) => [row.id, row])),
    phrasings: new Set(phrasings.map(({ questionId, text }) => `${questionId} ${text}`)),
    redirects: new Set(redirects.map(({ questionId, path }) => `${questionId} ${path}`)),
  };
};
type Before = Awaited<ReturnType<typeof readBefore>>;

/** A write that a question needs; none where it is there as it stands in the file. */
type Write = (tx: Queries) => Statement[];

const questionWrite = async (
  ctx: Context,
  site: Site,
  taken: Taken,
  before: QuestionRow | undefined,
): Promise<Write | null> => {
  if (before && before.goneAt !== null)
    throw new Failure('conflict', 'it was erased with the person who asked it');
  const wanted = { ...columnsOf(site, taken), ...votesOf(taken, before) };
  if (before && holds(before, wanted)) return null;
  const who = { site: site.id, person: 'import' };
  const detailsRich = await ctx.renderer.render(taken.details, who);
  return (tx) => [
    before
      ? updateQuestion(tx, site.id, taken.id, { ...wanted, detailsRich })
      : insertQuestion(tx, {
          siteId: site.id,
          id: taken.id,
          solved: 0,
          ...wanted,
          detailsRich,
          published: true,
        }),
  ];
};

const answerWrite = async (
  ctx: Context,
  site: Site,
  questionId: string,
  taken: AnswerOfLine,
  before: AnswerRow | undefined,
): Promise<Write | null> => {
  const wanted = answerColumns(taken, site.settings.teamName, before);
  if (before && holds(before, wanted)) return null;
  if (before && before.questionId !== questionId)
    throw new Failure('conflict', 'an answer’s ID belongs to another question');
  const rich = await ctx.renderer.render(taken.body, { site: site.id, person: 'import' });
  return (tx) => [
    before
      ? updateAnswer(tx, site.id, taken.id, { ...wanted, rich })
      : insertAnswer(tx, { siteId: site.id, id: taken.id, questionId, ...wanted, rich, state: 'public' }),
  ];
};

/** Phrasings and redirects that a question doesn't have yet. */
const otherWrite = (site: Site, taken: Taken, before: Before): Write | null => {
  const words = taken.phrasings.filter((text) => !before.phrasings.has(`${taken.id} ${text}`));
  const paths = taken.formerPaths.filter((path) => !before.redirects.has(`${taken.id} ${path}`));
  if (words.length + paths.length === 0) return null;
  return (tx) => [
    ...insertPhrasings(
      tx,
      words.map((text) => ({
        siteId: site.id,
        id: derivedId(site.id, `phrasing ${taken.id}`, text),
        questionId: taken.id,
        text,
        language: primarySubtag(taken.language ?? mainLanguage(site.settings)),
        createdAt: taken.created,
      })),
    ),
    ...insertRedirects(tx, site.id, taken.id, paths),
  ];
};

/** Takes a batch in one commit; a question that can't be taken is listed. */
const takeBatch = async (
  ctx: Context,
  site: Site,
  batch: readonly { row: string; taken: Taken }[],
  report: ImportedQuestions,
  dryRun: boolean,
): Promise<void> => {
  const before = await readBefore(
    ctx,
    site.id,
    batch.map(({ taken }) => taken),
  );
  const changes: { id: string; writes: Write[] }[] = [];
  for (const { row, taken } of batch) {
    const known = before.questions.get(taken.id);
    try {
      const found = [
        await questionWrite(ctx, site, taken, known),
        ...(await Promise.all(
          taken.answers.map((answer) =>
            answerWrite(ctx, site, taken.id, answer, before.answers.get(answer.id)),
          ),
        )),
        otherWrite(site, taken, before),
      ];
      const writes = found.filter((write) => write !== null);
      report.answers += taken.answers.length;
      report[!known ? 'added' : writes.length > 0 ? 'changed' : 'unchanged']++;
      if (writes.length > 0) changes.push({ id: taken.id, writes });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      report.notes.rejected.push({ row, reason: error.message });
    }
  }
  if (dryRun || changes.length === 0) return;
  await ctx.database.commit({
    site: site.id,
    events: changes.map(({ id }) => questionChangedEvent(id)),
    write: (tx) => changes.flatMap(({ writes }) => writes.flatMap((write) => write(tx))),
  });
};

/**
 * Takes public questions with their answers, ids, dates, votes and redirects from a file of one JSON object a line, as
 * `exportQuestions` writes it. The same file again changes nothing; a line that can't be taken is listed, and the others
 * come in. Whoever erased themselves stays erased: nothing of who asked comes with a file but a name.
 * @throws Error when the file cannot be read at all
 */
export const importQuestions = async (
  ctx: Context,
  site: Site,
  file: string,
  { encoding, dryRun }: { encoding?: string | undefined; dryRun: boolean },
): Promise<ImportedQuestions> => {
  const notes = createNotes();
  const report: ImportedQuestions = { added: 0, changed: 0, unchanged: 0, answers: 0, notes };
  const seen = new Set<string>();
  let batch: { row: string; taken: Taken }[] = [];
  const flush = async (): Promise<void> => {
    const full = batch;
    batch = [];
    if (full.length > 0) await takeBatch(ctx, site, full, report, dryRun);
  };
  for await (const { line, value } of readLines(readText(file, { notes, encoding }), notes)) {
    const row = `line ${line}`;
    try {
      const raw = storableRecord(value as Record<string, unknown>, row, notes, false);
      const taken = toTaken(site.id, check(questionLine, raw));
      if (seen.has(taken.id)) {
        notes.rejected.push({ row, reason: 'its ID stands in the file twice' });
        continue;
      }
      seen.add(taken.id);
      batch.push({ row, taken });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      notes.rejected.push({ row, reason: error.fields ? reasonOf(error.fields) : error.message });
    }
    if (batch.length >= atOnce) await flush();
  }
  await flush();
  return report;
};
