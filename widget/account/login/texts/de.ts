import type { LoginTexts } from './en.ts';

const german: LoginTexts = {
  passkey: 'Mit Passkey anmelden',
  cancelled: 'Es wurde kein Passkey benutzt. Versuch es noch einmal oder nimm dein Passwort.',
  unknown: 'Dieser Passkey ist hier nicht bekannt. Nimm dein Passwort.',
  copied:
    'Dieser Passkey ist vielleicht kopiert worden und wurde nicht angenommen. Melde dich anders an und ersetze ihn.',
};
export default german;
