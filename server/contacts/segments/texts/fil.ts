import type { SegmentMailTexts } from '../textShape.ts';

export default {
  subject: {
    one: '{count} bagong contact sa “{segment}”',
    other: '{count} bagong contact sa “{segment}”',
  },
  lead: {
    one: '{count} contact ang pumasok sa segment na “{segment}” nitong nakaraang oras.',
    other: '{count} contact ang pumasok sa segment na “{segment}” nitong nakaraang oras.',
  },
  more: {
    one: '{count} pa',
    other: '{count} pa',
  },
  pushTitle: {
    one: '{count} contact ang pumasok sa isang segment',
    other: '{count} contact ang pumasok sa isang segment',
  },
  open: 'Buksan ang mga contact',
  choose: 'Piliin ang mga alerto mo',
  why: 'Natanggap mo ito dahil pinili kang sabihan tungkol sa segment na ito sa {site}.',
} satisfies SegmentMailTexts;
