import { XPathError } from '../error.js';
import type { Sequence } from '../item.js';
import type { Run } from '../run.js';
import { type FunctionSpec, implement } from '../signatures.js';
import { XCalendar } from '../values/date-time.js';
import { formatCalendar } from '../values/format-date.js';
import { formatNumber } from '../values/format-number.js';
import { asNumeric } from '../values/numeric.js';
import { EMPTY, text } from './arguments.js';
import { atomicOf } from './values-numbers.js';

/** @throws XPathError FODF1280: a schema declares no decimal formats */
function onlyDefaultFormat(name: Sequence | undefined): void {
  if (name !== undefined && name.length > 0) throw new XPathError('FODF1280', 'no decimal format has this name');
}

/** An optional string: none when it is the empty sequence. */
function optional(argument: Sequence | undefined): string | undefined {
  return argument === undefined || argument.length === 0 ? undefined : text(argument);
}

function format(_: Run, value: Sequence = EMPTY, picture: Sequence = EMPTY, ...others: Sequence[]): Sequence {
  const moment = value[0];
  if (!(moment instanceof XCalendar)) return EMPTY;
  const [language, calendar] = others;
  return [formatCalendar(moment, text(picture), optional(language), optional(calendar))];
}

/** XSLT 2.0 §16.4 and §16.5. */
export const formatFunctions: readonly FunctionSpec[] = [
  implement('format-number', (_, value = EMPTY, picture = EMPTY, name) => {
    onlyDefaultFormat(name);
    return [formatNumber(asNumeric(atomicOf(value)) ?? Number.NaN, text(picture))];
  }),
  implement('format-dateTime', format),
  implement('format-date', format),
  implement('format-time', format),
];
