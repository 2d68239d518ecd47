type Unit = 'day' | 'hour' | 'minute' | 'second';
const units: readonly (readonly [Unit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** Seconds as a person says them, in two units at the most; a dash for none. */
export const durationText = (tag: string, seconds: number | null): string => {
  if (seconds === null) return '–';
  const unit = (name: Unit, value: number): string =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const first = units.findIndex(([, size]) => seconds >= size);
  const [name, size] = units[first] ?? ['second', 1];
  const whole = Math.floor(seconds / size);
  const second = units[first + 1];
  const rest = second ? Math.floor((seconds - whole * size) / second[1]) : 0;
  return [unit(name, whole), ...(second && rest && name !== 'minute' ? [unit(second[0], rest)] : [])].join(
    ' ',
  );
};
