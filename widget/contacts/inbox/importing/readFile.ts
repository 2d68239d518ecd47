/** A table as its bytes were read. */
export interface ReadFile {
  name: string;
  text: string;
  encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252';
}

/** Reads a table's file: as UTF-8 or UTF-16; where it is neither, as spreadsheets in the West save it. */
export const readFile = async (file: File): Promise<ReadFile> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = (encoding: ReadFile['encoding'], label: string = encoding): ReadFile => ({
    name: file.name,
    text: new TextDecoder(label, { fatal: encoding === 'UTF-8' }).decode(bytes),
    encoding,
  });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return read('UTF-16', 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return read('UTF-16', 'utf-16be');
  try {
    return read('UTF-8');
  } catch {
    return read('Windows-1252');
  }
};
