import { officialErrorAlertMessages } from './OfficialErrorAlert/OfficialErrorAlert.messages.js';

/** Labels of the common components. */
export const commonCatalogues = [officialErrorAlertMessages] as const;
