import type { NpsWords } from '../../shared/nps/words.ts';
import ar from '../../shared/nps/words/ar.ts';
import de from '../../shared/nps/words/de.ts';
import el from '../../shared/nps/words/el.ts';
import en from '../../shared/nps/words/en.ts';
import eo from '../../shared/nps/words/eo.ts';
import fil from '../../shared/nps/words/fil.ts';
import ru from '../../shared/nps/words/ru.ts';
import sq from '../../shared/nps/words/sq.ts';
import { type Language, ourLanguage } from '../../shared/core/languages.ts';

export const npsLocales: Record<Language, NpsWords> = { en, de, ru, el, sq, fil, eo, ar };

/** The words of surveys in a language, English where we have none. */
export const npsTexts = (tag: string): NpsWords => npsLocales[ourLanguage(tag) ?? 'en'];
