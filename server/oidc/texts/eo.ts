import type { OidcTexts } from '../textShape.ts';

export default {
  title: 'Vi ne estas ensalutinta',
  back: 'Reen al la ensaluto',
  backToSettings: 'Reen al la agordoj',
  refused_off: 'Ĉi tiu ensalutmaniero estas malŝaltita.',
  refused_expired: 'Tio daŭris tro longe aŭ komenciĝis en alia retumilo. Rekomencu.',
  refused_provider:
    'Via identeca provizanto ne respondis ĝuste. Reprovu, kaj informu posedanton de la retejo, se tio okazos denove.',
  refused_email: 'Via identeca provizanto ne diris al ni vian retpoŝtadreson.',
  refused_unverified: 'Via identeca provizanto ne konfirmis vian retpoŝtadreson.',
  refused_domain: 'Per via retpoŝtadreso oni ne povas ensaluti ĉi tie.',
  refused_elsewhere:
    'Via konto apartenas ankaŭ al aliaj retejoj. Unue ensalutu per pasvorto aŭ ensalutŝlosilo, poste revenu ĉi tien unufoje por konekti ĝin.',
  refused_unknown: 'Ankoraŭ ne estas konto por vi. Petu posedanton de la retejo inviti vin.',
  refused_role: 'Neniu el viaj grupoj havas rolon en ĉi tiu retejo. Demandu vian administranton.',
  refused_disabled: 'Via konto estas malŝaltita.',
  testTitle: 'La provo funkciis',
  testEmail: 'Retpoŝto',
  testGroups: 'Grupoj',
  testRole: 'Rolo post ensaluto',
  verified: 'konfirmita',
  unverified: 'ne konfirmita',
  noRole: 'neniu: ensaluto ne eblus',
  role_owner: 'Posedanto',
  role_admin: 'Administranto',
  role_agent: 'Agento',
  role_moderator: 'Moderigisto',
} satisfies OidcTexts;
