import faults from '../../../../shared/mailboxes/faultTexts/de.ts';
import type { MailboxTexts } from './en.ts';

const texts: MailboxTexts = {
  ...faults,
  lead: 'Verbinde Postfächer wie support@ und sales@. Aus E-Mails werden Gespräche, und Antworten gehen von derselben Adresse raus.',
  none: 'Noch ist kein Postfach verbunden.',
  add: 'Postfach verbinden',
  addButton: 'Postfach verbinden',
  name: 'Name in E-Mails',
  nameHint: 'Steht neben der Adresse. Leer: der Name deines Teams.',
  acknowledgement: 'Text der Bestätigung',
  acknowledgementHint:
    'Wir schreiben dazu, bis wann ihr antwortet und dass Menschen mitlesen. Leer: unser Text.',
  incoming: 'Eingang (IMAP)',
  outgoing: 'Ausgang (SMTP)',
  host: 'Server',
  port: 'Port',
  security: 'Verschlüsselung',
  security_tls: 'TLS',
  security_starttls: 'STARTTLS',
  security_none: 'Keine',
  user: 'Benutzername',
  password: 'Passwort',
  passwordKept: 'Leer lassen, um das bisherige zu behalten.',
  sameLogin: 'Ausgang mit derselben Anmeldung',
  edit: 'Bearbeiten',
  save: 'Speichern',
  cancel: 'Abbrechen',
  pause: 'Nicht mehr lesen',
  resume: 'Wieder lesen',
  remove: 'Trennen',
  removeSure: '{address} trennen? Die E-Mails bleiben im Postfach, die Gespräche bleiben hier.',
  state_new: 'Verbindet …',
  state_on: 'Verbunden',
  state_paused: 'Pause: Neue E-Mails werden nicht gelesen',
  state_bad: 'Nicht lesbar',
  lastRead: 'Zuletzt gelesen: {time}.',
  failing: 'Geht nicht seit {time}. {reason}',
  sending: 'Die letzte Antwort ging nicht raus ({time}). {reason} Wir versuchen es weiter.',
  cannotTell:
    'Dieses Foyer kann selbst keine E-Mails schicken. Fällt ein Postfach aus, erfährt es also niemand per E-Mail.',
  waits: 'Neue E-Mails warten im Postfach, und wir versuchen es weiter.',
  serversHint: 'Welche Server das sind, steht in der Hilfe deines Anbieters.',
};

export default texts;
