package socle.ipf;

import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.DocumentEntry;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.ObjectReference;
import org.openehealth.ipf.commons.ihe.xds.core.requests.ProvideAndRegisterDocumentSet;
import org.openehealth.ipf.commons.ihe.xds.core.requests.QueryRegistry;
import org.openehealth.ipf.commons.ihe.xds.core.requests.RetrieveDocumentSet;
import org.openehealth.ipf.commons.ihe.xds.core.requests.query.FindDocumentsQuery;
import org.openehealth.ipf.commons.ihe.xds.core.requests.query.GetDocumentsQuery;
import org.openehealth.ipf.commons.ihe.xds.core.requests.query.Query;
import org.openehealth.ipf.commons.ihe.xds.core.requests.query.QueryReturnType;
import org.openehealth.ipf.commons.ihe.xds.core.responses.ErrorCode;
import org.openehealth.ipf.commons.ihe.xds.core.responses.ErrorInfo;
import org.openehealth.ipf.commons.ihe.xds.core.responses.QueryResponse;
import org.openehealth.ipf.commons.ihe.xds.core.responses.Response;
import org.openehealth.ipf.commons.ihe.xds.core.responses.RetrievedDocument;
import org.openehealth.ipf.commons.ihe.xds.core.responses.RetrievedDocumentSet;
import org.openehealth.ipf.commons.ihe.xds.core.responses.Severity;
import org.openehealth.ipf.commons.ihe.xds.core.responses.Status;

/**
 * ITI-41, ITI-18 and ITI-43 as IPF reads and writes them. The stock request validators are left out: they refuse what the French
 * profile asks (CX.5 of the patient identifiers, XON.7, coded specialties). Reading by IPF is the check.
 */
final class Routes extends RouteBuilder {
  private final Archive archive;

  Routes(Archive archive) {
    this.archive = archive;
  }

  @Override
  public void configure() {
    errorHandler(noErrorHandler());
    from("xds-iti41:xds-iti41").process(this::deposit);
    from("xds-iti18:xds-iti18").process(this::search);
    from("xds-iti43:xds-iti43").process(this::retrieve);
  }

  private void deposit(Exchange exchange) throws Exception {
    ProvideAndRegisterDocumentSet set = exchange.getIn().getMandatoryBody(ProvideAndRegisterDocumentSet.class);
    Response response = new Response(Status.SUCCESS);
    try {
      archive.store(set);
    } catch (Archive.Refused refused) {
      response.setStatus(Status.FAILURE);
      response.getErrors().add(new ErrorInfo(refused.code, refused.getMessage(), Severity.ERROR, null, null));
    }
    exchange.getMessage().setBody(response);
  }

  private void search(Exchange exchange) throws Exception {
    QueryRegistry request = exchange.getIn().getMandatoryBody(QueryRegistry.class);
    List<DocumentEntry> found = archive.all().stream().filter(entry -> matches(entry, request.getQuery())).toList();
    QueryResponse response = new QueryResponse(Status.SUCCESS);
    if (request.getReturnType() == QueryReturnType.OBJECT_REF) {
      response.setReferences(found.stream().map(entry -> new ObjectReference(entry.getEntryUuid())).toList());
    } else {
      response.setDocumentEntries(found);
    }
    exchange.getMessage().setBody(response);
  }

  private static boolean matches(DocumentEntry entry, Query query) {
    if (query instanceof FindDocumentsQuery find) {
      return find.getPatientId().equals(entry.getPatientId())
          && find.getStatus().contains(entry.getAvailabilityStatus());
    }
    if (query instanceof GetDocumentsQuery get) {
      List<String> uniqueIds = get.getUniqueIds();
      List<String> uuids = get.getUuids();
      return (uniqueIds != null && uniqueIds.contains(entry.getUniqueId()))
          || (uuids != null && uuids.contains(entry.getEntryUuid()));
    }
    return false;
  }

  private void retrieve(Exchange exchange) throws Exception {
    RetrieveDocumentSet request = exchange.getIn().getMandatoryBody(RetrieveDocumentSet.class);
    List<RetrievedDocument> documents = new ArrayList<>();
    RetrievedDocumentSet response = new RetrievedDocumentSet(Status.SUCCESS);
    for (var reference : request.getDocuments()) {
      byte[] bytes = archive.content(reference.getDocumentUniqueId());
      if (bytes == null) {
        response.setStatus(Status.FAILURE);
        response.getErrors().add(new ErrorInfo(ErrorCode.DOCUMENT_UNIQUE_ID_ERROR, reference.getDocumentUniqueId(), Severity.ERROR, null, null));
        continue;
      }
      String type = archive.entry(reference.getDocumentUniqueId()).getMimeType();
      documents.add(new RetrievedDocument(new DataHandler(new ByteArrayDataSource(bytes, type)), reference, null, null, type));
    }
    response.getDocuments().addAll(documents);
    exchange.getMessage().setBody(response);
  }
}
