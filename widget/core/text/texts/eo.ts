import type { Calendar } from '../calendar.ts';
import type { FirstTexts } from './en.ts';

const esperanto: FirstTexts = {
  panel: 'Helpo',
  close: 'Fermi',
  back: 'Reen',
  greeting: 'Kiel ni povas helpi?',
  here: '{names} estas ĉi tie',
  hereTeam: '{names} estas ĉi tie',
  backAt: 'Ni revenos {when}',
  usualReply: 'Kutima tempo ĝis respondo: {duration}',
  dayAndTime: '{day}, {time}',
  listEnd: '{list} kaj {last}',
  minutes: { one: '{count} minuto', other: '{count} minutoj' },
  hours: { one: '{count} horo', other: '{count} horoj' },
  somethingBroke: 'Io misfunkciis ĉe ni. Via teksto plu estas ĉi tie.',
  tryAgain: 'Provi denove',
  loading: 'Momenton…',
  need: 'Pri kio vi bezonas helpon?',
  needHint: 'Per viaj propraj vortoj',
  answersFound: {
    one: '{count} respondo trovita',
    other: '{count} respondoj trovitaj',
    zero: 'Neniu respondo trovita',
  },
  official: 'Oficiala respondo',
  accepted: 'Akceptita respondo',
  noAnswerFound: 'Ankoraŭ neniu respondo. Demandu nin, kaj iu respondos.',
  suggestionsDown: 'Nun ne eblas serĉi respondojn. Vi tamen povas demandi.',
  askPerson: 'Demandi nian teamon',
  paused: 'Nuntempe ni ne akceptas novajn demandojn. Ekzistantaj respondoj plu troveblas ĉi tie.',
  formTitle: 'Demandi nian teamon',
  chat: 'Babili kun ni',
  callback: 'Revoku min',
  offline: 'Ŝajnas, ke vi ne havas retkonekton.',
};
export default esperanto;

export const calendar: Calendar = {
  days: ['dimanĉe', 'lunde', 'marde', 'merkrede', 'ĵaŭde', 'vendrede', 'sabate'],
  months: [
    'januaro',
    'februaro',
    'marto',
    'aprilo',
    'majo',
    'junio',
    'julio',
    'aŭgusto',
    'septembro',
    'oktobro',
    'novembro',
    'decembro',
  ],
  date: 'la {day}-an de {month}',
  near: ['hieraŭ', 'hodiaŭ', 'morgaŭ'],
  clock: 24,
  own: {
    like: 'fr',
    units: {
      second: ['{n} sekundo', '{n} sekundoj'],
      minute: ['{n} minuto', '{n} minutoj'],
      hour: ['{n} horo', '{n} horoj'],
    },
    within: 'post {span}',
  },
};
