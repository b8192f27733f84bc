import { isAbsolute, join, resolve } from 'node:path';
import { csvPieces } from './csv/writing.ts';
import type { Occasion } from './database/copy.ts';
import type { Moment, Reader, Scratch, Sync, Tx } from './database/database.ts';
import { changedMeanwhile, registryUnnamed } from './database/failures.ts';
import { Registry } from './database/registry.ts';
import { Exit } from './failures.ts';
import type { Language } from './language.ts';
import { complaintAbout, filled, type Parse, title, words } from './terminal/answers.ts';
import { cancelled, confirmationMissing, optionMissing } from './terminal/failures.ts';
import { json } from './terminal/json.ts';
import { beside, chosenColumns, sheetIn } from './terminal/lists.ts';
import { listing, render, rendered, type View, warning } from './terminal/view.ts';
import { instant, schoolDay } from './time.ts';
import type { Output, World } from './world.ts';

/** The options that every command takes. */
export interface GlobalOptions {
  registry?: string;
  json?: true;
  yes?: true;
  /** Of lists: written as CSV, and these columns of it. */
  csv?: true;
  columns?: readonly string[];
}

/** One run of the program: the world it lives in, its language and options, and the registry once it is needed. */
export class App {
  readonly world: World;
  readonly language: Language;
  /** How the run ends if nothing fails. */
  exit: Exit = Exit.done;
  /** Set by the program before the command runs. */
  options: GlobalOptions = {};
  /** Settled once all is written that was written without waiting. */
  written: Promise<void> = Promise.resolve();
  private opened: Registry | undefined;
  private changed = false;

  constructor(world: World, language: Language) {
    this.world = world;
    this.language = language;
  }

  /** The text of a room in the language of the run. */
  say<Text>(text: Record<Language, Text>): Text {
    return text[this.language];
  }

  /** A file's path, read from where the command was called. @throws Failure `folder-gone` */
  path(file: string): string {
    return isAbsolute(file) ? resolve(file) : resolve(this.world.folder, file);
  }

  /**
   * Where the registry lies: `--registry`, else `SCHULKONTO_REGISTRY`, else the XDG data folder.
   * @throws Failure `registry-unnamed`: a variable that is set to nothing is a slip, and means no other registry
   */
  get registryFile(): string {
    const { env } = this.world;
    const named = this.options.registry ?? env.SCHULKONTO_REGISTRY;
    if (named?.trim() === '') throw registryUnnamed({});
    if (named !== undefined) return this.path(named);
    const data = env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : join(this.world.home, '.local', 'share');
    return join(data, 'schulkonto', 'registry.sqlite');
  }

  /** When, by whom and with whose randomness something happens now. */
  get moment(): Moment {
    const now = this.world.now();
    return {
      now: instant(now),
      today: schoolDay(now),
      operator: this.world.operator,
      random: (bytes) => this.world.random(bytes),
    };
  }

  /** The registry, for reading. */
  get db(): Reader {
    return this.registry;
  }

  /** All reading of the work sees the registry at one moment. */
  snapshot<T>(work: (db: Scratch) => T): T {
    return this.registry.snapshot(work);
  }

  /** A number that moves when somebody else has changed the registry since it was opened here. */
  get registryVersion(): number {
    return this.registry.version();
  }

  /** For a plan that is staged in temporary tables. */
  get scratch(): Scratch {
    return this.registry;
  }

  /** Does the work in one transaction, at one moment, by one operator; or nothing of it, if the work throws. */
  transact<T>(work: (tx: Tx) => Sync<T>): Sync<T> {
    return this.registry.transact(() => this.moment, work);
  }

  /**
   * The same for what was planned when the registry had this version.
   * @throws Failure `changed-meanwhile` if somebody else has changed it since
   */
  transactAt<T>(version: number, work: (tx: Tx) => Sync<T>): Sync<T> {
    return this.transact((tx) => {
      if (this.registryVersion !== version) throw changedMeanwhile({});
      return work(tx);
    });
  }

  /** Makes the registry, with what `fill` writes in it from the first moment. */
  createRegistry(fill: (tx: Tx) => void): void {
    this.opened = Registry.create(this.registryFile, this.moment, fill);
  }

  /** Makes a backup of the registry and says where it lies. @throws Failure `backup-faulty`, `disk-full` */
  backup(occasion: Occasion): string {
    return this.registry.backup(this.moment.now, occasion);
  }

  /** Reads the whole registry for damage. @throws Failure `registry-damaged` */
  checkRegistry(): void {
    this.registry.check();
  }

  /** Writes the registry anew, so that nothing deleted is left in its bytes. @throws Failure `registry-busy`, `disk-full` */
  rewriteRegistry(): void {
    this.registry.rewrite();
  }

  /** Keeps everybody from writing to the registry while the work goes on. @throws Failure `registry-busy` */
  exclusively<T>(work: () => T): T {
    return this.registry.exclusively(this.world.patience, work);
  }

  /** Lets the work see another database file under a name. */
  attached<T>(file: string, name: string, work: () => T): T {
    return this.registry.attached(file, name, work);
  }

  /** The result, on standard output: the value with `--json`, the view for people. */
  async show(value: unknown, view: View | (() => View)): Promise<void> {
    const { out } = this.world;
    if (this.options.csv || this.options.columns) return this.showList(typeof view === 'function' ? view() : view);
    const written = this.options.json ? json(value) : rendered(typeof view === 'function' ? view() : view, out);
    for await (const piece of written) await out.write(piece);
  }

  /** A list as CSV or with chosen columns; what is said beside it goes to standard error, so that the file is a table. */
  private async showList(view: View): Promise<void> {
    const { out } = this.world;
    const { csv, columns } = this.options;
    const found = sheetIn(view);
    if (!found) return this.note(view);
    const sheet = chosenColumns(found, columns);
    const pieces = csv
      ? csvPieces(sheet.columns, sheet.read(), !out.isTerminal)
      : rendered([listing(sheet.columns, sheet.read, '—')], out);
    for await (const piece of pieces) await out.write(piece);
    await this.note(beside(view));
  }

  /** For what can't wait for the writing; the run does in the end, and fails if the writing does. */
  writeLater(output: Output, text: string): void {
    this.written = Promise.all([this.written, output.write(text)]).then(() => {});
  }

  /** A remark or a complaint, on standard error. */
  async note(view: View): Promise<void> {
    await this.world.err.write(await render(view, this.world.err));
  }

  /**
   * What the person answers, read as the option is read. After an answer that can't be meant it says why, and asks again.
   * @throws Failure `option-missing` where nobody sits at a terminal
   */
  async ask<Value>(option: string, question: string, parse: Parse<Value>): Promise<Value> {
    if (!this.world.attended) throw optionMissing({ option });
    const prompts = await this.world.prompts(this.language);
    for (;;) {
      const typed = await prompts.text(question);
      try {
        return parse(typed);
      } catch (error) {
        const complaint = complaintAbout(error, option, typed, this.language);
        if (complaint === undefined) throw error;
        await this.note([warning(complaint)]);
      }
    }
  }

  /**
   * What was given, else what the person answers; an empty answer is none.
   * @throws Failure `option-missing` where nobody sits at a terminal
   */
  async need(given: string | undefined, option: string, question: string): Promise<string> {
    return given ?? this.ask(option, question, filled(option));
  }

  /**
   * The same for a text that has to say something in a word at the least, as it is kept.
   * @throws Failure `option-missing`, `says-nothing`, `not-a-name`, `too-long`
   */
  async needWords(given: string | undefined, option: string, question: string): Promise<string> {
    const parse = words(option);
    return given === undefined ? this.ask(option, question, parse) : parse(given);
  }

  /**
   * The same for what something is called: `2` is a name, too.
   * @throws Failure `option-missing`, `says-nothing`, `not-a-name`, `too-long`
   */
  async needName(given: string | undefined, option: string, question: string): Promise<string> {
    const parse = title(option);
    return given === undefined ? this.ask(option, question, parse) : parse(given);
  }

  /**
   * What was given, else what the person chooses.
   * @throws Failure `option-missing` where nobody sits at a terminal
   */
  async needChoice<Choice extends string>(
    given: Choice | undefined,
    option: string,
    question: string,
    choices: readonly { value: Choice; name: string }[],
  ): Promise<Choice> {
    if (given !== undefined) return given;
    if (!this.world.attended) throw optionMissing({ option });
    return this.choose(question, choices);
  }

  /**
   * Goes on only after a yes, from `--yes` or at the prompt.
   * @throws Failure `confirmation-missing` where nobody sits at a terminal, `cancelled` after a no
   */
  async confirm(question: string): Promise<void> {
    if (this.options.yes) return;
    if (!this.world.attended) throw confirmationMissing({ question });
    if (!(await (await this.world.prompts(this.language)).confirm(question))) throw cancelled({});
  }

  /** Whether there is somebody to answer questions: not without a terminal, and not where every answer is yes. */
  get canAsk(): boolean {
    return this.world.attended && !this.options.yes;
  }

  /** What the person chooses at the prompt. */
  async choose<Choice extends string>(
    question: string,
    choices: readonly { value: Choice; name: string }[],
  ): Promise<Choice> {
    return (await this.world.prompts(this.language)).choose(question, choices);
  }

  /** Whether this run has changed something for good: what a failure says of the registry comes from here. */
  get hasChanged(): boolean {
    return this.changed || this.opened?.hasChanged === true;
  }

  /** Says that the registry was changed beside its transactions, as by putting another file in its place. */
  markChanged(): void {
    this.changed = true;
  }

  /** Closes the registry; whoever asks for it again opens it again. */
  close(): void {
    this.changed = this.hasChanged;
    this.opened?.close();
    this.opened = undefined;
  }

  private get registry(): Registry {
    this.opened ??= Registry.open(this.registryFile, this.world.patience, (old) =>
      old.backup(this.moment.now, 'migration'),
    );
    return this.opened;
  }
}
