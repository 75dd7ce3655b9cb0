export { documentsFindings } from './messages.js';
export { type DocumentsRequest, validateDocumentsRequest } from './validate.js';
