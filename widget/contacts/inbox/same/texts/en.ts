import type { Plural } from '../../../../core/text/fill.ts';

const english = {
  title: 'Same person',
  lead: 'Does this person have another contact here? Put both together: one timeline and one row for your team.',
  find: 'Same person as …',
  nobody: 'Nobody found.',
  both: '{one} and {other}',
  separate: 'Separate',
  separated: 'Separated. Each has what was theirs.',
  linked: 'They’re together now.',
  /** `{ids}`: customer IDs. */
  customers: 'Your site knows them as different customers: {ids}.',
  together: 'Put these together?',
  hint: 'Only your team sees them as one. Neither sees the other’s conversations. While they’re together, an export or erasure is of both. You can separate them at any time.',
  sure: 'Both customer IDs belong to one person',
  confirm: 'Put together',
  cancel: 'Cancel',
  /** Counted. */
  conversations: { one: '{count} conversation', other: '{count} conversations' } as Plural,
  already: 'They’re together already.',
};

export type SameTexts = typeof english;
export default english;
