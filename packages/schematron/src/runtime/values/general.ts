import type { GeneralOperator, ValueOperator } from '../../xpath/ast.js';
import { type Atomic, type Sequence, XUntyped } from '../item.js';
import type { Prefixes } from './lexical.js';
import { castTo } from './cast.js';
import { compareAtomic, type Zone } from './compare.js';
import { isNumeric, primitiveOf } from './types.js';
import { atomize, stringOf } from './text-value.js';

const VALUE: Readonly<Record<GeneralOperator, ValueOperator>> = {
  '=': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
};

/** What a general comparison needs of a run. */
export interface ComparisonContext extends Zone {
  readonly namespaces?: Prefixes;
}
