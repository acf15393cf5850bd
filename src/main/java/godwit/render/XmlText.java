package godwit.render;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// Writes an XML file, each element on a line of its own.
final class XmlText {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 << 10);
  private final XMLStreamWriter writer;

  XmlText(XMLOutputFactory factory) throws XMLStreamException {
    writer = factory.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    writer.writeStartDocument("UTF-8", "1.0");
    writer.writeCharacters("\n");
  }

  /// @param attributes names and values in turns
  XmlText open(String name, String... attributes) throws XMLStreamException {
    writer.writeStartElement(name);
    attributes(attributes);
    writer.writeCharacters("\n");
    return this;
  }

  XmlText close() throws XMLStreamException {
    writer.writeEndElement();
    writer.writeCharacters("\n");
    return this;
  }

  /// An element with text, or nothing where there is no text.
  XmlText text(String name, @Nullable String text, String... attributes) throws XMLStreamException {
    if (text != null) {
      writer.writeStartElement(name);
      attributes(attributes);
      writer.writeCharacters(clean(text));
      writer.writeEndElement();
      writer.writeCharacters("\n");
    }
    return this;
  }

  XmlText empty(String name, String... attributes) throws XMLStreamException {
    writer.writeEmptyElement(name);
    attributes(attributes);
    writer.writeCharacters("\n");
    return this;
  }

  byte[] finish() throws XMLStreamException {
    writer.writeEndDocument();
    writer.close();
    return bytes.toByteArray();
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], clean(attributes[i + 1]));
    }
  }

  /// XML 1.0 cannot hold every character, not even escaped (section 2.2).
  private static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\n' && c != '\t' && c != '\r') || c == '\uFFFE' || c == '\uFFFF') {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
      }
    }
    return text;
  }
}
