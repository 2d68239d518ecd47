import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../core/text/fill.ts';
import { TextsContext } from '../context.ts';
import { type ConsoleTexts, loadConsoleTexts } from '../i18n.ts';
import '../styles.ts';
import { RefusalTexts } from '../../core/staff/fields.tsx';
import { refusalText } from '../refusalText.ts';

/** The same page under the server's own address, when this is another: there, every form would be refused. */
const ownAddress = (): string | null => {
  const own = document.querySelector<HTMLMetaElement>('meta[name="foyer-origin"]')?.content;
  return own && own !== location.origin ? own + location.pathname + location.search + location.hash : null;
};

/** Loads the texts of a page outside of any account. */
export const Frame = ({
  tag,
  children,
}: {
  tag: string;
  children(texts: ConsoleTexts): ComponentChildren;
}) => {
  const [texts, setTexts] = useState<ConsoleTexts | null>(null);
  useEffect(() => void loadConsoleTexts(tag).then(setTexts), [tag]);
  if (!texts) return null;
  const elsewhere = ownAddress();
  if (elsewhere)
    return (
      <main class="login">
        <p>{fill(texts.wrongAddress, { url: new URL(elsewhere).origin })}</p>
        <a href={elsewhere}>{new URL(elsewhere).host}</a>
      </main>
    );
  return (
    <TextsContext.Provider value={{ tag, texts }}>
      <RefusalTexts.Provider value={(code) => refusalText(texts, code)}>
        {children(texts)}
      </RefusalTexts.Provider>
    </TextsContext.Provider>
  );
};
