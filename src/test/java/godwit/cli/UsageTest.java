package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the command line itself tells.
class UsageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "init",
        "new",
        "import",
        "build",
        "check",
        "list",
        "diff",
        "publish",
        "releases",
        "rollback",
        "fsck"
      })
  void helpShowsAnExampleThatTheCommandTakes(String command) {
    Cli help = Cli.run(command, "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .startsWith("Usage: godwit " + command)
        .contains("Example")
        .contains("\n  godwit " + command + " ");
    assertThat(help.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void helpOfAllShowsTheWayToAFirstSite() {
    assertThat(Cli.run("--help").out())
        .contains(CommandFactory.NAMES)
        .contains("  godwit init my-blog\n  cd my-blog\n  godwit publish\n");
  }

  @Test
  void withoutACommandTheUsageIsShownAsAMistake() {
    Cli told = Cli.run();

    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.out()).isEmpty();
    assertThat(told.err()).isEqualTo(Cli.run("--help").out());
  }

  @Test
  void knowsItsVersion() {
    assertThat(Cli.run("--version")).isEqualTo(new Cli(0, "godwit 0.1.0\n", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "publich|godwit has no command 'publich'|Did you mean: godwit publish or godwit"
            + " list or godwit check?",
        "build --nope|Unknown option: '--nope'|See 'godwit build --help'.",
        "check extra|godwit check takes no argument 'extra'|See 'godwit check --help'.",
        "new a b c|godwit new takes no argument 'b'|See 'godwit new --help'.",
        "new|Missing required parameter: 'TITLE'|See 'godwit new --help'.",
        "build --threads=many|Invalid value for option '--threads': 'many' is not an int"
            + "|See 'godwit build --help'.",
        "build --site|Missing required parameter for option '--site' (DIR)"
            + "|See 'godwit build --help'."
      })
  void saysWhatItDoesNotUnderstand(String line, String message, String hint) {
    assertThat(Cli.run(line.split(" ")))
        .isEqualTo(new Cli(2, "", "godwit: " + message + "\n" + hint + "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--threads=0|--threads takes a number from 1 to 1024",
        "--threads=1025|--threads takes a number from 1 to 1024",
        "--as-of=soon|--as-of takes a time such as 2026-12-01T09:00, not 'soon'",
        "--as-of=2026-02-30|--as-of takes a time such as 2026-12-01T09:00, not '2026-02-30'"
      })
  void refusesValuesThatMakeNoSense(String option, String message) {
    // This repository is itself a site.
    assertThat(Cli.run("list", option))
        .isEqualTo(new Cli(2, "", "godwit: " + message + "\nSee 'godwit list --help'.\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--allow=secrets", "--allow=secret,secrets", "--allow secret --allow secrets"})
  void namesTheRulesOfTheGate(String options) {
    assertThat(Cli.run(("publish " + options).split(" ")))
        .isEqualTo(
            new Cli(
                2,
                "",
                """
                godwit: --allow takes broken-link, no-index, secret, removed-page, max-removed, other-site, not 'secrets'
                See 'godwit publish --help'.
                """));
  }

  @Test
  void saysThatThereIsNoSuchDirectory() {
    assertThat(Cli.run("list", "--site=/nowhere/at/all"))
        .isEqualTo(
            new Cli(
                2,
                "",
                """
                godwit: there is no directory /nowhere/at/all
                See 'godwit list --help'.
                """));
  }

  @Test
  void saysThatThereIsNoSite() {
    Cli told = Cli.run("list", "--site=/proc/self");

    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.err())
        .isEqualTo(
            """
            godwit: there is no godwit.toml in /proc/self; go to a site, name one with --site, or make one with 'godwit init'
            See 'godwit list --help'.
            """);
  }
}
