import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { byLanguage } from '../../core/staff/textLoaders.ts';
import type { CallbackTexts } from './texts/en.ts';

export type { CallbackTexts };

/** Loaders of the texts about calls. */
export const loaders = byLanguage<CallbackTexts>(import.meta.glob('./texts/*.ts'));

export const CallbackTextsContext = createContext<CallbackTexts>({} as CallbackTexts);
/** Texts about calls, within their section. */
export const useCallbackTexts = (): CallbackTexts => useContext(CallbackTextsContext);
