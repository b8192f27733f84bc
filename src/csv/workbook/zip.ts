import { inflater } from '../../load.ts';
import { workbookDamaged, workbookTooBig } from './failures.ts';

/** A part of a zip archive, as its directory says. */
export interface Entry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** How many bytes it has in the archive and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where its own header begins. */
  readonly offset: number;
}

/** So many bytes a part may unpack to; what grows more than so many times, and beyond so much, is made to fill a memory. */
const largest = 400_000_000;
const mostGrowth = 300;
const harmless = 20_000_000;
const mostEntries = 10_000;
/** Deflated bytes unpack to a thousand times as much at most: that much is held at once. */
const pieceSize = 4096;

/**
 * The parts of a zip archive (APPNOTE.TXT 4.3), by their names in lower case; undefined where the bytes are none. Sizes
 * are the directory's, which is all that can be trusted before a part is unpacked.
 */
export function entriesOf(bytes: Buffer): ReadonlyMap<string, Entry> | undefined {
  try {
    return listed(bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function listed(bytes: Buffer): ReadonlyMap<string, Entry> | undefined {
  const end = bytes.subarray(Math.max(0, bytes.length - 65_557)).lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) return undefined;
  let at = Math.max(0, bytes.length - 65_557) + end;
  let count = bytes.readUInt16LE(at + 10);
  let offset = bytes.readUInt32LE(at + 16);
  if (offset === 0xffffffff || count === 0xffff) {
    const wide = at >= 20 && bytes.toString('latin1', at - 20, at - 16) === 'PK\x06\x07';
    if (!wide) return undefined;
    at = number64(bytes, at - 12);
    count = number64(bytes, at + 32);
    offset = number64(bytes, at + 48);
  }
  if (count > mostEntries) return undefined;
  const entries = new Map<string, Entry>();
  at = offset;
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) return undefined;
    const [names, extras, comments] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + names);
    entries.set(name.toLowerCase(), {
      name,
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      ...sizesOf(bytes, at, bytes.subarray(at + 46 + names, at + 46 + names + extras)),
    });
    at += 46 + names + extras + comments;
  }
  return entries;
}

/** Sizes and place of a part; what does not fit four bytes stands in the extra field 1 (zip64). */
function sizesOf(bytes: Buffer, at: number, extra: Buffer) {
  const short = { size: 24, packed: 20, offset: 42 };
  let wide = 0;
  for (let field = 0; field + 4 <= extra.length; field += 4 + extra.readUInt16LE(field + 2))
    if (extra.readUInt16LE(field) === 1) wide = field + 4;
  const take = (place: number) => {
    const value = bytes.readUInt32LE(at + place);
    if (value !== 0xffffffff || wide === 0) return value;
    wide += 8;
    return number64(extra, wide - 8);
  };
  return { size: take(short.size), packed: take(short.packed), offset: take(short.offset) };
}

const number64 = (bytes: Buffer, at: number): number => Number(bytes.readBigUInt64LE(at));

/**
 * A part unpacked, piece by piece; each is a few megabytes at most, whatever the directory says.
 * @throws Failure `workbook-too-big` where it is made to fill a memory, `workbook-damaged` where size or checksum differ
 */
export function* unpacked(bytes: Buffer, entry: Entry, file: string): Generator<Uint8Array> {
  const { size, packed, offset, method } = entry;
  if (size > largest || (size > harmless && size > packed * mostGrowth)) throw workbookTooBig({ file });
  const begin =
    offset + 30 <= bytes.length ? offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28) : NaN;
  if (!(begin + packed <= bytes.length) || (method !== 0 && method !== 8)) throw workbookDamaged({ file });
  let given = 0;
  let checksum = -1;
  const pieces = method === 0 ? stored(bytes, begin, packed) : inflated(bytes, begin, packed, file);
  for (const piece of pieces) {
    given += piece.length;
    if (given > size) throw workbookDamaged({ file });
    checksum = crcOf(piece, checksum);
    yield piece;
  }
  if (given !== size || (checksum ^ -1) >>> 0 !== entry.crc) throw workbookDamaged({ file });
}

function* stored(bytes: Buffer, begin: number, packed: number): Generator<Uint8Array> {
  for (let at = begin; at < begin + packed; at += 65_536)
    yield bytes.subarray(at, Math.min(at + 65_536, begin + packed));
}

function* inflated(bytes: Buffer, begin: number, packed: number, file: string): Generator<Uint8Array> {
  const out: Uint8Array[] = [];
  const inflate = new (inflater().Inflate)((piece) => out.push(piece));
  for (let at = 0; at < packed; at += pieceSize) {
    try {
      inflate.push(bytes.subarray(begin + at, begin + Math.min(at + pieceSize, packed)), at + pieceSize >= packed);
    } catch {
      throw workbookDamaged({ file });
    }
    yield* out.splice(0);
  }
}

let table: Int32Array | undefined;

/** CRC-32 as zip has it; Node's own came with version 22. */
function crcOf(piece: Uint8Array, before: number): number {
  table ??= Int32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  let crc = before;
  for (let at = 0; at < piece.length; at++) crc = (table[(crc ^ (piece[at] as number)) & 0xff] as number) ^ (crc >>> 8);
  return crc;
}
