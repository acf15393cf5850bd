package godwit.control;

import godwit.build.BuildListener.Stage;
import io.avaje.json.JsonException;
import io.avaje.json.JsonReader;
import io.avaje.json.stream.JsonStream;
import java.util.Optional;

/// A line of what a command prints in a daemon, see [CommandLines].
sealed interface CommandLine {
  record Out(String text) implements CommandLine {}

  record Err(String text) implements CommandLine {}

  record Progress(Stage stage, int done, int total) implements CommandLine {}

  record Exit(int code) implements CommandLine {}

  /// Something that a newer daemon tells, or nothing.
  record Other() implements CommandLine {}

  /// @return empty if it is no such line
  static Optional<CommandLine> read(String json) {
    try (JsonReader reader = JsonStream.builder().build().reader(json)) {
      CommandLine line = new Other();
      reader.beginObject();
      while (reader.hasNextField()) {
        switch (reader.nextField()) {
          case "out" -> line = new Out(reader.readString());
          case "err" -> line = new Err(reader.readString());
          case "exit" -> line = new Exit(number(reader, 255));
          case "progress" -> line = progress(reader);
          default -> reader.skipValue();
        }
      }
      reader.endObject();
      return Optional.of(line);
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private static Progress progress(JsonReader reader) {
    Stage stage = Stage.RENDER;
    int done = 0;
    int total = 0;
    reader.beginObject();
    while (reader.hasNextField()) {
      switch (reader.nextField()) {
        case "stage" -> stage = reader.readString().equals("read") ? Stage.READ : Stage.RENDER;
        case "done" -> done = number(reader, Integer.MAX_VALUE);
        case "total" -> total = number(reader, Integer.MAX_VALUE);
        default -> reader.skipValue();
      }
    }
    reader.endObject();
    return new Progress(stage, done, total);
  }

  private static int number(JsonReader reader, int most) {
    long number = reader.readLong();
    if (number < 0 || number > most) {
      throw new JsonException("out of range: " + number);
    }
    return (int) number;
  }
}
