export { defaultNarrativeLimits, type NarrativeLimits } from './narrative/bounds.js';
export { narrativeOf } from './narrative/build.js';
export type { NarrativeDocument, NarrativeMediaItem, NarrativeSection } from './narrative/document.js';
export { BODY_MEDIA, describeMedia, mediasOf, mediaText } from './narrative/medias.js';
export {
  isUsableId,
  type NarrativeAlign,
  type NarrativeBreak,
  type NarrativeCell,
  type NarrativeContent,
  type NarrativeFootnote,
  type NarrativeFootnoteRef,
  type NarrativeItem,
  type NarrativeLink,
  type NarrativeList,
  type NarrativeMarker,
  type NarrativeMedia,
  type NarrativeNode,
  type NarrativeParagraph,
  type NarrativeRow,
  type NarrativeScope,
  type NarrativeScript,
  type NarrativeStyle,
  type NarrativeTable,
  type NarrativeTarget,
  type NarrativeText,
  narrativeDomId,
} from './narrative/nodes.js';
export { type HeaderRow, type HeaderRows, headerRows } from './render/header-rows.js';
export { showSize, showTime } from './render/labels.js';
export { fileName as mediaFileName, type RenderOptions, renderHtml } from './render/page.js';
