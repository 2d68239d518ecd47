import type { TextsLike } from '../../../core/text/fill.ts';

/** Texts about the rules by which public posts are held. */
const english = {
  lead: 'These rules apply to comments, answers and ideas alike. Held posts wait under Moderation in the inbox.',
  trust: 'Trust',
  trustAfter: 'Approved posts before someone is trusted',
  trustAfterHint: 'Comments, answers and ideas count together. Hidden posts count against it.',
  maxLinks: 'Links allowed for people who aren’t trusted yet',
  holdFiles: 'Hold pictures and files from people who aren’t trusted yet',
  holdTeamNames: 'Hold names that match your team’s or your site’s',
  holdAfterReports: 'Hold a post after this many reports',
  holdAfterReportsHint: '0 never holds it. Reports by anonymous visitors count half.',
  words: 'Words',
  wordsLead:
    'One word or phrase per line. Paste a list if you have one. Case and accents don’t matter, and only whole words match. Add * for any ending: spam* also finds spammer.',
  hold: 'Hold for review',
  holdHint: 'The author sees that it’s waiting.',
  refuse: 'Don’t accept',
  refuseHint: 'The author is asked to change the text.',
  hide: 'Hide without telling the author',
  hideHint: 'To the author it looks like it’s waiting.',
  senders: 'Names and addresses',
  names: 'Names to hold',
  namesHint: 'One per line.',
  addresses: 'Addresses to hold',
  addressesHint:
    'One per line: email addresses, domains such as @spam.example, or the start of IP addresses.',
  tryTitle: 'Try a text',
  tryLead: 'See what these rules do, saved or not. Nothing is posted.',
  tryBody: 'Text',
  tryName: 'Name',
  tryFirst: 'From someone new',
  tryTrusted: 'From someone trusted',
  outcome_publish: 'Published, if you don’t review every post',
  outcome_hold: 'Held for review',
  outcome_refuse: 'Not accepted',
  outcome_hide: 'Hidden',
  because: 'because of “{word}”',
};
export default english;

/** The texts of every language: the keys of the English ones. */
export type RuleTexts = TextsLike<typeof english>;
