import type { LoginTexts } from './en.ts';

const filipino: LoginTexts = {
  passkey: 'Mag-log in gamit ang passkey',
  cancelled: 'Walang nagamit na passkey. Subukan ulit, o gamitin ang password mo.',
  unknown: 'Hindi kilala rito ang passkey na ito. Gamitin ang password mo.',
  copied:
    'Posibleng nakopya ang passkey na ito kaya hindi tinanggap. Mag-log in sa ibang paraan at palitan ito.',
};
export default filipino;
