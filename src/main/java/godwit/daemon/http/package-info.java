/// HTTP over the control socket: its limits, the routing of requests, and the forms of answers.
/// What a command means is no business of this package. Start at [HttpServer] to run it, at
/// [Route], [Endpoint], [Call] and [Answer] to write a command.
///
/// Threads: an [Endpoint] runs on one of a bounded pool, and what takes longer gives an
/// [Answer.Later] or an [Answer.Stream], which hold none. Everything here may be called from any.
@NullMarked
package godwit.daemon.http;

import org.jspecify.annotations.NullMarked;
