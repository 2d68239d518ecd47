import type { Plural } from '../../../../core/text/fill.ts';

const english = {
  title: 'Import from CSV',
  lead: 'The first line names the columns: email or customer ID, and if you like name, language, stage and your own attributes. People you already know are updated; empty cells change nothing.',
  choose: 'Choose a CSV file',
  close: 'Close',
  tooLarge: 'This file is too large. Split it, or use the command foyer import-contacts.',
  noColumn: 'No column is called “email” or “customer ID”.',
  readAs: 'Read as {encoding}. If names look wrong, save the file as UTF-8 and choose it again.',
  added: { one: '{count} new contact', other: '{count} new contacts' } as Plural,
  changed: { one: '{count} contact changes', other: '{count} contacts change' } as Plural,
  unchanged: { one: '{count} stays as it is', other: '{count} stay as they are' } as Plural,
  rejected: { one: '{count} line can’t be imported', other: '{count} lines can’t be imported' } as Plural,
  ignored: 'Columns that aren’t read: {columns}',
  line: 'Line {line}',
  more: { one: 'and {count} more line', other: 'and {count} more lines' } as Plural,
  apply: { one: 'Import {count} contact', other: 'Import {count} contacts' } as Plural,
  applied: 'The contacts are imported.',
  nothing: 'Everything is already as the file says.',
  nobody: 'No email or customer ID',
  not_email: 'Not an email address',
  not_language: 'Not a language tag such as en or pt-BR',
  no_stage: 'There’s no stage of this name',
  not_of_type: 'Doesn’t fit the attribute’s type',
  too_long: 'Too long',
  unreadable: 'Can’t be read',
  repeated: 'A line above is about the same contact',
  erased: 'This person’s data was erased',
  taken: 'The email and the customer ID belong to two people',
};

export type ImportTexts = typeof english;
export default english;
