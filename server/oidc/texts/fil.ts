import type { OidcTexts } from '../textShape.ts';

export default {
  title: 'Hindi ka naka-log in',
  back: 'Bumalik sa login',
  backToSettings: 'Bumalik sa settings',
  refused_off: 'Naka-off ang paraang ito ng pag-log in.',
  refused_expired: 'Masyadong natagalan, o sa ibang browser nagsimula. Magsimula ulit.',
  refused_provider:
    'Hindi maayos ang sagot ng identity provider mo. Subukan ulit, at sabihin sa may-ari ng site kung maulit.',
  refused_email: 'Hindi sinabi sa amin ng identity provider ang email address mo.',
  refused_unverified: 'Hindi pa nabe-verify ng identity provider ang email address mo.',
  refused_domain: 'Hindi puwedeng mag-log in dito ang email address mo.',
  refused_elsewhere:
    'Kasama rin sa ibang site ang account mo. Mag-log in muna gamit ang password o passkey, saka bumalik dito nang isang beses para ikonekta ito.',
  refused_unknown: 'Wala ka pang account. Magpaimbita sa may-ari ng site na ito.',
  refused_role: 'Walang role sa site na ito ang alinman sa mga group mo. Magtanong sa administrator mo.',
  refused_disabled: 'Naka-disable ang account mo.',
  testTitle: 'Gumana ang test',
  testEmail: 'Email',
  testGroups: 'Mga group',
  testRole: 'Role pagka-log in',
  verified: 'na-verify',
  unverified: 'hindi na-verify',
  noRole: 'wala: hindi siya makakapag-log in',
  role_owner: 'May-ari',
  role_admin: 'Admin',
  role_agent: 'Agent',
  role_moderator: 'Moderator',
} satisfies OidcTexts;
