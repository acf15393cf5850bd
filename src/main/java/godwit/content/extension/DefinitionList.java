package godwit.content.extension;

import org.commonmark.node.CustomBlock;

/// A list of [DefinitionTerm]s and their [Definition]s, in the order in which they are written.
public final class DefinitionList extends CustomBlock {}
