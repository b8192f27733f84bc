import { bilingual } from '../language.ts';
import { byProgram, type Held, type ReportPart, type Section } from '../subject.ts';
import { filesAbout } from './store.ts';
import { kindNames } from './text.ts';

function writtenFiles({ db, user, withAccount }: Held): Section {
  const entries = filesAbout(db, user.id).map((file) => ({ ...file }));
  return { section: 'writtenFiles', source: byProgram, keptUntil: withAccount, entries };
}

const values = { en: { kind: kindNames.en }, de: { kind: kindNames.de } };

export const report: ReportPart = {
  sections: [writtenFiles],
  tables: ['writtenFiles'],
  words: bilingual({
    en: { titles: { writtenFiles: 'Files that were written about this person by name' }, values: values.en },
    de: { titles: { writtenFiles: 'Dateien, die namentlich über die Person geschrieben wurden' }, values: values.de },
  }),
};
