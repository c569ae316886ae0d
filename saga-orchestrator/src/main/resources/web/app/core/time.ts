import { recall, remember } from './remembered';

/** All times on all pages are in one zone, which is chosen once and said beside the choice. */
const KEY = 'backstep.zone';
export const LOCAL_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
let zone = recall(KEY, LOCAL_ZONE);

export function currentZone(): string {
  return zone;
}

export function setZone(wish: string): void {
  zone = wish;
  formats.clear();
  remember(KEY, wish);
}

/** The server's clock decides how old something is; the one of this machine may be wrong. */
let skew = 0;

export function heardServerTime(iso: string): void {
  const heard = Date.parse(iso);
  if (!Number.isNaN(heard)) {
    skew = heard - Date.now();
  }
}

export function now(): number {
  return Date.now() + skew;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  let known = formats.get(name);
  if (!known) {
    known = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
    formats.set(name, known);
  }
  return known;
}

const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', second: '2-digit' };

/** 14:31:44 today, 20 Nov 14:31:44 on another day. */
export function moment(iso: string): string {
  const at = new Date(iso);
  return isToday(at) ? format('time', TIME).format(at) : format('day', { ...TIME, day: 'numeric', month: 'short' }).format(at);
}

/** 14:31:44.312, for what happens within a second. */
export function exactMoment(iso: string): string {
  return format('exact', { ...TIME, fractionalSecondDigits: 3 }).format(new Date(iso));
}

/** The whole date, for titles. */
export function fullMoment(iso: string): string {
  return format('full', { dateStyle: 'full', timeStyle: 'long' }).format(new Date(iso));
}

/** 14:31, for axes. */
export function hourAndMinute(ms: number): string {
  return format('axis', { hour: '2-digit', minute: '2-digit' }).format(new Date(ms));
}

function isToday(at: Date): boolean {
  const day = format('date', { dateStyle: 'short' });
  return day.format(at) === day.format(now());
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** 8 ms, 1.21 s, 31.2 s, 10 m 37 s, 1 h 12 m, 3 d 4 h. */
export function duration(ms: number): string {
  const t = Math.max(0, ms);
  if (t < SECOND) return `${Math.round(t)} ms`;
  if (t < 10 * SECOND) return `${round(t / SECOND, 2)} s`;
  if (t < MINUTE) return `${round(t / SECOND, 1)} s`;
  if (t < HOUR) return parts(t, MINUTE, 'm', SECOND, 's');
  if (t < DAY) return parts(t, HOUR, 'h', MINUTE, 'm');
  return parts(t, DAY, 'd', HOUR, 'h');
}

/** Without zeros that say nothing. */
function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function parts(t: number, large: number, name: string, small: number, rest: string): string {
  const left = Math.floor((t % large) / small);
  return `${Math.floor(t / large)} ${name}${left > 0 ? ` ${left} ${rest}` : ''}`;
}

/** For what ticks on screen: whole seconds do not flicker. */
export function wholeSeconds(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / SECOND);
  return seconds === 0 ? '0 s' : duration(seconds * SECOND);
}

/** How long ago, or how long it took until then. */
export function age(iso: string, until?: number): string {
  return until === undefined ? wholeSeconds(now() - Date.parse(iso)) : duration(until - Date.parse(iso));
}

/** in 42 s; due when it is past. */
export function ahead(iso: string): string {
  const left = Math.ceil((Date.parse(iso) - now()) / SECOND) * SECOND;
  return left <= 0 ? 'due now' : `in ${duration(left)}`;
}
