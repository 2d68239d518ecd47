import type { AskingTexts } from './en.ts';

const texts: AskingTexts = {
  why: 'Γιατί;',
  reported: 'Ευχαριστούμε. Η ομάδα μας θα το δει.',
  sureRemove: 'Να διαγραφεί; Οι απαντήσεις μένουν.',
  device: 'Κοινοποίηση …',
  copyLink: 'Αντιγραφή συνδέσμου',
  copied: 'Ο σύνδεσμος αντιγράφηκε.',
  email: 'Email',
  close: 'Κλείσιμο',
};
export default texts;
