package godwit.site;

import java.util.ArrayList;
import java.util.List;

/// Every entry of a site by its kind and status.
public record EntryGroups(
    EntryGroup<Article> articles,
    EntryGroup<Article> hiddenArticles,
    EntryGroup<Article> drafts,
    EntryGroup<Page> pages,
    EntryGroup<Page> hiddenPages,
    EntryGroup<Page> draftPages) {

  /// All of them, what is listed first and drafts last.
  public List<EntryGroup<? extends Entry>> all() {
    return List.of(articles, pages, hiddenArticles, hiddenPages, drafts, draftPages);
  }

  /// Each entry in the order in which Pelican writes them: articles before pages, those that lists
  /// show in the order of the lists and before others.
  List<Entry> asWritten() {
    List<Entry> entries = new ArrayList<>();
    for (EntryGroup<? extends Entry> group :
        List.of(articles, hiddenArticles, drafts, pages, hiddenPages, draftPages)) {
      entries.addAll(group.originals());
      entries.addAll(group.translations());
    }
    return entries;
  }

  /// The same entry in other languages.
  List<Entry> translationsOf(Entry entry) {
    EntryGroup<? extends Entry> group =
        switch (entry) {
          case Article article ->
              switch (article.status()) {
                case PUBLISHED -> articles;
                case HIDDEN -> hiddenArticles;
                case DRAFT, SKIP -> drafts;
              };
          case Page page ->
              switch (page.status()) {
                case PUBLISHED -> pages;
                case HIDDEN -> hiddenPages;
                case DRAFT, SKIP -> draftPages;
              };
        };
    return group.others().getOrDefault(entry, List.of());
  }
}
