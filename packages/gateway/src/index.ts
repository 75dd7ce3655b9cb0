// The package has one entry per side of the contract: /contract, /handlers, /node, /client, /demo. This one only says
// which version of the contract they speak.

export { CONTRACT_HEADER, CONTRACT_VERSION } from './contract/version.js';
