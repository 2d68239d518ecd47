import { writeOutColour } from '../../shared/core/colour.ts';
import type { Theme } from '../../shared/core/people/settings.ts';
import { useWords } from './context.ts';
import { Field, NumberField, SelectField, TextField } from '../core/staff/fields.tsx';

/** Fields of a theme. */
interface ThemeProps {
  theme: Theme;
  refused(key: keyof Theme): string | undefined;
  set<Key extends keyof Theme>(key: Key, value: Theme[Key]): void;
}

/** The accent colour, chosen or written. */
const AccentFields = ({ theme, refused, set }: ThemeProps) => {
  const { say } = useWords();
  const isColour = /^#(?:[\da-f]{3}){1,2}$/i.test(theme.accent);
  return (
    <div class="pair">
      <Field label={say.accent} hint={say.accentHint}>
        {(ids) => (
          <input
            {...ids}
            type="color"
            value={isColour ? writeOutColour(theme.accent) : '#000000'}
            onInput={(event) => set('accent', event.currentTarget.value)}
          />
        )}
      </Field>
      <TextField
        label={say.accentCode}
        value={theme.accent}
        dir="ltr"
        maxLength={7}
        refused={refused('accent') ?? (isColour ? undefined : 'invalid')}
        onValue={(text) => set('accent', text.trim())}
      />
    </div>
  );
};

/** Where the widget stands on its page, and what it looks like there beyond colours. */
const PlacementFields = ({ theme, refused, set }: ThemeProps) => {
  const { say } = useWords();
  return (
    <>
      <div class="pair">
        <NumberField
          label={say.radius}
          value={theme.radius}
          min={0}
          max={32}
          refused={refused('radius')}
          onValue={(value) => set('radius', value)}
        />
        <NumberField
          label={say.offset}
          value={theme.offset}
          min={0}
          max={120}
          refused={refused('offset')}
          onValue={(value) => set('offset', value)}
        />
      </div>
      <SelectField
        label={say.font}
        value={theme.font}
        options={[
          ['system', say.font_system],
          ['inherit', say.font_inherit],
        ]}
        onValue={(value) => set('font', value)}
      />
      <NumberField
        label={say.layer}
        hint={say.layerHint}
        value={theme.zIndex}
        min={1}
        max={2_147_483_647}
        refused={refused('zIndex')}
        onValue={(value) => set('zIndex', value)}
      />
    </>
  );
};

/** What the first run asks for, and with `all` everything that a theme has. */
export const LookFields = ({ all, ...given }: ThemeProps & { all: boolean }) => {
  const { theme, refused, set } = given;
  const { say } = useWords();
  return (
    <>
      <AccentFields {...given} />
      <SelectField
        label={say.appearance}
        value={theme.appearance}
        options={[
          ['auto', say.appearance_auto],
          ['light', say.appearance_light],
          ['dark', say.appearance_dark],
        ]}
        onValue={(value) => set('appearance', value)}
      />
      <SelectField
        label={say.position}
        value={theme.position}
        options={[
          ['end', say.position_end],
          ['start', say.position_start],
        ]}
        onValue={(value) => set('position', value)}
      />
      <TextField
        label={say.label}
        hint={say.labelHint}
        value={theme.label}
        maxLength={40}
        dir="auto"
        refused={refused('label')}
        onValue={(text) => set('label', text)}
      />
      {all && <PlacementFields {...given} />}
    </>
  );
};
