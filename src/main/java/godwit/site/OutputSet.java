package godwit.site;

import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import godwit.output.OutputPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Outputs that can be files of one tree: no two of one path, also where case or normal form make
/// no difference, and none where another needs a directory.
final class OutputSet {
  private record Claim(Output output, SourcePosition position) {}

  private final Diagnostics diagnostics;
  private final Map<String, Claim> byKey = new HashMap<>();
  private final List<Output> accepted = new ArrayList<>();

  OutputSet(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /// @param position of what asks for the output, for the diagnostic if another has it already
  /// @return whether it was added, and not given up for one that has its place in so many words
  boolean add(Output output, SourcePosition position) {
    Claim earlier = byKey.putIfAbsent(output.path().collisionKey(), new Claim(output, position));
    if (earlier == null) {
      return accepted.add(output);
    }
    if (!isSameAlias(output, earlier.output())
        && !areCopiesOfOnePlace(output, earlier.output())
        && !yields(output, earlier.output())) {
      collide(output, sharper(position, earlier.position()), earlier.output());
    }
    return false;
  }

  /// Adds an output unless its path is taken. @return whether it was added
  boolean addIfFree(Output output) {
    Claim claim = new Claim(output, SourcePosition.ofFile("godwit.toml"));
    return byKey.putIfAbsent(output.path().collisionKey(), claim) == null && accepted.add(output);
  }

  /// Whether both are one entry's aliases: `/old` and `/old/` are one address.
  private static boolean isSameAlias(Output output, Output earlier) {
    return output instanceof Output.AliasOutput alias
        && earlier instanceof Output.AliasOutput other
        && alias.entry().equals(other.entry());
  }

  /// Whether both are copies of entries that are in each other's way themselves, which is told.
  private static boolean areCopiesOfOnePlace(Output output, Output earlier) {
    return output instanceof Output.MarkdownOutput one
        && earlier instanceof Output.MarkdownOutput two
        && one.entry()
            .address()
            .saveAs()
            .collisionKey()
            .equals(two.entry().address().saveAs().collisionKey());
  }

  /// Whether a list gives way to a document that asks for its place in so many words: that is how a
  /// page becomes the home page. A further page of a list does not, as its articles would be in no
  /// list, nor does what differs by case.
  private static boolean yields(Output output, Output earlier) {
    return switch (output) {
      case Output.ListOutput list when !list.page().isFront() -> false;
      case Output.ListOutput _, Output.TermsOutput _, Output.SeriesOutput _ ->
          earlier instanceof Output.EntryOutput(Entry entry)
              && entry.frontMatter().saveAs() != null
              && earlier.path().equals(output.path());
      case Output.EntryOutput _,
          Output.TemplateOutput _,
          Output.FeedOutput _,
          Output.MarkdownOutput _,
          Output.LlmsOutput _,
          Output.AliasOutput _,
          Output.PageToComeOutput _,
          Output.CopiedOutput _,
          Output.FingerprintOutput _,
          Output.SitemapOutput _,
          Output.SitemapIndexOutput _,
          Output.OwnOutput _ ->
          false;
    };
  }

  /// Of two positions in one file that which has a line.
  private static SourcePosition sharper(SourcePosition position, SourcePosition other) {
    return position.line() == 0 && other.file().equals(position.file()) ? other : position;
  }

  private void collide(Output output, SourcePosition position, Output earlier) {
    boolean same = output.path().equals(earlier.path());
    diagnostics.error(
        position,
        "output-twice",
        "'"
            + output.path()
            + "' is wanted by "
            + named(output)
            + " and by "
            + named(earlier)
            + (same ? "" : " (as '" + earlier.path() + "')"),
        (same ? "" : "many file systems take these for one name: ") + hint(output, earlier));
  }

  /// What asks for an output; of a list of a term also where an article has the term.
  private static String named(Output output) {
    if (output instanceof Output.ListOutput(ListScope.OfTerm(Term term), ListPage page)
        && !page.articles().isEmpty()) {
      SourcePosition position =
          TermRegistry.position(term.taxonomy(), page.articles().getFirst().document());
      return output.origin() + " (" + position + ")";
    }
    return output.origin();
  }

  /// What can be done about two outputs that are in each other's way.
  private static String hint(Output output, Output other) {
    if (output instanceof Output.AliasOutput || other instanceof Output.AliasOutput) {
      return "take the alias out, or give another one";
    }
    if (isFurtherPage(output) || isFurtherPage(other)) {
      return "let pagination.pattern give the pages of lists another address";
    }
    if (output instanceof Output.LlmsOutput || other instanceof Output.LlmsOutput) {
      return "set llms.list = false in godwit.toml, or give the other one another name";
    }
    if (output instanceof Output.ListOutput one
        && other instanceof Output.ListOutput two
        && isOneNameButForCase(one, two)) {
      return "write the name in one way everywhere, or set slugs.preserve-case = false";
    }
    if (output instanceof Output.SourceOutput || other instanceof Output.SourceOutput) {
      return "write another urls.source-extension in godwit.toml";
    }
    if (isOfEntry(output) || isOfEntry(other)) {
      return "give one of them another slug or save_as";
    }
    return output instanceof Output.StaticOutput || other instanceof Output.StaticOutput
        ? "rename one of them"
        : "give one of them another address in godwit.toml, below [urls] or [feeds]";
  }

  private static boolean isOfEntry(Output output) {
    return output instanceof Output.EntryOutput || output instanceof Output.MarkdownOutput;
  }

  private static boolean isOneNameButForCase(Output.ListOutput one, Output.ListOutput two) {
    return one.scope() instanceof ListScope.OfTerm(Term first)
        && two.scope() instanceof ListScope.OfTerm(Term second)
        && first.taxonomy() == second.taxonomy()
        && first.name().equalsIgnoreCase(second.name());
  }

  /// Page 2 of the tag "a" and page 1 of the tag "a2" are one file by Pelican's pattern.
  private static boolean isFurtherPage(Output output) {
    return output instanceof Output.PageToComeOutput
        || (output instanceof Output.ListOutput list && !list.page().isFront());
  }

  /// The outputs by path. Whatever stands where another needs a directory is among the diagnostics.
  List<Output> sorted() {
    Set<Claim> told = new HashSet<>();
    for (Claim claim : new TreeMap<>(byKey).values()) {
      String key = claim.output().path().collisionKey();
      for (int slash = key.lastIndexOf('/'); slash > 0; slash = key.lastIndexOf('/', slash - 1)) {
        Claim above = byKey.get(key.substring(0, slash));
        if (above != null && told.add(above)) {
          OutputPath path = above.output().path();
          diagnostics.error(
              above.position(),
              "output-directory",
              "'"
                  + path
                  + "' is a file for "
                  + above.output().origin()
                  + " and a directory for "
                  + claim.output().origin(),
              hint(above.output(), claim.output()));
        }
      }
    }
    return accepted.stream().sorted(Comparator.comparing(Output::path)).toList();
  }
}
