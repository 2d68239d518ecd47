import type { SitesTexts } from './en.ts';

const texts: SitesTexts = {
  lead: 'May sariling snippet, inbox, mga tao at setting ang bawat site.',
  list: 'Mga site mo',
  open: 'Buksan',
  archived: 'Naka-archive',
  archive: 'I-archive',
  unarchive: 'Buksan ulit sa mga bisita',
  deleted: 'Binura na. Puwedeng i-undo hanggang {when}.',
  restore: 'I-undo',
  delete: 'Burahin…',
  add: 'Bagong site',
  name: 'Pangalan',
  key: 'Key',
  keyHint: 'Nasa snippet at sa mga address ng page. Hindi na ito mababago.',
  addButton: 'Gumawa ng site',
  deleteTitle: 'Burahin ang {name}?',
  deleteLead:
    'Mawawala agad ito sa mga bisita at sa team mo: mga usapan, tao, kaalaman, file. Sa loob ng pitong araw puwede mo itong i-undo rito, mula sa ibang site. Pagkatapos, tuluyan na itong mawawala. Para magtabi ng kopya, patakbuhin muna ang foyer export-site.',
  typeName: 'I-type ang {name} para kumpirmahin',
  deleteButton: 'Burahin ang site',
  cancel: 'Kanselahin',
  only: 'Ito lang ang site mo. Gumawa muna ng iba bago ito burahin.',
  opened: 'Handa na ang {name}.',
};

export default texts;
