/* Keeps the house in order: who may import whom, no circles, nothing too long. Prints each rule and what breaks it. */
import { findCircles } from './boundaries/circles.mjs';
import { checkLengths } from './boundaries/lengths.mjs';
import { checkRules } from './boundaries/rules.mjs';
import { readSources } from './boundaries/sources.mjs';

const sources = readSources();
const broken = new Map();
const complain = (rule, file, what) => broken.set(rule, [...(broken.get(rule) ?? []), `${file}: ${what}`]);

checkRules(sources, complain);
for (const circle of findCircles(sources))
  complain('no circles, types included', circle[0], `${circle.length} files: ${circle.join(' → ')}`);
const lengths = checkLengths(sources, complain);

console.log(`boundaries: ${lengths}`);
if (broken.size) {
  for (const [rule, places] of broken)
    console.error(`\n${rule} (${places.length})\n  ${places.join('\n  ')}`);
  console.error(`\nboundaries: ${[...broken.values()].flat().length} broken`);
  process.exit(1);
}
console.log('boundaries: fine, 0 circles');
