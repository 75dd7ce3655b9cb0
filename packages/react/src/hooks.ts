// Hooks and pure helpers only: no component of react-aria-components in the graph.
export { ANNOUNCEMENT_SPACING_MS, type Announcer, createAnnouncer, type Politeness } from './base/announcer.js';
export {
  type Async,
  type AsyncStatus,
  type DenialReason,
  dataOf,
  type EmptyReason,
  fromError,
  mapAsync,
  PACE_MS,
  type Pace,
} from './base/async.js';
export type { BaseProps, MessagesProp } from './base/component.js';
export { type SocleContextValue, type SocleUiFault, useSocle } from './base/context.js';
export { formatBytes, formatHour, formatInstant, formatInstantWithOffset } from './base/format.js';
export { focusPath, pathName } from './base/locate.js';
export {
  type Catalogue,
  createTranslator,
  type FlatMessages,
  type Message,
  type MessageOverrides,
  type Messages,
  type MessageValue,
  type Translate,
} from './base/messages.js';
export { plural, select } from './base/plural.js';
export { createSocleQueryClient, forget } from './base/query-client.js';
export { allows, sessionQueries, useCapabilities, useGatewayClient, usePermission } from './base/session.js';
export type { SiteSettings } from './base/site.js';
export { toUiError, type UiError } from './base/ui-error.js';
export { type Action, useAction } from './base/use-action.js';
export { type SocleQuery, useAsyncQuery, useSocleQueryClient } from './base/use-async-query.js';
export { type Emit, type UiEventDetail, useEmit } from './base/use-emit.js';
export { useMessages } from './base/use-messages.js';
export { usePace } from './base/use-pace.js';
// Common components
export {
  type FindingItem,
  type Findings,
  type FindingsGroup,
  type FindingsGrouping,
  type FindingsOptions,
  useFindings,
} from './common/FindingsList/useFindings.js';
export {
  type OfficialError,
  type OfficialErrorOptions,
  useOfficialError,
} from './common/OfficialErrorAlert/useOfficialError.js';
export {
  useVirtualGrid,
  VIRTUAL_FROM,
  type VirtualGridOptions,
  type VirtualGridView,
} from './common/VirtualGrid/useVirtualGrid.js';
