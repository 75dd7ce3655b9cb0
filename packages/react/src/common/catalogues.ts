import { findingsListMessages } from './FindingsList/FindingsList.messages.js';
import { officialErrorAlertMessages } from './OfficialErrorAlert/OfficialErrorAlert.messages.js';
import { virtualGridMessages } from './VirtualGrid/VirtualGrid.messages.js';

/** Labels of the common components. */
export const commonCatalogues = [findingsListMessages, officialErrorAlertMessages, virtualGridMessages] as const;
