import { writeOutColour } from '../../shared/core/colour.ts';
import type { Theme } from '../../shared/core/people/settings.ts';
import { useTexts } from './context.ts';
import { Field, NumberField, SelectField, TextField } from '../core/staff/fields.tsx';

/** Fields of a theme. */
interface ThemeProps {
  theme: Theme;
  refused(key: keyof Theme): string | undefined;
  set<Key extends keyof Theme>(key: Key, value: Theme[Key]): void;
}

/** The accent colour, chosen or written. */
const AccentFields = ({ theme, refused, set }: ThemeProps) => {
  const { texts } = useTexts();
  const isColour = /^#(?:[\da-f]{3}){1,2}$/i.test(theme.accent);
  return (
    <div class="pair">
      <Field label={texts.accent} hint={texts.accentHint}>
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
        label={texts.accentCode}
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
  const { texts } = useTexts();
  return (
    <>
      <div class="pair">
        <NumberField
          label={texts.radius}
          value={theme.radius}
          min={0}
          max={32}
          refused={refused('radius')}
          onValue={(value) => set('radius', value)}
        />
        <NumberField
          label={texts.offset}
          value={theme.offset}
          min={0}
          max={120}
          refused={refused('offset')}
          onValue={(value) => set('offset', value)}
        />
      </div>
      <SelectField
        label={texts.font}
        value={theme.font}
        options={[
          ['system', texts.font_system],
          ['inherit', texts.font_inherit],
        ]}
        onValue={(value) => set('font', value)}
      />
      <NumberField
        label={texts.layer}
        hint={texts.layerHint}
        value={theme.zIndex}
        min={1}
        max={2_147_483_647}
        refused={refused('zIndex')}
        onValue={(value) => set('zIndex', value)}
      />
    </>
  );
};

/** The look of the widget: the fields of the first run, and with `all` everything that a theme has. */
export const LookFields = ({ all, ...given }: ThemeProps & { all: boolean }) => {
  const { theme, refused, set } = given;
  const { texts } = useTexts();
  return (
    <>
      <AccentFields {...given} />
      <SelectField
        label={texts.appearance}
        value={theme.appearance}
        options={[
          ['auto', texts.appearance_auto],
          ['light', texts.appearance_light],
          ['dark', texts.appearance_dark],
        ]}
        onValue={(value) => set('appearance', value)}
      />
      <SelectField
        label={texts.position}
        value={theme.position}
        options={[
          ['end', texts.position_end],
          ['start', texts.position_start],
        ]}
        onValue={(value) => set('position', value)}
      />
      <TextField
        label={texts.label}
        hint={texts.labelHint}
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
