/** SOAP 1.2 messages, faults and WS-Addressing blocks. Browser-safe: bytes in, bytes out, no socket. */
export { SoapError, type SoapErrorCode } from './errors/soap-error.js';
export { type AddressingOptions, type AddressingProperties, addressing, readAddressing } from './soap/addressing.js';
export { type DecodedEnvelope, type DecodeEnvelopeOptions, decodeEnvelope } from './soap/decode.js';
export { type EnvelopeParts, encodeEnvelope, soapContentType } from './soap/envelope.js';
export { type FaultParts, faultElement, faultReason, readFault, type SoapFault } from './soap/fault.js';
export { SOAP12, WSA } from './soap/namespaces.js';
