import type { SegmentMailTexts } from '../textShape.ts';

export default {
  subject: {
    one: '{count} νέα επαφή στο «{segment}»',
    other: '{count} νέες επαφές στο «{segment}»',
  },
  lead: {
    one: '{count} επαφή μπήκε στο τμήμα «{segment}» την τελευταία ώρα.',
    other: '{count} επαφές μπήκαν στο τμήμα «{segment}» την τελευταία ώρα.',
  },
  more: {
    one: '{count} ακόμη',
    other: '{count} ακόμη',
  },
  pushTitle: {
    one: '{count} επαφή μπήκε σε τμήμα',
    other: '{count} επαφές μπήκαν σε τμήμα',
  },
  open: 'Άνοιγμα επαφών',
  choose: 'Επιλέξτε ειδοποιήσεις',
  why: 'Το λαμβάνετε επειδή επιλεχθήκατε να ενημερώνεστε για αυτό το τμήμα στο {site}.',
} satisfies SegmentMailTexts;
