import type { Calendar } from '../calendar.ts';
import type { TextsLike } from '../fill.ts';

/** English: defines which keys and placeholders a locale has. These are the texts of the first screen. */
const english = {
  panel: 'Help',
  close: 'Close',
  back: 'Back',
  greeting: 'How can we help?',
  here: '{names} are here',
  hereTeam: '{names} is here',
  backAt: 'Back {when}',
  usualReply: 'Usual reply time: {duration}',
  dayAndTime: '{day}, {time}',
  listEnd: '{list} and {last}',
  minutes: { one: '{count} minute', other: '{count} minutes' },
  hours: { one: '{count} hour', other: '{count} hours' },
  somethingBroke: 'Something went wrong on our side. Your text is still here.',
  tryAgain: 'Try again',
  loading: 'One moment…',
  need: 'What do you need help with?',
  needHint: 'In your own words',
  answersFound: { one: '{count} answer found', other: '{count} answers found', zero: 'No answer found' },
  official: 'Official answer',
  accepted: 'Accepted answer',
  noAnswerFound: 'No answer yet. Ask us and a person will reply.',
  suggestionsDown: 'We can’t look up answers right now. You can still ask.',
  askPerson: 'Ask a person',
  paused: 'We’re not taking new questions right now. You can still find existing answers here.',
  formTitle: 'Ask a person',
  chat: 'Chat with us',
  callback: 'Call me back',
  offline: 'You seem to be offline.',
};

export const calendar: Calendar = {
  days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  date: '{day} {month}',
  near: ['yesterday', 'today', 'tomorrow'],
  clock: ['AM', 'PM'],
};
export default english;

/** The texts of every language: the keys of the English ones. */
export type FirstTexts = TextsLike<typeof english>;
