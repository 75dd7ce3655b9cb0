'use client';
import { isMatricule } from '@socle-sante/core/matricule';
import type { IdentitySearchInput, IdentitySearchOutput, SocleUiEvent } from '@socle-sante/gateway/contract';
import { useState } from 'react';
import type { Async } from '../../base/async.js';
import { useGatewayClient } from '../../base/session.js';
import { useAction } from '../../base/use-action.js';
import { useEmit } from '../../base/use-emit.js';

/** What is looked for: a birth date, then first letters; or a whole matricule. Empty text = not given. */
export interface IdentityCriteria {
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly name: string;
  readonly firstName: string;
  /** 15 characters. */
  readonly matricule: string;
}

export type CriteriaProblem = 'dateNeeded' | 'matriculeWrong';

export interface IdentitySearchOptions {
  readonly initial?: Partial<Omit<IdentityCriteria, 'matricule'>>;
  readonly onEvent?: (event: SocleUiEvent) => void;
}

export interface IdentitySearch {
  readonly criteria: IdentityCriteria;
  /** Changing a criterion drops the results: they would answer another question. */
  set(field: keyof IdentityCriteria, value: string): void;
  /** Why these criteria cannot be searched: a name alone never can. */
  readonly problem: CriteriaProblem | undefined;
  readonly state: Async<IdentitySearchOutput>;
  /** True once the results of these very criteria were shown: only then may a record be created. */
  readonly wasShown: boolean;
  /** True when results were shown, then the criteria changed. */
  readonly isOutdated: boolean;
  search(): Promise<IdentitySearchOutput | undefined>;
}

/** The most records that one search may show: the directory of patients is not to be browsed. */
export const SEARCH_MAX_ROWS = 50;

const empty: IdentityCriteria = { birthDate: '', name: '', firstName: '', matricule: '' };

/** Finds records before one is created. Names and matricules travel in the body of the request, never in a key. */
export function useIdentitySearch(options: IdentitySearchOptions = {}): IdentitySearch {
  const client = useGatewayClient();
  const emit = useEmit('IdentityDuplicates', options.onEvent);
  const [criteria, setCriteria] = useState<IdentityCriteria>({ ...empty, ...options.initial });
  const [isOutdated, setOutdated] = useState(false);
  const action = useAction((input: IdentitySearchInput, signal) => client.identity.search(input, { signal }));
  const problem = problemOf(criteria);

  return {
    criteria,
    set: (field, value) => {
      if (criteria[field] === value) return;
      setCriteria((last) => ({ ...last, [field]: value }));
      if (action.state.status === 'success') setOutdated(true);
      if (action.state.status !== 'idle') action.reset();
    },
    problem,
    state: action.state,
    wasShown: action.state.status === 'success',
    isOutdated: isOutdated && action.state.status === 'idle',
    search: async () => {
      if (problem !== undefined || action.state.status === 'loading') return undefined;
      const found = await action.run(inputOf(criteria));
      if (found) emit('identity.searched', { count: found.rows.length });
      return found;
    },
  };
}

function problemOf({ birthDate, matricule }: IdentityCriteria): CriteriaProblem | undefined {
  if (matricule !== '') return isMatricule(matricule) ? undefined : 'matriculeWrong';
  return birthDate === '' ? 'dateNeeded' : undefined;
}

function inputOf(criteria: IdentityCriteria): IdentitySearchInput {
  const { birthDate, matricule } = criteria;
  const [name, firstName] = [criteria.name.trim(), criteria.firstName.trim()];
  return {
    limit: SEARCH_MAX_ROWS,
    ...(birthDate === '' ? {} : { birthDate }),
    ...(name === '' ? {} : { name }),
    ...(firstName === '' ? {} : { firstName }),
    ...(matricule === '' ? {} : { matricule }),
  };
}
