import { Failure } from '../../failures.ts';
import { xmlParser } from '../../load.ts';
import { workbookDamaged, workbookHasDtd, workbookTooBig } from './failures.ts';

/** What is told of an XML document, in its order; names are without their prefix. */
export interface Listener {
  opened?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  closed?(name: string): void;
}

const deepest = 100;
/** So many characters may stand between two tags. */
const longestText = 4_000_000;
/** So many characters are told at once: what comes of them is held until it is taken. */
const sliceSize = 65_536;

/**
 * Tells a listener what stands in a document, piece by piece: whoever wants to take something out between two pieces
 * waits for the generator. Memory does not grow with the document.
 * @throws Failure `workbook-has-dtd`, `workbook-too-big`, `workbook-damaged` where it is not well-formed
 */
export function* readXml(pieces: Iterable<Uint8Array>, file: string, listener: Listener): Generator<void> {
  const parser = new (xmlParser().SaxesParser)({ position: false });
  let depth = 0;
  let waiting = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw workbookHasDtd({ file });
  });
  parser.on('opentag', ({ name, attributes }) => {
    waiting = 0;
    depth += 1;
    if (depth > deepest) throw workbookDamaged({ file });
    listener.opened?.(localName(name), attributes as Record<string, string>);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    waiting = 0;
    listener.closed?.(localName(name));
  });
  if (listener.text) {
    const told = listener.text.bind(listener);
    parser.on('text', told);
    parser.on('cdata', told);
  }
  const parse = (text: string | null) => {
    try {
      if (text === null) parser.close();
      else parser.write(text);
    } catch (error) {
      throw error instanceof Failure ? error : workbookDamaged({ file });
    }
  };
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for (const piece of pieces) {
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : 'utf-8');
    const text = decoder.decode(piece, { stream: true });
    for (let at = 0; at < text.length; at += sliceSize) {
      const slice = text.slice(at, at + sliceSize);
      waiting += slice.length;
      parse(slice);
      if (waiting > longestText) throw workbookTooBig({ file });
      yield;
    }
  }
  parse(decoder?.decode() ?? '');
  parse(null);
  yield;
}

/** The whole of a small document at once. Fails as `readXml` does. */
export function readWholeXml(pieces: Iterable<Uint8Array>, file: string, listener: Listener): void {
  for (const _ of readXml(pieces, file, listener));
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its name, whatever its prefix: `r:id` is called otherwise by some programs. */
export const attributeOf = (attributes: Readonly<Record<string, string>>, name: string): string | undefined =>
  attributes[Object.keys(attributes).find((key) => key.includes(':') && localName(key) === name) ?? name];
