// The server side that touches Node: the real INSi client behind the handlers, and the handlers behind node:http.

export { insiService } from './node/insi-service.js';
export { type NodeListener, type NodeListenerOptions, toNodeListener } from './node/node-listener.js';
export { verificationService } from './node/verification-service.js';
export { vitaleService } from './node/vitale-service.js';
