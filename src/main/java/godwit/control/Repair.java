package godwit.control;

import godwit.release.Finding;

/// What can be done about what a check of the target has found.
public final class Repair {
  private static final String BACKUP =
      "restore that file from a backup of the target; without one the release cannot be gone back"
          + " to";

  private static final String STAGING =
      "nothing is served from there: the next publish moves what is yours to .godwit/kept and makes"
          + " the rest anew";

  private Repair() {}

  /// What to do, in a sentence without an end.
  public static String of(Finding finding) {
    return switch (finding.problem()) {
      case CHANGED, MISSING -> ofTree(finding.place());
      case UNKNOWN -> ofForeign(finding.place());
      case DAMAGED ->
          isManifest(finding.place())
              ? "restore that file from a backup of the target; without one, a publish of changed"
                  + " sources makes a new release"
              : BACKUP;
      case LOST ->
          "restore .godwit/objects from a backup of the target; without one, go back to another"
              + " release ('godwit releases' lists them)";
      case NOT_PERMITTED ->
          "give it to the user who publishes, and let him in (`sudo chown -R USER PATH`, `chmod"
              + " u+rwx PATH`): until then a publish is refused, or copies all files";
      case NO_RECORD ->
          finding.place().equals("html")
              ? "there is nothing to compare it with, and nothing to go back to; the next publish"
                  + " makes new records and keeps this as html.old"
              : "move it away before you publish (`mv html.old html.old.mine`), or delete it: a"
                  + " publish is refused as long as it needs its place";
    };
  }

  private static String ofTree(String place) {
    return switch (tree(place)) {
      case "html" ->
          "run 'godwit publish'; if it finds nothing to publish, run 'godwit rollback' and then"
              + " 'godwit publish'";
      case "html.old" ->
          "nothing is served from there: the next publishes replace it, and 'godwit rollback' makes"
              + " it anew from what is stored";
      default -> STAGING;
    };
  }

  private static String ofForeign(String place) {
    return switch (tree(place)) {
      case "html", "html.old" ->
          "put it among the sources if it is to be published, else delete it; a later publish moves"
              + " it to .godwit/kept";
      default -> STAGING;
    };
  }

  private static boolean isManifest(String place) {
    return place.startsWith(".godwit/manifests/");
  }

  private static String tree(String place) {
    int slash = place.indexOf('/');
    return slash < 0 ? place : place.substring(0, slash);
  }
}
