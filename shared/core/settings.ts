import { z } from 'zod';

/** Features that can be switched off as a whole: what they are until changed, and whether browsers are told. */
export type Switches = Readonly<Record<string, { initial: boolean; public: boolean }>>;

/** A part of a site's settings: the fields' schemas, and their defaults. */
export interface SettingsPart<
  Fields extends z.ZodRawShape = z.ZodRawShape,
  Switched extends Switches = Switches,
  PublicFields extends z.ZodRawShape = z.ZodRawShape,
> {
  /** Top-level fields of the settings: names are unique over all parts. */
  fields: Fields;
  defaults(): z.infer<z.ZodObject<Fields>>;
  /** Its fields as other parts kept them in settings that were stored before; absent where nothing moved. */
  carryOver?(stored: Readonly<Record<string, unknown>>): Partial<z.infer<z.ZodObject<Fields>>>;
  /** Stand under `features`. */
  switches?: Switched;
  /** The fields that every visitor's browser gets. */
  publicFields?: PublicFields;
  toPublic?(settings: z.infer<z.ZodObject<Fields>>): z.infer<z.ZodObject<PublicFields>>;
}

/** Types a part by what is written. */
export const settingsPart = <
  Fields extends z.ZodRawShape,
  const Switched extends Switches = Record<never, never>,
  PublicFields extends z.ZodRawShape = Record<never, never>,
>(
  part: SettingsPart<Fields, Switched, PublicFields>,
): SettingsPart<Fields, Switched, PublicFields> => part;

/** The settings of a site as its parts make them. */
export interface Settings<Stored, Public extends { features: object }> {
  schema: z.ZodType<Stored>;
  /** The schema of the public fields. */
  publicSchema: z.ZodType<Public>;
  defaults(): Stored;
  /** Stored or imported settings with what has been added since they were written. */
  complete(stored: Partial<Stored>): Stored;
  /** The parts' own contributions to the public settings, `features` among them. */
  toPublic(settings: Stored): Partial<Public> & Pick<Public, 'features'>;
}

/** Puts parts together. @throws Error when two parts have a field of one name */
export const composeSettings = <Stored, Public extends { features: object }>(
  parts: readonly SettingsPart[],
): Settings<Stored, Public> => {
  const names = parts.flatMap(({ fields }) => Object.keys(fields));
  if (new Set(names).size < names.length)
    throw new Error('two parts of the settings have a field of one name');
  const switches = Object.entries(Object.assign({}, ...parts.map((part) => part.switches)) as Switches);
  const publicSwitches = switches.filter(([, { public: isPublic }]) => isPublic).map(([name]) => name);
  const switchSchema = (of: readonly string[]) =>
    z.object(Object.fromEntries(of.map((name) => [name, z.boolean()])));
  const fields: z.ZodRawShape = {
    ...Object.assign({}, ...parts.map((part) => part.fields)),
    features: switchSchema(switches.map(([name]) => name)),
  };
  const publicFields: z.ZodRawShape = {
    ...Object.assign({}, ...parts.map((part) => part.publicFields)),
    features: switchSchema(publicSwitches),
  };
  const defaults = (): Record<string, unknown> => ({
    ...Object.assign({}, ...parts.map((part) => part.defaults())),
    features: Object.fromEntries(switches.map(([name, { initial }]) => [name, initial])),
  });
  return {
    schema: z.object(fields) as unknown as z.ZodType<Stored>,
    publicSchema: z.object(publicFields) as unknown as z.ZodType<Public>,
    defaults: () => defaults() as Stored,
    complete(stored) {
      const carried = Object.assign({}, ...parts.map((part) => part.carryOver?.(stored)));
      const settings: Record<string, unknown> = { ...defaults(), ...carried, ...stored };
      // Groups of named fields are completed field by field; lists and records are the owner's as they are.
      for (const [name, initial] of Object.entries(defaults()))
        if (fields[name] instanceof z.ZodObject)
          settings[name] = {
            ...(initial as object),
            ...carried[name],
            ...(stored as Record<string, object>)[name],
          };
      return settings as Stored;
    },
    toPublic: (settings) => {
      const { features } = settings as unknown as { features: Record<string, boolean> };
      return {
        ...Object.assign({}, ...parts.map((part) => part.toPublic?.(settings as never))),
        features: Object.fromEntries(publicSwitches.map((name) => [name, features[name]])),
      };
    },
  };
};
