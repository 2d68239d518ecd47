/*
 * On SIGUSR2 a program says what it has used: processor time in microseconds, and memory in bytes after a collection.
 * What the collection itself took is left out.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const processor = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

export const reportUsage = () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  let collecting = 0;
  process.on('SIGUSR2', () => {
    const used = processor() - collecting;
    collect();
    collect();
    const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
    console.log(
      `usage ${JSON.stringify({ processor: used, memory: heapUsed + external + arrayBuffers, rss })}`,
    );
    collecting = processor() - used;
  });
};
