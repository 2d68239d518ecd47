/** Texts about what is kept, and for how long; English defines the keys. */
const texts = {
  limits: 'How long data is kept',
  limitsLead:
    'Every day, whatever’s older is deleted for good. Open conversations, and those that wait for your reply, always stay. Leave a number empty to keep that forever.',
  kind_conversations: 'Closed conversations (days)',
  kind_callbacks: 'Calls that ended (days)',
  kind_visitors: 'Visitors without a conversation (days)',
  kind_searches: 'Searched texts (days)',
  kind_addresses: 'Hashes of IP addresses (days)',
  kind_mails: 'Email log (days)',
  kind_audit: 'Audit log (days)',
  kind_webhooks: 'Webhook deliveries (days)',
  hint_visitors: 'Anonymous people, since they were last seen. Scores and votes stay in the totals.',
  hint_addresses: 'They keep people from voting twice. Addresses themselves aren’t stored.',
  due: 'What would be deleted now',
  dueLead: 'By the limits as they’re saved. Visitors whose last conversation is deleted go in the same run.',
  dueNone: 'Nothing is too old.',
  oldest: '{count}, the oldest from {time}',
  saveFirst: 'You’ve changed limits. Save them to see what they’d delete.',
  run: 'Delete now',
  runSure: 'Delete this data for good? This can’t be undone.',
  runs: 'What was deleted',
  runsNone: 'Nothing yet. The first run is within a day.',
  byDaily: 'Daily run',
  byStaff: 'Started by your team',
  running: 'Running…',
  nothing: 'Nothing was too old',
  processing: 'Data processing',
  processingLead: 'For your register of processing activities, written from these settings.',
  print: 'Print',
  copyLabel: 'As Markdown',
  publicPage: 'Public page',
  publicPageHint:
    'Everyone can read what you store and for how long, without the names of your servers. It’s linked from “Your data”.',
  openPage: 'Open the page',
  person: 'One person’s data',
  personLead: 'See, export or erase what’s kept about one person.',
  personLink: 'Personal data in the inbox',
};

export default texts;

export type PrivacyTexts = Record<keyof typeof texts, string>;
