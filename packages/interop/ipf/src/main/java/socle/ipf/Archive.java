package socle.ipf;

import jakarta.activation.DataHandler;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.Association;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.AssociationType;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.AvailabilityStatus;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.Document;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.DocumentEntry;
import org.openehealth.ipf.commons.ihe.xds.core.requests.ProvideAndRegisterDocumentSet;
import org.openehealth.ipf.commons.ihe.xds.core.responses.ErrorCode;

/** What was deposited, in memory. All that is read from a message has been read by IPF. */
final class Archive {
  /** A deposit that is refused, with the code of ITI TF-3 that goes back. */
  static final class Refused extends RuntimeException {
    final ErrorCode code;

    Refused(ErrorCode code, String context) {
      super(context);
      this.code = code;
    }
  }

  static final String REPOSITORY = "1.2.250.1.213.4.1.1.1.2";

  private final Map<String, DocumentEntry> entries = new LinkedHashMap<>();
  private final Map<String, byte[]> contents = new LinkedHashMap<>();
  private final List<Association> associations = new ArrayList<>();

  /** Keeps a set whole, or nothing of it. */
  synchronized void store(ProvideAndRegisterDocumentSet set) throws IOException {
    Map<String, byte[]> received = new LinkedHashMap<>();
    Map<String, String> assigned = new LinkedHashMap<>();
    for (Document document : set.getDocuments()) {
      DocumentEntry entry = document.getDocumentEntry();
      byte[] bytes = read(document.getDataHandler());
      check(entry, bytes, set);
      received.put(entry.getUniqueId(), bytes);
    }
    for (Association association : set.getAssociations()) {
      if (association.getAssociationType() == AssociationType.REPLACE) deprecate(association.getTargetUuid());
    }
    for (Document document : set.getDocuments()) {
      DocumentEntry entry = document.getDocumentEntry();
      String uuid = "urn:uuid:" + UUID.randomUUID();
      assigned.put(entry.getEntryUuid(), uuid);
      entry.setEntryUuid(uuid);
      entry.setLogicalUuid(uuid);
      entry.setAvailabilityStatus(AvailabilityStatus.APPROVED);
      entry.setRepositoryUniqueId(REPOSITORY);
      entries.put(entry.getUniqueId(), entry);
    }
    for (Association association : set.getAssociations()) {
      association.setSourceUuid(assigned.getOrDefault(association.getSourceUuid(), association.getSourceUuid()));
      association.setTargetUuid(assigned.getOrDefault(association.getTargetUuid(), association.getTargetUuid()));
      associations.add(association);
    }
    contents.putAll(received);
  }

  synchronized List<DocumentEntry> all() {
    return List.copyOf(entries.values());
  }

  synchronized byte[] content(String uniqueId) {
    return contents.get(uniqueId);
  }

  synchronized DocumentEntry entry(String uniqueId) {
    return entries.get(uniqueId);
  }

  private void check(DocumentEntry entry, byte[] bytes, ProvideAndRegisterDocumentSet set) {
    if (entry.getUniqueId() == null) throw new Refused(ErrorCode.REGISTRY_METADATA_ERROR, "uniqueId is missing");
    if (entries.containsKey(entry.getUniqueId())) {
      throw new Refused(ErrorCode.DUPLICATE_UNIQUE_ID_IN_REGISTRY, entry.getUniqueId());
    }
    if (entry.getSize() != null && entry.getSize() != bytes.length) {
      throw new Refused(ErrorCode.REPOSITORY_METADATA_ERROR, "size " + entry.getSize() + ", received " + bytes.length);
    }
    if (entry.getHash() != null && !entry.getHash().equals(sha1(bytes))) {
      throw new Refused(ErrorCode.REPOSITORY_METADATA_ERROR, "hash " + entry.getHash() + ", received " + sha1(bytes));
    }
    if (!entry.getPatientId().equals(set.getSubmissionSet().getPatientId())) {
      throw new Refused(ErrorCode.PATIENT_ID_DOES_NOT_MATCH, "patientId of the set and of the entry differ");
    }
  }

  private void deprecate(String uuid) {
    DocumentEntry target = entries.values().stream().filter(e -> e.getEntryUuid().equals(uuid)).findFirst().orElse(null);
    if (target == null) throw new Refused(ErrorCode.UNRESOLVED_REFERENCE_EXCEPTION, uuid);
    if (target.getAvailabilityStatus() != AvailabilityStatus.APPROVED) {
      throw new Refused(ErrorCode.REGISTRY_DEPRECATED_DOCUMENT_ERROR, uuid);
    }
    target.setAvailabilityStatus(AvailabilityStatus.DEPRECATED);
  }

  private static byte[] read(DataHandler handler) throws IOException {
    if (handler == null) throw new Refused(ErrorCode.MISSING_DOCUMENT, "an entry has no document");
    try (var stream = handler.getInputStream()) {
      return stream.readAllBytes();
    }
  }

  private static String sha1(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
