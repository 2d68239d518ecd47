import type { TrendTexts } from '../textShape.ts';

const texts: TrendTexts = {
  alertSubject: 'Πολλοί αναφέρουν το ίδιο: {words}',
  alertLead: {
    one: '{count} άτομο έγραψε γι’ αυτό σε λίγη ώρα.',
    other: '{count} άτομα έγραψαν για το ίδιο θέμα σε λίγη ώρα. Είναι περισσότερα από το συνηθισμένο.',
  },
  alertOpen: 'Δείτε το',
  alertChoose: 'Επιλέξτε ειδοποιήσεις',
  alertWhy: 'Το λαμβάνετε επειδή απαντάτε στο {site}.',
  incidentTitle: 'Γνωστό πρόβλημα: {words}',
  incidentBody: 'Μας έγραψαν αρκετοί γι’ αυτό. Το εξετάζουμε και θα γράφουμε εδώ τα νεότερα.',
};

export default texts;
