import { library } from '../tooling/src/library.ts';

export default library(
  {
    index: 'src/index.ts',
    xml: 'src/xml.ts',
    c14n: 'src/c14n.ts',
    dsig: 'src/dsig.ts',
    soap: 'src/soap.ts',
    multipart: 'src/multipart.ts',
    pkcs11: 'src/pkcs11.ts',
    tls: 'src/tls.ts',
    http: 'src/http.ts',
    'c14n-stream': 'src/c14n-stream.ts',
    certificate: 'src/certificate.ts',
  },
  { platform: 'node' },
);
