import { useMemo } from 'preact/hooks';
import type { Me } from '../../../shared/core/people/staff.ts';
import type { Call } from '../../core/net/client.ts';
import { ConsoleContext, useTexts } from '../context.ts';
import { Installed } from '../Installed.tsx';
import { createConsole } from '../model.ts';
import { Snippet } from '../Snippet.tsx';

/** The last step: the snippet, and word of the widget once it's on a page. */
export const SetupLive = ({ me, siteKey, call }: { me: Me; siteKey: string; call: Call }) => {
  const { texts } = useTexts();
  // biome-ignore lint/style/noNonNullAssertion: the setup has just made this membership
  const model = useMemo(() => createConsole(me.memberships[0]!, call), []);
  return (
    <ConsoleContext.Provider value={model}>
      <p>{texts.live}</p>
      <Snippet site={siteKey} />
      {model.saved.value && <Installed />}
      <div class="dialog-actions">
        <a class="button primary" href={`/inbox${location.search}`}>
          {texts.toInbox}
        </a>
      </div>
    </ConsoleContext.Provider>
  );
};
