import type { ComponentChildren } from 'preact';
import type { Texts } from '../text/i18n.ts';

export const Icon = ({ path, turns }: { path: string; turns?: boolean }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true" class={turns ? 'icon turns' : 'icon'}>
    <path d={path} />
  </svg>
);

/** The first letter of somebody's name, where there is no picture. */
export const Face = ({ name }: { name: string }) => (
  <span class="face" aria-hidden="true">
    {[...name.trim()][0]?.toUpperCase()}
  </span>
);

/** Says what happened and what can be done. */
export const Notice = ({ children, bad }: { children: ComponentChildren; bad?: boolean }) => (
  <div class={bad ? 'notice bad' : 'notice'} role={bad ? 'alert' : 'status'}>
    {children}
  </div>
);

/** A placeholder while something is fetched; shown only when it takes longer than a blink. */
export const Waiting = ({ texts }: { texts: Texts }) => (
  <div class="waiting" role="status">
    <span class="unseen">{texts.get('loading')}</span>
    <i />
    <i />
    <i />
  </div>
);
