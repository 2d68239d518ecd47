/** Texts of logging in with a passkey. */
const english = {
  passkey: 'Log in with a passkey',
  cancelled: 'No passkey was used. Try again, or use your password.',
  unknown: 'This passkey isn’t known here. Use your password.',
  copied: 'This passkey may have been copied, so it wasn’t accepted. Log in another way and replace it.',
};
export default english;

/** The texts of every language: the keys of the English ones. */
export type LoginTexts = { [Key in keyof typeof english]: string };
