// The server side that touches Node: the real clients of INSi and of the DMP behind the handlers, and the handlers behind node:http.

export { type DmpAccount, type DmpAccounts, dmpService } from './node/dmp-service.js';
export { type DocumentsServiceOptions, documentsService } from './node/documents-service.js';
export { insiService } from './node/insi-service.js';
export { type NodeListener, type NodeListenerOptions, toNodeListener } from './node/node-listener.js';
export { verificationService } from './node/verification-service.js';
export { vitaleService } from './node/vitale-service.js';
