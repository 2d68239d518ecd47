/** Zones that browsers still list under a name that was replaced, and what they are called now (IANA, `backward`). */
const currentNames: Record<string, string> = {
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

/** What a zone is called now. */
export const currentZoneName = (zone: string): string =>
  Object.hasOwn(currentNames, zone) ? (currentNames[zone] ?? zone) : zone;

/** A zone as it is shown: no underscores. */
export const zoneLabel = (zone: string): string => currentZoneName(zone).replaceAll('_', ' ');

/**
 * The zone that somebody means by what they typed: its name, today's or an old one, or its city where only one is
 * called so.
 * @param zones under their current names
 * @returns null where it is none, or several
 */
export const findZone = (zones: readonly string[], typed: string): string | null => {
  const wanted = typed.trim().replaceAll(' ', '_').toLowerCase();
  if (!wanted) return null;
  const old = Object.keys(currentNames).find((name) => name.toLowerCase() === wanted);
  if (old) return currentZoneName(old);
  const whole = zones.find((zone) => zone.toLowerCase() === wanted);
  if (whole) return whole;
  const cities = zones.filter((zone) => zone.split('/').at(-1)?.toLowerCase() === wanted);
  return cities.length === 1 ? (cities[0] ?? null) : null;
};
