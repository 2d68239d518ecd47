export default {
  fault_login:
    'Tinatanggihan ng mail server ang login. Tingnan ang username at password; maraming provider ang humihingi ng app password dito.',
  fault_consent: 'Binawi o nag-expire ang access. Ikonekta ulit.',
  fault_consent_away: 'Hindi sumasagot ngayon ang sign-in service.',
  fault_consent_client:
    'Hindi tinatanggap ng sign-in service ang client ID o secret. Baka nag-expire na ang secret.',
  fault_consent_refused:
    'Hindi tinatanggap ng mail server ang account na ito. Tingnan kung mabubuksan nito ang mailbox at kung nakabukas ang IMAP at SMTP.',
  fault_certificate:
    'Hindi para sa pangalang ito ang certificate ng mail server, kaya wala kaming ipinadala.',
  fault_not_found: 'Walang mail server na may ganitong pangalan.',
  fault_not_public:
    'Wala sa pampublikong internet ang server na ito. Mapapayagan ito ng nagpapatakbo ng Foyer.',
  fault_unreachable: 'Hindi maabot ang mail server.',
  fault_timed_out: 'Hindi sumasagot ang mail server.',
  fault_folder: 'Walang inbox sa mailbox na ito.',
  fault_sender: 'Hindi pinapayagan ng mail server na magpadala ang login na ito mula sa address na ito.',
  fault_other: 'Hindi namin magamit ang sagot ng mail server.',
};
