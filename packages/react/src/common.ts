export { FindingsList, type FindingsListProps } from './common/FindingsList/FindingsList.js';
export {
  OfficialErrorAlert,
  type OfficialErrorAlertProps,
} from './common/OfficialErrorAlert/OfficialErrorAlert.js';
export type { GridColumn, GridSelectionMode, GridSort } from './common/VirtualGrid/grid-types.js';
export { VirtualGrid, type VirtualGridProps } from './common/VirtualGrid/VirtualGrid.js';
