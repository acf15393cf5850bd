/// Where rendered bytes go: [OutputPath], the one guard against paths that leave the output or
/// collide, and [OutputSink], which takes the bytes.
@NullMarked
package godwit.output;

import org.jspecify.annotations.NullMarked;
