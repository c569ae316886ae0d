import type { ReactiveControllerHost } from 'lit';
import type { LiveChange, SagaFilter, SagaListQuery, SagaPage, SagaRow } from '../api';
import { get } from './client';
import { Fresh } from './fresh';
import { live } from './live';
import { toQuery } from './saga-filter';

/** A screenful; further ones are asked for. */
const PAGE = 50;

/**
 * The rows of a list that changes while it is read. Rows that are shown are brought up to date where they stand. While the
 * reader has hold of the list, nothing moves: new rows wait until they are asked for, and rows that fit no longer stay, dimmed.
 */
export class SagaList {
  rows: SagaRow[] = [];
  /** Shown though they fit the filter no longer. */
  readonly gone = new Set<string>();
  private waiting: SagaRow[] = [];
  private cursors: (string | null)[] = [null];
  private query: SagaListQuery = {};
  private touched = new Map<string, LiveChange['sagas'][number]>();
  readonly fresh: Fresh<SagaPage>;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly held: () => boolean,
  ) {
    this.fresh = new Fresh<SagaPage>(host, (signal) => this.load(signal), { gapMs: 700 });
    live.addEventListener('changed', this.touch);
  }

  stop(): void {
    live.removeEventListener('changed', this.touch);
  }

  get new(): number {
    return this.waiting.length;
  }

  get hasMore(): boolean {
    return this.fresh.value?.next != null;
  }

  /** Another question: nothing of the last answer stays. */
  ask(filter: SagaFilter, sort: SagaListQuery['sort']): void {
    this.query = { ...filter, sort };
    this.rows = [];
    this.restart();
    this.fresh.reset();
  }

  /** Lets in what waits. */
  letIn(): void {
    this.restart();
    this.rows = [];
    this.fresh.now();
  }

  older(): void {
    this.cursors.push(this.fresh.value?.next ?? null);
    this.fresh.now();
  }

  private restart(): void {
    this.cursors = [null];
    this.waiting = [];
    this.gone.clear();
    this.touched.clear();
  }

  private async load(signal: AbortSignal): Promise<SagaPage> {
    const pages: SagaPage[] = [];
    for (const cursor of this.cursors) {
      pages.push(await get<SagaPage>(`/api/sagas?${toQuery({ ...this.query, limit: PAGE, ...(cursor ? { cursor } : {}) })}`, signal));
    }
    this.take(pages);
    return { ...pages[0]!, next: pages.at(-1)!.next };
  }

  private take([first, ...older]: SagaPage[]): void {
    if (this.rows.length === 0 || (older.length === 0 && !this.held())) {
      this.rows = first!.sagas;
      this.waiting = [];
      this.gone.clear();
      return;
    }
    const arrived = new Map([first!, ...older].flatMap((page) => page.sagas).map((row) => [row.id, row]));
    const shown = new Set(this.rows.map((row) => row.id));
    const unseen = (rows: SagaRow[]) => rows.filter((row) => !shown.has(row.id));
    this.rows = [...this.rows.map((row) => this.upToDate(row, arrived.get(row.id))), ...unseen(older.flatMap((page) => page.sagas))];
    this.waiting = unseen(first!.sagas);
  }

  private upToDate(row: SagaRow, newer: SagaRow | undefined): SagaRow {
    const hint = this.touched.get(row.id);
    if (newer) {
      this.gone.delete(row.id);
      return newer;
    }
    if (hint && hint.version > row.version) {
      this.gone.add(row.id);
      return { ...row, version: hint.version, state: hint.state };
    }
    return row;
  }

  private readonly touch = (event: Event): void => {
    (event as CustomEvent<LiveChange>).detail.sagas.forEach((each) => this.touched.set(each.id, each));
    if (this.touched.size > 5_000) {
      this.touched.clear();
    }
    this.host.requestUpdate();
  };
}
