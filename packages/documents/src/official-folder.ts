export { OfficialFolderError, type OfficialFolderErrorCode } from './official-folder/error.js';
export { type OfficialFolder, type OfficialFolderOptions, openOfficialFolder } from './official-folder/open.js';
