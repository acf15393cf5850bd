package godwit.daemon.http;

import java.nio.charset.StandardCharsets;

/// The body of an answer, written bit by bit.
///
/// Writing never waits: what the client has not read yet is kept for it, up to
/// [Limits#streamBytes], and who falls further behind is dropped. Any thread may write; what one
/// call writes stays together.
public abstract sealed class AnswerStream permits BufferedStream {
  /// Writes bytes as they are.
  ///
  /// @return false if nobody will read them: the client has gone, was dropped, or the stream was
  ///   ended
  public abstract boolean write(byte[] bytes);

  /// Writes no more. The client gets what has been written before.
  public abstract void end();

  /// Whether somebody may still read what is written.
  public abstract boolean isOpen();

  /// Has something done, once, when the client has gone, has got everything, or was dropped; at
  /// once if that is so already. It is run on a thread of the server's, and may block shortly.
  public abstract void onClose(Runnable action);

  /// Writes a line of JSON.
  ///
  /// @param json without line ends
  public boolean line(String json) {
    return write((json + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /// Writes a server-sent event.
  ///
  /// @param id what a client that comes back says it has seen last; empty for none
  /// @param name its kind
  /// @param data its text, of any number of lines
  public boolean event(String id, String name, String data) {
    StringBuilder text = new StringBuilder();
    if (!id.isEmpty()) {
      text.append("id: ").append(id).append('\n');
    }
    text.append("event: ").append(name).append('\n');
    data.lines().forEach(line -> text.append("data: ").append(line).append('\n'));
    if (data.isEmpty()) {
      text.append("data:\n");
    }
    return write(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
  }

  /// Writes what clients of server-sent events pass over, to see whether they are there.
  public boolean heartbeat() {
    return write(":\n\n".getBytes(StandardCharsets.UTF_8));
  }
}
