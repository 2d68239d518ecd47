export default {
  fault_login:
    'La retpoŝta servilo rifuzas la ensaluton. Kontrolu nomon kaj pasvorton; multaj provizantoj volas ĉi tie pasvorton por programoj.',
  fault_consent: 'La aliro estis reprenita aŭ finiĝis. Konektu denove.',
  fault_consent_away: 'La ensaluta servo nun ne respondas.',
  fault_consent_client:
    'La ensaluta servo ne akceptas la identigilon aŭ la sekreton de la kliento. Eble la sekreto finiĝis.',
  fault_consent_refused:
    'La retpoŝta servilo ne akceptas ĉi tiun konton. Kontrolu, ke ĝi rajtas malfermi la poŝtkeston kaj ke IMAP kaj SMTP estas ŝaltitaj.',
  fault_certificate: 'La atestilo de la servilo ne validas por ĉi tiu nomo, do ni sendis nenion al ĝi.',
  fault_not_found: 'Ne ekzistas retpoŝta servilo kun ĉi tiu nomo.',
  fault_not_public:
    'Ĉi tiu servilo ne estas en la publika interreto. Kiu funkciigas Foyer, povas permesi ĝin.',
  fault_unreachable: 'La retpoŝta servilo ne estas atingebla.',
  fault_timed_out: 'La retpoŝta servilo ne respondas.',
  fault_folder: 'En ĉi tiu poŝtkesto ne estas enirkesto.',
  fault_sender: 'La servilo ne permesas al ĉi tiu ensaluto sendi de ĉi tiu adreso.',
  fault_other: 'La servilo donis respondon, kiun ni ne povas uzi.',
};
