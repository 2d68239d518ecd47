import { longest } from '../../shared/core/fields.ts';
import { mainLanguage } from '../../shared/core/languages.ts';
import type { Context } from '../context.ts';
import { importedKind } from '../core/conversations/changes.ts';
import { pastFacts } from '../core/conversations/facts/source.ts';
import { previewOf } from '../core/conversations/messages.ts';
import type { ConversationRow } from '../core/conversations/queries/conversations.ts';
import type { Queries, Statement } from '../core/db/database.ts';
import { derivedId } from '../core/derivedId.ts';
import { insertFacts } from '../core/facts/writes.ts';
import { storableRecord } from '../core/importing/characters.ts';
import { createNotes, type ImportNotes } from '../core/importing/notes.ts';
import type { ImportCounts } from '../core/importing/sayImport.ts';
import { fingerprint } from '../core/people/secrets.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { createColleagues, type Found, findWriter } from './people.ts';
import { findThere, listLabels } from './queries.ts';
import { readExplained } from './explained.ts';
import { readRecords } from './readRecords.ts';
import {
  type Explained,
  type MovedConversation,
  type MovedMessage,
  type MovedPerson,
  RecordFault,
  type Source,
} from './shape.ts';
import { fieldsAsAnswers, ratingColumns, ratingRow } from './ratings.ts';
import { insertConversation, insertLabel, type NewMessageRow } from './writes.ts';

/** Labels that an import makes at the most, and letters of one. */
const maxNewLabels = 200;
const maxLabel = 40;
/** Messages of one conversation. */
const maxMessages = 5_000;

export interface MoveOptions {
  /** The help desk's name, as the command line says it. */
  from: string;
  source: Source;
  dryRun: boolean;
}

/** The counts of an import, and fields that Foyer doesn't keep, with how often each was there. */
export interface MoveCounts extends ImportCounts {
  leftOut: ReadonlyMap<string, number>;
}

interface Running extends MoveOptions {
  ctx: Context;
  site: Site;
  notes: ImportNotes;
  explained: Explained;
  /** Fields that aren't kept, with how often, by what the report says of them. */
  leftOut: Map<string, number>;
  colleague: ReturnType<typeof createColleagues>;
  labels: Map<string, string>;
  newLabels: number;
}

/** The words of a message; files are named after them, since they aren't fetched. */
const wordsOf = ({ text, files }: MovedMessage): string =>
  [text, ...files.map((name) => `📎 ${lineOf(name)}`)].filter(Boolean).join('\n\n');

/** A text as one line. */
const lineOf = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();

/** Labels of a conversation by their ids, with the statements of those that are new. */
const labelsOf = (
  running: Running,
  names: readonly string[],
): { ids: string[]; write: (tx: Queries) => Statement[] } => {
  const { site, labels, ctx } = running;
  const fresh: { id: string; name: string }[] = [];
  const ids = [
    ...new Set(names.map((name) => lineOf(name).slice(0, maxLabel).toWellFormed()).filter(Boolean)),
  ].flatMap((name) => {
    const known = labels.get(name);
    if (known) return [known];
    if (running.newLabels >= maxNewLabels) return [];
    running.newLabels++;
    const id = derivedId('moved label', site.id, name);
    labels.set(name, id);
    fresh.push({ id, name });
    return [id];
  });
  return {
    ids,
    write: (tx) =>
      fresh.map(({ id, name }) =>
        insertLabel(tx, { siteId: site.id, id, name, colour: 'grey', createdAt: ctx.clock.now() }),
      ),
  };
};

/** The messages of a conversation as rows, without their places in the log. */
const rowsOf = async (
  running: Running,
  given: MovedConversation,
  { id, visitor }: { id: string; visitor: string },
) => {
  const { ctx, site, from, colleague } = running;
  const first = given.messages.find(({ isNote }) => !isNote) ?? given.messages[0];
  const people: Found[] = [];
  const rows: Omit<NewMessageRow, 'seq'>[] = [];
  for (const message of given.messages) {
    const body = wordsOf(message);
    const shown = body.slice(0, longest.message).toWellFormed();
    let authorId: string | null = visitor;
    if (message.by === 'staff') {
      const author: MovedPerson = message.author ?? { id: 'unknown', name: null, email: null };
      const found = await colleague(author);
      people.push(found);
      authorId = found.id;
    }
    const other = message.by === 'person' && message.author && message.author.id !== given.person.id;
    rows.push({
      siteId: site.id,
      conversationId: id,
      id:
        message === first
          ? id
          : derivedId('moved message', site.id, from, given.id, message.id, String(rows.length)),
      authorKind: message.by === 'staff' ? 'staff' : 'visitor',
      authorId,
      visibility: message.isNote ? 'note' : 'public',
      body: shown,
      rich: await ctx.renderer.render(shown, { site: site.id, person: authorId }),
      quoted: body.length > shown.length ? body.slice(shown.length) : null,
      attachments: null,
      via: null,
      mail: other
        ? { from: { name: message.author?.name ?? '', address: message.author?.email ?? '' } }
        : null,
      at: message.at,
    });
  }
  const rating = ratingRow(given, { siteId: site.id, id, from });
  return { rows: rating ? [...rows, rating] : rows, people };
};

/** The row of a conversation whose messages have their places from `seq` on. */
const conversationRow = (
  running: Running,
  given: MovedConversation,
  { id, visitor, assigneeId }: { id: string; visitor: string; assigneeId: string | null },
  rows: readonly NewMessageRow[],
): ConversationRow => {
  const { site, from } = running;
  const said = rows.filter(({ authorKind }) => authorKind !== 'system');
  const open = said.filter(({ visibility }) => visibility === 'public');
  const last = open.at(-1) ?? said.at(-1);
  const [start, end] = [rows[0]?.at ?? 0, last?.at ?? 0];
  const lastSeq = last?.seq ?? 0;
  const spoken = open.filter(({ authorKind }) => authorKind === 'visitor').at(-1);
  const closedAt = given.isClosed ? Math.max(given.closedAt ?? 0, said.at(-1)?.at ?? 0) : null;
  return {
    siteId: site.id,
    id,
    kind: given.isMail ? 'mail' : 'chat',
    visitorId: visitor,
    subject: given.subject,
    status: given.isClosed ? 'closed' : 'open',
    waitingFor: last?.authorKind === 'staff' ? 'visitor' : 'staff',
    assigneeId,
    language: mainLanguage(site.settings),
    category: null,
    visibility: 'private',
    pageUrl: null,
    pageTitle: null,
    held: false,
    preview: last ? previewOf(last.rich, []) : '',
    lastSeq,
    lastMessageAt: end,
    // They read it where it was written: nobody is told of it again.
    visitorSeen: lastSeq,
    staffSeen: lastSeq,
    mailedSeq: lastSeq,
    promiseAt: null,
    promiseOwnerId: null,
    promiseMadeAt: null,
    visitorSeenAt: spoken?.at ?? null,
    firstReplyAt: open.find(({ authorKind }) => authorKind === 'staff')?.at ?? null,
    questionId: null,
    publicPath: null,
    fingerprint: fingerprint('moved', from, given.id),
    createdAt: start,
    closedAt,
    ...ratingColumns(given),
    teamId: null,
    priority: 'normal',
    snoozedUntil: null,
    mergedInto: null,
    splitFrom: null,
    device: null,
    zone: null,
    referrer: null,
    intake: fieldsAsAnswers(given),
  };
};

/** Stores one conversation with its people, labels and facts, in one commit. @throws RecordFault */
const take = async (running: Running, given: MovedConversation): Promise<'added' | 'unchanged'> => {
  const { ctx, site, from, dryRun } = running;
  const id = derivedId('moved conversation', site.id, from, given.id);
  if ((await findThere(ctx, site.id, [id])).has(id)) return 'unchanged';
  if (given.messages.length > maxMessages) throw new RecordFault(`it has more than ${maxMessages} messages`);
  const times = { first: given.messages[0]?.at ?? 0, last: given.messages.at(-1)?.at ?? 0 };
  if (Math.max(times.last, given.rating?.at ?? 0) > ctx.clock.now())
    throw new RecordFault('a message or a rating is from the future');
  const writer = await findWriter(ctx, site, from, given.person, times);
  const kept = await ctx.keepFields(site, writer.id, given.personFields ?? [], { via: from, at: times.last });
  for (const { name, reason } of kept.refused) {
    const said = reason === 'unknown' ? name : `${name} (not of the attribute’s type)`;
    running.leftOut.set(said, (running.leftOut.get(said) ?? 0) + 1);
  }
  if (dryRun) return 'added';
  const assignee = given.assignee ? await running.colleague(given.assignee) : null;
  const subject = lineOf(given.subject).toWellFormed() || given.id.slice(0, longest.title);
  const conversation = { ...given, subject };
  const { rows, people } = await rowsOf(running, conversation, { id, visitor: writer.id });
  const labels = labelsOf(running, given.labels);
  const about = { id, visitor: writer.id, assigneeId: assignee?.isMember ? assignee.id : null };
  const placed = (seq: number): NewMessageRow[] => rows.map((one, index) => ({ ...one, seq: seq + index }));
  const facts = await pastFacts(ctx, conversationRow(running, conversation, about, placed(0)), placed(0));
  const { applied } = await ctx.database.commit({
    site: site.id,
    events: rows.map((one) => ({
      kind: importedKind,
      visitor: writer.id,
      conversation: id,
      subject: one.id,
      audience: 'staff',
    })),
    write: (tx, seq) => [
      ...writer.write(tx),
      ...kept.write(tx),
      ...people.flatMap((person) => person.write(tx)),
      ...labels.write(tx),
      ...insertConversation(
        tx,
        conversationRow(running, conversation, about, placed(seq)),
        placed(seq),
        labels.ids,
      ),
      ...insertFacts(tx, site.id, facts),
    ],
  });
  return applied ? 'added' : 'unchanged';
};

/**
 * Takes the conversations of another help desk's export: with dates, authors, notes and labels; files are named. The same
 * file again changes nothing. Nobody is mailed or told.
 */
export const moveConversations = async (
  ctx: Context,
  site: Site,
  file: string,
  options: MoveOptions,
): Promise<MoveCounts> => {
  const notes = createNotes();
  const counts = { added: 0, changed: 0, unchanged: 0, notes };
  const running: Running = {
    ...options,
    ctx,
    site,
    notes,
    explained: await readExplained(file, options.source),
    leftOut: new Map(),
    colleague: createColleagues(ctx, site, options.from),
    labels: await listLabels(ctx, site.id),
    newLabels: 0,
  };
  for await (const { row, record } of readRecords(file, options.source.lists, notes))
    try {
      const read = storableRecord(record, row, notes, false);
      const given = options.source.conversation(read, running.explained);
      if (given) counts[await take(running, given)]++;
      else if (!options.source.person?.(record) && !options.source.field?.(record))
        throw new RecordFault('it isn’t a conversation as this help desk writes them');
    } catch (error) {
      if (!(error instanceof RecordFault)) throw error;
      notes.rejected.push({ row, reason: error.message });
    }
  return { ...counts, leftOut: running.leftOut };
};
