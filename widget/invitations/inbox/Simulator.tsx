import { type Device, devices } from '../../../shared/core/prompts/options.ts';
import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { PromptList } from '../../../shared/core/prompts/kinds.ts';
import { newMemory } from '../../../shared/core/prompts/memory.ts';
import { isHeld, pickPrompt, type Reason, reasonsAgainst } from '../../../shared/core/prompts/rules.ts';
import { listPrompts } from '../../../shared/core/prompts/routes.ts';
import { useStaff } from '../../core/staff/context.ts';
import { CheckField, NumberField, SelectField, TextField } from '../../core/staff/fields.tsx';
import { reasonText } from '../../../shared/core/prompts/reasonText.ts';
import type { RuleWords } from '../../../shared/core/prompts/texts.ts';
import type { StaffWords } from './words.ts';

const isAddress = (text: string): boolean => {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
};

/** A visit of the owner's choice, put to the very rules that browsers have. */
export const Simulator = ({ words, rules }: { words: StaffWords; rules: RuleWords }) => {
  const staff = useStaff();
  const [list, setList] = useState<PromptList | null>(null);
  const visit = useSignal({
    url: location.origin,
    seconds: 30,
    scroll: 50,
    pagesSeen: 1,
    device: 'desktop' as Device,
    language: 'en',
    event: '',
    exit: false,
    open: true,
    online: true,
    returning: false,
  });
  useEffect(() => {
    void staff.attempt(staff.call(listPrompts, {})).then((found) => found && setList(found));
  }, []);
  const set = (change: Partial<typeof visit.value>): void => {
    visit.value = { ...visit.value, ...change };
  };
  const { event, returning, ...said } = visit.value;
  const now = Date.now();
  const moment = {
    ...said,
    url: isAddress(said.url) ? said.url : location.origin,
    now,
    referrer: '',
    idle: said.seconds,
    tracked: event ? [{ name: event, attributes: {}, at: now }] : [],
    attributes: {},
    busy: '' as const,
  };
  const memory = newMemory(0, now);
  if (returning) memory.first = now - 7 * 86_400_000;
  const due = list && pickPrompt(list.prompts, list.budget, moment, memory);
  const number = (key: 'seconds' | 'scroll' | 'pagesSeen', max: number) => (
    <NumberField
      isOptional
      label={words[key]}
      value={visit.value[key]}
      min={0}
      max={max}
      onValue={(value = 0) => set({ [key]: value })}
    />
  );
  return (
    <>
      <div class="box">
        <p class="quiet">{words.tryLead}</p>
        <TextField
          dir="ltr"
          label={words.url}
          type="url"
          value={visit.value.url}
          maxLength={2_000}
          onValue={(url) => set({ url })}
        />
        <div class="grid">
          {number('seconds', 3_600)}
          {number('scroll', 100)}
          {number('pagesSeen', 100)}
          <SelectField
            label={words.device}
            value={visit.value.device}
            options={devices.map((one) => [one, rules[`device_${one}`]] as const)}
            onValue={(device) => set({ device })}
          />
          <TextField
            dir="auto"
            label={words.language}
            value={visit.value.language}
            maxLength={35}
            onValue={(language) => set({ language })}
          />
          <TextField
            dir="auto"
            label={words.event}
            value={event}
            maxLength={80}
            onValue={(text) => set({ event: text })}
          />
        </div>
        <div class="row-of-buttons">
          {(['exit', 'open', 'online', 'returning'] as const).map((key) => (
            <CheckField
              key={key}
              label={words[key]}
              value={visit.value[key]}
              onValue={(value) => set({ [key]: value })}
            />
          ))}
        </div>
      </div>
      {list?.prompts.length === 0 && <p class="empty">{words.noPrompts}</p>}
      <ul class="cards" aria-live="polite">
        {list?.prompts.map((prompt) => {
          // Which side of a sample somebody is on is drawn: here everybody belongs to it.
          const against = reasonsAgainst({ ...prompt, sample: 100 }, list.budget, moment, memory);
          return (
            <li key={prompt.id}>
              <div class="spread">
                <h3 dir="auto">
                  {prompt.name}{' '}
                  <code dir="ltr">
                    {prompt.kind} {prompt.id.slice(-6)}
                  </code>
                </h3>
                <span class={`chip ${prompt === due ? 'green' : 'grey'}`}>
                  {prompt === due ? rules.due : rules.against}
                </span>
              </div>
              {against.length > 0 ? (
                <p>{against.map((reason: Reason) => reasonText(rules, reason)).join(' · ')}</p>
              ) : (
                prompt !== due && <p>{isHeld(prompt, memory) ? rules.held : rules.r_showing}</p>
              )}
            </li>
          );
        })}
      </ul>
      <div class="box">
        <h3>{words.liveTitle}</h3>
        <p>
          {words.liveLead} <code dir="ltr">#foyer-prompts</code>
        </p>
      </div>
    </>
  );
};
