import { storableRecord } from '../core/importing/characters.ts';
import { createNotes } from '../core/importing/notes.ts';
import { readRecords } from './readRecords.ts';
import type { Explained, ListedPerson, Source } from './shape.ts';

/** People and names of fields that a file explains, read before its conversations: they may stand behind them. */
export const readExplained = async (file: string, { lists, person, field }: Source): Promise<Explained> => {
  const people = new Map<string, ListedPerson>();
  const fields = new Map<string, string>();
  if (!person && !field) return { people, fields };
  for await (const { record } of readRecords(file, lists, createNotes())) {
    const read = storableRecord(record, '', createNotes(), false);
    const somebody = person?.(read);
    const named = field?.(read);
    if (somebody) people.set(somebody.id, somebody);
    else if (named) fields.set(named.id, named.name);
  }
  return { people, fields };
};
