import { crypto } from '../load.ts';
import { type Encoding, encodingNamed, textOf } from './encodings.ts';
import * as failures from './failures.ts';
import { beginningOf, bytesOf } from './file.ts';
import { type Lines, survey, surveyWide } from './survey.ts';

/** A file that can be read as text. */
export interface Decoded {
  readonly encoding: Encoding;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string;
  /** The text from its beginning, piece by piece, without a byte order mark. Fails at its end if the file was changed meanwhile. */
  text(): Generator<string>;
}

/**
 * Looks at all bytes of a file once, so that nothing of it is used before the encoding of every line is known. Memory
 * does not grow with the file. `wished` is what `--encoding` says.
 * Fails where there is no file of text, where its lines are encoded differently, or not as wished.
 */
export function decode(file: string, wished?: string): Decoded {
  const forced = wished === undefined ? undefined : encodingNamed(wished);
  const head = beginningOf(file);
  const hash = crypto().createHash('sha256');
  const encoding = encodingOf(file, forced, head, bytesOf(file, hash));
  const sha256 = hash.digest('hex');

  return {
    encoding,
    sha256,
    *text() {
      const again = crypto().createHash('sha256');
      yield* textOf(bytesOf(file, again), encoding);
      if (again.digest('hex') !== sha256) throw failures.fileChanged({ file });
    },
  };
}

/** The encoding of a file by all its bytes; `head` are the first four. Fails as `decode` does. */
export function encodingOf(
  file: string,
  forced: Encoding | undefined,
  head: Uint8Array,
  pieces: Iterable<Uint8Array>,
): Encoding {
  const mark = markOf(head);
  const kind = kindOf(head);
  if (kind !== 'binary') throw failures.fileNotText({ file, kind, line: 1 });
  if (forced && mark && forced !== mark) throw undecodable(file, forced, { lines: [1], count: 1 });

  const encoding = forced ?? mark;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const { broken, nul } = surveyWide(pieces, encoding, file);
    if (nul.lines[0]) throw failures.fileNotText({ file, kind, line: nul.lines[0] });
    if (broken.count > 0) throw undecodable(file, encoding, broken);
    return encoding;
  }

  const { utf8, notUtf8, not1252, high, nul, letters885915 } = survey(pieces);
  if (nul.lines[0]) throw failures.fileNotText({ file, kind, line: nul.lines[0] });
  if (forced) {
    const broken = forced === 'utf-8' ? notUtf8 : forced === 'windows-1252' ? not1252 : high;
    if (broken.count > 0) throw undecodable(file, forced, broken);
    return forced;
  }
  if (notUtf8.count === 0) return 'utf-8';
  if (mark === 'utf-8' || utf8.count >= notUtf8.count) throw mixed(file, 'utf-8', notUtf8);
  const single = high.count === 0 && letters885915 ? 'iso-8859-15' : 'windows-1252';
  if (utf8.count > 0) throw mixed(file, 'windows-1252', utf8);
  if (not1252.count > 0) throw undecodable(file, single, not1252);
  return single;
}

const undecodable = (file: string, encoding: Encoding, { lines, count }: Pick<Lines, 'lines' | 'count'>) =>
  failures.fileUndecodable({ file, encoding, lines, count });

const mixed = (file: string, encoding: Encoding, { lines, count }: Lines) =>
  failures.fileMixed({ file, encoding, lines, count });

function markOf(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** What offices send instead of a text file, by its first bytes: xlsx and ods, xls, PDF. */
function kindOf(head: Uint8Array): 'spreadsheet' | 'pdf' | 'binary' {
  const begins = Buffer.from(head).toString('hex');
  if (begins.startsWith('504b0304') || begins.startsWith('d0cf11e0')) return 'spreadsheet';
  return begins.startsWith('25504446') ? 'pdf' : 'binary';
}
