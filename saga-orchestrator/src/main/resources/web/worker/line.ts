import type { LiveChange, LiveEvents, LivePulse } from '../app/api';
import type { FromWorker } from './protocol';

/** The server pulses every 2 s and may be busy; a line that is silent for so long is dead, even if the system has not noticed. */
const SILENCE_MS = 8_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5_000;

/** The one line to the server. It opens itself again, whatever ended it, until it is closed. */
export class Line {
  private source: EventSource | undefined;
  private pause = FIRST_PAUSE_MS;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  /** What a tab that joins later must know. */
  latest: FromWorker | undefined;

  constructor(private readonly tell: (message: FromWorker) => void) {}

  open(): void {
    this.close();
    const source = new EventSource('/api/live');
    this.source = source;
    const on = <K extends keyof LiveEvents>(name: K, take: (data: LiveEvents[K]) => void) =>
      source.addEventListener(name, (event) => this.heard(() => take(JSON.parse((event as MessageEvent<string>).data) as LiveEvents[K])));
    on('hello', ({ asOf }) => this.say({ kind: 'connected', asOf }));
    on('pulse', (pulse: LivePulse) => this.say({ kind: 'pulse', pulse }));
    on('changed', (change: LiveChange) => this.tell({ kind: 'changed', change }));
    source.onerror = () => this.lose();
    this.watch();
  }

  isOpen(): boolean {
    return this.source !== undefined || this.retry !== undefined;
  }

  close(): void {
    clearTimeout(this.retry);
    clearTimeout(this.watchdog);
    this.retry = undefined;
    this.source?.close();
    this.source = undefined;
    this.latest = undefined;
  }

  private heard(take: () => void): void {
    this.pause = FIRST_PAUSE_MS;
    this.watch();
    take();
  }

  private watch(): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.lose(), SILENCE_MS);
  }

  private lose(): void {
    this.close();
    const wait = this.pause;
    this.pause = Math.min(LONGEST_PAUSE_MS, this.pause * 2);
    this.retry = setTimeout(() => this.open(), wait);
    this.say({ kind: 'lost', nextTry: Date.now() + wait });
  }

  private say(message: FromWorker): void {
    this.latest = message;
    this.tell(message);
  }
}
