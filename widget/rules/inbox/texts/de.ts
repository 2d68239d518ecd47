import type { RuleTexts } from '../texts.ts';
import en from './en.ts';

export default { ...en } satisfies RuleTexts;
