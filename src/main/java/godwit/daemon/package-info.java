/// The daemon: a site that is published by commands over a Unix socket. What is said on the socket
/// is in `godwit.daemon.http`, who may say it in `godwit.daemon.socket`.
@NullMarked
package godwit.daemon;

import org.jspecify.annotations.NullMarked;
