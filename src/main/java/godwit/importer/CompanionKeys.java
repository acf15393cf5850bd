package godwit.importer;

import godwit.importer.TomlValue.Flag;
import godwit.importer.TomlValue.Whole;
import java.util.List;
import java.util.Set;

/// Makes `[related]` and `[terms]` of the plugins `related_posts`, `similar_posts` and `tag_cloud`
/// and their settings. From Pelican 4.5 on a plugin need not be named to be run, so a setting is
/// enough.
final class CompanionKeys {
  /// How many both plugins for related articles find unless they are told.
  private static final int USUAL = 5;

  private static final int USUAL_STEPS = 4;

  private final Settings settings;
  private final Draft draft;
  private final Set<String> plugins;

  /// @param plugins by the names that [FateTable#plugins] has for them
  CompanionKeys(Settings settings, Draft draft, Set<String> plugins) {
    this.settings = settings;
    this.draft = draft;
    this.plugins = plugins;
  }

  void write() {
    related();
    terms();
  }

  private void related() {
    for (List<String> name :
        List.of(
            List.of("related_posts", "RELATED_POSTS_MAX"),
            List.of("similar_posts", "SIMILAR_POSTS_MAX_COUNT"))) {
      if (plugins.contains(name.getFirst()) || settings.isGiven(name.getLast())) {
        Whole items = new Whole(settings.number(name.getLast(), USUAL));
        draft.put("related.items", items, name.getLast());
        return;
      }
    }
  }

  private void terms() {
    boolean isCloud =
        plugins.contains("tag_cloud")
            || plugins.contains("tagcloud")
            || settings.isGiven("TAG_CLOUD_STEPS");
    draft.put("terms.tag-cloud", new Flag(isCloud), "TAG_CLOUD_STEPS");
    draft.put(
        "terms.steps",
        new Whole(settings.number("TAG_CLOUD_STEPS", USUAL_STEPS)),
        "TAG_CLOUD_STEPS");
  }
}
