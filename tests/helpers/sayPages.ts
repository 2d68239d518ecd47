import { afterEach } from 'vitest';
import { describePages } from './stage.ts';

// A journey that fails where nobody can look says what its pages showed.
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error(`${task.name}\n${await describePages()}`);
});
