package socle.ipf;

import java.nio.file.Path;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.openehealth.ipf.commons.core.config.ContextFacade;

/**
 * An XDS registry and repository on IPF, Camel, CXF and Tomcat, on loopback. Arguments: PKCS#12 file of the server, PKCS#12 file of the
 * authorities, their passphrase. Prints {@code ready PORT}; stops when its standard input closes.
 */
public final class Server {
  private Server() {}

  public static void main(String[] arguments) throws Exception {
    Bus bus = BusFactory.getDefaultBus(true);
    CXFNonSpringServlet servlet = new CXFNonSpringServlet();
    servlet.setBus(bus);

    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
    var connector = tomcat.getConnector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    if (arguments.length == 3) {
      SSLHostConfig tls = new SSLHostConfig();
      tls.setProtocols("TLSv1.2");
      tls.setCertificateVerification("required");
      tls.setTruststoreFile(Path.of(arguments[1]).toAbsolutePath().toString());
      tls.setTruststoreType("PKCS12");
      tls.setTruststorePassword(arguments[2]);
      SSLHostConfigCertificate certificate = new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.UNDEFINED);
      certificate.setCertificateKeystoreFile(Path.of(arguments[0]).toAbsolutePath().toString());
      certificate.setCertificateKeystoreType("PKCS12");
      certificate.setCertificateKeystorePassword(arguments[2]);
      tls.addCertificate(certificate);
      connector.setSecure(true);
      connector.setScheme("https");
      connector.setProperty("SSLEnabled", "true");
      connector.addSslHostConfig(tls);
    }
    var context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "cxf", servlet).setLoadOnStartup(1);
    context.addServletMappingDecoded("/services/*", "cxf");
    tomcat.start();

    ContextFacade.setRegistry(new NoAudit());
    DefaultCamelContext camel = new DefaultCamelContext();
    camel.setLoadTypeConverters(true);
    camel.addRoutes(new Routes(new Archive()));
    camel.start();

    System.out.println("ready " + connector.getLocalPort());
    while (System.in.read() >= 0) {
      // The parent holds the other end: when it goes, so do we.
    }
    camel.stop();
    tomcat.stop();
  }
}
