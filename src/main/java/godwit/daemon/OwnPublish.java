package godwit.daemon;

import java.util.Arrays;
import java.util.Optional;

/// Why a daemon publishes without having been asked.
enum OwnPublish {
  DUE("schedule", "what is due is not published", "it is tried again every minute"),
  CHANGED("watch", "what has changed is not published", "it is tried again at the next change");

  private final String command;
  private final String failure;
  private final String next;

  OwnPublish(String command, String failure, String next) {
    this.command = command;
    this.failure = failure;
    this.next = next;
  }

  /// The operation's name.
  String command() {
    return command;
  }

  /// What is told when it does not work, in a sentence without an end.
  String failure() {
    return failure;
  }

  /// When there will be another one then, the same.
  String next() {
    return next;
  }

  static Optional<OwnPublish> of(Operation<?> operation) {
    return Arrays.stream(values())
        .filter(own -> own.command.equals(operation.command()))
        .findFirst();
  }
}
