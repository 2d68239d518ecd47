import type { SignInTexts } from '../textShape.ts';

export default {
  title: 'Deine Gespräche',
  none: 'In diesem Browser gibt es noch keine Gespräche.',
  elsewhere: 'Du hast uns auf einem anderen Gerät oder per E-Mail geschrieben?',
  lead: 'Gib die E-Mail-Adresse ein, von der du geschrieben hast. Wir schicken dorthin einen Link, der deine Gespräche hierher holt.',
  send: 'Link zuschicken',
  sentTitle: 'Sieh in dein Postfach',
  sent: 'Wenn uns jemand von dieser Adresse geschrieben hat, ist ein Link unterwegs. Er funktioniert einmal, eine Stunde lang.',
  sentHint:
    'Nach ein paar Minuten noch keine E-Mail? Prüfe die Schreibweise und deinen Spam-Ordner. Links gehen nur an Adressen, von denen wir eine E-Mail bekommen haben oder die einmal bestätigt wurden.',
  again: 'Andere Adresse eingeben',
  unavailable: 'Wir können gerade keine E-Mails verschicken. Komm später wieder oder frag uns.',
  subject: 'Dein Anmeldelink für {team}',
  text: 'Hier ist der Link zu deinen Gesprächen mit {team}. Öffne ihn auf dem Gerät, auf dem du sie haben möchtest.',
  button: 'Meine Gespräche öffnen',
  note: 'Der Link funktioniert einmal, eine Stunde lang. Bitte leite ihn nicht weiter.',
  code: 'Dein Code: {code}',
  codeText:
    'Gib ihn dort ein, wo du ihn angefordert hast. Oder öffne deine Gespräche auf unseren Hilfeseiten.',
  codeNote:
    'Code und Link funktionieren einmal, eine Stunde lang. Bitte gib sie nicht weiter: Wir fragen nie danach.',
  why: 'Du erhältst diese E-Mail, weil jemand mit dieser Adresse einen Anmeldelink angefordert hat. Warst du es nicht, dann ignoriere sie. Es hat sich nichts geändert.',
  stop: 'Abbestellen',
} satisfies SignInTexts;
