/** An amount in minor units (cents) of an ISO currency; money is never a fraction. */
export function money(minor: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: currency || 'XXX' });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}

/** With a sign in front, for differences. */
export function signedMoney(minor: number, currency: string): string {
  return minor > 0 ? `+${money(minor, currency)}` : money(minor, currency);
}

const WHOLE = new Intl.NumberFormat('en');

export function count(n: number): string {
  return WHOLE.format(n);
}

/** One saga, 2 sagas. */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}
