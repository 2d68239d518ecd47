export default {
  subject: '{address} nuk lexohet',
  lead: 'Tani për tani nuk hyjmë dot në kutinë {address}.',
  waiting:
    'Asgjë s’humbet: emailet e reja presin në kuti dhe ne vazhdojmë të provojmë. Deri atëherë, askush në ekip nuk i sheh.',
  button: 'Rregullo lidhjen',
  testSubject: 'Një provë nga Foyer',
  testText: 'Ky email provon nëse kutia dërgon dhe merr. Foyer e fshin sapo të mbërrijë.',
};
