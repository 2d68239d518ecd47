import { render } from 'preact';
import { kindText, verdictText } from '../../../shared/core/prompts/reasonText.ts';
import { isHeld, pickPrompt, reasonsAgainst } from '../../../shared/core/prompts/rules.ts';
import type { RuleTexts } from '../../../shared/core/prompts/texts.ts';
import type { Host } from '../../core/host.ts';
import { cross } from '../../core/ui/icons.ts';
import { makeContainer } from '../container.ts';
import { addStyles } from '../../core/ui/styles.ts';
import { Icon } from '../../core/ui/parts.tsx';
import rules from './debugger.css?inline';

const loaders: Record<string, () => Promise<{ default: RuleTexts }>> = {
  en: () => import('../../../shared/core/prompts/texts/en.ts'),
  de: () => import('../../../shared/core/prompts/texts/de.ts'),
  ru: () => import('../../../shared/core/prompts/texts/ru.ts'),
  el: () => import('../../../shared/core/prompts/texts/el.ts'),
  sq: () => import('../../../shared/core/prompts/texts/sq.ts'),
  fil: () => import('../../../shared/core/prompts/texts/fil.ts'),
  eo: () => import('../../../shared/core/prompts/texts/eo.ts'),
  ar: () => import('../../../shared/core/prompts/texts/ar.ts'),
};

/** The interval of looks, milliseconds. */
const every = 500;

/** Says on the page why each prompt comes or does not, as its very rules see this moment. For the owner. */
export const openDebugger = async (host: Host): Promise<void> => {
  // biome-ignore lint/style/noNonNullAssertion: there is an English one
  const { default: texts } = await (loaders[host.language] ?? loaders['en']!)();
  // biome-ignore lint/style/noNonNullAssertion: the debugger is loaded only where there are prompts
  const { budget, rules: prompts } = host.settings.prompts!;
  // biome-ignore lint/style/noNonNullAssertion: the debugger is loaded only where there are prompts
  const watch = host.prompts!;
  const element = document.createElement('div');
  const root = element.attachShadow({ mode: 'open' });
  const container = makeContainer(root, host, host.language === 'ar' ? 'rtl' : 'ltr');
  addStyles(root, rules, host.nonce);
  host.root.prepend(element);
  const close = (): void => {
    clearInterval(timer);
    container.remove();
    element.remove();
  };
  const draw = (): void => {
    const moment = watch.moment();
    const memory = watch.memory();
    const due = pickPrompt(prompts, budget, moment, memory);
    render(
      <section class="debugger" aria-label={texts.debug}>
        <button type="button" class="plain shut" aria-label="×" onClick={close}>
          <Icon path={cross} />
        </button>
        <strong>{texts.debug}</strong>
        <p class="soft">{texts.debugLead}</p>
        <ul>
          {prompts.map((prompt) => {
            const against = reasonsAgainst(prompt, budget, moment, memory);
            return (
              <li key={prompt.id}>
                <strong>{kindText(texts, prompt.kind)}</strong>{' '}
                {verdictText(texts, {
                  isDue: prompt === due,
                  isHeld: prompt === due && isHeld(prompt, memory),
                  against,
                })}
              </li>
            );
          })}
        </ul>
        <button type="button" onClick={() => watch.forget()}>
          {texts.forget}
        </button>
      </section>,
      container.element,
    );
  };
  const timer = setInterval(draw, every);
  draw();
  host.root.host.addEventListener('foyer:destroy', close, { once: true });
};
