/** Safe XML: a bounded reader and a deterministic writer. Browser-safe. */
export { XmlError, type XmlErrorCode, XmlWriteError, type XmlWriteErrorCode } from './errors/xml-error.js';
export { assertXmlText, escapeAttribute, escapeText } from './xml/escape.js';
export { defaultXmlLimits, type XmlLimits } from './xml/limits.js';
export { parseXml, type XmlParseOptions } from './xml/parse.js';
export {
  attribute,
  child,
  children,
  childText,
  descend,
  elements,
  pathOf,
  text,
  walk,
  type XmlAttribute,
  type XmlElement,
  type XmlSpan,
} from './xml/tree.js';
export {
  element,
  type QName,
  raw,
  type SerializeOptions,
  serializeXml,
  type XmlAttributeInput,
  type XmlAttributes,
  type XmlElementNode,
  type XmlNode,
  type XmlRaw,
} from './xml/write.js';
