package godwit.cli;

import picocli.CommandLine.Option;

/// The options of every command that a daemon carries out if one is listening for the site.
final class DaemonOptions extends SocketOption {
  @Option(names = "--local", description = "Do it without a daemon, even if one is listening.")
  private boolean local;

  @Override
  boolean isLocal() {
    return local;
  }
}
