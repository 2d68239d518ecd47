import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ConsoleTexts } from './i18n.ts';
import type { ConsoleModel } from './model.ts';

export interface ConsoleWords {
  /** BCP 47 tag of the staff's page. */
  tag: string;
  say: ConsoleTexts;
}

export const WordsContext = createContext<ConsoleWords>({ tag: 'en', say: {} as ConsoleTexts });
export const useWords = (): ConsoleWords => useContext(WordsContext);

export const ConsoleContext = createContext<ConsoleModel | null>(null);

/** The console that the page shows; only inside of one. */
export const useConsole = (): ConsoleModel => {
  const model = useContext(ConsoleContext);
  if (!model) throw new Error('outside of a console');
  return model;
};
