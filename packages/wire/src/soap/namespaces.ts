/** SOAP 1.2, Part 1 §5: the envelope namespace. */
export const SOAP12 = 'http://www.w3.org/2003/05/soap-envelope';
/** SOAP 1.1, recognised only to say so. */
export const SOAP11 = 'http://schemas.xmlsoap.org/soap/envelope/';
/** WS-Addressing 1.0. */
export const WSA = 'http://www.w3.org/2005/08/addressing';
export const XML_NS = 'http://www.w3.org/XML/1998/namespace';
