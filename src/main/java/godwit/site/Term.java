package godwit.site;

import org.jspecify.annotations.Nullable;

/// A category, a tag or an author.
///
/// @param name as the first article that has it writes it
/// @param slug by which it is one term with other spellings
/// @param address of its page; null where the settings make none
public record Term(Taxonomy taxonomy, String name, String slug, @Nullable Address address) {}
