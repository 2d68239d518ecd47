import type { Calendar } from '../calendar.ts';
import type { FirstTexts } from './en.ts';

const filipino: FirstTexts = {
  panel: 'Tulong',
  close: 'Isara',
  back: 'Bumalik',
  greeting: 'Paano kami makakatulong?',
  here: 'Nandito sina {names}',
  hereTeam: 'Nandito si {names}',
  backAt: 'Babalik kami {when}',
  usualReply: 'Karaniwang oras ng pagsagot: {duration}',
  dayAndTime: '{day}, {time}',
  listEnd: '{list} at {last}',
  minutes: { one: '{count} minuto', other: '{count} na minuto' },
  hours: { one: '{count} oras', other: '{count} na oras' },
  somethingBroke: 'May nangyaring mali sa panig namin. Nandito pa ang isinulat mo.',
  tryAgain: 'Subukan muli',
  loading: 'Sandali lang…',
  need: 'Ano ang maitutulong namin?',
  needHint: 'Sa sarili mong salita',
  answersFound: {
    one: '{count} sagot ang nahanap',
    other: '{count} na sagot ang nahanap',
    zero: 'Walang nahanap na sagot',
  },
  official: 'Opisyal na sagot',
  accepted: 'Tinanggap na sagot',
  noAnswerFound: 'Wala pang sagot. Tanungin kami at may sasagot sa iyo.',
  suggestionsDown: 'Hindi kami makapaghanap ng sagot ngayon. Puwede ka pa ring magtanong.',
  askPerson: 'Magtanong sa team',
  paused: 'Hindi muna kami tumatanggap ng bagong tanong. Nandito pa rin ang mga sagot na mayroon na.',
  formTitle: 'Magtanong sa team',
  chat: 'Makipag-chat sa amin',
  callback: 'Tawagan ako',
  offline: 'Mukhang wala kang koneksyon.',
};
export default filipino;

export const calendar: Calendar = {
  days: ['Linggo', 'Lunes', 'Martes', 'Miyerkules', 'Huwebes', 'Biyernes', 'Sabado'],
  months: [
    'Enero',
    'Pebrero',
    'Marso',
    'Abril',
    'Mayo',
    'Hunyo',
    'Hulyo',
    'Agosto',
    'Setyembre',
    'Oktubre',
    'Nobyembre',
    'Disyembre',
  ],
  date: '{month} {day}',
  near: ['kahapon', 'ngayong araw', 'bukas'],
  clock: ['AM', 'PM'],
};
