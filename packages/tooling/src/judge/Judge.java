import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.xml.XMLConstants;
import javax.xml.transform.ErrorListener;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerException;
import javax.xml.transform.URIResolver;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmSequenceIterator;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.XsltTransformer;

/**
 * Runs compiled schematrons and one XML schema over a batch of documents, in one machine.
 *
 * <p>Standard input, one order a line, fields parted by a tab: {@code FALLBACK name path} (a file for a name that the kit
 * lacks), {@code XSD path}, {@code STEP path path path} (stylesheet, input, output), {@code PACK id xslt folder},
 * {@code DOC id path}, {@code PAIR doc pack} (nothing said: every pack), {@code TIME rounds} (nothing is judged: every pair is run that many times, one
 * after the other, and the last is told). Standard output, same form: {@code X doc valid},
 * {@code F doc pack kind role location text pattern context test id} (the rank of the pattern, from 0), {@code E doc pack message}, {@code T what milliseconds}, {@code M what doc pack milliseconds} (what was timed: {@code compile}, {@code parse}, {@code run}), and {@code END}.
 */
public final class Judge {
  private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";
  private static final Processor processor = new Processor(false);
  private static final Map<String, Source> trees = new ConcurrentHashMap<>();
  private static final Map<String, File> fallbacks = new LinkedHashMap<>();
  private static PrintStream out;

  public static void main(String[] arguments) throws Exception {
    out = new PrintStream(System.out, false, "UTF-8");
    processor.getUnderlyingConfiguration().setErrorListener(new Quiet());
    processor.getUnderlyingConfiguration().setURIResolver(new Kit());
    List<String[]> packs = new ArrayList<>();
    List<String[]> documents = new ArrayList<>();
    Map<String, List<String>> pairs = new LinkedHashMap<>();
    File xsd = null;
    int rounds = 0;
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      String[] order = line.split("\t", -1);
      switch (order[0]) {
        case "FALLBACK": fallbacks.put(order[1].toLowerCase(), new File(order[2])); break;
        case "XSD": xsd = new File(order[1]); break;
        case "STEP": step(order[1], order[2], order[3]); break;
        case "PACK": packs.add(order); break;
        case "DOC": documents.add(order); break;
        case "TIME": rounds = Integer.parseInt(order[1]); break;
        case "PAIR": pairs.computeIfAbsent(order[1], key -> new ArrayList<>()).add(order[2]); break;
        default: throw new IllegalArgumentException(order[0]);
      }
    }
    if (rounds > 0) {
      time(packs, documents, pairs, rounds);
      say("END");
      out.flush();
      return;
    }
    int threads = Math.max(1, Math.min(2, Runtime.getRuntime().availableProcessors()));
    // Of the background, so that an error ends the process.
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(null, task, "judge", 64L << 20);
              thread.setDaemon(true);
              return thread;
            });
    long start = System.nanoTime();
    Map<String, Future<XsltExecutable>> compiled = new LinkedHashMap<>();
    for (String[] pack : packs) compiled.put(pack[1], pool.submit(() -> compile(new File(pack[2]), new File(pack[3]))));
    Map<String, XsltExecutable> ready = new LinkedHashMap<>();
    for (Map.Entry<String, Future<XsltExecutable>> each : compiled.entrySet()) ready.put(each.getKey(), each.getValue().get());
    say("T", "compile", elapsed(start));
    start = System.nanoTime();
    Schema schema = xsd == null ? null : SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(xsd);
    List<Callable<String>> work = new ArrayList<>();
    for (String[] document : documents) {
      List<String> wanted = pairs.get(document[1]);
      work.add(() -> judge(document[1], new File(document[2]), ready, wanted, schema));
    }
    for (Future<String> done : pool.invokeAll(work)) out.print(done.get());
    pool.shutdown();
    say("T", "judge", elapsed(start));
    say("END");
    out.flush();
  }

  /** What compiling, parsing and running take, each alone. */
  private static void time(
      List<String[]> packs, List<String[]> documents, Map<String, List<String>> pairs, int rounds) throws Exception {
    Map<String, XsltExecutable> ready = new LinkedHashMap<>();
    for (String[] pack : packs) {
      long start = System.nanoTime();
      ready.put(pack[1], compile(new File(pack[2]), new File(pack[3])));
      say("M", "compile", "", pack[1], fine(start));
    }
    for (int round = 1; round <= rounds; round++) {
      for (String[] document : documents) {
        long start = System.nanoTime();
        XdmNode tree = processor.newDocumentBuilder().build(new StreamSource(new File(document[2])));
        if (round == rounds) say("M", "parse", document[1], "", fine(start));
        for (Map.Entry<String, XsltExecutable> pack : ready.entrySet()) {
          List<String> wanted = pairs.get(document[1]);
          if (wanted != null && !wanted.contains(pack.getKey())) continue;
          start = System.nanoTime();
          try {
            XsltTransformer transformer = pack.getValue().load();
            transformer.setErrorListener(new Quiet());
            transformer.setURIResolver(new Kit());
            transformer.setInitialContextNode(tree);
            transformer.setDestination(new XdmDestination());
            transformer.transform();
          } catch (Exception error) {
            continue;
          }
          if (round == rounds) say("M", "run", document[1], pack.getKey(), fine(start));
        }
      }
    }
  }

  private static String fine(long start) {
    return String.format(java.util.Locale.ROOT, "%.3f", (System.nanoTime() - start) / 1e6);
  }

  private static String elapsed(long start) {
    return Long.toString((System.nanoTime() - start) / 1_000_000);
  }

  private static void step(String xslt, String input, String output) throws Exception {
    XsltCompiler compiler = processor.newXsltCompiler();
    compiler.setErrorListener(new Quiet());
    XsltTransformer transformer = compiler.compile(new StreamSource(new File(xslt))).load();
    transformer.setMessageListener((content, terminate, locator) -> {});
    transformer.setErrorListener(new Quiet());
    transformer.setSource(new StreamSource(new File(input)));
    transformer.setDestination(processor.newSerializer(new File(output)));
    transformer.transform();
  }

  private static XsltExecutable compile(File xslt, File folder) throws Exception {
    XsltCompiler compiler = processor.newXsltCompiler();
    List<String> errors = new ArrayList<>();
    compiler.setErrorListener(
        new Quiet() {
          @Override
          public void error(TransformerException error) {
            errors.add(error.getMessage());
          }

          @Override
          public void fatalError(TransformerException error) {
            errors.add(error.getMessage());
          }
        });
    StreamSource source = new StreamSource(xslt);
    // doc('include/…') stands against the folder of the main schematron.
    source.setSystemId(new File(folder, "compiled.xsl").toURI().toString());
    source.setInputStream(new java.io.FileInputStream(xslt));
    try {
      return compiler.compile(source);
    } catch (Exception error) {
      throw new IllegalArgumentException(xslt.getName() + ": " + String.join("; ", errors), error);
    }
  }

  private static String judge(
      String id, File file, Map<String, XsltExecutable> packs, List<String> wanted, Schema schema) {
    StringBuilder report = new StringBuilder();
    if (schema != null) report.append(line("X", id, Boolean.toString(isValid(schema, file))));
    XdmNode document;
    try {
      DocumentBuilder builder = processor.newDocumentBuilder();
      document = builder.build(new StreamSource(file));
    } catch (Exception error) {
      return report.append(line("E", id, "*", String.valueOf(error.getMessage()))).toString();
    }
    for (Map.Entry<String, XsltExecutable> pack : packs.entrySet()) {
      if (wanted != null && !wanted.contains(pack.getKey())) continue;
      try {
        XsltTransformer transformer = pack.getValue().load();
        transformer.setErrorListener(new Quiet());
        transformer.setURIResolver(new Kit());
        transformer.setInitialContextNode(document);
        XdmDestination svrl = new XdmDestination();
        transformer.setDestination(svrl);
        transformer.transform();
        findings(report, id, pack.getKey(), svrl.getXdmNode());
      } catch (Exception error) {
        report.append(line("E", id, pack.getKey(), String.valueOf(error.getMessage())));
      }
    }
    return report.toString();
  }

  private static void findings(StringBuilder report, String id, String pack, XdmNode svrl) {
    int pattern = -1;
    String context = "";
    XdmSequenceIterator<XdmNode> nodes = svrl.axisIterator(Axis.DESCENDANT);
    while (nodes.hasNext()) {
      XdmNode node = nodes.next();
      if (node.getNodeKind() != XdmNodeKind.ELEMENT) continue;
      String name = node.getNodeName().getLocalName();
      if (name.equals("active-pattern")) pattern += 1;
      else if (name.equals("fired-rule")) context = value(node, "context");
      boolean failed = name.equals("failed-assert");
      if (!failed && !name.equals("successful-report")) continue;
      StringBuilder text = new StringBuilder();
      XdmSequenceIterator<XdmNode> texts = node.axisIterator(Axis.CHILD, new QName(SVRL, "text"));
      while (texts.hasNext()) text.append(texts.next().getStringValue());
      report.append(
          line(
              "F", id, pack, failed ? "assert" : "report", value(node, "role"), value(node, "location"), text.toString(),
              Integer.toString(pattern), context, value(node, "test"), value(node, "id")));
    }
  }

  private static String value(XdmNode node, String attribute) {
    String found = node.getAttributeValue(new QName(attribute));
    return found == null ? "" : found;
  }

  private static boolean isValid(Schema schema, File file) {
    try {
      schema.newValidator().validate(new StreamSource(file));
      return true;
    } catch (Exception error) {
      return false;
    }
  }

  private static void say(String... fields) {
    out.print(line(fields));
  }

  private static String line(String... fields) {
    StringBuilder line = new StringBuilder();
    for (String field : fields) {
      if (line.length() > 0) line.append('\t');
      line.append(field.replaceAll("\\s+", " ").trim());
    }
    return line.append('\n').toString();
  }

  /** Files of the kit, whatever the case of their names; what the kit lacks is taken from the supplement. */
  private static final class Kit implements URIResolver {
    @Override
    public Source resolve(String href, String base) throws TransformerException {
      try {
        File wanted = new File(java.net.URI.create(base).resolve(href.replace(" ", "%20")));
        String key = wanted.getCanonicalPath();
        Source known = trees.get(key);
        if (known != null) return known;
        File found = find(wanted);
        if (found == null) throw new TransformerException("absent from the kit: " + href);
        Source tree = processor.newDocumentBuilder().build(found).getUnderlyingNode();
        trees.put(key, tree);
        return tree;
      } catch (TransformerException error) {
        throw error;
      } catch (Exception error) {
        throw new TransformerException(error);
      }
    }

    private static File find(File wanted) {
      if (wanted.isFile()) return wanted;
      File[] beside = wanted.getParentFile() == null ? null : wanted.getParentFile().listFiles();
      if (beside != null) for (File file : beside) if (file.getName().equalsIgnoreCase(wanted.getName())) return file;
      return fallbacks.get(wanted.getName().toLowerCase());
    }
  }

  private static class Quiet implements ErrorListener {
    @Override
    public void warning(TransformerException error) {}

    @Override
    public void error(TransformerException error) {}

    @Override
    public void fatalError(TransformerException error) {}
  }
}
