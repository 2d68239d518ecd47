import type { LoginTexts } from './en.ts';

const esperanto: LoginTexts = {
  passkey: 'Ensaluti per ensalutŝlosilo',
  cancelled: 'Neniu ŝlosilo estis uzita. Reprovu aŭ uzu vian pasvorton.',
  unknown: 'Ĉi tiu ŝlosilo ne estas konata ĉi tie. Uzu vian pasvorton.',
  copied: 'Ĉi tiu ŝlosilo eble estas kopiita kaj ne estis akceptita. Ensalutu alie kaj anstataŭigu ĝin.',
};
export default esperanto;
