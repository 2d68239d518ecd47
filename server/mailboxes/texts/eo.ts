export default {
  subject: '{address} ne estas legebla',
  lead: 'Ni nun ne atingas la poŝtkeston {address}.',
  waiting:
    'Nenio perdiĝas: novaj retmesaĝoj atendas en la poŝtkesto, kaj ni provas plu. Ĝis ĝi denove funkcios, neniu en via teamo vidas ilin.',
  button: 'Ripari la konekton',
  testSubject: 'Provo de Foyer',
  testText: 'Ĉi tiu retmesaĝo provas, ĉu via poŝtkesto sendas kaj ricevas. Foyer forigas ĝin post alveno.',
};
