import type { Attachment, AttachmentReply } from '../../../shared/core/content/attachments.ts';
import { asCallError, CallError, readFailure } from './client.ts';

/**
 * Sends a file's bytes, and says how far they are: `fetch` tells no progress.
 * @param onProgress told of the part that has left, 0..1
 * @throws CallError
 */
export const postFile = (
  url: string,
  headers: Record<string, string>,
  file: File,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<Attachment> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => total && onProgress(loaded / total);
    request.onerror = () => reject(new CallError('offline'));
    request.onabort = () => reject(new CallError('timeout'));
    request.onload = async () => {
      const { status, responseText } = request;
      try {
        if (status !== 200) throw await readFailure(new Response(responseText, { status }));
        resolve((JSON.parse(responseText) as AttachmentReply).attachment);
      } catch (error) {
        reject(asCallError(error));
      }
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
