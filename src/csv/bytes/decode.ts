import { crypto } from '../../load.ts';
import * as failures from '../failures.ts';
import { type Encoding, encodingNamed, isSingleByte, textOf } from './encodings.ts';
import { beginningOf, bytesOf, nameOf, type Source } from './file.ts';
import { singleByteOf } from './guess.ts';
import { kindOf } from './kind.ts';
import { freeIn } from './letters.ts';
import { type Lines, survey, surveyWide } from './survey.ts';

/** A file that can be read as text. */
export interface Decoded {
  readonly encoding: Encoding;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string;
  /** The text from its beginning, piece by piece, without a byte order mark. Fails at its end if the file was changed meanwhile. */
  text(): Generator<string>;
}

/** Names, in lower case, that are known to be spelled so: they tell encodings apart that share their bytes. */
export type KnownNames = () => ReadonlySet<string>;

const nobody: KnownNames = () => new Set();

/**
 * Looks at all bytes of a file once, so that nothing of it is used before the encoding of every line is known. Memory
 * does not grow with the file. `wished` is what `--encoding` says.
 * Fails where there is no file of text, where its lines are encoded differently, or not as wished.
 */
export function decode(source: Source, wished?: string, known: KnownNames = nobody): Decoded {
  const forced = wished === undefined ? undefined : encodingNamed(wished);
  const file = nameOf(source);
  const head = beginningOf(source);
  const hash = crypto().createHash('sha256');
  let passes = 0;
  // The first look takes the hash along; a second one, where there is any, need not.
  const pieces = () => bytesOf(source, passes++ === 0 ? hash : undefined);
  const encoding = encodingOf(file, forced, head, pieces, known);
  const sha256 = hash.digest('hex');

  return {
    encoding,
    sha256,
    *text() {
      const again = crypto().createHash('sha256');
      yield* withoutMarks(textOf(bytesOf(source, again), encoding));
      if (again.digest('hex') !== sha256) throw failures.fileChanged({ file });
    },
  };
}

/** The encoding of a file by all its bytes; `head` are its first few hundred. Fails as `decode` does. */
export function encodingOf(
  file: string,
  forced: Encoding | undefined,
  head: Uint8Array,
  pieces: () => Iterable<Uint8Array>,
  known: KnownNames = nobody,
): Encoding {
  const mark = markOf(head);
  const kind = kindOf(head);
  if (kind) throw failures.fileNotText({ file, kind, line: 1 });
  if (forced && mark && forced !== mark) throw undecodable(file, forced, { lines: [1], count: 1 });

  const encoding = forced ?? mark ?? wideWithoutMark(head);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const { broken, nul } = surveyWide(pieces(), encoding, file);
    if (nul.lines[0]) throw failures.fileNotText({ file, kind: 'binary', line: nul.lines[0] });
    if (broken.count > 0) throw undecodable(file, encoding, broken);
    return encoding;
  }

  const wished = forced && isSingleByte(forced) ? freeIn(forced) : undefined;
  const { utf8, notUtf8, free, nul } = survey(pieces(), wished);
  if (nul.lines[0]) throw failures.fileNotText({ file, kind: 'binary', line: nul.lines[0] });
  if (forced) {
    const broken = forced === 'utf-8' ? notUtf8 : free;
    if (broken.count > 0) throw undecodable(file, forced, broken);
    return forced;
  }
  if (notUtf8.count === 0) return 'utf-8';
  if (mark === 'utf-8' || utf8.count >= notUtf8.count) throw mixed(file, 'utf-8', notUtf8);
  const single = singleByteOf(file, pieces(), known());
  if (utf8.count > 0) throw mixed(file, single, utf8);
  const lost = survey(pieces(), freeIn(single)).free;
  if (lost.count > 0) throw undecodable(file, single, lost);
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

/** UTF-16 without its mark: the half of each character that is 0 in nearly all of a header. */
function wideWithoutMark(head: Uint8Array): Encoding | undefined {
  const pairs = Math.floor(Math.min(head.length, 32) / 2);
  if (pairs < 4) return undefined;
  const zeros = [0, 1].map((half) =>
    Array.from({ length: pairs }, (_, at) => head[2 * at + half]).filter((byte) => byte === 0),
  );
  const [first = [], second = []] = zeros;
  if (first.length === 0 && second.length === pairs) return 'utf-16le';
  return second.length === 0 && first.length === pairs ? 'utf-16be' : undefined;
}

/** Marks that another program has put before the first letter once more, also where it has taken them for letters. */
function* withoutMarks(pieces: Iterable<string>): Generator<string> {
  let isBeginning = true;
  for (const piece of pieces) {
    yield isBeginning ? piece.replace(/^(?:\ufeff|ï»¿)+/, '') : piece;
    if (piece !== '') isBeginning = false;
  }
}
