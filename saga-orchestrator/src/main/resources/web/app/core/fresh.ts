import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LiveChange } from '../api';
import { Problem } from './client';
import { live } from './live';

/** Hints come twice a second at most; asking more often than this shows nobody more. */
const USUAL_GAP_MS = 500;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 10_000;

export interface FreshOptions<T> {
  /** Whether a hint is about what is shown; without it, every hint is. */
  concerns?: (change: LiveChange) => boolean;
  /** The least time between two questions. */
  gapMs?: number;
  /** For what changes without a hint: asked again after this time, which may depend on what is known. */
  everyMs?: number | ((value: T) => number);
}

/**
 * Keeps the answer to one question fresh while its host is on screen: asks at first, after hints, after every reconnect, and
 * again after a failure. An old answer stays while a new one is on its way, and a late answer never replaces a newer one.
 */
export class Fresh<T> implements ReactiveController {
  value: T | undefined;
  problem: Problem | undefined;
  private asking: AbortController | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private askedAt = 0;
  private hinted = false;
  private retry = FIRST_RETRY_MS;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly load: (signal: AbortSignal) => Promise<T>,
    private readonly options: FreshOptions<T> = {},
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    live.addEventListener('changed', this.changed);
    live.addEventListener('connected', this.now);
    document.addEventListener('visibilitychange', this.seen);
    void this.ask();
  }

  hostDisconnected(): void {
    live.removeEventListener('changed', this.changed);
    live.removeEventListener('connected', this.now);
    document.removeEventListener('visibilitychange', this.seen);
    clearTimeout(this.timer);
    this.asking?.abort();
    this.asking = undefined;
  }

  /** Forgets the answer, for another question is asked now. */
  reset(): void {
    this.value = undefined;
    this.problem = undefined;
    void this.ask();
  }

  readonly now = (): void => void this.ask();

  private readonly seen = (): void => {
    if (!document.hidden && live.state !== 'paused') {
      void this.ask();
    }
  };

  private readonly changed = (event: Event): void => {
    const change = (event as CustomEvent<LiveChange>).detail;
    if (!document.hidden && (change.more || (this.options.concerns?.(change) ?? true))) {
      this.hinted = true;
      this.afterGap();
    }
  };

  /** A question under way is not interrupted by hints: under load none would ever be answered. */
  private afterGap(): void {
    if (this.hinted && this.asking === undefined) {
      this.soon(this.askedAt + (this.options.gapMs ?? USUAL_GAP_MS) - Date.now());
    }
  }

  /** The first of several wishes counts. */
  private soon(wait: number): void {
    if (this.timer === undefined) {
      this.timer = setTimeout(() => void this.ask(), Math.max(0, wait));
    }
  }

  private async ask(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.asking?.abort();
    const mine = new AbortController();
    this.asking = mine;
    this.hinted = false;
    this.askedAt = Date.now();
    try {
      const value = await this.load(mine.signal);
      this.settle(mine, () => this.succeed(value));
    } catch (failure) {
      this.settle(mine, () => this.fail(failure));
    }
  }

  private settle(mine: AbortController, then: () => void): void {
    if (this.asking === mine) {
      this.asking = undefined;
      then();
      this.afterGap();
      this.host.requestUpdate();
    }
  }

  private succeed(value: T): void {
    this.value = value;
    this.problem = undefined;
    this.retry = FIRST_RETRY_MS;
    const every = this.options.everyMs;
    if (every && live.state !== 'paused') {
      this.soon(typeof every === 'number' ? every : every(value));
    }
  }

  private fail(failure: unknown): void {
    if (!(failure instanceof Problem)) {
      throw failure;
    }
    this.problem = failure;
    if (failure.status === 401) {
      dispatchEvent(new Event('backstep-signed-out'));
    } else if (failure.status === 0 || failure.status >= 500) {
      this.soon(this.retry);
      this.retry = Math.min(LONGEST_RETRY_MS, this.retry * 2);
    }
  }
}
