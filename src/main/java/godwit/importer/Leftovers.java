package godwit.importer;

import godwit.config.NearestNames;
import godwit.importer.python.Assignment;
import godwit.importer.python.PythonValue;
import godwit.importer.python.PythonValue.Unread;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Tells of every setting that became no key.
final class Leftovers {
  /// What they hold is told of one by one.
  private static final Set<String> IN_PARTS = Set.of("PLUGINS", "MARKDOWN");

  private final FateTable fates;
  private final Notes notes;

  Leftovers(FateTable fates, Notes notes) {
    this.fates = fates;
    this.notes = notes;
  }

  void tell(Settings settings) {
    settings.all().forEach((name, assignment) -> tell(assignment, settings));
  }

  private void tell(Assignment assignment, Settings settings) {
    String name = assignment.name();
    Optional<Fate> known = fates.of(name);
    if (known.isEmpty()) {
      Optional<String> near = NearestNames.ofOneSlip(name, fates.all().keySet());
      boolean isAnyAddress = name.endsWith("_SAVE_AS") || name.endsWith("_URL");
      if (near.isPresent()) {
        notes.setting(
            assignment.position(),
            name + " is no setting of Pelican's own",
            "did you mean "
                + near.get()
                + "? If a theme or a plugin uses it: templates do not see it");
      } else if (!isAnyAddress) {
        notes.setting(
            assignment.position(),
            name + " is no setting of Pelican's own: a theme or a plugin may use it",
            "templates do not see it; write what it says where it is needed");
      }
      return;
    }
    Fate fate = known.get();
    boolean isUsual = isUsual(assignment.value(), fate.pelicanDefault());
    switch (fate.kind()) {
      case KEY, SMART -> {
        Optional<Unread> unread = settings.unread(name);
        if (unread.isPresent() && !IN_PARTS.contains(name)) {
          notes.unread(
              assignment.position(),
              "%s cannot be read, as it %s".formatted(name, unread.get().reason()),
              "write it into godwit.toml by hand: " + fate.words());
        }
      }
      case NONE, DIFFERENT -> {
        if (!isUsual) {
          notes.setting(assignment.position(), name + " has no counterpart", fate.words());
        }
      }
      case UNNEEDED -> {
        if (!isUsual) {
          notes.unneeded(assignment.position(), name + " is not needed", fate.words());
        }
      }
      case REPLACED ->
          notes.setting(
              assignment.position(),
              name + " is a setting of old versions of Pelican",
              "Pelican has replaced it by " + fate.words() + "; use that, and import again");
    }
  }

  /// Which settings become keys, or what Godwit does anyway: those that are known and have one.
  Set<String> taken(Settings settings) {
    Set<String> taken = new HashSet<>();
    for (String name : settings.all().keySet()) {
      boolean isKey =
          fates
              .of(name)
              .filter(fate -> Set.of(Fate.Kind.KEY, Fate.Kind.SMART).contains(fate.kind()))
              .isPresent();
      if (isKey && !settings.isUnread(name) && !name.equals("PLUGINS")) {
        taken.add(name);
      }
    }
    return taken;
  }

  /// Whether a value says no more than Pelican's default. @param usual empty where there is none
  private static boolean isUsual(PythonValue value, String usual) {
    boolean isOff = value.truth().equals(Optional.of(false));
    return !usual.isEmpty() && (value.shown().equals(usual) || (isOff && isNothing(usual)));
  }

  private static boolean isNothing(String value) {
    return Set.of("None", "False", "[]", "{}", "''").contains(value);
  }
}
