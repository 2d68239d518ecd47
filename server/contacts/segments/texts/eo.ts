import type { SegmentMailTexts } from '../textShape.ts';

export default {
  subject: {
    one: '{count} nova kontakto en “{segment}”',
    other: '{count} novaj kontaktoj en “{segment}”',
  },
  lead: {
    one: '{count} kontakto eniris la segmenton “{segment}” dum la lasta horo.',
    other: '{count} kontaktoj eniris la segmenton “{segment}” dum la lasta horo.',
  },
  more: {
    one: '{count} plia',
    other: '{count} pliaj',
  },
  pushTitle: {
    one: '{count} kontakto eniris segmenton',
    other: '{count} kontaktoj eniris segmenton',
  },
  open: 'Malfermi kontaktojn',
  choose: 'Elekti viajn avizojn',
  why: 'Vi ricevas ĉi tion, ĉar vi estis elektita por aŭdi pri ĉi tiu segmento ĉe {site}.',
} satisfies SegmentMailTexts;
