import type { LiveChange, LivePulse } from '../api';
import { heardServerTime } from './time';
import type { FromWorker, ToWorker } from '../../worker/protocol';

/** Where the live connection stands, for this tab. */
export type LiveState = 'connecting' | 'live' | 'lost' | 'paused';

/**
 * The live connection of this tab. One worker owns the line to the server for all tabs, since browsers allow six lines to a
 * server and an operator opens nine tabs. What arrives are hints: whoever shows something asks the server again.
 */
class Live extends EventTarget {
  state: LiveState = 'connecting';
  /** When the connection got into its state, by this machine's clock. */
  since = Date.now();
  /** When the next try to connect is made; 0 when none is planned. */
  nextTry = 0;
  /** The newest look at the database that was heard of, by this machine's clock. */
  private freshAt = 0;
  database = true;
  /** Changes that were not shown because of the pause. */
  missed = 0;
  private port: MessagePort | Worker | undefined;

  /** Watches, now that somebody is signed in. */
  start(): void {
    if (this.port === undefined) {
      this.port = connect((message) => this.hear(message));
      addEventListener('pagehide', () => this.stop());
      addEventListener('pageshow', (event) => event.persisted && this.tell({ kind: 'hello' }));
    }
    this.tell({ kind: 'hello' });
  }

  /** Watches no more: nobody is signed in, or the page is left. */
  stop(): void {
    this.tell({ kind: 'bye' });
  }

  /** How old what the server last told is, in milliseconds. */
  age(): number {
    return this.freshAt === 0 ? Infinity : Date.now() - this.freshAt;
  }

  toggle(): void {
    this.missed = 0;
    this.enter(this.state === 'paused' ? 'connecting' : 'paused');
    if (this.state === 'connecting') {
      this.tell({ kind: 'hello' });
    }
  }

  /** Does not wait for the next try. */
  tryNow(): void {
    this.tell({ kind: 'again' });
  }

  private tell(message: ToWorker): void {
    this.port?.postMessage(message);
  }

  private hear(message: FromWorker): void {
    if (this.state === 'paused') {
      this.missed += message.kind === 'changed' ? Math.max(1, message.change.sagas.length) : 0;
      this.dispatchEvent(new Event('state'));
      return;
    }
    switch (message.kind) {
      case 'connected':
        heardServerTime(message.asOf);
        this.freshAt = Date.now();
        this.enter('live');
        this.dispatchEvent(new Event('connected'));
        break;
      case 'lost':
        this.nextTry = message.nextTry;
        this.enter('lost');
        break;
      case 'pulse':
        this.pulse(message.pulse);
        break;
      case 'changed':
        this.freshAt = Date.now() - message.change.behindMs;
        this.dispatchEvent(new CustomEvent<LiveChange>('changed', { detail: message.change }));
        break;
    }
  }

  private pulse(pulse: LivePulse): void {
    heardServerTime(pulse.asOf);
    this.freshAt = Date.now() - pulse.behindMs;
    this.database = pulse.database;
    this.enter('live');
  }

  private enter(state: LiveState): void {
    if (this.state !== state) {
      this.state = state;
      this.since = Date.now();
    }
    this.dispatchEvent(new Event('state'));
  }
}

/** A browser without shared workers gives each tab a worker, and so a line, of its own. */
function connect(hear: (message: FromWorker) => void): MessagePort | Worker {
  const url = document.querySelector<HTMLMetaElement>('meta[name=live-worker]')?.content ?? '';
  const options: WorkerOptions = { type: 'module', name: 'backstep-live' };
  const port = typeof SharedWorker === 'function' ? new SharedWorker(url, options).port : new Worker(url, options);
  port.onmessage = (event: MessageEvent<FromWorker>) => hear(event.data);
  return port;
}

export const live = new Live();
