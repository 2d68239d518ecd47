const texts = {
  why: 'Why?',
  reported: 'Thank you. Our team will take a look.',
  sureRemove: 'Delete it? Replies to it will stay.',
  device: 'Share …',
  copyLink: 'Copy link',
  copied: 'Link copied.',
  email: 'Email',
  close: 'Close',
};
export default texts;
export type AskingTexts = { [Name in keyof typeof texts]: string };
