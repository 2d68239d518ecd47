import type { PrivacyTexts } from './en.ts';

const texts: PrivacyTexts = {
  dataLead: 'Sieh alles, was diese Website über dich speichert, oder lass es löschen.',
  dataDownload: 'Meine Daten herunterladen',
  dataErase: 'Meine Daten löschen',
  dataEraseLead:
    'Deine Gespräche, Dateien, Kommentare und Antworten hier werden gelöscht. Bewertungen bleiben in Summen, ohne dich. Das lässt sich nicht rückgängig machen.',
  dataPages: 'Öffentliche Fragen in deinen Worten, die entfernt werden: {count}.',
  dataEraseNow: 'Endgültig löschen',
  dataCancel: 'Abbrechen',
  dataPrivacy: 'Was diese Website speichert',
  dataBusy: 'Einen Moment …',
};

export default texts;
