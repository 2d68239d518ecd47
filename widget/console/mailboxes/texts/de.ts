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
  way: 'Verbinden mit',
  way_password: 'Benutzername und Passwort',
  way_google: 'Gmail oder Google Workspace',
  way_microsoft: 'Microsoft 365, Outlook',
  guide_google:
    'Google öffnet ein Postfach nur für einen eigenen Client von dir. Schalte in der Google Cloud Console die Gmail API ein und leg einen OAuth-Client vom Typ „Webanwendung“ mit dieser Weiterleitungsadresse an:',
  guide_microsoft:
    'Microsoft öffnet ein Postfach nur für eine eigene App von dir. Registriere sie in Microsoft Entra mit der Plattform „Web“, dieser Umleitungsadresse und den Berechtigungen IMAP.AccessAsUser.All und SMTP.Send:',
  redirect: 'Weiterleitungsadresse',
  clientId: 'Client-ID',
  clientSecret: 'Clientschlüssel (Secret)',
  tenant: 'Verzeichnis-ID (Mandant)',
  tenantHint: 'Steht in der Übersicht der App. Leer, wenn die App Konten aus jeder Organisation annimmt.',
  consentUser: 'Postfach, das geöffnet wird',
  consentUserHint:
    'Leer, wenn es die E-Mail-Adresse oben ist. Bei einem freigegebenen Postfach: seine Adresse. Zustimmen muss ein Konto, das es öffnen darf.',
  connect_google: 'Mit Google verbinden',
  connect_microsoft: 'Mit Microsoft verbinden',
  connectAgain: 'Neu verbinden',
  state_unasked: 'Noch nicht verbunden',
  unasked: 'Ein Schritt fehlt noch: Melde dich dort an und erlaube den Zugriff.',
  accountIs: 'Zugriff über {account}',
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
  test: 'Testen',
  testing: 'Wird getestet … Das dauert bis zu einer Minute.',
  step_sent: 'Die E-Mail ging raus.',
  step_opened: 'Der Posteingang lässt sich öffnen.',
  step_arrived: 'Sie ist angekommen.',
  missing:
    'Sie ging raus, kam aber innerhalb einer Minute nicht an. Schau im Spamordner nach und prüfe, ob die Adresse zu diesem Postfach führt.',
  spf_good:
    'SPF: Deine Domain sagt, wer für sie senden darf. Achte darauf, dass dieser Mailserver dabei ist.',
  spf_missing:
    'SPF: Deine Domain sagt nicht, wer für sie senden darf. Viele Anbieter halten eure E-Mails dann für Spam. Welcher Eintrag fehlt, steht in der Hilfe deines Anbieters.',
  spf_several: 'SPF: Deine Domain hat mehrere SPF-Einträge, deshalb gilt keiner. Mach einen daraus.',
  spf_open: 'SPF: Dein Eintrag erlaubt allen, für deine Domain zu senden. So schützt er nichts.',
  spf_unknown: 'SPF: Ließ sich gerade nicht nachschlagen.',
  dkim_good: 'DKIM: E-Mails sind signiert, und der Schlüssel ist veröffentlicht.',
  dkim_missing:
    'DKIM: Der Schlüssel ist nicht veröffentlicht, Signaturen lassen sich also nicht prüfen. Trag den Eintrag ein, den dein Anbieter nennt.',
  dkim_unsigned:
    'DKIM: Die E-Mail kam ohne Signatur an. Innerhalb eines Anbieters kann das normal sein; prüfe, ob das Signieren an ist.',
  dkim_unknown: 'DKIM: Ließ sich gerade nicht nachschlagen.',
  dmarc_good: 'DMARC: E-Mails, die nur so tun, als kämen sie von euch, werden abgewiesen.',
  dmarc_watching:
    'DMARC: Deine Domain schaut bisher nur zu. Wenn SPF und DKIM klappen, setz „p=quarantine“, damit Fälschungen abgewiesen werden.',
  dmarc_missing: 'DMARC: Deine Domain hat keine Regel. Fang mit „v=DMARC1; p=none“ an.',
  dmarc_unknown: 'DMARC: Ließ sich gerade nicht nachschlagen.',
  hooks: 'E-Mails von deinem Mailanbieter',
  hooksLead:
    'Statt ein Postfach zu lesen, kann Foyer E-Mails annehmen, die Mailgun, Postmark, SendGrid oder Amazon SES weiterreicht. Trag unten die Adressen ein, an die man schreibt.',
  hookProvider: 'Anbieter',
  hookAdd: 'Anbieter hinzufügen',
  hookKey: 'Signaturschlüssel (bei Mailgun: „HTTP webhook signing key“)',
  hookKeyHint:
    'Steht in Mailgun unter „API security“. Damit prüft Foyer, ob E-Mails wirklich von dort kommen.',
  hookAddress: 'Adresse für {name}',
  hookOnce:
    'Die Adresse enthält ein Geheimnis und wird nur jetzt gezeigt. Kopier sie, bevor du die Seite verlässt.',
  hookUnused: 'Bisher kam keine E-Mail.',
  hookUsed: 'Letzte E-Mail {time}',
  hookReplace: 'Geheimnis ersetzen',
  hookReplaceSure:
    'Die Adresse, die dort eingetragen ist, gilt dann sofort nicht mehr. Trag die neue gleich ein.',
  hookRemove: 'Entfernen',
  hookRemoveSure: '{name} entfernen? Was danach weitergereicht wird, wird abgewiesen.',
  hook_mailgun: 'Leg in Mailgun eine Route mit der Aktion „Forward“ zu dieser Adresse an.',
  hook_postmark:
    'Trag sie in Postmark als Webhook des Inbound-Streams ein und schalte „Include raw email content in JSON payload“ ein.',
  hook_sendgrid:
    'Trag sie in SendGrid unter „Inbound Parse“ ein und schalte „POST the raw, full MIME message“ ein.',
  hook_ses:
    'Abonniere damit in Amazon SNS dein Topic per HTTPS, ohne „Raw message delivery“. Leg in SES eine Empfangsregel mit SNS-Aktion für dieses Topic an. E-Mails bis 150 KB kommen an.',
};

export default texts;
