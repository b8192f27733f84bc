import type { App } from '../app.ts';
import { heading, table, type View, warning } from '../terminal/view.ts';
import { type Day, writtenDay, writtenInstant } from '../time.ts';
import { named } from '../users/guardians/who.ts';
import type { Incident, Inspection } from './rules.ts';
import { kindNames, text } from './text.ts';

/** An incident for people: what is suspected, what was looked into, and who knows of it. */
export function incidentView(app: App, incident: Incident): View {
  const say = app.say(text).show;
  const on = (day: Day) => writtenDay(app.language, day);
  const { closedOn, closedBy } = incident;
  const facts: [string, string | null][] = [
    [say.opened, say.by(on(incident.openedOn), incident.openedBy)],
    [say.closed, closedOn && say.by(on(closedOn), closedBy ?? '')],
    [say.accounts, incident.accounts.join(', ')],
    [say.clause, incident.clause],
    [say.what, incident.what ?? say.erased],
    [say.reportedBy, incident.reportedBy],
    [say.posts, incident.posts.join(', ') || null],
    [say.outcome, incident.outcome],
  ];
  return [
    heading(say.heading(incident.incident)),
    table(
      ['', ''],
      facts.filter(([, value]) => value !== null),
    ),
    ...incident.inspections.flatMap((inspection) => inspectionView(app, inspection)),
    ...incident.toInform.map((account) => warning(say.notInformed(account))),
  ];
}

function inspectionView(app: App, inspection: Inspection) {
  const { account, at, operator, kind, suspicion, orderedBy, informedOn, informedHow, informedWhom } = inspection;
  const say = app.say(text).show;
  const whom = informedWhom === null || informedWhom === 'self' ? null : named(informedWhom);
  return [
    say.inspection(writtenInstant(app.language, at), operator, app.say(kindNames)[kind], account, suspicion),
    ...(orderedBy ? [say.orderedBy(orderedBy)] : []),
    ...(informedOn ? [say.informed(account, writtenDay(app.language, informedOn), informedHow ?? '', whom)] : []),
  ];
}
