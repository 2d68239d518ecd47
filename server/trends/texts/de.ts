import type { TrendTexts } from '../textShape.ts';

const texts: TrendTexts = {
  alertSubject: 'Viele melden dasselbe: {words}',
  alertLead: {
    one: '{count} Person hat kürzlich darüber geschrieben.',
    other: '{count} Personen haben in kurzer Zeit über dasselbe geschrieben. Das ist mehr als sonst.',
  },
  alertOpen: 'Ansehen',
  alertChoose: 'Benachrichtigungen auswählen',
  alertWhy: 'Du bekommst diese Mail, weil du auf {site} antwortest.',
  incidentTitle: 'Bekanntes Problem: {words}',
  incidentBody:
    'Mehrere haben uns davon berichtet. Wir kümmern uns darum und schreiben hier, sobald es Neues gibt.',
};

export default texts;
