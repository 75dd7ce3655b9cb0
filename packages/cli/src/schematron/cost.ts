import {
  LimitError,
  type Pack,
  type PackProfile,
  profilePack,
  type RuleCost,
  type XDocument,
} from '@socle-sante/schematron';
import type { Invocation } from '../frame/command.js';
import { type CheckOptions, check } from './check.js';
import { type DocumentFailure, isFailure, openDocument } from './document-list.js';
import type { RulePack } from './packs.js';

/** What a pack costs on some documents. */
export interface PackCost {
  readonly rules: RulePack;
  readonly documents: number;
  /** Of the rules as they run, without a clock in them; reading the documents is not counted. */
  readonly milliseconds: number;
  /** The same run with the clocks. */
  readonly measured: number;
  /** By cost, the highest first. */
  readonly costs: readonly RuleCost[];
  /** Of the steps of contexts that belong to no rule in particular. */
  readonly passages: ReturnType<PackProfile['passages']>;
}

/** What packs cost, and which documents could not be measured. */
export interface Costs {
  readonly packs: readonly PackCost[];
  readonly failures: readonly (DocumentFailure & { readonly file: string })[];
  readonly interrupted: boolean;
}

interface Meter {
  readonly rules: RulePack;
  readonly profile: PackProfile;
  documents: number;
  milliseconds: number;
  measured: number;
}

/** Measures packs on documents: each is checked `rounds` times as usual, then as many times with clocks around every check. */
export async function measure(
  packs: readonly RulePack[],
  files: readonly string[],
  invocation: Invocation,
  options: CheckOptions & { readonly rounds: number },
): Promise<Costs> {
  const meters = packs.map<Meter>((rules) => ({
    rules,
    profile: profilePack(rules.pack),
    documents: 0,
    milliseconds: 0,
    measured: 0,
  }));
  const failures: (DocumentFailure & { readonly file: string })[] = [];
  try {
    for (const file of files) {
      if (invocation.io.signal.aborted) break;
      const document = await openDocument(file, invocation);
      const failure = isFailure(document) ? document : await measureOne(document, meters, invocation, options);
      if (failure !== undefined) failures.push({ file, ...failure });
    }
  } catch (error) {
    if (!(error instanceof LimitError && error.code === 'limit.aborted')) throw error;
  }
  return {
    packs: meters.map(({ rules, profile, documents, milliseconds, measured }) => ({
      rules,
      documents,
      milliseconds,
      measured,
      costs: [...profile.costs()].sort((a, b) => totalOf(b) - totalOf(a)),
      passages: profile.passages(),
    })),
    failures,
    interrupted: invocation.io.signal.aborted,
  };
}

async function measureOne(
  document: XDocument,
  meters: readonly Meter[],
  invocation: Invocation,
  options: CheckOptions & { readonly rounds: number },
): Promise<DocumentFailure | undefined> {
  for (const meter of meters) {
    // The first time reads the vocabularies, and lets the functions be compiled.
    const timed = async (pack: Pack): Promise<number | DocumentFailure> => {
      const began = performance.now();
      const verdict = await check(document, meter.rules, invocation, options, pack);
      return isFailure(verdict) ? verdict : performance.now() - began;
    };
    const first = await timed(meter.rules.pack);
    if (typeof first !== 'number') return first;
    meter.documents += 1;
    for (let round = 0; round < options.rounds; round += 1) {
      const plain = await timed(meter.rules.pack);
      const measured = await timed(meter.profile.pack);
      if (typeof plain !== 'number') return plain;
      if (typeof measured !== 'number') return measured;
      meter.milliseconds += plain;
      meter.measured += measured;
    }
  }
  return undefined;
}

/** Checks, texts of findings and trials of the context. */
export function totalOf({ milliseconds, matching }: RuleCost): number {
  return milliseconds + matching;
}
