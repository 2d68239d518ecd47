import type { Calendar } from '../calendar.ts';
import type { FirstTexts } from './en.ts';

const albanian: FirstTexts = {
  panel: 'Ndihmë',
  close: 'Mbyll',
  back: 'Kthehu',
  greeting: 'Si mund t’ju ndihmojmë?',
  here: '{names} janë këtu',
  hereTeam: '{names} është këtu',
  backAt: 'Kthehemi {when}',
  usualReply: 'Koha e zakonshme e përgjigjes: {duration}',
  dayAndTime: '{day}, {time}',
  listEnd: '{list} dhe {last}',
  minutes: { one: '{count} minutë', other: '{count} minuta' },
  hours: { one: '{count} orë', other: '{count} orë' },
  somethingBroke: 'Diçka nuk shkoi mirë nga ana jonë. Teksti juaj është ende këtu.',
  tryAgain: 'Provo sërish',
  loading: 'Një çast…',
  need: 'Për çfarë keni nevojë për ndihmë?',
  needHint: 'Me fjalët tuaja',
  answersFound: {
    one: 'U gjet {count} përgjigje',
    other: 'U gjetën {count} përgjigje',
    zero: 'Nuk u gjet asnjë përgjigje',
  },
  official: 'Përgjigje zyrtare',
  accepted: 'Përgjigje e pranuar',
  noAnswerFound: 'Ende nuk ka përgjigje. Na pyesni dhe do t’ju përgjigjet dikush.',
  suggestionsDown: 'Tani nuk mund të kërkojmë përgjigje. Megjithatë mund të pyesni.',
  askPerson: 'Pyesni ekipin tonë',
  paused: 'Për momentin nuk marrim pyetje të reja. Përgjigjet ekzistuese gjenden ende këtu.',
  formTitle: 'Pyesni ekipin tonë',
  chat: 'Bisedoni me ne',
  callback: 'Më telefononi',
  offline: 'Duket se nuk keni lidhje me internetin.',
};
export default albanian;

export const calendar: Calendar = {
  days: ['të dielën', 'të hënën', 'të martën', 'të mërkurën', 'të enjten', 'të premten', 'të shtunën'],
  months: [
    'janar',
    'shkurt',
    'mars',
    'prill',
    'maj',
    'qershor',
    'korrik',
    'gusht',
    'shtator',
    'tetor',
    'nëntor',
    'dhjetor',
  ],
  date: '{day} {month}',
  near: ['dje', 'sot', 'nesër'],
  clock: 24,
  own: {
    like: 'fr',
    units: {
      second: ['{n} sekondë', '{n} sekonda'],
      minute: ['{n} minutë', '{n} minuta'],
      hour: ['{n} orë', '{n} orë'],
    },
    within: 'pas {span}',
  },
};
