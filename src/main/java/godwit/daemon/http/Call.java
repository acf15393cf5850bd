package godwit.daemon.http;

import godwit.daemon.socket.Peer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// What a client asks. Immutable but for [#onHangUp].
public final class Call {
  private final String method;
  private final String path;
  private final Map<String, String> parameters;
  private final Map<String, String> query;
  private final Fields fields;
  private final byte[] body;
  private final List<String> offered;
  private final Peer peer;
  private final HangUp hangUp;

  /// Header fields by name, in any case; several of one name are joined by commas.
  interface Fields {
    List<String> values(String name);
  }

  /// Where to say what is to be done when the client has gone.
  interface HangUp {
    void whenGone(Runnable action);
  }

  Call(
      String method,
      String path,
      Map<String, String> parameters,
      Map<String, String> query,
      Fields fields,
      byte[] body,
      List<String> offered,
      Peer peer,
      HangUp hangUp) {
    this.method = method;
    this.path = path;
    this.parameters = parameters;
    this.query = query;
    this.fields = fields;
    this.body = body;
    this.offered = offered;
    this.peer = peer;
    this.hangUp = hangUp;
  }

  /// Such as `GET`; that is also what a `HEAD` looks like.
  public String method() {
    return method;
  }

  /// The path as it was sent.
  public String path() {
    return path;
  }

  /// What stands in the path where the route has a name in braces.
  public String parameter(String name) {
    return Objects.requireNonNull(parameters.get(name), name);
  }

  /// The values of the query by their names; a name without a value has an empty one.
  public Map<String, String> query() {
    return query;
  }

  /// A value of the query.
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /// A whole number of the query.
  ///
  /// @throws ProblemException with status 400 if it is there but no number of at most nine digits
  public OptionalLong queryNumber(String name) {
    String value = query.get(name);
    if (value == null) {
      return OptionalLong.empty();
    }
    if (!value.matches("[0-9]{1,9}")) {
      throw new ProblemException(
          Problem.of(400, "bad-query", "The query is wrong", name + " is to be a whole number")
              .with("parameter", name));
    }
    return OptionalLong.of(Long.parseLong(value));
  }

  /// A header field; several of one name are joined by commas.
  public Optional<String> field(String name) {
    List<String> values = fields.values(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  /// The body, which may be empty. A copy.
  public byte[] body() {
    return body.clone();
  }

  /// The body as text.
  ///
  /// @throws ProblemException with status 400 if it is not UTF-8
  public String bodyText() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new ProblemException(Problems.malformed("the body is not UTF-8"));
    }
  }

  /// Which of the route's media types the client likes best: the first of those it likes alike.
  ///
  /// @throws IllegalStateException if the route names none
  public String preferredType() {
    return MediaRange.choose(MediaRange.parse(fields.values("Accept")), offered)
        .orElseThrow(() -> new IllegalStateException("the route names no media types"));
  }

  /// Whether the client's `Accept` names this media type itself, not by a `*`.
  public boolean asksFor(String mediaType) {
    return MediaRange.parse(fields.values("Accept")).stream()
        .anyMatch(
            range -> range.quality() > 0 && mediaType.equals(range.type() + "/" + range.subtype()));
  }

  /// A preference of the client, RFC 7240, such as `respond-async`, or `wait` of `wait=10`.
  ///
  /// @return its value, which is empty for one without
  public Optional<String> preference(String name) {
    for (String field : fields.values("Prefer")) {
      for (String preference : field.split(",", -1)) {
        String[] parts = preference.split(";", 2)[0].split("=", 2);
        if (parts[0].strip().toLowerCase(Locale.ROOT).equals(name)) {
          String value = parts.length < 2 ? "" : parts[1].strip();
          return Optional.of(value.replaceAll("^\"(.*)\"$", "$1"));
        }
      }
    }
    return Optional.empty();
  }

  /// Who asks.
  public Peer peer() {
    return peer;
  }

  /// Has something done when the client closes the connection before it has been answered whole,
  /// and at once if it has. A client that only says that it sends no more is still there.
  public void onHangUp(Runnable action) {
    hangUp.whenGone(action);
  }
}
