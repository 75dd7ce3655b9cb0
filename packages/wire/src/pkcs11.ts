/** Signature keys of cards, tokens and HSMs, by PKCS#11. Node only; needs the optional package `pkcs11js`. */
export { Pkcs11Error, type Pkcs11ErrorCode } from './errors/pkcs11-error.js';
export type { Pkcs11Driver, Pkcs11Library } from './pkcs11/driver.js';
export {
  createPkcs11Signer,
  listPkcs11Certificates,
  type Pkcs11Signer,
  type Pkcs11SignerOptions,
} from './pkcs11/signer.js';
export type { KeyChoice, TokenCertificate, TokenChoice } from './pkcs11/token.js';
