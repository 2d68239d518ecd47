import type { SignInTexts } from './en.ts';

const texts: SignInTexts = {
  signInOffer: 'Ĉu vi jam skribis al ni? Trovu viajn konversaciojn',
  signInLead:
    'Enigu la retadreson, de kiu vi skribis. Ni sendos tien kodon, kiu venigos viajn konversaciojn ĉi tien.',
  signInEmail: 'Via retadreso',
  signInSend: 'Sendu al mi kodon',
  signInSent: 'Se iu skribis al ni de {email}, kodo estas survoje. Ĝi validas dum unu horo.',
  signInHint:
    'Ĉu ankoraŭ neniu retletero post kelkaj minutoj? Rigardu en la trudmesaĝujo. Kodoj iras nur al adresoj, de kiuj oni jam skribis al ni aŭ kiuj estis konfirmitaj.',
  signInCode: 'Kodo el la retletero',
  signInGo: 'Montru miajn konversaciojn',
  signInOther: 'Uzu alian adreson',
  signInBadEmail: 'Enigu validan retadreson.',
  signInBadCode: 'Ĉi tiu kodo ne estas ĝusta, aŭ ne plu validas.',
  signInLimited: 'Tio estis tro ofte. Bonvolu reprovi {when}.',
  signInOff: 'Ni nun ne povas sendi retleterojn. Bonvolu reprovi poste.',
};
export default texts;
