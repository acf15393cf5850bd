package godwit.daemon.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// What a call is answered with.
public sealed interface Answer {
  /// How long to leave a busy daemon alone.
  String RETRY_SECONDS = "5";

  /// An answer that is there.
  ///
  /// @param status the HTTP status
  /// @param fields header fields besides those of the body
  /// @param mediaType of the body; empty if there is none
  /// @param body its bytes
  record Whole(int status, Map<String, String> fields, String mediaType, ByteBuffer body)
      implements Answer {
    public Whole {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
      body = body.asReadOnlyBuffer();
    }

    /// The same with one more header field.
    public Whole with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(fields);
      more.put(name, value);
      return new Whole(status, more, mediaType, body);
    }
  }

  /// An answer that will come. Until then no thread is held, and no time limit is set.
  ///
  /// @param answer if it fails, with anything but a [ProblemException], that is a bug
  record Later(CompletionStage<? extends Answer> answer) implements Answer {}

  /// An answer that is written bit by bit, from any thread.
  ///
  /// @param mediaType such as `application/x-ndjson`
  /// @param fields header fields besides that
  /// @param endless whether it goes on until somebody stops: it is ended when the daemon stops
  /// @param writer is given the stream, once, and does not have to write at once; not called for a
  ///   `HEAD`, nor for a client that has gone
  record Stream(
      String mediaType, Map<String, String> fields, boolean endless, Consumer<AnswerStream> writer)
      implements Answer {
    public Stream {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// The same with one more header field.
    public Stream with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(fields);
      more.put(name, value);
      return new Stream(mediaType, more, endless, writer);
    }
  }

  /// Text for people, in UTF-8.
  static Whole text(int status, String text) {
    return new Whole(
        status, Map.of(), "text/plain; charset=utf-8", StandardCharsets.UTF_8.encode(text));
  }

  /// JSON for programs.
  ///
  /// @param json in UTF-8
  static Whole json(int status, byte[] json) {
    return new Whole(status, Map.of(), "application/json", ByteBuffer.wrap(json.clone()));
  }

  /// A status without a body, such as 204.
  static Whole empty(int status) {
    return new Whole(status, Map.of(), "", ByteBuffer.allocate(0));
  }

  /// A refusal; who is refused only for now is told for how long to go away.
  static Whole problem(Problem problem) {
    return new Whole(
        problem.status(),
        problem.status() == 503 ? Map.of("Retry-After", RETRY_SECONDS) : Map.of(),
        Problem.MEDIA_TYPE,
        ByteBuffer.wrap(problem.toJson()));
  }

  /// See [Later].
  static Later later(CompletionStage<? extends Answer> answer) {
    return new Later(answer);
  }

  /// Lines of JSON that come to an end: [AnswerStream#line].
  static Stream lines(Consumer<AnswerStream> writer) {
    return new Stream("application/x-ndjson", Map.of(), false, writer);
  }

  /// Server-sent events: [AnswerStream#event].
  static Stream events(Consumer<AnswerStream> writer) {
    return new Stream("text/event-stream", Map.of(), true, writer);
  }
}
