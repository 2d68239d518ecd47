import type { OidcTexts } from '../textShape.ts';

export default {
  title: 'Nuk keni hyrë',
  back: 'Kthehuni te hyrja',
  backToSettings: 'Kthehuni te cilësimet',
  refused_off: 'Kjo mënyrë hyrjeje është e çaktivizuar.',
  refused_expired: 'Zgjati shumë ose filloi në një shfletues tjetër. Filloni përsëri.',
  refused_provider:
    'Ofruesi juaj i identitetit nuk u përgjigj siç duhet. Provoni përsëri dhe, nëse përsëritet, njoftoni një pronar të faqes.',
  refused_email: 'Ofruesi juaj i identitetit nuk na dha adresën tuaj email.',
  refused_unverified: 'Ofruesi juaj i identitetit nuk e ka verifikuar adresën tuaj email.',
  refused_domain: 'Me adresën tuaj email nuk mund të hyhet këtu.',
  refused_elsewhere:
    'Llogaria juaj u përket edhe faqeve të tjera. Hyni së pari me fjalëkalim ose çelës hyrjeje, pastaj ejani këtu një herë për ta lidhur.',
  refused_unknown: 'Ende nuk ka llogari për ju. Kërkojini një pronari të faqes t’ju ftojë.',
  refused_role: 'Asnjë nga grupet tuaja nuk ka rol në këtë faqe. Pyesni administratorin tuaj.',
  refused_disabled: 'Llogaria juaj është çaktivizuar.',
  testTitle: 'Prova funksionoi',
  testEmail: 'Email',
  testGroups: 'Grupet',
  testRole: 'Roli pas hyrjes',
  verified: 'i verifikuar',
  unverified: 'i paverifikuar',
  noRole: 'asnjë: nuk do të mund të hynte',
  role_owner: 'Pronar',
  role_admin: 'Administrator',
  role_agent: 'Agjent',
  role_moderator: 'Moderator',
} satisfies OidcTexts;
