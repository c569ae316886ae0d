import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Attempt, Marker, SagaDetail, TimelineItem, TimelinePage } from '../api';
import { get } from '../core/client';
import { Part } from '../core/element';
import { icon, type Icon } from '../core/icons';
import { plural } from '../core/money';
import { ahead, duration, now } from '../core/time';
import { axis, type Axis } from './axis';
import { planned, type Planned } from './planned';
import { nodeLook, type Tone } from './states';

const MARKERS: Record<Marker['event'], { tone: Tone; icon: Icon }> = {
  started: { tone: 'plain', icon: 'play' },
  'turned-back': { tone: 'comp', icon: 'undo' },
  stuck: { tone: 'bad', icon: 'alert' },
  operator: { tone: 'run', icon: 'hand' },
  late: { tone: 'plain', icon: 'clock' },
  completed: { tone: 'ok', icon: 'check' },
  compensated: { tone: 'undo', icon: 'undo' },
  resolved: { tone: 'wait', icon: 'hand' },
  note: { tone: 'plain', icon: 'minus' },
};

/** As many log entries as the server gives at once. */
const MORE = 100;

/** Every sending of every command on one axis of time, then what is expected next. Long logs are shown from both ends. */
@customElement('attempt-list')
export class AttemptList extends Part {
  @property({ attribute: false }) saga!: SagaDetail;
  @property() step: string | undefined;
  @property() scale: 'log' | 'real' = 'log';
  @property({ attribute: false }) chosen: Attempt | undefined;
  @state() private between: TimelinePage[] = [];

  protected override render() {
    const { first, last, omitted } = this.saga.timeline;
    const left = omitted - this.between.reduce((sum, page) => sum + (page.to - page.from + 1), 0);
    const next = planned(this.saga).filter((each) => !this.step || each.key === this.step);
    const scale = axis(this.scale, this.end(next));
    return html`<div class="scroll" tabindex="0" role="group" aria-label="Attempts">
      <table class="attempts">
        <thead><tr><th scope="col">Offset</th><th scope="col">Step</th><th scope="col">Result</th><th scope="col" class="track"><span class="vh">Duration on the axis of time</span>${ticks(scale)}</th></tr></thead>
        <tbody>
          ${this.rows([first, ...this.between], scale)} ${left > 0 ? this.gap(left) : nothing} ${last ? this.rows([last], scale) : nothing}
          ${next.map((each) => plan(each, scale))}
        </tbody>
      </table>
    </div>`;
  }

  private end(next: Planned[]): number {
    const until = this.saga.endedAt ? Date.parse(this.saga.endedAt) : now();
    const latest = Math.max(until, ...next.map((each) => each.at ?? 0));
    return Math.max(1_000, latest - Date.parse(this.saga.startedAt));
  }

  private rows(pages: TimelinePage[], scale: Axis): TemplateResult[] {
    const items = pages.flatMap((page) => page.items).filter((item) => this.concerns(item));
    return items.map((item) => (item.kind === 'marker' ? marker(item) : this.attempt(item, scale)));
  }

  private concerns(item: TimelineItem): boolean {
    return !this.step || (item.kind === 'attempt' && `${item.step}/${item.direction}` === this.step);
  }

  private attempt(item: Attempt, scale: Axis): TemplateResult {
    const look = nodeLook(item.outcome === 'waiting' ? 'running' : item.outcome);
    const chosen = this.chosen?.seq === item.seq && this.chosen.command === item.command;
    const length = item.durationMs ?? Math.max(0, now() - Date.parse(item.startedAt));
    const choose = () => this.dispatchEvent(new CustomEvent<Attempt>('chosen', { detail: item }));
    return html`<tr class="row ${look.tone} ${chosen ? 'picked' : ''}">
      <td class="num faint">${duration(item.offsetMs)}</td>
      <td><button class="link b" data-row aria-pressed=${chosen} @click=${choose}>${icon(item.direction === 'do' ? 'right' : 'left', true)}<bdi>${item.title}</bdi></button>
        ${item.attempt > 1 ? html`<span class="faint">attempt ${item.attempt}</span>` : nothing}</td>
      <td><span class="tone b">${item.outcome === 'waiting' ? 'waits' : (item.code ?? look.word)}</span></td>
      <td class="track">${bar(scale, item.offsetMs, length, item.outcome === 'waiting' ? 'open' : '')}</td>
    </tr>`;
  }

  private gap(left: number): TemplateResult {
    return html`<tr class="gap"><td colspan="4"><button class="btn sm" @click=${() => void this.more()}>Show ${Math.min(MORE, left)} of ${plural(left, 'log entry', 'log entries')} in between</button></td></tr>`;
  }

  private async more(): Promise<void> {
    const after = this.between.at(-1)?.to ?? this.saga.timeline.first.to;
    const page = await get<TimelinePage>(`/api/sagas/${this.saga.id}/timeline?after=${after}&limit=${MORE}`);
    const stop = this.saga.timeline.last?.from ?? Infinity;
    const items = page.items.filter((item) => item.seq < stop);
    this.between = [...this.between, { ...page, items, to: Math.min(page.to, stop - 1) }];
  }
}

function marker(item: Marker): TemplateResult {
  const look = MARKERS[item.event] ?? MARKERS.note;
  return html`<tr class="marker ${look.tone}"><td class="num">${duration(item.offsetMs)}</td>
    <td colspan="3">${icon(look.icon, true)} <bdi class="words">${item.operator ? `${item.operator}: ` : ''}${item.text}</bdi></td></tr>`;
}

function plan(each: Planned, scale: Axis): TemplateResult {
  const at = each.at === undefined ? undefined : new Date(each.at).toISOString();
  return html`<tr class="row planned ${each.tone}"><td class="num faint"><span class="vh">expected</span></td>
    <td>${icon(each.back ? 'left' : 'right', true)} <bdi class="muted">${each.title}</bdi></td>
    <td class="muted">${at ? ahead(at) : each.note}</td>
    <td class="track">${each.at === undefined ? nothing : bar(scale, each.at - each.start, 1, 'planned')}</td></tr>`;
}

function bar(scale: Axis, from: number, length: number, kind: string): TemplateResult {
  const left = scale.place(from);
  const width = Math.max(kind === 'planned' ? 1.4 : 0.7, scale.place(from + length) - left);
  return html`<svg class="bar" width="100%" height="30" aria-hidden="true">
    ${scale.ticks.map(({ ms }) => svg`<line class="grid" x1="${scale.place(ms)}%" x2="${scale.place(ms)}%" y1="0" y2="30" />`)}
    <rect class=${kind} x="${Math.min(left, 100 - width)}%" y="9" width="${width}%" height="12" rx="3" />
  </svg>`;
}

function ticks(scale: Axis): TemplateResult {
  return html`<svg class="ticks" width="100%" height="16" aria-hidden="true">
    ${scale.ticks.map(({ ms, label }) => svg`<text x="${scale.place(ms)}%" y="12" text-anchor="middle">${label}</text>`)}
  </svg>`;
}
