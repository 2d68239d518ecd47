import { byLanguage } from '../../core/staff/textLoaders.ts';
import { useSectionTexts } from '../useSectionTexts.ts';
import type { SignInTexts } from './texts/en.ts';

export type { SignInTexts };

const loaders = byLanguage<SignInTexts>(import.meta.glob('./texts/*.ts'));

/** Texts about the site's identity provider; null until they are loaded. */
export const useSignInTexts = (): SignInTexts | null => useSectionTexts(loaders);
