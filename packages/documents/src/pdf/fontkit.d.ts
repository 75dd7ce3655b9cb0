// The published package has no types: what `pdf-lib` wants of it.
declare module 'fontkit' {
  export const create: Parameters<import('@cantoo/pdf-lib').PDFDocument['registerFontkit']>[0]['create'];
}
