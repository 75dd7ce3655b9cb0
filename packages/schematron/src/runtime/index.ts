import { nextInTree, rootOf } from '../tree/document.js';
import { elementsNamed } from '../tree/indexes.js';
import { nameOf } from '../tree/names.js';
import { XPathError } from './error.js';
import { localName, namespaceUri, nodeName } from './functions/names.js';
import {
  normalizeSpace,
  stringLength,
  substring,
  substringAfter,
  substringBefore,
  translate,
  translateWith,
  translation,
} from './functions/strings.js';
import { FUNCTIONS } from './functions.js';
import { XUntyped, XUri } from './item.js';
import type { Implementation } from './signatures.js';
import {
  append,
  integerOf,
  joinTexts,
  optional,
  optionalUntyped,
  optionalUri,
  required,
  stringArgument,
  textOf,
  textOfFirst,
  textsOf,
  untypedText,
} from './support/boxes.js';
import { docOf, documentOf, keptTexts } from './support/documents.js';
import {
  attribute,
  attributeText,
  child,
  childCount,
  descendantsNamed,
  descendantsWith,
  descendantsWithLocal,
  documentHolds,
  firstElement,
  firstFollowing,
  firstOfKind,
  nextNode,
  precedingNodes,
} from './support/navigation.js';
import {
  arithmeticOf,
  checkRange,
  nodeComparison,
  rangeBound,
  resolvesTo,
  someText,
  textsCompare,
  unaryOf,
  untypedToDouble,
  valueComparison,
} from './support/operators.js';
import {
  castableSequence,
  castSequence,
  contextNode,
  exceptOf,
  holds,
  inTurn,
  intersectOf,
  isPosition,
  pathResult,
  stepNode,
  unionOf,
} from './support/sequences.js';
import { distinctTexts, isOptionalText, lazyRegex, lowerCase, textToNumber, upperCase } from './support/texts.js';
import { effectiveBooleanValue } from './values/boolean-value.js';
import { castTo } from './values/cast.js';
import { compareCodepoints } from './values/compare.js';
import { convertArgument, treatAs } from './values/convert.js';
import { doubleToString } from './values/double.js';
import { generalCompare } from './values/general.js';
import { isText } from './values/lexical.js';
import { documentOrder } from './values/order.js';
import { XQName } from './values/qname.js';
import { instanceOf } from './values/sequence-type.js';
import { stringOf, stringValue } from './values/text-value.js';

/** The implementation of a function. @throws XPathError XPST0017 */
function functionNamed(name: string): Implementation {
  const found = FUNCTIONS.get(name);
  if (found === undefined) throw new XPathError('XPST0017', `there is no function ${name}()`);
  return found.call;
}

/** What compiled packs call. They are given it when they are loaded, so that their modules import nothing. */
export const runtime = Object.freeze({
  arithmeticOf,
  attribute,
  attributeText,
  castSequence,
  castTo,
  castableSequence,
  child,
  childCount,
  compareCodepoints,
  contextNode,
  convertArgument,
  descendantsNamed,
  descendantsWith,
  descendantsWithLocal,
  distinctTexts,
  docOf,
  documentHolds,
  documentOf,
  documentOrder,
  doubleToString,
  effectiveBooleanValue,
  elementsNamed,
  exceptOf,
  firstElement,
  firstFollowing,
  firstOfKind,
  functionNamed,
  generalCompare,
  holds,
  inTurn,
  instanceOf,
  integerOf,
  intersectOf,
  isOptionalText,
  isPosition,
  isText,
  keptTexts,
  lazyRegex,
  localName,
  lowerCase,
  nameOf,
  namespaceUri,
  nextInTree,
  nextNode,
  nodeComparison,
  nodeName,
  normalizeSpace,
  optional,
  optionalUntyped,
  optionalUri,
  pathResult,
  precedingNodes,
  checkRange,
  rangeBound,
  required,
  resolvesTo,
  rootOf,
  someText,
  stepNode,
  stringArgument,
  stringLength,
  stringOf,
  stringValue,
  substring,
  substringAfter,
  substringBefore,
  textOf,
  textOfFirst,
  textToNumber,
  textsCompare,
  append,
  joinTexts,
  textsOf,
  translate,
  translateWith,
  translation,
  treatAs,
  unaryOf,
  unionOf,
  untypedText,
  untypedToDouble,
  upperCase,
  valueComparison,
  XQName,
  XUntyped,
  XUri,
});

/** The type of {@link runtime}. */
export type Runtime = typeof runtime;
