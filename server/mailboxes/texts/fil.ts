export default {
  subject: 'Hindi mabasa ang {address}',
  lead: 'Hindi namin mapasok ngayon ang mailbox na {address}.',
  waiting:
    'Walang nawawala: naghihintay sa mailbox ang mga bagong email at patuloy naming sinusubukan. Hanggang gumana ulit, walang nakakakita nito sa team mo.',
  button: 'Ayusin ang koneksiyon',
  testSubject: 'Pagsubok mula sa Foyer',
  testText:
    'Sinusubok ng email na ito kung nakakapagpadala at nakakatanggap ang mailbox mo. Buburahin ito ng Foyer pagdating.',
  consentTitle: 'Hindi pa nakakonekta',
  consentBack: 'Bumalik sa mga mailbox',
  consent_stale:
    'Hindi magagamit ang sagot na ito: hiningi ito sa ibang browser o session, nagamit na, o mahigit sampung minuto na. Pindutin ulit ang “Ikonekta”.',
  consent_denied:
    'Hindi ibinigay ang access, kaya walang nakonekta. Pindutin ulit ang “Ikonekta” kahit kailan.',
  consent_away:
    'Hindi sumasagot ngayon ang sign-in service. Pindutin ulit ang “Ikonekta” makalipas ang ilang minuto.',
  consent_client:
    'Hindi tinatanggap ng sign-in service ang client ID o secret. Tingnan ang dalawa, saka ikonekta ulit.',
  consent_incomplete:
    'Kulang ang ibinigay na access para magbasa at magpadala. Ikonekta ulit at iwanang may tsek ang lahat ng kahon.',
};
