import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.xml.transform.ErrorListener;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerException;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmSequenceIterator;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.trans.XPathException;

/**
 * Evaluates expressions and patterns as a stylesheet of version 2.0 does, each in its own, over small documents.
 *
 * <p>Standard input, one order a line, fields parted by a tab, with {@code \t}, {@code \n}, {@code \r} and {@code \\} written
 * so: {@code HEAD declarations} (of the stylesheet: keys, functions), {@code NS prefix uri}, {@code DOC name xml},
 * {@code CASE id doc context expression} (context: an expression, empty for the document), {@code MATCH id doc pattern}.
 * Standard output, same form: {@code R id item…} (an item: its type, a space, its text, or {@code node} and a path),
 * {@code E id code phase message}, and {@code END}.
 */
public final class XPathJudge {
  private static final String BASE = "file:///judge/main.xsl";
  private static final Processor processor = new Processor(false);
  private static final Map<String, XdmNode> documents = new LinkedHashMap<>();
  private static final Map<String, String> namespaces = new LinkedHashMap<>();
  private static final Map<String, XdmNode> contexts = new ConcurrentHashMap<>();
  private static String head = "";

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    processor.getUnderlyingConfiguration().setErrorListener(new Listener());
    processor.getUnderlyingConfiguration().setURIResolver((href, base) -> resolve(href));
    List<String[]> cases = new ArrayList<>();
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      String[] order = line.split("\t", -1);
      for (int i = 0; i < order.length; i++) order[i] = decode(order[i]);
      switch (order[0]) {
        case "HEAD": head = order[1]; break;
        case "NS": namespaces.put(order[1], order[2]); break;
        case "DOC": documents.put(order[1], parse(order[1], order[2])); break;
        case "CASE":
        case "MATCH": cases.add(order); break;
        default: throw new IllegalArgumentException(order[0]);
      }
    }
    // It reads its table of letters of two cases at the first flag "i", and is wrong in another thread meanwhile.
    processor.newXPathCompiler().evaluate("matches('A', 'a', 'i')", null);
    int threads = Math.max(1, Math.min(2, Runtime.getRuntime().availableProcessors()));
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<String>> answers = new ArrayList<>();
    for (String[] each : cases) answers.add(pool.submit(() -> answer(each)));
    for (Future<String> answer : answers) out.print(answer.get() + "\n");
    pool.shutdown();
    out.print("END\n");
    out.flush();
  }

  private static String answer(String[] order) {
    String id = order[1];
    try {
      XdmNode document = documents.get(order[2]);
      XdmValue result =
          order[0].equals("MATCH") ? match(document, order[3]) : evaluate(document, order[3], order[4]);
      StringBuilder line = new StringBuilder("R\t" + id);
      for (XdmItem item : result) line.append('\t').append(encode(show(item)));
      return line.toString();
    } catch (Failure failure) {
      return String.join("\t", "E", id, failure.code, failure.phase, encode(String.valueOf(failure.getMessage())));
    } catch (StackOverflowError error) {
      return "E\t" + id + "\tSTACK\trun\tstack overflow";
    } catch (Throwable error) {
      return "E\t" + id + "\tCRASH\trun\t" + encode(String.valueOf(error));
    }
  }

  private static XdmValue evaluate(XdmNode document, String context, String expression) throws Failure {
    XdmNode node = context.isEmpty() ? document : contextNode(document, context);
    return run(node, template("node()|@*|/", expression));
  }

  private static XdmNode contextNode(XdmNode document, String context) throws Failure {
    String key = document.getBaseURI() + " " + context;
    XdmNode known = contexts.get(key);
    if (known != null) return known;
    XdmValue found = run(document, template("node()|@*|/", context));
    if (found.size() != 1 || !(found.itemAt(0) instanceof XdmNode)) throw new Failure("CONTEXT", "run", context);
    contexts.put(key, (XdmNode) found.itemAt(0));
    return (XdmNode) found.itemAt(0);
  }

  private static XdmValue match(XdmNode document, String pattern) throws Failure {
    return run(
        document,
        "<xsl:template match='/'><xsl:apply-templates select='/|//node()|//@*' mode='m'/></xsl:template>"
            + "<xsl:template mode='m' priority='-9' match='node()|@*|/'/>"
            + "<xsl:template mode='m' priority='9' match='" + attribute(pattern) + "'>"
            + "<xsl:sequence select='.'/></xsl:template>");
  }

  private static String template(String match, String select) {
    return "<xsl:template match='" + match + "'><xsl:sequence select='" + attribute(select) + "'/></xsl:template>";
  }

  private static XdmValue run(XdmNode node, String body) throws Failure {
    StringBuilder sheet = new StringBuilder("<xsl:stylesheet version='2.0'");
    sheet.append(" xmlns:xsl='http://www.w3.org/1999/XSL/Transform'");
    namespaces.forEach((prefix, uri) -> sheet.append(" xmlns:" + prefix + "='" + attribute(uri) + "'"));
    sheet.append('>').append(head).append(body).append("</xsl:stylesheet>");
    Listener listener = new Listener();
    String phase = "compile";
    try {
      XsltCompiler compiler = processor.newXsltCompiler();
      compiler.setErrorListener(listener);
      Xslt30Transformer transformer = compiler.compile(new StreamSource(new StringReader(sheet.toString()), BASE)).load30();
      phase = "run";
      transformer.setErrorListener(listener);
      transformer.setGlobalContextItem(node);
      return transformer.applyTemplates(node);
    } catch (SaxonApiException error) {
      if (listener.first != null) throw new Failure(code(listener.first), phase, listener.first.getMessage());
      throw new Failure(code(error.getCause()), phase, error.getMessage());
    }
  }

  private static String code(Throwable error) {
    for (Throwable each = error; each != null; each = each.getCause()) {
      if (each instanceof XPathException && ((XPathException) each).getErrorCodeLocalPart() != null)
        return ((XPathException) each).getErrorCodeLocalPart();
    }
    return "UNKNOWN";
  }

  private static String show(XdmItem item) {
    if (item instanceof XdmNode) return "node " + path((XdmNode) item);
    if (!(item instanceof XdmAtomicValue)) return "function " + item;
    String type = ((net.sf.saxon.value.AtomicValue) item.getUnderlyingValue()).getItemType().getDisplayName();
    return type + " " + item.getStringValue();
  }

  /** Names as written, with a position for every node that has one of the same kind and name before it. */
  private static String path(XdmNode node) {
    XdmNode parent = node.getParent();
    if (node.getNodeKind() == XdmNodeKind.DOCUMENT) {
      for (Map.Entry<String, XdmNode> each : documents.entrySet())
        if (each.getValue().equals(node)) return each.getKey() + ":/";
      return "?:/";
    }
    String before = parent == null ? "?" : path(parent);
    if (!before.endsWith("/")) before += "/";
    NodeInfo info = node.getUnderlyingNode();
    if (node.getNodeKind() == XdmNodeKind.ATTRIBUTE) return before + "@" + info.getDisplayName();
    if (node.getNodeKind() == XdmNodeKind.NAMESPACE) return before + "namespace::" + info.getDisplayName();
    String step = step(node);
    int rank = 1;
    XdmSequenceIterator<XdmNode> siblings = node.axisIterator(Axis.PRECEDING_SIBLING);
    while (siblings.hasNext()) if (step(siblings.next()).equals(step)) rank++;
    return before + step + (rank == 1 ? "" : "[" + rank + "]");
  }

  private static String step(XdmNode node) {
    switch (node.getNodeKind()) {
      case ELEMENT: return node.getUnderlyingNode().getDisplayName();
      case TEXT: return "text()";
      case COMMENT: return "comment()";
      default: return "processing-instruction()";
    }
  }

  private static XdmNode parse(String name, String xml) throws SaxonApiException {
    DocumentBuilder builder = processor.newDocumentBuilder();
    return builder.build(new StreamSource(new StringReader(xml), "file:///judge/" + name));
  }

  private static Source resolve(String href) throws TransformerException {
    XdmNode found = documents.get(href.substring(href.lastIndexOf('/') + 1));
    if (found == null) throw new TransformerException("no document " + href);
    return found.getUnderlyingNode();
  }

  private static String attribute(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char each : text.toCharArray()) {
      if (each == '&' || each == '<' || each == '\'' || each < ' ') escaped.append("&#" + (int) each + ";");
      else escaped.append(each);
    }
    return escaped.toString();
  }

  private static String encode(String text) {
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String decode(String text) {
    if (text.indexOf('\\') < 0) return text;
    StringBuilder decoded = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each != '\\') decoded.append(each);
      else {
        char next = text.charAt(++i);
        decoded.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
      }
    }
    return decoded.toString();
  }

  private static final class Failure extends Exception {
    final String code;
    /** {@code compile} or {@code run}. */
    final String phase;

    Failure(String code, String phase, String message) {
      super(message);
      this.code = code;
      this.phase = phase;
    }
  }

  /** Keeps the first error, which is the cause of the others. */
  private static final class Listener implements ErrorListener {
    TransformerException first;

    @Override
    public void warning(TransformerException error) {}

    @Override
    public void error(TransformerException error) {
      if (first == null) first = error;
    }

    @Override
    public void fatalError(TransformerException error) {
      if (first == null) first = error;
    }
  }
}
