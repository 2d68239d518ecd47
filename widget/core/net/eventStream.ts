/** One message of an event stream. */
export interface StreamMessage {
  id: string | undefined;
  data: string;
}

/** Fields of a message: https://html.spec.whatwg.org/multipage/server-sent-events.html, as far as our server uses it. */
const parseMessage = (text: string): StreamMessage => {
  let id: string | undefined;
  let data = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('id: ')) id = line.slice(4);
    else if (line.startsWith('data: ')) data += line.slice(6);
  }
  return { id, data };
};

/**
 * Reads an event stream to its end.
 * @param onMessage told of each message that carries data, in order
 * @param onChunk told after whatever arrived: a comment says that the line lives
 */
export const readEventStream = async (
  body: ReadableStream<Uint8Array>,
  onMessage: (message: StreamMessage) => void,
  onChunk: () => void,
): Promise<void> => {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const message = parseMessage(text.slice(0, end));
      if (message.data) onMessage(message);
      text = text.slice(end + 2);
    }
    onChunk();
  }
};
