import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../core/text/fill.ts';
import { WordsContext } from '../context.ts';
import { type ConsoleTexts, loadConsoleTexts } from '../i18n.ts';
import '../styles.ts';
import { RefusalTexts } from '../../core/staff/fields.tsx';
import { refusalText } from '../refusalText.ts';

/** The same page under the server's own address, when this is another: there, every form would be refused. */
const ownAddress = (): string | null => {
  const own = document.querySelector<HTMLMetaElement>('meta[name="foyer-origin"]')?.content;
  return own && own !== location.origin ? own + location.pathname + location.search + location.hash : null;
};

/** Gives a page outside of any account its words. */
export const Frame = ({ tag, children }: { tag: string; children(say: ConsoleTexts): ComponentChildren }) => {
  const [say, setSay] = useState<ConsoleTexts | null>(null);
  useEffect(() => void loadConsoleTexts(tag).then(setSay), [tag]);
  if (!say) return null;
  const elsewhere = ownAddress();
  if (elsewhere)
    return (
      <main class="login">
        <p>{fill(say.wrongAddress, { url: new URL(elsewhere).origin })}</p>
        <a href={elsewhere}>{new URL(elsewhere).host}</a>
      </main>
    );
  return (
    <WordsContext.Provider value={{ tag, say }}>
      <RefusalTexts.Provider value={(code) => refusalText(say, code)}>{children(say)}</RefusalTexts.Provider>
    </WordsContext.Provider>
  );
};
