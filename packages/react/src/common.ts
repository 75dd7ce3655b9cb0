export {
  OfficialErrorAlert,
  type OfficialErrorAlertProps,
} from './common/OfficialErrorAlert/OfficialErrorAlert.js';
