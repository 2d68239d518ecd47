/** Reads server-sent events from an answer, one at a time. */
export interface EventReader {
  /** The next frame's data with its id; waits for it. @throws when the stream ends instead */
  next(): Promise<{ id: number | null; data: { kind: string } & Record<string, unknown> }>;
  /** True when the stream ends before another frame. */
  ends(): Promise<boolean>;
  cancel(): Promise<void>;
}

export const readEvents = (response: Response): EventReader => {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  const take = async (): Promise<string | null> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const frame = text.slice(0, end);
        text = text.slice(end + 2);
        if (!frame.startsWith(':')) return frame;
        continue;
      }
      const { done, value } = await reader.read();
      if (done) return null;
      text += decoder.decode(value, { stream: true });
    }
  };
  return {
    async next() {
      const frame = await take();
      if (frame === null) throw new Error('the stream ended');
      const id = /^id: (\d+)$/m.exec(frame)?.[1];
      return { id: id === undefined ? null : Number(id), data: JSON.parse(/^data: (.*)$/m.exec(frame)![1]!) };
    },
    ends: async () => (await take()) === null,
    cancel: () => reader.cancel(),
  };
};
