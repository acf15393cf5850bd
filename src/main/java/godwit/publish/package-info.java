/// Builds a site and puts it live, or says why not. Start with [Publisher].
@NullMarked
package godwit.publish;

import org.jspecify.annotations.NullMarked;
