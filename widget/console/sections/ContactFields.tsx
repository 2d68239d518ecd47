import { type AttributeType, attributeTypes } from '../../../shared/contacts/attributeTypes.ts';
import type { AttributeDefinition } from '../../../shared/contacts/settings.ts';
import { newId } from '../../../shared/core/ids.ts';
import { SelectField, TextField } from '../../core/staff/fields.tsx';
import { useConsole, useTexts } from '../context.ts';
import { betweenPhrases, ListField } from '../ListField.tsx';

/** One attribute: its name, its type, and for a choice what can be chosen. */
const AttributeFields = ({ at, attribute }: { at: number; attribute: AttributeDefinition }) => {
  const model = useConsole();
  const { texts } = useTexts();
  const all = model.drafted().settings.contacts.attributes;
  const path = ['settings', 'contacts', 'attributes'];
  const change = (next: AttributeDefinition | null): void =>
    model.set(
      path,
      all.flatMap((one) => (one.id !== attribute.id ? [one] : next ? [next] : [])),
    );
  const refused = (field: string) => model.problem.value?.fields[[...path, at, field].join('.')];
  return (
    <fieldset class="entry">
      <legend class="unseen">{attribute.name || texts.attributeNew}</legend>
      <div class="pair">
        <TextField
          label={texts.attributeName}
          value={attribute.name}
          required
          maxLength={60}
          dir="auto"
          refused={refused('name')}
          onValue={(name) => change({ ...attribute, name })}
        />
        <SelectField
          label={texts.attributeType}
          value={attribute.type}
          options={attributeTypes.map((type) => [type, texts[`attribute_${type}`]] as const)}
          onValue={(type) =>
            change({
              ...attribute,
              type: type as AttributeType,
              choices: type === 'choice' ? attribute.choices : [],
            })
          }
        />
      </div>
      {attribute.type === 'choice' && (
        <ListField
          label={texts.attributeChoices}
          hint={texts.attributeChoicesHint}
          value={attribute.choices}
          refused={refused('choices')}
          parts={betweenPhrases}
          onValue={(choices) => change({ ...attribute, choices })}
        />
      )}
      <div class="actions">
        <button type="button" onClick={() => change(null)}>
          {texts.remove}
        </button>
      </div>
    </fieldset>
  );
};

/** Settings of contacts: attributes that the team keeps of each, and the stages of a customer. */
export const ContactFields = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const { attributes, stages } = model.drafted().settings.contacts;
  const setStages = (names: string[]): void =>
    model.set(
      ['settings', 'contacts', 'stages'],
      // A stage keeps its id with its name, or with its place while it is renamed.
      [...new Set(names)].map((name, place) => {
        const moved = stages.find((one) => one.name === name);
        const renamed = stages[place];
        const id = moved?.id ?? (renamed && !names.includes(renamed.name) ? renamed.id : newId());
        return { id, name };
      }),
    );
  return (
    <section class="card" aria-labelledby="contacts-setting">
      <h2 id="contacts-setting">{texts.contactsTitle}</h2>
      <p class="quiet">{texts.contactsHint}</p>
      <ListField
        label={texts.stagesLabel}
        hint={texts.stagesHint}
        value={stages.map(({ name }) => name)}
        refused={model.problem.value?.fields['settings.contacts.stages']}
        parts={betweenPhrases}
        onValue={setStages}
      />
      {attributes.map((attribute, at) => (
        <AttributeFields key={attribute.id} at={at} attribute={attribute} />
      ))}
      {attributes.length < 30 && (
        <button
          type="button"
          onClick={() =>
            model.set(
              ['settings', 'contacts', 'attributes'],
              [...attributes, { id: newId(), name: '', type: 'text', choices: [] }],
            )
          }
        >
          {texts.attributeAdd}
        </button>
      )}
    </section>
  );
};
