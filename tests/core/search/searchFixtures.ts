import type { SearchDocument } from '../../../server/core/search/engine/searchTypes.ts';

/** A document of which only what a test is about is said. */
export function question(id: string, title: string, rest: Partial<SearchDocument> = {}): SearchDocument {
  return { id, group: id, kind: 'question', language: '', title, body: '', ...rest };
}

export const helpDesk: SearchDocument[] = [
  question('password', 'How do I reset my password?', {
    body: 'Open the login page and choose “Forgotten”. We send a link.',
  }),
  question('invoice', 'Where can I download my invoices?', {
    body: 'Under Billing you find a PDF for every month.',
  }),
  question('cancel', 'How do I cancel my subscription?', {
    body: 'Under Billing, choose Cancel. You keep what you paid for.',
  }),
  question('delete', 'Can I delete my account and all of its data?', { body: 'Yes. It takes thirty days.' }),
  question('refund', 'When will I get my refund?', {
    body: 'A refund takes five working days to reach your bank.',
  }),
  question('delivery', 'How long does delivery to Norway take?', {
    body: 'Parcels to Norway and Sweden take a week.',
  }),
  question('team', 'How do I invite a colleague to my team?', {
    body: 'Admins invite people by e-mail address.',
  }),
  question('export', 'Can I export my contacts as a spreadsheet?', {
    body: 'Yes, as CSV, from the contacts page.',
  }),
];

export const ids = (results: readonly { id: string }[]) => results.map(({ id }) => id);
