import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createUploads, maxFiles, type Uploads } from '../../../widget/core/net/uploads.ts';

/** A request that is answered when the test says so. */
class FakeRequest {
  static made: FakeRequest[] = [];
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  status = 0;
  responseText = '';
  aborted = false;
  headers: Record<string, string> = {};
  url = '';
  constructor() {
    FakeRequest.made.push(this);
  }
  open(_: string, url: string): void {
    this.url = url;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  send(): void {}
  abort(): void {
    this.aborted = true;
    this.onabort?.();
  }
  async answer(status: number, body: object): Promise<void> {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload!();
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  }
}

let uploads: Uploads;
const begin = vi.fn();
const file = (name = 'a.txt') => new File(['x'], name, { type: 'text/plain' });
const last = () => FakeRequest.made.at(-1)!;
const taken = {
  attachment: { id: 'x', name: 'a.txt', type: 'text/plain', size: 1, width: null, height: null },
};
const turns = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

beforeEach(() => {
  FakeRequest.made = [];
  begin.mockClear();
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
  uploads = createUploads(
    (id, name) => `https://help.example/files?id=${id}&name=${encodeURIComponent(name)}`,
    () => ({ authorization: 'Bearer s' }),
    begin,
  );
});
afterEach(() => {
  uploads.dispose();
  vi.unstubAllGlobals();
});

test('a file says how far it is, and its secret travels in a header alone', async () => {
  uploads.add('c1', [file('../x&y.txt')]);
  expect(begin).toHaveBeenCalledTimes(1);
  expect(last().url).not.toContain('Bearer');
  expect(last().url).toContain('name=..%2Fx%26y.txt');
  expect(last().headers).toEqual({
    authorization: 'Bearer s',
    'content-type': 'application/octet-stream',
  });
  last().upload.onprogress!({ loaded: 1, total: 4 });
  expect(uploads.items.value[0]).toMatchObject({ state: 'sending', progress: 0.25, conversation: 'c1' });
  await last().answer(200, taken);
  expect(uploads.items.value[0]).toMatchObject({ state: 'sent', progress: 1 });
});

test('what the line dropped waits, and goes again under the same id when the network is back', async () => {
  uploads.add('c1', [file()]);
  const first = last();
  first.onerror!();
  await turns();
  expect(uploads.items.value[0]).toMatchObject({ state: 'waiting', error: { code: 'offline' } });
  dispatchEvent(new Event('online'));
  expect(last()).not.toBe(first);
  expect(last().url).toBe(first.url);
});

test('what was refused is not tried again, and says why', async () => {
  uploads.add('c1', [file()]);
  await last().answer(400, { error: { code: 'invalid', message: '', fields: { file: 'not_allowed' } } });
  expect(uploads.items.value[0]).toMatchObject({ state: 'refused', error: { code: 'invalid' } });
  dispatchEvent(new Event('online'));
  expect(FakeRequest.made).toHaveLength(1);
});

test('a message waits for its files, and is told when one of them cannot be sent now', async () => {
  uploads.add('c1', [file('a.txt'), file('b.txt')]);
  const ids = uploads.items.value.map(({ id }) => id);
  let outcome = 'waiting';
  void uploads.settle(ids).then(
    () => {
      outcome = 'there';
    },
    () => {
      outcome = 'not now';
    },
  );
  await FakeRequest.made[0]!.answer(200, taken);
  expect(outcome).toBe('waiting');
  FakeRequest.made[1]!.onerror!();
  await turns();
  expect(outcome).toBe('not now');
});

test('a file that is taken off is stopped', () => {
  uploads.add('c1', [file()]);
  uploads.remove(uploads.items.value[0]!.id);
  expect(last().aborted).toBe(true);
  expect(uploads.items.value).toEqual([]);
});

test('no more than a message may carry, each place for itself', () => {
  uploads.add(
    'c1',
    Array.from({ length: maxFiles + 3 }, () => file()),
  );
  uploads.add('c2', [file()]);
  expect(uploads.items.value.filter(({ conversation }) => conversation === 'c1')).toHaveLength(maxFiles);
  expect(uploads.items.value.filter(({ conversation }) => conversation === 'c2')).toHaveLength(1);
});

test('files that are on the server already are taken back without being sent again', async () => {
  uploads.restore('c1', [{ id: 'f1', name: 'a.txt' }]);
  uploads.restore('c1', [{ id: 'f1', name: 'a.txt' }]);
  expect(uploads.items.value).toMatchObject([{ id: 'f1', state: 'sent', isTaken: false }]);
  await uploads.settle(['f1']);
  expect(FakeRequest.made).toEqual([]);
});
