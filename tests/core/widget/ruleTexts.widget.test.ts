import ar from '../../../shared/core/prompts/texts/ar.ts';
import de from '../../../shared/core/prompts/texts/de.ts';
import en from '../../../shared/core/prompts/texts/en.ts';
import ru from '../../../shared/core/prompts/texts/ru.ts';
import { compareLocales } from '../../helpers/localeTests.ts';

compareLocales('words about when something is shown', en, { en, de, ru, ar });
