import type { SagaFilter, SagaListQuery, SagaState } from '../api';
import { count, money } from './money';
import { duration } from './time';
import { blockedTitle, causeTitle } from './words';

/** The names of a filter in addresses, for pages and for the server alike. */
const NUMBERS = ['olderThan', 'amountOver', 'attemptsOver'] as const;
const WORDS = ['q', 'definition', 'blockedAt', 'cause'] as const;

export type FilterField = (typeof NUMBERS)[number] | (typeof WORDS)[number];

export function parseFilter(query: URLSearchParams): SagaFilter {
  const filter: SagaFilter = {};
  const states = query.getAll('state') as NonNullable<SagaFilter['state']>;
  if (states.length > 0) {
    filter.state = states;
  }
  WORDS.forEach((name) => query.get(name) && (filter[name] = query.get(name)!));
  NUMBERS.forEach((name) => Number(query.get(name)) > 0 && (filter[name] = Number(query.get(name))));
  return filter;
}

export function toQuery(filter: SagaListQuery): URLSearchParams {
  const query = new URLSearchParams();
  Object.entries(filter).forEach(([name, value]) => {
    if (value !== undefined && value !== '') {
      [value].flat().forEach((each) => query.append(name, String(each)));
    }
  });
  return query;
}

/** The filter without that field. */
export function without(filter: SagaFilter, field: FilterField): SagaFilter {
  const { [field]: _gone, ...rest } = filter;
  return rest;
}

/** Each condition as a name and a value for people. */
export function conditions(filter: SagaFilter): { field: FilterField; name: string; value: string }[] {
  const all: { field: FilterField; name: string; value: string | undefined }[] = [
    { field: 'q', name: 'Search', value: filter.q },
    { field: 'definition', name: 'Definition', value: filter.definition },
    { field: 'blockedAt', name: 'Waits at', value: filter.blockedAt && blockedTitle(filter.blockedAt) },
    { field: 'cause', name: 'Cause', value: filter.cause && causeTitle(filter.cause) },
    { field: 'olderThan', name: 'Age over', value: filter.olderThan && duration(filter.olderThan * 1000) },
    { field: 'amountOver', name: 'Amount from', value: filter.amountOver && money(filter.amountOver, 'EUR') },
    { field: 'attemptsOver', name: 'Attempts over', value: filter.attemptsOver && count(filter.attemptsOver) },
  ].map((each) => ({ ...each, value: each.value || undefined }) as never);
  return all.filter((each): each is { field: FilterField; name: string; value: string } => each.value !== undefined);
}

/** The choices of the state switch. */
export const STATE_CHOICES: ReadonlyArray<readonly [string, SagaFilter['state'], SagaState[]]> = [
  ['All', undefined, []],
  ['Open', ['OPEN'], ['RUNNING', 'COMPENSATING', 'STUCK']],
  ['Stuck', ['STUCK'], ['STUCK']],
  ['Compensating', ['COMPENSATING'], ['COMPENSATING']],
  ['Finished', ['FINISHED'], []],
];
