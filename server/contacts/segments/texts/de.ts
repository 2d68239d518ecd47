import type { SegmentMailTexts } from '../textShape.ts';

export default {
  subject: {
    one: '{count} Kontakt neu in „{segment}“',
    other: '{count} Kontakte neu in „{segment}“',
  },
  lead: {
    one: '{count} Kontakt ist in der letzten Stunde in das Segment „{segment}“ gekommen.',
    other: '{count} Kontakte sind in der letzten Stunde in das Segment „{segment}“ gekommen.',
  },
  more: {
    one: '{count} weiterer',
    other: '{count} weitere',
  },
  pushTitle: {
    one: '{count} Kontakt neu in einem Segment',
    other: '{count} Kontakte neu in einem Segment',
  },
  open: 'Kontakte öffnen',
  choose: 'Benachrichtigungen auswählen',
  why: 'Du bekommst diese Mail, weil du bei {site} von diesem Segment hören sollst.',
} satisfies SegmentMailTexts;
