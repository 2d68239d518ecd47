export default {
  fault_login:
    'Serveri i postës nuk e pranon hyrjen. Kontrollo emrin dhe fjalëkalimin; shumë ofrues duan këtu një fjalëkalim aplikacioni.',
  fault_consent: 'Qasja u tërhoq ose skadoi. Lidhe sërish.',
  fault_consent_away: 'Shërbimi i hyrjes nuk po përgjigjet tani.',
  fault_consent_client:
    'Shërbimi i hyrjes nuk e pranon ID-në ose sekretin e klientit. Ndoshta sekreti ka skaduar.',
  fault_consent_refused:
    'Serveri i postës nuk e pranon këtë llogari. Kontrollo që mund ta hapë këtë kuti dhe që IMAP e SMTP janë të ndezura për të.',
  fault_certificate: 'Certifikata e serverit nuk vlen për këtë emër, prandaj nuk i dërguam asgjë.',
  fault_not_found: 'Nuk ka server poste me këtë emër.',
  fault_not_public: 'Ky server nuk është në internetin publik. Mund ta lejojë ai që drejton Foyer-in.',
  fault_unreachable: 'Serveri i postës nuk arrihet.',
  fault_timed_out: 'Serveri i postës nuk përgjigjet.',
  fault_folder: 'Në këtë kuti nuk ka dosje hyrëse.',
  fault_sender: 'Serveri nuk e lejon këtë hyrje të dërgojë nga kjo adresë.',
  fault_other: 'Serveri i postës dha një përgjigje që nuk e përdorim dot.',
};
