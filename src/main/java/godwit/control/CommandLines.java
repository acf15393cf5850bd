package godwit.control;

import godwit.build.BuildListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What a command prints, as lines of JSON for who follows it from afar: `{"out":…}`, `{"err":…}`,
/// `{"progress":{"stage":"render","done":12,"total":300}}`, and `{"exit":0}` as the last. A line
/// `{}` says only that the command is still at work. [CommandLine] reads them.
///
/// May be used by several threads. If the reader hangs up, the command is not disturbed: what is
/// written after that goes nowhere.
public final class CommandLines {
  /// So much is gathered before it is sent, unless there is a reason to send it.
  private static final int GATHERED = 8 << 10;

  private final OutputStream lines;
  private final Text out = new Text("out");
  private final Text err = new Text("err");
  private final PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
  private final PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
  private boolean hungUp;

  /// @param lines to the reader, flushed after each line
  public CommandLines(OutputStream lines) {
    this.lines = lines;
  }

  /// For results.
  public PrintStream out() {
    return outStream;
  }

  /// For warnings and errors.
  public PrintStream err() {
    return errStream;
  }

  /// For how far it is.
  public BuildListener progress() {
    return (stage, done, total) ->
        write(
            Json.text(
                writer -> {
                  writer.beginObject();
                  writer.name("progress");
                  writer.beginObject();
                  Json.text(writer, "stage", stage.name().toLowerCase(Locale.ROOT));
                  Json.number(writer, "done", done);
                  Json.number(writer, "total", total);
                  writer.endObject();
                  writer.endObject();
                }));
  }

  /// Says that the command is still at work. Who hears nothing for [DaemonClient#PATIENCE] gives
  /// up.
  public void beat() {
    write("{}");
  }

  /// Ends the lines.
  public void exit(int code) {
    outStream.flush();
    errStream.flush();
    write(
        Json.text(
            writer -> {
              writer.beginObject();
              Json.number(writer, "exit", code);
              writer.endObject();
            }));
  }

  /// Whether the reader is gone.
  public synchronized boolean isHungUp() {
    return hungUp;
  }

  private synchronized void write(String line) {
    if (hungUp) {
      return;
    }
    try {
      lines.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      lines.flush();
    } catch (IOException e) {
      hungUp = true; // his affair: the command goes on
    }
  }

  /// Gathers text; the one that was written first is sent first.
  private final class Text extends OutputStream {
    private final String name;
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();

    Text(String name) {
      this.name = name;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    /// What comes in one call ends with a whole character: a stream's encoder sees to that.
    @Override
    public void write(byte[] bytes, int offset, int length) {
      synchronized (CommandLines.this) {
        (this == out ? err : out).flush();
        gathered.write(bytes, offset, length);
        if (gathered.size() >= GATHERED) {
          flush();
        }
      }
    }

    @Override
    public void flush() {
      synchronized (CommandLines.this) {
        if (gathered.size() > 0) {
          String text = gathered.toString(StandardCharsets.UTF_8);
          gathered.reset();
          CommandLines.this.write(
              Json.text(
                  writer -> {
                    writer.beginObject();
                    Json.text(writer, name, text);
                    writer.endObject();
                  }));
        }
      }
    }
  }
}
