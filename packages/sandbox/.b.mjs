import {createRequire as __cr} from 'node:module'; const _require=__cr(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (const key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// node_modules/.pnpm/xmlchars@2.2.0/node_modules/xmlchars/xml/1.0/ed5.js
var require_ed5 = __commonJS({
  "node_modules/.pnpm/xmlchars@2.2.0/node_modules/xmlchars/xml/1.0/ed5.js"(exports) {
    
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.CHAR = "	\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}";
    exports.S = " 	\r\n";
    exports.NAME_START_CHAR = ":A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}";
    exports.NAME_CHAR = `-${exports.NAME_START_CHAR}.0-9\xB7\u0300-\u036F\u203F-\u2040`;
    exports.CHAR_RE = new RegExp(`^[${exports.CHAR}]$`, "u");
    exports.S_RE = new RegExp(`^[${exports.S}]+$`, "u");
    exports.NAME_START_CHAR_RE = new RegExp(`^[${exports.NAME_START_CHAR}]$`, "u");
    exports.NAME_CHAR_RE = new RegExp(`^[${exports.NAME_CHAR}]$`, "u");
    exports.NAME_RE = new RegExp(`^[${exports.NAME_START_CHAR}][${exports.NAME_CHAR}]*$`, "u");
    exports.NMTOKEN_RE = new RegExp(`^[${exports.NAME_CHAR}]+$`, "u");
    var TAB = 9;
    var NL = 10;
    var CR3 = 13;
    var SPACE3 = 32;
    exports.S_LIST = [SPACE3, NL, CR3, TAB];
    function isChar(c) {
      return c >= SPACE3 && c <= 55295 || c === NL || c === CR3 || c === TAB || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
    }
    exports.isChar = isChar;
    function isS(c) {
      return c === SPACE3 || c === NL || c === CR3 || c === TAB;
    }
    exports.isS = isS;
    function isNameStartChar(c) {
      return c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 58 || c === 95 || c === 8204 || c === 8205 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
    }
    exports.isNameStartChar = isNameStartChar;
    function isNameChar(c) {
      return isNameStartChar(c) || c >= 48 && c <= 57 || c === 45 || c === 46 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
    }
    exports.isNameChar = isNameChar;
  }
});

// node_modules/.pnpm/xmlchars@2.2.0/node_modules/xmlchars/xml/1.1/ed2.js
var require_ed2 = __commonJS({
  "node_modules/.pnpm/xmlchars@2.2.0/node_modules/xmlchars/xml/1.1/ed2.js"(exports) {
    
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.CHAR = "-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}";
    exports.RESTRICTED_CHAR = "-\b\v\f-\x7F-\x84\x86-\x9F";
    exports.S = " 	\r\n";
    exports.NAME_START_CHAR = ":A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}";
    exports.NAME_CHAR = `-${exports.NAME_START_CHAR}.0-9\xB7\u0300-\u036F\u203F-\u2040`;
    exports.CHAR_RE = new RegExp(`^[${exports.CHAR}]$`, "u");
    exports.RESTRICTED_CHAR_RE = new RegExp(`^[${exports.RESTRICTED_CHAR}]$`, "u");
    exports.S_RE = new RegExp(`^[${exports.S}]+$`, "u");
    exports.NAME_START_CHAR_RE = new RegExp(`^[${exports.NAME_START_CHAR}]$`, "u");
    exports.NAME_CHAR_RE = new RegExp(`^[${exports.NAME_CHAR}]$`, "u");
    exports.NAME_RE = new RegExp(`^[${exports.NAME_START_CHAR}][${exports.NAME_CHAR}]*$`, "u");
    exports.NMTOKEN_RE = new RegExp(`^[${exports.NAME_CHAR}]+$`, "u");
    var TAB = 9;
    var NL = 10;
    var CR3 = 13;
    var SPACE3 = 32;
    exports.S_LIST = [SPACE3, NL, CR3, TAB];
    function isChar(c) {
      return c >= 1 && c <= 55295 || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
    }
    exports.isChar = isChar;
    function isRestrictedChar(c) {
      return c >= 1 && c <= 8 || c === 11 || c === 12 || c >= 14 && c <= 31 || c >= 127 && c <= 132 || c >= 134 && c <= 159;
    }
    exports.isRestrictedChar = isRestrictedChar;
    function isCharAndNotRestricted(c) {
      return c === 9 || c === 10 || c === 13 || c > 31 && c < 127 || c === 133 || c > 159 && c <= 55295 || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
    }
    exports.isCharAndNotRestricted = isCharAndNotRestricted;
    function isS(c) {
      return c === SPACE3 || c === NL || c === CR3 || c === TAB;
    }
    exports.isS = isS;
    function isNameStartChar(c) {
      return c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 58 || c === 95 || c === 8204 || c === 8205 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
    }
    exports.isNameStartChar = isNameStartChar;
    function isNameChar(c) {
      return isNameStartChar(c) || c >= 48 && c <= 57 || c === 45 || c === 46 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
    }
    exports.isNameChar = isNameChar;
  }
});

// node_modules/.pnpm/xmlchars@2.2.0/node_modules/xmlchars/xmlns/1.0/ed3.js
var require_ed3 = __commonJS({
  "node_modules/.pnpm/xmlchars@2.2.0/node_modules/xmlchars/xmlns/1.0/ed3.js"(exports) {
    
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.NC_NAME_START_CHAR = "A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}";
    exports.NC_NAME_CHAR = `-${exports.NC_NAME_START_CHAR}.0-9\xB7\u0300-\u036F\u203F-\u2040`;
    exports.NC_NAME_START_CHAR_RE = new RegExp(`^[${exports.NC_NAME_START_CHAR}]$`, "u");
    exports.NC_NAME_CHAR_RE = new RegExp(`^[${exports.NC_NAME_CHAR}]$`, "u");
    exports.NC_NAME_RE = new RegExp(`^[${exports.NC_NAME_START_CHAR}][${exports.NC_NAME_CHAR}]*$`, "u");
    function isNCNameStartChar(c) {
      return c >= 65 && c <= 90 || c === 95 || c >= 97 && c <= 122 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8204 && c <= 8205 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
    }
    exports.isNCNameStartChar = isNCNameStartChar;
    function isNCNameChar(c) {
      return isNCNameStartChar(c) || (c === 45 || c === 46 || c >= 48 && c <= 57 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256);
    }
    exports.isNCNameChar = isNCNameChar;
  }
});

// node_modules/.pnpm/saxes@6.0.0/node_modules/saxes/saxes.js
var require_saxes = __commonJS({
  "node_modules/.pnpm/saxes@6.0.0/node_modules/saxes/saxes.js"(exports) {
    
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.SaxesParser = exports.EVENTS = void 0;
    var ed5 = require_ed5();
    var ed2 = require_ed2();
    var NSed3 = require_ed3();
    var isS = ed5.isS;
    var isChar10 = ed5.isChar;
    var isNameStartChar = ed5.isNameStartChar;
    var isNameChar = ed5.isNameChar;
    var S_LIST = ed5.S_LIST;
    var NAME_RE = ed5.NAME_RE;
    var isChar11 = ed2.isChar;
    var isNCNameStartChar = NSed3.isNCNameStartChar;
    var isNCNameChar = NSed3.isNCNameChar;
    var NC_NAME_RE = NSed3.NC_NAME_RE;
    var XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
    var XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
    var rootNS = {
      // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
      __proto__: null,
      xml: XML_NAMESPACE,
      xmlns: XMLNS_NAMESPACE
    };
    var XML_ENTITIES = {
      // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
      __proto__: null,
      amp: "&",
      gt: ">",
      lt: "<",
      quot: '"',
      apos: "'"
    };
    var EOC = -1;
    var NL_LIKE = -2;
    var S_BEGIN = 0;
    var S_BEGIN_WHITESPACE = 1;
    var S_DOCTYPE = 2;
    var S_DOCTYPE_QUOTE = 3;
    var S_DTD = 4;
    var S_DTD_QUOTED = 5;
    var S_DTD_OPEN_WAKA = 6;
    var S_DTD_OPEN_WAKA_BANG = 7;
    var S_DTD_COMMENT = 8;
    var S_DTD_COMMENT_ENDING = 9;
    var S_DTD_COMMENT_ENDED = 10;
    var S_DTD_PI = 11;
    var S_DTD_PI_ENDING = 12;
    var S_TEXT = 13;
    var S_ENTITY = 14;
    var S_OPEN_WAKA = 15;
    var S_OPEN_WAKA_BANG = 16;
    var S_COMMENT = 17;
    var S_COMMENT_ENDING = 18;
    var S_COMMENT_ENDED = 19;
    var S_CDATA = 20;
    var S_CDATA_ENDING = 21;
    var S_CDATA_ENDING_2 = 22;
    var S_PI_FIRST_CHAR = 23;
    var S_PI_REST = 24;
    var S_PI_BODY = 25;
    var S_PI_ENDING = 26;
    var S_XML_DECL_NAME_START = 27;
    var S_XML_DECL_NAME = 28;
    var S_XML_DECL_EQ = 29;
    var S_XML_DECL_VALUE_START = 30;
    var S_XML_DECL_VALUE = 31;
    var S_XML_DECL_SEPARATOR = 32;
    var S_XML_DECL_ENDING = 33;
    var S_OPEN_TAG = 34;
    var S_OPEN_TAG_SLASH = 35;
    var S_ATTRIB = 36;
    var S_ATTRIB_NAME = 37;
    var S_ATTRIB_NAME_SAW_WHITE = 38;
    var S_ATTRIB_VALUE = 39;
    var S_ATTRIB_VALUE_QUOTED = 40;
    var S_ATTRIB_VALUE_CLOSED = 41;
    var S_ATTRIB_VALUE_UNQUOTED = 42;
    var S_CLOSE_TAG = 43;
    var S_CLOSE_TAG_SAW_WHITE = 44;
    var TAB = 9;
    var NL = 10;
    var CR3 = 13;
    var SPACE3 = 32;
    var BANG2 = 33;
    var DQUOTE = 34;
    var AMP = 38;
    var SQUOTE = 39;
    var MINUS = 45;
    var FORWARD_SLASH = 47;
    var SEMICOLON = 59;
    var LESS = 60;
    var EQUAL = 61;
    var GREATER2 = 62;
    var QUESTION2 = 63;
    var OPEN_BRACKET = 91;
    var CLOSE_BRACKET = 93;
    var NEL = 133;
    var LS = 8232;
    var isQuote = (c) => c === DQUOTE || c === SQUOTE;
    var QUOTES = [DQUOTE, SQUOTE];
    var DOCTYPE_TERMINATOR = [...QUOTES, OPEN_BRACKET, GREATER2];
    var DTD_TERMINATOR = [...QUOTES, LESS, CLOSE_BRACKET];
    var XML_DECL_NAME_TERMINATOR = [EQUAL, QUESTION2, ...S_LIST];
    var ATTRIB_VALUE_UNQUOTED_TERMINATOR = [...S_LIST, GREATER2, AMP, LESS];
    function nsPairCheck(parser, prefix, uri) {
      switch (prefix) {
        case "xml":
          if (uri !== XML_NAMESPACE) {
            parser.fail(`xml prefix must be bound to ${XML_NAMESPACE}.`);
          }
          break;
        case "xmlns":
          if (uri !== XMLNS_NAMESPACE) {
            parser.fail(`xmlns prefix must be bound to ${XMLNS_NAMESPACE}.`);
          }
          break;
        default:
      }
      switch (uri) {
        case XMLNS_NAMESPACE:
          parser.fail(prefix === "" ? `the default namespace may not be set to ${uri}.` : `may not assign a prefix (even "xmlns") to the URI ${XMLNS_NAMESPACE}.`);
          break;
        case XML_NAMESPACE:
          switch (prefix) {
            case "xml":
              break;
            case "":
              parser.fail(`the default namespace may not be set to ${uri}.`);
              break;
            default:
              parser.fail("may not assign the xml namespace to another prefix.");
          }
          break;
        default:
      }
    }
    function nsMappingCheck(parser, mapping) {
      for (const local of Object.keys(mapping)) {
        nsPairCheck(parser, local, mapping[local]);
      }
    }
    var isNCName = (name) => NC_NAME_RE.test(name);
    var isName = (name) => NAME_RE.test(name);
    var FORBIDDEN_START = 0;
    var FORBIDDEN_BRACKET = 1;
    var FORBIDDEN_BRACKET_BRACKET = 2;
    exports.EVENTS = [
      "xmldecl",
      "text",
      "processinginstruction",
      "doctype",
      "comment",
      "opentagstart",
      "attribute",
      "opentag",
      "closetag",
      "cdata",
      "error",
      "end",
      "ready"
    ];
    var EVENT_NAME_TO_HANDLER_NAME = {
      xmldecl: "xmldeclHandler",
      text: "textHandler",
      processinginstruction: "piHandler",
      doctype: "doctypeHandler",
      comment: "commentHandler",
      opentagstart: "openTagStartHandler",
      attribute: "attributeHandler",
      opentag: "openTagHandler",
      closetag: "closeTagHandler",
      cdata: "cdataHandler",
      error: "errorHandler",
      end: "endHandler",
      ready: "readyHandler"
    };
    var SaxesParser2 = class {
      /**
       * @param opt The parser options.
       */
      constructor(opt) {
        this.opt = opt !== null && opt !== void 0 ? opt : {};
        this.fragmentOpt = !!this.opt.fragment;
        const xmlnsOpt = this.xmlnsOpt = !!this.opt.xmlns;
        this.trackPosition = this.opt.position !== false;
        this.fileName = this.opt.fileName;
        if (xmlnsOpt) {
          this.nameStartCheck = isNCNameStartChar;
          this.nameCheck = isNCNameChar;
          this.isName = isNCName;
          this.processAttribs = this.processAttribsNS;
          this.pushAttrib = this.pushAttribNS;
          this.ns = Object.assign({ __proto__: null }, rootNS);
          const additional = this.opt.additionalNamespaces;
          if (additional != null) {
            nsMappingCheck(this, additional);
            Object.assign(this.ns, additional);
          }
        } else {
          this.nameStartCheck = isNameStartChar;
          this.nameCheck = isNameChar;
          this.isName = isName;
          this.processAttribs = this.processAttribsPlain;
          this.pushAttrib = this.pushAttribPlain;
        }
        this.stateTable = [
          /* eslint-disable @typescript-eslint/unbound-method */
          this.sBegin,
          this.sBeginWhitespace,
          this.sDoctype,
          this.sDoctypeQuote,
          this.sDTD,
          this.sDTDQuoted,
          this.sDTDOpenWaka,
          this.sDTDOpenWakaBang,
          this.sDTDComment,
          this.sDTDCommentEnding,
          this.sDTDCommentEnded,
          this.sDTDPI,
          this.sDTDPIEnding,
          this.sText,
          this.sEntity,
          this.sOpenWaka,
          this.sOpenWakaBang,
          this.sComment,
          this.sCommentEnding,
          this.sCommentEnded,
          this.sCData,
          this.sCDataEnding,
          this.sCDataEnding2,
          this.sPIFirstChar,
          this.sPIRest,
          this.sPIBody,
          this.sPIEnding,
          this.sXMLDeclNameStart,
          this.sXMLDeclName,
          this.sXMLDeclEq,
          this.sXMLDeclValueStart,
          this.sXMLDeclValue,
          this.sXMLDeclSeparator,
          this.sXMLDeclEnding,
          this.sOpenTag,
          this.sOpenTagSlash,
          this.sAttrib,
          this.sAttribName,
          this.sAttribNameSawWhite,
          this.sAttribValue,
          this.sAttribValueQuoted,
          this.sAttribValueClosed,
          this.sAttribValueUnquoted,
          this.sCloseTag,
          this.sCloseTagSawWhite
          /* eslint-enable @typescript-eslint/unbound-method */
        ];
        this._init();
      }
      /**
       * Indicates whether or not the parser is closed. If ``true``, wait for
       * the ``ready`` event to write again.
       */
      get closed() {
        return this._closed;
      }
      _init() {
        var _a2;
        this.openWakaBang = "";
        this.text = "";
        this.name = "";
        this.piTarget = "";
        this.entity = "";
        this.q = null;
        this.tags = [];
        this.tag = null;
        this.topNS = null;
        this.chunk = "";
        this.chunkPosition = 0;
        this.i = 0;
        this.prevI = 0;
        this.carriedFromPrevious = void 0;
        this.forbiddenState = FORBIDDEN_START;
        this.attribList = [];
        const { fragmentOpt } = this;
        this.state = fragmentOpt ? S_TEXT : S_BEGIN;
        this.reportedTextBeforeRoot = this.reportedTextAfterRoot = this.closedRoot = this.sawRoot = fragmentOpt;
        this.xmlDeclPossible = !fragmentOpt;
        this.xmlDeclExpects = ["version"];
        this.entityReturnState = void 0;
        let { defaultXMLVersion } = this.opt;
        if (defaultXMLVersion === void 0) {
          if (this.opt.forceXMLVersion === true) {
            throw new Error("forceXMLVersion set but defaultXMLVersion is not set");
          }
          defaultXMLVersion = "1.0";
        }
        this.setXMLVersion(defaultXMLVersion);
        this.positionAtNewLine = 0;
        this.doctype = false;
        this._closed = false;
        this.xmlDecl = {
          version: void 0,
          encoding: void 0,
          standalone: void 0
        };
        this.line = 1;
        this.column = 0;
        this.ENTITIES = Object.create(XML_ENTITIES);
        (_a2 = this.readyHandler) === null || _a2 === void 0 ? void 0 : _a2.call(this);
      }
      /**
       * The stream position the parser is currently looking at. This field is
       * zero-based.
       *
       * This field is not based on counting Unicode characters but is to be
       * interpreted as a plain index into a JavaScript string.
       */
      get position() {
        return this.chunkPosition + this.i;
      }
      /**
       * The column number of the next character to be read by the parser.  *
       * This field is zero-based. (The first column in a line is 0.)
       *
       * This field reports the index at which the next character would be in the
       * line if the line were represented as a JavaScript string.  Note that this
       * *can* be different to a count based on the number of *Unicode characters*
       * due to how JavaScript handles astral plane characters.
       *
       * See [[column]] for a number that corresponds to a count of Unicode
       * characters.
       */
      get columnIndex() {
        return this.position - this.positionAtNewLine;
      }
      /**
       * Set an event listener on an event. The parser supports one handler per
       * event type. If you try to set an event handler over an existing handler,
       * the old handler is silently overwritten.
       *
       * @param name The event to listen to.
       *
       * @param handler The handler to set.
       */
      on(name, handler) {
        this[EVENT_NAME_TO_HANDLER_NAME[name]] = handler;
      }
      /**
       * Unset an event handler.
       *
       * @parma name The event to stop listening to.
       */
      off(name) {
        this[EVENT_NAME_TO_HANDLER_NAME[name]] = void 0;
      }
      /**
       * Make an error object. The error object will have a message that contains
       * the ``fileName`` option passed at the creation of the parser. If position
       * tracking was turned on, it will also have line and column number
       * information.
       *
       * @param message The message describing the error to report.
       *
       * @returns An error object with a properly formatted message.
       */
      makeError(message) {
        var _a2;
        let msg = (_a2 = this.fileName) !== null && _a2 !== void 0 ? _a2 : "";
        if (this.trackPosition) {
          if (msg.length > 0) {
            msg += ":";
          }
          msg += `${this.line}:${this.column}`;
        }
        if (msg.length > 0) {
          msg += ": ";
        }
        return new Error(msg + message);
      }
      /**
       * Report a parsing error. This method is made public so that client code may
       * check for issues that are outside the scope of this project and can report
       * errors.
       *
       * @param message The error to report.
       *
       * @returns this
       */
      fail(message) {
        const err2 = this.makeError(message);
        const handler = this.errorHandler;
        if (handler === void 0) {
          throw err2;
        } else {
          handler(err2);
        }
        return this;
      }
      /**
       * Write a XML data to the parser.
       *
       * @param chunk The XML data to write.
       *
       * @returns this
       */
      // We do need object for the type here. Yes, it often causes problems
      // but not in this case.
      write(chunk) {
        if (this.closed) {
          return this.fail("cannot write after close; assign an onready handler.");
        }
        let end = false;
        if (chunk === null) {
          end = true;
          chunk = "";
        } else if (typeof chunk === "object") {
          chunk = chunk.toString();
        }
        if (this.carriedFromPrevious !== void 0) {
          chunk = `${this.carriedFromPrevious}${chunk}`;
          this.carriedFromPrevious = void 0;
        }
        let limit = chunk.length;
        const lastCode = chunk.charCodeAt(limit - 1);
        if (!end && // A trailing CR or surrogate must be carried over to the next
        // chunk.
        (lastCode === CR3 || lastCode >= 55296 && lastCode <= 56319)) {
          this.carriedFromPrevious = chunk[limit - 1];
          limit--;
          chunk = chunk.slice(0, limit);
        }
        const { stateTable } = this;
        this.chunk = chunk;
        this.i = 0;
        while (this.i < limit) {
          stateTable[this.state].call(this);
        }
        this.chunkPosition += limit;
        return end ? this.end() : this;
      }
      /**
       * Close the current stream. Perform final well-formedness checks and reset
       * the parser tstate.
       *
       * @returns this
       */
      close() {
        return this.write(null);
      }
      /**
       * Get a single code point out of the current chunk. This updates the current
       * position if we do position tracking.
       *
       * This is the algorithm to use for XML 1.0.
       *
       * @returns The character read.
       */
      getCode10() {
        const { chunk, i } = this;
        this.prevI = i;
        this.i = i + 1;
        if (i >= chunk.length) {
          return EOC;
        }
        const code = chunk.charCodeAt(i);
        this.column++;
        if (code < 55296) {
          if (code >= SPACE3 || code === TAB) {
            return code;
          }
          switch (code) {
            case NL:
              this.line++;
              this.column = 0;
              this.positionAtNewLine = this.position;
              return NL;
            case CR3:
              if (chunk.charCodeAt(i + 1) === NL) {
                this.i = i + 2;
              }
              this.line++;
              this.column = 0;
              this.positionAtNewLine = this.position;
              return NL_LIKE;
            default:
              this.fail("disallowed character.");
              return code;
          }
        }
        if (code > 56319) {
          if (!(code >= 57344 && code <= 65533)) {
            this.fail("disallowed character.");
          }
          return code;
        }
        const final = 65536 + (code - 55296) * 1024 + (chunk.charCodeAt(i + 1) - 56320);
        this.i = i + 2;
        if (final > 1114111) {
          this.fail("disallowed character.");
        }
        return final;
      }
      /**
       * Get a single code point out of the current chunk. This updates the current
       * position if we do position tracking.
       *
       * This is the algorithm to use for XML 1.1.
       *
       * @returns {number} The character read.
       */
      getCode11() {
        const { chunk, i } = this;
        this.prevI = i;
        this.i = i + 1;
        if (i >= chunk.length) {
          return EOC;
        }
        const code = chunk.charCodeAt(i);
        this.column++;
        if (code < 55296) {
          if (code > 31 && code < 127 || code > 159 && code !== LS || code === TAB) {
            return code;
          }
          switch (code) {
            case NL:
              this.line++;
              this.column = 0;
              this.positionAtNewLine = this.position;
              return NL;
            case CR3: {
              const next = chunk.charCodeAt(i + 1);
              if (next === NL || next === NEL) {
                this.i = i + 2;
              }
            }
            /* yes, fall through */
            case NEL:
            // 0x85
            case LS:
              this.line++;
              this.column = 0;
              this.positionAtNewLine = this.position;
              return NL_LIKE;
            default:
              this.fail("disallowed character.");
              return code;
          }
        }
        if (code > 56319) {
          if (!(code >= 57344 && code <= 65533)) {
            this.fail("disallowed character.");
          }
          return code;
        }
        const final = 65536 + (code - 55296) * 1024 + (chunk.charCodeAt(i + 1) - 56320);
        this.i = i + 2;
        if (final > 1114111) {
          this.fail("disallowed character.");
        }
        return final;
      }
      /**
       * Like ``getCode`` but with the return value normalized so that ``NL`` is
       * returned for ``NL_LIKE``.
       */
      getCodeNorm() {
        const c = this.getCode();
        return c === NL_LIKE ? NL : c;
      }
      unget() {
        this.i = this.prevI;
        this.column--;
      }
      /**
       * Capture characters into a buffer until encountering one of a set of
       * characters.
       *
       * @param chars An array of codepoints. Encountering a character in the array
       * ends the capture. (``chars`` may safely contain ``NL``.)
       *
       * @return The character code that made the capture end, or ``EOC`` if we hit
       * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
       * instead.
       */
      captureTo(chars) {
        let { i: start2 } = this;
        const { chunk } = this;
        while (true) {
          const c = this.getCode();
          const isNLLike = c === NL_LIKE;
          const final = isNLLike ? NL : c;
          if (final === EOC || chars.includes(final)) {
            this.text += chunk.slice(start2, this.prevI);
            return final;
          }
          if (isNLLike) {
            this.text += `${chunk.slice(start2, this.prevI)}
`;
            start2 = this.i;
          }
        }
      }
      /**
       * Capture characters into a buffer until encountering a character.
       *
       * @param char The codepoint that ends the capture. **NOTE ``char`` MAY NOT
       * CONTAIN ``NL``.** Passing ``NL`` will result in buggy behavior.
       *
       * @return ``true`` if we ran into the character. Otherwise, we ran into the
       * end of the current chunk.
       */
      captureToChar(char) {
        let { i: start2 } = this;
        const { chunk } = this;
        while (true) {
          let c = this.getCode();
          switch (c) {
            case NL_LIKE:
              this.text += `${chunk.slice(start2, this.prevI)}
`;
              start2 = this.i;
              c = NL;
              break;
            case EOC:
              this.text += chunk.slice(start2);
              return false;
            default:
          }
          if (c === char) {
            this.text += chunk.slice(start2, this.prevI);
            return true;
          }
        }
      }
      /**
       * Capture characters that satisfy ``isNameChar`` into the ``name`` field of
       * this parser.
       *
       * @return The character code that made the test fail, or ``EOC`` if we hit
       * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
       * instead.
       */
      captureNameChars() {
        const { chunk, i: start2 } = this;
        while (true) {
          const c = this.getCode();
          if (c === EOC) {
            this.name += chunk.slice(start2);
            return EOC;
          }
          if (!isNameChar(c)) {
            this.name += chunk.slice(start2, this.prevI);
            return c === NL_LIKE ? NL : c;
          }
        }
      }
      /**
       * Skip white spaces.
       *
       * @return The character that ended the skip, or ``EOC`` if we hit
       * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
       * instead.
       */
      skipSpaces() {
        while (true) {
          const c = this.getCodeNorm();
          if (c === EOC || !isS(c)) {
            return c;
          }
        }
      }
      setXMLVersion(version2) {
        this.currentXMLVersion = version2;
        if (version2 === "1.0") {
          this.isChar = isChar10;
          this.getCode = this.getCode10;
        } else {
          this.isChar = isChar11;
          this.getCode = this.getCode11;
        }
      }
      // STATE ENGINE METHODS
      // This needs to be a state separate from S_BEGIN_WHITESPACE because we want
      // to be sure never to come back to this state later.
      sBegin() {
        if (this.chunk.charCodeAt(0) === 65279) {
          this.i++;
          this.column++;
        }
        this.state = S_BEGIN_WHITESPACE;
      }
      sBeginWhitespace() {
        const iBefore = this.i;
        const c = this.skipSpaces();
        if (this.prevI !== iBefore) {
          this.xmlDeclPossible = false;
        }
        switch (c) {
          case LESS:
            this.state = S_OPEN_WAKA;
            if (this.text.length !== 0) {
              throw new Error("no-empty text at start");
            }
            break;
          case EOC:
            break;
          default:
            this.unget();
            this.state = S_TEXT;
            this.xmlDeclPossible = false;
        }
      }
      sDoctype() {
        var _a2;
        const c = this.captureTo(DOCTYPE_TERMINATOR);
        switch (c) {
          case GREATER2: {
            (_a2 = this.doctypeHandler) === null || _a2 === void 0 ? void 0 : _a2.call(this, this.text);
            this.text = "";
            this.state = S_TEXT;
            this.doctype = true;
            break;
          }
          case EOC:
            break;
          default:
            this.text += String.fromCodePoint(c);
            if (c === OPEN_BRACKET) {
              this.state = S_DTD;
            } else if (isQuote(c)) {
              this.state = S_DOCTYPE_QUOTE;
              this.q = c;
            }
        }
      }
      sDoctypeQuote() {
        const q = this.q;
        if (this.captureToChar(q)) {
          this.text += String.fromCodePoint(q);
          this.q = null;
          this.state = S_DOCTYPE;
        }
      }
      sDTD() {
        const c = this.captureTo(DTD_TERMINATOR);
        if (c === EOC) {
          return;
        }
        this.text += String.fromCodePoint(c);
        if (c === CLOSE_BRACKET) {
          this.state = S_DOCTYPE;
        } else if (c === LESS) {
          this.state = S_DTD_OPEN_WAKA;
        } else if (isQuote(c)) {
          this.state = S_DTD_QUOTED;
          this.q = c;
        }
      }
      sDTDQuoted() {
        const q = this.q;
        if (this.captureToChar(q)) {
          this.text += String.fromCodePoint(q);
          this.state = S_DTD;
          this.q = null;
        }
      }
      sDTDOpenWaka() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        switch (c) {
          case BANG2:
            this.state = S_DTD_OPEN_WAKA_BANG;
            this.openWakaBang = "";
            break;
          case QUESTION2:
            this.state = S_DTD_PI;
            break;
          default:
            this.state = S_DTD;
        }
      }
      sDTDOpenWakaBang() {
        const char = String.fromCodePoint(this.getCodeNorm());
        const owb = this.openWakaBang += char;
        this.text += char;
        if (owb !== "-") {
          this.state = owb === "--" ? S_DTD_COMMENT : S_DTD;
          this.openWakaBang = "";
        }
      }
      sDTDComment() {
        if (this.captureToChar(MINUS)) {
          this.text += "-";
          this.state = S_DTD_COMMENT_ENDING;
        }
      }
      sDTDCommentEnding() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        this.state = c === MINUS ? S_DTD_COMMENT_ENDED : S_DTD_COMMENT;
      }
      sDTDCommentEnded() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        if (c === GREATER2) {
          this.state = S_DTD;
        } else {
          this.fail("malformed comment.");
          this.state = S_DTD_COMMENT;
        }
      }
      sDTDPI() {
        if (this.captureToChar(QUESTION2)) {
          this.text += "?";
          this.state = S_DTD_PI_ENDING;
        }
      }
      sDTDPIEnding() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        if (c === GREATER2) {
          this.state = S_DTD;
        }
      }
      sText() {
        if (this.tags.length !== 0) {
          this.handleTextInRoot();
        } else {
          this.handleTextOutsideRoot();
        }
      }
      sEntity() {
        let { i: start2 } = this;
        const { chunk } = this;
        loop:
          while (true) {
            switch (this.getCode()) {
              case NL_LIKE:
                this.entity += `${chunk.slice(start2, this.prevI)}
`;
                start2 = this.i;
                break;
              case SEMICOLON: {
                const { entityReturnState } = this;
                const entity = this.entity + chunk.slice(start2, this.prevI);
                this.state = entityReturnState;
                let parsed2;
                if (entity === "") {
                  this.fail("empty entity name.");
                  parsed2 = "&;";
                } else {
                  parsed2 = this.parseEntity(entity);
                  this.entity = "";
                }
                if (entityReturnState !== S_TEXT || this.textHandler !== void 0) {
                  this.text += parsed2;
                }
                break loop;
              }
              case EOC:
                this.entity += chunk.slice(start2);
                break loop;
              default:
            }
          }
      }
      sOpenWaka() {
        const c = this.getCode();
        if (isNameStartChar(c)) {
          this.state = S_OPEN_TAG;
          this.unget();
          this.xmlDeclPossible = false;
        } else {
          switch (c) {
            case FORWARD_SLASH:
              this.state = S_CLOSE_TAG;
              this.xmlDeclPossible = false;
              break;
            case BANG2:
              this.state = S_OPEN_WAKA_BANG;
              this.openWakaBang = "";
              this.xmlDeclPossible = false;
              break;
            case QUESTION2:
              this.state = S_PI_FIRST_CHAR;
              break;
            default:
              this.fail("disallowed character in tag name");
              this.state = S_TEXT;
              this.xmlDeclPossible = false;
          }
        }
      }
      sOpenWakaBang() {
        this.openWakaBang += String.fromCodePoint(this.getCodeNorm());
        switch (this.openWakaBang) {
          case "[CDATA[":
            if (!this.sawRoot && !this.reportedTextBeforeRoot) {
              this.fail("text data outside of root node.");
              this.reportedTextBeforeRoot = true;
            }
            if (this.closedRoot && !this.reportedTextAfterRoot) {
              this.fail("text data outside of root node.");
              this.reportedTextAfterRoot = true;
            }
            this.state = S_CDATA;
            this.openWakaBang = "";
            break;
          case "--":
            this.state = S_COMMENT;
            this.openWakaBang = "";
            break;
          case "DOCTYPE":
            this.state = S_DOCTYPE;
            if (this.doctype || this.sawRoot) {
              this.fail("inappropriately located doctype declaration.");
            }
            this.openWakaBang = "";
            break;
          default:
            if (this.openWakaBang.length >= 7) {
              this.fail("incorrect syntax.");
            }
        }
      }
      sComment() {
        if (this.captureToChar(MINUS)) {
          this.state = S_COMMENT_ENDING;
        }
      }
      sCommentEnding() {
        var _a2;
        const c = this.getCodeNorm();
        if (c === MINUS) {
          this.state = S_COMMENT_ENDED;
          (_a2 = this.commentHandler) === null || _a2 === void 0 ? void 0 : _a2.call(this, this.text);
          this.text = "";
        } else {
          this.text += `-${String.fromCodePoint(c)}`;
          this.state = S_COMMENT;
        }
      }
      sCommentEnded() {
        const c = this.getCodeNorm();
        if (c !== GREATER2) {
          this.fail("malformed comment.");
          this.text += `--${String.fromCodePoint(c)}`;
          this.state = S_COMMENT;
        } else {
          this.state = S_TEXT;
        }
      }
      sCData() {
        if (this.captureToChar(CLOSE_BRACKET)) {
          this.state = S_CDATA_ENDING;
        }
      }
      sCDataEnding() {
        const c = this.getCodeNorm();
        if (c === CLOSE_BRACKET) {
          this.state = S_CDATA_ENDING_2;
        } else {
          this.text += `]${String.fromCodePoint(c)}`;
          this.state = S_CDATA;
        }
      }
      sCDataEnding2() {
        var _a2;
        const c = this.getCodeNorm();
        switch (c) {
          case GREATER2: {
            (_a2 = this.cdataHandler) === null || _a2 === void 0 ? void 0 : _a2.call(this, this.text);
            this.text = "";
            this.state = S_TEXT;
            break;
          }
          case CLOSE_BRACKET:
            this.text += "]";
            break;
          default:
            this.text += `]]${String.fromCodePoint(c)}`;
            this.state = S_CDATA;
        }
      }
      // We need this separate state to check the first character fo the pi target
      // with this.nameStartCheck which allows less characters than this.nameCheck.
      sPIFirstChar() {
        const c = this.getCodeNorm();
        if (this.nameStartCheck(c)) {
          this.piTarget += String.fromCodePoint(c);
          this.state = S_PI_REST;
        } else if (c === QUESTION2 || isS(c)) {
          this.fail("processing instruction without a target.");
          this.state = c === QUESTION2 ? S_PI_ENDING : S_PI_BODY;
        } else {
          this.fail("disallowed character in processing instruction name.");
          this.piTarget += String.fromCodePoint(c);
          this.state = S_PI_REST;
        }
      }
      sPIRest() {
        const { chunk, i: start2 } = this;
        while (true) {
          const c = this.getCodeNorm();
          if (c === EOC) {
            this.piTarget += chunk.slice(start2);
            return;
          }
          if (!this.nameCheck(c)) {
            this.piTarget += chunk.slice(start2, this.prevI);
            const isQuestion = c === QUESTION2;
            if (isQuestion || isS(c)) {
              if (this.piTarget === "xml") {
                if (!this.xmlDeclPossible) {
                  this.fail("an XML declaration must be at the start of the document.");
                }
                this.state = isQuestion ? S_XML_DECL_ENDING : S_XML_DECL_NAME_START;
              } else {
                this.state = isQuestion ? S_PI_ENDING : S_PI_BODY;
              }
            } else {
              this.fail("disallowed character in processing instruction name.");
              this.piTarget += String.fromCodePoint(c);
            }
            break;
          }
        }
      }
      sPIBody() {
        if (this.text.length === 0) {
          const c = this.getCodeNorm();
          if (c === QUESTION2) {
            this.state = S_PI_ENDING;
          } else if (!isS(c)) {
            this.text = String.fromCodePoint(c);
          }
        } else if (this.captureToChar(QUESTION2)) {
          this.state = S_PI_ENDING;
        }
      }
      sPIEnding() {
        var _a2;
        const c = this.getCodeNorm();
        if (c === GREATER2) {
          const { piTarget } = this;
          if (piTarget.toLowerCase() === "xml") {
            this.fail("the XML declaration must appear at the start of the document.");
          }
          (_a2 = this.piHandler) === null || _a2 === void 0 ? void 0 : _a2.call(this, {
            target: piTarget,
            body: this.text
          });
          this.piTarget = this.text = "";
          this.state = S_TEXT;
        } else if (c === QUESTION2) {
          this.text += "?";
        } else {
          this.text += `?${String.fromCodePoint(c)}`;
          this.state = S_PI_BODY;
        }
        this.xmlDeclPossible = false;
      }
      sXMLDeclNameStart() {
        const c = this.skipSpaces();
        if (c === QUESTION2) {
          this.state = S_XML_DECL_ENDING;
          return;
        }
        if (c !== EOC) {
          this.state = S_XML_DECL_NAME;
          this.name = String.fromCodePoint(c);
        }
      }
      sXMLDeclName() {
        const c = this.captureTo(XML_DECL_NAME_TERMINATOR);
        if (c === QUESTION2) {
          this.state = S_XML_DECL_ENDING;
          this.name += this.text;
          this.text = "";
          this.fail("XML declaration is incomplete.");
          return;
        }
        if (!(isS(c) || c === EQUAL)) {
          return;
        }
        this.name += this.text;
        this.text = "";
        if (!this.xmlDeclExpects.includes(this.name)) {
          switch (this.name.length) {
            case 0:
              this.fail("did not expect any more name/value pairs.");
              break;
            case 1:
              this.fail(`expected the name ${this.xmlDeclExpects[0]}.`);
              break;
            default:
              this.fail(`expected one of ${this.xmlDeclExpects.join(", ")}`);
          }
        }
        this.state = c === EQUAL ? S_XML_DECL_VALUE_START : S_XML_DECL_EQ;
      }
      sXMLDeclEq() {
        const c = this.getCodeNorm();
        if (c === QUESTION2) {
          this.state = S_XML_DECL_ENDING;
          this.fail("XML declaration is incomplete.");
          return;
        }
        if (isS(c)) {
          return;
        }
        if (c !== EQUAL) {
          this.fail("value required.");
        }
        this.state = S_XML_DECL_VALUE_START;
      }
      sXMLDeclValueStart() {
        const c = this.getCodeNorm();
        if (c === QUESTION2) {
          this.state = S_XML_DECL_ENDING;
          this.fail("XML declaration is incomplete.");
          return;
        }
        if (isS(c)) {
          return;
        }
        if (!isQuote(c)) {
          this.fail("value must be quoted.");
          this.q = SPACE3;
        } else {
          this.q = c;
        }
        this.state = S_XML_DECL_VALUE;
      }
      sXMLDeclValue() {
        const c = this.captureTo([this.q, QUESTION2]);
        if (c === QUESTION2) {
          this.state = S_XML_DECL_ENDING;
          this.text = "";
          this.fail("XML declaration is incomplete.");
          return;
        }
        if (c === EOC) {
          return;
        }
        const value = this.text;
        this.text = "";
        switch (this.name) {
          case "version": {
            this.xmlDeclExpects = ["encoding", "standalone"];
            const version2 = value;
            this.xmlDecl.version = version2;
            if (!/^1\.[0-9]+$/.test(version2)) {
              this.fail("version number must match /^1\\.[0-9]+$/.");
            } else if (!this.opt.forceXMLVersion) {
              this.setXMLVersion(version2);
            }
            break;
          }
          case "encoding":
            if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(value)) {
              this.fail("encoding value must match /^[A-Za-z0-9][A-Za-z0-9._-]*$/.");
            }
            this.xmlDeclExpects = ["standalone"];
            this.xmlDecl.encoding = value;
            break;
          case "standalone":
            if (value !== "yes" && value !== "no") {
              this.fail('standalone value must match "yes" or "no".');
            }
            this.xmlDeclExpects = [];
            this.xmlDecl.standalone = value;
            break;
          default:
        }
        this.name = "";
        this.state = S_XML_DECL_SEPARATOR;
      }
      sXMLDeclSeparator() {
        const c = this.getCodeNorm();
        if (c === QUESTION2) {
          this.state = S_XML_DECL_ENDING;
          return;
        }
        if (!isS(c)) {
          this.fail("whitespace required.");
          this.unget();
        }
        this.state = S_XML_DECL_NAME_START;
      }
      sXMLDeclEnding() {
        var _a2;
        const c = this.getCodeNorm();
        if (c === GREATER2) {
          if (this.piTarget !== "xml") {
            this.fail("processing instructions are not allowed before root.");
          } else if (this.name !== "version" && this.xmlDeclExpects.includes("version")) {
            this.fail("XML declaration must contain a version.");
          }
          (_a2 = this.xmldeclHandler) === null || _a2 === void 0 ? void 0 : _a2.call(this, this.xmlDecl);
          this.name = "";
          this.piTarget = this.text = "";
          this.state = S_TEXT;
        } else {
          this.fail("The character ? is disallowed anywhere in XML declarations.");
        }
        this.xmlDeclPossible = false;
      }
      sOpenTag() {
        var _a2;
        const c = this.captureNameChars();
        if (c === EOC) {
          return;
        }
        const tag = this.tag = {
          name: this.name,
          attributes: /* @__PURE__ */ Object.create(null)
        };
        this.name = "";
        if (this.xmlnsOpt) {
          this.topNS = tag.ns = /* @__PURE__ */ Object.create(null);
        }
        (_a2 = this.openTagStartHandler) === null || _a2 === void 0 ? void 0 : _a2.call(this, tag);
        this.sawRoot = true;
        if (!this.fragmentOpt && this.closedRoot) {
          this.fail("documents may contain only one root.");
        }
        switch (c) {
          case GREATER2:
            this.openTag();
            break;
          case FORWARD_SLASH:
            this.state = S_OPEN_TAG_SLASH;
            break;
          default:
            if (!isS(c)) {
              this.fail("disallowed character in tag name.");
            }
            this.state = S_ATTRIB;
        }
      }
      sOpenTagSlash() {
        if (this.getCode() === GREATER2) {
          this.openSelfClosingTag();
        } else {
          this.fail("forward-slash in opening tag not followed by >.");
          this.state = S_ATTRIB;
        }
      }
      sAttrib() {
        const c = this.skipSpaces();
        if (c === EOC) {
          return;
        }
        if (isNameStartChar(c)) {
          this.unget();
          this.state = S_ATTRIB_NAME;
        } else if (c === GREATER2) {
          this.openTag();
        } else if (c === FORWARD_SLASH) {
          this.state = S_OPEN_TAG_SLASH;
        } else {
          this.fail("disallowed character in attribute name.");
        }
      }
      sAttribName() {
        const c = this.captureNameChars();
        if (c === EQUAL) {
          this.state = S_ATTRIB_VALUE;
        } else if (isS(c)) {
          this.state = S_ATTRIB_NAME_SAW_WHITE;
        } else if (c === GREATER2) {
          this.fail("attribute without value.");
          this.pushAttrib(this.name, this.name);
          this.name = this.text = "";
          this.openTag();
        } else if (c !== EOC) {
          this.fail("disallowed character in attribute name.");
        }
      }
      sAttribNameSawWhite() {
        const c = this.skipSpaces();
        switch (c) {
          case EOC:
            return;
          case EQUAL:
            this.state = S_ATTRIB_VALUE;
            break;
          default:
            this.fail("attribute without value.");
            this.text = "";
            this.name = "";
            if (c === GREATER2) {
              this.openTag();
            } else if (isNameStartChar(c)) {
              this.unget();
              this.state = S_ATTRIB_NAME;
            } else {
              this.fail("disallowed character in attribute name.");
              this.state = S_ATTRIB;
            }
        }
      }
      sAttribValue() {
        const c = this.getCodeNorm();
        if (isQuote(c)) {
          this.q = c;
          this.state = S_ATTRIB_VALUE_QUOTED;
        } else if (!isS(c)) {
          this.fail("unquoted attribute value.");
          this.state = S_ATTRIB_VALUE_UNQUOTED;
          this.unget();
        }
      }
      sAttribValueQuoted() {
        const { q, chunk } = this;
        let { i: start2 } = this;
        while (true) {
          switch (this.getCode()) {
            case q:
              this.pushAttrib(this.name, this.text + chunk.slice(start2, this.prevI));
              this.name = this.text = "";
              this.q = null;
              this.state = S_ATTRIB_VALUE_CLOSED;
              return;
            case AMP:
              this.text += chunk.slice(start2, this.prevI);
              this.state = S_ENTITY;
              this.entityReturnState = S_ATTRIB_VALUE_QUOTED;
              return;
            case NL:
            case NL_LIKE:
            case TAB:
              this.text += `${chunk.slice(start2, this.prevI)} `;
              start2 = this.i;
              break;
            case LESS:
              this.text += chunk.slice(start2, this.prevI);
              this.fail("disallowed character.");
              return;
            case EOC:
              this.text += chunk.slice(start2);
              return;
            default:
          }
        }
      }
      sAttribValueClosed() {
        const c = this.getCodeNorm();
        if (isS(c)) {
          this.state = S_ATTRIB;
        } else if (c === GREATER2) {
          this.openTag();
        } else if (c === FORWARD_SLASH) {
          this.state = S_OPEN_TAG_SLASH;
        } else if (isNameStartChar(c)) {
          this.fail("no whitespace between attributes.");
          this.unget();
          this.state = S_ATTRIB_NAME;
        } else {
          this.fail("disallowed character in attribute name.");
        }
      }
      sAttribValueUnquoted() {
        const c = this.captureTo(ATTRIB_VALUE_UNQUOTED_TERMINATOR);
        switch (c) {
          case AMP:
            this.state = S_ENTITY;
            this.entityReturnState = S_ATTRIB_VALUE_UNQUOTED;
            break;
          case LESS:
            this.fail("disallowed character.");
            break;
          case EOC:
            break;
          default:
            if (this.text.includes("]]>")) {
              this.fail('the string "]]>" is disallowed in char data.');
            }
            this.pushAttrib(this.name, this.text);
            this.name = this.text = "";
            if (c === GREATER2) {
              this.openTag();
            } else {
              this.state = S_ATTRIB;
            }
        }
      }
      sCloseTag() {
        const c = this.captureNameChars();
        if (c === GREATER2) {
          this.closeTag();
        } else if (isS(c)) {
          this.state = S_CLOSE_TAG_SAW_WHITE;
        } else if (c !== EOC) {
          this.fail("disallowed character in closing tag.");
        }
      }
      sCloseTagSawWhite() {
        switch (this.skipSpaces()) {
          case GREATER2:
            this.closeTag();
            break;
          case EOC:
            break;
          default:
            this.fail("disallowed character in closing tag.");
        }
      }
      // END OF STATE ENGINE METHODS
      handleTextInRoot() {
        let { i: start2, forbiddenState } = this;
        const { chunk, textHandler: handler } = this;
        scanLoop:
          while (true) {
            switch (this.getCode()) {
              case LESS: {
                this.state = S_OPEN_WAKA;
                if (handler !== void 0) {
                  const { text: text3 } = this;
                  const slice = chunk.slice(start2, this.prevI);
                  if (text3.length !== 0) {
                    handler(text3 + slice);
                    this.text = "";
                  } else if (slice.length !== 0) {
                    handler(slice);
                  }
                }
                forbiddenState = FORBIDDEN_START;
                break scanLoop;
              }
              case AMP:
                this.state = S_ENTITY;
                this.entityReturnState = S_TEXT;
                if (handler !== void 0) {
                  this.text += chunk.slice(start2, this.prevI);
                }
                forbiddenState = FORBIDDEN_START;
                break scanLoop;
              case CLOSE_BRACKET:
                switch (forbiddenState) {
                  case FORBIDDEN_START:
                    forbiddenState = FORBIDDEN_BRACKET;
                    break;
                  case FORBIDDEN_BRACKET:
                    forbiddenState = FORBIDDEN_BRACKET_BRACKET;
                    break;
                  case FORBIDDEN_BRACKET_BRACKET:
                    break;
                  default:
                    throw new Error("impossible state");
                }
                break;
              case GREATER2:
                if (forbiddenState === FORBIDDEN_BRACKET_BRACKET) {
                  this.fail('the string "]]>" is disallowed in char data.');
                }
                forbiddenState = FORBIDDEN_START;
                break;
              case NL_LIKE:
                if (handler !== void 0) {
                  this.text += `${chunk.slice(start2, this.prevI)}
`;
                }
                start2 = this.i;
                forbiddenState = FORBIDDEN_START;
                break;
              case EOC:
                if (handler !== void 0) {
                  this.text += chunk.slice(start2);
                }
                break scanLoop;
              default:
                forbiddenState = FORBIDDEN_START;
            }
          }
        this.forbiddenState = forbiddenState;
      }
      handleTextOutsideRoot() {
        let { i: start2 } = this;
        const { chunk, textHandler: handler } = this;
        let nonSpace = false;
        outRootLoop:
          while (true) {
            const code = this.getCode();
            switch (code) {
              case LESS: {
                this.state = S_OPEN_WAKA;
                if (handler !== void 0) {
                  const { text: text3 } = this;
                  const slice = chunk.slice(start2, this.prevI);
                  if (text3.length !== 0) {
                    handler(text3 + slice);
                    this.text = "";
                  } else if (slice.length !== 0) {
                    handler(slice);
                  }
                }
                break outRootLoop;
              }
              case AMP:
                this.state = S_ENTITY;
                this.entityReturnState = S_TEXT;
                if (handler !== void 0) {
                  this.text += chunk.slice(start2, this.prevI);
                }
                nonSpace = true;
                break outRootLoop;
              case NL_LIKE:
                if (handler !== void 0) {
                  this.text += `${chunk.slice(start2, this.prevI)}
`;
                }
                start2 = this.i;
                break;
              case EOC:
                if (handler !== void 0) {
                  this.text += chunk.slice(start2);
                }
                break outRootLoop;
              default:
                if (!isS(code)) {
                  nonSpace = true;
                }
            }
          }
        if (!nonSpace) {
          return;
        }
        if (!this.sawRoot && !this.reportedTextBeforeRoot) {
          this.fail("text data outside of root node.");
          this.reportedTextBeforeRoot = true;
        }
        if (this.closedRoot && !this.reportedTextAfterRoot) {
          this.fail("text data outside of root node.");
          this.reportedTextAfterRoot = true;
        }
      }
      pushAttribNS(name, value) {
        var _a2;
        const { prefix, local } = this.qname(name);
        const attr2 = { name, prefix, local, value };
        this.attribList.push(attr2);
        (_a2 = this.attributeHandler) === null || _a2 === void 0 ? void 0 : _a2.call(this, attr2);
        if (prefix === "xmlns") {
          const trimmed = value.trim();
          if (this.currentXMLVersion === "1.0" && trimmed === "") {
            this.fail("invalid attempt to undefine prefix in XML 1.0");
          }
          this.topNS[local] = trimmed;
          nsPairCheck(this, local, trimmed);
        } else if (name === "xmlns") {
          const trimmed = value.trim();
          this.topNS[""] = trimmed;
          nsPairCheck(this, "", trimmed);
        }
      }
      pushAttribPlain(name, value) {
        var _a2;
        const attr2 = { name, value };
        this.attribList.push(attr2);
        (_a2 = this.attributeHandler) === null || _a2 === void 0 ? void 0 : _a2.call(this, attr2);
      }
      /**
       * End parsing. This performs final well-formedness checks and resets the
       * parser to a clean state.
       *
       * @returns this
       */
      end() {
        var _a2, _b2;
        if (!this.sawRoot) {
          this.fail("document must contain a root element.");
        }
        const { tags } = this;
        while (tags.length > 0) {
          const tag = tags.pop();
          this.fail(`unclosed tag: ${tag.name}`);
        }
        if (this.state !== S_BEGIN && this.state !== S_TEXT) {
          this.fail("unexpected end.");
        }
        const { text: text3 } = this;
        if (text3.length !== 0) {
          (_a2 = this.textHandler) === null || _a2 === void 0 ? void 0 : _a2.call(this, text3);
          this.text = "";
        }
        this._closed = true;
        (_b2 = this.endHandler) === null || _b2 === void 0 ? void 0 : _b2.call(this);
        this._init();
        return this;
      }
      /**
       * Resolve a namespace prefix.
       *
       * @param prefix The prefix to resolve.
       *
       * @returns The namespace URI or ``undefined`` if the prefix is not defined.
       */
      resolve(prefix) {
        var _a2, _b2;
        let uri = this.topNS[prefix];
        if (uri !== void 0) {
          return uri;
        }
        const { tags } = this;
        for (let index = tags.length - 1; index >= 0; index--) {
          uri = tags[index].ns[prefix];
          if (uri !== void 0) {
            return uri;
          }
        }
        uri = this.ns[prefix];
        if (uri !== void 0) {
          return uri;
        }
        return (_b2 = (_a2 = this.opt).resolvePrefix) === null || _b2 === void 0 ? void 0 : _b2.call(_a2, prefix);
      }
      /**
       * Parse a qname into its prefix and local name parts.
       *
       * @param name The name to parse
       *
       * @returns
       */
      qname(name) {
        const colon = name.indexOf(":");
        if (colon === -1) {
          return { prefix: "", local: name };
        }
        const local = name.slice(colon + 1);
        const prefix = name.slice(0, colon);
        if (prefix === "" || local === "" || local.includes(":")) {
          this.fail(`malformed name: ${name}.`);
        }
        return { prefix, local };
      }
      processAttribsNS() {
        var _a2;
        const { attribList } = this;
        const tag = this.tag;
        {
          const { prefix, local } = this.qname(tag.name);
          tag.prefix = prefix;
          tag.local = local;
          const uri = tag.uri = (_a2 = this.resolve(prefix)) !== null && _a2 !== void 0 ? _a2 : "";
          if (prefix !== "") {
            if (prefix === "xmlns") {
              this.fail('tags may not have "xmlns" as prefix.');
            }
            if (uri === "") {
              this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
              tag.uri = prefix;
            }
          }
        }
        if (attribList.length === 0) {
          return;
        }
        const { attributes } = tag;
        const seen = /* @__PURE__ */ new Set();
        for (const attr2 of attribList) {
          const { name, prefix, local } = attr2;
          let uri;
          let eqname;
          if (prefix === "") {
            uri = name === "xmlns" ? XMLNS_NAMESPACE : "";
            eqname = name;
          } else {
            uri = this.resolve(prefix);
            if (uri === void 0) {
              this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
              uri = prefix;
            }
            eqname = `{${uri}}${local}`;
          }
          if (seen.has(eqname)) {
            this.fail(`duplicate attribute: ${eqname}.`);
          }
          seen.add(eqname);
          attr2.uri = uri;
          attributes[name] = attr2;
        }
        this.attribList = [];
      }
      processAttribsPlain() {
        const { attribList } = this;
        const attributes = this.tag.attributes;
        for (const { name, value } of attribList) {
          if (attributes[name] !== void 0) {
            this.fail(`duplicate attribute: ${name}.`);
          }
          attributes[name] = value;
        }
        this.attribList = [];
      }
      /**
       * Handle a complete open tag. This parser code calls this once it has seen
       * the whole tag. This method checks for well-formeness and then emits
       * ``onopentag``.
       */
      openTag() {
        var _a2;
        this.processAttribs();
        const { tags } = this;
        const tag = this.tag;
        tag.isSelfClosing = false;
        (_a2 = this.openTagHandler) === null || _a2 === void 0 ? void 0 : _a2.call(this, tag);
        tags.push(tag);
        this.state = S_TEXT;
        this.name = "";
      }
      /**
       * Handle a complete self-closing tag. This parser code calls this once it has
       * seen the whole tag. This method checks for well-formeness and then emits
       * ``onopentag`` and ``onclosetag``.
       */
      openSelfClosingTag() {
        var _a2, _b2, _c;
        this.processAttribs();
        const { tags } = this;
        const tag = this.tag;
        tag.isSelfClosing = true;
        (_a2 = this.openTagHandler) === null || _a2 === void 0 ? void 0 : _a2.call(this, tag);
        (_b2 = this.closeTagHandler) === null || _b2 === void 0 ? void 0 : _b2.call(this, tag);
        const top = this.tag = (_c = tags[tags.length - 1]) !== null && _c !== void 0 ? _c : null;
        if (top === null) {
          this.closedRoot = true;
        }
        this.state = S_TEXT;
        this.name = "";
      }
      /**
       * Handle a complete close tag. This parser code calls this once it has seen
       * the whole tag. This method checks for well-formeness and then emits
       * ``onclosetag``.
       */
      closeTag() {
        const { tags, name } = this;
        this.state = S_TEXT;
        this.name = "";
        if (name === "") {
          this.fail("weird empty close tag.");
          this.text += "</>";
          return;
        }
        const handler = this.closeTagHandler;
        let l = tags.length;
        while (l-- > 0) {
          const tag = this.tag = tags.pop();
          this.topNS = tag.ns;
          handler === null || handler === void 0 ? void 0 : handler(tag);
          if (tag.name === name) {
            break;
          }
          this.fail("unexpected close tag.");
        }
        if (l === 0) {
          this.closedRoot = true;
        } else if (l < 0) {
          this.fail(`unmatched closing tag: ${name}.`);
          this.text += `</${name}>`;
        }
      }
      /**
       * Resolves an entity. Makes any necessary well-formedness checks.
       *
       * @param entity The entity to resolve.
       *
       * @returns The parsed entity.
       */
      parseEntity(entity) {
        if (entity[0] !== "#") {
          const defined2 = this.ENTITIES[entity];
          if (defined2 !== void 0) {
            return defined2;
          }
          this.fail(this.isName(entity) ? "undefined entity." : "disallowed character in entity name.");
          return `&${entity};`;
        }
        let num = NaN;
        if (entity[1] === "x" && /^#x[0-9a-f]+$/i.test(entity)) {
          num = parseInt(entity.slice(2), 16);
        } else if (/^#[0-9]+$/.test(entity)) {
          num = parseInt(entity.slice(1), 10);
        }
        if (!this.isChar(num)) {
          this.fail("malformed character entity.");
          return `&${entity};`;
        }
        return String.fromCodePoint(num);
      }
    };
    exports.SaxesParser = SaxesParser2;
  }
});

// packages/cli/src/bench/cases/documents.ts
import { createHash as createHash3, createPrivateKey as createPrivateKey3, sign as sign2 } from "node:crypto";

// packages/core/src/uuid.ts
var defaultRandom = (n) => globalThis.crypto.getRandomValues(new Uint8Array(n));
function uuidV4(random = defaultRandom) {
  const bytes = Uint8Array.from(random(16));
  bytes[6] = (bytes[6] ?? 0) & 15 | 64;
  bytes[8] = (bytes[8] ?? 0) & 63 | 128;
  const hex2 = Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
  return `${hex2.slice(0, 8)}-${hex2.slice(8, 12)}-${hex2.slice(12, 16)}-${hex2.slice(16, 20)}-${hex2.slice(20, 32)}`;
}
function isUuid(text3) {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text3);
}
function uuidUrn(uuid) {
  return `urn:uuid:${uuid.toLowerCase()}`;
}

// packages/core/src/coded.ts
function sameCode(a, b) {
  return a.code === b.code && a.codeSystem === b.codeSystem;
}

// packages/nomenclatures/src/associations/ass-a11.ts
var assA11 = {
  "1.2.250.1.213.1.1.1.5.1": {
    code: "urn:asip:ci-sis:cse-cs8:2017",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Certificat de sant\xE9 du 8\xE8me jour de l'enfant",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.5.2": {
    code: "urn:asip:ci-sis:cse-cs9:2017",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Certificat de sant\xE9 du 9\xE8me mois de l'enfant",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.5.3": {
    code: "urn:asip:ci-sis:cse-cs24:2017",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Certificat de sant\xE9 du 24\xE8me mois de l'enfant",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.5.4": {
    code: "urn:ans:ci-sis:cse-mde:2023",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Mesures de signes vitaux",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.8": {
    code: "urn:asip:ci-sis:frcp:2011",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Fiche de r\xE9union de concertation pluridisciplinaire",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.9": {
    code: "urn:asip:ci-sis:idap:2011",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Information et directives anticip\xE9es du patient",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.10": {
    code: "urn:asip:ci-sis:cva:2017",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Carnet de vaccination \xE9lectronique",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.12.1": {
    code: "urn:asip:ci-sis:obp-sap:2023",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Synth\xE8se antepartum",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.12.2": {
    code: "urn:asip:ci-sis:obp-snm:2023",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Synth\xE8se Salle de Naissance M\xE8re",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.12.3": {
    code: "urn:asip:ci-sis:obp-sne:2023",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Synth\xE8se Salle de Naissance Enfant",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.12.4": {
    code: "urn:asip:ci-sis:obp-scm:2023",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Synth\xE8se Suites de Couches M\xE8re",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.12.5": {
    code: "urn:asip:ci-sis:obp-sem:2023",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Synth\xE8se Enfant en Maternit\xE9",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.13": {
    code: "urn:asip:ci-sis:vsm:2012",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Synth\xE8se m\xE9dicale",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.15": {
    code: "urn:asip:ci-sis:aunv:2013",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Fiche d'admission en unit\xE9 neuro-vasculaire",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.16": {
    code: "urn:asip:ci-sis:eunv:2013",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Fiche d'\xE9pisode de soin en unit\xE9 neuro-vasculaire",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.17": {
    code: "urn:asip:ci-sis:sunv:2013",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Fiche de sortie d'unit\xE9 neuro-vasculaire",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.18": {
    code: "urn:asip:ci-sis:crrtn:2013",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Compte-rendu de r\xE9tinographie",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.2.1.1": {
    code: "urn:asip:ci-sis:avk:2009",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Fiche patient \xE0 risque en cardiologie - Traitement AVK",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.2.1.2": {
    code: "urn:asip:ci-sis:tap:2009",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Fiche patient \xE0 risque en cardiologie - Traitement antiagr\xE9gant plaquettaire, stent",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.2.1.3": {
    code: "urn:asip:ci-sis:dci:2009",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Fiche patient \xE0 risque en cardiologie - D\xE9fibrillateur cardiaque interne",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.2.1.4": {
    code: "urn:asip:ci-sis:psc:2009",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Fiche patient \xE0 risque en cardiologie - Porteur d'un stimulateur cardiaque",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.2.1.5": {
    code: "urn:asip:ci-sis:ppv:2009",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Fiche patient \xE0 risque en cardiologie - Porteur d'une proth\xE8se valvulaire",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.20": {
    code: "urn:asip:ci-sis:pps-paerpa:2017",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Plan Personnalis\xE9 de Sant\xE9 - PAERPA",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.21": {
    code: "urn:asip:ci-sis:ldl-ees:2017",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Lettre de Liaison \xE0 l'entr\xE9e d'un \xE9tablissement de sant\xE9",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.22": {
    code: "urn:asip:ci-sis:dlu:2015",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Document de liaison d'urgence",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.23": {
    code: "urn:asip:ci-sis:fludt:2017",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Fiche de liaison d'urgence - Transfert de l'EHPAD vers les urgences",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.24": {
    code: "urn:asip:ci-sis:fludr:2017",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Fiche de liaison d'urgence - Retour des urgences vers l'EHPAD",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.25": {
    code: "urn:asip:ci-sis:pavc:2016",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Compte-rendu de consultation d'\xE9valuation pluri-professionnelle post AVC",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.26": {
    code: "urn:asip:ci-sis:pps-cancer:2017",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Programme Personnalis\xE9 de Soins - Cancer",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.27": {
    code: "urn:asip:ci-sis:d2lm-fin:2017",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Seconde lecture de mammographie - Fiche d'interpr\xE9tation nationale",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.28": {
    code: "urn:asip:ci-sis:d2lm-fidd:2017",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Seconde lecture de mammographie - Fiche d'interpr\xE9tation du bilan de diagnostic diff\xE9r\xE9",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.29": {
    code: "urn:asip:ci-sis:ldl-ses:2017",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Lettre de Liaison \xE0 la sortie de l'\xE9tablissement de sant\xE9",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.30": {
    code: "urn:asip:ci-sis:sdm-mr:2017",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Set de Donn\xE9es Minimum - Maladies Rares",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.32": {
    code: "urn:asip:ci-sis:crgm:2018",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Compte rendu de g\xE9n\xE9tique mol\xE9culaire",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.36": {
    code: "urn:asip:ci-sis:hr:2019",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Donn\xE9es de remboursement",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.37": {
    code: "urn:asip:ci-sis:vac:2019",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Historique des vaccinations",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.38": {
    code: "urn:asip:ci-sis:tlm-da:2020",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Demande d'acte de t\xE9l\xE9m\xE9decine",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.40": {
    code: "urn:asip:ci-sis:cr-anest:2020",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Compte rendu d'anesth\xE9sie",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.41": {
    code: "urn:asip:ci-sis:cr-cpa:2020",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Compte rendu de consultation pr\xE9-anesth\xE9sique",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.46": {
    code: "urn:asip:ci-sis:vac-note:2021",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Note de vaccination",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.47": {
    code: "urn:ans:ci-sis:img-da:2022",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Demande d'actes d'imagerie",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.48": {
    code: "urn:asip:ci-sis:dlu-dlu-dom:2022",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Document de liaison d'urgence DOM",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.49": {
    code: "urn:asip:ci-sis:dlu-fludt-dom:2022",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Fiche de liaison d'urgence - Transfert du domicile vers les urgences",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.50": {
    code: "urn:asip:ci-sis:dlu-fludr-dom:2022",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Fiche de liaison d'urgence - Retour des urgences vers le domicile",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.52": {
    code: "urn:ans:ci-sis:bio-ep-bio:2022",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Prescription d'actes de biologie m\xE9dicale",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.58": {
    code: "urn:asip:ci-sis:export-dui:2023",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Export du Dossier Usager informatis\xE9",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.56": {
    code: "urn:asip:ci-sis:ppp:2023",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "Plan personnalis\xE9 de pr\xE9vention",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.39": {
    code: "urn:ihe:pharm:pre:2010",
    system: "1.3.6.1.4.1.19376.1.2.3",
    label: "Prescription de m\xE9dicaments",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.54": {
    code: "urn:ihe:pharm:dis:2010",
    system: "1.3.6.1.4.1.19376.1.2.3",
    label: "Dispensation m\xE9dicamenteuse",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.42": {
    code: "urn:ihe:eyecare:geneyeevalcn:2014",
    system: "1.3.6.1.4.1.19376.1.2.3",
    label: "CR de consultation en ophtalmologie",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.43": {
    code: "urn:ihe:eyecare:geneyeevalcn:2014",
    system: "1.3.6.1.4.1.19376.1.2.3",
    label: "CR de consultation en ophtalmologie",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.44": {
    code: "urn:ihe:eyecare:geneyeevalcn:2014",
    system: "1.3.6.1.4.1.19376.1.2.3",
    label: "CR de consultation en ophtalmologie",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.45": {
    code: "urn:ihe:rad:CDA:ImagingReportStructuredHeadings:2013",
    system: "1.3.6.1.4.1.19376.1.2.3",
    label: "Compte-rendu d'imagerie m\xE9dicale",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.55": {
    code: "urn:ihe:lab:xd-lab:2008",
    system: "1.3.6.1.4.1.19376.1.2.3",
    label: "Compte rendu structur\xE9 d'examens de biologie m\xE9dicale",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.57": {
    code: "urn:ihe:palm:apsr:2016",
    system: "1.3.6.1.4.1.19376.1.2.3",
    label: "CR d'anatomie et de cytologie pathologiques",
    status: "active"
  },
  "1.2.250.1.213.1.1.1.51": {
    code: "urn:ihe:pcc:ips:2020",
    system: "1.3.6.1.4.1.19376.1.2.3",
    label: "Synth\xE8se m\xE9dicale",
    status: "active"
  },
  "1.2.250.1.213.1.11.1.19.1": {
    code: "urn:ans:ci-sis:mso-rougeole:2026",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "D\xE9claration de maladie \xE0 signalement obligatoire : Rougeole",
    status: "active"
  },
  "1.2.250.1.213.1.11.1.19.2": {
    code: "urn:ans:ci-sis:mso-dengue:2026",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "D\xE9claration de maladie \xE0 signalement obligatoire : Dengue",
    status: "active"
  },
  "1.2.250.1.213.1.11.1.19.3": {
    code: "urn:ans:ci-sis:mso-chikungunya:2026",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "D\xE9claration de maladie \xE0 signalement obligatoire : Chikungunya",
    status: "active"
  },
  "1.2.250.1.213.1.11.1.19.4": {
    code: "urn:ans:ci-sis:mso-zika:2026",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "D\xE9claration de maladie \xE0 signalement obligatoire : Zika",
    status: "active"
  },
  "1.2.250.1.213.1.11.1.19.5": {
    code: "urn:ans:ci-sis:mso-westnile:2026",
    system: "1.2.250.1.213.1.1.4.2.282",
    label: "D\xE9claration de maladie \xE0 signalement obligatoire : West Nile",
    status: "active"
  },
  "1.3.6.1.4.1.19376.1.3.3": {
    code: "urn:ihe:lab:xd-lab:2008",
    system: "1.3.6.1.4.1.19376.1.2.3",
    label: "Compte rendu structur\xE9 d'examens de biologie m\xE9dicale",
    status: "active"
  }
};

// packages/nomenclatures/src/associations/ass-a12.ts
var assA12 = {
  "application/pdf": {
    code: "urn:ihe:iti:xds-sd:pdf:2008",
    system: "1.3.6.1.4.1.19376.1.2.3",
    label: "Document \xE0 corps non structur\xE9 en Pdf/A-1",
    status: "active"
  },
  "text/plain": {
    code: "urn:ihe:iti:xds-sd:text:2008",
    system: "1.3.6.1.4.1.19376.1.2.3",
    label: "Document \xE0 corps non structur\xE9 en texte brut",
    status: "active"
  },
  "text/rtf": {
    code: "urn:ihe:iti-fr:xds-sd:rtf:2010",
    system: "1.3.6.1.4.1.19376.1.2.3",
    label: "Document \xE0 corps non structur\xE9 en format rtf",
    status: "active"
  },
  "image/jpeg": {
    code: "urn:ihe:iti-fr:xds-sd:jpeg:2010",
    system: "1.3.6.1.4.1.19376.1.2.3",
    label: "Document \xE0 corps non structur\xE9 en format jpeg",
    status: "active"
  },
  "image/tiff": {
    code: "urn:ihe:iti-fr:xds-sd:tiff:2010",
    system: "1.3.6.1.4.1.19376.1.2.3",
    label: "Document \xE0 corps non structur\xE9 en format tiff",
    status: "active"
  }
};

// packages/nomenclatures/src/ass-a11.ts
function formatOf(templateId, more = {}) {
  return own(more, templateId) ?? own(assA11, templateId);
}
function n1FormatOf(mediaType) {
  return own(assA12, mediaType.toLowerCase());
}
var FORMAT_OUTSIDE_MODELS = {
  code: "urn:asipSante:modelesHorsProfils:2011",
  system: "1.2.250.1.213.1.1.4.2.282",
  label: "Document non r\xE9f\xE9renc\xE9 IHE ou CI-SIS",
  status: "active"
};
function own(table3, key) {
  return Object.hasOwn(table3, key) ? table3[key] : void 0;
}

// packages/nomenclatures/src/lookup.ts
function findConcept(set2, code, system) {
  return set2.concepts.find((concept) => concept.code === code && (system === void 0 || concept.system === system));
}
function isMember(set2, code, system) {
  return set2.concepts.some(
    (concept) => concept.code === code && (system === void 0 || concept.system === system) && concept.status === "active"
  );
}
function toCoded(concept) {
  const coded5 = { code: concept.code, codeSystem: concept.system, displayName: concept.label };
  return concept.systemName === void 0 ? coded5 : { ...coded5, codeSystemName: concept.systemName };
}

// packages/documents/src/xds/codes.ts
var CONFIDENTIALITY = "2.16.840.1.113883.5.25";
var MASKS = "1.2.250.1.213.1.1.4.13";
var LEVELS = { N: "Normal", R: "Restreint", V: "Tr\xE8s restreint" };
var VISIBILITY_CODES = {
  maskedFromProfessionals: {
    code: "MASQUE_PS",
    codeSystem: MASKS,
    displayName: "Masqu\xE9 aux professionnels de sant\xE9"
  },
  hiddenFromPatient: { code: "INVISIBLE_PATIENT", codeSystem: MASKS, displayName: "Non visible par le patient" },
  hiddenFromLegalRepresentatives: {
    code: "INVISIBLE_REPRESENTANTS_LEGAUX",
    codeSystem: MASKS,
    displayName: "Non visible par les repr\xE9sentants l\xE9gaux du patient"
  }
};
function confidentialityCodes(level, visibility = {}) {
  const code = level ?? "N";
  const displayName = Object.hasOwn(LEVELS, code) ? LEVELS[code] : code;
  const first2 = { code, codeSystem: CONFIDENTIALITY, displayName };
  const { maskedFromProfessionals, hiddenFromPatient, hiddenFromLegalRepresentatives } = VISIBILITY_CODES;
  return [
    first2,
    ...visibility.maskedFromProfessionals ? [maskedFromProfessionals] : [],
    ...visibility.hiddenFromPatient ? [hiddenFromPatient] : [],
    ...visibility.hiddenFromLegalRepresentatives ? [hiddenFromLegalRepresentatives] : []
  ];
}
var MODEL_TEMPLATES = {
  vsm: "1.2.250.1.213.1.1.1.13",
  "cr-bio": "1.2.250.1.213.1.1.1.55",
  "ldl-ses": "1.2.250.1.213.1.1.1.29",
  "cse-mde": "1.2.250.1.213.1.1.1.5.4"
};
function structuredFormat(templates, formats) {
  for (const template of templates) {
    const found = formatOf(template, formats);
    if (found !== void 0) return { format: toCoded(found), known: true };
  }
  return { format: toCoded(FORMAT_OUTSIDE_MODELS), known: false };
}
function modelFormat(model, formats) {
  return structuredFormat([MODEL_TEMPLATES[model]], formats);
}
function unstructuredFormat(mediaType) {
  const found = n1FormatOf(mediaType);
  return found === void 0 ? void 0 : toCoded(found);
}
var SIGNATURE_CODES = {
  classCode: { code: "urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1", codeSystem: "URN", displayName: "Digital Signature" },
  typeCode: { code: "E1762", codeSystem: "ASTM", displayName: "Full Document" },
  formatCode: {
    code: "http://www.w3.org/2000/09/xmldsig#",
    codeSystem: "URN",
    displayName: "Default Signature Style"
  },
  event: { code: "1.2.840.10065.1.12.1.14", codeSystem: "1.2.840.10065.1.12", displayName: "Source" }
};
function isSignatureEntry(entry2) {
  return entry2.classCode.code === SIGNATURE_CODES.classCode.code;
}
function plainCode({ code, codeSystem, displayName }) {
  return { code, codeSystem, displayName };
}
function eventsOf(acts, more = []) {
  const out = [];
  for (const code of [...acts, ...more]) if (!out.some((item) => sameCode(item, code))) out.push(plainCode(code));
  return out;
}

// packages/core/src/finding.ts
function finding(rule, severity, path = [], params = {}, ref) {
  return ref ? { rule, severity, path, params, ref } : { rule, severity, path, params };
}
function hasErrors(findings) {
  return findings.some((f) => f.severity === "error");
}
function checked(value, findings) {
  return hasErrors(findings) ? { ok: false, findings } : { ok: true, value, findings };
}
function under(prefix, findings) {
  return findings.map((f) => ({ ...f, path: [...prefix, ...f.path] }));
}

// packages/core/src/redact.ts
var HIDDEN = "\u2022\u2022\u2022";
var XML_ELEMENTS = [
  "NomNaissance",
  "NomUsage",
  "NomUtilise",
  "NomPatronymique",
  "Nom",
  "Prenom",
  "Prenoms",
  "ListePrenom",
  "PrenomUtilise",
  "DateNaissance",
  "LieuNaissance",
  "DateNai",
  "NumIdentifiant",
  "Cle",
  "MatriculeIndividu",
  "MatriculeOD",
  "Nir",
  "NumSerieCarte",
  "name",
  "family",
  "given",
  "county",
  "Password",
  "Signature",
  "SignatureValue",
  "X509Certificate"
].join("|");
var JSON_KEYS = [
  "nomNaissance",
  "nomUtilise",
  "nomUsage",
  "listePrenoms",
  "listePrenom",
  "premierPrenom",
  "prenoms",
  "prenom",
  "prenomUtilise",
  "dateNaissance",
  "lieuNaissance",
  "matricule",
  "family",
  "given",
  "birthDate",
  "password",
  "passphrase",
  "client_secret",
  "access_token",
  "refresh_token",
  "id_token",
  "privateKey"
].join("|");
var PATTERNS = [
  [/-----BEGIN [A-Z0-9 ]{1,40}-----[\s\S]*?(?:-----END [A-Z0-9 ]{1,40}-----|$)/g, `[PEM ${HIDDEN}]`],
  [new RegExp(`<((?:[A-Za-z0-9_-]{1,40}:)?(?:${XML_ELEMENTS}))((?:\\s[^<>]{0,400})?)>[^<]+`, "g"), `<$1$2>${HIDDEN}`],
  [
    new RegExp(`"(${JSON_KEYS})"(\\s{0,8}:\\s{0,8})(?:"(?:[^"\\\\]|\\\\.)*(?:"|$)|\\[[^\\]]*(?:\\]|$))`, "g"),
    `"$1"$2"${HIDDEN}"`
  ],
  [/\b(password|passphrase|client_secret|access_token|refresh_token|id_token)=[^\s&;,]+/gi, `$1=${HIDDEN}`],
  [/\bPID(?:-\d{1,2})?\|[^\r\n<]*/g, `PID|${HIDDEN}`],
  [/\b(Bearer|Basic|DPoP)\s{1,8}[A-Za-z0-9._~+/=-]+/gi, `$1 ${HIDDEN}`],
  [/(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*){0,3}/g, `[JWT ${HIDDEN}]`],
  [/[A-Za-z0-9._%+-]{1,64}@patient\.mssante\.fr/gi, `${HIDDEN}@patient.mssante.fr`],
  // Datamatrix INS: the matricule follows its block identifier, whose digit would hide its beginning.
  [/S1[0-9]{5}(?:[0-9]{2}|2[AB])[0-9]{8}/gi, `S1${HIDDEN}`],
  // Matricule with or without its key, bare or grouped. Runs of 14 digits are left: SIRET and HL7 timestamps.
  [/(?<![0-9])[0-9]{5}(?:[0-9]{2}|2[AB])[0-9]{6}(?:[0-9]{2})?(?![0-9])/gi, HIDDEN],
  [/(?<![0-9])[0-9]{16,}/g, HIDDEN],
  [
    /(?<![0-9])[0-9][ .\u00a0\u202f-][0-9]{2}[ .\u00a0\u202f-][0-9]{2}[ .\u00a0\u202f-](?:[0-9]{2}|2[AB])[ .\u00a0\u202f-][0-9]{3}[ .\u00a0\u202f-][0-9]{3}(?:[ .\u00a0\u202f-][0-9]{2})?(?![0-9])/gi,
    HIDDEN
  ]
];
function redact(text3) {
  let result = text3;
  for (const [pattern, replacement] of PATTERNS) result = result.replace(pattern, replacement);
  return result;
}

// packages/core/src/error.ts
var brand = /* @__PURE__ */ Symbol.for("@socle-sante/core/SocleError");
var SocleError = class extends Error {
  code;
  service;
  retryable;
  audience;
  userMessage;
  findings;
  constructor(init, defaults) {
    super(redact(init.message), init.cause === void 0 ? void 0 : { cause: redactCause(init.cause, 0) });
    this.code = init.code;
    this.service = init.service;
    this.retryable = init.retryable ?? false;
    this.audience = init.audience ?? defaults.audience;
    const text3 = init.userMessage ?? defaults.text;
    this.userMessage = { fr: redactText(text3.fr), en: redactText(text3.en) };
    this.findings = (init.findings ?? []).map(redactFinding);
    if (init.officialCode !== void 0) this.officialCode = redact(init.officialCode);
    if (init.retryAfterMs !== void 0) this.retryAfterMs = init.retryAfterMs;
    if (init.messageId !== void 0) this.messageId = redact(init.messageId);
    if (init.httpStatus !== void 0) this.httpStatus = init.httpStatus;
    hidden(this, brand, true);
    hidden(this, "name", new.target.name);
    if (init.raw !== void 0) hidden(this, "raw", init.raw);
  }
  /** Safe to log and to send: no raw exchange, no cause, no stack. */
  toJSON() {
    return {
      name: this.name,
      origin: this.origin,
      code: this.code,
      service: this.service,
      message: this.message,
      ...this.officialCode === void 0 ? {} : { officialCode: this.officialCode },
      retryable: this.retryable,
      ...this.retryAfterMs === void 0 ? {} : { retryAfterMs: this.retryAfterMs },
      audience: this.audience,
      userMessage: this.userMessage,
      findings: this.findings,
      ...this.messageId === void 0 ? {} : { messageId: this.messageId },
      ...this.httpStatus === void 0 ? {} : { httpStatus: this.httpStatus }
    };
  }
};
var SocleArgumentError = class extends SocleError {
  origin = "argument";
  constructor(init) {
    super(init, { audience: "vendor", text: texts.argument });
  }
};
var SocleUnreachableError = class extends SocleError {
  origin = "unreachable";
  constructor(init) {
    super(init, { audience: "admin", text: texts.unreachable });
  }
};
var SocleRefusedError = class extends SocleError {
  origin = "refused";
  constructor(init) {
    super(init, { audience: "user", text: texts.refused });
  }
};
var SocleAnswerError = class extends SocleError {
  origin = "answer";
  constructor(init) {
    super(init, { audience: "vendor", text: texts.answer });
  }
};
function isSocleError(e) {
  return typeof e === "object" && e !== null && e[brand] === true;
}
function hidden(target, key, value) {
  Object.defineProperty(target, key, { value, enumerable: false, configurable: true, writable: true });
}
function redactText(text3) {
  return { title: redact(text3.title), action: redact(text3.action) };
}
function redactFinding(f) {
  const params = Object.fromEntries(
    Object.entries(f.params).map(([name, value]) => [name, typeof value === "string" ? redact(value) : value])
  );
  return { ...f, params };
}
function redactCause(cause, depth) {
  if (isSocleError(cause) || depth > 4) return isSocleError(cause) ? cause : void 0;
  if (!(cause instanceof Error)) return typeof cause === "string" ? redact(cause) : void 0;
  const next = cause.cause === void 0 ? void 0 : { cause: redactCause(cause.cause, depth + 1) };
  const copy = new Error(redact(cause.message), next);
  hidden(copy, "name", cause.name);
  if (typeof cause.stack === "string") hidden(copy, "stack", redact(cause.stack));
  const code = cause.code;
  if (typeof code === "string") hidden(copy, "code", redact(code));
  return copy;
}
var texts = {
  argument: {
    fr: { title: "La demande est incorrecte", action: "Corrigez les informations signal\xE9es puis recommencez." },
    en: { title: "The request is not correct", action: "Correct what is pointed out, then try again." }
  },
  unreachable: {
    fr: {
      title: "Le service ne r\xE9pond pas",
      action: "Recommencez plus tard ; si cela dure, pr\xE9venez votre administrateur."
    },
    en: { title: "The service does not answer", action: "Try again later; if it lasts, tell your administrator." }
  },
  refused: {
    fr: {
      title: "Le service a refus\xE9 la demande",
      action: "V\xE9rifiez les informations saisies ou contactez votre support."
    },
    en: { title: "The service refused the request", action: "Check what was entered, or contact your support." }
  },
  answer: {
    fr: {
      title: "La r\xE9ponse du service est inutilisable",
      action: "Rien n\u2019a \xE9t\xE9 enregistr\xE9. Contactez votre support."
    },
    en: { title: "The answer of the service cannot be used", action: "Nothing was recorded. Contact your support." }
  },
  unsupported: {
    fr: { title: "Cette fonction n\u2019est pas disponible", action: "Contactez votre support." },
    en: { title: "This function is not available", action: "Contact your support." }
  }
};

// packages/core/src/matricule.ts
var STRUCTURE = /^[0-9]{5}(?:[0-9]{2}|2[AB])[0-9]{8}$/;
var WITHOUT_KEY = /^[0-9]{5}(?:[0-9]{2}|2[AB])[0-9]{6}$/;
function computeMatriculeKey(nir13) {
  const upper = nir13.toUpperCase();
  if (!WITHOUT_KEY.test(upper)) return "";
  const digits = upper.replace("2A", "19").replace("2B", "18");
  return String(97 - Number(digits) % 97).padStart(2, "0");
}
function validateMatricule(input, options = {}) {
  const path = options.path ?? [];
  const m = clean(input);
  if (!STRUCTURE.test(m)) {
    return WITHOUT_KEY.test(m) ? [finding("ins.matricule.keyMissing", "error", path)] : [finding("ins.matricule.format", "error", path, { length: m.length })];
  }
  const found = [];
  const expected = computeMatriculeKey(m.slice(0, 13));
  const key = m.slice(13);
  if (key !== expected)
    found.push(finding("ins.matricule.key", options.key ?? "error", path, { expected, found: key }));
  const warn = (wrong, name, value) => {
    if (wrong) found.push(finding(`ins.matricule.${name}`, "warning", path, { value }));
  };
  warn(/[0569]/.test(m.slice(0, 1)), "sex", m.slice(0, 1));
  warn(/00|1[3-9]/.test(m.slice(3, 5)), "month", m.slice(3, 5));
  warn(m.slice(5, 7) === "00", "department", "00");
  warn(m.slice(7, 10) === "000", "commune", "000");
  warn(m.slice(10, 13) === "000", "order", "000");
  return found;
}
function parseMatricule(input, options) {
  return checked(clean(input), validateMatricule(input, options));
}
function isMatricule(input) {
  return STRUCTURE.test(input) && computeMatriculeKey(input.slice(0, 13)) === input.slice(13);
}
function clean(input) {
  return typeof input === "string" ? input.replace(/\s/g, "").toUpperCase() : "";
}

// packages/core/src/oid.ts
var OID = /^(?:[01]\.(?:0|[1-9]|[1-3][0-9])|2\.(?:0|[1-9][0-9]*))(?:\.(?:0|[1-9][0-9]*))*$/;
function isOid(text3) {
  return text3.length <= 128 && OID.test(text3);
}

// packages/core/src/ins-identifier.ts
var INS_OIDS = {
  nir: "1.2.250.1.213.1.4.8",
  nia: "1.2.250.1.213.1.4.9",
  nirTest: "1.2.250.1.213.1.4.10",
  nirDemo: "1.2.250.1.213.1.4.11"
};
var REFUSED_OIDS = {
  "1.2.250.1.213.1.4.2": "insC",
  "1.2.250.1.213.1.4.6": "insC",
  "1.2.250.1.213.1.4.13": "nss",
  "1.2.250.1.213.1.4.14": "nss"
};
var TABLE = {
  [INS_OIDS.nir]: { nature: "NIR", kind: "production", fhirCode: "INS-NIR", fhirUse: "official" },
  [INS_OIDS.nia]: { nature: "NIA", kind: "production", fhirCode: "INS-NIA", fhirUse: "temp" },
  [INS_OIDS.nirTest]: { nature: "NIR", kind: "test", fhirCode: "INS-NIR-TEST", fhirUse: "official" },
  [INS_OIDS.nirDemo]: { nature: "NIR", kind: "demo", fhirCode: "INS-NIR-DEMO", fhirUse: "official" }
};
var REFS = {
  oid: { document: "ANS, liste des OID des autorit\xE9s d\u2019affectation des INS" },
  hl7v2: { document: "IHE PAM France", version: "2.11", section: "PID-3" },
  xds: { document: "CI-SIS, volet Partage de documents de sant\xE9", section: "patientId" },
  fhir: { document: "fr-core", version: "2.1.0", section: "fr-core-patient-ins" }
};
function isInsOid(oid2) {
  return Object.hasOwn(TABLE, oid2);
}
function insOidKind(oid2) {
  return TABLE[oid2].kind;
}
function validateInsOid(oid2, options = {}) {
  if (!isInsOid(oid2)) {
    const known3 = Object.hasOwn(REFUSED_OIDS, oid2) ? REFUSED_OIDS[oid2] : void 0;
    return [finding(`ins.oid.${known3 ?? "unknown"}`, "error", ["oid"], {}, REFS.oid)];
  }
  return options.production && insOidKind(oid2) !== "production" ? [finding("ins.oid.notProduction", "error", ["oid"], { oid: oid2 }, REFS.oid)] : [];
}
function validateInsIdentifier(input, options = {}) {
  return [
    ...validateMatricule(input.matricule, { ...options.key ? { key: options.key } : {}, path: ["matricule"] }),
    ...validateInsOid(input.oid, options)
  ];
}
function parseInsIdentifier(input, options = {}) {
  const findings = validateInsIdentifier(input, options);
  const matricule = parseMatricule(input.matricule, { key: "warning" });
  if (hasErrors(findings) || !matricule.ok || !isInsOid(input.oid)) return { ok: false, findings };
  return { ok: true, value: { matricule: matricule.value, oid: input.oid }, findings };
}
function toXdsCx(ins) {
  return `${ins.matricule}^^^&${ins.oid}&ISO^NH`;
}
function toCdaId(ins) {
  return { root: ins.oid, extension: ins.matricule };
}
function fromXdsCx(cx3, options = {}) {
  const parts = readCx(cx3);
  if (!parts) return { ok: false, findings: [finding("ins.xds.notIns", "error", [], {}, REFS.xds)] };
  const read4 = parseInsIdentifier(parts, options);
  if (!read4.ok || parts.type === "NH" && parts.namespace === "") return read4;
  return {
    ok: true,
    value: read4.value,
    findings: [...read4.findings, finding("ins.xds.spelling", "warning", [], {}, REFS.xds)]
  };
}
function fromCdaId(id, options = {}) {
  return parseInsIdentifier({ matricule: id.extension ?? "", oid: id.root ?? "" }, options);
}
function readCx(cx3) {
  if (typeof cx3 !== "string" || cx3.length > 512) return void 0;
  const [matricule = "", , , authority2 = "", type = ""] = cx3.split("^");
  const [namespace = "", oid2 = "", scheme = ""] = authority2.split("&");
  return scheme === "ISO" ? { matricule, namespace, oid: oid2, type } : void 0;
}

// packages/documents/src/xds/hl7.ts
var ESCAPES = {
  "\\": "\\E\\",
  "|": "\\F\\",
  "^": "\\S\\",
  "~": "\\R\\",
  "&": "\\T\\"
};
var PLAIN = { E: "\\", F: "|", S: "^", R: "~", T: "&" };
function escapeHl7(value) {
  return /[\\|^~&]/.test(value) ? value.replace(/[\\|^~&]/g, (c) => ESCAPES[c] ?? c) : value;
}
function unescapeHl7(value) {
  return value.includes("\\") ? value.replace(/\\([EFSRT])\\/g, (whole, letter2) => PLAIN[letter2] ?? whole) : value;
}
function join(components) {
  let length = components.length;
  while (length > 0 && (components[length - 1] ?? "") === "") length -= 1;
  return components.slice(0, length).map((part2) => part2 ?? "").join("^");
}
function escaped(value) {
  return value === void 0 ? "" : escapeHl7(value);
}
function authority(oid2) {
  return oid2 === void 0 ? "" : `&${escapeHl7(oid2)}&ISO`;
}
function oidOf(component2) {
  if (component2 === void 0 || component2 === "") return void 0;
  const [namespace = "", id = ""] = component2.split("&");
  return unescapeHl7(id !== "" ? id : namespace) || void 0;
}
function component(parts, index) {
  const value = parts[index - 1];
  return value === void 0 || value === "" ? void 0 : unescapeHl7(value);
}
function encodeXcn(value) {
  return join([
    escaped(value.id),
    escaped(value.family),
    escaped(value.given),
    "",
    escaped(value.suffix),
    escaped(value.prefix),
    "",
    "",
    authority(value.authority),
    escaped(value.nameType),
    "",
    "",
    escaped(value.idType)
  ]);
}
function encodeXon(value) {
  return join([
    escaped(value.name),
    "",
    "",
    "",
    "",
    authority(value.authority),
    escaped(value.idType),
    "",
    "",
    escaped(value.id)
  ]);
}
function encodeCx(value) {
  return join([escaped(value.extension), "", "", authority(value.oid), escaped(value.type)]);
}
function decodeCx(text3) {
  const parts = text3.trim().split("^");
  const extension = component(parts, 1);
  const oid2 = oidOf(parts[3]);
  const type = component(parts, 5);
  if (extension === void 0 || oid2 === void 0) return void 0;
  return { extension, oid: oid2, ...type === void 0 ? {} : { type } };
}
function samePatient(a, b) {
  return a.extension === b.extension && a.oid === b.oid;
}
function encodeCxi(value) {
  return join([escaped(value.id), "", "", authority(value.oid), escaped(value.type)]);
}
function encodeSpecialty(value) {
  return join([escaped(value.code), escaped(value.displayName), escaped(value.codeSystem)]);
}
function readSourcePatientInfo(values) {
  const others = [];
  const found = {};
  for (const value of values) {
    const [, field = "", text3 = ""] = /^PID-(\d{1,2})\|(.*)$/s.exec(value) ?? [];
    const parts = text3.split("^");
    if (field === "5" && parts[6] !== "D" && found.family === void 0 && found.given === void 0) {
      const family = component(parts, 1);
      const given = component(parts, 2);
      if (family !== void 0) found.family = family;
      if (given !== void 0) found.given = given;
    } else if (field === "7" && found.birthDate === void 0 && text3 !== "") found.birthDate = unescapeHl7(text3);
    else if (field === "8" && found.sex === void 0 && text3 !== "") found.sex = unescapeHl7(text3);
    else others.push(value);
  }
  return { ...found, others };
}

// packages/documents/src/xds/ids.ts
var URN = "urn:uuid:";
function parseEntryUuid(text3) {
  const urn2 = uuidUrnOf(text3);
  return urn2 === void 0 ? void 0 : urn2;
}
function parseUniqueId(text3) {
  return /^[\x21-\x7e]{1,128}$/.test(text3) && !/^urn:uuid:/i.test(text3) ? text3 : void 0;
}
function uniqueId(text3) {
  return parseUniqueId(text3) ?? refuse("uniqueId");
}
function isDmpUniqueId(text3) {
  return text3.length <= 64 && isOid(text3);
}
function uuidUrnOf(text3) {
  if (text3.slice(0, URN.length).toLowerCase() !== URN) return void 0;
  const uuid = text3.slice(URN.length);
  return isUuid(uuid) ? `${URN}${uuid.toLowerCase()}` : void 0;
}
function refuse(what) {
  throw new SocleArgumentError({
    code: "documents.xds.id",
    service: "documents",
    message: `The value is not a valid ${what}: the three identifiers of a document are not interchangeable.`
  });
}

// packages/nomenclatures/src/jdv-j01.ts
var jdvJ01 = {
  id: "JDV_J01",
  name: "XdsAuthorSpecialty_CISIS",
  oid: "1.2.250.1.213.1.1.5.461",
  version: "20241213",
  date: "2024-12-13",
  source: "ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)",
  concepts: [
    {
      code: "ALIM_AM",
      system: "1.2.250.1.213.1.1.4.6",
      label: "Alimentation automatique \xE0 partir du Syst\xE8me d'Information de l'Assurance Maladie",
      status: "active"
    },
    { code: "DISPOSITIF", system: "1.2.250.1.213.1.1.4.6", label: "Dispositif m\xE9dical", status: "active" },
    {
      code: "EXP_PATIENT",
      system: "1.2.250.1.213.1.1.4.6",
      label: "Expression personnelle du patient",
      status: "active"
    },
    { code: "SECRETARIAT_MEDICAL", system: "1.2.250.1.213.1.1.4.6", label: "Secr\xE9tariat m\xE9dical", status: "active" },
    { code: "AUTOMATE", system: "1.2.250.1.213.1.1.4.6", label: "Automate", status: "active" },
    { code: "SNR", system: "1.2.250.1.213.1.1.4.6", label: "Service num\xE9rique r\xE9f\xE9renc\xE9", status: "active" },
    {
      code: "LOGICIEL_DUI",
      system: "1.2.250.1.213.1.1.4.6",
      label: "Logiciel de Dossier Usager Informatis\xE9",
      status: "active"
    },
    { code: "G15_10", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin", status: "active" },
    {
      code: "G15_10/PAC00",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Qualification Praticien adjoint contractuel (PAC)",
      status: "active"
    },
    {
      code: "G15_10/SM01",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Anatomie et Cytologie pathologiques (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM02",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Anesth\xE9sie-r\xE9animation (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM03",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Biologie m\xE9dicale (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM04",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Cardiologie et maladies vasculaires (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM05",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie g\xE9n\xE9rale (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM06",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie maxillo-faciale (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM07",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie maxillo-faciale et Stomatologie (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM08",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie orthop\xE9dique et Traumatologie (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM09",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie infantile (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM10",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie plastique reconstruct et esth\xE9tique (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM11",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie thoracique et cardio-vasculaire (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM12",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie urologique (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM13",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie vasculaire (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM14",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie visc\xE9rale et digestive (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM15",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Dermatologie et V\xE9n\xE9r\xE9ologie (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM16",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Endocrinologie et m\xE9tabolisme (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM17",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - G\xE9n\xE9tique m\xE9dicale (SM)",
      status: "active"
    },
    { code: "G15_10/SM18", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - G\xE9riatrie (SM)", status: "active" },
    {
      code: "G15_10/SM19",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Gyn\xE9cologie m\xE9dicale (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM20",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Gyn\xE9cologie-obst\xE9trique (SM)",
      status: "active"
    },
    { code: "G15_10/SM21", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - H\xE9matologie (SM)", status: "active" },
    {
      code: "G15_10/SM22",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - H\xE9matologie, opt Maladie du sang (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM23",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - H\xE9matologie, opt Onco-h\xE9matologie (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM24",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Gastro-ent\xE9rologie et h\xE9patologie (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM25",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine du travail (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM26",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Qualifi\xE9 en M\xE9decine G\xE9n\xE9rale (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM27",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine interne (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM28",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine nucl\xE9aire (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM29",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine physique et r\xE9adaptation (SM)",
      status: "active"
    },
    { code: "G15_10/SM30", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - N\xE9phrologie (SM)", status: "active" },
    { code: "G15_10/SM31", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Neuro-chirurgie (SM)", status: "active" },
    { code: "G15_10/SM32", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Neurologie (SM)", status: "active" },
    {
      code: "G15_10/SM33",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Neuro-psychiatrie (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM34",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - ORL et Chirurgie cervico-faciale (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM35",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Oncologie, opt Onco-h\xE9matologie (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM36",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Oncologie, opt m\xE9dicale (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM37",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Oncologie, opt radioth\xE9rapie (SM)",
      status: "active"
    },
    { code: "G15_10/SM38", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Ophtalmologie (SM)", status: "active" },
    {
      code: "G15_10/SM39",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Oto-rhino-laryngologie (SM)",
      status: "active"
    },
    { code: "G15_10/SM40", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - P\xE9diatrie (SM)", status: "active" },
    { code: "G15_10/SM41", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Pneumologie (SM)", status: "active" },
    { code: "G15_10/SM42", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Psychiatrie (SM)", status: "active" },
    {
      code: "G15_10/SM43",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Psychiatrie, opt enfant et adolescent (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM44",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Radio-diagnostic (SM)",
      status: "active"
    },
    { code: "G15_10/SM45", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Radio-th\xE9rapie (SM)", status: "active" },
    {
      code: "G15_10/SM46",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine intensive-r\xE9animation (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM47",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Recherche m\xE9dicale (SM)",
      status: "active"
    },
    { code: "G15_10/SM48", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Rhumatologie (SM)", status: "active" },
    {
      code: "G15_10/SM49",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Sant\xE9 publique et M\xE9decine sociale (SM)",
      status: "active"
    },
    { code: "G15_10/SM50", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Stomatologie (SM)", status: "active" },
    {
      code: "G15_10/SM51",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Gyn\xE9co-obst\xE9trique et Gyn\xE9co m\xE9d, opt Gyn-obs (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM52",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Gyn\xE9co-obst\xE9trique et Gyn\xE9co m\xE9d, opt Gyn-m\xE9d (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM53",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Sp\xE9cialiste en M\xE9decine G\xE9n\xE9rale (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM54",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine G\xE9n\xE9rale (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM55",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Radio-diagnostic et Radio-Th\xE9rapie (SM)",
      status: "active"
    },
    { code: "G15_10/SM56", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Chirurgie orale (SM)", status: "active" },
    { code: "G15_10/SM57", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Allergologie (SM)", status: "active" },
    {
      code: "G15_10/SM58",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Maladies infectieuses et tropicales (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM59",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine d'urgence (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM60",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine l\xE9gale et expertises m\xE9dicales (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM61",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine vasculaire (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM62",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Endocrinologie, diab\xE9tologie, nutrition (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM63",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Biologie m\xE9dicale option biologie g\xE9n\xE9rale (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM64",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Biologie m\xE9dicale option m\xE9decine mol\xE9culaire, g\xE9n\xE9tique et pharmacologie (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM65",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Biologie m\xE9dicale option h\xE9matologie et immunologie (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM66",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Biologie m\xE9dicale option agents infectieux (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM67",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Biologie m\xE9dicale option biologie de la reproduction (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM68",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie maxillo-faciale (r\xE9forme 2017) (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM69",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie p\xE9diatrique option chirurgie visc\xE9rale p\xE9diatrique (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM70",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie p\xE9diatrique option orthop\xE9die p\xE9diatrique (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM71",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - H\xE9matologie (r\xE9forme 2017) (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM72",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine interne et immunologie clinique (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM73",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine cardiovasculaire (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM74",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Radiologie et imagerie m\xE9dicale (SM)",
      status: "active"
    },
    { code: "G15_10/SM75", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Sant\xE9 publique (SM)", status: "active" },
    {
      code: "G15_10/SM76",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Anesth\xE9sie-r\xE9animation option anesth\xE9sie-p\xE9diatrique (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM77",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie maxillo-faciale option orthodontie des dysmorphies maxillo-faciales (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM78",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie visc\xE9rale et digestive option endoscopie chirurgicale (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM79",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine cardiovasculaire option cardiologie interventionnelle (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM80",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine cardiovasculaire option imagerie cardio d'expert (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM81",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine cardiovasculaire option rythmologie interventionnelle et stimulation cardiaque (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM82",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine intensive-r\xE9animation option r\xE9animation p\xE9diatrique (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM83",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - N\xE9phrologie option soins intensifs n\xE9phrologiques (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM84",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Neurologie option traitement interventionnel de l'isch\xE9mie c\xE9r\xE9brale aig\xFCe (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM85",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Ophtalmo option chirurgie ophtalmop\xE9diatrique et strabologique (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM86",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - ORL et chirurgie cervico-faciale option audiophonologie (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM87",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - P\xE9diatrie option n\xE9onatologie (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM88",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - P\xE9diatrie option neurop\xE9diatrie (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM89",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - P\xE9diatrie option pneumop\xE9diatrie (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM90",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - P\xE9diatrie option r\xE9animation p\xE9diatrique (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM91",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Pneumologie option soins intensifs respiratoires (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM92",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Psychiatrie option enfant et adolescent (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM93",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Psychiatrie option psychiatrie personne \xE2g\xE9e (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM94",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Radiologie imagerie m\xE9dicale option radiologie interventionnelle avanc\xE9e (SM)",
      status: "active"
    },
    {
      code: "G15_10/SM95",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Sant\xE9 publique option administration de la sant\xE9 (SM)",
      status: "active"
    },
    {
      code: "G15_10/CEX22",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Gyn\xE9cologie m\xE9dicale et obst\xE9trique (CEX)",
      status: "active"
    },
    {
      code: "G15_10/CEX24",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Gyn\xE9cologie m\xE9dicale (CEX)",
      status: "active"
    },
    { code: "G15_10/CEX26", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Obst\xE9trique (CEX)", status: "active" },
    { code: "G15_10/CEX64", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Urologie (CEX)", status: "active" },
    {
      code: "G15_10/C01",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Anatomie et Cytologie pathologiques humaines (C)",
      status: "active"
    },
    {
      code: "G15_10/C03",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Anesth\xE9sie-r\xE9animation (C)",
      status: "active"
    },
    {
      code: "G15_10/C05",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine appliqu\xE9e aux sports (C)",
      status: "active"
    },
    { code: "G15_10/C07", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Cardiologie (C)", status: "active" },
    {
      code: "G15_10/C09",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie plast reconstruct, esth\xE9tique (C)",
      status: "active"
    },
    {
      code: "G15_10/C10",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie maxillo-faciale (C)",
      status: "active"
    },
    {
      code: "G15_10/C11",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie thoracique (C)",
      status: "active"
    },
    {
      code: "G15_10/C12",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie orthop\xE9dique (C)",
      status: "active"
    },
    { code: "G15_10/C13", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Urologie (C)", status: "active" },
    {
      code: "G15_10/C15",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Dermato-v\xE9n\xE9r\xE9ologie (C)",
      status: "active"
    },
    { code: "G15_10/C20", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - H\xE9mobiologie (C)", status: "active" },
    {
      code: "G15_10/C23",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Gyn\xE9cologie m\xE9dicale et Obst\xE9trique (C)",
      status: "active"
    },
    {
      code: "G15_10/C25",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Gyn\xE9cologie m\xE9dicale (C)",
      status: "active"
    },
    { code: "G15_10/C27", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Obst\xE9trique (C)", status: "active" },
    {
      code: "G15_10/C29",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Maladies de l'appareil digestif (C)",
      status: "active"
    },
    { code: "G15_10/C30", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - N\xE9phrologie (C)", status: "active" },
    { code: "G15_10/C31", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - M\xE9decine exotique (C)", status: "active" },
    { code: "G15_10/C33", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Allergologie (C)", status: "active" },
    { code: "G15_10/C34", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Ang\xE9iologie (C)", status: "active" },
    { code: "G15_10/C35", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Canc\xE9rologie (C)", status: "active" },
    {
      code: "G15_10/C36",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Diab\xE9tologie-nutrition (C)",
      status: "active"
    },
    { code: "G15_10/C37", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Endocrinologie (C)", status: "active" },
    { code: "G15_10/C38", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Maladies du sang (C)", status: "active" },
    { code: "G15_10/C39", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - R\xE9animation (C)", status: "active" },
    { code: "G15_10/C40", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - M\xE9decine l\xE9gale (C)", status: "active" },
    {
      code: "G15_10/C41",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine du travail (C)",
      status: "active"
    },
    { code: "G15_10/C43", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Neurologie (C)", status: "active" },
    { code: "G15_10/C45", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Neuro-chirurgie (C)", status: "active" },
    { code: "G15_10/C47", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Neuro-psychiatrie (C)", status: "active" },
    { code: "G15_10/C51", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - P\xE9diatrie (C)", status: "active" },
    { code: "G15_10/C52", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Phoniatrie (C)", status: "active" },
    { code: "G15_10/C54", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Pneumologie (C)", status: "active" },
    { code: "G15_10/C57", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Psychiatrie (C)", status: "active" },
    {
      code: "G15_10/C58",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Psychiatrie, opt enfant et adolescent (C)",
      status: "active"
    },
    {
      code: "G15_10/C60",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine physique et r\xE9adaptation (C)",
      status: "active"
    },
    { code: "G15_10/C62", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Rhumatologie (C)", status: "active" },
    {
      code: "G15_10/C68",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie p\xE9diatrique (C)",
      status: "active"
    },
    {
      code: "G15_10/C69",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine nucl\xE9aire (C)",
      status: "active"
    },
    { code: "G15_10/C71", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - M\xE9decine thermale (C)", status: "active" },
    {
      code: "G15_10/C72",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - G\xE9n\xE9tique m\xE9dicale (C)",
      status: "active"
    },
    {
      code: "G15_10/C75",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Endocrinologie et Maladies m\xE9taboliques (C)",
      status: "active"
    },
    {
      code: "G15_10/C76",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Orthop\xE9die dento-maxillo-faciale (C)",
      status: "active"
    },
    {
      code: "G15_10/C83",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie face et cou (C)",
      status: "active"
    },
    {
      code: "G15_10/CAPA01",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Addictologie clinique (CAPA)",
      status: "active"
    },
    {
      code: "G15_10/CAPA02",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Aide m\xE9dicale urgente (CAPA)",
      status: "active"
    },
    {
      code: "G15_10/CAPA03",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Allergologie (CAPA)",
      status: "active"
    },
    { code: "G15_10/CAPA04", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Ang\xE9iologie (CAPA)", status: "active" },
    {
      code: "G15_10/CAPA05",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Evaluation et traitement de la douleur (CAPA)",
      status: "active"
    },
    {
      code: "G15_10/CAPA06",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - G\xE9rontologie (CAPA)",
      status: "active"
    },
    {
      code: "G15_10/CAPA07",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Hydrologie et climatologie m\xE9dicales (CAPA)",
      status: "active"
    },
    {
      code: "G15_10/CAPA08",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine a\xE9rospatiale (CAPA)",
      status: "active"
    },
    {
      code: "G15_10/CAPA09",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine de catastrophe (CAPA)",
      status: "active"
    },
    {
      code: "G15_10/CAPA10",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine et biologie du sport (CAPA)",
      status: "active"
    },
    {
      code: "G15_10/CAPA11",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine de travail, pr\xE9v risques prof (CAPA)",
      status: "active"
    },
    {
      code: "G15_10/CAPA12",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine p\xE9nitentiaire (CAPA)",
      status: "active"
    },
    {
      code: "G15_10/CAPA13",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine tropicale (CAPA)",
      status: "active"
    },
    {
      code: "G15_10/CAPA14",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Pratiques m\xE9dico-judiciaires (CAPA)",
      status: "active"
    },
    {
      code: "G15_10/CAPA15",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Technologie transfusionnelle (CAPA)",
      status: "active"
    },
    {
      code: "G15_10/CAPA16",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Toxicomanies et Alcoologies (CAPA)",
      status: "active"
    },
    { code: "G15_10/DSM200", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Addictologie (DNQ)", status: "active" },
    {
      code: "G15_10/DSM201",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Allergologie et Immunologie clinique (DNQ)",
      status: "active"
    },
    { code: "G15_10/DSM202", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Andrologie (DNQ)", status: "active" },
    {
      code: "G15_10/DSM203",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Biochimie hormonale et m\xE9tabolique (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM204",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Biologie des agents infectieux (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM205",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Biologie mol\xE9culaire (DNQ)",
      status: "active"
    },
    { code: "G15_10/DSM206", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Canc\xE9rologie (DNQ)", status: "active" },
    {
      code: "G15_10/DSM207",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie de la face et du cou (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM208",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie plastique et reconstructrice (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM209",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie vasculaire (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM210",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Cytog\xE9n\xE9tique humaine (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM211",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Dermatopathologie (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM212",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Foetopathologie (DNQ)",
      status: "active"
    },
    { code: "G15_10/DSM213", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - G\xE9riatrie (DNQ)", status: "active" },
    {
      code: "G15_10/DSM214",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - H\xE9matologie biologique (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM215",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - H\xE9matologie maladies du sang (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM216",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - H\xE9mobiologie-transfusion (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM217",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Immunologie et Immunopathologie (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM218",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine de la reproduction (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM219",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine du sport (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM220",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine d'urgence (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM221",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine l\xE9gale et Expertises m\xE9dicales (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM222",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine nucl\xE9aire (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM223",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine vasculaire (DNQ)",
      status: "active"
    },
    { code: "G15_10/DSM224", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - N\xE9onatalogie (DNQ)", status: "active" },
    {
      code: "G15_10/DSM225",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Neuropathologie (DNQ)",
      status: "active"
    },
    { code: "G15_10/DSM226", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Nutrition (DNQ)", status: "active" },
    {
      code: "G15_10/DSM227",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Orthop\xE9die dento-maxillo-faciale (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM228",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Pathologie infect et trop, clin et bio (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM229",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Pharmacocin\xE9tique et M\xE9tabolisme des m\xE9d (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM230",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Pharmacologie clin et Eval th\xE9rapeutiq (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM231",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Psychiatrie de l'enfant et de l'ado (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM232",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Radiopharmacie et radiobiologie (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM233",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - R\xE9animation m\xE9dicale (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM234",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Toxicologie biologique (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM235",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine de la douleur et M\xE9d palliative (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM236",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Canc\xE9rologie, opt Trait m\xE9d des cancers (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM237",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Canc\xE9rologie, opt Chir canc\xE9rologique (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM238",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Canc\xE9rologie, opt R\xE9seaux canc\xE9rologie (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM239",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Canc\xE9rologie, opt Biologie canc\xE9rologie (DNQ)",
      status: "active"
    },
    {
      code: "G15_10/DSM240",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Canc\xE9rologie, opt Imagerie canc\xE9rologie (DNQ)",
      status: "active"
    },
    { code: "G15_21", system: "1.2.250.1.213.1.1.4.5", label: "Pharmacien", status: "active" },
    { code: "G15_21/A", system: "1.2.250.1.213.1.1.4.5", label: "Pharmacien titulaire d'officine", status: "active" },
    {
      code: "G15_21/B",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Pharmacien d'entreprise - industrie",
      status: "active"
    },
    {
      code: "G15_21/C",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Pharmacien d'entreprise - distribution",
      status: "active"
    },
    {
      code: "G15_21/D",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Pharmacien adjoint, rempla\xE7ant ou g\xE9rant",
      status: "active"
    },
    { code: "G15_21/DA", system: "1.2.250.1.213.1.1.4.5", label: "Pharmacien adjoint", status: "active" },
    { code: "G15_21/DM", system: "1.2.250.1.213.1.1.4.5", label: "Pharmacien mutualiste ou minier", status: "active" },
    { code: "G15_21/E", system: "1.2.250.1.213.1.1.4.5", label: "Pharmacien d'Outre-Mer", status: "active" },
    {
      code: "G15_21/EA",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Pharmacien titulaire d'officine - OM",
      status: "active"
    },
    {
      code: "G15_21/EB",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Pharmacien d'entreprise - industrie - OM",
      status: "active"
    },
    {
      code: "G15_21/EC",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Pharmacien d'entreprise - distribution - OM",
      status: "active"
    },
    { code: "G15_21/ED", system: "1.2.250.1.213.1.1.4.5", label: "Pharmacien adjoint - OM", status: "active" },
    { code: "G15_21/EG", system: "1.2.250.1.213.1.1.4.5", label: "Pharmacien biologiste - OM", status: "active" },
    {
      code: "G15_21/EH",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Pharmacien d'un \xE9tablissement de sant\xE9 - OM",
      status: "active"
    },
    { code: "G15_21/G", system: "1.2.250.1.213.1.1.4.5", label: "Pharmacien biologiste", status: "active" },
    {
      code: "G15_21/H",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Pharmacien d'\xE9tablissement de sant\xE9",
      status: "active"
    },
    { code: "G15_21/M", system: "1.2.250.1.213.1.1.4.5", label: "Pharmacien militaire", status: "active" },
    { code: "G15_26", system: "1.2.250.1.213.1.1.4.5", label: "Audioproth\xE9siste", status: "active" },
    { code: "G15_28", system: "1.2.250.1.213.1.1.4.5", label: "Opticien-Lunetier", status: "active" },
    { code: "G15_31", system: "1.2.250.1.213.1.1.4.5", label: "Assistant dentaire", status: "active" },
    { code: "G15_32", system: "1.2.250.1.213.1.1.4.5", label: "Physicien m\xE9dical", status: "active" },
    { code: "G15_35", system: "1.2.250.1.213.1.1.4.5", label: "Aide-soignant", status: "active" },
    { code: "G15_36", system: "1.2.250.1.213.1.1.4.5", label: "Ambulancier", status: "active" },
    { code: "G15_37", system: "1.2.250.1.213.1.1.4.5", label: "Auxiliaire de pu\xE9riculture", status: "active" },
    {
      code: "G15_38",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Pr\xE9parateur en pharmacie hospitali\xE8re",
      status: "active"
    },
    { code: "G15_39", system: "1.2.250.1.213.1.1.4.5", label: "Pr\xE9parateur en pharmacie (officine)", status: "active" },
    { code: "G15_40", system: "1.2.250.1.213.1.1.4.5", label: "Chirurgien-Dentiste", status: "active" },
    {
      code: "G15_40/SCD01",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Chirurgien-Dentiste - Orthop\xE9die dento-faciale (SCD)",
      status: "active"
    },
    {
      code: "G15_40/SCD02",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Chirurgien-Dentiste - Chirurgie orale (SCD)",
      status: "active"
    },
    {
      code: "G15_40/SCD03",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Chirurgien-Dentiste - M\xE9decine bucco-dentaire (SCD)",
      status: "active"
    },
    { code: "G15_50", system: "1.2.250.1.213.1.1.4.5", label: "Sage-Femme", status: "active" },
    { code: "G15_60", system: "1.2.250.1.213.1.1.4.5", label: "Infirmier", status: "active" },
    {
      code: "G15_60/SI01",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Infirmier - Exercice infirmier en pratique avanc\xE9e pathologies chroniques stabilis\xE9es (SI)",
      status: "active"
    },
    {
      code: "G15_60/SI02",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Infirmier - Exercice infirmier en pratique avanc\xE9e oncologie et h\xE9mato-oncologie (SI)",
      status: "active"
    },
    {
      code: "G15_60/SI03",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Infirmier - Exerc. infirmier pratique avanc\xE9e maladie r\xE9nale chroniq.,dialyse,transp. r\xE9nale (SI)",
      status: "active"
    },
    {
      code: "G15_60/SI04",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Infirmier - Exercice infirmier en pratique avanc\xE9e sant\xE9 mentale (SI)",
      status: "active"
    },
    {
      code: "G15_60/SI05",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Infirmier - Exercice infirmier en pratique avanc\xE9e urgences (SI)",
      status: "active"
    },
    { code: "G15_69", system: "1.2.250.1.213.1.1.4.5", label: "Infirmier psychiatrique", status: "active" },
    { code: "G15_70", system: "1.2.250.1.213.1.1.4.5", label: "Masseur-Kin\xE9sith\xE9rapeute", status: "active" },
    { code: "G15_80", system: "1.2.250.1.213.1.1.4.5", label: "P\xE9dicure-Podologue", status: "active" },
    { code: "G15_81", system: "1.2.250.1.213.1.1.4.5", label: "Orthoproth\xE9siste", status: "active" },
    { code: "G15_82", system: "1.2.250.1.213.1.1.4.5", label: "Podo-Orth\xE9siste", status: "active" },
    { code: "G15_83", system: "1.2.250.1.213.1.1.4.5", label: "Orthop\xE9diste-Orth\xE9siste", status: "active" },
    { code: "G15_84", system: "1.2.250.1.213.1.1.4.5", label: "Oculariste", status: "active" },
    { code: "G15_85", system: "1.2.250.1.213.1.1.4.5", label: "Epith\xE9siste", status: "active" },
    { code: "G15_86", system: "1.2.250.1.213.1.1.4.5", label: "Technicien de laboratoire m\xE9dical", status: "active" },
    { code: "G15_91", system: "1.2.250.1.213.1.1.4.5", label: "Orthophoniste", status: "active" },
    { code: "G15_92", system: "1.2.250.1.213.1.1.4.5", label: "Orthoptiste", status: "active" },
    { code: "G15_94", system: "1.2.250.1.213.1.1.4.5", label: "Ergoth\xE9rapeute", status: "active" },
    { code: "G15_95", system: "1.2.250.1.213.1.1.4.5", label: "Di\xE9t\xE9ticien", status: "active" },
    { code: "G15_96", system: "1.2.250.1.213.1.1.4.5", label: "Psychomotricien", status: "active" },
    { code: "G15_98", system: "1.2.250.1.213.1.1.4.5", label: "Manipulateur ERM", status: "active" },
    { code: "G16_10", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin en formation", status: "active" },
    { code: "G16_21", system: "1.2.250.1.213.1.1.4.5", label: "Pharmacien en formation", status: "active" },
    { code: "G16_40", system: "1.2.250.1.213.1.1.4.5", label: "Chirurgien-Dentiste en formation", status: "active" },
    { code: "G16_50", system: "1.2.250.1.213.1.1.4.5", label: "Sage-Femme en formation", status: "active" },
    { code: "G15_10/80", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Hom\xE9opathie (OP)", status: "active" },
    { code: "G15_10/81", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Acupuncture (OP)", status: "active" },
    { code: "G15_10/DEC01", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Addictologie (DEC)", status: "active" },
    {
      code: "G15_10/DEC02",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Allergologie et immunologie clinique (DEC)",
      status: "active"
    },
    { code: "G15_10/DEC03", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Andrologie (DEC)", status: "active" },
    {
      code: "G15_10/DEC04",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Canc\xE9rologie option traitements m\xE9dicaux des cancers (DEC)",
      status: "active"
    },
    {
      code: "G15_10/DEC05",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Canc\xE9rologie option chirurgie canc\xE9rologique (DEC)",
      status: "active"
    },
    {
      code: "G15_10/DEC06",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Canc\xE9rologie option r\xE9seaux de canc\xE9rologie (DEC)",
      status: "active"
    },
    {
      code: "G15_10/DEC07",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Canc\xE9rologie option biologie en canc\xE9rologie (DEC)",
      status: "active"
    },
    {
      code: "G15_10/DEC08",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Canc\xE9rologie option imagerie en canc\xE9rologie (DEC)",
      status: "active"
    },
    {
      code: "G15_10/DEC09",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Dermatopathologie (DEC)",
      status: "active"
    },
    {
      code: "G15_10/DEC10",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Foetopathologie (DEC)",
      status: "active"
    },
    {
      code: "G15_10/DEC11",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - H\xE9mobiologie - tranfusion (DEC)",
      status: "active"
    },
    {
      code: "G15_10/DEC12",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine de la douleur et m\xE9decine palliative (DEC)",
      status: "active"
    },
    {
      code: "G15_10/DEC13",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine de la reproduction (DEC)",
      status: "active"
    },
    {
      code: "G15_10/DEC14",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine d'urgence (DEC)",
      status: "active"
    },
    {
      code: "G15_10/DEC15",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine du sport (DEC)",
      status: "active"
    },
    {
      code: "G15_10/DEC16",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine l\xE9gale et expertises m\xE9dicales (DEC)",
      status: "active"
    },
    {
      code: "G15_10/DEC17",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine vasculaire (DEC)",
      status: "active"
    },
    { code: "G15_10/DEC18", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - N\xE9onatologie (DEC)", status: "active" },
    {
      code: "G15_10/DEC19",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Neuropathologie (DEC)",
      status: "active"
    },
    { code: "G15_10/DEC20", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Nutrition (DEC)", status: "active" },
    {
      code: "G15_10/DEC21",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Orthop\xE9die dento-maxillo-faciale (DEC)",
      status: "active"
    },
    {
      code: "G15_10/DEC22",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Pathologie infectieuse et tropicale, clinique et biologique (DEC)",
      status: "active"
    },
    {
      code: "G15_10/DEC23",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Pharmacologie clinique et \xE9valuation des th\xE9rapeutiques (DEC)",
      status: "active"
    },
    {
      code: "G15_10/DEC24",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Psychiatrie de l'enfant et de l'adolescent (DEC)",
      status: "active"
    },
    { code: "G15_10/SST01", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Addictologie (SST)", status: "active" },
    {
      code: "G15_10/SST02",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Bio-informatique m\xE9dicale (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST03",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Canc\xE9rologie d\xE9c. h\xE9mato-canc\xE9rologie p\xE9diatrique (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST04",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Canc\xE9rologie traitements m\xE9dicaux des cancers (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST05",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Cardiologie p\xE9diatrique et cong\xE9nitale (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST06",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie de la main (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST07",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie en situation de guerre ou de catastrophe (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST08",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Chirurgie orbito-palp\xE9bro-lacrymale (SST)",
      status: "active"
    },
    { code: "G15_10/SST09", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Douleur (SST)", status: "active" },
    {
      code: "G15_10/SST10",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Expertise m\xE9dicale-pr\xE9judice corporel (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST11",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Foetopathologie (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST12",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - G\xE9n\xE9tique et m\xE9decine mol\xE9culaire bioclinique (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST13",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - H\xE9matologie bioclinique (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST14",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Hygi\xE8ne-pr\xE9vention de l'infection, r\xE9sistances (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST15",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Maladies allergiques (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST16",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine hospitali\xE8re polyvalente (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST17",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine palliative (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST18",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine scolaire (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST19",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine en situation de guerre ou en SSE (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST20",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine et biologie de la reproduction-andrologie (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST21",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - M\xE9decine du sport (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST22",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Nutrition appliqu\xE9e (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST23",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Pharmacologie m\xE9dicale/th\xE9rapeutique (SST)",
      status: "active"
    },
    { code: "G15_10/SST24", system: "1.2.250.1.213.1.1.4.5", label: "M\xE9decin - Sommeil (SST)", status: "active" },
    {
      code: "G15_10/SST25",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Th\xE9rapie cellulaire/transfusion (SST)",
      status: "active"
    },
    {
      code: "G15_10/SST26",
      system: "1.2.250.1.213.1.1.4.5",
      label: "M\xE9decin - Urgences p\xE9diatriques (SST)",
      status: "active"
    },
    {
      code: "G15_21/FQ01",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Pharmacien - Exp\xE9rience prat. art. R.5124-16 du CSP Fabricant",
      status: "active"
    },
    {
      code: "G15_21/FQ02",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Pharmacien - Exp\xE9rience prat. art. R.5124-16 du CSP Exploitant",
      status: "active"
    },
    {
      code: "G15_21/FQ03",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Pharmacien - Exp. prat. art. R.5124-16 du CSP Th\xE9rapie Cellulaire",
      status: "active"
    },
    {
      code: "G15_21/FQ04",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Pharmacien - Exp\xE9rience pratique article R.5124-18 du CSP",
      status: "active"
    },
    {
      code: "G15_21/FQ05",
      system: "1.2.250.1.213.1.1.4.5",
      label: "Pharmacien - Exp\xE9rience pratique article R.5141-129 du CSP",
      status: "active"
    },
    { code: "71", system: "1.2.250.1.213.1.6.1.109", label: "Ost\xE9opathe", status: "active" },
    { code: "72", system: "1.2.250.1.213.1.6.1.109", label: "Psychoth\xE9rapeute", status: "active" },
    { code: "73", system: "1.2.250.1.213.1.6.1.109", label: "Chiropracteur", status: "active" },
    { code: "93", system: "1.2.250.1.213.1.6.1.109", label: "Psychologue", status: "active" },
    { code: "41", system: "1.2.250.1.213.1.6.1.4", label: "Assistant de service social", status: "active" },
    { code: "300", system: "1.2.250.1.213.1.6.1.107", label: "Assistant de service social (PAERPA)", status: "active" },
    {
      code: "301",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Coordination territoriale d'appui (PAERPA)",
      status: "active"
    },
    {
      code: "302",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Aide et accompagnement \xE0 domicile (PAERPA)",
      status: "active"
    },
    {
      code: "303",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Avocat participant aux processus de soins sans consentement (eSSS)",
      status: "active"
    },
    {
      code: "304",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Assistant de service social (Exp\xE9rimentation MAIA)",
      status: "active"
    },
    { code: "305", system: "1.2.250.1.213.1.6.1.107", label: "Psychologue (Exp\xE9rimentation MAIA)", status: "active" },
    {
      code: "306",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Psychoth\xE9rapeute (Exp\xE9rimentation MAIA)",
      status: "active"
    },
    {
      code: "307",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Mandataire judiciaire \xE0 la protection des majeurs (MJPM)",
      status: "active"
    },
    { code: "308", system: "1.2.250.1.213.1.6.1.107", label: "Pilote MAIA", status: "active" },
    { code: "309", system: "1.2.250.1.213.1.6.1.107", label: "Gestionnaire de cas MAIA", status: "active" },
    { code: "310", system: "1.2.250.1.213.1.6.1.107", label: "Equipe m\xE9dico-sociale APA", status: "active" },
    {
      code: "311",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Autre acteur mettant en oeuvre la m\xE9thode MAIA",
      status: "active"
    },
    { code: "312", system: "1.2.250.1.213.1.6.1.107", label: "Autre professionnel", status: "active" },
    { code: "313", system: "1.2.250.1.213.1.6.1.107", label: "Aide-soignant", status: "active" },
    { code: "314", system: "1.2.250.1.213.1.6.1.107", label: "Ambulancier", status: "active" },
    { code: "315", system: "1.2.250.1.213.1.6.1.107", label: "Auxiliaire de pu\xE9riculture", status: "active" },
    {
      code: "316",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Pr\xE9parateur en pharmacie hospitali\xE8re",
      status: "active"
    },
    { code: "317", system: "1.2.250.1.213.1.6.1.107", label: "Pr\xE9parateur en pharmacie (officine)", status: "active" },
    { code: "318", system: "1.2.250.1.213.1.6.1.107", label: "Auxiliaire de vie sociale", status: "active" },
    {
      code: "319",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Technicien de l'intervention sociale et familiale",
      status: "active"
    },
    {
      code: "320",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Conseiller en \xE9conomie sociale et familiale",
      status: "active"
    },
    { code: "321", system: "1.2.250.1.213.1.6.1.107", label: "M\xE9diateur familial", status: "active" },
    { code: "322", system: "1.2.250.1.213.1.6.1.107", label: "Assistant familial", status: "active" },
    { code: "323", system: "1.2.250.1.213.1.6.1.107", label: "Aide m\xE9dico-psychologique (AMP)", status: "active" },
    { code: "324", system: "1.2.250.1.213.1.6.1.107", label: "Moniteur \xE9ducateur", status: "active" },
    { code: "325", system: "1.2.250.1.213.1.6.1.107", label: "Educateur de jeunes enfants", status: "active" },
    { code: "326", system: "1.2.250.1.213.1.6.1.107", label: "Educateur sp\xE9cialis\xE9", status: "active" },
    { code: "327", system: "1.2.250.1.213.1.6.1.107", label: "Educateur technique sp\xE9cialis\xE9", status: "active" },
    { code: "328", system: "1.2.250.1.213.1.6.1.107", label: "Accompagnant \xE9ducatif et social", status: "active" },
    { code: "329", system: "1.2.250.1.213.1.6.1.107", label: "Conseiller en g\xE9n\xE9tique", status: "active" },
    { code: "330", system: "1.2.250.1.213.1.6.1.107", label: "Coordonnateur de parcours", status: "active" },
    {
      code: "331",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Secr\xE9taire assistante m\xE9dico-administrative",
      status: "active"
    },
    { code: "333", system: "1.2.250.1.213.1.6.1.107", label: "Responsable de secteur", status: "active" },
    {
      code: "334",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Biologiste m\xE9dical ni m\xE9decin ni pharmacien",
      status: "active"
    },
    { code: "332", system: "1.2.250.1.213.1.6.1.107", label: "Assistant m\xE9dical", status: "active" },
    {
      code: "335",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Gestionnaire alertes et urgences sanitaires",
      status: "active"
    },
    {
      code: "336",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Autre professionnel intervenant dans l'accueil et l'orientation des personnes",
      status: "active"
    },
    {
      code: "337",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Autre professionnel intervenant dans la logistique",
      status: "active"
    },
    {
      code: "338",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Autre professionnel intervenant dans l'h\xF4tellerie et la restauration",
      status: "active"
    },
    {
      code: "339",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Autre professionnel intervenant dans la direction de la qualit\xE9, hygi\xE8ne, s\xE9curit\xE9 et environnement",
      status: "active"
    },
    {
      code: "340",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Autre professionnel intervenant dans la direction des syst\xE8mes d'information",
      status: "active"
    },
    {
      code: "341",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Autre professionnel intervenant dans la direction des finances et comptabilit\xE9",
      status: "active"
    },
    {
      code: "342",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Autre professionnel intervenant dans la direction de la communication",
      status: "active"
    },
    {
      code: "343",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Autre professionnel intervenant dans la direction des ressources humaines",
      status: "active"
    },
    {
      code: "344",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Autre professionnel intervenant dans la direction des affaires m\xE9dicales",
      status: "active"
    },
    {
      code: "345",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Autre professionnel intervenant dans le social, \xE9ducatif, psychologie et culturel",
      status: "active"
    },
    { code: "346", system: "1.2.250.1.213.1.6.1.107", label: "Etudiant - infirmier", status: "active" },
    { code: "347", system: "1.2.250.1.213.1.6.1.107", label: "Etudiant - aide-soignant", status: "active" },
    {
      code: "348",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Etudiant - auxiliaire de pu\xE9riculture",
      status: "active"
    },
    { code: "349", system: "1.2.250.1.213.1.6.1.107", label: "Etudiant - masseur-kin\xE9sith\xE9rapeute", status: "active" },
    { code: "350", system: "1.2.250.1.213.1.6.1.107", label: "Aide \xE0 domicile", status: "active" },
    { code: "351", system: "1.2.250.1.213.1.6.1.107", label: "Assistant(e) maternel(le)", status: "active" },
    { code: "353", system: "1.2.250.1.213.1.6.1.107", label: "Membre de l'\xE9quipe de soins", status: "active" },
    { code: "354", system: "1.2.250.1.213.1.6.1.107", label: "Externe en m\xE9decine", status: "active" },
    { code: "355", system: "1.2.250.1.213.1.6.1.107", label: "Externe en odontologie", status: "active" },
    { code: "356", system: "1.2.250.1.213.1.6.1.107", label: "Externe en ma\xEFeutique", status: "active" },
    { code: "357", system: "1.2.250.1.213.1.6.1.107", label: "Externe en pharmacie", status: "active" },
    { code: "358", system: "1.2.250.1.213.1.6.1.107", label: "Autre \xE9tudiant", status: "active" },
    { code: "359", system: "1.2.250.1.213.1.6.1.107", label: "Directeur d'\xE9tablissement", status: "active" },
    { code: "360", system: "1.2.250.1.213.1.6.1.107", label: "Brancardier", status: "active" },
    {
      code: "361",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Educateur en activit\xE9 physique adapt\xE9e",
      status: "active"
    },
    { code: "362", system: "1.2.250.1.213.1.6.1.107", label: "Technicien d'informations m\xE9dicales", status: "active" },
    { code: "363", system: "1.2.250.1.213.1.6.1.107", label: "Attach\xE9 de recherche clinique", status: "active" },
    {
      code: "364",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Praticien A Dipl\xF4me Hors Union Europ\xE9enne (PADHUE)",
      status: "active"
    },
    {
      code: "365",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Gestionnaire admissions / frais de s\xE9jour / traitement externe",
      status: "active"
    },
    { code: "366", system: "1.2.250.1.213.1.6.1.107", label: "Archiviste", status: "active" },
    { code: "367", system: "1.2.250.1.213.1.6.1.107", label: "Surveillant de nuit", status: "active" },
    { code: "368", system: "1.2.250.1.213.1.6.1.107", label: "Animateur", status: "active" },
    { code: "369", system: "1.2.250.1.213.1.6.1.107", label: "Biologiste m\xE9dical non-m\xE9decin", status: "active" },
    { code: "370", system: "1.2.250.1.213.1.6.1.107", label: "Op\xE9rateur de Soins Non Programm\xE9s", status: "active" }
  ]
};

// packages/nomenclatures/src/jdv-j02.ts
var jdvJ02 = {
  id: "JDV_J02",
  name: "XdsHealthcareFacilityTypeCode_CISIS",
  oid: "1.2.250.1.213.1.1.5.466",
  version: "20241213",
  date: "2024-12-13",
  source: "ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)",
  concepts: [
    {
      code: "EXP_PATIENT",
      system: "1.2.250.1.213.1.1.4.6",
      label: "Expression personnelle du patient",
      status: "active"
    },
    { code: "SNR", system: "1.2.250.1.213.1.1.4.6", label: "Service num\xE9rique r\xE9f\xE9renc\xE9", status: "active" },
    { code: "SA01", system: "1.2.250.1.71.4.2.4", label: "Etablissement public de sant\xE9", status: "active" },
    {
      code: "SA02",
      system: "1.2.250.1.71.4.2.4",
      label: "H\xF4pital militaire du Service de sant\xE9 des arm\xE9es",
      status: "active"
    },
    { code: "SA03", system: "1.2.250.1.71.4.2.4", label: "Etablissement priv\xE9 PSPH", status: "active" },
    { code: "SA04", system: "1.2.250.1.71.4.2.4", label: "Etablissement priv\xE9 non PSPH", status: "active" },
    { code: "SA05", system: "1.2.250.1.71.4.2.4", label: "Centre de sant\xE9", status: "active" },
    {
      code: "SA06",
      system: "1.2.250.1.71.4.2.4",
      label: "Autre structure du Service de sant\xE9 des arm\xE9es",
      status: "active"
    },
    { code: "SA07", system: "1.2.250.1.71.4.2.4", label: "Cabinet individuel", status: "active" },
    { code: "SA08", system: "1.2.250.1.71.4.2.4", label: "Cabinet de groupe", status: "active" },
    { code: "SA09", system: "1.2.250.1.71.4.2.4", label: "Exercice en soci\xE9t\xE9", status: "active" },
    { code: "SA10", system: "1.2.250.1.71.4.2.4", label: "Transporteur sanitaire", status: "active" },
    { code: "SA12", system: "1.2.250.1.71.4.2.4", label: "Etablissement de soins et pr\xE9vention", status: "active" },
    { code: "SA13", system: "1.2.250.1.71.4.2.4", label: "Pr\xE9vention et soins en entreprise", status: "active" },
    {
      code: "SA14",
      system: "1.2.250.1.71.4.2.4",
      label: "Etablissements scolaires, universitaires et de formation hors champ FINESS",
      status: "active"
    },
    { code: "SA15", system: "1.2.250.1.71.4.2.4", label: "PMI et Planification familiale", status: "active" },
    { code: "SA16", system: "1.2.250.1.71.4.2.4", label: "Etablissement pour personnes handicap\xE9es", status: "active" },
    { code: "SA17", system: "1.2.250.1.71.4.2.4", label: "Etablissement pour personnes \xE2g\xE9es", status: "active" },
    { code: "SA18", system: "1.2.250.1.71.4.2.4", label: "Etablissement aide \xE0 la famille", status: "active" },
    {
      code: "SA19",
      system: "1.2.250.1.71.4.2.4",
      label: "Etablissements FINESS de formation aux professions sanitaires et sociales",
      status: "active"
    },
    {
      code: "SA20",
      system: "1.2.250.1.71.4.2.4",
      label: "Etablissement pour la protection de l'enfance",
      status: "active"
    },
    {
      code: "SA21",
      system: "1.2.250.1.71.4.2.4",
      label: "Etablissement d'h\xE9bergement et de r\xE9adaptation",
      status: "active"
    },
    { code: "SA22", system: "1.2.250.1.71.4.2.4", label: "Recherche", status: "active" },
    { code: "SA23", system: "1.2.250.1.71.4.2.4", label: "Assurance priv\xE9e", status: "active" },
    { code: "SA24", system: "1.2.250.1.71.4.2.4", label: "Organisme de s\xE9curit\xE9 sociale", status: "active" },
    { code: "SA25", system: "1.2.250.1.71.4.2.4", label: "Laboratoire de biologie m\xE9dicale", status: "active" },
    { code: "SA26", system: "1.2.250.1.71.4.2.4", label: "Minist\xE8re ou Service d\xE9concentr\xE9", status: "active" },
    { code: "SA27", system: "1.2.250.1.71.4.2.4", label: "Collectivit\xE9 territoriale", status: "active" },
    { code: "SA28", system: "1.2.250.1.71.4.2.4", label: "Association ou organisme humanitaire", status: "active" },
    {
      code: "SA29",
      system: "1.2.250.1.71.4.2.4",
      label: "Laboratoire d'analyses et de biologie m\xE9dicale",
      status: "active"
    },
    { code: "SA30", system: "1.2.250.1.71.4.2.4", label: "Autre \xE9tablissement sanitaire", status: "active" },
    {
      code: "SA31",
      system: "1.2.250.1.71.4.2.4",
      label: "R\xE9partition et Distribution de m\xE9dicaments et dispositifs m\xE9dicaux",
      status: "active"
    },
    {
      code: "SA32",
      system: "1.2.250.1.71.4.2.4",
      label: "Fabrication, Exploitation et Importation de m\xE9dicaments et dispositifs m\xE9dicaux",
      status: "active"
    },
    { code: "SA33", system: "1.2.250.1.71.4.2.4", label: "Pharmacie d'officine", status: "active" },
    { code: "SA34", system: "1.2.250.1.71.4.2.4", label: "Centre de dialyse", status: "active" },
    { code: "SA35", system: "1.2.250.1.71.4.2.4", label: "Para-pharmacie", status: "active" },
    { code: "SA36", system: "1.2.250.1.71.4.2.4", label: "Centre anti-cancer", status: "active" },
    { code: "SA37", system: "1.2.250.1.71.4.2.4", label: "Centre de transfusion sanguine", status: "active" },
    { code: "SA38", system: "1.2.250.1.71.4.2.4", label: "Pharmacie mini\xE8re", status: "active" },
    { code: "SA39", system: "1.2.250.1.71.4.2.4", label: "Pharmacie mutualiste", status: "active" },
    {
      code: "SA40",
      system: "1.2.250.1.71.4.2.4",
      label: "Secteur priv\xE9, praticien hospitalier temps plein",
      status: "active"
    },
    {
      code: "SA41",
      system: "1.2.250.1.71.4.2.4",
      label: "Autre \xE9tablissement du domaine social ou m\xE9dico-social",
      status: "active"
    },
    { code: "SA42", system: "1.2.250.1.71.4.2.4", label: "Appareillage m\xE9dical", status: "active" },
    { code: "SA43", system: "1.2.250.1.71.4.2.4", label: "Secteur non d\xE9fini", status: "active" },
    { code: "SA44", system: "1.2.250.1.71.4.2.4", label: "Recrutement ou Gestion RH", status: "active" },
    {
      code: "SA45",
      system: "1.2.250.1.71.4.2.4",
      label: "Communication, Marketing, Consulting, M\xE9dia",
      status: "active"
    },
    {
      code: "SA46",
      system: "1.2.250.1.71.4.2.4",
      label: "Fabrication, Exploitation, Importation, R\xE9partition, Distribution m\xE9dicaments et dispositifs m\xE9dicaux",
      status: "active"
    },
    { code: "SA47", system: "1.2.250.1.71.4.2.4", label: "Incendie et secours", status: "active" },
    {
      code: "SA48",
      system: "1.2.250.1.71.4.2.4",
      label: "Entreprise industrielle et tertiaire hors industrie pharmaceutique",
      status: "active"
    },
    { code: "SA49", system: "1.2.250.1.71.4.2.4", label: "Entit\xE9 Outre-Mer", status: "active" },
    {
      code: "SA50",
      system: "1.2.250.1.71.4.2.4",
      label: "Permanence des soins ambulatoires hors cabinet",
      status: "active"
    },
    {
      code: "SA51",
      system: "1.2.250.1.71.4.2.4",
      label: "Structure de coop\xE9ration avec autorisation de soins",
      status: "active"
    },
    { code: "SA52", system: "1.2.250.1.71.4.2.4", label: "Maison de sant\xE9 ou P\xF4le de sant\xE9", status: "active" },
    {
      code: "SA53",
      system: "1.2.250.1.71.4.2.4",
      label: "Si\xE8ge administratif d'un \xE9tablissement de sant\xE9",
      status: "active"
    },
    { code: "SA54", system: "1.2.250.1.71.4.2.4", label: "Centre de d\xE9pistage et de pr\xE9vention", status: "active" },
    {
      code: "SA55",
      system: "1.2.250.1.71.4.2.4",
      label: "Laboratoire pharmaceutique pr\xE9parant et d\xE9livrant des allerg\xE8nes",
      status: "active"
    },
    { code: "SA56", system: "1.2.250.1.71.4.2.4", label: "Propharmacie", status: "active" },
    {
      code: "SA57",
      system: "1.2.250.1.71.4.2.4",
      label: "Structure de coop\xE9ration avec mission de coordination de soins",
      status: "active"
    },
    { code: "SA58", system: "1.2.250.1.71.4.2.4", label: "Entreprise de taxis", status: "active" },
    {
      code: "SA59",
      system: "1.2.250.1.71.4.2.4",
      label: "Laboratoire de biologie m\xE9dicale hors cat\xE9gorie standard",
      status: "active"
    },
    { code: "SA60", system: "1.2.250.1.71.4.2.4", label: "Centres m\xE9dicaux SNCF", status: "active" },
    {
      code: "SA61",
      system: "1.2.250.1.71.4.2.4",
      label: "Structure Dispensatrice \xE0 domicile d'Oxyg\xE8ne \xE0 usage m\xE9dical",
      status: "active"
    },
    {
      code: "SA63",
      system: "1.2.250.1.71.4.2.4",
      label: "Communaut\xE9 professionnelle territoriale de sant\xE9 et \xE9quipe de soins sp\xE9cialis\xE9s",
      status: "active"
    },
    { code: "SA64", system: "1.2.250.1.71.4.2.4", label: "Soci\xE9t\xE9 de t\xE9l\xE9consultation", status: "active" },
    { code: "SA65", system: "1.2.250.1.71.4.2.4", label: "Antenne de pharmacie", status: "active" },
    {
      code: "SA66",
      system: "1.2.250.1.71.4.2.4",
      label: "Services de Pr\xE9vention et de Sant\xE9 au Travail (SPST)",
      status: "active"
    },
    { code: "SA67", system: "1.2.250.1.71.4.2.4", label: "Maisons m\xE9dicales de garde (MMG)", status: "active" },
    {
      code: "SA68",
      system: "1.2.250.1.71.4.2.4",
      label: "Services d\xE9partementaux d'incendie et de secours",
      status: "active"
    },
    { code: "SA69", system: "1.2.250.1.71.4.2.4", label: "Maisons de naissance", status: "active" }
  ]
};

// packages/nomenclatures/src/jdv-j03.ts
var jdvJ03 = {
  id: "JDV_J03",
  name: "XdsContentTypeCode_CISIS",
  oid: "1.2.250.1.213.1.1.5.464",
  version: "20260223",
  date: "2026-02-23",
  source: "ANS, terminologies de sant\xE9 1.12.0 (2026-08-05)",
  concepts: [
    {
      code: "EXP_PATIENT",
      system: "1.2.250.1.213.1.1.4.6",
      label: "Expression personnelle du patient",
      status: "active"
    },
    {
      code: "03",
      system: "1.2.250.1.213.2.2",
      label: "Hospitalisation compl\xE8te (non compris hospitalisation de semaine)",
      status: "active"
    },
    { code: "04", system: "1.2.250.1.213.2.2", label: "Hospitalisation de jour", status: "active" },
    { code: "07", system: "1.2.250.1.213.2.2", label: "Consultations soins externes", status: "active" },
    {
      code: "08",
      system: "1.2.250.1.213.2.2",
      label: "Bloc op\xE9ratoire (y compris obst\xE9trical et gyn\xE9cologique)",
      status: "active"
    },
    {
      code: "09",
      system: "1.2.250.1.213.2.2",
      label: "Autres unit\xE9s m\xE9dico-techniques (anesth\xE9siologie, explor fonct, r\xE9\xE9duc et r\xE9adapt fonct, pharmacie)",
      status: "active"
    },
    {
      code: "11",
      system: "1.2.250.1.213.2.2",
      label: "H\xE9bergement complet ou internat (non compris internat de semaine)",
      status: "active"
    },
    { code: "13", system: "1.2.250.1.213.2.2", label: "Semi-internat", status: "active" },
    { code: "14", system: "1.2.250.1.213.2.2", label: "Externat", status: "active" },
    {
      code: "15",
      system: "1.2.250.1.213.2.2",
      label: "Placement en famille d'accueil (strictement social)",
      status: "active"
    },
    {
      code: "16",
      system: "1.2.250.1.213.2.2",
      label: "Prestations sur le lieu de vie (non compris placement familial)",
      status: "active"
    },
    { code: "17", system: "1.2.250.1.213.2.2", label: "Internat de semaine", status: "active" },
    { code: "18", system: "1.2.250.1.213.2.2", label: "H\xE9bergement de nuit en structure \xE9clat\xE9e", status: "active" },
    { code: "19", system: "1.2.250.1.213.2.2", label: "Traitement et cure ambulatoire", status: "active" },
    { code: "20", system: "1.2.250.1.213.2.2", label: "Hospitalisation de semaine", status: "active" },
    {
      code: "21",
      system: "1.2.250.1.213.2.2",
      label: "Accueil de Jour (sans distinction entre semi-internat et externat)",
      status: "active"
    },
    { code: "22", system: "1.2.250.1.213.2.2", label: "Accueil de nuit", status: "active" },
    { code: "26", system: "1.2.250.1.213.2.2", label: "Analyses m\xE9dicales biologiques", status: "active" },
    { code: "27", system: "1.2.250.1.213.2.2", label: "Accueil modulable/s\xE9quentiel", status: "active" },
    { code: "28", system: "1.2.250.1.213.2.2", label: "Consultations dentaires et soins dentaires", status: "active" },
    { code: "33", system: "1.2.250.1.213.2.2", label: "Recherche", status: "active" },
    {
      code: "37",
      system: "1.2.250.1.213.2.2",
      label: "Accueil et prise en charge en appartement th\xE9rapeutique",
      status: "active"
    },
    { code: "40", system: "1.2.250.1.213.2.2", label: "Accueil temporaire avec h\xE9bergement", status: "active" },
    { code: "42", system: "1.2.250.1.213.2.2", label: "Equipe mobile de rue", status: "active" },
    { code: "43", system: "1.2.250.1.213.2.2", label: "Tous modes d'accueil avec h\xE9bergement", status: "active" },
    { code: "44", system: "1.2.250.1.213.2.2", label: "Accueil temporaire de jour", status: "active" },
    {
      code: "45",
      system: "1.2.250.1.213.2.2",
      label: "Accueil temporaire (avec et sans h\xE9bergement)",
      status: "active"
    },
    {
      code: "46",
      system: "1.2.250.1.213.2.2",
      label: "Tous modes d'accueil (avec et sans h\xE9bergement)",
      status: "active"
    },
    {
      code: "47",
      system: "1.2.250.1.213.2.2",
      label: "Accueil de jour et accompagnement en milieu ordinaire",
      status: "active"
    },
    { code: "48", system: "1.2.250.1.213.2.2", label: "Tous modes d'accueil et d'accompagnement", status: "active" },
    { code: "50", system: "1.2.250.1.213.2.2", label: "Protection juridique", status: "active" },
    { code: "52", system: "1.2.250.1.213.2.2", label: "Accompagnement social personnalis\xE9", status: "active" },
    { code: "60", system: "1.2.250.1.213.2.2", label: "Consultations et actes", status: "active" },
    { code: "97", system: "1.2.250.1.213.2.2", label: "Type d'activit\xE9 indiff\xE9renci\xE9", status: "active" },
    { code: "SA05", system: "1.2.250.1.71.4.2.4", label: "Centre de sant\xE9", status: "active" },
    {
      code: "SA06",
      system: "1.2.250.1.71.4.2.4",
      label: "Autre structure du Service de sant\xE9 des arm\xE9es",
      status: "active"
    },
    { code: "SA07", system: "1.2.250.1.71.4.2.4", label: "Cabinet individuel", status: "active" },
    { code: "SA08", system: "1.2.250.1.71.4.2.4", label: "Cabinet de groupe", status: "active" },
    { code: "SA09", system: "1.2.250.1.71.4.2.4", label: "Exercice en soci\xE9t\xE9", status: "active" },
    { code: "SA10", system: "1.2.250.1.71.4.2.4", label: "Transporteur sanitaire", status: "active" },
    { code: "SA12", system: "1.2.250.1.71.4.2.4", label: "Etablissement de soins et pr\xE9vention", status: "active" },
    { code: "SA13", system: "1.2.250.1.71.4.2.4", label: "Pr\xE9vention et soins en entreprise", status: "active" },
    {
      code: "SA14",
      system: "1.2.250.1.71.4.2.4",
      label: "Etablissements scolaires, universitaires et de formation hors champ FINESS",
      status: "active"
    },
    { code: "SA15", system: "1.2.250.1.71.4.2.4", label: "PMI et Planification familiale", status: "active" },
    { code: "SA16", system: "1.2.250.1.71.4.2.4", label: "Etablissement pour personnes handicap\xE9es", status: "active" },
    { code: "SA17", system: "1.2.250.1.71.4.2.4", label: "Etablissement pour personnes \xE2g\xE9es", status: "active" },
    { code: "SA18", system: "1.2.250.1.71.4.2.4", label: "Etablissement aide \xE0 la famille", status: "active" },
    {
      code: "SA19",
      system: "1.2.250.1.71.4.2.4",
      label: "Etablissements FINESS de formation aux professions sanitaires et sociales",
      status: "active"
    },
    {
      code: "SA20",
      system: "1.2.250.1.71.4.2.4",
      label: "Etablissement pour la protection de l'enfance",
      status: "active"
    },
    {
      code: "SA21",
      system: "1.2.250.1.71.4.2.4",
      label: "Etablissement d'h\xE9bergement et de r\xE9adaptation",
      status: "active"
    },
    { code: "SA22", system: "1.2.250.1.71.4.2.4", label: "Recherche", status: "active" },
    { code: "SA23", system: "1.2.250.1.71.4.2.4", label: "Assurance priv\xE9e", status: "active" },
    { code: "SA24", system: "1.2.250.1.71.4.2.4", label: "Organisme de s\xE9curit\xE9 sociale", status: "active" },
    { code: "SA25", system: "1.2.250.1.71.4.2.4", label: "Laboratoire de biologie m\xE9dicale", status: "active" },
    { code: "SA26", system: "1.2.250.1.71.4.2.4", label: "Minist\xE8re ou Service d\xE9concentr\xE9", status: "active" },
    { code: "SA27", system: "1.2.250.1.71.4.2.4", label: "Collectivit\xE9 territoriale", status: "active" },
    { code: "SA28", system: "1.2.250.1.71.4.2.4", label: "Association ou organisme humanitaire", status: "active" },
    {
      code: "SA29",
      system: "1.2.250.1.71.4.2.4",
      label: "Laboratoire d'analyses et de biologie m\xE9dicale",
      status: "active"
    },
    { code: "SA30", system: "1.2.250.1.71.4.2.4", label: "Autre \xE9tablissement sanitaire", status: "active" },
    {
      code: "SA31",
      system: "1.2.250.1.71.4.2.4",
      label: "R\xE9partition et Distribution de m\xE9dicaments et dispositifs m\xE9dicaux",
      status: "active"
    },
    {
      code: "SA32",
      system: "1.2.250.1.71.4.2.4",
      label: "Fabrication, Exploitation et Importation de m\xE9dicaments et dispositifs m\xE9dicaux",
      status: "active"
    },
    { code: "SA33", system: "1.2.250.1.71.4.2.4", label: "Pharmacie d'officine", status: "active" },
    { code: "SA34", system: "1.2.250.1.71.4.2.4", label: "Centre de dialyse", status: "active" },
    { code: "SA35", system: "1.2.250.1.71.4.2.4", label: "Para-pharmacie", status: "active" },
    { code: "SA36", system: "1.2.250.1.71.4.2.4", label: "Centre anti-cancer", status: "active" },
    { code: "SA37", system: "1.2.250.1.71.4.2.4", label: "Centre de transfusion sanguine", status: "active" },
    { code: "SA38", system: "1.2.250.1.71.4.2.4", label: "Pharmacie mini\xE8re", status: "active" },
    { code: "SA39", system: "1.2.250.1.71.4.2.4", label: "Pharmacie mutualiste", status: "active" },
    { code: "SA40", system: "1.2.250.1.71.4.2.4", label: "Secteur priv\xE9, praticien hospitalier", status: "active" },
    {
      code: "SA41",
      system: "1.2.250.1.71.4.2.4",
      label: "Autre \xE9tablissement du domaine social ou m\xE9dico-social",
      status: "active"
    },
    { code: "SA42", system: "1.2.250.1.71.4.2.4", label: "Appareillage m\xE9dical", status: "active" },
    { code: "SA43", system: "1.2.250.1.71.4.2.4", label: "Secteur non d\xE9fini", status: "active" },
    { code: "SA44", system: "1.2.250.1.71.4.2.4", label: "Recrutement ou Gestion RH", status: "active" },
    {
      code: "SA45",
      system: "1.2.250.1.71.4.2.4",
      label: "Communication, Marketing, Consulting, M\xE9dia",
      status: "active"
    },
    {
      code: "SA46",
      system: "1.2.250.1.71.4.2.4",
      label: "Fabrication, Exploitation, Importation, R\xE9partition, Distribution m\xE9dicaments et dispositifs m\xE9dicaux",
      status: "active"
    },
    { code: "SA47", system: "1.2.250.1.71.4.2.4", label: "Incendie et secours", status: "active" },
    {
      code: "SA48",
      system: "1.2.250.1.71.4.2.4",
      label: "Entreprise industrielle et tertiaire hors industrie pharmaceutique",
      status: "active"
    },
    { code: "SA49", system: "1.2.250.1.71.4.2.4", label: "Entit\xE9 Outre-Mer", status: "active" },
    {
      code: "SA50",
      system: "1.2.250.1.71.4.2.4",
      label: "Permanence des soins ambulatoires hors cabinet",
      status: "active"
    },
    {
      code: "SA51",
      system: "1.2.250.1.71.4.2.4",
      label: "Structure de coop\xE9ration avec autorisation de soins",
      status: "active"
    },
    { code: "SA52", system: "1.2.250.1.71.4.2.4", label: "Maison de sant\xE9 ou P\xF4le de sant\xE9", status: "active" },
    {
      code: "SA53",
      system: "1.2.250.1.71.4.2.4",
      label: "Si\xE8ge administratif d'un \xE9tablissement de sant\xE9",
      status: "active"
    },
    { code: "SA54", system: "1.2.250.1.71.4.2.4", label: "Centre de d\xE9pistage et de pr\xE9vention", status: "active" },
    {
      code: "SA55",
      system: "1.2.250.1.71.4.2.4",
      label: "Laboratoire pharmaceutique pr\xE9parant et d\xE9livrant des allerg\xE8nes",
      status: "active"
    },
    { code: "SA56", system: "1.2.250.1.71.4.2.4", label: "Propharmacie", status: "active" },
    {
      code: "SA57",
      system: "1.2.250.1.71.4.2.4",
      label: "Structure de coop\xE9ration avec mission de coordination de soins",
      status: "active"
    },
    { code: "SA58", system: "1.2.250.1.71.4.2.4", label: "Entreprise de taxis", status: "active" },
    {
      code: "SA59",
      system: "1.2.250.1.71.4.2.4",
      label: "Laboratoire de biologie m\xE9dicale hors cat\xE9gorie standard",
      status: "active"
    },
    { code: "SA60", system: "1.2.250.1.71.4.2.4", label: "Centres m\xE9dicaux SNCF", status: "active" },
    {
      code: "SA61",
      system: "1.2.250.1.71.4.2.4",
      label: "Structure Dispensatrice \xE0 domicile d'Oxyg\xE8ne \xE0 usage m\xE9dical",
      status: "active"
    },
    {
      code: "SA63",
      system: "1.2.250.1.71.4.2.4",
      label: "Structures de coordination et d'orientation",
      status: "active"
    },
    { code: "SA64", system: "1.2.250.1.71.4.2.4", label: "Soci\xE9t\xE9 de t\xE9l\xE9consultation", status: "active" },
    { code: "SA65", system: "1.2.250.1.71.4.2.4", label: "Antenne de pharmacie", status: "active" },
    {
      code: "SA66",
      system: "1.2.250.1.71.4.2.4",
      label: "Services de Pr\xE9vention et de Sant\xE9 au Travail (SPST)",
      status: "active"
    },
    { code: "SA67", system: "1.2.250.1.71.4.2.4", label: "Maisons m\xE9dicales de garde (MMG)", status: "active" },
    {
      code: "SA68",
      system: "1.2.250.1.71.4.2.4",
      label: "Services d\xE9partementaux d'incendie et de secours",
      status: "active"
    },
    { code: "SA69", system: "1.2.250.1.71.4.2.4", label: "Maisons de naissance", status: "active" },
    {
      code: "05",
      system: "1.2.250.1.213.1.6.1.128",
      label: "Hospitalisation \xE0 domicile (au domicile du patient)",
      status: "active"
    },
    { code: "11", system: "1.2.250.1.213.1.6.1.128", label: "Centre postcure", status: "active" },
    { code: "12", system: "1.2.250.1.213.1.6.1.128", label: "Centre de crise", status: "active" }
  ]
};

// packages/nomenclatures/src/jdv-j04.ts
var jdvJ04 = {
  id: "JDV_J04",
  name: "XdsPracticeSettingCode_CISIS",
  oid: "1.2.250.1.213.1.1.5.467",
  version: "20240927",
  date: "2024-09-27",
  source: "ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)",
  concepts: [
    {
      code: "EXP_PATIENT",
      system: "1.2.250.1.213.1.1.4.6",
      label: "Expression personnelle du patient",
      status: "active"
    },
    { code: "SNR", system: "1.2.250.1.213.1.1.4.6", label: "Service num\xE9rique r\xE9f\xE9renc\xE9", status: "active" },
    { code: "AMBULATOIRE", system: "1.2.250.1.213.1.1.4.9", label: "Ambulatoire", status: "active" },
    {
      code: "AMO",
      system: "1.2.250.1.213.1.1.4.9",
      label: "Organisme d'assurance maladie obligatoire",
      status: "active"
    },
    { code: "DEPISTAGE", system: "1.2.250.1.213.1.1.4.9", label: "D\xE9pistage", status: "active" },
    {
      code: "ESSMS",
      system: "1.2.250.1.213.1.1.4.9",
      label: "Etablissement ou Service Social ou M\xE9dico-Social",
      status: "active"
    },
    { code: "ETABLISSEMENT", system: "1.2.250.1.213.1.1.4.9", label: "Etablissement de sant\xE9", status: "active" },
    { code: "HAD", system: "1.2.250.1.213.1.1.4.9", label: "Hospitalisation \xE0 domicile", status: "active" },
    { code: "MAD", system: "1.2.250.1.213.1.1.4.9", label: "Maintien \xE0 domicile", status: "active" },
    { code: "PALLIATIF", system: "1.2.250.1.213.1.1.4.9", label: "Soins palliatifs", status: "active" },
    { code: "SAD", system: "1.2.250.1.213.1.1.4.9", label: "Soins \xE0 domicile", status: "active" },
    { code: "SAMU_SMUR", system: "1.2.250.1.213.1.1.4.9", label: "SAMU/SMUR", status: "active" }
  ]
};

// packages/nomenclatures/src/jdv-j06.ts
var jdvJ06 = {
  id: "JDV_J06",
  name: "XdsClassCode_CISIS",
  oid: "1.2.250.1.213.1.1.5.462",
  version: "20230922",
  date: "2023-09-22",
  source: "ANS, terminologies de sant\xE9 1.12.0 (2026-08-05)",
  concepts: [
    { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
    { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
    { code: "31", system: "1.2.250.1.213.1.1.4.1", label: "Imagerie m\xE9dicale", status: "active" },
    { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
    { code: "43", system: "1.2.250.1.213.1.1.4.1", label: "Dispensation", status: "active" },
    { code: "44", system: "1.2.250.1.213.1.1.4.1", label: "Plan de soins, protocole de soins", status: "active" },
    { code: "45", system: "1.2.250.1.213.1.1.4.1", label: "Traitement administr\xE9", status: "active" },
    { code: "52", system: "1.2.250.1.213.1.1.4.1", label: "Certificat, d\xE9claration", status: "active" },
    { code: "60", system: "1.2.250.1.213.1.1.4.1", label: "Donn\xE9es de remboursement", status: "active" },
    { code: "90", system: "1.2.250.1.213.1.1.4.1", label: "Autres documents d\xE9pos\xE9s par le patient", status: "active" },
    { code: "95", system: "1.2.250.1.213.1.1.4.1", label: "Document de gestion", status: "active" },
    { code: "99", system: "1.2.250.1.213.1.1.4.1", label: "Document technique", status: "active" },
    { code: "urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1", system: "URN", label: "Digital Signature", status: "active" }
  ]
};

// packages/nomenclatures/src/jdv-j07.ts
var jdvJ07 = {
  id: "JDV_J07",
  name: "XdsTypeCode_CISIS",
  oid: "1.2.250.1.213.1.1.5.471",
  version: "20240927",
  date: "2024-09-27",
  source: "ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)",
  concepts: [
    {
      code: "ATTEST-ASS-COMPL",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Attestation assurance compl\xE9mentaire",
      status: "active"
    },
    { code: "ATTEST-RESID", system: "1.2.250.1.213.1.1.4.12", label: "Attestation de r\xE9sidence", status: "active" },
    { code: "ATTEST-HEBGT", system: "1.2.250.1.213.1.1.4.12", label: "Attestation d'h\xE9bergement", status: "active" },
    {
      code: "ATTEST-DROITS-AM",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Attestation de droits \xE0 l'assurance maladie",
      status: "active"
    },
    {
      code: "AUTORIS-SOINS",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Autorisation de soins et actes non usuels sanitaires",
      status: "active"
    },
    {
      code: "BIL_AUTO",
      system: "1.2.250.1.213.1.1.4.12",
      label: "CR de bilan d'\xE9valuation de la perte d'autonomie",
      status: "active"
    },
    { code: "CERT_DECL", system: "1.2.250.1.213.1.1.4.12", label: "Certificat, d\xE9claration", status: "active" },
    { code: "DISP_AUT", system: "1.2.250.1.213.1.1.4.12", label: "Dispensation (autre)", status: "active" },
    { code: "EXPPAT_1", system: "1.2.250.1.213.1.1.4.12", label: "Volont\xE9s et droits du patient", status: "active" },
    { code: "EXPPAT_2", system: "1.2.250.1.213.1.1.4.12", label: "Autre document du patient", status: "active" },
    { code: "EXPPAT_3", system: "1.2.250.1.213.1.1.4.12", label: "Directives anticip\xE9es", status: "active" },
    {
      code: "IMG-KOS",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Reference d'objets d'un examen d'imagerie",
      status: "active"
    },
    { code: "PROT_ALD", system: "1.2.250.1.213.1.1.4.12", label: "Protocole de soins ALD", status: "active" },
    { code: "REMB", system: "1.2.250.1.213.1.1.4.12", label: "Donn\xE9es de remboursement", status: "active" },
    { code: "SYNTH", system: "1.2.250.1.213.1.1.4.12", label: "Synth\xE8se", status: "active" },
    { code: "DOCPAT01", system: "1.2.250.1.213.1.1.4.12", label: "Synth\xE8se d\xE9pos\xE9e par le patient", status: "active" },
    {
      code: "DOCPAT02",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Traitement ou document de soins d\xE9pos\xE9 par le patient",
      status: "active"
    },
    { code: "DOCPAT03", system: "1.2.250.1.213.1.1.4.12", label: "CR d\xE9pos\xE9 par le patient", status: "active" },
    { code: "DOCPAT04", system: "1.2.250.1.213.1.1.4.12", label: "Imagerie d\xE9pos\xE9e par le patient", status: "active" },
    {
      code: "DOCPAT05",
      system: "1.2.250.1.213.1.1.4.12",
      label: "CR de biologie d\xE9pos\xE9 par le patient",
      status: "active"
    },
    {
      code: "DOCPAT06",
      system: "1.2.250.1.213.1.1.4.12",
      label: "CR de pr\xE9vention d\xE9pos\xE9 par le patient",
      status: "active"
    },
    { code: "DOCPAT07", system: "1.2.250.1.213.1.1.4.12", label: "Certificat d\xE9pos\xE9 par le patient", status: "active" },
    { code: "DOCPAT08", system: "1.2.250.1.213.1.1.4.12", label: "Profil m\xE9dical Mon espace sant\xE9", status: "active" },
    {
      code: "DOCPAT09",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Document administratif d\xE9pos\xE9 par le patient",
      status: "active"
    },
    { code: "PIECE-IDENTITE", system: "1.2.250.1.213.1.1.4.12", label: "Copie pi\xE8ce d'identit\xE9", status: "active" },
    { code: "PRESC-AAT", system: "1.2.250.1.213.1.1.4.12", label: "Prescription arr\xEAt de travail", status: "active" },
    {
      code: "PRESC-BIO",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Prescription d'actes de biologie m\xE9dicale",
      status: "active"
    },
    {
      code: "PRESC-KINE",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Prescription d'actes de kin\xE9sith\xE9rapie",
      status: "active"
    },
    { code: "PRESC-INF", system: "1.2.250.1.213.1.1.4.12", label: "Prescription d'actes infirmiers", status: "active" },
    {
      code: "PRESC-PEDI",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Prescription d'actes de p\xE9dicurie",
      status: "active"
    },
    {
      code: "PRESC-ORTHOPHO",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Prescription d'actes d'orthophonie",
      status: "active"
    },
    {
      code: "PRESC-ORTHOPTIE",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Prescription d'actes d'orthoptie",
      status: "active"
    },
    { code: "FEUILLE-DE-STYLE", system: "1.2.250.1.213.1.1.4.12", label: "Feuille de style", status: "active" },
    { code: "FICHE-CONTACTS", system: "1.2.250.1.213.1.1.4.12", label: "Fiche contacts", status: "active" },
    {
      code: "EXPORT_DUI",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Export du Dossier Usager Informatis\xE9",
      status: "active"
    },
    { code: "11369-6", system: "2.16.840.1.113883.6.1", label: "Historique des vaccinations", status: "active" },
    {
      code: "11488-4",
      system: "2.16.840.1.113883.6.1",
      label: "CR ou fiche de consultation ou de visite",
      status: "active"
    },
    {
      code: "11490-0",
      system: "2.16.840.1.113883.6.1",
      label: "Lettre de liaison \xE0 la sortie d'un \xE9tablissement de soins",
      status: "active"
    },
    { code: "34112-3", system: "2.16.840.1.113883.6.1", label: "CR hospitalier (s\xE9jour)", status: "active" },
    { code: "11502-2", system: "2.16.840.1.113883.6.1", label: "CR d'examens biologiques", status: "active" },
    { code: "11505-5", system: "2.16.840.1.113883.6.1", label: "CR d'acte th\xE9rapeutique (autre)", status: "active" },
    {
      code: "11506-3",
      system: "2.16.840.1.113883.6.1",
      label: "CR ou fiche de suivi de soins par auxiliaire m\xE9dical",
      status: "active"
    },
    { code: "15507-7", system: "2.16.840.1.113883.6.1", label: "CR de passage aux urgences", status: "active" },
    { code: "15508-5", system: "2.16.840.1.113883.6.1", label: "CR d'accouchement", status: "active" },
    { code: "18776-5", system: "2.16.840.1.113883.6.1", label: "Plan personnalis\xE9 de soins", status: "active" },
    { code: "18748-4", system: "2.16.840.1.113883.6.1", label: "CR d'imagerie m\xE9dicale", status: "active" },
    {
      code: "18761-7",
      system: "2.16.840.1.113883.6.1",
      label: "Note de transfert (dont lettre de liaison \xE0 l'entr\xE9e en \xE9tablissement de soins)",
      status: "active"
    },
    { code: "28617-9", system: "2.16.840.1.113883.6.1", label: "Bilan bucco-dentaire", status: "active" },
    {
      code: "28653-4",
      system: "2.16.840.1.113883.6.1",
      label: "Document du secteur social / m\xE9dico-social",
      status: "active"
    },
    { code: "29274-8", system: "2.16.840.1.113883.6.1", label: "Mesures de signes vitaux", status: "active" },
    { code: "34120-6", system: "2.16.840.1.113883.6.1", label: "Bilan par professionnel de sant\xE9", status: "active" },
    { code: "34133-9", system: "2.16.840.1.113883.6.1", label: "Synth\xE8se d'\xE9pisode de soins", status: "active" },
    {
      code: "34749-2",
      system: "2.16.840.1.113883.6.1",
      label: "CR de consultation pr\xE9-anesth\xE9sique",
      status: "active"
    },
    {
      code: "34794-8",
      system: "2.16.840.1.113883.6.1",
      label: "CR de r\xE9union de concertation pluridisciplinaire",
      status: "active"
    },
    { code: "34842-5", system: "2.16.840.1.113883.6.1", label: "Grille d'\xE9valuation m\xE9dico-social", status: "active" },
    { code: "34874-8", system: "2.16.840.1.113883.6.1", label: "CR op\xE9ratoire", status: "active" },
    {
      code: "34875-5",
      system: "2.16.840.1.113883.6.1",
      label: "\xC9valuation postop\xE9ratoire et note de suivi",
      status: "active"
    },
    { code: "47420-5", system: "2.16.840.1.113883.6.1", label: "CR de bilan fonctionnel", status: "active" },
    { code: "51851-4", system: "2.16.840.1.113883.6.1", label: "Document administratif", status: "active" },
    { code: "51969-4", system: "2.16.840.1.113883.6.1", label: "CR de g\xE9n\xE9tique mol\xE9culaire", status: "active" },
    {
      code: "52040-3",
      system: "2.16.840.1.113883.6.1",
      label: "Document encapsulant une image d'illustration non DICOM",
      status: "active"
    },
    { code: "55115-0", system: "2.16.840.1.113883.6.1", label: "Demande d'actes d'imagerie", status: "active" },
    { code: "56445-0", system: "2.16.840.1.113883.6.1", label: "Bilan m\xE9dicamenteux (Officine)", status: "active" },
    { code: "56446-8", system: "2.16.840.1.113883.6.1", label: "Notification de rendez-vous", status: "active" },
    { code: "57828-6", system: "2.16.840.1.113883.6.1", label: "Prescription (autre)", status: "active" },
    { code: "57832-8", system: "2.16.840.1.113883.6.1", label: "Prescription de soins", status: "active" },
    { code: "57833-6", system: "2.16.840.1.113883.6.1", label: "Prescription de produits de sant\xE9", status: "active" },
    { code: "59283-2", system: "2.16.840.1.113883.6.1", label: "CR d'examen de l'enfant", status: "active" },
    { code: "59284-0", system: "2.16.840.1.113883.6.1", label: "Attestation de consentement", status: "active" },
    {
      code: "60280-5",
      system: "2.16.840.1.113883.6.1",
      label: "Fiche de retour du service des urgences",
      status: "active"
    },
    {
      code: "60568-3",
      system: "2.16.840.1.113883.6.1",
      label: "CR d'anatomie et de cytologie pathologiques",
      status: "active"
    },
    { code: "60591-5", system: "2.16.840.1.113883.6.1", label: "Synth\xE8se m\xE9dicale", status: "active" },
    { code: "60593-1", system: "2.16.840.1.113883.6.1", label: "Dispensation m\xE9dicamenteuse", status: "active" },
    { code: "61357-0", system: "2.16.840.1.113883.6.1", label: "Intervention pharmaceutique", status: "active" },
    { code: "67851-6", system: "2.16.840.1.113883.6.1", label: "CR d'admission", status: "active" },
    { code: "68599-0", system: "2.16.840.1.113883.6.1", label: "Synth\xE8se psychiatrique", status: "active" },
    {
      code: "68817-6",
      system: "2.16.840.1.113883.6.1",
      label: "Bilan de sant\xE9 et de pr\xE9vention de l'enfant",
      status: "active"
    },
    { code: "70004-7", system: "2.16.840.1.113883.6.1", label: "CR d'acte diagnostique (autre)", status: "active" },
    {
      code: "78341-5",
      system: "2.16.840.1.113883.6.1",
      label: "Fiche de transfert vers le service des urgences",
      status: "active"
    },
    { code: "74207-2", system: "2.16.840.1.113883.6.1", label: "Document de liaison d'urgence", status: "active" },
    { code: "74465-6", system: "2.16.840.1.113883.6.1", label: "Questionnaire patient", status: "active" },
    {
      code: "75468-9",
      system: "2.16.840.1.113883.6.1",
      label: "Renouvellement ordonnance par pharmacien correspondant",
      status: "active"
    },
    {
      code: "75482-0",
      system: "2.16.840.1.113883.6.1",
      label: "CR d'acte th\xE9rapeutique \xE0 vis\xE9e pr\xE9ventive",
      status: "active"
    },
    {
      code: "75492-9",
      system: "2.16.840.1.113883.6.1",
      label: "CR d'acte diagnostique \xE0 vis\xE9e pr\xE9ventive ou de d\xE9pistage",
      status: "active"
    },
    { code: "75496-0", system: "2.16.840.1.113883.6.1", label: "Demande d'acte de t\xE9l\xE9m\xE9decine", status: "active" },
    { code: "77436-4", system: "2.16.840.1.113883.6.1", label: "CR d'anesth\xE9sie", status: "active" },
    { code: "77604-7", system: "2.16.840.1.113883.6.1", label: "Planification th\xE9rapeutique", status: "active" },
    {
      code: "78513-9",
      system: "2.16.840.1.113883.6.1",
      label: "CR de consultation en ophtalmologie",
      status: "active"
    },
    { code: "78601-2", system: "2.16.840.1.113883.6.1", label: "CR d'entretien pharmaceutique", status: "active" },
    { code: "80565-5", system: "2.16.840.1.113883.6.1", label: "CR d'administration de m\xE9dicaments", status: "active" },
    { code: "80771-9", system: "2.16.840.1.113883.6.1", label: "Projet d'accueil individualis\xE9", status: "active" },
    {
      code: "80788-3",
      system: "2.16.840.1.113883.6.1",
      label: "Projet personnalis\xE9 d'accompagnement",
      status: "active"
    },
    {
      code: "80820-4",
      system: "2.16.840.1.113883.6.1",
      label: "Formulaire de conciliation m\xE9dicamenteuse (H\xF4pital)",
      status: "active"
    },
    { code: "83836-7", system: "2.16.840.1.113883.6.1", label: "Sch\xE9ma dentaire", status: "active" },
    { code: "83869-8", system: "2.16.840.1.113883.6.1", label: "Plan personnalis\xE9 de pr\xE9vention", status: "active" },
    { code: "83901-9", system: "2.16.840.1.113883.6.1", label: "Bilan psychologique", status: "active" },
    {
      code: "83981-1",
      system: "2.16.840.1.113883.6.1",
      label: "Lettre de liaison \xE0 la sortie d'une structure sociale ou m\xE9dico-sociale",
      status: "active"
    },
    { code: "85208-7", system: "2.16.840.1.113883.6.1", label: "CR de t\xE9l\xE9m\xE9decine", status: "active" },
    { code: "86531-1", system: "2.16.840.1.113883.6.1", label: "Attestation de sortie", status: "active" },
    { code: "87273-9", system: "2.16.840.1.113883.6.1", label: "Note de vaccination", status: "active" },
    {
      code: "88348-8",
      system: "2.16.840.1.113883.6.1",
      label: "Lettre de liaison d'entr\xE9e en structure sociale ou m\xE9dico-sociale",
      status: "active"
    },
    { code: "89601-9", system: "2.16.840.1.113883.6.1", label: "Certificat m\xE9dical", status: "active" },
    { code: "93024-8", system: "2.16.840.1.113883.6.1", label: "CR de consultation pharmaceutique", status: "active" },
    { code: "96349-6", system: "2.16.840.1.113883.6.1", label: "Lettre d'adressage", status: "active" },
    {
      code: "96874-3",
      system: "2.16.840.1.113883.6.1",
      label: "COVID-19 Attestation de vaccination",
      status: "active"
    },
    {
      code: "96173-0",
      system: "2.16.840.1.113883.6.1",
      label: "Test rapide d'orientation diagnostique",
      status: "active"
    },
    { code: "57055-6", system: "2.16.840.1.113883.6.1", label: "Synth\xE8se antepartum", status: "active" },
    { code: "57057-2", system: "2.16.840.1.113883.6.1", label: "Synth\xE8se Salle de Naissance M\xE8re", status: "active" },
    { code: "57075-4", system: "2.16.840.1.113883.6.1", label: "Synth\xE8se Salle de Naissance Enfant", status: "active" },
    { code: "89235-6", system: "2.16.840.1.113883.6.1", label: "Synth\xE8se Suites de Couches M\xE8re", status: "active" },
    { code: "78489-2", system: "2.16.840.1.113883.6.1", label: "Synth\xE8se Enfant en Maternit\xE9", status: "active" },
    { code: "89233-1", system: "2.16.840.1.113883.6.1", label: "CR de grossesse", status: "active" },
    { code: "101881-1", system: "2.16.840.1.113883.6.1", label: "Carte d'implant", status: "active" },
    { code: "E1762", system: "ASTM", label: "Full Document", status: "active" }
  ]
};

// packages/nomenclatures/src/jdv-j10.ts
var jdvJ10 = {
  id: "JDV_J10",
  name: "XdsFormatCode_CISIS",
  oid: "1.2.250.1.213.1.1.5.465",
  version: "20260629",
  date: "2026-06-29",
  source: "ANS, terminologies de sant\xE9 1.12.0 (2026-08-05)",
  concepts: [
    {
      code: "urn:ans:ci-sis:bio-ep-bio:2022",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Prescription d'actes de biologie m\xE9dicale",
      status: "active"
    },
    {
      code: "urn:ans:ci-sis:img-da:2022",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Demande d'actes d'imagerie",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:aunv:2013",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche d'admission en unit\xE9 neuro-vasculaire",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:avk:2009",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche patient \xE0 risque en cardiologie - Traitement AVK",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:crgm:2018",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Compte rendu de g\xE9n\xE9tique mol\xE9culaire",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:crrtn:2013",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Compte-rendu de r\xE9tinographie",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:cse-cs24:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Certificat de sant\xE9 du 24\xE8me mois de l'enfant",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:cse-cs8:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Certificat de sant\xE9 du 8\xE8me jour de l'enfant",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:cse-cs9:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Certificat de sant\xE9 du 9\xE8me mois de l'enfant",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:d2lm-fidd:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Seconde lecture de mammographie - Fiche d'interpr\xE9tation du bilan de diagnostic diff\xE9r\xE9",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:d2lm-fin:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Seconde lecture de mammographie - Fiche d'interpr\xE9tation nationale",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:dci:2009",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche patient \xE0 risque en cardiologie - D\xE9fibrillateur cardiaque interne",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:dlu:2015",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Document de liaison d'urgence",
      status: "active"
    },
    {
      code: "urn:ans:ci-sis:cse-mde:2023",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Mesures de signes vitaux",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:eunv:2013",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche d'\xE9pisode de soin en unit\xE9 neuro-vasculaire",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:fludr:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche de liaison d'urgence - Retour des urgences vers l'EHPAD",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:fludt:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche de liaison d'urgence - Transfert de l'EHPAD vers les urgences",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:frcp:2011",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche de r\xE9union de concertation pluridisciplinaire",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:hr:2019",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Donn\xE9es de remboursement",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:idap:2011",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Information et directives anticip\xE9es du patient",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:ldl-ees:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Lettre de Liaison \xE0 l'entr\xE9e d'un \xE9tablissement de sant\xE9",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:ldl-ses:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Lettre de Liaison \xE0 la sortie de l'\xE9tablissement de sant\xE9",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:pavc:2016",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Compte-rendu de consultation d'\xE9valuation pluri-professionnelle post AVC",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:pps-cancer:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Programme Personnalis\xE9 de Soins - Cancer",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:pps-paerpa:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Plan Personnalis\xE9 de Sant\xE9 - PAERPA",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:ppv:2009",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche patient \xE0 risque en cardiologie - Porteur d'une proth\xE8se valvulaire",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:psc:2009",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche patient \xE0 risque en cardiologie - Porteur d'un stimulateur cardiaque",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:sdm-mr:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Set de Donn\xE9es Minimum - Maladies Rares",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:sunv:2013",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche de sortie d'unit\xE9 neuro-vasculaire",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:tap:2009",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche patient \xE0 risque en cardiologie - Traitement antiagr\xE9gant plaquettaire, stent",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:vac:2019",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Historique des vaccinations",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:vsm:2012",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Synth\xE8se m\xE9dicale",
      status: "active"
    },
    {
      code: "urn:asipSante:modelesHorsProfils:2011",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Document non r\xE9f\xE9renc\xE9 IHE ou CI-SIS",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:cr-cpa:2020",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Compte rendu de consultation pr\xE9-anesth\xE9sique",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:cr-anest:2020",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Compte rendu d'anesth\xE9sie",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:tlm-da:2020",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Demande d'acte de t\xE9l\xE9m\xE9decine",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:vac-note:2021",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Note de vaccination",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:obp-sap:2023",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Synth\xE8se antepartum",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:obp-snm:2023",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Synth\xE8se Salle de Naissance M\xE8re",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:obp-sne:2023",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Synth\xE8se Salle de Naissance Enfant",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:obp-scm:2023",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Synth\xE8se Suites de Couches M\xE8re",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:obp-sem:2023",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Synth\xE8se Enfant en Maternit\xE9",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:ppp:2023",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Plan personnalis\xE9 de pr\xE9vention",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:ft-su:2024",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche de transfert vers le service des urgences",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:fr-su:2024",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche de retour du service des urgences",
      status: "active"
    },
    {
      code: "urn:ans:ci-sis:trod:2024",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Test rapide d'orientation diagnostique",
      status: "active"
    },
    {
      code: "urn:ans:ci-sis:feuille-de-style:2023",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Feuille de style",
      status: "active"
    },
    {
      code: "urn:ans:ci-sis:mso-rougeole:2026",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "D\xE9claration de maladie \xE0 signalement obligatoire : Rougeole",
      status: "active"
    },
    {
      code: "urn:ans:ci-sis:mso-dengue:2026",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "D\xE9claration de maladie \xE0 signalement obligatoire : Dengue",
      status: "active"
    },
    {
      code: "urn:ans:ci-sis:mso-chikungunya:2026",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "D\xE9claration de maladie \xE0 signalement obligatoire : Chikungunya",
      status: "active"
    },
    {
      code: "urn:ans:ci-sis:mso-zika:2026",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "D\xE9claration de maladie \xE0 signalement obligatoire : Zika",
      status: "active"
    },
    {
      code: "urn:ans:ci-sis:mso-westnile:2026",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "D\xE9claration de maladie \xE0 signalement obligatoire : West Nile",
      status: "active"
    },
    {
      code: "urn:ihe:iti:dsg:detached:2014",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Signature d\xE9tach\xE9e",
      status: "active"
    },
    {
      code: "urn:ihe:iti:dsg:enveloping:2014",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Document sign\xE9 avec une signature enveloppante",
      status: "active"
    },
    {
      code: "urn:ihe:iti:xds-sd:pdf:2008",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Document \xE0 corps non structur\xE9 en Pdf/A-1",
      status: "active"
    },
    {
      code: "urn:ihe:iti:xds-sd:text:2008",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Document \xE0 corps non structur\xE9 en texte brut",
      status: "active"
    },
    {
      code: "urn:ihe:pharm:dis:2010",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Dispensation m\xE9dicamenteuse",
      status: "active"
    },
    {
      code: "urn:ihe:iti-fr:xds-sd:jpeg:2010",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Document \xE0 corps non structur\xE9 en format jpeg",
      status: "active"
    },
    {
      code: "urn:ihe:iti-fr:xds-sd:rtf:2010",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Document \xE0 corps non structur\xE9 en format rtf",
      status: "active"
    },
    {
      code: "urn:ihe:iti-fr:xds-sd:tiff:2010",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Document \xE0 corps non structur\xE9 en format tiff",
      status: "active"
    },
    {
      code: "urn:ihe:lab:xd-lab:2008",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Compte rendu structur\xE9 d'examens de biologie m\xE9dicale",
      status: "active"
    },
    {
      code: "urn:ihe:palm:apsr:2016",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "CR d'anatomie et de cytologie pathologiques",
      status: "active"
    },
    { code: "urn:ihe:pcc:ips:2020", system: "1.3.6.1.4.1.19376.1.2.3", label: "Synth\xE8se m\xE9dicale", status: "active" },
    {
      code: "urn:ihe:pharm:pre:2010",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Prescription de m\xE9dicaments",
      status: "active"
    },
    {
      code: "urn:ihe:eyecare:geneyeevalcn:2014",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "CR de consultation en ophtalmologie",
      status: "active"
    },
    {
      code: "urn:ihe:rad:CDA:ImagingReportStructuredHeadings:2013",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Compte-rendu d'imagerie m\xE9dicale",
      status: "active"
    },
    {
      code: "1.2.840.10008.5.1.4.1.1.88.59",
      system: "1.2.840.10008.2.6.1",
      label: "Document R\xE9f\xE9rences d'objets d'un examen d'imagerie selon profil IHE RAD XDS-I",
      status: "active"
    },
    { code: "urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1", system: "URN", label: "Digital Signature", status: "active" }
  ]
};

// packages/nomenclatures/src/jdv-j57.ts
var jdvJ57 = {
  id: "JDV_J57",
  name: "ClassCode_DMP",
  oid: "1.2.250.1.213.1.1.5.6",
  version: "20230922",
  date: "2023-09-22",
  source: "ANS, terminologies de sant\xE9 1.12.0 (2026-08-05)",
  concepts: [
    { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
    { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
    { code: "31", system: "1.2.250.1.213.1.1.4.1", label: "Imagerie m\xE9dicale", status: "active" },
    { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
    { code: "43", system: "1.2.250.1.213.1.1.4.1", label: "Dispensation", status: "active" },
    { code: "44", system: "1.2.250.1.213.1.1.4.1", label: "Plan de soins, protocole de soins", status: "active" },
    { code: "45", system: "1.2.250.1.213.1.1.4.1", label: "Traitement administr\xE9", status: "active" },
    { code: "52", system: "1.2.250.1.213.1.1.4.1", label: "Certificat, d\xE9claration", status: "active" },
    { code: "60", system: "1.2.250.1.213.1.1.4.1", label: "Donn\xE9es de remboursement", status: "active" },
    { code: "90", system: "1.2.250.1.213.1.1.4.1", label: "Autres documents d\xE9pos\xE9s par le patient", status: "active" },
    { code: "95", system: "1.2.250.1.213.1.1.4.1", label: "Document de gestion", status: "active" },
    { code: "urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1", system: "URN", label: "Digital Signature", status: "active" }
  ]
};

// packages/nomenclatures/src/jdv-j58.ts
var jdvJ58 = {
  id: "JDV_J58",
  name: "ConfidentialityCode_DMP",
  oid: "1.2.250.1.213.1.1.5.9",
  version: "20200424",
  date: "2020-04-24",
  source: "ANS, terminologies de sant\xE9 1.12.0 (2026-08-05), labels of JDV_J08",
  concepts: [
    { code: "N", system: "2.16.840.1.113883.5.25", label: "Normal", status: "active" },
    { code: "R", system: "2.16.840.1.113883.5.25", label: "Restreint", status: "active" },
    { code: "V", system: "2.16.840.1.113883.5.25", label: "Tr\xE8s restreint", status: "active" },
    {
      code: "INVISIBLE_PATIENT",
      system: "1.2.250.1.213.1.1.4.13",
      label: "Non visible par le patient",
      status: "active"
    },
    {
      code: "INVISIBLE_REPRESENTANTS_LEGAUX",
      system: "1.2.250.1.213.1.1.4.13",
      label: "Non visible par les repr\xE9sentants l\xE9gaux du patient",
      status: "active"
    },
    {
      code: "MASQUE_PS",
      system: "1.2.250.1.213.1.1.4.13",
      label: "Masqu\xE9 aux professionnels de sant\xE9",
      status: "active"
    }
  ]
};

// packages/nomenclatures/src/jdv-j59.ts
var jdvJ59 = {
  id: "JDV_J59",
  name: "ContentTypeCode_DMP",
  oid: "1.2.250.1.213.1.1.5.2",
  version: "20240927",
  date: "2024-09-27",
  source: "ANS, terminologies de sant\xE9 1.12.0 (2026-08-05), labels of JDV_J03 and JDV_J02",
  concepts: [
    {
      code: "EXP_PATIENT",
      system: "1.2.250.1.213.1.1.4.6",
      label: "Expression personnelle du patient",
      status: "active"
    },
    {
      code: "03",
      system: "1.2.250.1.213.2.2",
      label: "Hospitalisation compl\xE8te (non compris hospitalisation de semaine)",
      status: "active"
    },
    { code: "04", system: "1.2.250.1.213.2.2", label: "Hospitalisation de jour", status: "active" },
    { code: "07", system: "1.2.250.1.213.2.2", label: "Consultations soins externes", status: "active" },
    {
      code: "08",
      system: "1.2.250.1.213.2.2",
      label: "Bloc op\xE9ratoire (y compris obst\xE9trical et gyn\xE9cologique)",
      status: "active"
    },
    {
      code: "09",
      system: "1.2.250.1.213.2.2",
      label: "Autres unit\xE9s m\xE9dico-techniques (anesth\xE9siologie, explor fonct, r\xE9\xE9duc et r\xE9adapt fonct, pharmacie)",
      status: "active"
    },
    {
      code: "11",
      system: "1.2.250.1.213.2.2",
      label: "H\xE9bergement complet ou internat (non compris internat de semaine)",
      status: "active"
    },
    { code: "13", system: "1.2.250.1.213.2.2", label: "Semi-internat", status: "active" },
    { code: "14", system: "1.2.250.1.213.2.2", label: "Externat", status: "active" },
    {
      code: "15",
      system: "1.2.250.1.213.2.2",
      label: "Placement en famille d'accueil (strictement social)",
      status: "active"
    },
    {
      code: "16",
      system: "1.2.250.1.213.2.2",
      label: "Prestations sur le lieu de vie (non compris placement familial)",
      status: "active"
    },
    { code: "17", system: "1.2.250.1.213.2.2", label: "Internat de semaine", status: "active" },
    { code: "18", system: "1.2.250.1.213.2.2", label: "H\xE9bergement de nuit en structure \xE9clat\xE9e", status: "active" },
    { code: "19", system: "1.2.250.1.213.2.2", label: "Traitement et cure ambulatoire", status: "active" },
    { code: "20", system: "1.2.250.1.213.2.2", label: "Hospitalisation de semaine", status: "active" },
    {
      code: "21",
      system: "1.2.250.1.213.2.2",
      label: "Accueil de Jour (sans distinction entre semi-internat et externat)",
      status: "active"
    },
    { code: "22", system: "1.2.250.1.213.2.2", label: "Accueil de nuit", status: "active" },
    { code: "25", system: "1.2.250.1.213.2.2", label: "Accueil temporaire week-end ou vacances", status: "active" },
    { code: "26", system: "1.2.250.1.213.2.2", label: "Analyses m\xE9dicales biologiques", status: "active" },
    { code: "27", system: "1.2.250.1.213.2.2", label: "Accueil modulable/s\xE9quentiel", status: "active" },
    { code: "28", system: "1.2.250.1.213.2.2", label: "Consultations dentaires et soins dentaires", status: "active" },
    { code: "33", system: "1.2.250.1.213.2.2", label: "Recherche", status: "active" },
    {
      code: "37",
      system: "1.2.250.1.213.2.2",
      label: "Accueil et prise en charge en appartement th\xE9rapeutique",
      status: "active"
    },
    { code: "40", system: "1.2.250.1.213.2.2", label: "Accueil temporaire avec h\xE9bergement", status: "active" },
    { code: "42", system: "1.2.250.1.213.2.2", label: "Equipe mobile de rue", status: "active" },
    { code: "43", system: "1.2.250.1.213.2.2", label: "Tous modes d'accueil avec h\xE9bergement", status: "active" },
    { code: "44", system: "1.2.250.1.213.2.2", label: "Accueil temporaire de jour", status: "active" },
    {
      code: "45",
      system: "1.2.250.1.213.2.2",
      label: "Accueil temporaire (avec et sans h\xE9bergement)",
      status: "active"
    },
    {
      code: "46",
      system: "1.2.250.1.213.2.2",
      label: "Tous modes d'accueil (avec et sans h\xE9bergement)",
      status: "active"
    },
    {
      code: "47",
      system: "1.2.250.1.213.2.2",
      label: "Accueil de jour et accompagnement en milieu ordinaire",
      status: "active"
    },
    { code: "48", system: "1.2.250.1.213.2.2", label: "Tous modes d'accueil et d'accompagnement", status: "active" },
    { code: "50", system: "1.2.250.1.213.2.2", label: "Protection juridique", status: "active" },
    { code: "52", system: "1.2.250.1.213.2.2", label: "Accompagnement social personnalis\xE9", status: "active" },
    { code: "60", system: "1.2.250.1.213.2.2", label: "Consultations et actes", status: "active" },
    { code: "97", system: "1.2.250.1.213.2.2", label: "Type d'activit\xE9 indiff\xE9renci\xE9", status: "active" },
    { code: "SA05", system: "1.2.250.1.71.4.2.4", label: "Centre de sant\xE9", status: "active" },
    {
      code: "SA06",
      system: "1.2.250.1.71.4.2.4",
      label: "Autre structure du Service de sant\xE9 des arm\xE9es",
      status: "active"
    },
    { code: "SA07", system: "1.2.250.1.71.4.2.4", label: "Cabinet individuel", status: "active" },
    { code: "SA08", system: "1.2.250.1.71.4.2.4", label: "Cabinet de groupe", status: "active" },
    { code: "SA09", system: "1.2.250.1.71.4.2.4", label: "Exercice en soci\xE9t\xE9", status: "active" },
    { code: "SA10", system: "1.2.250.1.71.4.2.4", label: "Transporteur sanitaire", status: "active" },
    { code: "SA12", system: "1.2.250.1.71.4.2.4", label: "Etablissement de soins et pr\xE9vention", status: "active" },
    { code: "SA13", system: "1.2.250.1.71.4.2.4", label: "Pr\xE9vention et soins en entreprise", status: "active" },
    {
      code: "SA14",
      system: "1.2.250.1.71.4.2.4",
      label: "Etablissements scolaires, universitaires et de formation hors champ FINESS",
      status: "active"
    },
    { code: "SA15", system: "1.2.250.1.71.4.2.4", label: "PMI et Planification familiale", status: "active" },
    { code: "SA16", system: "1.2.250.1.71.4.2.4", label: "Etablissement pour personnes handicap\xE9es", status: "active" },
    { code: "SA17", system: "1.2.250.1.71.4.2.4", label: "Etablissement pour personnes \xE2g\xE9es", status: "active" },
    { code: "SA18", system: "1.2.250.1.71.4.2.4", label: "Etablissement aide \xE0 la famille", status: "active" },
    {
      code: "SA19",
      system: "1.2.250.1.71.4.2.4",
      label: "Etablissements FINESS de formation aux professions sanitaires et sociales",
      status: "active"
    },
    {
      code: "SA20",
      system: "1.2.250.1.71.4.2.4",
      label: "Etablissement pour la protection de l'enfance",
      status: "active"
    },
    {
      code: "SA21",
      system: "1.2.250.1.71.4.2.4",
      label: "Etablissement d'h\xE9bergement et de r\xE9adaptation",
      status: "active"
    },
    { code: "SA22", system: "1.2.250.1.71.4.2.4", label: "Recherche", status: "active" },
    { code: "SA23", system: "1.2.250.1.71.4.2.4", label: "Assurance priv\xE9e", status: "active" },
    { code: "SA24", system: "1.2.250.1.71.4.2.4", label: "Organisme de s\xE9curit\xE9 sociale", status: "active" },
    { code: "SA25", system: "1.2.250.1.71.4.2.4", label: "Laboratoire de biologie m\xE9dicale", status: "active" },
    { code: "SA26", system: "1.2.250.1.71.4.2.4", label: "Minist\xE8re ou Service d\xE9concentr\xE9", status: "active" },
    { code: "SA27", system: "1.2.250.1.71.4.2.4", label: "Collectivit\xE9 territoriale", status: "active" },
    { code: "SA28", system: "1.2.250.1.71.4.2.4", label: "Association ou organisme humanitaire", status: "active" },
    {
      code: "SA29",
      system: "1.2.250.1.71.4.2.4",
      label: "Laboratoire d'analyses et de biologie m\xE9dicale",
      status: "active"
    },
    { code: "SA30", system: "1.2.250.1.71.4.2.4", label: "Autre \xE9tablissement sanitaire", status: "active" },
    {
      code: "SA31",
      system: "1.2.250.1.71.4.2.4",
      label: "R\xE9partition et Distribution de m\xE9dicaments et dispositifs m\xE9dicaux",
      status: "active"
    },
    {
      code: "SA32",
      system: "1.2.250.1.71.4.2.4",
      label: "Fabrication, Exploitation et Importation de m\xE9dicaments et dispositifs m\xE9dicaux",
      status: "active"
    },
    { code: "SA33", system: "1.2.250.1.71.4.2.4", label: "Pharmacie d'officine", status: "active" },
    { code: "SA34", system: "1.2.250.1.71.4.2.4", label: "Centre de dialyse", status: "active" },
    { code: "SA35", system: "1.2.250.1.71.4.2.4", label: "Para-pharmacie", status: "active" },
    { code: "SA36", system: "1.2.250.1.71.4.2.4", label: "Centre anti-cancer", status: "active" },
    { code: "SA37", system: "1.2.250.1.71.4.2.4", label: "Centre de transfusion sanguine", status: "active" },
    { code: "SA38", system: "1.2.250.1.71.4.2.4", label: "Pharmacie mini\xE8re", status: "active" },
    { code: "SA39", system: "1.2.250.1.71.4.2.4", label: "Pharmacie mutualiste", status: "active" },
    {
      code: "SA40",
      system: "1.2.250.1.71.4.2.4",
      label: "Secteur priv\xE9, praticien hospitalier temps plein",
      status: "active"
    },
    {
      code: "SA41",
      system: "1.2.250.1.71.4.2.4",
      label: "Autre \xE9tablissement du domaine social ou m\xE9dico-social",
      status: "active"
    },
    { code: "SA42", system: "1.2.250.1.71.4.2.4", label: "Appareillage m\xE9dical", status: "active" },
    { code: "SA43", system: "1.2.250.1.71.4.2.4", label: "Secteur non d\xE9fini", status: "active" },
    { code: "SA44", system: "1.2.250.1.71.4.2.4", label: "Recrutement ou Gestion RH", status: "active" },
    {
      code: "SA45",
      system: "1.2.250.1.71.4.2.4",
      label: "Communication, Marketing, Consulting, M\xE9dia",
      status: "active"
    },
    {
      code: "SA46",
      system: "1.2.250.1.71.4.2.4",
      label: "Fabrication, Exploitation, Importation, R\xE9partition, Distribution m\xE9dicaments et dispositifs m\xE9dicaux",
      status: "active"
    },
    { code: "SA47", system: "1.2.250.1.71.4.2.4", label: "Incendie et secours", status: "active" },
    {
      code: "SA48",
      system: "1.2.250.1.71.4.2.4",
      label: "Entreprise industrielle et tertiaire hors industrie pharmaceutique",
      status: "active"
    },
    { code: "SA49", system: "1.2.250.1.71.4.2.4", label: "Entit\xE9 Outre-Mer", status: "active" },
    {
      code: "SA50",
      system: "1.2.250.1.71.4.2.4",
      label: "Permanence des soins ambulatoires hors cabinet",
      status: "active"
    },
    {
      code: "SA51",
      system: "1.2.250.1.71.4.2.4",
      label: "Structure de coop\xE9ration avec autorisation de soins",
      status: "active"
    },
    { code: "SA52", system: "1.2.250.1.71.4.2.4", label: "Maison de sant\xE9 ou P\xF4le de sant\xE9", status: "active" },
    {
      code: "SA53",
      system: "1.2.250.1.71.4.2.4",
      label: "Si\xE8ge administratif d'un \xE9tablissement de sant\xE9",
      status: "active"
    },
    { code: "SA54", system: "1.2.250.1.71.4.2.4", label: "Centre de d\xE9pistage et de pr\xE9vention", status: "active" },
    {
      code: "SA55",
      system: "1.2.250.1.71.4.2.4",
      label: "Laboratoire pharmaceutique pr\xE9parant et d\xE9livrant des allerg\xE8nes",
      status: "active"
    },
    { code: "SA56", system: "1.2.250.1.71.4.2.4", label: "Propharmacie", status: "active" },
    {
      code: "SA57",
      system: "1.2.250.1.71.4.2.4",
      label: "Structure de coop\xE9ration avec mission de coordination de soins",
      status: "active"
    },
    { code: "SA58", system: "1.2.250.1.71.4.2.4", label: "Entreprise de taxis", status: "active" },
    {
      code: "SA59",
      system: "1.2.250.1.71.4.2.4",
      label: "Laboratoire de biologie m\xE9dicale hors cat\xE9gorie standard",
      status: "active"
    },
    { code: "SA60", system: "1.2.250.1.71.4.2.4", label: "Centres m\xE9dicaux SNCF", status: "active" },
    {
      code: "SA61",
      system: "1.2.250.1.71.4.2.4",
      label: "Structure Dispensatrice \xE0 domicile d'Oxyg\xE8ne \xE0 usage m\xE9dical",
      status: "active"
    },
    {
      code: "SA63",
      system: "1.2.250.1.71.4.2.4",
      label: "Communaut\xE9 professionnelle territoriale de sant\xE9 et \xE9quipe de soins sp\xE9cialis\xE9s",
      status: "active"
    },
    { code: "SA64", system: "1.2.250.1.71.4.2.4", label: "Soci\xE9t\xE9 de t\xE9l\xE9consultation", status: "active" },
    { code: "SA65", system: "1.2.250.1.71.4.2.4", label: "Antenne de pharmacie", status: "active" },
    {
      code: "SA68",
      system: "1.2.250.1.71.4.2.4",
      label: "Services d\xE9partementaux d'incendie et de secours",
      status: "active"
    },
    { code: "SA69", system: "1.2.250.1.71.4.2.4", label: "Maisons de naissance", status: "active" },
    {
      code: "05",
      system: "1.2.250.1.213.1.6.1.128",
      label: "Hospitalisation \xE0 domicile (au domicile du patient)",
      status: "active"
    },
    { code: "11", system: "1.2.250.1.213.1.6.1.128", label: "Centre postcure", status: "active" },
    { code: "12", system: "1.2.250.1.213.1.6.1.128", label: "Centre de crise", status: "active" }
  ]
};

// packages/nomenclatures/src/jdv-j60.ts
var jdvJ60 = {
  id: "JDV_J60",
  name: "FormatCode_DMP",
  oid: "1.2.250.1.213.1.1.5.8",
  version: "20240927",
  date: "2024-09-27",
  source: "ANS, terminologies de sant\xE9 1.12.0 (2026-08-05)",
  concepts: [
    {
      code: "urn:ans:ci-sis:bio-ep-bio:2022",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Prescription d'actes de biologie m\xE9dicale",
      status: "active"
    },
    {
      code: "urn:ans:ci-sis:img-da:2022",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Demande d'actes d'imagerie",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:aunv:2013",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche d'admission en unit\xE9 neuro-vasculaire",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:avk:2009",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche patient \xE0 risque en cardiologie - Traitement AVK",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:crgm:2018",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Compte rendu de g\xE9n\xE9tique mol\xE9culaire",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:crrtn:2013",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Compte-rendu de r\xE9tinographie",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:cse-cs24:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Certificat de sant\xE9 du 24\xE8me mois de l'enfant",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:cse-cs8:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Certificat de sant\xE9 du 8\xE8me jour de l'enfant",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:cse-cs9:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Certificat de sant\xE9 du 9\xE8me mois de l'enfant",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:d2lm-fidd:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Seconde lecture de mammographie - Fiche d'interpr\xE9tation du bilan de diagnostic diff\xE9r\xE9",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:d2lm-fin:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Seconde lecture de mammographie - Fiche d'interpr\xE9tation nationale",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:dci:2009",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche patient \xE0 risque en cardiologie - D\xE9fibrillateur cardiaque interne",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:dlu:2015",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Document de liaison d'urgence",
      status: "active"
    },
    {
      code: "urn:ans:ci-sis:cse-mde:2023",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Mesures de signes vitaux",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:eunv:2013",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche d'\xE9pisode de soin en unit\xE9 neuro-vasculaire",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:fludr:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche de liaison d'urgence - Retour des urgences vers l'EHPAD",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:fludt:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche de liaison d'urgence - Transfert de l'EHPAD vers les urgences",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:frcp:2011",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche de r\xE9union de concertation pluridisciplinaire",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:hr:2019",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Donn\xE9es de remboursement",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:idap:2011",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Information et directives anticip\xE9es du patient",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:ldl-ees:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Lettre de Liaison \xE0 l'entr\xE9e d'un \xE9tablissement de sant\xE9",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:ldl-ses:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Lettre de Liaison \xE0 la sortie de l'\xE9tablissement de sant\xE9",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:pavc:2016",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Compte-rendu de consultation d'\xE9valuation pluri-professionnelle post AVC",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:pps-cancer:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Programme Personnalis\xE9 de Soins - Cancer",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:pps-paerpa:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Plan Personnalis\xE9 de Sant\xE9 - PAERPA",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:ppv:2009",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche patient \xE0 risque en cardiologie - Porteur d'une proth\xE8se valvulaire",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:psc:2009",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche patient \xE0 risque en cardiologie - Porteur d'un stimulateur cardiaque",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:sdm-mr:2017",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Set de Donn\xE9es Minimum - Maladies Rares",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:sunv:2013",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche de sortie d'unit\xE9 neuro-vasculaire",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:tap:2009",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche patient \xE0 risque en cardiologie - Traitement antiagr\xE9gant plaquettaire, stent",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:vac:2019",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Historique des vaccinations",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:vsm:2012",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Synth\xE8se m\xE9dicale",
      status: "active"
    },
    {
      code: "urn:asipSante:modelesHorsProfils:2011",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Document non r\xE9f\xE9renc\xE9 IHE ou CI-SIS",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:cr-cpa:2020",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Compte rendu de consultation pr\xE9-anesth\xE9sique",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:cr-anest:2020",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Compte rendu d'anesth\xE9sie",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:tlm-da:2020",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Demande d'acte de t\xE9l\xE9m\xE9decine",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:vac-note:2021",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Note de vaccination",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:obp-sap:2023",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Synth\xE8se antepartum",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:obp-snm:2023",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Synth\xE8se Salle de Naissance M\xE8re",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:obp-sne:2023",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Synth\xE8se Salle de Naissance Enfant",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:obp-scm:2023",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Synth\xE8se Suites de Couches M\xE8re",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:obp-sem:2023",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Synth\xE8se Enfant en Maternit\xE9",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:ppp:2023",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Plan personnalis\xE9 de pr\xE9vention",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:dlu:2024",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Document de liaison d'urgence",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:ft-su:2024",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche de transfert vers le service des urgences",
      status: "active"
    },
    {
      code: "urn:asip:ci-sis:fr-su:2024",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Fiche de retour du service des urgences",
      status: "active"
    },
    {
      code: "urn:ans:ci-sis:trod:2024",
      system: "1.2.250.1.213.1.1.4.2.282",
      label: "Test rapide d'orientation diagnostique",
      status: "active"
    },
    {
      code: "urn:ihe:iti:dsg:detached:2014",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Signature d\xE9tach\xE9e",
      status: "active"
    },
    {
      code: "urn:ihe:iti:xds-sd:pdf:2008",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Document \xE0 corps non structur\xE9 en Pdf/A-1",
      status: "active"
    },
    {
      code: "urn:ihe:iti:xds-sd:text:2008",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Document \xE0 corps non structur\xE9 en texte brut",
      status: "active"
    },
    {
      code: "urn:ihe:pharm:dis:2010",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Dispensation m\xE9dicamenteuse",
      status: "active"
    },
    {
      code: "urn:ihe:iti-fr:xds-sd:jpeg:2010",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Document \xE0 corps non structur\xE9 en format jpeg",
      status: "active"
    },
    {
      code: "urn:ihe:iti-fr:xds-sd:rtf:2010",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Document \xE0 corps non structur\xE9 en format rtf",
      status: "active"
    },
    {
      code: "urn:ihe:iti-fr:xds-sd:tiff:2010",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Document \xE0 corps non structur\xE9 en format tiff",
      status: "active"
    },
    {
      code: "urn:ihe:lab:xd-lab:2008",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Compte rendu structur\xE9 d'examens de biologie m\xE9dicale",
      status: "active"
    },
    {
      code: "urn:ihe:palm:apsr:2016",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "CR d'anatomie et de cytologie pathologiques",
      status: "active"
    },
    { code: "urn:ihe:pcc:ips:2020", system: "1.3.6.1.4.1.19376.1.2.3", label: "Synth\xE8se m\xE9dicale", status: "active" },
    {
      code: "urn:ihe:pharm:pre:2010",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Prescription de m\xE9dicaments",
      status: "active"
    },
    {
      code: "urn:ihe:eyecare:geneyeevalcn:2014",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "CR de consultation en ophtalmologie",
      status: "active"
    },
    {
      code: "urn:ihe:rad:CDA:ImagingReportStructuredHeadings:2013",
      system: "1.3.6.1.4.1.19376.1.2.3",
      label: "Compte-rendu d'imagerie m\xE9dicale",
      status: "active"
    },
    {
      code: "1.2.840.10008.5.1.4.1.1.88.59",
      system: "1.2.840.10008.2.6.1",
      label: "Document R\xE9f\xE9rences d'objets d'un examen d'imagerie selon profil IHE RAD XDS-I",
      status: "active"
    },
    { code: "http://www.w3.org/2000/09/xmldsig#", system: "URN", label: "Default signature style", status: "active" }
  ]
};

// packages/nomenclatures/src/jdv-j61.ts
var jdvJ61 = {
  id: "JDV_J61",
  name: "HealthcareFacilityTypeCode_DMP",
  oid: "1.2.250.1.213.1.1.5.3",
  version: "20240927",
  date: "2024-09-27",
  source: "ANS, terminologies de sant\xE9 1.12.0 (2026-08-05), labels of JDV_J02",
  concepts: [
    {
      code: "EXP_PATIENT",
      system: "1.2.250.1.213.1.1.4.6",
      label: "Expression personnelle du patient",
      status: "active"
    },
    { code: "SNR", system: "1.2.250.1.213.1.1.4.6", label: "Service num\xE9rique r\xE9f\xE9renc\xE9", status: "active" },
    { code: "SA01", system: "1.2.250.1.71.4.2.4", label: "Etablissement public de sant\xE9", status: "active" },
    {
      code: "SA02",
      system: "1.2.250.1.71.4.2.4",
      label: "H\xF4pital militaire du Service de sant\xE9 des arm\xE9es",
      status: "active"
    },
    { code: "SA03", system: "1.2.250.1.71.4.2.4", label: "Etablissement priv\xE9 PSPH", status: "active" },
    { code: "SA04", system: "1.2.250.1.71.4.2.4", label: "Etablissement priv\xE9 non PSPH", status: "active" },
    { code: "SA05", system: "1.2.250.1.71.4.2.4", label: "Centre de sant\xE9", status: "active" },
    {
      code: "SA06",
      system: "1.2.250.1.71.4.2.4",
      label: "Autre structure du Service de sant\xE9 des arm\xE9es",
      status: "active"
    },
    { code: "SA07", system: "1.2.250.1.71.4.2.4", label: "Cabinet individuel", status: "active" },
    { code: "SA08", system: "1.2.250.1.71.4.2.4", label: "Cabinet de groupe", status: "active" },
    { code: "SA09", system: "1.2.250.1.71.4.2.4", label: "Exercice en soci\xE9t\xE9", status: "active" },
    { code: "SA10", system: "1.2.250.1.71.4.2.4", label: "Transporteur sanitaire", status: "active" },
    { code: "SA12", system: "1.2.250.1.71.4.2.4", label: "Etablissement de soins et pr\xE9vention", status: "active" },
    { code: "SA13", system: "1.2.250.1.71.4.2.4", label: "Pr\xE9vention et soins en entreprise", status: "active" },
    {
      code: "SA14",
      system: "1.2.250.1.71.4.2.4",
      label: "Etablissements scolaires, universitaires et de formation hors champ FINESS",
      status: "active"
    },
    { code: "SA15", system: "1.2.250.1.71.4.2.4", label: "PMI et Planification familiale", status: "active" },
    { code: "SA16", system: "1.2.250.1.71.4.2.4", label: "Etablissement pour personnes handicap\xE9es", status: "active" },
    { code: "SA17", system: "1.2.250.1.71.4.2.4", label: "Etablissement pour personnes \xE2g\xE9es", status: "active" },
    { code: "SA18", system: "1.2.250.1.71.4.2.4", label: "Etablissement aide \xE0 la famille", status: "active" },
    {
      code: "SA19",
      system: "1.2.250.1.71.4.2.4",
      label: "Etablissements FINESS de formation aux professions sanitaires et sociales",
      status: "active"
    },
    {
      code: "SA20",
      system: "1.2.250.1.71.4.2.4",
      label: "Etablissement pour la protection de l'enfance",
      status: "active"
    },
    {
      code: "SA21",
      system: "1.2.250.1.71.4.2.4",
      label: "Etablissement d'h\xE9bergement et de r\xE9adaptation",
      status: "active"
    },
    { code: "SA22", system: "1.2.250.1.71.4.2.4", label: "Recherche", status: "active" },
    { code: "SA23", system: "1.2.250.1.71.4.2.4", label: "Assurance priv\xE9e", status: "active" },
    { code: "SA24", system: "1.2.250.1.71.4.2.4", label: "Organisme de s\xE9curit\xE9 sociale", status: "active" },
    { code: "SA25", system: "1.2.250.1.71.4.2.4", label: "Laboratoire de biologie m\xE9dicale", status: "active" },
    { code: "SA26", system: "1.2.250.1.71.4.2.4", label: "Minist\xE8re ou Service d\xE9concentr\xE9", status: "active" },
    { code: "SA27", system: "1.2.250.1.71.4.2.4", label: "Collectivit\xE9 territoriale", status: "active" },
    { code: "SA28", system: "1.2.250.1.71.4.2.4", label: "Association ou organisme humanitaire", status: "active" },
    {
      code: "SA29",
      system: "1.2.250.1.71.4.2.4",
      label: "Laboratoire d'analyses et de biologie m\xE9dicale",
      status: "active"
    },
    { code: "SA30", system: "1.2.250.1.71.4.2.4", label: "Autre \xE9tablissement sanitaire", status: "active" },
    {
      code: "SA31",
      system: "1.2.250.1.71.4.2.4",
      label: "R\xE9partition et Distribution de m\xE9dicaments et dispositifs m\xE9dicaux",
      status: "active"
    },
    {
      code: "SA32",
      system: "1.2.250.1.71.4.2.4",
      label: "Fabrication, Exploitation et Importation de m\xE9dicaments et dispositifs m\xE9dicaux",
      status: "active"
    },
    { code: "SA33", system: "1.2.250.1.71.4.2.4", label: "Pharmacie d'officine", status: "active" },
    { code: "SA34", system: "1.2.250.1.71.4.2.4", label: "Centre de dialyse", status: "active" },
    { code: "SA35", system: "1.2.250.1.71.4.2.4", label: "Para-pharmacie", status: "active" },
    { code: "SA36", system: "1.2.250.1.71.4.2.4", label: "Centre anti-cancer", status: "active" },
    { code: "SA37", system: "1.2.250.1.71.4.2.4", label: "Centre de transfusion sanguine", status: "active" },
    { code: "SA38", system: "1.2.250.1.71.4.2.4", label: "Pharmacie mini\xE8re", status: "active" },
    { code: "SA39", system: "1.2.250.1.71.4.2.4", label: "Pharmacie mutualiste", status: "active" },
    {
      code: "SA40",
      system: "1.2.250.1.71.4.2.4",
      label: "Secteur priv\xE9, praticien hospitalier temps plein",
      status: "active"
    },
    {
      code: "SA41",
      system: "1.2.250.1.71.4.2.4",
      label: "Autre \xE9tablissement du domaine social ou m\xE9dico-social",
      status: "active"
    },
    { code: "SA42", system: "1.2.250.1.71.4.2.4", label: "Appareillage m\xE9dical", status: "active" },
    { code: "SA43", system: "1.2.250.1.71.4.2.4", label: "Secteur non d\xE9fini", status: "active" },
    { code: "SA44", system: "1.2.250.1.71.4.2.4", label: "Recrutement ou Gestion RH", status: "active" },
    {
      code: "SA45",
      system: "1.2.250.1.71.4.2.4",
      label: "Communication, Marketing, Consulting, M\xE9dia",
      status: "active"
    },
    {
      code: "SA46",
      system: "1.2.250.1.71.4.2.4",
      label: "Fabrication, Exploitation, Importation, R\xE9partition, Distribution m\xE9dicaments et dispositifs m\xE9dicaux",
      status: "active"
    },
    { code: "SA47", system: "1.2.250.1.71.4.2.4", label: "Incendie et secours", status: "active" },
    {
      code: "SA48",
      system: "1.2.250.1.71.4.2.4",
      label: "Entreprise industrielle et tertiaire hors industrie pharmaceutique",
      status: "active"
    },
    { code: "SA49", system: "1.2.250.1.71.4.2.4", label: "Entit\xE9 Outre-Mer", status: "active" },
    {
      code: "SA50",
      system: "1.2.250.1.71.4.2.4",
      label: "Permanence des soins ambulatoires hors cabinet",
      status: "active"
    },
    {
      code: "SA51",
      system: "1.2.250.1.71.4.2.4",
      label: "Structure de coop\xE9ration avec autorisation de soins",
      status: "active"
    },
    { code: "SA52", system: "1.2.250.1.71.4.2.4", label: "Maison de sant\xE9 ou P\xF4le de sant\xE9", status: "active" },
    {
      code: "SA53",
      system: "1.2.250.1.71.4.2.4",
      label: "Si\xE8ge administratif d'un \xE9tablissement de sant\xE9",
      status: "active"
    },
    { code: "SA54", system: "1.2.250.1.71.4.2.4", label: "Centre de d\xE9pistage et de pr\xE9vention", status: "active" },
    {
      code: "SA55",
      system: "1.2.250.1.71.4.2.4",
      label: "Laboratoire pharmaceutique pr\xE9parant et d\xE9livrant des allerg\xE8nes",
      status: "active"
    },
    { code: "SA56", system: "1.2.250.1.71.4.2.4", label: "Propharmacie", status: "active" },
    {
      code: "SA57",
      system: "1.2.250.1.71.4.2.4",
      label: "Structure de coop\xE9ration avec mission de coordination de soins",
      status: "active"
    },
    { code: "SA58", system: "1.2.250.1.71.4.2.4", label: "Entreprise de taxis", status: "active" },
    {
      code: "SA59",
      system: "1.2.250.1.71.4.2.4",
      label: "Laboratoire de biologie m\xE9dicale hors cat\xE9gorie standard",
      status: "active"
    },
    { code: "SA60", system: "1.2.250.1.71.4.2.4", label: "Centres m\xE9dicaux SNCF", status: "active" },
    {
      code: "SA61",
      system: "1.2.250.1.71.4.2.4",
      label: "Structure Dispensatrice \xE0 domicile d'Oxyg\xE8ne \xE0 usage m\xE9dical",
      status: "active"
    },
    {
      code: "SA63",
      system: "1.2.250.1.71.4.2.4",
      label: "Communaut\xE9 professionnelle territoriale de sant\xE9 et \xE9quipe de soins sp\xE9cialis\xE9s",
      status: "active"
    },
    { code: "SA64", system: "1.2.250.1.71.4.2.4", label: "Soci\xE9t\xE9 de t\xE9l\xE9consultation", status: "active" },
    { code: "SA65", system: "1.2.250.1.71.4.2.4", label: "Antenne de pharmacie", status: "active" },
    {
      code: "SA68",
      system: "1.2.250.1.71.4.2.4",
      label: "Services d\xE9partementaux d'incendie et de secours",
      status: "active"
    },
    { code: "SA69", system: "1.2.250.1.71.4.2.4", label: "Maisons de naissance", status: "active" }
  ]
};

// packages/nomenclatures/src/jdv-j62.ts
var jdvJ62 = {
  id: "JDV_J62",
  name: "PracticeSettingCode_DMP",
  oid: "1.2.250.1.213.1.1.5.4",
  version: "20230922",
  date: "2023-09-22",
  source: "ANS, terminologies de sant\xE9 1.12.0 (2026-08-05), labels of JDV_J04",
  concepts: [
    {
      code: "EXP_PATIENT",
      system: "1.2.250.1.213.1.1.4.6",
      label: "Expression personnelle du patient",
      status: "active"
    },
    { code: "SNR", system: "1.2.250.1.213.1.1.4.6", label: "Service num\xE9rique r\xE9f\xE9renc\xE9", status: "active" },
    { code: "AMBULATOIRE", system: "1.2.250.1.213.1.1.4.9", label: "Ambulatoire", status: "active" },
    {
      code: "AMO",
      system: "1.2.250.1.213.1.1.4.9",
      label: "Organisme d'assurance maladie obligatoire",
      status: "active"
    },
    { code: "DEPISTAGE", system: "1.2.250.1.213.1.1.4.9", label: "D\xE9pistage", status: "active" },
    { code: "ETABLISSEMENT", system: "1.2.250.1.213.1.1.4.9", label: "Etablissement de sant\xE9", status: "active" },
    { code: "HAD", system: "1.2.250.1.213.1.1.4.9", label: "Hospitalisation \xE0 domicile", status: "active" },
    { code: "MAD", system: "1.2.250.1.213.1.1.4.9", label: "Maintien \xE0 domicile", status: "active" },
    { code: "PALLIATIF", system: "1.2.250.1.213.1.1.4.9", label: "Soins palliatifs", status: "active" },
    { code: "SAD", system: "1.2.250.1.213.1.1.4.9", label: "Soins \xE0 domicile", status: "active" },
    { code: "SAMU_SMUR", system: "1.2.250.1.213.1.1.4.9", label: "SAMU/SMUR", status: "active" }
  ]
};

// packages/nomenclatures/src/jdv-j66.ts
var jdvJ66 = {
  id: "JDV_J66",
  name: "TypeCode_DMP",
  oid: "1.2.250.1.213.1.1.5.7",
  version: "20240927",
  date: "2024-09-27",
  source: "ANS, terminologies de sant\xE9 1.12.0 (2026-08-05)",
  concepts: [
    {
      code: "AUTORIS-SOINS",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Autorisation de soins et actes non usuels sanitaires",
      status: "active"
    },
    { code: "ATTEST-RESID", system: "1.2.250.1.213.1.1.4.12", label: "Attestation de r\xE9sidence", status: "active" },
    {
      code: "ATTEST-DROITS-AM",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Attestation de droits \xE0 l'assurance maladie",
      status: "active"
    },
    {
      code: "ATTEST-ASS-COMPL",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Attestation assurance compl\xE9mentaire",
      status: "active"
    },
    { code: "ATTEST-HEBGT", system: "1.2.250.1.213.1.1.4.12", label: "Attestation d'h\xE9bergement", status: "active" },
    {
      code: "BIL_AUTO",
      system: "1.2.250.1.213.1.1.4.12",
      label: "CR de bilan d'\xE9valuation de la perte d'autonomie",
      status: "active"
    },
    { code: "CERT_DECL", system: "1.2.250.1.213.1.1.4.12", label: "Certificat, d\xE9claration", status: "active" },
    { code: "DISP_AUT", system: "1.2.250.1.213.1.1.4.12", label: "Dispensation (autre)", status: "active" },
    { code: "EXPPAT_1", system: "1.2.250.1.213.1.1.4.12", label: "Volont\xE9s et droits du patient", status: "active" },
    { code: "EXPPAT_2", system: "1.2.250.1.213.1.1.4.12", label: "Autre document du patient", status: "active" },
    { code: "EXPPAT_3", system: "1.2.250.1.213.1.1.4.12", label: "Directives anticip\xE9es", status: "active" },
    {
      code: "IMG-KOS",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Reference d'objets d'un examen d'imagerie",
      status: "active"
    },
    { code: "PROT_ALD", system: "1.2.250.1.213.1.1.4.12", label: "Protocole de soins ALD", status: "active" },
    { code: "REMB", system: "1.2.250.1.213.1.1.4.12", label: "Donn\xE9es de remboursement", status: "active" },
    { code: "SYNTH", system: "1.2.250.1.213.1.1.4.12", label: "Synth\xE8se", status: "active" },
    { code: "DOCPAT01", system: "1.2.250.1.213.1.1.4.12", label: "Synth\xE8se d\xE9pos\xE9e par le patient", status: "active" },
    {
      code: "DOCPAT02",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Traitement ou document de soins d\xE9pos\xE9 par le patient",
      status: "active"
    },
    { code: "DOCPAT03", system: "1.2.250.1.213.1.1.4.12", label: "CR d\xE9pos\xE9 par le patient", status: "active" },
    { code: "DOCPAT04", system: "1.2.250.1.213.1.1.4.12", label: "Imagerie d\xE9pos\xE9e par le patient", status: "active" },
    {
      code: "DOCPAT05",
      system: "1.2.250.1.213.1.1.4.12",
      label: "CR de biologie d\xE9pos\xE9 par le patient",
      status: "active"
    },
    {
      code: "DOCPAT06",
      system: "1.2.250.1.213.1.1.4.12",
      label: "CR de pr\xE9vention d\xE9pos\xE9 par le patient",
      status: "active"
    },
    { code: "DOCPAT07", system: "1.2.250.1.213.1.1.4.12", label: "Certificat d\xE9pos\xE9 par le patient", status: "active" },
    { code: "DOCPAT08", system: "1.2.250.1.213.1.1.4.12", label: "Profil m\xE9dical Mon espace sant\xE9", status: "active" },
    {
      code: "DOCPAT09",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Document administratif d\xE9pos\xE9 par le patient",
      status: "active"
    },
    { code: "PRESC-AAT", system: "1.2.250.1.213.1.1.4.12", label: "Prescription arr\xEAt de travail", status: "active" },
    {
      code: "PRESC-BIO",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Prescription d'actes de biologie m\xE9dicale",
      status: "active"
    },
    {
      code: "PRESC-KINE",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Prescription d'actes de kin\xE9sith\xE9rapie",
      status: "active"
    },
    { code: "PRESC-INF", system: "1.2.250.1.213.1.1.4.12", label: "Prescription d'actes infirmiers", status: "active" },
    {
      code: "PRESC-PEDI",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Prescription d'actes de p\xE9dicurie",
      status: "active"
    },
    {
      code: "PRESC-ORTHOPHO",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Prescription d'actes d'orthophonie",
      status: "active"
    },
    {
      code: "PRESC-ORTHOPTIE",
      system: "1.2.250.1.213.1.1.4.12",
      label: "Prescription d'actes d'orthoptie",
      status: "active"
    },
    { code: "11369-6", system: "2.16.840.1.113883.6.1", label: "Historique des vaccinations", status: "active" },
    {
      code: "11488-4",
      system: "2.16.840.1.113883.6.1",
      label: "CR ou fiche de consultation ou de visite",
      status: "active"
    },
    {
      code: "11490-0",
      system: "2.16.840.1.113883.6.1",
      label: "Lettre de liaison \xE0 la sortie d'un \xE9tablissement de soins",
      status: "active"
    },
    { code: "11502-2", system: "2.16.840.1.113883.6.1", label: "CR d'examens biologiques", status: "active" },
    { code: "11505-5", system: "2.16.840.1.113883.6.1", label: "CR d'acte th\xE9rapeutique (autre)", status: "active" },
    {
      code: "11506-3",
      system: "2.16.840.1.113883.6.1",
      label: "CR ou fiche de suivi de soins par auxiliaire m\xE9dical",
      status: "active"
    },
    { code: "15507-7", system: "2.16.840.1.113883.6.1", label: "CR de passage aux urgences", status: "active" },
    { code: "15508-5", system: "2.16.840.1.113883.6.1", label: "CR d'accouchement", status: "active" },
    { code: "18748-4", system: "2.16.840.1.113883.6.1", label: "CR d'imagerie m\xE9dicale", status: "active" },
    {
      code: "18761-7",
      system: "2.16.840.1.113883.6.1",
      label: "Note de transfert (dont lettre de liaison \xE0 l'entr\xE9e en \xE9tablissement de soins)",
      status: "active"
    },
    { code: "18776-5", system: "2.16.840.1.113883.6.1", label: "Plan personnalis\xE9 de soins", status: "active" },
    { code: "28617-9", system: "2.16.840.1.113883.6.1", label: "Bilan bucco-dentaire", status: "active" },
    {
      code: "28653-4",
      system: "2.16.840.1.113883.6.1",
      label: "Document du secteur social / m\xE9dico-social",
      status: "active"
    },
    { code: "29274-8", system: "2.16.840.1.113883.6.1", label: "Mesures de signes vitaux", status: "active" },
    { code: "34112-3", system: "2.16.840.1.113883.6.1", label: "CR hospitalier (s\xE9jour)", status: "active" },
    { code: "34120-6", system: "2.16.840.1.113883.6.1", label: "Bilan par professionnel de sant\xE9", status: "active" },
    { code: "34133-9", system: "2.16.840.1.113883.6.1", label: "Synth\xE8se d'\xE9pisode de soins", status: "active" },
    {
      code: "34749-2",
      system: "2.16.840.1.113883.6.1",
      label: "CR de consultation pr\xE9-anesth\xE9sique",
      status: "active"
    },
    {
      code: "34794-8",
      system: "2.16.840.1.113883.6.1",
      label: "CR de r\xE9union de concertation pluridisciplinaire",
      status: "active"
    },
    { code: "34842-5", system: "2.16.840.1.113883.6.1", label: "Grille d'\xE9valuation m\xE9dico-social", status: "active" },
    { code: "34874-8", system: "2.16.840.1.113883.6.1", label: "CR op\xE9ratoire", status: "active" },
    {
      code: "34875-5",
      system: "2.16.840.1.113883.6.1",
      label: "\xC9valuation postop\xE9ratoire et note de suivi",
      status: "active"
    },
    { code: "47420-5", system: "2.16.840.1.113883.6.1", label: "CR de bilan fonctionnel", status: "active" },
    {
      code: "52040-3",
      system: "2.16.840.1.113883.6.1",
      label: "Document encapsulant une image d'illustration non DICOM",
      status: "active"
    },
    { code: "51969-4", system: "2.16.840.1.113883.6.1", label: "CR de g\xE9n\xE9tique mol\xE9culaire", status: "active" },
    { code: "55115-0", system: "2.16.840.1.113883.6.1", label: "Demande d'actes d'imagerie", status: "active" },
    { code: "56445-0", system: "2.16.840.1.113883.6.1", label: "Bilan m\xE9dicamenteux (Officine)", status: "active" },
    { code: "57057-2", system: "2.16.840.1.113883.6.1", label: "Synth\xE8se Salle de Naissance M\xE8re", status: "active" },
    { code: "57055-6", system: "2.16.840.1.113883.6.1", label: "Synth\xE8se antepartum", status: "active" },
    { code: "57075-4", system: "2.16.840.1.113883.6.1", label: "Synth\xE8se Salle de Naissance Enfant", status: "active" },
    { code: "57828-6", system: "2.16.840.1.113883.6.1", label: "Prescription (autre)", status: "active" },
    { code: "57832-8", system: "2.16.840.1.113883.6.1", label: "Prescription de soins", status: "active" },
    { code: "57833-6", system: "2.16.840.1.113883.6.1", label: "Prescription de produits de sant\xE9", status: "active" },
    { code: "59283-2", system: "2.16.840.1.113883.6.1", label: "CR d'examen de l'enfant", status: "active" },
    { code: "59284-0", system: "2.16.840.1.113883.6.1", label: "Attestation de consentement", status: "active" },
    {
      code: "60280-5",
      system: "2.16.840.1.113883.6.1",
      label: "Fiche de retour du service des urgences",
      status: "active"
    },
    {
      code: "60568-3",
      system: "2.16.840.1.113883.6.1",
      label: "CR d'anatomie et de cytologie pathologiques",
      status: "active"
    },
    { code: "60591-5", system: "2.16.840.1.113883.6.1", label: "Synth\xE8se m\xE9dicale", status: "active" },
    { code: "60593-1", system: "2.16.840.1.113883.6.1", label: "Dispensation m\xE9dicamenteuse", status: "active" },
    { code: "61357-0", system: "2.16.840.1.113883.6.1", label: "Intervention pharmaceutique", status: "active" },
    { code: "67851-6", system: "2.16.840.1.113883.6.1", label: "CR d'admission", status: "active" },
    { code: "68599-0", system: "2.16.840.1.113883.6.1", label: "Synth\xE8se psychiatrique", status: "active" },
    {
      code: "68817-6",
      system: "2.16.840.1.113883.6.1",
      label: "Bilan de sant\xE9 et de pr\xE9vention de l'enfant",
      status: "active"
    },
    { code: "70004-7", system: "2.16.840.1.113883.6.1", label: "CR d'acte diagnostique (autre)", status: "active" },
    { code: "74207-2", system: "2.16.840.1.113883.6.1", label: "Document de liaison d'urgence", status: "active" },
    { code: "74465-6", system: "2.16.840.1.113883.6.1", label: "Questionnaire patient", status: "active" },
    {
      code: "75468-9",
      system: "2.16.840.1.113883.6.1",
      label: "Renouvellement ordonnance par pharmacien correspondant",
      status: "active"
    },
    {
      code: "75482-0",
      system: "2.16.840.1.113883.6.1",
      label: "CR d'acte th\xE9rapeutique \xE0 vis\xE9e pr\xE9ventive",
      status: "active"
    },
    {
      code: "75492-9",
      system: "2.16.840.1.113883.6.1",
      label: "CR d'acte diagnostique \xE0 vis\xE9e pr\xE9ventive ou de d\xE9pistage",
      status: "active"
    },
    { code: "75496-0", system: "2.16.840.1.113883.6.1", label: "Demande d'acte de t\xE9l\xE9m\xE9decine", status: "active" },
    { code: "77436-4", system: "2.16.840.1.113883.6.1", label: "CR d'anesth\xE9sie", status: "active" },
    { code: "77604-7", system: "2.16.840.1.113883.6.1", label: "Planification th\xE9rapeutique", status: "active" },
    {
      code: "78341-5",
      system: "2.16.840.1.113883.6.1",
      label: "Fiche de transfert vers le service des urgences",
      status: "active"
    },
    { code: "78489-2", system: "2.16.840.1.113883.6.1", label: "Synth\xE8se Enfant en Maternit\xE9", status: "active" },
    {
      code: "78513-9",
      system: "2.16.840.1.113883.6.1",
      label: "CR de consultation en ophtalmologie",
      status: "active"
    },
    { code: "78601-2", system: "2.16.840.1.113883.6.1", label: "CR d'entretien pharmaceutique", status: "active" },
    { code: "80565-5", system: "2.16.840.1.113883.6.1", label: "CR d'administration de m\xE9dicaments", status: "active" },
    { code: "80771-9", system: "2.16.840.1.113883.6.1", label: "Projet d'accueil individualis\xE9", status: "active" },
    {
      code: "80788-3",
      system: "2.16.840.1.113883.6.1",
      label: "Projet personnalis\xE9 d'accompagnement",
      status: "active"
    },
    {
      code: "80820-4",
      system: "2.16.840.1.113883.6.1",
      label: "Formulaire de conciliation m\xE9dicamenteuse (H\xF4pital)",
      status: "active"
    },
    { code: "83836-7", system: "2.16.840.1.113883.6.1", label: "Sch\xE9ma dentaire", status: "active" },
    { code: "83869-8", system: "2.16.840.1.113883.6.1", label: "Plan personnalis\xE9 de pr\xE9vention", status: "active" },
    { code: "83901-9", system: "2.16.840.1.113883.6.1", label: "Bilan psychologique", status: "active" },
    {
      code: "83981-1",
      system: "2.16.840.1.113883.6.1",
      label: "Lettre de liaison \xE0 la sortie d'une structure sociale ou m\xE9dico-sociale",
      status: "active"
    },
    { code: "85208-7", system: "2.16.840.1.113883.6.1", label: "CR de t\xE9l\xE9m\xE9decine", status: "active" },
    { code: "86531-1", system: "2.16.840.1.113883.6.1", label: "Attestation de sortie", status: "active" },
    { code: "87273-9", system: "2.16.840.1.113883.6.1", label: "Note de vaccination", status: "active" },
    {
      code: "88348-8",
      system: "2.16.840.1.113883.6.1",
      label: "Lettre de liaison d'entr\xE9e en structure sociale ou m\xE9dico-sociale",
      status: "active"
    },
    { code: "89233-1", system: "2.16.840.1.113883.6.1", label: "CR de grossesse", status: "active" },
    { code: "89235-6", system: "2.16.840.1.113883.6.1", label: "Synth\xE8se Suites de Couches M\xE8re", status: "active" },
    { code: "89601-9", system: "2.16.840.1.113883.6.1", label: "Certificat m\xE9dical", status: "active" },
    { code: "93024-8", system: "2.16.840.1.113883.6.1", label: "CR de consultation pharmaceutique", status: "active" },
    { code: "96349-6", system: "2.16.840.1.113883.6.1", label: "Lettre d'adressage", status: "active" },
    {
      code: "96173-0",
      system: "2.16.840.1.113883.6.1",
      label: "Test rapide d'orientation diagnostique",
      status: "active"
    },
    {
      code: "96874-3",
      system: "2.16.840.1.113883.6.1",
      label: "COVID-19 Attestation de vaccination",
      status: "active"
    },
    { code: "101881-1", system: "2.16.840.1.113883.6.1", label: "Carte d'implant", status: "active" },
    { code: "E1762", system: "ASTM", label: "Full Document", status: "active" }
  ]
};

// packages/documents/src/xds/value-sets.ts
var BOUND = {
  contentType: { cisis: jdvJ03, dmp: jdvJ59 },
  classCode: { cisis: jdvJ06, dmp: jdvJ57 },
  typeCode: { cisis: jdvJ07, dmp: jdvJ66 },
  formatCode: { cisis: jdvJ10, dmp: jdvJ60 },
  confidentiality: { cisis: jdvJ58, dmp: jdvJ58 },
  healthcareFacilityType: { cisis: jdvJ02, dmp: jdvJ61 },
  practiceSetting: { cisis: jdvJ04, dmp: jdvJ62 },
  authorSpecialty: { cisis: jdvJ01, dmp: jdvJ01 }
};

// packages/documents/src/xds/check-values.ts
var SLOT_MAX = 256;
var TITLE_MAX = 128;
function problem(rule, severity, path, params = {}) {
  return finding(`documents.metadata.${rule}`, severity, path, params);
}
function checkCode(code, field, path, { profile }) {
  if (code.code === "" || code.codeSystem === "") return [problem("missing", "error", path, { field })];
  const findings = code.displayName.trim() === "" ? [problem("label", "error", path, { field })] : [];
  const bound2 = BOUND[field];
  const set2 = bound2[profile];
  if (isMember(set2, code.code, code.codeSystem)) return findings;
  const wider = profile === "dmp" && isMember(bound2.cisis, code.code, code.codeSystem);
  const params = { field, code: code.code, set: set2.id };
  return [...findings, problem(wider ? "cisisOnly" : "valueSet", "error", path, params)];
}
function checkUniqueId(id, path) {
  return isDmpUniqueId(id) ? [] : [problem("uniqueId", "error", path)];
}
function checkPatient(id, path, options) {
  if (id.extension === "" || !isOid(id.oid)) return [problem("missing", "error", path, { field: "patientId" })];
  if (!isInsOid(id.oid)) return [problem("ins", options.profile === "dmp" ? "error" : "info", path)];
  const findings = id.type === "NH" ? [] : [problem("insType", "error", path)];
  const { environment } = options;
  if (environment !== void 0 && insOidKind(id.oid) === "production" !== (environment === "production")) {
    findings.push(problem("environment", "error", path, { environment }));
  }
  return findings;
}
function checkTitle(title, required, path) {
  const text3 = title?.trim() ?? "";
  if (text3 === "") return required ? [problem("missing", "error", path, { field: "title" })] : [];
  return text3.length > TITLE_MAX ? [problem("tooLong", "error", path, { field: "title", length: text3.length, max: TITLE_MAX })] : [];
}
function checkLength(value, field, path) {
  return value.length > SLOT_MAX ? [problem("tooLong", "error", path, { field, length: value.length, max: SLOT_MAX })] : [];
}
function checkXcn(person, field, path) {
  const complete = person.id !== "" && person.family && person.authority && isOid(person.authority) && person.nameType && person.idType;
  return [
    ...complete ? [] : [problem("person", "error", path, { field })],
    ...checkLength(encodeXcn(person), field, path)
  ];
}
function checkAuthor(author2, path, options) {
  const { person, institutions, roles, specialties } = author2;
  const patient3 = person?.idType === "NH";
  const findings = [];
  if (person === void 0) findings.push(problem("missing", "error", [...path, "person"], { field: "authorPerson" }));
  else findings.push(...checkXcn(person, "authorPerson", [...path, "person"]));
  if (institutions.length === 0 && !patient3) {
    findings.push(problem("missing", "error", [...path, "institutions"], { field: "authorInstitution" }));
  }
  for (const [index, item] of institutions.entries()) {
    const at3 = [...path, "institutions", index];
    if (item.name.trim() === "" || !item.id || !item.authority || !item.idType) {
      findings.push(problem("institution", "error", at3));
    }
    findings.push(...checkLength(encodeXon(item), "authorInstitution", at3));
  }
  if (specialties.length === 0 && !patient3) {
    findings.push(problem("missing", "error", [...path, "specialties"], { field: "authorSpecialty" }));
  }
  for (const [index, item] of specialties.entries()) {
    const at3 = [...path, "specialties", index];
    findings.push(...checkCode(item, "authorSpecialty", at3, options));
    findings.push(...checkLength(encodeSpecialty(item), "authorSpecialty", at3));
  }
  for (const [index, role] of roles.entries()) {
    findings.push(...checkLength(role, "authorRole", [...path, "roles", index]));
  }
  return findings;
}

// packages/nomenclatures/src/associations/ass-x04.ts
var assX04 = {
  "10213-7": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "11488-4": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "11490-0": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "11493-4": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "11502-2": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "11505-5": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "11506-3": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "11526-1": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "11528-7": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "15507-7": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "15508-5": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "24611-6": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "27899-4": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "28617-9": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "28653-4": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "29274-8": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "29554-3": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "34112-3": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "34120-6": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "34749-2": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "34794-8": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "34874-8": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "34875-5": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "39256-3": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "46241-6": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "47420-5": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "51969-4": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "59283-2": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "60568-3": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "67851-6": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "70004-7": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "75482-0": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "75492-9": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "75497-8": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "75496-0": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "77436-4": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "78513-9": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "78601-2": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "83981-1": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "85208-7": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "89233-1": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "93024-8": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "96349-6": { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  BIL_AUTO: { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  DOCPAT03: { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  DOCPAT05: { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  DOCPAT06: { code: "10", system: "1.2.250.1.213.1.1.4.1", label: "Compte rendu", status: "active" },
  "18761-7": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "34133-9": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "34842-5": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "56445-0": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "57055-6": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "57057-2": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "57075-4": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "60280-5": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "60591-5": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "68599-0": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "68817-6": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "74207-2": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "78341-5": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "78489-2": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "80820-4": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "83836-7": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "83901-9": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "89235-6": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "88348-8": { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  EXPORT_DUI: { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  DOCPAT01: { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  DOCPAT08: { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  SYNTH: { code: "11", system: "1.2.250.1.213.1.1.4.1", label: "Synth\xE8se", status: "active" },
  "18748-4": { code: "31", system: "1.2.250.1.213.1.1.4.1", label: "Imagerie m\xE9dicale", status: "active" },
  "52040-3": { code: "31", system: "1.2.250.1.213.1.1.4.1", label: "Imagerie m\xE9dicale", status: "active" },
  DOCPAT04: { code: "31", system: "1.2.250.1.213.1.1.4.1", label: "Imagerie m\xE9dicale", status: "active" },
  "IMG-KOS": { code: "31", system: "1.2.250.1.213.1.1.4.1", label: "Imagerie m\xE9dicale", status: "active" },
  "29551-9": { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
  "52063-5": { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
  "52521-2": { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
  "55115-0": { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
  "57828-6": { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
  "57832-8": { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
  "57833-6": { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
  "61357-0": { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
  "75468-9": { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
  DOCPAT02: { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
  "PRESC-AAT": { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
  "PRESC-BIO": { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
  "PRESC-KINE": { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
  "PRESC-INF": { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
  "PRESC-PEDI": { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
  "PRESC-ORTHOPHO": { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
  "PRESC-ORTHOPTIE": { code: "42", system: "1.2.250.1.213.1.1.4.1", label: "Prescription", status: "active" },
  "29550-1": { code: "43", system: "1.2.250.1.213.1.1.4.1", label: "Dispensation", status: "active" },
  "60593-1": { code: "43", system: "1.2.250.1.213.1.1.4.1", label: "Dispensation", status: "active" },
  DISP_AUT: { code: "43", system: "1.2.250.1.213.1.1.4.1", label: "Dispensation", status: "active" },
  "18776-5": {
    code: "44",
    system: "1.2.250.1.213.1.1.4.1",
    label: "Plan de soins, protocole de soins",
    status: "active"
  },
  "77604-7": {
    code: "44",
    system: "1.2.250.1.213.1.1.4.1",
    label: "Plan de soins, protocole de soins",
    status: "active"
  },
  "80771-9": {
    code: "44",
    system: "1.2.250.1.213.1.1.4.1",
    label: "Plan de soins, protocole de soins",
    status: "active"
  },
  "80788-3": {
    code: "44",
    system: "1.2.250.1.213.1.1.4.1",
    label: "Plan de soins, protocole de soins",
    status: "active"
  },
  "83869-8": {
    code: "44",
    system: "1.2.250.1.213.1.1.4.1",
    label: "Plan de soins, protocole de soins",
    status: "active"
  },
  PROT_ALD: {
    code: "44",
    system: "1.2.250.1.213.1.1.4.1",
    label: "Plan de soins, protocole de soins",
    status: "active"
  },
  "80565-5": { code: "45", system: "1.2.250.1.213.1.1.4.1", label: "Traitement administr\xE9", status: "active" },
  "11369-6": { code: "52", system: "1.2.250.1.213.1.1.4.1", label: "Certificat, d\xE9claration", status: "active" },
  "55751-2": { code: "52", system: "1.2.250.1.213.1.1.4.1", label: "Certificat, d\xE9claration", status: "active" },
  "87273-9": { code: "52", system: "1.2.250.1.213.1.1.4.1", label: "Certificat, d\xE9claration", status: "active" },
  "89601-9": { code: "52", system: "1.2.250.1.213.1.1.4.1", label: "Certificat, d\xE9claration", status: "active" },
  "96874-3": { code: "52", system: "1.2.250.1.213.1.1.4.1", label: "Certificat, d\xE9claration", status: "active" },
  "96173-0": { code: "52", system: "1.2.250.1.213.1.1.4.1", label: "Certificat, d\xE9claration", status: "active" },
  CERT_DECL: { code: "52", system: "1.2.250.1.213.1.1.4.1", label: "Certificat, d\xE9claration", status: "active" },
  DOCPAT07: { code: "52", system: "1.2.250.1.213.1.1.4.1", label: "Certificat, d\xE9claration", status: "active" },
  REMB: { code: "60", system: "1.2.250.1.213.1.1.4.1", label: "Donn\xE9es de remboursement", status: "active" },
  "74465-6": {
    code: "90",
    system: "1.2.250.1.213.1.1.4.1",
    label: "Autres documents d\xE9pos\xE9s par le patient",
    status: "active"
  },
  EXPPAT_1: {
    code: "90",
    system: "1.2.250.1.213.1.1.4.1",
    label: "Autres documents d\xE9pos\xE9s par le patient",
    status: "active"
  },
  EXPPAT_2: {
    code: "90",
    system: "1.2.250.1.213.1.1.4.1",
    label: "Autres documents d\xE9pos\xE9s par le patient",
    status: "active"
  },
  EXPPAT_3: {
    code: "90",
    system: "1.2.250.1.213.1.1.4.1",
    label: "Autres documents d\xE9pos\xE9s par le patient",
    status: "active"
  },
  DOCPAT10: {
    code: "90",
    system: "1.2.250.1.213.1.1.4.1",
    label: "Autres documents d\xE9pos\xE9s par le patient",
    status: "active"
  },
  "51851-4": { code: "95", system: "1.2.250.1.213.1.1.4.1", label: "Document de gestion", status: "active" },
  "56446-8": { code: "95", system: "1.2.250.1.213.1.1.4.1", label: "Document de gestion", status: "active" },
  "59284-0": { code: "95", system: "1.2.250.1.213.1.1.4.1", label: "Document de gestion", status: "active" },
  "86531-1": { code: "95", system: "1.2.250.1.213.1.1.4.1", label: "Document de gestion", status: "active" },
  "ATTEST-ASS-COMPL": { code: "95", system: "1.2.250.1.213.1.1.4.1", label: "Document de gestion", status: "active" },
  "ATTEST-HEBGT": { code: "95", system: "1.2.250.1.213.1.1.4.1", label: "Document de gestion", status: "active" },
  "ATTEST-RESID": { code: "95", system: "1.2.250.1.213.1.1.4.1", label: "Document de gestion", status: "active" },
  "ATTEST-DROITS-AM": { code: "95", system: "1.2.250.1.213.1.1.4.1", label: "Document de gestion", status: "active" },
  "AUTORIS-SOINS": { code: "95", system: "1.2.250.1.213.1.1.4.1", label: "Document de gestion", status: "active" },
  "CONTACTS-URGENCE": { code: "95", system: "1.2.250.1.213.1.1.4.1", label: "Document de gestion", status: "active" },
  DOCPAT09: { code: "95", system: "1.2.250.1.213.1.1.4.1", label: "Document de gestion", status: "active" },
  "PIECE-IDENTITE": { code: "95", system: "1.2.250.1.213.1.1.4.1", label: "Document de gestion", status: "active" },
  "FICHE-CONTACTS": { code: "95", system: "1.2.250.1.213.1.1.4.1", label: "Document de gestion", status: "active" },
  "FEUILLE-DE-STYLE": { code: "99", system: "1.2.250.1.213.1.1.4.1", label: "Document technique", status: "active" },
  E1762: { code: "urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1", system: "URN", label: "Digital Signature", status: "active" }
};

// packages/nomenclatures/src/ass-x04.ts
function classOf(typeCode, more = {}) {
  return own2(more, typeCode) ?? own2(assX04, typeCode);
}
function own2(table3, key) {
  return Object.hasOwn(table3, key) ? table3[key] : void 0;
}

// packages/documents/src/xds/parties.ts
var PROFESSIONALS = "1.2.250.1.71.4.2.1";
var STRUCTURES = "1.2.250.1.71.4.2.2";
var SIREN = "1.3.2";
function oneLine(text3) {
  return text3.trim().replace(/\s+/g, " ");
}
function named(family, given) {
  const [last, first2] = [family, given].map((name) => name === void 0 ? "" : oneLine(name));
  return { ...last ? { family: last } : {}, ...first2 ? { given: first2 } : {} };
}
function professionalXcn(idNat, family, given) {
  const idType = /^[08][0-9A-Z]+$/.test(idNat) ? "IDNPS" : "EI";
  return { id: idNat, ...named(family, given), authority: PROFESSIONALS, nameType: "D", idType };
}
function patientXcn(id, family, given) {
  return { id: id.extension, ...named(family, given), authority: id.root, nameType: "D", idType: "NH" };
}
function deviceXcn(id, software, model) {
  const authority2 = id.root ?? PROFESSIONALS;
  return { id: id.extension, ...named(software, model), authority: authority2, nameType: "U", idType: "RI" };
}
function structureXon(name, idNat) {
  const id = idNat === void 0 ? {} : { authority: STRUCTURES, idType: "IDNST", id: idNat };
  return { name: name === void 0 ? "" : oneLine(name), ...id };
}
function vendorXon(name, idNat) {
  const siren = /^2?(\d{9})$/.exec(idNat ?? "")?.[1];
  if (siren === void 0) return structureXon(name, idNat);
  return { name: name === void 0 ? "" : oneLine(name), authority: SIREN, idType: "SIREN", id: siren };
}
function reference(id, type) {
  return id.extension === void 0 ? { id: id.root, type } : { id: id.extension, oid: id.root, type };
}

// packages/core/src/time.ts
var HL7 = /^(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:\.(\d{1,4}))?)?)?)?)?)?([+-]\d{4})?$/;
var ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;
function daysInMonth(year, month) {
  if (month === 2) return year % 4 === 0 && year % 100 !== 0 || year % 400 === 0 ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return Number.isInteger(month) && month >= 1 && month <= 12 ? 31 : 0;
}
function parseHl7Timestamp(input) {
  const match = HL7.exec(input);
  if (!match) return failure("time.hl7.format");
  const part2 = (i) => match[i] === void 0 ? void 0 : Number(match[i]);
  const [year = 0, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map(part2);
  const offset = match[8];
  const value = {
    year,
    ...month === void 0 ? {} : { month },
    ...day === void 0 ? {} : { day },
    ...hour === void 0 ? {} : { hour },
    ...minute === void 0 ? {} : { minute },
    ...second === void 0 ? {} : { second },
    ...match[7] === void 0 ? {} : { millisecond: Number(match[7].padEnd(3, "0").slice(0, 3)) },
    ...offset === void 0 ? {} : { offsetMinutes: offsetMinutes(offset.slice(0, 3), offset.slice(3)) }
  };
  const good = (month ?? 1) >= 1 && (month ?? 1) <= 12 && (day ?? 1) >= 1 && (day ?? 1) <= daysInMonth(year, month ?? 1) && (hour ?? 0) <= 23 && (minute ?? 0) <= 59 && (second ?? 0) <= 59 && Math.abs(value.offsetMinutes ?? 0) <= 14 * 60;
  return good ? { ok: true, value, findings: [] } : failure("time.hl7.value");
}
function hl7Instant(t) {
  if (t.month === void 0 || t.day === void 0 || t.hour === void 0 || t.minute === void 0) return void 0;
  if (t.offsetMinutes === void 0) return void 0;
  return utc(t.year, t.month, t.day, t.hour, t.minute - t.offsetMinutes, t.second ?? 0, t.millisecond ?? 0);
}
function isoInstant(date) {
  return `${date.toISOString().slice(0, 19)}Z`;
}
function parseIsoInstant(input) {
  const match = ISO.exec(input);
  if (!match) return failure("time.iso.format");
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const zone = match[8] ?? "Z";
  const offset = zone === "Z" ? 0 : offsetMinutes(zone.slice(0, 3), zone.slice(4));
  if (day < 1 || day > daysInMonth(year, month) || hour > 23 || minute > 59 || second > 59 || Math.abs(offset) > 14 * 60) {
    return failure("time.iso.value");
  }
  const millisecond = Number((match[7] ?? "0").padEnd(3, "0").slice(0, 3));
  return { ok: true, value: utc(year, month, day, hour, minute - offset, second, millisecond), findings: [] };
}
function utc(y, mo, d, h2, mi, s, ms) {
  const date = new Date(Date.UTC(2e3, mo - 1, d, h2, mi, s, ms));
  date.setTime(0);
  date.setUTCFullYear(y, mo - 1, d);
  date.setUTCHours(h2, mi, s, ms);
  return date;
}
function offsetMinutes(signedHours, minutes) {
  const total = Math.abs(Number(signedHours)) * 60 + Number(minutes);
  return signedHours.startsWith("-") ? -total : total;
}
function failure(rule) {
  return { ok: false, findings: [finding(rule, "error")] };
}

// packages/documents/src/xds/time.ts
function toXdsTime(instant) {
  return instant.toISOString().replace(/[-:T]/g, "").slice(0, 14);
}
function isXdsTime(text3) {
  return /^\d{4}(?:\d{2}){0,5}$/.test(text3) && parseHl7Timestamp(text3).ok;
}
function xdsTimeOf(value) {
  const iso = parseIsoInstant(value);
  if (iso.ok) return toXdsTime(iso.value);
  const hl7 = parseHl7Timestamp(value);
  if (!hl7.ok) return void 0;
  const instant = hl7Instant(hl7.value);
  if (instant !== void 0) return toXdsTime(instant);
  return hl7.value.hour === void 0 ? value.slice(0, 8) : void 0;
}

// packages/documents/src/xds/from-cda.ts
function metadataFromCda(cda, options) {
  const findings = [];
  const { header } = cda;
  const missing = (field) => {
    findings.push(finding("documents.xds.missing", "error", ["cda", field], { field }));
    return void 0;
  };
  const uniqueId2 = parseUniqueId(header.id?.root ?? "");
  if (uniqueId2 === void 0) missing("id");
  if (header.id?.extension !== void 0) findings.push(finding("documents.xds.extension", "error", ["cda", "id"]));
  const patient3 = patientOf(header);
  if (patient3 === void 0) missing("recordTarget");
  const typeCode = coded(header.code) ?? missing("code");
  const concept = typeCode === void 0 ? void 0 : classOf(typeCode.code, options.classes);
  if (typeCode !== void 0 && concept === void 0) {
    findings.push(finding("documents.xds.class", "error", ["cda", "code"]));
  }
  const creationTime = timeOf(header.effectiveTime, "effectiveTime", findings) ?? missing("effectiveTime");
  const [event] = header.serviceEvents;
  const period = event?.effectiveTime;
  const start2 = timeOf(period?.low ?? period?.value, "documentationOf", findings);
  const stop = timeOf(period?.high, "documentationOf", findings);
  const setting = coded(event?.performers[0]?.entity?.organization?.standardIndustryClassCode);
  if (setting === void 0) missing("standardIndustryClassCode");
  const facility = coded(header.encounter?.facility?.code) ?? missing("healthCareFacility");
  const formatCode = formatOf2(cda, options, findings);
  const legalAuthenticator = entityXcn(header.legalAuthenticator?.entity, header);
  if (uniqueId2 === void 0 || patient3 === void 0 || typeCode === void 0 || concept === void 0 || creationTime === void 0 || setting === void 0 || facility === void 0 || formatCode === void 0 || hasErrors(findings)) {
    return { ok: false, findings };
  }
  const entry2 = {
    id: options.id,
    uniqueId: uniqueId2,
    ...patient3,
    mimeType: options.mimeType ?? (cda.wrapper === "stylesheet" ? "application/xslt+xml" : "text/xml"),
    ...options.hash === void 0 ? {} : { hash: options.hash },
    ...options.size === void 0 ? {} : { size: options.size },
    creationTime,
    ...start2 === void 0 ? {} : { serviceStartTime: start2 },
    ...stop === void 0 ? {} : { serviceStopTime: stop },
    languageCode: header.languageCode ?? "fr-FR",
    authors: header.authors.map((author2) => authorOf(author2)),
    ...legalAuthenticator === void 0 ? {} : { legalAuthenticator },
    ...header.title === void 0 ? {} : { title: oneLine(header.title) },
    ...options.comments === void 0 ? {} : { comments: options.comments },
    classCode: toCoded(concept),
    typeCode,
    formatCode,
    confidentiality: confidentialityCodes(header.confidentialityCode?.code, options.visibility),
    healthcareFacilityType: facility,
    practiceSetting: setting,
    events: eventsOf(
      header.serviceEvents.flatMap((item) => coded(item.code) ?? []),
      options.events
    ),
    referenceIds: referencesOf(header),
    extraSlots: {}
  };
  return { ok: true, value: entry2, findings };
}
function coded(code) {
  if (code?.code === void 0 || code.codeSystem === void 0) return void 0;
  return plainCode({ code: code.code, codeSystem: code.codeSystem, displayName: code.displayName ?? "" });
}
function timeOf(time2, field, findings) {
  if (time2?.raw === void 0) return void 0;
  const found = xdsTimeOf(time2.raw);
  if (found === void 0) findings.push(finding("documents.xds.time", "error", ["cda", field], { field }));
  return found;
}
function patientOf(header) {
  const patient3 = header.patient;
  const [ins] = patient3?.ins ?? [];
  const [local] = patient3?.localIds ?? [];
  const national = cx(ins?.id, "NH");
  const ipp = cx(local, "PI");
  const patientId = national ?? ipp;
  if (patient3 === void 0 || patientId === void 0) return void 0;
  const { nomNaissance = "", premierPrenom = "", dateNaissance, sexe } = patient3.traits;
  return {
    patientId,
    sourcePatientId: ipp ?? patientId,
    sourcePatientInfo: [
      `PID-5|${escapeHl7(nomNaissance)}^${escapeHl7(premierPrenom)}^^^^^L`,
      ...dateNaissance === void 0 ? [] : [`PID-7|${dateNaissance.replaceAll("-", "").slice(0, 8)}`],
      `PID-8|${sexe === "M" || sexe === "F" ? sexe : "U"}`
    ]
  };
}
function cx(id, type) {
  const extension = id?.extension?.trim();
  return id?.root === void 0 || !extension ? void 0 : { extension, oid: id.root, type };
}
function formatOf2(cda, options, findings) {
  const { body, model } = cda;
  if (body.kind === "nonXml") {
    const format2 = unstructuredFormat(body.media.mediaType ?? "");
    if (format2 === void 0) findings.push(finding("documents.xds.format", "error", ["cda", "nonXMLBody"]));
    return format2;
  }
  const templates = [...model.template === void 0 ? [] : [model.template], ...model.otherTemplates];
  const { format, known: known3 } = structuredFormat(templates, options.formats);
  if (!known3) findings.push(finding("documents.xds.format", "warning", ["cda", "templateId"]));
  return format;
}
function referencesOf(header) {
  const make2 = (ids, type) => ids.flatMap(
    ({ root, extension }) => root === void 0 ? [] : [reference({ root, ...extension === void 0 ? {} : { extension } }, type)]
  );
  return header.orders.flatMap((order) => [
    ...make2(order.ids, "urn:ihe:iti:xds:2013:order"),
    ...make2(order.accessionNumbers, "urn:ihe:iti:xds:2013:accession")
  ]);
}
function names(person) {
  const [name] = person?.names ?? [];
  const family = name?.family[0]?.text;
  const given = name?.given[0]?.text;
  return { ...family === void 0 ? {} : { family }, ...given === void 0 ? {} : { given } };
}
function isPatient(id, header) {
  return header.patients.some((patient3) => patient3.ins.some((ins) => ins.id.root === id?.root && id !== void 0));
}
function entityXcn(entity, header) {
  const [id] = entity?.ids ?? [];
  if (id?.extension === void 0) return void 0;
  const { family, given } = names(entity?.person);
  if (isPatient(id, header) && id.root !== void 0) {
    return patientXcn({ root: id.root, extension: id.extension }, family, given);
  }
  return professionalXcn(id.extension, family, given);
}
function authorOf(author2) {
  const person = personOf(author2);
  const specialty = author2.kind === "patient" ? void 0 : coded(author2.code);
  const role = author2.functionCode?.displayName;
  return {
    ...person === void 0 ? {} : { person },
    institutions: author2.kind === "patient" ? [] : institutionsOf(author2),
    roles: role === void 0 ? [] : [role],
    specialties: specialty === void 0 ? [] : [specialty]
  };
}
function personOf(author2) {
  const [id] = author2.ids;
  if (id?.extension === void 0) return void 0;
  const own3 = { extension: id.extension, ...id.root === void 0 ? {} : { root: id.root } };
  if (author2.device !== void 0) {
    return deviceXcn(own3, author2.device.softwareName, author2.device.manufacturerModelName);
  }
  const { family, given } = names(author2.person);
  if (author2.kind === "patient" && id.root !== void 0) {
    return patientXcn({ root: id.root, extension: id.extension }, family, given);
  }
  return professionalXcn(id.extension, family, given);
}
function institutionsOf(author2) {
  const organization = author2.organization;
  if (organization === void 0) return [];
  const make2 = author2.kind === "service" ? vendorXon : structureXon;
  return [make2(organization.names[0], organization.ids[0]?.extension)];
}

// packages/documents/src/xades/hash.ts
var names2 = { sha1: "SHA-1", sha256: "SHA-256" };
var webCryptoHash = async (algorithm, bytes) => new Uint8Array(await globalThis.crypto.subtle.digest(names2[algorithm], buffered(bytes)));
function buffered(bytes) {
  return bytes.buffer instanceof ArrayBuffer ? bytes : new Uint8Array(bytes);
}
function toHex(bytes) {
  let out = "";
  for (const byte2 of bytes) out += byte2.toString(16).padStart(2, "0");
  return out;
}
function toBase64(bytes) {
  let binary = "";
  for (const byte2 of bytes) binary += String.fromCharCode(byte2);
  return btoa(binary);
}

// packages/wire/src/errors/xml-error.ts
var XmlError = class extends SocleAnswerError {
  constructor(code, message, position) {
    super({
      code,
      service: "wire",
      message: position ? `${message} (line ${position.line}, column ${position.column})` : message,
      audience: "vendor",
      retryable: false,
      userMessage: {
        fr: {
          title: "La r\xE9ponse re\xE7ue est illisible",
          action: "R\xE9essayez plus tard ; si le probl\xE8me persiste, pr\xE9venez votre \xE9diteur."
        },
        en: {
          title: "The answer received cannot be read",
          action: "Try again later; if it goes on, tell your software vendor."
        }
      }
    });
    if (position) {
      this.line = position.line;
      this.column = position.column;
    }
  }
};
var XmlWriteError = class extends SocleArgumentError {
  constructor(code, message) {
    super({ code, service: "wire", message, audience: "vendor" });
  }
};

// packages/wire/src/xml/escape.ts
var forbidden = (
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to find control characters
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
);
function assertXmlText(value) {
  const found = forbidden.exec(value);
  if (!found) return;
  const point = value.charCodeAt(found.index).toString(16).toUpperCase().padStart(4, "0");
  throw new XmlWriteError(
    "xml.invalidCharacter",
    `A text holds the character U+${point} at offset ${found.index}, which XML 1.0 cannot carry. Remove it before sending.`
  );
}
var inText = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;" };
var inAttribute = {
  "&": "&amp;",
  "<": "&lt;",
  '"': "&quot;",
  "	": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;"
};
var plain = /^[ !#-%'-;=?-~]*$/;
function escapeText(value) {
  if (plain.test(value)) return value;
  assertXmlText(value);
  return /[&<>\r]/.test(value) ? value.replace(/[&<>\r]/g, (c) => inText[c] ?? c) : value;
}
function escapeAttribute(value) {
  if (plain.test(value)) return value;
  assertXmlText(value);
  return /[&<"\t\n\r]/.test(value) ? value.replace(/[&<"\t\n\r]/g, (c) => inAttribute[c] ?? c) : value;
}

// packages/wire/src/xml/limits.ts
var defaultXmlLimits = {
  maxBytes: 1048576,
  maxDepth: 256,
  maxElements: 1e5,
  maxAttributes: 256,
  maxTextLength: 524288,
  maxMillis: 2e3
};

// packages/wire/src/xml/parse.ts
var import_saxes = __toESM(require_saxes(), 1);

// packages/wire/src/xml/decode.ts
var accepted = /* @__PURE__ */ new Set(["utf-8", "utf8"]);
function decodeXmlBytes(bytes) {
  const [a, b, c, d] = bytes;
  const utf16 = a === 254 && b === 255 || a === 255 && b === 254;
  const bare16 = a === 0 && b === 60 || a === 60 && b === 0 || a === 0 && b === 0 && (c === 0 || c === 254) && d !== void 0;
  if (utf16 || bare16) {
    throw new XmlError("xml.encoding", "The document is in UTF-16 or UTF-32; only UTF-8 is read.");
  }
  try {
    return stripBom(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new XmlError("xml.encoding", "The document is not valid UTF-8.");
  }
}
function stripBom(source) {
  return source.charCodeAt(0) === 65279 ? source.slice(1) : source;
}
function checkDeclaration(declaration) {
  if (declaration.version !== void 0 && declaration.version !== "1.0") {
    throw new XmlError("xml.malformed", "The document declares a version of XML other than 1.0.");
  }
  if (declaration.encoding !== void 0 && !accepted.has(declaration.encoding.toLowerCase())) {
    throw new XmlError("xml.encoding", "The document declares an encoding other than UTF-8; only UTF-8 is read.");
  }
}
function refuseDoctype(source) {
  let at3 = 0;
  for (; ; ) {
    while (isSpace(source.charCodeAt(at3))) at3 += 1;
    if (source.startsWith("<?", at3)) {
      const end = source.indexOf("?>", at3 + 2);
      if (end < 0) return;
      at3 = end + 2;
    } else if (source.startsWith("<!--", at3)) {
      const end = source.indexOf("-->", at3 + 4);
      if (end < 0) return;
      at3 = end + 3;
    } else {
      if (/^<!doctype/i.test(source.slice(at3, at3 + 9))) {
        throw new XmlError("xml.doctype", "The document holds a DOCTYPE: it is refused, whatever it declares.");
      }
      return;
    }
  }
}
function isSpace(code) {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

// packages/wire/src/xml/plain.ts
var XML = "http://www.w3.org/XML/1998/namespace";
var XMLNS = "http://www.w3.org/2000/xmlns/";
var EXCLUDED = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
function isUnusual(source) {
  if (source.includes("]]>") || source.includes("<![") || EXCLUDED.test(source)) return true;
  return source.includes("\r") && /\r(?!\n)/.test(source);
}
var DECLARATION = /^<\?xml version=(["'])1\.0\1(?: encoding=(["'])utf-?8\2)?(?: standalone=(["'])(?:yes|no)\3)?[ \t]*\?>/i;
var INSTRUCTION = /<\?(?!xml[\s?])[A-Za-z_][A-Za-z0-9_.-]*(?:\?>|[ \t\r\n])/y;
var REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9a-fA-F]{1,6}));/g;
var NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
var ROOT_SCOPE = /* @__PURE__ */ new Map([["xml", XML]]);
var NO_ATTRIBUTES = Object.freeze([]);
var NO_NAMESPACES = Object.freeze({});
var KIND = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
  const character = String.fromCharCode(code);
  KIND[code] = (/[A-Za-z_]/.test(character) ? 3 : /[0-9.-]/.test(character) ? 2 : 0) | (/[ \t\r\n]/.test(character) ? 4 : 0);
}
var SPACE = 4;
var GREATER = 62;
var SLASH = 47;
var BANG = 33;
var QUESTION = 63;
var EQUALS = 61;
var COLON = 58;
var Unusual = class extends Error {
};
function readPlain(source, limits, expired) {
  if (isUnusual(source)) return void 0;
  try {
    return new PlainReader(source, limits, expired).read();
  } catch (cause) {
    if (cause instanceof Unusual) return void 0;
    throw cause;
  }
}
var PlainReader = class {
  constructor(source, limits, expired) {
    this.source = source;
    this.limits = limits;
    this.expired = expired;
    this.#nextLine = source.indexOf("\n");
  }
  source;
  limits;
  expired;
  #at = 0;
  #line = 1;
  #lineStart = 0;
  #nextLine;
  #seen = 0;
  #column = 1;
  #count = 0;
  #stack = [];
  #textLength = 0;
  #root;
  #names = /* @__PURE__ */ new Map();
  read() {
    const { source } = this;
    if (source.startsWith("<?xml ")) {
      const declared = DECLARATION.exec(source);
      if (declared === null) throw new Unusual();
      this.#at = declared[0].length;
    }
    while (this.#at < source.length) {
      const next = source.indexOf("<", this.#at);
      const end = next < 0 ? source.length : next;
      if (end > this.#at) this.#text(this.#at, end);
      if (next < 0) break;
      this.#at = next;
      const code = source.charCodeAt(next + 1);
      if (code === SLASH) this.#close();
      else if (code === BANG) this.#comment();
      else if (code === QUESTION) this.#instruction();
      else this.#open();
    }
    if (this.#root === void 0 || this.#stack.length > 0) throw new Unusual();
    return this.#root;
  }
  #text(from, to) {
    const raw2 = this.source.slice(from, to);
    const parent = this.#stack[this.#stack.length - 1];
    if (parent === void 0) {
      if (/[^ \t\r\n]/.test(raw2)) throw new Unusual();
      return;
    }
    const value = resolved(raw2.includes("\r") ? raw2.replaceAll("\r\n", "\n") : raw2);
    this.#textLength += value.length;
    if (this.#textLength > this.limits.maxTextLength) throw new Unusual();
    const { children: children2 } = parent.element;
    const last = children2[children2.length - 1];
    if (typeof last === "string") children2[children2.length - 1] = last + value;
    else children2.push(value);
  }
  #comment() {
    const { source } = this;
    const end = source.startsWith("<!--", this.#at) ? source.indexOf("--", this.#at + 4) : -1;
    if (end < 0 || source.charCodeAt(end + 2) !== GREATER) throw new Unusual();
    this.#at = end + 3;
  }
  #instruction() {
    INSTRUCTION.lastIndex = this.#at;
    const end = INSTRUCTION.test(this.source) ? this.source.indexOf("?>", this.#at + 2) : -1;
    if (end < 0) throw new Unusual();
    this.#at = end + 2;
  }
  #close() {
    const opened = this.#stack.pop();
    if (opened === void 0) throw new Unusual();
    const { source } = this;
    let at3 = this.#at + 2;
    if (!source.startsWith(opened.name, at3)) throw new Unusual();
    at3 = this.#skipSpace(at3 + opened.name.length);
    if (source.charCodeAt(at3) !== GREATER) throw new Unusual();
    this.#at = at3 + 1;
    this.#end(opened);
  }
  #end({ element: element2 }) {
    element2.span.end = this.#at;
    const parent = this.#stack[this.#stack.length - 1];
    if (parent === void 0) this.#root = element2;
    else parent.element.children.push(element2);
    this.#textLength = 0;
  }
  #open() {
    const { source, limits } = this;
    const stack = this.#stack;
    const parent = stack[stack.length - 1];
    if (stack.length >= limits.maxDepth || parent === void 0 && this.#root !== void 0) throw new Unusual();
    this.#count += 1;
    if (this.#count > limits.maxElements) throw new Unusual();
    if ((this.#count & 1023) === 0 && this.expired()) throw new Unusual();
    const start2 = this.#at;
    this.#findLine(start2);
    let at3 = this.#nameEnd(start2 + 1);
    const name = source.slice(start2 + 1, at3);
    const outer = parent === void 0 ? ROOT_SCOPE : parent.scope;
    let namespaces;
    let attributes;
    let prefixed = 0;
    let count = 0;
    for (; ; ) {
      const after = this.#skipSpace(at3);
      const code = source.charCodeAt(after);
      if (code === GREATER || code === SLASH) {
        at3 = after;
        break;
      }
      if (after === at3) throw new Unusual();
      count += 1;
      if (count > limits.maxAttributes) throw new Unusual();
      at3 = this.#nameEnd(after);
      const full = source.slice(after, at3);
      const value = this.#value(at3);
      at3 = this.#at;
      const [prefix2, local2] = this.#split(full);
      if (prefix2 === "xmlns" || full === "xmlns") {
        const key = prefix2 === "" ? "" : local2;
        namespaces ??= {};
        if (Object.hasOwn(namespaces, key) || !isDeclarable(key, value)) throw new Unusual();
        namespaces[key] = value;
      } else {
        attributes ??= [];
        for (const each of attributes) if (each.local === local2 && each.prefix === prefix2) throw new Unusual();
        if (prefix2 !== "") prefixed += 1;
        attributes.push({ prefix: prefix2, local: local2, value });
      }
    }
    const empty = source.charCodeAt(at3) === SLASH;
    if (empty && source.charCodeAt(at3 + 1) !== GREATER) throw new Unusual();
    this.#at = at3 + (empty ? 2 : 1);
    const scope = namespaces === void 0 ? outer : new Map([...outer, ...Object.entries(namespaces)]);
    const [prefix, local] = this.#split(name);
    const element2 = {
      namespace: namespaceOf(scope, prefix),
      local,
      prefix,
      attributes: attributes === void 0 ? NO_ATTRIBUTES : bound(attributes, scope, prefixed),
      children: [],
      namespaces: namespaces ?? NO_NAMESPACES,
      line: this.#line,
      column: this.#columnOf(start2),
      span: { start: start2, open: this.#at, end: 0 }
    };
    this.#textLength = 0;
    const opened = { element: element2, name, scope };
    if (empty) this.#end(opened);
    else stack.push(opened);
  }
  /** Just after a name of ASCII characters, with one colon at most. */
  #nameEnd(from) {
    const { source } = this;
    let at3 = from;
    for (let part2 = 0; part2 < 2; part2 += 1) {
      const first2 = source.charCodeAt(at3);
      if (!(first2 < 128) || ((KIND[first2] ?? 0) & 1) === 0) throw new Unusual();
      at3 += 1;
      let code = source.charCodeAt(at3);
      while (code < 128 && ((KIND[code] ?? 0) & 2) !== 0) {
        at3 += 1;
        code = source.charCodeAt(at3);
      }
      if (code !== COLON) return at3;
      at3 += 1;
    }
    throw new Unusual();
  }
  /** The value of an attribute, from the equals sign on; leaves the place just after the closing quotation mark. */
  #value(from) {
    const { source } = this;
    const equals = this.#skipSpace(from);
    if (source.charCodeAt(equals) !== EQUALS) throw new Unusual();
    const open2 = this.#skipSpace(equals + 1);
    const quote = source[open2];
    const end = quote === '"' || quote === "'" ? source.indexOf(quote, open2 + 1) : -1;
    if (end < 0) throw new Unusual();
    const raw2 = source.slice(open2 + 1, end);
    if (raw2.length > this.limits.maxTextLength || raw2.includes("<")) throw new Unusual();
    this.#at = end + 1;
    return /[\t\r\n&]/.test(raw2) ? resolved(raw2.replace(/\r\n|[\t\n]/g, " ")) : raw2;
  }
  #skipSpace(from) {
    const { source } = this;
    let at3 = from;
    let code = source.charCodeAt(at3);
    while (code < 128 && ((KIND[code] ?? 0) & SPACE) !== 0) {
      at3 += 1;
      code = source.charCodeAt(at3);
    }
    return at3;
  }
  #split(name) {
    let known3 = this.#names.get(name);
    if (known3 === void 0) {
      const colon = name.indexOf(":");
      known3 = colon < 0 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
      this.#names.set(name, known3);
    }
    return known3;
  }
  #findLine(at3) {
    while (this.#nextLine >= 0 && this.#nextLine < at3) {
      this.#line += 1;
      this.#lineStart = this.#nextLine + 1;
      this.#nextLine = this.source.indexOf("\n", this.#lineStart);
    }
  }
  /** Column from 1, in characters: each part of a line is looked at once. */
  #columnOf(at3) {
    if (this.#seen < this.#lineStart) {
      this.#seen = this.#lineStart;
      this.#column = 1;
    }
    this.#column += charactersIn(this.source, this.#seen, at3);
    this.#seen = at3;
    return this.#column;
  }
};
function charactersIn(source, from, to) {
  let count = to - from;
  for (let index = from; index < to; index += 1) {
    const code = source.charCodeAt(index);
    if (code >= 55296 && code <= 56319) count -= 1;
  }
  return count;
}
function isDeclarable(prefix, uri) {
  if (prefix === "xml" || prefix === "xmlns" || prefix === "__proto__" || uri === XML || uri === XMLNS || uri !== uri.trim())
    return false;
  return prefix === "" || uri !== "";
}
function namespaceOf(scope, prefix) {
  const uri = scope.get(prefix);
  if (uri === void 0 && prefix !== "") throw new Unusual();
  return uri ?? "";
}
function bound(attributes, scope, prefixed) {
  const out = [];
  for (const { prefix, local, value } of attributes) {
    out.push({ namespace: prefix === "" ? "" : namespaceOf(scope, prefix), local, prefix, value });
  }
  if (prefixed > 1 && new Set(out.map((each) => `{${each.namespace}}${each.local}`)).size < out.length)
    throw new Unusual();
  return out;
}
function resolved(raw2) {
  if (!raw2.includes("&")) return raw2;
  if (raw2.replace(REFERENCE, "").includes("&")) throw new Unusual();
  return raw2.replace(REFERENCE, (_whole, name, decimal2, hexadecimal) => {
    if (name !== void 0) return NAMED[name] ?? "";
    const code = decimal2 === void 0 ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal2);
    if (!isCharacter(code)) throw new Unusual();
    return String.fromCodePoint(code);
  });
}
function isCharacter(code) {
  if (code < 32) return code === 9 || code === 10 || code === 13;
  return code <= 55295 || code >= 57344 && code <= 65533 || code >= 65536 && code <= 1114111;
}

// packages/wire/src/xml/parse.ts
var CHUNK = 16384;
var loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
var XMLNS2 = "http://www.w3.org/2000/xmlns/";
function parseXml(input, options = {}) {
  const limits = { ...defaultXmlLimits, ...definedOnly(options) };
  const now = options.now ?? (() => performance.now());
  const source = decodeInput(input, limits.maxBytes);
  refuseDoctype(source);
  const deadline = now() + limits.maxMillis;
  return readPlain(source, limits, () => now() > deadline) ?? readCompletely(source, limits, now, deadline);
}
function readCompletely(source, limits, now, deadline) {
  return new Reader(source, limits, now, deadline).read();
}
function decodeInput(input, maxBytes) {
  const size = typeof input !== "string" ? input.byteLength : input.length * 3 <= maxBytes || input.length > maxBytes ? input.length : new TextEncoder().encode(input).byteLength;
  if (size > maxBytes) throw new XmlError("xml.tooLarge", `The document is larger than ${maxBytes} bytes.`);
  if (typeof input !== "string") return decodeXmlBytes(input);
  if (loneSurrogate.test(input)) throw new XmlError("xml.encoding", "The text holds half of a surrogate pair.");
  return stripBom(input);
}
function definedOnly(options) {
  return Object.fromEntries(Object.entries(options).filter(([key, value]) => value !== void 0 && key !== "now"));
}
var Reader = class {
  constructor(source, limits, now, deadline) {
    this.source = source;
    this.limits = limits;
    this.now = now;
    this.deadline = deadline;
  }
  source;
  limits;
  now;
  deadline;
  #parser = new import_saxes.SaxesParser({ xmlns: true, position: true });
  #stack = [];
  #root;
  #count = 0;
  #attributes = 0;
  #events = 0;
  #textLength = 0;
  #opening = { start: 0, line: 1, column: 1 };
  read() {
    this.#listen();
    try {
      for (let at3 = 0; at3 < this.source.length; at3 += CHUNK) {
        this.#checkTime();
        this.#parser.write(this.source.slice(at3, at3 + CHUNK));
      }
      this.#parser.close();
    } catch (cause) {
      if (cause instanceof XmlError) throw cause;
      throw this.#error("xml.malformed", describe(cause));
    }
    if (this.#root === void 0) throw this.#error("xml.malformed", "The document has no element.");
    return this.#root;
  }
  #listen() {
    const parser = this.#parser;
    parser.on("xmldecl", checkDeclaration);
    parser.on("doctype", () => {
      throw this.#error("xml.doctype", "The document holds a DOCTYPE: it is refused, whatever it declares.");
    });
    parser.on("opentagstart", (tag) => this.#start(tag.name));
    parser.on("attribute", (found) => this.#attribute(found.value));
    parser.on("opentag", (tag) => this.#open(tag));
    parser.on("closetag", () => this.#close());
    parser.on("text", (value) => this.#text(value));
    parser.on("cdata", (value) => this.#text(value));
  }
  #start(name) {
    this.#tick();
    if (this.#stack.length >= this.limits.maxDepth) {
      throw this.#error("xml.tooDeep", `Elements are nested deeper than ${this.limits.maxDepth}.`);
    }
    this.#count += 1;
    if (this.#count > this.limits.maxElements) {
      throw this.#error("xml.tooMany", `The document has more than ${this.limits.maxElements} elements.`);
    }
    this.#attributes = 0;
    const start2 = this.source.lastIndexOf("<", this.#parser.position - 1);
    const { line, column } = this.#parser;
    if (column > 0) {
      this.#opening = { start: start2, line, column: Math.max(1, column - name.length - 1) };
    } else {
      const before = charactersIn(this.source, lineStartOf(this.source, start2), start2);
      this.#opening = { start: start2, line: line - 1, column: before + 1 };
    }
  }
  #attribute(value) {
    this.#attributes += 1;
    if (this.#attributes > this.limits.maxAttributes) {
      throw this.#error("xml.tooMany", `An element has more than ${this.limits.maxAttributes} attributes.`);
    }
    if (value.length > this.limits.maxTextLength) {
      throw this.#error("xml.tooLarge", `An attribute value is longer than ${this.limits.maxTextLength} characters.`);
    }
  }
  #open(tag) {
    const attributes = [];
    for (const item of Object.values(tag.attributes)) {
      if (item.uri === XMLNS2) continue;
      attributes.push({ namespace: item.uri, local: item.local, prefix: item.prefix, value: item.value });
    }
    this.#stack.push({
      namespace: tag.uri,
      local: tag.local,
      prefix: tag.prefix,
      attributes,
      children: [],
      namespaces: { ...tag.ns },
      line: this.#opening.line,
      column: this.#opening.column,
      span: { start: this.#opening.start, open: this.#parser.position, end: 0 }
    });
    this.#textLength = 0;
  }
  #close() {
    const done = this.#stack.pop();
    if (done === void 0) return;
    done.span.end = this.#parser.position;
    const parent = this.#stack.at(-1);
    if (parent === void 0) this.#root = done;
    else parent.children.push(done);
    this.#textLength = 0;
  }
  #text(value) {
    this.#tick();
    const parent = this.#stack.at(-1);
    if (parent === void 0 || value === "") return;
    this.#textLength += value.length;
    if (this.#textLength > this.limits.maxTextLength) {
      throw this.#error("xml.tooLarge", `A text is longer than ${this.limits.maxTextLength} characters.`);
    }
    const last = parent.children.length - 1;
    const before = parent.children[last];
    if (typeof before === "string") parent.children[last] = before + value;
    else parent.children.push(value);
  }
  #tick() {
    this.#events += 1;
    if ((this.#events & 1023) === 0) this.#checkTime();
  }
  #checkTime() {
    if (this.now() > this.deadline) {
      throw this.#error("xml.tooSlow", `Reading the document took longer than ${this.limits.maxMillis} ms.`);
    }
  }
  #error(code, message) {
    return new XmlError(code, message, { line: this.#parser.line, column: Math.max(1, this.#parser.column) });
  }
};
function describe(cause) {
  const reason = cause instanceof Error ? cause.message.replace(/^\d+:\d+:\s*/, "") : "";
  const known3 = /^(unclosed tag|unexpected close tag|unmatched closing tag|duplicate attribute|unbound namespace prefix|undefined entity|disallowed character|malformed|text data outside|document must contain|unexpected end|attribute)/i;
  const found = known3.exec(reason);
  return found ? `The document is not well-formed XML: ${found[0].toLowerCase()}.` : "The document is not well-formed XML.";
}
function lineStartOf(source, at3) {
  for (let index = at3 - 1; index >= 0; index -= 1) {
    const code = source.charCodeAt(index);
    if (code === 10 || code === 13) return index + 1;
  }
  return 0;
}

// packages/wire/src/xml/tree.ts
function isElement(node) {
  return typeof node !== "string";
}
function elements(parent) {
  return parent.children.filter(isElement);
}
function children(parent, namespace, local) {
  return elements(parent).filter((node) => node.namespace === namespace && node.local === local);
}
function child(parent, namespace, local) {
  return elements(parent).find((node) => node.namespace === namespace && node.local === local);
}
function text(element2) {
  let out = "";
  for (const node of element2.children) out += typeof node === "string" ? node : text(node);
  return out;
}
function childText(parent, namespace, local) {
  const found = child(parent, namespace, local);
  return found === void 0 ? void 0 : text(found).trim();
}
function attribute(element2, local, namespace = "") {
  return element2.attributes.find((item) => item.local === local && item.namespace === namespace)?.value;
}
function* walk(element2) {
  yield element2;
  for (const node of element2.children) if (isElement(node)) yield* walk(node);
}

// packages/wire/src/xml/write.ts
var ncName = /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u;
function element(name, attributes = {}, children2 = [], namespaces = {}) {
  const list2 = [];
  if (isList(attributes)) list2.push(...attributes);
  else {
    for (const [local, value] of Object.entries(attributes)) if (value !== void 0) list2.push({ local, value });
  }
  const kept = children2.filter((node) => node !== void 0 && node !== false);
  return { kind: "element", name, attributes: list2, children: kept, namespaces };
}
function isList(attributes) {
  return Array.isArray(attributes);
}
function raw(xml) {
  if (xml.trimStart().startsWith("<?")) {
    throw new XmlWriteError("xml.invalidName", "A raw part must be an element, without XML declaration.");
  }
  parseXml(xml, { maxBytes: 64 * 1048576, maxTextLength: 64 * 1048576 });
  return { kind: "raw", xml };
}
function serializeXml(node, options = {}) {
  const out = options.declaration ? ['<?xml version="1.0" encoding="UTF-8"?>'] : [];
  write(node, /* @__PURE__ */ new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]), out);
  return out.join("");
}
function write(node, scope, out) {
  if (typeof node === "string") {
    out.push(escapeText(node));
    return;
  }
  if (node.kind === "raw") {
    out.push(node.xml);
    return;
  }
  const declared = declarationsOf(node, scope);
  const tag = qualified(node.name.prefix, node.name.local);
  out.push("<", tag);
  if (declared !== void 0) {
    for (const prefix of [...declared.keys()].sort(byCodePoint)) {
      out.push(prefix === "" ? ' xmlns="' : ` xmlns:${prefix}="`, escapeAttribute(declared.get(prefix) ?? ""), '"');
    }
  }
  for (const [index, item] of node.attributes.entries()) {
    const name = qualified(item.namespace ? item.prefix ?? "" : "", item.local);
    if (item.local === "xmlns" && !item.namespace) {
      throw new XmlWriteError("xml.invalidName", "Namespaces are declared by names, not by an xmlns attribute.");
    }
    for (let before = 0; before < index; before += 1) {
      const other = node.attributes[before];
      if (other?.local === item.local && (other.namespace ?? "") === (item.namespace ?? "")) {
        throw new XmlWriteError("xml.duplicateAttribute", `The attribute "${item.local}" is given twice.`);
      }
    }
    out.push(" ", name, '="', escapeAttribute(item.value), '"');
  }
  out.push(">");
  const below = declared === void 0 ? scope : new Map([...scope, ...declared]);
  for (const inner of node.children) write(inner, below, out);
  out.push("</", tag, ">");
}
function declarationsOf(node, scope) {
  let declared;
  const use = (prefix, namespace, own3) => {
    const bound2 = declared?.get(prefix) ?? scope.get(prefix) ?? "";
    if (bound2 === namespace && namespace !== "") return;
    checkBinding(prefix, namespace);
    if (bound2 === namespace) return;
    if (declared?.has(prefix)) {
      throw new XmlWriteError("xml.unboundPrefix", `The prefix "${prefix}" would have two meanings on one element.`);
    }
    declared ??= /* @__PURE__ */ new Map();
    if (own3 || prefix !== "") declared.set(prefix, namespace);
  };
  use(node.name.prefix, node.name.namespace, true);
  for (const item of node.attributes) {
    if (item.namespace) {
      if (!item.prefix) throw new XmlWriteError("xml.unboundPrefix", "An attribute in a namespace needs a prefix.");
      use(item.prefix, item.namespace, false);
    }
  }
  for (const prefix of Object.keys(node.namespaces)) use(prefix, node.namespaces[prefix] ?? "", true);
  return declared;
}
var known = /* @__PURE__ */ new Set();
var MAX_KNOWN = 2e3;
function qualified(prefix, local) {
  const name = prefix === "" ? local : `${prefix}:${local}`;
  if (known.has(name) && (prefix !== "" || !local.includes(":"))) return name;
  if (!ncName.test(local) || prefix !== "" && !ncName.test(prefix)) {
    throw new XmlWriteError("xml.invalidName", "A name is not a valid XML name.");
  }
  if (known.size < MAX_KNOWN) known.add(name);
  return name;
}
function checkBinding(prefix, namespace) {
  if (prefix === "xmlns" || prefix !== "" && namespace === "") {
    throw new XmlWriteError("xml.unboundPrefix", `The prefix "${prefix}" has no namespace.`);
  }
  if (prefix === "xml" !== (namespace === "http://www.w3.org/XML/1998/namespace")) {
    throw new XmlWriteError("xml.unboundPrefix", 'The prefix "xml" and its namespace belong to each other.');
  }
}
function byCodePoint(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// packages/documents/src/xds/uris.ts
var ASSOCIATION_TYPES = {
  hasMember: "urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember",
  signs: "urn:ihe:iti:2007:AssociationType:signs",
  replace: "urn:ihe:iti:2007:AssociationType:RPLC",
  append: "urn:ihe:iti:2007:AssociationType:APND",
  transform: "urn:ihe:iti:2007:AssociationType:XFRM",
  transformAndReplace: "urn:ihe:iti:2007:AssociationType:XFRM_RPLC",
  isSnapshotOf: "urn:ihe:iti:2010:AssociationType:IsSnapshotOf",
  updateAvailabilityStatus: "urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus",
  submitAssociation: "urn:ihe:iti:2010:AssociationType:SubmitAssociation"
};
var SUBMISSION_SET_STATUS = { original: "Original", reference: "Reference" };
var RESPONSE_STATUSES = {
  success: "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success",
  failure: "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Failure",
  partialSuccess: "urn:ihe:iti:2007:ResponseStatusType:PartialSuccess"
};
var XDS_NAMESPACES = {
  xds: "urn:ihe:iti:xds-b:2007",
  lcm: "urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0",
  rim: "urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0",
  rs: "urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0",
  query: "urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0"
};

// packages/documents/src/xds/vocabulary.ts
var urn = (uuid) => `urn:uuid:${uuid}`;
var ENTRY = {
  stable: urn("7edca82f-054d-47f2-a032-9b2a5b5186c1"),
  onDemand: urn("34268e47-fdf5-41a6-ba33-82133c465248"),
  author: urn("93606bcf-9494-43ec-9b4e-a7748d1a838d"),
  classCode: urn("41a5887f-8865-4c09-adf7-e362475b143a"),
  confidentialityCode: urn("f4f85eac-e6cb-4883-b524-f2705394840f"),
  eventCodeList: urn("2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4"),
  formatCode: urn("a09d5840-386c-46f2-b5ad-9c3699a4309d"),
  healthcareFacilityTypeCode: urn("f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1"),
  practiceSettingCode: urn("cccf5598-8b07-4b77-a05e-ae952c785ead"),
  typeCode: urn("f0306f51-975f-434e-a61c-c59651d33983"),
  patientId: urn("58a6f841-87b3-4a3e-92fd-a8ffeff98427"),
  uniqueId: urn("2e82c1f6-a085-4c72-9da3-8640a32e42ab")
};
var SET = {
  marker: urn("a54d6aa5-d40d-43f9-88c5-b4633d873bdd"),
  author: urn("a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d"),
  contentTypeCode: urn("aa543740-bdda-424e-8c96-df4873be8500"),
  patientId: urn("6b5aea1a-874d-4603-a4bc-96a0a7b38446"),
  uniqueId: urn("96fdda7c-d067-4183-912e-bf5ee74998a8"),
  sourceId: urn("554ac39e-e3fe-47fe-b233-965d2a147832")
};
var FOLDER = {
  marker: urn("d9d542f3-6cc4-48b6-8870-ea235fbc94c2"),
  codeList: urn("1ba97051-7806-41a8-a48b-8fce7af683c5"),
  patientId: urn("f64ffdf0-4b97-4e06-b79f-a52b38ec2f8a"),
  uniqueId: urn("75df8f67-9973-4fbe-a900-df66cefecc5a")
};
var ASSOCIATION_OBJECT_TYPE = "urn:oasis:names:tc:ebxml-regrep:ObjectType:RegistryObject:Association";
var REFERENCE_ID_LIST = "urn:ihe:iti:xds:2013:referenceIdList";

// packages/core/src/cog.ts
var UNKNOWN_COG = "99999";
var SOURCE = { document: "INSEE, code officiel g\xE9ographique" };
var COG = /^(?:[0-9]{5}|2[AB][0-9]{3})$/;
function validateCog(input, path = []) {
  if (typeof input !== "string" || !COG.test(input)) return [finding("cog.format", "error", path, {}, SOURCE)];
  return input === UNKNOWN_COG ? [finding("cog.unknown", "warning", path, {}, SOURCE)] : [];
}

// packages/core/src/lunar-date.ts
var TYPE = { document: "WSDL DESIR_ICIR_EXP", version: "1.5.0", section: "DateLunaire" };
var PATTERNS2 = {
  iso: /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})$/,
  hl7: /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
  datamatrix: /^(?<d>\d{2})-(?<m>\d{2})-(?<y>\d{4})$/,
  display: /^(?<d>\d{2})\/(?<m>\d{2})\/(?<y>\d{4})$/
};
function parseDateLunaire(input, format = "iso") {
  const groups = typeof input === "string" ? PATTERNS2[format].exec(input)?.groups : void 0;
  if (!groups)
    return { ok: false, findings: [finding("date.lunaire.format", "error", [], { format: shapes[format] }, TYPE)] };
  const value = dateLunaire(Number(groups["y"]), Number(groups["m"]), Number(groups["d"]));
  const findings = value.isCalendarDate ? [] : [finding("date.lunaire.notCalendar", "warning", [], {}, TYPE)];
  return { ok: true, value, findings };
}
function formatDateLunaire(date, format) {
  const [y, m, d] = [pad(date.year, 4), pad(date.month, 2), pad(date.day, 2)];
  if (format === "iso") return `${y}-${m}-${d}`;
  if (format === "hl7") return `${y}${m}${d}`;
  return format === "datamatrix" ? `${d}-${m}-${y}` : `${d}/${m}/${y}`;
}
function completeBirthDate(parts) {
  const { year } = parts;
  if (parts.estimatedYear) return { date: dateLunaire(year, 12, 31), rule: "estimatedYear" };
  const month = within(parts.month, 12);
  const day = within(parts.day, month === void 0 ? 31 : daysInMonth(year, month));
  if (month === void 0 && day === void 0) return { date: dateLunaire(year, 12, 31), rule: "yearOnly" };
  if (month === void 0) return { date: dateLunaire(year, 1, day ?? 1), rule: "monthUnknown" };
  if (day === void 0) return { date: dateLunaire(year, month, 1), rule: "dayUnknown" };
  return { date: dateLunaire(year, month, day), rule: "complete" };
}
function ageAt(date, today) {
  if (!date.isCalendarDate) return void 0;
  const before = today.month < date.month || today.month === date.month && today.day < date.day;
  const age = today.year - date.year - (before ? 1 : 0);
  return age < 0 ? void 0 : age;
}
function dateLunaire(year, month, day) {
  const raw2 = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return { raw: raw2, year, month, day, isCalendarDate: year > 0 && day >= 1 && day <= daysInMonth(year, month) };
}
function within(value, max2) {
  return value !== void 0 && value >= 1 && value <= max2 ? value : void 0;
}
function pad(value, length) {
  return String(value).padStart(length, "0");
}
var shapes = {
  iso: "AAAA-MM-JJ",
  hl7: "AAAAMMJJ",
  datamatrix: "JJ-MM-AAAA",
  display: "JJ/MM/AAAA"
};

// packages/core/src/name.ts
var PROFILES = { document: "SEL-MP-043", version: "05.00.01", section: "\xA72" };
var MAX_SCANNED = 1e3;
var APOSTROPHES = new Set("\u2019\u2018\u02BC\xB4\u2032\uFF07");
var HYPHENS = new Set("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63\uFF0D");
var LIGATURES = { \u0152: "OE", \u0153: "OE", \u00C6: "AE", \u00E6: "AE", \u00DF: "SS", "\u1E9E": "SS" };
var MARK = /^\p{M}$/u;
var SPACE2 = /^\s$/u;
function foldAscii(character) {
  if (character >= "A" && character <= "Z") return { text: character, kind: "case" };
  if (character >= "a" && character <= "z") return { text: character.toUpperCase(), kind: "case" };
  if (character === "-") return { text: character, kind: "hyphen" };
  if (character === "'" || character === "`") return { text: "'", kind: "apostrophe" };
  return /\s/.test(character) ? { text: " ", kind: "space" } : { text: void 0, kind: "case" };
}
function foldCharacter(character) {
  if (character.length === 1 && character < "\x80") return foldAscii(character);
  if (APOSTROPHES.has(character)) return { text: "'", kind: "apostrophe" };
  if (HYPHENS.has(character)) return { text: "-", kind: "hyphen" };
  if (SPACE2.test(character)) return { text: " ", kind: "space" };
  if (MARK.test(character)) return { text: "", kind: "diacritic" };
  const ligature = LIGATURES[character];
  if (ligature !== void 0) return { text: ligature, kind: "ligature" };
  const decomposed = character.normalize("NFD").replace(/\p{M}/gu, "");
  const upper = LIGATURES[decomposed] ?? decomposed.toUpperCase();
  if (!/^[A-Z]{1,3}$/.test(upper)) return { text: void 0, kind: "case" };
  if (upper.length > 1) return { text: upper, kind: "ligature" };
  return { text: upper, kind: decomposed === character ? "case" : "diacritic" };
}
function validateName(input, profile, options = {}) {
  const path = options.path ?? [];
  const name = typeof input === "string" ? input : "";
  if (name === "") return [finding("traits.name.empty", "error", path, {}, PROFILES)];
  if (name.length > MAX_SCANNED) return [tooLong(name, options)];
  const findings = [];
  if (name.length > maxLength(options)) findings.push(tooLong(name, options));
  findings.push(...refusedCharacters(name, path));
  const first2 = name.charAt(0);
  const last = name.charAt(name.length - 1);
  if (first2 === "-" || first2 === " " || profile === "prenom" && first2 === "'") {
    findings.push(finding("traits.name.first", "error", path, { character: shown(first2), ...place(0) }, PROFILES));
  }
  if ("-' ".includes(last))
    findings.push(
      finding("traits.name.last", "error", path, { character: shown(last), ...place(name.length - 1) }, PROFILES)
    );
  for (const match of name.matchAll(/[-' ]{2,}/g)) findings.push(...separators(match[0], match.index, profile, path));
  return findings;
}
function place(index) {
  return { index, position: index + 1 };
}
function maxLength(options) {
  return options.maxLength ?? 100;
}
function tooLong(name, options) {
  return finding(
    "traits.name.tooLong",
    "error",
    options.path ?? [],
    { length: name.length, max: maxLength(options) },
    PROFILES
  );
}
function separators(run, index, profile, path) {
  const second = place(index + 1);
  if (/[' ]{2}/.test(run)) return [finding("traits.name.doubled", "error", path, second, PROFILES)];
  if (run.includes("---") || profile === "prenom" && run.includes("--")) {
    return [finding("traits.name.doubleHyphen", "error", path, second, PROFILES)];
  }
  return run === "--" ? [] : [finding("traits.name.hyphen", "warning", path, second)];
}
function refusedCharacters(name, path) {
  const findings = [];
  for (const match of name.matchAll(/[^A-Z' -]/gu)) findings.push(refused(match[0], match.index, path));
  return findings;
}
function refused(character, index, path) {
  return finding("traits.name.character", "error", path, { character: shown(character), ...place(index) }, PROFILES);
}
function shown(character) {
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

// packages/core/src/name-fold.ts
function foldName(name) {
  let text3 = "";
  const map = [];
  let index = 0;
  let end = 0;
  for (const character of name) {
    const folded = foldCharacter(character).text ?? character;
    const spaced = folded.replace(/[-']/g, " ");
    const skipped = spaced === "" || spaced === " " && (text3 === "" || text3.endsWith(" "));
    if (!skipped) {
      for (const _ of spaced) map.push(index);
      text3 += spaced;
    }
    index += character.length;
    if (spaced !== " ") end = index;
  }
  const trimmed = text3.trimEnd();
  return { text: trimmed, map: [...map.slice(0, trimmed.length), end] };
}

// packages/core/src/given-names.ts
function checkFirstGivenName(list2, premierPrenom) {
  const whole = foldName(list2);
  const wanted = foldName(premierPrenom).text;
  if (whole.text === "") return { coherent: true, premierPrenom: premierPrenom.trim(), ambiguous: true };
  const first2 = list2.trim().split(/\s/)[0] ?? "";
  if (wanted === "") return { coherent: true, premierPrenom: first2, ambiguous: first2 !== list2.trim() };
  if (whole.text === wanted) return { coherent: true, premierPrenom: list2.trim(), ambiguous: false };
  if (!whole.text.startsWith(`${wanted} `)) return { coherent: false, premierPrenom: first2, ambiguous: true };
  const prefix = list2.slice(whole.map[0], whole.map[wanted.length]);
  return { coherent: true, premierPrenom: prefix, ambiguous: false };
}

// packages/core/src/rniv-status.ts
var TRANSMIT = { document: "RNIV 1", version: "2.0", section: "EXI SI 08" };
function statusOf(state) {
  if (state.attributes.includes("douteuse") || state.attributes.includes("fictive")) return "PROV";
  const insi = state.insi && state.ins !== void 0;
  const document = state.document?.trust === "high";
  if (insi) return document ? "QUAL" : "RECUP";
  return document ? "VALI" : "PROV";
}
function canTransmitIns(state) {
  const status2 = statusOf(state);
  const refuse3 = (reason) => ({
    ok: false,
    reason,
    status: status2,
    finding: finding(`rniv.transmit.${reason}`, "error", [], { status: status2 }, TRANSMIT)
  });
  if (state.attributes.includes("fictive")) return refuse3("fictive");
  if (state.attributes.includes("douteuse")) return refuse3("douteuse");
  if (status2 !== "QUAL" || state.ins === void 0) return refuse3("status");
  if (!isMatricule(state.ins.matricule) || !isInsOid(state.ins.oid)) return refuse3("identifier");
  const traits = transmissible(state.traits);
  return traits ? { ok: true, ins: state.ins, traits } : refuse3("traits");
}
function transmissible(traits) {
  const { nomNaissance, listePrenoms, premierPrenom, sexe, dateNaissance, lieuNaissance } = traits;
  if (!nomNaissance || !premierPrenom || sexe !== "F" && sexe !== "M" || !parseDateLunaire(dateNaissance).ok)
    return void 0;
  return {
    nomNaissance,
    listePrenoms,
    premierPrenom,
    sexe,
    dateNaissance,
    ...lieuNaissance ? { lieuNaissance } : {}
  };
}

// packages/documents/src/patient/transmit.ts
function requireIns(state) {
  const decision = canTransmitIns(state);
  if (!decision.ok) return { ok: false, findings: [decision.finding] };
  const { premierPrenom, listePrenoms } = decision.traits;
  return { ok: true, ins: decision.ins, traits: { ...decision.traits, listePrenoms: listePrenoms || premierPrenom } };
}

// packages/documents/src/cda/patient-party.ts
function patientParty(patient3) {
  const allowed = requireIns(patient3.identity);
  if (!allowed.ok) return void 0;
  const { nomUtilise, prenomUtilise } = patient3.identity.traits;
  return {
    id: toCdaId(allowed.ins),
    family: nomUtilise || allowed.traits.nomNaissance,
    given: prenomUtilise || allowed.traits.premierPrenom
  };
}
function needsPatientParty(document) {
  return document.authors.some(({ kind }) => kind === "patient") || "kind" in document.legalAuthenticator.signatory;
}

// packages/documents/src/cda/tree.ts
var CDA_NAMESPACES = {
  "": "urn:hl7-org:v3",
  lab: "urn:oid:1.3.6.1.4.1.19376.1.3.2",
  "ps3-20": "urn:dicom-org:ps3-20",
  sdtc: "urn:hl7-org:sdtc",
  xsi: "http://www.w3.org/2001/XMLSchema-instance"
};
function h(local, attributes = {}, children2 = []) {
  return make("", local, attributes, children2);
}
function hx(prefix, local, attributes = {}) {
  return make(prefix, local, attributes, []);
}
function base64(bytes) {
  return { kind: "raw", xml: "", bytes };
}
function make(prefix, local, attributes, children2) {
  const list2 = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (value === void 0) continue;
    if (name === "xsi:type") list2.push({ prefix: "xsi", namespace: CDA_NAMESPACES.xsi, local: "type", value });
    else list2.push({ local: name, value });
  }
  return {
    kind: "element",
    name: { prefix, namespace: CDA_NAMESPACES[prefix], local },
    attributes: list2,
    children: children2.filter((node) => node !== void 0 && node !== false),
    namespaces: {}
  };
}

// packages/documents/src/cda/values.ts
var DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
var INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(Z|([+-]\d{2}):(\d{2}))$/;
function hl7Time(iso) {
  const day = DAY.exec(iso);
  if (day) return parseIsoInstant(`${iso}T00:00:00Z`).ok ? day.slice(1, 4).join("") : void 0;
  const match = INSTANT.exec(iso);
  if (!match || !parseIsoInstant(iso).ok) return void 0;
  return `${match.slice(1, 7).join("")}${match[7] === "Z" ? "+0000" : `${match[8]}${match[9]}`}`;
}
function time(iso) {
  return hl7Time(iso) ?? "";
}
function interval(local, { start: start2, stop } = {}, nullFlavor = "UNK") {
  if (start2 === void 0 && stop === void 0) return h(local, { nullFlavor });
  return h(local, {}, [
    start2 !== void 0 && h("low", { value: time(start2) }),
    stop !== void 0 && h("high", { value: time(stop) })
  ]);
}
function codeAttributes({ code, displayName, codeSystem, codeSystemName }) {
  return { code, displayName, codeSystem, ...codeSystemName ? { codeSystemName } : {} };
}
function codeNode(local, value, translations = []) {
  return value && h(
    local,
    codeAttributes(value),
    translations.map((item) => h("translation", codeAttributes(item)))
  );
}
function idNode({ root, extension }) {
  return h("id", { root, extension });
}
var PARTS = [
  "houseNumber",
  "houseNumberNumeric",
  "streetNameType",
  "streetName",
  "additionalLocator",
  "unitID",
  "postBox",
  "precinct",
  "postalCode",
  "county",
  "city",
  "state",
  "country"
];
function addressNode(value) {
  if (value.nullFlavor) return h("addr", { nullFlavor: value.nullFlavor });
  const lines = (value.lines ?? []).map((line) => h("streetAddressLine", {}, [line]));
  const parts = PARTS.map((local) => value[local] && h(local, {}, [value[local]]));
  return h("addr", { use: value.use }, lines.length > 0 ? lines : parts.map((part2) => part2 || void 0));
}
function telecomNode({ value, use, nullFlavor }) {
  return nullFlavor ? h("telecom", { nullFlavor }) : h("telecom", { value, use });
}
function contactNodes({ addresses = [], telecoms = [] }, order = "addressFirst") {
  const both = [addresses.map(addressNode), telecoms.map(telecomNode)];
  return (order === "addressFirst" ? both : both.reverse()).flat();
}
function nameNode({ prefix, given, family, suffix }) {
  const part2 = (local, value) => value?.trim() ? h(local, {}, [value.trim()]) : void 0;
  return h("name", {}, [part2("prefix", prefix), part2("given", given), part2("family", family), part2("suffix", suffix)]);
}

// packages/documents/src/patient/er7-escape.ts
function escapeEr7(value) {
  let out = "";
  for (const char of value) {
    if (char === "|") out += "\\F\\";
    else if (char === "^") out += "\\S\\";
    else if (char === "~") out += "\\R\\";
    else if (char === "\\") out += "\\E\\";
    else if (char === "&") out += "\\T\\";
    else {
      const code = char.charCodeAt(0);
      out += code < 32 || code === 127 ? `\\X${code.toString(16).toUpperCase().padStart(2, "0")}\\` : char;
    }
  }
  return out;
}

// packages/documents/src/patient/text.ts
var UNSAFE = (
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to find control characters
  /[\u0000-\u0008\u000A-\u001F\u007F\u0085\u2028\u2029\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
);
function unsafeText(value) {
  return typeof value === "string" && UNSAFE.test(value);
}

// packages/documents/src/patient/local-identifier.ts
var INS_ARC = /^1\.2\.250\.1\.213\.1\.4\.(?:2|6|8|9|10|11|13|14)$/;
var INS_TYPES = /* @__PURE__ */ new Set(["INS", "INS-NIR", "INS-NIA", "INS-C", "NH"]);
function checkLocalIdentifiers(state, identifiers) {
  const own3 = new Set([state.ins?.matricule, ...state.history.map((entry2) => entry2.matricule)].map(compact));
  own3.delete("");
  return identifiers.flatMap((identifier, index) => {
    const path = ["localIdentifiers", index];
    const { value, authority: authority2, type } = identifier;
    const texts4 = [value, authority2.namespace, authority2.id, authority2.scheme, type];
    if (texts4.some(unsafeText)) return [finding("ins.text.control", "error", path, { field: "localIdentifiers" })];
    if (!value.trim()) return [finding("ins.localIdentifier.empty", "error", path)];
    const disguised = INS_ARC.test((authority2.id ?? "").replace(/^urn:oid:/i, "").trim()) || INS_TYPES.has((type ?? "").toUpperCase()) || own3.has(compact(value));
    return disguised ? [finding("ins.localIdentifier.ins", "error", path)] : [];
  });
}
function authorityOid(authority2) {
  const { id, scheme = "ISO" } = authority2;
  return scheme === "ISO" && id !== void 0 && isOid(id) ? id : void 0;
}
function compact(value) {
  return (value ?? "").replace(/[^0-9A-Za-z]/g, "").toUpperCase();
}

// packages/core/src/traits.ts
var SEXE = { document: "SEL-MP-043", version: "05.00.01", section: "EF_INS25_04" };
var FIRST_GIVEN_NAME = { document: "Guide d\u2019impl\xE9mentation INS", version: "3.0", section: "EXI ID 10" };
function validateTraits(traits) {
  const findings = [
    ...validateName(traits.nomNaissance, "nom", { path: ["nomNaissance"] }),
    ...validateName(traits.listePrenoms, "prenom", { path: ["listePrenoms"] }),
    ...validateName(traits.premierPrenom, "prenom", { path: ["premierPrenom"] }),
    ...under(["dateNaissance"], parseDateLunaire(traits.dateNaissance).findings)
  ];
  if (traits.lieuNaissance !== void 0) findings.push(...validateCog(traits.lieuNaissance, ["lieuNaissance"]));
  if (traits.sexe === "I") findings.push(finding("traits.sexe.undetermined", "warning", ["sexe"], {}, SEXE));
  else if (traits.sexe !== "F" && traits.sexe !== "M")
    findings.push(finding("traits.sexe.value", "error", ["sexe"], {}, SEXE));
  if (traits.listePrenoms && traits.premierPrenom && !checkFirstGivenName(traits.listePrenoms, traits.premierPrenom).coherent) {
    findings.push(finding("traits.premierPrenom.incoherent", "warning", ["premierPrenom"], {}, FIRST_GIVEN_NAME));
  }
  return findings;
}

// packages/documents/src/patient/view.ts
function viewIdentity(state) {
  const decision = canTransmitIns(state);
  const status2 = statusOf(state);
  const traits = withList(decision.ok ? { ...state.traits, ...decision.traits } : state.traits);
  const blocking = [...mandatory(traits), ...unsafe(traits)];
  const known3 = parseDateLunaire(traits.dateNaissance);
  const birthDate = known3.ok ? calendarDate(known3.value) : void 0;
  if (!birthDate?.isCalendarDate) blocking.push(finding("ins.traits.birthDate", "error", ["traits", "dateNaissance"]));
  if (hasErrors(blocking) || !birthDate || !known3.ok) return { ok: false, findings: blocking };
  const findings = under(["traits"], atMost("warning", validateTraits(traits)));
  const completed = birthDate.raw !== known3.value.raw;
  if (!decision.ok && state.ins) {
    findings.push(finding("ins.transmit.withheld", "info", [], { status: status2, reason: decision.reason }));
  }
  return {
    ok: true,
    view: {
      ins: decision.ok ? decision.ins : void 0,
      withheld: decision.ok ? void 0 : decision.reason,
      status: status2,
      traits,
      attributes: state.attributes,
      birthDate,
      lunarDate: completed ? known3.value : void 0,
      findings
    }
  };
}
function leaks(state, output) {
  const matricules = [state.ins?.matricule, ...state.history.map((entry2) => entry2.matricule)];
  const upper = output.toUpperCase();
  const found = matricules.some((matricule) => {
    const nir = (matricule ?? "").replace(/\s/g, "").slice(0, 13).toUpperCase();
    return nir.length === 13 && upper.includes(nir);
  });
  return found ? [finding("ins.transmit.leak", "error")] : [];
}
function completedDate(view) {
  return view.lunarDate ? [finding("ins.traits.birthDateCompleted", "warning", ["traits", "dateNaissance"])] : [];
}
function withList(traits) {
  return traits.listePrenoms ? traits : { ...traits, listePrenoms: traits.premierPrenom };
}
function mandatory(traits) {
  const missing = ["nomNaissance", "premierPrenom", "sexe"].filter((field) => !traits[field]?.trim());
  return missing.map((field) => finding("ins.traits.missing", "error", ["traits", field], { field }));
}
function unsafe(traits) {
  return Object.entries(traits).filter(([, value]) => unsafeText(value)).map(([field]) => finding("ins.text.control", "error", ["traits", field], { field }));
}
function calendarDate(known3) {
  return known3.isCalendarDate ? known3 : completeBirthDate(known3).date;
}
function atMost(severity, findings) {
  const order = ["info", "warning", "error"];
  return findings.map((f) => order.indexOf(f.severity) > order.indexOf(severity) ? { ...f, severity } : f);
}

// packages/documents/src/patient/xds/encode.ts
var SEX = { F: "F", M: "M", I: "U" };
var SLOT_MAX2 = 256;
function encodeXdsSourcePatientInfo(state) {
  const viewed = viewIdentity(state);
  if (!viewed.ok) return viewed;
  const { view } = viewed;
  const { nomNaissance, premierPrenom, sexe } = view.traits;
  const value = [
    `PID-5|${escapeEr7(nomNaissance.trim())}^${escapeEr7(premierPrenom.trim())}^^^^^L`,
    `PID-7|${formatDateLunaire(view.birthDate, "hl7")}`,
    `PID-8|${SEX[sexe] ?? "U"}`
  ];
  const findings = [
    ...view.findings,
    ...completedDate(view),
    ...value.flatMap((text3) => tooLong2(text3, "sourcePatientInfo")),
    ...view.ins ? [] : leaks(state, value.join("\n"))
  ];
  return hasErrors(findings) ? { ok: false, findings } : { ok: true, value, carriesIns: false, findings };
}
function tooLong2(value, field) {
  return value.length > SLOT_MAX2 ? [finding("ins.xds.tooLong", "error", [field], { field, length: value.length, max: SLOT_MAX2 })] : [];
}

// packages/documents/src/submission/body.ts
var BODY_MEDIA_TYPES = {
  pdf: "application/pdf",
  text: "text/plain",
  rtf: "text/rtf",
  jpeg: "image/jpeg",
  tiff: "image/tiff"
};

// packages/documents/src/xds/derive.ts
function deriveMetadata(submission, contents, overrides = {}) {
  const findings = [];
  if (contents.length !== submission.documents.length) {
    return { ok: false, findings: [finding("documents.xds.contents", "error", ["documents"])] };
  }
  const patient3 = patientOf2(submission, findings);
  if (patient3 === void 0) return { ok: false, findings };
  const entries = [];
  const associations = [];
  for (const [index, content] of contents.entries()) {
    const document = submission.documents[index];
    if (document === void 0) continue;
    const own3 = [];
    const id = `D${index + 1}`;
    const entry2 = documentEntry(id, document, submission, content, patient3, overrides, own3);
    findings.push(...under(["documents", index], own3));
    if (entry2 !== void 0) entries.push(entry2);
  }
  const submissionSet2 = setOf(submission, patient3, findings);
  for (const entry2 of entries) associations.push(hasMember(associations.length, entry2.id));
  for (const [index, document] of submission.documents.entries()) {
    if (document.replaces === void 0) continue;
    const target = parseEntryUuid(document.replaces.entryUuid ?? "");
    if (target === void 0) {
      const path = ["documents", index, "replaces", "entryUuid"];
      findings.push(finding("documents.xds.replacedEntry", "warning", path));
      continue;
    }
    associations.push({
      id: `a${associations.length + 1}`,
      type: ASSOCIATION_TYPES.replace,
      source: `D${index + 1}`,
      target,
      slots: {}
    });
  }
  if (hasErrors(findings) || submissionSet2 === void 0) return { ok: false, findings };
  return { ok: true, value: { submissionSet: submissionSet2, entries, associations }, findings };
}
var SET_ID = "SS";
function hasMember(count, entryId) {
  return {
    id: `a${count + 1}`,
    type: ASSOCIATION_TYPES.hasMember,
    source: SET_ID,
    target: entryId,
    slots: { SubmissionSetStatus: [SUBMISSION_SET_STATUS.original] }
  };
}
function patientOf2({ patient: patient3 }, findings) {
  const allowed = requireIns(patient3.identity);
  const info = encodeXdsSourcePatientInfo(patient3.identity);
  findings.push(...under(["patient", "identity"], info.findings));
  const [local] = patient3.localIdentifiers ?? [];
  const ins = allowed.ok ? decodeCx(toXdsCx(allowed.ins)) : void 0;
  const ipp = local === void 0 ? void 0 : { extension: local.extension.trim(), oid: local.root, type: "PI" };
  const patientId = ins ?? ipp;
  if (patientId === void 0) findings.push(finding("documents.xds.patient", "error", ["patient"]));
  if (patientId === void 0 || !info.ok) return void 0;
  return { patientId, sourcePatientId: ipp ?? patientId, sourcePatientInfo: info.value };
}
function setOf(submission, patient3, findings) {
  const { id, submittedAt, vendor, contentType, title, comments, submitter } = submission;
  const submissionTime = timeOf2(submittedAt, ["submittedAt"], findings);
  if (submissionTime === void 0) return void 0;
  return {
    id: SET_ID,
    uniqueId: uniqueId(id),
    sourceId: sourceIdOf(vendor),
    patientId: patient3.patientId,
    submissionTime,
    contentType: plainCode(contentType),
    authors: [authorOf2(submitter, submission)],
    ...title === void 0 ? {} : { title },
    ...comments === void 0 ? {} : { comments },
    extraSlots: {}
  };
}
function sourceIdOf({ oid: oid2, instance }) {
  return instance !== void 0 && /^(?:0|[1-9]\d*)$/.test(instance) ? `${oid2}.${instance}` : oid2;
}
function documentEntry(id, document, submission, content, patient3, overrides, findings) {
  if (content.parsed !== void 0) {
    const { visibility, comments, events } = document;
    const read4 = metadataFromCda(content.parsed, {
      id,
      mimeType: content.mimeType,
      hash: content.hash,
      size: content.size,
      ...overrides,
      ...visibility === void 0 ? {} : { visibility },
      ...comments === void 0 ? {} : { comments },
      ...events === void 0 ? {} : { events }
    });
    findings.push(...read4.findings);
    if (!read4.ok) return void 0;
    return read4.value;
  }
  const concept = classOf(document.type.code, overrides.classes);
  if (concept === void 0) findings.push(finding("documents.xds.class", "error", ["type"]));
  const formatCode = formatOf3(document, overrides, findings);
  const creationTime = timeOf2(document.createdAt, ["createdAt"], findings);
  const [act] = document.acts;
  const start2 = act?.start === void 0 ? void 0 : timeOf2(act.start, ["acts", 0, "start"], findings);
  const stop = act?.stop === void 0 ? void 0 : timeOf2(act.stop, ["acts", 0, "stop"], findings);
  const setting = act?.performer?.organization.setting;
  if (setting === void 0)
    findings.push(finding("documents.xds.missing", "error", ["acts", 0], { field: "setting" }));
  const legalAuthenticator = signatoryOf(document, submission);
  if (concept === void 0 || formatCode === void 0 || creationTime === void 0 || setting === void 0) {
    return void 0;
  }
  return {
    id,
    uniqueId: uniqueId(content.uniqueId),
    ...patient3,
    mimeType: content.mimeType,
    hash: content.hash,
    size: content.size,
    creationTime,
    ...start2 === void 0 ? {} : { serviceStartTime: start2 },
    ...stop === void 0 ? {} : { serviceStopTime: stop },
    languageCode: document.language ?? "fr-FR",
    authors: document.authors.map((author2) => authorOf2(author2, submission)),
    ...legalAuthenticator === void 0 ? {} : { legalAuthenticator },
    title: oneLine(document.title),
    ...document.comments === void 0 ? {} : { comments: document.comments },
    classCode: toCoded(concept),
    typeCode: plainCode(document.type),
    formatCode,
    confidentiality: confidentialityCodes(document.confidentiality, document.visibility),
    healthcareFacilityType: plainCode(document.encounter.facility.type),
    practiceSetting: plainCode(setting),
    events: eventsOf(
      document.acts.flatMap((item) => item.code === void 0 ? [] : [item.code]),
      document.events
    ),
    referenceIds: (document.orders ?? []).flatMap(referencesOf2),
    extraSlots: {}
  };
}
function formatOf3({ body }, { formats }, findings) {
  if (body.kind === "cda") {
    findings.push(finding("documents.xds.contents", "error", ["body"]));
    return void 0;
  }
  if (body.kind === "structured") return modelFormat(body.model, formats).format;
  return unstructuredFormat(BODY_MEDIA_TYPES[body.kind]);
}
function timeOf2(iso, path, findings) {
  const time2 = xdsTimeOf(hl7Time(iso) ?? "");
  if (time2 === void 0) findings.push(finding("documents.xds.time", "error", path, { field: String(path.at(-1)) }));
  return time2;
}
function referencesOf2({ id, accessionNumber }) {
  return [
    reference(id, "urn:ihe:iti:xds:2013:order"),
    ...accessionNumber === void 0 ? [] : [reference(accessionNumber, "urn:ihe:iti:xds:2013:accession")]
  ];
}
function signatoryOf({ legalAuthenticator }, submission) {
  const { signatory } = legalAuthenticator;
  if ("kind" in signatory) return patientPerson(submission);
  return professionalXcn(signatory.idNat, signatory.name.family, signatory.name.given);
}
function patientPerson({ patient: patient3 }) {
  const party = patientParty(patient3);
  return party === void 0 ? void 0 : patientXcn(party.id, party.family, party.given);
}
function authorOf2(author2, submission) {
  switch (author2.kind) {
    case "professional": {
      const { idNat, name, organization, specialty } = author2;
      const role = author2.function?.displayName;
      return {
        person: professionalXcn(idNat, name.family, name.given),
        institutions: [structureXon(organization.name, organization.idNat)],
        roles: role === void 0 ? [] : [role],
        specialties: [plainCode(specialty)]
      };
    }
    case "patient": {
      const person = patientPerson(submission);
      return { ...person === void 0 ? {} : { person }, institutions: [], roles: [], specialties: [] };
    }
    case "system": {
      const { idNat, device, organization, specialty } = author2;
      return {
        person: deviceXcn({ extension: idNat }, device.software, device.model),
        institutions: [structureXon(organization.name, organization.idNat)],
        roles: [],
        specialties: [plainCode(specialty)]
      };
    }
    case "service": {
      const { oid: oid2, extension, device, organization } = author2;
      return {
        person: deviceXcn({ root: oid2, extension }, device.software, device.model),
        institutions: [vendorXon(organization.name, organization.idNat)],
        roles: [],
        specialties: [SERVICE]
      };
    }
  }
}
var SERVICE = {
  code: "SNR",
  codeSystem: "1.2.250.1.213.1.1.4.6",
  displayName: "Service num\xE9rique r\xE9f\xE9renc\xE9"
};

// packages/documents/src/xds/encode.ts
var XML2 = "http://www.w3.org/XML/1998/namespace";
function encodeRegistryObjectList(objects) {
  const ids = counter();
  return rim("RegistryObjectList", {}, [
    ...(objects.submissionSets ?? []).map((item) => submissionSet(item, ids)),
    ...(objects.documentEntries ?? []).map((item) => documentEntry2(item, ids)),
    ...(objects.folders ?? []).map((item) => folder(item, ids)),
    ...(objects.associations ?? []).map((item) => association(item)),
    ...(objects.objectRefs ?? []).map((id) => rim("ObjectRef", { id }))
  ]);
}
function encodeSubmitObjectsRequest(objects) {
  const name = { prefix: "lcm", namespace: XDS_NAMESPACES.lcm, local: "SubmitObjectsRequest" };
  return element(name, {}, [encodeRegistryObjectList(objects)]);
}
function counter() {
  let last = 0;
  return (letter2) => {
    last += 1;
    return `${letter2}${last}`;
  };
}
function rim(local, attributes, children2 = []) {
  return element({ prefix: "", namespace: XDS_NAMESPACES.rim, local }, attributes, children2);
}
function submissionSet(set2, ids) {
  return rim("RegistryPackage", common(set2), [
    ...slots({ submissionTime: [set2.submissionTime], ...set2.extraSlots }),
    ...texts2(set2),
    version(set2.version),
    ...set2.authors.map((item) => author(item, SET.author, set2.id, ids)),
    coded2(set2.contentType, SET.contentTypeCode, set2.id, ids),
    rim("Classification", { id: ids("c"), classificationNode: SET.marker, classifiedObject: set2.id }),
    patient(set2.patientId, SET.patientId, "XDSSubmissionSet", set2.id, ids),
    external(set2.sourceId, SET.sourceId, "XDSSubmissionSet.sourceId", set2.id, ids),
    external(set2.uniqueId, SET.uniqueId, "XDSSubmissionSet.uniqueId", set2.id, ids)
  ]);
}
function folder(item, ids) {
  return rim("RegistryPackage", common(item), [
    ...slots({ ...list("lastUpdateTime", item.lastUpdateTime), ...item.extraSlots }),
    ...texts2(item),
    version(item.version),
    ...item.codes.map((code) => coded2(code, FOLDER.codeList, item.id, ids)),
    rim("Classification", { id: ids("c"), classificationNode: FOLDER.marker, classifiedObject: item.id }),
    patient(item.patientId, FOLDER.patientId, "XDSFolder", item.id, ids),
    external(item.uniqueId, FOLDER.uniqueId, "XDSFolder.uniqueId", item.id, ids)
  ]);
}
function documentEntry2(entry2, ids) {
  const { id } = entry2;
  return rim("ExtrinsicObject", { ...common(entry2), mimeType: entry2.mimeType, objectType: ENTRY.stable }, [
    ...slots({
      ...list("creationTime", entry2.creationTime),
      ...list("hash", entry2.hash),
      ...list("languageCode", entry2.languageCode),
      ...list("legalAuthenticator", entry2.legalAuthenticator && encodeXcn(entry2.legalAuthenticator)),
      ...list("repositoryUniqueId", entry2.repositoryUniqueId),
      ...list("serviceStartTime", entry2.serviceStartTime),
      ...list("serviceStopTime", entry2.serviceStopTime),
      ...list("size", entry2.size === void 0 ? void 0 : String(entry2.size)),
      ...list("sourcePatientId", cx2(entry2.sourcePatientId)),
      ...entry2.sourcePatientInfo === void 0 ? {} : { sourcePatientInfo: entry2.sourcePatientInfo },
      ...list("URI", entry2.uri),
      ...entry2.referenceIds.length === 0 ? {} : { [REFERENCE_ID_LIST]: entry2.referenceIds.map(encodeCxi) },
      ...entry2.extraSlots
    }),
    ...texts2(entry2),
    version(entry2.version),
    ...entry2.authors.map((item) => author(item, ENTRY.author, id, ids)),
    coded2(entry2.classCode, ENTRY.classCode, id, ids),
    ...entry2.confidentiality.map((code) => coded2(code, ENTRY.confidentialityCode, id, ids)),
    ...entry2.events.map((code) => coded2(code, ENTRY.eventCodeList, id, ids)),
    coded2(entry2.formatCode, ENTRY.formatCode, id, ids),
    coded2(entry2.healthcareFacilityType, ENTRY.healthcareFacilityTypeCode, id, ids),
    coded2(entry2.practiceSetting, ENTRY.practiceSettingCode, id, ids),
    coded2(entry2.typeCode, ENTRY.typeCode, id, ids),
    patient(entry2.patientId, ENTRY.patientId, "XDSDocumentEntry", id, ids),
    external(entry2.uniqueId, ENTRY.uniqueId, "XDSDocumentEntry.uniqueId", id, ids)
  ]);
}
function association(item) {
  const attributes = {
    ...common(item),
    associationType: item.type,
    objectType: ASSOCIATION_OBJECT_TYPE,
    sourceObject: item.source,
    targetObject: item.target
  };
  return rim("Association", attributes, slots(item.slots));
}
function common(item) {
  return { id: item.id, lid: item.logicalId, status: item.status };
}
function list(name, value) {
  return value === void 0 || value === "" ? {} : { [name]: [value] };
}
function cx2(value) {
  return encodeCx(value);
}
function slots(values) {
  return Object.keys(values).sort(byName).map(
    (name) => rim("Slot", { name }, [
      rim(
        "ValueList",
        {},
        (values[name] ?? []).map((value) => rim("Value", {}, [value]))
      )
    ])
  );
}
function byName(a, b) {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : a < b ? -1 : 1;
}
function localized(local, value) {
  const attributes = [
    { local: "charset", value: "UTF8" },
    { prefix: "xml", namespace: XML2, local: "lang", value: "FR" },
    { local: "value", value }
  ];
  const name = { prefix: "", namespace: XDS_NAMESPACES.rim, local: "LocalizedString" };
  return rim(local, {}, [element(name, attributes)]);
}
function texts2(item) {
  return [
    ...item.title === void 0 ? [] : [localized("Name", item.title)],
    ...item.comments === void 0 ? [] : [localized("Description", item.comments)]
  ];
}
function version(name) {
  return name === void 0 ? void 0 : rim("VersionInfo", { versionName: name });
}
function author(item, scheme, object, ids) {
  const values = {};
  if (item.person !== void 0) values["authorPerson"] = [encodeXcn(item.person)];
  if (item.institutions.length > 0) values["authorInstitution"] = item.institutions.map(encodeXon);
  if (item.roles.length > 0) values["authorRole"] = item.roles;
  if (item.specialties.length > 0) values["authorSpecialty"] = item.specialties.map(encodeSpecialty);
  const attributes = {
    id: ids("c"),
    classificationScheme: scheme,
    classifiedObject: object,
    nodeRepresentation: ""
  };
  return rim("Classification", attributes, slots(values));
}
function coded2(code, scheme, object, ids) {
  const attributes = {
    id: ids("c"),
    classificationScheme: scheme,
    classifiedObject: object,
    nodeRepresentation: code.code
  };
  return rim("Classification", attributes, [
    ...slots({ codingScheme: [code.codeSystem] }),
    localized("Name", code.displayName)
  ]);
}
function patient(id, scheme, kind, object, ids) {
  return external(cx2(id), scheme, `${kind}.patientId`, object, ids);
}
function external(value, scheme, name, object, ids) {
  const attributes = { id: ids("e"), registryObject: object, identificationScheme: scheme, value };
  return rim("ExternalIdentifier", attributes, [localized("Name", name)]);
}

// packages/nomenclatures/src/jdv-j231.ts
var jdvJ231 = {
  id: "JDV_J231",
  name: "XdsTypesIdentifiantsReferenceId_DMP",
  oid: "1.2.250.1.213.1.1.5.693",
  version: "20221216",
  date: "2022-12-16",
  source: "ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)",
  concepts: [
    { code: "urn:ihe:iti:xds:2013:accession", system: "1.2.250.1.213.1.1.4.347", label: "accession", status: "active" },
    { code: "urn:ihe:iti:xds:2013:order", system: "1.2.250.1.213.1.1.4.347", label: "order", status: "active" },
    {
      code: "urn:ihe:iti:xds:2016:studyInstanceUID",
      system: "1.2.250.1.213.1.1.4.347",
      label: "studyInstanceUID",
      status: "active"
    }
  ]
};

// packages/documents/src/xds/check-entry.ts
var LEVELS2 = ["N", "R", "V"];
var MAJORITY = 18;
var FORBIDDEN_PID = /* @__PURE__ */ new Set([2, 4, 12, 19]);
function checkEntry(entry2, set2, path, options) {
  return [
    ...checkUniqueId(entry2.uniqueId, [...path, "uniqueId"]),
    ...checkPatient(entry2.patientId, [...path, "patientId"], options),
    ...checkSource(entry2, path),
    ...checkContent(entry2, path),
    ...checkTimes(entry2, set2, path),
    ...checkTitle(entry2.title, true, [...path, "title"]),
    ...checkPeople(entry2, path, options),
    ...checkCode(entry2.classCode, "classCode", [...path, "classCode"], options),
    ...checkCode(entry2.typeCode, "typeCode", [...path, "typeCode"], options),
    ...checkCode(entry2.formatCode, "formatCode", [...path, "formatCode"], options),
    ...checkCode(entry2.healthcareFacilityType, "healthcareFacilityType", [...path, "healthcareFacilityType"], options),
    ...checkCode(entry2.practiceSetting, "practiceSetting", [...path, "practiceSetting"], options),
    ...checkClass(entry2, path, options),
    ...checkConfidentiality(entry2, set2, path, options),
    ...checkOthers(entry2, path)
  ];
}
function checkSource(entry2, path) {
  const findings = [];
  const { sourcePatientId, sourcePatientInfo = [] } = entry2;
  const at3 = [...path, "sourcePatientId"];
  if (sourcePatientId.extension === "" || !isOid(sourcePatientId.oid)) {
    findings.push(problem("missing", "error", at3, { field: "sourcePatientId" }));
  } else if (sourcePatientId.type !== "PI" && sourcePatientId.type !== "NH") {
    findings.push(problem("sourceType", "error", at3));
  } else if (encodeCx(sourcePatientId).length > 256) {
    const length = encodeCx(sourcePatientId).length;
    findings.push(problem("tooLong", "error", at3, { field: "sourcePatientId", length, max: 256 }));
  }
  const info = readSourcePatientInfo(sourcePatientInfo);
  if (!info.family || !info.birthDate || !/^[MFUOAN]$/.test(info.sex ?? "")) {
    findings.push(problem("sourceInfo", "error", [...path, "sourcePatientInfo"]));
  }
  for (const [index, value] of sourcePatientInfo.entries()) {
    const field = Number(/^PID-(\d{1,2})\|/.exec(value)?.[1] ?? 0);
    if (field < 1 || field > 39 || FORBIDDEN_PID.has(field) || value.length > 256) {
      findings.push(problem("sourceField", "error", [...path, "sourcePatientInfo", index]));
    }
  }
  return findings;
}
function checkContent(entry2, path) {
  const findings = [];
  if (!/^[a-z]+\/[A-Za-z0-9.+-]+$/.test(entry2.mimeType))
    findings.push(problem("mimeType", "error", [...path, "mimeType"]));
  if (entry2.hash !== void 0 && !/^[0-9a-f]{40}$/.test(entry2.hash)) {
    findings.push(problem("hash", "error", [...path, "hash"]));
  }
  if (entry2.size !== void 0 && !(Number.isSafeInteger(entry2.size) && entry2.size > 0)) {
    findings.push(problem("size", "error", [...path, "size"]));
  }
  const image = entry2.formatCode.codeSystem === "1.2.840.10008.2.6.1";
  if (image !== (entry2.mimeType === "application/dicom")) {
    findings.push(problem("format", "error", [...path, "formatCode"]));
  }
  return findings;
}
function checkTimes(entry2, set2, path) {
  const findings = [];
  const { creationTime, serviceStartTime, serviceStopTime } = entry2;
  const wrong = (field, time2) => {
    const bad = time2 !== void 0 && !isXdsTime(time2);
    if (bad) findings.push(problem("time", "error", [...path, field], { field }));
    return bad || time2 === void 0;
  };
  if (!wrong("creationTime", creationTime) && compare(creationTime, set2.submissionTime) > 0) {
    findings.push(problem("afterSubmission", "warning", [...path, "creationTime"]));
  }
  if (serviceStartTime === void 0) {
    findings.push(problem("missing", "error", [...path, "serviceStartTime"], { field: "serviceStartTime" }));
  }
  const noStart = wrong("serviceStartTime", serviceStartTime);
  const noStop = wrong("serviceStopTime", serviceStopTime);
  if (!noStart && !noStop && compare(serviceStartTime ?? "", serviceStopTime ?? "") > 0) {
    findings.push(problem("period", "error", [...path, "serviceStopTime"]));
  }
  return findings;
}
function compare(a, b) {
  const length = Math.min(a.length, b.length);
  const [x, y] = [a.slice(0, length), b.slice(0, length)];
  return x < y ? -1 : x > y ? 1 : 0;
}
function checkPeople(entry2, path, options) {
  const { authors, legalAuthenticator } = entry2;
  const findings = authors.flatMap((author2, index) => checkAuthor(author2, [...path, "authors", index], options));
  if (authors.length === 0) findings.push(problem("missing", "error", [...path, "authors"], { field: "author" }));
  const at3 = [...path, "legalAuthenticator"];
  if (legalAuthenticator === void 0) {
    findings.push(problem("missing", "error", at3, { field: "legalAuthenticator" }));
  } else findings.push(...checkXcn(legalAuthenticator, "legalAuthenticator", at3));
  return findings;
}
function checkClass(entry2, path, { classes }) {
  const concept = classOf(entry2.typeCode.code, classes);
  if (concept === void 0) return [problem("noClass", "warning", [...path, "classCode"])];
  return concept.code === entry2.classCode.code && concept.system === entry2.classCode.codeSystem ? [] : [problem("class", "error", [...path, "classCode"], { expected: concept.code })];
}
function checkConfidentiality(entry2, set2, path, options) {
  const at3 = [...path, "confidentiality"];
  const codes = entry2.confidentiality.map((item) => item.code);
  const findings = entry2.confidentiality.flatMap(
    (code, index) => checkCode(code, "confidentiality", [...at3, index], options)
  );
  if (codes.length < 1 || codes.length > 4) findings.push(problem("confidentialityCount", "error", at3));
  if (new Set(codes).size !== codes.length) findings.push(problem("confidentialityTwice", "error", at3));
  const levels = codes.filter((code) => LEVELS2.includes(code));
  if (levels.length !== 1 || codes[0] !== levels[0]) findings.push(problem("confidentialityLevel", "error", at3));
  else if (options.profile === "dmp" && levels[0] !== "N") findings.push(problem("restricted", "error", at3));
  if (codes.includes("INVISIBLE_REPRESENTANTS_LEGAUX") && isAdult(entry2, set2)) {
    findings.push(problem("notMinor", "error", at3));
  }
  return findings;
}
function isAdult(entry2, set2) {
  const birth = readSourcePatientInfo(entry2.sourcePatientInfo ?? []).birthDate ?? "";
  if (!/^\d{8}$/.test(birth) || !/^\d{8}/.test(set2.submissionTime)) return false;
  return Number(set2.submissionTime.slice(0, 8)) - Number(birth) >= MAJORITY * 1e4;
}
function checkOthers(entry2, path) {
  const findings = [];
  if (!/^[a-z]{2,3}(?:-[A-Z]{2})?$/.test(entry2.languageCode)) {
    findings.push(problem("language", "error", [...path, "languageCode"]));
  }
  for (const [index, code] of entry2.events.entries()) {
    if (code.code === "" || code.codeSystem === "") {
      findings.push(problem("missing", "error", [...path, "events", index], { field: "eventCodeList" }));
    }
  }
  for (const [index, item] of entry2.referenceIds.entries()) {
    const known3 = item.type !== void 0 && isMember(jdvJ231, item.type);
    if (!known3 || encodeCxi(item).length > 256)
      findings.push(problem("reference", "warning", [...path, "referenceIds", index]));
  }
  return findings;
}

// packages/documents/src/xds/check-links.ts
var KNOWN = new Set(Object.values(ASSOCIATION_TYPES));
var TO_EXISTING = /* @__PURE__ */ new Set([
  ASSOCIATION_TYPES.replace,
  ASSOCIATION_TYPES.append,
  ASSOCIATION_TYPES.transform,
  ASSOCIATION_TYPES.transformAndReplace
]);
var NEVER_IN_DMP = /* @__PURE__ */ new Set([
  ASSOCIATION_TYPES.append,
  ASSOCIATION_TYPES.transform,
  ASSOCIATION_TYPES.transformAndReplace
]);
function checkLinks(metadata, options) {
  const { submissionSet: set2, entries } = metadata;
  const findings = [];
  if (entries.length === 0) findings.push(problem("noEntry", "error", ["entries"]));
  const uniqueIds = /* @__PURE__ */ new Set([set2.uniqueId]);
  const ids = /* @__PURE__ */ new Set([set2.id]);
  for (const [index, entry2] of entries.entries()) {
    if (uniqueIds.has(entry2.uniqueId)) findings.push(problem("uniqueIdTwice", "error", ["entries", index, "uniqueId"]));
    if (ids.has(entry2.id)) findings.push(problem("idTwice", "error", ["entries", index, "id"]));
    uniqueIds.add(entry2.uniqueId);
    ids.add(entry2.id);
    if (!samePatient(entry2.patientId, set2.patientId)) {
      findings.push(problem("otherPatient", "error", ["entries", index, "patientId"]));
    }
  }
  return [...findings, ...checkAssociations(metadata, options), ...checkDocuments(metadata)];
}
function checkAssociations({ submissionSet: set2, entries, associations }, options) {
  const findings = [];
  const entryIds = new Set(entries.map((entry2) => entry2.id));
  const signatures = new Set(entries.filter(isSignatureEntry).map((entry2) => entry2.id));
  for (const [index, item] of associations.entries()) {
    const path = ["associations", index];
    if (!KNOWN.has(item.type)) findings.push(problem("associationType", "error", path));
    if (item.type === ASSOCIATION_TYPES.hasMember) findings.push(...checkMember(item, set2.id, entryIds, path));
    if (TO_EXISTING.has(item.type)) {
      if (!entryIds.has(item.source)) findings.push(problem("associationSource", "error", path));
      if (parseEntryUuid(item.target) === void 0) findings.push(problem("associationTarget", "error", path));
    }
    if (options.profile === "dmp" && NEVER_IN_DMP.has(item.type))
      findings.push(problem("associationDmp", "warning", path));
    if (item.type === ASSOCIATION_TYPES.signs && (!signatures.has(item.source) || item.target !== set2.id)) {
      findings.push(problem("signs", "error", path));
    }
  }
  for (const [index, entry2] of entries.entries()) {
    const of = (type) => associations.filter((item) => item.type === type);
    if (of(ASSOCIATION_TYPES.hasMember).filter((item) => item.target === entry2.id).length !== 1) {
      findings.push(problem("noMember", "error", ["entries", index]));
    }
    if (signatures.has(entry2.id) && !of(ASSOCIATION_TYPES.signs).some((item) => item.source === entry2.id)) {
      findings.push(problem("signs", "error", ["entries", index]));
    }
  }
  if (signatures.size > 1) findings.push(problem("signatures", "error", ["entries"], { count: signatures.size }));
  return findings;
}
function checkMember(item, setId, entryIds, path) {
  const [status2] = item.slots["SubmissionSetStatus"] ?? [];
  const original2 = status2 === SUBMISSION_SET_STATUS.original;
  const reference3 = status2 === SUBMISSION_SET_STATUS.reference;
  const right = item.source === setId && (original2 ? entryIds.has(item.target) : reference3 && parseEntryUuid(item.target) !== void 0);
  return right ? [] : [problem("member", "error", path)];
}
function checkDocuments({ entries, documents }) {
  if (documents === void 0) return [];
  const findings = [];
  for (const [index, entry2] of entries.entries()) {
    const found = documents.filter((item) => item.entryId === entry2.id);
    const [document] = found;
    if (document === void 0 || found.length > 1) {
      findings.push(problem("noDocument", "error", ["entries", index]));
      continue;
    }
    if (document.uniqueId !== entry2.uniqueId)
      findings.push(problem("otherDocument", "error", ["entries", index, "uniqueId"]));
    if (entry2.size !== void 0 && entry2.size !== document.bytes.length) {
      findings.push(problem("otherSize", "error", ["entries", index, "size"]));
    }
  }
  for (const [index, document] of documents.entries()) {
    if (!entries.some((entry2) => entry2.id === document.entryId)) {
      findings.push(problem("noEntryFor", "error", ["documents", index]));
    }
  }
  return findings;
}

// packages/documents/src/xds/check-set.ts
function checkSet(set2, options) {
  const path = ["submissionSet"];
  const findings = [
    ...checkUniqueId(set2.uniqueId, [...path, "uniqueId"]),
    ...checkPatient(set2.patientId, [...path, "patientId"], options),
    ...checkCode(set2.contentType, "contentType", [...path, "contentType"], options),
    ...checkTitle(set2.title, false, [...path, "title"]),
    ...set2.authors.flatMap((author2, index) => checkAuthor(author2, [...path, "authors", index], options))
  ];
  if (!isOid(set2.sourceId) || set2.sourceId.length > 64) {
    findings.push(problem("sourceId", "error", [...path, "sourceId"]));
  }
  if (set2.submissionTime.length !== 14 || !isXdsTime(set2.submissionTime)) {
    findings.push(problem("time", "error", [...path, "submissionTime"], { field: "submissionTime" }));
  }
  if (set2.authors.length !== 1) {
    findings.push(problem("oneAuthor", "error", [...path, "authors"], { count: set2.authors.length }));
  }
  const { structure } = options;
  const institutions = set2.authors.flatMap((author2) => author2.institutions);
  if (structure !== void 0 && !institutions.some((item) => item.id === structure)) {
    findings.push(problem("structure", "error", [...path, "authors"]));
  }
  return findings;
}

// packages/documents/src/xds/check-signature.ts
function checkSignatureEntry(entry2, set2, path) {
  const [author2] = entry2.authors;
  const submitter = set2.authors[0]?.person;
  const codes = entry2.confidentiality.map((item) => item.code);
  const same = submitter === void 0 ? "" : encodeXcn(submitter);
  const expected = [
    ["mimeType", entry2.mimeType === "text/xml"],
    ["creationTime", entry2.creationTime === set2.submissionTime],
    ["serviceStartTime", entry2.serviceStartTime === set2.submissionTime],
    ["serviceStopTime", entry2.serviceStopTime === set2.submissionTime],
    ["languageCode", entry2.languageCode === "art"],
    ["legalAuthenticator", entry2.legalAuthenticator !== void 0 && encodeXcn(entry2.legalAuthenticator) === same],
    ["authors", entry2.authors.length === 1 && author2?.person !== void 0 && encodeXcn(author2.person) === same],
    ["sourcePatientId", samePatient(entry2.sourcePatientId, entry2.patientId) && entry2.sourcePatientId.type === "NH"],
    ["sourcePatientInfo", entry2.sourcePatientInfo === void 0],
    ["title", entry2.title === "Source"],
    ["typeCode", sameCode(entry2.typeCode, SIGNATURE_CODES.typeCode)],
    ["classCode", sameCode(entry2.classCode, SIGNATURE_CODES.classCode)],
    ["formatCode", sameCode(entry2.formatCode, SIGNATURE_CODES.formatCode)],
    ["confidentiality", codes.join() === "N,MASQUE_PS,INVISIBLE_PATIENT"],
    ["events", entry2.events.some((code) => sameCode(code, SIGNATURE_CODES.event))]
  ];
  return [
    ...checkUniqueId(entry2.uniqueId, [...path, "uniqueId"]),
    ...expected.filter(([, right]) => !right).map(([field]) => problem("signatureEntry", "error", [...path, field], { field }))
  ];
}

// packages/documents/src/xds/validate.ts
function validateMetadata(metadata, options) {
  const { submissionSet: submissionSet2, entries } = metadata;
  return [
    ...checkSet(submissionSet2, options),
    ...entries.flatMap((entry2, index) => [
      ...isSignatureEntry(entry2) ? checkSignatureEntry(entry2, submissionSet2, ["entries", index]) : checkEntry(entry2, submissionSet2, ["entries", index], options)
    ]),
    ...checkLinks(metadata, options)
  ];
}

// packages/dmp/src/deposit/check.ts
function validateProvision({ submission, wire = {} }) {
  const { entries, documents, associations, submissionSet: submissionSet2 } = submission;
  const findings = [];
  const real = entries.filter((entry2) => !isSignatureEntry(entry2));
  const limit = wire.maxDocumentsPerSet ?? 1;
  if (real.length === 0) findings.push(finding("dmp.submission.empty", "error", ["entries"]));
  if (real.length > limit)
    findings.push(finding("dmp.submission.tooMany", "error", ["entries"], { count: real.length, limit }));
  if (entries.length - real.length !== 1)
    findings.push(finding("dmp.submission.signature", "error", ["entries"], { count: entries.length - real.length }));
  const ids = [submissionSet2.id, ...entries.map(({ id }) => id)];
  if (new Set(ids).size !== ids.length) findings.push(finding("dmp.submission.sameId", "error", ["entries"]));
  const uniqueIds = [submissionSet2.uniqueId, ...entries.map(({ uniqueId: uniqueId2 }) => uniqueId2)];
  if (new Set(uniqueIds).size !== uniqueIds.length)
    findings.push(finding("dmp.submission.sameUniqueId", "error", ["entries"]));
  for (const [index, entry2] of entries.entries()) {
    const own3 = documents.filter(({ entryId }) => entryId === entry2.id);
    const [document] = own3;
    if (own3.length !== 1 || document === void 0) {
      findings.push(finding("dmp.submission.noBytes", "error", ["entries", index], { count: own3.length }));
      continue;
    }
    if (document.uniqueId !== entry2.uniqueId || document.mimeType !== entry2.mimeType)
      findings.push(finding("dmp.submission.mismatch", "error", ["entries", index]));
    if (entry2.size !== void 0 && entry2.size !== document.bytes.byteLength)
      findings.push(
        finding("dmp.submission.size", "error", ["entries", index], {
          size: entry2.size,
          bytes: document.bytes.byteLength
        })
      );
    if (wire.maxDocumentBytes !== void 0 && document.bytes.byteLength > wire.maxDocumentBytes)
      findings.push(
        finding("dmp.submission.tooLarge", "error", ["documents", index], {
          bytes: document.bytes.byteLength,
          limit: wire.maxDocumentBytes
        })
      );
    if (entry2.patientId.extension !== submissionSet2.patientId.extension || entry2.patientId.oid !== submissionSet2.patientId.oid)
      findings.push(finding("dmp.submission.patient", "error", ["entries", index, "patientId"]));
  }
  for (const [index, document] of documents.entries()) {
    if (!entries.some(({ id }) => id === document.entryId))
      findings.push(finding("dmp.submission.noEntry", "error", ["documents", index]));
  }
  if (!wire.foldersAndTransformations) {
    const forbidden3 = [
      ASSOCIATION_TYPES.append,
      ASSOCIATION_TYPES.transform,
      ASSOCIATION_TYPES.transformAndReplace
    ];
    associations.forEach(({ type }, index) => {
      if (forbidden3.includes(type))
        findings.push(finding("dmp.submission.association", "error", ["associations", index]));
    });
  }
  return findings;
}

// packages/dmp/src/errors.ts
var DmpInputError = class extends SocleArgumentError {
  name = "DmpInputError";
  constructor(init) {
    super(socleInit({ audience: "user", ...init }));
  }
};
var DmpConfigError = class extends SocleError {
  name = "DmpConfigError";
  origin;
  constructor(init) {
    super(socleInit(init), { audience: "admin", text: CONFIG_TEXT });
    this.origin = init.origin;
    quoted(this, init);
  }
};
var DmpUnavailableError = class extends SocleUnreachableError {
  name = "DmpUnavailableError";
  constructor(init) {
    super(socleInit({ audience: "user", ...init }));
    quoted(this, init);
  }
};
var DmpRefusedError = class extends SocleRefusedError {
  name = "DmpRefusedError";
  constructor(init) {
    super(socleInit(init));
    quoted(this, init);
  }
};
var DmpProtocolError = class extends SocleAnswerError {
  name = "DmpProtocolError";
  constructor(init) {
    super(socleInit(init));
  }
};
function socleInit(init) {
  const { fault: _fault, registryErrors: _errors, ...rest } = init;
  return { ...rest, service: "dmp" };
}
function quoted(error, { fault, registryErrors: registryErrors2 = [] }) {
  const hide = (name, value) => Object.defineProperty(error, name, { value, enumerable: false });
  if (fault !== void 0)
    hide("fault", fault.reason === void 0 ? fault : { ...fault, reason: redact(fault.reason) });
  hide(
    "registryErrors",
    registryErrors2.map((item) => ({ ...item, context: redact(item.context) }))
  );
}
var CONFIG_TEXT = {
  fr: {
    title: "Le DMP n\u2019est pas configur\xE9 correctement",
    action: "Contactez votre support : le logiciel, ses certificats ou votre situation d\u2019exercice doit \xEAtre corrig\xE9"
  },
  en: {
    title: "The DMP is not configured correctly",
    action: "Contact your support: the software, its certificates or your work situation must be corrected"
  }
};

// packages/wire/src/errors/multipart-error.ts
var MultipartError = class extends SocleAnswerError {
  constructor(code, message) {
    super({ code, service: "wire", message, audience: "admin" });
  }
};
var MultipartWriteError = class extends SocleArgumentError {
  constructor(message) {
    super({ code: "multipart.write", service: "wire", message, audience: "vendor" });
  }
};

// packages/wire/src/multipart/content-type.ts
var token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+/;
var quoted2 = /^"((?:[^"\\]|\\.)*)"/;
function parseContentType(value) {
  const [first2 = ""] = (value ?? "").split(";", 1);
  const type = first2.trim().toLowerCase();
  if (!/^[^\s/]+\/[^\s/]+$/.test(type)) return void 0;
  const parameters = {};
  let rest = (value ?? "").slice(first2.length);
  for (; ; ) {
    rest = rest.replace(/^[\s;]+/, "");
    const name = token.exec(rest)?.[0];
    if (name === void 0) break;
    rest = rest.slice(name.length).replace(/^\s+/, "");
    if (!rest.startsWith("=")) continue;
    rest = rest.slice(1).replace(/^\s+/, "");
    const inQuotes = quoted2.exec(rest);
    const plain3 = inQuotes === null ? /^[^\s;]*/.exec(rest) : null;
    const found = inQuotes?.[1]?.replace(/\\(.)/g, "$1") ?? plain3?.[0] ?? "";
    rest = rest.slice((inQuotes ?? plain3)?.[0].length ?? 0);
    const key = name.toLowerCase();
    if (!Object.hasOwn(parameters, key)) parameters[key] = found;
  }
  return { type, parameters };
}
function formatContentType(type, parameters) {
  const list2 = Object.entries(parameters).map(([name, value]) => `${name}="${value.replace(/[\\"]/g, "\\$&")}"`);
  return [type, ...list2].join("; ");
}
function bareContentId(value) {
  const trimmed = value.trim();
  return trimmed.startsWith("<") && trimmed.endsWith(">") ? trimmed.slice(1, -1) : trimmed;
}
function cidOf(contentId) {
  return `cid:${encodeURI(contentId).replace(/[?#[\]%](?![0-9A-F]{2})/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}
function sameContentId(a, b) {
  return a === b || percentDecode(a) === percentDecode(b);
}
function percentDecode(text3) {
  try {
    return decodeURIComponent(text3);
  } catch {
    return text3;
  }
}

// packages/wire/src/multipart/headers.ts
var plainEncodings = /* @__PURE__ */ new Set(["", "7bit", "8bit", "binary"]);
function readPartHeaders(block2) {
  const all2 = {};
  const text3 = new TextDecoder().decode(block2).replace(/\r\n[ \t]+/g, " ");
  for (const line of text3.split("\r\n")) {
    if (line === "") continue;
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (!/^[!-9;-~]+$/.test(name))
      throw new MultipartError("multipart.header", "A part has a header line that cannot be read.");
    if (!Object.hasOwn(all2, name)) all2[name] = line.slice(colon + 1).trim();
  }
  const encoding = (all2["content-transfer-encoding"] ?? "").toLowerCase();
  if (!plainEncodings.has(encoding)) {
    throw new MultipartError("multipart.encoding", "A part is transfer-encoded; octets as they are were expected.");
  }
  const contentType = parseContentType(all2["content-type"]);
  const id = all2["content-id"];
  return {
    all: all2,
    ...id === void 0 ? {} : { contentId: bareContentId(id) },
    ...contentType === void 0 ? {} : { contentType }
  };
}

// packages/wire/src/multipart/limits.ts
var defaultMultipartLimits = {
  maxParts: 64,
  maxHeaderBytes: 8192,
  maxBytes: 256 * 1048576,
  maxPreambleBytes: 4096
};

// packages/wire/src/multipart/search.ts
function searcher(needle) {
  const size = needle.byteLength;
  const last = size - 1;
  const skip = new Int32Array(256).fill(size);
  for (let i = 0; i < last; i += 1) skip[needle[i] ?? 0] = last - i;
  return {
    needle,
    find(haystack, from = 0) {
      const end = haystack.byteLength - size;
      for (let at3 = from; at3 <= end; ) {
        let i = last;
        while (i >= 0 && haystack[at3 + i] === needle[i]) i -= 1;
        if (i < 0) return at3;
        at3 += skip[haystack[at3 + last] ?? 0] ?? size;
      }
      return -1;
    },
    partialAtEnd(haystack, from = 0) {
      const available = haystack.byteLength - from;
      for (let length = Math.min(last, available); length > 0; length -= 1) {
        const start2 = haystack.byteLength - length;
        let i = 0;
        while (i < length && haystack[start2 + i] === needle[i]) i += 1;
        if (i === length) return length;
      }
      return 0;
    }
  };
}

// packages/wire/src/multipart/read.ts
var CR = 13;
var LF = 10;
function multipartOf(contentType) {
  const parsed2 = parseContentType(contentType);
  const boundary = parsed2?.parameters.boundary;
  if (parsed2 === void 0 || !parsed2.type.startsWith("multipart/") || !boundary || boundary.length > 70) {
    throw new MultipartError("multipart.contentType", "The answer is not a multipart message with a boundary.");
  }
  const { start: start2 } = parsed2.parameters;
  return { boundary, parsed: parsed2, ...start2 === void 0 ? {} : { start: bareContentId(start2) } };
}
function isMultipart(contentType) {
  return parseContentType(contentType)?.type.startsWith("multipart/") ?? false;
}
var _BLANK_LINE = searcher(new Uint8Array([CR, LF, CR, LF]));

// packages/wire/src/multipart/decode.ts
function decodeMultipart(message, contentType, limits = {}) {
  const { boundary, start: start2 } = multipartOf(contentType);
  const bounds = { ...defaultMultipartLimits, ...limits };
  if (message.byteLength > bounds.maxBytes)
    throw new MultipartError("multipart.tooLarge", `The message is larger than ${bounds.maxBytes} bytes.`);
  const bodies = split(message, boundary, bounds);
  const parts = bodies.map((block2) => readPart(block2, bounds.maxHeaderBytes));
  const ids = parts.map((part2) => part2.contentId).filter((id) => id !== void 0);
  if (new Set(ids).size !== ids.length)
    throw new MultipartError("multipart.duplicateId", "Two parts have the same Content-ID.");
  const root = start2 === void 0 ? parts[0] : parts.find(({ contentId }) => contentId !== void 0 && sameContentId(contentId, start2));
  if (root === void 0) throw new MultipartError("multipart.root", "The message has no root part.");
  return { root, parts };
}
var BLANK_LINE2 = searcher(new Uint8Array([13, 10, 13, 10]));
function split(message, boundary, limits) {
  const delimiter = searcher(new TextEncoder().encode(`\r
--${boundary}`));
  const bare = delimiter.needle.subarray(2);
  const out = [];
  let at3 = bare.every((octet, index) => message[index] === octet) ? 0 : delimiter.find(message) + 2;
  if (at3 === 1 || at3 - 2 > limits.maxPreambleBytes)
    throw new MultipartError("multipart.structure", "No boundary stands at the beginning of the message.");
  at3 += bare.byteLength;
  for (; ; ) {
    const end = boundaryEnd(message, at3);
    if (end === void 0) throw new MultipartError("multipart.structure", "A boundary is not followed by a line end.");
    if (end.final) return out;
    if (out.length === limits.maxParts)
      throw new MultipartError("multipart.tooMany", `The message has more than ${limits.maxParts} parts.`);
    const from = end.at;
    let next = delimiter.find(message, from);
    while (next >= 0 && boundaryEnd(message, next + delimiter.needle.byteLength) === void 0)
      next = delimiter.find(message, next + 2);
    if (next < 0)
      throw new MultipartError("multipart.truncated", "The multipart message ends before its final boundary.");
    out.push(message.subarray(from, next));
    at3 = next + delimiter.needle.byteLength;
  }
}
function boundaryEnd(message, from) {
  if (message[from] === 45 && message[from + 1] === 45) return { at: from + 2, final: true };
  let at3 = from;
  while (at3 - from <= 128 && (message[at3] === 32 || message[at3] === 9)) at3 += 1;
  return message[at3] === 13 && message[at3 + 1] === 10 ? { at: at3 + 2, final: false } : void 0;
}
function readPart(block2, maxHeaderBytes) {
  if (block2[0] === 13 && block2[1] === 10) return { ...readPartHeaders(new Uint8Array()), body: block2.subarray(2) };
  const at3 = BLANK_LINE2.find(block2);
  if (at3 < 0) throw new MultipartError("multipart.header", "A part has no blank line after its headers.");
  if (at3 > maxHeaderBytes)
    throw new MultipartError("multipart.header", `Part headers are over ${maxHeaderBytes} bytes.`);
  return { ...readPartHeaders(block2.subarray(0, at3)), body: block2.subarray(at3 + 4) };
}

// packages/wire/src/multipart/stream.ts
var SLICE = 65536;
function* slices(bytes) {
  for (let at3 = 0; at3 < bytes.byteLength; at3 += SLICE) yield bytes.subarray(at3, at3 + SLICE);
}

// packages/wire/src/multipart/encode.ts
var boundaryForm = /^[0-9A-Za-z'()+_,./:=?-](?:[0-9A-Za-z'()+_,./:=? -]{0,68}[0-9A-Za-z'()+_,./:=?-])?$/;
var headerText = /^[\x20-\x7e]+$/;
function encodeMultipart(boundary, parts) {
  if (!boundaryForm.test(boundary)) throw new MultipartWriteError("The boundary is not one that MIME allows.");
  const encoder = new TextEncoder();
  const heads = parts.map((part2, index) => {
    const id = bareContentId(part2.contentId);
    if (![part2.contentType, id].every((text3) => headerText.test(text3)) || /[<>\s]/.test(id)) {
      throw new MultipartWriteError("A part header holds what MIME cannot carry.");
    }
    return encoder.encode(
      `${index === 0 ? "" : "\r\n"}--${boundary}\r
Content-Type: ${part2.contentType}\r
Content-Transfer-Encoding: ${part2.transferEncoding}\r
Content-ID: <${id}>\r
\r
`
    );
  });
  const tail = encoder.encode(`${parts.length === 0 ? "" : "\r\n"}--${boundary}--\r
`);
  const sizes = parts.map(({ body }) => body instanceof Uint8Array ? body.byteLength : body.length);
  const length = [...heads.map((head) => head.byteLength), ...sizes].reduce((a, b) => a + b, tail.byteLength);
  return {
    length,
    async *open() {
      for (const [index, part2] of parts.entries()) {
        yield heads[index] ?? tail;
        if (part2.body instanceof Uint8Array) yield* slices(part2.body);
        else yield* checkedLength(part2.body);
      }
      yield tail;
    }
  };
}
async function* checkedLength(stream) {
  let seen = 0;
  for await (const chunk of stream.open()) {
    seen += chunk.byteLength;
    if (seen > stream.length) break;
    yield* slices(chunk);
  }
  if (seen !== stream.length) throw new MultipartWriteError("A part does not have the length that it announced.");
}
function encodeXop(message) {
  const { action, boundary, rootId } = message;
  return {
    contentType: formatContentType("multipart/related", {
      boundary,
      type: "application/xop+xml",
      start: `<${rootId}>`,
      "start-info": "application/soap+xml",
      action
    }),
    body: encodeMultipart(boundary, [
      {
        contentType: `application/xop+xml; charset=UTF-8; ${formatContentType("", {
          type: "application/soap+xml",
          action
        }).slice(2)}`,
        contentId: rootId,
        transferEncoding: "8bit",
        body: message.envelope
      },
      ...message.attachments.map((part2) => ({ ...part2, transferEncoding: "binary" }))
    ])
  };
}
function xopHref(contentId) {
  return cidOf(contentId);
}
var XOP = "http://www.w3.org/2004/08/xop/include";

// packages/wire/src/errors/soap-error.ts
var SoapError = class extends SocleAnswerError {
  constructor(code, message, more = {}) {
    const busy = more.httpStatus !== void 0 && (more.httpStatus === 429 || more.httpStatus >= 502);
    super({
      code,
      service: "wire",
      message,
      retryable: busy,
      audience: "admin",
      ...more.httpStatus === void 0 ? {} : { httpStatus: more.httpStatus },
      ...more.messageId === void 0 ? {} : { messageId: more.messageId },
      ...more.cause === void 0 ? {} : { cause: more.cause },
      userMessage: {
        fr: {
          title: busy ? "Le service est momentan\xE9ment indisponible" : "Le service a renvoy\xE9 une r\xE9ponse inattendue",
          action: "R\xE9essayez dans quelques minutes ; si le probl\xE8me persiste, pr\xE9venez votre administrateur."
        },
        en: {
          title: busy ? "The service is unavailable for the moment" : "The service sent an unexpected answer",
          action: "Try again in a few minutes; if it goes on, tell your administrator."
        }
      }
    });
  }
};

// packages/wire/src/soap/namespaces.ts
var SOAP12 = "http://www.w3.org/2003/05/soap-envelope";
var SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/";
var WSA = "http://www.w3.org/2005/08/addressing";
var XML_NS = "http://www.w3.org/XML/1998/namespace";

// packages/wire/src/soap/addressing.ts
function readAddressing(headers) {
  const one = (local) => headers.find((item) => item.namespace === WSA && item.local === local);
  const value = (local) => {
    const found = one(local);
    return found === void 0 ? void 0 : found.children.filter((node) => typeof node === "string").join("").trim();
  };
  const replyTo = one("ReplyTo");
  const address = replyTo && child(replyTo, WSA, "Address") && childText(replyTo, WSA, "Address");
  return defined({
    action: value("Action"),
    messageId: value("MessageID"),
    relatesTo: value("RelatesTo"),
    to: value("To"),
    replyTo: address
  });
}
function defined(properties) {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== void 0));
}

// packages/wire/src/soap/fault.ts
function readFault(fault) {
  const codeElement = child(fault, SOAP12, "Code");
  const subcodes = [];
  let level = codeElement && child(codeElement, SOAP12, "Subcode");
  while (level !== void 0) {
    subcodes.push(localPart(childText(level, SOAP12, "Value") ?? ""));
    level = child(level, SOAP12, "Subcode");
  }
  const reason = child(fault, SOAP12, "Reason");
  const detail = child(fault, SOAP12, "Detail");
  const node = childText(fault, SOAP12, "Node");
  const role = childText(fault, SOAP12, "Role");
  return {
    code: localPart((codeElement && childText(codeElement, SOAP12, "Value")) ?? ""),
    subcodes,
    reason: (reason === void 0 ? [] : children(reason, SOAP12, "Text")).map((item) => ({
      lang: attribute(item, "lang", XML_NS) ?? "",
      text: text(item).trim()
    })),
    ...node === void 0 ? {} : { node },
    ...role === void 0 ? {} : { role },
    detail: detail === void 0 ? [] : elements(detail)
  };
}
function faultReason(fault, lang) {
  const wanted = lang.toLowerCase();
  const found = fault.reason.find((item) => item.lang.toLowerCase().split("-")[0] === wanted);
  return (found ?? fault.reason[0])?.text ?? "";
}
function localPart(value) {
  return value.slice(value.lastIndexOf(":") + 1).trim();
}

// packages/wire/src/soap/decode.ts
function decodeEnvelope(input, options = {}) {
  const { contentType, httpStatus, messageId, ...limits } = options;
  const about = {
    ...httpStatus === void 0 ? {} : { httpStatus },
    ...messageId === void 0 ? {} : { messageId }
  };
  const status2 = httpStatus === void 0 ? "" : ` (HTTP ${httpStatus})`;
  if (input.length === 0)
    throw new SoapError("soap.empty", `The answer is empty${status2}; a SOAP envelope was expected.`, about);
  const what = notXml(input, contentType);
  if (what !== void 0) {
    throw new SoapError("soap.notXml", `The answer is ${what}${status2}; a SOAP envelope was expected.`, about);
  }
  let root;
  try {
    root = parseXml(input, limits);
  } catch (cause) {
    if (cause instanceof XmlError && cause.code === "xml.malformed" && httpStatus !== void 0 && httpStatus >= 400) {
      throw new SoapError("soap.notXml", `The answer is not well-formed XML${status2}; a SOAP envelope was expected.`, {
        ...about,
        cause
      });
    }
    throw cause;
  }
  return readEnvelope(root, about, status2);
}
function readEnvelope(root, about, status2) {
  if (root.local !== "Envelope" || root.namespace !== SOAP12) {
    if (root.local === "Envelope" && root.namespace === SOAP11) {
      throw new SoapError("soap.version", `The answer is a SOAP 1.1 envelope${status2}; SOAP 1.2 was expected.`, about);
    }
    throw new SoapError("soap.notEnvelope", `The answer is XML but not a SOAP 1.2 envelope${status2}.`, about);
  }
  const bodies = children(root, SOAP12, "Body");
  const heads = children(root, SOAP12, "Header");
  const [body] = bodies;
  if (body === void 0 || bodies.length > 1 || heads.length > 1) {
    throw new SoapError(
      "soap.structure",
      `The envelope has ${bodies.length} Body and ${heads.length} Header; one Body and at most one Header were expected.`,
      about
    );
  }
  const headers = heads[0] === void 0 ? [] : elements(heads[0]);
  const content = elements(body);
  const [first2] = content;
  if (first2 === void 0 || content.length > 1) {
    throw new SoapError(
      "soap.structure",
      `The Body holds ${content.length} elements; exactly one was expected.`,
      about
    );
  }
  if (first2.local === "Fault" && first2.namespace === SOAP12) return { kind: "fault", headers, fault: readFault(first2) };
  return { kind: "body", headers, body: first2 };
}
function notXml(input, contentType) {
  const head = (typeof input === "string" ? input.slice(0, 512) : new TextDecoder("latin1").decode(input.subarray(0, 512))).replace(/^(?:\u00ef\u00bb\u00bf|\ufeff)/, "").trimStart();
  if (/^(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(head)) return "an HTML page";
  const declared = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (declared === "text/html") return "an HTML page";
  if (head.startsWith("{") || head.startsWith("[")) return "JSON";
  if (head.length > 0 && !head.startsWith("<") && ![0, 254, 255].includes(head.charCodeAt(0))) return "not XML";
  return void 0;
}

// packages/wire/src/soap/envelope.ts
function encodeEnvelope(parts) {
  const prefix = parts.prefix ?? "soap";
  const name = (local) => ({ prefix, namespace: SOAP12, local });
  const envelope = element(
    name("Envelope"),
    {},
    [parts.headers.length > 0 && element(name("Header"), {}, parts.headers), element(name("Body"), {}, [parts.body])],
    parts.namespaces
  );
  return new TextEncoder().encode(serializeXml(envelope, { declaration: true }));
}

// packages/dmp/src/codes.ts
var IHE = { document: "IHE ITI Technical Framework", section: "Volume 3, table 4.2.4.1-2" };
var SAMPLES = { document: "DMP_LPS_Exemple de messages", version: "02.05.00" };
var CONNECTORS = { document: "Public connector documentation of the DMP (DevBox Sant\xE9)" };
var KINDS = {
  ok: {
    retry: "no",
    audience: "user",
    fr: ["Demande accept\xE9e par le DMP", "Aucune action"],
    en: ["Accepted by the DMP", "Nothing to do"]
  },
  busy: {
    retry: "sameLater",
    audience: "user",
    fr: ["DMP momentan\xE9ment satur\xE9", "Rien n\u2019est perdu : la m\xEAme demande peut repartir plus tard"],
    en: ["DMP busy for the moment", "Nothing is lost: the same request may go again later"]
  },
  technical: {
    retry: "sameLater",
    audience: "user",
    fr: ["Erreur technique du DMP", "R\xE9essayez plus tard ; si cela dure, contactez votre support"],
    en: ["Technical error of the DMP", "Try again later; if it lasts, contact your support"]
  },
  message: {
    retry: "no",
    audience: "vendor",
    fr: ["Le DMP refuse la description du document", "Corrigez ce que la r\xE9ponse signale, puis renvoyez"],
    en: ["The DMP refuses the description of the document", "Correct what the answer points out, then send again"]
  },
  stale: {
    retry: "afterRefresh",
    audience: "user",
    fr: ["Le document a chang\xE9 dans le DMP entre-temps", "Relisez la liste des documents, puis recommencez"],
    en: ["The document changed in the DMP meanwhile", "Read the list of documents again, then retry"]
  },
  duplicate: {
    retry: "afterCheck",
    audience: "user",
    fr: ["Cet identifiant est d\xE9j\xE0 dans le DMP", "V\xE9rifiez si le document y est d\xE9j\xE0 avant tout nouvel envoi"],
    en: ["This identifier is already in the DMP", "Check whether the document is there before sending again"]
  },
  patient: {
    retry: "no",
    audience: "user",
    fr: ["Le patient ne correspond pas", "V\xE9rifiez l\u2019identit\xE9 et l\u2019existence du DMP de ce patient"],
    en: ["The patient does not match", "Check the identity and whether this patient has a DMP"]
  },
  query: {
    retry: "no",
    audience: "vendor",
    fr: ["Le DMP refuse la recherche", "Modifiez les crit\xE8res ; si cela dure, contactez votre support"],
    en: ["The DMP refuses the search", "Change the criteria; if it lasts, contact your support"]
  },
  policy: {
    retry: "no",
    audience: "user",
    fr: ["R\xE8gle du DMP non respect\xE9e", "Cette action n\u2019est pas permise sur ce document"],
    en: ["A rule of the DMP forbids it", "This action is not allowed on this document"]
  },
  rights: {
    retry: "no",
    audience: "user",
    fr: ["Acc\xE8s refus\xE9 par le DMP", "Vos droits, ou un choix du patient, ne permettent pas cette action"],
    en: ["Access refused by the DMP", "Your rights, or a choice of the patient, do not allow this action"]
  },
  config: {
    retry: "no",
    audience: "admin",
    fr: ["Le DMP ne reconna\xEEt pas ce logiciel ou cette situation d\u2019exercice", "Contactez votre support"],
    en: ["The DMP does not recognise this software or this work situation", "Contact your support"]
  },
  warning: {
    retry: "no",
    audience: "vendor",
    fr: ["Accept\xE9 avec une remarque du DMP", "Aucune action"],
    en: ["Accepted with a remark of the DMP", "Nothing to do"]
  }
};
function entry(code, family, kind, [fr, en], ref, own3 = {}) {
  const texts4 = KINDS[kind];
  return {
    code,
    family,
    kind,
    retry: own3.retry ?? texts4.retry,
    audience: own3.audience ?? texts4.audience,
    meaning: { fr, en },
    user: own3.user ?? {
      fr: { title: texts4.fr[0], action: texts4.fr[1] },
      en: { title: texts4.en[0], action: texts4.en[1] }
    },
    ref
  };
}
var registry = (code, kind, meaning, own3) => entry(code, "registry", kind, meaning, IHE, own3);
var DMP_CODES = Object.freeze([
  registry("XDSMissingDocument", "message", [
    "Une fiche n\u2019a pas d\u2019octets : aucune partie ne porte ce document",
    "An entry has no bytes: no part carries this document"
  ]),
  registry("XDSMissingDocumentMetadata", "message", ["Un document n\u2019a pas de fiche", "A document has no entry"]),
  registry("XDSRepositoryError", "technical", ["Erreur interne de l\u2019entrep\xF4t", "Internal error of the repository"]),
  registry("XDSRegistryError", "technical", ["Erreur interne du registre", "Internal error of the registry"]),
  registry("XDSRegistryNotAvailable", "busy", [
    "L\u2019entrep\xF4t ne joint pas le registre",
    "The repository cannot reach the registry"
  ]),
  registry("XDSRepositoryBusy", "busy", ["Entrep\xF4t satur\xE9", "Repository busy"]),
  registry("XDSRegistryBusy", "busy", ["Registre satur\xE9", "Registry busy"]),
  registry("XDSRepositoryOutOfResources", "busy", ["Entrep\xF4t sans ressources", "Repository out of resources"]),
  registry("XDSRegistryOutOfResources", "busy", ["Registre sans ressources", "Registry out of resources"]),
  registry("XDSRepositoryMetadataError", "message", [
    "M\xE9tadonn\xE9es invalides pour l\u2019entrep\xF4t : codeContext dit lesquelles",
    "Metadata invalid for the repository: codeContext says which"
  ]),
  registry("XDSRegistryMetadataError", "message", [
    "M\xE9tadonn\xE9es invalides pour le registre : codeContext dit lesquelles",
    "Metadata invalid for the registry: codeContext says which"
  ]),
  registry("XDSRepositoryDuplicateUniqueIdInMessage", "message", [
    "Le m\xEAme uniqueId deux fois dans le lot",
    "The same uniqueId twice in the set"
  ]),
  registry("XDSRegistryDuplicateUniqueIdInMessage", "message", [
    "Le m\xEAme uniqueId deux fois dans le lot",
    "The same uniqueId twice in the set"
  ]),
  registry("XDSDuplicateUniqueIdInRegistry", "duplicate", ["uniqueId d\xE9j\xE0 enregistr\xE9", "uniqueId already registered"], {
    user: {
      fr: { title: "Ce document est d\xE9j\xE0 dans le DMP", action: "Aucune action" },
      en: { title: "This document is already in the DMP", action: "Nothing to do" }
    }
  }),
  registry("XDSNonIdenticalHash", "duplicate", [
    "uniqueId d\xE9j\xE0 enregistr\xE9 avec un autre contenu",
    "uniqueId already registered with another content"
  ]),
  registry("XDSNonIdenticalSize", "duplicate", [
    "uniqueId d\xE9j\xE0 enregistr\xE9 avec une autre taille",
    "uniqueId already registered with another size"
  ]),
  registry("XDSPatientIdDoesNotMatch", "patient", [
    "patientId diff\xE9rent entre le lot, les fiches, le VIHF ou les fiches d\xE9sign\xE9es",
    "patientId differs between set, entries, VIHF or referenced entries"
  ]),
  registry("XDSUnknownPatientId", "patient", ["Pas de DMP pour cet INS", "No record for this INS"], {
    user: {
      fr: {
        title: "Pas de DMP pour cette personne",
        action: "Le document reste dans le dossier ; MSSant\xE9 reste possible"
      },
      en: { title: "No DMP for this person", action: "The document stays in the record; MSSant\xE9 remains possible" }
    }
  }),
  registry("XDSRegistryDeprecatedDocumentError", "stale", [
    "Lien vers une version remplac\xE9e : relire la r\xE9f\xE9rence, puis recommencer une fois apr\xE8s accord de l\u2019utilisateur",
    "Association to a deprecated version: read the reference again, then retry once after the user confirmed"
  ]),
  registry("UnresolvedReferenceException", "stale", [
    "entryUUID inconnu, souvent p\xE9rim\xE9 apr\xE8s une mise \xE0 jour",
    "entryUUID unknown, often stale after an update"
  ]),
  registry("XDSDocumentUniqueIdError", "query", [
    "uniqueId inconnu de l\u2019entrep\xF4t (un entryUUID a peut-\xEAtre \xE9t\xE9 envoy\xE9)",
    "uniqueId unknown to the repository (an entryUUID may have been sent)"
  ]),
  registry("XDSUnknownRepositoryId", "query", ["repositoryUniqueId inconnu", "Wrong repositoryUniqueId"]),
  registry("XDSStoredQueryMissingParam", "query", ["Param\xE8tre de recherche absent", "Search parameter missing"]),
  registry("XDSStoredQueryParamNumber", "query", ["Param\xE8tre r\xE9p\xE9t\xE9 \xE0 tort", "Parameter wrongly repeated"]),
  registry("XDSUnknownStoredQuery", "query", ["Recherche inconnue", "Unknown query"]),
  registry("XDSTooManyResults", "query", ["Trop de r\xE9sultats", "Too many results"], {
    audience: "user",
    user: {
      fr: { title: "Trop de documents correspondent", action: "R\xE9duisez la p\xE9riode ou ajoutez un crit\xE8re" },
      en: { title: "Too many documents match", action: "Shorten the period or add a criterion" }
    }
  }),
  registry("XDSResultNotSinglePatient", "query", [
    "La r\xE9ponse concernerait plusieurs patients",
    "The answer would concern several patients"
  ]),
  registry("XDSMetadataUpdateError", "message", ["Mise \xE0 jour refus\xE9e", "Update refused"]),
  registry("XDSMetadataUpdateOperationError", "message", [
    "Op\xE9ration de mise \xE0 jour inconnue",
    "Unknown update operation"
  ]),
  registry("XDSMetadataVersionError", "stale", ["PreviousVersion p\xE9rim\xE9", "PreviousVersion is stale"]),
  registry("XDSPatientIDReconciliationError", "patient", [
    "patientId modifi\xE9 par la mise \xE0 jour",
    "patientId changed by the update"
  ]),
  registry("UnmodifiableMetadataError", "message", ["Attribut non modifiable", "Attribute that may not change"]),
  registry("XDSMetadataIdentifierError", "stale", ["Identifiant incoh\xE9rent", "Inconsistent identifier"]),
  registry("XDSInvalidRequestException", "message", ["Demande invalide", "Invalid request"]),
  registry("XDSMetadataAnnotationError", "message", ["Annotation refus\xE9e", "Annotation refused"]),
  registry("LocalPolicyRestrictionError", "policy", ["R\xE8gle locale du DMP", "Local policy of the DMP"]),
  registry("InvalidDocumentContent", "message", ["Contenu du document refus\xE9", "Content of the document refused"]),
  registry("XDSExtraMetadataNotSaved", "warning", ["M\xE9tadonn\xE9es en plus non gard\xE9es", "Extra metadata not kept"]),
  entry(
    "DMPInvalidCertificate",
    "fault",
    "config",
    [
      "VIHF sign\xE9 par un certificat qui n\u2019est pas de signature (souvent celui d\u2019authentification), ou non reconnu",
      "VIHF signed with a certificate that is not a signature one (often the authentication one), or not trusted"
    ],
    CONNECTORS,
    {
      user: {
        fr: {
          title: "Signature refus\xE9e par le DMP",
          action: "Contactez votre support : mauvais certificat de signature"
        },
        en: { title: "Signature refused by the DMP", action: "Contact your support: wrong signature certificate" }
      }
    }
  ),
  entry(
    "DMPAccessDeniedByRightsService",
    "fault",
    "rights",
    ["Matrice des droits ou d\xE9cision du patient", "Rights matrix or decision of the patient"],
    CONNECTORS
  ),
  entry("DMPOk", "status", "ok", ["Accept\xE9", "Accepted"], SAMPLES),
  entry("DMPFound", "status", "ok", ["Le DMP existe d\xE9j\xE0 (TD1.1)", "The record already exists (TD1.1)"], SAMPLES),
  entry(
    "DMPPatientAccessAlreadyExists",
    "status",
    "ok",
    ["Transaction \xE9teinte (TD1.5)", "Dead transaction (TD1.5)"],
    SAMPLES
  ),
  entry(
    "DMPPatientAccessOTPAlreadyExists",
    "status",
    "ok",
    ["Transaction \xE9teinte (TD1.5)", "Dead transaction (TD1.5)"],
    SAMPLES
  )
]);
var BY_CODE = new Map(DMP_CODES.map((item) => [item.code.toLowerCase(), item]));
function findDmpCode(code) {
  return BY_CODE.get(code.trim().toLowerCase());
}
var DMP_SENTENCES = Object.freeze([
  sentence("structure introuvable ou inactive", "config", [
    ["Structure inconnue du DMP", "V\xE9rifiez l\u2019identifiant de la structure (FINESS, RPPS-rang) avec votre support"],
    ["Structure unknown to the DMP", "Check the identifier of the structure (FINESS, RPPS rank) with your support"]
  ]),
  sentence("ps et structure non lies", "config", [
    [
      "Vous n\u2019avez pas d\u2019activit\xE9 connue dans cette structure",
      "Choisissez une autre activit\xE9, ou faites corriger le RPPS"
    ],
    ["You have no known activity in this structure", "Choose another activity, or have the RPPS corrected"]
  ]),
  sentence("aucune specialite dans le vihf", "config", [
    [
      "Le savoir-faire manque dans l\u2019authentification",
      "Choisissez l\u2019activit\xE9 avec sa sp\xE9cialit\xE9 ; sinon contactez votre support"
    ],
    [
      "The specialty is missing in the authentication",
      "Choose the activity with its specialty; else contact your support"
    ]
  ]),
  sentence("aucun authorinstitution ne correspond", "message", [
    [
      "La structure de l\u2019auteur n\u2019est pas celle de l\u2019utilisateur",
      "Choisissez comme structure de l\u2019auteur celle de votre activit\xE9 en cours"
    ],
    ["The structure of the author is not that of the user", "Choose the structure of the current activity as author"]
  ]),
  sentence("message addressing property is not present", "config", [
    ["Message incomplet", "Contactez votre \xE9diteur : un en-t\xEAte WS-Addressing manque"],
    ["Incomplete message", "Contact your vendor: a WS-Addressing header is missing"]
  ])
]);
function findDmpSentence(text3) {
  const plain3 = fold(text3);
  return DMP_SENTENCES.find((item) => plain3.includes(item.part));
}
function sentence(part2, kind, [fr, en]) {
  return { part: part2, kind, user: { fr: { title: fr[0], action: fr[1] }, en: { title: en[0], action: en[1] } } };
}
function fold(text3) {
  return text3.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
function kindTexts(kind) {
  const { fr, en } = KINDS[kind];
  return { fr: { title: fr[0], action: fr[1] }, en: { title: en[0], action: en[1] } };
}

// packages/dmp/src/operations/fault.ts
function errorOf(kind, init) {
  if (kind === "config") return new DmpConfigError({ ...init, code: "dmp.config.refused", origin: "refused" });
  if (kind === "busy" || kind === "technical")
    return new DmpUnavailableError({
      ...init,
      code: kind === "busy" ? "dmp.busy" : "dmp.unavailable",
      retryable: true
    });
  const codes = {
    rights: "dmp.refused.rights",
    patient: "dmp.refused.patient",
    message: "dmp.refused.message",
    stale: "dmp.refused.stale",
    duplicate: "dmp.refused.duplicate",
    query: "dmp.refused.query",
    policy: "dmp.refused.policy"
  };
  return new DmpRefusedError({ ...init, code: codes[kind] ?? "dmp.refused.other" });
}
function faultError(fault, about) {
  const reason = faultReason(fault, "fr");
  const subcode = fault.subcodes.find((code) => findDmpCode(code) !== void 0) ?? fault.subcodes[0];
  const known3 = subcode === void 0 ? void 0 : findDmpCode(subcode);
  const spoken = known3 ?? reason.split(/[\s:;,.()]+/).map(findDmpCode).find((item) => item !== void 0);
  const sentence2 = findDmpSentence(reason);
  const kind = known3?.kind ?? sentence2?.kind ?? spoken?.kind ?? (fault.code === "Receiver" ? "technical" : void 0);
  const official = subcode ?? spoken?.code;
  const init = {
    ...about,
    message: `The DMP answered a fault (${[fault.code, official].filter(Boolean).join(", ")}).`,
    fault: {
      role: fault.code,
      ...subcode === void 0 ? {} : { subcode },
      ...reason === "" ? {} : { reason }
    },
    ...official === void 0 ? {} : { officialCode: official },
    audience: known3?.audience ?? "user",
    userMessage: sentence2?.user ?? known3?.user ?? spoken?.user ?? kindTexts(kind ?? "rights")
  };
  if (kind !== void 0) return errorOf(kind, init);
  return new DmpRefusedError({ ...init, code: "dmp.refused.other", userMessage: OTHER });
}
var OTHER = {
  fr: { title: "Le DMP a refus\xE9 la demande", action: "Notez le motif donn\xE9 et contactez votre support" },
  en: { title: "The DMP refused the request", action: "Note the reason given and contact your support" }
};
var WEIGHT = [
  "rights",
  "config",
  "patient",
  // What was read again may well be accepted: say that before the rest.
  "stale",
  "message",
  "policy",
  "query",
  "duplicate",
  "technical",
  "busy"
];
function registryFailure(errors, about) {
  const real = errors.filter(({ severity }) => severity === "error");
  const rows = real.map((error) => ({ error, row: findDmpCode(error.code), sentence: findDmpSentence(error.context) }));
  const heaviest = WEIGHT.map((kind2) => rows.find(({ row }) => row?.kind === kind2)).find((item) => item !== void 0);
  const chosen = heaviest ?? rows[0];
  const kind = chosen?.row?.kind;
  const codes = [...new Set(real.map(({ code }) => code))];
  const init = {
    ...about,
    message: `The DMP refused the request (${codes.join(", ") || "without saying why"}).`,
    registryErrors: errors,
    ...chosen === void 0 ? {} : { officialCode: chosen.error.code },
    audience: chosen?.row?.audience ?? "user",
    userMessage: chosen?.sentence?.user ?? chosen?.row?.user ?? OTHER
  };
  if (kind !== void 0) return errorOf(kind, init);
  return new DmpRefusedError({ ...init, code: "dmp.refused.other" });
}
function waitAsked(headers) {
  const value = headers["retry-after"]?.trim() ?? "";
  return /^\d{1,6}$/.test(value) ? Number(value) * 1e3 : void 0;
}
function httpError(response, about, cause) {
  const { status: status2 } = response;
  const wait = waitAsked(response.headers);
  const init = {
    ...about,
    ...cause === void 0 ? {} : { cause },
    httpStatus: status2,
    message: `The DMP answered HTTP ${status2} without a SOAP message.`
  };
  if (status2 === 429 || status2 >= 502)
    return new DmpUnavailableError({
      ...init,
      code: "dmp.busy",
      retryable: true,
      ...wait === void 0 ? {} : { retryAfterMs: wait },
      userMessage: kindTexts("busy")
    });
  if (status2 >= 500)
    return new DmpUnavailableError({
      ...init,
      code: "dmp.unavailable",
      retryable: true,
      userMessage: kindTexts("technical")
    });
  return new DmpConfigError({ ...init, code: "dmp.config.refused", origin: "refused" });
}

// packages/dmp/src/operations/answer.ts
var ANSWER_LIMITS = {
  maxBytes: 64 * 1048576,
  maxElements: 2e6,
  maxMillis: 2e4
};
function readAnswer(response, context) {
  const contentType = response.headers["content-type"];
  const about = {
    ...context.messageId === void 0 ? {} : { messageId: context.messageId },
    httpStatus: response.status
  };
  if (isMultipart(contentType)) {
    const root = guarded(() => decodeMultipart(response.body, contentType).root.body, about);
    return readEnvelope2(root, response, context, void 0);
  }
  return readEnvelope2(response.body, response, context, contentType);
}
function readEnvelope2(envelope, response, context, contentType) {
  const about = {
    ...context.messageId === void 0 ? {} : { messageId: context.messageId },
    httpStatus: response.status
  };
  let decoded;
  try {
    decoded = decodeEnvelope(envelope, { ...ANSWER_LIMITS, contentType, ...about });
  } catch (cause) {
    if (response.status >= 400) throw httpError(response, about, cause);
    throw protocolError(cause, about);
  }
  const addressing2 = readAddressing(decoded.headers);
  if (decoded.kind === "fault") {
    const wait = waitAsked(response.headers);
    throw faultError(decoded.fault, { ...about, ...wait === void 0 ? {} : { retryAfterMs: wait } });
  }
  if (response.status >= 400) throw httpError(response, about);
  if (context.messageId !== void 0 && addressing2.relatesTo !== void 0 && addressing2.relatesTo.toLowerCase() !== context.messageId.toLowerCase()) {
    throw new DmpProtocolError({
      code: "dmp.protocol.relatesTo",
      message: "The answer relates to another message: it is not used.",
      ...about
    });
  }
  return { body: decoded.body, messageId: context.messageId ?? addressing2.messageId ?? "" };
}
function guarded(run, about) {
  try {
    return run();
  } catch (cause) {
    throw protocolError(cause, about);
  }
}
function protocolError(cause, about) {
  if (!isSocleError(cause)) return cause;
  if (cause.service === "dmp" || cause.origin === "unreachable") return cause;
  const tooLarge = cause.code === "xml.tooLarge" || cause.code === "multipart.tooLarge";
  const code = tooLarge ? "dmp.protocol.tooLarge" : cause.code.startsWith("multipart.") ? "dmp.protocol.multipart" : "dmp.protocol.answer";
  return new DmpProtocolError({ code, message: `The answer cannot be read: ${cause.message}`, cause, ...about });
}
function unexpected(local, messageId) {
  return new DmpProtocolError({
    code: "dmp.protocol.answer",
    message: `The answer holds no ${local}.`,
    ...messageId === "" ? {} : { messageId }
  });
}

// packages/dmp/src/environments.ts
var RECEIVER_OID = "1.2.250.1.213.4.1.1.1";
var DMP_REPOSITORY_UNIQUE_ID = "1.2.250.1.213.4.1.1.1.2";
function dmpEnvironment(input) {
  const url = URL.canParse(input.baseUrl) ? new URL(input.baseUrl) : void 0;
  if (url === void 0 || !/^https?:$/.test(url.protocol) || url.username !== "" || url.search !== "") {
    throw new DmpInputError({
      code: "dmp.input.options",
      message: "The address of the DMP must be an http or https URL, without user or query.",
      audience: "vendor"
    });
  }
  const path = url.pathname.replace(/\/+$/, "");
  const oids = {
    production: [INS_OIDS.nir, INS_OIDS.nia],
    test: [INS_OIDS.nirTest],
    simulator: Object.values(INS_OIDS)
  };
  return {
    name: input.name ?? input.kind,
    kind: input.kind,
    baseUrl: `${url.origin}${path === "" ? "/si-dmp-server/v2/services" : path}`,
    ...input.webHost === void 0 ? {} : { webHost: input.webHost },
    receiverOid: input.receiverOid ?? RECEIVER_OID,
    repositoryUniqueId: input.repositoryUniqueId ?? DMP_REPOSITORY_UNIQUE_ID,
    processingCode: input.processingCode ?? (input.kind === "production" ? "P" : "D"),
    insOids: input.insOids ?? oids[input.kind]
  };
}
function dmpServiceUrl(environment, service) {
  return `${environment.baseUrl}/${service}`;
}

// packages/dmp/src/operations/envelope.ts
var WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
var ANONYMOUS = "http://www.w3.org/2005/08/addressing/anonymous";
var wsa = (local, children2, mustUnderstand = false) => element(
  { prefix: "wsa", namespace: WSA, local },
  mustUnderstand ? [{ prefix: "soap", namespace: SOAP12, local: "mustUnderstand", value: "true" }] : [],
  children2
);
function encodeMessage(about, body, context) {
  const to = context.wire?.to === "empty" ? [] : [dmpServiceUrl(context.environment, about.service)];
  return encodeEnvelope({
    headers: [
      wsa("MessageID", [context.messageId]),
      wsa("To", to),
      wsa("ReplyTo", [wsa("Address", [ANONYMOUS])], true),
      wsa("Action", [about.action], true),
      element({ prefix: "wsse", namespace: WSSE, local: "Security" }, {}, [raw(context.assertion)])
    ],
    body,
    namespaces: { wsa: WSA, wsse: WSSE }
  });
}

// packages/dmp/src/operations/define.ts
function refuseErrors(transaction, findings) {
  if (!hasErrors(findings)) return;
  throw new DmpInputError({
    code: transaction === "TD2.1" || transaction === "TD2.2" ? "dmp.input.submission" : "dmp.input.request",
    message: `What would be sent (${transaction}) cannot be accepted by the DMP: see findings.`,
    audience: "vendor",
    findings
  });
}

// packages/dmp/src/operations/registry-response.ts
function registryErrors(response) {
  const list2 = child(response, XDS_NAMESPACES.rs, "RegistryErrorList");
  return (list2 === void 0 ? [] : elements(list2)).filter((item) => item.local === "RegistryError").map((item) => {
    const location = attribute(item, "location")?.trim();
    return {
      code: attribute(item, "errorCode")?.trim() ?? "",
      context: attribute(item, "codeContext")?.trim() ?? "",
      severity: /warning$/i.test(attribute(item, "severity") ?? "") ? "warning" : "error",
      ...location ? { location } : {}
    };
  });
}
function readOutcome(response, messageId) {
  const status2 = attribute(response, "status")?.trim() ?? "";
  const errors = registryErrors(response);
  if (status2 === RESPONSE_STATUSES.partialSuccess || status2.endsWith(":PartialSuccess"))
    return { partial: true, errors };
  if (status2 === RESPONSE_STATUSES.success) return { partial: false, errors };
  throw registryFailure(errors, messageId === "" ? {} : { messageId });
}
function registryResponse(body, messageId) {
  for (const item of walk(body))
    if (item.namespace === XDS_NAMESPACES.rs && item.local === "RegistryResponse") return item;
  throw unexpected("RegistryResponse", messageId);
}

// packages/dmp/src/operations/provide.ts
var ACTION = "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b";
function provide(transaction) {
  return Object.freeze({
    transaction,
    action: ACTION,
    // Not by itself: whether the first attempt arrived must be found out before.
    repeatable: false,
    validate: validateProvision,
    encode(input, context) {
      refuseErrors(transaction, validateProvision({ ...input, wire: { ...context.wire, ...input.wire } }));
      const { submission } = input;
      const { submissionSet: submissionSet2, entries, associations } = submission;
      const documents = entries.map((entry2, index) => ({
        entry: entry2,
        contentId: `doc${index + 1}-${uuidV4(context.random)}@socle`,
        bytes: submission.documents.find(({ entryId }) => entryId === entry2.id)?.bytes ?? new Uint8Array()
      }));
      const xds = (local) => ({ prefix: "xds", namespace: XDS_NAMESPACES.xds, local });
      const body = element(xds("ProvideAndRegisterDocumentSetRequest"), {}, [
        encodeSubmitObjectsRequest({ submissionSets: [submissionSet2], documentEntries: entries, associations }),
        ...documents.map(
          ({ entry: entry2, contentId }) => element(xds("Document"), { id: entry2.id }, [
            element({ prefix: "xop", namespace: XOP, local: "Include" }, { href: xopHref(contentId) })
          ])
        )
      ]);
      const message = encodeXop({
        envelope: encodeMessage({ service: "repository", action: ACTION }, body, context),
        action: ACTION,
        boundary: `socle-${uuidV4(context.random)}`,
        rootId: `root-${uuidV4(context.random)}@socle`,
        attachments: documents.map(({ entry: entry2, contentId, bytes }) => ({
          contentType: entry2.mimeType,
          contentId,
          body: bytes
        }))
      });
      return {
        method: "POST",
        url: dmpServiceUrl(context.environment, "repository"),
        headers: { "content-type": message.contentType },
        stream: message.body,
        operation: transaction,
        safeToRepeat: false
      };
    },
    decode(response, context = {}) {
      const { body, messageId } = readAnswer(response, context);
      const outcome = readOutcome(registryResponse(body, messageId), messageId);
      return { ...outcome, messageId };
    }
  });
}
var provideDocuments = provide("TD2.1");
var _provideDocumentsByStaff = provide("TD2.2");

// packages/wire/src/errors/identity-error.ts
var texts3 = {
  "certificate.malformed": {
    message: "This is not an X.509 certificate (PEM or DER).",
    fr: ["Certificat illisible", "Fournissez un certificat au format PEM ou DER."],
    en: ["Unreadable certificate", "Give a certificate in PEM or DER."]
  },
  "pkcs12.malformed": {
    message: "This is not a PKCS#12 file (.p12, .pfx), or it is damaged.",
    fr: ["Fichier .p12 illisible", "Exportez de nouveau le certificat et sa cl\xE9 au format PKCS#12."],
    en: ["Unreadable .p12 file", "Export the certificate and its key again as PKCS#12."]
  },
  "pkcs12.password": {
    message: "The passphrase of the PKCS#12 file is wrong.",
    fr: ["Mot de passe du fichier .p12 incorrect", "Saisissez le mot de passe choisi lors du retrait du certificat."],
    en: ["Wrong passphrase for the .p12 file", "Enter the passphrase chosen when the certificate was withdrawn."]
  },
  "pkcs12.noKey": {
    message: "The PKCS#12 file holds no private key: only certificates were exported.",
    fr: ["Le fichier .p12 ne contient pas de cl\xE9 priv\xE9e", "Exportez le certificat avec sa cl\xE9 priv\xE9e."],
    en: ["The .p12 file holds no private key", "Export the certificate together with its private key."]
  },
  "pkcs12.noCertificate": {
    message: "The PKCS#12 file holds a private key, but no certificate.",
    fr: ["Le fichier .p12 ne contient pas de certificat", "Exportez la cl\xE9 avec son certificat."],
    en: ["The .p12 file holds no certificate", "Export the key together with its certificate."]
  },
  "pkcs12.severalIdentities": {
    message: "The PKCS#12 file holds several identities. Choose one by its SHA-256 fingerprint (option `leafSha256`) or split the file.",
    fr: [
      "Le fichier .p12 contient plusieurs certificats avec cl\xE9",
      "Choisissez-en un par son empreinte, ou exportez-le seul."
    ],
    en: ["The .p12 file holds several identities", "Choose one by its fingerprint, or export it alone."]
  },
  "pkcs12.unsupported": {
    message: "The PKCS#12 file uses an encryption or an integrity check that is not supported. Convert it: openssl pkcs12 -in old.p12 -nodes | openssl pkcs12 -export -out new.p12",
    fr: [
      "Chiffrement du fichier .p12 non pris en charge",
      "Exportez-le avec AES-256, ou fournissez la cl\xE9 et le certificat en PEM."
    ],
    en: [
      "Unsupported encryption in the .p12 file",
      "Export it with AES-256, or give the key and the certificate as PEM."
    ]
  },
  "pkcs12.legacyCipher": {
    message: 'The PKCS#12 file is encrypted with an old cipher (RC2, RC4 or 3DES) that OpenSSL 3 refuses. Export it again with AES-256, or allow it with legacyPkcs12: "accept".',
    fr: [
      "Fichier .p12 prot\xE9g\xE9 par un chiffrement ancien",
      "Exportez-le de nouveau avec AES-256, ou autorisez sa lecture."
    ],
    en: ["The .p12 file uses an old cipher", "Export it again with AES-256, or allow it to be read."]
  },
  "identity.keyMalformed": {
    message: "The private key is not a readable PEM key (PKCS#8, PKCS#1 or SEC1).",
    fr: ["Cl\xE9 priv\xE9e illisible", "Fournissez la cl\xE9 au format PEM."],
    en: ["Unreadable private key", "Give the key as PEM."]
  },
  "identity.encryptedKey": {
    message: "The private key is encrypted and no passphrase was given.",
    fr: ["La cl\xE9 priv\xE9e est prot\xE9g\xE9e par un mot de passe", "Renseignez le mot de passe de la cl\xE9."],
    en: ["The private key is protected by a passphrase", "Give the passphrase of the key."]
  },
  "identity.keyPassphrase": {
    message: "The passphrase of the private key is wrong.",
    fr: ["Mot de passe de la cl\xE9 priv\xE9e incorrect", "V\xE9rifiez le mot de passe de la cl\xE9."],
    en: ["Wrong passphrase for the private key", "Check the passphrase of the key."]
  },
  "identity.keyMismatch": {
    message: "The private key does not belong to the certificate.",
    fr: [
      "La cl\xE9 priv\xE9e ne correspond pas au certificat",
      "V\xE9rifiez que le certificat et la cl\xE9 viennent de la m\xEAme demande."
    ],
    en: [
      "The private key does not belong to the certificate",
      "Check that the certificate and the key come from the same request."
    ]
  },
  "crl.malformed": {
    message: "This is not a certificate revocation list (PEM or DER).",
    fr: ["Liste de r\xE9vocation illisible", "T\xE9l\xE9chargez de nouveau la liste de r\xE9vocation."],
    en: ["Unreadable revocation list", "Download the revocation list again."]
  }
};
var IdentityError = class extends SocleArgumentError {
  constructor(code, detail) {
    const text3 = texts3[code];
    super({
      code,
      service: "wire",
      message: detail === void 0 ? text3.message : `${text3.message} ${detail}`,
      audience: "admin",
      userMessage: {
        fr: { title: text3.fr[0], action: text3.fr[1] },
        en: { title: text3.en[0], action: text3.en[1] }
      }
    });
  }
};

// packages/wire/src/tls/der.ts
var DerError = class extends Error {
};
var TAG = {
  boolean: 1,
  integer: 2,
  bitString: 3,
  octetString: 4,
  oid: 6,
  utcTime: 23,
  generalizedTime: 24,
  sequence: 48,
  set: 49
};
var MAX_CHILDREN = 1e5;
function readDer(bytes, tag) {
  const node = readAt(bytes, 0);
  if (node.raw.length !== bytes.length) throw new DerError("trailing bytes");
  return expectTag(node, tag);
}
function derChildren(node) {
  if ((node.tag & 32) === 0) throw new DerError("not constructed");
  const out = [];
  for (let at3 = 0; at3 < node.content.length; ) {
    if (out.length >= MAX_CHILDREN) throw new DerError("too many values");
    const child3 = readAt(node.content, at3);
    out.push(child3);
    at3 += child3.raw.length;
  }
  return out;
}
function expectTag(node, tag) {
  if (node === void 0) throw new DerError("missing value");
  if (tag !== void 0 && node.tag !== tag) throw new DerError(`tag ${node.tag} instead of ${tag}`);
  return node;
}
function readAt(bytes, at3) {
  const tag = bytes[at3];
  const first2 = bytes[at3 + 1];
  if (tag === void 0 || first2 === void 0) throw new DerError("truncated");
  if ((tag & 31) === 31) throw new DerError("high tag number");
  let header = 2;
  let length = first2;
  if (first2 >= 128) {
    const count = first2 & 127;
    if (count === 0 || count > 4) throw new DerError("indefinite or oversized length");
    length = 0;
    for (let i = 0; i < count; i += 1) {
      const next = bytes[at3 + 2 + i];
      if (next === void 0) throw new DerError("truncated");
      length = length * 256 + next;
    }
    if (length < 128 || bytes[at3 + 2] === 0) throw new DerError("length not minimal");
    header += count;
  }
  const end = at3 + header + length;
  if (end > bytes.length) throw new DerError("truncated");
  return { tag, content: bytes.subarray(at3 + header, end), raw: bytes.subarray(at3, end) };
}
function derOid(node) {
  expectTag(node, TAG.oid);
  const arcs = [];
  let value = 0n;
  let open2 = false;
  if (node.content.length > 64) throw new DerError("oversized OID");
  for (const byte2 of node.content) {
    value = value << 7n | BigInt(byte2 & 127);
    open2 = (byte2 & 128) !== 0;
    if (open2) continue;
    arcs.push(value);
    value = 0n;
  }
  const [first2] = arcs;
  if (open2 || first2 === void 0) throw new DerError("truncated OID");
  const root = first2 < 40n ? 0n : first2 < 80n ? 1n : 2n;
  return [root, first2 - root * 40n, ...arcs.slice(1)].join(".");
}
function derString(node) {
  switch (node.tag & 31) {
    case 12:
      return new TextDecoder("utf-8").decode(node.content);
    case 18:
    case 19:
    case 20:
    case 22:
    case 26:
      return new TextDecoder("latin1").decode(node.content);
    case 30:
      return decodeUnits(node.content, 2);
    case 28:
      return decodeUnits(node.content, 4);
    default:
      throw new DerError("not a character string");
  }
}
function decodeUnits(content, width) {
  if (content.length % width !== 0) throw new DerError("truncated string");
  let out = "";
  for (let at3 = 0; at3 < content.length; at3 += width) {
    let unit = 0;
    for (let i = 0; i < width; i += 1) unit = unit * 256 + (content[at3 + i] ?? 0);
    out += String.fromCodePoint(unit > 1114111 ? 65533 : unit);
  }
  return out;
}
function derTime(node) {
  const text3 = new TextDecoder("latin1").decode(node.content);
  const short = node.tag === TAG.utcTime;
  if (!short && node.tag !== TAG.generalizedTime) throw new DerError("not a time");
  const found = (short ? /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/ : /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/).exec(text3);
  if (!found) throw new DerError("malformed time");
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
  const full = short ? year < 50 ? 2e3 + year : 1900 + year : year;
  const date = new Date(Date.UTC(full, month - 1, day, hour, minute, second));
  if (date.getUTCFullYear() !== full || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    throw new DerError("impossible date");
  }
  return date;
}
function derInteger(node) {
  expectTag(node, TAG.integer);
  if (node.content.length === 0 || node.content.length > 2048) throw new DerError("malformed integer");
  const value = BigInt(`0x${hex(node.content)}`);
  return (node.content[0] ?? 0) >= 128 ? value - (1n << BigInt(node.content.length * 8)) : value;
}
function derBoolean(node) {
  expectTag(node, TAG.boolean);
  if (node.content.length !== 1) throw new DerError("malformed boolean");
  return node.content[0] !== 0;
}
function derBits(node) {
  const bytes = derBitBytes(node);
  const unused = node.content[0] ?? 0;
  const out = [];
  for (const byte2 of bytes) for (let bit = 7; bit >= 0; bit -= 1) out.push((byte2 >> bit & 1) === 1);
  return out.slice(0, out.length - unused);
}
function derBitBytes(node) {
  expectTag(node, TAG.bitString);
  const unused = node.content[0];
  if (unused === void 0 || unused > 7) throw new DerError("malformed bit string");
  return node.content.subarray(1);
}
function hex(bytes) {
  let out = "";
  for (const byte2 of bytes) out += byte2.toString(16).padStart(2, "0");
  return out;
}

// packages/wire/src/tls/pem.ts
var block = /-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\s]*)-----END \1-----/g;
function pemBlocks(pem, ...labels) {
  const out = [];
  for (const found of pem.matchAll(block)) {
    if (labels.includes(found[1] ?? "")) out.push(new Uint8Array(Buffer.from(found[2] ?? "", "base64")));
  }
  return out;
}
function toPem(der2, label) {
  const lines = Buffer.from(der2).toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----
${lines.join("\n")}
-----END ${label}-----
`;
}
function asPemText(input) {
  if (typeof input === "string") return input;
  if (input[0] === 48) return void 0;
  return new TextDecoder("latin1").decode(input);
}
function splitCertificates(input) {
  const texts4 = typeof input === "string" ? [input] : input;
  return texts4.flatMap(
    (text3) => pemBlocks(text3, "CERTIFICATE", "X509 CERTIFICATE").map((der2) => toPem(der2, "CERTIFICATE"))
  );
}

// packages/wire/src/tls/pins.ts
function normalizeSha256(print) {
  const value = print.replace(/[\s:]/g, "").toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(value)) {
    throw new IdentityError("certificate.malformed", "A SHA-256 fingerprint has 64 hexadecimal digits.");
  }
  return value;
}

// packages/wire/src/tls/certificate.ts
import { createHash, X509Certificate as X509Certificate2 } from "node:crypto";

// packages/wire/src/tls/name.ts
var shortNames = {
  "2.5.4.3": "CN",
  "2.5.4.4": "SN",
  "2.5.4.5": "serialNumber",
  "2.5.4.6": "C",
  "2.5.4.7": "L",
  "2.5.4.8": "ST",
  "2.5.4.9": "STREET",
  "2.5.4.10": "O",
  "2.5.4.11": "OU",
  "2.5.4.12": "T",
  "2.5.4.17": "postalCode",
  "2.5.4.42": "GN",
  "2.5.4.43": "initials",
  "2.5.4.46": "dnQualifier",
  "2.5.4.65": "pseudonym",
  "2.5.4.97": "organizationIdentifier",
  "0.9.2342.19200300.100.1.1": "UID",
  "0.9.2342.19200300.100.1.25": "DC",
  "1.2.840.113549.1.9.1": "emailAddress"
};
function readName(node) {
  return derChildren(expectTag(node, TAG.sequence)).map(
    (rdn) => derChildren(expectTag(rdn, TAG.set)).map((pair2) => {
      const [type, value] = derChildren(expectTag(pair2, TAG.sequence));
      const oid2 = derOid(expectTag(type, TAG.oid));
      return { oid: oid2, type: shortNames[oid2] ?? oid2, value: derString(expectTag(value)) };
    })
  );
}
function nameAttribute(name, type) {
  return nameAttributes(name, type)[0];
}
function nameAttributes(name, type) {
  return [...name].reverse().flatMap((rdn) => rdn.filter((item) => item.type === type || item.oid === type).map((item) => item.value));
}
var rfc2253Keywords = {
  "2.5.4.3": "CN",
  "2.5.4.4": "SN",
  "2.5.4.6": "C",
  "2.5.4.7": "L",
  "2.5.4.8": "ST",
  "2.5.4.9": "STREET",
  "2.5.4.10": "O",
  "2.5.4.11": "OU",
  "2.5.4.12": "T",
  "0.9.2342.19200300.100.1.1": "UID",
  "0.9.2342.19200300.100.1.25": "DC"
};
function formatRfc2253(name, options = {}) {
  const keywords = options.keywords ?? rfc2253Keywords;
  return [...name].reverse().map((rdn) => {
    const parts = rdn.map((item) => `${keywords[item.oid] ?? item.oid}=${escapeValue(item.value)}`);
    return (options.multiValued === "certificate" ? parts : parts.sort()).join("+");
  }).join(",");
}
function escapeValue(value) {
  return value.replace(/[,+"\\<>;]/g, "\\$&").replace(/^[ #]/, "\\$&").replace(/(?<=.) $/s, (space, at3, whole) => at3 === 1 && whole === "\\ " ? space : "\\ ");
}

// packages/wire/src/tls/x509.ts
import { X509Certificate } from "node:crypto";

var parsed = /* @__PURE__ */ new WeakMap();
var keys = /* @__PURE__ */ new WeakMap();
function rememberX509(info, x5095) {
  parsed.set(info, x5095);
}
function x509Of(info) {
  const known3 = parsed.get(info);
  if (known3 !== void 0) return known3;
  const made = new X509Certificate(info.der);
  parsed.set(info, made);
  return made;
}
function publicKeyOf(der2) {
  const known3 = keys.get(der2);
  if (known3 !== void 0) return known3;
  const made = new X509Certificate(der2).publicKey;
  keys.set(der2, made);
  return made;
}

// packages/wire/src/tls/certificate.ts
var KEY_USAGES = [
  "digitalSignature",
  "nonRepudiation",
  "keyEncipherment",
  "dataEncipherment",
  "keyAgreement",
  "keyCertSign",
  "cRLSign",
  "encipherOnly",
  "decipherOnly"
];
var MAX_DER = 65536;
function readCertificate(input) {
  const pem = asPemText(input);
  const der2 = pem === void 0 ? new Uint8Array(input) : pemBlocks(pem, "CERTIFICATE", "X509 CERTIFICATE")[0];
  if (der2 === void 0 || der2.length > MAX_DER) throw new IdentityError("certificate.malformed");
  try {
    return readInfo(der2);
  } catch {
    throw new IdentityError("certificate.malformed");
  }
}
function readInfo(der2) {
  const x5095 = new X509Certificate2(der2);
  const [tbs] = derChildren(readDer(der2, TAG.sequence));
  const fields = derChildren(expectTag(tbs, TAG.sequence));
  const from = fields[0]?.tag === 160 ? 1 : 0;
  const [serial, , issuer, validity, subject] = fields.slice(from);
  const [notBefore, notAfter] = derChildren(expectTag(validity, TAG.sequence));
  const serialValue = derInteger(expectTag(serial, TAG.integer));
  const extensions = readExtensions(fields.find((field) => field.tag === 163));
  const value = (oid2) => {
    const found = extensions.get(oid2);
    return found && readDer(found.value);
  };
  const constraints = readBasicConstraints(value("2.5.29.19"));
  const details = x5095.publicKey.asymmetricKeyDetails;
  const info = {
    subject: readName(expectTag(subject)),
    issuer: readName(expectTag(issuer)),
    serialHex: serialValue.toString(16).toUpperCase(),
    serialDecimal: serialValue.toString(10),
    notBefore: derTime(expectTag(notBefore)),
    notAfter: derTime(expectTag(notAfter)),
    keyUsage: readKeyUsage(value("2.5.29.15")),
    extendedKeyUsage: readOids(value("2.5.29.37")),
    subjectAltNames: readAltNames(value("2.5.29.17")),
    ...constraints,
    crlUrls: readCrlUrls(value("2.5.29.31")),
    keyType: x5095.publicKey.asymmetricKeyType ?? "unknown",
    ...details?.modulusLength === void 0 ? {} : { keyBits: details.modulusLength },
    extensions,
    sha256: createHash("sha256").update(der2).digest("hex"),
    der: der2,
    pem: toPem(der2, "CERTIFICATE")
  };
  rememberX509(info, x5095);
  return info;
}
function readExtensions(field) {
  const out = /* @__PURE__ */ new Map();
  if (field === void 0) return out;
  const [list2] = derChildren(field);
  for (const item of derChildren(expectTag(list2, TAG.sequence))) {
    const parts = derChildren(expectTag(item, TAG.sequence));
    const oid2 = derOid(expectTag(parts[0], TAG.oid));
    const critical = parts.length === 3 && derBoolean(expectTag(parts[1], TAG.boolean));
    if (out.has(oid2)) throw new IdentityError("certificate.malformed");
    out.set(oid2, { oid: oid2, critical, value: expectTag(parts.at(-1), TAG.octetString).content });
  }
  return out;
}
function readKeyUsage(node) {
  if (node === void 0) return [];
  const bits2 = derBits(node);
  return KEY_USAGES.filter((_, index) => bits2[index]);
}
function readOids(node) {
  return node === void 0 ? [] : derChildren(node).map(derOid);
}
function readBasicConstraints(node) {
  if (node === void 0) return { isAuthority: false };
  const parts = derChildren(node);
  const flag = parts.find((part2) => part2.tag === TAG.boolean);
  const length = parts.find((part2) => part2.tag === TAG.integer);
  return {
    isAuthority: flag !== void 0 && derBoolean(flag),
    ...length === void 0 ? {} : { pathLength: Number(derInteger(length)) }
  };
}
function readAltNames(node) {
  if (node === void 0) return [];
  return derChildren(node).map((item) => {
    const latin = () => new TextDecoder("latin1").decode(item.content);
    switch (item.tag) {
      case 129:
        return { kind: "email", value: latin() };
      case 130:
        return { kind: "dns", value: latin() };
      case 134:
        return { kind: "uri", value: latin() };
      case 135:
        return { kind: "ip", value: formatIp(item.content) };
      default:
        return { kind: "other", value: hex(item.raw) };
    }
  });
}
function formatIp(bytes) {
  if (bytes.length === 4) return bytes.join(".");
  const groups = [];
  for (let at3 = 0; at3 < bytes.length; at3 += 2)
    groups.push(((bytes[at3] ?? 0) << 8 | (bytes[at3 + 1] ?? 0)).toString(16));
  return groups.join(":");
}
function readCrlUrls(node) {
  if (node === void 0) return [];
  return derChildren(node).flatMap((point) => derChildren(point).filter((part2) => part2.tag === 160)).flatMap((names4) => derChildren(names4).filter((part2) => part2.tag === 160)).flatMap((full) => derChildren(full).filter((part2) => part2.tag === 134)).map((uri) => new TextDecoder("latin1").decode(uri.content));
}

// packages/wire/src/tls/identity.ts
import { createPrivateKey, createPublicKey } from "node:crypto";

// packages/wire/src/tls/pkcs12.ts
import { createRequire } from "node:module";

var legacyCiphers = {
  "1.2.840.113549.1.12.1.1": "RC4-128",
  "1.2.840.113549.1.12.1.2": "RC4-40",
  "1.2.840.113549.1.12.1.3": "3DES",
  "1.2.840.113549.1.12.1.4": "3DES-2",
  "1.2.840.113549.1.12.1.5": "RC2-128",
  "1.2.840.113549.1.12.1.6": "RC2-40"
};
var MAX_BYTES = 1048576;
var MAX_ITERATIONS = 2e6;
function readPkcs12(file, passphrase) {
  if (file.length === 0 || file.length > MAX_BYTES || isTruncated(file)) throw new IdentityError("pkcs12.malformed");
  const library2 = createRequire(import.meta.url)("node-forge");
  try {
    return read(library2, Buffer.from(file).toString("binary"), passphrase);
  } catch (cause) {
    if (cause instanceof IdentityError) throw cause;
    throw new IdentityError("pkcs12.malformed");
  }
}
function read(library2, bytes, passphrase) {
  const root = library2.asn1.fromDer(library2.util.createBuffer(bytes, "raw"), false);
  const facts = { ciphers: /* @__PURE__ */ new Set(), iterations: 0 };
  survey(library2, root, facts, 0);
  if (facts.iterations > MAX_ITERATIONS) {
    throw new IdentityError("pkcs12.unsupported", "Its iteration count is excessive.");
  }
  const content = open(library2, root, passphrase);
  const legacyCipher = [...facts.ciphers][0];
  return { ...content, ...legacyCipher === void 0 ? {} : { legacyCipher } };
}
function open(library2, root, passphrase) {
  const pfx = decrypt(library2, root, passphrase);
  const bags = (type) => pfx.getBags({ bagType: type })[type] ?? [];
  const { oids } = library2.pki;
  const keys2 = [...bags(oids["pkcs8ShroudedKeyBag"] ?? ""), ...bags(oids["keyBag"] ?? "")].map(
    (bag) => bag.key ? library2.pki.wrapRsaPrivateKey(library2.pki.privateKeyToAsn1(bag.key)) : bag.asn1
  );
  const certificates = bags(oids["certBag"] ?? "").map((bag) => bag.cert ? original(library2, bag.cert) : bag.asn1);
  return {
    keys: keys2.map((item) => toDer(library2, item)),
    certificates: certificates.map((item) => toDer(library2, item))
  };
}
function decrypt(library2, root, passphrase) {
  try {
    return library2.pkcs12.pkcs12FromAsn1(root, false, passphrase);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "";
    if (/MAC could not be verified|Invalid password/i.test(reason)) throw new IdentityError("pkcs12.password");
    const utf8 = Buffer.from(passphrase, "utf8").toString("binary");
    if (utf8 !== passphrase) {
      const withoutMac = { ...root, value: root.value.slice(0, 2) };
      return decrypt(library2, withoutMac, utf8);
    }
    if (/wrong password|Failed to decrypt/i.test(reason)) throw new IdentityError("pkcs12.password");
    if (/unsupported|not supported|unknown/i.test(reason)) throw new IdentityError("pkcs12.unsupported");
    throw new IdentityError("pkcs12.malformed");
  }
}
function isTruncated(file) {
  const first2 = file[1] ?? 0;
  if (file[0] !== 48 || first2 === 128) return file[0] !== 48;
  if (first2 < 128) return file.length < 2 + first2;
  const count = first2 & 127;
  const length = file.subarray(2, 2 + count).reduce((sum, byte2) => sum * 256 + byte2, 0);
  return file.length < 2 + count + length;
}
function original(library2, certificate) {
  const { asn1: asn12 } = library2;
  const tbs = certificate.tbsCertificate;
  const fields = tbs.value;
  const algorithm = fields[fields[0]?.tagClass === asn12.Class.CONTEXT_SPECIFIC ? 2 : 1];
  const signature = asn12.create(
    asn12.Class.UNIVERSAL,
    asn12.Type.BITSTRING,
    false,
    `\0${String(certificate.signature)}`
  );
  return asn12.create(asn12.Class.UNIVERSAL, asn12.Type.SEQUENCE, true, [tbs, algorithm, signature]);
}
function toDer(library2, node) {
  if (node === void 0) throw new IdentityError("pkcs12.malformed");
  return new Uint8Array(Buffer.from(library2.asn1.toDer(node).getBytes(), "binary"));
}
function survey(library2, node, facts, depth) {
  if (depth > 24) return;
  const { asn1: asn12 } = library2;
  const value = node.value;
  if (typeof value !== "string") {
    for (const [index, child3] of value.entries()) {
      const text3 = child3.value;
      const afterSalt = value[index - 1]?.type === asn12.Type.OCTETSTRING && child3.type === asn12.Type.INTEGER;
      if (afterSalt && typeof text3 === "string")
        facts.iterations += Number.parseInt(library2.util.bytesToHex(text3) || "0", 16);
      survey(library2, child3, facts, depth + 1);
    }
    return;
  }
  if (node.type === asn12.Type.OID) {
    const name = legacyCiphers[asn12.derToOid(value)];
    if (name !== void 0) facts.ciphers.add(name);
  } else if (node.type === asn12.Type.OCTETSTRING && value.length > 16) {
    try {
      survey(library2, asn12.fromDer(library2.util.createBuffer(value, "raw"), false), facts, depth + 1);
    } catch {
    }
  }
}

// packages/wire/src/tls/identity.ts
function loadClientIdentity(input) {
  return "pfx" in input ? fromPkcs12(input) : fromPem(input);
}
function fromPkcs12(input) {
  const content = readPkcs12(input.pfx, input.passphrase);
  if (content.legacyCipher !== void 0 && input.legacyPkcs12 === "refuse") {
    throw new IdentityError("pkcs12.legacyCipher", `Cipher: ${content.legacyCipher}.`);
  }
  if (content.keys.length === 0) throw new IdentityError("pkcs12.noKey");
  if (content.certificates.length === 0) throw new IdentityError("pkcs12.noCertificate");
  const certificates = content.certificates.map((der2) => readCertificate(der2));
  const pairs = content.keys.flatMap((der2) => {
    const key = readKey({ key: Buffer.from(der2), format: "der", type: "pkcs8" });
    return certificates.filter((certificate) => belongs(key, certificate)).map((certificate) => ({ key, certificate }));
  });
  const chosen = choose(pairs, input.leafSha256);
  const findings = content.legacyCipher === void 0 ? [] : [finding("pkcs12.legacyCipher", "info", ["pfx"], { cipher: content.legacyCipher })];
  return identity(chosen.certificate, chosen.key, certificates, findings);
}
function choose(pairs, leafSha256) {
  const wanted = leafSha256 === void 0 ? void 0 : normalizeSha256(leafSha256);
  const distinct = [...new Map(pairs.map((pair2) => [pair2.certificate.sha256, pair2])).values()];
  const matching = wanted === void 0 ? distinct : distinct.filter((pair2) => pair2.certificate.sha256 === wanted);
  const [only] = matching;
  if (only === void 0) throw new IdentityError("identity.keyMismatch");
  if (matching.length > 1) {
    const prints = matching.map((pair2) => pair2.certificate.sha256.slice(0, 12)).join(", ");
    throw new IdentityError("pkcs12.severalIdentities", `Fingerprints begin with: ${prints}.`);
  }
  return only;
}
function fromPem(input) {
  const certificates = certificatesOf(input.cert);
  if (certificates.length === 0) throw new IdentityError("certificate.malformed");
  const key = readKey({
    key: typeof input.key === "string" ? input.key : Buffer.from(input.key),
    ...typeof input.key !== "string" && input.key[0] === 48 ? { format: "der", type: "pkcs8" } : {},
    ...input.passphrase === void 0 ? {} : { passphrase: input.passphrase }
  });
  const leaf = certificates.find((certificate) => belongs(key, certificate));
  if (leaf === void 0) throw new IdentityError("identity.keyMismatch");
  const above = splitCertificates(input.ca ?? []).map((pem) => readCertificate(pem));
  return identity(leaf, key, [...certificates, ...above], []);
}
function certificatesOf(cert) {
  if (typeof cert !== "string" && cert[0] === 48) return [readCertificate(cert)];
  const text3 = typeof cert === "string" ? cert : new TextDecoder("latin1").decode(cert);
  return splitCertificates(text3).map((pem) => readCertificate(pem));
}
function readKey(input) {
  try {
    return createPrivateKey(input);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    const reason = cause instanceof Error ? cause.message : "";
    if (code === "ERR_MISSING_PASSPHRASE" || /interrupted or cancelled/i.test(reason))
      throw new IdentityError("identity.encryptedKey");
    if (/bad decrypt|bad password|BAD_DECRYPT/i.test(`${reason} ${code}`))
      throw new IdentityError("identity.keyPassphrase");
    throw new IdentityError("identity.keyMalformed");
  }
}
function belongs(key, certificate) {
  const x5095 = x509Of(certificate);
  return createPublicKey(key).export({ format: "der", type: "spki" }).equals(x5095.publicKey.export({ format: "der", type: "spki" }));
}
function identity(leaf, key, all2, findings) {
  const made = {
    certificatePem: leaf.pem,
    chainPem: chainAbove(leaf, all2),
    certificate: leaf,
    findings
  };
  const keyPem = key.export({ format: "pem", type: "pkcs8" }).toString();
  return Object.defineProperty(made, "keyPem", { value: keyPem, enumerable: false });
}
function chainAbove(leaf, all2) {
  const rest = all2.filter((item) => item.sha256 !== leaf.sha256).map((info) => ({ info, x509: x509Of(info) }));
  const out = [];
  let current = x509Of(leaf);
  for (let depth = 0; depth < 8; depth += 1) {
    const parent = rest.find((item) => current.checkIssued(item.x509) && !out.includes(item.info.pem));
    if (parent === void 0) break;
    out.push(parent.info.pem);
    current = parent.x509;
  }
  return out;
}

// packages/documents/src/prepare/error.ts
var SubmissionRefusedError = class extends SocleArgumentError {
  constructor(findings) {
    const errors = findings.filter((item) => item.severity === "error").length;
    super({
      code: "documents.prepare.refused",
      service: "documents",
      message: `The submission cannot be prepared: ${errors} error(s) among its findings.`,
      audience: "user",
      findings,
      userMessage: {
        fr: { title: "L\u2019envoi ne peut pas \xEAtre pr\xE9par\xE9", action: "Corrigez les anomalies signal\xE9es puis recommencez." },
        en: { title: "The submission cannot be prepared", action: "Correct what is pointed out, then try again." }
      }
    });
  }
};

// packages/wire/src/certificate/summary.ts
var MAX_DER2 = 65536;
function summarizeCertificate(der2) {
  try {
    if (der2.length > MAX_DER2) throw new Error("too long");
    const [tbs] = derChildren(readDer(der2, TAG.sequence));
    const fields = derChildren(expectTag(tbs, TAG.sequence));
    const [serial, , issuer, validity, subject, key] = fields.slice(fields[0]?.tag === 160 ? 1 : 0);
    const [notBefore, notAfter] = derChildren(expectTag(validity, TAG.sequence));
    const issuerText = formatRfc2253(readName(expectTag(issuer)));
    const subjectText = formatRfc2253(readName(expectTag(subject)));
    return {
      subject: subjectText,
      issuer: issuerText,
      serialDecimal: derInteger(expectTag(serial, TAG.integer)).toString(10),
      notBefore: derTime(expectTag(notBefore)),
      notAfter: derTime(expectTag(notAfter)),
      spki: expectTag(key, TAG.sequence).raw,
      selfIssued: issuerText === subjectText
    };
  } catch {
    throw new IdentityError("certificate.malformed");
  }
}

// packages/documents/src/cda/oids.ts
var ROOTS = {
  /** PS_IdNat. */
  professional: "1.2.250.1.71.4.2.1",
  /** Struct_IdNat. */
  organization: "1.2.250.1.71.4.2.2",
  /** Organisation that hosts the documents of patients. */
  patientHost: "1.2.250.1.213.4.1"
};
var SYSTEMS = {
  loinc: "2.16.840.1.113883.6.1",
  snomed: "2.16.840.1.113883.6.96",
  icd10: "2.16.840.1.113883.6.3",
  atc: "2.16.840.1.113883.6.73",
  cis: "1.2.250.1.213.2.3.1",
  confidentiality: "2.16.840.1.113883.5.25",
  taAsip: "1.2.250.1.213.1.1.4.322",
  authorSpecialty: "1.2.250.1.213.1.1.4.6"
};
var TEMPLATES = {
  hl7France: "2.16.840.1.113883.2.8.2.1",
  ciSis: "1.2.250.1.213.1.1.1.1",
  /** IHE XDS-SD: unstructured body. */
  unstructured: "1.3.6.1.4.1.19376.1.2.20"
};
var CONFIDENTIALITY_LABELS = { N: "Normal", R: "Restreint", V: "Tr\xE8s restreint" };

// packages/documents/src/models/narrative.ts
var Narrator = class {
  #count = 0;
  #random;
  constructor(random) {
    this.#random = random;
  }
  /** A text with an identifier that nothing else in the document has. */
  anchor(text3) {
    this.#count += 1;
    const id = `t${this.#count}`;
    const reference3 = h("reference", { value: `#${id}` });
    return {
      content: h("content", { ID: id }, [text3]),
      text: h("text", {}, [reference3]),
      originalText: h("originalText", {}, [reference3])
    };
  }
  /** Identifier of a section or of an entry: a UUID in upper case. */
  id() {
    return h("id", { root: uuidV4(this.#random).toUpperCase() });
  }
  /** An `ID` for a media. */
  mediaId() {
    this.#count += 1;
    return `m${this.#count}`;
  }
};
function table(head, lines) {
  const row = (cell, cells) => h(
    "tr",
    {},
    cells.map((child3) => h(cell, {}, [child3]))
  );
  return h("table", { border: "0" }, [
    head.length > 0 && h("thead", {}, [row("th", head)]),
    h(
      "tbody",
      {},
      lines.map(({ cells }) => row("td", cells))
    )
  ]);
}
function section(narrator, input) {
  const { templateIds, code, title, head = [], lines = [], empty = "Aucun \xE9l\xE9ment connu.", entries = [] } = input;
  const top = [
    ...templateIds.map((root) => h("templateId", { root })),
    narrator.id(),
    h("code", code),
    h("title", {}, [title])
  ];
  if (input.sections) {
    const notes = (input.notes ?? []).map((note) => h("paragraph", {}, [note]));
    const inner = input.sections.map((made2) => h("component", {}, [made2]));
    return h("section", {}, [...top, notes.length > 0 && h("text", {}, notes), ...inner]);
  }
  const text3 = h("text", {}, [lines.length > 0 ? table(head, lines) : h("paragraph", {}, [empty])]);
  const made = [...lines.flatMap(({ entry: entry2 }) => entry2 ? [entry2] : []), ...entries];
  return h("section", {}, [...top, text3, ...made.map((entry2) => h("entry", { typeCode: input.entryType }, [entry2]))]);
}
var LOINC = "2.16.840.1.113883.6.1";
function loinc(code, displayName) {
  return { code, displayName, codeSystem: LOINC, codeSystemName: "LOINC" };
}

// packages/documents/src/models/values.ts
function clinicalTime(date) {
  return /^\d{4}(?:-\d{2})?$/.test(date) ? date.replace("-", "") : hl7Time(date) ?? "";
}
function shownDate(date) {
  if (date === void 0) return "-";
  const day = date.slice(0, 10).split("-").reverse().join("/");
  return date.length > 10 ? `${day} ${date.slice(11, 16)}` : day;
}
function span({ since, until }, withHigh, type) {
  const end = (local, date) => h(local, date === void 0 ? { nullFlavor: "UNK" } : { value: clinicalTime(date) });
  return h("effectiveTime", { "xsi:type": type }, [end("low", since), withHigh && end("high", until)]);
}
function at(date) {
  return h("effectiveTime", date === void 0 ? { nullFlavor: "UNK" } : { value: clinicalTime(date) });
}
function codedElement(local, { code }, anchor, { nullFlavor = "UNK", ...extra } = {}) {
  const attributes = code ? codeAttributes(code) : { nullFlavor };
  return h(local, { ...extra, ...attributes }, [anchor?.originalText]);
}
function valueElement(value) {
  switch (value.kind) {
    case "quantity":
      return {
        node: h("value", { "xsi:type": "PQ", value: decimal(value.value), unit: value.unit }),
        shown: `${decimal(value.value).replace(".", ",")} ${value.unit}`
      };
    case "text":
      return { node: h("value", { "xsi:type": "ST" }, [value.text]), shown: value.text };
    case "coded":
      return { node: h("value", { "xsi:type": "CD", ...codeAttributes(value.code) }), shown: value.code.displayName };
  }
}
function decimal(value) {
  const text3 = String(value);
  return /e/i.test(text3) ? value.toFixed(12).replace(/\.?0+$/, "") : text3;
}
function coded3(code, displayName, codeSystem, codeSystemName) {
  return { code, displayName, codeSystem, ...codeSystemName ? { codeSystemName } : {} };
}

// packages/documents/src/models/cr-bio.ts
var HEAD = ["Examen", "R\xE9sultat", "Valeurs de r\xE9f\xE9rence", "Interpr\xE9tation", "Date"];
function crBioSections(narrator, { chapters }) {
  return chapters.map((chapter) => chapterSection(narrator, chapter));
}
function chapterSection(narrator, chapter) {
  const { code, title, results: results2, comment } = chapter;
  const made = results2.map((result) => resultOf(narrator, result));
  const act = h("act", { classCode: "ACT", moodCode: "EVN" }, [
    h("code", codeAttributes(code)),
    h("statusCode", { code: "completed" }),
    ...made.map(({ observation }) => h("entryRelationship", { typeCode: "COMP" }, [observation]))
  ]);
  const report = h("section", {}, [
    h("templateId", { root: "1.3.6.1.4.1.19376.1.3.3.2.2" }),
    h("templateId", { root: "1.2.250.1.213.1.1.2.71" }),
    narrator.id(),
    h("code", codeAttributes(code)),
    h("title", {}, [title]),
    h("text", {}, [table(HEAD, made), comment !== void 0 && h("paragraph", {}, [comment])]),
    h("entry", { typeCode: "DRIV" }, [
      h("templateId", { root: "1.3.6.1.4.1.19376.1.3.1" }),
      h("templateId", { root: "1.2.250.1.213.1.1.3.21" }),
      act
    ])
  ]);
  return section(narrator, {
    templateIds: ["1.3.6.1.4.1.19376.1.3.3.2.1", "1.2.250.1.213.1.1.2.70"],
    code: { ...code },
    title,
    sections: [report]
  });
}
function resultOf(narrator, result) {
  const { code, label, at: at3, interpretation, method: method2, reference: reference3 } = result;
  const anchor = narrator.anchor(label);
  const methodAnchor = method2 === void 0 ? void 0 : narrator.anchor(method2);
  const { node, shown: shown3 } = valueElement(result.value);
  const observation = h("observation", { classCode: "OBS", moodCode: "EVN" }, [
    h("templateId", { root: "1.3.6.1.4.1.19376.1.3.1.6" }),
    h("templateId", { root: "1.2.250.1.213.1.1.3.80" }),
    narrator.id(),
    h("code", codeAttributes(code), [anchor.originalText]),
    h("statusCode", { code: "completed" }),
    h("effectiveTime", { value: clinicalTime(at3) }),
    node,
    interpretation && h("interpretationCode", codeAttributes(interpretation)),
    methodAnchor && h("methodCode", {}, [methodAnchor.originalText]),
    reference3 && referenceRange(reference3)
  ]);
  const cells = [
    h("content", {}, methodAnchor ? [anchor.content, " (", methodAnchor.content, ")"] : [anchor.content]),
    shown3,
    reference3 ? shownRange(reference3) : "-",
    interpretation?.displayName ?? "-",
    shownDate(at3)
  ];
  return { observation, cells };
}
function referenceRange({ low, high, unit }) {
  const end = (local, value) => value === void 0 ? void 0 : h(local, { value: decimal(value), unit });
  return h("referenceRange", { typeCode: "REFV" }, [
    h("observationRange", { classCode: "OBS", moodCode: "EVN.CRT" }, [
      h("value", { "xsi:type": "IVL_PQ" }, [end("low", low), end("high", high)]),
      h("interpretationCode", { code: "N", displayName: "Normal", codeSystem: "2.16.840.1.113883.5.83" })
    ])
  ]);
}
function shownRange({ low, high, unit }) {
  const side = (value) => decimal(value).replace(".", ",");
  if (low !== void 0 && high !== void 0) return `${side(low)} \u2013 ${side(high)} ${unit}`;
  if (low !== void 0) return `\u2265 ${side(low)} ${unit}`;
  return high !== void 0 ? `\u2264 ${side(high)} ${unit}` : "-";
}

// packages/documents/src/models/cse-mde.ts
var VITAL_SIGNS = {
  "9279-1": { label: "Fr\xE9quence respiratoire", units: ["/min"] },
  "8867-4": { label: "Fr\xE9quence cardiaque", units: ["/min"] },
  "2708-6": { label: "Saturation en oxyg\xE8ne", units: ["%"] },
  "8480-6": { label: "Pression art\xE9rielle systolique", units: ["mm[Hg]"] },
  "8462-4": { label: "Pression art\xE9rielle diastolique", units: ["mm[Hg]"] },
  "8310-5": { label: "Temp\xE9rature corporelle", units: ["Cel", "[degF]"] },
  "8302-2": { label: "Taille", units: ["m", "cm", "[in_us]", "[in_uk]"] },
  "8287-5": { label: "P\xE9rim\xE8tre cr\xE2nien", units: ["m", "cm", "[in_us]", "[in_uk]"] },
  "29463-7": { label: "Poids", units: ["kg", "g", "[lb_av]", "[oz_av]"] },
  "39156-5": { label: "Indice de masse corporelle", units: ["kg/m2"] }
};
function cseMdeSections(narrator, { at: at3, measures }) {
  const made = measures.map((measure) => measureOf(narrator, measure));
  const organizer = h("organizer", { classCode: "CLUSTER", moodCode: "EVN" }, [
    h("templateId", { root: "2.16.840.1.113883.10.20.1.32" }),
    h("templateId", { root: "2.16.840.1.113883.10.20.1.35" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.13.1" }),
    h("templateId", { root: "1.2.250.1.213.1.1.3.49" }),
    narrator.id(),
    h("code", loinc("85353-1", "Signes vitaux")),
    h("statusCode", { code: "completed" }),
    h("effectiveTime", { value: clinicalTime(at3) }),
    ...made.map(({ observation }) => h("component", { typeCode: "COMP" }, [observation]))
  ]);
  return [
    section(narrator, {
      templateIds: [
        "2.16.840.1.113883.10.20.1.16",
        "1.3.6.1.4.1.19376.1.5.3.1.3.25",
        "1.3.6.1.4.1.19376.1.5.3.1.1.5.3.2",
        "1.2.250.1.213.1.1.2.75"
      ],
      code: loinc("8716-3", "Signes vitaux"),
      title: `Signes vitaux du ${shownDate(at3)}`,
      head: ["Mesure", "Valeur"],
      lines: made,
      entries: [organizer]
    })
  ];
}
function measureOf(narrator, { code, value, unit }) {
  const { label } = VITAL_SIGNS[code];
  const anchor = narrator.anchor(`${decimal(value).replace(".", ",")} ${unit}`);
  const observation = h("observation", { classCode: "OBS", moodCode: "EVN" }, [
    h("templateId", { root: "2.16.840.1.113883.10.20.1.31" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.13" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.13.2" }),
    h("templateId", { root: "1.2.250.1.213.1.1.3.50" }),
    narrator.id(),
    h("code", loinc(code, label)),
    anchor.text,
    h("statusCode", { code: "completed" }),
    h("effectiveTime", { nullFlavor: "NASK" }),
    h("value", { "xsi:type": "PQ", value: decimal(value), unit })
  ]);
  return { observation, cells: [label, anchor.content] };
}

// packages/documents/src/models/treatments.ts
var TREATMENT_HEAD = ["D\xE9but", "Fin", "M\xE9dicament", "Posologie", "Voie", "Motif"];
function treatmentLine(narrator, treatment) {
  const { product, start: start2, end, posology, dose, every, route, reason } = treatment;
  const productAnchor = narrator.anchor(product.text);
  const posologyAnchor = narrator.anchor(posology);
  const routeAnchor = route && narrator.anchor(route.displayName);
  const reasonAnchor = reason && narrator.anchor(reason.text);
  const bound2 = (local) => h(local, dose ? { value: decimal(dose.value), unit: dose.unit } : {});
  const entry2 = h("substanceAdministration", { classCode: "SBADM", moodCode: "EVN" }, [
    h("templateId", { root: "2.16.840.1.113883.10.20.1.24" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.7" }),
    h("templateId", { root: "1.2.250.1.213.1.1.3.42" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.7.1" }),
    narrator.id(),
    h("code", { code: "DRUG", displayName: "M\xE9dicament", codeSystem: "2.16.840.1.113883.5.4" }),
    posologyAnchor.text,
    h("statusCode", { code: "completed" }),
    span({ since: start2, until: end }, true, "IVL_TS"),
    every && h("effectiveTime", { "xsi:type": "PIVL_TS", operator: "A" }, [
      h("period", { value: decimal(every.value), unit: every.unit })
    ]),
    route && h("routeCode", codeAttributes(route), [routeAnchor?.originalText]),
    dose ? h("doseQuantity", {}, [bound2("low"), bound2("high")]) : h("doseQuantity", { nullFlavor: "NAV" }),
    h("rateQuantity", { nullFlavor: "NAV" }),
    h("consumable", {}, [
      h("manufacturedProduct", {}, [
        h("templateId", { root: "2.16.840.1.113883.10.20.1.53" }),
        h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.7.2" }),
        h("templateId", { root: "1.2.250.1.213.1.1.3.43" }),
        h("manufacturedMaterial", {}, [codedElement("code", product, productAnchor), h("name", {}, [product.text])])
      ])
    ]),
    reason && h("entryRelationship", { typeCode: "RSON" }, [
      h("act", { classCode: "ACT", moodCode: "EVN" }, [
        h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.4.1" }),
        h("templateId", { root: "1.2.250.1.213.1.1.3.36" }),
        narrator.id(),
        // A reason without a code is NA here, not UNK (IHE PCC, internal reference).
        codedElement("code", reason, reasonAnchor, { nullFlavor: "NA" })
      ])
    ])
  ]);
  const cells = [
    shownDate(start2),
    shownDate(end),
    productAnchor.content,
    posologyAnchor.content,
    routeAnchor?.content ?? "-",
    reasonAnchor?.content ?? "-"
  ];
  return { cells, entry: entry2 };
}
function noTreatmentLine(narrator) {
  const label = "Pas de traitement m\xE9dicamenteux connu";
  const anchor = narrator.anchor(label);
  const entry2 = h("substanceAdministration", { classCode: "SBADM", moodCode: "EVN" }, [
    h("templateId", { root: "2.16.840.1.113883.10.20.1.24" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.7" }),
    h("templateId", { root: "1.2.250.1.213.1.1.3.42" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.7.1" }),
    narrator.id(),
    h("code", { code: "no-known-medications", displayName: label, codeSystem: "2.16.840.1.113883.5.1150.1" }, [
      anchor.originalText
    ]),
    anchor.text,
    h("statusCode", { code: "completed" }),
    h("effectiveTime", { "xsi:type": "IVL_TS" }, [h("low", { nullFlavor: "NA" }), h("high", { nullFlavor: "NA" })]),
    h("consumable", {}, [
      h("manufacturedProduct", {}, [
        h("templateId", { root: "2.16.840.1.113883.10.20.1.53" }),
        h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.7.2" }),
        h("templateId", { root: "1.2.250.1.213.1.1.3.43" }),
        h("manufacturedMaterial", {}, [h("code", { nullFlavor: "NA" }), h("name", { nullFlavor: "NA" })])
      ])
    ])
  ]);
  return { cells: [anchor.content], entry: entry2 };
}
function treatmentTable(narrator, treatments2) {
  if (treatments2.length === 0) return { head: [], lines: [noTreatmentLine(narrator)] };
  return { head: TREATMENT_HEAD, lines: treatments2.map((item) => treatmentLine(narrator, item)) };
}

// packages/documents/src/models/ldl-ses.ts
var STATUSES2 = {
  enCours: coded3("385651009", "en cours d'ex\xE9cution", SYSTEMS.snomed, "SNOMED CT"),
  realise: coded3("398166005", "r\xE9alis\xE9", SYSTEMS.snomed, "SNOMED CT"),
  approuve: coded3("9571008", "approuv\xE9", SYSTEMS.snomed, "SNOMED CT"),
  cloture: coded3("29179001", "cl\xF4tur\xE9", SYSTEMS.snomed, "SNOMED CT")
};
var ADMISSIONS = {
  urgence: coded3("183452005", "hospitalisation en urgence", SYSTEMS.snomed, "SNOMED CT"),
  programmee: coded3("8715000", "hospitalisation programm\xE9e", SYSTEMS.snomed, "SNOMED CT"),
  transfert: coded3("107724000", "transfert du patient", SYSTEMS.snomed, "SNOMED CT"),
  autre: coded3("GEN-092.06.07", "Autre modalit\xE9 d'entr\xE9e", SYSTEMS.taAsip, "TA_ASIP")
};
var OBSERVATION = "1.2.250.1.213.1.1.3.48";
function ldlSesSections(narrator, content, createdAt) {
  const { stoppedTreatments, dischargeTreatments, pendingResults, followUp } = content;
  const lists = [
    stoppedTreatments.length > 0 && section(narrator, {
      templateIds: ["1.3.6.1.4.1.19376.1.5.3.1.3.21", "1.2.250.1.213.1.1.2.145"],
      code: loinc("18610-6", "Traitements administr\xE9s"),
      title: "Traitements arr\xEAt\xE9s durant le s\xE9jour",
      ...treatmentTable(narrator, stoppedTreatments)
    }),
    section(narrator, {
      templateIds: ["1.3.6.1.4.1.19376.1.5.3.1.3.22", "1.2.250.1.213.1.1.2.146"],
      code: loinc("10183-2", "Traitements \xE0 la sortie"),
      title: "Traitements \xE0 la sortie",
      ...treatmentTable(narrator, dischargeTreatments)
    }),
    pendingResults.length > 0 && section(narrator, {
      templateIds: ["1.3.6.1.4.1.19376.1.5.3.1.3.27", "1.2.250.1.213.1.1.2.150"],
      code: loinc("30954-2", "R\xE9sultats d'examens"),
      title: "R\xE9sultats d'examens et autres informations attendus",
      lines: pendingResults.map((text3) => ({ cells: [text3] }))
    }),
    followUp.length > 0 && section(narrator, {
      templateIds: ["2.16.840.1.113883.10.20.1.10", "1.3.6.1.4.1.19376.1.5.3.1.3.36", "1.2.250.1.213.1.1.2.158"],
      code: loinc("18776-5", "Plan de soins"),
      title: "Suites \xE0 donner",
      head: ["Suivi"],
      lines: followUp.map((text3) => followUpLine(narrator, text3))
    })
  ];
  return [
    status(narrator, content, createdAt),
    section(narrator, {
      templateIds: ["1.3.6.1.4.1.19376.1.5.3.1.3.1", "1.2.250.1.213.1.1.2.127"],
      code: loinc("42349-1", "Raison de la recommandation"),
      title: "Motif de l'hospitalisation",
      lines: [{ cells: [content.reason] }]
    }),
    stay(narrator, content),
    ...lists.filter((made) => made !== false)
  ];
}
function status(narrator, content, createdAt) {
  const code = STATUSES2[content.status];
  const anchor = narrator.anchor(code.displayName);
  const entry2 = h("observation", { classCode: "OBS", moodCode: "EVN" }, [
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.13" }),
    h("templateId", { root: OBSERVATION }),
    h("templateId", { root: `${OBSERVATION}.16` }),
    h("templateId", { root: `${OBSERVATION}.16.1` }),
    narrator.id(),
    h("code", codeAttributes(coded3("GEN-065", "Statut du document", SYSTEMS.taAsip, "TA_ASIP"))),
    anchor.text,
    h("statusCode", { code: "completed" }),
    h("effectiveTime", { value: clinicalTime(createdAt) }),
    h("value", { "xsi:type": "CD", ...codeAttributes(code) })
  ]);
  return section(narrator, {
    templateIds: ["1.2.250.1.213.1.1.2.35", "1.2.250.1.213.1.1.2.35.1"],
    code: loinc("33557-0", "Etat d'ach\xE8vement"),
    title: "Statut du document",
    lines: [{ cells: ["Statut du document", anchor.content], entry: entry2 }]
  });
}
function stay(narrator, { stay: content }) {
  const { admission, discharge } = content;
  const code = ADMISSIONS[admission.mode];
  const on = discharge.at;
  const line = (input) => factLine(narrator, { at: on, ...input });
  const facts = [
    line({
      template: "6",
      code: ["ORG-070", "Modalit\xE9 d'entr\xE9e"],
      shown: `${shownDate(admission.at)}, ${code.displayName}`,
      at: admission.at,
      value: h("value", { "xsi:type": "CE", ...codeAttributes(code) })
    }),
    line({
      template: "7",
      code: ["ORG-074", "Modalit\xE9 de sortie"],
      shown: `${shownDate(discharge.at)}, ${discharge.mode.displayName}`,
      value: h("value", { "xsi:type": "CE", ...codeAttributes(discharge.mode) })
    }),
    line({ template: "9", code: ["MED-142", "Synth\xE8se m\xE9dicale"], ...said(content.synthesis) }),
    content.adverseEvents !== void 0 && line({
      template: "3",
      code: ["MED-143", "Ev\xE8nements ind\xE9sirables survenus pendant l'hospitalisation"],
      ...said(content.adverseEvents)
    }),
    line({
      template: "8",
      code: ["MED-309", "Recherche de microorganismes multi-r\xE9sistants ou \xE9mergents effectu\xE9e"],
      ...yesNo(content.resistantOrganismSearch)
    }),
    content.resistantOrganisms !== void 0 && line({
      template: "5",
      code: ["MED-144", "Identification de micro-organismes multir\xE9sistants"],
      ...said(content.resistantOrganisms)
    }),
    line({ template: "10", code: ["MED-145", "Transfusion de produits sanguins"], ...yesNo(content.transfusion) }),
    content.transfusionAccidents !== void 0 && line({ template: "1", code: ["MED-146", "Accidents transfusionnels"], ...said(content.transfusionAccidents) }),
    line({
      template: "2",
      code: ["MED-147", "Administration de d\xE9riv\xE9s du sang"],
      ...yesNo(content.bloodDerivatives)
    }),
    content.bloodDerivativeEvents !== void 0 && line({
      template: "4",
      code: ["MED-148", "Ev\xE8nements ind\xE9sirables suite \xE0 l'administration de d\xE9riv\xE9s du sang"],
      ...said(content.bloodDerivativeEvents)
    })
  ];
  return section(narrator, {
    templateIds: [
      "1.3.6.1.4.1.19376.1.5.3.1.1.21.2.9",
      "1.3.6.1.4.1.19376.1.7.3.1.1.13.7",
      "1.2.250.1.213.1.1.2.163",
      "1.2.250.1.213.1.1.2.163.1"
    ],
    code: loinc("42545-4", "Ev\xE8nements observ\xE9s"),
    title: "Synth\xE8se m\xE9dicale du s\xE9jour",
    lines: facts.filter((made) => made !== false)
  });
}
function said(text3) {
  return { shown: text3, value: h("value", { "xsi:type": "ST" }, [text3]) };
}
function yesNo(yes) {
  return { shown: yes ? "Oui" : "Non", value: h("value", { "xsi:type": "BL", value: String(yes) }) };
}
function factLine(narrator, { template, code: [code, label], shown: shown3, at: at3, value }) {
  const anchor = narrator.anchor(shown3);
  const entry2 = h("observation", { classCode: "OBS", moodCode: "EVN" }, [
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.13" }),
    h("templateId", { root: OBSERVATION }),
    h("templateId", { root: `${OBSERVATION}.${template}` }),
    narrator.id(),
    h("code", codeAttributes(coded3(code, label, SYSTEMS.taAsip, "TA_ASIP"))),
    anchor.text,
    h("statusCode", { code: "completed" }),
    h("effectiveTime", { value: clinicalTime(at3) }),
    value
  ]);
  return { cells: [label, anchor.content], entry: entry2 };
}
function followUpLine(narrator, text3) {
  const anchor = narrator.anchor(text3);
  const entry2 = h("observation", { classCode: "OBS", moodCode: "INT" }, [
    h("templateId", { root: "2.16.840.1.113883.10.20.1.25" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.1.20.3.1" }),
    h("templateId", { root: "1.2.250.1.213.1.1.3.27" }),
    narrator.id(),
    h("code", codeAttributes(coded3("ORG-064", "Demande d'examen ou de suivi", SYSTEMS.taAsip, "TA_ASIP"))),
    anchor.text,
    h("statusCode", { code: "active" }),
    h("effectiveTime", { nullFlavor: "UNK" }),
    h("value", { "xsi:type": "ST" }, [text3])
  ]);
  return { cells: [anchor.content], entry: entry2 };
}

// packages/documents/src/models/pdf-copy.ts
function pdfCopySection(narrator, pdf) {
  const copy = loinc("55108-5", "Copie du document");
  const media = narrator.mediaId();
  const paragraph = narrator.mediaId();
  return h("section", {}, [
    h("templateId", { root: "1.2.250.1.213.1.1.2.243" }),
    narrator.id(),
    h("code", copy),
    h("title", {}, ["Copie du document"]),
    h("text", {}, [h("paragraph", { ID: paragraph }, [h("renderMultiMedia", { referencedObject: media })])]),
    h("entry", {}, [
      h("organizer", { classCode: "CLUSTER", moodCode: "EVN" }, [
        h("templateId", { root: "1.2.250.1.213.1.1.3.18" }),
        narrator.id(),
        h("code", loinc("55107-7", "Document attach\xE9")),
        h("statusCode", { code: "completed" }),
        h("component", {}, [
          h("observation", { classCode: "OBS", moodCode: "EVN" }, [
            h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.13" }),
            h("templateId", { root: "1.2.250.1.213.1.1.3.48" }),
            h("templateId", { root: "1.2.250.1.213.1.1.3.48.18" }),
            narrator.id(),
            h("code", loinc("69764-9", "Type de document")),
            h("text", {}, [h("reference", { value: `#${paragraph}` })]),
            h("statusCode", { code: "completed" }),
            h("effectiveTime", { nullFlavor: "NA" }),
            h("value", { "xsi:type": "CD", ...copy })
          ])
        ]),
        h("component", {}, [
          h("observationMedia", { classCode: "OBS", moodCode: "EVN", ID: media }, [
            h("value", { mediaType: "application/pdf", representation: "B64" }, [base64(pdf)])
          ])
        ])
      ])
    ])
  ]);
}

// packages/documents/src/models/allergies.ts
var KINDS2 = {
  allergie: coded3("419199007", "allergie \xE0 une substance", SYSTEMS.snomed, "SNOMED CT"),
  medicamenteuse: coded3("416098002", "allergie m\xE9dicamenteuse", SYSTEMS.snomed, "SNOMED CT"),
  alimentaire: coded3("414285001", "allergie alimentaire", SYSTEMS.snomed, "SNOMED CT"),
  intolerance: coded3("782197009", "intol\xE9rance \xE0 une substance", SYSTEMS.snomed, "SNOMED CT")
};
var STATUSES3 = {
  active: { code: "active", displayName: "Actif" },
  inactive: { code: "inactive", displayName: "Inactif" },
  resolved: { code: "resolved", displayName: "R\xE9solu" }
};
var STATUS_SYSTEM = "2.16.840.1.113883.4.642.4.1373";
function allergyLine(narrator, allergy) {
  const { agent, since, kind = "allergie", status: status2 = "active" } = allergy;
  const type = KINDS2[kind];
  const typeAnchor = narrator.anchor(type.displayName);
  const agentAnchor = narrator.anchor(agent.text);
  const statusAnchor = narrator.anchor(STATUSES3[status2].displayName);
  const observation = h("observation", { classCode: "OBS", moodCode: "EVN", negationInd: "false" }, [
    h("templateId", { root: "2.16.840.1.113883.10.20.1.18" }),
    h("templateId", { root: "2.16.840.1.113883.10.20.1.28" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.5" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.6" }),
    h("templateId", { root: "1.2.250.1.213.1.1.3.41" }),
    narrator.id(),
    h("code", codeAttributes(type)),
    typeAnchor.text,
    h("statusCode", { code: "completed" }),
    span({ since }, false, "IVL_TS"),
    h("value", { "xsi:type": "CD" }, [agentAnchor.originalText]),
    h("participant", { typeCode: "CSM" }, [
      h("participantRole", { classCode: "MANU" }, [
        h("playingEntity", { classCode: "MMAT" }, [
          codedElement("code", agent, agentAnchor),
          h("name", {}, [agent.text])
        ])
      ])
    ]),
    h("entryRelationship", { typeCode: "REFR", inversionInd: "false" }, [
      h("observation", { classCode: "OBS", moodCode: "EVN", negationInd: "false" }, [
        h("templateId", { root: "2.16.840.1.113883.10.20.1.50" }),
        h("templateId", { root: "2.16.840.1.113883.10.20.1.57" }),
        h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.1.1" }),
        h("templateId", { root: "1.2.250.1.213.1.1.3.30" }),
        h("code", loinc("33999-4", "Status")),
        statusAnchor.text,
        h("statusCode", { code: "completed" }),
        h("value", { "xsi:type": "CE", ...STATUSES3[status2], codeSystem: STATUS_SYSTEM })
      ])
    ])
  ]);
  const entry2 = h("act", { classCode: "ACT", moodCode: "EVN" }, [
    h("templateId", { root: "2.16.840.1.113883.10.20.1.27" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.5.1" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.5.3" }),
    h("templateId", { root: "1.2.250.1.213.1.1.3.40" }),
    narrator.id(),
    h("code", { nullFlavor: "NA" }),
    h("statusCode", { code: "active" }),
    span({ since }, false),
    h("entryRelationship", { typeCode: "SUBJ", inversionInd: "false" }, [observation])
  ]);
  return { cells: [shownDate(since), typeAnchor.content, agentAnchor.content, statusAnchor.content], entry: entry2 };
}

// packages/documents/src/models/problems.ts
var DIAGNOSIS = coded3("282291009", "interpr\xE9tation diagnostique", SYSTEMS.snomed, "SNOMED CT");
function problemLine(narrator, problem2, status2) {
  const { name, since, until } = problem2;
  const anchor = narrator.anchor(name.text);
  const done = status2 === "completed";
  const observation = h("observation", { classCode: "OBS", moodCode: "EVN", negationInd: "false" }, [
    h("templateId", { root: "2.16.840.1.113883.10.20.1.28" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.5" }),
    h("templateId", { root: "1.2.250.1.213.1.1.3.37" }),
    narrator.id(),
    h("code", codeAttributes(DIAGNOSIS)),
    anchor.text,
    h("statusCode", { code: "completed" }),
    span({ since, until }, until !== void 0),
    codedElement("value", name, anchor, { "xsi:type": "CD" })
  ]);
  const entry2 = h("act", { classCode: "ACT", moodCode: "EVN" }, [
    h("templateId", { root: "2.16.840.1.113883.10.20.1.27" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.5.1" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.5.2" }),
    h("templateId", { root: "1.2.250.1.213.1.1.3.39" }),
    narrator.id(),
    h("code", { nullFlavor: "NA" }),
    h("statusCode", { code: status2 }),
    span({ since, until }, done),
    h("entryRelationship", { typeCode: "SUBJ", inversionInd: "false" }, [observation])
  ]);
  const dates = done || until !== void 0 ? `${shownDate(since)} \u2013 ${shownDate(until)}` : shownDate(since);
  return { cells: [dates, anchor.content], entry: entry2 };
}

// packages/documents/src/models/procedures.ts
function procedureLine(narrator, procedure) {
  const anchor = narrator.anchor(procedure.name.text);
  const entry2 = h("procedure", { classCode: "PROC", moodCode: "EVN" }, [
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.19" }),
    h("templateId", { root: "2.16.840.1.113883.10.20.1.29" }),
    h("templateId", { root: "1.2.250.1.213.1.1.3.62" }),
    narrator.id(),
    codedElement("code", procedure.name, anchor),
    anchor.text,
    h("statusCode", { code: "completed" }),
    at(procedure.at)
  ]);
  return { cells: [shownDate(procedure.at), anchor.content], entry: entry2 };
}

// packages/documents/src/models/vsm.ts
var DATED = (what) => ["Date", what];
function vsmSections(narrator, content) {
  return [history(narrator, content), results(narrator, content), treatments(narrator, content)];
}
function history(narrator, content) {
  return section(narrator, {
    templateIds: ["1.2.250.1.213.1.1.2.29"],
    code: loinc("46612-8", "Conclusions de synth\xE8se"),
    title: "Pathologies en cours, ant\xE9c\xE9dents, allergies et facteurs de risque",
    sections: [pathologies(narrator, content), risks(narrator, content)]
  });
}
function pathologies(narrator, content) {
  const { activeProblems, pastIllnesses, surgeries, allergies } = content;
  const active = section(narrator, {
    templateIds: ["2.16.840.1.113883.10.20.1.11", "1.3.6.1.4.1.19376.1.5.3.1.3.6", "1.2.250.1.213.1.1.2.132"],
    code: loinc("11450-4", "Liste des probl\xE8mes actifs"),
    title: "Pathologies en cours",
    head: DATED("Pathologie"),
    lines: activeProblems.map((item) => problemLine(narrator, item, "active"))
  });
  const past = section(narrator, {
    templateIds: ["1.3.6.1.4.1.19376.1.5.3.1.3.8", "1.2.250.1.213.1.1.2.134"],
    code: loinc("11348-0", "Ant\xE9c\xE9dents m\xE9dicaux"),
    title: "Ant\xE9c\xE9dents m\xE9dicaux",
    head: DATED("Ant\xE9c\xE9dent"),
    lines: pastIllnesses.map((item) => problemLine(narrator, item, "completed"))
  });
  const surgery = section(narrator, {
    templateIds: [
      "2.16.840.1.113883.10.20.1.12",
      "1.3.6.1.4.1.19376.1.5.3.1.3.11",
      "1.3.6.1.4.1.19376.1.5.3.1.3.12",
      "1.2.250.1.213.1.1.2.136"
    ],
    code: loinc("47519-4", "Historique des actes"),
    title: "Ant\xE9c\xE9dents chirurgicaux",
    head: DATED("Acte"),
    lines: surgeries.map((item) => procedureLine(narrator, item))
  });
  const allergic = section(narrator, {
    templateIds: ["2.16.840.1.113883.10.20.1.2", "1.3.6.1.4.1.19376.1.5.3.1.3.13", "1.2.250.1.213.1.1.2.137"],
    code: loinc("48765-2", "Allergies et hypersensibilit\xE9s"),
    title: "Allergies et hypersensibilit\xE9s",
    head: ["Date", "Type", "Agent responsable", "Statut"],
    lines: allergies.map((item) => allergyLine(narrator, item))
  });
  return section(narrator, {
    templateIds: ["1.2.250.1.213.1.1.2.30"],
    code: loinc("34117-2", "Historique et physique"),
    title: "Pathologies en cours, ant\xE9c\xE9dents et allergies",
    ...present([
      ["Pathologies en cours", activeProblems, active],
      ["Ant\xE9c\xE9dents m\xE9dicaux", pastIllnesses, past],
      ["Ant\xE9c\xE9dents chirurgicaux", surgeries, surgery],
      ["Allergies et hypersensibilit\xE9s", allergies, allergic]
    ])
  });
}
function risks(narrator, content) {
  const { habits, occupationalRisks, familyHistory } = content;
  const social = section(narrator, {
    templateIds: [
      "2.16.840.1.113883.10.20.1.15",
      "1.3.6.1.4.1.19376.1.5.3.1.3.16",
      "1.3.6.1.4.1.19376.1.5.3.1.3.16.1",
      "1.2.250.1.213.1.1.2.141"
    ],
    code: loinc("29762-2", "Habitus, Mode de vie"),
    title: "Mode de vie",
    head: ["Type", "Observation"],
    lines: habits.map((item) => habitLine(narrator, item))
  });
  const occupational = section(narrator, {
    templateIds: ["1.3.6.1.4.1.19376.1.5.3.1.1.5.3.1", "1.2.250.1.213.1.1.2.74"],
    code: loinc("10161-8", "Facteurs de risques professionnels"),
    title: "Facteurs de risque professionnels",
    head: ["Facteur"],
    lines: occupationalRisks.map((text3) => ({ cells: [text3] }))
  });
  const family = section(narrator, {
    templateIds: [
      "2.16.840.1.113883.10.20.1.4",
      "1.3.6.1.4.1.19376.1.5.3.1.3.14",
      "1.3.6.1.4.1.19376.1.5.3.1.3.15",
      "1.2.250.1.213.1.1.2.139"
    ],
    code: loinc("10157-6", "Historique des pathologies familiales"),
    title: "Ant\xE9c\xE9dents familiaux",
    head: ["Lien de parent\xE9", "Ant\xE9c\xE9dent"],
    lines: familyHistory.map((item) => familyLine(narrator, item))
  });
  return section(narrator, {
    templateIds: ["1.2.250.1.213.1.1.2.31"],
    code: loinc("57207-3", "Facteurs de risque pr\xE9sents ou pass\xE9s affectant l'\xE9tat de sant\xE9 et/ou une circonstance"),
    title: "Facteurs de risque",
    ...present([
      ["Mode de vie", habits, social],
      ["Facteurs de risque professionnels", occupationalRisks, occupational],
      ["Ant\xE9c\xE9dents familiaux", familyHistory, family]
    ])
  });
}
function present(blocks) {
  const empty = blocks.filter(([, items]) => items.length === 0);
  return {
    sections: blocks.filter(([, items]) => items.length > 0).map(([, , made]) => made),
    notes: empty.map(([title]) => `${title} : aucun \xE9l\xE9ment connu.`)
  };
}
function habitLine(narrator, { what, value }) {
  const anchor = narrator.anchor(what.displayName);
  const { node, shown: shown3 } = valueElement(value);
  const entry2 = h("observation", { classCode: "OBS", moodCode: "EVN" }, [
    h("templateId", { root: "2.16.840.1.113883.10.20.1.33" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.13" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.13.4" }),
    h("templateId", { root: "1.2.250.1.213.1.1.3.52" }),
    narrator.id(),
    h("code", codeAttributes(what)),
    anchor.text,
    h("statusCode", { code: "completed" }),
    h("effectiveTime", { nullFlavor: "NA" }),
    node
  ]);
  return { cells: [anchor.content, shown3], entry: entry2 };
}
var GENDERS = {
  F: { code: "F", displayName: "F\xE9minin" },
  M: { code: "M", displayName: "Masculin" },
  I: { code: "UN", displayName: "Inconnu" }
};
function familyLine(narrator, { relation, sexe, name }) {
  const who = narrator.anchor(relation.displayName);
  const what = narrator.anchor(name.text);
  const observation = h("observation", { classCode: "OBS", moodCode: "EVN" }, [
    h("templateId", { root: "2.16.840.1.113883.10.20.1.22" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.13" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.13.3" }),
    h("templateId", { root: "1.2.250.1.213.1.1.3.51" }),
    narrator.id(),
    h("code", {
      code: "282291009",
      displayName: "interpr\xE9tation diagnostique",
      codeSystem: "2.16.840.1.113883.6.96",
      codeSystemName: "SNOMED CT"
    }),
    what.text,
    h("statusCode", { code: "completed" }),
    h("effectiveTime", { nullFlavor: "UNK" }),
    codedElement("value", name, what, { "xsi:type": "CD" })
  ]);
  const entry2 = h("organizer", { classCode: "CLUSTER", moodCode: "EVN" }, [
    h("templateId", { root: "2.16.840.1.113883.10.20.1.23" }),
    h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.15" }),
    h("templateId", { root: "1.2.250.1.213.1.1.3.59" }),
    h("statusCode", { code: "completed" }),
    h("subject", { typeCode: "SBJ" }, [
      h("templateId", { root: "1.3.6.1.4.1.19376.1.5.3.1.4.15.2" }),
      h("templateId", { root: "1.2.250.1.213.1.1.3.60" }),
      h("relatedSubject", { classCode: "PRS" }, [
        h("code", codeAttributes(relation), [who.originalText]),
        h("subject", {}, [h("administrativeGenderCode", { ...GENDERS[sexe], codeSystem: "2.16.840.1.113883.5.1" })])
      ])
    ]),
    h("component", { typeCode: "COMP" }, [observation])
  ]);
  return { cells: [who.content, what.content], entry: entry2 };
}
function results(narrator, { watchPoints }) {
  return section(narrator, {
    templateIds: ["1.3.6.1.4.1.19376.1.5.3.1.3.27", "1.2.250.1.213.1.1.2.150"],
    code: loinc("30954-2", "R\xE9sultats d'examens"),
    title: "Points de vigilance",
    lines: watchPoints.map((text3) => ({ cells: [text3] }))
  });
}
function treatments(narrator, content) {
  const list2 = section(narrator, {
    templateIds: ["2.16.840.1.113883.10.20.1.8", "1.3.6.1.4.1.19376.1.5.3.1.3.19", "1.2.250.1.213.1.1.2.143"],
    code: loinc("10160-0", "Traitements"),
    title: "Traitements",
    entryType: "DRIV",
    ...treatmentTable(narrator, content.treatments)
  });
  return section(narrator, {
    templateIds: ["1.2.250.1.213.1.1.2.32"],
    code: loinc("18776-5", "Plan de traitement"),
    title: "Traitement au long cours",
    sections: [list2]
  });
}

// packages/documents/src/models/models.ts
var LOINC_NAMED = { codeSystem: SYSTEMS.loinc, codeSystemName: "LOINC" };
var MODELS = {
  vsm: {
    templateIds: [{ root: "1.2.250.1.213.1.1.1.13", extension: "2023.01" }],
    type: { code: "SYNTH", displayName: "Synth\xE8se", codeSystem: "1.2.250.1.213.1.1.4.12" },
    act: { code: "34117-2", displayName: "Historique et clinique", ...LOINC_NAMED },
    pdfCopy: "optional"
  },
  "cr-bio": {
    templateIds: [{ root: "1.3.6.1.4.1.19376.1.3.3" }, { root: "1.2.250.1.213.1.1.1.55", extension: "2024.01" }],
    type: { code: "11502-2", displayName: "CR d'examens biologiques", codeSystem: SYSTEMS.loinc },
    title: "Compte rendu d'examens biologiques",
    pdfCopy: "mandatory",
    performerTemplate: "1.3.6.1.4.1.19376.1.3.3.1.7"
  },
  "ldl-ses": {
    templateIds: [{ root: "1.2.250.1.213.1.1.1.29", extension: "2022.01" }],
    type: {
      code: "11490-0",
      displayName: "Lettre de liaison \xE0 la sortie d'un \xE9tablissement de soins",
      codeSystem: SYSTEMS.loinc
    },
    pdfCopy: "optional"
  },
  "cse-mde": {
    templateIds: [
      { root: "1.3.6.1.4.1.19376.1.5.3.1.1.1" },
      { root: "1.2.250.1.213.1.1.1.5" },
      { root: "1.2.250.1.213.1.1.1.5.4", extension: "2023.01" }
    ],
    type: { code: "29274-8", displayName: "Mesures de signes vitaux", codeSystem: SYSTEMS.loinc },
    pdfCopy: "optional"
  }
};
function completeDocument(document) {
  if (document.body.kind !== "structured") return document;
  const { title, act, performerTemplate } = MODELS[document.body.model];
  const biology = document.body.model === "cr-bio";
  const acts = document.acts.map((event, index) => {
    const { performer } = event;
    return {
      ...event,
      ...act && index === 0 && !event.code ? { code: act } : {},
      ...biology && event.status === void 0 ? { status: "completed" } : {},
      ...performer && performerTemplate ? { performer: { templateId: performerTemplate, ...performer } } : {}
    };
  });
  const participants = document.participants?.map(
    (one) => biology && one.type === "REF" ? { templateId: "1.3.6.1.4.1.19376.1.3.3.1.6", ...one } : one
  );
  const authenticators = document.authenticators?.map(
    (one) => biology ? { templateId: "1.3.6.1.4.1.19376.1.3.3.1.5", ...one } : one
  );
  return {
    ...document,
    ...title ? { title } : {},
    acts,
    ...participants ? { participants } : {},
    ...authenticators ? { authenticators } : {}
  };
}
function checkModel(document) {
  const { body, type, acts } = document;
  if (body.kind !== "structured") return [];
  const model = MODELS[body.model];
  const findings = [];
  const params = { model: body.model };
  if (type.code !== model.type.code || type.codeSystem !== model.type.codeSystem) {
    findings.push(finding("documents.model.type", "error", ["type"], { ...params, code: model.type.code }));
  } else if (body.model === "cr-bio" && type.displayName !== model.type.displayName) {
    const label = model.type.displayName;
    findings.push(finding("documents.model.label", "error", ["type", "displayName"], { ...params, label }));
  }
  if (model.pdfCopy === "mandatory" && !body.pdfCopy) {
    findings.push(finding("documents.model.pdfCopy", "error", ["body", "pdfCopy"], params));
  }
  const code = acts[0]?.code;
  if (model.act && code && code.code !== model.act.code) {
    findings.push(finding("documents.model.act", "error", ["acts", 0, "code"], { ...params, code: model.act.code }));
  }
  const need = (there, path) => {
    if (!there) findings.push(finding("documents.model.missing", "error", path, { ...params, field: path.join(".") }));
  };
  if (body.model === "cr-bio") needOfBiology(document, need);
  if (body.model === "cse-mde") {
    needOfPerformer(document, need);
    for (const [index, measure] of body.content.measures.entries()) {
      const { units } = VITAL_SIGNS[measure.code];
      if (!units.includes(measure.unit)) {
        const path = ["body", "content", "measures", index, "unit"];
        findings.push(finding("documents.model.unit", "error", path, { units: units.join(", ") }));
      }
    }
  }
  if (body.model === "vsm" && !hasTreatingDoctor(document)) {
    findings.push(finding("documents.vsm.treatingDoctor", "warning", ["participants"]));
  }
  return findings;
}
function needOfPerformer({ acts }, need) {
  for (const [index, { performer }] of acts.entries()) {
    if (!performer) continue;
    const path = ["acts", index, "performer"];
    need(performer.professional.name !== void 0, [...path, "professional", "name"]);
    need(performer.organization.idNat !== void 0, [...path, "organization", "idNat"]);
    need(performer.organization.name !== void 0, [...path, "organization", "name"]);
  }
}
function needOfBiology(document, need) {
  const { acts, encounter, authenticators = [] } = document;
  needOfPerformer(document, need);
  const some = (list2) => (list2?.length ?? 0) > 0;
  for (const [index, { code, performer }] of acts.entries()) {
    need(code !== void 0, ["acts", index, "code"]);
    if (!performer) continue;
    const path = ["acts", index, "performer"];
    need(performer.time !== void 0, [...path, "time"]);
    need(some(performer.professional.addresses), [...path, "professional", "addresses"]);
    need(some(performer.professional.telecoms), [...path, "professional", "telecoms"]);
    need(some(performer.organization.addresses), [...path, "organization", "addresses"]);
    need(some(performer.organization.telecoms), [...path, "organization", "telecoms"]);
  }
  need(encounter.responsible !== void 0, ["encounter", "responsible"]);
  if (encounter.responsible)
    need(encounter.responsible.specialty !== void 0, ["encounter", "responsible", "specialty"]);
  for (const [index, { professional }] of authenticators.entries()) {
    const path = ["authenticators", index, "professional"];
    need(some(professional.addresses), [...path, "addresses"]);
    need(some(professional.telecoms), [...path, "telecoms"]);
    if (!professional.organization) continue;
    need(some(professional.organization.addresses), [...path, "organization", "addresses"]);
    need(some(professional.organization.telecoms), [...path, "organization", "telecoms"]);
  }
}
function hasTreatingDoctor({ participants = [] }) {
  return participants.some(({ type, function: role }) => type === "INF" && role?.code === "PCP");
}
function structuredComponent(body, createdAt, random) {
  const narrator = new Narrator(random);
  const sections = sectionsOf(narrator, body, createdAt);
  if (body.pdfCopy) sections.push(pdfCopySection(narrator, body.pdfCopy));
  return h("component", {}, [
    h(
      "structuredBody",
      {},
      sections.map((made) => h("component", {}, [made]))
    )
  ]);
}
function sectionsOf(narrator, body, createdAt) {
  switch (body.model) {
    case "vsm":
      return vsmSections(narrator, body.content);
    case "cr-bio":
      return crBioSections(narrator, body.content);
    case "ldl-ses":
      return ldlSesSections(narrator, body.content, createdAt);
    case "cse-mde":
      return cseMdeSections(narrator, body.content);
  }
}

// packages/documents/src/cda/people.ts
var SERVICE_CODE = {
  code: "SNR",
  displayName: "Service num\xE9rique r\xE9f\xE9renc\xE9",
  codeSystem: SYSTEMS.authorSpecialty
};
function organizationNode(local, organization) {
  const { idNat, name, setting } = organization;
  return h(local, {}, [
    idNat !== void 0 && idNode({ root: ROOTS.organization, extension: idNat }),
    name !== void 0 && h("name", {}, [name]),
    ...contactNodes(organization, "telecomFirst"),
    codeNode("standardIndustryClassCode", setting)
  ]);
}
function assignedEntity(professional) {
  const { idNat, specialty, name, organization } = professional;
  return h("assignedEntity", {}, [
    idNode({ root: ROOTS.professional, extension: idNat }),
    codeNode("code", specialty),
    ...contactNodes(professional),
    name && h("assignedPerson", {}, [nameNode(name)]),
    organization && organizationNode("representedOrganization", organization)
  ]);
}
function patientEntity(patient3) {
  return h("assignedEntity", {}, [idNode(patient3.id), h("assignedPerson", {}, [nameNode(patient3)])]);
}
function authorNode(author2, createdAt, patient3) {
  return h("author", {}, [
    author2.kind === "professional" && codeNode("functionCode", author2.function),
    h("time", { value: time(author2.time ?? createdAt) }),
    h("assignedAuthor", {}, assignedAuthor(author2, patient3))
  ]);
}
function assignedAuthor(author2, patient3) {
  const contact = contactNodes(author2);
  switch (author2.kind) {
    case "professional":
      return [
        idNode({ root: ROOTS.professional, extension: author2.idNat }),
        codeNode("code", author2.specialty),
        ...contact,
        h("assignedPerson", {}, [nameNode(author2.name)]),
        organizationNode("representedOrganization", author2.organization)
      ];
    case "patient":
      return [patient3 && idNode(patient3.id), ...contact, patient3 && h("assignedPerson", {}, [nameNode(patient3)])];
    case "system":
      return [
        idNode({ root: ROOTS.professional, extension: author2.idNat }),
        codeNode("code", author2.specialty),
        ...contact,
        deviceNode(author2.device),
        organizationNode("representedOrganization", author2.organization)
      ];
    case "service":
      return [
        idNode({ root: author2.oid, extension: author2.extension }),
        codeNode("code", SERVICE_CODE),
        ...contact,
        deviceNode(author2.device),
        organizationNode("representedOrganization", author2.organization)
      ];
  }
}
function deviceNode(device) {
  return h("assignedAuthoringDevice", {}, [
    h("manufacturerModelName", {}, [device.model]),
    h("softwareName", {}, [device.software])
  ]);
}

// packages/documents/src/patient/mailbox.ts
var PATIENT_MAILBOX_DOMAIN = "patient.mssante.fr";
function patientMailbox(state, options = {}) {
  const allowed = requireIns(state);
  if (!allowed.ok) return allowed;
  const domain = options.domain ?? PATIENT_MAILBOX_DOMAIN;
  const findings = [...validateInsOid(allowed.ins.oid)];
  if (!/^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])$/i.test(domain))
    findings.push(finding("ins.mailbox.domain", "error", ["options", "domain"]));
  const production = options.production ?? domain.toLowerCase() === PATIENT_MAILBOX_DOMAIN;
  if (production && insOidKind(allowed.ins.oid) !== "production") {
    findings.push(finding("ins.mailbox.testOid", "error", ["ins", "oid"]));
  }
  if (hasErrors(findings)) return { ok: false, findings };
  return { ok: true, value: `${allowed.ins.matricule}@${domain}`, carriesIns: true, findings };
}

// packages/documents/src/patient/cda/vocabulary.ts
var GENDER_CODE_SYSTEM = "2.16.840.1.113883.5.1";
var GENDER_CODES = {
  F: { code: "F", displayName: "F\xE9minin" },
  M: { code: "M", displayName: "Masculin" },
  I: { code: "UN", displayName: "Inconnu" }
};

// packages/documents/src/patient/cda/encode.ts
function recordTargetNode(state, options = {}) {
  const viewed = viewIdentity(state);
  if (!viewed.ok) return viewed;
  const { view } = viewed;
  const findings = [...view.findings, ...completedDate(view), ...checkOptions(state, view, options)];
  const mailbox = options.mailbox && view.ins ? patientMailbox(state, options.mailbox) : void 0;
  if (mailbox) findings.push(...mailbox.findings);
  if (hasErrors(findings)) return { ok: false, findings };
  const ids = (options.localIdentifiers ?? []).map(({ value, authority: authority2 }) => ({
    root: authorityOid(authority2) ?? "",
    extension: value.trim()
  }));
  const telecoms = [...options.telecoms ?? []];
  if (mailbox?.ok) telecoms.push({ value: `mailto:${mailbox.value}` });
  const node = h("recordTarget", {}, [
    h("patientRole", { classCode: "PAT" }, [
      ...[...view.ins ? [toCdaId(view.ins)] : [], ...ids].map(({ root, extension }) => h("id", { root, extension })),
      ...(options.addresses ?? []).map(addressNode),
      ...telecoms.map(telecomNode),
      patient2(view, options)
    ])
  ]);
  if (!view.ins) findings.push(...leaks(state, JSON.stringify(node)));
  if (hasErrors(findings)) return { ok: false, findings };
  return { ok: true, value: node, carriesIns: view.ins !== void 0, findings };
}
function checkOptions(state, view, options) {
  const identifiers = options.localIdentifiers ?? [];
  const findings = checkLocalIdentifiers(state, identifiers);
  for (const [index, { authority: authority2 }] of identifiers.entries()) {
    if (!authorityOid(authority2)) findings.push(finding("ins.cda.authority", "error", ["localIdentifiers", index]));
  }
  if (!view.ins && identifiers.length === 0) findings.push(finding("ins.cda.idMissing", "error", ["localIdentifiers"]));
  if (view.ins && !view.traits.lieuNaissance) {
    findings.push(
      finding("ins.cda.missing", "error", ["traits", "lieuNaissance"], { element: "birthplace/place/addr/county" })
    );
  }
  const { addresses, telecoms, birthPlace, guardians } = options;
  if (textsOf([addresses, telecoms, birthPlace, guardians]).some(unsafeText)) {
    findings.push(finding("ins.text.control", "error", ["options"], { field: "options" }));
  }
  return findings;
}
function patient2(view, options) {
  const { traits } = view;
  const { birthPlace = {}, guardians = [] } = options;
  const name = (local, value, qualifier) => value?.trim() ? h(local, { qualifier }, [value.trim()]) : void 0;
  const gender = GENDER_CODES[traits.sexe] ?? GENDER_CODES.I;
  const place2 = [
    birthPlace.name ? h("name", {}, [birthPlace.name]) : void 0,
    traits.lieuNaissance || birthPlace.city ? h("addr", {}, [
      traits.lieuNaissance ? h("county", {}, [traits.lieuNaissance]) : void 0,
      birthPlace.city ? h("city", {}, [birthPlace.city]) : void 0
    ]) : void 0
  ];
  return h("patient", { classCode: "PSN" }, [
    h("name", {}, [
      name("family", traits.nomNaissance, "BR"),
      name("given", traits.listePrenoms),
      name("given", traits.premierPrenom, "BR"),
      name("family", traits.nomUtilise, "CL"),
      name("given", traits.prenomUtilise, "CL")
    ]),
    h("administrativeGenderCode", { ...gender, codeSystem: GENDER_CODE_SYSTEM }),
    h("birthTime", { value: formatDateLunaire(view.birthDate, "hl7") }),
    ...vitalStatus(options),
    ...guardians.map(guardian),
    place2.some((part2) => part2 !== void 0) ? h("birthplace", {}, [h("place", {}, place2)]) : void 0
  ]);
}
function guardian(value) {
  const who = value.kind === "person" ? h("guardianPerson", {}, [nameNode(value.name)]) : organizationNode("guardianOrganization", { idNat: value.idNat, name: value.name });
  const code = value.kind === "person" ? codeNode("code", value.relationship) : void 0;
  return h("guardian", {}, [code, ...contactNodes(value), who]);
}
function vitalStatus({ deceased, multipleBirth }) {
  return [
    deceased && hx("sdtc", "deceasedInd", { value: "true" }),
    deceased?.at !== void 0 && hx("sdtc", "deceasedTime", { value: time(deceased.at) }),
    multipleBirth && hx("sdtc", "multipleBirthInd", { value: "true" }),
    multipleBirth?.order !== void 0 && hx("sdtc", "multipleBirthOrderNumber", { value: String(multipleBirth.order) })
  ];
}
function textsOf(value) {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

// packages/documents/src/pdf/lexer.ts
var MAX_GAP = 4 * 1048576;
var STREAM = encode("stream");
var END_STREAM = encode("endstream");
function cutPdf(bytes) {
  const texts4 = [];
  const streams = [];
  let notSeen = 0;
  let at3 = 0;
  while (at3 < bytes.length) {
    const keyword = nextStream(bytes, at3);
    const gapEnd = keyword?.at ?? bytes.length;
    const seenFrom = Math.max(at3, gapEnd - MAX_GAP);
    notSeen += seenFrom - at3;
    const text3 = structureText(latin1(bytes, seenFrom, gapEnd));
    texts4.push(text3);
    if (!keyword) break;
    const end = indexOf(bytes, END_STREAM, keyword.data);
    const stop = end < 0 ? bytes.length : end;
    streams.push({ dictionary: text3.slice(text3.lastIndexOf(" obj") + 1), content: bytes.subarray(keyword.data, stop) });
    at3 = end < 0 ? bytes.length : end + END_STREAM.length;
  }
  return { structure: texts4.join("\n"), streams, notSeen };
}
function nextStream(bytes, from) {
  for (let at3 = indexOf(bytes, STREAM, from); at3 >= 0; at3 = indexOf(bytes, STREAM, at3 + 1)) {
    const after = at3 + STREAM.length;
    const eol = bytes[after] === 13 && bytes[after + 1] === 10 ? 2 : bytes[after] === 10 || bytes[after] === 13 ? 1 : 0;
    let before = at3 - 1;
    while (before >= from && isSpace2(bytes[before])) before -= 1;
    if (eol > 0 && bytes[before] === 62 && bytes[before - 1] === 62) return { at: at3, data: after + eol };
  }
  return void 0;
}
function structureText(text3) {
  let out = "";
  let at3 = 0;
  while (at3 < text3.length) {
    const next = nextSpecial(text3, at3);
    out += text3.slice(at3, next);
    if (next >= text3.length) break;
    const char = text3[next];
    if (char === "(") {
      at3 = endOfString(text3, next);
      out += "()";
    } else if (char === "%") {
      const eol = text3.slice(next).search(/[\r\n]/);
      at3 = eol < 0 ? text3.length : next + eol;
    } else if (text3[next + 1] === "<") {
      out += "<<";
      at3 = next + 2;
    } else {
      const close = text3.indexOf(">", next);
      at3 = close < 0 ? text3.length : close + 1;
      out += "<>";
    }
  }
  return out.replace(/#([0-9A-Fa-f]{2})/g, (_, hex2) => String.fromCharCode(Number.parseInt(hex2, 16)));
}
function nextSpecial(text3, from) {
  for (let at3 = from; at3 < text3.length; at3 += 1) {
    const char = text3[at3];
    if (char === "(" || char === "%" || char === "<") return at3;
  }
  return text3.length;
}
function endOfString(text3, open2) {
  let depth = 0;
  for (let at3 = open2; at3 < text3.length; at3 += 1) {
    const char = text3[at3];
    if (char === "\\") at3 += 1;
    else if (char === "(") depth += 1;
    else if (char === ")") {
      depth -= 1;
      if (depth === 0) return at3 + 1;
    }
  }
  return text3.length;
}
function latin1(bytes, from = 0, to = bytes.length) {
  const CHUNK2 = 8192;
  let out = "";
  for (let at3 = from; at3 < to; at3 += CHUNK2) out += String.fromCharCode(...bytes.subarray(at3, Math.min(to, at3 + CHUNK2)));
  return out;
}
function indexOf(bytes, needle, from = 0) {
  const first2 = needle[0] ?? 0;
  for (let at3 = bytes.indexOf(first2, from); at3 >= 0; at3 = bytes.indexOf(first2, at3 + 1)) {
    if (needle.every((octet, index) => bytes[at3 + index] === octet)) return at3;
  }
  return -1;
}
function isSpace2(octet) {
  return octet === 32 || octet === 10 || octet === 13 || octet === 9 || octet === 12 || octet === 0;
}
function encode(text3) {
  return new TextEncoder().encode(text3);
}

// node_modules/.pnpm/fflate@0.8.3/node_modules/fflate/esm/index.mjs
import { createRequire as createRequire2 } from "node:module";

var require2 = createRequire2("/");
var _a;
var _Worker;
var _isMarkedAsUntransferable;
try {
  _a = require2("worker_threads"), _Worker = _a.Worker, _isMarkedAsUntransferable = _a.isMarkedAsUntransferable;
} catch (_e) {
}
var u8 = Uint8Array;
var u16 = Uint16Array;
var i32 = Int32Array;
var fleb = new u8([
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
  /* unused */
  0,
  0,
  /* impossible */
  0
]);
var fdeb = new u8([
  0,
  0,
  0,
  0,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  4,
  5,
  5,
  6,
  6,
  7,
  7,
  8,
  8,
  9,
  9,
  10,
  10,
  11,
  11,
  12,
  12,
  13,
  13,
  /* unused */
  0,
  0
]);
var clim = new u8([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
var freb = (eb, start2) => {
  var b = new u16(31);
  for (var i = 0; i < 31; ++i) {
    b[i] = start2 += 1 << eb[i - 1];
  }
  var r = new i32(b[30]);
  for (var i = 1; i < 30; ++i) {
    for (var j = b[i]; j < b[i + 1]; ++j) {
      r[j] = j - b[i] << 5 | i;
    }
  }
  return { b, r };
};
var _a = freb(fleb, 2);
var fl = _a.b;
var revfl = _a.r;
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0);
var fd = _b.b;
var _revfd = _b.r;
var rev = new u16(32768);
for (i = 0; i < 32768; ++i) {
  x = (i & 43690) >> 1 | (i & 21845) << 1;
  x = (x & 52428) >> 2 | (x & 13107) << 2;
  x = (x & 61680) >> 4 | (x & 3855) << 4;
  rev[i] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
}
var x;
var i;
var hMap = ((cd, mb, r) => {
  var s = cd.length;
  var i = 0;
  var l = new u16(mb);
  for (; i < s; ++i) {
    if (cd[i])
      ++l[cd[i] - 1];
  }
  var le = new u16(mb);
  for (i = 1; i < mb; ++i) {
    le[i] = le[i - 1] + l[i - 1] << 1;
  }
  var co;
  if (r) {
    co = new u16(1 << mb);
    var rvb = 15 - mb;
    for (i = 0; i < s; ++i) {
      if (cd[i]) {
        var sv = i << 4 | cd[i];
        var r_1 = mb - cd[i];
        var v = le[cd[i] - 1]++ << r_1;
        for (var m = v | (1 << r_1) - 1; v <= m; ++v) {
          co[rev[v] >> rvb] = sv;
        }
      }
    }
  } else {
    co = new u16(s);
    for (i = 0; i < s; ++i) {
      if (cd[i]) {
        co[i] = rev[le[cd[i] - 1]++] >> 15 - cd[i];
      }
    }
  }
  return co;
});
var flt = new u8(288);
for (i = 0; i < 144; ++i)
  flt[i] = 8;
var i;
for (i = 144; i < 256; ++i)
  flt[i] = 9;
var i;
for (i = 256; i < 280; ++i)
  flt[i] = 7;
var i;
for (i = 280; i < 288; ++i)
  flt[i] = 8;
var i;
var fdt = new u8(32);
for (i = 0; i < 32; ++i)
  fdt[i] = 5;
var _i;
var flrm = /* @__PURE__ */ hMap(flt, 9, 1);
var fdrm = /* @__PURE__ */ hMap(fdt, 5, 1);
var max = (a) => {
  var m = a[0];
  for (var i = 1; i < a.length; ++i) {
    if (a[i] > m)
      m = a[i];
  }
  return m;
};
var bits = (d, p, m) => {
  var o = p / 8 | 0;
  return (d[o] | d[o + 1] << 8) >> (p & 7) & m;
};
var bits16 = (d, p) => {
  var o = p / 8 | 0;
  return (d[o] | d[o + 1] << 8 | d[o + 2] << 16) >> (p & 7);
};
var shft = (p) => (p + 7) / 8 | 0;
var slc = (v, s, e) => {
  if (s == null || s < 0)
    s = 0;
  if (e == null || e > v.length)
    e = v.length;
  return new u8(v.subarray(s, e));
};
var ec = [
  "unexpected EOF",
  "invalid block type",
  "invalid length/literal",
  "invalid distance",
  "stream finished",
  "no stream handler", undefined
  ,
  // determined by compression function
  "no callback",
  "invalid UTF-8 data",
  "extra field too long",
  "date not in range 1980-2099",
  "filename too long",
  "stream finishing",
  "invalid zip data"
  // determined by unknown compression method
];
var err = (ind, msg, nt) => {
  var e = new Error(msg || ec[ind]);
  e.code = ind;
  if (Error.captureStackTrace)
    Error.captureStackTrace(e, err);
  if (!nt)
    throw e;
  return e;
};
var inflt = (dat, st, buf, dict) => {
  var sl = dat.length, dl = dict ? dict.length : 0;
  if (!sl || st.f && !st.l)
    return buf || new u8(0);
  var noBuf = !buf;
  var resize = noBuf || st.i !== 2;
  var noSt = st.i;
  if (noBuf)
    buf = new u8(sl * 3);
  var cbuf = (l2) => {
    var bl = buf.length;
    if (l2 > bl) {
      var nbuf = new u8(Math.max(bl * 2, l2));
      nbuf.set(buf);
      buf = nbuf;
    }
  };
  var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
  var tbts = sl * 8;
  do {
    if (!lm) {
      final = bits(dat, pos, 1);
      var type = bits(dat, pos + 1, 3);
      pos += 3;
      if (!type) {
        var s = shft(pos) + 4, l = dat[s - 4] | dat[s - 3] << 8, t = s + l;
        if (t > sl) {
          if (noSt)
            err(0);
          break;
        }
        if (resize)
          cbuf(bt + l);
        buf.set(dat.subarray(s, t), bt);
        st.b = bt += l, st.p = pos = t * 8, st.f = final;
        continue;
      } else if (type === 1)
        lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
      else if (type === 2) {
        var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
        var tl = hLit + bits(dat, pos + 5, 31) + 1;
        pos += 14;
        var ldt = new u8(tl);
        var clt = new u8(19);
        for (var i = 0; i < hcLen; ++i) {
          clt[clim[i]] = bits(dat, pos + i * 3, 7);
        }
        pos += hcLen * 3;
        var clb = max(clt), clbmsk = (1 << clb) - 1;
        var clm = hMap(clt, clb, 1);
        for (var i = 0; i < tl; ) {
          var r = clm[bits(dat, pos, clbmsk)];
          pos += r & 15;
          var s = r >> 4;
          if (s < 16) {
            ldt[i++] = s;
          } else {
            var c = 0, n = 0;
            if (s === 16)
              n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i - 1];
            else if (s === 17)
              n = 3 + bits(dat, pos, 7), pos += 3;
            else if (s === 18)
              n = 11 + bits(dat, pos, 127), pos += 7;
            while (n--)
              ldt[i++] = c;
          }
        }
        var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
        lbt = max(lt);
        dbt = max(dt);
        lm = hMap(lt, lbt, 1);
        dm = hMap(dt, dbt, 1);
      } else
        err(1);
      if (pos > tbts) {
        if (noSt)
          err(0);
        break;
      }
    }
    if (resize)
      cbuf(bt + 131072);
    var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
    var lpos = pos;
    for (; ; lpos = pos) {
      var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
      pos += c & 15;
      if (pos > tbts) {
        if (noSt)
          err(0);
        break;
      }
      if (!c)
        err(2);
      if (sym < 256)
        buf[bt++] = sym;
      else if (sym === 256) {
        lpos = pos, lm = null;
        break;
      } else {
        var add = sym - 254;
        if (sym > 264) {
          var i = sym - 257, b = fleb[i];
          add = bits(dat, pos, (1 << b) - 1) + fl[i];
          pos += b;
        }
        var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
        if (!d)
          err(3);
        pos += d & 15;
        var dt = fd[dsym];
        if (dsym > 3) {
          var b = fdeb[dsym];
          dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
        }
        if (pos > tbts) {
          if (noSt)
            err(0);
          break;
        }
        if (resize)
          cbuf(bt + 131072);
        var end = bt + add;
        if (bt < dt) {
          var shift = dl - dt, dend = Math.min(dt, end);
          if (shift + bt < 0)
            err(3);
          for (; bt < dend; ++bt)
            buf[bt] = dict[shift + bt];
        }
        for (; bt < end; ++bt)
          buf[bt] = buf[bt - dt];
      }
    }
    st.l = lm, st.p = lpos, st.b = bt, st.f = final;
    if (lm)
      final = 1, st.m = lbt, st.d = dm, st.n = dbt;
  } while (!final);
  return bt !== buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
};
var et = /* @__PURE__ */ new u8(0);
var zls = (d, dict) => {
  if ((d[0] & 15) !== 8 || d[0] >> 4 > 7 || (d[0] << 8 | d[1]) % 31)
    err(6, "invalid zlib data");
  if ((d[1] >> 5 & 1) === +!dict)
    err(6, `invalid zlib data: ${d[1] & 32 ? "need" : "unexpected"} dictionary`);
  return (d[1] >> 3 & 4) + 2;
};
var Inflate = /* @__PURE__ */ (() => {
  function Inflate2(opts, cb) {
    if (typeof opts === "function")
      cb = opts, opts = {};
    this.ondata = cb;
    var dict = opts?.dictionary?.subarray(-32768);
    this.s = { i: 0, b: dict ? dict.length : 0 };
    this.o = new u8(32768);
    this.p = new u8(0);
    if (dict)
      this.o.set(dict);
  }
  Inflate2.prototype.e = function(c) {
    if (!this.ondata)
      err(5);
    if (this.d)
      err(4);
    if (!this.p.length)
      this.p = c;
    else if (c.length) {
      var n = new u8(this.p.length + c.length);
      n.set(this.p), n.set(c, this.p.length), this.p = n;
    }
  };
  Inflate2.prototype.c = function(final) {
    this.s.i = +(this.d = final || false);
    var bts = this.s.b;
    var dt = inflt(this.p, this.s, this.o);
    this.ondata(slc(dt, bts, this.s.b), this.d);
    this.o = slc(dt, this.s.b - 32768), this.s.b = this.o.length;
    this.p = slc(this.p, this.s.p / 8 | 0), this.s.p &= 7;
  };
  Inflate2.prototype.push = function(chunk, final) {
    this.e(chunk), this.c(final);
  };
  return Inflate2;
})();
var Unzlib = /* @__PURE__ */ (() => {
  function Unzlib2(opts, cb) {
    Inflate.call(this, opts, cb);
    this.v = opts?.dictionary ? 2 : 1;
  }
  Unzlib2.prototype.push = function(chunk, final) {
    Inflate.prototype.e.call(this, chunk);
    if (this.v) {
      if (this.p.length < 6 && !final)
        return;
      this.p = this.p.subarray(zls(this.p, this.v - 1)), this.v = 0;
    }
    if (final) {
      if (this.p.length < 4)
        err(6, "invalid zlib data");
      this.p = this.p.subarray(0, -4);
    }
    Inflate.prototype.c.call(this, final);
  };
  return Unzlib2;
})();
var td = typeof TextDecoder !== "undefined" && /* @__PURE__ */ new TextDecoder();
var _tds = 0;
try {
  td.decode(et, { stream: true });
  _tds = 1;
} catch (_e) {
}

// packages/documents/src/pdf/object-streams.ts
var MAX_UNFOLDED = 16 * 1048576;
function unfoldObjectStreams(streams) {
  let room = MAX_UNFOLDED;
  let unreadable = 0;
  const texts4 = [];
  for (const { dictionary, content } of streams) {
    if (!/\/Type\s*\/ObjStm\b/.test(dictionary)) continue;
    const plain3 = /\/Filter\b/.test(dictionary) ? inflate(content, room) : content.subarray(0, room);
    if (!plain3) {
      unreadable += 1;
      continue;
    }
    room -= plain3.length;
    texts4.push(structureText(latin1(plain3)));
  }
  return { text: texts4.join("\n"), unreadable };
}
function inflate(content, max2) {
  const chunks = [];
  let length = 0;
  try {
    const unzip = new Unzlib((chunk) => {
      length += chunk.length;
      if (length > max2) throw new RangeError("too large");
      chunks.push(chunk);
    });
    const STEP = 65536;
    for (let at4 = 0; at4 < content.length; at4 += STEP) {
      unzip.push(content.subarray(at4, at4 + STEP), at4 + STEP >= content.length);
    }
  } catch {
    if (length > max2 || length === 0) return void 0;
  }
  const out = new Uint8Array(length);
  let at3 = 0;
  for (const chunk of chunks) {
    out.set(chunk, at3);
    at3 += chunk.length;
  }
  return out;
}

// packages/documents/src/pdf/inspect.ts
var FORBIDDEN_ACTIONS = [
  "Launch",
  "SubmitForm",
  "ResetForm",
  "ImportData",
  "Sound",
  "Movie",
  "Rendition",
  "RichMedia"
];
function inspectPdf(bytes) {
  const isPdf = latin1(bytes, 0, Math.min(5, bytes.length)) === "%PDF-";
  if (!isPdf) return { ...NOTHING, size: bytes.length };
  const version2 = /^%PDF-(\d\.\d)/.exec(latin1(bytes, 0, 8))?.[1];
  const { structure, streams, notSeen } = cutPdf(bytes);
  const unfolded = unfoldObjectStreams(streams);
  const text3 = `${structure}
${unfolded.text}`;
  const tail = latin1(bytes, Math.max(0, bytes.length - 1024));
  const objects = objectsOf(text3);
  const actions = FORBIDDEN_ACTIONS.filter(
    (name) => new RegExp(`/S\\s*/${name}\\b|/Subtype\\s*/${name}\\b`).test(text3)
  );
  const claim = claimOf(streams);
  return {
    isPdf,
    ...version2 ? { version: version2 } : {},
    size: bytes.length,
    complete: /%%EOF\s*$/.test(tail.replaceAll("\0", " ").trimEnd()) && /startxref\s+\d+/.test(tail),
    encrypted: /\/Encrypt\b/.test(text3),
    javaScript: /\/(?:JavaScript|JS)\b/.test(text3),
    forbiddenActions: actions,
    embeddedFiles: /\/(?:EmbeddedFiles?|EF)\b/.test(text3),
    ...claim ? { claim } : {},
    outputIntent: /\/GTS_PDFA1\b/.test(text3),
    hasId: /\/ID\s*\[/.test(text3),
    ...fontsOf(objects),
    transparency: isTransparent(text3),
    objectStreams: streams.some(({ dictionary }) => /\/Type\s*\/(?:ObjStm|XRef)\b/.test(dictionary)),
    unreadableObjectStreams: unfolded.unreadable,
    notSeen,
    lzw: /\/LZWDecode\b|\/LZW\b/.test(text3),
    optionalContent: /\/OCProperties\b/.test(text3),
    pages: (text3.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length
  };
}
var NOTHING = {
  isPdf: false,
  size: 0,
  complete: false,
  encrypted: false,
  javaScript: false,
  forbiddenActions: [],
  embeddedFiles: false,
  outputIntent: false,
  hasId: false,
  fonts: 0,
  fontsNotEmbedded: 0,
  transparency: false,
  objectStreams: false,
  unreadableObjectStreams: 0,
  notSeen: 0,
  lzw: false,
  optionalContent: false,
  pages: 0
};
function objectsOf(text3) {
  return text3.split(/\bendobj\b|\bobj\b/);
}
function fontsOf(objects) {
  let fonts = 0;
  let fontsNotEmbedded = 0;
  for (const object of objects) {
    for (const dictionary of dictionariesOf(object)) {
      if (/\/Type\s*\/FontDescriptor\b/.test(dictionary)) {
        if (!/\/FontFile[23]?\b/.test(dictionary)) fontsNotEmbedded += 1;
      } else if (/\/Type\s*\/Font\b/.test(dictionary)) {
        fonts += 1;
        const simple = /\/Subtype\s*\/(?:Type1|MMType1|TrueType)\b/.test(dictionary);
        if (simple && !/\/FontDescriptor\b/.test(dictionary)) fontsNotEmbedded += 1;
      }
    }
  }
  return { fonts, fontsNotEmbedded };
}
function dictionariesOf(text3) {
  const found = [];
  let depth = 0;
  let start2 = 0;
  for (const match of text3.matchAll(/<<|>>/g)) {
    if (match[0] === "<<") {
      if (depth === 0) start2 = match.index;
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
      if (depth === 0) found.push(text3.slice(start2, match.index + 2));
    }
  }
  return found;
}
function isTransparent(text3) {
  const opacity = [...text3.matchAll(/\/(?:CA|ca)\s+([\d.]+)/g)].some((match) => Number(match[1]) !== 1);
  const blend = [...text3.matchAll(/\/BM\s*\/(\w+)/g)].some(
    (match) => !["Normal", "Compatible"].includes(match[1] ?? "")
  );
  return opacity || blend || /\/S\s*\/Transparency\b/.test(text3) || /\/SMask\b(?!\s*\/None)/.test(text3);
}
function claimOf(streams) {
  const packets = streams.filter(
    ({ dictionary }) => /\/Subtype\s*\/XML\b/.test(dictionary) && !/\/Filter\b/.test(dictionary)
  );
  for (const { content } of packets.reverse()) {
    const xmp = latin1(content, 0, Math.min(content.length, 1048576));
    const value = (name) => new RegExp(`pdfaid:${name}\\s*(?:=\\s*["']|>)\\s*([0-9A-Za-z]{1,2})`).exec(xmp)?.[1];
    const part2 = Number(value("part"));
    const conformance = value("conformance");
    if (Number.isInteger(part2) && part2 > 0) return { part: part2, ...conformance ? { conformance } : {} };
  }
  return void 0;
}

// packages/documents/src/pdf/validate.ts
var PDF_REFUSALS = /* @__PURE__ */ new Set([
  "documents.pdf.notPdf",
  "documents.pdf.truncated",
  "documents.pdf.encrypted",
  "documents.pdf.script",
  "documents.pdf.action"
]);
function validatePdfA1(bytes) {
  return judgePdf(inspectPdf(bytes));
}
function judgePdf(report) {
  if (!report.isPdf) return [finding("documents.pdf.notPdf", "error")];
  const { claim, forbiddenActions, fontsNotEmbedded } = report;
  const rules = [
    [!report.complete, "truncated"],
    [report.encrypted, "encrypted"],
    [report.javaScript, "script"],
    [forbiddenActions.length > 0, "action", { actions: forbiddenActions.join(", ") }],
    [report.embeddedFiles, "embeddedFile"],
    [claim === void 0, "noClaim"],
    [claim !== void 0 && claim.part !== 1, "otherPart", { part: claim?.part ?? 0 }],
    [!report.outputIntent, "outputIntent"],
    [!report.hasId, "trailerId"],
    [fontsNotEmbedded > 0, "font", { count: fontsNotEmbedded }],
    [report.transparency, "transparency"],
    [report.objectStreams, "objectStreams"],
    [report.notSeen > 0 || report.unreadableObjectStreams > 0, "notSeen"],
    [report.lzw, "lzw"],
    [report.optionalContent, "optionalContent"]
  ];
  return rules.filter(([broken]) => broken).map(([, rule, params]) => finding(`documents.pdf.${rule}`, "error", [], params ?? {}));
}

// packages/documents/src/submission/check-body.ts
var BEGINNINGS = {
  jpeg: [[255, 216, 255]],
  tiff: [
    [73, 73, 42, 0],
    [77, 77, 0, 42]
  ],
  rtf: [[123, 92, 114, 116, 102]]
};
function checkBody(body, policy) {
  if (body.kind === "structured") {
    return body.pdfCopy ? under(["body", "pdfCopy"], checkPdf(body.pdfCopy, policy)) : [];
  }
  const path = ["body", "content"];
  if (body.content.length === 0) return [finding("documents.body.empty", "error", path)];
  switch (body.kind) {
    case "pdf":
      return under(path, checkPdf(body.content, policy));
    case "text":
      return startsWith(body.content, [37, 80, 68, 70]) ? [finding("documents.body.isPdf", "error", path)] : [];
    case "cda":
      return [];
    default:
      return checkOlder(body.kind, body.content);
  }
}
function checkOlder(kind, content) {
  const path = ["body", "content"];
  const right = BEGINNINGS[kind]?.some((beginning) => startsWith(content, beginning)) ?? true;
  if (!right) return [finding("documents.body.mismatch", "error", path, { kind })];
  return [finding("documents.body.older", "warning", path, { kind })];
}
function checkPdf(content, policy) {
  const findings = validatePdfA1(content);
  if (policy === "refuse") return findings;
  return findings.map((f) => PDF_REFUSALS.has(f.rule) ? f : { ...f, severity: "warning" });
}
function startsWith(content, beginning) {
  return beginning.every((octet, index) => content[index] === octet);
}

// packages/documents/src/submission/walk.ts
var LEFT_OUT = /* @__PURE__ */ new Set(["identity", "body"]);
function* walkValues(value, path) {
  yield [value, path];
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return;
  for (const [key, inner] of Object.entries(value)) {
    if (inner === void 0 || LEFT_OUT.has(key)) continue;
    yield* walkValues(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}
function hasTexts(value, ...keys2) {
  return typeof value === "object" && value !== null && keys2.every((key) => typeof Reflect.get(value, key) === "string");
}
function textOf(value, key) {
  const found = typeof value === "object" && value !== null ? Reflect.get(value, key) : void 0;
  return typeof found === "string" ? found : void 0;
}

// packages/documents/src/submission/check-authors.ts
var OTHER_AUTHORS = "1.2.250.1.213.1.1.4.6";
function checkAuthors(document, { patient: patient3 }) {
  const findings = [];
  const insKnown = canTransmitIns(patient3.identity).ok;
  if (document.authors.length === 0) findings.push(finding("documents.author.none", "error", ["authors"]));
  for (const [index, author2] of document.authors.entries()) {
    const path = ["authors", index];
    if (author2.kind === "patient" && !insKnown) findings.push(finding("documents.patientAuthor.ins", "error", path));
    if (author2.kind !== "patient" && !hasTexts(author2.organization, "idNat", "name")) {
      findings.push(finding("documents.author.organization", "error", [...path, "organization"]));
    }
    if (author2.kind === "system" && author2.specialty.codeSystem !== OTHER_AUTHORS) {
      findings.push(finding("documents.author.system", "error", [...path, "specialty"]));
    }
    if (author2.kind === "professional" && author2.specialty.codeSystem === OTHER_AUTHORS) {
      const person = author2.specialty.code === "SECRETARIAT_MEDICAL";
      if (!person) findings.push(finding("documents.author.professional", "error", [...path, "specialty"]));
    }
  }
  const { signatory } = document.legalAuthenticator;
  if ("kind" in signatory && !insKnown) {
    findings.push(finding("documents.patientAuthor.ins", "error", ["legalAuthenticator", "signatory"]));
  }
  if (!("kind" in signatory) && signatory.name.family.trim() === "") {
    findings.push(finding("documents.signatory.name", "error", ["legalAuthenticator", "signatory", "name"]));
  }
  return [...findings, ...checkCustodian(document)];
}
function checkCustodian({ authors, custodian }) {
  const byPatient = authors.length > 0 && authors.every(({ kind }) => kind === "patient");
  if (custodian === void 0) {
    return byPatient ? [finding("documents.custodian.missing", "error", ["custodian"])] : [];
  }
  return custodian.patientHost === true && !byPatient ? [finding("documents.custodian.patientHost", "warning", ["custodian", "patientHost"])] : [];
}

// packages/core/src/luhn.ts
function luhnSum(digits) {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}
function luhnHolds(digits) {
  return luhnSum(digits) % 10 === 0;
}

// packages/core/src/identifiers.ts
var PS_KINDS = {
  "0": "adeli",
  "1": "adeliCabinet",
  "3": "finess",
  "4": "siren",
  "5": "siret",
  "6": "rppsCabinet",
  "8": "rpps"
};
var STRUCT_KINDS = {
  "0": "adeli",
  "1": "finess",
  "2": "siren",
  "3": "siret",
  "4": "rpps"
};
var STRUCT_FORMS = {
  finess: /^1(?:\d{9}|2[AB]\d{7})$/,
  siren: /^2\d{9}$/,
  siret: /^3\d{14}$/
};
function validateIdNatPs(input, path = []) {
  if (!isOpaque(input)) return [finding("identifier.idNatPs.format", "error", path)];
  const kind = kindOfPs(input);
  if (kind === "unknown") return [finding("identifier.idNatPs.kind", "warning", path)];
  if (kind !== "rpps") return [];
  if (!/^8\d{11}$/.test(input)) return [finding("identifier.idNatPs.format", "error", path)];
  return luhnHolds(input.slice(1)) ? [] : [finding("identifier.idNatPs.key", "warning", path)];
}
function validateIdNatStruct(input, path = []) {
  if (!isOpaque(input)) return [finding("identifier.idNatStruct.format", "error", path)];
  const kind = kindOfStruct(input);
  if (kind === "unknown") return [finding("identifier.idNatStruct.kind", "warning", path)];
  return STRUCT_FORMS[kind]?.test(input) === false ? [finding("identifier.idNatStruct.format", "error", path)] : [];
}
function kindOfPs(input) {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(input)) return "uuid";
  return PS_KINDS[String(input).charAt(0)] ?? "unknown";
}
function kindOfStruct(input) {
  return STRUCT_KINDS[String(input).charAt(0)] ?? "unknown";
}
function isOpaque(input) {
  return typeof input === "string" && input.length <= 100 && /^[!-~]+$/.test(input);
}

// packages/nomenclatures/src/jdv-j11.ts
var jdvJ11 = {
  id: "JDV_J11",
  name: "RelationPatient_CISIS",
  oid: "1.2.250.1.213.3.3.16",
  version: "20200424",
  date: "2020-04-24",
  source: "ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)",
  concepts: [
    { code: "MTH", system: "2.16.840.1.113883.5.111", label: "M\xE8re", status: "active" },
    { code: "FTH", system: "2.16.840.1.113883.5.111", label: "P\xE8re", status: "active" },
    { code: "NMTH", system: "2.16.840.1.113883.5.111", label: "M\xE8re biologique", status: "active" },
    { code: "NFTH", system: "2.16.840.1.113883.5.111", label: "P\xE8re biologique", status: "active" },
    {
      code: "STPMTH",
      system: "2.16.840.1.113883.5.111",
      label: "Belle-m\xE8re - \xE9pouse du p\xE8re ou de la m\xE8re",
      status: "active"
    },
    {
      code: "STPFTH",
      system: "2.16.840.1.113883.5.111",
      label: "Beau-p\xE8re - \xE9poux du p\xE8re ou de la m\xE8re",
      status: "active"
    },
    { code: "GRMTH", system: "2.16.840.1.113883.5.111", label: "Grand-m\xE8re", status: "active" },
    { code: "GRFTH", system: "2.16.840.1.113883.5.111", label: "Grand-p\xE8re", status: "active" },
    { code: "GGRMTH", system: "2.16.840.1.113883.5.111", label: "Arri\xE8re-grand-m\xE8re", status: "active" },
    { code: "GGRFTH", system: "2.16.840.1.113883.5.111", label: "Arri\xE8re-grand-p\xE8re", status: "active" },
    { code: "DAU", system: "2.16.840.1.113883.5.111", label: "Fille biologique", status: "active" },
    { code: "SON", system: "2.16.840.1.113883.5.111", label: "Fils biologique", status: "active" },
    { code: "BRO", system: "2.16.840.1.113883.5.111", label: "Fr\xE8re", status: "active" },
    { code: "SIS", system: "2.16.840.1.113883.5.111", label: "Soeur", status: "active" },
    { code: "HBRO", system: "2.16.840.1.113883.5.111", label: "Demi-fr\xE8re", status: "active" },
    { code: "HSIS", system: "2.16.840.1.113883.5.111", label: "Demi-soeur", status: "active" },
    { code: "GRNDDAU", system: "2.16.840.1.113883.5.111", label: "Petite-fille", status: "active" },
    { code: "GRNDSO", system: "2.16.840.1.113883.5.111", label: "Petit-fils", status: "active" },
    { code: "UNCLE", system: "2.16.840.1.113883.5.111", label: "Oncle", status: "active" },
    { code: "AUNT", system: "2.16.840.1.113883.5.111", label: "Tante", status: "active" },
    { code: "NEPHEW", system: "2.16.840.1.113883.5.111", label: "Neveu", status: "active" },
    { code: "NIECE", system: "2.16.840.1.113883.5.111", label: "Ni\xE8ce", status: "active" },
    { code: "HUSB", system: "2.16.840.1.113883.5.111", label: "Epoux", status: "active" },
    { code: "WIFE", system: "2.16.840.1.113883.5.111", label: "Epouse", status: "active" },
    { code: "DOMPART", system: "2.16.840.1.113883.5.111", label: "Concubin(e) ou partenaire PACS", status: "active" },
    { code: "ROOM", system: "2.16.840.1.113883.5.111", label: "Personne vivant sous le m\xEAme toit", status: "active" },
    { code: "FRND", system: "2.16.840.1.113883.5.111", label: "Autre proche", status: "active" },
    { code: "NBOR", system: "2.16.840.1.113883.5.111", label: "Voisin(e)", status: "active" },
    { code: "FAMMEMB", system: "2.16.840.1.113883.5.111", label: "Autre membre de la famille", status: "active" },
    { code: "CHILD", system: "2.16.840.1.113883.5.111", label: "Enfant", status: "active" },
    { code: "COUSN", system: "2.16.840.1.113883.5.111", label: "Cousin(e)", status: "active" },
    { code: "SIGOTHR", system: "2.16.840.1.113883.5.111", label: "Conjoint", status: "active" },
    { code: "DAUC", system: "2.16.840.1.113883.5.111", label: "Fille", status: "active" },
    { code: "SONC", system: "2.16.840.1.113883.5.111", label: "Fils", status: "active" },
    { code: "TUTEUR", system: "1.2.250.1.213.1.1.4.327", label: "Tuteur", status: "active" },
    { code: "CURATEUR", system: "1.2.250.1.213.1.1.4.327", label: "Curateur", status: "active" },
    { code: "MSVG", system: "1.2.250.1.213.1.1.4.327", label: "Mandataire de sauvegarde", status: "active" }
  ]
};

// packages/nomenclatures/src/jdv-j47.ts
var jdvJ47 = {
  id: "JDV_J47",
  name: "FunctionCode_CISIS",
  oid: "1.2.250.1.213.1.1.5.124",
  version: "20241213",
  date: "2024-12-13",
  source: "ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)",
  concepts: [
    { code: "CORRE", system: "1.2.250.1.213.1.1.4.2.280", label: "Correspondant", status: "active" },
    { code: "PRELV", system: "1.2.250.1.213.1.1.4.2.280", label: "Pr\xE9leveur", status: "active" },
    {
      code: "ES-REF",
      system: "1.2.250.1.213.1.1.4.2.280",
      label: "Etablissement de sant\xE9 de r\xE9f\xE9rence",
      status: "active"
    },
    {
      code: "ES-PREF",
      system: "1.2.250.1.213.1.1.4.2.280",
      label: "Etablissement de sant\xE9 de pr\xE9f\xE9rence",
      status: "active"
    },
    { code: "ADMPHYS", system: "2.16.840.1.113883.5.88", label: "Responsable de l'admission", status: "active" },
    {
      code: "ATTPHYS",
      system: "2.16.840.1.113883.5.88",
      label: "R\xE9f\xE9rent - Responsable du patient dans la structure de soins",
      status: "active"
    },
    { code: "DISPHYS", system: "2.16.840.1.113883.5.88", label: "Responsable de la sortie", status: "active" },
    { code: "PCP", system: "2.16.840.1.113883.5.88", label: "M\xE9decin traitant", status: "active" },
    { code: "330", system: "1.2.250.1.213.1.6.1.107", label: "Coordonnateur de parcours", status: "active" },
    { code: "353", system: "1.2.250.1.213.1.6.1.107", label: "Membre de l'\xE9quipe de soins", status: "active" }
  ]
};

// packages/nomenclatures/src/jdv-j142.ts
var jdvJ142 = {
  id: "JDV_J142",
  name: "TypeRencontre_CISIS",
  oid: "1.2.250.1.213.1.1.5.589",
  version: "20210326",
  date: "2021-03-26",
  source: "ANS, ansforge/TestContenuCDA-3-0, jeuxDeValeurs (2025-02-19)",
  concepts: [
    {
      code: "IMP",
      system: "2.16.840.1.113883.5.4",
      label: "Hospitalisation (\xE9tablissement, y compris HAD)",
      status: "active"
    },
    { code: "EMER", system: "2.16.840.1.113883.5.4", label: "Passage aux urgences (\xE9tablissement)", status: "active" },
    { code: "AMB", system: "2.16.840.1.113883.5.4", label: "Ambulatoire (hors \xE9tablissement)", status: "active" },
    {
      code: "FLD",
      system: "2.16.840.1.113883.5.4",
      label: "Terrain (voie publique, h\xE9licopt\xE8re, ambulance, etc.)",
      status: "active"
    },
    { code: "HH", system: "2.16.840.1.113883.5.4", label: "Soins \xE0 domicile (hors \xE9tablissement)", status: "active" },
    {
      code: "VR",
      system: "2.16.840.1.113883.5.4",
      label: "Virtuelle (exemple : RCP en l'absence du patient)",
      status: "active"
    },
    {
      code: "EXTERNE",
      system: "1.2.250.1.213.1.1.4.2.291",
      label: "Acte et consultation externe (\xE9tablissement)",
      status: "active"
    },
    {
      code: "SEANCE",
      system: "1.2.250.1.213.1.1.4.2.291",
      label: "S\xE9ance (\xE9tablissement ou lib\xE9ral)",
      status: "active"
    }
  ]
};

// packages/documents/src/submission/check-codes.ts
var BOUNDS = [
  ["specialty", { cisis: jdvJ01 }],
  ["function", { cisis: jdvJ47 }],
  ["setting", { cisis: jdvJ04, dmp: jdvJ62 }],
  ["relationship", { cisis: jdvJ11 }],
  ["encounter.code", { cisis: jdvJ142 }],
  ["facility.type", { cisis: jdvJ02, dmp: jdvJ61 }],
  ["documents.type", { cisis: jdvJ07, dmp: jdvJ66 }],
  ["contentType", { cisis: jdvJ59 }]
];
function checkCoded(value, path, profile) {
  const { code, codeSystem, displayName } = value;
  if (/\s/.test(code) || code === "" || !isOid(codeSystem) || displayName.trim() === "") {
    return [finding("documents.code.form", "error", path, { field: fieldOf(path) })];
  }
  const bound2 = boundOf(path);
  if (!bound2) return [];
  const set2 = profile === "dmp" ? bound2.dmp ?? bound2.cisis : bound2.cisis;
  const params = { field: fieldOf(path), set: set2.id, code };
  if (!isMember(set2, code, codeSystem)) {
    const elsewhere = isMember(set2, code);
    const known3 = set2 !== bound2.cisis && isMember(bound2.cisis, code, codeSystem);
    const rule = elsewhere ? "documents.code.system" : known3 ? "documents.code.notInDmp" : "documents.code.set";
    return [finding(rule, "error", path, params)];
  }
  const official = findConcept(set2, code, codeSystem)?.label;
  return official !== void 0 && official !== displayName ? [finding("documents.code.label", "warning", path, { ...params, label: official })] : [];
}
function boundOf(path) {
  const names4 = path.filter((part2) => typeof part2 === "string").join(".");
  return BOUNDS.find(([end]) => names4 === end || names4.endsWith(`.${end}`))?.[1];
}
function fieldOf(path) {
  return path.filter((part2) => typeof part2 === "string").join(".");
}

// packages/documents/src/submission/check-siblings.ts
var SAME = {
  addresses: (a, b) => addressText(a) === addressText(b),
  telecoms: (a, b) => textOf(a, "value") === textOf(b, "value") && textOf(a, "use") === textOf(b, "use"),
  // An identifier without extension stands for its whole root.
  ids: (a, b) => {
    const [one, other] = [textOf(a, "extension"), textOf(b, "extension")];
    return textOf(a, "root") === textOf(b, "root") && (one === void 0 || other === void 0 || one === other);
  },
  translations: (a, b) => textOf(a, "code") === textOf(b, "code") && textOf(a, "codeSystem") === textOf(b, "codeSystem")
};
function checkSiblings(list2, name, path) {
  const same = Object.hasOwn(SAME, name) ? SAME[name] : void 0;
  if (!same) return [];
  const findings = [];
  const absent = list2.filter((item) => textOf(item, "nullFlavor") !== void 0).length;
  if (absent > 0 && list2.length > absent) findings.push(finding("documents.nullAmong", "error", path, { field: name }));
  for (const [index, item] of list2.entries()) {
    if (list2.slice(0, index).some((other) => same(item, other))) {
      findings.push(finding("documents.twice", "error", [...path, index], { field: name }));
    }
  }
  return findings;
}
function addressText(address) {
  if (typeof address !== "object" || address === null) return "";
  const { use, lines, nullFlavor: _, ...parts } = address;
  const texts4 = Array.isArray(lines) ? lines : Object.values(parts).filter((part2) => part2 !== void 0);
  return [use ?? "", ...texts4].join("");
}

// packages/documents/src/submission/check-values.ts
var TIMES = /* @__PURE__ */ new Set(["start", "stop", "time", "createdAt", "submittedAt"]);
var STRUCTURES2 = /* @__PURE__ */ new Set(["organization", "custodian"]);
var TELECOM = /^(?:tel|fax|mailto|http|ftp|mllp):[\x21-\x7e]+$/;
function checkValues(root, path, profile) {
  const findings = [];
  for (const [value, at3] of walkValues(root, path)) findings.push(...checkValue(value, at3, profile));
  return findings;
}
function checkValue(value, path, profile) {
  const key = path.findLast((part2) => typeof part2 === "string");
  const findings = [];
  if (hasTexts(value, "code", "codeSystem", "displayName")) findings.push(...checkCoded(value, path, profile));
  else if (hasTexts(value, "root")) findings.push(...checkInstanceId(value, path));
  if (hasTexts(value, "idNat")) findings.push(...checkIdNat(value.idNat, value, path));
  if (typeof value === "string" && typeof key === "string" && TIMES.has(key) && hl7Time(value) === void 0) {
    findings.push(finding("documents.time.value", "error", path, { field: key }));
  }
  if (key === "telecoms" && typeof path.at(-1) === "number") findings.push(...checkTelecom(value, path));
  const isAddress2 = key === "address" || key === "addresses" && typeof path.at(-1) === "number";
  if (isAddress2 && typeof value === "object" && value !== null) findings.push(...checkAddress(value, path));
  findings.push(...checkOrder(value, path));
  if (Array.isArray(value) && typeof key === "string") findings.push(...checkSiblings(value, key, path));
  return findings;
}
function checkInstanceId(value, path) {
  const empty = textOf(value, "extension")?.trim() === "";
  return (isOid(value.root) || isUuid(value.root)) && !empty ? [] : [finding("documents.id.form", "error", path)];
}
function checkIdNat(idNat, holder, path) {
  const at3 = [...path, "idNat"];
  const key = path.findLast((part2) => typeof part2 === "string");
  if (Reflect.get(holder, "patientHost") === true) return [];
  const structure = STRUCTURES2.has(String(key)) || textOf(holder, "kind") === "organization";
  if (idNat.trim() === "" || /\s/.test(idNat)) return [finding("documents.id.form", "error", at3)];
  return atMost("warning", structure ? validateIdNatStruct(idNat, at3) : validateIdNatPs(idNat, at3));
}
function checkTelecom(value, path) {
  const url = textOf(value, "value");
  const nullFlavor = textOf(value, "nullFlavor");
  if (url === void 0 === (nullFlavor === void 0)) return [finding("documents.telecom.empty", "error", path)];
  return url === void 0 || TELECOM.test(url) ? [] : [finding("documents.telecom.form", "error", [...path, "value"])];
}
function checkAddress(value, path) {
  const { use: _use, lines, nullFlavor, ...parts } = value;
  const hasLines = Array.isArray(lines) && lines.length > 0;
  const hasParts = Object.values(parts).some((part2) => typeof part2 === "string" && part2 !== "");
  const kinds2 = [hasLines, hasParts, nullFlavor !== void 0].filter(Boolean).length;
  if (kinds2 === 0) return [finding("documents.address.empty", "error", path)];
  return kinds2 > 1 ? [finding("documents.address.mixed", "error", path)] : [];
}
function checkOrder(value, path) {
  const start2 = textOf(value, "start");
  const stop = textOf(value, "stop");
  if (start2 === void 0 || stop === void 0) return [];
  if (hl7Time(start2) === void 0 || hl7Time(stop) === void 0) return [];
  const act = path.at(-2) === "acts";
  const byDay = start2.length === 10 || stop.length === 10;
  const [from, to] = byDay ? [start2.slice(0, 10), stop.slice(0, 10)] : [Date.parse(start2), Date.parse(stop)];
  if (to < from) return [finding("documents.period.order", "error", [...path, "stop"])];
  return from === to && !act && !byDay ? [finding("documents.period.empty", "error", [...path, "stop"])] : [];
}

// packages/documents/src/submission/oids.ts
var MAX_OID = 64;
function newOid(vendor, { clock, random }) {
  const instance = vendor.instance !== void 0 && /^(?:0|[1-9]\d*)$/.test(vendor.instance) ? [vendor.instance] : [];
  const chance = random(4).reduce((sum, octet) => sum * 256 + octet, 0);
  const oid2 = [vendor.oid, ...instance, clock().getTime(), chance].join(".");
  return isOid(oid2) && oid2.length <= MAX_OID ? oid2 : void 0;
}

// packages/documents/src/submission/check-versions.ts
function checkVersions(document, profile) {
  const { id, setId, version: version2, replaces } = document;
  const findings = [];
  for (const [path, oid2] of [
    [["id"], id],
    [["setId"], setId],
    [["replaces", "uniqueId"], replaces?.uniqueId],
    [["replaces", "setId"], replaces?.setId]
  ]) {
    if (oid2 !== void 0 && !isOid(oid2)) findings.push(finding("documents.id.oid", "error", path));
    else if (oid2 !== void 0 && oid2.length > MAX_OID) {
      const severity = profile === "dmp" ? "error" : "warning";
      findings.push(finding("documents.id.length", severity, path, { length: oid2.length, max: MAX_OID }));
    }
  }
  if (version2 !== void 0 && (!Number.isSafeInteger(version2) || version2 < 1)) {
    findings.push(finding("documents.version.form", "error", ["version"]));
  }
  if (!replaces) {
    if ((version2 ?? 1) > 1)
      findings.push(finding("documents.version.replaces", "error", ["replaces"], { version: version2 ?? 1 }));
    return findings;
  }
  if (version2 === 1) findings.push(finding("documents.version.first", "error", ["version"]));
  if (setId === void 0 && replaces.setId === void 0)
    findings.push(finding("documents.version.setId", "error", ["setId"]));
  if (setId !== void 0 && replaces.setId !== void 0 && setId !== replaces.setId) {
    findings.push(finding("documents.version.setIdChanged", "error", ["setId"]));
  }
  if (version2 === void 0 && replaces.version === void 0) {
    findings.push(finding("documents.version.number", "error", ["version"]));
  }
  if (version2 !== void 0 && replaces.version !== void 0 && version2 <= replaces.version) {
    findings.push(finding("documents.version.order", "error", ["version"], { version: version2, replaced: replaces.version }));
  }
  if (id !== void 0 && id === replaces.uniqueId) findings.push(finding("documents.version.sameId", "error", ["id"]));
  return findings;
}

// packages/documents/src/submission/check-visibility.ts
var MAJORITY2 = 18;
function checkVisibility(document, { patient: patient3 }, profile) {
  const { visibility = {}, confidentiality = "N", authors, replaces } = document;
  const findings = [];
  const masks = Object.values(visibility).some((mask) => mask === true);
  if (masks && profile === "mss") findings.push(finding("documents.visibility.mss", "warning", ["visibility"]));
  if (profile === "dmp" && confidentiality !== "N") {
    findings.push(finding("documents.confidentiality.dmp", "warning", ["confidentiality"], { code: confidentiality }));
  }
  if (visibility.hiddenFromPatient && authors.some(({ kind }) => kind === "patient")) {
    findings.push(finding("documents.visibility.patientAuthor", "error", ["visibility", "hiddenFromPatient"]));
  }
  if (visibility.hiddenFromPatient && replaces) {
    findings.push(finding("documents.visibility.hiddenAgain", "warning", ["visibility", "hiddenFromPatient"]));
  }
  if (visibility.hiddenFromLegalRepresentatives && isAdult2(patient3.identity.traits.dateNaissance, document.createdAt)) {
    findings.push(finding("documents.visibility.adult", "error", ["visibility", "hiddenFromLegalRepresentatives"]));
  }
  return findings;
}
function isAdult2(dateNaissance, createdAt) {
  const born = parseDateLunaire(dateNaissance);
  const [year = 0, month = 0, day = 0] = createdAt.slice(0, 10).split("-").map(Number);
  const age = born.ok ? ageAt(born.value, { year, month, day }) : void 0;
  return age !== void 0 && age >= MAJORITY2;
}

// packages/documents/src/submission/check-document.ts
var MAX_TITLE = 128;
var TELEMEDICINE = "85208-7";
var TELEMEDICINE_ACTS = /* @__PURE__ */ new Set(["TCG", "TC", "TE1", "TE2", "TLD", "TLL", "TLM", "TLS"]);
function checkDocument(document, submission, { profile }) {
  const values = checkValues(document, ["documents"], profile).map((f) => ({ ...f, path: f.path.slice(1) }));
  return [
    ...values,
    ...checkTitle2(document, profile),
    ...checkVersions(document, profile),
    ...checkAuthors(document, submission),
    ...checkActs(document, profile),
    ...checkModel(document),
    ...checkPatientOfModel(document, submission),
    ...checkVisibility(document, submission, profile),
    ...profile === "dmp" && classOf(document.type.code) === void 0 ? [finding("documents.type.class", "error", ["type"], { code: document.type.code })] : []
  ];
}
function checkPatientOfModel({ body }, { patient: patient3 }) {
  if (body.kind !== "structured" || body.model !== "cr-bio") return [];
  const { addresses = [], telecoms = [] } = patient3;
  return [...addresses, ...telecoms].some(({ nullFlavor }) => nullFlavor !== void 0 && nullFlavor !== "UNK") ? [finding("documents.model.patientNull", "error", ["body", "model"])] : [];
}
function checkTitle2({ title, createdAt }, profile) {
  const findings = [];
  if (title.trim() === "") findings.push(finding("documents.title.empty", "error", ["title"]));
  if (title.length > MAX_TITLE) {
    const severity = profile === "dmp" ? "error" : "warning";
    findings.push(finding("documents.title.length", severity, ["title"], { length: title.length, max: MAX_TITLE }));
  }
  if (createdAt.length === 10) findings.push(finding("documents.createdAt.day", "error", ["createdAt"]));
  return findings;
}
function checkActs({ acts, type }, profile) {
  const [first2] = acts;
  if (!first2) return [finding("documents.act.none", "error", ["acts"])];
  const findings = [];
  if (!first2.performer) findings.push(finding("documents.act.performer", "error", ["acts", 0, "performer"]));
  if (first2.start === void 0) findings.push(finding("documents.act.start", "error", ["acts", 0, "start"]));
  if (profile === "dmp") {
    for (const end of ["start", "stop"]) {
      if (first2[end]?.length === 10)
        findings.push(finding("documents.act.day", "warning", ["acts", 0, end], { field: end }));
    }
  }
  if (type.code === TELEMEDICINE) {
    const allowed = [...TELEMEDICINE_ACTS].join(", ");
    for (const [index, { code }] of acts.entries()) {
      if (TELEMEDICINE_ACTS.has(code?.code ?? "") || index > 0 && !code) continue;
      findings.push(finding("documents.telemedicine.act", "error", ["acts", index, "code"], { allowed }));
    }
  }
  return findings;
}

// packages/documents/src/cda/context.ts
function serviceEventNode(act) {
  const { ids = [], code, translations, start: start2, stop, status: status2, performer } = act;
  return h("documentationOf", {}, [
    h("serviceEvent", {}, [
      ...ids.map(idNode),
      codeNode("code", code, translations),
      status2 !== void 0 && hx("lab", "statusCode", { code: status2 }),
      (start2 !== void 0 || stop !== void 0) && interval("effectiveTime", { start: start2, stop }),
      performer && performerNode(performer)
    ])
  ]);
}
function performerNode({ templateId, professional, time: time2, organization }) {
  return h("performer", { typeCode: "PRF" }, [
    templateId !== void 0 && h("templateId", { root: templateId }),
    codeNode("functionCode", professional.function),
    time2 && interval("time", time2),
    assignedEntity({ ...professional, organization })
  ]);
}
function encounterNode(encounter) {
  const { ids = [], code, start: start2, stop, disposition, responsible, participants = [], facility } = encounter;
  const hasPlace = facility.name !== void 0 || facility.address !== void 0;
  return h("componentOf", {}, [
    h("encompassingEncounter", {}, [
      ...ids.map(idNode),
      codeNode("code", code),
      interval("effectiveTime", { start: start2, stop }),
      codeNode("dischargeDispositionCode", disposition),
      responsible && h("responsibleParty", {}, [assignedEntity(responsible)]),
      ...participants.map(
        ({ type, time: time2, professional }) => h("encounterParticipant", { typeCode: type }, [time2 && interval("time", time2), assignedEntity(professional)])
      ),
      h("location", {}, [
        h("healthCareFacility", {}, [
          ...(facility.ids ?? []).map(idNode),
          codeNode("code", facility.type),
          hasPlace && h("location", {}, [
            facility.name !== void 0 && h("name", {}, [facility.name]),
            facility.address && addressNode(facility.address)
          ])
        ])
      ])
    ])
  ]);
}

// packages/documents/src/cda/participants.ts
function dataEntererNode({ time: at3, professional }) {
  return h("dataEnterer", {}, [at3 !== void 0 && h("time", { value: time(at3) }), assignedEntity(professional)]);
}
function informantNode(informant) {
  if (informant.kind === "professional") return h("informant", {}, [assignedEntity(informant.professional)]);
  return h("informant", {}, [
    h("relatedEntity", { classCode: informant.relation }, [
      codeNode("code", informant.relationship),
      ...contactNodes(informant),
      h("relatedPerson", {}, [nameNode(informant.name)])
    ])
  ]);
}
function custodianNode(custodian) {
  const root = custodian.patientHost ? ROOTS.patientHost : ROOTS.organization;
  const { addresses = [], telecoms = [] } = custodian;
  return h("custodian", {}, [
    h("assignedCustodian", {}, [
      h("representedCustodianOrganization", {}, [
        idNode({ root, extension: custodian.idNat }),
        custodian.name !== void 0 && h("name", {}, [custodian.name]),
        ...contactNodes({ addresses: addresses.slice(0, 1), telecoms: telecoms.slice(0, 1) }, "telecomFirst")
      ])
    ])
  ]);
}
function recipientNode(recipient) {
  const { idNat, name, organization } = recipient;
  return h("informationRecipient", {}, [
    h("intendedRecipient", {}, [
      idNat !== void 0 && idNode({ root: ROOTS.professional, extension: idNat }),
      ...contactNodes(recipient),
      name && h("informationRecipient", {}, [nameNode(name)]),
      organization && organizationNode("receivedOrganization", organization)
    ])
  ]);
}
function legalAuthenticatorNode({ time: at3, signatory }, createdAt, patient3) {
  const entity = "kind" in signatory ? patient3 && patientEntity(patient3) : assignedEntity(signatory);
  return h("legalAuthenticator", {}, [
    h("time", { value: time(at3 ?? createdAt) }),
    h("signatureCode", { code: "S" }),
    entity
  ]);
}
function authenticatorNode({ time: at3, professional, templateId }) {
  return h("authenticator", {}, [
    templateId !== void 0 && h("templateId", { root: templateId }),
    h("time", { value: time(at3) }),
    h("signatureCode", { code: "S" }),
    assignedEntity(professional)
  ]);
}
function participantNode(participant) {
  const { id, specialty, name, organization, templateId } = participant;
  return h("participant", { typeCode: participant.type }, [
    templateId !== void 0 && h("templateId", { root: templateId }),
    codeNode("functionCode", participant.function),
    interval("time", participant.time),
    h("associatedEntity", { classCode: participant.class }, [
      id && idNode(id),
      codeNode("code", specialty),
      ...contactNodes(participant),
      name && h("associatedPerson", {}, [nameNode(name)]),
      organization && organizationNode("scopingOrganization", organization)
    ])
  ]);
}
function orderNode({ id, code, accessionNumber }) {
  return h("inFulfillmentOf", {}, [
    h("order", {}, [
      idNode(id),
      codeNode("code", code),
      accessionNumber && hx("ps3-20", "accessionNumber", { root: accessionNumber.root, extension: accessionNumber.extension })
    ])
  ]);
}
function consentNode({ ids = [], code }) {
  return h("authorization", {}, [
    h("consent", { classCode: "CONS", moodCode: "EVN" }, [
      ...ids.map(idNode),
      codeNode("code", code),
      h("statusCode", { code: "completed" })
    ])
  ]);
}

// packages/documents/src/cda/header.ts
function clinicalDocument(input) {
  const { document, patient: patient3 } = input;
  const { confidentiality = "N", createdAt, replaces } = document;
  const many = (items, node) => (items ?? []).map(node);
  return h("ClinicalDocument", {}, [
    h("realmCode", { code: "FR" }),
    h("typeId", { root: "2.16.840.1.113883.1.3", extension: "POCD_HD000040" }),
    h("templateId", { root: TEMPLATES.hl7France }),
    h("templateId", { root: TEMPLATES.ciSis }),
    ...input.templateIds.map(({ root, extension }) => h("templateId", { root, extension })),
    h("id", { root: input.id }),
    codeNode("code", document.type),
    h("title", {}, [document.title]),
    h("effectiveTime", { value: time(createdAt) }),
    codeNode("confidentialityCode", {
      code: confidentiality,
      displayName: CONFIDENTIALITY_LABELS[confidentiality],
      codeSystem: SYSTEMS.confidentiality
    }),
    h("languageCode", { code: document.language ?? "fr-FR" }),
    h("setId", { root: input.setId }),
    h("versionNumber", { value: String(input.version) }),
    input.recordTarget,
    ...document.authors.map((author2) => authorNode(author2, createdAt, patient3)),
    document.dataEnterer && dataEntererNode(document.dataEnterer),
    ...many(document.informants, informantNode),
    custodianNode(input.custodian),
    ...many(document.recipients, recipientNode),
    legalAuthenticatorNode(document.legalAuthenticator, createdAt, patient3),
    ...many(document.authenticators, authenticatorNode),
    ...many(document.participants, participantNode),
    ...many(document.orders, orderNode),
    ...document.acts.map(serviceEventNode),
    replaces && h("relatedDocument", { typeCode: "RPLC" }, [
      h("parentDocument", {}, [
        h("id", { root: replaces.uniqueId }),
        replaces.setId !== void 0 && h("setId", { root: replaces.setId }),
        replaces.version !== void 0 && h("versionNumber", { value: String(replaces.version) })
      ])
    ]),
    ...many(document.consents, consentNode),
    encounterNode(document.encounter),
    input.component
  ]);
}

// packages/documents/src/cda/unstructured.ts
function unstructuredComponent({ kind, content, language }) {
  return h("component", {}, [
    h("nonXMLBody", {}, [
      h("text", { mediaType: BODY_MEDIA_TYPES[kind], representation: "B64" }, [base64(content)]),
      language !== void 0 && h("languageCode", { code: language })
    ])
  ]);
}

// packages/documents/src/reader/dom.ts
var NS = {
  hl7: "urn:hl7-org:v3",
  sdtc: "urn:hl7-org:sdtc",
  lab: "urn:oid:1.3.6.1.4.1.19376.1.3.2",
  pharmacy: "urn:ihe:pharm:medication",
  dicom: "urn:dicom-org:ps3-20",
  xsi: "http://www.w3.org/2001/XMLSchema-instance",
  xsl: "http://www.w3.org/1999/XSL/Transform",
  ds: "http://www.w3.org/2000/09/xmldsig#"
};
function all(parent, local, namespace = NS.hl7) {
  const found = [];
  if (parent === void 0) return found;
  for (const node of parent.children) {
    if (typeof node !== "string" && node.local === local && node.namespace === namespace) found.push(node);
  }
  return found;
}
function first(parent, ...path) {
  let current = parent;
  for (const local of path) current = current === void 0 ? void 0 : child2(current, local);
  return current;
}
function child2(parent, local) {
  for (const node of parent.children) {
    if (typeof node !== "string" && node.local === local && node.namespace === NS.hl7) return node;
  }
  return void 0;
}
function visit(element2, see) {
  see(element2);
  for (const node of element2.children) if (typeof node !== "string") visit(node, see);
}
function attr(element2, local) {
  if (element2 === void 0) return void 0;
  for (const item of element2.attributes) if (item.local === local && item.namespace === "") return item.value;
  return void 0;
}
function plain2(element2) {
  if (element2 === void 0) return void 0;
  const value = text(element2).replace(/\s+/g, " ").trim();
  return value === "" ? void 0 : value;
}
function ownText(element2) {
  if (element2 === void 0) return void 0;
  let value = "";
  for (const node of element2.children) if (typeof node === "string") value += node;
  value = value.replace(/\s+/g, " ").trim();
  return value === "" ? void 0 : value;
}
function tokens(value) {
  return value === void 0 ? [] : value.split(/\s+/).filter((token2) => token2 !== "");
}
function xsiType(element2) {
  const value = attribute(element2, "type", NS.xsi);
  return value === void 0 ? void 0 : value.trim().replace(/^[^:]*:/, "");
}
function compact2(value) {
  const out = {};
  for (const key in value) {
    const member = value[key];
    if (member !== void 0) out[key] = member;
  }
  return out;
}

// packages/documents/src/reader/elide.ts
var LONG = 65536;
var GT = 62;
var LT = 60;
var LF2 = 10;
var alphabet = base64Alphabet();
function base64Alphabet() {
  const table3 = new Uint8Array(256);
  for (const c of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= 	\r\n")
    table3[c.charCodeAt(0)] = 1;
  return table3;
}
function elideLongTexts(bytes, keep = /* @__PURE__ */ new Set()) {
  if (bytes.byteLength < LONG || !hasLongGap(bytes)) return void 0;
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const elisions = [];
  let out = "";
  let from = bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? 3 : 0;
  let at3 = from;
  for (; ; ) {
    const open2 = bytes.indexOf(GT, at3);
    if (open2 < 0) break;
    const end = bytes.indexOf(LT, open2 + 1);
    if (end < 0) break;
    const start2 = open2 + 1;
    if (end - start2 >= LONG && !keep.has(start2) && isBase64(bytes, start2, end)) {
      out += decode(decoder, bytes.subarray(from, start2));
      elisions.push({ encoded: bytes.subarray(start2, end), at: out.length });
      out += "\n".repeat(lineFeeds(bytes, start2, end));
      from = end;
    }
    at3 = end;
  }
  if (elisions.length === 0) return void 0;
  return { text: out + decode(decoder, bytes.subarray(from)), elisions };
}
function isBase64(bytes, start2, end) {
  for (let i = start2; i < end; i += 1) if (alphabet[bytes[i] ?? 0] !== 1) return false;
  return true;
}
function lineFeeds(bytes, start2, end) {
  let count = 0;
  for (let i = bytes.indexOf(LF2, start2); i >= 0 && i < end; i = bytes.indexOf(LF2, i + 1)) count += 1;
  return count;
}
function decode(decoder, bytes) {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new XmlError("xml.encoding", "The document is not valid UTF-8.");
  }
}
function hasLongGap(bytes) {
  for (let at3 = LONG; at3 < bytes.byteLength; at3 += LONG) {
    const before = bytes.lastIndexOf(LT, at3);
    const after = bytes.indexOf(LT, at3);
    if ((after < 0 ? bytes.byteLength : after) - before > LONG) return true;
  }
  return false;
}

// packages/documents/src/reader/limits.ts
var defaultCdaLimits = {
  maxBytes: 160 * 1048576,
  maxMarkupBytes: 16 * 1048576,
  maxDepth: 256,
  maxElements: 25e4,
  maxAttributes: 256,
  maxTextLength: 4 * 1048576,
  maxMillis: 2e4
};

// packages/documents/src/reader/media.ts
function readMedia(element2, carrier, encoded) {
  return compact2({
    mediaType: attr(element2, "mediaType"),
    representation: attr(element2, "representation"),
    charset: attr(element2, "charset"),
    language: attr(element2, "language"),
    nullFlavor: attr(element2, "nullFlavor"),
    reference: attr(first(element2, "reference"), "value"),
    id: attr(carrier, "ID"),
    element: element2,
    encoded
  });
}

// packages/documents/src/reader/model.ts
var EVERY = /* @__PURE__ */ new Set(["2.16.840.1.113883.2.8.2.1", "1.2.250.1.213.1.1.1.1"]);
var N1 = "1.3.6.1.4.1.19376.1.2.20";
var FRENCH = "1.2.250.1.213.1.1.1.";
var names3 = {
  "2.1": "CARD-F-PRC",
  "2.1.1": "CARD-F-PRC-AVK",
  "2.1.2": "CARD-F-PRC-TAP",
  "2.1.3": "CARD-F-PRC-DCI",
  "2.1.4": "CARD-F-PRC-PSC",
  "2.1.5": "CARD-F-PRC-PPV",
  "5": "CSE",
  "5.1": "CSE-CS8",
  "5.2": "CSE-CS9",
  "5.3": "CSE-CS24",
  "5.4": "CSE-MDE",
  "8": "CANCER-FRCP",
  "12.1": "OBP-SAP",
  "12.2": "OBP-SNM",
  "12.3": "OBP-SNE",
  "12.4": "OBP-SCM",
  "12.5": "OBP-SEM",
  "13": "VSM",
  "15": "AVC-AUNV",
  "16": "AVC-EUNV",
  "17": "AVC-SUNV",
  "18": "OPH-CR-RTN",
  "21": "LDL-EES",
  "22": "DLU-EHPAD-DLU",
  "23": "DLU-EHPAD-FLUDT",
  "24": "DLU-EHPAD-FLUDR",
  "25": "AVC-PAVC",
  "26": "CANCER-PPS",
  "27": "CANCER-D2LM-FIN",
  "28": "CANCER-D2LM-FIDD",
  "29": "LDL-SES",
  "30": "SDM-MR",
  "32": "CANCER-CR-GM",
  "36": "CNAM-HR",
  "37": "VAC",
  "38": "TLM-DA",
  "39": "eP-MED-DM",
  "40": "ANEST-CR-ANEST",
  "41": "ANEST-CR-CPA",
  "42": "OPH-BRE",
  "45": "IMG-CR-IMG",
  "46": "VAC-NOTE",
  "47": "IMG-DA-IMG",
  "51": "IPS-FR",
  "54": "eDISP-MED",
  "55": "BIO-CR-BIO",
  "59": "BIO-TROD"
};
function identifyModel(templateIds, body) {
  const roots = templateIds.filter((id) => id.root !== void 0 && !EVERY.has(id.root));
  const french = roots.filter((id) => id.root?.startsWith(FRENCH)).sort((a, b) => (b.root ?? "").length - (a.root ?? "").length)[0];
  const level = body === "nonXml" ? "N1" : body === "structured" ? "N3" : "none";
  const root = french?.root;
  const others = roots.flatMap((id) => id.root === void 0 || id.root === root ? [] : [id.root]);
  if (root !== void 0) {
    const tail = root.slice(FRENCH.length);
    const known3 = Object.hasOwn(names3, tail) ? names3[tail] : void 0;
    return compact2({
      id: known3 ?? "unknown",
      level,
      name: known3 ?? root,
      template: root,
      version: french?.extension,
      otherTemplates: others
    });
  }
  const n1 = others.includes(N1) || level === "N1";
  return {
    id: n1 ? "n1" : "unknown",
    level,
    name: n1 ? "N1" : others[0] ?? "",
    otherTemplates: others
  };
}

// packages/documents/src/reader/read-data-types.ts
function readId(element2) {
  return compact2({
    root: attr(element2, "root"),
    extension: attr(element2, "extension"),
    assigningAuthorityName: attr(element2, "assigningAuthorityName"),
    nullFlavor: attr(element2, "nullFlavor")
  });
}
function readIds(parent, local = "id") {
  return all(parent, local).map(readId);
}
function readCode(element2) {
  const original2 = first(element2, "originalText");
  return compact2({
    code: attr(element2, "code"),
    codeSystem: attr(element2, "codeSystem"),
    codeSystemName: attr(element2, "codeSystemName"),
    codeSystemVersion: attr(element2, "codeSystemVersion"),
    displayName: attr(element2, "displayName"),
    nullFlavor: attr(element2, "nullFlavor"),
    originalText: ownText(original2),
    originalTextReference: attr(first(original2, "reference"), "value")?.trim(),
    translations: all(element2, "translation").map(readCode),
    qualifiers: all(element2, "qualifier").map(readQualifier)
  });
}
function readQualifier(element2) {
  return compact2({ name: codeOf(element2, "name"), value: codeOf(element2, "value") });
}
function codeOf(parent, local = "code") {
  const found = first(parent, local);
  return found === void 0 ? void 0 : readCode(found);
}
function codesOf(parent, local) {
  return all(parent, local).map(readCode);
}
function readTime(element2) {
  const raw2 = attr(element2, "value");
  const read4 = raw2 === void 0 ? void 0 : parseHl7Timestamp(raw2.trim());
  const parts = read4?.ok ? read4.value : void 0;
  const instant = parts === void 0 ? void 0 : hl7Instant(parts);
  return compact2({
    raw: raw2,
    nullFlavor: attr(element2, "nullFlavor"),
    parts,
    instant: instant === void 0 ? void 0 : isoInstant(instant)
  });
}
function timeOf3(parent, local) {
  const found = first(parent, local);
  return found === void 0 ? void 0 : readTime(found);
}
function readQuantity(element2) {
  return compact2({
    value: attr(element2, "value"),
    unit: attr(element2, "unit"),
    nullFlavor: attr(element2, "nullFlavor"),
    translations: all(element2, "translation").map(readCode)
  });
}
function quantityOf(parent, local) {
  const found = first(parent, local);
  return found === void 0 ? void 0 : readQuantity(found);
}
function readInterval(element2) {
  return compact2({
    value: attr(element2, "value") === void 0 ? void 0 : readTime(element2),
    low: timeOf3(element2, "low"),
    high: timeOf3(element2, "high"),
    center: timeOf3(element2, "center"),
    width: quantityOf(element2, "width"),
    nullFlavor: attr(element2, "nullFlavor")
  });
}
function intervalOf(parent, local) {
  const found = first(parent, local);
  return found === void 0 ? void 0 : readInterval(found);
}
function readPersonName(element2) {
  const parts = (local) => all(element2, local).map(readNamePart);
  return compact2({
    use: tokens(attr(element2, "use")),
    prefixes: parts("prefix"),
    given: parts("given"),
    family: parts("family"),
    suffixes: parts("suffix"),
    text: ownText(element2),
    nullFlavor: attr(element2, "nullFlavor")
  });
}
function readNamePart(element2) {
  return compact2({
    text: plain2(element2) ?? "",
    qualifiers: tokens(attr(element2, "qualifier")),
    nullFlavor: attr(element2, "nullFlavor")
  });
}
function readAddress(element2) {
  return compact2({
    use: tokens(attr(element2, "use")),
    parts: elements(element2).filter((node) => node.namespace === NS.hl7 && node.local !== "useablePeriod").map((node) => ({ part: node.local, text: plain2(node) ?? "" })),
    text: ownText(element2),
    nullFlavor: attr(element2, "nullFlavor")
  });
}
function addressesOf(parent) {
  return all(parent, "addr").map(readAddress);
}
function telecomsOf(parent) {
  return all(parent, "telecom").map(
    (element2) => compact2({
      value: attr(element2, "value"),
      use: tokens(attr(element2, "use")),
      nullFlavor: attr(element2, "nullFlavor")
    })
  );
}

// packages/documents/src/reader/read-entities.ts
function personOf2(parent, local) {
  const found = first(parent, local);
  return found === void 0 ? void 0 : { names: all(found, "name").map(readPersonName) };
}
function readOrganization(element2) {
  const part2 = first(element2, "asOrganizationPartOf");
  return compact2({
    ids: readIds(element2),
    names: all(element2, "name").flatMap((name) => plain2(name) ?? []),
    telecoms: telecomsOf(element2),
    addresses: addressesOf(element2),
    standardIndustryClassCode: codeOf(element2, "standardIndustryClassCode"),
    partOf: part2 === void 0 ? void 0 : compact2({
      ids: readIds(part2),
      code: codeOf(part2),
      whole: organizationOf(part2, "wholeOrganization")
    })
  });
}
function organizationOf(parent, local) {
  const found = first(parent, local);
  return found === void 0 ? void 0 : readOrganization(found);
}
function readAssignedEntity(element2) {
  return compact2({
    classCode: attr(element2, "classCode"),
    ids: readIds(element2),
    code: codeOf(element2),
    addresses: addressesOf(element2),
    telecoms: telecomsOf(element2),
    person: personOf2(element2, "assignedPerson"),
    organization: organizationOf(element2, "representedOrganization")
  });
}
function assignedEntityOf(parent) {
  const found = first(parent, "assignedEntity");
  return found === void 0 ? void 0 : readAssignedEntity(found);
}
function readAuthor(element2) {
  const assigned = first(element2, "assignedAuthor");
  const deviceElement = first(assigned, "assignedAuthoringDevice");
  const device = deviceElement === void 0 ? void 0 : compact2({
    manufacturerModelName: plain2(first(deviceElement, "manufacturerModelName")),
    softwareName: plain2(first(deviceElement, "softwareName")),
    code: codeOf(deviceElement)
  });
  const ids = readIds(assigned);
  const code = codeOf(assigned);
  return compact2({
    kind: authorKind(
      ids.map((id) => id.root ?? ""),
      code?.code,
      device !== void 0
    ),
    templateIds: readIds(element2, "templateId"),
    time: timeOf3(element2, "time"),
    functionCode: codeOf(element2, "functionCode"),
    ids,
    code,
    addresses: addressesOf(assigned),
    telecoms: telecomsOf(assigned),
    person: personOf2(assigned, "assignedPerson"),
    device,
    organization: organizationOf(assigned, "representedOrganization"),
    element: element2
  });
}
function authorKind(roots, code, device) {
  if (device) return code === "SNR" ? "service" : "system";
  if (roots.some(isInsOid)) return "patient";
  return roots.includes("1.2.250.1.71.4.2.1") ? "professional" : "unknown";
}
function readPerformer(element2) {
  return compact2({
    typeCode: attr(element2, "typeCode"),
    templateIds: readIds(element2, "templateId"),
    functionCode: codeOf(element2, "functionCode"),
    time: intervalOf(element2, "time"),
    entity: assignedEntityOf(element2)
  });
}

// packages/documents/src/reader/read-value.ts
function readValue(element2, media) {
  const written = xsiType(element2);
  const type = written ?? guess(element2);
  const nullFlavor = attr(element2, "nullFlavor");
  const base = { xsiType: written ?? "" };
  if (["CD", "CE", "CV", "CS", "CO", "CR"].includes(type)) return { ...base, type: "coded", code: readCode(element2) };
  if (nullFlavor !== void 0 && first(element2, "low") === void 0 && first(element2, "high") === void 0) {
    return { ...base, type: "null", nullFlavor };
  }
  switch (type) {
    case "PQ":
    case "MO":
      return { ...base, type: "quantity", quantity: readQuantity(element2) };
    case "IVL_PQ":
    case "IVL_INT":
    case "IVL_REAL":
      return compact2({
        ...base,
        type: "range",
        low: quantityOf(element2, "low"),
        high: quantityOf(element2, "high")
      });
    case "RTO":
    case "RTO_PQ_PQ":
    case "RTO_QTY_QTY":
      return compact2({
        ...base,
        type: "ratio",
        numerator: quantityOf(element2, "numerator"),
        denominator: quantityOf(element2, "denominator")
      });
    case "TS":
    case "IVL_TS":
      return { ...base, type: "time", interval: readInterval(element2) };
    case "INT":
    case "REAL":
      return { ...base, type: "number", raw: attr(element2, "value") ?? "" };
    case "BL": {
      const value = attr(element2, "value");
      return value === "true" || value === "false" ? { ...base, type: "boolean", value: value === "true" } : { ...base, type: "boolean" };
    }
    case "II":
      return { ...base, type: "id", id: readId(element2) };
    case "ST":
    case "SC":
    case "ED":
      return attr(element2, "representation") === "B64" ? { ...base, type: "media", media: media(element2, element2) } : compact2({
        ...base,
        type: "text",
        text: ownText(element2) ?? "",
        reference: attr(first(element2, "reference"), "value")
      });
    default:
      return { ...base, type: "other" };
  }
}
function guess(element2) {
  if (attr(element2, "code") !== void 0) return "CD";
  if (attr(element2, "unit") !== void 0) return "PQ";
  return attr(element2, "representation") === "B64" ? "ED" : "";
}
function readDose(element2) {
  return compact2({
    quantity: attr(element2, "value") === void 0 ? void 0 : readQuantity(element2),
    low: quantityOf(element2, "low"),
    high: quantityOf(element2, "high"),
    nullFlavor: attr(element2, "nullFlavor")
  });
}

// packages/documents/src/reader/read-statement.ts
var kinds = /* @__PURE__ */ new Set([
  "act",
  "encounter",
  "observation",
  "observationMedia",
  "organizer",
  "procedure",
  "regionOfInterest",
  "substanceAdministration",
  "supply"
]);
function isKind(local) {
  return kinds.has(local);
}
function readEntry(element2, media) {
  return compact2({
    typeCode: attr(element2, "typeCode"),
    templateIds: readIds(element2, "templateId"),
    statement: statementIn(element2, media),
    element: element2
  });
}
function statementIn(parent, media) {
  for (const node of elements(parent)) {
    if (node.namespace === NS.hl7 && isKind(node.local)) return readStatement(node, node.local, media);
  }
  return void 0;
}
function readStatement(element2, kind, media) {
  const text3 = first(element2, "text");
  const value = first(element2, "value");
  const status2 = codeOf(element2, "statusCode");
  const dose = first(element2, "doseQuantity");
  const rate = first(element2, "rateQuantity");
  return compact2({
    kind,
    classCode: attr(element2, "classCode"),
    moodCode: attr(element2, "moodCode"),
    negationInd: isTrue(attr(element2, "negationInd")),
    templateIds: readIds(element2, "templateId"),
    ids: readIds(element2),
    xmlId: attr(element2, "ID"),
    code: codeOf(element2),
    text: ownText(text3),
    textReference: attr(first(text3, "reference"), "value")?.trim(),
    statusCode: status2?.code ?? status2?.nullFlavor,
    effectiveTime: intervalOf(element2, "effectiveTime"),
    effectiveTimes: all(element2, "effectiveTime"),
    priorityCode: codeOf(element2, "priorityCode"),
    values: kind === "observationMedia" ? [] : all(element2, "value").map((node) => readValue(node, media)),
    interpretationCodes: codesOf(element2, "interpretationCode"),
    methodCodes: codesOf(element2, "methodCode"),
    targetSiteCodes: codesOf(element2, "targetSiteCode"),
    routeCode: codeOf(element2, "routeCode"),
    approachSiteCodes: codesOf(element2, "approachSiteCode"),
    repeatNumber: attr(first(element2, "repeatNumber"), "value"),
    doseQuantity: dose === void 0 ? void 0 : readDose(dose),
    rateQuantity: rate === void 0 ? void 0 : readDose(rate),
    quantity: quantityOf(element2, "quantity"),
    product: productOf(element2),
    media: kind === "observationMedia" && value !== void 0 ? media(value, element2) : void 0,
    authors: all(element2, "author").map(readAuthor),
    performers: all(element2, "performer").map(readPerformer),
    informants: all(element2, "informant").flatMap((node) => all(node, "assignedEntity").map(readAssignedEntity)),
    participants: all(element2, "participant").map(readStatementParticipant),
    specimens: all(element2, "specimen").map(readSpecimen),
    references: all(element2, "reference").map(readReference),
    referenceRanges: all(element2, "referenceRange").map((node) => readReferenceRange(node, media)),
    relations: [...all(element2, "entryRelationship"), ...all(element2, "component")].map(
      (node) => readRelation(node, media)
    ),
    element: element2
  });
}
function readRelation(element2, media) {
  return compact2({
    typeCode: attr(element2, "typeCode"),
    inversionInd: isTrue(attr(element2, "inversionInd")),
    negationInd: isTrue(attr(element2, "negationInd")),
    sequenceNumber: attr(first(element2, "sequenceNumber"), "value"),
    statement: statementIn(element2, media)
  });
}
function readStatementParticipant(element2) {
  const role = first(element2, "participantRole");
  const playing = first(role, "playingEntity") ?? first(role, "playingDevice");
  return compact2({
    typeCode: attr(element2, "typeCode"),
    templateIds: [...readIds(element2, "templateId"), ...readIds(role, "templateId")],
    time: intervalOf(element2, "time"),
    classCode: attr(role, "classCode"),
    ids: readIds(role),
    code: codeOf(role),
    playing: playing === void 0 ? void 0 : compact2({
      classCode: attr(playing, "classCode"),
      code: codeOf(playing),
      names: [...all(playing, "name"), ...all(playing, "manufacturerModelName")].flatMap(
        (name) => plain2(name) ?? []
      )
    }),
    element: element2
  });
}
function productOf(element2) {
  const product = first(element2, "consumable", "manufacturedProduct") ?? first(element2, "product", "manufacturedProduct");
  if (product === void 0) return void 0;
  const material = first(product, "manufacturedMaterial") ?? first(product, "manufacturedLabeledDrug");
  const own3 = all(material, "name").flatMap((name) => plain2(name) ?? []);
  return compact2({
    templateIds: [...readIds(product, "templateId"), ...readIds(material, "templateId")],
    ids: readIds(product),
    code: codeOf(material),
    names: own3,
    lotNumber: plain2(first(material, "lotNumberText")),
    manufacturer: organizationOf(product, "manufacturerOrganization"),
    element: product
  });
}
function readSpecimen(element2) {
  const role = first(element2, "specimenRole");
  return compact2({ ids: readIds(role), code: codeOf(first(role, "specimenPlayingEntity")) });
}
var externals = ["externalAct", "externalDocument", "externalObservation", "externalProcedure"];
function readReference(element2) {
  const local = externals.find((name) => first(element2, name) !== void 0);
  const target = local === void 0 ? void 0 : first(element2, local);
  return compact2({
    typeCode: attr(element2, "typeCode"),
    kind: local ?? "unknown",
    ids: readIds(target),
    code: codeOf(target)
  });
}
function readReferenceRange(element2, media) {
  const range = first(element2, "observationRange");
  const value = first(range, "value");
  const interpretation = first(range, "interpretationCode");
  return compact2({
    text: plain2(first(range, "text")),
    value: value === void 0 ? void 0 : readValue(value, media),
    interpretationCode: interpretation === void 0 ? void 0 : readCode(interpretation)
  });
}
function isTrue(value) {
  return value === "true" || value === "1";
}

// packages/documents/src/reader/read-body.ts
function readBody(document, media) {
  const nonXml = first(document, "component", "nonXMLBody");
  const content = first(nonXml, "text");
  if (nonXml !== void 0 && content !== void 0) {
    return compact2({
      kind: "nonXml",
      media: media(content, nonXml),
      languageCode: attr(first(nonXml, "languageCode"), "code"),
      confidentialityCode: codeOf(nonXml, "confidentialityCode"),
      element: nonXml
    });
  }
  const structured = first(document, "component", "structuredBody");
  if (structured === void 0) return { kind: "none" };
  return compact2({
    kind: "structured",
    sections: sectionsOf2(structured, media),
    languageCode: attr(first(structured, "languageCode"), "code"),
    element: structured
  });
}
function sectionsOf2(parent, media) {
  return all(parent, "component").flatMap(
    (component2) => all(component2, "section").map((section2) => readSection(section2, media))
  );
}
function readSection(element2, media) {
  return compact2({
    templateIds: readIds(element2, "templateId"),
    ids: readIds(element2),
    code: codeOf(element2),
    title: plain2(first(element2, "title")),
    languageCode: attr(first(element2, "languageCode"), "code"),
    nullFlavor: attr(element2, "nullFlavor"),
    xmlId: attr(element2, "ID"),
    text: first(element2, "text"),
    entries: all(element2, "entry").map((entry2) => readEntry(entry2, media)),
    sections: sectionsOf2(element2, media),
    element: element2
  });
}

// packages/documents/src/reader/read-patient.ts
function readPatient(element2) {
  const role = first(element2, "patientRole");
  const patient3 = first(role, "patient");
  const ids = readIds(role);
  const place2 = first(patient3, "birthplace", "place");
  const placeAddress = first(place2, "addr");
  const birthTime = timeOf3(patient3, "birthTime");
  const names4 = all(patient3, "name").map(readPersonName);
  const gender = codeOf(patient3, "administrativeGenderCode");
  const deceasedTime = all(patient3, "deceasedTime", NS.sdtc)[0];
  return compact2({
    ids,
    ins: ids.flatMap((id) => readIns(id) ?? []),
    localIds: ids.filter((id) => id.root !== void 0 && !isInsOid(id.root)),
    traits: readTraits(names4, gender?.code, birthTime, plain2(first(placeAddress, "county"))),
    names: names4,
    gender,
    birthTime,
    deceased: boolean(attr(all(patient3, "deceasedInd", NS.sdtc)[0], "value")),
    deceasedTime: deceasedTime === void 0 ? void 0 : readTime(deceasedTime),
    multipleBirth: boolean(attr(all(patient3, "multipleBirthInd", NS.sdtc)[0], "value")),
    multipleBirthOrder: attr(all(patient3, "multipleBirthOrderNumber", NS.sdtc)[0], "value"),
    addresses: addressesOf(role),
    telecoms: telecomsOf(role),
    guardians: all(patient3, "guardian").map(readGuardian),
    birthplace: place2 === void 0 ? void 0 : compact2({
      name: plain2(first(place2, "name")),
      address: placeAddress === void 0 ? void 0 : readAddress(placeAddress)
    }),
    element: element2
  });
}
function readIns(id) {
  if (id.root === void 0 || !isInsOid(id.root)) return void 0;
  const read4 = fromCdaId(id);
  return compact2({
    id,
    kind: insOidKind(id.root),
    identifier: read4.ok ? read4.value : void 0,
    findings: read4.findings
  });
}
function readTraits(names4, sexe, birth, lieuNaissance) {
  const family = names4.flatMap((name) => name.family);
  const given = names4.flatMap((name) => name.given);
  const qualified3 = (parts, qualifier) => parts.find((part2) => part2.qualifiers.includes(qualifier))?.text;
  return compact2({
    nomNaissance: qualified3(family, "BR"),
    nomUtilise: qualified3(family, "CL"),
    premierPrenom: qualified3(given, "BR"),
    listePrenoms: given.find((part2) => part2.qualifiers.length === 0)?.text,
    prenomUtilise: qualified3(given, "CL"),
    sexe,
    dateNaissance: birth?.raw?.trim().replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3"),
    lieuNaissance
  });
}
function readGuardian(element2) {
  return compact2({
    ids: readIds(element2),
    code: codeOf(element2),
    addresses: addressesOf(element2),
    telecoms: telecomsOf(element2),
    person: personOf2(element2, "guardianPerson"),
    organization: organizationOf(element2, "guardianOrganization")
  });
}
function boolean(value) {
  if (value === "true" || value === "1") return true;
  return value === "false" || value === "0" ? false : void 0;
}

// packages/documents/src/reader/read-header.ts
function readHeader(document) {
  const patients = all(document, "recordTarget").map(readPatient);
  const version2 = attr(first(document, "versionNumber"), "value");
  const enterer = first(document, "dataEnterer");
  const legal = first(document, "legalAuthenticator");
  const encounter = first(document, "componentOf", "encompassingEncounter");
  return compact2({
    realmCode: attr(first(document, "realmCode"), "code"),
    typeId: readIds(document, "typeId")[0],
    templateIds: readIds(document, "templateId"),
    id: readIds(document)[0],
    code: codeOf(document),
    title: plain2(first(document, "title")),
    effectiveTime: timeOf3(document, "effectiveTime"),
    confidentialityCode: codeOf(document, "confidentialityCode"),
    languageCode: attr(first(document, "languageCode"), "code"),
    setId: readIds(document, "setId")[0],
    version: version2,
    versionNumber: version2 !== void 0 && /^[1-9][0-9]{0,8}$/.test(version2) ? Number(version2) : void 0,
    copyTime: timeOf3(document, "copyTime"),
    patient: patients[0],
    patients,
    authors: all(document, "author").map(readAuthor),
    dataEnterer: enterer === void 0 ? void 0 : readDataEnterer(enterer),
    informants: all(document, "informant").flatMap((element2) => readInformant(element2) ?? []),
    custodian: organizationOf(first(document, "custodian", "assignedCustodian"), "representedCustodianOrganization"),
    informationRecipients: all(document, "informationRecipient").map(readRecipient),
    legalAuthenticator: legal === void 0 ? void 0 : readAuthenticator(legal),
    authenticators: all(document, "authenticator").map(readAuthenticator),
    participants: all(document, "participant").map(readParticipant),
    orders: all(document, "inFulfillmentOf").flatMap((element2) => all(element2, "order").map(readOrder)),
    serviceEvents: all(document, "documentationOf").flatMap(
      (element2) => all(element2, "serviceEvent").map(readServiceEvent)
    ),
    relatedDocuments: all(document, "relatedDocument").map(readRelatedDocument),
    consents: all(document, "authorization").flatMap((element2) => all(element2, "consent").map(readConsent)),
    encounter: encounter === void 0 ? void 0 : readEncounter(encounter)
  });
}
function readDataEnterer(element2) {
  return compact2({
    time: timeOf3(element2, "time"),
    entity: assignedEntityOf(element2) ?? { ids: [], addresses: [], telecoms: [] },
    element: element2
  });
}
function readInformant(element2) {
  const assigned = first(element2, "assignedEntity");
  if (assigned !== void 0) return { kind: "assigned", entity: readAssignedEntity(assigned), element: element2 };
  const related = first(element2, "relatedEntity");
  if (related === void 0) return void 0;
  return compact2({
    kind: "related",
    classCode: attr(related, "classCode"),
    code: codeOf(related),
    addresses: addressesOf(related),
    telecoms: telecomsOf(related),
    person: personOf2(related, "relatedPerson"),
    element: element2
  });
}
function readRecipient(element2) {
  const intended = first(element2, "intendedRecipient");
  return compact2({
    typeCode: attr(element2, "typeCode"),
    classCode: attr(intended, "classCode"),
    templateIds: readIds(intended, "templateId"),
    ids: readIds(intended),
    addresses: addressesOf(intended),
    telecoms: telecomsOf(intended),
    person: personOf2(intended, "informationRecipient"),
    organization: organizationOf(intended, "receivedOrganization"),
    element: element2
  });
}
function readAuthenticator(element2) {
  return compact2({
    templateIds: readIds(element2, "templateId"),
    time: timeOf3(element2, "time"),
    signatureCode: attr(first(element2, "signatureCode"), "code"),
    entity: assignedEntityOf(element2),
    element: element2
  });
}
function readParticipant(element2) {
  const associated = first(element2, "associatedEntity");
  return compact2({
    typeCode: attr(element2, "typeCode"),
    templateIds: readIds(element2, "templateId"),
    functionCode: codeOf(element2, "functionCode"),
    time: intervalOf(element2, "time"),
    classCode: attr(associated, "classCode"),
    ids: readIds(associated),
    code: codeOf(associated),
    addresses: addressesOf(associated),
    telecoms: telecomsOf(associated),
    person: personOf2(associated, "associatedPerson"),
    organization: organizationOf(associated, "scopingOrganization"),
    element: element2
  });
}
function readOrder(element2) {
  return compact2({
    ids: readIds(element2),
    code: codeOf(element2),
    accessionNumbers: all(element2, "accessionNumber", NS.dicom).map(readId),
    element: element2
  });
}
function readServiceEvent(element2) {
  return compact2({
    classCode: attr(element2, "classCode"),
    ids: readIds(element2),
    code: codeOf(element2),
    statusCode: attr(all(element2, "statusCode", NS.lab)[0], "code"),
    effectiveTime: intervalOf(element2, "effectiveTime"),
    performers: all(element2, "performer").map(readPerformer),
    element: element2
  });
}
function readRelatedDocument(element2) {
  const parent = first(element2, "parentDocument");
  return compact2({
    typeCode: attr(element2, "typeCode"),
    ids: readIds(parent),
    code: codeOf(parent),
    setId: readIds(parent, "setId")[0],
    version: attr(first(parent, "versionNumber"), "value"),
    element: element2
  });
}
function readConsent(element2) {
  return compact2({
    ids: readIds(element2),
    code: codeOf(element2),
    statusCode: attr(first(element2, "statusCode"), "code"),
    element: element2
  });
}
function readEncounter(element2) {
  const facility = first(element2, "location", "healthCareFacility");
  return compact2({
    ids: readIds(element2),
    code: codeOf(element2),
    effectiveTime: intervalOf(element2, "effectiveTime"),
    dischargeDispositionCode: codeOf(element2, "dischargeDispositionCode"),
    responsibleParty: assignedEntityOf(first(element2, "responsibleParty")),
    participants: all(element2, "encounterParticipant").map(
      (node) => compact2({
        typeCode: attr(node, "typeCode"),
        time: intervalOf(node, "time"),
        entity: assignedEntityOf(node)
      })
    ),
    facility: facility === void 0 ? void 0 : readFacility(facility),
    element: element2
  });
}
function readFacility(element2) {
  const place2 = first(element2, "location");
  const address = first(place2, "addr");
  return compact2({
    ids: readIds(element2),
    code: codeOf(element2),
    name: plain2(first(place2, "name")),
    address: address === void 0 ? void 0 : readAddress(address),
    organization: organizationOf(element2, "serviceProviderOrganization")
  });
}

// packages/documents/src/reader/references.ts
var REF = { document: "CI-SIS, volet Structuration minimale", section: "liens entre texte et donn\xE9es" };
var pointers = {
  reference: { attribute: "value", hash: true },
  linkHtml: { attribute: "href", hash: true },
  renderMultiMedia: { attribute: "referencedObject", hash: false },
  footnoteRef: { attribute: "IDREF", hash: false }
};
function checkReferences(document) {
  const ids = /* @__PURE__ */ new Map();
  const findings = [];
  const uses = [];
  visit(document, (element2) => {
    if (element2.namespace !== NS.hl7) return;
    const id = attr(element2, "ID");
    if (id !== void 0) {
      if (ids.has(id)) findings.push(at2(element2, "cda.id.duplicate", id));
      else ids.set(id, element2);
    }
    for (const target of targetsOf(element2)) uses.push({ target, element: element2 });
  });
  for (const { target, element: element2 } of uses) {
    if (!ids.has(target)) findings.push(at2(element2, "cda.reference.dead", target));
  }
  return { ids, findings };
}
function targetsOf(element2) {
  const pointer = Object.hasOwn(pointers, element2.local) ? pointers[element2.local] : void 0;
  if (pointer === void 0) return [];
  const value = attr(element2, pointer.attribute)?.trim();
  if (value === void 0 || value === "") return [];
  if (!pointer.hash) return tokens(value);
  return value.startsWith("#") && value.length > 1 ? [value.slice(1)] : [];
}
function at2(element2, rule, id) {
  return {
    ...finding(rule, "warning", [], { id: shown2(id) }, REF),
    wire: { line: element2.line, column: element2.column }
  };
}
function shown2(id) {
  return /^[A-Za-z0-9_.:-]{1,64}$/.test(id) ? id : "?";
}

// packages/documents/src/reader/error.ts
var CdaReadError = class extends SocleAnswerError {
  constructor(code, message) {
    super({
      code,
      service: "documents",
      message,
      audience: "vendor",
      retryable: false,
      userMessage: {
        fr: {
          title: "Ce document ne peut pas \xEAtre lu",
          action: "Demandez \xE0 son auteur de le transmettre \xE0 nouveau ; il n\u2019est pas un document CDA lisible."
        },
        en: {
          title: "This document cannot be read",
          action: "Ask its author to send it again; it is not a readable CDA document."
        }
      }
    });
  }
};

// packages/documents/src/reader/unwrap.ts
function unwrap(root) {
  const found = [];
  visit(root, (node) => {
    if (node.local === "ClinicalDocument" && node.namespace === NS.hl7) found.push(node);
  });
  const [document, second] = found;
  if (second !== void 0) {
    throw new CdaReadError("cda.severalDocuments", "The XML holds more than one ClinicalDocument.");
  }
  if (document === void 0) {
    throw new CdaReadError("cda.notCda", "The XML holds no ClinicalDocument of the namespace urn:hl7-org:v3.");
  }
  return { document, wrapper: wrapperOf(root, document) };
}
function wrapperOf(root, document) {
  if (root === document) return "none";
  if (root.namespace === NS.xsl && (root.local === "stylesheet" || root.local === "transform")) return "stylesheet";
  return root.namespace === NS.ds && root.local === "Signature" ? "signature" : "other";
}

// packages/documents/src/reader/parse.ts
function parseCdaTree(bytes, limits = {}) {
  const bounds = { ...defaultCdaLimits, ...compact2(limits) };
  if (bytes.byteLength > bounds.maxBytes) {
    throw new XmlError("xml.tooLarge", `The document is larger than ${bounds.maxBytes} bytes.`);
  }
  const { maxMarkupBytes, maxBytes: _, ...rest } = bounds;
  const options = { ...rest, maxBytes: maxMarkupBytes };
  const keep = /* @__PURE__ */ new Set();
  for (; ; ) {
    const reduced = elideLongTexts(bytes, keep);
    if (reduced === void 0) return { root: parseXml(bytes, options), elided: /* @__PURE__ */ new Map() };
    const root = parseXml(reduced.text, options);
    const carriers = /* @__PURE__ */ new Map();
    visit(root, (node) => {
      if (attr(node, "representation") === "B64") carriers.set(node.span.open, node);
    });
    const elided = /* @__PURE__ */ new Map();
    const wrong = reduced.elisions.filter(({ at: at3, encoded }) => {
      const carrier = carriers.get(at3);
      if (carrier === void 0 || ownText(carrier) !== void 0) return true;
      elided.set(carrier, encoded);
      return false;
    });
    if (wrong.length === 0) return { root, elided };
    for (const { encoded } of wrong) keep.add(encoded.byteOffset - bytes.byteOffset);
  }
}
function parseCda(bytes, limits = {}) {
  return readCda(parseCdaTree(bytes, limits));
}
function readCda(tree) {
  const { document, wrapper } = unwrap(tree.root);
  const header = readHeader(document);
  const body = readBody(document, (element2, carrier) => readMedia(element2, carrier, tree.elided.get(element2)));
  const { ids, findings } = checkReferences(document);
  return {
    root: tree.root,
    document,
    wrapper,
    header,
    body,
    model: identifyModel(header.templateIds, body.kind),
    ids,
    elided: tree.elided,
    findings
  };
}

// packages/documents/src/cda/vendor-document.ts
function vendorDocument(content, document, submission, findings) {
  const parsed2 = read2(content, findings);
  if (!parsed2) return void 0;
  const { id, setId, versionNumber, code, patient: patient3 } = parsed2.header;
  const path = ["body", "content"];
  if (!id?.root) {
    findings.push(finding("documents.cda.id", "error", path));
    return void 0;
  }
  if (id.extension !== void 0) findings.push(finding("documents.cda.extension", "warning", path));
  if (document.id !== void 0 && document.id !== id.root)
    findings.push(finding("documents.cda.otherId", "error", ["id"]));
  if (code?.code !== document.type.code) findings.push(finding("documents.cda.otherType", "error", ["type"]));
  const allowed = canTransmitIns(submission.patient.identity);
  const stated = patient3?.ins.flatMap(({ identifier }) => identifier ? [identifier.matricule] : []) ?? [];
  if (allowed.ok && stated.length > 0 && !stated.includes(allowed.ins.matricule)) {
    findings.push(finding("documents.cda.otherPatient", "error", path));
  }
  if (!allowed.ok && (patient3?.ins.length ?? 0) > 0)
    findings.push(finding("documents.cda.insNotQualified", "error", path));
  return { uniqueId: id.root, setId: setId?.root ?? id.root, version: versionNumber ?? 1 };
}
function read2(content, findings) {
  try {
    return parseCda(content);
  } catch (error) {
    if (!isSocleError(error)) throw error;
    findings.push(finding("documents.cda.unreadable", "error", ["body", "content"], { code: error.code }));
    return void 0;
  }
}

// packages/documents/src/cda/versions.ts
function versionOf(document, id) {
  const { replaces } = document;
  return {
    setId: document.setId ?? replaces?.setId ?? (replaces ? replaces.uniqueId : id),
    version: document.version ?? (replaces ? (replaces.version ?? 1) + 1 : 1)
  };
}
function custodianOf(document) {
  if (document.custodian) return document.custodian;
  for (const author2 of document.authors) if (author2.kind !== "patient") return author2.organization;
  return void 0;
}

// packages/documents/src/cda/base64.ts
var ALPHABET = new TextEncoder().encode("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
var PADDING = 61;
var FIRST = Uint8Array.from({ length: 4096 }, (_, bits2) => letter(bits2 >> 6));
var SECOND = Uint8Array.from({ length: 4096 }, (_, bits2) => letter(bits2));
var PAIR = Uint16Array.from({ length: 4096 }, (_, bits2) => letter(bits2 >> 6) | letter(bits2) << 8);
var LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
function base64Length(octets2) {
  return Math.ceil(octets2 / 3) * 4;
}
function writeBase64(bytes, target, at3) {
  const whole = bytes.length - bytes.length % 3;
  const aligned = LITTLE_ENDIAN && (target.byteOffset + at3) % 2 === 0;
  const to = aligned ? writePairs(bytes, whole, target, at3) : writeLetters(bytes, whole, target, at3);
  const left = bytes.length - whole;
  if (left === 0) return to;
  const word = byte(bytes, whole) << 16 | (left === 2 ? byte(bytes, whole + 1) << 8 : 0);
  target[to] = letter(word >> 18);
  target[to + 1] = letter(word >> 12);
  target[to + 2] = left === 2 ? letter(word >> 6) : PADDING;
  target[to + 3] = PADDING;
  return to + 4;
}
function writePairs(bytes, whole, target, at3) {
  const pairs = new Uint16Array(target.buffer, target.byteOffset + at3, whole / 3 * 2);
  let to = 0;
  for (let from = 0; from < whole; from += 3) {
    const middle = byte(bytes, from + 1);
    pairs[to] = PAIR[byte(bytes, from) << 4 | middle >> 4];
    pairs[to + 1] = PAIR[(middle & 15) << 8 | byte(bytes, from + 2)];
    to += 2;
  }
  return at3 + to * 2;
}
function writeLetters(bytes, whole, target, at3) {
  let to = at3;
  for (let from = 0; from < whole; from += 3) {
    const middle = byte(bytes, from + 1);
    const high = byte(bytes, from) << 4 | middle >> 4;
    const low = (middle & 15) << 8 | byte(bytes, from + 2);
    target[to] = FIRST[high];
    target[to + 1] = SECOND[high];
    target[to + 2] = FIRST[low];
    target[to + 3] = SECOND[low];
    to += 4;
  }
  return to;
}
function letter(word) {
  return ALPHABET[word & 63];
}
function byte(bytes, at3) {
  return bytes[at3];
}

// packages/documents/src/cda/write.ts
var PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>\n';
function writeDocument(root, options = {}) {
  const parts = new Parts();
  if (options.prologue) parts.text(PROLOGUE);
  writeElement(root, parts, namespacesOf(root));
  return parts.bytes();
}
var Parts = class {
  #done = [];
  #pending = [];
  text(...pieces) {
    this.#pending.push(...pieces);
  }
  base64(node) {
    this.#flush();
    this.#done.push(node);
  }
  bytes() {
    this.#flush();
    let length = 0;
    for (const part2 of this.#done) length += "bytes" in part2 ? base64Length(part2.bytes.length) : part2.length;
    const out = new Uint8Array(length);
    let at3 = 0;
    for (const part2 of this.#done) {
      if ("bytes" in part2) at3 = writeBase64(part2.bytes, out, at3);
      else {
        out.set(part2, at3);
        at3 += part2.length;
      }
    }
    return out;
  }
  #flush() {
    if (this.#pending.length > 0) this.#done.push(new TextEncoder().encode(this.#pending.join("")));
    this.#pending = [];
  }
};
function writeElement(node, parts, declared) {
  const tag = qualified2(node.name.prefix, node.name.local);
  parts.text("<", tag);
  for (const [prefix, namespace] of declared ?? []) {
    parts.text(prefix === "" ? ' xmlns="' : ` xmlns:${prefix}="`, escapeAttribute(namespace), '"');
  }
  const attributes = [...node.attributes].sort(
    (a, b) => compare2(`${a.namespace ?? ""}\0${a.local}`, `${b.namespace ?? ""}\0${b.local}`)
  );
  for (const { prefix = "", local, value } of attributes) {
    parts.text(" ", qualified2(prefix, local), '="', escapeAttribute(value), '"');
  }
  parts.text(">");
  for (const child3 of node.children) writeChild(child3, parts);
  parts.text("</", tag, ">");
}
function writeChild(node, parts) {
  if (typeof node === "string") parts.text(escapeText(node));
  else if (node.kind === "element") writeElement(node, parts);
  else if (isBase642(node)) parts.base64(node);
  else parts.text(node.xml);
}
function isBase642(node) {
  return typeof node !== "string" && node.kind === "raw" && "bytes" in node;
}
function namespacesOf(root) {
  const found = /* @__PURE__ */ new Map();
  const visit2 = (node) => {
    if (typeof node === "string" || node.kind !== "element") return;
    found.set(node.name.prefix, node.name.namespace);
    for (const { prefix, namespace } of node.attributes) if (prefix && namespace) found.set(prefix, namespace);
    node.children.forEach(visit2);
  };
  visit2(root);
  return new Map([...found].sort(([a], [b]) => compare2(a, b)));
}
function qualified2(prefix, local) {
  return prefix === "" ? local : `${prefix}:${local}`;
}
function compare2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// packages/documents/src/cda/build.ts
function buildCda(given, submission, options) {
  const document = completeDocument(given);
  const findings = [
    ...checkDocument(document, submission, { profile: "cisis" }),
    ...checkBody(document.body, options.pdf ?? "refuse")
  ];
  if (document.body.kind === "cda") return keepVendorDocument(document.body.content, document, submission, findings);
  const id = document.id ?? newOid(submission.vendor, options);
  if (id === void 0) findings.push(finding("documents.vendor.oid", "error", ["id"]));
  const custodian = custodianOf(document);
  const recordTarget = patientNode(submission, findings);
  const party = patientParty(submission.patient);
  if (!party && needsPatientParty(document))
    findings.push(finding("documents.patientAuthor.ins", "error", ["authors"]));
  if (hasErrors(findings) || id === void 0 || !custodian || !recordTarget) return { ok: false, findings };
  const { setId, version: version2 } = versionOf(document, id);
  const { templateIds, component: component2 } = bodyOf(document.body, document.createdAt, options.random);
  const root = clinicalDocument({
    document,
    id,
    setId,
    version: version2,
    recordTarget,
    patient: party,
    custodian,
    templateIds,
    component: component2
  });
  try {
    const bytes = writeDocument(root, { prologue: options.prologue ?? false });
    return { ok: true, bytes, uniqueId: id, setId, version: version2, mimeType: "text/xml", document, findings };
  } catch (error) {
    if (!(error instanceof XmlWriteError)) throw error;
    return { ok: false, findings: [...findings, finding("documents.text.control", "error")] };
  }
}
function keepVendorDocument(bytes, document, submission, findings) {
  const kept = bytes.length > 0 ? vendorDocument(bytes, document, submission, findings) : void 0;
  if (!kept || hasErrors(findings)) return { ok: false, findings };
  return { ok: true, bytes, ...kept, mimeType: "text/xml", document, findings };
}
function patientNode({ patient: patient3 }, findings) {
  const {
    identity: identity2,
    localIdentifiers = [],
    addresses,
    telecoms,
    birthPlace,
    guardians,
    deceased,
    multipleBirth
  } = patient3;
  const built = recordTargetNode(identity2, {
    localIdentifiers: localIdentifiers.map(({ root, extension }) => ({ value: extension, authority: { id: root } })),
    addresses,
    telecoms,
    birthPlace,
    guardians,
    deceased,
    multipleBirth
  });
  findings.push(...under(["patient", "identity"], built.findings));
  return built.ok ? built.value : void 0;
}
function bodyOf(body, createdAt, random) {
  if (body.kind === "structured") {
    const { templateIds } = MODELS[body.model];
    return { templateIds, component: structuredComponent(body, createdAt, random) };
  }
  return { templateIds: [{ root: TEMPLATES.unstructured }], component: unstructuredComponent(body) };
}

// packages/wire/src/c14n-stream/limits.ts
var defaultCanonicalizerLimits = {
  maxBytes: 1073741824,
  maxDepth: 256,
  maxTagBytes: 1048576,
  maxAttributes: 256
};

// packages/wire/src/c14n-stream/output.ts
var SIZE = 32768;
var Output = class {
  constructor(sink) {
    this.sink = sink;
  }
  sink;
  #buffer = new Uint8Array(SIZE);
  #encoder = new TextEncoder();
  #length = 0;
  /** Bytes `from` to `to` of the input. */
  bytes(source, from, to) {
    const length = to - from;
    if (length <= 0) return;
    if (length >= SIZE / 2) {
      this.flush();
      this.sink(source.subarray(from, to));
      return;
    }
    if (length > SIZE - this.#length) this.flush();
    this.#buffer.set(source.subarray(from, to), this.#length);
    this.#length += length;
  }
  /** One ASCII character. */
  byte(code) {
    if (this.#length === SIZE) this.flush();
    this.#buffer[this.#length] = code;
    this.#length += 1;
  }
  text(value) {
    if (value.length * 3 > SIZE - this.#length) this.flush();
    if (value.length * 3 > SIZE) {
      this.sink(this.#encoder.encode(value));
      return;
    }
    const { written } = this.#encoder.encodeInto(value, this.#buffer.subarray(this.#length));
    this.#length += written;
  }
  flush() {
    if (this.#length === 0) return;
    this.sink(this.#buffer.slice(0, this.#length));
    this.#length = 0;
  }
};

// packages/wire/src/c14n-stream/runs.ts
var PASS = 0;
var LOOK = 1;
var CONTROL = 2;
var MULTIBYTE = 3;
function table2(look) {
  const out = new Uint8Array(256).fill(PASS);
  out.fill(CONTROL, 0, 32);
  out[9] = PASS;
  out[10] = PASS;
  out.fill(MULTIBYTE, 128);
  for (const character of look) out[character.charCodeAt(0)] = LOOK;
  return out;
}
var TEXT = table2("<>&\r");
var COMMENT = table2("-\r");
var CDATA = table2("]<>&\r");
function nextStop(data, from, end, classes) {
  let at3 = from;
  while (at3 < end && classes[data[at3]] === PASS) at3 += 1;
  return at3;
}
var INCOMPLETE = -1;
var NOT_UTF8 = -2;
var NOT_A_CHARACTER = -3;
function sequenceLength(data, at3, end) {
  const first2 = data[at3];
  const length = first2 >= 240 ? 4 : first2 >= 224 ? 3 : 2;
  if (first2 < 194 || first2 > 244) return NOT_UTF8;
  const second = at3 + 1 < end ? data[at3 + 1] : void 0;
  if (second !== void 0) {
    const low = first2 === 224 ? 160 : first2 === 240 ? 144 : 128;
    const high = first2 === 237 ? 159 : first2 === 244 ? 143 : 191;
    if (second < low || second > high) return NOT_UTF8;
  }
  for (let index = 2; index < length && at3 + index < end; index += 1) {
    if ((data[at3 + index] & 192) !== 128) return NOT_UTF8;
  }
  if (at3 + length > end) return INCOMPLETE;
  if (first2 === 239 && second === 191 && data[at3 + 2] >= 190) return NOT_A_CHARACTER;
  return length;
}

// packages/wire/src/c14n-stream/scope.ts
var Scope = class {
  #prefixes = ["xml"];
  #uris = ["http://www.w3.org/XML/1998/namespace"];
  /** How many declarations are in force; give it back to {@link leave}. */
  get mark() {
    return this.#prefixes.length;
  }
  leave(mark) {
    this.#prefixes.length = mark;
    this.#uris.length = mark;
  }
  declare(prefix, uri) {
    this.#prefixes.push(prefix);
    this.#uris.push(uri);
  }
  /** The namespace of a prefix, empty for the default one when it is not declared, `undefined` for an unbound prefix. */
  find(prefix) {
    for (let index = this.#prefixes.length - 1; index >= 0; index -= 1) {
      if (this.#prefixes[index] === prefix) return this.#uris[index];
    }
    return prefix === "" ? "" : void 0;
  }
};

// packages/wire/src/c14n-stream/tag.ts
var XML3 = "http://www.w3.org/XML/1998/namespace";
var XMLNS3 = "http://www.w3.org/2000/xmlns/";
var start = "A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}";
var NAME = new RegExp(`^[${start}][${start}.\\-0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}]*$`, "u");
function isNcName(text3) {
  return NAME.test(text3);
}
function malformed(what) {
  return new XmlError("xml.malformed", `The document is not well-formed XML: ${what}.`);
}
function split2(text3) {
  const colon = text3.indexOf(":");
  const prefix = colon < 0 ? "" : text3.slice(0, colon);
  const local = text3.slice(colon + 1);
  if (!isNcName(local) || colon >= 0 && !isNcName(prefix)) throw malformed("a name is not valid");
  return { prefix, local };
}
function writeStartTag(source, scope, maxAttributes, out) {
  const empty = source.endsWith("/");
  const end = empty ? source.length - 1 : source.length;
  let at3 = skipName(source, 0, end);
  const name = source.slice(0, at3);
  if (at3 === end) {
    const { prefix } = split2(name);
    if (prefix !== "" && scope.find(prefix) === void 0) throw malformed("a prefix is not bound");
    if (prefix === "xmlns") throw malformed("a prefix is reserved");
    out.byte(60);
    out.text(name);
    out.byte(62);
    return { name, empty };
  }
  const element2 = split2(name);
  const found = [];
  while (at3 < end) {
    const before = at3;
    at3 = skipSpace(source, at3, end);
    if (at3 === end) break;
    if (at3 === before) throw malformed("attributes are not separated");
    const from = at3;
    at3 = skipName(source, at3, end);
    const attribute3 = source.slice(from, at3);
    at3 = skipSpace(source, at3, end);
    if (source[at3] !== "=" || at3 >= end) throw malformed("an attribute has no value");
    at3 = skipSpace(source, at3 + 1, end);
    const quote = source[at3];
    const close = quote === '"' || quote === "'" ? source.indexOf(quote, at3 + 1) : -1;
    if (close < 0 || close >= end) throw malformed("an attribute value has no quotes");
    if (found.length >= maxAttributes) {
      throw new XmlError("xml.tooMany", `An element has more than ${maxAttributes} attributes.`);
    }
    found.push({ name: attribute3, value: attributeValue(source.slice(at3 + 1, close)) });
    at3 = close + 1;
  }
  out.byte(60);
  out.text(name);
  writeNamespaces(found, scope, out);
  if (element2.prefix === "xmlns" || scope.find(element2.prefix) === void 0) throw malformed("a prefix is not bound");
  writeAttributes(found, scope, out);
  out.byte(62);
  return { name, empty };
}
function writeNamespaces(found, scope, out) {
  const declared = [];
  for (const { name, value } of found) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    const prefix = name === "xmlns" ? "" : name.slice(6);
    if (name !== "xmlns" && !isNcName(prefix)) throw malformed("a name is not valid");
    if (declared.some((item) => item.prefix === prefix)) throw malformed("an attribute is given twice");
    checkDeclaration2(prefix, value);
    declared.push({ prefix, uri: value, shown: prefix !== "xml" && scope.find(prefix) !== value });
  }
  for (const { prefix, uri } of declared) scope.declare(prefix, uri);
  declared.sort((a, b) => compare3(a.prefix, b.prefix));
  for (const { prefix, uri, shown: shown3 } of declared) {
    if (shown3) out.text(prefix === "" ? ` xmlns="${escapeValue2(uri)}"` : ` xmlns:${prefix}="${escapeValue2(uri)}"`);
  }
}
function checkDeclaration2(prefix, uri) {
  if (prefix === "xmlns" || uri === XMLNS3 || prefix === "xml" !== (uri === XML3)) {
    throw malformed("a reserved prefix or namespace is declared");
  }
  if (uri === "" && prefix !== "") throw malformed("a prefix is bound to nothing");
  if (uri !== "" && !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(uri)) throw malformed("a namespace URI is relative");
}
function writeAttributes(found, scope, out) {
  const list2 = [];
  for (const { name, value } of found) {
    if (name === "xmlns" || name.startsWith("xmlns:")) continue;
    const { prefix, local } = split2(name);
    const namespace = prefix === "" ? "" : scope.find(prefix);
    if (namespace === void 0) throw malformed("a prefix is not bound");
    list2.push({ name, prefix, local, namespace, value });
  }
  if (list2.length > 1) list2.sort((a, b) => compare3(a.namespace, b.namespace) || compare3(a.local, b.local));
  for (const [index, item] of list2.entries()) {
    const before = list2[index - 1];
    if (before !== void 0 && before.local === item.local && before.namespace === item.namespace) {
      throw malformed("an attribute is given twice");
    }
    out.text(` ${item.name}="${escapeValue2(item.value)}"`);
  }
}
function skipName(source, from, end) {
  let at3 = from;
  while (at3 < end) {
    const code = source.charCodeAt(at3);
    if (code === 32 || code === 9 || code === 10 || code === 13 || code === 61 || code === 47) break;
    at3 += 1;
  }
  return at3;
}
function skipSpace(source, from, end) {
  let at3 = from;
  while (at3 < end) {
    const code = source.charCodeAt(at3);
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) break;
    at3 += 1;
  }
  return at3;
}
function attributeValue(raw2) {
  if (raw2.includes("<")) throw malformed('an attribute value holds "<"');
  const spaced = /[\t\n\r]/.test(raw2) ? raw2.replace(/\r\n|[\t\n\r]/g, " ") : raw2;
  if (!spaced.includes("&")) return spaced;
  return spaced.replace(/&([^;&]{0,127})(;?)/g, (_, body, semicolon) => {
    if (semicolon === "") throw malformed("a reference has no end");
    return reference2(body);
  });
}
var PREDEFINED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
function reference2(body) {
  const predefined = Object.hasOwn(PREDEFINED, body) ? PREDEFINED[body] : void 0;
  if (predefined !== void 0) return predefined;
  const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(body);
  if (digits === null) throw malformed("an entity is not defined");
  const code = digits[1] !== void 0 ? Number.parseInt(digits[1], 16) : Number.parseInt(digits[2] ?? "", 10);
  const valid = code === 9 || code === 10 || code === 13 || code >= 32 && code <= 55295 || code >= 57344 && code <= 65533 || code >= 65536 && code <= 1114111;
  if (!valid) throw malformed("a character is not allowed");
  return String.fromCodePoint(code);
}
var inAttribute2 = {
  "&": "&amp;",
  "<": "&lt;",
  '"': "&quot;",
  "	": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;"
};
function escapeValue2(value) {
  return /[&<"\t\n\r]/.test(value) ? value.replace(/[&<"\t\n\r]/g, (c) => inAttribute2[c] ?? c) : value;
}
function compare3(a, b) {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}
function rank(unit) {
  return unit >= 55296 && unit <= 57343 ? unit + 65536 : unit;
}

// packages/wire/src/c14n-stream/canonicalizer.ts
function createCanonicalizer(options) {
  return new Machine(options);
}
var LT2 = 60;
var GT2 = 62;
var CR2 = 13;
var LF3 = 10;
var DASH = 45;
var BRACKET = 93;
var MAX_REFERENCE = 128;
var forbidden2 = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;
var Machine = class {
  #limits;
  #comments;
  #out;
  #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  #scope = new Scope();
  #stack = [];
  #held = new Uint8Array(1024);
  #heldLength = 0;
  #total = 0;
  #mode = "start";
  /** Whether the comment being read is written. */
  #showing = false;
  /** Where the search for the end of a tag goes on, and in which quotes. */
  #resume = 0;
  #quote = 0;
  /** How many `]` have just passed in a text: `]]>` is not allowed there. */
  #brackets = 0;
  #rootSeen = false;
  /** Nothing was read yet: the only place of an XML declaration. */
  #atStart = true;
  #failed = false;
  constructor(options) {
    this.#limits = { ...defaultCanonicalizerLimits, ...options.limits };
    this.#comments = options.comments;
    this.#out = new Output(options.write);
  }
  push(bytes) {
    if (this.#failed) throw malformed("it was refused before");
    this.#total += bytes.length;
    this.#failed = true;
    if (this.#total > this.#limits.maxBytes) {
      throw new XmlError("xml.tooLarge", `The document is larger than ${this.#limits.maxBytes} bytes.`);
    }
    if (this.#heldLength === 0) {
      const used = this.#consume(bytes, false);
      this.#hold(bytes.subarray(used));
    } else {
      this.#hold(bytes);
      const used = this.#consume(this.#held.subarray(0, this.#heldLength), false);
      this.#held.copyWithin(0, used, this.#heldLength);
      this.#heldLength -= used;
    }
    this.#failed = false;
  }
  end() {
    if (this.#failed) throw malformed("it was refused before");
    this.#failed = true;
    const used = this.#consume(this.#held.subarray(0, this.#heldLength), true);
    if (used < this.#heldLength || this.#mode !== "markup" && this.#mode !== "start") {
      throw malformed("it ends in the middle of something");
    }
    if (!this.#rootSeen || this.#stack.length > 0) throw malformed("an element is not closed, or there is none");
    this.#out.flush();
  }
  #hold(bytes) {
    const length = this.#heldLength + bytes.length;
    if (length > this.#held.length) {
      const larger = new Uint8Array(Math.max(length, this.#held.length * 2));
      larger.set(this.#held.subarray(0, this.#heldLength));
      this.#held = larger;
    }
    this.#held.set(bytes, this.#heldLength);
    this.#heldLength = length;
  }
  /** Reads as much as can be; answers how many bytes are done with. */
  #consume(data, last) {
    let at3 = 0;
    if (this.#mode === "start") {
      if (data.length < 5 && !last) return 0;
      at3 = this.#begin(data);
      this.#mode = "markup";
    }
    while (at3 < data.length) {
      const next = this.#step(data, at3, last);
      if (next === at3) break;
      this.#atStart = false;
      at3 = next;
    }
    return at3;
  }
  #step(data, at3, last) {
    if (this.#mode === "comment") return this.#comment(data, at3);
    if (this.#mode === "cdata") return this.#cdata(data, at3);
    if (data[at3] === LT2) return this.#markup(data, at3);
    return this.#stack.length > 0 ? this.#text(data, at3, last) : this.#between(data, at3);
  }
  #begin(data) {
    const [a, b] = data;
    const utf16 = a === 254 && b === 255 || a === 255 && b === 254;
    if (utf16 || a === 0 || a === LT2 && b === 0) {
      throw new XmlError("xml.encoding", "The document is in UTF-16 or UTF-32; only UTF-8 is read.");
    }
    return a === 239 && b === 187 && data[2] === 191 ? 3 : 0;
  }
  /** White space outside the root element, which the canonical form drops. */
  #between(data, from) {
    let at3 = from;
    while (at3 < data.length && data[at3] !== LT2) {
      const byte2 = data[at3];
      if (byte2 !== 32 && byte2 !== 9 && byte2 !== LF3 && byte2 !== CR2) {
        throw (byte2 ?? 0) < 128 ? malformed("there is text outside the root") : this.#badByte(data, at3);
      }
      at3 += 1;
    }
    return at3;
  }
  #badByte(data, at3) {
    const bad = sequenceLength(data, at3, data.length) === NOT_UTF8;
    return bad ? new XmlError("xml.encoding", "The document is not valid UTF-8.") : malformed("there is text outside the root");
  }
  #text(data, from, last) {
    let start2 = from;
    let at3 = from;
    const end = data.length;
    for (; ; ) {
      const run = at3;
      at3 = nextStop(data, at3, end, TEXT);
      if (at3 > run) this.#countBrackets(data, run, at3);
      if (at3 === end) break;
      const byte2 = data[at3];
      const kind = TEXT[byte2];
      if (kind === CONTROL) throw malformed("a character is not allowed");
      if (kind !== LOOK) {
        const length = this.#sequence(data, at3);
        if (length === INCOMPLETE) break;
        this.#brackets = 0;
        at3 += length;
        continue;
      }
      if (byte2 === LT2) break;
      this.#out.bytes(data, start2, at3);
      start2 = at3;
      let next;
      if (byte2 === GT2) {
        if (this.#brackets >= 2) throw malformed('a text holds "]]>"');
        this.#out.text("&gt;");
        next = at3 + 1;
      } else if (byte2 === CR2) next = this.#lineEnd(data, at3, last);
      else next = this.#reference(data, at3);
      if (next === at3) return at3;
      this.#brackets = 0;
      at3 = next;
      start2 = next;
    }
    this.#out.bytes(data, start2, at3);
    return at3;
  }
  #countBrackets(data, from, to) {
    let count = 0;
    while (to - count > from && data[to - count - 1] === BRACKET) count += 1;
    this.#brackets = to - count === from ? this.#brackets + count : count;
  }
  /** CR LF and CR alone are one LF (XML 1.0 §2.11). Answers the place after it, or `at` when the next byte is awaited. */
  #lineEnd(data, at3, last) {
    if (at3 + 1 === data.length && !last) return at3;
    if (data[at3 + 1] !== LF3) this.#out.byte(LF3);
    return at3 + 1;
  }
  #reference(data, at3) {
    const end = Math.min(data.length, at3 + MAX_REFERENCE);
    let stop = at3 + 1;
    while (stop < end && data[stop] !== 59) stop += 1;
    if (stop === end) {
      if (end < data.length || end - at3 === MAX_REFERENCE) throw malformed("a reference has no end");
      return at3;
    }
    const value = reference2(this.#decode(data, at3 + 1, stop));
    if (value === "&") this.#out.text("&amp;");
    else if (value === "<") this.#out.text("&lt;");
    else if (value === ">") this.#out.text("&gt;");
    else if (value === "\r") this.#out.text("&#xD;");
    else this.#out.text(value);
    return stop + 1;
  }
  #cdata(data, from) {
    let start2 = from;
    let at3 = from;
    const end = data.length;
    for (; ; ) {
      at3 = nextStop(data, at3, end, CDATA);
      if (at3 === end) break;
      const byte2 = data[at3];
      const kind = CDATA[byte2];
      if (kind === CONTROL) throw malformed("a character is not allowed");
      if (kind !== LOOK) {
        const length = this.#sequence(data, at3);
        if (length === INCOMPLETE) break;
        at3 += length;
        continue;
      }
      if (byte2 === BRACKET) {
        if (at3 + 2 >= end) break;
        if (data[at3 + 1] !== BRACKET || data[at3 + 2] !== GT2) {
          at3 += 1;
          continue;
        }
        this.#out.bytes(data, start2, at3);
        this.#mode = "markup";
        this.#brackets = 0;
        return at3 + 3;
      }
      this.#out.bytes(data, start2, at3);
      if (byte2 === CR2) {
        const next = this.#lineEnd(data, at3, false);
        if (next === at3) return at3;
      } else this.#out.text(byte2 === LT2 ? "&lt;" : byte2 === GT2 ? "&gt;" : "&amp;");
      at3 += 1;
      start2 = at3;
    }
    this.#out.bytes(data, start2, at3);
    return at3;
  }
  #comment(data, from) {
    let start2 = from;
    let at3 = from;
    const end = data.length;
    const show = (to) => {
      if (this.#showing) this.#out.bytes(data, start2, to);
    };
    for (; ; ) {
      at3 = nextStop(data, at3, end, COMMENT);
      if (at3 === end) break;
      const byte2 = data[at3];
      const kind = COMMENT[byte2];
      if (kind === CONTROL) throw malformed("a character is not allowed");
      if (kind !== LOOK) {
        const length = this.#sequence(data, at3);
        if (length === INCOMPLETE) break;
        at3 += length;
      } else if (byte2 === DASH) {
        if (at3 + 2 >= end) break;
        if (data[at3 + 1] !== DASH) {
          at3 += 1;
          continue;
        }
        if (data[at3 + 2] !== GT2) throw malformed('a comment holds "--"');
        show(at3);
        if (this.#showing) this.#endSibling("-->");
        this.#mode = "markup";
        return at3 + 3;
      } else {
        if (at3 + 1 === end) break;
        show(at3);
        if (data[at3 + 1] !== LF3 && this.#showing) this.#out.byte(LF3);
        at3 += 1;
        start2 = at3;
      }
    }
    show(at3);
    return at3;
  }
  #sequence(data, at3) {
    const length = sequenceLength(data, at3, data.length);
    if (length === NOT_UTF8) throw new XmlError("xml.encoding", "The document is not valid UTF-8.");
    if (length === NOT_A_CHARACTER) throw malformed("a character is not allowed");
    return length;
  }
  #markup(data, at3) {
    const next = data[at3 + 1];
    if (next === void 0) return at3;
    if (next === 33) return this.#declaration(data, at3);
    const end = next === 63 ? this.#instructionEnd(data, at3) : this.#tagEnd(data, at3);
    if (end < 0) {
      if (data.length - at3 > this.#limits.maxTagBytes) throw this.#tagTooLong();
      return at3;
    }
    this.#resume = 0;
    this.#quote = 0;
    if (end - at3 > this.#limits.maxTagBytes) throw this.#tagTooLong();
    if (next === 63) this.#instruction(this.#decode(data, at3 + 2, end - 2));
    else if (next === 47) this.#close(this.#decode(data, at3 + 2, end - 1));
    else this.#open(this.#decode(data, at3 + 1, end - 1));
    this.#brackets = 0;
    return end;
  }
  #tagTooLong() {
    return new XmlError("xml.tooLarge", `A tag is longer than ${this.#limits.maxTagBytes} bytes.`);
  }
  /** Offset after the `>` of the tag at `at`, or -1. The search goes on from where it stopped when more bytes come. */
  #tagEnd(data, at3) {
    let quote = this.#quote;
    for (let index = at3 + Math.max(1, this.#resume); index < data.length; index += 1) {
      const byte2 = data[index];
      if (quote !== 0) {
        if (byte2 === quote) quote = 0;
      } else if (byte2 === GT2) return index + 1;
      else if (byte2 === 34 || byte2 === 39) quote = byte2;
    }
    this.#quote = quote;
    this.#resume = data.length - at3;
    return -1;
  }
  #instructionEnd(data, at3) {
    for (let index = at3 + Math.max(3, this.#resume); index < data.length; index += 1) {
      if (data[index] === GT2 && data[index - 1] === 63) return index + 1;
    }
    this.#resume = data.length - at3;
    return -1;
  }
  #declaration(data, at3) {
    const have = Math.min(data.length - at3, 9);
    const head = String.fromCharCode(...data.subarray(at3, at3 + have));
    this.#brackets = 0;
    if (head.startsWith("<!--")) {
      this.#mode = "comment";
      this.#showing = this.#comments;
      if (this.#showing) this.#beginSibling("<!--");
      return at3 + 4;
    }
    if (head === "<![CDATA[") {
      if (this.#stack.length === 0) throw malformed("there is text outside the root");
      this.#mode = "cdata";
      return at3 + 9;
    }
    if ("<!--".startsWith(head) || "<![CDATA[".startsWith(head)) return at3;
    if (/^<!d/i.test(head)) {
      throw new XmlError("xml.doctype", "The document holds a DOCTYPE: it is refused, whatever it declares.");
    }
    throw malformed("a declaration stands where none can be");
  }
  /** Comments and instructions beside the root element have their own line (Canonical XML 1.0 §2.3). */
  #beginSibling(head) {
    if (this.#stack.length === 0 && this.#rootSeen) this.#out.byte(LF3);
    this.#out.text(head);
  }
  #endSibling(tail) {
    this.#out.text(tail);
    if (this.#stack.length === 0 && !this.#rootSeen) this.#out.byte(LF3);
  }
  #instruction(source) {
    const [, target = "", , content = ""] = /^([^ \t\r\n]*)([ \t\r\n]+|$)(.*)$/s.exec(source) ?? [];
    if (target.toLowerCase() === "xml") {
      this.#xmlDeclaration(target, content);
      return;
    }
    if (!isNcName(target)) throw malformed("a name is not valid");
    this.#beginSibling("<?");
    this.#out.text(target);
    if (content !== "") this.#out.text(` ${content.replace(/\r\n?/g, "\n")}`);
    this.#endSibling("?>");
  }
  #xmlDeclaration(target, content) {
    const parts = /^version[ \t\r\n]*=[ \t\r\n]*(?:"([^"<&]*)"|'([^'<&]*)')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"([^"<&]*)"|'([^'<&]*)'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*$/.exec(
      content
    );
    if (target !== "xml" || !this.#atStart || parts === null)
      throw malformed("the XML declaration is misplaced or wrong");
    const encoding = parts[3] ?? parts[4];
    checkDeclaration({ version: parts[1] ?? parts[2] ?? "", ...encoding === void 0 ? {} : { encoding } });
  }
  #open(source) {
    if (this.#stack.length === 0 && this.#rootSeen) throw malformed("there are two roots");
    if (this.#stack.length >= this.#limits.maxDepth) {
      throw new XmlError("xml.tooDeep", `Elements are nested deeper than ${this.#limits.maxDepth}.`);
    }
    const { mark } = this.#scope;
    const { name, empty } = writeStartTag(source, this.#scope, this.#limits.maxAttributes, this.#out);
    this.#rootSeen = true;
    this.#stack.push({ name, mark });
    if (empty) this.#close(name);
  }
  #close(source) {
    const open2 = this.#stack.pop();
    let end = source.length;
    while (end > 0 && " 	\r\n".includes(source[end - 1] ?? "")) end -= 1;
    const name = source.slice(0, end);
    if (open2 === void 0 || open2.name !== name) throw malformed("an end tag does not match");
    this.#scope.leave(open2.mark);
    this.#out.text(`</${name}>`);
  }
  #decode(data, from, to) {
    let value;
    try {
      value = this.#decoder.decode(data.subarray(from, to));
    } catch {
      throw new XmlError("xml.encoding", "The document is not valid UTF-8.");
    }
    if (forbidden2.test(value)) throw malformed("a character is not allowed");
    return value;
  }
};

// packages/wire/src/c14n-stream.ts
function canonicalizeDocument(document, options = {}) {
  let out = new Uint8Array(document.length + 1024);
  let length = 0;
  const canonicalizer = createCanonicalizer({
    comments: options.comments ?? true,
    ...options.limits === void 0 ? {} : { limits: options.limits },
    write: (bytes) => {
      if (length + bytes.length > out.length) {
        const larger = new Uint8Array(Math.max(length + bytes.length, out.length * 2));
        larger.set(out.subarray(0, length));
        out = larger;
      }
      out.set(bytes, length);
      length += bytes.length;
    }
  });
  canonicalizer.push(document);
  canonicalizer.end();
  return out.subarray(0, length);
}
var Different = class extends Error {
};
function isCanonicalDocument(document, options = {}) {
  let at3 = 0;
  const canonicalizer = createCanonicalizer({
    comments: options.comments ?? true,
    ...options.limits === void 0 ? {} : { limits: options.limits },
    write: (bytes) => {
      const same = bytes.buffer === document.buffer && bytes.byteOffset === document.byteOffset + at3;
      if (!same && !bytes.every((byte2, index) => byte2 === document[at3 + index])) throw new Different();
      at3 += bytes.length;
    }
  });
  try {
    canonicalizer.push(document);
    canonicalizer.end();
  } catch (error) {
    if (error instanceof Different) return false;
    throw error;
  }
  return at3 === document.length;
}

// packages/documents/src/xades/certificates.ts
var known2 = /* @__PURE__ */ new WeakMap();
function certificateOf(der2) {
  const found = known2.get(der2);
  if (found !== void 0) return found;
  const made = {
    summary: summarizeCertificate(der2),
    base64: toBase64(der2),
    lines: /* @__PURE__ */ new Map(),
    keys: /* @__PURE__ */ new Map()
  };
  known2.set(der2, made);
  return made;
}
function certificateLine(der2, algorithm, hash) {
  const { summary, lines } = certificateOf(der2);
  const found = lines.get(algorithm);
  if (found !== void 0) return found;
  const make2 = async () => ({
    digestValue: toBase64(await hash(algorithm, der2)),
    issuer: summary.issuer,
    serialDecimal: summary.serialDecimal
  });
  const made = make2();
  lines.set(algorithm, made);
  return made;
}
var hashes = { "rsa-sha1": "SHA-1", "rsa-sha256": "SHA-256" };
async function verifies(der2, algorithm, octets2, value) {
  try {
    const key = await publicKey(der2, algorithm);
    return await globalThis.crypto.subtle.verify(key.algorithm.name, key, buffered(value), buffered(octets2));
  } catch {
    return false;
  }
}
function publicKey(der2, algorithm) {
  const { summary, keys: keys2 } = certificateOf(der2);
  const found = keys2.get(algorithm);
  if (found !== void 0) return found;
  const parameters = { name: "RSASSA-PKCS1-v1_5", hash: hashes[algorithm] };
  const made = globalThis.crypto.subtle.importKey("spki", buffered(summary.spki), parameters, false, ["verify"]);
  keys2.set(algorithm, made);
  return made;
}

// packages/documents/src/xades/error.ts
function signingInput(message) {
  return new SocleArgumentError({ code: "documents.xades.input", service: "documents", message });
}

// packages/documents/src/xades/algorithms.ts
var DSIG = "http://www.w3.org/2000/09/xmldsig#";
var XADES = "http://uri.etsi.org/01903/v1.1.1#";
var MANIFEST_TYPE = "http://www.w3.org/2000/09/xmldsig#Manifest";
var PROPERTIES_TYPE = "http://uri.etsi.org/01903/v1.1.1#SignedProperties";
var C14N_COMMENTS = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments";
var PURPOSE_SOURCE = "1.2.840.10065.1.12.1.14";
var MANIFEST_ID = "IHEManifest";
var PROPERTIES_ID = "S0-SignedProperties";
var PURPOSE_ID = "purposeOfSignature";
var signatureUris = {
  "rsa-sha1": "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
  "rsa-sha256": "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
};
var digestUris = {
  sha1: "http://www.w3.org/2000/09/xmldsig#sha1",
  sha256: "http://www.w3.org/2001/04/xmlenc#sha256"
};

// packages/documents/src/xades/template.ts
var NS_DS = ` xmlns:ds="${DSIG}"`;
var NS_XADES = ` xmlns:xades="${XADES}"`;
function part(name, namespaces, attributes, content) {
  const tail = `${attributes}>${content}</${name}>`;
  return { inDocument: `<${name}${tail}`, canonical: `<${name}${namespaces}${tail}` };
}
function method(name, uri) {
  return `<${name} Algorithm="${uri}"></${name}>`;
}
function digest(prefix, algorithm, value) {
  const uri = digestUris[algorithm];
  return `${method(`${prefix}:DigestMethod`, uri)}<${prefix}:DigestValue>${value}</${prefix}:DigestValue>`;
}
function manifestPart(lines, algorithm) {
  const transforms = `<ds:Transforms>${method("ds:Transform", C14N_COMMENTS)}</ds:Transforms>`;
  const content = lines.map(
    (line) => `<ds:Reference URI="urn:oid:${escapeAttribute(line.uniqueId)}">${line.canonical ? transforms : ""}${digest("ds", algorithm, line.digestValue)}</ds:Reference>`
  );
  return part("ds:Manifest", NS_DS, ` Id="${MANIFEST_ID}"`, content.join(""));
}
function propertiesPart(signingTime, certificates, algorithm) {
  const list2 = certificates.map(
    (line) => `<xades:Cert><xades:CertDigest>${digest("xades", algorithm, line.digestValue)}</xades:CertDigest><xades:IssuerSerial><ds:X509IssuerName>${escapeText(line.issuer)}</ds:X509IssuerName><ds:X509SerialNumber>${line.serialDecimal}</ds:X509SerialNumber></xades:IssuerSerial></xades:Cert>`
  );
  const content = `<xades:SignedSignatureProperties><xades:SigningTime>${escapeText(signingTime)}</xades:SigningTime><xades:SigningCertificate>${list2.join("")}</xades:SigningCertificate><xades:SignaturePolicyIdentifier><xades:SignaturePolicyImplied></xades:SignaturePolicyImplied></xades:SignaturePolicyIdentifier></xades:SignedSignatureProperties><xades:SignedDataObjectProperties></xades:SignedDataObjectProperties>`;
  return part("xades:SignedProperties", NS_DS + NS_XADES, ` Id="${PROPERTIES_ID}"`, content);
}
function signedInfoPart(signature, algorithm, manifestDigest, propertiesDigest) {
  const reference3 = (type, id, value) => `<ds:Reference Type="${type}" URI="#${id}">${digest("ds", algorithm, value)}</ds:Reference>`;
  return part(
    "ds:SignedInfo",
    NS_DS,
    "",
    method("ds:CanonicalizationMethod", C14N_COMMENTS) + method("ds:SignatureMethod", signatureUris[signature]) + reference3(MANIFEST_TYPE, MANIFEST_ID, manifestDigest) + reference3(PROPERTIES_TYPE, PROPERTIES_ID, propertiesDigest)
  );
}
function signatureDocument(input) {
  const prefix = input.purpose === "ds" ? "ds:" : "";
  const unqualified = input.purpose === "ds" ? "" : ' xmlns=""';
  const purpose = `<${prefix}SignatureProperties${unqualified}><${prefix}SignatureProperty Id="${PURPOSE_ID}" Target="#${input.id}">${PURPOSE_SOURCE}</${prefix}SignatureProperty></${prefix}SignatureProperties>`;
  return `<ds:Signature${NS_DS} Id="${input.id}">${input.signedInfo.inDocument}<ds:SignatureValue>${input.signatureValue}</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${input.certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo><ds:Object>${input.manifest.inDocument}</ds:Object><ds:Object>${purpose}</ds:Object><ds:Object><xades:QualifyingProperties${NS_XADES} Target="#${input.id}">${input.properties.inDocument}</xades:QualifyingProperties></ds:Object></ds:Signature>`;
}

// packages/documents/src/xades/sign.ts
var SET_DIGEST = "AA==";
async function signSubmissionSet(options) {
  const { signer, chain, hash = webCryptoHash } = options;
  const digest2 = options.digest ?? (signer.algorithm === "rsa-sha1" ? "sha1" : "sha256");
  checkInput(options);
  const certificates = [signer.certificateDer, ...chain];
  const [lines, certificateLines] = await Promise.all([
    Promise.all(options.documents.map((document) => manifestLine(document, digest2, hash))),
    Promise.all(certificates.map((der2) => certificateLine(der2, digest2, hash)))
  ]);
  const set2 = { uniqueId: options.submissionSetUniqueId, digestValue: SET_DIGEST, canonical: false };
  const manifest = manifestPart([set2, ...lines], digest2);
  const properties = propertiesPart(withOffset(options.signingTime), certificateLines, digest2);
  const encoder = new TextEncoder();
  const [manifestDigest, propertiesDigest] = await Promise.all([
    hash(digest2, encoder.encode(manifest.canonical)),
    hash(digest2, encoder.encode(properties.canonical))
  ]);
  const signedInfo2 = signedInfoPart(signer.algorithm, digest2, toBase64(manifestDigest), toBase64(propertiesDigest));
  const octets2 = encoder.encode(signedInfo2.canonical);
  const value = await signer.sign(octets2);
  if (!await verifies(signer.certificateDer, signer.algorithm, octets2, value)) {
    throw signingInput("The signature does not verify with the certificate of the signer: wrong key, or another card.");
  }
  return encoder.encode(
    signatureDocument({
      id: options.id,
      signedInfo: signedInfo2,
      signatureValue: toBase64(value),
      certificate: certificateOf(signer.certificateDer).base64,
      manifest,
      properties,
      purpose: options.purpose ?? "ds"
    })
  );
}
function isXmlMediaType(mimeType) {
  return /^(?:text|application)\/xml$|\+xml$/i.test(mimeType.split(";")[0]?.trim() ?? "");
}
function canonicalBytes(bytes) {
  return isCanonicalDocument(bytes) ? bytes : canonicalizeDocument(bytes);
}
async function manifestLine(document, digest2, hash) {
  const canonical = isXmlMediaType(document.mimeType);
  const value = document.digest ?? await hash(digest2, canonical ? canonicalBytes(document.bytes) : document.bytes);
  return { uniqueId: document.uniqueId, digestValue: toBase64(value), canonical };
}
function checkInput(options) {
  const { chain, signer, documents, id } = options;
  let below = certificateOf(signer.certificateDer).summary;
  for (const der2 of chain) {
    const { summary } = certificateOf(der2);
    if (below.issuer !== summary.subject) {
      throw signingInput("The chain is not in order: each certificate must be followed by the one that issued it.");
    }
    below = summary;
  }
  if (!/^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u.test(id))
    throw signingInput("The identifier of the signature is not an NCName.");
  const ids = [options.submissionSetUniqueId, ...documents.map((document) => document.uniqueId)];
  if (ids.some((item) => !/^[0-9.]{3,128}$/.test(item))) throw signingInput("A uniqueId is not an OID.");
  if (new Set(ids).size !== ids.length) throw signingInput("A uniqueId is given twice.");
  if (!parseIsoInstant(options.signingTime).ok) {
    throw signingInput("The instant of signature must be ISO 8601 with its offset.");
  }
}
function withOffset(instant) {
  return instant.endsWith("Z") ? `${instant.slice(0, -1)}+00:00` : instant;
}

// packages/documents/src/xds/identify.ts
function identifySubmission(submission, options) {
  const id = submission.id ?? newOid(submission.vendor, options);
  if (id === void 0) return { ok: false, findings: [finding("documents.vendor.oid", "error", ["vendor", "oid"])] };
  const documents = [];
  for (const document of submission.documents) {
    const own3 = document.id ?? (document.body.kind === "cda" ? void 0 : newOid(submission.vendor, options));
    documents.push(own3 === void 0 ? document : { ...document, id: own3 });
  }
  const submittedAt = submission.submittedAt ?? options.clock().toISOString();
  return { ok: true, value: { ...submission, id, submittedAt, documents }, findings: [] };
}

// packages/documents/src/xds/signature-entry.ts
var SIGNATURE_ID = "SIG1";
function signatureEntry(set2, first2, content) {
  const [author2] = set2.authors;
  return {
    id: SIGNATURE_ID,
    uniqueId: content.uniqueId,
    patientId: set2.patientId,
    sourcePatientId: set2.patientId,
    mimeType: "text/xml",
    hash: content.hash,
    size: content.size,
    creationTime: set2.submissionTime,
    serviceStartTime: set2.submissionTime,
    serviceStopTime: set2.submissionTime,
    languageCode: "art",
    authors: set2.authors,
    ...author2?.person === void 0 ? {} : { legalAuthenticator: author2.person },
    title: "Source",
    classCode: SIGNATURE_CODES.classCode,
    typeCode: SIGNATURE_CODES.typeCode,
    formatCode: SIGNATURE_CODES.formatCode,
    confidentiality: confidentialityCodes("N", { maskedFromProfessionals: true, hiddenFromPatient: true }),
    healthcareFacilityType: first2.healthcareFacilityType,
    practiceSetting: first2.practiceSetting,
    events: [SIGNATURE_CODES.event],
    referenceIds: [],
    extraSlots: {}
  };
}

// packages/documents/src/prepare/seeded.ts
function seededRandom(seed) {
  const view = new DataView(seed.buffer, seed.byteOffset, 16);
  let [a, b, c, d] = [view.getUint32(0), view.getUint32(4), view.getUint32(8), view.getUint32(12) | 1];
  const next = () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
  return (count) => Uint8Array.from({ length: count }, () => next() >>> 24);
}
function rotate(value, by) {
  return value << by | value >>> 32 - by;
}

// packages/documents/src/prepare/prepare.ts
async function prepareSubmission(submission, options) {
  const hash = options.hash ?? webCryptoHash;
  const identified = identifySubmission(submission, options);
  if (!identified.ok) throw new SubmissionRefusedError(identified.findings);
  const { signing } = options;
  const findings = [];
  const built = [];
  for (const [index, document] of identified.value.documents.entries()) {
    const own3 = [];
    const one = await buildOne(document, identified.value, options, hash, own3);
    findings.push(...placed(own3, index));
    if (one !== void 0) built.push(one);
  }
  if (hasErrors(findings)) throw new SubmissionRefusedError(findings);
  const completed = { ...identified.value, documents: built.map((item) => item.document) };
  const contents = built.map((item) => item.content);
  const metadata = deriveMetadata(completed, contents, options);
  findings.push(...metadata.findings);
  if (!metadata.ok) throw new SubmissionRefusedError(findings);
  const { submissionSet: submissionSet2 } = metadata.value;
  const documents = built.map(
    (item, index) => ({
      entryId: `D${index + 1}`,
      uniqueId: uniqueId(item.content.uniqueId),
      mimeType: item.content.mimeType,
      bytes: item.bytes
    })
  );
  const unsigned = { ...metadata.value, documents };
  const all2 = signing === void 0 ? unsigned : await signed(unsigned, completed, built, options, signing, hash);
  if (signing !== void 0) findings.push(...checkChain(signing));
  const profile = options.profile ?? (signing === void 0 ? "cisis" : "dmp");
  const { environment, classes } = options;
  const rules = {
    profile,
    ...environment === void 0 ? {} : { environment },
    ...classes === void 0 ? {} : { classes }
  };
  findings.push(
    ...validateMetadata(all2, rules).filter(
      (item) => !findings.some((known3) => known3.rule === item.rule && String(known3.path) === String(item.path))
    )
  );
  return { submissionSet: submissionSet2, entries: all2.entries, associations: all2.associations, documents: all2.documents, findings };
}
function placed(findings, index) {
  return findings.flatMap((item) => item.path[0] === "patient" ? [item] : under(["documents", index], [item]));
}
async function buildOne(document, submission, options, hash, findings) {
  const result = buildCda(document, submission, {
    clock: options.clock,
    random: await randomOf(document, submission, options, hash),
    ...options.pdf === void 0 ? {} : { pdf: options.pdf }
  });
  findings.push(...result.findings);
  if (!result.ok) return void 0;
  const { bytes } = result;
  const sha1 = await hash("sha1", bytes);
  const facts = { uniqueId: result.uniqueId, hash: toHex(sha1), size: bytes.length };
  if (parseUniqueId(result.uniqueId) === void 0) {
    findings.push(finding("documents.xds.identifier", "error", ["id"], { field: "id" }));
    return void 0;
  }
  if (document.body.kind !== "cda") {
    return {
      document: result.document,
      bytes,
      content: { ...facts, mimeType: result.mimeType },
      ...usesSha1(options.signing) ? { digest: sha1 } : {}
    };
  }
  const parsed2 = parseCda(bytes);
  const mimeType = parsed2.wrapper === "stylesheet" ? "application/xslt+xml" : "text/xml";
  const canonical = options.signing === void 0 ? bytes : canonicalBytes(bytes);
  return {
    document: result.document,
    bytes,
    content: { ...facts, mimeType, parsed: parsed2 },
    ...canonical === bytes && usesSha1(options.signing) ? { digest: sha1 } : {}
  };
}
async function randomOf(document, submission, options, hash) {
  if (document.body.kind !== "structured") return options.random;
  return seededRandom(await hash("sha256", new TextEncoder().encode(`${submission.id} ${document.id}`)));
}
function usesSha1(signing) {
  return (signing?.digest ?? (signing?.signer.algorithm === "rsa-sha1" ? "sha1" : "sha256")) === "sha1";
}
async function signed(unsigned, submission, built, options, signing, hash) {
  const { submissionSet: submissionSet2, entries } = unsigned;
  const [first2] = entries;
  if (first2 === void 0) throw new SubmissionRefusedError([finding("documents.none", "error", ["documents"])]);
  const id = signatureUniqueId(submission, options, signing);
  const bytes = await signSubmissionSet({
    signer: signing.signer,
    chain: signing.chain,
    submissionSetUniqueId: submission.id,
    documents: built.map((item) => ({
      uniqueId: item.content.uniqueId,
      mimeType: item.content.mimeType,
      bytes: item.bytes,
      ...item.digest === void 0 ? {} : { digest: item.digest }
    })),
    signingTime: submission.submittedAt,
    id: `sig-${submission.id}`,
    hash,
    ...signing.digest === void 0 ? {} : { digest: signing.digest },
    ...signing.purpose === void 0 ? {} : { purpose: signing.purpose }
  });
  const content = { uniqueId: id, hash: toHex(await hash("sha1", bytes)), size: bytes.length };
  const entry2 = signatureEntry(submissionSet2, first2, content);
  const members = unsigned.associations.filter((item) => item.type === ASSOCIATION_TYPES.hasMember);
  const others = unsigned.associations.filter((item) => item.type !== ASSOCIATION_TYPES.hasMember);
  const associations = [
    ...members,
    hasMember(0, SIGNATURE_ID),
    {
      id: "",
      type: ASSOCIATION_TYPES.signs,
      source: SIGNATURE_ID,
      target: SET_ID,
      slots: { SubmissionSetStatus: [SUBMISSION_SET_STATUS.original] }
    },
    ...others
  ].map((item, index) => ({ ...item, id: `a${index + 1}` }));
  return {
    submissionSet: submissionSet2,
    entries: [...entries, entry2],
    associations,
    documents: [...unsigned.documents, { entryId: SIGNATURE_ID, uniqueId: id, mimeType: "text/xml", bytes }]
  };
}
function signatureUniqueId(submission, options, signing) {
  if (signing.uniqueId !== void 0) return uniqueId(signing.uniqueId);
  const following = `${submission.id}.1`;
  if (following.length <= 64) return uniqueId(following);
  return uniqueId(newOid(submission.vendor, options) ?? following);
}
function checkChain({ signer, chain }) {
  const top = chain.at(-1) ?? signer.certificateDer;
  return summarizeCertificate(top).selfIssued ? [] : [finding("documents.xades.chain", "warning", ["signing", "chain"])];
}

// packages/sandbox/src/pki/authorities.ts
import "reflect-metadata";

// packages/sandbox/src/pki/keys.ts
import { webcrypto } from "node:crypto";
import * as x509 from "@peculiar/x509";

var RSA_SHA256 = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
async function generateTestKey() {
  const pair2 = await webcrypto.subtle.generateKey(
    { ...RSA_SHA256, modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
    true,
    ["sign", "verify"]
  );
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey("pkcs8", pair2.privateKey));
  const lines = pkcs8.toString("base64").match(/.{1,64}/g) ?? [];
  return { pair: pair2, privateKeyPem: `-----BEGIN PRIVATE KEY-----
${lines.join("\n")}
-----END PRIVATE KEY-----
` };
}

// packages/sandbox/src/pki/der.ts
function concat(parts) {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let offset = 0;
  for (const part2 of parts) {
    out.set(part2, offset);
    offset += part2.length;
  }
  return out;
}
function lengthOctets(length) {
  if (length < 128) return Uint8Array.of(length);
  const octets2 = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets2.unshift(rest % 256);
  return Uint8Array.of(128 | octets2.length, ...octets2);
}
function tlv(tag, ...content) {
  const body = concat(content);
  return concat([Uint8Array.of(tag), lengthOctets(body.length), body]);
}
var derSequence = (...items) => tlv(48, ...items);
var derOctetString = (bytes) => tlv(4, bytes);
var derUtf8String = (text3) => tlv(12, new TextEncoder().encode(text3));
var derPrintableString = (text3) => tlv(19, new TextEncoder().encode(text3));
function derSmallInteger(value) {
  if (!Number.isInteger(value) || value < 0 || value > 127) throw new RangeError("derSmallInteger: 0 to 127 only");
  return tlv(2, Uint8Array.of(value));
}
function derImplicitGeneralizedTime(contextTag, date) {
  const text3 = `${date.toISOString().slice(0, 19).replace(/[-:T]/g, "")}Z`;
  return tlv(128 | contextTag, new TextEncoder().encode(text3));
}
function derOid2(dotted) {
  const arcs = dotted.split(".").map(Number);
  const octets2 = [(arcs[0] ?? 0) * 40 + (arcs[1] ?? 0)];
  for (const arc of arcs.slice(2)) {
    const groups = [arc % 128];
    for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) groups.unshift(128 | rest % 128);
    octets2.push(...groups);
  }
  return tlv(6, Uint8Array.from(octets2));
}
function compareBytes(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
function derSetOf(items) {
  return tlv(49, ...[...items].sort(compareBytes));
}

// packages/sandbox/src/pki/names.ts
var NAME_ATTRIBUTE_OIDS = {
  C: "2.5.4.6",
  ST: "2.5.4.8",
  O: "2.5.4.10",
  OU: "2.5.4.11",
  CN: "2.5.4.3",
  SN: "2.5.4.4",
  GN: "2.5.4.42",
  title: "2.5.4.12"
};
function encodeName(template) {
  return derSequence(
    ...template.map(
      (rdn) => derSetOf(
        rdn.map(
          ([type, value]) => derSequence(
            derOid2(NAME_ATTRIBUTE_OIDS[type]),
            type === "C" ? derPrintableString(value) : derUtf8String(value)
          )
        )
      )
    )
  );
}
function authorityName(commonName) {
  return [
    [["C", "FR"]],
    [["O", "SIMULATEUR SOCLE"]],
    [["OU", "0002 000000000"]],
    [["OU", "IGC-SANTE SIMULATEUR"]],
    [["CN", commonName]]
  ];
}
function organisationName(subject) {
  return [
    [["C", "FR"]],
    [["ST", subject.department]],
    [["O", subject.name]],
    [["OU", subject.structure]],
    [["CN", subject.commonName]]
  ];
}
function personName(subject) {
  const rdn = [["CN", subject.idNat]];
  if (subject.surname !== void 0) rdn.push(["SN", subject.surname]);
  if (subject.givenName !== void 0) rdn.push(["GN", subject.givenName]);
  return [[["C", "FR"]], [["title", subject.title]], rdn];
}

// packages/sandbox/src/pki/authorities.ts
var TEST_AUTHORITY_CN = {
  rootElementaire: "TEST AC RACINE SIMULATEUR IGC-SANTE ELEMENTAIRE",
  rootFort: "TEST AC RACINE SIMULATEUR IGC-SANTE FORT",
  organisations: "TEST AC SIMULATEUR IGC-SANTE ELEMENTAIRE ORGANISATIONS",
  elementairePersonnes: "TEST AC SIMULATEUR IGC-SANTE ELEMENTAIRE PERSONNES",
  fortPersonnes: "TEST AC SIMULATEUR IGC-SANTE FORT PERSONNES",
  /** The "production" gamme of the same house: right shape, but not the gamme that the simulator trusts. */
  otherGamme: "AC SIMULATEUR IGC-SANTE ELEMENTAIRE ORGANISATIONS",
  /** An authority nobody trusts. */
  unknown: "AC INCONNUE DU SIMULATEUR",
  /** The name of `organisations`, another key: what an attacker can make. */
  forgedOrganisations: "TEST AC SIMULATEUR IGC-SANTE ELEMENTAIRE ORGANISATIONS"
};
var TEN_YEARS_MS = 10 * 365.25 * 24 * 36e5;
async function createAuthority(request) {
  const commonName = TEST_AUTHORITY_CN[request.name];
  const subject = new x509.Name(encodeName(authorityName(commonName)));
  const issuer = request.issuedBy;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: request.serial,
    subject,
    issuer: issuer?.subject ?? subject,
    notBefore: new Date(request.now.getTime() - TEN_YEARS_MS),
    notAfter: new Date(request.now.getTime() + TEN_YEARS_MS),
    signingAlgorithm: RSA_SHA256,
    publicKey: request.keys.pair.publicKey,
    signingKey: (issuer ?? request).keys.pair.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(true, issuer ? 0 : void 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(request.keys.pair.publicKey),
      ...issuer ? [await x509.AuthorityKeyIdentifierExtension.create(issuer.keys.pair.publicKey)] : []
    ]
  });
  return {
    name: request.name,
    commonName,
    certPem: `${certificate.toString("pem")}
`,
    certDer: new Uint8Array(certificate.rawData),
    subject,
    certificate,
    keys: request.keys,
    ...issuer ? { issuedBy: issuer } : {}
  };
}

// packages/sandbox/src/pki/crl.ts
import "reflect-metadata";
import * as x5092 from "@peculiar/x509";

async function issueCrl(authority2, serials, now) {
  const dayMs = 24 * 36e5;
  const crl = await x5092.X509CrlGenerator.create({
    issuer: authority2.subject,
    thisUpdate: new Date(now.getTime() - dayMs),
    nextUpdate: new Date(now.getTime() + 6 * dayMs),
    signingAlgorithm: RSA_SHA256,
    signingKey: authority2.keys.pair.privateKey,
    extensions: [
      await x5092.AuthorityKeyIdentifierExtension.create(authority2.keys.pair.publicKey),
      new x5092.Extension("2.5.29.20", false, derSmallInteger(1))
    ],
    entries: serials.map((serialNumber2) => ({
      serialNumber: serialNumber2,
      revocationDate: new Date(now.getTime() - dayMs),
      reason: x5092.X509CrlReason.keyCompromise
    }))
  });
  const pem = crl.toString("pem").replace(/(BEGIN|END) CRL/g, "$1 X509 CRL");
  return { pem: `${pem}
`, der: new Uint8Array(crl.rawData) };
}

// packages/sandbox/src/pki/issue.ts
import "reflect-metadata";
import * as x5094 from "@peculiar/x509";

// packages/sandbox/src/pki/extensions.ts
import "reflect-metadata";
import * as x5093 from "@peculiar/x509";

var CARD_EXTENSION_OIDS = {
  /** INTEGER: 0 CPS, 1 CPF, 2 CDE-CPE, 3 CPA. */
  cardType: "1.2.250.1.71.1.2.2",
  /** PrintableString, `8025000001/2800000000`. */
  cardNumber: "1.2.250.1.71.1.2.3",
  /** OCTET STRING of one byte: 0x80 card, 0x83 software. */
  support: "1.2.250.1.71.1.2.5",
  /** INTEGER, table G15: 10 médecin, 60 infirmier. */
  profession: "1.2.250.1.71.1.2.7",
  /** SEQUENCE of UTF8String: savoir-faire of a physician, `SM26`. */
  savoirFaire: "1.2.250.1.71.4.2.5"
};
function cardExtensions(card) {
  const extensions = [
    new x5093.Extension(CARD_EXTENSION_OIDS.cardType, false, derSmallInteger(card.cardType)),
    new x5093.Extension(CARD_EXTENSION_OIDS.cardNumber, false, derPrintableString(card.cardNumber))
  ];
  if (card.profession !== void 0) {
    extensions.push(new x5093.Extension(CARD_EXTENSION_OIDS.profession, false, derSmallInteger(card.profession)));
  }
  if (card.savoirFaire !== void 0) {
    const value = derSequence(...card.savoirFaire.map((code) => derUtf8String(code)));
    extensions.push(new x5093.Extension(CARD_EXTENSION_OIDS.savoirFaire, false, value));
  }
  return extensions;
}
function supportExtension(support) {
  return new x5093.Extension(
    CARD_EXTENSION_OIDS.support,
    false,
    derOctetString(Uint8Array.of(support === "card" ? 128 : 131))
  );
}
function privateKeyUsagePeriod(notBefore, notAfter) {
  const end = new Date(notAfter.getTime() - 30 * 24 * 36e5);
  const value = derSequence(derImplicitGeneralizedTime(0, notBefore), derImplicitGeneralizedTime(1, end));
  return new x5093.Extension("2.5.29.16", false, value);
}
function revocationPointers(authoritySlug) {
  const base = `http://igc.simulateur.invalid/${authoritySlug}`;
  const points = new x5093.CRLDistributionPointsExtension([
    `${base}.crl`,
    `ldap://ldap.simulateur.invalid/${authoritySlug}`
  ]);
  const delta = new x5093.CRLDistributionPointsExtension([`${base}-delta.crl`]);
  return [
    points,
    new x5093.Extension("2.5.29.46", false, delta.value),
    new x5093.AuthorityInfoAccessExtension({ ocsp: [`${base}/ocsp`], caIssuers: [`${base}.cer`] }),
    new x5093.CertificatePolicyExtension(["1.2.250.1.213.1.7.2.1.1.1.1"])
  ];
}

// packages/sandbox/src/pki/issue.ts
var DAY_MS = 24 * 36e5;
var THREE_YEARS_MS = 3 * 365 * DAY_MS;
function leafValidity(when, now) {
  const shift = when === "expired" ? -THREE_YEARS_MS - 30 * DAY_MS : when === "notYetValid" ? 30 * DAY_MS : -DAY_MS;
  const notBefore = new Date(Math.floor((now.getTime() + shift) / 1e3) * 1e3);
  return { notBefore, notAfter: new Date(notBefore.getTime() + THREE_YEARS_MS) };
}
function usageExtensions(template, notBefore, notAfter) {
  const flags = x5094.KeyUsageFlags;
  const eku = x5094.ExtendedKeyUsage;
  const usage = (bits2, ...purposes) => [
    new x5094.KeyUsagesExtension(bits2, true),
    new x5094.ExtendedKeyUsageExtension(purposes)
  ];
  switch (template.kind) {
    case "org-auth":
    case "card-auth":
      return usage(flags.digitalSignature, eku.clientAuth);
    case "server":
      return usage(flags.digitalSignature | flags.keyEncipherment, eku.serverAuth);
    case "org-sign":
      return [
        ...usage(flags.digitalSignature | flags.nonRepudiation, eku.emailProtection),
        privateKeyUsagePeriod(notBefore, notAfter)
      ];
    case "org-cipher":
      return usage(flags.keyEncipherment | flags.dataEncipherment, eku.emailProtection);
    case "card-sign":
    case "software-person-sign":
      return [...usage(flags.nonRepudiation, eku.emailProtection), privateKeyUsagePeriod(notBefore, notAfter)];
  }
}
function isAddress(name) {
  return name.includes(":") || /^\d+(\.\d+){3}$/.test(name);
}
async function issueLeaf(request) {
  const { template, keys: keys2, issuer } = request;
  const subject = new x5094.Name(encodeName(template.subject));
  const { notBefore, notAfter } = leafValidity(template.when, request.now);
  const names4 = template.serverNames ?? request.serverNames;
  return x5094.X509CertificateGenerator.create({
    serialNumber: request.serial,
    subject,
    issuer: issuer?.subject ?? subject,
    notBefore,
    notAfter,
    signingAlgorithm: RSA_SHA256,
    publicKey: keys2.pair.publicKey,
    signingKey: (issuer?.keys ?? keys2).pair.privateKey,
    extensions: [
      new x5094.BasicConstraintsExtension(false, void 0, false),
      ...usageExtensions(template, notBefore, notAfter),
      await x5094.SubjectKeyIdentifierExtension.create(keys2.pair.publicKey),
      await x5094.AuthorityKeyIdentifierExtension.create((issuer?.keys ?? keys2).pair.publicKey),
      supportExtension(template.card ? "card" : "software"),
      ...template.card ? cardExtensions(template.card) : [],
      ...template.kind === "server" ? [
        new x5094.SubjectAlternativeNameExtension(
          names4.map((value) => ({ type: isAddress(value) ? "ip" : "dns", value }))
        )
      ] : [],
      ...issuer ? revocationPointers(issuer.name) : []
    ]
  });
}

// packages/sandbox/src/pki/leaves.ts
var TEST_STRUCTURE_ID = "10B0999999";
var TEST_PS_ID = "899900000003";
var TEST_NURSE_ID = "899900000011";
var TEST_STAFF_ID = "10B0999999/CPE00001";
var OTHER_PS_ID = "899900000029";
var OTHER_STRUCTURE_ID = "10B0888888";
function organisation(commonName, over = {}) {
  return {
    kind: "org-auth",
    key: "organisation",
    issuer: "organisations",
    subject: organisationName({
      commonName,
      structure: TEST_STRUCTURE_ID,
      name: "CENTRE DE SANT\xC9 DU SIMULATEUR",
      department: "Rh\xF4ne (69)"
    }),
    commonName,
    emetteur: TEST_STRUCTURE_ID,
    ...over
  };
}
var PHYSICIAN = personName({ idNat: TEST_PS_ID, surname: "EXEMPLE", givenName: "ALIX", title: "M\xE9decin" });
var PHYSICIAN_CARD = {
  cardType: 0,
  cardNumber: "8025000001/2800000000",
  profession: 10,
  savoirFaire: ["SM26"]
};
function physician(kind, over = {}) {
  return {
    kind,
    key: "person",
    issuer: "fortPersonnes",
    subject: PHYSICIAN,
    commonName: TEST_PS_ID,
    emetteur: TEST_PS_ID,
    card: PHYSICIAN_CARD,
    ...over
  };
}
var OTHER_PHYSICIAN = {
  subject: personName({ idNat: OTHER_PS_ID, surname: "MODELE", givenName: "NOA", title: "M\xE9decin" }),
  commonName: OTHER_PS_ID,
  emetteur: OTHER_PS_ID,
  card: { cardType: 0, cardNumber: "8025000001/2800000004", profession: 10, savoirFaire: ["SM54"] }
};
var STAFF = {
  subject: personName({
    idNat: TEST_STAFF_ID,
    surname: "SECRETARIAT",
    givenName: "CAMILLE",
    title: "Employ\xE9 d'une structure"
  }),
  commonName: TEST_STAFF_ID,
  emetteur: TEST_STAFF_ID,
  card: { cardType: 2, cardNumber: "8025000001/2800000002" }
};
var DMP_STRUCTURE = "DMP SIMULATEUR";
function stamp(over = {}) {
  return organisation(DMP_STRUCTURE, { kind: "org-sign", key: "organisationStamp", ...over });
}
function otherStructure(kind, key) {
  return organisation(DMP_STRUCTURE, {
    kind,
    key,
    subject: organisationName({
      commonName: DMP_STRUCTURE,
      structure: OTHER_STRUCTURE_ID,
      name: "AUTRE STRUCTURE DU SIMULATEUR",
      department: "Marne (51)"
    }),
    emetteur: OTHER_STRUCTURE_ID
  });
}
var LEAF_TEMPLATES = {
  "insi-auto": organisation("INSI-AUTO"),
  "insi-manu": organisation("INSI-MANU"),
  "insi-manu-lower": organisation("insi-manu"),
  "insi-manu-underscore": organisation("INSI_MANU"),
  authCli: organisation("DMP-SIMULATEUR"),
  expired: organisation("INSI-MANU", { when: "expired" }),
  notYetValid: organisation("INSI-MANU", { when: "notYetValid" }),
  revoked: organisation("INSI-MANU", { revoked: true }),
  wrongAuthority: organisation("INSI-MANU", { issuer: "unknown" }),
  otherGamme: organisation("INSI-MANU", { issuer: "otherGamme" }),
  forgedAuthority: organisation("INSI-MANU", { issuer: "forgedOrganisations" }),
  sign: organisation("CACHET SIMULATEUR", { kind: "org-sign" }),
  "sign-expired": organisation("CACHET SIMULATEUR", { kind: "org-sign", when: "expired" }),
  "sign-self-signed": organisation("CACHET SIMULATEUR", { kind: "org-sign", issuer: "self", key: "rogue" }),
  "cps-sign": physician("card-sign"),
  "cps-auth": physician("card-auth", { key: "personAuth" }),
  "cps-sign-expired": physician("card-sign", { when: "expired" }),
  "cps-sign-revoked": physician("card-sign", { revoked: true }),
  "cps-sign-self-signed": physician("card-sign", { issuer: "self", key: "rogue" }),
  "person-software-sign": {
    kind: "software-person-sign",
    key: "person",
    issuer: "elementairePersonnes",
    subject: PHYSICIAN,
    commonName: TEST_PS_ID,
    emetteur: TEST_PS_ID
  },
  "cpf-sign": physician("card-sign", {
    subject: personName({ idNat: TEST_NURSE_ID, surname: "ESSAI", givenName: "\xC9LO\xCFSE", title: "Infirmier" }),
    commonName: TEST_NURSE_ID,
    emetteur: TEST_NURSE_ID,
    card: { cardType: 1, cardNumber: "8025000001/2800000001", profession: 60 }
  }),
  "cpe-sign": physician("card-sign", STAFF),
  "cpe-auth": physician("card-auth", { ...STAFF, key: "personAuth" }),
  "cpe-non-nominative": physician("card-sign", {
    subject: personName({ idNat: "10B0999999/CPE00002", title: "Employ\xE9 d'une structure" }),
    commonName: "10B0999999/CPE00002",
    emetteur: "10B0999999/CPE00002",
    card: { cardType: 2, cardNumber: "8025000001/2800000003" }
  }),
  "org-auth-cli": organisation(DMP_STRUCTURE),
  "org-sign": stamp(),
  "org-auth-cli-expired": organisation(DMP_STRUCTURE, { when: "expired" }),
  "org-auth-cli-revoked": organisation(DMP_STRUCTURE, { revoked: true }),
  "org-auth-cli-wrongAuthority": organisation(DMP_STRUCTURE, { issuer: "unknown" }),
  "org-sign-expired": stamp({ when: "expired" }),
  "org-sign-revoked": stamp({ revoked: true }),
  "org-sign-wrongAuthority": stamp({ issuer: "unknown" }),
  "org-sign-wrongUsage": stamp({ kind: "org-cipher" }),
  "other-org-auth-cli": otherStructure("org-auth", "organisation"),
  "other-org-sign": otherStructure("org-sign", "organisationStamp"),
  "other-cps-auth": physician("card-auth", { ...OTHER_PHYSICIAN, key: "personAuth" }),
  "other-cps-sign": physician("card-sign", OTHER_PHYSICIAN),
  server: organisation("localhost", { kind: "server" }),
  "server-wrong-host": organisation("autre.simulateur.invalid", {
    kind: "server",
    serverNames: ["autre.simulateur.invalid"]
  }),
  "server-expired": organisation("localhost", { kind: "server", when: "expired" }),
  "server-wrong-authority": organisation("localhost", { kind: "server", issuer: "unknown" })
};
var TEST_ROLES = Object.keys(LEAF_TEMPLATES);

// packages/sandbox/src/pki/pkcs12.ts
import forge from "node-forge";

function writePkcs12(keyPem, certificatesPem, passphrase) {
  const key = forge.pki.privateKeyFromPem(keyPem);
  const certificates = certificatesPem.map((pem) => forge.pki.certificateFromPem(pem));
  const asn12 = forge.pkcs12.toPkcs12Asn1(key, certificates, passphrase, { algorithm: "aes256", count: 2048 });
  return Buffer.from(forge.asn1.toDer(asn12).getBytes(), "binary");
}

// packages/sandbox/src/pki/pkcs12-legacy.ts
import forge2 from "node-forge";

var OID2 = {
  data: "1.2.840.113549.1.7.1",
  encryptedData: "1.2.840.113549.1.7.6",
  rc2Pbe40: "1.2.840.113549.1.12.1.6",
  sha1: "1.3.14.3.2.26",
  certBag: "1.2.840.113549.1.12.10.1.3",
  shroudedKeyBag: "1.2.840.113549.1.12.10.1.2",
  x509Certificate: "1.2.840.113549.1.9.22.1"
};
var { asn1 } = forge2;
var UNIVERSAL = asn1.Class.UNIVERSAL;
var CONTEXT = asn1.Class.CONTEXT_SPECIFIC;
var sequence = (items) => asn1.create(UNIVERSAL, asn1.Type.SEQUENCE, true, items);
var set = (items) => asn1.create(UNIVERSAL, asn1.Type.SET, true, items);
var oid = (dotted) => asn1.create(UNIVERSAL, asn1.Type.OID, false, asn1.oidToDer(dotted).getBytes());
var octets = (bytes) => asn1.create(UNIVERSAL, asn1.Type.OCTETSTRING, false, bytes);
var integer = (value) => asn1.create(UNIVERSAL, asn1.Type.INTEGER, false, asn1.integerToDer(value).getBytes());
var explicit = (tag, item) => asn1.create(CONTEXT, tag, true, [item]);
var der = (item) => asn1.toDer(item).getBytes();
var ITERATIONS = 2048;
function encryptRc2(plain3, passphrase) {
  const salt = forge2.random.getBytesSync(8);
  const buffer = forge2.util.createBuffer(salt);
  const key = forge2.pkcs12.generateKey(passphrase, buffer, 1, ITERATIONS, 5);
  const iv = forge2.pkcs12.generateKey(passphrase, forge2.util.createBuffer(salt), 2, ITERATIONS, 8);
  const cipher = forge2.rc2.createEncryptionCipher(key, 40);
  cipher.start(iv);
  cipher.update(forge2.util.createBuffer(plain3));
  cipher.finish();
  return { salt, cipherText: cipher.output.getBytes() };
}
function writeLegacyPkcs12(keyPem, certificatesPem, passphrase) {
  const localKeyId = forge2.md.sha1.create().update(certificatesPem[0] ?? "").digest().getBytes();
  const keyIdAttribute = set([sequence([oid("1.2.840.113549.1.9.21"), set([octets(localKeyId)])])]);
  const bags = certificatesPem.map((pem, index) => {
    const certificate = forge2.pki.certificateToAsn1(forge2.pki.certificateFromPem(pem));
    const bag = sequence([oid(OID2.x509Certificate), explicit(0, octets(der(certificate)))]);
    return sequence([oid(OID2.certBag), explicit(0, bag), ...index === 0 ? [keyIdAttribute] : []]);
  });
  const { salt, cipherText } = encryptRc2(der(sequence(bags)), passphrase);
  const encryptedContent = sequence([
    oid(OID2.data),
    sequence([oid(OID2.rc2Pbe40), sequence([octets(salt), integer(ITERATIONS)])]),
    asn1.create(CONTEXT, 0, false, cipherText)
  ]);
  const certificates = sequence([oid(OID2.encryptedData), explicit(0, sequence([integer(0), encryptedContent]))]);
  const keyInfo = forge2.pki.wrapRsaPrivateKey(forge2.pki.privateKeyToAsn1(forge2.pki.privateKeyFromPem(keyPem)));
  const shrouded = forge2.pki.encryptPrivateKeyInfo(keyInfo, passphrase, { algorithm: "3des", count: ITERATIONS });
  const keyBag = sequence([oid(OID2.shroudedKeyBag), explicit(0, shrouded), keyIdAttribute]);
  const key = sequence([oid(OID2.data), explicit(0, octets(der(sequence([keyBag]))))]);
  const safe = der(sequence([certificates, key]));
  const macSalt = forge2.random.getBytesSync(8);
  const macKey = forge2.pkcs12.generateKey(passphrase, forge2.util.createBuffer(macSalt), 3, ITERATIONS, 20);
  const mac = forge2.hmac.create();
  mac.start("sha1", macKey);
  mac.update(safe);
  const digest2 = sequence([
    sequence([oid(OID2.sha1), asn1.create(UNIVERSAL, asn1.Type.NULL, false, "")]),
    octets(mac.getMac().getBytes())
  ]);
  const file = sequence([
    integer(3),
    sequence([oid(OID2.data), explicit(0, octets(safe))]),
    sequence([digest2, octets(macSalt), integer(ITERATIONS)])
  ]);
  return Buffer.from(der(file), "binary");
}

// packages/sandbox/src/pki.ts
var TEST_PASSPHRASE = "simulateur";
function serialNumber(random, bytes) {
  const octets2 = Uint8Array.from(random(bytes));
  octets2[0] = (octets2[0] ?? 0) & 63 | 64;
  return Buffer.from(octets2).toString("hex");
}
async function createTestPki(options = {}) {
  const now = (options.clock ?? (() => /* @__PURE__ */ new Date()))();
  const random = options.random ?? defaultRandom;
  const serverNames = options.serverNames ?? ["localhost", "127.0.0.1", "::1"];
  const [rootKeys, elementaireKeys, fortKeys, organisation2, organisationStamp, person, personAuth, rogue] = await Promise.all([
    generateTestKey(),
    generateTestKey(),
    generateTestKey(),
    generateTestKey(),
    generateTestKey(),
    generateTestKey(),
    generateTestKey(),
    generateTestKey()
  ]);
  const authority2 = (name, keys2, issuedBy) => createAuthority({ name, keys: keys2, now, serial: serialNumber(random, 18), ...issuedBy ? { issuedBy } : {} });
  const rootElementaire = await authority2("rootElementaire", rootKeys);
  const rootFort = await authority2("rootFort", rootKeys);
  const authorities = {
    rootElementaire,
    rootFort,
    organisations: await authority2("organisations", elementaireKeys, rootElementaire),
    elementairePersonnes: await authority2("elementairePersonnes", elementaireKeys, rootElementaire),
    fortPersonnes: await authority2("fortPersonnes", fortKeys, rootFort),
    otherGamme: await authority2("otherGamme", rogue),
    unknown: await authority2("unknown", rogue),
    forgedOrganisations: await authority2("forgedOrganisations", rogue)
  };
  const revoked = /* @__PURE__ */ new Map();
  const leafKeys = { organisation: organisation2, organisationStamp, person, personAuth, rogue };
  const issue = async (role) => {
    const template = LEAF_TEMPLATES[role];
    const issuer = template.issuer === "self" ? void 0 : authorities[template.issuer];
    const keys2 = leafKeys[template.key];
    const serial = serialNumber(random, 16);
    const certificate = await issueLeaf({ template, keys: keys2, serial, now, serverNames, ...issuer ? { issuer } : {} });
    if (template.revoked && issuer) revoked.set(issuer.name, [...revoked.get(issuer.name) ?? [], serial]);
    const certPem = `${certificate.toString("pem")}
`;
    const chain = issuer ? [issuer, ...issuer.issuedBy ? [issuer.issuedBy] : []].map((a) => a.certPem) : [];
    return [
      role,
      {
        role,
        commonName: template.commonName,
        emetteur: template.emetteur,
        serial,
        notBefore: certificate.notBefore,
        notAfter: certificate.notAfter,
        certPem,
        certDer: new Uint8Array(certificate.rawData),
        keyPem: keys2.privateKeyPem,
        chainPem: chain.join(""),
        pfx: (passphrase = TEST_PASSPHRASE) => writePkcs12(keys2.privateKeyPem, [certPem, ...chain], passphrase),
        pfxLegacy: (passphrase = TEST_PASSPHRASE) => writeLegacyPkcs12(keys2.privateKeyPem, [certPem, ...chain], passphrase)
      }
    ];
  };
  const identities = Object.fromEntries(await Promise.all(TEST_ROLES.map(issue)));
  const crl = (name) => issueCrl(authorities[name], revoked.get(name) ?? [], now);
  const crls = {
    organisations: await crl("organisations"),
    elementairePersonnes: await crl("elementairePersonnes"),
    fortPersonnes: await crl("fortPersonnes")
  };
  const trusted = ["rootElementaire", "rootFort", "organisations", "elementairePersonnes", "fortPersonnes"];
  return {
    authorities: publicAuthorities(authorities),
    identities,
    identity(role) {
      const found = Object.hasOwn(identities, role) ? identities[role] : void 0;
      if (!found) {
        throw new SocleArgumentError({
          code: "sandbox.unknownRole",
          service: "sandbox",
          message: `There is no test identity of that role. Roles: ${TEST_ROLES.join(", ")}.`
        });
      }
      return found;
    },
    caPem: trusted.map((name) => authorities[name].certPem).join(""),
    crls,
    crlPem: Object.values(crls).map((list2) => list2.pem).join(""),
    isRevoked: (name, serial) => (revoked.get(name) ?? []).includes(serial.toLowerCase())
  };
}
function publicAuthorities(signing) {
  const entries = Object.values(signing).map(({ name, commonName, certPem, certDer }) => [
    name,
    { name, commonName, certPem, certDer }
  ]);
  return Object.fromEntries(entries);
}

// packages/wire/src/dsig/algorithms.ts
var DSIG2 = "http://www.w3.org/2000/09/xmldsig#";
var ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
var signatureUris2 = {
  "rsa-sha256": "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  "rsa-sha1": "http://www.w3.org/2000/09/xmldsig#rsa-sha1"
};
var digestUris2 = {
  sha256: "http://www.w3.org/2001/04/xmlenc#sha256",
  sha1: "http://www.w3.org/2000/09/xmldsig#sha1"
};
var proof = /* @__PURE__ */ Symbol("socle.wire.legacyAlgorithms");
function dangerouslyAllowSha1() {
  return { [proof]: true };
}
function allowsLegacy(legacy) {
  return legacy?.[proof] === true;
}

// packages/wire/src/dsig/sign.ts
import { createHash as createHash2, verify } from "node:crypto";

// packages/wire/src/c14n/ids.ts
var ID_LIKE = /* @__PURE__ */ new Set(["id", "assertionid", "requestid", "responseid"]);
var ncName2 = /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u;
function isIdValue(value) {
  return ncName2.test(value);
}
function elementsWithId(root, id) {
  const out = [];
  for (const element2 of walk(root)) {
    if (element2.attributes.some((item) => item.value === id && ID_LIKE.has(item.local.toLowerCase())))
      out.push(element2);
  }
  return out;
}
function idOf(element2, idAttribute) {
  return element2.attributes.find((item) => item.local === idAttribute && item.namespace === "")?.value;
}
function isUniqueId(root, idAttribute, id) {
  const [found, ...others] = elementsWithId(root, id);
  return found !== void 0 && others.length === 0 && idOf(found, idAttribute) === id;
}

// packages/wire/src/c14n/libxml2.ts
var library;
async function load() {
  library ??= import("libxml2-wasm");
  return library;
}
async function withLibDocument(source, use) {
  const lib = await load();
  const { XML_PARSE_NONET, XML_PARSE_NO_XXE } = lib.ParseOption;
  let document;
  try {
    document = lib.XmlDocument.fromString(source, { option: XML_PARSE_NONET | XML_PARSE_NO_XXE });
  } catch {
    throw new XmlError("xml.malformed", "The document is refused by the canonicaliser although the reader took it.");
  }
  try {
    return use({
      document,
      canonicalize: (method2, node, inclusivePrefixes) => {
        const options = {
          mode: method2.startsWith("exc") ? lib.XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 : lib.XmlC14NMode.XML_C14N_1_0,
          withComments: method2.endsWith("comments"),
          ...inclusivePrefixes?.length ? { inclusiveNamespacePrefixes: [...inclusivePrefixes] } : {}
        };
        try {
          const text3 = node === void 0 ? document.canonicalizeToString(options) : node.canonicalizeToString(options);
          return new TextEncoder().encode(text3);
        } catch {
          throw new XmlError(
            "xml.malformed",
            "The document has no canonical form: a namespace URI is probably relative."
          );
        }
      },
      byId: (idAttribute, id) => {
        if (!isIdValue(idAttribute) || !isIdValue(id)) return void 0;
        const found = document.find(`//*[@${idAttribute}="${id}"]`);
        const [first2] = found;
        return found.length === 1 && first2 instanceof lib.XmlElement ? first2 : void 0;
      },
      children: (parent, namespace, local) => {
        const out = [];
        for (let node = parent.firstChild; node !== null; node = node.next) {
          if (node instanceof lib.XmlElement && node.namespaceUri === namespace && node.name === local) out.push(node);
        }
        return out;
      }
    });
  } finally {
    document.dispose();
  }
}

// packages/wire/src/errors/signature-error.ts
var SigningError = class extends SocleArgumentError {
  constructor(code, message) {
    super({ code, service: "wire", message, audience: "vendor" });
  }
};

// packages/wire/src/dsig/signer.ts
import { createPrivateKey as createPrivateKey2, sign } from "node:crypto";

var hashNames = { "rsa-sha256": "sha256", "rsa-sha1": "sha1" };
function createKeySigner(identity2, options = {}) {
  const algorithm = options.algorithm ?? "rsa-sha256";
  if (algorithm === "rsa-sha1" && !allowsLegacy(options.legacy)) {
    throw new SigningError(
      "signing.algorithm",
      "RSA-SHA1 is off; pass dangerouslyAllowSha1() if an interface demands it."
    );
  }
  const key = createPrivateKey2(identity2.keyPem);
  if (key.asymmetricKeyType !== "rsa") {
    throw new SigningError("signing.algorithm", "Only RSA keys sign XML here.");
  }
  return {
    certificateDer: identity2.certificate.der,
    algorithm,
    sign: (octets2) => new Promise((resolve, reject) => {
      sign(
        hashNames[algorithm],
        octets2,
        key,
        (error, value) => error ? reject(error) : resolve(new Uint8Array(value))
      );
    })
  };
}

// packages/wire/src/c14n/types.ts
var canonicalizationUris = {
  "exc-c14n": "http://www.w3.org/2001/10/xml-exc-c14n#",
  "exc-c14n-comments": "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
  c14n: "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
  "c14n-comments": "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments"
};

// packages/wire/src/dsig/template.ts
function writeSignature(parts) {
  const { name, node } = namesOf(parts);
  return serializeXml(
    element(name("Signature"), {}, [
      signedInfo(parts),
      node("SignatureValue", [parts.signatureValue]),
      parts.certificate !== void 0 && node("KeyInfo", [node("X509Data", [node("X509Certificate", [parts.certificate])])])
    ])
  );
}
function exclusiveSignedInfo(parts) {
  return new TextEncoder().encode(serializeXml(signedInfo(parts)));
}
function namesOf(parts) {
  const name = (local) => ({ prefix: parts.prefix, namespace: DSIG2, local });
  const node = (local, children2) => element(name(local), {}, children2);
  return { name, node };
}
function signedInfo(parts) {
  const { name, node } = namesOf(parts);
  const method2 = (local, uri) => element(name(local), { Algorithm: uri });
  const canonicalization = canonicalizationUris[parts.canonicalization];
  return node("SignedInfo", [
    method2("CanonicalizationMethod", canonicalization),
    method2("SignatureMethod", signatureUris2[parts.algorithm]),
    element(name("Reference"), { URI: `#${parts.id}` }, [
      node("Transforms", [method2("Transform", ENVELOPED), method2("Transform", canonicalization)]),
      method2("DigestMethod", digestUris2[parts.digest]),
      node("DigestValue", [parts.digestValue])
    ])
  ]);
}

// packages/wire/src/dsig/sign.ts
async function signEnveloped(options) {
  const { signer } = options;
  const idAttribute = options.idAttribute ?? "ID";
  const canonicalization = options.canonicalization ?? "exc-c14n";
  const digest2 = options.digest ?? "sha256";
  if ((signer.algorithm === "rsa-sha1" || digest2 === "sha1") && !allowsLegacy(options.legacy)) {
    throw new SigningError(
      "signing.algorithm",
      "SHA-1 is off; pass dangerouslyAllowSha1() if an interface demands it."
    );
  }
  const source = decodeInput(options.xml, options.limits?.maxBytes ?? defaultXmlLimits.maxBytes);
  const target = findTarget(parseXml(source, options.limits), idAttribute, options.referenceId);
  const at3 = insertionOffset(source, target, options.insertAfter);
  const digestValue = await withLibDocument(source, (document) => {
    const node = document.byId(idAttribute, options.referenceId);
    if (node === void 0) throw new SigningError("signing.target", "The element to sign was not found.");
    return createHash2(digest2).update(document.canonicalize(canonicalization, node)).digest("base64");
  });
  const parts = {
    prefix: options.prefix ?? "",
    id: options.referenceId,
    canonicalization,
    algorithm: signer.algorithm,
    digest: digest2,
    digestValue,
    signatureValue: "",
    ...options.keyInfo === "none" ? {} : { certificate: Buffer.from(signer.certificateDer).toString("base64") }
  };
  const insert = (signature) => source.slice(0, at3) + signature + source.slice(at3);
  const octets2 = canonicalization === "exc-c14n" ? exclusiveSignedInfo(parts) : await canonicalInPlace(insert(writeSignature(parts)), idAttribute, options.referenceId);
  const value = await signer.sign(octets2);
  assertSigner(signer.certificateDer, hashNames[signer.algorithm], octets2, value);
  return insert(writeSignature({ ...parts, signatureValue: Buffer.from(value).toString("base64") }));
}
function canonicalInPlace(source, idAttribute, id) {
  return withLibDocument(source, (document) => {
    const node = document.byId(idAttribute, id);
    const [signature] = node === void 0 ? [] : document.children(node, DSIG2, "Signature");
    const [signedInfo2] = signature === void 0 ? [] : document.children(signature, DSIG2, "SignedInfo");
    if (signedInfo2 === void 0) throw new SigningError("signing.target", "The element to sign was not found.");
    return document.canonicalize("c14n", signedInfo2);
  });
}
function findTarget(root, idAttribute, id) {
  if (!isIdValue(id) || !isIdValue(idAttribute)) {
    throw new SigningError(
      "signing.target",
      "The reference must be a valid XML ID: a letter or an underscore first, no colon."
    );
  }
  const found = [...walk(root)].find((item) => attribute(item, idAttribute) === id);
  if (found === void 0) throw new SigningError("signing.target", "No element carries the ID to sign.");
  if (!isUniqueId(root, idAttribute, id)) {
    throw new SigningError(
      "signing.duplicateId",
      "Several elements carry the ID to sign: a verifier would refuse the result."
    );
  }
  if ([...walk(found)].some((item) => item.namespace === DSIG2 && item.local === "Signature")) {
    throw new SigningError("signing.alreadySigned", "The element already holds a Signature.");
  }
  return found;
}
function insertionOffset(source, target, after) {
  if (after === void 0) {
    if (target.span.open === target.span.end) {
      throw new SigningError(
        "signing.position",
        "The element to sign is empty and self-closed: there is no room for a Signature."
      );
    }
    return source.lastIndexOf("</", target.span.end - 1);
  }
  const found = children(target, after.namespace, after.local);
  const [only] = found;
  if (only === void 0 || found.length > 1) {
    throw new SigningError(
      "signing.position",
      `The Signature must follow one ${after.local}; there are ${found.length}.`
    );
  }
  return only.span.end;
}
function assertSigner(certificateDer, hash, octets2, value) {
  let genuine = false;
  try {
    genuine = verify(hash, octets2, publicKeyOf(certificateDer), value);
  } catch {
    genuine = false;
  }
  if (!genuine) {
    throw new SigningError(
      "signing.signerMismatch",
      "The signature does not verify with the certificate of the signer: wrong key, or the card was changed."
    );
  }
}

// packages/vihf/src/dn.ts
function formatIssuer(certificate, form = "rfc2253") {
  if (typeof form === "function") return form(certificate);
  return formatRfc2253(form === "rfc2253" ? certificate.subject : [...certificate.subject].reverse());
}

// packages/vihf/src/errors.ts
var VihfInputError = class extends SocleArgumentError {
  constructor(init) {
    super({ audience: "vendor", ...init, service: "vihf" });
  }
};

// packages/vihf/src/rules/certificate.ts
var CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
function checkSignatureCertificate(certificate, now) {
  const findings = [];
  const add = (rule) => findings.push(finding(rule, "error", ["certificate"]));
  if (now !== void 0 && now > certificate.notAfter) add("vihf.certificate.expired");
  if (now !== void 0 && now < certificate.notBefore) add("vihf.certificate.notYetValid");
  if (certificate.extendedKeyUsage.includes(CLIENT_AUTHENTICATION)) add("vihf.certificate.authentication");
  else if (!certificate.keyUsage.some((usage) => usage === "digitalSignature" || usage === "nonRepudiation")) {
    add("vihf.certificate.usage");
  }
  return findings;
}

// packages/vihf/src/types.ts
var AUTHN_CONTEXTS = {
  smartcard: "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI",
  password: "urn:oasis:names:tc:SAML:2.0:ac:classes:Password",
  tlsClient: "urn:oasis:names:tc:SAML:2.0:ac:classes:TLSClient",
  mobileTwoFactor: "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorUnregistered",
  /** Automatic processing. */
  unspecified: "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified"
};

// packages/vihf/src/vocabulary.ts
var SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
var HL72 = "urn:hl7-org:v3";
var XSI = "http://www.w3.org/2001/XMLSchema-instance";
var XS = "http://www.w3.org/2001/XMLSchema";
var X509_SUBJECT_NAME = "urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName";
var NAMES = {
  version: ["VIHF_Version"],
  mode: ["Authentification_Mode", "Authentification_mode"],
  structure: ["Identifiant_Structure"],
  sector: ["Secteur_Activite"],
  subjectId: ["urn:oasis:names:tc:xspa:1.0:subject:subject-id"],
  roles: ["urn:oasis:names:tc:xacml:2.0:subject:role"],
  patient: ["urn:oasis:names:tc:xacml:2.0:resource:resource-id"],
  resource: ["Ressource_URN"],
  purpose: ["urn:oasis:names:tc:xspa:1.0:subject:purposeofuse"],
  reason: ["Mode_Acces_Raison"],
  confidentiality: ["urn:oasis:names:tc:xspa:1.0:resource:patient:hl7:confidentiality-code", "Confidentiality_code"],
  softwareId: ["LPS_ID"],
  softwareName: ["LPS_Nom"],
  softwareVersion: ["LPS_Version"],
  homologation: ["LPS_ID_HOMOLOGATION_DMP"]
};
var RESOURCE = "urn:dmp";
var AIR_DECLARATION = "APP_BROWSER_AUTH";
var SECRET_CONNECTION = "INVISIBLE_REPRESENTANTS_LEGAUX";
var PURPOSE_SYSTEM = "1.2.250.1.213.1.1.4.248";
var PURPOSE_SYSTEM_NAME = "mode acces VIHF 2.0";
var PURPOSES = {
  normal: "Acc\xE8s normal",
  bris_de_glace: "Acc\xE8s bris de glace",
  centre_15: "Acc\xE8s centre de r\xE9gulation"
};
var ROLE_SYSTEMS = {
  professions: "1.2.250.1.71.1.2.7",
  training: "1.2.250.1.71.1.2.8",
  machines: "1.2.250.1.213.1.1.4.6",
  titles: "1.2.250.1.213.1.6.1.109",
  social: "1.2.250.1.213.1.6.1.4",
  byRole: "1.2.250.1.213.1.6.1.140",
  skills: "1.2.250.1.71.4.2.5",
  pharmacySections: "1.2.250.1.71.4.2.6",
  namedRoles: "1.2.250.1.213.1.6.1.107"
};

// packages/vihf/src/serialize.ts
var saml = (local) => ({ prefix: "saml2", namespace: SAML, local });
function serializeVihf(input, at3, wire = {}) {
  const declaration = input.mode === "INDIRECTE_RENFORCEE" ? wire.authnContextDecl ?? AIR_DECLARATION : false;
  const context = input.authnContext ?? AUTHN_CONTEXTS.smartcard;
  const assertion = element(
    saml("Assertion"),
    { ID: at3.id, IssueInstant: at3.instant.toISOString(), Version: "2.0" },
    [
      element(saml("Issuer"), { Format: X509_SUBJECT_NAME }, [at3.issuer]),
      element(saml("Subject"), {}, [element(saml("NameID"), {}, [input.nameId])]),
      wire.validSeconds !== void 0 && element(saml("Conditions"), {
        NotBefore: at3.instant.toISOString(),
        NotOnOrAfter: new Date(at3.instant.getTime() + wire.validSeconds * 1e3).toISOString()
      }),
      element(saml("AuthnStatement"), { AuthnInstant: input.authnInstant.toISOString() }, [
        element(saml("AuthnContext"), {}, [
          element(saml("AuthnContextClassRef"), {}, [context]),
          declaration !== false && element(saml("AuthnContextDecl"), {}, [declaration])
        ])
      ]),
      element(saml("AttributeStatement"), {}, attributesOf(input, wire))
    ],
    { saml2: SAML, xsi: XSI, xs: XS }
  );
  return serializeXml(assertion);
}
function attributesOf(input, wire) {
  const purpose = input.purpose ?? "normal";
  const named2 = input.mode !== "DIRECTE" || wire.subjectIdInDirectMode === true;
  return [
    text2(NAMES.version[0], input.version ?? "3.0"),
    text2(wire.modeAttribute ?? NAMES.mode[0], input.mode),
    text2(NAMES.structure[0], input.structure),
    text2(NAMES.sector[0], `${input.sector.code}^${input.sector.codeSystem}`),
    named2 && input.subjectId !== void 0 && text2(NAMES.subjectId[0], input.subjectId),
    attribute2(
      NAMES.roles[0],
      input.roles.map((role) => coded4("Role", role))
    ),
    input.patient !== void 0 && text2(NAMES.patient[0], toXdsCx(input.patient)),
    text2(NAMES.resource[0], input.resource ?? RESOURCE),
    attribute2(NAMES.purpose[0], [
      coded4("PurposeOfUse", {
        code: purpose,
        codeSystem: PURPOSE_SYSTEM,
        codeSystemName: wire.purposeCodeSystemName ?? PURPOSE_SYSTEM_NAME,
        displayName: wire.purposeLabels?.[purpose] ?? PURPOSES[purpose]
      })
    ]),
    input.reason !== void 0 && text2(NAMES.reason[0], input.reason),
    input.secretConnection === true && text2(wire.confidentialityAttribute ?? NAMES.confidentiality[0], SECRET_CONNECTION),
    input.software.id !== void 0 && text2(NAMES.softwareId[0], input.software.id),
    text2(NAMES.softwareName[0], input.software.name),
    text2(NAMES.softwareVersion[0], input.software.version),
    text2(NAMES.homologation[0], input.software.homologation)
  ];
}
function attribute2(name, values) {
  return element(
    saml("Attribute"),
    { Name: name },
    values.map(
      (value) => element(
        saml("AttributeValue"),
        typeof value === "string" ? [{ prefix: "xsi", namespace: XSI, local: "type", value: "xs:string" }] : {},
        [value]
      )
    )
  );
}
function text2(name, value) {
  return attribute2(name, [value]);
}
function coded4(local, value) {
  const { code, codeSystem, codeSystemName, displayName } = value;
  return element({ prefix: "", namespace: HL72, local }, [
    { prefix: "xsi", namespace: XSI, local: "type", value: "CE" },
    { local: "code", value: code },
    { local: "codeSystem", value: codeSystem },
    ...codeSystemName === void 0 ? [] : [{ local: "codeSystemName", value: codeSystemName }],
    { local: "displayName", value: displayName }
  ]);
}

// packages/nomenclatures/src/jdv-j65.ts
var jdvJ65 = {
  id: "JDV_J65",
  name: "SubjectRole_DMP",
  oid: "1.2.250.1.213.1.1.5.5",
  version: "20220729",
  date: "2022-07-29",
  source: "ANS, list of 2022-07-29 as copied by prosanteconnect/generate-VIHF",
  concepts: [
    {
      code: "ALIM_AM",
      system: "1.2.250.1.213.1.1.4.6",
      label: "Alimentation automatique \xE0 partir du Syst\xE8me d'Information de l'Assurance Maladie",
      status: "active"
    },
    { code: "DISPOSITIF", system: "1.2.250.1.213.1.1.4.6", label: "Dispositif m\xE9dical", status: "active" },
    {
      code: "EXP_PATIENT",
      system: "1.2.250.1.213.1.1.4.6",
      label: "Expression personnelle du patient",
      status: "active"
    },
    { code: "SECRETARIAT_MEDICAL", system: "1.2.250.1.213.1.1.4.6", label: "Secr\xE9tariat m\xE9dical", status: "active" },
    { code: "AUTOMATE", system: "1.2.250.1.213.1.1.4.6", label: "Automate", status: "active" },
    { code: "10", system: "1.2.250.1.71.1.2.7", label: "M\xE9decin", status: "active" },
    { code: "21", system: "1.2.250.1.71.1.2.7", label: "Pharmacien", status: "active" },
    { code: "26", system: "1.2.250.1.71.1.2.7", label: "Audioproth\xE9siste", status: "active" },
    { code: "28", system: "1.2.250.1.71.1.2.7", label: "Opticien-Lunetier", status: "active" },
    { code: "31", system: "1.2.250.1.71.1.2.7", label: "Assistant dentaire", status: "active" },
    { code: "32", system: "1.2.250.1.71.1.2.7", label: "Physicien m\xE9dical", status: "active" },
    { code: "35", system: "1.2.250.1.71.1.2.7", label: "Aide-soignant", status: "active" },
    { code: "36", system: "1.2.250.1.71.1.2.7", label: "Ambulancier", status: "active" },
    { code: "37", system: "1.2.250.1.71.1.2.7", label: "Auxiliaire de pu\xE9riculture", status: "active" },
    { code: "38", system: "1.2.250.1.71.1.2.7", label: "Pr\xE9parateur en pharmacie hospitali\xE8re", status: "active" },
    { code: "39", system: "1.2.250.1.71.1.2.7", label: "Pr\xE9parateur en pharmacie (officine)", status: "active" },
    { code: "40", system: "1.2.250.1.71.1.2.7", label: "Chirurgien-Dentiste", status: "active" },
    { code: "50", system: "1.2.250.1.71.1.2.7", label: "Sage-Femme", status: "active" },
    { code: "60", system: "1.2.250.1.71.1.2.7", label: "Infirmier", status: "active" },
    { code: "69", system: "1.2.250.1.71.1.2.7", label: "Infirmier psychiatrique", status: "active" },
    { code: "70", system: "1.2.250.1.71.1.2.7", label: "Masseur-Kin\xE9sith\xE9rapeute", status: "active" },
    { code: "80", system: "1.2.250.1.71.1.2.7", label: "P\xE9dicure-Podologue", status: "active" },
    { code: "81", system: "1.2.250.1.71.1.2.7", label: "Orthoproth\xE9siste", status: "active" },
    { code: "82", system: "1.2.250.1.71.1.2.7", label: "Podo-Orth\xE9siste", status: "active" },
    { code: "83", system: "1.2.250.1.71.1.2.7", label: "Orthop\xE9diste-Orth\xE9siste", status: "active" },
    { code: "84", system: "1.2.250.1.71.1.2.7", label: "Oculariste", status: "active" },
    { code: "85", system: "1.2.250.1.71.1.2.7", label: "Epith\xE9siste", status: "active" },
    { code: "86", system: "1.2.250.1.71.1.2.7", label: "Technicien de laboratoire m\xE9dical", status: "active" },
    { code: "91", system: "1.2.250.1.71.1.2.7", label: "Orthophoniste", status: "active" },
    { code: "92", system: "1.2.250.1.71.1.2.7", label: "Orthoptiste", status: "active" },
    { code: "94", system: "1.2.250.1.71.1.2.7", label: "Ergoth\xE9rapeute", status: "active" },
    { code: "95", system: "1.2.250.1.71.1.2.7", label: "Di\xE9t\xE9ticien", status: "active" },
    { code: "96", system: "1.2.250.1.71.1.2.7", label: "Psychomotricien", status: "active" },
    { code: "98", system: "1.2.250.1.71.1.2.7", label: "Manipulateur ERM", status: "active" },
    { code: "10", system: "1.2.250.1.71.1.2.8", label: "M\xE9decin en formation", status: "active" },
    { code: "21", system: "1.2.250.1.71.1.2.8", label: "Pharmacien en formation", status: "active" },
    { code: "40", system: "1.2.250.1.71.1.2.8", label: "Chirurgien-Dentiste en formation", status: "active" },
    { code: "50", system: "1.2.250.1.71.1.2.8", label: "Sage-Femme en formation", status: "active" },
    { code: "71", system: "1.2.250.1.213.1.6.1.109", label: "Ost\xE9opathe", status: "active" },
    { code: "72", system: "1.2.250.1.213.1.6.1.109", label: "Psychoth\xE9rapeute", status: "active" },
    { code: "73", system: "1.2.250.1.213.1.6.1.109", label: "Chiropracteur", status: "active" },
    { code: "93", system: "1.2.250.1.213.1.6.1.109", label: "Psychologue", status: "active" },
    { code: "97", system: "1.2.250.1.213.1.6.1.109", label: "Conseiller en g\xE9n\xE9tique", status: "active" },
    { code: "41", system: "1.2.250.1.213.1.6.1.4", label: "Assistant de service social", status: "active" },
    { code: "42", system: "1.2.250.1.213.1.6.1.4", label: "Auxiliaire de vie sociale", status: "active" },
    {
      code: "43",
      system: "1.2.250.1.213.1.6.1.4",
      label: "Technicien de l'intervention sociale et familiale",
      status: "active"
    },
    {
      code: "44",
      system: "1.2.250.1.213.1.6.1.4",
      label: "Conseiller en \xE9conomie sociale et familiale",
      status: "active"
    },
    { code: "45", system: "1.2.250.1.213.1.6.1.4", label: "M\xE9diateur familial", status: "active" },
    { code: "46", system: "1.2.250.1.213.1.6.1.4", label: "Assistant familial", status: "active" },
    { code: "47", system: "1.2.250.1.213.1.6.1.4", label: "Aide m\xE9dico-psychologique (AMP)", status: "active" },
    { code: "48", system: "1.2.250.1.213.1.6.1.4", label: "Moniteur \xE9ducateur", status: "active" },
    { code: "49", system: "1.2.250.1.213.1.6.1.4", label: "Educateur de jeunes enfants", status: "active" },
    { code: "51", system: "1.2.250.1.213.1.6.1.4", label: "Educateur sp\xE9cialis\xE9", status: "active" },
    { code: "52", system: "1.2.250.1.213.1.6.1.4", label: "Educateur technique sp\xE9cialis\xE9", status: "active" },
    { code: "53", system: "1.2.250.1.213.1.6.1.4", label: "Accompagnant \xE9ducatif et social", status: "active" },
    { code: "99", system: "1.2.250.1.213.1.6.1.140", label: "Acteur caract\xE9ris\xE9 par son r\xF4le", status: "active" },
    { code: "SCD01", system: "1.2.250.1.71.4.2.5", label: "Orthop\xE9die dento-faciale (SCD)", status: "active" },
    { code: "SCD02", system: "1.2.250.1.71.4.2.5", label: "Chirurgie orale (SCD)", status: "active" },
    { code: "SCD03", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine bucco-dentaire (SCD)", status: "active" },
    {
      code: "PAC00",
      system: "1.2.250.1.71.4.2.5",
      label: "Qualifi\xE9 Praticien Adjoint Contractuel (PAC)",
      status: "active"
    },
    { code: "SM01", system: "1.2.250.1.71.4.2.5", label: "Anatomie et cytologie pathologiques (SM)", status: "active" },
    { code: "SM02", system: "1.2.250.1.71.4.2.5", label: "Anesth\xE9sie-r\xE9animation (SM)", status: "active" },
    { code: "SM03", system: "1.2.250.1.71.4.2.5", label: "Biologie m\xE9dicale (SM)", status: "active" },
    { code: "SM04", system: "1.2.250.1.71.4.2.5", label: "Cardiologie et maladies vasculaires (SM)", status: "active" },
    { code: "SM05", system: "1.2.250.1.71.4.2.5", label: "Chirurgie g\xE9n\xE9rale (SM)", status: "active" },
    { code: "SM06", system: "1.2.250.1.71.4.2.5", label: "Chirurgie maxillo-faciale (SM)", status: "active" },
    {
      code: "SM07",
      system: "1.2.250.1.71.4.2.5",
      label: "Chirurgie maxillo-faciale et stomatologie (SM)",
      status: "active"
    },
    {
      code: "SM08",
      system: "1.2.250.1.71.4.2.5",
      label: "Chirurgie orthop\xE9dique et traumatologie (SM)",
      status: "active"
    },
    { code: "SM09", system: "1.2.250.1.71.4.2.5", label: "Chirurgie infantile (SM)", status: "active" },
    {
      code: "SM10",
      system: "1.2.250.1.71.4.2.5",
      label: "Chirurgie plastique reconstructrice et esth\xE9tique (SM)",
      status: "active"
    },
    {
      code: "SM11",
      system: "1.2.250.1.71.4.2.5",
      label: "Chirurgie thoracique et cardio-vasculaire (SM)",
      status: "active"
    },
    { code: "SM12", system: "1.2.250.1.71.4.2.5", label: "Chirurgie urologique (SM)", status: "active" },
    { code: "SM13", system: "1.2.250.1.71.4.2.5", label: "Chirurgie vasculaire (SM)", status: "active" },
    { code: "SM14", system: "1.2.250.1.71.4.2.5", label: "Chirurgie visc\xE9rale et digestive (SM)", status: "active" },
    { code: "SM15", system: "1.2.250.1.71.4.2.5", label: "Dermatologie et v\xE9n\xE9r\xE9ologie (SM)", status: "active" },
    { code: "SM16", system: "1.2.250.1.71.4.2.5", label: "Endocrinologie et m\xE9tabolisme (SM)", status: "active" },
    { code: "SM17", system: "1.2.250.1.71.4.2.5", label: "G\xE9n\xE9tique m\xE9dicale (SM)", status: "active" },
    { code: "SM18", system: "1.2.250.1.71.4.2.5", label: "G\xE9riatrie (SM)", status: "active" },
    { code: "SM19", system: "1.2.250.1.71.4.2.5", label: "Gyn\xE9cologie m\xE9dicale (SM)", status: "active" },
    { code: "SM20", system: "1.2.250.1.71.4.2.5", label: "Gyn\xE9cologie-obst\xE9trique (SM)", status: "active" },
    { code: "SM21", system: "1.2.250.1.71.4.2.5", label: "H\xE9matologie (SM)", status: "active" },
    { code: "SM22", system: "1.2.250.1.71.4.2.5", label: "H\xE9matologie option Maladie du sang (SM)", status: "active" },
    { code: "SM23", system: "1.2.250.1.71.4.2.5", label: "H\xE9matologie option Onco-h\xE9matologie (SM)", status: "active" },
    { code: "SM24", system: "1.2.250.1.71.4.2.5", label: "Gastro-ent\xE9rologie et h\xE9patologie (SM)", status: "active" },
    { code: "SM25", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine du travail (SM)", status: "active" },
    { code: "SM26", system: "1.2.250.1.71.4.2.5", label: "Qualifi\xE9 en m\xE9decine g\xE9n\xE9rale (SM)", status: "active" },
    { code: "SM27", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine interne (SM)", status: "active" },
    { code: "SM28", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine nucl\xE9aire (SM)", status: "active" },
    { code: "SM29", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine physique et r\xE9adaptation (SM)", status: "active" },
    { code: "SM30", system: "1.2.250.1.71.4.2.5", label: "N\xE9phrologie (SM)", status: "active" },
    { code: "SM31", system: "1.2.250.1.71.4.2.5", label: "Neuro-chirurgie (SM)", status: "active" },
    { code: "SM32", system: "1.2.250.1.71.4.2.5", label: "Neurologie (SM)", status: "active" },
    { code: "SM33", system: "1.2.250.1.71.4.2.5", label: "Neuro-psychiatrie (SM)", status: "active" },
    { code: "SM34", system: "1.2.250.1.71.4.2.5", label: "ORL et chirurgie cervico-faciale (SM)", status: "active" },
    { code: "SM35", system: "1.2.250.1.71.4.2.5", label: "Oncologie option onco-h\xE9matologie (SM)", status: "active" },
    { code: "SM36", system: "1.2.250.1.71.4.2.5", label: "Oncologie option m\xE9dicale (SM)", status: "active" },
    { code: "SM37", system: "1.2.250.1.71.4.2.5", label: "Oncologie option radioth\xE9rapie (SM)", status: "active" },
    { code: "SM38", system: "1.2.250.1.71.4.2.5", label: "Ophtalmologie (SM)", status: "active" },
    { code: "SM39", system: "1.2.250.1.71.4.2.5", label: "Oto-rhino-laryngologie (SM)", status: "active" },
    { code: "SM40", system: "1.2.250.1.71.4.2.5", label: "P\xE9diatrie (SM)", status: "active" },
    { code: "SM41", system: "1.2.250.1.71.4.2.5", label: "Pneumologie (SM)", status: "active" },
    { code: "SM42", system: "1.2.250.1.71.4.2.5", label: "Psychiatrie (SM)", status: "active" },
    {
      code: "SM43",
      system: "1.2.250.1.71.4.2.5",
      label: "Psychiatrie option enfant et adolescent (SM)",
      status: "active"
    },
    { code: "SM44", system: "1.2.250.1.71.4.2.5", label: "Radiodiagnostic (SM)", status: "active" },
    { code: "SM45", system: "1.2.250.1.71.4.2.5", label: "Radioth\xE9rapie (SM)", status: "active" },
    { code: "SM46", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine intensive-r\xE9animation (SM)", status: "active" },
    { code: "SM47", system: "1.2.250.1.71.4.2.5", label: "Recherche m\xE9dicale (SM)", status: "active" },
    { code: "SM48", system: "1.2.250.1.71.4.2.5", label: "Rhumatologie (SM)", status: "active" },
    { code: "SM49", system: "1.2.250.1.71.4.2.5", label: "Sant\xE9 publique et m\xE9decine sociale (SM)", status: "active" },
    { code: "SM50", system: "1.2.250.1.71.4.2.5", label: "Stomatologie (SM)", status: "active" },
    {
      code: "SM51",
      system: "1.2.250.1.71.4.2.5",
      label: "Gyn\xE9co-obst\xE9trique et Gyn\xE9co m\xE9dicale option Gyn\xE9co-obst. (SM)",
      status: "active"
    },
    {
      code: "SM52",
      system: "1.2.250.1.71.4.2.5",
      label: "Gyn\xE9co-obst\xE9trique et Gyn\xE9co m\xE9dicale option Gyn\xE9co-m\xE9dicale (SM)",
      status: "active"
    },
    { code: "SM53", system: "1.2.250.1.71.4.2.5", label: "Sp\xE9cialiste en m\xE9decine g\xE9n\xE9rale (SM)", status: "active" },
    { code: "SM54", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine g\xE9n\xE9rale (SM)", status: "active" },
    { code: "SM55", system: "1.2.250.1.71.4.2.5", label: "Radiodiagnostic et radioth\xE9rapie (SM)", status: "active" },
    { code: "SM56", system: "1.2.250.1.71.4.2.5", label: "Chirurgie orale (SM)", status: "active" },
    { code: "SM57", system: "1.2.250.1.71.4.2.5", label: "Allergologie (SM)", status: "active" },
    { code: "SM58", system: "1.2.250.1.71.4.2.5", label: "Maladies infectieuses et tropicales (SM)", status: "active" },
    { code: "SM59", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine d'urgence (SM)", status: "active" },
    {
      code: "SM60",
      system: "1.2.250.1.71.4.2.5",
      label: "M\xE9decine l\xE9gale et expertises m\xE9dicales (SM)",
      status: "active"
    },
    { code: "SM61", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine vasculaire (SM)", status: "active" },
    {
      code: "SM62",
      system: "1.2.250.1.71.4.2.5",
      label: "Endocrinologie, diab\xE9tologie, nutrition (SM)",
      status: "active"
    },
    {
      code: "SM63",
      system: "1.2.250.1.71.4.2.5",
      label: "Biologie m\xE9dicale option biologie g\xE9n\xE9rale (SM)",
      status: "active"
    },
    {
      code: "SM64",
      system: "1.2.250.1.71.4.2.5",
      label: "Biologie m\xE9dicale option m\xE9decine mol\xE9culaire, g\xE9n\xE9tique et pharmacologie (SM)",
      status: "active"
    },
    {
      code: "SM65",
      system: "1.2.250.1.71.4.2.5",
      label: "Biologie m\xE9dicale option h\xE9matologie et immunologie (SM)",
      status: "active"
    },
    {
      code: "SM66",
      system: "1.2.250.1.71.4.2.5",
      label: "Biologie m\xE9dicale option agents infectieux (SM)",
      status: "active"
    },
    {
      code: "SM67",
      system: "1.2.250.1.71.4.2.5",
      label: "Biologie m\xE9dicale option biologie de la reproduction (SM)",
      status: "active"
    },
    {
      code: "SM68",
      system: "1.2.250.1.71.4.2.5",
      label: "Chirurgie maxillo-faciale (r\xE9forme 2017) (SM)",
      status: "active"
    },
    {
      code: "SM69",
      system: "1.2.250.1.71.4.2.5",
      label: "Chirurgie p\xE9diatrique option chirurgie visc\xE9rale p\xE9diatrique (SM)",
      status: "active"
    },
    {
      code: "SM70",
      system: "1.2.250.1.71.4.2.5",
      label: "Chirurgie p\xE9diatrique option orthop\xE9die p\xE9diatrique (SM)",
      status: "active"
    },
    { code: "SM71", system: "1.2.250.1.71.4.2.5", label: "H\xE9matologie (r\xE9forme 2017) (SM)", status: "active" },
    {
      code: "SM72",
      system: "1.2.250.1.71.4.2.5",
      label: "M\xE9decine interne et immunologie clinique (SM)",
      status: "active"
    },
    {
      code: "CEX22",
      system: "1.2.250.1.71.4.2.5",
      label: "Gyn\xE9cologie m\xE9dicale et obst\xE9trique (CEX)",
      status: "active"
    },
    { code: "CEX24", system: "1.2.250.1.71.4.2.5", label: "Gyn\xE9cologie m\xE9dicale (CEX)", status: "active" },
    { code: "CEX26", system: "1.2.250.1.71.4.2.5", label: "Obst\xE9trique (CEX)", status: "active" },
    { code: "CEX64", system: "1.2.250.1.71.4.2.5", label: "Urologie (CEX)", status: "active" },
    {
      code: "SCH01",
      system: "1.2.250.1.71.4.2.5",
      label: "Anatomie et cytologie pathologiques (SCH)",
      status: "active"
    },
    { code: "SCH02", system: "1.2.250.1.71.4.2.5", label: "Anesth\xE9sie-r\xE9animation (SCH)", status: "active" },
    {
      code: "SCH03",
      system: "1.2.250.1.71.4.2.5",
      label: "Bact\xE9riologie-virologie, hygi\xE8ne hospitali\xE8re (SCH)",
      status: "active"
    },
    { code: "SCH04", system: "1.2.250.1.71.4.2.5", label: "Biochimie (SCH)", status: "active" },
    {
      code: "SCH05",
      system: "1.2.250.1.71.4.2.5",
      label: "Biologie cellulaire, histologie, biologie du d\xE9veloppement et de la reproduction (SCH)",
      status: "active"
    },
    { code: "SCH06", system: "1.2.250.1.71.4.2.5", label: "Biologie m\xE9dicale (SCH)", status: "active" },
    { code: "SCH07", system: "1.2.250.1.71.4.2.5", label: "Biophysique (SCH)", status: "active" },
    { code: "SCH08", system: "1.2.250.1.71.4.2.5", label: "Oncologie m\xE9dicale (SCH)", status: "active" },
    {
      code: "SCH09",
      system: "1.2.250.1.71.4.2.5",
      label: "Cardiologie et maladies vasculaires (SCH)",
      status: "active"
    },
    { code: "SCH10", system: "1.2.250.1.71.4.2.5", label: "Chirurgie g\xE9n\xE9rale (SCH)", status: "active" },
    { code: "SCH11", system: "1.2.250.1.71.4.2.5", label: "Chirurgie visc\xE9rale et digestive (SCH)", status: "active" },
    { code: "SCH12", system: "1.2.250.1.71.4.2.5", label: "Chirurgie infantile (SCH)", status: "active" },
    { code: "SCH13", system: "1.2.250.1.71.4.2.5", label: "Chirurgie maxillo-faciale (SCH)", status: "active" },
    {
      code: "SCH14",
      system: "1.2.250.1.71.4.2.5",
      label: "Chirurgie orthop\xE9dique et traumatologique (SCH)",
      status: "active"
    },
    {
      code: "SCH15",
      system: "1.2.250.1.71.4.2.5",
      label: "Chirurgie plastique reconstructrice et esth\xE9tique (SCH)",
      status: "active"
    },
    {
      code: "SCH16",
      system: "1.2.250.1.71.4.2.5",
      label: "Chirurgie thoracique et cardio-vasculaire (SCH)",
      status: "active"
    },
    { code: "SCH17", system: "1.2.250.1.71.4.2.5", label: "Chirurgie urologique (SCH)", status: "active" },
    { code: "SCH18", system: "1.2.250.1.71.4.2.5", label: "Chirurgie vasculaire (SCH)", status: "active" },
    { code: "SCH19", system: "1.2.250.1.71.4.2.5", label: "Dermatologie et v\xE9n\xE9r\xE9ologie (SCH)", status: "active" },
    { code: "SCH20", system: "1.2.250.1.71.4.2.5", label: "Endocrinologie et m\xE9tabolisme (SCH)", status: "active" },
    { code: "SCH21", system: "1.2.250.1.71.4.2.5", label: "Sant\xE9 publique (SCH)", status: "active" },
    { code: "SCH22", system: "1.2.250.1.71.4.2.5", label: "Explorations fonctionnelles (SCH)", status: "active" },
    { code: "SCH23", system: "1.2.250.1.71.4.2.5", label: "Gastro-ent\xE9rologie et h\xE9patologie (SCH)", status: "active" },
    { code: "SCH24", system: "1.2.250.1.71.4.2.5", label: "G\xE9n\xE9tique (SCH)", status: "active" },
    { code: "SCH25", system: "1.2.250.1.71.4.2.5", label: "G\xE9n\xE9tique m\xE9dicale (SCH)", status: "active" },
    { code: "SCH26", system: "1.2.250.1.71.4.2.5", label: "Gyn\xE9cologie et obst\xE9trique (SCH)", status: "active" },
    { code: "SCH27", system: "1.2.250.1.71.4.2.5", label: "H\xE9matologie biologique (SCH)", status: "active" },
    { code: "SCH28", system: "1.2.250.1.71.4.2.5", label: "H\xE9matologie clinique (SCH)", status: "active" },
    { code: "SCH29", system: "1.2.250.1.71.4.2.5", label: "H\xE9mobiologie-transfusion (SCH)", status: "active" },
    { code: "SCH30", system: "1.2.250.1.71.4.2.5", label: "Hygi\xE8ne hospitali\xE8re (SCH)", status: "active" },
    { code: "SCH31", system: "1.2.250.1.71.4.2.5", label: "Immunologie biologique (SCH)", status: "active" },
    { code: "SCH32", system: "1.2.250.1.71.4.2.5", label: "Immunologie clinique (SCH)", status: "active" },
    {
      code: "SCH33",
      system: "1.2.250.1.71.4.2.5",
      label: "Maladies infectieuses, maladies tropicales (SCH)",
      status: "active"
    },
    {
      code: "SCH34",
      system: "1.2.250.1.71.4.2.5",
      label: "M\xE9decine de la reproduction et gyn\xE9cologie m\xE9dicale (SCH)",
      status: "active"
    },
    { code: "SCH35", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine du travail (SCH)", status: "active" },
    { code: "SCH36", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine d'urgence (SCH)", status: "active" },
    { code: "SCH37", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine g\xE9n\xE9rale (SCH)", status: "active" },
    { code: "SCH38", system: "1.2.250.1.71.4.2.5", label: "G\xE9riatrie (SCH)", status: "active" },
    { code: "SCH39", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine interne (SCH)", status: "active" },
    { code: "SCH40", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine l\xE9gale (SCH)", status: "active" },
    { code: "SCH41", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine nucl\xE9aire (SCH)", status: "active" },
    {
      code: "SCH42",
      system: "1.2.250.1.71.4.2.5",
      label: "M\xE9decine physique et de r\xE9adaptation (SCH)",
      status: "active"
    },
    { code: "SCH43", system: "1.2.250.1.71.4.2.5", label: "N\xE9phrologie (SCH)", status: "active" },
    { code: "SCH44", system: "1.2.250.1.71.4.2.5", label: "Neurochirurgie (SCH)", status: "active" },
    { code: "SCH45", system: "1.2.250.1.71.4.2.5", label: "Neurologie (SCH)", status: "active" },
    { code: "SCH46", system: "1.2.250.1.71.4.2.5", label: "Odontologie polyvalente (SCH)", status: "active" },
    { code: "SCH47", system: "1.2.250.1.71.4.2.5", label: "Ophtalmologie (SCH)", status: "active" },
    { code: "SCH48", system: "1.2.250.1.71.4.2.5", label: "Oto-rhino-laryngologie (SCH)", status: "active" },
    { code: "SCH49", system: "1.2.250.1.71.4.2.5", label: "Parasitologie (SCH)", status: "active" },
    { code: "SCH50", system: "1.2.250.1.71.4.2.5", label: "P\xE9diatrie (SCH)", status: "active" },
    {
      code: "SCH51",
      system: "1.2.250.1.71.4.2.5",
      label: "Pharmacie polyvalente et pharmacie hospitali\xE8re (SCH)",
      status: "active"
    },
    {
      code: "SCH52",
      system: "1.2.250.1.71.4.2.5",
      label: "Pharmacologie clinique et toxicologie (SCH)",
      status: "active"
    },
    { code: "SCH53", system: "1.2.250.1.71.4.2.5", label: "Pneumologie (SCH)", status: "active" },
    { code: "SCH54", system: "1.2.250.1.71.4.2.5", label: "Psychiatrie polyvalente (SCH)", status: "active" },
    { code: "SCH55", system: "1.2.250.1.71.4.2.5", label: "Radiologie (SCH)", status: "active" },
    { code: "SCH56", system: "1.2.250.1.71.4.2.5", label: "Oncologie radioth\xE9rapique (SCH)", status: "active" },
    { code: "SCH57", system: "1.2.250.1.71.4.2.5", label: "R\xE9animation m\xE9dicale (SCH)", status: "active" },
    { code: "SCH58", system: "1.2.250.1.71.4.2.5", label: "Rhumatologie (SCH)", status: "active" },
    { code: "SCH59", system: "1.2.250.1.71.4.2.5", label: "Stomatologie (SCH)", status: "active" },
    { code: "SCH60", system: "1.2.250.1.71.4.2.5", label: "Toxicologie et pharmacologie (SCH)", status: "active" },
    {
      code: "SI01",
      system: "1.2.250.1.71.4.2.5",
      label: "Exercice infirmier en pratique avanc\xE9e pathologies chroniques stabilis\xE9es (SI)",
      status: "active"
    },
    {
      code: "SI02",
      system: "1.2.250.1.71.4.2.5",
      label: "Exercice infirmier en pratique avanc\xE9e oncologie et h\xE9mato-oncologie (SI)",
      status: "active"
    },
    {
      code: "SI03",
      system: "1.2.250.1.71.4.2.5",
      label: "Exercice infirmier en pratique avanc\xE9e maladie r\xE9nale chronique, dialyse et transplantation r\xE9nale (SI)",
      status: "active"
    },
    {
      code: "SI04",
      system: "1.2.250.1.71.4.2.5",
      label: "Exercice infirmier en pratique avanc\xE9e sant\xE9 mentale (SI)",
      status: "active"
    },
    {
      code: "C01",
      system: "1.2.250.1.71.4.2.5",
      label: "Anatomie et cytologie pathologiques humaines (C)",
      status: "active"
    },
    { code: "C03", system: "1.2.250.1.71.4.2.5", label: "Anesth\xE9sie-r\xE9animation (C)", status: "active" },
    { code: "C05", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine appliqu\xE9e aux sports (C)", status: "active" },
    { code: "C07", system: "1.2.250.1.71.4.2.5", label: "Cardiologie (C)", status: "active" },
    {
      code: "C09",
      system: "1.2.250.1.71.4.2.5",
      label: "Chirurgie plastique reconstructrice et esth\xE9tique (C)",
      status: "active"
    },
    { code: "C10", system: "1.2.250.1.71.4.2.5", label: "Chirurgie maxillo-faciale (C)", status: "active" },
    { code: "C11", system: "1.2.250.1.71.4.2.5", label: "Chirurgie thoracique (C)", status: "active" },
    { code: "C12", system: "1.2.250.1.71.4.2.5", label: "Chirurgie orthop\xE9dique (C)", status: "active" },
    { code: "C13", system: "1.2.250.1.71.4.2.5", label: "Urologie (C)", status: "active" },
    { code: "C15", system: "1.2.250.1.71.4.2.5", label: "Dermato-v\xE9n\xE9r\xE9ologie (C)", status: "active" },
    { code: "C20", system: "1.2.250.1.71.4.2.5", label: "H\xE9mobiologie (C)", status: "active" },
    { code: "C23", system: "1.2.250.1.71.4.2.5", label: "Gyn\xE9cologie m\xE9dicale et obst\xE9trique (C)", status: "active" },
    { code: "C25", system: "1.2.250.1.71.4.2.5", label: "Gyn\xE9cologie m\xE9dicale (C)", status: "active" },
    { code: "C27", system: "1.2.250.1.71.4.2.5", label: "Obst\xE9trique (C)", status: "active" },
    { code: "C29", system: "1.2.250.1.71.4.2.5", label: "Maladies de l'appareil digestif (C)", status: "active" },
    { code: "C30", system: "1.2.250.1.71.4.2.5", label: "N\xE9phrologie (C)", status: "active" },
    { code: "C31", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine exotique (C)", status: "active" },
    { code: "C33", system: "1.2.250.1.71.4.2.5", label: "Allergologie (C)", status: "active" },
    { code: "C34", system: "1.2.250.1.71.4.2.5", label: "Ang\xE9iologie (C)", status: "active" },
    { code: "C35", system: "1.2.250.1.71.4.2.5", label: "Canc\xE9rologie (C)", status: "active" },
    { code: "C36", system: "1.2.250.1.71.4.2.5", label: "Diab\xE9tologie-nutrition (C)", status: "active" },
    { code: "C37", system: "1.2.250.1.71.4.2.5", label: "Endocrinologie (C)", status: "active" },
    { code: "C38", system: "1.2.250.1.71.4.2.5", label: "Maladies du sang (C)", status: "active" },
    { code: "C39", system: "1.2.250.1.71.4.2.5", label: "R\xE9animation (C)", status: "active" },
    { code: "C40", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine l\xE9gale (C)", status: "active" },
    { code: "C41", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine du travail (C)", status: "active" },
    { code: "C43", system: "1.2.250.1.71.4.2.5", label: "Neurologie (C)", status: "active" },
    { code: "C45", system: "1.2.250.1.71.4.2.5", label: "Neuro-chirurgie (C)", status: "active" },
    { code: "C47", system: "1.2.250.1.71.4.2.5", label: "Neuro-psychiatrie (C)", status: "active" },
    { code: "C51", system: "1.2.250.1.71.4.2.5", label: "P\xE9diatrie (C)", status: "active" },
    { code: "C52", system: "1.2.250.1.71.4.2.5", label: "Phoniatrie (C)", status: "active" },
    { code: "C54", system: "1.2.250.1.71.4.2.5", label: "Pneumologie (C)", status: "active" },
    { code: "C57", system: "1.2.250.1.71.4.2.5", label: "Psychiatrie (C)", status: "active" },
    {
      code: "C58",
      system: "1.2.250.1.71.4.2.5",
      label: "Psychiatrie option enfant et adolescent (C)",
      status: "active"
    },
    { code: "C60", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine physique et r\xE9adaptation (C)", status: "active" },
    { code: "C62", system: "1.2.250.1.71.4.2.5", label: "Rhumatologie (C)", status: "active" },
    { code: "C68", system: "1.2.250.1.71.4.2.5", label: "Chirurgie p\xE9diatrique (C)", status: "active" },
    { code: "C69", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine nucl\xE9aire (C)", status: "active" },
    { code: "C71", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine thermale (C)", status: "active" },
    { code: "C72", system: "1.2.250.1.71.4.2.5", label: "G\xE9n\xE9tique m\xE9dicale (C)", status: "active" },
    { code: "C75", system: "1.2.250.1.71.4.2.5", label: "Endocrinologie maladies m\xE9taboliques (C)", status: "active" },
    { code: "C76", system: "1.2.250.1.71.4.2.5", label: "Orthop\xE9die dento-maxillo-faciale (C)", status: "active" },
    { code: "C83", system: "1.2.250.1.71.4.2.5", label: "Chirurgie de la face et du cou (C)", status: "active" },
    { code: "CAPA01", system: "1.2.250.1.71.4.2.5", label: "Addictologie clinique (CAPA)", status: "active" },
    { code: "CAPA02", system: "1.2.250.1.71.4.2.5", label: "Aide m\xE9dicale urgente (CAPA)", status: "active" },
    { code: "CAPA03", system: "1.2.250.1.71.4.2.5", label: "Allergologie (CAPA)", status: "active" },
    { code: "CAPA04", system: "1.2.250.1.71.4.2.5", label: "Ang\xE9iologie (CAPA)", status: "active" },
    {
      code: "CAPA05",
      system: "1.2.250.1.71.4.2.5",
      label: "Evaluation et traitement de la douleur (CAPA)",
      status: "active"
    },
    { code: "CAPA06", system: "1.2.250.1.71.4.2.5", label: "G\xE9rontologie (CAPA)", status: "active" },
    {
      code: "CAPA07",
      system: "1.2.250.1.71.4.2.5",
      label: "Hydrologie et climatologie m\xE9dicales (CAPA)",
      status: "active"
    },
    { code: "CAPA08", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine a\xE9rospatiale (CAPA)", status: "active" },
    { code: "CAPA09", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine de catastrophe (CAPA)", status: "active" },
    { code: "CAPA10", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine et biologie du sport (CAPA)", status: "active" },
    {
      code: "CAPA11",
      system: "1.2.250.1.71.4.2.5",
      label: "M\xE9decine de sant\xE9 au travail et pr\xE9vention des risques professionnels (CAPA)",
      status: "active"
    },
    { code: "CAPA12", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine p\xE9nitentiaire (CAPA)", status: "active" },
    { code: "CAPA13", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine tropicale (CAPA)", status: "active" },
    { code: "CAPA14", system: "1.2.250.1.71.4.2.5", label: "Pratiques m\xE9dico-judiciaires (CAPA)", status: "active" },
    { code: "CAPA15", system: "1.2.250.1.71.4.2.5", label: "Technologie transfusionnelle (CAPA)", status: "active" },
    { code: "CAPA16", system: "1.2.250.1.71.4.2.5", label: "Toxicomanies et alcoologies (CAPA)", status: "active" },
    { code: "DSM200", system: "1.2.250.1.71.4.2.5", label: "Addictologie (DNQ)", status: "active" },
    {
      code: "DSM201",
      system: "1.2.250.1.71.4.2.5",
      label: "Allergologie et Immunologie clinique (DNQ)",
      status: "active"
    },
    { code: "DSM202", system: "1.2.250.1.71.4.2.5", label: "Andrologie (DNQ)", status: "active" },
    {
      code: "DSM203",
      system: "1.2.250.1.71.4.2.5",
      label: "Biochimie hormonale et m\xE9tabolique (DNQ)",
      status: "active"
    },
    { code: "DSM204", system: "1.2.250.1.71.4.2.5", label: "Biologie des agents infectieux (DNQ)", status: "active" },
    { code: "DSM205", system: "1.2.250.1.71.4.2.5", label: "Biologie mol\xE9culaire (DNQ)", status: "active" },
    { code: "DSM206", system: "1.2.250.1.71.4.2.5", label: "Canc\xE9rologie (DNQ)", status: "active" },
    { code: "DSM207", system: "1.2.250.1.71.4.2.5", label: "Chirurgie de la face et du cou (DNQ)", status: "active" },
    {
      code: "DSM208",
      system: "1.2.250.1.71.4.2.5",
      label: "Chirurgie plastique et reconstructrice (DNQ)",
      status: "active"
    },
    { code: "DSM209", system: "1.2.250.1.71.4.2.5", label: "Chirurgie vasculaire (DNQ)", status: "active" },
    { code: "DSM210", system: "1.2.250.1.71.4.2.5", label: "Cytog\xE9n\xE9tique humaine (DNQ)", status: "active" },
    { code: "DSM211", system: "1.2.250.1.71.4.2.5", label: "Dermatopathologie (DNQ)", status: "active" },
    { code: "DSM212", system: "1.2.250.1.71.4.2.5", label: "Foetopathologie (DNQ)", status: "active" },
    { code: "DSM213", system: "1.2.250.1.71.4.2.5", label: "G\xE9riatrie (DNQ)", status: "active" },
    { code: "DSM214", system: "1.2.250.1.71.4.2.5", label: "H\xE9matologie biologique (DNQ)", status: "active" },
    { code: "DSM215", system: "1.2.250.1.71.4.2.5", label: "H\xE9matologie maladies du sang (DNQ)", status: "active" },
    { code: "DSM216", system: "1.2.250.1.71.4.2.5", label: "H\xE9mobiologie-transfusion (DNQ)", status: "active" },
    { code: "DSM217", system: "1.2.250.1.71.4.2.5", label: "Immunologie et Immunopathologie (DNQ)", status: "active" },
    { code: "DSM218", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine de la reproduction (DNQ)", status: "active" },
    { code: "DSM219", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine du sport (DNQ)", status: "active" },
    { code: "DSM220", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine d'urgence (DNQ)", status: "active" },
    {
      code: "DSM221",
      system: "1.2.250.1.71.4.2.5",
      label: "M\xE9decine l\xE9gale et Expertises m\xE9dicales (DNQ)",
      status: "active"
    },
    { code: "DSM222", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine nucl\xE9aire (DNQ)", status: "active" },
    { code: "DSM223", system: "1.2.250.1.71.4.2.5", label: "M\xE9decine vasculaire (DNQ)", status: "active" },
    { code: "DSM224", system: "1.2.250.1.71.4.2.5", label: "N\xE9onatalogie (DNQ)", status: "active" },
    { code: "DSM225", system: "1.2.250.1.71.4.2.5", label: "Neuropathologie (DNQ)", status: "active" },
    { code: "DSM226", system: "1.2.250.1.71.4.2.5", label: "Nutrition (DNQ)", status: "active" },
    { code: "DSM227", system: "1.2.250.1.71.4.2.5", label: "Orthop\xE9die dento-maxillo-faciale (DNQ)", status: "active" },
    {
      code: "DSM228",
      system: "1.2.250.1.71.4.2.5",
      label: "Pathologie infectieuse et tropicale, clinique et biologique (DNQ)",
      status: "active"
    },
    {
      code: "DSM229",
      system: "1.2.250.1.71.4.2.5",
      label: "Pharmacocin\xE9tique et M\xE9tabolisme des m\xE9dicaments (DNQ)",
      status: "active"
    },
    {
      code: "DSM230",
      system: "1.2.250.1.71.4.2.5",
      label: "Pharmacologie clinique et Evaluation des th\xE9rapeutiques (DNQ)",
      status: "active"
    },
    {
      code: "DSM231",
      system: "1.2.250.1.71.4.2.5",
      label: "Psychiatrie de l'enfant et de l'adolescent (DNQ)",
      status: "active"
    },
    { code: "DSM232", system: "1.2.250.1.71.4.2.5", label: "Radiopharmacie et radiobiologie (DNQ)", status: "active" },
    { code: "DSM233", system: "1.2.250.1.71.4.2.5", label: "R\xE9animation m\xE9dicale (DNQ)", status: "active" },
    { code: "DSM234", system: "1.2.250.1.71.4.2.5", label: "Toxicologie biologique (DNQ)", status: "active" },
    {
      code: "DSM235",
      system: "1.2.250.1.71.4.2.5",
      label: "M\xE9decine de la douleur et M\xE9decine palliative (DNQ)",
      status: "active"
    },
    {
      code: "DSM236",
      system: "1.2.250.1.71.4.2.5",
      label: "Canc\xE9rologie, option Traitements m\xE9dicaux des cancers (DNQ)",
      status: "active"
    },
    {
      code: "DSM237",
      system: "1.2.250.1.71.4.2.5",
      label: "Canc\xE9rologie, option Chirurgie canc\xE9rologique (DNQ)",
      status: "active"
    },
    {
      code: "DSM238",
      system: "1.2.250.1.71.4.2.5",
      label: "Canc\xE9rologie, option R\xE9seaux de canc\xE9rologie (DNQ)",
      status: "active"
    },
    {
      code: "DSM239",
      system: "1.2.250.1.71.4.2.5",
      label: "Canc\xE9rologie, option Biologie canc\xE9rologie (DNQ)",
      status: "active"
    },
    {
      code: "DSM240",
      system: "1.2.250.1.71.4.2.5",
      label: "Canc\xE9rologie, option Imagerie canc\xE9rologie (DNQ)",
      status: "active"
    },
    { code: "A", system: "1.2.250.1.71.4.2.6", label: "Pharmacien titulaire d'officine", status: "active" },
    { code: "B", system: "1.2.250.1.71.4.2.6", label: "Pharmacien d'entreprise - industrie", status: "active" },
    { code: "C", system: "1.2.250.1.71.4.2.6", label: "Pharmacien d'entreprise - distribution", status: "active" },
    { code: "D", system: "1.2.250.1.71.4.2.6", label: "Pharmacien adjoint, rempla\xE7ant ou g\xE9rant", status: "active" },
    { code: "DA", system: "1.2.250.1.71.4.2.6", label: "Pharmacien adjoint", status: "active" },
    { code: "DM", system: "1.2.250.1.71.4.2.6", label: "Pharmacien mutualiste ou minier", status: "active" },
    { code: "E", system: "1.2.250.1.71.4.2.6", label: "Pharmacien d'Outre-Mer", status: "active" },
    { code: "EA", system: "1.2.250.1.71.4.2.6", label: "Pharmacien titulaire d'officine - OM", status: "active" },
    { code: "EB", system: "1.2.250.1.71.4.2.6", label: "Pharmacien d'entreprise - industrie - OM", status: "active" },
    {
      code: "EC",
      system: "1.2.250.1.71.4.2.6",
      label: "Pharmacien d'entreprise - distribution - OM",
      status: "active"
    },
    { code: "ED", system: "1.2.250.1.71.4.2.6", label: "Pharmacien adjoint - OM", status: "active" },
    { code: "EG", system: "1.2.250.1.71.4.2.6", label: "Pharmacien biologiste - OM", status: "active" },
    { code: "EH", system: "1.2.250.1.71.4.2.6", label: "Pharmacien d'\xE9tablissement de sant\xE9 - OM", status: "active" },
    { code: "G", system: "1.2.250.1.71.4.2.6", label: "Pharmacien biologiste", status: "active" },
    { code: "H", system: "1.2.250.1.71.4.2.6", label: "Pharmacien d'\xE9tablissement de sant\xE9", status: "active" },
    { code: "M", system: "1.2.250.1.71.4.2.6", label: "Pharmacien militaire", status: "active" },
    { code: "GENR01", system: "1.2.250.1.213.1.6.1.19", label: "Activit\xE9 de soin et de pharmacie", status: "active" },
    {
      code: "GENR02",
      system: "1.2.250.1.213.1.6.1.19",
      label: "Activit\xE9 de soins ou de pharmacien en tant que rempla\xE7ant",
      status: "active"
    },
    {
      code: "GENR03",
      system: "1.2.250.1.213.1.6.1.19",
      label: "Remplacement dans une activit\xE9 de soins",
      status: "active"
    },
    { code: "GENR04", system: "1.2.250.1.213.1.6.1.19", label: "Activit\xE9 non soignante", status: "active" },
    {
      code: "GENR06",
      system: "1.2.250.1.213.1.6.1.19",
      label: "D\xE9l\xE9gation de responsabilit\xE9 pour continuit\xE9 de service",
      status: "active"
    },
    {
      code: "GENR08",
      system: "1.2.250.1.213.1.6.1.19",
      label: "Activit\xE9 de coordination et d'orientation",
      status: "active"
    },
    {
      code: "GENR09",
      system: "1.2.250.1.213.1.6.1.19",
      label: "Activit\xE9 de professionnel du secteur social et m\xE9dico-social exer\xE7ant des fonctions administratives ou d'appui \xE0 l'organisation de l'accompagnement",
      status: "active"
    },
    {
      code: "GENR10",
      system: "1.2.250.1.213.1.6.1.19",
      label: "Activit\xE9 de professionnel du secteur social et m\xE9dico-social exer\xE7ant des fonctions d'accompagnement \xE0 la vie sociale, professionnelle et \xE9ducative",
      status: "active"
    },
    {
      code: "GENR11",
      system: "1.2.250.1.213.1.6.1.19",
      label: "Activit\xE9 de professionnel du secteur social et m\xE9dico-social exer\xE7ant des fonctions d'accompagnement au soin",
      status: "active"
    },
    {
      code: "GENR12",
      system: "1.2.250.1.213.1.6.1.19",
      label: "Activit\xE9 de professionnel du social et m\xE9dico-social exer\xE7ant des fonctions d'encadrement et d'organisation de l'accompagnement",
      status: "active"
    },
    { code: "FON-01", system: "1.2.250.1.213.1.6.1.17", label: "Titulaire de cabinet", status: "active" },
    {
      code: "FON-02",
      system: "1.2.250.1.213.1.6.1.17",
      label: "Associ\xE9 dans une soci\xE9t\xE9 d'exercice (SEL ou SCP)",
      status: "active"
    },
    { code: "FON-03", system: "1.2.250.1.213.1.6.1.17", label: "Titulaire d'officine", status: "active" },
    { code: "FON-04", system: "1.2.250.1.213.1.6.1.17", label: "Rempla\xE7ant du titulaire d'officine", status: "active" },
    { code: "FON-05", system: "1.2.250.1.213.1.6.1.17", label: "Adjoint", status: "active" },
    { code: "FON-07", system: "1.2.250.1.213.1.6.1.17", label: "G\xE9rant apr\xE8s d\xE9c\xE8s", status: "active" },
    { code: "FON-09", system: "1.2.250.1.213.1.6.1.17", label: "Responsable d'\xE9tablissement", status: "active" },
    { code: "FON-15", system: "1.2.250.1.213.1.6.1.17", label: "Directeur de laboratoire", status: "active" },
    { code: "FON-16", system: "1.2.250.1.213.1.6.1.17", label: "Directeur-adjoint de laboratoire", status: "active" },
    { code: "FON-17", system: "1.2.250.1.213.1.6.1.17", label: "Collaborateur", status: "active" },
    { code: "FON-18", system: "1.2.250.1.213.1.6.1.17", label: "Assistant salari\xE9", status: "active" },
    { code: "FON-19", system: "1.2.250.1.213.1.6.1.17", label: "Praticien Conseil", status: "active" },
    { code: "FON-21", system: "1.2.250.1.213.1.6.1.17", label: "M\xE9decin scolaire", status: "active" },
    {
      code: "FON-22",
      system: "1.2.250.1.213.1.6.1.17",
      label: "Rempla\xE7ant, int\xE9rimaire, intermittent",
      status: "active"
    },
    { code: "FON-23", system: "1.2.250.1.213.1.6.1.17", label: "G\xE9rant", status: "active" },
    { code: "FON-24", system: "1.2.250.1.213.1.6.1.17", label: "M\xE9decin de sant\xE9 publique", status: "active" },
    { code: "FON-29", system: "1.2.250.1.213.1.6.1.17", label: "M\xE9decin du travail", status: "active" },
    { code: "FON-32", system: "1.2.250.1.213.1.6.1.17", label: "R\xE9gulateur lib\xE9ral", status: "active" },
    { code: "FON-33", system: "1.2.250.1.213.1.6.1.17", label: "Salari\xE9 en poste fixe", status: "active" },
    { code: "FON-36", system: "1.2.250.1.213.1.6.1.17", label: "D\xE9l\xE9gu\xE9", status: "active" },
    {
      code: "FON-37",
      system: "1.2.250.1.213.1.6.1.17",
      label: "G\xE9rant de pharmacie \xE0 usage int\xE9rieur (PUI)",
      status: "active"
    },
    { code: "FON-39", system: "1.2.250.1.213.1.6.1.17", label: "Exercice en PMI", status: "active" },
    { code: "FON-40", system: "1.2.250.1.213.1.6.1.17", label: "Biologiste responsable", status: "active" },
    { code: "FON-41", system: "1.2.250.1.213.1.6.1.17", label: "Biologiste m\xE9dical", status: "active" },
    { code: "FON-42", system: "1.2.250.1.213.1.6.1.17", label: "Assistant collaborateur", status: "active" },
    { code: "FON-43", system: "1.2.250.1.213.1.6.1.17", label: "Cadre de sant\xE9", status: "active" },
    { code: "FON-45", system: "1.2.250.1.213.1.6.1.17", label: "Directeur des soins", status: "active" },
    { code: "FON-46", system: "1.2.250.1.213.1.6.1.17", label: "Enseignant salari\xE9", status: "active" },
    { code: "FON-47", system: "1.2.250.1.213.1.6.1.17", label: "Etudiant rempla\xE7ant, adjoint", status: "active" },
    { code: "FON-48", system: "1.2.250.1.213.1.6.1.17", label: "Interne", status: "active" },
    {
      code: "FON-49",
      system: "1.2.250.1.213.1.6.1.17",
      label: "Pharmacien responsable Bonnes Pratiques de Dispensation d'Oxyg\xE8ne",
      status: "active"
    },
    {
      code: "FON-50",
      system: "1.2.250.1.213.1.6.1.17",
      label: "Pharmacien adjoint Bonnes Pratiques de Dispensation d'Oxyg\xE8ne",
      status: "active"
    },
    { code: "FON-51", system: "1.2.250.1.213.1.6.1.17", label: "Remplacement partiel", status: "active" },
    { code: "FON-52", system: "1.2.250.1.213.1.6.1.17", label: "Etudiant militaire", status: "active" },
    { code: "FON-53", system: "1.2.250.1.213.1.6.1.17", label: "M\xE9decin assistant", status: "active" },
    { code: "FON-54", system: "1.2.250.1.213.1.6.1.17", label: "Permanence des soins", status: "active" },
    {
      code: "FON-55",
      system: "1.2.250.1.213.1.6.1.17",
      label: "Participation lib\xE9rale aux missions de service public d'un \xE9tablissement de sant\xE9",
      status: "active"
    },
    {
      code: "FON-56",
      system: "1.2.250.1.213.1.6.1.17",
      label: "Intervention lib\xE9rale dans le cadre d'un GCS",
      status: "active"
    },
    { code: "FON-57", system: "1.2.250.1.213.1.6.1.17", label: "Docteur junior", status: "active" },
    { code: "FON-AU", system: "1.2.250.1.213.1.6.1.17", label: "Fonction non d\xE9finie", status: "active" },
    { code: "300", system: "1.2.250.1.213.1.6.1.107", label: "Assistant de service social (PAERPA)", status: "active" },
    {
      code: "301",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Coordination territoriale d'appui (PAERPA)",
      status: "active"
    },
    {
      code: "302",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Aide et accompagnement \xE0 domicile (PAERPA)",
      status: "active"
    },
    {
      code: "303",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Avocat participant aux processus de soins sans consentement (eSSS)",
      status: "active"
    },
    {
      code: "304",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Assistant de service social (Exp\xE9rimentation MAIA)",
      status: "active"
    },
    { code: "305", system: "1.2.250.1.213.1.6.1.107", label: "Psychologue (Exp\xE9rimentation MAIA)", status: "active" },
    {
      code: "306",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Psychoth\xE9rapeute (Exp\xE9rimentation MAIA)",
      status: "active"
    },
    {
      code: "307",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Mandataire judiciaire \xE0 la protection des majeurs (MJPM)",
      status: "active"
    },
    { code: "308", system: "1.2.250.1.213.1.6.1.107", label: "Pilote MAIA", status: "active" },
    { code: "309", system: "1.2.250.1.213.1.6.1.107", label: "Gestionnaire de cas MAIA", status: "active" },
    { code: "310", system: "1.2.250.1.213.1.6.1.107", label: "Equipe m\xE9dico-sociale APA", status: "active" },
    {
      code: "311",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Autre acteur mettant en oeuvre la m\xE9thode MAIA",
      status: "active"
    },
    { code: "312", system: "1.2.250.1.213.1.6.1.107", label: "Autre professionnel", status: "active" },
    { code: "313", system: "1.2.250.1.213.1.6.1.107", label: "Aide-soignant", status: "active" },
    { code: "314", system: "1.2.250.1.213.1.6.1.107", label: "Ambulancier", status: "active" },
    { code: "315", system: "1.2.250.1.213.1.6.1.107", label: "Auxiliaire de pu\xE9riculture", status: "active" },
    {
      code: "316",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Pr\xE9parateur en pharmacie hospitali\xE8re",
      status: "active"
    },
    { code: "317", system: "1.2.250.1.213.1.6.1.107", label: "Pr\xE9parateur en pharmacie (officine)", status: "active" },
    { code: "318", system: "1.2.250.1.213.1.6.1.107", label: "Auxiliaire de vie sociale", status: "active" },
    {
      code: "319",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Technicien de l'intervention sociale et familiale",
      status: "active"
    },
    {
      code: "320",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Conseiller en \xE9conomie sociale et familiale",
      status: "active"
    },
    { code: "321", system: "1.2.250.1.213.1.6.1.107", label: "M\xE9diateur familial", status: "active" },
    { code: "322", system: "1.2.250.1.213.1.6.1.107", label: "Assistant familial", status: "active" },
    { code: "323", system: "1.2.250.1.213.1.6.1.107", label: "Aide m\xE9dico-psychologique (AMP)", status: "active" },
    { code: "324", system: "1.2.250.1.213.1.6.1.107", label: "Moniteur \xE9ducateur", status: "active" },
    { code: "325", system: "1.2.250.1.213.1.6.1.107", label: "Educateur de jeunes enfants", status: "active" },
    { code: "326", system: "1.2.250.1.213.1.6.1.107", label: "Educateur sp\xE9cialis\xE9", status: "active" },
    { code: "327", system: "1.2.250.1.213.1.6.1.107", label: "Educateur technique sp\xE9cialis\xE9", status: "active" },
    { code: "328", system: "1.2.250.1.213.1.6.1.107", label: "Accompagnant \xE9ducatif et social", status: "active" },
    { code: "329", system: "1.2.250.1.213.1.6.1.107", label: "Conseiller en g\xE9n\xE9tique", status: "active" },
    { code: "350", system: "1.2.250.1.213.1.6.1.107", label: "Aide \xE0 domicile", status: "active" },
    { code: "351", system: "1.2.250.1.213.1.6.1.107", label: "Assistant(e) maternel(le)", status: "active" },
    {
      code: "352",
      system: "1.2.250.1.213.1.6.1.107",
      label: "Autre salari\xE9 de la structure sociale",
      status: "active"
    }
  ]
};

// packages/vihf/src/rules/context.ts
var REF2 = { document: "GIE SESAM-Vitale, SEL-MP-037; CI-SIS, volet Synchrone pour client lourd" };

// packages/vihf/src/rules/roles.ts
var FIRST2 = [
  ROLE_SYSTEMS.professions,
  ROLE_SYSTEMS.training,
  ROLE_SYSTEMS.machines,
  ROLE_SYSTEMS.titles,
  ROLE_SYSTEMS.social,
  ROLE_SYSTEMS.byRole
];
function secondOf(first2) {
  const is = (code, system) => first2.code === code && first2.codeSystem === system;
  if (is("10", ROLE_SYSTEMS.professions)) return { system: ROLE_SYSTEMS.skills, required: true };
  if (is("21", ROLE_SYSTEMS.professions)) return { system: ROLE_SYSTEMS.pharmacySections, required: true };
  if (is("40", ROLE_SYSTEMS.professions) || is("60", ROLE_SYSTEMS.professions)) {
    return { system: ROLE_SYSTEMS.skills, required: false };
  }
  if (is("99", ROLE_SYSTEMS.byRole)) return { system: ROLE_SYSTEMS.namedRoles, required: true };
  return void 0;
}
function checkRoles(roles, list2) {
  const [first2, second] = roles;
  if (first2 === void 0) return [];
  const findings = roles.flatMap((role, index) => checkRole(role, index, list2));
  if (roles.length > 2) findings.push(finding("vihf.role.count", "error", ["roles"], { count: roles.length }, REF2));
  if (!FIRST2.includes(first2.codeSystem)) {
    findings.push(finding("vihf.role.first", "error", ["roles", 0], { code: clip(first2.code) }, REF2));
    return findings;
  }
  const wanted = secondOf(first2);
  if (second === void 0) {
    if (wanted?.required) {
      findings.push(finding("vihf.role.secondMissing", "error", ["roles"], { code: clip(first2.code) }, REF2));
    }
  } else if (wanted === void 0) {
    findings.push(finding("vihf.role.secondUnexpected", "warning", ["roles", 1], { code: clip(first2.code) }, REF2));
  } else if (second.codeSystem !== wanted.system) {
    const params = { code: clip(first2.code), expected: wanted.system };
    findings.push(finding("vihf.role.secondSystem", "error", ["roles", 1], params, REF2));
  }
  return findings;
}
function checkRole(role, index, list2) {
  const concept = findConcept(list2, role.code, role.codeSystem);
  const params = { code: clip(role.code), codeSystem: clip(role.codeSystem) };
  if (concept === void 0) return [finding("vihf.role.value", "error", ["roles", index], params, REF2)];
  if (concept.label === role.displayName) return [];
  return [finding("vihf.role.label", "warning", ["roles", index], { ...params, expected: concept.label }, REF2)];
}
function clip(code) {
  return /^[\w.:-]{0,40}$/.test(code) ? code : "\u2026";
}

// packages/vihf/src/rules/claims.ts
var MODES = ["DIRECTE", "INDIRECTE", "INDIRECTE_RENFORCEE"];
function checkClaims(claims, context, certificate) {
  const findings = [];
  const add = (rule, severity, path, params = {}) => findings.push(finding(rule, severity, path, params, REF2));
  checkMandatory(claims, context, add);
  checkMode(claims, add);
  checkUser(claims, certificate, add);
  checkStructure(claims, context, certificate, add);
  findings.push(...checkRoles(claims.roles, context.lists?.roles ?? jdvJ65));
  findings.push(...checkPatient2(claims, context));
  checkAccess(claims, context, add);
  checkLogin(claims, context, add);
  return findings;
}
function checkMandatory(claims, context, add) {
  const { software } = claims;
  const present2 = [
    ["version", claims.version],
    ["mode", claims.mode],
    ["nameId", claims.nameId],
    ["structure", claims.structure],
    ["sector", claims.sector?.code],
    ["roles", claims.roles[0]],
    ["resource", claims.resource],
    ["purpose", claims.purpose?.code],
    ["software.name", software.name],
    ["software.version", software.version],
    ["software.homologation", software.homologation],
    ["authnInstant", claims.authnInstant],
    ["authnContext", claims.authnContext],
    ...claims.mode === "DIRECTE" ? [] : [["subjectId", claims.subjectId]]
  ];
  for (const [name, value] of present2) {
    const empty = value === void 0 || typeof value === "string" && value.trim() === "";
    if (empty) add("vihf.claim.missing", "error", name.split("."), { claim: name });
  }
  const versions = context.versions ?? ["3.0", "4.0"];
  if (claims.version !== void 0 && !versions.includes(claims.version)) {
    add("vihf.version.unknown", "error", ["version"], { accepted: versions.join(", ") });
  }
  if (claims.resource !== void 0 && claims.resource !== (context.resource ?? RESOURCE)) {
    add("vihf.resource.value", "error", ["resource"], { expected: context.resource ?? RESOURCE });
  }
}
function checkMode(claims, add) {
  const { mode, authnContext } = claims;
  if (mode !== void 0 && !MODES.includes(mode)) add("vihf.mode.value", "error", ["mode"]);
  if (authnContext !== void 0 && authnContext !== "") {
    const smartcard = authnContext === AUTHN_CONTEXTS.smartcard;
    if (mode === "DIRECTE" && !smartcard) add("vihf.authn.direct", "error", ["authnContext"]);
    if (mode !== "DIRECTE" && smartcard) add("vihf.authn.indirect", "warning", ["authnContext"]);
  }
  if (mode === "INDIRECTE_RENFORCEE" && !claims.authnContextDecl) {
    add("vihf.authn.declaration", "warning", ["authnContextDecl"]);
  }
}
function checkUser(claims, certificate, add) {
  const { nameId, subjectId, mode } = claims;
  if (nameId !== void 0 && nameId !== "") {
    if (/\s/.test(nameId) || nameId.length > 100) add("vihf.nameId.format", "error", ["nameId"]);
    else if (validateIdNatPs(nameId).length > 0) add("vihf.nameId.form", "warning", ["nameId"]);
    const holder = certificate && nameAttribute(certificate.subject, "CN");
    if (mode === "DIRECTE" && holder !== void 0 && holder !== nameId) add("vihf.nameId.card", "error", ["nameId"]);
  }
  if (subjectId !== void 0 && /(?:^|\D)[1-8]\d{4}[\dAB]\d{7}(?:\d{2})?(?:\D|$)/.test(subjectId.replace(/\s/g, ""))) {
    add("vihf.subjectId.patient", "error", ["subjectId"]);
  }
}
function checkStructure(claims, context, certificate, add) {
  const { structure, sector, mode } = claims;
  if (sector !== void 0 && !isMember(context.lists?.sectors ?? jdvJ61, sector.code, sector.codeSystem)) {
    add("vihf.sector.value", "error", ["sector"], { code: clip(sector.code), codeSystem: clip(sector.codeSystem) });
  }
  if (structure === void 0 || structure === "") return;
  if (/\s/.test(structure) || structure.length > 100) add("vihf.structure.format", "error", ["structure"]);
  else if (validateIdNatStruct(structure).length > 0) add("vihf.structure.form", "warning", ["structure"]);
  if (mode === "DIRECTE") {
    const own3 = context.cardStructures;
    if (own3 !== void 0 && !own3.includes(structure)) add("vihf.structure.card", "error", ["structure"]);
    return;
  }
  const holder = certificate && nameAttribute(certificate.subject, "OU");
  if (holder === void 0 || holder === structure) return;
  const linked = holder.startsWith("1") && structure.startsWith("1");
  add(linked ? "vihf.structure.entity" : "vihf.structure.certificate", linked ? "warning" : "error", ["structure"]);
}
function checkPatient2(claims, context) {
  const error = (rule) => [finding(rule, "error", ["patient"], {}, REF2)];
  if (claims.patient === void 0) {
    return context.patientRequired || context.patient !== void 0 ? error("vihf.patient.missing") : [];
  }
  const read4 = fromXdsCx(claims.patient, { production: context.production ?? false });
  if (!read4.ok) return read4.findings.map((item) => ({ ...item, path: ["patient"] }));
  const { patient: patient3 } = context;
  if (patient3 !== void 0 && (patient3.matricule !== read4.value.matricule || patient3.oid !== read4.value.oid)) {
    return error("vihf.patient.other");
  }
  return read4.findings.map((item) => ({ ...item, path: ["patient"] }));
}
function checkAccess(claims, context, add) {
  const { purpose, reason, confidentiality } = claims;
  if (purpose !== void 0 && purpose.code !== "") {
    if (!Object.hasOwn(PURPOSES, purpose.code))
      add("vihf.purpose.value", "error", ["purpose"], { code: clip(purpose.code) });
    if (purpose.codeSystem !== PURPOSE_SYSTEM) {
      add("vihf.purpose.system", "error", ["purpose"], { expected: PURPOSE_SYSTEM });
    }
  }
  const broken = purpose?.code === "bris_de_glace";
  if (broken && (context.reasonForBrisDeGlace ?? true) && !reason?.trim())
    add("vihf.reason.missing", "error", ["reason"]);
  if (!broken && reason !== void 0) add("vihf.reason.unexpected", "warning", ["reason"]);
  if (confidentiality === void 0) return;
  if (confidentiality !== SECRET_CONNECTION) {
    add("vihf.secretConnection.value", "error", ["secretConnection"], { expected: SECRET_CONNECTION });
  } else if (context.minor === false) add("vihf.secretConnection.adult", "error", ["secretConnection"]);
}
function checkLogin(claims, context, add) {
  if (claims.authnInstant === void 0) return;
  const instant = readInstant(claims.authnInstant);
  if (instant === void 0) {
    if (claims.authnInstant !== "") add("vihf.authn.instant", "error", ["authnInstant"]);
    return;
  }
  const limit = context.now && context.now.getTime() + (context.maxSkewSeconds ?? 300) * 1e3;
  if (limit !== void 0 && instant.getTime() > limit) add("vihf.authn.future", "error", ["authnInstant"]);
}
function readInstant(written) {
  if (!written.endsWith("Z")) return void 0;
  const read4 = parseIsoInstant(written);
  return read4.ok ? read4.value : void 0;
}

// packages/vihf/src/validate.ts
function validateVihfInput(input, context = {}, wire = {}) {
  return checkClaims(claimsOf(input, wire), context, context.certificate);
}
function claimsOf(input, wire) {
  const purpose = input.purpose ?? "normal";
  const { sector } = input;
  const declaration = input.mode === "INDIRECTE_RENFORCEE" ? wire.authnContextDecl ?? AIR_DECLARATION : false;
  const context = input.authnContext ?? (input.mode === "DIRECTE" ? AUTHN_CONTEXTS.smartcard : void 0);
  return {
    version: input.version ?? "3.0",
    mode: input.mode,
    nameId: input.nameId,
    ...input.subjectId === void 0 ? {} : { subjectId: input.subjectId },
    structure: input.structure,
    sector: { code: sector.code, codeSystem: sector.codeSystem },
    roles: [...input.roles],
    ...input.patient === void 0 ? {} : { patient: toXdsCx(input.patient) },
    resource: input.resource ?? RESOURCE,
    purpose: { code: purpose, codeSystem: PURPOSE_SYSTEM, displayName: PURPOSES[purpose] ?? "" },
    ...input.reason === void 0 ? {} : { reason: input.reason },
    ...input.secretConnection === true ? { confidentiality: SECRET_CONNECTION } : {},
    software: input.software,
    ...Number.isFinite(input.authnInstant.getTime()) ? { authnInstant: input.authnInstant.toISOString() } : { authnInstant: "" },
    ...context === void 0 ? {} : { authnContext: context },
    ...declaration === false ? {} : { authnContextDecl: declaration }
  };
}

// packages/vihf/src/build.ts
async function buildVihf(input, signer, options) {
  const instant = options.clock();
  const certificate = certificateOf2(signer);
  refuse2("vihf.certificate", checkSignatureCertificate(certificate, instant));
  refuse2("vihf.input", validateVihfInput(input, { ...options.context, now: instant, certificate }, options.wire));
  const id = `_${uuidV4(options.random ?? defaultRandom)}`;
  const issuer = formatIssuer(certificate, options.wire?.issuer);
  const xml = serializeVihf(input, { id, instant, issuer }, options.wire);
  try {
    return await signEnveloped({
      xml,
      referenceId: id,
      idAttribute: "ID",
      insertAfter: { namespace: SAML, local: "Issuer" },
      signer,
      canonicalization: "exc-c14n",
      digest: options.digest ?? "sha256",
      keyInfo: "x509",
      prefix: "ds",
      ...options.legacy === void 0 ? {} : { legacy: options.legacy }
    });
  } catch (cause) {
    throw new VihfInputError({
      code: "vihf.signer",
      message: "The assertion could not be signed: see the cause.",
      audience: "user",
      userMessage: {
        fr: { title: "La signature a \xE9chou\xE9", action: "V\xE9rifiez la carte ou le certificat, puis recommencez." },
        en: { title: "Signing failed", action: "Check the card or the certificate, then try again." }
      },
      cause
    });
  }
}
var read3 = /* @__PURE__ */ new WeakMap();
function certificateOf2(signer) {
  const known3 = read3.get(signer);
  if (known3 && Buffer.compare(known3.der, signer.certificateDer) === 0) return known3;
  const certificate = readCertificate(signer.certificateDer);
  read3.set(signer, certificate);
  return certificate;
}
function refuse2(code, findings) {
  if (!hasErrors(findings)) return;
  const rules = findings.filter((item) => item.severity === "error").map((item) => item.rule);
  throw new VihfInputError({ code, message: `The assertion is not built: ${rules.join(", ")}.`, findings });
}

// packages/cli/src/bench/cases/documents.ts
var PDF_SIZE = 2e5;
function samplePdf(size) {
  const head = [
    "%PDF-1.4",
    "1 0 obj <</Type /Catalog /Metadata 2 0 R /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1>>]>> endobj",
    "2 0 obj <</Type /Metadata /Subtype /XML /Length 66>>",
    "stream",
    "<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>",
    "endstream endobj",
    `3 0 obj <</Type /XObject /Subtype /Image /Filter /DCTDecode /Length ${size}>>`,
    "stream\n"
  ].join("\n");
  const tail = "\nendstream endobj\ntrailer <</Root 1 0 R /ID [<01> <01>]>>\nstartxref\n9\n%%EOF\n";
  const image = new Uint8Array(Math.max(0, size - head.length - tail.length));
  let state = 1;
  for (let at3 = 0; at3 < image.length; at3 += 1) {
    state = state * 48271 % 2147483647;
    image[at3] = state & 255;
  }
  return Buffer.concat([Buffer.from(head, "latin1"), image, Buffer.from(tail, "latin1")]);
}
function submissionOf(content) {
  const organization = { idNat: "10B0999999", name: "CENTRE DE SANT\xC9 DU SIMULATEUR" };
  const doctor = {
    idNat: "899900000003",
    name: { family: "EXEMPLE", given: "Alix", prefix: "MME", suffix: "DR" },
    specialty: {
      code: "G15_10/SM54",
      displayName: "M\xE9decin - M\xE9decine G\xE9n\xE9rale (SM)",
      codeSystem: "1.2.250.1.213.1.1.4.5"
    },
    organization
  };
  const at3 = "2026-01-15T10:00:00+01:00";
  return {
    id: "2.999.7.1.20260115.43",
    submittedAt: "2026-01-15T10:20:00+01:00",
    vendor: { oid: "2.999.7" },
    patient: {
      identity: {
        traits: {
          nomNaissance: "ADRUN",
          listePrenoms: "ZOE",
          premierPrenom: "ZOE",
          sexe: "F",
          dateNaissance: "1975-12-31",
          lieuNaissance: "63220"
        },
        ins: { matricule: "275126322074974", oid: "1.2.250.1.213.1.4.10" },
        insi: true,
        document: { type: "CN", date: "2026-01-10", trust: "high" },
        attributes: [],
        history: []
      },
      localIdentifiers: [{ root: "2.999.7.2", extension: "IPP-000042" }]
    },
    submitter: { kind: "professional", ...doctor },
    contentType: { code: "07", displayName: "Consultations soins externes", codeSystem: "1.2.250.1.213.2.2" },
    documents: [
      {
        id: "2.999.7.1.20260115.42",
        type: {
          code: "11488-4",
          displayName: "CR ou fiche de consultation ou de visite",
          codeSystem: "2.16.840.1.113883.6.1"
        },
        title: "Compte rendu de consultation",
        createdAt: "2026-01-15T10:15:00+01:00",
        authors: [{ kind: "professional", ...doctor }],
        legalAuthenticator: { signatory: doctor },
        acts: [
          {
            start: at3,
            performer: {
              professional: { idNat: doctor.idNat },
              organization: {
                idNat: organization.idNat,
                setting: { code: "AMBULATOIRE", displayName: "Ambulatoire", codeSystem: "1.2.250.1.213.1.1.4.9" }
              }
            }
          }
        ],
        encounter: {
          start: at3,
          facility: { type: { code: "SA05", displayName: "Centre de sant\xE9", codeSystem: "1.2.250.1.71.4.2.4" } }
        },
        body: { kind: "pdf", content }
      }
    ]
  };
}
var depositBuild = {
  name: "documents.deposit.build",
  subject: "PDF of 200 kB to the bytes of TD2.1: CDA, metadata, signature of the set, VIHF, MTOM",
  reference: "its two bare RSA signatures and the SHA-1 of the same documents",
  async prepare() {
    const pki = await createTestPki();
    const { certPem, keyPem, chainPem } = pki.identity("org-sign");
    const identity2 = await loadClientIdentity({ key: keyPem, cert: certPem });
    const setSigner = createKeySigner(identity2, { algorithm: "rsa-sha1", legacy: dangerouslyAllowSha1() });
    const vihfSigner = createKeySigner(identity2);
    const chain = chainPem.split(/(?<=-----END CERTIFICATE-----)/).filter((pem) => pem.includes("BEGIN")).map((pem) => readCertificate(pem).der);
    const submission = submissionOf(samplePdf(PDF_SIZE));
    const options = {
      clock: () => /* @__PURE__ */ new Date("2026-01-15T09:20:00Z"),
      random: defaultRandom,
      signing: { signer: setSigner, chain },
      hash: (algorithm, bytes) => new Uint8Array(createHash3(algorithm).update(bytes).digest())
    };
    const clock = () => /* @__PURE__ */ new Date();
    const environment = dmpEnvironment({ kind: "simulator", baseUrl: "https://dmp.sim.invalid" });
    const build = async () => {
      const prepared = await prepareSubmission(submission, options);
      const at3 = clock();
      const request = provideDocuments.encode(
        { submission: prepared },
        {
          environment,
          software: { oid: "2.999.7", name: "Socle" },
          messageId: uuidUrn(uuidV4()),
          assertion: await buildVihf(vihfInput(at3), vihfSigner, { clock }),
          at: at3,
          random: defaultRandom
        }
      );
      let sent = 0;
      if (request.stream !== void 0) for await (const bytes of request.stream.open()) sent += bytes.length;
      return sent;
    };
    const { documents } = await prepareSubmission(submission, options);
    const key = createPrivateKey3(keyPem);
    const octets2 = Buffer.alloc(800, 97);
    return {
      subject: build,
      reference: () => [
        sign2("sha1", octets2, key),
        sign2("sha256", octets2, key),
        ...documents.map((item) => createHash3("sha1").update(item.bytes).digest())
      ]
    };
  }
};
function vihfInput(at3) {
  return {
    mode: "INDIRECTE",
    nameId: "899900000003",
    subjectId: "EXEMPLE Alix",
    structure: "10B0999999",
    sector: { code: "SA05", codeSystem: "1.2.250.1.71.4.2.4" },
    roles: [
      { code: "10", codeSystem: "1.2.250.1.71.1.2.7", displayName: "M\xE9decin" },
      { code: "SM26", codeSystem: "1.2.250.1.71.4.2.5", displayName: "Qualifi\xE9 en m\xE9decine g\xE9n\xE9rale (SM)" }
    ],
    patient: { matricule: "275126322074974", oid: "1.2.250.1.213.1.4.10" },
    software: { name: "Socle", version: "1.0.0", homologation: "SIM-0000" },
    authnInstant: new Date(at3.getTime() - 6e4),
    authnContext: AUTHN_CONTEXTS.password
  };
}

// packages/cli/.b.mts
var _pair = await depositBuild.prepare();
async function _cpu(f, n) {
  for (let i = 0; i < 300; i++) await f();
  const c = process.cpuUsage();
  for (let i = 0; i < n; i++) await f();
  const d = process.cpuUsage(c);
  return ((d.user + d.system) / n / 1e3).toFixed(3);
}
for (let k = 0; k < 3; k++) 
/*! Bundled license information:

xmlchars/xml/1.0/ed5.js:
  (**
   * Character classes and associated utilities for the 5th edition of XML 1.0.
   *
   * @author Louis-Dominique Dubeau
   * @license MIT
   * @copyright Louis-Dominique Dubeau
   *)

xmlchars/xml/1.1/ed2.js:
  (**
   * Character classes and associated utilities for the 2nd edition of XML 1.1.
   *
   * @author Louis-Dominique Dubeau
   * @license MIT
   * @copyright Louis-Dominique Dubeau
   *)

xmlchars/xmlns/1.0/ed3.js:
  (**
   * Character class utilities for XML NS 1.0 edition 3.
   *
   * @author Louis-Dominique Dubeau
   * @license MIT
   * @copyright Louis-Dominique Dubeau
   *)
*/
