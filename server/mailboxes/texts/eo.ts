export default {
  subject: '{address} ne estas legebla',
  lead: 'Ni nun ne atingas la poŝtkeston {address}.',
  waiting:
    'Nenio perdiĝas: novaj retmesaĝoj atendas en la poŝtkesto, kaj ni provas plu. Ĝis ĝi denove funkcios, neniu en via teamo vidas ilin.',
  button: 'Ripari la konekton',
  testSubject: 'Provo de Foyer',
  testText: 'Ĉi tiu retmesaĝo provas, ĉu via poŝtkesto sendas kaj ricevas. Foyer forigas ĝin post alveno.',
  consentTitle: 'Ankoraŭ ne konektita',
  consentBack: 'Reen al la poŝtkestoj',
  consent_stale:
    'Ĉi tiu respondo ne uzeblas: oni petis ĝin en alia retumilo aŭ seanco, ĝi jam estis uzita aŭ aĝas pli ol dek minutojn. Premu denove «Konekti».',
  consent_denied:
    'La aliro ne estis donita, do nenio estas konektita. Premu denove «Konekti» kiam ajn vi volas.',
  consent_away: 'La ensaluta servo nun ne respondas. Premu denove «Konekti» post kelkaj minutoj.',
  consent_client:
    'La ensaluta servo ne akceptas la identigilon aŭ la sekreton de la kliento. Kontrolu ambaŭ kaj konektu denove.',
  consent_incomplete:
    'La donita aliro ne sufiĉas por legi kaj sendi. Konektu denove kaj lasu ĉiujn skatoletojn markitaj.',
};
