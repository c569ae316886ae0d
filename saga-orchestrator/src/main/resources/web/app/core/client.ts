import type { Problem as Told, ProblemName } from '../api';
import { heardServerTime } from './time';

/** What the server says when it does not do as asked (RFC 9457), or what this browser says when it cannot ask. */
export class Problem extends Error {
  constructor(
    /** The HTTP status; 0 when there was no answer. */
    readonly status: number,
    override readonly name: ProblemName | 'unreachable' | 'unknown',
    readonly title: string,
    readonly detail: string,
  ) {
    super(detail || title);
  }
}

/** An answer that takes longer than this is no answer: the page says so and tries again. */
const PATIENCE_MS = 10_000;

/** Shows the server that a request is ours: no form and no other site can send this header. */
const OURS = { 'X-Backstep-Console': '1' };

export async function get<T>(url: string, signal?: AbortSignal): Promise<T> {
  return ask<T>(url, { headers: { Accept: 'application/json' } }, signal);
}

export async function post<T>(url: string, body: unknown): Promise<T> {
  const headers = { ...OURS, Accept: 'application/json', 'Content-Type': 'application/json' };
  return ask<T>(url, { method: 'POST', headers, body: JSON.stringify(body ?? {}) });
}

export async function remove<T>(url: string): Promise<T> {
  return ask<T>(url, { method: 'DELETE', headers: { ...OURS, Accept: 'application/json' } });
}

async function ask<T>(url: string, init: RequestInit, signal?: AbortSignal): Promise<T> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const either = signal ? AbortSignal.any([signal, patience]) : patience;
  const answer = await reach(url, { ...init, credentials: 'same-origin', cache: 'no-store', signal: either }, signal);
  const body = await content(answer);
  if (!answer.ok) {
    throw problemOf(answer.status, body);
  }
  if (isRecord(body) && typeof body.asOf === 'string') {
    heardServerTime(body.asOf);
  }
  return body as T;
}

async function reach(url: string, init: RequestInit, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (signal?.aborted) {
      throw cause;
    }
    const slow = cause instanceof DOMException && cause.name === 'TimeoutError';
    throw new Problem(0, 'unreachable', 'The console cannot be reached.', slow ? 'There was no answer within 10 s.' : '');
  }
}

async function content(answer: Response): Promise<unknown> {
  const text = await answer.text();
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

function problemOf(status: number, body: unknown): Problem {
  const told: Partial<Told> = isRecord(body) ? body : {};
  const name = (told.type?.split('/').pop() || 'unknown') as ProblemName;
  const wrong = told.violations?.map((each) => `${each.field} ${each.message}`).join('; ');
  return new Problem(status, name, told.title || `The server answered ${status}.`, told.detail || wrong || '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
