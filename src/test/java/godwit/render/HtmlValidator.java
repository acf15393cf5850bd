package godwit.render;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/// The W3C's HTML checker.
final class HtmlValidator implements ErrorHandler {
  private final SimpleDocumentValidator validator =
      new SimpleDocumentValidator(false, false, false);
  private final List<String> errors = new ArrayList<>();

  HtmlValidator() throws Exception {
    validator.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, this);
    validator.setUpValidatorAndParsers(this, false, false);
  }

  /// What is wrong with a page, each with its line.
  List<String> errors(byte[] html) throws Exception {
    errors.clear();
    InputSource source = new InputSource(new ByteArrayInputStream(html));
    source.setEncoding("UTF-8");
    validator.checkHtmlInputSource(source);
    return List.copyOf(errors);
  }

  @Override
  public void warning(SAXParseException warning) {}

  @Override
  public void error(SAXParseException error) {
    errors.add(error.getLineNumber() + ": " + error.getMessage());
  }

  @Override
  public void fatalError(SAXParseException error) {
    error(error);
  }
}
