/// The control socket as a file: who may connect to it, which daemon has it, and who is at the
/// other end of a connection. Knows nothing of HTTP. Start at [ControlSocket].
@NullMarked
package godwit.daemon.socket;

import org.jspecify.annotations.NullMarked;
