import type { SignInTexts } from '../textShape.ts';

export default {
  title: 'Viaj konversacioj',
  none: 'En ĉi tiu retumilo ankoraŭ ne estas konversacioj.',
  elsewhere: 'Ĉu vi skribis al ni per alia aparato aŭ retpoŝte?',
  lead: 'Enigu la retadreson, de kiu vi skribis. Ni sendos tien ligilon, kiu venigos viajn konversaciojn ĉi tien.',
  send: 'Sendu al mi ligilon',
  sentTitle: 'Rigardu vian poŝtkeston',
  sent: 'Se iu skribis al ni de ĉi tiu adreso, ligilo estas survoje. Ĝi funkcias unufoje, dum unu horo.',
  sentHint:
    'Ĉu neniu retmesaĝo post kelkaj minutoj? Kontrolu la literumadon kaj vian spamujon. Ligiloj iras nur al adresoj, de kiuj ni ricevis retmesaĝon aŭ kiuj estas konfirmitaj.',
  again: 'Provi alian adreson',
  unavailable: 'Ni nun ne povas sendi retmesaĝojn. Revenu poste, aŭ demandu nin.',
  subject: 'Via ensaluta ligilo por {team}',
  text: 'Jen la ligilo al viaj konversacioj kun {team}. Malfermu ĝin sur la aparato, kie vi volas havi ilin.',
  button: 'Malfermi miajn konversaciojn',
  note: 'La ligilo funkcias unufoje, dum unu horo. Bonvolu ne plusendi ĝin.',
  code: 'Via kodo: {code}',
  codeText: 'Tajpu ĝin tie, kie vi petis ĝin. Aŭ malfermu viajn konversaciojn en niaj helppaĝoj.',
  codeNote:
    'La kodo kaj la ligilo funkcias unufoje, dum unu horo. Ne donu ilin al aliaj: ni neniam petos ilin.',
  why: 'Vi ricevas ĉi tiun retmesaĝon, ĉar iu petis ensalutan ligilon per ĉi tiu adreso. Se ne estis vi, ignoru ĝin. Nenio ŝanĝiĝis.',
  stop: 'Malaboni',
} satisfies SignInTexts;
