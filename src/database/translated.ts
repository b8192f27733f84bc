import { Failure } from '../failures.ts';
import { sqlite } from '../load.ts';
import { reading } from './copy.ts';
import { diskFailed, diskFull, notARegistry, registryBusy, registryDamaged, registryNotWritable } from './failures.ts';
import { isSchemaTorn } from './schema.ts';

/** Says in our words what SQLite may complain about; a Failure and a bug pass unchanged. */
export function translated<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Failure || !(error instanceof sqlite().SqliteError)) throw error;
    const { code, message } = error;
    if (/^SQLITE_(BUSY|LOCKED)/.test(code)) throw registryBusy({ file });
    if (code.startsWith('SQLITE_NOTADB')) throw notARegistry({ file });
    if (code.startsWith('SQLITE_CORRUPT')) throw registryDamaged({ file, detail: message });
    if (code === 'SQLITE_FULL') throw diskFull({ file });
    if (code.startsWith('SQLITE_IOERR')) throw diskFailed({ file, detail: message });
    if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code)) throw registryNotWritable({ file });
    // A table that is not there is a bug of ours, unless the file lacks it.
    if (code === 'SQLITE_ERROR' && reading(file, isSchemaTorn)) throw registryDamaged({ file, detail: message });
    throw error;
  }
}

/** The same for rows that are read one by one, each of which may lie on a damaged page. */
export function* translatedRows<Row>(file: string, rows: IterableIterator<Row>): IterableIterator<Row> {
  try {
    for (;;) {
      const { done, value } = translated(file, () => rows.next());
      if (done) return;
      yield value;
    }
  } finally {
    rows.return?.();
  }
}
