import type { Calendar } from '../calendar.ts';
import type { FirstTexts } from './en.ts';

const german: FirstTexts = {
  panel: 'Hilfe',
  close: 'Schließen',
  back: 'Zurück',
  greeting: 'Wobei können wir helfen?',
  here: '{names} sind da',
  hereTeam: '{names} ist da',
  backAt: 'Wieder da: {when}',
  usualReply: 'Übliche Antwortzeit: {duration}',
  dayAndTime: '{day}, {time}',
  listEnd: '{list} und {last}',
  minutes: { one: '{count} Minute', other: '{count} Minuten' },
  hours: { one: '{count} Stunde', other: '{count} Stunden' },
  somethingBroke: 'Bei uns ist etwas schiefgegangen. Dein Text bleibt erhalten.',
  tryAgain: 'Noch einmal versuchen',
  loading: 'Einen Moment …',
  need: 'Wobei brauchst du Hilfe?',
  needHint: 'In deinen eigenen Worten',
  answersFound: {
    one: '{count} Antwort gefunden',
    other: '{count} Antworten gefunden',
    zero: 'Keine Antwort gefunden',
  },
  official: 'Offizielle Antwort',
  accepted: 'Angenommene Antwort',
  noAnswerFound: 'Noch keine Antwort. Frag uns, und jemand antwortet dir.',
  suggestionsDown: 'Wir können gerade keine Antworten suchen. Fragen kannst du trotzdem.',
  askPerson: 'Jemanden fragen',
  paused: 'Zurzeit nehmen wir keine neuen Fragen an. Vorhandene Antworten findest du hier weiterhin.',
  formTitle: 'Jemanden fragen',
  chat: 'Chatte mit uns',
  callback: 'Rückruf anfordern',
  offline: 'Du scheinst offline zu sein.',
};
export default german;

export const calendar: Calendar = {
  days: ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'],
  months: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
  date: '{day}. {month}',
  near: ['gestern', 'heute', 'morgen'],
  clock: 24,
};
