/**
 * The places that a text of the widget, of a public page (`page.…`), of surveys (`survey.…`) or of comments (`comment.…`) fills in, for those that have any. What an owner
 * writes instead must keep them: a promise without its time promises nothing.
 */
export const placeholders: Readonly<Record<string, readonly string[]>> = {
  unread: ['count', 'label'],
  starsOf: ['value'],
  here: ['names'],
  hereTeam: ['names'],
  backAt: ['when'],
  usualReply: ['duration'],
  dayAndTime: ['day', 'time'],
  listEnd: ['last', 'list'],
  minutes: ['count'],
  hours: ['count'],
  answersFound: ['count'],
  unreadShort: ['count'],
  typing: ['name'],
  backAtBoth: ['own', 'when', 'zone'],
  endedBy: ['name'],
  promise_moved: ['when'],
  removedBy: ['name'],
  idea_news: ['title'],
  onItsWay: ['email'],
  mailSent: ['email'],
  mailUnconfirmed: ['email'],
  mailUnsent: ['email'],
  mailFailed: ['email'],
  emailKept: ['email'],
  tooOften: ['when'],
  limited: ['when'],
  unavailable: ['when'],
  promisePerson: ['name', 'when'],
  callDial: ['number'],
  callSoon: ['when'],
  callZone: ['zone'],
  callTaken: ['when'],
  callPassed: ['when'],
  callWith: ['subject'],
  callTooMany: ['when'],
  callBy: ['when'],
  callBetween: ['from', 'until', 'when'],
  callPerson: ['name'],
  callCalling: ['name'],
  callNext: ['when'],
  call_late: ['when'],
  call_moved: ['when'],
  'survey.question': ['site'],
  'survey.scale': ['score'],
  'survey.rightBy': ['when'],
  'comment.title': ['count'],
  'comment.replyTo': ['name'],
  'comment.answers': ['name'],
  'comment.moreReplies': ['count'],
  'comment.fresh': ['count'],
  'comment.withoutPicture': ['name'],
  'page.answers': ['count'],
  'page.entryCount': ['count'],
  'page.solvedFor': ['count'],
  'page.questionCount': ['count'],
  'page.resultCount': ['count'],
  'page.wrong_too_long': ['max'],
  'page.heardBy': ['name', 'time'],
  'page.heardByTeam': ['team', 'time'],
  'page.heardOpen': ['team'],
  'page.tooManyText': ['seconds'],
};

/** True when an owner's text fills in the same places as ours; a plural's `zero` and `two` may leave the number out. */
export const keepsPlaceholders = (key: string, text: string): boolean => {
  const [, name = key, form] = /^(.*?)(?:\.(zero|one|two|few|many|other))?$/.exec(key) ?? [];
  const wanted = Object.hasOwn(placeholders, name) ? (placeholders[name] ?? []) : [];
  const found = new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place));
  if ([...found].some((place) => !wanted.includes(place))) return false;
  return form === 'zero' || form === 'two' || wanted.every((place) => found.has(place));
};
