/// The pipeline from settings to a finished site. Start with [Build]: it is the whole story.
@NullMarked
package godwit.build;

import org.jspecify.annotations.NullMarked;
