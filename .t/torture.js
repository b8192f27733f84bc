// test/torture/torture.ts
import { mkdirSync as mkdirSync2, mkdtempSync, rmSync as rmSync2, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as join3 } from "node:path";

// test/audit/session.ts
var changing = [
  ["settings set school.last-year 10", "setting-set"],
  ["roster import students.csv", "roster-created"],
  ["roster undo 1", "roster-undone"],
  ["user add --role student --given Anna --family M\xFCller --class 5a", "user-added"],
  ["user edit anna.mueller --class 6a", "user-edited"],
  ["terms publish terms.txt --version 1 --from 2026-08-01", "terms-published"],
  ["consent purposes add photos --title Fotos", "purpose-added"],
  ["consent give anna.mueller --by self", "consent-given"],
  ["consent withdraw anna.mueller --by self", "consent-withdrawn"],
  ["consent strike anna.mueller 2 --reason Mistake", "consent-struck"],
  ["consent refuse anna.mueller --by self --purpose photos", "consent-refused"],
  ["consent import list.csv", "consent-given"],
  ["consent purposes retire photos", "purpose-retired"],
  ['incident open --account anna.mueller --what "Joke mails to the whole year"', "incident-opened"],
  ['incident inspect 1 --account anna.mueller --kind mail --suspicion "Insults by mail"', "incident-inspected"],
  ["incident inspect 1 --account anna.mueller --kind mail", "inspection-refused"],
  ['incident inspect 9 --account anna.mueller --kind mail --suspicion "Insults by mail"', "inspection-refused"],
  ['incident inform 1 --account anna.mueller --how "in person"', "incident-informed"],
  ['incident close 1 --outcome "Made up"', "incident-closed"],
  ['suspension impose anna.mueller --reason "Joke mails" --incident 1', "suspension-imposed"],
  ['suspension lift anna.mueller --reason "Made up"', "suspension-lifted"],
  ['incident open --account anna.mueller --what "Mass mails"', "incident-opened"],
  ["password issue anna.mueller --csv passwords.csv", "password-issued"],
  ["password reset anna.mueller --requested-by somebody.else --identified-by x", "password-reset-refused"],
  [
    'password reset anna.mueller --requested-by anna.mueller --identified-by "ID card" --slips slip.html',
    "password-reset"
  ],
  ["password change anna.mueller", "password-change-refused"],
  ["iserv export iserv.csv --first", "iserv-exported"],
  ["iserv done anna.mueller --what password", "iserv-done"],
  ["iserv open --class 6a", "iserv-class-opened"],
  ["iserv close --class 6a", "iserv-class-closed"],
  ["iserv reconcile users.csv", "iserv-reconciled"],
  ["password confirm anna.mueller", "password-confirmed"],
  ["leaver schedule anna.mueller --left-on 2026-07-31", "leaver-scheduled"],
  ["leaver notices --csv notices.csv", "leaver-told"],
  ['leaver hold anna.mueller --reason "Dispute"', "leaver-held"],
  ["leaver release anna.mueller", "leaver-released"],
  ["leaver run", "leaver-locked", "2026-09-03"],
  ["leaver cancel anna.mueller", "leaver-cancelled"],
  ["backup create", "backup-made"],
  ["backup restore newest", "registry-restored"],
  ['audit log --reason "Trying it out"', "log-read"],
  ["user report anna.mueller --json", "log-read"],
  ["incident prune", "incident-pruned", "2027-09-01"],
  ["backup prune", "backups-pruned", "2027-09-01"],
  ["audit prune", "log-pruned", "2028-09-01"]
];
var files = {
  "list.csv": "Account;By;On;terms\nanna.mueller;Jo M\xFCller;2026-08-20;yes\n",
  "terms.txt": "Be kind.",
  "more.csv": "Import-ID;Vorname;Nachname;Klasse\n1;Ben;Schulz;5b\n2;Jo;Lang;\n3;;;\n",
  "other.csv": "Import-ID;Vorname;Nachname;Klasse\n20;Ben;Schulz;5b\n",
  "faulty.csv": "Import-ID;Vorname;Nachname;Klasse\n3;;;\n",
  "faulty-list.csv": "Account;By;On;terms\nnobody.here;Jo M\xFCller;2026-08-20;yes\n",
  "users.csv": "Account;Import-ID;Vorname;Nachname;Status;Klasse;Benutzertyp\nanna.mueller;;Anna;M\xFCller;aktiv;5a;Sch\xFCler\nute.kern;;Ute;Kern;aktiv;;Lehrer\n",
  "students.csv": "Import-ID;Vorname;Nachname;Klasse\n1;Ben;Schulz;5a\n"
};
var piped = ["wrong", "Wolke7+Tasse", "Wolke7+Tasse", "Wolkenbruch+7Tassen"];
var making = ["init"];

// test/torture/kills.ts
import { cpSync, mkdirSync, rmSync } from "node:fs";

// test/torture/held.ts
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
var registryName = "registry.sqlite";
function heldIn(folder2) {
  const file = join(folder2, registryName);
  const tables = /* @__PURE__ */ new Map();
  const damage = [];
  if (existsSync(file) && lstatSync(file).size > 0) {
    const db = new Database(file);
    try {
      const names = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1`).pluck().all();
      for (const name of names) tables.set(name, db.prepare(`SELECT * FROM "${name}"`).all());
      damage.push(...db.pragma("integrity_check", { simple: false }).map(({ integrity_check }) => integrity_check).filter((text) => text !== "ok"));
      damage.push(...db.pragma("foreign_key_check").map((row) => JSON.stringify(row)));
    } finally {
      db.close();
    }
  }
  return { tables, files: filesIn(folder2), damage };
}
var filesIn = (folder2) => readdirSync(folder2, { recursive: true, encoding: "utf8" }).filter((name) => lstatSync(join(folder2, name)).isFile()).map((name) => name.replace(/\d+/g, "#")).sort();
function changeable(one, other) {
  const columns = /* @__PURE__ */ new Set();
  for (const [name, rows] of one.tables) {
    const others = other.tables.get(name) ?? [];
    rows.forEach((row, index) => {
      for (const [column, value] of Object.entries(row))
        if (plain(value) !== plain(others[index]?.[column])) columns.add(`${name}.${column}`);
    });
  }
  return columns;
}
function contentOf(held, leftOut) {
  const digest = createHash("sha256");
  for (const [name, rows] of held.tables)
    for (const row of rows)
      digest.update(
        `${name}\0${Object.entries(row).filter(([column]) => !leftOut.has(`${name}.${column}`)).map(([column, value]) => `${column}=${plain(value)}`).join("\0")}
`
      );
  return digest.digest("hex");
}
var plain = (value) => Buffer.isBuffer(value) ? value.toString("hex") : String(value);

// test/torture/kills.ts
var nothingYet = () => ({ tried: 0, before: 0, after: 0, between: 0, lost: [] });
var Trial = class {
  typing;
  deed;
  start;
  work;
  before;
  after;
  leftOut;
  regular;
  calls;
  /** `start` stays as it is; `work` is where it is tried. */
  constructor(typing2, deed, start, work) {
    this.typing = typing2;
    this.deed = deed;
    this.start = start;
    this.work = work;
    this.before = this.renewed();
    typing2.typed(work, deed);
    const once = heldIn(work);
    this.renewed();
    this.regular = typing2.typed(work, deed);
    this.after = heldIn(work);
    this.leftOut = changeable(once, this.after);
    this.renewed();
    this.calls = typing2.calls(work, deed);
  }
  /** Node itself can't go on where no `write` works any more, not even to wake its own threads. */
  canBe({ name }, kind) {
    return kind !== "failing for good" || name !== "write";
  }
  /** Stops the command at one call, and looks what is there; then it is typed again. */
  stopped(call, kind, count) {
    this.renewed();
    const ended = kind === "killed" ? this.typing.killed(this.work, this.deed, call) : this.typing.failing(this.work, this.deed, call, kind === "failing for good");
    count.tried += 1;
    const where = `${this.deed.line}, ${kind} at ${call.name} ${call.count}`;
    const wrong = (text) => count.lost.push(`${where}: ${text}`);
    if (kind !== "killed") for (const text of this.wrongEnd(ended)) wrong(text);
    const held = heldIn(this.work);
    for (const text of held.damage) wrong(text);
    const state = this.stateOf(held);
    count[state] += 1;
    if (ended.err.includes("othing was changed") && state !== "before") wrong(`said that nothing was changed: ${state}`);
    if (state === "after") return this.settled(wrong);
    const again = this.typing.typed(this.work, this.deed);
    if (again.exit !== this.regular.exit) wrong(`typed again, it ended with ${again.exit}: ${again.err}`);
    const now = heldIn(this.work);
    if (contentOf(now, this.leftOut) !== contentOf(this.after, this.leftOut) && state === "before")
      wrong("typed again, it came to something else");
    const left = now.files.filter((name) => !this.after.files.includes(name));
    if (left.length > 0) wrong(`left lying: ${left.join(", ")}`);
    this.settled(wrong);
  }
  settled(wrong) {
    const { exit, err } = this.typing.typed(this.work, { ...this.deed, line: "audit verify" });
    if (exit !== 0 && this.after.tables.size > 0) wrong(`audit verify ended with ${exit}: ${err}`);
  }
  /** A disk that doesn't write is told as such, without the program's own words for a bug. */
  wrongEnd({ exit, err }) {
    const isTold = exit === this.regular.exit || exit === 75 || exit === 3 || exit === 4;
    const hasStack = /^ +at /m.test(err);
    return [...isTold ? [] : [`ended with ${exit}: ${err}`], ...hasStack ? [`a stack: ${err}`] : []];
  }
  stateOf(held) {
    const content = contentOf(held, this.leftOut);
    if (content === contentOf(this.after, this.leftOut) && this.after.files.every((name) => held.files.includes(name)))
      return "after";
    return content === contentOf(this.before, this.leftOut) ? "before" : "between";
  }
  renewed() {
    rmSync(this.work, { recursive: true, force: true });
    mkdirSync(this.work, { recursive: true });
    cpSync(this.start, this.work, { recursive: true, preserveTimestamps: true });
    return heldIn(this.work);
  }
  /** Does it for good, in the folder from which it started. */
  carriedOut() {
    return this.typing.typed(this.start, this.deed);
  }
};

// test/torture/typing.ts
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join as join2 } from "node:path";

// test/support/words.ts
function words(line) {
  return [...line.matchAll(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g)].map(
    ([word]) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single)
  );
}

// test/torture/typing.ts
var writing = "write,pwrite64,writev,fsync,fdatasync,ftruncate,rename,link,linkat,unlink,unlinkat,mkdir,rmdir,chmod,fchmod";
var errors = { fsync: "EIO", fdatasync: "EIO", chmod: "EPERM", fchmod: "EPERM" };
var Typing = class {
  launcher;
  /** Each command starts a moment after the one before, on whichever day. */
  moments = 0;
  constructor(launcher) {
    this.launcher = launcher;
  }
  typed(folder2, deed) {
    return this.run(folder2, deed, []);
  }
  /** The calls by which this command writes in the folder, in their order. */
  calls(folder2, deed) {
    const record = `${folder2}.calls`;
    this.run(folder2, deed, ["strace", "-y", "-o", record, "-e", `trace=${writing}`]);
    const counts2 = /* @__PURE__ */ new Map();
    return readFileSync(record, "utf8").split("\n").flatMap((line) => {
      const [, name] = /^(\w+)\(/.exec(line) ?? [];
      if (!name) return [];
      const count = (counts2.get(name) ?? 0) + 1;
      counts2.set(name, count);
      return line.includes(`${folder2}/`) ? [{ name, count }] : [];
    });
  }
  /** Typed, and killed as it makes this call, which is not made any more. */
  killed(folder2, deed, { name, count }) {
    return this.run(folder2, deed, inject(name, "signal=KILL", `${count}`));
  }
  /** Typed on a disk that doesn't write any more from this call on, or just this once. */
  failing(folder2, deed, { name, count }, forGood) {
    return this.run(folder2, deed, inject(name, `error=${errors[name] ?? "ENOSPC"}`, `${count}${forGood ? "+" : ""}`));
  }
  run(folder2, { line, day, piped: piped2 }, before) {
    this.moments += 500;
    const command = [...before, process.execPath, "--import", clock(day, this.moments), this.launcher, ...words(`${line} --yes`)];
    const { status, stdout, stderr, error } = spawnSync(command[0] ?? "", command.slice(1), {
      cwd: folder2,
      env: {
        PATH: process.env.PATH,
        HOME: folder2,
        LANG: "C.UTF-8",
        SCHULKONTO_REGISTRY: join2(folder2, "registry.sqlite")
      },
      encoding: "utf8",
      input: piped2.map((text) => `${text}
`).join(""),
      timeout: 6e4,
      killSignal: "SIGTERM"
    });
    if (error) throw error;
    return { exit: status, out: stdout, err: stderr };
  }
};
var inject = (name, what, when) => [
  "strace",
  "-o",
  "/dev/null",
  "-e",
  `trace=${name}`,
  "-e",
  `inject=${name}:${what}:when=${when}`
];
var clock = (day, moment) => `data:text/javascript,${encodeURIComponent(`
    const real = Date, away = real.parse('${day}T06:00:00Z') + ${moment} - real.now();
    globalThis.Date = class extends real {
      constructor(...parts) { parts.length ? super(...parts) : super(real.now() + away) }
      static now() { return real.now() + away }
    };`)}`;

// test/torture/torture.ts
var args = process.argv.slice(2);
var everyAt = args.indexOf("--every");
var every = everyAt < 0 ? 1 : Number(args.splice(everyAt, 2)[1]);
var isChosen = (line) => args.length === 0 || args.some((word) => line.includes(word));
var kinds = ["killed", "failing once", "failing for good"];
var counts = new Map(kinds.map((kind) => [kind, nothingYet()]));
var typing = new Typing(join3(process.cwd(), "bin/schulkonto.js"));
var folder = mkdtempSync(join3(tmpdir(), "schulkonto-torture-"));
try {
  const start = join3(folder, "school");
  mkdirSync2(start);
  for (const [name, content] of Object.entries(files)) writeFileSync(join3(start, name), content);
  const first = "2026-08-20";
  const lines = [[`${making[0]} --school "Gymnasium am See" --domain see.example`, ""], ...changing];
  let day = first;
  for (const [line, , on = day] of lines) {
    day = on;
    const deed = { line, day, piped };
    if (isChosen(line)) torture(deed, start);
    else typing.typed(start, deed);
  }
} finally {
  rmSync2(folder, { recursive: true, force: true });
}
function torture(deed, start) {
  const trial = new Trial(typing, deed, start, join3(folder, "work"));
  const began = performance.now();
  trial.calls.forEach((call, index) => {
    if (index % every !== 0) return;
    for (const [kind, count] of counts) if (trial.canBe(call, kind)) trial.stopped(call, kind, count);
  });
  const { exit, err } = trial.carriedOut();
  console.error(
    `${deed.line}: ${trial.calls.length} calls, ${((performance.now() - began) / 1e3).toFixed(1)} s, exit ${exit} ${exit === 0 ? "" : err}`
  );
}
for (const [kind, { lost }] of counts) for (const text of lost) console.error(`! ${kind}: ${text}`);
console.log("| stopped | tried | as before | as after | between | lost |\n| --- | ---: | ---: | ---: | ---: | ---: |");
for (const [kind, { tried, before, after, between, lost }] of counts)
  console.log(`| ${kind} | ${tried} | ${before} | ${after} | ${between} | ${lost.length} |`);
