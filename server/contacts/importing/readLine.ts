import type { RejectedLine } from '../../../shared/contacts/importSchema.ts';
import {
  email as emailSchema,
  id as idSchema,
  language as languageSchema,
  longest,
} from '../../../shared/core/fields.ts';
import { hasVisibleText } from '../../../shared/core/visibleText.ts';
import type { SiteSettings } from '../../../shared/siteSettings.ts';
import { fits } from '../rules.ts';
import type { Column } from './columns.ts';
import type { TableLine } from './readTable.ts';

/** A contact as a line describes them. What it leaves empty stays as it is. */
export interface GivenContact {
  line: number;
  /** Of a visitor, from our own export. */
  id: string | null;
  subject: string | null;
  email: string | null;
  name: string | null;
  language: string | null;
  stage: string | null;
  values: { attribute: string; value: string }[];
}

type Fault = Omit<RejectedLine, 'line'>;

/** A subject is as long as one that is signed may be. */
const maxSubject = 200;

const readCell = (
  given: GivenContact,
  column: Column,
  cell: string,
  { stages }: SiteSettings['contacts'],
): Fault['reason'] | null => {
  switch (column.kind) {
    case 'id':
      // Another program's own: not ours to look for.
      given.id = idSchema.safeParse(cell).success ? cell : null;
      return null;
    case 'subject':
      given.subject = cell;
      return cell.length > maxSubject ? 'too_long' : null;
    case 'email':
      given.email = cell;
      return emailSchema.safeParse(cell).success ? null : 'not_email';
    case 'name':
      given.name = cell;
      return cell.length > longest.name ? 'too_long' : null;
    case 'language':
      given.language = cell;
      return languageSchema.safeParse(cell).success ? null : 'not_language';
    case 'stage': {
      const stage = stages.find(({ name }) => name.toLowerCase() === cell.toLowerCase());
      given.stage = stage?.id ?? null;
      return stage ? null : 'no_stage';
    }
    case 'attribute':
      given.values.push({ attribute: column.attribute.id, value: cell });
      return fits(column.attribute, cell) ? null : 'not_of_type';
  }
};

/** Reads a line of a table. Wrong in one cell, it is refused as a whole: nothing is half written. */
export const readLine = (
  { line, cells }: TableLine,
  columns: readonly (Column | null)[],
  headings: readonly string[],
  settings: SiteSettings['contacts'],
): { given: GivenContact } | { fault: Fault } => {
  const given: GivenContact = {
    line,
    id: null,
    subject: null,
    email: null,
    name: null,
    language: null,
    stage: null,
    values: [],
  };
  for (const [place, column] of columns.entries()) {
    const cell = cells[place] ?? '';
    if (!column || !hasVisibleText(cell)) continue;
    const heading = headings[place] ?? null;
    if (!cell.isWellFormed() || /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(cell))
      return { fault: { column: heading, reason: 'unreadable' } };
    const reason = readCell(given, column, cell, settings);
    if (reason) return { fault: { column: heading, reason } };
  }
  return (given.id ?? given.subject ?? given.email)
    ? { given }
    : { fault: { column: null, reason: 'nobody' } };
};
