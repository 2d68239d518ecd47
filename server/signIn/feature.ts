import type { ServerFeature } from '../core/feature.ts';
import { linkJobKind, sendLink } from './mails.ts';
import { mountSignInPages, signInPath } from './pages.tsx';
import { mountSignIn } from './routes.ts';
import { signInTexts } from './texts.ts';

/** A link or a code by email, for visitors who want their conversations on every device. */
export const signIn: ServerFeature = {
  name: 'signIn',
  mount: mountSignIn,
  pages: mountSignInPages,
  jobs: { [linkJobKind]: sendLink },
  pageLinks: () => [{ place: 'foot', path: signInPath, label: ({ tag }) => signInTexts(tag).title }],
};
