package godwit.content.extension;

import org.commonmark.node.CustomBlock;

/// A term. Its children are inline nodes.
public final class DefinitionTerm extends CustomBlock {}
