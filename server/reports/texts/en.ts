/** Texts of the weekly and monthly report by mail. */
export default {
  weekSubject: 'Your week: {period}',
  monthSubject: 'Your month: {period}',
  lead: 'What changed, and what to do about it:',
  compared: '{period}, compared with {before}.',
  promises:
    'More promises were missed: {now} late replies, {before} before. See who was promised what, and allow more time or more people.',
  replySlower:
    'First replies take longer: {now} in the middle, {before} before. Check whether somebody’s missing, or one kind of question takes up the time.',
  replyFaster: 'First replies are faster: {now} in the middle, {before} before. Keep what you changed.',
  nps: 'Fewer people would recommend you: NPS is {now}, it was {before}. Read what the unhappy ones wrote and reply to them.',
  ratings: 'Fewer conversations were rated good: {now}, {before} before. Read the ones rated bad first.',
  backlog:
    'More is left open: {now} conversations, {before} at the start. Close what’s done and share out the oldest.',
  vain: 'Questions sent after a search that found nothing: {now}. Write the answers that were missing.',
  closedHour:
    'Most messages outside your opening hours come on {weekday} from {hour}: {now}. Consider opening then.',
  selfService:
    'More people find the answer themselves: {now}, {before} before. Your answers work. Keep them up to date.',
  quiet: 'A quiet period. Nothing changed enough to act on.',
  figure: 'Figure',
  period: 'This period',
  before: 'Before',
  conversations: 'Conversations',
  firstReply: 'First reply, median',
  resolution: 'Resolution, median',
  kept: 'Promises kept',
  open: 'Open at the end',
  solved: 'Answered by a suggestion',
  rated: 'Rated good',
  recommended: 'NPS',
  perDay: 'Conversations by day',
  perWeek: 'Conversations by week',
  openByDay: 'Open at the end of each day',
  openAlt: '{first} on {from}, {last} on {until}, {most} at the most.',
  heat: 'When people write',
  heatAlt: 'Most messages came on {weekday} from {hour}: {now}.',
  openReport: 'Open the report',
  csv: 'Download CSV',
  choose: 'Choose what you’re emailed',
  why: 'You’re receiving this because you’re on the {site} team.',
  unsubscribe: 'Stop this report',
  stopTitle: 'Stop the report',
  stopText: 'You’ll no longer get the weekly and monthly report of {site}.',
  stopDone:
    'Done. You won’t get the report any more. You can turn it on again in your notification settings.',
};
