/* How long files and functions may be: what does not fit a screen or four has a second thing in it. */
const maxFileLines = 300;
const maxFunctionLines = 80;
/** Over all source files. */
const maxMedian = 60;
const maxNinetieth = 200;

/** Texts, seed content, migrations and generated files are as long as what they say. */
const isContent = (file) =>
  /\/(?:texts|migrations|content\/(?:questions|conversations))[/-]/.test(file) ||
  /^server\/seed\/content\//.test(file) ||
  /\/(?:mail)?[tT]exts\.ts$/.test(file);

/**
 * @param {import('./sources.mjs').Source[]} sources
 * @param {(rule: string, file: string, what: string) => void} complain
 * @returns {string} the lengths in one line
 */
export const checkLengths = (sources, complain) => {
  const written = sources.filter(({ file }) => !isContent(file));
  for (const { file, lines, functions } of written) {
    if (lines > maxFileLines) complain(`a file has at most ${maxFileLines} lines`, file, `${lines} lines`);
    for (const one of functions)
      if (one.lines > maxFunctionLines)
        complain(
          `a function has at most ${maxFunctionLines} lines`,
          `${file}: ${one.name}`,
          `${one.lines} lines`,
        );
  }
  const lengths = written.map(({ lines }) => lines).sort((one, other) => one - other);
  const at = (share) => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))];
  const [median, ninetieth, longest] = [at(0.5), at(0.9), at(1)];
  if (median > maxMedian) complain(`half of the files have at most ${maxMedian} lines`, 'all', `${median}`);
  if (ninetieth > maxNinetieth)
    complain(`nine of ten files have at most ${maxNinetieth} lines`, 'all', `${ninetieth}`);
  return `${lengths.length} files: median ${median} lines, p90 ${ninetieth}, longest ${longest}`;
};
