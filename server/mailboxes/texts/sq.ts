export default {
  subject: '{address} nuk lexohet',
  lead: 'Tani për tani nuk hyjmë dot në kutinë {address}.',
  waiting:
    'Asgjë s’humbet: emailet e reja presin në kuti dhe ne vazhdojmë të provojmë. Deri atëherë, askush në ekip nuk i sheh.',
  button: 'Rregullo lidhjen',
  testSubject: 'Një provë nga Foyer',
  testText: 'Ky email provon nëse kutia dërgon dhe merr. Foyer e fshin sapo të mbërrijë.',
  consentTitle: 'Ende pa u lidhur',
  consentBack: 'Kthehu te kutitë postare',
  consent_stale:
    'Kjo përgjigje nuk përdoret dot: u kërkua në një shfletues ose seancë tjetër, është përdorur tashmë ose është më e vjetër se dhjetë minuta. Shtyp përsëri «Lidh».',
  consent_denied: 'Qasja nuk u dha, prandaj asgjë nuk u lidh. Mund të shtypësh «Lidh» kur të duash.',
  consent_away: 'Shërbimi i hyrjes nuk po përgjigjet tani. Shtyp përsëri «Lidh» pas pak minutash.',
  consent_client:
    'Shërbimi i hyrjes nuk e pranon ID-në ose sekretin e klientit. Kontrolloji të dyja dhe lidhe përsëri.',
  consent_incomplete:
    'Qasja e dhënë nuk mjafton për të lexuar dhe dërguar. Lidhe përsëri dhe lëri të gjitha kutizat të shënuara.',
};
