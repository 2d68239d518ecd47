import type { SignInTexts } from './en.ts';

const texts: SignInTexts = {
  signInOffer: 'Schon einmal geschrieben? Hol deine Gespräche hierher',
  signInLead:
    'Gib die E-Mail-Adresse ein, von der du geschrieben hast. Wir schicken dorthin einen Code, der deine Gespräche hierher holt.',
  signInEmail: 'Deine E-Mail-Adresse',
  signInSend: 'Code zuschicken',
  signInSent:
    'Wenn uns jemand von {email} geschrieben hat, ist ein Code unterwegs. Er gilt eine Stunde lang.',
  signInHint:
    'Nach ein paar Minuten noch keine E-Mail? Sieh im Spam-Ordner nach. Codes gehen nur an Adressen, von denen wir eine E-Mail bekommen haben oder die einmal bestätigt wurden.',
  signInCode: 'Code aus der E-Mail',
  signInGo: 'Meine Gespräche anzeigen',
  signInOther: 'Andere Adresse eingeben',
  signInBadEmail: 'Gib eine gültige E-Mail-Adresse ein.',
  signInBadCode: 'Dieser Code stimmt nicht oder gilt nicht mehr.',
  signInLimited: 'Das war zu oft. Bitte versuch es {when} noch einmal.',
  signInOff: 'Wir können gerade keine E-Mails verschicken. Versuch es später noch einmal.',
};
export default texts;
