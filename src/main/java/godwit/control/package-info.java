/// What lies between a command and the one who carries it out, be that this process or a daemon:
/// what can be asked of a site ([SiteCommands]), the form in which it is told, and the client that
/// asks a daemon. Nothing here prints, reads the clock or renders.
@NullMarked
package godwit.control;

import org.jspecify.annotations.NullMarked;
