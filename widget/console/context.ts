import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ConsoleTexts } from './i18n.ts';
import type { ConsoleModel } from './model.ts';

export interface ConsoleLanguage {
  /** BCP 47 tag of the staff's page. */
  tag: string;
  texts: ConsoleTexts;
}

export const TextsContext = createContext<ConsoleLanguage>({ tag: 'en', texts: {} as ConsoleTexts });
export const useTexts = (): ConsoleLanguage => useContext(TextsContext);

export const ConsoleContext = createContext<ConsoleModel | null>(null);

/** The console that the page shows; only inside of one. */
export const useConsole = (): ConsoleModel => {
  const model = useContext(ConsoleContext);
  if (!model) throw new Error('outside of a console');
  return model;
};
