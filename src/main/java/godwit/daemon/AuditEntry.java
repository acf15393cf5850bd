package godwit.daemon;

import godwit.daemon.socket.Peer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/// What is written down about one command.
///
/// @param peer who asked, as the kernel knows him
/// @param command such as `publish`, as it was asked for
/// @param arguments as they were given
/// @param result in a word, such as `ok`, `error`, `cancelled`, `refused`
/// @param exitCode of the command
/// @param release the id of the one that is live after it, where the command is about one
/// @param took from the asking to the answer
public record AuditEntry(
    Peer peer,
    String command,
    List<String> arguments,
    String result,
    int exitCode,
    Optional<String> release,
    Duration took) {
  /// Of one word or argument. With the bound below a line stays whole in the journal.
  private static final int LONGEST_VALUE = 256;

  private static final int LONGEST_ARGUMENTS = 8_000;

  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9._:/@%+,-]{1,256}");

  public AuditEntry {
    arguments = List.copyOf(arguments);
  }

  /// The entry that a record of [Audit] carries.
  static Optional<AuditEntry> in(LogRecord record) {
    Object[] parameters = record.getParameters();
    return parameters != null && parameters.length == 1 && parameters[0] instanceof AuditEntry entry
        ? Optional.of(entry)
        : Optional.empty();
  }

  /// `audit command=publish arguments=["--force"] user=ann …`: a value that is no plain word is a
  /// string of JSON, and the arguments are a list of such.
  String text() {
    StringBuilder text = new StringBuilder("audit command=").append(value(command));
    text.append(" arguments=").append(list(arguments));
    text.append(" user=").append(value(peer.user()));
    text.append(" uid=").append(peer.uid());
    text.append(" gid=").append(peer.gid());
    text.append(" pid=").append(peer.pid());
    text.append(" result=").append(value(result));
    text.append(" exit=").append(exitCode);
    release.ifPresent(id -> text.append(" release=").append(value(id)));
    return text.append(" ms=").append(took.toMillis()).toString();
  }

  /// The same as fields of an object, without its braces.
  String jsonFields() {
    return "\"command\":"
        + string(command)
        + ",\"arguments\":"
        + list(arguments)
        + ",\"user\":"
        + string(peer.user())
        + ",\"uid\":"
        + peer.uid()
        + ",\"gid\":"
        + peer.gid()
        + ",\"pid\":"
        + peer.pid()
        + ",\"result\":"
        + string(result)
        + ",\"exit\":"
        + exitCode
        + ",\"release\":"
        + release.map(AuditEntry::string).orElse("null")
        + ",\"ms\":"
        + took.toMillis();
  }

  private static String value(String text) {
    return BARE.matcher(text).matches() ? text : string(text);
  }

  private static String string(String text) {
    return LogText.quoted(text, LONGEST_VALUE);
  }

  /// As many as there is room for; then how many there are besides.
  private static String list(List<String> texts) {
    StringBuilder list = new StringBuilder("[");
    for (int i = 0; i < texts.size(); i++) {
      String text = string(texts.get(i));
      String next = (i == 0 ? "" : ",") + text;
      if (list.length() + next.length() > LONGEST_ARGUMENTS) {
        return list.append(",\"… and ").append(texts.size() - i).append(" more\"]").toString();
      }
      list.append(next);
    }
    return list.append(']').toString();
  }
}
