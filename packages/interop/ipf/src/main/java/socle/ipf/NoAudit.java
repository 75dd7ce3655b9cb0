package socle.ipf;

import java.util.Map;
import org.openehealth.ipf.commons.audit.AuditContext;
import org.openehealth.ipf.commons.audit.DefaultAuditContext;
import org.openehealth.ipf.commons.core.config.Registry;

/** IPF looks for its audit settings in a registry of beans: here auditing is off, and there is nothing else. */
final class NoAudit implements Registry {
  private final AuditContext audit;

  NoAudit() {
    DefaultAuditContext context = new DefaultAuditContext();
    context.setAuditEnabled(false);
    audit = context;
  }

  @Override
  public Object bean(String name) {
    return null;
  }

  @Override
  public <T> T bean(Class<T> type) {
    return type.isInstance(audit) ? type.cast(audit) : null;
  }

  @Override
  public <T> Map<String, T> beans(Class<T> type) {
    return type.isInstance(audit) ? Map.of("auditContext", type.cast(audit)) : Map.of();
  }
}
