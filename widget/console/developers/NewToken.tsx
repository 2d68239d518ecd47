import { useState } from 'preact/hooks';
import { postApiToken } from '../../../shared/console/developerRoutes.ts';
import type { MadeApiToken } from '../../../shared/console/developerSchema.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Scope } from '../../../shared/core/people/scopes.ts';
import { CheckField, SelectField, TextField } from '../../core/staff/fields.tsx';
import { useConsole } from '../context.ts';
import { useDeveloperTexts } from './i18n.ts';

/** As the contract has them; the types see to it that none is missing. */
const scopes = Object.keys({
  'conversations:read': 0,
  'conversations:write': 0,
  'content:read': 0,
  'content:write': 0,
  'people:read': 0,
  'people:write': 0,
  'people:erase': 0,
  'reports:read': 0,
  'settings:read': 0,
  'settings:write': 0,
} satisfies Record<Scope, 0>) as Scope[];

const lives = ['30', '90', '365', 'never'] as const;
type Life = (typeof lives)[number];

/** Days until it ends; null for never. */
const daysOf = (life: Life): number | null => (life === 'never' ? null : Number(life));

const blank = { name: '', life: '90' as Life, chosen: [] as Scope[] };

/** Makes a token. */
export const NewToken = ({ onMade }: { onMade(made: MadeApiToken): void }) => {
  const model = useConsole();
  const own = useDeveloperTexts();
  const [given, setGiven] = useState(blank);
  const [isMissing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const { name, life, chosen } = given;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setMissing(chosen.length === 0);
    if (chosen.length === 0) return;
    setBusy(true);
    const body = { id: newId(), name, scopes: chosen, days: daysOf(life) };
    const made = await model.attempt(model.call(postApiToken, { body }));
    setBusy(false);
    if (!made) return;
    setGiven(blank);
    onMade(made);
  };
  return (
    <form class="card" onSubmit={submit} aria-labelledby="new-token">
      <h2 id="new-token">{own.tokenAdd}</h2>
      <div class="pair">
        <TextField
          label={own.tokenName}
          hint={own.tokenNameHint}
          value={name}
          required
          maxLength={60}
          autocomplete="off"
          dir="auto"
          refused={model.problem.value?.fields['name']}
          onValue={(text) => setGiven({ ...given, name: text })}
        />
        <SelectField
          label={own.expires}
          value={life}
          options={lives.map((one) => [one, own[`expires_${one}`]] as const)}
          onValue={(one) => setGiven({ ...given, life: one })}
        />
      </div>
      <fieldset aria-describedby={isMissing ? 'scopes-missing' : undefined}>
        <legend>{own.scopes}</legend>
        {scopes.map((scope) => (
          <CheckField
            key={scope}
            label={own[`scope_${scope}`]}
            value={chosen.includes(scope)}
            onValue={(isOn) =>
              setGiven({
                ...given,
                chosen: isOn ? [...chosen, scope] : chosen.filter((one) => one !== scope),
              })
            }
          />
        ))}
        <p class="bad-words" id="scopes-missing" role="status">
          {isMissing && chosen.length === 0 ? own.scopesNone : ''}
        </p>
      </fieldset>
      <div class="actions">
        <button type="submit" class="primary" disabled={busy}>
          {own.create}
        </button>
      </div>
    </form>
  );
};
