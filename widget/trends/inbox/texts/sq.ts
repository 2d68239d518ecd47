import type { TrendTexts } from './en.ts';

const texts: TrendTexts = {
  title: 'Prirjet',
  lead: 'Kur shumë veta papritur shkruajnë ose kërkojnë të njëjtën gjë, ajo shfaqet këtu dhe ekipi merr një njoftim.',
  none: 'Asgjë e pazakontë. Valët e pyetjeve të ngjashme shfaqen këtu.',
  now: 'Po ndodh tani',
  before: 'Më herët',
  people: { one: '{count} person', other: '{count} veta' },
  items: { one: '{count} rast', other: '{count} raste' },
  usual: 'zakonisht rreth {count}',
  usualNone: 'zakonisht asnjë',
  state_current: 'Tani',
  state_incident: 'Incident i hapur',
  state_over: 'Mbaroi',
  state_quiet: 'Pa problem',
  kind_conversation: 'Pyetje dhe biseda',
  kind_comment: 'Komente',
  kind_search: 'Kërkime',
  examples: 'Çfarë shkruan njerëzit',
  openConversation: 'Hap',
  forgotten: 'Ajo që u shkrua atëherë nuk ruhet më.',
  open: 'Hap një incident',
  quiet: 'Nuk është problem',
  undo: 'Zhbëj',
  isQuiet: 'U shënua se nuk është problem.',
  incidentTitle: 'Titulli',
  incidentBody: 'Teksti',
  incidentLead: {
    one: 'Kush shkruan të njëjtën gjë e sheh këtë tani e tutje. {count} person do të njoftohet kur të zgjidhet.',
    other:
      'Kush shkruan të njëjtën gjë e sheh këtë tani e tutje. {count} veta do të njoftohen kur të zgjidhet.',
  },
  publish: 'Hap incidentin',
  cancel: 'Anulo',
  opened: 'Incidenti është i hapur.',
  toNews: 'Publiko të reja ose mbylle',
  page: 'Shiko faqen',
};

export default texts;
