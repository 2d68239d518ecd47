/** Maximum of names that are remembered: twice those that there are. */
const maxKnown = 1_000;
/** The platform's names of zones asked for before: to make a formatter takes as long as most requests. */
const known = new Map<string, string>();

/** The platform's name of a zone; empty where it knows none. */
const platformName = (name: string): string => {
  const found = known.get(name);
  if (found !== undefined || name === '') return found ?? '';
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    // A name in whatever case is one: they are more than can be kept.
    if (known.size >= maxKnown) known.clear();
    known.set(name, timeZone);
    return timeZone;
  } catch {
    return '';
  }
};

/** True when the platform knows a time zone by this name. */
export const isZone = (name: string): boolean => platformName(name) !== '';

/**
 * Names that platforms still give zones which the time zone database calls otherwise by now (its file `backward`): the
 * locale data that browsers use keeps the names it began with.
 */
const renamed: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/**
 * The current name of a zone, however old the one that is given: `Asia/Calcutta` is `Asia/Kolkata`. A platform that
 * doesn't know the current name keeps its own.
 */
export const currentZone = (name: string): string => {
  // Links, and names in other cases, are resolved first.
  const resolved = platformName(name);
  if (resolved === '') return name;
  const current = renamed[resolved] ?? resolved;
  return isZone(current) ? current : name;
};

/** A zone as it is shown: its current name, without underscores. */
export const zoneLabel = (zone: string): string => currentZone(zone).replaceAll('_', ' ');

/**
 * The zone that somebody means by what they typed: its name, today's or an old one, or its city where only one is
 * called so.
 * @param zones under their current names
 * @returns null where it is none, or several
 */
export const findZone = (zones: readonly string[], typed: string): string | null => {
  const named = typed.trim().replaceAll(' ', '_');
  const current = currentZone(named);
  if (zones.includes(current)) return current;
  const city = named.toLowerCase();
  const found = zones.filter((zone) => zone.split('/').at(-1)?.toLowerCase() === city);
  return found.length === 1 ? (found[0] ?? null) : null;
};
