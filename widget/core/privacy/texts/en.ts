import type { TextsLike } from '../../text/fill.ts';

/** Texts about the visitor's own data; English defines the keys. */
const english = {
  dataLead: 'See everything this site keeps about you, or have it erased.',
  dataDownload: 'Download my data',
  dataErase: 'Erase my data',
  dataEraseLead:
    'Your conversations, files, comments and answers here will be deleted. Scores stay in totals, without you. This can’t be undone.',
  dataPages: 'Public questions in your words that will be taken down: {count}.',
  dataEraseNow: 'Erase for good',
  dataCancel: 'Cancel',
  dataPrivacy: 'What this site stores',
  dataBusy: 'One moment…',
};
export default english;

/** The texts of every language: the keys of the English ones. */
export type PrivacyTexts = TextsLike<typeof english>;
