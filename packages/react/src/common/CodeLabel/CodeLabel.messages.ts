import { defineMessages } from '../../base/messages.js';

export const codeLabelMessages = defineMessages('codeLabel', {
  fr: { retired: '(code retiré)', unknown: 'code {code}' },
  en: { retired: '(retired code)', unknown: 'code {code}' },
});
