import type { SegmentMailTexts } from '../textShape.ts';

export default {
  subject: {
    one: '{count} kontakt i ri te “{segment}”',
    other: '{count} kontakte të reja te “{segment}”',
  },
  lead: {
    one: '{count} kontakt hyri në segmentin “{segment}” gjatë orës së fundit.',
    other: '{count} kontakte hynë në segmentin “{segment}” gjatë orës së fundit.',
  },
  more: {
    one: 'edhe {count}',
    other: 'edhe {count}',
  },
  pushTitle: {
    one: '{count} kontakt hyri në një segment',
    other: '{count} kontakte hynë në një segment',
  },
  open: 'Hap kontaktet',
  choose: 'Zgjidh njoftimet',
  why: 'E merr këtë sepse je zgjedhur të njoftohesh për këtë segment në {site}.',
} satisfies SegmentMailTexts;
