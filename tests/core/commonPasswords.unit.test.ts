import { expect, test } from 'vitest';
import { refuseCommon } from '../../server/core/people/staff/commonPasswords.ts';

const context = ['Mara Holm', 'mara@kettleandcrane.example', 'Kettle & Crane'];

test.each(['password12', 'Passw0rd123!', '1234567890ab', 'qwertyuiop12', 'kettle1234', 'x'.repeat(1_000)])(
  '%s is refused: it is among the first to be guessed',
  (password) => {
    expect(() => refuseCommon(password, 'password', context)).toThrow(
      expect.objectContaining({ code: 'invalid', fields: { password: 'too_common' } }),
    );
  },
);

test.each(['correct horse battery', 'a much better one', 'vK3-9pq-Lw7x'])('%s is taken', (password) => {
  expect(() => refuseCommon(password, 'password', context)).not.toThrow();
});
